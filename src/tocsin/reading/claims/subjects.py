# SPDX-License-Identifier: Apache-2.0
"""The subject of a verb: the noun phrase before it, over what stands between, whose act it may itself be."""

from __future__ import annotations

from operator import itemgetter

from tocsin.reading.claims import parties
from tocsin.reading.claims.owners import acting_noun, of_noun
from tocsin.reading.claims.parties import somebody
from tocsin.reading.claims.scenes import Scene, Word
from tocsin.reading.claims.vocabulary import word_set
from tocsin.reading.claims.words import AUXILIARY, DETERMINERS, FINITE, MARKS, OPENS, PREPOSITIONS, bounds, verbal
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

PASSIVE = late(
    r"\b(?:was|were|been|being|is|are|be|got|gets|become|becomes|became)\s+(?:(?!that\b|who\b|which\b)\w+\s+){0,2}$"
)
_GOING_ON = word_set(
    "continues continue continued began begun started proceeded managed resorted threatened tried vowed keeps keep kept"
)
_GOES = word_set("goes go went gone carries carried keeps kept keep")
"""Verbs that tell with "on" that something is done further: "goes on killing"."""
_THEN = word_set("tonight today yesterday earlier later then")
_PERFECT = word_set("has have had keeps kept")
_SAID_TO_BE = word_set("alleged suspected armed masked unidentified uniformed accused wanted united")
"""Participles that only tell of what kind those behind them are: "that alleged members of the Front attacked"."""
_RELATIVE = word_set("who which that whom")
_ITSELF = word_set("itself himself herself themselves")
_PRONOUN = word_set("he she it they we i you this these those there one")
_JOINS = word_set("and or but then")
_TELLS = word_set(
    "that because although though said says stated states reported reports announced announces confirmed confirms "
    "claimed claims claim alleged alleges denied denies noted declared believes believed rejects rejected disputes "
    "disputed contests contested dismissed dismisses refutes refuted admits admitted acknowledged insists insisted say"
)
"""Words before a pronoun that stands for who tells."""
_FORCES = word_set(
    "forces troops soldiers guards army police men fighters artillery drones drone aircraft planes jets gunners tanks "
    "units navy ships warships military militia border-guards servicemen pilots snipers agents guns helicopters"
)
_SAYS = word_set("says said say claims claimed insists insisted adds added alleges alleged reports reported")
"""Words that end what somebody says between commas: "Ardesh, Velt City says, shelled"."""
_SAID_BEFORE = 9
"""Words back to which who tells of "its forces" is looked for."""
_HOW = word_set("by in to at on as with from of near under for along")
"""Prepositions after a participle that tells how somebody was: "guerrillas, disguised as policemen,"."""
_APPOSED = 12
"""Words that an apposition has at most."""
_DEEP = 3
_FAR = 60
"""Words back to which a participle's or a second verb's own verb is looked for."""
_MOST = 3
"""Verbs that are tried then: the bound keeps a sentence of nothing but verbs from costing its cube."""


_TOLD_OF_IT = late(
    r",\s+(?:(?!(?:who|which|and|but|while|as)\b)[\w.'’-]+\s+){1,9}?(?:said|says|reported|reports|told\s+[\w\s]{2,30}|added|announced|claimed|confirmed)"
    r"(?:\s+(?:on\s+)?\w+day)?,\s+\Z"
)
"""Who tells of a deed, between the deed and what came of it: "shelled the town, activists said, killing nine"."""
_MEANWHILE = late(r"\b(?:while|when|after|before|upon)\s+\Z")
"""Before what the subject of the main clause did then: "came under fire while delivering aid"."""
_GERUND = late(r"\w+ing\b")
_DECIDED = late(r"(?P<who>[A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]*){0,4})['’]s? (?:\w+ )?decision to (?:\w+ly )?\Z")
"""Whose decision it was to do something: "Ardesh's decision to cut"."""


