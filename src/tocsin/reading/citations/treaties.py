# SPDX-License-Identifier: Apache-2.0
"""Treaties and other instruments by the names that the catalogue knows, by acronym and by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.reading.citations.index import KINDS
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.naming.names import slug
from tocsin.reading.numbers import MONTHS
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.name",
        says="an instrument by a name of the catalogue, whole with its year, date and acronym",
        example="Ardesh ratified ⟦the 1951 Convention relating to the Status of Refugees⟧.",
    ),
    Construction(
        name="citation.acronym",
        says="an instrument by its acronym",
        example="Veltria was urged to accede to ⟦OP-CAT⟧.",
    ),
    Construction(
        name="citation.labour-convention",
        says="a convention of the International Labour Organization by its number",
        example="Ardesh has not ratified ⟦ILO Convention No. 169⟧.",
    ),
    Construction(
        name="citation.own-charter",
        says="the charter, statute or constitution of a body that is named before it",
        example="The International Court of Justice recalled ⟦Article 41 of its Statute⟧.",
    ),
    Construction(
        name="citation.unknown-treaty",
        says="a convention, covenant or treaty on something that the catalogue does not know",
        example="Both ratified ⟦the Convention on the Protection of the Issel Basin⟧.",
    ),
)

_ORDINAL = late(r"\b(?:first|second|third|2nd)\b", re.IGNORECASE)
_YEAR = late(r"(?:1[89]|20)\d\d")
_TAIL = late(
    r"(?: ?\((?:\"?[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[ -][A-Z0-9]+)*\"?|(?:the|hereinafter|hereafter)[^()\n]{3,40})\))"
    rf"|,?{GAP}(?:of|adopted{GAP}on|signed{GAP}on|done{GAP}on){GAP}(?=[\dJFMASOND])"
)
_ENACTED = frozenset(("act", "law", "code"))
_ENACTED_IN = late(rf",?{GAP}(?P<year>(?:1[89]|20)\d\d)\b(?![/-])")
"""The year behind a law's name: "the Wells Act 2031", "the Wells Act, 2031"."""
_ALLIANCE = late(rf"(?<=[Tt]reaty){GAP}(?:Organi[sz]ation|Alliance|States?)\b")
_OTHERS = late(rf"{GAP}(?:on|for|relating|concerning)\b")
"""What makes a European Convention another than that on human rights."""
_ALSO_OTHERS = frozenset(("European Convention", "Universal Declaration"))
_AND_PROTOCOL = late(
    rf",?{GAP}(?:and|or|including|as{GAP}well{GAP}as|with|,)(?:{GAP}(?:to|of|for|ratify|on))?{GAP}"
    rf"(?P<p>(?:(?:its|the|two|three|both|first|second|third|thereto){GAP}){{0,3}}"
    rf"(?:[Oo]ptional|[Aa]dditional|(?P<bare>))(?(bare)|{GAP})[Pp]rotocols?(?:{GAP}(?:thereto|to{GAP}it|thereof))?)\b(?!{GAP}(?:to|on|of|for|relating|I{{1,3}})\b)"
)
_ILO = late(
    rf"(?:{GAP}\(?[Nn]os?\.?\)?{GAP}?|{GAP})(?P<n>\d{{1,3}})(?![\d(])(?P<more>(?:(?:,{GAP}|,?{GAP}(?:and|or){GAP})(?:[Nn]os?\.{GAP}?)?\d{{1,3}}\b)*)"
)
_ILO_ABOUT = late(
    rf"{GAP}(?:on|concerning){GAP}(?:the{GAP})?[A-Z][\w'-]*(?:{GAP}(?:(?:of|and|the|in|to|for){GAP}){{0,3}}(?!Nos?\b|Convention|Protocol|Recommendation|ILO\b)[A-Z][\w'-]*)*"
)
_ILO_WORDS = frozenset(("ilo", "organization", "organisation", "organization's", "organisation's", "ilo's"))
_OF_ILO = late(
    rf"{GAP}(?:of{GAP}the{GAP})?(?:\(?ILO\)?\b|(?:of{GAP}the{GAP})?International{GAP}Labour{GAP}Organi[sz]ation)"
)
_LABOUR_CODE = late(r"C(?:\. ?| )?(?P<n>\d{1,3})(?![\w/%]|[.,-]\d)")
_LABOUR_LEADS = (" ", "\n", "(", "[", "/")
_LABOUR_LAST = 192
"""The highest number of a convention of the International Labour Organization."""
_UNKNOWN = late(
    rf"(?:Convention|Covenant|Treaty|CONVENTION|TREATY){GAP}(?:on|against|for|relating{GAP}to|concerning|of|ON|AGAINST|FOR|OF)"
    rf"(?:{GAP}(?!and{GAP}(?:the{GAP})?(?:Charter|Convention|Covenant|Treaty|Statute|Protocol|Constitution|Declaration)\b)"
    rf"(?:the|of|and|in|to|against|or|on|for|a|all|from|The|THE|OF|AND|IN|TO|[A-Z][\w'-]*),?)*"
    rf"{GAP}[A-Z][\w'-]*"
)
_PROTOCOLS = {
    "convention-against-torture": "opcat",
    "convention-on-the-rights-of-the-child": "crc-op",
    "iccpr": "iccpr-op1",
    "geneva-conventions": "additional-protocols",
    "refugee-convention": "refugee-protocol",
    "untoc": "palermo-protocol",
}
_NOT_THE_TREATY = late(
    rf"{GAP}(?:(?:also|further|had|has|was|itself)\b{GAP}?)?(?:[Gg]eneral{GAP}(?:[Cc]omment|[Rr]ecommendation)|recommend|noted|urged|express(?:ed|es){GAP}|welcom|encourag|stated|observed|"
    rf"concern|called|[Cc]ommittee|reported|remain|regret|requested|commended|members?\b|rapporteur)"
)
_PRONOUN = late(rf"{GAP}(?:was|am|have|had|would|will|could|can|did|do|saw|know|think|believe|hope|never|also|told)\b")
"""What shows the I behind letters to be who speaks."""
_KIND = late(rf"{GAP}(?P<kind>[A-Za-z]+)\b")
"""The word for its kind behind an acronym: "the ENMOD Convention"."""
_COMMITTEE = late(r"[Cc]ommittee|[Cc]ommission|[Cc]entre|[Aa]gency|[Cc]ouncil")
_TREATY_WORD = late(r"[Cc]onvention|[Pp]rotocol|[Cc]ovenant|[Tt]reaty|[Ss]tatute|[Cc]harter")


