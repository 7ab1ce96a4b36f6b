# SPDX-License-Identifier: Apache-2.0
"""Repliers: who it is that a clause says did, accepted or refused something, and whose words it is in.

1. The nearest subject before the cue counts: a name, "we", or a short name such as "the Council".
2. What stands after a preposition is no subject ("the letter of X"), unless an office speaks for it ("the
   Government of X").
3. Where a text names nobody, its issuer speaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.tenures import tenures_by
from tocsin.ledger.shelf import Shelved
from tocsin.linking.governments import Governments, party_id
from tocsin.linking.reply_cues import Told
from tocsin.linking.roles import Roles
from tocsin.reading.lexicon import Hit, Lexicon
from tocsin.reading.naming.names import actor_patterns
from tocsin.records.findings import Party

_PREPOSITION = re.compile(
    r"\b(?:of|to|by|with|from|in|on|for|at|between|against|near|under|into|through|along|over|about|and|asking|urging|urge|urged"
    r"|asked|call|called\s+on|calls\s+on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"^\s*(?:,|and|&)\s*(?:the\s+)?$")
_HEAD_LINES = 4
"""Lines at the head of a text in which its speaker may stand alone."""
_ORGAN = re.compile(r"^\W*(?:The\s+|the\s+)?(?:[A-Z][\w'’-]+\s+){1,4}of\s+(?:the\s+)?$")
_PASSIVE_BY = re.compile(r"\sby\s+(?:the\s+)?", re.IGNORECASE)
_AGENT = re.compile(r"(?:(?:[^\W\d_]+\s+){1,3}(?:of|from)\s+(?:the\s+)?)?")
"""May stand before who did it: "by envoys of"."""
_SAID = re.compile(
    r"[,”\"]\s*(?:(?:a|the)\s+)?(?P<who>[^,.”\"]{3,80}?)\s+(?:said|says|stated|states|told|announced|added|declared)\b"
)
_SPOKE = re.compile(
    r"^\s+(?:\w+ly\s+)?(?:said|says|announced|announces|stated|confirmed|confirms|told|reported|added|declared)\b[^,;]*\bthat\b"
)
"""Leads to what the subject before says."""
_DATELINE = re.compile(r"\W*[^\n.;:]{2,90}?(?:\)|\b\d{4}|\b[A-Z]{3,})\s*[–—-]+\s+(?=[\"“A-Z])")
"""Begins a report: a place, a day, who tells it."""
_FIRST = 4
"""Characters before a name that opens a document: the name of who speaks, where nothing else names anybody."""
_BY = re.compile(r"^\W*(?:\w+\W+){1,4}(?:of|by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|addressed\s+to|on|about|concerning|regarding)\s+", re.IGNORECASE)
"""Ends, in a title, who speaks: those whom a paper is to, or about, stand after it."""
_LONGER = re.compile(r" (?:of|for|in) ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_EMPTY = frozenset(
    {"also", "further", "and", "has", "have", "having", "today", "now", "already", "herewith", "hereby", "not", "no"}
)
_IMPERSONAL = re.compile(r"\b(?:be|been|is|are|was|were|enjoy\w*|noted|accepted|supported)\b", re.IGNORECASE)
_BEFORE, _AFTER = 10, 14
"""Characters about a cue in which "be" makes it impersonal ("has been granted", "will not be opened")."""
_ANOTHERS = re.compile(r"\b(?:that|which|who|whose|whether|if)\b", re.IGNORECASE)
_NEAR = 6
"""Words that may stand between a cue and a subject that does not speak itself."""
_BESIDE = 3
"""Words that may stand between a subject and a participle that has no auxiliary."""
_FIRST_PERSON = frozenset({"we", "i", "our government"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_OF_STATES = frozenset({"government", "authorities", "state", "parliament", "president", "ministry"})
"""Short names of bodies that a State has, whoever tells of them."""
_GOVERNING = frozenset({"state", "territory"})
_NAMELESS = frozenset({"collective", "group"})
"""Kinds of actors that common nouns name, which may name anybody's."""
_NAME = 4
"""Letters that a name has at least, to be looked for in texts."""
_PEOPLE = re.compile(r"([A-ZÀ-Þ]\w{3,}?)(?:i?an|ean|ese|ish|ic|i)")
"""The name of a State's people, less its ending: "Veltrian"."""


