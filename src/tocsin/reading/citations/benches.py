# SPDX-License-Identifier: Apache-2.0
"""Dated papers of bodies that the catalogue has no row of: a State's court, a commission by its name alone."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import DATED, GAP, Page
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late

_OTHER = late(
    rf"{GAP}(?:of|by|from){GAP}the{GAP}(?P<who>(?:[A-Z][\w'-]*{GAP}(?:(?:of|for|and|on"
    rf"|the){GAP}){{0,2}}){{0,6}}(?:Court|Tribunal|Commission|Council"
    rf"|Committee|Assembly|Conference|Congress|Chamber|Parliament|Senate|Synod|Group|Mechanism|Summit"
    rf"|Board)(?:{GAP}of{GAP}(?:the{GAP})?[A-Z]\w+)?)"
    rf",?{GAP}(?:dated|of|on|adopted{GAP}on|issued{GAP}on){GAP}"
)
"""A body that has no row, and the date behind it."""
_NATIONAL = late(
    rf"(?:(?:[Tt]he|[A-Z][\w'-]+){GAP})?(?P<who>(?:[A-Z][\w'-]+{GAP}){{0,3}}?"
    rf"(?:Supreme|Constitutional|High|Federal|Appeals?|Appellate|Administrative|Criminal|District|Military){GAP}(?:Court|Tribunal))"
    rf"(?:{GAP}of{GAP}(?:the{GAP})?[A-Z]\w+)?(?:'s)?{GAP}(?:[a-z]+{GAP})?\Z"
)
"""A court of a State right before the word for what it handed down."""
_BY_BENCH = late(
    rf"{GAP}(?:by|of|from){GAP}(?:the|an?){GAP}(?:[a-z-]+{GAP}){{0,3}}?(?:court|tribunal|judge|commission|panel)\b"
)


def of_other(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    """Read "the decision of the Boundary Commission of 13 April 2032": a dated paper of a body that has no row."""
    found = _OTHER.match(page.content, hit.end)
    when = page.date_at(found.end()) if found else None
    if found is None or when is None or page.content[when[0] : when[0] + 1].isdigit():
        return
    start = page.led(hit.start, page.words("citation.decision-lead"))
    yield from unnamed(page, start, when, kind, "citation.adopted-by", " ".join(found["who"].split()))


def of_national(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    """Read "the 1996 Supreme Court judgment", "the award of 12 July 2031 by the tribunal": a court without a row."""
    dated = DATED.match(page.content, hit.end)
    when = page.date_at(dated.end()) if dated else None
    before = page.content[max(0, hit.start - 90) : hit.start]
    benched = page.content[hit.start - 2].islower() and ("Court" in before or "Tribunal" in before)
    court = _NATIONAL.search(page.content, hit.start - len(before), hit.start) if benched else None
    if court is None:
        bench = _BY_BENCH.match(page.content, when[0]) if when else None
        if when is not None and bench is not None:
            start = page.led(hit.start, page.words("citation.decision-lead"))
            yield from unnamed(page, start, (bench.end(), when[1]), kind, "citation.adopted-by")
        return
    dates = page.date_before(court.start("who"))
    if when is None and dates is None:
        return
    start = page.led(dates[0] if dates else court.start("who"), page.words("citation.decision-lead"))
    end, date = when or (hit.end, dates[1] if dates else "")
    yield from unnamed(page, start, (end, date), kind, "citation.body-first", " ".join(court["who"].split()))


def unnamed(page: Page, start: int, when: tuple[int, str], kind: str, by: str, body: str = "") -> Iterator[Mention]:
    """Make the mention of a dated paper whose body the catalogue does not know."""
    end, date = when
    page.taken.add(start, end)
    known = [row.id for row in page.index.dated.get(date, ()) if row.kind == kind and row.body is None]
    made = known[0] if len(known) == 1 else slug(f"{body} {kind} {date}".strip())
    yield Mention(start=start, end=end, by=by, kind=kind, instrument=made, date=date)
