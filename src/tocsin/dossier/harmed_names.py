# SPDX-License-Identifier: Apache-2.0
"""Names of persons beside a word that says what was done to them: killed, died, was arrested, the death of.

One rule for every document, whatever the reader took for the target of an act: so nobody killed is named in one paper
and withheld in the next. A name is two to four capitalised words; before one of them a first name may stand alone
("Marta and Emil Koss").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from tocsin.catalogue.catalogue import Catalogue

_GOVERNS = (
    "in|at|near|on|by|from|of|to|with|for|over|under|outside|inside|around|during|after|before|as|and|or|while|when|that"
    "|who|which|where|because|since|until|against|between|along|off|into|but"
)
_WORD = r"[^\W\d_a-z][\w’'-]*(?![\w’'-])"
_NAME = rf"(?!(?i:{_GOVERNS}|the|a|an|our|his|her|their|if|then|he|she|they|it|we|i)\b){_WORD}"
_FULL = rf"{_NAME}(?:\s+(?:(?:al|bin|da|de|del|der|di|el|ibn|la|van|von)\s+)?{_WORD}){{1,3}}"
_PAIR = rf"(?:(?P<first>{_NAME})\s+and\s+)?(?P<name>{_FULL})"
_AFTER = re.compile(
    rf"\s+(?:(?!(?:{_GOVERNS})\s)(?:[a-z\d][\w-]*|Mr|Mrs|Ms|Dr|Father|Sister|Brother|Imam)\.?\s+){{0,5}}"
    rf"(?:(?!(?:{_GOVERNS})\b)[a-z][\w-]*,\s+)?{_PAIR}(?=\s*(?:[,.;:)!?”\"]|$|(?:{_GOVERNS})\b))"
)
"""The name of whom a verb or a noun of harm is said: "killed Jonas Wett", "killed a baker, Jonas Wett"."""
_BEFORE = re.compile(
    rf"{_PAIR}(?P<told>(?:,\s+(?!(?:{_GOVERNS}|was|were|is|are|has|had)\b)[a-z\d][^,.;A-Z]{{0,60}}){{0,3}}(?P<comma>,)?"
    r"(?:\s+(?:who|was|were|is|are|has|had|have|been|being|also|later|then|reportedly|allegedly|shot|and))*)\s+$"
)
"""The name of who was harmed, before the word: "Ilka Dorn, a nurse, was killed", "Emil Koss, killed in"."""
_AMONG = re.compile(r"\b(?:among\s+(?:them|whom|those)|including|amongst\s+them|namely)[,:]?\s")
"""What opens the list of some of those of whom a word of harm is said: "arrested nine persons, among them …"."""
_LISTED = re.compile(
    rf"\s*(?:,|;|and|&|or)*\s*(?:(?!(?:{_GOVERNS})\s)(?:[a-z\d][\w-]*|Mr|Mrs|Ms|Dr|Father|Sister|Brother|Imam)\.?\s+){{0,5}}"
    rf"(?P<name>{_FULL})(?:,\s+(?!(?:and|or|the|an?)\b)[a-z\d][^,.;A-Z]{{0,60}}(?=,))?"
)
_BEGINS = re.compile(rf"(?<![\w’'-]){_NAME}")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\b")
_WINDOW = 160
"""Code points around a word of harm within which the name is looked for."""


class HarmedNames:
    """Finds names by the words of a catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._kinds = {
            word.lower(): kind for kind in ("done", "suffered", "noun") for word in catalogue.list(f"risk.{kind}")
        }
        self._words = list(self._kinds)
        self._finder = AhoCorasick(self._words)

    def of(self, quote: str) -> Iterator[tuple[int, int]]:
        """Give where names of those stand to whom a paragraph says that harm was done."""
        low = quote.lower()
        if len(low) != len(quote):  # a letter whose small form is two: places would be off
            return
        for number, start, end in self._finder.find_matches_as_indexes(low, overlapping=True):
            if low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
                continue
            kind = self._kinds[self._words[number]]
            if kind != "suffered":
                yield from _spans(_AFTER.match(quote, end, end + _WINDOW))
            yield from _listed(quote, end)
            if kind != "noun":
                yield from _spans(_before(quote, start, kind))


def _listed(quote: str, end: int) -> Iterator[tuple[int, int]]:
    """Give the names of a list of some of those harmed: "among them the teacher Mara Solin and two nurses"."""
    stop = quote.find(". ", end, end + 2 * _WINDOW)
    stop = stop if stop >= 0 else min(len(quote), end + 2 * _WINDOW)
    opened = _AMONG.search(quote, end, stop)
    at = opened.end() if opened else stop
    while found := _LISTED.match(quote, at, stop):
        yield found.span("name")
        at = found.end()


def _before(quote: str, start: int, kind: str) -> re.Match[str] | None:
    at = max(0, start - _WINDOW)
    held = [
        found
        for begin in _BEGINS.finditer(quote, at, start)
        if (found := _BEFORE.match(quote, begin.start(), start))
        and (kind == "suffered" or found["comma"] or _PASSIVE.search(found["told"]))
    ]
    # The name next to the word; of stretches that end there the longest.
    return min(held, key=lambda found: (len(found["told"]), found.start()), default=None)


def _spans(found: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    if found is not None:
        yield found.span("name")
        if found["first"]:
            yield found.span("first")
