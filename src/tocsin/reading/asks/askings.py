# SPDX-License-Identifier: Apache-2.0
"""Askings: a verb that asks with what stands before it – its auxiliaries, and the noun phrase of who asks."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass

from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence

FIRST = frozenset({"i", "we", "i'd", "we'd", "i'm", "we're", "we've", "i've", "we'll", "i'll"})
THIRD = frozenset({"he", "she", "it", "they", "who", "both", "he's", "she's", "they're", "they've", "it's"})
BE = frozenset({"am", "is", "are", "was", "were", "been", "being", "be", "i'm", "we're", "he's", "she's", "they're"})
HAVE = frozenset({"have", "has", "had", "having", "we've", "i've", "they've"})
MODAL = frozenset("will shall would must can could may might should i'd we'd we'll i'll cannot".split())
DO = frozenset({"do", "does", "did"})
NEGATIVE = frozenset("not n't never no longer cannot nobody none neither nor without rather instead hardly".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight".split())
_PLURAL = frozenset("people women men children police clergy staff youth media".split())
_LEADS = frozenset(
    "in on at by after before while when as if once following during since with under from meanwhile noting "
    "despite earlier also however speaking although".split()
)
_FARTHEST = 60  # tokens that who asks may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A verb that asks. `index` is its token; `subject` the token span (first, last) of who asks, None where unsaid.

    `passive`: the subject is the one who is asked. `first`: "I" or "we" speak.
    """

    index: int
    lemma: str
    force: str
    form: str
    passive: bool = False
    reported: bool = False
    first: bool = False
    bare: bool = False
    subject: tuple[int, int] | None = None


@dataclass(slots=True)
class Left:
    """What stands before a verb: its auxiliaries and adverbs passed over, up to the token `index`."""

    index: int
    words: list[str]

    def has(self, words: frozenset[str]) -> bool:
        """Say whether any of these words stands before the verb."""
        return any(word in words for word in self.words)


def subject_of(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Give the tokens of the noun phrase that ends at `last`: its apposition and what leads into the clause cut."""
    while last > 0 and sentence.word(last) == '"':
        last -= 1
    if last < 0:
        return None
    start, edge = last, max(0, last - _FARTHEST)
    while start > edge and sentence.word(start - 1) not in {";", ":", '"', "that", "—", "–", "-", "."}:
        start -= 1
    words = [sentence.word(at) for at in range(start, last + 1)]
    if words[-1] == "," and "," in words[:-1]:
        return start, start + max(0, words.index(",") - 1)
    if words[-1] in {"and", "but", ","}:
        finite = next(
            (at for at, word in enumerate(words) if at and (word in BE or word in HAVE or word.endswith("ed"))), None
        )
        return start, start + (finite - 1 if finite else len(words) - 1)
    commas = [at for at, word in enumerate(words) if word == ","]
    if commas and not sentence.tokens[start].capital:
        return start + commas[-1] + 1, last
    if commas and (commas[0] > 3 or words[0] in _LEADS):
        return start + commas[-1] + 1, last
    return start, last


def first_before(sentence: Sentence, last: int) -> bool:
    """Say whether "I" or "we" stands before a token."""
    return any(sentence.word(at) in FIRST for at in range(max(0, last - 40), last))


def is_plural(sentence: Sentence, index: int) -> bool:
    """Say whether the noun phrase that ends at a token is a plural, so that a base form agrees with it."""
    word = sentence.word(index)
    if (word.endswith("s") and not word.endswith(("ss", "us"))) or word in _PLURAL:
        return True
    subject = subject_of(sentence, index)
    if subject is not None and _heads_plural(sentence, *subject):
        return True
    # "the bishops of both shores of the Issel", "A and B": the noun that agrees stands further left.
    return sentence.tokens[index].capital and any(
        sentence.word(at) == "and" or (sentence.word(at).endswith("s") and not sentence.tokens[at].capital)
        for at in range(max(0, index - 14), index)
    )


def _heads_plural(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the head of a subject is a plural followed by what tells of it: "Traders in the town"."""
    head = phrases.head(sentence, first, last)
    word = sentence.word(head)
    if head >= last or not (word in _PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))):
        return False
    return not any(
        sentence.word(at) in BE | HAVE | {"who", "that", "which", ","} or sentence.word(at).endswith("ed")
        for at in range(head + 1, last + 1)
    )
