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
from dataclasses import dataclass, replace
from datetime import date

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.ledger.shelf import shelf
from tocsin.linking.adherence import Adherence, Statement, by_document, pinpoints, within
from tocsin.linking.bearings import Bearings
from tocsin.linking.clusters import Cluster
from tocsin.linking.clusters import said as event_said
from tocsin.linking.duties import Duties, Laid, named_by_id, whole
from tocsin.linking.fact_sheets import texts
from tocsin.linking.fulfilments import REFUSED, Fulfilment, fulfilments
from tocsin.linking.origins import Origin, origins, speaker
from tocsin.linking.receipts import Step
from tocsin.linking.said import Said
from tocsin.linking.sentences import Sentences
from tocsin.linking.standing_asks import by_finding, standing_asks
from tocsin.linking.voices import voices
from tocsin.records.bounds import LAST, Bounds, bounds
from tocsin.records.findings import Ask, Citation, Party
from tocsin.records.ids import Digest, Json
from tocsin.records.plurals import counted

STATES = ("in force", "met", "partly met", "breached", "contested", "lapsed")
"""What the state of an obligation may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A duty, where it is cited, by whom it was asked for again, and what is said of it.

    `cited` are citations at the duty's provision (of the instrument, where the duty has none), `citing` how many voices
    they are; `generally` how many voices cite the instrument without a provision; `reminded` who issued the papers that
    cite either, is addressed or asked in them;
    `again` are asks since then that it be done, `before` those that came before it; `kept` is what answers to it and to
    `again` say of it; `events` bear on it; `day` is the day as of which its term and deadline are looked
    at; `among` how many documents the ledger has at these clocks.
    """

    laid: Laid
    instrument_name: str
    cited: tuple[Listed, ...]
    citing: int
    generally: int
    reminded: frozenset[str]
    again: tuple[Listed, ...]
    asking: int
    before: tuple[Listed, ...]
    said: tuple[Said, ...]
    kept: tuple[Fulfilment, ...]
    events: tuple[Cluster, ...]
    day: int | None
    among: int

    @property
    def id(self) -> Digest:
        """The id: of the catalogue's row, or of the paragraph that lays it."""
        return self.laid.id

    @property
    def bearer(self) -> str:
        """Who bears it, in words."""
        return ", ".join(party.name for party in self.laid.bearers) or self.laid.who or "bearer not named"

    def voices(self, says: str, *, of: str | None, bearer: bool = False) -> tuple[str, ...]:
        """Name the voices whose counted statements say this of a party; the bearer's own where it is asked for them."""
        told = {
            one.voice: one.name
            for one in self.said
            if one.counts and one.statement.says == says and one.bearer is bearer and one.of == of
        }
        return tuple(told.values())

    @property
    def parties(self) -> tuple[str | None, ...]:
        """The parties of which something counted is said, in the order in which it is said."""
        return tuple(dict.fromkeys(one.of for one in self.said if one.counts))

    @property
    def citations(self) -> str:
        """Say by how many voices the provision is cited, and by how many the instrument without one."""
        general = f"its instrument, naming no article, by {counted(self.generally, 'voice')}" if self.generally else ""
        if general and not self.cited:
            return f"its article cited by no voice; {general}"
        return "; ".join(filter(None, (f"cited by {counted(self.citing, 'voice')}", general)))

    @property
    def overdue(self) -> bool:
        """Whether the deadline was over for certain by the day looked at."""
        return self.day is not None and self.laid.deadline is not None and self.laid.deadline.latest < self.day

    @property
    def state(self) -> str:
        """What its state is; one of `STATES`. Where parties differ, that of the party of which most is contested."""
        ends = bounds(self.laid.until)
        if ends is not None and self.day is not None and ends.latest < self.day:
            return "lapsed"
        states = {self._state_of(party) for party in (*self.parties, *(one.of for one in self._entered))}
        order = ("contested", "breached", "partly met", "met")
        return next((state for state in order if state in states), "in force")

    def _state_of(self, party: str | None) -> str:
        said = {one.statement.says for one in self.said if one.counts and one.of == party}
        said |= {one.says for one in self._entered if one.says != REFUSED and party in (None, one.of)}
        if "breached" in said:
            return "breached" if said == {"breached"} else "contested"
        if "partly" in said:
            return "partly met"
        return "met" if "met" in said else "in force"

    @property
    def _entered(self) -> tuple[Fulfilment, ...]:
        """The answers that a person entered or confirmed: what is only proposed decides nothing."""
        return tuple(one for one in self.kept if one.entered)

    @property
    def words(self) -> str:
        """The state as it is shown: always with whose word it is, and among how many documents."""
        among = f"among the {counted(self.among, 'document')} of this ledger"
        told = [words for party in self.parties for words in self._told(party)]
        told += dict.fromkeys(one.told for one in self._entered)
        match self.state:
            case "lapsed":
                return f"lapsed: its term ended {self.laid.until}"
            case "in force":
                end = f"its deadline passed, nothing said of compliance {among}"
                return "; ".join(
                    ["in force", *(told or [end if self.overdue else f"nothing said of compliance {among}"])]
                )
            case "contested":
                return f"contested: {'; '.join(told)}"
            case _:
                return "; ".join(told)

    def _told(self, party: str | None) -> Iterator[str]:
        by = f" by {party}" if party and len(self.laid.bearers) != 1 else ""
        for says, words in (
            ("breached", "breached"),
            ("met", "met"),
            ("partly", "partly met"),
            ("denied", "a breach denied"),
        ):
            if names := self.voices(says, of=party):
                yield f"{words}{by if says != 'denied' else ''} according to {_voices(names)}"
            if names := self.voices(says, of=party, bearer=True):
                yield f"{words} according to the bearer, {', '.join(names)}"

    def receipt(self) -> Step:
        """Say how the state came about."""
        laid = self.laid
        source = []
        if laid.row is not None:
            source.append(Step(says=f"laid by a row of the catalogue: {laid.row.source}", rows=(laid.row.id,)))
        if laid.read is not None:
            source.append(Step(says="laid by an operative paragraph", findings=(laid.read.row.finding,)))
        return Step(
            says=f"{self.instrument_name}: {self.bearer} – {laid.duty}: {self.words}",
            id=self.id,
            steps=(
                *source,
                Step(says=self.citations, findings=tuple(r.row.finding for r in self.cited)),
                *(_step(one) for one in self.said),
                *(one.step() for one in self.kept),
                *(Step(says=f"told of and bearing on it, {event_said(event)}", id=event.id) for event in self.events),
                *(
                    (
                        Step(
                            says=f"asked again by {counted(self.asking, 'voice')}",
                            findings=tuple(r.row.finding for r in self.again),
                        ),
                    )
                    if self.again
                    else ()
                ),
            ),
        )

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        laid = self.laid
        return {
            "obligation": self.id,
            "instrument": laid.instrument,
            "name": self.instrument_name,
            "pinpoints": list(laid.pinpoints),
            "bearers": [{"id": party.id, "name": party.name} for party in laid.bearers],
            "who": laid.who,
            "duty": laid.duty,
            "beneficiary": laid.beneficiary,
            "since": laid.since,
            "until": laid.until,
            "deadline": _days(laid.deadline),
            "overdue": self.overdue,
            "state": self.state,
            "words": self.words,
            "row": laid.row.id if laid.row else None,
            "row_source": laid.row.source if laid.row else None,
            "laid_by": laid.read.to_json() if laid.read else None,
            "cited": [row.to_json() for row in self.cited],
            "citing": self.citing,
            "generally": self.generally,
            "again": [row.to_json() for row in self.again],
            "asking": self.asking,
            "before": [row.to_json() for row in self.before],
            "kept": [one.to_json() for one in self.kept],
            "said": [one.to_json() for one in self.said],
            "events": [
                {"cluster": event.id, "says": event_said(event), "corroborated": event.corroborated}
                for event in self.events
            ],
            "among": self.among,
        }


