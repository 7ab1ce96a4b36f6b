# SPDX-License-Identifier: Apache-2.0
"""Files that are brought in: read in a process of their own, with limits, whatever they are."""

from __future__ import annotations

import io
import time
import zipfile
from urllib.parse import quote

import pytest

from tests.conftest import EXAMPLES
from tests.web.conftest import LETTER
from tocsin.web import guards
from tocsin.web.takings import OPEN, Limits, Takings, named


def bring(person, data, name):
    return person.client.post(
        "/bring-in/files", content=data, headers={"X-Tocsin-Token": person.token, "X-Tocsin-Name": quote(name)}
    )


def settled(takings):
    """Wait until nothing is waiting or being read; give what became of everything, oldest first."""
    until = time.monotonic() + 120
    while any(one.status in OPEN for one in takings.all()):
        assert time.monotonic() < until
        time.sleep(0.02)
    return list(reversed(takings.all()))


def test_a_file_is_taken_read_and_listed_by_the_name_it_was_dropped_by(person):
    answer = bring(person, LETTER.encode(), "Appel d’Orsava – №1.txt")
    assert answer.status_code == 202
    (one,) = settled(person.room.takings)
    assert (one.name, one.status) == ("Appel d’Orsava – №1.txt", "read")
    assert one.findings > 3
    page = person.get("/documents").text
    assert "Appel d’Orsava – №1.txt" in page
    assert [row["status"] for row in person.get("/bring-in/takings").json()] == ["read"]
    assert list(person.room.takings.folder.iterdir()) == []  # the copy is gone
    assert person.state(person.findings("ask")[0][0]).standing == "proposed"


def test_what_cannot_be_read_is_told_and_the_others_are_read(person):
    bring(person, b"", "empty.txt")
    bring(person, b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture.png")
    bring(person, b"%PDF-1.4 broken", "broken.pdf")
    bring(person, LETTER.encode(), "letter.txt")
    bring(person, LETTER.encode(), "letter.txt")
    made = settled(person.room.takings)
    assert [one.status for one in made] == ["rejected", "rejected", "rejected", "read", "known"]
    assert all(one.problems for one in made[:3])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lia\\a.txt", "a.txt"),
        ("a\nb\r\x00.txt", "ab.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("x" * 900 + ".pdf", "x" * 180 + ".pdf"),
    ],
)
def test_a_name_is_never_a_path(given, kept):
    assert named(given) == kept


def test_a_file_cannot_be_put_anywhere_else(person):
    outside = person.folder / "outside.txt"
    bring(person, LETTER.encode(), f"../../../../{outside}")
    (one,) = settled(person.room.takings)
    assert one.name == "outside.txt"
    assert not outside.exists()


def test_an_upload_beyond_the_limit_is_refused_while_it_comes(person, monkeypatch):
    monkeypatch.setattr(guards, "MAX_UPLOAD_BYTES", 100_000)
    monkeypatch.setattr(guards, "MAX_BODY_BYTES", 0)

    def chunks():
        for _ in range(100):
            yield b"x" * 50_000

    answer = person.client.post(
        "/bring-in/files", content=chunks(), headers={"X-Tocsin-Token": person.token, "X-Tocsin-Name": "big.txt"}
    )
    assert answer.status_code == 413
    assert list(person.room.takings.folder.iterdir()) == []
    assert person.room.takings.all() == ()


def bomb() -> bytes:
    """A DOCX whose one part unpacks to far more than it weighs."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        zipfile.ZipFile(EXAMPLES / "documents" / "05-lumara-statement.docx") as real,
    ):
        for item in real.infolist():
            if item.filename != "word/document.xml":
                archive.writestr(item, real.read(item))
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return packed.getvalue()


def test_a_bomb_costs_itself_and_nothing_else(person):
    assert len(bomb()) < 2_000_000
    bring(person, bomb(), "bomb.docx")
    bring(person, LETTER.encode(), "letter.txt")
    made = settled(person.room.takings)
    assert [one.status for one in made] == ["rejected", "read"]


@pytest.fixture
def takings(room):
    """Makes takings with limits of their own."""
    made = []

    def make(**limits):
        made.append(Takings(room.at, Limits(**limits)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def put(takings, text=LETTER, name="letter.txt"):
    path = takings.folder / name
    path.write_text(text)
    return takings.take(path, name, by=None)


def test_what_takes_too_long_is_stopped_and_told(takings):
    slow = takings(seconds=0.01)
    put(slow)
    (one,) = settled(slow)
    assert one.status == "rejected"
    assert "took longer than 0.01 s" in one.problems[0]
    assert list(slow.folder.iterdir()) == []


def test_what_takes_too_much_memory_is_told(takings):
    small = takings(memory_bytes=60_000_000)
    put(small)
    (one,) = settled(small)
    assert one.status == "rejected"
    assert one.problems


def test_a_process_that_dies_is_started_again(takings):
    frail = takings()
    put(frail, name="one.txt")
    settled(frail)
    frail._reader._process.kill()
    put(frail, text=LETTER + "\nAnother line.\n", name="two.txt")
    put(frail, text=LETTER + "\nA third line.\n", name="three.txt")
    assert [one.status for one in settled(frail)] == ["read", "rejected", "read"]


def test_a_closed_room_reads_nothing_more(takings):
    closed = takings()
    closed.close()
    assert not closed.folder.exists()


def test_all_texts_are_read_again_where_that_is_asked(person, letter):
    answer = person.post("/names/reread")
    assert answer.headers["location"] == "/bring-in"
    (one,) = settled(person.room.takings)
    assert one.status == "read"
    assert "of 1 document" in one.problems[0]
    assert letter
