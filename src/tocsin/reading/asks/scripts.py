# SPDX-License-Identifier: Apache-2.0
"""Scripts: whose turn it is to speak in a broadcast, an interview, a debate – "ANNA KRESK: …"."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.asks import addressees, people, speaking
from tocsin.reading.drafts import Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_NAME = r"[A-ZÀ-Þ][\w'’-]*(?:\.(?= ))?"
_LABEL = late(
    rf"(?P<who>(?:(?:The|the) )?{_NAME}(?: (?:(?:of|for|de|da|del|van|von|bin|al|el) (?:the )?)?{_NAME}){{0,6}})"
    r"(?:,? ?\((?P<aside>[^()\n]{2,60})\)|, (?P<office>[^:.\n]{3,70}))?(?: ?\[[^\]\n]{2,60}\])?:\s+(?=\S)"
)
_TITLE = late(
    r"(?:The )?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Baroness|Shri|Smt|Hon|Senator|Sen|Rep|Cllr|Councillor|"
    r"Sheikh|Imam|Bishop|Archbishop|Monsignor|Father|Sister|Pastor|Prince|Princess|General|Gen|Colonel|Col|H\.E|Ambassador|Amb|"
    r"President|Minister|Governor|Mayor|Chief|Judge|Justice|Rapporteur|Nurse|Commander|Captain|Major|Deputy|"
    r"Secretary|Brother)\b\.? (?=\S)",
    re.IGNORECASE,
)
_OFFICE = frozenset(
    "president premier minister ambassador governor mayor bishop archbishop commissioner envoy rapporteur delegate "
    "representative spokesperson spokesman spokeswoman general colonel commander nurse doctor witness survivor "
    "villager farmer teacher mother father student driver resident volunteer activist lawyer nun priest imam elder "
    "patient guest caller refugee secretary chairman chairwoman chairperson director officer observer chancellor "
    "senator deputy".split()
)
"""Nouns of one who answers or speaks in a turn."""
_LEADING = frozenset(
    "presenter host anchor reporter correspondent moderator interviewer question q narrator newsreader announcer "
    "journalist chair speaker vice-president clerk translator interpreter studio voice".split()
)
"""Who leads a talk or tells of it: asks nothing of anybody but answers."""
_ANSWERING = frozenset({"a", "answer", "r", "response"})
_VOICES = frozenset({"spokesperson", "spokesman", "spokeswoman", "representative", "officer"})
"""Who speaks for whoever gives a briefing."""
_TOPICS = late(
    r"\b(?:note|notes|news|update|correction|claim|fact|check|verdict|source|photo|date|subject|contact|tel|email|"
    r"statement|report|background|summary|conclusion|related|tags|share|read|live|watch|breaking|press|release|"
    r"needs?|gaps?|response|video|audio|annex|item|agenda|section|part|article|chapter|table|figure)\b",
    re.IGNORECASE,
)
_QUESTION = late(r"\b(?:from|of|to|for) (?P<who>[A-ZÀ-Þt][^?.:;,\"]{2,70})(?:,[^?.:\"]{0,40})?\?\s*\Z")
_MESSAGE = late(
    r"\b(?:message|plea|appeal|word|request|answer|demand|advice|warning)s? (?:for|to) "
    r"(?P<who>[^.:;?\"]{3,80})[.:]\s*\Z"
)
_ABOUT = late(r"\b(?:want|need|expect|ask|demand|message|say|tell|appeal|words?|exactly|wish|hope)\b", re.IGNORECASE)
_APART = frozenset({"boilerplate", "signature", "salutation", "list-item"})
"""Roles of what no turn of a talk begins with."""
_LONGEST = 120
"""Code points that a label may have."""


class Turn(NamedTuple):
    """What somebody says in a row: the label's start, where the words begin and end, who speaks; `leads` the talk."""

    label: int
    start: int
    end: int
    who: tuple[Party, ...]
    to: tuple[Party, ...]
    leads: bool


