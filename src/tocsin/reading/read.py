# SPDX-License-Identifier: Apache-2.0
"""Reading on one page: a text laid out once, then each layer over it, then every finding anchored to the text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.tenures import tenures_by
from tocsin.reading import citations, claims, markup, views, warnings
from tocsin.reading.asks import finder as asks
from tocsin.reading.cards import cards, fullnames, languages
from tocsin.reading.constructions import Construction
from tocsin.reading.dating import checks, issued
from tocsin.reading.drafts import Draft
from tocsin.reading.explaining import Explained, explain
from tocsin.reading.layout import blocks, boilerplate, wraps
from tocsin.reading.lexicon import Lexicon
from tocsin.reading.naming import holders, names, partial
from tocsin.reading.patterns import late
from tocsin.reading.quantities import finder as quantities
from tocsin.reading.tables import finder as tables
from tocsin.reading.tables.grids import grid
from tocsin.reading.times import finder as times
from tocsin.records.findings import Card, Finding, Passage
from tocsin.records.problems import Problem
from tocsin.records.texts import Part, Text

READER = "reader/1"
"""Name and number of this reader; it belongs to the reading run."""

CONSTRUCTIONS: tuple[Construction, ...] = (
    *times.CONSTRUCTIONS,
    *citations.CONSTRUCTIONS,
    *quantities.CONSTRUCTIONS,
    *asks.CONSTRUCTIONS,
    *warnings.CONSTRUCTIONS,
    *claims.CONSTRUCTIONS,
)
"""Every construction, in the order its layer is read."""

_F = TypeVar("_F", bound=Finding)

_MEMBERS: dict[type[Finding], tuple[str, ...]] = {}
"""The members of each kind of finding: to ask the class for each finding takes half the time of a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The card of a text and its findings, sorted by start, end, kind; offsets are the text's.

    `notes` tell what its times say against each other; `where` is the span. Nothing is decided by them.
    """

    card: Card
    findings: tuple[Finding, ...]
    notes: tuple[Problem, ...] = ()


class Reader:
    """Reads texts with one catalogue; building it compiles the catalogue's names and cues, so keep it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._furniture = boilerplate.furniture(catalogue)
        self._lexicon = Lexicon(
            {
                "actor": names.actor_patterns(catalogue),
                "demonym": names.demonym_patterns(catalogue),
                "group": names.group_patterns(catalogue),
                "place": names.place_patterns(catalogue),
                "force": asks.patterns(catalogue),
                "ask": asks.cues(catalogue),
                "law": citations.patterns(catalogue),
                "lawbody": citations.body_patterns(catalogue),
                "number": quantities.patterns(),
                "time": times.patterns(),
                **claims.layers(catalogue),
                **warnings.layers(catalogue),
            }
        )

    def read(self, text: Text, *, given: str | None = None, told: Card | None = None) -> Reading:
        """Read a text; `given` is the date (EDTF) that a person says it was issued, `told` the card as a person has it.

        What is found is found with the card as told: who asks where the issuer does, which day "yesterday" is. The
        card that is given back is the one that was read. A table whose columns the catalogue knows is read row by row;
        any other is read as what is written in it.
        """
        laid = grid(text, self.catalogue)
        if laid is not None:
            table = tables.read(text, laid, self.catalogue, given)
            return Reading(card=table.card, findings=table.findings, notes=table.notes)
        return self._read(self._laid_out(text), given, told)

    def main(self, text: Text) -> tuple[tuple[int, int], ...]:
        """Give the spans of the main text: what its format calls main, or all of it, less what is boilerplate."""
        draft = self._laid_out(text)
        place, until = draft.view.place, draft.view.until
        if not text.main:
            kept = (block for block in draft.blocks if block.role != "boilerplate")
            spans = [(place(block.start), until(block.end)) for block in kept]
            return tuple(piece for span in spans for piece in _less(span, draft.holes))
        added = [(place(block.start), until(block.end)) for block in draft.blocks if block.role == "boilerplate"]
        pieces = (piece for span in text.main for piece in _less(span, added))
        return tuple((start, end) for start, end in pieces if any(map(str.isalpha, text.content[start:end])))

    def explain(self, text: Text, at: int | None = None, *, given: str | None = None) -> tuple[Explained, ...]:
        """Explain the sentences of a text, or the one that holds the offset `at`."""
        draft = self._laid_out(text)
        return tuple(explain(draft, self._read(draft, given).findings, CONSTRUCTIONS, at))

    def sentences(self, text: Text) -> tuple[tuple[int, int, str], ...]:
        """Give the sentences of a text: start, end, role of the passage they stand in."""
        draft = self._laid_out(text)
        place = draft.view.place
        return tuple(
            (place(start), draft.view.until(end), block.role)
            for index, block in enumerate(draft.blocks)
            for start, end in draft.sentences(index)
        )

    def _laid_out(self, text: Text) -> Draft:
        view = markup.bare(views.view(text.content))
        laid = blocks.find(view.content, _seen(text.parts, view), furniture=self._furniture)
        unfolded = view
        view, laid, holes = wraps.fold(view, laid)
        hits = self._lexicon.scan(view.content)
        hits["actor"] = partial.whole(view.content, hits["actor"], self.catalogue)
        return Draft(
            text=text,
            view=view,
            catalogue=self.catalogue,
            blocks=laid,
            hits=hits,
            holes=tuple((unfolded.place(hole.start), unfolded.until(hole.end)) for hole in holes),
        )

    def _read(self, draft: Draft, given: str | None, person: Card | None = None) -> Reading:
        mentioned = times.mentions(draft)
        dated = issued.find(draft, mentioned, given)
        own = card = cards.opened(draft, dated)
        if person is not None:
            dated = issued.find(draft, mentioned, person.issued)
            card = dataclasses.replace(card, genre=person.genre, issuers=person.issuers, issued=person.issued)
        found: list[Finding] = []
        unread = languages.unread(card.language)
        notes: tuple[Problem, ...] = (unread,) if unread else ()
        if unread is None:
            told = times.resolved(draft, mentioned, dated.edtf)
            timed = times.listed(told)
            notes = tuple(checks.contradictions(draft, told, dated.edtf))
            cited = citations.find(draft, timed)
            counted = quantities.find(draft, (*timed, *cited))
            asked = asks.find(draft, card, timed, cited)
            card = cards.closed(card, asked, draft)
            own = card if person is None else cards.closed(own, asked, draft)
            warned = warnings.find(draft, card)
            claimed = claims.find(draft, card, timed, counted, asked, cited)
            held = tenures_by(self.catalogue)
            card, own = holders.card(card, held), holders.card(own, held)
            found += [*timed, *cited, *counted, *holders.bound((*asked, *warned, *claimed), held, card.issued)]
        card = fullnames.told(own, draft)
        anchored = [*_passages(draft)] + [_anchored(finding, draft) for finding in found]
        anchored.sort(key=_order)
        evidence = tuple((draft.view.place(start), draft.view.until(end)) for start, end in card.evidence)
        return Reading(card=dataclasses.replace(card, evidence=evidence), findings=tuple(anchored), notes=notes)


