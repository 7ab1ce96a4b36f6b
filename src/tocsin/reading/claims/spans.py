# SPDX-License-Identifier: Apache-2.0
"""Spans of claims: the clause around a verb, the noun phrase around a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tocsin.reading.claims import nouns, tellings
from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.starts import FINITE_VERB, fresh_subject, noun_start, resumed, subject_start
from tocsin.reading.claims.vocabulary import Vocabulary, word_set
from tocsin.reading.clauses import Segment, opened
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# `_LIGHT`, `_HAPPENS`, `_FINITE` and `_HEADS` run on the lowered view.
_LIGHT = late(
    r"\b(?:carr(?:y|ied|ies|ying) out|launch(?:ed|es|ing)|conduct(?:ed|s|ing)|unleash(?:ed|es|ing)|mount(?:ed|ing)|"
    r"stag(?:ed|es|ing)|committ(?:ed|ing)|perpetrat(?:ed|ing)|held|holds|holding|impos(?:ed|es|ing)|introduc(?:ed|es|ing)|tighten(?:ed|s|ing)|"
    r"start(?:ed|s|ing)|began|begun|beginning|initiat(?:ed|ing)|resort(?:ed|s|ing) to|order(?:ed|ing)|sign(?:ed|ing)|"
    r"reach(?:ed|ing)|suffer(?:ed|s|ing)|continu(?:ed|es|ing)|escalat(?:ed|ing)|intensif(?:ied|ies|ying)|resum(?:ed|ing)|"
    r"broke|set up|setting up|install(?:ed|ing)|establish(?:ed|ing)|erect(?:ed|ing)|issu(?:ed|ing)|wag(?:ed|ing)|"
    r"claimed|led|organis(?:ed|ing)|organiz(?:ed|ing)|announc(?:ed|ing)|receiv(?:ed|ing)|under(?:went|gone)|"
    r"maintain(?:ed|s|ing)|extend(?:ed|s|ing)|lift(?:ed|ing)|end(?:ed|ing)|cast|made|making|subject(?:ed|ing) to|"
    r"creat(?:ed|ing)|complet(?:ed|es|ing)|provok(?:ed|ing)|engag(?:ed|ing) in|saw|witness(?:ed|ing)|"
    r"plac(?:ed|ing)|plant(?:ed|ing)|detonat(?:ed|ing)|hurl(?:ed|ing)|threw|dropp(?:ed|ing)|report(?:ed|ing)|caus(?:ed|ing)|record(?:ed|s|ing)|register(?:ed|s)|document(?:ed|s)|logged|observed|counted|"
    r"(?:fell|ran|walked|drove|sailed)\s+into|caught\s+in)\b"
)
_HAPPENS = late(
    r"\b(?:took\s+place|occurred|happened|began|started|broke\s+out|erupted|killed|left|caused|continued|continues|ended|"
    r"(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:carried\s+out|launched|held|imposed|signed|installed|set\s+up|established|"
    r"erected|conducted|committed|perpetrated|reported|recorded|lifted|started|staged|planned|announced|made|attributed|blamed|pinned|"
    r"repelled|confirmed|verified|registered|counted|documented|placed|detonated|found|discovered|claimed|broken|violated|breached|flouted)|begins|starts|breaks\s+out|erupts|takes\s+place|ends|has\s+been|have\s+been|had\s+been|lasted|lasts|collapsed|"
    r"displaced|destroyed|forced|prompted|triggered|hit|struck|targeted|entered|stands?|stood|appeared|appears|sprang\s+up|sprung\s+up|"
    r"went\s+up|gone\s+up|put\s+up|remains?\s+in\s+place)\b"
)
_DONE_BY = late(
    r"\s+(?:[^,;:]{0,60}?\s)?(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:carried\s+out|committed|perpetrated|launched|conducted|staged|masterminded|ordered|"
    r"claimed|waged|mounted|organi[sz]ed|led)\s+by\s+(?!\w+ing\b)"
    r"|\s+(?:[^,;:]{0,60}?\s)?(?:was|were|been|is|are)\s+(?:\w+ly\s+)?(?:(?:blamed|pinned)\s+on|attributed\s+to|the\s+work\s+of)\s"
)
"""An act's noun of which it is told who did it: "the attack was carried out by the Front"."""
_CONSEQUENCE = word_set(
    "killing wounding injuring leaving resulting causing displacing destroying damaging besieging claiming "
    "forcing burning setting maiming"
)
_CONTINUES = late(r"(?:on|in|at|near|by|from|along|against|with|during|between|using|around|outside)\s", re.IGNORECASE)
_AMONG_THEM = late(
    r"(?:(?:at\s+least|about|most|many|all|some)\s+)*(?:(?:[\w-]+\s+)?(?:of\s+(?:them|whom)|among\s+them)|(?:\d+|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds\s+of|dozens\s+of)\s+(?:[\w-]+\s+)?(?:women|men|people|children|\w+s))\b",
    re.IGNORECASE,
)
_JOINED = late(
    r"(?P<first>\s+(?:of|on|against|in|at)\s[^,;]{3,80}?)\s+and\s+(?:(?:the|a|an|its|their|his|her|of|by|against)\s+)+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_TO = late(r"\s+to\s+(?:\w+\s+)?")
_FIRST_PERSON = late(r"\b(?:we|i)\s+(?:\w+\s+)?$", re.IGNORECASE)
_JOINS_ON = late(r"\b(?P<word>after|before|as|since|because|when|and)\s+(?:[\w'’-]+\s+){0,8}$", re.IGNORECASE)
_ENDURED = frozenset({"injury", "torture", "detention"})
"""Acts that go on until those whom they are done to do something: "beaten until he signed"."""
_NEAR = 15
"""Code points after its verb within which a second verb joined by "and" is the same deed."""
_WITH_OBJECT = late(r"\s+(?!and\b|at\b|in\b|on\b|up\b|down\b|dead\b|by\b)[\w-]+\s+(?:\w+\s+)?and\s")
"""A verb that has its object before "and": "killed nine people and abducted four" are two deeds."""
_WHEN = 140
"""Code points that a clause of the circumstance in which somebody was hurt is no longer than."""
_OBJECT = 30
"""Code points within which a deal's noun is its verb's object."""
_SUFFERED = frozenset({"injury"})
"""Whose nouns are people, who kill nobody: "fourteen of the wounded have died"."""
_IS_ONE = late(
    r"\s(?:was|is|were|are)\s+(?:an?|the|one\s+of\s+the|a\s+series\s+of|part\s+of\s+(?:an?|the))\s+(?:[\w-]+\s+){0,4}$"
)
"""What says that one thing is another: "the battle was an engagement"."""
_TRIED = frozenset({"conviction", "arrest", "detention", "release"})
_CHARGED = late(r"\b(?:with|of|for|in\s+connection\s+with)\s+(?:[\w-]+\s+){0,4}?(?:the\s+)?(?:[\w-]+\s+)?$")
_STATES = frozenset({"blockade", "service-cut", "denial-of-relief"})
_IN_WHICH = late(r"\b(?:in|during|after|following|by|since|amid|from|before)\s+(?:[\w'’-]+\s+){0,4}$")
NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
"""Numbers in words, as they stand in patterns."""
NUMBER_BEFORE = late(
    rf"\b(?:\d[\d,.]*|{NUMBER_WORDS}|"
    r"dozens\s+of|scores\s+of|hundreds\s+of)(?:[\s-]+[\w-]+){0,2}?\s+$"
)
"""A number before what it counts; on the lowered view."""
_INTO = late(r"\s+into\s+(?:[\w'’-]+\s+){0,4}")
"""Between an inquiry and the deed that it is to clear up."""
_AGAINST = late(r"\s+(?:of|on|against|at|by|claimed\s+by|carried\s+out|targeting)\b")


class Span(NamedTuple):
    """Where a claim stands: `cue` its act's word, `act` its act, `by` the construction, `segment` its number.

    `noun` is the act's noun where `cue` is the verb that tells what came of it ("the shelling of the camp killed two");
    `light` is where the verb begins that carries a noun ("launched an attack"); `beside` is an
    act in which another was done.
    """

    start: int
    end: int
    cue: Cue
    act: str
    by: str
    segment: int
    noun: Cue | None = None
    light: int | None = None
    beside: bool = False


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
    if len(verbs) > 1 and resumed(content, segment, verbs[1].start):
        head, verbs = verbs[1], verbs[1:]
    if head.act == "threat" and len(verbs) > 1 and _TO.fullmatch(content, head.end, verbs[1].start):
        head = Cue(head.start, verbs[1].end, verbs[1].act, verb=True)
    act, by = head.act, "claim.act-verb"
    noun: Cue | None = None
    beside: list[Span] = []
    owner = next((cue for cue in cues if not cue.verb and _reduced(content, cue, head)), None)
    if owner and FINITE_VERB.search(lowered(content), head.end, segment.end):
        return [_noun_phrase(content, segment, owner, times, index, segments, found)]
    if owner:  # "a truce brokered by": the participle belongs to the noun
        head, act, by = owner, owner.act, "claim.act-noun-subject"
    first_person = _FIRST_PERSON.search(content, max(segment.start, head.start - 30), head.start)
    if (head.act in held.said and head.act != "threat") or first_person:
        nested = _told(content, segment, cues, verbs, times, held, index)
        last = nested[-1] if nested and nested[-1].end == segment.end else None
        by_whom = nouns.by_whom(content, segments, found, index, times) if last and not last.cue.verb else None
        if last and by_whom:
            nested[-1] = last._replace(end=by_whom)
    else:
        nested = _second(content, segment, verbs, held, index)
        subject = next(
            (cue for cue in cues if not cue.verb and cue.end <= head.start and cue.act in held.violent - _SUFFERED),
            None,
        )
        if subject and head.act in held.consequence and not _passive(content, segment.start, head.start):
            act, by, noun = subject.act, "claim.act-noun-subject", subject
        if not nested:
            beside = _within(content, segment, cues, head, times, held, index)
    start = subject_start(content, segments, index, head)
    end = _clause_end(content, segments, found, index, act, times, held, absorbed)
    if nested and nested[0].start > head.end and not _lasts(content, head, nested[0].start):
        end = min(end, nested[0].start)
        end -= len(content[start:end]) - len(content[start:end].rstrip())
        loose = nouns.LOOSE.search(content, head.end, end)
        end = loose.start() if loose else end
    return [Span(start=start, end=end, cue=head, act=act, by=by, segment=index, noun=noun), *nested, *beside]


def _lasts(content: str, head: Cue, under: int) -> bool:
    """Say whether a state has lasted since the deed under it: "has been shut since the army took the bridge"."""
    small = lowered(content)
    return head.act in _STATES and small.startswith("been ", head.start - 5) and small.endswith(" since ", 0, under)


def _told(
    content: str,
    segment: Segment,
    cues: Sequence[Cue],
    verbs: Sequence[Cue],
    times: Sequence[tuple[int, int]],
    held: Vocabulary,
    index: int,
) -> list[Span]:
    """Give what is told beside its telling: "condemned the attack" is one claim, the attack another."""
    nested: list[Span] = []
    for cue in cues:
        if verbs[0].act == "agreement" and cue.act == "ceasefire" and 0 < cue.start - verbs[0].end < _OBJECT:
            continue  # "signed a truce" is one deed
        if not cue.verb and cue.end <= verbs[0].start and _DONE_BY.match(lowered(content), cue.end, segment.end):
            start, end = noun_start(content, segment.start, cue), segment.end  # "the blast was blamed on the Front"
            nested.append(Span(start, end, cue, cue.act, "claim.act-noun-subject", index))
            continue
        if not cue.verb and cue.act not in held.said and (not nested or cue.start >= nested[-1].end):
            stop = next((verb.start for verb in verbs if verb.start > cue.end), segment.end)
            part = Segment(segment.start, stop, segment.kind, segment.word)
            nested.append(_noun_phrase(content, part, cue, times, index))
    inner = [cue for cue in verbs[1:] if cue.act not in held.said]
    return nested + [
        Span(start=cue.start, end=segment.end, cue=cue, act=cue.act, by="claim.act-verb", segment=index)
        for cue in inner[:1]
    ]


def _reduced(content: str, noun: Cue, verb: Cue) -> bool:
    return 0 < verb.start - noun.end < 3 and re.match(r"\s+by\s", content[verb.end : verb.end + 6]) is not None


def _second(content: str, segment: Segment, verbs: list[Cue], held: Vocabulary, index: int) -> list[Span]:
    """Give a second verb of another sort its own claim: "attacked the town and abducted three"."""
    for cue in verbs[1:]:
        fresh = fresh_subject(content, verbs[0].end, cue.start)
        if fresh is not None and cue.act not in held.said:  # "rebels shelled the town and the army shelled the camp"
            return [Span(start=fresh, end=segment.end, cue=cue, act=cue.act, by="claim.act-verb", segment=index)]
        joined = _JOINS_ON.search(content, verbs[0].end, cue.start)
        if joined is None or cue.act in held.said or (cue.act == verbs[0].act and joined["word"].lower() == "and"):
            continue
        if joined["word"].lower() != "and":
            start = joined.end("word") + 1
        elif cue.act in held.consequence or (
            cue.start - verbs[0].end <= _NEAR and not _WITH_OBJECT.match(content, verbs[0].end, cue.start)
        ):
            continue
        else:
            start = cue.start
        return [Span(start=start, end=segment.end, cue=cue, act=cue.act, by="claim.act-verb", segment=index)]
    return []


def _within(
    content: str,
    segment: Segment,
    cues: Sequence[Cue],
    head: Cue,
    times: Sequence[tuple[int, int]],
    held: Vocabulary,
    index: int,
) -> list[Span]:
    """Give the act of violence in which a verb's own act was done: "were killed in a raid on the camp"."""
    for cue in cues:
        if cue.verb or cue.act == head.act or cue.act not in held.violent or cue.start <= head.end:
            continue
        in_which = _IN_WHICH.search(lowered(content), head.end, cue.start) is not None
        if (in_which or _is_charge(content, head, cue)) and _AGAINST.match(lowered(content), cue.end, segment.end):
            return [_noun_phrase(content, segment, cue, times, index)._replace(beside=True)]
    return []


def _is_charge(content: str, head: Cue, cue: Cue) -> bool:
    """Say whether a noun tells what somebody is charged with: "were charged with the killing of"."""
    return head.act in _TRIED and _CHARGED.search(lowered(content), head.start, cue.start) is not None


def _passive(content: str, start: int, verb: int) -> bool:
    return bool(
        re.search(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+\s+){0,2}$", content[start:verb], re.IGNORECASE)
    )


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
            # ", killing two" tells of an act of its own, ", leaving two dead" of what came of this one
            own = _opens(content, segment, found[number])
            if (segment.word in _CONSEQUENCE and act in held.violent and not own) or (acts and set(acts) == {act}):
                absorbed.add(number)
                end = segment.end
                continue
            break
        timed = any(segment.start <= low < segment.end for low, _ in times)
        if segment.kind == "soft" and not acts and segment.end - segment.start <= _SOFT:
            if _belongs(content, segments, number, timed=timed):
                end = segment.end
            elif not _tells_who(content, segments, number):
                break
            continue
        goes_on = segment.word == "until" and act in _ENDURED
        hurt = acts or act in held.consequence
        if segment.kind == "bare" and segment.word == "when" and hurt and segment.end - segment.start <= _WHEN:
            return segment.end  # "were killed when shells fell on the market": the shelling is told once more
        if segment.kind == "bare" and (goes_on or not acts) and segment.end - segment.start <= 90:
            if not (timed or goes_on or segment.word in ("while", "when")):
                break
            absorbed.add(number)
            end = segment.end
            continue
        break
    return end


_SOFT = 70
"""Code points that a segment between commas has at most that belongs to the clause before it."""


def _belongs(content: str, segments: Sequence[Segment], number: int, *, timed: bool) -> bool:
    """Say whether a segment tells when, where or of how many, or goes on with a list; not who tells it all."""
    segment = segments[number]
    if tellings.trails(content, segment.start, segment.end):
        return False
    goes_on = timed or _CONTINUES.match(content, segment.start) is not None or _counts_them(content, segment)
    return goes_on or _enumerated(content, segments, number)


def _tells_who(content: str, segments: Sequence[Segment], number: int) -> bool:
    """Say whether a segment only names or describes somebody, and the next goes on: "a nurse, Ana Olm, in Karsk"."""
    segment, after = segments[number], segments[number + 1] if number + 1 < len(segments) else None
    return (
        after is not None
        and after.kind == "soft"
        and segment.end - segment.start <= nouns.FAR
        and _CONTINUES.match(content, after.start) is not None
        and not FINITE_VERB.search(lowered(content), segment.start, segment.end)
    )


def _counts_them(content: str, segment: Segment) -> bool:
    """Say whether a segment only counts those who were told of: "eight of them officers", "eighty women in all"."""
    return _AMONG_THEM.match(content, segment.start) is not None and not FINITE_VERB.search(
        lowered(content), segment.start, segment.end
    )


def _opens(content: str, segment: Segment, cues: Sequence[Cue]) -> bool:
    """Say whether the participle that opens a segment names an act itself: ", killing two"."""
    return any(cue.verb and content.startswith(segment.word, cue.start) for cue in cues)


def _enumerated(content: str, segments: Sequence[Segment], index: int) -> bool:
    """Say whether a segment goes on with a list: "food, medicines and fuel"."""
    for segment in segments[index : index + 4]:
        words = content[segment.start : segment.end]
        if segment.kind not in ("soft", "conj") or len(words) > 60 or FINITE_VERB.search(words.lower()):
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
        if spans and cue.act == spans[-1].act and _IS_ONE.search(small, spans[-1].end - 2, cue.start):
            whole = _noun_phrase(content, segment, cue, times, index, segments, found)
            spans[-1] = whole._replace(start=spans[-1].start)  # "the battle of Karsk was an engagement between"
            continue
        own = opened(content, segment)
        light = _last(_LIGHT, small, max(own, cue.start - 90), cue.start)
        if light is not None and not FINITE_VERB.search(small, light.end(), cue.start):
            verb = Cue(light.start(), light.end(), cue.act, verb=True)
            start = subject_start(content, segments, index, verb)
            end = _nominal_end(content, segments, found, index, times, absorbed)
            spans.append(
                Span(start=start, end=end, cue=cue, act=cue.act, by="claim.light-verb", segment=index, light=verb.start)
            )
            continue
        if cue.act == "investigation" and any(_INTO.fullmatch(small, cue.end, one.start) for one in cues):
            continue  # "an inquiry into the killing of four nurses": the killing is told
        happens = _HAPPENS.search(small, cue.end, segment.end)
        dated = any(own - 70 <= low < segment.end for low, _ in times)
        told = dated or NUMBER_BEFORE.search(small, own, cue.start) or _DONE_BY.match(small, cue.end, segment.end)
        if happens and not spans and told:
            end = _nominal_end(content, segments, found, index, times, absorbed)
            start = noun_start(content, own, cue)
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
    content: str,
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
        if segment.kind == "ing" and segment.word in _CONSEQUENCE and not _opens(content, segment, found[number]):
            absorbed.add(number)
            end = segment.end
        elif (
            segment.kind in ("bare", "soft")
            and timed
            and not found[number]
            and segment.end - segment.start <= 90
            and not tellings.trails(content, segment.start, segment.end)
        ):
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
    start, end = nouns.extent(content, segment, cue, times, index, segments, found)
    return Span(start=start, end=end, cue=cue, act=cue.act, by="claim.act-noun", segment=index)
