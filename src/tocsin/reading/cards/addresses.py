# SPDX-License-Identifier: Apache-2.0
"""Addresses: whom one line of an address names – titles of honour, the office before its body, the town behind it."""
# ruff: noqa: PLR0911, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

import re

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import mentions, names
from tocsin.reading.naming.headwords import book
from tocsin.reading.naming.roles import OFFICES
from tocsin.reading.naming.shapes import CAPITALISED, person, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_STYLE = late(
    r"(?:(?:the\s+)?(?:(?:right|rt\.?|most)\s+)?(?:hon(?:ou?rable|\.)|reverend|worshipful)"
    r"|(?:his|her|your|their)\s+(?:royal\s+)?(?:excellenc(?:y|ies)|worship|lordships?|ladyship|honou?r|grace"
    r"|majest(?:y|ies)|"
    r"highness(?:es)?|holiness|eminences?|beatitude)|h\.\s?e\.|h\.\s?r\.\s?h\.|excellenc(?:y|ies)"
    r"|(?:mr|mrs|ms|madam|mme|monsieur|sir)\.?(?=\s+the\s)|my\s+dear|dear|respected|esteemed|distinguished|honou?red"
    r"|whom(?:ever|soever)?\s+it\s+may\s+concern(?:\s+(?:at|in|within))?"
    r"|(?:the\s+)?(?:kind\s+|personal\s+|urgent\s+)?attention\s+of|attn\.?:?"
    r"|the\s+(?:management|leadership)\s+of)[,.]?\s+(?:and\s+)?",
    re.IGNORECASE,
)
"""What stands before a name in an address and is no part of it."""
_LEAD = late(r"(?:the|to|and)\s+", re.IGNORECASE)
_SPLIT = late(r"\s*;\s*(?:and\s+)?|\s*\n\s*|\s+(?=(?:cc|CC|Cc|Copy) ?:)")
_COMMA = late(r",\s+")
_NOTE = late(r"\s*\([^()]*\)\s*\Z")
_APPOSED = late(
    r"(?:[A-Z]?[a-z-]+ ){1,4}(?:company|firm|operator|group|bank|airline|newspaper|broadcaster|insurer|retailer|"
    r"supplier|producer|miner) "
    r"(?P<name>[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,3})\Z"
)
"""A name that a common noun says the kind of: "the state-owned company LKAB"."""
_SMALL = frozenset("of for and the on to in at de la du des del against with from & von für".split())
_SITE = late(r"\b(?:p\.? ?o\.? ?box|street|st\.|road|avenue|floor|building|tel|fax|e-?mail)\b|\d{3}|@", re.IGNORECASE)
_BARE = late(
    r"(?:(?:the|acting|deputy|vice|executive|managing|general|regional|national|permanent)[\s-]+)*"
    r"(?:chair(?:man|woman|person|s)?|president|director(?:[\s-]general)?s?|secretary(?:[\s-]general)?|manager|"
    r"registrar|clerk|commandant|co-?ordinator|head|rector|principal|c\.?e\.?o\.?|members?)",
    re.IGNORECASE,
)
"""An office that does not say of what: the body behind it is who is addressed."""
_LONGEST = 14
"""Words that a name may have."""
_MANDATED = late(r" for (?=[A-Z])")
_SHORTEST = 2
"""Letters that an acronym has more than."""
_TOWN = 2
"""Words that the town behind a name may have."""


_UNIT = late(
    r"\b(?:Directorate|Department|Section|Unit|Division|Desk|[Dd]elegation|Branch|Bureau|Secretariat|Sub-?office|Cluster)\b"
)
"""A part of a body, beside which the body itself is who is addressed."""
_BOTH = late(r"(?P<short>[A-Z]{3,9}) and (?:the )?(?P<other>[A-Z].*)", re.DOTALL)
"""Letters that no row knows beside a name: "COGAT and the World Food Programme"."""


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give whom a line of an address names; the catalogue's own names come first, then what its capitals show."""
    found: dict[str, Party] = {}
    for low, high in _lines(draft.content, start, end):
        for party in _line(draft, low, high):
            found.setdefault(party.id, party)
    return tuple(found.values())


