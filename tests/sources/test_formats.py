# SPDX-License-Identifier: Apache-2.0
"""Formats are told by content first, by name second; what is none is refused with what to do."""

from __future__ import annotations

import pytest

from tocsin.records.problems import Problem
from tocsin.sources import formats
from tocsin.sources.extracts import Extract


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"We urge", "a.txt", "text/plain"),
        (b"We urge", "a", "text/plain"),
        (b"# We urge", "a.md", "text/markdown"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "a.txt", "text/html"),
        (b"<?xml version='1.0'?><!-- saved --><html>", "page", "text/html"),
        (b"<p>x", "a.htm", "text/html"),
        (b"%PDF-1.7", "a.txt", "application/pdf"),
        (b"PK\x03\x04 word/document.xml", "a", formats.DOCX),
        (b"From: a@x.example\r\nSubject: b\r\n\r\nc", "mail", "message/rfc822"),
        (b"From: the Assembly\nTo: all\n\nWe urge", "letter.txt", "text/plain"),
        (b"x", "in.eml!annex.md", "text/markdown"),
        (b"\xff\xfeW\x00e\x00", "a.txt", "text/plain"),
    ],
)
def test_a_format_is_told_by_content_first(data: bytes, name: str, kind: str) -> None:
    assert formats.media_type(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"PK\x03\x04 xl/workbook.xml", "a.xlsx", "unknown-format"),
        (b"{\\rtf1", "a.rtf", "unknown-format"),
        (b"\x89PNG\r\n", "a.png", "unknown-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "unknown-format"),
        (b"\x00\x01\x02\x03", "a.txt", "binary"),
        (bytes(range(1, 9)) * 30, "a.txt", "binary"),
        (b"We urge", "a.pdf", "not-what-it-says"),
        (b"We urge", "a.docx", "not-what-it-says"),
    ],
)
def test_what_is_no_known_format_is_refused(data: bytes, name: str, code: str) -> None:
    problem = formats.read(data, name)
    assert isinstance(problem, Problem)
    assert (problem.where, problem.code) == (name, code)


@pytest.mark.parametrize("content", ["We\r\nurge\x85all\u2028sides", "\ufeffWe urge", "İ ﬁ e\u0301"])
def test_a_utf8_text_file_is_its_own_text_to_the_character(content: str) -> None:
    extract = formats.read(content.encode(), "a.txt")
    assert isinstance(extract, Extract)
    assert extract.text.content == content


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_marked_encoding_is_read_as_marked(encoding: str) -> None:
    data = ("" if encoding != "utf-16-be" else "\ufeff").encode(encoding) + "We urge Věltria".encode(encoding)
    extract = formats.read(data, "a.txt")
    assert isinstance(extract, Extract)
    assert extract.text.content.strip("\ufeff") == "We urge Věltria"
    assert extract.problems == ()


def test_a_guessed_encoding_is_told() -> None:
    words = "Призываем все стороны открыть дорогу и дать проход гуманитарной помощи. " * 5
    extract = formats.read(words.encode("cp1251"), "a.txt")
    assert isinstance(extract, Extract)
    assert extract.text.content == words
    assert [problem.code for problem in extract.problems] == ["encoding-guessed"]


def test_a_few_names_beyond_ascii_are_read_in_the_commonest_encoding() -> None:
    words = "The envoy Núria Señal met Hélène Kresk in Karsk and asked both sides to open the road. " * 9
    extract = formats.read(words.encode("cp1252"), "a.txt")
    assert isinstance(extract, Extract)
    assert extract.text.content == words
    assert [problem.code for problem in extract.problems] == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read(encoding: str) -> None:
    words = "We urge Věltria to open the road to Karsk.\n"
    extract = formats.read(words.encode(encoding), "a.txt")
    assert isinstance(extract, Extract)
    assert extract.text.content == words


def test_a_cut_off_utf16_file_is_refused() -> None:
    problem = formats.read("\ufeffWe".encode("utf-16-le")[:-1], "a.txt")
    assert isinstance(problem, Problem)
    assert problem.code == "wrong-encoding"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_white_space_is_empty(name: str) -> None:
    problem = formats.read(b" \n\t", name)
    assert isinstance(problem, Problem)
    assert problem.code == "empty"


def test_markdown_keeps_the_files_text_and_names_its_parts() -> None:
    lines = (
        "# Appeal",
        "",
        "We urge:",
        "",
        "- Ardesh to",
        "  1. open the road",
        "  2. stop",
        "- talk",
        "",
        "> They said so.",
    )
    content = "\r\n".join(lines)
    extract = formats.read(content.encode(), "a.md")
    assert isinstance(extract, Extract)
    text = extract.text
    assert text.content == content
    assert [(part.kind, part.depth, content[part.start : part.end]) for part in text.parts] == [
        ("heading", 1, "# Appeal"),
        ("paragraph", 0, "We urge:"),
        ("item", 1, "- Ardesh to"),
        ("item", 2, "1. open the road"),
        ("item", 2, "2. stop"),
        ("item", 1, "- talk"),
        ("quotation", 0, "> They said so."),
    ]
