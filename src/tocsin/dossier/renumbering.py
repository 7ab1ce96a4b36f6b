# SPDX-License-Identifier: Apache-2.0
"""Renumbering: notes numbered anew where sentences were taken out of a composition or put in another order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tocsin.dossier.compositions import (
    Block,
    Composition,
    Figure,
    Items,
    Paragraph,
    Section,
    Sentence,
    Table,
    sentences,
)


def order(composition: Composition) -> dict[int, int]:
    """Give each note that is called the number of where it is called first."""
    found: dict[int, int] = {}
    for section in composition.sections:
        for one in sentences(section):
            for number in one.notes:
                found.setdefault(number, len(found) + 1)
    return found


def renumbered(composition: Composition, again: Callable[[Sentence], Sentence]) -> Composition:
    """Number the notes by where they are called first, leave out those that are not called; `again` words anew."""
    numbers = order(composition)
    held = {note.number: note for note in composition.notes}
    return replace(
        composition,
        sections=tuple(_section(section, numbers, again) for section in composition.sections),
        notes=tuple(replace(held[old], number=new) for old, new in numbers.items()),
    )


def _section(section: Section, numbers: Mapping[int, int], again: Callable[[Sentence], Sentence]) -> Section:
    def said(one: Sentence) -> Sentence:
        return again(replace(one, notes=tuple(numbers[number] for number in one.notes)))

    def block(held: Block) -> Block:
        if isinstance(held, Paragraph):
            return replace(held, sentences=tuple(map(said, held.sentences)))
        if isinstance(held, Items):
            return replace(held, items=tuple(map(said, held.items)))
        if isinstance(held, Table):
            return replace(held, rows=tuple(tuple(map(said, row)) for row in held.rows))
        return _figure(held)

    def _figure(held: Figure) -> Figure:
        if held.data is None:
            return held
        rows = tuple(tuple(map(said, row)) for row in held.data.rows)
        return replace(held, data=replace(held.data, rows=rows))

    blocks = tuple(map(block, section.blocks))  # in the order in which they are read: places are named so
    under = tuple(_section(one, numbers, again) for one in section.sections)
    return replace(section, blocks=blocks, sections=under)
