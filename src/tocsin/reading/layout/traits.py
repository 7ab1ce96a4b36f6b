# SPDX-License-Identifier: Apache-2.0
"""Traits: the features by which a piece of a pasted page is weighed – its own, and those of its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_GLUE = frozenset(
    {"the", "of", "to", "in", "and", "a", "an", "that", "for", "on", "with", "by", "from", "at", "as", "is", "was"}
    | {"are", "were", "be", "been", "has", "have", "had", "it", "its", "he", "she", "they", "his", "her", "their"}
    | {"not", "but", "which", "who", "this", "will", "would"}
)
"""Words that running text cannot do without."""
_BIDS = frozenset(
    {"read", "watch", "listen", "follow", "share", "sign", "subscribe", "click", "view", "see", "join", "download"}
    | {"get", "donate", "search", "skip", "log", "print", "email", "submit", "load", "show", "close", "continue"}
    | {"learn", "register", "buy", "shop", "visit", "find", "play", "try", "start", "save", "copy", "tweet", "send"}
    | {"post", "reply", "report", "contact", "advertise", "browse", "explore", "discover", "check", "enter", "accept"}
    | {"manage"}
)
"""Verbs with which a page bids its reader do something."""
_TOLD = (
    ("digits", late(r"\d")),
    (
        "ago",
        late(r"\b(?:ago|yesterday|today|am|pm|a\.m|p\.m|mins?|minutes?|hours?|updated|published|posted)\b|\d:\d\d"),
    ),
    ("stops", late(r"[a-z\d)][.!?][\"'”]?\s+[\"“]?\w")),
    ("person", late(r"\b(?:we|i|our|my|us)\b")),
    ("reader", late(r"\byour?\b")),
    ("link", late(r"@|https?:|www\.|\.com\b|\.org\b")),
    (
        "letter",
        late(
            r"^(?:dear|yours|sincerely|respectfully|signed|(?:your )?excellenc|to:|from:|subject:|date:|with (?:respect"
            r"|kind|best)|(?:mr|mrs|ms|dr|h\.? ?e)\.? |his |her |the (?:right )?hono)"
        ),
    ),
    ("cut", late(r"(?:…|\.\.\.)$")),
    ("bar", late(r"[|·•›/]| > ")),
    ("©", late("©")),
    ("quoted", late(r'^"')),
    ("?", late(r"\?")),
)
"""What a piece may hold, in lower case."""
_ENDS = {".": ".", "!": ".", "?": ".", ":": ":", ",": ",", ";": ",", '"': '"', "'": '"', "’": '"', "”": '"', ")": '"'}
"""What a piece ends with, by kind."""
_SIZES = (8, 16, 28, 45, 70, 110, 170, 300)
_GAPS = (1, 2, 4, 7, 12, 25)
_RUNS = (1, 2, 3, 5, 8, 14, 30)


def own(piece: Piece, words: str, site: Collection[str], *, again: bool, cued: bool) -> list[str]:
    """Give the features of a piece by itself; `words` are its first ones.

    `site` are words of which navigation is made; `again` says that the piece stands elsewhere too, `cued` that a site
    is sure to have added it.
    """
    folded = words.lower()
    tokens = folded.split()
    count = len(tokens) or 1
    size = piece.end - piece.start
    length = bisect_left(_SIZES, size)
    glue = sum(token in _GLUE for token in tokens)
    upper = sum(token[0].isupper() for token in words.split())
    known = sum(token.strip(",;:.!") in site for token in tokens)
    first = words[0]
    found = [
        f"size:{length}",
        f"end:{_ENDS.get(words[-1], '-') if size == len(words) else '+'}{min(length, 6)}",
        f"glue:{min(4, glue * 10 // count)}:{length // 3}",
        f"caps:{min(4, upper * 4 // count)}:{length // 3}",
        f"site:{min(3, known * 3 // count)}:{min(count, 5)}" if known else "site:none",
        "first:" + ("a" if first.islower() else "A" if first.isupper() else "0" if first.isdigit() else "-"),
        *(name for name, shape in _TOLD if shape.search(folded)),
    ]
    if folded.upper() == words and folded != words:
        found.append("upper")
    if tokens and tokens[0].strip(",:!.") in _BIDS:
        found.append(f"bids:{length // 3}")
    if piece.marker:
        found.append("marker:" + ("1" if piece.marker[0].isalnum() or piece.marker[0] == "(" else "•"))
    if piece.rows > 1:
        found.append(f"rows:{min(3, piece.rows)}")
    if again:
        found.append("again")
    if cued:
        found.append("cue")
    return found


def placed(
    sizes: Sequence[int], prose: Sequence[bool], alone: Sequence[float], cued: Sequence[bool]
) -> list[list[str]]:
    """Give the features of every piece's place; `alone` are the scores of the pieces by themselves."""
    count = len(sizes)
    sums = list(accumulate(alone, initial=0.0))
    cues = list(accumulate(cued, initial=0))
    running = list(accumulate((size if is_ else 0 for size, is_ in zip(sizes, prose, strict=True)), initial=0))
    whole = running[-1] or 1
    above, below = _gaps(prose), _gaps(prose[::-1])[::-1]
    page = _level(sums[-1] / count)
    rule = min(4, cues[-1] * 8 // count)
    found = []
    for number, size in enumerate(sizes):
        up, down = above[number], below[number]
        place = "head" if not running[number] else "foot" if running[number + 1] == whole else "mid"
        share = running[number] * 5 // whole
        low, high = max(0, number - 2), min(count, number + 3)
        wide_low, wide_high = max(0, number - 6), min(count, number + 7)
        near = _level((sums[high] - sums[low] - alone[number]) / max(1, high - low - 1))
        wide = _level((sums[wide_high] - sums[wide_low] - alone[number]) / max(1, wide_high - wide_low - 1))
        before = _level(alone[number - 1]) if number else 9
        after = _level(alone[number + 1]) if number + 1 < count else 9
        run = bisect_left(_RUNS, up + down - 1) if not prose[number] else 9
        since = cues[number] - cues[max(0, number - up)] if up else 0
        until = cues[min(count, number + down + 1)] - cues[number + 1]
        own_level = _level(alone[number])
        found.append(
            [
                f"page:{page}",
                f"rule:{rule}",
                f"place:{place}:{bisect_left(_SIZES, size) // 2}",
                f"share:{share}",
                f"near:{near}",
                f"wide:{wide}",
                f"before:{before}",
                f"after:{after}",
                f"run:{place}:{run}",
                f"up:{bisect_left(_GAPS, up)}",
                f"down:{bisect_left(_GAPS, down)}",
                f"since:{place}:{min(4, since)}",
                f"until:{place}:{min(4, until)}",
                f"own:{own_level}:{near}",
                f"own:{own_level}:{place}",
                f"page:{page}:{wide}",
            ]
        )
    return found


def _gaps(prose: Sequence[bool]) -> list[int]:
    """Give how far the nearest running text above each piece is; the top counts as one above the first."""
    gaps = []
    last = -1
    for number, is_ in enumerate(prose):
        gaps.append(number - last)
        if is_:
            last = number
    return gaps


def _level(score: float) -> int:
    """Give a score's step."""
    return -3 if score < -3.5 else 3 if score > 3.5 else round(score / 1.2)
