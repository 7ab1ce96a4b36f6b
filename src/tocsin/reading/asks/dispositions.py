# SPDX-License-Identifier: Apache-2.0
"""Dispositions: what the operative part of a judgment or an order binds a State or an officer to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.asks.measures import indicates
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.names import parties, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Citation, Party, Time

DISPOSITION = Construction(
    name="ask.disposition",
    says="what a judgment binds a State or an officer to do, below “For these reasons” or “The Court orders”",
    example=(
        "CASE OF VELL v. VELTRIA\n\nJUDGMENT\n\nFOR THESE REASONS, THE COURT,\n\nORDERS, unanimously, that:\n\n"
        "4. The State ⟦shall return the mill to its owners within one year⟧.\n"
    ),
)

CONSTRUCTIONS: tuple[Construction, ...] = (DISPOSITION,)

_BEGINS = late(
    r"^[ \t]*(?:\(?\d{1,3}[.)]\s+)?(?:FOR (?:THESE|THE FOREGOING|ALL THESE) REASONS"
    r"|For (?:these|the foregoing|all these) reasons"
    r"|(?:NOW,? )?THEREFORE|Now,? therefore|Therefore,?$|OPERATIVE (?:PART|PARAGRAPHS?|PROVISIONS)|DISPOSITIF"
    r"|(?:THE|The) (?:COURT|Court|TRIBUNAL|Tribunal|CHAMBER|Chamber)(?:,? (?:hereby|HEREBY|unanimously|UNANIMOUSLY),?)?"
    r" (?:ORDERS|DECIDES|HOLDS|DECLARES|Orders|Decides|Holds)\b"
    r"|(?:AND |And |and )?(?:ORDERS|DECIDES|RULES|HOLDS|DECLARES|ESTABLISHES|RESOLVES)\b"
    r"|(?:And |and )?(?:[Oo]rders|[Dd]ecides|[Rr]ules|[Hh]olds|[Dd]eclares),? (?:unanimously|by)\b"
    r"|THE (?:COURT|TRIBUNAL|CHAMBER),?[ ]*$)",
    re.MULTILINE,
)
_TELLS = late(
    r"^[^\n]{0,60}\b[Tt]he (?:Court|Tribunal|Chamber|Commission),?(?: (?:hereby|unanimously|therefore|further),?)* "
    r"(?:orders|decides|rules|holds|directs|allows|grants|upholds)\b",
    re.MULTILINE,
)
"""A sentence that orders, where no line of its own opens the operative part; its reasons may hold such a one too."""
_STATE = (
    r"(?:the|The|THE) (?:(?:respondent|Respondent|defendant|Defendant|RESPONDENT)[ -])?"
    r"(?:States?|STATE|Government|Parties|parties|Party|(?:Federal |Islamic |United |Democratic |Plurinational )?"
    r"(?:Republic|Kingdom|Federation|Union)(?: of(?: the)? [A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3})?)"
)
_OFFICER = (
    r"(?:the|The) (?:Registrar|Registry|Prosecutor|Secretariat|Defence|Applicants?|Commission|competent authorities)"
)
_NAMED = (
    r"(?:Both Parties|Each Party|both Parties|each Party"
    r"|(?:(?:the|The) )?[A-Z][a-z]+(?:(?: (?:of|for|and)(?: the)?)? [A-Z][a-z]+){0,4})"
)
_SHALL = late(
    rf"(?:^|\n|[.,;:(]\s|\bthat\s|\)\s|\b\d{{1,3}}\.\s)\s*(?P<who>{_STATE}|{_OFFICER}|{_NAMED})\s+"
    r"(?P<modal>(?:shall|must|is to|are to|has to|(?:is|are) (?:further |also |hereby |therefore )?"
    r"(?:required|obliged|ordered|directed|requested|instructed|enjoined) to)\b)(?P<rest>[^;]*?)"
    r"(?=;|\.\s*(?:\n|\Z)|\.\s+(?=[A-Z(\d])|\n\s*\n|\Z)"
)
_VERB = (
    r"\b(?P<verb>[Oo]rder(?:s|ed)|ORDERS|[Ii]nstructs|INSTRUCTS|[Dd]irects|DIRECTS|[Rr]equests|REQUESTS|[Rr]equires|REQUIRES"
    r"|[Ii]nvites|INVITES|[Ee]njoins|ENJOINS)\s+(?P<who>(?:the|The|THE|all|both|each|[A-Z])[^.;:\n]{1,110}?),?\s"
)
_ORDERS = late(_VERB + r"+(?P<to>to\b)(?P<rest>[^;]*?)(?=;|\.\s*(?:\n|\Z)|\.\s+(?=[A-Z(\d])|\n\s*\n|\Z)")
_LISTED = late(_VERB + r"*:\s*\n")
"""A list below those who are to act, each item of which says what: "Orders the Respondent State:"."""
_FORCES = {"request": "request", "invite": "invite"}
_UNDER = late(
    r"\b([Dd]ecides?|DECIDES|[Hh]olds|HOLDS|[Rr]ules|RULES|[Rr]esolves|RESOLVES|[Oo]rders|ORDERS|[Dd]irects|DIRECTS)\b"
)
_TO_ACT = late(r"\bto\s+[a-z]|\bto\s*:")
_DECIDING = frozenset({"decide", "decides", "holds", "rules", "resolves"})
_ITEM = late(
    r"^[ \t]*(?:\(?[a-z]{1,3}[).]|\(?[ivx]{1,4}\)|[-–•])[ \t]*"
    r"(?P<words>\S[^\n]*(?:\n(?![ \t]*(?:\n|\(?[a-z]{1,3}[).]|[-–•]))[^\n]+)*)",
    re.MULTILINE,
)
_PARAGRAPH = late(r"^[ \t]*\(?\d{1,3}[.)]\s", re.MULTILINE)
_CLOSES = late(r"(?:[\s;,.]|(?<=[\s;,])(?:and|or))+\Z")
_SETTLED = late(
    r"\s*(?:be (?:payable|understood|deemed|entitled|borne|added|liable)|remain|bear|constitute|serve|have effect)\b"
)
"""What a clause with "shall" settles without binding anybody to act."""
_AGAINST = late(r"\b(?:v\.?|vs\.?|V\.?|VS\.?|versus|against|AGAINST)\s+(?P<who>[A-Z][^\n()]{2,80})")
_HEAD = 2500
"""Code points at the head of a judgment within which its parties are named."""


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find what a court's operative part orders; give the asks and the spans that were dealt with."""
    del times, citations  # every ask is given its deadline and its law later
    if card.genre != "court-order" or indicates(draft.content):
        return [], []  # provisional measures have a finder of their own
    begins = _BEGINS.search(draft.content) or _TELLS.search(draft.content)
    if begins is None:
        return [], []
    asks = [ask for ask in _found(draft, card, begins.start()) if not _inside(ask.start, read)]
    asks.sort(key=lambda ask: ask.start)
    kept: list[Ask] = []
    for ask in asks:
        if not kept or ask.start >= kept[-1].end:
            kept.append(ask)
    return kept, [(begins.start(), len(draft.content))] if kept else []


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _found(draft: Draft, card: Card, begin: int) -> Iterator[Ask]:
    content = draft.content
    for match in _ORDERS.finditer(content, begin):
        force, to = _of_verb(match), _bound(draft, card, *match.span("who"))
        if match["rest"].lstrip().startswith(":"):
            yield from (
                _ask(card, *item.span("words"), content, to, force) for item in _items(content, match.end("to"))
            )
        else:
            yield _ask(card, match.start("to"), match.end("rest"), content, to, force)
    for match in _LISTED.finditer(content, begin):
        if _TO_ACT.search(content, match.start("who"), match.end()) is None:
            force, to = _of_verb(match), _bound(draft, card, *match.span("who"))
            items = _items(content, match.end() - 1)
            yield from (_ask(card, *item.span("words"), content, to, force) for item in items)
    for match in _SHALL.finditer(content, begin):
        to = _bound(draft, card, *match.span("who"))
        if to and not _SETTLED.match(match["rest"]):
            modal = match["modal"]  # "is ordered to release": what is ordered begins at "to"
            start = match.end("modal") - 2 if modal.endswith("ed to") else match.start("modal")
            yield _ask(card, start, match.end("rest"), content, to, _force(content, begin, match.start()))