class Script:
    """The turns of a text; none in a text that is no script and no record of a meeting."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.turns = _turns(draft) if draft.content.find(": ") >= 0 or draft.content.find(":\n") >= 0 else []

    def at(self, place: int) -> Turn | None:
        """Give the turn whose words stand at a view offset."""
        for turn in self.turns:
            if turn.start <= place < turn.end:
                return turn
        return None

    def begun(self, start: int, end: int) -> int:
        """Give where a sentence begins past the label of a turn, or past the dateline or the town of a report."""
        for turn in self.turns:
            if start <= turn.label < end and turn.start < end:
                return turn.start
        if self.draft.block_at(start - 1) is not None:
            return start  # no head of a paragraph
        line = datelines.find(self.draft.content, start)
        if line is not None and line.end < end:
            return line.end
        town = _TOWN.match(self.draft.content, start, end)
        return town.end() if town is not None and not _TOPICS.search(town.group()) else start


_TOWN = late(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]+)?: (?=[A-ZÀ-Þ][a-z])")
"""A town in capitals before a report: "KARSK: The council …"."""


class _Label(NamedTuple):
    start: int
    end: int
    who: tuple[int, int]
    aside: tuple[int, int] | None
    sure: bool
    asks: bool = False


def _turns(draft: Draft) -> list[Turn]:
    labels = _labels(draft)
    names_twice = len({draft.content[slice(*label.who)] for label in labels}) < len(labels)
    shouted = all(draft.content[slice(*label.who)].isupper() for label in labels)
    script = len(labels) > 1 and (names_twice or shouted or any(label.sure for label in labels))
    labels = sorted((*labels, *_asking(draft, labels))) if script else [label for label in labels if label.sure]
    found: list[Turn] = []
    for at, label in enumerate(labels):
        last = draft.blocks[-1].end
        end = labels[at + 1].start if at + 1 < len(labels) else last
        end = end if script else min(end, _block_end(draft, label.start))
        leads = label.asks or _leads(draft, label)
        who = () if leads else _speaker(draft, label)
        to = _asked_about(draft, found[-1]) if found else ()
        found.append(Turn(label.start, label.end, end, who, () if leads else to, leads))
    return found


def _asking(draft: Draft, labels: list[_Label]) -> list[_Label]:
    """Find the turns of who asks under a name, again and again, in a talk with who answers: "The Herald: …?"."""
    found: list[_Label] = []
    for block in draft.blocks:
        match = _LABEL.match(draft.content, block.start, block.end)
        if match is None or block.role in _APART or any(label.start == block.start for label in labels):
            continue
        if not _TOPICS.search(match["who"]):
            found.append(_Label(match.start(), match.end(), match.span("who"), None, sure=False, asks=True))
    names = [draft.content[slice(*label.who)] for label in found]
    asked = {
        name
        for name, label in zip(names, found, strict=True)
        if names.count(name) > 1 and draft.content[: _block_end(draft, label.start)].endswith("?")
    }
    return [label for name, label in zip(names, found, strict=True) if name in asked]


def _block_end(draft: Draft, place: int) -> int:
    number = draft.block_at(place)
    return draft.blocks[number].end if number is not None else place


def _labels(draft: Draft) -> list[_Label]:
    """Find what stands before a colon at the head of a line or after a stop and may be who speaks."""
    content = draft.content
    found = []
    for block in draft.blocks:
        if block.role in _APART:
            continue
        colon = content.find(":", block.start, block.end)
        floor = block.start
        while colon >= 0:
            label = _label(draft, floor, colon, block.start)
            if label is not None:
                found.append(label)
                floor = label.end
            else:
                floor = colon + 1
            colon = content.find(":", floor, block.end)
    return found


def _label(draft: Draft, floor: int, colon: int, begin: int) -> _Label | None:
    content = draft.content
    low = max(floor, colon - _LONGEST)
    line = content.rfind("\n", low, colon) + 1
    starts = [line] if line > low else [low] if low == begin else []
    stop = max(content.rfind(mark, low, colon) for mark in (". ", "? ", "! ", ") ", '" '))
    if stop >= low and content[stop + 2 : colon].split("(")[0].strip().isupper():
        starts.append(stop + 2)  # inside a line, after the stop of the turn before
    for start in starts:
        match = _LABEL.match(content, start, min(colon + 4, len(content)))
        if match is None or not colon < match.end():
            continue
        sure = _is_speaker(draft, match.span("who"), match["aside"] is not None, start in {begin, line})
        if sure is not None:
            aside = match.span("aside") if match["aside"] else None
            return _Label(start, match.end(), match.span("who"), aside, sure)
    return None


def _is_speaker(draft: Draft, span: tuple[int, int], aside: bool, heads: bool) -> bool | None:
    """Say whether words before a colon surely name who speaks, or may in a script; None where they never do."""
    words = draft.content[slice(*span)]
    small = words.lower().removeprefix("the ").split()
    if _TOPICS.search(words) or len(small) > 8:
        return None
    if small[0] in _LEADING or small[-1] in _LEADING:
        return words.isupper() or len(small) == 1
    if small[0] in _ANSWERING and len(small) == 1:
        return False
    titled = _TITLE.match(words) is not None
    office = small[0] in _OFFICE or small[-1] in _OFFICE
    if titled or office:
        return titled or aside or words.isupper() or words[:4] == "The "
    if not people.person_of(draft, words) or _is_known(draft, span):
        return None
    return aside and heads


def _is_known(draft: Draft, span: tuple[int, int]) -> bool:
    found = names.parties(draft, *span)
    return any(party.id in draft.catalogue.actors or party.id in draft.catalogue.places for party in found)


def _leads(draft: Draft, label: _Label) -> bool:
    small = draft.content[slice(*label.who)].lower().removeprefix("the ").split()
    return small[0] in _LEADING or small[-1] in _LEADING


def _speaker(draft: Draft, label: _Label) -> tuple[Party, ...]:
    """Give who speaks: the land in brackets, an office of a land, else the person, as the text names them before."""
    content = draft.content
    start, end = label.who
    if label.aside is not None and content[label.aside[0]].isupper():
        aside = names.parties(draft, *label.aside)
        rows = [draft.catalogue.actors.get(party.id) for party in aside]
        if len(aside) == 1 and rows[0] is not None and rows[0].kind in {"state", "territory", "organisation"}:
            return aside
    words = content[start:end]
    small = words.lower().removeprefix("the ")
    if small in _ANSWERING | _VOICES:
        return ()
    if small in _OFFICE:
        named = _named_before(draft, words, label.start)
        return named or speaking.resolve(draft, start, end)
    title = _TITLE.match(words)
    name = words[title.end() :] if title else words
    if title is not None and " of " not in words:
        full = _full(draft, name)
        return (Party(id=names.slug(full), name=full),)
    if " of " in words or small.split()[-1] in _OFFICE:
        return speaking.resolve(draft, start, end)
    name = name.title() if name.isupper() else name
    return (Party(id=names.slug(name), name=name),)


def _full(draft: Draft, name: str) -> str:
    name = name.title() if name.isupper() else name
    return people.full_name(draft, name) if " " not in name else name


def _named_before(draft: Draft, office: str, place: int) -> tuple[Party, ...]:
    """Give whom a text calls by an office and a name before: "NURSE" is Olha after "Nurse Olha has …"."""
    word = office.removeprefix("The ").title()
    at = draft.content.rfind(f"{word} ", 0, place)
    match = _CALLED.match(draft.content, at + len(word) + 1) if at >= 0 else None
    return (Party(id=names.slug(match.group()), name=match.group()),) if match else ()


_CALLED = late(rf"(?!Of\b){_NAME}(?: {_NAME})?")


def _asked_about(draft: Draft, before: Turn) -> tuple[Party, ...]:
    """Give whom a talk's leader asks about: "What do you want from Velt City?", "has one word for the mayor."."""
    content, low = draft.content, max(before.start, before.end - 200)
    match = _MESSAGE.search(content, low, before.end) if before.leads else None
    if match is None and content[low : before.end].rstrip().endswith("?"):
        match = _QUESTION.search(content, low, before.end)
        if match is not None and not _ABOUT.search(content, max(before.start, match.start() - 80), before.end):
            match = None
    return addressees.named(draft, *match.span("who")) if match else ()
