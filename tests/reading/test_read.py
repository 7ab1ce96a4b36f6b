# SPDX-License-Identifier: Apache-2.0
"""Reading keeps its promises whatever the text: quotes stand, order is fixed, nothing is guessed from outside."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader, Reading
from tocsin.records.findings import Ask, Card, Citation, Finding, Passage, Time
from tocsin.records.ids import digest
from tocsin.records.lines import from_json, to_json
from tocsin.records.texts import Text

PHRASES = (
    "We urge the Government of Ardesh to reopen the Tamar corridor by 1 March 2025.",
    "To the European Union",
    "• impose sanctions on those responsible;",
    "On 12 December 2022 forces of Veltria closed the road, killing at least 12 civilians.",
    "Recalling its resolution 547 (1984) and Article 33 of the Charter of the United Nations,",
    "99.1. Ratify the Convention against Torture (Spain, Viet Nam);",
    "The population is on the brink of famine.",
    "Leave a Reply",
    "“We appeal to all States to act,” the letter reads.",
)
STRANGE = (
    "İ",
    "ﬁ",
    "e\u0301",
    "\u202e",
    "👩‍👩‍👧",
    "\u00a0",
    "\u0430",
    "\r\n",
    "\t",
    "عاجل",
    "\ufeff",
    "ß",
    "\u2028",
    "⟦",
    "\x00",
)
READER = Reader(load()[0])

texts = st.lists(st.one_of(st.sampled_from(PHRASES), st.sampled_from(STRANGE), st.text(max_size=8)), max_size=14).map(
    "\n".join
)


def read(content: str) -> Reading:
    held = Text(
        document=digest(content.encode("utf-8", "surrogatepass")),
        version="plain/1",
        media_type="text/plain",
        content=content,
    )
    return READER.read(held)


@settings(max_examples=120, deadline=None)
@given(texts)
def test_every_quote_stands_at_its_anchor(content):
    reading = read(content)
    for finding in reading.findings:
        assert 0 <= finding.start < finding.end <= len(content)
        assert content[finding.start : finding.end] == finding.quote
    for start, end in reading.card.evidence:
        assert 0 <= start < end <= len(content)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_reading_twice_gives_the_same(content):
    assert read(content) == read(content)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_a_finding_survives_its_line(content):
    reading = read(content)
    records: tuple[Card | Finding, ...] = (reading.card, *reading.findings)
    for record in records:
        assert from_json(json.loads(json.dumps(to_json(record)))) == record


def test_look_alike_letters_and_no_break_spaces_do_not_hide_an_ask():
    plain = "We urge the Government of France to release the detainees."
    strange = plain.replace("o", "о", 1).replace(" ", "\u00a0")
    assert [finding.kind for finding in read(plain).findings] == [finding.kind for finding in read(strange).findings]


WRAPPED = (
    "Whereas the lawful return of the people of Issel, in accordance with the decisions",
    "of the Assembly and of the Council, and as set out in Security Council Resolution",
    "2254, adopted on December 18, 2015, was refused by the Government of Ardesh in the",
    "spring, and no road was opened, the Senate calls upon the United Nations Security",
    "Council to open the road before the winter sets in.",
)


@pytest.mark.parametrize("wrap", ["\n", " \n            ", "\r\n", "\n     "])
def test_names_are_found_over_a_wrap_whatever_stands_at_it(wrap: str) -> None:
    content = wrap.join(WRAPPED)
    found = read(content).findings
    cited = next(one for one in found if isinstance(one, Citation))
    assert (cited.instrument, cited.quote) == (
        "S/RES/2254(2015)",
        f"Security Council Resolution{wrap}2254, adopted on December 18, 2015",
    )
    asked = next(one for one in found if isinstance(one, Ask))
    assert asked.quote == "to open the road before the winter sets in."
    assert [party.id for party in asked.addressees] == ["un-security-council"]


@pytest.mark.parametrize(
    "turn",
    [
        "\n\n12\n\n",
        "\n\n- 12 -\n\n",
        "\n                    Page 3 of 9\n\n",
        "\n\n3\n\nReport of the Issel Mission, June 2031\n\n",
    ],
)
def test_a_sentence_goes_on_over_the_turn_of_a_page(turn: str) -> None:
    content = f"""\
The mission spoke to the ferrymen and to the families of those who were taken
from the boats. It asks the Government of Ardesh to release, by 12 December{turn}2031 at the latest, the
forty ferrymen who have been held without charge since the first of May, and to tell their families where they are kept.
"""
    found = read(content).findings
    asked = next(one for one in found if isinstance(one, Ask))
    assert asked.quote.startswith("to release, by")
    assert asked.quote.endswith("where they are kept.")
    assert "2031-12-12" in {one.edtf for one in found if isinstance(one, Time)}
    roles = [(one.role, one.quote) for one in found if isinstance(one, Passage)]
    assert {words for role, words in roles if role == "boilerplate"} == {
        line.strip() for line in turn.split("\n") if line.strip()
    }
    assert all("12\n" not in words for _role, words in roles)
    assert read(content).findings == tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind, one.by)))


def test_a_heading_below_a_pages_number_stays_a_heading():
    content = (
        "The mission spoke to the ferrymen of the valley in the spring.\n\n12\n\nWhat we ask\n\nThe road should open.\n"
    )
    assert [one.role for one in read(content).findings if isinstance(one, Passage)][-2:] in (
        ["heading", "body"],
        ["title", "body"],
    )


def test_words_cut_at_the_margin_and_lines_filled_up_to_it_are_whole():
    content = """\
The  League  of   Ferrymen  asks  the  United  Nations   Security  Coun-
cil  to  send  observers  to  the  cease-
fire  line  and  to  the  ferry  land-
ings   of   Karsk   before   20   June  2031,  as   Ban   Ki-
Lang  proposed  it  in  the  spring.
"""
    found = read(content).findings
    asked = next(one for one in found if isinstance(one, Ask))
    assert [party.id for party in asked.addressees] == ["un-security-council"]
    assert "2031-06-20" in {one.edtf for one in found if isinstance(one, Time)}
