# SPDX-License-Identifier: Apache-2.0
"""Runs: a pattern tried only where the words that lead to a cue begin, since a search would try it everywhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from tocsin.reading.patterns import late

_WORD = late(r"[^\W\d_]+|\d+|_")


def words(*shapes: str) -> frozenset[str]:
    r"""Give the words of which patterns are made, in small letters.

    >>> sorted(words(r"(?:the\s+)?(?P<unit>Day|week)s?"))
    ['day', 's', 'the', 'week']
    """
    return frozenset(
        word for shape in shapes for word in re.findall(r"[a-z]+", re.sub(r"\\[A-Za-z]|\(\?P<\w+>", " ", shape).lower())
    )


def begun(content: str, low: int, start: int, leading: Container[str]) -> int:
    """Give where the words and figures begin that run up to a cue and may lead to it; `leading` are in small letters.

    >>> begun("came on the 5th of May", 0, 19, {"the", "th", "of"})
    8
    """
    begin = start
    for word in reversed(tuple(_WORD.finditer(content, low, start))):
        if not (word.group()[0].isdigit() or word.group().lower() in leading):
            break
        begin = word.start()
    return begin


def matches(pattern: re.Pattern[str], content: str, begin: int, last: int, high: int) -> Iterator[re.Match[str]]:
    """Give the matches that a search from `begin` to `high` would, but none that starts behind `last`."""
    place = begin
    while place <= last:
        found = pattern.match(content, place, high)
        if found is not None:
            yield found
        place = found.end() if found is not None and found.end() > place else place + 1
