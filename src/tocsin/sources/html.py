# SPDX-License-Identifier: Apache-2.0
"""HTML: what a reader of the page sees, every character mapped to its offset in the decoded file.

The standard library's parser is used for the text, since it alone tells where each character stood; trafilatura says
which of it is the main text.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from tocsin.records.ids import digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources.decoding import decoded
from tocsin.sources.extracts import Extract
from tocsin.sources.main_text import main_spans
from tocsin.sources.weaving import Weaver

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DROPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video"),
        *("select", "datalist", "head"),
    )
)
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "menu"})
_FURNITURE_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "banner"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARAGRAPHS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "figure", "figcaption", "address", "pre", "dl", "dt"),
        *("dd", "fieldset", "details", "summary", "blockquote", "ul", "ol", "table", "caption", "body", "hr"),
        *_FURNITURE,
        *_HEADINGS,
    )
)
_LINES = frozenset({"li", "tr"})
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_KINDS = {"blockquote": "quotation", "table": "table", "p": "paragraph", "li": "item"}
_METAS = {
    "og:title": "title",
    "dc.title": "title",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "article:published_time": "published",
    "date": "published",
    "dc.date": "published",
    "datepublished": "published",
    "pubdate": "published",
    "og:url": "url",
    "og:site_name": "site",
    "description": "description",
}
_DEEPEST = 400
"""Elements inside one another beyond which only words are read: looking outward through more would take for ever."""

_SLIPS = 50
"""Comments without an end that a page may have before it is cut off at the first of them."""

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_PIECE = re.compile(r"[ \t\n\r\f\v]+|[^ \t\n\r\f\v]+")


def read(data: bytes, where: str = "page.html") -> Extract | Problem:
    """Read a page: paragraphs and headings apart by a blank line, items with a bullet or their number."""
    declared = _DECLARED.search(data[:4096])
    page = decoded(data, where, declared[1].decode("ascii", "replace") if declared else None)
    if isinstance(page, Problem):
        return page
    walker = _Walker(page.content)
    walker.walk()
    content = walker.weaver.content
    if not content.strip():
        message = "the page holds no text, only scripts or pictures; save it from a browser after it has loaded"
        return Problem(where=where, code="no-text", message=message)
    text = Text(
        document=digest(data),
        version="html/1",
        media_type="text/html",
        content=content,
        origins=walker.weaver.origins,
        parts=walker.weaver.parts,
        main=main_spans(page.content, content),
        facts=(*walker.facts(), *page.facts),
    )
    return Extract(text=text, problems=page.problems)


_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)


def _is_hidden(values: dict[str, str]) -> bool:
    """Say whether an element's own attributes keep it from whoever reads the page."""
    return "hidden" in values or _HIDING.search(values.get("style", "")) is not None


