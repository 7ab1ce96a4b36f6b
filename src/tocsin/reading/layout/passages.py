# SPDX-License-Identifier: Apache-2.0
"""Passages: title, dateline, heading, salutation, list item, signature – by shape and place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.reading.layout.lines import style
from tocsin.reading.layout.pieces import ENTRY, PREAMBLE, Piece
from tocsin.reading.patterns import late

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)?\.? {_MONTHS}\.?,? ?(?:\d{{4}})?|{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd"
    rf"|th)?,? ?(?:\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_MONTHS},? \d{{4}})"
)
_DATELINE = late(
    r"(?:\*\*|__)?(?:(?i:Date|Published|Posted|Updated|Issued|Sent|Released|Created|Last updated|As of|As at"
    r"|Adopted on|Dated|Done at)"
    r"(?: on)?:? ?|[A-ZÀ-Þ][\w.'-]*(?: [A-ZÀ-Þ\d&][\w.'-]*){0,4}(?:, [A-ZÀ-Þ][\w.' -]{1,24})?(?: ?[,|:•·–—-]|,?"
    r" (?:the|on|dated)) ?"
    r"|(?:Issue|No\.?|Vol\.?) ?\d+ ?[|,·–-]? ?|\d{1,2}[:.]\d\d ?(?:[|,·–-] ?)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day,? ){0,3}"
    rf"\(?(?i:{_DATE})\)?(?:,? ?(?:[|·–-] ?)?(?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?)?["
    rf" .*_]*(?:[A-Z]{{2,4}})?(?: ?[|·•] ?.{{0,40}}"
    rf"| ?[–—-] ?(?i:(?:last )?(?:updated|modified|published)(?: on)?:? ?{_DATE}))?"
)
_HEADER = late(r"(?:From|To|Cc|CC|Bcc|Sent|Date|Reply-To|FROM|TO|DATE) ?: ?\S")
_SENT = late(
    rf"(?:Date|Sent): (?:[A-Z][a-z]+, )?{_DATE}(?:,? \d{{1,2}}:\d\d\S*)?(?: ?[A-Z]{{2,4}}| ?[+-]\d{{4}})?(?: \(\w+\))?"
)
_SUBJECT = late(r"(?:Subject|SUBJECT|Re|RE|Subj|Ref) ?: ?\S")
_BYLINE = late(
    r"(?:By|BY|Written by|Reported by|Author:) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,4}(?:(?:,| and| in| \|).{0,60})?$"
)
_LABEL = late(
    r"(?:for immediate release|(?:press|media|news|public) (?:release|statement)|press communiqu[eé]|check against"
    r" delivery|embargo.{0,40}"
    r"|(?:unofficial )?translation|draft|confidential|urgent)[:.!]?$",
    re.IGNORECASE,
)
_ASKS = late(
    r"^(?:We|I|They)\b|\b(?:demands?|calls?|urges?|asks?|recommends?|must|should|appeals?) (?:on|upon|that|from|you"
    r"|the|to)\b"
)
_SALUTATION = late(
    r"(?:(?:[Mm]y |[Mm]ost )?(?:Dear|Esteemed|(?:Your |Their )?Excellenc(?:y|ies)|(?:Right )?Honou?rable"
    r"|Distinguished|Respected|Ladies and|"
    r"Fellow [a-z]+|Dear fellow|Compatriots|Friends|Colleagues|Mr\.? (?:President|Chair\w*|Speaker|Secretary)"
    r"|Madam[e]? "
    r"(?:President|Chair\w*|Speaker|Secretary)|Your (?:Majesty|Highness|Holiness|Eminence|Honou?r))\b"
    r"|DEAR\b|EXCELLENC|To [Ww]hom [Ii]t [Mm]ay [Cc]oncern|TO WHOM IT MAY CONCERN)"
)
_TOLD = late(r", [a-z].*[.?]\Z", re.DOTALL)
"""What a greeting goes on with where it is a sentence: "Mr President, return the boats."."""
WISHES = (
    r"(?:(?:yours|with|in|best|kind|warm(?:est)?|many|all|our|sincere|every|good) )+(?:[a-z]+,? (?:and )?){0,2}?"
    r"(?:hope|wishes|gratitude|peace|faith|sorrow|anticipation|friendship|fellowship|prayers?|thanks|solidarity|concern)"
)
"""What a letter closes with on a line by itself, in a pattern that folds case: "In hope,", "Yours in solidarity"."""
_CLOSING = late(
    rf"(?:{WISHES}\W*(?:$|\n))|"
    r"(?:(?:Yours |Very |Most )?(?:sincerely|faithfully|respectfully|truly|cordially)|(?:With |Best |Kind |Warm"
    r" )+(?:regards|respect|wishes)|"
    r"Respectfully (?:yours|submitted)|In solidarity|Regards|\(?Signed\)?(?: by)?|Signator(?:y|ies)|Endorsed by"
    r"|Undersigned|The undersigned|"
    r"List of signatories|(?:Signing|Signatory|Endorsing) (?:organi[sz]ations|parties)|Done (?:at|in) |Please"
    r" accept,? )",
    re.IGNORECASE,
)
_STOPS = late(r"[a-z\d)][.!?][\"'”]?\s+[\"“]?[A-Z]")
_SENTENCE = late(
    r"\b(?:I|we|demands?|demanded|calls?|called|urges?|urged|appeals to|requests|asks?|asked|recommends?"
    r"|recommended|must|should|shall|will|is|are"
    r"|was|were|has|have|had|following|says?|said|decides?|decided)\b"
)
_FORMULA = late(r"^Adopted\b.*\d|, ?\d{1,3}(?: \d{1,3})*$|^\d+ (?:Ibid|See|Official)\b", re.DOTALL)
"""What resolutions end with, a preambular paragraph with its note's number, a note."""


