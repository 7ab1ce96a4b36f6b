# SPDX-License-Identifier: Apache-2.0
"""Fact sheets: a fact of a pack as a small text of its own, so that an answer told as a fact has words to point to.

1. The words are the pack's, not the publisher's; the sheet names the publisher and how the fact was checked.
2. The same row gives the same bytes, so the same document.
3. A sheet is nobody's paper: it has no issuer, no reader looks for findings in it, and where texts are counted it is
   none (`texts`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Fact
from tocsin.ledger.shelf import Shelved
from tocsin.records.findings import Ask, Card, Party
from tocsin.records.ids import Digest, digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

SHEET = "fact-sheet/1"
"""The reader and the text version that a sheet's run names."""
MEDIA_TYPE = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A fact as a text: where the words of the ask and of the answer stand, and its card."""

    fact: Fact
    text: Text
    card: Card
    asked: tuple[int, int]
    answered: tuple[int, int]
    ask: Ask
    answerer: Party

    @property
    def data(self) -> bytes:
        """The bytes that the vault keeps."""
        return self.text.content.encode()

    @property
    def original(self) -> Original:
        """Where the bytes came from."""
        return Original(document=self.text.document, size_bytes=len(self.data), source=f"fact {self.fact.id}")

    def run(self, catalogue: Catalogue) -> Run:
        """Who went over the text: nobody but the pack."""
        return Run(document=self.text.document, version=SHEET, reader=SHEET, catalogue=catalogue.digest)


def sheet(fact: Fact, catalogue: Catalogue) -> Sheet:
    """Write a fact as a text."""
    to = tuple(named(name, catalogue) for name in fact.to)
    askers = tuple(named(name, catalogue) for name in fact.askers)
    who = named(fact.who, catalogue)
    by = ", ".join(party.name for party in askers) or "an asker not named here"
    on = f" on {fact.asked}" if fact.asked else ""
    before = f"Fact sheet: {fact.title}\n\nAsked of {', '.join(party.name for party in to)} by {by}{on}: "
    between = f".\n\nAnswered by {who.name} on {fact.when}: "
    after = f".\n\nPublished by {fact.publisher}: {fact.at}\n\nHow this was checked: {fact.source}\n"
    asked = (len(before), len(before) + len(fact.about))
    answered = (asked[1] + len(between), asked[1] + len(between) + len(fact.note))
    content = f"{before}{fact.about}{between}{fact.note}{after}"
    document = digest(content.encode())
    return Sheet(
        fact=fact,
        text=Text(document=document, version=SHEET, media_type=MEDIA_TYPE, content=content),
        card=Card(genre="other", title=f"Fact sheet: {fact.title}", issued=fact.when, issued_basis="given"),
        asked=asked,
        answered=answered,
        ask=Ask(
            start=asked[0],
            end=asked[1],
            quote=fact.about,
            by="person",
            askers=askers,
            addressees=to,
            force=None,
            reported=True,
        ),
        answerer=who,
    )


def texts(held: Mapping[Digest, Shelved]) -> Mapping[Digest, Shelved]:
    """Leave out fact sheets: what somebody wrote of a text is no text of a voice."""
    return {name: item for name, item in held.items() if item.version != SHEET}


def texts_held(held: Mapping[Digest, Shelved]) -> int:
    """Count the documents that are no fact sheets: among how many nothing was found."""
    return sum(item.version != SHEET for item in held.values())


def named(name: str, catalogue: Catalogue) -> Party:
    """Give the party of an actor's id."""
    row = catalogue.actors.get(name)
    return Party(id=name, name=row.name.removeprefix("the ") if row else name)
