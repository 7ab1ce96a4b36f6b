# SPDX-License-Identifier: Apache-2.0
"""Lineages: who speaks in a finding – the document's own issuer, or somebody whom the document quotes.

A news report that tells what a ministry says is no second source: what it tells is the ministry's. "The Ministry" in a
ministry's own paper is that ministry, and so is "the Council" in a council's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tocsin.catalogue.folding import folded
from tocsin.ledger.listed import Listed
from tocsin.records.findings import Ask, Claim, Finding, Party, Warning  # noqa: A004 - the house's word

_NAMED = re.compile(r"(?:^|\s)(?!(?:The|A|An|Some|Several|Many|Two|Three)\b)[^\W\d_a-zß-öø-ÿ]")
_SHORT = re.compile(
    r"(?:the\s+|our\s+)?(ministry|office|committee|council|assembly|government|commission|union|association|agency"
    r"|organi[sz]ation|secretariat|society|forum|party|front|league|federation|senate|parliament|board|court)",
    re.IGNORECASE,
)
"""What an issuer calls itself in its own paper: its kind alone."""


def speakers(row: Listed) -> tuple[Party, ...]:
    """Give who speaks in a finding: those who ask, or the last in the chain of who says so; else the issuers."""
    return told_by(row.finding, row.shelved.card.issuers) or row.shelved.card.issuers


def told_by(finding: Finding, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give who tells a finding: those who ask, or the last in the chain; of a joint letter, all who issued it."""
    said = _said(finding)
    if said and _itself(said[0], issuers):
        return issuers
    joint = not isinstance(finding, Ask) and said and any(party.id == said[0].id for party in issuers)
    return issuers if joint else said


def quoted(row: Listed, one: Mapping[str, str] | None = None) -> Party | None:
    """Give whom the document quotes in a finding; None where it speaks for itself, or for somebody without a name.

    `one` gives, for actors that people hold for one, the id that stands for all of them. Nameless speakers ("residents
    told us") cannot be told from those of another document, so what they say stays the document's. Of a document
    without an issuer (a table that gathers several sources) each finding is its own speaker's.
    """
    held = one or {}
    card = row.shelved.card
    own = {held.get(party.id, party.id) for party in (*card.issuers, *card.carriers)}
    said = _said(row.finding)
    if said and _itself(said[0], card.issuers):
        return None
    if any(held.get(party.id, party.id) in own for party in said):
        return None
    return next((party for party in said if named(party.name) or _short(party, held)), None)


def _short(party: Party, one: Mapping[str, str]) -> bool:
    """Say whether a name without a capital is the one that a known speaker has in short: "dock workers' union"."""
    return one.get(party.id, party.id).startswith(f"{party.id}-of-")


def is_itself(name: str, issuers: tuple[Party, ...]) -> bool:
    """Say whether a name in a paper is that of one of those whose paper it is, or what it calls itself.

    >>> is_itself("The Court", (Party(id="tamar-court", name="Court of Tamar"),))
    True
    """
    said = Party(id=folded(name), name=name)
    return any(folded(one.name) == said.id or _itself(said, (one,)) for one in issuers)


def _itself(said: Party, issuers: tuple[Party, ...]) -> bool:
    """Say whether a speaker is the one issuer: by its kind alone, or by its name without the place that it is of."""
    if len(issuers) != 1:
        return False
    if folded(issuers[0].name).startswith(f"{folded(said.name)} of "):
        return True  # "the Harbour Board" in a paper of the Harbour Board of Karsk
    short = _SHORT.fullmatch(said.name.strip())
    if short is None:
        return False
    return re.search(rf"\b{re.escape(short[1])}\b", issuers[0].name, re.IGNORECASE) is not None


def _said(finding: Finding) -> tuple[Party, ...]:
    if isinstance(finding, Ask):
        return finding.askers
    return finding.speakers[-1:] if isinstance(finding, Claim | Warning) else ()


def named(name: str) -> bool:
    """Say whether words name somebody in particular.

    >>> named("the Ministry of Health"), named("residents of the town"), named("Several witnesses")
    (True, False, False)
    """
    return _NAMED.search(name) is not None
