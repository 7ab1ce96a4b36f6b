# SPDX-License-Identifier: Apache-2.0
"""Proposed answers: later words of who was asked about the same matter, with reasons; on invented exchanges."""

from __future__ import annotations

from datetime import date

import pytest

from tests.linking.answered import EXCHANGES, INDIRECT, Exchange, score, taken_in
from tests.linking.shelves import party, shelve
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import proposed
from tocsin.linking.proposing import proposals
from tocsin.records.findings import Ask

LOOKED_AT = [path for path in sorted(EXCHANGES.glob("*.txt")) if int(path.name[:2]) % 2]
UNSEEN = [path for path in sorted(EXCHANGES.glob("*.txt")) if not int(path.name[:2]) % 2]

ASK = """\
Open letter of the Orsava Assembly to the Government of Ardesh

2 March 2025

We urge the Government of Ardesh to remove the checkpoint on the Issel bridge.
"""


def held(reader, *texts):
    ledger = MemoryLedger()
    documents = [taken_in(ledger, reader, f"{number}.txt", text) for number, text in enumerate(texts)]
    return ledger, documents


def reply(day, words, by="the Government of Ardesh"):
    return f"Statement of {by}\n\n{day}\n\n{words}\n"


def test_links_hold_where_hardly_a_word_of_the_ask_is_said(reader):
    found = score(sorted(INDIRECT.glob("*.txt")), reader)
    assert found.precision >= 0.85, found.told
    assert found.recall >= 0.50, found.told
    assert found.ways >= 0.50 * found.right, found.told


@pytest.mark.parametrize("paths", [LOOKED_AT, UNSEEN], ids=["looked-at", "unseen"])
def test_links_hold_in_both_halves_of_the_exchanges(reader, paths):
    found = score(paths, reader)
    assert found.precision >= 0.85, found.told
    assert found.recall >= 0.80, found.told
    assert found.ways >= 0.85 * found.right, found.told


@pytest.mark.parametrize("path", LOOKED_AT + UNSEEN, ids=lambda path: path.stem)
def test_every_proposal_has_reasons_and_its_words_stand_at_its_anchor(reader, path):
    exchange = Exchange.read(path, reader)
    for item in proposals(exchange.ledger, reader.catalogue, Query()):
        words = item.answer.words
        content = exchange.ledger.text(words.document, words.version).content
        assert content[words.start : words.end] == words.quote
        assert item.reasons
        assert item.receipt().findings == (item.answer.ask,)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ardesh will remove the checkpoint on the Issel bridge.", "accepted"),
        ("Ardesh has removed the checkpoint on the Issel bridge.", "done"),
        ("Ardesh has partially removed the checkpoint on the Issel bridge.", "partly"),
        ("Ardesh cannot remove the checkpoint on the Issel bridge, since it refuses to leave the crossing.", "refused"),
        ("Ardesh denies that there is a checkpoint on the Issel bridge.", "contested"),
        ("Ardesh takes note of the call to remove the checkpoint on the Issel bridge.", "token"),
        ("Ardesh requests further information on the checkpoint on the Issel bridge.", "more-asked"),
    ],
)
def test_the_words_tell_which_kind_of_reply_it_is(reader, words, kind):
    ledger, _ = held(reader, ASK, reply("20 March 2025", words))
    (item,) = proposals(ledger, reader.catalogue, Query())
    assert item.reply == kind
    assert item.answer.response == reader.catalogue.replies[kind].response


@pytest.mark.parametrize("head", ["GOVERNMENT OF ARDESH", "REPUBLIC OF ARDESH", "Government of Ardesh"])
@pytest.mark.parametrize("who", ["We", "The Government"])
def test_a_plain_refusal_under_a_letterhead_is_the_states_own(reader, head, who):
    text = f"{head}\n\nArdan, 20 March 2025\n\n{who} will not remove the checkpoint on the Issel bridge.\n"
    ledger, _ = held(reader, ASK, text)
    (item,) = proposals(ledger, reader.catalogue, Query())
    answerer = item.answer.answerer
    assert answerer is not None
    assert (item.reply, answerer.id, item.told_by) == ("refused", "ardesh", ())


