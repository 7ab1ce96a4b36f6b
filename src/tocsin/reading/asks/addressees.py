# SPDX-License-Identifier: Apache-2.0
"""Addressees: the noun phrase of who is asked, and pronouns, resolved to parties."""

from __future__ import annotations

import re
from collections import Counter

from tocsin.reading.asks import phrases, speaking
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Draft, Mention
from tocsin.reading.layout import datelines
from tocsin.reading.naming import mentions, names, roles, whose
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

# What stands beside the addressee without being one: its mandate, its office, an unnamed remainder.
_ASIDE = late(
    r"\s*(?:,\s*(?:within|in|on|as|both as|by|with|through|under|pursuant|acting|following|given|who|which|"
    r"whose|where|"
    r"while|after|before|responsible)\b|"
    r",?\s+and\s+(?:all\s+)?(?:the\s+)?other\b(?!\s+(?:[a-z-]+\s+)?armed\s+groups?\b)|\s[-–—]\s|\s\("
    r"|\s(?:(?:earlier|late|later)\s+)?(?:this|last)\s+(?:morning|afternoon|evening|night|week|month|year|weekend)\b"
    r"|(?<!of)\s(?:yesterday|today|tonight)\b(?!['’]s)"
    r"|(?<!those)\sresponsible\s|\swhich\s|\swho\s|\salike\b|\sin order\b|\swithin the scope\b)",
    re.IGNORECASE,
)
_REPRESENTED = late(
    r"\b(?:the |its )?(?:conscience|consciences|goodwill|wisdom|heart|humanity) of\b|"
    r"\brepresented by\b|\bnamely\b(?=\s+(?:the\s+)?(?:permanent|member))",
    re.IGNORECASE,
)
_STANDING = ("conscience", "goodwill", "wisdom", "heart", "humanity", "represented", "namely")
"""What stands between who is turned to and who stands for them."""
_SECOND = late(
    r"(?:(?:the )?(?:all|each|both|two|three|four) of )?you\b|your\b(?!\s+(?:MPs?|representatives?|senators?|"
    r"elected)\b)|(?:all|both|each) of you\b",
    re.IGNORECASE,
)
_BACK = late(r"(?:(?:all|both|each) of )?(?:them|it|him|her|they|these|its|such|his|said)\b(?!\s+who)", re.IGNORECASE)
_ARTICLES = late(
    r"^(?:(?:the|all|both|any|every|each|our|its|their|other|relevant|those|these|of|two|three|four|five|"
    r"warring|hon\.?|honou?rable|esteemed|distinguished)\s+)+",
    re.IGNORECASE,
)
_HONOURED = late(r"(?:the\s+|my\s+)?(?:right\s+)?(?:hon\.?|honou?rable|esteemed|distinguished)\s+", re.IGNORECASE)
_SENT_TO = late(
    r"\b(?:wrote|write|writing|written|sent|send|sends|letters?|appeal(?:ed)?|petition|statement|message|"
    r"address(?:ed)?|turned|request|call)\b[^.;:\"]{0,60}?\b(?:to|on|upon)\s+",
    re.IGNORECASE,
)
_INTRODUCED = late(r",\s+(?=[^,]{2,60}$)(?!(?:and|or)\b)(?![^,]*\band\b)")
"""Where who wrote begins, in "In a letter to the Council, Veltria asked …"."""
_DESCRIBES = frozenset(
    {"warring", "fighting", "neighbouring", "neighboring", "governing", "ruling", "protesting", "striking", "opposing"}
)
_LONG = 4
"""Words that a group known by its noun may have."""


