# SPDX-License-Identifier: Apache-2.0
"""Banners: titles that plead themselves – "Bishop: "Let the lorries pass"", "Free the ferrymen and open the bridge"."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re
from dataclasses import replace
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
    quoted: bool = False


_AFTER = late(
    r"[^,:\"]{6,90},\s+(?P<who>[^,:\"]{2,60}?)\s+(?P<verb>tells?|urges?|begs?|demands?|asks?|pleads?|plead with|"
    r"implores?|says? to)(?:\s+(?P<whom>[^,:\"]{2,50}))?\Z"
)
"""A title that names its speaker last: "Free the ferrymen, bishops tell guards"."""
_PAPER = late(r"(?:An? )?(?:Open|Joint|Public) (?:letter|appeal|statement|call)(?: to [^:\"]{2,60})?: ", re.IGNORECASE)
_FORCED = {"dem": "demand", "urg": "urge", "beg": "implore", "ple": "implore", "imp": "implore", "ask": "request"}


def find(read: Sentence, *, own: bool) -> Banner | None:
    """Read a title that pleads; `own` says that the text below is itself an appeal, so nobody need be named."""
    paper = _PAPER.match(read.draft.content, read.start, read.end)
    if paper is not None:
        plea = pleas.find(read, read.index(paper.end()))
        return Banner(plea, None, None) if plea is not None else None
    if (said := _said_last(read) or _quoted(read)) is not None:
        return said
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


def _said_last(read: Sentence) -> Banner | None:
    """Read "Free the ferrymen, bishops tell guards": the plea first, then who speaks and to whom."""
    found = _AFTER.match(read.draft.content, read.start, read.end)
    plea = pleas.find(read, 0) if found is not None else None
    if plea is None and found is not None and found["verb"][:3] != "say" and read.word(0) in read.grammar.verbs:
        plea = Plea(action=0, force="call")  # "Release editor now, union demands"
    if found is None or plea is None or plea.called is not None:
        return None
    who = read.index(found.start("who")), read.index(found.end("who")) - 1
    if who[1] < who[0] or not phrases.names_somebody(read, *who):
        return None
    whom = (read.index(found.start("whom")), read.index(found.end("whom")) - 1) if found["whom"] else None
    force = _FORCED.get(found["verb"][:3], plea.force)
    return Banner(replace(plea, force=force), who, whom)


_QUOTED = late(
    r"\"(?P<plea>[^\"]{4,90}?)[,.!]?\"[,:]?\s+(?:(?P<verb>says?|said|tells?|urges?|begs?|pleads?|demands?|asks?)\s+)?"
    r"(?P<who>[^\":]{2,60})\Z"
)
"""A title that quotes somebody named behind: ""Give us ten days," says the villagers' envoy"."""


def _quoted(read: Sentence) -> Banner | None:
    found = _QUOTED.match(read.draft.content, read.start, read.end)
    plea = pleas.find(read, 1) if found is not None else None
    if found is None or plea is None:
        return None
    who = read.index(found.start("who")), read.index(found.end("who")) - 1
    return Banner(plea, who, None, quoted=True) if who[1] >= who[0] else None


def _bare(read: Sentence) -> Banner | None:
    """Read a petition's or letter's own title: "Free the ferrymen", but no name in capitals: "Stop the Dam Forum"."""
    plea = pleas.find(read, 0)
    loud = read.tokens[-1].word == "!"
    if plea is None or plea.force not in {"demand", "request"} or plea.called or (read.headline and not loud):
        return None
    return Banner(plea, None, None)
