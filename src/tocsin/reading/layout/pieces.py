# SPDX-License-Identifier: Apache-2.0
"""Pieces: lines put together to paragraphs, headings and items, before they are given a role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.reading.layout.lines import CLOSED, PAGE, Line, style, width
from tocsin.reading.patterns import late
from tocsin.records.texts import Part

_LEADS_ON = late(r"(?:\b(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|that|which|its|their|is|are|as)|[,\-–—])$")
_CUT = late(r"\b(?:the|an?|of|and|or|in|by|for|from|with|which|its|their)$")
PREAMBLE = late(
    r"(?:(?:[A-Z][a-z]+ly|Also|Further|Having)\b,? )?(?:[A-Z]?[a-z]{2,}(?:ing|ed)|Conscious|Mindful|Aware|Desirous)\b"
)
"""How preambular paragraphs of resolutions begin."""
_FIGURES = late(r"(?:19|20)\d\d\b[,.;:]?(?:\s|$)|\d{1,4} (?:on|of|and|to|in|at|against|for|concerning|or)\b")
"""How a line begins that goes on with a date or with an instrument's number: "87 on Freedom of Association"."""
_SUBJECT = late(r"(?:The|THE) [A-Z][\w' -]{3,60},")
_FORMULA = late(
    r"(?:Yours|Sincerely|Respectfully|Faithfully|(?:With )?(?:[Bb]est|[Kk]ind|[Ww]arm)|Regards|Dear|Esteemed"
    r"|Excellenc|Your Excellenc|Mr|Madam)\b"
)
_GREETING = late(r"(?:Dear|Esteemed|Distinguished|Honou?rable|(?:Your )?Excellenc)\b(?:(?!, (?:we|I)\b).)*,")
_SALUTED = 48
"""Code points below which a line is a formula of a letter by its first word."""
_GREETS = 140
"""Code points up to which a line may greet its readers by their offices."""
_MAIL = late(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Organi[sz]ation|Sender|Originator|Approved|Lines|Xref|Path|References"
    r"|Newsgroups|Summary|Keywords|Distribution|Status|(?:[A-Z][\w]*-)+[A-Z]\w*): ?\S"
)
_HEADER = 600
"""Code points within which a mail's header stands, each of its lines by itself."""
_TURNING = frozenset("0123456789hASEUGYH")
_PAGE_TURN = late(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: ?[APap][Mm])? {2,}\S|https?://\S+ +\d{1,3}/\d{1,3}$"
    r"|\d\d-\d{5}(?: ?\(E\))? +\d{1,3}/\d{1,3}$|\d{1,3}/\d{1,3} +\d\d-\d{5}|GE\.\d\d-\d{5}"
    r"|(?:United Nations {3,})?[ASE]/[A-Z0-9]+/[A-Za-z0-9/.-]{2,24}$"
    r"|(?:You are here|Home(?:page)? ?[>/›\"]).{0,90}$"
)
_WEIGHED = late(r"\(\d[\d.,]* ?[KM]B\)$")
_PAGED = late(r".*? {4,}(?:(?:Page |p\. ?)?\d{1,3}(?: of |/)|Page )\d{1,4}$")
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
ENTRY = late(
    r"(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}(?:,? \d{{4}})?|{_MONTHS} \d{{1,2}}(?:,? \d{{4}})?"
    rf"|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})?|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}[:.h]\d\d(?: ?(?:hrs|hours|h|[ap]\.?m\.?))?)"
    r"(?:, \d{1,2}[:.h]\d\d(?: ?(?:hrs|hours|h|[ap]\.?m\.?))?)?(?: ?[–—:|]|\.? ?-{1,2}) ?(?=\S+ \S)",
    re.IGNORECASE,
)
"""How a line of a chronology or a log begins: "3 June – …", "06:15: …"."""
_LOGGED = frozenset("0123456789omtwfsjandOMTWFSJAND")
"""With what such a line begins: a figure, a weekday, a month, "on"."""
_STROKES = "-–—=_*~#+•·."
_DRAWN = 3
"""Signs that a drawn line has more of."""
_SHORT = 100
"""Code points up to which a line may be a heading or a stem."""


