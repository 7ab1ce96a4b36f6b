# SPDX-License-Identifier: Apache-2.0
"""Parts that every dossier has: findings as cited sentences, warnings, law, sources, method, the summary's counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.compositions import (
    Block,
    Composition,
    Items,
    Paragraph,
    Run,
    Section,
    Sentence,
    Source,
    Table,
    cells,
    paragraph,
)
from tocsin.dossier.desks import Desk
from tocsin.dossier.listings import Cited, instrument_names, law
from tocsin.dossier.party_names import titled
from tocsin.dossier.wordings import STATES, TOWARDS
from tocsin.ledger.heads import head_at
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.linking.denials import denying
from tocsin.linking.lineages import speakers
from tocsin.records.dates import due, worded
from tocsin.records.entries import Head
from tocsin.records.findings import Ask, Claim, Warning  # noqa: A004 - the house's word
from tocsin.records.plurals import counted, verb

CITED = 6
"""Notes called at one place; how many more there are is said."""


def stated(desk: Desk, row: Listed) -> Sentence:
    """Write one finding: when, what kind of thing, who says so, in which words, how it stands."""
    finding = row.finding
    when = worded(finding.when, none="") if isinstance(finding, Claim) else worded(row.shelved.card.issued)
    said = (
        Run(f"{when} · " if when else ""),
        Run(label(desk.catalogue, finding), "name"),
        Run(f"{details(desk, finding)}. "),
        *tells(desk, row),
        Run(" ".join(finding.quote.split()), "quote"),
        *standing(row),
    )
    return Sentence(runs=said, notes=(desk.notes.of(row),), possible=row.row.certainty == "possible")


_TELLS = {"ask": "asks", "warning": "warns"}


def tells(desk: Desk, row: Listed) -> tuple[Run, ...]:
    """Say who tells a finding, whose paper tells it where that is another's, and how: states, denies, alleges, asks."""
    finding, said = row.finding, speakers(row)
    how = _TELLS.get(finding.kind, "states")
    if isinstance(finding, Claim) and finding.mode in {"denied", "alleged"}:
        how = denying(finding.quote) if finding.mode == "denied" else "alleges"
    issuers = {party.id for party in row.shelved.card.issuers}
    through = f", as told by {desk.issuer(row)}," if issuers and not issuers & {party.id for party in said} else ""
    return (
        Run(desk.speaker(row), "who"),
        Run(through, "who"),
        Run(f" {verb(how, [party.name for party in said])}: "),
    )


def standing(row: Listed) -> tuple[Run, ...]:
    """Say how a finding stands, where a person has a part in it; what is only proposed is said in its note."""
    state = row.standing
    return () if state == "proposed" else (Run(f" ({STATES[state]})", "soft"),)


def label(catalogue: Catalogue, finding: object) -> str:
    """Name what a finding is of, in the catalogue's words."""
    if isinstance(finding, Claim):
        named = act(catalogue, finding.act)
        return named if finding.mode == "asserted" else f"{named} ({finding.mode})"
    if isinstance(finding, Warning):
        named = harm(catalogue, finding.harm)
        return f"{named}, {finding.horizon}" if finding.horizon else named
    if isinstance(finding, Ask):
        force = finding.force or ("ask" if finding.reported else "put as a need")
        return f"{force} (told again)" if finding.reported else force
    return str(getattr(finding, "kind", ""))


def act(catalogue: Catalogue, name: str) -> str:
    """Name an act in the catalogue's words."""
    row = catalogue.acts.get(name)
    return row.name if row else name


def harm(catalogue: Catalogue, name: str) -> str:
    """Name a harm in the catalogue's words."""
    row = catalogue.harms.get(name)
    return row.name if row else name


def details(desk: Desk, finding: object) -> str:
    """Say whom and where a finding names, beside its words."""
    if isinstance(finding, Claim):
        named = [  # whom before by whom: "bombardment by units of village" would make the units the village's
            (
                f" {TOWARDS.get(finding.act, 'of')} ",
                desk.names.all(one for one in finding.targets if one not in finding.places),
            ),
            (" by ", desk.names.all(finding.actors)),
            (" at ", desk.places.all(finding.places)),
        ]
        return "".join(f"{word}{names}" for word, names in named if names)
    if isinstance(finding, Warning) and finding.places:
        return f" at {desk.places.all(finding.places)}"
    if isinstance(finding, Ask) and finding.by_when:
        return f", {due(finding.by_when)}"
    return ""