_OPENED = late(
    r"(?:(?:Most |My )?(?:[Dd]ear|[Rr]espected|[Ee]steemed|[Dd]istinguished|[Hh]onou?rable|Honou?red)\s+"
    r"|Excellenc(?:y|ies),\s+(?=(?:Mr|Madam))"
    r"|(?:Sisters|Brothers|Friends|Comrades|Colleagues|People|Men|Women|Citizens|Members|Leaders)"
    r"(?: and [a-z]+)? (?:of|in|at) (?:the )?)"
    r"(?P<who>(?:(?:the|Mr|Mrs|Ms|Madam)\.? )*(?:(?<=of the )[a-z]|[A-ZÀ-Þ])[^.:;!?\n,]{2,90})[,:]\s"
)
"""A greeting with which a paragraph goes on: "Dear Commissioner for Lakes, kindly send …"."""


def opening(content: str, block: Block) -> tuple[int, int] | None:
    """Give whom a paragraph greets that goes on from its greeting: "Dear Commissioner for Lakes, kindly …"."""
    found = _OPENED.match(content, block.start, block.end) if block.role in ("body", "quotation") else None
    return found.span("who") if found else None


def is_bare_office(content: str, start: int, end: int) -> bool:
    """Say whether a line is an office that does not say of what: "The Director General"."""
    return _BARE.fullmatch(content, *_bare(content, start, end)) is not None


def _lines(content: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(at for cut in _SPLIT.finditer(content, start, end) for at in cut.span()), end]
    spans = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high > low]
    kept = []
    for low, high in spans:
        label = _LABEL.match(content, low, high)
        if label is not None and label["copy"] is not None:
            continue
        kept.append((label.end() if label else low, high))
    return kept


_LABEL = late(
    r"(?:(?:to|attn|attention|addressed to)\s*:|(?P<copy>(?:b?cc|cop(?:y|ies)(?: to)?|from|re|date|subject)\s*:))\s*",
    re.IGNORECASE,
)


def _line(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    start, end = _bare(draft.content, start, end)
    edges = [start, *(at for cut in _COMMA.finditer(draft.content, start, end) for at in cut.span()), end]
    parts = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if high > low]
    if not parts:
        return ()
    whole = [_name(draft, *_bare(draft.content, *part)) for part in parts]
    both = _BOTH.fullmatch(draft.content, start, end)
    if both is not None and not names.parties(draft, *both.span("short")):
        short = Party(id=slug(both["short"]), name=both["short"])
        return (short, *names.parties(draft, *both.span("other")))
    if whole[0] is None:
        return names.parties(draft, start, end)
    if len(parts) == 1:
        return (whole[0],)
    if _BARE.fullmatch(draft.content, *parts[0]) and whole[1] is not None:
        return (whole[1],)
    units = [_UNIT.search(draft.content, *part) is not None for part in parts]
    if any(units) and not all(units):
        kept = [one for one, unit in zip(whole, units, strict=True) if one is not None and not unit]
        if len(kept) == 1:
            return (kept[0],)  # "Legal Directorate, Home Office"
    rest = parts[1:]
    if all(_is_where(draft, *part) for part in rest):
        return (whole[0],)
    if all(one is not None for one in whole) and _joined(draft.content, parts):
        return tuple(one for one in whole if one is not None)
    return names.parties(draft, start, end)


def _joined(content: str, parts: list[tuple[int, int]]) -> bool:
    """Say whether a row of names is one of several who are addressed: "the Union, the League and the Guild"."""
    return all(content[low : low + 5].lower().startswith(("the ", "and ", "dear ")) for low, _ in parts[1:])


def _bare(content: str, start: int, end: int) -> tuple[int, int]:
    """Cut titles of honour before a name and a note in brackets behind it."""
    start += len(content[start:end]) - len(content[start:end].lstrip())
    while (style := _STYLE.match(content, start, end) or _LEAD.match(content, start, end)) and style.end() < end:
        start = style.end()
    note = _NOTE.search(content, start, end)
    if note is not None and note.start() > start:
        end = note.start()
    return start, start + len(content[start:end].rstrip(" ,:;."))


_HEADS = late(
    r"(?:(?:Vice|Deputy|Interim|Acting)[ -])?(?:President|Prime Minister|King|Queen|Emir|Sultan|Chancellor|Premier)"
    r" of (?:the )?"
)


