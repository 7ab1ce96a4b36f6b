# SPDX-License-Identifier: Apache-2.0
"""Turn web pages whose article is known by hand into what a person pastes of them, each line labelled.

    python scripts/paste_pages.py BENCHMARK > pages.jsonl

BENCHMARK holds `ground-truth.json` (name: {"articleBody": …}) and `html/NAME.html.gz`, as the article extraction
benchmark of Zyte (MIT) does. A page is written out as a browser copies it: block elements are lines, links keep their
words, scripts and hidden elements are gone. A line is `a` (the article's), `j` (the site's) or `?` (not judged: a
caption, a byline, a standfirst); by alignment with the article. Of each page the whole is written, and what a person
cuts out of it: `kind` says which; `half` is by a hash of the name. No text enters the package.
"""

import difflib
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lxml.html

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"}
    | {"legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tr", "ul"}
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "figure", "pre", "table"})
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "select", "textarea", "object", "iframe"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(r"caption|credit", re.IGNORECASE)
_MADE = re.compile(r"\b(?:byline|author|dateline|date|timestamp|published|posted|entry-meta|post-meta)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Row(NamedTuple):
    """A line as a browser copies it; `within` names what it stands in, `gap` counts the breaks before it."""

    words: str
    within: frozenset[str]
    gap: int


class _Copy:
    """Copies a page's visible text."""

    def __init__(self, *, spaced: bool) -> None:
        self.rows: list[Row] = []
        self._spaced = spaced
        self._held: list[str] = []
        self._within: set[str] = set()
        self._gap = 0

    def walk(self, element: lxml.html.HtmlElement, within: frozenset[str] = frozenset()) -> None:
        """Copy an element and what stands in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or element.get("hidden") is not None:
            return
        if _HIDDEN.search(element.get("style") or ""):
            return
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if tag in ("h1", "figcaption", "time"):
            within |= {tag}
        if _CAPTION.search(named):
            within |= {"figcaption"}
        if _MADE.search(named):
            within |= {"time"}
        gap = 2 if tag in _SPACED and self._spaced else 1 if tag in _BLOCKS else 0
        self._break(gap)
        self._add("\t" if tag in ("td", "th") else "", within)
        self._add(element.text or "", within)
        for child in element:
            self.walk(child, within)
            self._add(child.tail or "", within)
        self._break(gap)

    def _add(self, words: str, within: frozenset[str]) -> None:
        self._held.append(re.sub(r"[\n\r ]+", " ", words))
        if words.strip():
            self._within |= within

    def _break(self, gap: int) -> None:
        if not gap:
            return
        words = "\t".join(" ".join(cell.split()) for cell in "".join(self._held).split("\t")).strip()
        if words:
            self.rows.append(Row(words, frozenset(self._within), self._gap))
            self._gap = 0
        self._held, self._within = [], set()
        self._gap = max(self._gap, gap)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def labels(rows: list[Row], article: str, titles: list[str]) -> list[str]:
    """Label each line by how many of its words stand in stretches of four or more that the article has too."""
    page = [(word, number) for number, row in enumerate(rows) for word in _words(row.words)]
    hits = [0] * len(rows)
    body = _words(article)
    for block in difflib.SequenceMatcher(None, [word for word, _ in page], body, autojunk=False).get_matching_blocks():
        if block.size >= 4 or block.size == len(body):
            for _, number in page[block.a : block.a + block.size]:
                hits[number] += 1
    found = []
    for number, row in enumerate(rows):
        size = len(_words(row.words))
        share = hits[number] / size if size else 0
        found.append("a" if share >= 0.8 else "j" if share <= 0.2 else "?")
    own = [number for number, label in enumerate(found) if label == "a"]
    if own:
        _doubt(rows, found, titles, own[0], own[-1])
    return found


def _doubt(rows: list[Row], found: list[str], titles: list[str], first: int, last: int) -> None:
    """Leave captions, bylines, dates and standfirsts unjudged; the heading nearest the article is the article's."""
    heads = [set(_words(title)) for title in titles]
    for number, row in enumerate(rows):
        words = set(_words(row.words))
        alike = any(len(words & head) >= 0.8 * len(words) for head in heads)
        near = abs(number - first) < 25 or first <= number <= last
        dated = first - 15 <= number < first and re.match(r"by\b|.*\b(?:19|20)\d\d\b", row.words, re.IGNORECASE)
        headed = len(words) > 2 and ("h1" in row.within or (alike and len(words) > 4))
        if found[number] == "j" and (headed or (near and row.within & {"figcaption", "time"}) or dated):
            found[number] = "?"
    for number in range(first - 1, -1, -1):
        words = set(_words(rows[number].words))
        alike = any(len(words & head) >= 0.8 * max(len(words), 0.6 * len(head)) for head in heads)
        if len(words) > 2 and ("h1" in rows[number].within or alike):
            found[number] = "a"
            for between in range(number + 1, first):
                if found[between] == "j" and len(_words(rows[between].words)) > 6:
                    found[between] = "?"
            return


def cuttings(name: str, rows: list[Row], found: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Give the whole page and what a person cuts out of it, as the numbers of the lines."""
    yield "full", list(range(len(rows)))
    own = [number for number, label in enumerate(found) if label == "a"]
    if not own:
        return
    drawn = random.Random(name)  # noqa: S311 - the same cuttings at each run
    first, last = own[0], own[-1]
    for kind, above, below in (
        ("clip", 0, 0),
        ("few", drawn.randint(1, 3), drawn.randint(1, 4)),
        ("some", drawn.randint(3, 10), drawn.randint(3, 12)),
        ("more", drawn.randint(0, 20), drawn.randint(8, 30)),
    ):
        yield kind, list(range(max(0, first - above), min(len(rows), last + 1 + below)))
    if len(own) > 8:
        left = set(range(own[4], own[-2]))
        whole = range(max(0, first - drawn.randint(1, 6)), min(len(rows), last + 1 + drawn.randint(1, 6)))
        yield "short", [number for number in whole if number not in left]


def main(folder: str) -> None:
    """Write a line a cutting."""
    base = Path(folder)
    truth = json.loads((base / "ground-truth.json").read_text(encoding="utf-8"))
    for path in sorted(base.glob("html/*.html.gz")):
        name = path.name.partition(".")[0]
        if name not in truth:
            continue
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        document = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", html))
        titles = [document.findtext(".//title") or "", *document.xpath('//meta[@property="og:title"]/@content')]
        half = "test" if int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2 else "train"
        for spaced in (True, False):
            copy = _Copy(spaced=spaced)
            copy.walk(document.find("body") if document.find("body") is not None else document)
            found = labels(copy.rows, truth[name]["articleBody"], [title for title in titles if title])
            for kind, numbers in cuttings(name, copy.rows, found):
                text, spans = "", []
                for number in numbers:
                    row = copy.rows[number]
                    text += "\n" * row.gap if text else ""
                    spans.append((len(text), len(text) + len(row.words), found[number]))
                    text += row.words
                print(json.dumps({"name": name, "half": half, "kind": kind, "text": text + "\n", "spans": spans}))


if __name__ == "__main__":
    main(sys.argv[1])
