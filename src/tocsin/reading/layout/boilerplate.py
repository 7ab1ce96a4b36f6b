# SPDX-License-Identifier: Apache-2.0
"""Boilerplate: what the site, the mailer or a reader added to a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.layout import clutter, edges, menus, notices, posts, running, widgets
from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_SHAPES = late(
    r"(?:about )?\d+[- ]?(?:min(?:ute)?s?\.?|hours?)[ -](?:read|listen|watch|ago)|\d+ (?:shares?|likes?|views?"
    r"|reads|replies|responses|retweets)"
    r"|(?:[-–—] ?)?(?:page |p\. ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?(?: ?[-–—])?|\(?\d+\)? comments?(?: \(?\d+\)?)?"
    r"|comments? \(\d+\)|ad_\d|.{3,50}\W\d+\+? minutes?|\d+ views?\W{0,3}\d+ comments?|\S{3,30} - \d{1,3}(?: -)?"
    r"|\d+ (?:thoughts?|responses?|replies|comments?) (?:on|to) [\"“'].{3,160}"
    r"|(?:[^.;:]{1,60}\W)?(?:page|p\.) \d{1,4}(?: ?(?:of|/) ?\d{1,4})?|-* ?ends? ?-*|(?:[^.;:]{1,40}\W)?\d{1,3} of"
    r" \d{1,3}|views?:? \d[\d,.]*|(?:\w+ )?\d[\d,.]* (?:views|persons)|(?:news|story|article|post|document"
    r"|release) (?:id|code):? ?[\w-]{1,16}|ge\.\d\d-\d{4,6}(?: ?\(e\))?(?: \d{1,6})?|\*\d{7,}\*"
    r"|\d\d-\d{5}(?: \(e\))?(?:\s+\d{6})?"
    r"|\d\d-\d{5} ?\(e\)(?:\s+\d{6})?"
    r"|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: ?[ap]m)?\s{2,}\S.{3,120}"
    r"|.{0,80}\(\d[\d.,]* ?[km]b\).{0,40}|[\w .-]{3,60}\.(?:pdf|docx?|xlsx?|mp3|mp4|zip)(?: \(?[\d.]+ ?[km]b\)?)?"
    r"|\d\d-\d{5}(?: ?\(e\))?\s+\d{1,3}/\d{1,3}|\d{1,3}/\d{1,3}\s+\d\d-\d{5}(?: ?\(e\))?"
)
_LINKS = late(r"[\w.+-]+@[\w-]+\.[\w.]+|https?://|www\.|\+?\(?\d[\d ()/-]{7,}\d")
_CONTACT = late(
    r"(?:e-?mail|tel(?:ephone)?|phone|fax|mobile|cell|web(?:site)?|(?:press|media) (?:contact|office|officer"
    r"|inquiries|enquiries)s?|contacts?"
    r"|p\.? ?o\.? ?box(?=\s?\d)"
    r"|(?:head |main |our )?(?:office|address|headquarters|secretariat)(?=\s?:)"
    r"|(?:for )?(?:more|further|additional) (?:information|details)|for (?:media|press|interview)\b[\w ]*)\b"
)
_ADDRESS = late(r"(?:https?://|www\.)\S+")
"""A line that is one link."""
_CREDITED = late(
    r"(?:[|(\[.–—]|\s-)\s?(?:file )?(?:photo|image|picture|photograph)s?(?: credit| by| courtesy(?: of)?)?\s?:"
    r"\s?.{2,60}$"
)
"""Whose picture it is that a line describes."""
_DATED = late(r"\d{1,2} [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4}")
_PAGED = late(r"\S.{3,80}?(?:\s{3,}|\t|\s\|\s)(?:page |p\. ?)?\d{1,3} ?(?:/|of) ?\d{1,3}$")
"""A running head or foot with its page, which the layout has put far apart."""
_BAR = late(r"\s*(?:[|·•›‹→]|(?<=\s)[>/\"](?=\s)|\s{2,}|\t)\s*")  # the view writes » as a quotation mark
_BARS = frozenset('|·•›‹→>/"\t')
_SIGNED = late(
    r"\d[\d,. ]*(?: people| supporters)?(?: have)? signed\b.{0,20}(?:let.?s (?:get|reach)|next goal|goal|help us|$)"
    r"|at \d[\d,. ]* signatures[, ]+this petition\b"
)
_ARROW = late(r"[\"›→]\s\S.{0,58}$|.{0,58}\S\s[\"›→]$")
_SYMBOL = late(
    r"(?:ge\.\d\d-\d{4,6}(?: ?\(e\))?(?: \d{1,6})?\s+|united nations\s{3,})?(?:a|s|e|crc|cat|ccpr|cedaw"
    r"|cerd)/[a-z0-9./()-]{3,30}"
)
"""A UN document's symbol, which each page repeats."""
_TRANSLATED = late(
    r"(?:this|the) (?:letter|statement|appeal|text|document|article|interview|declaration|petition|translation)"
    r" (?:has been |was |is )(?:also )?(?:an? )?(?:(?:unofficial|informal|courtesy|machine|own) )?translat"
)
_GIFT = late(
    r"\b(?:donat|support (?:us|our)|gift|chip in|contribut|give)\w*\b.{0,40}[$£€] ?\d+[\d.,]*"
    r" (?:a|per|each) (?:month|week|year)\b"
)
_COOKIES = late(
    r"\b(?:we|our|us|this (?:web)?site|your (?:browser|device)|on your device)\b.{0,160}\bcookies?\b"
    r"|\bcookies?\b.{0,120}\b(?:we|our|this (?:web)?site|your (?:browser|device|experience))\b"
    r"|^(?:\w+ ){0,4}(?:accept|reject|manage|allow|decline|view|necessary|essential)(?: \w+){0,2} cookies\b"
)
"""What a site says of what it stores."""
_TELLS = late(
    r"\bi (?!agree|accept|consent|understand|have read|want to|would like|wish to)[a-z]"
    r"|\b(?:tells?|told|asked|said) (?:its|their|his|her|us|me)\b"
)
"""What shows that somebody tells of a site, whose own notices say no such thing."""
_SHAPED = 110
"""Code points beyond which a line has no such shape, but one that opens with a figure or gives a file's size."""
_WORDS = 8
"""Blanks that a line of figures, be they ever so long, has at most."""
_HEADED = ("to:", "from:", "cc:", "date:", "re:", "subject:", "attn:", "ref:")
"""How the lines of a memorandum's head begin, whose columns are no row of links."""
_NOTICE = 6
"""Words above which a line may be a paragraph that tells of a site."""
_CURRENCIES = frozenset("$£€")
_OMITTED = late(r"\W*(?:\.\.\.|…)\W*")
"""Words left out of a quotation or an excerpt, which belong to the text."""
_MAILED = late(r"(?:-- ?|_{16,} ?)(?:\n|$)")
"""The line that mailers put above what they add, and lists of mail."""
_COUNTS = late(r"^\(?\d+\)? | ?\(?\d+\)?$")
"""How many comments there are, before the word or behind it."""
_NEIGHBOURS = ("previous", "prev", "older", "next", "newer")
"""How the links to the pages before and behind begin."""
_HOMES = frozenset(("home", "homepage", "home page", "main page", "start", "startseite", "accueil", "inicio"))
"""Where a row of links begins that leads to the page."""
_MARKS = ",;:|-–—·•/()"
_TONGUES = frozenset(
    (
        "",
        *(
            "english",
            "français",
            "francais",
            "español",
            "espanol",
            "русский",
            "العربية",
            "中文",
            "deutsch",
            "português",
        ),
        *("italiano", "türkçe", "українська", "فارسی", "nederlands", "polski", "ქართული", "kiswahili", "soomaali"),
        *("en", "fr", "es", "ru", "ar", "zh", "de", "pt", "it", "tr", "uk"),
    )
)
"""Languages by their own names, of which menus are made."""
_TEXT_LINK = 70
"""Code points that a link to another page has at most."""
_TAB = 26
"""Code points that the name of a section in a bar has at most."""
_PARAGRAPH = 70
"""Code points from which what ends a sentence may be a short paragraph."""
_LONG = 300
"""Code points from which a paragraph is no teaser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The catalogue's cues, made ready: `starts` by first word; see boilerplate.toml for what each list means."""

    lines: frozenset[str]
    starts: Mapping[str, tuple[str, ...]]
    weak: frozenset[str]
    anywhere: AhoCorasick
    comments: frozenset[str]
    related: frozenset[str]
    related_starts: tuple[str, ...]
    footers: tuple[str, ...]
    site: frozenset[str]


