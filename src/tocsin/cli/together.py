# SPDX-License-Identifier: Apache-2.0
"""Claims that meet, as text: an event a heading, then who tells of it, what they agree on and where they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from tocsin.cli.cards import wrapped
from tocsin.cli.desks import Desk
from tocsin.cli.names import listed as withheld
from tocsin.cli.people import finding_named
from tocsin.cli.talk import say, show, show_json
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import rows_of
from tocsin.ledger.queries import Query
from tocsin.linking import ties
from tocsin.linking.accounts import Account
from tocsin.linking.clusters import Cluster, clusters, said
from tocsin.linking.counts import Reconciled, spelled
from tocsin.records.dates import dated
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted, verb


class TieNeeds(BadRequest):
    """A person's word on two claims without who says so, or why."""

    def __init__(self) -> None:
        super().__init__("--same and --different are kept with who says so and why: add --by HANDLE and --why TEXT")


def events(
    at: Desk, ledger: Ledger, query: Query, any_of: Mapping[str, Collection[str]] | None = None
) -> tuple[Cluster, ...]:
    """Give the events of which some claim is asked for; all their claims are there, asked for or not."""
    wanted = {row.finding for row in rows_of(ledger, query, any_of or {})}
    told = replace(query, keys=(), happened_from=None, happened_to=None)
    found = clusters(ledger, at.catalogue, told, shown=lambda rows: withheld(at, ledger, told, rows))
    return tuple(event for event in found if any(row.row.finding in wanted for row in event.claims))


def give(found: tuple[Cluster, ...], *, as_json: bool, ids: bool, none: str) -> None:
    """Print events; where there are none, say so."""
    if as_json:
        show_json(event.to_json() for event in found)
    elif ids:
        for event in found:
            show(event.id)
    else:
        for line in lines(found):
            show(line)
    if not found:
        say(none)


def tie(ledger: Ledger, pair: tuple[str, str], *, same: bool, handle: str | None, why: str | None) -> None:
    """Record a person's word on two claims."""
    if not handle or not why:
        raise TieNeeds
    first, second = (finding_named(ledger, given) for given in pair)
    entry = ties.record(ledger, first, second, same=same, handle=handle, reason=why)
    said = "tell of one event" if same else "tell of two events"
    say(f"{first[7:19]} and {second[7:19]} {said}; `tocsin judge undo {entry.id[7:19]}` withdraws it")


def lines(found: Iterable[Cluster]) -> Iterator[str]:
    """Give the lines of a listing of events; what the rule made of each stands beside it."""
    held = list(found)
    by_id = {cluster.id: cluster for cluster in held}
    for cluster in held:
        yield from _event(cluster, by_id)
        yield ""
    if held:
        yield wrapped(f"Corroborated means: {held[0].rule}. `tocsin voices` counts independent texts instead.", "")


def _event(cluster: Cluster, by_id: Mapping[Digest, Cluster]) -> Iterator[str]:
    """Give the lines of one event."""
    yield wrapped(said(cluster), "")
    yield wrapped(_verdict(cluster), "    ")
    for account in cluster.accounts:
        yield from _account(account)
    if cluster.agreed:
        yield wrapped(f"agree on: {'; '.join(cluster.agreed)}", "    ")
    yield from _differences(cluster)
    if cluster.denied_by:
        yield wrapped(f"denied by {', '.join(cluster.denied_by)}", "    ")
    if cluster.denied_in_part_by:
        yield wrapped(f"denied in part by {', '.join(cluster.denied_in_part_by)}", "    ")
    for part in cluster.parts:
        if part in by_id:
            yield wrapped(f"encompasses: {said(by_id[part])}", "    ")
    yield f"    tocsin why {cluster.id.removeprefix('sha256:')[:12]}"


def _differences(cluster: Cluster) -> Iterator[str]:
    """Give the lines that say where its voices differ."""
    if cluster.dates_differ:
        yield wrapped(f"dates differ: {_each((dated(when), by) for when, by in cluster.dates)}", "    ")
    if cluster.blame:
        yield wrapped(cluster.blame, "    ")
    if cluster.whom:
        yield wrapped(f"whom it was done to differs: {_each(cluster.whom)}", "    ")
    for number in cluster.numbers:
        if number.voices > 1:
            yield wrapped(_number(number), "    ")


def _verdict(cluster: Cluster) -> str:
    names = ", ".join(cluster.counted)
    if cluster.corroborated:
        return f"corroborated ({cluster.borne_out}) by {counted(len(cluster.counted), 'voice')}: {names}"
    if cluster.whom and any(account.counts and account.name not in cluster.counted for account in cluster.accounts):
        return "not corroborated: the voices tell of different people"
    return f"not corroborated: {names} only" if names else "not corroborated: no voice tells it as done"


def _account(account: Account) -> Iterator[str]:
    told = list(dict.fromkeys(verb(way, [account.name]) for way in account.ways))
    modes = " and ".join(told) + (f", as quoted by {account.quoted_by}" if account.quoted_by else "")
    parted = "denied" in account.modes and len(told) > 1
    known = account.connection
    how = known.kind.replace("-", " ") + (f" (“{known.words}”)" if known.words else "")
    side = f"; named as {account.side}" if account.side in {"acting", "acted on"} else ""
    side = "; of the place" if account.side == "of the place" else side
    yield wrapped(f"{account.name or 'speaker not named'} {modes}; source connection: {how}{side}", "    ")
    for row, way in zip(account.claims, account.ways, strict=True):
        place = f"{row.shelved.name} [{row.finding.start}:{row.finding.end}]"
        name = row.row.finding.removeprefix("sha256:")[:12]
        mode = f"{verb(way, [account.name])}: " if parted else ""
        yield wrapped(f"{row.shelved.issued} {mode}“{row.finding.quote}” {place} · {name}", "        ")


def _each(told: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    return "; ".join(f"{what} ({', '.join(by)})" for what, by in told)


def _number(number: Reconciled) -> str:
    told = _each((spelled((one.low, one.high)), (one.voice,)) for one in number.told)
    if number.shared is not None:
        return f"{number.of}: all allow {spelled(number.shared)}: {told}"
    return f"{number.of}: numbers differ, {spelled(number.whole)} in all: {told}"
