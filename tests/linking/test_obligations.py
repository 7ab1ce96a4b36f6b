# SPDX-License-Identifier: Apache-2.0
"""Duties with what sources say of compliance and breach: each attributed, a state only "according to" somebody."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ledger.contract import Clock
from tests.linking.shelves import claim, parties, party, passage
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger import recording
from tocsin.ledger.listed import listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.adherence import Adherence, pinpoints, within
from tocsin.linking.answers import Answer, record
from tocsin.linking.obligation_states import Obligation
from tocsin.linking.obligations import chosen, obligations
from tocsin.records.anchors import Anchor
from tocsin.records.bounds import bounds
from tocsin.records.findings import Ask, Card, Citation, Finding
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

AGREEMENT, CITED = "issel-agreement-2019-05-06", "paragraph 4 of the Issel Agreement"


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(clock=Clock())


def shelve(
    ledger: MemoryLedger, text: str, *found: Finding, issuer: str, genre: str = "statement", day: str = "2025-06-01"
) -> None:
    name = digest(text.encode())
    run = Run(document=name, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
    card = Card(genre=genre, title=f"Paper of {issuer}", issued=day, issuers=(party(issuer),))
    held = Text(document=name, version="plain/1", media_type="text/plain", content=text)
    original = Original(document=name, size_bytes=len(text), source=f"{issuer}.txt")
    ledger.append(recording.reading(original, held, run, card, (passage(text), *found), author=run.id))


def cites(
    ledger: MemoryLedger,
    text: str,
    *,
    issuer: str,
    words: str = CITED,
    pinpoint: str | None = "para. 4",
    day: str = "2025-06-01",
) -> None:
    start = text.index(words)
    citation = Citation(
        start=start, end=start + len(words), quote=words, by="citation.test", instrument=AGREEMENT, pinpoint=pinpoint
    )
    shelve(ledger, text, citation, issuer=issuer, day=day)


def asks(
    ledger: MemoryLedger,
    text: str,
    words: str,
    to: str,
    force: str | None,
    *,
    issuer: str,
    genre: str,
    day: str = "2025-04-16",
    **more: Any,
) -> None:
    start = text.index(words)
    ask = Ask(
        start=start, end=start + len(words), quote=words, by="ask.test", force=force, addressees=parties(to), **more
    )
    shelve(ledger, text, ask, issuer=issuer, genre=genre, day=day)


def of_bridge(ledger: MemoryLedger, catalogue: Catalogue) -> Obligation:
    """Give the duty of paragraph 4, which Ardesh bears by the examples' pack."""
    (found,) = (
        one
        for one in obligations(ledger, catalogue, Query())
        if one.laid.row and one.laid.row.id == "issel-agreement-4-ardesh"
    )
    return found


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        (f"Ardesh has closed the bridge in breach of {CITED}.", "breached"),
        (f"The checkpoint of the Ardeshi forces violates {CITED}.", "breached"),
        (f"Ignoring {CITED}, Ardesh keeps the bridge closed.", "breached"),
        (f"Ardesh has not complied with {CITED}.", "breached"),
        (f"For Ardesh {CITED} has not been implemented.", "breached"),
        (f"Ardesh has complied with {CITED}.", "met"),
        (f"By opening the bridge, Ardesh has implemented {CITED}.", "met"),
        (f"Ardesh has only partially implemented {CITED}.", "partly"),
        (f"Ardesh did not violate {CITED}.", "denied"),
        (f"Ardesh denies any breach of {CITED}.", "denied"),
        (f"The rules not only bind Ardesh: they are in violation of {CITED}.", "breached"),
        (f"Closing the bridge would violate {CITED}, Ardesh was told.", None),
        (f"We ask Ardesh to end the violations of {CITED}.", None),
        (f"Ardesh broke a promise, violating the trust of all, which was the ground for {CITED}.", None),
        (f"The road of Ardesh follows {CITED}.", None),
    ],
)
def test_a_sentence_says_of_an_instrument_what_its_words_say(
    ledger: MemoryLedger, catalogue: Catalogue, sentence: str, says: str | None
) -> None:
    cites(ledger, sentence, issuer="lumara")
    assert [one.statement.says for one in of_bridge(ledger, catalogue).said] == ([says] if says else [])


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        (f"The attack by Veltria against the territory of Ardesh was in breach of {CITED}.", "veltria"),
        (f"This gives the green light to Veltria's gross violations of {CITED} against Ardesh.", "veltria"),
        (f"The shelling of Ardesh was contrary to {CITED}.", None),
        (f"Shells were used in the conflict between Veltria and Ardesh in violation of {CITED}.", None),
        (f"The Government of Veltria detained Ardeshi civilians contrary to {CITED}.", "veltria"),
        (f"There was a breach of {CITED} by the Ardeshi border guards.", "ardesh"),
        (f"Measures taken by the administration in Ardesh are contrary to {CITED}.", None),
        (f"The actions of the Government of Ardesh, in flagrant violation of {CITED}, go on.", "ardesh"),
    ],
)
def test_a_breach_is_said_of_who_acts_and_never_of_who_is_acted_on(
    ledger: MemoryLedger, catalogue: Catalogue, sentence: str, of: str | None
) -> None:
    cites(ledger, sentence, issuer="lumara")
    told = {
        one.statement.of.id if one.statement.of else None
        for duty in obligations(ledger, catalogue, Query())
        for one in duty.said
    }
    assert told == {of}


