# SPDX-License-Identifier: Apache-2.0
"""Tendencies: harm told to go on and grow ("is spreading"), to be expected or near ("is at hand"), without a modal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.lexicon import Hit, cased
from tocsin.reading.patterns import late
from tocsin.reading.warnings.modals import Clause, following
from tocsin.reading.warnings.phrases import CLOSE, FALL, GROW, LINK, WORSE, Phrases

_LIST = "warning.tendency."
# All of it runs on the view in small letters.
_IS = late(
    r"(?P<is>\b(?:is|are|keeps?|has\s+been|have\s+been)|'s|'re)\s+"
    r"(?:(?:\w+ly|now|also|still|already|again|once|fast|even|all|but|once\s+more|every\s+day|day\s+by\s+day)\s+)*$"
)
_TO = late(r"\s(?:[^.;:!?\"]{3,90}?\s)?(?P<to>to)\s")
_PRESENT = late(r"[\w)\"']\s+(?:\w+ly\s+|also\s+|now\s+|thus\s+)?$")
"""A subject before a verb."""
_NOT = late(r"\b(?:not|no|never|nobody|nothing|hardly|scarcely|neither|nor|less|fewer|whether)\b|n't\b")
_HERE = frozenset({GROW, WORSE, FALL, CLOSE, LINK})
"""Kinds of outlooks that a verb may tell of while it goes on; others would be acts."""
_BE = ("is", "are")
_ADVERBS = (
    "therefore",
    "thus",
    "now",
    "also",
    "again",
    "once again",
    "still",
    "then",
    "already",
    "quite",
    "soon",
    "clearly",
    "surely",
    "only too",
)
"""What stands between "is" and what is said of harm that nears."""
_PARTED = ("now ", "no ", "not ", "only ", "merely ", "a ", "the ", "to ")
_BACK = 40
"""Code points before a participle in which the word stands that makes it a verb."""


def patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the words of tendencies, for the layer `tend`; the tag is the list that they stand in."""
    for name, row in catalogue.words.items():
        if name.startswith(_LIST):
            for word in (*row.words, *parted(row.words)):
                for pattern in cased(word):
                    yield pattern, name.removeprefix(_LIST)


def parted(words: Sequence[str]) -> Iterator[str]:
    """Give words that begin with "is" or "are" with an adverb behind it.

    >>> next(parted(["is likely"]))
    'is therefore likely'
    """
    for word in words:
        verb, _, rest = word.partition(" ")
        if verb in _BE and rest and not rest.startswith(_PARTED):
            yield from (f"{verb} {adverb} {rest}" for adverb in _ADVERBS)


def clause(small: str, hit: Hit, known: Phrases) -> Clause | None:
    """Read the clause of a word that tells what goes on, what is expected or what is near."""
    if hit.tag == "going":
        return _going(small, hit, known)
    if hit.tag == "expect":
        return _expected(small, hit, known)
    if hit.tag == "does":
        return _does(small, hit)
    return Clause(small=small, modal=hit, words=(), verb=0, negated=False)


def _going(small: str, hit: Hit, known: Phrases) -> Clause | None:
    """Read a present participle as the verb of what goes on: "hunger is advancing"."""
    being = _IS.search(small, max(0, hit.start - _BACK), hit.start)
    base = known.base(small[hit.start : hit.end])
    if being is None or base is None or small.endswith("time ", 0, being.start()):
        return None  # that time runs out warns by itself, where harm is near
    modal = Hit(being.start("is"), being.end("is"), hit.tag)
    words = following(small, modal.end)
    verb = words.index(small[hit.start : hit.end])
    words[verb] = base
    if not any(sense.kind in _HERE for sense in known.senses(words, verb)):
        return None
    return Clause(small=small, modal=modal, words=words, verb=verb, negated=False)


def _does(small: str, hit: Hit) -> Clause | None:
    """Read a verb of the present as if it told of what will come: "exposes thousands to torture"."""
    if not _PRESENT.search(small, max(0, hit.start - _BACK), hit.start):
        return None
    words = following(small, hit.start)
    base = words[0]
    words[0] = base[:-2] if base.endswith(("ss", "shes", "ches")) else base[:-1]
    return Clause(small=small, modal=Hit(hit.start, hit.start, hit.tag), words=words, verb=0, negated=False)


def _expected(small: str, hit: Hit, known: Phrases) -> Clause | None:
    """Read what somebody expects of something as a clause: "expects the number of the hungry to double"."""
    found = _TO.match(small, hit.end)
    if found is None or _NOT.search(small, hit.start - _BACK, found.end()):
        return None
    modal = Hit(found.start("to"), found.end("to"), hit.tag)
    words = following(small, modal.end)
    if not words or not known.opens(words[:1]):
        return None
    return Clause(small=small, modal=modal, words=words, verb=0, negated=False)
