# SPDX-License-Identifier: Apache-2.0
"""Edges: what stands at a page's head and foot, told by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

EDGES = " \t#.:!*»«›>→←▶|[](){}•·–—-…\"'_=~^"
"""What surrounds a line's words and is none of them."""
TEASER = late(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more(?: »)?|more »)$", re.IGNORECASE)
"""How a teaser ends."""
_SOURCE = late(r"sources?: ?[^.:;]{2,60}$")
"""Who a page at its end says that it was taken from."""
_REACHED = late(r"(?:tele)?(?:fax|phone|tel)\b")
_GREETING = late(
    r"(?:Dear|Your (?:Excellenc|Majest|Highness|Holiness|Eminence|Honou?r)|Excellenc|Esteemed|Distinguished|Honou?rable"
    r" [A-Z][a-z]+,$)"
)
_HONOURED = late(
    r"(?:H\.? ?E\.?|H\.? ?M\.?|His|Her|Their|(?:The )?(?:Right )?Honou?rable|Mr|Ms|Mrs|Dr|Office of|Embassy"
    r"|[\w ]{0,30}(?:Minister|"
    r"President|King|Queen|Ambassador|Secretary|Commissioner|Speaker|Governor)\b)"
)
_SEPARATED = late(r"\s+(?:[/>|·•›→–—]|[/>]{2})\s+|\s*[|·•›→]\s*")
"""What parts the links of a row of links, the name of a site from that of a page."""
_SITED = late(r"\s+[-–—/>|·•›→]{1,2}\s+\S|\s*[|·•›→]\s*\S")
"""What parts a page's title from its site's name in a browser's tab."""
_NAMED_WORDS = (
    r"\b(?:appeals?|statements?|letters?|declarations?|resolutions?|petitions?|communiqu[eé]s?|releases?|reports?|orders?"
    r"|memorand\w+|calls?|urgent|draft|translation|confidential|embargo\w*|speech|address|remarks|annex|ministry|embassy"
    r"|mission|parliament|assembly|committee|council|court|nations)\b"
)
NAMED = late(_NAMED_WORDS)
"""What stands above a text and is its own: the genre's name, a letterhead."""
_OWN = late(_NAMED_WORDS + r"|\d")
"""What stands above a text and is its own, or tells a day."""
_DATED = late(
    r"\W*(?:(?:published|posted|updated|date)\W+(?:on )?)?(?:[a-z]+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}"
    r"|[a-z]{3,9}\.? \d{1,2}),? \d{4}\b.{0,30}"
)
_REACHES = late(r"[\d@]|www\.|http|\bends?\b")
"""What a cue holds that also stands in a letter: a telephone, an address, "ends"."""
_CLOSES = late(
    r"(?:yours|sincerely|respectfully|in solidarity|signed|signator|undersigned|endorsed|on behalf|for (?:and|the)"
    r"|with |best |kind |done at)"
)
_BARRED = late(r"\s*[|·•›‹]\s*|\s{2,}")
"""What parts a row of names."""
CRUMBS = late(r"\s[>\"›‹]\s")
"""What parts the steps of a path through a site: "Home › News"."""
_ACCOUNTS = late(
    r"\b(?:sign in|sign up|log ?in|register|subscribe|my account|menu|e-?paper|rss|english|fran[cç]ais|espa[nñ]ol"
    r"|deutsch|portugu[eê]s|русский|العربية|中文|en|fr|es|ar|ru|s['’]abonner|abonnez-vous|se connecter|suscr[ií]bete"
    r"|iniciar sesi[oó]n|anmelden|abonnieren|entrar|assine)(?=$|\s*[|·•›]|\s{2,})"
)
"""What a row of links offers that stands below a site's name."""
_PROSE = 110
"""Code points from which a line at the head is the text's."""
_FEW = 4
_TEXT = 70
"""Code points from which what ends a sentence may be a short paragraph."""
_HEADLINE = 90
"""Code points up to which a line may be another story's headline."""
_CAPTION = 48
"""Code points that tell one caption from another."""
LONG = 300
"""Code points from which a paragraph is no teaser."""


