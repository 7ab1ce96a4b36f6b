# SPDX-License-Identifier: Apache-2.0
"""Clutter: what a page pasted whole holds above and below its text, by a linear model that can be read.

A piece has features of its own (length, how it ends, how its words are written, cues of the catalogue) and features of
its place (what stands around it, how much running text above and below it). Each has a weight in `clutter_weights.tsv`;
docs/clutter.md is the table's card, scripts/train_clutter.py makes it. Nothing between the first and the last piece of
running text is judged by it, nor is any text that holds few lines which a site is sure to have added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tocsin.reading.layout import passages, traits
from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late
from tocsin.reading.weights import Weight

WEIGHTS = Path(__file__).with_name("clutter_weights.tsv")

_SEEN = 300
"""Code points of a piece that are looked at."""
_CLOSED = ".!?\"'”’:;)"
"""How running text ends."""
_PROSE = 110
"""Code points from which a piece that ends a sentence is running text."""
_WHOLE = 1500
"""Thousandths more for what may be a short paragraph of the text."""
_STOPS = 50
"""Code points from which a piece that ends a sentence may be a short paragraph of the text."""
_WORD = late(r"\w{4,}")
_SIGNED = late(r"(?:By|BY) ")
_LEAST = 40
"""Pieces that a page pasted whole has at least."""
_CUES = 5
"""Pieces that a site is sure to have added, of which a page pasted whole has as many at least, and one in twenty."""
_SURE = 500
"""Thousandths above which a piece is clutter."""
_MOST = 4000
"""Thousandths that one piece counts for at most where the text is sought."""
_DOUBT = 3000
"""Thousandths more where nothing that a site is sure to have added parts a piece from the text above it."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights in thousandths: of a piece by itself, and of a piece in its place; "bias" is what each starts from."""

    alone: Mapping[str, int]
    placed: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """A page's pieces with the features of each: its own, those of its place, whether it is running text or cued."""

    own: Sequence[Sequence[str]]
    placed: Sequence[Sequence[str]]
    prose: Sequence[bool]
    cued: Sequence[bool]

    def weights(self, number: int, held: Model) -> list[Weight]:
        """Give the features of a piece and their weights, the bias first; they add up to its score."""
        names = ("bias", *self.own[number], *self.placed[number])
        return [Weight(name, held.placed.get(name, 0) / 1000) for name in names]

    def score(self, number: int, held: Model) -> int:
        """Score a piece, in thousandths; above nought it is rather clutter."""
        weight = held.placed.get
        return (
            held.placed["bias"]
            + sum(weight(name, 0) for name in self.own[number])
            + sum(weight(name, 0) for name in self.placed[number])
        )


def page(content: str, pieces: Sequence[Piece], cued: Sequence[bool], site: Collection[str], held: Model) -> Page:
    """Give the features of all pieces of a page; `cued` says which of them a site is sure to have added."""
    owned, prose = alone(content, pieces, cued, site)
    weight = held.alone.get
    scores = [(held.alone["bias"] + sum(weight(name, 0) for name in names)) / 1000 for names in owned]
    there = traits.placed([piece.end - piece.start for piece in pieces], prose, scores, cued)
    return Page(own=owned, placed=there, prose=prose, cued=cued)


def alone(
    content: str, pieces: Sequence[Piece], cued: Sequence[bool], site: Collection[str]
) -> tuple[list[list[str]], list[bool]]:
    """Give the features of each piece by itself, and whether it is running text."""
    words = [content[piece.start : min(piece.end, piece.start + _SEEN)] for piece in pieces]
    times = Counter(words)
    owned = [
        traits.own(piece, said, site, again=times[said] > 1, cued=cue)
        for piece, said, cue in zip(pieces, words, cued, strict=True)
    ]
    prose = [piece.end - piece.start >= _PROSE and content[piece.end - 1] in _CLOSED for piece in pieces]
    return owned, prose


