# SPDX-License-Identifier: Apache-2.0
"""Sketches: which texts meet does not depend on whether they came at once; a short text meets the long one it is in."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.contract import Clock
from tests.linking.reprints import letter, planted
from tests.linking.shelves import shelve
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import reprints
from tocsin.linking.shingles import _ASCII, _WORDS, _words, outline, plain
from tocsin.linking.sketches import Sketches, meeting, outlined
from tocsin.linking.voices import voices
from tocsin.records.ids import Digest


def told(meetings):
    return [(met.first, met.second, met.share, met.differ) for met in meetings]


def test_what_meets_is_the_same_whether_texts_come_at_once_or_one_after_another():
    items = planted({f"letter {number}": letter(number) for number in range(5)})
    random.Random(1).shuffle(items)
    outlines = {Digest(item.name): outlined(outline(item.content)) for item in items}
    one_by_one = Sketches()
    for name, made in outlines.items():
        one_by_one.add({name: made})
    assert told(one_by_one.meetings()) == told(meeting(outlines))


def test_a_short_text_meets_the_long_one_that_holds_it():
    report = "\n\n".join([letter(number, told=60) for number in range(4)] + [letter(9)])
    found = meeting({Digest("report"): outlined(outline(report)), Digest("letter"): outlined(outline(letter(9)))})
    assert [(met.first, met.second, met.share) for met in found] == [("report", "letter", 1.0)]


def test_texts_that_differ_by_a_word_are_told_exactly_however_long():
    words = letter(1, told=200).split()
    changed = [*words[:500], "elsewhere", *words[501:]]
    outlines = {
        Digest("one"): outlined(outline(" ".join(words))),
        Digest("other"): outlined(outline(" ".join(changed))),
    }
    assert meeting(outlines)[0].differ == 10


@given(st.text(alphabet="aB1-_ \n\r\t.", max_size=30))
def test_words_of_ascii_are_those_that_the_patterns_find(content):
    assert [*map(plain, _words(content))] == [*map(plain, _ASCII.findall(content))]


@given(st.text(alphabet="aé-’–_ \n\r\t.", max_size=30))
def test_words_without_special_letters_are_those_of_the_widest_pattern(content):
    assert [*map(plain, _words(content))] == [*map(plain, _WORDS.findall(content))]


def test_a_further_text_has_only_its_own_family_looked_at_anew(monkeypatch):
    ledger = MemoryLedger(clock=Clock())
    texts = planted({"one": letter(1), "two": letter(2)}, ("inside", "cut"))
    for item in texts:
        shelve(ledger, item.content, issuer=item.name.replace(" ", "-"))
    before = voices(ledger, Query())
    looked: list[int] = []
    found = reprints._found

    def seen(held, texts, several):
        looked.append(len(several))
        return found(held, texts, several)

    monkeypatch.setattr(reprints, "_found", seen)
    copy = shelve(ledger, f"Karsk Press\n\n{letter(2)}", issuer="karsk-press")
    after = voices(ledger, Query())
    assert looked == [1]
    assert after.count([copy, *before.voice_of]) == before.count(before.voice_of) == 2
