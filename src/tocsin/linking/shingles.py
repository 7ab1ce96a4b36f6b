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
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, count
from operator import ne
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
_SPECIAL = re.compile(r"[\u0300-\u036f\u00ad\u2010\u3040-\u30ff\u3400-\u9fff]")
"""Without any of these, words are found as in ASCII: that pattern takes a fifth of the time."""
_SPLIT = re.compile(r"[-\u00ad\u2010\s]+")
_HYPHEN = re.compile(r"(?<=[^\W_])-(?:[ \t]*\r?\n[ \t]*)?(?=[^\W_])")
_LETTERS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_PRINTED = re.compile(r"[\u2013-\u2015\u2018-\u201f\u2022\u2026«»\u00a0]+")
"""Marks of print, and the space at which no line breaks."""
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
    return array("q", _numbers(words))


def _numbers(words: Sequence[int]) -> Iterator[int]:
    return map(hash, zip(*(words[start:] for start in range(LENGTH)), strict=False))


def outline(content: str) -> list[int]:
    r"""Give the shingles of a whole text, furniture and all: enough to find what is worth comparing.

    >>> len(outline("One two, three – four FIVE six")), outline("one two three four five") == outline("ONE two three\n"
    ... "four five")
    (2, True)
    """
    return [*_numbers([*map(_HASHES.__getitem__, _words(content))])]


def _words(content: str) -> list[str]:
    r"""Cut a text into its words as its pattern does; ASCII, by the methods of strings, which take a third of the time.

    So is a text cut that is ASCII but for the quotation marks and dashes of print, none of which stands in a word.

    >>> _words("peace-\nkeeping é to_day"), _words("Peace-\nkeeping – to_day")
    (['peace-\nkeeping', 'é', 'to', 'day'], ['peacekeeping', 'to', 'day'])
    """
    if not content.isascii() and not (content := _PRINTED.sub("_", content)).isascii():
        return _pattern(content).findall(content)
    whole = _HYPHEN.sub("", content) if "-" in content else content
    return whole.translate(_LETTERS).split()


def _pattern(content: str) -> re.Pattern[str]:
    return _WORDS if _SPECIAL.search(content) else _ASCII


class Shingled:
    """The shingles of a text's main words in order, one for each word but the last four, and where they stand."""

    def __init__(self, shingles: array[int], words: int) -> None:
        self.shingles = shingles
        self._count = words

    def __len__(self) -> int:
        """Count the words."""
        return self._count

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where each shingle first stands, in words."""
        last = len(self.shingles)
        return dict(zip(reversed(self.shingles), range(last - 1, -1, -1), strict=True))

    @cached_property
    def again(self) -> Mapping[int, Sequence[int]]:
        """All places of the shingles that stand more than once."""
        if len(self.places) == len(self.shingles):
            return {}
        first = self.places
        found: dict[int, list[int]] = {}
        for at in compress(count(), map(ne, map(first.__getitem__, self.shingles), count())):
            shingle = self.shingles[at]
            found.setdefault(shingle, [first[shingle]]).append(at)
        return found


class Body(Shingled):
    """A text's main words, and where they stand in it."""

    def __init__(self, content: str, without: tuple[tuple[int, int], ...] = ()) -> None:
        self._content = content
        self._without = without
        found = _words(content) if not without else self.words
        super().__init__(shingles([*map(_HASHES.__getitem__, found)]), len(found))

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands (code points, half-open)."""
        return tuple(self._spans())

    def _spans(self) -> Iterator[tuple[int, int]]:
        content = self._content
        left = iter([*self._without, (len(content), len(content))])
        start, end = next(left)
        for match in _pattern(content).finditer(content):
            while match.start() >= end and end < len(content):
                start, end = next(left)
            if match.start() < start or match.start() >= end:
                yield match.span()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they stand."""
        return tuple(self._content[start:end] for start, end in self.spans)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Give where words stand, from one until before another, in code points."""
        return self.spans[start][0], self.spans[end - 1][1]


def body(content: str, without: tuple[tuple[int, int], ...] = ()) -> Body:
    """Cut a text into words, leaving out stretches (its boilerplate) that are given in order.

    >>> body("Share this! We urge you to act.", ((0, 11),)).words
    ('We', 'urge', 'you', 'to', 'act')
    """
    return Body(content, without)
