# SPDX-License-Identifier: Apache-2.0
"""Pinpoints: articles, paragraphs and chapters, put to the instrument they belong to."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction

CONSTRUCTIONS = (
    Construction(
        name="citation.pinpoint",
        says="an article, paragraph or chapter whose instrument is known from the words before it",
        example="Under the Charter of the United Nations, in particular ⟦Article 33, paragraph 1⟧, both must talk.",
    ),
)

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_NUM = (
    rf"(?:\d{{1,3}}(?:bis|ter|[a-z]\b)?(?:\.\d{{1,2}})?(?:{GAP}?\([0-9a-z]{{1,4}}\))*|[IVXLC]{{1,6}}\b(?:{GAP}?\([0-9a-z]{{1,4}}\))*|(?:{'|'.join(_WORDS)})\b)"
)
_PIN = re.compile(
    rf"(?P<unit>articles?|arts?\.?|paragraphs?|paras?\.?|chapters?|parts?|points?|sections?|principles?|clauses?|rules?|annex)"
    rf"{GAP}(?:[Nn]os?\.{GAP}?)?(?P<nums>{_NUM}(?:(?:,?{GAP}(?:and|or|to){GAP}|,{GAP}|-|–){_NUM})*)",
    re.IGNORECASE,
)
_CHAIN = re.compile(rf",?{GAP}(?:(?:of|in){GAP}(?:the{GAP}same{GAP})?)?|,?{GAP}and{GAP}")
_CLOSING = re.compile(rf",?{GAP}(?:of|to|in|under|from|common{GAP}to){GAP}(?:(?:both|all|each){GAP}of{GAP})?(?:Annex{GAP}\w+{GAP}(?:of|to){GAP})?")
_ITS_OWN = re.compile(rf",?{GAP}(?:of|to|in|under|from){GAP}(?:the|this|that|its|their|our|his|her|a|an|[A-Z])")
_COMMON = re.compile(rf"[Cc]ommon{GAP}$")
_ROMAN = {1: "I", 4: "IV", 5: "V", 9: "IX", 10: "X", 40: "XL", 50: "L", 90: "XC", 100: "C"}
_NUMBER = re.compile(_NUM, re.IGNORECASE)
_TREATIES = frozenset("convention covenant charter statute treaty protocol agreement declaration statement".split())
_SHORT = {
    "article": "art.",
    "art": "art.",
    "paragraph": "para.",
    "para": "para.",
    "point": "para.",
    "clause": "para.",
    "part": "part",
    "chapter": "ch.",
    "section": "sec.",
    "principle": "principle",
    "rule": "rule",
    "annex": "annex",
}
_INSTRUMENT_ACRONYMS = {"ECHR": "echr", "ACHR": "achr"}
_NEAR = 400


class Pin(NamedTuple):
    """A pinpoint as it stands: its place, its units with their numbers in the text's order."""

    start: int
    end: int
    parts: tuple[tuple[str, str], ...]


def pins(page: Page) -> Iterator[Pin]:
    """Read every pinpoint, chains ("Article 33, paragraph 1") whole."""
    done = 0
    for hit in page.cues:
        if hit.tag != "pin" or hit.start < done:
            continue
        first = _PIN.match(page.content, hit.start)
        if first is None or page.taken.holds(first.start(), first.end()):
            continue
        parts = [(_unit(first), first.group("nums"))]
        end = first.end()
        while len(parts) < 4:
            joined = _CHAIN.match(page.content, end)
            more = _PIN.match(page.content, joined.end()) if joined else None
            if more is None or page.taken.holds(more.start(), more.end()):
                break
            if joined and joined.group().strip(" ,\n") == "and" and _rank(more) == _rank(first):
                break
            parts.append((_unit(more), more.group("nums")))
            end = more.end()
        done = end
        yield Pin(hit.start, end, tuple(parts))


