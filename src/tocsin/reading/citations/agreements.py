# SPDX-License-Identifier: Apache-2.0
"""Agreements, accords, protocols, joint statements and declarations by their own name or by date."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from tocsin.reading.citations.index import KINDS, STANDARDS, TERMS
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page, shouting
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.dated-agreement",
        says="an agreement, accord, protocol, joint statement or declaration by its date",
        example="Both sides signed ⟦the Ceasefire Agreement of 27 July 2021⟧.",
    ),
    Construction(
        name="citation.named-agreement",
        says="an agreement, accord, protocol … with a name of its own",
        example="They returned to ⟦the Tamar Accords⟧.",
    ),
)

FAMILY = frozenset(
    [
        "agreement",
        "accord",
        "declaration",
        "statement",
        "communique",
        "memorandum",
        "pact",
        "protocol",
        "treaty",
        "roadmap",
        "framework",
        "arrangement",
        "understanding",
        "truce",
        "armistice",
        "compact",
    ]
)
"""Kinds of which one source says the one and another the other for the same paper."""

_NAMED = frozenset(
    ("agreement", "accord", "declaration", "communique", "memorandum", "protocol", "treaty", "convention", "charter")
)
_NAMED |= {"arrangement", "compact"}
_DATED_ONLY = frozenset(("conclusions",))
"""Kinds of papers that a name tells only with a date: "the Karsk Summit conclusions of 3 May 2031"."""
_PAUSES = frozenset(("truce", "armistice", "arrangement", "understanding"))
"""Kinds that name a paper only where it is said of which day it is, or when it was signed."""
_SIGNED = late(r"\s+(?:of|(?:which\s+was\s+)?(?:signed|reached|concluded|agreed|brokered))\b")
_WHEN = late(
    rf"(?:,?{GAP}(?:which{GAP}was{GAP})?(?:signed|reached|concluded|adopted|made|agreed|dated|issued)(?:{GAP}(?:in|at|by|between){GAP}[^.;:()\n]{{2,80}}?)?,?"
    rf"(?:{GAP}(?:dated|of|on|in))?|,?{GAP}(?:dated|of|from)){GAP}"
    rf"(?=(?:the{GAP})?\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*{GAP}|[A-Z]{{3,9}}{GAP}\d)"
)
_ON = late(rf"{GAP}(?:on|in){GAP}")
_BRACKET = late(rf"{GAP}?\((?:signed{GAP}(?:on{GAP})?)?(?=\d|[A-Z][a-z]+{GAP}\d)")
_PARTIES = late(
    rf"{GAP}(?:of{GAP}(?:the{GAP})?(?:leaders|[Pp]residents|[Pp]rime{GAP}[Mm]inisters|[Hh]eads{GAP}of{GAP}(?:[Ss]tate|[Gg]overnment)(?:{GAP}(?:and|or){GAP}[Gg]overnment)?"
    rf"|[Ff]oreign{GAP}[Mm]inisters|[Mm]inisters|[Gg]overnments|parties){GAP}of|between|among|by|signed{GAP}by){GAP}"
    rf"(?P<who>(?:[^.;:()\n]|\n(?! *\n)){{3,150}}?)"
    rf"(?=,?{GAP}(?:dated|signed|of|on|from|adopted){GAP}(?:\d|[A-Z][a-z]+{GAP}\d))"
)
_SUBJECT = late(
    rf"{GAP}(?:on|for|concerning|regarding){GAP}[^.;:()\n]{{3,90}}?"
    rf"(?=,?{GAP}(?:(?:dated|signed|of|from|adopted){GAP}(?:on{GAP})?|signed{GAP}(?:in|at){GAP}[A-Z][a-z]+,?{GAP}on{GAP})"
    rf"(?:\d|[A-Z][a-z]+{GAP}\d))"
)
_BETWEEN = late(
    rf"{GAP}between{GAP}(?:the{GAP})?[A-Z][\w'-]*(?:{GAP}(?:of{GAP})?[A-Z][\w'-]*)*{GAP}and{GAP}(?:the{GAP})?"
    rf"[A-Z][\w'-]*(?:{GAP}(?:of{GAP})?[A-Z][\w'-]*)*"
)
"""Two parties behind the date."""
_UNDERSTANDING = late(rf"{GAP}of{GAP}(?:Understanding|understanding)\b")
_ABOUT = late(
    rf"{GAP}(?:on|for|concerning|regarding|(?P<of>of)){GAP}(?:the{GAP}|an?{GAP})?[A-Z][\w'-]*"
    rf"(?:{GAP}(?:(?:of|and|the|in|on|for|to|with|by|against){GAP}){{0,3}}"
    r"(?!(?:Decision|Resolution|Protocol|Agreement|Declaration|Convention|Treaty|Accord|Law|Act|Code|Order|Charter|Rule|Regulation|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Article)s?\b)[A-Z][\w'-]*)*"
)
_NUMBERED = late(rf"{GAP}(?:[Nn]os?\.?|[Nn]°|[Nn]º){GAP}?\d{{1,3}}\b(?![/.]\d)")
_OF_STRASBOURG = late(r"protocol-no-(\d{1,2})")
_EUROPEAN = late(r"\bECHR\b|\bECtHR\b|\bEuropean\s+(?:Convention|Court)\b")
_OTHERS = frozenset(("convention", "treaty", "charter", "covenant"))
"""Kinds whose names with a subject are read as treaties'."""
_COUNT = late(
    r"[\"'(]*(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)-point",
    re.IGNORECASE,
)
_POINTS_OF = late(
    rf"{GAP}(?:(?:peace|joint|action|road|ceasefire|recovery){GAP})?"
    r"(?:consensus|plan|agreement|proposal|formula|declaration|roadmap|programme|program|communiqu[eé]|initiative)\b",
    re.IGNORECASE,
)
_UNDER = late(r"\b(?:under|by|with|in\s+line\s+with|pursuant\s+to|of|to|breach\s+of|agreed\s+in)\s+$")
_SIDES = {
    "bilateral": 2,
    "trilateral": 3,
    "tripartite": 3,
    "quadrilateral": 4,
    "quadripartite": 4,
    "three-way": 3,
    "four-party": 4,
    "three-party": 3,
}
_JOINERS = frozenset(("del", "de", "la", "las", "los", "el", "al", "das", "do"))
"""Small words inside names of places: "the Costa del Mar accord"."""
_HYPHENS = {ord(mark): None for mark in "-–'"}
_WEAK = frozenset(["joint", "press", "presidential"])
_DAY = 10
"""How long the EDTF of a day is."""
_PLACED = frozenset(("agreement", "accord", "declaration", "memorandum", "communique", "treaty", "pact"))
_BODIES = frozenset(("organization", "organisation"))
_SPACE_LIST = late(rf",{GAP}(?:and{GAP})?|{GAP}and{GAP}")


