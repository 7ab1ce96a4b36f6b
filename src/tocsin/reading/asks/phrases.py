# SPDX-License-Identifier: Apache-2.0
"""Noun phrases: where one ends, what its head is, whether it names somebody or something to be done."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.naming import names
from tocsin.reading.patterns import late

_CLOSES = frozenset(
    "of for in to from on by with against into at , that which who whom whose and or - – — ( ) ; : . ! ? "
    "including as between over under within without through toward towards during until before after "
    "near along inside outside across around".split()
)
_PRONOUNS = frozenset("you them it him her us everyone all those each these whoever whomever anyone everybody".split())
_KINDS_OF_PEOPLE = late(r"[a-z-]{2,}(?:[^aeiou]ers|ors|ists|ians|[td]ants|yees|[^r]ees|men|women|folk|people)")
_NOT_PEOPLE = frozenset(
    "papers powers numbers letters orders matters shelters borders computers others corridors doors factors sectors "
    "errors restaurants grants plants fees guarantees trees centers centres chapters quarters rivers waters barriers "
    "offers covers rangers tankers bunkers trailers containers posters banners rollers towers flowers answers "
    "headquarters boosters warrants covenants variants elements weapons disasters dangers failures fighters' "
    "doctors' "
    "degrees decrees committees referees' knees bees sevens hours ours yours theirs motors tractors reactors errors "
    "floors colors colours orders levers boulders folders tenders feeders crossers rulers' layers prayers meters "
    "liters litres metres kilometers theaters registers filters counters trucks drivers' specimen abdomen regimen "
    "omen acumen ceilings mirrors terrors horrors harbors harbours visors sensors conveyors rotors vectors' vectors "
    "indicators generators ventilators incubators refrigerators elevators excavators detectors radiators calculators "
    "merchants' pollutants disinfectants antioxidants consonants".split()
)
_LEADS = frozenset("the a an all both any every each its their our his her my your this that these those".split())


def head(sentence: Sentence, first: int, last: int) -> int:
    """Give the token index of the head of the phrase that begins at `first`: the last word before a preposition."""
    at = first
    while at < last and (at == first or sentence.word(at) not in _CLOSES):
        if sentence.word(at + 1) == "and" and _describes(sentence.word(at)):
            at += 2  # "the immediate and unconditional release"
            continue
        if _is_told_of(sentence, at, last) or (at < last and _is_when(sentence, at + 1)):
            return at
        closed = sentence.word(at + 1) == '"' and sentence.word(at + 2) in _CLOSES  # "a "safe road" to"
        if (closed or sentence.word(at + 1) in _CLOSES) and sentence.word(at) not in _LEADS | {'"'}:
            # "groups operating in", "States hosting": the participle tells which, the noun before it whom
            part = at > first and sentence.word(at).endswith("ing") and sentence.word(at - 1) in sentence.grammar.agents
            return at - part
        at += 1
    return min(at, last)


def _is_told_of(sentence: Sentence, at: int, last: int) -> bool:
    """Say whether a participle tells which people a plural means: "States hosting refugees", "people living there"."""
    word, after = sentence.word(at), sentence.word(at + 1)
    people = word in sentence.grammar.agents and (word.endswith("s") or word == "people")
    return people and at + 1 < last and after.endswith("ing") and len(after) > len("doing")


_SPANS = frozenset("morning afternoon evening night week month year weekend".split())


def _is_when(sentence: Sentence, at: int) -> bool:
    """Say whether a time stands behind a noun: "called on Ardesh this morning to …"."""
    word = sentence.word(at)
    return word in {"yesterday", "today", "tonight"} or (word in {"this", "last"} and sentence.word(at + 1) in _SPANS)


_QUALITIES = frozenset(
    "immediate full safe free prompt swift fair just transparent independent permanent urgent thorough complete rapid "
    "quick early open public equal proper appropriate adequate direct clear firm strong serious decent frank honest "
    "joint".split()
)


def _describes(word: str) -> bool:
    """Say whether a word before "and" tells of what kind the noun is that comes after another such word."""
    return word in _QUALITIES or word.endswith(("ful", "ous", "ive", "able", "ible", "onal", "tial"))


def names_somebody(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the phrase from token `first` to `last` names an actor rather than an action or a thing."""
    if first > last or first >= len(sentence.tokens):
        return False
    last = min(last, len(sentence.tokens) - 1)
    word = sentence.word(first)
    if word in _PRONOUNS and (word not in {"all", "those", "each", "these", "her", "its"} or first == last):
        return True
    if word in {"whoever", "whomever", "anyone", "everyone"} or (word == "both" and first == last):
        return True
    if word in {"the", "all"} and sentence.word(first + 1) in {"two", "three", "four"} and last == first + 1:
        return True
    if word in {"all", "those", "each"} and sentence.word(first + 1) in {
        "who",
        "of",
        "those",
        "with",
        "concerned",
        "responsible",
        "involved",
    }:
        return True
    if (
        word[:1].isdigit()
        or "$" in sentence.text(first, min(first + 2, last))
        or "€" in sentence.text(first, min(first + 2, last))
    ):
        return False
    at = head(sentence, first, last)
    noun = sentence.word(at)
    if noun in sentence.grammar.agents or is_people(noun):
        return True
    if sentence.word(at + 1) == "and" and at + 2 <= last:  # "the defence and security forces"
        beside = sentence.word(head(sentence, at + 2, last))
        if beside in sentence.grammar.agents or is_people(beside):
            return True
    if sentence.grammar.is_thing(noun) and not (sentence.tokens[at].capital and not sentence.headline):
        return False
    span = sentence.tokens[first].start, sentence.tokens[at].end
    return bool(names.parties(sentence.draft, *span)) or (sentence.tokens[at].capital and not sentence.headline)


def is_people(noun: str) -> bool:
    """Say whether a plural is a kind of people by its ending: "importers", "evacuees"."""
    return noun not in _NOT_PEOPLE and _KINDS_OF_PEOPLE.fullmatch(noun) is not None


def names_thing(sentence: Sentence, first: int) -> bool:
    """Say whether the phrase from token `first` names something to be done."""
    last = min(first + 9, len(sentence.tokens) - 1)
    if first > last:
        return False
    return sentence.grammar.is_thing(sentence.word(head(sentence, first, last)))
