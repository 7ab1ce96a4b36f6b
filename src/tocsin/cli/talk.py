# SPDX-License-Identifier: Apache-2.0
"""Talk: what goes to standard error, and data to standard output or a file."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from tocsin.errors import BadRequest
from tocsin.records.ids import Json


class CannotWrite(BadRequest):
    """An output cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written ({reason}); name another place with -o")


def say(message: str = "") -> None:
    """Tell the person something, on standard error."""
    click.echo(message, err=True)


def show(text: str) -> None:
    """Give data, on standard output.

    Raises:
        CannotWrite: There is no room for it. A reader that has read enough (`| head`) is left in peace.
    """
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWrite("standard output", error.strerror or str(error)) from error


def show_json(rows: Iterable[Json]) -> None:
    """Give rows as one JSON array, one row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    show(f"[\n{lines}\n]" if lines else "[]")


def write(path: str, content: str) -> None:
    """Write an output: `-` is standard output, an existing file is replaced whole, a device or pipe is written to.

    Raises:
        CannotWrite: The place cannot be written; a file that stood there is as it was.
    """
    write_all(path, [content.encode()])


def write_all(path: str, chunks: Iterable[bytes]) -> None:
    """Write an output bit by bit, like `write`: what fails on the way leaves nothing behind.

    Raises:
        CannotWrite: The place cannot be written; a file that stood there is as it was.
    """
    if path == "-":
        try:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(chunks)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotWrite("standard output", error.strerror or str(error)) from error
        return
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as pipe:
                pipe.writelines(chunks)
            return
        handle, name = tempfile.mkstemp(prefix=".tocsin-", dir=target.resolve().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(chunks)
            Path(name).chmod(0o644)
            Path(name).replace(target.resolve())
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
