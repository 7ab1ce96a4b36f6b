# SPDX-License-Identifier: Apache-2.0
"""A dossier: what a body was told, warned of and asked, on which law, and what was answered, every line cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import parts
from tocsin.dossier.compositions import Composition, Paragraph, Run, Section, Sentence, paragraph
from tocsin.dossier.first_mentions import FirstMentions
from tocsin.dossier.listings import documents_to
from tocsin.dossier.notes import Notes
from tocsin.dossier.parts import Desk
from tocsin.dossier.withholding import Withholding
from tocsin.dossier.wordings import counted
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.answers import NO_RESPONSE, answers
from tocsin.linking.transmissions import transmissions
from tocsin.linking.voices import voices
from tocsin.records.dates import worded
from tocsin.records.entries import Head
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest

_KINDS = ("claim", "warning", "ask", "citation")


def gather(
    ledger: Ledger,
    catalogue: Catalogue,
    whom: frozenset[str],
    query: Query,
    *,
    named: str,
    made_with: str,
    withholding: Withholding | None = None,
) -> Composition:
    """Gather the dossier for a body: `whom` are its id and its organs', `named` its name, `query` the clocks.

    `withholding` withholds the names of persons at risk; None shows all.
    """
    held = shelf(ledger, query)
    told = documents_to(ledger, query, whom)
    rows = found(ledger, query, told, withholding)
    if withholding is not None:
        held = {name: withholding.shelved(item) if name in told else item for name, item in held.items()}
    asks = [row for row in rows["ask"] if isinstance(row.finding, Ask) and _to(row.finding, whom)]
    desk = Desk(
        catalogue=catalogue,
        notes=Notes(ledger),
        voices=voices(ledger, query),
        documents=len(held),
        places=FirstMentions(catalogue),
    )
    body = (
        parts.told(desk, rows["claim"], named),
        parts.warned(desk, rows["warning"], named),
        parts.asked(desk, asks, named),
        parts.on_law(desk, rows["citation"]),
        _answered(desk, ledger, query, asks, held, withholding),
        _sent(ledger, query, whom, named),
    )
    return composed(
        ledger,
        query,
        desk,
        title=f"{named}: told, warned, asked",
        counts=(
            ("Documents of this ledger", str(len(held))),
            (f"Documents addressed to {named}", str(len(told & held.keys()))),
            ("Asks", desk.voiced(asks)),
            ("Warnings", desk.voiced(rows["warning"])),
            ("Claims", desk.voiced(rows["claim"])),
            ("Citations of law", desk.voiced(rows["citation"])),
        ),
        body=body,
        sources=[item for item in held.values() if item.document in told | desk.notes.documents],
        made_with=made_with,
    )


def found(
    ledger: Ledger, query: Query, documents: frozenset[Digest], withholding: Withholding | None
) -> Mapping[str, list[Listed]]:
    """Give the findings of documents by kind, names at risk withheld."""
    rows: dict[str, list[Listed]] = {kind: [] for kind in _KINDS}
    held: Iterable[Listed] = (
        row for row in listed(ledger, replace(query, kinds=_KINDS)) if row.shelved.document in documents
    )
    for row in held if withholding is None else withholding.rows(held):
        rows[row.finding.kind].append(row)
    return rows


def composed(
    ledger: Ledger,
    query: Query,
    desk: Desk,
    *,
    title: str,
    counts: tuple[tuple[str, str], ...],
    body: tuple[Section, ...],
    sources: Iterable[Shelved],
    made_with: str,
) -> Composition:
    """Put a summary before the body of a dossier, method and sources after it."""
    head = head_of(ledger, query.recorded_by)
    rested_on = tuple(parts.source(item) for item in sources)
    return Composition(
        title=title,
        clocks=parts.clocks(query, desk.documents),
        sections=(
            parts.summary(counts),
            *body,
            parts.method(desk),
            parts.sources(rested_on, head_seq=head.seq, head_chain=head.chain),
        ),
        notes=tuple(desk.notes.notes),
        sources=rested_on,
        unconfirmed=desk.notes.unconfirmed,
        head_seq=head.seq,
        head_chain=head.chain,
        recorded_at=head.recorded_at,
        made_with=made_with,
    )


def head_of(ledger: Ledger, recorded_by: str | None) -> Head:
    """Give the ledger's head as it was by a moment, so that a dossier of the past is the same whenever it is made."""
    if recorded_by is None:
        return ledger.head()
    seq = ledger.seq_at(recorded_by)
    for last in ledger.entries(after=seq - 1, until=seq):
        return Head(seq=last.seq, chain=last.chain, recorded_at=last.recorded_at)
    return Head()


