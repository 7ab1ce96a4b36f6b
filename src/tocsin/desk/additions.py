# SPDX-License-Identifier: Apache-2.0
"""Additions as asked for: what the reader missed, entered by a person with the words that carry it."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.people import BadSpan, made, members
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.records.entries import Entry
from tocsin.records.findings import Finding
from tocsin.records.ids import Json
from tocsin.records.texts import Text


def add(
    ledger: Ledger,
    catalogue: Catalogue,
    text: Text,
    span: tuple[int, int],
    kind: str,
    pairs: Iterable[str],
    *,
    handle: str,
    why: str | None,
) -> tuple[Entry, Finding]:
    """Record that words of a text are a finding of a kind, with members given as `member=value`.

    Raises:
        BadSpan: The span is none of the text's.
        BadMember, UnknownTerm, UnknownDate: A member is at fault.
    """
    start, end = span
    if not 0 <= start < end <= len(text.content):
        raise BadSpan(f"{start}:{end}", len(text.content))
    fields: dict[str, Json] = {"start": start, "end": end, "quote": text.content[start:end], "by": "person"}
    if kind == "ask":
        fields["force"] = None
    finding = made(kind, {**fields, **members(catalogue, pairs)})
    assert isinstance(finding, Finding)
    return recording.add(ledger, text, finding, handle=handle, reason=why), finding
