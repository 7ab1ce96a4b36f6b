# SPDX-License-Identifier: Apache-2.0
"""Reprints: what the machine finds of copies, family by family of texts that meet, so that a further text costs little.

A family is all texts that are joined by meetings, however many steps lie between two of them. What is told of it rests
on its texts and cards alone; it is kept until something more is said of one of its documents, or a text joins it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.ledger.shelf import Shelved
from tocsin.linking.designations import designations
from tocsin.linking.origin_texts import Known, Pair, Told, prints, suggest
from tocsin.linking.shingles import LENGTH
from tocsin.linking.sketches import Meeting
from tocsin.linking.wordings import Wordings
from tocsin.records.ids import Digest

_MOST = 200_000
"""Families that a process keeps; when there are more, it begins anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What the machine found: texts told by one print, pairs of prints that are one text, and who carries whom."""

    prints: Mapping[Digest, Digest]
    told: Told

    def joined(self) -> Iterator[tuple[Digest, Digest]]:
        """Give the pairs of documents to be joined, the best founded of each family first."""
        yield from ((name, stands) for name, stands in self.prints.items() if name != stands)
        yield from ((pair.first, pair.second) for pair in self.told.joined)


_FAMILIES: dict[Hashable, Copied] = {}


def copied(held: Mapping[Digest, Shelved], texts: Wordings) -> Copied:
    """Find copies among documents."""
    several = {_key(texts, met): met for met in families(texts.met())}
    fresh = {key: met for key, met in several.items() if key not in _FAMILIES}
    if len(_FAMILIES) + len(fresh) > _MOST:
        _FAMILIES.clear()
        fresh = several
    _FAMILIES.update(zip(fresh, _found(held, texts, [*fresh.values()]), strict=True))
    found = [_FAMILIES[key] for key in several]
    return Copied(
        prints={name: stands for one in found for name, stands in one.prints.items()},
        told=Told(
            joined=tuple(pair for one in found for pair in one.told.joined),
            carried=tuple(pair for one in found for pair in one.told.carried),
        ),
    )


def families(met: Iterable[Meeting]) -> list[list[Meeting]]:
    """Put meetings together that have a text in common.

    >>> one, two, three = (Meeting(first=a, second=b, share=1.0, differ=0) for a, b in ("ab", "cd", "bc"))
    >>> [len(family) for family in families([one, two])], [len(family) for family in families([one, two, three])]
    ([1, 1], [3])
    """
    of: dict[Digest, list[Meeting]] = {}
    for meeting in met:
        one, other = of.setdefault(meeting.first, []), of.setdefault(meeting.second, [])
        if one is not other:
            if len(one) < len(other):
                one, other = other, one
            one += other
            of.update((name, one) for held in other for name in (held.first, held.second))
            of[meeting.first] = of[meeting.second] = one
        one.append(meeting)
    return list({id(family): family for family in of.values()}.values())


def _key(texts: Wordings, met: Sequence[Meeting]) -> Hashable:
    """Give what stands for a family as it is: its meetings, and its documents as far as something is said of them."""
    return frozenset(met), frozenset(texts.now(name) for pair in met for name in (pair.first, pair.second))


def _found(held: Mapping[Digest, Shelved], texts: Wordings, several: Sequence[Sequence[Meeting]]) -> Iterator[Copied]:
    """Find the copies of families; what their pairs share is measured for all at once."""
    told = [_prints(held, texts, met) for met in several]
    pairs = [pair for _, _, pairs in told for pair in pairs]
    measured = dict(zip(pairs, texts.measure(pairs), strict=True))
    for known, stands, wanted in told:
        shared = (Pair(first=one, second=other, shared=measured[one, other]) for one, other in wanted)
        yield Copied(prints=stands, told=suggest(known, shared))


def _prints(
    held: Mapping[Digest, Shelved], texts: Wordings, met: Sequence[Meeting]
) -> tuple[Mapping[Digest, Known], Mapping[Digest, Digest], Sequence[tuple[Digest, Digest]]]:
    """Give what is known of a family's texts, the print that each is told by, and the pairs of prints that meet."""
    known: dict[Digest, Known] = {}
    for document in dict.fromkeys(name for pair in met for name in (pair.first, pair.second)):
        bears = designations(held[document].card.title or "", texts.head(document))
        words = len(texts.outlines[document].shingles) + LENGTH - 1
        known[document] = Known(shelved=held[document], words=words, bears=bears)
    stands = prints(known, met)
    pairs = dict.fromkeys(
        (one, other) if one < other else (other, one)
        for pair in met
        if (one := stands[pair.first]) != (other := stands[pair.second])
    )
    return known, stands, [*pairs]
