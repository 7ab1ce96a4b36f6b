# SPDX-License-Identifier: Apache-2.0
"""When a document was issued: by its dateline, header or sign-off, or from its own words.

Tried in this order, the first that gives a date wins: what a person gave; the date at the head (a dateline, a line that
is a date, a header's "Distr.: General", a resolution's "of 13 January 1984"); what the text states of its publication;
the date it is signed off with; what the container says; what the words allow (inference.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.reading.dating import signoffs, stamps
from tocsin.reading.dating.inference import Inferred, infer
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import WEEKDAYS, Fixed, Mention, Partial, Weekday
from tocsin.reading.times.resolution import Resolved, resolve
from tocsin.records.times import BadTime, parse

_HEAD = 2600
"""Code points at the top within which a header or a dateline stands."""
_FOOT = 700
_META = 700
"""Code points below the top of the main text within which a line may end in the date of issue."""
_KINDS = late(r"(?:resol|decis|recom|state|decl|order|judg|appeal|letter|adopt)", re.IGNORECASE)
_LEAD = 300
"""Code points behind a dateline within which its first sentence names the day."""
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|of|de|del|la|el|al|the|and|upon|bin)){0,4}"
_DATELINE = late(
    rf"(?:By\s[^\n]{{2,60}}\n\s*)?\(?{_NAME}(?:\s*[,/]\s*{_NAME}){{0,3}}(?:\s*\([^)\n]{{2,40}}\))?"
    rf"\s*[,:(–—|/-]{{1,3}}\s*(?:\(?{_NAME}\)?\s*[,:(–—|/-]+\s*)?\(?\s*"
)
_UNPARTED = late(rf"{_NAME}(?:,\s*{_NAME}){{0,2}}\s+")
"""A town with nothing but a space before its date, where a dash comes behind it: "KARSK, Veltria May 3, 2031 –"."""
_ENCLOSED = late(rf"(?:.*[\s.])?\({_NAME}(?:\s*[,/]\s*{_NAME}){{0,4}}\s*[,:–-]\s*", re.DOTALL)
_AFTER_ENCLOSED = late(r"\)\s*(?::|[–—-]\s)")
"""Towns and a date in one pair of brackets, wherever a page laid the line: "(Karsk/Issel, 18 June 2031):"."""
_RELEASE = late(
    r"\W*(?:for immediate release|news in brief|statement"
    r"|(?-i:(?:[A-Z][^.!?;\n]{2,80}\s)?)(?:press|news|media) (?:release|statement|briefing))\b[^.!?;\n]{0,90}?",
    re.IGNORECASE,
)
_AFTER_RELEASE = late(r"\s*(?:\([AP]M\)\s*)?(?:[–—-]\s*[A-Z][\w ,.]{1,40})?\s*(?:\n|\Z)")
"""A line that calls a text a release, with whose and of which day: "For immediate release Press Office 3 May 2031"."""
_OF_NOTHING_ELSE = late(
    r"(?<!\bof)(?<!\bon)(?<!\bin)(?<!\bto)(?<!\bsince)(?<!\bfrom)(?<!\buntil)(?<!\bby)(?<!\bthe)(?<!\band)\s+\Z"
)
_ACTED = late(
    r"\s*(?:(?:Mr|Mrs|Ms|Miss|Senator|Representative)\.?\s[^;]{2,900}?\b(?:submitted|introduced|reported)\b"
    r"|(?:Reported|Considered|Passed|Agreed to|Received|Resolved|Referred|Ordered to be|Placed on|Read (?:the )?\w+"
    r"|Introduced|Committed|Discharged)\b)",
)
"""What a house did with a paper, below the day on which it did: the last of these days is the paper's."""
_AFTER_DATELINE = late(
    r"(?:\s*,?\s*\d{1,2}[:.]\d\d\b[^\n–—-]{0,12})?"
    r"(?:\s*(?:\([^)\n]{2,60}\)|/[^/\n]{2,30}/)?\s*(?:[-–—:.)]|$|\n)|\s*[,/]\s*[A-Z][\w .]{1,30}(?:[.:/]|\s[-–—]))"
)
_CALENDARS = late(
    r"(?:[^\n/(]{2,40}[–—,-]\s*)?[^\n/(]{4,40}\b(?:AH|A\.H\.|H|SH|BS|B\.S\.|BE)\s*(?:[/,(–—=-]|corresponding to)\s*"
)
"""A day in another calendar before the same day in this one: "Ramadan 2, 1446 AH / "."""
_FIRST_DATED = late(
    r",?\s+(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:,\s*[A-Z]\w+)?\s*(?:\([^)\n]{2,40}\)\s*)?|\([A-Z][^)\n]{1,30}\)\s*)[–—:-]\s"
)
"""How an agency's first line goes on that begins with its date: "3 May 2031, KARSK (Wire) –"."""
# "Letter to the Council, 3 June 2023." as a first line.
_CAPTION = late(
    r"[A-Z][^.\n]{2,80}[,:(–—-]\s*|[A-Z][^.\n]{2,50}\.\s+|Source ?: ?[A-Z][^.:\n]{2,60} "
    r"|(?:[A-Z][^.\n]{0,60}?[\s,:–—-])?(?:mailing|edition|issue|bulletin|update|version|digest|newsletter|circular"
    r"|note|letter"
    r"|minutes|briefing|message|memo|report|mail|e-mail|communiqué|Mailing|Edition|Issue|Bulletin|Update|Version|Digest"
    r"|Newsletter|Circular|Note|Letter|Minutes|Briefing|Message|Memo|Report|Mail|E-mail|Communiqué)\s+(?:of|for"
    r"|dated)\s+"
)
_AFTER_CAPTION = late(r"\)?\s*(?:[.\n]|$|,\s*\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m|,?\s+\d\d?:\d\d\b)")
_LIVE = late(r"\W*live\b", re.IGNORECASE)
_LINE = late(
    r"(?:(?:date[ds]?|of|released?|published|posted|issued|publication date|date of issue|as\s+of|as\s+at|last updated"
    r"|updated|for immediate release|press release|statement|distr\.?|general|english|original|document date|adopted"
    r"|started|launched|created|first\s+published|originally\s+published|opened|(?:issue|edition|volume|vol|no"
    r"|number)\.?\s*\d{1,4})"
    r"(?:\s+(?:in|by)\s+[A-Z][^\n,]{1,50},?)?\s*(?:on|at|by)?\s*[:|,–—-]?\s*)*",
    re.IGNORECASE,
)
_PLACE = late(
    r"(?:[A-Z][^\W\d_]*(?:[ '-][A-Z]?[^\W\d_]+){0,3}"
    r"(?:\s*(?:[,/&]|and|[–—-])\s*[A-Z][^\W\d_]+(?:[ '-][A-Z][^\W\d_]+)*){0,3}"
    r"\s*[,:–—-]\s*)?(?:on\s+)?(?:this\s+)?"
)
_RUNS_ON = late(r"\b(?:of|on|dated|in|by|since|until|from|to|and|between|the)\s*\n[ ]*\Z")
"""A line above that cannot end there: the date below it is a sentence's."""
_PLACES = late(r"(?:[A-Z][^\W\d_]+(?:[ '-][A-Z][^\W\d_]+)*(?:\s*[/&–—-]\s*)?){1,3}\s+")
"""Places at the very head, with nothing between them and the date."""
_REST = late(
    r"\s*(?:by\s+(?:the\s+)?[A-Z].{1,80}|\s{3,}[A-Z][^.!?]{2,40}|[·•].{0,110}|[,"
    r"|–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d\d.{0,16}|\|.{0,40}|[-–—(].{0,40}|[.]|\bOriginal\b.{0,40}"
    r"|\bENGLISH\b.{0,30}|\s+(?=[^\n]*\d/\d)[A-Z\d][A-Z\d /.-]{3,40})?\s*$"
)
_HEADED = late(
    r"\bDistr\.?\s*:?\s*(?:GENERAL|LIMITED|RESTRICTED)\b[\s\S]{0,160}\Z"
    r"|^[ ]*(?:Resolution|Decision|Recommendation)\s+(?:No\.?\s*)?[\w/. -]{1,24}(?:\([\d-]{4,5}\))?"
    r"\s*(?:,?\s*(?:of|adopted\s+on))?\s+\Z"
    r"|\b(?:as\s+of|as\s+at|dated?|published(?:\s+on)?|posted(?:\s+on)?|issued(?:\s+on)?|updated(?:\s+on)?"
    r"|released(?:\s+on)?)\s*:?\s+\Z"
    r"|^[ ]*(?-i:(?:[A-Z][\w'-]* ){0,4})"
    r"(?:Resolution|Statement|Declaration|Order|Judgment|Decision|Appeal|Letter)\s+of\s+\Z"
    r"|^[ ]*(?:text\s+|recommendation\s+|resolution\s+)?adopted\s+"
    r"(?:by\s+[^\n]{3,80}?)?(?:at\s+its\s+[^\n]{3,40}?meeting\s*,?\s*)?(?:held\s+)?on\s+\Z",
    re.IGNORECASE | re.MULTILINE,
)
_ADOPTED = late(r"^[ ]*(?:resolution|decision)\s+adopted\s+by\s+[^\n]{3,80}?\s+on\s+\Z", re.IGNORECASE | re.MULTILINE)
"""What dates a resolution rather than the copy of it that was distributed."""
_HANDED = late(
    r"\b(?:presented|transmitted|submitted|tabled|laid|handed)\s+(?:(?:to|before|in|on)\s+[^\n.;]{3,60}?\s+)?on\s+\Z",
    re.IGNORECASE,
)
_LETTER_DATED = late(
    r"\s*(?:(?:Identical|Joint) )?(?:[Ll]etters?|[Nn]otes? verbales?|[Tt]elegram|[Mm]emorandum) dated\s+(?:the\s+)?"
)
"""How a paper's title names the letter that it is."""
_PERIOD = late(
    r"\b(?:reporting\s+period|period\s+covered|covers?(?:\s+the\s+period)?|period)\s*:?\s*(?:from\s+)?$", re.IGNORECASE
)
_NAMED_YEAR = late(
    r"\d \((?P<number>(?:19|20)\d\d)\)|/(?P<symbol>(?:19|20)\d\d)/"
    r"|(?:©|[Cc]opyright)[^\n\d]{0,40}(?P<right>(?:19|20)\d\d)"
)
_COUNCIL = late(r"\b(?P<n>\d{1,4}) \((?P<year>(?:19|20)\d\d)\)")
_WEEKDAY = late(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)", re.IGNORECASE)
_FACTS = ("published", "date", "issued")
_MADE = ("created",)
"""When the file was made, which says little of when its words were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """`edtf` and `basis` as in `Card`; `evidence` the view spans whose words carry it."""

    edtf: str | None
    basis: str | None
    evidence: tuple[tuple[int, int], ...] = ()


def find(draft: Draft, mentions: Sequence[Mention], given: str | None) -> Issued:
    """Date a document by its mentions of time; `given` (EDTF, by the person who reads it) outweighs everything."""
    if given:
        return Issued(edtf=given, basis="given")
    fact, made = _fact(draft, _FACTS), _fact(draft, _MADE)
    for mention, basis in _candidates(draft, mentions):
        edtf, evidence = _whole(draft, mentions, mention, fact or made)
        if edtf:
            return Issued(edtf=edtf, basis=basis, evidence=((mention.start, mention.end), *evidence))
    if fact:
        return Issued(edtf=fact, basis="container")
    words: Inferred | None = infer(draft, _read(draft, mentions))
    bounded = words is not None and words.edtf.endswith("/..") and made is not None and words.edtf[:10] <= made
    if made and (words is None or bounded):
        return Issued(edtf=made, basis="container")
    return (
        Issued(edtf=words.edtf, basis="inferred", evidence=words.evidence) if words else Issued(edtf=None, basis=None)
    )


def _fact(draft: Draft, names: Sequence[str]) -> str | None:
    for name in names:
        for held, value in draft.text.facts:
            if held == name:
                try:
                    return parse(value[:10]).edtf
                except BadTime:
                    continue
    return None


def _candidates(draft: Draft, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """Give the mentions that may date the document, the likeliest first."""
    head = [m for m in mentions if m.start < _HEAD]
    top = _top(draft)
    seen: list[tuple[int, int, Mention, str]] = []
    for mention in head:
        if not _is_day(mention):
            continue
        found = _at_head(draft, mention, top)
        if found:
            rank, basis = found
            seen.append((rank, mention.start, mention, basis))
    yield from ((mention, basis) for _, _, mention, basis in sorted(seen, key=lambda s: s[:2]))
    foot = _foot(draft)
    for mention in reversed(mentions):
        if mention.end < foot:
            break
        if _is_day(mention) and _alone(draft, mention):
            yield mention, "stated"
    yield from (
        (mention, "stated") for mention in reversed(mentions) if _is_day(mention) and signoffs.dates(draft, mention)
    )


def _is_day(mention: Mention) -> bool:
    value = mention.value
    if isinstance(value, Fixed):
        return bool(re.match(r"\d{4}-\d\d", value.edtf)) and mention.by != "time.season"
    return isinstance(value, Partial) and value.day is not None


def _top(draft: Draft) -> int:
    """Give where the main text begins: the first block that is no boilerplate."""
    return next((block.start for block in draft.blocks if block.role != "boilerplate"), 0)


def _foot(draft: Draft) -> int:
    return next((block.end for block in reversed(draft.blocks) if block.role != "boilerplate"), 0) - _FOOT


def _line(draft: Draft, mention: Mention) -> tuple[int, int]:
    """Give the line of a mention, less what a dateline was cut from."""
    content = draft.content
    end = content.find("\n", mention.end)
    start, end = content.rfind("\n", 0, mention.start) + 1, len(content) if end < 0 else end
    block = draft.block_at(mention.start)
    if block is not None and draft.blocks[block].role == "dateline":
        return max(start, draft.blocks[block].start), min(end, draft.blocks[block].end)
    return start, end


def _alone(draft: Draft, mention: Mention) -> bool:
    """Say whether a line is the date and nothing else but a label, a place or an hour."""
    start, end = _line(draft, mention)
    before, after = draft.content[start : mention.start].strip(" \t"), draft.content[mention.end : end]
    block = draft.block_at(mention.start)
    held = block is not None and draft.blocks[block].start < start + 3 and draft.blocks[block].end >= end
    if _RUNS_ON.search(draft.content, max(0, start - 12), start):
        return False
    if (block is None or not held) and _wrapped(draft.content, start, end):
        return False
    if not _REST.fullmatch(after):
        return False
    if before:
        before += " "
    if not draft.content[:start].strip() and not after.strip() and _PLACES.fullmatch(before):
        return True
    return bool(
        _LINE.fullmatch(before) or _PLACE.fullmatch(before) or _LINE.sub("", before, count=1).strip(" :,|-–—") == ""
    )


def _wrapped(content: str, start: int, end: int) -> bool:
    """Say whether a line is only a stretch of a wrapped paragraph."""
    above = content[content.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].strip()
    below = content[end + 1 : end + 40].lstrip(" \t")
    return (len(above) > 30 and above[-1] not in ".:!?\"'" and not above.isupper() and below[:1].islower()) or (
        below[:1].islower()
        or (len(above) > 30 and above.rsplit(" ", 1)[-1].islower() and above[-1] in "abcdefghijklmnopqrstuvwxyz,")
    )


def _spoken(draft: Draft, mention: Mention) -> bool:
    """Say whether the document has begun to speak before a line: a date after that is a sign-off's, or another's."""
    for block in draft.blocks:
        if block.end > mention.start:
            return False
        text = draft.content[block.start : block.end]
        if block.role != "boilerplate" and len(text) > 80 and text[-1] in ".;:":
            return True
    return False


def _at_head(  # noqa: PLR0911 - one return a shape, in order
    draft: Draft, mention: Mention, top: int
) -> tuple[int, str] | None:
    """Rank a date at the head (0 is surest) and name its basis; None where it dates something else."""
    content = draft.content
    value = mention.value
    whole = isinstance(value, Fixed)
    before = content[max(0, mention.start - 220) : mention.start]
    near = mention.start - top
    if whole and _PERIOD.search(before):
        return 6, "stated"
    if whole and near < 1500 and _ADOPTED.search(before):
        return -1, "header"
    headed = _HEADED.search(before) if whole and near < 1500 else None
    if headed and headed.group().lower().startswith("distr"):
        return 0, "header"
    if headed and near < 400 and re.match(r"\s*(?:Resol|RESOL|Decis|DECIS|Recom|RECOM|Adopt|ADOPT)", headed.group()):
        return 1, "header"
    start, end = _line(draft, mention)
    housed = _housed(draft, mention, headed, near) if whole and near < _TITLED else None
    if housed is not None:
        return housed, "header"
    if near < 1500 and _alone(draft, mention):
        return (5, "stated") if _spoken(draft, mention) else (1, "dateline")
    if (
        whole
        and start <= top
        and _CAPTION.fullmatch(content, start, mention.start)
        and _AFTER_CAPTION.match(content, mention.end)
    ):
        return 2, "stated"
    if start <= top + near and near < _META and _CALENDARS.fullmatch(content, start, mention.start):
        return 1, "dateline"
    led = not content[start : mention.start].strip() and _FIRST_DATED.match(content, mention.end, end)
    set_off = whole and near < _META and _set_off(content, mention, start) and not _spoken(draft, mention)
    if led or set_off or _opens(content, mention, start, end):
        return 2, "dateline"
    told = _told(draft, mention, top) if whole else None
    return told or (_labelled(headed, near, end - start) if headed else None)


def _housed(draft: Draft, mention: Mention, headed: re.Match[str] | None, near: int) -> int | None:
    """Rank the day on which a house passed a resolution, or last did something with it; None for any other day."""
    if headed and _PASSED.fullmatch(headed.group()):
        return 0
    end = _line(draft, mention)[1]
    return -near if _ACTED.match(draft.content, end, end + 900) and _alone(draft, mention) else None


def _set_off(content: str, mention: Mention, start: int) -> bool:
    """Say whether a whole date stands behind a town or a release's label, or in brackets with towns."""
    low = max(start, mention.start - 120)
    if _AFTER_ENCLOSED.match(content, mention.end) and _ENCLOSED.fullmatch(content, low, mention.start):
        return True
    lead = content[start : mention.start]
    dashed = _DASHED.match(content, mention.end) is not None
    if len(lead) > 120 or not lead.strip():
        return dashed and len(lead) < 2
    if dashed and _UNPARTED.fullmatch(lead) and lead.split(",")[0].strip().isupper():
        return True
    released = _RELEASE.fullmatch(lead) and _OF_NOTHING_ELSE.search(lead)
    return bool(released and _AFTER_RELEASE.match(content, mention.end))


