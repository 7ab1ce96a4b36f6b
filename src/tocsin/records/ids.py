# SPDX-License-Identifier: Apache-2.0
"""Digests of bytes and of canonical JSON: what every id in the ledger is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NewType, TypeAlias

Digest = NewType("Digest", str)
"""`sha256:` and 64 lower-case hexadecimal digits."""

Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None
"""JSON without fractions: numbers that are not whole are kept as strings, so canonical form is never in doubt."""


def digest(data: bytes) -> Digest:
    """Name bytes by their SHA-256.

    >>> digest(b"")[:15]
    'sha256:e3b0c442'
    """
    return Digest("sha256:" + hashlib.sha256(data).hexdigest())


def canonical(value: Json) -> bytes:
    """Write JSON in its one canonical form: UTF-8, no white space, members sorted by their UTF-16 code units.

    >>> canonical({"b": [1, None], "a": "é"}).decode()
    '{"a":"é","b":[1,null]}'

    Raises:
        ValueError: The value holds a fraction, an integer beyond 2**53 or a lone surrogate: none has one form here.

    Source: RFC 8785, JSON Canonicalization Scheme.
    """
    if type(value) is list and (flat := _flat(value)) is not None:
        return flat
    if _plain(value):
        return _WRITER.encode(value).encode()
    return json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


_WRITER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, sort_keys=True, check_circular=False
)


_QUOTED = json.encoder.encode_basestring


def _flat(items: list[Json]) -> bytes | None:
    """Write a list of strings and whole numbers, which is what ids are made of; None where it holds anything else."""
    parts = []
    for item in items:
        if type(item) is str:
            parts.append(_QUOTED(item))
        elif type(item) is int and -(2**53) <= item <= 2**53:
            parts.append(str(item))
        elif item is None:
            parts.append("null")
        else:
            return None
    return f"[{','.join(parts)}]".encode()


def _plain(value: object) -> bool:
    """Say whether the writer's own order is the canonical one: plain containers, whole numbers, ASCII names."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return -(2**53) <= value <= 2**53  # type: ignore[operator]
    if kind is dict:
        return all(map(str.isascii, value)) and _all_plain(value.values())  # type: ignore[call-overload, attr-defined]
    return (kind is list or kind is tuple) and _all_plain(value)  # type: ignore[arg-type]


def _all_plain(items: Iterable[object]) -> bool:
    for item in items:  # noqa: SIM110 - a generator would cost as much again, and this runs over every payload
        if type(item) is not str and item is not None and not _plain(item):
            return False
    return True


def _sorted(value: Json) -> Json:
    if isinstance(value, float):
        raise ValueError(f"{value!r}: write a fraction as a string")  # noqa: TRY004 - the value, not its type, has no form
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
        raise ValueError(f"{value}: an integer beyond 2**53 has no one form in JSON")
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value, key=lambda k: k.encode("utf-16-be"))}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_sorted(item) for item in value]
    return value


def finding_id(document: Digest, version: str, kind: str, start: int, end: int, ordinal: int) -> Digest:
    """Name a finding by where it stands, so that judgements survive a better reader.

    `version` is the text's version; `ordinal` counts findings of one kind on one span from 0.

    >>> finding_id(digest(b""), "text/1", "ask", 0, 4, 0) == finding_id(digest(b""), "text/1", "ask", 0, 4, 0)
    True
    """
    return digest(canonical(["finding", document, version, kind, start, end, ordinal]))
