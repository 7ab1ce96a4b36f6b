# SPDX-License-Identifier: Apache-2.0
"""Who says a thing: publisher, issuer, and whoever the sentence quotes; and how it is said."""

from __future__ import annotations

import re

from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Card, Party

_SAY = (
    r"(?:said|says|stated|announced|reported|reports|warned|warns|told|claimed|claims|added|alleged|alleges|"
    r"confirmed|noted|declared|explained|believes?|believed|acknowledged|admitted|denied|denies|testified|wrote|"
    r"estimated|estimates|accused|accuses|insisted|argued|stressed|cautioned|fears?|feared|predicted)"
)
# These run on the lowered view.
_SAID = late(rf"\b{_SAY}\b|\baccording\s+to\b")
_ACCORDING = late(r"\baccording\s+to\s+(?P<who>[^,.;]{2,90})")
_BEFORE = late(rf"(?P<who>[^,;:\"]{{2,90}}?)(?:,[^,]{{2,80}},)?\s+(?:has\s+|have\s+|had\s+|also\s+)*{_SAY}\b")
_AFTER = late(rf"[,\"]\s*(?:(?P<who>[^,;:\"]{{2,80}}?)\s+{_SAY}|{_SAY}\s+(?P<whom>[^,;:\".]{{2,80}}))\s*(?:[,.]|$)")
_PRONOUN = late(r"\s*(?:he|she|they|it|we|i|who|which)\s*$", re.IGNORECASE)
_NAME = late(r"\b[A-Z][\w'’.-]*(?:\s+(?:of\s+|the\s+|for\s+)*[A-Z][\w'’.-]*)*")


def chain(draft: Draft, card: Card, voice: str, start: int, end: int) -> tuple[Party, ...]:
    """Give who says what stands in a sentence [start, end): carriers, issuers, then whoever it quotes."""
    quoted = quoted_in(draft, start, end)
    said: list[Party] = list(card.carriers)
    if voice != "carrier" or not said:
        said += card.issuers
    return tuple(dict.fromkeys((*said, *quoted)))


def quoted_in(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give whom a sentence quotes or follows, () where nobody."""
    content = draft.content
    small = lowered(content)
    if not draft.within("told", start, end) or not _SAID.search(small, start, end):
        return ()
    for pattern in (_ACCORDING, _AFTER, _BEFORE):
        match = pattern.search(small, start, end) if pattern is not _BEFORE else pattern.match(small, start, end)
        if match is None:
            continue
        group = "who" if match.group("who") is not None else "whom"
        low, high = match.span(group)
        if _PRONOUN.match(content, low, high):
            return ()
        found = names.parties(draft, low, high)
        if found:
            return found[:2]
        name = _NAME.search(content, low, high)
        if name and not content[low:high].isupper():
            return (Party(id=names.slug(name.group()), name=name.group()),)
    return ()