def subject(view: Scene, place: int, depth: int = 0) -> tuple[Party, ...]:  # noqa: PLR0911 - one return a shape
    """Give the subject of the verb at a place in the view, () where it is a pronoun or cannot be told."""
    told = _TOLD_OF_IT.search(lowered(view.content), view.start, place)
    if told is not None and depth <= _DEEP and _GERUND.match(view.content, place):
        return subject(view, told.start() + 1, depth + 1)
    if _GERUND.match(view.content, place) and _MEANWHILE.search(lowered(view.content), view.start, place):
        return _main(view, view.at(place) - 2, depth)
    decided = _DECIDED.search(view.content, view.start, place)
    if decided is not None:
        return somebody(view, *decided.span("who"))
    index = _before_group(view, _over_date(view, _before_group(view, view.at(place) - 1)))
    if index < 0 or depth > _DEEP:
        return ()
    index = _over_bracket(view, index)
    word = view.words[index].low
    if word == '"':
        return _in_quotes(view, index)
    if word in _RELATIVE:
        index = _meant(view, index - 1) if index else -1
        return _ending(view, index, depth) or _governed(view, index) if index >= 0 else ()
    if word in _PRONOUN:
        return _referred(view, index, depth)
    aside = _aside(view, index) if word == "," and not _is_participle(view, place) else None
    if aside is None and (word in _JOINS or word in PREPOSITIONS or word in MARKS):
        return _main(view, index, depth)
    if aside is None:
        return _ending(view, index, depth)
    # "the aggressor, Ardesh, has levelled"
    return _ending(view, aside, depth) or view.named(view.words[aside].end, view.words[index].start)[:1]


def ends(view: Scene, place: int) -> tuple[int, tuple[int, int] | None]:
    """Give where the subject of the verb at a place ends, and what stands between commas behind it, if anything."""
    index = _before_group(view, _over_date(view, _before_group(view, view.at(place) - 1)))
    if index < 1 or view.words[index].low != ",":
        return place, None
    before = _aside(view, index)
    if before is None:
        return place, None
    return view.words[before].end, (view.words[before].end, view.words[index].start)


def _over_bracket(view: Scene, index: int) -> int:
    """Step over the letters of a body's name or whatever else stands in brackets behind it: "the Front (KF)"."""
    opening = {")": "(", "]": "["}.get(view.words[index].low)
    for back in range(index - 1, max(0, index - _QUOTED), -1):
        if opening and view.words[back].low == opening:
            return back - 1
    return index


def _in_quotes(view: Scene, index: int) -> tuple[Party, ...]:
    """Give the subject whose words stand in quotation marks: "eleven 'terrorists' were killed"."""
    for back in range(index - 1, max(-1, index - _QUOTED), -1):
        if view.words[back].low == '"':
            return somebody(view, view.words[back + 1].start, view.words[index - 1].end)
    return ()


_QUOTED = 8
"""Words back to which the mark is looked for that opens such a quotation."""


def _meant(view: Scene, index: int) -> int:
    """Step over a comma before "that" and over who is not meant: "it was Ardesh, not Veltria, that"."""
    index -= view.words[index].low == ","
    first = index
    while first > 0 and not bounds(view, first - 1) and view.words[first].low != "not":
        first -= 1
    if first > 0 and view.words[first].low == "not":
        return first - 1 - (view.words[first - 1].low == ",")
    return index


def _referred(view: Scene, index: int, depth: int) -> tuple[Party, ...]:
    """Give who a pronoun is, if its sentence tells: "Ardesh claims it had shelled", "it is Ardesh that shelled"."""
    told = _over_date(view, index - 1) if index else -1
    if told >= 0 and view.words[told].low in _TELLS and view.words[index].low in ("it", "they", "he", "she"):
        return subject(view, view.words[told].start, depth + 1)
    if told >= 0 and view.words[told].low in ("which", "that", "where") and view.words[index].low in ("it", "they"):
        before = told - 1 - (told > 0 and view.words[told - 1].low == ",")
        found = _main(view, before, depth) if before >= 0 else ()
        return tuple(party for party in found if party.id in view.draft.catalogue.actors)  # "the valley, which it took"
    if view.words[index].low == "it" and view.words[index + 1].low in ("is", "was"):
        for ahead in range(index + 3, min(index + 9, len(view.words))):
            if view.words[ahead].low in ("that", "who"):
                return _ending(view, ahead - 1, depth)
    return ()


