# SPDX-License-Identifier: Apache-2.0
"""The warnings of a draft: clauses in which a harm stands together with words that make it future or growing."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.reading import speakers
from tocsin.reading.claims.scenes import places, scene
from tocsin.reading.clauses import Segment, at, cut, opened, runs
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings import prospects
from tocsin.reading.warnings.cues import groups
from tocsin.records.findings import Card, Warning  # noqa: A004 - the house's word

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        name="warning.edge",
        says="Somebody stands on the verge or brink of harm, or slides into it.",
        example="⟦Karsk is on the verge of a famine⟧.",
    ),
    Construction(
        name="warning.looming",
        says="A harm is imminent or looms.",
        example="⟦A humanitarian catastrophe looms over Orsava⟧.",
    ),
    Construction(
        name="warning.threat",
        says="A threat or danger to somebody, or of a harm.",
        example="⟦The people of Karsk live under the threat of forced displacement⟧.",
    ),
    Construction(
        name="warning.risk",
        says="A risk, fear or sign of a harm.",
        example="⟦Children in the camp are at risk of cholera⟧.",
    ),
    Construction(
        name="warning.future",
        says="Something will, could or may lead to harm.",
        example="⟦Any further delay will lead to a humanitarian catastrophe⟧.",
    ),
    Construction(
        name="warning.harm-ahead",
        says="A harm under will, could, may or might, with its condition if one is told.",
        example="⟦If the dam is not repaired, the villages below it will be flooded⟧.",
    ),
    Construction(
        name="warning.growing",
        says="A harm under way that grows: worsening, escalating, spreading.",
        example="Power has failed, ⟦sharply aggravating the humanitarian crisis in Orsava⟧.",
    ),
    Construction(
        name="warning.guarantee",
        says="Nothing guarantees that a harm will stay away; consequences that cannot be undone.",
        example="⟦There are no guarantees that the evacuation will not be interrupted⟧.",
    ),
    Construction(
        name="warning.corner",
        says="No way is left but a harm, or a harm is proposed or prepared.",
        example="⟦The decree leaves the families no choice but to leave their homes⟧.",
    ),
    Construction(
        name="warning.shortage",
        says="What keeps people alive is running out; somebody faces hunger.",
        example="⟦The hospital in Karsk is running out of insulin⟧.",
    ),
    Construction(
        name="warning.warned",
        says="Somebody is said to warn or to fear that a harm will come.",
        example="⟦The Northern Contact Group warned of renewed hostilities along the Issel⟧.",
    ),
    Construction(
        name="warning.amount",
        says="An act may amount to a crime.",
        example="⟦Starving the valley may amount to a crime against humanity⟧.",
    ),
    Construction(
        name="warning.repeat",
        says="An earlier harm will come again.",
        example="⟦Without observers the massacres of Karsk will happen again⟧.",
    ),
    Construction(
        name="warning.coming",
        says="A harm is the subject of what will, could or may come.",
        example="⟦Cholera will return to the camps of Orsava⟧.",
    ),
    Construction(
        name="warning.peril",
        says="A verb of harm under will, could or may.",
        example="The order says that ⟦the families could be driven from the river⟧.",
    ),
    Construction(
        name="warning.growth-ahead",
        says="Trouble, a harm or what people live on is expected to spread, worsen or escalate.",
        example="⟦Hunger in the delta is expected to spread further before the harvest⟧.",
    ),
    Construction(
        name="warning.condition",
        says="What will become of people if something bad goes on or nothing good is done.",
        example="⟦If no flour comes by June, nobody in Karsk will be left to sow⟧.",
    ),
    Construction(
        name="warning.fear",
        says="Somebody fears what is to come, whatever it is called.",
        example="⟦We fear that the work of last spring is about to be completed⟧.",
    ),
    Construction(
        name="warning.plain",
        says="Words that by themselves say that time runs out or somebody will not hold out.",
        example="⟦The terraces above Karsk hang by a thread⟧.",
    ),
)

_MODAL = late(
    r"\b(?:will|would|could|may|might|can|shall|'ll|going\s+to|about\s+to|likely\s+to|(?:expected|projected|set|poised|bound|forecast)\s+to)\s+(?!have\s+been\b)"
    r"(?:(?:\S+\s+){0,3}|(?:\w+\s+){0,4}(?:become|fall|be\s+subjected|be\s+exposed|amount|give\s+way|lead|open|mean|bring|cause|see|"
    r"suffer|face|witness|unleash|trigger|end\s+in|turn\s+into|herald|mark)\s+(?:\w+\s+){0,5})$",
    re.IGNORECASE,
)
_AVERTED = late(
    r"\b(?:prevent|avert|avoid|halt|combat|address|counter|help|defend|protect|support|condemn|limit|deter|monitor|resist|discuss|"
    r"tackl|reduc|mitigat|eradicat|eliminat|investigat|tolerat|resolv|remov|alleviat|settl|negotiat|mediat|guarante|provid|deliver|secur|receiv|restor|improv|respect|uphold|promot|strengthen|consider|contribut|"
    r"participat|examin|minimi[sz]|ensur|"
    r"sav|solv|ceas|end|stop|overcom|respond|refrain)(?:e|es|ed|ing|s|ping|ped|ring|red)?\s+(?:(?!(?:is|are|was|were|remains?)\s)\S+\s+){0,8}$",
    re.IGNORECASE,
)
_LEGAL_FORCE = late(r"\s+(?:the\s+)?(?:use\s+of\s+)?(?:force|legal|sanctions|arrest|prosecution)\b", re.IGNORECASE)
_TECHNICAL = late(
    r"\s+(?:reduction|management|assessments?|factors?|insurance|analysis|profile|mitigation)\b", re.IGNORECASE
)
_LOOSE = late(
    r"situation|tensions?|rights\s+of|freedoms|(?:food\s+)?supplies|food|medicines?|fuel|bread|isolation|lives|survival|"
    r"human\s+dignity|fundamental\s+rights|(?:international\s+)?peace\s+and\s+security|crisis|emergency|detention",
    re.IGNORECASE,
)
_TENSE = late(r"situation|tensions?", re.IGNORECASE)
_NOT = late(r"\b(?:not|no|never|little|without)\s+(?:\w+\s+)?$", re.IGNORECASE)
_CONDITION = late(
    r"(?:unless|if|failing|without|should|in\s+the\s+absence|absent|(?:as|so)\s+long\s+as|it\s+takes\s+only|all\s+it\s+takes)\b",
    re.IGNORECASE,
)
_AHEAD = late(
    r"\b(?:about\s+to|going\s+to|next|will|would|could|may|might|can|cannot|risk|likely|further|continu\w+|imminent)\b",
    re.IGNORECASE,
)
_ANEW = late(r"\s+(?:another|a\s+(?:new|second|third|repeat|return)|the\s+(?:same|return|worst))\b", re.IGNORECASE)
_LEAD = late(r"(?:as\s+well\s+as|including|in\s+addition\s+to|along\s+with|thus|so|however)\s+", re.IGNORECASE)
_REACH = {"edge": 70, "threat": 120, "risk": 110, "future": 190, "amount": 90, "shortage": 90}
_BACK = frozenset({"looming", "threat", "risk", "growing", "corner", "repeat", "guarantee"})
_SITUATION = frozenset({"growing", "future", "edge", "looming", "warned", "shortage"})
_FACE = frozenset({"face", "faces", "facing"})
_NARROW = ("expect", "anticipat", "brac", "is preparing", "are preparing", "preparing", "is plotting", "are plotting")
"""What is a cue only of a harm right behind it: people expect and prepare for much."""
_GERUND = late(
    r"\s+(?!(?:sharing|being|taking|rating|scoring|mapping|modelling|modeling|profiling|monitoring|planning)\b)\w{2,}ing\b"
)
_OPENS = late(
    r"\s*(?:\w+ly\s+)?(?:will|would|could|may|might|can|cannot|shall|won't|threatens?|risks?|is|are|has|have|faces?|stands?|hangs?|runs?)\b"
)
_RELATIVE = late(
    r"(?:who|which|that\s+(?:is|are|was|were|has|have|had|will|would|can|could|\w+ed|\w+s)|"
    r"(?:that|which|whom)\s+(?:it|they|we|he|she)\s+\w+\s+(?:is|are|has|have|will|would|can|could|may|might))\s",
    re.IGNORECASE,
)
_STOPS_THERE = late(r"['\"]?\s*(?:[.,;:!\"]|$|and\b|as\b|after\b|because\b)")
_OF_ILL = late(
    r"\s+(?!(?:\w+\s+){0,3}(?:peace|agreement|deal|accord|breakthrough|victory|success|qualif\w+|championship|history|talks|ceasefire|what|how|"
    r"it|this|that|him|her|them)\b)(?!(?:\w+ing|for|in|on|at|since|and|or|when|earlier|before)\b)[a-z\d]"
)
_VENTURE = late(
    r"\b(?:will|would|could|may|might|can|cannot|shall|risks?|about\s+to|going\s+to|likely|if|unless|without|soon|next)\b(?!\s+have\b)",
    re.IGNORECASE,
)
_WARNS = (
    "warn",
    "is warning",
    "are warning",
    "had warned",
    "has warned",
    "have warned",
    "concern",
    "alarmed",
    "afraid",
    "gravely",
    "deeply",
)
_SMALL = late(r"\bnot\s+be\s+(?:an?\s+)?(?:small|minor|mere|simple|limited|brief|single|isolated)\b", re.IGNORECASE)
_TO = late(r"\bto\s+(?!be\b|become\b)[a-z]+")
_WORRIED = ("concern", "alarm", "gravely", "deeply")
_RUNS_ON = frozenset({"ing", "soft", "bare", "gerund"})
_LONGEST = 300
_ALONE = ("plain.", "fear.")
_OF_PEOPLE = ("threat", "risk")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    start: int
    end: int
    cue: int
    by: str
    horizon: str
    harm: str
    condition: str | None


def find(draft: Draft, card: Card) -> list[Warning]:
    """Find the warnings of a draft, in order, at most one of a harm in a sentence."""
    warnings: list[Warning] = []
    for number, start, end in _sentences(draft):
        voice = draft.blocks[number].voice
        warnings += [_warning(draft, card, voice, (start, end), found) for found in _in_sentence(draft, start, end)]
    return warnings


def _sentences(draft: Draft) -> Iterator[tuple[int, int, int]]:
    """Give each sentence of running text that holds both a harm and a cue (or a modal before the harm)."""
    cues = draft.hits.get("warn", [])
    told = [hit for layer in ("harm", "peril", "need") for hit in draft.hits.get(layer, ())]
    told += [hit for hit in cues if hit.tag.startswith((*_ALONE, *_OF_PEOPLE, "warned."))]
    signs = sorted({hit.start for layer in ("warn", "ahead") for hit in draft.hits.get(layer, ())})
    done = -1
    for hit in sorted(told):
        if hit.start < done:
            continue
        number = draft.block_at(hit.start)
        if number is None:
            continue
        block = draft.blocks[number]
        if not runs(draft.content, block.role, block.start, block.end):
            continue
        near = bisect_left(signs, block.start)
        if (near >= len(signs) or signs[near] >= block.end) and not prospects.spent(draft.content, hit):
            continue
        sentences = draft.sentences(number)
        place = bisect_right(sentences, hit.start, key=lambda span: span[0]) - 1
        start, end = sentences[max(place, 0)]
        done = max(end, hit.end)
        yield number, start, done


def _in_sentence(draft: Draft, start: int, end: int) -> list[_Found]:
    content = draft.content
    cues = draft.within("warn", start, end)
    harms = draft.within("harm", start, end)
    needs = draft.within("need", start, end)
    modal = bool(draft.within("ahead", start, end))
    if not cues and not modal and not needs:
        return []
    seen = _prospects(draft, (start, end), harms, needs) if modal or needs else []
    if not cues and not seen:
        return []
    segments = cut(content, start, end)
    found = _cued(content, segments, (start, end), cues, harms)
    if modal:
        told = sorted((*harms, *needs, *draft.within("peril", start, end)))
        seen += prospects.conditions(content, (start, end), segments, told)
    for place in seen:
        low = max(start, place.cue - 60)
        over = next((n for n, held in enumerate(found) if held.start <= place.cue < held.end), None)
        if over is not None and found[over].harm == prospects.UNNAMED:
            found[over] = dataclasses.replace(found[over], harm=place.harm.tag)
        if over is not None or _AVERTED.search(content, low, place.cue):
            continue
        found.append(_placed(content, segments, place, (start, end)))
    kept: dict[str, _Found] = {}
    for item in sorted(found, key=lambda item: item.start):
        if item.harm not in kept and not any(item.start < held.end for held in kept.values()):
            kept[item.harm] = item
    return list(kept.values())[:2]


def _prospects(
    draft: Draft, sentence: tuple[int, int], harms: Sequence[Hit], needs: Sequence[Hit]
) -> list[prospects.Prospect]:
    """Give what is told as coming without a cue, the plainest first."""
    content = draft.content
    seen = [
        prospects.Prospect(harm.start, "harm-ahead", "near", harm)
        for harm in harms
        if _is_ahead(content, sentence[0], harm)
    ]
    named = [harm for harm in harms if not _LOOSE.fullmatch(content, harm.start, harm.end)]
    seen += prospects.coming(content, sentence, named)
    seen += prospects.perils(content, sentence, draft.within("peril", *sentence))
    seen += prospects.shortages(content, sentence, needs)
    seen += prospects.growing(content, sentence, sorted((*harms, *needs)))
    return seen


def _cued(
    content: str, segments: Sequence[Segment], sentence: tuple[int, int], cues: Sequence[Hit], harms: Sequence[Hit]
) -> list[_Found]:
    found: list[_Found] = []
    for cue in cues:
        by, _, horizon = cue.tag.partition(".")
        if by == "unless" or any(held.start <= cue.start < held.end for held in found):
            continue
        harm = _harm_of(content, segments, cue, by, harms)
        if harm is None and (f"{by}." in _ALONE or _ventures(content, cue, by)):
            harm = _unnamed(content, segments, cue, by)
        elif harm is None and _speaks(content, segments, cue, by):
            harm = Hit(cue.start, cue.end, prospects.UNNAMED)
        elif harm is None and by in _OF_PEOPLE and prospects.menaced(content, sentence, cue):
            void = _void(content, segments[at(segments, cue.start)], cue, by, sentence[1])
            harm = None if void else Hit(cue.start, cue.end, prospects.UNNAMED)
        if harm is not None:
            found.append(_placed(content, segments, prospects.Prospect(cue.start, by, horizon, harm), sentence))
    return found


def _speaks(content: str, segments: Sequence[Segment], cue: Hit, by: str) -> bool:
    """Say whether a cue warns by itself, whatever the harm is called: "on the brink", "warned of", "concerned that"."""
    word = content[cue.start : cue.end].lower()
    if by == "edge":
        return bool(
            _STOPS_THERE.match(content, cue.end) or (word.endswith("brink of") and _OF_ILL.match(content, cue.end))
        )
    if by != "warned" or not word.startswith(_WARNS):
        return False
    near = max(segments[0].start, cue.start - 60)
    if _AVERTED.search(content, near, cue.start) or _NOT.search(content, max(near, cue.start - 20), cue.start):
        return False
    if word.endswith((" of", " about")):
        return word.startswith("warn") and _OF_ILL.match(content, cue.end) is not None
    return word.endswith(" that") and _VENTURE.search(content, cue.end, segments[-1].end) is not None


def _unnamed(content: str, segments: Sequence[Segment], cue: Hit, by: str) -> Hit | None:
    """Give the harm that a cue speaks of without a name, None where it fears nothing to come."""
    if by == "fear" and not (_AHEAD.search(content, cue.end, segments[-1].end) or _ANEW.match(content, cue.end)):
        return None
    return Hit(cue.start, cue.end, prospects.UNNAMED)


def _ventures(content: str, cue: Hit, by: str) -> bool:
    """Say whether a cue is the verb of "risks igniting", which warns whatever the harm is called."""
    return by == "risk" and content[cue.start : cue.end] == "risks" and _GERUND.match(content, cue.end) is not None


def _is_ahead(content: str, start: int, harm: Hit) -> bool:
    low = max(start, harm.start - 60)
    match = _MODAL.search(content, low, harm.start)
    if (
        match is None
        or (" not " in match.group() and not _SMALL.search(match.group()))
        or _LOOSE.fullmatch(content, harm.start, harm.end)
    ):
        return False
    if prospects.ARMS.match(content, harm.end):
        return False
    if match.group().startswith("May ") and content[match.start() - 2 : match.start() - 1].isdigit():
        return False  # 30 May
    return not _AVERTED.search(content, low, harm.start)


def _harm_of(content: str, segments: Sequence[Segment], cue: Hit, by: str, harms: Sequence[Hit]) -> Hit | None:
    """Give the harm that a cue speaks of, None where it speaks of none."""
    index = at(segments, cue.start)
    segment = segments[index]
    limit = _extended(segments, index)
    word = content[cue.start : cue.end].lower()
    if _void(content, segment, cue, by, limit):
        return None
    narrow = word.startswith(_NARROW) or word.endswith("threaten")
    reach = min(limit, cue.end + (60 if narrow or word in _FACE else _REACH.get(by, 200)))
    meant = [harm for harm in harms if by in _SITUATION or not _TENSE.fullmatch(content, harm.start, harm.end)]
    for harm in meant:
        if narrow and (_LOOSE.fullmatch(content, harm.start, harm.end) or _TO.search(content, cue.end, harm.start)):
            continue
        if cue.start <= harm.start < reach and not _AVERTED.search(content, cue.end, harm.start):
            return harm
    if not narrow and by in _BACK and not word.endswith((" of", " to", " that")):
        before = [harm for harm in meant if segment.start <= harm.start < cue.start]
        return before[-1] if before else None
    return None


def _void(content: str, segment: Segment, cue: Hit, by: str, limit: int) -> bool:
    """Say whether a cue warns of nothing here: averted, negated, a term of law, a worry about the past."""
    near = max(segment.start, cue.start - 90)
    if by != "looming" and _AVERTED.search(content, near, cue.start):
        return True
    if by in ("threat", "risk"):
        technical = _LEGAL_FORCE.match(content, cue.end) or _TECHNICAL.match(content, cue.end)
        return bool(technical or _NOT.search(content, max(near, cue.start - 30), cue.start))
    word = content[cue.start : cue.end].lower()
    if by == "guarantee" and "consequences" in word:
        return not _AHEAD.search(content, segment.start, cue.start)
    return word.startswith(_WORRIED) and not _AHEAD.search(content, cue.end, limit)


def _extended(segments: Sequence[Segment], index: int) -> int:
    """Go on over what runs on from a segment: participles, lists, "that" clauses."""
    end = segments[index].end
    for segment in segments[index + 1 :]:
        if segment.kind not in _RUNS_ON or segment.end - segments[index].start > _LONGEST:
            break
        end = segment.end
    return end


def _placed(content: str, segments: Sequence[Segment], seen: prospects.Prospect, sentence: tuple[int, int]) -> _Found:
    cue, by, horizon, harm, last = seen
    index = at(segments, cue)
    segment = segments[index]
    start = opened(content, segment)
    if segment.kind == "gerund":
        start = segment.start
    end = max(_extended(segments, index), harm.end)
    end = max(end, _extended(segments, at(segments, last))) if last > end else end
    if by == "fear" and sentence[1] - start <= _LONGEST - 100:  # what is feared may hold clauses of its own
        end = max(end, sentence[1])
    start = _back(content, segments, index, start, cue) if index else start
    if by == "warned":
        that = segments[index + 1] if index + 1 < len(segments) else None
        start = opened(content, that) if that and that.kind == "bare" and harm.start >= that.start else start
    lead = _LEAD.match(content, start, end)
    start = lead.end() if lead else start
    condition = _condition(content, segments, index)
    if condition is not None and condition is not segment:
        horizon = "conditional"
        if max(end, condition.end) - min(start, condition.start) <= _LONGEST + 60:
            start, end = min(start, condition.start), max(end, condition.end)
    while end > start and content[end - 1] in " \n.,;":
        end -= 1
    told = None if condition is None else content[condition.start : condition.end]
    return _Found(
        start=max(start, sentence[0]),
        end=end,
        cue=cue,
        by=f"warning.{by}",
        horizon=horizon,
        harm=harm.tag,
        condition=told,
    )


def _back(content: str, segments: Sequence[Segment], index: int, start: int, cue: int) -> int:
    """Give where a warning begins whose segment holds no subject of its own, else the segment's own words."""
    segment = segments[index]
    if segment.kind in ("soft", "conj") and _OPENS.match(content, start):
        return _subject(content, segments, index)
    relative = segment.kind == "bare" and _RELATIVE.match(content, segment.start)
    if relative or (segment.kind == "soft" and not content[start:cue].strip()):
        return opened(content, segments[index - 1])
    return start


