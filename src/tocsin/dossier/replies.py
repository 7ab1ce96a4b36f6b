# SPDX-License-Identifier: Apache-2.0
"""What was answered: answers that people entered, and apart from them what is proposed and confirmed by nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.dossier.compositions import Block, Items, Paragraph, Run, Section, Sentence, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import CITED
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query, certainty
from tocsin.linking.answers import NO_RESPONSE, Answer, answers
from tocsin.linking.fact_sheets import SHEET
from tocsin.linking.proposing import proposals
from tocsin.linking.tellers import Tellers
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.dates import worded
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Words that answer some asks: who answers, of which kind, when, by whose word it is held for an answer.

    `when` is the answer's day, else that of the document it stands in; `told`: another's paper tells it.
    """

    answer: Answer
    when: str | None
    entry: Digest
    by: str
    state: str
    told: bool
    asks: tuple[Digest, ...]

    @property
    def no_response(self) -> bool:
        """Whether it records that nobody answered."""
        return self.answer.response == NO_RESPONSE


def entered(desk: Desk, asks: Collection[Digest]) -> tuple[Reply, ...]:
    """Give the answers that people entered to asks, in documents that the clocks allow, in order of their day."""
    told = (
        (item.answer, item.entry.id, item.entry.author, "added")
        for item in answers(desk.ledger, recorded_by=desk.query.recorded_by)
        if item.answer.ask in asks and _allowed(desk, item.answer)
    )
    return _together(desk, told)


def proposed(desk: Desk, asks: Collection[Digest]) -> tuple[Reply, ...]:
    """Give what is proposed as answers to asks and nobody decided on, in order of its day."""
    told = (
        (item.answer, item.id, item.reply, "proposed")
        for item in proposals(desk.ledger, desk.catalogue, desk.clocks)
        if item.answer.ask in asks and _allowed(desk, item.answer)
    )
    return _together(desk, told)


def day_of(desk: Desk, answer: Answer) -> Bounds | None:
    """Give the bounds of an answer's day: its own, else its document's."""
    return bounds(answer.when) or desk.held[answer.words.document].published


def _allowed(desk: Desk, answer: Answer) -> bool:
    if answer.words.document not in desk.held:
        return False
    return certainty(Query(published_by=desk.query.published_by), day_of(desk, answer), None) is not None


def _together(desk: Desk, told: Iterable[tuple[Answer, Digest, str, str]]) -> tuple[Reply, ...]:
    groups: dict[tuple[Digest, int, int, str], list[tuple[Answer, Digest, str, str]]] = {}
    for one in told:
        words = one[0].words
        groups.setdefault((words.document, words.start, words.end, one[0].response), []).append(one)
    tellers = Tellers(desk.catalogue)
    made = [
        Reply(
            answer=held[0][0],
            when=held[0][0].when or desk.held[held[0][0].words.document].card.issued,
            entry=held[0][1],
            by=held[0][2],
            state=held[0][3],
            told=_told(desk, tellers, held[0][0]),
            asks=tuple(dict.fromkeys(one[0].ask for one in held)),
        )
        for held in groups.values()
    ]
    return tuple(sorted(made, key=lambda reply: _when(day_of(desk, reply.answer))))


def _told(desk: Desk, tellers: Tellers, answer: Answer) -> bool:
    answerer = answer.answerer.id if answer.answerer else None
    return bool(tellers.of(desk.held[answer.words.document], answerer, answer.words.quote))


def _when(held: Bounds | None) -> tuple[int, int]:
    return (held.earliest, held.latest) if held else (10**7, 0)


def answered(desk: Desk, asked: Mapping[Digest, Listed], given: Sequence[Reply], offered: Sequence[Reply]) -> Section:
    """Write which asks were answered, in whose words; what has no answer is said to have none here."""
    told = {ask for reply in given if not reply.no_response for ask in reply.asks}
    if not asked:
        said = f"No ask to answer {desk.among()}."
    elif not told:
        said = f"No answer to {these(len(asked))} is recorded {desk.among()}."
    else:
        said = f"An answer is recorded to {len(told)} of {these(len(asked))} {desk.among()}."
    blocks: list[Block] = [paragraph(said)]
    for reply in given:
        blocks += _reply(desk, reply, asked)
    under: tuple[Section, ...] = ()
    if offered:
        few = {ask for reply in offered for ask in reply.asks}
        head = paragraph(
            f"The reader proposes {counted(len(offered), 'passage')} as answers to {counted(len(few), 'ask')}. "
            "Nobody has confirmed or refused them; they are in no count of answers."
        )
        lines = [block for reply in offered for block in _reply(desk, reply, asked)]
        under = (Section(key="proposed", title="Proposed, confirmed by nobody", blocks=(head, *lines)),)
    return Section(key="answered", title="What was answered", blocks=tuple(blocks), sections=under)


def these(number: int) -> str:
    """Say which asks are meant, by their number."""
    return "this ask" if number == 1 else f"these {counted(number, 'ask')}"


def _reply(desk: Desk, reply: Reply, asked: Mapping[Digest, Listed]) -> Iterator[Block]:
    answer = reply.answer
    shelved = desk.held[answer.words.document]
    quote = desk.masked(shelved.document, answer.words.quote)
    term = desk.catalogue.terms.get(f"response.{answer.response}")
    who = desk.names.named(answer.answerer) if answer.answerer else desk.names.issuers(shelved) or "an issuer not named"
    note = noted(desk, reply)
    tells = ", as a fact sheet tells it: " if answer.words.version == SHEET else " states: "
    if reply.told:
        tells = ": "
    told = (Run(desk.names.issuers(shelved), "who"), Run(" states of ")) if reply.told else ()
    runs: tuple[Run, ...] = (
        Run(f"{worded(reply.when)} · "),
        Run(term.name if term else answer.response, "name"),
        Run(". "),
        *told,
        Run(who, "who"),
        Run(tells),
        Run(" ".join(quote.split()), "quote"),
    )
    rows = [asked[ask] for ask in reply.asks if ask in asked]
    if len(rows) == 1:
        runs = (*runs, Run(" to the ask "), Run(" ".join(rows[0].finding.quote.split()), "quote"))
        yield Paragraph(sentences=(Sentence(runs=runs, notes=(note, desk.notes.of(rows[0]))),))
        return
    yield Paragraph(sentences=(Sentence(runs=(*runs, Run(f" To {counted(len(rows), 'ask')}:")), notes=(note,)),))
    yield Items(items=tuple(_asked(desk, row) for row in rows[:CITED]))
    if len(rows) > CITED:
        yield paragraph(f"… and to {counted(len(rows) - CITED, 'further ask')} of those above.")


def noted(desk: Desk, reply: Reply) -> int:
    """Give the number of the note for the words of an answer."""
    words = reply.answer.words
    masked = replace(words, quote=desk.masked(words.document, words.quote))
    return desk.notes.of_words(reply.entry, desk.held[words.document], masked, by=reply.by, state=reply.state)


def _asked(desk: Desk, row: Listed) -> Sentence:
    runs = (
        Run(f"{worded(row.shelved.card.issued)} · "),
        Run(desk.speaker(row), "who"),
        Run(" to the ask "),
        Run(" ".join(row.finding.quote.split()), "quote"),
    )
    return Sentence(runs=runs, notes=(desk.notes.of(row),))
