# SPDX-License-Identifier: Apache-2.0
"""Corresponding: answers without a word of the ask, in papers of who was asked and of others; on invented papers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.linking.answered import taken_in
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.correspondences import Correspondences
from tocsin.linking.deeds import deeds_by
from tocsin.linking.proposing import proposals, weighed
from tocsin.records.findings import Party

LETTER = """\
Open letter of the Orsava Assembly to the Government of Ardesh

2 March 2025

The snow has closed the valley of Karsk.

We urge the Government of Ardesh {ask}.
"""

PAPER = """\
{head}

Ardan, {day} March 2025

{words}
"""

NEWS = """\
Snow melts in Karsk

KARSK, 20 March 2025 (Karsk Press) – {words}
"""


def proposed(reader, *texts):
    ledger = MemoryLedger()
    for number, text in enumerate(texts):
        taken_in(ledger, reader, f"{number}.txt", text)
    return proposals(ledger, reader.catalogue, Query())


def own(reader, ask, words, *, head="Ministry of Foreign Affairs of Ardesh", day="6"):
    return proposed(reader, LETTER.format(ask=ask), PAPER.format(head=head, day=day, words=words))


WITHOUT_A_WORD = [
    ("to free the teachers arrested in Karsk", "A classroom is no shield against the penal code.", "refused"),
    (
        "to free the teachers arrested in Karsk",
        "Our courts are independent, and the trial will run its course.",
        "refused",
    ),
    ("to free the teachers arrested in Karsk", "Nobody in that prison is above the law.", "refused"),
    (
        "to return the trawlers taken off Dolen",
        "The vessels remain at the quay until the fine has been paid.",
        "refused",
    ),
    ("to bear the costs of rebuilding the Issel bridge", "We would need from you the invoices first.", "more-asked"),
    ("to lift its siege of Karsk", "There has been much talk of a siege. There is none.", "contested"),
    ("to raise the wages of the miners of Karsk", "A pit that loses money on every tonne cannot pay more.", "refused"),
    (
        "to end the night curfew in Karsk",
        "The hours after dusk belong to the army for as long as shops burn.",
        "refused",
    ),
    ("to suspend all drilling off Dolen", "The rigs stay where they are.", "refused"),
    ("to refrain from laying mines in the Issel", "Not one mine will be put into the water by us.", "accepted"),
    (
        "to keep its catch of cod below 9,000 tonnes",
        "Our boats will limit their catch of cod to 11,000 tonnes.",
        "partly",
    ),
    ("to release the 22 teachers", "Nine of the teachers went home on Tuesday.", "partly"),
]


@pytest.mark.parametrize(("ask", "words", "kind"), WITHOUT_A_WORD)
def test_a_paper_of_who_was_asked_answers_in_words_of_its_own(reader, ask, words, kind):
    (item,) = own(reader, ask, words)
    assert item.reply == kind
    assert item.answer.answerer is not None
    assert not item.told_by
    assert len(item.reasons) > 2


OF_OTHER_THINGS = [
    ("to free the teachers arrested in Karsk", "The Ministry has restored the theatre of Ardan."),
    ("to open the Tamar corridor to lorries", "The people of Ardesh mourn with their neighbours in the valley."),
    ("to open the port of Dolen", "Ardesh has decided to open a school for pilots."),
    ("to grant a loan of 20 million to Karsk", "A loan of 12 million was granted to Lumara for its roads."),
    ("to send an envoy to Karsk", "The navy rescued six men off Dolen on Sunday."),
]
FAINTLY = [
    ("to send an envoy to Karsk", "Ambassador Vell leaves for the valley on Monday."),
    ("to disclose where the poet is being held", "He is in the prison of Ardan."),
    ("to resume the daily exchange of hydrological data", "Gauge readings will go out again every morning."),
]


@pytest.mark.parametrize(("ask", "words"), OF_OTHER_THINGS)
def test_what_the_same_office_says_of_other_things_answers_nothing(reader, ask, words):
    assert own(reader, ask, words) == ()


def test_what_answers_faintly_is_likelier_than_what_is_of_other_things(reader):
    def likeliest(ask, words):
        ledger = MemoryLedger()
        head = "Ministry of Foreign Affairs of Ardesh"
        for name, text in (("a", LETTER.format(ask=ask)), ("b", PAPER.format(head=head, day="6", words=words))):
            taken_in(ledger, reader, name, text)
        found = weighed(ledger, reader.catalogue, Query())
        return max((pair.weighed.score for _held, pair in found), default=0.0)

    assert min(likeliest(*row) for row in FAINTLY) > max(likeliest(*row) for row in OF_OTHER_THINGS)


@pytest.mark.parametrize(
    "head",
    [
        "Ministry of Justice of Ardesh",
        "Ardesh Armed Forces",
        "State House\n\nStatement by the Press Secretary to the President of Ardesh",
        "Permanent Mission of Ardesh to the Northern Union",
        "Royal Government of Ardesh",
    ],
)
def test_an_office_at_the_head_of_a_paper_speaks_for_its_state(reader, head):
    (item,) = own(reader, "to suspend all drilling off Dolen", "The rigs stay where they are.", head=head)
    assert item.reply == "refused"


def test_a_paper_long_after_that_names_nothing_of_the_asking_one_is_no_answer(reader):
    text = PAPER.format(head="Ministry of Energy of Ardesh", day="9", words="The rigs stay where they are.")
    late = text.replace("2025", "2027")
    assert proposed(reader, LETTER.format(ask="to suspend all drilling off Dolen"), late) == ()


def test_a_paper_that_only_says_that_it_was_read_answers_all_that_was_asked(reader):
    asking = LETTER.format(ask="to suspend all drilling off Dolen") + (
        "\nWe call on the Government of Ardesh to release the poet.\n"
    )
    words = "We have read the text adopted in Karsk with interest."
    found = proposed(reader, asking, PAPER.format(head="Ministry of Foreign Affairs of Ardesh", day="6", words=words))
    assert [item.reply for item in found] == ["token", "token"]


def test_the_number_of_an_ask_tells_which_is_answered(reader):
    asking = """\