def stray(pieces: Sequence[Piece], bare: Sequence[str], site: Collection[str]) -> None:
    """Mark a section's name by itself at the head, above or below what the site added, or out of its row of links."""
    rows = [bare[number] for number, piece in enumerate(pieces[:8]) if piece.role == "boilerplate"]
    linked = {part for row in rows for part in _BARRED.split(row)} - set(rows)
    for number, piece in enumerate(pieces[:8]):
        if piece.end - piece.start > 24 or piece.marker or (bare[number] not in site and bare[number] not in linked):
            continue
        around = (pieces[other] for other in (number - 1, number + 1) if 0 <= other < len(pieces))
        if any(other.role == "boilerplate" for other in around):
            piece.role = "boilerplate"


def tab(pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark a title that stands again below: the first is the browser tab's, with the site's name or without."""
    if len(pieces) < 4 or not pieces[0].end - pieces[0].start > 16:
        return
    above, below = bare[0], bare[1]
    if above == below or (
        len(below) > 16
        and above.startswith(below)
        and _SITED.match(above[len(below) :])
        and len(above) - len(below) < 60
    ):
        pieces[0].role = "boilerplate"


def crumbs(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark the row that leads from a site to a page: two names or more of few words, right above the title."""
    if len(pieces) < 4:
        return
    for number in (0, 1):
        piece, below = pieces[number], pieces[number + 1]
        if number and pieces[0].role != "boilerplate":
            return
        words = bare[number]
        if piece.role or piece.marker or piece.end - piece.start > 90 or content[piece.end - 1] in '.:;,!?"':
            continue
        parts = [part for part in _SEPARATED.split(words) if part]
        few = max(3, 6 - len(parts))
        if len(parts) < 2 or any(len(part.split()) > few for part in parts) or NAMED.search(words):
            continue
        if any(map(str.isdigit, words)) or "–" in words or "—" in words:
            continue
        long = len(bare[number + 1].split()) > (4 if "/" in words else 2)
        heads = (long and below.end - below.start > len(words) * 0.4) or NAMED.match(bare[number + 1])
        if heads and not _SEPARATED.search(bare[number + 1]) and not _DATED.fullmatch(bare[number + 1]):
            piece.role = "boilerplate"


def rows(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark a row of three short names and more below a site's navigation."""
    last = next((n for n, piece in enumerate(pieces[:12]) if piece.end - piece.start > _PROSE), len(pieces[:12]))
    for number in range(last):
        piece = pieces[number]
        if piece.role or piece.marker or content[piece.end - 1] in ".:;,!?":
            continue
        parts = _BARRED.split(bare[number])
        barred = number < _FEW and bare[number].count("|") >= _FEW
        if not barred and not any(above.role == "boilerplate" for above in pieces[:number]):
            continue
        few = all(part and len(part.split()) < _FEW for part in parts)
        if (
            len(parts) >= _FEW - 1
            and few
            and not any(map(str.isdigit, bare[number]))
            and not NAMED.search(bare[number])
        ):
            piece.role = "boilerplate"


def masthead(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark the site's own name above the crumbs or the row of accounts and languages that lead to the page."""
    for number in (1, 2):
        bar = pieces[number] if len(pieces) > 3 else None
        if bar and bar.role == "boilerplate" and _ACCOUNTS.search(bare[number]) and _BARRED.search(bare[number]):
            above = pieces[:number]
            if all(piece.end - piece.start < _TEXT and content[piece.end - 1] not in ".:;,!?" for piece in above):
                for piece in above:
                    piece.role = "boilerplate"
    if len(pieces) > 3 and pieces[1].role == "boilerplate" and CRUMBS.search(content, pieces[1].start, pieces[1].end):
        first = pieces[0]
        if first.end - first.start < 60 and content[first.end - 1] not in ".:;,!?":
            first.role = "boilerplate"


def top(pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark short lines at the very top that stand above a line which the site is sure to have added."""
    last = -1
    for number, piece in enumerate(pieces[:12]):
        words = bare[number]
        if piece.role == "boilerplate":
            last = last if _REACHES.search(words) else number
        elif (
            piece.marker
            or piece.end - piece.start > 32
            or len(words.split()) > 3
            or words[0] == "@"
            or _OWN.search(words)
        ):
            break
    for piece in pieces[: max(0, last)]:
        piece.role = "boilerplate"


def foot(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark the short lines below the last paragraph from the first one on that the site is sure to have added."""
    last = len(pieces) - 1
    while last >= 0 and (
        pieces[last].role == "boilerplate"
        or (pieces[last].end - pieces[last].start < _TEXT and not pieces[last].marker)
        or (pieces[last].end - pieces[last].start < _HEADLINE and content[pieces[last].end - 1] not in '.!?:;"')
    ):
        last -= 1
    first = next(
        (
            n
            for n in range(last + 1, len(pieces))
            if pieces[n].role == "boilerplate" and bare[n] and not _REACHES.search(bare[n])
        ),
        None,
    )
    if first is None or last < 1:
        return
    below = range(first, len(pieces))
    if all(
        pieces[n].role == "boilerplate"
        or not (
            pieces[n].end - pieces[n].start > _HEADLINE
            or content[pieces[n].end - 1] in ".!?:;,"
            or _CLOSES.match(bare[n])
        )
        for n in below
    ):
        for number in below:
            pieces[number].role = "boilerplate"


def leave_addresses(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Leave to a letter the telephone and fax that stand below the names of those it is written to."""
    greeted = next(
        (n for n, piece in enumerate(pieces[:24]) if _GREETING.match(content, piece.start, piece.end)),
        0,
    )
    if any(piece.end - piece.start > 160 for piece in pieces[:greeted]):
        return
    for number in range(1, greeted):
        above = pieces[max(0, number - 3) : number]
        honoured = any(_HONOURED.match(content, piece.start, piece.end) for piece in above)
        if honoured and pieces[number].role == "boilerplate" and _REACHED.match(bare[number]):
            pieces[number].role = ""


def leave_tables(content: str, pieces: Sequence[Piece]) -> None:
    """Leave to a text the rows of a table, which begin and end with a bar as no row of links does."""
    rows = [
        piece
        for piece in pieces
        if content[piece.start] == content[piece.end - 1] == "|" and piece.end > piece.start + 2
    ]
    if len(rows) > 2:
        for piece in rows:
            piece.role = ""


def _bare(content: str, piece: Piece) -> str:
    return content[piece.start : piece.end].lower().strip(EDGES)


def captions(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark a caption that stands again as part of a line that the site added: below its picture's credit."""
    added = [words for piece, words in zip(pieces, folded, strict=True) if piece.role == "boilerplate"]
    for piece, words in zip(pieces[2:], folded[2:], strict=True):
        if not piece.role and _CAPTION < len(words) < LONG and any(words[:_CAPTION] in other for other in added):
            piece.role = "boilerplate"


def _sources(content: str, pieces: Sequence[Piece], tail: Sequence[int]) -> None:
    """Mark the line that says where a page was taken from."""
    for number in tail:
        if pieces[number].end - pieces[number].start < 70 and number and _SOURCE.match(_bare(content, pieces[number])):
            pieces[number].role = "boilerplate"


def between(content: str, pieces: Sequence[Piece], size: int) -> None:
    """Mark short lines near the end that lie between boilerplate, and stray teasers there."""
    tail = [number for number, piece in enumerate(pieces) if piece.start > size * 0.75]
    _sources(content, pieces, tail)
    cut = [
        number
        for number in tail
        if pieces[number].end - pieces[number].start < 240
        and not pieces[number].marker
        and TEASER.search(content, pieces[number].start, pieces[number].end)
    ]
    if len(cut) > 1 and cut[-1] >= len(pieces) - 2:
        for number in cut:
            pieces[number].role = "boilerplate"
            above = pieces[number - 1]
            if above.end - above.start < 140 and content[above.end - 1] not in ".:;,":
                above.role = "boilerplate"
    for number in tail:
        if 0 < number < len(pieces) - 1 and not pieces[number].role and not pieces[number].marker:
            around = pieces[number - 1].role == pieces[number + 1].role == "boilerplate"
            if (
                around
                and pieces[number].end - pieces[number].start < 60
                and content[pieces[number].end - 1] not in '.!?:;"'
            ):
                pieces[number].role = "boilerplate"


def give_back(pieces: Sequence[Piece]) -> None:
    """Leave a text that is nothing but a short notice its own words."""
    if all(piece.role == "boilerplate" for piece in pieces):
        for piece in pieces:
            piece.role = ""
