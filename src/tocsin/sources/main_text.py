# SPDX-License-Identifier: Apache-2.0
"""The main text of a page: which lines of its reading text trafilatura takes for the article."""

from __future__ import annotations

import re

import trafilatura

_SPACE = re.compile(r"\s+")
_MARKER = re.compile(r"^(?:[•\-*|]|\d{1,3}\.)\s+")
_SHORT = 30
"""A line of fewer characters must be a whole line of the article: "Share" stands in many sentences."""


def main_spans(page: str, content: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of `content` (the reading text of `page`) that are the main text, in order.

    Empty where no article is found: then all of the text counts.
    """
    found = trafilatura.extract(page, fast=True, include_comments=False, include_tables=True)
    if not found:
        return ()
    lines = {_bare(line) for line in found.splitlines()} - {""}
    whole = _bare(found.replace("\n", " "))
    spans: list[tuple[int, int]] = []
    joined = False  # whether nothing but white space stands since the last span
    for match in re.finditer(r"[^\n]+", content):
        line = _bare(match.group())
        if not line:
            continue
        if line in lines or (len(line) >= _SHORT and line in whole):
            start, end = match.start(), match.end()
            if joined:
                start = spans.pop()[0]
            spans.append((start, end))
            joined = True
        else:
            joined = False
    return tuple(spans)


def _bare(line: str) -> str:
    """Strip a line of its marker and of the ways of writing white space."""
    line = _SPACE.sub(" ", line).strip()
    return _MARKER.sub("", line)
