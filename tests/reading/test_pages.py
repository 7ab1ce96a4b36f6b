# SPDX-License-Identifier: Apache-2.0
"""Pages: what sites, mailers, channels and printers put around a text is told from it, and the text is left whole."""

from __future__ import annotations

import pytest

from tocsin.reading.read import Reader
from tocsin.records.findings import Passage
from tocsin.records.ids import digest
from tocsin.records.texts import Text

_TEXT = (
    "Ferry stopped at Karsk\n\n3 May 2031\n\nThe Tamar corridor has been closed since 3 May and nobody in Orsava knows"
    " when it will open again, the harbour master said.\n\nBread is short in the town, and the two bakeries open on"
    " alternate days only.\n\n"
)


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


def _added(reader, content):
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = reader.read(text).findings
    return [content[one.start : one.end] for one in found if isinstance(one, Passage) and one.role == "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "Forwarded many times",
        "CAUTION: This email originated from outside of the organization.",
        "t.me/karskwatch",
        "From Wikipedia, the free encyclopedia",
        "1,204 views · May 3, 2031",
        "Monday, 5 May 2031 | Karsk 14°C",
        "Forum index ‹ Regions ‹ Orsava",
        "An official website of the Government of Veltria",
        "We and our 40 partners store cookies on your device.",
        "Electronic copy available at: https://ssrn.example/1",
        "Downloaded from https://journal.example by guest on 04 May 2031",
        "Karsk Review  –  Yearbook 2031                                   Page 4",
    ],
)
def test_a_line_above_the_text_is_the_sites(reader, line):
    assert _added(reader, f"{line}\n\n{_TEXT}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Get Outlook for Android",
        "12 Retweets 4 Quote Tweets 51 Likes",
        "12:04 PM · May 3, 2031 · 54.2K Views",
        "54.1K subscribers",
        "18 members, 3 online",
        "#Karsk #Orsava #Tamar",
        "This report has been produced with the financial assistance of the Veltrian Fund.",
        "Karsk Relief is a registered charity.",
        "Recommended citation: Karsk Institute, Ferries (2031).",
        "ISBN 978-3-16-148410-0",
        "This page was last edited on 4 May 2031, at 10:00.",
        "Visitors: 1,204",
        "Users browsing this forum: 3 guests",
        "The writer can be reached at desk@karsk.example",
        "Page generated in 0.12 seconds",
    ],
)
def test_a_line_below_the_text_is_the_sites(reader, line):
    assert _added(reader, f"{_TEXT}{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Saved from the flood",
        "12 members of the council",
        "Printed in secret",
        "The ferry was supported by the Veltrian Fund until May.",
        "Twelve views of the bridge",
        "Your paper tells its readers to accept all cookies and sign up for our newsletter. I have no house.",
        "I was told to share this story on the market, and so I do.",
    ],
)
def test_what_only_looks_like_it_is_the_texts(reader, line):
    assert _added(reader, f"{_TEXT}{line}\n\n{_TEXT}") == []


def test_a_head_that_stands_at_two_page_numbers_runs(reader):
    head = "RESTRICTED                                 Visit Report KV/09"
    page = "The delegation was received at the gate by the warden, and saw the kitchen.\n\n"
    content = f"{head}\n          Page 2 of 3\n\n{page}{head}\n          Page 3 of 3\n\n{page}"
    lines = [line.strip() for added in _added(reader, content) for line in added.split("\n")]
    assert lines == [head, "Page 2 of 3", head, "Page 3 of 3"]


def test_a_channel_stands_above_its_post_and_its_readers_below(reader):
    content = f"t.me/karsk_now\nKarsk Now\n54.1K subscribers\n\n{_TEXT}38.4K   08:31\n"
    assert _added(reader, content) == ["t.me/karsk_now", "Karsk Now", "54.1K subscribers", "38.4K   08:31"]


def test_whoever_posts_under_a_name_is_left_to_the_post(reader):
    assert _added(reader, f"Dr. Mira Stell\n@mirastell\n\n{_TEXT}") == []


def test_lines_between_lines_of_a_site_are_its_own(reader):
    widget = "Support independent journalism\nYour coins keep the lamp burning for everyone.\nDonate"
    above, below = _TEXT.split("Bread", 1)
    assert _added(reader, f"{above}{widget}\n\nBread{below}") == widget.split("\n")


def test_comments_below_a_story_are_not_its_text(reader):
    foot = '2 thoughts on "Ferry stopped at Karsk"\nElsa says: June 3, 2031 at 09:11\nWe had the same here.\nReply'
    assert _added(reader, f"{_TEXT}{foot}\n") == foot.split("\n")


def test_comments_in_tight_lines_are_their_readers_whose_names_begin_small(reader):
    foot = "Comments (2)\nriver_rat: My aunt is over there.\nAnon: Both must go."
    assert _added(reader, f"{_TEXT}\n{foot}\n") == foot.split("\n")


def test_a_bar_of_what_a_body_does_is_its_sites(reader):
    bar = "What we do | Where we work | Instruments & mechanisms | Get involved"
    assert bar in _added(reader, f"Office of the River\n{bar}\n\n{_TEXT}")


def test_navigation_above_a_title_goes_as_a_whole_and_the_title_stays(reader):
    nav = "KARSK MIRROR\nHOME | TOWN | RIVER | ENGLISH\nMonday, 5 May 2031\nConverter | Old paper | Radio"
    assert _added(reader, f"{nav}\n\n{_TEXT}") == nav.split("\n")


def test_a_list_of_other_stories_ends_with_its_items(reader):
    above, below = _TEXT.split("Bread", 1)
    teasers = "Also read:\n» Five questions about ferries\n» Otter stops a mill\n\n"
    assert _added(reader, f"{above}{teasers}Bread{below}") == [
        "Also read:",
        "» Five questions about ferries",
        "» Otter stops a mill",
    ]


def test_a_signature_with_its_telephone_is_no_widget(reader):
    content = f"{_TEXT}Yours sincerely,\nAnna Kresk\nHarbour master\nTel. +44 20 7946 0000\nwww.karsk.example\n"
    assert "Anna Kresk" not in "".join(_added(reader, content))


def test_a_passed_on_letters_head_is_its_own_where_it_has_no_other(reader):
    head = 'From: "Orsava Forum"\nTo: "Donor desk"\nSent: Sunday, 21 January 2031 at 08:02\nSubject: Rations'
    added = _added(reader, f"----- Original message -----\n{head}\n\nDear colleagues,\n\n{_TEXT}")
    assert not any(line in head for line in added)


def test_the_rows_of_a_table_are_the_texts(reader):
    content = f"{_TEXT}Signed,\n\n| Name | Town |\n|------|------|\n| Anna Kresk | Karsk |\n| Mira Stell | Ardan |\n"
    assert _added(reader, content) == []


def test_a_notice_below_a_mark_of_forwarding_keeps_its_title(reader):
    content = f"Forwarded\nNOTICE TO QUAY STREET\n\n{_TEXT.split(chr(10), 4)[4]}"
    assert _added(reader, content) == ["Forwarded"]


def test_a_section_out_of_the_row_of_links_is_the_sites(reader):
    head = "Karsk Mirror\nLatest   Rivers   Podcasts   Support us\n\nRivers"
    assert _added(reader, f"{head}\n{_TEXT}")[-1] == "Rivers"
