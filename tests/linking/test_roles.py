# SPDX-License-Identifier: Apache-2.0
"""Roles: who is addressed and who answers is told by the offices that people held on the day, both ways."""

from __future__ import annotations

from tests.linking.answered import taken_in
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.proposing import proposals
from tocsin.linking.standing_asks import standing_asks

ASK = """\
Open letter of the Orsava Assembly

{day}

We urge {who} to remove the checkpoint on the Issel bridge.
"""
REPLY = """\
Statement of the press office

{day}

{who} said that the checkpoint on the Issel bridge will not be removed.
"""
NEWS = """\
Karsk Press

{day}

{who} rejected the call to remove the checkpoint on the Issel bridge.
"""


def held(reader, *texts):
    ledger = MemoryLedger()
    for number, text in enumerate(texts):
        taken_in(ledger, reader, f"{number}.txt", text)
    return ledger


def test_a_president_asked_by_name_is_her_state_while_she_is_in_office(reader):
    ledger = held(
        reader,
        ASK.format(day="2 March 2023", who="Ardesh"),
        ASK.format(day="9 April 2023", who="President Maren Oskal"),
    )
    (found,) = standing_asks(ledger, reader.catalogue, Query())
    assert found.made == 2
    assert found.makings[1].then == ("Maren Oskal: then President of Ardesh",)


def test_asked_before_she_was_in_office_she_is_herself(reader):
    ledger = held(
        reader,
        ASK.format(day="2 March 2019", who="Ardesh"),
        ASK.format(day="9 April 2019", who="Maren Oskal"),
    )
    assert [item.made for item in standing_asks(ledger, reader.catalogue, Query())] == [1, 1]


def test_an_office_shows_who_held_it_when_it_was_asked(reader):
    ledger = held(reader, ASK.format(day="2 March 2023", who="the Secretary-General of the Northern Union"))
    (found,) = standing_asks(ledger, reader.catalogue, Query())
    (says,) = found.first.then
    assert says.endswith("then Ilse Aren")


def answerers(reader, asked, day, who):
    ledger = held(reader, ASK.format(day="2 March 2023", who=asked), NEWS.format(day=day, who=who))
    return [item.answer.answerer.id for item in proposals(ledger, reader.catalogue, Query()) if item.answer.answerer]


def test_what_a_president_says_in_office_answers_for_her_state(reader):
    assert answerers(reader, "Ardesh", "9 April 2023", "President Maren Oskal") == ["ardesh"]


def test_what_a_former_holder_says_answers_for_no_office(reader):
    office = "the Secretary-General of the Northern Union"
    assert answerers(reader, office, "9 April 2024", "Ilse Aren") == ["northern-union-secretary-general"]
    assert answerers(reader, office, "9 April 2025", "Ilse Aren") == []


def test_a_successor_answers_what_the_office_was_asked_before(reader):
    office = "the Secretary-General of the Northern Union"
    assert answerers(reader, office, "9 April 2025", "Joren Mact") == ["northern-union-secretary-general"]
