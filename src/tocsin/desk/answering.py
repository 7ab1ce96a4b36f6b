# SPDX-License-Identifier: Apache-2.0
"""Answers as people enter them: which ask words answer, with which response, status and impact, as typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.people import BadSpan, finding_named, party
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.linking import answers as answering
from tocsin.linking.answers import Answer
from tocsin.records.anchors import anchor
from tocsin.records.bounds import bounds
from tocsin.records.entries import PERSON, Entry
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest
from tocsin.records.lines import from_json
from tocsin.records.texts import Text


class NoSuchTerm(BadRequest):
    """A word is none of a closed list; `known` are its words, or each word with what it means."""

    def __init__(self, flag: str, given: str, known: Iterable[str]) -> None:
        super().__init__(f"{flag} {given}: none of {', '.join(known)}")


class AnswerNeeds(BadRequest):
    """An answer without its ask or its response."""

    def __init__(self) -> None:
        super().__init__("an answer needs --ask ID (`tocsin asks` shows ids) and --response TERM")


class NotAnAsk(BadRequest):
    """What was answered is another kind of finding."""

    def __init__(self, name: Digest, kind: str) -> None:
        super().__init__(f"{name}: this is a {kind}, and only asks are answered")


class AlreadyEntered(BadRequest):
    """The same person entered these words as an answer to this ask already."""

    def __init__(self, entry: Digest, response: str) -> None:
        short = entry.removeprefix("sha256:")[:12]
        super().__init__(
            f"these words are there already as your answer to this ask ({response}, entry {short}); "
            f"`tocsin judge undo {short}` withdraws it, to enter another in its place"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """An answer as typed: the beginning of the ask's id, terms of closed lists, a day, who answered."""

    ask: str | None = None
    response: str | None = None
    status: str | None = None
    impact: str | None = None
    when: str | None = None
    answerer: str | None = None


def term(catalogue: Catalogue, name: str, flag: str, given: str | None) -> str | None:
    """Hold a word against a closed list of the catalogue; a response may go by a reply's plain word, as "refused".

    >>> from tocsin.catalogue.catalogue import load
    >>> term(load()[0], "response", "--response", "refused")
    'countered'

    Raises:
        NoSuchTerm: It is none of the list's.
    """
    known = [row.id.removeprefix(f"{name}.") for row in catalogue.terms.values() if row.list == name]
    if given is None or given in known:
        return given
    if name == "response":
        if given in catalogue.replies:
            return catalogue.replies[given].response
        raise NoSuchTerm(flag, given, (_meaning(catalogue, one) for one in known))
    raise NoSuchTerm(flag, given, known)


def _meaning(catalogue: Catalogue, response: str) -> str:
    """Give a term with its name and the plain words that stand for it."""
    plain = [row.id for row in catalogue.replies.values() if row.response == response and row.id != response]
    also = f"; also: {', '.join(plain)}" if plain else ""
    return f"{response} ({catalogue.terms[f'response.{response}'].name}{also})"


def record(
    ledger: Ledger,
    catalogue: Catalogue,
    text: Text,
    span: tuple[int, int],
    given: Answering,
    *,
    handle: str,
    why: str | None,
) -> Entry:
    """Record that words of a text answer an ask.

    Raises:
        BadSpan: The span is none of the text's.
        AnswerNeeds: The ask or the response is not named.
        NoSuchTerm: A term is none of its list's, or the day is none.
        NotAnAsk: What the id names is no ask.
        AlreadyEntered: The same person entered the same words as an answer to the same ask.
    """
    response = term(catalogue, "response", "--response", given.response)
    if given.ask is None or response is None:
        raise AnswerNeeds
    if given.when is not None and bounds(given.when) is None:
        raise NoSuchTerm("--when", given.when, ("2023-08-31", "2023-08", "2023"))
    start, end = span
    if not 0 <= start < end <= len(text.content):
        raise BadSpan(f"{start}:{end}", len(text.content))
    ask = finding_named(ledger, given.ask)
    found = from_json(ledger.state(ask).entry.payload or {})
    if not isinstance(found, Ask):
        raise NotAnAsk(ask, getattr(found, "kind", "document's card"))
    answer = Answer(
        ask=ask,
        words=anchor(text, start, end),
        response=response,
        answerer=party(catalogue, given.answerer) if given.answerer else next(iter(found.addressees), None),
        status=term(catalogue, "answer-status", "--status", given.status),
        impact=term(catalogue, "impact", "--impact", given.impact),
        when=given.when,
    )
    for held in answering.answers(ledger):
        same = held.answer.ask == ask and _place(held.answer) == _place(answer)
        if same and held.entry.author == PERSON + handle:
            raise AlreadyEntered(held.entry.id, held.answer.response)
    return answering.record(ledger, answer, handle=handle, reason=why)


def _place(answer: Answer) -> tuple[Digest, str, int, int]:
    words = answer.words
    return words.document, words.version, words.start, words.end