def find(page: Page) -> Iterator[Mention]:
    """Find agreements and joint statements."""
    content = page.content
    for hit in page.cues:
        if hit.tag == "pin" and page.content[hit.start - 1 : hit.start] == "-":
            yield from _of_points(page, hit)
        if content[hit.start : hit.end] in TERMS:
            yield from _of_year(page, hit)
        if content[hit.start : hit.end] in STANDARDS:
            yield from _standards(page, hit)
        if hit.tag not in {"kind", "name"}:
            continue
        kind = KINDS.get(page.content[hit.start : hit.end].lower())
        if (kind not in FAMILY and kind not in _NAMED and kind not in _DATED_ONLY) or page.taken.holds(
            hit.start, hit.end
        ):
            continue
        if page.word_after(hit.end) not in _BODIES and not _of_actor(page, hit):
            yield from _agreement(page, hit, kind)


def _of_actor(page: Page, hit: Hit) -> bool:
    """Say whether the word is the last of a body's own name: "the Government of National Accord"."""
    named = page.draft.within("actor", max(0, hit.start - 60), hit.end) if page.content[hit.end - 1] == "d" else []
    return any(one.start < hit.start and one.end >= hit.end for one in named)


def _agreement(page: Page, hit: Hit, kind: str) -> Iterator[Mention]:
    content = page.content
    begin, modifiers = _modified(page, hit.start)
    name = content[begin : hit.end]
    proper = content[hit.start].isupper() and not shouting(content, hit)
    sides = next((_SIDES[word.lower()] for word in modifiers if word.lower() in _SIDES), None)
    end, date, parties = _dated(page, hit.end)
    if date is None:
        start, date = _dated_before(page, begin)
    else:
        start = begin
    sides = sides or parties
    if date is None:
        proper = proper or (kind in _PLACED and _of_place(page, begin, hit.start, modifiers))
        named = _name_end(page, end, kind, modifiers) if proper else None
        if named is None:
            return
        name, end = (name if named == end else content[begin:named]), named
    elif not _is_dated_paper(page, hit, kind, date, modifiers, parties, before=start < begin):
        return
    start = page.led(start, page.words("citation.agreement-lead"))
    if page.taken.holds(start, end):
        return
    page.taken.add(start, end)
    yield Mention(
        start=start,
        end=end,
        by="citation.dated-agreement" if date else "citation.named-agreement",
        kind=kind,
        instrument=_identified(page, name, kind, date, sides),
        date=date,
        sides=sides,
    )


