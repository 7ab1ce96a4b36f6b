# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a marked text stands on one line
"""When a document was issued: by its head, its foot, its container or its own words."""

from __future__ import annotations

import pytest

from tests.reading.test_times import draft
from tocsin.reading.dating import issued
from tocsin.reading.times import finder as times

BODY = "The Orsava Assembly appeals to the Council. The Tamar corridor has been shut since 12 December 2022.\n"


def date(
    content: str, facts: tuple[tuple[str, str], ...] = (), given: str | None = None
) -> tuple[str | None, str | None]:
    laid = draft(content, facts)
    found = issued.find(laid, times.mentions(laid), given)
    return found.edtf, found.basis


HEADS = [
    ("   KARSK, 21 JUL 89 (ORSAVA RADIO) -- [TEXT] THE MAYOR SPOKE.\n\n" + BODY, "1989-07-21", "dateline"),
    ("   VELT CITY, 1 NOV 89 -- [TEXT] THE ARMY REPORTED ON 31 OCTOBER.\n\n" + BODY, "1989-11-01", "dateline"),
    ("Velt City - Ardan October 2nd 2023\nTo the Prime Minister of Veltria\n\n" + BODY, "2023-10-02", "dateline"),
    (
        "Statement of the Chair\n\nThe Chair recalls his statement of 2 February 2022 and appeals to all.\n\n" + BODY,
        "2022-12-12/..",
        "inferred",
    ),
    (
        "Talks on Orsava\n\n5.1. hold elections, in line with the First Agreement of\n19 April 2013.\n\n" + BODY,
        "2022-12-12/..",
        "inferred",
    ),
    ("Appeal to the Council\n21 July 2023\n\n" + BODY, "2023-07-21", "dateline"),
    ("Appeal to the Council\n\nArdan, 21 July 2023\n\n" + BODY, "2023-07-21", "dateline"),
    ("KARSK, JANUARY 23, ORSAVA NEWS. Forty groups wrote to the Council.\n\n" + BODY, "2023-01-23", "dateline"),
    (
        "Groups write to the Council\n\nVelt City, 3 March (Reuters) - Forty groups wrote.\n\n" + BODY,
        "2023-03-03",
        "dateline",
    ),
    (
        "Groups write\n\nSource: Wire| 2023-03-08 03:11:30|Editor: olm\n\nKARSK, March 7 (Wire) -- Forty groups wrote on Tuesday.\n\n"
        + BODY,
        "2023-03-07",
        "dateline",
    ),
    ("FOR IMMEDIATE RELEASE\n\nKARSK, VT March 3, 2023 – Forty groups wrote.\n\n" + BODY, "2023-03-03", "dateline"),
    (
        "For Immediate Release Office of the Mayor March 3, 2023\n\nForty groups wrote.\n\n" + BODY,
        "2023-03-03",
        "dateline",
    ),
    (
        "Forty groups write APPEAL FOR A ROAD (Karsk/Issel/Velt City, 3 March 2023): Forty groups wrote.\n\n" + BODY,
        "2023-03-03",
        "dateline",
    ),
    (
        "3 March 2023 – Joint statement by the Guild and the League\n\nForty groups wrote.\n\n" + BODY,
        "2023-03-03",
        "dateline",
    ),
    ("News in brief 3 March 2023 (PM) – Karsk\n\nForty groups wrote.\n\n" + BODY, "2023-03-03", "dateline"),
    (
        "S. RES. 12\n\nOn the bridge.\n\nIN THE SENATE OF VELTRIA\n\nMarch 3, 2023\n\nMr. Olm submitted the following resolution; which\nwas referred to the Committee on Rivers\n\nMarch 9, 2023\n\nReported by Mr. Olm, without amendment\n\nRESOLUTION\n\n"
        + BODY,
        "2023-03-09",
        "header",
    ),
    (
        "15.6.2024 | EN |\nOfficial Gazette |\nVeltrian Assembly resolution of 3 March 2023 on the bridge\n\nThe Assembly,\n\nhaving regard to the Charter,\n\n"
        + BODY,
        "2023-03-03",
        "header",
    ),
    ("KARSK, 3 March 2023 (AFP) -- Forty groups wrote.\n\n" + BODY, "2023-03-03", "dateline"),
    ("KARSK, Orsava (3 March 2023) – Forty groups wrote.\n\n" + BODY, "2023-03-03", "dateline"),
    (
        "United Nations A/HRC/99/8\n\nDistr.: General\n4 January 2023\nOriginal: English\n\nHuman Rights Council\n\n"
        + BODY,
        "2023-01-04",
        "header",
    ),
    (
        "Resolution 999 (2023)\nof 13 January 2023\n\nThe Security Council,\n\nRecalling its resolution 998 (2022) of 3 May 2022,\n",
        "2023-01-13",
        "header",
    ),
    (
        "Resolution 999 (2023)\n\nAdopted by the Security Council at its 9999th meeting, on 13 January 2023\n\nThe Security Council,\n",
        "2023-01-13",
        "header",
    ),
    ("Orsava: Situation Report No. 12 (as of 3 June 2023)\n\n" + BODY, "2023-06-03", "stated"),
    ("Orsava: Situation Report No. 12\n\nReporting period: 27 May – 3 June 2023\n\n" + BODY, "2023-06-03", "stated"),
    ("Joint letter to the Council\n\nArdan – Velt City, 3 June 2023\n\n" + BODY, "2023-06-03", "dateline"),
    ("Joint letter to the Council\n\nArdan and Karsk, 3 June 2023\n\n" + BODY, "2023-06-03", "dateline"),
    (
        "KARSK, Feb 11 (AFP) - The Council last spoke of the valley in resolution 2736 (2024).\n\n" + BODY,
        "2025-02-11",
        "dateline",
    ),
    (
        "KARSK, Aug 11 (AFP) - The Council last spoke of the valley in resolution 2736 (2024).\n\n" + BODY,
        "2024-08-11",
        "dateline",
    ),
    ("Published: 3 June 2023, 14:05\n\nOrsava cut off\n\n" + BODY, "2023-06-03", "dateline"),
    ("Date: 03.06.2023\n\nOrsava cut off\n\n" + BODY, "2023-06-03", "dateline"),
    ("NEWSLETTER\n\nSeptember 29, 2023\n\nCoalition writes\n\nSeptember 28, 2023\n\n" + BODY, "2023-09-29", "dateline"),
    (BODY + "\nThe Speaker of the Orsava Assembly\nKarsk, 2 February 2023", "2023-02-02", "stated"),
    (BODY + "\n2 February 2023", "2023-02-02", "stated"),
]


