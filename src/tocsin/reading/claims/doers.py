# SPDX-License-Identifier: Apache-2.0
"""Who did it to whom: the subject of the act's verb or the owner of its noun, and its object.

1. A verb's doer is its subject: the noun phrase before it, over what is said of that between commas; for a participle
   or a second verb the subject of the verb before; the agent after "by" where the verb is in the passive.
2. A noun's doer owns it ("Ardesh's siege"), is its adjective ("the Ardeshi siege"), or follows "by".
3. A subject that is itself an act ("an Ardeshi air strike killed two") has that act's doer.
4. Where none of these stands, nobody is said to have done it: a name elsewhere in the sentence is not the doer.
"""

from __future__ import annotations

import re

from tocsin.reading.claims import bombs, parties, reduced, trials, watched
from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.owners import (
    BY,
    FALLS_ON,
    HEAD_OF,
    OF,
    STOP,
    acting_noun,
    adjective,
    agent,
    agent_span,
    by_upon,
    of_noun,
    of_upon,
    owner,
)
from tocsin.reading.claims.parties import somebody
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.claims.subjects import PASSIVE, ends, subject
from tocsin.reading.claims.words import MARKS
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# They run on the lowered view.
_BEING = late(r"(?:\w+\s+)??(?:was|were|been|being|is|are|be)\s+(?!no\b|not\b)\w")
"""A cue that holds its auxiliary, and perhaps whom it befalls: "convoys were turned back"."""
_CARED = late(r"treat(?:ed|s|ing)?|receiv(?:ed|es|ing)|admit(?:ted|s|ting)|evacuat(?:ed|es|ing)|hospitali[sz]ed")
"""What is done for those who were hurt, by somebody who hurt nobody: "treated 30 wounded"."""
# Verbs whose subject suffers what they tell, and those whose subject is a thing (the bomb, the dam).
_UNDERGONE = late(
    r"(?:(?:has|have|had)\s+)?(?:c[ao]m(?:e|es|ing)\s+under|died|succumbed|dying|perished|drowned|fled|flee|fleeing|lost\s+(?:their|his|her)|disappeared|(?:went|gone|is|are|was|were|still|remain(?:s|ed)?|reported|been|\s)*missing|"
    r"received|found\s+(?:a\s+)?bullets?|left\s+their|having\s+(?:left|fled)|have\s+left|became\s+refugees|sought\s+refuge|took\s+refuge|"
    r"(?:(?:are|is|were|was|have\s+been|has\s+been|been)\s+)?(?:sleep|shelter|liv|camp|crowd)(?:ing|ed|e)?\b|"
    r"(?P<thing>explod\w+|went\s+off|burst|collapsed|flooded))"
)
_SET_OFF = late(r"explod\w+\s+(?:[\w-]+\s+){0,4}?(?:bombs?|devices?|charges?|grenades?|mines?|explosives)\b")
"""What somebody set off, where it did not go off by itself: "exploded two bombs"."""
_LEAVING = late(
    r"(?:(?:has|have|had)\s+)?(?:crossed|left|walked|streamed|arrived|escaped|abandoned|ran|flocked|took\s+to\s+the\s+roads?)\b"
)
"""How people go who are displaced by what others did; "drove" and "emptied" tell of those others."""
_LEFT_WHAT = late(
    r"\s+(?:an?|some|many|several|at|over|more|nearly|almost|hundreds|thousands|dozens|\d|the\s+\w+\s+(?:in|without|with))\b"
)
"""What is left behind, so that nobody has gone."""
_SO_MANY = late(
    r"\s*(?:(?:at\s+least|about|some|over|more\s+than|nearly|around|up\s+to|as\s+many\s+as|another)\s+)*(?:\d[\d,]*|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|(?:dozens|scores|hundreds|thousands)\s+of)(?:-\w+)?\s+"
    r"(?P<who>(?:(?!of\b)[a-z-]+\s+)?[a-z]{3,}(?:s|men|women|people))\b(?!\s+(?:ago|later|earlier|after|before|from|away|of\s+age)\b)"
)
_NO_ONE = late(
    r"(?:.*\s)?(?:days|hours|weeks|months|years|times|minutes|rounds|shots|places|cases|kilomet\w+|miles|metres|meters|others|occasions|"
    r"bodies|corpses|vehicles|tanks|helicopters|planes|drones)$"
)
_SUFFERED = late(
    r"\b(?:(?:fell|ran|walked|drove|sailed)\s+into|caught\s+in|suffer(?:ed|s|ing)|receiv(?:ed|ing)|under(?:went|gone)|fac(?:ed|es|ing)|came\s+under)\b"
)
_TOLD = late(r"(?:report|announc|witness|saw\b|record|register|document|logg|observ|count)")
_ACCUSED = late(
    r"\b(?:accus(?:e|ed|es|ing)|blam(?:e|ed|es|ing))\s+(?P<who>[^,;]{2,60}?)(?:\s+(?:on\s+\w+(?:\s+\d+)?|again|yesterday|today|\w+day|\w+ly))?\s+(?:of|for)\s"
)
_JUDGED = late(
    r"\b(?:condemn|criticis|criticiz|denounc|rebuk|censur|sanction|fault|thank|prais|commend|punish|fin(?=ed|es|ing)"
    r"|expel|upbraid|castigat|lambast|chastis|scold|suspend)\w*\s+(?:by\s+)?(?P<who>[^,;]{2,60}?)"
    r"(?:\s+(?:on\s+[\w ]{3,25}?|again|yesterday|today|\w+day|\w+ly))?"
    r"\s+(?:for|over)\s+(?:the\s+|its\s+|their\s+|having\s+)?(?:\w+ly\s+)?$"
)
"""Whom somebody blames or thanks, right before the deed that they are blamed or thanked for."""
_MADE = late(
    r"\b(?:forc(?:ed|es|ing)|compell(?:ed|ing)|oblig(?:ed|ing)|caus(?:ed|ing)|prompt(?:ed|ing)|driv(?:en|ing)|drove)\s+"
    r"(?P<who>[^,;.:]{2,70}?)\s+to\s+(?:\w+\s+)?$"
)
"""Those who are made to do what an infinitive tells: "forced 4,000 villagers to flee"."""
_ALSO = late(
    r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ld|ot|ght|pt|nt|ut|un|id|ade|orn)\b(?!\s+(?:the|an?|his|her|its|their)\s)"
    r"(?:(?!\b(?:who|which|that|when|while|after)\b)[^,;.:]){0,50}?(?:,\s+(?:\w+ly\s+)?\w+(?:ed|en)){0,3}(?:,|\s(?:and|or|then))\s+(?:\w+ly\s+|then\s+|later\s+)?$"
)
"""A passive that a second participle goes on from: "were held at the post and beaten"."""
_ONLY_PASSIVE = late(r"(?:beaten|taken|driven|thrown|shown|stolen|hanged|torn|slain|stricken|drawn|given)\b")
_BY_NEXT = late(
    r"(?:\s+(?:and\s+(?:\w+ly\s+|then\s+|later\s+)?\w+ed|\w+ly|dead|down|away|off|up))?\s+by\s+(?!\w+ing\b)"
)
_WITH_OBJECT = late(r"\s(?:the|an?|its|their|his|her|our)\s")
"""A verb that has its object with it: "closed the road by the canal" is no passive."""
_NO_OBJECT = late(
    r"(?:\s+(?:dead|down|away|also|again|there|here|today|yesterday|\w+ly))?"
    r"(?:\s*(?:[.,;:)\]]|$)|\s+(?!on\s+\w+day\s+(?:\d|an?\b|the\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|his\b|her\b|their\b))(?!at\s+(?:least|most)|over\s+(?:\d|a\b)|under\s+\d|in\s+all)(?:and|in|on|at|by|during|after|since|when|while|as|near|so|over|last|this|under|across|"
    r"without|overnight|between|throughout|within|inside|outside|from|following|for)\b)"
)
_GOES_ON = late(
    r"(?:(?:\s*,|\s+and|\s+or|\s+then)(?:\s+(?:and|then|or|later))?\s+(?:\w+ly\s+)?(?:\w+ed|shot|took|beat|burnt|hung|threw|left)\b)+"
    r"\s+(?!(?:in|by|on|at|during|near|after|before|since|when|while|as|over|last|this|under|and|or|from|for|with)\b)[a-z\d]"
)
"""Verbs that go on to an object of them all: "kidnapped, tortured and killed a man"."""
_NOMINAL = late(r"ing\s+(?:by\s+(?!\w+ing\b)|of\s)")
_AIMED = frozenset({"armed-attack", "bombardment", "bombing"})
_FIRED = late(
    r"\s+(?:[\w-]+\s+){0,5}?(?:shells?|rockets?|missiles?|rounds|shots|bombs?|mortars?|grenades?|salvos?|volleys?|drones?|bursts?)\s+"
    r"(?:at|on|into|onto|towards?|against|over)\s+"
)
"""What is fired, before what it is fired at."""
_AS_CAPTIVES = late(r"\s+(?:as\s+)?(?:hostages?|captives?|prisoners?)\s+(?!in\b|at\b|on\b|by\b|and\b|near\b)")
"""As what somebody is taken, before who it is: "took hostage three engineers"."""
_CAME_OF = late(r"\b(?:killing|wounding|injuring|maiming|displacing|leaving)\s+")
_WHO = late(r"\s*who\b")
_NEAR_WHO = 40
"""Code points before "who" in which those stand of whom it is said."""
OWNED_BY_THE_HURT = frozenset(
    {
        "killing",
        "assassination",
        "execution",
        "arrest",
        "detention",
        "abduction",
        "enforced-disappearance",
        "torture",
        "injury",
        "deportation",
        "release",
        "conviction",
    }
)
"""Acts whose noun belongs to whom they were done to: "the ferryman's arrest"."""
_BROUGHT_ABOUT = frozenset({"killing", "injury", "displacement", "destruction", "destruction-of-homes"})
_STRIKES = frozenset(
    {"armed-attack", "bombardment", "bombing", "killing", "injury", "mass-killing", "execution", "arson"}
)
_WHEN = late(r"\b(?:when|after|as)\s+(?!a\s+result\b|many\b|well\b|much\b|being\b|\w+ing\b)")
_EACH_OTHER = late(r"clash|exchang|fought|fight|battl|trad|explod|detonat|went|blew")
_THEM = late(r"\w{3,}ed\s+(?:them|him|her|their\s+\w+|his\s+\w+|her\s+\w+)\b")
_BROUGHT = frozenset({"relief", "relief-resumed"})
_MOVED = frozenset({"deployment", "withdrawal", "mobilisation"})
"""What is done with forces, by whoever they are: "Ardeshi troops are massed on the border"."""
_STATES = frozenset({"state", "territory"})
_POST = late(r"\b(?:check[ -]?(?:point|post)s?|control\s+posts?)\b")
"""What is set up is done to nobody: an adjective before it tells who acts ("an Ardeshi checkpoint")."""
_TRANSITIVE = frozenset(
    {
        "conviction",
        "release",
        "killing",
        "injury",
        "arrest",
        "detention",
        "abduction",
        "execution",
        "torture",
        "assassination",
        "deportation",
    }
)


