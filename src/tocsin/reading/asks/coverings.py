# SPDX-License-Identifier: Apache-2.0
"""What a verb of saying covers: who denies a charge told before it, or has told of fewer, tells nothing of the deed."""

from __future__ import annotations

from tocsin.reading.patterns import late

# They run on the lowered view.
_GAP = r"(?:(?!that\b|having\b|claims?\b|reports?\b|allegations?\b|accusations?\b|charges?\b|it\b)[\w'’-]+\s+){0,5}?"
WITHHELD = (
    rf"\s+{_GAP}(?:access|entry|passage|permission|visas?|bail|aid|care|food|water|fuel|treatment|medical|medicines?|clearance|"
    r"transit|leave|shelter|asylum|exit|visits?|lawyers?|contact|supplies|landing|the\s+right|their\s+rights?|registration|citizenship)\b"
)
"""What is denied to somebody, after the verb: an act, and no word about one."""
GUILTLESS = (
    r"\s+(?:(?:any|all|the|such|every|having\s+any|its|his|her|their|having\s+had\s+any)\s+)*"
    r"(?:responsibility|involvement|wrongdoing|guilt|charges?|accusations?|allegations?|claims?|it|this|that)\s*(?:[,;.]|and\b|but\b|$)"
)
"""What is denied of what was told before: "denied any involvement"."""
_DENY = late(r"den(?:y|ies|ied|ying)\b")
_WITHHELD, _GUILTLESS = late(WITHHELD), late(GUILTLESS)
_THAN = late(r"\b(?:than|unlike|contrary\s+to\s+what)\s+(?:[\w'’.-]+\s+){0,7}$")
"""Before a verb of saying that only compares: "two more than the ministry has reported"."""
_APART = late(
    r"(?:;|[,\s]\s*(?:and|but|while|whereas|although|though|which|who|whom|yet|that|where|when|because|after|before|since|until|"
    r"if|for\s+which|of\s+which))\s+(?:whereas\s+)?(?:[\w'’.-]+\s+){0,8}$"
)
"""Between what was told and a verb of saying that has a clause of its own: ", and Ardesh says that …"."""
_NEXT = late(r";\s+(?:and\s+|but\s+)?|,?\s+and\s+whereas\b|,\s+(?:but|while|whereas|although|though)\s")
"""Where a denial ends, or a clause that is told after it begins."""
_WHEREAS = late(r";\s+(?:and\s+)?(?:[a-z]\.\s+)?whereas\b|,?\s+and\s+whereas\b")
_TELLS = late(
    r"\b(?:sa(?:y|ys|id)|according\s+to|claim(?:s|ed)|report(?:s|ed)|told|insist(?:s|ed)|add(?:s|ed)|stat(?:es|ed))\b"
)
_CHARGE = late(
    r"(?:,|\s[-–—])\s+(?:an?|the|its|all|both)?\s*(?:\w+\s+){0,2}?(?:charge|accusation|allegation|claim|report|assertion|account|version)s?\s+(?:that\s+|which\s+)?"
    r"(?:[\w'’.-]+\s+){0,7}$"
)
"""Between an accusation and who answers it: ", a charge that Ardesh denied"."""
_OWN_WORDS = late(
    r"\s*(?:$|[.,;]|on\s+\w+day\b|in\s+a\b|in\s+an\b|at\s+a\b|today\b|yesterday\b|late\b|earlier\b|by\s+)"
)


def beside(small: str, first: tuple[int, int], about: tuple[int, int]) -> bool:
    """Say whether the words "according to" stand in the same part of a sentence as what is told, by its semicolons."""
    low, high = (first[1], about[0]) if first[1] <= about[0] else (about[1], first[0])
    return small.find(";", low, high) < 0


def covers(small: str, sentence: tuple[int, int], verb: tuple[int, int], about: tuple[int, int]) -> bool:
    """Say whether the verb of saying `verb` in a sentence of the lowered view tells of what stands in `about`."""
    start, end = sentence
    low, high = verb
    denies = _DENY.match(small, low) is not None
    if (denies and _WITHHELD.match(small, high)) or _THAN.search(small, max(start, low - 90), low):
        return False
    if high <= about[0]:
        return _goes_on(small, high, about[0], denies=denies)
    if low < about[1]:
        return not denies or about[0] >= low
    return not denies and _comes_back(small, (about[1] - 1, end), verb)


def _goes_on(small: str, verb: int, about: int, *, denies: bool) -> bool:
    """Say whether what a verb of saying tells, from where it ends, goes on to what stands after it."""
    if denies and (_GUILTLESS.match(small, verb) or _NEXT.search(small, verb, about)):
        return False
    if (again := small.rfind(";", verb, about)) >= 0 and _TELLS.search(small, again, about):
        return False  # "Ardesh says this; Veltria says that"
    return _WHEREAS.search(small, verb, about) is None


def _comes_back(small: str, rest: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Say whether a verb of saying comes back to what stands before it: ", police said"; no clause of its own."""
    low, high = verb
    between = max(rest[0], low - 110)
    if _CHARGE.search(small, between, low):
        return False
    return _APART.search(small, between, low) is None or _OWN_WORDS.match(small, high, rest[1]) is not None
