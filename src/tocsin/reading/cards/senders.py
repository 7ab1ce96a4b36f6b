# SPDX-License-Identifier: Apache-2.0
"""Senders: who speaks in a document and to whom, by the grammar of titles, leads, openings and salutations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines
from tocsin.reading.layout.passages import WISHES
from tocsin.reading.patterns import late

_KIND = (
    r"(?:open letter|joint letter|letter|appeal|statement|petition|declaration|message|communiqu[eé]|address|plea"
    r"|note|memorandum|call|denunciation|condemnation|rebuke|complaint|submission)"
)
_TO_END = (
    r"(?=,? (?:urging|calling|demanding|asking|requesting|appealing|imploring|pleading|warning|expressing|drawing"
    r"|regarding|concerning"
    r"|about|over|amid|following|after|in which|in connection|in response|with (?:a|the) (?:call|request|demand|appeal)"
    r"|on (?:taking|the (?:situation|occasion|need|issue|crisis|blockade|violation|events|recent|ongoing"
    r"|protection))|on [A-Z]?[a-z]+ing\b"
    r"|to (?:take|stop|end|act|send|help|put|intervene|discuss|do|prevent|protect|ensure|condemn|use|call|press"
    r"|open|lift|halt|adopt|deploy|recogni[sz]e"
    r"|support|provide|investigate|release|respect|consider|convene|impose|make|raise|bring|demand|restore|allow"
    r"|urge|withdraw|implement)\b"
    r"|and (?:appealed|called|urged|demanded|asked|warned|requested)|that |signed by|posted|published|dated|saying"
    r"|stating|detailing|describing"
    r"|who (?:have|has|are|is)|(?:[A-Z]\w+ )+(?:reports|reported|writes|informs)\b|has been|have been|was|were"
    r"|reads)|[.;:!?\n\"]|,? (?:on|in) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|$)"
)
_DONE = (
    r"(?:(?:has|have) (?:jointly |today |also |now |recently )?|today |jointly |yesterday |also |recently |on"
    r" [A-Z]\w+(?: \d+)? |(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) )?"
    r"(?:sent|sends?|addressed|addresses|issued|issues?|published|publishes|released|releases|adopted|adopts|made"
    r"|makes|submitted|launched|delivered|signed|penned|written|wrote|write|writes)"
)
_REPORTED = late(
    rf"(?P<who>[^.;:\n]{{2,260}}?),? {_DONE}(?: today| on [A-Z]\w+)? (?:an? |the |its |their |his |her |this"
    rf" )?(?:[\w-]+ ){{0,3}}?(?P<kind>{_KIND})s?\b"
    rf"(?: (?:addressed )?to (?P<whom>.{{2,400}}?){_TO_END})?"
)
_WROTE = late(
    rf"(?P<who>[^.;:\n]{{2,260}}?) (?:has |have |today |jointly )*(?:wrote|written|writes|write|appealed|appeals"
    rf"|turned) to (?P<whom>.{{2,400}}?){_TO_END}"
)
_ASKED = late(
    r"(?P<who>(?:(?! (?:is|are|was|were|been) )[^.;:\n]){2,200}?),? "
    r"(?:has |have |today |jointly |on [A-Z]\w+ |strongly |urgently |again |once again "
    r"|(?:is|are) (?=(?:[a-z]+ly |now |again )?[a-z]+ing\b))*"
    r"(?:urge[sd]?|urging|call(?:s|ed|ing)? (?:on|upon)|appeal(?:s|ed|ing)? to|ask(?:s|ed|ing)?|implore[sd]?"
    r"|press(?:es|ed)?|beg(?:s|ged)?|request(?:s|ed)?|demand(?:s|ed)? (?:that|of|from)|tells?|told|warn(?:s|ed)?)"
    rf" (?P<whom>.{{2,200}}?){_TO_END}"
)
_ISSUES = late(
    r"(?P<who>[^.;:\n]{2,260}?) (?:has |have |today |strongly |jointly |unequivocally |firmly |on [A-Z]\w+ )*"
    r"(?:condemn(?:s|ed)?|demand(?:s|ed)?|warn(?:s|ed)?|express(?:es|ed)?|reject(?:s|ed)?|call(?:s|ed)? for"
    r"|denounce[sd]?|welcome[sd]?|reiterate[sd]?|deplore[sd]?|is (?:deeply|gravely|extremely) |are (?:deeply"
    r"|gravely|extremely) )"
)
_FOLLOWS = late(
    r"(?P<who>The [A-Z][^.;:,\n]{3,120}? of (?:the )?(?!Foreign|External|Internal|Interior|Home|Defen|Justice|State)"
    r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}) (?:(?:has|have) (?:\w+ly )?(?:followed|learn(?:ed|t)|taken (?:due )?note"
    r"|noted|watched|observed|received|seen)|(?:is|are) (?:\w+ly )?(?:following|concerned|alarmed|appalled|shocked"
    r"|outraged|dismayed|saddened|disturbed|troubled)|notes|takes (?:due )?note|regrets|recalls|learn(?:ed|s|t))\b"
)
"""How a body's own paper begins: "The Ministry has followed with concern …"."""
_TO_FROM = late(
    r"(?:(?:an?|the|urgent|open|joint|public) )*(?:appeal|letter|petition|message|memorandum)\s(?:addressed )?to "
    r"(?P<whom>[^.;:\n]{2,160}?) (?:from|by) (?P<who>(?:the )?[^.;:\n]{3,160})$",
    re.IGNORECASE,
)
"""A title that says to whom and from whom: "Open letter to the Governor from the Guild of Boatmen"."""
_TITLED = late(
    r"(?!(?:AN? |THE )?(?:OPEN|URGENT|JOINT|PRESS|PUBLIC|EMERGENCY)\b)(?P<who>[^.;:\n]{2,200}?)[:,–—-]? (?:(?:AN? "
    r"|THE |URGENT |OPEN |JOINT |EMERGENCY |HUMANITARIAN )*(?:APPEAL|STATEMENT|DECLARATION|LETTER|RESOLUTION"
    r"|PETITION|COMMUNIQU[EÉ]|MESSAGE|ADDRESS|CALL))\b"
    r"(?:,? (?:to|TO|To) (?P<whom>.{2,300}?)(?= (?:on|ON|On|regarding|REGARDING|concerning|CONCERNING|about|ABOUT"
    r"|for|FOR|in|IN)\b|[,.;:\n]|$))?"
)
_OF = late(
    r"(?:(?:an?|the|urgent|open|joint|public|official|press|emergency|humanitarian|oral|written|opening|closing)"
    r" )*(?:appeal|statement|declaration|letter|petition|communiqu[eé]|message|address|remarks|speech|briefing"
    r"|intervention|call|comment|commentary|reply|response|position|report|note|resolution)s?"
    r"\s(?:by|of|from|issued by|delivered by|on behalf of) (?:(?:the )?[A-Z][^.,;:\n]{2,80}? on behalf of )?"
    r"(?P<who>[^.,;:\n]{2,120}? who [^.;:\n]{2,100}(?=\n|$)"
    r"|.{2,240}?)"
    r"(?=(?:,? (?:to|at|on|in|before|regarding|concerning|about|over|following|after|calling|with|addressed"
    r"|delivered|for)\b)|(?<!\b[A-Z])(?<!\b[MD]r)(?<!\bM[rs]s)(?<!\bMs)\.|[;:\n]|$)"
    r"(?:,? (?:addressed )?to (?P<whom>.{2,300}?)(?= (?:on|regarding|concerning|about|for|in|over)\b|[.;:\n]|$))?",
    re.IGNORECASE,
)
_TO = late(
    r"(?:(?:an?|the|urgent|open|joint|public|emergency|humanitarian) )*(?:appeal|letter|petition|message|call"
    r"|statement|plea|address|memorandum|submission),?\s(?:addressed )?to (?:all )?(?P<whom>.{2,300}?)"
    r"(?= (?:on (?!behalf)|regarding|concerning|about|for|over|in (?:connection|response|the wake)|from|by|to"
    r" [a-z]+|calling|demanding|urging|signed)\b|[.;:\n!]|$)",
    re.IGNORECASE,
)
_DASHED = late(
    r"(?!(?i:an?|the|open|urgent|joint|press|public|emergency|appeal|letter|statement|petition|message|re|from)\b)"
    r"(?P<who>[^\n—–:]{2,120}?)\s+[—–-]{1,2}\s+(?:an? (?:open )?(?:letter|appeal) )?(?:to|To|TO)\s+"
    r"(?P<whom>(?:the |The |THE )?[^\n.:;—–]{2,120})$"
)
"""A title that parts who speaks from whom it speaks to: "LAKE YOUTH – to the Issel Company"."""
_DATED = late(
    r"(?:[Ii]dentical )?[Ll]etters? dated .{4,24}? from (?P<who>.{4,160}?) addressed to (?P<whom>.{4,160})", re.DOTALL
)
_SELF = late(
    r"\bI, (?P<who>[A-Z][^;:\n]{2,160}?)(?=,? (?:bring|address|appeal|write|call|urge|am|have|do|hereby|turn|speak"
    r"|want|wish|make|demand|condemn|submit|declare|would|,))"
    r"|\b[Ww]e, the (?P<own>[A-ZÀ-Þ][^,;:\n]{3,160}),(?= [a-z])"
    r"|\b[Ww]e, (?:the )?(?P<we>[^;:\n]{3,300}?)(?=,? (?:are|have|call|urge|appeal|write|express|condemn|demand"
    r"|hereby|wish|strongly|jointly|declare|call|represent|believe|note|join|want|reaffirm|address|turn|gathered"
    r"|meeting|submit|request|stand|view|do|convened|met|assembled|came|come|adopt|recall|welcome|reiterate|commit"
    r"|remain|stress|deplore|recogni[sz]e)\b)"
    r"|\b[Tt]he (?P<many>undersigned(?: [\w-]+){0,5}?)(?= (?:work|are|have|call|urge|write|wish|appeal|ask|represent"
    r"|note|believe|express|condemn|demand|strongly|jointly|hereby|join|request|stand|do)\b)"
    r"|\bAs (?P<role>[^.;:\n]{3,160}?), (?:I|we)\b"
    r"|\b[Oo]n behalf of (?P<behalf>[^;:\n]{3,200}?)(?=, (?:I|we|the|let)\b|,? (?:I|we) (?:appeal|call|urge|write"
    r"|thank|wish|would|am|are|want)|[.;:\n])"
    r"|\b(?P<body>(?:The|the) [^.;:\n]{3,160}?), (?:calls on|calls upon|urges|appeals to|demands|requests|addresses"
    r"|hereby)\b"
)
_FIRST = (
    *("I, ", "We, ", "we, ", "undersigned", "As ", "n behalf of ", ", calls ", ", urges", ", appeals to", ", demands"),
    *(", requests", ", addresses", ", hereby"),
)
"""What stands wherever one of these does."""
_PAPER_TO = late(
    r"^(?:Joint |Open |Urgent )?(?:Memorandum|Petition|Representation|Submission|Letter|Appeal) to "
    r"(?P<whom>(?:the |His |Her )[^.;:\n]{3,200}?)(?: (?:from|by) (?:the )?[A-Z][^.;:\n]*)?$",
    re.MULTILINE,
)
"""A line that says what paper it is and to whom: "Memorandum to the Governor of Karsk"."""
_PAPER_LINES = 400
_MET = late(
    r"(?P<who>The [A-Z][^.;:\n]{3,180}?), (?:meeting|gathered|assembled|convened) (?:in|at|on|for|by) [^.;:\n]{2,90}?,"
    r" (?:jointly |solemnly |hereby |unanimously )*(?:address|turn|appeal|declare|state|make|issue|adopt|express|call"
    r"|urge|note|resolve|wish|condemn|say|send|have|has)"
)
"""Bodies that speak after they met: "The Synod and the Guild, meeting in Karsk, address …"."""
WRITTEN_TO = late(
    r"(?:(?:To|TO|Cc|CC|Copies|Copy|Attn|Attention|Addressed to) ?:\s*(?P<lines>(?!undisclosed).{3,400})"
    r"|(?:To|For|TO|FOR) the (?:kind |personal )?(?:attention|ATTENTION) of:?\s*(?P<noted>[^:;.]{3,200})"
    r"|(?:To|TO|Attn|Attention|Addressed to|to(?= the [A-Z]))(?: [Tt]he\b"
    r"|\s+(?=H\.?E\.?|H(?:is|er) (?:Excellency|Majesty|Holiness|Highness)))\s*(?P<whom>[^:;]{3,300}))",
    re.DOTALL,
)
OTHER_LINE = late(r"\s*(?:(?:From|Date|Subject|Re|Ref|Sent|Tel|E-?mail) ?:|\d{1,2} [A-Z][a-z]+ \d{4}$)", re.IGNORECASE)
"""Lines among those of an address that name nobody who is addressed."""
_STARTED = late(
    r"(?:[Ss]tarted|[Ll]aunched|[Cc]reated|[Oo]pened|[Ss]ubmitted)(?: on)? ?[^.\n]{0,30}? by"
    r" (?P<who>[A-Z][^.\n]{2,100}?)\.?$"
)
_STARTS = late(
    r"(?P<who>[A-ZÀ-Þ][^.:;\n]{2,100}?) (?:has |have )?(?:started|launched|created|opened) (?:this|a|the) petition\b"
    r"(?: (?:addressed )?to (?P<whom>[^.:;\n]{2,160}))?"
)
_COMPLIMENTS = late(
    r"(?P<who>(?:The )?[A-ZÀ-Þ][^.;:]{3,200}?) presents? (?:its|their|his|her) (?:\w+ )?compliments to"
    r" (?P<whom>[^.;:]{3,240}?)(?=,? and (?:has|have|wish|with)\b|,? and,|[.;:]|$)"
)
_RECEIVED = late(
    r"\b(?:press release|statement|letter|appeal|message|text|communiqu[eé]|release|petition)\b[^.;\n]{0,60}?\b"
    r"(?:received (?:to [\w ]{2,30} )?from"
    r"|(?:sent|issued|provided|shared|submitted|supplied|distributed) (?:to [\w ]{2,30} )?(?:by|from)) "
    r"(?P<who>[^.;:\n]{2,120}?)(?=[.:;\n]|$)"
)
_PASSED = ("received", "sent ", "issued", "provided", "shared", "submitted", "supplied", "distributed")
_PERIODICAL = late(
    r"(?:[Tt]he )?(?:\w+ )?(?:[Bb]ulletin|[Nn]ewsletter|[Dd]igest|[Jj]ournal|[Mm]agazine) of (?:the"
    r" )?(?P<who>[A-Z][^.,;:\n]{2,90})$"
)
_OFFICE_OF = late(
    r"(?=[^:\n]*\b(?i:office|mission|agency|bureau|commission|committee|council|cluster|team|centre|center|ministry"
    r"|service|network|forum|programme|observatory|consortium|ocha|unhcr|unicef|wfp|iom)\b)"
    r"(?P<who>[A-Z][^:\n]{2,90}): [^\n]{0,80}\s(?i:situation report|sitrep|flash update|situation update"
    r"|humanitarian update|weekly update|daily report|monitoring report|situation overview)\b"
)
_MISSION = late(
    r"(?:(?:THE|The) )?(?P<who>(?:PERMANENT |Permanent )?(?:MISSION|Mission|EMBASSY|Embassy|DELEGATION"
    r"|Delegation|CONSULATE|"
    r"Consulate|REPRESENTATION|Representation)(?: GENERAL| General)? (?:OF|of) [^,.;:\n]{3,80}?)"
    r"(?= (?:TO|to|IN|in|AT|at) |\n|$)"
)
_NO_NAME = late(
    r"\d|\(|RELEASE|URGENT|\bTO\b|APPEAL|STATEMENT|DECLARATION|LETTER|RESOLUTION|PETITION|COMMUNIQU|MESSAGE|PROTOCOL"
    r"|AGREEMENT|REPORT|UPDATE|NEWS|ORDER|TREATY|CASE"
)
_FROM = late(r"(?:From|FROM|Submitted by|Author|Issued by) ?: ?(?P<who>[^<\n]{2,120})")
_PRODUCED = late(
    r"\b(?:[Pp]roduced|[Ii]ssued|[Pp]repared|[Cc]ompiled) by (?:the )?(?P<who>[A-Z][^.,;\n]{1,80}?)(?= (?:in|on|with"
    r"|and|at|for)\b|[.,;\n]|$)"
)
_MADE = ("roduced by ", "ssued by ", "repared by ", "ompiled by ")
CLOSING = late(
    r"(?:.{0,40}(?:sincerely|faithfully|respectfully|regards|respect|esteem|greetings|consideration"
    rf"|solidarity|signed|signatories)|Done (?:at|in)|(?:please|kindly) accept)\b|{WISHES}\W*(?:$|\n)",
    re.IGNORECASE,
)
_ORDER = late(
    r"(?:Write|Tell|Ask|Send|Contact|Urge|Demand|Share|Speak|Phone|Email|Visit|Read|Sign|Join|Donate|Call|Please|Remind"
    r"|Remember|Bring|Stop|Help) (?:to|on|upon|your|the|them|her|him|us|our|an?|this|these|that) "
)
"""An imperative, which is no name though it opens with a capital."""
_SAID_BY = late(
    r"[^:\n\"]{2,260}? (?:should|must|need to|needs to|has to|have to)\b[^:\n\"]{2,300}?, "
    r"(?P<who>(?:the )?(?:[A-Z]|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a (?:group|coalition) of) )"
    r"[^.,;:\n\"]{2,80}?) (?:said|says|warned|urged) (?:today|yesterday|on [A-Z]\w+day|in an?)\b"
)
"""What somebody should do and the body that says so: "Ardesh should open the road, the League said today"."""


