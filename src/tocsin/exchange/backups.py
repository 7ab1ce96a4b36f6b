# SPDX-License-Identifier: Apache-2.0
"""A backup: a ledger and the originals that are held, in one ZIP file that holds whatever store the ledger was in.

`manifest.json` says what is in it, `ledger.jsonl` is the ledger as `ledgers` writes it, `originals/` holds originals
under their digests. Every part is verified before a backup or a restored ledger is called done.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tocsin.errors import BadRequest, BrokenPromise
from tocsin.exchange import ledgers
from tocsin.ledger.ledger import Ledger
from tocsin.linking.transmissions import proofs
from tocsin.records.entries import Head
from tocsin.records.ids import Digest, Json, canonical
from tocsin.sources.vault import Vault

FORMAT = "tocsin-backup/1"
_MANIFEST, _LEDGER, _ORIGINALS = "manifest.json", "ledger.jsonl", "originals/"
_WHEN = (1980, 1, 1, 0, 0, 0)  # equal ledgers give equal backups
_HEX = re.compile(r"[0-9a-f]{64}")


class NotABackup(BadRequest):
    """The file is something else."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: this is no backup ({reason}); `tocsin backup FILE` writes one")


class BackupDamaged(BrokenPromise):
    """The backup is not what was written."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: the backup is damaged ({reason}); nothing was restored, keep it and take another")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a backup holds: the ledger's head, how many originals, and how many documents have none in the vault."""

    head: Head
    originals: int
    not_held: int


def write(ledger: Ledger, vault: Vault, path: Path) -> Kept:
    """Write a backup to `path`, which is replaced by a caller that wants it whole.

    Raises:
        BrokenPromise: The ledger or an original is not what was sealed: such a backup is not made.
    """
    documents = sorted(_kept(ledger))
    held = [document for document in documents if vault.held(document)]
    with tempfile.TemporaryFile() as spool, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        spool.writelines(ledgers.lines(ledger))
        head = ledgers.verified(spool, str(path))
        manifest: dict[str, Json] = {"format": FORMAT, "head": head.chain, "entries": head.seq, "originals": [*held]}
        archive.writestr(_member(_MANIFEST), canonical(manifest))
        spool.seek(0)
        with archive.open(_member(_LEDGER), "w", force_zip64=True) as member:
            shutil.copyfileobj(spool, member)
        for document in held:
            archive.writestr(_member(_original(document)), vault.read(document))
    return Kept(head=head, originals=len(held), not_held=len(documents) - len(held))


def _kept(ledger: Ledger) -> set[Digest]:
    """Give all bytes that a ledger names: originals, and the proofs of sendings."""
    return {*(entry.subject for entry in ledger.entries(kind="document")), *proofs(ledger)}


def read(path: Path, ledger: Ledger, vault: Vault) -> Kept:
    """Restore a backup into an empty ledger and vault, and verify both.

    Raises:
        NotABackup: The file is something else.
        BackupDamaged, BrokenChain, BrokenText: Something in it is not what was written.
    """
    with _archive(path) as archive:
        manifest = _manifest(archive, path)
        with tempfile.TemporaryFile() as spool:
            with archive.open(_LEDGER) as member:
                shutil.copyfileobj(member, spool)
            head = ledgers.take(ledger, spool, str(path)).head
        if (head.chain, head.seq) != (manifest["head"], manifest["entries"]):
            raise BackupDamaged(str(path), "the ledger is not the one that the manifest names")
        originals = _named(manifest)
        for document in originals:
            if vault.put(archive.read(_original(document))) != document:
                raise BackupDamaged(str(path), f"the original of {document} has other bytes")
    ledger.verify()
    documents = _kept(ledger)
    return Kept(head=head, originals=len(originals), not_held=len(documents - set(originals)))


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            try:
                yield archive
            except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
                raise BackupDamaged(str(path), str(error)) from error
    except zipfile.BadZipFile as error:
        raise NotABackup(str(path), str(error)) from error
    except OSError as error:
        raise NotABackup(str(path), error.strerror or str(error)) from error


def _manifest(archive: zipfile.ZipFile, path: Path) -> dict[str, object]:
    if _MANIFEST not in archive.namelist():
        raise NotABackup(str(path), "it has no manifest")
    try:
        manifest: dict[str, object] = json.loads(archive.read(_MANIFEST))
        if manifest["format"] != FORMAT:
            raise NotABackup(str(path), f"its format is {manifest['format']}, not {FORMAT}")
    except (ValueError, TypeError, KeyError) as error:
        raise BackupDamaged(str(path), f"the manifest cannot be read: {error}") from error
    return manifest


def _named(manifest: dict[str, object]) -> Sequence[Digest]:
    named = manifest.get("originals")
    return [Digest(str(name)) for name in named] if isinstance(named, list) else []


def _original(document: Digest) -> str:
    name = document.removeprefix("sha256:")
    if not _HEX.fullmatch(name):
        raise KeyError(f"{document!r} is no digest")
    return _ORIGINALS + name


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _WHEN)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member
