# SPDX-License-Identifier: Apache-2.0
"""Leads: who speaks by how a text begins – "We are forty doctors", "…", wrote 16 bishops in a letter to", "X to Y:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.cards import collectives, lists, signatories
from tocsin.reading.cards.senders import FORMULA, LATE, Sending
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_ARE = late(
    rf"\b[Ww]e are (?P<who>(?:an? (?:\w+ )?(?:group|coalition|network|alliance|collective|delegation) of"
    rf"|{signatories.NUMBER})"
    r" [^.;:\n]{3,140}?)(?=,? (?:who|from|writing|working|coming|gathered|and we|that)\b|[.;\n])"
)
_UNDERSIGNED = late(
    r"[Tt]he (?P<who>(?:undersigned|signatories)(?: (?:[a-z-]+ ){0,3}(?:organi[sz]ations|groups|associations|agencies"
    r"|institutions|individuals|citizens|members|states|States|parties|bodies|unions|churches))?)"
    r"(?=,? (?:to|of|are|is|have|call|urge|appeal|express|condemn|demand|strongly|follow|join|welcome|note|wish"
    r"|deplore|"
    r"denounce|reaffirm|believe|stand|represent|organi|human|civil)\b)"
)
_INVERTED = late(
    r"(?:\"|,) (?:wrote|writes?|said|says?|warned|warns?|urged|stated|told) (?P<who>[^.;:\"\n]{3,160}?) in"
    r" (?:an?|their|its|his|her|the) (?:(?:open|joint|public|urgent|written) )*(?:letter|appeal|message|statement"
    r"|petition|declaration|communiqu[eé])\b(?: (?:addressed |sent |delivered )?to (?P<whom>[^.;:\"\n]{3,160}?)"
    r"(?=,? (?:reported|on|in|urging|calling|that|published|released|saying|about|over|seen)\b|[.;:\"\n]|$))?"
)
_IN_LETTER = late(
    r"\bIn (?:an? |their |its )?(?:(?:open|joint|public|urgent|written) )*(?:letter|message|appeal|petition"
    r"|statement|telegram|note)"
    r"(?: (?:sent|addressed|written|dated|delivered|submitted|published"
    r"|issued)[^,\n]{0,40}?)? to (?P<whom>[^,\n]{3,140}?),"
    r" (?P<who>[^.;:\n]{3,240}?) (?:has |have |strongly |today |jointly |again |also |on [A-Z]\w+ )*"
    r"(?:condemn|call|urge|ask|demand|express|warn|said|say|appeal|request|voice|protest|denounc|invit|remind"
    r"|raise|note|"
    r"reject|welcom|press)"
)
_WORD = r"[A-ZÀ-Þ][\w'’.&-]*"
_LONG_NAME = rf"{_WORD}(?: (?:of|for|and|the|in|on|to|against|de|la|du|des|del|{_WORD})){{1,16}}"
_WITH_ACRONYM = late(rf"(?P<name>{_LONG_NAME}) \((?P<short>[A-Z][\w&/-]{{1,14}})\)")
_FROM_TO = late(r"(?:from|From|FROM|by|By) (?P<who>(?:the )?[^.:;\n]{3,140}?) (?:to|TO) (?P<whom>[^.:;\n]{3,220})$")
"""A line below "Open letter" that says from whom it is and to whom."""
_CLAUSE = r"(?:As|On|In|Following|After|Before|Ahead of|Since|With|While) [^.;:\n]{4,160}?, (?:the )?"
_BEGUN = late(rf"(?:The |Today,? (?:the )?|{_CLAUSE})?(?={_LONG_NAME} \([A-Z][\w&/-]{{1,14}}\)(?:,| [a-z–—-]))")
_JOINED = late(
    r"(?:,? (?:jointly|together|along) with (?:its|their) [a-z ]{3,40},|,|,? and|,? together with|,? along with"
    r"|,? as well as)(?: the)? ?(?=[A-Z])"
)
_TO = late(r"(?P<who>[^.:;\n]{2,80}?) (?:to|tells?|urges?) (?P<whom>(?:the )?[A-ZÀ-Þ][^.:;\n]{2,80}): [\"'A-ZÀ-Þ]")
_OFFICE = late(
    r"\b(?:minist|secretary|president|council|government|commission|leaders|parliament|union|nations|court|assembly|"
    r"summit|ambassador|states|u\.?n|e\.?u|au|asean)",
    re.IGNORECASE,
)
_HEADLINE = late(
    r"(?:[A-ZÀ-Þ][\w'’ ,/-]{2,40}: )?(?P<who>[A-ZÀ-Þ\d][^.;:\n]{2,120}?) (?:(?:Strongly|Jointly|Today|Again) )*"
    r"(?:(?:Calls?|Calling|Appeals?|Pleads?|Demands?) (?:[Oo]n|[Uu]pon|[Ff]or|[Tt]o)|Urges?|Condemns?|Demands?|Warns?"
    r"|Welcomes?|Denounces?|Deplores?|Rejects?|Express(?:es)?|Asks?|Statement|condemns?|pleads? for|denounces?"
    r"|deplores?|"
    r"urges?|demands?|calls? (?:on|for)|appeals? (?:to|for)|warns?|rejects?|welcomes?)\b"
)
_STATEMENT_OF = late(
    r"(?:(?:joint|open|public|urgent|urgently|common|second|third) )*"
    r"(?P<who>NGOs?|INGOs?|CSOs?|civil society(?: organi[sz]ations)?|donors?|civic|bishops['’]?|church leaders['’]?|"
    r"parliamentarians['’]?)"
    r" (?:joint |open |public )*(?:statement|letter|appeal|declaration|call|communiqu[eé]|press release)\b",
    re.IGNORECASE,
)
_COMMON = {
    "ngo": Party(id="ngos", name="NGOs"),
    "ingo": Party(id="international-ngos", name="international NGOs"),
    "cso": Party(id="civil-society-organisations", name="civil society organisations"),
    "civil society": Party(id="civil-society-organisations", name="civil society organisations"),
    "civic": Party(id="civil-society-organisations", name="civil society organisations"),
    "donor": Party(id="donors", name="donors"),
}
_AUTHOR = late(
    r"\b(?:Author|Authors|Written by|Issued by|Submitted by)\s*:\s+(?P<who>[^•|·\n]{3,90}?)(?=\s+[•|·]|\s*$)"
)
_SPEAKER = late(
    r"(?:(?:[Bb]y|[Dd]elivered by) )?(?:(?:His|Her) Excellency|H\.? ?E\.?|Mr|Ms|Mrs|Dr|Ambassador"
    r"|Prof)\b[^\n]{3,80}?,\s(?:the )?"
    r"(?P<who>[A-ZÀ-Þ][^\n;:]{4,110})"
)
_MANDATED = late(
    r"(?:(?:[Ii]nteractive [Dd]ialogue|[Ee]xchange|[Mm]eeting|[Bb]riefing) (?:with|by) (?:the )?|(?:[Ss]tatement"
    r"|[Rr]emarks|[Aa]ddress|[Pp]resentation|[Ii]ntervention) (?:by|of) (?:the )?(?:[^,\n]{3,60}, )?(?:the )?)"
    r"(?P<who>(?:UN |United Nations )?(?:Special (?:Rapporteur|Envoy|Representative|Adviser)|Independent Expert"
    r"|(?:Independent |International )*(?:Commission of Inquiry|Fact-Finding Mission))\b[^\n;:(]{0,140})"
)
"""Whose mandate a speaker before a council holds."""
_SAYS = late(
    r"(?P<who>[A-ZÀ-Þ][^:\n]{2,60}): (?:[Nn]ational |[Oo]ral |[Jj]oint |[Oo]pening "
    r"|[Cc]losing )*(?:[Ss]tatement|[Aa]ddress"
    r"|[Rr]emarks|[Ii]ntervention|[Ss]peech)\b"
)
"""A delegation before the colon of what it said."""
_SHAPES = (
    (1, _INVERTED, ("letter", "appeal", "message", "statement", "petition", "declaration", "communiqu")),
    (1, _IN_LETTER, ("In ",)),
    (2, _ARE, ("We are ", "we are ")),
    (3, _UNDERSIGNED, ("undersigned", "signatories")),
)
"""Shapes of an opening, each with what stands in it."""


def sendings(draft: Draft, blocks: Sequence[Block], titles: Sequence[Block]) -> Iterator[Sending]:
    """Give who speaks to whom by the title's and the opening's first words."""
    content = draft.content
    yield from _titled(draft, titles)
    for block in draft.blocks[:6]:
        found = _FROM_TO.match(content, block.start, block.end) if block.end - block.start < _LINES else None
        if found:
            yield Sending(FORMULA, found.span("who"), found.span("whom"))
    for block in blocks:
        end = min(block.end, block.start + 900)
        words = content[block.start : end]
        for rank, shape, cues in _SHAPES:
            found = shape.search(content, block.start, end) if any(map(words.__contains__, cues)) else None
            if found:
                if shape is _INVERTED and "statement" in found.group():
                    rank = LATE  # noqa: PLW2901 - any spokesperson says something in a statement
                whom = found.span("whom") if "whom" in shape.groupindex else (0, 0)
                yield Sending(rank, found.span("who"), whom if whom[0] >= 0 else (0, 0))


def _titled(draft: Draft, titles: Sequence[Block]) -> Iterator[Sending]:
    """Give who speaks by the title and by the line that names the author."""
    content = draft.content
    for block in titles[:2]:
        found = _TO.match(content, block.start, block.end)
        if found and _OFFICE.search(found["whom"]):
            yield Sending(2, found.span("who"), found.span("whom"))
        found = _SAYS.match(content, block.start, block.end)
        if found:
            yield Sending(2, found.span("who"), (0, 0))
        found = _HEADLINE.match(content, block.start, block.end)
        if found:
            yield Sending(5, found.span("who"), (0, 0))
    for block in draft.blocks[:8]:
        found = _AUTHOR.search(content, block.start, min(block.end, block.start + 200))
        if found and block.role != "body" and (lists.BODY.search(found["who"]) or not person(found["who"])):
            yield Sending(FORMULA, found.span("who"), (0, 0))


def speaker(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give whom a speaker stands for, by the line that names both above the salutation."""
    content = draft.content
    for block in blocks[:8]:
        if block.role == "salutation":
            break
        short = block.end - block.start < _LINES
        mandate = _MANDATED.search(content, block.start, block.end) if short else None
        if mandate:
            return collectives.parties(draft, *mandate.span("who"))[-1:]
        found = _SPEAKER.match(content, block.start, block.end) if block.end - block.start < 220 else None
        if found:
            return collectives.parties(draft, *found.span("who"))
    return ()


