# SPDX-License-Identifier: Apache-2.0
"""Takings: how likely a sentence answers what was asked, and in which way, by a model of its words.

The table (`taking_weights.tsv`) holds what each word and pair of words weighs for each kind of reply; docs/answers.md
is its card, `scripts/train_replies.py` makes it from the lines of training/replies. Names and numbers are hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tocsin.reading.likely.sentences import Judge, parse

WEIGHTS = Path(__file__).with_name("taking_weights.tsv")
ANSWERS, UNDONE = "answers", "undone"
"""Answers in whatever way; tells that what was asked has not come about, which is no answer."""
WAYS = ("accepted", "done", "partly", "refused", "contested", "token", "more-asked")
"""The ways in which a sentence answers, by the ids of `replies.toml`."""
_UNDONE = 0.3
"""Likelihood from which what is told is that nothing came about."""
KINDS = (ANSWERS, *WAYS, UNDONE)


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Give the package's judge of replies, read once."""
    return parse(WEIGHTS.read_text(encoding="utf-8"))


@lru_cache(maxsize=16384)
def takings(sentence: str) -> Mapping[str, float]:
    """Give how likely a sentence is of each of `KINDS`, between 0 and 1.

    >>> told = takings("We are not in a position to hand over the recordings.")
    >>> max(WAYS, key=told.__getitem__)
    'refused'
    """
    return judge().likelihoods(judge().read(sentence, 0, len(sentence))[0])


def undone(sentence: str) -> bool:
    """Say whether a sentence rather tells that what was asked has not come about: no answer.

    >>> undone("Two weeks on, the gates are still locked and no list has been published.")
    True
    """
    told = takings(sentence)
    return told[UNDONE] > max(_UNDONE, *(told[way] for way in WAYS))
