# SPDX-License-Identifier: Apache-2.0
"""What is told of a way: each claim that bears on it, the state it tells, and the days that its own words cover.

1. A claim covers the days of its own date. What it says went on ("since 12 December") is covered to the day that its
   document was issued: nobody can tell of a later day. Where a date is known within bounds, the days that are covered
   whichever day it was are certain, the others possible.
2. A claim without a date is told of the day its document was issued, possibly.
3. A claim bears on a way where it names the way itself (`here`), a point of it (`part`), or where it goes on from a
   sentence that does (`goes-on`) and names nothing else that can be shut. That the land around is besieged (`around`)
   is told of every way into it. Of two ways in one claim it tells of those whose names stand next to a word that shuts.
4. That a part is open does not say that the whole is; that a part is closed does.
   What was opened in part, or for some only, is restricted.
5. A denial tells no state; it stands against what it denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.linking.lineages import named
from tocsin.linking.voices import Voices
from tocsin.records.bounds import FIRST, LAST, Bounds
from tocsin.records.findings import Claim, Party
from tocsin.records.ids import Digest, Json
from tocsin.records.times import BadTime, parse
from tocsin.watch.wheres import Where

STATES = ("open", "restricted", "closed")
"""What a way may be, from the least to the most shut."""

_REACH = 900
"""Code points within which a sentence goes on from one that names the way; a blank line ends it in any case."""

_AND = re.compile(r"\s*(?:,|and|as\s+well\s+as|,\s*and)?\s*(?:the\s+|of\s+the\s+|of\s+)*")
"""What stands between two ways that are shut together: "the bridge and the tunnel"."""

_UNDATED = 31
"""Days of a document's own date beyond which an undated claim of it tells of no day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim as evidence: what it tells of the way, on which days (first and last, both within).

    `state` None: it only hinders, or denies. `eases`: it lifts what its teller told before. `certain` None where no
    day is certain. `teller` tells apart those whom one voice quotes. `scope` is here, part, goes-on or around;
    `constraints` are ids of terms.
    """

    item: Listed
    claim: Claim
    voice: Digest
    teller: str
    scope: str
    state: str | None
    eases: bool
    denied: bool
    certain: tuple[int, int] | None
    possible: tuple[int, int]
    constraints: tuple[str, ...] = ()

    @property
    def began(self) -> int:
        """The first day that it may tell of."""
        return self.possible[0]

    @property
    def direct(self) -> bool:
        """Say whether it is told of the way itself or a point of it, not of the land around."""
        return self.scope != "around"

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON: what it tells, then the finding."""
        return {
            "tells": "denies" if self.denied else self.state,
            "scope": self.scope,
            "voice": self.voice,
            "constraints": list(self.constraints),
            **self.item.to_json(),
        }


def told(ledger: Ledger, query: Query, catalogue: Catalogue, at: Where, voices: Voices) -> tuple[Told, ...]:
    """Gather what is told of a way, in order of publication; the happened clock of the query is not asked for here."""
    asked = Query(kinds=("claim",), published_by=query.published_by, recorded_by=query.recorded_by)
    return tuple(_bearing(listed(ledger, asked), _Reading(ledger, catalogue, at, query.published_by), voices))


def _bearing(rows: Iterator[Listed], reading: _Reading, voices: Voices) -> Iterator[Told]:
    """Give what of the rows, in order of document and place, bears on a way."""
    last: Listed | None = None
    for row in rows:
        claim = row.finding
        if not isinstance(claim, Claim) or claim.mode == "threatened" or claim.act not in reading.catalogue.access:
            continue
        scope = reading.scope(row, claim, last)
        if scope is None:
            continue
        if scope in {"here", "part"}:
            last = row
        made = reading.told(row, claim, scope, voices)
        if made is not None:
            yield made


