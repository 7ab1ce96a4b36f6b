# SPDX-License-Identifier: Apache-2.0
"""A dossier says nothing without its source: in every form, each footnote stands where it says and is called."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx as python_docx
import pypdfium2
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from tests.conftest import read_examples
from tocsin import pipeline
from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import dossiers, markdown, pages
from tocsin.dossier.compositions import Composition, sentences
from tocsin.dossier.docx import docx_bytes
from tocsin.dossier.pdf import pdf
from tocsin.dossier.wordings import shortened
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import answers
from tocsin.reading.read import Reader
from tocsin.records.anchors import anchor
from tocsin.records.bounds import bounds
from tocsin.records.findings import Party
from tocsin.sources import intake
from tocsin.sources.vault import Vault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def gathered(
    ledger: Ledger, catalogue: Catalogue, whom: str = "northern-union", *, published_by: str | None = None
) -> Composition:
    until = bounds(published_by)
    query = Query(published_by=until.latest if until else None)
    asked = with_organs(catalogue, whom)
    return dossiers.gather(ledger, catalogue, asked, query, named=catalogue.actors[whom].name, made_with="0")


@pytest.fixture(scope="module", params=["northern-union", "united-nations", "ardesh", "veltria"])
def dossier(request: pytest.FixtureRequest, examples: MemoryLedger, catalogue: Catalogue) -> Composition:
    return gathered(examples, catalogue, request.param)


def test_every_note_stands_where_it_says(dossier: Composition, examples: MemoryLedger) -> None:
    assert dossier.notes
    for note in dossier.notes:
        content = examples.text(note.document, note.version).content
        assert " ".join(content[note.start : note.end].split()) == note.quote


def test_every_quote_is_cited_and_every_note_is_called(dossier: Composition) -> None:
    said = [one for section in dossier.sections for one in sentences(section)]
    assert all(one.notes for one in said if any(run.kind == "quote" for run in one.runs))
    called = list(dict.fromkeys(number for one in said for number in one.notes))
    assert sorted(called) == [note.number for note in dossier.notes]


def test_the_documents_of_notes_are_among_the_sources(dossier: Composition) -> None:
    assert {note.document for note in dossier.notes} <= {source.document for source in dossier.sources}


class TestHTML:
    """One file that opens offline."""

    def test_footnotes_link_both_ways(self, dossier: Composition) -> None:
        page = html.fromstring(pages.html(dossier))
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        targets = {href.removeprefix("#") for href in page.xpath("//@href")}
        assert targets <= set(ids)
        for note in dossier.notes:
            assert page.xpath(f"//*[@id='c{note.number}']//a[@href='#n{note.number}']")
            assert page.xpath(f"//*[@id='n{note.number}']//a[@href='#c{note.number}']")

    def test_nothing_is_fetched(self, dossier: Composition) -> None:
        page = pages.html(dossier)
        assert not re.search(r"\b(?:src|href)=\"(?!#)", page)
        assert "<script" not in page
        assert not re.search(r"url\((?!#)", page)


class TestPDF:
    """Tagged, with bookmarks and footnotes."""

    def test_it_holds_every_note_and_a_bookmark_for_every_section(self, dossier: Composition) -> None:
        made = pdf(dossier)
        assert b"/StructTreeRoot" in made
        opened = pypdfium2.PdfDocument(made)
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())
        text = re.sub(r"[\ufffe\xad-]\s*|\s", "", text)
        for note in dossier.notes:
            assert re.sub(r"[-\s]", "", shortened(note.quote)) in text
        bookmarks = [mark.get_title() for mark in opened.get_toc()]
        assert [section.title for section in dossier.sections] == [
            title for title in bookmarks if title in {section.title for section in dossier.sections}
        ]


class TestDOCX:
    """Styles, contents and real footnotes."""

    def test_every_note_is_a_footnote_that_is_called(self, dossier: Composition) -> None:
        made = docx_bytes(dossier)
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            notes = etree.fromstring(archive.read("word/footnotes.xml"))
            body = etree.fromstring(archive.read("word/document.xml"))
        numbers = [note.get(f"{W}id") for note in notes.iter(f"{W}footnote")]
        assert len(numbers) == len(dossier.notes) + 2
        assert [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")] == numbers[2:]

    def test_python_docx_reads_it_back(self, dossier: Composition) -> None:
        read = python_docx.Document(io.BytesIO(docx_bytes(dossier)))
        headings = [line.text for line in read.paragraphs if line.style is not None and line.style.name == "Heading 1"]
        assert headings == [section.title for section in dossier.sections]
        assert read.core_properties.title == dossier.title


class TestMarkdown:
    """Footnotes, and nothing that a reader would take for markup."""

    def test_notes_are_called_and_defined_once_each(self, dossier: Composition) -> None:
        text = markdown.markdown(dossier)
        defined = re.findall(r"(?m)^\[\^(\d+)\]:", text)
        assert defined == [str(note.number) for note in dossier.notes]
        assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(defined)


@pytest.mark.parametrize("write", [pages.html, markdown.markdown, pdf, docx_bytes])
def test_the_same_dossier_gives_the_same_bytes(dossier: Composition, write: object) -> None:
    assert callable(write)
    assert write(dossier) == write(dossier)


HOSTILE = """\
Open letter of the *Orsava* Assembly to #eval("Ardesh") <script>alert(1)</script>

2 March 2025

We urge the Government of Ardesh to open #panic("x") <b>the</b> `road` [^1] $x$ \\u0000 | and _all_ of it.
"""


def test_the_words_of_a_source_are_never_markup(reader: Reader, catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(HOSTILE, encoding="utf-8")
    ledger = MemoryLedger()
    vault = Vault(tmp_path / "vault")
    list(pipeline.read(intake.listing([tmp_path / "letter.txt"]), ledger, vault, reader, pipeline.Intake()))
    dossier = gathered(ledger, catalogue, "ardesh")
    assert dossier.notes
    assert "<script" not in pages.html(dossier)
    rendered = MarkdownIt().render(markdown.markdown(dossier))
    assert "<script" not in rendered
    assert "<code>road" not in rendered
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(dossier)))
    assert '#panic("x")' in " ".join(text.split())
    assert docx_bytes(dossier)


def test_an_answer_stands_in_its_own_words(reader: Reader, catalogue: Catalogue, tmp_path: Path) -> None:
    ledger = read_examples(reader, tmp_path)
    row = next(iter(ledger.rows(Query(kinds=("ask",), keys=(("addressee", "ardesh"),)))))
    document = next(entry for entry in ledger.entries(kind="text") if entry.document != row.entry.document)
    assert document.document is not None
    text = ledger.text(document.document, str((document.payload or {})["version"]))
    words = anchor(text, 0, len(text.content.splitlines()[0]))
    answer = answers.Answer(
        ask=row.finding, words=words, response="pledged", answerer=Party(id="ardesh", name="Ardesh"), when="2025-06-20"
    )
    answers.record(ledger, answer, handle="anna")
    page = pages.html(gathered(ledger, catalogue, "ardesh"))
    assert "20 June 2025 · " in page
    assert "An answer is recorded to 1 of these " in page
    assert " ".join(words.quote.split()) in html.fromstring(page).text_content()


def test_what_was_not_published_yet_is_not_in_it(examples: MemoryLedger, catalogue: Catalogue) -> None:
    early = gathered(examples, catalogue, published_by="2025-03-05")
    assert {note.issued for note in early.notes} <= {"2 March 2025"}
    assert early.clocks.endswith("published by 5 March 2025.")
