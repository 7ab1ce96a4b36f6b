# SPDX-License-Identifier: Apache-2.0
"""Standpoints: whether somebody speaks in a text, tells their own news, or a reporter tells what others said."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines
from tocsin.reading.patterns import late

_QUOTED = late(r'"[^"]*"')
WE = late(r"\b(?:We|we|[Oo]ur|us|I|[Mm]y)\b")
"""The first person."""
_TOLD = late(
    r"\b(?:said|told|according to|added|stated|stressed|noted|wrote|reported|announced|urged|condemned|expressed|warned"
    r"|issued|denied|claimed|summoned|insisted|acknowledged|reiterated|declared|demanded|accused|confirmed|called (?:on"
    r"|for|upon)|appealed|begged|pledged|vowed|reads? the|statement (?:says|reads)|letter (?:says|reads)"
    r"|appeal (?:says|reads)|document (?:says|reads)|declaration (?:says|reads))\b"
)
"""What reporters say that others did."""
_TODAY = late(
    r"\b(?:said|called|calls|urged|condemned|warned|announced|welcomed|expressed|issued|demanded|released|published)\b"
    r"[^.\n]{0,40}\b(?:today|in a (?:new )?(?:report|briefing|report released today))\b"
    r"|\b(?:has |have )?(?:today|jointly|strongly) (?:said|called|urged|condemned|warned|announced|welcomed"
    r"|expressed|took)\b"
)
"""How organisations tell their own news: an agency names the day of the week."""
_NEWS = ("today", "in a ", "jointly", "strongly")
"""What stands wherever they do."""
WEEKDAY = late(r"\b(?:on |late |early )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""How reporters date what somebody said."""
_ONLINE = late(r"[\w .&-]{2,40} [Oo]n-?[Ll]ine$")
_LEAD = 3000
"""Code points of the text by which is judged who speaks."""


def spoken(draft: Draft, body: Sequence[Block]) -> tuple[int, int]:
    """Count at the head of a text, quotations apart, the first persons and what is told of others."""
    words = _plain(draft, body)
    return len(WE.findall(words)), len(_TOLD.findall(words))


def tells_its_own(draft: Draft, body: Sequence[Block]) -> bool:
    """Say whether an organisation tells its own news: "said today", its own name where an agency's would stand."""
    lead = _plain(draft, body)[:700]
    told = any(map(lead.__contains__, _NEWS)) and _TODAY.search(lead) is not None
    if told and not WEEKDAY.search(lead):
        return True
    for block in body[:4]:
        dateline = datelines.find(draft.content, block.start)
        if dateline and dateline.agency_end > dateline.agency_start:
            agency = dateline.agency_start, dateline.agency_end
            rows = [draft.catalogue.actors.get(hit.tag) for hit in draft.within("actor", *agency)]
            known = any(row is not None and row.kind in ("ngo", "organisation") for row in rows)
            return known or _ONLINE.match(draft.content[slice(*agency)]) is not None
    return False


def _plain(draft: Draft, body: Sequence[Block]) -> str:
    """Give the head of a text without what it quotes."""
    lead = _QUOTED.sub('"', draft.content[body[0].start : min(body[-1].end, body[0].start + _LEAD)])
    return quiet(lead)


def quiet(words: str) -> str:
    """Write words that are all in capitals small, but for the State whose letters are a pronoun's then."""
    return words.replace(" US ", " U.S. ").lower() if words.isupper() else words