_DAY = late(r"(?:On|Last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:\d|the |[A-Z])")
"""How a sentence begins that tells what somebody else did."""
_CLERK = late(r"(?:Mr|Ms|Mrs|Dr|Rev|Sheikh|Imam|Prof|Bishop|Father|Fr|Sr|Capt|Col|Maj)\b\.? [A-Z]")
"""A person who puts out what a body says."""
_AS = 2
"""The rank of "As the Mayor of Karsk, I" and the like."""
_SPOKEN_OF = late(
    r"\b(?:said|says|told|stated|noted|put it|pointed out|reminded|warned|made clear|mentioned)\b"
    r"|\A[Aa] (?:Council|nation|people|country)\b"
)
_WITHIN = late(
    r"(?<!, )\b(?:we|We|I|us|me|our|Our|my|My)\b(?! the undersigned)"
    r"|\b(?:should|must|needs? to|ha(?:s|ve) to|ought to)\b"
    r"|\A(?:In the|Instead|While|Noting|Although|Despite|When|If|Since|Because"
    r"|As|Though|But|And)\b|\A(?:.* )?(?:flights?\b|[Rr]evolution of [A-Z]\w+\Z"
    r"|signatories (?:of|to) (?!(?:this|the present)\b))"
)
"""What shows that a subject is part of what somebody else says."""
LATE = 5
"""The rank of what holds only where nothing surer is said."""
FORMULA = -1
"""The rank of a set formula that says who writes to whom."""
LETTERHEAD = 3
"""The rank of a letterhead, whose words are a name as a whole."""


