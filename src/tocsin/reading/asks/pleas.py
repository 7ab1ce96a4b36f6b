# SPDX-License-Identifier: Apache-2.0
"""Pleas: clauses that ask by their mood alone – "open one road", "do not …", "let the two sides talk"."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass

from tocsin.reading.asks import frames, phrases
from tocsin.reading.asks.sentences import Sentence

_OBJECTS = frozenset(
    "the a an all any every each both our your their its his her my this that these those them him it us me no one "
    "two three not yourselves yourself".split()
)
_WAYS = frozenset(
    "away back down out up off in on to with from for at by against and now here home there together before until "
    "after , .".split()
)
_FINITE = frozenset("is are was were has have had will would must should could can may says said does did".split())
_ABLE = frozenset({"can", "could", "must", "may", "should"})
_RELATIVES = frozenset("what whatever who whoever which where how".split())
_ENDING = frozenset("stop cease end halt quit".split())
_THROUGH = frozenset("out in through by past".split())
_NOBODY = frozenset({"no", "nobody", "none", "noone"})
_HELD_TRUE = frozenset(
    "say claim pretend doubt think believe imagine forget suppose assume mistake tell wonder complain".split()
)
_NOT_LET = frozenset("there it's us me 's alone go".split())
_WRITTEN = frozenset("\" ' ( [ - – — • *".split())
GREETED = frozenset(
    "prime mr mrs ms dr . dear my mister madam sir brothers sisters friends brother sister gentlemen ladies and "
    "comrades colleagues excellency excellencies minister president general generals".split()
)
_IN_GREETINGS = GREETED | {"of", "the"}
VOCATIVE = 8
"""Tokens that a vocative may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plea:
    """A clause that asks by its mood: its first token, its force, the spans of who is to act and who is called."""

    action: int
    force: str
    to: tuple[int, int] | None = None
    called: tuple[int, int] | None = None


def find(sentence: Sentence, first: int) -> Plea | None:
    """Read the clause that begins at a token; None where it asks nothing by its mood."""
    at = first
    while sentence.word(at) in _WRITTEN:
        at += 1
    blank = sentence.word(at + 1) == sentence.word(at + 2) == "." or sentence.word(at + 1).startswith("__")
    if _yields(sentence) or blank:
        return None  # "Name .......": a form to fill in
    at = _past_oath(sentence, at)
    plea = _mood(sentence, at)
    if plea is not None:
        return plea
    if sentence.word(at) in {"please", "kindly"} and sentence.word(at + 1) == ",":
        at += 2
    comma = _vocative(sentence, at)
    if comma is None:
        return None
    plea = _mood(sentence, comma + 1)
    return plea and Plea(action=plea.action, force=plea.force, to=plea.to, called=(at, comma - 1))


def _past_oath(sentence: Sentence, at: int) -> int:
    """Pass over what a plea swears by: "by God, send us somebody", "for heaven's sake, open it"."""
    if sentence.word(at) not in {"by", "for", "in"}:
        return at
    comma = next((i for i in range(at + 1, at + _OATH) if sentence.word(i) == ","), None)
    sworn = comma is not None and any(sentence.word(i).removesuffix("'s") in _SWORN for i in range(at + 1, comma))
    return comma + 1 if comma is not None and sworn else at


_OATH = 8
_SWORN = frozenset({"god", "allah", "heaven", "mercy", "pity", "christ", "humanity"})


def _yields(sentence: Sentence) -> bool:
    """Say whether a bidding only grants what it cannot hinder: "Ration us if you must."."""
    last = len(sentence.tokens) - 1
    ends = [sentence.word(at) for at in range(last - 3, last)]
    return ends[:2] == ["if", "you"] and ends[2] in {"must", "like", "will", "wish", "please", "want", "dare"}


def _vocative(sentence: Sentence, first: int) -> int | None:
    """Give the comma that closes a vocative: "Mr. President, …", "Brothers and sisters, …"."""
    for at in range(first, min(first + VOCATIVE, len(sentence.tokens))):
        if sentence.word(at) == ",":
            return at if at > first else None
        if not (sentence.tokens[at].capital or sentence.word(at) in _IN_GREETINGS):
            return None
    return None


