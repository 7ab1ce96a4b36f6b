# SPDX-License-Identifier: Apache-2.0
"""Whose: of which land a bare office or organ is – "the armed forces" in a paper on Veltria are Veltria's.

1. A name that has a land or a place in it is whole; a bare "government" is its land itself, every other organ has an
   id made of the land's and a name that says whose it is.
2. The land is the one that the words before it in its paragraph name, else that of the paper's part, of the dateline,
   of who speaks, of the paper as a whole; where two could be meant, it is nobody's and stays bare.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tocsin.reading.drafts import Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import acronyms, mentions
from tocsin.reading.naming.headwords import book
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_LANDS = frozenset({"state", "territory"})
_BARE = late(r"(?:(?:the|our|its|their|his|her|your|own|national|federal|competent)\s)+")
_OF_STATE = late(r" of the (?:republic|nation|state)\Z")
_ITS_OFFICE = late(r"['’]s office\Z")
_RULERS = frozenset(
    {"government", "authorities", "junta", "military junta", "regime", "cabinet", "state authorities"}
    | {"transitional government", "interim government", "caretaker government", "central government"}
    | {"transitional authorities", "central authorities", "government authorities"}
)
"""What a land itself goes by where it governs."""
_ARMS = late(
    r"(?:army|armed forces|military|navy|air force|police(?: force)?|security forces|defen[cs]e forces|coast ?guard|"
    r"defen[cs]e and security forces|gendarmerie|national guard|general staff|army command|border guard|riot police|"
    r"de facto authorities)",
    re.IGNORECASE,
)
_ARMY = late(r"army|armed forces|military", re.IGNORECASE)
_OFFICES = late(
    r"(?:vice[- ])?president(?: of the (?:republic|nation|state))?|head of state|presidency|"
    r"prime minister|premier|chancellor|attorney[- ]general|prosecutor[- ]general|"
    r"chief justice|chief of (?:defence|defense|general|army|the general|the army) staff|"
    r"ombuds(?:man|person)(?:['’]s office)?|"
    r"(?:[a-z]+ |[a-z]+ and [a-z]+ )?minister|"
    r"minist(?:er|ry) (?:of|for) (?:the )?[a-z]+(?:,? (?:and |of |the )*[a-z]+){0,4}|[a-z]+ ministry|"
    r"military prosecutor|public (?:ministry|prosecutor)|parliament|national assembly|senate|supreme court|"
    r"constitutional court|election commission|electoral commission|judiciary|state prosecutor",
    re.IGNORECASE,
)
_FEW = 2
"""Mentions from which on a land is what a paper may be about."""
_OFTEN = 3
"""Mentions from which on it may be without standing at the head."""
_MOST = 0.6
"""Its share among the names of states above which it is."""
_FAR = 30
"""Blocks back to which a heading counts."""
_HEADS = 6
"""Blocks at the head in which a dateline stands."""


def told(draft: Draft, held: tuple[Party, ...], place: int, card: Card, facing: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give parties with the land whose organ or office each is; itself where it has one or none can be told.

    `facing` are those on the other side of an ask: no land's organ asks the land itself.
    """
    others = {party.id for party in facing}
    return tuple(_told(draft, party, place, card, others) for party in held)


def _told(draft: Draft, party: Party, place: int, card: Card, others: set[str]) -> Party:
    kind = _kind(draft, party)
    if not kind and (title := _title(draft, party)):
        land = title[1] or _most(draft)  # a paper tells of other lands' heads as of its own
        return Party(id=f"{land}-{title[0]}", name=party.name) if land and land not in others else party
    ours = draft.content.find(f"our {party.name}", max(0, place - _ASIDE), place + _ASIDE) >= 0
    written = _of_address(draft, party.name) if kind and card.genre == "open-letter" and not ours else ""
    land = written or (of(draft, place, card, ours=ours) if kind else "")
    if not land or land in others:
        return party
    if kind == "ruler":
        return Party(id=land, name=party.name)
    bare = _OF_STATE.sub("", _plain(party.name))
    added = book(draft.catalogue).roles.get(bare) or ("armed-forces" if _ARMY.fullmatch(bare) else slug(bare))
    return Party(id=f"{land}-{added}", name=party.name)


_TITLES = late(
    r"(?<!Vice)(?<!Vice[ -])(?<!former )(?<!ex-)\b"
    r"(?P<title>President|Prime Minister|Premier|Chancellor|King|Emir|Sultan|"
    r"(?:Foreign|Interior|Defen[cs]e|Justice|Health) Minister) \Z"
)
_LED_BY = late(
    r"(?:\A|[.,;:!?\"(\n–—-]|\b(?:[Tt]he|[Aa]nd|[Tt]o|[Oo]f|[Bb]y|[Ww]ith|[Cc]aretaker|[Ii]nterim|[Tt]ransitional|[a-z]+ed|on|urges?|asks?))\s*\Z"
)
"""What may stand before a title that is a land's own: no noun of a body that has a president too."""
_BACK = 40