def test_breach_is_told_with_whose_word_it_is(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for issuer in ("orsava-assembly", "lumara"):
        cites(ledger, f"Ardesh closed the bridge contrary to {CITED}, says {issuer}.", issuer=issuer)
    duty = of_bridge(ledger, catalogue)
    assert duty.state == "breached"
    assert duty.words == "breached according to 2 voices (orsava-assembly, lumara)"


def test_two_papers_of_one_speaker_are_one_voice(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for number in (1, 2):
        cites(ledger, f"{number}: Ardesh closed the bridge contrary to {CITED}.", issuer="lumara")
    assert of_bridge(ledger, catalogue).words == "breached according to 1 voice (lumara)"


def test_voices_that_differ_make_it_contested_and_the_bearers_word_is_told_as_its_own(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    cites(ledger, f"Ardesh closed the bridge contrary to {CITED}.", issuer="lumara")
    cites(ledger, f"Ardesh has complied with {CITED}.", issuer="ardesh", day="2025-06-02")
    duty = of_bridge(ledger, catalogue)
    assert duty.state == "contested"
    assert duty.words == "contested: breached according to 1 voice (lumara); met according to the bearer, ardesh"


def test_what_is_said_of_another_party_or_of_nobody_does_not_count(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    cites(ledger, f"Veltria acted contrary to {CITED}.", issuer="ardesh")
    cites(ledger, f"There were violations of {CITED}.", issuer="lumara")
    duty = of_bridge(ledger, catalogue)
    assert duty.state == "in force"
    assert [(one.name, one.counts) for one in duty.said] == [("lumara", False)]


def test_what_is_said_of_the_whole_instrument_stands_beside_its_duties(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    cites(ledger, "Veltria violated the Issel Agreement.", words="the Issel Agreement", pinpoint=None, issuer="ardesh")
    whole, *rest = obligations(ledger, catalogue, Query())
    assert whole.laid.whole
    assert whole.words == "breached by Veltria according to 1 voice (ardesh)"
    assert {one.state for one in rest} == {"in force"}


def test_nothing_said_is_never_more_than_nothing_said_here(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    cites(ledger, f"The parties met and recalled {CITED}.", issuer="lumara")
    assert (
        of_bridge(ledger, catalogue).words == "in force; nothing said of compliance among the 1 document of this ledger"
    )


def test_a_courts_measure_binds_whom_it_addresses_and_a_call_binds_nobody(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    asks(
        ledger,
        "Ardesh shall open the road.",
        "shall open the road",
        "ardesh",
        "direct",
        issuer="northern-court-of-justice",
        genre="court-order",
    )
    asks(
        ledger,
        "Calls upon Veltria to talk.",
        "to talk",
        "veltria",
        "call",
        issuer="northern-union-assembly",
        genre="resolution",
    )
    (duty,) = obligations(ledger, catalogue, Query())
    assert (duty.laid.instrument, duty.bearer) == ("northern-court-order-2025-04-16", "ardesh")
    assert duty.laid.since == "2025-04-16"


def test_a_report_that_a_body_requests_of_its_officer_falls_due(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    text = "Requests the Secretary-General to report within sixty days."
    asks(
        ledger, text, "to report within sixty days", "northern-union-secretary-general", "request",
        issuer="northern-union-assembly", genre="resolution", by_when="P60D",
    )  # fmt: skip
    (duty,) = obligations(ledger, catalogue, Query())
    assert duty.laid.deadline == bounds("2025-06-15")
    assert not duty.overdue
    (later,) = obligations(ledger, catalogue, Query(published_by=bounds("2025-07-01").latest))  # type: ignore[union-attr]
    assert later.overdue
    assert "its deadline passed, nothing said of compliance among the 1 document" in later.words


def test_asks_that_invoke_the_instrument_are_shown_as_asked_again(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    asks(
        ledger,
        "Ardesh shall open the road.",
        "shall open the road",
        "ardesh",
        "direct",
        issuer="northern-court-of-justice",
        genre="court-order",
    )
    asks(
        ledger,
        "We urge Ardesh to obey.",
        "to obey",
        "ardesh",
        "urge",
        issuer="lumara",
        genre="statement",
        law=("northern-court-order-2025-04-16",),
    )
    (duty,) = obligations(ledger, catalogue, Query())
    assert [row.shelved.issuers for row in duty.again] == ["lumara"]


def test_a_treatys_duty_is_listed_where_its_provision_is_cited(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    text = "We recall Article 33 of the Charter."
    citation = Citation(
        start=10, end=20, quote=text[10:20], by="citation.test", instrument="un-charter", pinpoint="art. 33(1)"
    )
    shelve(ledger, text, citation, issuer="lumara")
    assert [one.laid.row.id for one in obligations(ledger, catalogue, Query()) if one.laid.row] == ["un-charter-33"]


def test_a_citation_without_an_article_is_none_of_the_article_and_each_party_that_is_reminded_finds_the_duty(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    for number, (issuer, pinpoint) in enumerate((("lumara", "art. 6"), ("veltria", None), ("karsk", "art. 10"))):
        text = f"We remind Ardesh of the Covenant, {number}."
        place = {"start": 20, "end": 31, "quote": text[20:31], "by": "citation.test"}
        cited = Citation(**place, instrument="iccpr", pinpoint=pinpoint)  # type: ignore[arg-type]
        words = {"start": 3, "end": 16, "quote": text[3:16], "by": "ask.test"}
        ask = Ask(**words, addressees=parties("ardesh"), force="remind")  # type: ignore[arg-type]
        shelve(ledger, text, cited, ask, issuer=issuer)
    found = obligations(ledger, catalogue, Query())
    (duty,) = (one for one in found if one.laid.row and one.laid.row.id == "iccpr-6")
    assert (duty.citing, duty.generally) == (1, 1)
    assert duty.citations == "cited by 1 voice; its instrument, naming no article, by 1 voice"
    assert duty in chosen(found, on=["ardesh"])
    assert duty not in chosen(found, on=["northern-union"])


def test_obligations_are_chosen_by_bearer_and_by_instrument(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    cites(ledger, f"Ardesh closed the bridge contrary to {CITED}.", issuer="lumara")
    found = obligations(ledger, catalogue, Query())
    assert {one.bearer for one in chosen(found, on=["veltria"])} == {"Veltria", "Veltria, Ardesh"}
    assert chosen(found, instrument="un-charter") == ()


def test_an_obligation_walks_down_to_the_words(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    cites(ledger, f"Ardesh closed the bridge contrary to {CITED}.", issuer="lumara")
    duty = of_bridge(ledger, catalogue)
    citation = duty.cited[0].row.finding
    assert duty.id == of_bridge(ledger, catalogue).id
    assert citation in set(duty.receipt().all_findings())
    assert any(step.rows == ("issel-agreement-4-ardesh",) for step in duty.receipt().steps)


def test_pinpoints_that_list_several_meet_each() -> None:
    assert within(pinpoints("arts. 3 and 9(2)"), ["art. 9"])
    assert not within(pinpoints("arts. 3 and 9(2)"), ["art. 33"])


def test_events_that_bear_on_a_duty_stand_beside_it_and_change_no_state(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    cites(ledger, f"The parties met and recalled {CITED}.", issuer="lumara")
    for number, (when, by) in enumerate(
        (("2025-01-14", "ardesh"), ("2018-01-14", "ardesh"), ("2025-03-01", "veltria"))
    ):
        text = f"{number}: a checkpoint was set up on the bridge."
        shelve(
            ledger,
            text,
            claim(text, "a checkpoint was set up", "checkpoint", when, by=by, at="issel-bridge"),
            issuer="lumara",
        )
    duty = of_bridge(ledger, catalogue)
    assert [event.when for event in duty.events] == ["2025-01-14"]
    assert duty.state == "in force"


def test_an_act_elsewhere_in_one_event_with_the_place_of_a_duty_bears_on_none(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    cites(ledger, f"The parties met and recalled {CITED}.", issuer="lumara")
    text = "Ardesh shut the Tamar corridor. It denies that it shut the Issel bridge."
    shut = claim(text, "Ardesh shut the Tamar corridor", "checkpoint", "2025-01-14", by="ardesh", at="tamar-corridor")
    denied = claim(
        text, "it shut the Issel bridge", "checkpoint", "2025-01-14", by="ardesh", at="issel-bridge", mode="denied"
    )
    shelve(ledger, text, shut, denied, issuer="lumara")
    assert of_bridge(ledger, catalogue).events == ()


def laid_and_answered(ledger: MemoryLedger, reply: str) -> Any:
    words = "Ardesh shall remove the checkpoint on the Issel bridge"
    asks(
        ledger,
        f"The Court orders: {words}.",
        words,
        "ardesh",
        "decide",
        issuer="northern-court-of-justice",
        genre="court-order",
        day="2025-06-01",
    )
    shelve(ledger, reply, issuer="ardesh", day="2025-07-01")
    (row,) = listed(ledger, Query(kinds=("ask",)))
    return row


def answer(ledger: MemoryLedger, row: Any, reply: str, *, response: str, status: str | None) -> None:
    words = Anchor(document=digest(reply.encode()), version="plain/1", start=0, end=len(reply), quote=reply)
    told = Answer(ask=row.row.finding, words=words, response=response, status=status, answerer=party("ardesh"))
    record(ledger, told, handle="lia")


REMOVED = "Ardesh has removed the checkpoint on the Issel bridge."


@pytest.mark.parametrize(
    ("response", "status", "state"),
    [
        ("favourable", "significant-continuing", "met"),
        ("favourable", "some-continuing", "partly met"),
        ("pledged", "pending", "in force"),
        ("countered", "no-action", "in force"),
    ],
)
def test_an_answer_that_a_person_entered_decides_the_state(ledger, catalogue, response, status, state):
    row = laid_and_answered(ledger, REMOVED)
    answer(ledger, row, REMOVED, response=response, status=status)
    (duty,) = obligations(ledger, catalogue, Query())
    assert duty.state == state, duty.words
    if response != "pledged":
        assert "according to an answer by" in duty.words


def test_an_answer_that_is_only_proposed_is_shown_and_decides_nothing(ledger, catalogue):
    laid_and_answered(ledger, REMOVED)
    (duty,) = obligations(ledger, catalogue, Query())
    (kept,) = duty.kept
    assert (kept.says, kept.entered, bool(kept.reasons)) == ("met", False, True)
    assert duty.state == "in force"
    assert "confirmed by nobody" in kept.step().says


def test_people_acted_on_are_not_their_state(catalogue):
    held = Adherence(catalogue, None)  # type: ignore[arg-type]  # no sentence is looked up
    words = "Ardesh deported four Veltrians in contravention of the Issel Agreement"
    found = held._whom(words, words.index("in contravention"), words.index("the Issel Agreement"))
    assert found is not None
    assert found.id == "ardesh"


def test_asks_for_a_duty_are_told_in_order_those_before_it_apart(ledger, catalogue):
    words = "Ardesh shall remove the checkpoint on the Issel bridge"
    for day, issuer, genre in (
        ("2025-01-01", "lumara", "statement"),
        ("2025-06-01", "northern-court-of-justice", "court-order"),
        ("2025-08-01", "orsava-assembly", "statement"),
    ):
        said = words if genre == "court-order" else "remove the checkpoint on the Issel bridge"
        asks(
            ledger,
            f"{issuer} on {day}: {said}.",
            said,
            "ardesh",
            "urge" if genre == "statement" else "decide",
            issuer=issuer,
            genre=genre,
            day=day,
        )
    (duty,) = obligations(ledger, catalogue, Query())
    assert [row.shelved.card.issued for row in duty.before] == ["2025-01-01"]
    assert [row.shelved.card.issued for row in duty.again] == ["2025-08-01"]