@pytest.mark.parametrize(
    ("day", "by", "words"),
    [
        ("1 February 2025", "the Government of Ardesh", "Ardesh has removed the checkpoint on the Issel bridge."),
        ("20 March 2025", "the Government of Ardesh", "Ardesh has removed the statue from the market of Ardan."),
        (
            "20 March 2025",
            "the Government of Ardesh",
            "On 3 January 2025 Ardesh removed the checkpoint on the Issel bridge.",
        ),
        ("20 March 2025", "the Government of Lumara", "Lumara will remove the checkpoint on the Issel bridge."),
        ("20 March 2025", "the Orsava Assembly", "Ardesh refuses to remove the checkpoint on the Issel bridge."),
    ],
    ids=["earlier", "another-matter", "done-before", "another-body-promises", "told-by-who-asked"],
)
def test_no_answer_is_proposed(reader, day, by, words):
    ledger, _ = held(reader, ASK, reply(day, words, by))
    assert not proposals(ledger, reader.catalogue, Query())


def test_what_is_not_published_or_recorded_by_then_answers_nothing(reader):
    ledger, _ = held(reader, ASK, reply("20 March 2025", "Ardesh will remove the checkpoint on the Issel bridge."))
    day = date(2025, 3, 20).toordinal()
    assert not proposals(ledger, reader.catalogue, Query(published_by=day - 1))
    assert proposals(ledger, reader.catalogue, Query(published_by=day))
    assert not proposals(ledger, reader.catalogue, Query(recorded_by="2000-01-01T00:00:00.000000Z"))


def test_a_month_that_may_come_before_the_ask_makes_a_possible_answer(reader):
    ledger, _ = held(reader, ASK, reply("March 2025", "Ardesh will remove the checkpoint on the Issel bridge."))
    assert [item.certainty for item in proposals(ledger, reader.catalogue, Query())] == ["possible"]


def test_what_a_person_decided_outweighs(reader):
    ledger, _ = held(reader, ASK, reply("20 March 2025", "Ardesh will remove the checkpoint on the Issel bridge."))
    (item,) = proposals(ledger, reader.catalogue, Query())
    moment = ledger.head().recorded_at
    proposed.refuse(ledger, item, handle="lia", reason="of another bridge")
    assert not proposals(ledger, reader.catalogue, Query())
    assert proposals(ledger, reader.catalogue, Query(recorded_by=moment)) == (item,)
    ledger.verify()


def test_who_else_does_it_is_told_so(reader):
    done = reply("20 March 2025", "Lumara has removed the checkpoint on the Issel bridge.", "the Government of Lumara")
    ledger, _ = held(reader, ASK, done)
    (item,) = proposals(ledger, reader.catalogue, Query())
    assert (item.reply, item.answer.response) == ("by-another", "other")
    assert "Lumara is not who was asked" in item.reasons


@pytest.mark.parametrize(("reviewed", "answers"), [("ardesh", 1), ("lumara", 0)])
def test_what_a_state_says_of_another_under_review_answers_nothing_it_was_asked_itself(catalogue, reviewed, answers):
    ledger = MemoryLedger()
    words = "remove the checkpoint on the Issel bridge"
    asked = f"We urge Ardesh to {words}."
    start = asked.index(words)
    ask = Ask(start=start, end=start + len(words), quote=words, by="test", force="urge", addressees=(party("ardesh"),))
    shelve(ledger, asked, ask, issuer="orsava-assembly")
    told = "Ardesh has removed the checkpoint on the Issel bridge."
    shelve(ledger, told, issuer="un-human-rights-council", reviewed=reviewed)
    assert len(proposals(ledger, catalogue, Query())) == answers


def test_a_paper_of_the_day_of_the_ask_is_possibly_an_answer(reader):
    words = "The Government of Ardesh will remove the checkpoint on the Issel bridge."
    ledger, _ = held(reader, ASK, reply("2 March 2025", words))
    assert [item.certainty for item in proposals(ledger, reader.catalogue, Query())] == ["possible"]
    ledger, _ = held(reader, ASK, reply("1 March 2025", words))
    assert proposals(ledger, reader.catalogue, Query()) == ()
