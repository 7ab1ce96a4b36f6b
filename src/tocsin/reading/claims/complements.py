# SPDX-License-Identifier: Apache-2.0
"""Complements: what common verbs must stand beside to tell of a deed: "spent a month in prison", "lost a leg"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.patterns import late

# All of it runs on the view in small letters.
_NP = r"(?:[\w'’.-]+\s+)"
_OWN = r"(?:the|an?|his|her|its|their|my|our|your|this|these|all|both|one|two|three|several|some|\d[\d,.]*|[\w-]+'s)\s+"
_BEEN = (
    r"(?:(?:has|have|had|since|then|also|later|all)\s+)*(?:been|were|was|are|is|being)\s+"
    r"(?:\w+ly\s+|since\s+|now\s+|then\s+|all\s+|also\s+)?"
)
_PASSIVE = late(rf"\b{_BEEN}$|\band\s+$|,\s+$")
_CELL = (
    r"(?:custody|detention|captivity|prison|jail|solitary|isolation|confinement|"
    r"chains|handcuffs|(?:[\w-]+\s+)?cells?|dungeons?|lock-?ups?|cages?)"
)
_IN_CELL = late(
    rf"\s+{_NP}{{0,6}}?(?:(?:in|inside)\s+(?:(?:an?|the|his|her|their|one|pre-trial|police|military)\s+)*{_CELL}|behind\s+bars)\b"
)
_PART_OF_BODY = (
    r"(?:arms?|legs?|ribs?|nose|jaws?|wrists?|ankles?|fingers?|hands?|shoulders?|skulls?|cheekbones?|collarbones?|knees?|elbows?|teeth|"
    r"thighs?|hips?|pelvis|spine|forearms?)"
)
_BONES = late(rf"\s+{_OWN}(?:[\w-]+\s+){{0,2}}?{_PART_OF_BODY}\b")
_LIMB = late(
    r"\s+(?:an?|his|her|their|one|both|the)\s+(?:[\w-]+\s+){0,3}?(?:legs?|arms?|eyes?|eyesight|foot|feet|hands?|fingers?|limbs?|toes?)\b(?!\s+of\b)"
)
_OVER_THE_BORDER = late(
    r"\s+(?:back\s+)?(?:across|over)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}?(?:borders?|frontier|line|river|strait|crossing)\b"
)
_ABOARD = late(
    r"\s+(?:on|onto|aboard)\s+(?:an?\s+|the\s+|two\s+|three\s+)?(?:[\w-]+\s+){0,2}?(?:aeroplanes?|airplanes?|planes?|aircraft|flights?|ferry|trains?)\b"
)
_BODIES = (
    r"(?:colleges?|universit(?:y|ies)|ngos?|organi[sz]ations?|associations?|part(?:y|ies)|unions?|foundations?|institutes?|commissions?|"
    r"schools?|charit(?:y|ies)|federations?|clubs?|societ(?:y|ies)|congregations?|orders?|cooperatives?|councils?|groups?|chambers?|academ(?:y|ies))"
)
_RULERS = late(
    r"\b(?:magistrate|governor|prefect|commissioner|mayor|minist(?:er|ry)|president|administration|authorit(?:y|ies)|council|junta|government|police|"
    r"decree|cabinet|courts?|tribunal|judges?|parliament|assembly|regime|king|regulator)(?:\s+of\s+(?:(?!that\b|who\b)[\w'’-]+\s*){1,7}?)?"
    r"(?:\s+(?:on|in)\s+[\w\s]{3,22})?(?:\s+(?:has|had|have|also|then|today|yesterday))*\s+$"
)
_A_BODY = late(rf"\s+(?:{_OWN}|\d+\s+|dozens\s+of\s+|hundreds\s+of\s+)(?:[\w'’-]+\s+){{0,4}}?{_BODIES}\b")
_ANYBODY = late(
    rf"\s+{_OWN}(?!(?:[\w'’-]+\s+){{0,2}}?(?:parliaments?|assembl(?:y|ies)|congress|constitution|marriages?|tensions|powder|salt)\b)\w"
)
_GATHERINGS = late(
    r"\s+(?:all\s+|any\s+|the\s+|public\s+|political\s+)*(?:[\w-]+\s+)?(?:gatherings?|rall(?:y|ies)|protests?|demonstrations?|marches|meetings|assemblies|processions|"
    r"broadcasts?|travel|movement|exports?|imports?|sales?|flights?|fishing|entry|access|activities|journalists|reporters)\b"
)
_SCHOOLS_WERE = late(
    r"\b(?:schools?|universit(?:y|ies)|kindergartens?|colleges?|classrooms)(?:\s+(?:in|of|across|at|throughout)\s+[^.;,]{2,40}?)?\s+"
    r"(?:(?:have|has|had)\s+)?(?:been|were|was|are|is|remain(?:s|ed)?)\s+(?:\w+ly\s+|also\s+|all\s+)?$"
)
_CASES_HAVE = late(
    r"\b(?:cholera|measles|malaria|polio|ebola|covid-19|dengue|mpox|meningitis|hepatitis|diphtheria|typhoid|diarrh?oea)\s+(?:cases|infections)\s+"
    r"(?:(?:have|has|had|then|now)\s+)*$"
)
_COUNTED = late(r"\s+(?:to\s+)?(?:(?:more|fewer)\s+than\s+|at\s+least\s+|about\s+|nearly\s+|over\s+)?\d")
_MAINS = late(
    r"\s+(?:off\s+)?(?:all\s+|the\s+|its\s+|their\s+|of\s+)*(?:(?:supply|supplies|flow)\s+of\s+)?(?:(?:drinking\s+)?water|"
    r"electricity|power|gas|internet|heating|telephone|mobile|phone)\b(?!\s+(?:prices|bills|tariffs|consumption|station|plant|sharing))"
)
"""What people are cut off from: water, electricity."""
_WARES = late(
    r"\s+(?:all\s+|any\s+|the\s+|new\s+|most\s+|further\s+)*(?:[\w-]+\s+){0,2}?(?:imports?|exports?|sales?|shipments?|purchases|investments?|"
    r"products|goods|cotton|oil|gas|coal|gold|timber|diamonds|grain|minerals)\b"
)
"""What is banned across a border, as a sanction."""
_RIGHTS = (
    r"(?:certificates?|licen[cs]es?|permits?|registrations?|accreditations?|credentials|passports?|citizenships?|visas|memberships?|pensions?|"
    r"bank\s+accounts?|accounts|legal\s+(?:status|personality)|scholarships?)"
)
_RIGHTS_WERE = late(rf"\b{_RIGHTS}(?:\s+(?:of|for|to)\s+[^.;,]{{2,40}}?)?\s+(?:also\s+)?{_BEEN}$")
_THEIR_RIGHTS = late(rf"\s+{_OWN}(?:[\w'’-]+\s+){{0,5}}?{_RIGHTS}\b")
_OF_RIGHTS = late(
    r"\s+of\s+(?:(?:the|his|her|their|our|its|all)\s+)?(?:[\w-]+\s+){0,2}?(?:licen[cs]es?|accreditation|immunity|seats?|ranks?|pensions?|parliamentary|registration)\b"
)
_SERVICES = (
    r"(?:schools?|clinics?|hospitals?|learning\s+cent(?:re|er)s?|health\s+(?:posts?|cent(?:re|er)s?|facilities)|wards?|kitchens?|nutrition\s+\w+|"
    r"feeding\s+\w+|programmes?|programs?|distributions?|services|shelters?|classes)"
)
_SERVICES_WERE = late(
    rf"\b{_SERVICES}(?:\s+(?:in|at|of|for)\s+[^.;,]{{2,40}}?)?\s+(?:(?:have|has|had)\s+)?(?:{_BEEN})?$"
)
_FOR_WANT = late(
    r"(?:\s+[\w-]+){0,5}?\s+(?:for\s+(?:want|lack)\s+of|(?:because\s+of|due\s+to|owing\s+to|by|after)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:lack|shortages?|cuts?|want|shortfalls?|loss))\s*(?:of|in|to|for)?\s*(?:[\w-]+\s+){0,2}?(?:funds?|funding|money|fuel|staff|supplies|medicines?|cuts|donors?|budget)\b"
)
_RATIONS = late(rf"\b(?:food\s+)?rations?(?:\s+(?:of|for|to)\s+[^.;,]{{2,40}}?)?\s+{_BEEN}$")
_PROGRAMME = (
    r"(?:vaccinations?|vaccine|immuni[sz]ation|cash|feeding|food|relief|nutrition|mine-clearance|demining|measles|polio|cholera)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:campaigns?|programmes?|programs?|drives?|rounds?|operations?|distributions?)"
)
_A_PROGRAMME = late(rf"\s+(?:{_OWN})?(?:[\w'’-]+\s+){{0,4}}?{_PROGRAMME}\b")
_PROGRAMME_WAS = late(
    rf"\b{_PROGRAMME}(?:\s+(?:in|for|of|against)\s+[^.;,]{{2,40}}?)?\s+(?:(?:has|have|had)\s+)?(?:{_BEEN})?$"
)
_PEOPLE = (
    r"(?:women|woman|men|man|boys?|girls?|villagers?|herders?|workers?|students?|pupils?|drivers?|people|persons?|civilians?|teachers?|nurses?|doctors?|"
    r"traders?|passengers|child|children|farmers?|fisherm[ae]n|residents|protesters|journalists?|reporters?|monks?|nuns?|priests?|pastors?|activists?|migrants|"
    r"refugees|elders?|mayors?|sons?|daughters?|brothers?|sisters?|husbands?|wi(?:fe|ves)|fathers?|mothers?|cousins?|colleagues?|lawyers?|"
    r"guards?|midwi(?:fe|ves)|imams?|bishops?|chiefs?|clerks?|engineers?|miners?)"
)
_SOMEBODY = late(
    rf"\s+(?:(?:{_OWN}|at\s+least\s+|dozens\s+of\s+|[a-z]+\s+of\s+the\s+)(?:[\w'’-]+\s+){{0,3}}?{_PEOPLE}|(?:him|her|them|us)(?!\s+\w+s\b))\b"
)
_AT_NIGHT = late(
    rf"\s+(?:him|her|them|me|us|{_OWN}(?:[\w'’-]+\s+){{0,2}}?{_PEOPLE})\s+(?:at\s+(?:night|dawn|midnight|\w+\s+in)|in\s+(?:the\s+)?(?:night|early|middle|small|\d{{4}})|"
    r"from\s+(?:each|every)|before\s+dawn|again|the\s+(?:same|next|following)|on\s+(?:the\s+)?(?:\d|\w+day)|one\s+(?:night|morning)|with\s+(?:guns|rifles|a\s+list))"
)
_TROOPS = (
    r"(?:troops|soldiers|forces|army|columns?|tanks|armou?r|units?|battalions?|brigades?|patrols?|fighters|rebels|militia(?:men)?|insurgents|"
    r"militants|attackers|convoys?|police(?:men)?|gunmen|raiders)"
)
_BACK_THEY_WENT = late(rf"\s+(?:{_OWN})?(?:[\w'’-]+\s+){{0,4}}?{_TROOPS}\b")
_ARMED = late(
    r"\b(?:troops|soldiers|fighters|gunmen|gunm[ae]n|rebels|militia(?:men)?|insurgents|militants|jihadists|raiders|bandits|commandos|paratroopers|tanks|policemen|"
    r"police|gendarmes|(?:armed|masked|uniformed)\s+men|men\s+(?:in|with)\s+\w+|gang\s+members|gangs?|members\s+of\s+(?:the|a)\s+[\w'’-]+\s+gang|paramilitaries|"
    r"mercenaries|settlers|the\s+army|forces)(?:\s+(?:of|from)\s+[^.;,]{2,45}?)?(?:\s+(?:has|have|had|then|also|again|later))*\s+$"
)
_INTO_A_PLACE = late(
    r"\s+(?!into\b|talks\b|negotiations\b|politics\b|service\b|a\s+(?:new|second|third)\b)(?:[\w'’é-]+\s+){0,5}?(?:colleges?|coll[eè]ge|schools?|universit(?:y|ies)|campus|"
    r"hospitals?|clinics?|wards?|houses?|homes?|flats?|compounds?|camps?|church(?:es)?|mosques?|convent|monastery|market|offices?|newsroom|courtroom|villages?|hamlets?|towns?|"
    r"cit(?:y|ies)|district|quarter|neighbou?rhood|territory|airspace|waters|soil|enclave|zone|buffer\s+zone|strip|valley)\b"
)
_ROUNDS = late(
    r"\s+(?:[\w'’-]+\s+){0,6}?(?:rounds|bullets|volleys|bursts|grenades|tear-?gas|rubber\s+bullets|warning\s+shots|stun\s+grenades|flares|cartridges|machine\s+guns)\b"
)
_ROUNDS_WERE = late(
    rf"\b(?:rounds|bullets|volleys|bursts|grenades|shots|mortar\s+rounds|canisters)(?:\s+of\s+[\w-]+)?\s+{_BEEN}$"
)
_A_TOWN = (
    r"(?:towns?|cit(?:y|ies)|capital|villages?|ports?|airports?|airfields?|airbases?|bases?|barracks|hills?|heights|bridges?|districts?|provinces?|island|"
    r"crossings?|outposts?|posts|stronghold|garrison|junction|dam|refinery)"
)
_TOWN_TAKEN = late(
    rf"\s+(?:(?:control\s+of|(?:back\s+)?(?:the|both|two|three|four|five|several|all|its|their|another))\s+(?:[\w'’-]+\s+){{0,3}}?{_A_TOWN}\b(?!\s+(?:council|hall|offices?|post|side|to)\b))"
)
_RAN_FROM = late(
    r"\s+(?:for\s+(?:their\s+lives|safety|the\s+(?:hills|woods|forests?|bush|river|border|mountains|fields))|(?:away\s+)?from\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:villages?|homes?|houses?|towns?|fighting|camps?|gunfire|shelling|shooting|soldiers|gunmen|hamlets?|neighbou?rhoods?|farms?))\b"
)
_SHELTERS = (
    r"(?:schools?|classrooms?|church(?:es)?|mosques?|tents?|stadiums?|gymnasiums?|gyms?|halls?|(?:accommodation|evacuation|collective|reception|transit|displacement)\s+"
    r"(?:cent(?:re|er)s?|sites?|camps?|facilities)|open|streets?|fields?|makeshift\s+\w+|temples?|monaster(?:y|ies)|pagodas?|barns?|forests?|bush|camps?)"
)
_SHELTERED = late(
    rf"\s+(?:(?:now|still|mostly|mainly|there|outside)\s+)*(?:in|at|under|inside|on)\s+(?:{_OWN})?(?:[\w'’-]+\s+){{0,2}}?{_SHELTERS}\b"
)
_TRUCE_HAS = late(
    r"\b(?:ceasefire|cease-fire|truce|cessation\s+of\s+hostilities|armistice|pause\s+in\s+fighting|humanitarian\s+pause)\b(?:[^.;]{0,70}[\s,])?$"
)
_ANYHOW = late(r"\b")
_PATROLS = late(
    rf"\s+(?:{_OWN})?(?:[\w'’-]+\s+){{0,3}}?(?:patrols|garrisons?|military\s+presence|troop\s+\w+|checkpoints|contingents?|deployments?)\b"
)
_VACCINATED = late(
    r"\s+(?:(?:about|some|nearly|almost|over|more\s+than|at\s+least|another)\s+)*\d[\d,.]*\s+(?:[\w-]+\s+){0,3}?(?:children|people|women|girls|persons|adults|infants)\b"
)
_CENTRES = late(r"\s+(?:cent(?:re|er)s?|sites?|camps?|shelters?|facilities)\b")
_TO_BE_DONE = late(
    rf"\s+{_NP}{{1,9}}?(?:to\s+(?:be\s+)?\w|closed|halted|shut|released|arrested|evacuated|stopped|suspended)"
)


_PEOPLE_WERE = late(
    rf"\b(?:{_PEOPLE}|them|famil(?:y|ies)|returnees|asylum-seekers|they|he|she)\s+(?:also\s+|all\s+)?(?:have\s+|has\s+|had\s+)?{_BEEN}$"
)

_ARMED_NEAR = late(rf"\b(?:{_TROOPS}|patrol|aircraft|drones?|jets|vessels?|helicopters?)\b[^.;]{{0,100}}$")
_OVER_THE_LINE = late(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?:territory|airspace|soil|territorial\s+waters)\b(?!\s+(?:unlawfully|illegally|irregularly)\b)"
)


_BOMB = (
    r"(?:(?:car|truck|time|pipe|petrol|nail|parcel|letter|roadside)?\s*bombs?|(?:explosive|dynamite|incendiary|detonating)\s+(?:devices?|charges?|artefacts?|loads?)|"
    r"charges?\s+of\s+(?:dynamite|explosives?)|sticks\s+of\s+dynamite|dynamite|explosives|explosive\s+devices?|(?:hand\s+)?grenades?)"
)
_A_BOMB = late(
    rf"\s+(?:(?:an?|the|another|two|three|four|five|six|several|some|\d+)\s+)?(?:(?!at\b|in\b|on\b)[\w-]+\s+){{0,3}}?{_BOMB}\b"
)
_BOMB_WAS = late(rf"\b{_BOMB}(?:\s+(?:had|has|have))?\s+{_BEEN}$")


_FIGHTERS = late(
    r"\s+(?:(?:its|the|their|more|new|foreign|several|many|some|hundreds\s+of|thousands\s+of|dozens\s+of|\d[\d,]*)\s+)*"
    r"(?:[\w-]+\s+){0,2}?(?:armed\s+(?:groups|bands|men)|fighters|mercenaries|"
    r"saboteurs|militants|terrorists|irregulars|infiltrators|sabotage\s+groups|weapons|arms|ammunition)\b(?!\s+(?:home|back|control|embargo))"
)
_KEPT_TROOPS = late(
    r"\s+(?:(?:about|some|over|more\s+than|at\s+least|nearly|up\s+to)\s+)*\d[\d,. ]*\s+(?:of\s+its\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:troops|soldiers|servicemen|tanks)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:on|at|along|in|near|around|inside)\b"
)
_PACTS = late(
    r"\s+(?:(?:the|its|all|every|this|that|their|our|both)\s+)(?:[\w'’-]+\s+){0,5}?(?:agreements?|accords?|treat(?:y|ies)|truce|cease-?fire|charter|conventions?|"
    r"resolutions?|commitments?|obligations?|pact|memorandum)\b"
)


class Row(NamedTuple):
    """An act, what must stand before the verb, what after it, and the forms; `_` is a blank in a form."""

    act: str
    before: re.Pattern[str] | None
    after: re.Pattern[str]
    forms: str


ROWS: tuple[Row, ...] = (
    Row(
        "detention",
        None,
        _IN_CELL,
        "spent spend spends spending was_kept were_kept is_kept are_kept served serves serving kept "
        "placed put thrown locked confined",
    ),
    Row(
        "injury", None, _BONES, "broke breaks breaking broken fractured fracturing smashed smashing dislocated crushed"
    ),
    Row("injury", None, _LIMB, "lost loses losing"),
    Row(
        "deportation",
        _PASSIVE,
        _OVER_THE_BORDER,
        "returned sent driven taken pushed forced bussed trucked marched removed dumped escorted",
    ),
    Row("deportation", _PEOPLE_WERE, _ANYHOW, "sent_back turned_back pushed_back driven_back"),
    Row("deportation", _PASSIVE, _ABOARD, "put loaded forced herded bundled"),
    Row("school-closure", _SCHOOLS_WERE, _ANYHOW, "closed shut shuttered"),
    Row("outbreak", _CASES_HAVE, _COUNTED, "rose risen reached climbed soared surpassed exceeded"),
    Row("service-cut", None, _MAINS, "cut cuts cutting cut_off cutting_off stopped suspended halted"),
    Row("sanction", None, _WARES, "banned bans banning"),
    Row("order", _RULERS, _GATHERINGS, "banned bans banning prohibited forbade outlawed"),
    Row("order", _RULERS, _ANYBODY, "dissolved dissolves dissolving abolished disbanded deregistered"),
    Row("order", _RULERS, _A_BODY, "closed shut outlawed banned suspended_the_work_of"),
    Row(
        "sanction",
        _RIGHTS_WERE,
        _ANYHOW,
        "suspended revoked withdrawn cancelled annulled confiscated frozen taken_away",
    ),
    Row(
        "sanction",
        None,
        _THEIR_RIGHTS,
        "suspended suspending revoked revoking withdrew cancelled cancelling annulled annulling froze",
    ),
    Row("sanction", _PASSIVE, _OF_RIGHTS, "stripped"),
    Row(
        "denial-of-relief",
        _SERVICES_WERE,
        _FOR_WANT,
        "closed shut suspended halted stopped cut reduced shut_down closed_down",
    ),
    Row("denial-of-relief", _RATIONS, _ANYHOW, "cut halved reduced suspended stopped"),
    Row("relief", None, _A_PROGRAMME, "launched launches opened began started completed ran carried_out conducted"),
    Row("relief", _PROGRAMME_WAS, _ANYHOW, "launched opened began started completed carried_out conducted begun"),
    Row("relief", None, _VACCINATED, "vaccinated fed treated reached"),
    Row(
        "abduction",
        None,
        _SOMEBODY,
        "took_away takes_away taking_away led_away drove_off_with made_off_with rode_off_with "
        "drove_away_with took_off_with",
    ),
    Row("abduction", None, _AT_NIGHT, "came_for come_for comes_for came_to_take"),
    Row(
        "armed-attack",
        None,
        _BACK_THEY_WENT,
        "repelled repulsed repels repelling beat_back beat_off fought_off threw_back drove_back beaten_back",
    ),
    Row(
        "armed-attack",
        _ARMED,
        _INTO_A_PLACE,
        "entered entering entered_into walked_into came_into moved_into rode_into drove_into crossed_into",
    ),
    Row("armed-attack", _ARMED_NEAR, _OVER_THE_LINE, "entered crossed_into penetrated violated"),
    Row("armed-attack", None, _ROUNDS, "fired fires firing threw lobbed hurled"),
    Row("armed-attack", _ROUNDS_WERE, _ANYHOW, "fired thrown lobbed hurled"),
    Row(
        "bombing",
        None,
        _A_BOMB,
        "placed placing planted planting laid detonated detonating hurled threw tossed exploded",
    ),
    Row("bombing", _BOMB_WAS, _ANYHOW, "placed planted laid hidden thrown hurled set_off tossed left"),
    Row(
        "support-of-armed-groups",
        None,
        _FIGHTERS,
        "sent sends sending send infiltrated infiltrates infiltrating funnels smuggles",
    ),
    Row("deployment", None, _KEPT_TROOPS, "keeps maintains concentrated concentrates"),
    Row(
        "violation",
        None,
        _PACTS,
        "tore_up torn_up tears_up tearing_up cast_aside casts_aside ripped_up "
        "trampled tramples ignored ignores ignoring disregarded disregards disregarding",
    ),
    Row("seizure", None, _TOWN_TAKEN, "took takes retook"),
    Row("displacement", None, _RAN_FROM, "ran run running"),
    Row("displacement", None, _SHELTERED, "slept sleep sleeping sheltered sheltering housed lodged camped camping"),
    Row(
        "displacement",
        None,
        _CENTRES,
        "are_in_accommodation were_in_accommodation are_in_evacuation were_in_evacuation "
        "are_in_collective are_in_transit were_in_transit are_in_displacement are_in_reception",
    ),
    Row("order", None, _TO_BE_DONE, "ordered"),
    Row(
        "ceasefire-violation",
        _TRUCE_HAS,
        _ANYHOW,
        "collapsed broke_down fell_apart unravelled crumbled violated breached flouted",
    ),
    Row("deployment", None, _PATROLS, "increased stepped_up reinforced doubled strengthened intensified"),
)

_BY_FORM = {
    form.replace("_", " "): tuple(row for row in ROWS if form in row.forms.split())
    for one in ROWS
    for form in one.forms.split()
}
_DECREES = {form.replace("_", " "): row for row in ROWS if row.act == "order" for form in row.forms.split()}


def decreed(small: str, start: int, end: int, last: int) -> bool:
    """Say whether an order's word [start, end) goes on with what was ordered, so that it needs no date."""
    row = _DECREES.get(small[start:end])
    if row is None or (row.before is not None and not row.before.search(small, max(0, start - 110), start)):
        return False
    return row.after.match(small, end, last) is not None


def told(small: str, start: int, end: int, act: str) -> bool:
    """Say whether a verb's complement alone tells of an act: "breaking the arm of a boy"."""
    return any(
        row.act == act and row.before is None and row.after.match(small, end)
        for row in _BY_FORM.get(small[start:end], ())
    )


SHARED = frozenset(
    (form, act)
    for act, forms in (
        ("detention", "kept put thrown"),
        ("deportation", "returned sent forced put loaded"),
        (
            "denial-of-relief",
            "suspended halted stopped cut block blocks blocked blocking barred prevented preventing stops",
        ),
        ("relief", "reached"),
        ("deployment", "sent sending"),
        ("support-of-armed-groups", "sent sending"),
        ("blockade", "prevented prevents prevent blocked blocks stopped barred bars kept hindered"),
        ("armed-attack", "fired firing entered entering"),
        ("injury", "beat"),
    )
    for form in forms.split()
)
"""Forms that tell of an act by an object of its list too."""
