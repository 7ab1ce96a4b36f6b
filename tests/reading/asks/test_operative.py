# SPDX-License-Identifier: Apache-2.0
"""Operative paragraphs in the styles of many organs, held against marked texts about an invented crisis."""

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
    document = Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text)
    return [finding for finding in reader().read(document).findings if isinstance(finding, Ask) and finding.explicit]


def texts() -> list[tuple[str, str]]:
    parts = re.split(r"^=== (.+)\n", (HERE / "operative.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def same(mark: Mark, ask: Ask) -> bool:
    """Hold spans against each other; a leading "to" may be in or out."""
    return ask.end == mark.end and ask.start in (mark.start, mark.start + len("to "), mark.start - len("not "))


@pytest.mark.parametrize(("name", "marked"), texts(), ids=[name for name, _ in texts()])
def test_the_marked_paragraphs_ask_and_no_others_do(name, marked):
    text, marks = plain(marked)
    found = asks(text)
    for mark in marks:
        ask = next((ask for ask in found if same(mark, ask)), None)
        assert ask is not None, f"{name}: {mark.quote!r} is not in {[ask.quote for ask in found]}"
        assert ask.force == mark.expected["force"], mark.quote
        if "to" in mark.expected:
            assert {party.id for party in ask.addressees} == set(mark.expected["to"].split("+")), mark.quote
        if "by" in mark.expected:
            assert ask.by == f"ask.{mark.expected['by']}", mark.quote
        found.remove(ask)
    assert not [ask.quote for ask in found], name


def test_what_an_organ_asks_by_a_date_has_that_date():
    text = "The Security Council,\n1. Requests Veltria to report by 1 March 2031;\n2. Decides to remain seized.\n"
    (ask,) = asks(text)
    assert ask.by_when == "2031-03-01"


def test_the_organ_that_adopts_asks():
    text = "The Security Council,\n1. Urges Ardesh to open the bridge;\n2. Decides to remain seized.\n"
    (ask,) = asks(text)
    assert [party.id for party in ask.askers] == ["un-security-council"]


def test_a_scanners_stroke_inside_a_verb_does_not_hide_it():
    text = "The Security Council,\n1. Calls_ upon Ardesh to open the bridge;\n2. Decides to remain seized.\n"
    assert [ask.force for ask in asks(text)] == ["call"]


def test_a_list_of_what_a_party_should_do_is_implicit():
    text = "11. The State party should:\n(a) Train its police;\n(b) Publish the names of those held.\n"
    document = Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text)
    found = [finding for finding in reader().read(document).findings if isinstance(finding, Ask)]
    assert [(ask.quote, ask.explicit, ask.force) for ask in found] == [
        ("Train its police", False, None),
        ("Publish the names of those held", False, None),
    ]
