# SPDX-License-Identifier: Apache-2.0
"""Matters: what an ask, a claim or an answer is about, as features that can be named to a reader.

1. Features come from the words and the catalogue's lists (`matters.toml`) alone: the same words give the same matter.
2. A name is taken at its longest: "death penalty" is a thing, and then its words are no objects of their own.
3. What is undone ("not to recognise", "refrain from") keeps its action and is marked, so that the contrary of an ask
   is never taken for the ask.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.stems import stem
from tocsin.linking.treaties import Treaties
from tocsin.records.findings import Ask, Citation, Claim, Finding, Warning  # noqa: A004 - the house's word

ACTION, THING, FIELD, OBJECT = "action", "thing", "field", "object"
INSTRUMENT, ACTOR, PLACE = "instrument", "actor", "place"
"""The sorts of features."""

JOIN = "join"
"""The action of becoming a party to a treaty."""

FOUND = "found"
"""The action of setting up a body."""
_SOON = 5
"""Words after it within which a plan or a law shows that no body is meant."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ASIDE = re.compile(r",\s+as\s+(?:[a-z]+\s+)?(?:[a-z]+ed|set\s+out|called\s+for|laid\s+down)\b[^,;.]*(?=[,;.]|$)")
"""Says who else asked it, or where it was announced: no part of what is asked, which goes on after it."""
_UNNAMED = frozenset({"collective", "group"})
"""Kinds of actors that common nouns name: their words are objects, not names."""
_OPENING = 4
"""Words within which an ask is turned round: "to strongly refrain from"."""
_SHORT = 3
"""Letters that an object's stem has at least."""
ACROSS = "across"
"""Names of things that other words may stand in: "law … discrimination"."""
_APART = 9
"""Words within which such a name ends."""
_CLOSE = 6
"""Words within which a treaty follows on the word for joining it, where that stands after what else is asked."""
_ENOUGH = 3
"""Objects that say what is asked where no thing, field or instrument does."""
_ACRONYM = 6
"""Letters up to which a name in capitals is taken only where it stands in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that words are about: its sort, its id or stem, the words it was first met in, and where.

    `place` counts the words before it: what is asked first says most of what is asked. `tail`: it stands where the ask
    says how, why or for whom.
    """

    sort: str
    name: str
    words: str
    place: int
    tail: bool = False
    key: str = field(init=False, compare=False)
    """Names the feature among all others."""

    def __post_init__(self) -> None:
        """Put the key together once: it is asked for at every comparison."""
        object.__setattr__(self, "key", f"{self.sort}:{self.name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a finding is about: its features, each once, in order.

    `undone`: its action is turned round ("not to recognise"). `means`: its first action, where that is another ask than
    acting on the same thing in general. `against`: actions contrary to its own.
    """

    features: tuple[Feature, ...]
    asks_for: str | None = None
    addressees: frozenset[str] = frozenset()
    undone: bool = False
    length: int = 0
    means: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()

    def named(self, sort: str) -> frozenset[str]:
        """Give the names of one sort of features.

        >>> from tocsin.catalogue.catalogue import load
        >>> matter = Matters(load()[0]).of_words("to ratify the Convention on the Rights of the Child")
        >>> sorted(matter.named("action")), sorted(matter.named("instrument"))
        (['join'], ['convention-on-the-rights-of-the-child'])
        """
        return frozenset(feature.name for feature in self.features if feature.sort == sort)

    @property
    def heads(self) -> frozenset[str]:
        """The families of action."""
        return self.named(ACTION)


class Matters:
    """Reads what words are about, by one catalogue; ask `matters_by` for the one that a process shares."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._phrases: dict[str, list[tuple[list[str], str, str]]] = {}
        self._across: dict[str, list[tuple[list[str], str]]] = {}
        for row in catalogue.words.values():
            layer, _, rest = row.id.partition(".")
            sort, _, name = rest.partition(".")
            if layer == "matters" and sort in {ACTION, THING, FIELD}:
                for phrase in row.words:
                    self._put([*map(stem, _WORD.findall(phrase))], sort, name)
            elif layer == "matters" and sort == ACROSS:
                for phrase in row.words:
                    first, _, last = phrase.partition(" … ")
                    self._across.setdefault(stem(first), []).append(([*map(stem, _WORD.findall(last))], name))
        light = [word for phrase in catalogue.list("matters.light") for word in _WORD.findall(phrase)]
        self._light = frozenset(map(stem, light)) | frozenset(light)
        self._means = frozenset(catalogue.list("matters.means"))
        self._tails: dict[str, list[tuple[str, ...]]] = {}
        for phrase in catalogue.list("matters.tail"):
            words = tuple(phrase.split())
            self._tails.setdefault(words[0], []).append(words)
        self._plans = frozenset(catalogue.list("matters.plans"))
        self._verbs = frozenset(catalogue.list("asks.verbs"))
        pairs = [pair.split() for pair in catalogue.list("matters.contrary")]
        self._contraries: dict[str, set[str]] = {}
        for one, other in pairs:
            self._contraries.setdefault(one, set()).add(other)
            self._contraries.setdefault(other, set()).add(one)
        self._undoing = frozenset(catalogue.list("matters.undoing"))
        self._names: dict[str, list[tuple[list[str], str, str, bool]]] = {}
        self._treaties = Treaties(catalogue)
        self._named(catalogue)
        for held in (self._phrases, self._names):
            for found in held.values():
                found.sort(key=lambda item: (-len(item[0]), item[1] != INSTRUMENT, item[1:]))
        self._cached = lru_cache(maxsize=65536)(self._features)
        self._alone: dict[str, tuple[int, str, str]] = {}

    def of(self, finding: Finding, *, instruments: Iterable[str] = ()) -> Matter:
        """Say what a finding is about; `instruments` are those that citations within it name."""
        known = [*instruments]
        asks_for, addressees = None, frozenset[str]()
        places: tuple[str, ...] = ()
        if isinstance(finding, Ask):
            known += finding.law
            asks_for = finding.asks_for
            addressees = frozenset(party.id for party in finding.addressees)
        elif isinstance(finding, Citation):
            known += [finding.instrument] if finding.instrument else []
        elif isinstance(finding, Claim | Warning):
            places = tuple(party.id for party in finding.places)
        return self.of_words(finding.quote, instruments=known, places=places, asks_for=asks_for, addressees=addressees)

    def of_words(
        self,
        words: str,
        *,
        instruments: Iterable[str] = (),
        places: Iterable[str] = (),
        asks_for: str | None = None,
        addressees: frozenset[str] = frozenset(),
    ) -> Matter:
        """Say what words are about, with what else is known of them."""
        found, undone, length = self._cached(words)
        held = {feature.key for feature in found}
        more = [
            Feature(sort=sort, name=name, words=name, place=length)
            for sort, names in ((INSTRUMENT, instruments), (PLACE, places))
            for name in dict.fromkeys(names)
            if f"{sort}:{name}" not in held
        ]
        own = tuple(item for item in found if not (item.sort == ACTOR and item.name in addressees))
        return Matter(
            features=(*own, *more),
            asks_for=asks_for,
            addressees=addressees,
            undone=undone,
            length=length,
            means=self._first_means(own),
            against=self._against(own),
        )

    def _features(self, words: str) -> tuple[tuple[Feature, ...], bool, int]:
        told = _ASIDE.sub("", words) if ", as " in words else words
        tokens = [match.group() for match in _WORD.finditer(told)]
        stems = [stem(token) for token in tokens]
        low = [token.casefold() for token in tokens]
        undone = not self._undoing.isdisjoint(low[:_OPENING])
        found: dict[str, Feature] = {}
        at, tail = 0, False
        while at < len(tokens):
            length, sort, name = self._alone.get(low[at]) or self._at(tokens, low, stems, at)
            if sort == OBJECT and low[at] == "optional":
                last = next((item.name for item in reversed(found.values()) if item.sort == INSTRUMENT), None)
                protocol = self._treaties.protocol(low, at, last)
                length, sort, name = (2, INSTRUMENT, protocol) if protocol else (length, sort, name)
            tail = tail or (_told(found.values()) and (self._begins_tail(low, at) or self._asks_more(low, stems, at)))
            if name == FOUND and not self._plans.isdisjoint(low[at + length : at + length + _SOON]):
                sort = ""
            if sort == PLACE and length > 1:  # "the corridor" goes on speaking of "the Tamar corridor"
                kind = stems[at + length - 1]
                feature = Feature(sort=OBJECT, name=kind, words=tokens[at + length - 1], place=at, tail=tail)
                found.setdefault(feature.key, feature)
            if sort and f"{sort}:{name}" not in found:
                said = " ".join(tokens[at : at + length])
                found[f"{sort}:{name}"] = Feature(sort=sort, name=name, words=said, place=at, tail=tail)
            at += length
        return tuple(found.values()), undone, len(tokens)

    def _asks_more(self, low: list[str], stems: list[str], at: int) -> bool:
        """Say whether "and" and a verb go on to something else: "and train judges", not "prevent and punish"."""
        if low[at] != "and" or not 0 < at < len(low) - 1 or low[at - 1] in self._verbs:
            return False
        verb = at + 2 if low[at + 1] == "to" and at + 2 < len(low) else at + 1
        joins = any(tag == JOIN for phrase, _, tag in self._phrases.get(stems[verb], ()) if len(phrase) == 1)
        return low[verb] in self._verbs and not joins

    def _first_means(self, features: Iterable[Feature]) -> frozenset[str]:
        """Give the means named before the first thing, or first of all where no thing is named."""
        actions: list[str] = []
        for item in features:
            if item.tail or (item.sort in {THING, INSTRUMENT} and actions):
                break
            if item.sort == ACTION:
                actions.append(item.name)
        return frozenset(actions) & self._means

    def _against(self, features: Iterable[Feature]) -> frozenset[str]:
        """Give the contraries of its actions, but for those it asks for itself ("keep up the moratorium")."""
        held = {item.name for item in features if item.sort == ACTION and not item.tail}
        return frozenset(contrary for name in held for contrary in self._contraries.get(name, ())) - held

    def _begins_tail(self, low: list[str], at: int) -> bool:
        phrases = self._tails.get(low[at])
        return phrases is not None and any(tuple(low[at : at + len(phrase)]) == phrase for phrase in phrases)

    def _at(self, tokens: list[str], low: list[str], stems: list[str], at: int) -> tuple[int, str, str]:
        """Say how many words the feature at a place takes, its sort and its name; no sort where there is none."""
        first = tokens[at][0]
        if first.isupper() or first.isdigit():
            for name, sort, tag, exact in self._names.get(low[at], ()):
                if low[at : at + len(name)] == name and not (exact and not _capitals(tokens[at : at + len(name)])):
                    return len(name), sort, tag
            if (treaty := self._treaties.at(low, stems, at)) is not None:
                return treaty[0], INSTRUMENT, treaty[1]
        if stems[at] in self._across and (across := self._spanning(low, stems, at)) is not None:
            return across[0], THING, across[1]
        for phrase, sort, tag in self._phrases.get(stems[at], ()):
            if stems[at : at + len(phrase)] == phrase:
                return len(phrase), sort, tag
        word = stems[at]
        light = word in self._light or low[at] in self._light or (len(word) < _SHORT and not word.isdigit())
        found = (1, "", "") if light else (1, OBJECT, word)
        if (
            low[at] not in self._names
            and word not in self._across
            and word not in self._phrases
            and not self._treaties.begins(word)
        ):
            self._alone[low[at]] = found  # no phrase begins so: whatever stands beside it, this is what it is
        return found

    def _spanning(self, low: list[str], stems: list[str], at: int) -> tuple[int, str] | None:
        """Find a thing whose name is taken apart by words that tell little, or by actions."""
        end = min(len(low), at + _APART)
        for place in range(at + 1, end):
            for last, name in self._across[stems[at]]:
                if stems[place : place + len(last)] == last:
                    return place + len(last) - at, name
            word = stems[place]
            acts = any(sort == ACTION and len(phrase) == 1 for phrase, sort, _ in self._phrases.get(word, ()))
            if not acts and word not in self._light and low[place] not in self._light:
                return None
        return None

    def _put(self, phrase: list[str], sort: str, name: str) -> None:
        self._phrases.setdefault(phrase[0], []).append((phrase, sort, name))

    def _named(self, catalogue: Catalogue) -> None:
        for instrument, name in self._treaties.names:
            self._name(name, INSTRUMENT, instrument)
        for actor in catalogue.actors.values():
            if actor.kind not in _UNNAMED:
                for name in (actor.name, *actor.aliases, *actor.demonyms):
                    self._name(name, ACTOR, actor.id)
        for place in catalogue.places.values():
            for name in (place.name, *place.aliases):
                self._name(name, PLACE, place.id)

    def _name(self, name: str, sort: str, tag: str) -> None:
        tokens = [token.casefold() for token in _WORD.findall(name.removeprefix("the ").removeprefix("The "))]
        if tokens:
            exact = name.isupper() and len(name) <= _ACRONYM
            self._names.setdefault(tokens[0], []).append((tokens, sort, tag, exact))


@lru_cache(maxsize=4)
def matters_by(catalogue: Catalogue) -> Matters:
    """Give the one reader of matters that a process shares for a catalogue, so that each wording is read once."""
    return Matters(catalogue)


def parts(matter: Matter) -> tuple[Matter, ...]:
    """Part an ask to join treaties into one ask a treaty, after what else it asks first; other asks stay whole.

    >>> from tocsin.catalogue.catalogue import load
    >>> of = Matters(load()[0]).of_words
    >>> [sorted(part.named("instrument")) for part in parts(of("ratify the CRPD and sign the CEDAW"))]
    [['crpd'], ['cedaw']]
    """
    joining = next((item for item in matter.features if item.sort == ACTION and item.name == JOIN), None)
    if joining is None:
        return (matter,)
    after = [item for item in matter.features if item.sort == INSTRUMENT and item.place >= joining.place]
    treaties = [item for item in after if not item.tail] or after  # "those outstanding, in particular the CRPD"
    if not treaties or (joining.tail and treaties[0].place > joining.place + _CLOSE):
        return (matter,)
    before = tuple(item for item in matter.features if item.place < joining.place)
    joins = replace(joining, tail=False)
    found = [
        replace(matter, features=(joins, replace(treaty, tail=False)), means=frozenset({JOIN})) for treaty in treaties
    ]
    if any(item.sort == THING and not item.tail for item in before):
        found.insert(0, replace(matter, features=before, means=matter.means - {JOIN}))
    return tuple(found)


def _told(found: Collection[Feature]) -> bool:
    """Say whether words have told what is asked: "implement, in cooperation with donors, plans against" has not yet."""
    telling = {THING, FIELD, INSTRUMENT}
    return any(item.sort in telling for item in found) or sum(item.sort == OBJECT for item in found) >= _ENOUGH


def _capitals(tokens: list[str]) -> bool:
    return all(token.isupper() for token in tokens)
