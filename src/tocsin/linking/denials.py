# SPDX-License-Identifier: Apache-2.0
"""Denials: how the words of a denial are put, so that nobody reads the denial itself as what is denied."""

from __future__ import annotations

import re

_OWN = re.compile(
    r"\b(?:no|not|never|nobody|no-one|none|neither|nor|nothing|nowhere|without|cannot|den(?:y|ies|ied|ying|ials?)"
    r"|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|false|untrue|lies?|baseless|unfounded|groundless|fabricat\w+|invent\w+)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""Words by which a stretch is a denial itself."""


def denying(quote: str) -> str:
    """Say what a voice does with words by which it denies: those that are the denial it states.

    >>> denying("nobody had been arrested"), denying("it had closed the Tamar corridor")
    ('states, denying', 'denies')
    """
    return "states, denying" if _OWN.search(quote) else "denies"
