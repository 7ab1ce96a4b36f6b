# SPDX-License-Identifier: Apache-2.0
"""Openings: a line that breaks off before a list is read together with the list's first item, as one sentence."""

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import complements, verbs, wishes
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.drafts import Draft

_CLOSED = frozenset(".!?;")
_MARKS = frozenset(":,-–—(\"'")
_FIRST_WORDS = 24
"""Code points within which an item's first verb stands, an adverb before it."""


def find(draft: Draft, grammar: Grammar, index: int) -> tuple[Sentence, Trigger, Complement] | None:
    """Join the block above the list item `index` with the item: "We beg you" / "• to open the road".

    Gives the joined sentence, and the trigger of the line above whose action begins in the item; None where the line
    above is closed or asks nothing that the item could be.
    """
    if index == 0:
        return None
    above, item = draft.blocks[index - 1], draft.blocks[index]
    if above.role in {"boilerplate", "salutation", "dateline"} or draft.content[above.end - 1] in _CLOSED:
        return None
    if above.role == "list-item" and above.depth >= item.depth:
        return None
    line = draft.sentences(index - 1)[-1]
    forces = [(hit.start, hit.tag) for hit in draft.within("force", *line)]
    if not forces:
        return None
    joined, size = _joined(draft, grammar, line, index, (item.start, draft.sentences(index)[0][1]))
    for trigger in reversed(verbs.find(joined, forces)):
        found = complements.find(joined, trigger)
        if found is not None and found.explicit and found.action is not None and found.action >= size:
            return joined, trigger, found
    return None


def begun(draft: Draft, grammar: Grammar, index: int) -> tuple[Sentence, Trigger, Complement] | None:
    """Join an item that begins with a verb of asking to the line that names who asks: "We:" / "• call on the Union …".

    Gives the joined sentence and the item's own trigger; None where the item does not begin so.
    """
    item = draft.blocks[index]
    cued = (hit for layer in ("force", "ask") for hit in draft.within(layer, item.start, item.end)[:1])
    if not any(hit.start < item.start + _FIRST_WORDS for hit in cued):
        return None
    span = (item.start, draft.sentences(index)[0][1])
    forces = [(hit.start, hit.tag) for hit in draft.within("force", *span) if hit.start < item.start + _FIRST_WORDS]
    also = [
        hit
        for hit in draft.within("ask", *span)
        if hit.tag.startswith("also.") and hit.start < item.start + _FIRST_WORDS
    ]
    if also:
        forces = sorted({*forces, *wishes.places(sentence(draft, grammar, index, *span), also)})
    above = index
    while above >= 0 and draft.blocks[above].role == "list-item" and draft.blocks[above].depth >= item.depth:
        above -= 1
    if (
        not forces
        or above < 0
        or draft.blocks[above].role == "dateline"
        or draft.content[draft.blocks[above].end - 1] in _CLOSED
    ):
        return None
    joined, size = _joined(draft, grammar, draft.sentences(above)[-1], index, span)
    for trigger in verbs.find(joined, forces):
        found = complements.find(joined, trigger)
        led = all(grammar.is_adverb(joined.word(at)) for at in range(size, trigger.index))  # no subject of its own
        if led and size <= trigger.index <= size + 2 and trigger.subject is not None and found is not None:
            return joined, trigger, found
    return None


def _joined(
    draft: Draft, grammar: Grammar, line: tuple[int, int], index: int, item: tuple[int, int]
) -> tuple[Sentence, int]:
    upper = sentence(draft, grammar, draft.block_at(line[0]) or 0, *line)
    lower = sentence(draft, grammar, index, *item)
    tokens = list(upper.tokens)
    while tokens and tokens[-1].word in _MARKS:
        tokens.pop()
    first = lower.tokens[:1]
    if first and grammar.is_verb(first[0].word):
        first = (first[0]._replace(capital=False),)
    return replace(upper, tokens=(*tokens, *first, *lower.tokens[1:]), end=lower.end), len(tokens)
