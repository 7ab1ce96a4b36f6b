# SPDX-License-Identifier: Apache-2.0
"""Denials: the words before or after an act by which a text says that it was not done."""

from __future__ import annotations

from tocsin.reading.asks.coverings import GUILTLESS, WITHHELD
from tocsin.reading.claims.acts import Cue
from tocsin.reading.patterns import late

# All run on the view in small letters.
_SAYINGS = (
    r"(?:claims?|assertions?|accusations?|allegations?|reports?|charges?|suggestions?|statements?|insinuations?|notions?|ideas?|rumou?rs?|"
    r"versions?|accounts?|contentions?|narratives?|stor(?:y|ies)|theor(?:y|ies)|words)"
)
_LIES = (
    r"(?:false|untrue|baseless|unfounded|groundless|wrong|incorrect|inaccurate|invented|fabricat\w+|fictitious|falsehoods?|lies?|nonsense|"
    r"absurd|slander\w*|libel\w*|propaganda|disinformation|inventions?|fictions?|myths?|rejected|denied|refuted|dismissed|not\s+true|"
    r"no\s+truth|not\s+the\s+case|without\s+(?:any\s+)?(?:foundation|basis|substance|merit|truth)|devoid\s+of\s+\w+)\b"
)
_ADVERBS = r"(?:(?!not\b|never\b)[\w-]+\s+){0,3}?"
_CALLS = (
    r"(?:call|describ|brand|label|denounc|decri|term|dismiss|reject|characteri[sz]|treat|condemn)"
    r"(?:s|ed|es|ing|e|led|ling)?"
)
_DENIED = late(
    rf"\b(?:(?<!been\s)(?<!being\s)(?<!was\s)(?<!were\s)(?<!are\s)(?<!is\s)(?:deny|denies|denied|denying)(?!{WITHHELD})(?!{GUILTLESS})"
    rf"|(?:(?:reject|dismiss|refut|disput|contest|challeng|counter|repudiat)(?:s|ed|es|ing|e)?)\s+(?:as\s+)?(?:(?!after\b|when\b|and\b|but\b)[\w'’-]+\s+){{0,4}}{_SAYINGS}"
    r"|(?:disput|contest|refut|repudiat|reject)(?:s|ed|es|ing|e)?\s+that"
    r"|(?:withdraws?|withdrew|withdrawn|retract(?:s|ed)?|take\s+back|correct(?:s|ed)?)\s+(?:the|our|its|their|this|that)\s+(?:\w+\s+)?"
    r"(?:sentence|statement|claim|assertion|allegation|report|passage|words?)\s+that"
    rf"|{_CALLS}\s+(?:as\s+)?{_ADVERBS}{_LIES}[\s,]+(?:[\w'’-]+\s+){{0,4}}{_SAYINGS}"
    rf"|(?:is|was|are|were|be)\s+(?:\w+ly\s+)?(?:not\s+true|not\s+the\s+case|not\s+correct|untrue|false|incorrect|a\s+lie|wrong)\s+(?:to\s+\w+\s+)?that"
    r"|no\s+(?:evidence\s+that|(?:truth|substance|basis|foundation)\s+(?:in|to|for)\s+the)"
    r"|(?:falsely|wrongly|mendaciously)\s+(?:accus|alleg|assert|claim|report|said|sa(?:y|id)|stat|suggest|blam)\w*)\b"
)
_UNDENIED = late(
    r"(?:\b(?:not|never|nobody|none|no[\s-]one|nor|neither|without|hardly|cannot|few|no\s+(?:[\w-]+\s+){1,3}(?:can|could|would|will))|n't)\s+(?:(?:of\s+(?:them|the\s+\w+)|even|once|ever|has|have|had)\s+)?(?:\w+ed\s+(?:n?or)\s+)?$"
)
"""Before a denial that is none: "nobody disputes that", "neither confirmed nor denied that"."""
_ENDS = late(
    r";|,\s+(?:but|while|whereas|although|though)\s|,?\s+and\s+whereas\b"
    r"|,?\s+(?:and|but)\s+(?:(?:has|have|had|also|then|again|instead|rather|\w+ly)\s+)*(?:said|says|say|added|adds|accus(?:ed|es)|blam(?:ed|es)|"
    r"claim(?:ed|s)|insist(?:ed|s)|alleg(?:ed|es)|stat(?:ed|es)|maintain(?:ed|s)|assert(?:ed|s)|told|report(?:ed|s))\b"
)
"""Where what is denied ends: at "; ", or where who denies goes on to say something else."""
_HOLDING = late(r"(?:\s+(?:ever|having))*\s+\w+ing\s[^,;.]*?\b(?:who|which)\s+(?:(?:had|have|has|were|was|been)\s+)*$")
"""Between a denial and what is told of those whom it is about: "denies holding nine students who vanished"."""
_THAT = late(
    rf"\b{_SAYINGS}\s+(?:(?:in|of|by|from|made\s+by|on|put\s+about\s+by)\s+(?:[\w'’.-]+\s+){{1,7}}?)?that\s+(?:[^;.]{{0,120}})$"
)
"""An assertion that stands before an act: "the claim that its forces"."""
_AFTER = late(
    rf"\s*,?\s*\b(?:is|are|was|were|has\s+been|have\s+been|had\s+been|be|being|as|remains?)\s+{_ADVERBS}(?:an?\s+)?{_ADVERBS}{_LIES}"
    r"|\s+(?:(?:do(?:es)?|did)\s+not\s+(?:correspond|hold|reflect|match)|(?:has|have|had)\s+no\s+(?:basis|foundation)|lack(?:s|ed)?\s+(?:any\s+)?(?:basis|foundation))\b"
)
_CALLED = late(rf"\b{_CALLS}\s+(?:[\w'’-]+\s+){{0,5}}?{_SAYINGS}\s")
_CALLED_SO = late(rf"\s*,?\s+(?:as\s+)?(?:an?\s+)?{_ADVERBS}{_LIES}")
# Not "not an isolated incident": after an article the act's word is an adjective, and nothing is denied.
_NEGATED = late(r"\b(?:not|never|n't|neither|nor)\s+(?!an?\s)(?:\w+\s+){0,2}$")
_NO_SUCH = late(r"\bno\s+(?!(?:doubt|other|longer|sooner|fewer|less|more|time|matter|one)\b)(?:\w+\s+){0,2}$")
"""What is said not to be, before an act's noun: "there was no shelling"."""
_NO_ACTOR = late(
    r"(?:^|[,;:–—]\s*|\b(?:that|and|but|or|as|because|when|while|where|since|said|says|although)\s+)"
    r"no\s+(?!(?:doubt|longer|sooner|fewer|less|more|time|matter)\b)(?:\w+\s+){1,2}$"
)
"""Who did not do it, before an act's verb: "and no soldiers shot"; what somebody lacks denies nothing: "no orders"."""
_NOT_ONE = late(
    r"(?:\b(?:not|never)|n't)\s+(?:ever\s+|once\s+)?(?:(?!only\b|just\b|an?\b)\w+\s+)(?:(?:out|on|off|up)\s+)?"
    r"(?:a\s+single|any|one|even|an?)\s+(?:[\w-]+\s+){0,3}$"
)
"""What is not done even once: "did not fire a single", "have never laid a"."""
_NO_ONE_OF = late(r"\w+\s+(?:no\s+(?!longer\b|fewer\b|less\b|more\s+than\b|doubt\b)|nobody\b|no-one\b|none\b)")
"""An act done to nobody: "killed no civilians"."""
_AT_NO_TIME = late(
    r"\b(?:at\s+no\s+(?:time|point)|on\s+no\s+occasion|in\s+no\s+case|under\s+no\s+circumstances)\s+[^,;]{0,60}$"
)
"""What never happened, ahead of its clause."""
_NONE = late(
    r"(?:no(?!\s+(?:fewer|less|more|longer|sooner|doubt|matter|one)\b)|not\s+(?:an?|one|any)|nobody|no[\s-]one|none\s+of|neither)\s"
    r"(?!(?:(?:can|could|yet|even|has|had)\s+)*(?:knows?|knew|known|den(?:y|ies|ied)|disput(?:es?|ed)|doubts?|doubted)\b)"
)
_NONE_WERE = late(
    r"\b(?:(?:nobody|no[\s-]one)(?:\s+else)?\s+|(?:none|not\s+one)(?:\s+of\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)?\s+"
    r"|(?:(?<=\bthat )|(?<=\bsaid )|(?<=\bsays )|(?<=\badded )|(?<=\breported )|(?<=\bconfirmed ))"
    r"no\s+(?!(?:fewer|less|more|longer|sooner|doubt|matter)\b)(?:(?!and\b|or\b|but\b|who\b|that\b)[\w'’-]+\s+){1,3}?)\s*"
    r"(?:(?:had|has|have|was|were|is|are|been|being|yet|so\s+far|[a-z]+ly)\s+){0,4}$"
)
"""A subject that is nobody, right before its verb, whoever tells of it: "the ministry said nobody had died"."""


