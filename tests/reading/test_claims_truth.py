# SPDX-License-Identifier: Apache-2.0
"""Who vouches for what is told: what a question tells, what is denied, what nobody says; each side alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_claims import PACK
from tests.reading.test_claims_told import HEADS, TAIL, found, holds, is_named
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader

LINES = [
    line
    for name in ("claims_truth.txt", "claims_reports.txt")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


@pytest.mark.parametrize("line", LINES)
def test_each_word_is_its_speakers(orsava: Reader, line: str) -> None:
    words, _, checks = line.partition(" ;; ")
    head, _, body = words.partition("> ")
    told = found(orsava, HEADS[head] + body.replace("¶", "\n\n") + TAIL)
    for check in checks.split(" | "):
        named, _, rest = check.partition(" ")
        if named.startswith("!"):
            assert not [one for one in told if is_named(one, named[1:]) and holds(one, rest)], check
        else:
            assert [one for one in told if is_named(one, named) and holds(one, rest)], check
