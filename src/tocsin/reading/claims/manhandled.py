# SPDX-License-Identifier: Apache-2.0
"""People taken, held or shot: acts told with verbs that are said of much else, by what follows them."""

from __future__ import annotations

from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

# All of it runs on the view in small letters.
_COUNTED = (
    r"\s+(?:(?:at\s+least|at\s+most|about|around|some|over|upwards\s+of|up\s+to|more\s+than|no\s+fewer\s+than|no\s+less\s+than|nearly|almost)\s+)?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|several|"
    r"(?:dozens|scores|hundreds|thousands|tens\s+of\s+thousands)\s+of|a\s+dozen|a\s+hundred)(?:\s+of\s+(?:our|their|its|his|her|the))?(?:[\s-]+\w+)?\s+"
    r"(?:women|men|boys|girls|villagers|herders|workers|students|pupils|drivers|hostages|people|persons|civilians|shepherds|"
    r"teachers|nurses|soldiers|traders|passengers|children|peasants|farmers|fishermen|prisoners|detainees|inhabitants|residents|"
    r"protesters|demonstrators|journalists|monks|priests|activists|migrants|refugees|ferrymen|boatmen|policemen|police\s+officers)\b"
)
_TAKEN = late(
    rf"(?!\s+(?:place|part|control|power|over|care|cover|refuge|credit|advantage|shape|effect|root)\b)(?:{_COUNTED}(?![^.;]{{0,60}}\bto\s+(?:hospital|safety|a\s+clinic))"
    r"|(?:\s+[\w'’-]+){0,6}?\s+(?:hostages?|captives?|prisoners?|at\s+gunpoint|off\s+the\s+streets?|"
    r"to\s+an?\s+(?:unknown|undisclosed|secret)\s+\w+|"
    r"(?:from|off|out\s+of)\s+(?:(?:their|his|her|the|a)\s+)?(?:own\s+)?(?:homes?|houses?|beds?|camps?|streets|villages?|class(?:es|rooms?)|schools?|hospitals?|"
    r"wards?|offices?|cars?|bus(?:es)?|mosques?|church(?:es)?|fields?|shops?|workplaces?|checkpoints?|cells?|farms?|trains?|boats?|ferr(?:y|ies)|trucks?|lorr(?:y|ies)|taxis?|vans?|minibus(?:es)?|flats?|apartments?|rooms?|desks?|tents?|shelters?|gardens?|compounds?|doorsteps?|hotels?|parties|weddings?|funerals?))\b"
    r"|\s+(?:off|aside)\s+at\s+(?:a|the)\s+(?:\w+\s+)?(?:checkpoint|roadblock|crossing|border|barrier|post|bridge)\b)"
)
_SHOT_THEM = (
    r"\s+(?:the|a|an|his|her|their|our|all\s+the)\s+(?:[\w-]+\s+)?(?:men|women|boys|girls|children|man|woman|boy|girl|villagers|herders|shepherds?|"
    r"teachers?|drivers?|mayor|priest|imam|baker|ferrym[ae]n|boatm[ae]n|fisherm[ae]n|farmers?|guards?|prisoners?|captives|hostages?|husband|brothers?|father|sons?|"
    r"elders?|doctor|nurses?|students?|pupils?|workers?|traders?|policem[ae]n|soldiers?|journalist|activist)\b"
    r"(?![^.;]{0,50}\b(?:in\s+the\s+(?:leg|foot|arm|back|hand|shoulder|face|knee|stomach)|wound\w*|injur\w*))"
)
_SHOT = late(
    rf"{_COUNTED}(?![^.;]{{0,50}}\b(?:in\s+the\s+(?:leg|foot|arm|back|hand|shoulder|face)|wound\w*|injur\w*))"
    rf"|{_SHOT_THEM}"
    r"|\s+(?:him|her|them)\s+(?:in\s+the\s+(?:head|neck|chest)|on\s+the\s+spot|through\s+the\s+head|at\s+close\s+range|at\s+point)"
)
_HELD = late(
    rf"{_COUNTED}(?![^.;]{{0,40}}\b(?:accountable|responsible|back\b|to\s+account|in\s+high|in\s+thrall|spellbound|hostage|dear))"
    r"|(?:\s+[\w'’-]+){0,8}?\s+(?:in\s+(?:custody|detention|captivity|prison|jail|solitary|stocks|chains|cells?|(?:an?|the)\s+(?:\w+\s+)?"
    r"(?:basement|cellar|cell|hole|pit|warehouse|barracks|cage|container))|without\s+(?:charge|trial)|incommunicado|behind\s+bars|captive|"
    r"prisoner|against\s+(?:his|her|their)\s+will)\b"
    r"|(?:\s+there)?\s+(?:since\s+(?:(?:early|mid|late|last|the|his|her|their)[\s-]+)?[\w-]+(?:\s+\d+)?|for\s+(?:(?:more\s+than|over|almost|nearly|some|about)\s+)?"
    r"[\w-]+\s+(?:days?|nights?|weeks?|months?|years?|hours))\b"
)
_SINCE = late(r"(?:\s+there)?\s+(?:since|for)\s")
_GATHERINGS = (
    r"elections?|votes?|polls?|talks?|meetings?|sessions?|conferences?|festivals?|summits?|rall(?:y|ies)|protests?|exercises?|"
    r"consultations?|hearings?|referend\w+|services?|vigils?|classes|lessons|markets?|fairs?|matches|trials?|funerals?|posts?|"
    r"seats?|office|titles?|records?|positions?|views?|prayers|demonstrations?|ceremon\w+|negotiations|debates?|competition|"
    r"games|events?|inquir(?:y|ies)"
)
"""What is held and is nobody: gatherings, offices, opinions."""
_NO_EVENT = late(
    rf"\b(?:{_GATHERINGS}|land|town|village|city|territory|bridge|lead|"
    r"rebels?|government|army|opposition|militants?|insurgents?|troops|that\s+(?:he|she|it|they)|who|which|has|have|had|was|were|is|are)\b[^.;]{0,25}$|-\w*\s+$"
)
"""What is held otherwise, or who held something himself; "were held" is known as it is."""
_CAUGHT = late(
    r"\b(?:arrested|detained|seized|abducted|kidnapped|picked\s+up|captured|jailed|beaten|questioned|interrogated|stopped|handcuffed)\b"
    r"[^.;]{0,50}?(?:,|\band|,\s+and)\s+(?:then\s+|was\s+|were\s+)?$"
    r"|\b(?:he|she|they|who|colleagues?|men|women|man|woman|students?|teachers?|workers?|villagers?|drivers?|lawyers?|journalists?|activists?|boys?|girls?|"
    r"sons?|daughters?|brothers?|monks?|nurses?|doctors?|farmers?)\b[^.;,]{0,50}?\b(?:was|were|been)\s+$"
)
"""Before "held for two days", where it is told of those who were just taken."""
_BY_FORM = {
    **dict.fromkeys(("took", "taken", "takes", "taking"), ("abduction", _TAKEN)),
    **dict.fromkeys(("shot", "shooting"), ("killing", _SHOT)),
    **dict.fromkeys(
        ("held", "hold", "holds", "holding", "is holding", "are holding", "keeps", "kept"), ("detention", _HELD)
    ),
}
_ONLY = frozenset({"took", "taken", "takes", "taking", "shooting", "holding", "keeps", "kept"})
_BACK = 60
"""Code points before "held since" in which stands what is held."""


