# SPDX-License-Identifier: Apache-2.0
"""The same thing asked again: one standing ask with its story, by the clocks, outweighed by what people say."""

from __future__ import annotations

import pytest

from tests.linking.shelves import shelf_read
from tocsin.ledger import recording
from tocsin.ledger.queries import Query
from tocsin.linking import answers, identities, ties
from tocsin.linking import standing_asks as standing
from tocsin.linking.answers import Answer
from tocsin.linking.asked_matters import asked_matters
from tocsin.linking.standing_asks import Choice, by_finding, chosen, derived, standing_asks
from tocsin.records.anchors import Anchor
from tocsin.records.bounds import bounds

FIRST = """\
Appeal of the Orsava Assembly

2 March 2025

We urge the Northern Union to send monitors to the Tamar corridor.
We call on the Government of Ardesh to reopen the Tamar corridor.
"""
SECOND = """\
Statement by the Ministry of Foreign Affairs of Veltria

20 March 2025

Veltria demands that the Northern Union deploy monitors along the Tamar corridor without delay.
Veltria calls on the Government of Ardesh to pay compensation to the families of Karsk.
"""
THIRD = """\
Statement of the Ministry of Foreign Affairs of Ardesh

1 April 2025

Ardesh calls on Veltria to withdraw its troops from Dolen.
Ardesh calls on the Northern Union not to send monitors to the Tamar corridor.
"""


@pytest.fixture
def ledger(reader):
    return shelf_read(reader, FIRST, SECOND, THIRD)


def of(ledger, catalogue, query=None):
    """Give the standing asks by their first words."""
    return {item.first.ask.quote: item for item in standing_asks(ledger, catalogue, query or Query())}


def monitors(ledger, catalogue, query=None):
    return next(item for words, item in of(ledger, catalogue, query).items() if words.startswith("to send monitors"))


def test_the_same_asked_of_the_same_body_twice_is_one_with_its_story(ledger, catalogue):
    item = monitors(ledger, catalogue)
    assert [making.row.shelved.issued for making in item.makings] == ["2025-03-02", "2025-03-20"]
    assert item.forces == (("2025-03-02", "urge"), ("2025-03-20", "demand"))
    assert [party.id for party in item.addressees] == ["northern-union"]
    assert [party.id for party in item.askers] == ["orsava-assembly", "veltria"]
    assert (item.documents, item.voices, item.unconfirmed, item.answered) == (2, 2, 2, 0)
    assert item.makings[1].why
    assert item.to_json()["made"] == 2


def test_the_contrary_and_what_is_asked_of_others_stand_apart(ledger, catalogue):
    found = of(ledger, catalogue)
    assert len(found) == 5
    assert sum(len(item.makings) > 1 for item in found.values()) == 1


def test_what_is_recorded_while_asks_are_grouped_disturbs_nothing(ledger, catalogue, monkeypatch):
    row = monitors(ledger, catalogue).first.row
    later = Query(published_by=row.shelved.published.latest)
    read = asked_matters

    def between(*given):
        recording.judge(ledger, row.row.finding, "reject", recording.Judging(handle="lia", reason="a slip"))
        return read(*given)

    monkeypatch.setattr(standing, "asked_matters", between)
    assert row.row.finding in {item.first.row.row.finding for item in standing_asks(ledger, catalogue, later)}
    monkeypatch.undo()
    assert row.row.finding not in {item.first.row.row.finding for item in standing_asks(ledger, catalogue, later)}


def test_a_standing_ask_is_known_from_the_day_it_was_made(ledger, catalogue):
    day = bounds("2025-03-10")
    assert day is not None
    (making,) = monitors(ledger, catalogue, Query(published_by=day.latest)).makings
    assert making.ask.force == "urge"


def test_its_id_stays_when_it_is_made_again(ledger, catalogue):
    day = bounds("2025-03-10")
    assert day is not None
    early = monitors(ledger, catalogue, Query(published_by=day.latest))
    assert early.id == monitors(ledger, catalogue).id


