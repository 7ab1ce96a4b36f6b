# SPDX-License-Identifier: Apache-2.0
"""Annexes: a paper that shows part of a record, and the table that holds all of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.kinds import KINDS, corridor
from tests.dossier.test_kinds import checked
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.annexes import COLUMNS, fitted, rows, shares
from tocsin.dossier.compositions import Composition, Items, Section, Sentence, Table, own, sentences
from tocsin.dossier.neutrality import faults
from tocsin.dossier.pdf import pdf, source
from tocsin.ledger.memory import MemoryLedger


@pytest.fixture(scope="module", params=list(KINDS))
def whole(request: pytest.FixtureRequest, examples: MemoryLedger, catalogue: Catalogue) -> Composition:
    return KINDS[request.param](examples, catalogue, None)


def words(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield from (one.text for one in sentences(section))


def keys(sections: tuple[Section, ...]) -> list[str]:
    return [section.key for section in sections]


def test_a_record_that_fits_goes_out_as_it_is(whole: Composition, catalogue: Catalogue) -> None:
    assert fitted(whole, catalogue) is whole
    assert fitted(whole, catalogue, 0) is whole


@pytest.mark.parametrize("most", [1, 3])
def test_a_paper_shows_no_more_than_asked_for_and_the_annex_holds_all(
    whole: Composition, catalogue: Catalogue, examples: MemoryLedger, most: int
) -> None:
    paper = fitted(whole, catalogue, most)
    assert paper.annex is not None
    checked(paper, examples)
    assert keys(paper.sections) == keys(whole.sections)
    assert [line.number for line in paper.annex.lines] == list(range(1, len(paper.annex.lines) + 1))
    assert 0 < sum(line.shown for line in paper.annex.lines) <= most
    held = {row["finding"] for row in rows(paper) if "finding" in row}
    assert held >= {note.finding for note in whole.notes if note.number in _called(whole)}
    assert faults(paper, catalogue) == ()


def _called(record: Composition) -> set[int]:
    """Tell the notes that statements call; the summary repeats them."""
    told = (section for section in record.sections if section.key not in {"summary", "method", "sources"})
    return {number for section in told for one in sentences(section) for number in one.notes}


def test_notes_are_numbered_through_paper_and_annex(whole: Composition, catalogue: Catalogue) -> None:
    paper = fitted(whole, catalogue, 3)
    assert paper.annex is not None
    numbers = [note.number for note in (*paper.notes, *paper.annex.notes)]
    assert numbers == list(range(1, len(whole.notes) + 1))
    held = {note.number: note.quote for note in (*paper.notes, *paper.annex.notes)}
    assert all(held[row["note"]] == row["quote"] for row in rows(paper) if isinstance(row.get("note"), int))  # type: ignore[index]


def test_counts_stay_those_of_the_whole_record(whole: Composition, catalogue: Catalogue) -> None:
    paper = fitted(whole, catalogue, 3)
    summary = set(words(whole.sections[:1]))
    assert summary <= set(words(paper.sections[:1]))
    assert paper.unconfirmed == whole.unconfirmed


def test_a_cut_section_says_how_much_it_shows_and_where_the_rest_is(
    examples: MemoryLedger, catalogue: Catalogue
) -> None:
    paper = fitted(corridor(examples, catalogue), catalogue, 30)
    assert paper.annex is not None
    said = [
        re.search(r"Shown here: (\d+) of (\d+) statements?; all .* lines (\d+) to (\d+)", text)
        for text in words(paper.sections)
    ]
    found = [tuple(map(int, match.groups())) for match in said if match]
    assert found
    for shown, whole, first, last in found:
        assert last - first + 1 == whole
        assert sum(line.shown for line in paper.annex.lines[first - 1 : last]) == shown < whole


def test_the_annex_of_a_record_that_fits_has_the_same_columns(whole: Composition) -> None:
    held = list(rows(whole))
    assert {name for row in held for name in row} <= set(COLUMNS)
    assert all(row.get("in_paper", True) for row in held)


def test_what_most_passages_stand_behind_is_shown(catalogue: Catalogue, examples: MemoryLedger) -> None:
    record = corridor(examples, catalogue)
    told = tuple(Sentence(runs=own(str(number)).runs, notes=tuple(range(1, 2 + number % 3))) for number in range(9))
    made = Composition(
        **{
            **{name: getattr(record, name) for name in record.__slots__},
            "sections": (Section(key="told", title="Told", blocks=(Items(items=told),)),),
        }
    )
    paper = fitted(made, catalogue, 3)
    block = paper.sections[0].blocks[0]
    assert isinstance(block, Items)
    assert [item.text for item in block.items] == ["2", "5", "8"]


@given(st.lists(st.integers(0, 50), max_size=12), st.integers(0, 200))
def test_room_is_shared_without_loss(sizes: list[int], room: int) -> None:
    held = shares(sizes, room)
    assert all(0 <= given <= size for given, size in zip(held, sizes, strict=True))
    assert sum(held) == min(room, sum(sizes))


def test_long_lists_and_tables_are_laid_out_in_parts_and_read_as_one(
    examples: MemoryLedger, catalogue: Catalogue
) -> None:
    record = corridor(examples, catalogue)
    items = Items(items=tuple(own(f"item {number} of them") for number in range(1, 31)), ordered=True)
    table = Table(columns=("Day",), rows=tuple((own(f"row {number} of them"),) for number in range(1, 101)))
    section = Section(key="told", title="Told", blocks=(items, table))
    made = Composition(**{**{name: getattr(record, name) for name in record.__slots__}, "sections": (section,)})
    assert source(made).count("enum(") > 1
    opened = pypdfium2.PdfDocument(io.BytesIO(pdf(made)))
    text = "\n".join(opened[at].get_textpage().get_text_range() for at in range(len(opened)))
    assert all(re.search(rf"{number}\.\s+item {number} of them", text) for number in range(1, 31))
    assert all(f"row {number} of them" in text for number in range(1, 101))
