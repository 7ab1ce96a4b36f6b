# SPDX-License-Identifier: Apache-2.0
"""`tocsin explain`: what each word was taken for, and a second look at what was not read."""

import re

from tests.cli.conftest import LETTER

MISSED = """Letter of the Lake Union

Dear Ministers,

Forty boats were taken in January. The very least that is expected of a neighbour is to hand back the nets. We urge the
Government of Ardesh to reopen the ferry.
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
    assert "The very least that is expected" in told
    assert "reopen the ferry" not in told
    assert (
        "1 sentence of letter.txt may ask and is read as no ask; enter what does: tocsin add letter.txt" in person.err
    )
    place = re.search(r"asks for “hand back the nets.” --at (\d+:\d+)", told)
    assert place is not None
    person.run("read", "letter.txt")
    person.run("add", "letter.txt", "--at", place[1], "--kind", "ask", "--set", "force=expect", "--by", "lia")
    assert person.code == 0, person.err
    assert "hand back the nets" in person.run("asks")


def test_a_second_look_at_a_file_in_which_nothing_was_missed_says_so(person):
    person.write("letter.txt", LETTER)
    assert person.run("explain", "letter.txt", "--likely") == ""
    assert "0 sentences of letter.txt may ask and are read as no ask." in person.err
