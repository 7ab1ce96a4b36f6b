# SPDX-License-Identifier: Apache-2.0
"""Shapes: frozen records as JSON and back, and as JSON Schema, all three from the same type hints."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tocsin.errors import BadRequest
from tocsin.records.ids import Json

_R = TypeVar("_R")
_PLAIN: Mapping[object, dict[str, Json]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    object: {},
}


class NotThatShape(BadRequest):
    """A request's body is not what its operation takes."""

    def __init__(self, where: str, expected: str) -> None:
        super().__init__(f"{where}: {expected}; /api/openapi.json describes what is expected")


def plain(value: object) -> Json:
    """Give a record as JSON.

    Raises:
        TypeError: Something in it has no place in JSON.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} has no place in an answer")


def schema(hint: object) -> dict[str, Json]:  # noqa: PLR0911 - one return a kind of type
    """Describe a type as JSON Schema; records are named, see `schemas`.

    >>> schema(tuple[int, ...])
    {'type': 'array', 'items': {'type': 'integer'}}
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        return {"anyOf": [schema(one) for one in arguments]}
    if origin is Literal:
        return {"enum": [str(one) for one in arguments]}
    if origin is tuple:
        return {"type": "array", "items": schema(arguments[0])}
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema(arguments[1])}
    if hint is NoneType:
        return {"type": "null"}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return {"$ref": f"#/components/schemas/{hint.__name__}"}
    supertype = getattr(hint, "__supertype__", hint)  # a NewType
    return dict(_PLAIN[supertype])


def schemas(record: type) -> dict[str, Json]:
    """Describe a record and every record in it, by name."""
    found: dict[str, Json] = {}
    _describe(record, found)
    return found


def _describe(record: object, found: dict[str, Json]) -> None:
    for inner in get_args(record):
        _describe(inner, found)
    if not (dataclasses.is_dataclass(record) and isinstance(record, type)) or record.__name__ in found:
        return
    hints = _hints(record)
    found[record.__name__] = {}  # a record may hold itself
    required: list[Json] = [field.name for field in dataclasses.fields(record) if _needed(field)]
    found[record.__name__] = {
        "type": "object",
        "description": (record.__doc__ or "").splitlines()[0],
        "properties": {name: schema(hint) for name, hint in hints.items()},
        "required": required,
        "additionalProperties": False,
    }
    for hint in hints.values():
        _describe(hint, found)


def _needed(field: dataclasses.Field[object]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


@cache
def _hints(record: type) -> Mapping[str, object]:
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


def parsed(record: type[_R], body: bytes) -> _R:
    """Read a record from JSON, strictly: nothing unknown, nothing left out, nothing of another type.

    Raises:
        NotThatShape: The body is something else.
    """
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise NotThatShape("the body", "it is no JSON") from None
    made = _typed(record, given, "the body")
    assert isinstance(made, record)
    return made


def _typed(hint: object, given: object, where: str) -> object:  # noqa: PLR0911 - one return a kind of type
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        if given is None and NoneType in arguments:
            return None
        return _typed(next(one for one in arguments if one is not NoneType), given, where)
    if origin is Literal:
        if given in arguments and isinstance(given, str):
            return given
        raise NotThatShape(where, f"one of {', '.join(map(str, arguments))} is expected")
    if origin is tuple and isinstance(given, list):
        return tuple(_typed(arguments[0], item, f"{where}[{number}]") for number, item in enumerate(given))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(given, Mapping):
        return {str(name): _typed(arguments[1], item, f"{where}.{name}") for name, item in given.items()}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type) and isinstance(given, Mapping):
        return _record(hint, given, where)
    supertype = getattr(hint, "__supertype__", hint)
    if isinstance(supertype, type) and isinstance(given, supertype) and type(given) is supertype:
        return given
    raise NotThatShape(where, f"{_called(hint)} is expected")


def _record(record: type, given: Mapping[str, object], where: str) -> object:
    hints = _hints(record)
    if unknown := sorted(set(map(str, given)) - set(hints)):
        raise NotThatShape(where, f"there is no member {', '.join(unknown)[:200]}")
    missing = [field.name for field in dataclasses.fields(record) if _needed(field) and field.name not in given]
    if missing:
        raise NotThatShape(where, f"the members {', '.join(missing)} are missing")
    return record(**{name: _typed(hints[name], item, f"{where}.{name}") for name, item in given.items()})


def _called(hint: object) -> str:
    return {str: "a string", int: "an integer", bool: "true or false"}.get(hint, "another type")  # type: ignore[call-overload,no-any-return]