@pytest.mark.parametrize(("content", "expected", "basis"), HEADS)
def test_a_document_is_dated_by_its_head_or_foot(content, expected, basis):
    assert date(content) == (expected, basis)


def test_a_person_outweighs_the_head():
    assert date(HEADS[0][0], given="2023-07-20") == ("2023-07-20", "given")


def test_the_container_dates_what_says_nothing_itself():
    assert date("We appeal to all.", (("published", "2023-02-03T10:00:00Z"),)) == ("2023-02-03", "container")


def test_the_container_gives_a_dateline_its_year():
    assert date("KARSK, 28 December – We appeal to all.", (("date", "2023-01-02"),)) == ("2022-12-28", "dateline")


UNDATED = [
    (
        "We appeal to all. The siege began on 12 December 2022. For almost eight months now nothing has come in.",
        "2023-08~",
    ),
    ("Since 3 March 2021 the road has been shut. For three weeks now we have lived on grain.", "2021-03-24~"),
    ("It is the 45th day. The town was cut off on 1 June 2021 and is in its 45th day of siege.", "2021-07-15~"),
    ("The siege has been going on for more than two months since 10 January 2020.", "2020-03~"),
    ("The post was set up on 23 April 2021. On 15 June 2021 the road was shut. We appeal to all.", "2021-06-15/.."),
    ("We appeal to all. The people of Orsava have lived through three wars.", None),
]


@pytest.mark.parametrize(("content", "expected"), UNDATED)
def test_an_undated_document_is_dated_by_its_own_words(content, expected):
    assert date(content) == (expected, "inferred" if expected else None)


