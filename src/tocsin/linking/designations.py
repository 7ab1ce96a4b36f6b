# SPDX-License-Identifier: Apache-2.0
"""Designations: the number or symbol that a text bears at its head; two texts of one series are two texts.

Resolutions that renew a mandate, reports of one body and bulletins of one series repeat each other nearly word for
word. What tells them apart is what they call themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

HEAD = 600
"""Code points of the main text in which a text may name itself."""

_LONG = 25
"""Words of a paragraph that is no heading any more: what it names, it cites."""

_OPENING = 2
"""Lines that are looked at in any case: a text layer may have no blank lines."""

_KINDS = (
    "resolution|decision|order|judgment|judgement|opinion|directive|regulation|recommendation|declaration|statement|"
    "communiqué|communique|conclusions|report|update|bulletin|issue|newsletter|release|circular|letter|appeal|briefing|"
    "brief|note|notice|decree|law|act|edition|volume|session|part|chapter|résolution|rapport|resolución|informe"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERED = re.compile(
    rf"(?<!\bits )(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bunder )(?<!\bwith )(?<!\bon )\b({_KINDS})\s*"
    rf"(?:\b(?:no|nr|number|n°|nº)\b\.?|[#№])?\s*[:–-]?\s*"
    rf"(\d+(?:[/.–-]\d+)*(?:\s*\(\d{{4}}\))?)(?![\d,]*\s*(?:{_MONTHS}))",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\b(?=[A-Z0-9]*[/_-]\S*\d)([A-Z]+)([A-Z0-9]*(?:[/_-][\w().]*\w\)?)+(?:\s?\(\d{4}\))?)")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=16384)
def designations(title: str, head: str = "") -> Mapping[str, str]:
    r"""Give the number that a text's title and head bear in each series they name, the first of each.

    >>> designations("Resolution 14 (2025)\nadopted by the Assembly on 4 April 2025")
    {'resolution': '14 2025'}
    >>> designations("A/HRC/17/2\nReport of the Working Group"), designations("Situation report no. 12")
    ({'A/HRC/': '17/2'}, {'report': '12'})
    """
    found: dict[str, str] = {}
    for part in (title, *_headings(head)):
        for match in _NUMBERED.finditer(part):
            found.setdefault(match[1].casefold(), " ".join(_DIGITS.findall(match[2])))
        for match in _SYMBOL.finditer(part):
            if "/" in match[0] or "_" in match[0]:
                series, first, number = (match[1] + match[2]).partition(next(filter(str.isdigit, match[2])))
                found.setdefault(series, first + number)
    return found


def _headings(head: str) -> Iterator[str]:
    """Give the short paragraphs before the first long one, or the first lines where that one is the first."""
    paragraphs = [part for part in _BLANK.split(head) if part.strip()]
    for number, part in enumerate(paragraphs):
        if len(part.split()) > _LONG:
            if not number:
                yield "\n".join(part.strip().splitlines()[:_OPENING])
            return
        yield part


def contradict(first: Mapping[str, str], second: Mapping[str, str]) -> str | None:
    """Give the words for how two texts name themselves differently in one series, None where they do not."""
    differ = (series for series in first if series in second and first[series] != second[series])
    return next((f"one is {series} {first[series]}, the other {series} {second[series]}" for series in differ), None)