def _title(draft: Draft, party: Party) -> tuple[str, str] | None:
    """Give the office of state, and the land beside it, that a text gives a person: "President Anna Vell"."""
    if party.id in draft.catalogue.actors or not 0 < party.name.count(" ") < _WORDS or not party.name[:1].isupper():
        return None
    held = draft.bound.get(f" title {party.name}")
    if held is None:
        held = draft.bound[f" title {party.name}"] = " ".join(_titled(draft, party) or ())
    office, _, land = held.partition(" ")
    return (office, land) if office else None


def _titled(draft: Draft, party: Party) -> tuple[str, str] | None:
    content = draft.content
    at = content.find(party.name)
    while at >= 0:
        titled = _TITLES.search(content, max(0, at - _BACK), at)
        if titled is not None:
            office = titled["title"].lower()
            land = _beside(draft, titled.start())
            if land or _LED_BY.search(content, max(0, titled.start() - _BACK), titled.start()):
                return book(draft.catalogue).roles.get(office) or slug(office), land
        at = content.find(party.name, at + 1)
    return None


_WORDS = 4
"""Words that a person's name has at most."""


def _beside(draft: Draft, end: int) -> str:
    """Give the land whose adjective stands right before a title: "Veltrian President Anna Vell"."""
    rows = draft.catalogue.actors
    near = [one for one in mentions.within(draft, max(0, end - _BACK), end) if one.end >= end - 3]
    return next((one.tag for one in near if one.tag in rows and rows[one.tag].kind in _LANDS), "")


def _plain(name: str) -> str:
    """Write a bare name without what tells nothing of whose it is: "the national police" – "police"."""
    words = " ".join(name.lower().split())
    lead = _BARE.match(words)
    return _ITS_OFFICE.sub("", words[lead.end() :] if lead else words)


def _kind(draft: Draft, party: Party) -> str:
    """Say what a bare name is: "ruler", "organ", "" for a name that is whole or no land's."""
    row = draft.catalogue.actors.get(party.id)
    if row is not None and party.id not in {"authorities", "security-forces"}:
        return ""
    bare = _plain(party.name)
    if bare in _RULERS or (party.id == "authorities" and bare.startswith("government of ")):
        return "ruler"  # "the Government of Anna Kresk"
    if not _ARMS.fullmatch(bare) and not _OFFICES.fullmatch(bare):
        return ""
    return "" if any(land in party.name for land in _named(draft)) else "organ"


@lru_cache(maxsize=2)
def _named(draft: Draft) -> frozenset[str]:
    """Give the words by which a text calls lands: a name that holds one is whole."""
    rows = draft.catalogue.actors
    return frozenset(
        draft.content[hit.start : hit.end]
        for layer in ("actor", "demonym")
        for hit in draft.hits.get(layer, ())
        if hit.tag in rows and rows[hit.tag].kind in _LANDS
    )


_ASIDE = 200
"""Code points from an ask within which its words call a government the speaker's own."""


def of(draft: Draft, place: int, card: Card, *, ours: bool = False) -> str:
    """Give the land that a bare organ at a place belongs to, "" where none or several could be meant.

    `ours`: it is called the speaker's own, and is of no land only because that is named beside it.
    """
    number = draft.block_at(place)
    voice = draft.blocks[number].voice if number is not None else "issuer"
    own = _of_speaker(draft, card) if voice == "issuer" and card.genre != "news" else ""
    found = own or (above(draft, number) if number is not None else "")
    if found:
        return found
    if chief := _chief(draft):
        return chief
    near = states(draft, draft.blocks[number].start, place) if number is not None and not ours else ()
    if not near:
        return _of_dateline(draft, place)
    counts = _counts(draft)
    return near[0] if len(near) == 1 and 2 * counts[near[0]] >= max(counts.values()) else ""


def _of_address(draft: Draft, name: str) -> str:
    """Give the land of the city that a letter to a minister is sent to, where its address names that office."""
    if _MINISTER.match(name) is None:
        return ""
    greeted = next((at for at, block in enumerate(draft.blocks[:_GREETED]) if block.role == "salutation"), 0)
    above = draft.content[: draft.blocks[greeted].start]
    if f"\n{name}\n" not in above:
        return ""
    lands = (
        row.within[0]
        for block in reversed(draft.blocks[:greeted])
        for hit in draft.within("place", block.start, block.end)
        if (row := draft.catalogue.places.get(hit.tag)) is not None and row.kind == "city" and len(row.within) == 1
        if _TOWN_LINE.fullmatch(draft.content[hit.end : draft.content.find("\n", hit.end)])
    )
    return next(lands, "")


_MINISTER = late(r"(?:Prime )?Minister\b")
_GREETED = 24
"""Blocks within which a letter's salutation stands."""
_TOWN_LINE = late(r"(?:,? [A-Z]{2,3})?(?: [\dA-Z -]{3,10})?,?")
"""What stands behind the town in an address: a state's letters, a postcode; no day."""


def about(draft: Draft) -> str:
    """Give the land that a text is about, "" where it is about several, or may be about that of its dateline."""
    held = draft.bound.get(" about")
    if held is None:
        land = _chief(draft)
        held = draft.bound[" about"] = land if land and _is_written_in(draft, land) else ""
    return held


