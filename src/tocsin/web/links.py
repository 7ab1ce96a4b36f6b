# SPDX-License-Identifier: Apache-2.0
"""Links that people make: what answers an ask, which asks, claims or texts are one, which are not; and taking back.

1. Something is held first – an ask, a claim, a document – and linked with something else on whichever page that stands.
2. What two tabs do at once is safe: a form names both ends, and what is held only fills it in.
3. Each link is an entry with its author and reason, as the command writes it; what was done is told with its undoing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from tocsin.catalogue.bodies import with_organs
from tocsin.desk import answering, judgements
from tocsin.desk.answering import Answering
from tocsin.desk.bodies import bodies
from tocsin.desk.judgements import Asked
from tocsin.desk.people import NotInLedger
from tocsin.errors import BadRequest
from tocsin.ledger.listed import listed
from tocsin.ledger.shelf import spoken
from tocsin.linking import ties, voices
from tocsin.linking.identities import one_with
from tocsin.records.entries import Entry
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.web import cards
from tocsin.web.decisions import MANY, back_to, span_in, why_of
from tocsin.web.errors import NotAForm
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page, answer, bare
from tocsin.web.reading import named
from tocsin.web.rooms import Visit, visit
from tocsin.web.sessions import Held, Told

KINDS = ("ask", "claim", "document")
"""What can be held: of two of a kind people say that they are the same or not; an ask can be answered by words, too."""

SHOWN, LOOKED_AT = 30, 5000
"""Asks that are offered to be answered; asks that are looked through for words."""

_SAID = {
    ("ask", "same"): "The two ask the same",
    ("ask", "different"): "The two ask different things",
    ("claim", "same"): "The two tell of one event",
    ("claim", "different"): "The two tell of two events",
    ("document", "same"): "The two are one text",
    ("document", "different"): "The two are two texts",
}


class NotAlike(BadRequest):
    """Two things of different kinds are linked."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"a {first} and a {second} cannot be one; hold two asks, two claims or two documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskableRow:
    """An ask that words may answer."""

    row: FindingRow
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskablesPage(Page):
    """Asks that the words of a document may answer: those of its issuers first, or those that hold some words."""

    template: ClassVar[str] = "askables.html"
    section: ClassVar[str] = "documents"
    words: str
    issuers: str
    rows: tuple[AskableRow, ...]
    more: bool
    alone: bool


def hold(request: Request) -> Response:
    """Hold an ask, a claim or a document to be linked, or let go of what is held."""
    with visit(request) as at:
        at.session.held = None if at.form.get("do") == "drop" else _held(at, at.form.get("id", ""))
        return RedirectResponse(back_to(at.form.get("back", "")), status_code=303)


def _held(at: Visit, given: str) -> Held:
    kind, name = thing(at, given)
    if kind == "document":  # it is shown on every page from now on, so its names are withheld in any case
        title = at.veil.shelved(at.shelf[name]).title
        return Held(kind=kind, id=name, words=title, address=f"/documents/{bare(name)}")
    page = cards.made(at, name)
    place = f"/documents/{bare(page.document)}?at={page.start}-{page.end}#f-{bare(name)[:12]}"
    return Held(kind=kind, id=name, words=at.veil.masked(page.document, page.quote), address=place)


def thing(at: Visit, given: str) -> tuple[str, Digest]:
    """Tell what a digest is of: an ask, a claim, or a document of these clocks.

    Raises:
        NotAForm: It is of something else.
        UnknownFinding: It is of nothing that these clocks know.
    """
    name = cards.finding_in(given)
    if name in at.shelf:
        return "document", name
    kind = cards.made(at, name).kind
    if kind not in KINDS:
        raise NotAForm(f"a {kind} is not linked; asks, claims and documents are")
    return kind, name


def link(request: Request) -> Response:
    """Record that two of a kind are the same, or that the first is not the second."""
    with visit(request) as at:
        relation = at.form.get("relation", "")
        if relation not in {"same", "different"}:
            raise NotAForm("two things are held for the same, or for different")
        pair = at.form.get("first", ""), at.form.get("second", "")
        kind, entry = linked(at, pair, same=relation == "same", handle=at.handle, why=why_of(at))
        at.session.held = None
        return told(at, f"{_SAID[kind, relation]}, it is recorded.", entry)


def linked(at: Visit, pair: tuple[str, str], *, same: bool, handle: str, why: str) -> tuple[str, Entry]:
    """Record that two of a kind are the same, or not; give their kind and the entry.

    Raises:
        NotAlike: They are of two kinds.
    """
    (kind, first), (other, second) = (thing(at, one) for one in pair)
    if kind != other:
        raise NotAlike(kind, other)
    record = voices.hold if kind == "document" else ties.record
    return kind, record(at.ledger, first, second, same=same, handle=handle, reason=why)