def _opens(lead: str) -> bool:
    """Say whether nothing but a number, an adverb or "having" stands before a cue: an order, a decision, a note."""
    return not [word for word in _WORD.findall(lead) if word.lower() not in _EMPTY and not word.endswith("ly")]


def _root(name: str) -> str:
    """Give what the name of a State and of its people have in common.

    >>> _root("Veltria") == _root("Veltr"), _root("Lumara") == _root("Lumar")
    (True, True)
    """
    return folded(name).rstrip("aeiouy")


def begins(sentence: str, before: int) -> int:
    """Give where a sentence begins after the place and day that open a report, if that is before a place in it.

    >>> begins("KARSK, 2 May 2025 (Karsk Press) – The road is open.", 40)
    34
    """
    line = _DATELINE.match(sentence)
    return line.end() if line is not None and line.end() <= before else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Replier:
    """Who replies: the parties, and whether the text is their own; `named`: the clause names them, or "we"."""

    parties: tuple[Party, ...]
    own: bool
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What of a document tells who speaks in it: its issuers, the names in it, and for whom its offices speak."""

    shelved: Shelved
    issuers: tuple[Party, ...]
    names: tuple[Party, ...] = ()
    offices: tuple[str, ...] = ()


class Repliers:
    """Knows the names of the catalogue and of a ledger's parties; build it once."""

    def __init__(self, catalogue: Catalogue, parties: Iterable[Party]) -> None:
        self._catalogue = catalogue
        parties = list(parties)
        known = catalogue.actors
        self._governments = Governments(catalogue)
        more = {
            (name, party.id)
            for party in parties
            for name in (party.name, party.name[:1].upper() + party.name[1:])
            if party.id not in known and len(name) >= _NAME
        }
        named = {name for name, _ in more}
        bare = {name for party in parties if (name := self._governments.bare(party.name)) is not None}
        more |= {(name, party_id(name)) for name in bare - named if len(name) >= _NAME}
        self._roles = Roles(catalogue)
        held = tenures_by(catalogue).names()
        more |= {(name, person) for name, person in held if person not in known}
        self._lexicon = Lexicon({"actor": [*actor_patterns(catalogue), *sorted(more)]})
        self._roots = {_root(name): tag for name, tag in sorted(more) if " " not in name and name[:1].isupper()}
        self._offices = re.compile(
            rf"\b(?:{'|'.join(sorted(map(re.escape, catalogue.list('reply.offices')), key=len, reverse=True))})s?\s+"
            r"(?:\w+\s+){0,4}?(?:of|for)\s+(?:the\s+)?$",
            re.IGNORECASE,
        )
        papers = "|".join(sorted(map(re.escape, catalogue.list("reply.papers")), key=len, reverse=True))
        self._papers = re.compile(rf"\W*(?:{papers})\s+(?:[a-z]+\s+)?(?:of|by|from)\s+(?:the\s+)?", re.IGNORECASE)
        selves = sorted(map(re.escape, catalogue.list("reply.selves")), key=len, reverse=True)
        self._selves = re.compile(rf"\b(?:{'|'.join(selves)})\b", re.IGNORECASE)
        self._states: dict[str, dict[str, Party]] = defaultdict(dict)
        for party in sorted(set(parties), key=lambda party: (party.id, party.name)):
            self._states[self._state(party)].setdefault(party.id, party)
        self._join_longer(party for party in set(parties) if not self.is_known(party.id))

    def _join_longer(self, parties: Iterable[Party]) -> None:
        """Take a name for the longer one that alone begins with it: "Youth Movement", "Youth Movement of Veltria"."""
        ids = dict(sorted((folded(party.name), party.id) for party in parties))
        longer: dict[str, list[str]] = defaultdict(list)
        for name in ids:
            for match in _LONGER.finditer(name):
                if " " in (short := name[: match.start()]) and short in ids:
                    longer[short].append(name)
        for short, names in longer.items():
            if len(names) == 1:
                one, other = Party(id=ids[short], name=short), Party(id=ids[names[0]], name=names[0])
                self._states[self._state(other)].setdefault(one.id, one)
                self._states[self._state(one)].setdefault(other.id, other)

    def _state(self, party: Party) -> str:
        """Give the state or body that a name speaks for ("Government of X", "X Army"): its id, else one of its name."""
        if self.is_known(party.id):
            return party.id
        return self.id_of(self._governments.bare(party.name) or party.name)

    def id_of(self, name: str) -> str:
        """Give the id of a State or body by its bare name, the catalogue's where it knows it."""
        hits = [hit.tag for hit in self.names(name) if hit.start == 0 and hit.end == len(name)]
        known = next((tag for tag in hits if self.is_known(tag)), None)
        people = _PEOPLE.fullmatch(name)
        return known or (self._roots.get(_root(people[1])) if people else None) or party_id(name)

    def is_known(self, name: str) -> bool:
        """Say whether the catalogue knows an id as that of one body, and not of any that a common noun names."""
        row = self._catalogue.actors.get(name)
        return row is not None and row.kind not in _NAMELESS

    def alike(self, party: Party) -> list[Party]:
        """Give all ids of a state, the catalogue's first: "Government of X" and "Republic of X" speak as X."""
        state = self._state(party)
        ids = dict.fromkeys((state, party.id, *self._states.get(state, ())))
        return [Party(id=name, name=party.name) for name in ids]

    def names(self, text: str) -> list[Hit]:
        """Give the names of actors in a text."""
        return self._lexicon.scan(text)["actor"]

    def page(self, shelved: Shelved, opening: str) -> Page:
        """Say who speaks in a document; an issuer that no row knows is looked for in its own name and the opening."""
        issuers: list[Party] = []
        for party in shelved.card.issuers:
            if party.id not in self._catalogue.actors:
                issuers += self._known_as(party, shelved.card.title or "", opening)
            issuers.append(party)
        hits = self.names(opening)
        if hits and _BY.search(opening[: hits[0].start]) and "\n" not in opening[: hits[0].start].strip():
            issuers.insert(0, Party(id=hits[0].tag, name=opening[hits[0].start : hits[0].end]))
        heads = [*self._governments.heads(opening)] if not shelved.card.carriers else []
        if not any(self.is_known(party.id) for party in issuers) and not shelved.card.carriers:
            for name, bare in heads:
                issuers += [
                    Party(id=one, name=name) for one in (self.id_of(bare), *self._states.get(self.id_of(bare), ()))
                ]
                break
            else:
                issuers += self._titled(opening)
        if not issuers and not shelved.card.carriers:
            issuers += self._head(opening)
        named = (Party(id=hit.tag, name=opening[hit.start : hit.end]) for hit in hits)
        spoken_for = (self._governments.bare(party.name) for party in issuers)
        offices = dict.fromkeys(name for name in (*spoken_for, *(bare for _, bare in heads)) if name is not None)
        return Page(shelved=shelved, issuers=tuple(dict.fromkeys(issuers)), names=tuple(named), offices=tuple(offices))

    def _known_as(self, party: Party, title: str, opening: str) -> Iterable[Party]:
        """Give whom the name of an issuer that no row knows may stand for."""
        paper = self._papers.match(party.name)
        inner = party.name[paper.end() :] if paper else ""
        if paper and (found := self.names(inner)[:1]):
            return [Party(id=hit.tag, name=inner) for hit in found]
        known = [*self.alike(party), *(Party(id=hit.tag, name=party.name) for hit in self.names(party.name))]
        at = folded(title).find(folded(party.name))
        own = _TO.split(title[max(0, at) :][:160], maxsplit=1)[0]
        held = [hit for hit in self.names(own) if hit.tag != party.id] if at >= 0 else []
        if held:
            return [*known, Party(id=held[0].tag, name=party.name)]
        if (full := self._full(party, opening)) is not None:
            return [*known, full]
        return [*known, *(self._seat(opening) if self._offices.search(f"{party.name} of ") else ())]

    def _titled(self, opening: str) -> list[Party]:
        """Give whose name alone is the first line of a text."""
        line = next((line.strip() for line in opening.splitlines() if line.strip()), "")
        return [
            one
            for hit in self.names(line)
            if hit.start == 0 and hit.end == len(line)
            for one in self.alike(Party(id=hit.tag, name=line))
        ]

    def _full(self, party: Party, opening: str) -> Party | None:
        """Give the party of the ledger that a short name is the end of, where the text's head names it in full."""
        short = f" {folded(party.name)}"
        for hit in self.names(opening):
            name = opening[hit.start : hit.end]
            if hit.tag != party.id and folded(name).endswith(short):
                return Party(id=hit.tag, name=name)
        return None

    def _head(self, opening: str) -> list[Party]:
        """Give who a line at the head of a text names and nothing else, with an office or a paper before the name."""
        for line in [line.strip() for line in opening.splitlines() if line.strip()][:_HEAD_LINES]:
            hits = [hit for hit in self.names(line) if line[hit.end : hit.end + 1] != "/"]
            paper = self._papers.match(line)
            if paper is not None and hits and hits[0].start == paper.end():
                return [Party(id=hits[0].tag, name=line[hits[0].start : hits[0].end])]
            for hit in hits[-1:]:
                lead = line[: hit.start]
                apart = hit.start <= _FIRST or lead.endswith(", ") or self._offices.search(lead) is not None
                alone = hit.end == len(line) and apart
                if alone or (hit.start <= _FIRST and hit is hits[0] and not line[hit.end :].strip(" :0123456789")):
                    return [Party(id=hit.tag, name=line[hit.start : hit.end])]
        hits = self.names(opening)
        if hits and hits[0].start <= _FIRST and opening[hits[0].end : hits[0].end + 1] != "/":
            return [Party(id=hits[0].tag, name=opening[hits[0].start : hits[0].end])]
        return []

    def _seat(self, opening: str) -> list[Party]:
        """Give the state that an office speaks for, where a text opens with its seat or name."""
        actors = self._catalogue.actors
        for hit in self.names(opening):
            if hit.tag in actors and actors[hit.tag].kind in _GOVERNING:
                return [Party(id=hit.tag, name=opening[hit.start : hit.end])]
        return []

    def replier(self, page: Page, sentence: str, told: Told, before: Sequence[Party], *, deed: bool = False) -> Replier:
        """Say who replies in a clause; `before` is who the sentence before was of, `deed`: it tells of a doing.

        Nobody does where the clause has a subject that is no party, or where a bare participle only describes; whoever
        tells of a doing by no party speaks itself: "a team of six will travel".
        """
        start, cue = told.start, told.cue
        hits = self.names(sentence)
        if (passive := _PASSIVE_BY.search(sentence, cue.start, cue.end + _AFTER)) is not None:
            by = [hit for hit in hits if _AGENT.fullmatch(sentence, passive.end(), hit.start)]
            if by:
                return self._known(page, (Party(id=by[0].tag, name=sentence[by[0].start : by[0].end]),))
        first = begins(sentence, cue.start)
        for low in dict.fromkeys((max(start, first), first)):
            found = self._subject(page, sentence, hits, (low, cue.end if cue.does else cue.start), before)
            if found is not None:
                between = sentence[found[0] : cue.start]
                who = self._known(page, found[1])
                near = cue.finite or len(between.split()) <= _BESIDE
                near = near and (who.own or len(between.split()) <= _NEAR)
                if deed and _SPOKE.search(between):
                    return who
                return who if near and _ANOTHERS.search(between) is None else Replier(parties=(), own=False)
        said = _SAID.search(sentence, cue.end)
        if said is not None:
            inside = [hit for hit in hits if said.start("who") <= hit.start < said.end("who")]
            if inside:
                return self._known(page, (Party(id=inside[-1].tag, name=sentence[inside[-1].start : inside[-1].end]),))
        if (
            deed
            or _opens(sentence[start : cue.start])
            or _IMPERSONAL.search(sentence[max(start, cue.start - _BEFORE) : cue.end + _AFTER])
        ):
            return Replier(parties=page.issuers, own=bool(page.issuers), named=False)
        return Replier(parties=(), own=False)

    def _known(self, page: Page, parties: tuple[Party, ...]) -> Replier:
        ids = {party.id for party in page.issuers}
        parties = tuple(self._meant(page, party) for party in parties)
        stands = [self._roles.stands_for(party, page.shelved) for party in parties]
        parties = tuple(dict.fromkeys(one for party in stands for one in self.alike(party)))
        return Replier(parties=parties, own=any(party.id in ids or self._within(party.id, ids) for party in parties))

    def _meant(self, page: Page, party: Party) -> Party:
        """Give the issuer whose office or organ a bare name is in its own paper: "the Secretary-General"."""
        bare = f" {folded(party.name)} "
        if any(one.id == party.id for one in page.issuers):
            return party
        return next((one for one in page.issuers if f" {folded(one.name)} ".startswith(bare)), party)

    def belongs(self, one: str, ids: set[str]) -> bool:
        """Say whether somebody is one of some parties, of the same State, or part of one."""
        alike = {party.id for party in self.alike(Party(id=one, name=one))}
        return bool(alike & ids) or self._within(one, ids) or any(self._within(name, alike) for name in ids)

    def _within(self, one: str, ids: set[str]) -> bool:
        row = self._catalogue.actors.get(one)
        if row is not None and ids.intersection(row.part_of):
            return True
        return any(one in held.part_of for name in ids if (held := self._catalogue.actors.get(name)) is not None)

    def _subject(
        self, page: Page, sentence: str, hits: Sequence[Hit], span: tuple[int, int], before: Sequence[Party]
    ) -> tuple[int, tuple[Party, ...]] | None:
        """Give where the nearest subject ends, and who it is."""
        low, high = span
        subjects: list[tuple[int, int, tuple[Party, ...]]] = []
        for hit in hits:
            if not low <= hit.start or hit.end > high:
                continue
            lead = sentence[: hit.start]
            party = Party(id=hit.tag, name=sentence[hit.start : hit.end])
            if subjects and _AND.match(sentence[subjects[-1][1] : hit.start]):
                first = subjects.pop()
                subjects.append((first[0], hit.end, (*first[2], party)))
            elif self._leads(lead[low:]):
                subjects.append((hit.start, hit.end, (party,)))
        for match in self._selves.finditer(sentence, low, high):
            if not _PREPOSITION.search(sentence[low : match.start()]) and not any(
                s <= match.start() < e for s, e, _ in subjects
            ):
                named = [parties for start, _, parties in subjects if start < match.start()]
                said = match.group().lower()
                held = named[-1] if named and said in _PRONOUNS else self._self(page, said, before)
                if held:
                    subjects.append((match.start(), match.end(), held))
        if not subjects:
            return None
        _, end, parties = max(subjects, key=lambda subject: subject[0])
        return end, parties

    def _leads(self, lead: str) -> bool:
        """Say whether a name may be a subject after these words: none that govern it, or its office, or an organ."""
        office = self._offices.search(lead)
        if office is not None:
            return _PREPOSITION.search(lead[: office.start()]) is None
        return _ORGAN.search(lead) is not None or _PREPOSITION.search(lead) is None

    def _self(self, page: Page, word: str, before: Sequence[Party]) -> tuple[Party, ...]:
        if word in _FIRST_PERSON or word == "this report":
            return page.issuers
        if word in _PRONOUNS:
            return tuple(before) or (() if word in {"he", "she"} else page.issuers)
        noun = folded(word)
        for party in page.issuers:
            row = self._catalogue.actors.get(party.id)
            if noun in folded(party.name) or (row is not None and noun in folded(row.name)):
                return (party,)
        named = [
            party for party in page.names if noun in folded(party.name).split() or folded(party.name).endswith(noun)
        ]
        if named:
            return (named[-1],)
        actors = self._catalogue.actors
        governing = [party for party in page.issuers if party.id in actors and actors[party.id].kind in _GOVERNING]
        if not governing and noun.removeprefix("the ") in _OF_STATES:
            told = [party for party in page.names if party.id in actors and actors[party.id].kind in _GOVERNING]
            return tuple(told[:1])
        return tuple(governing) or page.issuers
