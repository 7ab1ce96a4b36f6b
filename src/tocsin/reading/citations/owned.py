# SPDX-License-Identifier: Apache-2.0
"""Papers that a body calls its own: "its order of 3 May 2031", "its previous resolutions on Veltria"."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.reading.citations.adopted import COURT_KINDS, agrees, lead, made
from tocsin.reading.citations.benches import unnamed
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import DATED, GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.own",
        says="a dated order, decision or communiqué, or earlier ones on a subject, that a body beside it calls its own",
        example="The International Court of Justice, in ⟦its order of 3 May 2031⟧, told both to wait.",
    ),
)

_TOLD = late(rf"{GAP}to{GAP}(?:the{GAP})?[A-Z][^.;:()\d]{{2,100}}?(?={GAP}(?:of|dated|from|on){GAP}\d)")
"""To whom a body made its recommendation: "its recommendation to the Council of 7 July 2031"."""
_BODY_AFTER = late(rf",?{GAP}(?:the{GAP})?(?=[A-Z])")
_COURT_NAMED = late(
    rf"(?P<who>(?:[A-Z][\w'-]+{GAP}(?:(?:of|for){GAP}(?:the{GAP})?)?){{0,4}}(?:Court|Tribunal)\b)(?:{GAP}of{GAP}(?:the{GAP})?[A-Z]\w+)?"
)
_COURT_BEHIND = late(
    rf",?{GAP}(?:the{GAP})?(?P<who>(?:[A-Z][\w'-]+{GAP}(?:(?:of|for){GAP}(?:the{GAP})?)?){{0,4}}(?:Court|Tribunal))\b"
)
_ITS = frozenset(("its", "their"))
_OWNERS = frozenset((*_ITS, "his", "her", "our"))
_COURTS = frozenset(("court's", "tribunal's", "chamber's"))
_SAID = frozenset(("statement", "declaration", "communique", "resolution", "recommendation"))
_BENCH = late(r"\b(?:[Cc]ourt|[Tt]ribunal|[Bb]ench|Chamber|[Jj]udges|[Jj]ustices)\b")
_DAY = 10
"""How long the EDTF of a day is."""
_EARLIER = frozenset(("previous", "earlier", "prior", "past", "preceding"))
_MANY = frozenset(("resolutions", "decisions", "recommendations", "conclusions", "declarations", "communiqués"))
_THAT_OF = late(
    rf",?{GAP}(?:and{GAP})?(?:in{GAP}particular|notably|especially|including|such{GAP}as){GAP}(?P<that>(?:that|those|the{GAP}one){GAP}of){GAP}"
)
_AND = late(rf"(?:\[\d{{1,3}}\]|{GAP}?\(\d{{1,3}}\))?(?:,{GAP}(?:and{GAP})?|{GAP}and{GAP})(?:of{GAP})?(?=\d)")
"""Between the dates of papers that a body calls its own, with the mark of a note: "those of 3 May 2031[1] and"."""


def owned(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    """Read "the Council, in its decision of 3 May 2031", "in its order of 3 May 2031, the Court" and earlier ones."""
    told = _TOLD.match(page.content, hit.end) if kind == "recommendation" else None
    dated = DATED.match(page.content, told.end() if told else hit.end)
    when = page.date_at(dated.end()) if dated else None
    start = lead(page, hit.start)
    before = page.word_before(start)
    if before is None:
        return
    owner = before[1].lower().lstrip("\"'(")
    if when is None:
        yield from _earlier(page, hit, kind, before[0] if owner == "its" else None)
        return
    body = _whose(page, hit, kind, owner, when[0])
    bench = _bench(page, start, when[0]) if body is None and owner == "its" and kind in COURT_KINDS else None
    if bench is not None:
        yield from unnamed(page, before[0], when, kind, "citation.own", bench)
        return
    if body is None and kind in COURT_KINDS and owner in _COURTS and len(when[1]) == _DAY:
        yield from unnamed(page, page.led(before[0], {"the"}), when, kind, "citation.own")
        return
    if body is None and owner in _OWNERS and kind in _SAID and len(when[1]) == _DAY and start == hit.start:
        yield from unnamed(page, before[0], when, kind, "citation.own")
        return
    if body is None or not agrees(page, body, kind, dated=True):
        return
    start = before[0] if owner in _ITS else page.led(before[0], {"the"})
    yield from _all_of(page, start, when, kind, body)


def _bench(page: Page, start: int, end: int) -> str | None:
    """Name the court without a row behind or before what it calls its own, "" where it has no name; None for none."""
    behind = _COURT_BEHIND.match(page.content, end)
    if behind:
        return " ".join(behind["who"].split())
    if not _BENCH.search(page.content, *_just_before(start)):
        return None
    benches = list(_COURT_NAMED.finditer(page.content, *_just_before(start)))
    who = " ".join(benches[-1]["who"].split()).removeprefix("The ") if benches else ""
    return who if " " in who else ""


def _whose(page: Page, hit: Hit, kind: str, owner: str, end: int) -> str | None:
    """Tell the body that calls a paper its own: the one behind it, before it, or the only court of the text."""
    after = _BODY_AFTER.match(page.content, end)
    named = page.body_at(after.end()) if after else None
    if named and owner == "its":
        return named.tag
    court = kind in COURT_KINDS
    if owner == "its" or owner.startswith("court"):
        near = page.body_before(hit.start, page.index.bodies)
        if near is None or not agrees(page, near, kind, dated=True):
            near = page.body_before(hit.start, page.index.courts) if court else None
        if near and agrees(page, near, kind, dated=True):
            return near
    if court and owner in _ITS and _BENCH.search(page.content, *_just_before(hit.start)):
        courts = {body.tag for body in page.bodies} & page.index.courts
        return courts.pop() if len(courts) == 1 else None
    return None


def _all_of(page: Page, start: int, when: tuple[int, str], kind: str, body: str) -> Iterator[Mention]:
    """Give the dated paper with its subject, and the others whose dates are joined to its."""
    dates = [(start, *when)]
    while (joined := _AND.match(page.content, dates[-1][1])) and (more := page.date_at(joined.end())):
        dates.append((joined.end(), *more))
    for begin, end, date in dates:
        close = page.past_subject(end) if len(dates) == 1 else end
        page.taken.add(begin, close)
        yield made(page, begin, close, "citation.own", kind, body, date)


def _earlier(page: Page, hit: Hit, kind: str, its: int | None) -> Iterator[Mention]:
    """Read "its previous resolutions on Veltria, in particular that of 16 March 2031": the first without a date."""
    if its is None or page.content[hit.start : hit.end].lower() not in _MANY:
        return
    between = page.content[its : hit.start].lower().split()[1:]
    body = page.body_before(hit.start, page.index.bodies)
    if not _EARLIER & set(between) or body is None or not agrees(page, body, kind, dated=True):
        return
    end = page.past_subject(hit.end)
    if end == hit.end:
        return  # "in line with its previous decisions" names none
    page.taken.add(its, end)
    yield Mention(start=its, end=end, by="citation.own", kind=kind, instrument=None, body=body)
    that = _THAT_OF.match(page.content, end)
    when = page.date_at(that.end()) if that else None
    if that and when:
        yield from _all_of(page, that.start("that"), when, kind, body)


def _just_before(start: int) -> tuple[int, int]:
    return max(0, start - 200), start
