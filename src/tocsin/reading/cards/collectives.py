# SPDX-License-Identifier: Apache-2.0
"""Collectives: "a broad coalition of organisations", "forty aid agencies" – senders that go by no name of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.cards import lists, signatories
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming import names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_COALITION = late(
    r"\b(?:coalition|alliance|spectrum|network|group|range|array|consortium|cross-section|number|collective) of"
    r" (?:[\w-]+,? (?:and )?){0,6}?"
    r"(?P<noun>organi[sz]ations|NGOs|groups|associations|agencies|charities|institutions|unions|entities|bodies)\b",
    re.IGNORECASE,
)
_MANY = late(
    r"\b(?P<kind>(?:non-governmental|human rights|humanitarian|civil society|aid|relief|women's|religious"
    r"|international|local|media|faith-based|medical|genocide) )?"
    r"(?P<noun>organi[sz]ations|NGOs|groups|associations|agencies|charities|scholars|academics|experts|lawyers"
    r"|journalists|doctors|writers"
    r"|parliamentarians|lawmakers|MPs|MEPs|senators|mayors|clergy|activists|residents|citizens|families|signatories"
    r"|bishops|donors|undersigned(?: [a-z]+)?|women|men|mothers|prelates|priests|teachers|nurses|unions|churches"
    r"|foreign ministers|reporters|defenders|survivors|refugees|students|workers|communities)\b",
    re.IGNORECASE,
)
_OPENING = late(
    r"(?:(?:On|Late on|Early on|Earlier on|Last) [A-Z]\w+(?: \d{1,2})?,? |(?:Today|Yesterday|Meanwhile|Earlier|In"
    r" an? (?:open |joint )?letter[^,]{0,80}),? )?"
    r"(?:(?:more than|over|nearly|almost|some|about|around|at least|a total of|a group of|[Tt]he|THE|[Aa]ll|[Mm]ore"
    r" than|[Ss]ome|[Oo]ver|[Ss]everal|[Mm]any|[Dd]ozens of|[Hh]undreds of|[A-Z][\w-]+-based) )*"
    rf"(?:(?i:{signatories.NUMBER}) )?(?:(?:the )?undersigned )?(?:the )?"
)
_KIND_OF = late(
    r"(?P<who>(?i:(?:(?:former|elected|retired|local|parish|village) )?(?:mayors|doctors|physicians|nurses|midwives"
    r"|teachers|priests|pastors|bishops|clergy|imams|rabbis|elders|chiefs|lawyers|judges|journalists|students|workers"
    r"|farmers|fishermen|traders|drivers|parents|mothers|fathers|wives|widows|women|families|relatives|councillors"
    r"|governors))"
    r"(?:,? and [a-z]+s)? (?i:of) [^.;:\n–—]{3,90}?)(?:,? (?:who|which|belong|gathered|meeting|assembled)\b.*"
    r"|,[^A-Z]*)?\Z",
    re.DOTALL,
)
_PLACES = frozenset({"state", "territory"})
_OF_STATE = late(
    r"(?:(?:The|the|THE) )?(?:(?:Permanent|Royal|Federal|Transitional|Interim|National) )*"
    r"(?:Government|Republic|Kingdom|State|Union|Commonwealth|Embassy|Mission|Ministry|President|Parliament"
    r"|Delegation|Foreign|People|Representative"
    r"|GOVERNMENT|REPUBLIC|KINGDOM|STATE|UNION|EMBASSY|MISSION|PERMANENT|MINISTRY|PARLIAMENT|\w+ \(|[a-z])"
)
"""How a line begins that names a State or who speaks for it."""
_SEAT = late(r",\s+(?P<at>[A-ZÀ-Þ][\w'’-]+)\s*\Z")
_MEMBERS_OF = late(
    r"(?:member )?(?:organi[sz]ations|NGOs|groups|associations|agencies|unions|charities|members|parishes|churches) of"
    r" (?:the )?(?P<of>[A-Z][^,.;:\n]{3,70}\b(?:Coalition|Network|Alliance|Forum|Platform|Federation|Union|Consortium|"
    r"Congress|Council|Movement|Initiative|Campaign|Confederation|Association))\b"
)
_OFFICE = late(
    r"(?:(?:Executive|Deputy|Acting|Vice|Co|Managing|General|Founding|Former|Senior|National|Regional)[ -])*"
    r"(?:Chair\w*|Directors?|President|Secretary|Head|Co-?ordinator|Spokes\w+|Editor|Mayor|Founder|Member|Bishop"
    r"|Representative|Officer|Manager|CEO)\b",
    re.IGNORECASE,
)
_TITLED = late(r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Rev|Sir|Dame|Fr|Sr|H\. ?E)\b\.? ?)+(?=[A-ZÀ-Þ])")
"""What stands before a person's name and is no part of it."""
_PARTS = late(r"[^,(\n]+(?=[,(\n]|\Z)")
_OFFICE_OF = late(
    r"\s*(?:(?:Executive|Deputy|Acting|Vice|Co|Managing|General|Founding|Regional|National|Country)[ -])*"
    r"(?:Chair\w*|Directors?|President|Secretary(?:[- ]General)?|Head|Co-?ordinator|Spokes\w+|Founder|Representative"
    r"|Manager|on behalf|for)(?: of| for|,)? (?:the )?(?=[A-ZÀ-Þ])"
)
_HELD = late(
    r"(?:(?:Former|Retired|Emeritus|Honorary|Senior|Deputy|Acting|Executive|Vice|Co|Managing|General)[ -])*"
    r"(?:Ambassador|Minister|Member|Professor|Senator|Judge|Director|President|Secretary|Chair|Head|Mayor|Editor"
    r"|Officer|Author"
    r"|Bishop|Colonel|General|Captain|Spokes|Co-?ordinator|Founder|Representative|Manager|Faculty|Department|School"
    r"|Universit|College|Fellow|Mother|Father|Winner|Holder)"
)
_TRADE = late(r"(?:[a-z](?:er|or|ist|ian|ant|ent|ate)\Z|\b(?:Universit|College|Faculty|Institute of|Prize|MP|MEP)\w*)")
_COUNTRY = late(r"(?<=\w) \([A-ZÀ-Þ][\w .'’-]{2,30}\)$")
_NO_NAME = late(r"\d{3}|\d.*\d.*\d|@|https?:|www\.|(?:\S+\s+){9}\S")
"""What no name holds: a number of more than two figures, a link, ten words."""
_PRONOUN = late(r"\W*(?:we|I|it|he|she|they|this|that|which|who|there|you|the undersigned)\b.{0,12}", re.IGNORECASE)


