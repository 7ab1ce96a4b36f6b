# SPDX-License-Identifier: Apache-2.0
"""Dossiers of a place, an obligation, a standing ask: cited, neutral, the same again, safe, in every form."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html

from tests.dossier.kinds import KINDS, SPRING, corridor
from tocsin import pipeline
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import dossiers, markdown, pages
from tocsin.dossier.compositions import Composition, Figure, Section, sentences
from tocsin.dossier.docx import docx_bytes
from tocsin.dossier.dossiers import NoSuch
from tocsin.dossier.neutrality import faults
from tocsin.dossier.pdf import pdf
from tocsin.dossier.withholding import WITHHELD, Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.reading.read import Reader
from tocsin.sources import intake
from tocsin.sources.vault import Vault


@pytest.fixture(scope="module", params=list(KINDS))
def dossier(request: pytest.FixtureRequest, examples: MemoryLedger, catalogue: Catalogue) -> Composition:
    return KINDS[request.param](examples, catalogue, None)


def checked(dossier: Composition, ledger: Ledger) -> None:
    """Hold every note against its source, and every quote against its notes."""
    assert dossier.notes
    for note in dossier.notes:
        content = ledger.text(note.document, note.version).content
        assert " ".join(content[note.start : note.end].split()) == note.quote
    said = [one for section in dossier.sections for one in sentences(section)]
    assert all(one.notes for one in said if any(run.kind == "quote" for run in one.runs))
    called = {number for one in said for number in one.notes}
    assert sorted(called) == [note.number for note in dossier.notes]
    assert {note.document for note in dossier.notes} <= {source.document for source in dossier.sources}


def figures(sections: tuple[Section, ...]) -> Iterator[Figure]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Figure))
        yield from figures(section.sections)


def test_every_note_stands_where_it_says_and_is_called(dossier: Composition, examples: MemoryLedger) -> None:
    checked(dossier, examples)


def test_the_tools_own_words_take_no_side(dossier: Composition, catalogue: Catalogue) -> None:
    assert faults(dossier, catalogue) == ()


def test_how_much_is_unconfirmed_and_the_head_are_said(dossier: Composition) -> None:
    text = html.fromstring(pages.html(dossier)).text_content()
    assert f"Of these lines {dossier.unconfirmed} were proposed by the reader" in text
    assert dossier.head_chain in text


def test_sections_have_keys_of_their_own(dossier: Composition) -> None:
    ids = html.fromstring(pages.html(dossier)).xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("write", [pages.html, markdown.markdown, pdf, docx_bytes])
def test_the_same_dossier_gives_the_same_bytes(dossier: Composition, write: object) -> None:
    assert callable(write)
    assert write(dossier) == write(dossier)


def test_a_footnote_of_a_docx_is_numbered_as_it_is_called(dossier: Composition) -> None:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(docx_bytes(dossier))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    called = [mark.get(f"{space}id") for mark in body.iter(f"{space}footnoteReference")]
    assert called == [str(number + 2) for number in range(len(dossier.notes))]
    assert [note.get(f"{space}id") for note in notes.iter(f"{space}footnote")][2:] == called


class TestPlace:
    """The record of what was said to have happened."""

    def test_it_has_a_section_for_everything_that_such_a_record_tells(
        self, examples: MemoryLedger, catalogue: Catalogue
    ) -> None:
        keys = [section.key for section in corridor(examples, catalogue).sections]
        assert keys == [
            "summary",
            "told",
            "named",
            "access",
            "people",
            "needs",
            "risk",
            "warned",
            "asked",
            "law",
            "answered",
            "differ",
            "unknown",
            "method",
            "sources",
        ]

    def test_its_pictures_say_in_words_what_they_show_and_stand_in_every_form(
        self, examples: MemoryLedger, catalogue: Catalogue
    ) -> None:
        record = corridor(examples, catalogue)
        drawn = list(figures(record.sections))
        assert drawn
        assert all(figure.alternative and figure.data is not None for figure in drawn)
        assert pages.html(record).count("<svg") == len(drawn)
        assert b"/Alt" in pdf(record) or b"/Figure" in pdf(record)
        with zipfile.ZipFile(io.BytesIO(docx_bytes(record))) as archive:
            body = archive.read("word/document.xml").decode()
            pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert len(pictures) == len(drawn)
        assert body.count("<wp:docPr") == body.count(' descr="') == len(drawn)

    def test_an_event_that_two_voices_tell_says_what_each_says(
        self, examples: MemoryLedger, catalogue: Catalogue
    ) -> None:
        text = html.fromstring(pages.html(corridor(examples, catalogue))).text_content()
        assert re.search(r"told of by [2-9] voices in [2-9] documents", text)

    def test_what_was_published_later_is_not_in_it(self, examples: MemoryLedger, catalogue: Catalogue) -> None:
        early = dossiers.of_place(
            examples,
            catalogue,
            catalogue.places["orsava"],
            Query(published_by=SPRING.happened_from),
            made_with="0",
        )
        assert not early.notes

    def test_names_at_risk_are_withheld(self, reader: Reader, catalogue: Catalogue, tmp_path: Path) -> None:
        letter = (
            "Statement of the Orsava Assembly\n\n3 March 2025\n\n"
            "Soldiers of Ardesh detained the witness Mara Solin at the Issel bridge on 1 March 2025.\n"
        )
        ledger = read(letter, reader, tmp_path)
        hidden = Withholding(ledger, catalogue, Query())
        shown = dossiers.of_place(
            ledger, catalogue, catalogue.places["issel-bridge"], Query(), made_with="0", withholding=hidden
        )
        page = pages.html(shown)
        assert "Solin" not in page
        assert WITHHELD in page


HOSTILE = """\
Statement of the *Orsava* Assembly to #eval("Ardesh") <script>alert(1)</script>

