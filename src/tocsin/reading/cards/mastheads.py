# SPDX-License-Identifier: Apache-2.0
"""Mastheads: the body whose name stands above a formal paper, the parties of a case, who put out a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads, names, shortened
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_BODY = late(
    r"\b(?:court|tribunal|council|assembly|committee|commission|parliament|senate|congress|chamber|conference|knesset|"
    r"bundestag|duma|rada|verkhovna|ombudsman|rapporteurs?|experts?|congreso|asamblea|cour|tribunal)\b",
    re.IGNORECASE,
)
_BARE = frozenset(
    {
        *("court", "tribunal", "council", "assembly", "committee", "commission", "parliament", "senate", "congress"),
        *("chamber", "experts", "conference", "matter-of", "case-of", "grand-chamber", "president-of-the-court"),
        *("secretariat", "house"),
    }
)
_HEAD = 16
"""Blocks at the head in which a body's name stands."""
_CASE = late(
    r"(?P<first>[^\n.;:()]{3,110}(?:\n(?!\n)[^\n.;:()]{2,80})?)\s+(?:v\.?|vs\.?|V\.?|VS\.?|c\.|contre|against|"
    r"AGAINST)\s+"
    r"(?P<second>[^\n.;()]{3,90})"
)
_ISSUED = late(
    r"\W*(?:issued|published|released|circulated|prepared|compiled|updated)\b(?: on)?[^\n,|]{0,12}?\d[^\n,|"
    r"]{3,20}[,|–—-]\s*"
    r"(?:by\s+)?(?P<who>[A-ZÀ-Þ][^\n,|;:]{3,90})",
    re.IGNORECASE,
)
_PUT_OUT = late(
    r"\b(?:this|the present)\s+(?:\w+\s+){0,2}(?:report|update|bulletin|brief|briefing|snapshot|digest|note|"
    r"newsletter|alert)\b"
    r"[^.\n]{0,40}?\b(?:produced|issued|prepared|compiled|published|written)\s+(?:jointly\s+)?by\s+(?:the\s+)?"
    r"(?P<who>[A-ZÀ-Þ][^.,;\n]{1,80}?)(?= (?:in|on|with|and|at|for|under|from)\b|[.,;\n]|$)",
    re.IGNORECASE,
)
_CONTACT = late(
    r"(?:for (?:more|further) information|contacts?\b|media contacts?|about (?:us|"
    r"this report))[^\n]{0,160}",
    re.IGNORECASE,
)
_OFFICE = late(
    r",?\s+(?:Secretariat|Press Service|Press Office|Communications Office|Information Service|Head Office|"
    r"Headquarters)$"
)


