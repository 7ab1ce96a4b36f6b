# SPDX-License-Identifier: Apache-2.0
"""Cues: words that make a harm beside them a warning ("on the verge of", "risk of", "worsening")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.clauses import Segment, at
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings import growth, menaces, outlooks, prospects
from tocsin.reading.warnings.outlooks import Outlook
from tocsin.reading.warnings.phrases import UNNAMED
from tocsin.reading.warnings.placing import Placed, extended, placed

AVERTED = late(
    r"\b(?:prevent|avert|avoid|halt|de-?escalat|combat|address|counter|help|defend|protect|support|condemn|limit|deter|monitor|resist|discuss|"
    r"tackl|reduc|mitigat|eradicat|eliminat|investigat|tolerat|resolv|remov|alleviat|settl|negotiat|mediat|guarante|provid|deliver|secur|receiv|restor|improv|respect|uphold|promot|strengthen|consider|contribut|"
    r"participat|examin|minimi[sz]|ensur|"
    r"sav|solv|ceas|end|stop|overcom|respond|refrain)(?:e|es|ed|ing|s|ping|ped|ring|red)?\s+(?:(?!(?:is|are|was|were|remains?)\s)\S+\s+){0,8}$",
    re.IGNORECASE,
)
_LEGAL_FORCE = late(r"\s+(?:the\s+)?(?:use\s+of\s+)?(?:force|legal|sanctions|arrest|prosecution)\b", re.IGNORECASE)
_TECHNICAL = late(
    r"\s+(?:reduction|management|assessments?|factors?|insurance|analysis|profile|mitigation)\b", re.IGNORECASE
)
LOOSE = late(
    r"situation|tensions?|rights\s+of|freedoms|(?:food\s+)?supplies|food|medicines?|fuel|bread|isolation|lives|survival|"
    r"human\s+dignity|fundamental\s+rights|(?:international\s+)?peace\s+and\s+security|crisis|emergency|detention|close|close\s+their\s+doors",
    re.IGNORECASE,
)
_TENSE = late(r"situation|tensions?|crisis|emergency", re.IGNORECASE)
_NOT = late(
    r"\b(?:no\s+longer\s+(?:any|a|in|at)|no\s+(?:further|immediate|more|real|serious|imminent|present|current)|not|no|never|little|without|guilty\s+(?:to|of)|charged\s+with|accused\s+of|convicted\s+of|arrested\s+for|(?:responsible|to\s+blame|blamed|guilty)\s+(?:for|of)|discarded|ruled\s+out|rules\s+out|rejected|denied|dismissed|removed?|lifted)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_AHEAD = late(
    r"\b(?:about\s+to|going\s+to|next|will|would|could|may|might|can|cannot|risk|likely|further|continu\w+|imminent)\b",
    re.IGNORECASE,
)
_ANEW = late(r"\s+(?:another|a\s+(?:new|second|third|repeat|return)|the\s+(?:same|return|worst))\b", re.IGNORECASE)
_REACH = {"edge": 70, "threat": 120, "risk": 110, "amount": 90, "shortage": 90}
_BACK = frozenset({"looming", "threat", "risk", "growing", "corner", "repeat", "guarantee"})
_SITUATION = frozenset({"growing", "edge", "looming", "warned", "shortage"})
_UNFEARED = late(r"(?:\b(?:not|no|never|nothing)|n't)\s+(?:\w+\s+){0,5}$", re.IGNORECASE)
_NO_VERB = late(
    r"\b(?:the|an?|of|their|his|her|its|our|in|with|for|without|by|from|and|or|this|that|these|such|any|more|great|deep|widespread|growing|"
    r"spread|spreads|spreading|live|lives|amid|are|is|were|was|be|also|instil\w*|sow\w*|stok\w*|what|who|whom)\s+$|(?:\b(?:not|no|never|nothing|nobody)|n't)\s+(?:\w+\s+){0,3}$"
)
"""Words before "fear" that make it a noun, or deny it."""
_HEART = late(r"\b(?:heart|panic|asthma)\s+$", re.IGNORECASE)
_FACE = frozenset({"face", "faces", "facing"})
_WARN = frozenset({"warned", "warns", "warn"})
_NARROW = ("expect", "anticipat", "brac", "is preparing", "are preparing", "preparing", "is plotting", "are plotting")
"""What is a cue only of a harm right behind it: people expect and prepare for much."""
_GERUND = late(
    r"\s+(?!(?:sharing|being|taking|rating|scoring|mapping|modelling|modeling|profiling|monitoring|planning)\b)\w{2,}ing\b"
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
_TO = late(r"\bto\s+(?!be\b|become\b)[a-z]+")
_WORRIED = ("concern", "alarm", "gravely", "deeply")
ALONE = ("plain.", "fear.")
OF_PEOPLE = ("threat", "risk")
_DREADED = frozenset({*OF_PEOPLE, "edge", "dread"})
"""Cues that have an ill for their object: "danger of", "one step from"."""
_AT_ONCE = frozenset({"edge", "dread"})
_MEASURES = ("away from", "nearer to", "closer to")
_ONE = late(r"\b(?:one|a|another|single|only)\s+(?:single\s+|more\s+)?[\w-]+\s+$")
"""How far somebody is from what is near: "one flood away from"."""
_COMES = late(
    r",?\s+(?!(?:we|i|you)\b)[^.;]{2,60}?\b(?:will|would|is\s+going\s+to|are\s+going\s+to|'ll)\s+(?!(?:\w+ly\s+)?(?:succeed|win|prevail|come\s+(?:home|back|round|to\s+terms)|"
    r"agree|learn|talk|understand|end|see\b|realise|realize|have\s+to|need|be\s+(?:free|over|held|tried|brought|open|reopened|released|recognised|recognized)|"
    r"return|reopen|sign|sit|meet|stop|open|accept|pay|know|want|admit)\b)"
)
"""What will come "sooner or later", where it is nothing good."""
_FEARED = late(
    r"(?:is|are)\s+feared\s+(?:at\s+any|any\s+(?:day|hour|moment)|within|in\s+the\s+coming|(?:this|next)\s+\w+|tomorrow|tonight|from\s+one\s+day|if\b|when\b|once\b)"
    r"|(?:is|are)\s+feared\s*[.;]"
)
"""What is feared and still to come, whatever it is."""
SPEAKING = ("warned.", "edge.", "dare.", "dread.")
_WHOEVER = late(
    r"\b(?:whoever|whosoever|any(?:one|body)|everyone|everybody|(?:any|all|every|those)\s+(?:\w+\s+){0,3}?(?:who|that|which))\s[^.;]{3,110}?"
    r"(?:\b(?:is|are|makes?|becomes?|remains?|puts?|putting|does\s+so|do\s+so|at)\s+(?:\w+\s+){0,3}|\s(?P<will>))$",
    re.IGNORECASE,
)


def cued(
    draft: Draft,
    segments: Sequence[Segment],
    sentence: tuple[int, int],
    cues: Sequence[Hit],
    harms: Sequence[Hit],
) -> list[Placed]:
    """Give the warnings of a sentence that its cues make, each placed, at most one over the same words."""
    content = draft.content
    found: list[Placed] = []
    for cue in cues:
        by, _, horizon = cue.tag.partition(".")
        if by in ("unless", "tip") or any(held.start <= cue.start < held.end for held in found):
            continue
        if by == "looming" and _FEARED.match(lowered(content), cue.start):
            found.append(
                placed(content, segments, prospects.Prospect(cue.start, by, horizon, _unnamed_at(cue)), sentence)
            )
            continue
        harm = None if by in ("dare", "dread") else _harm_of(content, segments, cue, by, harms)
        dread = _dread(draft.catalogue, content, segments, cue, by) if harm is None else None
        if harm is None and (f"{by}." in ALONE or _ventures(content, cue, by)):
            harm = _unnamed(content, segments, cue, by)
        elif harm is None and _speaks(content, segments, cue, by):
            harm = Hit(cue.start, cue.end, UNNAMED)
        elif harm is None and dread is not None:
            harm = Hit(dread.start, dread.end, dread.harm)
        elif harm is None and by in OF_PEOPLE and menaces.menaced(content, sentence, cue):
            void = _void(content, segments[at(segments, cue.start)], cue, by, sentence[1])
            harm = None if void else Hit(cue.start, cue.end, UNNAMED)
        if harm is not None:
            by = "fear" if by == "dread" else by
            found.append(placed(content, segments, prospects.Prospect(cue.start, by, horizon, harm), sentence))
    return found


def _unnamed_at(cue: Hit) -> Hit:
    return Hit(cue.start, cue.end, UNNAMED)


def _dread(catalogue: Catalogue, content: str, segments: Sequence[Segment], cue: Hit, by: str) -> Outlook | None:
    """Give what a cue such as "risk of" is followed by, where that is bad to be or to do."""
    if by not in _DREADED or _void(content, segments[at(segments, cue.start)], cue, by, segments[-1].end):
        return None
    if by == "dread" and _NO_VERB.search(lowered(content), max(segments[0].start, cue.start - 50), cue.start):
        return None
    return outlooks.dreaded(lowered(content), cue, catalogue, near=by in _AT_ONCE)


def _speaks(content: str, segments: Sequence[Segment], cue: Hit, by: str) -> bool:
    """Say whether a cue warns by itself, whatever the harm is called: "on the brink", "warned of", "concerned that"."""
    word = content[cue.start : cue.end].lower()
    if by == "edge":
        return word not in _MEASURES and bool(
            _STOPS_THERE.match(content, cue.end) or (word.endswith("brink of") and _OF_ILL.match(content, cue.end))
        )
    if by == "dare":
        who = _WHOEVER.search(content, segments[0].start, cue.start)
        return who is not None and (who["will"] is None or word.startswith("will "))
    if by != "warned" or not word.startswith(_WARNS):
        return False
    near = max(segments[0].start, cue.start - 60)
    if AVERTED.search(content, near, cue.start) or _NOT.search(content, max(near, cue.start - 20), cue.start):
        return False
    if word.endswith((" of", " about")):
        return word.startswith("warn") and _OF_ILL.match(content, cue.end) is not None
    return word.endswith(" that") and _VENTURE.search(content, cue.end, segments[-1].end) is not None


def _unnamed(content: str, segments: Sequence[Segment], cue: Hit, by: str) -> Hit | None:
    """Give the harm that a cue speaks of without a name, None where it fears nothing to come."""
    if content.startswith("ooner", cue.start + 1) and not _COMES.match(lowered(content), cue.end, segments[-1].end):
        return None
    if by == "fear" and not (_VENTURE.search(content, cue.end, segments[-1].end) or _ANEW.match(content, cue.end)):
        return None
    if by == "fear" and _UNFEARED.search(content, max(segments[0].start, cue.start - 50), cue.start):
        return None
    return Hit(cue.start, cue.end, UNNAMED)


def _ventures(content: str, cue: Hit, by: str) -> bool:
    """Say whether a cue is the verb of "risks igniting", which warns whatever the harm is called."""
    return by == "risk" and content[cue.start : cue.end] == "risks" and _GERUND.match(content, cue.end) is not None


def _harm_of(content: str, segments: Sequence[Segment], cue: Hit, by: str, harms: Sequence[Hit]) -> Hit | None:
    """Give the harm that a cue speaks of, None where it speaks of none."""
    index = at(segments, cue.start)
    segment = segments[index]
    word = content[cue.start : cue.end].lower()
    inset = word in _FACE and content.startswith(",", cue.end)
    limit = segments[-1].end if inset else extended(segments, index)
    if _void(content, segment, cue, by, limit):
        return None
    narrow = word.startswith(_NARROW) or word.endswith("threaten") or word in _WARN
    reach = min(limit, cue.end + (60 if narrow or word in _FACE else _REACH.get(by, 200)))
    meant = [harm for harm in harms if _fits(content, segment, cue, by, harm)]
    if word.removeprefix("is ").removeprefix("are ").startswith(_FORECAST):
        subject = [harm for harm in meant if segment.start <= harm.start < cue.start]
        if subject:
            return subject[-1]
    for harm in meant:
        if narrow and (LOOSE.fullmatch(content, harm.start, harm.end) or _TO.search(content, cue.end, harm.start)):
            continue
        if cue.start <= harm.start < reach and not AVERTED.search(content, cue.end, harm.start):
            return harm
    if not narrow and by in _BACK and not word.endswith((" of", " to", " that")):
        before = [harm for harm in meant if segment.start <= harm.start < cue.start]
        return before[-1] if before else None
    return None


def _fits(content: str, segment: Segment, cue: Hit, by: str, harm: Hit) -> bool:
    """Say whether a harm is of the kind that a cue can speak of, and of the time that it speaks of."""
    if _HEART.search(content, max(0, harm.start - 8), harm.start):
        return False
    if by == "growing":
        vague = LOOSE.fullmatch(content, harm.start, harm.end) and not _TENSE.fullmatch(content, harm.start, harm.end)
        return not vague and growth.grows(content, segment, cue, harm)
    if content[cue.start : cue.end].lower() in _FACE:
        return growth.faced(content, cue, harm)
    return by in _SITUATION or not _TENSE.fullmatch(content, harm.start, harm.end)


_UNNAMED_FOR = late(
    r"\b(?:(?:not|without|nor|never)\s+(?:to\s+)?(?:be(?:ing)?\s+)?(?:\w+\s+)?(?:named|identified|quoted|photographed|filmed|giv\w+\s+(?:\w+\s+){0,3}names?)|"
    r"anonym\w+|unnamed|pseudonym\w*|names?\s+(?:\w+\s+){0,4}(?:withheld|changed|with\s?held|omitted))\b[^.;]{0,60}?\bfor\s+$"
)
"""Why somebody goes unnamed, which warns of nothing: "asked not to be named for fear of reprisals"."""
_FORECAST = ("likely ", "projected", "forecast", "expected", "feared")
"""Words of a forecast, which is of what stands before them."""


def _void(content: str, segment: Segment, cue: Hit, by: str, limit: int) -> bool:
    """Say whether a cue warns of nothing here: averted, negated, a term of law, a worry about the past."""
    near = max(segment.start, cue.start - 90)
    if by == "edge" and content.startswith("away", cue.start) and not _ONE.search(lowered(content), near, cue.start):
        return True
    if by == "risk" and _UNNAMED_FOR.search(lowered(content), near, cue.start):
        return True
    if by != "looming" and AVERTED.search(content, near, cue.start):
        return True
    if by in ("threat", "risk"):
        technical = _LEGAL_FORCE.match(content, cue.end) or _TECHNICAL.match(content, cue.end)
        return bool(technical or _NOT.search(content, max(near, cue.start - 30), cue.start))
    word = content[cue.start : cue.end].lower()
    if by == "guarantee" and "consequences" in word:
        return not _AHEAD.search(content, segment.start, cue.start)
    return word.startswith(_WORRIED) and not _AHEAD.search(content, cue.end, limit)
