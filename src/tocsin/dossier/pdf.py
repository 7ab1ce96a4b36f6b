# SPDX-License-Identifier: Apache-2.0
"""A composition as PDF: tagged, with bookmarks, page numbers and footnotes that link both ways; set by Typst.

Source: Typst reference, typst.app/docs; PDF/UA-1 (ISO 14289-1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal

import typst

from tocsin.dossier.compositions import (
    Block,
    Composition,
    Figure,
    Items,
    Note,
    Paragraph,
    Run,
    Section,
    Sentence,
    Table,
)
from tocsin.dossier.layouts import widths
from tocsin.dossier.wordings import footnote, possible

_HEAD = """\
#set document(title: {title}, author: "Tocsin", keywords: ({keywords}), date: {date})
#set page(paper: "a4", margin: (x: 24mm, top: 22mm, bottom: 24mm), numbering: "1 / 1", footer: context [
  #set text(8pt, fill: luma(90))
  #{title} #h(1fr) #counter(page).display("1 / 1", both: true)])
#set text(font: ("Libertinus Serif", "Noto Serif", "Noto Naskh Arabic", "DejaVu Sans"), size: 10.5pt, lang: "en")
#set par(justify: false, leading: 0.62em)
#set heading(numbering: none)
#show heading.where(level: 1): set text(19pt)
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 3): set text(11pt)
#show link: set text(fill: rgb("#0b4f8a"))
#show raw: set text(0.85em)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(180)), inset: (x: 4pt, y: 4pt), align: left)
#show table: set text(9.2pt)
#show figure.caption: set text(9pt, fill: luma(90))
#show figure.caption: set align(left)
#set footnote.entry(gap: 0.45em)
#show footnote.entry: set text(8.2pt)
#let soft(body) = text(fill: luma(90), size: 0.9em, body)
"""

_ITEMS, _ROWS = 8, 40
"""Items of a list and rows of a table that are laid out together: time and memory grow with the square of them."""
_TIGHT = "0.62em"
"""The space between the items of a list: the leading of a paragraph."""


def source(composition: Composition) -> str:
    """Write a composition in Typst's markup; every text of a source stands in a string, so that none of it is run."""
    return "\n".join(_lines(composition)) + "\n"


def pdf(composition: Composition) -> bytes:
    """Set a composition as PDF/UA-1; the same composition gives the same bytes on the same fonts.

    A text with a glyph that no font here has is set as plain tagged PDF.
    """
    written = source(composition).encode()
    made = _moment(composition)
    try:
        return _compiled(written, made, "ua-1")
    except typst.TypstError:
        return _compiled(written, made, "1.7")


def _compiled(written: bytes, made: datetime, standard: Literal["1.7", "ua-1"]) -> bytes:
    return typst.compile(written, format="pdf", pdf_standards=[standard], timestamp=int(made.timestamp()))


def _moment(composition: Composition) -> datetime:
    told = composition.recorded_at
    return datetime.fromisoformat(told) if told else datetime(1970, 1, 1, tzinfo=UTC)


def _lines(composition: Composition) -> Iterator[str]:
    made = _moment(composition)
    date = f"datetime(year: {made.year}, month: {made.month}, day: {made.day})"
    keywords = "".join(f"{_string(word)}, " for word in composition.keywords)
    yield _HEAD.format(title=_string(composition.title), keywords=keywords, date=date)
    yield f"#heading(level: 1, {_string(composition.title)})"
    yield f"#soft({_string(composition.clocks)})"
    notes = {note.number: note for note in composition.notes}
    called: set[int] = set()
    for section in composition.sections:
        yield from _section(section, 2, notes, called)


def _section(section: Section, level: int, notes: dict[int, Note], called: set[int]) -> Iterator[str]:
    yield f"#heading(level: {level}, {_string(section.title)}) <{section.key}>"
    for block in section.blocks:
        yield from _block(block, notes, called)
        yield ""
    for under in section.sections:
        yield from _section(under, level + 1, notes, called)


def _block(block: Block, notes: dict[int, Note], called: set[int]) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield " ".join(_sentence(one, notes, called) for one in block.sentences)
    elif isinstance(block, Items):
        yield from _items(block, notes, called)
    elif isinstance(block, Table):
        yield from _table(block, notes, called)
    else:
        yield from _figure(block, notes, called)


def _items(items: Items, notes: dict[int, Note], called: set[int]) -> Iterator[str]:
    """Write a list as lists of a few items that follow each other as one: Typst lays out a list again for each page."""
    for first in range(0, len(items.items), _ITEMS):
        follows = first + _ITEMS < len(items.items)
        yield f"#block(below: {_TIGHT if follows else 'auto'}, {'enum' if items.ordered else 'list'}("
        if items.ordered:
            yield f"  start: {first + 1},"
        yield from (f"  [{_sentence(one, notes, called)}]," for one in items.items[first : first + _ITEMS])
        yield "))"


def _table(table: Table, notes: dict[int, Note], called: set[int]) -> Iterator[str]:
    """Write a table, a long one as several under the same head; Typst lays out a table again for each page."""
    for first in range(0, len(table.rows) or 1, _ROWS):
        yield from _rows(table, table.rows[first : first + _ROWS], notes, called)


def _rows(
    table: Table, rows: Sequence[tuple[Sentence, ...]], notes: dict[int, Note], called: set[int]
) -> Iterator[str]:
    sides = ", ".join("right" if column in table.numbers else "left" for column in range(len(table.columns)))
    shares = ", ".join(f"{wide}fr" for wide in widths(table, 1000))
    yield f"#table(columns: ({shares},), align: ({sides},), table.header("
    yield from (f"  [*#{_string(column)}*]," for column in table.columns)
    yield "),"
    for row in rows:
        yield "  " + ", ".join(f"[{_sentence(cell, notes, called)}]" for cell in row) + ","
    yield ")"


def _figure(figure: Figure, notes: dict[int, Note], called: set[int]) -> Iterator[str]:
    alt = f"alt: {_string(figure.alternative)}"
    picture = f'image(bytes({_string(figure.svg)}), format: "svg", width: 100%, {alt})'
    yield f"#figure({picture}, supplement: none, numbering: none, caption: {_string(figure.caption)}, {alt})"
    if figure.data is not None:
        yield from _table(figure.data, notes, called)


def _sentence(sentence: Sentence, notes: dict[int, Note], called: set[int]) -> str:
    words = "".join(_run(run) for run in sentence.runs)
    marks = "#super[, ]".join(_call(notes[number], called) for number in sentence.notes)
    return words + marks + (f" #soft({_string(possible())})" if sentence.possible else "")


def _run(run: Run) -> str:
    if run.kind == "quote":
        return "“#" + _string(run.text) + "”"
    if run.kind == "code":
        return f"#raw({_string(run.text)})"
    if run.kind == "soft":
        return f"#soft({_string(run.text)})"
    if run.kind == "name":
        return f"#strong({_string(run.text)})"
    return "#" + _string(run.text)


def _call(note: Note, called: set[int]) -> str:
    """Call a note: set in full where it is called first, a reference to it from then on."""
    if note.number in called:
        return f"#footnote(<note-{note.number}>)"
    called.add(note.number)
    return f"#footnote[{''.join(_run(run) for run in footnote(note))}]<note-{note.number}>"


def _string(text: str) -> str:
    r"""Write a string literal.

    >>> print(_string('a "quoted" word'))
    "a \"quoted\" word"
    """
    held = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(max(char, " ") for char in held) + '"'