def furniture(catalogue: Catalogue) -> Furniture:
    """Make the cues ready; a catalogue without them finds shapes only."""

    def words(name: str) -> tuple[str, ...]:
        row = catalogue.words.get(f"boilerplate.{name}")
        return row.words if row else ()

    starts: dict[str, list[str]] = {}
    for start in words("start"):
        starts.setdefault(start.split(" ")[0], []).append(start)
    return Furniture(
        lines=frozenset(words("line")),
        starts={first: tuple(all_starts) for first, all_starts in starts.items()},
        weak=frozenset(words("weak")),
        anywhere=AhoCorasick(words("anywhere")),
        comments=frozenset(words("comments")),
        related=frozenset(words("related")),
        related_starts=words("related-start"),
        footers=words("footer"),
        site=frozenset(words("site")),
    )


def mark(content: str, pieces: Sequence[Piece], cues: Furniture) -> None:
    """Give the role boilerplate to what is none of the text's own: single lines, then zones, then what lies between."""
    if not pieces:
        return
    size = pieces[-1].end
    folded, bare = cue(content, pieces, cues)
    running.mark(pieces, folded)
    notices.mark(pieces, folded)
    posts.mark(content, pieces, folded)
    cued = [piece.role == "boilerplate" and bool(words) for piece, words in zip(pieces, bare, strict=True)]
    for number, piece in enumerate(pieces):
        if piece.end - piece.start < 80 or piece.role == "boilerplate":
            _zone(content, pieces, number, bare, cues, size)
        if number and pieces[number - 1].role == "boilerplate" and piece.end - piece.start < 200:
            contact = _CONTACT.match(bare[number - 1]) or bare[number - 1].startswith("media contact")
            linked = _ADDRESS.fullmatch(bare[number]) or (contact and _LINKS.search(bare[number]))
            if linked and not piece.marker:
                piece.role = "boilerplate"
    for piece, below, words, after in zip(pieces, pieces[1:], bare, bare[1:], strict=False):
        few = piece.end - piece.start < _TEXT_LINK and below.end - below.start < _TEXT_LINK
        if few and words.startswith(_NEIGHBOURS[:3]) and after.startswith(_NEIGHBOURS[3:]):
            piece.role = below.role = "boilerplate"
    _head(pieces, bare, cues)
    edges.tab(pieces, bare)
    edges.crumbs(content, pieces, bare)
    edges.rows(content, pieces, bare)
    edges.top(pieces, bare)
    edges.stray(pieces, bare, cues.site)
    edges.captions(pieces, folded)
    edges.leave_addresses(content, pieces, bare)
    edges.masthead(content, pieces, bare)
    edges.between(content, pieces, size)
    edges.foot(content, pieces, bare)
    widgets.mark(content, pieces, bare)
    clutter.sweep(content, pieces, cued, cues.site)
    menus.mark(content, pieces)
    edges.leave_tables(content, pieces)
    edges.give_back(pieces)


