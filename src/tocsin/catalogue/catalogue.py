# SPDX-License-Identifier: Apache-2.0
"""The catalogue: the package's rows, then each pack's, later rows adding to and overriding earlier ones."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_type_hints

from tocsin.catalogue.rows import Act, Actor, Body, Force, Harm, Instrument, Place, Row, Words
from tocsin.records.ids import Digest, digest
from tocsin.records.problems import Problem

TABLES: Mapping[str, type[Row]] = {
    "actor": Actor,
    "place": Place,
    "instrument": Instrument,
    "body": Body,
    "act": Act,
    "force": Force,
    "harm": Harm,
    "words": Words,
}
"""Every table by the name of its TOML array: `[[actor]]` and so on."""

DATA = Path(__file__).parent / "data"

_R = TypeVar("_R", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Catalogue:
    """Rows by table and id; compared by identity. `digest` names the files it was made of, in order."""

    digest: Digest
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    instruments: Mapping[str, Instrument]
    bodies: Mapping[str, Body]
    acts: Mapping[str, Act]
    forces: Mapping[str, Force]
    harms: Mapping[str, Harm]
    words: Mapping[str, Words]

    def list(self, name: str) -> tuple[str, ...]:
        """Give the words of a list by its id.

        Raises:
            KeyError: No such list.
        """
        return self.words[name].words


def load(packs: Iterable[Path] = ()) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read the package's rows, then each pack's (a folder of TOML files, read in the order of their names).

    A row whose id stands already changes the members it names; `aliases` and other lists are added to.
    """
    files = sorted(DATA.glob("**/*.toml"))
    for pack in packs:
        files += sorted(Path(pack).glob("**/*.toml"))
    tables: dict[str, dict[str, Row]] = {name: {} for name in TABLES}
    problems: list[Problem] = []
    content: list[bytes] = []
    for path in files:
        data = path.read_bytes()
        content.append(data)
        try:
            arrays = tomllib.loads(data.decode())
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(where=str(path), code="bad-toml", message=f"{error}; the file is passed over"))
            continue
        for name, rows in arrays.items():
            if name not in TABLES or not isinstance(rows, list):
                problems.append(
                    Problem(where=str(path), code="unknown-table", message=f"[[{name}]] is none of {', '.join(TABLES)}")
                )
                continue
            for number, row in enumerate(rows, 1):
                try:
                    _put(tables[name], TABLES[name], row)
                except (TypeError, ValueError) as error:
                    where = f"{path} [[{name}]] {number}"
                    problems.append(Problem(where=where, code="bad-row", message=f"{error}; the row is passed over"))
    made = Catalogue(
        digest=digest(b"\0".join(content)),
        actors=_table(tables["actor"], Actor),
        places=_table(tables["place"], Place),
        instruments=_table(tables["instrument"], Instrument),
        bodies=_table(tables["body"], Body),
        acts=_table(tables["act"], Act),
        forces=_table(tables["force"], Force),
        harms=_table(tables["harm"], Harm),
        words=_table(tables["words"], Words),
    )
    return made, tuple(problems)


def _table(rows: Mapping[str, Row], kind: type[_R]) -> dict[str, _R]:
    return {name: row for name, row in rows.items() if isinstance(row, kind)}


_HINTS: Mapping[type[Row], Mapping[str, object]] = {kind: get_type_hints(kind) for kind in TABLES.values()}


def _put(table: dict[str, Row], kind: type[Row], row: object) -> None:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise TypeError("a row needs an id")
    values: dict[str, object] = {}
    for name, value in row.items():
        hint = _HINTS[kind].get(name)
        if hint is None:
            raise ValueError(f"{row['id']}: no member {name!r} in this table")
        if isinstance(value, list):
            values[name] = tuple(value)
        elif isinstance(value, str | int):
            values[name] = value
        else:
            raise TypeError(f"{row['id']}: {name} must be a string, a whole number or a list")
    held = table.get(row["id"])
    if held is None:
        table[row["id"]] = kind(**values)  # type: ignore[arg-type]  # members are checked by name above
        return
    for name, value in values.items():
        before = getattr(held, name)
        if isinstance(value, tuple) and isinstance(before, tuple):
            values[name] = before + tuple(item for item in value if item not in before)
    table[row["id"]] = dataclasses.replace(held, **values)  # type: ignore[arg-type]  # as above