_IMPRINT = 200
"""Code points of a line that says who made a paper; a longer one tells of other papers."""
_OPENS = 40
"""Code points at a paragraph's head within which it says so too."""


class Sending(NamedTuple):
    """Who sends and whom to, as view spans; an empty span is not said. `rank` is lower where the grammar is surer."""

    rank: int
    who: tuple[int, int]
    whom: tuple[int, int]


_IN_TITLES = (
    (0, _DATED),
    (2, _DASHED),
    (2, _REPORTED),
    (2, _WROTE),
    (1, _OF),
    (2, _TITLED),
    (3, _ASKED),
    (5, _ISSUES),
)
_IN_REPORTS = ((0, _SAID_BY), (1, _REPORTED), (1, _WROTE), (3, _ASKED), (5, _ISSUES))
_IN_OPENINGS = ((1, _MET), (2, _SAID_BY), (4, _FOLLOWS), (4, _REPORTED), (4, _WROTE), (4, _ASKED), (5, _ISSUES))
_CUES = {
    _REPORTED: (
        *("sen", "address", "issue", "publish", "release", "adopt", "made", "make", "submitted", "launched"),
        *("delivered", "signed", "penned", "writ", "wrote"),
    ),
    _WROTE: ("wrote to", "written to", "writes to", "write to", "appealed to", "appeals to", "turned to"),
    _ASKED: ("urg", "call", "appeal", "ask", "implore", "press", "beg", "request", "demand", "tell", "told", "warn"),
    _ISSUES: (
        *("condemn", "demand", "warn", "express", "reject", "call", "denounce", "welcome", "reiterate", "deplore"),
        *("deeply", "gravely", "extremely"),
    ),
}
"""What stands before the first mark of a stretch wherever a shape fits it, whose subject goes on to its verb."""
_MARK = late(r"[.;:\n]")


