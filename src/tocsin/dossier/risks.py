# SPDX-License-Identifier: Apache-2.0
"""Risk factors in the record of a place: what voices state that speaks to them, month by month, cited cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tocsin.catalogue.rows import Place
from tocsin.dossier.compositions import Figure, Run, Section, Sentence, Table, cells, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import CITED, more
from tocsin.dossier.pictures import risk_matrices
from tocsin.records.dates import worded
from tocsin.records.findings import Party
from tocsin.records.plurals import counted
from tocsin.watch.matrices import TWO_VOICES, Cell, Window, matrix

_LIT = {"lit": "lit", "possibly": "possibly lit", "dark": "not lit"}


def found(desk: Desk, place: Place) -> tuple[Cell, ...]:
    """Give the cells of a place for the months of the dossier's period."""
    window = Window(place=place.id, first=_month(desk.query.happened_from), last=_month(desk.query.happened_to))
    return matrix(desk.ledger, desk.catalogue, desk.clocks, window, veil=desk.hidden)


def _month(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()[:7]


def section(desk: Desk, held: Sequence[Cell]) -> Section:
    """Write the cells in which a voice states something: a picture of them, and each with its passages."""
    told = [cell for cell in held if cell.voices]
    title = "What speaks to risk factors"
    if not told:
        return Section(
            key="risk", title=title, blocks=(paragraph(f"No voice states what speaks to one {desk.here()}."),)
        )
    names = {int(number): row.short for number, row in desk.catalogue.factors.items()}
    lit = sum(cell.lit == "lit" for cell in told)
    said = paragraph(
        "The risk factors are those of the United Nations Framework of Analysis for Atrocity Crimes (2014).",
        f"The rule: {TWO_VOICES}.",
        f"Lit: {lit} of {counted(len(told), 'cell')} in which a voice states something; that is no finding of a risk.",
    )
    picture = Figure(
        svg=risk_matrices.risk_matrix(held, names),
        alternative=risk_matrices.says(held),
        caption="How many voices state what speaks to each risk factor, by month; − where somebody denies it.",
        data=Table(
            columns=("Factor", "Month", "Voices", "Cell", "Told by"),
            rows=tuple(_row(desk, cell, names.get(cell.factor, "")) for cell in told),
            numbers=frozenset({2}),
        ),
    )
    return Section(key="risk", title=title, blocks=(said, picture))


def _row(desk: Desk, cell: Cell, name: str) -> tuple[Sentence, ...]:
    rows = list({item.row.row.finding: item.row for item in cell.evidence if item.counts}.values())
    denied = f"; denied by {_names(desk, cell.by('denies'))}" if cell.by("denies") else ""
    told = Run(_names(desk, cell.voices) + denied, "who")
    by = Sentence(runs=(told, *more(rows)), notes=desk.notes.all(rows[:CITED]))
    return cells(f"{cell.factor} {name}", worded(cell.month), len(cell.voices), _LIT[cell.lit], by)


def _names(desk: Desk, voices: Sequence[str]) -> str:
    return ", ".join(desk.names.named(Party(id="", name=voice)) for voice in voices)
