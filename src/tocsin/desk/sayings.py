# SPDX-License-Identifier: Apache-2.0
"""Sayings: what a finding was taken for, in one line; both faces say it in the same words."""

from __future__ import annotations

from functools import singledispatch

from tocsin.ledger.shelf import spoken
from tocsin.records.findings import (
    Ask,
    Citation,
    Claim,
    Finding,
    Passage,
    Quantity,
    Time,
    Warning,  # noqa: A004 - the house's word
)


@singledispatch
def says(finding: Finding) -> str:
    """Say in one line what a finding was taken for."""
    return finding.kind


@says.register
def _(finding: Ask) -> str:
    who = spoken(finding.askers) or "asker not named"
    to = spoken(finding.addressees) or "nobody named"
    told = " (told again)" if finding.reported else ""
    by = f" by {finding.by_when}" if finding.by_when else ""
    status = f" [{finding.status}]" if finding.status else ""
    return f"{finding.force or 'implied'}{told}: {who} → {to}{by}{status}"


@says.register
def _(finding: Warning) -> str:
    group = f" for {finding.group}" if finding.group else ""
    horizon = f", {finding.horizon}" if finding.horizon else ""
    return f"{finding.harm}{group}{horizon}: {spoken(finding.speakers) or 'speaker not named'} states"


@says.register
def _(finding: Claim) -> str:
    actors = f" by {spoken(finding.actors)}" if finding.actors else ""
    targets = f" of {spoken(finding.targets)}" if finding.targets else ""
    places = f" at {spoken(finding.places)}" if finding.places else ""
    speaker = spoken(finding.speakers[-1:]) or "speaker not named"
    return f"{finding.when or 'no date'} · {finding.act}{actors}{targets}{places} ({finding.mode}): {speaker} states"


@says.register
def _(finding: Citation) -> str:
    return f"{finding.instrument or 'unresolved'}{', ' + finding.pinpoint if finding.pinpoint else ''}"


@says.register
def _(finding: Quantity) -> str:
    return f"{finding.comparator} {finding.value} {finding.of}"


@says.register
def _(finding: Time) -> str:
    return finding.edtf


@says.register
def _(finding: Passage) -> str:
    return finding.role
