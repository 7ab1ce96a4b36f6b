# SPDX-License-Identifier: Apache-2.0
"""Captures of the web: a page a document, from its address, of the moment of its capture; hostile files bounded."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tocsin.sources import intake
from tocsin.sources.captures import is_archive

LETTER = b"<html><body><h1>Appeal</h1><p>We urge Ardesh to open the Tamar corridor.</p></body></html>"
WHEN = "2025-03-04T10:00:00Z"


def warc(*records: Any, packed: bool = True) -> bytes:
    info = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    made = [info, *(record(*one) for one in records)]
    return b"".join(gzip.compress(one) if packed else one for one in made)


def record(address: str, status: str, kind: str, body: bytes, *more: tuple[str, str]) -> bytes:
    head = "".join(f"{name}: {value}\r\n" for name, value in (("Content-Type", kind), *more))
    answer = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
    told = f"WARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: {WHEN}\r\nContent-Length: {len(answer)}"
    return f"WARC/1.1\r\n{told}\r\n\r\n".encode() + answer + b"\r\n\r\n"


PAGES = (
    ("https://karsk.example/appeal?id=7", "200 OK", "text/html; charset=utf-8", LETTER),
    ("https://karsk.example/gone", "404 Not Found", "text/html", b"<p>gone</p>"),
    ("https://karsk.example/style.css", "200 OK", "text/css", b"p {}"),
    ("https://karsk.example/note", "200 OK", "text/plain", b"We warn of a famine."),
)


def outcomes(path: Path, data: bytes, **limits: int) -> list[intake.Outcome]:
    path.write_bytes(data)
    return [outcome for one in intake.listing([path]) for outcome in intake.outcomes(one, **limits)]


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_a_document_from_its_address(tmp_path, packed):
    page, note, left = outcomes(tmp_path / "crisis.warc", warc(*PAGES, packed=packed))
    assert isinstance(page, intake.Taken)
    assert (page.source, page.retrieved_at, page.within) == ("https://karsk.example/appeal?id=7", WHEN, None)
    assert page.data == LETTER
    assert "We urge Ardesh to open the Tamar corridor." in page.text.content
    assert isinstance(note, intake.Taken)
    assert note.text.content == "We warn of a famine."
    assert isinstance(left, intake.Refused)
    assert left.skipped
    assert left.problem.message.startswith("2 captures left out")


def wacz(data: bytes, told: str | None = None) -> bytes:
    held = io.BytesIO()
    digest = told or hashlib.sha256(data).hexdigest()
    package = {"resources": [{"name": "a", "path": "archive/a.warc.gz", "hash": f"sha256:{digest}"}]}
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("datapackage.json", json.dumps(package))
        archive.writestr("archive/a.warc.gz", data)
        archive.writestr("pages/pages.jsonl", "{}")
    return held.getvalue()


def test_a_wacz_is_opened_and_held_against_its_digests(tmp_path):
    page, *_ = outcomes(tmp_path / "crisis.wacz", wacz(warc(*PAGES)))
    assert isinstance(page, intake.Taken)
    (changed,) = outcomes(tmp_path / "changed.wacz", wacz(warc(*PAGES), told="0" * 64))
    assert isinstance(changed, intake.Refused)
    assert changed.problem.code == "changed"


def test_a_capture_that_unpacks_to_more_than_the_limit_is_refused_and_the_next_is_read(tmp_path):
    bomb = (
        "https://karsk.example/bomb",
        "200 OK",
        "text/html",
        gzip.compress(b"a" * 5_000_000),
        ("Content-Encoding", "gzip"),
    )
    refused, page, *_ = outcomes(tmp_path / "bomb.warc.gz", warc(bomb, *PAGES), max_size_bytes=100_000)
    assert isinstance(refused, intake.Refused)
    assert refused.problem.code == "too-large"
    assert isinstance(page, intake.Taken)


def test_a_file_that_breaks_off_gives_what_was_read_and_says_so(tmp_path):
    data = warc(*PAGES, packed=False)
    page, *rest = outcomes(tmp_path / "cut.warc", data[: data.index(b"of a famine")])
    assert isinstance(page, intake.Taken)
    assert [one.problem.code for one in rest if isinstance(one, intake.Refused)] == ["broken-archive", "no-document"]
    garbage = outcomes(tmp_path / "garbage.warc", b"WARC/1.0\r\nnonsense\r\n\r\n" + b"\x00" * 200)
    assert all(isinstance(one, intake.Refused) for one in garbage)


def test_other_archives_are_no_captures(tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    for name, data in (
        ("a.docx", held.getvalue()),
        ("a.gz", gzip.compress(b"text")),
        ("a.txt", b"text"),
        ("b.gz", b"\x1f\x8bxx"),
    ):
        (tmp_path / name).write_bytes(data)
        assert not is_archive(tmp_path / name)
    assert not is_archive(tmp_path / "missing")


def test_an_empty_capture_and_one_that_is_not_what_it_says_are_told(tmp_path):
    empty = ("https://karsk.example/empty", "200 OK", "text/html", b"  ")
    picture = ("https://karsk.example/picture", "200 OK", "application/pdf", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    told = outcomes(tmp_path / "odd.warc.gz", warc(empty, picture))
    assert [one.source for one in told] == [
        f"{tmp_path / 'odd.warc.gz'}!https://karsk.example/empty",
        "https://karsk.example/picture",
    ]
    assert all(isinstance(one, intake.Refused) for one in told)
