# SPDX-License-Identifier: Apache-2.0
"""The JSON interface: what the pages show and do, for programs that hold a session (docs/reading-room.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import islice

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tocsin.desk import additions, judgements
from tocsin.desk.answering import Answering
from tocsin.desk.bodies import bodies, values
from tocsin.desk.judgements import Asked
from tocsin.desk.people import NotInLedger
from tocsin.desk.sayings import says
from tocsin.dossier.listings import card_json
from tocsin.dossier.searches import search
from tocsin.dossier.withholding import NAME_WITHHELD, WITHHELD
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.states import STATES
from tocsin.records.entries import KINDS as ENTRIES
from tocsin.records.ids import Digest
from tocsin.records.lines import KINDS, to_json
from tocsin.web import cards, links
from tocsin.web.errors import NameIsWithheld, NotAForm
from tocsin.web.listings import CLOCK_LABELS
from tocsin.web.messages import (
    Add,
    Answer,
    DocumentAnswer,
    DocumentsAnswer,
    EntryAnswer,
    FindingAnswer,
    FindingsAnswer,
    FoundAnswer,
    HistoryAnswer,
    Judge,
    JudgedAnswer,
    JudgedManyAnswer,
    JudgeMany,
    Link,
    NamesAnswer,
    RecordedAnswer,
    SearchAnswer,
    SessionAnswer,
    TakingsAnswer,
    Withdraw,
)
from tocsin.web.names import unknown_names
from tocsin.web.operations import Operation, Parameter, described
from tocsin.web.reading import named
from tocsin.web.rooms import Room, Visit, visit
from tocsin.web.shapes import parsed, plain

MOST = 500
"""How many rows one answer holds at most."""


def _limits(at: Visit) -> tuple[int, int]:
    """Read which rows are wanted: how many to pass over, how many to give."""
    found = []
    for name, default, most in (("offset", 0, 10_000_000), ("limit", 100, MOST)):
        given = at.asked.get(name, str(default))
        if not (given.isascii() and given.isdigit() and len(given) < 9 and int(given) <= most):
            raise NotAForm(f"{name} is a whole number, at most {most}")
        found.append(int(given))
    return found[0], found[1]


def _document(at: Visit, name: Digest) -> DocumentAnswer:
    item = at.shown(at.shelf[name])
    card = {key: value for key, value in card_json(item).items() if key not in {"source", "document", "certainty"}}
    return DocumentAnswer(
        document=name,
        source=item.source,
        title=item.title,
        certainty=item.certainty,
        card=card,
        versions=at.ledger.versions(name),
    )


def _held(at: Visit) -> Digest:
    name = named(at.request.path_params["document"])
    if name not in at.shelf:
        raise NotInLedger(name)
    return name


def _finding(at: Visit, row: Listed) -> FindingAnswer:
    shown = row if at.withholding is None else next(at.withholding.rows([row]))
    return FindingAnswer(
        finding=row.row.finding,
        document=row.shelved.document,
        standing=row.row.state.standing,
        seen=row.row.state.last_seq,
        certainty=row.row.certainty,
        says=says(shown.finding, shown.shelved.card.issuers),
        line=to_json(shown.finding),
    )


def session(at: Visit) -> SessionAnswer:
    """Give the session's token."""
    return SessionAnswer(token=at.session.token, handle=at.session.handle, names_shown=at.session.names_shown)


def documents(at: Visit) -> DocumentsAnswer:
    """List documents."""
    offset, limit = _limits(at)
    names = list(islice(at.shelf, offset, offset + limit))
    return DocumentsAnswer(total=len(at.shelf), documents=tuple(_document(at, name) for name in names))


def document(at: Visit) -> DocumentAnswer:
    """Give one document."""
    return _document(at, _held(at))


def findings_of(at: Visit) -> FindingsAnswer:
    """List the findings of a document."""
    return _findings(at, _held(at))


def findings(at: Visit) -> FindingsAnswer:
    """List findings by kind, addressee, asker, state and clocks."""
    return _findings(at, None)


