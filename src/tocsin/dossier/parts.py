# SPDX-License-Identifier: Apache-2.0
"""Parts of a dossier that every kind of it has: what was told, warned of, asked, on which law; method and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.compositions import (
    Items,
    Paragraph,
    Run,
    Section,
    Sentence,
    Source,
    Table,
    cells,
    own,
    paragraph,
)
from tocsin.dossier.first_mentions import FirstMentions
from tocsin.dossier.listings import instrument_names, law, timeline
from tocsin.dossier.notes import Notes
from tocsin.dossier.wordings import STATES, counted
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, spoken
from tocsin.linking.voices import Voices
from tocsin.records.dates import worded
from tocsin.records.findings import Ask, Claim, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every part is written from: the catalogue's names, the notes, the voices, the number of documents."""

    catalogue: Catalogue
    notes: Notes
    voices: Voices
    documents: int
    places: FirstMentions

    def voiced(self, rows: Iterable[Listed]) -> str:
        """Count rows by voice, with the raw count beside it."""
        held = list(rows)
        voices = {self.voices.of_finding(row) for row in held}
        return f"{counted(len(voices), 'voice')} in {counted(len(held), 'passage')}"

    def among(self) -> str:
        """Say which documents an absence holds for."""
        return f"among the {counted(self.documents, 'document')} of this ledger"


def told(desk: Desk, rows: Iterable[Listed], whom: str) -> Section:
    """Write what was said to have happened, in the order in which it happened; what has no date comes last."""
    rows = list(rows)
    dated = timeline(rows)
    undated = [row for row in rows if isinstance(row.finding, Claim) and not row.finding.when]
    blocks = _paragraphs(desk, dated) or (paragraph(f"No claim with a date {desk.among()}."),)
    late = Section(key="told-undated", title="Without a date", blocks=_paragraphs(desk, undated))
    return Section(key="told", title=f"What {whom} was told", blocks=blocks, sections=(late,) if undated else ())


def _paragraphs(desk: Desk, rows: Sequence[Listed]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(sentences=(stated(desk, row),)) for row in rows)


def stated(desk: Desk, row: Listed) -> Sentence:
    """Write one finding: when, what kind of thing, who says so, in which words, how it stands."""
    finding = row.finding
    when = worded(finding.when if isinstance(finding, Claim) else row.shelved.card.issued)
    said = (
        Run(f"{when} · "),
        Run(label(desk.catalogue, finding), "name"),
        Run(f"{_details(desk, finding)}. "),
        Run(speaker(row), "who"),
        Run(f" {'asks' if isinstance(finding, Ask) else 'states'}: "),
        Run(" ".join(finding.quote.split()), "quote"),
        Run(f" {STATES[row.row.state.standing]}", "soft"),
    )
    return Sentence(runs=said, notes=(desk.notes.of(row),), possible=row.row.certainty == "possible")


def label(catalogue: Catalogue, finding: object) -> str:
    """Name what a finding is of, in the catalogue's words."""
    if isinstance(finding, Claim):
        act = catalogue.acts.get(finding.act)
        return f"{act.name if act else finding.act} ({finding.mode})"
    if isinstance(finding, Warning):
        harm = catalogue.harms.get(finding.harm)
        named = harm.name if harm else finding.harm
        return f"{named}, {finding.horizon}" if finding.horizon else named
    if isinstance(finding, Ask):
        force = finding.force or "implied"
        return f"{force} (told again)" if finding.reported else force
    return str(getattr(finding, "kind", ""))


def _details(desk: Desk, finding: object) -> str:
    """Say whom and where a finding names, beside its words."""
    if isinstance(finding, Claim):
        named = [(" by ", finding.actors), (" against ", finding.targets), (" at ", finding.places)]
        return "".join(f"{word}{desk.places.all(parties)}" for word, parties in named if parties)
    if isinstance(finding, Warning) and finding.places:
        return f" at {desk.places.all(finding.places)}"
    if isinstance(finding, Ask) and finding.by_when:
        return f", by {worded(finding.by_when)}"
    return ""


def speaker(row: Listed) -> str:
    """Name who says a thing, by the source's own name."""
    finding = row.finding
    parties: tuple[Party, ...] = ()
    if isinstance(finding, Claim | Warning):
        parties = finding.speakers[-1:]
    elif isinstance(finding, Ask):
        parties = finding.askers
    return spoken(parties) or row.shelved.issuers


def warned(desk: Desk, rows: Sequence[Listed], whom: str) -> Section:
    """Write what was warned of, in order of publication."""
    blocks = _paragraphs(desk, rows) or (paragraph(f"No warning {desk.among()}."),)
    return Section(key="warned", title=f"What {whom} was warned of", blocks=blocks)


