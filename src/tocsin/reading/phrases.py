# SPDX-License-Identifier: Apache-2.0
"""Noun phrases that name parties: conjoined, with roles and modifiers, in apposition.

1. A phrase is cut where its parts are joined ("X, Y and Z"), never inside a name of the catalogue.
2. A part names at most one party: the one its head stands for; a name inside its modifiers is no second party.
3. What a state's organs are called is the state's: its government, side, forces; its president and parliament have ids
   made of the state's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading import acronyms
from tocsin.reading.drafts import Draft
from tocsin.reading.shapes import CAPITALISED, person, slug
from tocsin.records.findings import Party


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """What the catalogue knows of the words that phrases are put together from."""

    itself: frozenset[str]
    people: frozenset[str]
    heads: frozenset[str]
    short: frozenset[str]
    offices: Mapping[str, str]
    states: frozenset[str]
    members: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def book(catalogue: Catalogue) -> Book:
    """Compile the word lists and rows of a catalogue for look-up."""

    def words(name: str) -> tuple[str, ...]:
        row = catalogue.words.get(name)
        return row.words if row else ()

    return Book(
        itself=frozenset(words("names.self")),
        people=frozenset(words("names.people")),
        heads=frozenset(words("names.heads")),
        short=frozenset(words("names.short")),
        offices=dict(pair.split("=", 1) for pair in words("names.office")),
        states=frozenset(row.id for row in catalogue.actors.values() if row.kind in {"state", "territory"}),
        members={row.id: frozenset(row.members) for row in catalogue.actors.values() if row.members},
    )


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the catalogue in a phrase; `layer` is actor, group or demonym."""

    start: int
    end: int
    tag: str
    layer: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a phrase between joints, with the names in it."""

    start: int
    end: int
    joint: str
    names: tuple[_Name, ...]


_JOINT = re.compile(
    r"\s*[,;]\s*(?:(?:and|or|as well as|along with|together with|in particular|namely|including|especially)\s+)?"
    r"|\s+(?:and/or|and|or|as well as|along with|together with|namely|including|&)\s+|\s+[–—-]\s+|\s*[–—/:]\s*|\s+-\s+"
    r"|\s*\n\s*[•*–-]\s*"
)
_LEAD = re.compile(
    r"(?:(?:and|or|but|also|both|either|neither|the|a|an|our|your|their|its|his|her|this|these|those|that|such|all|any|"
    r"each|every|of|to|by|from|with|for|on|in|at|dear|esteemed|honou?rable|distinguished|excellenc(?:y|ies)|mr|mrs|ms|dr|"
    r"h\.\s?e|other|another|various|relevant|respective|so-called|two|three|four|five|some|many|several|most|same|"
    r"current|present|new|former|incoming|outgoing|concerned|key|main|two)\b[.,]?\s+)+",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:other|others|another)\b", re.IGNORECASE)
_STOP = re.compile(
    r"\s+(?:of|in|on|to|for|from|with|at|by|against|within|under|towards?|across|near|around|between|among|responsible|"
    r"having|who|which|that|whose|whom|where|represented|headed|led|concerned|is|are|was|were|has|have|had|will|would|"
    r"should|must|shall|can|could|may|not|as|acting|based|located|operating|participating|involved|via|through)\b"
)
_OF = re.compile(r"\s*(?:of|to|in|for|from|on|with|at|within|against|by|between)\s+(?:the\s+|both\s+)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s?\s+|\s+|-")
_GOES_ON = re.compile(r"(?:'s?)? [A-Z]")
_OPEN = re.compile(
    r"\b(?:Ministr(?:y|ies)|Ministers?|Committees?|Departments?|Offices?|Commissions?|Councils?|Cent(?:re|er)|Institute|"
    r"Associations?|Union|Federation|Boards?|Fund|Agency|Movement|Party|Front|Alliance|Coalition|Network|Group|Society)"
    r"\s+(?:of|for|on|to|against)\s+(?:the\s+)?[A-Z][\w' -]*$"
)
_CAPITAL = re.compile(r"[A-Z]")
_WORD = re.compile(r"[\w'-]+")


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the parties that a stretch of the view names, in order."""
    start, end = _trimmed(draft.content, start, end)
    if start >= end:
        return ()
    known = book(draft.catalogue)
    names = _names(draft, start, end)
    if len(names) == 1 and names[0].layer == "actor" and names[0].start == start and names[0].end == end:
        return (Party(id=names[0].tag, name=draft.content[start:end]),)
    found: list[Party] = []
    rest: list[Party] = []
    office = ""
    for part in _parts(draft.content, start, end, names):
        party, loose = _resolved(draft, known, part)
        if party is None:
            continue
        if office and party.id in known.states and len(part.names) == 1 and part.names[0].end - part.start < 60:
            party = Party(id=f"{party.id}-{office}", name=party.name)
        office = _plural_office(draft.content, known, part, party) or (office if office and part.joint != "" else "")
        if found and _same(known, found[-1], party, part.joint, draft.content[part.start : part.end]):
            continue
        (rest if loose else found).append(party)
    return tuple({party.id: party for party in reversed(found or rest)}.values())[::-1]


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in " \n\t,;:.-–—\"'":
        start += 1
    while start < end and content[end - 1] in ' \n\t,;:-–—"':
        end -= 1
    if start < end and content[start] == "(" and content[end - 1] == ")" and ")" not in content[start : end - 1]:
        start, end = start + 1, end - 1
    return start, end