def _findings(at: Visit, document_: Digest | None) -> FindingsAnswer:
    offset, limit = _limits(at)
    kind, state = at.asked.get("kind"), at.asked.get("state")
    if kind is not None and kind not in KINDS:
        raise NotAForm(f"kind {kind[:40]!r} is none of {', '.join(KINDS)}")
    if state is not None and state not in STATES:
        raise NotAForm(f"state {state[:40]!r} is none of {', '.join(STATES)}")
    query = replace(
        at.clocks,
        kinds=(kind,) if kind else tuple(KINDS),
        states=(state,) if state else (),
        document=document_,
        offset=offset,
        limit=limit + 1,
    )
    any_of = {
        role: bodies(at.ledger, at.catalogue, at.asked[name], query)
        for name, role in (("to", "addressee"), ("by", "asker"))
        if name in at.asked
    }
    rows = list(listed(at.ledger, query, any_of=any_of, held=at.shelf))
    return FindingsAnswer(findings=tuple(_finding(at, row) for row in rows[:limit]), more=len(rows) > limit)


def finding(at: Visit) -> FindingAnswer:
    """Give one finding as it stands."""
    return _one(at, cards.finding_in(at.request.path_params["finding"]))


def _one(at: Visit, name: Digest) -> FindingAnswer:
    page = cards.made(at, name)
    state = at.ledger.state(name, recorded_by=at.clocks.recorded_by)
    return FindingAnswer(
        finding=name,
        document=page.document,
        standing=page.standing,
        seen=page.seen,
        certainty=at.shelf[page.document].certainty,
        says=page.says,
        line=dict(cards.hidden(at, state.entry.payload or {}, page.document)),
    )


def history(at: Visit) -> HistoryAnswer:
    """Give every entry about a finding."""
    name = cards.finding_in(at.request.path_params["finding"])
    document_ = cards.made(at, name).document
    entries = at.ledger.entries(subject=name, recorded_by=at.clocks.recorded_by)
    return HistoryAnswer(
        finding=name,
        entries=tuple(
            EntryAnswer(
                seq=entry.seq,
                entry=entry.id,
                kind=entry.kind,
                author=entry.author,
                basis=entry.basis,
                recorded_at=entry.recorded_at,
                payload=dict(cards.hidden(at, entry.payload, document_)) if entry.payload is not None else None,
            )
            for entry in entries
            if entry.kind in ENTRIES
        ),
    )


def found(at: Visit) -> SearchAnswer:
    """Search."""
    offset, limit = _limits(at)
    of = values(at.ledger, at.catalogue, at.clocks)
    answers = search(at.ledger, at.asked.get("q", ""), at.clocks, of, limit=offset + limit + 1, held=at.shelf)
    rows = list(islice(answers, offset, None))
    shown = [row if at.withholding is None else row.withheld(at.withholding) for row in rows[:limit]]
    return SearchAnswer(
        found=tuple(
            FoundAnswer(
                finding=row.finding,
                document=row.anchor.document,
                kind=row.kind,
                start=row.anchor.start,
                end=row.anchor.end,
                quote=row.anchor.quote,
                marks=row.marks,
                why=row.why,
            )
            for row in shown
        ),
        more=len(rows) > limit,
    )


def takings(at: Visit) -> TakingsAnswer:
    """Say what was brought in."""
    return TakingsAnswer(takings=at.room.takings.all())


def names(at: Visit) -> NamesAnswer:
    """List the names that the catalogue does not know."""
    return NamesAnswer(names=tuple(row for row, _ in unknown_names(at)))


def judge(at: Visit) -> JudgedAnswer:
    """Judge one finding."""
    asked = parsed(Judge, at.request.scope["tocsin.body"])
    name = cards.finding_in(at.request.path_params["finding"])
    span = (asked.start, asked.end) if asked.start is not None and asked.end is not None else None
    one = Asked(
        where="",
        finding=name,
        verdict=asked.verdict,
        why=asked.why,
        seen=asked.seen,
        pairs=_pairs(asked.set),
        span=span,
    )
    at.ledger.state(name)  # an entry of another kind is no finding
    outcome = judgements.judged(at.ledger, at.room.at, one, _by(asked.by), again=True)
    return _judged(outcome)