def is_whole(cued: Sequence[bool]) -> bool:
    """Say whether a page is pasted whole: it is long, and a site is sure to have added much of it."""
    known = sum(cued)
    return len(cued) >= _LEAST and known >= _CUES and known * 20 >= len(cued)


def sweep(content: str, pieces: Sequence[Piece], cued: Sequence[bool], site: Collection[str]) -> None:
    """Mark what stands above and below the text of a page that is pasted whole, but its title, date and author."""
    if not is_whole(cued):
        return
    held = model()
    seen = page(content, pieces, cued, site, held)
    scores = [seen.score(number, held) for number in range(len(pieces))]
    first, last = _text(scores, seen.prose)
    if not any(seen.prose[first : last + 1]):
        return
    title = _title(content, pieces, seen, range(first, last + 1))
    if title >= 0:
        pieces[title].role = ""
    for number in range(first):
        told = number > title >= 0 and _tells(content, pieces[number], scores[number])
        if scores[number] > _SURE and number != title and not told:
            pieces[number].role = "boilerplate"
    parted = False
    for number in range(last + 1, len(pieces)):
        parted = parted or cued[number]
        doubt = (0 if parted else _DOUBT) + (_WHOLE if _stops(content, pieces[number]) else 0)
        if scores[number] > _SURE + doubt:
            pieces[number].role = "boilerplate"


def _stops(content: str, piece: Piece) -> bool:
    """Say whether a piece may be a short paragraph: it ends a sentence and is longer than a menu's entry."""
    return piece.end - piece.start > _STOPS and content[piece.end - 1] in '.!?"”'


def _text(scores: Sequence[int], prose: Sequence[bool]) -> tuple[int, int]:
    """Find the text: from the first to the last piece of the stretch in which running text most outweighs clutter."""
    best, span = 0, (0, len(scores) - 1)
    held, start = 0, 0
    for number, score in enumerate(scores):
        if held <= 0:
            held, start = 0, number
        held -= max(-_MOST, min(_MOST, score))
        if held > best and prose[number]:
            best, span = held, (start, number)
    first, last = span
    while not prose[first] and first < last:
        first += 1
    return first, last


def _title(content: str, pieces: Sequence[Piece], seen: Page, text: range) -> int:
    """Find the title among the pieces above the text: the one whose words the text takes up most often.

    Where none does, it is the last one of four words or more; -1 where there is none.
    """
    said = {
        word[:5]
        for number in text[:40]
        if seen.prose[number]
        for word in _WORD.findall(content[pieces[number].start : pieces[number].end].lower())
    }
    best = (0, -1)
    near = -1
    for number, piece in enumerate(pieces[: text[0]]):
        size = piece.end - piece.start
        if seen.cued[number] or not 12 < size < 220 or content[piece.end - 1] in ".…;":
            continue
        words = content[piece.start : piece.end].lower()
        length = len(words.split())
        if length > 3 and text[0] - number < 14:
            near = number
        long = {word[:5] for word in _WORD.findall(words)}
        taken = len(long & said)
        if length > 2 and taken > 1 and taken * 2 >= len(long):
            best = max(best, (taken, number))
    return best[1] if best[0] else near


def _tells(content: str, piece: Piece, score: int) -> bool:
    """Say whether a piece between title and text tells when it was made and by whom, or sums it up."""
    words = content[piece.start : min(piece.end, piece.start + _PROSE)]
    if _SIGNED.match(words) or passages.dates(words, 0):
        return True
    return len(words.split()) > 6 and score < _DOUBT


def parse(table: str) -> Model:
    """Read a table of weights: a line a feature with its weight alone and in its place, in thousandths."""
    rows = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    return Model(
        {name: int(alone) for name, alone, _ in rows if alone != "-"},
        {name: int(there) for name, _, there in rows if there != "-"},
    )


@lru_cache(maxsize=1)
def model() -> Model:
    """Give the package's own weights."""
    return parse(WEIGHTS.read_text(encoding="utf-8"))
