# SPDX-License-Identifier: Apache-2.0
"""Terms: words of a closed list as typed, held against the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.lookup import nearest
from tocsin.catalogue.rows import Row
from tocsin.errors import BadRequest
from tocsin.records.bounds import bounds
from tocsin.records.lines import KINDS

SHORT: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(KINDS),
    "mode": ("asserted", "reported", "alleged", "denied", "threatened"),
    "status": ("accepted", "pending", "noted", "implemented"),
}
"""Lists that no row of the catalogue extends (docs/findings.md)."""

DATES = ("when", "by_when", "issued", "edtf")
"""Members that hold a date."""


class UnknownTerm(BadRequest):
    """A word is none of its list."""

    def __init__(self, what: str, given: str, near: tuple[str, ...]) -> None:
        super().__init__(f"{what} {given!r}: no such term; the nearest are {', '.join(near)}")


class NoneOf(BadRequest):
    """A word is none of a list that is short enough to be told."""

    def __init__(self, what: str, given: str, every: Sequence[str]) -> None:
        super().__init__(f"{what} {given!r}: no such {what}; say {', '.join(every[:-1])} or {every[-1]}")


class UnknownDate(BadRequest):
    """A member that holds a date is given something else."""

    def __init__(self, what: str, given: str) -> None:
        super().__init__(f"{what} {given!r}: this is no date; write 2023-08-31, 2023-08, 2022-12-12/.. or 2023-08~")


def term(catalogue: Catalogue, what: str, given: str) -> str:
    """Give a term as the catalogue writes it; `what` is force, act or harm, other words are given back.

    Raises:
        UnknownTerm: The list has no such term; the nearest are named.
    """
    lists: dict[str, Mapping[str, Row]] = {"force": catalogue.forces, "act": catalogue.acts, "harm": catalogue.harms}
    rows = lists.get(what)
    if rows is None or given in rows:
        return given
    raise UnknownTerm(what, given, nearest(given, ((name, name) for name in rows)))


def listed_term(catalogue: Catalogue, what: str, given: str) -> str:
    """Give a term that a search names, in small letters, as its list has it; what has no list is given back.

    Raises:
        UnknownTerm: The list has no such term; the nearest are named.
        NoneOf: The list is short, and has no such term; all of it is named.
    """
    if what in SHORT:
        if given not in SHORT[what]:
            raise NoneOf(what, given, SHORT[what])
        return given
    return term(catalogue, what, given)


def checked(catalogue: Catalogue, member: str, value: str) -> str:
    """Give a member's value where its list or form allows it.

    Raises:
        UnknownTerm, NoneOf: The list of the member has no such term.
        UnknownDate: The member holds a date, and this is none.
    """
    if member in DATES and not value.startswith("P") and bounds(value) is None:
        raise UnknownDate(member, value)
    return listed_term(catalogue, member, value)
