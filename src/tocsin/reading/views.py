# SPDX-License-Identifier: Apache-2.0
"""The matching view of a text: look-alikes, spaces and quotes folded, every character mapped back.

Constructions work on the view and its offsets; `read.py` alone maps what they found back to the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tocsin.reading.patterns import late

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u000b\u000c"
)
_ONE_TO_ONE = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("‘’‚‛ʼ′´`", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑−", "-"),
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\r": " ",
    "\ufeff": " ",
}
_POINTING = "👉☞✅☑▶➡🔹🔸🔺🔻🔷🔶🟢🟠🟡🔴⚫⚪🔵📌📍"
_PICTURES = late(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2712\u2715-\u2755\u2757-\u2793\u2795-\u27a1\ufe0f\u200d\u20e3]"
)
"""Pictures that mailings set before their headings; those that the layout takes for bullets stay."""
# Letters of Cyrillic and Greek drawn like Latin ones; folded only in words that hold Latin letters too.
_LOOKALIKES = dict(
    zip(
        "АВЕКМНОРСТХаеиорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι",
        "ABEKMHOPCTXaeuopcyxijshdqwABEZHIKMNOPTYXoi",
        strict=True,
    )
)
# и is no look-alike of i in print, but typists mix the keyboards' i keys.
_LOOKALIKES["и"] = "i"
_MIXED = late(r"\b\w*[^\W\0-\u036f\u0530-\U0010ffff]\w*")
_LATIN = late(r"[A-Za-z]")
_FOREIGN = late(r"[\u0370-\u03ff\u0400-\u052f]")
_BARE = late(r"^[ ]?>[> ]*$", re.MULTILINE)
_MARKS = late(r"^[ ]?>[> ]*", re.MULTILINE)
_SOME = 4
"""Lines from which a text may be one that was passed on."""
_QUOTED = late(r"(?<=\n)(?P<mark>[ ]?>[> ]*)(?=[^\W_]|[\"'(\[])(?!(?:[a-z\d]{1,3}|[ivx]{1,4})[.)]\s|\(\w{1,3}\))")
"""The marks of a quoted line that goes on, no item of a list."""


class Cut(NamedTuple):
    """A stretch of a view to leave out, and what stands for it, which is no longer than the stretch."""

    start: int
    end: int
    left: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """`content` to match on; `offsets[i]` is where view character i stands in the text, None where nothing moved.

    `ends[i]` is where it ends there, None where nothing was cut out: then that is where the next one stands.
    """

    content: str
    offsets: tuple[int, ...] | None
    ends: tuple[int, ...] | None = None

    def place(self, offset: int) -> int:
        """Map an offset of the view to the text; `len(content)` maps to the text's end."""
        return offset if self.offsets is None else self.offsets[offset]

    def until(self, end: int) -> int:
        """Map where a span of the view ends to the text: what was cut out behind it is no part of it."""
        return self.ends[end - 1] if self.ends is not None and end else self.place(end)

    def seen(self, offset: int) -> int:
        """Map an offset of the text to the view: the character there, or the next one that was not cut out."""
        return offset if self.offsets is None else min(bisect_left(self.offsets, offset), len(self.content))


def without(held: View, cuts: Sequence[Cut]) -> tuple[View, Shift]:
    r"""Cut stretches, given in order, out of a view; the shift maps offsets of the old view to the new.

    >>> bare, shift = without(view("the **Karsk** road"), [Cut(4, 6), Cut(11, 13)])
    >>> bare.content, bare.place(4), bare.until(9), shift(6)
    ('the Karsk road', 6, 11, 4)
    """
    size = len(held.content)
    offsets = range(size + 1) if held.offsets is None else held.offsets
    ends = offsets[1:] if held.ends is None else held.ends
    words: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    at = 0
    for cut in (*cuts, Cut(size, size)):
        words += held.content[at : cut.start], cut.left
        starts += offsets[at : cut.start]
        stops += ends[at : cut.start]
        starts += offsets[cut.start : cut.start + len(cut.left)]
        stops += ends[cut.end - len(cut.left) : cut.end]
        at = cut.end
    starts.append(offsets[size])
    return View("".join(words), tuple(starts), tuple(stops)), Shift(cuts)