def _is_written_in(draft: Draft, land: str) -> bool:
    """Say whether nothing speaks against a land's being what a text is about: its dateline, letters that are a word."""
    if _counts(draft)[land] < _FEW:
        return False
    head = draft.blocks[: min(_HEADS, len(draft.blocks))]
    if draft.content[: head[-1].end].isupper():
        named = (
            draft.content[one.start : one.end]
            for one in mentions.within(draft, 0, len(draft.content))
            if one.tag == land
        )
        if all(name in _WORDS_IN_CAPITALS for name in named):
            return False
    written = _of_dateline(draft, head[-1].start)
    if written:
        return written == land
    placed = any(block.role == "body" and datelines.find(draft.content, block.start) for block in head)
    return not placed or _counts(draft)[land] >= _OFTEN


_WORDS_IN_CAPITALS = frozenset({"CAR", "US"})
"""Letters of States that are plain words where all is in capitals."""


def states(draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """Give the states that a stretch names, each once, in order."""
    rows = draft.catalogue.actors
    named = (one.tag for one in mentions.within(draft, start, end))
    return tuple(dict.fromkeys(tag for tag in named if tag in rows and rows[tag].kind == "state"))


def above(draft: Draft, number: int) -> str:
    """Give the one state that the heading above a block names, as the items of a round-up have it."""
    for block in reversed(draft.blocks[max(0, number - _FAR) : number]):
        if block.role == "title":
            return ""
        if block.role == "heading":
            named = states(draft, block.start, block.end)
            return named[0] if len(named) == 1 else ""
    return ""


def _of_dateline(draft: Draft, place: int) -> str:
    """Give the state of the dateline last before a place."""
    number = draft.block_at(place)
    last = number if number is not None else min(_HEADS, len(draft.blocks) - 1)
    for block in reversed(draft.blocks[: last + 1]):
        line = datelines.find(draft.content, block.start) if block.role == "body" else None
        if line is not None and line.end <= block.end:
            named = states(draft, block.start, line.end)
            return named[0] if len(named) == 1 else ""
    return ""


def _of_speaker(draft: Draft, card: Card) -> str:
    """Give the land of the one who speaks in a paper of its own, where that is a land or its organ."""
    rows = draft.catalogue.actors
    found = {
        land
        for party in card.issuers
        if (row := rows.get(party.id)) is not None
        for land in (party.id if row.kind in _LANDS else row.organ_of,)
        if land is not None and land in rows and rows[land].kind in _LANDS
    }
    return found.pop() if len(found) == 1 else ""


def _most(draft: Draft) -> str:
    """Give the land that most of a text's names of lands are, named more than once; "" for none."""
    counts = _counts(draft)
    ((land, count),) = counts.most_common(1) or (("", 0),)
    return land if count >= _FEW and count > _MOST * counts.total() and is_about(draft, land, count) else ""


def is_about(draft: Draft, land: str, count: int) -> bool:
    """Say whether a text may be about a land that it names so often: at its head too, or three times."""
    head = draft.blocks[min(_HEADS, len(draft.blocks)) - 1].end
    return count >= _OFTEN or any(one.tag == land for one in mentions.within(draft, 0, head))


def _chief(draft: Draft) -> str:
    """Give the land that a paper is about; "" where another is told of as much."""
    held = draft.bound.get(" chief")
    if held is None:
        only = next(iter(_counts(draft)), "") if len(_counts(draft)) == 1 else ""
        about = only and not _is_where(draft, only) and is_about(draft, only, _counts(draft)[only])
        about = about and not _is_of_arms(draft, only)
        only = only if about else ""
        held = draft.bound[" chief"] = acronyms.the_state(draft) or _most(draft) or only
    return held


_ITS_ARMS = late(
    r"(?:['’]s)? (?:[a-z]+ ){0,2}(?:forces|army|troops|soldiers|military|warplanes|aircraft|navy|police|settlers"
    r"|occupation|militias?|missiles|drones|artillery|shelling|attacks?|invasion|aggression|strikes?|bombardment|assault)\b"
)
"""Behind a land's name, what others tell of that its arms do."""


def _is_of_arms(draft: Draft, land: str) -> bool:
    """Say whether a land is named for its arms alone: who condemns "the Veltrian forces" speaks for another."""
    named = [one for one in mentions.within(draft, 0, len(draft.content)) if one.tag == land]
    return all(_ITS_ARMS.match(draft.content, one.end) for one in named)


_WHERE = late(r"\b(?:in|at|near|from|to) (?:the )?\Z")


def _is_where(draft: Draft, land: str) -> bool:
    """Say whether a land is only where something is: "talks in Veltria"."""
    named = [one for one in mentions.within(draft, 0, len(draft.content)) if one.tag == land]
    return all(_WHERE.search(draft.content, max(0, one.start - _BACK), one.start) for one in named)


@lru_cache(maxsize=2)
def _counts(draft: Draft) -> Counter[str]:
    """Count how often each state is named."""
    rows = draft.catalogue.actors
    named = (one.tag for one in mentions.within(draft, 0, len(draft.content)))
    return Counter(tag for tag in named if tag in rows and rows[tag].kind == "state")