@dataclass(slots=True)
class Piece:
    """A block in the making; see `Block` for what its members become.

    `blank`: an empty line stands before it. `rows` counts its lines, `last` is where its last line starts.
    """

    start: int
    end: int
    marker: str
    indent: int
    blank: bool
    rows: int
    last: int
    role: str = ""
    depth: int = 0
    parent: int | None = None
    voice: str = "issuer"


_ROLES = {
    "title": "title",
    "heading": "heading",
    "item": "list-item",
    "quotation": "quotation",
    "furniture": "boilerplate",
}
"""What a part of the format is called as a passage; paragraphs and tables have no say."""


def told(content: str, pieces: Sequence[Piece], parts: Sequence[Part]) -> None:
    """Give pieces the role that the format itself says they have; nested items keep their depth as an indent.

    Where the format names no title, its first heading is one if it is of the first rank.
    """
    starts = sorted((part for part in parts if part.kind in _ROLES), key=lambda part: (part.start, -part.end))
    titled = next((part for part in starts if part.kind in {"title", "heading"}), None)
    place = 0
    inside: Part | None = None
    for piece in pieces:
        first = piece.start if not piece.marker else content.rfind(piece.marker[0], 0, piece.start)
        while place < len(starts) and starts[place].start <= first:
            inside, place = starts[place], place + 1
        if inside is not None and inside.start <= piece.start < inside.end:
            piece.role = "title" if inside is titled and inside.depth <= 1 else _ROLES[inside.kind]
            if inside.kind == "item":
                piece.indent = 2 * inside.depth


def gather(content: str, lines: Sequence[Line], parts: Sequence[Part] = ()) -> list[Piece]:
    """Put lines together where a paragraph or an item goes on.

    In wrapped text a line goes on unless something says otherwise, elsewhere only where the line before stops in
    mid-sentence. A page break inside a sentence (empty lines, then a small letter) is bridged; the edges of `parts`,
    which the format itself draws, are not.
    """
    edges = sorted({part.start for part in parts} | {part.end for part in parts})
    column = width(content, lines)
    pieces: list[Piece] = []
    markers: set[str] = set()
    count = len(lines)
    for number, line in enumerate(lines):
        marker = line.marker
        if pieces:
            last = pieces[-1]
            if marker and not line.blank and not _opens(content, last, line, markers, column):
                line = line._replace(start=content.index(marker[0], last.end), marker="")  # noqa: PLW2901
                marker = ""
            if not marker:
                below = lines[number + 1] if number + 1 < count else None
                cut = bisect_right(edges, line.start) > bisect_right(edges, last.end - 1) if edges else False
                turned = line.blank and last.rows == 1 and len(pieces) > 1 and _is_page(content, pieces[-2])
                if not cut and not turned and _goes_on(content, last, line, below, column):
                    last.end, last.last = line.end, line.start
                    last.rows += 1
                    continue
        if marker:
            markers.add(style(marker))
        pieces.append(Piece(line.start, line.end, marker, line.indent, line.blank, 1, line.start))
    return pieces


def _opens(content: str, last: Piece, line: Line, markers: set[str], column: int) -> bool:
    """Say whether what looks like a marker, with no empty line before it, begins an item."""
    if line.marker[0] in "#>" or style(line.marker) in markers or len(line.marker) > 4:
        return True
    if content[last.end - 1] in ".:;?!)]\"'" or re.search(
        r"\b(?:and|or)$|,$", content[max(0, last.end - 4) : last.end]
    ):
        return True
    if last.rows == 1 and last.blank and not _leads_on(content, last) and _begins_list(content, line):
        return True
    return last.end - last.last < min(60, column * 0.7 if column else 60)


