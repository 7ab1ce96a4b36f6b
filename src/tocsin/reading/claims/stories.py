# SPDX-License-Identifier: Apache-2.0
"""The story so far: when and where a sentence stands that goes on from the last without saying so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tocsin.reading.claims.spans import Span
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Claim, Party

_LEAD = 700
"""Code points over which "the attack took place on" reaches back to the attack."""
_LINK = 9
"""Characters between two acts of a sentence told with one date: ", when ", " and "."""
_LINKS = frozenset({"", "and", "when", "as", "while", "where"})
_STRUGGLE = frozenset({"protest", "arrest", "detention", "torture", "blockade", "deployment", "execution"})
"""What is done to people beside violence, of which tales are told as of it."""
_TAKEN = frozenset({"seizure", "abduction", "destruction", "destruction-of-homes", "displacement"})
_FRESH = 3
"""Days for which a deed is the news of a text."""
_GAP = 3
"""Characters between two sentences that follow each other."""
_BLOCKS = 2
"""Blocks over which "the blast" is still the one told before."""
_EXACT = late(r"\d{4}-\d{2}-\d{2}")
_LINKED = late(r"(?:this|these|that|those|the\s+same)\s", re.IGNORECASE)
# These run on the lowered view.
_DEED = (
    r"(?:the|this|that)\s+(?:[\w-]+\s+){0,2}?(?:blasts?|explosions?|attacks?|bombings?|bombs?|raids?|strikes?|air\s?strikes?|"
    r"shelling|assault|ambush|clash|clashes|massacre|incident|shooting|killings?|kidnappings?|abductions?)\b"
)
_THE_DEED = late(
    rf"{_DEED}(?!\s+(?:of|on|against)\s+(?:an?|two|three|four|five|six|\d)\b)(?:\s+(?:of|on|against)\s+the\s+(?P<what>[\w-]+))?"
)
"""The deed told before; that on "the pipeline" only where a pipeline was named."""
_TOOK_PLACE = late(
    rf"{_DEED}(?:\s+(?:itself|also|reportedly|allegedly))?\s+(?:took\s+place|occurred|happened|came|unfolded|was\s+carried\s+out)\b"
)
"""A sentence that says of what was told before when and where it was done."""
_OF_THE_DEED = late(
    rf"\s(?:[^,;]{{0,30}}\s)?(?:in|by|during|from|as\s+a\s+result\s+of)\s+{_DEED}(?!\s+(?:of|on|against|in|at|near|that|which)\b)"
)
"""The deed of which harm came: "the driver was also killed in the attack"."""
_THEY = late(r"(?P<who>they|he|she|it)\s+(?:(?:also|then|later|had|have|has|first|\w+ly)\s+)*")
"""A pronoun for who acted in the sentence before, up to the act's verb."""
_PERFECT = late(
    r"\b(?:has|have|had|having|is|are|being|regularly|often|always|usually|earlier|previously|once|still|remain(?:s|ed)?|stay(?:s|ed)?"
    r"|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing))\b"
)
"""What was, lasts, or is denied was not done right after what was told before."""
_OVERALL = late(
    r"\b(?:total|toll|since|overall|so\s+far|in\s+all|altogether|to\s+date|estimated?|estimates|constantly|every)\b"
)


_LATELY = late(
    r"\b(?:in|over|for)\s+(?:the\s+)?(?:recent|past|last)\s+(?:(?:few|several)\s+)?(?:days|weeks|months|years|decades)\b"
)
"""What was done now and then over a time was not done when the last deed was."""
_ANOTHER = late(
    r"\b(?:another|separate(?:ly)?|elsewhere|meanwhile|previous(?:ly)?|earlier|in\s+addition|an?\s+(?:second|third|fourth|fifth)|the\s+(?:second|third|fourth|fifth))\b"
)
"""What is another deed than the one just told."""


def is_another(small: str, start: int, end: int) -> bool:
    """Say whether words tell of another deed than the one before them: "a second blast", "elsewhere"."""
    return _ANOTHER.search(small, start, end) is not None