def _subject(content: str, segments: Sequence[Segment], index: int) -> int:
    """Give where the subject stands of a segment that opens with its verb, before what a comma set apart."""
    back = index - 1
    while (
        back
        and segments[back].kind in ("rel", "ing", "soft")
        and segments[index].start - segments[back - 1].start < _LONGEST - 80
    ):
        back -= 1
    return opened(content, segments[back])


def _condition(content: str, segments: Sequence[Segment], index: int) -> Segment | None:
    """Give the segment beside this one that opens with "if" or "unless"."""
    for near in (index, index - 1, index + 1):
        if 0 <= near < len(segments):
            segment = segments[near]
            own = segment.start
            if _CONDITION.match(content, own) and (near != index or segment.kind != "open"):
                return segment
    return None


def _warning(draft: Draft, card: Card, voice: str, sentence: tuple[int, int], found: _Found) -> Warning:
    small = lowered(draft.content)
    group = next((name for name, words in groups(draft.catalogue) if words.search(small, found.start, found.end)), None)
    return Warning(
        start=found.start,
        end=found.end,
        quote="",
        by=found.by,
        harm=found.harm,
        group=group,
        places=places(scene(draft, found.start, found.end), (found.start, found.end)),
        horizon=found.horizon,
        condition=found.condition,
        speakers=speakers.chain(draft, card, voice, *sentence),
    )
