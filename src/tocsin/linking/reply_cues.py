# SPDX-License-Identifier: Apache-2.0
"""Cues of replies: in which words a clause accepts, refuses, contests, notes or reports as done (`replies.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import ahocorasick_rs

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Reply
from tocsin.linking.cue_words import WORD, compiled

_SUBJECT = 10
"""Words between the noun of a subject and its verb, where what came about is told."""
_AUXILIARY = re.compile(
    r"\b(?:has|have|had|having|was|were|is|are)\s+(?:(?:also|already|now|today|since|been|\w+ly)\s+){0,2}$",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:to|be|must|should|would|could|may|might|not|never|nor|if|unless|whether|until|failed|without|n['’]t)\s+"
    r"(?:(?:been|be|have|has|yet|\w+ly)\s+){0,2}$",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b(?:who|whom|whose|which)\b[^,;]*$")
_PAST = frozenset(
    {"withdrew", "froze", "began", "gave", "took", "went", "came", "fell", "broke", "saw", "flew", "drove", "ran"}
)
"""Pasts that are no participles."""
_TOLD_OF = re.compile(r"\s+(?:by|to\s+the\s+effect)\b", re.IGNORECASE)
_PART = re.compile(
    r";|,\s+(?:and|but|while|whereas|although|however|yet)\b|\s(?:and|but|while|whereas|although)\s(?!the\b)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\b(?:not|never|neither|nor|no|no\s+longer)|n['’]t|\b(?:fail(?:ed|s|ure)?|refus(?:ed|es|al))\s+to)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:^|[,;:“\"]|\b(?:and|but|that|said))\W*(?:no|none|neither|nobody|not\s+(?:one|a\s+single))\b[^,;:]*$",
    re.IGNORECASE,
)
"""Opens a clause that says of nobody or nothing what its verb says."""
_UNTOLD = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|neither|will|shall|would|should|could|may|might|must|to\s+be)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Within words that tell what came about, says that it has not."""
_IF = re.compile(
    r"\b(?:if|unless|whether|until|once|as\s+soon\s+as|provided\s+that|in\s+case|in\s+the\s+event|should)\b[^,;.]*$",
    re.IGNORECASE,
)
DONE, PARTLY, BY_ANOTHER, REFUSED, MORE_ASKED = "done", "partly", "by-another", "refused", "more-asked"
CONTESTED = "contested"
GRANTING = frozenset({"accepted", DONE, PARTLY})
"""Kinds of replies that grant something."""
_PARTLY = re.compile(r"\b(?:partly|partially|temporarily|provisionally)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Where in a text a cue of one kind of reply stands; `finite` unless it is a participle without an auxiliary.

    `does`: its words are a doing themselves, and so part of what the clause is about.
    """

    start: int
    end: int
    reply: Reply
    words: str
    finite: bool = True
    does: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A clause that replies: its span in the sentence's text, and the cue that says how."""

    start: int
    end: int
    cue: Cue


class Cues:
    """Finds cues by one catalogue; build it once."""

    def __init__(self, catalogue: Catalogue, verbs: Iterable[str] = ()) -> None:
        """Compile the cues; `verbs` are more verbs in the past, those of what was asked."""
        self._by_first: dict[str, list[tuple[re.Pattern[str], Reply]]] = {}
        for row in catalogue.replies.values():
            for cue in row.cues:
                firsts, pattern = compiled(cue)
                for first in firsts:
                    self._by_first.setdefault(first, []).append((pattern, row))
        self._deeds = frozenset(catalogue.list("reply.deeds")).union(verbs)
        self._came: dict[str, list[re.Pattern[str]]] = {}
        for cue in dict.fromkeys(cue for deed in catalogue.deeds.values() for cue in deed.came):
            firsts, pattern = compiled(cue, most=_SUBJECT)
            for first in firsts:
                self._came.setdefault(first, []).append(pattern)
        words = {*self._by_first, *self._deeds, *self._came}
        self._firsts = ahocorasick_rs.AhoCorasick(sorted(words), store_patterns=False)
        self._done = catalogue.replies[DONE]
        self._partly = catalogue.replies[PARTLY]
        self._refused = catalogue.replies[REFUSED]

    def places(self, text: str) -> Iterator[tuple[int, frozenset[str]]]:
        """Give the places in a text where a cue may stand, each with the replies that it may be one of.

        All cues of the text's sentences stand at one of them; at some, what stands about it makes it none.
        """
        low = text.lower()
        if len(low) != len(text):  # a letter whose small form is two
            low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
        for _number, start, end in self._firsts.find_matches_as_indexes(low, overlapping=True):
            if low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
                continue
            word = low[start:end]
            found = {row.id for pattern, row in self._by_first.get(word, ()) if pattern.match(text, start)}
            if word in self._deeds or any(pattern.match(text, start) for pattern in self._came.get(word, ())):
                found.add(DONE)
            if found:
                yield start, frozenset(found)

    def refuses(self, text: str) -> bool:
        """Say whether a text holds a cue of refusal."""
        return any(cue.reply.id == REFUSED for cue in self._cues(text))

    def all(self, sentence: str) -> Sequence[Cue]:
        """Give every cue of a sentence, in order."""
        return self._cues(sentence)

    def clauses(self, sentence: str) -> list[Told]:
        """Give the clauses of a sentence that reply, in order; of cues in one clause the lowest rank holds."""
        groups: list[tuple[int, list[Cue]]] = []
        for cue in self._cues(sentence):
            last = groups[-1] if groups else None
            parted = _parted(sentence, last[1][-1].end, cue.start) if last else 0
            if last is not None and parted is None:
                last[1].append(cue)
            else:
                groups.append((parted or 0, [cue]))
        told = []
        for number, (start, cues) in enumerate(groups):
            end = groups[number + 1][0] if number + 1 < len(groups) else len(sentence)
            told.append(Told(start=start, end=end, cue=min(cues, key=_strength)))
        return told

    def _cues(self, sentence: str) -> Sequence[Cue]:
        found: list[Cue] = []
        for match in WORD.finditer(sentence):
            word = match.group().lower()
            longest: Cue | None = None
            for pattern, row in self._by_first.get(word, ()):
                held = pattern.match(sentence, match.start())
                if held and (longest is None or (held.end(), -row.rank) > (longest.end, -longest.reply.rank)):
                    longest = Cue(start=held.start(), end=held.end(), reply=row, words=held.group())
            if longest is None and word in self._deeds:
                longest = self._deed(sentence, match)
            longest = self._came_about(sentence, match, longest)
            if longest is not None and longest.reply.id in GRANTING:
                before = sentence[: longest.start]
                if _IF.search(before):
                    continue
                if _NOT.search(before) or _NONE.search(before):
                    longest = replace(longest, reply=self._refused)
            if longest is not None and not (found and longest.end <= found[-1].end):
                if found and _WHOSE.search(sentence, found[-1].end, longest.start):
                    continue  # it describes who or what the cue before is about
                found.append(longest)
        return found

    def _came_about(self, sentence: str, match: re.Match[str], longest: Cue | None) -> Cue | None:
        """Give the words that tell that something came about, where they are longer than the cue that stands there."""
        word = match.group().lower()
        for pattern in self._came.get(word, ()):
            held = pattern.match(sentence, match.start())
            if held is None or (longest is not None and held.end() <= longest.end) or _UNTOLD.search(held[0]):
                continue
            before = sentence[: held.start()]
            if _UNDONE.search(before) is None:
                finite = " " in held[0] or _AUXILIARY.search(before) is not None
                reply = self._partly if _PARTLY.search(held[0]) else self._done
                longest = Cue(start=held.start(), end=held.end(), reply=reply, words=held[0], finite=finite, does=True)
        return longest

    def _deed(self, sentence: str, match: re.Match[str]) -> Cue | None:
        before = sentence[: match.start()]
        if _UNDONE.search(before):
            return None
        helped = _AUXILIARY.search(before) is not None or match.group().lower() in _PAST
        if not helped and _TOLD_OF.match(sentence, match.end()):
            return None
        return Cue(
            start=match.start(), end=match.end(), reply=self._done, words=match.group(), finite=helped, does=True
        )


def _strength(cue: Cue) -> tuple[bool, int, int]:
    """Order the cues of a clause: a bare participle gives way to any other, then the lower rank holds."""
    return not cue.finite, cue.reply.rank, cue.start


def _parted(sentence: str, after: int, before: int) -> int | None:
    """Give where the later of two cues' clauses begins, None where both stand in one."""
    cuts = list(_PART.finditer(sentence, after, before))
    return cuts[-1].end() if cuts else None
