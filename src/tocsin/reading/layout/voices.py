# SPDX-License-Identifier: Apache-2.0
"""Voices: whose words a block holds – the issuer's, those of a carrier who reports them, or another story's.

A document that is itself the appeal is all its issuer's. Where an agency, a site or a newsletter passes words on, what
stands around them is the carrier's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tocsin.reading.drafts import Block
from tocsin.reading.layout import datelines
from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_GENRE = (
    r"(?:letter|statement|appeal|address|message|resolution|declaration|petition|text|speech|communiqu[eé]|document"
    r"|release|remarks|memo\w*)"
)
_ANNOUNCED = late(
    rf"\b(?:full|complete|entire|unofficial) (?:text|transcript|translation|version|{_GENRE})\b"
    rf"|\breads? (?:as follows|in full|in part|:)|\b{_GENRE}\b[^.]{{0,80}}\b(?:reads|follows|in full|is (?:posted"
    rf"|published|given|presented)|says|states|below)\b"
    rf"|\b(?:[Bb]elow|[Ff]ollowing|[Hh]ere) (?:is|are|we (?:present|publish)) (?:the |an? )?(?:[\w'"
    rf" ]{{0,30}})\b{_GENRE}"
    rf"|\b(?:publish|reproduce|present|release|share)(?:es|s|d"
    rf"|ing)?\b[^.]{{0,40}}\b{_GENRE}\b[^.]{{0,40}}\b(?:below|in full)\b"
)
_REPORTS = late(
    r"\b[A-Z][\w.-]+(?: (?:news agency|News Agency|News))? (?:reports|reported|learned|informs|writes)(?:,| that|:"
    r"|\.|$)|"
    r"(?:, |\b)(?:reports|according to) (?:the )?[A-Z][\w.-]+(?: (?:news agency|News))?[.,]"
)
_REPORTING = ("reports", "reported", "learned", "informs", "writes", "according to")
_MAILED = late(
    r"unsubscribe|this e-?mail|your e-?mail client|in (?:your|a) browser|newsletter|mailing list|forward to a"
    r" friend|saved version"
    r"|you(?:'re| are) receiving|manage (?:your )?preferences",
    re.IGNORECASE,
)
_OFFERED = late(
    r"\bnewsletters? sign-?up|\b(?:subscribe to|get|join|receive|sign up (?:for|to))\b.{0,40}\bnewsletter"
    r"|\benter your e-?mail|\b(?:in|to) your inbox",
    re.IGNORECASE,
)
"""What offers a site's letters to whoever reads a page, which is no letter."""
_MORE = late(
    r"(?:read|see|learn|find out|view|click|continue) (?:more|here|the (?:full|whole|entire)|reading|full)",
    re.IGNORECASE,
)
_OPENING = late(r'(?:(?<=[\s(\[:,–—-])|^)"(?=[\w\[(\'$£€])')
_CLOSING = late(r'(?<=[\w.,!?;:)%\]\'…])"(?=[\s.,;:!?)\]–—-]|$)')
_FORMAL = late(
    r"(?:The|THE) [A-Z][^.:\n]{3,60},(?:$|\n)|Distr\.|UNITED NATIONS\b|(?:Report of the|REPORT OF THE) "
    r"|(?:RESOLUTION|Resolution) (?:\d|[A-Z]+/)|THE COURT\b"
    r"|(?:[A-Z][A-Z,'’-]* ){0,8}COMMITTEE (?:ON|OF|FOR) [A-Z ,'’&-]{4,120}$|(?:[\w-]+ )?Report \((?:\w+ )?(?:Parliament"
    r"|Session|Legislature|Assembly)\)"
    r"|(?:NOTE VERBALE|Note [Vv]erbale)\b|[^.;:]{3,200}? presents? (?:its|their) compliments to "
    r"|(?:Case|CASE|Application|ORDER|Order)\b[^.]{0,40}\b[Nn]o\."
)
_SAID = late(r"\b(?:said|told|added|reported|announced|according to|stressed|noted|stated)\b")
_REPORTERS = late(
    r"\b(?:told|tells|informed|showed) us\b|\b[Oo]ur (?:own )?(?:newsroom|correspondents?|reporters?|staff|desk|"
    r"colleagues?)\b"
    r"|\b(?:spoke|talked|speaking) to us\b"
)
_FIRST_PERSON = late(r"\b(?:I|we|We|our|Our|my|us)\b")


def hear(content: str, pieces: Sequence[Piece]) -> None:
    """Set the voice of every piece."""
    read = [number for number, piece in enumerate(pieces) if piece.role != "boilerplate"]
    if not read:
        return
    if _formal(content, pieces, read):
        return
    mailed = is_mailed(content, pieces)
    quoted = _quoted(content, pieces, read)
    announced = _announcement(content, pieces, read, quoted)
    if announced is not None:
        last = max(quoted) if quoted and max(quoted) > announced else None
        for number in read:
            if number <= announced or (last is not None and number > last and announced + 1 in quoted):
                pieces[number].voice = "carrier"
    elif mailed or quoted or _reported(content, pieces, read):
        for number in read:
            if number not in quoted and not _mostly_quoted(content, pieces[number]):
                pieces[number].voice = "carrier"
    if mailed:
        _others(content, pieces)


