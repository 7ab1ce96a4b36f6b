# SPDX-License-Identifier: Apache-2.0
"""PDF, DOCX and EML: text with its places, and every way they may be unreadable."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tocsin.records.problems import Problem
from tocsin.sources import formats
from tocsin.sources.extracts import Extract


def pdf(*pages: list[str], password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, "owner") if password else None, invariant=True)
    canvas.setTitle("An appeal")
    for lines in pages:
        height = 700
        for line in lines:
            height -= 14 if line else 20
            canvas.drawString(72, height, line)
        canvas.rect(10, 10, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def extract_of(data: bytes, name: str) -> Extract:
    extract = formats.read(data, name)
    assert isinstance(extract, Extract), extract
    return extract


def problem_of(data: bytes, name: str) -> Problem:
    problem = formats.read(data, name)
    assert isinstance(problem, Problem)
    return problem


def test_a_pdf_gives_lines_paragraphs_and_pages() -> None:
    first = ["We urge all", "sides to talk.", "", "And to listen,", "all of them", "and all day."]
    extract = extract_of(pdf(first, ["Second page"]), "a.pdf")
    text = extract.text
    assert text.content == "We urge all\nsides to talk.\n\nAnd to listen,\nall of them\nand all day.\nSecond page"
    assert [(origin.page, text.content[origin.start : origin.end]) for origin in text.origins][-1] == (2, "Second page")
    assert dict(text.facts)["title"] == "An appeal"
    assert text.version.startswith("pdf-pypdfium2/")


def test_a_page_that_is_a_picture_is_told() -> None:
    extract = extract_of(pdf(["Words"], []), "a.pdf")
    assert [str(problem) for problem in extract.problems] == [
        "a.pdf p. 2: without a text layer, empty or pictures: what may stand there is not read (1 of 2)"
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([]), "no-text-layer"),
        (pdf(["Words"], password="secret"), "encrypted"),
        (pdf(["Words"])[:300], "damaged"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    assert problem_of(data, "a.pdf").code == code


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Appeal"
    document.add_heading("An appeal", 0)
    document.add_heading("To Ardesh", 1)
    document.add_paragraph("We urge you to:")
    document.add_paragraph("open the road", style="List Bullet")
    document.add_paragraph("now", style="List Bullet 2")
    document.add_paragraph("")
    document.add_paragraph("They said no.", style="Quote")
    table = document.add_table(2, 2)
    for index, letter in enumerate("abcd"):
        table.cell(index // 2, index % 2).text = letter
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("End.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_docx_gives_its_body_in_order_with_parts_and_places() -> None:
    text = extract_of(word(), "a.docx").text
    assert text.content == (
        "An appeal\n\nTo Ardesh\n\nWe urge you to:\n\n• open the road\n• now\n\nThey said no.\n\na\nb\nc\td\n\nEnd."
    )
    assert [(part.kind, part.depth) for part in text.parts] == [
        ("title", 0),
        ("heading", 1),
        ("paragraph", 0),
        ("item", 1),
        ("item", 2),
        ("quotation", 0),
        ("table", 0),
        ("paragraph", 0),
    ]
    assert [origin.part for origin in text.origins][-2:] == ["table 1 row 2 cell 2", "paragraph 8"]
    assert dict(text.facts)["title"] == "Appeal"


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_bomb_is_not_opened() -> None:
    assert problem_of(zipped({"word/document.xml": b"\0" * 40_000_000}), "a.docx").code == "zip-bomb"


@pytest.mark.parametrize("data", [word()[:2000], zipped({"word/document.xml": b"<a"}), zipped({"word/x": b""})])
def test_a_damaged_docx_is_refused(data: bytes) -> None:
    assert problem_of(data, "a.docx").code == "damaged"


def test_a_docx_without_words_is_refused() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    assert problem_of(out.getvalue(), "a.docx").code == "no-text"


def mail(body: str | None = "We urge all sides to talk.\n", *, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Orsava Assembly <office@assembly.example>"
    made["To"] = "Northern Contact Group <ncg@contact.example>"
    made["Date"] = "Tue, 04 Mar 2031 10:00:00 +0400"
    made["Subject"] = "An appeal – urgent"
    if body is not None:
        made.set_content(body)
    if html is not None:
        made.add_alternative(html, subtype="html")
    return made


def test_a_mail_is_its_head_and_body() -> None:
    text = extract_of(mail().as_bytes(), "a.eml").text
    assert text.content == (
        "From: Orsava Assembly <office@assembly.example>\nTo: Northern Contact Group <ncg@contact.example>\n"
        "Date: Tue, 04 Mar 2031 10:00:00 +0400\nSubject: An appeal – urgent\n\nWe urge all sides to talk.\n"
    )
    facts = dict(text.facts)
    assert facts["published"] == "2031-03-04T10:00:00+04:00"
    assert facts["subject"] == "An appeal – urgent"
    assert text.origins[-1].part == "body"


def test_a_mail_in_html_alone_is_read_as_a_page() -> None:
    made = mail(None, html="<ul><li>open the road<li>talk</ul>")
    text = extract_of(made.as_bytes(), "a.eml").text
    assert text.content.rstrip().endswith("\n\n• open the road\n• talk")
    assert [text.content[part.start : part.end] for part in text.parts] == ["• open the road", "• talk"]


def test_attachments_are_documents_and_shown_pictures_are_none() -> None:
    made = mail()
    made.add_attachment(b"Annex", maintype="text", subtype="plain", filename="an\tnex/1.txt")
    made.add_attachment(mail("Inner\n"))
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", disposition="inline")
    extract = extract_of(made.as_bytes(), "a.eml")
    assert [(a.name, a.media_type) for a in extract.attachments] == [
        ("an nex_1.txt", "text/plain"),
        ("attachment-1.eml", "message/rfc822"),
    ]
    assert b"Inner" in extract.attachments[1].data


def test_a_mail_without_body_is_read_for_its_attachments_or_refused() -> None:
    bare = mail(None)
    assert problem_of(bare.as_bytes(), "a.eml").code == "no-body"
    bare.add_attachment(b"Annex", maintype="text", subtype="plain", filename="annex.txt")
    extract = extract_of(bare.as_bytes(), "a.eml")
    assert [problem.code for problem in extract.problems] == ["no-body"]
    assert len(extract.attachments) == 1
