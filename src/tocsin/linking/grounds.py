# SPDX-License-Identifier: Apache-2.0
"""Grounds: what a replying clause and an ask must share to be held for one matter, and what shows that they are two."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tocsin.linking.deeds import SAME
from tocsin.linking.exchanges import Asked, Clause
from tocsin.linking.fits import Fit
from tocsin.linking.matters import ACTION, ACTOR, INSTRUMENT, OBJECT, PLACE, THING
from tocsin.linking.reply_cues import CONTESTED, REFUSED

_THINGS = 2
"""Things that both name where another doing may still be about what was asked."""
_ROOT = 5
"""Letters that two words of one thing have in common: "detention", "detainees"."""
_OTHER_DEED = 0.6
"""How much where what is told of is another doing than what was asked."""
_COMING = re.compile(r"\b(?:will|shall|going\s+to)\b", re.IGNORECASE)
_STOPS = re.compile(r"\b(?:refrain|stop|ceas|halt|end|suspend|desist|lift|abandon)\w*", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?:;“\"]\s)(?<!^)(?<!\n)\b[A-ZÀ-Þ][\w'’-]{3,}", re.MULTILINE)
"""A name within a sentence: what begins one tells nothing by its capital."""
_COMMON = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november"
    r"|december|government|minist\w+|council|resolution|secretary|president|committee|parliament|assembly|dear|excellency"
    r"|republic|state|states|foreign|affairs|spokes\w+|union|nations|united|international|national|general|commission"
    r"|prime|court|embassy|mission|office|north\w*|south\w*|east\w*|west\w*|article|security",
    re.IGNORECASE,
)
"""Words in capitals that name nobody by themselves."""
_GIVEN_TO = re.compile(
    r"\b(?:loans?|credits?|grants?|aid|assistance|money|funds|dollars|euros|licen[cs]es?|visas?|contracts?|supplies|weapons|shipments?)\b[^.;]*?"
    r"\s(?:to|for)\s+(?:the\s+)?([A-ZÀ-Þ][\w'’-]{3,})",
)
_OF_NAME = re.compile(r"\b([a-z]{3,})\s+(?:of|at|in|near|from)\s+(?:the\s+)?([A-ZÀ-Þ][\w'’-]{3,})")


def names(text: str) -> frozenset[str]:
    """Give the names within the sentences of a text.

    >>> sorted(names("On Monday the Tamar corridor to Karsk was shut."))
    ['Karsk', 'Tamar']
    """
    found = (match[0].removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text))
    return frozenset(name for name in found if _COMMON.fullmatch(name) is None)


def given_to_another(words: str, known: Collection[str]) -> bool:
    """Say whether something is given to somebody whom the asking paper does not name.

    >>> given_to_another("It approved a loan of 20 million to Lumara.", {"Ardesh"})
    True
    """
    to = _GIVEN_TO.search(words)
    return to is not None and to[1] not in known


def of_another(words: str, asked: str, known: Collection[str]) -> bool:
    """Say whether words name the like of what was asked, elsewhere: "the port of Dolen" for "the port of Karsk".

    >>> of_another("The port of Dolen reopened.", "to reopen the port of Karsk", {"Karsk"})
    True
    """
    wanted = {match[1]: match[2] for match in _OF_NAME.finditer(asked)}
    return any(
        match[1] in wanted and match[2] != wanted[match[1]] and match[2] not in known
        for match in _OF_NAME.finditer(words)
    )


def enough(shared: Mapping[str, float], asked: Asked, generic: Collection[str]) -> bool:
    """Say whether two things are shared, one of them a thing that tells matters apart and is no place.

    Beside a doing it is what it is done to.
    """
    others = [key for key in shared if key != SAME]
    if len(others) < len(shared) and any(done_to(key, asked) for key in others):
        return True
    return len(others) > 1 and any(tells(key, generic) for key in others)


def done_to(key: str, asked: Asked) -> bool:
    """Say whether what is shared is no word of the doing itself: one word may be read as action, object and deed."""
    sort, _, name = key.partition(":")
    return sort != ACTION and name not in asked.about.doing


def tells(key: str, generic: Collection[str]) -> bool:
    """Say whether a feature tells matters apart: no place, no actor, no word of the trade."""
    sort, _, name = key.partition(":")
    return sort not in {PLACE, ACTOR} and name not in generic


def tells_of_itself(clause: Clause, asked: Asked) -> bool:
    """Say whether who asked tells, in its own paper, that the addressee refused: a claim, and no answer."""
    return bool(askers(asked) & {party.id for party in clause.page.issuers})


def askers(asked: Asked) -> frozenset[str]:
    """Give the ids of those who ask."""
    return frozenset(party.id for party in (*asked.ask.askers, *asked.shelved.card.issuers))


def other_deed(clause: Clause, asked: Asked, fit: Fit) -> bool:
    """Say whether both name doings, none of them the other's, and less than most of what was asked is shared."""
    if (
        not clause.deeds
        or not asked.deeds
        or not clause.deeds.isdisjoint(asked.deeds)
        or restrains(asked, clause.quote)
    ):
        return False
    sorts = (f"{THING}:", f"{OBJECT}:", f"{INSTRUMENT}:")
    things = {key.partition(":")[2][:_ROOT] for key in fit.shared if key.startswith(sorts)}
    return len(things) < _THINGS and sum(fit.shared.values()) < _OTHER_DEED * asked.about.total


def reply(clause: Clause, asked: Asked) -> str:
    """Say how a clause replies: that it was not done contests an ask not to do it, that it will not be grants it."""
    told, cue = clause.told.cue.reply.id, clause.told.cue
    turned = cue.does or _COMING.match(cue.words) is not None
    return turned_round(clause.quote) if told == REFUSED and turned and restrains(asked, clause.quote) else told


def restrains(asked: Asked, words: str) -> bool:
    """Say whether an ask is not to do what words say, which do not speak of stopping it either."""
    return (asked.matter.undone or "stop" in asked.deeds) and _STOPS.search(words) is None


def turned_round(words: str) -> str:
    """Give what words say that deny what was asked not to be done: a grant where they are of what comes."""
    return "accepted" if _COMING.search(words) else CONTESTED
