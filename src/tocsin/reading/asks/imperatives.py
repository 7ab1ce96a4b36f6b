# SPDX-License-Identifier: Apache-2.0
"""Imperatives: "Release the detainees!", "Please write to …" – an order or a plea without a verb of asking."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks import pleas
from tocsin.reading.asks.sentences import Sentence

_AFTER = frozenset(
    "the a an all any every our their its his her this that these those us them it your in to for with from "
    "on out not now up down".split()
)


def find(sentence: Sentence, *, addressed: bool) -> tuple[int, str] | None:
    """Give the token where the action begins and the force; None where the sentence is no imperative.

    `addressed` says that the block speaks to a named reader; elsewhere only an exclamation is heard.
    """
    first = 1 if sentence.word(0) in {'"', "'"} else 0
    word, last = sentence.word(first), sentence.tokens[-1].word
    loud = last == "!" or (last == '"' and sentence.word(len(sentence.tokens) - 2) == "!")
    if pleas.is_formula(sentence, first + (word == "please")):
        return None
    if word == "please":
        if sentence.word(first + 1) in sentence.grammar.verbs and addressed:
            return first + 1, "request"
        return None
    if word in {"do", "don't", "never"} and addressed:
        at = first + (2 if word == "do" and sentence.word(first + 1) == "not" else 1)
        if (word != "do" or sentence.word(first + 1) == "not") and sentence.word(at) in sentence.grammar.verbs:
            return (first + 1 if word == "do" else first), "request"
        return None
    no_order = word == "let" and sentence.word(first + 1) in {"us", "me", "there"}
    if no_order or word not in sentence.grammar.slogans or len(sentence.tokens) < 3:
        return None
    if not loud and not (addressed and sentence.draft.blocks[sentence.block].role != "heading"):
        return None
    after = sentence.word(first + 1)
    if after not in _AFTER and not loud:
        return None
    if not loud and any(
        token.word in {"is", "are", "was", "were", "has", "have"} for token in sentence.tokens[first + 1 : first + 5]
    ):
        return None
    return first, "demand"