def trimmed(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Cut a phrase's asides: "you, within your mandate", "the Council – A, B and C", "… and other bodies"."""
    content = draft.content
    words = content[start:end].lower()
    represented = _REPRESENTED.search(content, start, end) if any(map(words.__contains__, _STANDING)) else None
    if represented:
        start = represented.end()
    aside = _ASIDE.search(content, start + 1, end)
    if aside:
        end = aside.start()
    end -= len(content[start:end]) - len(content[start:end].rstrip(" ,:\n"))
    return start, end


def named(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve the parties of a noun phrase, asides cut; a group known by its noun alone gets a slug."""
    start, end = trimmed(draft, start, end)
    if start >= end:
        return ()
    titled = office(draft, start, end)
    if titled is not None:
        return (titled,)
    if (held := speaking.of_land(draft, start, end)) is not None:
        post, land = held
        return (Party(id=f"{land}-{post}" if post else land, name=draft.content[start:end].removeprefix("the ")),)
    found = names.parties(draft, start, end)
    return _distinct(found)


_OFFICE = late(
    r"(?:the\s+)?(?P<name>(?:Secretar(?:y|ies) of State|(?:Deputy |Prime )?Minister|Ministry|Department|Committee|"
    r"Commission|(?:Under-|Assistant )?Secretary(?:-General)?|Directorate|Commissioner) (?:for|of)(?: the)? "
    r"[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)*(?:,\s[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)*)+,?\sand(?:\s[A-Z][\w'-]*)+)\s*"
)


def office(draft: Draft, start: int, end: int) -> Party | None:
    """Give the one office whose name holds commas: "the Minister for Roads, Rivers and Ports"; None otherwise."""
    titled = _OFFICE.fullmatch(draft.content, start, end) if draft.content.find(", ", start, end) > 0 else None
    name = " ".join(titled["name"].split()) if titled else ""
    return Party(id=names.slug(name), name=name) if name else None


_NO_NAME = frozenset({"them", "those", "these", "others", "us", "days", "hours", "weeks", "years", "things"})


def by_own_words(sentence: Sentence, start: int, end: int) -> tuple[Party, ...]:
    """Give those whom somebody tells to act by their own words, though no rule knows the noun: "radio stations"."""
    start, end = trimmed(sentence.draft, start, end)
    first, last = sentence.index(start), sentence.index(end) - 1
    if last < first:
        return ()
    end = sentence.tokens[phrases.head(sentence, first, last)].end
    words = _ARTICLES.sub("", sentence.draft.content[start:end].strip()).split()
    noun = words[-1] if words else ""
    plain = noun.islower() and noun.endswith("s") and not noun.endswith("ss") and noun not in _NO_NAME
    name = " ".join(words)
    return (Party(id=names.slug(name), name=name),) if plain and len(words) <= _LONG else ()


def generic(sentence: Sentence, start: int, end: int) -> tuple[Party, ...]:
    """Give a group named by its noun alone ("all parties", "Member States") as a party with a slug."""
    start, end = trimmed(sentence.draft, start, end)
    if honoured := _HONOURED.match(sentence.draft.content, start, end):
        start = honoured.end()
    first, last = sentence.index(start), sentence.index(end) - 1
    whole = _ARTICLES.sub("", sentence.draft.content[start:end].strip())
    if last > first:
        end = sentence.tokens[phrases.head(sentence, first, last)].end
    text = _ARTICLES.sub("", sentence.draft.content[start:end].strip())
    words = text.split()
    if words and words[0].endswith("ing") and words[0] not in _DESCRIBES | roles.OFFICES:
        return ()  # "those holding the men": nobody's name
    noun = words[-1].lower() if words else ""
    office = noun in roles.OFFICES or noun.removesuffix("s") in roles.OFFICES
    known = office or noun in sentence.grammar.agents or phrases.is_people(noun)
    if not 0 < len(words) <= _LONG or not known:
        return ()
    # The id is the noun's alone; the name goes on with whose or which they are: "crews of the naval vessels".
    longer = _WHICH.match(whole, len(text)) if whole.startswith(text) else None
    return (Party(id=names.slug(text), name=" ".join(whole[: longer.end()].split()) if longer else text),)


_WHICH = late(
    r" (?:of|from|in|at|on) (?:the |both |all )?[\w'-]+(?: [\w'-]+){0,2}?\Z|"
    r" (?:residing|living|working) in [\w' -]{3,40}\Z"
)


def _distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.id, party)
    return tuple(kept.values())


def is_second_person(draft: Draft, start: int, end: int) -> bool:
    """Say whether a phrase addresses the reader ("you", "all of you")."""
    return end > start and _SECOND.match(draft.content, start, end) is not None


def points_back(draft: Draft, start: int, end: int) -> bool:
    """Say whether a phrase points to somebody named before ("them", "these structures")."""
    return end > start and _BACK.match(draft.content, start, end) is not None


def sent_to(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give to whom a letter was sent, in "wrote to X and Y, urging them": the parties after the last "to"."""
    places = [match.end() for match in _SENT_TO.finditer(draft.content, start, end)]
    if not places:
        return ()
    comma = _INTRODUCED.search(draft.content, places[-1], end)
    return _distinct(names.parties(draft, places[-1], comma.start() if comma else end))


_KINDS = {
    "bloc": ("organisation",),
    "paramilitary": ("armed-group",),
    "paramilitaries": ("armed-group",),
    "rebels": ("armed-group",),
    "militants": ("armed-group",),
    "insurgents": ("armed-group",),
}
_BACK_TO = 4000


def recalled(draft: Draft, start: int, noun: str) -> tuple[Party, ...]:
    """Give whom a short name stands for: "the Mission" is the mission that was named last before it."""
    word = noun.lower()
    for mention in reversed(mentions.within(draft, max(0, start - _BACK_TO), start)):
        row = draft.catalogue.actors.get(mention.tag)
        if row is None or row.kind in {"collective", "group"} or row.kind in _STATE_KINDS:
            continue  # whose "the Government" is, `state_of` says
        called = " ".join((row.name, *row.aliases)) if noun[0].isupper() else ""
        if (
            re.search(rf"\b{re.escape(noun)}\b", called)
            or row.kind in _KINDS.get(word, ())
            or (word == row.kind == "office")
        ):
            return (Party(id=mention.tag, name=draft.content[mention.start : mention.end]),)
    return ()


_ENDS = late(r"[,.;:\"\n(]|\s(?:and\s+)?(?:dated|asking|urging|calling|on|in which|demanding|requesting|to\s+[a-z]+)\b")


def last_sent_to(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give to whom the letter that was spoken of last went: "in a letter addressed to X, …"."""
    for match in reversed(list(_SENT_TO.finditer(draft.content, start, end))):
        stop = _ENDS.search(draft.content, match.end(), end)
        found = _distinct(names.parties(draft, match.end(), stop.start() if stop else end))
        known = tuple(party for party in found if party.id in draft.catalogue.actors)
        if known:
            return known
    return ()


_STATE_KINDS = frozenset({"state", "territory"})


def state_of(draft: Draft, start: int, begin: int) -> tuple[Party, ...]:
    """Give whose government "the Government" is: the one state named before it in its block, else the text's own."""
    near = _states(draft, begin, start)
    if len(near) == 1 and (plain := _states(draft, begin, start, plainly=True)):
        return tuple(plain.values())
    counted = Counter(
        mention.tag
        for mention in mentions.within(draft, 0, len(draft.content))
        if (row := draft.catalogue.actors.get(mention.tag)) is not None and row.kind in _STATE_KINDS
    )
    most = counted.most_common(2)
    if not most or (len(most) > 1 and most[0][1] < 2) or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return ()
    tag, count = most[0]
    if not whose.is_about(draft, tag, count):
        return ()
    clear = _states(draft, 0, len(draft.content), plainly=count < _OFTEN)
    return (clear[tag],) if tag in clear else ()


_OFTEN = 3
"""Mentions from which on a land told of by adjectives and its capital alone is what a text is about."""
_HELD = late(
    r" (?:government|authorities|state|president|prime minister|premier|parliament|ministry|capital|cabinet|law)\b"
)


def _states(draft: Draft, start: int, end: int, *, plainly: bool = False) -> dict[str, Party]:
    """Give the states named in a stretch; `plainly` leaves out those told of by what is theirs: "Veltrian troops"."""
    return {
        mention.tag: Party(id=mention.tag, name=draft.content[mention.start : mention.end])
        for mention in mentions.within(draft, start, end)
        if (row := draft.catalogue.actors.get(mention.tag)) is not None
        and row.kind in _STATE_KINDS
        and not (plainly and mention.layer == "demonym" and not _is_plain(draft, mention))
    }


def _is_plain(draft: Draft, mention: Mention) -> bool:
    """Say whether an adjective or a capital tells of a land itself: "Veltrian government", a capital in a dateline."""
    if _HELD.match(draft.content, mention.end):
        return True
    line = datelines.find(draft.content, mention.start)
    return line is not None and draft.content[mention.start : mention.end].isupper()
