# SPDX-License-Identifier: Apache-2.0
"""What an ask says beside its action: who asks, whether it is told again, by when, on which condition, of what kind."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

PACK = Path(__file__).parent / "asks" / "pack"


@lru_cache(maxsize=1)
def reader() -> Reader:
    return Reader(load([PACK])[0])


def asks(content: str) -> list[Ask]:
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [finding for finding in reader().read(text).findings if isinstance(finding, Ask)]


def ids(ask: Ask) -> set[str]:
    return {party.id for party in ask.askers}


def test_the_subject_of_the_verb_asks():
    (ask,) = asks("In a statement on Monday, Sorland called on Ardesh to reopen the gate.")
    assert ids(ask) == {"sorland"}


def test_who_is_said_to_speak_asks_in_a_quotation():
    found = asks('"We call on Ardesh to reopen the gate," the Lowland Union said. The gate has been shut since May.')
    assert ids(found[0]) == {"lowland-union"}


def test_the_agent_of_a_passive_asks():
    (ask,) = asks("Veltria was urged by the Northern Contact Group to withdraw its armour.")
    assert ids(ask) == {"northern-contact-group"}


def test_an_earlier_ask_told_again_is_marked():
    (ask,) = asks("Sorland has repeatedly called on Ardesh to reopen the gate.")
    assert ask.reported


def test_a_new_ask_is_not_marked_as_told_again():
    (ask,) = asks("Sorland has called on Ardesh to reopen the gate.")
    assert not ask.reported


def test_a_deadline_needs_a_preposition():
    (ask,) = asks("We urge Ardesh to publish the lists by 1 March 2024.")
    assert ask.by_when == "2024-03-01"
    (ask,) = asks("We urge Ardesh to publish the lists of 1 March 2024.")
    assert ask.by_when is None


def test_a_condition_is_kept_in_the_sources_words():
    (ask,) = asks("If the talks fail, we urge Sorland to convene the guarantors.")
    assert ask.condition == "If the talks fail"


def test_an_obligation_is_implicit_and_without_force():
    (ask,) = asks("The Lowland Union must send its monitors to Karsk.")
    assert (ask.explicit, ask.force) == (False, None)


def test_the_kind_of_thing_asked_for_is_that_of_the_first_cue():
    (ask,) = asks("We call on the Lowland Union to impose sanctions and to send observers.")
    assert ask.asks_for == "sanctions"


def test_of_two_verbs_the_stronger_gives_the_force():
    (ask,) = asks("We ask and demand of Ardesh to return the barges.")
    assert ask.force == "demand"


def test_both_sides_of_a_conflict_are_heard_alike():
    one = asks("We urge Veltria to lift the siege. Ardesh demands that Veltria withdraw from the delta.")
    other = asks("We urge Ardesh to lift the siege. Veltria demands that Ardesh withdraw from the delta.")
    swap = {"veltria": "ardesh", "ardesh": "veltria"}
    told = [(a.force, a.by, [swap[p.id] for p in a.addressees]) for a in one]
    assert told == [(a.force, a.by, [p.id for p in a.addressees]) for a in other]
