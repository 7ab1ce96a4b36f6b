# SPDX-License-Identifier: Apache-2.0
"""Orders, judgments, resolutions and the like by who adopted them and when, coordinated ones each for itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from tocsin.reading.citations.index import KINDS
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
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
        name="citation.own",
        says="a dated order, decision or communiqué that a body beside it calls its own",
        example="The International Court of Justice, in its ⟦order of 3 May 2031⟧, told both to wait.",
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

_COURT_KINDS = frozenset(
    [
        "order",
        "decision",
        "ruling",
        "judgment",
        "verdict",
        "opinion",
        "measures",
        "warrant",
        "award",
        "protocol",
        "documents",
        "statute",
    ]
)
_DEFINITE = frozenset(("the", "this", "that"))
_UNDATED = frozenset(("resolution", "conclusions"))
_VERB = (
    r"(?:(?:issued|adopted|delivered|handed|rendered|indicated|made|given|passed|pronounced|taken|ordered|signed|"
    rf"released|granted|published|approved|prescribed|imposed|set)(?:{GAP}(?:down|out))?)"
)
_ABOUT = (
    rf"(?:{GAP}(?:on|in|regarding|concerning|indicating|requiring|of|for)"
    rf"{GAP}(?!the{GAP}|by{GAP})[^.;:()\n,]{{3,60}}?)?"
)
_WHEN = rf"(?:,?{GAP}{_VERB})?,?{GAP}(?:dated|of|on|from|in){GAP}"
_BY = late(
    rf"(?:(?:,?{GAP}(?:recently|previously|unanimously|already))?,?{GAP}{_VERB})?{GAP}(?:of|by|from"
    rf"|at){GAP}(?:(?:the|its){GAP}[Pp]resident{GAP}of{GAP})?(?:the{GAP})?"
)
_ABOUT_BY = late(rf"{_ABOUT}(?:,?{GAP}{_VERB})?{GAP}(?:of|by|from|at){GAP}(?:the{GAP})?(?=[A-Z])")
_DATED = late(_WHEN)
_DATED_BY = late(rf",?(?:{GAP}{_VERB})?{GAP}(?:of|by|from){GAP}(?:the{GAP})?")
_BRACKET = late(r" ?\((?=\d|[A-Z][a-z]+ \d)")
_SINCE = late(rf"{GAP}{_VERB}{GAP}(?:during|after|before|since|following|throughout|amid){GAP}(?:the{GAP})?[\w-]+")
_KIND_AFTER = late(rf"(?:'s|')?{GAP}(?:[a-z-]+{GAP})??(?P<kind>[A-Za-z]+)\b")
_JOIN = late(rf",?{GAP}(?:and|or|as{GAP}well{GAP}as|&){GAP}|,{GAP}(?:(?:and|or){GAP})?(?=the{GAP}|of{GAP}|[A-Z])")
_JOIN_LEAD = late(rf"(?:(?:those|that|the{GAP}one)?{GAP}?(?:of|by|from){GAP})?")
_THE = late(rf"[Tt]he{GAP}")
_ACTS = late(
    rf"{GAP}(?:has|have|had|is|are|was|were|will|said|says|ruled|rules|ordered|called|calls|urged|held|found|issued|"
    r"should|must|can|may|to\b|also|recently|demanded|adopted|confirmed|[a-z]+ed\b)"
)
_BETWEEN = late(
    rf"(?:'s|')?(?: ?\([A-Z][\w]+\))?{GAP}?"
    rf"(?:(?:(?:Pre-Trial|Trial|Grand|Appeals){GAP}Chamber(?:{GAP}I+)?(?:'s)?|own|binding|legally|provisional"
    rf"|interim|precautionary|recent|relevant|latest|"
    rf"previous|unanimous|landmark|final|advisory|two|three|several|numerous|presidential|press|founding|arrest"
    rf"|emergency|and|new|"
    rf"historic|Provisional|Advisory|Interim|Arrest|Presidential|Measures|measures|genocide|first|second|third"
    rf"|of){GAP})*"
)
_AFTER_DATE = late(rf"{GAP}(?:[a-z]+{GAP}){{0,2}}")
_OWN_BODY = late(rf",?{GAP}(?:the{GAP})?(?=[A-Z])")
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
_COURT_NAMED = late(
    rf"(?P<who>(?:[A-Z][\w'-]+{GAP}(?:(?:of|for){GAP}(?:the{GAP})?)?){{0,4}}(?:Court|Tribunal)\b)(?:{GAP}of{GAP}(?:the{GAP})?[A-Z]\w+)?"
)
_BY_BENCH = late(
    rf"{GAP}(?:by|of|from){GAP}(?:the|an?){GAP}(?:[a-z-]+{GAP}){{0,3}}?(?:court|tribunal|judge|commission|panel)\b"
)
_OWNERS = frozenset(("its", "their", "his", "her", "our"))
_SAID = frozenset(("statement", "declaration", "communique", "resolution", "recommendation"))
_BENCH = late(r"\b(?:[Cc]ourt|[Tt]ribunal|[Bb]ench|Chamber)\b")
_DAY = 10
"""How long the EDTF of a day is."""
_NUMBERED = late(rf"{GAP}?(?:[Nn]os?\.?{GAP}?)?\d")


def find(page: Page) -> Iterator[Mention]:
    """Find what bodies adopted."""
    for hit, kind in page.kinds:
        to_do = page.content.startswith(" to ", hit.end) and page.content[hit.start : hit.end].lower() == "order"
        if to_do or page.taken.holds(hit.start, hit.end):
            continue
        found = list(_adopted_by(page, hit, kind)) or list(_body_first(page, hit, kind)) or list(_own(page, hit, kind))
        found = found or list(_of_other(page, hit, kind))
        yield from found or (_of_national(page, hit, kind) if kind in _COURT_KINDS else ())


def _agrees(page: Page, body: str, kind: str, *, dated: bool) -> bool:
    """Say whether a body adopts such things; what is no law unless it is dated must be."""
    row = page.index.bodies[body]
    if row.kind == "court":
        return kind in _COURT_KINDS
    known = any(word.split()[-1].rstrip("s") == kind.rstrip("s") for word in page.index.kinds[body])
    return known and (dated or kind in _UNDATED)


def _adopted_by(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    content, date = page.content, None
    end = hit.end
    dated = _DATED.match(content, end)
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
    if nested and nested_kind in _COURT_KINDS and page.index.bodies[named.tag].kind == "court":
        body_end, date = _dated_after(page, max(body_end, nested.end()))
    if not _agrees(page, named.tag, kind, dated=date is not None):
        return
    start = _lead(page, hit.start)
    if date is None:
        start, date = _dated_lead(page, start)
    if date is None and not _definite(page, start, hit, court=page.index.bodies[named.tag].kind == "court"):
        return
    page.taken.add(start, body_end)
    found = _mention(page, start, body_end, "citation.adopted-by", kind, named.tag, date)
    yield dataclasses.replace(found, one=not content[hit.start : hit.end].lower().endswith("s"))
    yield from _coordinated(page, body_end, kind, named.tag)


def _dated_after(page: Page, end: int) -> tuple[int, str | None]:
    """Read "of 22 February 2031", "(7 December 2031)" or "issued during the siege" after a body."""
    dated = _DATED.match(page.content, end)
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
        if date is None and (not _agrees(page, named.tag, kind, dated=at > joined.end()) or court != other):
            return
        if date is None and _ACTS.match(content, close) and content[close : close + 1] != "," and "," in joined.group():
            return
        page.taken.add(at, close)
        yield _mention(page, at, close, "citation.coordinated-body", kind, named.tag, date)
        end = close


def _body_first(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    named, date = _body_before(page, hit.start)
    if named is None:
        return
    end, after = _dated_after(page, hit.end)
    if after is None:
        end = hit.end if end == hit.end else end
    date = after or date
    start = _lead(page, named.start)
    if date is None:
        start, date = _dated_lead(page, start)
    founding = page.content[named.end : hit.start].strip().endswith("founding")
    if kind == "documents" and not founding:
        return
    court = page.index.bodies[named.tag].kind == "court"
    if not founding and (not _agrees(page, named.tag, kind, dated=date is not None) or _numbered(page, hit)):
        return
    if not court and kind != "resolution" and date is None:
        return
    if date is None and not _definite(page, start, hit, court=court):
        return
    page.taken.add(start, end)
    by = "citation.founding-documents" if founding else "citation.body-first"
    found = _mention(page, start, end, by, kind, named.tag, date)
    yield dataclasses.replace(found, one=not page.content[hit.start : hit.end].lower().endswith("s"))
    yield from _coordinated(page, end, kind, named.tag)


def _own(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    """Read "the Council, in its decision of 3 May 2031" and "in its order of 3 May 2031, the Court"; none undated."""
    dated = _DATED.match(page.content, hit.end)
    when = page.date_at(dated.end()) if dated else None
    start = _lead(page, hit.start)
    before = page.word_before(start)
    if when is None or before is None:
        return
    owner = before[1].lower()
    after = _OWN_BODY.match(page.content, when[0])
    named = page.body_at(after.end()) if after else None
    body = named.tag if named and owner == "its" else None
    if body is None and (owner == "its" or owner.startswith("court")):
        near = page.body_before(hit.start, page.index.bodies)
        if near is None or not _agrees(page, near, kind, dated=True):
            near = page.body_before(hit.start, page.index.courts) if kind in _COURT_KINDS else None
        body = near if near and _agrees(page, near, kind, dated=True) else None
    if body is None and owner == "its" and kind in _COURT_KINDS and _BENCH.search(page.content, *_just_before(start)):
        benches = list(_COURT_NAMED.finditer(page.content, *_just_before(start)))
        who = " ".join(benches[-1]["who"].split()).removeprefix("The ") if benches else ""
        yield from _unnamed(page, start, when, kind, "citation.own", who if " " in who else "")
        return
    if body is None and owner in _OWNERS and kind in _SAID and len(when[1]) == _DAY and start == hit.start:
        yield from _unnamed(page, before[0], when, kind, "citation.own")
        return
    if body is None or not _agrees(page, body, kind, dated=True):
        return
    if owner != "its":
        start = page.led(before[0], {"the"})
    page.taken.add(start, when[0])
    yield _mention(page, start, when[0], "citation.own", kind, body, when[1])


def _just_before(start: int) -> tuple[int, int]:
    return max(0, start - 200), start


def _of_other(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    """Read "the decision of the Boundary Commission of 13 April 2032": a dated paper of a body that has no row."""
    found = _OTHER.match(page.content, hit.end)
    when = page.date_at(found.end()) if found else None
    if found is None or when is None or page.content[when[0] : when[0] + 1].isdigit():
        return
    start = page.led(hit.start, page.words("citation.decision-lead"))
    yield from _unnamed(page, start, when, kind, "citation.adopted-by", " ".join(found["who"].split()))


def _of_national(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    """Read "the 1996 Supreme Court judgment", "the award of 12 July 2031 by the tribunal": a court without a row."""
    dated = _DATED.match(page.content, hit.end)
    when = page.date_at(dated.end()) if dated else None
    court = (
        _NATIONAL.search(page.content, max(0, hit.start - 90), hit.start)
        if page.content[hit.start - 2].islower()
        else None
    )
    if court is None:
        bench = _BY_BENCH.match(page.content, when[0]) if when else None
        if when is not None and bench is not None:
            start = page.led(hit.start, page.words("citation.decision-lead"))
            yield from _unnamed(page, start, (bench.end(), when[1]), kind, "citation.adopted-by")
        return
    before = _date_before(page, court.start("who"))
    if when is None and before is None:
        return
    start = page.led(before[0] if before else court.start("who"), page.words("citation.decision-lead"))
    end, date = when or (hit.end, before[1] if before else "")
    yield from _unnamed(page, start, (end, date), kind, "citation.body-first", " ".join(court["who"].split()))


def _unnamed(page: Page, start: int, when: tuple[int, str], kind: str, by: str, body: str = "") -> Iterator[Mention]:
    """Make the mention of a dated paper whose body the catalogue does not know."""
    end, date = when
    page.taken.add(start, end)
    known = [row.id for row in page.index.dated.get(date, ()) if row.kind == kind and row.body is None]
    made = known[0] if len(known) == 1 else slug(f"{body} {kind} {date}".strip())
    yield Mention(start=start, end=end, by=by, kind=kind, instrument=made, date=date)


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
            len(word) - 1 if word.endswith("'") else -1,
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
    back = _date_before(page, start)
    return (start, None) if back is None else (_lead(page, back[0]), back[1])


def _date_before(page: Page, start: int) -> tuple[int, str] | None:
    """Read a date that ends where a reference begins: "the 22 February 2031 ICJ order"."""
    begin = start
    found: tuple[int, str] | None = None
    for _ in range(3):
        before = page.word_before(begin)
        if before is None:
            break
        begin = before[0]
        date = page.date_at(begin)
        if date is not None and not page.content[date[0] : start].strip():  # past a comma it dates the neighbour
            found = begin, date[1]
    return found


def _lead(page: Page, start: int) -> int:
    begin = page.led(start, page.words("citation.decision-lead"))
    words = page.content[begin:start].split()
    while words and words[0].lower() in {"a", "an", "all", "any"} and len(words) > 1 and words[0].lower() != "a":
        begin = page.content.index(words[1], begin + len(words[0]))
        words = words[1:]
    return begin


def _mention(page: Page, start: int, end: int, by: str, kind: str, body: str, date: str | None) -> Mention:
    row = page.index.bodies[body]
    text = page.content[start:end].lower().replace("\n", " ")
    canonical = _canonical(page, body, kind, text)
    instrument = None
    if date is not None:
        instrument = f"{row.prefix}-{canonical}-{date}"
        for known in page.index.dated.get(date, ()):
            if known.body in {body, row.prefix}:
                instrument = known.id
    return Mention(start=start, end=end, by=by, kind=canonical, instrument=instrument, date=date, body=body)


def _canonical(page: Page, body: str, kind: str, text: str) -> str:
    """Give the one kind that stands in ids for the words a source uses of this body."""
    kinds = page.index.kinds[body]
    for words in sorted(kinds, key=len, reverse=True):
        if " " in words and words in text:
            return kinds[words]
    return kinds.get(kind, kind)
