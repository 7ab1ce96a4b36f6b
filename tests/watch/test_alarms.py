# SPDX-License-Identifier: Apache-2.0
"""Alarms: on which day each kind rings, about what, on which findings, and when it ends."""

from __future__ import annotations

import pytest

from tests.conftest import EXAMPLES
from tests.linking.answered import taken_in
from tests.watch.papers import Papers, ask, claims, parties
from tocsin.catalogue.catalogue import Catalogue
from tocsin.errors import BadRequest
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import answers
from tocsin.linking.answers import Answer
from tocsin.reading.read import Reader
from tocsin.records.anchors import Anchor
from tocsin.records.bounds import bounds
from tocsin.watch.alarm_rules import KINDS, BadAlarms, alarm_rules
from tocsin.watch.alarms import Ring, rings
from tocsin.watch.spans import edtf

CLOSED = "the only road was closed"
SEND = "to send monitors"


def rung(papers: Papers, catalogue: Catalogue, rule: str) -> list[Ring]:
    rules = alarm_rules(f"[[alarm]]\nid = 'it'\n{rule}", "alarms.toml", catalogue)
    return list(rings(papers.ledger, catalogue, Query(), rules))


def told(found: list[Ring]) -> list[tuple[str | None, str]]:
    return [(edtf(ring.day), ring.subject) for ring in found]


def day(given: str) -> int:
    days = bounds(given)
    assert days is not None
    return days.latest