def passive(view: Scene, cue: Cue) -> bool:
    """Say whether the act's verb is in the passive, a participle after those it was done to included."""
    if cue.verb and reduced.object_later(view, cue):
        return False
    return reduced.stands(view, cue) or _in_passive(view, cue)


def _in_passive(view: Scene, cue: Cue) -> bool:
    """Say whether an act's verb has a passive's auxiliary, goes on from one, or stands as those that need none."""
    small = lowered(view.content)
    first = small[cue.start : cue.end].split(maxsplit=1)[0]
    going_on = (first.endswith("ing") and first != "being") or (cue.act == "violation" and first == "in")
    if not cue.verb or small.startswith("ing", cue.end - 3) or going_on:
        return False  # "has been supplying weapons", "is in breach of"
    if PASSIVE.search(small, max(view.start, cue.start - 40), cue.start) or _BEING.match(small, cue.start, cue.end):
        return True
    if _ALSO.search(small, max(view.start, cue.start - 90), cue.start) and (
        _ONLY_PASSIVE.match(small, cue.start)
        or _NO_OBJECT.match(small, cue.end, view.end)
        or small.endswith(" and", cue.start, cue.end)
    ):
        return True
    if _BY_NEXT.match(small, cue.end, view.end) and not _WITH_OBJECT.search(small, cue.start, cue.end):
        return True
    # "ten members killed in the blast", "41 killed": who kills, kills somebody
    alone = cue.act in _TRANSITIVE and _NO_OBJECT.match(small, cue.end, view.end) is not None
    if alone and _ONLY_PASSIVE.match(small, cue.start):
        return True
    goes_on = _GOES_ON.match(small, cue.end, view.end) and not _ONLY_PASSIVE.match(small, cue.start)
    return alone and not goes_on


