# SPDX-License-Identifier: Apache-2.0
"""The verb `export`: the whole ledger, a listing or all findings, in the formats that others read."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from tocsin.catalogue.catalogue import Catalogue
from tocsin.cli.clocks import Clocks, clock_options
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.names import names_option, withholding
from tocsin.cli.talk import write_all
from tocsin.dossier.listings import card_json, timeline
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.exchange import bibliographies, follow_the_money, hxl, ledgers, parquet, tables, web_annotations
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.records.ids import Json

_KINDS: Mapping[str, str] = {"asks": "ask", "warnings": "warning", "timeline": "claim", "law": "citation"}
"""Listings that are rows of findings, and the kind of finding they list."""


class NoKind(BadRequest):
    """A table is asked for without saying which."""

    def __init__(self, form: str) -> None:
        super().__init__(f"--format {form}: say which listing with --kind {'|'.join(tables.COLUMNS)}")


class NotTagged(BadRequest):
    """A listing is asked for in HXL that has no hashtags."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"--kind {kind}: no HXL hashtags for it; name one of {'|'.join(hxl.COLUMNS)}")


class WholeLedger(BadRequest):
    """Part of a ledger is asked for in the format that holds a whole one."""

    def __init__(self) -> None:
        super().__init__("--format jsonl holds the whole ledger with its chain; leave out --kind and the clocks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What is exported: a ledger as the clocks asked for have it, one listing or all, names withheld or not."""

    ledger: Ledger
    catalogue: Catalogue
    query: Query
    kind: str | None
    hidden: Withholding | None

    def documents(self) -> list[Shelved]:
        """Give the documents' rows."""
        items = shelf(self.ledger, self.query).values()
        return [item if self.hidden is None else self.hidden.shelved(item) for item in items]

    def rows(self) -> Iterable[Listed]:
        """Give the findings of the listing, or of all of them."""
        rows: Iterable[Listed] = listed(self.ledger, replace(self.query, kinds=self.kinds()))
        if self.hidden is not None:
            rows = self.hidden.rows(rows)
        return timeline(rows) if self.kind == "timeline" else rows

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds of findings asked for."""
        return tuple(_KINDS.values()) if self.kind in {None, "sources"} else (_KINDS[str(self.kind)],)

    def table(self) -> Iterator[Mapping[str, Json]]:
        """Give the listing's rows as JSON."""
        if self.kind == "sources":
            return (card_json(item) for item in self.documents())
        return (row.to_json() for row in self.rows())


def _json_lines(what: Exported) -> Iterator[bytes]:
    if what.kind is not None or what.query != Query():
        raise WholeLedger
    return ledgers.lines(what.ledger)


def _csv(what: Exported) -> Iterator[bytes]:
    if what.kind is None:
        raise NoKind("csv")
    return (line.encode() for line in tables.csv_lines(what.kind, what.table()))


def _hxl(what: Exported) -> Iterator[bytes]:
    kind = what.kind or "timeline"
    if kind not in hxl.COLUMNS:
        raise NotTagged(kind)
    return (line.encode() for line in hxl.hxl_lines(kind, replace(what, kind=kind).rows()))


def _annotations(what: Exported) -> Iterator[bytes]:
    before = b"[\n"
    rows = what.ledger.rows(replace(what.query, kinds=what.kinds()))
    for row in web_annotations.annotated(what.ledger, rows, what.hidden.value if what.hidden else None):
        yield before + json.dumps(row, ensure_ascii=False).encode()
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def _follow_the_money(what: Exported) -> Iterator[bytes]:
    for entity in follow_the_money.entities(what.documents(), what.rows(), what.catalogue):
        yield json.dumps(entity, ensure_ascii=False).encode() + b"\n"


def _parquet(what: Exported) -> Iterator[bytes]:
    if what.kind is None:
        raise NoKind("parquet")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "table.parquet"
        parquet.write(what.kind, what.table(), made)
        with made.open("rb") as held:
            while piece := held.read(1 << 20):
                yield piece


def _bibtex(what: Exported) -> Iterator[bytes]:
    return (entry.encode() for entry in bibliographies.bibtex(what.documents()))


def _csl(what: Exported) -> Iterator[bytes]:
    yield json.dumps(list(bibliographies.csl(what.documents())), ensure_ascii=False, indent=1).encode() + b"\n"


FORMATS: Mapping[str, Callable[[Exported], Iterator[bytes]]] = {
    "jsonl": _json_lines,
    "csv": _csv,
    "jsonld": _annotations,
    "ftm": _follow_the_money,
    "hxl": _hxl,
    "parquet": _parquet,
    "bibtex": _bibtex,
    "csljson": _csl,
}
"""What writes each format."""


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    required=True,
    help="jsonl: the whole ledger; csv, hxl, parquet: one listing; jsonld: findings as W3C Web Annotations; "
    "ftm: documents and findings as FollowTheMoney entities; bibtex, csljson: the documents as references.",
)
@click.option(
    "--kind",
    type=click.Choice(list(tables.COLUMNS)),
    help="Which listing: csv and parquet need it, hxl takes timeline without it.",
)
@click.option("-o", "--output", default="-", show_default=True, metavar="FILE", help="A file; - is standard output.")
@desk_options
@names_option
@clock_options(happened=True)
def export(
    form: str, kind: str | None, output: str, ledger: str, packs: tuple[Path, ...], **clocks: str | None
) -> None:
    """Write the ledger as JSON Lines, byte for byte importable, or findings in the formats that others read.

    Example: tocsin export --format csv --kind asks -o asks.csv
    """
    query = Clocks(**clocks).query()
    at = desk(ledger, packs)
    with at.open() as held:
        hidden = withholding(at, held, query) if form != "jsonl" else None
        if hidden is not None:
            hidden.together(shelf(held, query))
        what = Exported(ledger=held, catalogue=at.catalogue, query=query, kind=kind, hidden=hidden)
        write_all(output, FORMATS[form](what))


VERBS = (export,)
