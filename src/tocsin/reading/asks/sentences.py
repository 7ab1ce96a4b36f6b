# SPDX-License-Identifier: Apache-2.0
"""A sentence in tokens, as the constructions of asking walk it."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, cast

from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late

_TOKEN = late(r"[A-Z]\.(?:[A-Z]\.)+(?=\s+\w)|[^\W_]\w*(?:(?!['.-])|(?:['.-]+\w+)*)|[^\w\s]")
_STOPS = frozenset({".", ";", "?", "!", ":", "because", "although", "but"})
_TAKES_INFINITIVE = frozenset(
    "right rights ability order need opportunity power able unable obligation duty attempt attempts plan "
    "plans decision refusal failure commitment "
    "willing chance way means designed intended mandated created established authorised authorized entitled "
    "obliged obligated required empowered tasked "
    "committed bound meant aimed used elected appointed sworn formed founded position set likely ready free "
    "supposed going trying seeking hoping "
    "threatening refusing pledging promising vowing offering agreeing preparing helping "
    "wanting wishing claiming continuing failing determined forced".split()
)


_RELATIVES = frozenset({"who", "which", "that"})
_GO_ON = frozenset(
    "continue continues continued want wants wanted seek seeks sought try tries tried refuse refuses refused begin "
    "began fail fails failed wish wishes need needs hope hopes intend intends attempt attempts threaten threatens "
    "have has had dare help helps helped work works worked strive strives persist claim claims choose chose "
    "decide decided".split()
)
"""Verbs of a relative clause that take an infinitive of their own."""
_POWERS = frozenset({"occupying", "administering", "protecting", "detaining", "guarantor", "ruling"})
_TITLES = frozenset("mr mrs ms dr prof gen col maj capt lt sgt sen rep gov rev hon msgr st".split())
_RELATED = 5
"""Tokens from a relative pronoun within which such a verb stands."""
_PARTICIPLES = frozenset(
    "held brought given made put kept set sent taken paid met shown withdrawn heard found built rebuilt undone done "
    "drawn led left told sought understood dealt borne broken spent cut dug shut born upheld begun seen known".split()
)
"""Participles that do not end in "ed"."""
_ALL = frozenset({"all", "both", "each"})
_NAMES = {"WHO": "w.h.o", "US": "u.s"}
"""Names in capitals that would read as pronouns."""


class Token(NamedTuple):
    """A word or mark; `word` is lower case, `start`/`end` are view offsets."""

    start: int
    end: int
    word: str
    capital: bool


_TOKEN_OF = cast("Callable[[tuple[int, int, str, bool]], Token]", partial(tuple.__new__, Token))
"""Makes a token of its four members without a step through the interpreter: there are more of them than of all else."""


_MANNER = 6
"""Tokens behind "to" that adverbs may take."""
_OBJECTS = frozenset({"a", "an", "its", "their"})
"""With what the object of a verb begins."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sentence:
    """A sentence of a block: its span, its tokens, and whether its words are capitalised throughout (a headline)."""

    draft: Draft
    grammar: Grammar
    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    headline: bool

    def word(self, index: int) -> str:
        """Give the word at a token index, "" outside the sentence."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def index(self, offset: int) -> int:
        """Give the index of the first token that starts at or after a view offset."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)

    def text(self, first: int, last: int) -> str:
        """Give the words of tokens `first` to `last`, both in, as they stand."""
        return self.draft.content[self.tokens[first].start : self.tokens[last].end]

    def is_infinitive(self, index: int) -> bool:
        """Say whether the "to" at a token index begins an infinitive."""
        if self.word(index) != "to":
            return False
        after = index + 2 if self.word(index + 1) == '"' else index + 1
        while after < index + _MANNER and (self._is_manner(after) or self._joins_manners(after)):
            after += 1
        word = self.word(after)
        if not word or not self.grammar.is_verb(word):
            return False
        named = word in self.grammar.agents and word not in self.grammar.verbs
        if named and self.word(after + 1) not in _OBJECTS:
            return False  # "to parties that …", but "to commission an inquiry"
        if word == "third" or self._is_participle_of(after):
            return False  # "To third States", "to armed groups"
        return self.headline or not self.tokens[after].capital

    def _is_manner(self, index: int) -> bool:
        return self.grammar.is_adverb(self.word(index)) and self.word(index) not in _ALL

    def _joins_manners(self, index: int) -> bool:
        """Say whether "and" stands between two adverbs: "to urgently and decisively act"."""
        return self.word(index) == "and" and self._is_manner(index - 1) and self._is_manner(index + 1)

    def _is_participle_of(self, index: int) -> bool:
        """Say whether a participle stands before people: "armed groups", "displaced families"."""
        word = self.word(index)
        people = self.word(index + 1) in self.grammar.agents
        return word.endswith("ed") and not word.endswith("eed") and word not in self.grammar.verbs and people

    def is_done(self, index: int) -> bool:
        """Say whether a participle stands at a token, adverbs passed over: "immediately dropped", "held to account"."""
        while self.grammar.is_adverb(self.word(index)) and self.word(index) not in {"not", "no"}:
            index += 1
        word = self.word(index)
        return (word.endswith("ed") and word != "need") or word in _PARTICIPLES

    def _ends_name(self, index: int) -> bool:
        """Say whether a noun that could take an infinitive ends a name: "… for Human Rights", "the occupying power"."""
        if self.word(index) == "power":
            return self.word(index - 1) in _POWERS
        return self.tokens[index].capital and not self.headline and self.word(index) in {"rights", "opportunity"}

    def _shortens(self, index: int) -> bool:
        """Say whether a full stop shortens a title or a name: "Mr. Vell", "John F. Tol"."""
        before = self.tokens[index - 1]
        return (
            index + 1 < len(self.tokens)
            and before.capital
            and (before.word in _TITLES or before.end - before.start == 1)
            and self.tokens[index + 1].capital
        )

    def infinitive(self, first: int) -> int | None:
        """Give the index of the "to" (or the "not" before it) that closes the noun phrase from `first`.

        None where the sentence has none before a mark that ends the clause.
        """
        relative: int | None = None
        held: int | None = None
        for index in range(first, len(self.tokens)):
            word = self.tokens[index].word
            if word in _STOPS and not (word == "." and self._shortens(index)):
                return held
            if word in _RELATIVES:
                relative = index
            if word == "to" and index > first - 1 and self.is_infinitive(index):
                before = self.word(index - 1)
                if before in _TAKES_INFINITIVE and index > first and not self._ends_name(index - 1):
                    continue
                found = index - 1 if before == "not" and index > first else index
                if relative is not None and index - relative <= _RELATED and before in _GO_ON:
                    held = held if held is not None else found  # "those who keep the road shut and want to stay, to …"
                    continue
                return found
        return held


def sentence(draft: Draft, grammar: Grammar, block: int, start: int, end: int) -> Sentence:
    """Cut a sentence into tokens."""
    content = draft.content
    words: list[str] = _TOKEN.findall(content, start, end)
    spoken = (
        _NAMES.keys().isdisjoint(words) or not content[start:end].isupper()
    )  # "THEY ASKED US" in a wire of capitals
    tokens = []
    long = []
    high = start
    for word in words:
        low = content.index(word, high)  # between two of them there is only white space, and lines to write on
        high = low + len(word)
        upper = word[0].isupper()
        small = (_NAMES.get(word) if spoken else None) or word.lower()
        tokens.append(_TOKEN_OF((low, high, small, upper)))
        if high - low > 3 and word.isalpha():
            long.append(upper)
    titled = len(long) > 1 and sum(long) >= 0.75 * len(long)
    if titled:  # "The Assembly asks the Union of Veltria to:" only has many names
        titled = not any(word in grammar.forms and word.islower() for word in words)
    return Sentence(
        draft=draft,
        grammar=grammar,
        block=block,
        start=start,
        end=end,
        tokens=tuple(tokens),
        headline=titled,
    )
