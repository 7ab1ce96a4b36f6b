# SPDX-License-Identifier: Apache-2.0
"""The document card: genre, title, who speaks, who carries, who is addressed, how many sign."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from tocsin.reading.cards import (
    authors,
    carriers,
    collectives,
    containers,
    contracting,
    crediting,
    envelopes,
    filings,
    formal,
    genres,
    greetings,
    heads,
    languages,
    leads,
    lists,
    mastheads,
    officers,
    recipients,
    senders,
    signatories,
    signatures,
    titles,
)
from tocsin.reading.dating.issued import Issued
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads, names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Party

_LINE = late(r"[^\n]+")
_PRESS_OF = late(
    r"(?:The )?(?:Press|Media|Information|Public Relations|Communications?) (?:Service|Office|Department"
    r"|Cent(?:re|er)|Unit)"
    r"(?: of| to) (?:the )?"
)
_SILENT = ("review-report", "agreement", "other", "news", "situation-report")
"""Genres whose asks do not say to whom the document speaks."""
_PUBLISHING = frozenset({"ngo", "organisation", "un-organ", "collective"})
"""Kinds of actors whose own news a report may be that begins with their name."""
_RELEASES = ("statement", "appeal", "other", "situation-report")
"""Genres of papers that may speak of whose they are by name."""
_MOST = 40
"""Bodies that a card names of those who sign."""
_DEPARTMENT = late(r"^(?:the )?[A-Z][\w ,]* (?:Department|Service|Directorate|Secretariat|Bureau)$")
"""A department by itself, whose name may hold an "and"."""
_KINDS = frozenset(
    [
        "ngo",
        "undersigned",
        "population",
        "organisations",
        "signatories",
        "ngos",
        "groups",
        "associations",
    ]
)
"""What kind of people somebody is, which names nobody."""
_WISHED = late(r"(?:With|In|From|Until|May|Long live|Glory|God) ")
"""How a wish begins that stands among the names of those who sign."""
_SOCIETY = late(
    r"\b(?:associations?|unions?|federation|networks?|groups?|organi[sz]ations?|ngos?|forum|coalition|alliance"
    r"|league|bishops|"
    r"clergy|churches|council (?:on|against|supporting)|"
    r"movement|church|conference|families|mothers|relatives|foundation|society|institute|centre|center|campaign|"
    r"collective|"
    r"platform|watch|lawyers|doctors|teachers|journalists|initiative|observatory|charity|agencies|council of|"
    r"committee)\b",
    re.IGNORECASE,
)
_MAILBOX = late(r"\b(?:[Dd]esk|Communications?|Newsletter|Mailing List|Press Office|Media Team|Info)\Z")
"""A sender that is only where a body's mail comes from."""
_CREDIT = late(r"·|\bmin read\b|\A(?:By )?(?:Staff|Newsroom|Our Correspondent)\b")
"""What a page says beside its title of who wrote it, naming nobody."""
_COLUMN = late(
    r"\W*(?:opinion|op-ed|comment|commentary|analysis|guest (?:column|essay|post)|viewpoint|essay)\W*$", re.IGNORECASE
)
_AUTHOR = late(
    r"(?:By |BY )?(?P<who>[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-Z]\.|de|da|van|von|bin|al|el|[A-ZÀ-Þ][\w.'’-]+)){1,3})$"
)


def opened(draft: Draft, issued: Issued) -> Card:
    """Make the card from the document's head, salutation and sign-off, before any ask is read."""
    blocks = [block for block in draft.blocks if block.role != "boilerplate"]
    title = titles.find(draft, blocks)
    genre = genres.find(draft, titles.label(draft, blocks) or title)
    issuers, addressees = _speaking(draft, blocks, genre)
    if not issuers and genre != "news" and (author := containers.author(draft)):
        issuers = (author,)
    carried = _carriers(draft, blocks, issuers, genre)
    if not issuers and not carried and genre == "news":
        issuers = authors.byline(draft, blocks)
    return Card(
        genre=genre,
        title=title,
        issued=issued.edtf,
        issued_basis=issued.basis,
        issuers=issuers,
        carriers=carried,
        addressees=addressees,
        signatories=signatories.find(draft, blocks, genre)
        if genre not in ("resolution", "review-report", "court-order")
        else None,
        language=languages.find(draft.content),
        evidence=issued.evidence,
    )


