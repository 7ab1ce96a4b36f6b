# SPDX-License-Identifier: Apache-2.0
"""Claims meet by what one paper leaves out: the place, the part of a town, the number that it corrects."""

from __future__ import annotations

import pytest

from tests.ledger.contract import Clock
from tests.linking.clustered import SHELLED, killed, only, shelled
from tests.linking.shelves import claim, shelve
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.clusters import clusters
from tocsin.records.findings import Party


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(clock=Clock())


def test_whom_an_act_struck_is_where_it_was_done_where_others_name_it_as_a_place(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    told = "Guns shelled Sarn on 21 February 2025. A market in Karsk was hit."
    struck = claim(told, "Guns shelled Sarn on 21 February 2025", "bombardment", "2025-02-21", of="sarn")
    other = claim(told, "A market in Karsk was hit", "bombardment", "2025-02-20", at="karsk")
    shelve(ledger, told, struck, other, issuer="karsk-mayor")
    text = "In Sarn three people were killed on 21 February 2025."
    shelve(ledger, text, claim(text, text, "killing", "2025-02-21", at="sarn"), issuer="lumara")
    assert only(ledger, catalogue).places == ("sarn",)


def test_a_part_of_a_town_lies_within_it_by_its_name(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for place, issuer in (("sarn", "karsk-mayor"), ("sarn-station", "lumara")):
        text = f"On 21 February 2025 {place} was shelled."
        shelve(ledger, text, claim(text, text, "bombardment", "2025-02-21", at=place), issuer=issuer)
    assert len(only(ledger, catalogue).documents) == 2


def test_a_paper_that_names_no_place_tells_of_that_in_its_issuers_name(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "horzan-community-council")
    text = "One nurse was killed on 21 February 2025."
    shelve(ledger, text, claim(text, text, "killing", "2025-02-21"), issuer="mayor-of-dolen")
    assert len(only(ledger, catalogue).documents) == 2


def test_a_toll_without_a_place_is_of_its_own_papers_event(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council", when="2025-02-21")
    text = f"{SHELLED} Nine people were killed."
    shelve(
        ledger,
        text,
        claim(text, SHELLED, "bombardment", "2025-02-21", at="dolen"),
        claim(text, "Nine people were killed", "killing", "2025-02-21"),
        issuer="lumara",
    )
    assert len(only(ledger, catalogue).claims) == 3


def test_a_denial_is_of_the_act_on_what_it_says_was_struck(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "horzan-community-council", of="hospital")
    shelled(ledger, "horzan-community-council", "And a market.", of="market", when="2025-03-09")
    text = "The army denies that its men shelled the hospital of Dolen."
    denied = claim(text, "its men shelled the hospital", "bombardment", at="dolen", mode="denied", of="hospital")
    shelve(ledger, text, denied, issuer="army-of-the-plain")
    first, second = clusters(ledger, catalogue, Query(), least=1)
    assert (first.denied_by, second.denied_by) == (("army-of-the-plain",), ())


def test_a_fire_and_the_dead_of_one_day_at_one_place_are_one_event(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for act, words in (("arson", "Houses were burned in Dolen"), ("killing", "Two men were killed in Dolen")):
        shelve(ledger, words, claim(words, words, act, "2025-02-21", at="dolen"), issuer=act)
    assert only(ledger, catalogue).corroborated


def test_one_judgement_told_by_two_that_name_no_court_is_one(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    for number, issuer in enumerate(("lumara", "karsk-mayor")):
        text = f"{number}: a court convicted Mara Lind in Karsk."
        whom = (Party(id="mara-lind", name="Mara Lind"),)
        told = claim(text, text, "conviction", "2025-02-21", at="karsk", by="court", targets=whom)
        shelve(ledger, text, told, issuer=issuer)
    assert len(only(ledger, catalogue).claims) == 2


def test_a_number_that_a_voice_corrects_is_none_of_the_event(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    shelled(ledger, "karsk-mayor", quantities=killed(19))
    text = f"{SHELLED} An earlier version of this report said that 23 people had been killed."
    old = claim(text, "23 people had been killed", "killing", "2025-02-21", at="dolen", quantities=killed(23))
    new = claim(text, SHELLED, "bombardment", "2025-02-21", at="dolen", quantities=killed(19))
    shelve(ledger, text, new, old, issuer="lumara")
    (number,) = only(ledger, catalogue).numbers
    assert (number.differ, [told.count.value for told in number.told]) == (False, [19, 19])


def test_a_corrected_number_stands_where_nothing_is_told_in_its_place(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    shelled(ledger, "karsk-mayor", quantities=killed(19))
    text = "An earlier version of this report said that 23 people had been killed in Dolen."
    old = claim(text, "23 people had been killed", "killing", "2025-02-21", at="dolen", quantities=killed(23))
    shelve(ledger, text, old, issuer="lumara")
    assert only(ledger, catalogue).numbers[0].differ