_FOUNDING = frozenset(("Charter", "Statute", "Protocol", "Covenant"))
_POSSESSIVE = frozenset(("its", "their", "our"))
_NEAR = 300
"""How far before "its Statute" the body is named whose it is."""


def find(page: Page) -> Iterator[Mention]:
    """Find instruments by name."""
    elsewhere: set[str] = set()
    for hit in page.cues:
        if hit.tag == "acronym":
            longer = page.index.match(page.content, hit.start)
            if longer is not None and longer[1] > hit.end and not page.taken.holds(hit.start, longer[1]):
                yield from _named(page, hit.start)  # "CCW Protocol V" begins with letters that are a name by themselves
            else:
                yield from _acronym(page, hit.start, hit.end, elsewhere)
        elif (hit.tag in {"name", "kind", "law", "union"} or page.content[hit.start] in "APR") and not page.taken.holds(
            hit.start, hit.end
        ):
            named = list(_named(page, hit.start))
            if not named and page.content[hit.start] in "CT":
                named = list(_labour(page, hit.start, hit.end)) or list(_unknown(page, hit.start))
            yield from named or _own(page, hit.start, hit.end)
    yield from _labour_codes(page)


def _named(page: Page, start: int) -> Iterator[Mention]:
    found = page.index.match(page.content, start) or _small(page, start)
    if found is None:
        return
    instrument, end, depth = found
    if page.content[start].isdigit():  # "1951 Convention" may begin a longer name
        word = page.content.find(" ", start) + 1
        longer = page.index.match(page.content, word)
        if longer is not None and longer[1] > end:
            return
    begin = _lead(page, start)
    ordinal = _ORDINAL.search(page.content, begin, start)
    better = page.index.match(page.content, ordinal.start()) if ordinal else None
    if better is not None and better[1] >= end:
        instrument, end, depth = better
    if (page.content[start].islower() and depth < 3) or _ALLIANCE.match(page.content, end):
        return
    if page.content[start:end] in _ALSO_OTHERS and _OTHERS.match(page.content, end):
        return
    row = page.index.catalogue.instruments[instrument]
    end, date = _tail(page, end)
    if row.kind in _ENACTED:
        year = _ENACTED_IN.match(page.content, end) if date is None else None
        end, date = (year.end(), year["year"]) if year else (end, date)
        end = page.past_print(end)
    page.taken.add(begin, end)
    sides = len(row.parties) or None
    yield Mention(
        start=begin, end=end, by="citation.name", kind=row.kind, instrument=instrument, date=date, sides=sides
    )
    protocol = _AND_PROTOCOL.match(page.content, end)
    if protocol and row.kind in {"convention", "covenant"}:
        low, high = protocol.span("p")
        page.taken.add(low, high)
        identifier = protocol_of(page, instrument)
        yield Mention(start=low, end=high, by="citation.name", kind="protocol", instrument=identifier)


