# SPDX-License-Identifier: Apache-2.0
"""Memories: what a room that stays open need not work out again, let go of as soon as an entry changes it.

1. What is kept is a pure function of the ledger at clocks; whatever is kept can be thrown away.
2. What is kept about a document is right until the ledger has a newer entry about that document.
3. A shelf is brought up to date by the documents that newer entries are about.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import TypeVar

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import UNDATED, Query, certainty
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.records.ids import Digest

_T = TypeVar("_T")
_SHELVES = 8
"""How many moments' shelves are kept."""
_DOCUMENTS = 20_000
"""How many things about documents are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    seq: int
    value: object


class Memory:
    """What was worked out, shared by all requests; every method takes the ledger that the request has open."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._shelves: OrderedDict[str | None, tuple[int, Mapping[Digest, Shelved]]] = OrderedDict()
        self._whole: OrderedDict[object, _Kept] = OrderedDict()
        self._about: OrderedDict[tuple[Digest, object], _Kept] = OrderedDict()
        self._newest: dict[Digest, int] = {}
        self._seen = 0

    def forget(self) -> None:
        """Forget all: the catalogue changed."""
        with self._lock:
            self._shelves.clear()
            self._whole.clear()
            self._about.clear()

    def shelf(self, ledger: Ledger, query: Query) -> Mapping[Digest, Shelved]:
        """Give the shelf at a query's clocks; what was published by a day is picked out of what is held in all."""
        if query.published_by is not None:
            return self._published_by(ledger, query)
        key = query.recorded_by
        clocks = Query(recorded_by=query.recorded_by)
        with self._lock:
            head = ledger.head().seq
            seq, held = self._shelves.get(key, (0, {}))
            if not seq:
                held = shelf(ledger, clocks)
            elif seq < head:
                held = _renewed(ledger, clocks, held, seq)
            self._shelves[key] = (head, held)
            self._shelves.move_to_end(key)
            while len(self._shelves) > _SHELVES:
                self._shelves.popitem(last=False)
            return held

    def _published_by(self, ledger: Ledger, query: Query) -> Mapping[Digest, Shelved]:
        whole = self.shelf(ledger, replace(query, published_by=None))
        asked = Query(published_by=query.published_by)
        found: dict[Digest, Shelved] = {}
        for name, item in whole.items():
            sure = certainty(asked, item.published, None)
            if sure is not None:
                found[name] = item if sure == item.certainty else replace(item, certainty=sure)
        return found

    def by_document(
        self,
        ledger: Ledger,
        name: object,
        all_: Callable[[], Mapping[Digest, _T]],
        one: Callable[[Digest], _T | None],
    ) -> Mapping[Digest, _T]:
        """Give what rests on each document by itself: made once of all, then anew where newer entries are about it.

        What of a document is None is left out.
        """
        head = ledger.head().seq
        with self._lock:
            kept = self._whole.get(name)
        value: Mapping[Digest, _T]
        if kept is None:
            value = all_()
        else:
            value = kept.value  # type: ignore[assignment]
            changed = {entry.document for entry in ledger.entries(after=kept.seq, until=head)} - {None}
            if changed:
                made = {document: one(document) for document in changed if document is not None}
                value = {document: held for document, held in value.items() if document not in changed}
                value |= {document: held for document, held in made.items() if held is not None}
        with self._lock:
            self._whole[name] = _Kept(seq=head, value=value)
        return value

    def whole(self, ledger: Ledger, name: object, made: Callable[[], _T]) -> _T:
        """Give what rests on the whole ledger, made anew after every entry."""
        head = ledger.head().seq
        with self._lock:
            kept = self._whole.get(name)
        if kept is None or kept.seq != head:
            kept = _Kept(seq=head, value=made())
            with self._lock:
                self._whole[name] = kept
                while len(self._whole) > _SHELVES * 8:
                    self._whole.popitem(last=False)
        value: _T = kept.value  # type: ignore[assignment]
        return value

    def since(self, ledger: Ledger, name: object, begun: _T, renewed: Callable[[Ledger, _T, int], _T]) -> _T:
        """Give what is brought up to date by the entries after those that it knows; `renewed` gets it and the head."""
        head = ledger.head().seq
        with self._lock:
            kept = self._whole.get(name)
        value: _T = begun if kept is None else kept.value  # type: ignore[assignment]
        if kept is None or kept.seq != head:
            value = renewed(ledger, value, head)
            with self._lock:
                self._whole[name] = _Kept(seq=head, value=value)
        return value

    def about(self, ledger: Ledger, document: Digest, name: object, made: Callable[[], _T]) -> _T:
        """Give what rests on one document's entries, made anew after every entry about it."""
        newest = self.newest(ledger, document)
        key = (document, name)
        with self._lock:
            kept = self._about.get(key)
        if kept is None or kept.seq != newest:
            kept = _Kept(seq=newest, value=made())
            with self._lock:
                self._about[key] = kept
                while len(self._about) > _DOCUMENTS:
                    self._about.popitem(last=False)
        value: _T = kept.value  # type: ignore[assignment]
        return value

    def newest(self, ledger: Ledger, document: Digest) -> int:
        """Give the newest entry about a document that this room has seen come in; 0 for what stood when it opened."""
        with self._lock:
            head = ledger.head().seq
            if not self._seen:
                self._seen = head
            if self._seen < head:
                for entry in ledger.entries(after=self._seen):
                    if entry.document is not None:
                        self._newest[entry.document] = entry.seq
                self._seen = head
            return self._newest.get(document, 0)

    def masks(self, ledger: Ledger, recorded_by: str | None) -> MutableMapping[Digest, _T]:
        """Give what keeps the masks of documents' names; it belongs to one request's ledger."""
        return _Masks(self, ledger, recorded_by)


