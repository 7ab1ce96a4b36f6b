# SPDX-License-Identifier: Apache-2.0
"""Sayings: what a finding was taken for, in one line; both faces say it in the same words."""
# ruff: noqa: ARG001 - one shape for all kinds, of which some have no teller

from __future__ import annotations

from functools import singledispatch

from tocsin.ledger.shelf import spoken
from tocsin.linking.denials import denying
from tocsin.linking.lineages import told_by
from tocsin.records.dates import dated, due
from tocsin.records.findings import (
    Ask,
    Citation,
    Claim,
    Finding,
    Party,
    Passage,
    Quantity,
    Time,
    Warning,  # noqa: A004 - the house's word
)
from tocsin.records.plurals import verb


@singledispatch
def says(finding: Finding, issuers: tuple[Party, ...] = ()) -> str:
    """Say in one line what a finding was taken for; `issuers` are its document's, who tell it together."""
    return finding.kind


@says.register
def _(finding: Ask, issuers: tuple[Party, ...] = ()) -> str:
    who = spoken(finding.askers) or "asker not named"
    to = spoken(finding.addressees) or "nobody named"
    told = " (told again)" if finding.reported else ""
    by = f" {due(finding.by_when, plain=True)}" if finding.by_when else ""
    status = f" [{finding.status}]" if finding.status else ""
    return f"{finding.force or 'implied'}{told}: {who} → {to}{by}{status}"


@says.register
def _(finding: Warning, issuers: tuple[Party, ...] = ()) -> str:
    group = f" for {finding.group}" if finding.group else ""
    horizon = f", {finding.horizon}" if finding.horizon else ""
    return f"{finding.harm}{group}{horizon}: {_tell(finding, issuers)}"


@says.register
def _(finding: Claim, issuers: tuple[Party, ...] = ()) -> str:
    actors = f" by {spoken(finding.actors)}" if finding.actors else ""
    targets = f" of {spoken(finding.targets)}" if finding.targets else ""
    places = f" at {spoken(finding.places)}" if finding.places else ""
    done = f"{dated(finding.when)} · {finding.act}{targets}{actors}{places} ({finding.mode})"
    return f"{done}: {_tell(finding, issuers)}"


def _tell(finding: Finding, issuers: tuple[Party, ...]) -> str:
    told = told_by(finding, issuers)
    own = {party.id for party in issuers}
    through = f", as told by {spoken(issuers)}," if told and own and not own & {party.id for party in told} else ""
    how = denying(finding.quote) if isinstance(finding, Claim) and finding.mode == "denied" else "states"
    return f"{spoken(told) or 'speaker not named'}{through} {verb(how, [party.name for party in told])}"


@says.register
def _(finding: Citation, issuers: tuple[Party, ...] = ()) -> str:
    return f"{finding.instrument or 'unresolved'}{', ' + finding.pinpoint if finding.pinpoint else ''}"


@says.register
def _(finding: Quantity, issuers: tuple[Party, ...] = ()) -> str:
    return f"{finding.comparator} {finding.value} {finding.of}"


@says.register
def _(finding: Time, issuers: tuple[Party, ...] = ()) -> str:
    return dated(finding.edtf)


@says.register
def _(finding: Passage, issuers: tuple[Party, ...] = ()) -> str:
    return finding.role
