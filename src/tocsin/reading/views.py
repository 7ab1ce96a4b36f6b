# SPDX-License-Identifier: Apache-2.0
"""The matching view of a text: look-alikes, spaces and quotes folded, every character mapped back.

Constructions work on the view and its offsets; `read.py` alone maps what they found back to the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

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
_QUOTED = late(r"(?<=\n)(?P<mark>[ ]?>[> ]*)(?=[^\W_]|[\"'(\[])(?!(?:[a-z\d]{1,3}|[ivx]{1,4})[.)]\s|\(\w{1,3}\))")
"""The marks of a quoted line that goes on, no item of a list."""


@dataclass(frozen=True, slots=True)
class View:
    """`content` to match on; `offsets[i]` is where view character i stands in the text, None where nothing moved."""

    content: str
    offsets: tuple[int, ...] | None

    def place(self, offset: int) -> int:
        """Map an offset of the view to the text; `len(content)` maps to the text's end."""
        return offset if self.offsets is None else self.offsets[offset]


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
        content = _plain(content)
        if _PICTURES.search(content):
            content = _PICTURES.sub(lambda picture: "•" if picture.group() in _POINTING else " ", content)
        if _FOREIGN.search(content):
            content = _MIXED.sub(_latin, content)
    elif "\t" in content or "\r" in content or "`" in content:
        content = _plain(content)
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


def _plain(content: str) -> str:
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
    open_ended = [line.lstrip(" ").startswith(">") and line.rstrip()[-1:] not in '.:;!?"' for line in lines]
    offset = 0
    pieces: list[str] = []
    for number, line in enumerate(lines):
        mark = _QUOTED.match(content, offset) if number and open_ended[number - 1] else None
        pieces.append(" " * len(mark["mark"]) + line[len(mark["mark"]) :] if mark else line)
        offset += len(line) + 1
    return "\n".join(pieces)


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
