# SPDX-License-Identifier: Apache-2.0
"""The vault keeps originals whole, by digest, and tells what is not held from what was changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.records.ids import digest
from tocsin.sources.vault import Checked, NotHeld, OriginalChanged, Vault, VaultUnwritable


def test_an_original_comes_back_to_the_byte(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "tocsin.vault")
    name = vault.put(b"We urge")
    assert name == digest(b"We urge")
    assert vault.held(name)
    assert vault.read(name) == b"We urge"
    assert vault.put(b"We urge") == name
    assert vault.check([name, digest(b"none")]) == Checked(held=1, not_held=1, size_bytes=7)
    assert [path.name for path in vault.path(name).parent.iterdir()] == [vault.path(name).name]


def test_what_is_absent_is_not_held(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    assert not vault.held(digest(b"x"))
    with pytest.raises(NotHeld):
        vault.read(digest(b"x"))
    assert not vault.destroy(digest(b"x"))


def test_a_changed_original_is_a_broken_promise(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    name = vault.put(b"We urge")
    vault.path(name).write_bytes(b"We surge")
    with pytest.raises(OriginalChanged):
        vault.read(name)
    with pytest.raises(OriginalChanged):
        vault.check([digest(b"none"), name])
    vault.put(b"We urge")  # a half-written file of an older crash is mended
    assert vault.read(name) == b"We urge"


def test_a_destroyed_original_is_gone(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    name = vault.put(b"We urge")
    assert vault.destroy(name)
    assert not vault.held(name)


def test_a_folder_that_cannot_be_written_is_told_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(VaultUnwritable, match="No space left"):
        Vault(tmp_path).put(b"We urge")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
