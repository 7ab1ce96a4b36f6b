# SPDX-License-Identifier: Apache-2.0
"""A composition: a dossier as sections of sentences with footnotes, before it becomes a page, a PDF or a DOCX file.

1. What a source says stands in a `quote` run; all else is the tool's own words (`own`), or a name, or a code.
2. A sentence that states something of a source carries the numbers of its notes.
3. A note is numbered by where it is first called; it names document, date, words and anchor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tocsin.records.ids import Digest

RunKind = Literal["own", "quote", "name", "who", "code", "soft"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence and what it is.

    `own` words, a source's words, a name, a party as its source names it (`who`), a code, or an aside (`soft`).
    """

    text: str
    kind: RunKind = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Runs that belong together, and the notes they rest on; `possible` marks a date that may be out of bounds."""

    runs: tuple[Run, ...]
    notes: tuple[int, ...] = ()
    possible: bool = False

    @property
    def text(self) -> str:
        """The words without their kinds."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences that follow each other; `incident` where they tell of an act that does harm (harms_done.py)."""

    sentences: tuple[Sentence, ...]
    incident: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list, one sentence an item; `incident` as in a paragraph."""

    items: tuple[Sentence, ...]
    ordered: bool = False
    incident: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns; the first cell of a row is its header. `numbers` are the columns set flush right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    caption: str = ""
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture as SVG, what it shows in words, and the data beside it."""

    svg: str
    alternative: str
    caption: str
    data: Table | None = None


Block: TypeAlias = Paragraph | Items | Table | Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its blocks and the sections under it; `key` is the anchor of the heading in a page."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: the finding, whose words they are, and where they stand.

    `start`/`end` count code points of text `version`; `place` says where in the original ("p. 4"), empty where the
    whole original is one text.
    """

    number: int
    finding: Digest
    document: Digest
    title: str
    issuer: str
    issued: str
    quote: str
    version: str
    start: int
    end: int
    by: str
    state: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that a dossier rests on."""

    document: Digest
    issued: str
    title: str
    issuers: str
    carriers: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement of a record, numbered; `shown` where the paper shows it, else the annex alone."""

    number: int
    section: str
    words: str
    notes: tuple[int, ...]
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """All statements of a record of which the paper shows a part, and the notes that the paper does not call."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A dossier, ready to be written; nothing is decided after it. `head_*` name the ledger it was drawn from.

    `annex` is there where the record holds more than fits a paper (annexes.py).
    """

    title: str
    clocks: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    unconfirmed: int
    head_seq: int
    head_chain: Digest
    recorded_at: str
    made_with: str
    keywords: tuple[str, ...] = field(default=())
    annex: Annex | None = None


def sentences(section: Section) -> Iterator[Sentence]:
    """Give every sentence of a section and of those under it, in order."""
    for block in section.blocks:
        yield from _of_block(block)
    for under in section.sections:
        yield from sentences(under)


def _of_block(block: Block) -> Iterator[Sentence]:
    if isinstance(block, Paragraph):
        yield from block.sentences
    elif isinstance(block, Items):
        yield from block.items
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    elif block.data is not None:
        yield from _of_block(block.data)


def own(text: str, *notes: int) -> Sentence:
    """Make a sentence of the tool's own words.

    >>> own("No warning among the documents named below.").text
    'No warning among the documents named below.'
    """
    return Sentence(runs=(Run(text),), notes=notes)


def paragraph(*sentences: Sentence | str) -> Paragraph:
    """Make a paragraph; a string is a sentence of own words."""
    return Paragraph(sentences=tuple(own(one) if isinstance(one, str) else one for one in sentences))


def cells(*values: Sentence | str | int) -> tuple[Sentence, ...]:
    """Make the cells of a row."""
    return tuple(value if isinstance(value, Sentence) else own(str(value)) for value in values)
