# SPDX-License-Identifier: Apache-2.0
"""Noun phrases that name parties: conjoined, with roles and modifiers, in apposition.

1. A phrase is cut where its parts are joined ("X, Y and Z"), never inside a name of the catalogue.
2. A part names at most one party: the one its head stands for; a name inside its modifiers is no second party.
3. What a state's organs are called is the state's: its government, side, forces; its president and parliament have ids
   made of the state's.
4. What tells again who the part before it is (a member, a person in office, an apposition) is no further party.
"""

from __future__ import annotations

import dataclasses
import re

from tocsin.reading.drafts import Draft, Mention
from tocsin.reading.layout import datelines
from tocsin.reading.naming import mentions
from tocsin.reading.naming.headwords import Book, Found, Part, book, headed, is_body, modified, owned
from tocsin.reading.naming.roles import OFFICES
from tocsin.reading.naming.shapes import person, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_JOINT = late(
    r"\s*[,;]\s*(?:(?:and|or|as well as|along with|together with|in particular|namely|including|especially)\s+)?"
    r"|\s+(?:and/or|and|or|as well as|along with|together with|namely|including|&)\s+"
    r"|\s+[–—-]\s+|\s*[–—/:]\s*|\s*\n\s*[•*–-]\s*"
)
_LEAD = late(
    r"(?:(?:\d[\d,.]*|at least|more than|and|or|but|also|both|either|neither|the|a|an|our|your|their|its|his|her|"
    r"this|these|those|that|such|all|any|"
    r"each|every|of|to|by|from|with|for|on|in|at|dear|esteemed|honou?rable|distinguished|excellenc(?:y|ies)|"
    r"majest(?:y|ies)|(?:royal )?highness(?:es)?|holiness|eminences?|mr|mrs|ms|dr|"
    r"h\.\s?e|other|another|various|relevant|respective|so-called|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|dozens of|hundreds of|thousands of|some|many|several|most|same|"
    r"current|present|(?-i:new)|former|incoming|outgoing|concerned|key|main|through|"
    r"(?:calls?|called|calling|appeals?|appealed)\s+(?:up)?(?:on|to)|urges?|requests?|invites?|encourages?|thereby|"
    r"(?:it|he|she|they|we|i)\s+(?:also\s+|further\s+)?(?:urges?|asks?|requests?|invites?|encourages?|reminds?)|"
    r"meanwhile|however|later|recently|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=\s+the\b))\b[.,]?\s+)+",
    re.IGNORECASE,
)
_OTHER = late(r"\b(?:other|others|another)\b", re.IGNORECASE)
_FIGHTING = "armed-groups"
_ITS = late(r"\b(?:its|their)\b", re.IGNORECASE)
_ALL = late(r"\b(?:all|many|most|some|several|dozens of|hundreds of|thousands of)\b", re.IGNORECASE)
"""What stands before an adjective by itself where people are meant: "all Veltrians"."""
_DETERMINED = late(r"\b(?:the|a|an|all|both|our|your|their|its|these|those)\b", re.IGNORECASE)
# At the head of a sentence these open an adverbial, not a party: "During the Veltrian offensive, …".
_ADVERBIAL = late(
    r"(?:According|After|Amid|As|At|Because|Before|Beside|By|Despite|During|Following|For|From|Given|In|Into|Like|On|"
    r"Over|Pursuant|Since|Through|Throughout|Under|Unlike|Until|When|While|With|Within|Without)\b"
)
_STOP = late(
    r"\s+(?:of|in|on|to|for|from|with|at|by|against|within|under|towards?|across|near|around|between|among|responsible|"
    r"having|manning|guarding|holding|controlling|besieging|shelling|blocking|patrolling|stationed|who|which|that|whose|whom|where|represented|headed|led|concerned|is|are|was|were|has|have|had|will|would|"
    r"should|must|shall|can|could|may|not|as|acting|based|located|operating|participating|involved|via|through|being|"
    r"claimed|said|says|began|took|resumed|continued|also|immediately|reportedly|regarding|concerning|about|over|into)\b"
)
_OPEN = late(
    r"\b(?:Ministr(?:y|ies)|Ministers?|Committees?|Departments?|Offices?|Commissions?|Councils?|Cent(?:re|er)|Institute|"
    r"Associations?|Union|Federation|Boards?|Fund|Agency|Movement|Party|Front|Alliance|Coalition|Network|Group|Society)"
    r"\s+(?:of|for|on|to|against)\s+(?:the\s+)?[A-Z][\w' -]*$"
)
_DASHES = frozenset({"-", "–", "—", ":"})

