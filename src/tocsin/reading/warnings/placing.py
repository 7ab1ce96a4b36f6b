# SPDX-License-Identifier: Apache-2.0
"""Placing: where a warning begins and ends around the word that warns, and on what condition it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.reading.claims.starts import FINITE_VERB
from tocsin.reading.clauses import Segment, at, opened
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings import prospects

_CONDITION = late(
    r"(?:unless|if|failing|without|should|in\s+the\s+absence|absent|(?:as|so)\s+long\s+as|it\s+takes\s+only|all\s+it\s+takes)\b",
    re.IGNORECASE,
)
_AND = late(r"(?:(?:and|but|or|yet|that)\b,?\s+)+", re.IGNORECASE)
_LEAD = late(r"(?:as\s+well\s+as|including|in\s+addition\s+to|along\s+with|thus|so|however)\s+", re.IGNORECASE)
_TELLER = late(
    r"[^,;:]{2,90}?\b(?:sa(?:id|ys?)|warn(?:s|ed)?|believe[sd]?|estimate[sd]?|thinks?|thought|predict(?:s|ed)?|caution(?:s|ed)?|argue[sd]?|"
    r"announced|stated?|claim(?:s|ed)|add(?:s|ed)|indicate[sd]|reported|suggest(?:s|ed)|conclude[sd]|calculate[sd]?|insist(?:s|ed)|"
    r"declare[sd])\s+(?:(?:on|last|this)\s+\w+\s+)?(?:that\s+)?(?=\S+\s)",
    re.IGNORECASE,
)
"""Who tells of a warning, up to what is told."""
_TELLING = frozenset({"warned", "fear", "dare", "plain"})
_HEAD = late(
    r"(?:(?:any|all|the|those|every|each|no)\s+)?(?!\w*(?:sa(?:id|ys)|warn|fear|claim|believe|estimate|add|announc|report|state)\w*\b)(?:\w+s|those|all|anyone|any\s+\w+)",
    re.IGNORECASE,
)
_ONE_MORE = late(r"(?:one\s+more|another|one|a\s+single|a\s+few\s+more)\s", re.IGNORECASE)
_TOLD = late(r"(?:\w+\s+){1,5}(?:said|says|warned|warns|added|adds|told\s+\w+|wrote)[,\s]*", re.IGNORECASE)
_OPENS = late(
    r"\s*(?:\w+ly\s+)?(?:will|would|could|may|might|can|cannot|shall|won't|threatens?|risks?|is|are|has|have|faces?|stands?|hangs?|runs?)\b"
)
_RELATIVE = late(
    r"(?:who|which|that\s+(?:is|are|was|were|has|have|had|will|would|can|could|\w+ed|\w+s)|"
    r"(?:that|which|whom)\s+(?:it|they|we|he|she)\s+\w+\s+(?:is|are|has|have|will|would|can|could|may|might))\s",
    re.IGNORECASE,
)
_RUNS_ON = frozenset({"ing", "soft", "bare", "gerund"})
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A warning with its place in the view, where its word stands (`cue`), and its condition in the source's words."""

    start: int
    end: int
    cue: int
    by: str
    horizon: str
    harm: str
    condition: str | None


def extended(segments: Sequence[Segment], index: int) -> int:
    """Go on over what runs on from a segment: participles, lists, "that" clauses."""
    end = segments[index].end
    for segment in segments[index + 1 :]:
        if segment.kind not in _RUNS_ON or segment.end - segments[index].start > _LONGEST:
            break
        end = segment.end
    return end


def placed(content: str, segments: Sequence[Segment], seen: prospects.Prospect, sentence: tuple[int, int]) -> Placed:
    """Place a warning: the clause of its word with its subject, what runs on from it, and its condition."""
    cue, by, horizon, harm, last = seen
    index = at(segments, cue)
    segment = segments[index]
    start = opened(content, segment)
    if segment.kind == "gerund":
        start = segment.start
    end = max(extended(segments, index), harm.end)
    end = max(end, extended(segments, at(segments, last))) if last > end else end
    told_on = by == "fear" or (by == "plain" and (content[sentence[1] - 1] == "?" or content.startswith(":", end)))
    if told_on and sentence[1] - start <= _LONGEST - 100:  # what is feared or asked may hold clauses of its own
        end = max(end, sentence[1])
    start = _back(content, segments, index, start, cue) if index else start
    if by == "warned":
        that = segments[index + 1] if index + 1 < len(segments) else None
        start = opened(content, that) if that and that.kind == "bare" and harm.start >= that.start else start
    teller = _TELLER.match(content, start, max(start, cue - 4)) if by not in _TELLING else None
    start = teller.end() if teller else start
    lead = _LEAD.match(content, start, end)
    start = lead.end() if lead else start
    condition = _condition(content, segments, index)
    if condition is segment:
        start, horizon = _past_and(content, segment), "conditional"
    elif condition is not None:
        horizon = "conditional"
        if max(end, condition.end) - min(start, condition.start) <= _LONGEST + 60:
            start, end = min(start, condition.start), max(end, condition.end)
    while end > start and content[end - 1] in " \n.,;":
        end -= 1
    told = None if condition is None else content[condition.start : condition.end]
    return Placed(
        start=max(start, sentence[0]),
        end=end,
        cue=cue,
        by=f"warning.{by}",
        horizon=horizon,
        harm=harm.tag,
        condition=told,
    )