_FIRSTS = frozenset({"1", "a", "i", "A", "I", ""})


def _begins_list(content: str, line: Line) -> bool:
    """Say whether a line below a heading is the first item of a list: "1. Reopen …", "– to open …"."""
    core = line.marker.strip("().")
    first = core in _FIRSTS or not core[0].isalnum()
    return first and (content[line.start].isupper() or content.startswith("to ", line.start))


_COUNTED = late(r"(?:\(?\d{1,4}\)? )?(?:[Cc]omments?|COMMENTS?)(?: \(?\d{1,4}\)?)?")
"""The line above what readers wrote, whose names may begin small."""


def _goes_on(content: str, last: Piece, line: Line, below: Line | None, column: int) -> bool:
    """Say whether a line without a marker goes on where the last piece stopped."""
    closed = CLOSED.search(content, max(last.last, last.end - 4), last.end) is not None
    if (
        last.marker[:1] == "#"
        or (line.blank and _numbers(content, last, line))
        or _COUNTED.fullmatch(content, last.last, last.end)
        or _again(content, last, line)
        or _stands_alone(content, last, line, below, closed=closed)
    ):
        return False
    if line.blank:
        return not closed and _bridged(content, last, line, below)
    if column:
        return _wraps(content, last, line, column, closed=closed)
    first = content[line.start]
    before = last.end - last.last
    short = line.end - line.start < _SHORT and content[line.end - 1] not in ";.)"
    leads_list = below is not None and below.marker and short
    if closed or (leads_list and not (last.marker and first.islower())):
        return False
    if first.islower() or (first == "(" and last.marker):
        return True
    counted = first.isdigit() and _FIGURES.match(content, line.start, line.end) and content[last.end - 1] not in ";)"
    return before > 60 and (bool(counted) or _leads_on(content, last))


def _numbers(content: str, last: Piece, line: Line) -> bool:
    """Say whether a line below an empty one, or what stands above that, is a page's number by itself."""
    return _is_number(content, line) or (last.blank and _is_page(content, last))


def _is_page(content: str, piece: Piece) -> bool:
    return piece.rows == 1 and not piece.marker and _is_number(content, piece)


def _is_number(content: str, stretch: Piece | Line) -> bool:
    short = stretch.end - stretch.start < _PAGE_NUMBER
    return short and PAGE.fullmatch(content, stretch.start, stretch.end) is not None


_PAGE_NUMBER = 20


def _again(content: str, last: Piece, line: Line) -> bool:
    """Say whether a line is the one before it once more, as a title is that stands in the browser's tab too."""
    size = line.end - line.start
    return size == last.end - last.last and content.startswith(content[line.start : line.end], last.last)


_TAB = late(r"[A-Z][\w'’&-]*(?: [\w'’&-]+){0,5}: (?=\S)")
"""A label that opens a line: "Velt City: pay both on time."."""


def _labelled(content: str, last: Piece, line: Line) -> bool:
    """Say whether this line and the piece before it each open with a label of their own."""
    return _TAB.match(content, line.start, line.end) is not None and _TAB.match(content, last.start) is not None


def _stands_alone(content: str, last: Piece, line: Line, below: Line | None, *, closed: bool) -> bool:
    """Say whether a line begins something new whatever the wrapping: below a colon or a formula, a subject line."""
    before = last.end - last.last
    end = content[last.end - 1]
    logged = (
        content[line.start] in _LOGGED
        and content[last.start] in _LOGGED
        and ENTRY.match(content, line.start, line.end)
        and ENTRY.match(content, last.start, last.end)
    )
    mailed = line.start < _HEADER and _MAIL.match(content, line.start) and _MAIL.match(content)
    ruled = _is_rule(content, line.start, line.end) or _is_rule(content, last.last, last.end)
    if (
        logged
        or mailed
        or ruled
        or _turns_page(content, line.start, line.end)
        or _turns_page(content, last.last, last.end)
    ):
        return True
    if end == ":" or (last.rows == 1 and end == "," and _greets(content, last, before)):
        return True
    if line.indent > 15 and last.indent < 8 and content[line.start].isupper():
        return True
    if closed and (line.indent > _indent(content, last) + 1 or _labelled(content, last, line)):
        return True
    if content[line.end - 1] == "," and _SUBJECT.fullmatch(content, line.start, line.end) and below is not None:
        return below.blank or PREAMBLE.match(content, below.start) is not None
    return False