def assign(content: str, pieces: list[Piece]) -> None:
    """Give every piece its role, but those that have one already: boilerplate and what the format says."""
    state = _State()
    for number, piece in enumerate(pieces):
        words = content[piece.start : piece.end]
        if not piece.role:
            piece.role = _marked(content, pieces, number, state) if piece.marker else ""
            piece.role = piece.role or _role(content, pieces, number, state)
        if piece.role == "title":
            state.title = state.title or words
        state.greeted = state.greeted or piece.role == "salutation"
        state.begun = state.begun or (piece.role in ("body", "list-item") and (len(words) > 200 or number > 3))
    _sign(content, pieces)


@dataclass(slots=True)
class _State:
    """What has been seen so far: the title's words, a salutation, the text itself."""

    title: str = ""
    greeted: bool = False
    begun: bool = False


def _marked(content: str, pieces: list[Piece], number: int, state: _State) -> str:
    """Give the role of a piece with a marker."""
    piece = pieces[number]
    if piece.marker[0] == "#":
        return "title" if piece.marker == "#" and not state.title and not state.begun else "heading"
    if piece.marker[0] == ">":
        return "list-item" if piece.indent > 1 else "quotation"
    if piece.end - piece.start < 140 and _SALUTATION.match(content, piece.start, piece.end):
        return "salutation" if content[piece.end - 1] in ",:!" else "list-item"
    return "heading" if _titled(content, piece, pieces, number) else "list-item"


def _is_greeting(words: str) -> bool:
    """Say whether a line greets without a mark at its end: "Dear presidents of the universities of Karsk"."""
    if len(words) >= _GREETING:
        return words.startswith(("Dear ", "DEAR ")) and words[-1].isalnum() and len(words) < 2 * _GREETING
    return _TOLD.search(words) is None


_GREETING = 60
"""Code points up to which any greeting may end without a mark."""


def _role(content: str, pieces: list[Piece], number: int, state: _State) -> str:
    """Give the role of a piece without a marker."""
    piece = pieces[number]
    words = content[piece.start : piece.end]
    size = len(words)
    if size < 110 and dates(words, number):
        return "dateline"
    if size < 140 and _SALUTATION.match(words) and (words[-1] in ",:!;" or _is_greeting(words)):
        return "salutation"
    if _is_entry(content, pieces, number):
        return "body"
    subject = number < 8 and size < 200 and _SUBJECT.match(words)
    again = state.title and number < 4 and not state.greeted and size > 12 and words[:60].strip(' "') in state.title
    if subject or again:
        return "title"
    if not _heads(content, piece, pieces, number) or len(_STOPS.findall(words)) > 1:
        return "body"
    titled = not state.title and not state.begun and words[-1] != ":" and not _LABEL.match(words)
    return "title" if titled else "heading"


def _is_entry(content: str, pieces: list[Piece], number: int) -> bool:
    """Say whether a piece is a line of a chronology, beside another one."""
    piece = pieces[number]
    if ENTRY.match(content, piece.start, piece.end) is None:
        return False
    near = (*pieces[number - 1 : number], *pieces[number + 1 : number + 2])
    return any(ENTRY.match(content, other.start, other.end) for other in near)


def dates(words: str, number: int) -> bool:
    """Say whether a line says only when and where a text was made, sent or published, or by which reporter."""
    if (number < 8 and (_HEADER.match(words) or _BYLINE.match(words))) or (number < 16 and _SENT.fullmatch(words)):
        return True
    return any(map(str.isdigit, words)) and _DATELINE.fullmatch(words) is not None


def _titled(content: str, piece: Piece, pieces: list[Piece], number: int) -> bool:
    """Say whether a numbered line is a section's heading ("II. Conclusions", "2.1 Access")."""
    core = piece.marker.strip("().")
    if piece.end - piece.start > 120 or piece.rows > 2 or not core or not core[0].isalnum() or piece.marker[0] == "(":
        return False
    below = pieces[number + 1] if number + 1 < len(pieces) else None
    if below is None or not content[piece.start].isupper() or content[piece.end - 1] in ".;,:?!)":
        return False
    if style(below.marker) == style(piece.marker) or _is_last(content, piece, pieces, number):
        return False
    return _sectioned(content, piece, pieces, number)


