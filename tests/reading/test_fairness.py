# SPDX-License-Identifier: Apache-2.0
"""All sides are read alike: swap the parties' names through whole documents, and the findings are the same."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import EXAMPLES
from tocsin.reading.read import Reader
from tocsin.records.ids import Json, digest
from tocsin.records.lines import to_json
from tocsin.records.texts import Text
from tocsin.sources import formats
from tocsin.sources.extracts import Extract

DOCUMENTS = sorted(path.name for path in (EXAMPLES / "documents").iterdir())
SIDES = (
    {"state": "Veltria", "people": "Veltrian", "capital": "Velt City", "id": "veltria", "slug": "velt-city"},
    {"state": "Ardesh", "people": "Ardeshi", "capital": "Ardan", "id": "ardesh", "slug": "ardan"},
)
REAL = (
    {"state": "Ghana", "people": "Ghanaian", "capital": "Accra", "id": "ghana"},
    {"state": "Peru", "people": "Peruvian", "capital": "Lima", "id": "peru"},
    {"state": "Jordan", "people": "Jordanian", "capital": "Amman", "id": "jordan"},
    {"state": "Nepal", "people": "Nepali", "capital": "Kathmandu", "id": "nepal"},
    {"state": "Ukraine", "people": "Ukrainian", "capital": "Kyiv", "id": "ukraine"},
    {"state": "Israel", "people": "Israeli", "capital": "Jerusalem", "id": "israel"},
    {"state": "Russian Federation", "people": "Russian", "capital": "Moscow", "id": "russia"},
    {"state": "Palestine", "people": "Palestinian", "capital": "Ramallah", "id": "palestine"},
)


def swapped(content: str, first: dict[str, str], second: dict[str, str]) -> str:
    """Put each side's words where the other's stood, in every case they are written in."""
    other = {}
    for one, two in zip(first.values(), second.values(), strict=True):
        for case in (str, str.upper):
            other[case(one)] = case(two)
            other[case(two)] = case(one)
    longest = sorted(other, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest)), lambda found: other[found.group()], content)


def content_of(name: str) -> str:
    extract = formats.read((EXAMPLES / "documents" / name).read_bytes(), name)
    assert isinstance(extract, Extract)
    return extract.text.content


def findings(reader: Reader, content: str) -> list[dict[str, Json]]:
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    reading = reader.read(text)
    rows = [to_json(reading.card), *(to_json(finding) for finding in reading.findings)]
    for row in rows:
        for member in ("start", "end", "evidence"):
            row.pop(member, None)
    return rows


@pytest.mark.parametrize("name", DOCUMENTS)
def test_swapping_the_two_sides_changes_nothing_but_names(name, reader):
    content = content_of(name)
    there = json.dumps(findings(reader, content), ensure_ascii=False)
    back = json.dumps(findings(reader, swapped(content, *SIDES)), ensure_ascii=False)
    assert json.loads(swapped(back, *SIDES)) == json.loads(there)


@pytest.mark.parametrize("pair", [(REAL[i], REAL[i + 1]) for i in range(0, len(REAL), 2)], ids=lambda p: p[0]["id"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_swapping_two_states_changes_nothing_but_names(name, pair, reader):
    content = content_of(name)
    for side, state in zip(SIDES, pair, strict=True):
        for key in ("state", "people", "capital"):
            content = content.replace(side[key], state[key]).replace(side[key].upper(), state[key].upper())
    there = findings(reader, content)
    back = findings(reader, swapped(content, *pair))

    def bare(rows):
        return [
            (row["kind"], row.get("by"), row.get("force"), row.get("act"), row.get("harm"), row.get("edtf"))
            for row in rows
        ]

    assert bare(back) == bare(there)
