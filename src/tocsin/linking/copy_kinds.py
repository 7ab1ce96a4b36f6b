# SPDX-License-Identifier: Apache-2.0
"""Kinds of copies: what each document of a voice is to the earliest one held here, how alike, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.copies import Shared
from tocsin.linking.origin_texts import LEAST, WHOLE
from tocsin.linking.receipts import Step
from tocsin.linking.ties import Tie
from tocsin.linking.voices import Voices, voices
from tocsin.linking.wordings import Wordings
from tocsin.records.ids import Digest, Json
from tocsin.records.plurals import counted

KINDS = {
    "earliest": "the earliest text of the voice that this ledger holds",
    "reprint": "the same text, word for word but for what stands around it",
    "with changes": "the same text with words or numbers changed",
    "excerpt": "a part of the text",
    "carrier": "the text inside words of somebody else",
    "extract": "a part of the text inside words of somebody else",
    "held": "a person holds it for the same text",
}
"""What a document may be to the earliest text of its voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document of a voice: `kind` of `KINDS`, `of_text` the share of the earliest text's words that stand in it.

    `of_copy` is the share of its own words that stand in the earliest text; `reasons` say in words what was found.
    """

    shelved: Shelved
    kind: str
    of_text: float
    of_copy: float
    reasons: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "document": self.shelved.document,
            "source": self.shelved.source,
            "title": self.shelved.title,
            "issued": self.shelved.card.issued,
            "certainty": self.shelved.certainty,
            "issuers": [party.name for party in self.shelved.card.issuers],
            "carriers": [party.name for party in self.shelved.card.carriers],
            "kind": self.kind,
            "text_percent": round(100 * self.of_text),
            "copy_percent": round(100 * self.of_copy),
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceCard:
    """A voice: its documents, the earliest first; how many sign; the documents of other voices that carry its text."""

    voice: Digest
    copies: tuple[Copy, ...]
    signatories: int | None
    carried_in: tuple[Shelved, ...] = ()

    @property
    def id(self) -> Digest:
        """The digest of the earliest text, by which a voice goes."""
        return self.voice

    def receipt(self) -> Step:
        """Say which texts speak with this voice, and why each is held for a copy of the earliest."""
        steps = [
            Step(says=f"{copy.kind}: {'; '.join(copy.reasons)}" if copy.reasons else copy.kind, documents=(document,))
            for copy in self.copies
            for document in (copy.shelved.document,)
        ]
        carrying = "a document of another voice carries it"
        steps += [Step(says=carrying, documents=(item.document,)) for item in self.carried_in]
        return Step(says=f"one voice in {counted(len(self.copies), 'document')}", steps=tuple(steps), id=self.voice)

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "voice": self.voice,
            "documents": len(self.copies),
            "signatories": self.signatories,
            "copies": [copy.to_json() for copy in self.copies],
            "carried_in": [{"document": item.document, "source": item.source} for item in self.carried_in],
        }


def derived(ledger: Ledger, catalogue: Catalogue, query: Query) -> Iterator[VoiceCard]:
    """Give every voice, for whoever asks why."""
    del catalogue
    yield from voice_cards(ledger, query, voices(ledger, query))


def voice_cards(ledger: Ledger, query: Query, found: Voices) -> Iterator[VoiceCard]:
    """Describe voices, those of most documents first."""
    held = shelf(ledger, Query(published_by=query.published_by, recorded_by=query.recorded_by))
    texts = Wordings(ledger, query, held)
    carried_in: dict[Digest, dict[Digest, Shelved]] = {}
    for carrier, stretches in found.carried.items():
        for stretch in stretches:
            carried_in.setdefault(stretch.voice, {})[carrier] = held[carrier]
    for voice, members in sorted(found.groups.items(), key=lambda group: -len(group[1])):
        earliest, *others = members
        copies = [Copy(shelved=earliest, kind="earliest", of_text=1.0, of_copy=1.0)]
        copies += [_copy(texts, found, earliest, other) for other in others]
        signed = [item.card.signatories for item in members if item.card.signatories is not None]
        yield VoiceCard(
            voice=voice,
            copies=tuple(copies),
            signatories=max(signed, default=None),
            carried_in=tuple(carried_in.get(voice, {}).values()),
        )


def _copy(texts: Wordings, found: Voices, earliest: Shelved, other: Shelved) -> Copy:
    told = [_said(tie) for tie in found.ties if other.document in {tie.first, tie.second} and tie.relation == "same"]
    if not {earliest.document, other.document} <= texts.outlines.keys():
        return Copy(shelved=other, kind="held", of_text=0.0, of_copy=0.0, reasons=tuple(told))
    both = texts.shared(earliest.document, other.document)
    kind = _kind(both, carried=bool(earliest.card.carriers and other.card.carriers))
    reasons = [*_reasons(both), *told]
    through = None if both.of_first >= LEAST or both.of_second >= LEAST else _through(found, other)
    if through is not None:
        reasons.append(f"joined by way of {through}")
    elif kind == "held" and not told:
        reasons.append("joined by way of other documents of this voice")
    return Copy(shelved=other, kind=kind, of_text=both.of_first, of_copy=both.of_second, reasons=tuple(reasons))


def _kind(both: Shared, *, carried: bool) -> str:
    """Say what kind of copy shares this much; `carried`: both documents pass somebody else's text on."""
    whole, alone = both.of_first >= WHOLE, both.of_second >= WHOLE
    if whole and alone:
        return "with changes" if both.changed else "reprint"
    if max(both.of_first, both.of_second) < LEAST:
        return "held"
    if whole or (carried and not alone):
        return "carrier"
    return "excerpt" if alone else "extract"


def _reasons(both: Shared) -> Iterator[str]:
    if not both.words:
        return
    yield (
        f"{both.of_first:.0%} of the earliest text's words stand in it, "
        f"{both.of_second:.0%} of its words in the earliest"
    )
    yield f"longest stretch in common: {counted(both.longest, 'word')}"
    if both.changed:
        yield f"{counted(both.changed, 'word')} changed within what they share"


def _through(found: Voices, other: Shelved) -> str | None:
    """Name the document of its voice with which a document shares most."""
    best: tuple[float, str] | None = None
    for pair in found.copied.told.joined if found.copied else ():
        if other.document in {pair.first, pair.second}:
            name = pair.second if pair.first == other.document else pair.first
            held = next((item for item in found.groups[found.of(other.document)] if item.document == name), None)
            if held is not None and (best is None or pair.strength[0] > best[0]):
                best = pair.strength[0], held.source
    return best[1] if best else None


def _said(tie: Tie) -> str:
    reason = (tie.entry.payload or {}).get("reason")
    return f"{tie.entry.author} holds them for one text: {reason} (entry {tie.entry.id.removeprefix('sha256:')[:12]})"
