# SPDX-License-Identifier: Apache-2.0
"""Orders, judgments, resolutions and the like by who adopted them and when, coordinated ones each for itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from tocsin.reading.citations.adopted import COURT_KINDS, agrees, lead, made
from tocsin.reading.citations.benches import of_national, of_other
from tocsin.reading.citations.index import KINDS
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.owned import owned
from tocsin.reading.citations.pages import ADOPTED, DATED, GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.adopted-by",
        says="an order, judgment, resolution … of or by a body, with its date where one is given",
        example="Both must obey ⟦the order of the International Court of Justice dated 22 February 2031⟧.",
    ),
    Construction(
        name="citation.body-first",
        says="a body's name before the word for what it adopted",
        example="Ardesh rejects ⟦the ICJ orders⟧.",
    ),
    Construction(
        name="citation.coordinated-body",
        says="another body joined to one whose decisions are named",
        example="the orders of the International Court of Justice and ⟦the European Court of Human Rights⟧ bind",
    ),
    Construction(
        name="citation.founding-documents",
        says="the founding documents or the statute of a body",
        example="⟦The ICC's founding documents⟧ say who may be tried.",
    ),
)

_DEFINITE = frozenset(("the", "this", "that"))
_ABOUT = (
    rf"(?:{GAP}(?:on|in|regarding|concerning|indicating|requiring|of|for)"
    rf"{GAP}(?!the{GAP}|by{GAP})[^.;:()\n,]{{3,60}}?)?"
)
_BY = late(
    rf"(?:(?:,?{GAP}(?:recently|previously|unanimously|already))?,?{GAP}{ADOPTED})?{GAP}(?:of|by|from"
    rf"|at){GAP}(?:(?:the|its){GAP}[Pp]resident{GAP}of{GAP})?(?:the{GAP})?"
)
_ABOUT_BY = late(rf"{_ABOUT}(?:,?{GAP}{ADOPTED})?{GAP}(?:of|by|from|at){GAP}(?:the{GAP})?(?=[A-Z])")
_DATED_BY = late(rf",?(?:{GAP}{ADOPTED})?{GAP}(?:of|by|from){GAP}(?:the{GAP})?")
_BRACKET = late(r" ?\((?=\d|[A-Z][a-z]+ \d)")
_SINCE = late(rf"{GAP}{ADOPTED}{GAP}(?:during|after|before|since|following|throughout|amid){GAP}(?:the{GAP})?[\w-]+")
_KIND_AFTER = late(rf"(?:'s|')?{GAP}(?:[a-z-]+{GAP})??(?P<kind>[A-Za-z]+)\b")
_JOIN = late(rf",?{GAP}(?:and|or|as{GAP}well{GAP}as|&){GAP}|,{GAP}(?:(?:and|or){GAP})?(?=the{GAP}|of{GAP}|[A-Z])")
_JOIN_LEAD = late(rf"(?:(?:those|that|the{GAP}one)?{GAP}?(?:of|by|from){GAP})?")
_THE = late(rf"[Tt]he{GAP}")
_ACTS = late(
    rf"{GAP}(?:has|have|had|is|are|was|were|will|said|says|ruled|rules|ordered|called|calls|urged|held|found|issued|"
    r"should|must|can|may|to\b|also|recently|demanded|adopted|confirmed|[a-z]+ed\b)"
)
_BETWEEN = late(
    rf"(?:'s|'|,)?(?: ?\([A-Z][\w]+\))?{GAP}?"
    rf"(?:(?:(?:Pre-Trial|Trial|Grand|Appeals){GAP}Chamber(?:{GAP}I+)?(?:'s)?|own|binding|legally|provisional"
    rf"|interim|precautionary|recent|relevant|latest|"
    rf"previous|unanimous|landmark|final|advisory|two|three|several|numerous|presidential|press|founding|arrest"
    rf"|emergency|and|new|"
    rf"historic|Provisional|Advisory|Interim|Arrest|Presidential|Measures|measures|genocide|first|second|third"
    rf"|of){GAP})*"
)
_AFTER_DATE = late(rf"{GAP}(?:(?:[a-z]+|Advisory|Provisional|Interim){GAP}){{0,2}}")
_NUMBERED = late(rf"{GAP}?(?:[Nn]os?\.?{GAP}?)?\d")


def find(page: Page) -> Iterator[Mention]:
    """Find what bodies adopted."""
    for hit, kind in page.kinds:
        to_do = page.content.startswith(" to ", hit.end) and page.content[hit.start : hit.end].lower() == "order"
        if to_do or page.taken.holds(hit.start, hit.end):
            continue
        found = list(_adopted_by(page, hit, kind)) or list(_body_first(page, hit, kind)) or list(owned(page, hit, kind))
        found = found or list(of_other(page, hit, kind))
        yield from found or (of_national(page, hit, kind) if kind in COURT_KINDS else ())


def _adopted_by(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    content, date = page.content, None
    end = hit.end
    dated = DATED.match(content, end)
    when = page.date_at(dated.end()) if dated else None
    if when is not None:
        by = _DATED_BY.match(content, when[0])
        end, date = when
    else:
        by = _BY.match(content, end)
    named = page.body_at(by.end()) if by else None
    if named is None and when is None:
        by = _ABOUT_BY.match(content, hit.end)
        named = page.body_at(by.end()) if by else None
    if named is None or not by:
        return
    body_end = page.whole_body(named.end)
    if date is None:
        body_end, date = _dated_after(page, body_end)
    nested = _KIND_AFTER.match(content, named.end)
    nested_kind = KINDS.get(nested.group("kind").lower()) if nested else None
    if nested and nested_kind in COURT_KINDS and page.index.bodies[named.tag].kind == "court":
        body_end, date = _dated_after(page, max(body_end, nested.end()))
    if not agrees(page, named.tag, kind, dated=date is not None):
        return
    start = lead(page, hit.start)
    if date is None:
        start, date = _dated_lead(page, start)
    if date is None and not _definite(page, start, hit, court=page.index.bodies[named.tag].kind == "court"):
        return
    page.taken.add(start, body_end)
    found = made(page, start, body_end, "citation.adopted-by", kind, named.tag, date)
    yield dataclasses.replace(found, one=not content[hit.start : hit.end].lower().endswith("s"))
    yield from _coordinated(page, body_end, kind, named.tag)


def _dated_after(page: Page, end: int) -> tuple[int, str | None]:
    """Read "of 22 February 2031", "(7 December 2031)" or "issued during the siege" after a body."""
    dated = DATED.match(page.content, end)
    when = page.date_at(dated.end()) if dated else None
    if when is not None:
        return when
    bracket = _BRACKET.match(page.content, end)
    when = page.date_at(bracket.end()) if bracket else None
    if when is not None and page.content[when[0] : when[0] + 1] == ")":
        return when[0] + 1, when[1]
    since = _SINCE.match(page.content, end)
    return (since.end(), None) if since else (end, None)


def _coordinated(page: Page, end: int, kind: str, first: str) -> Iterator[Mention]:
    content = page.content
    court = page.index.bodies[first].kind == "court"
    while True:
        joined = _JOIN.match(content, end)
        if joined is None:
            return
        lead = _JOIN_LEAD.match(content, joined.end())
        at = lead.end() if lead else joined.end()
        the = _THE.match(content, at)
        named = page.body_at(the.end() if the else at)
        if named is None:
            return
        close, date = _dated_after(page, page.whole_body(named.end))
        after = _KIND_AFTER.match(content, named.end)
        if after and after.group("kind").lower() in KINDS:
            return
        other = page.index.bodies[named.tag].kind == "court"
        if date is None and (not agrees(page, named.tag, kind, dated=at > joined.end()) or court != other):
            return
        if date is None and _ACTS.match(content, close) and content[close : close + 1] != "," and "," in joined.group():
            return
        page.taken.add(at, close)
        yield made(page, at, close, "citation.coordinated-body", kind, named.tag, date)
        end = close


def _body_first(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    named, date = _body_before(page, hit.start)
    if named is None:
        return
    end, after = _dated_after(page, hit.end)
    if after is None:
        end = hit.end if end == hit.end else end
    date = after or date
    start = lead(page, named.start)
    if date is None:
        start, date = _dated_lead(page, start)
    if page.content[named.end] == "," and (after is None or page.index.bodies[named.tag].kind != "court"):
        return  # "ICJ, Order of 3 May 2031"
    founding = page.content[named.end : hit.start].strip().endswith("founding")
    if kind == "documents" and not founding:
        return
    court = page.index.bodies[named.tag].kind == "court"
    if not founding and (not agrees(page, named.tag, kind, dated=date is not None) or _numbered(page, hit)):
        return
    if not court and kind != "resolution" and date is None:
        return
    if date is None and not _definite(page, start, hit, court=court):
        return
    page.taken.add(start, end)
    by = "citation.founding-documents" if founding else "citation.body-first"
    found = made(page, start, end, by, kind, named.tag, date)
    yield dataclasses.replace(found, one=not page.content[hit.start : hit.end].lower().endswith("s"))
    yield from _coordinated(page, end, kind, named.tag)


def _definite(page: Page, start: int, hit: Hit, *, court: bool) -> bool:
    """Say whether an undated reference is to what exists: "a resolution of the Council" may be only wished for."""
    first = page.content[start : hit.end].split(None, 1)[0].lower()
    if first in {"a", "an"} or page.content[max(0, hit.start - 6) : hit.start].lower() == "draft ":
        return False
    return court or first in _DEFINITE or page.content[hit.end - 1] in "sS"


def _numbered(page: Page, hit: Hit) -> bool:
    return _NUMBERED.match(page.content, hit.end) is not None


def _body_before(page: Page, start: int) -> tuple[Hit | None, str | None]:
    """Find the body whose name, "'s", adjectives and perhaps a date stand right before a word."""
    begin = start
    for _ in range(6):
        before = page.word_before(begin)
        if before is None or start - before[0] > 70:
            return None, None
        begin, word = before
        for cut in (
            len(word),
            len(word) - 2 if word.endswith("'s") else -1,
            len(word) - 1 if word.endswith(("'", ",")) else -1,
        ):
            named = page.body_ending(begin + cut) if cut > 0 else None
            if named is None or (cut < len(word) - 2):
                continue
            between = _BETWEEN.match(page.content, named.end, start)
            at = between.end() if between else named.end
            when = page.date_at(at)
            if when is not None:
                more = _AFTER_DATE.match(page.content, when[0], start)
                at = more.end() if more else when[0]
            return (named, when[1] if when else None) if at == start else (None, None)
    return None, None


def _dated_lead(page: Page, start: int) -> tuple[int, str | None]:
    back = page.date_before(start)
    return (start, None) if back is None else (lead(page, back[0]), back[1])
