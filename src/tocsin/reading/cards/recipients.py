# SPDX-License-Identifier: Apache-2.0
"""Recipients: to whom a document speaks – by its address lines, its salutation, its title and its turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tocsin.reading.cards import addresses, collectives, envelopes, fullnames, greetings, heads, leads, senders
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import names, roles
from tocsin.reading.naming.headwords import book
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

OFFICES = frozenset(
    [
        "president",
        "chair",
        "chairman",
        "chairperson",
        "speaker",
        "secretary",
        "director",
        "minister",
        "ambassador",
        "colleagues",
        "friends",
        "sir",
        "sirs",
        "madams",
        "mesdames",
        "sirs-and-madams",
        "comrades",
        "directors",
        "respected-sir",
        "respected-madam",
        "dear-sir",
        "madam",
        "members",
        "readers",
        "supporters",
        "co-chairs",
        "delegates",
        "compatriots",
        "ladies",
        "gentlemen",
        "excellency",
        "excellencies",
        "highness",
        "royal-highness",
        "majesty",
        "holiness",
        "eminence",
        "general",
        "brothers",
        "sisters",
    ]
)
"""Offices and titles that by themselves name nobody."""
HEADED = ("appeal", "open-letter", "petition", "statement", "speech", "newsletter")
"""Genres whose asks name those addressed."""
_OF_THE_LAND = late(
    r"(?:H\.? ?E\.? |His Excellency |Her Excellency )?(?:Mr\.? |Ms\.? |Madam )?(?:the |The )?"
    r"(?P<post>President|Prime Minister|Head of State)(?: of the Republic| and [A-Z][\w -]{4,40})?"
)
"""A post that each land has once, by itself."""
_LABELS = frozenset(
    {"opinion", "analysis", "comment", "editorial", "news", "update", "live", "exclusive", "breaking", "feature"}
)


_SENTENCE = frozenset({"our", "my", "your", "be", "is", "are", "was", "were", "if", "will", "would", "can", "cannot"})
"""Words that stand in sentences and in no name."""
_ORDER = late(r"[A-Za-z][a-z]+ (?:the|a|an|their|its|any|all) [a-z]")
"""An order that capitals made look like a name: "Suspend the officers"."""
_CLAUSES = frozenset(
    [
        *(
            "join",
            "require",
            "reported",
            "considered",
            "passed",
            "referred",
            "submitted",
            "received",
            "ordered",
            "read",
        ),
        *("click", "listen", "watch", "share", "donate", "posted", "published", "updated", "filed", "written", "see"),
        *("refrain", "ensure", "enact", "adopt", "provide", "establish", "amended", "introduced", "committed"),
    ]
)
"""Words with which a clause begins that capitals made look like a name: "Reported without amendment"."""


def find(draft: Draft, blocks: Sequence[Block], found: Sequence[senders.Sending], genre: str) -> tuple[Party, ...]:
    """Give those addressed: by salutation and address line first, then by the title and the lead."""
    addressees: dict[str, Party] = {}
    turned = greetings.turned(draft, blocks) if genre in HEADED else ()
    greeted = tuple(greetings.greeted(draft, blocks))
    written = envelopes.addressed(draft, blocks) if genre == "open-letter" else ()
    titled = tuple(
        party
        for sending in found
        if sending.rank < senders.LATE - 1 and sending.whom[1] > sending.whom[0]
        for party in addresses.parties(draft, *sending.whom)
    )
    headed = heads.addressed(draft, blocks) if genre != "news" else ()
    whole = [line for line in headed if line.whole]
    addressees.update({party.id: party for line in whole for party in line.parties})
    told = [*_honoured(draft, blocks), *envelopes.holders(draft, blocks)] if addressees or written else []
    for start, end in (*written, *greeted, *turned):
        if any(line.start <= start < line.end for line in whole):
            continue
        words = draft.content[start:end].replace(",", " ").strip(" :!.").split()
        number = draft.block_at(start)
        saluted = number is not None and draft.blocks[number].role == "salutation"
        if saluted and addressees and words[-1:] and words[-1] in told:
            continue  # "Dear Mr President" below the line that names the President in full
        told.extend(words)
        for party in _addressed(draft, start, end, genre):
            if any(_names_more(other, party) for other in titled):
                continue  # "Dear Secretary General", whose body the title names
            if party.id in draft.catalogue.actors or (party.id not in OFFICES and is_sound(draft, party)):
                held = _holder(draft, start, party) or party
                addressees.setdefault(held.id, held)
    sent = _sent(draft, found, whole)
    if addressees:  # a title's "Letter to President Kresk" stands above the address that names the office
        sent = (party for party in sent if party.id in draft.catalogue.actors or party.name.split()[-1] not in told)
    addressees.update({party.id: party for party in sent if party.id not in addressees})
    for line in headed if not addressees else ():
        addressees.update({party.id: party for party in line.parties})
    for party in _governed(draft, blocks) if not addressees else ():
        addressees[party.id] = party
    return tuple(party for party in addressees.values() if not _is_last_name(party, addressees.values()))


def _holder(draft: Draft, start: int, body: Party) -> Party | None:
    """Give the known office whose own line stands above its body's: "Secretary-General", "United Nations"."""
    above = draft.content.rfind("\n", 0, max(0, start - 1)) + 1
    if start - above > _OFFICE_LINE or not addresses.is_bare_office(draft.content, above, start - 1):
        return None
    office = draft.content[above : start - 1].strip(" ,").casefold().removeprefix("the ")
    called = {f"{office} of {body.name}".casefold(), f"{office} of the {body.name}".casefold()}
    for row in draft.catalogue.actors.values():
        if any(name.casefold() in called for name in (row.name, *row.aliases)):
            return Party(id=row.id, name=row.name)
    return None


