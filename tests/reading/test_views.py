# SPDX-License-Identifier: Apache-2.0
"""A view maps back to its text, whatever was folded or cut out of it."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from tocsin.reading import views
from tocsin.reading.drafts import Block
from tocsin.reading.layout import wraps
from tocsin.reading.views import Cut


@given(st.text(alphabet="ab \n*é", max_size=40), st.lists(st.integers(0, 40), max_size=8, unique=True))
def test_what_is_left_of_a_view_stands_where_it_stood(text: str, edges: list[int]) -> None:
    whole = views.view(text)
    bounds = sorted(edge for edge in edges if edge <= len(whole.content))
    cuts = [Cut(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False)]
    bare, shift = views.without(whole, cuts)
    kept = [at for at in range(len(whole.content)) if not any(cut.start <= at < cut.end for cut in cuts)]
    assert bare.content == "".join(whole.content[at] for at in kept)
    assert [bare.place(at) for at in range(len(kept))] == [whole.place(at) for at in kept]
    assert [bare.until(at + 1) for at in range(len(kept))] == [whole.place(at + 1) for at in kept]
    assert [shift(at) for at in kept] == list(range(len(kept)))


def test_a_span_ends_before_what_was_cut_out_behind_it():
    bare, _shift = views.without(views.view("open **Karsk**, now"), [Cut(5, 7), Cut(12, 14)])
    assert bare.content == "open Karsk, now"
    assert (bare.place(5), bare.until(10), bare.seen(12)) == (7, 12, 10)


def test_a_hyphen_at_a_wrap_is_kept_where_it_is_the_words_own():
    block = Block(start=0, end=70, role="body")
    words = "the cease-\nfire, the govern-\nment, the ferry-\nmen of the ferry-men"
    folded, _blocks, _holes = wraps.fold(views.view(words), [dataclasses.replace(block, end=len(words))])
    assert folded.content == "the cease-fire, the government, the ferry-men of the ferry-men"
