# SPDX-License-Identifier: Apache-2.0
"""Cue words: the grammar in which the catalogue writes words in a row – either, missing, a few words between."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""A word as cues count them."""
_BETWEEN = r"\s+(?:(?:also|already|now|today|therefore|further|not\s+yet|\w+ly)\s+)?"
_FEW = r"(?:[^\s.;]+\s+){{0,{most}}}?"


def compiled(cue: str, *, most: int = 5) -> tuple[list[str], re.Pattern[str]]:
    """Compile a cue; give the words it may begin with too.

    "a|b" is either, "[a]" may be missing, "…" up to `most` words between, "_" a space within one of several.

    >>> compiled("takes|took [due] note")[0]
    ['takes', 'took']
    >>> bool(compiled("lorries|aid … got_through|arrived")[1].match("aid for the town got through"))
    True
    """
    pattern = ""
    firsts: list[str] = []
    for part in cue.split():
        if part == "…":
            pattern += _FEW.format(most=most)
            continue
        options = part.strip("[]").split("|")
        either = "(?:" + "|".join(re.escape(option).replace("_", r"\s+") for option in options) + ")"
        if part.startswith("["):
            pattern += f"(?:{either}{_BETWEEN})?"
            continue
        firsts = firsts or [*dict.fromkeys(option.lower().partition("_")[0] for option in options)]
        pattern += either + _BETWEEN
    return firsts, re.compile(pattern.removesuffix(_BETWEEN) + r"(?!\w)", re.IGNORECASE)
