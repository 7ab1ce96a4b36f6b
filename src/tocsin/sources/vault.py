# SPDX-License-Identifier: Apache-2.0
"""The vault: originals by their digest, in a folder beside the ledger; written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tocsin.errors import BadRequest, BrokenPromise
from tocsin.records.ids import Digest, digest


class NotHeld(BadRequest):
    """An original is not in the vault, which is no broken promise: a vault may be elsewhere."""

    def __init__(self, document: Digest) -> None:
        super().__init__(f"{document}: the original is not held in this vault; read the file again to put it there")


class VaultUnwritable(BadRequest):
    """The vault's folder cannot be written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: originals cannot be kept here ({reason}); make room or check permissions")


class OriginalChanged(BrokenPromise):
    """The bytes in the vault are not those whose name they bear."""

    def __init__(self, path: Path, document: Digest) -> None:
        super().__init__(f"{path}: these bytes are not {document}; keep the file as it is and compare with a backup")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How many originals were hashed again, and how many are not held, which breaks no promise."""

    held: int
    not_held: int
    size_bytes: int


class Vault:
    """Originals by digest: `ab/cdef…`. The folder is made with the first original."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, document: Digest) -> Path:
        """Say where an original lies or would lie."""
        name = document.removeprefix("sha256:")
        return self.folder / name[:2] / name[2:]

    def held(self, document: Digest) -> bool:
        """Say whether an original is in the vault."""
        return self.path(document).is_file()

    def put(self, data: bytes) -> Digest:
        """Keep bytes under their digest; on return they survive a crash. Bytes that are held are left as they are.

        Raises:
            VaultUnwritable: The disk is full or the folder cannot be written; nothing is left behind.
        """
        document = digest(data)
        path = self.path(document)
        if path.is_file() and path.stat().st_size == len(data):
            return document
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, data)
        except OSError as error:
            raise VaultUnwritable(self.folder, error.strerror or str(error)) from error
        return document

    def read(self, document: Digest) -> bytes:
        """Give an original, hashed again.

        Raises:
            NotHeld: It is not in the vault.
            OriginalChanged: The bytes are others.
        """
        path = self.path(document)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise NotHeld(document) from None
        if digest(data) != document:
            raise OriginalChanged(path, document)
        return data

    def check(self, documents: Iterable[Digest]) -> Checked:
        """Hash originals again.

        Raises:
            OriginalChanged: The first whose bytes are others.
        """
        held = not_held = size_bytes = 0
        for document in documents:
            try:
                size_bytes += len(self.read(document))
                held += 1
            except NotHeld:
                not_held += 1
        return Checked(held=held, not_held=not_held, size_bytes=size_bytes)

    def destroy(self, document: Digest) -> bool:
        """Overwrite and remove an original for good; False where it was not held.

        What a file system or a disk keeps of overwritten blocks is beyond a program's reach; so are backups.
        """
        path = self.path(document)
        if not path.is_file():
            return False
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        return True


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".taking-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last; Windows opens no folders and needs no such step."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def beside(ledger: Path) -> Vault:
    """Give the vault that belongs to a ledger: `NAME.vault` beside `NAME.db`."""
    return Vault(ledger.with_suffix(".vault"))
