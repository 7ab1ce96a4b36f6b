# SPDX-License-Identifier: Apache-2.0
"""Annexes: where a record holds more than fits a paper, the paper shows part of each section, a table holds all.

1. Room is shared evenly: no section starves another, and what a short one leaves goes to the longer ones.
2. Where statements compete, those stay behind which most passages stand, in the order that they had.
3. Counts are those of the whole record; each cut section says how much it shows, and where in the annex the rest is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.compositions import (
    Annex,
    Block,
    Composition,
    Figure,
    Items,
    Line,
    Note,
    Paragraph,
    Run,
    Section,
    Sentence,
    Table,
    paragraph,
)
from tocsin.dossier.first_mentions import Again
from tocsin.dossier.renumbering import order, renumbered
from tocsin.records.ids import Digest, Json
from tocsin.records.plurals import counted

MOST = 1000
"""Statements that a paper shows unless told otherwise: some hundred pages."""

_WHOLE = {"summary", "method", "sources"}
"""Sections that say what the record is: never cut for room, and no lines of the annex (sources stand at its end)."""
_LEAST = 3
"""Lines of one event or duty that are worth showing."""

COLUMNS = (
    *("line", "section", "in_paper", "statement", "note", "state", "issuer", "title", "issued", "quote", "place"),
    *("start", "end", "version", "document", "finding", "by"),
)
"""The columns of an annex; new ones may join at the end."""


def fitted(whole: Composition, catalogue: Catalogue, most: int = MOST) -> Composition:
    """Give a record as it fits a paper of `most` statements (0 is without bound); what it leaves out is its annex."""
    sections = [section for section in whole.sections if section.key not in _WHOLE]
    if not most or sum(map(_size, sections)) <= most:
        return whole
    cut = _Cut()
    kept = dict(zip((one.key for one in sections), cut.sections(sections, most, ()), strict=True))
    shown = sum(line.shown for line in cut.lines)
    made = replace(whole, sections=tuple(kept.get(one.key) or one for one in whole.sections))
    numbers = order(made)
    cited = {note.document for note in whole.notes if note.number in numbers}
    made = replace(made, sections=tuple(_told(one, whole, cited, shown, len(cut.lines)) for one in made.sections))
    made = renumbered(made, Again(catalogue).sentence)
    after = count(len(numbers) + 1)
    for note in whole.notes:
        if note.number not in numbers:
            numbers[note.number] = next(after)
    left = sorted((replace(note, number=numbers[note.number]) for note in whole.notes), key=lambda note: note.number)
    lines = tuple(replace(line, notes=tuple(numbers[note] for note in line.notes)) for line in cut.lines)
    return replace(made, annex=Annex(lines=lines, notes=tuple(left[len(made.notes) :])))


def rows(record: Composition) -> Iterator[dict[str, Json]]:
    """Give every statement of a record, with each passage that it rests on, as the rows of a table."""
    lines = record.annex.lines if record.annex else _all(record)
    notes = {note.number: note for note in (*record.notes, *(record.annex.notes if record.annex else ()))}
    for line in lines:
        told: dict[str, Json] = {
            "line": line.number,
            "section": line.section,
            "in_paper": line.shown,
            "statement": line.words,
        }
        for number in line.notes:
            yield {**told, **_cited(notes[number])}
        if not line.notes:
            yield told
    for number, source in enumerate(record.sources, start=len(lines) + 1):
        words = f"{source.issued} · {source.title}"
        yield {"line": number, "section": "Sources", "statement": words, **_source(source.issuers, source.document)}


def _source(issuers: str, document: str) -> dict[str, Json]:
    return {"issuer": issuers, "document": document}


def _cited(note: Note) -> dict[str, Json]:
    told: dict[str, Json] = {name: getattr(note, name) for name in COLUMNS if hasattr(note, name)}
    return {**told, "note": note.number}


def _all(record: Composition) -> tuple[Line, ...]:
    cut = _Cut()
    held = [section for section in record.sections if section.key not in _WHOLE]
    cut.sections(held, sum(map(_size, held)), ())
    return tuple(cut.lines)


def _lines(block: Block) -> tuple[tuple[Sentence, ...], ...]:
    """Give the lines of a block, each as the sentences that it is made of."""
    if isinstance(block, Paragraph):
        return (block.sentences,)
    if isinstance(block, Items):
        return tuple((item,) for item in block.items)
    if isinstance(block, Table):
        return block.rows
    return () if block.data is None else block.data.rows


def _size(section: Section) -> int:
    return sum(len(_lines(block)) for block in section.blocks) + sum(map(_size, section.sections))


def _weight(line: Iterable[Sentence]) -> int:
    return len({note for one in line for note in one.notes})


def _units(blocks: Iterable[Block]) -> list[list[Block]]:
    """Put each paragraph together with the list, table or picture that it opens."""
    units: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Paragraph) or not units:
            units.append([])
        units[-1].append(block)
    return units


def shares(sizes: Sequence[int], room: int) -> list[int]:
    """Share room among parts: evenly, what a small one leaves to the larger; where there is too little, to the first.

    >>> shares([2, 10, 50], 30), shares([5, 5, 5], 2)
    ([2, 10, 18], [1, 1, 0])
    """
    held = [0] * len(sizes)
    left = room
    for rank, at in enumerate(sorted(range(len(sizes)), key=lambda at: (sizes[at], -at))):
        held[at] = min(sizes[at], left // (len(sizes) - rank))
        left -= held[at]
    return held


class _Cut:
    """Cuts sections to their room, and keeps every line that they had, numbered in order."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def sections(self, held: Sequence[Section], room: int, path: tuple[str, ...]) -> list[Section | None]:
        """Cut sections that share room; one under another that has none is gone, its lines are kept."""
        given = shares([_size(one) for one in held], room)
        return [self._section(one, share, path) for one, share in zip(held, given, strict=True)]

    def _section(self, section: Section, room: int, path: tuple[str, ...]) -> Section | None:
        whole, path, first = _size(section), (*path, section.title), len(self.lines) + 1
        own = sum(len(_lines(block)) for block in section.blocks)
        for_blocks, for_under = shares([own, whole - own], room)
        blocks = self._blocks(section.blocks, for_blocks, path)
        shown = sum(line.shown for line in self.lines[first - 1 :])
        under = [one for one in self.sections(section.sections, for_under, path) if one is not None]
        if whole and not room and len(path) > 1:
            return None
        if shown < own or len(under) < len(section.sections):
            shown = sum(line.shown for line in self.lines[first - 1 :])
            blocks.append(_left(shown, whole, first, len(self.lines)))
        return replace(section, blocks=tuple(blocks), sections=tuple(under))

    def _blocks(self, blocks: Sequence[Block], room: int, path: tuple[str, ...]) -> list[Block]:
        units = _units(blocks)
        sizes = [[len(_lines(block)) for block in unit] for unit in units]
        weights = [max((_weight(line) for block in unit for line in _lines(block)), default=0) for unit in units]
        cap = max(_LEAST, room // max(1, len(units)))
        given = [0] * len(units)
        for at in sorted(range(len(units)), key=lambda at: (-weights[at], at)):
            given[at] = min(sum(sizes[at]), cap, room)
            room -= given[at]
        for at, size in enumerate(map(sum, sizes)):  # what is left over goes to whoever can use it
            more = min(size - given[at], room)
            given[at], room = given[at] + more, room - more
        return [
            block
            for unit, size, share in zip(units, sizes, given, strict=True)
            for block in self._unit(unit, size, share, path)
        ]

    def _unit(self, unit: Sequence[Block], sizes: Sequence[int], room: int, path: tuple[str, ...]) -> Iterator[Block]:
        for block, size in zip(unit, sizes, strict=True):
            share = min(size, room)
            room -= share
            kept = self._keep(block, share, path)
            if share or not size:
                yield _of(block, kept)

    def _keep(self, block: Block, room: int, path: tuple[str, ...]) -> list[int]:
        """Number the lines of a block and tell which stay: those behind which most passages stand."""
        held = _lines(block)
        ranked = sorted(range(len(held)), key=lambda at: (-_weight(held[at]), at))
        kept = set(ranked[:room])
        for at, line in enumerate(held):
            self.lines.append(
                Line(
                    number=len(self.lines) + 1,
                    section=" › ".join(path),
                    words=_words(block, line),
                    notes=tuple(dict.fromkeys(note for one in line for note in one.notes)),
                    shown=at in kept,
                )
            )
        return sorted(kept)


def _words(block: Block, line: Sequence[Sentence]) -> str:
    said = ("".join(f"“{run.text}”" if run.kind == "quote" else run.text for run in one.runs) for one in line)
    return (" " if isinstance(block, Paragraph) else " | ").join(said)


def _of(block: Block, kept: Sequence[int]) -> Block:
    if isinstance(block, Items):
        return replace(block, items=tuple(block.items[at] for at in kept))
    if isinstance(block, Table):
        return replace(block, rows=tuple(block.rows[at] for at in kept))
    if isinstance(block, Figure) and block.data is not None:
        return replace(block, data=replace(block.data, rows=tuple(block.data.rows[at] for at in kept)))
    return block


def _left(shown: int, whole: int, first: int, last: int) -> Paragraph:
    words = (
        f"Shown here: {shown:,} of {counted(whole, 'statement')}; all stand in the annex, lines {first:,} to {last:,}."
    )
    return paragraph(Sentence(runs=(Run(words, "soft"),)))


def _told(section: Section, whole: Composition, cited: Collection[Digest], shown: int, lines: int) -> Section:
    """Say at the head of the paper, in its method and among its sources that it shows a part."""
    if section.key == "summary":
        words = (
            f"This paper shows {shown:,} of {lines:,} statements; all stand in its annex, a table. Counts are of all."
        )
        return replace(section, blocks=(paragraph(words), *section.blocks))
    if section.key == "method":
        words = "Where a section holds more than fits this paper, those statements are shown that most passages stand "
        return replace(section, blocks=(*section.blocks, paragraph(f"{words}behind, in their order.")))
    if section.key == "sources" and (left := len(whole.sources) - len(cited)):
        held = tuple(_cited_alone(block, whole, cited) for block in section.blocks)
        first = lines + 1
        further = f"Named here are the documents that this paper cites; {counted(left, 'further document')} and these "
        told = paragraph(f"{further}stand in the annex, lines {first:,} to {lines + len(whole.sources):,}.")
        return replace(section, blocks=(held[0], told, *held[1:]))
    return section


def _cited_alone(block: Block, whole: Composition, cited: Collection[Digest]) -> Block:
    if not isinstance(block, Items):
        return block
    items = (item for item, source in zip(block.items, whole.sources, strict=True) if source.document in cited)
    return replace(block, items=tuple(items))
