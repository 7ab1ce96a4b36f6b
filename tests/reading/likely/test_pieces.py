# SPDX-License-Identifier: Apache-2.0
"""Pieces: words whole where they are known, else in the longest parts, else unknown."""

from tocsin.reading.likely.pieces import SPECIAL, Pieces
from tocsin.reading.likely.words import NAME, NUMBER

FIRST = len(SPECIAL)
KNOWN = Pieces([*SPECIAL, "open", "un", "##open", "##ed", "cafe", "'", "s"])


def test_a_known_word_is_one_piece():
    assert KNOWN.of("open") == (FIRST,)


def test_another_is_put_together_from_the_longest_parts():
    assert KNOWN.of("unopened") == (FIRST + 1, FIRST + 2, FIRST + 3)


def test_what_cannot_be_put_together_is_unknown_as_a_whole():
    assert [*KNOWN.split("unq")] == ["[UNK]"]


def test_accents_weigh_nothing_and_signs_are_pieces_of_their_own():
    assert KNOWN.of("café's") == (FIRST + 4, FIRST + 5, FIRST + 6)


def test_names_and_numbers_have_a_piece_each():
    assert len({KNOWN.of(NAME), KNOWN.of(NUMBER), KNOWN.of("open")}) == 3


def test_a_sentence_begins_and_ends_and_tells_where_its_words_begin():
    ids, places = KNOWN.sentence(["open", "unopened", "open"])
    assert ids == [0, FIRST, FIRST + 1, FIRST + 2, FIRST + 3, FIRST, 1]
    assert places == [1, 2, 5]
