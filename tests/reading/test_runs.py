# SPDX-License-Identifier: Apache-2.0
"""Runs: a pattern tried where a cue's words begin finds what a search would."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tocsin.reading.times import runs

_DATE = re.compile(r"(?<!\w)(?:\d\d?\s+)?(?:May|June)(?:\s+\d{4})?")
_LEADING = runs.words(_DATE.pattern)


@given(st.lists(st.sampled_from(["on", "5", "12", "May", "June", "2031", "the", ",", "-"]), max_size=9))
def test_matches_up_to_a_cue_are_those_of_a_search(words: list[str]) -> None:
    content = " ".join(words)
    for cue in re.finditer("May|June", content):
        begin = runs.begun(content, 0, cue.start(), _LEADING)
        found = [match.span() for match in runs.matches(_DATE, content, begin, cue.start(), len(content))]
        searched = [match.span() for match in _DATE.finditer(content) if match.start() <= cue.start()]
        assert [span for span in found if span[1] > cue.start()] == [span for span in searched if span[1] > cue.start()]