def undergone(view: Scene, cue: Cue) -> bool:
    """Say whether the subject of an act's verb suffers what it tells: "received a bullet", "were told to leave"."""
    return passive(view, cue) or _befalls(view, cue) is not None


def _befalls(view: Scene, cue: Cue) -> re.Match[str] | None:
    """Find a verb whose subject suffers what it tells, or is the thing that does it: "died", "exploded"."""
    small = lowered(view.content)
    return None if _SET_OFF.match(small, cue.start) else _UNDERGONE.match(small, cue.start, cue.end)


_FOUND = late(
    r"(?:(?:has|have|had)\s+)?(?:recover|retriev|exhum|unearth|discover|identif|collect|pull|count|(?:find|found|bury|buries|buried|burying)\b)"
)
"""What is done with the dead by somebody who killed nobody: "the army recovered 37 bodies"."""
_ENDED = ("end", "lift", "halt", "suspend", "stop")
_KEPT_BY = late(r"(?:\w+\s+){0,3}in\s+the\s+custody\s+of\s+(?P<who>[^,.;:]{2,80})")
"""Who holds those that are "in the custody of" somebody."""


_UNDER_FIRE = late(
    r"(?:came|comes?|coming|fell|falling)\s+under\s+(?:[\w-]+\s+){0,2}?(?:fire|attack|shelling|bombardment|assault)\s+(?:by|from)\s+"
    r"(?P<who>[^,;.]{2,80}?)(?=\s+(?:while|as|when|in|at|near|on|after|during|before)\b|[,;.]|$)"
)
"""Who shoots at those that come under fire."""


