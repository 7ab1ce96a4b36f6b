# SPDX-License-Identifier: Apache-2.0
"""Governments: for which State or body a named office speaks – "Ministry of Water of Ardesh", "Ardesh Armed Forces".

1. An office with a field ("Ministry of Justice of …") speaks for what its name ends with, others for what follows.
2. The line at the head of a text that is an office's name alone says whose paper it is.
3. What was asked of "the authorities" is asked of those of the State that the text names after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded

_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_CUT = re.compile(r"\s+(?:to|in|at|on)\s+|[,(:;]")
_NAME = r"[A-ZÀ-Þ][\w'’-]*(?:[ ](?:of[ ](?:the[ ])?)?[A-ZÀ-Þ][\w'’-]*){0,4}"
_NAMED = re.compile(rf"{_NAME}$")
_AFTER = re.compile(rf"\s+(?:of|in|at|from)\s+(?:the\s+)?(?P<name>{_NAME})")
_HEADS = 3
"""Lines at the head of a text among which an office's name may stand alone."""
_LONGEST = 90
"""Letters up to which such a line is a name."""


def party_id(name: str) -> str:
    """Give the id that a name makes.

    >>> party_id("League of the Gulf States")
    'league-of-the-gulf-states'
    """
    return folded(name).replace(" ", "-")


class Governments:
    """Reads offices in names by one catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        fields = catalogue.list("reply.field-offices")
        plain = {*catalogue.list("reply.offices"), *catalogue.list("reply.styles"), *catalogue.list("reply.seats")}
        self._office = re.compile(
            rf"(?:(?:{_either(catalogue.list('reply.ranks'))})\s+)*(?:(?P<field>{_either(fields)})|(?:{_either(plain)}))s?\b",
            re.IGNORECASE,
        )
        aides = _either(catalogue.list("reply.aides"))
        self._aide = re.compile(rf"(?:{aides})\s+(?:to|for|of)\s+(?:the\s+)?", re.IGNORECASE)
        papers = _either(catalogue.list("reply.papers"))
        self._paper = re.compile(rf"(?:[\w-]+\s+)?(?:{papers})\s+(?:of|by|from)\s+(?:the\s+)?", re.IGNORECASE)
        ranks = _either(catalogue.list("reply.ranks"))
        heads = _either([*catalogue.list("reply.seats"), "ministry", "parliament"])
        self._before = re.compile(rf"(?P<who>{_NAME}?)\s+(?i:(?:(?:{ranks})\s+)*(?:{heads}))(?:\s+of\s+.+)?$")
        self._fields = frozenset(catalogue.list("reply.fields"))
        self._ranks = frozenset(word for name in catalogue.list("reply.ranks") for word in name.split())

    def bare(self, name: str) -> str | None:
        """Give the State or body that an office's name speaks for; None where it names none.

        >>> from tocsin.catalogue.catalogue import load
        >>> bare = Governments(load()[0]).bare
        >>> bare("Ministry of Water and Energy of Ardesh"), bare("the Ardesh Armed Forces"), bare("Ministry of Justice")
        ('Ardesh', 'Ardesh', None)
        >>> bare("Secretariat of the Union of the Northern States"), bare("Permanent Mission of Ardesh to the Union")
        ('Union of the Northern States', 'Ardesh')
        """
        said = " ".join(name.split()).removeprefix("the ").removeprefix("The ")
        aide = self._aide.match(said)
        if aide is not None and (held := self.bare(said[aide.end() :])) is not None:
            return held
        said = _CUT.split(said, maxsplit=1)[0]
        office = self._office.match(said)
        if office is not None and (of := _OF.match(said, office.end())) is not None:
            parts = _OF.split(said[of.end() :])
            if office["field"] and len(parts) == 1:
                return None
            rest = parts[-1] if office["field"] else said[of.end() :]
            return (self.bare(rest) or rest) if _NAMED.fullmatch(rest) else None
        before = self._before.fullmatch(said)
        if before is None or any(word.casefold() in self._ranks | self._fields for word in before["who"].split()):
            return None
        return None if self._office.match(before["who"]) else before["who"]

    def heads(self, opening: str) -> Iterator[tuple[str, str]]:
        """Give the offices that lines at the head of a text name alone, each with what it speaks for."""
        lines = [line.strip() for line in opening.splitlines() if line.strip()]
        for line in lines[:_HEADS]:
            paper = self._paper.match(line)
            named = line[paper.end() :].partition(",")[0] if paper else line
            if len(named) <= _LONGEST and named[:1].isupper() and (bare := self.bare(named)) is not None:
                yield named, bare


def followed(name: str, lead: str) -> str | None:
    """Give the name that stands after a party's last mention in the words before an ask.

    >>> followed("authorities", "We call on the authorities of Ardesh ")
    'Ardesh'
    """
    at = lead.rfind(name)
    after = _AFTER.match(lead, at + len(name)) if at >= 0 else None
    return after["name"] if after else None


def full(short: str, opening: str) -> str:
    """Give the long name that a text's head has for a short one: "League of the Northern Coast" for "League"."""
    if " " in short:
        return short
    found = re.search(rf"\b{re.escape(short)}\s+of\s+(?:the\s+)?{_NAME}", opening)
    return " ".join(found[0].split()) if found else short


def _either(names: object) -> str:
    assert isinstance(names, list | tuple | set | frozenset)
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
