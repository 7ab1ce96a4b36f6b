# SPDX-License-Identifier: Apache-2.0
"""Proposals: what follows recommend, advise, propose, suggest, encourage, invite."""
# ruff: noqa: C901, PLR0911, PLR0912 - one return a shape

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import demands, doers, frames, phrases
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_OBJECTS = frozenset({"the", "a", "an", "all", "both", "these", "those", "their", "its"})
_OWN = frozenset({"plan", "plans", "initiative", "initiatives", "amendment", "amendments", "roadmap", "bill", "law"})


def recommend(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "recommend (to X) that", "propose doing Y", "encourage X to do Y"."""
    word = sentence.word(after)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word == "to":
        at = after + 1
        while at < len(sentence.tokens) and sentence.word(at) not in {"that", ".", ";"} and at < after + 12:
            at += 1
        found = frames.clause(sentence, trigger, at + 1) if sentence.word(at) == "that" else None
        return replace(found, to=(after + 1, at - 1)) if found else _offered(sentence, trigger, after + 1)
    if word == "against" and trigger.lemma in {"recommend", "advise", "counsel"}:
        span = doers.named(sentence.draft.content, sentence.tokens[after].end, sentence.end)
        to = (sentence.index(span[0]), sentence.index(span[1]) - 1) if span else None
        return Complement(by="ask.noun", to=to, action=after) if after + 1 < len(sentence.tokens) else None
    told = demands.inline(sentence, after) if trigger.first and trigger.lemma in {"recommend", "propose"} else None
    if told is not None:
        return told
    if word.endswith("ing") and len(word) > 4 and (trigger.first or trigger.lemma in {"recommend", "propose"}):
        return Complement(by="ask.gerund", action=after)
    if word.endswith("ing") and trigger.lemma == "suggest" and trigger.subject is not None:
        known = frames.is_known(sentence, *trigger.subject) and sentence.word(after + 1) in _OBJECTS
        own = sentence.draft.blocks[sentence.block].voice == "issuer" and trigger.form == "s"
        known = known or (own and sentence.word(trigger.subject[1]) == "it")
        return Complement(by="ask.gerund", action=after) if known else None  # "Ardesh suggested moving the talks"
    if trigger.lemma in {"recommend", "advise", "encourage", "invite"}:
        found = frames.person_infinitive(sentence, trigger, after) or _to_meeting(sentence, trigger, after)
        if found:
            return found
        if trigger.lemma == "advise":
            warned = Complement(by="ask.noun", action=after) if word == "against" else _against(sentence, after)
            somebody = phrases.names_somebody(sentence, after, after + 6)
            return warned or (frames.somebody_that(sentence, trigger, after) if somebody else None)
    if trigger.lemma == "propose" and sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1)) in _OWN:
        return None  # "proposed a plan": what somebody offers, not what is asked
    if trigger.first and word == "the" and trigger.lemma in {"recommend", "propose"} and _is_doing(sentence, after + 1):
        return Complement(by="ask.noun", action=after)
    if trigger.lemma in {"recommend", "propose", "encourage"} and phrases.names_thing(sentence, after):
        return Complement(by="ask.noun", action=after) if trigger.first or trigger.lemma != "encourage" else None
    return None


_MEETINGS = frozenset({"meeting", "meetings", "talks", "dialogue", "summit", "negotiations", "conference", "hearing"})


def _to_meeting(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "invited the leadership to a meeting in Karsk"."""
    for at in range(first + 1, min(first + 10, len(sentence.tokens) - 2)) if trigger.lemma == "invite" else ():
        if sentence.word(at) == "to" and sentence.word(phrases.head(sentence, at + 1, at + 5)) in _MEETINGS:
            somebody = phrases.names_somebody(sentence, first, at - 1)
            return Complement(by="ask.noun", to=(first, at - 1), action=at + 1) if somebody else None
    return None


def _against(sentence: Sentence, first: int) -> Complement | None:
    """Read "advised its citizens against travel to the border"."""
    for at in range(first + 1, min(first + 10, len(sentence.tokens) - 1)):
        if sentence.word(at) == "against" and phrases.names_somebody(sentence, first, at - 1):
            return Complement(by="ask.noun", to=(first, at - 1), action=at)
    return None


def _is_doing(sentence: Sentence, at: int) -> bool:
    """Say whether a gerund stands as a noun: "the setting up of", "the speedy training of"."""
    return any(sentence.word(i).endswith("ing") and sentence.word(i + 1) in {"of", "up"} for i in (at, at + 1))


def _offered(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "propose to the Minister a meeting": whom, up to the determiner of what is proposed."""
    if trigger.lemma not in {"propose", "suggest", "recommend"} or not (
        trigger.first or trigger.form == "s" or sentence.draft.blocks[sentence.block].voice == "issuer"
    ):
        return None
    for at in range(first + 1, min(first + 12, len(sentence.tokens))):
        if sentence.word(at) in {".", ";", ":", "and", "or"}:
            return None
        if sentence.word(at) in {"a", "an", "the"} and sentence.word(at - 1) not in {"of", "for", "and", ","}:
            somebody = phrases.names_somebody(sentence, first, at - 1)
            return Complement(by="ask.noun", to=(first, at - 1), action=at) if somebody else None
    return None
