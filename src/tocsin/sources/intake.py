# SPDX-License-Identifier: Apache-2.0
"""Intake: files and folders in, one outcome a document out, one document in memory at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from tocsin.records.ids import Digest, digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources import captures, formats
from tocsin.sources.extracts import Attachment, Extract

MAX_SIZE_BYTES = 200_000_000
"""Files beyond this are refused unless told otherwise: no appeal is that long, but a disk image may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file to be read: `source` is its name as given (folder and relative path), `path` where it is."""

    source: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A document that was read. `within` is the digest of the document that contained it (a mail).

    `retrieved_at` is when it was taken from its source, where a container tells.
    """

    source: str
    data: bytes
    text: Text
    problems: tuple[Problem, ...] = ()
    within: Digest | None = None
    retrieved_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A document that could not be read, and why; `skipped` where that is by rule (hidden files), no fault."""

    source: str
    problem: Problem
    skipped: bool = False


Outcome: TypeAlias = Taken | Refused


def listing(paths: Iterable[str | Path]) -> tuple[Listed | Refused, ...]:
    """Name the files under paths: folders walked through, names in order, each file once.

    Hidden entries (a name that begins with a dot) of a folder are skipped and told; one that is named itself is read.
    Links to folders are not followed; the order does not depend on the file system.
    """
    found: dict[str, Listed | Refused] = {}
    for given in paths:
        for item in _walk(Path(given), str(given)):
            found.setdefault(item.source, item)
    return tuple(found.values())


def outcomes(listed: Listed | Refused, *, max_size_bytes: int = MAX_SIZE_BYTES) -> Iterator[Outcome]:
    """Read one file: its own outcome first, then one for each document inside it."""
    if isinstance(listed, Refused):
        yield listed
        return
    if captures.is_archive(listed.path):
        yield from _captured(listed, max_size_bytes)
        return
    data = _bytes(listed.path, listed.source, max_size_bytes)
    if isinstance(data, Problem):
        yield Refused(source=listed.source, problem=data)
        return
    yield from opened(data, listed.source, None)


def _captured(listed: Listed, max_size_bytes: int) -> Iterator[Outcome]:
    """Read what a file of captures holds: each page from its own address, retrieved when it was captured."""
    for held in captures.captures(listed.path, listed.source, max_size_bytes):
        if isinstance(held, Problem):
            yield Refused(source=held.where, problem=held, skipped=held.code == "no-document")
            continue
        for outcome in opened(held.data, held.name, None):
            inside = outcome.source.removeprefix(held.name)
            source = held.address + inside
            if isinstance(outcome, Refused):
                yield replace(outcome, source=source, problem=replace(outcome.problem, where=source))
            else:
                yield replace(outcome, source=source, retrieved_at=held.retrieved_at if not inside else None)


def opened(data: bytes, source: str, within: Digest | None, *, depth: int = 0) -> Iterator[Outcome]:
    """Read bytes: the document's own outcome first, then one for each document inside it."""
    extract = _drawn(data, source)
    if isinstance(extract, Problem):
        yield Refused(source=source, problem=extract)
        return
    yield Taken(source=source, data=data, text=extract.text, problems=extract.problems, within=within)
    yield from _inside(extract, source, digest(data), depth)


def _drawn(data: bytes, source: str) -> Extract | Problem:
    """Draw the text; a fault of a format's library costs this file, never the batch."""
    try:
        return formats.read(data, source)
    except Exception as error:  # noqa: BLE001 - whatever a library trips over, the others are read
        message = (
            f"it could not be read ({type(error).__name__}: {error}); run `tocsin doctor`, or report it with the file"
        )
        return Problem(where=source, code="format-failed", message=message)


def _inside(extract: Extract, source: str, within: Digest, depth: int) -> Iterator[Outcome]:
    for attachment in extract.attachments:
        name = f"{source}!{attachment.name}"
        if depth >= MAX_DEPTH:
            message = f"lies {depth + 1} containers deep; save it as a file of its own and read that"
            yield Refused(source=name, problem=Problem(where=name, code="too-deep", message=message))
        elif not attachment.data:
            yield Refused(source=name, problem=_empty(name))
        else:
            for outcome in opened(attachment.data, name, within, depth=depth + 1):
                yield _from_before(outcome, attachment, name)


def _from_before(outcome: Outcome, attachment: Attachment, name: str) -> Outcome:
    """Give a document that a container took from elsewhere by the place it was taken from, and when."""
    if outcome.source != name or not (attachment.origin or attachment.retrieved_at):
        return outcome
    source = attachment.origin or name
    if isinstance(outcome, Refused):
        return replace(outcome, source=source)
    return replace(outcome, source=source, retrieved_at=attachment.retrieved_at)


MAX_DEPTH = 5
"""How many containers deep documents are looked for: a mail in a mail, not a bomb."""


def _walk(path: Path, source: str) -> Iterator[Listed | Refused]:
    if "\n" in source or "\r" in source:
        message = "the name holds a line break, which no listing could show; rename the file"
        yield Refused(source=source, problem=Problem(where=repr(source), code="name-with-newline", message=message))
        return
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Refused(source=source, problem=_unreachable(source, error))
        return
    if stat.S_ISREG(mode):
        yield Listed(source=source, path=path)
    elif stat.S_ISDIR(mode):
        yield from _folder(path, source)
    else:
        message = "neither a file nor a folder (a device, a pipe or a socket); save what it gives as a file"
        yield Refused(source=source, problem=Problem(where=source, code="no-file", message=message))


def _folder(path: Path, source: str) -> Iterator[Listed | Refused]:
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - names, not paths: the source is spelled as given
    except OSError as error:
        yield Refused(source=source, problem=_unreachable(source, error))
        return
    for name in names:
        inner = os.path.join(source, name)  # noqa: PTH118 - the source is spelled as given
        if name.startswith("."):
            message = "hidden, so left out; name it on the command line to read it"
            yield Refused(source=inner, problem=Problem(where=inner, code="hidden", message=message), skipped=True)
        elif (path / name).is_symlink() and (path / name).is_dir():
            message = "a link to a folder, so left out; name the folder itself to read it"
            yield Refused(source=inner, problem=Problem(where=inner, code="linked", message=message), skipped=True)
        else:
            yield from _walk(path / name, inner)


def _bytes(path: Path, source: str, max_size_bytes: int) -> bytes | Problem:
    try:
        size = path.stat().st_size
        if size > max_size_bytes:
            message = f"{size:,} bytes, more than the limit of {max_size_bytes:,}; split it or raise --max-size"
            return Problem(where=source, code="too-large", message=message)
        data = path.read_bytes()
    except OSError as error:
        return _unreachable(source, error)
    return data or _empty(source)


def _empty(source: str) -> Problem:
    return Problem(where=source, code="empty", message="the file is empty; check that it was saved whole")


def _unreachable(source: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(where=source, code="missing", message="no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return Problem(where=source, code="no-permission", message="no permission to read it; change its permissions")
    return Problem(where=source, code="unreadable", message=f"cannot be read ({error.strerror or error})")