def _of_verb(match: re.Match[str]) -> str:
    return _FORCES.get(match["verb"].lower().rstrip("s"), "direct")


def _force(content: str, begin: int, end: int) -> str:
    """Give the force of a clause with "shall": by the verb that it stands under, a decision or an order."""
    verbs = _UNDER.findall(content, begin, end)
    return "decide" if verbs and verbs[-1].lower() in _DECIDING else "direct"


def _items(content: str, start: int) -> Iterator[re.Match[str]]:
    """Give the items of the list that begins after a stem, up to the next numbered paragraph."""
    close = _PARAGRAPH.search(content, start + 2)
    listed = _ITEM.finditer(content, start, close.start() if close else len(content))
    return (item for item in listed if _ORDERS.match(content, item.start("words")) is None)


def _ask(card: Card, start: int, end: int, content: str, to: tuple[Party, ...], force: str) -> Ask:
    return Ask(
        start=start,
        end=start + len(_CLOSES.sub("", content[start:end])),
        quote="",
        by=DISPOSITION.name,
        askers=card.issuers,
        addressees=to,
        force=force,
    )


def _bound(draft: Draft, card: Card, start: int, end: int) -> tuple[Party, ...]:
    """Give who is bound: a named State or officer, or for "the State" the one that the case is against."""
    named = parties(draft, start, end)
    known = tuple(party for party in named if party.id in draft.catalogue.actors and party.id not in _UNNAMED)
    if known:
        return known
    words = " ".join(draft.content[start:end].split())
    plain = re.sub(r"^(?:the|both|each)\s+", "", words, flags=re.IGNORECASE)
    if re.search(r"\b(?:State|STATE|Government|Republic|Kingdom)$", plain):
        return _respondent(draft, card) or (Party(id=slug(plain), name=plain),)
    return (Party(id=slug(plain), name=plain),)


_UNNAMED = frozenset({"states", "authorities", "parties"})


def _respondent(draft: Draft, card: Card) -> tuple[Party, ...]:
    """Give the State that the case is against, by its title."""
    actors = draft.catalogue.actors
    states = tuple(party for party in card.addressees if party.id in actors and actors[party.id].kind == "state")
    if len(states) == 1:
        return states
    for match in _AGAINST.finditer(draft.content, 0, _HEAD):
        found = tuple(p for p in parties(draft, *match.span("who")) if p.id in actors and actors[p.id].kind == "state")
        if found:
            return found[:1]
    return ()
