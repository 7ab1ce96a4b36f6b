# SPDX-License-Identifier: Apache-2.0
"""Checks of the rows: what is missing, contradictory or points nowhere, each with its place and what to do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue, Raw, files, load, raw
from tocsin.catalogue.folding import folded
from tocsin.catalogue.rows import Actor, Place
from tocsin.records.problems import Problem

KINDS = frozenset(
    {
        "state",
        "territory",
        "un-organ",
        "peace-operation",
        "office",
        "holder",
        "organisation",
        "court",
        "parliament",
        "ministry",
        "armed-group",
        "force",
        "ngo",
        "media",
        "group",
        "collective",
    }
)
"""What an actor may be."""

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(packs: Iterable[Path] = ()) -> tuple[Problem, ...]:
    """Say what is wrong with the package's rows and those of packs, in the order of the files."""
    rows: list[Raw] = []
    problems: list[Problem] = []
    for path in files(packs):
        found, wrong = raw(path)
        rows += found
        problems += wrong
    catalogue, wrong = load(packs)
    problems += (problem for problem in wrong if problem not in problems)
    problems += _sources(rows)
    problems += _ids(rows)
    problems += _dates(rows)
    problems += _links(rows, catalogue)
    problems += _duties(rows, catalogue)
    problems += _aliases(rows, catalogue.actors.values(), "actor")
    problems += _aliases(rows, catalogue.places.values(), "place")
    problems += _states(rows, catalogue)
    return tuple(problems)


def _sources(rows: Iterable[Raw]) -> Iterator[Problem]:
    for row in rows:
        if not str(row.values.get("source", "")).strip():
            yield row.problem("source", "missing-source", "is missing; say where the fact is from")


def _ids(rows: Iterable[Raw]) -> Iterator[Problem]:
    for row in rows:
        if row.table not in {"actor", "place"}:
            continue
        name = row.values.get("id")
        if isinstance(name, str) and not _ID.fullmatch(name):
            yield row.problem("id", "bad-id", f"{name!r} is no id; use small letters, digits and single hyphens")
        kind = row.values.get("kind")
        if row.table == "actor" and isinstance(kind, str) and kind not in KINDS:
            yield row.problem("kind", "unknown-kind", f"{kind!r} is none of {', '.join(sorted(KINDS))}")


def _dates(rows: Iterable[Raw]) -> Iterator[Problem]:
    for row in rows:
        since, until = row.values.get("since"), row.values.get("until")
        for member in ("since", "until", "date"):
            value = row.values.get(member)
            if isinstance(value, str) and not _DATE.fullmatch(value):
                yield row.problem(member, "bad-date", f"{value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
        if isinstance(since, str) and isinstance(until, str) and until < since[: len(until)]:
            yield row.problem("until", "until-before-since", f"{until} lies before {since}; mend one of them")


def _links(rows: Iterable[Raw], catalogue: Catalogue) -> Iterator[Problem]:
    actors, places = catalogue.actors, catalogue.places
    for row in rows:
        for member in ("part_of", "organ_of", "members", "parties", "within", "body", "bearers", "office"):
            value = row.values.get(member)
            for name in value if isinstance(value, list) else (value,) if isinstance(value, str) else ():
                if name not in actors and not (member == "within" and name in places):
                    near = "a row of that id" if member != "within" else "an actor or place of that id"
                    yield row.problem(member, f"unknown-{member.replace('_', '-')}", f"{name!r} is unknown; add {near}")
    for actor in actors.values():
        if _above(actor, catalogue):
            where = next(row for row in rows if row.table == "actor" and row.values.get("id") == actor.id)
            yield where.problem("part_of", "part-of-itself", "leads back to the row itself; break the circle")


def _duties(rows: Iterable[Raw], catalogue: Catalogue) -> Iterator[Problem]:
    for row in rows:
        if row.table != "duty":
            continue
        instrument = row.values.get("instrument")
        if instrument not in catalogue.instruments:
            yield row.problem("instrument", "unknown-instrument", f"{instrument!r} is unknown; add a row of that id")
        if not row.values.get("bearers") and not row.values.get("who"):
            yield row.problem("bearers", "no-bearer", "are missing; name actors, or say in `who` whoever bears it")
        acts = row.values.get("acts")
        for act in acts if isinstance(acts, list) else ():
            if act not in catalogue.acts:
                yield row.problem("acts", "unknown-act", f"{act!r} is unknown; use an id of acts.toml")


def _above(actor: Actor, catalogue: Catalogue) -> bool:
    seen: set[str] = set()
    waiting = list(actor.part_of)
    while waiting:
        name = waiting.pop()
        if name == actor.id:
            return True
        if name not in seen and name in catalogue.actors:
            seen.add(name)
            waiting += catalogue.actors[name].part_of
    return False


def _aliases(rows: Iterable[Raw], held: Iterable[Actor | Place], table: str) -> Iterator[Problem]:
    """Find names that two rows claim. Case counts for acronyms: "WHO" and "who" are two words."""
    owners: dict[str, set[str]] = defaultdict(set)
    for named in held:
        for name in (named.name, *named.aliases):
            owners[_key(name)].add(named.id)
    for row in rows:
        if row.table != table:
            continue
        aliases = row.values.get("aliases")
        for name in (row.values.get("name"), *(aliases if isinstance(aliases, list) else ())):
            others = owners[_key(str(name))] - {str(row.values.get("id"))} if name else set()
            if others:
                yield row.problem(
                    "aliases", "alias-twice", f"{name!r} is a name of {', '.join(sorted(others))} too; keep one"
                )


def _key(name: str) -> str:
    return name if name.isupper() else folded(name)


def _states(rows: Iterable[Raw], catalogue: Catalogue) -> Iterator[Problem]:
    """Hold all states to the same members, so that none is read less well than another."""
    for row in rows:
        held = catalogue.actors.get(str(row.values.get("id"))) if row.table == "actor" else None
        if held is None or held.kind != "state" or held.until:
            continue
        for member in ("demonyms", "seats"):
            if not getattr(held, member):
                yield row.problem(
                    member, "state-incomplete", "is missing; every state has it, so that all are read alike"
                )