def _is_rule(content: str, start: int, end: int) -> bool:
    """Say whether a line is drawn: a rule between what stands above it and below."""
    return end - start > _DRAWN and content[start] in _STROKES and not content[start:end].strip(_STROKES + " ")


def _turns_page(content: str, start: int, end: int) -> bool:
    """Say whether a line stands at a page's head or foot: printed from a browser, or a UN paper's symbol and page."""
    if content[start] in _TURNING and _PAGE_TURN.match(content, start, end) is not None:
        return True
    if content[end - 1] == ")" and _WEIGHED.search(content, max(start, end - 14), end):
        return end - start < _SHORT
    return content[end - 1].isdigit() and _PAGED.match(content, max(start, end - 24), end) is not None


def _greets(content: str, last: Piece, size: int) -> bool:
    """Say whether a line that ends in a comma is a formula, or greets its readers by their offices."""
    if size < _SALUTED and _FORMULA.match(content, last.start, last.end):
        return True
    return size < _GREETS and _GREETING.fullmatch(content, last.start, last.end) is not None


def _indent(content: str, last: Piece) -> int:
    """Give the indent of a piece's last line; an item's words stand behind its marker."""
    return last.last - content.rfind("\n", 0, last.last) - 1


def _bridged(content: str, last: Piece, line: Line, below: Line | None) -> bool:
    """Say whether a sentence goes on across empty lines: a page break, not a heading or a stem."""
    before = last.end - last.last
    short = line.end - line.start < _SHORT
    if below is not None and below.blank and short and _is_number(content, below):
        return False  # a foot above its page's number
    if below is not None and below.marker and short and content[line.end - 1] not in ";.)":
        return False
    if content[line.start].islower():
        return before > 25 or bool(last.marker)
    if content[line.start] == "(":
        return False  # a dateline in brackets below a title that ends in "let aid in"
    return before > 60 and line.end - line.start > 40 and _CUT.search(content, last.last, last.end) is not None


def _wraps(content: str, last: Piece, line: Line, column: int, *, closed: bool) -> bool:
    """Say whether a line of wrapped text goes on with the piece before it."""
    first = content[line.start]
    before = last.end - last.last + (0 if last.marker else last.indent)
    if first.islower():
        return True
    space = content.find(" ", line.start, line.end)
    word = (space if space > 0 else line.end) - line.start
    full = before + 1 + word > column * 0.88
    if closed:
        return full
    if _leads_on(content, last):
        return not (
            content[last.end - 1] == ","
            and PREAMBLE.match(content, line.start)
            and (PREAMBLE.match(content, last.start) or content.startswith("The ", last.start))
        )
    return full or last.rows > 1 or bool(last.marker) or not _titled(content[last.start : last.end])


def _leads_on(content: str, last: Piece) -> bool:
    """Say whether a piece stops in mid-phrase; no word that leads on has more than five letters."""
    return _LEADS_ON.search(content, max(last.last, last.end - 6), last.end) is not None


def _titled(words: str) -> bool:
    """Say whether a line has the look of a headline: few words, or most of them capitalised."""
    if PREAMBLE.match(words) or words[0].isdigit():
        return False
    long = [word for word in words.split() if len(word) > 3]
    return len(long) < 4 or sum(word[0].isupper() for word in long) * 5 >= len(long) * 3