def body(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body whose name makes up a line at the head: "AFRICAN COURT ON HUMAN AND PEOPLES' RIGHTS"."""
    content = draft.content
    for block in blocks[:_HEAD]:
        if block.role == "boilerplate" or block.end - block.start > 400:
            continue
        for line in re.finditer(r"[^\n|]+", content[block.start : block.end]):
            start, end = block.start + line.start(), block.start + line.end()
            if end - start > 130 or not _BODY.search(content, start, end):
                continue
            for hit in draft.within("actor", start, end):
                row = draft.catalogue.actors.get(hit.tag)
                whole = (hit.end - hit.start) * 2 > len(content[start:end].strip())
                if (
                    row is None
                    or not whole
                    or row.kind in {"state", "territory", "group", "holder"}
                    or hit.tag == "united-nations"
                ):
                    continue
                if _BODY.search(content, hit.start, hit.end):
                    return (Party(id=hit.tag, name=content[hit.start : hit.end]),)
    return ()


def is_bare(parties: Sequence[Party]) -> bool:
    """Say whether all that is known is a common noun: "the Court", "the Assembly"."""
    return not parties or all(party.id in _BARE for party in parties)


def respondents(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the States against which a case is brought: "Collective of Families v. Veltria"."""
    content = draft.content
    for block in blocks[:40]:
        found = _CASE.search(content, block.start, min(block.end, block.start + 500))
        if found is None:
            continue
        named = names.parties(draft, *found.span("second"))
        states = tuple(party for party in named if _is_state(draft, party))
        if states:
            return states[:1]
    # each party may stand on a line of its own
    for number, block in enumerate(blocks[1:30], 1):
        if content[block.start : block.end].strip(" .").lower() in {"v", "vs", "versus", "against", "c"}:
            after = blocks[number + 1 : number + 2]
            named = names.parties(draft, after[0].start, after[0].end) if after else ()
            return tuple(party for party in named if _is_state(draft, party))[:1]
    return ()


def applicants(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give who brings a case: the first party of "Collective of Families and Others v. Veltria"."""
    content = draft.content
    for number, block in enumerate(blocks[:14]):
        words = content[block.start : block.end].strip(" .").lower()
        span: tuple[int, int] | None = None
        if (words in {"v", "vs", "versus", "against", "c"} or words.startswith(("v.", "v ", "v\n", "vs."))) and number:
            span = blocks[number - 1].start, blocks[number - 1].end
        elif words.endswith((" matter of", " case of")) and number + 1 < len(blocks):
            span = blocks[number + 1].start, blocks[number + 1].end
        elif found := _CASE.search(content, block.start, min(block.end, block.start + 500)):
            span = found.span("first")
        if span is None:
            continue
        name = re.sub(r"\s+(?:and|&)\s+others\b.*", "", " ".join(content[slice(*span)].split()), flags=re.IGNORECASE)
        name = re.sub(r"^.*\b(?:case|matter|application) of\s+(?:the\s+)?", "", name, flags=re.IGNORECASE)
        if 2 < len(name) < 100:
            return (Party(id=names.slug(name), name=name.title() if name.isupper() else name),)
    return ()


def _is_state(draft: Draft, party: Party) -> bool:
    row = draft.catalogue.actors.get(party.id)
    return row is not None and row.kind in {"state", "territory"}


def reporter(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give who put out a report: "Issued 3 May, X Secretariat", "this update is produced by X", its contact line."""
    content = draft.content
    for shape, where in ((_ISSUED, blocks[:6]), (_PUT_OUT, blocks[:8]), (_PUT_OUT, draft.blocks[-6:])):
        for block in where:
            end = min(block.end, block.start + 400)
            found = (
                shape.match(content, block.start, end) if shape is _ISSUED else shape.search(content, block.start, end)
            )
            if found is not None:
                party = _named(draft, *found.span("who"))
                if party is not None:
                    return (party,)
    for block in draft.blocks[-6:]:
        for found in _CONTACT.finditer(content, block.start, block.end):
            for hit in draft.within("actor", *found.span()):
                row = draft.catalogue.actors.get(hit.tag)
                if row is not None and row.kind in _REPORTING:
                    return (Party(id=hit.tag, name=content[hit.start : hit.end]),)
    return _by_mail(draft)


_REPORTING = frozenset({"organisation", "un-organ", "ngo", "peace-operation"})
_MAIL = late(r"\b(?P<local>[\w.-]+)@(?P<domain>[\w-]+)\.")


def _by_mail(draft: Draft) -> tuple[Party, ...]:
    """Give the body whose letters are part of the address at a report's foot: "karsk-aid-info@example.org"."""
    rows = draft.catalogue.actors
    for block in draft.blocks[-6:]:
        for found in islice(_MAIL.finditer(draft.content, block.start, block.end), 3):
            parts = {part.upper() for part in re.split(r"[.-]", found["local"])} | {found["domain"].upper()}
            for row in rows.values():
                short = next((name for name in (row.name, *row.aliases) if name in parts), None)
                if short is not None and row.kind in _REPORTING and short not in {"UN", "EU", "AU"}:
                    return (Party(id=row.id, name=short),)
    return ()


_UNDERSIGNED = late(
    r"\b[Uu]ndersigned\b[^—–:,(\n]{0,60}\s?[—–:,(]\s?(?P<who>[A-ZÀ-Þ][^—–:;)\n]{5,400}?)(?:\s?[—–);]|,? (?:are|"
    r"have|call|urge|write|"
    r"wish|want|express|condemn|demand|appeal)\b)"
)


def undersigned(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the bodies that "the undersigned agencies – A, B and C –" are."""
    for block in blocks[:8] if "ndersigned" in draft.content else ():
        found = _UNDERSIGNED.search(draft.content, block.start, min(block.end, block.start + 700))
        if found:
            return names.parties(draft, *found.span("who"))
    return ()


_SENDER = late(
    r"(?:(?:The|THE)\s+)?(?P<who>[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:of|for|and|the|de|la|del|des|du|in|&|"
    r"[A-ZÀ-Þ(][\w'’.)-]*)){0,9})",
)
HEADS = late(
    r"\b(?:federation|union|association|conference|council|office|front|movement|party|coalition|alliance|"
    r"network|league|"
    r"platform|committee|society|chamber|confederation|synod|diocese|church|forum|foundation|institute|centre|"
    r"center|board|"
    r"brigade|command|collective|assembly|congregation|syndicate|guild|organi[sz]ation|initiative|campaign|"
    r"frente|uni[oó]n|federaci[oó]n|asociaci[oó]n|comit[eé]|comisi[oó]n|coordinadora|movimiento|colectivo|consejo"
    r"|sindicato|conf[eé]d[eé]ration|"
    r"f[eé]d[eé]ration|mouvement|collectif|r[eé]seau|syndicat|coordination|associa[cç][aã]o|movimento|rede|conselho|"
    r"agency|mission|caucus|group|bloc|congress|trust|observatory|secretariat|clinic|cooperative|brotherhood"
    r"|sisterhood)\b",
    re.IGNORECASE,
)
"""Words that the names of bodies hold which stand above a paper."""


_LABEL = late(
    r"\W*(?:(?:for )?(?:immediate|urgent|public|press|media|news|open|joint|official|final) ?)*"
    r"(?:statement|release|letter|communiqu[eé]|declaration|appeal|message|petition|bulletin|newsletter|note)\W*",
    re.IGNORECASE,
)
"""A line that says what kind of paper it heads and no more."""
_BESIDE = late(r"\s*(?:\s[|·•–—]\s.*|\((?![A-Z][A-Z\d&-]{1,10}\)).*)\Z", re.DOTALL)
"""What a letterhead tells after a name: its seats, how many parties it joins, its number."""
_JOINT = late(
    r"\s*\((?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty) [a-z -]{4,30}\)"
)
"""How many a body joins: "(six parties)"."""
_NUMBERED = late(r"(?:\d|\b(?i:weekly|monthly|digest|bulletin|newsletter|update|brief|issue|monitor)\b)")
HEADLINE = late(
    r" (?:Demands?|Calls?|Urges?|Condemns?|Asks?|Warns?|Appeals?|Seeks?|Wants?|Says?|Marks?|Launch(?:es)?|Opens?|"
    r"Meets?|Joins?|Rejects?|Welcomes?|Denounces?|Deplores?|Presses|Begs?|Pleads?|Tells?|Sends?|Signs?|Holds?|Plans?"
    r"|Votes?)\b"
)
"""A verb, which makes a headline of a line of capitals."""
_REPORTS = ("situation-report", "newsletter")
_AIDING = late(
    r"\b(?:relief|aid|action|care|rescue|solidarity|watch|consortium|partnership|fund|services?|corps|charity|ministry)\Z",
    re.IGNORECASE,
)
"""Last words of the names of bodies that report on what they do."""


def letterhead(draft: Draft, blocks: Sequence[Block], genre: str = "") -> tuple[Party, ...]:
    """Give the bodies whose names are the first lines of a document, each on a line of its own."""
    found: list[Party] = []
    for block in blocks[:4]:
        if block.role not in {"title", "heading", "body", "dateline"} or block.end - block.start > 200:
            break
        for line in draft.content[block.start : block.end].split("\n"):
            if not found and (_LABEL.fullmatch(line) or not line.strip()):
                continue
            head, named = _lined(line, report=genre in _REPORTS)
            if not named:
                foreign = head and block is blocks[0] and line.isupper() and not letterheads.names_genre(line)
                if foreign or (genre in _REPORTS and not found):
                    continue  # the name in another tongue, or a report's title: the next line says whose it is
                return tuple(found)
            if found and head.lower().startswith("office of"):
                continue  # the office within the body of the line above
            if genre in _REPORTS and _is_land(draft, block, head):
                continue  # what the report is on: "Veltria | Situation Report No. 4"
            found.append(of_line(draft, block, head))
            if genre in _REPORTS:
                return tuple(found)
    return tuple(found)


def _is_land(draft: Draft, block: Block, head: str) -> bool:
    """Say whether a line names a land or a place and no more."""
    low = draft.content.find(head, block.start, block.end)
    rows = draft.catalogue.actors
    return low >= 0 and any(
        hit.start == low and hit.end == low + len(head) and (layer == "place" or rows[hit.tag].kind in _LANDS)
        for layer in ("place", "actor")
        for hit in draft.within(layer, low, low + len(head))
    )


_LANDS = frozenset({"state", "territory"})


def in_full(draft: Draft, blocks: Sequence[Block], short: Party) -> Party | None:
    """Give the body whose name a line at the head has in full, for its kind alone: "Ministry" – "… of Water".

    None where no line does, or where the catalogue knows who is meant.
    """
    row = draft.catalogue.actors.get(short.id)
    if row is not None and row.kind not in {"group", "collective"}:
        return None
    begins = f"{short.name} of ".lower()
    for block in blocks[:3]:
        for line in draft.content[block.start : block.end].split("\n"):
            words = " ".join(line.split()).strip(" ,*_#")
            named = words.lower().startswith(begins) and _SENDER.fullmatch(words) is not None
            if named and not letterheads.names_genre(words) and HEADLINE.search(words) is None:
                return of_line(draft, block, words)
    name = shortened.whole(draft, short.name, _LEAD)
    return Party(id=names.slug(name), name=name) if name else None


_LEAD = 4000
"""Code points at the head of a text in which a body whose short name it goes by is named in full."""


def of_line(draft: Draft, block: Block, head: str) -> Party:
    """Give the body that a letterhead's line names: the catalogue's, if the name is most of the line."""
    low = draft.content.find(head.split(" ", maxsplit=1)[0], block.start, block.end)
    known = [p for p in names.parties(draft, low, low + len(head)) if p.id in draft.catalogue.actors]
    if len(known) == 1 and len(known[0].name) * 2 > len(head):
        return known[0]
    plain = re.sub(r"\s*\([A-Z]{2,10}\)$", "", head)
    return Party(id=names.slug(plain), name=letterheads.plain(plain))


def _lined(line: str, *, report: bool) -> tuple[str, bool]:
    """Give the name that a letterhead's line begins with, and whether it is a body's; "" where it begins with none."""
    words = letterheads.unspaced(line.strip(" ,*_#"))
    beside = _BESIDE.search(words)
    told = beside is not None and _NUMBERED.search(beside.group()) is not None
    name = _SENDER.fullmatch(words[: beside.start()] if beside else words)
    if report and beside and letterheads.names_genre(words[: beside.start()]):
        name = _SENDER.fullmatch(beside.group().strip(" |·•–—"))  # "Situation Report No. 7 – Northern Relief"
    if name is None:
        return "", False
    joint = beside is not None and _JOINT.match(beside.group()) is not None
    genre = letterheads.names_genre(name["who"]) or HEADLINE.search(name["who"]) is not None
    spaced = words != line.strip(" ,*_#")
    body = joint or HEADS.search(name["who"]) is not None or (report and (told or spaced))
    body = body or (report and _AIDING.search(name["who"]) is not None)
    return name["who"], body and not genre


_BRIEFING = late(
    r"(?P<who>[A-ZÀ-Þ][\w' -]{1,60}?)(?: ?[–—:|]| -) (?:[\w-]+ ){0,3}(?:press|news|media|noon|daily|weekly)"
    r" (?:conference|briefing)\b"
)
_PANEL = late(
    r"\b[Rr]eports? of the (?P<who>(?:Panel|Group|Team) of (?:[A-Z]\w+ )?Experts\b[^.,;:()\n]{0,60}|(?:Independent"
    r" |International )*(?:Monitoring (?:Group|Team)|Commission of Inquiry|Fact[- ]Finding Mission|Special"
    r" Rapporteur|Independent Expert)\b[^.,;:()\n]{0,90})"
)


def briefing(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body whose spokesperson briefs the press, by the title of the transcript."""
    for block in blocks[:3]:
        words = draft.content[block.start : block.end]
        told = " conference" in words or " briefing" in words
        found = _BRIEFING.match(draft.content, block.start, block.end) if told else None
        party = _named(draft, *found.span("who")) if found else None
        if party is not None:
            return (party,)
    return ()


def panel(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the experts whose report a paper is or is taken from: "the final report of the Panel of Experts on …"."""
    for block in blocks[:8]:
        words = draft.content[block.start : min(block.end, block.start + 300)]
        found = _PANEL.search(letterheads.plain(words))
        if found:
            return (Party(id=names.slug(found["who"]), name=" ".join(found["who"].split())),)
    return ()


def _named(draft: Draft, start: int, end: int) -> Party | None:
    words = draft.content[start:end].strip(" .")
    for hit in draft.within("actor", start, end):
        row = draft.catalogue.actors.get(hit.tag)
        if row is not None and row.kind not in {"state", "territory"} and hit.start == start:
            return Party(id=hit.tag, name=draft.content[hit.start : hit.end])
    words = _OFFICE.sub("", words)
    if not words[:1].isupper() or len(words.split()) > 9 or len(words) < 3:
        return None
    return Party(id=names.slug(words), name=words)
