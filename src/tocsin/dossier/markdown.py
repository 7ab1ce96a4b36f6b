# SPDX-License-Identifier: Apache-2.0
"""A composition as Markdown with footnotes, for whoever writes on in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.dossier.compositions import Block, Composition, Figure, Items, Paragraph, Run, Section, Sentence, Table
from tocsin.dossier.wordings import footnote, possible

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_OPENING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def markdown(composition: Composition) -> str:
    """Write a composition as Markdown; every mark in a source's words is escaped."""
    return "\n".join(_lines(composition)) + "\n"


def _lines(composition: Composition) -> Iterator[str]:
    yield f"# {_plain(composition.title)}"
    yield ""
    yield _plain(composition.clocks)
    for section in composition.sections:
        yield from _section(section, 2)
    yield ""
    for note in composition.notes:
        yield f"[^{note.number}]: {''.join(_run(run) for run in footnote(note))}"


def _section(section: Section, level: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {_plain(section.title)}"
    for block in section.blocks:
        yield ""
        yield from _block(block)
    for under in section.sections:
        yield from _section(under, level + 1)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield " ".join(_sentence(one) for one in block.sentences)
    elif isinstance(block, Items):
        for number, item in enumerate(block.items, start=1):
            yield f"{f'{number}.' if block.ordered else '-'} {_sentence(item)}"
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _figure(block)


def _figure(figure: Figure) -> Iterator[str]:
    yield f"*{_plain(figure.caption)}* {_plain(figure.alternative)}"
    if figure.data is not None:
        yield ""
        yield from _table(figure.data)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(_plain(column) for column in table.columns)} |"
    yield f"|{'|'.join('---:' if n in table.numbers else '---' for n in range(len(table.columns)))}|"
    for row in table.rows:
        yield f"| {' | '.join(_sentence(cell) for cell in row)} |"


def _sentence(sentence: Sentence) -> str:
    words = "".join(_run(run) for run in sentence.runs) + "".join(f"[^{number}]" for number in sentence.notes)
    return _OPENING.sub(r"\1\\\2", words) + (f" {possible()}" if sentence.possible else "")


def _run(run: Run) -> str:
    if run.kind == "quote":
        return f"“{_plain(run.text)}”"
    if run.kind == "code":
        return f"`{run.text}`"
    return _plain(run.text)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)
