# SPDX-License-Identifier: Apache-2.0
"""Labels: who speaks in a paragraph that begins with a name – "The League: "…". It calls on Ardesh to …"."""

from __future__ import annotations

from tocsin.reading.asks import speaking
from tocsin.reading.cards import lists
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_LABEL = late(
    r"(?P<who>(?!(?:To|From|For|Of|As|In|On|At|By|With|And|But|Re|Subject|Note|Date|Source)\b)[A-Z][^\".!?\n:,]{2,90})"
    r"(?P<aside>, [^\".!?\n:]{2,80})?:\s+(?P<rest>\S)"
)
_BEFORE = late(
    r"(?:\A|(?<=[.!?]\s)|(?<=\n))(?P<who>[A-Z][^\".!?\n:,]{2,90})(?:, [^\".!?\n:]{2,80})?:\s+\"[^\"]*\"[.,]?\s*\Z"
)


def speaker(draft: Draft, block: Block, place: int) -> tuple[Party, ...]:
    """Give whose name stands before the colon at a paragraph's head, for what it says up to `place`."""
    label = _LABEL.match(draft.content, block.start, block.end) if block.role == "body" else None
    if label is None or label.start("rest") > place:
        return ()
    found = speaking.resolve(draft, *label.span("who"))
    return found if found and all(_speaks(draft, party) for party in found) else ()


def _speaks(draft: Draft, party: Party) -> bool:
    """Say whether a name before a colon is somebody's who speaks: no land's, which only says where."""
    row = draft.catalogue.actors.get(party.id)
    if row is not None:
        return row.kind not in {"state", "territory"}
    return " " in party.name and lists.BODY.search(party.name) is not None


_HEAD = late(r"(?P<who>[A-ZÀ-Þ][^\".!?\n:,]{2,60}):\s+(?=[a-z])")


def head(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of a body's name before a colon, and where what it says begins; None where no body stands there."""
    label = _HEAD.match(draft.content, start, end)
    found = speaking.resolve(draft, *label.span("who")) if label else ()
    return (start, label.end()) if label and found and all(_speaks(draft, party) for party in found) else None


def quoted(draft: Draft, block: Block, place: int) -> tuple[Party, ...]:
    """Give whose name stands before the quotation that ends just before `place`."""
    words = draft.content[block.start : place]
    found = _BEFORE.search(words) if words.rstrip(" .,")[-1:] == '"' else None
    if found is None:
        return ()
    return speaking.resolve(draft, block.start + found.start("who"), block.start + found.end("who"))
