# SPDX-License-Identifier: Apache-2.0
"""The catalogue: the package's rows, then each pack's, later rows adding to and overriding earlier ones."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import NoneType
from typing import TypeVar, get_args, get_origin, get_type_hints

from tocsin.catalogue.rows import (
    Access,
    Act,
    Actor,
    Body,
    Column,
    Commodity,
    Deadline,
    Deed,
    Duty,
    Fact,
    Factor,
    Field,
    Force,
    Frame,
    Harm,
    Indicator,
    Instrument,
    Place,
    Realisation,
    Reply,
    Row,
    Sign,
    Standard,
    Tenure,
    Term,
    Words,
)
from tocsin.records.ids import Digest, digest
from tocsin.records.problems import Problem

TABLES: Mapping[str, type[Row]] = {
    "actor": Actor,
    "tenure": Tenure,
    "place": Place,
    "instrument": Instrument,
    "body": Body,
    "act": Act,
    "force": Force,
    "harm": Harm,
    "words": Words,
    "term": Term,
    "factor": Factor,
    "indicator": Indicator,
    "sign": Sign,
    "realisation": Realisation,
    "deadline": Deadline,
    "reply": Reply,
    "deed": Deed,
    "fact": Fact,
    "access": Access,
    "column": Column,
    "standard": Standard,
    "commodity": Commodity,
    "duty": Duty,
    "frame": Frame,
    "field": Field,
}
"""Every table by the name of its TOML array: `[[actor]]` and so on."""

DATA = Path(__file__).parent / "data"

CARD = "pack.toml"
"""The file of a pack that says what the pack is; it holds no rows."""

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
    terms: Mapping[str, Term]
    factors: Mapping[str, Factor] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    signs: Mapping[str, Sign] = field(default_factory=dict)
    realisations: Mapping[str, Realisation] = field(default_factory=dict)
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    replies: Mapping[str, Reply] = field(default_factory=dict)
    deeds: Mapping[str, Deed] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    access: Mapping[str, Access] = field(default_factory=dict)
    columns: Mapping[str, Column] = field(default_factory=dict)
    standards: Mapping[str, Standard] = field(default_factory=dict)
    commodities: Mapping[str, Commodity] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)
    tenures: Mapping[str, Tenure] = field(default_factory=dict)

    def list(self, name: str) -> tuple[str, ...]:
        """Give the words of a list by its id.

        Raises:
            KeyError: No such list.
        """
        return self.words[name].words


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A row as its file has it, before it is a record; `number` counts the rows of its table in the file from 1."""

    path: Path
    table: str
    number: int
    values: Mapping[str, object]

    def problem(self, member: str, code: str, message: str) -> Problem:
        """Make a problem of this row: file, table, row and member, then what is wrong."""
        name = self.values.get("id", self.number)
        where = f"{self.path} [[{self.table}]] {name}" + (f": {member}" if member else "")
        return Problem(where=where, code=code, message=message)


