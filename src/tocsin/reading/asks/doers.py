# SPDX-License-Identifier: Apache-2.0
"""Doers: who is to do what a noun asks for – "an end to the shelling by both sides", "compliance by Ardesh"."""

from __future__ import annotations

from tocsin.reading.patterns import late

_ENDS = late(
    r"(?:(?:the|an?|their|full|strict|its)\s+)?(?:(?:[a-z-]+\s+)(?:and\s+[a-z-]+\s+)?){0,3}?"
    r"(?:end|halt|cessation|stop|suspension|lifting|release|withdrawal|compliance|implementation|submission|return|"
    r"ratification|respect|restraint|adherence|accession|cooperation|co-operation|observance|renunciation|disclosure|"
    r"publication|handover|evacuation|reopening|removal|pledge|commitment|engagement|payment|action|steps|measures)\b"
)
_BY = late(
    r"\s(?:by|on the part of)\s+(?P<who>(?:(?:all|both|the|its)\s+[\w' -]{3,60}|[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+){0,4}))"
    r"(?=[,;.]|\s+(?:in|on|of|and|to|at|within|without|before|against|for|from|with)\b|\s*\Z)"
)
_DONE = late(r"(?:\w+(?:ed|wn|ought|aken|ilt|eld)|made|led|out|run|lost|down)\Z")
"""A participle before "by": "the crimes committed by Ardesh" names no one who is to act."""


def find(content: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of who is to bring about the end that a noun phrase names; None where it names none.

    >>> text = "an immediate end to the shelling of Karsk by both sides;"
    >>> text[slice(*find(text, 0, len(text)))]
    'both sides'
    """
    if content.find(" by ", start, end) < 0 and content.find("on the part of", start, end) < 0:
        return None
    return named(content, start, end) if _ENDS.match(content, start, end) else None


def named(content: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of who stands after "by" in a noun phrase, but after a participle."""
    for match in _BY.finditer(content, start, end):
        before = content[start : match.start()].rsplit(None, 1)[-1]
        if _DONE.match(before) is None:
            return match.span("who")
    return None