def _carriers(draft: Draft, blocks: Sequence[Block], issuers: Sequence[Party], genre: str) -> tuple[Party, ...]:
    """Give the carriers that the text names, else the site that its page is part of, if it is not the issuer's own."""
    found = carriers.find(draft, blocks)
    site = containers.site(draft) if not found else None
    speaking = {party.id for party in issuers}
    sites = {tag.replace("-", "") for tag in speaking if "-" in tag}  # as the addresses of sites are written
    found = tuple(party for party in found if party.id not in sites)
    found = tuple(party for party in found if party.id.removesuffix("-online") not in speaking or party.id in speaking)
    found = tuple(party for party in found if party.id not in speaking) or found  # who made it carries nothing else's
    if genre == "newsletter" and issuers and not found:
        headed = mastheads.letterhead(draft, blocks, genre)
        found = tuple(party for party in headed if party.id not in speaking) or headed  # its own is its own carrier
    return (site,) if site and site.id not in speaking else found


def closed(card: Card, asks: Sequence[Ask], draft: Draft) -> Card:
    """Complete the card with what the asks tell: the addressees of an appeal by its own headings."""
    blocks = [block for block in draft.blocks if block.role != "boilerplate"]
    if card.genre == "news" and not card.issuers:
        card = dataclasses.replace(card, issuers=card.carriers[:1])  # a medium's own report is its own word
    if card.genre in _SILENT and not (card.genre == "review-report" and mastheads.panel(draft, blocks)):
        return card
    found = {party.id: party for party in card.addressees}
    headed = greetings.is_addressed(draft, blocks) or any(line.whole for line in heads.addressed(draft, blocks))
    headed = headed or (card.genre == "open-letter" and any(True for _ in envelopes.addressed(draft, blocks)))
    if found and card.genre in recipients.HEADED and headed:
        return card
    speaking = {party.id for party in card.issuers}
    for ask in asks:
        own = ask.voice == "issuer" or card.genre == "newsletter"
        if ask.explicit and not ask.reported and own:
            for party in ask.addressees:
                if (
                    party.id not in speaking
                    and party.id not in recipients.OFFICES
                    and recipients.is_sound(draft, party)
                    and not any(party.id.endswith(f"-{one}") and party.name == found[one].name for one in found)
                ):
                    found.setdefault(party.id, party)
    return dataclasses.replace(card, addressees=tuple(found.values()))


