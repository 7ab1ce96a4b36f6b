# SPDX-License-Identifier: Apache-2.0
"""Held instruments: papers of the ledger that bind, known again however other papers cite them.

1. A resolution is known by its number, an order by its court and day, an agreement by its parties and day.
2. What is cited by name ("the Agreement on the Mill Canal"), by kind and day ("the Agreement of 4 March 2024") or by
   both is the one held paper whose title says the same words in the same order, of that day; of two it is neither.
3. Where no paper is held, a name that is cited once with its day is, without it, the same instrument.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.ledger.shelf import Shelved
from tocsin.records.findings import Citation

KIND_OF: Mapping[str, str] = {"court-order": "order", "resolution": "resolution", "agreement": "agreement"}
"""Genres of papers that bind, and the kind that the ids of their instruments say."""

_NUMBERED = re.compile(r"\bresolution\s+(?P<number>\d+)\s*\((?P<year>\d{4})\)", re.IGNORECASE)
_SESSION = re.compile(r"\bresolution\s+(?P<session>\d+)/(?P<number>\d+)\b", re.IGNORECASE)
_DAY = re.compile(r"-?(\d{4}-\d\d-\d\d)$")
_WORD = re.compile(r"[a-z0-9]+")
_PLACE = re.compile(
    r"^.{0,60}?\b(?:articles?|arts?\.|paragraphs?|paras?\.|sections?|points?|clauses?)\s[^A-Z]*?\bof\s+(?:the\s+)?",
    re.IGNORECASE,
)
_LIGHT = frozenset("the a an of on for to in and between at by".split())  # noqa: SIM905 - reads best as words
_FEWEST = 2
"""Words that a name says at least to be looked for in titles."""


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _LIGHT]


def _in_order(words: list[str], title: list[str]) -> bool:
    """Say whether words stand in a title in their order, others between them.

    >>> _in_order(["agreement", "canal"], ["agreement", "veltria", "ardesh", "mill", "canal"])
    True
    """
    rest = iter(title)
    return all(word in rest for word in words)


class HeldInstruments:
    """Knows the papers that bind, and which instrument a citation means."""

    def __init__(self, catalogue: Catalogue, papers: Iterable[Shelved], citations: Iterable[Listed]) -> None:
        self._catalogue = catalogue
        self._by_adoption = {
            (row.body, row.date, row.kind): row.id for row in catalogue.instruments.values() if row.body
        }
        self._named: dict[str, str] = {}
        self._titles: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for paper in papers:
            if paper.card.genre in KIND_OF:
                name = self.of_paper(paper)
                self._titles[(paper.card.issued or "")[:10]].append((_words(paper.title), name))
                self._named.setdefault(name, paper.title)
        self._dated: dict[str, set[str]] = defaultdict(set)
        for row in citations:
            cited = row.finding
            if isinstance(cited, Citation) and cited.instrument and _DAY.search(cited.instrument):
                name = _PLACE.sub("", cited.quote).rsplit(" of ", 1)[0]
                self._dated[" ".join(_words(name))].add(cited.instrument)
        self._known: dict[str, str] = {}

    def of_paper(self, paper: Shelved) -> str:
        """Give the instrument that a document is: the catalogue's, else one made of who adopted it and when."""
        card = paper.card
        kind = KIND_OF.get(card.genre, card.genre)
        day = (card.issued or "")[:10]
        for party in card.issuers:
            known = self._by_adoption.get((party.id, card.issued, kind))
            if known is not None:
                return known
        title = _words(paper.title)
        for row in self._catalogue.instruments.values():
            if day and row.date == day and _in_order(_words(row.name), title):
                return row.id
        for party in card.issuers:
            body = self._catalogue.bodies.get(party.id)
            for form, pattern in ((body.numbered, _NUMBERED), (body.session, _SESSION)) if body else ():
                match = pattern.search(paper.title) if form and kind == "resolution" else None
                if form and match is not None:
                    return form.format(**match.groupdict())
            if body is not None and card.issued:
                return f"{body.prefix}-{kind}-{day}"
        return f"{card.issuers[0].id if card.issuers else 'document'}-{kind}-{day or paper.document[7:19]}"

    def title(self, instrument: str) -> str | None:
        """Give the title of the held paper that is an instrument."""
        return self._named.get(instrument)

    def of(self, instrument: str) -> str:
        """Give the instrument that a cited one is: a held paper's, the one cited with its day, else itself."""
        if instrument not in self._known:
            self._known[instrument] = self._found(instrument)
        return self._known[instrument]

    def _found(self, instrument: str) -> str:
        if instrument in self._catalogue.instruments or "/" in instrument:
            return instrument
        dated = _DAY.search(instrument)
        name = _words(instrument[: dated.start()] if dated else instrument)
        days = [dated[1]] if dated else sorted(self._titles)
        if name and (dated or len(name) >= _FEWEST):
            held = {told for day in days for title, told in self._titles.get(day, ()) if _in_order(name, title)}
            if len(held) == 1:
                return held.pop()
        cited = self._dated.get(" ".join(name), set()) if not dated else set()
        return next(iter(cited)) if len(cited) == 1 else instrument
