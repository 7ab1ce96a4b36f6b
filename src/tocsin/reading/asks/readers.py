# SPDX-License-Identifier: Apache-2.0
"""Readers: whom a letter is to, by the greeting with which it begins and by the short names it calls them."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import dataclasses
import re

from tocsin.reading.asks import contexts
from tocsin.reading.cards import addresses, recipients
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

SUPPORTERS = (Party(id="supporters", name="supporters"),)
"""Those who get a body's mailings and petitions."""
MAILED = frozenset({"newsletter", "petition", "open-letter", "other"})
"""Genres in which "dear friends" are those who get a body's mailings."""
_VAGUE = frozenset(
    "commissioner commissioners director directors minister ministers governor mayor judge judges editor editors "
    "ambassador chairman chairperson secretary sirs madams professor councillors".split()
)
"""Offices in a greeting that do not say of what; the head of the letter does."""
_KINDS = {
    "Company": late(
        r"\b(?:llc|ltd|limited|plc|inc|corp(?:oration)?|gmbh|ag|s\.?a|holdings?|power|energy|mining)\b", re.IGNORECASE
    ),
    "House": late(r"\b(?:parliament|assembly|congress|senate|house)\b", re.IGNORECASE),
    "Court": late(r"\b(?:court|tribunal|bench)\b", re.IGNORECASE),
}
"""By which words of a name a reader is known that a paper calls by a common noun."""


def sound(named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out titles that by themselves name nobody: "dear Sirs"."""
    return tuple(party for party in named if party.id not in recipients.OFFICES)


def saluted(draft: Draft, card: Card, block: Block, held: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give whom a salutation greets; who presides stands for the body that the head of the text names.

    `held` are those whom the text has greeted before.
    """
    named = sound(addresses.parties(draft, block.start, block.end))
    known = tuple(party for party in named if party.id in draft.catalogue.actors)
    meant = _meant(card, named) if named and not known else named
    if meant != named:
        return meant
    if contexts.HONOURED.fullmatch(draft.content, block.start, block.end):
        one = contexts.ONE_HONOURED.match(draft.content, block.start, block.end)
        return (card.addressees[:1] if one else card.addressees) or named  # the others have a copy
    one_of = contexts.greeted(draft, block.start, block.end, card.addressees)
    if one_of:
        return one_of
    if card.genre in MAILED and contexts.FRIENDS.match(draft.content, block.start, block.end):
        return SUPPORTERS
    if not contexts.PRESIDING.match(draft.content, block.start, block.end):
        # "Dear Madam President" is whoever the letter is addressed to, by name and office.
        titled = not known and contexts.TITLED.match(draft.content, block.start, block.end)
        kept = tuple(party for party in named if party in known or party in card.addressees)
        return (card.addressees[:1] if titled else ()) or kept or named
    return held or contexts.presided(draft, block) or known or card.addressees


_COPIED = late(
    r"^[ \t]*(?:b?cc|cop(?:y|ies))(?: to)? ?:[ \t]*(?P<whom>[^\n]+(?:\n[ \t]+[^\n]+)*)", re.IGNORECASE | re.MULTILINE
)
_LAND = late(r"(?:[A-Z]\w+ ){0,2}(?:Republic|Kingdom|Emirate|Sultanate|Principality) of\b")
_HELD = late(
    r"\b(?:Minister|President|Governor|Premier|Secretary|Chancellor|Ambassador|Commissioner|Mayor|Chair\w*|Director)\b"
)


def of_letter(draft: Draft, card: Card) -> Card:
    """Leave of those a card addresses the ones whom "you" may mean.

    Those who have a copy, titles that do not say of what and the land below its ministers are left out, if others stay.
    """
    held = card.addressees
    if len(held) < 2:
        return card
    copied = {
        party.id for found in _COPIED.finditer(draft.content) for party in addresses.parties(draft, *found.span("whom"))
    }
    posts = any(_HELD.search(party.name) for party in held)
    meant = tuple(
        party
        for party in held
        if party.id not in copied and party.id not in _VAGUE and not (posts and _LAND.match(party.name))
    )
    return dataclasses.replace(card, addressees=meant) if meant else card


_GREETING = 8
"""Blocks within which a letter's first paragraph may greet its reader."""


_TO_LINE = late(r"^(?:(?:To|TO) ?: |(?:For|FOR) the (?:kind )?attention of )", re.MULTILINE)
_HEAD_OF_LETTER = 400
"""Code points at a text's head in which a line says whom it is to."""


def is_written_to(draft: Draft, card: Card) -> bool:
    """Say whether a text speaks to those whom its head names: an open letter, a paper with a line "To: …"."""
    if not card.addressees:
        return False
    return card.genre == "open-letter" or _TO_LINE.search(draft.content[:_HEAD_OF_LETTER]) is not None


def opened(draft: Draft, card: Card, index: int) -> tuple[Party, ...] | None:
    """Give whom a paragraph greets that goes on from its greeting: "Dear Commissioner for Lakes, …"; None for none."""
    span = addresses.opening(draft.content, draft.blocks[index]) if index < _GREETING else None
    return None if span is None else _meant(card, addresses.parties(draft, *span))


def _meant(card: Card, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give whom a greeting means: whom the head addresses, where the greeting itself names nobody in full."""
    if all(party.id in recipients.OFFICES or party.id in _VAGUE for party in named):
        return card.addressees
    by_name = [one for party in named for one in card.addressees if one.name.endswith(f" {party.name}")]
    return tuple(by_name) if len(by_name) == len(named) else named


def called(card: Card, noun: str) -> tuple[Party, ...]:
    """Give whom a paper is to by the noun that stands for them: "the Company" for "Issel Freight LLC"."""
    if not noun[0].isupper():
        return ()
    kind = _KINDS.get(noun)
    held = [
        party
        for party in card.addressees
        if re.search(rf"\b{noun}\b", party.name) or (kind is not None and kind.search(party.name) is not None)
    ]
    if len(held) != 1:
        return ()
    body = _THEIR_BODY.match(held[0].name)
    whole = body["body"] if body is not None and noun in body["body"] else ""
    return (Party(id=names.slug(whole), name=whole),) if whole else tuple(held)


_THEIR_BODY = late(
    r"(?:Judges|Members|Directors|Justices|Commissioners|Shareholders|Chair\w*|President) of the (?P<body>.+)"
)
"""Those who make up a body, which itself goes by its noun."""
