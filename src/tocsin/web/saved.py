# SPDX-License-Identifier: Apache-2.0
"""Saved searches: names for addresses of the search page, kept in a small file beside the ledger.

1. They are a person's convenience, no part of what the ledger says: no entry, no head, nothing is derived of them.
2. What is kept is the search's own fields and nothing else, so that no name leads anywhere but to the search page.
3. A file that cannot be read as one of ours is left as it is, and nothing is kept in it.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tocsin.errors import BadRequest
from tocsin.web.facets import NAMES
from tocsin.web.rooms import CLOCKS, HAPPENED, Room, visit

FIELDS = ("q", *NAMES, *CLOCKS, *HAPPENED)
"""Fields of a search that are kept."""
MOST, LONGEST, NAME = 100, 2000, 80
"""Searches that are kept, characters of one, and of its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A saved search: its name and its fields as an address has them."""

    name: str
    query: str


class CannotSave(BadRequest):
    """A search cannot be kept."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the search was not kept: {reason}")


def file(room: Room) -> Path:
    """Give the file beside the ledger."""
    return room.at.ledger_path.with_name(f"{room.at.ledger_path.name}.searches.json")


def saved(room: Room) -> tuple[Saved, ...]:
    """Give the saved searches, in order of their names; none where the file is none of ours."""
    return _read(file(room)) or ()


def _read(path: Path) -> tuple[Saved, ...] | None:
    """Read the file: empty where there is none, None where it is something else."""
    try:
        with path.open("rb") as held:
            given = json.loads(held.read(MOST * (LONGEST + NAME) * 8))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or not all(isinstance(query, str) for query in given.values()):
        return None
    return tuple(Saved(name=name[:NAME], query=_fields(query)) for name, query in sorted(given.items())[:MOST])


def _fields(query: str) -> str:
    """Keep of a query what a search has, and nothing else.

    >>> _fields("q=corridor&kind=ask&back=//elsewhere")
    'q=corridor&kind=ask'
    """
    pairs = dict(parse_qsl(query[:LONGEST]))
    return urlencode({name: pairs[name] for name in FIELDS if name in pairs})


def keep(request: Request) -> Response:
    """Keep the search of the form under its name, or forget the one of that name."""
    with visit(request) as at:
        name = " ".join(at.form.get("name", "").split())[:NAME]
        held = _read(file(at.room))
        if not name or held is None:
            raise CannotSave("it has no name" if not name else f"{file(at.room).name} holds something else")
        query = _fields(at.form.get("query", ""))
        kept = {one.name: one.query for one in held if one.name != name}
        if at.form.get("do") != "forget":
            if not query:
                raise CannotSave("it searches for nothing")
            if len(kept) >= MOST:
                raise CannotSave(f"{MOST} are kept already; forget one")
            kept[name] = query
        _write(file(at.room), kept)
    return RedirectResponse(f"/search?{query}" if query else "/search", status_code=303)


def _write(path: Path, kept: Mapping[str, str]) -> None:
    """Write the file whole or not at all, readable by its owner only."""
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(dict(sorted(kept.items())), out, ensure_ascii=False, indent=1)
        Path(made).replace(path)
    except OSError as error:
        Path(made).unlink(missing_ok=True)
        raise CannotSave(str(error.strerror)) from None


def current(asked: Mapping[str, str]) -> str:
    """Give the fields of the search in an address."""
    return urlencode({name: asked[name] for name in FIELDS if name in asked})


def called(held: Sequence[Saved], query: str) -> str:
    """Give the name under which a search is kept, empty where it is not."""
    return next((one.name for one in held if one.query == query), "")
