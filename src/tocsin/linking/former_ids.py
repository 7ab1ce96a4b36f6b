# SPDX-License-Identifier: Apache-2.0
"""Former ids: under which ids a body was recorded before the catalogue knew its names; both lead to one body.

Reading makes an id of a name that no row has. Once a row has it, what was recorded before – and stands as a person
judged it – still bears the old id; nothing of it is changed, and it is found under the row's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.tenures import HOLDER
from tocsin.reading.naming.names import slug, spellings


@lru_cache(maxsize=8)
def rows_by_former(catalogue: Catalogue) -> Mapping[str, str]:
    """Give, for each id that reading would make of a row's name, the row's id; what two rows may be is nobody's.

    >>> from tocsin.catalogue.catalogue import load
    >>> rows_by_former(load()[0])["kingdom-of-norway"]
    'norway'
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in catalogue.actors.values():
        if row.kind != HOLDER:  # a holder's name stands for an office on its days only
            for name in (row.name, *row.aliases):
                for form in spellings(name):
                    found[slug(form)].add(row.id)
    return MappingProxyType(
        {made: min(ids) for made, ids in found.items() if len(ids) == 1 and made not in catalogue.actors}
    )


@lru_cache(maxsize=8)
def formers_by_row(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Give the former ids of each row that has some, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for made, row in sorted(rows_by_former(catalogue).items()):
        found[row].append(made)
    return MappingProxyType({row: tuple(ids) for row, ids in found.items()})


def row_of(catalogue: Catalogue, actor: str) -> str:
    """Give the id of the row that an id leads to: itself, or the row's whose name it was made of.

    >>> from tocsin.catalogue.catalogue import load
    >>> row_of(load()[0], "kingdom-of-norway"), row_of(load()[0], "harbour-board-of-dolen")
    ('norway', 'harbour-board-of-dolen')
    """
    return actor if actor in catalogue.actors else rows_by_former(catalogue).get(actor, actor)