def cited(desk: Desk, rows: Sequence[Listed]) -> tuple[int, ...]:
    """Give the numbers of the first notes of several findings."""
    return desk.notes.all(rows[:CITED])


def more(rows: Sequence[Listed]) -> tuple[Run, ...]:
    """Say how many findings stand behind a sentence beside those whose notes it calls."""
    return (Run(f" and {counted(len(rows) - CITED, 'further passage')}", "soft"),) if len(rows) > CITED else ()


def warned(desk: Desk, rows: Sequence[Listed], title: str) -> Section:
    """Write what was warned of, harm by harm, the one that most voices name first; in order of publication."""
    groups: dict[str, list[Listed]] = {}
    for row in rows:
        assert isinstance(row.finding, Warning)
        groups.setdefault(row.finding.harm, []).append(row)
    ordered = sorted(groups.items(), key=lambda item: (-desk.voices.count_findings(item[1]), -len(item[1]), item[0]))
    under = tuple(
        Section(
            key=f"warned-{number}",
            title=f"{harm(desk.catalogue, name)}: {desk.voiced(held)}",
            blocks=(Items(items=tuple(_warning(desk, row) for row in sorted(held, key=middle))),),
        )
        for number, (name, held) in enumerate(ordered, start=1)
    )
    none = () if under else (paragraph(f"No warning {desk.here()}."),)
    return Section(key="warned", title=title, blocks=none, sections=under)


def middle(row: Listed) -> int:
    """Give where a document known within bounds stands among others: the middle of its bounds."""
    published = row.shelved.published
    return published.earliest + published.latest if published else 2 * 10**7


def _warning(desk: Desk, row: Listed) -> Sentence:
    finding = row.finding
    assert isinstance(finding, Warning)
    near = f", {finding.horizon}" if finding.horizon else ""
    runs = (
        Run(worded(row.shelved.card.issued), "name"),
        Run(f"{near}{details(desk, finding)} · "),
        *tells(desk, row),
        Run(" ".join(finding.quote.split()), "quote"),
        *standing(row),
    )
    return Sentence(runs=runs, notes=(desk.notes.of(row),), possible=row.row.certainty == "possible")


def on_law(desk: Desk, rows: Iterable[Listed], *, sections: tuple[Section, ...] = ()) -> Section:
    """Write which instruments are cited, where in them, and by whom."""
    names = instrument_names(desk.catalogue)
    groups = law(rows, names)
    table: Block = paragraph(f"No instrument is cited {desk.here()}.")
    if groups:
        table = Table(
            columns=("Instrument", "Where in it", "Cited by"),
            rows=tuple(
                cells(
                    Sentence(runs=(Run(group.name if group.instrument in names else _words(group), "who"),)),
                    ", ".join(group.pinpoints),
                    Sentence(
                        runs=(
                            Run(", ".join(dict.fromkeys(desk.issuer(row) for row in group.citations)), "who"),
                            *more(group.citations),
                        ),
                        notes=cited(desk, group.citations),
                    ),
                )
                for group in groups
            ),
        )
    return Section(key="law", title="On which law", blocks=(table,), sections=sections)


def _words(group: Cited) -> str:
    """Name an instrument that the catalogue lacks by the shortest words that cite it."""
    return min((" ".join(row.finding.quote.split()) for row in group.citations), key=len)


METHOD = """\
Each finding was proposed by a reader of named constructions, or added or corrected by a person.
Each points to words of its source.
A note says “proposed, not confirmed” where no person has confirmed the finding yet.
What is stated is stated by the source named; this record makes no finding of fact.
A voice is a text, however often it was printed: counts are by voice, with the number of passages beside them.
Dates are those that the documents give themselves or that follow from their words.
“Possible” marks a date whose bounds reach past the day asked for.
A statement that something is absent holds for the documents of this ledger only.
The names of persons at risk are withheld unless somebody asked for them.
"""
"""What every dossier says of how it was made."""


def method(desk: Desk, *, said: Sequence[Sentence | str] = ()) -> Section:
    """Write how the record was made and what it cannot say."""
    lines = counted(len(desk.notes.notes), "cited line")
    still = f"Not yet confirmed by a person: {desk.notes.unconfirmed} of {lines}."
    return Section(
        key="method", title="Method and limits", blocks=(paragraph(*METHOD.splitlines()), paragraph(*said, still))
    )


