# SPDX-License-Identifier: Apache-2.0
"""Captures of the web: each page of a WARC or WACZ file a document, from its own address, retrieved when it was.

1. Files are streamed: one capture in memory at a time, and none beyond the size that a file may have.
2. Only what was found (status 200) and can be read as text is a document; the rest is counted and told in one line.
3. A WACZ names a digest for each of its files: one that differs is told before anything of that file is read.

Source: ISO 28500:2017 (WARC 1.1); WACZ 1.1.1, specs.webrecorder.net/wacz/1.1.1.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from tocsin.records.plurals import counted
from tocsin.records.problems import Problem

_READ = (
    *(
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "application/pdf",
        "message/rfc822",
        "text/csv",
    ),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""Types of what may be a document; pictures, styles and scripts are none."""
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_MANIFEST = "datapackage.json"
_MANIFEST_MOST = 20_000_000
_CHUNK = 1 << 20
_ZIP = b"PK\x03\x04"
_BROKEN = (OSError, EOFError, ValueError, zipfile.BadZipFile, KeyError, NotImplementedError)
"""What a ZIP file raises that is not what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page as it was retrieved: from where, when, under which name its format is told by, and its bytes."""

    address: str
    retrieved_at: str | None
    name: str
    data: bytes


def is_archive(path: Path) -> bool:
    """Tell a file of captures by its content."""
    try:
        with path.open("rb") as held:
            start = held.read(5)
        if start == b"WARC/":
            return True
        if start.startswith(b"\x1f\x8b"):
            with gzip.open(path) as packed:
                return packed.read(5) == b"WARC/"
        if start.startswith(_ZIP):
            with zipfile.ZipFile(path) as archive:
                return _MANIFEST in archive.namelist() and any(map(_is_member, archive.namelist()))
    except (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return False
    return False


def _is_member(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def captures(path: Path, source: str, most_bytes: int) -> Iterator[Capture | Problem]:
    """Give what a file captured; a capture that cannot be read, or is too large, is a problem beside the others."""
    try:
        with path.open("rb") as held:
            packed = held.read(len(_ZIP)) == _ZIP  # what a capture holds at its end may look like a ZIP file's end
        if packed:
            with zipfile.ZipFile(path) as archive:
                yield from _collection(archive, source, most_bytes)
            return
        with path.open("rb") as stream:
            yield from _records(stream, source, most_bytes)
    except _BROKEN as error:
        yield _broken(source, error)


def _collection(archive: zipfile.ZipFile, source: str, most_bytes: int) -> Iterator[Capture | Problem]:
    told = _digests(archive)
    for name in sorted(filter(_is_member, archive.namelist())):
        where = f"{source}!{name}"
        try:
            if name in told and _digest(archive, name) != told[name]:
                message = f"it is not the file that {_MANIFEST} names; ask whoever sent it for another copy"
                yield Problem(where=where, code="changed", message=message)
                continue
            with archive.open(name) as stream:
                yield from _records(stream, where, most_bytes)
        except _BROKEN as error:
            yield _broken(where, error)


def _digests(archive: zipfile.ZipFile) -> dict[str, str]:
    """Give the digests that a WACZ names for its files."""
    with archive.open(_MANIFEST) as held:
        package: Any = json.loads(held.read(_MANIFEST_MOST))
    resources = package.get("resources", ()) if isinstance(package, dict) else ()
    return {
        str(one["path"]): str(one["hash"])
        for one in resources
        if isinstance(one, dict) and "path" in one and str(one.get("hash", "")).startswith("sha256:")
    }


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    held = hashlib.sha256()
    with archive.open(name) as stream:
        while piece := stream.read(_CHUNK):
            held.update(piece)
    return f"sha256:{held.hexdigest()}"


def _records(stream: IO[bytes], source: str, most_bytes: int) -> Iterator[Capture | Problem]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - it takes long to load, and few need it

    left = 0
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type not in {"response", "resource"}:
                continue
            made = _capture(record, source, most_bytes)
            if made is None:
                left += 1
            else:
                yield made
    except Exception as error:  # noqa: BLE001 - whatever the library trips over, what was read before it stands
        yield _broken(source, error)
    if left:
        message = (
            f"{counted(left, 'capture')} left out: no page was found there, or it is no text (a picture, a script)"
        )
        yield Problem(where=source, code="no-document", message=message)


def _capture(record: Any, source: str, most_bytes: int) -> Capture | Problem | None:  # noqa: ANN401 - warcio has no types
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    head = record.http_headers
    if record.rec_type == "response" and (head is None or head.get_statuscode() != "200"):
        return None
    named = head.get_header("Content-Type") if head is not None else record.rec_headers.get_header("Content-Type")
    kind = str(named or "").partition(";")[0].strip().lower()
    if kind not in _READ or not address.startswith(("http://", "https://")):
        return None
    data = _content(record, f"{source}!{address}", most_bytes)
    if isinstance(data, Problem):
        return data
    when = record.rec_headers.get_header("WARC-Date")
    return Capture(address=address, retrieved_at=when, name=_name(address, kind), data=data)


def _content(record: Any, where: str, most_bytes: int) -> bytes | Problem:  # noqa: ANN401 - warcio has no types
    try:
        data = _bytes(record.content_stream(), most_bytes + 1)
        cut = not record.raw_stream.read(1) and record.raw_stream.limit > 0
    except Exception as error:  # noqa: BLE001 - whatever the library trips over costs this capture alone
        return _broken(where, error)
    if len(data) > most_bytes:
        message = f"more than the limit of {most_bytes:,} bytes when unpacked; raise --max-size to read it"
        return Problem(where=where, code="too-large", message=message)
    if cut:
        return Problem(where=where, code="broken-archive", message="the file ends in the middle of this capture")
    if not data.strip():
        return Problem(where=where, code="empty", message="the capture is empty")
    return data


def _bytes(stream: Any, most: int) -> bytes:  # noqa: ANN401 - warcio has no types
    """Read so many bytes at most; a stream that unpacks may give fewer at a time than it is asked for."""
    pieces, held = [], 0
    while held < most and (piece := stream.read(min(_CHUNK, most - held))):
        pieces.append(piece)
        held += len(piece)
    return b"".join(pieces)


def _name(address: str, kind: str) -> str:
    """Give a name whose ending says the format that the server told.

    >>> _name("https://karsk.example/news/12?page=2", "text/html")
    '12.html'
    """
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2] or "page"
    return f"{last.rpartition('.')[0] or last}{_ENDINGS.get(kind, '.txt')}"


def _broken(where: str, error: Exception) -> Problem:
    said = " ".join(str(error).split())[:200] or type(error).__name__
    return Problem(where=where, code="broken-archive", message=f"the capture cannot be read from here on ({said})")
