# SPDX-License-Identifier: Apache-2.0
"""Measures that a court indicates: "Veltria shall, pending the final decision, take all measures to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.asks import operative_parties
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.names import parties, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Party

MEASURE = Construction(
    name="ask.indicated-measure",
    says="what a party shall do, in the list of provisional measures that a court indicates",
    example=(
        "Indicates the following provisional measures:\n"
        "(1) By thirteen votes to two,\nThe Republic of Ardesh ⟦shall keep the Tamar corridor open⟧;\n"
    ),
)

SHOULD = Construction(
    name="ask.should-list",
    says="an item of a list of what somebody should do; implicit, as no verb asks",
    example="The State party should:\n(a) ⟦Train its police⟧;\n(b) ⟦Publish the names of those held⟧.\n",
)

_END = late(r"(?:[\s;,.]|(?<=[\s;,])(?:and|or))+\Z")
_STEM = late(
    r"\b(?:[Ii]ndicates?|INDICATES?|[Oo]rders?|ORDERS?|[Pp]rescribes?|[Gg]rants?)\b[^:;]{0,200}?"
    r"\b(?:provisional|interim|precautionary|PROVISIONAL)\s+(?:measures?|MEASURES?)[^:;]{0,160}:"
)
_SHALL = late(
    r"(?:^|[,;:]\s+|\n)\s*(?:\(?[\dA-Za-z]{1,3}[).]\s*)*(?:[Bb]y [^,]{3,60},\s*|[Uu]nanimously,\s*)?"
    r"(?P<who>(?:The|the|Both|[A-Z][\w-]+)[^.;:]{0,140}?)\s+(?P<shall>shall\b)(?P<rest>[^;]*?(?=;|\.\s*(?:\n|"
    r"\Z)|\n\s*\n|\Z))",
)
_SHOULD = late(
    r"^[ ]*(?:\(?\d{1,3}[.)]\s+)?(?:In (?:the )?light of[^.;:]{3,200},\s+)?(?P<who>(?:The|the)\s+[^.;:,\n]{3,80}?)\s+"
    r"(?:should|must|needs?\s+to|ought\s+to)\b(?:,[^,:;]{0,120},)?"
    r"(?:\s+(?:also|therefore|further|in particular|urgently))*\s*:"
    r"(?=\s*\n\s*(?:\(?[a-z]\)|[-•–]))",
    re.MULTILINE,
)
_INDICATED = late(
    r"\b[Ii]ndicate[sd]\s+to\s+(?P<who>[^.;:,]{3,120})(?:,[^.;:]{0,120})?\s+that\s+(?:it|they|[^.;:,]{3,60})\s+"
    r"(?:should|shall|must)\b[^.;:\n]{0,40}:?(?=\s*\n\s*(?:\(?[a-z]\)|[-•–]))"
)
_INDICATED_ALONE = late(
    r"\b(?:[Ii]ndicate[sd]?|[Ii]ndicating)\s+to\s+(?P<who>(?:the|both|all|[A-Z])[^.;:,]{2,100})(?:,[^.;:]{0,120},)?\s+that\s+"
    r"(?:it|they|the [^.;:,]{3,60}|[A-Z][^.;:,]{2,60}?)\s+(?P<should>should|shall|must)\s+"
    r"(?P<rest>[a-z][^\n]*?)(?=\.(?:\s|\Z)|;|\n\s*\n|\Z)"
)
"""One measure in running text: "indicated to the Government, under Rule 39, that it should house the applicants"."""
_ENTRY = late(
    r"^[ ]*(?:\(?(?:[a-z]{1,3})\)|[-•–])[ ]*\n?[ ]*"
    r"(?P<words>\S[^\n]*(?:\n(?![ ]*(?:\n|\(?[a-z]{1,3}\)|[-•–]))[^\n]+)*)",
    re.MULTILINE,
)
_NEXT = late(r"^[ ]*\(?\d{1,3}[.)]|\n[ ]*\n(?![ ]*(?:\(?[a-z]{1,3}\)|[-•–]))", re.MULTILINE)
_REACH = 6000


def measures(draft: Draft, card: Card, read: Sequence[tuple[int, int]]) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find the measures indicated outside the spans `read`, and the spans of their lists."""
    asks, spans = _should(draft, card, read)
    content = draft.content
    for stem in _INDICATED.finditer(content) if "ndicate" in content else ():
        entries = _entries(content, stem.end())
        asks += [_indicated(draft, card, stem, entry) for entry in entries]
        spans += [(stem.start(), entries[-1].end())] if entries else []
    for told in _INDICATED_ALONE.finditer(content) if "ndicat" in content else ():
        if not any(start <= told.start() < end for start, end in (*read, *spans)) and parties(draft, *told.span("who")):
            asks.append(_indicated_alone(draft, card, told))
            spans.append((asks[-1].start, asks[-1].end))
    if "measure" not in content and "MEASURE" not in content:
        return asks, spans
    for stem in _STEM.finditer(content):
        if any(start <= stem.start() < end for start, end in read) or any(
            start <= stem.start() < end for start, end in spans
        ):
            continue
        found = [_ask(draft, card, match) for match in _listed(content, stem.end())]
        if found:
            asks += found
            spans.append((stem.start(), found[-1].end))
    return asks, spans


