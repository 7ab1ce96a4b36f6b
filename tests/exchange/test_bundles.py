# SPDX-License-Identifier: Apache-2.0
"""A bundle can be checked without its ledger: whole or with names withheld it holds, and one changed byte is found."""

from __future__ import annotations

import io
import json
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.contract import Clock, read
from tests.ledger.samples import ask_of, claim_of
from tocsin.errors import BadRequest, BrokenPromise
from tocsin.exchange import bundles
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query, Row
from tocsin.records.ids import canonical, digest
from tocsin.sources.vault import Vault


@pytest.fixture
def ledger() -> MemoryLedger:
    held = MemoryLedger(clock=Clock())
    read(held, ask_of(), claim_of())
    return held


def noted(number: int, row: Row) -> bundles.Note:
    payload: dict[str, Any] = dict(row.entry.payload or {})
    assert row.entry.document is not None
    return bundles.Note(
        note=number,
        finding=row.finding,
        quote=payload["quote"],
        document=row.entry.document,
        version=payload["version"],
        start=payload["start"],
        end=payload["end"],
    )


def bundle(ledger: MemoryLedger, folder: Path, *, guarded: bool = False) -> tuple[Path, bundles.Checked]:
    (document,) = {entry.subject for entry in ledger.entries(kind="document")}
    rows = list(ledger.rows(Query(kinds=("ask", "claim"))))
    contents = bundles.Contents(
        pages={"dossier.html": b"<!DOCTYPE html><title>Told, warned, asked</title>"},
        notes=tuple(noted(number, row) for number, row in enumerate(rows, start=1)),
        documents=frozenset({document}),
        guarded=frozenset({document}) if guarded else frozenset(),
        made_with="0",
    )
    path = folder / "bundle.zip"
    return path, bundles.write(ledger, Vault(folder / "vault"), path, contents)


def test_a_bundle_holds_without_its_ledger(ledger: MemoryLedger, tmp_path: Path) -> None:
    path, written = bundle(ledger, tmp_path)
    assert bundles.verify(path) == written
    assert (written.head, written.notes, written.annotations) == (ledger.head(), 2, 2)


def test_the_same_ledger_gives_the_same_bundle(ledger: MemoryLedger, tmp_path: Path) -> None:
    first = bundle(ledger, tmp_path)[0].read_bytes()
    assert bundle(ledger, tmp_path)[0].read_bytes() == first


def test_a_redacted_bundle_holds_and_tells_nothing_of_the_text(ledger: MemoryLedger, tmp_path: Path) -> None:
    path, written = bundle(ledger, tmp_path, guarded=True)
    assert bundles.verify(path) == written
    assert (written.sources, written.not_enclosed, written.withheld) == (0, 1, written.entries)


def test_each_changed_byte_is_found(ledger: MemoryLedger, tmp_path: Path) -> None:
    path, _written = bundle(ledger, tmp_path)
    whole = path.read_bytes()
    dice = random.Random(20250302)
    for place in {*dice.sample(range(len(whole)), 200), *range(64), *range(len(whole) - 64, len(whole))}:
        changed = bytearray(whole)
        changed[place] ^= 1 << dice.randrange(8)
        path.write_bytes(changed)
        with pytest.raises((BrokenPromise, BadRequest)):
            bundles.verify(path)


@pytest.mark.parametrize("name", ["dossier.html", "entries.jsonl.gz", "annotations.jsonld", "notes.json"])
def test_a_changed_file_is_named(ledger: MemoryLedger, tmp_path: Path, name: str) -> None:
    path, _written = bundle(ledger, tmp_path)
    with zipfile.ZipFile(path) as archive:
        files = {member: archive.read(member) for member in archive.namelist()}
    files[name] += b" "
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    with pytest.raises(BrokenPromise, match=name):
        bundles.verify(path)


def test_a_file_that_is_added_or_left_out_is_named(ledger: MemoryLedger, tmp_path: Path) -> None:
    path, _written = bundle(ledger, tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("more.txt", "more")
    with pytest.raises(BrokenPromise, match=r"more\.txt"):
        bundles.verify(path)
    held = io.BytesIO()
    with zipfile.ZipFile(bundle(ledger, tmp_path)[0]) as archive, zipfile.ZipFile(held, "w") as fewer:
        for name in archive.namelist():
            if name != "notes.json":
                fewer.writestr(name, archive.read(name))
    path.write_bytes(held.getvalue())
    with pytest.raises(BrokenPromise, match=r"notes\.json"):
        bundles.verify(path)


def test_a_manifest_made_anew_does_not_make_other_footnotes_hold(ledger: MemoryLedger, tmp_path: Path) -> None:
    path, _written = bundle(ledger, tmp_path)
    with zipfile.ZipFile(path) as archive:
        files = {member: archive.read(member) for member in archive.namelist()}
    notes = json.loads(files["notes.json"])
    notes[0]["quote"] = "close the road"
    files["notes.json"] = canonical(notes)
    manifest = json.loads(files["manifest.json"])
    del manifest["seal"]
    manifest["files"]["notes.json"] = digest(files["notes.json"])
    manifest["seal"] = digest(canonical(manifest))
    files["manifest.json"] = canonical(manifest)
    path.write_bytes(bundles.archived(files))
    with pytest.raises(BrokenPromise, match="note 1"):
        bundles.verify(path)


def test_what_is_no_bundle_is_a_bad_request(tmp_path: Path) -> None:
    for data in (b"", b"PK", b"not a bundle"):
        (tmp_path / "x.zip").write_bytes(data)
        with pytest.raises(bundles.NotABundle):
            bundles.verify(tmp_path / "x.zip")
    with pytest.raises(bundles.NotABundle):
        bundles.verify(tmp_path / "none.zip")
