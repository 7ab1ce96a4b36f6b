# SPDX-License-Identifier: Apache-2.0
"""The verb `watch`, as a person types it."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import LETTER
from tests.conftest import EXAMPLES

PACK = ("--pack", EXAMPLES / "pack")
OTHER = """\
Statement by the Ministry of Foreign Affairs of Lumara

9 March 2025

Since 9 December 2024 Ardesh has closed the Tamar corridor, the only road to Orsava.
"""


@pytest.fixture
def reader(person):
    person.run("read", *PACK, person.write("letter.txt", LETTER), person.write("other.txt", OTHER))
    return person


def test_watch_says_who_states_what_and_never_that_it_is_so(reader):
    told = " ".join(reader.run("watch", *PACK).split())
    assert "2024-12 · factor 13 · lit: 2 voices state: Orsava Assembly; " in told
    assert "sides: Lumara, Orsava" in told
    assert "two speakers in one text light none" in told
    assert "among the 2 documents of this ledger" in told
    assert "13.8: supplies, facilities, medical or humanitarian support obstructed" in told


def test_a_cell_opens_to_its_quotes(reader):
    told = " ".join(reader.run("watch", *PACK, "--cell", "13 2024-12 Orsava").split())
    assert "the authorities of Ardesh closed the Tamar corridor" in told
    assert "letter.txt [" in told
    assert "by relief-obstructed, living-conditions-siege" in told


def test_what_names_no_cell_and_no_place_is_refused(reader):
    reader.run("watch", *PACK, "--cell", "what")
    assert (reader.code, "write factor, month and place" in reader.err) == (2, True)
    reader.run("watch", *PACK, "--cell", "15 2024-12")
    assert reader.code == 2
    reader.run("watch", *PACK, "--place", "Nowhere at all")
    assert (reader.code, "nearest" in reader.err) == (2, True)


def test_watch_gives_json_windows_and_its_rules(reader):
    rows = json.loads(reader.run("watch", *PACK, "--json", "--from", "2025-01", "--to", "2025-02"))
    assert {row["month"] for row in rows} == {"2025-01", "2025-02"}
    assert all(item["finding"]["quote"] for row in rows for item in row["evidence"])
    assert {row["sign"] for row in json.loads(reader.run("watch", "--signs", "--json"))} >= {"relief-obstructed"}
    assert "relief-obstructed: claims of blockade, denial-of-relief → 13.8" in reader.run("watch", "--signs")


def test_where_nothing_is_lit_places_are_named_and_all_shows_them(reader):
    told = reader.run("watch", *PACK, "--published-by", "2025-03-05")
    assert "No cell is lit at: orsava (--all shows them)" in " ".join(told.split())
    assert "Orsava (orsava)" in reader.run("watch", *PACK, "--published-by", "2025-03-05", "--all")
    assert reader.run("watch", *PACK, "--published-by", "2020-01-01") == ""
    assert "among the 0 documents" in reader.err


ALARMS = """\
[[alarm]]
id = "silence"
kind = "silence"
days = 20

[[alarm]]
id = "closed"
kind = "closed"
place = "Tamar corridor"
days = 400
"""


def test_alarms_ring_on_a_day_and_over_the_past(reader):
    file = reader.write("alarms.toml", ALARMS)
    told = " ".join(reader.run("watch", *PACK, "--alarms", file, "--on", "2025-04-01").split())
    assert "2025-03-22 · silence: " in told
    assert "No ring on 2025-04-01 among the 2 documents of this ledger: closed" in reader.err
    assert reader.run("watch", *PACK, "--alarms", file, "--on", "2025-03-10") == ""
    replayed = reader.run("watch", *PACK, "--alarms", file, "--replay", "2025-03", "2025-04", "--json-lines")
    rows = [json.loads(line) for line in replayed.splitlines()]
    assert {(row["alarm"], row["day"], row["state"]) for row in rows} == {("silence", "2025-03-22", "rings")}
    assert all(row["entries"] for row in rows)
    assert json.loads(reader.run("watch", *PACK, "--alarms", file, "--replay", "2025-03", "2025-04", "--json")) == rows


def test_alarms_are_written_as_a_feed(reader):
    file = reader.write("alarms.toml", ALARMS)
    reader.run("watch", *PACK, "--alarms", file, "--on", "2025-04-01", "--atom", "feed.xml")
    assert "<feed xmlns=" in (reader.folder / "feed.xml").read_text(encoding="utf-8")
    assert reader.run("watch", *PACK, "--alarms", file, "--on", "2025-04-01", "--atom", "-").startswith("<?xml")


def test_files_and_days_that_are_none_are_refused(reader):
    reader.run("watch", *PACK, "--alarms", "none.toml")
    assert (reader.code, "cannot be read" in reader.err) == (2, True)
    file = reader.write("alarms.toml", ALARMS)
    reader.run("watch", *PACK, "--alarms", file, "--replay", "soon", "later")
    assert (reader.code, "--replay soon: this is no date" in reader.err) == (2, True)


def test_warnings_are_followed_to_what_came_later(reader):
    told = "On 5 May 2025 Ardeshi guards turned back a relief convoy at the Issel bridge."
    later = f"Report of Lumara\n\n1 June 2025\n\n{told}\n"
    reader.run("read", *PACK, reader.write("later.txt", later))
    told = " ".join(reader.run("warnings", *PACK, "--followed").split())
    assert "specific" in told
    assert "the first after 64 days" in told
    rows = json.loads(reader.run("warnings", *PACK, "--followed", "--to", "United Nations", "--json"))
    assert [row["harm"] for row in rows] == ["famine"]
    assert rows[0]["later"]["lead"] == {"low": 64, "high": 64}
    assert "no claim is recorded" in " ".join(reader.run("warnings", *PACK, "--followed", "--within-days", "9").split())
    reader.run("warnings", *PACK, "--followed", "--harm", "disease")
    assert "No such warning" in reader.err
