# SPDX-License-Identifier: Apache-2.0
"""Modals: the clause of a "will", "could" or "may", read as its subject, a negation and the words from its verb on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from re import DOTALL

from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.warnings.phrases import Phrases

# All of it runs on the view in small letters.
_WORD = late(r"[\w'-]+|[.,;:!?\"()]")
_NEAR = 75
"""So many characters behind a modal hold its verb, adverbs and an inset aside."""
_EDGES = late(r"[.,;:!?\"]")
_ENDS = frozenset({".", ";", "!", "?"})
_AHEAD, _WORDS = 190, 20
"""So many characters and words behind a modal are read."""
_BEFORE = 110
"""So many characters before a modal hold its subject."""
_NO = frozenset(
    {"not", "never", "cannot", "can't", "won't", "wouldn't", "couldn't", "nor", "hardly", "scarcely", "neither"}
)
_VERBS_IN_LY = frozenset({"rely", "supply", "apply", "multiply", "fly", "comply", "ally", "rally", "reply"})
_OWNED = frozenset({"his", "her", "its", "their", "our", "your", "the"})
_PARTICIPLE = late(
    r"(?:been|had|gone|become|made|led|brought|taken|come|done|given|seen|left|lost|won|put|kept|let|cut|set|hit|begun|\w{2,}ed)$"
)
_ABOVE_ALL = late(
    r",\s(?:above\s+all|especially|particularly|in\s+particular|notably|including|mainly|mostly|chiefly|first\s+of\s+all)\b"
)
_CLAUSE = late(
    r".*(?:[.;:!?\"()—]|,\s(?:and|but|or|so|which|while|whereas|where|because)\s|"
    r"\b(?:that|sa(?:id|ys?)|but|if|unless|because|warn(?:s|ed)?|fear(?:s|ed)?|believes?d?|thinks?|estimates?d?|predict(?:s|ed)?|"
    r"expects?|anticipates?|foresees?|projects|forecasts|caution(?:s|ed)|tells?|told|adds|added)\s)",
    DOTALL,
)
_LEANS = frozenset({"which", "that", "it", "this", "who", "they", "these", ""})
"""Subjects that stand for what comes before them."""
_NUMBER = late(r"(?:.*\s)?(?:numbers?|figures?|toll|total)$")
"""Subjects that count what was spoken of before."""
_NOUN = late(
    r"\b(?:the|his|her|its|their|our|political|free|good|own|popular|people's|last|ill|of|military|with\s+all|strong|national)\s+$"
)
_WE = late(r"\b(?:we|i)\s+$")
"""Whose "shall" tells what will be; of all others it orders."""
_DAY = late(r"(?:\d|\b(?:in|of|on|since|until|by|early|late|mid-?|last|next))\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What is said with a modal.

    `words` are those behind the modal, up to the end of the sentence or so; `verb` is the index of its verb among
    them, behind adverbs and a negation.
    """

    small: str
    modal: Hit
    words: Sequence[str]
    verb: int
    negated: bool

    @property
    def word(self) -> str:
        """The modal itself."""
        return self.small[self.modal.start : self.modal.end]

    def end(self, count: int) -> int:
        """Give where the last of its first `count` words ends."""
        return end_of(self.small, self.modal.end, count)

    @property
    def subject(self) -> str:
        """The words before the modal that belong to its clause, or those that its pronoun stands for."""
        before = self.small[max(0, self.modal.start - _BEFORE) : self.modal.start].rstrip()
        inset = before.rfind(",", 0, len(before) - 1) if before.endswith(",") else -1
        listed = _ABOVE_ALL.search(before) if inset > 0 else None  # "flooding, above all in Karsk, Dolen and Sarn, is"
        inset = listed.start() if listed else inset
        before = before[:inset] if inset > 0 else before  # "Measles, which has reached the camps, could …"
        cut = _CLAUSE.match(before)
        own = before[cut.end() :].strip(" ,\n") if cut else before.strip()
        return before if own in _LEANS or _NUMBER.match(own) else own

    @property
    def before(self) -> str:
        """A good deal of what stands before the modal."""
        return self.small[max(0, self.modal.start - 160) : self.modal.start]


def clause(small: str, modal: Hit, known: Phrases) -> Clause | None:
    """Read the clause of a modal, None where the word is no modal or tells what would have been."""
    if not _is_modal(small, modal) or not known.opens(_EDGES.sub(" ", small[modal.end : modal.end + _NEAR]).split()):
        return None
    words = following(small, modal.end)
    verb, negated = _verb(known, words, small[modal.start : modal.end] in _NO)
    if verb >= len(words) or (
        words[verb] == "have" and any(_PARTICIPLE.match(one) for one in words[verb + 1 : verb + 2])
    ):
        return None
    return Clause(small=small, modal=modal, words=words, verb=verb, negated=negated)


def gerund(small: str, cue: Hit, known: Phrases) -> Clause | None:
    """Read what follows a noun such as "risk of" as a clause: "his being shot", "losing the harvest"."""
    words = following(small, cue.end)
    verb = next((at for at, word in enumerate(words[:4]) if word.endswith("ing")), None)
    base = None if verb is None else known.base(words[verb])
    if verb is None or base is None or any(not word[0].isalnum() for word in words[:verb]):
        return None
    words[verb] = base
    return Clause(small=small, modal=cue, words=words, verb=verb, negated="not" in words[:verb])


def following(small: str, start: int) -> list[str]:
    """Give the words and marks from a place on, up to the end of the sentence or so."""
    words: list[str] = _WORD.findall(small, start, start + _AHEAD)[:_WORDS]
    end = next((at for at, word in enumerate(words) if word in _ENDS), len(words))
    return words[: end + 1]


def end_of(small: str, start: int, count: int) -> int:
    """Give where the last of so many of the words ends that follow a place."""
    last = start
    for match in islice(_WORD.finditer(small, start, start + _AHEAD), count):
        last = match.end()
    return last


def _is_modal(small: str, modal: Hit) -> bool:
    word = small[modal.start : modal.end]
    if word in ("will", "might"):
        return not _NOUN.search(small, max(0, modal.start - 12), modal.start)
    if word == "may":
        return not (
            _DAY.search(small, max(0, modal.start - 8), modal.start)
            or small[modal.end : modal.end + 2].strip().isdigit()
        )
    if word == "shall":
        return _WE.search(small, max(0, modal.start - 8), modal.start) is not None
    return word not in ("risk", "risks")


def _verb(known: Phrases, words: Sequence[str], negated: bool) -> tuple[int, bool]:
    """Give where the verb of a modal stands, and whether it is negated."""
    at = 0
    while at < len(words):
        word = words[at]
        if word in _NO:
            negated = negated != (words[at + 1 : at + 2] != ["only"])
        elif word == "no" and words[at + 1 : at + 2] == ["longer"]:
            negated = True
            at += 1
        elif word == "see" and at + 3 < len(words) and words[at + 1] in _OWNED and known.verb(words, at + 3):
            at += 2  # "will see his barn burn"
        elif word == ",":
            close = next((n for n in range(at + 1, min(len(words), at + 12)) if words[n] == ","), None)
            if close is None:
                break
            at = close
        elif not word.endswith("ly") or word in _VERBS_IN_LY:
            passed = known.passed(words, at)
            if not passed:
                break
            at += passed - 1
        at += 1
    return at, negated
