# SPDX-License-Identifier: Apache-2.0
"""Candidates: the sentences of running text that hold an act's word, and which of them are worth cutting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.reading.claims import breaches, complements, weights
from tocsin.reading.claims.turns import Talk
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.clauses import runs
from tocsin.reading.drafts import Draft
from tocsin.reading.layout import datelines
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_MENACED = ("received", "found", "was ", "were ", "told ")
"""How the words begin by which somebody is told to be threatened, whoever it was."""
_THREATENS_TO = late(
    r"\s+to\s+(?:\w+ly\s+)?(?:use\s+(?:\w+\s+){0,2}(?:force|weapons)|resort\s+to|send\s+(?:\w+\s+){0,3}(?:troops|soldiers|forces)|invade|attack|annex|occupy|destroy|kill|bomb)\b"
)
"""What somebody threatens to do."""
_BY_NAME = late(r"(?:\s+(?:of|against|on)\s+[^,;.]{2,50}?)?\s+by\s+(?:the\s+)?(?:[a-z]+\s+)?[A-ZÀ-Þ]")
"""Who did what a noun tells, by a name that no row may know: "the abduction of girls by the Free Lake Front"."""
_NUMBERED = late(r"\w:\s*\d")
"""A label with a number: "Dead: 9."."""


class Sentence(NamedTuple):
    """A sentence [start, end) of a block, and whose voice it stands in."""

    start: int
    end: int
    block: int
    voice: str


def sentences(draft: Draft, talk: Talk) -> Iterator[tuple[Sentence, list[Hit]]]:
    """Give each sentence of running text that holds an act's word, with its hits."""
    hits = draft.hits.get("act", [])
    index = 0
    while index < len(hits):
        number = draft.block_at(hits[index].start)
        if number is None:
            index += 1
            continue
        block = draft.blocks[number]
        if not runs(draft.content, block.role, block.start, block.end) and talk.at(block.start) is None:
            while index < len(hits) and hits[index].start < block.end:
                index += 1
            continue
        inside = draft.sentences(number)
        place = bisect_right(inside, hits[index].start, key=lambda span: span[0]) - 1
        start, end = inside[max(place, 0)]
        end = max(end, hits[index].end)
        first = index
        while index < len(hits) and hits[index].start < end:
            index += 1
        if start == block.start:
            start = _behind_dateline(draft.content, start, hits[first].start)
        yield Sentence(start=start, end=end, block=number, voice=block.voice), hits[first:index]


def worth(draft: Draft, sentence: Sentence, hits: Sequence[Hit], held: Vocabulary) -> bool:
    """Say whether an undated sentence is worth cutting: an act done, and somebody or somewhere."""
    if all(
        hit.tag[2:] in held.said
        and not complements.decreed(lowered(draft.content), hit.start, hit.end, sentence.end)
        and not (hit.tag == "v threat" and _menaces(draft.content, hit))
        and not (
            hit.tag[2:] == "violation"
            and breaches.stands(draft.content, *hit[:2], sentence.end, verb=hit.tag[0] == "v")
        )
        for hit in hits
    ):
        return False
    if any(hit.tag[0] != "n" or weights.counted(draft.content, sentence.start, hit, held) for hit in hits):
        return True
    if _NUMBERED.search(draft.content, sentence.start, sentence.end):
        return True
    if any(_BY_NAME.match(draft.content, hit.end, sentence.end) for hit in hits):
        return True
    return any(draft.within(layer, sentence.start, sentence.end) for layer in ("actor", "demonym", "place"))


def _menaces(content: str, hit: Hit) -> bool:
    """Say whether a threat's word tells of a threat by itself: "received threats", "threatening to use force"."""
    return content.startswith(_MENACED, hit.start) or _THREATENS_TO.match(lowered(content), hit.end) is not None


def _behind_dateline(content: str, start: int, first: int) -> int:
    """Give where a block's first sentence begins behind a place and an agency; a dateline's day dates the sentence."""
    line = datelines.find(content, start)
    if line is None or line.end > first or any(map(str.isdigit, content[start : line.end])):
        return start
    return line.end
