# SPDX-License-Identifier: Apache-2.0
"""The status of listed recommendations: what the paragraph over a list says became of them."""

from __future__ import annotations

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.patterns import late

_ORDER = ("implemented", "noted", "pending", "accepted")
"""As tried: a list that is supported *and* implemented is implemented, one that is *not* supported is noted."""

_FIRST = late(r"(?<=[a-z\d)])\.\s+(?=[A-Z])")


_NUMBERS = late(r"(?<![\w/])(\d{1,3}(?:\.\s?\d{1,3})?)(?:\s*(?:-|–|to)\s*(\d{1,3}(?:\.\s?\d{1,3})?))?(?![\w/]|\s?\()")
_CLAUSE = late(r"(?<=[a-z\d)])\.\s+(?=[A-Z])|\n[ ]*\n|,?\s+(?:and|while)\s+(?:that\s+)?(?:the\s+)?(?=recommendation)")
_FIRST_TWO = late(r"\n[ ]*\n[ ]*(?=\d{1,3}\.\s)|\n[ ]*(?=\d{1,3}\.[ ]*\n?[ ]*[A-Z])")
_NAMED = late(r"ecommendations?\b")


def status(lead: str, catalogue: Catalogue) -> str | None:
    """Say what became of the recommendations that a paragraph opens a list of, None where it opens none.

    The first sentence that tells a status tells it; what follows speaks of the answers' date, or of other lists.
    """
    plain = " ".join(lead.split())
    if "ecommendation" not in plain:
        return None
    whole = plain.lower()
    told = [(name, phrase) for name in _ORDER for phrase in catalogue.list(f"recommendation.{name}") if phrase in whole]
    for sentence in _FIRST.split(plain) if told else ():
        lower = sentence.lower()
        for name, phrase in told:
            if phrase in lower:
                return name
    return None


def revised(after: str, catalogue: Catalogue) -> dict[str, str]:
    """Read what the paragraph after a list says of some of its entries, by their numbers.

    "Veltria considers that recommendations 83.2 and 83.5-83.7 above have already been implemented" gives each of the
    four numbers its status; a paragraph that names no number gives nothing.
    """
    told: dict[str, str] = {}
    paragraph = _FIRST_TWO.split(after.strip())[0]
    for clause in _CLAUSE.split(paragraph):
        named = _NAMED.search(clause)
        became = status(clause, catalogue) if named else None
        if (
            named is None or became is None or "report" in clause
        ):  # "noted in the report in paragraph 24" numbers no entry
            continue
        for number in numbers(clause[named.end() :]):
            told[number] = became
    return told


def numbers(words: str) -> list[str]:
    """List the entries' numbers that a clause names, ranges written out.

    >>> numbers(" Nos. 3, 5-7 and 84. 2 above")
    ['3', '5', '6', '7', '84.2']
    """
    found: list[str] = []
    for match in _NUMBERS.finditer(words):
        first, last = ("".join(part.split()) if part else "" for part in match.groups())
        found.append(first)
        if last:
            stem, low, high = _range(first, last)
            found += [f"{stem}{number}" for number in range(low + 1, min(high, low + 300) + 1)]
    return found


def _range(first: str, last: str) -> tuple[str, int, int]:
    stem, _, low = first.rpartition(".")
    return (f"{stem}." if stem else ""), int(low), int(last.rpartition(".")[2])
