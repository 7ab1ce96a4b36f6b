# SPDX-License-Identifier: Apache-2.0
"""Decoding: bytes to characters, by mark, as UTF-8, as declared, or by the look of the letters, in this order."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tocsin.records.problems import Problem

# UTF-32's little-endian mark begins with UTF-16's, so it is asked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LIKELY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "tis_620"),
)
"""What people's files are in; among all encodings, old Macintosh ones would often win by a letter."""

_LATIN = ("cp1250", "cp1254", "cp1257", "cp1258")
"""Encodings of Latin letters that differ from the commonest one, cp1252, in a few of them."""
_FEW = 0.05
"""Share of letters beyond ASCII below which a text tells nothing of its encoding: an English one with a few names."""
_WIDE = 0.3
"""Share of zero bytes at even or at odd places from which bytes are UTF-16 without a mark."""
_SURE = 8
"""Letters from which zero bytes tell of UTF-16."""
_LOOKED_AT = 200_000
"""Bytes from which an undeclared encoding is guessed: whole letters, but no gigabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Characters of a file, byte order mark included, and the encoding that gave them."""

    content: str
    encoding: str
    facts: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def decoded(data: bytes, where: str, declared: str | None = None) -> Decoded | Problem:
    """Decode bytes; what is neither marked, nor rightly declared, nor UTF-8 is guessed, and the guess is told.

    >>> result = decoded("Věta".encode("utf-16"), "a.txt")
    >>> assert isinstance(result, Decoded)
    >>> result.encoding
    'utf-16-le'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _whole(data, encoding, where)
    if (wide := unmarked(data)) is not None:
        return _whole(data, wide, where)
    if (content := _strict(data, "utf-8")) is not None:
        return Decoded(content=content, encoding="utf-8")
    if declared is not None and (content := _strict(data, declared)) is not None:
        return Decoded(content=content, encoding=declared, facts=(("encoding", declared),))
    return _guessed(data, where)


def unmarked(data: bytes) -> str | None:
    """Give the encoding of UTF-16 that bears no mark, None for other bytes.

    >>> unmarked("We ask for peace.".encode("utf-16-le")), unmarked(b"We ask")
    ('utf-16-le', None)
    """
    start = data[:_LOOKED_AT]
    half = len(start) // 2
    if half < _SURE or b"\0" not in start:
        return None
    for encoding, first, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        zeros, rest = start[first::2].count(0), start[other::2].count(0)
        if zeros > _WIDE * half and 20 * rest <= zeros and _strict(start[: 2 * half], encoding) is not None:
            return encoding
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _whole(data: bytes, encoding: str, where: str) -> Decoded | Problem:
    content = _strict(data, encoding)
    if content is None:
        message = f"begins like {encoding.upper()} but is not; the file is cut off or damaged, save it again"
        return Problem(where=where, code="wrong-encoding", message=message)
    return Decoded(content=content, encoding=encoding, facts=(("encoding", encoding),))


def _guessed(data: bytes, where: str) -> Decoded | Problem:
    best = from_bytes(data[:_LOOKED_AT], cp_isolation=list(_LIKELY)).best()
    encoding = "" if best is None else best.encoding
    beyond = sum(byte > 127 for byte in data[:_LOOKED_AT])
    if encoding in _LATIN and beyond < _FEW * len(data[:_LOOKED_AT]) and _strict(data, "cp1252") is not None:
        encoding = "cp1252"
    content = _strict(data, encoding)
    if content is None:
        message = "the letters are in no encoding that fits; save the file as UTF-8 and read it again"
        return Problem(where=where, code="wrong-encoding", message=message)
    message = f"not UTF-8; read as {encoding}, which is a guess: look whether the letters are right"
    told = Problem(where=where, code="encoding-guessed", message=message)
    return Decoded(content=content, encoding=encoding, facts=(("encoding", encoding),), problems=(told,))
