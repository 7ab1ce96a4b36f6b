# SPDX-License-Identifier: Apache-2.0
"""The contract every ledger keeps: a class of tests that each store's own test file runs with its fixture."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.ledger.samples import CONTENT, ask_of, batch_of, claim_of, passage_of, text_of
from tocsin.errors import BrokenPromise
from tocsin.ledger import recording
from tocsin.ledger.failures import BadQuery, Moved, UnknownEntry, UnknownFinding, UnknownText
from tocsin.ledger.ledger import Appended, Batch, Ledger
from tocsin.ledger.queries import Query, Row
from tocsin.ledger.recording import Judging
from tocsin.ledger.sealing import DocumentExpunged, ImproperEntry, NothingToExpunge, TextDiffers
from tocsin.ledger.verifying import contains
from tocsin.records.anchors import QuoteNotFound
from tocsin.records.bounds import bounds
from tocsin.records.entries import Head, NewEntry, actor_id
from tocsin.records.findings import Card, Finding, Party
from tocsin.records.ids import Digest, digest

FIRST = datetime(2031, 4, 1, 12, tzinfo=UTC)
Make = Callable[..., Ledger]


class Clock:
    """A clock that goes a second a look, or is set."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def read(ledger: Ledger, *findings: Finding, card: Card | None = None, reader: str = "reader/1") -> Appended:
    return ledger.append(batch_of(text_of(), findings, card, reader=reader))


def listed(ledger: Ledger, **query: object) -> list[Row]:
    return list(ledger.rows(Query(**({"kinds": ("ask",)} | query))))  # type: ignore[arg-type]


