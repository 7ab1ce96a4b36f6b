# SPDX-License-Identifier: Apache-2.0
"""Listings as text: a heading a document, a few lines a finding, certain before possible."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator

from tocsin.desk.sayings import says
from tocsin.dossier.listings import Cited, dated, versions
from tocsin.ledger.listed import Listed
from tocsin.ledger.shelf import Shelved, spoken
from tocsin.reading.cards import languages
from tocsin.records.findings import Citation
from tocsin.records.plurals import counted, times

__all__ = [
    "POSSIBLE",
    "finding",
    "findings",
    "headline",
    "in_order",
    "law",
    "says",
    "sources",
    "timeline",
    "width",
    "wrapped",
]


def width() -> int:
    """Give the columns to write in: the terminal's, between 60 and 110."""
    return max(60, min(110, shutil.get_terminal_size((100, 24)).columns))


def wrapped(text: str, indent: str) -> str:
    """Wrap text to the terminal under an indent."""
    return textwrap.fill(
        " ".join(text.split()), width(), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def headline(item: Shelved) -> str:
    """Name a document: date, title, who speaks, who carried it."""
    carried = f", carried by {item.carriers}" if item.carriers else ""
    return wrapped(f"{item.issued} · {item.title} – {item.issuers}{carried}", "")


POSSIBLE = "Possible: the date's bounds reach past the day asked for"


def in_order(rows: Iterable[Listed]) -> Iterator[str]:
    """Give the lines of findings in the order given; possible ones after all certain ones."""
    held = list(rows)
    for certainty in ("certain", "possible"):
        part = [row for row in held if row.row.certainty == certainty]
        if part and certainty == "possible":
            yield POSSIBLE
        for row in part:
            yield from finding(row)


def timeline(rows: Iterable[Listed]) -> Iterator[str]:
    """Give the lines of claims in the order given, those without a date under a line that says so."""
    held = list(rows)
    yield from in_order(row for row in held if dated(row))
    rest = [row for row in held if not dated(row)]
    if rest:
        yield f"Without a date: {counted(len(rest), 'claim')}, in order of publication"
        yield from in_order(rest)


def findings(rows: Iterable[Listed]) -> Iterator[str]:
    """Give the lines of a listing, document by document; possible ones after all certain ones."""
    held = list(rows)
    for certainty in ("certain", "possible"):
        part = [row for row in held if row.row.certainty == certainty]
        if part and certainty == "possible":
            yield POSSIBLE
            yield ""
        document = None
        for row in part:
            if row.shelved.document != document:
                document = row.shelved.document
                yield headline(row.shelved)
            yield from finding(row)
        if part:
            yield ""


def finding(row: Listed) -> Iterator[str]:
    """Give the lines of one finding: what it was taken for, its words, where they stand and how they were found."""
    place = f"{row.shelved.name} [{row.finding.start}:{row.finding.end}]"
    yield wrapped(says(row.finding, row.shelved.card.issuers), "  ")
    yield wrapped(f"“{row.finding.quote}”", "    ")
    yield f"    {place} · {row.standing} · {row.finding.by} · {_short(row.row.finding)}"


def law(groups: Iterable[Cited]) -> Iterator[str]:
    """Give the lines of a listing of instruments."""
    for group in groups:
        points = f" ({', '.join(group.pinpoints)})" if group.pinpoints else ""
        documents = {item.shelved.document for item in group.citations}
        certain = sum(item.row.certainty == "certain" for item in group.citations)
        possible = len(group.citations) - certain
        more = f", possibly {possible} more" if possible else ""
        yield f"{group.name}{points} · cited {times(certain)}{more}, in {counted(len(documents), 'document')}"
        for item in group.citations:
            point = f", {item.finding.pinpoint}" if isinstance(item.finding, Citation) and item.finding.pinpoint else ""
            sure = "" if item.row.certainty == "certain" else " (possible)"
            yield wrapped(
                f"{item.shelved.issued}{sure} {item.shelved.issuers}{point}: “{item.finding.quote}” "
                f"{item.shelved.name} [{item.finding.start}:{item.finding.end}]",
                "    ",
            )


def sources(items: Iterable[Shelved]) -> Iterator[str]:
    """Give the lines of a listing of documents; a file that was edited and read again says so."""
    held = list(items)
    before = versions(held)
    for item in held:
        certain = "" if item.certainty == "certain" else " (possible)"
        basis = f" ({item.card.issued_basis})" if item.card.issued_basis else ""
        signed = f" · {counted(item.card.signatories, 'signature')}" if item.card.signatories is not None else ""
        yield headline(item)
        yield f"    {item.card.genre} · dated {item.issued}{basis}{certain}{signed}"
        if item.card.addressees:
            yield wrapped(f"to {spoken(item.card.addressees)}", "    ")
        if unread := languages.unread(item.card.language):
            yield wrapped(str(unread), "    ")
        card = f"card {_short(item.card_finding)}, {item.card_state}"
        yield f"    {item.name} · {card} · document {_short(item.document)}"
        if item.source != item.name:
            yield f"    {item.source}"
        if earlier := before.get(item.document):
            named = f"{earlier.name} (document {_short(earlier.document)})"
            yield f"    another version of {named}, read on {item.taken[:10]}"


def _short(name: str) -> str:
    return name.removeprefix("sha256:")[:12]