def judge_many(at: Visit) -> JudgedManyAnswer:
    """Judge many findings, one after the other; what fails is told and the others go on."""
    asked = parsed(JudgeMany, at.request.scope["tocsin.body"])
    if len(asked.findings) > MOST:
        raise NotAForm(f"at most {MOST} findings are judged at once")
    ones = [
        Asked(
            where=one.finding,
            finding=cards.finding_in(one.finding.removeprefix("sha256:")),
            verdict=asked.verdict,
            why=asked.why,
            seen=one.seen,
        )
        for one in asked.findings
    ]
    outcomes = judgements.outcomes(at.ledger, at.room.at, ones, _by(asked.by), many=True)
    return JudgedManyAnswer(judged=tuple(_judged(outcome) for outcome in outcomes))


def add(at: Visit) -> FindingAnswer:
    """Add what the reader missed."""
    asked = parsed(Add, at.request.scope["tocsin.body"])
    name = _held(at)
    versions = at.ledger.versions(name)
    if not versions:
        raise NotInLedger(name)
    text = at.ledger.text(name, versions[-1])
    entry, _ = additions.add(
        at.ledger,
        at.catalogue,
        text,
        (asked.start, asked.end),
        asked.kind,
        _pairs(asked.set),
        handle=_by(asked.by),
        why=asked.why,
    )
    return _one(at, entry.subject)


def answered(at: Visit) -> RecordedAnswer:
    """Record that words of a document answer an ask."""
    asked = parsed(Answer, at.request.scope["tocsin.body"])
    given = Answering(
        ask=at.request.path_params["finding"],
        response=asked.response,
        status=asked.status,
        impact=asked.impact,
        when=asked.when,
        answerer=asked.answerer,
    )
    document_ = named(asked.document.removeprefix("sha256:"))
    entry = links.recorded(at, document_, (asked.start, asked.end), given, handle=_by(asked.by), why=asked.why)
    return RecordedAnswer(entry=entry.id, seq=entry.seq)


def link(at: Visit) -> RecordedAnswer:
    """Record that two asks, claims or documents are one, or are not."""
    asked = parsed(Link, at.request.scope["tocsin.body"])
    pair = asked.first.removeprefix("sha256:"), asked.second.removeprefix("sha256:")
    _, entry = links.linked(at, pair, same=asked.relation == "same", handle=_by(asked.by), why=_why(asked.why))
    return RecordedAnswer(entry=entry.id, seq=entry.seq)


def withdraw(at: Visit) -> JudgedManyAnswer:
    """Withdraw answers and links, one after the other; what fails is told and the others go on."""
    asked = parsed(Withdraw, at.request.scope["tocsin.body"])
    if len(asked.entries) > MOST:
        raise NotAForm(f"at most {MOST} entries are withdrawn at once")
    names = [cards.finding_in(one.removeprefix("sha256:")) for one in asked.entries]
    ones = [Asked(where=name, finding=name, verdict="undo", why=_why(asked.why)) for name in names]
    outcomes = judgements.outcomes(at.ledger, at.room.at, ones, _by(asked.by), many=True)
    return JudgedManyAnswer(judged=tuple(map(_judged, outcomes)))


def _why(given: str) -> str:
    if not given.strip() or len(given) > 10_000:
        raise NotAForm("why says why, in at most 10,000 characters")
    return given.strip()


def _pairs(given: Mapping[str, str] | None) -> tuple[str, ...]:
    for name, value in (given or {}).items():
        if WITHHELD in value or NAME_WITHHELD in value:
            raise NameIsWithheld(name)
    return tuple(f"{name}={value}" for name, value in (given or {}).items())


def _by(given: str) -> str:
    if not given.strip() or len(given) > 100 or not given.isprintable():
        raise NotAForm("by names who judges: a handle of at most 100 characters")
    return given.strip()


