# SPDX-License-Identifier: Apache-2.0
"""The verb `dossier`: the cited record for a body, as a page, and with all it rests on as a bundle."""

from __future__ import annotations

import tempfile
from importlib.metadata import version
from pathlib import Path

import click

from tocsin.catalogue.bodies import with_organs
from tocsin.cli.clocks import Clocks, clock_options
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.listings import whom
from tocsin.cli.names import names_option, withholding
from tocsin.cli.talk import CannotWrite, say, write_all
from tocsin.dossier import dossiers, markdown, pages
from tocsin.dossier.compositions import Composition
from tocsin.dossier.withholding import Withholding
from tocsin.exchange import bundles
from tocsin.ledger.ledger import Ledger
from tocsin.linking.identities import one_with
from tocsin.sources.vault import Vault

FORMATS = ("html", "pdf", "docx", "md")
"""What a dossier is written as, by the ending of the file's name."""


def rendered(dossier: Composition, form: str) -> bytes:
    """Write a dossier; what writes PDF and DOCX takes long to load, so it is loaded where it is asked for."""
    if form == "pdf":
        from tocsin.dossier.pdf import pdf  # noqa: PLC0415

        return pdf(dossier)
    if form == "docx":
        from tocsin.dossier.docx import docx_bytes  # noqa: PLC0415

        return docx_bytes(dossier)
    return (markdown.markdown if form == "md" else pages.html)(dossier).encode()


def _named(output: str | None) -> str:
    """Tell the format from the file's name: HTML where it has another ending, or none."""
    ending = Path(output or "").suffix.removeprefix(".").lower()
    return ending if ending in FORMATS else "html"


@click.command()
@click.option("--to", "to", metavar="WHOM", required=True, help="The body that was told, warned and asked.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="A file whose name ends in .html, .pdf, .docx or .md; - is standard output, as where none is named.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write; else as the file's name ends.")
@click.option(
    "--bundle",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A ZIP file of the page and all it rests on, which `tocsin verify FILE` checks anywhere.",
)
@click.option("--alone", is_flag=True, help="Only the body itself, not its organs and members.")
@desk_options
@clock_options(happened=True, whom=True)
@names_option
def dossier(
    to: str,
    output: str | None,
    bundle: Path | None,
    form: str | None,
    alone: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """Write the cited record of what a body was told, warned of and asked, on which law.

    Example: tocsin dossier --to "Security Council" -o security-council.html
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        body = whom(at, held, to, recorded_by=query.recorded_by)
        same = one_with(held, body, recorded_by=query.recorded_by)
        told = same if alone else frozenset().union(*(with_organs(at.catalogue, one) for one in same))
        row = at.catalogue.actors.get(body)
        hidden = withholding(at, held, query)
        gathered = dossiers.gather(
            held,
            at.catalogue,
            told,
            query,
            named=row.name if row else to,
            made_with=version("tocsin"),
            withholding=hidden,
        )
        if output is not None or bundle is None:
            write_all(output or "-", [rendered(gathered, form or _named(output))])
        if bundle is not None:
            files = {f"dossier.{name}": rendered(gathered, name) for name in FORMATS}
            bundled(held, at.vault, bundle, gathered, files, hidden)
        if output not in {None, "-"}:
            say(f"{output}: {len(gathered.sources)} documents, {len(gathered.notes)} cited lines")


def bundled(
    ledger: Ledger,
    vault: Vault,
    path: Path,
    dossier: Composition,
    files: dict[str, bytes],
    hidden: Withholding | None,
) -> None:
    """Write a bundle whole, or leave what stood there, and say what is in it."""
    documents = frozenset(source.document for source in dossier.sources)
    contents = bundles.Contents(
        pages=files,
        notes=tuple(bundles.Note(note=n.number, finding=n.finding, quote=n.quote) for n in dossier.notes),
        documents=documents,
        guarded=frozenset(name for name in documents if hidden is not None and hidden.guards(name)),
        made_with=dossier.made_with,
    )
    try:
        with tempfile.TemporaryDirectory(prefix=".tocsin-", dir=path.resolve().parent) as folder:
            made = Path(folder) / "bundle.zip"
            found = bundles.write(ledger, vault, made, contents, hidden=hidden.value if hidden else None)
            made.replace(path)
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error)) from error
    say(
        f"{path}: {found.notes} cited lines, {found.sources} originals, {found.not_enclosed} documents by their digest "
        f"alone, {found.withheld} of {found.entries} entries withheld"
    )
    say(f"{found.bundle}; head: entry {found.head.seq}, {found.head.chain}")


VERBS = (dossier,)