_NONE_IN = late(
    r"\b(?:(?:no(?!\s+(?:longer|fewer|less|more|doubt|one\s+(?:can|could|denies))\b)|not\s+(?:one|a\s+single)|none|nobody|no[\s-]one|neither)\b"
    r"[^,;.]{0,90}?\s(?:is|are|was|were|be|been)(?:\s+(?:or|and|has|have|had|been|is|are|was|were|ever|currently|now|today|being|still))*"
    r"|(?:is|are|was|were|been)\s+(?:not|never)|(?:is|are|was|were)n't)"
    r"\s+(?:in|under)\s+(?:the\s+|our\s+|its\s+|their\s+|any\s+|[\w'’-]+\s+){0,3}$"
)
"""Before a state in which nobody is, or was: "no student is or has been in the custody of"."""


_NEVER_WAS = late(
    r"\w+[\"'’”]?(?:\s+(?:of|in|at|on|near)\s+[\w\s'’-]{2,40}?)?\s+(?:never|did\s+not|didn't|has\s+not|have\s+not)\s+(?:ever\s+)?"
    r"(?:take\s+place|taken?\s+place|took\s+place|happen(?:ed)?|occur(?:red)?|exist(?:ed)?)\b"
)
"""An act's noun of which it is said that it was not: "the massacre of Dolen never took place"."""


