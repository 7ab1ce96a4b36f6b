# SPDX-License-Identifier: Apache-2.0
"""Clefts: "What we want from Ardesh is a list", "A list is what we expect from Ardesh", "All we ask is that …"."""

from __future__ import annotations

import re

from tocsin.reading.asks import frames, phrases
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late

_VERBS = {
    "ask": "request",
    "asks": "request",
    "asked": "request",
    "request": "request",
    "want": "request",
    "wants": "request",
    "need": "request",
    "needs": "request",
    "seek": "request",
    "seeks": "request",
    "demand": "demand",
    "demands": "demand",
    "require": "demand",
    "requires": "demand",
    "expect": "expect",
    "expects": "expect",
    "urge": "urge",
    "propose": "propose",
    "proposes": "propose",
    "recommend": "recommend",
    "recommends": "recommend",
    "beg": "implore",
    "hope": "hope",
    "asking": "request",
    "requesting": "request",
    "seeking": "request",
    "demanding": "demand",
    "proposing": "propose",
    "expecting": "expect",
    "begging": "implore",
}
_WHO = r"(?P<who>we|i|they|he|she|(?:the |our |my )?[\w'’ -]{2,60}?)"
_VERB = rf"(?P<verb>{'|'.join(_VERBS)})"
_WHOM = r"(?:\s+(?:from|of|for|to)\s+(?P<whom>[^,.;:?]{2,90}?))?"
_OPENING = late(
    r"(?:what|all(?: that)?|there (?:is|are) (?:only |but |just )?(?:one|two|three|a single) things?(?: that)?|"
    r"the (?:one|only|first|least|single) (?:thing|step|measure)s?(?: that)?)\s+"
    rf"{_WHO}\s+(?:(?:now|also|really|urgently|most|still|would|can|do|have to|to|is|are|am)\s+)*{_VERB}{_WHOM}"
    r"(?:,[^,.;:]{2,40},)?(?:\s+(?:now|today|most|above all))?(?:\s+(?:is|are|was)(?:\s+(?:simple|clear|this|these|"
    r"modest|not much|very simple|simply|only|just))*\s*:?|\s*:)\s+(?P<action>\S)",
)
_CLOSING = late(
    rf"\s(?:is|are|was|were)\s+(?:all(?: that)?|what|the (?:least|minimum)(?: that)?)\s+{_WHO}\s+"
    rf"(?:(?:now|also|would|can|do|is|are|am|was|were|has been|have been)\s+)*{_VERB}"
    r"(?:\s+(?:from|of|on|upon|to)\s+(?P<whom>[^,.;:?]{2,90})|(?=[,.;]))"
)
_ONE_THING = late(
    rf"(?P<who>we|i|they|(?:the |our )?[\w'’ -]{{2,60}}?)\s+(?:(?:now|only|just)\s+)*{_VERB}\s+(?:only |just |but )?"
    rf"(?:one|a single|two|three) (?:single |simple )?things?{_WHOM}\s*:\s+(?P<action>\S)"
)
_PASSIVE = late(
    r"(?:what|all(?: that)?)\s+(?:is|are)\s+(?:(?:being|now|therefore|urgently|simply|only|hereby)\s+)*"
    r"(?P<verb>sought|requested|asked|demanded|wanted|proposed|expected|recommended|called)(?:\s+for)?"
    r"(?:\s+(?:of|from)\s+(?P<whom>[^,.;:?]{2,60}?))?\s+(?:is|are)(?:\s+(?:simply|only|just))?\s*:?\s+(?P<action>\S)",
)
_PARTICIPLES = {
    "demanded": "demand",
    "proposed": "propose",
    "expected": "expect",
    "recommended": "recommend",
    "called": "call",
}
_ONLY_SAYS = late(
    r"(?:(?:very|quite|really|so|perfectly|equally) )?(?:simple|clear|plain|modest|little|not much|known|well known|"
    r"reasonable|nothing new|no secret)[.!:]?\"?"
)
"""What only says how much is asked for."""
_BEFORE = (": what ", "; what ", ", what ", " say what ", " says what ", " said what ", " that what ")
_WORDS = ("what ", "all ", "thing", "the least", "step ", "measure")


def find(sentence: Sentence) -> tuple[Trigger, Complement] | None:
    """Read a cleft in a sentence; None where there is none."""
    content = sentence.draft.content
    words = content[sentence.start : sentence.end].lower()
    if not any(word in words for word in _WORDS):
        return None
    found = (
        _sought(sentence, words) or _opened(sentence, words) or _one_thing(sentence, words) or _closed(sentence, words)
    )
    if found is not None and found[1].action is not None and found[1].action < len(sentence.tokens):
        start = sentence.tokens[found[1].action].start
        if _ONLY_SAYS.fullmatch(content, start, sentence.end):
            return None  # "What we want from Ardesh is very simple."
    return found


