# SPDX-License-Identifier: Apache-2.0
"""Party names: whom a source names, as a reader of a dossier would; titles of documents, those without one too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.ledger.shelf import Shelved
from tocsin.records.findings import Party

_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "a", "an"})
_SHORT = 5
"""Letters up to which a name in capitals is an abbreviation."""
_TITLE = 110
_AFTER_HEAD = re.compile(r" (?:of|for|on|in|to|and|against|\()")
_CAPITALS = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,}){2,}")


class PartyNames:
    """Names parties: by the source's own words, but by the catalogue's name where those are an adjective alone."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = {row.id: row.name for row in catalogue.actors.values()}
        self._adjectives = {row.id: frozenset(map(folded, row.demonyms)) for row in catalogue.actors.values()}

    def named(self, party: Party) -> str:
        """Name a party.

        >>> from tocsin.catalogue.catalogue import load
        >>> PartyNames(load()[0]).named(Party(id="russia", name="Russian"))
        'Russian Federation'
        """
        name = " ".join(party.name.split())
        if folded(name) in self._adjectives.get(party.id, ()):
            return self._names[party.id].removeprefix("the ")
        return lowered(name)

    def all(self, parties: Iterable[Party]) -> str:
        """Name several; one whose name another's holds whole is named by that other alone.

        >>> from tocsin.catalogue.catalogue import load
        >>> people = (Party(id="people", name="people"), Party(id="people-of-dolen", name="people of Dolen"))
        >>> PartyNames(load()[0]).all(people)
        'people of Dolen'
        """
        return ", ".join(_whole([self.named(party) for party in parties]))

    def issuers(self, item: Shelved) -> str:
        """Name who speaks in a document; empty where nobody is named."""
        return self.all(item.card.issuers)


def articled(catalogue: Catalogue, name: str) -> str:
    """Give a name as it stands in running text: with an article where the noun that it ends takes one.

    >>> from tocsin.catalogue.catalogue import load
    >>> [articled(load()[0], name) for name in ("European Union", "Parliament of Lumara", "Lumara", "the Hague")]
    ['the European Union', 'the Parliament of Lumara', 'Lumara', 'the Hague']
    """
    head = _AFTER_HEAD.split(folded(name))[0].split()
    nouns = catalogue.list("names.articled")
    takes = any(" ".join(head[-long:]) in nouns for long in (1, 2))
    return f"the {name}" if takes and not name.startswith(("the ", "The ")) else name


def _whole(names: Iterable[str]) -> list[str]:
    held = list(dict.fromkeys(names))
    return [
        name
        for name in held
        if not any(name != other and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", other) for other in held)
    ]


def lowered(name: str) -> str:
    """Write a name that is set in capitals as names are written; a short one is an abbreviation.

    >>> lowered("NATIONAL ASSEMBLY OF ORSAVA"), lowered("ICRC")
    ('National Assembly of Orsava', 'ICRC')
    """
    if not name.isupper() or len(name) <= _SHORT or "[" in name:
        return name
    words = name.split()
    return " ".join(
        word.lower() if number and word.lower() in _SMALL else word.capitalize() for number, word in enumerate(words)
    )


def eased(words: str) -> str:
    """Write the names in words that are set in capitals as names are written.

    >>> eased("breached according to 1 voice (NATIONAL ASSEMBLY OF ORSAVA)")
    'breached according to 1 voice (National Assembly of Orsava)'
    """
    return _CAPITALS.sub(lambda found: lowered(found[0]), words)


def sheet(item: Shelved) -> bool:
    """Say whether a document is a fact sheet: nobody's paper, written from a row of a pack."""
    return item.source.startswith("fact ") and not item.card.issuers


def titled(item: Shelved) -> str:
    """Give a document's title, cut where it is long; one without a title goes by the file it came in.

    A folder's name is whose machine it was, and nobody's business.
    """
    title = " ".join((item.card.title or "").split())
    if not title:
        kind = "text" if item.card.genre == "other" else item.card.genre.replace("-", " ")
        return f"untitled {kind} ({item.source.rpartition('/')[2]})"
    if len(title) <= _TITLE:
        return lowered(title)
    return lowered(title[:_TITLE].rpartition(" ")[0] or title[:_TITLE]) + " …"
