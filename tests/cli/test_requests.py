# SPDX-License-Identifier: Apache-2.0
"""Requests that meet nothing, or are at fault: every verb that lists says the same of them, in the same way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cli.conftest import Person
from tocsin.ledger.sqlite import open_ledger

DAYS = ("--from", "2025-01", "--to", "2025-02")
LISTINGS = {
    "asks": (),
    "warnings": (),
    "timeline": (),
    "law": (),
    "sources": (),
    "search": ("corridor",),
    "answers": (),
    "sent": (),
    "standing": (),
    "voices": (),
    "positions": (),
    "obligations": (),
    "notice": ("--to", "Ardesh"),
    "watch": (),
    "access": ("--place", "Tamar corridor", *DAYS),
    "needs": ("--place", "Orsava", *DAYS),
    "people": (),
}
"""Each verb that lists, with what it needs to be told."""

verbs = pytest.mark.parametrize("verb", LISTINGS)


@pytest.fixture
def empty(person):
    with open_ledger(person.folder / "tocsin.db"):
        return person


@verbs
def test_without_a_ledger_a_verb_says_how_one_begins(person, verb):
    assert person.run(verb, *LISTINGS[verb]) == ""
    assert person.code == 2
    assert "there is no ledger here; `tocsin read FILE…` begins one" in person.err


@verbs
def test_of_an_empty_ledger_a_verb_says_among_how_many_documents(empty, verb):
    out = empty.run(verb, *LISTINGS[verb])
    assert empty.code == 0
    assert any(said in out + empty.err for said in ("0 documents", "recorded in this ledger"))


@verbs
def test_json_is_one_array_of_an_empty_ledger_too(empty, verb):
    assert isinstance(json.loads(empty.run(verb, *LISTINGS[verb], "--json")), list)
    assert empty.code == 0


@verbs
def test_a_date_that_is_none_is_a_bad_request(empty, verb):
    empty.run(verb, *LISTINGS[verb], "--published-by", "soon")
    assert empty.code == 2
    assert "--published-by soon: this is no date" in empty.err


@pytest.mark.parametrize("verb", ["asks", "warnings", "timeline", "standing", "watch", "access", "people"])
def test_days_that_end_before_they_begin_are_a_bad_request(empty, verb):
    needed = [word for word in LISTINGS[verb] if word not in DAYS]
    empty.run(verb, *needed, "--happened-from", "2025-03", "--happened-to", "2025-01")
    assert empty.code == 2
    assert "these days end before they begin" in empty.err


@pytest.mark.parametrize("verb", ["timeline", "access", "needs", "people", "watch", "positions"])
def test_a_place_that_nobody_knows_is_a_bad_request_with_the_nearest(empty, verb):
    days = DAYS if verb in {"access", "needs"} else ()
    empty.run(verb, "--place", "Orsavva", *days)
    assert empty.code == 2
    assert "orsava" in empty.err


@pytest.mark.parametrize("verb", ["asks", "warnings", "answers", "sent", "notice", "standing", "obligations"])
def test_a_body_that_nobody_knows_is_a_bad_request_with_the_nearest(empty, verb):
    flag = "--on" if verb == "obligations" else "--to"
    empty.run(verb, flag, "Arrdesh")
    assert empty.code == 2
    assert "ardesh" in empty.err


def tocsin(person: Person, *words: str, out: int | IO[Any]) -> subprocess.CompletedProcess[str]:
    run = "from tocsin.cli.main import main; main(prog_name='tocsin')"
    return subprocess.run(
        [sys.executable, "-c", run, *words],
        cwd=person.folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=out,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_an_output_without_room_is_told_in_one_line(empty, more):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = tocsin(empty, "notice", "--to", "Ardesh", *more, out=full)
    assert done.returncode == 2
    assert "tocsin: standard output: cannot be written (No space left on device)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_read_enough_is_left_in_peace(empty):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as closed:
        done = tocsin(empty, "notice", "--to", "Ardesh", out=closed)
    assert done.stderr == ""


@pytest.mark.parametrize("verb", ["timeline", "access", "people", "watch"])
def test_a_flag_at_fault_is_named_as_it_was_typed(empty, verb):
    needed = [word for word in LISTINGS[verb] if word not in DAYS]
    empty.run(verb, *needed, "--from", "soon")
    assert (empty.code, "--from soon: this is no date" in empty.err, "--happened" in empty.err) == (2, True, False)
    empty.run(verb, *needed, "--from", "2025-03", "--to", "2025-01")
    assert "--from 2025-03 --to 2025-01: these days end" in empty.err
    empty.run(verb, *needed, "--happened-to", "soon")
    assert "--happened-to soon: this is no date" in empty.err


def test_the_days_of_a_record_of_a_place_are_named_as_they_were_typed(empty):
    empty.run("dossier", "--place", "Orsava", "--from", "2025-03", "--to", "soon", "-o", "d.html")
    assert (empty.code, "--to soon: this is no date" in empty.err) == (2, True)
