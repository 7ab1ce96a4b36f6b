# SPDX-License-Identifier: Apache-2.0
"""Ends: where the words of a claim end, without what hangs on them, an open bracket or what somebody goes on to say."""

from __future__ import annotations

from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_GOES_ON_SAYING = late(
    r"\s+and\s+(?:then\s+|also\s+)?(?:denied|denies|said|says|added|adds|accused|accuses|called|urged|warned|blamed|rejected|insisted|told|"
    r"condemned|(?:\w+\s+){1,2}(?:was|were)$)"
)
"""What a claim's words go on with that tells of something else: "had been killed and denied that …"."""
_HANGING = frozenset(
    ("never", "in", "on", "at", "of", "to", "with", "by", "for", "from", "and", "or", "that", "which", "the")
)


def of_words(content: str, cue: int, end: int, *, saying: bool) -> int:
    """Give where the words of a claim end whose act's word ends at `cue`; `saying`: the act is itself one of saying."""
    end = _bracketed(content, cue, _trimmed(content, cue, end))
    over = None if saying else _GOES_ON_SAYING.search(lowered(content), cue, end)
    return over.start() if over else end


def _trimmed(content: str, cue: int, end: int) -> int:
    """Give where a claim's words end without the marks and little words that hang on them; no less than its act's."""
    while end > cue:
        while end > cue and content[end - 1] in " \n\t\u00a0.,;:!?":
            end -= 1
        at = end
        while at > cue and content[at - 1].isalpha():
            at -= 1
        if at <= cue or content[at:end] not in _HANGING or content[at - 1] not in " \n\t,;:":
            break
        end = at
    return end


def _bracketed(content: str, cue: int, end: int) -> int:
    """Give where a claim's words end before a bracket that does not close in them."""
    at = content.rfind("(", cue, end)
    return len(content[:at].rstrip()) if at >= 0 and content.find(")", at, end) < 0 else end
