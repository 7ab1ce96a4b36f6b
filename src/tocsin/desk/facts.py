# SPDX-License-Identifier: Apache-2.0
"""Facts of packs entered into a ledger: each as a sheet, with the answer that it tells, in a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue, files, raw
from tocsin.catalogue.rows import Fact
from tocsin.errors import BadRequest
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking import answers
from tocsin.linking.answers import Answer
from tocsin.linking.fact_sheets import Sheet, sheet
from tocsin.records.anchors import anchor
from tocsin.records.bounds import bounds
from tocsin.records.entries import PERSON
from tocsin.records.ids import Digest
from tocsin.records.problems import Problem
from tocsin.sources.vault import Vault

_PLACE = re.compile(r"(sha256:[0-9a-f]{64}):(\d+):(\d+)")


class NoFacts(BadRequest):
    """A pack tells no facts."""

    def __init__(self, pack: Path) -> None:
        super().__init__(f"{pack}: no [[fact]] in the TOML files of this folder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of a fact: how many asks of documents it answers, whether it stood already, what is wrong with it."""

    fact: str
    asks: int = 0
    known: bool = False
    problem: Problem | None = None


def enter(ledger: Ledger, vault: Vault, catalogue: Catalogue, pack: Path, *, handle: str) -> Iterator[Entered]:
    """Enter every fact of a pack; one that stands already is passed over, one at fault is told and passed over.

    Raises:
        NoFacts: The pack has none.
    """
    names = [
        str(row.values.get("id")) for path in files([pack]) for row in raw(path)[0] if _within(row.table, path, pack)
    ]
    facts = [catalogue.facts[name] for name in names if name in catalogue.facts]
    if not facts:
        raise NoFacts(pack)
    for fact in facts:
        problem = wrong(fact, catalogue)
        yield Entered(fact=fact.id, problem=problem) if problem else _entered(ledger, vault, catalogue, fact, handle)


def _within(table: str, path: Path, pack: Path) -> bool:
    return table == "fact" and path.is_relative_to(pack)


def wrong(fact: Fact, catalogue: Catalogue) -> Problem | None:
    """Say what is wrong with a fact: a term that no list has, a party that no row is, a day that is none."""
    terms = {"response": fact.response, "answer-status": fact.status, "impact": fact.impact}
    told = [
        f"{name} {term!r} is no term"
        for name, term in terms.items()
        if term and f"{name}.{term}" not in catalogue.terms
    ]
    parties = (fact.who, *fact.to, *fact.askers)
    told += [f"{name!r} is no actor" for name in parties if name not in catalogue.actors]
    told += [f"{day!r} is no date" for day in (fact.when, fact.asked) if day and bounds(day) is None]
    told += [f"{place!r} is no sha256:…:START:END" for place in fact.asks if _PLACE.fullmatch(place) is None]
    if not told:
        return None
    return Problem(where=f"[[fact]] {fact.id}", code="bad-fact", message="; ".join(told) + "; it is passed over")


def _entered(ledger: Ledger, vault: Vault, catalogue: Catalogue, fact: Fact, handle: str) -> Entered:
    made = sheet(fact, catalogue)
    asks = tuple(dict.fromkeys(name for place in fact.asks for name in _asked_at(ledger, place)))
    if ledger.versions(made.text.document):
        told = {item.answer.ask for item in answers.answers(ledger) if item.answer.words.document == made.text.document}
        new = [name for name in asks if name not in told]
        if not new:
            return Entered(fact=fact.id, known=True)
    else:
        vault.put(made.data)
        run = made.run(catalogue)
        ledger.append(recording.reading(made.original, made.text, run, made.card, (), author=PERSON + handle))
        new = list(asks) or [recording.add(ledger, made.text, made.ask, handle=handle, reason=_why(fact)).subject]
    for name in new:
        _answered(ledger, made, name, handle)
    return Entered(fact=fact.id, asks=len(asks))


def _answered(ledger: Ledger, made: Sheet, ask: Digest, handle: str) -> None:
    fact = made.fact
    answer = Answer(
        ask=ask,
        words=anchor(made.text, *made.answered),
        response=fact.response,
        answerer=made.answerer,
        status=fact.status,
        impact=fact.impact,
        when=fact.when,
    )
    answers.record(ledger, answer, handle=handle, reason=_why(fact))


def _why(fact: Fact) -> str:
    return f"{fact.publisher}: {fact.at}; {fact.source}"


def _asked_at(ledger: Ledger, place: str) -> Iterable[Digest]:
    """Give the asks that stand at a place of a document, if the ledger holds it."""
    match = _PLACE.fullmatch(place)
    assert match is not None
    start, end = int(match[2]), int(match[3])
    for row in ledger.rows(Query(kinds=("ask",), document=Digest(match[1]))):
        payload = row.entry.payload or {}
        low, high = payload.get("start"), payload.get("end")
        if isinstance(low, int) and isinstance(high, int) and low < end and start < high:
            yield row.finding