def sources(held: Sequence[Source], head: Head, made_with: str) -> Section:
    """Write the documents that the record rests on, with their digests, and the head of the ledger."""
    runs = (
        Run(f"Head of the ledger: entry {head.seq}, "),
        Run(head.chain, "code"),
        Run(f". Made with Tocsin {made_with}."),
    )
    listed = Items(items=tuple(_source(one) for one in held)) if held else paragraph("No document is cited.")
    return Section(key="sources", title="Sources", blocks=(listed, Paragraph(sentences=(Sentence(runs=runs),))))


def _source(one: Source) -> Sentence:
    by = f" — {one.issuers}" if one.issuers else ""
    carried = f", carried by {one.carriers}" if one.carriers else ""
    runs = (
        Run(f"{one.issued} · "),
        Run(one.title, "name"),
        Run(f"{by}{carried}. ", "who"),
        Run(f"{one.name} ", "soft"),
        Run(one.document, "code"),
    )
    return Sentence(runs=runs)


def source(desk: Desk, item: Shelved) -> Source:
    """Make the row of a document."""
    return Source(
        document=item.document,
        issued=worded(item.card.issued),
        title=titled(item),
        issuers=desk.names.issuers(item),
        carriers=desk.names.all(item.card.carriers),
        name=item.source.rpartition("/")[2],
    )


def clocks(query: Query, documents: int) -> str:
    """Say which documents a record is drawn from, by the clocks asked for."""
    said = [f"From the {counted(documents, 'document')} of this ledger"]
    first, last = query.happened_from, query.happened_to
    if first is not None and last is not None:
        said.append(f"on what happened from {day(first)} to {day(last)}")
    elif first is not None:
        said.append(f"on what happened from {day(first)} on")
    elif last is not None:
        said.append(f"on what happened until {day(last)}")
    if query.published_by is not None:
        said.append(f"published by {day(query.published_by)}")
    if query.recorded_by is not None:
        said.append(f"recorded by {query.recorded_by}")
    return ", ".join(said) + "."


def day(number: int) -> str:
    """Write a day number in words.

    >>> day(738765)
    '2 September 2023'
    """
    return worded(date.fromordinal(number).isoformat())


def counts(rows: Sequence[tuple[str, str]]) -> Table:
    """Write counts, each a row."""
    return Table(columns=("", "Count"), rows=tuple(cells(*row) for row in rows), numbers=frozenset({1}))


def composed(
    desk: Desk,
    *,
    title: str,
    summary: Sequence[Block],
    body: Sequence[Section],
    documents: Iterable[Shelved],
    made_with: str,
    said: Sequence[Sentence | str] = (),
) -> Composition:
    """Put a summary before the body of a dossier, method and sources after it.

    The summary is written before the body, so that notes are numbered as they are read; how much is unconfirmed is
    known at the end alone. `documents` are sources beside those that notes point to, `said` what the method adds.
    """
    head = head_at(desk.ledger, desk.query.recorded_by)
    told = {item.document for item in documents} | desk.notes.documents
    rested_on = tuple(source(desk, item) for item in desk.held.values() if item.document in told)
    lines, rested = len(desk.notes.notes), len(desk.notes.documents)
    sure: list[str | Sentence] = [
        f"This record cites {counted(lines, 'line')} of {counted(rested, 'document')}.",
        f"Of these lines {desk.notes.unconfirmed} were proposed by the reader and confirmed by no person yet.",
    ]
    if any(item.certainty == "possible" for item in desk.held.values()):
        sure.append("“(possible)” marks what may lie outside the days asked for, as dates are known within bounds.")
    return Composition(
        title=title,
        clocks=clocks(desk.query, desk.documents),
        sections=(
            Section(key="summary", title="Summary", blocks=(*summary, paragraph(*sure))),
            *body,
            method(desk, said=said),
            sources(rested_on, head, made_with),
        ),
        notes=tuple(desk.notes.notes),
        sources=rested_on,
        unconfirmed=desk.notes.unconfirmed,
        head_seq=head.seq,
        head_chain=head.chain,
        recorded_at=head.recorded_at,
        made_with=made_with,
    )
