# SPDX-License-Identifier: Apache-2.0
"""A whole ledger as JSON Lines and back, byte for byte: chain, salts, commitments and texts included.

The first line names format, number of entries and head, so that a file that was cut off is known. Every other line is
an entry in canonical JSON (RFC 8785), in order of `seq`; that of a `text` entry carries the text. Of an expunged entry
only what outlives it is there. Originals are not in it: `backup` holds those.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import IO, Any

from tocsin.errors import BadRequest
from tocsin.ledger import layouts
from tocsin.ledger.failures import BrokenChain, UnknownText
from tocsin.ledger.ledger import Ledger, Sealed
from tocsin.ledger.states import VERDICTS
from tocsin.ledger.verifying import Verifier, stored
from tocsin.records.entries import BASES, KINDS, Entry, Head, kept
from tocsin.records.ids import Digest, Json, canonical
from tocsin.records.plurals import counted
from tocsin.records.runs import text_id
from tocsin.records.texts import Text

FORMAT = "tocsin-ledger/1"
"""What the first line says the file is."""

PART = "tocsin-ledger-part/1"
"""What it says where payloads are left out: it verifies, and cannot be imported."""

_MEMBERS = {
    *("seq", "id", "kind", "subject", "document", "author", "basis", "recorded_at"),
    *("payload", "salt", "commitment", "chain"),
}


class NotAnExport(BadRequest):
    """The file is something else, or was written by a newer program."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}; `tocsin export --format jsonl` writes what can be imported")