class _Reading:
    """Reads claims as evidence about one way; the text of a document is fetched at most once."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, at: Where, published_by: int | None) -> None:
        self._by = published_by
        self.catalogue = catalogue
        self.at = at
        self._ledger = ledger
        self._texts: dict[tuple[Digest, str], str] = {}
        partly = "|".join(map(re.escape, catalogue.list("access.opening-in-part")))
        self._partly = re.compile(rf"\b(?:{partly})\b", re.IGNORECASE)
        self._opening = re.compile("|".join(map(re.escape, catalogue.list("access.opening"))), re.IGNORECASE)
        pairs = [pair.partition("=") for pair in catalogue.list("access.constraint-words")]
        self._constraints: Mapping[str, str] = {words: term for words, _, term in pairs}
        shutting = "|".join(map(re.escape, catalogue.list("access.shutting")))
        self._shutting = re.compile(rf"\b(?:{shutting})", re.IGNORECASE)
        words = "|".join(map(re.escape, sorted(self._constraints, key=len, reverse=True)))
        self._hindering = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def scope(self, row: Listed, claim: Claim, last: Listed | None) -> str | None:
        """Say how a claim bears on the way; None where it does not."""
        named = (*claim.places, *claim.targets)
        if any(self.at.here(party) for party in named):
            return (
                "here" if self._shut_here(claim, [party for party in named if party.id in self.at.elsewhere]) else None
            )
        if not self.at.way:
            return None
        if any(place.id in self.at.parts for place in claim.places):
            return "part"
        if self.catalogue.access[claim.act].state is None or any(party.id in self.at.elsewhere for party in named):
            return None
        if last is not None and self._goes_on(row, last):
            return "goes-on"
        besieged = claim.act == "blockade" and any(self.at.wider(party) for party in claim.targets)
        return "around" if besieged else None

    def _shut_here(self, claim: Claim, others: Sequence[Party]) -> bool:
        """Say whether a claim that names other ways too tells of this one: by the names next to a word that shuts."""
        if not others:
            return True
        words = folded(claim.quote)
        names = {folded(name) for one in others for name in (one.name, *self._names(one.id))}
        spans = [(match.start(), match.end(), True) for match in self.at.spans(words)]
        spans += [(found, found + len(name), False) for name in names if (found := words.find(name)) >= 0]
        groups: list[list[tuple[int, int, bool]]] = []
        for span in sorted(spans):
            if groups and _AND.fullmatch(words, groups[-1][-1][1], span[0]):
                groups[-1].append(span)
            else:
                groups.append([span])
        shuts = [match.start() for match in self._shutting.finditer(words)]
        if not groups or not shuts:
            return True
        nearest = (min(groups, key=lambda group: max(group[0][0] - at, at - group[-1][1])) for at in shuts)
        return any(here for group in nearest for _start, _end, here in group)

    def _names(self, of: str) -> tuple[str, ...]:
        row = self.catalogue.places.get(of)
        return (row.name, *row.aliases) if row else ()

    def _goes_on(self, row: Listed, last: Listed) -> bool:
        """Say whether a claim stands in the same paragraph, not far after one that names the way."""
        start, end = last.finding.end, row.finding.start
        if row.shelved.document != last.shelved.document or row.finding.by.startswith("table."):
            return False
        if start >= end:
            return True
        return end - start <= _REACH and "\n" not in self._text(row)[start:end].strip(" ")

    def _text(self, row: Listed) -> str:
        key = row.shelved.document, str((row.row.entry.payload or {})["version"])
        if key not in self._texts:
            self._texts[key] = self._ledger.text(*key).content
        return self._texts[key]

    def _issued(self, row: Listed) -> Bounds | None:
        """Give when a document was issued: what was published by a day tells of none after it."""
        issued = row.shelved.published
        if issued is None or self._by is None:
            return issued
        return Bounds(earliest=min(issued.earliest, self._by), latest=min(issued.latest, self._by))

    def told(self, row: Listed, claim: Claim, scope: str, voices: Voices) -> Told | None:
        """Make evidence of a claim; None where it tells of no day."""
        days = covered(claim, self._issued(row))
        if days is None:
            return None
        certain, possible = days
        if row.row.certainty != "certain":  # the document itself may be of a later day than the one asked for
            certain = None
        says = self.catalogue.access[claim.act]
        state, eases, denied = says.state, says.eases, claim.mode == "denied"
        if denied and eases:  # that no convoy came through tells of what did not pass, and denies no closure
            state, eases, denied = "restricted", False, False
        opening = self._opening.search(claim.quote) if state is not None else None
        if opening is not None and (eases or "lift" in opening[0].lower()) and not claim.by.startswith("table."):
            state, eases = "restricted" if self._partly.search(claim.quote) else "open", True
        if scope == "part" and eases:
            return None  # that something passes at one point says nothing of the whole
        constraints = {self._constraints[match[0].lower()] for match in self._hindering.finditer(claim.quote)}
        return Told(
            item=row,
            claim=claim,
            voice=voices.of_finding(row),
            teller=_teller(row, claim),
            scope=scope,
            state=None if denied else state,
            eases=eases and not denied,
            denied=denied and state is not None,
            certain=certain,
            possible=possible,
            constraints=tuple(dict.fromkeys((*(() if eases or denied else says.constraints), *sorted(constraints)))),
        )


def _teller(row: Listed, claim: Claim) -> str:
    """Give whom a document quotes by name, empty where it speaks itself: a report that quotes both sides is no side."""
    own = {party.id for party in (*row.shelved.card.issuers, *row.shelved.card.carriers)}
    said = claim.speakers[-1:]
    return next((party.id for party in said if party.id not in own and named(party.name)), "")


def covered(claim: Claim, issued: Bounds | None) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    """Give the days that a claim's words cover, certainly and possibly; None where they cover none.

    >>> from datetime import date
    >>> told = Claim(start=0, end=1, quote="x", by="test", act="blockade", when="2024-12-12/..")
    >>> days = covered(told, Bounds(earliest=date(2025, 1, 10).toordinal(), latest=date(2025, 1, 10).toordinal()))
    >>> days and [date.fromordinal(day).isoformat() for day in days[0]]
    ['2024-12-12', '2025-01-10']
    """
    if claim.when is None:
        return _undated(issued)
    try:
        when = parse(claim.when)
    except BadTime:
        return None
    open_ended = when.end_latest is None
    if open_ended and issued is None:
        return (None, (day, day)) if (day := _number(when.start_earliest)) is not None else None
    first = _number(when.start_earliest)
    if first is None:
        return None
    last = _number(when.end_latest)
    if last is None or (issued is not None and last > issued.latest):
        last = issued.latest if issued is not None else first
    if last >= LAST or last < first:
        last = first
    whole = claim.by.startswith("table.")
    begun = first if whole else _number(when.start_latest)
    ended = _number(when.end_latest if whole else when.end_earliest)
    if open_ended and issued is not None:
        ended = issued.earliest
    if when.uncertain or begun is None or ended is None or begun > ended:
        return None, (first, last)
    return (begun, min(ended, last)) if begun <= min(ended, last) else None, (first, max(last, begun))


def _undated(issued: Bounds | None) -> tuple[None, tuple[int, int]] | None:
    if issued is None or issued.earliest <= FIRST or issued.latest - issued.earliest > _UNDATED:
        return None
    return None, (issued.earliest, issued.latest)


def _number(day: object) -> int | None:
    return day.toordinal() if hasattr(day, "toordinal") else None
