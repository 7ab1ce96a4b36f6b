# SPDX-License-Identifier: Apache-2.0
"""The words of a sentence as the models see them: lower case, names and numbers by their kind alone."""

from __future__ import annotations

from tocsin.reading.patterns import late

NAME = "<name>"
"""Stands for a word with a capital that no sentence or quotation begins with."""
NUMBER = "<number>"
LONGEST = 80
"""So many words of a sentence are looked at."""

_WORD = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*|[^\w\s]")
_OPENS = frozenset("\"'“‘:.!?•-–—(*«")
_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}


def words(content: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """Give the words of a stretch, names and numbers hidden, and the span of each.

    A name is hidden so that nothing is learnt of anybody: whoever asks and is asked, the score is the same.

    >>> words("Veltria let 12 boats pass.", 0, 26)[0]
    ['veltria', 'let', '<number>', 'boats', 'pass', '.']
    >>> words("Let Veltria pass.", 0, 17)[0]
    ['let', '<name>', 'pass', '.']
    """
    found: list[str] = []
    spans: list[tuple[int, int]] = []
    shouted = content[start:end].isupper()
    opening = True
    for match in _WORD.finditer(content, start, end):
        word = match.group()
        first = word[0]
        if first.isalpha():
            if opening or shouted or word == "I" or not first.isupper():
                found.append(word.lower().replace("’", "'"))
            else:
                found.append(NAME)
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
