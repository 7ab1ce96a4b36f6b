# SPDX-License-Identifier: Apache-2.0
"""Dates that a line in another language gives: "22 de octubre de 2031", "le 3 août 2031", "3. März 2031"."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import Reading, days

_NAMES = (
    "enero janvier janeiro gennaio januar",
    "febrero février fevrier fevereiro febbraio februar",
    "marzo mars março marco märz maerz",
    "abril avril aprile",
    "mayo mai maio maggio",
    "junio juin junho giugno juni",
    "julio juillet julho luglio juli",
    "agosto août aout",
    "septiembre setiembre septembre setembro settembre",
    "octubre octobre outubro ottobre oktober",
    "noviembre novembre novembro",
    "diciembre décembre decembre dezembro dicembre dezember",
)
"""The months in Spanish, French, Portuguese, Italian and German, where English has another word."""
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_BEFORE = late(r"(?<![\w.,/])(?:el |le |den )?(?P<day>\d{1,2})(?:º|er|\.)?(?:\s+de)?\s+$")
_AFTER = late(r",?(?:\s+del?)?\s+(?P<year>(?:19|20)\d\d)\b")


def patterns() -> Iterator[tuple[str, str]]:
    """Give the names of the months in small letters and with a capital, for the lexicon's `time` layer."""
    for name in _MONTHS:
        yield name, "foreign"
        yield name.capitalize(), "foreign"


def foreign(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read the day and year around a month's name; without both it is none."""
    before = _BEFORE.search(content, max(low, cue[0] - 16), cue[0])
    after = _AFTER.match(content, cue[1], high)
    if before is None or after is None:
        return []
    month = _MONTHS[content[cue[0] : cue[1]].lower()]
    value = days((month, int(before["day"])), None, after["year"])
    return [(before.start("day"), after.end(), "time.day", value)] if value else []
