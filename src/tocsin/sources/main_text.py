# SPDX-License-Identifier: Apache-2.0
"""The main text of a page: which lines of its reading text trafilatura takes for the article.

trafilatura gives words without their places. Its lines are held against the reading text's in order, and where lines
were cut otherwise, their words: a line is main of which most words stand in the article at that place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

import trafilatura
from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""The share of a line's words that must stand in the article at its place."""
_RUN = 3
"""Words that must stand together in both to count, or all of a shorter line: "the" stands anywhere."""
_MOST = 40_000_000
"""Words of one times words of the other up to which stretches between equal lines are held against each other."""


def main_spans(page: str, content: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of `content` (the reading text of `page`) that are the main text, in order.

    Empty where no article is found: then all of the text counts.
    """
    found = trafilatura.extract(page, fast=True, include_comments=False, include_tables=True)
    lines = [(match.span(), words) for match in re.finditer(r"[^\n]+", content) if (words := _words(match.group()))]
    article = [words for line in (found or "").splitlines() if (words := _words(line))]
    main = _main([words for _, words in lines], article)
    spans: list[tuple[int, int]] = []
    before = -1
    for number, ((start, end), _) in enumerate(lines):
        if number not in main:
            continue
        joined = before == number - 1 and bool(spans)
        spans.append((spans.pop()[0] if joined else start, end))
        before = number
    return tuple(spans)


def _words(line: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(line))


def _main(lines: Sequence[tuple[str, ...]], article: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """Give the numbers of the lines that stand in the article; on a huge page, equal lines part it first."""
    if _size(lines) * _size(article) <= _MOST:
        return frozenset(_mostly(lines, article))
    main: set[int] = set()
    here = there = 0
    for first, second, size in _alike(lines, article):
        if _size(lines[here:first]) * _size(article[there:second]) <= _MOST:
            main |= {here + number for number in _mostly(lines[here:first], article[there:second])}
        main |= {*range(first, first + size)}
        here, there = first + size, second + size
    return frozenset(main)


def _size(lines: Sequence[tuple[str, ...]]) -> int:
    return sum(map(len, lines))


def _mostly(lines: Sequence[tuple[str, ...]], article: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Give the numbers of the lines most of whose words stand in the article, in runs, in order."""
    ours = [(number, word) for number, line in enumerate(lines) for word in line]
    theirs = [word for line in article for word in line]
    held: Counter[int] = Counter()
    for first, _, size in _alike([word for _, word in ours], theirs):
        in_run = Counter(number for number, _ in ours[first : first + size])
        held.update({number: count for number, count in in_run.items() if count >= min(_RUN, len(lines[number]))})
    for number, count in held.items():
        if count >= _ENOUGH * len(lines[number]):
            yield number


def _alike(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Give what two sequences have in common in order: where each run begins in both, and its length; last the ends."""
    for block in LCSseq.editops(one, other).as_matching_blocks():
        yield block.a, block.b, block.size