_DASHED = late(r"\s*[–—-]{1,2}\s")
_TITLED = 1500
_PASSED = late(r"[ ]*(?-i:(?:[A-Z][\w'-]* ){1,4})resolution of\s+", re.IGNORECASE)
"""How a parliament's resolution names itself in its title, whose day is that on which it was passed."""


def _labelled(headed: re.Match[str], near: int, length: int) -> tuple[int, str] | None:
    """Rank a date that a word before it says is the document's: "Statement of 3 May", "published on 3 May"."""
    label = headed.group()
    if near >= _META or length >= {"as": 110, "da": 70}.get(label[:2].lower(), 10**6):
        return None
    return 3, "header" if _KINDS.match(label) else "stated"


def _told(draft: Draft, mention: Mention, top: int) -> tuple[int, str] | None:
    """Rank a date in a live page's title, at a line's end, or that says when and to whom a report was presented."""
    content = draft.content
    start, end = _line(draft, mention)
    stamped = stamps.trails(draft, mention, start, end) or stamps.heads(content, mention, start, end)
    if mention.start - top < _META and stamped and not _spoken(draft, mention):
        return 4, "stated"
    if start <= top and _LIVE.match(content, start) and content[mention.end : mention.end + 3].strip(" ") in "—–|-":
        return 2, "stated"
    if mention.start - top < _META and _LETTER_DATED.fullmatch(content, start, mention.start):
        return 3, "stated"
    handed = mention.start - top < 500 and end - start < 180 and _HANDED.search(content[start : mention.start])
    return (3, "stated") if handed and not _spoken(draft, mention) else None


