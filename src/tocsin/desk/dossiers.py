# SPDX-License-Identifier: Apache-2.0
"""Dossiers as asked for: of whom, which place, duty, ask or search, written in which form, alone or as a bundle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal, get_args

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.bodies import values, whom
from tocsin.dossier import annexes, dossiers, findings, markdown, pages
from tocsin.dossier.compositions import Composition, Note
from tocsin.dossier.desks import desk
from tocsin.dossier.searches import search
from tocsin.dossier.withholding import Withholding
from tocsin.exchange import bundles, tables
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking import named_places
from tocsin.linking.identities import one_with
from tocsin.sources.vault import Vault

Kind = Literal["to", "place", "obligation", "standing", "search"]
"""What a dossier is of: a body, a place and its days, an obligation, a standing ask, what answers a search."""

KINDS: tuple[Kind, ...] = get_args(Kind)

FORMS = ("html", "pdf", "docx", "md", "csv")
"""What a dossier is written as, by the ending of the file's name; `csv` is every statement, a passage a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a dossier is of, as typed: a name, the beginning of an id, a search; `alone` without the body's organs."""

    kind: Kind
    given: str
    alone: bool = False


def gathered(
    ledger: Ledger,
    catalogue: Catalogue,
    query: Query,
    subject: Subject,
    hidden: Withholding | None,
    *,
    most: int = annexes.MOST,
) -> Composition:
    """Gather the dossier of a subject, as it fits a paper of `most` statements; 0 is without bound.

    Raises:
        UnknownName: Nobody, or no place, is called so.
        NoSuch: No obligation or standing ask has such an id, or several have.
        BadSearch: The search cannot be read.
    """
    return annexes.fitted(_whole(ledger, catalogue, query, subject, hidden), catalogue, most)


def _whole(
    ledger: Ledger, catalogue: Catalogue, query: Query, subject: Subject, hidden: Withholding | None
) -> Composition:
    made_with, given = version("tocsin"), subject.given
    if subject.kind == "place":
        row = named_places.place(ledger, catalogue, given)
        return dossiers.of_place(ledger, catalogue, row, query, made_with=made_with, withholding=hidden)
    if subject.kind in {"obligation", "standing"}:
        made = dossiers.of_obligation if subject.kind == "obligation" else dossiers.of_standing
        return made(ledger, catalogue, given, query, made_with=made_with, withholding=hidden)
    if subject.kind == "search":
        found = search(ledger, given, query, values(ledger, catalogue, query), limit=findings.MOST + 1)
        return findings.dossier(desk(ledger, catalogue, query, hidden), given, found, made_with=made_with)
    body = whom(ledger, catalogue, given, recorded_by=query.recorded_by)
    same = one_with(ledger, catalogue, body, recorded_by=query.recorded_by)
    told = same if subject.alone else frozenset().union(*(with_organs(catalogue, one) for one in same))
    actor = catalogue.actors.get(body)
    named = actor.name if actor else given
    return dossiers.gather(ledger, catalogue, told, query, named=named, made_with=made_with, withholding=hidden)


def rendered(dossier: Composition, form: str) -> bytes:
    """Write a dossier; what writes PDF and DOCX takes long to load, so it is loaded where it is asked for."""
    if form == "pdf":
        from tocsin.dossier.pdf import pdf  # noqa: PLC0415

        return pdf(dossier)
    if form == "docx":
        from tocsin.dossier.docx import docx_bytes  # noqa: PLC0415

        return docx_bytes(dossier)
    if form == "csv":
        return "".join(tables.lines(annexes.COLUMNS, annexes.rows(dossier))).encode()
    return (markdown.markdown if form == "md" else pages.html)(dossier).encode()


def bundle(
    ledger: Ledger, vault: Vault, path: Path, dossier: Composition, hidden: Withholding | None
) -> bundles.Checked:
    """Write a dossier in every form with all it rests on, as one file; names at risk are withheld where asked for."""
    files: Mapping[str, bytes] = {f"dossier.{form}": rendered(dossier, form) for form in FORMS}
    documents = frozenset(source.document for source in dossier.sources)
    contents = bundles.Contents(
        pages=files,
        notes=tuple(map(_note, (*dossier.notes, *(dossier.annex.notes if dossier.annex else ())))),
        documents=documents,
        guarded=frozenset(name for name in documents if hidden is not None and hidden.guards(name)),
        made_with=dossier.made_with,
    )
    return bundles.write(ledger, vault, path, contents, hidden=hidden.value if hidden else None)


def _note(note: Note) -> bundles.Note:
    return bundles.Note(
        note=note.number,
        finding=note.finding,
        quote=note.quote,
        document=note.document,
        version=note.version,
        start=note.start,
        end=note.end,
    )
