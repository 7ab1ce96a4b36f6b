# SPDX-License-Identifier: Apache-2.0
"""Acts spoken of but not told: to come, supposed, to be prevented, or a term of law."""

from __future__ import annotations

from tocsin.reading.claims.spans import Span
from tocsin.reading.claims.vocabulary import word_set
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_NOT_YET = late(r"\b(?:will|would|could|should|must|may|might|can)\s+(?!have\b)[^,;:]{0,60}$")
# What runs on the lowered view.
_PREVENTED = late(
    r"\b(?:(?:non-use|threat|scourge|prevention|prohibition|risks?|dangers?|fears?|possibility|prospect|definition|goal|aim|"
    r"purpose|intent|intention|objective|hopes?|bid|mission|task|elimination|likelihood|convention|warning|renunciation|spectre|specter|exclusion|plans?|preparations?)\s+"
    r"(?:of|on|to|for)\s+|(?:prevent|preventing|avoid|avert|refrain\s+from|prohibit\w*|forbids?|forbidding|outlaw\w*|aimed\s+at|"
    r"designed\s+to|intended\s+to|in\s+order\s+to|with\s+the\s+aim\s+of|(?:to|and|or|will|must|should|can|help)\s+(?:\w+ly\s+)?combat|combatt?ing|eliminating|eradicating|call(?:s|ed|ing)?\s+for|advocat(?:es|ed|ing)|freedom\s+from|free\s+from|"
    r"risk(?:s|ed|ing)?(?:\s+being)?|(?:at|in)\s+(?:\w+\s+)?(?:risk|danger)\s+of(?:\s+being)?|pending|awaiting|in\s+case\s+of|in\s+the\s+event\s+of|protection\s+from|for\s+the\s+purpose\s+of)\s+)"
    r"(?:(?:the|a|an|all|any|further|such|every|acts?\s+of|threat\s+or|use\s+or)\s+)*(?:[\w-]+\s+)?$"
)
_TERM = late(
    r"\b(?:(?:crimes?|suppression|punishment|absence|right|end|policy|programme|program|question|issue|concept|cessation|laws?|"
    r"history|memory|anniversary|forms?|kinds?|types?|legality|causes)\s+(?:of|on|to|for)\s+|(?:constitutes?|amounts?\s+to|"
    r"amounting\s+to|without|any|no\s+more|stop|halt|end|against)\s+)"
    r"(?:(?:the|a|an|all|any|further|such|every|acts?\s+of)\s+)*(?:[\w-]+\s+)?$"
)
_IF = late(r"\b(?:if|unless|whether|in\s+case|lest|until)\s")


_WARY = word_set(
    "non-use threat scourge prevention prohibition risk risks danger dangers fear fears possibility prospect "
    "definition goal aim purpose intent intention objective hope hopes bid mission task elimination likelihood "
    "convention warning "
    "renunciation spectre specter exclusion plan plans preparation preparations prevent preventing avoid avert refrain "
    "forbid forbids forbidding aimed designed intended order combat combating combatting eliminating eradicating call "
    "calls called calling advocates advocated advocating freedom free case event protection risking risked pending "
    "awaiting"
)
"""Words of which `_PREVENTED` holds one, but for those that begin with `_BANS`."""
_BANS = ("prohibit", "outlaw")
_IFS = ("if", "unless", "whether", "case", "lest", "until")

_FORESEEN = late(
    r"\s+(?:would|could|might|may)\s+(?:\w+ly\s+)?"
    r"(?:be|bring|cause|cost|drive|force|have|kill|lead|leave|mean|provoke|put|result|set|spark|threaten|trigger)\b"
)


_MEANT = late(
    r"\b(?:prepar(?:ed|es|ing)|plann?(?:ed|s|ing)|intend(?:ed|s|ing)|offer(?:ed|s|ing)|agree[ds]?|ready|willing|refus(?:ed|es|ing)|"
    r"declin(?:ed|es|ing)|hop(?:ed|es|ing)|want(?:ed|s)|vow(?:ed|s|ing)|promis(?:ed|es|ing)|pledg(?:ed|es|ing)|about|set|due|expected)\s+"
    r"to\s+(?:\w+ly\s+)?(?:(?:resume|begin|start|continue|stop|keep)\s+)?$"
)
"""What somebody was only willing to do, or not: "prepared to resume", "refused to"."""


def untold(content: str, sentence: int, span: Span, start: int, *, dated: bool) -> bool:
    """Say whether an act is to come, supposed, only commemorated or only ruled on."""
    if unclaimed(content, sentence, span.cue.start):
        return True
    if ahead(content, start, span.cue.start) or supposed(content, sentence, span):
        return True
    return remembered(content, span.cue.start) or (not dated and ruled(content, sentence, span))


_UNCLAIMED = late(
    r"(?:\b(?:not|never|nobody|no[\s-]one|none|neither|nor)|n't)\s+(?:(?:of\s+\w+|are|is|have|has|been|ever|yet|even|\w+ly)\s+)*"
    r"(?:accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)|claim(?:s|ed|ing)?|suggest(?:s|ed|ing)?|contend(?:s|ed|ing)?|insinuat(?:e|es|ed|ing)|"
    r"(?:assert|imply|implies|implied|say|says|said|saying|mean|means|meant)(?=\s+(?:that|it|he|she|they|[\w'’-]+\s+(?:has|have|had|was|were|is|are)\b)))\b"
    r"(?!\s+(?:only|just|merely)\b)[^.;]{0,70}$"
)
"""Before what nobody says: "we do not accuse the army of"."""
_TURNS = late(r",?\s+(?:but|rather|instead)\s|\bwho\b|\bwhether\b|\bhow\b|\bwhen\b|\bwhy\b|\bresponsibility\b")


