# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a paper's paragraph stands on one line
"""Who asks: the body whose officer speaks, those who join others, never the land that is condemned."""

from __future__ import annotations

import pytest

from tests.reading.test_cards import _text
from tocsin.records.findings import Ask


def askers(found):
    return [[party.id for party in one.askers] for one in found if isinstance(one, Ask)]


@pytest.mark.parametrize(
    ("words", "asker"),
    [
        ("Lena Olm, director of the Boat Guild, called on Chad to open the road.", "boat-guild"),
        ("“Chad must open the road,” said Lena Olm, deputy Asia director at Human Rights Watch.", "human-rights-watch"),
        (
            "Lena Olm, Amnesty International's deputy director for Africa, urged Chad to open the road.",
            "amnesty-international",
        ),
        ("General Anton Vell, commander of the Boat Front, urged Chad to open the road.", "boat-front"),
        ("Professor Anton Vell of the University of Lund urged Chad to open the road.", "anton-vell"),
        ("The Boat Guild joins the River League in calling on Chad to open the road.", "boat-guild"),
        ("Oxfam added its voice to those of the bishops in urging Chad to open the road.", "oxfam"),
        ("The Kenyan Council of Fisher Women called on Chad to open the road.", "kenyan-council-of-fisher-women"),
        ("The Kenyan Council of Ministers called on Chad to open the road.", "kenya"),
        ("Kenyan Bishop Anton Vell called on Chad to open the road.", "anton-vell"),
        ("The Lake Women's Association Kenya called on Chad to open the road.", "lake-womens-association-kenya"),
    ],
)
def test_who_asks_is_the_body_for_which_its_officer_speaks(reader, words, asker):
    told = f"KARSK, 4 May 2021 (Issel Press) - The road was shut on Monday. {words} The meeting ended at noon.\n"
    assert askers(reader.read(_text(told)).findings) == [[asker]]


def test_a_ministry_is_not_of_the_land_whose_forces_it_condemns(reader):
    told = (
        "Foreign Ministry Condemns Storming of the Old Mosque\n\nThe Ministry of Foreign Affairs has condemned the Chadian forces' storming"
        " of the Old Mosque.\n\nThe Ministry of Foreign Affairs called on the international community to stop these attacks.\n"
    )
    assert not any("chad" in tag for one in askers(reader.read(_text(told)).findings) for tag in one)
