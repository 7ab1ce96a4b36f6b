# SPDX-License-Identifier: Apache-2.0
"""Figures of speech: words of an act said of papers, words and minds: support withdrawn, a court seized of a case."""

from __future__ import annotations

from tocsin.reading.patterns import late

# All of it runs on the lowered view.
_PAPER = late(
    r"(?:\s+back)?\s+(?:(?:its|their|his|her|the|our|your|my|all|any|an?|most|some|that|this|these|those|earlier|previous)\s+)*(?:[\w-]+\s+){0,2}?"
    r"(?:rejections?|sentences?|figures?|passages?|paragraphs?|words?|assertions?|support|candidac(?:y|ies)|candidature|statements?|complaints?|bills?|objections?|remarks?|resignations?|offers?|proposals?|funds?|"
    r"funding|money|savings|applications?|recognition|accreditations?|licen[cs]es?|claims?|charges|drafts?|reservations?|amendments?|invitations?|"
    r"demands?|confidence|cases?|lawsuits?|appeals?|petitions?|motions?|accusations?|allegations?|nominations?|consent|ambassadors?|subsid(?:y|ies)|"
    r"citizenship|passports?|permits?|investments?|endorsements?)\b"
)
_PAPERS_WERE = late(
    r"\b(?:letters?|complaints?|statements?|sentences?|requests?|petitions?|offers?|bills?|drafts?|proposals?|appeals?|motions?|charges|claims?|"
    r"reports?|articles?|remarks?|cases?|candidac(?:y|ies)|licen[cs]es?|invitations?|resolutions?|amendments?|demands?|objections?)\s+"
    r"(?:(?:of|to|for|in)\s+[^,;.]{1,40}\s)?(?:was|were|is|are|has\s+been|have\s+been|had\s+been|be|being)\s+(?:\w+\s+)?$"
)
"""Papers before what became of them: "the complaint was withdrawn"."""
_WORDS = late(
    r"\s+(?:(?:by|with)\s+)(?:[\w-]+\s+){0,3}?(?:disinformation|misinformation|propaganda|questions?|messages|critici\w+|requests?|letters|calls|emails|"
    r"information|lies|sanctions|inflation|debts?|doubts?|images|advertis\w+|news|stories|offers|demands|complaints|slogans|applause|congratulations)\b"
)
_OF = late(r"\s+(?:of|with)\s+(?!(?:\w+\s+){0,3}(?:weapons|arms|drugs|ammunition|cash)\b)")
_TALK = late(
    r"\b(?:opinions?|views?|letters|messages?|notes|ideas|information|gifts|words|greetings|ratifications|instruments|ambassadors|contracts|"
    r"experiences?|data|documents|toasts|calls|glances|blows|goods|currenc\w+|money)\b"
)
_OF_THE_MIND = late(
    r"\s+(?:(?:even|much|still|the|our|its|his|her|their|your|any|all|what|that|this|of|common|shared|international|national|public|mutual|"
    r"good|moral|human|further|fragile|long-term|relations?)\s+){0,5}?(?:standing|reputations?|credibility|image|trust|relations|relationship|ties|prospects?|"
    r"hopes?|faith|confidence|legitimacy|unity|cohesion|harmony|humanity|conscience|dignity|values|memory|good\s+name|honou?r|"
    r"authority|integrity|independence|efforts?|process|talks|careers?|morale|interests?|chances?)\b"
)
"""What is hurt and stands nowhere: a reputation, trust, the prospects of talks."""
_HURT = ("damag", "destroy", "ruin", "wreck", "shatter", "desecrat", "demolish", "cripp", "devastat", "poison")
_BEFORE = 70
_WITHDRAWN = (
    "withdrew",
    "withdraw",
    "withdraws",
    "withdrawn",
    "withdrawing",
    "withdrawal",
    "pulled out",
    "pulled back",
)
_BOMBARDED = (
    "bombarded",
    "bombarding",
    "barraged",
    "attacked",
    "pounded",
    "besieged",
    "shelled",
    "showered",
    "hit",
    "struck",
    "targeted",
)


def figurative(small: str, start: int, end: int) -> bool:
    """Say whether a word of an act [start, end) of the lowered view is a figure of speech, by what follows it."""
    form = small[start:end]
    if form in _WITHDRAWN:
        of = end + len(" of") if form == "withdrawal" and small.startswith(" of", end) else end
        if form == "withdrawn" and _PAPERS_WERE.search(small, max(0, start - _BEFORE), start):
            return True
        return _PAPER.match(small, of) is not None
    if form in _BOMBARDED:
        return _WORDS.match(small, end) is not None
    if form.startswith(_HURT):
        return _OF_THE_MIND.match(small, end) is not None
    if form.endswith("exchanged"):
        return _TALK.search(small, max(0, start - _BEFORE), start) is not None
    annexed = form == "annex" and not small.startswith(" ", end)  # "document S/21689, annex."
    return annexed or (form == "seized" and _OF.match(small, end) is not None)
