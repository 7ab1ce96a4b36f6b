# SPDX-License-Identifier: Apache-2.0
"""Names of persons at risk, withheld in what is shown unless somebody asks for them (docs/safety.md).

1. At risk is who is named as the target of an act of `risk.acts`, beside a word that says that harm was done to them
   ("killed", "died", "the arrest of"; `harmed_names`), or after a noun of `risk.nouns` ("the witness …").
2. A name is two to four capitalised words that the catalogue does not have, and that do not end in a word for a body
   (`risk.bodies`: "the Karsk Red Cross"); after a noun, one is enough.
3. Who stands after a word of `risk.offices` anywhere in the document holds public office and is shown.
4. Words that stand side by side in the name of an instrument or a place that the catalogue knows ("Civilian Persons")
   are no name where they stand so.
5. Among documents that are shown together (`together`), a name of two words or more that is at risk in one is withheld
   in all, but for those in which it stands after a word of `risk.offices`.
6. What a rule misses is shown, what it takes wrongly is withheld: entries and texts are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, MutableMapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias, TypeVar

from ahocorasick_rs import AhoCorasick

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.grounds import LANDS
from tocsin.catalogue.rows import Actor, Instrument, Place
from tocsin.dossier.harmed_names import HarmedNames
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.records.entries import Payload
from tocsin.records.findings import Card, Finding
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import from_json, to_json

WITHHELD = "[name withheld]"
"""What stands where a name at risk would."""

NAME_WITHHELD = "name-withheld"
"""The id that stands for those of withheld names, which would tell them."""

_NAME = r"[^\W\d_a-z][\w’'-]*"
_FULL = re.compile(rf"{_NAME}(?:\s+(?:(?:al|bin|da|de|del|der|di|el|ibn|la|van|von)\s+)?{_NAME}){{1,3}}")
_SHORTEST = 3
"""Letters of a last name that is withheld alone; shorter ones are too often other words."""

_APART = "\n\n\0"
"""Stands between words that are looked through together: no name goes over it."""

_TELLING = 4
"""Letters of a word that tells one name from another; "of" and "the" stand in all of them."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

_F = TypeVar("_F", bound=Finding | Card)

Mask: TypeAlias = "re.Pattern[str] | None"
"""What finds a document's names at risk; None where it has none."""


@lru_cache(maxsize=8)
def _known(catalogue: Catalogue) -> frozenset[str]:
    rows: tuple[Actor | Place, ...] = (*catalogue.actors.values(), *catalogue.places.values())
    return frozenset(folded(name) for row in rows for name in (row.name, *row.aliases))


