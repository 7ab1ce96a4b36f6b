# SPDX-License-Identifier: Apache-2.0
"""Prospects: what will become of people and of what they live on, told without a cue beside a harm's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.reading.clauses import Segment, at
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings.phrases import UNNAMED

_MODAL = r"(?:will|would|could|may|might|shall|can(?:not)?|'ll|won't)"
# What a harm does when it comes, so that "the crisis could be resolved" is no warning.
_WILL = late(
    rf"(?:\b{_MODAL}|\bgoing\s+to|\babout\s+to|'ll)\b(?!\s+(?:not\s+|never\s+)?have\b(?!\s+(?:to|no|nothing|nowhere)\b))",
    re.IGNORECASE,
)
_IF = late(
    r"(?:(?:and|but|for|that|because)\s+)?(?:(?P<bad>unless|without|failing|absent|in\s+the\s+absence\s+of|"
    r"(?:as|so)\s+long\s+as|for\s+as\s+long\s+as|until|it\s+(?:would\s+)?(?:takes?|needs?)\s+(?:only|but|just)|"
    r"all\s+it\s+takes|(?:only\s+)?one\s+(?:more|spark|shot|mistake|misstep|incident))|(?:even\s+)?if|once|should(?=\s+(?:the|any|this|that|these|those|it|"
    r"they|we|another|one|no|[A-Z]\w+|\w+'s)\b))\b",
    re.IGNORECASE,
)
_ILL = late(
    r"\b(?:not|no|never|nobody|nothing|none|without|fails?|failed|continues?|continued|goes?\s+on|go\s+on|keeps?|remains?|"
    r"stays?|persists?|stops?|stopped|cuts?|closed?|closes|shut|sealed|blocked|blocks?|delay\w*|withdr[ae]w\w*|suspend\w*|"
    r"ends?|ended|falls?|collapses?|breaks?|is\s+lost|are\s+lost|attack\w*|withh[eo]ld\w*|refus\w*|den(?:y|ied|ies)|abandon\w*|"
    r"ignor\w*|late|silent|silence|halt\w*|drags?\s+on|run\w*\s+out|expires?|lapses?|expel\w*|deport\w*|destroy\w*|too\s+long)\b"
    r"|n't\b",
    re.IGNORECASE,
)
_HAD = late(r"\bhad\s+(?:not|never|\w+ed|been)\b", re.IGNORECASE)
_LOST = late(
    r"\b(?:not|no|never|nobody|nothing|none|nowhere|no-one|only|lose|lost|loses|alone|gone|empty|silent|absence|graves?|"
    r"bury|buried|orphans?|ashes|ruins?|too\s+late|last)\b|n't\b",
    re.IGNORECASE,
)
PEOPLE = late(
    r"\b(?:children|child|parents|teachers|doctors|nurses|herders|fishermen|workers|orphans|sons|daughters|fathers|patients?|babies|infants?|mothers|women|people|peoples|population|civilians?|inhabitants|"
    r"residents|villagers|families|villages?|town|city|region|enclave|valley|camp|communit(?:y|ies)|millions|thousands|"
    r"generations?|refugees|prisoners|detainees|pupils|students|farmers|herders|elderly|human\s+beings|lives|neighbours|"
    r"households|survivors|nobody|no\s+one|none|everyone|anyone|they|there|nation|country|province|district|north|south|east|west|island|state)\b",
    re.IGNORECASE,
)
_OURS = late(
    r"\b(?:we|i)\s+(?:\w+ly\s+)?(?:will|would|shall|may|might|could|can|'ll)\s+(?!(?:not\s+(?:survive|live|last|see|have)|"
    r"die|starve|lose|freeze|perish|bury|be\s+(?:no|wiped|left|lost|next|dead|gone|burying|digging|counting)|"
    r"have\s+(?:no|nothing|lost|\w+\s+(?:\w+\s+)?\w{2,}ing)))",
    re.IGNORECASE,
)
BENIGN = late(
    r"\s+(?:\w+ly\s+|also\s+|then\s+|be\s+able\s+to\s+|have\s+to\s+|continue\s+to\s+|not\s+)*(?:proceed|consider|adopt|vote|meet|apply|take\s+effect|enter|be\s+deemed|be\s+considered|"
    r"be\s+held|be\s+used|be\s+adopted|be\s+ready|be\s+able|help|pay|get|receive|accept|agree|sign|withdraw|join|cooperate|improve|benefit|support|"
    r"recogni[sz]e|release|publish|issue|announce|welcome|win|be\s+happy|be\s+glad|work|study|ask|call|seek|try|do\b|want|need|like|know|say|go\s+to|"
    r"be\s+prosecuted|be\s+published|be\s+paid|be\s+given|be\s+allowed|be\s+asked|be\s+required|mean\s+that\s+we|impose|review|decide|offer|"
    r"send|use|find|look|notice|think|buy|save|choose|be\s+fine|have\s+the\s+(?:chance|opportunity)|qualif\w+|play|visit|hear|learn|read|watch|keep|contact|take\s+(?:part|steps|measures|up))\b"
)
"""What is no harm to do; it runs on the view in small letters."""
_SPENT = late(
    r"(?:,\s(?:which|already|now|once)\b[^,;]{3,90},)?(?:\s+(?:in|of|for|across|at|to|that|which|run|supported|operated|serving|needed|used|designated)\b"
    r"[^,.;:]{2,60}?)?(?:\s+(?:stocks?|supplies|reserves?|stores?|tanks?|deliveries))?\s+(?:(?:has|have|is|are|was|were)\s+(?:been\s+)?)?"
    r"(?:(?P<now>(?:nearly|almost|all\s+but|virtually|about\s+to\s+be|soon\s+to\s+be|close\s+to\s+being)\s+)"
    r"(?:gone|exhausted|empty|finished|depleted|used\s+up|spent|dry|over|out|run\s+out)|(?P<will>"
    rf"running\s+(?:low|out|short|dry)|(?:can't|cannot|can\s+not)\s+(?:function|operate|work|run|move|reach|cope)|"
    rf"{_MODAL}\s+(?:\w+ly\s+|soon\s+|all\s+|also\s+|then\s+|have\s+to\s+|be\s+forced\s+to\s+)*(?:run\s+(?:out|dry|low)|"
    r"be\s+(?:\w+\s+)?(?:gone|exhausted|empty|finished|depleted|used\s+up|over|spent|cut|cut\s+off|closed|shut|lost|left|without|halted|"
    r"stopped|interrupted|discontinued|suspended|scaled\s+(?:back|down)|cut\s+back|withdrawn|curtailed|reduced|denied|"
    r"(?:forced|obliged)\s+to\s+(?:close|shut|stop|suspend|reduce|cut|scale|turn|halt|end))|"
    r"have\s+to\s+(?:close|shut|stop|be\s+(?:closed|shut|suspended|cut))|deteriorate|worsen|"
    r"(?:no\s+longer\s+|not\s+)(?:function|operate|move|be\s+(?:delivered|available|provided)|reach)|"
    r"dry\s+up|stop|fail|end|cease|not\s+last|last\s+(?:only|no|another|less|at\s+most|until|till|barely|perhaps|just|for\s+only)|fall\s+silent|close|shut|go\s+(?:dark|silent|cold|dead)|"
    r"collapse|disappear|rot|wither|not\s+(?:come|arrive|reopen|return|function|work|be\s+\w+))))\b",
    re.IGNORECASE,
)
_LENGTH = (
    r"(?:(?:only|just|about|around|some|less\s+than|barely|at\s+most|no\s+more\s+than|under|perhaps|another|the\s+next|a\s+few|"
    r"fewer\s+than|more)\s+)*(?:[\w-]+\s+){1,3}?(?:hours?|days?|weeks?|nights?)\b"
)
_LASTS = late(
    rf"(?:\s+(?:and|or|,)?\s*\w+){{0,3}}?\s+(?:(?:left|remaining)\s+)?(?:for|to\s+last(?:\s+for)?|lasting|that\s+will\s+last)\s+{_LENGTH}",
    re.IGNORECASE,
)
_HAS = late(
    r"\b(?:has|have|holds?|there\s+(?:is|are)|with|remains?|enough|sufficient|only|left\s+with|counts?\s+on)\s+(?:[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
_WORTH = late(r"\b(?:hours?|days?|weeks?)(?:'s?)?\s+(?:worth\s+)?(?:of\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_LEFT = late(r"(?:[^.;]{0,40})\b(?:left|remain(?:s|ing)?)\b", re.IGNORECASE)
_LAST = late(r"\b(?:down\s+to|on)\s+(?:the|its|their|our)\s+last\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_WITHOUT = late(
    rf"(?:\b{_MODAL}|\bgoing\s+to|\babout\s+to)\s+(?:soon\s+|all\s+|again\s+|then\s+)?(?:be|go|be\s+left|remain|stay|have\s+to\s+live)"
    r"\s+without\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# It runs on the view in small letters.
_NEARLY = late(
    r"\b(?:hours?|days?|weeks?|gone|exhausted|empty|depleted|last|left|remain\w*|on\s+\w+day|runs?\s+(?:out|dry)|no)\b"
)
_STOPS = late(
    r"(?:\s+\w+){0,2}?\s+(?:stops?|runs?\s+(?:out|dry)|ends?|closes?|shuts?|expires?|lapses?|go(?:es)?\s+(?:dark|cold|silent|dead))"
    r"\s+(?:on|in|by|within|before|next|at\s+the\s+end)\s+(?!(?:the\s+)?past)(?:\w+day|\w+\s+(?:hours?|days?|weeks?)|the\s+(?:winter|rains?|harvest)|"
    r"winter|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NO_MORE = late(
    rf"\b(?:there\s+{_MODAL}(?:\s+soon)?\s+be|(?:we|they|it|he|she|who|\w+s|\w+n|people)\s+{_MODAL}(?:\s+soon)?\s+have)\s+"
    r"(?:no|neither|hardly\s+any|not\s+an?\s+\w+\s+of)\s+(?:more\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_HAS_NO = late(
    r"\b(?:has|have|had|with|there\s+(?:is|are))\s+['\"]?(?:(?:virtually|nearly|practically)\s+)?(?:no|hardly\s+any|barely\s+any|almost\s+no|very\s+little)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


class Prospect(NamedTuple):
    """A warning found: where its word stands, its construction, its horizon, its harm, how far it reaches at least."""

    cue: int
    by: str
    horizon: str
    harm: Hit
    last: int = 0


def spent(content: str, hit: Hit) -> bool:
    """Say whether words beside a hit tell how long it lasts or that it is spent, without a modal."""
    return _NEARLY.search(lowered(content), max(0, hit.start - 50), hit.end + 60) is not None


def shortages(content: str, sentence: tuple[int, int], needs: Sequence[Hit]) -> Iterator[Prospect]:
    """Give the needs that run out: by a modal and an end, by the days they still last, by what is left of them."""
    start, end = sentence
    for need in needs:
        held = content[max(start, need.start - 60) : need.start]
        spending = _SPENT.match(content, need.end, end)
        if (
            spending
            or (_HAS.search(held) and _LASTS.match(content, need.end, end))
            or ((_WORTH.search(held) or _HAS_NO.search(held)) and _LEFT.match(content, need.end, end))
            or _LAST.search(held)
            or _WITHOUT.search(held)
            or _NO_MORE.search(held)
            or _STOPS.match(content, need.end, end)
        ):
            yield Prospect(need.start, "shortage", "near", need, spending.end() if spending else 0)


def conditions(
    content: str,
    sentence: tuple[int, int],
    segments: Sequence[Segment],
    told: Sequence[Hit],
) -> Iterator[Prospect]:
    """Give what will become of people on a condition: "if no grain comes, nobody will be left to sow".

    The condition is that something bad goes on or something good fails, or the outcome is a loss; `told` are harms,
    perils and needs of the sentence, of which one must be named, or else a people and a loss.
    """
    start, end = sentence
    if content[end - 1] == "?" or _OURS.search(content, start, end):
        return
    for index, segment in enumerate(segments):
        match = _IF.match(content, segment.start, segment.end)
        if match is None or (
            match.group().lower() in ("should", "until") and index and segments[index - 1].kind != "hard"
        ):
            continue
        if _HAD.search(content, match.end(), segment.end):
            continue  # what would have been
        low, high = outcome(content, segments, index, end)
        will = _WILL.search(content, low, high)
        if will is None:
            continue
        ill = bool(match.group("bad")) or _ILL.search(content, match.end(), segment.end) is not None
        lost = _LOST.search(content, low, high) is not None
        if not lost and BENIGN.match(lowered(content), will.end(), high):
            continue
        after = [hit for hit in told if low <= hit.start < high]
        before = [hit for hit in told if segment.start <= hit.start < segment.end]
        named = after or before
        people = PEOPLE.search(content, low, high) is not None
        if (ill and (after or (index == 0 and before and people))) or (lost and before and people):
            behind = [hit for hit in after if hit.start >= will.end()]
            told_of = behind or named
            harm = next((hit for hit in (*told_of, *named, *before) if hit.tag != UNNAMED), told_of[0])
            yield Prospect(will.start(), "condition", "conditional", harm)
            return


def outcome(content: str, segments: Sequence[Segment], index: int, end: int) -> tuple[int, int]:
    """Give where the outcome of a condition stands: after it where it opens its sentence, else before it."""
    opening = index == 0 or segments[index - 1].kind == "hard" or segments[index].kind == "quote"
    if not opening and _WILL.search(content, segments[0].start, segments[index].start):
        back = index - 1
        while back and segments[back].kind not in ("open", "hard"):
            back -= 1
        return segments[back].start, segments[index].start
    after = index + 1
    while after < len(segments) and segments[after].kind not in ("soft", "conj", "hard", "quote"):
        after += 1
    if after < len(segments):
        return segments[after].start, end
    return segments[at(segments, segments[index].end)].start, end
