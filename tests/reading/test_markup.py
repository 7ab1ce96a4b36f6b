# SPDX-License-Identifier: Apache-2.0
"""Marks of Markdown, HTML and site builders are read over; anchors lead to the text with its marks."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.markup import bare
from tocsin.reading.read import Reader
from tocsin.reading.views import view
from tocsin.records.findings import Ask, Citation, Passage, Time
from tocsin.records.ids import digest
from tocsin.records.texts import Text
from tocsin.sources import formats
from tocsin.sources.extracts import Extract

READER = Reader(load()[0])


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("We **urge** *Ardesh* to _open_ the road.", "We urge Ardesh to open the road."),
        ("**Roads: open them** at once", "Roads: open them at once"),
        ("**Ask one.** ** ** and **two **", "Ask one.   and two "),
        ("[the League](https://league.example/a_(b)) said", "the League said"),
        ('[the League](/a "Its page") said', "the League said"),
        ("was shut.[12](#notes) It", "was shut. It"),
        ("was shut.[^3] It", "was shut. It"),
        ("![A ferry](ferry.png) The ferry", " The ferry"),
        ("[![A ferry](ferry.png)](https://league.example) The", " The"),
        ("the <b>League</b>&rsquo;s <a href='x'>call</a>", "the League's call"),
        ("shut.<sup>4</sup> It", "shut. It"),
        ("one<br/>two", "one\ntwo"),
        ("<!-- a draft --><p>One</p><ul><li>two</li></ul>", "\n\nOne\n\n\n\n\n• two\n\n\n"),
        ("{% include head.html %}{{ site.name }}Karsk", "Karsk"),
        ('[caption id="a" width="5"]Karsk[/caption]', "Karsk"),
        (r"\#1 and \[sic\] and 2\. x", "#1 and [sic] and 2. x"),
        ("> ## The road", "> The road"),
        ("``Free them'' the League's ''doctors'' say", '"Free them" the League\'s "doctors" say'),
    ],
)
def test_marks_are_cut_out_of_the_view(marked: str, read: str) -> None:
    assert bare(view(marked)).content == read


@pytest.mark.parametrize(
    "plain",
    [
        "* open the road\n* lift the siege",
        "5 * 3 * 2 < 40 and 7 > 2",
        "Annex* and note*",
        "snake_case_name, A_B and _",
        "a [sic] (so it says) and [1] (2031)",
        "R&D; Karsk & Sons",
        "**",
        "Signed: ____________ on ______",
    ],
)
def test_what_only_looks_like_a_mark_stays(plain: str) -> None:
    assert bare(view(plain)).content == plain


def test_what_is_found_between_marks_is_anchored_with_them():
    content = "The **League** urges [the *Mayor* of Karsk](https://x.example) to __sign__ the Genocide **Convention**."
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = READER.read(text).findings
    asked = next(one for one in found if isinstance(one, Ask))
    assert asked.quote == "to __sign__ the Genocide **Convention**."
    assert [party.name for party in asked.addressees] == ["Mayor of Karsk"]
    cited = next(one for one in found if isinstance(one, Citation))
    assert cited.quote == "the Genocide **Convention"


def test_front_matter_gives_a_card_and_nothing_to_the_text():
    content = (
        "---\nauthor: ferryman\ndate: 2031-03-03 09:54:35+00:00\n"
        'title: "Ferries of Karsk call for a road\\\n  \\ before winter"\ntags:\n- Release\nevent: 2031-04-05\n---\n\n'
        "The road was shut on 1 March 2031, and bread is short in every village of the valley below the dam.\n"
    )
    extract = formats.read(content.encode(), "a.txt")
    assert isinstance(extract, Extract)
    reading = READER.read(extract.text)
    assert reading.card.title == "Ferries of Karsk call for a road before winter"
    assert reading.card.issued == "2031-03-03"
    roles = [(one.role, one.start) for one in reading.findings if isinstance(one, Passage)]
    assert [role for role, start in roles if start < content.index("The road was")].count("boilerplate") == len(
        roles
    ) - 2
    assert {one.quote for one in reading.findings if isinstance(one, Time)} == {"1 March 2031"}


@pytest.mark.parametrize("opened", ["**a ", "*a ", "[a](", "<!-- a ", "<script> ", "''a "])
def test_marks_that_never_close_take_no_time_that_grows_with_its_square(opened: str) -> None:
    assert bare(view(opened * 4000)).content
