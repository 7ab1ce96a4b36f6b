# SPDX-License-Identifier: Apache-2.0
"""Clauses: a sentence cut where one thing said ends and the next begins, without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_SUBORDINATORS = (
    "which|who|whom|whose|where|when|while|whereas|although|though|because|since|as|after|before|until|unless|if|so|"
    "thus|thereby|then|however|including|despite|according|following|due|amid"
)
# It runs on the view in small letters. One character class opens the pattern, so that the engine skips to the few
# characters at which anything can be cut; white space, the most frequent of them, is tried first and against little.
_CUT = late(
    r'[,;:"\s—.\]-](?:'
    r"(?<=\s)(?=[abituw–—-])(?=a[lns]|b[euy]|if|th[ae]|un|wh|[–—-])(?:(?=(?P<bare>as\s+long\s+as|that|which|who|whose|where|when|while|because|although|unless|until|if|whereas)\s)"
    r"|(?=(?P<also>and|but)\s+(?:then|also|later|has|have|had|was|were|is|are|will|would|did|does)\b)"
    r"|(?=(?P<gerund>by|and\s+then|then)\s+\w{2,}ing\s)|(?P<hard>[-–—]{1,2}\s))"
    rf"|(?<!\s)(?:(?<=,)\s*(?:(?=(?:(?:and|but|or)\s+)?(?P<rel>{_SUBORDINATORS})\b)|(?=(?P<conj>and|but|or|yet|nor)\s)"
    r"|(?=(?:(?:thus|\w+ly)\s+)?(?P<ing>\w{2,}ing)\s)|(?<=\s)(?P<soft>))"
    r'|(?<=")(?P<quote>)|(?:(?<=[;:\]])(?=\s)|(?<=—)|(?<=-)-|(?<=\.)\.\.)(?P<stop>)))'
)
_KINDS = {"stop": "hard"}
_RUNNING = frozenset({"body", "list-item", "quotation"})
_SKIP = late(
    r"(?:(?:as\s+long\s+as|and|but|or|yet|nor|that|where|when|while|because|although|though|unless|until|if|whereas|so|thus|then|by|"
    r"however|as|since)\b,?\s+)+",
    re.IGNORECASE,
)


class Segment(NamedTuple):
    """A stretch between two cuts; `kind` says what opened it.

    Kinds: `open` (the sentence itself), `hard` (a semicolon, a dash), `quote`, `rel` (a comma and a subordinator),
    `conj` (a comma and a conjunction), `ing` (a comma and a participle), `soft` (any other comma), `bare` (a
    subordinator without a comma), `also` (a conjunction and a finite verb), `gerund` ("by doing").
    """

    start: int
    end: int
    kind: str
    word: str


def cut(content: str, start: int, end: int, shields: Iterable[tuple[int, int]] = ()) -> list[Segment]:
    """Cut a sentence of the view into segments, in order, without the white space between them.

    A comma inside one of `shields` (a date such as "23 April, 2021") cuts nothing. Nothing is lost: every word
    stands in one segment, its opening word included.

    >>> [s.kind for s in cut("Troops came, killing two, and left.", 0, 35)]
    ['open', 'ing', 'conj']
    """
    held = tuple(shields)
    segments: list[Segment] = []
    at, kind, word = start, "open", ""
    for match in _CUT.finditer(lowered(content), start, end):
        place = match.start()
        if held and any(low < place < high for low, high in held):
            continue
        words = content[at:place].strip()
        if words:
            segments.append(_trimmed(content, at, words, kind, word))
        at, kind = match.end(), _KINDS.get(match.lastgroup or "soft", match.lastgroup or "soft")
        word = match.group(match.lastgroup or 0) or ""
    words = content[at:end].strip()
    if words:
        segments.append(_trimmed(content, at, words, kind, word))
    return segments


def _trimmed(content: str, start: int, words: str, kind: str, word: str) -> Segment:
    start = content.index(words[0], start)
    return Segment(start, start + len(words), kind, word)


def runs(content: str, role: str, start: int, end: int) -> bool:
    """Say whether a block is running text: by its role, or a long sentence that looks like a heading (all capitals)."""
    if role in _RUNNING:
        return True
    if role not in ("heading", "title") or end - start <= 120:
        return False
    return content[end - 1] in '.!?"' or ". " in content[start:end]


def opened(content: str, segment: Segment) -> int:
    """Give where a segment's own words begin, after "and", "where", "that", "by"."""
    match = _SKIP.match(content, segment.start, segment.end)
    return match.end() if match else segment.start


def at(segments: Sequence[Segment], offset: int) -> int:
    """Give the index of the segment that holds an offset, the last one before it where it stands between two."""
    index = 0
    for number, segment in enumerate(segments):
        if segment.start > offset:
            break
        index = number
    return index
