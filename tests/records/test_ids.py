# SPDX-License-Identifier: Apache-2.0
"""RFC 8785, JSON Canonicalization Scheme: one form for equal values, and none for what has no one form."""

from __future__ import annotations

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tocsin.records.ids import Json, canonical, digest, finding_id

NAMES = st.text(st.characters(codec="utf-8"), max_size=4)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_the_form_is_that_of_the_standards_own_implementation(value: Json) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(VALUES, VALUES)
def test_ids_differ_when_values_do(one: Json, other: Json) -> None:
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    assert (digest(canonical(one)) == digest(canonical(other))) == same


def test_names_are_sorted_by_their_utf16_units() -> None:
    assert canonical({"\ue000": 1, "😀": 2}).decode() == '{"😀":2,"\ue000":1}'


@pytest.mark.parametrize("value", [0.5, {"a": [1.0]}, 2**53 + 1, [-(2**53) - 1], "\ud800"])
def test_what_has_no_one_form_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match=r"fraction|beyond|surrogates"):
        canonical(value)


def test_a_finding_is_named_by_where_it_stands() -> None:
    names = {
        finding_id(digest(data), version, kind, start, end, ordinal)
        for data in (b"a", b"b")
        for version in ("plain/1", "plain/2")
        for kind in ("ask", "claim")
        for start, end in ((0, 1), (0, 2))
        for ordinal in (0, 1)
    }
    assert len(names) == 32
