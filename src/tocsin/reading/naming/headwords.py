# SPDX-License-Identifier: Apache-2.0
"""Head words: what the head of a phrase makes of the name beside it – the name's own party, an office, its people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft, Mention
from tocsin.reading.naming import acronyms, roles
from tocsin.reading.naming.shapes import CAPITALISED, person, slug, unshouted, untitled
from tocsin.reading.patterns import late
from tocsin.records.findings import Party


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """What the catalogue knows of the words that phrases are put together from.

    `roles` gives for a noun what it adds to its owner's id: "" for the owner itself, else "president", "people" …;
    `posts` are offices held in many lands at once, each by somebody else: the Humanitarian Coordinator for Veltria.
    `others` tell before "leaders" whose they are ("opposition"), `living` before a demonym that people are meant.
    `societies` head names that go on with whom they are of, but for what is a State's own (`of_states`).
    """

    roles: Mapping[str, str]
    itself: frozenset[str]
    heads: frozenset[str]
    never: frozenset[str]
    not_names: frozenset[str]
    states: frozenset[str]
    armed: frozenset[str]
    offices_held: frozenset[str]
    posts: frozenset[str]
    others: frozenset[str]
    living: frozenset[str]
    societies: frozenset[str]
    of_states: frozenset[str]
    members: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def book(catalogue: Catalogue) -> Book:
    """Compile the word lists and rows of a catalogue for look-up."""

    def words(name: str) -> tuple[str, ...]:
        row = catalogue.words.get(name)
        return row.words if row else ()

    rows = catalogue.actors.values()
    itself = frozenset(words("names.self"))
    return Book(
        roles={
            **dict.fromkeys(itself, ""),
            **dict.fromkeys(words("names.people"), "people"),
            **dict(pair.split("=", 1) for pair in words("names.office")),
        },
        itself=itself,
        heads=frozenset(words("names.heads")),
        never=frozenset(words("names.never")),
        not_names=frozenset(words("names.not")),
        states=frozenset(row.id for row in rows if row.kind in {"state", "territory"}),
        armed=frozenset(row.id for row in rows if row.kind == "armed-group"),
        offices_held=frozenset(row.id for row in rows if row.kind == "office"),
        posts=frozenset(words("names.posts")),
        others=frozenset(words("names.others")),
        living=frozenset(words("names.living")),
        societies=frozenset(words("names.societies")),
        of_states=frozenset(words("names.state-bodies")),
        members={row.id: frozenset(row.members) for row in rows if row.members},
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a phrase between joints, with the names in it."""

    start: int
    end: int
    joint: str
    names: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A party that a part stands for, and how.

    `suffix` is what an owner's id was lengthened by, `plural` whether the role is; `bare` a demonym by itself;
    `group` a collective, `its` one that belongs to the party before it; `unknown` nobody the catalogue knows;
    `described` by a common noun only; `domestic` by a noun that would be a state's own ("leaders"); `loose`,
    `determined` and `joint` are the part's.
    """

    party: Party
    suffix: str | None = None
    plural: bool = False
    bare: bool = False
    group: bool = False
    its: bool = False
    unknown: bool = False
    described: bool = False
    domestic: bool = False
    loose: bool = False
    determined: bool = False
    joint: str = ""


_OF = late(r"\s*(?:of|to|in|for|from|on|with|at|within|against|by|between)\s+(?:the\s+|both\s+)?", re.IGNORECASE)
# Mandates go by what they are about; the rest of the phrase is part of the name.
_MANDATE = late(
    r"(?:UN |United Nations )?(?:Special (?:Rapporteurs?|Envoy|Representative|Coordinator|Adviser|Advisor|Commission)|"
    r"Independent Experts?|Personal Envoy|Working Group|Fact-Finding Mission|Commission of Inquiry|Panel of Experts|"
    r"Group of (?:Governmental )?Experts|Contact Group|Group of Friends)\s+(?:on|for|to|in|of)\s+[^,;:()\n]{3,120}"
)
_HELD_OF = late(r"\s+(?:of|for)\s")
_APPOSED = late(r",\s")
_OF_ONLY = late(r"\s+of\s+(?:the\s+)?")
_POSSESSIVE = late(r"'s?\s+|\s+|-")
_MODIFIER = late(r" (?:of|for|on|in|against|to) ")
_WORD = late(r"[\w'-]+")
_VERB = late(r"\w+(?:ed|ly)\b|(?:again|then|now|still|today|yesterday|itself|themselves|alone|once|first|never)\b")
_DID = late(r"(?:accused|told|urged|asked|blamed|warned|attacked|rejected|pressed|ordered|invited|called)\b")
_CIVIL = late(
    r"(?:(?:Roman |Catholic |Anglican |Auxiliary )*(?:Bishop|Archbishop|Cardinal|Father|Reverend|Imam|Rabbi|Senator"
    r"|Judge|Professor|Congress(?:man|woman)|Representative|Sister|Brother|Pastor|Canon|Deacon|Msgr|Mgr|Fr|Dr|Rev|Sen|Rep|Prof)\b\.?\s+)+"
)
"""Titles of people who speak for no State, before their names."""
_ON_DAY = late(r"\s+(?:on|for|to|by|and|of)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*\Z", re.DOTALL)
_CAPITAL = late(r"\b[A-Z]")
_SENTENCE = late(r"(?:\A|[.!?:\n•\"])\s*\Z")
_GOVERNING = frozenset({"government", "governments", "authorities", "administration", "regime", "régime"})
_STATE_ITSELF = frozenset({"authorities", "security-forces", "foreign-forces"})
_THE_STATE = frozenset({"government", "authorities", "state party", "regime", "junta", "military junta"})
_OF_THE_STATE = frozenset(
    {"president", "prime minister", "king", "parliament", "national assembly", "supreme court", "constitutional court"}
    | {"judiciary", "attorney general", "prosecutor general", "ombudsman"}
)
"""Offices and organs that in a text about one state are that state's: "the President"."""
_ONE_FOR_ALL = frozenset({"parties", "armed-groups", "states", "international-community", "neighbouring-states"})


