# SPDX-License-Identifier: Apache-2.0
"""Sheets: a document's text laid out for reading – passages, the runs of words within, the notes beside them.

1. Every character of a passage stands in exactly one run, in order; where a run begins in the text is known.
2. A run is cut wherever a finding or a withheld name begins or ends, so that marks may overlap as they like.
3. A run holds words, never markup: a page escapes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.desk.sayings import says
from tocsin.dossier.withholding import WITHHELD
from tocsin.ledger.listed import Listed
from tocsin.records.ids import Digest

KINDS = ("ask", "warning", "claim", "citation", "time", "quantity")
"""Kinds of findings that are marked in a text."""

SHEET = 8_000
"""Code points of a sheet, about: it ends with the passage that reaches this many."""

_BREAK = re.compile(r"\r\n?")
_NUMBER = re.compile(r"\s*[^\w\s]*\s*(?:(?:\d{1,4}|[A-Za-z]|[ivxlcIVXLC]{1,5})[^\w\s]*)?\s*(?=\S|$)|\s*[\W_]+\s*")
_QUIET = frozenset({"boilerplate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words between two cuts: where they stand, which kinds mark them, which findings, and which begin here.

    `withheld`: a name at risk stands here; `words` says so instead.
    """

    start: int
    end: int
    words: str
    kinds: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding beside its words: what it was taken for, how it stands, what of it was seen."""

    finding: Digest
    kind: str
    says: str
    standing: str
    seen: int
    start: int
    end: int
    quote: str
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A passage with its role, its runs and the notes of the findings that begin in it."""

    role: str
    quiet: bool
    start: int
    end: int
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Some passages in a row: what a page loads at once."""

    number: int
    start: int
    end: int
    blocks: tuple[Block, ...]


Span = tuple[int, int, str]
"""A passage: where it begins and ends, and its role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A sheet before it is laid out: its passages, and where the next sheet begins."""

    number: int
    spans: tuple[Span, ...]
    until: int

    @property
    def start(self) -> int:
        """Where its first passage begins."""
        return self.spans[0][0] if self.spans else 0

    @property
    def end(self) -> int:
        """Where its last passage ends."""
        return self.spans[-1][1] if self.spans else 0


def cuts(content: str, passages: Iterable[Span]) -> tuple[Cut, ...]:
    """Cut a text into sheets, each of whole passages; there is always one."""
    spans = _spans(content, sorted(passages))
    groups: list[list[Span]] = [[]]
    for span in spans:
        if groups[-1] and groups[-1][-1][1] - groups[-1][0][0] >= SHEET:
            groups.append([])
        groups[-1].append(span)
    begins = [*(group[0][0] for group in groups[1:]), len(content) + 1]
    return tuple(
        Cut(number=number, spans=tuple(group), until=until)
        for number, (group, until) in enumerate(zip(groups, begins, strict=True))
    )


def sheet_at(held: Sequence[Cut], place: int) -> int:
    """Give the number of the sheet that holds a place of the text; the nearest where none does."""
    return max((cut.number for cut in held if cut.start <= place), default=0)


def sheet(content: str, cut: Cut, rows: Iterable[Listed], withheld: Sequence[tuple[int, int]]) -> Sheet:
    """Lay a sheet out with the findings that stand in it, or reach into it, and the names that are withheld."""
    marked = sorted(
        (row for row in rows if row.finding.kind in KINDS), key=lambda row: (row.finding.start, -row.finding.end)
    )
    runs = _runs(content, cut, marked, withheld)
    begun = [row for row in marked if (cut.start if cut.number else 0) <= row.finding.start < cut.until]
    blocks = _blocks(cut, begun, runs)
    return Sheet(number=cut.number, start=cut.start, end=cut.end, blocks=tuple(blocks))


def _short(name: Digest) -> str:
    return name.removeprefix("sha256:")[:12]


def _runs(content: str, cut: Cut, marked: Sequence[Listed], withheld: Sequence[tuple[int, int]]) -> list[Run]:
    """Cut a sheet's text wherever something begins or ends."""
    low, high = cut.start, cut.end
    places = {low, high, *(place for start, end, _role in cut.spans for place in (start, end))}
    for row in marked:
        places |= {row.finding.start, row.finding.end}
    inside = set()
    hidden = {start: end for start, end in withheld if start < high and end > low}
    for start, end in hidden.items():
        places |= {start, end}
        inside |= set(range(start + 1, end))
    places -= inside  # a withheld name is one run, whatever else begins or ends within
    for found in _BREAK.finditer(content, low, high):  # a page's reader makes one character of CR LF
        places |= {found.start(), found.end()} - inside  # so a run begins after it
    ordered = sorted(place for place in places if low <= place <= high)
    runs: list[Run] = []
    open_: list[Listed] = []
    waiting = 0
    for start, end in pairwise(ordered):
        begun = []
        while waiting < len(marked) and marked[waiting].finding.start < end:
            begun.append(marked[waiting])
            waiting += 1
        open_ = [row for row in (*open_, *begun) if row.finding.end > start]
        over = {row.finding.kind for row in open_}
        runs.append(
            Run(
                start=start,
                end=end,
                words=WITHHELD if start in hidden else _plain(content[start:end]),
                kinds=tuple(kind for kind in KINDS if kind in over),
                findings=tuple(_short(row.row.finding) for row in open_),
                begins=tuple(_short(row.row.finding) for row in begun if row.finding.start >= low or not cut.number),
                withheld=start in hidden,
            )
        )
    return runs


def _plain(words: str) -> str:
    """Give words as a page's reader leaves them: it drops NUL and makes other line breaks one."""
    return _BREAK.sub("\n", words).replace("\0", "\ufffd")


def _spans(content: str, passages: Sequence[Span]) -> list[Span]:
    """Give the passages of a text in order, with what stands between them."""
    spans: list[Span] = []
    last = 0
    for start, end, role in passages:
        if start < last:  # passages do not overlap; of two readings' the first stands
            continue
        between = content[last:start]
        if _NUMBER.fullmatch(between):  # a bullet, a number or a rule belongs to what it stands before
            start = last + len(between) - len(between.lstrip())  # noqa: PLW2901 - the passage as it is shown
        elif between.strip():
            spans.append((last, start, "body"))
        spans.append((start, end, role))
        last = end
    if content[last:].strip():
        spans.append((last, len(content), "body"))
    return spans


def _blocks(cut: Cut, marked: Sequence[Listed], runs: Sequence[Run]) -> list[Block]:
    blocks: list[Block] = []
    run, note = 0, 0
    for number, (start, end, role) in enumerate(cut.spans):
        while run < len(runs) and runs[run].end <= start:
            run += 1
        held = []
        while run < len(runs) and runs[run].start < end:
            held.append(runs[run])
            run += 1
        until = cut.spans[number + 1][0] if number + 1 < len(cut.spans) else cut.until
        notes = []
        while note < len(marked) and marked[note].finding.start < until:
            notes.append(_note(marked[note]))
            note += 1
        blocks.append(
            Block(role=role, quiet=role in _QUIET, start=start, end=end, runs=tuple(held), notes=tuple(notes))
        )
    return blocks


def _note(row: Listed) -> Note:
    finding, state = row.finding, row.row.state
    return Note(
        finding=row.row.finding,
        kind=finding.kind,
        says=says(finding, row.shelved.card.issuers),
        standing=state.word,
        seen=state.last_seq,
        start=finding.start,
        end=finding.end,
        quote=" ".join(finding.quote.split()),
        moved=state.moved is not None,
    )
