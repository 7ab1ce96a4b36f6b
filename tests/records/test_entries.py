# SPDX-License-Identifier: Apache-2.0
"""Entries: what seals what, so that a payload can go while the chain stays."""

from __future__ import annotations

import dataclasses

import pytest

from tocsin.records.bounds import LAST, bounds
from tocsin.records.entries import (
    BASES,
    KINDS,
    REMAINDER,
    Entry,
    Head,
    NewEntry,
    actor_id,
    broken,
    kept,
    person_id,
    sealed,
)
from tocsin.records.ids import canonical, digest
from tocsin.records.runs import Run, text_id

NEW = NewEntry(
    kind="judgement",
    subject=digest(b"finding"),
    author="person:anna",
    basis="stated",
    payload={"verdict": "confirm", "of": digest(b"entry"), "reason": "read it"},
)
SALT = bytes(range(16))


def entry_of(new: NewEntry = NEW, salt: bytes = SALT) -> Entry:
    moment = "2031-04-01T12:00:00.000000Z"
    return sealed(new, head=Head(), recorded_at=moment, salt=salt, payload=canonical(new.payload))


def test_the_seals_of_schema_one_never_change() -> None:
    """A ledger written by this version must verify under every later one."""
    entry = entry_of()
    assert (entry.commitment[7:15], entry.id[7:15], entry.chain[7:15]) == ("488be3f6", "6fec49a1", "f2e2aff1")


def test_equal_payloads_under_two_salts_look_nothing_alike() -> None:
    one, other = entry_of(), entry_of(salt=SALT[::-1])
    assert one.commitment != other.commitment
    assert one.id != other.id


def test_an_entry_holds_with_its_payload_and_without() -> None:
    entry = entry_of()
    assert broken(entry, canonical(NEW.payload), Head()) is None
    gone = dataclasses.replace(entry, payload=None, salt=None)
    assert gone.expunged
    assert broken(gone, None, Head()) is None


def test_the_id_does_not_depend_on_the_place_and_the_chain_does() -> None:
    head = Head(seq=7, chain=digest(b"x"), recorded_at="2031-01-01T00:00:00.000000Z")
    one = entry_of()
    other = sealed(NEW, head=head, recorded_at=one.recorded_at, salt=SALT, payload=canonical(NEW.payload))
    assert one.id == other.id
    assert one.chain != other.chain


def test_ids_and_closed_words_outlive_an_expunged_payload() -> None:
    assert kept(entry_of()) == {"verdict": "confirm", "of": digest(b"entry")}
    assert kept(entry_of(dataclasses.replace(NEW, kind="alias", payload={"name": "X"}))) is None
    assert set(REMAINDER) <= set(KINDS)


@pytest.mark.parametrize("words", [KINDS, BASES])
def test_closed_lists_say_what_each_word_means(words: dict[str, str]) -> None:
    assert all(words.values())


def test_ids_of_unlike_things_differ() -> None:
    run = Run(document=digest(b"x"), version="plain/1", reader="reader/1", catalogue=digest(b"c"))
    names = {
        actor_id("x"),
        person_id("x"),
        text_id(digest(b"x"), "plain/1"),
        run.id,
        dataclasses.replace(run, given="2031").id,
        dataclasses.replace(run, reader="reader/2").id,
    }
    assert len(names) == 6


def test_a_doubted_date_has_no_latest_day_and_no_date_no_bounds() -> None:
    doubted = bounds("2031-03?")
    assert doubted is not None
    assert doubted.latest == LAST
    assert bounds("P3D") is bounds(None) is bounds("") is None
