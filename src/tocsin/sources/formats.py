# SPDX-License-Identifier: Apache-2.0
"""Formats: which reader draws the text from which bytes, told by content first, by name second."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import cast

from tocsin.records.problems import Problem
from tocsin.sources import decoding
from tocsin.sources.extracts import Extract, Reader

READERS: Mapping[str, str] = {
    "text/plain": "tocsin.sources.plain:read",
    "text/markdown": "tocsin.sources.markdown:read",
    "text/html": "tocsin.sources.html:read",
    "application/pdf": "tocsin.sources.pdf:read",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "tocsin.sources.docx:read",
    "message/rfc822": "tocsin.sources.eml:read",
    "text/csv": "tocsin.sources.tables:read",
    "application/json": "tocsin.sources.objects:read",
}
"""Every format and where its reader is, loaded when first met: a text file needs no PDF library."""

SUFFIXES: Mapping[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".ndjson": "application/json",
}
"""What a name says; the content outweighs it."""

DOCX = SUFFIXES[".docx"]

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old or an encrypted Office file; save it as DOCX or PDF without a password",
    ),
    (b"{\\rtf", "an RTF file; save it as DOCX or PDF"),
    (b"\x1f\x8b", "a gzip archive; unpack it and read what is inside"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it and read what is inside"),
    (b"Rar!", "a RAR archive; unpack it and read what is inside"),
    (b"\x89PNG", "a picture; run text recognition and read what it gives"),
    (b"\xff\xd8\xff", "a picture; run text recognition and read what it gives"),
    (b"GIF8", "a picture; run text recognition and read what it gives"),
    (b"II*\x00", "a picture; run text recognition and read what it gives"),
    (b"MM\x00*", "a picture; run text recognition and read what it gives"),
    (b"SQLite format 3\x00", "a database; a ledger is named with --ledger"),
    (b"\x7fELF", "a program"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HEADER = re.compile(
    rb"(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Reply-To|Content-Type|Delivered-To|X-[\w-]+)"
    rb":[^\r\n]*\r?\n",
    re.IGNORECASE,
)
_SNIFFED = 4096
"""Bytes looked at to tell a format; a BOM, a comment or a long header fits."""


def media_type(data: bytes, name: str) -> str | Problem:
    """Tell the format of bytes.

    >>> media_type(b"%PDF-1.7", "letter.txt")
    'application/pdf'
    """
    start = data[:_SNIFFED]
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if start.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    return _unreadable(start, name) or _written(start, name)


def _unreadable(start: bytes, name: str) -> Problem | None:
    for magic, what in _MAGIC:
        if start.startswith(magic):
            return Problem(where=name, code="unknown-format", message=f"this is {what}")
    return _binary(start, name)


def _written(start: bytes, name: str) -> str | Problem:
    suffix = PurePath(name.rsplit("!", 1)[-1]).suffix.lower()
    bare = start.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(bare):
        return "text/html"
    if suffix not in SUFFIXES and _mail(bare):
        return "message/rfc822"
    if suffix in {".pdf", ".docx"}:
        message = f"the name says {suffix[1:].upper()}, the content does not; save the file again from where it came"
        return Problem(where=name, code="not-what-it-says", message=message)
    return SUFFIXES.get(suffix, "text/plain")


def read(data: bytes, where: str) -> Extract | Problem:
    """Draw the text from bytes, by the reader of their format."""
    kind = media_type(data, where)
    if isinstance(kind, Problem):
        return kind
    return reader(kind)(data, where)


def reader(kind: str) -> Reader:
    """Give the reader of a format.

    Raises:
        KeyError: The format is none of `READERS`.
    """
    module, _, function = READERS[kind].partition(":")
    return cast("Reader", getattr(import_module(module), function))


def _mail(start: bytes) -> bool:
    """Say whether bytes open with mail headers: two in a row, one of them a sender, receiver or subject."""
    first = _HEADER.match(start)
    return first is not None and _HEADER.match(start, first.end()) is not None


def _zipped(data: bytes, name: str) -> str | Problem:
    if b"word/" in data:  # names of members stand uncompressed in an archive
        return DOCX
    message = "an archive that is no DOCX; unpack it, or save a spreadsheet as CSV, slides as PDF"
    return Problem(where=name, code="unknown-format", message=f"this is {message}")


def _binary(start: bytes, name: str) -> Problem | None:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or decoding.unmarked(start) is not None:
        return None  # UTF-16 and UTF-32 are full of zero bytes
    if b"\x00" in start or sum(byte < 9 or 13 < byte < 27 for byte in start) > len(start) // 20:
        message = "binary data of no known format; Markdown, HTML, PDF, DOCX, EML, CSV and UTF-8 text are read"
        return Problem(where=name, code="binary", message=message)
    return None
