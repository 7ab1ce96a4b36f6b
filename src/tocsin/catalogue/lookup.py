# SPDX-License-Identifier: Apache-2.0
"""Look-up of WHOM and PLACE: an id, a name or any alias; an unknown one is answered with the five nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.rows import Actor, Place
from tocsin.errors import BadRequest

NEAREST = 5


class UnknownName(BadRequest):
    """Nobody and nothing in the catalogue is called so. `nearest` are the ids that come nearest, best first."""

    def __init__(self, what: str, given: str, nearest: Sequence[str]) -> None:
        self.given = given
        self.nearest = tuple(nearest)
        near = f"; the nearest are {', '.join(nearest)}" if nearest else ""
        super().__init__(f"{what} {given!r}: no such id, name or alias{near}")


class AmbiguousName(BadRequest):
    """More than one row goes by the name. `ids` are theirs, sorted."""

    def __init__(self, what: str, given: str, ids: Sequence[str]) -> None:
        self.given = given
        self.ids = tuple(ids)
        super().__init__(f"{what} {given!r} is a name of {' and of '.join(ids)}; give the id")


@lru_cache(maxsize=8)
def _actors(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    return _index(
        (row.stands_for, names) for row in catalogue.actors.values() for names in (row.id, row.name, *row.aliases)
    )


@lru_cache(maxsize=8)
def _places(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    return _index((row.id, name) for row in catalogue.places.values() for name in (row.id, row.name, *row.aliases))


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for row, name in pairs:
        key = folded(name)
        held = index.get(key, ())
        if row not in held:
            index[key] = (*held, row)
    return index


def actor(catalogue: Catalogue, given: str, *, also: Iterable[str] = ()) -> Actor:
    """Find who is meant; `also` are further ids that the nearest are looked for among.

    >>> from tocsin.catalogue.catalogue import load
    >>> actor(load()[0], "the russian federation").id
    'russia'

    Raises:
        UnknownName: Nobody is called so.
        AmbiguousName: Two are called so.
    """
    held = catalogue.actors.get(given)
    if held is not None:
        return held
    index = _actors(catalogue)
    return catalogue.actors[_found("WHOM", index, given, _all(index, also))]


def place(catalogue: Catalogue, given: str, *, also: Iterable[str] = ()) -> Place:
    """Find which place is meant; a state or territory is one too.

    Raises:
        UnknownName: Nothing is called so.
        AmbiguousName: Two are called so.
    """
    if given in catalogue.places:
        return catalogue.places[given]
    index = _places(catalogue)
    key = folded(given)
    if key not in index:
        ids = (given,) if given in catalogue.actors else _actors(catalogue).get(key, ())
        row = catalogue.actors.get(ids[0]) if len(ids) == 1 else None
        if row is not None and row.kind in {"state", "territory"}:
            return Place(id=row.id, source=row.source, kind=row.kind, name=row.name, aliases=row.aliases)
    return catalogue.places[_found("PLACE", index, given, _all(index, also))]


def _all(index: Mapping[str, tuple[str, ...]], also: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key, ids in index.items():
        yield key, ids[0]
    for name in also:
        yield folded(name), name


def _found(what: str, index: Mapping[str, tuple[str, ...]], given: str, known: Iterator[tuple[str, str]]) -> str:
    ids = index.get(folded(given), ())
    if len(ids) > 1:
        raise AmbiguousName(what, given, sorted(ids))
    if not ids:
        raise UnknownName(what, given, nearest(given, known))
    return ids[0]


def nearest(given: str, known: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Give the ids of the five names nearest to a given one, best first, each id once; `known` pairs name and id.

    >>> nearest("veltra", [("ardesh", "ardesh"), ("veltria", "veltria"), ("republic of veltria", "veltria")])
    ('veltria', 'ardesh')
    """
    key = folded(given)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    best: dict[str, float] = {}
    for name, row in known:
        matcher.set_seq1(name)
        # The quick ratios are upper bounds: most names are ruled out without comparing them letter by letter.
        if matcher.real_quick_ratio() < 0.3 or matcher.quick_ratio() < 0.3:
            continue
        ratio = matcher.ratio() + 0.2 * (min(len(key), len(name)) > 3 and (key in name or name in key))
        best[row] = max(best.get(row, 0.0), ratio)
    return tuple(sorted(best, key=lambda row: (-best[row], row))[:NEAREST])
