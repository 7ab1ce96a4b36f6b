# SPDX-License-Identifier: Apache-2.0
"""Clusters: claims that tell of one event, by how many voices, on which side, and where they agree and differ.

1. Meetings are suggested anew each time (`meetings`); what people said of two claims outweighs them (`ties`).
2. Every count is by voice (`origins`), with documents and claims beside it.
3. Nothing is decided between voices: where numbers, dates, blame or victims differ, both stand with who says so.
   Voices that tell of different people (`victims`) do not bear each other out, and those that do not all name one
   party as acting bear out that it happened, not who did it.
   A voice that denies it, in whatever paper, bears it out in none (`denials`).
4. An event that lasts encompasses later ones of its family, at its place: they stay events of their own, as its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.linking.accounts import Account, Blame, claim_of
from tocsin.linking.begun import Span, span
from tocsin.linking.beside import with_denials, with_evidence
from tocsin.linking.blaming import Blaming
from tocsin.linking.comparisons import compared
from tocsin.linking.connections import Connection, connections
from tocsin.linking.corroboration import RULE, Rule
from tocsin.linking.counts import Reconciled, reconcile
from tocsin.linking.denials import taken_back
from tocsin.linking.lineages import named
from tocsin.linking.meetings import Meeting, Meetings
from tocsin.linking.organs import organs
from tocsin.linking.origins import Origin, origins, quoted, speaker
from tocsin.linking.receipts import Step, derived_id
from tocsin.linking.ties import Tie, ties
from tocsin.linking.victims import Kinds, of_whom
from tocsin.linking.whereabouts import Ground, Whereabouts
from tocsin.records.dates import dated
from tocsin.records.findings import Claim, Count, Party
from tocsin.records.ids import Digest, Json

Shown = Callable[[Iterable[Listed]], Iterable[Listed]]
"""What makes rows fit to be shown (names withheld); it keeps their number and order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """An event as its voices tell it. `when` is EDTF as told most closely; `parts` are events that it encompasses.

    `counted` are the voices that the rule counts, `acting` whom all of these name as acting; `whom` says, where people
    who differ are told of, who tells of whom.
    """

    id: Digest
    act: str
    acts: tuple[str, ...]
    when: str | None
    places: tuple[str, ...]
    accounts: tuple[Account, ...]
    counted: tuple[str, ...]
    whom: tuple[tuple[str, tuple[str, ...]], ...]
    blamed: tuple[Blame, ...]
    numbers: tuple[Reconciled, ...]
    dates: tuple[tuple[str, tuple[str, ...]], ...]
    dates_differ: bool
    blame_differs: bool
    meetings: tuple[Meeting, ...]
    ties: tuple[Tie, ...]
    acting: tuple[Party, ...] = ()
    rule: Rule = RULE
    parts: tuple[Digest, ...] = ()
    part_of: Digest | None = None

    @property
    def claims(self) -> tuple[Listed, ...]:
        """All its claims, voice by voice."""
        return tuple(row for account in self.accounts for row in account.claims)

    @property
    def corroborated(self) -> bool:
        """Whether the rule is met."""
        return self.rule.met(self.counted)

    @property
    def borne_out(self) -> str:
        """What corroboration is of, in words; empty where the rule is not met."""
        if not self.corroborated:
            return ""
        return "that it happened and who did it" if self.acting else "that it happened, not who did it"

    @property
    def blame(self) -> str:
        """Who names whom as acting, in words, where the voices do not agree on it; empty where nobody names anybody."""
        if not self.blamed or self.acting or len(self.accounts) == 1:
            return ""
        told = "; ".join(f"{one.party.name} ({', '.join(one.by)})" for one in self.blamed)
        naming = {name for one in self.blamed for name in one.by}
        silent = ", ".join(a.name for a in self.accounts if a.told and a.name not in naming)
        if len(self.blamed) == 1 and not silent:
            return ""
        apart = "who acted differs" if self.blame_differs else "who acted, as each names it"
        return f"{apart}: {told}" + (f"; nobody named ({silent})" if silent else "")

    @property
    def documents(self) -> frozenset[Digest]:
        """The documents that tell of it."""
        return frozenset().union(*(account.documents for account in self.accounts))

    @property
    def denied_by(self) -> tuple[str, ...]:
        """The voices that deny it."""
        return tuple(account.name for account in self.accounts if account.denies)

    @property
    def denied_in_part_by(self) -> tuple[str, ...]:
        """The voices that deny something of it, as that they acted, and tell something else of it as done."""
        return tuple(account.name for account in self.accounts if account.denies_in_part)

    @property
    def disputed_by(self) -> tuple[str, ...]:
        """The voices that deny it or something of it."""
        return (*self.denied_by, *self.denied_in_part_by)

    @property
    def agreed(self) -> tuple[str, ...]:
        """What the voices that tell of it agree on, in words."""
        telling = [account for account in self.accounts if account.told]
        if len(telling) < 2:
            return ()
        acts = {claim.act for account in telling for claim in account.told}
        found = [f"the act, {self.act}"] if len(acts) == 1 and not self.whom else []
        timed = [account for account in telling if any(claim.when for claim in account.told)]
        if len(timed) > 1 and not self.dates_differ and self.when:
            found.append(f"the time, {dated(self.when)}")
        named = [blame for blame in self.blamed if blame.somebody]
        if named and not self.disputed_by and not self.blame_differs and len(named[0].others) > 1:
            found.append(f"who acted, {named[0].party.name}")
        found += [f"{number.of}" for number in self.numbers if number.voices > 1 and not number.differ]
        return tuple(found)

    def receipt(self) -> Step:
        """Say how the claims came together, and what the rule made of them."""
        return Step(
            says=f"{said(self)}",
            id=self.id,
            steps=(
                self._counted(),
                *(self._account(account) for account in self.accounts),
                *_joined(self.meetings),
                *(_tied(tie) for tie in self.ties),
                *(Step(says="encompasses a later event of this family at its place", id=part) for part in self.parts),
            ),
        )

    def _counted(self) -> Step:
        names = ", ".join(self.counted) or "none"
        verdict = f"corroborated {self.borne_out}" if self.corroborated else "not corroborated"
        parted = "; whom it was done to differs" if self.whom else ""
        parted += f"; {self.blame}" if self.blame else ""
        counted = f"{_plural(len(self.counted), 'voice')} counted ({names}){parted}"
        return Step(says=f"{verdict}: {counted}; the rule: {self.rule}")

    def _account(self, account: Account) -> Step:
        known = account.connection
        words = f" (“{known.words}”)" if known.words else ""
        return Step(
            says=f"{account.name}, {', '.join(sorted(set(account.modes)))}, side: {account.side}, source connection: "
            f"{known.kind}{words}",
            findings=tuple(row.row.finding for row in account.claims),
        )

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "cluster": self.id,
            "act": self.act,
            "acts": list(self.acts),
            "when": self.when,
            "places": list(self.places),
            "voices": len(self.accounts),
            "documents": len(self.documents),
            "claims": len(self.claims),
            "corroborated": self.corroborated,
            "corroborated_of": self.borne_out or None,
            "counted": list(self.counted),
            "rule": str(self.rule),
            "agreed": list(self.agreed),
            "dates_differ": self.dates_differ,
            "dates": [{"when": when, "by": list(by)} for when, by in self.dates],
            "blame_differs": self.blame_differs,
            "blamed": [{"id": b.party.id, "name": b.party.name, "by": list(b.by)} for b in self.blamed],
            "whom_differs": bool(self.whom),
            "whom": [{"name": name, "by": list(by)} for name, by in self.whom],
            "denied_by": list(self.denied_by),
            "denied_in_part_by": list(self.denied_in_part_by),
            "numbers": [number.to_json() for number in self.numbers],
            "accounts": [account.to_json() for account in self.accounts],
            "reasons": [{"first": m.first, "second": m.second, "shared": list(m.reasons)} for m in self.meetings],
            "parts": list(self.parts),
            "part_of": self.part_of,
        }


