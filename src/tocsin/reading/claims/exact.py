# SPDX-License-Identifier: Apache-2.0
"""Exact acts: what an act's word alone does not tell is told by what it was done with, to what, and by whom."""

from __future__ import annotations

import re

from tocsin.reading.claims.spans import Span
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# All of it runs on the lowered view, but what says so.
_FROM_THE_AIR = late(r"\b(?:war)?planes?\b|\bjets?\b|\baircraft\b|\bair\s+force\b|\bhelicopters?\b")
_FROM_AFAR = late(
    r"\b(?:artillery|howitzers?|mortars?|rockets?|missiles?|projectiles?|drones?|uavs?|air\s?strikes?|glide\s+bombs?|guided\s+bombs?|aerial\s+bombs?|"
    r"barrel\s+bombs?|cluster\s+bombs?|bombs?\s+(?:on|onto|over)|shells?\s+(?:hit|struck|fell|landed)|warplanes?|fighter\s+jets?|grad)\b"
)
_NO_AID = late(
    r"\b(?:no|not\s+(?:a|one)(?:\s+single)?|neither|never)\s+(?:\w+\s+){0,3}(?:convoys?|aid|relief|food|trucks?|lorr(?:y|ies)|supplies|assistance|deliver(?:y|ies)|flour|medicines?)\b"
)
_STATE = (
    r"(?:police(?:men|\s+officers?)?|soldiers|troops|army|gendarmes|(?:security|intelligence|secret|state)\s+(?:agents?|services?|forces?|officers?)|"
    r"agents\s+of|authorities|prison\s+(?:guards|officers?)|officers|border\s+guards|officials|the\s+military)"
)
_BY_STATE = late(rf"\bby\s+(?:the\s+|[a-z-]+\s+){{0,3}}?{_STATE}\b")
_STATE_DID = late(rf"\b{_STATE}\s+(?:\w+\s+){{0,4}}$")
_OVER_A_LINE = ("violated", "entered", "penetrated", "crossed")
"""How aircraft that fire at nobody are said to come: "violated our airspace"."""
_TAKEN = ("took", "taken", "taking", "takes", "held", "led", "hauled", "dragged", "picked")
"""How whoever arrests is said to take people, for which abductors are known as well."""
_CRUEL = late(
    r"\b(?:with\s+cigarettes|electric\s+(?:shocks?|wires?)|electrodes|waterboard\w*|from\s+the\s+ceiling|by\s+the\s+(?:wrists|ankles)|during\s+(?:the\s+)?"
    r"interrogations?|while\s+(?:blindfolded|handcuffed|tied)|in\s+(?:custody|detention|the\s+cells?|his\s+cell|her\s+cell|their\s+cells|captivity)|"
    r"soles\s+of)\b"
)
"""What makes of blows that people in somebody's hands are given torture."""
_AGENCY = late(
    r"\b(?:aid|relief|humanitarian|agenc(?:y|ies)|ngos?|charit(?:y|ies)|world\s+food\s+programme|red\s+c(?:ross|rescent)|doctors\s+without|"
    r"un\s+(?:staff|officials?|agenc\w+)|unicef|unhcr|ocha|mission\s+of|oxfam|office\s+of\s+the\s+(?:un|united\s+nations|high\s+commissioner))\b"
)
_MADE_TO_TELL = late(
    r"\b(?:until\s+(?:he|she|they|\w+)\s+(?:\w+\s+)?(?:signed|confessed|gave|named|said|agreed|admitted|told|revealed|fainted|lost\s+consciousness|"
    r"passed\s+out|collapsed)|electric\s+shocks?|into\s+(?:confess|sign|nam)ing|to\s+(?:extract|obtain|force)\s+(?:\w+\s+){0,2}confessions?|"
    r"during\s+(?:\w+\s+)?(?:interrogations?|questioning)|(?:under|in)\s+(?:police\s+)?(?:interrogation|custody|detention))\b"
)
_SERVICE = late(
    r"(?:(?:on|since|by)\s[^,]{3,30},?\s+)?(?:the\s+|all\s+|mains\s+)?(?:power|electricity|gas|running\s+water|water|internet|heating|telephone|"
    r"phone|mobile)(?:\s+(?:supply|supplies|lines?|networks?|services?|connections?|grid))?\s+(?:(?:to|in|for|of)\s[^,;]{3,50}\s)?"
    r"(?:was|were|is|are|has\s+been|have\s+been)\s+(?:\w+ly\s+)?$"
)
"""What is cut that is no road: "power to the lower town was"."""
_CAPTIVE = late(r"\b(?:detainees?|prisoners?|inmates?|captives|those\s+(?:held|detained|arrested))\s+(?:\w+\s+){0,4}$")
"""Who is hurt in somebody's hands."""
_CAPTIVES = (
    r"(?:soldiers|fighters|men|women|officers|pilots|crew|combatants|rebels|militants|civilians|policemen|guards)"
)
_CAPTURED = late(
    rf"\b{_CAPTIVES}\s+(?:(?:who\s+)?(?:were|was|have\s+been|had\s+been)\s+)?captured\b(?:\s+(?:in|near|at|on|by|during|after|as)\b|[,.;]|$)"
    rf"|\bcaptur(?:ed|ing)\s+(?:(?!and\b|the\b|from\b)[\w-]+\s+){{0,3}}{_CAPTIVES}\b"
)
_NEAR_POLL = 40
"""Code points after a vote within which it is told what was voted on."""
_POLL = late(r"\b(?:referendum|plebiscite)\b")
_POLICE_TOOK = late(
    r"\b(?:police(?:men)?|gendarmes|detectives|customs|border\s+guards|officers)\s+(?:(?:on|in)\s+\w+\s+)?(?:have\s+|had\s+|has\s+)?(?:captured|seized)\s+"
    r"(?:(?!weapons|arms|drugs)[\w'’-]+\s+){0,4}?(?:members|suspects|men|women|people|militants|students|gangsters|smugglers|fugitives|leaders?|activists|youths)\b"
)
_ONES = (
    r"(?:pair|couple|trio|two|three|four|five|six|seven|eight|nine|ten|dozen|both|others|men|women|boys|girls|children|people|students|pupils|"
    r"nurses|doctors|teachers|workers|villagers|fishermen|boatmen|ferrymen|herders|drivers|priests?|monks|nuns|journalists?|activists?|"
    r"civilians|passengers|tourists|hostages|victims|man|woman|boy|girl|mayor|teacher|doctor|nurse|driver|engineers?|brothers?|sisters?|sons?)"
)
_TAKEN_ONES = late(
    rf"\b(?:{_ONES}(?:\s+(?:of|from|in)\s+(?:(?!and\b)[\w'’-]+\s+){{0,4}}?[\w'’-]+)?|they|he|she|we|who)\s+(?:\w+ly\s+)?(?:was|were|had\s+been|have\s+been|has\s+been)"
    r"\s+(?:\w+ly\s+)?$"
)
_TAKES_ONES = late(
    rf"\s+(?:(?:at\s+least|some|about|the|a|an|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens\s+of|his|her|their)\s+)+(?:[\w'’-]+\s+)?{_ONES}\b"
)
_ARMED = late(
    r"\b(?:soldiers|troops|militants|fighters|rebels|militiamen|insurgents|gunmen|(?:army|rebel|government|security)\s+forces|reinforcements|police)\s+"
    r"(?:(?:have|had|has|reportedly|then|also|later|\w+ly)\s+)*$"
)
_COMES = late(r"(?:arrived?|moved|came|crossed|poured|streamed|walked|relocated)\b")
"""How those come who flee from nobody, where they are armed."""
_TRUCE = late(r"\b(?:cease-?fire|truce|armistice)\b")
_BROKEN = late(r"\b(?:been|was|were|is|are)\s+(?:\w+ly\s+)?(?:broken|violated|breached|flouted)\b")


