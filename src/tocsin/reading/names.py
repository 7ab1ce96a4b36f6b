# SPDX-License-Identifier: Apache-2.0
"""Names: who and where, by the catalogue and, where it knows nothing, by shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Party


def slug(name: str) -> str:
    """Make an id from a name that the catalogue does not know.

    >>> slug("The Société civile of Ardesh")
    'societe-civile-of-ardesh'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.removeprefix("the ")).strip("-") or "unnamed"


def actor_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every name of every actor with the actor's id, for the lexicon's `actor` layer."""
    for row in catalogue.actors.values():
        for name in (row.name, *row.aliases):
            yield name, row.id
            yield name.upper(), row.id


def demonym_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give demonyms and seats with the actor's id, for the lexicon's `demonym` layer."""
    for row in catalogue.actors.values():
        for name in (*row.demonyms, *row.seats):
            yield name, row.id


def place_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every name of every place with its id, for the lexicon's `place` layer."""
    for row in catalogue.places.values():
        for name in (row.name, *row.aliases):
            yield name, row.id


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the parties that a stretch of the view names, in order: conjoined, with roles, unknown ones by a slug.

    "the UN and the Government of Veltria" gives two. A stretch that names nobody gives none.
    """
    return tuple(
        Party(id=hit.tag, name=draft.content[hit.start : hit.end]) for hit in draft.within("actor", start, end)
    )


def places(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the places that a stretch of the view names, in order."""
    return tuple(
        Party(id=hit.tag, name=draft.content[hit.start : hit.end]) for hit in draft.within("place", start, end)
    )
