# SPDX-License-Identifier: Apache-2.0
"""The encoder: a small model of language that tells how likely a sentence asks or warns, and which words say what.

1. It reads a sentence's words in their order, each in the light of the others, and gives how likely the sentence is of
   each of `KINDS`, and which of its words say what is asked for and whom.
2. Names and numbers are hidden before it reads anything: whoever speaks and is spoken to, what it tells is the same.
3. It runs on this machine alone, on one core; its files come with the package. docs/likely.md is its card,
   `scripts/train_encoder.py` and `scripts/pack_encoder.py` make it.

Source: MiniLM (Wang et al. 2020) as sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), its first layers, trained on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tocsin.reading.likely.pieces import Pieces
from tocsin.reading.likely.words import words
from tocsin.reading.weights import Weight

FOLDER = Path(__file__).parent / "model"
MODEL, PIECES, PLAIN = FOLDER / "encoder.onnx", FOLDER / "pieces.txt", FOLDER / "plain.txt"
"""The model, the pieces of words that it knows, the words that it knows in small letters."""
ASKS, WARNS, DUTY = "asks", "warns", "duty"
KINDS = (ASKS, WARNS, DUTY)
"""What a sentence may be, in the order in which the model tells it."""
LONGEST = 140
"""Pieces of a sentence that are looked at."""
_KEPT = 256
"""Sentences whose findings are kept: whoever asks for asks and whoever asks for warnings look at the same ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How likely a sentence is of each of `KINDS`, 0 to 1; which words are of the action, which of who is asked."""

    likelihoods: Mapping[str, float]
    action: tuple[bool, ...]
    whom: tuple[bool, ...]


class Encoder:
    """The package's model; `encoder()` gives it, read once."""

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - long to load, and asked for seldom
        import onnxruntime as ort  # noqa: PLC0415

        self._np = np
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = ort.InferenceSession(MODEL, options, providers=["CPUExecutionProvider"])
        self._pieces = Pieces(PIECES.read_text(encoding="utf-8").splitlines())
        self._plain = frozenset(PLAIN.read_text(encoding="utf-8").splitlines())
        self._told = lru_cache(maxsize=_KEPT)(self._look)

    def read(self, content: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
        """Give the words of a stretch as the model sees them, and the span of each."""
        return words(content, start, end, self._plain)

    def told(self, found: Sequence[str]) -> Told:
        """Tell what a sentence may be, given its words (of `read`).

        >>> held = encoder()
        >>> told = held.told(held.read("The least that Karsk can do is to let the boats leave.", 0, 55)[0])
        >>> told.likelihoods[ASKS] > 0.5 > told.likelihoods[WARNS]
        True
        """
        return self._told(tuple(found))

    def _look(self, found: tuple[str, ...]) -> Told:
        """Run the model over a sentence's words."""
        ids, places = self._pieces.sentence(found)
        row = self._np.array([ids[:LONGEST]], dtype=self._np.int64)
        kinds, marks = self._session.run(None, {"ids": row})
        likely = {kind: _share(total) for kind, total in zip(KINDS, kinds[0].tolist(), strict=True)}
        said = marks[0].tolist()
        action, whom = (tuple(place < len(said) and said[place][of] > 0 for place in places) for of in (0, 1))
        return Told(likelihoods=likely, action=action, whom=whom)

    def weights(self, found: Sequence[str], kind: str) -> tuple[Weight, ...]:
        """Give the words that speak most for and against a kind, the heaviest first: what leaving each out takes away.

        In log odds; a word that stands twice is left out once at each place and told once, at its heaviest.
        """
        whole = _odds(self.told(found).likelihoods[kind])
        told: dict[str, float] = {}
        for place, word in enumerate(found):
            rest = [*found[:place], *found[place + 1 :]]
            lost = whole - _odds(self.told(rest).likelihoods[kind])
            if abs(lost) > abs(told.get(word, 0.0)):
                told[word] = lost
        return tuple(Weight(word, told[word]) for word in sorted(told, key=lambda word: (-abs(told[word]), word)))


def _share(total: float) -> float:
    """Give a likelihood of log odds; rounded, so that the last digits of another machine's arithmetic tell nothing."""
    return round(1 / (1 + math.exp(-total)), 4)


def _odds(likely: float) -> float:
    kept = min(max(likely, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Give the package's model, read when it is first asked."""
    return Encoder()