def _is_participle(view: Scene, place: int) -> bool:
    index = view.at(place)
    return index < len(view.words) and view.words[index].low.endswith("ing")


def _before_group(view: Scene, index: int) -> int:
    """Step over the rest of the verb: "has not yet", "continues to", "were then"."""
    while index >= 0:
        word = view.words[index].low
        if (
            word in AUXILIARY
            or word in _ITSELF
            or (word.endswith("ly") and len(word) > len("only"))
            or word in _GOING_ON
            or word in _THEN
        ):
            index -= 1
        elif index and (
            (word == "to" and view.words[index - 1].low in _GOING_ON)
            or (word == "on" and view.words[index - 1].low in _GOES)
        ):
            index -= 2
        else:
            break
    return index


def _over_date(view: Scene, index: int) -> int:
    """Step over a date between a subject and its verb: "the Union on 3 May 2021 condemned"."""
    at = index
    while at >= 0 and view.masked(view.words[at].start, view.words[at].end):
        at -= 1
    while 0 <= at < index and view.words[at].low in ("on", "in", "late", "early", "last"):
        at -= 1
    return index if at < 0 or view.words[at].low in MARKS or view.words[at].low in PREPOSITIONS else at


def _aside(view: Scene, index: int) -> int | None:
    """Give the word before what stands between commas and ends at `index`: "The Front, which holds Karsk,"."""
    for back in range(index - 1, max(-1, index - 30), -1):
        if view.words[back].low == ",":
            opening = view.words[back + 1].low
            told = (
                view.words[index - 1].low in _SAYS
                or opening in _RELATIVE
                or opening in DETERMINERS
                or opening in ("whose", "including", "led")
            )
            told = told or (opening.endswith("ing") and not view.words[index - 1].low.endswith("ing"))
            told = told or (opening.endswith("ed") and view.words[back + 2].low in _HOW)
            told = told or _apposed(view, back + 1, index)
            return back - 1 if told and back else None
    return None


def _apposed(view: Scene, first: int, end: int) -> bool:
    """Say whether words between commas only tell who somebody is: "Ilya Dorn, head of the union, was arrested"."""
    words = view.words[first:end]
    if not 0 < len(words) <= _APPOSED or words[0].low in PREPOSITIONS or words[0].low in _JOINS:
        return False
    head = first - 1
    while head > 0 and not bounds(view, head - 1):
        head -= 1
    before = view.words[head - 1].low if head else ","
    if before not in MARKS and before not in OPENS:
        return False  # "broke into a farm of Ilya Dorn, head of the union, killed"
    return not any(_is_verbal(view, word) for word in words)


def _is_verbal(view: Scene, word: Word) -> bool:
    return word.low in FINITE or word.low in _PRONOUN or word.low.endswith("ed") or word.start in view.acts


def _main(view: Scene, index: int, depth: int) -> tuple[Party, ...]:
    """Give the subject of the nearest verb before a participle or a second verb."""
    tried = 0
    for back in range(index, max(-1, index - _FAR), -1):
        word = view.words[back]
        if view.masked(word.start, word.end):
            continue  # "on 4 May and": a month
        held = view.acts.get(word.start)
        verb = held is not None and held[2] and not word.low.endswith("ing")
        if not verb and word.low not in FINITE and not (back and word.low.endswith("ed") and verbal(view, back)):
            continue
        if word.low not in FINITE and PASSIVE.search(
            lowered(view.content), max(view.start, word.start - 40), word.start
        ):
            continue
        found = subject(view, word.start, depth + 1)
        tried += 1
        if found or tried == _MOST:
            return found
    return ()