def made_exact(content: str, span: Span, held: Vocabulary) -> Span:
    """Give a span whose act is the exact one; who comes armed acts, and is not displaced."""
    act = exact(content, span, held)
    cue = span.cue._replace(act=act) if act == "deployment" else span.cue
    return span._replace(act=act, cue=cue)


def exact(content: str, span: Span, held: Vocabulary) -> str:
    """Say more exactly what was done than the act's word does."""
    small = lowered(content)
    named = _by_weapon(small, span) or _by_whom(small, span) or _to_what(small, span, held)
    return named or _comes_armed(small, span) or _retold(small, span)


def _comes_armed(small: str, span: Span) -> str | None:
    """Give the act of fighters who come somewhere, with verbs that are said of the displaced too."""
    if span.act != "displacement" or not span.cue.verb or not _COMES.match(small, span.cue.start):
        return None
    armed = _ARMED.search(small, max(0, span.cue.start - 70), span.cue.start)
    return "deployment" if armed else None


def _by_weapon(small: str, span: Span) -> str | None:
    """Give the act of what is done from afar or from the air: a bombardment."""
    whole = (small, span.start, span.end)
    flown = (small, span.start, span.end if span.act == "bombing" else span.cue.start)  # who fires, not who is hit
    attacked = span.act in ("armed-attack", "bombing") and not small.startswith(_OVER_A_LINE, span.cue.start)
    if attacked and (_FROM_THE_AIR.search(*flown) or _FROM_AFAR.search(*whole)):
        return "bombardment"
    if span.act == "blockade" and _FROM_AFAR.search(small, span.start, span.cue.start):
        return "bombardment"  # "an air strike cut the road"
    return None


