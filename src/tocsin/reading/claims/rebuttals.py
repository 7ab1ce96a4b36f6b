# SPDX-License-Identifier: Apache-2.0
"""Rebuttals: who is said to have done what was just told denies it, in the same sentence or in the next."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from operator import attrgetter

from tocsin.reading.asks import tellings
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Card, Claim, Party

# All of it runs on the lowered view.
_WHO = r"(?P<who>(?:[\w'’-]+\s+){1,7}?)"
_DENIES = (
    r"(?:(?:has|have|had|also|again|later|immediately|\w+ly)\s+)*(?:denie[sd]|deny|reject(?:s|ed)?|dismiss(?:es|ed)?)"
)
_IT = (
    r"\s+(?:(?:any|all|the|having\s+any|such|this|that|these|those|its|their)\s+)*"
    r"(?:responsibility|involvement|wrongdoing|charges?|accusations?|allegations?|claims?|it|this|that)\b"
    r"(?:\s+(?:in|for)\s+(?:it|this|that|the\s+\w+))?(?=\s*(?:[.,;]|$))"
)
_FIRING = (
    r"\s+(?:having\s+)?(?:any\s+)?(?:firing|fired|shelling|attacking|attacked|doing\s+so|done\s+so|striking|opening\s+fire|"
    r"carrying\s+out\s+[\w\s-]{3,30}|targeting\s+[\w-]+|hitting\s+[\w-]+)(?=\s*(?:[.,;]|on\b|$))"
)
_DEED = (
    r"\s+(?:having\s+(?:carried\s+out|made|ordered|taken\s+part\s+in)\s+)?(?:any|all|the|this|that|these|those|such)\s+(?:\w+\s+)?"
    r"(?:attacks?|strikes?|air\s?strikes?|raids?|killings?|shelling|bombardment|bombing|assault|massacre|arrests?|abductions?|"
    r"detentions?|deaths?|incident|executions?|torture|beatings?|blockade|looting|expulsions?|reports?)(?=\s*(?:[.,;]|$))"
)
_OR_DEED = rf"(?:(?:{_DENIES})(?:{_IT}|{_FIRING})|(?:(?:has|have|had|also|later|\w+ly)\s+)*(?:denie[sd]|deny){_DEED})"
"""What is denied: the charge, the doing, or the deed by its noun."""
_END = r"(?=\s*(?:[.,;]|$))"
_CHARGE = late(
    r"(?:,|\s[-–—])\s+(?:(?:an?|the|all)\s+)?(?:\w+\s+)?(?:charge|accusation|allegation|claim|assertion)s?\s+"
    rf"(?:that\s+|which\s+)?{_WHO}(?:{_DENIES}){_END}"
    rf"|,\s+(?:which|for\s+which|of\s+which)\s+{_WHO.replace('who', 'whom')}(?:{_DENIES})(?:{_IT})?{_END}"
    r"|(?:[,;]?\s+(?:and|but|while|whereas|though|although|yet)|;)\s+(?:whereas\s+)?"
    rf"{_WHO.replace('who', 'other')}{_OR_DEED}"
)
"""Who denies in the sentence that tells: "a charge that Ardesh denied", "and whereas Veltria denies responsibility"."""
_NEXT = late(rf"\s*(?:but\s+|however,\s+)?{_WHO}{_OR_DEED}")
"""The sentence after it: "Ardesh denies firing."."""
_SIGNS = ("denie", "deny", "reject", "dismiss")
_FAR = 130


def find(draft: Draft, card: Card, told: Sequence[Claim], sentence: tuple[int, int], held: Vocabulary) -> Claim | None:
    """Give the denial of what the claims of a sentence tell, by who is said to have done it or is meant by it."""
    deeds = sorted((claim for claim in told if claim.act not in held.said), key=attrgetter("start"))
    if not deeds or any(claim.mode in ("denied", "threatened") for claim in told):
        return None
    small = lowered(draft.content)
    start, end = sentence
    last = max(claim.end for claim in deeds)
    number = draft.block_at(start)
    floor = draft.blocks[number].end if number is not None else end
    match: re.Match[str] | None = None
    if any(sign in small[last - 1 : end] for sign in _SIGNS):
        match = _CHARGE.search(small, last - 1, end)
    elif any(sign in small[end : min(floor, end + _FAR)] for sign in _SIGNS):
        match = _NEXT.match(small, end, min(floor, end + _FAR))
    if match is None or (match.re.pattern == _NEXT.pattern and not any(claim.actors for claim in deeds)):
        return None
    name = next(name for name, words in match.groupdict().items() if words)
    return _denial(draft, card, deeds, match.span(name), match.end(), pointed=name == "whom")


def _denial(
    draft: Draft, card: Card, deeds: Sequence[Claim], who: tuple[int, int], end: int, *, pointed: bool
) -> Claim | None:
    """Give the denial of the first deed that those who stand in `who` are said to have done, or that nobody is.

    `pointed`: a clause with "which" points to the deed, whoever is said to have done it.
    """
    start, stop = who
    denying = tellings.speaks(draft, start, stop)
    if len(denying) != 1:
        return None
    known = {party.id for party in denying}
    for deed in reversed(deeds) if pointed else deeds:
        accused = not deed.actors or known & _sides(draft, deed.actors)
        if accused or (pointed and _is_force(denying[0])):
            said: dict[str, Party] = {party.id: party for party in (*card.carriers, *denying)}
            if not card.carriers:
                said = {party.id: party for party in (*card.issuers, *denying)}
            return dataclasses.replace(
                deed,
                start=start,
                end=end,
                by="claim.rebuttal",
                actors=denying if accused else deed.actors,
                speakers=tuple(said.values()),
                mode="denied",
                quantities=(),
            )
    return None


_FORCE = late(
    r"(?:the\s+)?(?:army|military|forces|police|navy|air\s+force|government|ministry|junta|rebels|authorities)$"
)


def _is_force(party: Party) -> bool:
    """Say whether a name is only what a side's own arm is called: "the army"."""
    return _FORCE.match(party.name.lower()) is not None


def _sides(draft: Draft, parties: Sequence[Party]) -> set[str]:
    """Give the ids of parties and of the States whose organs they are."""
    rows = [draft.catalogue.actors.get(party.id) for party in parties]
    return {party.id for party in parties} | {row.organ_of for row in rows if row is not None and row.organ_of}