def negated(small: str, sentence: int, start: int, cue: int, *, verb: bool) -> bool:
    """Say whether an act's word, in a sentence and a clause from `start`, stands under "not", or is done to nobody."""
    low = max(start, cue - 40)
    return (
        _NONE.match(small, start) is not None
        or _NEGATED.search(small, max(start, cue - 30), cue) is not None
        or (" no " in small[low:cue] and (_NO_ACTOR if verb else _NO_SUCH).search(small, low, cue) is not None)
        or _NOT_ONE.search(small, max(start, cue - 60), cue) is not None
        or _none_were(small, start, cue)
        or _AT_NO_TIME.search(small, max(start, cue - 90), cue) is not None
        or _NO_ONE_OF.match(small, cue) is not None
        or _NEVER_WAS.match(small, cue) is not None
        or _none_in(small, sentence, cue)
    )


def _none_in(small: str, sentence: int, cue: int) -> bool:
    low = max(sentence, cue - 150)
    return _NONE_IN.search(small, low, cue) is not None


def _none_were(small: str, start: int, cue: int) -> bool:
    near = small[max(start, cue - 80) : cue]
    return ("no" in near) and _NONE_WERE.search(near) is not None


def disowned(small: str, start: int, end: int, cue: int) -> bool:
    """Say whether a sentence [start, end) says of the act at `cue` that it is denied or untrue that it was done."""
    for match in _DENIED.finditer(small, start, cue):
        if _UNDENIED.search(small, max(start, match.start() - 40), match.start()):
            continue
        if _ENDS.search(small, match.end(), cue) is None and not _HOLDING.match(small, match.end(), cue):
            return True
    return told_untrue(small, start, end, cue) is not None


def ended(small: str, sentence: tuple[int, int], cue: Cue, end: int, mode: str) -> int:
    """Give where a claim's words end: where it is denied, before the words that call it untrue."""
    untrue = told_untrue(small, *sentence, cue.start) if mode == "denied" else None
    return end if untrue is None else max(cue.end, min(end, untrue))


def told_untrue(small: str, start: int, end: int, cue: int) -> int | None:
    """Give where the words begin that call an assertion untrue after the act at `cue` that it tells of."""
    if " that " not in small[start:cue] or not _THAT.search(small, max(start, cue - 230), cue):
        return None
    semicolon = small.find(";", cue, end)
    stop = end if semicolon < 0 else semicolon
    called = _CALLED.search(small, start, cue)
    for match in _AFTER.finditer(small, cue, stop):
        return match.start()
    if called:
        for match in _CALLED_SO.finditer(small, cue, stop):
            return match.start()
    return None
