# SPDX-License-Identifier: Apache-2.0
"""Frames: common verbs that tell of an act only in a clause of a certain make: "let nobody through", "let him go"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.claims import complements, happenings
from tocsin.reading.patterns import late

# All of it runs on the view in small letters.
_NP = r"(?:[\w'’.-]+\s+)"
_TROOPS = (
    r"(?:troops|soldiers|forces|army|armies|peacekeepers|blue\s+helmets|garrisons?|battalions?|brigades?|regiments?|contingents?|units?|"
    r"companies|platoons?|columns?|tanks|armou?r|gunboats|warships|ships|jets|mission|mercenaries|fighters|rebels|militia(?:men)?|observers|"
    r"monitors|marines|legionnaires|paratroopers|guards|police(?:men)?|staff|personnel|advisers|convoys?|detachments?)"
)
_WHO_GOES = late(
    rf"\b{_TROOPS}(?:\s+(?:of|from)\s+[^.;,]{{2,45}}?)?(?:,[^.;,]{{2,50}},)?(?:\s+(?:has|have|had|also|then|finally|last|all|again|later))*\s+$"
)
_FROM_WHERE = (
    r"(?:(?:the|its|their|our|a|two|three|both|all)\s+)*(?:[\w'’-]+\s+){0,4}?(?:bases?|camps?|towns?|villages?|cit(?:y|ies)|barracks|positions?|"
    r"compounds?|garrisons?|country|province|district|region|airfield|airport|posts?|valley|area|enclave|island|outposts?|zone|territory|"
    r"heights|port|school|hospital|headquarters)\b"
)
_NAMED = r"[\w'’-]+(?:\s+(?:on|in|at|after|before|last|yesterday|today|this|early|late|without)\s|\s*[.;,]|$)"
_OUT_OF_SOMEWHERE = late(rf"\s+(?:{_FROM_WHERE}|{_NAMED})")
_LEFT_SOMEWHERE = late(rf"\s+(?!behind\b|open\b|dead\b|without\b)(?:{_FROM_WHERE}|{_NAMED})")
_HOMEWARDS = late(
    r"\s+(?:back\s+(?:over|across|into|to|behind)\b|home\b|(?:back\s+)?to\s+(?:their|its)\s+(?:barracks|base|bases|own\s+side|country)\b)"
)
_THEIR_TROOPS = late(
    rf"\s+(?:(?:its|their|his|her|our|the|all|last|remaining|of|most|some|\d+|two|three)\s+)*(?:[\w'’-]+\s+){{0,2}}?{_TROOPS}\s+(?:[\w'’-]+\s+){{0,2}}?"
    r"(?:home|back|out|away\s+from|across)\b"
)
_TROOPS_TO = late(
    rf"\s+(?:(?:a|an|its|their|the|another|further|more|some|about|over|nearly|up\s+to|\d[\d,]*|two|three|four|five|six|several|hundreds\s+of|"
    rf"thousands\s+of|dozens\s+of)\s+)+(?:[\w'’-]+\s+){{0,2}}?{_TROOPS}\s+(?:up\s+)?(?:to|into|towards|onto)\b(?!\s+(?:safety|hospital|court|prison|jail))"
)
_VIOLENCE = (
    r"(?:burn|kill|attack|shoot|bomb|destroy|shell|execute|behead|torch|raze|wipe|crush|annihilate|hang|invade|storm|strike|blow|sink|ambush|"
    r"murder|slaughter|avenge|retaliate|drive|expel|cut|flatten|seize)"
)
_TO_HURT = late(
    rf"(?:\s+(?:on|in|late|early|yesterday|today|again)(?:\s+\w+){{0,3}}?)?\s+to\s+(?:\w+ly\s+)?{_VIOLENCE}\b"
)
_BARRIER = late(
    r"\b(?:lorr(?:y|ies)|trucks?|buses|tractors?|cars|vehicles|barricades?|logs|containers?|tyres|tires|tanks?|trees|stones|boulders|barges|boats|nets)"
    r"(?:\s+(?:of|with)\s+[^.;,]{2,30})?(?:\s+(?:have|has|had|been|now|were|was|are|is))*\s+$"
)
_ACROSS = late(
    r"\s+(?:\w+\s+){0,2}?across\s+(?:the|both|every|all|our)\s+(?:[\w'’-]+\s+){0,3}?(?:roads?|bridges?|highways?|streets?|tracks?|lanes?|crossings?|river|pass|"
    r"entrances?|runway)\b"
)
_OFFICE = late(
    r"\b(?:magistrate|governor|prefect|commissioner|commandant|commander|mayor|minist(?:er|ry)|president|administrat(?:or|ion)|authorit(?:y|ies)|council|junta|"
    r"government|police|decree|cabinet|courts?|tribunal|judge)(?:\s+(?:of|in|at|for)\s+(?:(?!that\b|who\b)[\w'’-]+\s*){1,4}?)?"
    r"(?:\s+(?:on|in)\s+[\w\s]{3,22})?(?:\s+(?:has|had|have|also|then|today|yesterday))*\s+$"
)
_CAPTIVES = (
    r"(?:prisoners?|hostages?|captives?|detainees?|inmates?|internees?|(?:captured|captive|kidnapped|abducted|detained|imprisoned|jailed|held|"
    r"arrested|seized)\s+(?:[\w'’-]+\s+){1,3}?(?:to|into|at|on|back)\b)"
)
_GIVEN_UP = late(rf"\s+(?:[\w'’-]+\s+){{0,4}}?{_CAPTIVES}")
_GO = (
    r"(?:go(?=\s*[.,;]|\s+(?:home|free|unharmed|without|on|after|at|in|back|again|yesterday|today|last|this)\b|$)|walk\s+(?:free|out|away|home)\b|"
    r"return\s+(?:home|to\s+(?:their|his|her))\b|leave\s+(?:[\w'’-]+\s+){0,2}(?:prison|jail|cells?|custody|camp|barracks)\b)"
)
_LET_GO = late(rf"\s+(?!no\b|nobody\b|not\b|none\b|nothing\b|it\b|us\b|alone\b){_NP}{{1,9}}?{_GO}")
_OUT_OF_PRISON = late(
    r"\s+(?:(?:back|home|out|free)\s+)*(?:(?:to\s+(?:go\s+home|walk\s+(?:free|out)))|(?:to\s+leave|of|from)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:prison|jail|custody|captivity|detention|cells?|penitentiary))\b"
)
_BACK_TO_FAMILIES = late(
    rf"\s+{_NP}{{1,6}}?(?:(?:home|back)\s+)+(?:to\s+(?:their|his|her)\s+(?:famil(?:y|ies)|parents|mothers?|villages?|relatives)|"
    r"from\s+(?:[\w'’-]+\s+){0,2}?(?:prison|jail|captivity|custody))\b"
)
_COUNTED = late(
    r"\s+(?:(?:all|some|about|at\s+least|more\s+than|another|the|its|their|a\s+further)\s+)*(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|\w+teen|twenty|thirty|forty|fifty|sixty|dozens\s+of|scores\s+of|hundreds\s+of|last)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:\w+men|women|people|children|\w+ers|\w+ors|\w+ists|boys|girls|pupils|students|nurses|monks|priests|prisoners|hostages|captives|detainees)\b"
)
_NONE_THROUGH = late(
    r"\s+(?:no\s+one|nobody|none|no|not\s+(?:a|an|one|even)(?:\s+single)?|neither|nothing|hardly\s+an(?:y|yone|ybody))\b(?:\s+[\w'’-]+){0,6}?\s+"
    r"(?:in|into|inside|through|past|out|across|over|to\s+(?:enter|pass|leave|cross|reach|approach)|pass|leave|enter|cross)\b"
)
_NO_RELIEF = late(
    r"\b(?:convoys?|aid|relief|food|flour|medicines?|fuel|supplies|water|trucks?|lorr(?:y|ies)|deliver(?:y|ies)|bread|humanitarian)\b"
)
_NOT_ONE = late(
    r"(?:\bno\s+one|\bnobody|\bno\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+|\bnot\s+(?:an?|one)(?:\s+single)?\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)\s+"
    r"(?:has|have|had|is|are|was|were)\s+(?:(?:been|being)\s+)?$"
)
_PASSED = late(
    r"\s+(?:(?:in|into|inside|through|past|out|across|over)\b|to\s+(?:enter|pass|leave|cross|reach|get\s+(?:in|out|through)|approach|come|go)\b)"
)
_FROM_GOING = late(
    r"\s+(?!this\b|that\b|it\b|an?\s+(?:attack|assault))(?:[\w'’-]+\s+){0,9}?from\s+(?:even\s+)?"
    r"(?:leaving|entering|crossing|passing|sailing|reaching|returning|departing|docking|getting|moving|travelling|traveling|delivering|unloading|"
    r"boarding|going|approaching|accessing|coming|landing)\b"
)
"""What people are prevented from: "prevented the ferry from leaving"."""
_BENCH = late(
    r"\b(?:courts?|tribunals?|judges?|bench|chambers?|magistrates?|justices)(?:\s+(?:of|in|at|for)\s+(?:(?!that\b|who\b)[\w'’-]+\s*){1,5}?)?"
    r"(?:\s*,[^.;,]{3,50},|\s+(?:on|in)\s+[\w\s]{3,22})?(?:\s+(?:has|had|have|also|then|today|yesterday|again|later|unanimously))*\s+$"
)
_SOMEBODY_TO = late(r"\s+(?!reporters|journalists)(?:[\w'’-]+\s+){1,8}?(?:to|from)\s+\w")
_SOMETHING = late(r"\s+(?:the|an?|its|his|her|their|that|all|any|both|two|\w+'s)\b")
_SOMETHING_OR = late(r"\s+(?!from\b|by\b|in\b|for\b)\w")
_SIGNS = late(r"\s+(?:[^.;]{0,40}\s)?(?:placards?|banners|slogans|in\s+protest|to\s+protest|protest\s+signs)\b")


class _Frame(NamedTuple):
    """An act, and what must stand before and after the verb."""

    act: str
    before: re.Pattern[str] | None
    after: re.Pattern[str]


_RELEASED = (
    ("let lets letting", _LET_GO),
    ("sent sends brought", _BACK_TO_FAMILIES),
    ("handed_over hand_over hands_over gave_up turned_over handed_back gave_back returned delivered", _GIVEN_UP),
    ("free frees releases", _COUNTED),
    ("allowed permitted", _OUT_OF_PRISON),
    ("walked walks came went home", _OUT_OF_PRISON),
)
_WITHDRAWN = (
    (
        "drove_out_of rolled_out_of marched_out_of moved_out_of sailed_out_of flew_out_of filed_out_of went_out_of",
        _OUT_OF_SOMEWHERE,
    ),
    ("left leave leaves departed", _LEFT_SOMEWHERE),
    ("crossed went returned sailed flew marched rolled drove moved came", _HOMEWARDS),
)
_RECALLED = (("took brought pulled pulls pull moved flew shipped recalled brings takes", _THEIR_TROOPS),)
_DEPLOYED = (("flew shipped moved airlifted sent dispatched rushed ferried brought marched", _TROOPS_TO),)
_VOWED = (("vowed vows swore vowing", _TO_HURT),)
_BARRED = (("standing stood stand parked lie lying placed pulled drawn", _ACROSS),)
_FORBIDDEN = (("prohibited prohibits banned outlawed forbade", _SOMETHING_OR),)
_SET_ALIGHT = late(rf"\s+(?!upon\b|up\b|out\b|off\b){_NP}{{1,6}}?(?:alight|ablaze|on\s+fire|aflame)\b")
_CLEARED = late(
    rf"\s+{_NP}{{0,6}}?of\s+(?:all\s+|the\s+|any\s+)?(?:charges?|wrongdoing|treason|espionage|terrorism|murder)\b"
)
_CAPTIVES_OF_BOTH = late(
    r"\s+(?:(?:some|about|another|all|\d+|two|three|four|five|six|seven|eight|nine|ten|dozens\s+of)\s+)+(?:[\w'’-]+\s+){0,2}?(?:prisoners|captives|detainees|hostages|pilots|soldiers)\b"
)
_ARMS_DOWN = late(r"\s+(?:its|their|his|the)\s+(?:guns|rifles|weapons|arms)\b")
_OTHERS = (
    ("arson", "set sets setting", _SET_ALIGHT),
    ("release", "cleared clears acquits", _CLEARED),
    ("release", "swapped exchanged swap", _CAPTIVES_OF_BOTH),
    ("ceasefire", "laid_down lay_down put_down", _ARMS_DOWN),
)
_STOPPED = (("let lets letting allowed allows allowing permitted permits", _NONE_THROUGH),)
_KEPT_BACK = (("prevented prevents prevent blocked blocks stopped barred bars kept hindered", _FROM_GOING),)
_HELD_UP = (("let allowed permitted able", _PASSED),)
_ORDERED = (
    (
        "directed directs instructed instructs forbade forbids compelled required enjoined restrained commanded barred",
        _SOMEBODY_TO,
    ),
    (
        "threw_out struck_out set_aside quashed voided halted stopped froze blocked dismissed rejected upheld granted",
        _SOMETHING,
    ),
)


def _table() -> dict[str, tuple[_Frame, ...]]:
    rows = (
        *(("release", None, one) for one in _RELEASED),
        *(("withdrawal", _WHO_GOES, one) for one in _WITHDRAWN),
        *(("withdrawal", None, one) for one in _RECALLED),
        *((act, None, (forms, after)) for act, forms, after in _OTHERS),
        *(("deployment", None, one) for one in _DEPLOYED),
        *(("threat", None, one) for one in _VOWED),
        *(("order", _OFFICE, one) for one in _FORBIDDEN),
        *(("blockade", _BARRIER, one) for one in _BARRED),
        *(("blockade", None, one) for one in _STOPPED),
        *(("blockade", _NOT_ONE, one) for one in _HELD_UP),
        *(("blockade", None, one) for one in _KEPT_BACK),
        *(("order", _BENCH, one) for one in _ORDERED),
        *((row.act, row.before, (row.forms, row.after)) for row in (*complements.ROWS, *happenings.ROWS)),
        ("protest", None, ("went_out came_out stood gathered assembled turned_out walked sat", _SIGNS)),
    )
    found: dict[str, tuple[_Frame, ...]] = {}
    for act, before, (forms, after) in rows:
        for form in forms.replace("_", "\0").split():
            word = form.replace("\0", " ")
            found[word] = (*found.get(word, ()), _Frame(act, before, after))
    return found


_FRAMES = _table()
_BACK = 110
"""Code points before a verb in which what must stand before it is looked for."""


_OF_RELIEF = {"blockade": "denial-of-relief"}
"""What a way that is shut is called where relief is kept from it."""
_ELSEWHERE = frozenset({"halted", "dismissed", "rejected", "granted"})
"""Forms that tell of an order by their object too."""


def patterns() -> tuple[tuple[str, str], ...]:
    """Give every verb form with an act that it tells of in a frame, for the lexicon."""
    found = [(form, frame.act) for form, frames in _FRAMES.items() for frame in frames]
    return (*found, *((form, _OF_RELIEF[act]) for form, act in found if act in _OF_RELIEF))


def act(small: str, start: int, end: int, last: int) -> str | None:
    """Give the act of a verb [start, end) whose clause is of a make that tells of one, up to `last`."""
    for frame in _FRAMES.get(small[start:end], ()):
        if frame.before is not None and not frame.before.search(small, max(0, start - _BACK), start):
            continue
        after = frame.after.match(small, end, last)
        if after is None:
            continue
        relief = _OF_RELIEF.get(frame.act)
        if (
            relief
            and frame.before is not _BARRIER
            and _NO_RELIEF.search(small, max(0, start - 50) if frame.before else end, after.end())
        ):
            return relief
        return frame.act
    return None


def of_none(form: str) -> bool:
    """Say whether a verb form tells by its frame that nobody may pass, so that "nobody" denies nothing."""
    return any(frame.act in _OF_RELIEF and frame.before is not _BARRIER for frame in _FRAMES.get(form, ()))


def only(form: str) -> frozenset[str]:
    """Give the acts that a verb form tells of in a frame alone."""
    return _ONLY.get(form, _NONE)


def _alone(form: str) -> frozenset[str]:
    if form in _ELSEWHERE:
        return _NONE
    acts = {frame.act for frame in _FRAMES[form] if (form, frame.act) not in complements.SHARED}
    return frozenset(acts | {relief for act in acts if (relief := _OF_RELIEF.get(act))})


_NONE: frozenset[str] = frozenset()
_ONLY = {form: _alone(form) for form in _FRAMES}
