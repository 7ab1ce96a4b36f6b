# SPDX-License-Identifier: Apache-2.0
"""A construction: a named way of saying a thing; every finding names the one that found it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Construction:
    """`name` is `layer.kebab-name`, `says` what it looks for, `example` a text with the finding in ⟦ ⟧.

    The registry (`reading/read.py`) makes docs/constructions.md, and a test reads every example.
    """

    name: str
    says: str
    example: str
