# SPDX-License-Identifier: Apache-2.0
"""An anchor: the place of words in a text, with the words, so that it can be held against the source."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.errors import BrokenPromise
from tocsin.records.ids import Digest
from tocsin.records.texts import Text

CONTEXT = 32
"""Code points kept before and after a quote."""


class QuoteNotFound(BrokenPromise):
    """The words an entry points to do not stand there."""

    def __init__(self, where: str, start: int, end: int, quote: str) -> None:
        super().__init__(f"{where} [{start}:{end}]: quote not found: {quote[:80]!r}; read the document again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Document, text version, start, end (code points, half-open), quote, a little before and after.

    Source: W3C Web Annotation Data Model, sections 4.2.4 (Text Quote Selector) and 4.2.5 (Text Position Selector).
    """

    document: Digest
    version: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


def anchor(text: Text, start: int, end: int) -> Anchor:
    """Point at a stretch of a text.

    Raises:
        ValueError: The span is empty or leaves the text.
    """
    if not 0 <= start < end <= len(text.content):
        raise ValueError(f"[{start}:{end}] is no span of a text of {len(text.content)} code points")
    return Anchor(
        document=text.document,
        version=text.version,
        start=start,
        end=end,
        quote=text.content[start:end],
        prefix=text.content[max(0, start - CONTEXT) : start],
        suffix=text.content[end : end + CONTEXT],
    )


def check(held: Anchor, text: Text) -> None:
    """Hold an anchor against its text.

    Raises:
        QuoteNotFound: The document, its text version or the words differ.
    """
    if (held.document, held.version) != (text.document, text.version) or text.content[
        held.start : held.end
    ] != held.quote:
        raise QuoteNotFound(held.document, held.start, held.end, held.quote)
