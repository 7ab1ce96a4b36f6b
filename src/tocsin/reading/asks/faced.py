# SPDX-License-Identifier: Apache-2.0
"""Calls that somebody faces – "the mayor faces calls to …", "under pressure from doctors to …", "Call for inquiry"."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.reading.asks import frames, phrases
from tocsin.reading.asks.askings import Trigger, subject_of
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late

_FACING = frozenset("face faces faced facing amid".split())
_CALLS = frozenset({"calls", "demands", "appeals", "pleas", "requests"})
_BREAKS = frozenset({"to", "not", "no", "the", "a", ",", "for", "of", "in"})
_TRADE = frozenset("papers tenders proposals applications entries bids submissions abstracts nominations arms".split())
_NEAR = 4
"""Tokens between the verb and the calls: "faces growing and louder calls"."""
_FROM = 12
"""Tokens that may say from whom the calls come."""


def find(sentence: Sentence, index: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read calls that somebody faces, and a headline's "Call for inquiry into …"."""
    if index == 0 and sentence.draft.blocks[sentence.block].role in {"title", "heading"}:
        return _headed(sentence, force)
    if sentence.word(index) not in _CALLS:
        return None
    facing = next((at for at in range(index - 1, max(-1, index - _NEAR), -1) if sentence.word(at) in _FACING), None)
    if facing is None or not _BREAKS.isdisjoint(sentence.word(i) for i in range(facing + 1, index)):
        return None
    at, asker = index + 1, None
    if sentence.word(at) in {"from", "by"}:
        after = (
            i for i in range(at + 2, at + _FROM) if sentence.word(i) in {"for", "that"} or sentence.is_infinitive(i)
        )
        end = next(after, None)
        if end is None:
            return None
        at, asker = end, (index + 2, end - 1)
    trigger = Trigger(index=index, lemma="call", force=force, form="noun", subject=asker)
    to = None if sentence.word(facing) == "amid" else subject_of(sentence, facing - 1)
    if sentence.is_infinitive(at):
        heard = to if to is not None and phrases.names_somebody(sentence, *to) else None
        return trigger, Complement(by="ask.nominal", to=heard, action=at)
    if sentence.word(at) == "for":
        found = frames.noun_after_for(sentence, trigger, at + 1)
        return (trigger, replace(found, by="ask.nominal")) if found else None
    return None


def _headed(sentence: Sentence, force: str) -> tuple[Trigger, Complement] | None:
    """Read a headline that opens with the noun: "Call for inquiry into dam", "Demand for recount grows"."""
    if (
        sentence.word(0) == "request"
        or sentence.word(1) != "for"
        or len(sentence.tokens) < 4
        or sentence.word(2) in _TRADE
    ):
        return None
    trigger = Trigger(index=0, lemma="call", force=force, form="noun")
    begs = sentence.word(0) in {"plea", "pleas", "appeal", "appeals"}
    if not begs and not phrases.names_thing(sentence, 2) and sentence.infinitive(2) is None:
        return None
    found = frames.noun_after_for(sentence, trigger, 2)
    return (trigger, replace(found, by="ask.nominal")) if found else None


_PRESSED = late(r"pressure from (?P<who>[^.;:,\"]{3,80}?) (?:not )?(?P<to>to) [a-z]")
_DEADLINE = late(
    r"deadline (?:(?:of|on|until|till|by) [^.;:,\"]{2,30}? )?for (?P<who>[^.;:,\"]{3,60}?) (?P<to>to) [a-z]"
)


def pressed(sentence: Sentence, start: int) -> tuple[Trigger, Complement] | None:
    """Read the pressure or the deadline that stands at a view offset."""
    content = sentence.draft.content
    if match := _DEADLINE.match(content, start, sentence.end):
        return _deadline(sentence, start, match)
    match = _PRESSED.match(content, start, sentence.end)
    return _pressed(sentence, start, match) if match else None


def _pressed(sentence: Sentence, start: int, match: re.Match[str]) -> tuple[Trigger, Complement] | None:
    """Read "the mayor came under pressure from doctors to …": who is pressed stands before, who presses after."""
    at = sentence.index(start)
    before = [sentence.word(i) for i in range(max(0, at - 5), at)]
    if not _PRESSING & set(before) or _UNPRESSED & set(before):
        return None
    who = sentence.index(match.start("who")), sentence.index(match.end("who")) - 1
    verb = next(i for i in range(at - 1, -1, -1) if sentence.word(i) in _PRESSING)
    while sentence.word(verb - 1) in _COMING or sentence.grammar.is_adverb(sentence.word(verb - 1)):
        verb -= 1
    to = subject_of(sentence, verb - 1) if verb else None
    if not phrases.names_somebody(sentence, *who) or to is None or not phrases.names_somebody(sentence, *to):
        return None
    trigger = Trigger(index=at, lemma="hint", force="urge", form="base", subject=who)
    return trigger, Complement(by="ask.hint", to=to, action=sentence.index(match.start("to")))


def _deadline(sentence: Sentence, start: int, match: re.Match[str]) -> tuple[Trigger, Complement] | None:
    """Read "the bloc set a deadline of Sunday for the junta to …"."""
    at = sentence.index(start)
    verb = next((i for i in range(at - 1, max(-1, at - 5), -1) if sentence.word(i) in _SETTING), None)
    who = sentence.index(match.start("who")), sentence.index(match.end("who")) - 1
    if verb is None or not phrases.names_somebody(sentence, *who):
        return None
    trigger = Trigger(index=at, lemma="hint", force="demand", form="base", subject=subject_of(sentence, verb - 1))
    return trigger, Complement(by="ask.hint", to=who, action=sentence.index(match.start("to")))


_SETTING = frozenset({"set", "sets", "setting", "imposed", "fixed"})
_PRESSING = frozenset("under faces faced facing face".split())
_UNPRESSED = frozenset({"no", "not", "never", "without"})
_COMING = frozenset("is are was were has have had been come comes came coming be".split())