def _held_by(small: str, cue: Cue, end: int) -> re.Match[str] | None:
    """Find who holds or shoots at those of whom a verb tells: "in the custody of", "came under fire from"."""
    return _KEPT_BY.match(small, cue.start, end) or _UNDER_FIRE.match(small, cue.start, end)


def actors(  # noqa: PLR0911 - one return a shape
    view: Scene, span: tuple[int, int], cue: Cue, light: int | None = None
) -> tuple[Party, ...]:
    """Give who acted; `light` is where the verb stands that carries an act's noun ("launched an attack")."""
    if cue.verb and (held := _held_by(lowered(view.content), cue, span[1])):
        return agent(view, *held.span("who"))
    cared = cue.act == "injury" and _CARED.match(lowered(view.content), cue.start)
    blamed = () if cared else _blamed(view, cue)
    if blamed is None:
        blamed = bombs.laid_by(view, span, cue) if cue.act == "bombing" else None
    if blamed is not None:
        return blamed
    if not cue.verb or _NOMINAL.match(lowered(view.content), cue.end - 3):
        owned = of_noun(view, cue.start, cue.end, span[1], cue.act)
        if owned or light is None:
            return owned
        carried = lowered(view.content)[light : cue.start]
        going_on = carried.split(maxsplit=1)[0].endswith("ing")
        undergone = (
            _SUFFERED.match(carried)
            or _TOLD.match(carried)
            or (not going_on and PASSIVE.search(lowered(view.content), max(view.start, light - 40), light))
        )
        over = cue.act == "armed-attack" and carried.startswith(_ENDED)  # who ended a war waged none for that
        return () if undergone or over else subject(view, light)
    if passive(view, cue):
        done = cue.end - 3 * (cue.act != "threat" and lowered(view.content).endswith(" by", cue.start, cue.end))
        by = agent_span(view, done, max(span[1], _to_comma(view, cue.end)))
        post = _post(view, cue, span[0], cue.start)
        if by is None and post is None:
            return subject(view, cue.start) if cue.act in _MOVED else _when_did(view, cue)
        return agent(view, *by) if by else adjective(view, post) if post is not None else ()
    if _befalls(view, cue) or _leaving(view, cue):
        return ()
    post = _post(view, cue, cue.end, span[1])
    if post is None:
        return subject(view, cue.start) or (_bringing(view, span[0], cue) if cue.act in _BROUGHT else ())
    told = () if lowered(view.content)[cue.start : cue.end] == "establishment" else subject(view, cue.start)
    return told or adjective(view, post)