def cue(content: str, pieces: Sequence[Piece], cues: Furniture) -> tuple[list[str], list[str]]:
    """Mark the pieces that are boilerplate by their own words; give their first words, in lower case and bare."""
    folded = [content[piece.start : min(piece.end, piece.start + _LONG)].lower() for piece in pieces]
    bare = [words.strip(edges.EDGES) for words in folded]
    repeated = running.repeated(pieces, folded)
    for number, piece in enumerate(pieces):
        if _is_signed_off(content, piece) and number * 3 > len(pieces):
            for below in pieces[number:]:
                below.role = "boilerplate"
        if bare[number] == "newsletter" and number < _TOP and not _is_among(bare, number, cues):
            continue  # what kind of paper it is, below its maker's name
        before = number > 8 or bool(number and pieces[number - 1].role == "boilerplate")
        before = before or (number + 1 < len(bare) and _shaped(folded[number + 1]))
        if (
            (
                (before or (number > 1 and bare[number] == bare[0]))
                and piece.end - piece.start < 90
                and _SYMBOL.fullmatch(folded[number])
            )
            or (piece.end - piece.start < _LONG and _added(piece, bare[number], folded[number], cues))
            or (number and piece.rows > 1 and _turns(folded[number], bare[: min(number, 6)], cues))
            or _tells_itself(content, piece, bare[number], cues)
            or number in repeated
            or (not piece.marker and _is_address(bare, folded, number))
        ):
            piece.role = "boilerplate"
    return folded, bare


