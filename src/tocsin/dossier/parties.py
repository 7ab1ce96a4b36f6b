# SPDX-License-Identifier: Apache-2.0
"""Who is named: whom sources name as acting and as acted on, in which acts, by how many voices; nobody is accused.

Acts that do harm stand apart from all others: only in them is there somebody harmed (harms_done.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tocsin.dossier.compositions import Run, Section, Sentence, Table, cells, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.harms_done import HarmsDone
from tocsin.dossier.parts import act, cited, more
from tocsin.ledger.listed import Listed
from tocsin.linking.accounts import claim_of
from tocsin.records.findings import Party
from tocsin.records.plurals import counted

_SHOWN = 40
"""Parties named; how many more there are is said."""
_ACTS = 4


def named(desk: Desk, claims: Sequence[Listed]) -> Section:
    """Write whom claims name as acting and as acted on; a claim that is denied or threatened names nobody here."""
    told = [row for row in claims if claim_of(row).mode not in {"denied", "threatened"}]
    return Section(key="named", title="Who is named", sections=tuple(_roles(desk, told)))


def _roles(desk: Desk, told: Sequence[Listed]) -> Iterator[Section]:
    done = HarmsDone(desk.catalogue)
    harming = [row for row in told if done.harms(claim_of(row))]
    others = [row for row in told if not done.harms(claim_of(row))]

    def thing(party: Party) -> bool:
        return not done.people(party)

    yield _role(desk, harming, "actors", "harming", "Named as acting, in acts that do harm")
    yield _role(desk, harming, "targets", "harmed", "Named as acted on in these acts: people", done.people)
    for rows, role, key, title, keep in (
        (harming, "targets", "harmed-things", "Named as acted on in these acts: bodies, places and things", thing),
        (others, "actors", "acting", "Named as acting, in other acts", _anybody),
        (others, "targets", "acted-on", "Named as acted on, in other acts", _anybody),
    ):
        if any(keep(party) for row in rows for party in getattr(row.finding, role)):
            yield _role(desk, rows, role, key, title, keep)


def _anybody(_party: Party) -> bool:
    return True


def _role(
    desk: Desk, claims: Sequence[Listed], role: str, key: str, title: str, keep: Callable[[Party], bool] = _anybody
) -> Section:
    groups: dict[str, list[Listed]] = {}
    names: dict[str, str] = {}
    for row in claims:
        parties: tuple[Party, ...] = getattr(row.finding, role)
        for party in filter(keep, parties):
            groups.setdefault(party.id, []).append(row)
            names.setdefault(party.id, desk.names.named(party))
    ordered = sorted(groups, key=lambda name: (-desk.voices.count_findings(groups[name]), -len(groups[name]), name))
    rows = tuple(_row(desk, names[name], groups[name]) for name in ordered[:_SHOWN])
    if not rows:
        return Section(key=key, title=title, blocks=(paragraph(f"Nobody is named so {desk.here()}."),))
    table = Table(columns=("Party", "Acts told of", "Told by"), rows=rows)
    left = len(ordered) - _SHOWN
    beside = (paragraph(f"… and {counted(left, 'further party', 'further parties')}."),) if left > 0 else ()
    return Section(key=key, title=title, blocks=(table, *beside))


def _row(desk: Desk, name: str, rows: Sequence[Listed]) -> tuple[Sentence, ...]:
    acts = list(dict.fromkeys(act(desk.catalogue, claim_of(row).act) for row in rows))
    beside = f" and {len(acts) - _ACTS} more" if len(acts) > _ACTS else ""
    return (
        Sentence(runs=(Run(name, "who"),)),
        *cells("; ".join(acts[:_ACTS]) + beside),
        Sentence(runs=(Run(desk.voiced(rows)), *more(rows)), notes=cited(desk, rows)),
    )
