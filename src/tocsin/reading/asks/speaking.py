# SPDX-License-Identifier: Apache-2.0
"""Speaking: who says or asks, by the words before the verb; "he" and "they" are who spoke last."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from tocsin.reading.asks import people
from tocsin.reading.drafts import Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import acronyms, mentions, names, phrases
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_SAID = late(
    r"\b(?:said|says|saying|told|tells|added|adds|stated|states|stressed|noted|wrote|writes|warned|warns|"
    r"declared|insisted|"
    r"explained|continued|replied|answered|announced|cautioned|complained|recalled|promised|denied|claimed|"
    r"argued|asked|"
    r"urged|pressed|implored|pleaded|beseeched|encouraged|demanded|begged|appealed|called|fear|fears|feared|report|reports|reported|believe|believes|accused|"
    r"accuse|"
    r"vowed|threatened|proposed|suggested|described|condemned|welcomed|rejected|posted|concluded|repeated|"
    r"estimates?)\b"
)
_BACK = 1600
"""How far back who speaks is looked for."""
_CLAUSE = late(r"[.!?;:\"\n]\s*|\)\s+-+\s+|\b(?:that|and|but|while|as|because|after|before|when|which|who)\s+|—|–|,\s+")
_UNNAMED = late(
    r"\b(?:(?:he|she|they|it|we|i|you|who|which|that|to|not)(?:\s+(?:had|has|have|also|then|later|would|will|"
    r"once|again))*"
    r"|(?:is|are|was|were|be|been|being)(?:\s+(?:also|not|reportedly|repeatedly|once|again))*)\s+\Z",
    re.IGNORECASE,
)
"""What stands before a verb whose subject is a pronoun, or who is told rather than tells."""
_TRANSITIVE = frozenset(
    {
        "told",
        "tells",
        "asked",
        "urged",
        "pressed",
        "implored",
        "encouraged",
        "begged",
        "accused",
        "accuse",
        "called",
        "appealed",
        "promised",
    }
)
_INVERTED = late(r"[,.!?]?\"[,]?\s*\Z|,\s*\Z")
_SUBJECT_AFTER = late(r"\s+(?P<who>(?!that\b|on\b|in\b|to\b|it\b|the following\b)[^,.;:\"\n]{2,110})")
_LEADING = late(
    r"(?:(?:in|on|at|by|after|before|while|when|as|if|once|during|following|since|with|from|meanwhile|despite|"
    r"earlier|also|"
    r"speaking|although|under|for|asked|addressing|reading|citing|quoting|among|according to|"
    r"like)\b[^,\"]{2,120},\s+|"
    r"(?:meanwhile|however|later|earlier|yesterday|today|instead|separately|elsewhere|for (?:its|his|her|"
    r"their) part),?\s+|"
    r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:night|morning|evening|afternoon))?,?\s+|"
    r"(?:and|but|yet|so|said|says|added|adds)\s+|"
    r"(?:(?:on|in|by|early in|late in|since)\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s+\d{1,2}\b)?(?:,?\s+\d{4})?,?\s+(?=\S))+",
    re.IGNORECASE,
)
_UNDERS = late(r"(?:as|while|when|after|before|because|since|although|though)\s+(?=(?:the|a|an)\s)", re.IGNORECASE)
"""What a clause under another begins with: "as the council asked …"."""
_TRAILING = late(
    r"(?:,?\s+(?:also|then|yesterday|today|meanwhile|for (?:its|his|her|their) part|too|on (?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day"
    r"|has|have|had|is|are|was|were|would|will|again|further|later)\b,?)+\s*\Z",
    re.IGNORECASE,
)
_ASIDE = late(r"(?<!\")(?<!\d),\s+(?:who|which|whose|whom|the|a|an|himself|herself|its|their)\b[^,\"]{3,140},\s*\Z")
_APPOSED = late(r",\s")
_LISTED = late(r"(?:,\s[^,]{2,60})*,?\sand\s[^,]{2,60}\Z")


_ITS_ORGAN = late(
    r"(?:[Ii]ts|[Tt]heir)\s+(?:[a-z]+\s+)?(?:ministry|government|army|military|embassy|armed forces|"
    r"security forces|cabinet|delegation|authorities|minister|ambassador)\b"
)
"""What a state or body does by an organ of its own: "its foreign ministry"."""


_ORGAN = late(
    r"(?:the\s+)?(?:foreign|interior|defen[cs]e|home|(?:external|foreign) affairs)\s+(?:ministry|office|department)",
    re.IGNORECASE,
)
"""A ministry that each land has, by itself."""


def _land(draft: Draft, place: int) -> str:
    """Give whose ministry a bare "foreign ministry" is: of the one land of its paragraph so far or the dateline."""
    number = draft.block_at(place)
    spans = [(draft.blocks[number].start, place)] if number is not None else []
    for block in draft.blocks[:_TOP]:
        line = datelines.find(draft.content, block.start) if block.role == "body" else None
        if line is not None and line.end <= block.end:
            spans.append((block.start, line.end))
    for low, high in spans:
        lands = {one.tag for one in mentions.within(draft, low, high) if _is_land(draft, one.tag)}
        if len(lands) == 1:
            return lands.pop()
    return acronyms.the_state(draft)


_TOP = 6
"""Blocks at the head in which a dateline stands."""


def _is_land(draft: Draft, tag: str) -> bool:
    row = draft.catalogue.actors.get(tag)
    return row is not None and row.kind == "state"


_OWNERS = frozenset({"state", "territory", "organisation", "armed-group"})


_DOING = late(r"[a-z]+ing\s+(?:her|his|its|their|the|an?|with|in|at|on|to|from|by|for|him|them|[A-Z]\w+'s)\s")
"""A participle with what it is done to, which is no subject: "meeting her counterpart, she asked"."""
_BUSY = late(r"(?<=\w),\s+(?!including\b|following\b|according\b)[a-z]+ing\s[^,]{2,140}\Z")
"""What a subject was doing meanwhile: "the minister, meeting her counterpart, asked"."""


def _owner(draft: Draft, place: int) -> tuple[Party, ...]:
    """Give the state or body that is named last before a place, for "its foreign ministry"."""
    rows = draft.catalogue.actors
    near = [
        one
        for one in mentions.within(draft, max(0, place - 400), place)
        if one.tag in rows and rows[one.tag].kind in _OWNERS
    ]
    number = draft.block_at(place)
    spans = draft.sentences(number) if number is not None else []
    low = next(
        (start for start, end in reversed(spans) if start <= place and any(start <= one.start for one in near)), 0
    )
    line = datelines.find(draft.content, low)
    own = [one for one in near if one.start >= (line.end if line else low)] or near
    plain = [one for one in own if one.layer != "demonym" or not _ADJECTIVE.match(draft.content, one.end)]
    # who acts stands first in a sentence: "Veltria stopped Ardeshi crews, its ministry said"
    return tuple(Party(id=one.tag, name=draft.content[one.start : one.end]) for one in (plain[:1] or own[-1:]))


_ADJECTIVE = late(r" (?!government|authorities|president|ministry|army|officials|leaders?|police)[a-z]")


def nobody() -> tuple[Party, ...]:
    """Give nobody: what was named before a subject is unknown."""
    return ()


def resolve(  # noqa: C901, PLR0911, PLR0912 - one return a kind of subject
    draft: Draft, start: int, end: int, before: Callable[[], tuple[Party, ...]] = nobody
) -> tuple[Party, ...]:
    """Give who is meant by the words of a subject; `before` looks for those named last, for "its" and "a spokesman"."""
    start, end = _trimmed(draft, phrases.past_dateline(draft, start, end), end)
    if (own := _by_own_words(draft, start, end)) is not None:
        return (own,)
    if crowd := _CROWD.match(draft.content, start, end):
        start = crowd.end()
    if busy := _BUSY.search(draft.content, start, end):
        end = busy.start()
    if start >= end or people.is_pronoun(draft, start, end) or _DOING.match(draft.content, start, end):
        return ()
    if _ITS_ORGAN.match(draft.content, start, end):
        return _owner(draft, start)
    if _ORGAN.fullmatch(draft.content, start, end) and (land := _land(draft, start)):
        return (Party(id=land, name=draft.content[start:end]),)
    first = _APPOSED.search(draft.content, start, end)
    if first and _LISTED.search(draft.content, first.start(), end):
        first = None
        row = names.subject(draft, start, end)
        if len(row) > 1:
            return row
    head = first.start() if first else end
    held = people.body_of(draft, start, head, before) or people.body_of(draft, start, end, before)
    if held and any(party.id in draft.catalogue.actors for party in held):
        return held
    found = names.subject(draft, start, end)
    if any(party.id in draft.catalogue.actors for party in found):
        return held if held and _is_where(draft, start, end, found) else found
    if len(found) == 1 and found[0].name.startswith("authorities of "):
        return found
    if held:
        return tuple(people.in_full(draft, party, start) for party in held)
    group = people.noun(draft, start, head)
    if group and group[0].name[:1].islower():
        return tuple(people.in_full(draft, party, start) for party in group)
    someone = people.person(draft, start, head)
    if someone is None and first is not None:
        someone = people.person(draft, first.end(), end) if not found else None
    if someone is not None:
        return (someone,)
    if not found and not group and (called := _CALLED.match(draft.content, start, head)) is not None:
        name = " ".join((called["name"] or called["paper"]).split())
        return (Party(id=names.slug(name), name=name),)
    return tuple(people.in_full(draft, party, start) for party in found or group)


_CALLED = late(
    r"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:[a-z-]+\s+){0,2}(?:[a-z]+\s+(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){1,3})|"
    r"(?:daily|newspaper|weekly|channel|broadcaster|website|paper|station|magazine|reformist|conservative|monthly)\s+"
    r"(?P<paper>[A-ZÀ-Þ][\w'’-]+))(?=\s+(?:at|in|of|on|during|from|after|before|with|to)\b|\s*,|\s*\Z)"
)
"""A kind of person or paper in small letters before a name that no rule knows: "lonko Juan Vell", "the daily Issel"."""


_HELD = late(
    r"(?:[Tt]he\s+)?(?P<office>(?:(?:[Vv]ice|[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior)[ -])?"
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Ee]mir))\s+"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){0,3})\s+of\s+(?:the\s+)?"
)


_HELD_IN = ("president", "prime-minister", "king", "emir", "chancellor")
"""Offices whose holder has an id made of the land's."""


