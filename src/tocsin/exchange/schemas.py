# SPDX-License-Identifier: Apache-2.0
"""JSON Schemas of the findings lines, drawn from the records, so that they cannot differ from what is written.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import dataclasses
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from tocsin.records.findings import Card, Finding
from tocsin.records.ids import Json
from tocsin.records.lines import KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DIGEST = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}


def findings() -> dict[str, Json]:
    """Give the schema of one findings line, as `tocsin read --findings` writes it.

    >>> sorted(findings()["$defs"])
    ['ask', 'citation', 'claim', 'document', 'passage', 'quantity', 'time', 'warning']
    """
    kinds: dict[str, type[Finding | Card]] = {"document": Card, **KINDS}
    return {
        "$schema": DIALECT,
        "$id": "urn:tocsin:schema:findings/1",
        "title": "A line of Tocsin's findings",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds],
        "$defs": {kind: _line(kind, record) for kind, record in kinds.items()},
    }


def _line(kind: str, record: type[Finding | Card]) -> dict[str, Json]:
    held = _object(record)
    properties, required = held["properties"], held["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    head: dict[str, Json] = {"source": {"type": "string"}, "document": _DIGEST, "kind": {"const": kind}}
    return {**held, "properties": {**head, **properties}, "required": [*head, *required]}


def _object(record: type) -> dict[str, Json]:
    hints = get_type_hints(record)
    names = [field.name for field in dataclasses.fields(record)]
    return {
        "type": "object",
        "properties": {name: _typed(hints[name]) for name in names},
        "required": list(names),
    }


def _typed(hint: object) -> Json:
    if get_origin(hint) in (UnionType, Union):
        return {"anyOf": [_typed(arg) for arg in get_args(hint)]}
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return {"type": "array", "items": _typed(inner[0])}
        held: list[Json] = [_typed(one) for one in inner]
        return {"type": "array", "prefixItems": held, "minItems": len(inner), "maxItems": len(inner)}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _object(hint)
    return {"type": _PLAIN[hint]} if isinstance(hint, type) else {}


_PLAIN: dict[type, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