def _is_dated_paper(
    page: Page, hit: Hit, kind: str, date: str, modifiers: Sequence[str], parties: int | None, *, before: bool
) -> bool:
    """Say whether what is dated is a paper that can be cited: a name, what it is about, its parties or a day tell."""
    proper = page.content[hit.start].isupper() and not shouting(page.content, hit)
    low = {word.lower() for word in modifiers}
    if kind == "statement" and not (low & page.words("citation.agreement-modifiers") or parties):
        return False
    if kind in _DATED_ONLY and not _telling(page, modifiers):
        return False
    if kind in _PAUSES and not _is_paper(page, hit, before=before):
        return False
    strong = proper or low - _WEAK or parties or (len(date) == _DAY and (kind != "statement" or "joint" in low))
    return bool(strong) and (kind != "protocol" or proper or bool(low & page.words("citation.agreement-modifiers")))


def _name_end(page: Page, end: int, kind: str, modifiers: Sequence[str]) -> int | None:
    """Give where the name of an undated paper ends, with its subject or number; None where it has no name."""
    about = _ABOUT.match(page.content, end) if kind in _NAMED - _OTHERS else None
    if about and about["of"] and (kind != "declaration" or page.body_at(about.end("of") + 1)):
        about = None
    numbered = _NUMBERED.match(page.content, end) if kind in _NAMED else None
    if about or numbered:
        return (about or numbered).end()  # type: ignore[union-attr]  # one of them matched
    sided = kind == "statement" and any(word.lower() in _SIDES for word in modifiers)
    return end if sided or (kind in _NAMED and _telling(page, modifiers)) else None


def _of_place(page: Page, begin: int, end: int, modifiers: Sequence[str]) -> bool:
    """Say whether a place alone, with the article before it, names an agreement: "the Karsk agreement"."""
    before = page.word_before(begin)
    place = page.draft.within("place", begin, end)
    led = before is not None and before[1].lower() == "the"
    actors = page.index.catalogue.actors
    return led and len(modifiers) <= _FEW and any(hit.start == begin and hit.tag not in actors for hit in place)


def _is_paper(page: Page, hit: Hit, *, before: bool) -> bool:
    """Tell the truce that was signed from the one that held: dated before it, of a day, or with its signing."""
    if KINDS.get(page.word_after(hit.end)):  # "the ceasefire agreement of 3 May"
        return False
    return before or bool(_SIGNED.match(page.content, hit.end) or _ABOUT.match(page.content, hit.end))


