# SPDX-License-Identifier: Apache-2.0
"""Advised: a paragraph with a label of its own: "Recommendation 4: The Ministry should …", "R2. Reopen the bridge."."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from typing import NamedTuple

from tocsin.reading.asks import addressees, frames, phrases
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_LABEL = late(
    r"(?:Recommendations?|RECOMMENDATIONS?|Rec\.?)(?:\s+(?:[Nn]o\.?\s*|#)?(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVX]{1,4}|[A-F]))?"
    r"\s*(?:\([^()\n]{2,40}\)\s*)?[:–—-]\s+(?=\S)|(?:R|REC|Rec)[ -]?\d{1,2}[.:)]?\s+(?=[A-Z])"
)
"""The label of one recommendation, its number and rank in it: "Recommendation 4 (high priority):"."""
_MODALS = frozenset("should must shall ought needs need".split())
_SUBJECT = 24
"""Tokens that whom a recommendation binds may have."""
_ASKED = Trigger(index=0, lemma="demand", force="demand", form="base", first=True)


class Advice(NamedTuple):
    """Where what is advised begins and ends, and whom it binds."""

    start: int
    end: int
    to: tuple[Party, ...]


def find(draft: Draft, rules: Grammar, index: int, block: Block) -> Advice | None:
    """Read a paragraph that opens with the label of a recommendation; None where it has none or advises nothing."""
    label = _LABEL.match(draft.content, block.start, block.end)
    if label is None or block.role == "title":
        return None
    last = next((end for _, end in draft.sentences(index) if end > label.end()), block.end)
    read = sentence(draft, rules, index, label.end(), last)
    below = draft.blocks[index + 1] if index + 1 < len(draft.blocks) else None
    titled = draft.content[block.end - 1] not in ".;!" and below is not None and below.role in {"body", "list-item"}
    if not read.tokens or read.tokens[-1].word == "?" or titled:
        return None  # "Recommendation 1 – Focus on maintenance" heads what is recommended
    found = _read(read)
    return Advice(found[0], last, found[1]) if found else None


def _read(read: Sentence) -> tuple[int, tuple[Party, ...]] | None:
    first = 1 if read.word(0) == "that" else 0
    modal = next((at for at in range(first, first + _SUBJECT) if read.word(at) in _MODALS), None)
    if modal is not None and modal > first:
        if phrases.names_somebody(read, first, modal - 1) and read.word(modal + 1) != "be":
            return read.tokens[modal + 1].start, _named(read, first, modal - 1)
        return read.tokens[first].start, ()
    if first:
        clause = frames.clause(read, _ASKED, first)
        if clause is not None and clause.action is not None and clause.to is not None:
            return read.tokens[clause.action].start, _named(read, *clause.to)
        return read.tokens[first].start, ()
    action = read.infinitive(0)
    acts = read.word(0) in read.grammar.verbs or read.grammar.is_adverb(read.word(0))
    if action and not acts and phrases.names_somebody(read, 0, action - 1):
        return read.tokens[action].start, _named(read, 0, action - 1)
    return (read.tokens[0].start, ()) if acts or phrases.names_thing(read, 0) else None


def _named(read: Sentence, first: int, last: int) -> tuple[Party, ...]:
    span = read.tokens[first].start, read.tokens[last].end
    return addressees.named(read.draft, *span) or addressees.generic(read, *span)