def _words(value: Json) -> Iterator[str]:
    """Give every string in a payload, or in a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _words(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _words(item)


@lru_cache(maxsize=8)
def _beside(catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """Give every two words that stand side by side in the name of an instrument or a place, small words left out."""
    lands = (row for row in catalogue.actors.values() if row.kind in LANDS)
    rows: tuple[Instrument | Place | Actor, ...] = (*catalogue.instruments.values(), *catalogue.places.values(), *lands)
    found: set[tuple[str, str]] = set()
    for row in rows:
        for name in (row.name, *row.aliases):
            words = _WORD.findall(folded(name))
            found.update((one, other) for one, other in pairwise(words) if min(len(one), len(other)) >= _TELLING)
    return frozenset(found)


class Withholding:
    """Knows the names at risk of each document; a document is looked at once.

    `masks` keeps what was found for longer than this object lives: whoever gives it lets go of what is out of date.
    """

    def __init__(
        self, ledger: Ledger, catalogue: Catalogue, query: Query, *, masks: MutableMapping[Digest, Mask] | None = None
    ) -> None:
        self._ledger = ledger
        self._recorded_by = query.recorded_by
        self._acts = frozenset(catalogue.list("risk.acts"))
        self._nouns = AhoCorasick([noun.lower() for noun in catalogue.list("risk.nouns")])
        nouns = "|".join(map(re.escape, sorted(catalogue.list("risk.nouns"), key=len, reverse=True)))
        papers = "|".join(map(re.escape, catalogue.list("risk.not-names")))
        offices = "|".join(map(re.escape, sorted(catalogue.list("risk.offices"), key=len, reverse=True)))
        self._after_noun = re.compile(rf"\b(?i:{nouns}),?\s+(?!(?:{papers})\b)({_NAME}(?:\s+{_NAME}){{0,3}})")
        self._in_office = re.compile(rf"\b(?i:{offices})\s+(?:of\s+{_NAME}(?:\s+{_NAME})?,?\s+)?$")
        self._titled = re.compile(rf"(?i:{offices})s?\b")
        bodies = "|".join(map(re.escape, catalogue.list("risk.bodies")))
        self._bodies = re.compile(rf"\b(?:{bodies})$")
        self._harmed = HarmedNames(catalogue)
        self._known = _known(catalogue)
        self._beside = _beside(catalogue)
        self._masks: MutableMapping[Digest, Mask] = {} if masks is None else masks
        self._shelved: dict[Digest, tuple[Card, Card]] = {}
        self._joint: dict[Digest, Mask] = {}

    def together(self, documents: Collection[Digest]) -> None:
        """Withhold in each of some documents what is at risk in one of them: they are handed over as one."""
        own = {document: self._names(document) for document in documents}
        carried = sorted({name for names in own.values() for name in names if " " in name})
        self._shelved.clear()
        self._joint = {}
        if not carried:
            return
        finder = AhoCorasick(carried)
        for document, names in own.items():
            passages = [" ".join(quote.split()) for quote in self._quotes(document)]
            found = (finder.find_matches_as_indexes(quote, overlapping=True) for quote in passages)
            met = {carried[at] for matches in found for at, _, _ in matches} - names
            met = {name for name in met if self._withheld_too(name, passages)}
            self._joint[document] = self._pattern(names | met | self._lasts(met))

    def _withheld_too(self, name: str, passages: Iterable[str]) -> bool:
        """Say whether a name that is at risk in another document stands here, and nowhere here as one in office."""
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        here = [passage for passage in passages if whole.search(passage)]
        return bool(here) and not any(self._holds_office(name, passage) for passage in here)

    def masked(self, document: Digest, text: str) -> str:
        """Give words of a document with the names at risk withheld."""
        mask = self._mask(document)
        if mask is None:
            return text
        return mask.sub(lambda found: found[0] if self._belongs(text, *found.span()) else WITHHELD, text)

    def guards(self, document: Digest) -> bool:
        """Say whether a document names somebody at risk."""
        return self._mask(document) is not None

    def spans(self, document: Digest, text: str) -> tuple[tuple[int, int], ...]:
        """Say where in words of a document names at risk stand."""
        mask = self._mask(document)
        return (
            ()
            if mask is None
            else tuple(found.span() for found in mask.finditer(text) if not self._belongs(text, *found.span()))
        )

    def _belongs(self, text: str, start: int, end: int) -> bool:
        """Say whether words stand as they do in the name of an instrument or a place that the catalogue knows."""
        words = _WORD.findall(folded(text[start:end]))
        before, after = (
            _WORD.findall(folded(text[max(0, start - 60) : start])),
            _WORD.findall(folded(text[end : end + 60])),
        )
        if not words:
            return False
        if len(words) > 1:
            return all(pair in self._beside for pair in pairwise(words))
        sides = (*((before[-1], words[0]) for _ in before[-1:]), *((words[0], after[0]) for _ in after[:1]))
        return any(pair in self._beside for pair in sides)

    def rows(self, rows: Iterable[Listed]) -> Iterator[Listed]:
        """Give rows of a listing with the names at risk withheld."""
        for row in rows:
            if self._mask(row.shelved.document) is None:
                yield row
            else:
                finding, shelved = self._record(row.shelved.document, row.finding), self.shelved(row.shelved)
                shown = finding is row.finding and shelved is row.shelved
                yield row if shown else replace(row, finding=finding, shelved=shelved)

    def payload(self, payload: Payload | None, document: Digest | None) -> Payload | None:
        """Give the payload of an entry about a document with the names at risk withheld."""
        if payload is None or document is None:
            return payload
        return {name: self.value(document, value) for name, value in payload.items()}

    def shelved(self, item: Shelved) -> Shelved:
        """Give a document's row with the names at risk withheld in its card."""
        held = self._shelved.get(item.document)
        if held is None or held[0] is not item.card:  # a listing gives one document's row with each of its findings
            held = self._shelved[item.document] = item.card, self._record(item.document, item.card)
        return item if held[1] is item.card else replace(item, card=held[1])

    def _record(self, document: Digest, record: _F) -> _F:
        line, mask = to_json(record), self._mask(document)
        if mask is None or mask.search(_APART.join(_words(line))) is None:
            return record
        made = from_json({name: self.value(document, value) for name, value in line.items()})
        assert isinstance(made, type(record))
        return made

    def value(self, document: Digest, value: Json) -> Json:
        """Give a payload, or a part of one, with the names at risk withheld."""
        if isinstance(value, str):
            return self.masked(document, value)
        if isinstance(value, list | tuple):
            return [self.value(document, item) for item in value]
        if isinstance(value, dict):
            found = {name: self.value(document, item) for name, item in value.items()}
            if "name" in found and found["name"] != value["name"]:
                found["id"] = NAME_WITHHELD
            return found
        return value

    def _mask(self, document: Digest) -> re.Pattern[str] | None:
        if document in self._joint:
            return self._joint[document]
        if document not in self._masks:
            self._masks[document] = self._pattern(self._names(document))
        return self._masks[document]

    @staticmethod
    def _pattern(names: Collection[str]) -> Mask:
        ordered = sorted(names, key=lambda name: (-len(name), name))
        spaced = (r"\s+".join(map(re.escape, name.split())) for name in ordered)
        return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)") if ordered else None

    def _lasts(self, names: Iterable[str]) -> set[str]:
        """Give the last words of full names, which are withheld alone as well."""
        lasts = {name.split()[-1] for name in names if " " in name}
        return {last for last in lasts if len(last) >= _SHORTEST and folded(last) not in self._known}

    def _names(self, document: Digest) -> set[str]:
        passages = self._quotes(document)
        names = {
            " ".join(match[1].split())
            for quote in passages
            for match in self._named(quote)
            if not self._titled.match(match[1]) and not self._belongs(quote, *match.span(1))
        }
        names |= {
            " ".join(quote[start:end].split())
            for quote in passages
            for start, end in self._harmed.of(quote)
            if not self._titled.match(quote, start, end) and not self._belongs(quote, start, end)
        }
        names |= set(self._targets(document))
        names = {name for name in names if folded(name) not in self._known and not self._bodies.search(name)}
        public = {name for name in names if any(self._holds_office(name, quote) for quote in passages)}
        names -= public
        return names | self._lasts(names)

    def _named(self, quote: str) -> Iterator[re.Match[str]]:
        """Give the names after a noun; the nouns are found in one pass, since trying each at each place is slow."""
        low = quote.lower()
        if len(low) != len(quote):  # a letter whose small form is two: places would be off
            yield from self._after_noun.finditer(quote)
            return
        end = 0
        for at in sorted({at for _, at, _ in self._nouns.find_matches_as_indexes(low, overlapping=True)}):
            match = self._after_noun.match(quote, at) if at >= end else None
            if match is not None:
                end = match.end()
                yield match

    def _quotes(self, document: Digest) -> list[str]:
        """Give the paragraphs of a document's newest text: one look-up, where its passages would be one each."""
        versions = self._ledger.versions(document)
        return self._ledger.text(document, versions[-1]).content.split("\n\n") if versions else []

    def _targets(self, document: Digest) -> Iterator[str]:
        asked = Query(kinds=("claim",), document=document, recorded_by=self._recorded_by)
        for row in self._ledger.rows(asked):
            payload = row.entry.payload or {}
            targets = payload.get("targets")
            if payload.get("act") not in self._acts or not isinstance(targets, list | tuple):
                continue
            for party in targets:
                name = " ".join(str(party["name"]).split()) if isinstance(party, dict) else ""
                if _FULL.fullmatch(name) and not self._titled.match(name) and not self._belongs(name, 0, len(name)):
                    yield name

    def _holds_office(self, name: str, quote: str) -> bool:
        if name not in quote:
            return False
        return any(self._in_office.search(quote[: match.start()]) for match in re.finditer(re.escape(name), quote))
