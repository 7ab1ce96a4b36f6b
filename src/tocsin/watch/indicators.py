# SPDX-License-Identifier: Apache-2.0
"""Indicators: which claims and warnings speak to which indicator of the UN Framework, by the rules of signs.toml.

1. A sign fires on what a source states, in what mode and words; it says nothing of whether that is so.
2. Evidence stands at the places that its finding names, and at those they lie within, states left out; where it names
   none, at the place that its document tells of most, and says so (`document`).
3. Its voice is its origin: copies, carriers and all papers of one speaker are one voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Sign
from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.linking.connections import Connections
from tocsin.linking.corroboration import TOLD_AS_DONE
from tocsin.linking.origins import origins, speaker
from tocsin.linking.voices import voices
from tocsin.records.findings import Claim, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Veil
from tocsin.watch.denials import denials
from tocsin.watch.months import months
from tocsin.watch.placings import Placings
from tocsin.watch.sides import NOT_KNOWN, Sides

_HEARSAY = "connection.hearsay"
_REACH = 1000
"""Code points around a claim within which its sentence lies."""

Stance = Literal["states", "alleges", "passes on", "denies"]
"""How a source stands to what it tells: as done or to come, as alleged, as hearsay, or against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A finding that speaks to indicators, by which signs, and where, when and by whom it is told.

    `months` by the date's own words, each with whether it is sure (`months.py`); `dated` happened or published.
    `places` the narrowest first; `placed` named or document. `voice` is its origin's key, `name` what it is called,
    `text` the voice of the document that tells it. `denied_by` names the voices that deny the event that it is told of,
    or something of it, whatever act their denial is of.
    """

    row: Listed
    signs: tuple[str, ...]
    indicators: tuple[str, ...]
    stance: Stance
    months: Mapping[str, bool]
    dated: str
    places: tuple[str, ...]
    placed: str
    voice: str
    name: str
    side: str
    text: Digest
    denied_by: tuple[str, ...] = ()

    @property
    def factors(self) -> tuple[int, ...]:
        """The risk factors that its indicators belong to, in order."""
        return tuple(sorted({factor(indicator) for indicator in self.indicators}))

    @property
    def counts(self) -> bool:
        """Say whether its voice counts for lighting a cell."""
        return self.stance == "states"

    def sure(self, month: str) -> bool:
        """Say whether neither the month nor the day of publication is in doubt."""
        return self.months.get(month, False) and self.row.row.certainty == "certain"

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON: what it was taken for, then the finding."""
        return {
            "indicators": list(self.indicators),
            "signs": list(self.signs),
            "stance": self.stance,
            "months": dict(self.months),
            "dated": self.dated,
            "places": list(self.places),
            "placed": self.placed,
            "voice": self.voice,
            "voice_name": self.name,
            "side": self.side,
            "denied_by": list(self.denied_by),
            "finding": self.row.to_json(),
        }


def factor(indicator: str) -> int:
    """Give the risk factor of an indicator.

    >>> factor("13.8"), factor("14")
    (13, 14)
    """
    return int(indicator.partition(".")[0])


class Signs:
    """The rules of a catalogue, each finding held against those that may fire."""

    def __init__(self, catalogue: Catalogue) -> None:
        rows = tuple(catalogue.signs.values())
        self._by_act: dict[str, list[Sign]] = {}
        self._by_harm: dict[str, list[Sign]] = {}
        self._by_words: list[Sign] = []
        for row in rows:
            for act in row.acts:
                self._by_act.setdefault(act, []).append(row)
            for harm in row.harms:
                self._by_harm.setdefault(harm, []).append(row)
            if not row.acts and not row.harms:
                self._by_words.append(row)
        self._words = {row.id: _pattern(row.words) for row in rows if row.words}
        self._any = _pattern([word for row in self._by_words for word in row.words])

    def of(self, finding: Claim | Warning) -> tuple[Sign, ...]:
        """Give the signs that a finding fires, in the order of the catalogue."""
        offered = (
            self._by_act.get(finding.act, []) if isinstance(finding, Claim) else self._by_harm.get(finding.harm, [])
        )
        mode = finding.mode if isinstance(finding, Claim) else ""
        quote = finding.quote.lower()
        more = self._by_words if self._any.search(quote) else []
        return tuple(
            row
            for row in (*offered, *more)
            if (not row.modes or mode in row.modes) and (row.id not in self._words or self._words[row.id].search(quote))
        )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Find beginnings of words in a text in small letters, over any white space; no words match nothing.

    To search in small letters is five times as fast as to search in any case.
    """
    spaced = [r"\s+".join(re.escape(part) for part in word.lower().split()) for word in words]
    return re.compile(rf"\b(?:{'|'.join(spaced)})" if spaced else r"(?!)")


_EVIDENCE: Recollections[tuple[Evidence, ...]] = Recollections(4)


def evidence(ledger: Ledger, catalogue: Catalogue, query: Query, *, veil: Veil | None = None) -> tuple[Evidence, ...]:
    """Give all evidence at a query's published and recorded clocks, in order of publication."""
    clocks = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    made = _EVIDENCE.get(ledger, clocks, lambda: _evidence(ledger, catalogue, clocks), beside=catalogue.digest)
    if veil is None:
        return made
    shown = veil.rows(item.row for item in made)
    return tuple(
        replace(
            item,
            row=row,
            name=veil.masked(row.shelved.document, item.name),
            denied_by=tuple(veil.masked(row.shelved.document, name) for name in item.denied_by),
        )
        for item, row in zip(made, shown, strict=True)
    )


