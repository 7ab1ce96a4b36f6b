# SPDX-License-Identifier: Apache-2.0
"""Mentions of time: found once, as written, before anything is known of the day they are reckoned from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from tocsin.reading.lexicon import cased


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that the words give by themselves."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Partial:
    """A month, a day or a run of days without a year.

    `part` early, mid or late; `shift` -1 last, 1 next, 0 this such month; `turn` the same for "of last year"; `told`
    says that it goes by the year told last ("of that year").
    """

    month: int
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    part: str = ""
    shift: int | None = None
    turn: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, Monday to Sunday, or the weekend of it, that a day lies in."""

    day: Fixed | Partial
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `shift` as in `Partial`.

    `week` is the week it is said to be of, counted from the issue's; `told` says that
    `shift` goes by the date told last.
    """

    day: int
    shift: int | None = None
    week: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month that the words do not name; `of_this` says that it is the issue's."""

    day: int
    of_this: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """This, last or next day, week, month, year, season: `shift` of them from the issue, or from what was told.

    `told` None is either: what was told just before, else the issue ("the end of the year").
    """

    unit: str
    shift: int
    told: bool | None = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units before or after the issue ("ago") or what was told ("later")."""

    count: float
    unit: str
    sign: int
    told: bool
    about: bool
    stem: int
    """Where the length ends without its "ago" or "later": all that is left where there is nothing to reckon from."""
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length; `bound` is what stands before it: almost, more, about, exact."""

    iso: str
    bound: str


@dataclass(frozen=True, slots=True)
class Then:
    """The "then" of "since then": what was told last."""


Value: TypeAlias = Fixed | Partial | WeekOf | Weekday | Day | Turn | Shifted | Lasting | Then


Reading: TypeAlias = tuple[int, int, str, Value]
"""Start, end, construction, value."""


class Mention(NamedTuple):
    """A view span, the construction, its block (None between blocks) and what the words say.

    `attributive`: the date belongs to a document named just before ("the Statement of 9 November 2020").
    """

    start: int
    end: int
    by: str
    block: int | None
    value: Value
    attributive: bool = False


MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10}
_SHORT |= {"Nov": 11, "Dec": 12}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
UNITS = {
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "year": "Y",
    "decade": "T",
    "century": "C",
}
_UNIT_WORDS = (*UNITS, *(unit + "s" for unit in UNITS if unit != "century"), "centuries")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DEICTIC = (
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "this morning",
    "this afternoon",
    "this evening",
    "last night",
    "since then",
    "christmas day",
    "christmas eve",
    "new year's day",
    "new year's eve",
)
_LONG = ("daylong", "weeklong", "monthlong", "yearlong")
_PARTS_OF_DAY = ("night", "morning", "evening", "afternoon", "weekend")


def patterns() -> Iterator[tuple[str, str]]:
    """Give every word that a time is looked for around, with its family, for the lexicon's `time` layer.

    Lower-case "may", "march" and "mar" are left out: those are verbs.
    """
    names = [(name, f"month.{number}") for number, name in enumerate(MONTHS, 1)]
    names += [(name, f"month.{number}") for name, number in _SHORT.items()]
    names += [(name, f"weekday.{number}") for number, name in enumerate(WEEKDAYS)]
    for name, tag in names:
        yield name, tag
        yield name.upper(), tag
    for number, name in enumerate(MONTHS, 1):
        if name not in ("May", "March"):
            yield name.lower(), f"month.{number}"
    for name in ("Q1", "Q2", "Q3", "Q4", "H1", "H2"):
        yield name, "quarter"
    families = {
        "unit": _UNIT_WORDS,
        "deictic": _DEICTIC,
        "season": tuple(SEASONS),
        "long": _LONG,
        "turn": _PARTS_OF_DAY,
    }
    for family, words in families.items():
        for word in words:
            for case in cased(word):
                yield case, family


def days(first: tuple[int, int], last: tuple[int, int] | None, year: str | None) -> Fixed | Partial | None:
    """Make a value of (month, day) and perhaps the last (month, day); None where there is no such day.

    >>> days((6, 13), (6, 15), "2023")
    Fixed(edtf='2023-06-13/2023-06-15')
    """
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    for number, day in (first, last or first):
        if not 1 <= day <= longest[number - 1]:
            return None
    if year is None:
        return Partial(first[0], first[1], *(last or (None, None)))
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    if not leap and (2, 29) in (first, last):
        return None
    text = f"{year}-{first[0]:02}-{first[1]:02}"
    if last is None:
        return Fixed(text)
    other = f"{year}-{last[0]:02}-{last[1]:02}"
    return Fixed(f"{text}/{other}") if text < other else None