class OtherLedger(BadRequest):
    """The ledger to import into holds something else than the file begins with."""

    def __init__(self, where: str, seq: int) -> None:
        super().__init__(
            f"{where}: entry {seq} of the ledger is not entry {seq} of the file; "
            "a file is imported into an empty ledger or one that it continues, so name another with --ledger"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many entries an import added, and the head the ledger has now."""

    added: int
    head: Head


def lines(ledger: Ledger) -> Iterator[bytes]:
    """Write a ledger, line by line, each ended by a line feed."""
    head = ledger.head()
    yield canonical({"chain": head.chain, "entries": head.seq, "format": FORMAT}) + b"\n"
    for entry in ledger.entries(until=head.seq):
        yield canonical(_line(entry, ledger)) + b"\n"


def part(ledger: Ledger, head: Head, disclosed: Callable[[Entry], bool]) -> Iterator[bytes]:
    """Write the whole chain up to a head, with the payloads of those entries only that are to be disclosed.

    Every seal still verifies; of the other payloads nothing can be learnt. What outlives an expunged payload stays.
    """
    yield canonical({"chain": head.chain, "entries": head.seq, "format": PART}) + b"\n"
    for entry in ledger.entries(until=head.seq):
        shown = entry if entry.expunged or disclosed(entry) else replace(entry, payload=kept(entry), salt=None)
        yield canonical(_line(shown, ledger)) + b"\n"


def entries(file: IO[bytes], where: str) -> Iterator[Sealed]:
    """Give the entries of a file that `lines` or `part` wrote, unverified, each with its text."""
    return _File(file, where).entries()


def _line(entry: Entry, ledger: Ledger) -> dict[str, Json]:
    line: dict[str, Json] = {
        "seq": entry.seq,
        "id": entry.id,
        "kind": entry.kind,
        "subject": entry.subject,
        "document": entry.document,
        "author": entry.author,
        "basis": entry.basis,
        "recorded_at": entry.recorded_at,
        "payload": entry.payload,
        "salt": None if entry.salt is None else entry.salt.hex(),
        "commitment": entry.commitment,
        "chain": entry.chain,
    }
    if entry.kind == "text" and not entry.expunged and entry.payload is not None and entry.document is not None:
        text = ledger.text(entry.document, str(entry.payload["version"]))
        line["text"] = {"content": text.content, "layout": json.loads(layouts.layout(text))}
    return line


def take(ledger: Ledger, file: IO[bytes], where: str) -> Imported:
    """Import a file that `lines` wrote: the whole of it is verified before anything is written.

    `file` can be read twice; `where` names it in messages.

    Raises:
        NotAnExport: The file is something else.
        BrokenChain, BrokenText: It is not what was sealed, or was cut off. Nothing is written.
        OtherLedger: The ledger is neither empty nor the beginning of the file.
    """
    head = ledger.head()
    source = _File(file, where, watched=head.seq)
    final = source.verified()
    if head.seq > final.seq:
        raise OtherLedger(where, final.seq + 1)
    if head.seq and source.chain != head.chain:
        raise OtherLedger(where, head.seq)
    if head.seq == final.seq:
        return Imported(added=0, head=head)
    now = ledger.adopt(sealed for sealed in source.entries() if sealed.entry.seq > head.seq)
    return Imported(added=now.seq - head.seq, head=now)


def verified(file: IO[bytes], where: str, *, withheld: Collection[Digest] | None = None) -> Head:
    """Hold a file that `lines` wrote against its seals; give its head.

    `withheld`: the file is one that `part` wrote, and of these entries the payloads were left out.

    Raises:
        NotAnExport: The file is something else.
        BrokenChain, BrokenText: It is not what was sealed, or was cut off.
    """
    return _File(file, where, withheld=withheld).verified()


class _File:
    """Entries in a file, read as often as needed; where texts lie, and the chain at a watched entry, are noted."""

    def __init__(
        self, file: IO[bytes], where: str, *, watched: int = 0, withheld: Collection[Digest] | None = None
    ) -> None:
        self._file = file
        self._format = FORMAT if withheld is None else PART
        self._withheld = withheld or frozenset()
        self._where = where
        self._texts: dict[tuple[Digest, str], int] = {}
        self._watched = watched
        self.chain: Digest | None = None

    def entries(self) -> Iterator[Sealed]:
        """Give every entry with its text."""
        self._file.seek(0)
        self._file.readline()
        number, place = 1, self._file.tell()
        while line := self._file.readline():
            number += 1
            sealed = self._sealed(line, number)
            if sealed.text is not None:
                self._texts[sealed.text.document, sealed.text.version] = place
            yield sealed
            place = self._file.tell()
            self._file.seek(place)

    def verified(self) -> Head:
        """Hold all entries, texts and quotes against their seals."""
        named = self._begun()
        verifier = Verifier(self._where, self._text, withheld=self._withheld)
        found = verifier.verify(self._noted(), int(named["entries"]))
        if (found.head.seq, found.head.chain) != (named["entries"], named["chain"]):
            raise BrokenChain(
                self._where,
                found.head.seq,
                f"the file ends here, its first line names {counted(named['entries'], 'entry', 'entries')}",
            )
        return found.head

    def _noted(self) -> Iterator[tuple[Entry, bytes | None]]:
        for sealed in self.entries():
            if sealed.entry.seq == self._watched:
                self.chain = sealed.entry.chain
            place = self._file.tell()
            yield stored(sealed.entry)
            self._file.seek(place)  # verifying may have looked up a text

    def _begun(self) -> Mapping[str, Any]:
        self._file.seek(0)
        try:
            first: dict[str, Any] = json.loads(self._file.readline())
            if (
                first["format"] != self._format
                or not isinstance(first["entries"], int)
                or not isinstance(first["chain"], str)
            ):
                raise NotAnExport(self._where, f"its first line does not say {self._format}")
        except (ValueError, TypeError, KeyError):
            raise NotAnExport(self._where, "this is no ledger in JSON Lines") from None
        return first

    def _text(self, document: Digest, version: str) -> Text:
        place = self._texts.get((document, version))
        if place is None:
            raise UnknownText(document, version)
        self._file.seek(place)
        sealed = self._sealed(self._file.readline(), 0)
        assert sealed.text is not None
        return sealed.text

    def _sealed(self, line: bytes, number: int) -> Sealed:
        try:
            return _read(json.loads(line))
        except _Unknown as error:
            raise NotAnExport(f"{self._where} line {number}", str(error)) from None
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BrokenChain(self._where, number - 1, f"line {number} is no entry ({error})") from None


class _Unknown(Exception):  # noqa: N818 - told as NotAnExport, with its place
    """A line says what this program does not know."""


def _read(line: dict[str, Any]) -> Sealed:
    """Make an entry of a line.

    Raises:
        _Unknown: Its kind or basis is a newer program's.
        ValueError, TypeError, KeyError, AttributeError: It is no entry.
    """
    body = line.pop("text", None)
    if set(line) != _MEMBERS:
        raise ValueError("other members than an entry has")
    for name in _MEMBERS - {"seq", "document", "payload", "salt"}:
        if not isinstance(line[name], str):
            raise TypeError(f"{name} is no string")
    if type(line["seq"]) is not int or not isinstance(line["payload"], dict | None):
        raise TypeError("seq or payload has another type")
    if line["kind"] not in KINDS or line["basis"] not in BASES:
        raise _Unknown(f"kind {line['kind']!r} or basis {line['basis']!r} is a newer program's")
    for name in ("id", "subject", "commitment", "chain", *(("document",) if line["document"] is not None else ())):
        _digest(line[name])
    salt = None if line["salt"] is None else bytes.fromhex(line["salt"])
    entry = Entry(**(line | {"salt": salt}))
    _check(entry)
    if entry.kind != "text" or entry.expunged:
        return Sealed(entry=entry)
    return Sealed(entry=entry, text=_body(entry, body))


def _digest(name: str) -> None:
    if not name.startswith("sha256:") or len(bytes.fromhex(name[7:])) != 32 or name != name.lower():
        raise ValueError(f"{name!r} is no digest")


def _check(entry: Entry) -> None:
    """Hold a payload against what every reader of a ledger counts on."""
    payload = entry.payload
    if payload is None:
        if not entry.expunged:
            raise ValueError("the payload is missing")
        return
    if entry.kind == "judgement" and payload["verdict"] not in VERDICTS:
        raise _Unknown(f"verdict {payload['verdict']!r} is unknown")
    if entry.kind == "retraction":
        _digest(str(payload["entry"]))
    if entry.kind in {"finding", "card", "text"} and not entry.expunged and entry.document is None:
        raise ValueError("it names no document")
    if entry.kind in {"finding", "card"} and not entry.expunged:
        _ = str(payload["kind"]), str(payload["version"])
    if not entry.author.startswith("person:"):
        _digest(entry.author)


def _body(entry: Entry, body: dict[str, Any]) -> Text:
    payload, document = entry.payload or {}, entry.document
    assert document is not None
    version = str(payload["version"])
    if entry.subject != text_id(document, version):
        raise ValueError("the text's id is not what its parts give")
    return layouts.text(document, version, body["content"], canonical(body["layout"]))