def put(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Put pinpoints to mentions; the rest become mentions of their own where the instrument is known."""
    by_start = {mention.start: place for place, mention in enumerate(mentions)}
    starts = [mention.start for mention in mentions]
    made = list(mentions)
    for pin in pins(page):
        closing = _CLOSING.match(page.content, pin.end)
        place = by_start.get(closing.end()) if closing else None
        if place is not None:
            made[place] = _joined(made[place], pin)
            continue
        own = _alone(page, pin, mentions, bisect_left(starts, pin.start))
        if own is not None:
            made.append(own)
    return made


def _joined(mention: Mention, pin: Pin) -> Mention:
    """Widen a mention by its pinpoint; a numbered resolution stays by its number where the pinpoint is the longer part."""
    pointed = said(pin.parts)
    if mention.pointed:
        pointed = f"{pointed}, {mention.pointed}"
    size = mention.end - mention.start
    if mention.numbered and pin.start + 2 * size < mention.end + 2:
        return dataclasses.replace(mention, pointed=pointed)
    return dataclasses.replace(mention, start=pin.start, pointed=pointed)


def _alone(page: Page, pin: Pin, mentions: Sequence[Mention], place: int) -> Mention | None:
    content = page.content
    units = [unit for unit, _ in pin.parts]
    pointed = said(pin.parts)
    closing = _CLOSING.match(content, pin.end)
    if closing:
        acronym = content[closing.end() + 4 if content.startswith("the ", closing.end()) else closing.end() :][:4]
        if acronym in _INSTRUMENT_ACRONYMS and units[0] in {"art.", "para."}:
            end = content.index(acronym, pin.end) + 4
            page.taken.add(pin.start, end)
            return _own(pin.start, end, _INSTRUMENT_ACRONYMS[acronym], "convention", pointed)
    if _COMMON.search(content, max(0, pin.start - 12), pin.start) and "art." in units:
        before = page.word_before(pin.start)
        return _own(before[0] if before else pin.start, pin.end, "geneva-conventions", "convention", pointed)
    if units == ["ch."] and content[pin.start] == "C" and said(pin.parts) in {"ch. VI", "ch. VII", "ch. VIII"}:
        if not _ITS_OWN.match(content, pin.end) and any(body.tag.startswith("un-") for body in page.bodies):
            return _own(pin.start, pin.end, "un-charter", "charter", pointed)
    if "art." not in units or _ITS_OWN.match(content, pin.end):
        return None
    block = page.draft.block_at(pin.start)
    for mention in reversed(mentions[:place]):
        if pin.start - mention.end > _NEAR or (block is not None and page.draft.block_at(mention.start) != block):
            return None
        if mention.kind in _TREATIES and mention.instrument:
            return _own(pin.start, pin.end, mention.instrument, mention.kind, pointed)
    return None


def _own(start: int, end: int, instrument: str, kind: str, pointed: str) -> Mention:
    return Mention(start=start, end=end, by="citation.pinpoint", kind=kind, instrument=instrument, pointed=pointed)


def _unit(match: re.Match[str]) -> str:
    word = match.group("unit").lower().rstrip(".")
    return _SHORT[word if word in _SHORT else word.removesuffix("s")]


def _rank(match: re.Match[str]) -> int:
    return {"art.": 0, "ch.": 0}.get(_unit(match), 1)


def said(parts: Sequence[tuple[str, str]]) -> str:
    """Write a pinpoint in its one form.

    >>> said((("part", "1"), ("art.", "33")))
    'art. 33(1)'
    >>> said((("ch.", "7"),)), said((("art.", "3, 9 and 13"),))
    ('ch. VII', 'art. 3, 9, 13')
    """
    articles = [numbers for unit, numbers in parts if unit == "art."]
    inner = [numbers for unit, numbers in parts if unit in {"para.", "part", "sec."}]
    if articles:
        listed = _listed(articles[0])
        if inner and "," not in listed:
            return f"art. {listed}" + ", ".join(
                f"({number})" if "(" not in number else f"({number.split('(')[0]})({number.split('(', 1)[1]}"
                for number in _listed(inner[0]).split(", ")
            )
        return f"art. {listed}"
    unit, numbers = parts[0]
    listed = _listed(numbers, roman=unit == "ch.")
    return f"{unit} {listed}"


def _listed(numbers: str, *, roman: bool = False) -> str:
    found = []
    for match in _NUMBER.finditer(numbers):
        number = re.sub(r"\s", "", match.group())
        if number.lower() in _WORDS:
            number = str(_WORDS.index(number.lower()) + 1)
        if roman and number.isdigit():
            number = _roman(int(number))
        between = numbers[: match.start()].rstrip()
        if found and (between.endswith((" to", "-", "–"))):
            found[-1] += f"-{number}"
        else:
            found.append(number)
    return ", ".join(found)


def _roman(number: int) -> str:
    made = ""
    for value in sorted(_ROMAN, reverse=True):
        while number >= value:
            made, number = made + _ROMAN[value], number - value
    return made
