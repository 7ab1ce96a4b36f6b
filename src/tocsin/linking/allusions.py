# SPDX-License-Identifier: Apache-2.0
"""Allusions: which earlier document a text points to – "in response to the letter of X", "your letter of 3 March"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.linking.limits import Day
from tocsin.linking.repliers import Repliers
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest

_ASIDE = re.compile(
    r"\b(?:who|whom|which|whose)\b[^,;]*$|\b(?:arrested|detained|held|seized|taken|abducted|imposed|jailed|imprisoned|sentenced|adopted"
    r"|signed|captured|accused|killed|wounded|displaced|closed|shut|cut|missing)\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Stands before a day that says of which person or thing the words are."""
_STOP = re.compile(r"(?<=[a-z\d)])[.;:](?:\s|$)|,?\s+(?:and|but)\s+(?:will|has|have|is|are)\b")
_NEAR = 90
"""Characters after an allusion within which the asker is named."""


_NUMBERED = re.compile(r"\b(resolution|decision|recommendation|order|opinion|report)\s+(?:no\.?\s*)?(\d+\s*[(/]\s*\d+)")
"""A paper's number with its year, among words in small letters."""
_ABOUT = re.compile(r"\b(?:on|to|of|under|pursuant|following|concerning)\b")
"""In a title before a number, shows that the paper is about the one that bears it."""
_FEWEST_WORDS = 3
"""Words that a citation has at least, to be looked for in titles."""


class _Asked(Protocol):
    @property
    def ask(self) -> Ask: ...
    @property
    def shelved(self) -> Shelved: ...


class _Passages(Protocol):
    @property
    def shelved(self) -> Shelved: ...
    @property
    def held(self) -> tuple[tuple[int, str, str], ...]: ...


