# SPDX-License-Identifier: Apache-2.0
"""Who did what an act's noun tells: its owner, its adjective, the agent after "by"."""

from __future__ import annotations

import re

from tocsin.reading.claims.parties import kind, somebody
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.claims.vocabulary import word_set
from tocsin.reading.claims.words import AUXILIARY, DETERMINERS, FINITE, MARKS, OPENS, PREPOSITIONS, bounds
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# They run on the lowered view.
BY = late(r"\bby\s+(?!\w+ing\b)")
_BETWEEN = late(r"\s+between\s+")
OF = late(r"\b(?:of|against|on|upon|at|targeting|with|between)\s+")
STOP = late(
    r"\b(?:in|at|near|on|during|along|after|before|since|by|with|from|against|and\s+\w+ed|who|which|that|while|when|for|"
    r"to|into|as|following|guilty)\s|[,;:(\[\"]"
)
_DONE_BY = late(
    r"(?:carried\s+out|committed|perpetrated|launched|unleashed|conducted|imposed|initiated|waged|mounted|staged|led|"
    r"organi[sz]ed|orchestrated|posed|made|caused|erected|established|installed|set\s+up|run|manned|operated|enforced|"
    r"inflicted|ordered|begun|started|instigated|supported|backed|sponsored|inspired|directed|masterminded|fired|dropped|claimed)\s*$"
)
_TOLD_BY = late(
    r"(?:releas|announc|publish|report|condemn|denounc|witness|investigat|document|record|cit|describ|issu|provid|confirm|verifi|estimat|"
    r"mediat|broker|monitor|observ|mark|follow|prevent|stopp|repell|repuls|foil|thwart|fear|suffer|sustain|endur|survi[vs]|fac|"
    r"criticis|criticiz|question|mention|claim(?=ed\s+by\s+(?:residents|witnesses)))ed\s*$"
)
"""Participles after an act's noun whose "by" tells who told of it, ended or suffered it."""
_JOINED = late(r"\s+(?:and|then)\s+(?:\w+ly\s+|then\s+|later\s+)?[\w-]+ed\s+")
"""A second participle whose "by" tells who did the first too: "were abducted and later murdered by"."""
_AND_BY = late(r"\b(?:and|or)\s+(?:\w+ly\s+)?$")
_LAST_WORD = late(r"(?P<word>[\w'’-]+)\s*$")
HEAD_OF = word_set(
    "withdrawal retreat advance deployment declaration statement protest protests demonstration demonstrations order "
    "ruling decision judgment judgement referendum vote visit return proclamation aggression interference meddling "
    "provocation provocations propaganda disinformation surrender build-up buildup concentration concentrations"
) | {"military action", "military actions", "military operations", "hostile acts"}
"""Acts whose "of" tells who acts: the withdrawal of the forces, the order of the court."""
FALLS_ON = frozenset(
    {"killing", "mass-killing", "displacement", "deportation", "injury", "persecution", "enforced-disappearance"}
)
"""Acts before whose noun an adjective names those who suffer: "Masalit massacres", "Veltrian casualties"."""
_LIGHT_ADJECTIVES = 7
_PURPOSE = late(r"\sto\s+[a-z]+\s+(?!by\b)\w")
"""What an act was for, whose "by" tells nothing of the act: "a march to demand reforms by the cabinet"."""


def agent_span(view: Scene, start: int, end: int) -> tuple[int, int] | None:
    """Give the words after "by" that tell who did it: not by doing what, not of another participle."""
    small = lowered(view.content)
    told = False
    for by in BY.finditer(small, start, end):
        if told and _AND_BY.search(small, start, by.start()):
            continue  # "his death was reported by an officer and by a paper"
        before = _LAST_WORD.search(small, start, by.start())
        word = before["word"] if before else ""
        other = word.endswith("ed") or word in ("led", "run", "made")
        told = other and _TOLD_BY.search(small, start, by.start()) is not None
        if told:
            continue
        if (
            other
            and before is not None
            and before.start() > start + 1
            and not _DONE_BY.search(small, start, by.start())
            and not _JOINED.fullmatch(small, start, by.start())
        ):
            continue
        stop = STOP.search(small, by.end(), end)
        return by.end(), stop.start() if stop else end
    return None