class _Masks(MutableMapping[Digest, _T]):
    def __init__(self, memory: Memory, ledger: Ledger, recorded_by: str | None) -> None:
        self._memory, self._ledger, self._name = memory, ledger, ("mask", recorded_by)
        self._here: dict[Digest, _Kept] = {}  # one request looks a document up once

    def _kept(self, document: Digest) -> _Kept | None:
        if document not in self._here:
            kept = self._looked_up(document)
            if kept is None:
                return None
            self._here[document] = kept
        return self._here[document]

    def _looked_up(self, document: Digest) -> _Kept | None:
        kept = self._memory._about.get((document, self._name))  # noqa: SLF001 - one module, one thing
        return kept if kept is not None and kept.seq == self._memory.newest(self._ledger, document) else None

    def __contains__(self, document: object) -> bool:
        return isinstance(document, str) and self._kept(Digest(document)) is not None

    def __getitem__(self, document: Digest) -> _T:
        kept = self._kept(document)
        if kept is None:
            raise KeyError(document)
        value: _T = kept.value  # type: ignore[assignment]
        return value

    def __setitem__(self, document: Digest, value: _T) -> None:
        self._memory.about(self._ledger, document, self._name, lambda: value)

    def __delitem__(self, document: Digest) -> None:
        raise TypeError("masks are let go of by themselves")

    def __iter__(self) -> Iterator[Digest]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _renewed(ledger: Ledger, clocks: Query, held: Mapping[Digest, Shelved], seq: int) -> Mapping[Digest, Shelved]:
    changed = {entry.document for entry in ledger.entries(after=seq) if entry.document is not None}
    if not changed:
        return held
    new = {name: item for name, item in held.items() if name not in changed}
    for document in changed:
        new |= shelf(ledger, replace(clocks, document=document))
    return dict(sorted(new.items(), key=lambda pair: _order(pair[1])))


def _order(item: Shelved) -> tuple[int, str]:
    return UNDATED if item.published is None else item.published.earliest, item.document
