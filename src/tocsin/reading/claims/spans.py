# SPDX-License-Identifier: Apache-2.0
"""Spans of claims: the clause around a verb, the noun phrase around a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tocsin.reading.claims.acts import Cue, Vocabulary, word_set
from tocsin.reading.clauses import Segment, opened
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# `_LIGHT`, `_HAPPENS`, `_FINITE` and `_HEADS` run on the lowered view.
_LIGHT = late(
    r"\b(?:carr(?:y|ied|ies|ying) out|launch(?:ed|es|ing)|conduct(?:ed|s|ing)|unleash(?:ed|es|ing)|mount(?:ed|ing)|"
    r"stag(?:ed|es|ing)|committ(?:ed|ing)|perpetrat(?:ed|ing)|held|holds|holding|impos(?:ed|es|ing)|tighten(?:ed|s|ing)|"
    r"start(?:ed|s|ing)|began|begun|beginning|initiat(?:ed|ing)|resort(?:ed|s|ing) to|order(?:ed|ing)|sign(?:ed|ing)|"
    r"reach(?:ed|ing)|suffer(?:ed|s|ing)|continu(?:ed|es|ing)|escalat(?:ed|ing)|intensif(?:ied|ies|ying)|resum(?:ed|ing)|"
    r"broke|set up|setting up|install(?:ed|ing)|establish(?:ed|ing)|erect(?:ed|ing)|issu(?:ed|ing)|wag(?:ed|ing)|"
    r"claimed|led|organis(?:ed|ing)|organiz(?:ed|ing)|announc(?:ed|ing)|receiv(?:ed|ing)|under(?:went|gone)|"
    r"maintain(?:ed|s|ing)|extend(?:ed|s|ing)|lift(?:ed|ing)|end(?:ed|ing)|cast|made|making|subject(?:ed|ing) to|"
    r"creat(?:ed|ing)|provok(?:ed|ing)|engag(?:ed|ing) in|saw|witness(?:ed|ing)|"
    r"plac(?:ed|ing)|plant(?:ed|ing)|detonat(?:ed|ing)|hurl(?:ed|ing)|threw|dropp(?:ed|ing)|report(?:ed|ing)|caus(?:ed|ing))\b"
)
_HAPPENS = late(
    r"\b(?:took\s+place|occurred|happened|began|started|broke\s+out|erupted|killed|left|caused|continued|continues|ended|"
    r"(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:carried\s+out|launched|held|imposed|signed|installed|set\s+up|established|"
    r"erected|conducted|committed|perpetrated|reported|recorded|lifted|started|staged|planned|announced|made|attributed|"
    r"repelled|placed|detonated|found|discovered|claimed|broken|violated|breached|flouted)|has\s+been|have\s+been|had\s+been|lasted|lasts|collapsed|"
    r"displaced|destroyed|forced|prompted|triggered|hit|struck|targeted|entered)\b"
)
_FINITE = late(
    r"\b(?:has|have|had|is|are|was|were|will|would|can|cannot|could|may|might|must|should|shall|does|do|did|brought|led|"
    r"caused|became|remains?|violates?|continues?|constitutes?|shows?|proves?|means?|makes?|made|came|comes|took|gave|said|"
    r"says|told|called|calls|demands?|demanded|led|leaves)\b"
)
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
_CONSEQUENCE = word_set(
    "killing wounding injuring leaving resulting causing displacing destroying damaging besieging claiming "
    "forcing burning setting maiming"
)
_CONTINUES = late(r"(?:on|in|at|near|by|from|along|against|with|during|between|using|around|outside)\s", re.IGNORECASE)
_WORD = late(r"[\w'’-]+")
_LOOSE = late(r"(?:\s+(?:and|but|or|in|on|at|by|of|to|with|the|for|from|that))+$", re.IGNORECASE)
_JOINED = late(
    r"(?P<first>\s+(?:of|on|against|in|at)\s[^,;]{3,80}?)\s+and\s+(?:(?:the|a|an|its|their|his|her|of|by|against)\s+)+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_TO = late(r"\s+to\s+(?:\w+\s+)?")
_FIRST_PERSON = late(r"\b(?:we|i)\s+(?:\w+\s+)?$", re.IGNORECASE)


class Span(NamedTuple):
    """Where a claim stands: `cue` its act's word, `act` its act, `by` the construction, `segment` its number.

    `noun` is the act's noun where `cue` is the verb that tells what came of it ("the shelling of the camp killed two");
    `light` is where the verb begins that carries a noun ("launched an attack").
    """

    start: int
    end: int
    cue: Cue
    act: str
    by: str
    segment: int
    noun: Cue | None = None
    light: int | None = None


def spans(
    content: str,
    segments: Sequence[Segment],
    found: Sequence[Sequence[Cue]],
    times: Sequence[tuple[int, int]],
    held: Vocabulary,
) -> list[Span]:
    """Give the claims' spans of a sentence; `found` are the cues of each segment, `times` where its times stand."""
    spans: list[Span] = []
    absorbed: set[int] = set()
    for index, cues in enumerate(found):
        if not cues or index in absorbed:
            continue
        verbs = [cue for cue in cues if cue.verb]
        if verbs:
            spans += _verbal(content, segments, found, index, verbs, times, held, absorbed)
        else:
            spans += _nominal(content, segments, found, index, cues, times, absorbed)
    return spans