def headed(  # noqa: PLR0911 - one return a kind of head
    draft: Draft, known: Book, part: Part, start: int, stop: int, inside: list[Mention]
) -> Found | None:
    """Resolve a part whose head holds a name: "the Veltrian authorities", "UN Secretary-General Anna Kresk"."""
    content = draft.content
    last = inside[-1]
    owner = inside[-2] if len(inside) > 1 else None
    tail = _POSSESSIVE.sub(" ", content[last.end : stop], count=1).strip()
    if tail and last.layer == "group" and owner is not None:
        last, tail = owner, _POSSESSIVE.sub(" ", content[owner.end : stop], count=1).strip()
    if owner is not None and owner.tag == last.tag and owner.end + 1 == last.start:
        return Found(party=_party(last, content))  # "VELTRIA Velt City again presses …": a heading and who acts
    if owner is not None and last.layer == "demonym" and owner.end + 1 == last.start:
        return Found(party=Party(id=slug(content[start:stop]), name=content[start:stop]), unknown=True)
    posted = (tail and last.tag == "united-nations") or (not tail and last.tag in known.posts)
    if posted and (through := roles.mandated(content, last.start, stop, part.end)):
        return Found(party=Party(id=slug(content[start:through]), name=content[start:through]), unknown=True)
    if tail:
        other = _society(known, content, start, stop, part.end, tail) or _civilian(tail)
        return other or _owned(draft, known, last, tail, content[start:stop])
    if last.layer == "group":
        return _collective(draft, known, part, last, owner, start)
    if owner is None and last.layer == "actor" and _prefixed(known, content[start : last.start].strip()):
        return _named(known, draft, start, stop)  # "Karsk Red Cross"
    living = last.layer == "demonym" and content[last.end - 1] == "s" and content[start : last.start].split()[-1:]
    if living and living[0].lower() in known.living:  # "young Veltrians"
        people = Party(id=f"{last.tag}-people", name=content[start:stop])
        return Found(party=people, suffix="people", plural=True)
    return _elsewhere(content, part, last) or Found(party=_party(last, content), bare=last.layer == "demonym")