def of_land(draft: Draft, start: int, end: int) -> tuple[str, str] | None:
    """Give office and land of somebody named with both, "President Anna Vell of Veltria"; "" for a minister's."""
    found = _HELD.match(draft.content, start, end)
    lands = [one for one in mentions.within(draft, found.end(), end) if _is_land(draft, one.tag)] if found else []
    if found is None or not lands or lands[0].start != found.end():
        return None
    office = names.slug(found["office"])
    return office if office in _HELD_IN else "", lands[0].tag


def _by_own_words(draft: Draft, start: int, end: int) -> Party | None:
    """Give whom words name that no row can know: a small body and what it is of, or what somebody calls herself."""
    if (held := of_land(draft, start, end)) is not None:
        words = draft.content[start:end].removeprefix("the ").removeprefix("The ")
        return Party(id=held[1], name=words.split(" of ")[0])
    found = _CALLS_HERSELF.search(draft.content, start, end) or _LOCAL_BODY.match(draft.content, start, end)
    name = found and " ".join(next(filter(None, found.groups())).split())
    return Party(id=names.slug(name), name=name) if name else None


_CROWD = late(
    r"(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:small|large|growing)\s+)?(?:[Gg]roups?|[Dd]ozens|[Ss]cores|[Hh]undreds|[Tt]housands|"
    r"[Hh]andful|[Nn]umber|[Cc]rowds?|[Dd]elegations?|[Gg]athering|[Mm]ajority|[Pp]air)\s+of\s+"
    r"(?=(?:[\w'’-]+\s+){0,3}?[a-z][\w'’-]*(?:s|men|women|people)\b)"
)
"""What only counts those who act: "a group of Veltrian lawyers"."""
_CALLS_HERSELF = late(
    r"\b(?:gave|gives|giving)\s+(?:his|her|their)\s+(?:first\s+)?name\s+(?:only\s+|just\s+)?as\s+"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2})"
    r"|\b(?:identified|named|introduced)\s+(?:him|her|them)sel(?:f|ves)\s+(?:only\s+)?as\s+"
    r"(?P<other>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2})"
)
"""Somebody whom a text names by what she calls herself: "a trader who gave her name only as Oma"."""
_LOCAL_BODY = late(
    r"(?:(?:[Tt]he|[Aa]n?)\s+)?(?P<name>(?:[\w’'-]+\s+){0,3}?(?:cooperative|co-operative|"
    r"collective|association|syndicate|guild)\s+"
    r"(?:of|in|for)\s+(?:the\s+)?(?:[A-ZÀ-Þ][\w'’-]*|[a-z]+s)(?:\s+(?:[A-ZÀ-Þ][\w'’-]*|[a-z]+s)){0,3})\s*(?:,|\Z)"
)
"""A body with a small letter and what it is of: "the fishermen's cooperative of Karsk"."""
_WHERE = late(
    r"(?:\b(?:in|near|at|from|for|around|across|outside)\s+|,\s+)(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?\Z"
)


