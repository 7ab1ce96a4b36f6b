# SPDX-License-Identifier: Apache-2.0
"""Happenings: what reports tell with verbs said of much else – a crowd dispersed, a law in force, a curfew extended."""

from __future__ import annotations

from tocsin.reading.claims.complements import Row
from tocsin.reading.patterns import late

# All of it runs on the view in small letters.
_NP = r"(?:[\w'’.-]+\s+)"
_CROWD = (
    r"(?:protest(?:er|or)s|demonstrators|marchers|strikers|worshippers|mourners|crowds?|march|rally|rallies|protests?|demonstrations?|vigil|sit-in|"
    r"gatherings?|procession|assembly)"
)
_PEOPLE = (
    rf"(?:{_CROWD}|students|pupils|detainees|prisoners|inmates|journalists?|reporters?|villagers|farmers|herders|men|women|boys|girls|children|youths|"
    r"activists?|lawyers?|teachers?|doctors?|nurses|medics|drivers?|traders|residents|civilians|migrants|refugees|bystanders|opponents|supporters|"
    r"passengers|him|her|them|people)"
)
_GUILTY = late(rf"\s+{_NP}{{1,9}}?guilty\b(?!-)")
_MANY = late(
    r"\b(?:people|hundreds|thousands|dozens|scores|crowds?|protesters|demonstrators|students|women|residents|villagers|workers|families|relatives|"
    r"activists|supporters|citizens|monks|farmers|mothers|teachers|[a-z]+ans|[a-z]+is|[a-z]+ese)\s+(?:[^.;]{0,40}\s)?$"
)
_TO_CALL = late(
    r"\s+(?:[^.;]{0,70}\s)?(?:to\s+(?:\w+ly\s+)?(?:call|demand|protest|denounce|condemn|oppose|press|urge|voice|show|mark)\b"
    r"|in\s+(?:protest|support|solidarity)\b|demanding\b|calling\s+for\b|protesting\b|chanting\b)"
)
_DISPERSED = late(
    rf"\s+(?:{_NP}{{0,6}}?{_CROWD}\b|{_NP}{{1,8}}?(?:with|using|by\s+firing)\s+(?:tear\s*gas|teargas|batons|rubber|live|water|gunfire))"
)
_MILITARILY = late(r"\s+(?:directly\s+)?militarily\b")
_ON_A_PLACE = late(
    r"\s+(?:up)?on\s+(?:an?|the|two|three|four|five|several)\s+(?:[\w'’-]+\s+){0,3}?(?:villages?|towns?|camps?|hamlets?|settlements?|markets?|schools?|"
    r"communit(?:y|ies)|farms?|mosques?|church(?:es)?|hospitals?|bases?|posts?|outposts?|convoys?)\b"
)
_FORCE_BEFORE = late(
    r"\b(?:gunmen|men|fighters|militia(?:men)?|militants|soldiers|troops|forces|rebels|insurgents|bandits|attackers|assailants|raiders|jihadists|extremists|"
    r"settlers|police|mob|mobs|herders)\s+(?:[^.;,]{0,40}\s)?$"
)
_HELPERS_FROM = late(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?:(?:health(?:care)?|aid|medical|relief|humanitarian|rescue|un)\s*(?:care\s+)?(?:workers?|staff|teams?|missions?|personnel|"
    r"agencies|convoys?|groups?|organi[sz]ations)|doctors|nurses|medics|ambulances?|surgeons)\b[^.;,]{0,50}?\sfrom\s+\w+ing\b"
)
_OUT_OF_USE = late(
    rf"\s+(?:{_NP}{{1,6}}?)?(?:out\s+of\s+(?:service|action|operation|use|order)|inoperable|unusable|inoperative|non-functional)\b"
)
_FACILITY = late(
    r"\b(?:hospitals?|clinics?|health\s+(?:facilit(?:y|ies)|cent(?:er|re)s?)|schools?|bridges?|plants?|stations?|substations?|pipelines?|networks?|grid|wells?|"
    r"waterworks|reservoirs?|pumps?|mills?|bakery|bakeries|runway|airport|port|lines?)\s+(?:[^.;]{0,40}\s)?(?:(?:has|have|had|been|was|were|is|are)\s+)+$"
)
_EMERGENCY = late(
    r"\s+(?:(?:the|its|their|a|an|nationwide)\s+)*(?:[\w-]+\s+){0,2}?(?:state\s+of\s+(?:emergency|siege|exception|alert)|curfew|martial\s+law|lockdown|"
    r"emergency\s+(?:rule|law|laws|powers|decree))\b"
)
_EMERGENCY_WAS = late(
    r"\b(?:state\s+of\s+(?:emergency|siege|exception)|curfew|martial\s+law|lockdown|emergency\s+rule)\s+(?:[^.;,]{0,30}\s)?(?:was|were|has\s+been|had\s+been)\s+"
    r"(?:\w+ly\s+)?$"
)
_ANYHOW = late(r"")
_TRUCE_BEFORE = late(r"\b(?:cease-?fire|truce|armistice|cessation\s+of\s+hostilities)\s+(?:[^.;,]{0,40}\s)?$")
_LAW_BEFORE = late(
    r"\b(?:act|law|bill|decree|treaty|convention|amendments?|regulations?|legislation|protocol|ordinance|code|ban|constitution)\b[^.;]{0,40}\s$"
)
_SO_MANY = late(
    r"\s+(?:(?:at\s+least|about|some|over|more\s+than|nearly|around|as\s+many\s+as|dozens|scores|hundreds)\s+)*(?:of\s+)?(?:\d[\d,]*|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|people|passengers|migrants|children|villagers)\b"
)
_BEATEN = late(
    rf"\s+(?:(?:the|a|an|some|several|many|two|three|four|five|six|seven|eight|nine|ten|dozens\s+of|\d+)\s+)*(?:[\w-]+\s+)?{_PEOPLE}\b(?!\s+(?:in\s+the\s+(?:final|match|race|semi)|by\s+\d|\d))"
)
_ENVOY = late(
    r"\s+(?:[\w'’.-]+\s+){0,6}?(?:ambassadors?|envoys?|charg[ée]\s+d['’]affaires|high\s+commissioner|diplomats?|consul(?:-general)?|(?:senior\s+)?official\s+of\s+the\s+[\w\s]{3,30}"
    r"(?:embassy|commission))\b"
)
_HEARERS = late(
    r"\s+(?:(?:the|its|a|an|his|her|their|members\s+of|both)\s+)*(?:[\w'’-]+\s+){0,3}?(?:parliament|parliamentarians|lawmakers|assembly|senate|senators|congress|council|"
    r"committee|commission|court|cabinet|conference|session|meeting|summit|congregation|rally|nation|crowd)\b"
)
_IN_A_PAPER = late(
    r"\s+(?:[^.;,]{0,30}\s)?in\s+an?\s+(?:[\w-]+\s+){0,2}?(?:statement|speech|address|letter|message|broadcast|communiqu[eé]|declaration|interview|sermon)\b"
)
_DISEASE = late(
    r"\b(?:polio(?:\s+virus|virus)?|cholera|measles|ebola|typhoid|malaria|dysentery|diphtheria|plague|dengue|hepatitis|meningitis|scabies|influenza|virus|"
    r"disease|epidemic|fever)\s+(?:[^.;,]{0,20}\s)?$"
)
_WITH_WHOM = late(r"\s+(?:[^.;]{0,60}\s)?with\s")
_MARCHERS = late(
    r"\b(?:protest(?:er|or)s|demonstrators|marchers|strikers|mourners)\s+(?:(?:also|again|had|have|then|later|\w+ly)\s+)*$"
)
_SYSTEM = (
    r"(?:web\s?sites?|sites?|accounts?|phones?|servers?|computers?|systems?|networks?|e-?mails?|inbox(?:es)?|"
    r"databases?|pages?|channels?|devices?|portals?|grid)"
)
_SYSTEMS = late(rf"\s+{_NP}{{0,6}}?{_SYSTEM}\b")
_SYSTEMS_WERE = late(rf"\b{_SYSTEM}\s+(?:[^.;,]{{0,40}}\s)?(?:was|were|has\s+been|have\s+been|been)\s+(?:\w+ly\s+)?$")

ROWS: tuple[Row, ...] = (
    Row("conviction", None, _GUILTY, "found finds finding"),
    Row("protest", _MANY, _TO_CALL, "assembled gathered massed converged turned_out rallied congregated"),
    Row("protest", _MARCHERS, _ANYHOW, "assembled gathered massed converged turned_out congregated streamed poured"),
    Row("statement", None, _HEARERS, "told"),
    Row("statement", None, _IN_A_PAPER, "said asserted declared stated claimed insisted"),
    Row("talks", None, _WITH_WHOM, "convened conferred"),
    Row("outbreak", _DISEASE, _ANYHOW, "reemerged re-emerged resurfaced broke_out broken_out reappeared re-appeared"),
    Row("armed-attack", None, _DISPERSED, "dispersed disperses dispersing broke_up"),
    Row("armed-attack", None, _MILITARILY, "intervened intervenes intervening"),
    Row("armed-attack", _FORCE_BEFORE, _ON_A_PLACE, "descended descends"),
    Row(
        "denial-of-relief",
        None,
        _HELPERS_FROM,
        "block blocks blocked blocking bar bars barred barring prevent prevents prevented preventing banned stopped "
        "stops",
    ),
    Row("destruction-of-infrastructure", None, _OUT_OF_USE, "put knocked rendered knocking rendering putting"),
    Row("destruction-of-infrastructure", _FACILITY, _OUT_OF_USE, "forced left"),
    Row("emergency-rule", None, _EMERGENCY, "extended extends prolonged prolongs renewed renews reimposed reinstated"),
    Row("emergency-rule", _EMERGENCY_WAS, _ANYHOW, "extended prolonged renewed reimposed reinstated"),
    Row(
        "ceasefire",
        _TRUCE_BEFORE,
        _ANYHOW,
        "took_effect came_into_effect went_into_effect entered_into_force came_into_force entered_into_effect",
    ),
    Row(
        "adoption",
        _LAW_BEFORE,
        _ANYHOW,
        "became_law entered_into_force came_into_force took_effect came_into_effect was_signed_into_law "
        "were_signed_into_law",
    ),
    Row("killing", None, _SO_MANY, "drowning"),
    Row("cyberattack", _SYSTEMS_WERE, _ANYHOW, "hacked"),
    Row("cyberattack", None, _SYSTEMS, "hacked hacking hacked_into hacking_into"),
    Row("injury", None, _BEATEN, "beat beats beating kicked kicking clubbed clubbing punched thrashed"),
    Row("sanction", None, _ENVOY, "summoned summons summoning"),
)
