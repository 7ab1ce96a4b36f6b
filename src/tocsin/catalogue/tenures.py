# SPDX-License-Identifier: Apache-2.0
"""Tenures: who held which office when, so that a name stands for an office on the days that its holder held it, only.

1. A row of kind holder tells of a person's first office, rows of `[[tenure]]` of all others, each with days and source.
2. A name stands for an office on a day where its holder held it for certain or possibly (EDTF); a day that nobody knows
   rules nothing out. After, and before, it stands for the person alone.
3. A full name is enough; a family name is one only beside a word of the office ("President Vell").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.records.bounds import FIRST, LAST, Bounds, bounds
from tocsin.records.findings import Party
from tocsin.records.ids import Json

HOLDER = "holder"
"""The kind of actor whose name stands for an office."""

_FIRST = frozenset({"President", "Prime Minister", "Chancellor", "Supreme Leader"})
"""Titles of those whose names a land's government goes by: "the Vell government"."""
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "united", "nations"})
"""Words of an office that name no office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person's time in an office: `id` is the person's, `row` and `source` say where it is from.

    `name` is the office's in words, `office` the actor that its holder speaks for; `title` is what its holder is called
    where the actor is a land, which has several offices.
    """

    id: str
    person: str
    office: str
    name: str
    since: str | None
    until: str | None
    row: str
    source: str
    title: str | None = None

    def held(self, when: Bounds | None) -> bool:
        """Say whether the office was held then, for certain or possibly."""
        if when is None:
            return True
        begun, ended = bounds(self.since), bounds(self.until)
        first = begun.earliest if begun else FIRST
        last = ended.latest if ended else LAST
        return first <= when.latest and when.earliest <= last

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "id": self.id,
            "person": self.person,
            "office": self.office,
            "name": self.name,
            "since": self.since,
            "until": self.until,
            "row": self.row,
            "source": self.source,
        }

    @property
    def days(self) -> str:
        """The days in words: "2017-01-01 to 2026-12-31"."""
        return f"{self.since or 'before'} to {self.until or 'no end known'}"


