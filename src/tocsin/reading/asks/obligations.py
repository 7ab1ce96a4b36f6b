# SPDX-License-Identifier: Apache-2.0
"""Obligations: what somebody must or should do, said without a verb of asking; an implicit ask."""

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
    ", which who whom whose where when if as because although though while whether than how what why that".split()
)
_PRONOUNS = frozenset("i we you he she they it this these those there one who nobody everything nothing what".split())
_AUX = frozenset({"not", "be", "have", "been", "also", "never"})


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
    subject = first
    while (
        subject > 0
        and sentence.word(subject - 1) not in _BREAKS
        and sentence.word(subject - 1) not in {";", ":", '"', "but", "said", "—", "–"}
    ):
        subject -= 1
    if subject and sentence.word(subject - 1) in _BREAKS - {",", "that"}:
        return None
    if subject == first or sentence.word(subject) in _PRONOUNS:
        return None
    verb = after
    while sentence.grammar.is_adverb(sentence.word(verb)) or sentence.word(verb) in {"not", "and"}:
        verb += 1
    passive = sentence.word(verb) == "be"
    if sentence.word(verb + 1 if passive else verb) in sentence.grammar.cognition:
        return None
    if passive and not sentence.word(verb + 1).endswith(("ed", "n", "t", "ly")):
        return None
    if passive:
        return Obligation(to=None, action=subject)
    if not phrases.names_somebody(sentence, subject, first - 1):
        return None
    return Obligation(to=(subject, first - 1), action=after)