def _judged(outcome: judgements.Outcome) -> JudgedAnswer:
    state = outcome.state
    return JudgedAnswer(
        finding=state.finding if state else outcome.given,
        standing=state.standing if state else None,
        seen=state.last_seq if state else None,
        replaced_by=state.replaced_by if state else None,
        problem=outcome.problem.message if outcome.problem else None,
    )


_DOCUMENT = Parameter(name="document", says="the document's digest, without sha256:", pattern="^[0-9a-f]{64}$")
_FINDING = Parameter(name="finding", says="the finding's id, without sha256:", pattern="^[0-9a-f]{64}$")
_CLOCKS = tuple(
    Parameter(name=name, says=f"{label}: 2025-03-31, 2025-03 or 2025") for name, label in CLOCK_LABELS.items()
)
_PART = (
    Parameter(name="offset", says="how many rows to pass over", number=True),
    Parameter(name="limit", says=f"how many rows to give, at most {MOST}", number=True),
)
_WHICH = (
    Parameter(name="kind", says="the kind of finding", options=tuple(KINDS)),
    Parameter(name="state", says="how it stands", options=STATES),
    Parameter(name="to", says="asked of: an id, a name or an alias"),
    Parameter(name="by", says="asked by: an id, a name or an alias"),
)
_Q = Parameter(name="q", says="the search, as docs/search.md says", required=True)

OPERATIONS: tuple[Operation, ...] = (
    Operation(path="/api/session", call=session, answer=SessionAnswer),
    Operation(path="/api/documents", call=documents, answer=DocumentsAnswer, query=(*_CLOCKS[:2], *_PART)),
    Operation(path="/api/documents/{document}", call=document, answer=DocumentAnswer, within=(_DOCUMENT,)),
    Operation(
        path="/api/documents/{document}/findings",
        call=findings_of,
        answer=FindingsAnswer,
        within=(_DOCUMENT,),
        query=(*_WHICH, *_CLOCKS, *_PART),
    ),
    Operation(path="/api/documents/{document}/findings", call=add, answer=FindingAnswer, within=(_DOCUMENT,), body=Add),
    Operation(path="/api/findings", call=findings, answer=FindingsAnswer, query=(*_WHICH, *_CLOCKS, *_PART)),
    Operation(path="/api/findings/{finding}", call=finding, answer=FindingAnswer, within=(_FINDING,)),
    Operation(path="/api/findings/{finding}/history", call=history, answer=HistoryAnswer, within=(_FINDING,)),
    Operation(
        path="/api/findings/{finding}/judgements", call=judge, answer=JudgedAnswer, within=(_FINDING,), body=Judge
    ),
    Operation(path="/api/judgements", call=judge_many, answer=JudgedManyAnswer, body=JudgeMany),
    Operation(
        path="/api/findings/{finding}/answers", call=answered, answer=RecordedAnswer, within=(_FINDING,), body=Answer
    ),
    Operation(path="/api/links", call=link, answer=RecordedAnswer, body=Link),
    Operation(path="/api/withdrawals", call=withdraw, answer=JudgedManyAnswer, body=Withdraw),
    Operation(path="/api/search", call=found, answer=SearchAnswer, query=(_Q, *_CLOCKS, *_PART)),
    Operation(path="/api/takings", call=takings, answer=TakingsAnswer),
    Operation(path="/api/names", call=names, answer=NamesAnswer),
)
"""Every operation of the JSON interface; routes and description are made of this."""


@cache
def description() -> Mapping[str, object]:
    """Describe the interface as OpenAPI."""
    return described(OPERATIONS, version("tocsin"))


def _endpoint(operation: Operation) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        with visit(request) as at:
            return JSONResponse(plain(operation.call(at)))

    return endpoint


def _describe(request: Request) -> Response:
    assert isinstance(request.app.state.room, Room)
    return JSONResponse(plain(description()))


ROUTES: tuple[Route, ...] = (
    Route("/api/openapi.json", _describe),
    *(Route(one.path, _endpoint(one), methods=[one.method.upper()]) for one in OPERATIONS),
)
