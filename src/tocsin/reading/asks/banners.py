# SPDX-License-Identifier: Apache-2.0
"""Banners: titles that plead themselves – "Bishop: "Let the lorries pass"", "Free the ferrymen and open the bridge"."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from typing import NamedTuple

from tocsin.reading.asks import phrases, pleas
from tocsin.reading.asks.pleas import Plea
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late

_SPEAKER = late(
    r"(?P<who>[^:\"]{2,70}?)(?:\s+(?:tells?|urges?|warns?|asks?|to)\s+(?P<whom>[^:\"]{2,50}))?:\s+(?P<quote>\")?"
)
_LABELS = frozenset(
    "opinion watch video live analysis editorial photos podcast explainer exclusive update breaking factbox timeline "
    "review tutorial recipe how why what where when who tips guide comment column listen quiz interview feature tip "
    "lesson step part chapter episode note warning advice lyrics prayer poem".split()
)
"""First words of what stands before a colon in a title and names no speaker."""


class Banner(NamedTuple):
    """What a title pleads, with the tokens (first, last) of who speaks and of to whom, None where unsaid."""

    plea: Plea
    who: tuple[int, int] | None
    whom: tuple[int, int] | None


def find(read: Sentence, *, own: bool) -> Banner | None:
    """Read a title that pleads; `own` says that the text below is itself an appeal, so nobody need be named."""
    found = _SPEAKER.match(read.draft.content, read.start, read.end)
    if found is None:
        return _bare(read) if own else None
    first = read.index(found.start("who"))
    last = read.index(found.end("who")) - 1
    if read.word(first) in _LABELS or last < first:
        return None
    named = read.word(phrases.head(read, first, last))
    somebody = found["quote"] or named in read.grammar.agents or phrases.is_people(named) or found["whom"]
    plea = pleas.find(read, read.index(found.end())) if somebody else None
    if plea is None:
        return None
    whom = (read.index(found.start("whom")), read.index(found.end("whom")) - 1) if found["whom"] else None
    return Banner(plea, (first, last), whom)


def _bare(read: Sentence) -> Banner | None:
    """Read a petition's or letter's own title: "Free the ferrymen", but no name in capitals: "Stop the Dam Forum"."""
    plea = pleas.find(read, 0)
    loud = read.tokens[-1].word == "!"
    if plea is None or plea.force not in {"demand", "request"} or plea.called or (read.headline and not loud):
        return None
    return Banner(plea, None, None)