class Tenures:
    """Knows the holders of a catalogue's offices; ask `tenures_by` for the one that a process shares."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_person: dict[str, list[Tenure]] = defaultdict(list)
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._families: dict[str, list[str]] = defaultdict(list)
        self._by_office: dict[str, list[Tenure]] = defaultdict(list)
        self._written: dict[tuple[str, str], None] = {}
        self._actors = frozenset(catalogue.actors) - {row.id for row in catalogue.actors.values() if row.kind == HOLDER}
        self._person = lru_cache(maxsize=4096)(self._named)
        for tenure, names in _told(catalogue):
            if not self._by_person[tenure.id]:
                for name in names:
                    self._written[name, tenure.id] = None
                    words = tuple(folded(name).split())
                    self._names[words[0]].append((words, tenure.id))
                    if len(words) > 1 and tenure.id not in self._families[words[-1]]:
                        self._families[words[-1]].append(tenure.id)
            self._by_person[tenure.id].append(tenure)
            self._by_office[tenure.office].append(tenure)

    def person(self, name: str) -> str | None:
        """Give the id of the person whom words name: by a full name, or a family name beside a word of the office.

        >>> from tocsin.catalogue.catalogue import load
        >>> held = Tenures(load()[0])
        >>> held.person("the former Secretary-General Kofi Annan"), held.person("Secretary-General Annan")
        ('kofi-annan', 'kofi-annan')
        """
        return self._person(name)

    def _named(self, name: str) -> str | None:
        words = tuple(folded(name).split())
        for at, word in enumerate(words):
            for known, person in self._names.get(word, ()):
                if words[at : at + len(known)] == known and len(known) > 1:
                    return person
        titled = self._titled(words)
        return titled.pop() if len(titled) == 1 else None

    def _titled(self, words: tuple[str, ...]) -> set[str]:
        """Give the persons of a family name that stands beside a word of an office of theirs."""
        before = frozenset(words[:-1]) - _SMALL
        return {
            person
            for person in self._families.get(words[-1] if words else "", ())
            for one in self._by_person[person]
            if not before.isdisjoint(folded(one.name).split())
        }

    def of(self, name: str, when: Bounds | None) -> tuple[Tenure, ...]:
        """Give the offices that whoever is named held then.

        >>> from datetime import date
        >>> from tocsin.catalogue.catalogue import load
        >>> days = [date(year, 5, 1).toordinal() for year in (2010, 2020)]
        >>> held = Tenures(load()[0])
        >>> [[one.office for one in held.of("António Guterres", Bounds(earliest=day, latest=day))] for day in days]
        [['un-high-commissioner-refugees'], ['un-secretary-general']]
        """
        person = self.person(name)
        return tuple(one for one in self._by_person[person] if one.held(when)) if person is not None else ()

    def stands_for(self, party: Party, when: Bounds | None) -> Party:
        """Give whom a named party stands for then: the office that its holder has, else the person alone.

        A party that no holder's name names stays itself, as does an actor of the catalogue that is no holder's office.
        """
        person = self.person(party.name)
        if person is None or (party.id in self._actors and party.id not in self._by_office):
            return party
        offices = [one.office for one in self._by_person[person] if one.held(when)]
        if party.id in offices:
            return party
        return Party(id=offices[0] if offices else person, name=party.name)

    def held_then(self, name: str, when: Bounds | None) -> Tenure | None:
        """Give the one office that whoever is named held then; on a day that nobody knows, the only one ever held.

        >>> from datetime import date
        >>> from tocsin.catalogue.catalogue import load
        >>> day = date(2023, 5, 1).toordinal()
        >>> Tenures(load()[0]).held_then("President Biden", Bounds(earliest=day, latest=day)).office
        'united-states'
        """
        person = self.person(name)
        persons = {person} if person is not None else self._titled(tuple(folded(name).split()))
        found = [one for each in persons for one in self._by_person[each] if one.held(when)]
        return found[0] if len({(one.office, one.title) for one in found}) == 1 else None

    def governs(self, family: str, when: Bounds | None) -> str | None:
        """Give the land that the one of a family name held the first office of then; None where that is nobody or two.

        >>> from datetime import date
        >>> from tocsin.catalogue.catalogue import load
        >>> day = date(2023, 5, 1).toordinal()
        >>> Tenures(load()[0]).governs("Biden", Bounds(earliest=day, latest=day))
        'united-states'
        """
        if when is None:
            return None
        held = (one for person in self._families.get(folded(family), ()) for one in self._by_person[person])
        lands = {one.office for one in held if one.title in _FIRST and one.held(when)}
        return lands.pop() if len(lands) == 1 else None

    def names(self) -> tuple[tuple[str, str], ...]:
        """Give every name, as written, with the person's id."""
        return tuple(self._written)

    @property
    def offices(self) -> tuple[str, ...]:
        """Give the offices whose holders are known, by id."""
        return tuple(sorted(office for office, held in self._by_office.items() if held))

    def is_office(self, actor: str) -> bool:
        """Say whether an actor is an office whose holders are known."""
        return actor in self._by_office

    def is_known(self, actor: str) -> bool:
        """Say whether an id is an actor's of the catalogue that is no holder."""
        return actor in self._actors

    def holders(self, office: str, when: Bounds | None = None) -> tuple[Tenure, ...]:
        """Give who held an office then, or ever, the earliest first."""
        found = [one for one in self._by_office.get(office, ()) if one.held(when)]
        return tuple(sorted(found, key=lambda one: (one.since or "", one.person)))

    def held_by(self, person: str) -> tuple[Tenure, ...]:
        """Give all offices of a person, by the person's id, the earliest first."""
        return tuple(sorted(self._by_person.get(person, ()), key=lambda one: one.since or ""))


def _told(catalogue: Catalogue) -> Iterator[tuple[Tenure, Iterable[str]]]:
    actors = catalogue.actors
    persons: dict[str, str] = {}
    for actor in actors.values():
        if actor.kind == HOLDER and actor.part_of:
            names = (actor.name, *actor.aliases)
            persons |= {folded(name): actor.id for name in names}
            office = actors.get(actor.part_of[0])
            yield (
                Tenure(
                    id=actor.id,
                    person=actor.name,
                    office=actor.part_of[0],
                    name=office.name if office else actor.part_of[0],
                    since=actor.since,
                    until=actor.until,
                    row=actor.id,
                    source=actor.source,
                ),
                names,
            )
    for row in catalogue.tenures.values():
        body = actors[row.office].name if row.office in actors else row.office
        yield (
            Tenure(
                id=persons.setdefault(folded(row.person), folded(row.person).replace(" ", "-")),
                person=row.person,
                office=row.office,
                name=f"{row.title} of {body}" if row.title else body,
                since=row.since,
                until=row.until,
                row=row.id,
                source=row.source,
                title=row.title,
            ),
            (row.person, *row.aliases),
        )


@lru_cache(maxsize=4)
def tenures_by(catalogue: Catalogue) -> Tenures:
    """Give the one that a process shares for a catalogue."""
    return Tenures(catalogue)
