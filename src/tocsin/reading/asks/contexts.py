# SPDX-License-Identifier: Apache-2.0
"""The context of a block: whom its heading, stem and salutation address, and who was named before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tocsin.reading.asks import addressees
from tocsin.reading.drafts import Block, Draft
from tocsin.records.findings import Party

_TO = re.compile(r"(?:attn:?\s+|attention:?\s+)?(?:to|for)\s*:?\s+(?:the\s+)?", re.IGNORECASE)
_SALUTES = re.compile(
    r"(?:dear|esteemed|distinguished|excellenc(?:y|ies)|your (?:excellency|majesty|holiness|eminence|honou?r)|"
    r"hono(?:u)?rable|respected|"
    r"mr\.? (?:president|secretary-general|chair\w*)|madam\w*|ladies and gentlemen|fellow|brothers and sisters)\b",
    re.IGNORECASE,
)
_SECTIONS = {
    "recommendations": "recommend",
    "demands": "demand",
    "requests": "request",
    "appeals": "appeal",
    "calls": "call",
    "asks": "request",
}
_SECTION = re.compile(
    r"(?:[\divx]+[.)]\s*)?(?:(?:our|the|key|main|general|specific|final|policy|these|following|are|"
    r"conclusions|and|here|what we)\s+)*"
    r"(?P<noun>recommendations|demands|requests|appeals|calls|asks)(?:\s+(?:are|to|for)(?:\s+action)?)?\s*:?",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?;][\"')\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A sentence whose action stands in the list below it: "We call on the Council to:"."""

    force: str
    to: tuple[Party, ...]
    askers: tuple[Party, ...]
    voice: str
    reported: bool
    depth: int
    block: int
    used: bool = False


@dataclass(slots=True)
class Context:
    """What the walk over the blocks remembers."""

    heading: tuple[Party, ...] = ()
    listed: bool = False
    saluted: tuple[Party, ...] = ()
    named: tuple[Party, ...] = ()
    asker: tuple[Party, ...] = ()
    stem: Stem | None = None
    letters: bool = False
    stems: list[Stem] = field(default_factory=list)


def is_salutation(draft: Draft, block: Block) -> bool:
    """Say whether a block greets its readers ("Dear Ministers,")."""
    if block.role == "salutation":
        return True
    if block.end - block.start > 160 or block.role not in {"body", "heading"}:
        return False
    text = draft.content[block.start : block.end]
    return _SALUTES.match(text) is not None and text.rstrip()[-1:] in ",:!"


def is_short(draft: Draft, block: Block) -> bool:
    """Say whether a block looks like a heading or a line that runs into a list."""
    if block.role == "heading":
        return True
    if block.role not in {"body", "title"} or block.end - block.start > 200:
        return False
    return _CLOSED.search(draft.content, max(block.start, block.end - 4), block.end) is None


def heading_addressees(draft: Draft, block: Block, *, running: bool) -> tuple[Party, ...]:
    """Give whom a heading addresses: "To the European Union", or under a stem the bare name ("the Council to").

    `running` says that a stem or an addressing heading stands above.
    """
    text = draft.content[block.start : block.end]
    lead = _TO.match(text)
    if lead is None and (block.role == "title" or not running):
        return ()
    start = block.start + (lead.end() if lead else 0)
    end = block.end
    tail = re.search(r"(?:\s+to)?\s*[:,]?\s*$", draft.content[start:end])
    if tail:
        end = start + tail.start()
    return addressees.named(draft, start, end)


def heading_force(draft: Draft, block: Block) -> str | None:
    """Give the force of a section that is called by a noun of asking: "Recommendations", "Our demands:"."""
    match = _SECTION.fullmatch(draft.content, block.start, block.end)
    return _SECTIONS[match.group("noun").lower()] if match else None
