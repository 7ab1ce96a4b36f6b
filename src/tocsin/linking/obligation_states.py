# SPDX-License-Identifier: Apache-2.0
"""Obligation states: a duty with what is said of it, each attributed, and the state that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tocsin.ledger.listed import Listed
from tocsin.linking.adherence import LAPSED
from tocsin.linking.charges import ALLEGED, UNFOUND
from tocsin.linking.clusters import Cluster
from tocsin.linking.clusters import said as event_said
from tocsin.linking.duties import Laid
from tocsin.linking.fulfilments import REFUSED, UNMET, Fulfilment
from tocsin.linking.receipts import Step
from tocsin.linking.said import Said
from tocsin.records.bounds import Bounds, bounds
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
        if self._ended or any(one.counts and one.statement.says == LAPSED for one in self.said):
            return "lapsed"
        states = {self._state_of(party) for party in (*self.parties, *(one.of for one in self._entered))}
        order = ("contested", "breached", "partly met", "met")
        return next((state for state in order if state in states), "in force")

    @property
    def _ended(self) -> bool:
        """Whether its term was over for certain by the day looked at."""
        ends = bounds(self.laid.until)
        return ends is not None and self.day is not None and ends.latest < self.day

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
                return "; ".join([f"lapsed: its term ended {self.laid.until}"] * self._ended + told)
            case "in force":
                told += [*self._short, *self._alleged]
                end = f"its deadline passed, nothing said of compliance {among}"
                return "; ".join(
                    ["in force", *(told or [end if self.overdue else f"nothing said of compliance {among}"])]
                )
            case "contested":
                return f"contested: {'; '.join(told)}"
            case _:
                return "; ".join(told)

    @property
    def _short(self) -> list[str]:
        """Who tells that it was not done, in words that nobody confirmed: they decide nothing, and are not nothing."""
        names = dict.fromkeys(one.by for one in self.kept if one.says == UNMET)
        return [f"told as not met, confirmed by nobody, by {', '.join(names)}"] if names else []

    @property
    def _alleged(self) -> list[str]:
        """Who alleges a breach that nobody asserts: it decides nothing, and is not nothing said."""
        names = dict.fromkeys(one.name for one in self.said if one.statement.says == ALLEGED)
        return [f"a breach alleged, and counted for nothing, by {', '.join(names)}"] if names else []

    def _told(self, party: str | None) -> Iterator[str]:
        by = f" by {party}" if party and len(self.laid.bearers) != 1 else ""
        for says, words in (
            ("breached", "breached"),
            ("met", "met"),
            ("partly", "partly met"),
            ("denied", "a breach denied"),
            (UNFOUND, "no breach found"),
            (LAPSED, "lapsed"),
        ):
            if names := self.voices(says, of=party):
                yield f"{words}{by if says not in {'denied', UNFOUND} else ''} according to {_voices(names)}"
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
    counted = "" if one.counts else f"; not counted: {uncounted(one)}"
    findings = (one.statement.citation.row.finding, *([one.statement.claim.row.finding] if one.statement.claim else []))
    return Step(says=f"{one.name} says{of}: {one.statement.says} (“{one.statement.words}”){counted}", findings=findings)


def uncounted(one: Said) -> str:
    """Say why a statement decides nothing."""
    if one.statement.unsettled:
        return "the claim that it rests on was rejected"
    if one.statement.says == ALLEGED:
        return "it alleges and does not assert"
    return "it names another provision, another bearer or nobody"


def _voices(names: tuple[str, ...]) -> str:
    return f"{counted(len(names), 'voice')} ({', '.join(names)})"


def _days(deadline: Bounds | None) -> Json:
    if deadline is None:
        return None
    first, last = (date.fromordinal(day).isoformat() for day in (deadline.earliest, deadline.latest))
    return first if first == last else f"{first}/{last}"