def _blamed(view: Scene, cue: Cue) -> tuple[Party, ...] | None:
    """Give who is accused or suspected of a deed, or was made to do it; None where it is told of nobody so."""
    if cue.act in OWNED_BY_THE_HURT and cue.verb and _FOUND.match(lowered(view.content), cue.start):
        return ()
    accused = view.told and _ACCUSED.search(lowered(view.content), max(view.start, cue.start - 140), cue.start)
    if accused:
        return _of_whom(view, accused)
    judged = _JUDGED.search(lowered(view.content), max(view.start, cue.start - 140), cue.start)
    if judged:
        return _of_whom(view, judged)
    suspect = _seen(view, cue) or trials.charged(view, cue)
    if suspect is not None:
        return suspect
    made = _made(view, cue)
    if made is None:
        return None
    return () if _befalls(view, cue) else somebody(view, *made)


def _seen(view: Scene, cue: Cue) -> tuple[Party, ...] | None:
    """Give who was seen to do what a participle tells; None where nobody was, or it is told of nobody by name."""
    seen = watched.found(view, cue)
    if seen is None:
        return None
    return somebody(view, *seen.span("who")) if "who" in seen.groupdict() else subject(view, seen.start())


def _of_whom(view: Scene, told: re.Match[str]) -> tuple[Party, ...]:
    """Give whom a verb accuses, blames or thanks: its object, in the passive its subject."""
    by_whom = PASSIVE.search(lowered(view.content), max(view.start, told.start() - 40), told.start())
    return subject(view, told.start()) if by_whom else somebody(view, *told.span("who"))


def _when_did(view: Scene, cue: Cue) -> tuple[Party, ...]:
    """Give who struck when people are told to have been hurt: "two were killed when guards opened fire on them"."""
    if cue.act not in _BROUGHT_ABOUT:
        return ()
    when = _WHEN.search(lowered(view.content), cue.end, view.end)
    if when is None:
        return ()
    for word in view.words[view.at(when.end()) + 1 :]:
        held = view.acts.get(word.start)
        if word.low in MARKS or word.low in ("that", "which", "who"):
            return ()
        if (held and held[2] and held[1] in _STRIKES and not _EACH_OTHER.match(word.low)) or _THEM.match(
            lowered(view.content), word.start, view.end
        ):
            return (
                () if passive(view, Cue(word.start, word.end, "armed-attack", verb=True)) else subject(view, word.start)
            )
    return ()


