# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a page's head stands on one line
"""Titles: the headline below a site's menus and addresses, without the site's own name."""

from __future__ import annotations

import pytest

from tests.reading.test_cards import _draft
from tocsin.reading.cards import titles

BODY = "\n\nThe ferry at Issel has been held since May, and forty families wait on the far bank of the river for it."
HEADS = [
    ("https://example.org/letters/3\n\nLetter to the Governor of Karsk", "Letter to the Governor of Karsk"),
    ("Home | News | About us | Press\n\nFerry held for a third week", "Ferry held for a third week"),
    ("Accessibility links\n\nBreaking News\n\nFerry held for a third week", "Ferry held for a third week"),
    ("HomeAbout usNews RoomContact\n\nFerry held for a third week", "Ferry held for a third week"),
    ("Ferry held for a third week on the Tamar | Karsk Herald", "Ferry held for a third week on the Tamar"),
    ("Ferry held for a third week-Veltrapress\n\nFerry held for a third week", "Ferry held for a third week"),
    ("Talks between Veltria and Ardesh - a first step", "Talks between Veltria and Ardesh - a first step"),
    ("Ferry held for a third week\n2031-05-03", "Ferry held for a third week"),
    ("Open letter to the Governor of Karsk\nby Anna Olm | 3 May 2031", "Open letter to the Governor of Karsk"),
    (
        "Veltria\n\nAn appeal to release the crew of the ferry at Issel",
        "An appeal to release the crew of the ferry at Issel",
    ),
    (
        "JOINT STATEMENT\n\nKarsk: aid must reach Issel before the rains\n\n3 May 2031",
        "Karsk: aid must reach Issel before the rains",
    ),
    ("BOATMEN'S NETWORK\n\nOpen letter on the closing of the ferry", "Open letter on the closing of the ferry"),
    (
        "[Bills of the House]\n[Printing Office]\n\nCalendar No. 4\n\nS. RES. 12\n\nOn the third year of the closing of the bridge.\n\nIN THE SENATE OF VELTRIA",
        "On the third year of the closing of the bridge.",
    ),
    (
        "Full text\n\nProcedure : 2031/44\n\nThe bridge at Issel\n\nVeltrian Assembly resolution of 3 May 2031 on the bridge at Issel",
        "Veltrian Assembly resolution of 3 May 2031 on the bridge at Issel",
    ),
    ("Page 1 of 2\n\nMay 3, 2031\n\nThe Honorable Anna Olm\n\nDear Governor Olm,", None),
]


@pytest.mark.parametrize(("head", "title"), HEADS, ids=lambda words: (words or "none")[:40])
def test_a_title_is_the_papers_own_and_not_the_sites(catalogue, head, title):
    draft = _draft(head + BODY, catalogue)
    blocks = [block for block in draft.blocks if block.role != "boilerplate"]
    assert titles.find(draft, blocks) == title
