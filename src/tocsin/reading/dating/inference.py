# SPDX-License-Identifier: Apache-2.0
"""A date of issue inferred from a document's own words: what has gone on for so long, since a day it names.

"For almost eight months now" beside "on 12 December 2022" puts the writing at about 12 August 2023. Each length that is
said to go on is laid on each day that it may run from; the month that most lengths agree on, after every day told as
past, is the date. Where nothing goes on, the last day told as past is a bound: the document is of that day or later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.reading.drafts import Draft
from tocsin.reading.numbers import ORDINALS
from tocsin.reading.patterns import late
from tocsin.reading.times.lengths import unit
from tocsin.reading.times.mentions import Fixed, Lasting, Mention
from tocsin.reading.times.resolution import Resolved
from tocsin.records.times import days

_GOES_ON = late(
    r"(?:\b(?:has|have|is|are|goes|going|continu(?:es|ing)|last(?:s|ing)|ongoing|stretch\w+|drag\w+)\b[^.;\n]{0,40}\bfor"
    r"|\b(?:has|have)\s+(?:now\s+|already\s+)?(?:lasted|endured|gone\s+on|held|spent|passed)(?:\s+for)?|\b[Ff]or(?:\s+now)?|\blasting(?:\s+for)?|\b(?:over|during|in|for)\s+the"
    r"|\b(?:it\s+has\s+been|it\s+is|it's)(?:\s+now)?)\s+$"
)
_NOW = late(
    r"\s*,?\s*(?:now|already|running|and\s+counting|on\s+end|into\b|have\s+(?:now\s+)?passed|straight)", re.IGNORECASE
)
_INTO = late(r"\s+(?:into|in)\s+(?:the|this|its|their|our)\b", re.IGNORECASE)
_PERFECT = late(
    r"\b(?:has|have|'ve|'s)\s+(?:not\s+|now\s+|already\s+|still\s+)?(?:been|\w+ed|\w+en|gone|lost|kept|held|had|left|cut|shut)\b"
)
_BEGINS = late(
    r"\b(?:since|start(?:ed|ing|s)?|began|begin(?:s|ning)?|begun|launch\w+|impos\w+|clos\w+|block\w+|erupt\w+|broke\s+out|seal\w+|cut\s+off"
    r"|from|came\s+under|besieg\w+|seiz\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_BEGUN = late(
    r"[^.;]{0,60}\b(?:start\w*|began|launch\w+|impos\w+|clos\w+|block\w+|erupt\w+|broke\s+out|seal\w+|shut|cut|besieg\w+"
    r"|seiz\w+|captur\w+|invad\w+|occupi\w+|encircl\w+|surround\w+|set\s+up|install\w+|suspend\w+|ban\w*|arrest\w+)\b",
    re.IGNORECASE,
)
_ORDINALS = {word: number for number, word in enumerate(ORDINALS[:12], 1)}
_NTH = late(
    r"\b(?:enter(?:s|ed|ing)|(?:now|is|are|already)\s+in(?:to)?"
    r"|(?:gone|going|dragged|dragging|stretched|stretching)\s+(?:on\s+)?into)\s+(?:its|the|their|our|a)\s+"
    r"(?:(?P<word>" + "|".join(_ORDINALS) + r")|(?P<figure>\d{1,3})(?:st|nd|rd|th))\s+"
    r"(?:straight\s+|consecutive\s+)?(?P<unit>day|week|month|year)\b(?!\s+of\s+(?:the\s+)?(?:year|month|\d))",
    re.IGNORECASE,
)
_SLACK = {"D": 1.5, "W": 4.0, "M": 16.0, "Y": 183.0}


@dataclass(frozen=True, slots=True)
class Inferred:
    """The date, and the view spans whose words carry it."""

    edtf: str
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ongoing:
    """A length that goes on as the author writes: at least `low`, at most `high` days; `letter` its unit."""

    start: int
    end: int
    block: int | None
    low: float
    high: float
    letter: str


@dataclass(frozen=True, slots=True)
class _Guess:
    low: date
    high: date
    length: Ongoing
    begin: Resolved
    begun: bool


def infer(draft: Draft, told: Sequence[Resolved]) -> Inferred | None:
    """Date a document that no line dates; None where its words bear nothing."""
    past = [r for r in told if r.first and r.last and r.sure and not r.ahead and not r.edtf.startswith("P")]
    exact = [r for r in past if len(r.edtf) == 10]
    latest = max(exact, key=lambda r: r.first or date.min, default=None)
    bound = latest.first if latest else max((r.first for r in past if r.first), default=None)
    guesses = [g for g in _guesses(draft, told, exact or past) if bound is None or g.high >= bound]
    if guesses:
        return _agreed(draft, guesses, bound)
    if latest and latest.first and isinstance(latest.mention.value, Fixed):
        return Inferred(f"{latest.first.isoformat()}/..", ((latest.mention.start, latest.mention.end),))
    return None


def ongoing(draft: Draft, told: Sequence[Resolved]) -> list[Ongoing]:
    """Find the lengths that are said to go on still, in order."""
    content = draft.content
    found: list[Ongoing] = []
    for resolved in told:
        mention = resolved.mention
        if isinstance(mention.value, Lasting) and mention.by == "time.length" and _goes_on(content, mention):
            low, high, letter = _stretch(mention.value)
            found.append(Ongoing(mention.start, mention.end, mention.block, low, high, letter))
    for hit in draft.hits.get("time", ()):
        match = _NTH.search(content, max(0, hit.start - 40), hit.end) if hit.tag == "unit" else None
        if match is None or match.end() != hit.end:
            continue
        count = float(match["figure"]) if match["figure"] else float(_ORDINALS[match["word"].lower()])
        letter = unit(match["unit"])
        size = days(f"P1{letter}")
        found.append(
            Ongoing(match.start(), match.end(), draft.block_at(match.start()), (count - 1) * size, count * size, letter)
        )
    return sorted(found, key=lambda o: o.start)


def _goes_on(content: str, mention: Mention) -> bool:
    before, after = content[max(0, mention.start - 90) : mention.start], content[mention.end : mention.end + 40]
    cut = max(before.rfind(". "), before.rfind("\n"))
    sentence = content[max(0, mention.start - 160) : mention.end + 160]
    if "-" in content[mention.start : mention.end]:  # "the four-year siege" may be over
        return False
    now = bool(_NOW.match(after) or _INTO.match(after))
    if now and not re.match(r"\s*,?\s*into\s+(?:a|an)\b", after):
        return True
    leads = _GOES_ON.search(before[cut + 1 :])
    past = content[mention.start : mention.end].lower().split()[:2]
    if leads is None:
        return "past" in past and bool(_PERFECT.search(sentence))
    return bool(
        re.search(r"\b(?:has|have|'ve)\b|going\s+on|continu|ongoing|\blasts\b|\blasting\b", leads.group())
    ) or bool(_PERFECT.search(sentence))


def _stretch(value: Lasting) -> tuple[float, float, str]:
    """Give the days that a length may stand for: "almost eight months" is seven and a half to eight."""
    size = days(value.iso)
    letter = next((c for c in "YMWD" if c in value.iso), "D")
    slack = _SLACK[letter]
    if value.bound == "almost":
        return size - slack, size, letter
    if value.bound == "more":
        return size, size + 2 * slack, letter
    return size - slack, size + slack, letter


def _guesses(draft: Draft, told: Sequence[Resolved], past: Sequence[Resolved]) -> list[_Guess]:
    found: list[_Guess] = []
    for length in ongoing(draft, told):
        if length.letter == "Y" and length.high > 366 * 20:
            continue
        begins = [r for r in past if r.mention.block == length.block and not r.mention.attributive]
        for begin in begins or [r for r in past if _begun(draft, r)]:
            wide = {"Y": 366, "M": 31}.get(length.letter, 6)
            if begin.first is None or begin.last is None or (begin.last - begin.first).days > wide:
                continue
            if length.letter == "Y" and not _begun(draft, begin):
                continue
            found.append(
                _Guess(
                    begin.first + timedelta(length.low),
                    begin.last + timedelta(length.high),
                    length,
                    begin,
                    _begun(draft, begin),
                )
            )
    return found


def _begun(draft: Draft, resolved: Resolved) -> bool:
    start = resolved.mention.start
    after = draft.content[resolved.mention.end : resolved.mention.end + 80]
    return bool(_BEGINS.search(draft.content[max(0, start - 80) : start]) or _BEGUN.match(after))


def _agreed(draft: Draft, guesses: Sequence[_Guess], bound: date | None) -> Inferred:
    """Take the guess that most lengths agree with; then the one whose day is said to begin something, the earliest."""

    def votes(guess: _Guess) -> list[_Guess]:
        with_it: dict[tuple[int, int], _Guess] = {}
        for other in guesses:
            if other.low <= guess.high and guess.low <= other.high:
                held = with_it.get((other.length.start, other.length.end))
                if held is None or (other.begun and not held.begun):
                    with_it[other.length.start, other.length.end] = other
        with_it[guess.length.start, guess.length.end] = guess
        return list(with_it.values())

    guesses = [g for g in guesses if g.begun or len(votes(g)) > 1] or guesses
    best = max(guesses, key=lambda g: (len(votes(g)), g.begun, -g.begin.mention.start))
    agreeing = votes(best)
    low, high = max(g.low for g in agreeing), min(g.high for g in agreeing)
    if low > high:
        low, high = best.low, best.high
    if bound and low < bound <= high:
        low = bound
    lengths = {g.length for g in guesses}
    doubt = "~" if 2 * len(agreeing) >= len(lengths) else "%"
    evidence = sorted(
        {
            *(_sentence(draft, g.length) for g in agreeing),
            *((g.begin.mention.start, g.begin.mention.end) for g in agreeing),
        }
    )
    return Inferred(_written(low + (high - low) / 2, best.length.letter) + doubt, tuple(evidence))


def _written(day: date, letter: str) -> str:
    if letter in ("D", "W"):
        return day.isoformat()
    return f"{day.year:04}" if letter == "Y" else f"{day.year:04}-{day.month:02}"


def _sentence(draft: Draft, length: Ongoing) -> tuple[int, int]:
    if length.block is not None:
        for start, end in draft.sentences(length.block):
            if start <= length.start < end:
                return start, end
    return length.start, length.end