def _verbal(
    content: str,
    segments: Sequence[Segment],
    found: Sequence[Sequence[Cue]],
    index: int,
    verbs: list[Cue],
    times: Sequence[tuple[int, int]],
    held: Vocabulary,
    absorbed: set[int],
) -> list[Span]:
    segment, head = segments[index], verbs[0]
    cues = found[index]
    if head.act == "threat" and len(verbs) > 1 and _TO.fullmatch(content, head.end, verbs[1].start):
        head = Cue(head.start, verbs[1].end, verbs[1].act, verb=True)
    act, by = head.act, "claim.act-verb"
    noun: Cue | None = None
    owner = next((cue for cue in cues if not cue.verb and _reduced(content, cue, head)), None)
    if owner:  # "a truce brokered by": the participle belongs to the noun
        head, act, by = owner, owner.act, "claim.act-noun-subject"
    first_person = _FIRST_PERSON.search(content, max(segment.start, head.start - 30), head.start)
    if (head.act in held.said and head.act != "threat") or first_person:
        # "condemned the attack": the telling is one claim, what is told another.
        told = [cue for cue in cues if not cue.verb and cue.act not in held.said]
        inner = [cue for cue in verbs[1:] if cue.act not in held.said]
        nested: list[Span] = []
        for cue in told:
            if not nested or cue.start >= nested[-1].end:
                stop = next((verb.start for verb in verbs if verb.start > cue.end), segment.end)
                part = Segment(segment.start, stop, segment.kind, segment.word)
                nested.append(_noun_phrase(content, part, cue, times, index))
        nested += [
            Span(start=cue.start, end=segment.end, cue=cue, act=cue.act, by="claim.act-verb", segment=index)
            for cue in inner[:1]
        ]
    else:
        nested = _second(content, segment, verbs, held, index)
        subject = next(
            (cue for cue in cues if not cue.verb and cue.end <= head.start and cue.act in held.violent), None
        )
        if subject and head.act in held.consequence and not _passive(content, segment.start, head.start):
            act, by, noun = subject.act, "claim.act-noun-subject", subject
    start = _subject_start(content, segments, index, head)
    end = _clause_end(content, segments, found, index, act, times, held, absorbed)
    if nested and nested[0].start > head.end:
        end = min(end, nested[0].start)
        end -= len(content[start:end]) - len(content[start:end].rstrip())
        end = end - 4 if content[start:end].endswith(" and") else end
    return [Span(start=start, end=end, cue=head, act=act, by=by, segment=index, noun=noun), *nested]


def _reduced(content: str, noun: Cue, verb: Cue) -> bool:
    return 0 < verb.start - noun.end < 3 and re.match(r"\s+by\s", content[verb.end : verb.end + 6]) is not None


def _second(content: str, segment: Segment, verbs: list[Cue], held: Vocabulary, index: int) -> list[Span]:
    """Give a second verb of another sort its own claim: "attacked the town and abducted three"."""
    for cue in verbs[1:]:
        if cue.act == verbs[0].act or cue.act in held.consequence or cue.act in held.said:
            continue
        if re.search(r"\band\s+(?:\w+\s+){0,3}$", content[verbs[0].end : cue.start]) and cue.start - verbs[0].end > 15:
            return [Span(start=cue.start, end=segment.end, cue=cue, act=cue.act, by="claim.act-verb", segment=index)]
    return []


