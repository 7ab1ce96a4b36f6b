# SPDX-License-Identifier: Apache-2.0
"""`tocsin explain`: what each word was taken for, and a second look at what was not read."""

import re

from tests.cli.conftest import LETTER

MISSED = """Letter of the Lake Union

Dear Ministers,

Forty boats were taken in January. It should not be too much to ask of the harbour master that he keep the lamp burning
for the boats that are still out, whoever owns them and wherever they come from, whatever the price of oil may be this
winter and whatever the two ministries may yet write to each other about the line in the water, until all of us, on this
shore and on the other one, have counted our sons and have closed the doors of the boat houses behind them.
We urge the Government of Ardesh to reopen the ferry.
"""


def test_a_sentence_is_shown_with_what_fired_and_what_did_not(person):
    person.write("letter.txt", LETTER)
    told = person.run("explain", "letter.txt")
    assert person.code == 0
    assert "ask.infinitive fired" in told
    assert "tried, did not fire: " in told


def test_a_second_look_shows_what_may_ask_with_the_place_that_add_takes(person):
    person.write("letter.txt", MISSED)
    told = person.run("explain", "letter.txt", "--likely")
    assert person.code == 0
    assert "It should not be too much to ask" in told
    assert "reopen the ferry" not in told
    assert (
        "1 sentence of letter.txt may ask and is read as no ask; enter what does: tocsin add letter.txt" in person.err
    )
    place = re.search(r"\[(\d+:\d+)\] body", told)
    assert place is not None
    person.run("read", "letter.txt")
    person.run("add", "letter.txt", "--at", place[1], "--kind", "ask", "--set", "force=expect", "--by", "lia")
    assert person.code == 0, person.err
    assert "keep the lamp burning" in person.run("asks")


def test_a_second_look_at_a_file_in_which_nothing_was_missed_says_so(person):
    person.write("letter.txt", LETTER)
    assert person.run("explain", "letter.txt", "--likely") == ""
    assert "0 sentences of letter.txt may ask and are read as no ask." in person.err