def _step(one: Said) -> Step:
    of = f" of {one.statement.of.name}" if one.statement.of else ", naming nobody"
    counted = "" if one.counts else "; not counted: it names another provision, another bearer or nobody"
    findings = (one.statement.citation.row.finding, *([one.statement.claim.row.finding] if one.statement.claim else []))
    return Step(says=f"{one.name} says{of}: {one.statement.says} (“{one.statement.words}”){counted}", findings=findings)


def _voices(names: tuple[str, ...]) -> str:
    return f"{counted(len(names), 'voice')} ({', '.join(names)})"


def _days(deadline: Bounds | None) -> Json:
    if deadline is None:
        return None
    first, last = (date.fromordinal(day).isoformat() for day in (deadline.earliest, deadline.latest))
    return first if first == last else f"{first}/{last}"


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
    duties = Duties(catalogue)
    laid = duties.of(citations, asks)
    beside = by_document(rows)
    adherence = Adherence(catalogue, Sentences(ledger))
    statements = [told for row in citations if (told := adherence.of(row, beside[row.shelved.document])) is not None]
    grounds = _Grounds(
        ledger=ledger,
        catalogue=catalogue,
        query=query,
        citations=citations,
        asks=asks,
        statements=statements,
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
        names: Mapping[str, str],
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._bearings = Bearings(ledger, catalogue, query)
        held = shelf(ledger, query)
        self._among = len(texts(held))
        self._voices = voices(ledger, query, catalogue)
        days = [item.published.latest for item in held.values() if item.published and item.published.latest < LAST]
        self._day = query.published_by if query.published_by is not None else max(days, default=None)
        self._citations: dict[str, list[Listed]] = defaultdict(list)
        for row in citations:
            assert isinstance(row.finding, Citation)
            self._citations[row.finding.instrument or ""].append(row)
        self._asks: dict[str, list[Listed]] = defaultdict(list)
        self._asked: dict[Digest, set[str]] = defaultdict(set)
        for row in asks:
            if isinstance(row.finding, Ask):
                self._asked[row.shelved.document].update(party.id for party in row.finding.addressees)
            for law in row.finding.law if isinstance(row.finding, Ask) else ():
                self._asks[law].append(row)
        self._standing = by_finding(
            standing_asks(ledger, catalogue, Query(published_by=query.published_by, recorded_by=query.recorded_by))
        )
        self._statements: dict[str, list[Statement]] = defaultdict(list)
        for told in statements:
            self._statements[told.instrument].append(told)
        self._origins: Mapping[Digest, Origin] = origins(
            ledger, query, [told.said_by for told in statements], catalogue
        )
        self._bodies: dict[str, frozenset[str]] = {}
        self._kept = fulfilments(ledger, catalogue, query)

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
            kept=tuple(self._answers(laid, again)),
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
                if of_bearer and (one.words.document, one.says) not in seen:
                    seen.add((one.words.document, one.says))
                    yield one

    def _said(self, laid: Laid, beside: list[Laid]) -> list[Said]:
        """Give what is said of a duty: at its provision, or of its instrument where no other duty could be meant."""
        alone = [
            one for one in beside if {p.id for p in one.bearers} & {p.id for p in laid.bearers} or not laid.bearers
        ]
        found = []
        for told in self._statements[laid.instrument]:
            exact = bool(told.pinpoints) and within(told.pinpoints, laid.pinpoints)
            if not exact and (told.pinpoints or len(alone) != 1):
                continue
            if told.of is not None and laid.bearers and not self._of_bearer((told.of,), laid):
                continue
            found.append(self._as_said(told, counts=told.of is not None))
        return found

    def _as_said(self, told: Statement, *, counts: bool) -> Said:
        origin = self._origins[told.said_by.row.finding]
        return Said(statement=told, voice=origin.key, name=origin.name, counts=counts, bearer=False)

    def _is_bearer(self, said: Said, laid: Laid) -> bool:
        told_by, of = speaker(said.statement.said_by), said.statement.of
        if told_by is None:
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
