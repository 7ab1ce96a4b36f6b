# SPDX-License-Identifier: Apache-2.0
"""The wordings of documents, as far as a query's clocks allow: outlines of all, main words of those that matter.

What is drawn from a text is kept while the process runs, by the text's id: a stored text never changes. What rests on
what is said of a document (its boilerplate) is kept until something more is said of it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.parts import Parts
from tocsin.ledger.projections import of_document
from tocsin.ledger.queries import Query
from tocsin.linking.copies import Shared, of_row, shared
from tocsin.linking.crews import crew, elsewhere, made
from tocsin.linking.designations import HEAD
from tocsin.linking.shingles import LENGTH, Body, Shingled, body
from tocsin.linking.sketches import Meeting, Outline, Sketches
from tocsin.records.ids import Digest

_MOST = 200_000
"""Outlines that a process keeps; when there are more, it begins anew."""
_MOST_SHARED = 1_000_000
"""Pairs of which is kept what they share; when there are more, it begins anew."""
_BODIES = 4096
"""Texts of which the main words are held ready."""
_SKETCHED = 2
"""Clocks of which the sketches are kept."""
_PORTION = 500
"""Texts or pairs that a crew is given at a time."""


@dataclass(slots=True, eq=False)
class _Version:
    """A document's newest text, for as long as nothing more is said of the document."""

    name: str
    seq: int
    without: tuple[tuple[int, int], ...] | None = None


_VERSIONS: Parts[_Version] = Parts(4)
_OUTLINES: dict[tuple[Digest, str], tuple[Outline, str]] = {}
_SHARED: dict[tuple[_Version, _Version], Shared] = {}
_HELD: OrderedDict[_Version, Body] = OrderedDict()
_SKETCHES: OrderedDict[tuple[str | None, int | None], tuple[list[tuple[Digest, str]], Sketches]] = OrderedDict()