def _formal(content: str, pieces: Sequence[Piece], read: Sequence[int]) -> bool:
    """Say whether a body speaks in its own name: the subject line of a resolution, a UN document's head, an order."""
    return any(_FORMAL.match(content, pieces[number].start, pieces[number].end) for number in read[:16])


def is_mailed(content: str, pieces: Sequence[Piece | Block]) -> bool:
    """Say whether the boilerplate is a mailer's, or stands below every one of several stories."""
    more = 0
    for piece in pieces:
        if piece.role == "boilerplate" and piece.end - piece.start < 400:
            mailed = _MAILED.search(content, piece.start, piece.end)
            offered = content.startswith(("Sign", "Subscribe"), piece.start)
            if mailed and not offered and not _OFFERED.search(content, piece.start, piece.end):
                return True
            more += _MORE.match(content, piece.start, piece.end) is not None
    return more > 2


def _announcement(content: str, pieces: Sequence[Piece], read: Sequence[int], quoted: set[int]) -> int | None:
    """Find the piece that says the words of another follow."""
    size = pieces[-1].end
    for place, number in enumerate(read[:-1][:12]):
        piece = pieces[number]
        if piece.start > size * 0.4 and place > 3:
            return None
        if piece.role not in ("body", "heading", "title") or piece.end - piece.start > 600 or number in quoted:
            continue
        tail = content[max(piece.start, piece.end - 240) : piece.end]
        sentence = tail.rpartition(". ")[2]
        follows = sentence.endswith((":", ",")) or number + 1 in quoted or "text" in sentence
        if follows and _ANNOUNCED.search(sentence):
            return number
    return None


def _quoted(content: str, pieces: Sequence[Piece], read: Sequence[int]) -> set[int]:
    """Find the pieces of a quotation that runs over several: opened in one, closed at the end of a later one."""
    inside: set[int] = set()
    run: list[int] = []
    depth = 0
    for number in read:
        piece = pieces[number]
        opens = content[piece.start] == '"'
        if not run and not opens:
            continue
        more = len(_OPENING.findall(content[piece.start : piece.end])) - len(
            _CLOSING.findall(content[piece.start : piece.end])
        )
        if run:
            more -= opens
        depth = max(0, depth + more)
        run.append(number)
        if depth == 0:
            if len(run) > 1:
                inside.update(run)
            run = []
    if len(run) > 2:  # never closed: the close was lost, or lies in what was cut
        inside.update(run)
    return inside


def _mostly_quoted(content: str, piece: Piece) -> bool:
    """Say whether most of a piece stands between quotation marks."""
    words = content[piece.start : piece.end]
    if words.count('"') < 2:
        return False
    first, last = words.find('"'), words.rfind('"')
    outside = first + len(words) - last - 1
    between = sum(len(part) for part in words[first + 1 : last].split('"')[1::2]) if words.count('"') > 2 else 0
    if first < 30 and _CLOSING.search(words, last):
        between = 0 if between < len(words) * 0.35 else between
    return (outside + between) * 5 < len(words) * 2


def _reported(content: str, pieces: Sequence[Piece], read: Sequence[int]) -> bool:
    """Say whether a reporter speaks: a dateline with an agency, "Agency reports", or sayings without a first person."""
    said = 0
    first_person = False
    lined = False
    for number in read[:14]:
        piece = pieces[number]
        if piece.role == "salutation" or (first_person and number > 5):
            return False
        if piece.role not in ("body", "heading"):
            continue
        dateline = datelines.find(content, piece.start) if number < 6 else None
        if dateline and dateline.agency_end > dateline.agency_start:
            return True
        lined = lined or dateline is not None
        words = content[piece.start : piece.end]
        if number < 5 and any(cue in words for cue in _REPORTING) and _REPORTS.search(words):
            return True
        if not first_person:
            plain = re.sub(r'"[^"]*"', "", words) if '"' in words else words
            plain = _REPORTERS.sub("", plain) if "us" in plain or "our " in plain.lower() else plain
            said += len(_SAID.findall(plain))
            first_person = _FIRST_PERSON.search(plain) is not None
    counted = sum(pieces[number].marker[:1].isdigit() for number in read)
    return not first_person and said > (1 if lined else 3) and counted < 6


def _others(content: str, pieces: Sequence[Piece]) -> None:
    """Give other stories in a digest their own voice: all that ends in "Read more" after the first that does."""
    ends = [
        number
        for number, piece in enumerate(pieces)
        if piece.role == "boilerplate" and _MORE.match(content, piece.start, piece.end)
    ]
    if len(ends) < 2:
        return
    for start, end in pairwise(ends):
        for piece in pieces[start + 1 : end]:
            if piece.role != "boilerplate":
                piece.voice = "other"
