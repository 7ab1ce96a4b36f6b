# SPDX-License-Identifier: Apache-2.0
"""Phrases of outlooks: the verbs, ills and losses of the catalogue, looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.patterns import late

UNNAMED = "harm-unnamed"
"""The harm of a warning that names none: "we fear that it will be finished"."""
HURT, FALL, SPOIL, LINK, GROW, WORSE, CLOSE, GOOD = "hurt", "fall", "spoil", "link", "grow", "worse", "close", "good"
BAD, LOSE, LET = "bad", "lose", "let"
_COUNT, _COUNTED = "count", "humanitarian-catastrophe"
_ILL, _ABSENT, _AVERTING, _PASSED, _NEED, _DEAR, _VALUED = (
    "ill",
    "absent",
    "averting",
    "passed",
    "need",
    "dear",
    "valued",
)
_OUTLOOK = "outlook."
_NOUNS = (BAD, _ILL, _PASSED, _ABSENT, _NEED, _DEAR, _VALUED, _COUNT)
_LOOSE = late(
    r"situation|tensions?|rights\s+of|freedoms|(?:food\s+)?supplies|food|medicines?|fuel|bread|isolation|lives|lives\s+of|survival|"
    r"human\s+dignity|fundamental\s+rights|.*(?:peace|stability|security).*|crisis|emergency|detention|close|die|flee|freeze|"
    r"stocks|oxygen|insulin|drinking\s+water|blood\s+supplies|cultural\s+heritage|health\s+system|spread|mercury|"
    r"groundwater|their\s+existence|very\s+existence|school\s+year|the\s+hardest|burst|overflow|starve|storm|wipe\s+out|exterminate|annihilate"
)
"""Nouns of harms that are no ills by themselves."""


class Sense(NamedTuple):
    """What words stand for: the kind of outlook, the harm, how many words they are."""

    kind: str
    harm: str
    length: int


class Phrases:
    """The phrases of a catalogue by their first words; built once a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._verbs: _Tree = {}
        self._passives: _Tree = {}
        self._nouns: dict[str, _Tree] = {kind: {} for kind in _NOUNS}
        self._gerunds: dict[str, str] = {"being": "be"}
        self._averting: frozenset[str] = frozenset()
        for harm in catalogue.harms.values():
            for verb in harm.verbs:
                if harm.id != UNNAMED and verb not in _NO_VERBS:
                    _grow(self._verbs, verb, HURT, harm.id)
            for noun in harm.nouns:
                if not _LOOSE.fullmatch(noun):
                    _grow(self._nouns[_ILL], noun, _ILL, harm.id)
        for name, row in catalogue.words.items():
            if name.startswith(_OUTLOOK):
                self._take(name.removeprefix(_OUTLOOK), row.words)
            elif name == "warning.need":
                for word in row.words:
                    _grow(self._nouns[_NEED], word, _NEED, UNNAMED)

    def _take(self, name: str, words: Iterable[str]) -> None:
        kind, _, harm = name.partition(".")
        if kind == _AVERTING:
            self._averting = frozenset(words)
            return
        tree = self._nouns.get(kind, self._verbs)
        for word in words:
            _grow(tree, word, kind, harm or UNNAMED)
            if tree is self._verbs:
                self._gerunds.update((form, word.partition(" ")[0]) for form in _gerunds(word.partition(" ")[0]))
            if kind in (HURT, SPOIL, GROW):
                for form in _participles(word):
                    _grow(self._passives, form, kind, harm or UNNAMED)

    def base(self, word: str) -> str | None:
        """Give the verb of a participle such as "losing", None where it is of no verb that is known."""
        return self._gerunds.get(word)

    def opens(self, words: Iterable[str]) -> bool:
        """Say whether any of some words begins a verb phrase."""
        return not self._verbs.keys().isdisjoint(words)

    def senses(self, words: Sequence[str], at: int) -> Iterator[Sense]:
        """Give what the verb phrase at a place may stand for, the longest first, and what it says after "be"."""
        yield from _all(self._verbs, words, at)
        if words[at] == "be":
            behind = at + 1
            while behind < len(words) and (words[behind].endswith("ly") or words[behind] in _BETWEEN):
                behind += 1
            found = self.passive(words, behind) or self.bad(words, at + 1) or self.bad(words, behind)
            if found is not None:
                yield found._replace(length=found.length + behind - at)

    def verb(self, words: Sequence[str], at: int) -> Sense | None:
        """Give what the verb at a place stands for, by the longest phrase."""
        return _longest(self._verbs, words, at)

    def passive(self, words: Sequence[str], at: int) -> Sense | None:
        """Give what a participle after "be" stands for; what only grows is none."""
        found = _longest(self._passives, words, at)
        return None if found is None or found.kind == GROW else found._replace(kind=HURT)

    def bad(self, words: Sequence[str], at: int) -> Sense | None:
        """Give what somebody will be, if it is bad."""
        return _longest(self._nouns[BAD], words, at)

    def ill(self, words: Sequence[str], at: int) -> Sense | None:
        """Give the ill that a place names."""
        return _longest(self._nouns[_ILL], words, at)

    def passed(self, words: Sequence[str], at: int) -> int:
        """Count the words at a place that may stand between a modal and its verb."""
        found = _longest(self._nouns[_PASSED], words, at)
        return found.length if found else 0

    def misses(self, words: Sequence[str], at: int) -> bool:
        """Say whether it is a loss to be without what a place names."""
        return (
            _longest(self._nouns[_ABSENT], words, at) is not None or _longest(self._nouns[_NEED], words, at) is not None
        )

    def _names(self, words: Sequence[str], at: int, *kinds: str) -> bool:
        return any(_longest(self._nouns[kind], words, at) is not None for kind in kinds)

    def is_averting(self, word: str) -> bool:
        """Say whether a word turns an ill into its opposite ("prevention") or into a matter ("report")."""
        return word in self._averting

    def ill_among(self, words: Sequence[str], *, named: bool = False) -> str | None:
        """Give the harm of the first ill (or of the first that has a `named` harm), None where a word averts it."""
        found = None
        for place, word in enumerate(words):
            if word in self._averting:
                return None
            ill = None if found else self.ill(words, place)
            if ill is not None and not (named and ill.harm == UNNAMED):
                found = ill.harm
        return found

    def ill_in(self, text: str) -> str | None:
        """Give the harm of the ill that a subject names."""
        return self.ill_among([word for word in _WORDS.findall(text)[-14:] if word not in _NOTHING])

    def grown_in(self, text: str) -> str | None:
        """Give the harm of what a subject names that is bad when it grows: an ill, or those who suffer one."""
        found = self.ill_in(text)
        words = _WORDS.findall(text)[-14:]
        counted = found is None and self._averting.isdisjoint(words)
        return _COUNTED if counted and any(self._names(words, at, _COUNT) for at in range(len(words))) else found

    def named_in(self, text: str) -> str | None:
        """Give the harm of the first ill in a text that names one."""
        words = _WORDS.findall(text)
        ills = (self.ill(words, place) or self.verb(words, place) for place in range(len(words)))
        return next((ill.harm for ill in ills if ill is not None and ill.harm != UNNAMED), None)

    def is_dear(self, words: Sequence[str], at: int) -> bool:
        """Say whether a place names what people would miss if they lost it."""
        return (
            _longest(self._nouns[_DEAR], words, at) is not None or _longest(self._nouns[_NEED], words, at) is not None
        )

    def is_valued(self, words: Sequence[str], at: int) -> bool:
        """Say whether a place names people, or what they value or live on."""
        return self._names(words, at, _VALUED, _DEAR, _NEED)

    def need_in(self, text: str) -> bool:
        """Say whether a subject names what people live on."""
        words = _WORDS.findall(text)[-14:]
        return any(_longest(self._nouns[_NEED], words, place) for place in range(len(words)))


