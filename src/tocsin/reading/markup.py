# SPDX-License-Identifier: Apache-2.0
"""Markup: marks of Markdown, HTML and site builders that were left in a text, cut out of the view before it is read.

A view without them holds the words alone, so that no construction need know of a mark; anchors lead to the text as it
is, marks between words included. Block elements of HTML leave line breaks, items a bullet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from tocsin.reading.patterns import late
from tocsin.reading.views import Cut, View, plain, without

_BLOCKS = (
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|head|header|hr|html|iframe|main|nav|ol|p|section|summary|table|tbody|thead|tfoot|tr|ul"
)
"""Elements that stand on lines of their own."""
_INLINE = (
    "a|abbr|acronym|b|big|button|cite|code|del|em|embed|font|i|img|input|ins|label|link|mark|meta|object|path|q|s|small"
    r"|source|span|strike|strong|sub|sup|svg|time|tt|u|video|o:p|st1:\w+"
)
_ELEMENT = late(
    rf"</?(?:(?P<block>{_BLOCKS})|(?P<item>li)|(?P<cell>t[dh])|(?P<line>br)|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_HIDDEN = late(r"<(?P<kept>script|style)\b[^<>]*>.{0,8000}?</(?P=kept)>|<!--.{0,5000}?-->", re.IGNORECASE | re.DOTALL)
_RAISED = late(r"<sup\b[^<>]*>(?:\s|<a\b[^<>]*>|</a>)*\[?\d{1,3}\]?(?:\s|</a>)*</sup>", re.IGNORECASE)
"""A note's number."""
_ENTITY = late(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z]{2,8});?(?<=;)")
_DIRECTIVE = late(
    r"\{%[^%\n]{0,400}%\}|\{\{[^{}\n]{0,400}\}\}|\{:[^{}\n]{0,200}\}"
    r"|\[/?(?:caption|embed|gallery|video|audio|youtube|soundcloud|vc_\w+|et_pb_\w+|fusion_\w+)(?: [^\]\n]*)?\]"
)
"""What a site builder takes for a command."""
_LINK = late(
    r"(?P<image>!)?\[(?P<words>(?:[^\[\]]|\[[^\[\]\n]{0,200}\])*)\](?P<to>\((?:[^()\s]|\([^()\s]*\)|\s(?=[\"']))*"
    r"(?:\s?(?:\"[^\"\n]*\"|'[^'\n]*'))?\s?\)|\[[^\[\]\n]{0,60}\])"
)
_NOTE = late(r"\[\^[^\]\s]{1,40}\](?!:)")
_REFERS = late(r"\W*(?:\d{1,3}|[a-z]|[ivx]{1,5}|↩︎?|note)?\W*", re.IGNORECASE)
"""The words of a link that leads to a note, or to nothing."""
_STRONG = late(
    r"(?<![\w*_])(?P<mark>\*\*\*?|___?)(?=[^\s*_])(?:[^\n*_]|\n(?!\s*\n)|[*_](?!(?P=mark))){1,600}?(?<=[^\s*_])(?P=mark)(?![*])"
)
_PAIRS = late(r"(?<!\*)\*\*\*?(?!\*)|(?<![\w_])___?(?=\w)|(?<=[\w.,:;!?)])___?(?![\w_])")
_LIGHT = late(
    r"(?<![\w*\\/])\*(?=[^\s*/])(?:[^*\n]|\n(?!\s*\n)){1,400}?(?<=[^\s*/])\*(?![\w*/])"
    r"|(?<![\w_\\])_(?=[^\s_])(?:[^_\n]|\n(?!\s*\n)){1,400}?(?<=[^\s_])_(?![\w_])"
)
_ESCAPED = late(r"\\(?=[#*_\[\]().!>+\-~`'\"|{}$& \n])")
_SPACED = late(r"[a-z,]\\_(?=[A-Z])")
"""A blank that is not to be wrapped at, as YAML writes it."""
_KERNED = late(r"(?<!\w)(?<!\w[.] )J (?=(?:une|uly|anuary|an|un|ul|ohn|ames|oseph|oint|ustice|udge|ournal)\b)")
"""A J that a PDF sets apart from its word."""
_QUOTED_HEAD = late(r"(?:^|\n)[> ]*>[> ]*(?P<mark>#{1,6} +)")
_TWICE = late(r"(?<=[\w.,!?;:)\]])''(?!')|(?<!')''(?=[\w(\[])")
"""Quotation marks typed as two single ones."""


