# SPDX-License-Identifier: Apache-2.0
"""Datelines: the place and the day that a report opens with are no part of a party's name."""

from __future__ import annotations

import pytest

from tocsin.reading.read import Reader
from tocsin.records.findings import Ask, Claim
from tocsin.records.ids import digest
from tocsin.records.texts import Text

_REPORTS = (
    'Ardesh\'s Interior Ministry said on Friday: "We call on Veltria to open the road."',
    "Ardesh's Interior Ministry said four people were killed in Karsk.",
    "Ardesh's Interior Ministry said Veltria should open the road.",
)


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


@pytest.mark.parametrize("report", _REPORTS)
@pytest.mark.parametrize(
    "dateline",
    [
        "PORT DOLEN, 27 March 2026 – ",
        "PORT DOLEN – ",
        "PORT DOLEN - ",
        "PORT DOLEN -- ",
        "Port Dolen, 27 March 2026 - ",
    ],
)
def test_a_dateline_is_no_part_of_who_speaks(dateline, report, reader):
    content = f"{dateline}{report}\n\nNo further details were given on the day.\n"
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    findings = reader.read(text).findings
    named = {party.name for one in findings if isinstance(one, Ask) for party in one.askers}
    named |= {party.name for one in findings if isinstance(one, Claim) for party in one.speakers}
    assert named
    assert not {name for name in named if "dolen" in name.lower()}
