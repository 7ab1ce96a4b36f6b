# SPDX-License-Identifier: Apache-2.0
"""The findings lines: one JSON object a finding, the contract that others use (docs/findings.md)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from tocsin.records.findings import (
    Ask,
    Card,
    Citation,
    Claim,
    Count,
    Finding,
    Party,
    Passage,
    Quantity,
    Time,
    Warning,  # noqa: A004 - the house's word
)
from tocsin.records.ids import Digest, Json

KINDS: Mapping[str, type[Finding]] = {
    kind.kind: kind for kind in (Passage, Ask, Warning, Claim, Citation, Time, Quantity)
}
"""Every kind of finding, by the word that stands in its line."""


def to_json(record: Finding | Card | Party | Count) -> dict[str, Json]:
    """Write a record's fields as JSON; a finding gets its `kind` first, a card the kind `document`.

    >>> to_json(Time(start=0, end=4, quote="2023", by="time.year", edtf="2023"))
    {'kind': 'time', 'start': 0, 'end': 4, 'quote': '2023', 'by': 'time.year', 'edtf': '2023'}
    """
    line: dict[str, Json] = {}
    if isinstance(record, Finding):
        line["kind"] = record.kind
    elif isinstance(record, Card):
        line["kind"] = "document"
    for field in dataclasses.fields(record):
        line[field.name] = _plain(getattr(record, field.name))
    return line


def _plain(value: object) -> Json:
    if isinstance(value, Party | Count):
        return to_json(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} has no place in a findings line")


def line(source: str, document: Digest, record: Finding | Card) -> dict[str, Json]:
    """Make one findings line: `source` and `document` first, then the record."""
    return {"source": source, "document": document, **to_json(record)}


def from_json(found: Mapping[str, Json]) -> Finding | Card:
    """Read a findings line back; members that the record does not know are passed over.

    >>> from_json({"kind": "time", "start": 0, "end": 4, "quote": "2023", "by": "time.year", "edtf": "2023"})
    Time(start=0, end=4, quote='2023', by='time.year', edtf='2023')

    Raises:
        ValueError: The kind is unknown, a required member is missing or a member has the wrong type.
    """
    kind = found.get("kind")
    record: type[Finding | Card]
    if kind == "document":
        record = Card
    elif isinstance(kind, str) and kind in KINDS:
        record = KINDS[kind]
    else:
        raise ValueError(f"kind {kind!r} is none of document, {', '.join(KINDS)}")
    made = _record(record, found)
    assert isinstance(made, Finding | Card)
    return made


@cache
def _hints(record: type) -> Mapping[str, object]:
    """Give the types of a record's fields; to work them out anew for every row is most of what a listing costs."""
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


def _record(record: type, found: Mapping[str, Json]) -> object:
    given: dict[str, object] = {
        name: _typed(hint, found[name], name) for name, hint in _hints(record).items() if name in found
    }
    try:
        return record(**given)
    except TypeError as error:
        raise ValueError(f"{record.__name__.lower()}: {error}") from None


def _typed(hint: object, value: Json, name: str) -> object:
    origin = get_origin(hint)
    if origin in (UnionType, Union):
        if value is None and NoneType in get_args(hint):
            return None
        return _typed(next(arg for arg in get_args(hint) if arg is not NoneType), value, name)
    if origin is tuple and isinstance(value, list | tuple):
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return tuple(_typed(inner[0], item, name) for item in value)
        if len(inner) == len(value):
            return tuple(_typed(one, item, name) for one, item in zip(inner, value, strict=True))
    elif isinstance(hint, type):
        if dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
            return _record(hint, value)
        if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
            return value
    raise ValueError(f"{name}: {value!r} is not {getattr(hint, '__name__', hint)}")
