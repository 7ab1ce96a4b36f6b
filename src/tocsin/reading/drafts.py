# SPDX-License-Identifier: Apache-2.0
"""The draft: one text laid out for the constructions – view, blocks, sentences and hits – all in view offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.lexicon import Hit
from tocsin.reading.views import View
from tocsin.records.findings import Party
from tocsin.records.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the view that belongs together: a paragraph, a heading, a list item.

    `start`/`end` are trimmed and leave out the item's marker; `role` is a passage role (MODEL: title, dateline,
    heading, salutation, body, quotation, list-item, signature, boilerplate). `marker` is a list item's own
    ("•", "83.14.", "(a)") as written, "" where there is none; `depth` counts list nesting from 1, 0 outside lists.
    `parent` is the index of the heading, stem or item that this block stands under, None at the top.
    `voice`: "issuer" or "carrier" – whose words these are; "other" for another story's in a digest, whose pleas are
    neither's and are not to be read as asks.
    """

    start: int
    end: int
    role: str
    marker: str = ""
    depth: int = 0
    parent: int | None = None
    voice: str = "issuer"


class Mention(NamedTuple):
    """A name of an actor in the view, with its id; `layer` is actor, group or demonym, as the lexicon has it."""

    start: int
    end: int
    tag: str
    layer: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draft:
    """A text laid out; constructions read it and change nothing.

    `hits` are the lexicon's, by layer, in order. `holes` are spans of the text that lie inside a block and are none of
    it, in order: what a page's end prints. `content` is the view's. Three members are filled on first use:
    `bound`, what short names that the text gives stand for (acronyms.py; the key "" says that it is filled),
    `mentions`, the names of actors in the view (mentions.py; the last one is empty and lies beyond the end), and
    `parties`, whom its stretches name (phrases.py): one layer after the other asks for the same.
    """

    text: Text
    view: View
    catalogue: Catalogue
    blocks: tuple[Block, ...]
    hits: dict[str, list[Hit]]
    holes: tuple[tuple[int, int], ...] = ()
    content: str = field(init=False)
    _sentences: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _block_starts: list[int] = field(default_factory=list)
    bound: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    parties: dict[tuple[int, int], tuple[Party, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Hold what every construction asks for again and again as a member."""
        object.__setattr__(self, "content", self.view.content)

    def sentences(self, block: int) -> list[tuple[int, int]]:
        """Give the sentences of a block as view spans, in order, without the white space between them."""
        held = self._sentences.get(block)
        if held is None:
            base, end = self.blocks[block].start, self.blocks[block].end
            content = self.content[base:end]
            held = self._sentences[block] = []
            for span in _parted(content):
                for first, last in _bounded(content, *span):
                    words = content[first:last].lstrip()
                    if words:
                        held.append((base + last - len(words), base + last - len(words) + len(words.rstrip())))
        return held

    def block_at(self, offset: int) -> int | None:
        """Give the index of the block that holds a view offset, None between blocks."""
        if not self._block_starts:
            self._block_starts.extend(block.start for block in self.blocks)
        low = bisect_right(self._block_starts, offset) - 1
        return low if low >= 0 and offset < self.blocks[low].end else None

    def within(self, layer: str, start: int, end: int) -> list[Hit]:
        """Give a layer's hits that lie wholly inside a view span, in order."""
        hits = self.hits.get(layer)
        if not hits:
            return []
        starts = self._starts.get(layer)
        if starts is None:
            starts = self._starts[layer] = [hit.start for hit in hits]
        low = bisect_left(starts, start)
        high = bisect_left(starts, end, low)
        return [hit for hit in hits[low:high] if hit.end <= end] if low < high else []


LONGEST_SENTENCE = 6_000
"""Code points; what runs on for longer is a list or a table without stops, and is cut between words."""


_INNER_STOP = re.compile(r"[.!?…](?=\W)")
_FULL_STOP = re.compile(r"[.!?](?<=[a-z]{3}[.!?])\s+(?=[A-Z])")  # the mark first, so that the engine skips to it
_WHOLE_WORD = re.compile(r"\b[a-z]{3,}$")
_SHORTENED = frozenset(
    {"intl", "approx", "dept", "govt", "para", "paras", "art", "arts", "vol", "etc", "sec", "nos", "incl"}
)
"""Short forms of three letters or more whose stop ends no sentence."""


def _parted(content: str) -> Iterator[tuple[int, int]]:
    """Part a block where a whole word and a full stop end a sentence, and ask the model of what is left to weigh.

    Where they do, the model is asked for nothing: what it misses ("month. Third, …") would be parted all the same, and
    most stretches hold no other mark inside. It is the slowest step of laying a text out.
    """
    for start, end in _stopped(content, 0, len(content)):
        if _INNER_STOP.search(content, start, end):
            yield from ((start + first, start + last) for first, last in sent_spans(content[start:end]))
        else:
            yield start, end


def _stopped(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a stretch where a whole word and a full stop end a sentence."""
    for stop in _FULL_STOP.finditer(content, start, end):
        word = _WHOLE_WORD.search(content, max(start, stop.start() - 40), stop.start())
        if word and word.group() not in _SHORTENED:
            yield start, word.end() + 1
            start = stop.end()
    yield start, end


def _bounded(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what runs on for longer than any sentence, so that no construction's work grows with its square."""
    while end - start > LONGEST_SENTENCE:
        cut = content.rfind(" ", start + 1, start + LONGEST_SENTENCE) + 1 or start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end
