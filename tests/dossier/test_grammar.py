# SPDX-License-Identifier: Apache-2.0
"""The grammar of searches: what joins how, and where a search that cannot be read goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.dossier.grammar import ALTERNATIVES, Alternative, BadSearch, alternatives


def read(query):
    return [(one.phrases, one.pairs, one.without, one.lacking) for one in alternatives(query)]


def test_words_side_by_side_must_all_stand():
    assert alternatives("tamar corridor") == alternatives("tamar AND corridor")
    assert alternatives("tamar corridor")[0].phrases == (("tamar",), ("corridor",))


def test_or_binds_less_than_and():
    assert read("a b OR c") == [((("a",), ("b",)), (), (), ()), ((("c",),), (), (), ())]
    assert len(read("a (b OR c)")) == 2


def test_not_denies_a_word_a_phrase_a_field_and_a_group():
    assert read('a NOT "b c"') == [((("a",),), (), (("b", "c"),), ())]
    assert read("a NOT kind:ask") == [((("a",),), (), (), (("kind", "ask"),))]
    assert read("a NOT (b OR c)") == [((("a",),), (), (("b",), ("c",)), ())]
    assert read("a NOT (b c)") == [((("a",),), (), (("b",),), ()), ((("a",),), (), (("c",),), ())]
    assert read("NOT NOT a") == [((("a",),), (), (), ())]


def test_document_symbols_are_phrases_of_their_parts():
    assert alternatives("S/RES/9822(2031)")[0].phrases == (("S", "RES", "9822", "2031"),)
    assert read("law:S/RES/9822(2031)")[0][1] == (("instrument", "S/RES/9822(2031)"),)


@pytest.mark.parametrize("written", ["art. 33", "Article 33", "Arts. 33(2)", "articles 33"])
def test_articles_are_found_however_they_are_written(written):
    names = [one.phrases[0][0] for one in alternatives(written)]
    assert names == ["art", "article", "arts", "articles"]
    assert alternatives(written)[0].phrases[0][1] == "33"


def test_a_field_takes_a_word_or_a_phrase():
    assert read('to:"Security Council"')[0][1] == (("addressee", "Security Council"),)
    assert [pairs for _, pairs, _, _ in read("by:ardesh")] == [(("asker", "ardesh"),), (("speaker", "ardesh"),)]


def test_an_address_is_no_field():
    assert alternatives("https://example.org/a")[0].phrases == (("https", "example", "org", "a"),)


@pytest.mark.parametrize(
    ("query", "mark", "told"),
    [
        ("a (b", 2, "not closed"),
        ("a ) b", 2, "never opened"),
        ('a "b', 2, "no second"),
        ("a AND", 5, "something to find is missing"),
        ("OR a", 0, "missing before"),
        ("colour:red", 0, "no field colour"),
        ('to:""', 0, "no value"),
        ("a ---", 2, "no letter or digit"),
        ("NOT a", 0, "at least one word"),
        ("", 0, "no word"),
        ("a NOT", 5, "missing"),
        ("()", 1, "missing before"),
    ],
)
def test_a_search_that_cannot_be_read_is_marked_at_its_place(query, mark, told):
    with pytest.raises(BadSearch, match=told) as raised:
        alternatives(query)
    assert raised.value.start == mark
    assert str(raised.value).splitlines()[2][4 + mark] in "~^"


def test_too_many_alternatives_are_refused():
    with pytest.raises(BadSearch, match="ask in parts"):
        alternatives(" ".join("(a OR b)" for _ in range(7)))
    with pytest.raises(BadSearch, match="ask in parts"):
        alternatives("x NOT (" + " OR ".join("(a b)" for _ in range(7)) + ")")
    assert ALTERNATIVES == 64


@given(st.text(alphabet='ab ()":ANDORNT-', max_size=24))
def test_whatever_is_typed_is_read_or_refused(query):
    try:
        found = alternatives(query)
    except BadSearch as error:
        assert 0 <= error.start <= len(query)  # noqa: PT017
    else:
        assert all(isinstance(one, Alternative) for one in found)
