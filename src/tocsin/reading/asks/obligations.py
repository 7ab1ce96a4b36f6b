# SPDX-License-Identifier: Apache-2.0
"""Obligations: what somebody must or should do, said without a verb of asking; an implicit ask."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass

from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence

CUES = (
    "must",
    "should",
    "needs to",
    "need to",
    "has to",
    "have to",
    "is obligated to",
    "are obligated to",
    "is obliged to",
    "are obliged to",
    "ought to",
)
"""Modal words and phrases, in lower case."""

IMPERSONAL = tuple(
    f"{it} {adjective} {to}"
    for it in ("it is", "it's")
    for adjective in (
        "necessary",
        "imperative",
        "essential",
        "vital",
        "crucial",
        "urgent",
        "critical",
        "time",
        "high time",
    )
    for to in ("to", "that")
)
"""Impersonal phrases before an action."""

_BREAKS = frozenset(
    ", ; : but said and which who whom whose where when if as because although though while whether than how "
    "what why that — – -".split()
)
_SUBORDINATES = frozenset(
    "which who whom whose where when if as because although though while whether than how what why".split()
)
_PRONOUNS = frozenset("i we you he she they it this these those there one who nobody everything nothing what".split())
_FINITE = frozenset(
    "is are was were be been has have had will would may might can could does do did not said says".split()
)
_LONGEST = 14
"""Tokens that a subject may have; longer ones hide a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Token spans: `to` the subject that has the duty (None where impersonal or passive), `action` its first token."""

    to: tuple[int, int] | None
    action: int


def find(sentence: Sentence, start: int, end: int) -> Obligation | None:
    """Read the sentence around a cue at a view span; None where it lays no duty on anybody."""
    first, after = sentence.index(start), sentence.index(end)
    if sentence.tokens[-1].word == "?" or after >= len(sentence.tokens):
        return None
    if sentence.word(first) in {"it", "it's"}:
        return Obligation(to=None, action=after)
    last = _before_apposition(sentence, first)
    subject = _subject(sentence, last + 1)
    if subject is None:
        return None
    verb = after
    while sentence.grammar.is_adverb(sentence.word(verb)) or sentence.word(verb) in {"not", "and"}:
        verb += 1
    passive = sentence.word(verb) == "be"
    if sentence.word(verb) == "do" and sentence.word(verb + 1) == "with":
        return None
    if sentence.word(verb + 1 if passive else verb) in sentence.grammar.cognition:
        return None
    if passive:
        participle = sentence.word(verb + 1)
        return Obligation(to=None, action=subject) if participle.endswith(("ed", "n", "t", "ly")) else None
    if not sentence.grammar.is_verb(sentence.word(verb)) or not phrases.names_somebody(sentence, subject, last):
        return None
    return Obligation(to=(subject, last), action=after)


def _before_apposition(sentence: Sentence, cue: int) -> int:
    """Give the last token of the subject before a cue, an apposition in commas left out: "X, above all Y, must"."""
    if sentence.word(cue - 1) != ",":
        return cue - 1
    comma = next((at for at in range(cue - 3, max(-1, cue - _APPOSED), -1) if sentence.word(at) == ","), 0)
    return comma - 1 if comma > 0 and sentence.word(comma + 1) not in _CLAUSES else cue - 1


_APPOSED = 24
"""Tokens that an apposition may have."""
_CLAUSES = frozenset("he she it they we i you there this that if when while as after before and but or so".split())


def _subject(sentence: Sentence, cue: int) -> int | None:
    """Give the first token of the subject that ends before the cue; None where it is a pronoun or no main clause's."""
    at = cue
    while at > 0 and sentence.word(at - 1) not in _BREAKS - {"and"}:
        at -= 1
    if at == cue or cue - at > _LONGEST or sentence.word(at) in _PRONOUNS or sentence.word(cue - 1) in _PRONOUNS:
        return None
    if at and sentence.word(at - 1) in _SUBORDINATES:
        return None
    # "food that the government must provide": "that" after a noun relates, after a verb it reports.
    if at and sentence.word(at - 1) == "that" and not _reports(sentence, at - 1):
        return None
    words = [sentence.word(index) for index in range(at, cue)]
    if set(words) & _FINITE or (sentence.word(cue) in {"need", "have"} and words[-1] in {"the", "a", "no", "of"}):
        return None
    return at


_REPORTS = frozenset(
    "said says believe believes convinced insist insists stress stresses stressed emphasise emphasize "
    "emphasize emphasized reiterate "
    "reiterates declare declares declared added clear maintain maintains think consider affirm underline "
    "underlined argued argues noted notes stated states reiterated explained wrote writes concluded underscored warned "
    "warns tweeted agreed agree agrees maintained recalled asserted".split()
)
_TELLS = frozenset("told tells reminded reminds warned informed".split())
_TOLD = 7
"""Tokens that whom somebody tells may have: "told the Issel Daily that"."""


def _reports(sentence: Sentence, that: int) -> bool:
    """Say whether "that" at a token opens what somebody said: "said that", "told the Issel Daily that"."""
    if that < 1:
        return False
    if sentence.word(that - 1) in _REPORTS:
        return True
    before = [sentence.word(at) for at in range(max(0, that - _TOLD), that)]
    return "," not in before and not _TELLS.isdisjoint(before)