def test_a_person_parts_and_joins_and_undoes(ledger, catalogue):
    item = monitors(ledger, catalogue)
    first, second = (making.row.row.finding for making in item.makings)
    entry = ties.record(ledger, second, first, same=False, handle="lia", reason="another road")
    assert len(monitors(ledger, catalogue).makings) == 1
    recording.retract(ledger, entry.id, handle="lia", reason="a slip")
    assert len(monitors(ledger, catalogue).makings) == 2
    other = next(item for words, item in of(ledger, catalogue).items() if "compensation" in words)
    ties.record(ledger, first, other.first.row.row.finding, same=True, handle="lia", reason="one campaign")
    joined = monitors(ledger, catalogue)
    assert len(joined.makings) == 3
    assert any("lia says that it is the same: one campaign" in making.why for making in joined.makings)


def test_addressees_that_people_hold_for_one_are_one(reader, catalogue):
    again = FIRST.replace("2 March", "9 March").replace("the Northern Union", "the Karsk Relief Board")
    ledger = shelf_read(reader, FIRST, again)
    assert len(monitors(ledger, catalogue).makings) == 1
    board = next(
        party.id
        for item in standing_asks(ledger, catalogue, Query())
        for party in item.addressees
        if "Relief Board" in party.name
    )
    identities.record(ledger, board, "northern-union", same=True, handle="lia", reason="renamed")
    assert len(monitors(ledger, catalogue).makings) == 2


def test_an_answer_to_one_making_is_told(ledger, catalogue):
    item = monitors(ledger, catalogue)
    row = item.first.row
    words = Anchor(document=row.shelved.document, version="plain/1", start=0, end=6, quote="Appeal")
    answers.record(ledger, Answer(ask=row.row.finding, words=words, response="pledged"), handle="lia")
    found = standing_asks(ledger, catalogue, Query())
    assert monitors(ledger, catalogue).answered == 1
    assert item.id not in {left.id for left in chosen(found, unanswered=True)}


def test_it_is_chosen_by_whom_it_goes_to_and_who_makes_it(ledger, catalogue):
    found = standing_asks(ledger, catalogue, Query())
    assert len(chosen(found, to={"ardesh"})) == 2
    assert {party.id for item in chosen(found, by={"ardesh"}) for party in item.askers} == {"ardesh"}


def test_an_ask_told_again_counts_only_where_it_is_wanted(reader, catalogue):
    retold = (
        "Report\n\n5 May 2025\n\nIn March the Orsava Assembly urged the Northern Union to send monitors to Karsk.\n"
    )
    ledger = shelf_read(reader, retold)
    assert not standing_asks(ledger, catalogue, Query())
    assert len(standing_asks(ledger, catalogue, Query(), Choice(reported=True))) == 1


def test_an_ask_to_join_two_treaties_makes_two_standing_asks(reader, catalogue):
    text = "Statement of Veltria\n\n5 May 2025\n\nVeltria urges Ardesh to ratify the CRPD and the CEDAW.\n"
    ledger = shelf_read(reader, text)
    found = standing_asks(ledger, catalogue, Query())
    assert [making.among for item in found for making in item.makings] == [True, True]
    (finding,) = by_finding(found)
    assert len(by_finding(found)[finding]) == 2
    assert len({item.id for item in found}) == 2


def test_a_receipt_walks_down_to_each_making(ledger, catalogue):
    item = monitors(ledger, catalogue)
    (found,) = (one for one in derived(ledger, catalogue, Query()) if one.id == item.id)
    assert set(found.receipt().all_findings()) == {making.row.row.finding for making in item.makings}
    assert "number of times: 2; documents: 2; voices: 2" in found.receipt().says


def test_what_one_asker_repeats_in_one_document_is_one_making_at_both_places(reader, catalogue):
    repeated = """\
Report of the Northern Union on Ardesh

4 May 2025

Veltria called on the Government of Ardesh to reopen the Tamar corridor.
Lumara called on the Government of Ardesh to reopen the Tamar corridor.

Conclusions

Veltria calls on the Government of Ardesh to reopen the Tamar corridor without delay.
"""
    item = next(item for item in standing_asks(shelf_read(reader, repeated), catalogue, Query()) if item.made > 1)
    assert (item.made, len(item.makings)) == (2, 3)
    (first, also), (second, none) = item.told()
    assert [party.id for party in (*first.ask.askers, *second.ask.askers)] == ["veltria", "lumara"]
    assert [one.repeats for one in also] == [first.row.row.finding]
    assert none == ()
    assert item.to_json()["made"] == 2
    assert first.to_json(also)["also"] == [one.row.to_json() for one in also]