class Wordings:
    """The newest texts of documents that were recorded by then; a text that was expunged is left out."""

    def __init__(self, ledger: Ledger, query: Query, documents: Container[Digest]) -> None:
        self._ledger = ledger
        self._recorded_by = query.recorded_by
        self._published_by = query.published_by
        self._documents = documents

    @cached_property
    def _versions(self) -> Mapping[Digest, _Version]:
        found = _VERSIONS.get(self._ledger, self._recorded_by, self._newest)
        held = ((document, version) for document, version in found.items() if document in self._documents)
        return dict(sorted(held, key=lambda item: item[1].seq))

    def _newest(self, documents: Collection[Digest] | None) -> Mapping[Digest, _Version]:
        found: dict[Digest, _Version] = {}
        for document in (None,) if documents is None else documents:
            for entry in self._ledger.entries(kind="text", document=document, recorded_by=self._recorded_by):
                if entry.document is not None and entry.payload is not None:
                    found[entry.document] = _Version(str(entry.payload["version"]), entry.seq)
        return found

    @cached_property
    def versions(self) -> Mapping[Digest, str]:
        """Each document's newest text version, in the order in which they were recorded."""
        return {document: version.name for document, version in self._versions.items()}

    @cached_property
    def outlines(self) -> Mapping[Digest, Outline]:
        """The outline of each text, furniture and all."""
        lacking = [key for key in self.versions.items() if key not in _OUTLINES]
        if len(_OUTLINES) + len(lacking) > _MOST:
            _OUTLINES.clear()
            lacking = [*self.versions.items()]
        portions = [lacking[start : start + _PORTION] for start in range(0, len(lacking), _PORTION)]
        with crew(len(portions)) as several:
            read: list[list[tuple[tuple[Digest, str], str]]] = []
            for number, found in enumerate(several.do("outlines", self._contents(portions, read))):
                for (key, head), values in zip(read[number], found, strict=True):
                    _OUTLINES[key] = made(values), head
        return {key[0]: _OUTLINES[key][0] for key in self.versions.items() if key in _OUTLINES}

    def _contents(
        self, portions: Iterable[Iterable[tuple[Digest, str]]], read: list[list[tuple[tuple[Digest, str], str]]]
    ) -> Iterator[list[str]]:
        """Give texts portion by portion; tell in `read` whose they are, and how they begin."""
        for portion in portions:
            held = [(key, content) for key in portion if (content := self._content(key)) is not None]
            read.append([(key, content[:HEAD]) for key, content in held])
            yield [content for _, content in held]

    def _content(self, key: tuple[Digest, str]) -> str | None:
        try:
            return self._ledger.text(*key).content
        except UnknownText:
            return None

    def met(self) -> list[Meeting]:
        """Give the pairs of texts that are worth measuring; of what came since this was last asked, only its pairs."""
        names = [(document, self.versions[document]) for document in self.outlines]
        clocks = self._recorded_by, self._published_by
        before, sketches = _SKETCHES.pop(clocks, ([], Sketches()))
        if before != names[: len(before)]:
            before, sketches = [], Sketches()
        lacking = {document: self.outlines[document] for document, _ in names[len(before) :]}
        with crew(len(lacking) // _PORTION) as several:
            sketches.add(lacking, elsewhere(several) if len(lacking) > 2 * _PORTION else None)
        _SKETCHES[clocks] = names, sketches
        while len(_SKETCHES) > _SKETCHED:
            _SKETCHES.popitem(last=False)
        return sketches.meetings()

    def now(self, document: Digest) -> Hashable:
        """Give what stands for a document as it is: it is another after something more was said of it."""
        return self._versions[document]

    def head(self, document: Digest) -> str:
        """Give the beginning of a text that has an outline."""
        return _OUTLINES[document, self.versions[document]][1]

    def body(self, document: Digest) -> Body:
        """Give a text's main words: all but its boilerplate."""
        version = self._versions[document]
        held = _HELD.pop(version, None)
        if held is None:
            held = body(self._ledger.text(document, version.name).content, self._without(document))
        _HELD[version] = held
        while len(_HELD) > _BODIES:
            _HELD.popitem(last=False)
        return held

    def _shingled(self, document: Digest) -> Shingled:
        """Give the shingles of a text's main words; where all of it is main words, they are its outline's."""
        if self._without(document):
            return self.body(document)
        shingles = self.outlines[document].shingles
        return Shingled(shingles, len(shingles) + LENGTH - 1)

    def _without(self, document: Digest) -> tuple[tuple[int, int], ...]:
        version = self._versions[document]
        if version.without is None:
            version.without = tuple(_apart(sorted(self._boilerplate(document, version.name))))
        return version.without

    def shared(self, first: Digest, second: Digest) -> Shared:
        """Give what two texts share."""
        key = self._versions[first], self._versions[second]
        if key not in _SHARED:
            _SHARED[key] = shared(self.body(first), self.body(second))
        return _SHARED[key]

    def measure(self, pairs: Sequence[tuple[Digest, Digest]]) -> list[Shared]:
        """Give what each of many pairs shares."""
        if len(_SHARED) + len(pairs) > _MOST_SHARED:
            _SHARED.clear()
        lacking = [pair for pair in pairs if self._keyed(pair) not in _SHARED]
        portions = [lacking[start : start + _PORTION] for start in range(0, len(lacking), _PORTION)]
        with crew(len(portions)) as several:
            given = map(self._portion, portions)
            for portion, found in zip(portions, several.do("sharings", given), strict=True):
                _SHARED.update((self._keyed(pair), of_row(row)) for pair, row in zip(portion, found, strict=True))
        return [_SHARED[self._keyed(pair)] for pair in pairs]

    def _keyed(self, pair: tuple[Digest, Digest]) -> tuple[_Version, _Version]:
        return self._versions[pair[0]], self._versions[pair[1]]

    def _portion(self, pairs: Sequence[tuple[Digest, Digest]]) -> tuple[list[tuple[bytes, int]], list[tuple[int, int]]]:
        names = list(dict.fromkeys(name for pair in pairs for name in pair))
        place = {name: number for number, name in enumerate(names)}
        bodies = map(self._shingled, names)
        texts = [(held.shingles.tobytes(), len(held)) for held in bodies]
        return texts, [(place[first], place[second]) for first, second in pairs]

    def _boilerplate(self, document: Digest, version: str) -> Iterator[tuple[int, int]]:
        # A document's own entries are at hand by an index; a listing of its passages would search the whole ledger.
        found = self._ledger.entries(kind="finding", document=document, recorded_by=self._recorded_by)
        if not any((entry.payload or {}).get("role") == "boilerplate" for entry in found):
            return
        for passage in of_document(list(self._ledger.entries(document=document, recorded_by=self._recorded_by))):
            payload = passage.state.entry.payload or {}
            stands = not passage.state.superseded and passage.state.standing not in {"rejected", "corrected"}
            if stands and payload.get("role") == "boilerplate" and payload.get("version", version) == version:
                yield passage.start, passage.end


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in spans:
        if end > last:
            yield max(start, last), end
            last = end