def files(packs: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Give the files of rows, the package's first, then each pack's, in the order of their names."""
    found = sorted(DATA.glob("**/*.toml"))
    for pack in packs:
        found += sorted(path for path in Path(pack).glob("**/*.toml") if path.name != CARD)
    return tuple(found)


def raw(path: Path) -> tuple[tuple[Raw, ...], tuple[Problem, ...]]:
    """Read the rows of a file, in order; what is no table of rows is a problem and passed over."""
    try:
        arrays = _parsed(path.read_bytes())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return (), (Problem(where=str(path), code="bad-toml", message=f"{error}; the file is passed over"),)
    rows: list[Raw] = []
    problems: list[Problem] = []
    for name, held in arrays.items():
        if name not in TABLES or not isinstance(held, list):
            message = f"[[{name}]] is none of {', '.join(TABLES)}; its rows are passed over"
            problems.append(Problem(where=str(path), code="unknown-table", message=message))
            continue
        for number, row in enumerate(held, 1):
            if isinstance(row, dict):
                rows.append(Raw(path=path, table=name, number=number, values=row))
            else:
                where = f"{path} [[{name}]] {number}"
                problems.append(
                    Problem(where=where, code="bad-row", message="is no table; write [[name]] above its members")
                )
    return tuple(rows), tuple(problems)


@lru_cache(maxsize=256)
def _parsed(data: bytes) -> Mapping[str, object]:
    """Parse a file once in a process, since reading TOML is the greater part of loading; nobody changes the result."""
    return tomllib.loads(data.decode())


def load(packs: Iterable[Path] = ()) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read the package's rows, then each pack's (a folder of TOML files, read in the order of their names).

    A row whose id stands already changes the members it names; `aliases` and other lists are added to.
    """
    tables: dict[str, dict[str, Row]] = {name: {} for name in TABLES}
    problems: list[Problem] = []
    content: list[bytes] = []
    for path in files(packs):
        rows, wrong = raw(path)
        problems += wrong
        content.append(path.read_bytes() if path.is_file() else b"")
        for row in rows:
            try:
                _put(tables[row.table], TABLES[row.table], row.values)
            except (TypeError, ValueError) as error:
                problems.append(row.problem("", "bad-row", f"{error}; the row is passed over"))
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
        terms=_table(tables["term"], Term),
        factors=_table(tables["factor"], Factor),
        indicators=_table(tables["indicator"], Indicator),
        signs=_table(tables["sign"], Sign),
        realisations=_table(tables["realisation"], Realisation),
        deadlines=_table(tables["deadline"], Deadline),
        replies=_table(tables["reply"], Reply),
        deeds=_table(tables["deed"], Deed),
        facts=_table(tables["fact"], Fact),
        access=_table(tables["access"], Access),
        columns=_table(tables["column"], Column),
        standards=_table(tables["standard"], Standard),
        commodities=_table(tables["commodity"], Commodity),
        duties=_table(tables["duty"], Duty),
        frames=_table(tables["frame"], Frame),
        fields=_table(tables["field"], Field),
        tenures=_table(tables["tenure"], Tenure),
    )
    return made, tuple(problems)


def _table(rows: Mapping[str, Row], kind: type[_R]) -> dict[str, _R]:
    return {name: row for name, row in rows.items() if isinstance(row, kind)}


_HINTS: Mapping[type[Row], Mapping[str, object]] = {kind: get_type_hints(kind) for kind in TABLES.values()}


def _put(table: dict[str, Row], kind: type[Row], row: Mapping[str, object]) -> None:
    name = row.get("id")
    if not isinstance(name, str) or not name:
        raise TypeError("a row needs an id")
    values = {member: _value(kind, name, member, value) for member, value in row.items()}
    held = table.get(name)
    if held is None:
        try:
            table[name] = kind(**values)  # type: ignore[arg-type]  # members are checked by `_value`
        except TypeError as error:
            raise TypeError(f"{name}: {str(error).partition(') ')[2] or error}") from None
        return
    for member, value in values.items():
        before = getattr(held, member)
        if isinstance(value, tuple) and isinstance(before, tuple):
            values[member] = before + tuple(item for item in value if item not in before)
    table[name] = dataclasses.replace(held, **values)  # type: ignore[arg-type]  # as above


def _value(kind: type[Row], name: str, member: str, value: object) -> object:
    """Give a member's value as the record has it, checked against the record's type."""
    hint = _HINTS[kind].get(member)
    if hint is None:
        raise ValueError(f"{name}: no member {member!r} in this table")
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if not isinstance(value, list) or not all(isinstance(item, inner) for item in value):
            raise TypeError(f"{name}: {member} must be a list of {'strings' if inner is str else 'whole numbers'}")
        return tuple(value)
    plain = hint if isinstance(hint, type) else next(arg for arg in get_args(hint) if arg is not NoneType)
    if not isinstance(value, plain) or isinstance(value, bool) != (plain is bool):
        raise TypeError(f"{name}: {member} must be {'a string' if plain is str else 'a whole number'}")
    return value
