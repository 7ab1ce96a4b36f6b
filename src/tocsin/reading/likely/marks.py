# SPDX-License-Identifier: Apache-2.0
"""Marks: the runs of words that the encoder marks."""

from __future__ import annotations

from collections.abc import Sequence

_GAP = 2
"""So many words between two runs are taken with them."""


def runs(marked: Sequence[bool]) -> list[tuple[int, int]]:
    """Give the runs of marked words: first word, word after the last; short gaps are closed.

    >>> runs([False, True, False, True, False, False, False, True])
    [(1, 4), (7, 8)]
    """
    found: list[tuple[int, int]] = []
    for place, inside in enumerate(marked):
        if not inside:
            continue
        if found and place - found[-1][1] <= _GAP:
            found[-1] = found[-1][0], place + 1
        else:
            found.append((place, place + 1))
    return found
