# SPDX-License-Identifier: Apache-2.0
"""Shingles: a text's words in runs of five, as numbers, so that stretches that two texts share can be found.

1. Case, line breaks, punctuation and hyphens at line ends make no difference; every word keeps its place in the text.
2. The numbers are the same in every process: CRC-32 of the word, then Python's hash of five such numbers, which knows
   no random seed.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from zlib import crc32

LENGTH = 5
"""Words in a shingle."""

# "peace-keeping", "peacekeeping" and "peace-\nkeeping" are one word.
_ASCII = re.compile(r"[^\W_]+(?:-(?:[ \t]*\r?\n[ \t]*)?[^\W_]+)*")
# Han and kana know no spaces: each character stands for a word.
_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]"
    r"|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_]|[\u0300-\u036f])+"
    r"(?:[-\u00ad\u2010](?:[ \t]*\r?\n[ \t]*)?(?:[^\W_]|[\u0300-\u036f])+)*"
)
_SPLIT = re.compile(r"[-\u00ad\u2010\s]+")
_MOST_WORDS = 1_000_000


class _Hashes(dict[str, int]):
    """The number of each word seen; begun anew when it grows large."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        made = self[word] = crc32(plain(word).encode())
        return made


_HASHES = _Hashes()


def plain(word: str) -> str:
    r"""Give a word as it is compared.

    >>> plain("HUMANI-\nTARIAN"), plain("ﬁve")
    ('humanitarian', 'five')
    """
    whole = _SPLIT.sub("", word) if not word.isalnum() else word
    return (whole if whole.isascii() else unicodedata.normalize("NFKC", whole)).casefold()


def shingles(words: Sequence[int]) -> array[int]:
    """Give the shingles of words in order, one for each word that four more follow."""
    return array("q", map(hash, zip(*(words[start:] for start in range(LENGTH)), strict=False)))


def outline(content: str) -> array[int]:
    r"""Give the shingles of a whole text, furniture and all: enough to find what is worth comparing.

    >>> len(outline("One two, three – four FIVE six")), outline("one two three four five") == outline("ONE two three\n"
    ... "four five")
    (2, True)
    """
    return shingles([*map(_HASHES.__getitem__, _pattern(content).findall(content))])


def _pattern(content: str) -> re.Pattern[str]:
    return _ASCII if content.isascii() else _WORDS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Body:
    """A text's main words: `spans` their places (code points, half-open), `shingles` one for each but the last four.

    `places` gives where each shingle first stands, in words, `again` all places of those that stand more than once.
    Two are one only where they are the same object, so that what was worked out about a pair can be kept.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    shingles: array[int] = field(repr=False)
    places: Mapping[int, int] = field(repr=False)
    again: Mapping[int, Sequence[int]] = field(repr=False)

    def __len__(self) -> int:
        """Count the words."""
        return len(self.spans)


@lru_cache(maxsize=4096)
def body(content: str, without: tuple[tuple[int, int], ...] = ()) -> Body:
    """Cut a text into words, leaving out stretches (its boilerplate) that are given in order.

    >>> body("Share this! We urge you to act.", ((0, 11),)).words
    ('We', 'urge', 'you', 'to', 'act')
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    left = iter([*without, (len(content), len(content))])
    start, end = next(left)
    for match in _pattern(content).finditer(content):
        while match.start() >= end and end < len(content):
            start, end = next(left)
        if match.start() < start or match.start() >= end:
            words.append(match[0])
            spans.append(match.span())
    made = shingles([*map(_HASHES.__getitem__, words)])
    places: dict[int, int] = {}
    again: dict[int, list[int]] = {}
    for at, shingle in enumerate(made):
        first = places.setdefault(shingle, at)
        if first != at:
            again.setdefault(shingle, [first]).append(at)
    return Body(words=tuple(words), spans=tuple(spans), shingles=made, places=places, again=again)
