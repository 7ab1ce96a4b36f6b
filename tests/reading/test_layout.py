# SPDX-License-Identifier: Apache-2.0
"""Layout: how lines become pieces, and which lines of a pasted page are none of the text's own."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import Catalogue, load
from tocsin.reading import markup, views
from tocsin.reading.layout import blocks, boilerplate, clutter, lines, pieces, voices

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


def _pasted(*, wordy: bool) -> tuple[str, list[str]]:
    """Give a page pasted whole, menus and teasers included, and the lines that are its text."""
    gap = "\n\n" if wordy else "\n"
    head = ["Skip to content", "Karsk Tribune", "Sign in", "Subscribe", *MENU, "Sport", "Weather", "Farming", "Rivers"]
    text = [
        "Doctors of Karsk ask Ardesh to open the Tamar crossing",
        "By Ida Roth",
        "3 March 2031",
        "Forty doctors of the hospital in Karsk have asked Ardesh to open the crossing; three of the sick died.",
        '"We ask the Government of Ardesh to let the sick pass at any hour," the doctors write in a letter to Ardan.',
        *STORY,
        "What they ask for:",
        "• fuel for the ambulances",
        "• a doctor at the crossing",
        "The Ministry of Health of Ardesh has answered that permits are given within two days to whoever asks for one.",
    ]
    foot = [
        "Share this article",
        "Facebook",
        "Telegram",
        "Comments",
        "Print",
        "More news",
        "Bread prices double in Orsava",
        "Snow closes the northern road",
        "Mayors of the Issel valley meet",
        "A school for ferrymen opens",
        "Most read",
        "Contact Group names its envoy",
        "Apples of the lower Issel",
        "Subscribe to our newsletter",
        "About us",
        "Advertise with us",
        "Privacy policy",
        "© 2031 Karsk Tribune. All rights reserved.",
    ]
    return gap.join([*head, *text, *foot]), text


@pytest.mark.parametrize("wordy", [True, False])
def test_of_a_page_pasted_whole_the_text_is_left_with_its_title_date_and_list(wordy, catalogue):
    page, text = _pasted(wordy=wordy)
    found = blocks.find(page, furniture=boilerplate.furniture(catalogue))
    kept = "\n".join(page[block.start : block.end] for block in found if block.role != "boilerplate")
    own = [line.removeprefix("• ") for line in text]
    assert [line for line in kept.split("\n") if line in own] == own
    assert len(kept.split("\n")) <= len(own) + 1


def test_what_tells_clutter_adds_up_to_its_score(catalogue):
    page, _ = _pasted(wordy=True)
    found = pieces.gather(page, lines.split(page))
    boilerplate.cue(page, found, boilerplate.furniture(catalogue))
    cued = [piece.role == "boilerplate" for piece in found]
    held = clutter.model()
    seen = clutter.page(page, found, cued, boilerplate.furniture(catalogue).site, held)
    told = seen.weights(len(MENU), held)
    assert {"bias", "size:2"} <= {weight.feature for weight in told}
    assert round(1000 * sum(weight.weight for weight in told)) == seen.score(len(MENU), held) > 0


def test_a_letter_keeps_the_names_that_sign_it(catalogue):
    names = [f"League of {place}" for place in ("Karsk", "Issel", "Dorn", "Tamar", "Orsava", "Horzan")]
    letter = "\n\n".join(["Dear Ministers,", *STORY, "Please open the road.", "Respectfully,", *names])
    found = blocks.find(letter, furniture=boilerplate.furniture(catalogue))
    assert all(block.role != "boilerplate" for block in found)


ROWS = "SUBSCRIBE\n\nNews\n\nComments\n\nPrint\n\n"


def test_a_button_named_comments_takes_nothing_below_it(catalogue):
    page = ROWS + "\n\n".join(STORY * 2)
    found = blocks.find(page, furniture=boilerplate.furniture(catalogue))
    assert [block.role for block in found].count("body") == 4


def test_two_paragraphs_in_a_row_below_a_heading_of_teasers_are_text(catalogue):
    teasers = ["Bread prices double in Orsava", "Snow closes the northern road"]
    page = "\n\n".join([*STORY, "Related articles", *teasers, *STORY, "Share this article"])
    found = blocks.find(page, furniture=boilerplate.furniture(catalogue))
    added = [page[block.start : block.end] for block in found if block.role == "boilerplate"]
    assert added == ["Related articles", "Bread prices double in Orsava", "Share this article"]


def _added(page: str, catalogue: Catalogue) -> list[str]:
    found = blocks.find(page, furniture=boilerplate.furniture(catalogue))
    return [page[block.start : block.end] for block in found if block.role == "boilerplate"]


TITLE = "Mayors of the Issel valley ask for bread"


@pytest.mark.parametrize(
    "row",
    [
        "Karsk Tribune / Orsava / World",
        "KTM Media / Karsk Tribune  >  Wire",
        "The Issel Review · Spring issue",
        "Republic of Veltria | VELMIN | English | Français",
        f"{TITLE} – Karsk Tribune",
        TITLE,
    ],
)
def test_the_row_above_a_title_that_leads_to_the_page_is_added(row, catalogue):
    page = "\n\n".join([row, TITLE, "3 March 2031", *STORY, STORY[0]])
    assert _added(page, catalogue) == [row]


@pytest.mark.parametrize(
    "line",
    [
        "OPEN LETTER",
        "Ministry of Water | Embassy of Veltria",
        "KARSK | 3 March 2031",
        "A/85/12",
        "Karsk – Velt City",
        "Appeal / Call for help",
    ],
)
def test_a_letterhead_a_label_and_a_dateline_above_a_title_are_the_texts_own(line, catalogue):
    page = "\n\n".join([line, TITLE, *STORY, STORY[0]])
    assert _added(page, catalogue) == []


def test_short_lines_around_what_a_site_is_sure_to_have_added_are_added_too(catalogue):
    head = ["Orsava", "Farming", "Subscribe"]
    tail = ["Share: Facebook Twitter Our Other Pages", "Apples of the lower Issel", "Karsk", "Orsava Assembly"]
    page = "\n\n".join([*head, TITLE, *STORY, STORY[0], *tail])
    assert _added(page, catalogue) == [*head, *tail]


def test_names_below_a_telephone_or_a_closing_formula_sign(catalogue):
    page = "\n\n".join([TITLE, *STORY, "Press contact: Tel. +000 12 345 678", "Ida Roth", "Mayor of Karsk"])
    assert "Mayor of Karsk" not in _added(page, catalogue)
    page = "\n\n".join([TITLE, *STORY, "Share this letter", "Respectfully,", "Ida Roth", "Mayor of Karsk"])
    assert "Mayor of Karsk" not in _added(page, catalogue)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor of Karsk reads a statement at the town hall. | Photo: E. Lind",
        "[ad_1]",
        "41 views0 comments",
        '11 thoughts on "Mayors of the Issel valley ask for bread"',
        "Weekly Brief / Orsava · 20+ minutes",
        "Source link",
        "Email Print Share on X Save for later",
    ],
)
def test_credits_counters_and_rows_of_buttons_are_added(line, catalogue):
    assert _added("\n\n".join([TITLE, STORY[0], line, *STORY]), catalogue) == [line]


def test_an_offer_of_a_newsletter_makes_no_mail(catalogue):
    page = "\n\n".join(["Set as homepage | Newsletter sign-up", TITLE, *STORY])
    assert not voices.is_mailed(page, blocks.find(page, furniture=boilerplate.furniture(catalogue)))


def test_a_date_and_when_it_was_updated_are_one_line(catalogue):
    page = "\n\n".join(["March 11, 2031 - Updated on August 23, 2031", TITLE, *STORY])
    assert blocks.find(page, furniture=boilerplate.furniture(catalogue))[0].role == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "You have 2 free articles left this month. Subscribe",
        "[Newsletter] The Morning Post: get our best reporting in your inbox",
        "Sign online: forms.example.org/wells – forward this message to ten contacts",
        "For more reporting on Orsava, visit our country page.",
        "Français - Español - العربية",
        "Pastoral-letter-2031.pdf (212 KB)",
        "[Facebook] [X] [Mail]",
        "Home / Press room / Statements",
        "12/05/2031, 08:41                       Open letter to the Contact Group",
    ],
)
def test_bids_menus_files_and_a_browsers_print_head_are_added(line, catalogue):
    assert _added("\n\n".join([TITLE, STORY[0], line, *STORY]), catalogue) == [line]


def test_what_a_page_of_the_united_nations_repeats_parts_the_paragraph_it_stands_in(catalogue):
    turn = ["A/78/411", "31-09911                                                       3/21"]
    page = "\n\n".join(
        [TITLE, STORY[0], "The drivers were moved to Ardan and their", "\n".join([*turn, "families fear for them."])]
    )
    assert _added(page, catalogue) == turn


def test_a_list_of_mail_signs_off_below_its_rule_and_links_lead_to_neighbours(catalogue):
    foot = "________________________\norsava mailing list\nhttps://lists.example.org/orsava"
    assert _added("\n\n".join([TITLE, *STORY, foot]), catalogue) == foot.split("\n", 1)
    page = "\n\n".join([TITLE, *STORY, "Previous: Lenten message", "Next: Greetings for the feast"])
    assert _added(page, catalogue) == ["Previous: Lenten message", "Next: Greetings for the feast"]


def test_the_last_of_a_numbered_list_is_an_item_where_a_paragraph_stands_below_it():
    paragraph = (
        "The union has asked for this since the spring, when the first ferry was turned back at the bar of the river."
    )
    content = (
        f"We ask the Mayor:\n\n1. To free the ferrymen\n2. To open the road\n3. To mend the bridge\n\n{paragraph}\n"
    )
    assert [block.role for block in blocks.find(content)][1:4] == ["list-item"] * 3


def _roles(content: str) -> list[tuple[str, str]]:
    view = markup.bare(views.view(content)).content
    furniture = boilerplate.furniture(load()[0])
    return [(block.role, view[block.start : block.end]) for block in blocks.find(view, furniture=furniture)]


def test_a_mails_head_as_it_was_sent_leaves_sender_subject_and_day():
    mail = """\
