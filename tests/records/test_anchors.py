# SPDX-License-Identifier: Apache-2.0
"""Web Annotation, Text Position and Text Quote: an anchor names a span and the words that stand there."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tocsin.records.anchors import CONTEXT, QuoteNotFound, anchor, check
from tocsin.records.ids import digest
from tocsin.records.texts import Text


@given(strategies.texts(), st.data())
def test_every_quote_stands_at_its_anchor(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text.content) - 1))
    end = data.draw(st.integers(start + 1, len(text.content)))
    held = anchor(text, start, end)
    check(held, text)
    assert text.content[start:end] == held.quote
    assert text.content.startswith(held.prefix + held.quote + held.suffix, start - len(held.prefix))
    assert max(len(held.prefix), len(held.suffix)) <= CONTEXT


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 99)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    text = Text(document=digest(b"x"), version="plain/1", media_type="text/plain", content="We urge")
    with pytest.raises(ValueError, match="no span"):
        anchor(text, start, end)


@pytest.mark.parametrize("change", [{"content": "We surge"}, {"version": "plain/2"}, {"document": digest(b"y")}])
def test_other_words_another_version_or_document_break_the_anchor(change: dict[str, str]) -> None:
    text = Text(document=digest(b"x"), version="plain/1", media_type="text/plain", content="We urge")
    held = anchor(text, 3, 7)
    with pytest.raises(QuoteNotFound, match=r"\[3:7\]: quote not found: 'urge'"):
        check(held, dataclasses.replace(text, **change))  # type: ignore[arg-type]
