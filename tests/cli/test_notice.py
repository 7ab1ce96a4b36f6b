# SPDX-License-Identifier: Apache-2.0
"""The verb `notice`, as a person types it."""

from __future__ import annotations

import json

from tests.cli.conftest import LETTER
from tests.conftest import EXAMPLES

PACK = ("--pack", EXAMPLES / "pack")


def test_notice_tells_since_when_and_for_how_long_with_a_receipt(person):
    person.run("read", *PACK, person.write("letter.txt", LETTER))
    told = " ".join(person.run("notice", *PACK, "--on", "2025-04-01").split())
    assert "no answer for 30 days, by 2025-04-01, among the 1 document of this ledger" in told
    assert "searched: 1 document of 2025-03-02 to 2025-03-02, published by 2025-04-01" in told
    assert person.code == 0


def test_notice_of_one_body_lists_every_ask_with_its_clock(person):
    person.run("read", *PACK, person.write("letter.txt", LETTER))
    person.run("sent", *PACK, "letter.txt", "--to", "Ardesh", "--on", "2025-03-03", "--how", "by hand", "--by", "lia")
    told = person.run("notice", *PACK, "--to", "Ardesh", "--on", "2025-03-12")
    assert "to reopen the Tamar corridor" in told
    assert "no answer recorded, 10 days" in told
    assert "by hand; without proof" in told


def test_notice_as_json_is_one_array_and_unknown_names_and_dates_are_refused(person):
    person.run("read", *PACK, person.write("letter.txt", LETTER))
    rows = json.loads(person.run("notice", *PACK, "--json", "--published-by", "2025-04-01"))
    assert {row["whom"] for row in rows} >= {"ardesh", "united-nations"}
    assert all(row["on"] == "2025-04-01" and row["searched"]["documents"] == 1 for row in rows)
    person.run("notice", *PACK, "--to", "Nobody at all")
    assert (person.code, "nearest" in person.err) == (2, True)
    person.run("notice", *PACK, "--on", "soon")
    assert (person.code, "--on soon: this is no date" in person.err) == (2, True)


def test_notice_before_the_first_text_says_that_nobody_is_addressed(person):
    person.run("read", *PACK, person.write("letter.txt", LETTER))
    assert person.run("notice", *PACK, "--on", "2020-01-01") == ""
    assert "Nobody is addressed" in person.err