_OFFICE_LINE = 60
"""Code points that the line of an office may have."""
_NAMED = late(
    r"\W*(?:the )?(?:(?:right )?hon(?:ou?rable|\.)|h\. ?e\.|(?:his|her) excellency|mr\.?|mrs\.?|ms\.?|dr\.?)"
    r" [^\n,]{2,60}?(?P<last>[^\s,]+)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line of an address that names who holds the office of the line below."""


def _honoured(draft: Draft, blocks: Sequence[Block]) -> Iterator[str]:
    """Give the last names of those whom an address names above its salutation, besides their offices."""
    for block in blocks[:24]:
        if block.role == "salutation":
            return
        if block.end - block.start < 300:
            yield from (found["last"] for found in _NAMED.finditer(draft.content, block.start, block.end))


_GOVERNED = late(
    r"\b[Yy]our (?:[Ee]xcellency|[Hh]onou?r)['’]s Government(?: of (?:the )?(?P<of>[A-ZÀ-Þ][^,.;:\n]{2,60}?)"
    r"(?= (?:information|the|to|that|for|on|has|is|about|in)\b|[,.;:\n]))?"
)
"""How an expert's letter names the State that it is to."""


def _governed(draft: Draft, blocks: Sequence[Block]) -> Iterator[Party]:
    """Give the State whose government a letter to its envoy turns to."""
    for block in blocks[:12] if "s Government" in draft.content else ():
        found = _GOVERNED.search(draft.content, block.start, min(block.end, block.start + 900))
        if found and found["of"]:
            yield from names.parties(draft, *found.span("of"))
            return


def _sent(draft: Draft, found: Sequence[senders.Sending], whole: Sequence[heads.Addressed]) -> Iterator[Party]:
    """Give whom sure sendings are to, but where a line of the head names its addressees as a whole."""
    for sending in found:
        named = sending.rank < 4 and sending.whom[1] > sending.whom[0]
        if named and not any(line.start <= sending.whom[0] < line.end for line in whole):
            yield from addresses.parties(draft, *sending.whom)


_CHAIR = late(r"(?:(?:Mr|Madam|Madame)\b\.? )?(?:President|Chair\w*|Speaker)", re.IGNORECASE)


def _addressed(draft: Draft, start: int, end: int, genre: str) -> tuple[Party, ...]:
    """Give whom an address line or a salutation names: an office rather than who holds it, the body of who presides."""
    if genre == "speech" and _CHAIR.fullmatch(draft.content, start, end):
        named = [hit for hit in draft.within("actor", 0, start) if _CHAIRED.search(draft.content, hit.start, hit.end)]
        return tuple(Party(id=hit.tag, name=draft.content[hit.start : hit.end]) for hit in named[-1:])
    post = leads.held(draft, start, end)
    if post is None:
        return _head_of_state(draft, start, end) or addresses.parties(draft, start, end)
    known = names.parties(draft, *post)
    if len(known) == 1:
        return known
    name = draft.content[slice(*post)].removeprefix("the ")
    return (Party(id=names.slug(name), name=name),)


_CHAIRED = late(r"\b(?:council|assembly|committee|parliament|commission|conference|congress|senate)\b", re.IGNORECASE)


def _is_last_name(party: Party, others: Iterable[Party]) -> bool:
    """Say whether a party is the last name of another: "Dear Ms. Kresk" below "To: Anna Kresk"."""
    return " " not in party.name and any(
        other.name.endswith(f" {party.name}") and person(other.name) for other in others if other is not party
    )


def _head_of_state(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give whom "H.E. the President of the Republic" addresses: the president of the one State that the head names."""
    found = _OF_THE_LAND.fullmatch(draft.content, start, end)
    land = fullnames.state(draft) if found else None
    if found is None or land is None:
        return ()
    post = "Prime Minister" if "inister" in found["post"] else "President"
    known = draft.catalogue.actors.get(f"{land}-{names.slug(post)}")
    name = f"{post} of {fullnames.called(draft, land)}"
    return (Party(id=known.id if known else names.slug(name), name=name),)


def _names_more(party: Party, other: Party) -> bool:
    """Say whether a party's name begins with another's and goes on, or says the same of somebody else."""
    longer, shorter = (one.name.lower().replace("-", " ") for one in (party, other))
    post = _POST_OF.match(other.name)
    shorter = post["post"].lower() if post else shorter  # "Prime Minister Kresk" of the Prime Minister of Veltria
    return party.id != other.id and (longer.startswith(f"{shorter} of ") or longer == shorter)


_POST_OF = late(r"(?P<post>(?:Prime |Vice )?(?:President|Minister|Premier|Chancellor|King|Queen)) [A-ZÀ-Þ][\w'’-]+\Z")


def is_sound(draft: Draft, party: Party) -> bool:
    """Say whether a name that the catalogue does not know may be one: none of the closed lists' words, no label."""
    if party.id in draft.catalogue.actors or collectives.is_kind(party.name):
        return True
    known = book(draft.catalogue)
    words = party.name.lower().replace("'s", "").split()
    if senders.is_order(party.name) or (len(words) == 1 and words[0].endswith("ing")):
        return False
    placed = len(words) > 2 and words[0] in roles.OFFICES and words[1] in {"of", "for"}  # "governor of the Far Region"
    if not words or words[0] in known.not_names or party.name.lower() in _LABELS:
        return False
    if words[0] in _CLAUSES or (words[-1] in known.never and not placed):
        return False
    return not _SENTENCE & set(words) and _ORDER.match(party.name) is None