def bare(view: View) -> View:
    """Cut out of a view what is markup.

    >>> from tocsin.reading.views import view
    >>> bare(view("We **urge** [the Union](https://x.example) to <b>act</b> &amp; to report.[12](#notes)")).content
    'We urge the Union to act & to report.'
    """
    for cue, find in _FINDERS:
        if cue(view.content):
            cuts = list(find(view.content))
            if cuts:
                view, _shift = without(view, cuts)
    return view


def _hidden(content: str) -> Iterator[Cut]:
    for pattern in (_HIDDEN, _RAISED):
        yield from (Cut(*found.span()) for found in pattern.finditer(content))


def _elements(content: str) -> Iterator[Cut]:
    for found in _ELEMENT.finditer(content):
        closes = content[found.start() + 1] == "/"
        left = _LEFT.get(found.lastgroup or "", "")
        yield Cut(*found.span(), left[:1] if closes and found["item"] else left)


_LEFT = {"block": "\n\n", "line": "\n", "item": "\n• ", "cell": "  "}


def _entities(content: str) -> Iterator[Cut]:
    for found in _ENTITY.finditer(content):
        letter = html.unescape(found.group())
        if len(letter) == 1:
            yield Cut(*found.span(), plain(letter))


def _directives(content: str) -> Iterator[Cut]:
    return (Cut(*found.span()) for found in _DIRECTIVE.finditer(content))


def _links(content: str) -> Iterator[Cut]:
    for found in _LINK.finditer(content):
        if found["image"] or _REFERS.fullmatch(found["words"]):
            if found["image"] or found["to"][0] == "(":
                yield Cut(*found.span())
        elif found["to"][0] == "(" or f"[{found['to'][1:-1] or found['words']}]:".lower() in content.lower():
            yield Cut(found.start(), found.start("words"))
            yield Cut(found.end("words"), found.end())


def _notes(content: str) -> Iterator[Cut]:
    return (Cut(*found.span()) for found in _NOTE.finditer(content))


def _strong(content: str) -> Iterator[Cut]:
    """Give every double mark of a text in which one pair stands as pairs do: where one is set askew, others are."""
    if _STRONG.search(content):
        yield from (Cut(*found.span()) for found in _PAIRS.finditer(content))


def _light(content: str) -> Iterator[Cut]:
    for found in _LIGHT.finditer(content):
        yield Cut(found.start(), found.start() + 1)
        yield Cut(found.end() - 1, found.end())


def _escapes(content: str) -> Iterator[Cut]:
    for found in _ESCAPED.finditer(content):
        spaced = _SPACED.match(content, found.end() - 2)
        yield Cut(found.start(), found.end() + 1, " ") if spaced else Cut(*found.span())


def _kerned(content: str) -> Iterator[Cut]:
    return (Cut(found.start() + 1, found.end()) for found in _KERNED.finditer(content))


def _heads(content: str) -> Iterator[Cut]:
    return (Cut(*found.span("mark")) for found in _QUOTED_HEAD.finditer(content))


def _twice(content: str) -> Iterator[Cut]:
    return (Cut(*found.span(), '"') for found in _TWICE.finditer(content))


def _holds(*cues: str) -> Callable[[str], bool]:
    return lambda content: any(cue in content for cue in cues)


_FINDERS: tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[Cut]]], ...] = (
    (_holds("<!--", "<s", "<S"), _hidden),
    (_holds("</", "/>", "<br", "<p", "<BR", "<P"), _elements),
    (_holds("&"), _entities),
    (_holds("{%", "{{", "{:", "[caption", "[/", "[embed", "[gallery"), _directives),
    (_holds("](", "]["), _links),
    (_holds("]("), _links),
    (_holds("[^"), _notes),
    (_holds("**", "__"), _strong),
    (_holds("*", "_"), _light),
    (_holds("\\"), _escapes),
    (_holds("> #", ">#"), _heads),
    (_holds("J "), _kerned),
    (_holds("''"), _twice),
)
"""What to look for in a text, each where one of its signs stands in it, in this order."""
