# SPDX-License-Identifier: Apache-2.0
"""Where a claim's span begins: at its verb's subject, at its noun's determiner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.vocabulary import word_set
from tocsin.reading.clauses import Segment, opened
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# `FINITE_VERB`, `_HEADS` and `_RESUMED` run on the lowered view.
FINITE_VERB = late(
    r"\b(?:has|have|had|is|are|was|were|will|would|can|cannot|could|may|might|must|should|shall|does|do|did|brought|led|"
    r"caused|became|remains?|violates?|continues?|constitutes?|shows?|proves?|means?|makes?|made|came|comes|took|gave|said|"
    r"says|told|follows|followed|called|calls|demands?|demanded|led|leaves)\b"
)
_WORD = late(r"[\w'’-]+")
_AUXILIARY = word_set(
    "has have had is are was were be been being also then not already completely openly literally again later "
    "subsequently and who which that thereby thus allegedly reportedly illegally forcibly deliberately now still"
)
_NO_NOUN = word_set(
    "in on at by with during after before from for against under amid and or but to as into about over between "
    "that which who than has have had is are was were be been being will would not while since because when where "
    "upon despite without following including against toward towards through along near condemned condemn "
    "condemns condemning regarding concerning prevent preventing stop stopping end ending caused causing said "
    "says"
)
_DETERMINERS = word_set("the a an this that these those its their his her our your")
_HEADS = late(
    r"\b(?:(?:the|an?|this|their|its|his|her)\s+)?(?:[\w-]+\s+)?(?:establishment|imposition|installation|start|beginning|"
    r"launch|outbreak|continuation|escalation|resumption|use|acts?|wave|waves|series|campaign|case|cases|number|intensification|"
    r"tightening|lifting|end|policy|spate|day|days|night|weeks?|months?)\s+of\s+$"
)
_RESUMED = late(r"who\s+(?:[\w'’-]+\s+){1,7}(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?$")
_THEN_ENDS = late(
    r"who\s+(?!in\b|on\b|at\b|had\b|have\b|has\b|during\b|later\b|then\b|also\b)[\w'’-]+\s+(?:[\w'’-]+\s+){1,6}(?:(?:later|then)\s+)?$"
)
_ENDS = ("died", "perished", "drowned", "disappeared", "vanished")
"""Verbs that need no object, so that after a relative clause they are the main verb: "men who stood there died"."""
_COUNTED = late(
    r"(?:at\s+least|some|about|around|nearly|almost|over|more\s+than|up\s+to|several|dozens|hundreds|thousands|scores|many|\d|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
"""How a list of those to whom something was done begins, where it is told from what stands before it."""
_FRESH = late(
    r"\sand\s+(?P<who>(?:(?:the|an?|its|their|his|her|our|my|another|one|at\s+least|more\s+than|some|about|several|all|many|most|dozens\s+of|hundreds\s+of|"
    r"\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty)\s+(?:(?!(?:and|who|that|which|were|was|she|he|they|it|we|you|i)\s)[\w'’-]+\s+){1,4}?"
    r"|(?:they|he|she|we|police|troops|soldiers|others|rebels|gunmen|guards|officers|fighters|villagers|residents|protesters|forces)\s+))"
    r"(?:(?:was|were|had|has|have|been|are|is|also|later|then|each|all)\s+)*$"
)
"""A subject of its own behind "and", before its verb; it runs on the lowered view."""
_PREDICATE = late(
    r"\b(?!need|hundred|armed\b|alleged\b|united\b)\w{3,}ed\s+(?:the|an?|his|her|their|our|its|at|on|in|to|into|from|by|over|out|up|off|away|back|for|through|"
    r"across|down|with|\d|two|three|several|some|about|\w+'s)\b|\b(?:has|have|had|is|are|was|were|came|took|went|gave|made|said|fell|broke|held|set|threw|"
    r"began|left|ran|burnt|drove|fled|shot|hit|struck|fought|lost|stood|sent|met)\b"
)
"""What tells that words hold a verb of their own: "stoned the house"."""
_UNDER = late(
    r"\s(?:(?:since|until|till)\s+(?P<rest>(?:[\w'’-]+\s+){1,7}(?:(?:was|were|been|had|has|have)\s+)?)"
    r"|(?:after|before)\s+(?P<then>(?:[\w'’-]+\s+){1,7}(?:(?P<was>was|were|had\s+been|has\s+been|have\s+been)\s+(?:\w+ly\s+)?)?))$"
)
"""The words of a clause under another, up to its verb."""
_AUX = late(r"\b(?:was|were|been|had|has|have)\s+(?:\w+\s+)?$")
_TO_DO = late(r"\b(?:[a-z]{3,}ed|to\s+[a-z]{3,})\b")
"""What tells that words before "after" hold a verb: "called on Ardesh to restrain its army after"."""
_ASIDE = word_set("which who whom whose including according despite following gerund")
_BE = 4
"""Code points of a cue that may begin with its own "are": "are in prison"."""
_SHORT = 30
"""Code points up to which what stands before a clause tells only how it came about: "stones were thrown and …"."""
_FAR, _LIST_PART, _LONG_LIST = 160, 45, 5


def subject_start(content: str, segments: Sequence[Segment], index: int, head: Cue) -> int:  # noqa: PLR0911 - one return a shape
    """Begin at the subject where it is near, else at the verb."""
    segment = segments[index]
    start = opened(content, segment)
    form = content[head.start : head.end].lower()
    if segment.kind in ("ing", "gerund") or (
        form.split(" ")[0].endswith("ing") and _gerund_after(content, start, head)
    ):
        return max(start, head.start) if segment.kind != "ing" else start
    if index and (resumed(content, segment, head.start + _BE) or resumed(content, segment, head.start)):
        return opened(content, segments[index - 1])  # "two guards who reported it are in prison"
    under = _UNDER.search(small := lowered(content), max(start, head.start - 70), head.start)
    if (
        under
        and (under["rest"] or under["was"] or form.startswith(("was ", "were ", "had ", "has ", "have ")))
        and (
            (FINITE_VERB if under["rest"] else _TO_DO).search(small, start, under.start()) or (index and under["rest"])
        )
        and not FINITE_VERB.search(small, under.end(), head.start)
    ):
        return under.start("rest" if under["rest"] else "then")  # "nine have died since the army closed the road"
    fresh = fresh_subject(content, start, head.start)
    if fresh is not None and fresh - start > _SHORT and _PREDICATE.search(small, start, fresh):
        return fresh
    if index and segment.word == "including" and _AUX.search(small, start, head.start):
        return opened(content, segments[index - 1])  # "five villagers, including two women, were killed"
    own = [word.lower() for word in _WORD.findall(content[start : head.start])]
    if any(word not in _AUXILIARY for word in own):
        return _listed(content, segments, index) or _fronted(content, segments, index, start)
    if index and segment.kind == "soft":
        back = index - 1
        while back and (segments[back].kind in ("soft", "ing", "quote") or segments[back].word in _ASIDE):
            back -= 1
        if head.start - segments[back].start <= _FAR:
            return opened(content, segments[back])
    return start


def fresh_subject(content: str, start: int, verb: int) -> int | None:
    """Give where a subject of its own begins between "and" and a verb: "stoned the house and police picked up two"."""
    small = lowered(content)
    found = _FRESH.search(small, max(start, verb - 90), verb)
    if found is None or FINITE_VERB.search(small, found.start("who"), found.end("who")):
        return None
    return found.start("who")


def resumed(content: str, segment: Segment, verb: int) -> bool:
    """Say whether the main clause goes on before a verb after what "who" tells: "who reported it are"."""
    small = lowered(content)
    if segment.word != "who":
        return False
    ended = small.startswith(_ENDS, verb) and _THEN_ENDS.match(small, segment.start, verb)
    return bool(ended or _RESUMED.match(small, segment.start, verb))


def _listed(content: str, segments: Sequence[Segment], index: int) -> int | None:
    """Give where a list begins whose end opens a segment: "journalists, lawyers and trade union members are held"."""
    first = index
    if segments[index].kind not in ("soft", "conj") or content.startswith("that ", segments[index].start):
        return None
    while first and index - first < _LONG_LIST:
        before = segments[first - 1]
        words = content[opened(content, before) : before.end]
        if before.kind not in ("open", "soft", "conj", "hard", "bare", "rel") or FINITE_VERB.search(words.lower()):
            break
        if len(words) > _LIST_PART or (not _COUNTED.match(words) and before.kind != "soft"):
            break
        first -= 1
        if before.kind != "soft":
            break
    opening = content[opened(content, segments[first]) : segments[first].end]
    return opened(content, segments[first]) if first < index and _COUNTED.match(opening) else None


def _gerund_after(content: str, start: int, head: Cue) -> bool:
    return bool(
        re.search(r"\b(?:by|of|in|for|after|before|from|and|then)\s+$", content[start : head.start], re.IGNORECASE)
    )


_LEADS = late(
    r"(?:On|In|Since|At|During|Late|Early|Near|Outside|Around|By|Last|Yesterday|Today|Overnight|Between|Over|Earlier|Throughout|Across)\s(?!\w+ing\b|response|addition|fact|order)"
)
_SINCE_THEN = late(r"Since\s[^,;]*?\s[a-z]{3,}ed\s")
"""A clause of its own before the main one: "Since Ardesh launched airstrikes on 2 May, nine have died"."""
_LEADING = 100
"""Code points that such an opening has at most."""


def _fronted(content: str, segments: Sequence[Segment], index: int, start: int) -> int:
    """Take in what says when and where before the subject: "On 15 June, …", "At the market in Karsk on 3 May, …"."""
    if index and segments[index].kind == "soft" and segments[index - 1].kind in ("open", "hard"):
        before = segments[index - 1]
        leads = before.end - before.start <= _LEADING and _LEADS.match(content, before.start, before.end)
        verbs = FINITE_VERB.finditer(lowered(content), before.start, before.end)
        if (
            leads
            and not _SINCE_THEN.match(content, before.start, before.end)
            and not _PREDICATE.search(lowered(content), before.start, before.end)
            and all(content.startswith("May", verb.start()) for verb in verbs)
        ):
            return before.start
    return start


_QUALIFIES = late(r"\w{3,}(?:ed|ing|al|ous|ive|ent|ant|ic|ary|ful|less|ble)")
"""How an adjective ends that stands in a row of them: "continued, repeated shelling"."""


def noun_start(content: str, start: int, cue: Cue) -> int:
    """Walk back over adjectives and names to the determiner, and over "the start of"."""
    begin = cue.start
    small = lowered(content)
    for count, match in enumerate(reversed(list(_WORD.finditer(content, max(start, cue.start - 90), cue.start)))):
        word = match.group().lower()
        gap = content[match.end() : begin]
        listed = gap == ", " and _QUALIFIES.fullmatch(word) is not None
        if (not listed and gap.strip(' "(')) or (
            word in _NO_NOUN and not (word == "of" and _HEADS.search(small, start, begin))
        ):
            break
        begin = match.start()
        if word in _DETERMINERS or count > 7:
            break
    before = small[max(start, begin - 60) : begin].rstrip()
    heads = _HEADS.search(small, max(start, begin - 60), begin) if before.endswith("of") else None
    return heads.start() if heads else begin