def _evidence(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Evidence, ...]:
    asked = Query(kinds=("claim", "warning"), published_by=query.published_by, recorded_by=query.recorded_by)
    rows = list(sure(listed(ledger, asked)))
    signs, places, sides = Signs(catalogue), Placings(catalogue, rows), Sides(catalogue)
    fired = [
        (row, found) for row in rows if isinstance(row.finding, Claim | Warning) and (found := signs.of(row.finding))
    ]
    told = origins(ledger, asked, (row for row, _found in fired), catalogue)
    texts = voices(ledger, asked, catalogue)
    stances = _Stances(ledger, catalogue)
    denied = denials(ledger, catalogue, asked, rows, places)  # a denial fires no sign where its act has none
    made = []
    for row, found in fired:
        name = row.row.finding
        if name in denied.taken_back:
            continue
        happened = row.finding.when if isinstance(row.finding, Claim) else None
        at, placed = places.of(row)
        at = denied.places.get(name, at)
        under = denied.months.get(name) or _by(
            months(happened, row.shelved.card.issued), None if happened else query.published_by
        )
        said = speaker(row)
        made.append(
            Evidence(
                row=row,
                signs=tuple(sign.id for sign in found),
                indicators=tuple(dict.fromkeys(one for sign in found for one in sign.indicators)),
                stance=stances.of(row),
                months=under,
                dated="happened" if happened or name in denied.months else "published",
                places=at,
                placed=placed,
                voice=told[row.row.finding].key,
                name=told[row.row.finding].name,
                side=sides.of(said) if said is not None else NOT_KNOWN,
                text=texts.of(row.shelved.document),
                denied_by=denied.denied_by.get(name, ()),
            )
        )
    return tuple(made)


def _by(under: Mapping[str, bool], day: int | None) -> Mapping[str, bool]:
    """Put what is told in a text that may be later than a day under that day's month, possibly."""
    if day is None or all(month <= _month(day)[: len(month)] for month in under):
        return under
    return {month: sure for month, sure in under.items() if month <= _month(day)[: len(month)]} | {_month(day): False}


def _month(day: int) -> str:
    return date.fromordinal(day).isoformat()[:7]


class _Stances:
    """How sources stand to what they tell."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue) -> None:
        self._ledger = ledger
        self._connections = Connections(ledger, catalogue)
        words = catalogue.words.get(_HEARSAY)
        self._words = tuple(word.lower() for word in words.words) if words else ()
        self._cue = _pattern(self._words)
        self._held: tuple[Digest | None, tuple[int, ...]] = (None, ())

    def of(self, row: Listed) -> Stance:
        finding = row.finding
        if not isinstance(finding, Claim):
            return "states"
        if finding.mode == "denied":
            return "denies"
        if finding.mode == "threatened":
            return "states"
        if finding.mode not in TOLD_AS_DONE:
            return "alleges"
        # To read a sentence for each claim is slow; most documents hold no word of hearsay near any claim.
        if not any(finding.start - _REACH <= cue <= finding.end + _REACH for cue in self._cues(row)):
            return "states"
        return "passes on" if self._connections.of(row).kind == "hearsay" else "states"

    def _cues(self, row: Listed) -> tuple[int, ...]:
        """Give where words of hearsay stand in a finding's document; documents come one after another."""
        document = row.shelved.document
        if self._held[0] != document:
            try:
                content = self._ledger.text(document, str((row.row.entry.payload or {}).get("version"))).content
            except UnknownText:
                content = ""
            lowered = content.lower()
            near = any(word in lowered for word in self._words)
            self._held = document, tuple(cue.start() for cue in self._cue.finditer(lowered)) if near else ()
        return self._held[1]
