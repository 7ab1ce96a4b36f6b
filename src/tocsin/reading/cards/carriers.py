# SPDX-License-Identifier: Apache-2.0
"""Carriers: who passes a document on – the agency of the dateline, the site, the mailer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.cards import bylines, mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines, voices
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_NAME = r"(?:[Tt]he )?[A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|of|the|for))*"
_REPORTS = late(
    rf"(?:\b[Aa]s )?(?P<first>(?!As |It ){_NAME})"
    r" (?:reports|reported|informs|has learned|writes|learned)(?=,| that\b|:|\.| with reference| citing)"
    rf"|, (?:reports|according to|writes) (?P<second>{_NAME})(?=[.,])|(?:As|as) reported by (?P<third>{_NAME})(?=[.,])"
    rf"|\b(?:seen|obtained|received|reviewed|viewed) by (?P<fifth>(?!The |A |An ){_NAME})"
    r"(?=[.,]| (?:on|and|is|says)\b)"
    rf"|\btold (?P<fourth>{_NAME} {_NAME})(?= (?:by|in|on|over|from|via)\b|[,.])"
)
_TOLD = (" report", " informs", " learned", " writes", "according to", "seen by", "ed by", "told ")
"""What stands wherever `_REPORTS` finds anything."""
_PUBLISHED = late(
    rf"\W*(?:[Ff]irst |[Oo]riginally )?(?:[Pp]ublished|[Aa]ppeared|[Pp]rinted|[Pp]osted)"
    rf"(?: on [\w ,]{{6,20}}?)? (?:in|by|at) (?P<who>{_NAME})(?=[.,|]| on\b|$)"
)
_OWN = late(
    rf"\b(?:views?|position|polic(?:y|ies)|opinions?|line|stance) of (?P<who>{_NAME})(?=[.,]|$| (?:or|and|nor)\b)"
)
_ISSUE = late(
    rf"(?:[Tt]he )?(?:\w+ )?(?:[Bb]ulletin|[Nn]ewsletter|[Dd]igest|[Jj]ournal|[Mm]agazine|[Rr]eview|[Oo]rgan)"
    rf" of (?P<who>{_NAME})$"
)
_NUMBERED = late(
    rf"(?P<who>{_NAME}) ?[·•|–—] ?(?:(?:Winter|Spring|Summer|Autumn|Fall|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Special|Weekend|Sunday)\b(?! \d{1,2}\b).{0,20}"
    r"(?:[Ii]ssue|[Ee]dition|\d{4})"
    r"|(?:[Ii]ssue|[Vv]ol(?:\.|ume)|[Nn]o\.|[Nn]umber) ?\d.{0,30})$"
)
"""A periodical's name beside its issue: "The Karsk Review · Winter issue"."""
_TAB = late(r"\s*[|–—·:-]\s*(?P<who>[^|–—·:]{3,60}?)\s*$")
"""A site's name below a page's title in a browser's tab."""
_PART = late(r"(?P<who>[^|/›>·•–—:]{3,50}?)\s*[|/›>·•]")
"""The first name of a row of links."""
_LABEL = late(
    r"\b(?:share|posted|published|updated|search|subscribe|sign|skip|click|menu|home|reply|read|live|breaking|republic"
    r"|tag|archives?|photo|newsletter|set as|brief|edition|press releases?|special)\b",
    re.IGNORECASE,
)
_COMPANY = late(r",? (?:PBC|Inc|Ltd|LLC|GmbH|Limited|Pty|S\.?A|Co|Corp|AG|BV|PLC|plc)\.?(?: Ltd\.?)?$")
_MEDIA = late(
    r"(?i:press|news|agency|times|post|tass|gazette|radio|tv|herald|tribune|journal|daily|today|broadcast|chronicle"
    r"|reuters|afp|monitor|observer|courier|\bwire$|telegraph|dispatch|sentinel|bulletin|newsdesk|\.(?:am|com|"
    r"org|net|info|az|ge|ru|ua|eu))|^[A-Z]{3,}$"
)
_SITE = late(
    rf"(?:updates|news|alerts|emails|newsletters?|stories|bulletin) from (?P<a>{_NAME})(?=[.,!]|$)|(?:©"
    rf"|[Cc]opyright(?: ©| \([cC]\))?) ?(?:\d{{4}}(?: ?[-–] ?\d{{4}})?,?)? ?(?:by )?(?P<b>{_NAME})(?=[.,|]|$| All|"
    rf" all| \d{{4}})"
    rf"|(?:[Ff]ollow|[Ll]ike|[Ss]upport|[Ss]ubscribe to|[Jj]oin) (?P<c>{_NAME})(?= on\b|'s|’s|[.,!]|$)|(?:[Rr]ead"
    rf"|[Ss]ee) more (?:at|on|from) (?P<d>{_NAME})(?=[.,]|$)|(?:[Pp]ublished|[Pp]osted|[Ss]ent) by"
    rf" (?P<e>{_NAME})(?=[.,|]|$| on)"
    rf"|[Ss]ource: ?(?P<f>{_NAME})(?=[.,|]|$)|(?:originally )?(?:appeared|published) (?:in|on|by)"
    rf" (?P<g>{_NAME})(?=[.,|]|$)"
)
_DOMAIN = late(
    r"(?:[\w.+-]+@|https?://(?:www\.)?|www\.)(?P<name>[a-z0-9-]+)(?:\.[a-z0-9-]+)*\.[a-z]{2,}"
    r"|\b(?P<bare>[a-z0-9-]{3,})\.(?:com|org|net|info|int|example|eu)\b",
    re.IGNORECASE,
)
_PUBLIC = frozenset(
    [
        "gmail",
        "yahoo",
        "hotmail",
        "outlook",
        "mail",
        "proton",
        "protonmail",
        "icloud",
        "facebook",
        "twitter",
        "x",
        "instagram",
        "youtube",
        "linkedin",
        "t",
        "bit",
        "tinyurl",
        "wordpress",
        "blogspot",
        "mailchimp",
        "list-manage",
        "campaign-archive",
        "us1",
        "constantcontact",
        "google",
        "docs",
        "forms",
        "change",
        "example",  # the domains that RFC 2606 keeps for examples belong to nobody
        "googlegroups",
        "lists",
        "groups",
    ]
)
_NOBODY = frozenset({"ministry", "government", "author", "authors", "organisation", "editor", "publisher", "state"})
"""Common nouns that a notice of whose views these are may name."""
_NOT = frozenset(
    [
        "Facebook",
        "Twitter",
        "Instagram",
        "YouTube",
        "Telegram",
        "LinkedIn",
        "X",
        "WhatsApp",
        "Us",
        "us",
        "Google",
        "The",
        "Me",
        "Email",
        "RSS",
    ]
)


