# SPDX-License-Identifier: Apache-2.0
"""What is not known: what the documents of a dossier leave open, counted, among how many of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.dossier.compositions import Items, Section, Sentence, own, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.events import Event
from tocsin.ledger.listed import Listed
from tocsin.linking.accounts import claim_of
from tocsin.records.plurals import counted


def section(desk: Desk, found: Sequence[Sentence]) -> Section:
    """Write what is not known."""
    blocks = (Items(items=tuple(found)),) if found else (paragraph(f"Nothing was left open {desk.among()}."),)
    return Section(key="unknown", title="What is not known", blocks=blocks)


def of_events(desk: Desk, found: Sequence[Event]) -> Iterator[Sentence]:
    """Say of how many events one voice alone tells, and of how many nobody says when."""
    alone = [event for event in found if len(event.cluster.accounts) == 1]
    if alone:
        yield own(
            f"Whether a second voice would tell the same: {len(alone)} of {counted(len(found), 'event')} "
            f"{'is' if len(alone) == 1 else 'are'} told of by one voice {desk.among()}."
        )
    undated = sum(not event.when for event in found)
    if undated:
        yield own(f"When it was: {counted(undated, 'event')} told of without a date.")


def of_claims(rows: Sequence[Listed]) -> Iterator[Sentence]:
    """Say in how many claims nobody names who acted, or where."""
    nobody = sum(not claim_of(row).actors for row in rows)
    nowhere = sum(not claim_of(row).places for row in rows)
    if nobody:
        yield own(f"Who acted: {nobody} of {counted(len(rows), 'claim')} name nobody.")
    if nowhere:
        yield own(f"Where it was: {nowhere} of {counted(len(rows), 'claim')} name no place.")


def of_documents(desk: Desk) -> Iterator[Sentence]:
    """Say how many documents have no date, or one that may be later than the day asked for."""
    undated = sum(item.published is None for item in desk.held.values())
    possible = sum(item.certainty == "possible" for item in desk.held.values())
    if undated:
        yield own(f"When they were published: {counted(undated, 'document')} without a date.")
    if possible:
        yield own(
            f"Whether {counted(possible, 'document was', 'documents were')} published by the day asked for: their "
            "dates are known within bounds that reach past it, and what they say is marked possible."
        )
