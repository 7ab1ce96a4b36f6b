# SPDX-License-Identifier: Apache-2.0
"""The pages of voices: the independent texts behind the documents, the copies of each, and where two copies differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tocsin.desk.people import NotInLedger
from tocsin.ledger.shelf import Shelved
from tocsin.linking.copy_kinds import Copy, VoiceCard, voice_cards
from tocsin.linking.voices import voices as grouped
from tocsin.linking.word_diffs import Change, word_diff
from tocsin.linking.wordings import Wordings
from tocsin.records.ids import Digest
from tocsin.web.pages import Page
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.reading import named
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, box, seen

PER_PAGE, COPIES, UNCHANGED = 25, 40, 24
"""Voices that a page shows, copies of each; words at most that an unchanged stretch of a diff shows."""
LONGEST = 20_000
"""Words that are compared at most: a diff of more takes longer than a page may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document of a voice: what it is to the earliest, and why."""

    document: Digest
    title: str
    issued: str
    issuers: str
    kind: str
    why: str
    possible: bool
    diff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """A voice: its documents, the earliest first, and those of other voices that carry it."""

    id: Digest
    documents: tuple[DocumentRow, ...]
    many: int
    signatories: int | None
    carried_in: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesPage(Page):
    """The voices of the ledger."""

    template: ClassVar[str] = "voices.html"
    section: ClassVar[str] = "documents"
    asking: Asking
    rows: tuple[VoiceRow, ...]
    documents: int
    voices: int
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of two texts: the same, or what stands in either; `gap` words of it are left out."""

    same: str
    gap: int
    rest: str
    first: str
    second: str
    at_first: tuple[int, int]
    at_second: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffPage(Page):
    """Where two copies differ, word by word."""

    template: ClassVar[str] = "diff.html"
    section: ClassVar[str] = "documents"
    first: DocumentRow
    second: DocumentRow
    stretches: tuple[Stretch, ...]
    changes: int
    too_long: bool


def _page(at: Visit, problem: str) -> VoicesPage:
    form = asking(at, problem, box(at, "copied", "only what is copied or carried"))
    cards: tuple[VoiceCard, ...] = ()
    documents = 0
    if not problem:
        cards, documents = at.view("voices", _made, masked=False)
    shown = [card for card in cards if "copied" not in at.asked or len(card.copies) > 1 or card.carried_in]
    pages = paging(at.request, total=len(shown), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    return VoicesPage(
        title="Voices and copies",
        asking=form,
        rows=tuple(_voice(at, card) for card in shown[first : first + PER_PAGE]),
        documents=documents,
        voices=len(cards),
        paging=pages,
    )


def _made(view: Visit) -> tuple[tuple[VoiceCard, ...], int]:
    found = grouped(view.ledger, view.clocks)
    return tuple(voice_cards(view.ledger, view.clocks, found)), len(found.voice_of)


def _voice(at: Visit, card: VoiceCard) -> VoiceRow:
    earliest = card.copies[0].shelved.document
    return VoiceRow(
        id=card.voice,
        documents=tuple(_copy(at, copy, earliest) for copy in card.copies[:COPIES]),
        many=len(card.copies),
        signatories=card.signatories,
        carried_in=tuple(_document(at, item) for item in card.carried_in[:COPIES]),
    )


def _copy(at: Visit, copy: Copy, earliest: Digest) -> DocumentRow:
    kind = "held for the same" if copy.kind == "held" else copy.kind
    pair = (_bare(earliest), _bare(copy.shelved.document))
    diff = "" if copy.kind == "earliest" else f"/voices/diff?first={pair[0]}&second={pair[1]}"
    why = "; ".join(copy.reasons)
    hidden = at.withholding
    return _document(
        at,
        copy.shelved,
        kind=kind,
        why=why if hidden is None else hidden.masked(copy.shelved.document, why),
        diff=diff,
    )


def _bare(name: Digest) -> str:
    return name.removeprefix("sha256:")


def _document(at: Visit, item: Shelved, *, kind: str = "", why: str = "", diff: str = "") -> DocumentRow:
    shown = at.shown(item)
    return DocumentRow(
        document=item.document,
        title=shown.title,
        issued=shown.issued,
        issuers=shown.issuers,
        kind=kind,
        why=why,
        possible=item.certainty == "possible",
        diff=diff,
    )


def _diff(at: Visit, problem: str) -> DiffPage:
    del problem  # its address is no form: what is wrong in it is refused
    first, second = (named(at.asked.get(name, "")) for name in ("first", "second"))
    for name in (first, second):
        if name not in at.shelf or not at.ledger.versions(name):
            raise NotInLedger(name)
    changes = at.view(("diff", first, second), lambda view: _changes(view, first, second), masked=False)
    hidden = at.withholding

    def shown(name: Digest, words: str) -> str:
        return words if hidden is None else hidden.masked(name, words)

    return DiffPage(
        title="Where two texts differ",
        first=_document(at, at.shelf[first]),
        second=_document(at, at.shelf[second]),
        stretches=tuple(
            _stretch(
                change.kind, shown(first, change.first), shown(second, change.second), change.in_first, change.in_second
            )
            for change in changes or ()
        ),
        changes=sum(change.kind != "same" for change in changes or ()),
        too_long=changes is None,
    )


def _changes(view: Visit, first: Digest, second: Digest) -> tuple[Change, ...] | None:
    """Compare two texts; None where they are too long for a page."""
    texts = Wordings(view.ledger, view.clocks, view.shelf)
    bodies = texts.body(first), texts.body(second)
    if sum(len(body.words) for body in bodies) > LONGEST:
        return None
    contents = [view.ledger.text(name, texts.versions[name]).content for name in (first, second)]
    return tuple(word_diff((bodies[0], contents[0]), (bodies[1], contents[1])))


def _stretch(kind: str, first: str, second: str, at_first: tuple[int, int], at_second: tuple[int, int]) -> Stretch:
    same = kind == "same"
    words = first.split() if same else []
    gap = max(0, len(words) - UNCHANGED)
    half = UNCHANGED // 2
    return Stretch(
        same=" ".join(words[:half] if gap else words),
        gap=gap,
        rest=" ".join(words[-half:]) if gap else "",
        first="" if same else " ".join(first.split()),
        second="" if same else " ".join(second.split()),
        at_first=at_first,
        at_second=at_second,
    )


voices = seen(_page)
diff = seen(_diff)
