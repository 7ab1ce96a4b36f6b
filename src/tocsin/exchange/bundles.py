# SPDX-License-Identifier: Apache-2.0
"""A bundle: a dossier with all it rests on, in one ZIP file that anybody can check offline.

1. `manifest.json` names every other file with its digest, and is sealed itself.
2. `entries.jsonl.gz` holds the ledger's whole chain; payloads that are not part of the dossier, or that would tell a
   name at risk, are left out, and the chain verifies without them.
3. `sources/` holds the originals of documents whose text is disclosed; of others the manifest has the digest.
4. `annotations.jsonld` holds the dossier's findings as W3C Web Annotations; `notes.json` its footnotes.
5. The file is written in one way only, so that a changed byte is found wherever it stands, even between the files.
"""

from __future__ import annotations

import dataclasses
import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tocsin.errors import BadRequest, BrokenPromise
from tocsin.exchange import ledgers
from tocsin.exchange.web_annotations import Hiding, annotated
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query, Row
from tocsin.records.entries import Entry, Head
from tocsin.records.ids import Digest, Json, canonical, digest
from tocsin.sources.vault import Vault

FORMAT = "tocsin-bundle/1"
_MANIFEST, _ENTRIES, _ANNOTATIONS, _NOTES = "manifest.json", "entries.jsonl.gz", "annotations.jsonld", "notes.json"
_SOURCES = "sources/"
_WHEN = (1980, 1, 1, 0, 0, 0)
_KINDS = {"document", "text", "reading", "card", "finding", "judgement", "answer", "retraction", "link"}
"""Kinds of entries that a bundle may disclose; `person` entries and sendings stay at home."""


class NotABundle(BadRequest):
    """The file is something else."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: this is no bundle ({reason}); `tocsin dossier --bundle FILE` writes one")


class BundleChanged(BrokenPromise):
    """A bundle is not what was written; the message names the first file that differs."""

    def __init__(self, where: str, name: str, reason: str) -> None:
        super().__init__(f"{where}: {name}: {reason}; ask whoever sent it for another copy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote of a dossier: its number, the finding or suggestion it stands for, the words and where they stand."""

    note: int
    finding: Digest
    quote: str
    document: Digest
    version: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into a bundle.

    `pages` are the rendered dossier by file name; `documents` those it rests on; `guarded` those of them that name
    somebody at risk: their texts, originals and findings' payloads stay at home.
    """

    pages: Mapping[str, bytes]
    notes: tuple[Note, ...]
    documents: frozenset[Digest]
    guarded: frozenset[Digest] = frozenset()
    made_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking a bundle found to hold."""

    head: Head
    entries: int
    withheld: int
    sources: int
    not_enclosed: int
    notes: int
    annotations: int
    bundle: Digest


def write(ledger: Ledger, vault: Vault, path: Path, contents: Contents, *, hidden: Hiding | None = None) -> Checked:
    """Write a bundle and check it; `hidden` withholds names from annotations."""
    head = ledger.head()
    open_documents = contents.documents - contents.guarded

    def disclosed(entry: Entry) -> bool:
        return entry.kind in _KINDS and entry.document in open_documents

    withheld: list[Json] = [e.id for e in ledger.entries(until=head.seq) if not e.expunged and not disclosed(e)]
    originals = [document for document in sorted(open_documents) if vault.held(document)]
    files: dict[str, bytes] = dict(contents.pages)
    files[_ENTRIES] = _zipped(ledgers.part(ledger, head, disclosed))
    files[_ANNOTATIONS] = _annotations(ledger, contents, hidden)
    files[_NOTES] = canonical([dataclasses.asdict(note) for note in contents.notes])
    for document in originals:
        files[_SOURCES + document.removeprefix("sha256:")] = vault.read(document)
    manifest: dict[str, Json] = {
        "format": FORMAT,
        "made_with": contents.made_with,
        "head": {"seq": head.seq, "chain": head.chain, "recorded_at": head.recorded_at},
        "documents": [*sorted(contents.documents)],
        "withheld": withheld,
        "files": {name: digest(data) for name, data in files.items()},
    }
    manifest["seal"] = digest(canonical(manifest))
    path.write_bytes(archived({_MANIFEST: canonical(manifest), **files}))
    return verify(path)


def _zipped(lines: Iterable[bytes]) -> bytes:
    held = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=held, mode="wb", mtime=0) as packed:
        packed.writelines(lines)
    return held.getvalue()


