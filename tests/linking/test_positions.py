# SPDX-License-Identifier: Apache-2.0
"""On a topic: what each party asks, accepts and rejects, all alike, each line with who says so and the law beside."""

from __future__ import annotations

import pytest

from tests.linking.shelves import claim, party, shelf_read, shelve
from tocsin.ledger.queries import Query
from tocsin.linking import answers
from tocsin.linking.answers import Answer
from tocsin.linking.positions import Topic, positions
from tocsin.records.anchors import Anchor
from tocsin.records.bounds import bounds
from tocsin.records.entries import actor_id
from tocsin.records.findings import Ask, Party

VELTRIA = """\
Statement by the Ministry of Foreign Affairs of Veltria

20 March 2025

Veltria demands that Ardesh reopen the Tamar corridor, as the Charter of the United Nations requires.
"""
ARDESH = """\
Statement of the Ministry of Foreign Affairs of Ardesh

1 April 2025

Ardesh calls on Veltria to withdraw its troops from the Tamar corridor.
"""


@pytest.fixture
def ledger(reader):
    return shelf_read(reader, VELTRIA, ARDESH)


def on(ledger, catalogue, topic, query=None):
    return {item.party.id: item for item in positions(ledger, catalogue, query or Query(), topic)}


def test_each_party_has_its_own_lines_with_the_law_beside(ledger, catalogue):
    found = on(ledger, catalogue, Topic(words="the Tamar corridor"))
    assert list(found) == ["ardesh", "veltria"]
    assert [line.stance for item in found.values() for line in item.lines] == ["asks", "asks"]
    (line,) = found["veltria"].lines
    assert line.law == ("un-charter",)
    assert [one.id for one in line.of] == ["ardesh"]
    assert found["veltria"].counts == (("asks", 1, 1),)


def test_a_topic_is_words_a_kind_of_ask_an_instrument_or_a_place(ledger, catalogue):
    assert list(on(ledger, catalogue, Topic(asks_for="withdrawal"))) == ["ardesh"]
    assert list(on(ledger, catalogue, Topic(instruments=frozenset({"un-charter"})))) == ["veltria"]
    assert list(on(ledger, catalogue, Topic(places=frozenset({"tamar-corridor"})))) == ["ardesh", "veltria"]
    assert not on(ledger, catalogue, Topic(words="vaccination"))


def test_positions_are_known_from_the_day_they_were_published(ledger, catalogue):
    day = bounds("2025-03-25")
    assert day is not None
    query = Query(published_by=day.latest)
    assert list(on(ledger, catalogue, Topic(), query)) == ["veltria"]


def test_an_answer_that_a_person_entered_is_the_answerers_position(ledger, catalogue):
    row = on(ledger, catalogue, Topic(words="reopen the corridor"))["veltria"].lines[0]
    words = Anchor(document=row.shelved.document, version="plain/1", start=0, end=9, quote="Statement")
    for response, stance in (("pledged", "accepts"), ("countered", "rejects"), ("more-information", "answers")):
        answer = Answer(ask=row.finding, words=words, response=response, answerer=party("ardesh"))
        answers.record(ledger, answer, handle="lia")
        lines = on(ledger, catalogue, Topic(words="reopen the corridor"))["ardesh"].lines
        assert stance in {line.stance for line in lines if line.how == response}


def test_a_listed_recommendation_is_what_the_state_accepts_or_notes(ledger, catalogue):
    text = "Ratify the treaty. Abolish the tax."
    asks = [
        Ask(start=0, end=18, quote=text[:18], by="t", force="recommend", status="accepted", askers=(party("lumara"),)),
        Ask(start=19, end=35, quote=text[19:], by="t", force="recommend", status="noted", askers=(party("lumara"),)),
    ]
    asks = [Ask(**{name: getattr(ask, name) for name in _MEMBERS} | {"addressees": (party("ardesh"),)}) for ask in asks]
    shelve(ledger, text, *asks, issuer="northern-union")
    found = on(ledger, catalogue, Topic())
    lines = [(line.stance, [one.id for one in line.told_by]) for line in found["ardesh"].lines if line.told_by]
    assert lines == [("accepts", ["northern-union"]), ("notes", ["northern-union"])]


_MEMBERS = ("start", "end", "quote", "by", "force", "status", "askers")


def test_what_another_says_of_a_party_names_who_says_so(ledger, catalogue):
    text = "Ardesh refused the offer. Ardesh denies that it closed the road."
    refused = claim(text, "refused the offer", "refusal", by="ardesh", says="karsk-press")
    denied = claim(text, "closed the road", "blockade", by="ardesh", says="ardesh")
    denied = type(denied)(**{name: getattr(denied, name) for name in _CLAIM} | {"mode": "denied"})
    shelve(ledger, text, refused, denied, issuer="karsk-press")
    lines = on(ledger, catalogue, Topic())["ardesh"].lines
    rejected = [(line.how, [one.id for one in line.told_by]) for line in lines if line.stance == "rejects"]
    assert sorted(rejected) == [("denies", []), ("refused", ["karsk-press"])]


_CLAIM = ("start", "end", "quote", "by", "act", "when", "actors", "targets", "places", "speakers", "quantities")


def test_an_answer_quoted_in_anothers_paper_is_the_answerers_voice(ledger, catalogue):
    row = on(ledger, catalogue, Topic(words="reopen the corridor"))["veltria"].lines[0]
    text = "The Foreign Ministry of Ardesh said that it would reopen the Tamar corridor by May."
    speaker = (Party(id="ardesh", name="the Foreign Ministry of Ardesh"),)
    quoted = claim(text, "it would reopen the Tamar corridor", "agreement", by="ardesh", speakers=speaker)
    paper = shelve(ledger, text, quoted, issuer="karsk-press")
    start = text.index("would reopen")
    words = Anchor(document=paper, version="plain/1", start=start, end=start + 12, quote="would reopen")
    answer = Answer(ask=row.finding, words=words, response="pledged", answerer=party("ardesh"))
    answers.record(ledger, answer, handle="lia")
    lines = on(ledger, catalogue, Topic(words="reopen the corridor"))["ardesh"].lines
    assert {line.voice for line in lines if line.how == "pledged"} == {actor_id("ardesh")}