2 March 2025

Ardesh has closed the Tamar corridor #panic("x") <b>near</b> the `Issel bridge` [^1] $x$ | and _all_ since 1 March 2025.
We urge Ardesh to open the Tamar corridor #panic("y") <i>now</i> \\ & to all.
"""


def read(text: str, reader: Reader, folder: Path, ledger: MemoryLedger | None = None) -> MemoryLedger:
    (folder / "letter.txt").write_text(text, encoding="utf-8")
    ledger = MemoryLedger() if ledger is None else ledger
    list(
        pipeline.read(
            intake.listing([folder / "letter.txt"]), ledger, Vault(folder / "vault"), reader, pipeline.Intake()
        )
    )
    return ledger


def test_hostile_words_are_never_markup(reader: Reader, catalogue: Catalogue, tmp_path: Path) -> None:
    ledger = read(HOSTILE, reader, tmp_path)
    place = catalogue.places["tamar-corridor"]
    record = dossiers.of_place(ledger, catalogue, place, Query(), made_with="0")
    checked(record, ledger)
    assert not re.search(r"<script|<b>|<i>", pages.html(record))
    text = " ".join("".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf(record))).split())
    assert '#panic("' in text
    with zipfile.ZipFile(io.BytesIO(docx_bytes(record))) as archive:
        assert "#panic(" in "".join(etree.fromstring(archive.read("word/document.xml")).itertext())


def test_an_empty_ledger_gives_a_record_that_says_so(catalogue: Catalogue) -> None:
    record = dossiers.of_place(MemoryLedger(), catalogue, catalogue.places["orsava"], Query(), made_with="0")
    assert not record.notes
    assert "among the 0 documents of this ledger" in html.fromstring(pages.html(record)).text_content()
    assert pdf(record)
    assert docx_bytes(record)


@pytest.mark.parametrize("gather", [dossiers.of_obligation, dossiers.of_standing])
def test_an_id_that_nothing_has_is_told(examples: MemoryLedger, catalogue: Catalogue, gather: object) -> None:
    assert callable(gather)
    with pytest.raises(NoSuch, match="shows ids"):
        gather(examples, catalogue, "sha256:nothing", Query(), made_with="0")


def test_what_is_absent_from_the_record_of_a_place_is_absent_from_what_is_told_of_it(
    reader: Reader, catalogue: Catalogue, tmp_path: Path
) -> None:
    words = "We warn that famine threatens Dolen.\n\nOn 3 May 2025 Ardesh closed the road at Karsk.\n"
    ledger = read(f"Karsk Press\n\n8 May 2025\n\n{words}", reader, tmp_path)
    record = dossiers.of_place(ledger, catalogue, catalogue.places["karsk"], Query(), made_with="0")
    warned = next(section for section in record.sections if section.key == "warned")
    assert "No warning in what is told of Karsk, among the 1 document of this ledger." in [
        one.text for one in sentences(warned)
    ]
