# SPDX-License-Identifier: Apache-2.0
"""Patterns find the same, however they are written for the engine."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.reading.patterns import late, skipping

_SHAPES = [
    (r"\b(?:said|says|told)\b", 0),
    (r"\b(?:said|says|told)\b", re.IGNORECASE),
    (r"\b(?:[Kk]ill(?:s|ed)?|in(?:side)?|is)\s+(?P<who>\w+)", 0),
    (r"\b(?:kill(?:s|ed)?|in(?:side)?|is)\s+(?P<who>\w+)", re.IGNORECASE),
    (r"\bend(?:s|ed)?\b", re.IGNORECASE),
    (r"\b(?:said|ends?)|in", 0),
    (r"\bis|\b(?:kill|told) (?:in|is)|a'", re.IGNORECASE),
    (r"\bsa(?P<how>id|ys)|\bin-?(?P<where>side)?", 0),
]
_LEFT = [
    (r"(?:said|told)\b", 0),
    (r"\b(?:a|b)|\d", 0),
    (r"\b[Aa](b)", 0),
    (r"\b[Aa](?P<who>b)", 0),
    (r"\b(?:a|b)(?P<who>c)|d", 0),
    (r"\b(?:a|\d+)\b", 0),
    (r"\b(?:a|b)?c", 0),
    (r"\b(?:a?b|c)", 0),
    (r"\b(?P<who>a|b)", 0),
    (r"\b(?:a|b) c", re.VERBOSE),
]
_WORDS = st.sampled_from(
    ["said", "SAYS", "ſaid", "told", "is", "İs", "kill", "Killed", "\u212aill", "ends", "END", "in"]
)
_TEXTS = st.lists(_WORDS | st.text(" '-\n.aks", max_size=3)).map("".join)


@pytest.mark.parametrize(("source", "flags"), _SHAPES)
@given(text=_TEXTS)
def test_a_pattern_put_together_by_first_letters_finds_what_it_found(source: str, flags: int, text: str) -> None:
    assert skipping(source, flags) != source
    before = [(match.span(), match.groups()) for match in re.compile(source, flags).finditer(text)]
    assert [(match.span(), match.groups()) for match in late(source, flags).finditer(text)] == before


@pytest.mark.parametrize(("source", "flags"), _LEFT)
def test_a_pattern_of_another_shape_is_left_as_it_is(source: str, flags: int) -> None:
    assert skipping(source, flags) == source


def test_a_letter_in_brackets_parts_no_alternatives() -> None:
    assert skipping(r"\b(?:on|of)[|(]\|x") == r"(?:o(?:n(?<=\b..)|f(?<=\b..)))[|(]\|x"
