# SPDX-License-Identifier: Apache-2.0
"""Containers: what a page's or a file's own data says of who carries and who wrote it, where its words do not."""

from __future__ import annotations

from tocsin.reading.cards import lists
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_NO_NAME = late(r"https?:|www\.|@|\d{3}|^\W*$")


def site(draft: Draft) -> Party | None:
    """Give the site that a page says it is part of."""
    return _party(draft, _fact(draft, "site"))


def author(draft: Draft) -> Party | None:
    """Give the body that a page's or a file's own data names as its author; a person's name may be any clerk's."""
    party = _party(draft, _fact(draft, "author"))
    known = party is not None and party.id in draft.catalogue.actors
    return party if party is not None and (known or lists.BODY.search(party.name)) else None


def _fact(draft: Draft, name: str) -> str:
    return next((value for held, value in draft.text.facts if held == name), "")


def _party(draft: Draft, told: str) -> Party | None:
    """Resolve a name that stands outside the text: the catalogue's row of that name, else a slug."""
    name = " ".join(told.split()).strip(" .,|-–")
    if not 2 < len(name) < 80 or _NO_NAME.search(name):
        return None
    for row in draft.catalogue.actors.values():
        if name == row.name or name in row.aliases:
            return Party(id=row.id, name=name)
    return Party(id=names.slug(name), name=name)