def _trigger(sentence: Sentence, found: re.Match[str]) -> Trigger:
    """Make the trigger of a cleft from its verb and who asks."""
    return Trigger(
        index=sentence.index(sentence.start + found.start("verb")),
        lemma="cleft",
        force=_VERBS[found["verb"]],
        form="base",
        first=found["who"] in {"we", "i"},
        subject=_span(sentence, found.span("who")),
    )


def _one_thing(sentence: Sentence, words: str) -> tuple[Trigger, Complement] | None:
    """Read "they want only one thing: that the guards leave"."""
    found = _ONE_THING.search(words) if "thing" in words else None
    if found is None:
        return None
    trigger = _trigger(sentence, found)
    action = sentence.index(sentence.start + found.start("action"))
    return trigger, _what(sentence, trigger, action, _span(sentence, found.span("whom")) if found["whom"] else None)


def _what(sentence: Sentence, trigger: Trigger, action: int, whom: tuple[int, int] | None) -> Complement:
    """Give what is asked from a token on, the clause where it opens with "that"."""
    clause = frames.clause(sentence, trigger, action + 1) if sentence.word(action) == "that" else None
    if clause is not None:
        return Complement(by="ask.cleft", to=whom or clause.to, action=clause.action)
    return Complement(by="ask.cleft", to=whom, action=action)


def _sought(sentence: Sentence, words: str) -> tuple[Trigger, Complement] | None:
    """Read "What is being sought is an extension", in its issuer's own words."""
    found = _PASSIVE.match(words)
    if found is None or sentence.draft.blocks[sentence.block].voice != "issuer":
        return None
    force = _PARTICIPLES.get(found["verb"], "request")
    at = sentence.index(sentence.start + found.start("verb"))
    trigger = Trigger(index=at, lemma="cleft", force=force, form="base", first=True)
    action = sentence.index(sentence.start + found.start("action"))
    whom = _span(sentence, found.span("whom")) if found["whom"] else None
    return trigger, _what(sentence, trigger, action, whom)


def _opened(sentence: Sentence, words: str) -> tuple[Trigger, Complement] | None:
    at = max(words.find(word) for word in _BEFORE)
    begin = words.find("what", at) if at >= 0 else len(words) - len(words.lstrip("\"' "))
    found = _OPENING.match(words, begin)
    if found is None:
        return None
    action = _past_denial(sentence, sentence.index(sentence.start + found.start("action")))
    if (
        action is None
        or action + 1 >= len(sentence.tokens)
        or sentence.word(action) in {"simple", "clear", "this", "these", "modest"}
    ):
        return None
    first = found["who"] in {"we", "i"}
    if not first and found["whom"] is None and sentence.word(action) != "that":
        return None
    whom = _span(sentence, found.span("whom")) if found["whom"] else None
    if whom is not None and not phrases.names_somebody(sentence, *whom):
        whom = None
    trigger = _trigger(sentence, found)
    return trigger, _what(sentence, trigger, action, whom)


def _past_denial(sentence: Sentence, action: int) -> int | None:
    """Pass over what is not asked: "What I ask is not money; it is that …", "… not pity but work"."""
    if sentence.word(action) != "not":
        return action
    for at in range(action + 2, min(action + _DENIED, len(sentence.tokens) - 1)):
        if sentence.word(at) == "but":
            return at + 1
        if sentence.word(at) == "it" and sentence.word(at + 1) == "is" and sentence.word(at - 1) in {";", ",", "."}:
            return at + 2
    return None


_DENIED = 14
"""Tokens that what is not asked may have."""


def _closed(sentence: Sentence, words: str) -> tuple[Trigger, Complement] | None:
    found = _CLOSING.search(words)
    if found is None:
        return None
    first = found["who"] in {"we", "i"}
    whom = _span(sentence, found.span("whom")) if found["whom"] else None
    if not (first and whom is None) and (whom is None or not phrases.names_somebody(sentence, *whom)):
        return None
    noun = sentence.word(sentence.index(sentence.start + found.start() + 1) - 1)
    if whom is None and not sentence.grammar.is_thing(noun):
        return None
    trigger = _trigger(sentence, found)
    return trigger, Complement(by="ask.cleft", to=whom, action=1 if sentence.word(0) == '"' else 0)


def _span(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    first, last = sentence.index(sentence.start + span[0]), sentence.index(sentence.start + span[1]) - 1
    return (first, last) if last >= first else None