def is_kind(name: str) -> bool:
    """Say whether a name is no more than what kind of people many are, and of where.

    >>> is_kind("human rights organisations"), is_kind("Bridge Foundation")
    (True, False)
    """
    return _MANY.fullmatch(name) is not None or _KIND_OF.fullmatch(name) is not None


_COUNTED = late(
    rf"(?P<number>(?i:{signatories.NUMBER})) (?:[\w'’-]+,? (?:and )?){{0,5}}(?:organi[sz]ations|NGOs|groups"
    r"|associations|agencies|unions|charities|institutions|networks|churches)\b"
)


def counted(words: str) -> int:
    """Give how many bodies a sender is that names none of them, 0 where it is no such number.

    >>> counted("nine Veltrian and international organisations with staff in Karsk"), counted("the League")
    (9, 0)
    """
    found = _COUNTED.match(words)
    return signatories.value(found["number"]) if found else 0


def named(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve a line that is a name as a whole: what the catalogue knows most of it as, else a slug of it."""
    words = _COUNTRY.sub("", " ".join(draft.content[start:end].split()).strip(" ,;.")).removeprefix("the ")
    hits = draft.within("actor", start, end)
    if hits and not _is_about(draft, start, hits):
        found = tuple(party for party in names.parties(draft, start, end) if party.id in draft.catalogue.actors)
        if found and sum(hit.end - hit.start for hit in hits) * 5 >= (end - start) * 3:
            return found
    if not words or words[0].islower() or _NO_NAME.search(words):
        return ()
    first, _, rest = words.partition(", ")
    own = rest if rest and _OFFICE.match(first) else _TITLED.sub("", first)
    return (Party(id=names.slug(own), name=own),)


def signed_for(draft: Draft, start: int, end: int) -> Party | None:
    """Give the organisation that a person signs for: "Anna Kresk, Director, Karsk Relief (Karsk)"; None for nobody."""
    comma = draft.content.find(",", start, end)
    if comma < 0 or not person(_TITLED.sub("", draft.content[start:comma].strip())):
        return None
    for part in _PARTS.finditer(draft.content, comma + 1, end):
        office = _OFFICE_OF.match(draft.content, *part.span())
        low = office.end() if office else part.start()
        words = draft.content[low : part.end()].strip()
        low = draft.content.find(words, low) if words else low
        hits = draft.within("actor", low, low + len(words))
        row = next((draft.catalogue.actors.get(h.tag) for h in hits if h.end - h.start == len(words)), None)
        if row is not None and row.kind not in _PLACES:
            return Party(id=row.id, name=words)
        if row is None and _is_organisation(draft, words, low):
            return Party(id=names.slug(words), name=words)
    return None


def _is_organisation(draft: Draft, words: str, low: int) -> bool:
    """Say whether what stands behind a person's name is an organisation's: no post, no trade, no place, no chair."""
    if not words[:1].isupper() or _NO_NAME.search(words) or _HELD.match(words) or _TRADE.search(words):
        return False
    if any(hit.end - hit.start == len(words) for hit in draft.within("place", low, low + len(words))):
        return False
    return lists.BODY.search(words) is not None or words.count(" ") > 1


def _is_about(draft: Draft, start: int, hits: Sequence[Hit]) -> bool:
    """Say whether a name only ends with the names of countries: "Info Veltria Karsk" is not Veltria."""
    rows = (draft.catalogue.actors.get(hit.tag) for hit in hits)
    states = all(row is not None and row.kind in _PLACES for row in rows)
    return states and hits[0].start > start and _OF_STATE.match(draft.content, start) is None


_LAST_FIRST = late(r"(?P<last>[A-ZÀ-Þ][\w'’-]+), (?P<first>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w.'’-]*)?) ?")


_WHO = late(r"(?:the )?(?P<head>[^,.;:]{4,90}?) who (?!have|has|are|is\b)[^,.;:]{3,90}", re.IGNORECASE)
"""People by what they did: "medical workers who served at Issel", whom nothing else names."""


def _by_deed(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give people whom a title calls by what they did, as a whole; nobody where a name stands before what they did."""
    found = _WHO.fullmatch(draft.content, start, end)
    if found is None or any(draft.within("actor", *found.span("head"))):
        return ()
    words = " ".join(draft.content[start:end].split()).removeprefix("the ")
    return (Party(id=names.slug(words), name=words),)


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:  # noqa: C901, PLR0911 - one return a kind of sender
    """Resolve who sends: named parties, an office rather than the person who holds it, else a collective.

    "I, NAME, the Mayor of Karsk" is the office; "a broad coalition of organisations" gets an id of its own.
    """
    opening = _OPENING.match(draft.content, start, end)
    start = opening.end() if opening else start
    end = start + len(draft.content[start:end].rstrip("*†‡¹²³ "))  # a note's mark is no part of a name
    if _PRONOUN.fullmatch(draft.content, start, end):
        return ()
    filed = _LAST_FIRST.fullmatch(draft.content, start, end)
    if filed and draft.content[end : end + 2].strip().startswith("<"):  # the sender of a mail: "Vesk, Anna <…>"
        name = f"{filed['first']} {filed['last']}"
        return (Party(id=names.slug(name), name=name),)
    seat = _SEAT.search(draft.content, start, end)
    if seat and (draft.within("place", *seat.span("at")) or draft.within("demonym", *seat.span("at"))):
        end = seat.start()  # "the Sisters of Mercy, Karsk" are not of the state whose capital it is
    member = _MEMBERS_OF.match(draft.content, start, end)
    if member and (held := named(draft, *member.span("of"))):
        return held
    coalition = _COALITION.search(draft.content, start, min(end, start + 160))
    if coalition and not draft.within("actor", start, coalition.end()):
        return (Party(id="coalition-of-organisations", name=coalition.group()),)
    found = _by_deed(draft, start, end) or names.parties(draft, start, end)
    kind = _KIND_OF.match(draft.content, start, end)
    named_kind = kind is not None and (found or kind["who"][0].isupper())
    if kind and named_kind and all(_is_place(draft, party) for party in found):
        return (Party(id=names.slug(kind["who"]), name=" ".join(kind["who"].split())),)
    if len(found) > 1:
        known = tuple(party for party in found if party.id in draft.catalogue.actors)
        if known and found[0] not in known and draft.content.startswith(",", _after(draft, start, found[0])):
            return known
    if found:
        return found
    many = _MANY.search(draft.content, start, end)
    if many:
        slug = names.slug(many.group()).replace("organizations", "organisations")
        return (Party(id=slug, name=many.group()),)
    return ()


def kind(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give a kind of people with what they are of: "the wives of the ferrymen of Karsk"."""
    opening = _OPENING.match(draft.content, start, end)
    found = _KIND_OF.match(draft.content, opening.end() if opening else start, end)
    return (Party(id=names.slug(found["who"]), name=" ".join(found["who"].split())),) if found else ()


def _is_place(draft: Draft, party: Party) -> bool:
    """Say whether a party is a country or a place, or a name of which nothing is known."""
    row = draft.catalogue.actors.get(party.id)
    return row is None or row.kind in _PLACES


def _after(draft: Draft, start: int, party: Party) -> int:
    """Give where a party's name ends."""
    return draft.content.find(party.name, start) + len(party.name)
