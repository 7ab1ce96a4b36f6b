# SPDX-License-Identifier: Apache-2.0
"""Tolls: lines of a brief that give numbers behind a label: "Killed since 3 May: 412 in Orsava; 38 in Veltria"."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.spans import Span
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.clauses import Segment
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_LONGEST = 70
"""Code points that a label has at most."""
_NUMBER = (
    r"(?:(?:over|about|around|some|nearly|almost|at\s+least|at\s+most|more\s+than|up\s+to|fewer\s+than|less\s+than|roughly|approximately|"
    r"upwards\s+of|well\s+over)\s+)*\d[\d,. ]*"
)
# It runs on the lowered view.
_PART = late(
    rf"\s*(?:[;,]|\band\b)?\s*(?P<part>{_NUMBER}[^;:]*?)(?=\s*(?:;|,?\s+and\s+{_NUMBER}|,\s+{_NUMBER}|[.:]?$))"
)
_TELLS = late(r"\b(?:was|were|is|are|has|have|had)\s")
_NO_LABEL = late(
    r"\b(?:said|says?|told|adds?|added|that|who|which|is|are|was|were|as\s+follows|following|put|puts|has|have|had|includ\w+|at)\b|\""
)


def tolls(
    content: str, segments: Sequence[Segment], found: Sequence[Sequence[Cue]], end: int, held: Vocabulary
) -> list[Span]:
    """Give the spans of a line that gives numbers behind a label which names an act, none where it is no such line.

    The first has the label, those after it only their own numbers and places.
    """
    small = lowered(content)
    for index, segment in enumerate(segments[:-1]):
        if not content.startswith(":", segment.end):
            continue
        label = next((cue for cue in found[index] if cue.act not in held.said), None)
        start = segments[0].start
        if label is None or segment.end - start > _LONGEST or _NO_LABEL.search(small, start, segment.end):
            return []
        if _TELLS.search(small, segment.end, end):
            return []  # "Damage: sixty houses were hit"
        return _parts(small, segment, index, label, start, end)
    return []


def _parts(small: str, segment: Segment, index: int, label: Cue, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    at = segment.end + 1
    while (match := _PART.match(small, at, end)) is not None:
        low, at = match.span("part")
        cue = label if not spans else Cue(low, at, label.act, verb=False)
        opens = start if not spans else low
        spans.append(Span(start=opens, end=at, cue=cue, act=label.act, by="claim.toll", segment=index))
    return spans
