# SPDX-License-Identifier: Apache-2.0
"""Rasters: a picture drawn as SVG made into PNG, by Typst, for programs that open no SVG."""

from __future__ import annotations

import re
from functools import lru_cache

import typst

_SIZE = re.compile(r'<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"')
_DOTS = 160
"""Dots an inch: sharp in print, and small."""


def size(svg: str) -> tuple[float, float]:
    """Give the width and height of a picture.

    >>> size('<svg viewBox="0 0 120 60.5"></svg>')
    (120.0, 60.5)
    """
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (600.0, 300.0)


@lru_cache(maxsize=16)
def png(svg: str) -> bytes:
    """Make a picture into PNG; the same picture gives the same bytes on the same fonts."""
    held = svg.replace("\\", "\\\\").replace('"', '\\"')
    width, height = size(svg)
    page = f"#set page(width: {width * 0.75}pt, height: {height * 0.75}pt, margin: 0pt)\n"
    source = f'{page}#image(bytes("{held}"), format: "svg", width: 100%)\n'
    made = typst.compile(source.encode(), format="png", ppi=_DOTS)
    assert isinstance(made, bytes)  # one page gives one picture
    return made