def _names(draft: Draft, start: int, end: int) -> list[_Name]:
    """Give the names in a stretch, longest first where they overlap, one id each."""
    taken: list[_Name] = []
    for layer in ("actor", "group", "demonym"):
        for hit in draft.within(layer, start, end):
            if layer == "group" and _GOES_ON.match(draft.content, hit.end) and draft.content[hit.start].isupper():
                continue  # "Women's League"
            clash = next((name for name in taken if name.start < hit.end and hit.start < name.end), None)
            if clash is None:
                taken.append(_Name(hit.start, hit.end, hit.tag, layer))
            elif (clash.start, clash.end) == (hit.start, hit.end) and clash.layer == layer == "demonym":
                if _mentioned(draft, hit.tag) and not _mentioned(draft, clash.tag):
                    taken[taken.index(clash)] = _Name(hit.start, hit.end, hit.tag, layer)
            elif hit.end - hit.start > clash.end - clash.start and clash.layer != "actor":
                taken[taken.index(clash)] = _Name(hit.start, hit.end, hit.tag, layer)
    return sorted(taken, key=lambda name: name.start)


def _mentioned(draft: Draft, tag: str) -> bool:
    return any(hit.tag == tag for hit in draft.hits.get("actor", ()))


def _parts(content: str, start: int, end: int, names: list[_Name]) -> list[_Part]:
    parts: list[_Part] = []
    at, joint = start, ""
    for match in _JOINT.finditer(content, start, end):
        low, high = match.span()
        if low < at or any(name.start < high and low < name.end for name in names):
            continue
        if content.count("(", at, low) > content.count(")", at, low):
            continue
        if _CAPITAL.match(content, high) and _OPEN.search(content, at, low) and not any(n.start == high for n in names):
            continue  # "the Ministry of Health and Social Affairs"
        if low > at:
            parts.append(_Part(at, low, joint, tuple(n for n in names if at <= n.start and n.end <= low)))
        at, joint = high, match.group().strip()
    parts.append(_Part(at, end, joint, tuple(n for n in names if at <= n.start and n.end <= end)))
    return parts


