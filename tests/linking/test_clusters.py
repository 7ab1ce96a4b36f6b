# SPDX-License-Identifier: Apache-2.0
"""Claims of one event stand together, counted by voice; nothing is decided between voices that differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from tests.ledger.contract import Clock
from tests.linking.clustered import KILLED, SHELLED, killed, only, shelled
from tests.linking.shelves import claim, party, shelve
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import identities, ties
from tocsin.linking.clusters import clusters
from tocsin.linking.counts import interval, reconcile
from tocsin.records.findings import Claim, Count, Party
from tocsin.records.ids import Digest


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(clock=Clock())


def test_two_voices_that_tell_of_one_act_place_and_day_corroborate_each_other(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "horzan-community-council")
    shelled(ledger, "relief-coordination-office")
    event = only(ledger, catalogue)
    assert event.corroborated
    assert event.counted == ("horzan-community-council", "relief-coordination-office")
    assert event.meetings[0].reasons == ("act bombardment", "place Dolen", "day")
    assert "2 voices counted" in event.receipt().steps[0].says
    assert "at least 2 voices" in event.receipt().steps[0].says


def test_two_papers_of_one_speaker_are_one_voice(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "karsk-mayor")
    shelled(ledger, "karsk-mayor", "Once more.")
    event = only(ledger, catalogue)
    assert (len(event.accounts), len(event.documents), event.corroborated) == (1, 2, False)


def test_two_actors_that_people_hold_for_one_are_one_voice(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "karsk-mayor")
    shelled(ledger, "mayor-of-the-town")
    identities.record(ledger, "karsk-mayor", "mayor-of-the-town", same=True, handle="lia", reason="one office")
    assert len(only(ledger, catalogue).accounts) == 1


def test_what_somebody_passes_on_as_hearsay_does_not_count(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council")
    text = "According to local media Dolen was shelled."
    shelve(
        ledger,
        text,
        claim(text, "Dolen was shelled", "bombardment", "2025-02-21", at="dolen", says="lumara"),
        issuer="lumara",
    )
    event = only(ledger, catalogue)
    assert not event.corroborated
    assert event.accounts[1].connection.words == "According to"


def test_who_saw_it_has_access_of_its_own(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    text = "Our monitors saw that Dolen was shelled."
    shelve(
        ledger,
        text,
        claim(text, "Dolen was shelled", "bombardment", "2025-02-21", at="dolen", says="bridges-issel"),
        issuer="bridges-issel",
    )
    shelled(ledger, "lumara")
    saw, told = only(ledger, catalogue).accounts
    assert (saw.connection.kind, saw.connection.own_access) == ("witness", True)
    assert (told.connection.kind, told.connection.own_access) == ("not-stated", False)


def test_who_denies_is_told_and_is_no_voice_for_it(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "veltria", mode="denied", by="veltria")
    event = only(ledger, catalogue)
    assert event.denied_by == ("veltria",)
    assert event.counted == ("horzan-community-council",)
    assert [account.side for account in event.accounts] == ["neither", "acting"]


def test_a_voice_that_denies_in_one_paper_bears_nothing_out_in_another(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "veltria", mode="denied", by="veltria")
    shelled(ledger, "veltria", "Once more.")
    event = only(ledger, catalogue)
    assert event.counted == ("horzan-community-council",)
    assert event.denied_by == ("veltria",)
    assert [sorted(account.modes) for account in event.accounts] == [["asserted"], ["asserted", "denied"]]
    assert event.agreed == ()


def test_who_denies_its_own_part_and_blames_another_is_told_to_deny_in_part(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "veltria", mode="denied", by="veltria")
    shelled(ledger, "veltria", "Once more.", by="ardesh")
    event = only(ledger, catalogue)
    assert (event.denied_by, event.denied_in_part_by) == ((), ("veltria",))
    assert event.borne_out == "that it happened, not who did it"
    assert event.blame_differs


def test_who_denies_and_tells_of_its_own_side_bears_nothing_out(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "relief-coordination-office", by="veltria")
    shelled(ledger, "ministry-of-defence-of-veltria", mode="denied", by="soldiers")
    shelled(ledger, "ministry-of-defence-of-veltria", "Once more.", by="veltria")
    event = only(ledger, catalogue_of_the_ministry(catalogue))
    assert event.counted == ("horzan-community-council", "relief-coordination-office")
    assert event.denied_by == ("ministry-of-defence-of-veltria",)
    assert not any(line.startswith("who acted") for line in event.agreed)


def catalogue_of_the_ministry(catalogue: Catalogue) -> Catalogue:
    row = replace(
        catalogue.actors["veltria"],
        id="ministry-of-defence-of-veltria",
        kind="ministry",
        name="Ministry of Defence of Veltria",
        aliases=(),
        demonyms=(),
        seats=(),
        part_of=("veltria",),
    )
    return replace(catalogue, actors={**catalogue.actors, row.id: row}, digest=Digest("with-a-ministry"))


def test_a_denial_without_date_and_place_stands_beside_the_event_that_it_meets(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    text = "Veltria denies that it shelled anybody. Dolen is a town."
    denial = claim(text, "it shelled anybody", "bombardment", mode="denied", says="veltria", by="veltria")
    place = claim(text, "Dolen is a town", "statement", at="dolen", says="veltria")
    shelve(ledger, text, denial, place, issuer="veltria")
    assert only(ledger, catalogue).denied_by == ("veltria",)


def test_a_denial_that_fits_several_events_stands_beside_each_and_nowhere_else(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "horzan-community-council", "Once more.", by="veltria", when="2025-03-09")
    text = "Veltria denies that it shelled Dolen."
    denied = claim(text, "it shelled Dolen", "bombardment", at="dolen", mode="denied", says="veltria", by="veltria")
    shelve(ledger, text, denied, issuer="veltria")
    found = clusters(ledger, catalogue, Query(), least=1)
    assert [event.denied_by for event in found] == [("veltria",), ("veltria",)]


def test_the_accused_is_no_voice_on_who_acted(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "veltria", by="veltria")
    event = only(ledger, catalogue)
    assert event.borne_out == "that it happened, not who did it"
    assert "who acted" not in " ".join(event.agreed)


def test_acts_of_two_sides_on_two_days_are_two_events(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council", by="veltria")
    shelled(ledger, "karsk-mayor", by="ardesh", when="2025-02-22")
    assert clusters(ledger, catalogue, Query()) == ()


def test_one_paper_that_tells_of_two_days_tells_of_two_events(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    text = "Dolen was shelled on 21 February 2025 and Dolen was hit on 22 February 2025."
    shelve(
        ledger,
        text,
        claim(text, "Dolen was shelled on 21", "bombardment", "2025-02-21", at="dolen"),
        claim(text, "Dolen was hit on 22", "bombardment", "2025-02-22", at="dolen"),
        issuer="karsk-mayor",
    )
    assert clusters(ledger, catalogue, Query()) == ()


def test_each_side_may_blame_the_other_for_one_event(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh", by="veltria")
    shelled(ledger, "veltria", by="ardesh")
    event = only(ledger, catalogue)
    assert event.blame_differs
    assert {(blame.party.name, blame.by) for blame in event.blamed} == {
        ("Veltria", ("ardesh",)),
        ("Ardesh", ("veltria",)),
    }


def test_voices_that_blame_each_other_bear_out_that_it_happened_and_not_who_did_it(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "ardesh", by="veltria")
    shelled(ledger, "veltria", by="ardesh")
    event = only(ledger, catalogue)
    assert event.corroborated
    assert event.acting == ()
    assert event.borne_out == "that it happened, not who did it"
    assert event.blame == "who acted differs: Ardesh (veltria); Veltria (ardesh)"


def test_voices_that_all_name_one_party_bear_out_who_did_it(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh", by="veltria")
    shelled(ledger, "horzan-community-council", by="veltria")
    event = only(ledger, catalogue)
    assert [party.name for party in event.acting] == ["veltria"]
    assert (event.borne_out, event.blame) == ("that it happened and who did it", "")


def test_who_acted_is_borne_out_by_nobody_where_one_voice_names_nobody(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "ardesh", by="veltria")
    shelled(ledger, "horzan-community-council", by="")
    event = only(ledger, catalogue)
    assert event.borne_out == "that it happened, not who did it"
    assert event.blame.startswith("who acted, as each names it: Veltria (ardesh); nobody named (")


def test_numbers_meet_as_intervals_and_a_conflict_is_told(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh", quantities=killed(3, 5))
    shelled(ledger, "lumara", quantities=killed(4, 8))
    (number,) = only(ledger, catalogue).numbers
    assert (number.shared, number.whole, number.voices) == ((4, 5), (3, 8), 2)
    shelled(ledger, "veltria", quantities=killed(1))
    (number,) = only(ledger, catalogue).numbers
    assert (number.differ, number.whole) == (True, (1, 8))


def test_a_number_told_to_compare_with_is_none_of_the_event(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    words = "41 trucks came to Dolen, compared with 310 trucks in the same period of 2024"
    trucks = (Count(value=41, of="trucks", low=41, high=41), Count(value=310, of="trucks", low=310, high=310))
    for issuer in ("lumara", "karsk-mayor"):
        text = f"{words} {issuer}"
        told = claim(text, words, "relief", "2025-02-21", at="dolen", says=issuer, quantities=trucks)
        shelve(ledger, text, told, issuer=issuer)
    (number,) = only(ledger, catalogue).numbers
    assert (number.differ, number.whole) == (False, (41, 41))


def test_an_open_number_bounds_one_side_only() -> None:
    found = Digest("sha256:a")
    (number,) = reconcile(
        [("a", found, Count(value=100, of="detained", comparator=">")), ("b", found, Count(value=150, of="detained"))]
    )
    assert (number.shared, number.whole) == ((150, 150), (101, None))
    assert interval(Count(value=100, of="detained", comparator="<")) == (None, 99)


def test_acts_of_one_family_on_one_day_and_place_are_one_event(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh")
    shelve(ledger, KILLED, claim(KILLED, KILLED, "killing", "2025-02-22", at="dolen", says="lumara"), issuer="lumara")
    assert set(only(ledger, catalogue).acts) == {"bombardment", "killing"}


@pytest.mark.parametrize(
    "other",
    [
        {"when": "2025-02-25"},
        {"at": "karsk"},
        {"when": None, "at": "dolen"},
        {"when": "2024"},
    ],
    ids=["another day", "another place", "no date and no party", "another year"],
)
def test_what_differs_in_day_or_place_stays_apart(
    ledger: MemoryLedger, catalogue: Catalogue, other: dict[str, Any]
) -> None:
    shelled(ledger, "ardesh")
    shelled(ledger, "lumara", **other)
    assert clusters(ledger, catalogue, Query()) == ()


def test_a_year_joins_the_one_event_that_fits_and_none_of_two(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh")
    shelled(ledger, "lumara", when="2025")
    assert len(only(ledger, catalogue).accounts) == 2
    shelled(ledger, "veltria", "Again.", when="2025-05-02")
    assert clusters(ledger, catalogue, Query()) == ()


def test_a_place_within_another_joins_where_one_event_fits(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh")
    shelled(ledger, "lumara", at="orsava")
    assert only(ledger, catalogue).meetings[0].reasons[1].startswith("places one within the other: ")
    shelled(ledger, "veltria", "There too.", at="karsk")
    assert clusters(ledger, catalogue, Query()) == ()


def closed(
    ledger: MemoryLedger, issuer: str, when: str | None, issued: str = "2025-06-01", at: str = "tamar-corridor"
) -> None:
    text = f"The road is closed, says {issuer}, {when} {issued}."
    shelve(
        ledger,
        text,
        claim(text, "The road is closed", "blockade", when, at=at, says=issuer),
        issuer=issuer,
        issued=issued,
    )


def test_an_undated_closure_is_the_one_that_was_going_on(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    closed(ledger, "veltria", "2024-12-09/..")
    closed(ledger, "lumara", None)
    assert len(only(ledger, catalogue).accounts) == 2


def test_an_undated_closure_told_before_is_another(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    closed(ledger, "veltria", "2024-12-09/..")
    closed(ledger, "lumara", None, issued="2024-03-01")
    assert clusters(ledger, catalogue, Query()) == ()


def test_a_closure_that_lasts_encompasses_a_later_one_at_its_place(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for issuer in ("veltria", "lumara"):
        closed(ledger, issuer, "2024-12-09/..")
        closed(ledger, issuer, "2025-03-05", issued="2025-06-02")
    whole, part = clusters(ledger, catalogue, Query())
    assert (whole.parts, part.part_of) == ((part.id,), whole.id)


def test_what_is_threatened_has_not_happened_and_meets_nothing(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh")
    shelled(ledger, "lumara", mode="threatened")
    assert clusters(ledger, catalogue, Query()) == ()


def test_a_person_joins_and_parts_and_the_receipt_names_who(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh")
    shelled(ledger, "lumara")
    shelled(ledger, "veltria", at="karsk")
    first, second, third = (row.finding for row in ledger.rows(Query(kinds=("claim",))))
    ties.record(ledger, second, first, same=False, handle="lia", reason="two attacks")
    ties.record(ledger, third, first, same=True, handle="lia", reason="one attack")
    event = only(ledger, catalogue)
    assert {row.row.finding for row in event.claims} == {first, third}
    assert any(step.says == "person:lia holds the two for same: one attack" for step in event.receipt().steps)


def test_an_event_has_the_same_id_in_every_run_and_another_when_a_voice_joins(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "ardesh")
    shelled(ledger, "lumara")
    before = only(ledger, catalogue).id
    assert only(ledger, catalogue).id == before
    shelled(ledger, "veltria")
    assert only(ledger, catalogue).id != before


def test_a_quoted_speaker_is_a_voice_of_its_own(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    text = f"{SHELLED} {KILLED}"
    shelve(
        ledger,
        text,
        claim(text, SHELLED, "bombardment", "2025-02-21", at="dolen", says="karskpress"),
        claim(text, KILLED, "bombardment", "2025-02-21", at="dolen", says="karskpress Karsk-Mayor", mode="reported"),
        issuer="karskpress",
    )
    told = only(ledger, catalogue).accounts
    assert [(account.name, account.quoted_by) for account in told] == [
        ("karskpress", None),
        ("Karsk-Mayor", "karskpress"),
    ]


def dead(ledger: MemoryLedger, issuer: str, whom: str, low: int, high: int | None = None, *, more: str = "") -> None:
    text = f"{whom} were killed in Dolen on 21 February 2025. {more} {issuer}"
    told = claim(
        text, f"{whom} were killed", "killing", "2025-02-21", at="dolen", says=issuer, quantities=killed(low, high)
    )
    of = (Party(id=whom.replace(" ", "-"), name=whom),)
    beside = [claim(text, more, "bombardment", "2025-02-21", at="dolen", says=issuer)] if more else []
    shelve(ledger, text, replace(told, targets=of), *beside, issuer=issuer)


def test_dead_of_different_kinds_in_numbers_that_exclude_each_other_are_two_events(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    dead(ledger, "ardesh", "soldiers", 2)
    dead(ledger, "horzan-community-council", "farmers", 20, 30)
    assert clusters(ledger, catalogue, Query()) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("civilians", "farmers"), ("people", "soldiers"), ("residents of the town", "women")]
)
def test_kinds_of_people_that_may_be_the_same_part_nothing(
    ledger: MemoryLedger, catalogue: Catalogue, one: str, other: str
) -> None:
    dead(ledger, "ardesh", one, 2)
    dead(ledger, "horzan-community-council", other, 20)
    event = only(ledger, catalogue)
    assert (event.corroborated, event.whom) == (True, ())


def test_voices_that_tell_of_different_people_do_not_bear_each_other_out(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    dead(ledger, "ardesh", "soldiers", 3)
    dead(ledger, "horzan-community-council", "farmers", 3)
    event = only(ledger, catalogue)
    assert not event.corroborated
    assert event.whom == (("soldiers", ("ardesh",)), ("farmers", ("horzan-community-council",)))
    assert "whom it was done to differs" in event.receipt().steps[0].says
    assert not any(words.startswith("the act") for words in event.agreed)
    dead(ledger, "lumara", "farmers", 3)
    assert only(ledger, catalogue).counted == ("horzan-community-council", "lumara")


def test_an_act_that_both_tell_of_is_corroborated_though_its_dead_differ(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    dead(ledger, "ardesh", "soldiers", 2, more="Dolen was shelled.")
    dead(ledger, "horzan-community-council", "farmers", 20, more="Dolen was shelled.")
    joined = [event for event in clusters(ledger, catalogue, Query()) if event.corroborated]
    assert joined
    assert all("bombardment" in event.acts for event in joined)


def masked(rows: Iterable[Listed]) -> Iterable[Listed]:
    for row in rows:
        assert isinstance(row.finding, Claim)
        yield replace(row, finding=replace(row.finding, targets=(party("name-withheld"),)))


def test_names_withheld_change_what_is_shown_and_not_what_meets(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "ardesh", of="anna-orlan")
    shelled(ledger, "lumara", of="mara-orlan")
    plain = only(ledger, catalogue)
    (shown,) = clusters(ledger, catalogue, Query(), shown=masked)
    assert shown.id == plain.id
    assert "orlan" not in str(shown.to_json())


def test_pairs_joined_by_the_same_things_are_one_line_of_a_receipt(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for number in range(5):
        shelled(ledger, f"village-council-{number}", "Once more. " * number)
    joined = [step.says for step in only(ledger, catalogue).receipt().steps if step.says.startswith("joined by")]
    assert len(joined) < 3
    assert "pairs of these claims" in joined[0]


def test_whoever_is_quoted_by_a_name_in_short_is_no_second_voice(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "dock-workers-union-of-karsk")
    shelled(ledger, "velt-courier", says="dock-workers-union")
    event = only(ledger, catalogue)
    assert (len(event.accounts), event.corroborated) == (1, False)
    shelled(ledger, "dock-workers-union-of-dolen", "A third paper.")
    assert len(only(ledger, catalogue).accounts) == 3  # of which of the two it is nobody can say