def asked(desk: Desk, rows: Iterable[Listed], whom: str) -> Section:
    """Write what was asked, document by document, in each document's own order."""
    groups: dict[Digest, list[Listed]] = {}
    for row in rows:
        groups.setdefault(row.shelved.document, []).append(row)
    under = tuple(
        Section(
            key=f"asked-{number}",
            title=f"{worded(items[0].shelved.card.issued)} · {items[0].shelved.title}",
            blocks=(Items(items=tuple(_ask(desk, row) for row in items), ordered=True),),
        )
        for number, items in enumerate(groups.values(), start=1)
    )
    none = () if under else (paragraph(f"No ask addressed to {whom} {desk.among()}."),)
    return Section(key="asked", title=f"What {whom} was asked", blocks=none, sections=under)


def _ask(desk: Desk, row: Listed) -> Sentence:
    said = stated(desk, row)
    to = spoken(row.finding.addressees) if isinstance(row.finding, Ask) else ""
    runs = (
        Run(speaker(row), "who"),
        Run(" · "),
        Run(label(desk.catalogue, row.finding), "name"),
        Run(f" {to}" if to else "", "who"),
        Run(f"{_details(desk, row.finding)}: "),
        *said.runs[5:],
    )
    return Sentence(runs=runs, notes=said.notes, possible=said.possible)


def on_law(desk: Desk, rows: Iterable[Listed]) -> Section:
    """Write which instruments are cited, where in them, and by whom."""
    groups = law(rows, instrument_names(desk.catalogue))
    if not groups:
        return Section(key="law", title="On which law", blocks=(paragraph(f"No instrument is cited {desk.among()}."),))
    table = Table(
        columns=("Instrument", "Where in it", "Cited by"),
        rows=tuple(
            cells(
                group.name,
                ", ".join(group.pinpoints),
                Sentence(
                    runs=(Run(", ".join(dict.fromkeys(row.shelved.issuers for row in group.citations)), "who"),),
                    notes=desk.notes.all(group.citations),
                ),
            )
            for group in groups
        ),
    )
    return Section(key="law", title="On which law", blocks=(table,))


METHOD = """\
Each finding was proposed by a reader of named constructions, or added by a person, and points to words of its source.
“Proposed” means that nobody has confirmed it yet.
What is stated is stated by the source named; this record makes no finding of fact.
A voice is a text, however often it was printed: counts are by voice, with the number of passages beside them.
Dates are those that the documents give themselves or that follow from their words.
“Possible” marks a date whose bounds reach past the day asked for.
A statement that something is absent holds for the documents of this ledger only.
"""
"""What every dossier says of how it was made."""


def method(desk: Desk) -> Section:
    """Write how the record was made and what it cannot say."""
    lines = counted(len(desk.notes.notes), "cited line")
    still = f"Not yet confirmed by a person: {desk.notes.unconfirmed} of {lines}."
    return Section(
        key="method",
        title="Method and limits",
        blocks=(paragraph(*METHOD.splitlines(), still),),
    )


def sources(held: Iterable[Source], *, head_seq: int, head_chain: Digest) -> Section:
    """Write the documents that the record rests on, with their digests, and the head of the ledger."""
    return Section(
        key="sources",
        title="Sources",
        blocks=(
            Items(items=tuple(_source(one) for one in held)),
            Paragraph(
                sentences=(Sentence(runs=(Run(f"Head of the ledger: entry {head_seq}, "), Run(head_chain, "code"))),)
            ),
        ),
    )


def _source(one: Source) -> Sentence:
    carried = f", carried by {one.carriers}" if one.carriers else ""
    runs = (
        Run(f"{one.issued} · "),
        Run(one.title, "name"),
        Run(f" — {one.issuers}{carried}. "),
        Run(f"{one.name} ", "soft"),
        Run(one.document, "code"),
    )
    return Sentence(runs=runs)


def source(item: Shelved) -> Source:
    """Make the row of a document."""
    return Source(
        document=item.document,
        issued=worded(item.card.issued),
        title=item.title,
        issuers=item.issuers,
        carriers=item.carriers,
        name=item.source.rpartition("/")[2],
    )


def clocks(query: Query, documents: int) -> str:
    """Say which documents a record is drawn from, by the clocks asked for."""
    said = [f"From the {counted(documents, 'document')} of this ledger"]
    if query.happened_from is not None:
        said.append(f"on what happened from {date.fromordinal(query.happened_from).isoformat()}")
    if query.happened_to is not None:
        said.append(f"on what happened until {date.fromordinal(query.happened_to).isoformat()}")
    if query.published_by is not None:
        said.append(f"published by {date.fromordinal(query.published_by).isoformat()}")
    if query.recorded_by is not None:
        said.append(f"recorded by {query.recorded_by}")
    return ", ".join(said) + "."


def summary(rows: Sequence[tuple[str, str]], *said: Sentence | str) -> Section:
    """Write the counts, each a row, and what stands under them."""
    table = Table(columns=("", "Count"), rows=tuple(cells(*row) for row in rows), numbers=frozenset({1}))
    under = (Paragraph(sentences=tuple(own(one) if isinstance(one, str) else one for one in said)),) if said else ()
    return Section(key="summary", title="Summary", blocks=(table, *under))
