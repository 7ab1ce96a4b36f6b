# SPDX-License-Identifier: Apache-2.0
"""Tipping: what one more blow will bring, told with "and": "one more shell, and the clinic is in the dark"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings.modals import following
from tocsin.reading.warnings.phrases import UNNAMED, phrases
from tocsin.reading.warnings.prospects import PEOPLE, Prospect

# All of it runs on the view in small letters.
_AND = late(
    r"(?P<blow>\s+[^.;:,?!]{2,60}?)(?:,?\s+and(?:\s+then)?|\s*[,;–—-])\s+(?P<then>(?!then\b)[^.;:?!]{1,70}?\s(?:is|are|will|would|could|has|have|"
    r"there's|goes|go|collapses|falls|dies|starves?|loses?|runs?)\b|[\w ]{1,30}'(?:s|re|ll)\s)"
)
_NO_BLOW = late(
    r"\s+(?:words?|things?|questions?|points?|remarks?|notes?|times?|goals?|steps?|reasons?|examples?|wins?|points?)\b"
)
_LOST = late(
    r"\s*(?:\w+ly\s+)?(?:in\s+(?:the\s+)?(?:dark|darkness|frost|cold)|gone|finished|over\b|dead|lost|done\s+for|empty|cut\s+off|under\s+water|homeless|"
    r"no\s+(?:more|longer)|nothing|nobody|no\s+one|without|no\s+\w+\s+(?:left|to)|at\s+war|the\s+end|hungry|out\b|dark\b|to\s+pieces)"
)


_NEEDED = late(
    r"\b(?:water|food|bread|flour|fuel|diesel|electricity|power|gas|heating|medicines?|insulin|oxygen|dialysis|blood|vaccines?|surgery|harvest|seed|"
    r"ambulances?|hospitals?|clinics?|school|pumps?)\b"
)
"""What people live on."""
_NONE = late(r"without\s+[^.;:?!,]{2,60}?,?\s+there(?:\s+is|\s+are|'s)\s+no\b")
_SAYING = late(
    r"\s+(?:\w+\s+)?(?:peace|justice|development|security|democracy|future|trust|freedom|progress|solutions?|reconciliation|dialogue|stability|hope|way|"
    r"doubt|need|reason|chance|point|love|faith|truth|exception|excuse|alternative|deal|agreement)\b"
)
"""What people say there is none of, in sayings that warn of nothing: "without justice there is no peace"."""


def _without(small: str, sentence: tuple[int, int], cue: Hit) -> Iterator[Prospect]:
    """Give what people will be without for want of something else: "without power there is no dialysis"."""
    none = _NONE.match(small, cue.start, sentence[1])
    if none is None or _SAYING.match(small, none.end()):
        return
    if PEOPLE.search(small, cue.end, sentence[1]) or _NEEDED.search(small, cue.end, sentence[1]):
        harm = Hit(cue.start, none.end(), "denial-of-relief")
        yield Prospect(cue.start, "condition", "conditional", harm, sentence[1])


def opens(small: str, cue: Hit) -> bool:
    """Say whether a cue opens one blow more, or what there is not without something else."""
    if cue.tag.startswith("tip."):
        return True
    return small.startswith("without", cue.start) and _NONE.match(small, cue.start) is not None


def over(content: str, sentence: tuple[int, int], cues: Sequence[Hit], catalogue: Catalogue) -> Iterator[Prospect]:
    """Give what will come of one blow more, as a condition and its outcome."""
    small = lowered(content)
    for cue in cues:
        if cue.tag.startswith("unless.") and small.startswith("without", cue.start):
            yield from _without(small, sentence, cue)
        if not cue.tag.startswith("tip.") or _NO_BLOW.match(small, cue.end):
            continue
        match = _AND.match(small, cue.end, sentence[1])
        if match is None:
            continue
        words = following(small, match.end())[:8]
        known = phrases(catalogue)
        harm = known.named_in(" ".join(words)) or known.ill_among(words)
        if harm is None and not _LOST.match(small, match.end(), sentence[1]):
            continue
        yield Prospect(cue.start, "condition", "conditional", Hit(cue.start, cue.end, harm or UNNAMED), sentence[1])
        return
