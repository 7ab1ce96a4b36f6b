# SPDX-License-Identifier: Apache-2.0
"""Links by people in the room: answers to asks, what is one and what is not, and taking back, one by one or many."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import LETTER, told
from tests.web.test_seeing import ANSWER, SECOND
from tests.web.test_words import NAMED
from tocsin.ledger.queries import Query
from tocsin.linking.answers import answers
from tocsin.linking.standing_asks import standing_asks
from tocsin.linking.voices import voices
from tocsin.records.ids import Digest

ZERO = "0" * 64
WORDS = "has reopened the Tamar corridor on 1 June 2025"


@pytest.fixture
def told_of(person):
    """Three texts of three voices: the digests."""
    person.room.views.patience_seconds = 60
    return [person.read(text, f"{number}.txt") for number, text in enumerate((LETTER, SECOND, ANSWER))]


@pytest.fixture
def ask(person, told_of):  # noqa: ARG001 - what is in it
    """An ask of Ardesh: its id and what it says."""
    return next((name, held) for name, _, held in person.findings("ask") if "Ardesh" in str(held["addressees"]))


def span(words, text=ANSWER):
    start = text.index(words)
    return f"{start}:{start + len(words)}"


def entries(page):
    """Give the entries that a page offers to undo."""
    return re.findall(r'name="id" value="([0-9a-f]{64})"', page.text)


def entered(person):
    with person.room.at.open() as held:
        return [one.answer for one in answers(held)]


def test_words_are_recorded_as_an_answer_and_that_is_undone(person, told_of, ask):
    fields = {"ask": ask[0], "span": span(WORDS), "response": "favourable", "why": "it says so", "back": "/asks"}
    answer = person.post(f"/documents/{told_of[2]}/answers", fields)
    assert answer.headers["location"] == "/asks"
    (one,) = entered(person)
    assert one.words.quote == WORDS
    assert one.response == "favourable"
    assert one.answerer.id == "ardesh"
    page = person.get("/asks")
    assert "recorded as an answer" in told(page)
    entry = entries(page)[0]
    person.post("/undo", {"id": entry})
    assert entered(person) == []


def test_a_script_is_told_the_entry_of_an_answer(person, told_of, ask):
    fields = {"ask": ask[0], "span": span(WORDS), "response": "pledged"}
    made = person.post(f"/documents/{told_of[2]}/answers", fields, part=True)
    assert made.status_code == 201
    assert person.post("/undo", {"id": made.json()["entry"]}, part=True).json() == {"withdrawn": 1}


@pytest.mark.parametrize(
    "wrong",
    [
        {"response": "splendid"},
        {"response": ""},
        {"span": "5"},
        {"span": "10:5"},
        {"span": "0:999999"},
        {"when": "soon"},
        {"status": "burnt"},
        {"ask": ZERO},
        {"ask": "../x"},
    ],
)
def test_an_answer_that_is_at_fault_is_refused(person, told_of, ask, wrong):
    fields = {"ask": ask[0], "span": span(WORDS), "response": "favourable"} | wrong
    assert person.post(f"/documents/{told_of[2]}/answers", fields).status_code in {400, 404}
    assert entered(person) == []


def test_only_asks_are_answered(person, told_of):
    claim = person.findings("claim")[0][0]
    fields = {"ask": claim, "span": span(WORDS), "response": "favourable"}
    answer = person.post(f"/documents/{told_of[2]}/answers", fields)
    assert answer.status_code == 400
    assert "only asks are answered" in told(answer)


def test_the_asks_of_whoever_a_document_speaks_for_are_offered(person, told_of):
    page = person.get(f"/documents/{told_of[2]}/askables", X_Tocsin_Part="1")
    assert "<html" not in page.text
    offered = re.findall(r'name="ask" value="([0-9a-f]{64})"', page.text)
    asked = {name: held for name, _, held in person.findings("ask")}
    assert offered
    assert all("rdesh" in str(asked[name]["addressees"]) for name in offered)
    by_words = told(person.get(f"/documents/{told_of[2]}/askables?q=assessment+mission"))
    assert "an assessment mission" in by_words
    by_body = re.findall(
        r'name="ask" value="([0-9a-f]{64})"', person.get(f"/documents/{told_of[2]}/askables?q=UN").text
    )
    assert all("nited" in str(asked[name]["addressees"]) for name in by_body)
    assert "No ask has" in told(person.get(f"/documents/{told_of[2]}/askables?q=unicorn"))


def test_what_is_held_stands_on_every_page_until_it_is_let_go(person, ask):
    person.post("/held", {"id": ask[0], "back": "/asks"})
    for path in ("/documents", "/asks/standing", "/search"):
        assert f'data-id="{ask[0]}"' in person.get(path).text
    person.post("/held", {"do": "drop"})
    assert "data-id=" not in person.get("/documents").text


def test_what_is_held_tells_no_name_at_risk_whatever_is_shown(person):
    person.read(NAMED)
    person.post("/settings", {"names": "show"})
    name = next(name for name, _, held in person.findings("ask") if "Marrek" in str(held["quote"]))
    person.post("/held", {"id": name})
    strip = person.get("/documents").text.partition('<aside class="held"')[2].partition("</aside>")[0]
    assert "Marrek" not in strip
    assert "[name withheld]" in strip


def test_standing_asks_are_parted_and_put_together(person, told_of):  # noqa: ARG001
    def groups():
        with person.room.at.open() as held:
            found = standing_asks(held, person.room.at.catalogue, Query())
        return {frozenset(one.row.row.finding.removeprefix("sha256:") for one in item.makings) for item in found}

    many = next(group for group in groups() if len(group) > 1)
    first, second = sorted(many)[:2]
    story = person.get(f"/asks/standing?id={first}")
    assert "It asks something else" in told(story)
    person.post("/links", {"relation": "different", "first": first, "second": second, "back": "/asks/standing"})
    assert many not in groups()
    page = person.get("/asks/standing")
    assert "The two ask different things" in told(page)
    entry = entries(page)[0]
    person.post("/undo", {"id": entry})
    assert many in groups()


def test_texts_are_held_for_one_voice_and_for_two(person, told_of):
    one, other = told_of[:2]

    def same():
        with person.room.at.open() as held:
            found = voices(held, Query())
        return found.of(Digest(f"sha256:{one}")) == found.of(Digest(f"sha256:{other}"))

    assert not same()
    person.post("/held", {"id": one})
    assert "One text with the one held" in person.get(f"/documents/{other}").text
    person.post("/links", {"relation": "same", "first": other, "second": one, "why": "one letter"})
    assert same()
    assert "held for the same" in told(person.get("/voices"))
    person.post("/links", {"relation": "different", "first": other, "second": one})
    assert not same()


def test_two_things_of_different_kinds_are_never_one(person, told_of, ask):
    claim = person.findings("claim")[0][0]
    for first, second in ((ask[0], claim), (told_of[0], ask[0])):
        assert person.post("/links", {"relation": "same", "first": first, "second": second}).status_code == 400
    assert person.post("/links", {"relation": "same", "first": ask[0], "second": ask[0]}).status_code == 400
    assert person.post("/links", {"relation": "burn", "first": ask[0], "second": ask[0]}).status_code == 400
    assert person.post("/links", {"relation": "same", "first": ask[0], "second": ZERO}).status_code == 404
    quantity = [name for name, _, _ in person.findings("time")]
    assert person.post("/held", {"id": quantity[0]}).status_code == 400


def test_what_people_did_is_told_and_taken_back_in_bulk(person, told_of, ask):
    names = [name for name, _, _ in person.findings("ask")]
    person.post("/judgements", [("verdict", "confirm"), ("why", "read"), *(("finding", f"{name}:") for name in names)])
    person.post(f"/documents/{told_of[2]}/answers", {"ask": ask[0], "span": span(WORDS), "response": "favourable"})
    page = person.get("/history")
    assert told(page).count("lia confirmed") == 2 * len(names)  # and what each box chooses
    assert "entered an answer, favourable" in told(page)
    ids = re.findall(r'type="checkbox" name="id" value="([0-9a-f]{64})"', page.text)
    assert len(ids) == len(names) + 1
    person.post("/undo", [("id", one) for one in ids] + [("why", "all wrong")])
    with person.room.at.open() as held:
        assert held.counts(Query(states=("confirmed",))).total == 0
    assert entered(person) == []
    page = person.get("/history")
    assert f"{len(ids)} decisions were withdrawn" in told(page)
    assert re.findall(r'type="checkbox" name="id"', page.text) == []


def test_what_a_later_word_stands_over_is_not_offered_to_be_taken_back(person, ask):
    for verdict in ("confirm", "reject"):
        person.post(f"/findings/{ask[0]}/judgements", {"verdict": verdict})
    page = person.get("/history")
    assert len(re.findall(r'type="checkbox" name="id"', page.text)) == 1


def test_answers_are_decided_in_bulk(person, told_of):  # noqa: ARG001
    page = person.get("/asks/answers")
    ids = re.findall(r'type="checkbox" name="id" value="([0-9a-f]{64})"', page.text)
    assert ids
    person.post("/asks/answers", [("verdict", "confirm"), *(("id", one) for one in (*ids, ZERO))])
    said = told(person.get("/asks/answers"))
    assert f"{len(ids)} answer" in said
    assert "1 other no longer proposed" in said
    assert person.post("/asks/answers", {"verdict": "confirm"}).status_code == 400


def test_a_program_answers_links_and_withdraws_as_a_person_does(person, told_of, ask):
    def post(path, body):
        return person.client.post(path, json=body, headers={"X-Tocsin-Token": person.token})

    start = ANSWER.index(WORDS)
    body = {"document": told_of[2], "start": start, "end": start + len(WORDS), "response": "favourable", "by": "tom"}
    made = post(f"/api/findings/{ask[0]}/answers", body)
    assert made.status_code == 200, made.text
    assert [one.words.quote for one in entered(person)] == [WORDS]
    other = next(name for name, _, _ in person.findings("ask") if name != ask[0])
    link = {"relation": "same", "first": ask[0], "second": other, "by": "tom", "why": "one road"}
    linked = post("/api/links", link)
    assert linked.status_code == 200, linked.text
    gone = {"entries": [made.json()["entry"], linked.json()["entry"], ZERO], "by": "tom", "why": "no"}
    judged = post("/api/withdrawals", gone).json()["judged"]
    assert [bool(one["problem"]) for one in judged] == [False, False, True]
    assert entered(person) == []
    assert post("/api/links", link | {"second": told_of[0]}).status_code == 400
    assert post(f"/api/findings/{ask[0]}/answers", body | {"document": ZERO}).status_code == 404
