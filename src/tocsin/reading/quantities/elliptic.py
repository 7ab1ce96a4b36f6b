# SPDX-License-Identifier: Apache-2.0
"""Numbers without a noun that count what a label or the number before them counts."""

from __future__ import annotations

import re

from tocsin.reading.patterns import late
from tocsin.reading.quantities.counted import Nouns
from tocsin.reading.quantities.numerals import GAP
from tocsin.records.findings import Quantity

_LABEL = 90
"""Code points that the label of a figure is no longer than."""
_NOUN = late(rf"{GAP}(?:working{GAP}|single{GAP})?(?P<noun>[a-z]+)\b(?!{GAP}of\b)")
_SERVED = late(
    rf"{GAP}(?:[a-z]+{GAP}){{1,3}}?(?=\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|some|about|over){GAP})"
)
_BESIDE = 40
_NO_NOUNS = frozenset(("quantity.money", "quantity.per-cent"))
_FAR = 240
"""Code points behind a number within which the next may count the same."""
NONE = ("none", "nil", "zero", "nobody")
_NONE = late(r"(?:none|nil|zero|nobody|no one)\b(?= *(?:$|[\n.,;(]))", re.IGNORECASE)
_CLOSED = late(rf" *(?:$|[\n,.;:)(])|{GAP}(?:in|on|at|near|from|by|across|since|as of|dead|of whom)\b")
"""What a number without a noun ends with."""
_APART = late(r"\n *\n|\n(?= *[-–—•*\d])")
_STOP = late(r"[.!?][\"')]?\s")
_WORD = late(r"[a-z][a-z'-]+")
_PLACED = late(
    rf"(?:{GAP}more)?{GAP}(?:on|in|at|near|from|to|among|elsewhere|across|still|already|now|so{GAP}far)\b"
    rf"|(?:{GAP}more)?(?= *(?:[,.;)]|\n|$))"
)
"""A place or a stop behind the second of two numbers: "six people died here and seven on the far bank"."""
_JOINED = late(
    rf"\b(?:(?:up|down){GAP}from|compared{GAP}(?:with|to)|versus){GAP}\Z|(?:\band|\bbut|\bwhile|,|;)(?:{GAP}(?:then|another|a{GAP}further|only|the{GAP}other|some))?{GAP}\Z",
    re.IGNORECASE,
)
_MORE = late(rf"{GAP}more\b(?= *(?:[.;,)]|$))")
_OTHERS = late(rf"{GAP}others?\b(?!{GAP}(?:[a-z]+s\b(?!{GAP}(?:were|have|had|are)))|-)")
_VOICED = late(
    rf"\b(?:speaks?|spoke|speaking|talks?|talked|tells?|told|names|lists?){GAP}of{GAP}\Z"
    rf"|\b(?:puts?|put){GAP}(?:it|them|the{GAP}(?:toll|number|figure|count|total|dead)){GAP}at{GAP}\Z"
    rf"|\b(?:count(?:s|ed)|reports?|reported|says?|said|confirmed|acknowledged|admits?|admitted)(?:{GAP}(?:there{GAP}(?:were|are)|it{GAP}was|only))?{GAP}\Z",
    re.IGNORECASE,
)
_OPENS = late(rf"(?:^|[.;:—–-]|,(?:{GAP}and|{GAP}but)?|\band|\bbut|\"){GAP}?\Z")
_ACTS = late(
    rf"{GAP}(?:(?:of{GAP}(?:them|whom|these|those)){GAP})?(?:have|had|has|are|were|was|is|remain(?:s|ed)?|died|fled|returned|survived|escaped|drowned)\b"
)


def find(content: str, begin: int, end: int, before: Quantity | None, nouns: Nouns) -> tuple[int, str] | None:
    """Tell what a number without a noun counts, and where its words end; None where nothing tells it.

    `begin` is where its words of bound begin, `end` where the number ends; `before` is the last quantity read.
    """
    of = labelled(content, begin, end, nouns)
    if of is not None:
        return end, of
    others = _OTHERS.match(content, end)
    told = before if before and _near(content, before, begin) else None
    people = told is not None and (told.of in nouns.who or told.of in nouns.fates)
    if others is not None:
        return others.end(), told.of if told and people else "population"
    if told is None or not told.of or told.by in _NO_NOUNS:
        return None
    between = content[told.end : begin]
    same = _STOP.search(between) is None
    more = _MORE.match(content, end) if people else None
    if more is not None:  # "there are 5,200 midwives. The plan says that it needs 18,000 more."
        return more.end(), told.of
    shared = same and _JOINED.search(between) and _PLACED.match(content, end)
    if (people or same) and not shared:
        shared = (_VOICED.search(between) and _CLOSED.match(content, end)) or (
            _OPENS.search(between) and _ACTS.match(content, end)
        )
    return (end, told.of) if shared else None


def single(content: str, start: int, end: int, before: Quantity | None, nouns: Nouns) -> tuple[int, str] | None:
    """Read "one boat" beside other numbers: "eleven sailors with one boat", "one tap served a hundred"."""
    noun = _NOUN.match(content, end)
    of = nouns.all.get(f"{noun['noun'].lower()}s") if noun else None
    if noun is None or of is None or of in nouns.who:
        return None
    beside = before is not None and 0 < start - before.end < _BESIDE and not _STOP.search(content, before.end, start)
    served = _SERVED.match(content, noun.end())
    return (noun.end(), of) if beside or served else None


def zero(content: str, start: int, nouns: Nouns) -> tuple[int, str] | None:
    """Read the "none" of a label: "Patients let out: none"."""
    match = _NONE.match(content, start)
    of = labelled(content, start, match.end(), nouns) if match else None
    return (match.end(), of) if match and of else None


def _near(content: str, before: Quantity, begin: int) -> bool:
    """Say whether a quantity stands near enough before, in the same paragraph."""
    return 0 < begin - before.end < _FAR and _APART.search(content, before.end, begin) is None


def labelled(content: str, begin: int, end: int, nouns: Nouns) -> str | None:
    """Tell what a figure counts by its label: "Trucks that came in: 33 (the week before: 1,108)"."""
    low = content.rfind("\n", 0, begin) + 1
    label = content[low:begin].rstrip()
    if not label.endswith(":") or len(label) > _LABEL or _STOP.search(label) or not _CLOSED.match(content, end):
        return None
    words = _WORD.findall(label.lower())
    deed = next((nouns.deeds[word] for word in words if word in nouns.deeds), None)
    return deed or next((nouns.all[word] for word in words if word in nouns.all), None)
