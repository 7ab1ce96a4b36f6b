# SPDX-License-Identifier: Apache-2.0
"""Obligations: duties with what sources say of compliance and breach, each attributed, and the state that follows.

1. A statement counts for a duty where it names the provision, or the instrument of which it is the only duty on that
   bearer, and where it names the bearer; all else said of the instrument is shown and not counted.
2. The state is "according to N voices", never more: in force (nobody says either), met, partly met, breached, contested
   (voices differ, or the bearer denies), lapsed (its term ended).
3. Nothing here is a finding of law: a voice's word for an act ("violates") stays that voice's word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.ledger.shelf import shelf
from tocsin.linking.adherence import LAPSED, Adherence, Statement, by_document, pinpoints, within
from tocsin.linking.bearings import Bearings
from tocsin.linking.charges import ALLEGED
from tocsin.linking.duties import Duties, Laid, named_by_id, whole
from tocsin.linking.fact_sheets import texts
from tocsin.linking.fulfilments import Fulfilment, fulfilments
from tocsin.linking.held_instruments import HeldInstruments
from tocsin.linking.lineages import is_itself
from tocsin.linking.obligation_states import Obligation
from tocsin.linking.origins import Origin, origins, speaker
from tocsin.linking.paragraphs import Paragraphs
from tocsin.linking.said import Said
from tocsin.linking.sentences import Sentences
from tocsin.linking.shortfalls import Shortfalls
from tocsin.linking.standing_asks import by_finding, standing_asks
from tocsin.linking.voices import voices
from tocsin.records.bounds import LAST, bounds
from tocsin.records.findings import Ask, Citation, Party
from tocsin.records.ids import Digest

_OBLIGATIONS: Recollections[tuple[Obligation, ...]] = Recollections(4)


def obligations(
    ledger: Ledger, catalogue: Catalogue, query: Query, *, names: Mapping[str, str] | None = None
) -> tuple[Obligation, ...]:
    """Give the obligations that the documents cite or lay, those most spoken of first.

    `names` are the instruments' names where the catalogue's are built on others.
    """
    clocks = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    beside = catalogue.digest, frozenset((names or {}).items())
    return _OBLIGATIONS.get(ledger, clocks, lambda: _obligations(ledger, catalogue, clocks, names), beside=beside)


def _obligations(
    ledger: Ledger, catalogue: Catalogue, query: Query, names: Mapping[str, str] | None
) -> tuple[Obligation, ...]:
    asked = replace(query, kinds=("citation", "ask", "claim"))
    rows = list(listed(ledger, asked))
    citations = [row for row in rows if isinstance(row.finding, Citation) and row.finding.instrument]
    asks = [row for row in rows if isinstance(row.finding, Ask)]
    held = HeldInstruments(catalogue, (item for item in shelf(ledger, query).values()), citations)
    laid = Duties(catalogue, held, Paragraphs(ledger)).of(citations, asks)
    beside, lost = (
        by_document(rows),
        by_document(listed(ledger, replace(query, kinds=("claim",), states=("rejected",)))),
    )
    adherence = Adherence(catalogue, Sentences(ledger), (party for one in laid for party in one.bearers))
    read = (adherence.of(row, beside[row.shelved.document], lost.get(row.shelved.document, ())) for row in citations)
    statements = [told for told in read if told is not None]
    grounds = _Grounds(
        ledger=ledger,
        catalogue=catalogue,
        query=query,
        citations=citations,
        asks=asks,
        statements=statements,
        held=held,
        names={**{row.id: row.name for row in catalogue.instruments.values()}, **(names or {})},
    )
    made = grounds.obligations(laid)
    made.sort(key=lambda one: (-len([s for s in one.said if s.counts]), -one.citing, one.laid.instrument, one.id))
    return tuple(made)


def derived(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Obligation, ...]:
    """Give every obligation, for whoever asks why."""
    return obligations(ledger, catalogue, query)


class _Grounds:
    """Puts duties, citations, asks and statements together."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        catalogue: Catalogue,
        query: Query,
        citations: list[Listed],
        asks: list[Listed],
        statements: list[Statement],
        held: HeldInstruments,
        names: Mapping[str, str],
    ) -> None:
        self._catalogue = catalogue
        self._held = held
        self._names = names
        self._bearings = Bearings(ledger, catalogue, query)
        shelved = shelf(ledger, query)
        self._among = len(texts(shelved))
        self._voices = voices(ledger, query, catalogue)
        days = [item.published.latest for item in shelved.values() if item.published and item.published.latest < LAST]
        self._day = query.published_by if query.published_by is not None else max(days, default=None)
        self._citations: dict[str, list[Listed]] = defaultdict(list)
        self._cited_in: dict[Digest, list[Listed]] = defaultdict(list)
        for row in citations:
            assert isinstance(row.finding, Citation)
            self._citations[held.of(row.finding.instrument or "")].append(row)
            self._cited_in[row.shelved.document].append(row)
        self._asks: dict[str, list[Listed]] = defaultdict(list)
        self._asked: dict[Digest, set[str]] = defaultdict(set)
        for row in asks:
            if isinstance(row.finding, Ask):
                self._asked[row.shelved.document].update(party.id for party in row.finding.addressees)
            for law in row.finding.law if isinstance(row.finding, Ask) else ():
                self._asks[held.of(law)].append(row)
        self._standing = by_finding(
            standing_asks(ledger, catalogue, Query(published_by=query.published_by, recorded_by=query.recorded_by))
        )
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for told in statements:
            self._statements[held.of(told.instrument)].append(told)
        self._origins: Mapping[Digest, Origin] = origins(
            ledger, query, [told.said_by for told in statements], catalogue
        )
        self._bodies: dict[str, frozenset[str]] = {}
        self._kept = fulfilments(ledger, catalogue, query)
        self._shortfalls = Shortfalls(ledger, catalogue, texts(shelved))

    def obligations(self, laid: Iterable[Laid]) -> list[Obligation]:
        """Make the obligations of duties, and one for each instrument of which something is said as a whole."""
        by_instrument: dict[str, list[Laid]] = defaultdict(list)
        for one in laid:
            by_instrument[one.instrument].append(one)
        made: list[Obligation] = []
        for instrument in sorted({*by_instrument, *self._statements}):
            held = by_instrument[instrument]
            placed = {one.id: self._said(one, held) for one in held}
            counted = {id(said.statement) for told in placed.values() for said in told}
            rest = [told for told in self._statements[instrument] if id(told) not in counted]
            made += [self._obligation(one, placed[one.id], held) for one in held]
            if rest:
                said = [self._as_said(told, counts=True) for told in rest]
                made.append(self._obligation(whole(instrument), said, held))
        return made

    def _obligation(self, laid: Laid, said: list[Said], beside: list[Laid]) -> Obligation:
        told = [row for row in self._citations[laid.instrument] if self._cites(row, laid)]
        narrow = bool(laid.pinpoints) and not laid.whole
        cited = [row for row in told if not narrow or (isinstance(row.finding, Citation) and row.finding.pinpoint)]
        general = [row for row in told if narrow and isinstance(row.finding, Citation) and not row.finding.pinpoint]
        before, again = _parted(laid, self._again(laid, beside))
        return Obligation(
            laid=laid,
            instrument_name=self._name(laid),
            cited=tuple(cited),
            citing=self._voices.count_findings(cited),
            generally=self._voices.count_findings(general),
            reminded=frozenset().union(*(self._spoken_to(row) for row in told)),
            again=tuple(again),
            asking=self._voices.count_findings(again),
            before=tuple(before),
            kept=(*self._answers(laid, again), *self._shortfalls.of(laid)),
            said=tuple(replace(one, bearer=self._is_bearer(one, laid)) for one in said),
            events=self._bearings.of(laid),
            day=self._day,
            among=self._among,
        )

    def _spoken_to(self, row: Listed) -> frozenset[str]:
        """Give who issued a paper, who is addressed in its head and who is asked in it."""
        card = row.shelved.card
        asked = self._asked.get(row.shelved.document, set())
        return frozenset(asked).union(party.id for party in (*card.issuers, *card.addressees))

    def _name(self, laid: Laid) -> str:
        """Name an instrument: as the catalogue does, as the document that it is, or in the words that cite it."""
        cited = self._citations[laid.instrument]
        known = self._names.get(laid.instrument) or named_by_id(self._catalogue, laid.instrument)
        known = known or self._held.title(laid.instrument)
        title = laid.read.shelved.title if laid.read else cited[0].finding.quote if cited else laid.instrument
        return known or " ".join(title.split())

    def _cites(self, row: Listed, laid: Laid) -> bool:
        point = row.finding.pinpoint if isinstance(row.finding, Citation) else None
        return laid.whole or not laid.pinpoints or point is None or within(pinpoints(point), laid.pinpoints)

    def _again(self, laid: Laid, beside: list[Laid]) -> list[Listed]:
        """Give asks that the duty be done: the standing ask it is part of, and asks that invoke its instrument."""
        found: dict[Digest, Listed] = {}
        if laid.read is not None:
            for standing in self._standing.get(laid.read.row.finding, ()):
                found |= {making.row.row.finding: making.row for making in standing.makings}
            found.pop(laid.read.row.finding, None)
        for row in self._asks[laid.instrument]:
            asked = row.finding.addressees if isinstance(row.finding, Ask) else ()
            if self._of_bearer(asked, laid) or (len(beside) == 1 and not laid.whole):
                found[row.row.finding] = row
        return list(found.values())

    def _answers(self, laid: Laid, again: list[Listed]) -> Iterator[Fulfilment]:
        """Give what answers to the duty, and to asks that it be done, say of one who bears it; each paper once."""
        bodies = {name for party in laid.bearers for name in self._organs(party.id)}
        seen: set[tuple[Digest, str]] = set()
        for row in (*([laid.read] if laid.read else []), *again):
            for one in self._kept.get(row.row.finding, ()):
                of_bearer = not bodies or one.answerer is None or one.answerer.id in bodies
                of_bearer = of_bearer and (one.entered or not self._of_another(one, laid))
                if of_bearer and (one.words.document, one.says) not in seen:
                    seen.add((one.words.document, one.says))
                    yield one

    def _of_another(self, one: Fulfilment, laid: Laid) -> bool:
        """Say whether an answer's words name the provision that they are about, and it is another."""
        named = [
            (self._held.of(row.finding.instrument or ""), pinpoints(row.finding.pinpoint))
            for row in self._cited_in[one.words.document]
            if isinstance(row.finding, Citation) and one.words.start <= row.finding.start < one.words.end
        ]
        exact = [(instrument, points) for instrument, points in named if points]
        mine = [points for instrument, points in exact if instrument == laid.instrument]
        return bool(exact) and bool(laid.pinpoints) and not any(within(points, laid.pinpoints) for points in mine)

    def _said(self, laid: Laid, beside: list[Laid]) -> list[Said]:
        """Give what is said of a duty: at its provision, or of its instrument where no other duty could be meant."""
        alone = [
            one for one in beside if {p.id for p in one.bearers} & {p.id for p in laid.bearers} or not laid.bearers
        ]
        found = []
        for told in self._statements[laid.instrument]:
            if told.says == LAPSED and not told.pinpoints:
                found.append(self._as_said(told, counts=True))
                continue
            exact = bool(told.pinpoints) and within(told.pinpoints, laid.pinpoints)
            if not exact and (told.pinpoints or len(alone) != 1):
                continue
            if told.of is not None and laid.bearers and not self._of_bearer((told.of,), laid):
                continue
            # "Article 3 has been implemented" is said of all who bear it; a breach that names nobody is said of nobody.
            clear = exact and told.says in {"met", "partly"}
            found.append(self._as_said(told, counts=told.of is not None or clear))
        return found

    def _as_said(self, told: Statement, *, counts: bool) -> Said:
        origin = self._origins[told.said_by.row.finding]
        if told.unsettled:
            return Said(statement=told, voice=origin.key, name="whoever says it", counts=False, bearer=False)
        counts = counts and told.says != ALLEGED
        if told.teller is None or is_itself(
            told.teller, (*told.citation.shelved.card.issuers, Party(id=origin.name, name=origin.name))
        ):
            return Said(statement=told, voice=origin.key, name=origin.name, counts=counts, bearer=False)
        name = f"{told.teller}, as told by {told.citation.shelved.issuers}"
        return Said(statement=told, voice=f"{origin.key} {folded(name)}", name=name, counts=counts, bearer=False)

    def _is_bearer(self, said: Said, laid: Laid) -> bool:
        told_by, of = speaker(said.statement.said_by), said.statement.of
        own = said.name == self._origins[said.statement.said_by.row.finding].name
        if told_by is None or said.statement.says == ALLEGED or not own:
            return False
        if laid.bearers:
            return self._of_bearer((told_by,), laid)
        return of is not None and told_by.id in self._organs(of.id)

    def _of_bearer(self, parties: Iterable[Party], laid: Laid) -> bool:
        bodies = {name for party in laid.bearers for name in self._organs(party.id)}
        return any(party.id in bodies for party in parties)

    def _organs(self, body: str) -> frozenset[str]:
        if body not in self._bodies:
            row = self._catalogue.actors.get(body)
            members = row.members if row else ()
            self._bodies[body] = with_organs(self._catalogue, body).union(
                *(with_organs(self._catalogue, one) for one in members)
            )
        return self._bodies[body]


def _parted(laid: Laid, asked: list[Listed]) -> tuple[list[Listed], list[Listed]]:
    """Part asks for a duty into those that were made before it was laid and those made since, each in order."""
    since = bounds(laid.since)
    ordered = sorted(asked, key=_published)
    first = since.earliest if since else 0
    return [r for r in ordered if _published(r) < first], [r for r in ordered if _published(r) >= first]


def _published(row: Listed) -> int:
    return LAST if row.row.published is None else row.row.published.earliest


def chosen(
    found: Iterable[Obligation], *, on: Iterable[str] = (), instrument: str | None = None
) -> tuple[Obligation, ...]:
    """Keep those borne by one of these actors, or said of one; those of one instrument.

    A duty of each party to a treaty is kept for an actor that a paper citing it reminds of it, or that cites it itself.
    """
    bodies = frozenset(on)
    return tuple(
        one
        for one in found
        if (instrument is None or one.laid.instrument == instrument)
        and (
            not bodies
            or any(party.id in bodies for party in one.laid.bearers)
            or (one.laid.of_each_party and bool(one.reminded & bodies))
            or any(said.statement.of is not None and said.statement.of.id in bodies for said in one.said)
        )
    )