def archived(files: Mapping[str, bytes]) -> bytes:
    """Put files into a ZIP archive in the one way that a bundle has: in order of name, stored, undated."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _WHEN)
            member.create_system = 3  # as on Unix, wherever it is written
            member.external_attr = 0o644 << 16
            archive.writestr(member, files[name])
    return held.getvalue()


def _annotations(ledger: Ledger, contents: Contents, hidden: Hiding | None) -> bytes:
    named = {note.finding for note in contents.notes}
    rows: Iterator[Row] = (row for row in ledger.rows(Query()) if row.finding in named)
    held: list[Json] = [dict(one) for one in annotated(ledger, rows, hidden)]
    return json.dumps(held, ensure_ascii=False, indent=1).encode() + b"\n"


def verify(path: Path) -> Checked:
    """Hold a bundle against its seals: files, chain, texts, quotes, originals, annotations and footnotes.

    Raises:
        NotABundle: The file is something else.
        BundleChanged, BrokenChain, BrokenText: The first part that is not what was written.
    """
    where = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotABundle(where, error.strerror or str(error)) from error
    files = _files(data, where)
    manifest = _manifest(files, where)
    for name in sorted({*files, *manifest["files"]} - {_MANIFEST}):
        if name not in manifest["files"]:
            raise BundleChanged(where, name, "the manifest does not name this file")
        if name not in files:
            raise BundleChanged(where, name, "this file is missing")
        if digest(files[name]) != manifest["files"][name]:
            raise BundleChanged(where, name, "its bytes are not those that were put in")
    if archived(files) != data:
        raise BundleChanged(where, "the archive", "bytes outside its files were changed")
    with _unzipped(files[_ENTRIES], where) as spool:
        head = ledgers.verified(spool, f"{where} {_ENTRIES}", withheld=frozenset(manifest["withheld"]))
        if (head.seq, head.chain) != (manifest["head"]["seq"], manifest["head"]["chain"]):
            raise BundleChanged(where, _ENTRIES, "its head is not the one that the manifest names")
        findings = _Findings(spool, where)
    return Checked(
        head=head,
        entries=head.seq,
        withheld=len(manifest["withheld"]),
        sources=(sources := _sources(files, where)),
        not_enclosed=len(manifest["documents"]) - sources,
        notes=findings.notes(json.loads(files[_NOTES])),
        annotations=findings.annotations(json.loads(files[_ANNOTATIONS])),
        bundle=digest(data),
    )


def _files(data: bytes, where: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if _MANIFEST not in names and FORMAT.encode() in data:
                raise BundleChanged(where, _MANIFEST, "this file is missing")
            if _MANIFEST not in names:
                raise NotABundle(where, "it has no manifest")
            files = {}
            for name in names:
                try:
                    files[name] = archive.read(name)
                except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
                    raise BundleChanged(where, name, f"it cannot be read ({error})") from error
            return files
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        if FORMAT.encode() in data:
            raise BundleChanged(where, "the archive", f"it cannot be opened ({error})") from error
        raise NotABundle(where, f"it is no ZIP archive: {error}") from error


def _manifest(files: Mapping[str, bytes], where: str) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(files[_MANIFEST])
        told = manifest.pop("seal")
        if manifest["format"] != FORMAT:
            raise NotABundle(where, f"its format is {manifest['format']}, not {FORMAT}")
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BundleChanged(where, _MANIFEST, f"it is no manifest ({error})") from error
    if digest(canonical(manifest)) != told or canonical({**manifest, "seal": told}) != files[_MANIFEST]:
        raise BundleChanged(where, _MANIFEST, "it is not what was sealed")
    return manifest


def _unzipped(data: bytes, where: str) -> IO[bytes]:
    spool = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        spool.write(gzip.decompress(data))
    except (OSError, EOFError) as error:
        raise BundleChanged(where, _ENTRIES, f"it cannot be unpacked ({error})") from error
    return spool


def _sources(files: Mapping[str, bytes], where: str) -> int:
    names = [name for name in files if name.startswith(_SOURCES)]
    for name in names:
        if digest(files[name]) != f"sha256:{name.removeprefix(_SOURCES)}":
            raise BundleChanged(where, name, "its bytes are not the document of this name")
    return len(names)


class _Findings:
    """The findings that a bundle's entries disclose, against which footnotes and annotations are held."""

    def __init__(self, spool: IO[bytes], where: str) -> None:
        self._where = where
        self._quotes: dict[str, set[str]] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._open: set[str] = set()
        for sealed in ledgers.entries(spool, where):
            entry, payload = sealed.entry, sealed.entry.payload or {}
            if entry.kind == "finding":
                held = self._quotes.setdefault(entry.subject, set())
                held.update({_plain(str(payload["quote"]))} if not entry.expunged else ())
            if entry.kind == "answer" and not entry.expunged:
                self._quotes[entry.id] = {_plain(str(payload["quote"]))}
            if sealed.text is not None:
                self._texts[sealed.text.document, sealed.text.version] = sealed.text.content
                self._open.add(sealed.text.document)

    def notes(self, notes: Collection[Mapping[str, Any]]) -> int:
        """Hold each footnote's words against the text and the finding that it names, where these are disclosed.

        A suggestion that nobody has decided (a proposed answer) is no entry: its words are held against the text.
        """
        for note in notes:
            where = f"{_NOTES} note {note['note']}"
            content = self._texts.get((note["document"], note["version"]))
            if content is not None and _plain(content[note["start"] : note["end"]]) != _plain(note["quote"]):
                raise BundleChanged(self._where, where, "other words stand at its place")
            held = self._quotes.get(note["finding"])
            if held is None and content is None and note["document"] in self._open:
                raise BundleChanged(self._where, where, "the entries hold no such finding")
            if held and _plain(note["quote"]) not in held:
                raise BundleChanged(self._where, where, "the finding has other words")
        return len(notes)

    def annotations(self, annotations: Collection[Mapping[str, Any]]) -> int:
        """Hold each annotation's quote against the enclosed text."""
        for one in annotations:
            target = one["target"]
            document, version = target["source"].removeprefix("urn:"), target["state"]["version"]
            position, quote = target["selector"]
            content = self._texts.get((document, version))
            if content is not None and content[position["start"] : position["end"]] != quote["exact"]:
                raise BundleChanged(self._where, f"{_ANNOTATIONS} {one['id']}", "other words stand at its place")
        return len(annotations)


def _plain(quote: str) -> str:
    return " ".join(quote.split())
