# SPDX-License-Identifier: Apache-2.0
"""Alternatives: what will become of people "otherwise", or if nothing is done, whatever words it is told in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.clauses import Segment
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings.phrases import UNNAMED, phrases
from tocsin.reading.warnings.prospects import BENIGN, PEOPLE, Prospect, outcome

# All of it runs on the view in small letters.
_MUST = late(
    r"\b(?:must|needs?|have\s+to|has\s+to|should|ought|urge[sd]?|calls?|called|demand\w*|appeal\w*|ask\w*|require[sd]?|necessary|"
    r"essential|urgent\w*|please|we\s+want|it\s+is\s+time|let|warn\w*|told|threat\w*|insist\w*|vital|imperative|only)\b"
)
_TURNS = (" or ", "otherwise", "failing ", "if not,")
_OR = late(
    r"(?:[,;:.—-]\s*|^\s*)(?P<word>or\s+else|otherwise|failing\s+(?:that|which|this)|if\s+not,|or)[,\s]+(?P<clause>(?!whether\b)"
    r"(?:[\w'-]+\s+){1,9}?(?:will|would|could|may|might|risks?|is\s+going\s+to|are\s+going\s+to|shall|'ll)\s[^.;!?]{4,140})"
)
_NOT_DONE = late(
    r"(?:(?:and|but|for|that|because)\s+)?(?:unless|without|failing|absent|in\s+the\s+absence\s+of|"
    r"(?:even\s+)?if\b(?=[^,]{0,90}\b(?:not|no|never|nothing|nobody|none|fails?|without|neither|stops?|continues?|carries|goes?\s+on|"
    r"drags|remains?|collapses?|fire|war|attack\w*|violence|lost|too\s+late|(?:is|are)\s+(?:\w+\s+)?(?:hit|shelled|bombed|struck|destroyed|cut)|\w+n't)\b)|"
    r"(?:for\s+)?(?:as|so)\s+long\s+as\b(?=[^,]{0,90}\b(?:not|no|without|remains?|continues?|persists?|war|attack\w*|bomb\w*|siege|blockade|impunity|"
    r"occup\w+|violence|fighting|guns|shell\w*)\b))"
)
_FORMAL = late(
    r"(?:\w+\s+){1,3}had\b|.{0,25}\b(?:necessary|otherwise|possible|objections?|applicable|required|appropriate|specified|stated|so\b|agreed|any\b|a\s+member|prejudice|"
    r"doubt|exception|delay|further\s+ado|discrimination|notice|charge)\b"
)
_WILL = late(
    r"\b(?:will|would|could|may|might|is\s+going\s+to|are\s+going\s+to|cannot|'ll)\b(?!\s+have\s+(?:been|had)\b)"
)
_STRUCK = late(r"\b(?:is|are)\s+(?:\w+\s+)?(?:hit|shelled|bombed|struck|destroyed|cut)\b")
_MINE = late(r"(?:i|you|he|she|it)\s+(?:will|would|could|may|might|'ll)\b")
_LOST = late(
    r"\b(?:not|no|never|nobody|nothing|none|nowhere|only|lose[sd]?|lost|alone|gone|empty|silent|graves?|bury|buried|ashes|ruins?|"
    r"too\s+late|last|less|fewer|out\s+of|every\s+(?:house|home|family|village)|worse|starve|die|dead|a\s+box)\b|n't\b"
)
_OURS = late(
    r"\b(?:i|we|you|he|she|one)\s+(?:\w+ly\s+)?(?:will|would|could|may|might|'ll|cannot)\b|\b(?:i|you|we|he|she)'ll\b"
)


def opens(small: str, hit: Hit) -> bool:
    """Say whether a condition of the lexicon opens with something bad, or with nothing done."""
    return _NOT_DONE.match(small, hit.start) is not None


def follows(small: str, modal: Hit) -> bool:
    """Say whether a modal stands in a clause behind ", or"."""
    return small.rfind(", or ", max(0, modal.start - 80), modal.start) >= 0


def otherwise(draft: Draft, sentence: tuple[int, int]) -> Iterator[Prospect]:
    """Give what is told to come if what must be done is not: "Donors must act, or the gangs will take the port"."""
    small = lowered(draft.content)
    start, end = sentence
    if not any(small.find(word, start, end) >= 0 for word in _TURNS):
        return
    for match in _OR.finditer(small, start, end):
        opening = match.start("word") - start < 3
        if _MINE.match(match["clause"]):
            continue
        if not opening and match["word"] == "or" and _MUST.search(small, start, match.start()) is None:
            continue
        harm = _named(draft.catalogue, match["clause"])
        yield Prospect(
            match.start("clause"), "otherwise", "conditional", Hit(match.start("clause"), match.start("clause"), harm)
        )
        return


def undone(draft: Draft, sentence: tuple[int, int], segments: Sequence[Segment]) -> Iterator[Prospect]:
    """Give what will come if nothing is done: "If this fire is not put out, it will reach every house"."""
    small = lowered(draft.content)
    end = sentence[1]
    if small[end - 1] == "?":
        return
    for index, segment in enumerate(segments):
        if _NOT_DONE.match(small, segment.start, segment.end) is None or _FORMAL.match(
            small, segment.start, segment.end
        ):
            continue
        low, high = outcome(draft.content, segments, index, end)
        will = _WILL.search(small, low, high)
        if will is None or _OURS.search(small, low, will.end() + 1):
            continue
        if BENIGN.match(small, will.end(), high) and _LOST.search(small, low, high) is None:
            continue
        harm = _feared(draft.catalogue, small[segment.start : segment.end], small[low:high])
        if harm is None or (low < segment.start and _LOST.search(small, low, high) is None and harm == UNNAMED):
            continue
        yield Prospect(will.start(), "condition", "conditional", Hit(will.start(), will.end(), harm))
        return


def _feared(catalogue: Catalogue, condition: str, clause: str) -> str | None:
    """Give the harm of what a clause says will come on a condition, None where neither speaks of any ill or loss."""
    known = phrases(catalogue)
    struck = UNNAMED if _STRUCK.search(condition) and PEOPLE.search(clause) else None
    named = known.named_in(clause) or known.ill_in(clause) or known.ill_in(condition) or struck
    return named or (UNNAMED if _LOST.search(clause) else None)


def _named(catalogue: Catalogue, clause: str) -> str:
    """Give the harm that a clause names, if it names one."""
    return phrases(catalogue).named_in(clause) or UNNAMED
