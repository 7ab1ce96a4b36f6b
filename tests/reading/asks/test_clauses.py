# SPDX-License-Identifier: Apache-2.0
"""Asks in running text, held against marked texts of many genres and all sides of an invented crisis."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from tests.marked import Mark, plain
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def reader() -> Reader:
    return Reader(load([HERE / "pack"])[0])


def asks(text: str) -> list[Ask]:
    found = (
        reader()
        .read(Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text))
        .findings
    )
    return [finding for finding in found if isinstance(finding, Ask) and not finding.reported]


def overlap(mark: Mark, ask: Ask) -> float:
    inter = min(mark.end, ask.end) - max(mark.start, ask.start)
    return max(0, inter) / (max(mark.end, ask.end) - min(mark.start, ask.start))


def texts() -> list[tuple[str, str]]:
    whole = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("marked*.txt")))
    parts = re.split(r"^=== (.+)\n", whole, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize(("name", "marked"), texts(), ids=[name for name, _ in texts()])
def test_the_marked_asks_and_no_others_are_found(name, marked):
    text, marks = plain(marked)
    found = asks(text)
    for mark in marks:
        best = max(found, key=lambda ask: overlap(mark, ask), default=None)
        if mark.expected.get("kind") == "implicit":
            if "to" in mark.expected:
                assert best is not None, f"{name}: {mark.quote!r} not found"
                assert overlap(mark, best) >= 0.5, f"{name}: {mark.quote!r} against {best.quote!r}"
                assert {party.id for party in best.addressees} == set(mark.expected["to"].split("+")), mark.quote
            found = [ask for ask in found if overlap(mark, ask) == 0 or ask.explicit]
            continue
        assert best is not None, f"{name}: {mark.quote!r} not found"
        assert overlap(mark, best) >= 0.5, f"{name}: {mark.quote!r} against {best.quote!r}"
        assert best.force == mark.expected["force"], mark.quote
        if "to" in mark.expected:
            assert {party.id for party in best.addressees} == set(mark.expected["to"].split("+")), mark.quote
        if "askers" in mark.expected:
            assert {party.id for party in best.askers} == {*mark.expected["askers"].split("+")} - {""}, mark.quote
        found.remove(best)
    assert not [ask.quote for ask in found], name
