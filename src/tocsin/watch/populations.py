# SPDX-License-Identifier: Apache-2.0
"""How many people live at a place, by what sources tell: statements with bounds and dates, and the interval they allow.

1. A number is of the place that its own words name ("inhabitants of Karsk"), else of that of its clause, of its row, of
   the heading above or of its document's title; what is said of one place is not of another beside it.
2. Statements that say population, inhabitants, residents or citizens, or that so many people live there, outweigh
   others, which count only where people of the place are told to need, to lack or to be shut in ("118,000 people need
   food"): so many who marched, met or were arrested are no population. A part ("1,400 of them") and people harmed or
   moved are none, nor are children in need.
3. A number told for an earlier year ("in 2019") is of that year. The statements of the days asked for stand; where
   there are none, the last before, else the first after.
4. What they allow together is the hull: the lowest least and the highest most. Statements with one bound only stand
   where no other does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.ledger.listed import Listed
from tocsin.linking.voices import Voices
from tocsin.records.bounds import FIRST, LAST, bounds
from tocsin.records.findings import Claim, Count, Quantity
from tocsin.records.ids import Digest, Json
from tocsin.watch.amounts import Amount, stated
from tocsin.watch.sentences import Sentences
from tocsin.watch.wheres import Where

_STRONG = re.compile(
    r"population|inhabitants|residents|citizens|souls|dwellers"
    r"|people\s+(?:of|in|live|living|who\s+live|remain|are\s+living|under|inside|trapped|besieged)",
    re.IGNORECASE,
)
_PART = re.compile(r"\bof\s+(?:them|whom|these|those|which)\b", re.IGNORECASE)
_CHILDREN = re.compile(r"\s+(?:are\s+|were\s+)?(?:children|minors|under\s+(?:18|eighteen|five))\b", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"\s+(?:(?:who\s+)?(?:are\s+)?(?:live|lives|lived|living|remain|remaining|still)\s+)*(?:of|in|inside|at|from)\s+"
    r"(?:(?:the|a)\s+)?(?:(?:town|city|village|district|province|region|enclave|valley|besieged\s+\w+)\s+(?:of\s+)?)?"
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*)*)"
)
"""The place that a number's own words name: "inhabitants of Karsk"."""
_HARMED = (
    r"killed|dead|died|die|dying|drowned|murdered|shot|executed|wounded|injured|hurt|treated|hospitali[sz]ed|arrested"
    r"|detained|jailed|imprisoned|held|abducted|kidnapped|missing|displaced|evacuated|fled|expelled|deported|buried"
)
_HARMED_AFTER = re.compile(
    rf"(?:,[^,;.]{{0,60}},)?(?:\s+(?:who|that|have|has|had|was|were|been|being|got|are|is|reportedly|also|since|already))*"
    rf"\s+(?:{_HARMED})\b",
    re.IGNORECASE,
)
_HARMED_BEFORE = re.compile(
    rf"\b(?:{_HARMED}|killing|wounding|injuring|injures|kills|deaths?\s+of|treating|displacing|detaining|arresting)\s+"
    r"(?:at\s+least\s+|up\s+to\s+|some\s+|about\s+|another\s+)?$",
    re.IGNORECASE,
)
_BESET = re.compile(
    r"\b(?:needs?|needed|needing|lacks?|lacked|without\s+(?:food|bread|water|power|electricity|heat(?:ing)?|gas|fuel"
    r"|medicines?|shelter|aid|help)|besieged|trapped|cut\s+off|shut\s+(?:in|off)|encircled|surrounded"
    r"|blockaded|isolated|stranded|stuck|affected|depend(?:s|ed|ent|ing)?"
    r"|fac(?:e|es|ed|ing)|starv(?:e|es|ed|ing)|hungry|hunger|suffer(?:s|ed|ing)?|surviv(?:e|es|ed|ing)|home\s+to|hosts?"
    r"|at\s+risk)\b",
    re.IGNORECASE,
)
"""What is told of the people of a place as a whole, around a number that does not say so."""
_YEAR = re.compile(r"\b(?:in|of|until|before|since\s+the\s+census\s+of)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_AFTER = 24
"""Code points after a number within which its noun is looked for ("120,000 people live in")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One source's number of people at a place, told on some day of `days` (first, last; None undated)."""

    item: Listed
    count: Count | Quantity
    voice: Digest
    days: tuple[int, int] | None
    strong: bool

    @property
    def amount(self) -> Amount:
        """What its number allows."""
        return stated(self.count)

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON: the number, then the finding it stands in."""
        return {"value": self.count.value, **self.amount.to_json(), "voice": self.voice, **self.item.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """What statements allow for some days; `amount` None where nobody tells a number."""

    amount: Amount | None
    basis: tuple[Stated, ...]
    statements: tuple[Stated, ...]

    @property
    def voices(self) -> int:
        """How many voices the number rests on."""
        return len({one.voice for one in self.basis})

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        held = {"low": None, "high": None} if self.amount is None else self.amount.to_json()
        return {**held, "voices": self.voices, "basis": [one.item.row.finding for one in self.basis]}


def population(
    rows: Iterable[Listed],
    sentences: Sentences,
    at: Where,
    voices: Voices,
    days: tuple[int, int],
    *,
    of: str = "population",
) -> Population:
    """Find how many people (or, by `of`, children) live at a place in some days; `rows` are a ledger's findings."""
    rows = tuple(rows)
    held = tuple(_told(rows, sentences, at, voices, of))
    if of != "population":
        held += tuple(_of_them(rows, sentences, at, voices))
    strong = [one for one in held if one.strong] or list(held)
    two_sided = [one for one in strong if one.amount.bounded and one.amount.low > 0] or strong
    basis = _of_the_days(two_sided, *days)
    amount: Amount | None = None
    for one in basis:
        amount = one.amount if amount is None else amount.hull(one.amount)
    return Population(amount=amount, basis=tuple(basis), statements=held)


def _of_the_days(held: Sequence[Stated], first: int, last: int) -> list[Stated]:
    dated = [(one.days, one) for one in held if one.days is not None]
    within = [one for days, one in dated if days[0] <= last and days[1] >= first]
    if within:
        return within
    before = [(days[1], one) for days, one in dated if days[1] < first]
    if before:
        latest = max(day for day, _one in before)
        return [one for day, one in before if day == latest]
    after = [(days[0], one) for days, one in dated]
    if after:
        earliest = min(day for day, _one in after)
        return [one for day, one in after if day == earliest]
    return list(held)


def _told(rows: Iterable[Listed], sentences: Sentences, at: Where, voices: Voices, of: str) -> Iterator[Stated]:
    for row in rows:
        finding = row.finding
        if isinstance(finding, Claim):
            yield from _row(row, finding, at, voices, of)
        elif isinstance(finding, Quantity) and finding.of == of and not finding.by.startswith("table."):
            if _PART.search(finding.quote) or _harmed(row, sentences) or not _names(at, row, sentences):
                continue
            words = finding.quote + sentences.after(row, _AFTER)
            if of != "population" and not _STRONG.search(sentences.around(row)):
                continue  # children of whom nobody says that they are part of the people of the place
            strong = of != "population" or _STRONG.search(words) is not None
            if not strong and not _BESET.search(" ".join(sentences.clause(row))):
                continue  # so many who marched, or of whom a heading tells
            yield Stated(
                item=row,
                count=finding,
                voice=voices.of_finding(row),
                days=_of_its_year(row, sentences),
                strong=strong,
            )


def _of_them(rows: Iterable[Listed], sentences: Sentences, at: Where, voices: Voices) -> Iterator[Stated]:
    """Give the children of a number of people of the place: "5,000 of them children"."""
    rows = tuple(rows)
    parts = [
        row
        for row in rows
        if isinstance(row.finding, Quantity)
        and _PART.search(row.finding.quote)
        and _CHILDREN.match(sentences.after(row, _AFTER))
    ]
    if not parts:
        return
    papers = {row.shelved.document for row in parts}
    whole = [
        one.item
        for one in _told((row for row in rows if row.shelved.document in papers), sentences, at, voices, "population")
        if one.strong
    ]
    sentenced = {(item.shelved.document, sentences.around(item)) for item in whole}
    for row in parts:
        if (row.shelved.document, sentences.around(row)) in sentenced and isinstance(row.finding, Quantity):
            yield Stated(
                item=row,
                count=row.finding,
                voice=voices.of_finding(row),
                days=_of_its_year(row, sentences),
                strong=True,
            )


def _harmed(row: Listed, sentences: Sentences) -> bool:
    """Say whether those that a number counts are told to be dead, hurt, held or gone: these are not who lives there."""
    before, after = sentences.clause(row)
    return bool(_HARMED_AFTER.match(after) or _HARMED_BEFORE.search(before))


def _names(at: Where, row: Listed, sentences: Sentences) -> bool:
    before, after = sentences.clause(row)
    own = _OF_PLACE.match(after)
    if own is not None:
        return at.named_in(own["name"])
    if at.named_in(f"{before} {row.finding.quote} {after}"):
        return True
    heading = sentences.heading(row)
    return at.named_in(heading) if heading else at.named_in(row.shelved.card.title or "")


def _of_its_year(row: Listed, sentences: Sentences) -> tuple[int, int] | None:
    """Give the days that a number is told for: an earlier year that its clause names, else those of its paper."""
    published = _published(row)
    named = [int(year) for words in sentences.clause(row) for year in _YEAR.findall(words)]
    if published is None or not named or max(named) >= date.fromordinal(published[0]).year:
        return published
    return date(max(named), 1, 1).toordinal(), date(max(named), 12, 31).toordinal()


def _row(row: Listed, claim: Claim, at: Where, voices: Voices, of: str) -> Iterable[Stated]:
    """Read a row of a table that tells the people of the place."""
    if claim.by != "table.row" or claim.act != "statement" or not any(at.here(place) for place in claim.places):
        return
    when = bounds(claim.when)
    days = None if when is None or when.latest >= LAST else (when.earliest, when.latest)
    for count in claim.quantities:
        if count.of == of:
            yield Stated(item=row, count=count, voice=voices.of_finding(row), days=days or _published(row), strong=True)


def _published(row: Listed) -> tuple[int, int] | None:
    issued = row.shelved.published
    return None if issued is None or issued.earliest <= FIRST else (issued.earliest, issued.latest)