class Shift:
    """Where offsets of a view lie once stretches were cut out of it."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self._cuts = cuts
        self._starts = [cut.start for cut in cuts]
        self._gone = (0, *accumulate(cut.end - cut.start - len(cut.left) for cut in cuts))

    def __call__(self, offset: int) -> int:
        """Map an offset; one inside a stretch that is gone maps to where what is left of it stands."""
        number = bisect_right(self._starts, offset)
        if number and offset < self._cuts[number - 1].end:
            cut = self._cuts[number - 1]
            return cut.start - self._gone[number - 1] + min(offset - cut.start, len(cut.left))
        return offset - self._gone[number]


def view(text: str) -> View:
    r"""Fold a text for matching.

    Spaces, quotation marks and hyphens become their plain forms, canonically equivalent letters their composed form,
    and Cyrillic or Greek letters inside Latin words the Latin letter they are drawn like.

    >>> view("Аzerbaijan’s").content
    "Azerbaijan's"
    >>> view("cafe\u0301s").place(4)
    5
    >>> view("\ufeffUnion").content.strip()
    'Union'
    """
    offsets: tuple[int, ...] | None = None
    content = text
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            content, offsets = _composed(text)
        if "\u2018" in content:
            content = _doubled(content)
        content = plain(content)
        if _PICTURES.search(content):
            content = _PICTURES.sub(lambda picture: "•" if picture.group() in _POINTING else " ", content)
        if _FOREIGN.search(content):
            content = _MIXED.sub(_latin, content)
    elif "\t" in content or "\r" in content or "`" in content:
        content = plain(content)
    if "\n>" in content or "\n >" in content:
        content = _unmarked(content)
    return View(content, offsets)


@lru_cache(maxsize=4)
def lowered(content: str) -> str:
    """Give a view in small letters, every character in its place.

    On it a pattern of many words needs no flag to fold case, and is several times as fast without. The few texts read
    last are kept, so that every construction may ask for its own.

    >>> lowered("Ardesh CLOSED the road")
    'ardesh closed the road'
    """
    small = content.lower()
    if len(small) == len(content):
        return small
    return "".join(low if len(low := char.lower()) == 1 else char for char in content)


_SAID = late(
    r"(?<![\w\u2019'])\u2018(?P<said>(?=\w)(?:(?!\n[^\S\n]*\n)[^\u2018\u201c\u201d\"]){8,2000}?[,.?!\u2026])\u2019(?=[\s,.;:)\]\u2014\u2013-]|\Z)"
)
"""Words that somebody speaks between single quotation marks: their own stop or comma stands before the closing one."""
_GOES_ON = late(
    r"(?<=\n)\u2018(?=[A-Z\u00c0-\u00de])(?=(?:(?!\n[^\S\n]*\n)[^\u2019]|\u2019(?=\w)){20,2000}?(?:\n[^\S\n]*\n|\Z))"
)
"""The mark before a paragraph of speech that goes on in the next one."""


def _doubled(content: str) -> str:
    """Give speech between single quotation marks double ones, as other papers have them.

    >>> _doubled("\u2018Open the road,\u2019 said the bishops\u2019 envoy. It is a \u2018small\u2019 road.")
    '"Open the road," said the bishops\u2019 envoy. It is a \u2018small\u2019 road.'
    """
    doubled, count = _SAID.subn(lambda found: f'"{found["said"]}"', content)
    return _GOES_ON.sub('"', doubled) if count else content


def plain(content: str) -> str:
    """Give spaces, quotation marks and hyphens their plain forms; most texts hold few of them, so look for each."""
    for fancy, plain in _ONE_TO_ONE.items():
        if fancy in content:
            content = content.replace(fancy, plain)
    return content


def _unmarked(content: str) -> str:
    r"""Blank the marks of quoted lines but for those that open a paragraph.

    >>> _unmarked("> We ask the\n> Council to act.\n>\n> Yours")
    '> We ask the\n  Council to act.\n \n> Yours'
    """
    content = _BARE.sub(lambda bare: " " * len(bare.group()), content)
    lines = content.split("\n")
    if _is_all_quoted(lines):
        return _MARKS.sub(lambda mark: " " * len(mark.group()), content)
    open_ended = [line.lstrip(" ").startswith(">") and line.rstrip()[-1:] not in '.:;!?"' for line in lines]
    offset = 0
    pieces: list[str] = []
    for number, line in enumerate(lines):
        mark = _QUOTED.match(content, offset) if number and open_ended[number - 1] else None
        pieces.append(" " * len(mark["mark"]) + line[len(mark["mark"]) :] if mark else line)
        offset += len(line) + 1
    return "\n".join(pieces)


def _is_all_quoted(lines: Sequence[str]) -> bool:
    """Say whether a whole text was quoted, as a mail is that was passed on: its marks part nothing in it."""
    written = [line.lstrip() for line in lines if line.strip()]
    return len(written) >= _SOME and all(line[0] == ">" for line in written)


def _latin(word: re.Match[str]) -> str:
    """Give the Latin letters for their look-alikes in a word that holds Latin letters too."""
    letters = word.group()
    return "".join(_LOOKALIKES.get(c, c) for c in letters) if _LATIN.search(letters) else letters


def _composed(text: str) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        piece = unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        offsets.extend([start] * len(piece))
        start = end
    offsets.append(len(text))
    return "".join(pieces), tuple(offsets)
