# SPDX-License-Identifier: Apache-2.0
"""Statutes by where they are printed or filed: sections of the United States Code, public laws, bills and motions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.printed-statute",
        says="a section of the United States Code, a public law, a bill or a motion by its number",
        example="The cutters fall under ⟦22 U.S.C. 2304⟧.",
    ),
)

_SECTION = r"\d{1,5}[a-z]{0,2}(?:-\d{1,3}[a-z]?)?(?:\(\w{1,4}\))*"
_CODE = late(
    rf"(?P<title>\d{{1,2}}){GAP}(?:U\.{GAP}?S\.{GAP}?C\.?|USC|U\.S\.{GAP}Code){GAP}?(?:§§?{GAP}?|[Ss]ec(?:tion|\.)s?{GAP})?"
    rf"(?P<section>{_SECTION})(?:{GAP}note\b|,?{GAP}et{GAP}seq\.?)?"
)
_OF_TITLE = late(
    rf"(?:[Ss]ections?|§§?){GAP}?(?P<section>{_SECTION}){GAP}of{GAP}[Tt]itle{GAP}(?P<title>\d{{1,2}}),?{GAP}"
    rf"(?:of{GAP}the{GAP})?(?:United{GAP}States|U\.S\.|US){GAP}Code"
)
_PUBLIC = late(
    rf"(?:Public{GAP}Law|Pub\.{GAP}?L\.|P\.{GAP}?L\.){GAP}?(?:[Nn]os?\.?{GAP}?)?(?P<number>\d{{2,3}}[-–]\d{{1,3}})\b"
)
_BILL = late(
    rf"(?P<house>H\.{GAP}?R\.|[HS]\.{GAP}?(?:(?:J|Con|C)\.{GAP}?)?[Rr]es\.|EDM|Early{GAP}Day{GAP}Motion){GAP}?(?:[Nn]o\.?{GAP})?"
    r"(?P<number>\d{1,5})\b(?![.,]\d|%)"
)
_BACK = 12
"""How far before "U.S.C." its title's number may begin."""
_BACK_TITLE = 60
"""How far before "Code" the section of its title may begin."""


def find(page: Page) -> Iterator[Mention]:
    """Find statutes by number where one of the ways of printing them is named."""
    for hit in page.cues:
        if hit.tag == "statute" and not page.taken.holds(hit.start, hit.end):
            yield from _read(page, hit)


def _read(page: Page, hit: Hit) -> Iterator[Mention]:
    content = page.content
    for pattern, low in ((_CODE, _BACK), (_OF_TITLE, _BACK_TITLE), (_PUBLIC, 0), (_BILL, 0)):
        found = _over(pattern, content, hit, low)
        if found is None or page.taken.holds(*found.span()):
            continue
        told = found.groupdict()
        if told.get("title"):
            made = f"usc-{told['title']}-{slug(told['section'])}"
        elif told.get("house"):
            body = "uk" if told["house"][0] == "E" else "us"
            made = f"{body}-{_letters(told['house'])}-{told['number']}"
        else:
            made = f"us-public-law-{told['number'].replace('–', '-')}"
        start = page.led(found.start(), {"the"})
        page.taken.add(start, found.end())
        kind = "bill" if told.get("house") else "act"
        yield Mention(
            start=start, end=found.end(), by="citation.printed-statute", kind=kind, instrument=made, numbered=True
        )
        return


def _over(pattern: re.Pattern[str], content: str, hit: Hit, low: int) -> re.Match[str] | None:
    """Give the match that stands over a cue and begins at most some code points before it."""
    for found in pattern.finditer(content, max(0, hit.start - low), hit.end + _BACK_TITLE):
        if found.start() <= hit.start < found.end():
            return found
        if found.start() > hit.start:
            break
    return None


def _letters(house: str) -> str:
    """Give the letters of a chamber and its kind of paper: "hres", "sjres", "hr", "edm"."""
    return "edm" if house[0] == "E" else "".join(char for char in house.lower() if char.isalpha())