def _opens(content: str, mention: Mention, start: int, end: int) -> bool:
    """Say whether a line opens as an agency's does: place, date, and a dash, a bracket or the agency."""
    lead = content[start : mention.start].lstrip()  # agencies indent their first line
    if mention.by == "time.month" or not lead or len(lead) >= 90 or not _DATELINE.fullmatch(lead):
        return False
    if not _AFTER_DATELINE.match(content, mention.end, min(end + 1, mention.end + 90)):
        return False
    place = lead.strip(" ,(-–—").split(",")[0].split("(")[0].strip()
    closed = re.match(r"\s*[-–—)/.(:]", content[mention.end : mention.end + 4])
    return place.isupper() or closed is not None or "(" in lead


def _read(draft: Draft, mentions: Sequence[Mention]) -> list[Resolved]:
    kept = [m for m in mentions if m.block is None or draft.blocks[m.block].role != "boilerplate"]
    return resolve(draft.content, kept, None)


def _whole(
    draft: Draft, mentions: Sequence[Mention], mention: Mention, fact: str | None
) -> tuple[str | None, tuple[tuple[int, int], ...]]:
    """Give a head's date its year: its own, the container's, or the first that no past date in the text comes after."""
    value = mention.value
    if isinstance(value, Fixed):
        edtf = value.edtf.rpartition("/")[2]
        return edtf, ()
    assert isinstance(value, Partial)
    if value.day is None:
        return None, ()
    if fact and len(fact) >= 4:
        year = int(fact[:4])
        if len(fact) == 10 and f"{value.month:02}-{value.day:02}" > fact[5:10]:
            year -= 1
        return _day(year, value), ()
    told = [r for r in _read(draft, [m for m in mentions if m is not mention]) if r.first and not r.ahead]
    latest = max((r for r in told if r.edtf[:1].isdigit() and "/.." not in r.edtf), key=_begins, default=None)
    named = _named_year(draft)
    if latest is None or latest.first is None:
        return (_day(named, value), ()) if named else (None, ())
    year = latest.first.year
    exact = len(latest.edtf) >= 7 or named > year
    year = max(year, named)
    weekday = _WEEKDAY.search(draft.content, mention.start, mention.end)
    if weekday:
        fits = [y for y in range(year, year + 6) if _falls(y, value, weekday[1].title())]
        if fits:
            return _day(fits[0], value), ((latest.mention.start, latest.mention.end),)
    found = _day(year, value)
    bound = max(latest.first - _STAMPED, _council_bound(draft, year))
    if found and date.fromisoformat(found) < bound:
        year += 1
        found = _day(year, value)
    found, exact = _by_weekday(mentions, mention, found, exact=exact)
    # A year alone ("in 2020") bounds from below only: the document may be of any later year.
    return (found if exact or not found else found + "?"), ((latest.mention.start, latest.mention.end),)