_WHOM = late(rf"\s+(?i:of|for|against|on)\s+(?:the\s+)?(?P<first>{CAPITALISED.pattern})")


def _society(known: Book, content: str, start: int, stop: int, limit: int, tail: str) -> Found | None:
    """Take a name that goes on behind its head noun for one: "Veltrian Council of Fisher Women"."""
    if tail.rsplit(" ", 1)[-1].lower() not in known.societies or not tail[:1].isupper():
        return None
    whom = _WHOM.match(content, stop, limit)
    if whom is None or whom["first"].split()[0].lower() in known.of_states:
        return None
    name = " ".join(content[start : whom.end()].split())
    return Found(party=Party(id=slug(name), name=name), unknown=True)


def _civilian(tail: str) -> Found | None:
    """Take a person whose title is no State's for that person: "Veltrian Bishop Anton Vell"."""
    title = _CIVIL.match(tail)
    name = tail[title.end() :] if title else ""
    return Found(party=Party(id=slug(name), name=name), unknown=True) if " " in name and person(name) else None


def _prefixed(known: Book, before: str) -> bool:
    """Say whether capitalised words before a name make another name of it."""
    words = _WORD.findall(before)
    society = len(words) > 1 and words[-1].lower() in known.societies
    if not before[:1].isupper() or (person(before) and not society) or "-" in before:
        return False
    return words[-1][0].isupper() and words[0].lower() not in known.not_names


def _elsewhere(content: str, part: Part, name: Mention) -> Found | None:
    """Resolve an organ or office that goes by a name of the UN's, but is another's: "Secretary-General of the AU"."""
    of = _OF_ONLY.match(content, name.end, part.end) if name.tag.startswith("un-") else None
    owner = next((n for n in part.names if of and n.start == of.end() and n.layer == "actor"), None)
    if owner is None or owner.tag == "united-nations":
        return None
    suffix = slug(content[name.start : name.end])
    party = Party(id=f"{owner.tag}-{suffix}", name=content[name.start : owner.end])
    return Found(party=party, suffix=suffix)


def _owned(  # noqa: PLR0911 - one return a kind of tail
    draft: Draft, known: Book, owner: Mention, tail: str, words: str
) -> Found | None:
    """Resolve a name with what follows it: "Veltria's President", "Veltrian forces advanced", "Veltrian Red Cross"."""
    low = tail.lower().split()
    if _DID.match(tail):  # "the Union accused the River Front": who did it, not whom
        return Found(party=_party(owner, draft.content))
    for size in range(min(len(low), 6), 0, -1):
        phrase = " ".join(low[:size])
        name = " ".join(words.split()[: len(words.split()) - len(low) + size])
        role = _role(known, phrase, proper=size > 1 and _capitals(tail, size))
        if role is None:
            continue
        if owner.tag in known.states and not known.others.isdisjoint(low[: size - 1]):
            role = "?"  # "Veltrian opposition leaders" are not Veltria
        if role == "?":
            return Found(party=Party(id=slug(name), name=name), unknown=True)
        if owner.layer == "group" and words[:1].isupper() and not name.startswith("The ") and " office" in phrase:
            return Found(party=Party(id=slug(name), name=name), unknown=True)  # "Orsava government media office"
        if owner.layer == "group":
            return Found(party=Party(id=owner.tag, name=name), group=True)
        party = Party(id=f"{owner.tag}-{role}" if role else owner.tag, name=name)
        return Found(party=party, suffix=role or None, plural=phrase.endswith("s"))
    if tail[0].isupper():
        if owner.layer == "actor" and person(f"X {tail}"):
            return Found(party=_party(owner, draft.content))
        return Found(party=Party(id=slug(words), name=words), unknown=True) if len(tail) > 2 else None
    return Found(party=_party(owner, draft.content)) if _VERB.match(tail) else None