class Allusions:
    """Finds what documents point to; each document's text is looked at once."""

    def __init__(
        self,
        ledger: Ledger,
        catalogue: Catalogue,
        query: Query,
        repliers: Repliers,
        passages: Iterable[_Passages],
        asks: Iterable[_Asked],
    ) -> None:
        phrases = sorted(map(re.escape, catalogue.list("reply.allusions")), key=len, reverse=True)
        self._phrases = re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
        self._repliers = repliers
        self._texts = {item.shelved.document: item for item in passages}
        self._askers: dict[str, set[Digest]] = defaultdict(set)
        self._titles: dict[Digest, str] = {}
        self._issued: dict[str, set[Digest]] = defaultdict(set)
        for asked in asks:
            name = asked.shelved.document
            for party in (*asked.ask.askers, *asked.shelved.card.issuers):
                self._askers[party.id].add(name)
            self._titles[name] = folded(asked.shelved.title)
            if asked.shelved.card.issued:
                self._issued[asked.shelved.card.issued].add(name)
        self._by_word: dict[str, set[Digest]] = defaultdict(set)
        for name, title in self._titles.items():
            for word in title.split():
                self._by_word[word].add(name)
        self._by_number: dict[tuple[str, str], set[Digest]] = defaultdict(set)
        for name, title in self._titles.items():
            match = _NUMBERED.search(title)
            if match is not None and _ABOUT.search(title, 0, match.start()) is None:
                self._by_number[_number(match)].add(name)
        self._times, self._cited = _marks(ledger, query)
        self._held: dict[Digest, list[tuple[int, int, Digest, str]]] = {}
        self._held_by_name: dict[Digest, dict[Digest, list[tuple[int, int, str]]]] = {}

    def of(self, document: Digest, start: int, end: int, asked: Digest) -> tuple[str, ...]:
        """Say how a document's title, or its words there, points to another; empty where neither does."""
        if document not in self._held_by_name:
            held = self._held_by_name[document] = defaultdict(list)
            for low, high, name, says in self._all(document):
                held[name].append((low, high, says))
        found = self._held_by_name[document].get(asked, ())
        return tuple(says for low, high, says in found if _meets(low, high, start, end))[:1]

    def pointed(self, document: Digest, start: int, end: int) -> dict[Digest, str]:
        """Give the documents that words point to, each with how."""
        return {name: says for low, high, name, says in self._all(document) if start <= low and high <= end}

    def papers(self, document: Digest) -> dict[Digest, str]:
        """Give the documents that a document points to anywhere, each with how."""
        return {name: says for _, _, name, says in self._all(document)}

    def _all(self, document: Digest) -> list[tuple[int, int, Digest, str]]:
        if document not in self._held:
            self._held[document] = list(self._found(document))
        return self._held[document]

    def days(self, document: Digest, start: int, end: int) -> tuple[Day, ...]:
        """Give the days that were read in a stretch of a document, by their place in it."""
        held = self._times.get(document, ())
        return tuple(
            Day(start=low - start, end=high - start, edtf=when)
            for low, high, when in held
            if start <= low < high <= end
        )

    def earlier(self, place: tuple[Digest, int, int], published: Bounds | None, words: str = "") -> bool:
        """Say whether all the days that words name lie before a document was published.

        Days of who or what is only described by them tell nothing: "the journalist arrested in December".
        """
        document, start, end = place
        if published is None:
            return False
        held = [
            bounds(when)
            for low, high, when in self._times.get(document, ())
            if start <= low and high <= end and not _ASIDE.search(words[: low - start])
        ]
        days = [day for day in held if day is not None]
        return bool(days) and all(day.latest < published.earliest for day in days)

    def _found(self, document: Digest) -> Iterable[tuple[int, int, Digest, str]]:
        item = self._texts[document]
        opening, begun = True, 0
        for start, role, quote in item.held:
            whole = role in {"title", "heading"} or opening
            opening = opening and role in {"title", "heading", "dateline", "boilerplate"}
            for match in self._phrases.finditer(quote):
                after = _STOP.split(quote[match.end() : match.end() + _NEAR])[0]
                said = " ".join(quote[match.start() : match.end() + len(after)].split())
                low, high = (-1, -1) if whole else (start + match.start(), start + match.end())
                for name, names_it in self._pointed(document, start + match.end(), after):
                    if name != document:
                        yield low, high, name, f"it points to what asks: “{said}”, {names_it}"
            begun = start + len(quote) if whole else begun
        for start, end, words in self._cited.get(document, ()):
            for name in sorted(self._titled(folded(words))):
                if name != document:
                    low, high = (-1, -1) if end <= begun else (start, end)
                    yield low, high, name, f"it cites the paper that asks: “{words}”"

    def _titled(self, cited: str) -> set[Digest]:
        """Give the documents whose titles hold what is cited."""
        words = cited.split()
        match = _NUMBERED.search(cited)
        found = self._by_number.get(_number(match), set()) if match else set()
        if found or len(words) < _FEWEST_WORDS:
            return found
        rarest = min((self._by_word.get(word, set()) for word in words), key=len)
        return {name for name in rarest if cited in self._titles[name]}

    def _pointed(self, document: Digest, at: int, after: str) -> Iterable[tuple[Digest, str]]:
        for hit in self._repliers.names(after):
            for name in sorted(self._askers.get(hit.tag, ())):
                yield name, "whose asker is named there"
        for low, _high, when in self._times.get(document, ()):
            if at <= low < at + _NEAR:
                for name in sorted(self._issued.get(when, ())):
                    yield name, "whose date is named there"


def _meets(low: int, high: int, start: int, end: int) -> bool:
    """Say whether an allusion is the whole document's (-1), or stands in the sentence about some words."""
    return low < 0 or (low < end + _NEAR and start - _NEAR < high)


_Times = Mapping[Digest, list[tuple[int, int, str]]]


def _number(match: re.Match[str]) -> tuple[str, str]:
    return match[1], " ".join(re.findall(r"\d+", match[2]))


def _marks(ledger: Ledger, query: Query) -> tuple[_Times, _Times]:
    """Give the times and the citations of every document: start, end and value or words."""
    times: dict[Digest, list[tuple[int, int, str]]] = defaultdict(list)
    cited: dict[Digest, list[tuple[int, int, str]]] = defaultdict(list)
    for row in ledger.rows(replace(query, kinds=("time", "citation"))):
        payload, document = row.entry.payload, row.entry.document
        if payload is None or document is None:
            continue
        start, end = payload["start"], payload["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        if row.entry.payload is not None and payload.get("kind") == "time":
            times[document].append((start, end, str(payload.get("edtf"))))
        else:
            cited[document].append((start, end, str(payload.get("quote"))))
    return times, cited
