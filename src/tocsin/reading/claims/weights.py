# SPDX-License-Identifier: Apache-2.0
"""Weights: how much of an event the words of a claim tell, its date, its parties, its numbers, its own subject."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.claims import blames, breaches, complements, doers, scenes, unsaid
from tocsin.reading.claims.spans import NUMBER_BEFORE, NUMBER_WORDS, Span
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

_OWNED = late(r"'s\s|s'\s|\b(?:of|against|by)\s+(?:the\s+|more\s+than\s+)?\w", re.IGNORECASE)
_THE = late(r"the\s", re.IGNORECASE)
_BROAD = frozenset(
    {"armed-attack", "mass-killing", "violation", "destruction", "persecution", "withdrawal", "release", "relief"}
)
_OF_THEM = late(
    r"(?:they|he|she|we)\s+(?:was|were|had\s+been|have\s+been|has\s+been)\s|being\s|(?:they|he|she|we)\s+(?:spent|lost|ordered)\b",
    re.IGNORECASE,
)
_A_WORD = 8
"""Code points before its verb in which a clause's subject can stand."""
_ORDERED = 120
"""Code points behind an order's verb in which stands what was ordered."""
_DONE_TO_THEM = frozenset({"threat", "service-cut", "sanction", "order", "relief", "ceasefire-violation"})


_OF_MANY = late(
    r"\s+of\s+(?:(?:more|fewer|less)\s+than\s+|at\s+least\s+|over\s+|some\s+|about\s+|around\s+|nearly\s+|almost\s+|up\s+to\s+)?"
    rf"(?:\d|(?:{NUMBER_WORDS}|dozens|scores|hundreds|thousands|tens|millions)\b)"
)
"""How many came to harm, behind its noun; on the lowered view."""


class Told(NamedTuple):
    """What a claim tells: a date of its own, one at all, numbers, who acted and who suffered."""

    dated: bool
    placed: bool
    counted: bool
    acted: tuple[Party, ...]
    suffered: tuple[Party, ...]


def weigh(content: str, span: Span, held: Vocabulary, told: Told, seen: scenes.Scene) -> int:
    """Weigh what a claim tells; of a noun's phrase more is asked than of a verb's clause."""
    cue = span.cue
    phrase = span.by == "claim.act-noun"
    weight = 2 * told.dated + (told.placed and not phrase) + bool(told.acted) + bool(told.suffered) + 2 * told.counted
    weight += cue.verb and (span.act == "denial-of-relief" or _tells_itself(content, span, held))
    weight += cue.verb and cue.start == span.start and complements.told(lowered(content), cue.start, cue.end, span.act)
    weight += (
        phrase and bool(told.acted) and (breaches.told(content, span) or blames.claimed(seen, cue.start) == told.acted)
    )
    weight += phrase and bool(told.acted or told.suffered) and _is_condemned(content, span)
    if phrase:
        weight += span.beside + _noun_weight(content, span, seen, told.dated or told.counted, told.acted, told.suffered)
    return weight


_CONDEMNED = late(
    r"\b(?:condemn\w*|deplor\w+|denounc\w+|decr(?:y|ied|ies|ying)|(?:outraged|horrified|appalled|shocked|saddened|alarmed)\s+(?:at|by))\s+"
    r"(?:[\w'’-]+\s+){0,5}$"
)


def _is_condemned(content: str, span: Span) -> bool:
    """Say whether an act is condemned, which is said of what was done: "condemn the attack on a convoy"."""
    return _CONDEMNED.search(lowered(content), max(0, span.start - 70), span.start) is not None


def counted(content: str, start: int, hit: Hit, held: Vocabulary) -> bool:
    """Say whether a noun of harm is counted: "87 deaths have been confirmed", "the deaths of forty people"."""
    if hit.tag[2:] not in held.consequence:
        return False
    small = lowered(content)
    return NUMBER_BEFORE.search(small, start, hit.start) is not None or _OF_MANY.match(small, hit.end) is not None


def decreed(content: str, span: Span) -> bool:
    """Say whether an order tells what was ordered, so that it needs no date."""
    cue = span.cue
    return (
        span.act == "order"
        and cue.verb
        and complements.decreed(lowered(content), cue.start, cue.end, cue.end + _ORDERED)
    )


def _tells_itself(content: str, span: Span, held: Vocabulary) -> bool:
    """Say whether a clause of harm has a subject of its own: "two ferrymen are in prison", "they were taken away"."""
    if span.act not in doers.OWNED_BY_THE_HURT and span.act not in held.consequence and span.act not in _DONE_TO_THEM:
        return False
    return span.cue.start - span.start > _A_WORD or _OF_THEM.match(content, span.start) is not None


_OF_STATES = frozenset(
    {
        "aggression",
        "acts of aggression",
        "military aggression",
        "armed aggression",
        "occupation",
        "incursion",
        "incursions",
        "invasion",
        "annexation",
    }
)
"""Nouns that tell of a deed by themselves where it is told whose it is: "Ardeshi aggression"."""


def _form(content: str, span: Span) -> str:
    """Give an act's word in small letters."""
    return lowered(content)[span.cue.start : span.cue.end]


def _noun_weight(
    content: str, span: Span, seen: scenes.Scene, told: bool, acted: tuple[Party, ...], suffered: tuple[Party, ...]
) -> int:
    """Weigh what makes an act's noun an event: its owner and place; `told`: it has a date or a figure of its own."""
    here = seen.here(span.start, span.end)
    weight = here + bool(_OWNED.search(content, span.start, span.end))
    if told:
        return weight
    if not (acted and suffered) and unsaid.term(content, span.cue.start) and not seen.named(span.cue.end, span.end):
        return -9
    if not (acted or suffered):
        return weight - 1
    if seen.named(span.start, span.end) and acted and _form(content, span) in _OF_STATES:
        return weight + 1
    if span.act in _BROAD and not (suffered and (acted or here or _THE.match(content, span.start))):
        return weight - 1
    return weight