def _by_whom(small: str, span: Span) -> str | None:
    """Give the act of taking people where a state's officers do it: a detention."""
    if span.act != "abduction" or not small.startswith(_TAKEN, span.cue.start):
        return None
    by_state = _BY_STATE.search(small, span.cue.start, span.end) or _STATE_DID.search(
        small, max(span.start, span.cue.start - 60), span.cue.start
    )
    return "detention" if by_state else None


def _to_what(small: str, span: Span, held: Vocabulary) -> str | None:
    """Give the act by what was burnt, destroyed, expelled or not delivered."""
    words = (small, span.start, span.end)
    withheld = _withheld(small, span)
    if withheld:
        return withheld
    if span.act == "injury" and (
        _CRUEL.search(small, span.start, span.end)
        or _MADE_TO_TELL.search(small, span.cue.end, span.end)
        or _CAPTIVE.search(small, span.start, span.cue.start)
    ):
        return "torture"
    if span.act == "arson" and held.kinds["destruction-of-homes"].search(*words):
        return "destruction-of-homes"
    if span.act == "destruction":
        return next((kind for kind, things in held.kinds.items() if things.search(*words)), None)
    return None


def _withheld(small: str, span: Span) -> str | None:
    """Give the act of what is kept from people: relief that does not come, power that is cut, helpers expelled."""
    if span.act in ("relief", "relief-resumed") and _NO_AID.search(small, span.start, span.cue.end):
        return "denial-of-relief"
    if span.act in ("blockade", "denial-of-relief") and _SERVICE.match(small, span.start, span.cue.start):
        return "service-cut"
    return "denial-of-relief" if span.act == "deportation" and _expels_agency(small, span) else None


def _expels_agency(small: str, span: Span) -> bool:
    """Say whether an expulsion is that of those who bring relief, and not of people from their land."""
    if not re.match(r"expel|expulsion|banish|thrown|threw", small[span.cue.start : span.cue.end]):
        return False
    return _AGENCY.search(small, span.start, span.end) is not None


def _seizes_people(small: str, span: Span) -> bool:
    """Say whether those who were seized are people: "the pair had been seized", "seized two nurses"."""
    if not small.startswith(("seized", "seizing", "seizes"), span.cue.start):
        return False
    taken = _TAKEN_ONES.search(small, max(span.start, span.cue.start - 70), span.cue.start)
    return taken is not None or _TAKES_ONES.match(small, span.cue.end, span.end) is not None


def _retold(small: str, span: Span) -> str:
    """Tell soldiers captured from a town captured, and a ceasefire broken from one agreed."""
    words = (small, span.start, span.end)
    if span.act == "seizure" and _CAPTURED.search(*words):
        return "detention"
    if span.act == "election" and _POLL.search(small, span.start, span.end + _NEAR_POLL):
        return "referendum"
    if span.act == "seizure" and _POLICE_TOOK.search(*words):
        return "arrest"
    if span.act == "seizure" and _seizes_people(small, span):
        by_state = _BY_STATE.search(small, span.cue.start, span.end) or _STATE_DID.search(
            small, span.start, span.cue.start
        )
        return "detention" if by_state else "abduction"
    if span.act in ("ceasefire", "agreement") and _TRUCE.search(*words) and _BROKEN.search(*words):
        return "ceasefire-violation"
    return span.act
