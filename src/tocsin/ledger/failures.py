# SPDX-License-Identifier: Apache-2.0
"""What can go wrong with a ledger: one class a failure, each with what to do."""

from __future__ import annotations

from tocsin.errors import BadRequest, BrokenPromise
from tocsin.records.entries import Entry


class NotALedger(BadRequest):
    """The file is something else."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: this is no Tocsin ledger; name another file with --ledger")


class NewerLedger(BadRequest):
    """The ledger was written by a newer Tocsin."""

    def __init__(self, path: str, schema: int, known: int) -> None:
        super().__init__(f"{path}: the ledger has schema {schema}, this Tocsin knows {known}; install a newer Tocsin")


class OlderLedger(BadRequest):
    """A ledger that may not be written has an older schema than this program reads."""

    def __init__(self, path: str, schema: int, known: int) -> None:
        super().__init__(f"{path}: the ledger has schema {schema}, not {known}; open it once where it can be written")


class NoLedger(BadRequest):
    """There is no ledger where one is to be read."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: there is no ledger here; `tocsin read FILE…` begins one, --ledger names another")


class LedgerBusy(BadRequest):
    """Another process kept writing for longer than the wait."""

    def __init__(self, path: str, wait_seconds: float) -> None:
        super().__init__(f"{path}: another process has been writing for {wait_seconds:g} s; try again when it is done")


class LedgerFull(BadRequest):
    """No room: the disk is full, or a limit is reached."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no room is left; nothing of this batch was recorded, make room and run it again")


class LedgerReadOnly(BadRequest):
    """The file or its folder cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: the ledger or its folder cannot be written; nothing was recorded, check permissions")


class LedgerUnreachable(BadRequest):
    """The file cannot be opened."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: the ledger cannot be opened ({reason}); check the path and its permissions")


class LedgerDamaged(BrokenPromise):
    """The store itself is damaged."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: the file is damaged ({reason}); keep it as it is and restore a backup beside it")


class BrokenChain(BrokenPromise):
    """An entry does not hold against its seals."""

    def __init__(self, path: str, seq: int, reason: str) -> None:
        super().__init__(f"{path} entry {seq}: {reason}; keep the file as it is and compare with a backup")


class BrokenText(BrokenPromise):
    """A stored text is not what was sealed."""

    def __init__(self, path: str, document: str, version: str) -> None:
        super().__init__(f"{path}: the stored text of {document} ({version}) is not what was sealed")


class UnknownEntry(BadRequest):
    """No entry has this id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no entry of this ledger has this id")


class UnknownFinding(BadRequest):
    """Nothing was said of a finding by then."""

    def __init__(self, name: str, recorded_by: str | None = None) -> None:
        by = f" by {recorded_by}" if recorded_by else ""
        super().__init__(f"{name}: this ledger held no such finding{by}; listings with --json show ids")


class UnknownText(BadRequest):
    """A text was never stored, or was expunged."""

    def __init__(self, document: str, version: str) -> None:
        super().__init__(f"{document}: no text {version} of this document is held; read the document again")


class BadQuery(BadRequest):
    """A search cannot be read."""

    def __init__(self, words: str, reason: str) -> None:
        super().__init__(f"{words!r}: {reason}")


class Moved(BadRequest):
    """An author acts on what has changed meanwhile: both versions are shown."""

    def __init__(self, seen: int, now: Entry) -> None:
        self.seen = seen
        self.now = now
        super().__init__(
            f"{now.subject}: seen at entry {seen}, but entry {now.seq} ({now.kind} by {now.author}, {now.recorded_at}) "
            f"came since: {now.payload}; look again and repeat what still holds"
        )
