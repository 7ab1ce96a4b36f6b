# SPDX-License-Identifier: Apache-2.0
"""Plurals: how many of something, and how often, in words; one of a thing is not said to be several."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(r"\s+(?:of|at|in|on|from|for|with|near|who|and|to)\b|,")
_SINGULAR = ("ss", "us", "is", "news")
_MANY = frozenset({"people", "police", "women", "men", "children", "clergy", "townspeople", "staff"})
_VERBS = {"states": "state", "denies": "deny", "passes on": "pass on", "alleges": "allege", "asks": "ask"}


def counted(number: int, one: str, many: str | None = None) -> str:
    """Say how many of something.

    >>> counted(1, "document"), counted(3, "document"), counted(2, "body", "bodies")
    ('1 document', '3 documents', '2 bodies')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Say how often.

    >>> times(1), times(3)
    ('once', '3 times')
    """
    return "once" if number == 1 else f"{number} times"


def several(names: Sequence[str]) -> bool:
    """Say whether names are of more than one: of two or more, or of people by a common noun; a body is one.

    >>> several(["Ardesh", "Veltria"]), several(["doctors at the clinic"]), several(["Doctors of Karsk"])
    (True, True, False)
    """
    if len(names) != 1:
        return len(names) > 1
    head = (_HEAD.split(names[0].strip(), maxsplit=1)[0].split() or [""])[-1]
    if not head.islower():
        return False
    return head in _MANY or (head.endswith("s") and not head.endswith(_SINGULAR))


def verb(one: str, names: Sequence[str]) -> str:
    """Put a verb of telling into the plural where names are of several.

    >>> verb("states", ["health workers"]), verb("states, denying", ["Ardesh", "Veltria"]), verb("states", ["Ardesh"])
    ('state', 'state, denying', 'states')
    """
    if not several(names):
        return one
    first, comma, rest = one.partition(",")
    return _VERBS.get(first, first) + comma + rest