def _joined(meetings: Iterable[Meeting]) -> Iterator[Step]:
    """Say what joined claims, pairs joined by the same things in one line."""
    pairs: dict[tuple[str, ...], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        pairs[meeting.reasons].append(meeting)
    for reasons, held in pairs.items():
        many = f" ({_plural(len(held), 'pair')} of these claims)" if len(held) > 1 else ""
        findings = dict.fromkeys(finding for one in held for finding in (one.first, one.second))
        yield Step(says=f"joined by {', '.join(reasons)}{many}", findings=tuple(findings))


def _tied(tie: Tie) -> Step:
    reason = (tie.entry.payload or {}).get("reason")
    return Step(
        says=f"{tie.entry.author} holds the two for {tie.relation}: {reason}",
        findings=(tie.first, tie.second),
        entries=(tie.entry.id,),
    )


def said(cluster: Cluster) -> str:
    """Say in a line what a cluster is about and who tells of it."""
    places = f" at {', '.join(cluster.places)}" if cluster.places else ""
    voices = _plural(len(cluster.accounts), "speaker")
    raw = f"{_plural(len(cluster.documents), 'document')}, {_plural(len(cluster.claims), 'claim')}"
    return f"{dated(cluster.when)} · {'/'.join(cluster.acts)}{places} – {voices} ({raw})"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_GROUPED: Recollections[_Grouped] = Recollections(4)
_CLUSTERS: Recollections[tuple[Cluster, ...]] = Recollections(8)


def clusters(
    ledger: Ledger, catalogue: Catalogue, query: Query, *, shown: Shown | None = None, least: int = 2
) -> tuple[Cluster, ...]:
    """Group the claims that a query's clocks and keys allow, in order of the day they tell of; undated ones last.

    Claims of what is threatened tell of nothing done and are left out. `least` is the number of claims that a cluster
    has at least. `shown` changes what is given, never how claims are grouped.
    """
    asked = replace(query, kinds=("claim",))
    grouped = _GROUPED.get(ledger, asked, lambda: _grouped(ledger, catalogue, asked), beside=catalogue.digest)
    if shown is not None:
        return _told(grouped, catalogue, {row.row.finding: row for row in shown(grouped.rows.values())}, least)
    beside = catalogue.digest, least
    return _CLUSTERS.get(ledger, asked, lambda: _told(grouped, catalogue, grouped.rows, least), beside=beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grouped:
    """Claims by finding, in groups with what joined each, and what is known of where they are and who tells them."""

    rows: Mapping[Digest, Listed]
    groups: tuple[tuple[tuple[Digest, ...], tuple[tuple[Meeting, ...], tuple[Tie, ...]]], ...]
    connections: Mapping[Digest, Mapping[Digest, Connection]]
    origins: Mapping[Digest, Origin]


def _grouped(ledger: Ledger, catalogue: Catalogue, query: Query) -> _Grouped:
    rows = [row for row in listed(ledger, query) if isinstance(row.finding, Claim) and row.finding.mode != "threatened"]
    by_finding = {row.row.finding: row for row in rows}
    meetings = Meetings(catalogue).of(rows)
    told = ties(ledger, recorded_by=query.recorded_by)
    joining = [meeting for meeting in meetings if not meeting.beside]
    groups = told.groups(by_finding, [(meeting.first, meeting.second) for meeting in joining])
    groups = with_denials(groups, [meeting for meeting in meetings if meeting.beside], told)
    return _Grouped(
        rows=by_finding,
        groups=tuple(with_evidence(groups, meetings, told)),
        connections=connections(ledger, catalogue, query),
        origins=origins(ledger, query, rows, catalogue),
    )


def _told(grouped: _Grouped, catalogue: Catalogue, visible: Mapping[Digest, Listed], least: int) -> tuple[Cluster, ...]:
    whereabouts = Whereabouts(catalogue, (claim_of(row) for row in grouped.rows.values()))
    building = _Building(
        whereabouts=whereabouts,
        blaming=Blaming(whereabouts),
        kinds=Kinds(catalogue),
        organs=organs(catalogue),
        grouped=grouped,
        visible=visible,
    )
    made = [building.cluster(group, *evidence) for group, evidence in grouped.groups if len(group) >= least]
    made.sort(key=lambda cluster: (*_day(cluster), cluster.id))
    return tuple(building.with_parts(made, catalogue))


def derived(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Cluster, ...]:
    """Give every cluster, those of one claim too, for whoever asks why."""
    return clusters(ledger, catalogue, query, least=1)


def _day(cluster: Cluster) -> tuple[int, int]:
    began = span(cluster.when)
    return (0, began.first) if began else (1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Building:
    """What it takes to tell what a group of claims says together."""

    whereabouts: Whereabouts
    blaming: Blaming
    organs: Mapping[str, str]
    kinds: Kinds
    grouped: _Grouped
    visible: Mapping[Digest, Listed]

    @property
    def rows(self) -> Mapping[Digest, Listed]:
        return self.grouped.rows

    def cluster(self, group: tuple[Digest, ...], meetings: tuple[Meeting, ...], told: tuple[Tie, ...]) -> Cluster:
        by_origin: dict[str, list[Digest]] = defaultdict(list)
        for finding in group:
            by_origin[self.grouped.origins[finding].key].append(finding)
        claims = [claim_of(self.rows[finding]) for finding in group]
        accounts = tuple(self._account(held, claims) for held in by_origin.values())
        closest = self._closest(group)
        acts = sorted({claim.act for claim in claims}, key=lambda act: (-sum(c.act == act for c in claims), act))
        dates = _by_voice(accounts, lambda row: (claim_of(row).when,))
        counted = self.kinds.counted(accounts)
        return Cluster(
            id=derived_id("cluster", group),
            act=acts[0],
            acts=tuple(acts),
            when=closest,
            places=self._places(claims),
            accounts=accounts,
            counted=counted,
            acting=self.blaming.acting([account for account in accounts if account.name in counted and account.counts]),
            whom=of_whom(self.kinds, accounts),
            blamed=self.blaming.blamed(accounts),
            numbers=reconcile(told for account in accounts for told in self._numbers(account)),
            dates=tuple((when, by) for when, by in dates.items() if when),
            dates_differ=_apart([span(when) for when in dates if when]),
            blame_differs=self.blaming.differ(accounts),
            meetings=meetings,
            ties=told,
        )

    def _numbers(self, account: Account) -> Iterator[tuple[str, Digest, Count]]:
        """Give the numbers that a voice tells; not what it compares with, nor what it said before and corrects."""
        told = [
            (row, count)
            for row in account.rows_told
            for count in claim_of(row).quantities
            if not compared(row.finding.quote, f"{count.value:,}")
        ]
        stands = {count.of for row, count in told if not self._superseded(row)}
        for row, count in told:
            if count.of not in stands or not self._superseded(row):
                yield account.name, row.row.finding, count

    def _superseded(self, row: Listed) -> bool:
        return self.grouped.connections[row.shelved.document][row.row.finding].superseded

    def _account(self, findings: list[Digest], claims: list[Claim]) -> Account:
        rows = [self.rows[finding] for finding in findings]
        shown = tuple(self.visible[finding] for finding in findings)
        # A voice goes by whoever is called by a name, even where "residents" are quoted first.
        best = next((place for place, row in enumerate(rows) if (said := speaker(row)) and named(said.name)), 0)
        said_by, shown_as = speaker(rows[best]), speaker(shown[best])
        side = self._side(said_by, claims)
        party = side in {"acting", "acted on"}
        read = [self.grouped.connections[row.shelved.document][row.row.finding] for row in rows]
        known = tuple(one.told_by_party() if party else one for one in read)
        carrier = shown[best].shelved.issuers if all(self._quoted(row) for row in rows) else None
        return Account(
            name=self._called(shown_as, shown) if shown_as else shown[best].shelved.issuers,
            speaker=shown_as.id if shown_as else None,
            side=side,
            claims=shown,
            connections=known,
            quoted_by=carrier,
            taken_back=taken_back(rows, said_by, self.whereabouts.one_side),
        )

    def _quoted(self, row: Listed) -> bool:
        """Say whether a claim is told in another's paper; a State's is its ministry's own."""
        card = row.shelved.card
        own = self._bodies_of(*card.issuers, *card.carriers)
        said = speaker(row)
        return quoted(row) and said is not None and own.isdisjoint(self._bodies_of(said))

    def _bodies_of(self, *parties: Party) -> frozenset[str]:
        return frozenset().union(*(self.whereabouts.belongs(party.id) for party in parties))

    def _called(self, best: Party, rows: Iterable[Listed]) -> str:
        """Name a voice; where organs of one body speak with it, each of them: a president and a parliament."""
        if best.id not in self.organs:
            return best.name
        several = {best.id: best.name}
        for row in rows:
            if (said := speaker(row)) is not None and self.organs.get(said.id) == self.organs[best.id]:
                several.setdefault(said.id, said.name)
        return " and ".join(several.values())

    def _side(self, said_by: Party | None, claims: list[Claim]) -> str:
        if said_by is None:
            return "neither"
        bodies = self.whereabouts.belongs(said_by.id)
        acting = sum(self._names(claim.actors, bodies) for claim in claims)
        acted_on = sum(self._names(claim.targets, bodies) for claim in claims)
        if acting or acted_on:
            return "acting" if acting > acted_on else "acted on"
        grounds = {place for claim in claims for place in self.whereabouts.of(claim).narrow}
        around = grounds.union(*(self.whereabouts.around(place) for place in grounds))
        return "of the place" if self.whereabouts.places_of(bodies) & around else "neither"

    def _names(self, parties: Iterable[Party], bodies: frozenset[str]) -> bool:
        return any(self.whereabouts.belongs(party.id) & bodies for party in parties)

    def _closest(self, group: Iterable[Digest]) -> str | None:
        whens = [claim_of(self.rows[finding]).when for finding in group]
        dated = [(began.days, not began.ongoing, when) for when in whens if when and (began := span(when))]
        return min(dated)[2] if dated else next((when for when in whens if when), None)

    def _places(self, claims: list[Claim]) -> tuple[str, ...]:
        grounds = [self.whereabouts.of(claim) for claim in claims]
        narrow = {place for ground in grounds for place in ground.narrow}
        wide = {place for ground in grounds for place in ground.wide}
        return tuple(self.whereabouts.name(place) for place in sorted(narrow or wide))

    def _ground(self, cluster: Cluster) -> Ground:
        grounds = [self.whereabouts.of(claim_of(self.rows[row.row.finding])) for row in cluster.claims]
        return Ground(narrow=frozenset().union(*(ground.narrow for ground in grounds)))

    def with_parts(self, made: list[Cluster], catalogue: Catalogue) -> Iterator[Cluster]:
        """Tell which events lie within one that lasts: of its family, at its place, begun later."""
        family = {act: row.id for row in catalogue.words.values() if row.id.startswith("family.") for act in row.words}
        lasting = frozenset(catalogue.list("meeting.lasting"))
        grounds = {cluster.id: self._ground(cluster) for cluster in made if cluster.act in lasting}
        going_on: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in made:
            began = span(cluster.when)
            if cluster.id in grounds and began is not None and began.ongoing:
                for place in self.whereabouts.reach(grounds[cluster.id]):
                    going_on[family.get(cluster.act, cluster.act), place].append(cluster)
        whole: dict[Digest, Digest] = {}
        for cluster in made:
            began = span(cluster.when)
            if cluster.id not in grounds or began is None:
                continue
            fits = {
                other.id: other
                for place in self.whereabouts.reach(grounds[cluster.id])
                for other in going_on[family.get(cluster.act, cluster.act), place]
                if other.id != cluster.id
                and _before(other.when, began)
                and self.whereabouts.nearness(grounds[cluster.id], grounds[other.id])
            }
            if fits:
                best = max(fits.values(), key=lambda other: (len(other.documents), -_day(other)[1], other.id))
                whole[cluster.id] = best.id
        parts: dict[Digest, list[Digest]] = defaultdict(list)
        for part, of in whole.items():
            parts[of].append(part)
        for cluster in made:
            if cluster.id in parts or cluster.id in whole:
                yield replace(cluster, parts=tuple(parts.get(cluster.id, ())), part_of=whole.get(cluster.id))
            else:
                yield cluster


def _before(when: str | None, began: Span) -> bool:
    other = span(when)
    return other is not None and other.last < began.first


def _by_voice(
    accounts: Iterable[Account], values: Callable[[Listed], Iterable[str | None]]
) -> dict[str | None, tuple[str, ...]]:
    told: dict[str | None, dict[str, None]] = defaultdict(dict)
    for account in accounts:
        for row in account.claims:
            for value in values(row):
                told[value][account.name] = None
    return {value: tuple(names) for value, names in told.items()}


def _apart(spans: Iterable[Span | None]) -> bool:
    held = [one for one in spans if one is not None]
    return bool(held) and max(one.first for one in held) > min(one.last for one in held)
