# SPDX-License-Identifier: Apache-2.0
"""Aliases: one more name for an actor or a place, written into a pack so that its files keep all else as it was."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from tocsin.catalogue import lookup
from tocsin.catalogue.catalogue import Catalogue, files, raw
from tocsin.errors import BadRequest

OWN = "zz-aliases.toml"
"""The file for rows that the pack does not have itself: read last, so that it stands on all others."""


class KnownName(BadRequest):
    """The name is another row's, or this one's already."""

    def __init__(self, name: str, held: str, wanted: str) -> None:
        if held == wanted:
            told = f"{name!r} is a name of {held} already"
        else:
            told = (
                f"{name!r} is a name of {held}, so it cannot be one of {wanted} too; if the two are one body say "
                f"`tocsin catalogue same {held} {wanted}`, if {held} has the name wrongly mend its row in the pack"
            )
        super().__init__(f"{told}; nothing was added")


class NoName(BadRequest):
    """An alias without a letter or digit."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no name: write its letters on one line")


class CannotAdd(BadRequest):
    """A pack's file cannot be added to."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: cannot be added to ({reason}); nothing was changed")


def add(catalogue: Catalogue, name: str, given: str, pack: Path, *, source: str | None = None) -> Path:
    """Give a row one more name in a pack, after what its file holds; the file is given back.

    Raises:
        UnknownName, AmbiguousName: `given` is nobody's and nothing's name, or two rows'.
        KnownName: Somebody or something is called so already.
        NoName, CannotAdd: As they say.
    """
    name = " ".join(name.split())
    if not any(letter.isalnum() for letter in name) or not name.isprintable():
        raise NoName(name)
    table, row = _row(catalogue, given)
    held = _holder(catalogue, name)
    if held is not None:
        raise KnownName(name, held, row)
    path = _file(pack, table, row)
    added = f"[[{table}]]\nid = {_toml(row)}\naliases = [{_toml(name)}]\n"
    added += f"source = {_toml(source or _source(catalogue, table, row))}\n"
    _append(path, added)
    return path


def _row(catalogue: Catalogue, given: str) -> tuple[str, str]:
    if given in catalogue.actors:
        return "actor", given
    if given in catalogue.places:
        return "place", given
    try:
        return "actor", lookup.actor(catalogue, given).id
    except lookup.UnknownName as error:
        try:
            return "place", lookup.place(catalogue, given).id
        except lookup.UnknownName:
            raise error from None


def _holder(catalogue: Catalogue, name: str) -> str | None:
    for find in (lookup.actor, lookup.place):
        try:
            return find(catalogue, name).id
        except lookup.UnknownName:
            continue
    return None


def _source(catalogue: Catalogue, table: str, row: str) -> str:
    """Keep the row's own source: a later row of the same id would put its own in its place."""
    held = catalogue.actors[row] if table == "actor" else catalogue.places[row]
    return held.source


def _file(pack: Path, table: str, row: str) -> Path:
    """Choose the file of the pack that has the row, else one that is read after all others."""
    own = [path for path in files((pack,)) if path.is_relative_to(pack)]
    for path in reversed(own):
        rows, _ = raw(path)
        if any(held.table == table and held.values.get("id") == row for held in rows):
            return path
    return pack / OWN


def _toml(value: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which `isprintable` keeps out of names.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _append(path: Path, added: str) -> None:
    try:
        before = path.read_bytes().decode() if path.exists() else "# SPDX-License-Identifier: Apache-2.0\n"
        after = f"{before}{'' if before.endswith(chr(10)) else chr(10)}\n{added}"
        tomllib.loads(after)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, encoding="utf-8", newline="\n" if "\r\n" not in before else "")
    except (OSError, ValueError) as error:
        raise CannotAdd(path, str(error)) from None