_EVENTS = late(
    r"\s+(?:an?|the|their|its|his|her|several|two|three|another|\d+)\s+(?:[\w-]+\s+){0,2}?"
    rf"(?:{_GATHERINGS}|sit-ins?|march(?:es)?|briefings?|workshops?|strikes?|gatherings?)\b"
)


def is_event(small: str, end: int) -> bool:
    """Say whether what is held, behind its verb, is an event or an office and nobody: "held a sit-in for prisoners".

    >>> is_event("held a sit-in for those in prison", 4), is_event("held nine men in prison", 4)
    (True, False)
    """
    return _EVENTS.match(small, end) is not None


def act(small: str, hit: Hit, end: int) -> str | None:
    """Give the act of a verb that is done to people here, None where it is done to something else or of another act.

    `small` is the view in small letters; what follows the verb is read up to `end`.
    """
    form = small[hit.start : hit.end]
    if form not in _BY_FORM:
        return None
    named, pattern = _BY_FORM[form]
    if pattern.match(small, hit.end, end) is None:
        return None
    since = form == "held" and _SINCE.match(small, hit.end, end) is not None
    since = since and _CAUGHT.search(small, max(0, hit.start - _BACK), hit.start) is None
    return None if since and _NO_EVENT.search(small, max(0, hit.start - _BACK), hit.start) else named


def only(form: str) -> str | None:
    """Give the act for which a verb form is taken by what follows it alone: to take is said of much else."""
    return _BY_FORM[form][0] if form in _ONLY else None
