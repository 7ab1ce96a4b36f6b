# SPDX-License-Identifier: Apache-2.0
"""Names folded for comparison: no case, no diacritics, no leading article."""

from __future__ import annotations

import unicodedata

# Letters that no decomposition takes apart, and marks that are typed or left out at will.
_PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "ə": "a", "Ə": "A", "æ": "ae"}
    | dict.fromkeys("'’‘ʼ`´ʿʾ")
)
_BLANK = str.maketrans(dict.fromkeys("-‐‑–—_/.,", " "))


def folded(name: str) -> str:
    """Fold a name for comparison: case, diacritics, apostrophes and a leading article gone, one space between words.

    >>> folded("The  Société Civile"), folded("Nagorno-Karabakh"), folded("Côte d’Ivoire")
    ('societe civile', 'nagorno karabakh', 'cote divoire')
    """
    plain = name.translate(_PLAIN)
    if not plain.isascii():  # most names are, and have nothing to take apart
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    bare = plain.casefold()
    return " ".join(bare.translate(_BLANK).split()).removeprefix("the ")
