# SPDX-License-Identifier: Apache-2.0
"""Voices: which documents are copies or carriers of one text, and whose each finding is, so that each counts once.

1. Of documents a voice is a text, wherever and however often it was printed (`of`, `count`): reprints, excerpts,
   versions with changes and carriers of one text are one voice; a letter that many sign is one voice with many signers.
2. Of findings a voice is whoever speaks (`of_finding`, `count_findings`): all that one issuer says, in however many
   texts, is one voice, so that nobody corroborates himself. A text of several issuers is its first issuer's, one
   without an issuer speaks for itself.
3. A finding in the words of somebody whom a document quotes, or inside a stretch that a document carries, is that
   somebody's. Of two actors that people hold for one, and of a body and its organ, what they say is one voice. So the
   count of voices is rather too low than too high.
4. What the machine groups is a suggestion, computed anew each time; a person's word (`hold`) outweighs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking import lineages, wordings
from tocsin.linking.organs import one_voice
from tocsin.linking.reprints import Copied, copied
from tocsin.linking.ties import OneThing, Tie, Ties, ties
from tocsin.records.anchors import Anchor
from tocsin.records.entries import PERSON, Entry, NewEntry, actor_id
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_ANSWERS: Recollections[Voices] = Recollections(16)
_ONE: Recollections[Mapping[str, str]] = Recollections(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A stretch of a document that is another voice's, from its `document` (code points of the version, half-open)."""

    version: str
    start: int
    end: int
    voice: Digest
    document: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Which voice each document speaks with: a voice goes by its earliest document's digest.

    `groups` holds the documents of each voice, the earliest first. `copied` is what joined them, `ties` what
    people said about documents, `carried` the stretches of a document that are another voice's, `issuers` who speaks
    in each voice, `one` the actors that people hold for one, and the organs of a body.
    """

    voice_of: Mapping[Digest, Digest]
    groups: Mapping[Digest, tuple[Shelved, ...]] = field(default_factory=dict)
    copied: Copied | None = field(default=None, repr=False)
    ties: tuple[Tie, ...] = ()
    carried: Mapping[Digest, tuple[Carried, ...]] = field(default_factory=dict, repr=False)
    issuers: Mapping[Digest, Party] = field(default_factory=dict, repr=False)
    one: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, document: Digest) -> Digest:
        """Give the voice of a document; a document that nobody knows speaks for itself."""
        return self.voice_of.get(document, document)

    def count(self, documents: Iterable[Digest]) -> int:
        """Count the voices among documents."""
        return len({self.of(document) for document in documents})

    def of_finding(self, row: Listed) -> Digest:
        """Give the voice that speaks in a finding: whom the document quotes or carries there, else the document's.

        It goes by the `actor_id` of whoever speaks; where nobody is named, by the text.
        """
        speaker = self.speaker(row)
        if speaker is None:
            return self._of_row(row) or self.of(row.shelved.document)
        return actor_id(self.one.get(speaker.id, speaker.id))

    def speaker(self, row: Listed) -> Party | None:
        """Give who speaks in a finding, as the sources name it; None where nobody is named."""
        stretch = self._of_row(row)
        if stretch is not None:
            return self.issuers.get(stretch)
        return lineages.quoted(row, self.one) or self.issuers.get(self.of(row.shelved.document))

    def _of_row(self, row: Listed) -> Digest | None:
        """Give whose the stretch is that a finding stands in; of most documents, nothing is carried."""
        return self._of_stretch(_place(row)) if row.shelved.document in self.carried else None

    def _of_stretch(self, words: Anchor) -> Digest | None:
        for stretch in self.carried.get(words.document, ()):
            if stretch.version == words.version and stretch.start <= words.start and words.end <= stretch.end:
                return stretch.voice
        return None

    def of_words(self, words: Anchor) -> Digest:
        """Give the voice of words that are no finding: whom the document carries there, else its issuer."""
        return self._of_text(self._of_stretch(words) or self.of(words.document))

    def of_issuer(self, document: Digest) -> Digest:
        """Give the voice of a document's issuer, whatever else it issued; where none is named, the text's."""
        return self._of_text(self.of(document))

    def _of_text(self, voice: Digest) -> Digest:
        issuer = self.issuers.get(voice)
        return voice if issuer is None else actor_id(self.one.get(issuer.id, issuer.id))

    def count_findings(self, rows: Iterable[Listed]) -> int:
        """Count the voices that speak in findings."""
        return len({self.of_finding(row) for row in rows})

    def speakers(self, rows: Iterable[Listed]) -> frozenset[str]:
        """Give the ids of those who speak in findings; actors that people hold for one count once."""
        return frozenset(self.one.get(party.id, party.id) for row in rows for party in lineages.speakers(row))


def _place(row: Listed) -> Anchor:
    payload, finding = row.row.entry.payload or {}, row.finding
    return Anchor(
        document=row.shelved.document,
        version=str(payload.get("version")),
        start=finding.start,
        end=finding.end,
        quote=finding.quote,
    )


def voices(ledger: Ledger, query: Query, catalogue: Catalogue | None = None) -> Voices:
    """Group the documents that a query's published and recorded clocks allow; a page that asks ten times waits once.

    Whoever counts who speaks in findings names the catalogue, which says whose organs speak with whose voice.
    """
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    found = _ANSWERS.get(ledger, asked, lambda: _voices(ledger, asked))
    if catalogue is None:
        return found
    beside = catalogue.digest
    make = partial(one_voice, ledger, catalogue, recorded_by=query.recorded_by)
    return replace(found, one=_ONE.get(ledger, asked, make, beside=beside))


def _voices(ledger: Ledger, asked: Query) -> Voices:
    held = shelf(ledger, asked)
    texts = wordings.Wordings(ledger, asked, held)
    found = copied(held, texts)
    people = ties(ledger, recorded_by=asked.recorded_by)
    groups, voice_of = _groups(held, found, people)
    one = one_voice(ledger, None, recorded_by=asked.recorded_by)
    return Voices(
        voice_of=voice_of,
        groups=groups,
        copied=found,
        ties=people.about(held),
        carried=_carried(found, texts, voice_of),
        issuers=_issuers(groups),
        one=one,
    )


def _groups(
    held: Mapping[Digest, Shelved], found: Copied, people: Ties
) -> tuple[Mapping[Digest, tuple[Shelved, ...]], Mapping[Digest, Digest]]:
    several = people.groups(held, found.joined())
    place = {name: number for number, name in enumerate(held)}
    groups: dict[Digest, tuple[Shelved, ...]] = {}
    voice_of: dict[Digest, Digest] = {}
    for members in several:
        ordered = sorted(members, key=lambda name: (*_first(held[name]), place[name]))
        groups[ordered[0]] = tuple(held[name] for name in ordered)
        voice_of.update(dict.fromkeys(ordered, ordered[0]))
    return groups, voice_of


def _first(item: Shelved) -> tuple[bool, int, bool]:
    """Order texts by when they may have been published; of one day, the text itself before what carries it."""
    published = item.published
    return published is None, published.earliest if published else 0, bool(item.card.carriers)


def _carried(
    told: Copied, texts: wordings.Wordings, voice_of: Mapping[Digest, Digest]
) -> Mapping[Digest, tuple[Carried, ...]]:
    prints_of: dict[Digest, list[Digest]] = {}
    for name, stands in told.prints.items():
        prints_of.setdefault(stands, []).append(name)
    found: dict[Digest, list[Carried]] = {}
    for pair in told.told.carried:
        for carrier in prints_of[pair.first]:
            if voice_of[carrier] == voice_of[pair.second]:
                continue  # a person holds them for one
            held = texts.shared(carrier, pair.second)
            found.setdefault(carrier, []).extend(
                Carried(
                    version=texts.versions[carrier],
                    start=start,
                    end=end,
                    voice=voice_of[pair.second],
                    document=pair.second,
                )
                for start, end in _closed(texts.body(carrier).stretch(*run) for run in held.in_first)
            )
    return {name: tuple(stretches) for name, stretches in found.items()}


_GAP = 120
"""Code points between two shared stretches that are taken to be carried too: a sentence with a corrected word."""


def _closed(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    closed: list[tuple[int, int]] = []
    for start, end in spans:
        if closed and start - closed[-1][1] <= _GAP:
            closed[-1] = closed[-1][0], end
        else:
            closed.append((start, end))
    return closed


def _issuers(groups: Mapping[Digest, tuple[Shelved, ...]]) -> Mapping[Digest, Party]:
    """Give the first issuer that a voice's documents name, the earliest document first."""
    named = (
        (voice, next((item.card.issuers[0] for item in held if item.card.issuers), None))
        for voice, held in groups.items()
    )
    return {voice: issuer for voice, issuer in named if issuer is not None}


def hold(ledger: Ledger, first: Digest, second: Digest, *, same: bool, handle: str, reason: str) -> Entry:
    """Record that two documents are one text, or that the first is not the second's; `tocsin judge undo` withdraws it.

    Raises:
        OneThing: Both are one document.
    """
    if first == second:
        raise OneThing(first)
    new = NewEntry(
        kind="link",
        subject=first,
        document=first,
        author=PERSON + handle,
        basis="stated",
        payload={"relation": "same" if same else "different", "to": second, "reason": reason},
    )
    return ledger.append(Batch(entries=(new,))).entries[0]
