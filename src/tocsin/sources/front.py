# SPDX-License-Identifier: Apache-2.0
"""Front matter: the block of data that site builders keep above a text, told apart from the text and read for facts.

Its title belongs to the text; its notes are read with the text; all else is furniture. Not a YAML or TOML parser: the
plain keys at the margin are read, whatever is nested in them is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tocsin.records.texts import Part

_FENCED = re.compile(
    r"\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<data>.{0,60000}?)\n(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_UNFENCED = re.compile(
    r"\ufeff?(?P<data>Title:[ \t]*\S[^\n]*\n(?:[A-Z][\w-]*:[^\n]*\n|[ \t]+\S[^\n]*\n)+)(?=[ \t\r]*\n)"
)
_KEY = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)[ \t]*[:=](?=\s|\Z)[ \t]*")
_NESTED = re.compile(r"[\s#\-\]}\[{]|\Z")
"""How a line begins that goes on with the key above it, or is a remark."""
_FACTS = {
    "date": "published",
    "published": "published",
    "publishdate": "published",
    "pubdate": "published",
    "datepublished": "published",
    "publishedtime": "published",
    "docdate": "published",
    "dateissued": "published",
    "author": "author",
    "authors": "author",
    "creator": "author",
    "creators": "author",
    "organization": "author",
    "organisation": "author",
    "publisher": "site",
    "publication": "site",
    "sourceurl": "url",
    "canonicalurl": "url",
}
"""Which keys tell a fact, small and without the marks between their words."""
_TITLES = ("title", "headline")
_NOTES = ("footnotes", "notes", "endnotes", "references")
"""Keys under which the text's own notes stand."""
_DAYS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d", "%A, %d %B %Y", "%A, %B %d, %Y")
_SLUG = re.compile(r"[a-z\d]+(?:[-_][a-z\d]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """`end` is where the text begins, 0 where no front matter stands above it."""

    end: int = 0
    parts: tuple[Part, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key as compared, where it starts, and where its value stands without its quotation marks."""

    key: str
    start: int
    value: int
    end: int


def read(content: str, *, unfenced: bool = False) -> Front:
    r"""Read the front matter of a text; `unfenced` takes lines of "Key: value" above an empty line for it, too.

    >>> front = read("---\ntitle: Open the road\ndate: 2031-03-03\n---\nWe ask for bread.")
    >>> front.facts, [(part.kind, part.start, part.end) for part in front.parts]
    ((('published', '2031-03-03'),), [('furniture', 0, 10), ('title', 11, 24), ('furniture', 25, 45)])
    """
    found = _FENCED.match(content) or (_UNFENCED.match(content) if unfenced else None)
    if found is None:
        return Front()
    entries = list(_entries(content, *found.span("data")))
    if not entries:
        return Front()
    return Front(
        end=found.end(),
        parts=tuple(_parts(content, entries, found.end())),
        facts=tuple(sorted(_facts(content, entries))),
    )


def _entries(content: str, start: int, end: int) -> Iterator[_Entry]:
    """Give the keys at the margin with their values; none where a line is neither key nor part of one."""
    rows: list[tuple[str, int, int, int]] = []
    at = start
    for line in content[start:end].splitlines(keepends=True):
        key = _KEY.match(line)
        if key:
            rows.append((re.sub(r"[\W_]", "", key["key"].lower()), at, at + key.end(), at + len(line)))
        elif rows and _NESTED.match(line):
            rows[-1] = (*rows[-1][:3], at + len(line))
        elif not line.startswith("#"):
            return
        at += len(line)
    for name, first, value, last in rows:
        words = content[value:last].strip()
        begin = content.find(words, value) if words else value
        stop = begin + len(words)
        if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
            begin, stop = begin + 1, stop - 1
        yield _Entry(name, first, begin, stop)


def _parts(content: str, entries: list[_Entry], end: int) -> Iterator[Part]:
    """Give the title as such and all but the notes as furniture, in order."""
    at = 0
    titled = False
    for number, entry in enumerate(entries):
        below = entries[number + 1].start if number + 1 < len(entries) else entry.end
        if entry.key in _TITLES and not titled and entry.value < entry.end and content[entry.value] not in "[{|>":
            yield from _furniture(content, at, entry.value)
            yield Part(start=entry.value, end=entry.end, kind="title")
            at, titled = entry.end, True
        elif entry.key in _NOTES:
            yield from _furniture(content, at, entry.value)
            at = max(entry.end, min(below, end))
    yield from _furniture(content, at, end)


def _furniture(content: str, start: int, end: int) -> Iterator[Part]:
    words = content[start:end].strip()
    if words:
        first = content.index(words, start)
        yield Part(start=first, end=first + len(words), kind="furniture")


def _facts(content: str, entries: list[_Entry]) -> Iterator[tuple[str, str]]:
    told: set[str] = set()
    for entry in entries:
        fact = _FACTS.get(entry.key)
        value = " ".join(content[entry.value : entry.end].split())
        if fact == "published":
            value = _day(value)
        elif fact == "author":
            value = "" if _SLUG.fullmatch(value) or value[:1] in "[{-" else value
        if fact and value and fact not in told:
            told.add(fact)
            yield fact, value


def _day(value: str) -> str:
    """Write a day as ISO 8601 does, whatever follows it."""
    if re.match(r"\d{4}-\d\d-\d\d", value):
        return value
    for form in _DAYS:
        try:
            return datetime.strptime(value, form).date().isoformat()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return ""