def _is_last(content: str, piece: Piece, pieces: list[Piece], number: int) -> bool:
    """Say whether a numbered line goes on with the list right above it, whose items are lines like it."""
    above = pieces[number - 1] if number > 1 else None
    if above is None or above.role != "list-item" or style(above.marker) != style(piece.marker):
        return False
    first, core = above.marker.strip("()."), piece.marker.strip("().")
    counts = first.isdigit() and core.isdigit() and int(core) == int(first) + 1
    return counts and content[above.end - 1] not in ".!?"


def _sectioned(content: str, piece: Piece, pieces: list[Piece], number: int) -> bool:
    """Say whether a short numbered line, no sentence's end, opens a section: its sisters do, or text stands below."""
    core = piece.marker.strip("().")
    below = pieces[number + 1]
    words = content[piece.start : piece.end]
    sister = next(
        (
            other
            for other in reversed(pieces[max(0, number - 60) : number])
            if style(other.marker) == style(piece.marker)
        ),
        None,
    )
    if core.isdigit() and sister is not None and sister.role == "heading" and len(words.split()) < 9:
        return True
    if _SENTENCE.search(words):
        return False
    if core[0].isalpha():
        return core.isupper()
    return (
        below.marker.startswith(piece.marker) or words.isupper() or (not below.marker and below.end - below.start > 120)
    )


def _heads(content: str, piece: Piece, pieces: list[Piece], number: int) -> bool:
    """Say whether a piece without a marker is a heading: short, no sentence, something below it."""
    size = piece.end - piece.start
    if piece.marker or size > 260 or piece.rows > 4 or number + 1 >= len(pieces):
        return False
    end = content[piece.end - 1]
    if end == ":":
        return size < 160 and not _SENTENCE.search(content, piece.start, piece.end)
    if _ends(content, piece, pieces, number):
        return False
    below = pieces[number + 1]
    if content[piece.start].islower():
        return bool(below.marker)
    if below.marker and _ASKS.search(content[piece.start : piece.end]) and number:
        return False
    return size < 160 or number < 3 or bool(below.marker)


def _ends(content: str, piece: Piece, pieces: list[Piece], number: int) -> bool:
    """Say whether a short piece is a whole of its own: a sentence, a quotation, a recital, the last before a footer."""
    end = content[piece.end - 1]
    size = piece.end - piece.start
    if end in ".;,!…-–—" and not (end == "." and size < 60 and content[piece.start : piece.end].isupper()):
        return True
    if (content[piece.start] in "\"'" and end in "\"'") or _FORMULA.search(content, piece.start, piece.end):
        return True
    if PREAMBLE.match(content, piece.start) and number and content[pieces[number - 1].end - 1] == ",":
        return True
    return pieces[number + 1].role == "boilerplate" and number > 2


WROTE = late(
    r"^[> ]*On [^\n]{0,24}?\d[^\n]{0,50}?[,:0-9] ?(?P<who>[^\W\d_][^\n,<>\d:]{2,60}?)(?: ?<[^<>\n]*>)?\s+wrote:[ \t]*$",
    re.MULTILINE,
)
"""The line above a mail quoted in a mail, which names its writer and may go on in the next line."""


def _sign(content: str, pieces: list[Piece]) -> None:
    """Mark the signature block: what stands below a closing formula, and short lines at the very end."""
    signing = False
    for number, piece in enumerate(pieces):
        if piece.role == "boilerplate":
            continue
        size = piece.end - piece.start
        if (
            size < 90
            and number > 1
            and piece.role in ("body", "heading")
            and _CLOSING.match(content, piece.start, piece.end)
            and not _ASKS.search(content[piece.start : piece.end])  # "The undersigned urge the Government to:"
        ):
            signing = True
            piece.role = "signature"
        elif signing and piece.role != "dateline":
            if WROTE.match(content, piece.start, piece.end):
                signing = False  # a mail quoted below the signature
            elif size < 160 and not (piece.role == "body" and content[piece.end - 1] in ".!?" and piece.rows > 1):
                piece.role = "signature"
            elif piece.role != "list-item":
                signing = False
    _sign_off(content, pieces)


_FILED = 40
"""Code points of a line below a signature that says how a paper is filed."""


def _sign_off(content: str, pieces: list[Piece]) -> None:
    """Mark the short lines at the very end that are no sentence: names and what they are."""
    for number in range(len(pieces) - 1, 1, -1):
        piece = pieces[number]
        if piece.role in ("boilerplate", "dateline", "signature"):
            continue
        words = content[piece.start : piece.end]
        if len(words) < _FILED and not any(map(str.isascii, filter(str.isalpha, words))):
            continue  # a number of the file, in another script
        if piece.marker or piece.role not in ("heading", "body") or len(words) > 100 or words[-1] in '.:;!?"…':
            break
        if not words[0].isupper() or _SENTENCE.search(words):
            break
        piece.role = "signature"