def _passive(content: str, start: int, verb: int) -> bool:
    return bool(
        re.search(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+\s+){0,2}$", content[start:verb], re.IGNORECASE)
    )


def _subject_start(content: str, segments: Sequence[Segment], index: int, head: Cue) -> int:
    """Begin at the subject where it is near, else at the verb."""
    segment = segments[index]
    start = opened(content, segment)
    form = content[head.start : head.end].lower()
    if segment.kind in ("ing", "gerund") or (
        form.split(" ")[0].endswith("ing") and _gerund_after(content, start, head)
    ):
        return max(start, head.start) if segment.kind != "ing" else start
    own = [word.lower() for word in _WORD.findall(content[start : head.start])]
    if any(word not in _AUXILIARY for word in own):
        return _fronted(content, segments, index, start)
    if index and segment.kind == "soft":
        back = index - 1
        while back and segments[back].kind not in ("open", "hard", "conj"):
            back -= 1
        if head.start - segments[back].start <= 110:
            return opened(content, segments[back])
    return start


def _gerund_after(content: str, start: int, head: Cue) -> bool:
    return bool(
        re.search(r"\b(?:by|of|in|for|after|before|from|and|then)\s+$", content[start : head.start], re.IGNORECASE)
    )


def _fronted(content: str, segments: Sequence[Segment], index: int, start: int) -> int:
    """Take in a short opening such as "On 15 June, …"."""
    if index and segments[index].kind == "soft" and segments[index - 1].kind in ("open", "hard"):
        before = segments[index - 1]
        if before.end - before.start <= 26 and re.match(r"(?:On|In|Since|At)\s", content[before.start : before.end]):
            return before.start
    return start


def _clause_end(
    content: str,
    segments: Sequence[Segment],
    found: Sequence[Sequence[Cue]],
    index: int,
    act: str,
    times: Sequence[tuple[int, int]],
    held: Vocabulary,
    absorbed: set[int],
) -> int:
    """Go on over what still belongs: a place, a date, a consequence in a participle, a dated relative clause."""
    end = segments[index].end
    for number in range(index + 1, len(segments)):
        segment = segments[number]
        acts = [cue.act for cue in found[number]]
        if segment.kind in ("ing", "gerund"):
            if (segment.word in _CONSEQUENCE and act in held.violent) or (acts and set(acts) == {act}):
                absorbed.add(number)
                end = segment.end
                continue
            break
        timed = any(segment.start <= low < segment.end for low, _ in times)
        if segment.kind == "soft" and not acts and segment.end - segment.start <= 70:
            if timed or _CONTINUES.match(content, segment.start) or _enumerated(content, segments, number):
                end = segment.end
                continue
            break
        if segment.kind == "bare" and not acts and segment.end - segment.start <= 90:
            if not (timed or segment.word in ("while", "when")):
                break
            end = segment.end
            continue
        break
    return end


def _enumerated(content: str, segments: Sequence[Segment], index: int) -> bool:
    """Say whether a segment goes on with a list: "food, medicines and fuel"."""
    for segment in segments[index : index + 4]:
        words = content[segment.start : segment.end]
        if segment.kind not in ("soft", "conj") or len(words) > 60 or _FINITE.search(words.lower()):
            return False
        if segment.kind == "conj" or re.search(r"\s(?:and|or)\s", words):
            return True
        if words.count(" ") > 3:
            return False
    return False