def find(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the carriers in the order they show; a document that nobody passes on has none."""
    spoken = mastheads.briefing(draft, blocks)
    found: dict[str, Party] = {party.id: party for party in spoken}
    for start, end in () if spoken else _spans(draft, blocks):
        party = _party(draft, start, end)
        if party.id not in _NOBODY:
            found.setdefault(party.id, party)
    return tuple(party for party in found.values() if not _is_short(party, found.values()))


def _is_short(party: Party, found: Iterable[Party]) -> bool:
    """Say whether a carrier is another's name in its first letters: "IPA" beside "Issel Press Agency"."""
    return party.name.isupper() and any(
        "".join(word[0] for word in other.name.split() if word[0].isupper()) == party.name
        for other in found
        if other is not party
    )


def _spans(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    content = draft.content
    for block in blocks[:8]:
        alone = block.role in ("dateline", "heading")
        if not alone and (block.role != "body" or block.voice != "carrier"):
            continue
        dateline = datelines.find(content, block.start)
        if dateline and dateline.agency_end > dateline.agency_start:
            agency = dateline.agency_start, dateline.agency_end
            if not alone or (content[agency[0] - 1] != "/" and _is_media(draft, *agency)):
                yield agency
        if alone:
            continue
        words = content[block.start : block.end]
        for match in _REPORTS.finditer(content, block.start, block.end) if any(map(words.__contains__, _TOLD)) else ():
            start, end = match.span(match.lastgroup or 0)
            if _is_media(draft, start, end):
                yield start, end
    yield from _named(draft, blocks)
    yield from _crumbs(draft)
    yield from bylines.spans(draft, blocks)
    mailed = voices.is_mailed(content, draft.blocks)
    added = sum(block.role == "boilerplate" for block in draft.blocks)
    if mailed or added > 2 or any(block.voice == "carrier" for block in blocks):
        site = _site(draft) or (_sender(draft) if mailed else None)
        if site:
            yield site


_BESIDE = late(
    r"(?P<who>[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3})\s+[—–|-]\s+(?=[^\n]{0,60}\b(?:[Nn]ews|[Nn]oticias"
    r"|[Nn]otícias"
    r"|[Nn]ouvelles|[Aa]ctualités|[Nn]achrichten|[Nn]otizie|[Nn]ewspaper|[Mm]agazine|[Mm]edia|[Rr]adio"
    r"|[Jj]ournalism)\b)"
    r"(?![^\n]*\b(?:[Rr]elease|[Cc]onference|[Bb]riefing)\b)[^\n]{3,60}\Z"
)
"""A medium's name with what it is behind a dash, above a page: "Karsk Libre — Noticias"."""


def _named(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Find a masthead, "Published in X, 3 May", "the position of X" in a notice, "Monthly bulletin of X"."""
    content = draft.content
    for number, block in enumerate(draft.blocks[:6]):
        if block.end - block.start > 90:
            continue
        crumbs = (
            number == 0 and block.role == "boilerplate" and draft.blocks[1:2] and draft.blocks[1].role == block.role
        )
        first = number == 0 and block.role == "title" and _BESIDE.match(content, block.start, block.end)
        if first:
            yield first.span("who")
        alone = number == 0 and len(draft.blocks) > 3
        if (crumbs or alone or block.role in ("heading", "body", "dateline")) and _masthead(
            draft, block, sure=bool(crumbs)
        ):
            yield block.start, block.end
        issue = _ISSUE.match(content, block.start, block.end)
        issue = issue or (_NUMBERED.match(content, block.start, block.end) if number == 0 else None)
        if issue:
            yield issue.span("who")
    for block in (*blocks[:4], *blocks[-4:]):
        published = _PUBLISHED.match(content, block.start, block.end) if block.end - block.start < 160 else None
        if published:
            yield published.span("who")
    for block in draft.blocks:
        own = _OWN.search(content, block.start, block.end) if block.role == "boilerplate" else None
        if own and own["who"] not in _NOT and own["who"][0].isupper():
            yield own.span("who")


def _crumbs(draft: Draft) -> Iterator[tuple[int, int]]:
    """Find the site in the row above a page's title: "Karsk Tribune / Orsava", "Title – Karsk Tribune"."""
    content = draft.content
    for number, block in enumerate(draft.blocks[:2]):
        if block.role != "boilerplate" or block.end - block.start > 200:
            continue
        below = draft.blocks[number + 1] if number + 1 < len(draft.blocks) else block
        title = content[below.start : below.end]
        if below is not block and len(title) > 16 and content.startswith(title, block.start):
            name = _TAB.match(content, block.start + len(title), block.end)
            if name and _is_name(draft, *name.span("who")):
                yield name.span("who")
            continue
        led = content.rfind(" / ", block.start, content.find(" > ", block.start, block.end))
        start = led + 3 if led > 0 and content.find(" > ", block.start, block.end) > 0 else block.start
        part = _PART.match(content, start, block.end)
        if part and _is_name(draft, *part.span("who")):
            yield part.span("who")


def _is_name(draft: Draft, start: int, end: int) -> bool:
    """Say whether the first part of a row of links is a site's name: no link of every site's, no State, no label."""
    words = draft.content[start:end]
    cues = draft.catalogue.words.get("boilerplate.site")
    site = cues.words if cues else ()
    if not 1 < len(words.split()) < 6 or all(word.lower().strip(".,") in site for word in words.split()):
        return False
    if not re.fullmatch(_NAME, words) or words.isupper() or _LABEL.search(words):
        return False
    return not any(
        (row := draft.catalogue.actors.get(hit.tag)) and row.kind in {"state", "territory"} and hit.end > end - 2
        for hit in draft.within("actor", start, end)
    )


def _masthead(draft: Draft, block: Block, *, sure: bool) -> bool:
    """Say whether a short line is a medium's name and no more."""
    words = draft.content[block.start : block.end]
    if len(words.split()) > 5 or not re.fullmatch(_NAME, words):
        return False
    whole = [hit for hit in draft.within("actor", block.start, block.end) if hit.end - hit.start >= len(words) - 4]
    known = any((row := draft.catalogue.actors.get(hit.tag)) and row.kind == "media" for hit in whole)
    return (
        known
        or re.sub(r"[^a-z0-9]", "", words.lower()) in _media(draft.catalogue, own=True)
        or (sure and len(words.split()) > 1)
    )


def _site(draft: Draft) -> tuple[int, int] | None:
    """Find the name that the boilerplate gives the site."""
    for block in draft.blocks:
        if block.role == "boilerplate" and block.end - block.start <= 400:
            site = _SITE.search(draft.content, block.start, block.end)
            if site and site.group(site.lastgroup or 0) not in _NOT:
                return site.span(site.lastgroup or 0)
    return None


def _sender(draft: Draft) -> tuple[int, int] | None:
    """Find the mailer's own domain in its header or footer."""
    for block in draft.blocks:
        if block.role == "boilerplate" or draft.content.startswith(("From:", "FROM:"), block.start):
            domain = _DOMAIN.search(draft.content, block.start, block.end)
            if domain and domain.group(domain.lastgroup or 0).lower() not in _PUBLIC:
                return domain.span(domain.lastgroup or 0)
    return None


def _is_media(draft: Draft, start: int, end: int) -> bool:
    if any(
        (row := draft.catalogue.actors.get(hit.tag)) and row.kind == "media"
        for hit in draft.within("actor", start, end)
    ):
        return True
    return _MEDIA.search(draft.content[start:end]) is not None


@lru_cache(maxsize=8)
def _media(catalogue: Catalogue, *, own: bool = False) -> dict[str, str]:
    """Index the media by every name, letters and digits only: mail domains and mastheads write names together."""
    return {
        re.sub(r"[^a-z0-9]", "", name.lower()): row.id
        for row in catalogue.actors.values()
        if row.kind == "media" or (row.kind == "ngo" and not own)
        for name in (row.id, row.name, *row.aliases)
    }


def _party(draft: Draft, start: int, end: int) -> Party:
    """Resolve a carrier's name: the catalogue's medium of that name in any case, else a slug."""
    name = _COMPANY.sub("", draft.content[start:end].strip(" .,"))
    name = name[4:] if name[:4].lower() == "the " and len(name) > 12 else name
    for hit in draft.within("actor", start, end):
        if hit.start == start and hit.end >= start + len(name) - 1:
            return Party(id=hit.tag, name=name)
    known = _media(draft.catalogue).get(re.sub(r"[^a-z0-9]", "", name.lower()))
    if known:
        return Party(id=known, name=name)
    return Party(id=names.slug(name), name=name)