def _bringing(view: Scene, start: int, cue: Cue) -> tuple[Party, ...]:
    """Give the body whose trucks or deliveries the subject of a verb of relief is: "WFP deliveries resumed"."""
    actors = view.draft.catalogue.actors
    named = view.named(start, cue.start, acting=True)
    return tuple(party for party in named if party.id in actors and actors[party.id].kind not in _STATES)[:1]


def _made(view: Scene, cue: Cue) -> tuple[int, int] | None:
    """Give where those stand who were made to do an act: the villagers of "forced the villagers to flee"."""
    small = lowered(view.content)
    if not cue.verb or small.find(" to ", max(view.start, cue.start - 20), cue.start) < 0:
        return None
    found = _MADE.search(small, max(view.start, cue.start - 110), cue.start)
    return found.span("who") if found else None


def _post(view: Scene, cue: Cue, start: int, end: int) -> int | None:
    """Give where the thing stands in a stretch that an act's verb sets up, None where the act sets up nothing."""
    found = _POST.search(lowered(view.content), start, end) if cue.verb and cue.act == "checkpoint" else None
    return found.start() if found else None


def _to_comma(view: Scene, start: int) -> int:
    """Give where the clause that goes on from a place ends."""
    return next((word.start for word in view.words[view.at(start) :] if word.low in MARKS), view.end)


def targets(  # noqa: PLR0911 - one return a shape
    view: Scene, span: tuple[int, int], cue: Cue, light: int | None = None
) -> tuple[Party, ...]:
    """Give whom it was done to: the object, the subject of a passive, what follows "of" or "against" after a noun."""
    if cue.act == "protest" and lowered(view.content).startswith(" in", cue.end - 3):
        return ()  # "marched in Karsk"
    start, end = span
    small = lowered(view.content)
    undergone = _befalls(view, cue) if cue.verb else None
    undergone = undergone or _leaving(view, cue)
    made = _made(view, cue)
    if undergone and made is not None:
        return parties.whom(view, *made) or parties.phrase(view, *made)
    if undergone and undergone.groupdict().get("thing"):
        return ()
    if undergone or passive(view, cue):
        return _undergoing(view, cue, max(start, view.start), end)
    if light is not None and (_SUFFERED.match(small, light, cue.start) or _subjected(view, light)):
        return subject(view, light)
    if _post(view, cue, cue.end, end) is not None:
        return ()
    by = BY.search(small, cue.end, end)
    low, high = cue.end, by.start() if by else end
    if not cue.verb:
        struck_at = _behind_noun(view, cue, high, end)
        if struck_at is None:
            return _suffering(view, cue)
        low, high = struck_at
    fired = _FIRED.match(small, low, high) if cue.verb and cue.act in _AIMED else None
    taken = _AS_CAPTIVES.match(small, low, high) if cue.act in ("abduction", "detention") else None
    low = fired.end() if fired else taken.end() if taken else low
    stop = STOP.search(small, low, high)
    acting = acting_noun(view, low, stop.start() if stop else high) if cue.verb and cue.act in _AIMED else None
    if acting is not None and acting[2] in _AIMED:  # "launched an attack on the town"
        return targets(view, (acting[0], high), Cue(*acting, verb=False))
    rest, high = high, stop.start() if stop else high
    found = parties.whom(view, low, high) or parties.phrase(view, low, high) or _counted(view, cue, low, high)
    return parties.in_row(view, found, high, max(rest, view.end)) if cue.act in OWNED_BY_THE_HURT else found


def _behind_noun(view: Scene, cue: Cue, high: int, end: int) -> tuple[int, int] | None:
    """Give where those stand whom a noun of an act was done to, behind it up to `high`, behind its doer up to `end`."""
    small = lowered(view.content)
    aimed = by_upon(view, cue.start, cue.end, end)
    if aimed is not None:
        return aimed.end(), end
    of = (bombs.AT if cue.act == "bombing" else OF).search(small, cue.end, high)
    turned = of_upon(view, cue.start, cue.end, high)
    if turned is not None:
        return turned.end(), high
    return None if of is None or small[cue.start : cue.end] in HEAD_OF else (of.end(), high)