def _back(content: str, segments: Sequence[Segment], index: int, start: int, cue: int) -> int:
    """Give where a warning begins whose segment holds no subject of its own, else the segment's own words."""
    segment = segments[index]
    if segment.kind in ("soft", "conj") and _OPENS.match(content, start):
        return _subject(content, segments, index)
    if (
        segment.kind == "bare"
        and segment.word in ("that", "who", "which")
        and _HEAD.fullmatch(content, *segments[index - 1][:2])
    ):
        return opened(content, segments[index - 1])  # "Boats that land at Dolen will be sunk"
    relative = segment.kind == "bare" and _RELATIVE.match(content, segment.start)
    if relative or (segment.kind == "soft" and not content[start:cue].strip()):
        return opened(content, segments[index - 1])
    return start


def _subject(content: str, segments: Sequence[Segment], index: int) -> int:
    """Give where the subject stands of a segment that opens with its verb, before what a comma set apart."""
    back = index - 1
    while (
        back
        and segments[back].kind in ("rel", "ing", "soft")
        and segments[index].start - segments[back - 1].start < _LONGEST - 80
    ):
        back -= 1
    return opened(content, segments[back])


def _condition(content: str, segments: Sequence[Segment], index: int) -> Segment | None:
    """Give the segment beside this one that opens with "if" or "unless"."""
    back = index - 1
    if back > 0 and _TOLD.fullmatch(content, segments[back].start, segments[back].end):
        back -= 1  # "If it is not put out, he said, it will …"
    if index and segments[index].kind == "conj" and _ONE_MORE.match(content, segments[index - 1].start):
        return segments[index - 1]  # "One more strike, and …"
    for near in (index, back, index + 1):
        if 0 <= near < len(segments):
            segment = segments[near]
            if _CONDITION.match(content, _past_and(content, segment)) and (near != index or segment.kind != "open"):
                return segment
    return None


def _past_and(content: str, segment: Segment) -> int:
    """Give where a segment begins after the "and" that joins it."""
    match = _AND.match(content, segment.start, segment.end)
    return match.end() if match else segment.start


_APART = late(r"\s[–—-]\s[^–—;.]{2,90}?\s[–—-]\s")
"""An aside between dashes."""
_UNDER = late(r"\b(?:unless|if|without)\b[^,;]*\Z")
_WOULD = late(r",\s[^;:]*?\b(?:will|would|could|may|might|shall|risks?|faces?)\b")
_BARE = late(
    r"(?!(?:the|an?|its|their|his|her|our|this|these|those|it|they|we|there|many|more|some|all|no|people)\b)[a-z]"
)
"""What goes on with a list or behind an aside, and begins no clause of its own."""
_OPENING = 130
"""Code points up to which what stands before a clause is the beginning of its subject."""


def whole(content: str, sentence: tuple[int, int], found: Placed) -> Placed:
    """Take in what a list's commas, dashes or a condition cut off: "hospitals, schools and mills will close"."""
    start, end = found.start, found.end
    small = lowered(content)
    lead = small[sentence[0] : start]
    low = lead.rfind(" that ") + len(" that ") if " that " in lead else 0
    cut_off = lead.rstrip()[-1:] in {",", "–", "—"} and lead[low:].strip(" ,–—") and _BARE.match(content, start)
    if cut_off and len(lead) - low <= _OPENING and FINITE_VERB.search(lead, low) is None:
        start = sentence[0] + low
    aside = _APART.match(small, end, sentence[1])
    under = _UNDER.search(small, start, end) is not None and _WOULD.match(small, end, sentence[1]) is not None
    if aside or under:
        end = sentence[0] + len(content[sentence[0] : sentence[1]].rstrip(" .\n"))
    return replace(found, start=start, end=end)
