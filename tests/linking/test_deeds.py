# SPDX-License-Identifier: Apache-2.0
"""Deeds: what was asked is told of in other words, by who was asked and by others; on the invented crisis."""

from __future__ import annotations

import pytest

from tests.linking.answered import taken_in
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.deeds import deeds_by
from tocsin.linking.proposing import proposals

LETTER = """\
Open letter of the Orsava Assembly to the Government of {whom}

2 March 2025

We urge the Government of {whom} {ask}.
"""

STATEMENT = """\
Statement of the Government of Ardesh

20 March 2025

{words}
"""

NEWS = """\
Karsk Press

KARSK, 20 March 2025 (Karsk Press) – {words}
"""


def told(reader, ask, reply, whom="Ardesh"):
    ledger = MemoryLedger()
    for number, text in enumerate((LETTER.format(whom=whom, ask=ask), reply)):
        taken_in(ledger, reader, f"{number}.txt", text)
    return proposals(ledger, reader.catalogue, Query())


OWN = [
    (
        "to send observers to the Tamar corridor",
        "A mission of six will travel to the Tamar corridor on 2 April.",
        "accepted",
    ),
    (
        "to send observers to the Tamar corridor",
        "A team of four observers will arrive in the Tamar corridor soon.",
        "accepted",
    ),
    ("to reopen the road to Karsk", "The road to Karsk will be opened on 4 April.", "accepted"),
    ("to reopen the road to Karsk", "Lorries may again use the road to Karsk from Monday.", "accepted"),
    ("to release the four drivers held in Karsk", "We have decided to release the drivers held in Karsk.", "accepted"),
    ("to allow relatives to visit the Karsk prison", "Permission to visit the Karsk prison has been granted.", "done"),
    ("to release the eleven teachers", "Four of the eleven teachers were released on Monday.", "partly"),
    (
        "to release the four drivers held in Karsk",
        "Ardesh has no plans to release the drivers held in Karsk.",
        "refused",
    ),
    ("to let ships with fuel into the port of Dolen", "No ship with fuel will enter the port of Dolen.", "refused"),
    ("to withdraw its troops from the schools of Karsk", "There are no troops in the schools of Karsk.", "contested"),
    ("to stop the shelling of Dolen", "Ardesh has never shelled Dolen.", "contested"),
    ("to agree to a humanitarian pause", "We agree to a truce of five days from Monday.", "accepted"),
    ("to let the patients of the Karsk clinic leave", "The patients of the clinic are free to leave.", "done"),
    ("to release water from the Issel dam", "The gates of the Issel dam will be raised in June.", "accepted"),
    ("to let engineers onto the Issel dam", "Your engineers are welcome at the Issel dam.", "accepted"),
    ("not to arrest protesters in Karsk", "No protester has been arrested in Karsk.", "contested"),
    ("to repeal article 301", "Article 301 was repealed on Friday.", "done"),
    ("to close the prison of Karsk", "The closure of the Karsk prison is not envisaged.", "refused"),
    ("to compensate the families of Dolen", "31 of the 48 families of Dolen have received compensation.", "partly"),
    ("to ensure detainees access to a lawyer", "The code guarantees every detainee access to a lawyer.", "done"),
]


@pytest.mark.parametrize(("ask", "words", "kind"), OWN)
def test_who_was_asked_tells_of_it_by_what_is_done_and_by_whom_no_party(reader, ask, words, kind):
    (item,) = told(reader, ask, STATEMENT.format(words=words))
    assert item.reply == kind
    assert item.answer.answerer is not None
    assert not item.told_by


OTHERS = [
    ("to reopen the Tamar corridor", "The first lorries with flour crossed the Tamar corridor on Tuesday.", "done"),
    ("to release the eleven teachers held in Karsk", "The eleven teachers walked free from Karsk on Tuesday.", "done"),
    (
        "to release the eleven teachers held in Karsk",
        "Five teachers walked free from Karsk on Tuesday. The others remain in custody.",
        "partly",
    ),
    ("to withdraw its troops from the schools of Karsk", "Soldiers left the schools of Karsk in March.", "done"),
    (
        "to withdraw its troops from the schools of Karsk",
        "Soldiers left one school in Karsk, but they still occupy two schools there.",
        "partly",
    ),
    (
        "to restore electricity to the hospital of Karsk",
        "Electricity was restored to the hospital of Karsk on Friday.",
        "done",
    ),
    ("to lift the curfew in Karsk", "The curfew in Karsk was lifted on Friday.", "done"),
    ("to release water from the Issel dam", "Water flowed from the Issel dam again on Friday.", "done"),
    ("to agree to a ceasefire", "A truce between Ardesh and the fighters took hold at dawn on Saturday.", "done"),
    (
        "to release the poet arrested in Dolen",
        "The poet arrested in Dolen in December walked free from prison.",
        "done",
    ),
]