@dataclass(slots=True)
class Story:
    """What was told last: in which block and up to where, which act, when and where.

    `told` is where its claim ends, `actors` who did it, `dates` are the last date of each act, `violence` that of any
    violent one; `sites` and `site` are where they were done.
    """

    block: int = -1
    end: int = 0
    told: int = 0
    act: str = ""
    when: str | None = None
    places: tuple[Party, ...] = ()
    violence: str | None = None
    dates: dict[str, str] = field(default_factory=dict)
    actors: tuple[Party, ...] = ()
    sites: dict[str, tuple[Party, ...]] = field(default_factory=dict)
    site: tuple[Party, ...] = ()
    issued: str | None = None
    """When the document was issued, as EDTF."""
    entries: Mapping[int, str] = field(default_factory=dict)
    """The date with which each block begins that is an entry of a chronicle."""
    fresh: int = -1
    """The block whose violence was dated by one of the last days before the issue."""

    def tell(self, claim: Claim, block: int, end: int, held: Vocabulary) -> None:
        """Go on to a claim whose sentence ends at `end` of a block."""
        self.block, self.end, self.act, self.told = block, end, claim.act, claim.end
        self.when, self.places = claim.when, claim.places
        self.actors = claim.actors if claim.by == "claim.act-verb" else ()
        if claim.places:
            self.sites[claim.act] = claim.places
            self.site = claim.places if claim.act in held.violent else self.site
        if claim.when:
            self.dates[claim.act] = claim.when
            self.violence = claim.when if claim.act in held.violent else self.violence
            if claim.act in held.violent and self._is_fresh(claim.when):
                self.fresh = block

    def denied(self, end: int) -> None:
        """Pass over a denial of what was told last: what comes behind it goes on with the story."""
        self.end = max(self.end, end)

    def date(self, draft: Draft, sentence: tuple[int, int, int], span: Span, held: Vocabulary) -> str | None:
        """Give the date of an act that its own sentence (block, start, end) does not date, None where none can be told.

        What goes on at once has the last act's date, and so has what violence has led to, over a paragraph's end too;
        "the blast" and "these arrests" have that of the deed that was told before.
        """
        block, start, end = sentence
        content = draft.content
        small = lowered(content)
        if self.block < 0 or _LATELY.search(small, start, end):
            return None
        at_once = self.block == block and start - self.end < _GAP
        same = span.act == self.act or self._led_to(span, held)
        another = _ANOTHER.search(small, start, span.end) is not None
        if self.when and at_once and not another and (same or self._then(draft, sentence, span, held)):
            return self.when
        if self.when and self._led_to(span, held) and self._ended(draft, block, start):
            exact = _EXACT.match(self.when) and not _OVERALL.search(small, start, end)
            return self.when if exact else None
        apart = block - self.block
        if 0 <= apart <= 1 and span.act not in held.said and _LINKED.match(content, span.start):
            return self.dates.get(span.act)
        if self._is_the_deed(content, span, block, held):
            return self.dates.get(span.act) or self.violence
        return self.violence if self._is_news(draft, sentence, span, held) else None

    def _is_news(self, draft: Draft, sentence: tuple[int, int, int], span: Span, held: Vocabulary) -> bool:
        """Say whether harm without a date is told in the paragraph that tells of violence of the last days."""
        block, start, end = sentence
        harm = span.act in held.violent | held.consequence | _STRUGGLE | _TAKEN
        if not harm or not span.cue.verb or self.fresh != block:
            return False
        small = lowered(draft.content)
        return not _OVERALL.search(small, start, end) and not _ANOTHER.search(small, start, end)

    def _is_fresh(self, when: str) -> bool:
        """Say whether a day is one of the last before the issue, so that a text of that day is about it."""
        if not self.issued or not _EXACT.fullmatch(when) or not _EXACT.fullmatch(self.issued):
            return False
        return 0 <= (date.fromisoformat(self.issued) - date.fromisoformat(when)).days <= _FRESH

    def _is_the_deed(self, content: str, span: Span, block: int, held: Vocabulary) -> bool:
        """Say whether a span speaks of the violence told shortly before: "the blast", "the attack"."""
        return (
            self.block >= 0
            and 0 <= block - self.block <= _BLOCKS
            and (span.act in held.violent or span.act in held.consequence)
            and (
                _is_told_before(lowered(content), span.start)
                or (span.cue.verb and _OF_THE_DEED.match(lowered(content), span.cue.end, span.end) is not None)
            )
        )

    def goes_on(self, content: str, span: Span) -> str | None:
        """Give the date of the act told right before in the sentence: "shelled Karsk on 3 May, killing two"."""
        near = self.block >= 0 and 0 <= span.start - self.told < _LINK
        return self.when if near and content[self.told : span.start].strip(" ,") in _LINKS else None

    def doer(self, draft: Draft, sentence: tuple[int, int], span: Span, held: Vocabulary) -> tuple[Party, ...]:
        """Give who "they" are who did violence, in a sentence (block, start) right behind one that tells of theirs."""
        block, start = sentence
        if not self.actors or self.block != block or not 0 <= start - self.end < _GAP or not span.cue.verb:
            return ()
        if self.act not in held.violent or span.act not in held.violent:
            return ()
        they = _THEY.fullmatch(lowered(draft.content), start, span.cue.start)
        return self.actors if they and (they["who"] == "they") == self._are_many() else ()

    def _are_many(self) -> bool:
        """Say whether those who acted last are more than one: two of them, or "gunmen"."""
        last = self.actors[0].name.lower().split()[-1]
        return len(self.actors) > 1 or last.endswith(("s", "men", "women", "people", "police"))

    def place(
        self, draft: Draft, sentence: tuple[int, int], span: Span, held: Vocabulary, suffered: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Give where the sentence before stood, for one (block, start) that goes on with the same violence.

        "The blast" was where the deed was that was told before.
        Who suffered by a name of its own ("captured Karsk") says where by itself.
        """
        block, start = sentence
        if any(party.name[:1].isupper() for party in suffered) and not draft.content[span.start : span.end].isupper():
            return ()
        if self._is_the_deed(draft.content, span, block, held):
            return self.sites.get(span.act) or self.site
        if self.block != block or not 0 <= start - self.end < _GAP or span.by == "claim.act-noun":
            return ()
        return self.places if span.act == self.act or self._led_to(span, held) else ()

    def _then(self, draft: Draft, sentence: tuple[int, int, int], span: Span, held: Vocabulary) -> bool:
        """Say whether what is told next was done then: "Pupils marched on Monday. Police beat nine of them."."""
        _, start, end = sentence
        struggle = held.violent | _STRUGGLE
        if not span.cue.verb or self.act not in struggle or span.act not in struggle:
            return False
        if self.when is None or start < self.end or not _EXACT.fullmatch(self.when):
            return False
        small = lowered(draft.content)
        perfect = _PERFECT.search(small, max(start, span.cue.start - 40), span.cue.end)
        return not perfect and not _OVERALL.search(small, start, end)

    def _led_to(self, span: Span, held: Vocabulary) -> bool:
        """Say whether an act is what the violence told just before has led to: "An air strike … . Nine were killed"."""
        return span.act in held.consequence and self.act in held.violent

    def _ended(self, draft: Draft, block: int, start: int) -> bool:
        """Say whether the last sentence ended a paragraph and this one opens the next."""
        behind = block == self.block + 1 and start == draft.blocks[block].start
        return behind and draft.blocks[self.block].end - self.end < _GAP


def _is_told_before(small: str, start: int) -> bool:
    """Say whether "the attack", or "the attack on the pipeline" behind words of a pipeline, opens a span."""
    deed = _THE_DEED.match(small, start)
    return deed is not None and (not deed["what"] or deed["what"] in small[max(0, start - _LEAD) : start])


def _spread(small: str, start: int, end: int) -> bool:
    """Say whether what words tell was done over a time: a toll, something of recent months."""
    low = max(small.rfind(". ", 0, start), small.rfind("\n", 0, start)) + 1
    return _OVERALL.search(small, start, end) is not None or _LATELY.search(small, low, end) is not None


def dated_behind(content: str, claims: list[Claim], first: int, held: Vocabulary) -> list[Claim]:
    """Date the violence told before by a sentence that says when it was done: "The attack took place on Monday".

    The claims of that sentence are those from `first` on.
    """
    last = claims[first] if first < len(claims) else None
    when = last.when if last else None
    if last is None or when is None or not _EXACT.fullmatch(when):
        return claims
    if not _TOOK_PLACE.match(lowered(content), last.start):
        return claims
    found = [*claims]
    for index in range(first - 1, -1, -1):
        one = found[index]
        if last.start - one.end > _LEAD:
            break
        fits = one.act in held.violent or one.act in held.consequence
        if fits and one.when is None and not _spread(lowered(content), one.start, one.end):
            found[index] = replace(one, when=when)
    return found
