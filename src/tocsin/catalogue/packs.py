# SPDX-License-Identifier: Apache-2.0
"""Packs: folders of rows that belong to one crisis, named in `tocsin.toml` or on the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue, load
from tocsin.errors import BadRequest
from tocsin.records.problems import Problem

SETTINGS = "tocsin.toml"
"""The file in the working folder that names packs: `packs = ["packs/orsava"]`, relative to itself."""


class PackNotFound(BadRequest):
    """A pack is no folder that holds TOML files."""

    def __init__(self, folder: Path, named_in: str) -> None:
        super().__init__(
            f"{folder}: no folder with TOML files, named in {named_in}; give the folder that holds the rows"
        )


class BadSettings(BadRequest):
    """`tocsin.toml` cannot be read as settings."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f'{path}: {reason}; write packs = ["FOLDER", …]')


def folders(given: Iterable[Path] = (), *, here: Path | None = None) -> tuple[Path, ...]:
    """Give the packs to read, in order: those of `tocsin.toml` in `here` (the working folder), then those given.

    Raises:
        PackNotFound: One of them is no folder with TOML files.
        BadSettings: `tocsin.toml` is not TOML, or its `packs` is no list of folders.
    """
    settings = (here or Path()) / SETTINGS
    found = [_pack(settings.parent / name, SETTINGS) for name in _named(settings)]
    found += [_pack(Path(folder), "--pack") for folder in given]
    return tuple({folder.resolve(): folder for folder in found}.values())


def configured(given: Iterable[Path] = (), *, here: Path | None = None) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Load the catalogue with its packs; the problems are what `load` finds wrong with rows.

    Raises:
        PackNotFound: As for `folders`.
        BadSettings: As for `folders`.
    """
    return load(folders(given, here=here))


def _named(settings: Path) -> list[str]:
    if not settings.is_file():
        return []
    try:
        held = tomllib.loads(settings.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(settings, str(error)) from None
    names = held.get("packs", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadSettings(settings, "packs is no list of folders")
    return names


def _pack(folder: Path, named_in: str) -> Path:
    if not folder.is_dir() or next(folder.glob("**/*.toml"), None) is None:
        raise PackNotFound(folder, named_in)
    return folder