def _is_where(draft: Draft, start: int, end: int, found: tuple[Party, ...]) -> bool:
    """Say whether a land is only where the one who is spoken of stands: "the head of the hospital in Veltria"."""
    row = draft.catalogue.actors.get(found[-1].id)
    if len(found) != 1 or row is None or row.kind not in {"state", "territory"}:
        return False
    named = [one for one in mentions.within(draft, start, end) if one.tag == row.id]
    return bool(named) and all(_WHERE.search(draft.content, start, one.start) for one in named)


_JUST_NAMED = late(
    r"(?:(?:the|a|an|its|his|her|their)\s+)?(?:[a-z-]+\s+){0,3}(?:[A-ZÀ-Þ][\w'’.-]*|of|for|the|al|de|van|von|bin|el)"
    r"(?:\s+(?:[A-ZÀ-Þ][\w'’.-]*|of|for|the|al|de|van|von|bin|el))*\Z"
)


def before_who(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give whom a text names just before "who": "met Anna Kresk, who urged …"; () where nobody is."""
    end = start + len(draft.content[start:end].rstrip(" ,"))
    found = _JUST_NAMED.search(draft.content, start, end)
    if found is None:
        return ()
    name = _LAST_NAME.search(draft.content, found.start(), end)
    someone = people.person(draft, name.start(), end) if name else None
    return (someone,) if someone else resolve(draft, found.start(), end)


_LAST_NAME = late(r"(?:[A-ZÀ-Þ][\w'’.-]*)(?:\s+(?:(?:al|de|van|von|bin|el|of)\s+)?[A-ZÀ-Þ][\w'’.-]*)*\Z")


def _trimmed(draft: Draft, start: int, end: int) -> tuple[int, int]:
    content = draft.content
    while start < end and content[start] in " \n,\"'":
        start += 1
    lead = _LEADING.match(content, start, end) or _UNDERS.match(content, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    tail = _TRAILING.search(content, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    while end > start and content[end - 1] in " \n,\"'":
        end -= 1
    return start, end


_UNDER = late(r"(?:,\s+as|\b(?:after|before|when|because|while))\s+(?:the\s+|an?\s+)?\Z")


def last_speaker(draft: Draft, place: int, floor: int, word: str = "") -> tuple[Party, ...]:
    """Give who spoke last before a view offset, back to `floor` at most: pronouns passed over.

    "He" and "she" are one person: no body and no crowd, and who spoke in a clause under another only where the
    subject of the main one cannot be meant.
    """
    floor = max(floor, place - _BACK, 0)
    one = word.lower() in {"he", "she"}
    under: tuple[Party, ...] = ()
    verbs = list(_SAID.finditer(draft.content, floor, place))
    for verb in reversed(verbs[-40:]):
        found = _of_verb(draft, verb.start(), verb.end(), floor, place)
        if not found or not one:
            if found:
                return found
            continue
        low = _clause_of(draft, verb.start(), floor)
        alone = len(found) == 1 and people.may_be_one(draft, found[0])
        if not alone and not (len(found) == 1 and people.names_one(draft.content[low : verb.start()])):
            continue
        if found[0].name.lower().startswith(("its ", "their ", "his ", "her ")):
            return ()  # whose director it is, the text has not said
        if not _UNDER.search(draft.content, floor, low):
            return found
        under = under or found
    return under


def _of_verb(draft: Draft, start: int, end: int, floor: int, limit: int) -> tuple[Party, ...]:
    """Give the subject of a verb of saying: before it, or after it where quoted words end at it."""
    content = draft.content
    if _UNNAMED.search(content, max(floor, start - 40), start):
        return ()
    if content[start:end] not in _TRANSITIVE and _INVERTED.search(content, max(floor, start - 4), start):
        after = _SUBJECT_AFTER.match(content, end, min(limit, end + 120))
        if after:
            found = resolve(draft, *after.span("who"), partial(named_before, draft, start, floor))
            if found:
                return found
    low, high = subject_span(draft, start, floor)
    return resolve(draft, low, high, partial(named_before, draft, low, floor))


def subject_span(draft: Draft, verb: int, floor: int) -> tuple[int, int]:
    """Give the words before a verb that are its subject, without what is said of it between commas."""
    aside = _ASIDE.search(draft.content, max(floor, verb - 200), verb)
    if aside is not None:
        verb = aside.start()
    return _clause_of(draft, verb, floor), verb


def _clause_span(draft: Draft, verb: int, floor: int) -> tuple[int, int]:
    return _clause_of(draft, verb, floor), verb


def _clause_of(draft: Draft, verb: int, floor: int) -> int:
    """Give where the subject of a verb begins: after the last cut of its clause."""
    content = draft.content
    low = verb
    for cut in _CLAUSE.finditer(content, max(floor, verb - 220), verb):
        joint = cut.group().strip()
        several = joint == "," and _SEVERAL.fullmatch(content, cut.end(), verb) is not None
        if joint in {",", "and"} and not several and _goes_on(content, cut.end(), verb):
            continue
        low = cut.end()
    return max(floor, verb - 220) if low == verb else low


def _goes_on(content: str, start: int, end: int) -> bool:
    """Say whether what follows a comma or "and" is no subject by itself: a relative clause's end, an apposition's."""
    words = content[start:end].split()
    return not words or (words[0].islower() and words[0] not in _DETERMINERS and not words[0].endswith("s"))


_SEVERAL = late(
    r"\s*(?!(?:who|which|that|in|on|at|of|for|by|from|with|to|as|and|or|but|over|near|after|before|during|under|some|\w+ing|\w+ed)\b)"
    r"(?:[a-z][\w'’-]*\s+){1,2}(?:[a-z][\w'’-]*[^s\W]s|people|men|women)\s+"
)
"""Several who are told of by a noun alone, between a comma and their verb of saying: ", dock workers said"."""
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "he", "she", "it", "they", "who", "one"})


def named_before(draft: Draft, place: int, floor: int) -> tuple[Party, ...]:
    """Give the body that spoke last or was named last before a place, for "its director"."""
    verbs = list(_SAID.finditer(draft.content, max(floor, place - 400), place))
    for verb in reversed(verbs):
        low = max(floor, draft.content.rfind("\n\n", 0, verb.start()))
        if not _UNNAMED.search(draft.content, max(low, verb.start() - 40), verb.start()):
            spoke = resolve(draft, _clause_of(draft, verb.start(), low), verb.start())
            if spoke and not people.person(draft, *_clause_span(draft, verb.start(), low)):
                return spoke[:1]
    found = names.parties(draft, max(floor, place - 400), place)
    known = [
        p
        for p in found
        if (row := draft.catalogue.actors.get(p.id)) is None or row.kind not in {"group", "holder", "collective"}
    ]
    return tuple(known[-1:])
