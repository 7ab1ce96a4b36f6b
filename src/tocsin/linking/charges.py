# SPDX-License-Identifier: Apache-2.0
"""Charges: how a sentence tells of a breach – asserted, found, alleged or not found – who says so and of whom.

1. Who files a case, accuses or claims alleges a breach: it is told of whom the case is against, never of who brings it.
2. A court that does "not find that …" or finds "no breach" tells of none.
3. Who is told to say it is not the one whose paper tells it: "the applicants claimed that" in a court's judgment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue

ALLEGED, UNFOUND = "alleged", "unfound"
_CLAUSE = 260
"""How many characters may lie between who says a thing and the breach that is told of."""
_THAT = r"(?:\s*,[^,;.]{2,60},)?\s+(?:\w+ly\s+)?(?:that\b|(?=(?:the\s+)?[A-Z]))"
_UNPROVEN = (
    r"\b(?:(?:not|never|n't)\s+(?:\w+\s+)?(?:find|found|hold|held|conclude[ds]?|establish(?:ed)?|determined?|ruled?|prov(?:e|ed|en)|"
    r"shown?|demonstrated|satisfied|persuaded|convinced)|(?:unable|declin(?:e|es|ed))\s+to\s+(?:find|hold|conclude|establish|"
    r"determine|say)|cannot\s+(?:find|hold|conclude|establish|determine|say)|(?:no|insufficient|not\s+enough)\s+(?:evidence|proof|basis|grounds)|"
    r"without\s+(?:finding|holding|establishing))\b(?:\s*,[^,;.]{2,60},)?[^.;]{0,90}$"
)
_NONE = (
    r"\b(?:find|finds|found|hold|holds|held|conclude|concludes|concluded|rule|rules|ruled|establish|establishes|established)\b"
    r"[^.;]{0,70}\bno\s+(?:\w+\s+)?$"
)
_BRINGS = (
    r"\b(?:fil(?:e|es|ed|ing)|lodg(?:e|es|ed|ing)|br(?:ing|ings|ought|inging)|institut(?:e|es|ed|ing)|submit(?:s|ted|ting)?|open(?:s|ed)|"
    r"start(?:s|ed)|seis(?:e|es|ed)|su(?:e|es|ed|ing))\b[^.;]{0,90}?\b(?:applications?|complaints?|cases?|proceedings|petitions?|suits?|lawsuits?|"
    r"communications?|actions?|claims?|pleas?|charges)\b|\b(?:sue|sues|sued|suing)\b"
)
_SUIT = r"\b(?:application|complaint|case|proceedings|petition|suit|lawsuit|communication|action|claim)s?\b"
_DENIES = re.compile(r"\b(?:denies|denied|rejects|rejected|refutes|refuted|dismisses|dismissed)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|sue[sd]?|suing|v\.|versus)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_APART = re.compile(r"[,;:()“”\"]|\b(?:and|but|while|whereas|although|that|which|who)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:on|in|at|by|since)\s+(?:\w+day\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)?(?:\s+\d{1,2})?(?:\s+\d{4})?\s+(?=\S)",
    re.IGNORECASE,
)
"""The day before a subject that no comma parts from it."""
_AUXILIARY = re.compile(
    r"(?:\s*\b(?:has|have|had|did|does|do|not|never|is|was|were|are|also|then|again|further|today|yesterday|\w+ly|been))+$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:we|i|it|he|she|they|you|this|these|there|one|both)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """How a breach is told: `says` "alleged", "unfound" or None (asserted); `by` the words of who says it, if told.

    `floor` is where what is told begins; names before it are none of those it is told of. `nominal`: it has no subject
    ("alleged violations of"). `suit`: a case was brought, which is against somebody.
    """

    says: str | None = None
    by: str | None = None
    floor: int = 0
    nominal: bool = False
    suit: bool = False


class Charges:
    """Reads how sentences tell of a breach, by the words of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        alleging, saying, alleged, silent = (
            _either(catalogue.list(f"adherence.{name}")) for name in ("alleging", "saying", "alleged", "unsaid")
        )
        self._accused = re.compile(
            r"\b(?P<verb>accus(?:es|ed|ing|e)|charg(?:es|ed))\s+[^.;]{2,80}?\s+(?:of|with)\b", re.IGNORECASE
        )
        self._alleging = re.compile(rf"\b(?:{alleging})(?:{_THAT})")
        self._saying = re.compile(rf"\b(?:{saying})(?:{_THAT})")
        self._alleged = re.compile(
            rf"\b(?:{alleged})\s+(?:(?:serious|grave|gross|repeated|further|systematic)\s+)?$", re.IGNORECASE
        )
        self._silent = re.compile(rf"\b(?:not|never|n't|nor)\s+(?:\w+\s+)?(?:{silent})\b[^.;]{{0,120}}$", re.IGNORECASE)
        self._according = re.compile(r"\b[Aa]ccording\s+to\s+(?P<who>[^,;.]{2,60}),")
        self._behind = re.compile(
            rf",\s+(?P<who>(?:[\w'’.-]+\s+){{1,7}}?)(?P<verb>{alleging}|{saying})\s*(?=[.,;”\"]|$)"
        )
        self._unproven, self._none = re.compile(_UNPROVEN, re.IGNORECASE), re.compile(_NONE, re.IGNORECASE)
        self._brings, self._suit = re.compile(_BRINGS, re.IGNORECASE), re.compile(_SUIT, re.IGNORECASE)
        self._alleges = re.compile(alleging)

    def of(self, words: str, place: int, end: int) -> Charge | None:
        """Say how a breach whose cue stands at `place` is told in a sentence; `end`: of cue and citation.

        None where it is told that nobody says so ("we do not accuse Ardesh of …").
        """
        low = max(0, place - _CLAUSE)
        if self._silent.search(words, low, place):
            return None
        unproven = self._unproven.search(words, low, place) or self._none.search(words, low, place)
        if unproven is not None:
            return Charge(says=UNFOUND, by=self._who(words, unproven.start()), floor=unproven.start())
        return self._told(words, low, place, end)

    def _told(self, words: str, low: int, place: int, end: int) -> Charge:
        alleged = self._alleged.search(words, low, place)
        charge = (
            self._brought(words, low, place) or self._said(words, low, place) or self._beside(words, low, place, end)
        )
        if charge is None:
            suit = alleged is not None and self._suit.search(words, low, place) is not None
            return Charge(says=ALLEGED if alleged else None, nominal=_noun(alleged), suit=suit)
        return replace(charge, says=ALLEGED, nominal=_noun(alleged)) if alleged else charge

    def _brought(self, words: str, low: int, place: int) -> Charge | None:
        """Read who brings a case, or accuses somebody."""
        brings = self._brings.search(words, low, place)
        if brings is not None:
            return Charge(says=ALLEGED, by=self._who(words, brings.start()), floor=brings.end(), suit=True)
        accused = self._accused.search(words, low, place)
        if accused is None:
            return None
        by = self._who(words, accused.start())
        return Charge(says=ALLEGED if by else None, by=by, floor=accused.end("verb"))

    def _said(self, words: str, low: int, place: int) -> Charge | None:
        """Read who denies, alleges or says it before it is told."""
        denies = _last(_DENIES, words, low, place)
        if denies is not None:
            return Charge(by=self._who(words, denies.start()))
        for verbs, says in ((self._alleging, ALLEGED), (self._saying, None)):
            verb = _last(verbs, words, low, place)
            by = self._who(words, verb.start()) if verb is not None else None
            if verb is not None and by is not None:
                return Charge(says=says, by=by, floor=verb.end())
        return None

    def _beside(self, words: str, low: int, place: int, end: int) -> Charge | None:
        """Read who says it in words that open the sentence or close it."""
        opens = self._according.search(words, low, place)
        if opens is not None:
            return Charge(says=ALLEGED, by=_name(opens["who"]), floor=opens.end())
        closes = self._behind.search(words, end)
        if closes is None:
            return None
        return Charge(says=ALLEGED if self._alleges.fullmatch(closes["verb"]) else None, by=_name(closes["who"]))

    def _who(self, words: str, verb: int) -> str | None:
        """Give the subject before a verb, as the text has it; None for a pronoun or where none stands there."""
        parts = [part for part in _APART.split(_AUXILIARY.sub("", words[:verb].rstrip())) if part]
        return _name(_LEAD.sub("", parts[-1].strip())) if parts else None


def against(words: str, name: int) -> bool:
    """Say whether a name at `name` is that of whom a case is brought against.

    >>> against("Veltria filed a case against Ardesh", 29)
    True
    """
    return _AGAINST.search(words, 0, name) is not None


def _noun(alleged: re.Match[str] | None) -> bool:
    return alleged is not None and not alleged[0].strip().lower().endswith("ly")


def _name(words: str) -> str | None:
    name = _AUXILIARY.sub("", " ".join(words.split()))
    return None if len(name.split()) > 8 or _PRONOUN.fullmatch(name) else name


def _last(pattern: re.Pattern[str], words: str, low: int, place: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(words, low, place):
        found = match
    return found


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