def _seen(parts: tuple[Part, ...], view: views.View) -> tuple[Part, ...]:
    """Give the parts of a text where they lie in its view."""
    if view.offsets is None:
        return parts
    return tuple(dataclasses.replace(part, start=view.seen(part.start), end=view.seen(part.end)) for part in parts)


def _less(span: tuple[int, int], taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give what is left of a span without stretches that are taken, given in order."""
    at, until = span
    for start, end in taken:
        if at < end and start < until:
            if at < start:
                yield at, start
            at = end
    if at < until:
        yield at, until


_CLOSES = late(r"\]\([^)\s]*\)[*_]*(?=[ \t]*(?:\n|\Z))")
"""Where a link's words end a line of a site, its address behind them, which is cut from the view."""


def _passages(draft: Draft) -> Iterator[Finding]:
    """Give the blocks as passages, parted where a page's end stands inside."""
    for block in draft.blocks:
        begun, ended = draft.view.place(block.start), draft.view.until(block.end)
        if block.role == "boilerplate":
            closed = _CLOSES.match(draft.text.content, ended)
            ended = closed.end() if closed else ended
        for start, end in _less((begun, ended), draft.holes):
            words = draft.text.content[start:end]
            first = start + len(words) - len(words.lstrip())
            yield _passage(draft, first, first + len(words.strip()), block.role)
    for start, end in draft.holes:
        yield _passage(draft, start, end, "boilerplate")


def _passage(draft: Draft, start: int, end: int, role: str) -> Finding:
    return Passage(start=start, end=end, quote=draft.text.content[start:end], by=f"passage.{role}", role=role)


def _anchored(finding: _F, draft: Draft) -> _F:
    start, end = draft.view.place(finding.start), draft.view.until(finding.end)
    kind = type(finding)
    if kind not in _MEMBERS:
        anchored = {"start", "end", "quote"}
        _MEMBERS[kind] = tuple(member.name for member in dataclasses.fields(kind) if member.name not in anchored)
    values = {name: getattr(finding, name) for name in _MEMBERS[kind]}
    return kind(start=start, end=end, quote=draft.text.content[start:end], **values)


def _order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.start, finding.end, finding.kind, finding.by