def _of_points(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "its five-point consensus of 24 April 2021", "the Contact Group's seven-point plan"."""
    content = page.content
    first = page.word_before(hit.end + 1)
    what = _POINTS_OF.match(content, hit.end)
    if first is None or what is None or not _COUNT.fullmatch(first[1]) or page.taken.holds(first[0], what.end()):
        return
    end, date, _ = _dated(page, what.end())
    start, whose = first[0], page.word_before(first[0])
    if date is None and (whose is None or not whose[1].endswith(("'s", "s'"))):
        return
    start = page.led(first[0], page.words("citation.agreement-lead"))
    page.taken.add(start, end)
    name = slug(content[first[0] : what.end()])
    known = [row.id for row in page.index.dated.get(date or "", ()) if name in row.id]
    instrument = known[0] if known else f"{name}-{date}" if date else name
    yield Mention(
        start=start,
        end=end,
        by="citation.dated-agreement" if date else "citation.named-agreement",
        kind="agreement",
        instrument=instrument,
        date=date,
    )


def _of_year(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "as agreed under the 2023 principles": terms known by their year, where something is done by them."""
    start, date = _dated_before(page, hit.start)
    if date is None or page.taken.holds(start, hit.end):
        return
    start = page.led(start, page.words("citation.agreement-lead"))
    if not _UNDER.search(page.content, max(0, start - 34), start):
        return
    page.taken.add(start, hit.end)
    made = f"{slug(page.content[hit.start : hit.end])}-{date}"
    yield Mention(start=start, end=hit.end, by="citation.dated-agreement", kind="agreement", instrument=made, date=date)


def _standards(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "the Karsk Principles", "Guidelines on the Care of Wells": standards with a name or a subject."""
    content = page.content
    if page.taken.holds(hit.start, hit.end) or shouting(content, hit):
        return
    begin, modifiers = _modified(page, hit.start)
    about = _ABOUT.match(content, hit.end)
    about = None if about and about["of"] else about
    before = page.word_before(begin)
    led = before is not None and before[1].lower() == "the"
    plain = _WEAK | page.words("citation.no-names") | page.words("citation.no-standards")
    named = led and modifiers and not any(word.lower() in plain for word in modifiers)
    if not named and not (about and led and len(about.group().split()) > _FEW):
        return
    end = about.end() if about else hit.end
    if not about and content[end : end + 2].strip().isupper():
        return
    start = page.led(begin, page.words("citation.agreement-lead"))
    page.taken.add(start, end)
    kind = content[hit.start : hit.end].lower()
    made = slug(content[begin:end])
    yield Mention(start=start, end=end, by="citation.named-agreement", kind=kind, instrument=made)


_FEW = 2
"""A subject of no more words ("on Press") is hardly a name's."""


def _telling(page: Page, modifiers: Sequence[str]) -> bool:
    """Say whether words before the kind make a name: one at least that is not a mere adjective of kind."""
    plain = _WEAK | page.words("citation.no-names")
    return any(word[:1].isupper() and word.lower() not in plain for word in modifiers)


def _modified(page: Page, start: int) -> tuple[int, list[str]]:
    """Go back over capitalised words and adjectives of agreements; the list is in the text's order."""
    words: list[str] = []
    modifiers = page.words("citation.agreement-modifiers")
    while len(words) < 6:
        before = page.word_before(start)
        if before is None or (before[1][-1] in "\"'" and before[1][-2:] != "s'"):  # a quotation ends there
            break
        begin, word = before
        bare = word.strip("\"'").lstrip("[(")
        if _joins(page, begin, word, words, modifiers):
            words.insert(0, word)
            start = begin
            continue
        final = bare == "Final"
        if (bare.lower() in page.words("citation.no-names") and not final) or not (
            bare.lower() in modifiers or (bare[:1].isupper() and bare.translate(_HYPHENS).isalpha())
        ):
            break
        words.insert(0, bare)
        start = begin + (len(word) - len(word.lstrip("\"'[(")))
        if start > begin:
            break
    return start, words


def _joins(page: Page, begin: int, word: str, words: Sequence[str], modifiers: Container[str]) -> bool:
    """Say whether a small word belongs to a name that goes on before it: "the Costa del Mar accord"."""
    if not words:
        return False
    if word == "of":
        return words[0] in {"Forces", "Hostilities", "Understanding"}
    inner = page.word_before(begin) if word == "and" or word in _JOINERS else None
    if inner is None:
        return False
    if word == "and":
        return words[0].lower() in modifiers and inner[1].lower() in modifiers
    return inner[1][:1].isupper()


def _dated(page: Page, end: int) -> tuple[int, str | None, int | None]:
    """Read parties, subject and date after the word: where it ends, the date, and how many parties are named."""
    content = page.content
    sides = None
    understanding = _UNDERSTANDING.match(content, end)
    end = understanding.end() if understanding else end
    parties = _PARTIES.match(content, end)
    at = end
    if parties:
        sides = len(_SPACE_LIST.split(parties.group("who")))
        at = parties.end()
    else:
        subject = _SUBJECT.match(content, end)
        at = subject.end() if subject else end
    when = _WHEN.match(content, at)
    date = page.date_at(when.end()) if when else None
    if date is None and parties:
        on = _ON.match(content, at)
        date = page.date_at(on.end()) if on else None
    if date is None:
        bracket = _BRACKET.match(content, end)
        date = page.date_at(bracket.end()) if bracket else None
        if date is not None and content[date[0] : date[0] + 1] == ")":
            return date[0] + 1, date[1], None
        return end, None, None
    after = None if parties else _BETWEEN.match(content, date[0])
    return after.end() if after else date[0], date[1], sides or (2 if after else None)


def _dated_before(page: Page, start: int) -> tuple[int, str | None]:
    """Read a date right before the name: "the 27 July 1993 ceasefire agreement", "the 2020 Tamar Agreement"."""
    begin, found = start, None
    at = start
    for _ in range(3):
        before = page.word_before(at)
        if before is None:
            break
        at = before[0]
        date = page.date_at(at)
        if date is not None and not page.content[date[0] : start].strip(" \n,"):
            begin, found = at, date[1]
    return begin, found


def _identified(page: Page, name: str, kind: str, date: str | None, sides: int | None) -> str:
    """Find the catalogue's instrument of this date and family, else make an id of the name and the date."""
    if date is not None:
        for row in page.index.dated.get(date, ()):
            if row.body is None and (row.kind == kind or {row.kind, kind} <= FAMILY):
                return row.id
    words = slug(name)
    protocol = _OF_STRASBOURG.fullmatch(words) if kind == "protocol" else None
    made = f"echr-p{protocol[1]}" if protocol else ""
    if made in page.index.catalogue.instruments and _EUROPEAN.search(page.content):
        return made
    if sides == 3 and words in {kind, f"joint-{kind}"}:
        words = f"trilateral-{kind}"
    return f"{words}-{date}" if date else words
