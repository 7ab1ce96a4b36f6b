# SPDX-License-Identifier: Apache-2.0
"""Words of an act where nobody acts: a town surrounded by hills, cars that burned out, deaths of illness."""

from __future__ import annotations

from tocsin.reading.patterns import late

# All of it runs on the lowered view.
_LAND = late(
    r"\s+(?:(?:on|from)\s+(?:all|three|every)\s+sides?\s+)?by\s+(?:[\w'’-]+\s+){0,4}?(?:territor(?:y|ies)|land|lands|soil|hills?|mountains?|"
    r"fields?|forests?|woods?|water|waters|sea|countries|states|desert|villages|towns|districts?|walls?|trees|gardens|orchards|"
    r"farmland|neighbou?rs|enemies|mystery|controversy)\b(?!\s+(?:troops|forces|army|police|guards|units))"
)
_OF_SICKNESS = late(
    r"\s+(?!for\s+(?:lack|want)\b)(?:[\w-]+\s+){0,3}?(?:of|from|due\s+to|because\s+of|owing\s+to)\s+(?:(?:an?|the|acute|suspected|untreated|severe|"
    r"complications\s+(?:of|from)|natural|chronic|watery|preventable|waterborne|water-borne|old|heart|kidney|respiratory|infectious)\s+)*"
    r"(?:hunger|starvation|malnutrition|thirst|cold|hypothermia|exposure|dehydration|diarrh?oea|cholera|measles|malaria|typhoid|dysentery|ebola|"
    r"covid[\w-]*|influenza|flu|tuberculosis|aids|cancer|sepsis|pneumonia|dengue|meningitis|anthrax|polio|plague|fever|infections?|illness(?:es)?|diseases?|sickness|"
    r"causes|age|attacks?|strokes?|failure|insulin|dialysis|oxygen|medicines?|medication|medical|treatment|care|food|water|fuel|drugs|heat|"
    r"heatstroke|anaemia|diabetes|childbirth|poisoning)\b"
)
"""What people die of by nobody's hand, after the verb."""
_LAY_SICK = late(
    r"\b(?:dialysis|cancer|cholera|diabetic|measles|malaria|heart|kidney|covid|newborn|premature|intensive-care)\s+(?:patients?|babies|infants)\s+(?:[\w-]+\s+){0,4}$"
)
_CASES = late(
    r"\b(?:cases\s+of\s+[\w\s-]{3,40}|diarrh?oea|cholera|measles|malaria|covid[\w-]*|malnutrition|starvation|hunger|disease|epidemic|outbreak)\s+and\s+(?:[\w,]+\s+){0,3}$"
    r"|\b(?:cholera|measles|malaria|covid[\w-]*|famine|hunger|starvation|preventable|maternal|infant|heat|flood|hospital)[\s-]+(?:related\s+)?$"
)
_OF_PATIENTS = late(
    r"\s+(?:of|among)\s+(?:[\w-]+\s+){0,3}?(?:dialysis|cancer|cholera|diabetic|kidney|heart|covid)\s+patients\b"
)
_BY_A_THING = late(
    r"(?:\s+[\w-]+){0,6}?\s+(?:(?:was|were|been)\s+)?(?:caused|set\s+off|triggered|sparked|started|due)\s+(?:by|to|in|at)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:depots?|gas|leaks?|accidents?|faults?|short\s+circuit|fires?|lightning|stove|boiler|heater|cylinder|transformer|pipeline|fireworks?|malfunction|"
    r"warehouse|cigarette|negligence|store|stockpile|magazine)\b"
)
_LODGING = late(r"\s+(?:schools?|house|houses|pass|passes|card|cards|gate|kennels?)\b")
_LAMP = late(r"\s*(?:[.,;:!?)]|$)|\s+(?:light|lights|lamp|battery|in\s+hand|relay|bearers?)\b")
_NO_TROOPS = late(
    r"(?!\s+of\s+(?:[\w'’-]+\s+){0,5}?(?:troops|soldiers|forces|peacekeepers|battalions?|contingents?|garrison|mercenaries|observers|fighters|units?|army)\b)"
)
_OTHERWISE = {
    "boarding": _LODGING,
    "torch": _LAMP,
    "departure": _NO_TROOPS,
}
"""Words that mean something else by what follows them: a boarding school, a torch in the dark."""
_OUT = late(r"(?:\s+out\b|\s*[.,;])")
_BEING = late(r"\b(?:was|were|been|being|is|are|be|had|have|has)\s+(?:\w+ly\s+)?$")
_THEY = late(
    r"\b(?:they|troops|soldiers|forces|men|gunmen|fighters|rebels|police|army|who|militia\w*|we|he|she)\s+(?:\w+ly\s+)?$"
)
_CALLED = late(r"\b(?:described|denounced|condemned|regarded|decried|branded)\s+(?:[\w'’-]+\s+){0,3}?as\s+(?:an?\s+)?$")
"""Before what a deed is called, which is told elsewhere: "described as an act of war"."""
_DIED = ("died", "dies", "dying", "have died", "has died", "had died", "perished")
_DEATHS = ("death", "deaths")
_BURNED = ("burned", "burnt")
_SURROUNDED = ("surrounded", "encircled", "hemmed in", "surrounding")
_ENDED = late(
    r"\b(?:lift(?:ed|s|ing)?|end(?:ed|s|ing)|revok(?:ed|es|ing)|cancell?(?:ed|s|ing)|eas(?:ed|es|ing)|relax(?:ed|es|ing)|shorten(?:ed|s|ing)|"
    r"repeal(?:ed|s|ing)|call(?:ed|s|ing)\s+off|dropp(?:ed|ing)|remov(?:ed|es|ing))\s+(?:(?:on\s+)?\w+day\s+)?(?:by\s+\w+\s+\w+\s+)?"
    r"(?:the|an?|its|their|his|her|all|most|some)?\s*(?:[\w-]+\s+){0,2}$"
)
"""What ends a state of things, before its noun: "lifted the curfew"; that it was imposed is told elsewhere."""
_STATES = (
    "curfew",
    "curfews",
    "state of emergency",
    "martial law",
    "sanctions",
    "economic sanctions",
    "arms embargo",
    "embargo",
    "trade embargo",
    "travel ban",
    "travel bans",
    "boycott",
    "strike",
    "general strike",
    "hunger strike",
)
_HELD = ("detention", "imprisonment", "custody", "captivity", "internment")
_PLACES_OF = late(
    r"\b(?:places?|centres?|centers?|facilit(?:y|ies)|sites?|conditions|standards|rules)\s+of\s+(?:\w+\s+)?$"
)
_PLACE = late(
    r"\s+(?:centres?|centers?|facilit(?:y|ies)|sites?|camps?|conditions?|cells?|places?|units?|blocks?|orders?|register|"
    r"officers?|policy|law|laws|suites?)\b"
)
"""Where people are held, of whom nothing is told: "all places of detention", "two detention centres"."""
_FIRES = ("fire on", "fire at", "fire upon")
_FIRING = late(
    r"\b(?:did|do|does|not|never|n't|to|will|would|could|might|may|they|we|who|and|troops|soldiers|guns|forces|fighters|snipers|guards|police|"
    r"tanks|drones|batteries)\s+(?:\w+ly\s+|then\s+|ever\s+)?$"
)
"""Before "fire on" where somebody fires, and no house is on fire."""
_WARS = ("war", "wars", "battle", "fight", "campaign", "crackdown")
_GAMES = late(r"\s+(?:[\w-]+\s+){0,5}?(?:war\s?games|exercises?|drills?|man(?:o?eu|eu)v\w+)\b")
_NO_WAR = late(
    r"\s+(?:games?|crimes?|heroes|veterans?|memorials?|exercises?|(?:on|against)\s+(?:(?:global|international|world|organi[sz]ed)\s+)?(?:terror(?:ism)?|drugs?|"
    r"crime|poverty|corruption|hunger|disease|aids|cancer|inflation|climate))\b"
)
"""What makes a war none that anybody fights here: "war games", "the war on drugs"."""
_BLASTS = ("explosion", "explosions", "blast", "blasts", "exploded", "detonated", "detonation", "detonations")


