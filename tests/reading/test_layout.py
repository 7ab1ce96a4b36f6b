# SPDX-License-Identifier: Apache-2.0
"""Layout: how lines become pieces, and which lines of a pasted page are none of the text's own."""

from __future__ import annotations

from tocsin.reading.layout import lines

MENU = ["Home", "News", "The Issel valley", "Karsk and the north", "Opinion of the week", "Our reporters", "Archive"]
STORY = [
    "The road through the Tamar corridor stayed shut on Monday for the tenth day in a row, the mayor of Karsk said.",
    "Drivers who had waited at the crossing since the week before turned back when the snow set in.",
]


def test_a_page_of_short_lines_and_whole_paragraphs_is_not_wrapped():
    page = "\n".join([*MENU, *STORY, *MENU, "Ardesh says that the crossing opens when the bridge is mended by spring"])
    assert lines.width(page, lines.split(page)) == 0


def test_a_letter_cut_at_the_margin_is_wrapped():
    letter = (
        "The road through the Tamar corridor stayed shut on Monday for the\n"
        "tenth day in a row, the mayor of Karsk said. Drivers who had waited\n"
        "at the crossing since the week before turned back when the snow\n"
        "set in and the last of the fuel was spent.\n"
    )
    assert lines.width(letter, lines.split(letter)) > 60
