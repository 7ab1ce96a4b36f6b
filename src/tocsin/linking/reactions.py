# SPDX-License-Identifier: Apache-2.0
"""Reactions: in which way a sentence of a paper that answers another takes what was asked.

1. The cues of replies count, and forms that would tell nothing elsewhere: "No State lets its neighbour decide …".
2. Where neither stands there, its tense tells: what will be is promised, what will not is refused, what was is done.
3. What will not be done is granted where it was asked to leave it.
4. A model of words (`takings.py`) is asked too: it decides where neither cue nor form stands, and where it is surer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Reply
from tocsin.linking.cue_words import WORD, compiled
from tocsin.linking.reply_cues import CONTESTED, DONE, GRANTING, PARTLY, REFUSED, Cues
from tocsin.linking.stems import stem
from tocsin.linking.takings import WAYS, takings

_NOT = re.compile(
    r"\b(?:no(?!\s+(?:longer|later|doubt)\b)|not|never|none|nobody|neither|nor)\b|n['’]t\b", re.IGNORECASE
)
_WILL = re.compile(r"\b(?:will|shall|going\s+to|would|can|cannot|may|could)\b|['’]ll\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:will|shall|going\s+to|(?:is|are)\s+to)\b|['’]ll\b", re.IGNORECASE)
_WAS = re.compile(
    r"\b(?:has|have|had|was|were|been)\s+(?:(?!not\b)\w+ly\s+|(?:already|now|since|all|also|long|just|today)\s+){0,2}"
    r"(?:\w+(?:ed|en|wn|ne|lt|nt|ld|id|un|de|ad|ound|ought|aught|ut|et|ung|ome)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b\w{2,}ed\b|\b(?:went|took|gave|sent|came|left|put|began|met|told|wrote|found|held|paid)\b")
_IS = re.compile(r"\b(?:is|are|stands?|lies?|rests?|remains?|stays?|lives?)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BETWEEN = re.compile(r";|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_BY_RULE = 0.4
"""What is added to the likelihood of the way in which words, or the tense, tell that a sentence takes an ask."""
_SHORT = 3
_TENSES = frozenset({"will", "shall", "has", "have"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """How a sentence takes what was asked: a row of replies, its words, and what they rest on.

    `formed`: a cue or form tells it, and not the tense alone; `turned`: it refuses by saying that it will not be;
    `present`: it only tells how things stand; `by_words`: cues or forms tell it, formed or not.
    """

    reply: Reply
    words: str
    formed: bool = True
    turned: bool = False
    present: bool = False
    by_words: bool = True


class Reactions:
    """Reads reactions by one catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rows = catalogue.replies
        self._cues = Cues(catalogue)
        self._read = lru_cache(maxsize=4096)(self.of)
        self._by_first: dict[str, list[tuple[re.Pattern[str], Reply]]] = {}
        for row in catalogue.replies.values():
            for form in row.forms:
                firsts, pattern = compiled(form)
                for first in firsts:
                    self._by_first.setdefault(first, []).append((pattern, row))

    def of(self, sentence: str) -> tuple[Reaction, ...]:
        """Give the ways in which a sentence may take what was asked, none where nothing tells.

        >>> from tocsin.catalogue.catalogue import load
        >>> read = Reactions(load()[0]).of
        >>> [read(words)[0].reply.id for words in ("Our courts are independent.", "A team leaves for Karsk on Monday.")]
        ['refused', 'accepted']
        >>> read("Karsk lies on the Issel.")[0].present
        True
        """
        found = [*self._told(sentence), *self._formed(sentence), *self._by_tense(sentence)]
        return tuple(sorted(found, key=lambda item: (not item.by_words, item.reply.rank, not item.formed)))

    def taken(self, sentence: str, asked: str = "") -> Reaction:
        """Say in which way a sentence takes an ask, by its words, its tense and the model of takings together.

        >>> from tocsin.catalogue.catalogue import load
        >>> Reactions(load()[0]).taken("A team leaves for Karsk on Monday.").reply.id
        'accepted'
        """
        told = self.chosen(sentence, self._read(sentence), stems(asked))
        likely = dict(takings(sentence))
        if told is not None and told.reply.id in likely:
            likely[told.reply.id] += _BY_RULE
        elif told is not None:
            return told
        best = max(WAYS, key=likely.__getitem__)
        if told is not None and told.reply.id == best:
            return told
        return Reaction(reply=self._rows[best], words=sentence, formed=False, by_words=False)

    def chosen(self, sentence: str, found: Iterable[Reaction], asked: frozenset[str]) -> Reaction | None:
        """Choose how a sentence takes an ask, given the stems of its words: what the ask says itself takes nothing."""
        apart = [
            item for item in found if item.present or not {stem(word) for word in _WORDS.findall(item.words)} <= asked
        ]
        if not apart:
            return None
        least = apart[0]
        granted = [item for item in apart if item.reply.id in GRANTING and item.by_words]
        if least.reply.id == REFUSED and granted and _parted(sentence, least.words, granted[0].words):
            return replace(least, reply=self._rows[PARTLY], turned=False)
        return least

    def _told(self, sentence: str) -> Iterator[Reaction]:
        for cue in self._cues.all(sentence):
            turned = cue.reply.id == REFUSED and (cue.does or _WILL.search(sentence) is not None)
            yield Reaction(
                reply=cue.reply,
                words=cue.words,
                formed=cue.words.lower() not in _TENSES and not cue.does,
                turned=turned and _NOT.search(sentence) is not None,
            )

    def _formed(self, sentence: str) -> Iterator[Reaction]:
        for match in WORD.finditer(sentence):
            for pattern, row in self._by_first.get(match[0].lower(), ()):
                held = pattern.match(sentence, match.start())
                if held is None:
                    continue
                negated = row.id in GRANTING and _NOT.search(sentence[: held.end()]) is not None
                reply = self._rows[REFUSED] if negated else row
                yield Reaction(reply=reply, words=held[0], turned=negated)

    def _by_tense(self, sentence: str) -> Iterator[Reaction]:
        will, was = _WILL.search(sentence), _WAS.search(sentence) or _PAST.search(sentence)
        if _NOT.search(sentence):
            if (told := will or was) is not None:
                row = self._rows[REFUSED if will else CONTESTED]
                yield Reaction(reply=row, words=told[0], formed=False, turned=will is not None, by_words=False)
        elif (coming := _COMING.search(sentence)) is not None:
            yield Reaction(reply=self._rows["accepted"], words=coming[0], formed=False, by_words=False)
        elif was is not None:
            yield Reaction(reply=self._rows[DONE], words=was[0], formed=False, by_words=False)
        elif (stands := _IS.search(sentence)) is not None:
            yield Reaction(reply=self._rows[DONE], words=stands[0], formed=False, present=True, by_words=False)


def _parted(sentence: str, refuses: str, grants: str) -> bool:
    """Say whether what refuses and what grants stand in clauses of their own."""
    low, high = sorted((sentence.find(refuses), sentence.find(grants)))
    return _BETWEEN.search(sentence, low, high) is not None


def stems(words: str) -> frozenset[str]:
    """Give the stems of words."""
    return frozenset(stem(match[0]) for match in _WORDS.finditer(words) if len(match[0]) > _SHORT)