def _is_address(bare: Sequence[str], folded: Sequence[str], number: int) -> bool:
    """Say whether a piece is one link and nothing else, which no sentence above it leads to."""
    if not bare[number].startswith(("http", "www.")) or _ADDRESS.fullmatch(bare[number]) is None:
        return False
    return not (number and folded[number - 1].rstrip().endswith((":", ",")))


def _is_among(bare: Sequence[str], number: int, cues: Furniture) -> bool:
    """Say whether a line stands beside a line of a site."""
    around = (bare[near] for near in (number - 1, number + 1) if 0 <= near < len(bare))
    return any(words in cues.lines or words in cues.site for words in around)


_TOP = 4


def _is_signed_off(content: str, piece: Piece) -> bool:
    """Say whether a piece opens what a mailer added, below its two dashes."""
    if _MAILED.match(content, piece.start) is None:
        return False
    below = content[piece.start : piece.start + 600]
    return _LINKS.search(below) is not None or "nsubscri" in below or " receiv" in below or "get this" in below


def _turns(folded: str, heads: Sequence[str], cues: Furniture) -> bool:
    """Say whether all lines of a piece turn a page: its foot, its number, its symbol, the document's own head again."""
    if len(folded) == _LONG:
        return False
    turned = False
    for line in filter(None, map(str.strip, folded.split("\n"))):
        if _shaped(line) or _SYMBOL.fullmatch(line) or _is_bar(line, cues):
            turned = True
        elif not any(head.rstrip("¹²³*") == line for head in heads):
            return False  # most paragraphs, at their first line
    return turned


def _tells_itself(content: str, piece: Piece, words: str, cues: Furniture) -> bool:
    """Say whether a longer paragraph says what kind of paper this is and where to get others."""
    if not _LONG <= piece.end - piece.start < 2 * _LONG or piece.marker:
        return False
    starts = cues.starts.get(words.split(" ", maxsplit=1)[0], ())
    told = any(words.startswith(start) and start not in cues.weak for start in starts)
    return told and _LINKS.search(content, piece.start, piece.end) is not None


def _added(piece: Piece, words: str, folded: str, cues: Furniture) -> bool:
    """Say whether a short piece is boilerplate by its own words."""
    if words in cues.lines or _shaped(words) or (words != folded and _shaped(folded)):
        return not piece.marker or words in cues.lines or (piece.marker in "-–—" and folded[-1] in "-–—")
    if piece.marker and piece.marker[0] not in "#>":
        return False
    tokens = words.split()
    if not tokens and _OMITTED.fullmatch(folded):
        return False
    if not tokens or (1 < len(tokens) < 12 and all(token.strip(",;:[]") in cues.site for token in tokens)):
        return True
    if 1 < len(tokens) < 20 and all(token.strip(_MARKS) in _TONGUES for token in tokens):
        return True
    return _begins(words, folded, tokens, cues) or _linked(words, folded, cues) or _says(words, tokens, cues)


def _begins(words: str, folded: str, tokens: Sequence[str], cues: Furniture) -> bool:
    """Say whether a line begins as boilerplate does; a weak beginning counts only in a short line with a link."""
    start = next((start for start in cues.starts.get(tokens[0], ()) if words.startswith(start)), None)
    if start is not None:
        linked = len(tokens) < 7 or _LINKS.search(words) is not None
        return start not in cues.weak or (len(tokens) < 14 and linked)
    return any(folded.startswith(start) for start in cues.starts.get(folded[:1], ()))


def _linked(words: str, folded: str, cues: Furniture) -> bool:
    """Say whether a line is a running head, a petition's counter, a row of links or one link with its arrow."""
    if (
        (folded[-1:].isdigit() and _PAGED.match(folded))
        or _SIGNED.match(words)
        or (len(folded) < 200 and _is_bar(folded, cues))
    ):
        return True
    return words.startswith((*cues.related_starts, "read ", "see ", "all ")) and _ARROW.match(folded) is not None


def _shaped(line: str) -> bool:
    """Say whether a line is a page's number, a count of readers, "ends": all but the last hold a figure."""
    if len(line) > _SHAPED and not line[0].isdigit() and "b)" not in line and line.count(" ") > _WORDS:
        return False
    return ("end" in line or any(map(str.isdigit, line))) and _SHAPES.fullmatch(line) is not None