def is_body(known: Book, words: str) -> bool:
    """Say whether words are an office, or a body by their head noun: "Ministry of Water", "Karsk Harbour Board"."""
    head = _MODIFIER.split(words, maxsplit=1)[0]
    return _role(known, head.lower(), proper=" " in head) is not None


def _capitals(tail: str, size: int) -> bool:
    return all(word[0].isupper() for word in tail.split()[:size])


def _role(known: Book, phrase: str, *, proper: bool = False) -> str | None:
    """Give what a role noun adds to its owner's id: "" for the owner itself, "?" for a body of its own, None for none.

    `proper` says that all words are capitalised: then only the phrase as a whole counts.
    """
    if phrase in known.roles:
        return known.roles[phrase]
    words = phrase.split(" ")
    if not proper:
        for size in (3, 2, 1):
            last = " ".join(words[-size:])
            if last in known.roles:
                return known.roles[last]
    if proper and words[-1] in _GOVERNING:
        return ""  # "the Transitional Government of Veltria"
    return "?" if words[-1] in known.heads or (proper and words[-1] in known.itself) else None


def modified(draft: Draft, known: Book, part: Part, start: int, stop: int) -> Found | None:
    """Resolve a part whose head is a common noun or an unknown name: "the Government of Veltria", "Karsk Relief"."""
    content = draft.content
    core = content[start:stop].strip()
    if not core:
        return None
    through = roles.mandated(content, start, start + len(core), part.end)
    if through and not _MANDATE.match(content, start, part.end):
        name = content[start:through]
        return Found(party=Party(id=slug(name), name=name), unknown=True, described=True)
    of = _OF.match(content, stop, part.end) or _APPOSED.match(content, stop, part.end)
    if of and part.names and not _MANDATE.match(content, start, part.end):
        target = part.names[0]
        if target.start == of.end() or _linked(content, stop, target.start):
            words = core.lower().split()
            role = _role(known, core.lower(), proper=" " in core and _capitals(core, len(words)))
            if role == "" and not known.others.isdisjoint(words[:-1]):
                role = "?"  # "church leaders in Veltria" are not Veltria
            if role is not None and role != "?":
                party = Party(id=f"{target.tag}-{role}" if role else target.tag, name=content[start : target.end])
                return Found(party=party, suffix=role or None, plural=core.lower().endswith("s"))
    return _unknown(draft, known, part, start, core)


def _linked(content: str, start: int, end: int) -> bool:
    """Say whether what lies between a role and a name only passes the role on: "of the delegation of".

    A comma does before the State in apposition: "the Ministry of Water, Republic of Veltria".
    """
    between = content[start:end]
    passed = between.count(" of ") > 1 or between.endswith(", ")
    return len(_WORD.findall(between)) <= 6 and between.startswith((" of", " for")) and passed


def _unknown(draft: Draft, known: Book, part: Part, start: int, core: str) -> Found | None:
    """Resolve a head that holds no name of the catalogue: a short form, a capitalised name, a description."""
    content = draft.content
    mandate = _MANDATE.match(content, start, part.end)
    if mandate:
        return Found(party=Party(id=slug(mandate.group()), name=mandate.group()), unknown=True)
    stands = acronyms.bound(draft).get(core)
    if stands is None and core[0].isupper() and core.count(" ") < 4:
        stands = acronyms.standing_for(draft, core, start)
    office = Found(party=Party(id=stands, name=core)) if stands else _of_the_state(draft, known, start, core)
    whole = core[0].isupper() and not content.endswith(("its ", "their "), 0, start)
    if office is None and whole and not _HELD_OF.match(content, start + len(core)):
        meant = roles.in_full(draft, core, start)  # "the Governor", of the province named before
        office = Found(party=meant, unknown=True, described=True) if meant else None
    if office is not None:
        return office
    shape = CAPITALISED.match(content, start, part.end)
    if shape is None:
        return _described(known, draft, part, start, core)
    if shape.end() - start >= len(core):
        return _named(known, draft, start, shape.end())
    if core[shape.end() - start :].strip().lower() in known.heads:
        return _named(known, draft, start, start + len(core))
    return None