def _by_weekday(
    mentions: Sequence[Mention], head: Mention, found: str | None, *, exact: bool
) -> tuple[str | None, bool]:
    """Move a dateline to the year that its first sentence's weekday agrees with: "KARSK, 20 August – … on Tuesday".

    A wire tells of the day itself first, or else of the day before.
    """
    near = (m.value for m in mentions if 0 < m.start - head.end < _LEAD and isinstance(m.value, Weekday))
    told = next(near, None)
    if found is None or told is None or told.shift is not None or told.week is not None:
        return found, exact
    day = date.fromisoformat(found)
    if (day.weekday() - told.day) % 7 <= 1:
        return found, exact
    later = (_day(day.year + n, Partial(day.month, day.day)) for n in range(1, 6))
    fits = [it for it in later if it and date.fromisoformat(it).weekday() == told.day]
    # The further the year lies above its bound, the less the weekday says; where none agrees, the bound is too old.
    near_bound = bool(fits) and int(fits[0][:4]) - day.year <= _NEAR_YEARS
    return (fits[0], near_bound) if fits else (found, False)


_NEAR_YEARS = 3
_STAMPED = timedelta(days=14)
"""By how much a page's stamp or a later edition's date may follow the dateline without a year that it stands beside."""


def _named_year(draft: Draft) -> int:
    """Give the last year that bounds the issue from below: of a resolution's or a symbol's name, of a copyright."""
    years = (int(found.group(found.lastgroup or 0)) for found in _NAMED_YEAR.finditer(draft.content))
    return max(years, default=0)


def _council_bound(draft: Draft, year: int) -> date:
    """Give a day before which the last Security Council resolution that a text names of a year was hardly adopted.

    The Council numbers its resolutions through; half of what an even pace would give is a bound that holds.
    """
    row = draft.catalogue.words.get("citation.council-years")
    firsts = {int(of): int(first) for first, of in (pair.split() for pair in row.words)} if row else {}
    first, after = firsts.get(year), firsts.get(year + 1)
    if first is None or after is None:
        return date.min
    named = (int(found["n"]) for found in _COUNCIL.finditer(draft.content) if int(found["year"]) == year)
    last = max((n for n in named if first <= n < after), default=first)
    return date(year, 1, 1) + timedelta(days=int(180 * (last - first) / (after - first)))


def _falls(year: int, value: Partial, weekday: str) -> bool:
    """Say whether a day of a year falls on a weekday."""
    found = _day(year, value)
    return found is not None and WEEKDAYS[date.fromisoformat(found).weekday()].startswith(weekday)


def _begins(resolved: Resolved) -> date:
    return resolved.first or date.min


def _day(year: int, value: Partial) -> str | None:
    try:
        return date(year, value.month, value.day or 1).isoformat()
    except ValueError:
        return None
