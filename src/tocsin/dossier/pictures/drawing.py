# SPDX-License-Identifier: Apache-2.0
"""The drawing style: SVG elements as text, fills that differ by pattern and lightness and not by colour alone.

1. Every picture has a title and a description that say in words what it shows; a reader of the screen gets them.
2. Nothing is told by colour alone: every fill has a pattern or a letter of its own, and a key names it.
3. Text is black on white or on a light fill, 9 points or more; no script, no outside font, nothing to load.
4. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

FONT = "'DejaVu Sans', 'Liberation Sans', Helvetica, Arial, sans-serif"
"""Fonts that are on most machines, so that a picture that is opened offline looks as it was drawn."""

INK, FAINT, PAPER = "#1a1a1a", "#8a8a8a", "#ffffff"
"""Text and outlines; grid lines; the ground."""

BLUE, ORANGE, SKY, GREEN, YELLOW, VERMILION, PURPLE = (
    "#0072b2",
    "#e69f00",
    "#56b4e9",
    "#009e73",
    "#f0e442",
    "#d55e00",
    "#cc79a7",
)
"""Colours that are told apart by most who see few.

Source: M. Okabe and K. Ito, Color Universal Design (2008), the set of eight with black.
"""

PATTERNS = ("plain", "rising", "falling", "crossed", "dotted", "level", "upright")
"""What a fill may be ruled with: nothing, lines that rise, fall, cross, dots, level lines, upright lines."""

_RULED = {
    "rising": "M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6",
    "falling": "M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2",
    "crossed": "M0 0 L8 8 M0 8 L8 0",
    "level": "M0 4 L8 4",
    "upright": "M4 0 L4 8",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """How a shape is filled: a colour, what it is ruled with, and the letter that stands for it where there is room."""

    name: str
    colour: str
    pattern: str = "plain"
    letter: str = ""


def number(value: float) -> str:
    """Write a coordinate: two decimals at most, none where it is whole.

    >>> number(3.0), number(2.504)
    ('3', '2.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def element(tag: str, content: str = "", **attributes: float | str | None) -> str:
    """Write an element; `_` in a name stands for a hyphen, None is left out.

    >>> element("line", x1=0, stroke_width=1.5)
    '<line x1="0" stroke-width="1.5"/>'
    """
    written = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(value if isinstance(value, str) else number(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(x: float, y: float, words: str, *, size: float = 11, anchor: str = "start", bold: bool = False) -> str:
    """Write words with their foot at (x, y); `anchor` is start, middle or end.

    >>> text(1, 2, "a < b")
    '<text x="1" y="2" font-size="11" fill="#1a1a1a">a &lt; b</text>'
    """
    return element(
        "text",
        escape(words),
        x=x,
        y=y,
        font_size=size,
        fill=INK,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="bold" if bold else None,
    )


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = INK, width: float = 1, dash: str = "") -> str:
    """Draw a line; `dash` as SVG has it ("4 3")."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, stroke_dasharray=dash or None)


def box(
    x: float, y: float, width: float, height: float, fill: Fill, *, picture: str, tip: str = "", faint: bool = False
) -> str:
    """Draw a box with a fill, ruled by its pattern; `tip` is what a pointer over it is told, `faint` makes it pale."""
    told = element("title", escape(tip)) if tip else ""
    edge: dict[str, float | str] = {"x": x, "y": y, "width": width, "height": height}
    made = element(
        "rect",
        told if fill.pattern == "plain" else "",
        **edge,
        fill=fill.colour,
        fill_opacity=0.4 if faint else None,
        stroke=INK,
        stroke_width=0.5,
    )
    if fill.pattern != "plain":
        made += element("rect", told, **edge, fill=f"url(#{picture}-{_slug(fill.name)})", stroke="none")
    return made


def group(parts: Iterable[str], *, tip: str = "") -> str:
    """Put parts together; `tip` is what a pointer over them is told."""
    return element("g", (element("title", escape(tip)) if tip else "") + "".join(parts))


def linked(content: str, address: str, *, says: str = "") -> str:
    """Make content a link; `says` names it for whoever does not see it.

    >>> linked("<g/>", "#e-1", says="2 voices")
    '<a href="#e-1" aria-label="2 voices"><g/></a>'
    """
    return element("a", content, href=address, aria_label=says or None)


def key(x: float, y: float, fills: Iterable[Fill], *, picture: str, step: float = 110) -> str:
    """Draw the key: every fill in a row from (x, y), with letter and name; a long name takes more than a step."""
    parts = []
    left = x
    for fill in fills:
        parts.append(box(left, y, 16, 16, fill, picture=picture))
        if fill.letter:
            parts.append(lettered(left + 8, y + 12, fill.letter))
        parts.append(text(left + 22, y + 12, fill.name))
        left += max(step, 22 + _LETTER * len(fill.name) + 14)
    return group(parts)


_LETTER = 6.2
"""Units that a letter of a name takes, on average, at the size in which keys are set."""


def lettered(x: float, y: float, letter: str, *, size: float = 10) -> str:
    """Write a fill's letter with a white rim, so that it is read on any pattern."""
    return element(
        "text",
        escape(letter),
        x=x,
        y=y,
        font_size=size,
        font_weight="bold",
        text_anchor="middle",
        fill=INK,
        stroke=PAPER,
        stroke_width=2.5,
        paint_order="stroke",
    )


def svg(
    picture: str,
    parts: Iterable[str],
    *,
    size: tuple[float, float],
    title: str,
    says: str,
    fills: Iterable[Fill] = (),
    role: str = "img",
) -> str:
    """Write a whole picture; `says` is the text alternative, `fills` those that its boxes use.

    `picture` is a name that no other picture of the same page has: its patterns and labels go by it. `role` is "group"
    where its marks are links: an image's parts are not told to whoever does not see it.
    """
    width, height = size
    patterns = "".join(_pattern(picture, fill) for fill in fills if fill.pattern != "plain")
    content = (
        element("title", escape(title), id=f"{picture}-title")
        + element("desc", escape(says), id=f"{picture}-desc")
        + (element("defs", patterns) if patterns else "")
        + element("rect", width=width, height=height, fill=PAPER)
        + "".join(parts)
    )
    return (
        element(
            "svg",
            content,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(width)} {number(height)}",
            width=width,
            height=height,
            role=role,
            aria_labelledby=f"{picture}-title {picture}-desc",
            font_family=FONT,
        )
        + "\n"
    )


def _pattern(picture: str, fill: Fill) -> str:
    if fill.pattern == "dotted":
        ruled = element("circle", cx=2, cy=2, r=1.1, fill=INK) + element("circle", cx=6, cy=6, r=1.1, fill=INK)
    else:
        ruled = element("path", d=_RULED[fill.pattern], stroke=INK, stroke_width=1.1, fill="none")
    return element(
        "pattern", ruled, id=f"{picture}-{_slug(fill.name)}", width=8, height=8, patternUnits="userSpaceOnUse"
    )


def _slug(name: str) -> str:
    return name.replace(",", "").replace(" ", "-")
