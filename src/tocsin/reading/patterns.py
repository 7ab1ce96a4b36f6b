# SPDX-License-Identifier: Apache-2.0
"""Patterns: regular expressions that are compiled when they are first used, so that the reader is imported quickly."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Late:
    """Stands for a pattern; from its first use on it holds the compiled one's methods as its own."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> object:
        made = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled at its first use; of hundreds, a text needs some, and `--help` none.

    >>> late(r"(?P<day>[0-9]+) May").search("On 3 May")["day"]
    '3'
    """
    return cast("re.Pattern[str]", _Late(source, flags))