def _of_the_state(draft: Draft, known: Book, start: int, core: str) -> Found | None:
    """Resolve a bare "the President" or "Parliament" in a text about one state."""
    office = known.roles.get(core.lower()) if core.lower() in _OF_THE_STATE else None
    told = core == "Parliament" or draft.content[start - 4 : start].lower() == "the "
    state = acronyms.the_state(draft) if office and told else ""
    return Found(party=Party(id=f"{state}-{office}", name=core), suffix=office) if state else None


_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})


def _described(known: Book, draft: Draft, part: Part, start: int, core: str) -> Found | None:
    """Take a common noun for a party where it is one that acts: "local officials", "the governor of Karsk Province"."""
    words = core.lower().split()
    office = words[-1] in roles.OFFICES
    if not (office or words[-1] in known.heads) or words[0] in known.not_names or not _ARTICLES.isdisjoint(words[1:]):
        return None  # "bishops met the President" is a clause
    content = draft.content
    of = _OF_ONLY.match(content, start + len(core), part.end)
    shape = CAPITALISED.match(content, of.end(), part.end) if of else None
    if shape is None and len(words) == 1:
        meant = roles.in_full(draft, core, start) if office else None
        return Found(party=meant, unknown=True, described=True) if meant else None
    end = (roles.through(content, start + len(core)) if office else shape.end()) if shape else start + len(core)
    name = content[start:end]
    return Found(
        party=Party(id=slug(name), name=name), unknown=True, described=True, domestic=words[-1] in known.itself
    )


def _named(known: Book, draft: Draft, start: int, end: int) -> Found | None:
    """Take a capitalised name that the catalogue does not know for a party, if it can be one."""
    content = draft.content
    name = unshouted(content[start:end])
    name = _ON_DAY.sub("", name) if "day" in name else name
    end = start + len(name)
    bare = untitled(name)
    if bare != name and not any(word in known.heads or word in known.itself for word in bare.lower().split()):
        name = bare  # "General Secretary Anna Kresk"; not the "General Workers Union"
        start = end - len(name)
    words = _WORD.findall(name)
    head = _WORD.findall(_MODIFIER.split(name, maxsplit=1)[0])
    if not words or not head or words[0].lower() in known.not_names or head[-1].lower() in known.never:
        return None
    if any(hit.start == start and hit.end == end for hit in draft.within("place", start, end)):
        return None
    if len(words) == 1 and name[-2:].lower() == "ly" and content[end : end + 1] == ",":
        return None  # "Apparently, …"
    if len(words) == 1 and not name.isupper() and _SENTENCE.search(content, max(0, start - 4), start) and start:
        # The first word of a sentence has a capital whatever it is; a name has one elsewhere too.
        at = content.find(name)
        while at >= 0 and (at == start or not content[max(0, at - 2) : at].strip(" ").isalnum()):
            at = content.find(name, at + 1)
        if at < 0:
            return None
    return Found(party=Party(id=slug(name), name=name), unknown=True)


