# SPDX-License-Identifier: Apache-2.0
"""A ledger in memory: the contract in its shortest form, for tests and for what needs no file."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

from tocsin.ledger import sealing, searching
from tocsin.ledger.failures import Moved, UnknownEntry, UnknownFinding, UnknownText
from tocsin.ledger.ledger import Appended, Batch, Counts, Progress, Sealed, Verified
from tocsin.ledger.projections import ABOUT, Projected, of_document
from tocsin.ledger.queries import UNDATED, Hit, Query, Row, certainty
from tocsin.ledger.states import STATES, State, standing
from tocsin.ledger.verifying import Verifier, destroyed, following, raw, remainder
from tocsin.records.anchors import anchor
from tocsin.records.entries import Entry, Head, NewEntry, kept
from tocsin.records.ids import Digest
from tocsin.records.texts import Text


class MemoryLedger:
    """Keeps entries in a list and folds them anew for every question."""

    def __init__(self, *, clock: sealing.Clock = sealing.now, salts: sealing.Salts = sealing.salt) -> None:
        self._clock = clock
        self._salts = salts
        self._entries: list[Entry] = []
        self._texts: dict[tuple[Digest, str], Text] = {}
        self._places: dict[Digest | None, list[int]] = {}

    def append(self, batch: Batch) -> Appended:
        """Record a batch."""
        if batch.once is not None and standing(self.entries(subject=batch.once)):
            return Appended(entries=())
        for finding, seen in batch.expects:
            told = list(self.entries(subject=finding))
            told = [entry for entry in told if entry.kind in ABOUT and entry.document == told[0].document]
            if not told:
                raise UnknownFinding(finding)
            if told[-1].seq != seen:
                raise Moved(seen, told[-1])
        sealing.refuse_expunged(batch, lambda document: self.entries(document=document, kind="text"))
        new = sealing.needed(batch, self._texts)
        texts = {**self._texts, **{(t.document, t.version): t for t in batch.texts}}
        sealing.check(new, {place: text.content for place, text in texts.items()})
        made = self._sealed(new)
        self._texts.update(
            {(t.document, t.version): t for t in batch.texts if (t.document, t.version) not in self._texts}
        )
        return made

    def _sealed(self, new: tuple[NewEntry, ...]) -> Appended:
        moment = sealing.moment(self._clock, self.head(), "ledger in memory")
        made = tuple(entry for entry, _ in sealing.chain(new, self.head(), moment.recorded_at, self._salts))
        for entry in made:
            self._add(entry)
        return Appended(entries=made, problems=(moment.problem,) if moment.problem else ())

    def _add(self, entry: Entry) -> None:
        self._places.setdefault(entry.document, []).append(len(self._entries))
        self._entries.append(entry)

    def adopt(self, sealed: Iterable[Sealed]) -> Head:
        """Take entries over as another ledger sealed them."""
        taken, head = list(sealed), self.head()
        for one in taken:
            head = following(one, head, "ledger in memory")
        for one in taken:
            self._add(one.entry)
            if one.text is not None:
                self._texts[one.text.document, one.text.version] = one.text
            for name in destroyed(one.entry):
                self._destroy(self.entry(name))
        return head

    def expunge(self, entries: Sequence[Digest], *, author: str, reason: str) -> Entry:
        """Destroy payloads under an `expunged` entry."""
        named = [self.entry(name) for name in entries]
        made = self._sealed((sealing.expunging(named, remainder(named), author, reason),)).entries[0]
        for entry in named:
            self._destroy(entry)
        return made

    def _destroy(self, entry: Entry) -> None:
        self._entries[entry.seq - 1] = dataclasses.replace(entry, payload=kept(entry), salt=None)
        if entry.kind == "text" and entry.payload is not None and entry.document is not None:
            self._texts.pop((entry.document, str(entry.payload["version"])), None)

    def head(self) -> Head:
        """Give the last line's place, chain and moment."""
        if not self._entries:
            return Head()
        last = self._entries[-1]
        return Head(seq=last.seq, chain=last.chain, recorded_at=last.recorded_at)

    def entry(self, name: Digest) -> Entry:
        """Give an entry by its id."""
        for entry in self._entries:
            if entry.id == name:
                return entry
        raise UnknownEntry(name)

    def entries(
        self,
        *,
        after: int = 0,
        until: int | None = None,
        kind: str | None = None,
        subject: Digest | None = None,
        document: Digest | None = None,
        recorded_by: str | None = None,
    ) -> Iterator[Entry]:
        """Give entries in order of seq."""
        last = self.seq_at(recorded_by) if until is None else min(until, self.seq_at(recorded_by))
        for entry in self._entries[after:last] if document is None else self._about(document, after, last):
            if kind in {None, entry.kind} and subject in {None, entry.subject} and document in {None, entry.document}:
                yield entry

    def _about(self, document: Digest, after: int, last: int) -> Iterator[Entry]:
        """Give the entries about a document, which stay at their places."""
        for place in tuple(self._places.get(document, ())):
            if after <= place < last:
                yield self._entries[place]

    def seq_at(self, recorded_by: str | None) -> int:
        """Give the last seq recorded by a moment."""
        if recorded_by is None:
            return len(self._entries)
        return sum(entry.recorded_at <= recorded_by for entry in self._entries)

    def text(self, document: Digest, version: str) -> Text:
        """Give a stored text."""
        try:
            return self._texts[document, version]
        except KeyError:
            raise UnknownText(document, version) from None

    def versions(self, document: Digest) -> tuple[str, ...]:
        """Give the text versions held of a document."""
        return tuple(version for held, version in self._texts if held == document)

    def state(self, finding: Digest, *, recorded_by: str | None = None) -> State:
        """Say how a finding stood."""
        told = list(self.entries(subject=finding, recorded_by=recorded_by))
        for projected in self._projected(told[0].document if told else None, recorded_by):
            if projected.state.finding == finding:
                return projected.state
        raise UnknownFinding(finding, recorded_by)

    def _projected(self, document: Digest | None, recorded_by: str | None) -> tuple[Projected, ...]:
        if document is None:
            return ()
        return of_document(self.entries(document=document, recorded_by=recorded_by))

    def rows(self, query: Query) -> Iterator[Row]:
        """List findings as they stood."""
        documents = dict.fromkeys(
            entry.document for entry in self.entries(recorded_by=query.recorded_by) if entry.kind in ABOUT
        )
        found = [
            (p, sure)
            for document in documents
            if query.document in {None, document}
            for p in self._projected(document, query.recorded_by)
            if (sure := _asked(query, p)) is not None
        ]
        found.sort(key=lambda pair: (_happened(pair[0]) if query.order == "happened" else (), _order(pair[0])))
        stop = None if query.limit is None else query.offset + query.limit
        for p, sure in found[query.offset : stop]:
            yield Row(
                finding=p.state.finding,
                entry=p.state.entry,
                state=p.state,
                published=p.published,
                happened=p.happened,
                certainty="certain" if sure == "certain" else "possible",
            )

    def counts(self, query: Query) -> Counts:
        """Count findings as they stood."""
        whole = dataclasses.replace(query, limit=None, offset=0)
        tally = Counter(row.state.standing for row in self.rows(whole))
        by_state = tuple((name, tally[name]) for name in STATES if tally[name])
        return Counts(total=tally.total(), unconfirmed=tally["proposed"], by_state=by_state)

    def values(self, role: str, *, recorded_by: str | None = None) -> tuple[tuple[str, int], ...]:
        """Give each value of a role with how many findings have it."""
        tally: Counter[str] = Counter()
        for document in dict.fromkeys(entry.document for entry in self._entries):
            for p in self._projected(document, recorded_by):
                if _stands(Query(), p):
                    tally.update(value for name, value in p.keys if name == role)
        return tuple(sorted(tally.items(), key=lambda pair: (-pair[1], pair[0])))

    def search(self, words: str, *, limit: int = 100, recorded_by: str | None = None) -> Iterator[Hit]:
        """Find passages that hold all words."""
        terms = searching.terms(words)
        found = 0
        for row in self.rows(Query(kinds=("passage",), recorded_by=recorded_by)):
            payload = row.entry.payload or {}
            marks = searching.marks(terms, str(payload["quote"]))
            if marks is None or found >= limit:
                continue
            start, end = searching.span(payload)
            try:
                text = self.text(row.entry.document or Digest(""), str(payload["version"]))
            except UnknownText:  # it was expunged, and the passage was left
                continue
            found += 1
            yield Hit(
                finding=row.finding,
                anchor=anchor(text, start, end),
                marks=tuple((start + a, start + b) for a, b in marks),
            )

    def verify(self, progress: Progress | None = None) -> Verified:
        """Hold every entry, text and quote against its seal."""
        verifier = Verifier("ledger in memory", self.text)
        return verifier.verify((raw(entry) for entry in self._entries), len(self._entries), progress)

    def close(self) -> None:
        """Let go of everything."""
        self._entries.clear()
        self._places.clear()
        self._texts.clear()

    def __enter__(self) -> Self:
        """Give the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _stands(query: Query, p: Projected) -> bool:
    states = query.states or ("proposed", "confirmed", "added")
    return p.state.standing in states and (query.superseded or not p.state.superseded)


def _asked(query: Query, p: Projected) -> str | None:
    if not _stands(query, p) or (query.kinds and p.kind not in query.kinds):
        return None
    if not set(query.keys) <= set(p.keys):
        return None
    if query.within is not None and not (p.start < query.within[1] and query.within[0] < p.end):
        return None
    return certainty(query, p.published, p.happened)


def _happened(p: Projected) -> tuple[int, ...]:
    return (UNDATED, UNDATED) if p.happened is None else (p.happened.earliest, p.happened.latest)


def _order(p: Projected) -> tuple[int, str, int, int, str]:
    published = UNDATED if p.published is None else p.published.earliest
    return published, p.state.entry.document or "", p.start, p.end, p.state.finding