def _ending(view: Scene, index: int, depth: int) -> tuple[Party, ...]:
    """Give the parties of the noun phrase that ends with the word at `index`."""
    first = index
    while first > 0 and not bounds(view, first - 1):
        first -= 1
    if first > index or index < 0:
        return ()
    if (before := _over_verb(view, first)) is not None:
        return subject(view, view.words[before].start, depth + 1)
    low, high = view.words[first].start, view.words[index].end
    if view.words[first].low in PREPOSITIONS and not _numbered(view, first):
        found = _after_adverbial(view, low, high)
        if found is None:
            return _last(view, low, high)
        low = found
    for word in view.words[view.at(low) + 1 : index + 1]:
        if word.low in PREPOSITIONS:
            high = word.start
            break
    own = _own_forces(view, first, index, depth)
    if own:
        return own
    acting = acting_noun(view, low, high)
    if acting is not None and depth <= _DEEP:
        start, end, act = acting
        return of_noun(view, start, end, view.words[index].end, act)
    return somebody(view, low, high)


def _governed(view: Scene, index: int) -> tuple[Party, ...]:
    """Give those behind the last preposition before "who" or "that": "are looking for the armed group that"."""
    first = index
    while first > 0 and view.words[first].low not in PREPOSITIONS and not bounds(view, first):
        first -= 1
    if any(at <= view.words[first].start and not held[2] for at, held in view.acts.items() if at >= view.start):
        return ()  # "the attack on the embassy that killed two"
    return somebody(view, view.words[first].end, view.words[index].end) if 0 < first < index else ()


def _over_verb(view: Scene, first: int) -> int | None:
    """Give the verb before a noun phrase that is its object: "the Front keeps the town sealed", "who shelled Karsk"."""
    if first and view.words[first - 1].low in _PERFECT:
        return first - 1
    relative = first > 2 and view.words[first - 2].low in ("who", "which", "that")
    relative = relative and view.words[first - 1].low not in _SAID_TO_BE
    return first - 1 if relative and _is_verbal(view, view.words[first - 1]) else None


def _own_forces(view: Scene, first: int, last: int, depth: int) -> tuple[Party, ...]:
    """Give whose forces "its" are under who tells of them: "Ardesh denied that its guards", () elsewhere."""
    if view.words[first].low not in ("its", "their") or depth > _DEEP:
        return ()
    if _FORCES.isdisjoint(word.low for word in view.words[first + 1 : last + 1]):
        return ()
    for back in range(first - 1, max(-1, first - _SAID_BEFORE), -1):
        word = view.words[back].low
        if word in MARKS or word in _RELATIVE - {"that"}:
            return ()
        if word in _TELLS and word not in ("that", "because", "although", "though", "claim", "claims"):
            owner = subject(view, view.words[back].start, depth + 1)
            return owner if len(owner) == 1 and owner[0].id in view.draft.catalogue.actors else ()
    return ()


def _numbered(view: Scene, index: int) -> bool:
    """Say whether a preposition only rounds a number: "around 300 families"."""
    after = view.words[index + 1].low if index + 1 < len(view.words) else ""
    rounds = view.words[index].low in ("around", "about", "over") and after[:1].isdigit()
    return rounds or (view.words[index].low == "at" and after in ("least", "most"))


def _after_adverbial(view: Scene, low: int, high: int) -> int | None:
    """Give where a subject begins after "On 3 May 2021" or "In Karsk", None where that cannot be told."""
    ends = [end for start, end in view.mask if low <= start < high]
    ends += [at + len(party.name) for at, _, party in view.places if low <= at < high]
    last = max(ends, default=0)
    return last + 1 if last and view.content[last:high].strip() else None


def _last(view: Scene, low: int, high: int) -> tuple[Party, ...]:
    """Give whom a stretch names last."""
    named: list[tuple[int, tuple[Party, ...]]] = [
        (start, (party,)) for start, end, party in view.parties if low <= start and end <= high
    ]
    named += [
        (hit.start, parties.kind(view.content, (hit,), low, high))
        for hit in view.agents
        if low <= hit.start and hit.end <= high
    ]
    return max(named, key=itemgetter(0))[1] if named else ()
