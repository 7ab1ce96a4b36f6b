# SPDX-License-Identifier: Apache-2.0
"""Roles: offices by what they are of ("the mayor of Karsk"), and which of them a bare "the mayor" is."""

from __future__ import annotations

import re
from itertools import islice

from tocsin.reading.drafts import Draft
from tocsin.reading.naming.shapes import CAPITALISED, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

OFFICES = frozenset(
    {"mayor", "governor", "prefect", "subprefect", "sub-prefect", "bishop", "archbishop", "cardinal", "patriarch"}
    | {"metropolitan", "imam", "mufti", "rabbi", "abbot", "pastor", "sheikh", "sultan", "emir", "king", "queen"}
    | {"president", "premier", "chancellor", "minister", "commander", "commandant", "colonel", "ombudsman"}
    | {"commissioner", "prosecutor", "rapporteur", "ambassador", "envoy", "administrator", "director", "rector"}
    | {"chairman", "chairwoman", "chairperson", "coordinator", "inspector", "magistrate", "judge", "speaker"}
    | {"secretary", "superintendent", "warden", "vicar", "dean", "headmaster", "high commissioner"}
)
"""Nouns of one who holds an office: of which town or body says who is meant."""
_OF = late(r"\s+(?:of|for|in)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")


def placed(draft: Draft, start: int, end: int) -> int:
    """Give where an office's name ends that goes on with what it is of: "governor" is "governor of Karsk Province"."""
    if draft.content[start:end].rsplit(" ", 1)[-1].lower() not in OFFICES:
        return end
    return mandated(draft.content, start, end, len(draft.content)) or through(draft.content, end)


def through(content: str, end: int) -> int:
    """Give where a noun's name ends that goes on with a name that it is of: "of Karsk Province"."""
    of = _OF.match(content, end)
    gap = _GAP.search(content, end, end + _LONGEST_NAME) if of else None
    shape = CAPITALISED.match(content, of.end(), gap.start() if gap else len(content)) if of else None
    if shape is None or (shape.group().isupper() and len(shape.group()) > _SHOUTED):
        return end
    if shape.group().endswith("'s"):
        return shape.end() - 2
    kind = _KIND_OF_PLACE.match(content, shape.end())
    return kind.end() if kind else shape.end()


_GAP = late(r"\n(?=\n|(?:To|TO|Cc|CC|And|and)\b)")
"""Where the next paragraph or the next line of an address begins."""
_LONGEST_NAME = 200
"""Code points within which a name ends before the next paragraph."""
_MANDATE = late(
    r"\b(?:ambassador|envoy|co-?ordinator|rapporteur|representative|advis[eo]r|commissioner|mediator|consul|consul-general)s?\Z",
    re.IGNORECASE,
)
_SENT = late(r"\s+(?:for|to|in|on)\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?=[A-ZÀ-Þ])")
_LAND = late(r"[A-ZÀ-Þ][\w-]+(?:(?:\s+and)?(?:\s+the)?\s+[A-ZÀ-Þ][\w-]+)*")


def mandated(content: str, start: int, end: int, limit: int) -> int:
    """Give where an office's name ends that goes on with where it is held: "special envoy for Veltria"; 0 for none.

    The land is no owner of such an office: it is what the office is about, or where it is held.
    """
    sent = _SENT.match(content, end, limit) if _MANDATE.search(content, start, end) else None
    land = _LAND.match(content, sent.end(), limit) if sent else None
    if land is None:
        return 0
    kind = _KIND_OF_PLACE.match(content, land.end(), limit)
    return kind.end() if kind else land.end()


_KIND_OF_PLACE = late(
    r"\s+(?:districts?|provinces?|regions?|oblast|county|states?|villages?|towns?|city|camps?|municipality|prefecture|"
    r"sub-prefecture|diocese|commune|department|territory|island|valley|area|quarter|sector)\b"
)


_SHOUTED = 12
"""Code points above which a run of capitals is a shouted line, not a name."""


def in_full(draft: Draft, office: str, place: int) -> Party | None:
    """Give whom a bare "the mayor" stands for: the one of that office whom the text tells more of; None for none.

    The nearest one named before `place` goes before the first named after it.
    """
    word = office.lower()
    if word not in OFFICES:
        return None
    content = draft.content
    near = re.compile(rf"\b(?:{word}|{word.title()})\b")
    before = list(near.finditer(content, max(0, place - _FAR), place))
    for match in (*reversed(before[-_MOST:]), *islice(near.finditer(content, place, place + _FAR), _MOST)):
        name = _name(content, match)
        if name:
            return Party(id=slug(name), name=name)
    return None


_FAR = 5_000
"""Code points within which, before or after, an office is named in full."""
_MOST = 12
"""How many mentions of an office are looked at on either side."""


def _name(content: str, office: re.Match[str]) -> str | None:
    """Give the name of an office with what it is of, or with the kind of office before it; None where neither is."""
    kind = _KIND.search(content, max(0, office.start() - _LONGEST), office.start())
    if kind is not None and kind["word"].lower() in {"vice", "deputy"}:
        return None  # "the President" is not the Vice-President
    kinds = kind is not None and kind["word"].lower() in _PORTFOLIOS
    start = kind.start("word") if kind and kinds else office.start()
    end = through(content, office.end())
    return " ".join(content[start:end].split()) if kinds or end > office.end() else None


_KIND = late(r"\b(?P<word>[A-Za-z]+)[ -]\Z")
_LONGEST = 20
"""Code points that a word before an office may have."""
_PORTFOLIOS = frozenset(
    {"prime", "foreign", "interior", "defence", "defense", "justice", "health", "education", "finance", "labour"}
    | {"labor", "migration", "transport", "energy", "trade", "agriculture", "information", "culture", "regional"}
    | {"security", "environment", "housing", "water", "home", "planning", "fisheries", "apostolic", "resident"}
    | {"vice", "deputy", "military", "prison", "police", "district", "provincial", "tourism", "communications"}
)
"""What an office may be of, before its noun: "the migration minister"."""