_ABOUT = late(
    r"[A-ZÀ-Þ][\w ,/'’()-]{2,60}: (?=(?:(?:Joint|Press|Final|Public|Opening|Closing) )*"
    r"(?:Statement|Declaration|Remarks|Letter|Message|Communiqué|Appeal|Speech)s? )"
)
"""What a statement is about, before its title: "Veltria: Statement by the High Representative"."""


def sendings(draft: Draft, blocks: Sequence[Block], titles: Sequence[Block]) -> Iterator[Sending]:
    """Give what the title, the lead and the opening say of who speaks to whom, surest first in each."""
    content = draft.content
    for block in titles:
        about = _ABOUT.match(content, block.start, block.end)
        yield from _matched(content, about.end() if about else block.start, block.end, _IN_TITLES)
        both = _TO_FROM.match(content, block.start, block.end)
        found = both or _TO.search(content, block.start, block.end)
        if found:
            yield _sending(1 if both else 3, found)
    for block in blocks:
        told = block.role in ("body", "heading") and not block.marker
        if not (
            told or content.startswith(("We, ", "WE, "), block.start)
        ):  # also where its first paragraph has a number
            continue
        start, end = _past_dateline(content, block), min(block.end, block.start + 900)
        if block.voice == "carrier":
            yield from _matched(content, start, end, _IN_REPORTS)
            continue
        words = content[block.start : end]
        found = _SELF.search(content, block.start, end) if any(map(words.__contains__, _FIRST)) else None
        if found:
            yield Sending(0 if found.lastgroup in ("who", "own", "we") else 2, found.span(found.lastgroup or 0), (0, 0))
        elif not _DAY.match(content, start):
            yield from _matched(content, start, end, _IN_OPENINGS)


