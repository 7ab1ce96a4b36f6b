# SPDX-License-Identifier: Apache-2.0
"""Patterns: regular expressions that are compiled when they are first used, so that the reader is imported quickly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_QUANTIFIERS = ("?", "*", "+", "{")
_WORD = re.compile(
    r"(?P<head>[A-Za-z]|\[[A-Za-z]+\])(?P<more>(?:[\w '’-](?![?*+{]))*)(?![?*+{])(?P<tail>.*)", re.DOTALL
)
"""A word of a pattern: its first letter, or several for it, what of it is spelt out, and what is not."""
_NUMBERED = re.compile(r"(?<!\\)\((?!\?)")
_NAMED = re.compile(r"\(\?P[<=]")
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
    r"""Write a pattern whose words begin at a word's edge so that they begin with their first letters instead.

    The engine skips to where one of several letters stands, and of alternatives tries only those that begin with the
    letter that it finds; but it tries `\b` at every character. So the words are put together by their first letters,
    and the edge is looked for behind what of a word is spelt out. Where case is folded, the first letters fold none. A
    search is half as fast again so, and several times as fast with many words. A pattern of any other shape, and one
    that would grow long, is given back as it is.

    >>> skipping(r"\b(?:said|says|told)\b")
    '(?:s(?:aid(?<=\\b....)|ays(?<=\\b....))|t(?:old(?<=\\b....)))\\b'
    """
    parts = [] if flags & re.VERBOSE else [_opening(part) for part in _parted(source)]
    if not any(edge for edge, _, _ in parts) or any(rest.startswith(_QUANTIFIERS) for _, _, rest in parts):
        return source
    alone = parts[0][2] if len(parts) == 1 else ""
    begun: dict[str, list[str]] = {}
    for edge, words, rest in parts:
        for word in words:
            found = _WORD.fullmatch(word)
            if found is None:
                return source
            letters = _letters(found["head"].strip("[]"), folded=bool(flags & re.IGNORECASE))
            tail = found["tail"] + ("" if alone else rest)
            twice = len(letters) > 1 or (not alone and len(words) > 1)
            if _NUMBERED.search(tail) or (twice and _NAMED.search(tail)):
                return source  # a group would be there twice, or by another number
            behind = rf"(?<=\b{'.' * (1 + len(found['more']))})" if edge else ""
            for letter in letters:
                begun.setdefault(letter, []).append(found["more"] + behind + tail)
    written = _written(begun, folded=bool(flags & re.IGNORECASE)) + alone
    return source if len(written) > _LONGER * len(source) + _LONG else written


_LONGER, _LONG = 6, 200
"""How many times as long as it was, and a little more, a pattern may grow."""


def _letters(head: str, *, folded: bool) -> list[str]:
    """List the letters that the first letter of a word stands for."""
    if not folded:
        return list(head)
    return list(dict.fromkeys("".join(_FOLDED.get(letter, letter + letter.upper()) for letter in head.lower())))


def _written(begun: Mapping[str, Sequence[str]], *, folded: bool) -> str:
    """Write what goes on behind each first letter as one group, in which the first letters fold no case."""
    fold = "i" if folded else ""
    ends = [f"{letter}(?{fold}:{'|'.join(tails)})" for letter, tails in begun.items()]
    return f"(?-i:{'|'.join(ends)})" if folded else f"(?:{'|'.join(ends)})"


def _opening(part: str) -> tuple[bool, list[str], str]:
    """Say whether an alternative begins at a word's edge, with which words, and give what comes after them."""
    bare = part.removeprefix(r"\b")
    if not bare.startswith("(?:"):
        return bare != part, [bare], ""
    end = _end_of_group(bare)
    return bare != part, _parted(bare[3 : end - 1]), bare[end:]


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