def _collective(
    draft: Draft, known: Book, part: Part, group: Mention, owner: Mention | None, start: int
) -> Found | None:
    """Resolve a collective, owned ("Veltrian civil society") or not ("the parties")."""
    content = draft.content
    end = group.end
    lower = content[group.start].islower()
    if owner is None and lower and _CAPITAL.search(content, start, group.start):
        return _named(known, draft, start, end) or _collective(draft, known, part, group, None, group.start)
    if owner is None:
        of = _OF.match(content, end, part.end)
        if of and of.group().split()[0].lower() in {"of", "in", "from"}:
            owner = next((n for n in part.names if n.start == of.end() and n.layer != "group"), None)
            end = owner.end if owner else end
    name = content[min(start, group.start) : end]
    noun = content[group.start : group.end].lower()
    if owner is None and noun in {"government", "authorities"} and (governing := _governing(draft, part, group)):
        return governing
    if owner is not None:
        added = _of_owner(known, group.tag, noun, owner.tag)
        if added is not None:
            tag = owned(owner.tag, added) if added else owner.tag
            return Found(party=Party(id=tag, name=name), suffix=added or None, plural=True)
    elif noun in _THE_STATE and content[group.start - 4 : group.start].lower() == "the ":
        return Found(party=Party(id=acronyms.the_state(draft) or group.tag, name=name), group=True)
    domestic = lower and noun.rsplit(" ", 1)[-1] in known.itself
    if lower and owner is None and noun in _OF_A_PLACE:
        name = content[min(start, group.start) : roles.through(content, end)]  # "the population of Karsk"
    return Found(party=Party(id=group.tag, name=name), group=True, domestic=domestic)


def _governing(draft: Draft, part: Part, group: Mention) -> Found | None:
    """Resolve a government by what it calls itself, by who leads it, or by a land that no row knows."""
    content = draft.content
    own = _UNITED.match(content, group.end, part.end)
    if own is not None:  # "the Government of National Stability", beside which a land may have another
        name = content[group.start : own.end()]
        return Found(party=Party(id=slug(name), name=name), unknown=True)
    land = _LAND.match(content, group.end, part.end)
    if land is None:
        return None
    name = content[group.start : land.end()]
    if _is_ruler(content, land["land"]):
        return Found(party=Party(id=acronyms.the_state(draft) or group.tag, name=name), group=True)
    return Found(party=Party(id=slug(land["land"]), name=name), unknown=True)


def _is_ruler(content: str, name: str) -> bool:
    """Say whether a government is told by who leads it: "the Government of Anna Kresk", who is "President Kresk"."""
    last = re.escape(name.rsplit(" ", 1)[-1])
    found = re.search(
        rf"\b(?:President|Prime Minister|Premier|Chancellor|Mr|Ms|Mrs|General)\.?\s+(?:\w+\s+)?{last}\b", content
    )
    return found is not None


_LAND = late(
    r" of (?:the )?(?P<land>(?!National|Unity|Accord|Transition|Salvation|Change)[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*)"
)
_UNITED = late(r" of (?:the )?(?:(?:National|Unity|Accord|Transition|Salvation|Change)\b)(?: (?:and )?[A-ZÀ-Þ]\w+)*")
"""What a government calls itself beside others of its land."""
_OF_A_PLACE = frozenset(
    {"population", "people", "civilian population", "army", "police", "military", "authorities", "local authorities"}
)
"""Collectives whose name goes on with the place that they are of, though the catalogue does not know it."""


def _of_owner(known: Book, tag: str, noun: str, owner: str) -> str | None:
    """Give what a collective adds to its owner's id, "" for the owner itself, None where it stays itself."""
    if noun in known.itself or (owner in known.states and tag in _STATE_ITSELF):
        return ""
    if tag == "armed-groups" and owner in known.armed:
        return ""  # "the rebels of the Riverine Front", "Riverine Front fighters"
    if owner in known.states:
        return None if tag in _ONE_FOR_ALL else {"population": "people"}.get(tag, tag)
    return "member-states" if tag == "states" else None


_MEMBERS = "member-states"
_IN_SHORT = {"european-union": "eu", "african-union": "au"}


def owned(owner: str, added: str) -> str:
    """Give the id of an organ or of the people of an owner; the Unions' members go by the Unions' letters.

    >>> owned("veltria", "president"), owned("african-union", "member-states")
    ('veltria-president', 'au-member-states')
    """
    return f"{_IN_SHORT.get(owner, owner) if added == _MEMBERS else owner}-{added}"


def _party(name: Mention, content: str) -> Party:
    return Party(id=name.tag, name=content[name.start : name.end])