def _held(draft: Draft, start: int, end: int) -> int:
    """Give where an office's name ends before who holds it: "President of Veltria Anna Kresk"."""
    head = _HEADS.match(draft.content, start, end)
    for hit in draft.within("actor", head.end(), end) if head else ():
        if head and hit.start == head.end() and person(draft.content[hit.end : end].strip()):
            return hit.end
    return end


def _name(draft: Draft, start: int, end: int) -> Party | None:
    """Give the one party that a part of a line is the name of, as a whole; None where it is none or more than one."""
    end = _held(draft, start, end)
    told = _APPOSED.match(draft.content, start, end)
    if told is not None:
        start = told.start("name")
    words = draft.content[start:end].split()
    if told is not None and words[0][0].isupper() and not names.parties(draft, start, end):
        return Party(id=slug(" ".join(words)), name=" ".join(words))
    if not 0 < len(words) <= _LONGEST or not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    known = names.parties(draft, start, end)
    within = [one for one in mentions.within(draft, start, end) if one.layer == "actor"]
    covered = any(one.start == start and one.end == end for one in within)
    lower = [word.lower().strip(",.") for word in words]
    headed = _is_headed(draft, lower)
    longer = _MANDATED.match(draft.content, within[0].end, end) if within and within[0].start == start else None
    if longer is not None and len(known) == 1:
        return Party(id=slug(" ".join(words)), name=" ".join(words))  # "UN Special Envoy for Veltria"
    letters = len(words) == 1 and words[0].isupper() and len(words[0]) > _SHORTEST and not known
    if letters:
        return Party(id=slug(words[0]), name=words[0])
    if (
        covered
        or not headed
        or (len(known) == 1 and known[0].id in draft.catalogue.actors and not _is_owner(known[0], words))
    ):
        return known[0] if len(known) == 1 else None
    rows = draft.catalogue.actors
    if len(known) > 1 and (_joins(draft, lower) or all(one.id in rows for one in known)):
        return None
    name = draft.content[start:end]
    name = (
        " ".join(word if word.lower() in _SMALL else word.capitalize() for word in words)
        if name.isupper() and len(words) > 1
        else " ".join(words)
    )
    name = " ".join(word.lower() if word.lower() in _SMALL else word for word in name.split())
    if len(known) == 1 and known[0].name.lower() == name.lower():
        return known[0]
    return Party(id=slug(name), name=name)


def _is_owner(party: Party, words: list[str]) -> bool:
    """Say whether a known name is only whose body a line names: "Ghana" in "PARLIAMENT OF GHANA"."""
    return len(party.name.split()) + 1 < len(words) and "".join(words).isupper()


def _is_headed(draft: Draft, words: list[str]) -> bool:
    """Say whether a name has a head of its own that can act: a body's noun or an office's."""
    heads = book(draft.catalogue).heads | OFFICES | _ALSO
    return any(word in heads for word in words)


_ALSO = frozenset(
    "agency bank company plc ltd llc club trust exchange hospital university school port chief general".split()
)


def _joins(draft: Draft, words: list[str]) -> bool:
    """Say whether "and" joins two names with a head each: "Ministry of Health and Ministry of Works"."""
    if "and" not in words and "&" not in words:
        return False
    at = words.index("and") if "and" in words else words.index("&")
    return _is_headed(draft, words[:at]) and _is_headed(draft, words[at + 1 :])


def _is_where(draft: Draft, start: int, end: int) -> bool:
    """Say whether a part behind a name tells where: a known place, a town by its shape, a street, a box."""
    if _SITE.search(draft.content, start, end) is not None:
        return True
    words = draft.content[start:end].split()
    if any(one.start <= start and one.end >= end for one in mentions.within(draft, start, end)):
        return True
    known = any(hit.start <= start and hit.end >= end for hit in draft.within("place", start, end))
    shaped = CAPITALISED.fullmatch(draft.content, start, end) is not None and len(words) <= _TOWN
    return known or (shaped and not _is_headed(draft, [word.lower() for word in words]) and not _two_names(words))


def _two_names(words: list[str]) -> bool:
    """Say whether two words could be a person's, who holds the office before them."""
    return len(words) == _TOWN and person(" ".join(words))
