# SPDX-License-Identifier: Apache-2.0
"""Names of persons beside a word that says what was done to them: killed, died, was arrested, the death of.

One rule for every document, whatever the reader took for the target of an act: so nobody killed is named in one paper
and withheld in the next. A name is two to four capitalised words; before one of them a first name may stand alone
("Marta and Emil Koss"). Names joined in one list share what is said of one of them.
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
_IS = "was|were|is|are|has|have|had|remains?"
_WORD = r"[^\W\d_a-z][\w’'-]*(?![\w’'-])"
_NAME = rf"(?!(?i:{_GOVERNS}|the|a|an|our|his|her|their|if|then|he|she|they|it|we|i)\b){_WORD}"
_FULL = rf"{_NAME}(?:\s+(?:(?:al|bin|da|de|del|der|di|el|ibn|la|van|von)\s+)?{_WORD}){{1,3}}"
_PAIR = rf"(?:(?P<first>{_NAME})\s+and\s+)?(?P<name>{_FULL})"
_AFTER = re.compile(
    rf"\s+(?:(?!(?:{_GOVERNS})\s)(?:[a-z\d][\w-]*|Mr|Mrs|Ms|Dr|Father|Sister|Brother|Imam)\.?\s+){{0,5}}"
    rf"(?:(?!(?:{_GOVERNS})\b)[a-z][\w-]*,\s+)?{_PAIR}(?=\s*(?:[,.;:()!?”\"]|$|(?:{_GOVERNS}|{_IS})\b))"
)
"""The name of whom a verb or a noun of harm is said: "killed Jonas Wett", "killed a baker, Jonas Wett"."""
_BEFORE = re.compile(
    rf"{_PAIR}(?P<told>(?:,\s+(?!(?:{_GOVERNS}|was|were|is|are|has|had)\b)[a-z\d][^,.;A-Z]{{0,60}}){{0,3}}(?P<comma>,)?"
    r"(?:\s+(?:who|was|were|is|are|has|had|have|been|being|also|later|then|reportedly|allegedly|shot|and))*)\s+$"
)
"""The name of who was harmed, before the word: "Ilka Dorn, a nurse, was killed", "Emil Koss, killed in"."""
_AMONG = re.compile(r"(?:\b(?:among\s+(?:them|whom|those)|including|amongst\s+them|namely)[,:]?|:)\s")
"""What opens the list of some of those of whom a word of harm is said: "arrested nine persons, among them …"."""
_ARE = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?(?:include[sd]?|are|were|was|is)\b:?(?=\s)|\s*:(?=\s)")
"""What opens the list of those who are called by what was done to them: "the dead include …", "the disappeared: …"."""
_LISTED = re.compile(
    rf"(?:\s|,|;|and\b|&|or\b|[•*–-]|\d{{1,3}}[.)])*"
    rf"(?:(?!(?:{_GOVERNS})\s)(?:[a-z\d][\w-]*|Mr|Mrs|Ms|Dr|Father|Sister|Brother|Imam)\.?\s+){{0,5}}"
    rf"(?P<name>{_FULL})(?:\s*\([^()]{{1,40}}\)|,\s+(?!(?:and|or|the|an?)\b)[a-z\d][^,.;A-Z\n]{{0,60}}(?=[,;\n]))?"
)
_JOINED = re.compile(
    rf"(?:\s*\([^()]{{1,40}}\))?(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)(?P<name>{_FULL})"
    rf"(?=\s*(?:[,.;:()!?”\"]|$|(?:{_GOVERNS}|{_IS})\b))"
)
"""One more name of a list, behind a name in it."""
_BEFORE_IT = re.compile(rf"(?P<name>{_FULL})(?:\s*\([^()]{{1,40}}\))?(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)$")
"""One more name of a list, before a name in it."""
_BEGINS = re.compile(rf"(?<![\w’'-]){_NAME}")
_LONGER = re.compile(rf"(?<![\w’'-]){_NAME}\s+$")
"""What makes a first name before "and" the end of a longer one: "Jon Rask and Mira Tol"."""
_IN_A_NAME = re.compile(rf"(?<![\w’'-]){_WORD}\s+[^\W\d_a-z]$")
"""What makes a capitalised word of harm part of a longer name: "Forcibly Displaced Persons"."""
_OVER = re.compile(r"(?<!\d)\.\s")
"""Where a sentence is over; "1. " begins an item."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\b")
_WORDS = 40
"""Code points within which the word before a name begins."""
_WINDOW = 160
"""Code points around a word of harm within which the name is looked for."""


class HarmedNames:
    """Finds names by the words of a catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._kinds: dict[str, set[str]] = {}
        for kind in ("done", "suffered", "noun", "called"):
            for word in catalogue.list(f"risk.{kind}"):
                for form in _forms(word.lower()):
                    self._kinds.setdefault(form, set()).add(kind)
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
            kinds = self._kinds[self._words[number]]
            if kinds & {"done", "noun"} and not _IN_A_NAME.search(quote, max(0, start - _WORDS), start + 1):
                yield from _behind(quote, _AFTER.match(quote, end, end + _WINDOW))
            yield from _listed(quote, end, called="called" in kinds)
            for kind in sorted(kinds & {"done", "suffered"}):
                yield from _ahead(quote, _before(quote, start, kind))


_PLURAL = {"was": "were", "is": "are", "has": "have"}


def _forms(word: str) -> tuple[str, ...]:
    """Give a word of harm as it is said of one, and of several.

    >>> _forms("was taken away"), _forms("died")
    (('was taken away', 'were taken away'), ('died',))
    """
    first, blank, rest = word.partition(" ")
    return (word, f"{_PLURAL[first]}{blank}{rest}") if first in _PLURAL else (word,)


def _behind(quote: str, found: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    """Give a name behind a word of harm, and those that its list goes on with."""
    yield from _spans(found)
    while found is not None:
        found = _JOINED.match(quote, found.end("name"), found.end("name") + _WINDOW)
        if found is not None:
            yield found.span("name")


def _ahead(quote: str, found: re.Match[str] | None) -> Iterator[tuple[int, int]]:
    """Give a name before a word of harm, and those that stand before it in its list."""
    for start, end in _spans(found):
        yield start, end
        at = start
        while (more := _joined_before(quote, at)) is not None:
            yield more.span("name")
            at = more.start()


def _joined_before(quote: str, end: int) -> re.Match[str] | None:
    """Give the longest name that ends in what joins it to the name at `end`."""
    at = max(0, end - _WINDOW // 2)
    held = (_BEFORE_IT.match(quote, begin.start(), end) for begin in _BEGINS.finditer(quote, at, end))
    return next((found for found in held if found is not None), None)


def _listed(quote: str, end: int, *, called: bool) -> Iterator[tuple[int, int]]:
    """Give the names of a list of some of those harmed: "among them the teacher Mara Solin and two nurses".

    `called`: those harmed are called by the word before, so that what they are may follow: "the dead are Mara Solin".
    """
    over = _OVER.search(quote, end, end + 2 * _WINDOW)
    stop = over.start() if over else min(len(quote), end + 2 * _WINDOW)
    opened = (_ARE.match(quote, end, stop) if called else None) or _AMONG.search(quote, end, stop)
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
        if found["first"] and not _LONGER.search(
            found.string, max(0, found.start("first") - _WORDS), found.start("first")
        ):
            yield found.span("first")