_AROUND = late(
    r"\b(?:areas?|villages?|hills?|mountains?|suburbs?|districts?|towns?|countryside|neighbou?rhoods?|communit(?:y|ies)|regions?|lands?|fields?|farmland|"
    r"roads?|streets?|forests?|woods?|settlements?|waters|wall|walls|circumstances|questions?|issues?|secrecy|uncertainty|controversy)\s+$"
)
"""What lies about a place, before "surrounding" it."""
_OF_PAPERS = late(r"\b(?:press|news|media|data|software|album|film)\s+$")
"""Before a release that frees nobody."""
_LOST_TO_NATURE = late(
    r"\b(?:floods?|flooding|flash\s+floods?|landslides?|mudslides?|rains?|storms?|cyclone|typhoon|hurricane|earthquakes?|quake|aftershocks?|tsunami|avalanche|"
    r"eruption|shipwreck|capsiz\w+|sank|collaps\w+|rescue|rescuers|divers|wildfires?|heatwave)\b"
)
"""What people go missing in by nobody's hand."""
_NOBODY = late(
    r"\b(?:corpses?|bod(?:y|ies)|trees?|crops?|vehicles?|cars?|tanks?|ships?|plans?|projects?|talks|vineyards?)\s+(?:(?:have|has|had|been|were|was|are|is|lay|lying)\s+)*$"
)
"""What is abandoned or uprooted and is nobody."""
_HELD_LAND = ("occupied", "annexed")
_IN_LAND = late(r"\b(?:in|of|into|from|to|across|throughout|within|inside|near|including|around|towards?|all)\s+$")
"""Before a land that is only called occupied: "in occupied Karsk"."""
_SAID_OF = (
    (("release", "releases", "released"), _OF_PAPERS),
    (("abandoned", "uprooted"), _NOBODY),
    (_HELD_LAND, _IN_LAND),
)
"""Words of acts that tell of none behind these words."""
_HOLDING = ("occupying", "invading", "besieging", "attacking")
_WHO_HOLD = late(
    r"\s+(?:forces?|authorit(?:y|ies)|army|armies|troops|soldiers|administration|regime|powers?|state|government|entity|side|party)\b"
)
_DOING = late(r"\b(?:is|are|was|were|been|be|of|for|by|from|kept|keeps?|started?|began|stop|stopped)\s+(?:\w+ly\s+)?$")
"""Before a participle that tells of a deed, and is no attribute of those who did it."""


