# SPDX-License-Identifier: Apache-2.0
"""The documents of a ledger as references: CSL-JSON, BibTeX, or a list in whatever citation style a CSL file sets.

Source: CSL 1.0.2 specification and its JSON schema, citationstyles.org.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocsin.errors import BadRequest
from tocsin.ledger.shelf import Shelved
from tocsin.records.bounds import FIRST, bounds
from tocsin.records.ids import Json

TYPES: Mapping[str, str] = {
    "agreement": "treaty",
    "court-order": "legal_case",
    "news": "article-newspaper",
    "newsletter": "article-newspaper",
    "resolution": "legislation",
    "review-report": "report",
    "situation-report": "report",
    "speech": "speech",
}
"""The CSL type of each genre; any other is a `document`."""

_BIBTEX: Mapping[str, str] = {"article-newspaper": "article", "report": "techreport"}
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SPECIAL = re.compile(r"([&%$#_{}])")


class BadStyle(BadRequest):
    """A citation style cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: no citation style ({reason}); give a CSL file, as citationstyles.org has them")


def csl(items: Iterable[Shelved]) -> Iterator[dict[str, Json]]:
    """Give each document as a CSL-JSON item; its id is `tocsin-` and the head of its digest."""
    for item in items:
        card = item.card
        made: dict[str, Json] = {
            "id": key(item),
            "type": TYPES.get(card.genre, "document"),
            "title": item.title,
            "author": [{"literal": party.name} for party in card.issuers],
            "note": item.document,
        }
        if card.carriers:
            made["publisher"] = made["container-title"] = ", ".join(party.name for party in card.carriers)
        if card.language:
            made["language"] = card.language
        if item.source.startswith(("http://", "https://")):
            made["URL"] = item.source
        if issued := _issued(card.issued):
            made["issued"] = issued
        yield made


def key(item: Shelved) -> str:
    """Name a document in references."""
    return "tocsin-" + item.document.removeprefix("sha256:")[:12]


def _issued(edtf: str | None) -> dict[str, Json] | None:
    """Write a date in CSL's parts, to the day, month or year that is known; `circa` where it is not sure.

    >>> _issued("2023-08~")
    {'date-parts': [[2023, 8]], 'circa': True}
    """
    held = bounds(edtf)
    found = _DAY.match(edtf or "")
    if found is None or held is None or held.earliest == FIRST:
        return None
    parts: list[Json] = [int(part) for part in found.groups() if part and int(part)]
    made: dict[str, Json] = {"date-parts": [parts]}
    if found.end() != len(edtf or ""):
        made["circa"] = True
    return made


def bibtex(items: Iterable[Shelved]) -> Iterator[str]:
    """Give each document as a BibTeX entry."""
    for item, made in ((item, next(csl([item]))) for item in items):
        issued = made.get("issued")
        dated: Sequence[Json] = ()
        if isinstance(issued, Mapping):
            held = issued["date-parts"]
            assert isinstance(held, list)
            first = held[0]
            assert isinstance(first, list)
            dated = first
        fields = {
            "author": " and ".join(f"{{{_tex(party.name)}}}" for party in item.card.issuers),
            "title": f"{{{_tex(item.title)}}}",
            "year": str(dated[0]) if dated else "",
            "month": str(dated[1]) if len(dated) > 1 else "",
            "publisher": _tex(str(made.get("publisher", ""))),
            "url": str(made.get("URL", "")),
            "note": _tex(item.document),
        }
        kind = _BIBTEX.get(str(made["type"]), "misc")
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        yield f"@{kind}{{{key(item)},\n{lines}}}\n"


def _tex(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", text.replace("\\", r"\textbackslash "))
    return escaped.replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")


def styled(items: Iterable[Shelved], style: str) -> tuple[str, ...]:
    """Give the references as a citation style sets them, in plain text and in the style's order.

    `style` is a CSL file, or the name of one that comes along (`harvard-cite-them-right`).

    Raises:
        BadStyle: The file is no CSL style.
    """
    from citeproc import (  # noqa: PLC0415 - long to load, and asked for seldom
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    held: list[dict[str, Any]] = [dict(one) for one in csl(items)]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of members that it does not set
            set_by = CitationStylesStyle(style, validate=False)
            bibliography = CitationStylesBibliography(set_by, CiteProcJSON(held), formatter.plain)
            for one in held:
                bibliography.register(Citation([CitationItem(one["id"])]))
            bibliography.sort()
            return tuple(str(line) for line in bibliography.bibliography())
    except (OSError, ValueError, AttributeError, SyntaxError) as error:
        raise BadStyle(style, f"{type(error).__name__}: {error}") from error