def common(draft: Draft, titles: Sequence[Block]) -> tuple[Party, ...]:
    """Give the kind of people whose statement a title names: "Joint NGO statement"."""
    for block in titles:
        found = _STATEMENT_OF.match(draft.content, block.start, block.end)
        if found:
            words = found["who"].lower().rstrip("'’")
            kind = words.split(" organi")[0].rstrip("s") if words not in _COMMON else words
            return (_COMMON.get(kind) or Party(id=words.replace(" ", "-"), name=found["who"]),)
    return ()


def begun(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the bodies that a text begins with, each by its whole name: "The League of Mothers (LM) today …"."""
    content = draft.content
    for block in blocks[:5]:
        if block.role != "body":
            continue
        dateline = datelines.find(content, block.start)
        start = dateline.end if dateline and dateline.end < block.end else block.start
        opening = _BEGUN.match(content, start, min(block.end, start + 400))
        if opening is None:
            if start > block.start:
                break  # behind its dateline the report begins with other words
            continue
        found: list[Party] = []
        at: int | None = opening.end()
        while at is not None and (name := _WITH_ACRONYM.match(content, at, block.end)):
            found += collectives.named(draft, *name.span("name"))[:1]
            joint = _JOINED.match(content, name.end(), block.end)
            at = joint.end() if joint else None
        return tuple(found)
    return ()


_LINES = 400
"""Code points of the lines above a speech that name who speaks."""


_HELD = late(
    r"(?:(?:To|TO|Attn|For)\b:?\s+)?(?:(?:The |His |Her |Their )?(?:Right |Rt\.? )?(?:Hon(?:ou?rable|\.)?|Excellency"
    r"|H\. ?E|Mr|Ms|Mrs|Dr|Sir|Dame|Prof|Sheikh)\b\.? )*"
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þa-z][\w.'’-]*){1,4}), (?P<post>(?:the )?(?:[A-Z][\w-]+ ){0,3}"
    r"(?:Minister|President|Secretary|Ambassador|Commissioner|Chair\w*|Speaker|Governor|Director|Representative|Adviser"
    r"|Envoy|Coordinator|Chancellor|Premier|Mayor|Prosecutor|Ombudsman)(?: of| for| to)\b[^\n;:]*?)[,.]?$"
)


def held(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Give the office in an address line that names who holds it: "Anna Kresk, Minister for Rivers and Lakes"."""
    found = _HELD.match(draft.content, start, end)
    return found.span("post") if found else None