def _is_bar(words: str, cues: Furniture) -> bool:
    """Say whether a line is a row of links: "Home > News > Karsk", "Print | Send by e-mail | © The Courier"."""
    if words.startswith(_HEADED) or (_BARS.isdisjoint(words) and len(" ".join(words.split())) + 2 > len(words)):
        return False  # no mark, and nowhere three spaces
    parts = [part.strip(edges.EDGES) for part in _BAR.split(words) if part.strip(edges.EDGES)]
    if len(parts) > 3 and all(len(part) < _TAB for part in parts) and sum(_is_link(part, cues) for part in parts) > 1:
        return True
    if len(parts) < 2 or words[-1] in ".?!" or any(_DATED.match(part) for part in parts):
        return False
    if edges.CRUMBS.search(words) and all(len(part.split()) < 6 for part in parts) and len(words) < 100:
        return parts[0] in cues.site or parts[0] in cues.lines or len(parts) > 2
    if parts[0] in _HOMES or all(part in _TONGUES for part in parts):
        return len(words) < 120 and not any(_DATED.match(part) for part in parts)
    known = sum(_is_link(part, cues) for part in parts)
    headline = any(len(part.split()) > 5 for part in parts if not _is_link(part, cues))
    return known * 2 >= len(parts) and (known > 1 or (len(parts[0].split()) < 4 and not headline))


def _is_link(part: str, cues: Furniture) -> bool:
    """Say whether a part of a row is a link's words."""
    tokens = part.split()
    if part in cues.lines or part in _TONGUES or _shaped(part) or all(token in cues.site for token in tokens):
        return True
    if len(tokens) < 9 and _LINKS.search(part):
        return True
    return len(tokens) < 12 and any(part.startswith(start) for start in cues.starts.get(tokens[0], ()))


def _is_notice(words: str) -> bool:
    """Say whether a line tells who translated a text, what a gift costs, or what a site stores."""
    gift = not _CURRENCIES.isdisjoint(words) and _GIFT.search(words) is not None
    return gift or _TRANSLATED.match(words) is not None or ("cookie" in words and _COOKIES.search(words) is not None)


def _says(words: str, tokens: Sequence[str], cues: Furniture) -> bool:
    """Say whether a line holds a cue anywhere, bids to follow somebody somewhere, or gives a contact."""
    if len(tokens) > _NOTICE and _TELLS.search(words):
        return False
    if _is_notice(words):
        return len(tokens) < 40
    if cues.anywhere.find_matches_as_indexes(words):
        return len(tokens) < 40 and not (len(tokens) > 4 and _DATED.match(words))
    pictured = ":" in words and ("photo" in words or "image" in words or "picture" in words)
    if pictured and _CREDITED.search(words) and len(tokens) < 40 and not _DATED.match(words):
        return True
    if "follow us" in words and len(tokens) < 20 and _LINKS.match(words):
        return True
    followed = tokens[0] == "follow" and len(tokens) < 12 and tokens[-1].strip(".!") in cues.site
    return followed or (len(tokens) < 30 and _CONTACT.match(words) is not None and _LINKS.search(words) is not None)


def _zone(content: str, pieces: Sequence[Piece], number: int, bare: Sequence[str], cues: Furniture, size: int) -> None:
    """Take in what stands under a heading of comments, of other stories, or below a mailer's first footer line."""
    words = bare[number]
    after = pieces[number].start / size
    counted = _COUNTS.sub("", words) if any(map(str.isdigit, words)) else words
    if (
        words in cues.comments or (counted != words and counted.removesuffix("s") in ("comment", "response", "reply"))
    ) and (pieces[number].role == "boilerplate" or _heads_comments(pieces, number)):
        if number + 1 < len(pieces) and all(token in cues.site for token in bare[number + 1].split()):
            return  # one of several buttons
        pieces[number].role = "boilerplate"
        if after > 0.3 and not any(piece.end - piece.start > 900 for piece in pieces[number + 1 :]):
            for piece in pieces[number + 1 :]:
                piece.role = "boilerplate"
        return
    if words in cues.related or words.startswith(cues.related_starts):
        _teasers(content, pieces, number)
    elif (
        pieces[number].role == "boilerplate"
        and after > 0.6
        and words.startswith(cues.footers)
        and all(piece.end - piece.start < _LONG for piece in pieces[number + 1 :])
        and not any(_goes_on(content, above) and _goes_on(content, piece) for above, piece in pairwise(pieces[number:]))
    ):
        for piece in pieces[number + 1 :]:
            piece.role = "boilerplate"