Resolution 14 (2025) adopted by the Assembly of the Northern Union

4 March 2025

1. Calls upon Ardesh to hand over Colonel Vann;

2. Calls upon Ardesh to protect the monasteries of Karsk.
"""
    words = "As regards paragraph 1 of resolution 14 (2025), Ardesh is of the view that it would reward slander."
    (item,) = proposed(reader, asking, PAPER.format(head="Ministry of Justice of Ardesh", day="6", words=words))
    assert item.reply == "refused"
    assert any("number 1" in reason for reason in item.reasons)


def test_a_question_at_a_briefing_tells_what_its_answer_is_about(reader):
    words = (
        "Question: Will the delegates be let into the Karsk barracks?\n\nGeneral Vann: Visitors have no business there."
    )
    (item,) = own(reader, "to grant its delegates access to the Karsk barracks", words)
    assert item.reply == "refused"


def test_a_paper_of_others_tells_in_words_of_its_own_what_came_about(reader):
    ask = "to reopen the ferry from Dolen to Karsk"
    words = "The first ferry from Dolen reached Karsk on Saturday with forty passengers."
    (item,) = proposed(reader, LETTER.format(ask=ask), NEWS.format(words=words))
    assert (item.reply, item.answer.answerer) == ("done", None)
    assert [party.name for party in item.told_by] == ["Karsk Press"]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("to lift its blockade of the port of Dolen", "The port of Lumara has reopened to tankers."),
        ("to return the trawlers Frida and Lys", "Lumara got back the trawler Issa on Saturday."),
        ("to free the editor Samo Odel", "A court in Lumara freed the photographer Ivo Tann on Saturday."),
    ],
)
def test_the_like_of_what_was_asked_elsewhere_is_no_answer(reader, ask, words):
    assert proposed(reader, LETTER.format(ask=ask), NEWS.format(words=words)) == ()


def test_what_was_asked_of_the_authorities_of_a_state_is_answered_by_its_ministry(reader):
    asking = LETTER.replace("We urge the Government of Ardesh", "We urge the authorities of Ardesh")
    reply = PAPER.format(head="Ministry of Justice of Ardesh", day="6", words="Our courts are independent.")
    (item,) = proposed(reader, asking.format(ask="to release the poet held in the prison of Karsk"), reply)
    assert item.reply == "refused"


def test_a_reply_without_a_day_answers_what_it_points_to(reader):
    reply = "Ministry of Energy of Ardesh\n\nIn reply to your letter of 2 March 2025\n\nThe rigs stay where they are.\n"
    (item,) = proposed(reader, LETTER.format(ask="to suspend all drilling off Dolen"), reply)
    assert (item.reply, item.certainty) == ("refused", "possible")


@pytest.mark.parametrize(("issuer", "kept"), [("relief-office", 0), ("un-ocha", 0), ("france", 1)])
def test_what_all_parties_are_asked_is_held_against_those_only_who_may_be_one(reader, issuer, kept):
    asked = SimpleNamespace(ask=SimpleNamespace(addressees=(Party(id="parties", name="all parties"),)))
    papers = {"paper": {"ask": asked}}
    held = Correspondences.__new__(Correspondences)
    held._catalogue = reader.catalogue
    held._leave_out(cast("Any", papers), cast("Any", SimpleNamespace(issuers=(Party(id=issuer, name=issuer),))))
    assert len(papers["paper"]) == kept


def test_to_meet_on_a_deed_asks_for_no_such_deed(reader):
    deeds = deeds_by(reader.catalogue)
    assert set(deeds.asked("to close the road")) == set(deeds.asked("the closure of the road")) == {"close"}
    assert set(deeds.asked("to meet on the closure of the road")) == {"convene"}
    assert deeds.asked("to adopt a resolution on the release of the crew") == {}


def test_when_something_is_to_be_done_is_no_question(reader):
    """What an ask says beside "when" is told by no day that a paper names."""

    def pieces(ask):
        ledger = MemoryLedger()
        text = PAPER.format(
            head="Ministry of Foreign Affairs of Ardesh", day="6", words="The bridge will be opened on 4 April."
        )
        taken_in(ledger, reader, "a", LETTER.format(ask=ask))
        taken_in(ledger, reader, "b", text)
        return [
            pair.weighed.pieces["tells what was asked"] for _held, pair in weighed(ledger, reader.catalogue, Query())
        ]

    assert set(pieces("to disclose when the bridge will be opened")) == {1.0}
    assert set(pieces("to open the bridge when the snow melts")) <= {0.0}
