# SPDX-License-Identifier: Apache-2.0
"""Resolutions by number and documents by symbol, each number a mention of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tocsin.reading.citations import symbols
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import DATED, GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.numbered-resolution",
        says="a resolution by its number, with year or session; in a list each number is a citation",
        example="The Council recalls its ⟦resolution 822 (1993)⟧.",
    ),
    Construction(
        name="citation.numbered-decision",
        says="a numbered decision of a body that numbers its decisions",
        example="The mission acts under ⟦Decision No. 1117 of the OSCE Permanent Council⟧.",
    ),
    Construction(
        name="citation.union-act",
        says="a regulation, directive or decision of the European Union by its number",
        example="Assets were frozen under ⟦Council Regulation (EU) No 269/2014⟧.",
    ),
)

_NUMBER = (
    r"(?:ES-\d{1,2}/\d{1,3}(?:/?[A-Z]\b)?|S-\d{1,2}/\d{1,2}|\d{1,4}/\d{1,4}(?: ?[A-Z]\b(?!\.))?"
    rf"|\d{{1,4}}(?:{GAP}?[A-Z]\b(?![.'-]))?(?:{GAP}?\((?:\d{{4}}|[IVXL]+(?:-[IVX]+)?|S-[IVX]+)\))?)"
)
_DATE_TAIL = (
    rf"(?:,?{GAP}(?:of|adopted{GAP}on|dated|on){GAP}(?P<when>\d{{1,2}}{GAP}[A-Z][a-z]{{2,8}}(?:{GAP}\d{{4}})?"
    rf"|[A-Z][a-z]{{2,8}}{GAP}\d{{1,2}},{GAP}\d{{4}}|[A-Z][a-z]{{2,8}}{GAP}\d{{4}}|(?:19|20)\d\d\b))?"
)
_ITEM = late(
    rf"(?P<n>{_NUMBER})(?![\d/%-]|{GAP}(?:000|million|people|per{GAP}cent)\b|[,.]\d)"
    rf"{_DATE_TAIL}"
)
_OPEN = late(rf"(?:{GAP}\((?:UNSCRs?|UNSC|SCRs?|UNGA|UNGAR)\))?{GAP}?(?:\(?[Nn](?:os?|umbers?|°|º)?\.?{GAP}?)?")
_JOIN = late(rf"[,;]?{GAP}(?:and|or|as{GAP}well{GAP}as|&){GAP}(?:(?:on|to|in|its|No\.){GAP})?|[,;]{GAP}|-|/(?=\d)")
_BODY = late(rf",?{GAP}(?:of|by|adopted{GAP}by|from){GAP}(?:the{GAP})?")
_OTHER_BODY = late(
    rf"(?:[A-Z][\w'-]+{GAP})*(?:Assembly|Council|Parliament|Senate|Congress|Commission|Committee|Conference|Board|Summit|House|"
    rf"Union|League|Community|Organi[sz]ation)\b(?:{GAP}(?:of|for|on){GAP}(?:the{GAP})?[A-Z][\w'-]+(?:{GAP}(?:(?:of|and|the|for){GAP})*[A-Z][\w'-]+)*)?"
)
_SHAPE = late(
    r"(?P<a>ES-\d+|S-\d+|\d+)(?:/(?P<b>\d+)(?P<letter>(?:/| )?[A-Z])?)?(?:\s*(?P<part>[A-Z]))?(?:\s*\((?P<y>[^)]+)\))?"
)
_UNION_ACT = late(
    rf"{GAP}(?P<of>\((?:EU|EC|EEC|CFSP|EU, Euratom)\){GAP})?(?:No\.?{GAP})?"
    rf"(?P<number>\d{{2,4}}/\d{{1,4}})(?P<suffix>/(?:CFSP|EU|EC|EEC|JHA)\b)?"
    rf"(?:{GAP}of{GAP}the{GAP}European{GAP}Parliament{GAP}and{GAP}of{GAP}the{GAP}Council)?"
)
_UNION = late(r"\b(?:EU|Union|Council|Commission)(?:'s)?\s(?:\w+\s)?$")
_FOUR = 4
"""Figures by which a bare number is the Security Council's: it alone counts its resolutions through all years."""
_COUNCIL, _ASSEMBLY, _RIGHTS = "un-security-council", "un-general-assembly", "un-human-rights-council"
_BY_YEAR = ("un-economic-and-social-council", "un-commission-on-human-rights")
_ASSEMBLYS_ALONE = 65
"""Sessions that of the two councils of all States only the General Assembly has reached."""
_HEAD = 800
_UN_HEAD = late(
    r"^[ ]*(?:The )?(?:United Nations|UN|Human Rights Council|Economic and Social Council|ECOSOC)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""How a line at the head of a paper of the United Nations begins: there resolutions by year are the Council's."""
_ABBREVIATED = {"UNSCR": _COUNCIL, "UNSCRs": _COUNCIL, "SCR": _COUNCIL, "UNGAR": _ASSEMBLY}


_BARE = late(r"(?P<n>\d(?<![\w./-].)\d{2,3}) \((?P<y>19[4-9]\d|20\d\d)\)")
_COUNCILS_OWN = late(r"S/RES/(?P<n>\d{3,4})\(\d{4}\)")
_AGAIN = late(
    r"\b(?:under|of|with|to|that|and|by|in|beyond|implement(?:s|ed|ing)?|violat(?:e|es|ed|ing)|breach(?:es|ed|ing)?)\s+(?P<n>\d{4})"
    r"(?=[.;:?!\"](?!\d)|,\s|\)|\s+(?:still|is|was|and|or|has|had|calls?|called|requires?|demands?|says|said|must|should|will|does|remains?|governs?)\b)"
)
_OF_PARTIES = late(rf"{GAP}(?P<n>\d{{1,3}}/(?:CP|CMP|CMA)\.\d{{1,2}})\b")
_MORE_OF_PARTIES = late(rf"(?:,{GAP}(?:and{GAP})?|{GAP}and{GAP})(?P<n>\d{{1,3}}/(?:CP|CMP|CMA)\.\d{{1,2}})\b")


def find(page: Page) -> Iterator[Mention]:
    """Find numbered resolutions and document symbols."""
    councils: dict[str, str] = {}
    for mention in _cued(page):
        told = _COUNCILS_OWN.fullmatch(mention.instrument or "")
        if told:
            councils.setdefault(told["n"], told.group())
        yield mention
    if councils:
        yield from _bare(page)
        yield from _again(page, councils)


def _bare(page: Page) -> Iterator[Mention]:
    """Read "add 497 (1981)" where the Security Council's resolutions are cited: its number and year must agree."""
    for match in _BARE.finditer(page.content):
        if _is_councils(page, match["n"], match["y"]) and not page.taken.holds(*match.span()):
            page.taken.add(*match.span())
            yield Mention(
                start=match.start(),
                end=match.end(),
                by="citation.numbered-resolution",
                kind="resolution",
                instrument=f"S/RES/{match['n']}({match['y']})",
                body=_COUNCIL,
                numbered=True,
            )


def _again(page: Page, cited: Mapping[str, str]) -> Iterator[Mention]:
    """Read "that 1244 still governs" where resolution 1244 was cited before; years and counts are none."""
    for match in _AGAIN.finditer(page.content):
        instrument = cited.get(match["n"])
        if instrument is None or match["n"][:2] in {"19", "20"} or page.taken.holds(*match.span("n")):
            continue
        start, end = match.span("n")
        page.taken.add(start, end)
        yield Mention(
            start=start,
            end=end,
            by="citation.numbered-resolution",
            kind="resolution",
            instrument=instrument,
            body=_COUNCIL,
            numbered=True,
        )


def _cued(page: Page) -> Iterator[Mention]:
    content = page.content
    for hit in page.cues:
        if hit.tag == "symbol":
            yield from symbols.read(page, hit)
        elif hit.tag == "union":
            yield from _union_act(page, hit)
        elif hit.tag == "resolution" or content[hit.start : hit.start + 8].lower() == "resoluti":
            yield from _numbered(page, hit, "resolution")
        elif hit.tag == "kind" and content[hit.start : hit.start + 6].lower() in {
            "decisi",
            "recomm",
            "regula",
            "direct",
        }:
            yield from _union_act(page, hit) or _of_parties(page, hit) or _decided(page, hit)


def _union_act(page: Page, hit: Hit) -> tuple[Mention, ...]:
    """Read "Regulation (EU) 2016/679" and "Council Decision 2012/642/CFSP"."""
    match = _UNION_ACT.match(page.content, hit.end)
    if match is None or not page.content[hit.start].isupper():
        return ()
    if (
        not match.group("of")
        and not match.group("suffix")
        and not _UNION.search(page.content[max(0, hit.start - 16) : hit.start])
    ):
        return ()
    start = page.led(hit.start, {"the", "council", "commission", "eu", "implementing", "delegated", "framework"})
    kind = page.content[hit.start : hit.end].lower().replace(" ", "-")
    dated = DATED.match(page.content, match.end())
    end, date = (page.date_at(dated.end()) if dated else None) or (match.end(), None)
    page.taken.add(start, end)
    instrument = f"eu-{kind}-{match.group('number').replace('/', '-')}"
    found = Mention(
        start=start, end=end, by="citation.union-act", kind=kind, instrument=instrument, date=date, numbered=True
    )
    return (found,)


def _of_parties(page: Page, hit: Hit) -> tuple[Mention, ...]:
    """Read "decision 1/CP.21", "decisions 2/CMA.3 and 5/CP.29": of the conferences of the parties on the climate."""
    match = _OF_PARTIES.match(page.content, hit.end)
    if match is None or page.content[hit.start : hit.start + 6].lower() != "decisi":
        return ()
    start, found = page.led(hit.start, {"the"}), []
    while match is not None:
        page.taken.add(start, match.end())
        made = f"unfccc-decision-{slug(match['n'])}"
        found.append(
            Mention(
                start=start,
                end=match.end(),
                by="citation.numbered-decision",
                kind="decision",
                instrument=made,
                numbered=True,
            )
        )
        match = _MORE_OF_PARTIES.match(page.content, match.end())
        start = match.start("n") if match else start
    return tuple(found)


def _decided(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "Decision No. 1117 of the OSCE Permanent Council": only of a body that numbers them, and with its name."""
    word = page.content[hit.start : hit.end].lower().rstrip("s")
    start, body = _body_before(page, hit.start)
    opened = _OPEN.match(page.content, hit.end)
    item = _ITEM.match(page.content, opened.end()) if opened and opened.end() > hit.end else None
    if item is None or page.taken.holds(hit.start, item.end()):
        return
    end = item.end()
    if body is None:
        after = _BODY.match(page.content, end)
        named = page.body_at(after.end()) if after else None
        near = None if named else _joined_to(page, hit, item)
        if named is None and near is None:
            return
        body, end = (named.tag, page.whole_body(named.end)) if named else (near or "", end)
    row = page.index.bodies[body]
    shape = _SHAPE.match(item.group("n"))
    if shape is None or word not in page.index.kinds[body]:
        return
    template = row.session if shape.group("b") else row.numbered
    if template is None or "RES" in template:
        return
    date = _date(page, item)
    year = shape.group("y") or (date or "")[:4]
    template = template.replace("resolution", word)
    instrument = template.format(
        number=shape.group("b") or shape.group("a"), session=shape.group("a"), year=year
    ).rstrip("-")
    start = page.led(start, {"the"})
    page.taken.add(start, end)
    yield Mention(
        start=start,
        end=end,
        by="citation.numbered-decision",
        kind=word,
        instrument=instrument,
        date=date,
        body=body,
        numbered=True,
    )


def _joined_to(page: Page, hit: Hit, item: re.Match[str]) -> str | None:
    """Tell whose "Recommendation 2273 (2024)" is: of the body that counts by year and was named last."""
    by_year = page.content[hit.start].isupper() and re.search(r"\((?:19|20)\d\d\)", item["n"])
    return page.body_before(hit.start, page.index.numbering) if by_year else None


def _numbered(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    start, body = _body_before(page, hit.start)
    body = _ABBREVIATED.get(page.content[hit.start : hit.end], body)
    items = _items(page, hit.end + (page.content[hit.end : hit.end + 1] == "."))
    if not items or page.taken.holds(hit.start, items[0].end()) or (body is None and _foreign(page, start)):
        return
    end = items[-1].end()
    if body is None:
        end, body = _body_after(page, end, whole=len(items) == 1)
    ids = _ids(page, items, body, hit.start)
    if not ids:
        return
    start = page.led(start, {"the"})
    page.taken.add(start, end)
    for place, (item, identifier) in enumerate(zip(items, ids, strict=True)):
        if identifier is not None:
            yield Mention(
                start=start if place == 0 else item.start(),
                end=end if len(items) == 1 else item.end(),
                by="citation.numbered-resolution",
                kind=kind,
                instrument=identifier[0],
                date=_date(page, item),
                body=identifier[1],
                numbered=True,
            )


def _foreign(page: Page, start: int) -> bool:
    """Say whether the word before makes it no resolution of an international body ("House resolution")."""
    before = page.word_before(start)
    return before is not None and before[1].lower().lstrip("(\"'") in page.words("citation.other-resolutions")


def _body_after(page: Page, end: int, *, whole: bool) -> tuple[int, str | None]:
    """Read "of the Security Council" after the numbers; it belongs to the mention where there is one number."""
    after = _BODY.match(page.content, end)
    named = page.body_at(after.end()) if after else None
    if named is not None:
        return (page.whole_body(named.end) if whole else end), named.tag
    other = _OTHER_BODY.match(page.content, after.end()) if after else None
    if other is None or page.date_at(other.start()) is not None:
        return end, None
    known = [hit for hit in page.draft.within("actor", other.start(), other.end()) if hit.start == other.start()]
    close, tag = (known[0].end, known[0].tag) if known else (other.end(), slug(other.group()))
    return (close if whole else end), tag


def _date(page: Page, item: re.Match[str]) -> str | None:
    if not item.group("when"):
        return None
    date = page.date_at(item.start("when"))
    return date[1] if date else None


def _body_before(page: Page, start: int) -> tuple[int, str | None]:
    """Read "Security Council", "the General Assembly's" and "UNSC" before the word; else the word's own start."""
    begin = page.led(start, page.words("citation.resolution-adjectives"))
    before = page.word_before(begin)
    if before is None:
        return start, None
    word_start, word = before
    for cut in (word, word.removesuffix("'s"), word.removesuffix("'")):
        named = page.body_ending(word_start + len(cut))
        if named is not None:
            return named.start, named.tag
    if word.startswith("(") and word.endswith(")"):
        back = page.word_before(word_start)
        named = page.body_ending(back[0] + len(back[1])) if back else None
        if named is not None:
            return named.start, named.tag
    return start, None


def _items(page: Page, at: int) -> list[re.Match[str]]:
    items: list[re.Match[str]] = []
    opened = _OPEN.match(page.content, at)
    at = opened.end() if opened else at
    while len(items) < 60:
        item = _ITEM.match(page.content, at)
        if item is None:
            break
        items.append(item)
        joined = _JOIN.match(page.content, item.end())
        if joined is None:
            break
        at = joined.end()
        if page.content[at : at + 2].isalpha():
            break
    return items


def _ids(page: Page, items: list[re.Match[str]], body: str | None, offset: int) -> list[tuple[str, str | None] | None]:
    """Make the ids of a list; a number without a year takes that of the next one that has it."""
    shapes = [_SHAPE.match(item.group("n")) for item in items]
    years = [shape.group("y") if shape else None for shape in shapes]
    years = [year or _plain_year(item) for year, item in zip(years, items, strict=True)]
    for place in range(len(years) - 2, -1, -1):
        years[place] = years[place] or years[place + 1]
    ids = [_id(page, shape, year, body, offset) if shape else None for shape, year in zip(shapes, years, strict=True)]
    return ids if ids and ids[0] else []


def _plain_year(item: re.Match[str]) -> str | None:
    """Give the year of "resolution 1325 of 2000"."""
    return item["when"] if (item["when"] or "").isdecimal() and "/" not in item["n"] else None


def _id(
    page: Page, shape: re.Match[str], year: str | None, body: str | None, offset: int
) -> tuple[str, str | None] | None:
    number = shape.group("a")
    if shape.group("b") or not number.isdigit():
        return _of_session(page, shape, body, offset)
    if year and not year.isdigit():
        return f"A/RES/{number}{shape.group('part') or ''}({year})", _ASSEMBLY
    if body is None:
        near = page.body_before(offset, page.index.numbering)
        body = _COUNCIL if near is None or (year and _is_councils(page, number, year)) else near
        if near is None and year and body == _COUNCIL and not _is_councils(page, number, year):
            others = {hit.tag for hit in page.bodies} & page.index.numbering
            body = others.pop() if len(others) == 1 else body
        if near is None and not year and not (len(number) == _FOUR and page.index.council_year(int(number))):
            return None
    row = page.index.bodies.get(body)
    if row is None:
        return f"{body}-resolution-{number}-{year or ''}".rstrip("-"), body
    if body == _COUNCIL:
        return _council(page, number, year), body
    template = row.numbered or f"{row.prefix}-resolution-{{number}}-{{year}}"
    return template.format(number=number, year=year or "").replace("()", "").rstrip("-"), body


def _is_councils(page: Page, number: str, year: str) -> bool:
    """Say whether the Security Council adopted a resolution of this number in this year."""
    return page.index.council_year(int(number)) == year


def _of_session(page: Page, shape: re.Match[str], body: str | None, offset: int) -> tuple[str, str | None] | None:
    """Make the id of a resolution known by session and number; four figures before the slash are a year."""
    session, letter = shape.group("a"), (shape.group("letter") or "").strip(" /")
    number = (shape.group("b") or "") + (f"/{letter}" if letter and session.startswith("ES") else letter)
    if session.isdigit() and len(session) == 4:
        if body is not None and body not in page.index.bodies:
            return f"{body}-resolution-{session}-{number}", body
        named = (body if body in _BY_YEAR else None) or page.body_before(offset, _BY_YEAR)
        if named is None and not _UN_HEAD.search(page.content, 0, _HEAD):
            return None  # senates and regional bodies count by year too
        body = named or _BY_YEAR[0]
    elif session.startswith("ES"):
        body = _ASSEMBLY
    else:
        late_session = session.isdigit() and int(session) >= _ASSEMBLYS_ALONE
        body = body or (None if late_session else page.body_before(offset, (_ASSEMBLY, _RIGHTS))) or _ASSEMBLY
    row = page.index.bodies.get(body)
    if row is None:
        return None
    template = row.session or f"{row.prefix}-resolution-{{session}}-{{number}}"
    return template.format(session=session, number=number), body


def _council(page: Page, number: str, year: str | None) -> str:
    """A year that was printed stands; else the number tells it."""
    return f"S/RES/{number}({year or page.index.council_year(int(number))})"
