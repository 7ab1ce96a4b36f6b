# SPDX-License-Identifier: Apache-2.0
"""Intake: one outcome a document, in one order, whatever is wrong with the others."""

from __future__ import annotations

import os
from email.message import EmailMessage
from pathlib import Path

import pytest

from tocsin.records.ids import digest
from tocsin.sources.intake import MAX_DEPTH, Outcome, Refused, Taken, listing, opened, outcomes


def take(*paths: Path | str, limit: int = 1000) -> list[Outcome]:
    return [outcome for item in listing(paths) for outcome in outcomes(item, max_size_bytes=limit)]


def codes(found: list[Outcome]) -> list[str]:
    return [outcome.problem.code if isinstance(outcome, Refused) else "taken" for outcome in found]


def test_a_folder_is_walked_in_order_and_hidden_entries_told(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", ".hidden/x.txt", "b/.swp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("We urge")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = take(tmp_path)
    assert [outcome.source.removeprefix(f"{tmp_path}{os.sep}") for outcome in found] == [
        ".hidden",
        "a.txt",
        str(Path("b", ".swp")),
        str(Path("b", "two.txt")),
        "loop",
    ]
    assert codes(found) == ["hidden", "taken", "hidden", "taken", "linked"]
    assert [outcome.skipped for outcome in found if isinstance(outcome, Refused)] == [True, True, True]


def test_a_hidden_file_that_is_named_is_read_and_each_file_once(tmp_path: Path) -> None:
    (tmp_path / ".notes.txt").write_text("We urge")
    assert codes(take(tmp_path / ".notes.txt", tmp_path / ".notes.txt")) == ["taken"]


def test_what_cannot_be_read_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "large.txt").write_text("x" * 1001)
    (tmp_path / "line\nbreak.txt").write_text("We urge")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zeros.bin").write_bytes(bytes(100))
    (tmp_path / "zlast.txt").write_text("We urge")
    found = take(tmp_path, tmp_path / "missing.txt")
    assert codes(found) == ["empty", "too-large", "name-with-newline", "no-file", "binary", "taken", "missing"]
    for outcome in found:
        if isinstance(outcome, Refused):
            assert "\n" not in str(outcome.problem)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_or_folder_without_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    assert codes(take(tmp_path)) == ["no-permission", "no-permission"]


def test_refused_permission_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")

    def refuse(_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert codes(take(tmp_path / "a.txt")) == ["no-permission"]
    monkeypatch.setattr(os, "listdir", refuse)
    assert codes(take(tmp_path)) == ["no-permission"]


def mail(inner: bytes, name: str) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@x.example", "s"
    made.set_content("We urge")
    made.add_attachment(inner, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def test_attachments_are_outcomes_of_their_own_that_name_the_mail() -> None:
    data = mail(b"Annex", "annex.txt")
    found = list(opened(data, "m.eml", None))
    assert [(outcome.source, type(outcome)) for outcome in found] == [("m.eml", Taken), ("m.eml!annex.txt", Taken)]
    assert isinstance(found[1], Taken)
    assert found[1].within == digest(data)
    assert codes(list(opened(mail(b"", "annex.txt"), "m.eml", None))) == ["taken", "empty"]


def test_mails_in_mails_end_somewhere() -> None:
    data = b"Annex"
    for _ in range(MAX_DEPTH + 1):
        data = mail(data, "inner.eml")
    assert codes(list(opened(data, "m.eml", None))) == ["taken"] * (MAX_DEPTH + 1) + ["too-deep"]