def test_a_rise_rings_on_the_day_on_which_the_second_voice_is_published(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    found = rung(papers, catalogue, "kind = 'rise'\nfactor = 13\nplace = 'Orsava'")
    assert told(found) == [("2025-03-09", "13 2025-02 orsava")]
    assert (
        len(found[0].rows),
        "2 voices state (orsava-assembly; lumara), 2 more than in 2025-01" in found[0].says,
    ) == (
        2,
        True,
    )
    assert [found[0].state(day(on)) for on in ("2025-03-08", "2025-03-09")] == ["not yet", "rings"]


def test_what_goes_on_at_the_same_level_rises_once(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2024-12-09/..", at="orsava"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "2024-12-09/..", at="orsava"))
    assert told(rung(papers, catalogue, "kind = 'rise'\nfactor = 13")) == [("2025-03-09", "13 2024-12 orsava")]


def test_what_lies_further_back_than_asked_for_does_not_ring(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "1992-05-09", at="orsava"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "1992-05-09", at="orsava"))
    assert rung(papers, catalogue, "kind = 'rise'\nfactor = 13") == []
    assert len(rung(papers, catalogue, "kind = 'rise'\nfactor = 13\nmonths = 999")) == 1


def test_a_ring_is_known_within_the_bounds_of_publication(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    papers.put("lumara", "2025-04", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    (ring,) = rung(papers, catalogue, "kind = 'rise'\nfactor = 13")
    assert (edtf(ring.day), ring.state(day("2025-04-10")), ring.state(day("2025-04-30"))) == (
        "2025-04",
        "possibly",
        "rings",
    )
    assert (ring.within(day("2025-04-20"), day("2025-05-20")), ring.within(1, 2)) == (True, False)


def test_the_first_voice_of_another_side_rings(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    papers.put("orsava-ngos", "2025-03-05", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    found = rung(papers, catalogue, "kind = 'new-side'\nfactor = 13")
    assert told(found) == [("2025-03-09", "13 orsava lumara")]
    assert "the first voice of Lumara, after Orsava" in found[0].says


def test_a_way_told_to_be_closed_for_so_many_days_rings_when_it_is_told(papers: Papers, catalogue: Catalogue) -> None:
    papers.put(
        "orsava-assembly",
        "2025-01-08",
        claims("Ardesh closed the Tamar corridor", "blockade", "2024-12-09/..", at="tamar-corridor"),
    )
    found = rung(papers, catalogue, "kind = 'closed'\nplace = 'Tamar corridor'\ndays = 30")
    assert told(found) == [("2025-01-08", "tamar-corridor 2024-12-09")]
    assert "31 days, 2024-12-09 to 2025-01-08, by 1 voice" in found[0].says
    assert rung(papers, catalogue, "kind = 'closed'\nplace = 'Tamar corridor'\ndays = 60") == []
    assert rung(papers, catalogue, "kind = 'closed'\nplace = 'Issel bridge'\ndays = 1") == []


def test_silence_rings_after_so_many_days_and_ends_with_an_answer(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"), ask("to act", "ardesh"))
    reply = papers.put("northern-union", "2025-05-01", head="We shall send monitors.")
    asked = next(papers.ledger.rows(Query(kinds=("ask",)))).finding
    words = Anchor(document=reply, version="plain/1", start=0, end=8, quote="We shall")
    answers.record(papers.ledger, Answer(ask=asked, words=words, response="pledged"), handle="lia")
    (ring,) = rung(papers, catalogue, "kind = 'silence'\ndays = 30\nto = 'Northern Union'")
    assert (edtf(ring.day), edtf(ring.until)) == ("2025-04-01", "2025-05-01")
    assert [ring.state(day(on)) for on in ("2025-04-30", "2025-05-01")] == ["rings", "ended"]
    assert rung(papers, catalogue, "kind = 'silence'\ndays = 60\nto = 'Northern Union'") == []


def test_a_deadline_that_passes_without_an_answer_rings_the_day_after(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("northern-union-assembly", "2025-04-04", ask(SEND, "ardesh", by_when="P60D"), ask("to act", "veltria"))
    found = rung(papers, catalogue, "kind = 'overdue'")
    assert [edtf(ring.day) for ring in found] == ["2025-06-04"]
    assert [edtf(ring.day) for ring in rung(papers, catalogue, "kind = 'overdue'\ndays = 7\nto = 'Ardesh'")] == [
        "2025-06-11"
    ]
    assert rung(papers, catalogue, "kind = 'overdue'\nto = 'Veltria'") == []


def test_a_term_rings_when_a_body_first_uses_it_or_is_quoted_with_it(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims("a famine was made", "denial-of-relief"))
    papers.put("eastern-herald", "2025-03-05", claims("famine grew", "denial-of-relief", speakers=parties("un-ocha")))
    papers.put("un-ocha", "2025-03-09", claims("famine came", "denial-of-relief"))
    assert told(rung(papers, catalogue, "kind = 'term'\nwords = ['famine', 'siege']\nby = 'United Nations'")) == [
        ("2025-03-05", "famine")
    ]


def test_undated_papers_ring_nothing(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", None, ask(SEND, "ardesh"), claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    papers.put("lumara", None, claims(CLOSED, "blockade", "2025-02-20", at="orsava"))
    for rule in ("kind = 'silence'\ndays = 1", "kind = 'rise'", "kind = 'new-side'"):
        assert rung(papers, catalogue, rule) == []


def test_a_ring_is_written_with_its_entries(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh"))
    (ring,) = rung(papers, catalogue, "kind = 'silence'\ndays = 30")
    row = ring.to_json()
    assert (row["entries"], row["day"], row["subject"]) == ([ring.rows[0].row.entry.id], "2025-04-01", "ardesh")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("alarm = 3", "write [[alarm]] above each rule"),
        ("[[alarm]", "mend the file"),
        ("[[rule]]\nkind = 'rise'", "write [[alarm]] above each rule"),
        ("alarm = [3]", "is no table"),
        ("[[alarm]]\nkind = 'doom'", "kind 'doom' is none of rise"),
        ("[[alarm]]\nkind = 'rise'\ncolour = 'red'", "'colour' is no member of a rise alarm"),
        ("[[alarm]]\nkind = 'rise'\nfactor = 'x'", "factor must be a whole number"),
        ("[[alarm]]\nkind = 'rise'\nfactor = 15", "factor 15 is none of 1"),
        ("[[alarm]]\nkind = 'term'\nwords = []\nby = 'x'", "words must be a list of words"),
        ("[[alarm]]\nkind = 'closed'\nplace = 'x'", "a closed alarm needs days"),
        ("[[alarm]]\nid='a'\nkind = 'rise'\n[[alarm]]\nid='a'\nkind = 'rise'", "two alarms have the id 'a'"),
    ],
)
def test_a_file_that_says_what_no_alarm_takes_is_refused(catalogue: Catalogue, content: str, said: str) -> None:
    with pytest.raises(BadAlarms) as refused:
        alarm_rules(content, "alarms.toml", catalogue)
    assert said in str(refused.value)
    assert str(refused.value).startswith("alarms.toml")


def test_a_rule_that_names_nobody_known_is_refused(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh"), claims(CLOSED, "blockade", at="orsava"))
    for rule in ("kind = 'silence'\ndays = 1\nto = 'Nobody at all'", "kind = 'rise'\nplace = 'Nowhere at all'"):
        with pytest.raises(BadRequest):
            rung(papers, catalogue, rule)


def test_the_example_file_has_an_alarm_of_every_kind(catalogue: Catalogue) -> None:
    content = (EXAMPLES / "alarms.toml").read_text(encoding="utf-8")
    assert {rule.kind for rule in alarm_rules(content, "alarms.toml", catalogue)} == set(KINDS)


def test_an_undated_paper_rings_nothing_and_a_reprint_rings_once(papers: Papers, catalogue: Catalogue) -> None:
    words = "to reopen the Issel bridge by 31 March 2025"
    told_of = (
        "The ferrymen of Karsk wrote this letter to the assembly and we print every word of it here as they wrote it."
    )
    papers.put("", None, ask(words, "northern-union", by="karsk-mayor", by_when="2025-03-31"))
    rule = "kind = 'overdue'\nto = 'Northern Union'"
    assert rung(papers, catalogue, rule) == []
    head = f"{told_of} {told_of}"
    asked = ask(words, "northern-union", by="karsk-mayor", by_when="2025-03-31")
    papers.put("karsk-mayor", "2025-03-02", asked, head=head)
    papers.put(
        "karskpress",
        "2025-03-05",
        ask(f"2. {words};", "northern-union", by="karsk-mayor", by_when="2025-03-31"),
        head=head,
    )
    rings_ = rung(papers, catalogue, rule)
    assert len(rings_) == 1
    assert "no answer recorded among the documents" in rings_[0].says


def test_a_ring_says_how_many_answers_are_proposed(reader: Reader, catalogue: Catalogue) -> None:
    ledger = MemoryLedger()
    letter = "We urge the Government of Ardesh to release the four ferrymen by 31 March 2025."
    answer = "To your request of 2 March we reply: the four ferrymen were released on 20 March 2025."
    taken_in(
        ledger,
        reader,
        "a.txt",
        f"Open letter of the Orsava Assembly to the Government of Ardesh\n\n2 March 2025\n\n{letter}\n",
    )
    taken_in(
        ledger, reader, "b.txt", f"Government of Ardesh\n\nReply to the Orsava Assembly\n\n25 March 2025\n\n{answer}\n"
    )
    rule = alarm_rules("[[alarm]]\nid = 'it'\nkind = 'overdue'\nto = 'Ardesh'", "alarms.toml", catalogue)
    (ring,) = rings(ledger, catalogue, Query(), rule)
    assert "1 passage proposed as an answer, confirmed by nobody" in ring.says
