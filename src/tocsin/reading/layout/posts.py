# SPDX-License-Identifier: Apache-2.0
"""Posts: what social media, chats and forums print around a post – counts, handles, hours, the channel's name."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_COUNT = late(r"\d[\d.,]*[kmb]?\+?")
_THOUSANDS = late(r"\d[\d.,]*[km]\+?")
_HOUR = late(r"\d{1,2}[:.]\d\d(?:[ap]m)?|[ap]\.?m\.?")
_AGE = late(r"\d{1,2}(?:s|h|d|w|y|mo|min|mins|hr|hrs)")
_PARTS = late(r"[\s·•|,/–—()-]+")
_SOCIAL = frozenset(
    (
        *(
            "views",
            "view",
            "likes",
            "like",
            "subscribers",
            "subscriber",
            "followers",
            "follower",
            "retweets",
            "retweet",
        ),
        *(
            "reposts",
            "repost",
            "bookmarks",
            "reactions",
            "upvotes",
            "android",
            "plays",
            "listens",
            "dislikes",
            "impressions",
            "iphone",
            "ipad",
        ),
    )
)
"""What is only counted where posts are."""
_BESIDE = frozenset(
    (
        *(
            "for",
            "twitter",
            "all",
            "quote",
            "quotes",
            "tweets",
            "posts",
            "following",
            "comments",
            "comment",
            "replies",
            "reply",
            "shares",
        ),
        *(
            "share",
            "members",
            "member",
            "online",
            "guests",
            "videos",
            "photos",
            "and",
            "ago",
            "edited",
            "hours",
            "hour",
        ),
        *(
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "minutes",
            "minute",
            "streamed",
            "premiered",
        ),
        *(
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "january",
            "february",
        ),
        *("march", "april", "june", "july", "august", "september", "october", "november", "december"),
    )
)
"""What stands beside such a count, and tells nothing by itself."""
_HANDLE = late(
    r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|x\.com|twitter\.com|facebook\.com|fb\.com|instagram\.com"
    r"|youtube\.com|vk\.com|wa\.me|tiktok\.com|threads\.net|mastodon\.\w+|bsky\.app)/\S+"
    r"|(?:[^@.:;!?]{1,40} )?@[a-z0-9_.]{3,40}(?:\s?[·•|]\s?.{1,16})?"
)
"""Where a post is from: the channel's address or its handle, with its name before and the hour behind."""
_SITES = ("t.me", "telegram", "x.com", "twitter", "facebook", "fb.", "instagram", "youtube", "vk.", "wa.me", "tiktok")
_COMMENT = late(
    r"[^.:;!?\n]{2,40}\b(?:says?|said|wrote|commented|replied):?(?: on)?"
    r" (?:[a-z]{3,9} \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9} \d{4}"
    r"|\d[\d./-]{5,9})(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]m)?)?(?: said)?:?"
)
"""The line above what a reader wrote: "Anna says: June 3, 2031 at 09:11"."""
_COMMENTED = ("say", "said", "wrote", "commented", "replied")
_NAME = 48
"""Code points that a channel's name has at most."""
_MOST = 90
_HEAD = 4


def is_count(words: str) -> bool:
    """Say whether a line holds nothing but counts of readers, hours and what stands beside them.

    >>> is_count("1,204 views · may 3, 2031"), is_count("54.1k subscribers"), is_count("38.4k   08:31")
    (True, True, True)
    >>> is_count("3 may 2031"), is_count("12 members"), is_count("12 views of the bridge")
    (False, False, False)
    """
    if len(words) > _MOST or not any(map(str.isdigit, words)):
        return False
    parts = [part for part in _PARTS.split(words) if part]
    social = sum(part in _SOCIAL for part in parts)
    beside = sum(part in _BESIDE or (part[0] == "#" and len(part) > 1) for part in parts)
    counted = sum(_COUNT.fullmatch(part) is not None for part in parts)
    timed = sum(_HOUR.fullmatch(part) is not None or _AGE.fullmatch(part) is not None for part in parts)
    hours = sum(_HOUR.fullmatch(part) is not None and _COUNT.fullmatch(part) is not None for part in parts)
    if social + beside + counted + timed - hours != len(parts) or not counted:
        return False
    thousands = any(_THOUSANDS.fullmatch(part) for part in parts)
    online = "online" in parts or "edited" in parts
    return bool(social) or (thousands and counted + timed > 1) or (online and counted > 1)


def is_tagged(words: str) -> bool:
    """Say whether a line is a row of tags: "#karsk #orsava".

    >>> is_tagged("#karsk #orsava"), is_tagged("#karsk")
    (True, False)
    """
    parts = words.split()
    return len(parts) > 1 and all(part[0] == "#" and len(part) > 1 for part in parts)


def mark(content: str, pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark counts of readers and rows of tags, and at the head whose channel it is."""
    for number, piece in enumerate(pieces):
        words = folded[number].strip()
        if not piece.marker and (
            is_count(words)
            or (words[:1] == "#" and is_tagged(words))
            or (any(map(words.__contains__, _COMMENTED)) and _COMMENT.fullmatch(words))
        ):
            piece.role = "boilerplate"
    _channel(content, pieces, folded)


def _channel(content: str, pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark a channel's address, name and count, which stand above its post."""
    last = -1
    for number, piece in enumerate(pieces[:_HEAD]):
        words = folded[number]
        handle = len(words) < _MOST and (
            ("@" in words or words.startswith(("http", *_SITES))) and _HANDLE.fullmatch(words) is not None
        )
        if handle or is_count(words):
            last = number
        elif piece.marker or piece.end - piece.start > _NAME or content[piece.end - 1] in ".:;,!?":
            break
    if any(is_count(words) or words.startswith(_SITES) for words in folded[: last + 1]):
        for piece in pieces[: last + 1]:
            piece.role = "boilerplate"
