# SPDX-License-Identifier: Apache-2.0
"""Pieces: the words of a sentence as the encoder numbers them, each whole or in the longest parts that it knows.

Source: WordPiece, as in J. Devlin et al., "BERT", NAACL 2019: a part inside a word begins with "##".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from tocsin.reading.likely.words import NAME, NUMBER

BEGINS, ENDS, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
HIDDEN = {NAME: "[MASK]", NUMBER: "10"}
"""The pieces that stand for what is hidden."""
SPECIAL = (BEGINS, ENDS, UNKNOWN, *HIDDEN.values())
"""Pieces that every model has."""
_PART = re.compile(r"\w+|[^\w\s]")


class Pieces:
    """The pieces of one model, in its order."""

    def __init__(self, listed: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(listed)}
        self._held: dict[str, tuple[int, ...]] = {word: (self._numbers[piece],) for word, piece in HIDDEN.items()}
        self._unknown = self._numbers[UNKNOWN]

    def sentence(self, found: Sequence[str]) -> tuple[list[int], list[int]]:
        """Give the numbers of a sentence's pieces, and at which of them each of its words begins."""
        ids, places = [self._numbers[BEGINS]], []
        for word in found:
            places.append(len(ids))
            ids += self.of(word)
        return [*ids, self._numbers[ENDS]], places

    def of(self, word: str) -> tuple[int, ...]:
        """Give the numbers of a word's pieces.

        >>> known = Pieces([*SPECIAL, "un", "##answer", "##ed"])
        >>> known.of("unanswered"), known.of("<name>")
        ((5, 6, 7), (3,))
        """
        held = self._held.get(word)
        if held is None:
            numbers = self._numbers
            held = tuple(numbers.get(piece, self._unknown) for piece in self.split(word)) or (self._unknown,)
            self._held[word] = held
        return held

    def split(self, word: str) -> Iterator[str]:
        """Give the pieces of a word; of a part of it that cannot be put together, what stands for the unknown."""
        plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
        for part in _PART.findall(plain):
            yield from self._longest(part)

    def _longest(self, part: str) -> list[str]:
        found: list[str] = []
        start = 0
        while start < len(part):
            opened = "##" if start else ""
            end = next((end for end in range(len(part), start, -1) if opened + part[start:end] in self._numbers), None)
            if end is None:
                return [UNKNOWN]
            found.append(opened + part[start:end])
            start = end
        return found