def _mood(sentence: Sentence, at: int) -> Plea | None:
    polite = False
    while sentence.word(at) in {"please", "then", "so", "therefore", "just", "at", "least", "first", "kindly"}:
        polite = polite or sentence.word(at) in {"please", "kindly"}
        at += 2 if polite and sentence.word(at + 1) == "," and sentence.word(at) in {"please", "kindly"} else 1
    if is_formula(sentence, at):
        return None
    if (asked := _so_good(sentence, at)) is not None:
        return Plea(action=asked, force="request")
    word = sentence.word(at)
    if word in {"do", "don't", "never"}:
        return _forbidding(sentence, at, polite=polite)
    if polite and [sentence.word(at + step) for step in range(3)] in _LET_KNOW:
        return Plea(action=at, force="request")
    if word in {"let", "may"}:
        return _optative(sentence, at)
    if polite and sentence.grammar.is_verb(word) and word not in _FINITE and sentence.word(at + 1) not in _FINITE:
        return Plea(action=at, force="request")
    if not _orders(sentence, at):
        return None
    if word == "come":
        return Plea(action=at, force="invite")
    return Plea(action=at, force="demand" if word in _ENDING | {"free", "release"} else "call")


def is_formula(sentence: Sentence, at: int) -> bool:
    """Say whether a letter only says how it goes on: "please find attached", "do not hesitate to contact us"."""
    word, after = sentence.word(at), sentence.word(at + 1)
    if word == "be":
        return after in {"informed", "advised", "notified", "aware", "assured", "reminded", "apprised"}
    if word == "make" and [after, sentence.word(at + 2)] == ["no", "mistake"]:
        return True
    if word == "find":
        return after in {"attached", "enclosed", "below", "herewith", "here"}
    return [word, after, sentence.word(at + 2)] == ["do", "not", "hesitate"]


def _so_good(sentence: Sentence, at: int) -> int | None:
    """Give what "be so good as to …" and "be kind enough to …" ask for."""
    if [sentence.word(at + step) for step in range(4)] == ["see", "to", "it", "that"]:
        return at
    if sentence.word(at) != "be" or {sentence.word(at + 1), sentence.word(at + 2)}.isdisjoint({"good", "kind"}):
        return None
    to = next((i for i in range(at + 3, at + 6) if sentence.word(i) == "to"), None)
    return to + 1 if to and sentence.word(to - 1) in {"as", "enough"} and to + 1 < len(sentence.tokens) else None


_LET_KNOW = [["let", "us", "know"], ["let", "me", "know"], ["let", "us", "have"], ["let", "me", "have"]]


def _forbidding(sentence: Sentence, at: int, *, polite: bool) -> Plea | None:
    verb = at + (2 if sentence.word(at) == "do" else 1)
    if sentence.word(at) == "do" and sentence.word(at + 1) != "not":
        return None
    force = "request" if polite else "demand"
    if sentence.word(verb) == ",":
        aside = next((i for i in range(verb + 1, min(verb + 8, len(sentence.tokens))) if sentence.word(i) == ","), None)
        if aside is None:
            return None
        begs = any(sentence.word(i) in {"beg", "implore", "beseech", "entreat"} for i in range(verb, aside))
        asks = any(sentence.word(i) in {"please", "ask"} for i in range(verb, aside))
        force = "implore" if begs else "request" if asks else "call"
        verb = aside + 1
    while sentence.grammar.is_adverb(sentence.word(verb)):
        verb += 1
    if not sentence.grammar.is_verb(sentence.word(verb)) or sentence.word(verb) in _MINDED:
        return None
    return Plea(action=at, force=force)


_MINDED = frozenset("think forget imagine doubt mistake worry misunderstand suppose".split())
"""What nobody is bidden to do or not to do: "do not think that …"."""


