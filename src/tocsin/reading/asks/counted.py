# SPDX-License-Identifier: Apache-2.0
"""Counted parties: "both capitals", "the three governments", "the two generals" – those whom the text has named."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tocsin.reading.asks import people
from tocsin.reading.drafts import Draft, Mention
from tocsin.reading.naming import mentions
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_PHRASE = late(
    r"(?:(?:the|these|those|our|all|[A-Z][\w-]+'s|its|their|of)\s+)*(?P<count>both|two|three|four|"
    r"five)\s+(?:of\s+)?(?:the\s+)?"
    r"(?:[a-z-]+\s+){0,2}?(?P<noun>governments?|countries|states|capitals|neighbours|neighbors|nations|"
    r"republics|presidents|"
    r"parties|sides|belligerents|"
    r"prime ministers|premiers|generals|leaders|commanders|men|warlords|rivals|chiefs|ministers|strongmen)\b",
    re.IGNORECASE,
)
_STATES = frozenset(
    "government governments countries states capitals neighbours neighbors nations republics "
    "presidents premiers".split()
)
_SIDES = frozenset({"parties", "sides", "belligerents"})
_FIGHT = frozenset({"state", "armed-group"})
_OFTEN = 2
_JOIN = late(r"\s*(?:,|,?\s+and|,?\s+or|;|\s*–|\s*-)\s+(?:the\s+|of\s+|in\s+|with\s+)*\Z")
_FAR = 4000


def meant(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give whom a counted phrase means: the States last named together, else the persons; () where nobody is."""
    found = _PHRASE.match(draft.content, start, end)
    if found is None:
        return ()
    count = _COUNTS[found["count"].lower()]
    noun = found["noun"].lower()
    if noun in _SIDES:
        return _sides(draft)
    if noun in _STATES and (states := _states(draft, start, count)):
        return states
    return people.pair(draft) if count == 2 and noun not in {"countries", "states", "capitals", "nations"} else ()


_BOTH = late(r"(?:both|each|both of them|the two|the two of them)\W*", re.IGNORECASE)


def both(draft: Draft, start: int, end: int, askers: tuple[Party, ...] = ()) -> tuple[Party, ...]:
    """Give whom a bare "both" means: the two States last named together, or the only two of its paragraph.

    Those who ask are none of the two: then the two others whom the paragraph has named.
    """
    if _BOTH.fullmatch(draft.content, start, end) is None:
        return ()
    two = _states(draft, start, _COUNTS["both"])
    asking = {party.id for party in askers}
    if two and asking.isdisjoint(party.id for party in two):
        return two
    block = draft.block_at(start)
    low = draft.blocks[block].start if block is not None else start
    others = {
        one.tag: Party(id=one.tag, name=draft.content[one.start : one.end])
        for one in mentions.within(draft, low, start)
        if one.layer == "actor" and one.tag not in asking
    }
    return tuple(others.values()) if len(others) == _COUNTS["both"] else () if two else people.pair(draft)


def _states(draft: Draft, place: int, count: int) -> tuple[Party, ...]:
    """Give the last `count` States that are named in one row before a place, else the last two of its paragraph."""
    held = [one for one in mentions.within(draft, max(0, place - _FAR), place) if _is_state(draft, one)]
    run: list[Mention] = []
    best: list[Mention] = []
    for one in held:
        if run and not _JOIN.match(draft.content, run[-1].end, one.start):
            run = []
        run = [*(other for other in run if other.tag != one.tag), one]
        if len(run) == count:
            best = run
    if not best and count == _COUNTS["both"]:
        block = draft.block_at(place)
        low = draft.blocks[block].start if block is not None else 0
        last = {one.tag: one for one in held if one.start >= low and not _stands_there(draft, one)}
        best = list(last.values()) if len(last) == count else _both(draft)
    return tuple(Party(id=one.tag, name=draft.content[one.start : one.end]) for one in best)