class Contract:
    """Tests with a fixture `make(clock=…)` that opens an empty ledger."""

    @pytest.fixture
    def ledger(self, make: Make) -> Ledger:
        return make(clock=Clock())

    # ---- entries

    def test_entries_are_counted_from_one_and_sealed_onto_each_other(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of())
        assert [entry.seq for entry in made.entries] == [1, 2, 3, 4, 5]
        assert [entry.kind for entry in made.entries] == ["document", "text", "reading", "card", "finding"]
        assert list(ledger.entries()) == list(made.entries)
        assert ledger.head().chain == made.entries[-1].chain
        assert ledger.verify().head == ledger.head()

    def test_an_empty_ledger_verifies(self, ledger: Ledger) -> None:
        assert ledger.verify().entries == 0
        assert ledger.head().seq == 0

    def test_a_kept_head_shows_that_nothing_before_it_was_cut_off(self, make: Make) -> None:
        ledger, other = make(clock=Clock()), make(clock=Clock())
        contains(ledger, Head())
        read(ledger, ask_of())
        head = ledger.head()
        recording.add(ledger, text_of(), claim_of(), handle="anna")
        contains(ledger, head)
        with pytest.raises(BrokenPromise, match="ends before it"):
            contains(other, head)
        read(other, ask_of())
        with pytest.raises(BrokenPromise, match="another entry"):
            contains(other, head)

    def test_every_entry_has_author_basis_and_moment(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of()).entries
        assert made[0].author == "person:anna"
        assert made[-1].author == made[2].subject  # the reading stands behind its findings
        assert {entry.basis for entry in made} == {"given", "derived", "read"}
        assert {entry.recorded_at for entry in made} == {"2031-04-01T12:00:01.000000Z"}

    def test_an_entry_is_found_by_its_id(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of()).entries
        assert ledger.entry(made[3].id) == made[3]

    @pytest.mark.parametrize("name", [digest(b"none"), Digest("none")])
    def test_an_unknown_id_is_told(self, ledger: Ledger, name: Digest) -> None:
        with pytest.raises(UnknownEntry, match="no entry"):
            ledger.entry(name)

    def test_entries_are_given_by_kind_subject_document_and_range(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of(), claim_of()).entries
        other = text_of("Another text: open the Tamar corridor.")
        ledger.append(batch_of(other, (ask_of(other.content),)))
        assert [e.seq for e in ledger.entries(kind="reading")] == [3, 9]
        assert [e.seq for e in ledger.entries(subject=made[4].subject)] == [5]
        assert [e.seq for e in ledger.entries(document=other.document)] == [7, 8, 9, 10, 11]
        assert [e.seq for e in ledger.entries(after=2, until=4)] == [3, 4]
        assert [e.seq for e in ledger.entries(after=5, recorded_by="2031-04-01T12:00:01.500000Z")] == [6]
        assert [e.seq for e in ledger.entries(until=3, recorded_by="2031-04-01T12:00:09.000000Z")] == [1, 2, 3]

    def test_a_second_reading_of_the_same_is_a_no_op(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        head = ledger.head()
        assert read(ledger, ask_of()).entries == ()
        assert ledger.head() == head

    def test_a_retracted_reading_may_be_read_again(self, ledger: Ledger) -> None:
        reading = read(ledger, ask_of()).entries[2]
        recording.retract(ledger, reading.id, handle="anna", reason="wrong catalogue")
        assert read(ledger, ask_of()).entries

    def test_another_reader_records_its_findings_and_not_the_text_again(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        made = read(ledger, ask_of(), reader="reader/2").entries
        assert [entry.kind for entry in made] == ["document", "reading", "card", "finding"]

    def test_a_clock_that_went_back_is_told_and_the_moment_kept(self, make: Make) -> None:
        clock = Clock()
        ledger = make(clock=clock)
        read(ledger, ask_of())
        clock.now = FIRST - timedelta(days=1)
        again = read(ledger, ask_of(), reader="reader/2")
        assert [problem.code for problem in again.problems] == ["clock-went-back"]
        assert again.entries[0].recorded_at == "2031-04-01T12:00:01.000000Z"
        ledger.verify()

    # ---- what may not be recorded

    def test_words_that_do_not_stand_there_are_refused_and_nothing_is_recorded(self, ledger: Ledger) -> None:
        wrong = dataclasses.replace(ask_of(), quote="open the Tamar gate")
        with pytest.raises(QuoteNotFound):
            read(ledger, wrong)
        assert ledger.head().seq == 0
        with pytest.raises(UnknownText):
            ledger.text(text_of().document, "plain/1")

    def test_a_text_that_an_extractor_now_draws_differently_is_refused(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        other = dataclasses.replace(text_of(), content=CONTENT + " ")
        with pytest.raises(TextDiffers, match="plain/1"):
            ledger.append(batch_of(other, (), reader="reader/2"))

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"kind": "opinion"}, "unknown"),
            ({"basis": "felt"}, "unknown"),
            ({"author": "anna"}, "neither"),
            ({"author": "person:"}, "neither"),
            ({"kind": "judgement", "author": digest(b"")}, "only people judge"),
            ({"kind": "text", "document": digest(b""), "payload": {"version": "plain/1"}}, "not what its parts give"),
            ({"kind": "finding"}, "not what its place gives"),
        ],
    )
    def test_an_improper_entry_is_refused(self, ledger: Ledger, change: dict[str, object], reason: str) -> None:
        proper = NewEntry(kind="alias", subject=actor_id("x"), author="person:a", basis="stated", payload={"name": "X"})
        with pytest.raises(ImproperEntry, match=reason):
            ledger.append(Batch(entries=(dataclasses.replace(proper, **change),)))  # type: ignore[arg-type]
        assert ledger.head().seq == 0

    def test_a_finding_in_a_text_that_is_not_held_is_refused(self, ledger: Ledger) -> None:
        batch = batch_of(text_of(), (ask_of(),))
        with pytest.raises(ImproperEntry, match="no text"):
            ledger.append(Batch(entries=batch.entries[4:]))

    # ---- texts

    def test_a_text_comes_back_whole(self, ledger: Ledger) -> None:
        long = text_of(CONTENT * 40)
        ledger.append(batch_of(long, ()))
        read(ledger)
        assert ledger.text(long.document, "plain/1") == long
        assert ledger.text(text_of().document, "plain/1") == text_of()

    def test_versions_are_named_oldest_first(self, ledger: Ledger) -> None:
        ledger.append(batch_of(text_of(version="plain/2"), ()))
        ledger.append(batch_of(text_of(version="plain/1"), ()))
        assert ledger.versions(text_of().document) == ("plain/2", "plain/1")
        assert ledger.versions(digest(b"none")) == ()

    # ---- states

    def test_what_a_reader_proposes_is_unconfirmed(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        assert (row.state.standing, row.state.unconfirmed, row.state.last_seq) == ("proposed", True, 5)
        assert ledger.counts(Query(kinds=("ask",))).unconfirmed == 1

    @pytest.mark.parametrize(("verdict", "standing"), [("confirm", "confirmed"), ("reject", "rejected")])
    def test_a_person_confirms_or_rejects(self, ledger: Ledger, verdict: str, standing: str) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        recording.judge(ledger, row.finding, verdict, Judging(handle="anna", reason="read it"))
        state = ledger.state(row.finding)
        assert state.standing == standing
        assert state.judged is not None
        assert state.judged.author == "person:anna"
        assert [r.state.standing for r in listed(ledger)] == ([standing] if verdict == "confirm" else [])
        assert [r.state.standing for r in listed(ledger, states=(standing,))] == [standing]

    def test_a_correction_brings_a_finding_of_its_own_and_keeps_the_proposal(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        right = dataclasses.replace(ask_of(), addressees=(Party(id="ardesh", name="Ardesh"),))
        recording.judge(ledger, row.finding, "correct", Judging(handle="anna", reason="other"), replacement=right)
        (stands,) = listed(ledger)
        assert stands.state.standing == "added"
        assert stands.finding != row.finding
        old = ledger.state(row.finding)
        assert (old.standing, old.replaced_by, old.entry) == ("corrected", stands.finding, row.entry)
        ledger.verify()

    def test_what_a_person_adds_stands_like_what_is_confirmed(self, ledger: Ledger) -> None:
        read(ledger)
        entry = recording.add(ledger, text_of(), ask_of(), handle="anna", reason="missed")
        (row,) = listed(ledger)
        assert (row.finding, row.state.standing, row.state.unconfirmed) == (entry.subject, "added", False)
        again = recording.add(ledger, text_of(), ask_of(), handle="anna")
        assert again.subject != entry.subject  # the next ordinal on the same span
        assert ledger.counts(Query(kinds=("ask",))).by_state == (("added", 2),)

    def test_a_timeline_is_in_order_of_what_happened_undated_last_a_page_at_a_time(self, ledger: Ledger) -> None:
        for number, when in enumerate((None, "2025-03-02", "2025-01", "2025-01-05", "2024-12-09/..")):
            claim = claim_of(when)
            text = text_of(f"{CONTENT}{number}")
            ledger.append(batch_of(text, (claim,)))
        whole = [
            str((row.entry.payload or {}).get("when")) for row in ledger.rows(Query(kinds=("claim",), order="happened"))
        ]
        assert whole == ["2024-12-09/..", "2025-01", "2025-01-05", "2025-03-02", "None"]
        paged = [
            str((row.entry.payload or {}).get("when"))
            for offset in range(5)
            for row in ledger.rows(Query(kinds=("claim",), order="happened", offset=offset, limit=1))
        ]
        assert paged == whole

    def test_findings_within_a_stretch_of_a_text_are_those_that_share_some_of_it(self, ledger: Ledger) -> None:
        read(ledger, ask_of(), claim_of())
        ask = ask_of()
        for within, found in (((ask.start, ask.end), 1), ((ask.end, ask.end + 1), 0), ((ask.start - 1, ask.start), 0)):
            assert len(listed(ledger, within=within)) == found
        assert len(listed(ledger, within=(ask.end - 1, ask.end), document=text_of().document)) == 1

    def test_a_retraction_undoes_and_can_be_undone(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        made = recording.judge(ledger, row.finding, "reject", Judging(handle="anna", reason="no")).entries[0]
        undone = recording.retract(ledger, made.id, handle="ben", reason="it is one")
        assert ledger.state(row.finding).standing == "proposed"
        recording.retract(ledger, undone.id, handle="anna", reason="it is none")
        assert ledger.state(row.finding).standing == "rejected"

    def test_a_retracted_addition_is_gone_from_listings(self, ledger: Ledger) -> None:
        read(ledger)
        entry = recording.add(ledger, text_of(), ask_of(), handle="anna")
        recording.retract(ledger, entry.id, handle="anna", reason="slip")
        assert listed(ledger) == []
        with pytest.raises(UnknownFinding):
            ledger.state(entry.subject)

    def test_an_edit_of_what_moved_meanwhile_is_refused_with_both_versions(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        recording.judge(ledger, row.finding, "confirm", Judging(handle="anna", reason="yes", seen=row.state.last_seq))
        head = ledger.head()
        with pytest.raises(Moved, match=r"seen at entry 5, but entry 6 .*confirm"):
            recording.judge(ledger, row.finding, "reject", Judging(handle="ben", reason="no", seen=row.state.last_seq))
        assert ledger.head() == head

    def test_a_verdict_that_is_none_is_refused(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        for verdict in ("maybe", "correct"):
            with pytest.raises(recording.NoSuchVerdict):
                recording.judge(ledger, row.finding, verdict, Judging(handle="anna", reason=""))

    def test_a_judgement_of_the_unknown_is_refused(self, ledger: Ledger) -> None:
        with pytest.raises(UnknownFinding):
            recording.judge(ledger, digest(b"none"), "confirm", Judging(handle="anna", reason=""))
        batch = Batch(entries=(), expects=((digest(b"none"), 1),))
        with pytest.raises(UnknownFinding):
            ledger.append(batch)

    # ---- readings

    def test_what_the_newest_reading_no_longer_finds_is_superseded_unless_judged(self, ledger: Ledger) -> None:
        read(ledger, ask_of(), ask_of(words="urge Veltria"))
        kept, gone = (row.finding for row in listed(ledger)[::-1])
        recording.judge(ledger, kept, "confirm", Judging(handle="anna", reason="yes"))
        read(ledger, reader="reader/2")
        assert [row.finding for row in listed(ledger)] == [kept]
        assert {row.finding for row in listed(ledger, superseded=True)} == {kept, gone}

    def test_a_new_proposal_does_not_change_what_was_judged_and_is_shown(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        recording.judge(ledger, row.finding, "confirm", Judging(handle="anna", reason="yes"))
        read(ledger, ask_of(force="demand"), reader="reader/2")
        (now,) = listed(ledger)
        assert now.entry == row.entry
        assert now.state.moved is not None
        assert now.state.moved.payload is not None
        assert now.state.moved.payload["force"] == "demand"
        recording.judge(ledger, row.finding, "confirm", Judging(handle="anna", reason="the new one is right"))
        (after,) = listed(ledger)
        assert after.entry == now.state.moved
        assert after.state.moved is None

    # ---- clocks

    def test_yesterdays_view_does_not_change(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        moment = ledger.head().recorded_at
        before = listed(ledger, recorded_by=moment)
        recording.judge(ledger, before[0].finding, "reject", Judging(handle="anna", reason="no"))
        read(ledger, claim_of(), reader="reader/2")
        assert listed(ledger, recorded_by=moment) == before
        assert ledger.state(before[0].finding, recorded_by=moment).standing == "proposed"
        assert listed(ledger, recorded_by="2031-04-01T12:00:00.000000Z") == []
        with pytest.raises(UnknownFinding, match="by 2031-04-01T12:00:00"):
            ledger.state(before[0].finding, recorded_by="2031-04-01T12:00:00.000000Z")

    @pytest.mark.parametrize(
        ("day", "certainties"), [("2031-02-28", []), ("2031-03-15", ["possible"]), ("2031-03-31", ["certain"])]
    )
    def test_the_world_could_know_certainly_or_possibly(self, ledger: Ledger, day: str, certainties: list[str]) -> None:
        read(ledger, ask_of(), card=Card(genre="appeal", issued="2031-03"))
        asked = bounds(day)
        assert asked is not None
        assert [row.certainty for row in listed(ledger, published_by=asked.latest)] == certainties

    @pytest.mark.parametrize(
        ("first", "last", "certainties"),
        [
            ("2031-03-01", "2031-03-31", ["certain"]),
            ("2031-03-02", "2031-03-02", ["possible"]),
            ("2031-04-01", None, []),
            (None, "2031-02-28", []),
        ],
    )
    def test_what_happened_is_listed_by_its_own_time(
        self, ledger: Ledger, first: str | None, last: str | None, certainties: list[str]
    ) -> None:
        read(ledger, claim_of("2031-03-01/2031-03-03"), claim_of(None))
        low, high = bounds(first), bounds(last)
        rows = listed(ledger, kinds=("claim",), happened_from=low and low.earliest, happened_to=high and high.latest)
        assert [row.certainty for row in rows] == certainties

    def test_a_corrected_date_moves_the_documents_findings(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (card,) = listed(ledger, kinds=("document",))
        right = Card(genre="appeal", issued="2031-01-05")
        recording.judge(ledger, card.finding, "correct", Judging(handle="anna", reason="stamp"), replacement=right)
        (row,) = listed(ledger)
        assert row.published == bounds("2031-01-05")
        assert row.happened == row.published  # an ask happens by being said

    def test_the_undated_stand_last_and_answer_no_clock(self, ledger: Ledger) -> None:
        other = text_of("Please open the Tamar corridor.")
        ledger.append(batch_of(other, (ask_of(other.content),), Card(genre="appeal")))
        read(ledger, ask_of())
        assert [row.published is None for row in listed(ledger)] == [False, True]
        assert len(listed(ledger, published_by=999_999)) == 1

    # ---- listings

    def test_listings_are_asked_by_role_and_value(self, ledger: Ledger) -> None:
        read(ledger, ask_of(law=("un-charter",)), claim_of())
        assert len(listed(ledger, kinds=(), keys=(("addressee", "veltria"),))) == 1
        assert len(listed(ledger, kinds=(), keys=(("addressee", "veltria"), ("instrument", "un-charter")))) == 1
        assert listed(ledger, kinds=(), keys=(("addressee", "veltria"), ("force", "demand"))) == []
        assert listed(ledger, kinds=(), keys=(("addressee", "ardesh"),)) == []
        assert ledger.values("addressee") == (("veltria", 1),)
        assert ledger.values("addressee", recorded_by="2031-01-01T00:00:00.000000Z") == ()

    def test_listings_are_paged_in_one_order(self, ledger: Ledger) -> None:
        for number in range(5):
            text = text_of(f"{number}: open the Tamar corridor")
            ledger.append(batch_of(text, (ask_of(text.content),)))
        whole = listed(ledger)
        assert listed(ledger, limit=2) + listed(ledger, limit=9, offset=2) == whole
        assert listed(ledger, document=whole[3].entry.document) == [whole[3]]

    def test_search_finds_words_and_phrases_with_their_places(self, ledger: Ledger) -> None:
        read(ledger, passage_of())
        (hit,) = ledger.search('corridor "was closed"')
        assert [CONTENT[start:end] for start, end in hit.marks] == ["corridor", "was closed"]
        assert hit.anchor.quote == CONTENT
        assert list(ledger.search('"corridor Tamar"')) == []
        assert list(ledger.search("corridor", recorded_by="2031-01-01T00:00:00.000000Z")) == []
        assert list(ledger.search("corridor", limit=0)) == []

    @pytest.mark.parametrize("words", ["", "  --- ", '"open'])
    def test_a_search_that_cannot_be_read_is_told(self, ledger: Ledger, words: str) -> None:
        with pytest.raises(BadQuery):
            list(ledger.search(words))

    # ---- expunging

    def test_an_answer_to_an_ask_does_not_move_the_ask(self, ledger: Ledger) -> None:
        ask = read(ledger, ask_of()).entries[-1]
        answer = NewEntry(
            kind="answer",
            subject=ask.subject,
            document=digest(b"another letter"),
            author="person:lia",
            basis="stated",
            payload={"response": "pledged"},
        )
        answered = ledger.append(Batch(entries=(answer,))).entries[0]
        recording.judge(ledger, ask.subject, "confirm", Judging(handle="lia", reason="read it"))
        recording.retract(ledger, answered.id, handle="lia", reason="another letter's")
        recording.judge(ledger, ask.subject, "reject", Judging(handle="lia", reason="a slip"))
        assert ledger.state(ask.subject).standing == "rejected"

    def test_expunging_destroys_payloads_and_keeps_the_chain(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of(), passage_of()).entries
        chain = [entry.chain for entry in ledger.entries()]
        entry = ledger.expunge([e.id for e in made], author="person:anna", reason="asked by a witness")
        assert entry.kind == "expunged"
        held = list(ledger.entries())
        assert [e.chain for e in held[:-1]] == chain
        assert all(e.payload is None and e.salt is None and e.expunged for e in held[:-1])
        assert ledger.verify().expunged == len(made)
        assert list(ledger.rows(Query())) == []
        assert list(ledger.search("corridor")) == []
        with pytest.raises(UnknownText):
            ledger.text(text_of().document, "plain/1")
        moment = made[-1].recorded_at
        assert list(ledger.rows(Query(recorded_by=moment))) == []

    def test_an_expunged_reason_leaves_the_verdict(self, ledger: Ledger) -> None:
        read(ledger, ask_of())
        (row,) = listed(ledger)
        made = recording.judge(ledger, row.finding, "reject", Judging(handle="anna", reason="a name")).entries[0]
        ledger.expunge([made.id], author="person:anna", reason="names a person")
        held = ledger.entry(made.id)
        assert held.payload == {"verdict": "reject", "of": row.entry.id}
        assert ledger.state(row.finding).standing == "rejected"
        ledger.expunge([made.id], author="person:anna", reason="twice does no harm")
        ledger.verify()

    def test_an_expunged_document_is_not_taken_in_again(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of()).entries
        assert recording.expunged(ledger, text_of().document) is None
        ledger.expunge([made[1].id], author="person:anna", reason="a witness")
        gone = recording.expunged(ledger, text_of().document)
        assert gone is not None
        assert gone.id == made[1].id
        for text in (text_of(), text_of(version="plain/2")):
            with pytest.raises(DocumentExpunged, match="not read again"):
                ledger.append(batch_of(text, (), reader="reader/2"))

    def test_a_new_proposal_that_says_the_same_has_not_moved(self, ledger: Ledger) -> None:
        read(ledger)
        added = recording.add(ledger, text_of(), ask_of(), handle="anna", reason="missed")
        read(ledger, ask_of(), reader="reader/2")
        state = ledger.state(added.subject)
        assert (state.standing, state.moved, state.entry) == ("added", None, added)

    def test_a_text_may_be_expunged_alone(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of()).entries
        ledger.expunge([made[1].id], author="person:anna", reason="a photograph")
        verified = ledger.verify()
        assert (verified.expunged, verified.texts, verified.quotes) == (1, 0, 0)

    def test_expunging_what_is_unknown_destroys_nothing(self, ledger: Ledger) -> None:
        made = read(ledger, ask_of()).entries
        with pytest.raises(UnknownEntry):
            ledger.expunge([made[4].id, digest(b"none")], author="person:anna", reason="")
        with pytest.raises(NothingToExpunge):
            ledger.expunge([], author="person:anna", reason="")
        assert ledger.verify().expunged == 0


def broken_by(ledger: Ledger) -> str:
    """Verify and give the broken promise's message."""
    with pytest.raises(BrokenPromise) as told:
        ledger.verify()
    return str(told.value)
