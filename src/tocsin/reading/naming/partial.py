# SPDX-License-Identifier: Apache-2.0
"""Partial names: a known body's name that is only a part of another body's – "the Security Council of Brevania".

1. What follows makes it another's: "of" and a name that is none of the body's own; the word with which its own longer
   name goes on, and other words behind it; a noun for a body ("World Food Programme Workers Union").
2. What stands before it does so too: an adjective in the place of the one with which its own longer name begins, "the
   Coastal Court of Human Rights".
3. A landmark that a land's name is put before is not the land: "Niger State", "the Jordan Valley".
4. "It informed the Security Council of Brevania's plans" tells a body of something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.rows import Actor
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

_BODIES = frozenset({"un-organ", "organisation", "court", "organ", "ngo", "parliament"})
_OF = late(
    r"[ \n](?:of|OF)[ \n](?:(?:the|THE|our|its)\s+)?(?P<name>[^\W\d_a-zß-öø-ÿ][\w'.-]*)"
    r"(?P<more>(?:\s+[^\W\d_a-zß-öø-ÿ][\w'-]*)*)"
)
_GOES_ON = late(r"[ \n](?P<with>on|for|against|ON|FOR|AGAINST)[ \n](?P<name>[^\W\d_a-zß-öø-ÿ][\w'-]*)")
_NOUN = late(
    r" (?:[^\W\d_a-zß-öø-ÿ][\w'-]*\s+){0,2}"
    r"(?:Association|Union|Committee|Club|Society|Federation|Network|Fund|Workers|Staff|Employees|Alumni|Youth)\b"
    r"(?!\s+(?:of|for|on)\b)"
)
_ADJECTIVE = late(r"(?:^|[^\w'-])(?P<word>[^\W\d_a-zß-öø-ÿ][\w-]+(?:al|an|ese|ish|ic|AL|AN|ESE|ISH|IC))[ \n]$")
_TOLD = late(r"\b(?:inform|notif|remind|warn|apprise|assur|advis|convinc|accus|depriv|rid)\w*\s+(?:[\w'-]+\s+){0,2}$")
_OF_MANY = late(
    r"(?:Commission|Committee|Council|Tribunal|Secretariat|General Assembly|Security Council|"
    r"Human Rights (?:Council|Committee|Commission))\b"
)
"""Names that many bodies have behind a word of their own."""
_CALLED = late(r"(?<![\w.-])(?P<word>[A-ZÀ-Þ][\w'’-]*[a-zà-þ]) \Z")
_BEFORE = 40
"""Code points before a name within which a body's own word begins."""
_LEADING = frozenset((
    "The", "This", "That", "Our", "Your", "Its", "Their", "In", "On", "At", "By", "To", "For", "From", "Of", "With",
    "And", "But", "As", "If", "When", "While", "After", "Before", "Since", "Both", "Dear", "Excellency", "Nations",
    "Yesterday", "Today", "Meanwhile", "However", "Because", "Although", "Under", "Through", "Until", "Former",
    "Fellow", "Whereas", "Having", "Noting", "Recalling", "Recalls", "Urges", "Requests", "Calls", "Invites", "Asks",
    "Thanks", "Welcomes", "Members", "Emergency",
))  # fmt: skip
"""Words with a capital that are no part of a body's name behind them."""
_LANDMARK = late(r" (?:State|Delta|River|Valley|Basin|Canal|Strait|University|Street|Avenue)\b(?! (?:of|and)\b)")
_DAY = late(r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\b")


def whole(content: str, hits: Iterable[Hit], catalogue: Catalogue) -> list[Hit]:
    """Give the hits of actors that stand for the actor, not for a part of another body's name."""
    return [hit for hit in hits if not _part(content, hit, catalogue)]


def _part(content: str, hit: Hit, catalogue: Catalogue) -> bool:
    row = catalogue.actors.get(hit.tag)
    if row is not None and row.kind == "state":
        return _LANDMARK.match(content, hit.end) is not None
    if row is None or row.kind not in _BODIES:
        return False
    return (
        _anothers(content, hit, row, catalogue)
        or _goes_on(content, hit, row)
        or _begins_otherwise(content, hit, row)
        or _of_many(content, hit.start, hit.end)
        or _NOUN.match(content, hit.end) is not None
    )


def _anothers(content: str, hit: Hit, row: Actor, catalogue: Catalogue) -> bool:
    """Say whether "of" and the name of somebody else follow."""
    found = _OF.match(content, hit.end)
    if found is None or _DAY.fullmatch(found["name"]):
        return False
    if found["name"].endswith("'s") or found["more"].endswith("'s"):
        return _TOLD.search(content, max(0, hit.start - 60), hit.start) is None
    if _TOLD.search(content, max(0, hit.start - 60), hit.start):
        return False
    said = folded(content[found.start("name") : found.end()])
    return not any(said.startswith(folded(name)) for owner in _owners(row, catalogue) for name in owner)


def _owners(row: Actor, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """Give the names of the bodies that a body is of, however far up."""
    left, seen = [*row.part_of], set[str]()
    while left:
        owner = catalogue.actors.get(name := left.pop())
        if owner is not None and name not in seen:
            seen.add(name)
            yield (owner.name.removeprefix("the "), *owner.aliases, *owner.seats)
            left += owner.part_of


def _goes_on(content: str, hit: Hit, row: Actor) -> bool:
    """Say whether the body's own longer name goes on with the word that follows, but otherwise than here."""
    found = _GOES_ON.match(content, hit.end)
    if found is None or _DAY.fullmatch(found["name"]):
        return False
    begins = f"{content[hit.start : hit.end]} {found['with']} ".casefold()
    return any(name.casefold().startswith(begins) for name in (row.name, *row.aliases))


def _begins_otherwise(content: str, hit: Hit, row: Actor) -> bool:
    """Say whether an adjective stands before what is the end of the body's own longer name, none of its own."""
    found = _ADJECTIVE.search(content, max(0, hit.start - 40), hit.start)
    if found is None:
        return False
    ends = f" {content[hit.start : hit.end]}".casefold()
    own = [name.casefold() for name in (row.name, *row.aliases) if name.casefold().endswith(ends)]
    return bool(own) and not any(f"{found['word']}{ends}".casefold() in name for name in own)


def _of_many(content: str, start: int, end: int) -> bool:
    """Say whether a name that many bodies have stands behind a word of another's: "Inter-Island Commission"."""
    if _OF_MANY.match(content, start, end) is None or content[start - 1 : start] != " ":
        return False
    before = _CALLED.search(content, max(0, start - _BEFORE), start)
    return before is not None and before["word"] not in _LEADING