@lru_cache(maxsize=2)
def _sides(draft: Draft) -> tuple[Party, ...]:
    """Give the two who face each other in a text: the only States or armed groups that it names more than once."""
    rows = draft.catalogue.actors
    held = [one for one in mentions.within(draft, 0, len(draft.content)) if one.tag in rows]
    counts = Counter(one.tag for one in held if rows[one.tag].kind in _FIGHT)
    ranked = counts.most_common(3)
    third = ranked[2][1] if len(ranked) > _COUNTS["both"] else 0
    if len(ranked) < _COUNTS["both"] or ranked[1][1] < max(_OFTEN, third + 1):
        return ()
    often = [tag for tag, _ in ranked[:2]]
    first = {one.tag: one for one in reversed(held) if one.tag in often}
    return tuple(Party(id=tag, name=draft.content[one.start : one.end]) for tag, one in reversed(first.items()))


def _stands_there(draft: Draft, one: Mention) -> bool:
    """Say whether a capital is only where somebody stands: "the border committee in Ardan"."""
    return one.layer == "demonym" and draft.content.endswith((" in ", " at "), 0, one.start)


def _both(draft: Draft) -> list[Mention]:
    """Give the two States that a text is about, the only ones it names, or names more than once; [] for others."""
    held = [one for one in mentions.within(draft, 0, len(draft.content)) if _is_state(draft, one)]
    often = [tag for tag, count in Counter(one.tag for one in held).items() if count > 1]
    first = {one.tag: one for one in reversed(held)}
    if len(first) == _COUNTS["both"]:
        return list(first.values())[::-1]
    return [first[tag] for tag in often] if len(often) == _COUNTS["both"] else []


def _is_state(draft: Draft, one: Mention) -> bool:
    row = draft.catalogue.actors.get(one.tag)
    return row is not None and row.kind in {"state", "territory"}


_FORMER = late(r"the (?P<which>former|latter)\b", re.IGNORECASE)
_ONE = (
    r"(?:[Tt]he\s+|an?\s+)?(?:[a-z]+\s+(?:of|from|in)\s+(?:the\s+)?)?[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,3}"
    r"(?:\s+[a-z]+)?|[Tt]he\s+[a-z]+\s+of\s+the\s+(?:[a-z]+\s+)?[a-z]+"
)
_TWO = late(rf"(?P<first>(?:{_ONE}))\s+and\s+(?P<second>(?:{_ONE}))")


def one_of_two(draft: Draft, block: int, start: int) -> tuple[Party, ...]:
    """Give whom "the former" or "the latter" stands for, of the two who were named last; () for other words."""
    found = _FORMER.match(draft.content, start)
    if found is None:
        return ()
    begin = draft.blocks[block].start
    named = {
        mention.tag: Party(id=mention.tag, name=draft.content[mention.start : mention.end])
        for mention in mentions.within(draft, begin, start)
    }
    last = tuple(named.values())[-2:]
    if len(last) < len("ab") or not any(one.layer == "actor" for one in mentions.within(draft, begin, start)):
        last = _beside(draft, begin, start) or last
    if len(last) < len("ab"):
        return ()
    return last[:1] if found["which"].lower() == "former" else last[1:]


def last(draft: Draft, begin: int, place: int, *, first: bool) -> tuple[Party, ...]:
    """Give the one named last before "the latter", the one before it for "the former"."""
    held = {one.tag: one for one in mentions.within(draft, begin, place) if one.layer == "actor"}
    found = list(held.values())[-2:]
    one = (found[0] if first and len(found) > 1 else found[-1]) if found else None
    return (Party(id=one.tag, name=draft.content[one.start : one.end]),) if one is not None else ()


def _beside(draft: Draft, begin: int, start: int) -> tuple[Party, ...]:
    """Give the two whom "and" joins last before a place: "Lowland and Highland youths" are two youths."""
    pair = next((match for match in reversed(list(_TWO.finditer(draft.content, begin, start)))), None)
    if pair is None:
        return ()
    one, other = ((" ".join(pair[name].split())).removeprefix("The ").removeprefix("the ") for name in pair.groupdict())
    noun = other.rsplit(" ", 1)[-1]
    if noun.islower() and one.rsplit(" ", 1)[-1][0].isupper():
        one = f"{one} {noun}"
    return Party(id=slug(one), name=one), Party(id=slug(other), name=other)
