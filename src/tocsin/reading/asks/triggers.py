# SPDX-License-Identifier: Apache-2.0
"""Directive verbs inside an operative paragraph: their force, whom they address, where the action begins."""
# ruff: noqa: C901, PLR0911 - one branch a shape

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.reading.asks.operative_grammar import Grammar
from tocsin.reading.patterns import late

_TO_VERB = late(r"(?<!\S)(?:(?P<not>not)\s+)?to\s+(?P<verb>[a-z][a-z-]+)")
_NO_VERB = frozenset(
    {
        "the",
        "a",
        "an",
        "all",
        "any",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "each",
        "every",
        "both",
    }
    | {
        "such",
        "other",
        "another",
        "which",
        "whom",
        "what",
        "one",
        "two",
        "date",
        "him",
        "them",
        "it",
        "me",
        "us",
        "you",
    }
)
_NO_TO = frozenset(
    {"order", "view", "addition", "pursuant", "according", "regard", "regards", "respect", "relation", "due", "subject"}
    | {
        "prior",
        "response",
        "reference",
        "contrary",
        "as",
        "contribution",
        "access",
        "close",
        "similar",
        "thanks",
        "owing",
    }
    | {"up", "how", "what", "where", "when", "whether", "able", "unable", "continue", "ready", "likely", "willing"}
    | {"necessary", "possible", "relating", "relates", "related", "refer", "referred", "refers", "leading"}
)
_COLON = late(
    r":\s*(?=\n|\(|[-–—•])|(?:—|--)\s*(?=\s\s*\()|(?<=[a-z,])\s*(?=\n[ ]*(?:[-–•●○▪*][ ]+[a-z]|\d{1,2}[.)][ ]+to\s))"
)
_FOR_WHOM = late(
    r"(?P<who>(?:(?:all|both|the|other)\s+)?(?:(?:Member\s+)?States|parties|sides|countries|Governments|"
    r"authorities|[A-Z]\w+))"
    r"\s+(?P<to>to\s+[a-z]+)"
)
_DECIDES_LIST = late(r"[^:;]{0,60}?\bthat\s+(?P<who>[^:;,]{3,160}):\s*\(?[a-z\d]{1,3}[).]\s*shall\b")
_JOINT = 90
"""How far before a later verb its "and", comma and adverbs may begin."""
_THAT = late(r",?\s+that\s+")
_CLAUSE_VERBS = frozenset({"requests", "recommends", "advises", "reminds", "demands", "asks"})
_FOR_VERBS = frozenset({"requests", "asks", "appeals", "petitions", "presses", "beseeches", "begs", "implores", ""})
_FOR_END = late(
    r"(?P<who>(?:the\s+)?[A-Z][\w'-]*(?:\s+(?:(?:of|and|the|on|to)\s+)*[A-Z][\w'-]*)*)(?:,[^,;.]{3,60},)?\s+for\s+(?=\w)"
)
"""Whom somebody asks for a thing, by a name in capitals."""
_OF_WHOM = late(
    r"(?P<who>(?:(?:the|all|both|its)\s+)?[^\s,;.:]+(?:\s+(?:of\s+the|and\s+the|[^\s,;.:]+)){0,8}?),?"
    r"\s+(?=(?:the|an?|immediate|urgent|prompt|full)\s)"
)
"""Of whom a thing is demanded, up to the thing."""
_PRONOUN = late(r"(?:it|they|he|she)\s+(?=[a-z])")
_TO_THING = late(r"\sto (?:an?|the|its|their|his|her) ")
_PARTICLE = late(
    r"(?:\s*,?\s*(?:once\s+(?:more|again)|again|also|further|furthermore|urgently|strongly|in\s+particular|"
    r"particularly|"
    r"therefore|anew|moreover|accordingly|earnestly|solemnly|especially|likewise|insistently|firmly|additionally|"
    r"as\s+a\s+matter\s+of\s+urgency|in\s+th(?:is|at)\s+(?:regard|connection|context|respect)|to\s+th(?:is|at)\s+end|"
    r"in\s+addition)\b,?)*\s*(?:(?P<particle>upon|on|for|of|to|that)\b[\s,]*)?"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A directive verb: `start` where it stands, `whom` the span addressed, `action` where the action begins.

    `kind` is opening, further (a later verb), again ("its call") or decides ("decides that … shall") or resolves
    ("resolves that X do"); `clause` says
    that those addressed are the subject of a clause ("that both sides withdraw").
    """

    start: int
    force: str
    action: int
    whom: tuple[int, int] | None
    kind: str
    clause: bool


def triggers(content: str, start: int, end: int, rules: Grammar) -> list[Trigger]:
    """Find the directive verbs of a paragraph whose first verb stands at `start`, in order."""
    text = content[start:end].rstrip(" \n:;,.")
    found: list[Trigger] = []
    at = 0
    opening = rules.opening.match(text)
    if opening is not None:
        word, at = opening.group("head").lower(), opening.end("head")
        found += _of_verb(text, 0, at, word, rules, "opening")
    if opening is None and text[:5].lower() == "that ":
        found += _resolution(text, 0, 0, rules)
    infinitive = rules.infinitive.match(text) if opening is None else None
    if infinitive is not None:
        at = infinitive.end("head")
        found += _of_base(text, 0, at, infinitive.group("head"), rules)
    if text[:3].lower() == "to ":
        for match in rules.also.finditer(text, max(at, 3)):
            found += _of_base(text, match.start("verb"), match.end(), match.group("head"), rules)
    restated = any(word in text for word in rules.restating)
    for match in rules.again.finditer(text) if restated else ():
        force = rules.nouns.get(match.group("noun").lower(), "decide")
        if force != "decide":
            found.append(_complement(text, match.start(), match.start("part"), force, "", "again", rules))
    for match in rules.second.finditer(text, at):
        begin = max(at, match.start() - _JOINT)
        joint = rules.joint.search(text, begin, match.start())
        if joint is None or any(other.start <= joint.start("verb") < other.action for other in found):
            continue
        found += _of_verb(text, joint.start("verb"), match.end(), match.group().lower(), rules, "further")
    for match in rules.passive.finditer(text, at) if "; " in text else ():
        force = rules.participles[" ".join(match["head"].split())]
        found.append(Trigger(match.start(), force, match.end(), match.span("who"), "further", clause=False))
    return [_shifted(trigger, start) for trigger in sorted(found, key=lambda trigger: trigger.start)]


def _of_base(text: str, start: int, after: int, base: str, rules: Grammar) -> list[Trigger]:
    """Read a verb in its base form: "to urge", "to charge the Bureau with drafting rules"."""
    base = base.lower()
    if f"{base}s" in rules.verbs:
        return _of_verb(text, start, after, f"{base}s", rules, "opening")
    return [_complement(text, start, after, rules.bases[base], "", "opening", rules)]


def _shifted(trigger: Trigger, by: int) -> Trigger:
    whom = (trigger.whom[0] + by, trigger.whom[1] + by) if trigger.whom else None
    return Trigger(trigger.start + by, trigger.force, trigger.action + by, whom, trigger.kind, trigger.clause)


def _of_verb(text: str, start: int, after: int, word: str, rules: Grammar, kind: str) -> list[Trigger]:
    """Read one verb of a paragraph; one that asks nothing gives nothing."""
    force = rules.verbs.get(word)
    word = rules.thirds.get(word, word)
    if word == "resolves":
        return _resolution(text, start, after, rules)
    if word == "wishes":
        wished = _TO_RECEIVE.match(text, after)
        return [Trigger(start, "request", wished.start("to"), None, kind, clause=False)] if wished else []
    if word == "decides":
        listed = _DECIDES_LIST.match(text, after)
        if listed:
            return [Trigger(start, "decide", listed.end("who"), listed.span("who"), "decides", False)]
        match = rules.decides.match(text, after)
        return [Trigger(start, "decide", match.start("modal"), match.span("who"), "decides", True)] if match else []
    if word in rules.tasking and (task := _TASK.match(text, after)) is not None:
        return [Trigger(start, force or "direct", task.start("do"), task.span("who"), kind, clause=False)]
    made = _complement(text, start, after, force, word, kind, rules) if force else None
    if made is None or (word in rules.tasking and made.whom is None):
        return []  # "charges fees", "assigns the sum"
    return [made]


def _resolution(text: str, start: int, at: int, rules: Grammar) -> list[Trigger]:
    """Read "(resolves) that the Government table a plan": what somebody else is to do, said of no fact."""
    that = _RESOLVES_THAT.match(text, at)
    verb = rules.clause.search(text, that.end(), that.end() + _WHO) if that else None
    if that is None or verb is None or verb["verb"] in _FACTS:
        return []
    return [Trigger(start, "decide", verb.start() + 1, (that.end(), verb.start()), "resolves", clause=True)]


_TASK = late(
    r"\s+(?P<who>(?:the|its|their|his|all|both|[A-Z])[^;.:]{2,100}?)\s+with\s+(?:the\s+(?:\w+\s+)?(?:task|job|mandate|responsibility)\s+of\s+)?"
    r"(?P<do>[a-z]{3,}ing\b|the\s|[a-z-]+\s+(?:of|to|on)\b)"
)
"""Whom a body gives a task, and the task: "tasks the Bureau with drafting rules"."""
_TO_RECEIVE = late(r"\s+(?:also\s+|further\s+)?(?P<to>to\s+(?:receive|obtain|be\s+(?:informed|kept|told|notified)))\b")
"""What an organ wishes of whoever can give it."""
_RESOLVES_THAT = late(r"(?:,?\s+(?:therefore|further|also|hereby),?)*\s*\bthat,?\s+", re.IGNORECASE)
_FACTS = frozenset(["is", "are", "has", "have", "will", "would", "can", "could", "may", "might"])
"""Verbs with which a clause tells what is so."""
_WHO = 160
"""Characters that whom a resolution binds may have."""


def _complement(text: str, start: int, after: int, force: str, word: str, kind: str, rules: Grammar) -> Trigger:
    """Read what follows a directive verb: "upon X to do", "for an end", "that X do", "X to do"."""
    match = _PARTICLE.match(text, after)
    at = match.end() if match else after
    particle = match.group("particle") if match else None
    if particle == "for":
        asked = _FOR_WHOM.match(text, at)
        if asked:
            return Trigger(start, force, asked.start("to"), asked.span("who"), kind, False)
        return Trigger(start, force, at, None, kind, False)
    if particle == "that":
        return _clause(text, start, at, force, kind, rules)
    wanted = _OF_WHOM.match(text, at) if particle == "of" else None
    if wanted is not None:  # "demands of the Ministry the immediate hiring of two pilots"
        return Trigger(start, force, wanted.end(), wanted.span("who"), kind, clause=False)
    colon = _COLON.search(text, at)
    limit = colon.start() if colon else len(text)
    to = _infinitive(text, at, limit)
    if to is not None:
        return Trigger(start, force, to[1], (at, to[0]), kind, False)
    if colon is not None:
        named = text[at:limit].rstrip().removesuffix(" to")
        return Trigger(start, force, limit, (at, at + len(named)), kind, False)
    return _object(text, start, at, force, word, kind)


def _object(text: str, start: int, at: int, force: str, word: str, kind: str) -> Trigger:
    """Read an object without an infinitive: "Ardesh that it pay", "Ardesh to a meeting", "the release of X"."""
    that = _THAT.search(text, at, at + 200) if word in _CLAUSE_VERBS else None
    whom = (at, that.start()) if that is not None and that.start() > at else None
    if that is not None:
        again = _PRONOUN.match(text, that.end()) if whom else None
        return Trigger(start, force, again.end() if again else that.end(), whom, kind, False)
    thing = _TO_THING.search(text, at, at + 160) if word == "invites" else None
    if thing is not None and thing.start() > at:  # "invites Ardesh to a meeting"
        return Trigger(start, force, thing.start() + 1, (at, thing.start()), kind, False)
    wanted = _FOR_END.match(text, at) if word in _FOR_VERBS else None
    if wanted is not None:  # "appeals to the Union for blankets"
        return Trigger(start, force, wanted.end(), wanted.span("who"), kind, clause=False)
    return Trigger(start, force, at, whom, kind, False)


def _infinitive(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Find "to" with its verb: the end of the addressee and the start of the action."""
    for match in _TO_VERB.finditer(text, at, end):
        before = text[max(at, match.start() - 40) : match.start()].split()
        previous = before[-1].lower().strip(",;") if before else ""
        verb = match.group("verb")
        if verb in _NO_VERB or previous in _NO_TO or (verb.endswith("ing") and verb != "bring"):
            continue
        return match.start(), match.start()
    return None


def _clause(text: str, start: int, at: int, force: str, kind: str, rules: Grammar) -> Trigger:
    """Read "that X withdraw …": X is addressed, the action begins with the verb where it can be told."""
    colon = _COLON.search(text, at)
    verb = rules.clause.search(text, at, min(at + 300, colon.start() if colon else len(text)))
    if verb is not None:
        return Trigger(start, force, verb.start() + 1, (at, verb.start()), kind, True)
    if colon is not None:
        return Trigger(start, force, colon.start(), (at, colon.start()), kind, at == colon.start())
    return Trigger(start, force, at, None, kind, False)
