# SPDX-License-Identifier: Apache-2.0
"""The words of a sentence as the models see them: lower case, names and numbers by their kind alone."""

from __future__ import annotations

from collections.abc import Container

from tocsin.reading.patterns import late

NAME = "<name>"
"""Stands for a name."""
NUMBER = "<number>"
LONGEST = 80
"""So many words of a sentence are looked at."""

_WORD = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*|[^\w\s]")
_OPENS = frozenset("\"'“‘:.!?•-–—(*«")
_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}


def words(
    content: str, start: int, end: int, known: Container[str] = frozenset()
) -> tuple[list[str], list[tuple[int, int]]]:
    """Give the words of a stretch, names and numbers hidden, and the span of each.

    A name is hidden so that nothing is learnt of anybody: whoever asks and is asked, the score is the same. A capital
    at the beginning of a sentence or a quotation is a name's where the word is not among the `known`.

    >>> words("Let Veltria and 12 boats pass.", 0, 30, {"let"})[0]
    ['let', '<name>', 'and', '<number>', 'boats', 'pass', '.']
    >>> words("Veltria waits.", 0, 14, {"let"})[0]
    ['<name>', 'waits', '.']
    """
    found: list[str] = []
    spans: list[tuple[int, int]] = []
    shouted = content[start:end].isupper()
    opening = True
    for match in _WORD.finditer(content, start, end):
        word = match.group()
        first = word[0]
        if first.isalpha():
            plain = word.lower().replace("’", "'")
            capital = first.isupper() and not shouted and word != "I"
            found.append(NAME if capital and not (opening and plain in known) else plain)
            opening = False
        elif first.isdigit():
            found.append(NUMBER)
            opening = False
        else:
            found.append(_SAME.get(word, word))
            opening = opening or word in _OPENS
        spans.append(match.span())
        if len(found) == LONGEST:
            break
    return found, spans
