# SPDX-License-Identifier: Apache-2.0
"""`dossier` of a body, a place, an obligation, a standing ask: one of them, in the form that the file's name says."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def crisis(person):
    person.run("demo", "--into", "demo")
    assert person.code == 0, person.err
    return person


def test_one_thing_is_to_be_named(crisis):
    crisis.run("dossier", "--ledger", "demo/tocsin.db")
    assert crisis.code == 2
    assert "name one of --to, --place, --obligation, --standing; none was given" in crisis.err
    crisis.run("dossier", "--ledger", "demo/tocsin.db", "--to", "Ardesh", "--standing", "3fb1c2")
    assert crisis.code == 2
    assert "--to and --standing were given" in crisis.err


def test_a_place_and_its_days_are_named_as_in_every_verb(crisis):
    days = ("--from", "2025-03-01", "--to", "2025-04-30")
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Tamar corridor", *days, "--format", "md")
    assert crisis.code == 0, crisis.err
    assert "on what happened from 1 March 2025 to 30 April 2025" in said
    longer = ("--happened-from", "2025-03-01", "--happened-to", "2025-04-30", "--format", "md")
    assert crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Tamar corridor", *longer) == said


def test_an_unknown_place_is_answered_with_the_nearest(crisis):
    crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Tamar corido")
    assert crisis.code == 2
    assert "the nearest are" in crisis.err


@pytest.mark.parametrize(("listing", "key"), [("obligations", "obligation"), ("standing", "standing")])
def test_the_ids_that_listings_show_name_a_dossier(crisis, listing, key):
    rows = json.loads(crisis.run(listing, "--ledger", "demo/tocsin.db", "--json"))
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", f"--{key}", rows[0][key][:20], "--format", "md")
    assert crisis.code == 0, crisis.err
    assert "[^1]:" in said


def test_a_form_is_filled_and_what_is_missing_is_told(crisis):
    crisis.write("us.toml", 'submitter = "Karsk Watch"')
    frame = ("--frame", "special-procedures", "--fill", "us.toml", "--format", "md")
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Orsava", *frame)
    assert crisis.code == 0, crisis.err
    assert "Karsk Watch" in said
    assert "missing: Mandates that it is sent to" in crisis.err
    assert "missing: Who submits" not in crisis.err