def _optative(sentence: Sentence, at: int) -> Plea | None:
    """Read "let X do Y" and "may X do Y", where X is somebody or something done to."""
    if sentence.word(at + 1) in _NOT_LET | {"i", "we", "be", "not", "have"}:
        return None
    said = 3 if sentence.word(at + 1) == "no" else 2
    if sentence.word(at + 1) in _NOBODY and sentence.word(at + said) in _HELD_TRUE:
        return None  # "let no one say that he was not told"
    blessed = sentence.word(at) == "may"
    if not blessed and any(sentence.word(index) in _THROUGH for index in range(at + 2, at + 7)):
        return Plea(action=at, force="call")
    for verb in range(at + 2, min(at + 14, len(sentence.tokens))):
        word, before = sentence.word(verb), sentence.word(verb - 1)
        if word in {".", ",", ";", ":", "?"} or word in _FINITE:
            return None
        if (
            verb < at + _NAME
            and word in frames.NOUN_VERBS | {"guard", "patrol"}
            and sentence.word(verb + 1) in sentence.grammar.verbs
        ):
            continue  # "let its coast guard go"
        if word == "be" or (
            word in sentence.grammar.verbs
            and not sentence.tokens[verb].capital
            and (before in {"all", "more", "most", "few"} or before not in sentence.grammar.nouners)
        ):
            somebody = word != "be" and phrases.names_somebody(sentence, at + 1, verb - 1)
            if blessed and not (somebody and _may_hear(sentence, at + 1, verb - 1)):
                return None
            return Plea(action=at, force="hope" if blessed else "call", to=(at + 1, verb - 1) if somebody else None)
    return None


_NAME = 6
"""Tokens from "let" within which a noun that is a verb too stands in a name."""


def _may_hear(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a wish is said to those who can fulfil it, not to heaven: "may the ministers find …"."""
    agents = any(sentence.word(at) in sentence.grammar.agents for at in range(first, last + 1))
    return agents or sentence.word(first) == "you" or frames.is_known(sentence, first, last)


def _orders(sentence: Sentence, at: int) -> bool:
    """Say whether the word at a token is an imperative: what follows is an object or a way, not the verb of a noun."""
    word, after = sentence.word(at), sentence.word(at + 1)
    if word not in sentence.grammar.verbs or word in {"be", "have", "count"}:
        return word == "be" and after in {"ready", "the", "a", "merciful", "brave"}
    told = next((index for index in range(at + 1, at + 4) if sentence.word(index) in _FINITE), None)
    if told is not None and told > at + 1:
        related = any(sentence.word(index) in _RELATIVES for index in range(at + 1, told))
        told = None if related and sentence.word(told) in _ABLE else told  # "give back what can be given"
    if told is not None:
        return after in _OBJECTS - {"that", "this", "all", "no"}
    if word == "vote" and after in {"for", "against", "no", "yes", "in"}:
        return True
    if after in _OBJECTS or (after in _WAYS and word not in frames.NOUN_VERBS):
        return True
    if after in _PARTICLES and (sentence.word(at + 2) in _OBJECTS | _WAYS or _names(sentence, at + 2)):
        return True  # "hand over the men", "call off Sunday's march"
    if word in _ENDING and after.endswith("ing"):
        return True
    return (
        word in sentence.grammar.slogans
        and after.isalpha()
        and word not in frames.NOUN_VERBS
        and not after.endswith("s'")
    )


def _names(sentence: Sentence, at: int) -> bool:
    """Say whether a name or a plural stands at a token, as the object of a verb does."""
    word = sentence.word(at)
    return word.isalpha() and (sentence.tokens[at].capital or (word.endswith("s") and not word.endswith("ss")))


_PARTICLES = frozenset({"over", "off", "up", "down", "back", "out", "away"})


def bare(sentence: Sentence, at: int) -> Plea | None:
    """Read what is said to somebody without a verb: "To the Ministry: rotation after twelve months"."""
    words = [sentence.word(index) for index in range(at, len(sentence.tokens))]
    if len(words) <= _BRIEF or not _TELLING.isdisjoint(words):
        return None
    if sentence.word(at) in {"your", "our", "my", "their", "its", "his", "her"}:
        return None  # "To you who hold the files: your office keeps …"
    wanted = sentence.word(at) in {"no", "not"} or phrases.names_thing(sentence, at)
    return Plea(action=at, force="demand") if wanted else None


_TELLING = frozenset(
    "is are was were has have had will would can could must should may i we you he she it they thank thanks here "
    "there".split()
)
"""Words with which what is said to somebody tells something, and asks for nothing."""
_BRIEF = 3
"""Tokens that a wish without a verb has more than."""
