# SPDX-License-Identifier: Apache-2.0
"""Sheets: a document's text laid out for reading – passages, the runs of words within, the notes beside them.

1. Every character of the text stands in exactly one run, in order; where a run begins in the text is known.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A document laid out whole; `counts` says how many findings there are of each kind that is marked."""

    sheets: tuple[Sheet, ...]
    counts: tuple[tuple[str, int], ...]
    size: int

    def sheet_at(self, place: int) -> int:
        """Give the number of the sheet that holds a place of the text; the nearest where none does."""
        return max((sheet.number for sheet in self.sheets if sheet.start <= place), default=0)


def laid(content: str, rows: Iterable[Listed], withheld: Sequence[tuple[int, int]]) -> Laid:
    """Lay a text out with the findings that stand in it."""
    held = list(rows)
    marked = sorted(
        (row for row in held if row.finding.kind in KINDS), key=lambda row: (row.finding.start, -row.finding.end)
    )
    passages = sorted(
        (row.finding.start, row.finding.end, str(getattr(row.finding, "role", "body")))
        for row in held
        if row.finding.kind == "passage"
    )
    runs = _runs(content, marked, withheld, passages)
    blocks = _blocks(content, passages, marked, runs)
    counts = {kind: sum(row.finding.kind == kind for row in marked) for kind in KINDS}
    return Laid(sheets=tuple(_sheets(blocks)), counts=tuple(counts.items()), size=len(content))


def _short(name: Digest) -> str:
    return name.removeprefix("sha256:")[:12]


def _runs(
    content: str,
    marked: Sequence[Listed],
    withheld: Sequence[tuple[int, int]],
    passages: Sequence[tuple[int, int, str]],
) -> list[Run]:
    """Cut the whole text wherever something begins or ends."""
    cuts = {0, len(content)}
    for row in marked:
        cuts |= {row.finding.start, row.finding.end}
    for start, end, _role in passages:
        cuts |= {start, end}
    inside = set()
    for start, end in withheld:
        cuts |= {start, end}
        inside |= set(range(start + 1, end))
    cuts -= inside  # a withheld name is one run, whatever else begins or ends within
    for found in _BREAK.finditer(content):  # a page's reader makes one character of CR LF, so a run begins after it
        cuts |= {found.start(), found.end()} - inside
    hidden = {start for start, _ in withheld}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(content))
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
                begins=tuple(_short(row.row.finding) for row in begun),
                withheld=start in hidden,
            )
        )
    return runs


def _plain(words: str) -> str:
    """Give words as a page's reader leaves them: it drops NUL and makes other line breaks one."""
    return _BREAK.sub("\n", words).replace("\0", "\ufffd")


def _blocks(
    content: str, passages: Sequence[tuple[int, int, str]], marked: Sequence[Listed], runs: Sequence[Run]
) -> list[Block]:
    spans: list[tuple[int, int, str]] = []
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
    blocks: list[Block] = []
    run, note = 0, 0
    for number, (start, end, role) in enumerate(spans):
        while run < len(runs) and runs[run].end <= start:
            run += 1
        held = []
        while run < len(runs) and runs[run].start < end:
            held.append(runs[run])
            run += 1
        until = spans[number + 1][0] if number + 1 < len(spans) else len(content) + 1
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
        says=says(finding),
        standing=state.standing,
        seen=state.last_seq,
        start=finding.start,
        end=finding.end,
        quote=" ".join(finding.quote.split()),
        moved=state.moved is not None,
    )


def _sheets(blocks: Sequence[Block]) -> Iterable[Sheet]:
    held: list[Block] = []
    number = 0
    for block in blocks:
        held.append(block)
        if block.end - held[0].start >= SHEET:
            yield Sheet(number=number, start=held[0].start, end=block.end, blocks=tuple(held))
            held, number = [], number + 1
    if held or not number:
        start, end = (held[0].start, held[-1].end) if held else (0, 0)
        yield Sheet(number=number, start=start, end=end, blocks=tuple(held))
