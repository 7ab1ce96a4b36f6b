# SPDX-License-Identifier: Apache-2.0
"""Dossiers: of an addressee, of a place and period, of an obligation, of a standing ask; every line cited."""

from __future__ import annotations

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Place
from tocsin.dossier import addressees, duties, places, standings
from tocsin.dossier.addressees import Addressee
from tocsin.dossier.compositions import Composition
from tocsin.dossier.desks import desk
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking.standing_asks import Choice, standing_asks
from tocsin.records.ids import Digest


class NoSuch(BadRequest):
    """Nothing of the ledger, at these clocks, has an id that begins so; or several have."""

    def __init__(self, what: str, given: str, found: int) -> None:
        verb = {"obligation": "obligations", "standing ask": "standing"}[what]
        told = f"{found} ids begin so; give more of it" if found else f"no {what} begins so; `tocsin {verb}` shows ids"
        super().__init__(f"{given}: {told}")


def gather(
    ledger: Ledger,
    catalogue: Catalogue,
    whom: frozenset[str],
    query: Query,
    *,
    named: str,
    made_with: str,
    withholding: Withholding | None = None,
) -> Composition:
    """Gather the dossier for a body: `whom` are its id and its organs', `named` its name, `query` the clocks.

    `withholding` withholds the names of persons at risk; None shows all.
    """
    body = next(
        (name for name in sorted(whom) if name in catalogue.actors and catalogue.actors[name].name == named), ""
    )
    to = Addressee(body=body or min(whom), ids=whom, named=named.removeprefix("the "))
    return addressees.dossier(desk(ledger, catalogue, query, withholding), to, made_with=made_with)


def of_place(
    ledger: Ledger,
    catalogue: Catalogue,
    place: Place,
    query: Query,
    *,
    made_with: str,
    withholding: Withholding | None = None,
) -> Composition:
    """Gather the record of a place for the period of the happened clock."""
    return places.dossier(desk(ledger, catalogue, query, withholding), place, made_with=made_with)


def of_obligation(
    ledger: Ledger,
    catalogue: Catalogue,
    given: str,
    query: Query,
    *,
    made_with: str,
    withholding: Withholding | None = None,
) -> Composition:
    """Gather the dossier of an obligation, by the beginning of its id, or by its row of the catalogue.

    Raises:
        NoSuch: No obligation has such an id, or several have.
    """
    at = desk(ledger, catalogue, query, withholding)
    held = [
        one
        for one in duties.found(at)
        if one.id.startswith(_whole(given)) or (one.laid.row and one.laid.row.id == given)
    ]
    if len(held) != 1:
        raise NoSuch("obligation", given, len(held))
    return duties.dossier(at, held[0], made_with=made_with)


def of_standing(
    ledger: Ledger,
    catalogue: Catalogue,
    given: str,
    query: Query,
    *,
    made_with: str,
    withholding: Withholding | None = None,
) -> Composition:
    """Gather the dossier of a standing ask, by the beginning of its id or of the id of an ask that makes it.

    Raises:
        NoSuch: No standing ask has such an id, or several have.
    """
    at = desk(ledger, catalogue, query, withholding)
    found = standing_asks(ledger, catalogue, at.clocks, Choice(reported=True, implied=True))
    found += standing_asks(ledger, catalogue, at.clocks)
    wanted = _whole(given)
    held = {item.id: item for item in found if item.id.startswith(wanted)} or {
        item.id: item for item in found if any(making.row.row.finding.startswith(wanted) for making in item.makings)
    }
    findings = {frozenset(making.row.row.finding for making in item.makings): item for item in held.values()}
    largest = max(findings, key=len, default=frozenset[Digest]())
    if not findings or any(not members <= largest for members in findings):
        raise NoSuch("standing ask", given, len(findings))
    return standings.dossier(at, findings[largest], made_with=made_with)


def _whole(given: str) -> str:
    return given if given.startswith("sha256:") else f"sha256:{given}"