def _matched(content: str, start: int, end: int, shapes: Sequence[tuple[int, re.Pattern[str]]]) -> Iterator[Sending]:
    """Give what each shape that fits at a place says."""
    mark = _MARK.search(content, start, end)
    clause = content[start : mark.start() if mark else end]
    for rank, shape in shapes:
        cues = _CUES.get(shape)
        if cues is not None and not any(map(clause.__contains__, cues)):
            continue
        found = shape.match(content, start, end)
        if found:
            yield _sending(rank, found)


def _sending(rank: int, found: re.Match[str]) -> Sending:
    groups = found.re.groupindex
    who = found.span("who") if "who" in groups else (0, 0)
    whom = found.span("whom") if "whom" in groups else (0, 0)
    return Sending(rank, who, whom if whom[0] >= 0 else (0, 0))


def _past_dateline(content: str, block: Block) -> int:
    """Give where a block's first sentence starts behind its dateline."""
    found = datelines.find(content, block.start)
    return found.end if found and found.end < block.end else block.start


def heads(draft: Draft, blocks: Sequence[Block]) -> Iterator[Sending]:
    """Give who speaks by a mail's header, a letterhead over a heading that names the genre, or "produced by"."""
    content = draft.content
    for number, block in enumerate(blocks[:12]):
        told = paper(content, block) if number < _MOST_LINES else None
        if told:
            yield Sending(2, (0, 0), told.span("whom"))
        found = _from(content, block) or _told_by(content, block)
        formula = set_formula(content, block)
        if formula:
            yield _sending(FORMULA, formula)
        elif found:
            clerk = _CLERK.match(content, *found.span("who")) is not None
            yield Sending(LATE if clerk else 1, found.span("who"), (0, 0))
        elif number < 4 and (found := _headed(content, block)):
            yield Sending(LETTERHEAD, found.span("who"), (0, 0))
        elif (
            number < 2
            and block.role in ("title", "heading")
            and content[block.start : block.end].isupper()
            and not _NO_NAME.search(content, block.start, block.end)
            and block.end - block.start < 90
            and not is_order(content[block.start : block.end].capitalize())
        ):
            yield Sending(LETTERHEAD, (block.start, block.end), (0, 0))
        words = content[block.start : min(block.end, block.start + 400)]
        made = any(map(words.__contains__, _MADE))
        found = _PRODUCED.search(content, block.start, block.start + len(words)) if made else None
        if found and (block.end - block.start < _IMPRINT or found.start() < block.start + _OPENS):
            yield Sending(4, found.span("who"), (0, 0))


