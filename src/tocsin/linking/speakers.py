# SPDX-License-Identifier: Apache-2.0
"""Speakers: whether a paper, or somebody quoted in one, speaks for who was asked, by the words of both names alone.

1. A paper is whose name its head has: "Statement by the Minister of Fisheries" under "Government of Ardesh".
2. It speaks for who was asked where it says all words of that name ("Accident Board" – "Accident Board of Veltria"), or
   where that name says all of its words ("Speaker of the Assembly of Veltria" – "Assembly of Veltria").
3. An office without a land is its own land's: the asking paper must name what else the head names.
4. Who is of a land without governing it – a union, a church, a newspaper, an opposition – does not speak for the land:
   a longer name speaks for a land's where it has an office in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]*(?:(?:\s+|,\s+|\s*-\s*)(?:(?:of|for|and|on)\s+(?:the\s+)?|the\s+)?[A-ZÀ-Þ][\w’'-]*)*"
)
_CUT = re.compile(r"\s+(?:to|at|with|about|concerning|regarding|against|in|from)\s+(?!the\s+field)|[:;(–—]|\s-\s")
"""Ends, in a line at the head of a paper, whose it is: those it is to, or about, stand after it."""
_LINES = 5
"""Lines at the head of a paper that may say whose it is."""
_ALIKE = 6
"""Letters that forms of an office's name share: "minister", "ministry"."""
GOVERNING = "govern"
"""Stands for whoever governs a land: its government, its authorities, the State."""
_SMALL = frozenset({"of", "the", "for", "and", "on", "to", "in", "a", "an", "at", "s", "its", "his", "her", "de", "la"})
_SAID = (
    r"said|says|told|added|announced|stated|declared|replied|answered|wrote|insisted|explained|confirmed|noted|warned"
    r"|argued"
)
_AFTER = re.compile(rf"[,.?!”\"’]\s*[”\"’]?\s*(?P<who>[^,.;:”\"“]{{2,90}}?)\s+(?:{_SAID})\b")
_TURNED = re.compile(rf"[,”\"’]\s*[”\"’]?\s*(?:{_SAID})\s+(?P<who>(?:(?:the|a|an|its|his|her)\s+)?[^,.;:”\"“]{{2,90}})")
_BEFORE = re.compile(rf"^\W*(?P<who>[^,.;:”\"“]{{2,110}}?)(?:,[^,”\"“]{{2,60}},)?\s+(?:{_SAID})\b")
_SPEECH = re.compile(r"^\W*(?P<who>[A-ZÀ-Þ][^.:;?!”\"“]{2,70}):\s+\S")
"""Begins what a minute of what was said gives to somebody: "Minister Ilic: …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The words of a name by which it is told from others: those of an office, and all others."""

    offices: frozenset[str]
    names: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All of them."""
        return self.offices | self.names


class Speakers:
    """Reads whose paper it is by one catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        offices = [*catalogue.list("reply.offices"), *catalogue.list("reply.seats"), *catalogue.list("reply.ranks")]
        offices += [
            *catalogue.list("reply.field-offices"),
            *catalogue.list("reply.fields"),
            *catalogue.list("reply.organs"),
        ]
        self._empty = frozenset(map(_key, catalogue.list("reply.empty")))
        self._offices = frozenset(_key(word) for name in offices for word in _WORD.findall(name.lower())) - self._empty
        self._governing = frozenset(map(_key, catalogue.list("reply.governing")))
        self._offices |= {GOVERNING}
        self._civil = frozenset(map(_key, catalogue.list("reply.civil")))
        self._papers = frozenset(_key(word) for name in catalogue.list("reply.papers") for word in name.split())
        self.named = lru_cache(maxsize=8192)(self._named)

    def _named(self, name: str) -> Named:
        """Part the words of a name.

        >>> from tocsin.catalogue.catalogue import load
        >>> found = Speakers(load()[0]).named("the Minister of Water of Ardesh")
        >>> sorted(found.offices), sorted(found.names)
        (['minist'], ['ardesh', 'water'])
        """
        said = _WORD.findall(name)
        named = [word for word in said if word[0].isupper()]
        words = {_key(word.lower()) for word in said if word.lower() not in _SMALL}
        if words & self._governing:
            words = (words - self._governing) | {GOVERNING}
        if named:  # "the shipping company Nordfar" is told from others by its name
            words &= {_key(word.lower()) for word in named} | self._offices
        return Named(offices=frozenset(words & self._offices), names=frozenset(words - self._offices - self._empty))

    def head(self, lines: Iterable[str], issuers: Iterable[str]) -> Named:
        """Give whose paper it is, by the lines at its head and the issuers that were read."""
        offices, names = set[str](), set[str]()
        for name in (*self.in_lines(lines), *issuers):
            held = self.named(name)
            offices |= held.offices
            names |= held.names
        return Named(offices=frozenset(offices - self._papers), names=frozenset(names - self._papers))

    def in_lines(self, lines: Iterable[str], *, whole: bool = False) -> Iterator[str]:
        """Give the names in lines at the head of a paper: of whose it is, or of all."""
        for line in [*lines][:_LINES]:
            own = line if whole else _CUT.split(line.strip(), maxsplit=1)[0]
            yield from (match[0] for match in _NAMED.finditer(own) if whole or not self._is_civil(own[: match.start()]))

    def _is_civil(self, lead: str) -> bool:
        """Say whether who is named comes from somewhere: "a coalition of groups from Veltria" is not Veltria."""
        words = _before_row(lead)
        return words[-1:] in _OUT_OF and any(word.islower() and _key(word) in self._civil for word in words)

    def before(self, lead: str) -> list[str]:
        """Give the names in the sentence before an ask of which nobody knows whom it asks."""
        said = [*sent_spans(lead)]
        return _NAMED.findall(lead[said[-1][0] :]) if said else []

    @staticmethod
    def key(word: str) -> str:
        """Give what the forms of a word in a name share."""
        return _key(word.lower())

    def speaks(self, head: Named, asked: Named, known: frozenset[str], own: frozenset[str], *, near: bool) -> bool:
        """Say whether who stands at a head speaks for who was asked.

        `known` are words of names in the asking paper, `own` of those at its head; `near`: both papers name the same.
        """
        others = head.names - asked.names
        civil = others & self._civil
        if not head.all or not asked.all or (civil and not (civil <= own and head.offices)):
            return False
        offices = asked.offices - {GOVERNING}
        if asked.names <= head.names and asked.names:
            land = GOVERNING in asked.offices or len(asked.all) == 1
            return offices <= head.offices and not (land and others and not head.offices)
        if not asked.names and offices <= head.offices and head.offices:
            return near or not others.isdisjoint(known) or (bool(offices) and not others)
        return len(head.all) > 1 and bool(head.names) and head.all <= asked.all

    def quoted(self, who: str, asked: Named) -> bool:
        """Say whether somebody whose words a paper brings may speak for who was asked."""
        held = self.named(who)
        if held.names & self._civil - asked.names:
            return False
        if asked.names and asked.names <= held.names:
            return True
        offices = asked.offices - {GOVERNING}
        return bool(asked.offices) and offices <= held.offices and (bool(offices) or GOVERNING in held.offices)

    @staticmethod
    def who_said(sentence: str) -> str | None:
        """Give who a sentence says its words are of.

        >>> Speakers.who_said("“The road stays shut,” Minister Ana Reni told reporters.")
        'Minister Ana Reni'
        >>> Speakers.who_said("General Maro: No shell fell there.")
        'General Maro'
        >>> Speakers.who_said("Groups from Veltria, Ardesh and Lumara wrote to the Council.")
        """
        for pattern in (_SPEECH, _AFTER, _TURNED, _BEFORE):
            match = pattern.search(sentence)
            if match is not None:
                lead = sentence[: match.start("who")]
                in_row = lead.endswith(", ") and " and " in match["who"] and _before_row(lead)[-1:] in _OUT_OF
                return None if in_row else match["who"].strip()
        return None


_OUT_OF = (["from"], ["of"], ["in"], ["across"])
"""How the words end behind which lands are named that somebody comes from."""


def _before_row(lead: str) -> list[str]:
    """Give the words before a row of names: "groups from" of "groups from Veltria, Ardesh and"."""
    words = _WORD.findall(lead)
    while words and (words[-1][0].isupper() or words[-1] == "and"):
        words.pop()
    return words


def _key(word: str) -> str:
    """Give what the forms of a word in a name share."""
    return word if word.startswith("governor") else word[:_ALIKE]
