# SPDX-License-Identifier: Apache-2.0
"""Signing: which lines below a letter are one signature – a person, their post, for whom they sign, where."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.reading.naming.roles import OFFICES
from tocsin.reading.naming.shapes import person

_POSTS = OFFICES | {
    *("chair", "head", "member", "treasurer", "spokesperson", "spokesman", "spokeswoman", "founder", "representative"),
    *("captain", "professor", "president", "co-chair", "deputy", "general", "vice-president", "convenor", "trustee"),
}
_FIRST = 3
"""Words of a line among which a post stands that the line begins with: "Deputy General Secretary"."""


def ones(lines: Iterable[str]) -> int:
    """Count the signatures that lines are.

    >>> ones(["Petra Vons", "Chair, Union of Pilots"]), ones(["Petra Vons, Chair", "Union of Pilots"])
    (1, 1)
    >>> ones(["Petra Vons", "Chair", "Union of Pilots", "Quay 4, Karsk"]), ones(["Union of Pilots", "Ferry Union"])
    (1, 2)
    >>> ones(["Petra Vons, Chair, Union of Pilots", "Jon Rask, Ferry Union", "Mira Tol"])
    3
    """
    count, wants_body, by_person = 0, False, False
    for line in lines:
        parts = [part.strip() for part in line.split(",") if part.strip()]
        if not parts:
            continue
        if person(parts[0]) and not is_post(parts[0]):
            count += 1
            by_person, wants_body = True, len(parts) > 1 and is_post(parts[-1])
        elif by_person and is_post(parts[0]):
            wants_body = len(parts) == 1 and " of " not in parts[0]
        elif by_person and (wants_body or any(letter.isdigit() for letter in line)):
            wants_body = False
        else:
            count += 1
            by_person = wants_body = False
    return count


def is_post(words: str) -> bool:
    """Say whether words begin with what somebody is: "Deputy Chair of the Union".

    >>> is_post("Deputy Chair of the Union"), is_post("Union of Chairs")
    (True, False)
    """
    return any(word.lower() in _POSTS for word in words.partition(" of ")[0].split()[:_FIRST])