def agent(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give who the words after "by" name; an act ("by Ardeshi shelling") has a doer of its own."""
    acting = acting_noun(view, start, end)
    if acting is not None:
        return of_noun(view, acting[0], acting[1], end, acting[2]) or somebody(view, start, end)
    return somebody(view, start, end) or view.named(start, end)[:1]


def of_noun(view: Scene, start: int, end: int, limit: int, act: str) -> tuple[Party, ...]:
    """Give who did what an act's noun [start, end) tells."""
    by = agent_span(view, end, limit)
    if by is not None and _anothers(view, end, by[0], act):
        by = None
    if by is not None and not _PURPOSE.search(view.content, end, by[0]):
        found = agent(view, *by)
        if found:
            return found
    held = owner(view, start)
    if held is not None:
        return somebody(view, *held)
    between = _BETWEEN.match(lowered(view.content), end)
    if between:
        return _pair(view, between.end(), limit)
    turned = of_upon(view, start, end, limit)
    if turned is not None:
        return somebody(view, *turned.span("who"))
    if lowered(view.content)[start:end] in HEAD_OF:
        of = OF.match(lowered(view.content), end + 1)
        if of and of.group().startswith("of"):
            stop = STOP.search(lowered(view.content), of.end(), limit)
            return somebody(view, of.end(), stop.start() if stop else limit)
    return () if act in FALLS_ON else adjective(view, start)


_UPON = late(
    r"\s+of\s+(?P<who>(?!\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)[^,;.:]{2,70}?)\s+"
    r"(?:against|on|upon)\s+(?!\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:the\s+)?(?:night|morning|evening|eve)\b)"
)
_BY_UPON = late(
    r"\s+by\s+(?!\w+ing\b)[^,;.:]{2,70}?\s(?:against|on|upon)\s+(?!\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:the\s+)?(?:night|"
    r"morning|evening|eve)\b|behalf\b)"
)
_FELL_UPON = word_set(
    "attack attacks assault assaults raid raids strike strikes airstrike airstrikes offensive war wars aggression "
    "siege campaign blockade embargo sanctions threats incursion incursions invasion onslaught crackdown bombardment "
    "violence crimes"
)
"""Nouns of what one does to another, whose "of" tells who where "on" or "against" tells to whom."""


def of_upon(view: Scene, start: int, end: int, limit: int) -> re.Match[str] | None:
    """Find who did what a noun [start, end) tells where both sides stand behind it: "the attacks of A against B"."""
    small = lowered(view.content)
    if small[start:end].rsplit(" ", 1)[-1] not in _FELL_UPON:
        return None
    return _UPON.match(small, end, limit)


def by_upon(view: Scene, start: int, end: int, limit: int) -> re.Match[str] | None:
    """Find whom a noun [start, end) was done to behind who did it: "the attack by the Front against villagers"."""
    small = lowered(view.content)
    fell = small[start:end].rsplit(" ", 1)[-1] in _FELL_UPON
    return _BY_UPON.match(small, end, limit) if fell else None


_OVER = late(r"\s+(?:[^,;.]{0,60}\s)?(?:at|over|after|following|during|amid|about|against)\s")
"""What leads from one thing done to another: "a protest over the raid"."""


def _anothers(view: Scene, start: int, by: int, act: str) -> bool:
    """Say whether "by" tells who did another thing that stands before it: "a protest at the raid by rebels"."""
    between = (held for at, held in view.acts.items() if start <= at and held[0] <= by)
    nearest = max((held for held in between if not held[2]), default=None)
    return (
        nearest is not None and nearest[1] != act and _OVER.match(lowered(view.content), start, nearest[0]) is not None
    )


def _pair(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    stop = STOP.search(lowered(view.content), start, end)
    return somebody(view, start, stop.start() if stop else end)


def owner(view: Scene, start: int) -> tuple[int, int] | None:
    """Give the owner before a noun: "Ardesh's illegal siege", "the two armies' advance"."""
    index = view.at(start) - 1
    for count in range(_LIGHT_ADJECTIVES):
        if index < 0:
            return None
        word = view.words[index]
        if word.low.endswith(("'s", "’s", "s'", "s’")):
            first = index
            while first > 0 and not bounds(view, first - 1) and view.words[first - 1].low not in PREPOSITIONS:
                first -= 1
            return view.words[first].start, word.end - (2 if word.low[-1] == "s" else 1)
        if word.low in MARKS or word.low in PREPOSITIONS or word.low in FINITE or word.low in DETERMINERS:
            return None
        if count and word.low in OPENS:
            return None
        index -= 1
    return None


def adjective(view: Scene, start: int) -> tuple[Party, ...]:
    """Give the actor whose name or demonym stands as an adjective right before a noun."""
    index = first = view.at(start)
    while index > 0 and first - index < _LIGHT_ADJECTIVES:
        word = view.words[index - 1]
        if (
            (word.low in MARKS and word.low != '"')
            or word.low in PREPOSITIONS
            or word.low in OPENS
            or word.low in AUXILIARY
        ):
            break
        after = view.words[index].low
        told = word.low.endswith("ed") and (after[:1].isdigit() or after in DETERMINERS)
        if word.low in FINITE or told:
            break  # "the mission verified 26 deaths"; "men in army uniform began shooting": the men did
        index -= 1
        if word.low in DETERMINERS:
            break
    low = view.words[index].start if index < len(view.words) else start
    found = [
        party for begin, end, party in view.parties if low <= begin and end <= start and _acts(view, begin, end, party)
    ]
    return tuple(dict.fromkeys(found))[:2] or kind(view.content, view.agents, low, start)


def _acts(view: Scene, start: int, end: int, party: Party) -> bool:
    """Say whether a name before a noun tells who acts: no state's own name, which tells where ("the Veltria war")."""
    row = view.draft.catalogue.actors.get(party.id)
    bare = row is not None and row.kind in ("state", "territory")
    words = view.content[start:end]
    if not bare or words.isupper() or (row is not None and words in row.demonyms):
        return True
    return view.content[end : end + 1] == "-"


def acting_noun(view: Scene, low: int, high: int) -> tuple[int, int, str] | None:
    """Give the act's noun that heads a noun phrase: the "shelling" of "the shelling of the camp"."""
    for word in view.words[view.at(low) : view.at(high)]:
        if word.low == "of":
            return None
        held = view.acts.get(word.start)
        if held is not None and (not held[2] or word.low.endswith("ing")):
            after = view.at(held[0])
            if after >= len(view.words) or view.words[after].start >= high or view.words[after].low == "of":
                return word.start, held[0], held[1]
    return None
