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


@pytest.mark.parametrize(
    "line",
    ["KARSK, 30 MAY 91 (VTP) -- ", "KARSK, 30 MAY 91 (RADIO ISSEL) -- [TEXT] ", "KARSK, 30 MAY 91 (VTP - ISP) -- "],
)
def test_a_wire_in_capitals_with_a_year_of_two_digits_is_an_agencys_news(line, reader):
    report = (
        "THE INTERIOR MINISTRY OF ARDESH SAID TODAY THAT REBELS HAD ATTACKED A POST NEAR KARSK. THE MINISTER TOLD "
        "REPORTERS THAT TWO GUARDS WERE HURT.\n\nRESIDENTS SAID THAT THE ROAD TO KARSK WAS SHUT.\n"
    )
    content = line + report
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    card = reader.read(text).card
    assert (card.genre, card.issued) == ("news", "1991-05-30")
    assert card.carriers
