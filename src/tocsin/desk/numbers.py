# SPDX-License-Identifier: Apache-2.0
"""Numbers as people type them: "28 killed; 40-45 injured; 21+ killed; ~50 displaced", read into counts and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tocsin.errors import BadRequest
from tocsin.records.ids import Json

_FIGURES = r"\d{1,3}(?:[,\u2009\u00a0 ]\d{3})+|\d{1,15}"
_TYPED = re.compile(
    r"(?:(?P<least>>=?|≥|at least\b|more than\b)|(?P<most><=?|≤|up to\b|at most\b|less than\b)"
    r"|(?P<about>~|≈|about\b|around\b))?"
    rf"\s*(?P<one>{_FIGURES})(?:\s*(?:-|–|to)\s*(?P<other>{_FIGURES})|(?P<more>\+|\s+or more\b))?\s*(?P<of>.*)",
    re.IGNORECASE | re.DOTALL,
)
_EXCLUSIVE = {">": 1, "more than": 1, "<": -1, "less than": -1}

FORM = "28 killed; 40-45 injured; 21+ killed; ~50 displaced"
"""Numbers as they may be typed."""


class BadNumber(BadRequest):
    """What is typed is no number, or does not say what it counts."""

    def __init__(self, member: str, given: str, reason: str) -> None:
        super().__init__(f"--set {member}={given}: {reason}; write “{FORM}”")


def counts(typed: str, held: Sequence[Mapping[str, Json]] = (), *, member: str = "quantities") -> list[Json]:
    """Read the numbers of a claim, parted by semicolons; one that does not say what it counts counts what `held` does.

    >>> counts("21+ killed")
    [{'value': 21, 'comparator': '>', 'low': 21, 'high': None, 'of': 'killed'}]
    >>> counts("28", [{"value": 23, "of": "killed"}])
    [{'value': 28, 'comparator': '=', 'low': 28, 'high': 28, 'of': 'killed'}]

    Raises:
        BadNumber: Something between semicolons is no number, or nothing says what it counts.
    """
    made: list[Json] = []
    for part in filter(None, map(str.strip, typed.split(";"))):
        number, of = _number(member, typed, part)
        known = list(dict.fromkeys(str(one.get("of")) for one in held))
        if not of and len(known) != 1:
            raise BadNumber(member, typed, f"say what {part} counts")
        made.append({**number, "of": of or known[0]})
    return made


def number(member: str, typed: str) -> dict[str, Json]:
    """Read the number of a quantity with its bounds.

    >>> number("value", "40-45")
    {'value': 40, 'comparator': '=', 'low': 40, 'high': 45}

    Raises:
        BadNumber: It is none.
    """
    made, of = _number(member, typed, typed.strip())
    return {**made, "of": of} if of else made


def _number(member: str, typed: str, part: str) -> tuple[dict[str, Json], str]:
    found = _TYPED.fullmatch(part)
    if found is None:
        raise BadNumber(member, typed, f"{part!r} is no number")
    value = _whole(found["one"])
    of = found["of"].strip()
    low: int | None = value
    high: int | None = value
    sign = "="
    if found["other"]:
        high = _whole(found["other"])
        if high < value:
            raise BadNumber(member, typed, f"{part!r} ends below where it begins")
    elif found["least"] or found["more"]:
        sign, high = ">", None
        low = value + _EXCLUSIVE.get((found["least"] or "").lower(), 0)
    elif found["most"]:
        sign, low = "<", None
        high = value + _EXCLUSIVE.get(found["most"].lower(), 0)
    elif found["about"]:
        sign, low, high = "~", None, None
    return {"value": value, "comparator": sign, "low": low, "high": high}, of


def _whole(figures: str) -> int:
    return int(re.sub(r"\D", "", figures))


def typed(held: Iterable[Mapping[str, Json]]) -> str:
    """Write the numbers of a claim as a person would type them.

    >>> typed(counts("28 killed; 40-45 injured; 21+ missing; up to 5 detained; ~50 displaced"))
    '28 killed; 40-45 injured; 21+ missing; <=5 detained; ~50 displaced'
    """
    return "; ".join(f"{_figures(one)} {one.get('of')}" for one in held)


def _figures(one: Mapping[str, Json]) -> str:
    value, sign, low, high = (one.get(name) for name in ("value", "comparator", "low", "high"))
    if sign == ">":
        return f"{value if low is None else low}+"
    if sign == "<":
        return f"<={value if high is None else high}"
    if sign == "~":
        return f"~{value}"
    return f"{low}-{high}" if low is not None and high is not None and low != high else f"{value}"
