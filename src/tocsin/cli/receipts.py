# SPDX-License-Identifier: Apache-2.0
"""Receipts as text: step under step, down to the quotes that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tocsin.cli.cards import wrapped
from tocsin.cli.desks import Desk
from tocsin.cli.names import listed as withheld
from tocsin.cli.names import withholding
from tocsin.cli.talk import show, show_json
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.receipts import Derived, Step
from tocsin.records.ids import Digest, Json


def give(at: Desk, ledger: Ledger, query: Query, derived: Derived, *, as_json: bool) -> None:
    """Print a receipt; in JSON with the findings that it rests on."""
    step = derived.receipt()
    wanted = frozenset(step.all_findings())
    rows = (row for row in listed(ledger, query) if row.row.finding in wanted)
    found = {row.row.finding: row for row in withheld(at, ledger, query, rows)}
    hidden = withholding(at, ledger, query)
    if hidden is not None:
        step = _masked(step, hidden, {*(row.shelved.document for row in found.values()), *step.all_documents()})
    documents = _documents(ledger, query, step, hidden)
    if as_json:
        quotes: list[Json] = [row.to_json() for row in found.values()]
        show_json([{**step.to_json(), "rests_on": quotes}])
        return
    for line in _lines(step, found, documents, "", set()):
        show(line)


def _documents(ledger: Ledger, query: Query, step: Step, hidden: Withholding | None) -> dict[Digest, Shelved]:
    """Give the documents that a receipt rests on as a whole, as far as the clocks allow."""
    if not (wanted := frozenset(step.all_documents())):
        return {}
    held = {name: item for name, item in shelf(ledger, query).items() if name in wanted}
    return held if hidden is None else {name: hidden.shelved(item) for name, item in held.items()}


def _masked(step: Step, hidden: Withholding, documents: Iterable[Digest]) -> Step:
    held = sorted(documents)
    says = step.says
    for document in held:
        says = hidden.masked(document, says)
    return replace(step, says=says, steps=tuple(_masked(one, hidden, held) for one in step.steps))


def _lines(
    step: Step, found: Mapping[Digest, Listed], documents: Mapping[Digest, Shelved], indent: str, told: set[Digest]
) -> Iterator[str]:
    """Give the lines of a step and those under it; a finding's words are given once, then its id."""
    named = f" · tocsin why {step.id.removeprefix('sha256:')[:12]}" if step.id and indent else ""
    yield wrapped(f"{step.says}{named}", indent)
    again = [name.removeprefix("sha256:")[:12] for name in step.findings if name in told]
    for name in step.findings:
        if name in told:
            continue
        row = found.get(name)
        short = name.removeprefix("sha256:")[:12]
        if row is None:
            yield f"{indent}    {short}: does not stand at these clocks"
            continue
        told.add(name)
        place = f"{row.shelved.name} [{row.finding.start}:{row.finding.end}]"
        yield wrapped(f"{row.shelved.issued} “{row.finding.quote}” {place} · {short}", f"{indent}    ")
    if again:
        yield wrapped(f"of those above: {', '.join(again)}", f"{indent}    ")
    for document in step.documents:
        item = documents.get(document)
        said = f"{item.issued} · {item.title} – {item.issuers} · {item.name}" if item else "not held at these clocks"
        yield wrapped(f"{said} · document {document.removeprefix('sha256:')[:12]}", f"{indent}    ")
    for row_id in step.rows:
        yield f"{indent}    row {row_id}"
    for entry in step.entries:
        yield f"{indent}    entry {entry.removeprefix('sha256:')[:12]}"
    for one in step.steps:
        yield from _lines(one, found, documents, f"{indent}  ", told)