_SENTENCE = 30
"""What a sentence behind a dateline has at least; a line of names has less."""


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the parties that a stretch of the view names, in order."""
    span = start, end = _trimmed(draft.content, past_dateline(draft, start, end), end)
    if start >= end:
        return ()
    held = draft.parties.get(span)
    if held is None:
        held = draft.parties[span] = _named(draft, start, end)
    return held


def past_dateline(draft: Draft, start: int, end: int) -> int:
    """Give where a stretch's names begin: where a paragraph writes its place and date first, no name is there."""
    number = draft.block_at(start)
    block = draft.blocks[number] if number is not None else None
    if block is None or block.start != start or block.role not in {"body", "title"}:
        return start
    line = datelines.find(draft.content, start)
    return line.end if line is not None and line.end <= end and block.end - line.end > _SENTENCE else start


def _named(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    named = mentions.within(draft, start, end)
    if len(named) == 1 and named[0].layer == "actor" and named[0].start == start and named[0].end == end:
        return (_bare(draft, Party(id=named[0].tag, name=draft.content[start:end])),)
    known = book(draft.catalogue)
    found = [_resolved(draft, known, part) for part in _parts(draft.content, start, end, named, known)]
    kept = _distinct(_shared([one for one in found if one is not None], known), known)
    return tuple({one.party.id: _bare(draft, one.party) for one in reversed(kept)}.values())[::-1]


def _bare(draft: Draft, party: Party) -> Party:
    """Take the article off a party's name; letters that the text binds to a name in full give that name."""
    name = party.name[4:] if party.name[:4].lower() == "the " else party.name
    if name.isupper():
        name = draft.bound.get(f" name {name}") or _fullest(draft, party.id, name)
    return party if name == party.name else Party(id=party.id, name=name)


def _fullest(draft: Draft, tag: str, short: str) -> str:
    """Give the name in full that the text itself has elsewhere for a body that letters stand for here."""
    named = (draft.content[hit.start : hit.end] for hit in draft.hits.get("actor", ()) if hit.tag == tag)
    full = max((" ".join(name.split()) for name in named if " " in name and not name.isupper()), key=len, default=short)
    row = draft.catalogue.actors.get(tag)
    return draft.bound.setdefault(f" name {short}", full if row is not None and row.kind != "office" else short)


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in " \n\t,;:.-–—\"'":
        start += 1
    while start < end and content[end - 1] in ' \n\t,;:-–—"':
        end -= 1
    if start < end and content[start] == "(" and content[end - 1] == ")" and ")" not in content[start : end - 1]:
        start, end = start + 1, end - 1
    return start, end


def _parts(content: str, start: int, end: int, named: list[Mention], known: Book) -> list[Part]:
    parts: list[Part] = []
    at, joint, used = start, "", 0
    for match in _JOINT.finditer(content, start, end):
        low, high = match.span()
        if low < at or any(name.start < high and low < name.end for name in named[used:]):
            continue
        if content.count("(", at, low) > content.count(")", at, low):
            continue
        if (
            high < end
            and content[high].isupper()
            and _OPEN.search(content, at, low)
            and not any(n.start == high for n in named)
        ):
            continue  # "the Ministry of Health and Social Affairs"
        if match.group().strip() == "," and _apposed(content, (at, low), high, named, known):
            continue
        if _one_name(content, at, (low, high), end) and not any(at <= n.start < low for n in named):
            continue
        if low > at:
            parts.append(_part(at, low, joint, named))
        at, joint = high, match.group().strip()
    parts.append(_part(at, end, joint, named))
    return parts


_IN_FULL = late(r"(?:[A-ZÀ-Þ][\w'’-]+ )+of ")
_AND = late(r"\s*,?\s*(?:and|or|&)\s")


def _apposed(content: str, before: tuple[int, int], at: int, named: list[Mention], known: Book) -> bool:
    """Say whether a comma leads to the State that the words before it belong to: "the President, Republic of Veltria".

    States one after another are a list; so is what a further name is joined to.
    """
    state = next((one for one in named if one.start == at), None)
    if state is None or state.tag not in known.states or any(one.end == before[1] for one in named):
        return False
    if _AND.match(content, state.end) and any(one.start - state.end < _NEXT for one in named if one.start > state.end):
        return False
    lead = _LEAD.match(content, *before)
    words = content[lead.end() if lead else before[0] : before[1]]
    return words[:1].isupper() and (_IN_FULL.match(content, at, state.end) is not None or is_body(known, words))


_NEXT = 8
"""Code points from a name to the next that is joined to it: " and the "."""


_TWO_SORTS = late(r"(?:(?:the|all|our|both|its|their|of|to|on)\s+)*(?P<sort>[a-z]+)\Z")
_SORTED = late(
    r"[a-z]+ (?:forces|teams|services|authorities|workers|personnel|groups|organi[sz]ations|agencies|bodies|officials|"
    r"institutions|leaders|parties|units|staff)\b"
)
_TWO_TRADES = late(r"(?:The )?[A-Z][a-z]+s\Z")
_OF_TRADES = late(
    r"[A-Z][a-z]+s? (?:International|Worldwide|Union|Federation|Association|Network|League|Alliance|Forum|Guild|"
    r"Council|Syndicate|Society|Movement|Coalition|Trust|Fund|Foundation|Watch|Party|Front)\b(?! of)"
)
_NO_SORTS = frozenset(
    {"police", "army", "navy", "military", "government", "opposition", "media", "clergy", "parliament"}
)


def _one_name(content: str, at: int, joint: tuple[int, int], end: int) -> bool:
    """Say whether "and" stands inside one name: "the defence and security forces", "Nurses and Miners Union"."""
    low, high = joint
    if content[low:high].strip() not in {"and", "&"}:
        return False
    sort = _TWO_SORTS.match(content[at:low])
    if sort is not None:
        noun = sort["sort"]
        plain = noun not in _NO_SORTS and not noun.endswith(("s", "men", "people"))
        return plain and _SORTED.match(content, high, end) is not None
    return _TWO_TRADES.match(content[at:low]) is not None and _OF_TRADES.match(content, high, end) is not None


def _part(start: int, end: int, joint: str, named: list[Mention]) -> Part:
    return Part(start, end, joint, tuple(n for n in named if start <= n.start and n.end <= end))


def _resolved(draft: Draft, known: Book, part: Part) -> Found | None:
    """Resolve one part; loose are remainders ("other UN structures") and adverbials at the head of a sentence."""
    content = draft.content
    start = part.start
    first = part.names[0].start if part.names else part.end
    lead = _LEAD.match(content, start, part.end)
    loose = not part.joint and _ADVERBIAL.match(content, start, part.end) is not None
    if lead:
        loose = loose or _OTHER.search(lead.group()) is not None
        start = min(lead.end(), first)
    if start >= part.end:
        return None
    stop = _core_end(content, start, part)
    inside = [name for name in part.names if name.start < stop]
    found = headed(draft, known, part, start, stop, inside) if inside else modified(draft, known, part, start, stop)
    if found is None:
        return None
    if found.party.id == _FIGHTING and not _ADVERBIAL.match(content, part.start, part.end):
        loose = False  # "X and all other armed groups" asks them too; "other structures" is a mere remainder
    if found.bare and lead is not None and found.party.id in known.states and _ALL.search(lead.group()):
        people = Party(id=f"{found.party.id}-people", name=found.party.name)
        return dataclasses.replace(found, party=people, suffix="people", plural=True, bare=False, joint=part.joint)
    determined = lead is not None and _DETERMINED.search(lead.group()) is not None
    owned = found.group or found.party.id in known.offices_held
    its = lead is not None and owned and _ITS.search(lead.group()) is not None
    if not (loose or determined or its or part.joint):
        return found
    return dataclasses.replace(found, loose=loose, determined=determined, its=its, joint=part.joint)


def _core_end(content: str, start: int, part: Part) -> int:
    """Find where the head of a part ends and its modifiers begin."""
    if part.names and content.endswith(", ", start, part.names[0].start):
        return min(part.names[0].start - 2, _core_end(content, start, Part(start, part.names[0].start - 2, "", ())))
    for match in _STOP.finditer(content, start, part.end):
        if not any(name.start <= match.start() < name.end for name in part.names):
            return match.start()
    bracket = content.find("(", start, part.end)
    if bracket > start and not any(name.start < bracket < name.end for name in part.names):
        return len(content[:bracket].rstrip())
    return part.end


_HEADS = {"armies": "army", "navies": "navy", "militaries": "military", "governments": "Government", "forces": "forces"}
"""Nouns that two adjectives share, and what each of the two has."""


def _each(found: list[Found], known: Book) -> list[Found]:
    """Give each of two adjectives the noun that they share: "the Veltrian and Ardeshi armies" – "Veltrian army"."""
    given = list(found)
    for index, one in enumerate(found):
        adjective, _, noun = one.party.name.partition(" ")
        if index == 0 or noun not in _HEADS or one.party.id not in known.states:
            continue
        given[index] = _called(one, f"{adjective} {_HEADS[noun]}")
        back = index - 1
        while back >= 0 and found[back].bare and found[back + 1].joint in {"and", "or", ","}:
            given[back] = _called(found[back], f"{found[back].party.name} {_HEADS[noun]}")
            back -= 1
    return given


def _called(found: Found, name: str) -> Found:
    return dataclasses.replace(found, party=Party(id=found.party.id, name=name))


def _shared(found: list[Found], known: Book) -> list[Found]:
    """Share a head out over the names it belongs to: "the Presidents of A and B", "Veltrian and Ardeshi media"."""
    given = _each(found, known) if len(found) > 1 else list(found)
    for index, one in enumerate(found):
        if one.suffix:
            back = index - 1
            while back >= 0 and found[back].bare and found[back + 1].joint in {"and", "or", ","}:
                given[back] = _with(found[back], one.suffix)
                back -= 1
            ahead = index + 1
            while one.plural and ahead < len(found) and found[ahead].joint in {"and", "or", ",", ", and"}:
                if found[ahead].party.id not in known.states or found[ahead].suffix is not None:
                    break
                given[ahead] = _with(found[ahead], one.suffix)
                ahead += 1
    return given


def _with(found: Found, suffix: str) -> Found:
    return dataclasses.replace(found, party=Party(id=owned(found.party.id, suffix), name=found.party.name))


def _distinct(found: list[Found], known: Book) -> list[Found]:  # noqa: C901 - one branch a neighbour
    """Leave out what tells again who its neighbour is, and remainders beside parties that are named."""
    kept: list[Found] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is None:
            kept.append(one)
        elif one.party.id in known.members.get(before.party.id, ()) or _repeats(before, one, known):
            continue
        elif one.joint == "," and before.unknown and person(before.party.name) and not one.unknown:
            kept[-1] = one  # "Anna Kresk, the President of Veltria"
        elif one.its and one.party.id == "states":
            its = _with(before, "member-states")  # "the Union and its Member States"
            kept.append(
                dataclasses.replace(its, party=Party(id=its.party.id, name=f"{its.party.name} {one.party.name}"))
            )
        elif one.its and not one.group:  # "the Council of the Rivers and its Secretary-General"
            kept.append(dataclasses.replace(one, party=_organ(before.party, one.party)))
        elif one.joint in _DASHES and before.group:
            kept[-1] = one  # "the mediators – Veltria and Ardesh"
        else:
            kept.append(one)
    kept = [one for one in kept if not one.loose] or kept
    if len(kept) == 2 and kept[1].joint == "," and kept[0].group != kept[1].group:
        single = next(one for one in kept if one.group)
        if single.party.id == "occupying-power":
            return [one for one in kept if not one.group]  # "Veltria, the occupying Power"
    if len(kept) == 2 and kept[1].joint == "," and kept[0].described != kept[1].described:
        return [one for one in kept if not one.described]  # "the highest body of the land, the Assembly"
    return kept


def _organ(owner: Party, office: Party) -> Party:
    """Give an office for the body's own whose it is; the United Nations' is the catalogue's."""
    if office.id.startswith(owner.id.split("-")[0]) or owner.id == "united-nations":
        return office
    return Party(id=f"{owner.id}-{slug(office.name)}", name=office.name)


def _is_office(name: str) -> bool:
    """Say whether a name is an office's, held by one person: "Speaker of the Chamber"."""
    head = _OF_WHAT.split(name.lower(), maxsplit=1)[0].rsplit(" ", 1)[-1]
    return " " in name and head in OFFICES


_OF_WHAT = late(r" (?:of|for|to|on) ")


def _repeats(before: Found, one: Found, known: Book) -> bool:
    """Say whether a part adds nobody: a person in the office before it, leaders of the state before it."""
    if one.joint == "," and one.unknown and person(one.party.name) and _is_office(before.party.name):
        return True  # "the President of the Chamber, Anna Kresk"
    if one.joint == "," and one.unknown and person(one.party.name) and not before.described:
        return one.party.id == slug(one.party.name) and (
            before.suffix is not None or before.party.id in known.offices_held
        )
    return one.domestic and not one.determined and before.party.id in known.states and one.joint != ""