def _resolved(draft: Draft, known: Book, part: _Part) -> tuple[Party | None, bool]:
    """Resolve one part; the second value says that it is a loose remainder ("other UN structures")."""
    content = draft.content
    start = part.start
    first = part.names[0].start if part.names else part.end
    lead = _LEAD.match(content, start, part.end)
    loose = False
    if lead:
        loose = _OTHER.search(lead.group()) is not None
        start = min(lead.end(), first)
    if start >= part.end:
        return None, loose
    stop = _core_end(content, start, part)
    inside = [name for name in part.names if name.start < stop]
    party = _headed(draft, known, part, start, stop, inside) if inside else _modified(draft, known, part, start, stop)
    return party, loose


def _core_end(content: str, start: int, part: _Part) -> int:
    """Find where the head of a part ends and its modifiers begin."""
    for match in _STOP.finditer(content, start, part.end):
        if not any(name.start <= match.start() < name.end for name in part.names):
            return match.start()
    bracket = content.find("(", start, part.end)
    if bracket > start and not any(name.start < bracket < name.end for name in part.names):
        return len(content[:bracket].rstrip())
    return part.end


def _headed(draft: Draft, known: Book, part: _Part, start: int, stop: int, inside: list[_Name]) -> Party | None:
    """Resolve a part whose head holds a name: "the Veltrian authorities", "UN Secretary-General Anna Kresk"."""
    content = draft.content
    last = inside[-1]
    owner = inside[-2] if len(inside) > 1 else None
    after = content[last.end : stop]
    tail = _POSSESSIVE.sub(" ", after, count=1).strip() if after else ""
    if last.layer == "group" and not tail:
        if owner is None and content[start].isupper() and last.start > start and content[last.start].islower():
            return Party(id=slug(content[start:stop]), name=content[start:stop])  # "Orsavan armed groups"
        return _collective(draft, known, part, last, owner, start)
    words = content[start:stop]
    if not tail:
        if owner is None and last.start > start and last.layer != "demonym":
            before = content[start : last.start].strip()
            if before and before[0].isupper() and before not in {"The"} and not person(before):
                return Party(id=slug(words), name=words) if before.split()[-1][0].isupper() else _party(last, content)
        return _party(last, content)
    low = tail.lower()
    head = low.rsplit(" ", 1)[-1]
    state = last.tag
    role = _role(known, low)
    if role is not None:
        return Party(id=f"{state}-{role}" if role else state, name=words)
    if _in_people(known, low):
        return Party(id=f"{state}-people", name=words)
    if head in known.itself:
        return Party(id=state, name=words)
    if tail[0].isupper() and person(f"X {tail}") and last.layer == "actor":
        return _party(last, content)
    if head in known.heads or (tail[0].isupper() and len(tail) > 2):
        return Party(id=slug(words), name=words)
    if last.layer == "actor" and not low.split(" ")[0].endswith(("an", "ian", "ese")):
        return _party(last, content) if not content[last.end : last.end + 2].startswith("'") else None
    return Party(id=slug(words), name=words) if last.layer == "demonym" else None


def _modified(draft: Draft, known: Book, part: _Part, start: int, stop: int) -> Party | None:
    """Resolve a part whose head is a common noun or an unknown name: "the Government of Veltria", "Karsk Relief"."""
    content = draft.content
    core = content[start:stop].strip()
    if not core:
        return None
    of = _OF.match(content, stop, part.end)
    target = next((name for name in part.names if of and name.start == of.end()), None)
    if target is None and of and part.names:
        target = part.names[0] if _linked(content, known, stop, part.names[0].start) else None
    low = core.lower()
    if target is not None and of:
        role = _role(known, low)
        whole = content[start : target.end]
        if role is not None:
            return Party(id=f"{target.tag}-{role}" if role else target.tag, name=whole)
        if _in_people(known, low):
            return Party(id=f"{target.tag}-people", name=whole)
        if low.rsplit(" ", 1)[-1] in known.itself and not core[0].isupper():
            return Party(id=target.tag, name=whole)
        if low in known.itself:
            return Party(id=target.tag, name=whole)
    return _unknown(draft, known, part, start, core)