def _heads_comments(pieces: Sequence[Piece], number: int) -> bool:
    """Say whether "Comments", "Discussion" heads what readers wrote: near the end, no numbered section."""
    return not pieces[number].marker and number * 3 > len(pieces) * 2


def _teasers(content: str, pieces: Sequence[Piece], number: int) -> None:
    """Take in the headlines and cut sentences below a heading such as "Related"."""
    end = number + 1
    if _listed(pieces, number) or _framed(content, pieces, number):
        return
    teasing = 0
    while end < len(pieces):
        piece = pieces[end]
        length = piece.end - piece.start
        cut = edges.TEASER.search(content, piece.start, piece.end) is not None
        if length > _LONG or (length > 160 and not cut and piece.role != "boilerplate"):
            break
        if end + 1 < len(pieces) and _goes_on(content, piece) and _goes_on(content, pieces[end + 1]):
            break
        teasing += 1
        end += 1
    if end < len(pieces) and end - number < 6:
        # Real text goes on below: take only what is cut or bare of an end.
        end = number + 1
        while end < len(pieces) and (
            pieces[end].role == "boilerplate"
            or edges.TEASER.search(content, pieces[end].start, pieces[end].end)
            or (pieces[end].end - pieces[end].start < 120 and content[pieces[end].end - 1] not in ".:;,!?")
        ):
            end += 1
        if (
            end < len(pieces)
            and end - 1 > number
            and pieces[end - 1].role != "boilerplate"
            and not edges.TEASER.search(content, pieces[end - 1].start, pieces[end - 1].end)
        ):
            end -= 1  # the line right above real text is its own heading
            end -= end - 1 > number and _is_top(pieces, number)  # there the two: a title and what stands below it
        teasing = end - number - 1
    if teasing or pieces[number].role == "boilerplate" or end == number + 1 == len(pieces):
        for piece in pieces[number:end]:
            piece.role = "boilerplate"


def _is_top(pieces: Sequence[Piece], number: int) -> bool:
    """Say whether nothing but a few lines of the site stands above a line."""
    return number < _TOP and all(piece.role == "boilerplate" for piece in pieces[:number])


def _listed(pieces: Sequence[Piece], number: int) -> bool:
    """Take in the items of the list that stands below a heading of other stories, and nothing below them."""
    marker = pieces[number + 1].marker if number + 1 < len(pieces) else ""
    if not marker or marker[0].isalnum():
        return False
    for piece in pieces[number + 1 :]:
        if piece.marker != marker or piece.end - piece.start > _LONG:
            break
        piece.role = "boilerplate"
    pieces[number].role = "boilerplate"
    return True


def _framed(content: str, pieces: Sequence[Piece], number: int) -> bool:
    """Take in the lines right below a heading of other stories where the text goes on below an empty line."""
    stop = next((n for n in range(number + 2, len(pieces)) if pieces[n].blank), len(pieces))
    if stop >= len(pieces) or pieces[number + 1].blank or not _goes_on(content, pieces[stop]):
        return False
    framed = pieces[number:stop]
    if not any(_goes_on(content, piece) for piece in framed):
        for piece in framed:
            piece.role = "boilerplate"
    return True


def _goes_on(content: str, piece: Piece) -> bool:
    """Say whether a piece looks like a paragraph; two in a row are no teasers, each of which has its headline."""
    return piece.end - piece.start > _PARAGRAPH and content[piece.end - 1] in '.!?"' and not piece.role


def _head(pieces: Sequence[Piece], bare: Sequence[str], cues: Furniture) -> None:
    """Mark navigation at the top: a run of very short lines of which at least two are known."""
    end, last, known = 0, -1, 0
    while end < len(pieces) and pieces[end].end - pieces[end].start < 28 and len(bare[end].split()) < 5:
        if pieces[end].role == "boilerplate" or bare[end] in cues.site:
            last, known = end, known + 1
        end += 1
    if known > 2 and known * 3 > end:
        for piece in pieces[: last + 1]:
            piece.role = "boilerplate"