def answered(request: Request) -> Response:
    """Record that words of a document answer an ask."""
    with visit(request) as at:
        document = named(request.path_params["document"])
        span = span_in(at.form.get("span"))
        if span is None:
            raise NotAForm("span is START:END, code points of the text")
        given = {name: at.form.get(name) or None for name in ("response", "status", "impact", "when", "answerer")}
        given["ask"] = at.form.get("ask", "")
        entry = recorded(at, document, span, Answering(**given), handle=at.handle, why=why_of(at))
        at.session.held = None
        if at.fragment:
            return JSONResponse({"entry": bare(entry.id), "seq": entry.seq}, status_code=201)
        return told(at, "The words are recorded as an answer.", entry)


def recorded(
    at: Visit, document: Digest, span: tuple[int, int], given: Answering, *, handle: str, why: str | None
) -> Entry:
    """Record that words of a document answer an ask.

    Raises:
        NotInLedger, UnknownFinding: These clocks know no such document, or no such ask.
    """
    versions = at.ledger.versions(document)
    if document not in at.shelf or not versions:
        raise NotInLedger(document)
    ask = cards.finding_in((given.ask or "").removeprefix("sha256:"))
    cards.made(at, ask)  # refused where these clocks do not know it
    text = at.ledger.text(document, versions[-1])
    return answering.record(at.ledger, at.catalogue, text, span, replace(given, ask=ask), handle=handle, why=why)


def undo(request: Request) -> Response:
    """Withdraw entries that people made, by their ids; what cannot be withdrawn is told and the others are."""
    with visit(request) as at:
        names = [cards.finding_in(one) for one in at.all_of("id")]
        if len(names) > MANY:
            raise NotAForm(f"{len(names)} entries were named, at most {MANY} are withdrawn at once")
        asked = [Asked(where=name, finding=name, verdict="undo", why=why_of(at)) for name in dict.fromkeys(names)]
        outcomes = list(judgements.outcomes(at.ledger, at.room.at, asked, at.handle, many=len(asked) != 1))
        done = sum(one.problem is None for one in outcomes)
        words = "The decision was withdrawn." if done == 1 else f"{counted(done, 'decision')} were withdrawn."
        problems = [one.problem.message for one in outcomes if one.problem]
        if at.fragment:
            return JSONResponse({"withdrawn": done})
        at.session.told = Told(words=" ".join([words, *problems[:3]]))
        return RedirectResponse(back_to(at.form.get("back", "")), status_code=303)


def told(at: Visit, words: str, *entries: Entry) -> Response:
    """Go back to where a form stood; the page there tells what was done and offers to undo it."""
    at.session.told = Told(words=words, entries=tuple(entry.id for entry in entries))
    return RedirectResponse(back_to(at.form.get("back", "")), status_code=303)


def askables(request: Request) -> Response:
    """List asks that words of a document may answer."""
    with visit(request) as at:
        document = named(request.path_params["document"])
        if document not in at.shelf:
            raise NotInLedger(document)
        words = at.asked.get("q", "")
        rows = _askables(at, document, words)
        page = AskablesPage(
            title="Which ask is answered",
            words=words,
            issuers=at.shown(at.shelf[document]).issuers,
            rows=rows[:SHOWN],
            more=len(rows) > SHOWN,
            alone=not at.fragment,
        )
    return answer(request, page)


def _askables(at: Visit, document: Digest, words: str) -> tuple[AskableRow, ...]:
    """Give asks of whoever a document speaks for, or where words are given every ask that holds them or is of them."""
    query = replace(at.clocks, kinds=("ask",))
    any_of = {}
    if not words:
        issuers = at.shelf[document].card.issuers
        told_of = [
            with_organs(at.catalogue, one) for party in issuers for one in one_with(at.ledger, at.catalogue, party.id)
        ]
        any_of = {"addressee": frozenset().union(*told_of)}
        if not any_of["addressee"]:
            return ()
    elif (body := _body(at, words)) is not None:
        any_of, words = {"addressee": body}, ""
    found: list[AskableRow] = []
    sought = words.casefold().split()
    for number, row in enumerate(listed(at.ledger, query, any_of=any_of, held=at.shelf)):
        ask = row.finding
        assert isinstance(ask, Ask)
        here = row.shelved.document == document
        if not here and all(word in ask.quote.casefold() for word in sought):
            found.append(AskableRow(row=row_of(at, row), of=_hidden(at, row.shelved.document, spoken(ask.addressees))))
        if len(found) > SHOWN or number > LOOKED_AT:
            break
    return tuple(found)


def _body(at: Visit, given: str) -> frozenset[str] | None:
    try:
        held = bodies(at.ledger, at.catalogue, given, at.clocks)
    except BadRequest:
        return None
    return frozenset().union(*(with_organs(at.catalogue, one) for one in held))


def _hidden(at: Visit, document: Digest, words: str) -> str:
    return words if at.withholding is None else at.withholding.masked(document, words)