def _small(page: Page, start: int) -> tuple[str, int, int] | None:
    """Read "optional protocol to the Convention …" in small letters, whose name begins a word or two before."""
    before = page.word_before(start) if page.content[start] == "p" else None
    return page.index.match(page.content, before[0]) if before and before[1] == "optional" else None


def protocol_of(page: Page, convention: str) -> str | None:
    """Give the id of a convention's protocol, None where the catalogue knows none."""
    known = _PROTOCOLS.get(convention, f"{convention}-op")
    return known if known in page.index.catalogue.instruments else None


def _tail(page: Page, end: int) -> tuple[int, str | None]:
    match = _TAIL.match(page.content, end)
    if match is None:
        return end, None
    if match.group().endswith(")"):
        return match.end(), None
    return page.date_at(match.end()) or (end, None)


def _lead(page: Page, start: int) -> int:
    while True:
        before = page.led(start, page.words("citation.treaty-lead"))
        word = page.word_before(before)
        if word is None or not _YEAR.fullmatch(word[1]):
            break
        start = word[0]
        month = page.word_before(start)
        start = month[0] if month is not None and month[1].lower() in MONTHS else start
    return _shorn(page, before, start)


def _shorn(page: Page, begin: int, start: int) -> int:
    """Leave "of", "both" and the like behind where they do not belong to the name."""
    for match in re.finditer(r"\S+", page.content[begin:start]):
        if match.group().lower().lstrip("\"'([") not in {"of", "both", "union", "first", "second", "third", "new"} or (
            match.group()[0].isupper()
        ):
            lead = len(match.group()) - len(match.group().lstrip("\"'(["))
            return begin + match.start() + lead
    return start


def _acronym(page: Page, start: int, end: int, elsewhere: set[str]) -> Iterator[Mention]:
    content = page.content
    acronym = content[start:end].replace("\n", " ")
    if page.taken.holds(start, end) or acronym in elsewhere:
        return
    if content[max(0, start - 1) : start] in {"/", "-"} or content[end : end + 1] in {"/", "-"}:
        return
    if content[max(0, start - 1) : start] == "(" and content[end : end + 1] == ")":
        before = content[max(0, start - 120) : start]
        if _COMMITTEE.search(before) and not _TREATY_WORD.search(before):
            elsewhere.add(acronym)
            return
        if not _TREATY_WORD.search(before):
            return
    if _NOT_THE_TREATY.match(content, end) or (acronym.endswith(" I") and _PRONOUN.match(content, end)):
        return
    row = page.index.catalogue.instruments[page.index.acronyms[acronym]]
    kind = _KIND.match(content, end)
    end = kind.end() if kind and KINDS.get(kind["kind"].lower(), kind["kind"].lower()) == row.kind else end
    begin = page.led(start, {"the"})
    page.taken.add(begin, end)
    yield Mention(start=begin, end=end, by="citation.acronym", kind=row.kind, instrument=row.id)


