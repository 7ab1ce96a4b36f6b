# SPDX-License-Identifier: Apache-2.0
"""Lines of a site: a link by itself, a link's address behind its words, the title below a heading of other stories."""

from __future__ import annotations

import pytest

from tests.reading.test_cards import _text

BODY = "The ferry at Issel has been held since May, and forty families wait on the far bank of the river for it.\n\n"


@pytest.fixture(scope="module")
def cut(reader):
    def find(content):
        found = reader.read(_text(content)).findings
        return [one.quote for one in found if one.kind == "passage" and one.role == "boilerplate"]

    return find


def test_a_link_by_itself_is_the_sites_but_not_one_that_a_sentence_leads_to(cut):
    link = "https://issel.example/statement-4"
    assert cut(f"Ferry held\n\n{link}\n\n{BODY}") == [link]
    assert cut(f"Ferry held\n\n{BODY}The list stands here:\n\n{link}\n\n{BODY}") == []


def test_the_address_behind_a_links_words_goes_with_them(cut):
    line = "[Privacy Policy](https://issel.example/privacy)"
    assert cut(f"Ferry held\n\n{BODY}{BODY}{line}\n")[-1].endswith("privacy)")


def test_a_title_below_a_heading_of_other_stories_at_the_top_is_the_texts(cut):
    title = "Ferry still held on the far bank of the river, boatmen say"
    assert title not in cut(f"All news\n\n{title}\n\nForty families wait for it\n\n{BODY}{BODY}")


def test_a_line_with_a_year_that_stands_on_three_pages_is_a_running_head(cut):
    head = "Lake Council Review of the Ferry Service 2012"
    pages = "".join(f"{head}\n\n{BODY}{BODY}{BODY}" for _ in range(4))
    assert head in cut(pages)


def test_a_long_list_of_short_items_with_a_sites_own_among_them_is_a_menu(cut):
    items = [
        "Home",
        "News",
        "About us",
        "Contact us",
        "Donate",
        "Free the Boats",
        "Ferry Timeline",
        "Dirty List",
        "Aid to Karsk",
    ]
    menu = "".join(f"  • {item}\n" for item in items)
    found = " ".join(cut(f"{menu}\nFerry still held on the river\n\n{BODY}{BODY}"))
    assert all(item in found for item in items)
    own = "".join(f"  • {item}\n" for item in ("Bread", "Water", "Boats", "Fuel", "Ropes", "Oars", "Flour", "Salt"))
    assert cut(f"What we ask for\n\n{BODY}We need:\n\n{own}\n{BODY}") == []
