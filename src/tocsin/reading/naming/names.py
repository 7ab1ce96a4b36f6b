# SPDX-License-Identifier: Apache-2.0
"""Names: who and where, by the catalogue and, where it knows nothing, by shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Actor
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import cased
from tocsin.reading.naming import phrases
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

__all__ = [
    "actor_patterns",
    "demonym_patterns",
    "group_patterns",
    "parties",
    "place_patterns",
    "places",
    "slug",
    "subject",
]

_SPELLINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("United Nations", ("UN", "U.N.")),
    ("UN ", ("United Nations ", "U.N. ")),
    ("UNSC", ("UN SC",)),
    ("-General", (" General",)),
    ("Secretary General", ("Secretary-General",)),
    ("Organization", ("Organisation",)),
    ("Organisation", ("Organization",)),
    ("organisations", ("organizations",)),
    ("Defence", ("Defense",)),
    ("Centre", ("Center",)),
    ("Adviser", ("Advisor",)),
    ("Co-Chair", ("Co-chair", "co-chair", "Cochair", "Co-Chairing")),
    ("neighbour", ("neighbor",)),
    (" and ", (" & ",)),
    ("Cooperation", ("Co-operation",)),
    ("Labour", ("Labor",)),
    ("Programme", ("Program",)),
    ("Saint ", ("St. ", "St ")),
    (" States", (" states",)),
    (" Members", (" members",)),
)


def spellings(name: str) -> tuple[str, ...]:
    """Give a name in the spellings that texts use: long and short "United Nations", British and American.

    >>> spellings("United Nations Secretary-General")[:3]
    ('United Nations Secretary-General', 'UN Secretary-General', 'U.N. Secretary-General')
    """
    forms = [name]
    for written, others in _SPELLINGS:
        if written in name:
            forms += [form.replace(written, other) for form in forms for other in others]
    if not name.isascii():
        forms.append(unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode())
    return tuple(dict.fromkeys(forms))


def _names(row: Actor) -> Iterator[str]:
    for name in (row.name, *row.aliases):
        yield from spellings(name)
        if name.startswith("the ") and row.kind != "collective":
            yield from spellings(name[4:])


_TITLE_OF = late(r"(?:United Nations |UN |EU |NATO |AU |OSCE )?(?P<title>[A-Z][\w' -]+?)(?: of | for | to | on |$)")


def _titled(catalogue: Catalogue, row: Actor) -> Iterator[str]:
    """Give an office's title with a holder's last name: "High Commissioner Türk"."""
    office = catalogue.actors.get(row.part_of[0]) if row.part_of else None
    found = _TITLE_OF.match(office.name) if office else None
    for name in (row.name, *row.aliases) if found else ():
        if found and " " in name:
            yield from spellings(f"{found['title']} {name.rsplit(' ', 1)[1]}")


def actor_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every name of every named actor with the actor's id, for the lexicon's `actor` layer."""
    for row in catalogue.actors.values():
        if row.kind == "collective":
            continue
        if row.kind == "holder":
            yield from ((name, row.stands_for) for name in _titled(catalogue, row))
        for name in _names(row):
            if name.startswith("the "):
                continue  # a name that begins with its article would hide a longer one that begins after it
            yield name, row.stands_for
            if name.upper() != name:
                yield name.upper(), row.stands_for
            if name[0].islower():
                yield name[0].upper() + name[1:], row.stands_for


def group_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the words for collectives ("all parties", "the international community"), for the `group` layer."""
    for row in catalogue.actors.values():
        if row.kind == "collective":
            for name in _names(row):
                yield name, row.id
                for form in cased(name[0].lower() + name[1:]):
                    yield form, row.id


def demonym_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give demonyms and seats with the actor's id, for the lexicon's `demonym` layer."""
    for row in catalogue.actors.values():
        for name in (*row.demonyms, *row.seats):
            yield name, row.id
            if len(name) > 3:
                yield name.upper(), row.id


def place_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every name of every place with its id, for the lexicon's `place` layer."""
    for row in catalogue.places.values():
        for name in (row.name, *row.aliases):
            for form in spellings(name):
                yield form, row.id
                if len(form) > _LETTERS:
                    yield form.upper(), row.id


_LETTERS = 3
"""No longer a name in capitals is some body's letters rather than a place."""


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the parties that a stretch of the view names, in order: conjoined, with roles, unknown ones by a slug.

    "the UN and the Government of Veltria" gives two. A stretch that names nobody gives none.
    """
    return phrases.parties(draft, start, end)


_CLAUSE = late(r"[,;:\"\n]\s*|\b(?:that|while|whereas|although|because|since|after|before|when|if|and|but)\s+")


def subject(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give who acts in what stands left of a verb: the parties of the last part that names somebody."""
    found = parties(draft, start, end)
    if len(found) == 1:
        return found
    cuts = [start, *(start + match.end() for match in _CLAUSE.finditer(draft.content[start:end]))]
    for cut in reversed(cuts):
        named = parties(draft, cut, end)
        if named:
            before = draft.content[start:cut].rstrip().rsplit(" ", 1)[-1]
            if before in {"and", "or"} or draft.content[start:cut].rstrip().endswith(","):
                continue
            return named
    return found


def places(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the places that a stretch of the view names, in order; states and territories are places too."""
    found: dict[int, Party] = {}
    covered: list[tuple[int, int]] = []
    for layer in ("place", "actor"):
        for hit in draft.within(layer, start, end):
            if any(low < hit.end and hit.start < high for low, high in covered):
                continue
            row = draft.catalogue.actors.get(hit.tag)
            if layer == "actor" and (row is None or row.kind not in {"state", "territory"}):
                continue
            covered.append((hit.start, hit.end))
            found[hit.start] = Party(id=hit.tag, name=draft.content[hit.start : hit.end])
    return tuple({found[at].id: found[at] for at in sorted(found)}.values())
