# SPDX-License-Identifier: Apache-2.0
"""The numbers of a list's items, which count nothing: "3. Release those detained"."""

from __future__ import annotations

from tocsin.reading.patterns import late

_MARKER = late(r"(?P<n>\d{1,3})(?P<mark>[.)])(?=\s)")
_BULLETS = " \t\u00a0-*•>#("
_FAR = 3000
"""Code points back to which the item before is looked for."""


def is_marker(content: str, start: int) -> bool:
    """Say whether the number at `start` opens an item: alone at its line's head, first, or one more than the last.

    A number that only a wrapped line puts there ends a sentence: "the shells killed" and, below, "12. The army".
    """
    match = _MARKER.match(content, start) if content[start].isdigit() else None
    line = content.rfind("\n", 0, start) + 1
    if match is None or content[line:start].strip(_BULLETS):
        return False
    above = content[:line].rstrip(" \t\u00a0") if line < _FAR else content[line - _FAR : line].rstrip(" \t\u00a0")
    if not above.strip() or above.endswith("\n\n") or above.rstrip()[-1] in ".:;":
        return True
    number = int(match["n"])
    return number == 1 or any(
        not above[above.rfind("\n", 0, at) + 1 : at].strip(_BULLETS)
        for at in _places(above, f"{number - 1}{match['mark']}")
    )


def _places(above: str, marker: str) -> list[int]:
    found: list[int] = []
    at = above.find(marker)
    while at >= 0:
        found.append(at)
        at = above.find(marker, at + 1)
    return found