_MOST_LINES = 5


def paper(content: str, block: Block) -> re.Match[str] | None:
    """Find a line at the head that says what paper it is and to whom."""
    short = block.end - block.start < _PAPER_LINES
    return _PAPER_TO.search(content, block.start, block.end) if short else None


def _from(content: str, block: Block) -> re.Match[str] | None:
    """Find the line of a head that says from whom it is: the first, or one below "To:"."""
    if content.startswith(("To:", "TO:"), block.start):
        at = content.find("\nFrom:", block.start, block.end)
        return _FROM.match(content, at + 1, block.end) if at >= 0 else None
    return _FROM.match(content, block.start, block.end)


def set_formula(content: str, block: Block) -> re.Match[str] | None:
    """Find a note verbale's compliments or who started a petition to whom."""
    start, end = block.start, min(block.end, block.start + 500)
    if content.find("compliments", start, end) >= 0 and (found := _COMPLIMENTS.match(content, start, end)):
        return found
    return _STARTS.match(content, start, end) if content.find(" petition", start, end) >= 0 else None


def _told_by(content: str, block: Block) -> re.Match[str] | None:
    """Find who is said to have started, sent or issued what follows."""
    end = min(block.end, block.start + 400)
    words = content[block.start : end]
    return (
        _STARTED.match(content, block.start, end)
        or _PERIODICAL.match(content, block.start, end)
        or (_RECEIVED.search(content, block.start, end) if any(map(words.__contains__, _PASSED)) else None)
    )