def indicates(content: str) -> bool:
    """Say whether a text indicates provisional measures, each told by its "shall"."""
    if "measure" not in content and "MEASURE" not in content:
        return False
    return any(True for stem in _STEM.finditer(content) for _ in _listed(content, stem.end()))


def _entries(content: str, start: int) -> list[re.Match[str]]:
    """Give the items of the list that begins after a stem, to the blank line or the paragraph that ends it."""
    close = _NEXT.search(content, start + 2)
    return list(_ENTRY.finditer(content, start, close.start() if close else len(content)))


def _indicated(draft: Draft, card: Card, stem: re.Match[str], entry: re.Match[str]) -> Ask:
    """Make an item of "the Court indicated to the Government that it should" + list a measure."""
    return Ask(
        start=entry.start("words"),
        end=entry.start("words") + len(_END.sub("", entry.group("words"))),
        quote="",
        by=MEASURE.name,
        askers=card.issuers,
        addressees=parties(draft, *stem.span("who")),
        force="direct",
    )


def _indicated_alone(draft: Draft, card: Card, told: re.Match[str]) -> Ask:
    """Make "the Court indicated to the Government that it should house them" a measure."""
    return Ask(
        start=told.start("should"),
        end=told.end("rest"),
        quote="",
        by=MEASURE.name,
        askers=card.issuers,
        addressees=operative_parties.known(draft, parties(draft, *told.span("who")), told.start(), card.issuers),
        force="direct",
    )


def _should(draft: Draft, card: Card, read: Sequence[tuple[int, int]]) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Read the lists of what somebody should do, as concluding observations have them."""
    asks: list[Ask] = []
    spans: list[tuple[int, int]] = []
    content = draft.content
    for stem in _SHOULD.finditer(content) if "should" in content or "must" in content else ():
        if any(start <= stem.start() < end for start, end in read):
            continue
        close = _NEXT.search(content, stem.end() + 2)
        limit = close.start() if close else len(content)
        named = parties(draft, *stem.span("who"))
        for entry in _ENTRY.finditer(content, stem.end(), limit):
            end = entry.start("words") + len(_END.sub("", entry.group("words")))
            asks.append(
                Ask(
                    start=entry.start("words"),
                    end=end,
                    quote="",
                    by=SHOULD.name,
                    askers=card.issuers,
                    addressees=named,
                    force=None,
                    explicit=False,
                )
            )
        spans.append((stem.start(), limit))
    return asks, spans


def _listed(content: str, start: int) -> Iterator[re.Match[str]]:
    """Give the clauses with "shall" of a list, to the first stretch of it that has none."""
    at = start
    while True:
        match = _SHALL.search(content, at, start + _REACH)
        if match is None or match.start() - at > 1200:
            return
        yield match
        at = match.end()


def _ask(draft: Draft, card: Card, match: re.Match[str]) -> Ask:
    who = match.span("who")
    named = parties(draft, *who)
    words = " ".join(match.group("who").split()).removeprefix("The ").removeprefix("the ")
    return Ask(
        start=match.start("shall"),
        end=match.start("shall") + len(content_of(match).rstrip(" \n.,")),
        quote="",
        by=MEASURE.name,
        askers=card.issuers,
        addressees=named or (Party(id=slug(words), name=words),),
        force="direct",
    )


def content_of(match: re.Match[str]) -> str:
    """Give the words of a measure, from "shall" on."""
    return match.group("shall") + match.group("rest")