def _speaking(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give who speaks and who is addressed."""
    if genre in ("resolution", "review-report", "court-order"):
        bodies = formal.parties(draft, blocks, genre)
        if bodies[0] or bodies[1]:
            return bodies
    if not blocks:
        return (), ()
    if genre == "agreement":
        return contracting.parties(draft, blocks), ()
    named = [block for block in blocks[:12] if block.role == "title" or _is_named(draft, block)]
    first = [block for block in blocks[:14] if block.role != "title"][: 5 if genre == "news" else 8]
    found = [
        *senders.sendings(draft, first, named),
        *senders.heads(draft, blocks),
        *leads.sendings(draft, first, named),
    ]
    found = [sending for sending in found if not senders.is_told_of(draft, sending)]
    found.sort(key=lambda sending: sending.rank)
    if genre == "news":
        paragraphs = [block for block in first if block.role == "body"]
        lead = max((block.end for block in (paragraphs or first)[:2]), default=0)  # further down it is one of several
        found = [sending for sending in found if sending.who[0] < lead and _of_society(draft, sending)]
    issuers = _credited(draft, blocks, genre) or _by_genre(draft, blocks, genre)
    if genre == "newsletter" and not issuers and not any(sending.rank < senders.LETTERHEAD for sending in found):
        issuers = mastheads.letterhead(draft, blocks, genre)  # surer than whom its first story says to ask somebody
    if genre == "open-letter":
        written = tuple(envelopes.addressed(draft, blocks))
        found = [sending for sending in found if not any(low <= sending.who[0] < high for low, high in written)]
    issuers = issuers or _found(draft, blocks, found, first, genre)
    issuers = issuers or leads.common(draft, named) or _writer(draft, blocks, genre)
    issuers = _made_out(draft, blocks, issuers, genre)
    speaking = {party.id for party in issuers}
    addressed = recipients.find(draft, blocks, found, genre)
    return issuers, tuple(party for party in addressed if party.id not in speaking)


def _made_out(draft: Draft, blocks: Sequence[Block], issuers: tuple[Party, ...], genre: str) -> tuple[Party, ...]:
    """Give who speaks in full, and by lesser signs where the surer ones tell no more than what kind of people it is."""
    issuers = tuple(party if party.id in draft.catalogue.actors else heads.trimmed(party) for party in issuers)
    issuers = tuple(party for party in issuers if party.id not in recipients.OFFICES) or issuers
    issuers = crediting.post(draft, issuers)
    issuers = crediting.council(draft, _by_head(draft, blocks, issuers, genre))
    if genre != "news" and _vague(draft, issuers):
        issuers = crediting.released(draft, blocks) or heads.issuer(draft, blocks) or issuers
    if genre in _RELEASES and _vague(draft, issuers):
        issuers = crediting.below(draft, blocks) or issuers
    if genre != "news" and _vague(draft, issuers):
        signing = authors.signing(draft, blocks) or _signed(draft, blocks)
        telling = officers.find(draft, blocks) if genre in _RELEASES and not signing else ()
        issuers = signing or telling or authors.find(draft, blocks, genre) or issuers
    if len(issuers) == 1 and _MAILBOX.search(issuers[0].name):
        issuers = mastheads.letterhead(draft, blocks, genre) or issuers  # a desk sends on what its body says
    return tuple(party for party in issuers if _CREDIT.search(party.name) is None)


def _credited(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[Party, ...]:
    """Give who speaks by what a paper says of itself in a set form, whatever else it says."""
    if genre == "newsletter":
        return crediting.reprinted(draft, blocks)
    told = heads.formula(draft, blocks) or (filings.issuer(draft) if genre != "news" else ())
    return told or (crediting.find(draft, blocks) if genre != "news" else ()) or crediting.source(draft, blocks)


def _by_genre(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[Party, ...]:
    """Give who speaks where a genre has a place for it: a byline, a report's imprint, a speaker's post."""
    if genre in ("news", "other"):
        return _by_line(draft, blocks) or mastheads.briefing(draft, blocks)
    if genre == "situation-report":
        return mastheads.reporter(draft, blocks) or mastheads.letterhead(draft, blocks[:1], genre)
    if genre == "newsletter":
        return authors.imprint(draft, blocks)
    spoken = leads.speaker(draft, blocks) if genre == "speech" else ()
    return spoken or (mastheads.undersigned(draft, blocks) if genre in recipients.HEADED else ())


def _found(
    draft: Draft, blocks: Sequence[Block], found: Sequence[senders.Sending], first: Sequence[Block], genre: str
) -> tuple[Party, ...]:
    """Give who speaks by the sure sendings, else by the name that the text begins with, else by any sending.

    A report of news may begin with whomever it tells of: a State, an army.
    """
    sure = _issuers(draft, blocks, [sending for sending in found if sending.rank <= senders.LETTERHEAD])
    if not _vague(draft, sure):
        return sure
    begun = leads.begun(draft, first)
    if genre == "news":
        begun = tuple(party for party in begun if _publishes(draft, party))
    return begun or _issuers(draft, blocks, found) or sure


def _publishes(draft: Draft, party: Party) -> bool:
    """Say whether a body is one that puts out its own news: neither a State and its organs nor an armed group."""
    row = draft.catalogue.actors.get(party.id)
    return row.kind in _PUBLISHING if row is not None else _SOCIETY.search(party.name) is not None


def _vague(draft: Draft, issuers: Sequence[Party]) -> bool:
    """Say whether nobody is named, or no more than what kind of people they are."""
    return not issuers or _bare(issuers) or all(_kind(draft, party) for party in issuers)


def _issuers(draft: Draft, blocks: Sequence[Block], found: Sequence[senders.Sending]) -> tuple[Party, ...]:
    """Give who speaks by the surest sending that names anybody: a name before a kind of people ("the residents")."""
    kinds: tuple[Party, ...] = ()
    for sending in found:
        if sending.who[1] > sending.who[0]:
            words = draft.content[slice(*sending.who)]
            count = collectives.counted(words)
            if "undersigned" in words.lower() or count:
                listed = _signed(draft, blocks)
                if len(listed) > 1 and len(listed) >= count:  # all of them, not the first few
                    return listed
            mission = senders.is_mission(words)
            whole = sending.rank == senders.FORMULA or (sending.rank == senders.LETTERHEAD and words.isupper())
            whole = (whole or _DEPARTMENT.search(words) is not None) and not mission
            issuers = collectives.named(draft, *sending.who) if whole else ()
            if not whole or sending.rank == senders.FORMULA:
                issuers = issuers or collectives.parties(draft, *sending.who)
            if not issuers and sending.rank == senders.FORMULA:
                issuers = collectives.kind(draft, *sending.who)
            issuers = tuple(party for party in issuers if recipients.is_sound(draft, party))[: 1 if mission else None]
            issuers = tuple(party for party in issuers if party.id not in _KINDS) or issuers
            if kinds and sending.rank > 2 and kinds[0].name[:1].islower() and collectives.is_kind(kinds[0].name):
                return kinds  # only a title's grammar is surer of a body than "We, the mothers of Karsk" is of people
            if issuers and all(party.name[:1].islower() and collectives.is_kind(party.name) for party in issuers):
                kinds = kinds or issuers
                continue
            if issuers and not _bare(issuers) and not all(_kind(draft, party) for party in issuers):
                return issuers
            kinds = kinds or issuers
    return kinds


def _of_society(draft: Draft, sending: senders.Sending) -> bool:
    """Say whether who asks in a news report is an organisation: what states say in it makes none of them its issuer."""
    found = collectives.parties(draft, *sending.who)
    rows = [draft.catalogue.actors.get(party.id) for party in found]
    return bool(found) and all(
        row.kind == "ngo" or (row.kind == "collective" and _SOCIETY.search(party.name) is not None)
        if row
        else _SOCIETY.search(party.name) is not None and not _kind(draft, party)
        for row, party in zip(rows, found, strict=True)
    )


def _by_line(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the author of a column: the person's name by itself above the text, where a label says it is one."""
    content = draft.content
    if not any(_COLUMN.match(content, block.start, block.end) for block in draft.blocks[:4]):
        return ()
    for block in blocks[1:7]:
        for line in content[block.start : block.end].split("\n")[:2] if block.end - block.start < 120 else ():
            found = _AUTHOR.match(line.strip())
            if found and block.role != "title":
                return (Party(id=names.slug(found["who"]), name=found["who"]),)
    return ()


_WRITTEN_BY = late(r"(?:[Bb]y|BY) (?P<who>[A-ZÀ-Þ][^,|·–—\n]{4,50}?)(?=\s*(?:[,|·–—]|$))")
_I = late(r"\bI(?:['’](?:m|ve|d))? [a-z]")


def _writer(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[Party, ...]:
    """Give who writes of themselves below a byline: "by Anna Kresk, 3 May", and then "I ask"."""
    if genre not in ("statement", "appeal", "other", "open-letter"):
        return ()
    for block in blocks[:6]:
        for line in draft.content[block.start : block.end].split("\n")[:3] if block.end - block.start < 160 else ():
            found = _WRITTEN_BY.match(line.strip())
            if found and person(found["who"]) and _I.search(draft.content):
                return (Party(id=names.slug(found["who"]), name=found["who"]),)
    return ()


def _kind(draft: Draft, party: Party) -> bool:
    """Say whether a party is only a kind of people, with no name of its own."""
    row = draft.catalogue.actors.get(party.id)
    if row is None:
        words = party.name.lower().split()
        if party.name.islower() and len(words) == 1:
            return True  # "mayors"
        return words[0] in recipients.OFFICES or (words[0] == "permanent" and words[-1] in recipients.OFFICES)
    return row.kind in ("group", "collective") and party.name.islower()


def _is_named(draft: Draft, block: Block) -> bool:
    """Say whether a heading names the genre: "STATEMENT ADDRESSED TO …"."""
    return block.role == "heading" and titles.NAMED.match(draft.content, block.start, block.end) is not None


def _bare(issuers: Sequence[Party]) -> bool:
    """Say whether all that is known of who speaks is what kind they are: "the undersigned organisations"."""
    return len(issuers) == 1 and (issuers[0].id.endswith("-people") or issuers[0].id in _KINDS)


def _signed(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the parties of the signature block: the bodies, else the persons."""
    found: dict[str, Party] = {}
    listed = lists.signing(draft, blocks)
    landed: set[str] = set()
    for start, end in listed:
        sent = collectives.signed_for(draft, start, end)
        for party in (sent,) if sent else collectives.named(draft, start, end):
            found.setdefault(party.id, party)
            landed.update([party.id] if sent or draft.within("actor", start, end) else [])
    bodies = tuple(
        party
        for party in found.values()
        if party.id in draft.catalogue.actors
        or party.id in landed
        or lists.BODY.search(party.name)
        or not person(party.name)
    )
    if listed and len(bodies) * 2 > len(found):
        return bodies[:_MOST]
    return tuple(
        party for party in signatures.parties(draft, _closing(draft, blocks)) if not _WISHED.match(party.name)
    )[:_SIGNING]


_SIGNING = 16


def _closing(draft: Draft, blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the groups of lines that sign, without the closing formula."""
    signed = False
    for block in blocks:
        signed = block.role == "signature" or (signed and block.role == "list-item")
        if signed and not greetings.is_closing(draft.content, block):
            yield block


def _by_head(draft: Draft, blocks: Sequence[Block], issuers: tuple[Party, ...], genre: str) -> tuple[Party, ...]:
    """Give who speaks by the letterhead, where the text names nobody or no more than a kind of people or body."""
    headed = genre in recipients.HEADED or genre == "situation-report"
    kind = bool(issuers) and (_bare(issuers) or issuers[0].name[:1].islower()) and genre != "newsletter"
    if headed and (not issuers or kind):
        issuers = mastheads.letterhead(draft, blocks, genre) or issuers
    if issuers and mastheads.is_bare(issuers):
        return mastheads.body(draft, blocks) or issuers
    if len(issuers) == 1 and genre != "news":
        tag, name = letterheads.body(draft, issuers[0].id)
        whole = Party(id=tag, name=name) if tag else mastheads.in_full(draft, blocks, issuers[0])
        return (whole,) if whole else issuers
    return issuers
