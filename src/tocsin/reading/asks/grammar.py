# SPDX-License-Identifier: Apache-2.0
"""The word lists of asking, compiled once per catalogue."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from tocsin.catalogue.catalogue import Catalogue

_DEVERBAL = (
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ance",
    "ence",
    "ing",
    "ings",
    "sal",
    "wal",
    "ity",
    "ure",
)
_MANNER = frozenset(
    "family italy assembly ally july supply reply bully rally early anomaly homily apply comply imply multiply rely "
    "tally sully".split()
)
_DESCRIBES = (
    "al",
    "ic",
    "ous",
    "ive",
    "ian",
    "able",
    "ible",
    "ful",
    "ary",
    "less",
    "ing",
    "tion",
    "ment",
    "ity",
    "ness",
    "ists",
    "ers",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grammar:
    """Sets of lower-case words; `forms` gives (verb, inflection) of each form, `ranks` the strength of a force."""

    forms: Mapping[str, tuple[str, str]]
    ranks: Mapping[str, int]
    agents: frozenset[str]
    things: frozenset[str]
    verbs: frozenset[str]
    slogans: frozenset[str]
    cognition: frozenset[str]
    events: frozenset[str]
    adverbs: frozenset[str]
    nouners: frozenset[str]
    preposition_to: frozenset[str]
    earlier: frozenset[str]
    governors: frozenset[str]
    courts: frozenset[str]
    movers: frozenset[str]
    ends: frozenset[str]
    kinds: tuple[tuple[str, str], ...]
    kind_cues: AhoCorasick

    def is_adverb(self, word: str) -> bool:
        """Say whether a word may stand between a subject and its verb."""
        return (
            word in self.adverbs
            or word in self.earlier
            or (len(word) > 4 and word.endswith("ly") and word not in _MANNER)
        )

    def is_thing(self, word: str) -> bool:
        """Say whether a noun names something to be done rather than somebody."""
        return word in self.things or (word not in self.agents and word.endswith(_DEVERBAL))

    def is_verb(self, word: str) -> bool:
        """Say whether a lower-case word after "to" is a verb rather than the start of a noun phrase."""
        if word in self.verbs:
            return True
        return (
            word.replace("-", "").isalpha()
            and len(word) > 1
            and word not in self.preposition_to
            and not word.endswith(_DESCRIBES)
        )


@lru_cache(maxsize=8)
def grammar(catalogue: Catalogue) -> Grammar:
    """Compile the word lists of a catalogue."""
    forms = {
        form: (_lemma(form, force.verbs), _inflection(form))
        for force in catalogue.forces.values()
        for form in force.verbs
    }
    for name, row in catalogue.words.items():
        if name.startswith("asks.also."):
            forms |= {form: (_lemma(form, row.words), _inflection(form)) for form in row.words}
    kinds: dict[str, str] = {}
    for name, row in catalogue.words.items():
        if name.startswith("asks_for."):
            for word in row.words:
                kinds.setdefault(word, name.partition(".")[2])

    def words(name: str) -> frozenset[str]:
        row = catalogue.words.get(f"asks.{name}")
        return frozenset(row.words if row else ())

    return Grammar(
        forms=forms,
        ranks={force.id: force.rank for force in catalogue.forces.values()},
        agents=words("agents"),
        things=words("things"),
        verbs=words("verbs"),
        slogans=words("slogans"),
        cognition=words("cognition"),
        events=words("events"),
        adverbs=words("adverbs"),
        nouners=words("nouners"),
        preposition_to=words("preposition-to"),
        earlier=words("earlier"),
        governors=words("governors"),
        courts=words("courts"),
        movers=words("movers"),
        ends=words("ends"),
        kinds=tuple(kinds.items()),
        kind_cues=AhoCorasick(tuple(kinds)),
    )


def _inflection(form: str) -> str:
    if form in {"need", "obliged", "pleased"}:
        return "base"
    if form.endswith("ing"):
        return "ing"
    if form.endswith("ed") or form in {"besought", "pled", "told", "sought", "gave", "given"}:
        return "past"
    if form.endswith("s") and not form.endswith("ss"):
        return "s"
    return "base"


def _lemma(form: str, verbs: tuple[str, ...]) -> str:
    """Give the base form that shares the longest beginning with `form`."""
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    bases = [verb for verb in verbs if _inflection(verb) == "base"]
    return max(bases, key=lambda base: _shared(base, form), default=form)


_IRREGULAR = {"sought": "seek", "seeks": "seek", "told": "tell", "gave": "give", "given": "give", "besought": "beseech"}
"""Forms whose beginning is another verb's."""


def _shared(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
