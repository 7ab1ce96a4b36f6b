# SPDX-License-Identifier: Apache-2.0
"""Operations of the JSON interface, and their description as OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tocsin.records.ids import Json
from tocsin.web.guards import TOKEN
from tocsin.web.rooms import Visit
from tocsin.web.shapes import schema, schemas


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something was not done: the failure's name and its sentence."""

    error: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A part of an address that is filled in."""

    name: str
    says: str
    pattern: str | None = None
    options: tuple[str, ...] = ()
    number: bool = False
    required: bool = False

    def described(self, place: str) -> dict[str, Json]:
        """Describe it as OpenAPI; `place` is path or query."""
        form: dict[str, Json] = {"type": "integer", "minimum": 0} if self.number else {"type": "string"}
        if self.pattern is not None:
            form["pattern"] = self.pattern
        if self.options:
            form["enum"] = [*self.options]
        return {
            "name": self.name,
            "in": place,
            "required": self.required or place == "path",
            "description": self.says,
            "schema": form,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What can be asked at an address: a GET, or where there is a body a POST."""

    path: str
    call: Callable[[Visit], object]
    answer: type
    within: tuple[Parameter, ...] = ()
    query: tuple[Parameter, ...] = ()
    body: type | None = None

    @property
    def method(self) -> str:
        """The HTTP method, in small letters."""
        return "get" if self.body is None else "post"


_REFUSALS: Mapping[str, str] = {
    "400": "The request is at fault, or a promise of the ledger is broken",
    "401": "There is no session",
    "403": "The token is missing, or another site asks",
    "404": "There is no such document, finding or address",
    "405": "The address does not answer this method",
    "409": "The finding moved since it was seen",
    "413": "The request is too long",
    "421": "The Host header names another host",
    "503": "It is being worked out of the whole ledger, or another process writes; ask again",
    "422": "Nobody and nothing is called so; the message names the nearest",
}


def described(operations: Iterable[Operation], number: str) -> Mapping[str, object]:
    """Describe operations as OpenAPI 3.1."""
    paths: dict[str, dict[str, Json]] = {}
    known: dict[str, Json] = schemas(Refusal)
    for one in operations:
        known |= schemas(one.answer) | (schemas(one.body) if one.body is not None else {})
        paths.setdefault(one.path, {})[one.method] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tocsin reading room",
            "version": number,
            "description": "What the pages show and do. `GET /open?key=…`, the one-time link, gives the cookie.",
        },
        "paths": paths,
        "components": {
            "schemas": known,
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": "tocsin-8000"}},
        },
        "security": [{"session": []}],
    }


def _operation(one: Operation) -> dict[str, Json]:
    says = (one.call.__doc__ or "").splitlines()[0]
    parameters: list[Json] = [
        *(parameter.described("path") for parameter in one.within),
        *(parameter.described("query") for parameter in one.query),
    ]
    if one.body is not None:
        parameters.append(
            {
                "name": TOKEN,
                "in": "header",
                "required": True,
                "schema": {"type": "string"},
                "description": "the session's token",
            }
        )
    made: dict[str, Json] = {
        "operationId": one.call.__name__,
        "summary": says.removesuffix("."),
        "parameters": parameters,
        "responses": {
            "200": {"description": "Done", "content": _json(schema(one.answer))},
            **{code: {"description": told, "content": _json(schema(Refusal))} for code, told in _REFUSALS.items()},
        },
    }
    if one.body is not None:
        made["requestBody"] = {"required": True, "content": _json(schema(one.body))}
    return made


def _json(form: dict[str, Json]) -> dict[str, Json]:
    return {"application/json": {"schema": form}}