def _nominal(
    content: str,
    segments: Sequence[Segment],
    found: Sequence[Sequence[Cue]],
    index: int,
    cues: Sequence[Cue],
    times: Sequence[tuple[int, int]],
    absorbed: set[int],
) -> list[Span]:
    segment = segments[index]
    small = lowered(content)
    spans: list[Span] = []
    for cue in cues:
        if spans and cue.start < spans[-1].end:
            continue
        own = opened(content, segment)
        light = _last(_LIGHT, small, max(own, cue.start - 90), cue.start)
        if light is not None and not _FINITE.search(small, light.end(), cue.start):
            verb = Cue(light.start(), light.end(), cue.act, verb=True)
            start = _subject_start(content, segments, index, verb)
            end = _nominal_end(segments, found, index, times, absorbed)
            spans.append(
                Span(start=start, end=end, cue=cue, act=cue.act, by="claim.light-verb", segment=index, light=verb.start)
            )
            continue
        happens = _HAPPENS.search(small, cue.end, segment.end)
        if happens and not spans and any(own - 70 <= low < segment.end for low, _ in times):
            end = _nominal_end(segments, found, index, times, absorbed)
            start = _noun_start(content, own, cue)
            start = start if start - own > 60 else own
            spans.append(Span(start=start, end=end, cue=cue, act=cue.act, by="claim.act-noun-subject", segment=index))
            continue
        later = next((other.start for other in cues if other.start > cue.end), cue.end)
        joined = _JOINED.match(content, cue.end, later)
        if joined:  # "the closure of the road and the shelling of 3 May": two events, the date the second's
            part = Segment(segment.start, joined.end("first"), segment.kind, segment.word)
            spans.append(_noun_phrase(content, part, cue, times, index))
        else:
            spans.append(_noun_phrase(content, segment, cue, times, index, segments, found))
    return spans


def _last(pattern: re.Pattern[str], content: str, start: int, end: int) -> re.Match[str] | None:
    matches = list(pattern.finditer(content, start, end))
    return matches[-1] if matches else None


def _nominal_end(
    segments: Sequence[Segment],
    found: Sequence[Sequence[Cue]],
    index: int,
    times: Sequence[tuple[int, int]],
    absorbed: set[int],
) -> int:
    end = segments[index].end
    for number in range(index + 1, len(segments)):
        segment = segments[number]
        timed = any(segment.start <= low < segment.end for low, _ in times)
        if segment.kind == "ing" and segment.word in _CONSEQUENCE:
            absorbed.add(number)
            end = segment.end
        elif segment.kind in ("bare", "soft") and timed and not found[number] and segment.end - segment.start <= 90:
            end = segment.end
        else:
            break
    return end


def _noun_phrase(
    content: str,
    segment: Segment,
    cue: Cue,
    times: Sequence[tuple[int, int]],
    index: int,
    segments: Sequence[Segment] = (),
    found: Sequence[Sequence[Cue]] = (),
) -> Span:
    own = opened(content, segment)
    start = _noun_start(content, own, cue)
    finite = next(  # the May of a date is no modal
        (
            match
            for match in _FINITE.finditer(lowered(content), cue.end, segment.end)
            if not any(low <= match.start() < high for low, high in times)
        ),
        None,
    )
    end = finite.start() if finite else segment.end
    if not finite and segments:
        for number in range(index + 1, len(segments)):
            later = segments[number]
            timed = any(later.start <= low < later.end for low, _ in times)
            dated = later.kind in ("bare", "soft") or (later.kind == "rel" and later.word == "which")
            if not timed or found[number] or not dated or later.end - later.start > 90:
                break
            end = later.end
    inside = [high for low, high in times if cue.end <= low and high <= end]
    if inside and end - inside[-1] > 25:
        end = inside[-1]
    while end > cue.end and (content[end - 1].isspace() or content[end - 1] in ",;"):
        end -= 1
    loose = _LOOSE.search(content, cue.end, end)
    end = loose.start() if loose else end
    return Span(start=start, end=end, cue=cue, act=cue.act, by="claim.act-noun", segment=index)


def _noun_start(content: str, start: int, cue: Cue) -> int:
    """Walk back over adjectives and names to the determiner, and over "the start of"."""
    begin = cue.start
    small = lowered(content)
    for count, match in enumerate(reversed(list(_WORD.finditer(content, max(start, cue.start - 90), cue.start)))):
        word = match.group().lower()
        gap = content[match.end() : begin]
        if gap.strip(' "(') or (word in _NO_NOUN and not (word == "of" and _HEADS.search(small, start, begin))):
            break
        begin = match.start()
        if word in _DETERMINERS or count > 7:
            break
    before = small[max(start, begin - 60) : begin].rstrip()
    heads = _HEADS.search(small, max(start, begin - 60), begin) if before.endswith("of") else None
    return heads.start() if heads else begin
