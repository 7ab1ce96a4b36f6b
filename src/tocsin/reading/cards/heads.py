# SPDX-License-Identifier: Apache-2.0
"""Heads: the lines above a paper's text, each told for what it is – whose paper, what kind, to whom, from when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from tocsin.reading.cards import addresses, mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import passages
from tocsin.reading.naming import letterheads, names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

Span: TypeAlias = tuple[int, int]

_MOST = 14
"""Lines that a head has at most."""
_LINE = 150
_SENTENCE = 56
"""Code points from which what ends in a stop is the text's."""
_LABEL = late(
    r"\W*(?:(?:for )?(?:immediate|urgent|public|press|media|news|open|joint|official|final|weekly|monthly|emergency"
    r"|pastoral|internal|general|ministerial|administrative|flash|situation|special|information|an?|the) ?)*"
    r"(?:statement|release|letter|communiqu[eé]|declaration|appeal|message|petition|bulletin|newsletter|note|circular"
    r"|memorandum|memo|sitrep|report|update|notice|order|decree|directive|minutes|conclusions|resolution|briefing|brief"
    r"|alert|advisory|announcement|bulletin|submission|complaint|address|verbale)s?"
    r"(?:\W+(?:(?:no|nr|number|ref|n[o°º])\b\.?\W*)?[\w/.-]*\d[\w/.-]*|\s+\d+)?\W*",
    re.IGNORECASE,
)
"""A line that says what kind of paper it heads, with its number, and no more."""
_FILED = late(
    r"\W*(?:(?:my|our|your) )?(?:[a-z]+ ){0,3}(?:no|nr|ref|№|n[o°º]|reference|number|date|date of issue|glide"
    r"|subject|re"
    r"|tel|fax|phone|e-?mail|web(?:site)?|funding requirement|people to be assisted|status|issue|vol|volume|cc|copy"
    r"|agenda"
    r"|classification|embargo\w*)\b[^:\n]{0,30}[:.№].*"
    r"|\W*(?:media note|check against delivery|for immediate release|embargoed.{0,60}|confidential|urgent"
    r"|\(?(?:unofficial )?translation\)?)\W*",
    re.IGNORECASE,
)
"""A line that says where a paper is filed and how its makers are reached."""
_SEAT = late(
    r".*\d.*|\W*[\"“'].*|.*\b(?:street|avenue|road|square|building|p\.? ?o\.? box|floor|house no)\b.*", re.IGNORECASE
)
_SMALL = (
    r"of|for|and|the|on|in|to|against|de|la|del|el|des|du|da|dos|&|OF|FOR|AND|THE|ON|IN|TO|AGAINST|DE|LA|DEL|DU|DES"
)
_NAME = late(rf"(?:(?:The|THE) )?[A-ZÀ-Þ0-9][\w'’.-]*(?:,? (?:{_SMALL}|\(?[A-ZÀ-Þ0-9][\w'’.)-]*))*")
_BODY = late(
    r"\b(?:ministry|department|directorate|commission|authority|police|army|forces|house|embassy|presidency|government"
    r"|parliament|senate|university|hospital|school|cross|crescent|societies|fund|programme|service|court|tribunal"
    r"|bureau"
    r"|inspectorate|ombudsman|archdiocese|parish|company|radio|consulate|delegation|prosecutor|municipality|prefecture"
    r"|governorate|cabinet|faculty|academy|institution|administration|patriarchate|bishopric|jama'?at|workers"
    r"|women|mothers|youth|lawyers|doctors|journalists|friends|cluster|team|task force|crew|desk)\b",
    re.IGNORECASE,
)
_LEANS = late(r"\s(?:at|on|in|for|to|with|against|from|over|after|by|under|near)\s", re.IGNORECASE)
_TAIL = late(r"\s+(?:[–—|·•-]|//)\s+.*\Z|\s*\([^)]*\)\s*\Z")
_TO = late(
    r"(?:(?:(?:An?|The|AN?|THE|Open|OPEN|Joint|JOINT|Urgent|URGENT|Public|PUBLIC|open|joint|urgent|public) )*"
    r"(?i:petition|letter|appeal|message|call|word|greetings?|invitation|warning|announcement|circular|memorandum"
    r"|submission|note|address|statement|plea|complaint|request"
    r"|representation)(?: (?i:of|from) [^\n]{2,80}?)? (?:addressed )?(?:to|TO)"
    r"|(?:to|To|TO)(?: ?:|(?=\s)))\s+(?P<whom>(?:(?i:the|all|his|her|our) )?[A-ZÀ-Þ][^\n:;]{2,140})"
)
"""A line that says to whom a paper goes, by itself or behind what paper it is."""
_ALL = late(r"(?:All|ALL) (?P<whom>[A-ZÀ-Þ][^\n:;.,]{3,90})")
_WHOM_ENDS = late(
    r"(?:(?<!\bCommittee)(?<!\bCommission)(?<!\bCouncil)(?<!\bConference)(?<!\bRapporteur)(?<!\bOffice)(?<!\bPanel)"
    r"\s+(?:on|ON)|,?\s+(?:regarding|concerning|about|over|for (?=[a-z])|calling|asking|urging|demanding|following|from"
    r"|FROM|ABOUT|REGARDING|CONCERNING|in (?=[a-z])|by (?=[a-z]))|\s+[–—|(])"
)
_PEOPLE = late(
    r"(?:all |the |members of )*(?:[\w'’-]+ ){0,4}(?:ministers|heads|leaders|governors|presidents|directors"
    r"|coordinators"
    r"|mayors|ambassadors|bishops|judges|members|secretaries|commissioners|delegates|peoples?|youth|women|citizens"
    r"|workers|commanders|elders|chiefs|engineers|officers|parties|representatives|parliamentarians|deputies|donors"
    r"|residents|voters|believers|faithful|churches|communities|parishes|unions|families|farmers|nurses|students"
    r"|teachers)\b",
    re.IGNORECASE,
)
"""Who is addressed by what they are, of a body that the phrase names too."""
_OF_BODY = late(r"(?:all |the )*(?:\w+ )?(?:members?|parties|representatives?|people|delegates)\b", re.IGNORECASE)
_BODIES = frozenset({"organisation", "un-organ", "court", "parliament"})
_HONOUR = late(
    r"(?:(?:their|his|her|your) (?:royal |serene )?(?:excellenc(?:y|ies)|honou?rs?|majest(?:y|ies)|highness(?:es)?"
    r"|eminences?|graces?)|the (?:right )?honou?rable|h\.? ?e\.?),? (?:the )?(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_SALUTED = ("Mr", "Mrs", "Ms", "Madam", "Dear", "H.E", "Dr", "Prof", "Sir", "To", "TO", "Attn")
_EVENT = (
    r"(?:(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[A-Z][a-z]+th|Special|Extraordinary|Ordinary|Emergency"
    r"|Annual"
    r"|Plenary|High-Level|Ministerial|Joint|Virtual|Informal|Final|Regular) )*"
    r"(?:Meeting|Session|Summit|Conference|Assembly|Retreat|Gathering|Consultation|meeting|session"
    r"|summit)s? of (?:the )?"
)
_MET = late(
    r"(?:(?:[A-Z][\w-]* ){0,3}(?i:communiqu[eé]|conclusions|declaration|statement|resolution|minutes|outcome|decisions?"
    r"|recommendations|message|report|summary|record) )?(?:of|by|from|OF|BY|FROM) (?:(?:the|THE) )?"
    rf"(?P<event>{_EVENT})?(?P<role>(?i:(?:heads of (?:state|government)(?:(?: and| or|,) (?:of )?government)?|leaders"
    r"|(?:foreign |defen[cs]e |finance |interior )?ministers(?: of [a-z]+(?: affairs)?)?|presidents|prime ministers"
    r"|chiefs of (?:defen[cs]e )?staff|member states|members|bureau) of) (?:the )?)?"
    r"(?P<who>[A-ZÀ-Þ][^\n,;:()]{2,90}?)(?= (?:on|in|at|held|adopted|concerning|regarding|to) |[,;:(]|$)"
)
"""Whose meeting a paper is of: "Communiqué of the Special Meeting of the Leaders of the Forum"."""
_OWNED = late(
    r"(?P<who>(?:[A-ZÀ-Þ0-9][\w-]*|of|for|the|and)(?: (?:[A-ZÀ-Þ0-9][\w'’-]*|of|for|the|and)){1,7}s)['’]"
    r" (?:(?:Joint|Final|Press|Public) )*(?:Statement|Declaration|Communiqué|Message|Appeal|Letter|Remarks|Response)\b"
)
"""Several who own a statement: "Northern Group Foreign Ministers' Statement"."""
_ABOVE = late(
    r"\(?(?:the above|the foregoing|these|this|the following)(?: text)? (?:are|is|was|were) (?:the )?(?:full "
    r"|original )?"
    r"(?:remarks|statements?|answers?|comments?|text|words|release|transcript|communiqu[eé])(?: (?:made|given|issued"
    r"|released))?"
    r" (?:by|of|from) (?:(?:a|the) )?(?:(?:official )?(?:spokes\w+|press office\w*|press service) (?:of"
    r"|for) (?:the )?)?"
    r"(?P<who>[A-ZÀ-Þ][^.\n()]{3,90})",
    re.IGNORECASE,
)
_OFFICE_BELOW = late(
    r"(?:(?:the )?(?:[\w-]+ )?(?:spokes\w+(?:['’]s)? office|office of the spokes\w+|press (?:office|service)"
    r"|secretariat"
    r"|communications? (?:office|unit|department)|information (?:office|service)))\W*",
    re.IGNORECASE,
)
_COURT = late(
    r"(?:(?:In|IN|Before|BEFORE) )?(?:(?:the|THE) )?(?P<who>(?:[A-ZÀ-Þ][\w'’-]* ){0,5}(?:COURT|Court|TRIBUNAL|Tribunal)"
    r"(?: (?:OF|of|FOR|for|ON|on|AT|at) (?:(?:THE|the) )?[A-ZÀ-Þ][\w'’ -]{2,60})?)\W*"
)


def lines(draft: Draft, blocks: Sequence[Block]) -> Iterator[Span]:
    """Give the lines above the text: up to a salutation, a paragraph or a numbered item."""
    content, count = draft.content, 0
    for block in blocks[:_MOST]:
        told = block.end - block.start > _SENTENCE and content[block.end - 1] in '.!?"”;'
        if block.role in ("salutation", "list-item", "quotation", "signature") or (block.role == "body" and told):
            return
        for line in re.finditer(r"[^\n]+", content[block.start : block.end]):
            words = line.group().strip()
            if words and len(words) <= _LINE:
                at = block.start + line.start() + line.group().find(words)
                yield at, at + len(words)
            count += 1
            if count == _MOST:
                return


def _is_aside(words: str, number: int) -> bool:
    """Say whether a line of a head names nobody: a label, a number, a date, a seat."""
    return (
        _LABEL.fullmatch(words) is not None
        or _FILED.fullmatch(words) is not None
        or passages.dates(words, number)
        or _SEAT.fullmatch(words) is not None
    )


def issuer(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body whose paper it is by its head: its letterhead, or whose meeting it is of."""
    told = list(lines(draft, blocks))
    return _letterhead(draft, told) or _meeting(draft, told)


def _letterhead(draft: Draft, told: Sequence[Span]) -> tuple[Party, ...]:
    """Give the body that the first line names which is no label, date, number or seat."""
    content = draft.content
    for number, span in enumerate(told[:_TOP]):
        words = content[slice(*span)]
        if _is_aside(words, number) or _OFFICE_BELOW.fullmatch(words) or _TO.match(words) or _ALL.fullmatch(words):
            continue
        if words.startswith(_SALUTED) or words[-1] in ",;:":
            return ()
        below = content[slice(*told[number + 1])] if number + 1 < len(told) else ""
        labelled = not number and bool(_LABEL.fullmatch(below) or _OFFICE_BELOW.fullmatch(below))
        party = _body(draft, span, labelled=labelled)
        if party is not None:
            return (party,)
        if not (words.isupper() and _NAME.fullmatch(words) and number == 0):
            return ()
    return ()


_TOP = 8


def _body(draft: Draft, span: Span, *, labelled: bool) -> Party | None:
    """Give the body that a line names as a whole, without the office or the place behind a dash."""
    words = letterheads.unspaced(draft.content[slice(*span)].strip(" ,.*_#"))
    name = _TAIL.sub("", words)
    shown = letterheads.plain(name)
    if not _NAME.fullmatch(name) or len(name.split()) > _LONGEST or letterheads.names_genre(name):
        return None
    heads = [found.end() for shape in (mastheads.HEADS, _BODY) for found in shape.finditer(name)]
    leaning = _LEANS.search(name)
    if not heads:
        return party(draft, span[0], name) if labelled and not leaning and not person(shown) else None
    if leaning and leaning.start() < min(heads):
        return None
    if mastheads.HEADLINE.search(f" {shown} "):
        return None
    return party(draft, span[0], name)


_LONGEST = 14
_GROUP = 10
"""Code points from which a collective that the catalogue knows is more than a plain noun."""


def party(draft: Draft, low: int, name: str) -> Party:
    """Give a name's party: the catalogue's where it knows the name as a whole."""
    start = draft.content.find(name, low)
    whole = letterheads.named(draft, start, start + len(name)) if start >= 0 else ""
    plain = letterheads.plain(name.removeprefix("The ").removeprefix("THE ").removeprefix("the "))
    return Party(id=whole or names.slug(plain), name=plain)


def _meeting(draft: Draft, told: Sequence[Span]) -> tuple[Party, ...]:
    """Give the body whose meeting a paper is of, and several who own a statement."""
    for start, end in told[:_TOP]:
        met = _MET.match(draft.content, start, end)
        formed = met is not None and (met["event"] or met["role"] or mastheads.HEADS.search(met["who"]))
        if met and formed and not met["who"].startswith(("Reference", "Action")):
            return (party(draft, start, met["who"].strip(" .")),)
    return ()


def formula(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give whose remarks a note says that a text holds, and several who own a statement by its title."""
    for start, end in lines(draft, blocks):
        owned = _OWNED.match(draft.content, start, end)
        if owned:
            return (party(draft, start, owned["who"]),)
    for block in (*blocks[:3], *blocks[-2:]):
        found = _ABOVE.match(draft.content, block.start, block.end) if block.end - block.start < _LINE + 90 else None
        if found and found["who"][0].isupper():
            return (party(draft, block.start, found["who"].strip()),)
    return ()


def court(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the court in whose name a line of the head stands: "IN THE HIGH COURT OF VELTRIA"."""
    for start, end in lines(draft, blocks):
        found = _COURT.fullmatch(draft.content, start, end)
        if found and " " in found["who"].strip():
            return (party(draft, start, found["who"].strip()),)
    return ()


class Addressed(NamedTuple):
    """Whom a line of the head addresses; `whole` if as a whole, by what they are, rather than by the body it names."""

    start: int
    end: int
    parties: tuple[Party, ...]
    whole: bool


def is_body(name: str) -> bool:
    """Say whether a name holds a word that names of bodies hold."""
    return mastheads.HEADS.search(name) is not None or _BODY.search(name) is not None


def is_label(words: str) -> bool:
    """Say whether a line says what kind of paper it heads and no more."""
    return _LABEL.fullmatch(words) is not None


def is_named(words: str) -> bool:
    """Say whether a line may be a name and no more: few words, capitalised but for the small ones, no verb."""
    few = 1 < len(words.split()) <= _FEW and _NAME.fullmatch(words) is not None
    return few and mastheads.HEADLINE.search(f" {words} ") is None and not _LEANS.search(words)


_FEW = 6


def trimmed(party: Party) -> Party:
    """Give a letterhead's body without the office behind its dash: "Karsk Red Cross – Radio Room"."""
    name = _TAIL.sub("", party.name)
    body = name != party.name and (mastheads.HEADS.search(name) or _BODY.search(name))
    return Party(id=names.slug(name), name=letterheads.plain(name)) if body else party


def addressed(draft: Draft, blocks: Sequence[Block]) -> tuple[Addressed, ...]:
    """Give whom the lines of the head say that a paper goes to: "to the Ministers of Energy", "All Engineers"."""
    found = []
    for number, (start, end) in enumerate(lines(draft, blocks)):
        whom = _TO.match(draft.content, start, end)
        every = None if whom or not number else _ALL.fullmatch(draft.content, start, end)
        low, high = whom.span("whom") if whom else (start, end) if every else (0, 0)
        if high:
            parties, whole = _whom(draft, low, high, every=every is not None)
            found.append(Addressed(start, end, parties, whole))
    return tuple(line for line in found if line.parties)


def _whom(draft: Draft, start: int, end: int, *, every: bool) -> tuple[tuple[Party, ...], bool]:
    """Name whom a phrase addresses: those it names, or as a whole who is addressed by what they are."""
    honoured = _HONOUR.match(draft.content, start, end)
    start = honoured.end() if honoured else start
    cut = _WHOM_ENDS.search(draft.content, start, end)
    end = cut.start() if cut else end
    words = draft.content[start:end].rstrip(" .,!")
    known = addresses.parties(draft, start, start + len(words))
    covered = sum(len(party.name) for party in known)
    group = any(hit.start == start and hit.end - hit.start > _GROUP for hit in draft.within("group", start, end))
    people = None if group else _PEOPLE.match(words)
    every = every or words.startswith(("All ", "ALL "))
    row = draft.catalogue.actors.get(known[0].id) if len(known) == 1 else None
    if row is not None and row.kind in _BODIES and people and not _OF_BODY.match(words):
        covered = 0  # its ministers are not the body itself
    elif known and words.lower().startswith(known[0].name.lower()):
        people = None
    if known and not every and (len(known) > 1 or covered * 5 >= len(words) * 3 or people is None):
        return known, False
    plain = letterheads.plain(words.removeprefix("the ").removeprefix("The ").removeprefix("THE "))
    if " " not in plain or len(plain.split()) > _LONGEST or any(map(str.isdigit, plain)):
        return known, False
    return (Party(id=names.slug(plain), name=plain),), True
