# SPDX-License-Identifier: Apache-2.0
"""Directive verbs inside an operative paragraph: their force, whom they address, where the action begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.reading.asks.operative_grammar import Grammar

_FOR = re.compile(r"(?:upon|on|to|of)\b")
_TO_VERB = re.compile(r"(?:(?P<not>not)\s+)?to\s+(?:(?P<verb>[a-z][a-z-]+))")
_NO_VERB = frozenset(
    "the a an all any its his her their this that these those each every both such other another which whom what one two "
    "date him them it me us you be-".split()
)
_NO_TO = frozenset(
    "order view addition pursuant according regard regards respect relation due subject prior response reference contrary "
    "as contribution access close similar thanks owing up how what where when whether able unable continue "
    "ready likely willing necessary possible it's relating relates related refer referred refers leading".split()
)
_MODAL = re.compile(
    r"\s(?:should|must|shall|may|might|would|will|could|can|be|not|take|cease|ensure|comply|refrain|respect|"
    r"withdraw|fulfil|fulfill|accept|abide|allow|desist|stop|implement|cooperate|co-operate|immediately|fully|continue|"
    r"desist|end|put|give|act|adopt|provide|participate|make|facilitate|release|rescind|protect|do|agree|consider|include|have|"
    r"remain|observe|honour|return|begin|enter|lift|open|amend|repeal|review|revise|establish|strengthen|enact|ratify|"
    r"investigate|prosecute|guarantee|promote|increase|develop|improve|address|avoid|keep|bring|submit|undertake|step|"
    r"carry|intensify|expedite|accelerate|extend|support|work|use|grant|permit|halt|suspend|prevent|eliminate|abolish|"
    r"prohibit|recognize|recognise|restore|resume|report|engage|exercise|disarm|disband|lay|pay|issue|send|set|apply|"
    r"conduct|complete|conclude|create|raise|reduce|remove|hold|seek|meet|vacate|evacuate|dismantle|reopen|provide|pursue|"
    r"promptly|urgently|effectively|forthwith|unconditionally|also|further|strictly|scrupulously|scale|speed|become|accede|urge|"
    r"are|is|were|was|has)\b"
)
_PRONOUN = re.compile(r"\s*(?:him|her|it|them)\b")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A directive verb: `start` where it stands, `whom` the span of those addressed, `action` where the action begins.

    `kind` is opening, further (a later verb), again ("its call") or decides ("decides that … shall").
    """

    start: int
    force: str
    action: int
    whom: tuple[int, int] | None
    kind: str


def triggers(content: str, start: int, end: int, rules: Grammar) -> Iterator[Trigger]:
    """Find the directive verbs of a paragraph whose first verb stands at `start`, in order."""
    text = content[start:end]
    opening = rules.opening.match(text) or rules.second.match(f"; {text}")
    at = 0
    first = re.match(r"[\w\s,-]*?\b([A-Za-z-]+s)\b", text)
    del opening
    head = _head(text, rules)
    if head is not None:
        word, after = head
        force = rules.verbs.get(word.lower())
        if word.lower() == "decides":
            yield from _decides(text, start, after, rules)
        elif force is not None:
            yield _complement(text, start, 0, after, force, word.lower(), "opening")
        at = after
    elif first:
        at = first.end()
    for found in _later(text, at, rules):
        yield _shifted(found, start)


def _head(text: str, rules: Grammar) -> tuple[str, int] | None:
    match = rules.opening.match(text)
    if match is None:
        return None
    return match.group("head"), match.end("head")


def _later(text: str, at: int, rules: Grammar) -> Iterator[Trigger]:
    """Find directive verbs and restated asks after the first verb."""
    found: list[Trigger] = []
    for match in rules.again.finditer(text):
        force = rules.nouns.get(match.group("noun").lower())
        if force is not None and force != "decide":
            found.append(_complement(text, 0, match.start(), match.start("part"), force, match.group("noun"), "again"))
    for match in rules.second.finditer(text, at):
        word = match.group("head").lower()
        if word == "decides":
            found += _decides(text, 0, match.end("head"), rules)
        elif not any(other.start <= match.start("verb") < other.action for other in found):
            found.append(
                _complement(text, 0, match.start("verb"), match.end("head"), rules.verbs[word], word, "further")
            )
    yield from sorted(found, key=lambda trigger: trigger.start)