Newsgroups: soc.rights.valley
Path: hub!karsk.example!union
From: union@karsk.example (Ferry Union)
Subject: The road over the pass
Message-ID: <1992Dec24.082@karsk.example>
Organization: Ferry Union
Date: Thu, 24 Dec 1992 08:29:29 GMT
Lines: 129

/* Written 11:00am  Dec 24, 1992 by union in reg.valley */
/* ------------ " The road " ------------ */

We ask the Mayor of Karsk to open the road over the pass before the snow.
"""
    roles = _roles(mail)
    left = [words.split(":")[0] for role, words in roles if role != "boilerplate"]
    assert left[:4] == ["From", "Subject", "Organization", "Date"]
    assert left[4].startswith("We ask")
    assert ("title", "Subject: The road over the pass") in roles


def test_a_rule_parts_what_stands_above_it_from_what_stands_below():
    letter = """\
[Date Prev][Date Next][Thread Index ]

LETTER TO THE MAYOR OF KARSK
****************************
The road over the pass has been shut for the tenth day in a row, and the
bread in the villages below the dam is short. We ask you to open it at once
and to let the lorries of the union pass before the snow sets in.
"""
    roles = _roles(letter)
    assert [role for role, _words in roles if role != "body"][:3] == ["boilerplate", "title", "boilerplate"]
    assert roles[-1][1].startswith("The road over")


@pytest.mark.parametrize(
    ("line", "marker"),
    [("S. RES. 99", ""), ("H. Con. Res. 12", ""), ("M. Vesk, Secretary", ""), ("K. L. Roth", ""), ("A. Access", "A.")],
)
def test_a_bills_number_and_a_first_name_open_no_list(line: str, marker: str) -> None:
    assert lines.split(f"The League\n\n{line}\n")[1].marker == marker


def test_lettered_headings_count_on():
    content = "A. Access\n\nThe road is shut.\n\nB. Recommendations\n\nOpen it.\n\nC. Annex\n"
    assert [line.marker for line in lines.split(content) if line.marker] == ["A.", "B.", "C."]


def test_a_row_of_links_at_the_head_is_the_sites():
    page = [
        "Governor  |  Deputy  |  First Family  |  News & Policies  |  Offices",
        "Remarks by the Governor of Karsk on the road over the pass",
        "The road over the pass has been shut since the spring, and the governor asked the army to open it at once.",
        STORY[0],
    ]
    assert [role for role, _words in _roles("\n\n".join(page))][:2] == ["boilerplate", "title"]


def test_what_an_agency_asks_of_those_who_copy_is_none_of_its_text():
    page = [
        *STORY,
        "While citing and using any materials, links to karsk.example are mandatory, as the Law of Ardesh says.",
    ]
    assert [role for role, _words in _roles("\n\n".join(page))] == ["body", "body", "boilerplate"]


def test_a_browsers_tab_gives_way_to_the_title_below_it_whatever_parts_the_sites_name():
    title = "Union of Karsk asks for a road before winter"
    roles = _roles("\n\n".join([f"{title} - Valley Summed Up", title, *STORY]))
    assert [role for role, _words in roles][:2] == ["boilerplate", "title"]


def test_whom_to_call_is_added_whether_or_not_it_is_said_for_what():
    roles = _roles("\n\n".join([TITLE, *STORY, "Further information Ida Roth +380977486182"]))
    assert roles[-1][0] == "boilerplate"


def test_a_text_that_was_passed_on_whole_is_read_as_it_was_written():
    letter = "Dear Mayor,\n\nWe ask you to:\n- open the road;\n- let the lorries pass.\n\nYours,\nIda Roth\n"
    passed_on = "".join(f"> {line}".rstrip() + "\n" for line in letter.splitlines())
    assert [role for role, _words in _roles(passed_on)] == [role for role, _words in _roles(letter)]