def _unknown(draft: Draft, known: Book, part: _Part, start: int, core: str) -> Party | None:
    content = draft.content
    bound = acronyms.bound(draft).get(core)
    if bound:
        return Party(id=bound, name=core)
    if core in known.short:
        stands = acronyms.standing_for(draft, core, start)
        if stands:
            return Party(id=stands, name=core)
    shape = CAPITALISED.match(content, start, part.end)
    if shape and (shape.end() - start >= len(core) or core[shape.end() - start :].strip().lower() in known.heads):
        name = content[start : max(shape.end(), start + len(core))]
        return Party(id=slug(name), name=name)
    head = core.lower().rsplit(" ", 1)[-1]
    if head in known.heads and len(core) > len(head):
        return Party(id=slug(core), name=core)
    return None


def _linked(content: str, known: Book, start: int, end: int) -> bool:
    """Say whether what lies between a role and a name only passes the role on: "of the delegation of"."""
    between = content[start:end].lower()
    words = [
        word for word in _WORD.findall(between) if word not in {"of", "the", "in", "to", "from", "for", "on", "and"}
    ]
    return len(words) <= 4 and all(word in known.itself or word[0].isalpha() for word in words) and " of" in between


def _role(known: Book, low: str) -> str | None:
    """Give the end of an office's id for a role noun, "" where the role is the state itself, None for neither."""
    if low in known.offices:
        return known.offices[low]
    if low in known.itself:
        return ""
    words = low.split(" ")
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size])
            if part in known.offices and at + size == len(words):
                return known.offices[part]
            if part in known.offices and at == 0 and size < len(words):
                return known.offices[part]
    return None


def _in_people(known: Book, low: str) -> bool:
    return low in known.people or low.rsplit(" ", 1)[-1] in known.people


def _collective(draft: Draft, known: Book, part: _Part, group: _Name, owner: _Name | None, start: int) -> Party:
    """Resolve a collective, owned ("Veltrian civil society") or not ("the parties")."""
    content = draft.content
    name = content[min(start, group.start) : group.end]
    if owner is None:
        of = _OF.match(content, group.end, part.end)
        owner = next((n for n in part.names if of and n.start == of.end() and n.layer != "group"), None)
        if owner and of and of.group().strip().split()[0].lower() not in {"of", "in", "from"}:
            owner = None
        name = content[min(start, group.start) : owner.end] if owner else name
    if owner is None:
        return Party(id=group.tag, name=name)
    if content[group.start : group.end].lower() in known.itself:
        return Party(id=owner.tag, name=name)
    if owner.tag not in known.states:
        return Party(id=group.tag, name=name)
    if group.tag in {"authorities", "security-forces", "foreign-forces"}:
        return Party(id=owner.tag, name=name)
    if group.tag == "population":
        return Party(id=f"{owner.tag}-people", name=name)
    if group.tag in {"parties", "armed-groups", "states", "international-community", "neighbouring-states"}:
        return Party(id=group.tag, name=name)
    return Party(id=f"{owner.tag}-{group.tag}", name=name)


def _party(name: _Name, content: str) -> Party:
    return Party(id=name.tag, name=content[name.start : name.end])


def _plural_office(content: str, known: Book, part: _Part, party: Party) -> str:
    """Give the office that is shared out over the names that follow: "the Presidents of Veltria and Ardesh"."""
    for plural, office in known.offices.items():
        if (
            plural.endswith("s")
            and party.id.endswith("-" + office)
            and plural in content[part.start : part.end].lower()
        ):
            return office
    return ""


def _same(known: Book, before: Party, party: Party, joint: str, words: str) -> bool:
    """Say whether a part only tells again who the one before it is: a member of it, a person in its office."""
    if party.id in known.members.get(before.id, ()):
        return joint not in {"", "and", "or"} or True
    return joint == "," and person(words) and party.id == slug(words)
