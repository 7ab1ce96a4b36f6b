# SPDX-License-Identifier: Apache-2.0
"""The dossier of a search: what answers it, document by document in order of publication, every line cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tocsin.dossier import parts, unknowns
from tocsin.dossier.compositions import Block, Composition, Items, Run, Section, Sentence, cells, paragraph
from tocsin.dossier.compositions import Table as Figures
from tocsin.dossier.desks import Desk
from tocsin.dossier.party_names import titled
from tocsin.dossier.searches import Found
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.listed import listed, replacements
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.records.dates import worded
from tocsin.records.ids import Digest

MOST = 500
"""How many answers to a search a dossier tells."""


def dossier(desk: Desk, words: str, found: Iterable[Found], *, made_with: str) -> Composition:
    """Write what answers a search; of more than `MOST` answers the first, and that there are more is said."""
    held = list(found)
    shown = [one if desk.hidden is None else one.withheld(desk.hidden) for one in held[:MOST]]
    by_document: dict[Digest, list[Found]] = {}
    for one in sorted(shown, key=lambda one: (one.shelved.card.issued or "9", one.anchor.document, one.anchor.start)):
        by_document.setdefault(one.anchor.document, []).append(one)
    voices = len(_voices(desk, shown))
    more = f" There are more; these are the first {MOST}." if len(held) > MOST else ""
    counts = Figures(
        columns=("What", "How many"),
        rows=(
            cells("Documents of this ledger", desk.documents),
            cells("Documents with an answer to the search", len(by_document)),
            cells("Voices", voices),
            cells("Passages and findings", len(shown)),
        ),
        numbers=frozenset({1}),
    )
    summary: tuple[Block, ...] = (
        paragraph(
            Sentence(runs=(Run("Searched for: "), Run(words, "code"), Run(".")), notes=()),
            *([more.strip()] if more else []),
        ),
        counts,
    )
    body = (
        Section(
            key="found",
            title="What answers the search",
            blocks=() if by_document else (paragraph(f"Nothing answers it {desk.among()}."),),
            sections=tuple(_documents(desk, by_document)),
        ),
        unknowns.section(desk, tuple(unknowns.of_documents(desk))),
    )
    return parts.composed(
        desk,
        title=f"What answers the search “{words}”",
        summary=summary,
        body=body,
        documents=(),
        made_with=made_with,
        said=("Words are searched for as they stand in the texts; another wording of the same is not found.",),
    )


def _voices(desk: Desk, found: Sequence[Found]) -> frozenset[Digest]:
    """Give the voices that speak in what was found: of a passage its text's issuer, of a finding whoever speaks."""
    kinds = tuple(sorted({one.kind for one in found} - {"passage"}))
    asked = replace(desk.clocks, kinds=kinds)
    rows = {row.row.finding: row for row in listed(desk.ledger, asked)} if kinds else {}
    return frozenset(
        desk.voices.of_words(one.anchor) if row is None else desk.voices.of_finding(row)
        for one in found
        for row in [rows.get(one.finding)]
    )


def _documents(desk: Desk, by_document: dict[Digest, list[Found]]) -> Iterator[Section]:
    for number, (name, found) in enumerate(by_document.items(), start=1):
        item = desk.held.get(name, found[0].shelved)
        yield Section(
            key=f"found-{number}",
            title=f"{worded(item.card.issued)} · {titled(item)}",
            blocks=(Items(items=tuple(_lines(desk, item, found)), ordered=True),),
        )


def _lines(desk: Desk, item: Shelved, found: Sequence[Found]) -> Iterator[Sentence]:
    for one in found:
        note = desk.notes.of_words(one.finding, item, one.anchor, by="search", state=_state(desk, one.finding))
        yield Sentence(
            runs=(
                Run(f"{desk.names.issuers(item) or 'an issuer not named'}", "who"),
                Run(f", {one.kind}: " if one.kind != "passage" else ": "),
                Run(" ".join(one.anchor.quote.split()), "quote"),
            ),
            notes=(note,),
            possible=one.certainty == "possible",
        )


def _state(desk: Desk, finding: Digest) -> str:
    """Say how a finding stands: what a person put in another's place is corrected, not only added."""
    moment = desk.query.recorded_by
    try:
        held = desk.ledger.state(finding, recorded_by=moment)
    except UnknownFinding:
        return "proposed"
    instead = replacements(desk.ledger, Query(document=held.entry.document, recorded_by=moment))
    return "corrected" if held.standing == "added" and finding in instead else held.standing