def _headed(content: str, block: Block) -> re.Match[str] | None:
    """Find a mission's letterhead, or the office before the colon of a situation report's title."""
    if block.role not in ("title", "heading", "body") or block.end - block.start > 160:
        return None
    below = content.find("\n", block.end + 1)  # the line below may say what report it is
    return _MISSION.match(content, block.start, block.end) or _OFFICE_OF.match(
        content, block.start, max(below, block.end)
    )


def is_mission(words: str) -> bool:
    """Say whether a letterhead is a State's mission, which speaks for the State."""
    return _MISSION.match(words) is not None


def is_order(name: str) -> bool:
    """Say whether what stands for a name is an imperative.

    >>> is_order("Write to the Minister"), is_order("Call for Bread")
    (True, False)
    """
    return _ORDER.match(f"{name} ") is not None


_TURNED_TO = late(r",\s+(?:we|I)\Z")
"""Who writes turns to the one named: "President Kresk, we urge you"."""


def is_told_of(draft: Draft, sending: Sending) -> bool:
    """Say whether the words for who sends hold somebody who is only spoken of: "As the Minister said", "we thank X"."""
    words = draft.content[slice(*sending.who)]
    if _TURNED_TO.search(words):
        return True
    return (
        _SPOKEN_OF.search(words) is not None
        if sending.rank == _AS
        else (sending.rank > LETTERHEAD and _WITHIN.search(words) is not None)
    )