def _undergoing(view: Scene, cue: Cue, low: int, end: int) -> tuple[Party, ...]:
    """Give whom a verb in the passive was done to: its subject, from `low` on."""
    if cue.act == "bombing" and bombs.was_laid(view, low, cue):
        return bombs.laid_at(view, cue.end, end)
    if _post(view, cue, low, cue.start) is not None or cue.act in _MOVED:
        return ()
    ended, aside = ends(view, cue.start)
    if ended <= low:
        ended, aside = cue.start, None
    return (
        (*parties.whom(view, low, ended, acting=True), *_among(view, aside))
        or subject(view, cue.start)
        or _antecedent(view, low, cue.start)
        or parties.phrase_before(view, low, cue.start)
        or _counted(view, cue, low, cue.start)
    )


def _among(view: Scene, aside: tuple[int, int] | None) -> tuple[Party, ...]:
    """Give who is among those that a clause tells of: "five people, including two reporters, were hurt"."""
    if aside is None or not lowered(view.content).startswith(", including", aside[0]):
        return ()
    return parties.whom(view, *aside)


def _leaving(view: Scene, cue: Cue) -> re.Match[str] | None:
    """Find how people go who are displaced: "6,000 people have crossed the Issel"."""
    if cue.act != "displacement" or not cue.verb:
        return None
    small = lowered(view.content)
    return None if _LEFT_WHAT.match(small, cue.end) else _LEAVING.match(small, cue.start, cue.end)


def _counted(view: Scene, cue: Cue, start: int, end: int) -> tuple[Party, ...]:
    """Give those whom a number counts that were hurt or held, whatever they are: "killed three ploughmen"."""
    if cue.act not in OWNED_BY_THE_HURT:
        return ()
    found = _SO_MANY.match(lowered(view.content), start, end)
    if found is None or _NO_ONE.match(found["who"]):
        return ()
    name = view.content[slice(*found.span("who"))]
    return (Party(id=names.slug(name), name=name),)


def _antecedent(view: Scene, start: int, cue: int) -> tuple[Party, ...]:
    """Give whom a relative clause is about: "the bodies of four of the nine students who were abducted"."""
    if _WHO.match(lowered(view.content), start, cue) is None:
        return ()
    before = [hit for hit in view.victims if start - _NEAR_WHO < hit.start and hit.end < start]
    return parties.kind(view.content, (before[-1],), view.start, start) if before else ()


def _subjected(view: Scene, light: int) -> bool:
    """Say whether the verb that carries an act's noun is "were subjected to"."""
    small = lowered(view.content)
    return (
        small.startswith("subjected", light) and PASSIVE.search(small, max(view.start, light - 40), light) is not None
    )


def _suffering(view: Scene, cue: Cue) -> tuple[Party, ...]:
    """Give those whom an adjective names before an act that falls on them: "the Masalit massacres"."""
    if cue.act not in FALLS_ON or owner(view, cue.start) is not None:
        return ()
    return adjective(view, cue.start)


def owned(view: Scene, cue: Cue) -> tuple[Party, ...]:
    """Give whose an act's noun is where that is whom it was done to: "the ferryman's murder"."""
    held = owner(view, cue.start) if cue.act in OWNED_BY_THE_HURT else None
    if held is None or OF.match(lowered(view.content), cue.end + 1):
        return ()
    known = {party.id for _, _, party in view.parties}
    return tuple(party for party in somebody(view, *held) if party.id not in known)


def struck(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give those whom a clause's consequence tells of: ", killing two nurses"."""
    small = lowered(view.content)
    match = _CAME_OF.search(small, start, end)
    if match is None:
        return ()
    stop = STOP.search(small, match.end(), end)
    high = stop.start() if stop else end
    return parties.whom(view, match.end(), high) or parties.phrase(view, match.end(), high)