def _to(ask: Ask, whom: frozenset[str]) -> bool:
    return any(party.id in whom for party in ask.addressees)


def _answered(
    desk: Desk,
    ledger: Ledger,
    query: Query,
    asks: Iterable[Listed],
    held: Mapping[Digest, Shelved],
    withholding: Withholding | None,
) -> Section:
    """Write which asks were answered, in whose words; what has no answer is said to have none here."""
    asked = {row.row.finding: row for row in asks}
    blocks: list[Paragraph] = []
    answered: set[Digest] = set()
    for item in answers(ledger, recorded_by=query.recorded_by):
        answer = item.answer
        if answer.ask not in asked or answer.words.document not in held:
            continue
        shelved = held[answer.words.document]
        quote = answer.words.quote
        if withholding is not None:
            quote, shelved = withholding.masked(shelved.document, quote), withholding.shelved(shelved)
        if answer.response != NO_RESPONSE:
            answered.add(answer.ask)
        term = desk.catalogue.terms.get(f"response.{answer.response}")
        who = answer.answerer.name if answer.answerer else shelved.issuers
        entered = desk.notes.of_words(
            item.entry.id, shelved, replace(answer.words, quote=quote), by=item.entry.author, state="added"
        )
        runs = (
            Run(f"{worded(answer.when or shelved.card.issued)} · "),
            Run(term.name if term else answer.response, "name"),
            Run(". "),
            Run(who, "who"),
            Run(" states: "),
            Run(" ".join(quote.split()), "quote"),
            Run(" to the ask "),
            Run(" ".join(asked[answer.ask].finding.quote.split()), "quote"),
        )
        blocks.append(Paragraph(sentences=(Sentence(runs=runs, notes=(entered, desk.notes.of(asked[answer.ask]))),)))
    if not asked:
        said = f"No ask to answer {desk.among()}."
    elif not answered:
        said = f"No answer to {_these(len(asked))} is recorded {desk.among()}."
    else:
        said = f"An answer is recorded to {len(answered)} of {_these(len(asked))} {desk.among()}."
    return Section(key="answered", title="What was answered", blocks=(paragraph(said), *blocks))


def _these(number: int) -> str:
    return "this ask" if number == 1 else f"these {counted(number, 'ask')}"


def _sent(ledger: Ledger, query: Query, whom: frozenset[str], named: str) -> Section:
    """Write what is recorded of sendings; a public text addresses a body, a sending reaches it."""
    blocks = []
    for item in transmissions(ledger, recorded_by=query.recorded_by):
        sent = item.transmission
        if sent.to.id not in whom:
            continue
        proof = f", proof {sent.proof.name} held" if sent.proof else ", no proof held"
        runs = (
            Run(f"{worded(sent.when)} · sent to {sent.to.name} by {sent.how}{proof}; recorded by {item.entry.author} "),
            Run(sent.what, "code"),
        )
        blocks.append(Paragraph(sentences=(Sentence(runs=runs),)))
    none = (paragraph(f"No sending to {named} is recorded in this ledger; the documents address it in public."),)
    return Section(key="sent", title="What was sent", blocks=tuple(blocks) or none)
