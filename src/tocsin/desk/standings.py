# SPDX-License-Identifier: Apache-2.0
"""Standing asks as people ask for them: of whom, by whom, by id, with the names at risk withheld."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.bodies import bodies
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking.responses import proposed
from tocsin.linking.standing_asks import Choice, Making, StandingAsk, chosen, standing_asks
from tocsin.records.findings import Ask


class NoStandingAsk(BadRequest):
    """Nothing of the ledger is called so."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{given}: no standing ask and no ask begins so; `tocsin standing` shows ids")


class ManyStandingAsks(BadRequest):
    """The beginning of an id fits several."""

    def __init__(self, given: str, found: int) -> None:
        super().__init__(f"{given}: {found} standing asks begin so; give more of the id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person wants to see, as typed: `to` and `by` are WHOM, `name` the beginning of an id."""

    to: str | None = None
    by: str | None = None
    unanswered: bool = False
    name: str | None = None
    choice: Choice = field(default_factory=Choice)


def standings(
    ledger: Ledger, catalogue: Catalogue, query: Query, wanted: Wanted, *, hidden: Withholding | None
) -> tuple[StandingAsk, ...]:
    """Give the standing asks that a person wants to see, with the names at risk withheld.

    Raises:
        NoStandingAsk: `name` begins no id.
        ManyStandingAsks: It begins several.
    """
    found = standing_asks(ledger, catalogue, query, wanted.choice)
    if wanted.name is not None:
        found = (_named(found, wanted.name),)
    found = chosen(
        found,
        to=_whom(ledger, catalogue, wanted.to, query),
        by=_whom(ledger, catalogue, wanted.by, query),
        unanswered=wanted.unanswered,
    )
    waiting = proposed(ledger, catalogue, query) if found else {}
    found = tuple(
        replace(item, proposed=sum(making.row.row.finding in waiting for making in item.makings)) for item in found
    )
    return found if hidden is None else tuple(withheld(item, hidden) for item in found)


def _whom(ledger: Ledger, catalogue: Catalogue, given: str | None, query: Query) -> Collection[str]:
    """Give the ids of WHOM, with those of its organs and offices."""
    if given is None:
        return ()
    named = bodies(ledger, catalogue, given, query)
    return frozenset().union(*(with_organs(catalogue, body) for body in named))


def _named(found: Iterable[StandingAsk], given: str) -> StandingAsk:
    """Find a standing ask by the beginning of its own id, or of the id of an ask that makes it."""
    wanted = given if given.startswith("sha256:") else f"sha256:{given}"
    held = [item for item in found if item.id.startswith(wanted)]
    if not held:
        held = [item for item in found if any(it.row.row.finding.startswith(wanted) for it in item.makings)]
    if not held:
        raise NoStandingAsk(given)
    if len(held) > 1:
        raise ManyStandingAsks(given, len(held))
    return held[0]


def withheld(item: StandingAsk, hidden: Withholding) -> StandingAsk:
    """Give a standing ask with the names at risk withheld."""
    return replace(item, makings=tuple(_making(making, hidden) for making in item.makings))


def _making(making: Making, hidden: Withholding) -> Making:
    row = next(iter(hidden.rows([making.row])))
    document = making.row.shelved.document
    assert isinstance(row.finding, Ask)
    return replace(
        making,
        row=row,
        ask=row.finding,
        why=tuple(hidden.masked(document, words) for words in making.why),
        adds=tuple(hidden.masked(document, words) for words in making.adds),
        then=tuple(hidden.masked(document, words) for words in making.then),
    )
