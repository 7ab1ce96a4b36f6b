# SPDX-License-Identifier: Apache-2.0
"""Patterns: regular expressions that are compiled when they are first used, so that the reader is imported quickly."""

from __future__ import annotations

import re
from itertools import groupby
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_QUANTIFIERS = ("?", "*", "+", "{")
_HEAD = re.compile(r"(?:[A-Za-z]|\[[A-Za-z]+\])(?![?*+{])")
"""A letter, or one of several, with which a word begins."""
_FOLDED = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}
"""What a letter stands for where case is folded, besides its two cases."""


class _Late:
    """Stands for a pattern; from its first use on it holds the compiled one's methods as its own."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> object:
        source, flags = self._given
        made = re.compile(skipping(source, flags), flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled at its first use; of hundreds, a text needs some, and `--help` none.

    >>> late(r"(?P<day>[0-9]+) May").search("On 3 May")["day"]
    '3'
    """
    return cast("re.Pattern[str]", _Late(source, flags))


def spaced(source: str, flags: int = 0) -> re.Pattern[str]:
    r"""Give a pattern each of whose blanks stands for any white space, so that a line may end there.

    >>> spaced(r"our hope that").search("It is our\nhope that") is not None
    True
    """
    return late(source.replace(" ", r"\s+"), flags)


def skipping(source: str, flags: int = 0) -> str:
    r"""Write a pattern that begins at a word's edge so that its first letter stands in front.

    The engine skips to where a class of letters can begin, but tries `\b` at every character; where case is folded,
    it skips only to a class that says that it is not. A search is a quarter faster so, and four times as fast where
    case is folded. A pattern of any other shape is given back as it is.

    >>> skipping(r"\b(?:said|says|told)\b")
    '[st](?<=\\b.)(?:(?<=s)(?:aid|ays)|(?<=t)(?:old))\\b'
    """
    if not source.startswith(r"\b") or flags & re.VERBOSE or len(_parted(source)) > 1:
        return source
    words, rest = _opening(source[2:])
    heads = [_HEAD.match(word) for word in words]
    if None in heads or rest.startswith(_QUANTIFIERS):
        return source
    begun = [(head.group(), word[head.end() :]) for head, word in zip(heads, words, strict=True) if head is not None]
    grouped = [(head, [tail for _, tail in pairs]) for head, pairs in groupby(begun, key=lambda pair: pair[0])]
    tails = "|".join(f"(?<={head})(?:{'|'.join(ends)})" for head, ends in grouped)
    letters = "".join(sorted({letter for head, _ in begun for letter in head.strip("[]")}))
    if flags & re.IGNORECASE:
        folded = (_FOLDED.get(letter, letter + letter.upper()) for letter in dict.fromkeys(letters.lower()))
        return rf"(?-i:[{''.join(folded)}])(?<=\b.)(?:{tails}){rest}"
    return rf"[{letters}](?<=\b.)(?:{tails}){rest}"


def _opening(source: str) -> tuple[list[str], str]:
    """Give the words of which a pattern begins with one, and what comes after them."""
    if not source.startswith("(?:"):
        return [source], ""
    end = _end_of_group(source)
    return _parted(source[3 : end - 1]), source[end:]


def _parted(source: str) -> list[str]:
    """Part a pattern where its alternatives do."""
    parts = [""]
    for piece, depth in _pieces(source):
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _end_of_group(source: str) -> int:
    """Give where the group ends that a pattern opens with."""
    at = 0
    for piece, depth in _pieces(source):
        at += len(piece)
        if depth == 0:
            break
    return at


_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def _pieces(source: str) -> list[tuple[str, int]]:
    """Cut a pattern into escapes, classes and single characters, each with how many groups are open after it."""
    depth = 0
    found = []
    for piece in _PIECE.findall(source):
        depth += (piece == "(") - (piece == ")")
        found.append((piece, depth))
    return found