class _Walker(HTMLParser):
    """Goes through a page once, weaving its text. Unclosed elements are closed by those around them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.weaver = Weaver()
        self._page = page
        self._lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self._open: list[tuple[str, int, str, int]] = []  # tag, start in the text, kind of part or "", depth
        self._dropped = 0
        self._lists: list[int | None] = []  # next number of each open list, None for bullets
        self._space: int | None = None  # offset of white space that is due before the next word
        self._due = ""  # the marker of an item of which no word was written yet
        self._in_title = False
        self._title = ""
        self._found: dict[str, str] = {}

    def walk(self) -> None:
        # The parser looks for each comment's end anew; one or two without an end are a slip (a script may hold one),
        # thousands are there to take for ever.
        last = self._page.rfind("-->") + 1
        many = self._page.count("<!--", last) > _SLIPS
        self.feed(self._page[: self._page.find("<!--", last)] if many else self._page)
        self.close()
        while self._open:
            self._shut(self._open.pop())

    def facts(self) -> tuple[tuple[str, str], ...]:
        if self._title.strip():
            self._found.setdefault("title", _SPACE.sub(" ", self._title).strip())
        return tuple(sorted(self._found.items()))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    # ---- elements

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note(tag, values)
        if len(self._open) >= _DEEPEST and tag not in _VOID:
            return  # no page of a person's is so deep; its words are read, its elements are not
        if tag in _PARAGRAPHS and not (self._dropped and self._open[-1][0] != "head"):
            self._end_before(tag)
        if tag in _VOID:
            self._void(tag)
            return
        if self._dropped or tag in _DROPPED or _is_hidden(values):
            self._dropped += 1
            self._open.append((tag, self.weaver.at, "dropped", 0))
            return
        if tag in {"li", "tr", "td", "th", "dt", "dd"}:
            self._imply(tag)
        self._break(tag)
        kind, depth = self._kind(tag, values)
        self._open.append((tag, self.weaver.at, kind, depth))
        if tag == "li":
            self._due = self._marker()
        elif tag in {"ul", "ol"}:
            number = values.get("start", "1")
            self._lists.append(None if tag == "ul" else int(number) if number.isdecimal() else 1)

    def _break(self, tag: str) -> None:
        """Make room before an element."""
        if tag in _PARAGRAPHS:
            nested = bool(self._lists) and tag in {"ul", "ol"}
            if nested:
                self._end_item()
            self._gap(1 if nested or self._in("li") else 2)
        elif tag in _LINES:
            self._gap(1)
        elif tag in {"td", "th"} and self.weaver.last != "\n":
            self._space = None
            self.weaver.add("\t")

    def _kind(self, tag: str, values: dict[str, str]) -> tuple[str, int]:
        """Say what kind of part an element is, "" for none, and how deep."""
        if tag in _HEADINGS:
            return "heading", _HEADINGS[tag]
        if tag in _FURNITURE or values.get("role", "").lower() in _FURNITURE_ROLES:
            return "furniture", 0
        if tag == "p" and self._in("li"):
            return "", 0
        return _KINDS.get(tag, ""), max(1, len(self._lists)) if tag == "li" else 0

    def _marker(self) -> str:
        """Give the bullet or number of a new item; it is written with the item's first word, so never alone."""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _end_before(self, tag: str) -> None:
        """Close what need not be closed by hand: a head before the body, a paragraph before the next."""
        for index in range(len(self._open) - 1, -1, -1):
            name = self._open[index][0]
            if name in {"p", "head"}:
                while len(self._open) > index:
                    self._shut(self._open.pop())
                return
            if name in _PARAGRAPHS or name in _LINES or name in {"td", "th"} or tag == "body":
                return

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            if tag == "br":
                self._void(tag)
            return
        places = [index for index, item in enumerate(self._open) if item[0] == tag]
        if not places:
            return
        while len(self._open) > places[-1]:
            self._shut(self._open.pop())

    def _shut(self, item: tuple[str, int, str, int]) -> None:
        tag, start, kind, depth = item
        if kind == "dropped":
            self._dropped -= 1
            return
        if kind:
            self.weaver.mark(start, kind, depth)
        if tag == "li":
            self._due = ""
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in _PARAGRAPHS:
            self._gap(1 if self._in("li") else 2)
        elif tag in _LINES:
            self._gap(1)

    def _imply(self, tag: str) -> None:
        """Close what a new element of its kind ends: `<li>` after an open `<li>`, `<td>` after an open `<td>`."""
        walls = {"li": {"ul", "ol", "menu"}, "tr": {"table"}, "td": {"tr", "table"}, "th": {"tr", "table"}}
        ends = {"td": {"td", "th"}, "th": {"td", "th"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}.get(tag, {tag})
        for index in range(len(self._open) - 1, -1, -1):
            name = self._open[index][0]
            if name in ends:
                while len(self._open) > index:
                    self._shut(self._open.pop())
                return
            if name in walls.get(tag, {"dl"}):
                return

    def _end_item(self) -> None:
        """End the part of the item that a list inside it interrupts."""
        for index in range(len(self._open) - 1, -1, -1):
            tag, start, kind, depth = self._open[index]
            if tag == "li" and kind:
                self.weaver.mark(start, kind, depth)
                self._open[index] = (tag, start, "", depth)
                return

    def _in(self, tag: str) -> bool:
        return any(item[0] == tag for item in self._open)

    def _void(self, tag: str) -> None:
        if self._dropped:
            return
        if tag == "br":
            self._space = None
            self.weaver.add("\n")
        elif tag == "hr":
            self._gap(2)

    def _gap(self, lines: int) -> None:
        self._space = None
        self.weaver.gap(lines)

    # ---- characters

    def handle_data(self, data: str) -> None:
        self._write(data, self._offset(), whole=False)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, reference: str) -> None:
        offset = self._offset()
        if self._page[offset : offset + len(reference)] != reference:  # "&amp" without its semicolon
            reference = reference[:-1]
        self._write(html.unescape(reference), offset, whole=True)

    def _write(self, data: str, offset: int, *, whole: bool) -> None:
        if self._in_title:
            self._title += data
        if self._dropped:
            return
        if not whole and self._in("pre"):
            self.weaver.add(self._due)
            self._due = ""
            self.weaver.add(data, offset=offset)
            return
        for match in _PIECE.finditer(data):
            piece, place = match.group(), offset if whole else offset + match.start()
            if piece[0] in " \t\n\r\f\v":
                self._space = place if self._space is None else self._space
                continue
            if self._space is not None and self.weaver.last not in "\n\t":
                self.weaver.add(" ", offset=self._space)
            self._space = None
            self.weaver.add(self._due)
            self._due = ""
            self.weaver.add(piece, offset=place)

    # ---- facts

    def _note(self, tag: str, values: dict[str, str]) -> None:
        self._in_title = tag == "title" and "svg" not in {item[0] for item in self._open}
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            fact, told = _METAS.get(name.lower()), values.get("content", "").strip()
            if fact and told:
                self._found.setdefault(fact, told)
        elif tag == "link" and values.get("rel", "").lower() == "canonical" and values.get("href"):
            self._found.setdefault("url", values["href"])
        elif tag == "time" and values.get("datetime") and not self._dropped:
            self._found.setdefault("published", values["datetime"])
        elif tag == "html" and values.get("lang"):
            self._found.setdefault("language", values["lang"])
