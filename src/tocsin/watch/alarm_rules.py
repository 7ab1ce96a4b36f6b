# SPDX-License-Identifier: Apache-2.0
"""Alarm rules: what a person wants to be woken for, written in a TOML file of their own (docs/alarms.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.errors import BadRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRule:
    """One rule. Which members a kind takes, and which it needs, is in `KINDS`.

    `place`, `to` and `by` are names or ids as a person writes them; `factor` None means any. `days` is how long
    something must have gone on; `voices` how many voices it takes, `above` how many more than in the month before;
    `months` how far back a month may lie; `words` are beginnings of words.
    """

    id: str
    kind: str
    factor: int | None = None
    place: str | None = None
    to: str | None = None
    by: str | None = None
    days: int = 0
    voices: int = 2
    above: int = 1
    months: int = 12
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of alarm: what it wakes for, which members it needs and which it may have."""

    wakes_for: str
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "rise": Kind(
        wakes_for="a factor for which more voices state something in a month than in the month before",
        may=("factor", "place", "voices", "above", "months"),
    ),
    "new-side": Kind(
        wakes_for="the first voice of a side that had not yet spoken to a factor at a place", may=("factor", "place")
    ),
    "closed": Kind(wakes_for="a way told to be closed for so many days", needs=("place", "days")),
    "overdue": Kind(
        wakes_for="an ask whose deadline passes without an answer, or an obligation's before it is told to be met",
        may=("to", "days"),
    ),
    "term": Kind(wakes_for="a term used for the first time by a body", needs=("words", "by")),
    "silence": Kind(wakes_for="a body asked for so many days without an answer", needs=("days",), may=("to",)),
}
"""Every kind of alarm."""

_TYPES: Mapping[str, tuple[type, str]] = {
    "factor": (int, "a whole number"),
    "days": (int, "a whole number"),
    "voices": (int, "a whole number"),
    "above": (int, "a whole number"),
    "months": (int, "a whole number"),
    "place": (str, "a name"),
    "to": (str, "a name"),
    "by": (str, "a name"),
    "words": (list, "a list of words"),
}


class BadAlarms(BadRequest):
    """A file of alarms says something that no alarm takes."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


def alarm_rules(content: str, name: str, catalogue: Catalogue) -> tuple[AlarmRule, ...]:
    r"""Read the rules of a file, in order; `name` is the file's, for messages.

    >>> from tocsin.catalogue.catalogue import load
    >>> alarm_rules('[[alarm]]\nkind = "silence"\ndays = 30\n', "alarms.toml", load()[0])[0].id
    'silence-1'

    Raises:
        BadAlarms: The file is no TOML, or a rule has a member it cannot have, or lacks one.
    """
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BadAlarms(name, f"{error}; mend the file") from None
    rows = tables.get("alarm")
    if set(tables) != {"alarm"} or not isinstance(rows, list):
        raise BadAlarms(name, "write [[alarm]] above each rule, and nothing else")
    rules: list[AlarmRule] = []
    for number, row in enumerate(rows, 1):
        rules.append(_rule(row, name, number, catalogue))
    for rule in rules:
        if sum(other.id == rule.id for other in rules) > 1:
            raise BadAlarms(name, f"two alarms have the id {rule.id!r}; give each its own")
    return tuple(rules)


def _rule(row: object, name: str, number: int, catalogue: Catalogue) -> AlarmRule:
    if not isinstance(row, dict):
        raise BadAlarms(f"{name} alarm {number}", "is no table; write [[alarm]] above its members")
    kind = KINDS.get(str(row.get("kind")))
    where = f"{name} alarm {row.get('id', number)}"
    if kind is None:
        raise BadAlarms(where, f"kind {row.get('kind')!r} is none of {', '.join(KINDS)}")
    _check(row, where, str(row["kind"]), kind)
    for member in kind.needs:
        if member not in row:
            raise BadAlarms(where, f"a {row['kind']} alarm needs {member}: {kind.wakes_for}")
    if "factor" in row and str(row["factor"]) not in catalogue.factors:
        raise BadAlarms(where, f"factor {row['factor']} is none of {', '.join(catalogue.factors)}")
    members = {**row, "id": str(row.get("id", f"{row['kind']}-{number}"))}
    if "words" in members:
        members["words"] = tuple(members["words"])
    return AlarmRule(**members)


def _check(row: Mapping[str, object], where: str, named: str, kind: Kind) -> None:
    known = {*kind.needs, *kind.may}
    for member, value in row.items():
        if member in {"id", "kind"}:
            continue
        if member not in known:
            raise BadAlarms(where, f"{member!r} is no member of a {named} alarm; it takes {', '.join(sorted(known))}")
        type_, said = _TYPES[member]
        words = isinstance(value, list) and bool(value) and all(isinstance(word, str) for word in value)
        if not isinstance(value, type_) or isinstance(value, bool) or (type_ is list and not words):
            raise BadAlarms(where, f"{member} must be {said}")