def _labour(page: Page, start: int, end: int) -> Iterator[Mention]:
    match = _ILO.match(page.content, end)
    if match is None or not page.content[start:end].lower().startswith("convention"):
        return
    before = page.word_before(start)
    ours = before is not None and before[1].strip("()").lower() in _ILO_WORDS
    after = _OF_ILO.match(page.content, match.end())
    known = f"ilo-convention-{match.group('n')}" in page.index.catalogue.instruments and "o" in match.group()
    if not (ours or after or known):
        return
    begin = page.led(start, {"the", "ilo", "(ilo)", "international", "labour", "organization", "organisation", "ilo's"})
    about = _ILO_ABOUT.match(page.content, match.end())
    end = about.end() if about else after.end() if after else match.end()
    close = match.end("n") if match.group("more") else end
    page.taken.add(begin, close if close == end else match.end())
    number = match.group("n")
    yield Mention(
        start=begin,
        end=close,
        by="citation.labour-convention",
        kind="convention",
        instrument=f"ilo-convention-{number}",
    )
    for more in re.finditer(r"\d+", match.group("more")):
        low = match.start("more") + more.start()
        yield Mention(
            start=low,
            end=low + len(more.group()),
            by="citation.labour-convention",
            kind="convention",
            instrument=f"ilo-convention-{more.group()}",
        )


def _labour_codes(page: Page) -> Iterator[Mention]:
    """Read "C98", "ILO C190" where the Organization or its conventions are named."""
    if "ILO" not in page.content and "abour Org" not in page.content:
        return
    for match in _LABOUR_CODE.finditer(page.content):
        start, end, number = match.start(), match.end(), int(match["n"])
        apart = start == 0 or page.content[start - 1] in _LABOUR_LEADS
        if apart and 0 < number <= _LABOUR_LAST and not page.taken.holds(start, end):
            start = page.led(start, {"ilo", "the"})
            page.taken.add(start, end)
            made = f"ilo-convention-{number}"
            yield Mention(start=start, end=end, by="citation.labour-convention", kind="convention", instrument=made)


def _own(page: Page, start: int, end: int) -> Iterator[Mention]:
    """Read "its Statute", "their own Charter": the founding paper of the body that stands before it."""
    word = page.content[start:end]
    if word not in _FOUNDING:
        return
    before = page.word_before(start)
    own = before is not None and before[1] == "own"
    before = page.word_before(before[0]) if before and own else before
    if before is None or before[1].lower() not in _POSSESSIVE:
        return
    low = max(0, start - _NEAR)
    whose = sorted((*page.draft.within("actor", low, start), *page.draft.within("lawbody", low, start)))
    if not whose:
        return
    body = whose[-1].tag
    made = f"{body}-{word.lower()}"
    if word == "Charter" and (body.startswith("un-") or body == "united-nations"):
        made = "un-charter"
    page.taken.add(before[0], end)
    yield Mention(start=before[0], end=end, by="citation.own-charter", kind=word.lower(), instrument=made)


def _unknown(page: Page, start: int) -> Iterator[Mention]:
    match = _UNKNOWN.match(page.content, start)
    if match is None:
        return
    end, date = _tail(page, match.end())
    begin = _lead(page, start)
    page.taken.add(begin, end)
    kind = KINDS[page.content[start : match.end()].split()[0].lower()]
    yield Mention(
        start=begin, end=end, by="citation.unknown-treaty", kind=kind, instrument=slug(match.group()), date=date
    )
