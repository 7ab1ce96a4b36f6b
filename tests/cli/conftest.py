# SPDX-License-Identifier: Apache-2.0
"""A person at a command line, in a folder of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import EXAMPLES
from tocsin.catalogue import packs
from tocsin.cli.main import main
from tocsin.desk import desks
from tocsin.reading import read
from tocsin.reading.read import Reader

LETTER = """\
Open letter of the Orsava Assembly to the United Nations

2 March 2025

On 9 December 2024 the authorities of Ardesh closed the Tamar corridor.
Orsava is on the brink of famine.

We urge the United Nations to send an assessment mission to Orsava.
We call on the Government of Ardesh to reopen the Tamar corridor, as the Charter of the United Nations requires.
"""


@pytest.fixture(autouse=True, scope="session")
def each_catalogue_is_built_once():
    """Commands run in one process here: while the files of a pack stay as they are, so do catalogue and reader."""
    catalogues = {}
    readers = {}

    def configured(given=(), *, here=None):
        files = [file for folder in packs.folders(given, here=here) for file in sorted(folder.glob("**/*.toml"))]
        key = tuple((str(file.resolve()), file.stat().st_mtime_ns, file.stat().st_size) for file in files)
        if key not in catalogues:
            catalogues[key] = packs.configured(given, here=here)
        return catalogues[key]

    def reader(catalogue):
        if catalogue not in readers:
            readers[catalogue] = Reader(catalogue)
        return readers[catalogue]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desks, "configured", configured)
        patch.setattr(read, "Reader", reader)
        yield


@dataclass
class Person:
    """Runs the command; `code`, `out` and `err` are the last run's."""

    folder: Path
    code: int = 0
    out: str = ""
    err: str = ""

    def run(self, *words: str | Path) -> str:
        """Run `tocsin WORDS` and give standard output."""
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="tocsin", catch_exceptions=False)
        self.code, self.out, self.err = result.exit_code, result.stdout, result.stderr
        return self.out

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


@pytest.fixture
def person(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TOCSIN_LEDGER", raising=False)
    (tmp_path / "tocsin.toml").write_text(f'packs = ["{(EXAMPLES / "pack").as_posix()}"]\n', encoding="utf-8")
    return Person(tmp_path)


@pytest.fixture
def reader_of_a_letter(person):
    person.write("letter.txt", LETTER)
    person.run("read", "letter.txt")
    assert person.code == 0, person.err
    return person
