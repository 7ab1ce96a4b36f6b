# SPDX-License-Identifier: Apache-2.0
"""What every test may use, and when a marked test skips: where its program is absent, with the reason printed.

`TOCSIN_REQUIRE=postgres,browser` turns those skips into failures.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

import tocsin.examples
from tocsin import pipeline
from tocsin.catalogue.catalogue import Catalogue, load
from tocsin.ledger.memory import MemoryLedger
from tocsin.reading.read import Reader
from tocsin.sources import intake
from tocsin.sources.vault import Vault

settings.register_profile("tocsin", deadline=None)  # no test is timed: a busy machine is no fault
settings.load_profile("tocsin")
os.environ["COLUMNS"] = "100"  # lines break where they do on any terminal, whichever the tests are run in

PROGRAMS = {"postgres": ("TOCSIN_POSTGRES", None), "browser": ("TOCSIN_BROWSER", "chromium")}
"""Marker to (the variable that names where it is, the program looked for where it is not set)."""


def pytest_runtest_setup(item):
    required = set(filter(None, os.environ.get("TOCSIN_REQUIRE", "").split(",")))
    for marker, (variable, program) in PROGRAMS.items():
        if item.get_closest_marker(marker) and not (os.environ.get(variable) or (program and shutil.which(program))):
            found = f"no {program} here; install it or set {variable}"
            reason = found if program else f"no server: {variable} names none (scripts/setup-ci starts one)"
            if marker in required:
                pytest.fail(f"{reason} (TOCSIN_REQUIRE names {marker})")
            pytest.skip(reason)


EXAMPLES = Path(tocsin.examples.__file__).parent
"""The invented crisis: documents, pack, gold."""


@pytest.fixture(scope="session")
def postgres() -> str:
    """The address of a PostgreSQL database; a test takes a schema of its own in it."""
    return os.environ["TOCSIN_POSTGRES"]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load([EXAMPLES / "pack"])[0]


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue)


@pytest.fixture(scope="session")
def examples(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> MemoryLedger:
    """A ledger of the invented crisis, all documents read; whoever writes into it makes one of their own."""
    return read_examples(reader, tmp_path_factory.mktemp("vault"))


def read_examples(reader: Reader, vault: Path) -> MemoryLedger:
    """Read all documents of the invented crisis into a new ledger."""
    held = MemoryLedger()
    documents = sorted(path for path in (EXAMPLES / "documents").iterdir() if path.is_file())
    outcomes = pipeline.read(intake.listing(documents), held, Vault(vault), reader, pipeline.Intake())
    assert {outcome.status for outcome in outcomes} == {"read"}
    return held
