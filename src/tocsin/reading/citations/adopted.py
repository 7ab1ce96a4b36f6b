# SPDX-License-Identifier: Apache-2.0
"""What is common to the papers that bodies adopt: which body adopts what, where the reference begins, its id."""

from __future__ import annotations

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import Page

COURT_KINDS = frozenset(
    [
        "order",
        "decision",
        "ruling",
        "judgment",
        "verdict",
        "opinion",
        "measures",
        "warrant",
        "award",
        "protocol",
        "documents",
        "statute",
    ]
)
UNDATED = frozenset(("resolution", "conclusions"))


def agrees(page: Page, body: str, kind: str, *, dated: bool) -> bool:
    """Say whether a body adopts such things; what is no law unless it is dated must be."""
    row = page.index.bodies[body]
    if row.kind == "court":
        return kind in COURT_KINDS
    known = any(word.split()[-1].rstrip("s") == kind.rstrip("s") for word in page.index.kinds[body])
    return known and (dated or kind in UNDATED)


def lead(page: Page, start: int) -> int:
    """Go back over article and adjectives to where the reference begins, not over "all" and the like."""
    begin = page.led(start, page.words("citation.decision-lead"))
    words = page.content[begin:start].split()
    while words and words[0].lower() in {"a", "an", "all", "any"} and len(words) > 1 and words[0].lower() != "a":
        begin = page.content.index(words[1], begin + len(words[0]))
        words = words[1:]
    return begin


def made(page: Page, start: int, end: int, by: str, kind: str, body: str, date: str | None) -> Mention:
    """Make the mention of what a body adopted, with the id that its date and kind give it."""
    row = page.index.bodies[body]
    text = page.content[start:end].lower().replace("\n", " ")
    canonical = _canonical(page, body, kind, text)
    instrument = None
    if date is not None:
        instrument = f"{row.prefix}-{canonical}-{date}"
        for known in page.index.dated.get(date, ()):
            if known.body in {body, row.prefix}:
                instrument = known.id
    return Mention(start=start, end=end, by=by, kind=canonical, instrument=instrument, date=date, body=body)


def _canonical(page: Page, body: str, kind: str, text: str) -> str:
    """Give the one kind that stands in ids for the words a source uses of this body."""
    kinds = page.index.kinds[body]
    for words in sorted(kinds, key=len, reverse=True):
        if " " in words and words in text:
            return kinds[words]
    return kinds.get(kind, kind)
