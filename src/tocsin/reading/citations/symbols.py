# SPDX-License-Identifier: Apache-2.0
"""Papers by the symbols of their files: of the United Nations, of regional unions and councils, of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.symbol",
        says="a document by its United Nations symbol",
        example="⟦The report (S/2023/45)⟧ names Veltria and Ardesh.",
    ),
)

_NUMERAL = r"[MDCLXVI]+"
_REGIONAL = (
    rf"(?:Ext/)?Assembly/(?:AU|ECOWAS)/(?:[A-Z][A-Za-z]*\.? ?)?\d+(?:/Rev\.\d)? ?\({_NUMERAL}\)"
    rf"|EX\.CL/(?:Dec|Decl|Res)?\.? ?\d+ ?\({_NUMERAL}\)"
    r"|PSC/(?:PR|AHG|MIN|HSG)/(?:COMM|BR|STAT|PS|2)[A-Z.]*(?:/\d+)?\.? ?(?:\d{1,4})?(?:\.\d)?\.? ?"
    r"\((?:[MDCLXVI]+|\d{4})\)"
    r"|ACHPR/Res\. ?\d{1,3}(?: ?\([A-Z./ \dIVXLC]+\))?(?: ?(?:19|20)\d\d\b)?"
    r"|CM/(?:Rec|Res|ResDH|ResCMN|Del/Dec|Inf)\(\d{4}\)\d+(?:/[\w-]+)?|Rec\(\d{4}\)\d+"
    r"|CDL-AD\(\d{4}\)\d{3}|P\d{1,2}_TA(?:-PROV)?\(\d{4}\)\d{4}"
    r"|(?:COM|JOIN|SWD|SEC|C)\(\d{4}\) ?\d{1,5}(?: final\b)?"
    r"|WHA\d{2}\.\d{1,2}|EB\d{2,3}\.R?\d{1,2}|GOV/\d{4}/\d{1,3}|INFCIRC/\d{1,4}(?:/[\w.]+)*"
    r"|EC-M-\d+/[A-Z]+\.\d+|C-SS-\d+/[A-Z]+\.\d+|(?:PC|MC|FSC)\.(?:DEC|DOC)/\d{1,4}(?:/\d\d)?(?:/Corr\.\d)?"
)
_SYMBOL = late(
    rf"{_REGIONAL}"
    r"|(?:AG|CP|CIDH)/(?:RES|DEC|DOC)\. ?\d{1,5}(?:/\d\d)?(?: ?\([IVXLC\d]+[-/][EO\d]*(?:/\d\d)?\))?"
    r"|(?P<root>S|A|E|CCPR|CAT|CEDAW|CERD|CRC|CMW|CRPD|CED|HRI|AG|CP|PC|MC|PSC|AHG|ACHPR)"
    r"(?P<rest>(?:/[A-Z0-9][A-Za-z0-9.-]*)+(?:\s?\((?:\d{4}|[IVXL]+)\))?(?:[-/][\w.]+)*)"
)
_OF_DAY = late(
    rf"{GAP}(?:of|dated){GAP}(?=\d)|,?{GAP}adopted{GAP}(?:at{GAP}its{GAP}[\w-]+{GAP}(?:[a-z]+{GAP})?(?:meeting|session),?{GAP}"
    rf"(?:held{GAP})?)?on{GAP}(?=\d)"
)
_PAPERS = frozenset((
    "communiqué", "communique", "report", "letter", "document", "note", "statement", "resolution", "decision",
    "recommendation", "opinion",
))  # fmt: skip
_JOINED = late(r"(?<![\w'-])[A-Za-zé]+\Z")
"""The word for its paper right before a symbol's bracket, without a space."""
_CLOSE = late(r"(?:Ext/)?Assembly/|EX\.CL/|PSC/|ACHPR/")
"""Symbols that papers write with spaces or without."""
_SHORTEST, _LONGEST = 6, 20
_OF_COUNCIL = late(r"S/RES/(\d+)")
_OF_AFRICA = late(r"(ACHPR/Res\.) ?(\d+).*")
_OF_VIENNA = late(r"PC\.DEC/(\d+).*")
_PAPER_LEAD = frozenset(("the", "its", "their", "his", "her", "your", "our", "this", "presidential"))
_PAPER_BEFORE = late(
    rf"\b(?:the|its|his|her|their){GAP}(?:[a-z-]+{GAP}){{0,3}}?(?:reports?|letters?|notes?|observations|conclusions|statement|communiqu[ée]"
    rf"|guidelines|recommendations)\b(?:{GAP}(?!which|that|who|and{GAP}the|in{GAP}its)[^\s.;:()]+){{0,16}}?{GAP}?\(\Z",
    re.IGNORECASE,
)
"""A paper in words, whose symbol follows in a bracket."""


def read(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read a symbol with the word for its paper before it and its day behind it."""
    content = page.content
    match = _SYMBOL.match(content, hit.start)
    if match is None or content[hit.start - 1 : hit.start] == "/":
        return
    text = match.group().rstrip(".-/")
    numbered = any(char.isdigit() for char in text) or text.endswith(")")
    if len(text) < _SHORTEST or not numbered or page.taken.holds(hit.start, hit.start + len(text)):
        return
    close = hit.start + len(text)
    page.taken.add(hit.start, close)
    start, boxed = _begun(page, hit.start, close)
    end, date = close, None
    end += content[start:end].count("(") > text.count("(") and content[end : end + 1] == ")"
    if start < hit.start:
        end += boxed and content[end : end + 1] == "]"
        when = _OF_DAY.match(content, end)
        end, date = (page.date_at(when.end()) if when else None) or (end, None)
    kind = "resolution" if "/RES" in text else "document"
    made = _identified(page, text)
    yield Mention(start=start, end=end, by="citation.symbol", kind=kind, instrument=made, date=date, numbered=True)


def _begun(page: Page, start: int, end: int) -> tuple[int, bool]:
    """Go back from a symbol over the word for its paper and the body whose it is; say whether it stands in [ ]."""
    content = page.content
    boxed = content[start - 1 : start] == "["
    noun = page.word_before(start - 1 if boxed else start)
    joined = _JOINED.search(content, max(0, start - _LONGEST), start - 1) if boxed and noun is None else None
    noun = (joined.start(), joined.group()) if joined else noun
    if noun is not None and noun[1].lower().rstrip("s") in _PAPERS:
        before = page.word_before(noun[0])
        body = page.body_ending(noun[0] - 1) if before else None
        return page.led(body.start if body else noun[0], _PAPER_LEAD), boxed
    if content[start - 1 : start] == "(" and content[end : end + 1] in {")", ","}:
        paper = _PAPER_BEFORE.search(content, max(0, start - 160), start)
        if paper and not page.taken.holds(paper.start(), start):
            return paper.start(), boxed
    return start, boxed


def _identified(page: Page, text: str) -> str:
    """Give the one form of a symbol: without spaces in it, a Council's resolution with its year."""
    symbol = re.sub(r"\s+(?=\(|\d)", "", text) if _CLOSE.match(text) else re.sub(r"\s+\(", "(", text)
    council = _OF_COUNCIL.fullmatch(symbol)
    if council:
        return f"{symbol}({page.index.council_year(int(council.group(1)))})"
    symbol = _OF_AFRICA.sub(r"\1\2", symbol)
    return _OF_VIENNA.sub(r"osce-decision-\1", symbol)
