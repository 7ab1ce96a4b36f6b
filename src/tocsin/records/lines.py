# SPDX-License-Identifier: Apache-2.0
"""The findings lines: one JSON object a finding, the contract that others use (docs/findings.md)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import NoReturn, TypeAlias, Union, get_args, get_origin, get_type_hints

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


_Reading: TypeAlias = Callable[[Json, str], object]
"""Reads a member: its value and its name (for what is said when the value does not fit)."""


@cache
def _members(record: type) -> tuple[tuple[str, frozenset[type], _Reading], ...]:
    """Give a record's members, the types that stand as they are, and how all else is read.

    Worked out once, since it is most of what a listing costs.
    """
    hints = get_type_hints(record)
    return tuple(
        (field.name, _plainly(hints[field.name]), _reading(hints[field.name])) for field in dataclasses.fields(record)
    )


def _plainly(hint: object) -> frozenset[type]:
    """Give the types of a value that needs no reading: `str | None` is both, a tuple or a record none."""
    options = get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)
    return frozenset(one for one in options if one in {str, int, bool, NoneType})


def _record(record: type, found: Mapping[str, Json]) -> object:
    given: dict[str, object] = {}
    for name, plain, read in _members(record):
        if name in found:
            value = found[name]
            given[name] = value if type(value) in plain else read(value, name)
    try:
        return record(**given)
    except TypeError as error:
        raise ValueError(f"{record.__name__.lower()}: {error}") from None


def _reading(hint: object) -> _Reading:
    """Make what reads a value of a type."""
    origin = get_origin(hint)
    if origin in (UnionType, Union):
        return _maybe(hint)
    if origin is tuple:
        return _row(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _nested(hint)
    if isinstance(hint, type):
        return _value(hint)
    return lambda value, name: _refused(hint, value, name)


@lru_cache(maxsize=65536)
def _party(id_: str, name: str) -> Party:
    """Give a party: the same few are named again and again, so each is made once."""
    return Party(id=id_, name=name)


def _nested(hint: type) -> _Reading:
    if hint is Party:
        return _named

    def one(value: Json, name: str) -> object:
        if type(value) is dict or isinstance(value, Mapping):  # the first is what nearly all are, and asked quickly
            return _record(hint, value)
        _refused(hint, value, name)

    return one


def _named(value: Json, name: str) -> object:
    if type(value) is dict and type(value.get("id")) is str and type(value.get("name")) is str:
        return _party(value["id"], value["name"])
    return _record(Party, value) if isinstance(value, Mapping) else _refused(Party, value, name)


def _maybe(hint: object) -> _Reading:
    args = get_args(hint)
    read = _reading(next(arg for arg in args if arg is not NoneType))
    if NoneType not in args:
        return read
    return lambda value, name: None if value is None else read(value, name)


def _row(hint: object) -> _Reading:
    inner = get_args(hint)
    reads = [_reading(one) for one in inner if one is not Ellipsis]
    first = reads[0]

    def many(value: Json, name: str) -> object:
        if not isinstance(value, list | tuple):
            _refused(hint, value, name)
        return tuple([first(item, name) for item in value]) if value else ()

    def some(value: Json, name: str) -> object:
        if not isinstance(value, list | tuple) or len(value) != len(reads):
            _refused(hint, value, name)
        return tuple(read(item, name) for read, item in zip(reads, value, strict=True))

    return many if inner[-1] is Ellipsis else some


def _value(hint: type) -> _Reading:
    def one(value: Json, name: str) -> object:
        if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
            return value
        _refused(hint, value, name)

    return one


def _refused(hint: object, value: Json, name: str) -> NoReturn:
    raise ValueError(f"{name}: {value!r} is not {getattr(hint, '__name__', hint)}")
