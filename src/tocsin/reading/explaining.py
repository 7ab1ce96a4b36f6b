# SPDX-License-Identifier: Apache-2.0
"""Explaining: a sentence, what each of its words was taken for, which constructions were tried and which fired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.reading.asks.likely import RUNNING
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.likely.encoder import ASKS, encoder
from tocsin.reading.likely.marks import runs
from tocsin.reading.weights import Weight
from tocsin.records.findings import Finding

CUES: Mapping[str, tuple[str, ...]] = {
    "ask": ("force", "ask"),
    "warning": ("harm", "warn"),
    "claim": ("act",),
    "citation": ("law", "lawbody"),
    "time": ("time",),
}
"""Which of the lexicon's layers lead a layer of constructions to look closely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A word or phrase, the layer of the lexicon that knows it, and what it stands for there."""

    words: str
    layer: str
    tag: str


TOLD = 8
"""So many words are told that speak most for or against asking."""
_WEIGHED = 0.1
"""Likelihood from which they are told: to weigh them takes a look at the sentence for each word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How likely a sentence asks that nothing reads as an ask (0 to 1): a hint for a person, never a finding.

    `action` and `whom` are spans of the text: what would be asked for and of whom, () where the words do not say.
    `weights` are the words that speak most for and against.
    """

    likelihood: float
    action: tuple[tuple[int, int], ...]
    whom: tuple[tuple[int, int], ...]
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A sentence by the text's offsets. `tried` and `fired` are names of constructions; `findings` overlap it.

    `judged` is None where a construction has read an ask in it, or where no word of asking stands in it.
    """

    start: int
    end: int
    quote: str
    role: str
    voice: str
    taken: tuple[Taken, ...]
    tried: tuple[str, ...]
    fired: tuple[str, ...]
    findings: tuple[Finding, ...]
    judged: Judged | None


def explain(
    draft: Draft, findings: Sequence[Finding], constructions: Sequence[Construction], at: int | None
) -> Iterator[Explained]:
    """Explain the sentences of a draft, or the one that holds the text's offset `at`; `findings` are anchored."""
    place = draft.view.place
    for index, block in enumerate(draft.blocks):
        for begin, finish in draft.sentences(index):
            start, end = place(begin), place(finish)
            if at is not None and not start <= at < end:
                continue
            inside = tuple(f for f in findings if f.start < end and start < f.end and f.kind != "passage")
            taken = tuple(
                Taken(words=draft.content[hit.start : hit.end], layer=layer, tag=hit.tag)
                for layer in draft.hits
                for hit in draft.within(layer, begin, finish)
            )
            cued = {kind for kind, layers in CUES.items() if any(word.layer in layers for word in taken)}
            fired = tuple(dict.fromkeys(finding.by for finding in inside))
            tried = tuple(c.name for c in constructions if c.name.split(".")[0] in cued and c.name not in fired)
            yield Explained(
                start=start,
                end=end,
                quote=draft.text.content[start:end],
                role=block.role,
                voice=block.voice,
                taken=taken,
                tried=tried,
                fired=fired,
                findings=inside,
                judged=_judged(draft, begin, finish)
                if block.role in RUNNING and "ask" in cued and not _is_read(fired)
                else None,
            )


def _is_read(fired: Sequence[str]) -> bool:
    return any(name.startswith("ask.") for name in fired)


def _judged(draft: Draft, start: int, end: int) -> Judged:
    """Judge a sentence, a view span."""
    found, spans = encoder().read(draft.content, start, end)
    told = encoder().told(found)
    place = draft.view.place
    action, whom = (
        tuple((place(spans[first][0]), place(spans[last - 1][1])) for first, last in runs(marked))
        for marked in (told.action, told.whom)
    )
    likely = told.likelihoods[ASKS]
    weights = encoder().weights(found, ASKS)[:TOLD] if likely >= _WEIGHED else ()
    return Judged(likelihood=likely, action=action, whom=whom, weights=weights)