def _shifted(trigger: Trigger, by: int) -> Trigger:
    whom = (trigger.whom[0] + by, trigger.whom[1] + by) if trigger.whom else None
    return Trigger(trigger.start + by, trigger.force, trigger.action + by, whom, trigger.kind)


def _decides(text: str, base: int, after: int, rules: Grammar) -> Iterator[Trigger]:
    """Read "decides that all States shall …": the action begins with "shall"."""
    match = rules.decides.match(text, after)
    if match is None:
        return
    who = (base + match.start("who"), base + match.end("who"))
    yield Trigger(base + after, "decide", base + match.start("modal"), who, "decides")


def _complement(text: str, base: int, start: int, after: int, force: str, word: str, kind: str) -> Trigger:
    """Read what follows a directive verb: "upon X to do", "for an end", "that X do", "X to do"."""
    at = _past_particles(text, after)
    lead = text[after:at].split()
    particle = next((w for w in reversed(lead) if w in ("upon", "on", "for", "to", "that", "of")), "")
    if particle == "for":
        return Trigger(base + start, force, base + at, None, kind)
    if particle == "that" or (particle == "" and text.startswith("that ", at)):
        return _clause(text, base, start, at, force, kind)
    to = _infinitive(text, at)
    colon = re.compile(r":\s*(?=\n|\()").search(text, at)
    if to is not None and (colon is None or to[0] < colon.start() or to[0] - at < 200):
        if colon is not None and colon.start() < to[0]:
            return Trigger(base + start, force, base + colon.start(), (base + at, base + colon.start()), kind)
        return Trigger(base + start, force, base + to[1], (base + at, base + to[0]), kind)
    if colon is not None:
        return Trigger(base + start, force, base + colon.start(), (base + at, base + colon.start()), kind)
    that = re.compile(r",?\s+that\s+").search(text, at, at + 200)
    if that is not None and word in ("reminds", "requests", "recommends", "advises", "recommend", "request"):
        return Trigger(base + start, force, base + that.end(), (base + at, base + that.start()), kind)
    return Trigger(base + start, force, base + at, None, kind)


def _past_particles(text: str, after: int) -> int:
    """Pass over adverbs, commas and the verb's particle: "calls once more upon", "requests, in particular,"."""
    match = _PARTICLE.match(text, after)
    return match.end() if match else after


_PARTICLE = re.compile(
    r"(?:[\s_]*,?[\s_]*(?:once\s+(?:more|again)|again|also|further|furthermore|urgently|strongly|in\s+particular|particularly|therefore|"
    r"anew|moreover|accordingly|earnestly|solemnly|especially|likewise|insistently|firmly|additionally|as\s+a\s+matter\s+of\s+urgency|"
    r"in\s+th(?:is|at)\s+(?:regard|connection|context|respect)|to\s+th(?:is|at)\s+end|in\s+addition)\b,?)*[\s_]*(?:(?:upon|on|for|of|to|that)\b[\s,]*)?"
)


def _infinitive(text: str, at: int) -> tuple[int, int] | None:
    """Find "to" with its verb: the end of the addressee and the start of the action."""
    for match in _TO_VERB.finditer(text, at):
        before = text[at : match.start()].rstrip(" \n,").rsplit(None, 1)
        previous = before[-1].lower().strip(",;") if before else ""
        verb = match.group("verb")
        if (match.start() and not text[match.start() - 1].isspace()) or verb in _NO_VERB or previous in _NO_TO:
            continue
        if verb.endswith("ing") and verb not in ("bring",):
            continue
        return match.start(), match.start() if match.group("not") else match.start("verb")
    return None


def _clause(text: str, base: int, start: int, at: int, force: str, kind: str) -> Trigger:
    """Read "that X withdraw …": X is addressed, the action begins with the verb where it can be told."""
    begin = at + 5 if text.startswith("that ", at) else at
    colon = re.compile(r":\s*(?=\n|\()").search(text, begin)
    verb = _MODAL.search(text, begin, begin + 300)
    if colon is not None and (verb is None or colon.start() < verb.start()):
        return Trigger(base + start, force, base + colon.start(), (base + begin, base + colon.start()), kind)
    if verb is None:
        return Trigger(base + start, force, base + begin, None, kind)
    return Trigger(base + start, force, base + verb.start() + 1, (base + begin, base + verb.start()), kind)
