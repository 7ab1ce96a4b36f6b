# SPDX-License-Identifier: Apache-2.0
"""The words of a sentence as the models see them."""

from tocsin.reading.likely.words import LONGEST, NAME, NUMBER, words


def test_names_are_hidden_at_the_beginning_of_a_sentence_or_a_quotation_too() -> None:
    assert words('The mayor of Karsk said: "Veltria waits."', 0, 41, {"the"})[0] == [
        "the", "mayor", "of", NAME, "said", ":", '"', NAME, "waits", ".", '"',
    ]  # fmt: skip


def test_numbers_are_all_alike() -> None:
    assert words("They want 1,200 tents by 3 May", 0, 30, {"they"})[0] == [
        "they",
        "want",
        NUMBER,
        "tents",
        "by",
        NUMBER,
        NAME,
    ]


def test_shouted_words_are_words() -> None:
    assert words("OPEN THE BRIDGE", 0, 15)[0] == ["open", "the", "bridge"]


def test_each_word_has_its_place() -> None:
    text = "Well – open it."
    found, spans = words(text, 0, len(text), {"well"})
    assert found == ["well", "-", "open", "it", "."]
    assert [text[start:end] for start, end in spans] == ["Well", "–", "open", "it", "."]


def test_of_a_long_sentence_only_the_beginning_is_looked_at() -> None:
    assert len(words("word " * 500, 0, 2500)[0]) == LONGEST
