# SPDX-License-Identifier: Apache-2.0
"""Acts in a sentence: which words name an act here, as a verb or as a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import NamedTuple

from tocsin.reading.claims import figures, frames, inert, manhandled
from tocsin.reading.claims.vocabulary import GOVERNED, Vocabulary, word_set
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_TERM_OF = word_set("persons people those individuals anyone children women men prisoners minors")


class _Apart(dict[int, str]):
    """Leaves small letters alone and makes all else a space: to part a text so is far quicker than by a pattern."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if chr(code) in ascii_lowercase else " "
        return self[code]


_APART = _Apart()
_NEXT_WORD = late(r"\s*(\"|[\w'-]+|[^\w\s])")
_DONE = late(
    r"\b(?:(?:decisions?|threaten(?:ed|s|ing)?|managed|began|begun|started|continu(?:e|ed|es|ing)|proceeded|went\s+on)\s+to\s+(?:\w+\s+)?"
    r"|(?:forc(?:ed|es|ing)|compell(?:ed|ing)|oblig(?:ed|ing)|prompt(?:ed|ing)|caus(?:ed|ing)|driv(?:en|ing)|drove)\s"
    r"(?:[^,;.:]{0,70}\s)?to\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
"""What was begun and what people were made to do was done: "threatened to", "forced 4,000 villagers to"."""
_ADVERB = word_set(
    "not also then later already again still now never allegedly reportedly completely illegally forcibly since "
    "subsequently repeatedly deliberately severely brutally immediately almost even first once just only recently"
)
_MODAL = word_set("to will would should must can could may might shall cannot let please be stop")
_WILLED = word_set("to will would should must can could may might shall cannot")
_AFTER_NOUN = word_set(
    "of by on in at against and or with during from after before over between near for as is was were has had"
)
_PAPERS = frozenset(
    {"agreement", "declaration", "statement", "order", "adoption", "appeal", "ceasefire", "sanction", "return"}
)
_TITLED = late(r"[A-Z][\w'-]*\s+(?:of|on|against|for)\s+(?:the\s+)?$|[A-Z][\w'-]*\s+(?:of|on)\s+\w+\s+and\s+$")
_WEAK_NOUNS = frozenset({"closure", "closures", "build-up", "buildup", "concentration", "concentrations"})
_GOES_ON_DOING = late(r"\b(?:goes|go|went|gone|carries|carried|keeps?|kept)\s+on\s+\Z", re.IGNORECASE)
_GOES_ON = late(r"(?:['’]s?)?\s+[A-Z][a-z]")
_BEFORE_NOUN = word_set(
    "the a an this that these those any all no every each his her its their our your of in on by with during after "
    "before from for against under amid and or such another further new recent several many two three four five "
    "military armed violent ongoing continuing alleged illegal deadly heavy mass total full major public renewed fresh "
    "intense intensified sporadic sustained indiscriminate relentless constant continuous repeated aerial artillery "
    "mortar tank rocket cross-border fierce intermittent nightly daily"
)
_LEADS = word_set("by in for after before from with and")
_NO_OBJECT = word_set("near in on at from during and by that which while since . , ; : )")
_AFTER_VERBAL = word_set(
    "in on at by and or from to near during after before while when as with along since for the a an over within "
    'outside inside but including this that under last early late overnight yesterday today amid because , . ; : ) " '
    "against off down up out into"
)
_GOVERNED_NOUN = word_set(
    "in on of to for with from about among between including like as than against protecting assisting helping "
    "supporting returning repaired rebuilding repairing treating sheltering internally newly recently forcibly"
)
_THINGS = late(r"\s+(?:[\w-]+\s+)?(?:\w+s|people|children|women|men|population|infrastructure|territory|land|areas?)\b")
_DETERMINERS = word_set("the a an his her its their our these those some many all of and")
_YEAR = late(r"(?:19|20)\d\d")
_NUMBERS = word_set("two three four five six seven eight nine ten twelve")


_ATTRIBUTE = late(r"\s+(?:sites?|camps?|leaders?|movements?|organi[sz]ers?|groups?|songs?)\b")
_DEAD = word_set("dead charred mutilated lifeless decomposed decomposing burned burnt naked headless their whose")
_ORGANISED = word_set(
    "international regional governing public state professional un rights monitoring treaty legal local national"
)
_ACCUSED_OF = late(
    r"\b(?:(?:accus(?:e|ed|es|ing)|suspected)\s+(?:[^,;.]{2,70}\s)?of|blam(?:e|ed|es|ing)\s+[^,;.]{2,70}\sfor)\s+$"
)
"""What stands before somebody's deed as a verb: "accused Ardesh on Sunday of shelling"."""
_LIE = late(
    r"\s+(?:(?:were|was|lay|lying|found|recovered|in\s+the|piled|strewn|remained|scattered|had\s+been)\b|of\s+(?:(?:the|their|his|her|at\s+least|"
    r"some|about|more\s+than)\s+)*(?:[a-z]+\s+){0,2}(?:people|victims|men|women|boys|girls|children|civilians|soldiers|villagers|students|those|dead|"
    r"persons|residents|fighters|workers|\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores)\b)"
)
_FORCES = late(
    r"\s+(?:forces?|authorit(?:y|ies)|army|troops|soldiers|administration|regime|powers?|government|zones?|lines?)\b"
)
"""What makes a noun before it an attribute: "the occupation forces", "invasion troops"."""
_PUT = frozenset(["sent", "sending", "put", "putting", "threw", "thrown", "kept", "keeps"])
_WHERE_TO = frozenset(["to", "in", "into", "behind", "at", "without", "incommunicado"])
"""What begins where people are sent or put: who is sent, to speak or to work, is held by nobody."""
_LEFT = frozenset(("left", "leaving", "came", "come", "comes"))
"""Forms that tell of displacement but where they tell in what state people are left, or come to be: "under fire"."""
_STAYS = frozenset(("left", "leaving", "went", "remain", "remains"))
_WANTING = late(r"without|hungry|cut\s+off")
"""What tells of people left, or who remain, that something is kept from them."""
_LEFT_SO = late(
    r"\s+[^.;]{0,80}?\b(?:without(?!\s+(?:\w+\s+)?(?:homes?|houses?|shelter|a\s+roof|roofs)\b)|with\s+(?:no|little|nothing|only|few|hardly)"
    r"(?!\s+(?:\w+\s+)?(?:homes?|houses?|shelter|roofs?|option)\b)|short\s+of|in\s+(?:need|fear|darkness|the\s+dark)|hungry|dead|injured|"
    r"wounded|dependent|exposed|vulnerable|at\s+risk|unable|facing|cut\s+off|trapped|under\s+[^,;.]{0,40}?(?:fire|shelling|attack))\b"
)
"""In what state people are left where they are: "left 9,000 people without food"."""

_OTHER_CLAUSE = late(r"\s(?:before|after|when|until|while|because|since|if|where|although)\s")
"""Opens a clause whose nouns are no objects of a verb before it: "left the market before the soldiers came"."""
_OF_MUCH = frozenset(("left", "leaving", "leaves", "took", "claimed", "claims", "pulled"))
"""Verbs said of much else than death."""
_LIVES = late(r"\s[^.;]{0,90}?\b(?:dead|lives|bodies|corpses|victims|remains\s+of)\b")
_NO_WORDS: frozenset[str] = frozenset()
_CROSSES = frozenset(("crossed", "entered", "passed", "got through", "passed through", "came through"))
_LADEN = late(
    r"\b(?:lorr(?:y|ies)|trucks?|tankers?|convoys?|vans|wagons|(?:lorry|truck)loads)"
    r"(?:\s+(?:with|carrying|of|loaded\s+with|bringing|full\s+of)\s+(?:[\w-]+,?\s+){1,6}?)?\s*(?:(?:have|had|has)\s+)?$"
)
"""What crosses where relief does: "62 lorries with food crossed"; soldiers, bills and years pass too."""


class Cue(NamedTuple):
    """A word or phrase that names an act here; `verb` says how."""

    start: int
    end: int
    act: str
    verb: bool


def likely(content: str, hits: Sequence[Hit], start: int, end: int, held: Vocabulary) -> list[Hit]:
    """Leave out the weak verbs of a sentence [start, end) in which none of their objects can stand."""
    if all(hit.tag[0] != "w" for hit in hits):
        return list(hits)
    small = lowered(content)
    words: frozenset[str] | None = None
    found: list[Hit] = []
    for hit in hits:
        act = hit.tag[2:]
        if hit.tag[0] != "w" or frames.act(small, hit.start, hit.end, end) == act:
            found.append(hit)
            continue
        if act in frames.only(small[hit.start : hit.end]):
            continue
        words = words or frozenset(small[start:end].translate(_APART).split())
        if not held.heads.get(act, _NO_WORDS).isdisjoint(words) or manhandled.act(small, hit, end) == act:
            found.append(hit)
    return found


def cues(content: str, hits: Sequence[Hit], start: int, end: int, held: Vocabulary) -> list[Cue]:
    """Decide for each hit in the segment [start, end) whether it names an act, and whether as verb or noun.

    Infinitives and what stands after a modal name no act done; a participle before its noun ("the besieged town")
    names none either.
    """
    found: list[Cue] = []
    index = 0
    while index < len(hits):
        first = hits[index]
        tags = []
        while index < len(hits) and hits[index].start == first.start:
            tags.append(hits[index].tag)
            index += 1
        cue = _cue(content, first, tags, start, end, held)
        if cue is not None:
            found.append(cue)
    return found


def _cue(content: str, hit: Hit, tags: list[str], start: int, end: int, held: Vocabulary) -> Cue | None:
    before = _word_before(content, start, hit.start)
    if (
        (hit.start > start and content[hit.start - 1] in "-‑")
        or (before in _TERM_OF and content.startswith("deprived of", hit.start))
        or figures.figurative(lowered(content), hit.start, hit.end)
        or inert.nothing_done(lowered(content), hit.start, hit.end, start, end)
    ):
        return None  # "rebel-held"; "persons deprived of their liberty" is a term
    strong = [tag for tag in tags if tag[0] != "w"]
    verbs = [tag[2:] for tag in strong if tag[0] == "v"]
    nouns = [tag[2:] for tag in strong if tag[0] == "n"]
    if verbs and nouns:
        if _is_noun(content, hit, before):
            verbs = []
        else:
            nouns = []
    if nouns:
        if _no_act(content, hit, start, before, nouns[0]):
            return None
        return Cue(hit.start, hit.end, nouns[0], verb=False)
    told = all(act in held.said for act in verbs)  # "refused" tells of what was denied where its object says so
    weak = [tag[2:] for tag in tags if tag[0] == "w"]
    if weak and not told:  # what a verb stands beside tells more than the verb: "the truce collapsed"
        framed = frames.act(lowered(content), hit.start, hit.end, end)
        weak = [framed] if framed in weak else []
    if not verbs and not weak:
        return None
    raised = before == "to" and content.startswith("have ", hit.start)  # "are known to have died"
    if (before in _MODAL and not raised and not _DONE.search(content, start, hit.start)) or (
        (verbs or weak) and _adjectival(content, hit, before)
    ):
        return None
    found = _weak(content, hit, weak, start, end, held) if weak else None
    return found or (Cue(hit.start, hit.end, verbs[0], verb=True) if verbs else None)


def _no_act(content: str, hit: Hit, start: int, before: str, act: str) -> bool:
    """Say whether a noun is a word of a name, an attribute ("protest camp") or an organisation ("bodies")."""
    if act == "killing" and content[hit.start : hit.end].lower() == "bodies" and not _corpses(content, hit, before):
        return True
    if before in _WILLED and _infinitive(content, hit):
        return True
    if _FORCES.match(lowered(content), hit.end) is not None:
        return True
    return _named(content, hit, start, act) or (act == "protest" and _ATTRIBUTE.match(content, hit.end) is not None)


def _infinitive(content: str, hit: Hit) -> bool:
    """Say whether a noun after "to" or "will" is a verb to come: "to capture the town", not "led to attacks on"."""
    after = _NEXT_WORD.match(content, hit.end)
    following = after.group(1).lower() if after else "."
    return following not in _AFTER_NOUN and following[:1].isalnum() and not content[hit.start : hit.end].endswith("s")


def _corpses(content: str, hit: Hit, before: str) -> bool:
    """Say whether "bodies" are of the dead, and no organisations."""
    if before in _DEAD or before.isdigit():
        return True
    return before not in _ORGANISED and _LIE.match(content, hit.end) is not None


def _weak(content: str, hit: Hit, weak: list[str], start: int, end: int, held: Vocabulary) -> Cue | None:
    """Take a weak verb for the act whose object stands nearest to it."""
    small = lowered(content)
    best: tuple[int, str] | None = None
    form = small[hit.start : hit.end]
    done = manhandled.act(small, hit, end) or frames.act(small, hit.start, hit.end, end)
    if done in weak:
        return Cue(hit.start, hit.end, done, verb=True)
    bare = frames.only(form) | {manhandled.only(form)}
    weak = [act for act in weak if act not in bare and not (act == "detention" and manhandled.is_event(small, hit.end))]
    if "killing" in weak and form in _OF_MUCH and _LIVES.match(small, hit.end, end) is None:
        weak = [act for act in weak if act != "killing"]
    if form in _LEFT and _LEFT_SO.match(small, hit.end, end):
        weak = [act for act in weak if act != "displacement"]
    if "relief" in weak and form in _CROSSES:
        if _LADEN.search(small, max(0, hit.start - 90), hit.start):
            return Cue(hit.start, hit.end, "relief", verb=True)
        weak = [act for act in weak if act != "relief"]
    for act in weak:
        objects = held.objects.get(act)
        match = _object(small, hit, objects, start, end) if objects else None
        if objects and match and act == "detention" and form in _PUT:
            places = (one for one in objects.finditer(small, hit.end, end) if one.group().split()[0] in _WHERE_TO)
            match = next(places, None)
            match = match if match and not _OTHER_CLAUSE.search(small, hit.end, match.start()) else None
        if match and act == "denial-of-relief" and form in _STAYS and not _WANTING.match(match.group()):
            match = None  # "leaving behind the water tower"
        if match and (best is None or abs(match.start() - hit.end) < best[0]):
            best = abs(match.start() - hit.end), act
    verbal = content[hit.start : hit.end].lower() not in _WEAK_NOUNS
    return Cue(hit.start, hit.end, best[1], verb=verbal) if best else None


def _object(small: str, hit: Hit, objects: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
    """Find the object of a weak verb in its own clause: what follows it, else what stands before it."""
    match = objects.search(small, hit.end, min(end, hit.end + 110))
    if match and not _OTHER_CLAUSE.search(small, hit.end, match.start()):
        return match
    match = objects.search(small, max(start, hit.start - 140), hit.start) if small[start : hit.start].strip() else None
    if match is None or match.group().split(maxsplit=1)[0] in GOVERNED:
        return None  # "in prison" says where only after the verb
    return None if _OTHER_CLAUSE.search(small, match.end(), hit.start) else match


def _named(content: str, hit: Hit, start: int, act: str) -> bool:
    """Say whether a noun is a word of a name: "Genocide Scholars", "Prevention of Genocide", "the Issel Agreement"."""
    if not content[hit.start].isupper() or content[hit.start : hit.end].isupper():
        return False
    before = content[max(start, hit.start - 50) : hit.start]
    if not before.strip():
        return False
    return act in _PAPERS or _GOES_ON.match(content, hit.end) is not None or _TITLED.search(before) is not None


def _word_before(content: str, start: int, offset: int) -> str:
    """Give the word before an offset, past adverbs, in lower case; "" at the segment's start."""
    while True:
        before = content[max(start, offset - 30) : offset].rstrip()
        at = len(before)
        while at and (before[at - 1].isalnum() or before[at - 1] in "_'-"):
            at -= 1
        word = before[at:].lower()
        if word == "may" and before[at] == "M" and at:
            return ""  # "on 4 May shelled"
        if word not in _ADVERB and (word == "deadly" or not (word.endswith("ly") and len(word) > 4)):
            return word
        offset = max(start, offset - 30) + at


_DID = frozenset({"did", "does", "do", "didn't", "doesn't", "don't"})
_DID_NOT = late(r"\b(?:did|does|do)(?:n't|\s+not|\s+never)\s+(?:ever\s+)?\Z", re.IGNORECASE)
_DOES = frozenset({"was", "were", "has", "had", "took", "left", "killed", "claimed", "wounded"})
"""What an act's noun is followed by where it is a subject."""
_RELATIVE = frozenset({"those", "they", "people", "men", "who"})
_BEFORE_OBJECT = frozenset(
    {"the", "his", "her", "their", "its", "our", "my", "your", "a", "an", "any", "some", "those"}
)
"""What begins the object of a verb, and no word behind a noun does."""


def _is_noun(content: str, hit: Hit, before: str) -> bool:  # noqa: PLR0911 - one return a shape
    form = content[hit.start : hit.end].lower()
    after = _NEXT_WORD.match(content, hit.end)
    following = after.group(1).lower() if after else "."
    if form.endswith("ed"):
        return before in ("the", "of", "dead", "many")
    if before in _MODAL or before in ("they", "we", "i", "who", "you"):
        return False
    if form.endswith("ing"):
        if before == "on" and _GOES_ON_DOING.search(content, max(0, hit.start - 14), hit.start):
            return False
        if before in ("of", "for") and _is_charge(content, hit):
            return following == "of" or not (following[:1].isalnum() and following not in _AFTER_NOUN)
        if following in _DOES and before not in _RELATIVE:
            return True  # "the deadly bombing was claimed by"
        return (
            before.endswith(("'s", "s'"))
            or before in _BEFORE_NOUN - _LEADS
            or following == "of"
            or (before in _LEADS and following in _NO_OBJECT)
        )
    if before in _DID and _DID_NOT.search(content, max(0, hit.start - 16), hit.start):
        return False  # "did not attack clinics"
    return following not in _BEFORE_OBJECT or before in _BEFORE_NOUN


def _is_charge(content: str, hit: Hit) -> bool:
    """Say whether a participle is what somebody is accused of: "accused Ardesh on Sunday of shelling the town"."""
    return (
        lowered(content).endswith("ing", hit.start, hit.end)
        and _ACCUSED_OF.search(lowered(content), max(0, hit.start - 90), hit.start) is not None
    )


def _adjectival(content: str, hit: Hit, before: str) -> bool:  # noqa: PLR0911 - one return a shape
    if content[hit.end - 2 : hit.end].lower() not in ("ed", "en", "ng", "wn"):
        return False
    if before == "of" and _is_charge(content, hit):
        return False
    if before in _NUMBERS and content.startswith("captured", hit.start):
        return True  # "two captured pilots"
    if before == "on" and _GOES_ON_DOING.search(content, max(0, hit.start - 14), hit.start):
        return False  # "goes on killing civilians"
    if before in _GOVERNED_NOUN and _THINGS.match(lowered(content), hit.end):
        return True  # "aid for displaced persons"
    if _YEAR.fullmatch(before):
        return False  # "Ardeshi forces on 3 May 2021 shelled"
    if before not in _DETERMINERS and not before.isdigit() and not before.endswith(("'s", "s'")):
        return False
    if content[hit.end - 3 : hit.end].lower() == "ing":
        return before not in ("of", "and")
    after = _NEXT_WORD.match(content, hit.end)
    following = after.group(1).lower() if after else "."
    return not (following in _AFTER_VERBAL or following.isdigit()) and before != "and"