_Tree = dict[str, tuple[int, dict[tuple[str, ...], list[tuple[str, str]]]]]
"""Phrases by their first word: how long the longest is, and what each stands for."""
_BETWEEN = frozenset({"even", "also", "again", "more", "so", "very", "further", "all", "soon"})
_NOTHING = frozenset({"nothing", "nobody", "none", "fewer", "impossible", "harder", "negative"})
"""Ills only of what brings them."""
_WORDS = late(r"[\w'-]+")
_NO_VERBS = frozenset(
    {
        "allow",
        "permit",
        "enable",
        "suffer",
        "destroy",
        "attack",
        "lose",
        "strip",
        "collapse",
        "plunge",
        "empty",
        "disappear",
        "topple",
        "overwhelm",
        "vanish",
        "spread to",
        "spread across",
        "spread through",
        "cripple",
        "close",
    }
)
"""Verbs of harms that are weighed elsewhere or by a class of their own."""


def _grow(tree: _Tree, phrase: str, kind: str, harm: str) -> None:
    words = tuple(phrase.split(" "))
    longest, held = tree.get(words[0], (0, {}))
    held.setdefault(words, []).append((kind, harm))
    tree[words[0]] = max(longest, len(words)), held


def _longest(tree: _Tree, words: Sequence[str], at: int) -> Sense | None:
    return next(_all(tree, words, at), None)


def _all(tree: _Tree, words: Sequence[str], at: int) -> Iterator[Sense]:
    entry = tree.get(words[at]) if at < len(words) else None
    if entry is None:
        return
    longest, held = entry
    for length in range(longest, 0, -1):
        for kind, harm in held.get(tuple(words[at : at + length]), ()):
            yield Sense(kind, harm, length)


def _participles(phrase: str) -> Iterator[str]:
    """Give what a phrase may look like after "be": its own words, or with a regular participle.

    >>> list(_participles("bury alive"))
    ['bury alive', 'buried alive']
    """
    yield phrase
    verb, _, rest = phrase.partition(" ")
    rest = f" {rest}" if rest else ""
    if verb.endswith("e"):
        yield f"{verb}d{rest}"
    elif re.search(r"[^aeiou]y$", verb):
        yield f"{verb[:-1]}ied{rest}"
    else:
        yield f"{verb}ed{rest}"
        if re.search(r"[aeiou][bdgmnprt]$", verb):
            yield f"{verb}{verb[-1]}ed{rest}"


def _gerunds(verb: str) -> Iterator[str]:
    """Give what the participle of a verb may look like.

    >>> list(_gerunds("cut"))
    ['cuting', 'cutting']
    """
    if verb.endswith("ie"):
        yield f"{verb[:-2]}ying"
    elif verb.endswith("e"):
        yield f"{verb[:-1]}ing"
    else:
        yield f"{verb}ing"
        if re.search(r"[aeiou][bdgmnprt]$", verb):
            yield f"{verb}{verb[-1]}ing"


@lru_cache(maxsize=8)
def phrases(catalogue: Catalogue) -> Phrases:
    """Give the phrases of a catalogue."""
    return Phrases(catalogue)
