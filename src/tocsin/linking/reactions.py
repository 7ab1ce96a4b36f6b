# SPDX-License-Identifier: Apache-2.0
"""Reactions: in which way a sentence of a paper that answers another takes what was asked.

1. The cues of replies count, and forms that would tell nothing elsewhere: "No State lets its neighbour decide …".
2. Where neither stands there, its tense tells: what will be is promised, what will not is refused, what was is done.
3. What will not be done is granted where it was asked to leave it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Reply
from tocsin.linking.cue_words import WORD, compiled
from tocsin.linking.reply_cues import CONTESTED, DONE, GRANTING, PARTLY, REFUSED, Cues

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
_PAST = re.compile(r"\b\w{3,}ed\b|\b(?:went|took|gave|sent|came|left|put|began|met|told|wrote|found|held|paid)\b")
_IS = re.compile(r"\b(?:is|are|stands?|lies?|rests?|remains?|stays?|lives?)\b", re.IGNORECASE)
_BETWEEN = re.compile(r";|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_TENSES = frozenset({"will", "shall", "has", "have"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """How a sentence takes what was asked: a row of replies, its words, and what they rest on.

    `formed`: a cue or form tells it, and not the tense alone; `turned`: it refuses by saying that it will not be;
    `present`: it only tells how things stand.
    """

    reply: Reply
    words: str
    formed: bool = True
    turned: bool = False
    present: bool = False


class Reactions:
    """Reads reactions by one catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rows = catalogue.replies
        self._cues = Cues(catalogue)
        self._by_first: dict[str, list[tuple[re.Pattern[str], Reply]]] = {}
        for row in catalogue.replies.values():
            for form in row.forms:
                firsts, pattern = compiled(form)
                for first in firsts:
                    self._by_first.setdefault(first, []).append((pattern, row))

    def of(self, sentence: str) -> Reaction | None:
        """Say how a sentence takes what was asked; None where nothing tells.

        >>> from tocsin.catalogue.catalogue import load
        >>> read = Reactions(load()[0]).of
        >>> [read(words).reply.id for words in ("Our courts are independent.", "A team leaves for Karsk on Monday.")]
        ['refused', 'accepted']
        >>> read("Karsk lies on the Issel.").present
        True
        """
        found = [*self._told(sentence), *self._formed(sentence)]
        if found:
            least = min(found, key=lambda item: item.reply.rank)
            granted = [item for item in found if item.reply.id in GRANTING]
            if least.reply.id == REFUSED and granted and _parted(sentence, least.words, granted[0].words):
                return replace(least, reply=self._rows[PARTLY], turned=False)
            return least
        return self._by_tense(sentence)

    def _told(self, sentence: str) -> Iterator[Reaction]:
        for told in self._cues.clauses(sentence):
            cue = told.cue
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

    def _by_tense(self, sentence: str) -> Reaction | None:
        will, was = _WILL.search(sentence), _WAS.search(sentence) or _PAST.search(sentence)
        if _NOT.search(sentence):
            told = will or was
            if told is None:
                return None
            kind = REFUSED if will else CONTESTED
            return Reaction(reply=self._rows[kind], words=told[0], formed=False, turned=will is not None)
        if (coming := _COMING.search(sentence)) is not None:
            return Reaction(reply=self._rows["accepted"], words=coming[0], formed=False)
        if was is not None:
            return Reaction(reply=self._rows[DONE], words=was[0], formed=False)
        stands = _IS.search(sentence)
        return Reaction(reply=self._rows[DONE], words=stands[0], formed=False, present=True) if stands else None


def _parted(sentence: str, refuses: str, grants: str) -> bool:
    """Say whether what refuses and what grants stand in clauses of their own."""
    low, high = sorted((sentence.find(refuses), sentence.find(grants)))
    return _BETWEEN.search(sentence, low, high) is not None