def test_what_goes_on_is_laid_on_the_day_that_most_lengths_agree_with():
    content = (
        "It began on December 12, 2022, and a post was set up on April 23, 2023. On June 15, Ardesh sealed the road. "
        "For almost eight months now, Orsava has been cut off. For about two months now, no food has come in."
    )
    laid = draft(content)
    found = issued.find(laid, times.mentions(laid), None)
    words = [content[start:end] for start, end in found.evidence]
    assert found.edtf == "2023-08~"
    assert words == [
        "December 12, 2022",
        "June 15",
        "For almost eight months now, Orsava has been cut off.",
        "For about two months now, no food has come in.",
    ]


def test_words_that_disagree_leave_the_date_doubtful():
    content = (
        "It began on 12 December 2022. For almost eight months now Orsava has been cut off. "
        "For three years now no food has come in. For ten days now there has been no water."
    )
    assert date(content)[0] in ("2023-08%", "2023-08~%", "2022-12-22%", "2025%")


def test_a_dateline_without_any_year_in_the_text_dates_nothing():
    assert date("KARSK, 28 December – We appeal to all.") == (None, None)


def test_a_year_that_is_only_bounded_is_doubtful():
    assert date("KARSK, 28 December – After the war of 2020 we appeal to all.")[0] == "2020-12-28?"


OTHER_PLACES = [
    ("Orsava Brief | The week in view\n19 – 25 August 2023\n\nVELTRIA. The mission left on Tuesday.\n", "2023-08-25"),
    ("Open the road\n\nStarted 3 June 2023 by the Issel Youth Council\n\nWe, the undersigned, demand:\n", "2023-06-03"),
    ("THE LANTERN\nBulletin of the Issel League\nIssue 12, March 10, 2023\n\nIn this issue\n\n" + BODY, "2023-03-10"),
    (
        "Groups ask for an inquiry\n\nThe League wrote a letter dated May 1, 2023, which said nothing new about the road.\n\n"
        + BODY
        + "\nPublished in the Karsk Courier, May 3rd, 2023\n",
        "2023-05-03",
    ),
    (
        "KARSK, May 14 (Orsava News) – Shells hit the road. The war began on 15 April 2023; see resolution 2999 (2024).\n",
        "2024-05-14",
    ),
    ("Karsk, Tuesday, 14 May\n\nThe war began on 15 April 2022. The road is shut.\n", "2024-05-14"),
]


@pytest.mark.parametrize(("content", "expected"), OTHER_PLACES)
def test_a_masthead_a_foot_and_a_line_of_origin_date_a_document(content, expected):
    assert date(content)[0] == expected


def test_when_a_file_was_made_counts_only_where_its_words_give_no_date():
    assert date(BODY + "\nKarsk, 2 February 2023", (("created", "2025-01-01"),)) == ("2023-02-02", "stated")
    assert date("The Assembly met.\n", (("created", "2025-01-01"),)) == ("2025-01-01", "container")


def test_a_resolution_is_of_the_day_it_was_adopted_not_of_its_distribution():
    content = (
        "United Nations\n\nDistr.: General\n21 December 2023\n\nResolution adopted by the General Assembly on 14 December"
        " 2023\n\nThe General Assembly,\n\nRecalling its resolution 78/1,\n"
    )
    assert date(content) == ("2023-12-14", "header")


def test_a_wire_without_a_year_is_of_the_year_whose_weekday_its_first_sentence_tells():
    content = (
        "KARSK, Aug 20 (Orsava News) - Veltria and Ardesh traded blame on Tuesday.\n\nThe plant fell in March 2022.\n"
    )
    assert date(content)[0] == "2024-08-20"


def test_a_letter_after_its_number_and_a_text_after_its_adoption_are_dated():
    assert date("Orsava families abroad\nNo. 14 / 27 February 2024\n\nDear friends,\n\n" + BODY)[0] == "2024-02-27"
    content = (
        "Resolution 2518\nProvisional version\nText adopted by the Assembly on 12 October 2023 (22nd sitting)\n\n"
        + BODY
    )
    assert date(content)[0] == "2023-10-12"


def test_a_page_may_set_its_day_before_the_names_of_its_sections():
    page = "Boats still held on the far bank\n\nMay 10, 2031 All News, Policy on Karsk, Boats and Aid\n\nThe ferry has been shut for a week."
    assert date(page)[0] == "2031-05-10"