@pytest.mark.parametrize(("ask", "words", "kind"), OTHERS)
def test_what_a_paper_tells_to_have_come_about_is_proposed_as_its_word(reader, ask, words, kind):
    (item,) = told(reader, ask, NEWS.format(words=words))
    assert item.reply == kind
    assert item.answer.answerer is None
    assert [party.name for party in item.told_by] == ["Karsk Press"]
    assert any(reason.startswith("it tells what came about") for reason in item.reasons)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("to reopen the Tamar corridor", "The Tamar corridor is thirty kilometres long."),
        ("to agree to a ceasefire", "A truce between Lumara and its rebels took hold at dawn on Saturday."),
        ("to ensure detainees access to a lawyer", "Of the detainees whom it interviewed, none had seen a lawyer."),
        ("to reopen the Tamar corridor", "No lorries crossed the Tamar corridor on Tuesday."),
        ("to reopen the Tamar corridor", "Lorries might cross the Tamar corridor if the snow melts."),
        ("to release the eleven teachers held in Karsk", "The fair of Karsk was opened on Tuesday by eleven teachers."),
        ("to lift the curfew in Karsk", "The President arrived in Karsk on Tuesday."),
    ],
)
def test_nothing_is_proposed_of_what_did_not_come_about_or_is_another_thing(reader, ask, words):
    assert told(reader, ask, NEWS.format(words=words)) == ()


def test_a_report_on_a_resolution_tells_what_came_of_it_and_a_reply_answers_its_paragraph(reader):
    ledger = MemoryLedger()
    asking = """\
Resolution 14 (2025) adopted by the Assembly of the Northern Union

4 April 2025

1. Calls upon Ardesh to hand over Colonel Vann to the Northern Court of Justice;

2. Calls upon Ardesh to reopen the Tamar corridor.
"""
    words = "Ardesh rejects paragraph 1 of resolution 14 (2025). Colonel Vann will be judged in Ardan."
    report = """\
Report of the Secretary-General of the Northern Union on the implementation of resolution 14 (2025)

2 July 2025

The Tamar corridor was reopened to lorries in June.
"""
    texts = (asking, STATEMENT.format(words=words).replace("20 March", "6 April"), report)
    for number, text in enumerate(texts):
        taken_in(ledger, reader, f"{number}.txt", text)
    found = {(item.answer.words.quote, item.reply) for item in proposals(ledger, reader.catalogue, Query())}
    assert found == {
        ("Ardesh rejects paragraph 1 of resolution 14 (2025).", "refused"),
        ("The Tamar corridor was reopened to lorries in June.", "done"),
    }


def test_the_government_in_a_paper_is_the_state_that_it_tells_of(reader):
    (item,) = told(
        reader,
        "to ratify the Convention on the Rights of the Child",
        NEWS.format(
            words="In Ardesh, the government would ratify the Convention on the Rights of the Child, a minister said."
        ),
    )
    assert item.reply == "accepted"
    assert item.answer.answerer is not None
    assert item.answer.answerer.id == "ardesh"


def test_no_reason_repeats_a_name_that_no_row_knows(reader):
    (item,) = told(
        reader,
        "to investigate the death of Samo Odel in custody",
        STATEMENT.format(words="Four officers were charged over the death of Samo Odel."),
    )
    assert not any("Samo" in reason or "Odel" in reason for reason in item.reasons)


def test_an_ask_names_its_doing_by_how_it_begins(reader):
    deeds = deeds_by(reader.catalogue)
    assert set(deeds.asked("to send a mission to the Tamar corridor")) == {"send"}
    assert set(deeds.asked("the immediate reopening of the corridor")) == {"open"}
    assert not deeds.asked("to respect the Issel Agreement")
    assert "release" in deeds.still("The others remain in custody.")
