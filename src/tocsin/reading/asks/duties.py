# SPDX-License-Identifier: Apache-2.0
"""Duties told by a noun or an adjective: "there is a need for X to", "it is incumbent on X to", "what is needed is"."""

from __future__ import annotations

from tocsin.reading.asks import frames, phrases
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.obligations import Obligation
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late

CUES = (
    "need for",
    "importance of",
    "necessity for",
    "responsibility on",
    "incumbent on",
    "incumbent upon",
    "duty of",
    "duty for",
    "responsibility of",
    "obligation of",
    "onus is on",
    "onus is now on",
    "ball is in",
    "is up to",
    "falls to",
    "behoves",
    "consider it",
    "deem it",
    "believe it is",
    "is needed",
    "is required",
    "is essential is",
    "imperative for",
    "essential for",
    "vital for",
    "crucial for",
    "critical for",
    "important for",
    "necessary for",
    "time for",
    "time has come for",
    "time has now come for",
    "moment has come for",
    "important that",
    "important to",
)
"""Words by which a text is searched for duties, in lower case."""

_ADVERBS = r"(?:(?:now|also|therefore|thus|clearly|simply|further|still|today|only|again) )*"
_DEGREES = r"(?:(?:an?|the|our|their|its|no|more|most|very|so|of|utmost|also|now|absolutely|urgent(?:ly)?|"
_DEGREES += r"pressing|clear|great|growing|desperate|dire|critical|immediate|moral|legal|sacred|solemn|collective|"
_DEGREES += r"shared|primary|international|equally|particularly|especially|high|past|about|long|well|imperative) ){0,4}"
_FOR = late(
    rf"(?:\b(?:there|it|this)(?: is|'s| remains| was| continues to be) {_ADVERBS}{_DEGREES}"
    r"(?:need|duty|responsibility|obligation|task|imperative|essential|vital|crucial|critical|important|necessary|"
    r"time|urgent|incumbent|up|job)"
    r" (?:for|of|on|upon|to)"
    r"|\b(?:the onus is(?: now)? on|it falls to|it behoves"
    r"|the (?:time|moment|hour) has (?:now |surely |long )?come for))"
    r" (?P<who>[^.;:]{2,140}?) (?P<to>(?:not )?to) (?=[a-z])",
)
_STRESSED = late(
    r"\b(?:on|stress(?:es|ed|ing)?|underlin(?:es?|ed|ing)|underscor(?:es?|ed|ing)|emphasi[sz](?:es?|ed|ing)|"
    r"highlight(?:s|ed|ing)?|reiterat(?:es?|ed|ing)|recall(?:s|ed|ing)?|not(?:es?|ed|ing)|reaffirm(?:s|ed|ing)?|"
    r"recogni[sz](?:es?|ed|ing)|see|sees)(?: again| further| also)? (?:the|its|their|an?) "
    r"(?:\w+ ){0,2}?(?:need|importance|necessity|imperative|responsibility|obligation|duty) "
    r"(?:for|of|on) (?P<who>[^.;:]{2,140}?) (?P<to>(?:not )?to) (?=[a-z])"
)
_NEEDED = late(
    r"\bwhat(?: (?:we|i))?(?: (?:believe|think|consider|feel))?(?: is|'s) (?:now |urgently |also |most |really )*"
    r"(?:needed|required|essential|necessary|important|vital|crucial|missing)(?: (?:now|today|most|here|urgently|"
    r"at this (?:point|stage|time)))?,? is (?:that |for )?(?P<rest>[a-z])",
)
_DEEMED = late(
    r"\b(?:we|i) (?:also )?(?:consider|deem|believe|find|think)(?: that)? it (?:is |to be )?(?:an? )?"
    r"(?:\w+ ){0,2}?(?:imperative|necessary|essential|vital|crucial|urgent|important|need|duty)(?: need)? "
    r"(?:to|that) (?P<rest>[a-z])",
)
_IMPORTANT = late(
    rf"\bit is {_ADVERBS}(?:also |equally |particularly |vitally |critically |most |extremely |very |of utmost )*"
    r"important(?:ly)? (?:to|that) (?P<rest>[a-z])"
)
_NO_NEED = late(r"\bno need|\bnot\b[^,]{0,12}\b(?:need|time|up|duty|job)")
_OPENING = 90
"""Code points before a cue within which its clause begins."""
_ENDS = frozenset({"stop", "end", "cease", "be"})
_PRONOUNS = frozenset({"me", "him", "her", "it", "them", "that", "this", "what"})


def find(sentence: Sentence, start: int) -> Obligation | None:
    """Read the duty whose cue stands at a view offset; None where nobody is bound and nothing is said to be needed."""
    if sentence.tokens[-1].word == "?":
        return None
    begin = max(sentence.start, start - _OPENING)
    words = sentence.draft.content[begin : sentence.end].lower()
    bound = _FOR.search(words) or _STRESSED.search(words)
    if bound is not None and _NO_NEED.search(bound.group()) is None:
        first, last = _span(sentence, begin, bound.span("who"))
        if first > last or sentence.word(first) in _PRONOUNS:
            return None
        action = sentence.index(begin + bound.start("to"))
        if not phrases.names_somebody(sentence, first, last):
            stops = sentence.word(action + 1) in _ENDS  # "it is time for the shelling to stop"
            return Obligation(to=None, action=first) if stops else None
        return Obligation(to=(first, last), action=action)
    for pattern in (_NEEDED, _DEEMED, _IMPORTANT):
        found = pattern.search(words)
        if found is not None:
            return parted(sentence, sentence.index(begin + found.start("rest")))
    return None


_ASKED = Trigger(index=0, lemma="demand", force="demand", form="base", first=True)


def parted(sentence: Sentence, first: int) -> Obligation:
    """Part a clause of what is needed into who is to act and what is to be done, where it tells the two apart."""
    clause = frames.clause(sentence, _ASKED, first)
    if clause is not None and clause.to is not None and clause.action is not None:
        return Obligation(to=clause.to, action=clause.action)
    for at in range(first + 1, min(first + _SUBJECT, len(sentence.tokens))):
        word = sentence.word(at)
        if word in {",", ";", ":", "that", "who", "which", "is", "are"}:
            break
        if (
            word.endswith("s")
            and word[:-1] in sentence.grammar.verbs
            and phrases.names_somebody(sentence, first, at - 1)
        ):
            plural = sentence.word(at - 1).endswith("s") or sentence.word(at - 1) in sentence.grammar.nouners
            return Obligation(to=None if plural else (first, at - 1), action=first if plural else at)
    return Obligation(to=None, action=first)


_SUBJECT = 10
"""Tokens that the subject of such a clause may have."""


def _span(sentence: Sentence, begin: int, span: tuple[int, int]) -> tuple[int, int]:
    return sentence.index(begin + span[0]), sentence.index(begin + span[1]) - 1