def nothing_done(small: str, start: int, end: int, first: int, last: int) -> bool:
    """Say whether a word of an act [start, end) of the lowered view tells of nothing that anybody did.

    Its clause is [first, last): "a town surrounded by Ardeshi territory", "six children died of cholera".
    """
    form = small[start:end]
    words = (small, form, start, end, first, last)
    return _is_named_only(*words) or _is_attribute(*words) or _is_no_deed(*words)


def _is_no_deed(small: str, form: str, start: int, end: int, first: int, last: int) -> bool:  # noqa: PLR0911 - one return a shape
    """Say whether nobody did what a word tells: who died of illness, what burned out."""
    if form in _DIED:
        return (
            _OF_SICKNESS.match(small, end, last) is not None
            or _LAY_SICK.search(small, max(first, start - 60), start) is not None
        )
    if form in _DEATHS:
        before = small[max(first, start - 70) : start]
        return (
            _OF_SICKNESS.match(small, end, last) is not None
            or _CASES.search(before) is not None
            or _OF_PATIENTS.match(small, end) is not None
        )
    if form in _OTHERWISE:
        return _OTHERWISE[form].match(small, end) is not None
    if form in _SURROUNDED:
        around = form == "surrounding" and _AROUND.search(small, max(first, start - 30), start) is not None
        return around or _LAND.match(small, end, last) is not None
    if form in _BURNED:
        alone = _OUT.match(small, end, last) is not None
        return (
            alone
            and not _BEING.search(small, max(first, start - 24), start)
            and not _THEY.search(small, max(first, start - 30), start)
        )
    if small.endswith(("act of ", "acts of "), first, start):
        act = small.rfind("act", first, start)
        return _CALLED.search(small, max(first, act - 50), act) is not None
    shot_at = form.endswith(" shot") and small.startswith(" at ", end)  # nobody is said to have been killed
    return shot_at or (form in _BLASTS and _BY_A_THING.match(small, end, last) is not None)


def _is_named_only(  # noqa: PLR0911 - one return a shape
    small: str, form: str, start: int, end: int, first: int, last: int
) -> bool:
    """Say whether a word only names a thing: war games, prisoners of war, a curfew that was lifted."""
    if form == "sentence" and small.startswith(" that ", end):
        return True  # words, no court's
    if form in _HELD:
        return (
            _PLACES_OF.search(small, max(first, start - 40), start) is not None or _PLACE.match(small, end) is not None
        )
    if form in _FIRES:
        return _FIRING.search(small, max(first, start - 40), start) is None
    if form == "protest" and small.endswith(" in ", first, start):
        return True  # "a hunger strike in protest of": told by the other words
    if form in _STATES:
        return _ENDED.search(small, max(first, start - 50), start) is not None
    if form in _WARS:
        return _NO_WAR.match(small, end, last) is not None
    if form.startswith("launch"):
        return _GAMES.match(small, end, last) is not None
    return form.startswith("prisoner") and (form.endswith("of war") or small.startswith(" of war", end))


def _is_attribute(small: str, form: str, start: int, end: int, first: int, last: int) -> bool:
    """Say whether a word only says what something else is called, is for, or how it lies: occupied Karsk."""
    before = next((words for forms, words in _SAID_OF if form in forms), None)
    if before is not None:
        return before.search(small, max(first, start - 40), start) is not None
    if form in ("displacement", "displacements"):
        return _PLACE.match(small, end) is not None
    if form.endswith("missing"):
        return _LOST_TO_NATURE.search(small, first, last) is not None
    doing = form not in _HOLDING or _DOING.search(small, max(first, start - 24), start) is not None
    return not doing and _WHO_HOLD.match(small, end) is not None
