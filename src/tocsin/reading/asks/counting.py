# SPDX-License-Identifier: Apache-2.0
"""Counting: what a verb asks is only announced – "to do four things", "three things" – and counted out behind it."""

from __future__ import annotations

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import spaced

_THINGS = spaced(
    r"(?:(?:to )?(?:do|take|adopt|implement|carry out|undertake|consider|grant|honour|heed|fulfil|meet|act on) )?"
    r"(?:(?:the following|these|those|just|only|but|at least|no more than|all of|our) ){0,2}"
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|\d{1,2}) )?"
    r"(?:(?:[a-z]+,? ){0,2}(?:things|steps|measures|actions|points|requests|demands|undertakings|reforms|commitments)|"
    r"the following)"
    r"(?:,? (?:now|today|at once|immediately|urgently|forthwith|first|as a matter of urgency|"
    r"without (?:further )?delay|before [^.:;,]{3,40}|by [^.:;,]{3,40}|in particular|without exception|"
    r"above all))*[.:]?"
)
_COUNTED = spaced(
    r"\b(?:the following|these|those|two|three|four|five|six|seven|eight|nine|ten|twelve|several|\d{1,2}) "
)
_ORDINAL = spaced(
    r"(?:\A|(?P<joint>[;,.] (?:and )?(?:finally, )?))"
    r"(?:[Ff]irst(?:ly)?|[Ss]econd(?:ly)?|[Tt]hird(?:ly)?|[Ff]ourth(?:ly)?|[Ff]ifth(?:ly)?|[Ss]ixth(?:ly)?|[Ff]inally|[Ll]astly|"
    r"[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)(?: of all)?(?:,|:) (?=\S)"
)


def announces(draft: Draft, start: int, end: int) -> bool:
    """Say whether what is asked for is a number of things still to be told, and no thing itself."""
    found = _THINGS.fullmatch(draft.content, start, end)
    return found is not None and _COUNTED.search(draft.content, start, end) is not None


_OPENS = spaced(r"[a-z]+ ")
_NEXT = spaced(r"; (?:and |or )?|, and (?=that |to )")


def inline(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """Give what stands behind the colon of "three things: that …; that …; and that …", one by one; else []."""
    colon = draft.content.find(": ", start, end)
    if colon < 0 or not announces(draft, start, colon + 1):
        return []
    first = colon + 2
    cuts = list(_NEXT.finditer(draft.content, first, end))
    if not cuts or not all(_OPENS.match(draft.content, at, end) for at in (first, *(cut.end() for cut in cuts))):
        return []
    edges = [*(cut.start() for cut in cuts), end]
    return list(zip((first, *(cut.end() for cut in cuts)), edges, strict=True))


def counted(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """Give what a sentence counts out: behind "First, …", up to "; second, …"; [] where it counts nothing."""
    text = draft.content[start:end]
    marks = list(_ORDINAL.finditer(text))
    if not marks or marks[0].start() != 0:
        return []
    edges = [*(mark.start("joint") if mark["joint"] else mark.start() for mark in marks[1:]), len(text)]
    return [(start + mark.end(), start + edge) for mark, edge in zip(marks, edges, strict=True)]
