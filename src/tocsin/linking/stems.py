# SPDX-License-Identifier: Apache-2.0
"""Stems: what the forms of an English word have in common, by its endings alone."""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 4
"""Letters that must be left when an ending is cut off: fewer tell too little."""

_IRREGULAR = {
    "children": "child",
    "women": "woman",
    "woman's": "woman",
    "men": "man",
    "people": "peopl",
    "lives": "life",
    "held": "hold",
    "sent": "send",
    "took": "take",
    "taken": "take",
    "brought": "bring",
    "fought": "fight",
    "sought": "seek",
    "withdrew": "withdraw",
    "opened": "open",
    "free": "free",
    "freed": "free",
    "enquiry": "inquiri",
    "enquiries": "inquiri",
    "accession": "acced",
    "accessions": "acced",
    "labor": "labour",
    "torturing": "tortur",
    "minority": "minoriti",
    "minorities": "minoriti",
    "nationality": "nationaliti",
    "nationalities": "nationaliti",
    "sensitive": "sensitiv",
    "sensitivity": "sensitiv",
    "persons": "person",
    "person": "person",
    "person's": "person",
    "personal": "personal",
    "personnel": "personnel",
    "violence": "violenc",
    "violent": "violenc",
    "state": "state",
    "states": "state",
    "stated": "stated",
    "statement": "statement",
    "statements": "statement",
    "station": "station",
    "stations": "station",
    "executive": "executiv",
    "nature": "nature",
    "natural": "natural",
    "presence": "presenc",
    "pre": "pre-",
    "prevalence": "prevalenc",
    "aids": "aids",
    "billion": "billion",
    "rest": "rest",
    "restore": "restor",
    "restores": "restor",
    "restored": "restor",
    "restoring": "restor",
    "restoration": "restor",
    "missing": "missing",
    "institution": "institution",
    "institutions": "institution",
    "institutional": "institution",
    "integrity": "integriti",
    "integral": "integral",
    "closely": "closely",
    "phone": "telephon",
    "phones": "telephon",
    "struck": "strike",
    "shut": "close",
    "lorries": "truck",
    "lorry": "truck",
    "foreign": "foreign",
    "foreigner": "foreigner",
    "foreigners": "foreigner",
}
"""Forms whose stem no ending tells."""

_ENDINGS = tuple(
    sorted(
        [
            "ization",
            "isation",
            "ational",
            "ation",
            "ition",
            "atory",
            "ating",
            "ated",
            "ator",
            "ate",
            "izing",
            "ising",
            "ized",
            "ised",
            "ize",
            "ise",
            "izes",
            "ises",
            "ying",
            "ied",
            "ies",
            "ify",
            "ification",
            "ments",
            "ment",
            "ility",
            "able",
            "ible",
            "ities",
            "ity",
            "ness",
            "ing",
            "ings",
            "ed",
            "ly",
            "ally",
            "ive",
            "ance",
            "ence",
            "ances",
            "ences",
            "ant",
            "ent",
            "al",
            "ial",
            "ic",
            "ical",
            "ism",
            "ist",
            "ion",
            "ions",
            "ional",
            "ors",
            "ers",
            "or",
            "er",
            "at",
            "y",
            "e",
            "es",
            "s",
        ],
        key=lambda ending: (-len(ending), ending),
    )
)
_BECOME = {"ying": "i", "ied": "i", "ies": "i", "y": "i", "ify": "ifi", "ification": "ifi"}
"""What stands for an ending that is not cut off whole, so that "ratify", "ratified" and "ratification" meet."""
_KEPT = ("ss", "us", "is")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give the stem of a word: its endings cut off, one after another.

    >>> stem("ratify") == stem("Ratification") == stem("ratified")
    True
    >>> stem("discrimination") == stem("discriminatory") != stem("criminal")
    True
    """
    held = word.casefold().replace("’", "'").removesuffix("'s").strip("'")
    if held in _IRREGULAR:
        return _IRREGULAR[held]
    shorter = _cut(held)
    while shorter != held:
        held, shorter = shorter, _cut(shorter)
    return held


_BY_LETTER = {
    last: tuple(ending for ending in _ENDINGS if ending[-1] == last) for last in {ending[-1] for ending in _ENDINGS}
}


def _cut(word: str) -> str:
    for ending in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and not (ending == "s" and word.endswith(_KEPT)):
            left = word[: -len(ending)] + _BECOME.get(ending, "")
            if len(left) >= SHORTEST or (ending == "s" and len(left) >= SHORTEST - 1):
                return _undoubled(left, ending) if left != word else word
    return word


def _undoubled(left: str, ending: str) -> str:
    """Give "stop" for "stopp" of "stopping"; "call" and "pass" keep theirs."""
    doubled = ending in {"ing", "ed", "er"} and left[-1] == left[-2] and left[-1] not in "lsz"
    return left[:-1] if doubled and len(left) > SHORTEST else left