def unclaimed(content: str, sentence: int, cue: int) -> bool:
    """Say whether it is told that nobody says that an act was done: "we do not accuse the army of shelling"."""
    small = lowered(content)
    found = _UNCLAIMED.search(small, max(sentence, cue - 130), cue)
    return found is not None and _TURNS.search(small, found.start(), cue) is None


_ENDED = ("died", "perished", "fled ", "drowned")
"""Forms that no "could" governs."""
_LAID_DOWN = late(
    r"(?:whoever|any\s*one\s+who|(?:a|any|every|no)\s+persons?\s+(?:who|shall|may)|where\s+(?:a|any)\s+person)\b"
    r"[^.]*?\b(?:commits|offence|offense|liable|punish\w+|shall|guilty|sentenced|imprisonment)\b"
)
"""A rule of law, which tells of nothing done."""


def ahead(content: str, start: int, cue: int) -> bool:
    """Say whether the act's word stands under "will", "could" or "should", or is only meant: "prepared to resume"."""
    if lowered(content).startswith(_ENDED, cue):
        return False  # "who could not walk died"
    if _NOT_YET.search(content, start, cue) is not None:
        return True
    low = max(start, cue - 60)
    return " to " in content[low:cue] and _MEANT.search(lowered(content), low, cue) is not None


def supposed(content: str, sentence: int, span: Span) -> bool:
    """Say whether an act stands in a condition: "if the corridor stays closed"."""
    if _LAID_DOWN.match(lowered(content), sentence):
        return True
    low = max(sentence, span.start - 40)
    words = lowered(content)[low : span.cue.start]
    found = list(_IF.finditer(lowered(content), low, span.cue.start)) if any(map(words.__contains__, _IFS)) else []
    return bool(found) and "," not in content[found[-1].end() : span.cue.start]


def foreseen(content: str, end: int) -> bool:
    """Say whether an act's noun goes on with what it would bring: "an assault on the town would lead to"."""
    return _FORESEEN.match(lowered(content), end) is not None


def prevented(content: str, cue: int) -> bool:
    """Say whether an act is an aim, a risk, or something to be prevented."""
    small = lowered(content)
    words = small[max(0, cue - 70) : cue]
    if _WARY.isdisjoint(words.split()) and not any(map(words.__contains__, _BANS)):
        return False
    return _PREVENTED.search(small, max(0, cue - 60), cue) is not None


def term(content: str, cue: int) -> bool:
    """Say whether an act's noun is a term: "the crime of", "the right to", "any"."""
    return _TERM.search(lowered(content), max(0, cue - 60), cue) is not None


_REMEMBERED = late(
    r"\b(?:anniversar(?:y|ies)|commemorat\w+|memorial\s+day|remembrance)\s+(?:of|for)\s+(?:[\w'-]+\s+){0,4}$"
)
_RULES = late(
    r"\b(?:articles?|laws?|conventions?|constitution|treaty|treaties|covenants?|charter|code|statute|rules?|principles?|protocols?|provisions?|decree|bill|"
    r"regulations?)\b[^,;.]{0,60}?\b(?:oblig\w+|requir\w+|provid\w+|guarante\w+|prohibit\w*|forbid\w*|punish\w*|says?|states?|stipulat\w+|"
    r"protects?|defin\w+|criminali\w+|ban(?:s|ned)|allows?|permits?|outlaw\w*|binds?)\b"
)
_ANYONE = late(r"\b(?:anyone|anybody|whoever|any\s+person|any\s+individual|every\s+person|everyone)\s+(?:\w+\s+){0,3}$")
_IS_ILLEGAL = late(
    r"[^,;.]{0,80}?\s(?:is|are|constitutes?|amounts?\s+to|would\s+be|can\s+be|may\s+be|remains?)\s+(?:also\s+|clearly\s+|strictly\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:crimes?|violations?|breach(?:es)?|prohibited|forbidden|illegal|unlawful|offences?|offenses?|banned|punishable|torture|genocide)\b"
)


def remembered(content: str, cue: int) -> bool:
    """Say whether an act is only commemorated: "the anniversary of the uprising on 9 July"."""
    return _REMEMBERED.search(lowered(content), max(0, cue - 70), cue) is not None


def ruled(content: str, sentence: int, span: Span) -> bool:
    """Say whether an act stands in what a rule says: "obliges it to bring anyone arrested", "to starve is a crime"."""
    small = lowered(content)
    if _ANYONE.search(small, max(sentence, span.cue.start - 50), span.cue.start):
        return True
    gerund = small[span.cue.start : span.cue.end].split()[0].endswith("ing")
    if span.cue.verb and gerund and _IS_ILLEGAL.match(small, span.cue.end):
        return not content[span.start : span.cue.start].strip(' "')  # the gerund is its clause's subject
    return _RULES.search(small, max(sentence, span.cue.start - 160), span.cue.start) is not None
