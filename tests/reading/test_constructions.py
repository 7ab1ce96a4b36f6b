# SPDX-License-Identifier: Apache-2.0
"""Every construction finds what its own example marks, and every finding names a construction that is registered."""

from __future__ import annotations

import pytest

from tests.marked import plain
from tocsin.reading.read import CONSTRUCTIONS
from tocsin.records.ids import digest
from tocsin.records.texts import Text


def text(content: str) -> Text:
    return Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda construction: construction.name)
def test_a_construction_finds_what_its_example_marks(construction, reader):
    marked = construction.example.replace("⟦", "⟦finding|")
    content, marks = plain(marked)
    assert marks, "the example marks nothing"
    found = {
        (finding.start, finding.end)
        for finding in reader.read(text(content)).findings
        if finding.by == construction.name
    }
    assert {(mark.start, mark.end) for mark in marks} <= found


def test_names_of_constructions_are_unique():
    names = [construction.name for construction in CONSTRUCTIONS]
    assert len(names) == len(set(names))


def test_every_finding_of_the_examples_names_a_registered_construction(reader):
    registered = {construction.name for construction in CONSTRUCTIONS}
    for construction in CONSTRUCTIONS:
        content = plain(construction.example.replace("⟦", "⟦finding|"))[0]
        for finding in reader.read(text(content)).findings:
            assert finding.kind == "passage" or finding.by in registered, finding
