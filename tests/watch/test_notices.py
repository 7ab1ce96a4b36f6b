# SPDX-License-Identifier: Apache-2.0
"""The notice clock: since when, by whom, of what, and for how many days without an answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.watch.papers import Papers, ask, warns
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.pictures import notice_clocks
from tocsin.ledger import recording
from tocsin.ledger.queries import Query
from tocsin.linking import answers, identities, transmissions
from tocsin.linking.answers import Answer
from tocsin.linking.transmissions import Transmission
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Party
from tocsin.records.ids import Digest
from tocsin.watch.notices import Notice, notices
from tocsin.watch.replies import Reply
from tocsin.watch.spans import Days, Tally

SEND = "to send monitors"
OPEN = "to open the road"
ASSEMBLY = (Party(id="orsava-assembly", name="Orsava Assembly"),)


def notice(papers: Papers, catalogue: Catalogue, whom: str, day: str, **more: object) -> Notice:
    on = date.fromisoformat(day)
    found = notices(papers.ledger, catalogue, Query(published_by=on.toordinal()), day=on, **more)  # type: ignore[arg-type]
    return next(item for item in found if item.whom.id == whom)


def asked(papers: Papers) -> list[Digest]:
    return [row.finding for row in papers.ledger.rows(Query(kinds=("ask",)))]


def answer(papers: Papers, to: Digest, paper: Digest, quote: str, response: str = "pledged") -> Digest:
    content = papers.ledger.text(paper, "plain/1").content
    start = content.index(quote)
    words = Anchor(document=paper, version="plain/1", start=start, end=start + len(quote), quote=quote)
    return answers.record(papers.ledger, Answer(ask=to, words=words, response=response), handle="lia").id


def test_days_run_from_the_first_ask_to_the_day_asked_for(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"), to="northern-union")
    papers.put("orsava-ngos", "2025-03-12", ask(OPEN, "northern-union"))
    found = notice(papers, catalogue, "northern-union", "2025-04-01")
    assert (found.days, found.asked, found.asking) == (Days(low=30, high=30), Tally(certain=2), Tally(certain=2))
    assert [step.basis for step in found.steps] == ["addressed", "addressed"]


def test_days_are_an_interval_where_the_date_is_one(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03", ask(SEND, "northern-union"))
    assert notice(papers, catalogue, "northern-union", "2025-04-30").days == Days(low=30, high=60)


def test_what_is_only_possible_by_the_day_is_never_merged_with_what_is_certain(
    papers: Papers, catalogue: Catalogue
) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"))
    papers.put("orsava-ngos", "2025-04", ask(OPEN, "northern-union"), warns("famine looms", "famine"), to="veltria")
    found = notice(papers, catalogue, "northern-union", "2025-04-10")
    assert (found.asked, found.voices) == (Tally(certain=1, possible=1), Tally(certain=1, possible=1))
    assert found.harms == (("famine", Tally(certain=0, possible=1)),)


def test_a_late_answer_stops_the_clock_of_its_ask_and_the_past_stays_as_it_was(
    papers: Papers, catalogue: Catalogue
) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"), ask(OPEN, "northern-union"))
    reply = papers.put("northern-union", "2025-05-01", head="We shall send monitors.")
    before = notice(papers, catalogue, "northern-union", "2025-06-01")
    answer(papers, asked(papers)[0], reply, "shall send monitors")
    after = notice(papers, catalogue, "northern-union", "2025-06-01")
    assert (before.answered, before.days, before.first_answer) == (0, Days(low=91, high=91), None)
    assert (after.answered, after.pending, after.first_answer) == (1, 1, Days(low=60, high=60))
    assert [clock.days for clock in after.asks] == [Days(low=60, high=60), Days(low=91, high=91)]
    assert [step.basis for step in after.steps] == ["addressed", "acknowledged"]
    assert notice(papers, catalogue, "northern-union", "2025-04-30").answered == 0


def test_a_withdrawn_answer_and_no_response_are_no_answers(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"), ask(OPEN, "northern-union"))
    reply = papers.put("northern-union", "2025-05-01", head="We shall send monitors.")
    entry = answer(papers, asked(papers)[0], reply, "shall send monitors")
    answer(papers, asked(papers)[1], reply, "We shall", response="none")
    recording.retract(papers.ledger, entry, handle="lia", reason="no")
    assert notice(papers, catalogue, "northern-union", "2025-06-01").answered == 0


def test_a_proposed_answer_stands_beside_and_stops_no_clock(papers: Papers, catalogue: Catalogue) -> None:
    paper = papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"))
    proposal = Reply(
        ask=asked(papers)[0],
        basis="proposed",
        response="pledged",
        day=None,
        answerer="northern-union",
        document=paper,
        start=0,
        end=5,
        quote="Paper",
    )
    found = notice(papers, catalogue, "northern-union", "2025-03-12", proposed=[proposal])
    assert (found.answered, found.proposed, found.days) == (0, 1, Days(low=10, high=10))


def test_a_sending_is_a_basis_of_its_own_from_the_day_it_was_sent(papers: Papers, catalogue: Catalogue) -> None:
    paper = papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"))
    to = Party(id="northern-union", name="Northern Union")
    sent = Transmission(what=paper, document=paper, to=to, when="2025-03-05", how="by hand")
    transmissions.record(papers.ledger, sent, handle="lia")
    assert [step.basis for step in notice(papers, catalogue, "northern-union", "2025-04-01").steps] == [
        "addressed",
        "transmitted",
    ]
    assert [step.basis for step in notice(papers, catalogue, "northern-union", "2025-03-03").steps] == ["addressed"]


def test_a_body_does_not_address_itself(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("veltria", "2025-03-02", ask(SEND, "veltria ardesh"), to="veltria ardesh")
    found = notices(papers.ledger, catalogue, Query(), day=date(2025, 4, 1))
    assert [item.whom.id for item in found] == ["ardesh"]


def test_a_paper_of_its_own_to_who_addressed_it_is_its_own_words(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh"))
    papers.put("ardesh", "2025-03-20", to="orsava-assembly", head="To the Assembly")
    found = notice(papers, catalogue, "ardesh", "2025-04-01")
    assert [(step.basis, step.source) for step in found.steps][-1] == ("acknowledged", "ardesh.txt")
    assert found.answered == 0


@pytest.mark.parametrize(
    ("words", "own"),
    [("The Northern Union opened the road.", False), ("“We shall open the road in May”, the Union said.", True)],
)
def test_what_a_news_piece_tells_of_a_body_is_not_its_own_words_and_what_it_quotes_is(
    papers: Papers, catalogue: Catalogue, words: str, own: bool
) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(OPEN, "northern-union"))
    piece = papers.put("karsk-press", "2025-03-20", head=words, genre="news")
    union = Party(id="northern-union", name="Northern Union")
    start = papers.ledger.text(piece, "plain/1").content.index(words)
    told = Anchor(document=piece, version="plain/1", start=start, end=start + len(words), quote=words)
    given = Answer(ask=asked(papers)[0], words=told, response="favourable", answerer=union)
    answers.record(papers.ledger, given, handle="lia")
    found = notice(papers, catalogue, "northern-union", "2025-04-01")
    assert (found.answered, bool(found.steps_of("acknowledged"))) == (1, own)


def test_a_body_is_told_with_its_organs_where_it_is_asked_for(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union northern-union-council"))
    papers.put("orsava-ngos", "2025-03-04", ask(OPEN, "northern-union-council"))
    whom = frozenset({"northern-union", "northern-union-council"})
    named = Party(id="northern-union", name="Northern Union")
    (found,) = notices(papers.ledger, catalogue, Query(), day=date(2025, 4, 1), whom=whom, named=named)
    assert (found.asked, found.documents, found.days) == (Tally(certain=2), Tally(certain=2), Days(low=30, high=30))


def test_actors_that_people_hold_for_one_are_one_addressee(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "the-union"))
    papers.put("orsava-ngos", "2025-03-04", ask(OPEN, "northern-union"))
    identities.record(papers.ledger, "northern-union", "the-union", same=True, handle="lia", reason="its short name")
    (found,) = notices(papers.ledger, catalogue, Query(), day=date(2025, 4, 1))
    assert (found.whom.id, found.asked) == ("northern-union", Tally(certain=2))


def test_earlier_asks_told_again_and_duties_are_counted_apart(papers: Papers, catalogue: Catalogue) -> None:
    papers.put(
        "orsava-assembly",
        "2025-03-02",
        ask(SEND, "ardesh", reported=True),
        ask(OPEN, "ardesh", explicit=False),
        to="ardesh",
    )
    found = notice(papers, catalogue, "ardesh", "2025-03-12")
    assert (found.asked, found.implied, found.retold, found.days) == (Tally(certain=0), 1, 1, Days(low=10, high=10))


def test_bodies_come_longest_without_an_answer_first_and_common_nouns_last(
    papers: Papers, catalogue: Catalogue
) -> None:
    papers.put("orsava-ngos", "2025-03-01", ask(SEND, "states"))
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh"))
    papers.put("orsava-assembly", "2025-02-02", ask(OPEN, "veltria"))
    papers.put("orsava-assembly", None, ask(OPEN, "lumara"))
    found = notices(papers.ledger, catalogue, Query(), day=date(2025, 4, 1))
    assert [item.whom.id for item in found] == ["veltria", "ardesh", "lumara", "states"]
    assert found[2].days is None


def test_the_receipt_tells_what_was_searched_and_under_which_head(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh"))
    papers.put("orsava-assembly", "2025-05-02", ask(OPEN, "ardesh"))
    receipt = notice(papers, catalogue, "ardesh", "2025-03-12").searched
    assert (receipt.documents, receipt.first, receipt.last) == (1, "2025-03-02", "2025-03-02")
    assert receipt.head_chain == papers.ledger.head().chain
    assert "1 document of 2025-03-02 to 2025-03-02, published by 2025-03-12" in str(receipt)


def test_a_receipt_of_the_past_names_the_head_of_the_past(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh"))
    head = papers.ledger.head()
    papers.put("orsava-ngos", "2025-05-02", ask(OPEN, "ardesh"))
    found = notices(papers.ledger, catalogue, Query(recorded_by=head.recorded_at), day=date(2025, 6, 1))
    assert found[0].searched.head_chain == head.chain
    early = notices(papers.ledger, catalogue, Query(recorded_by="2000-01-01T00:00:00Z"), day=date(2025, 6, 1))
    assert early == ()


@pytest.mark.parametrize("member", ["days", "asks", "steps", "searched", "asked"])
def test_every_notice_is_written_as_json(papers: Papers, catalogue: Catalogue, member: str) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "ardesh", by_when="2025-03-05"), to="ardesh")
    found = notice(papers, catalogue, "ardesh", "2025-03-12")
    assert member in found.to_json()
    assert [due.row for _, due in found.overdue] == ["text"]


def test_a_paper_that_tells_of_asks_is_no_voice_that_addresses(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"))
    papers.put("karsk-press", "2025-03-03", ask(OPEN, "northern-union", askers=ASSEMBLY), genre="news")
    found = notice(papers, catalogue, "northern-union", "2025-04-01")
    assert (found.documents, found.voices, found.asking) == (Tally(certain=2), Tally(certain=1), Tally(certain=1))
    assert found.steps[1].says.startswith("Orsava Assembly, as karsk-press tells: ")


def test_a_paper_that_asks_beside_those_that_it_tells_of_is_a_voice_too(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("karsk-press", "2025-03-03", ask(SEND, "northern-union"), ask(OPEN, "northern-union", askers=ASSEMBLY))
    found = notice(papers, catalogue, "northern-union", "2025-04-01")
    assert found.voices == Tally(certain=2)
    assert found.steps[0].says.startswith("karsk-press: ")


def test_the_town_of_an_address_puts_no_government_on_notice(papers: Papers, catalogue: Catalogue) -> None:
    seat = catalogue.actors["veltria"].seats[0]
    town = Party(id="veltria", name=seat)
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"), to=(town,), genre="letter")
    on = date.fromisoformat("2025-04-01")
    found = notices(papers.ledger, catalogue, Query(), day=on)
    assert [item.whom.id for item in found] == ["northern-union"]
    papers.put("orsava-assembly", "2025-03-09", ask(OPEN, "veltria"), to=(town,), genre="letter")
    assert "veltria" in [item.whom.id for item in notices(papers.ledger, catalogue, Query(), day=on)]


def test_a_body_that_nobody_asked_waits_for_no_answer_in_the_picture(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", ask(SEND, "northern-union"), to="northern-union lumara")
    on = date.fromisoformat("2025-04-01")
    drawn = notice_clocks.runs(notices(papers.ledger, catalogue, Query(), day=on))
    assert {run.label: run.asked for run in drawn} == {"Northern Union": True, "Lumara": False}
    told = notice_clocks.says(drawn, on=on)
    assert "Lumara: asked nothing; addressed first 30 days ago" in told
