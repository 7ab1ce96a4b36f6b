# SPDX-License-Identifier: Apache-2.0
"""Outlooks: what a clause under "will", "could" or "may" says will come, by its verb and what the verb is said of."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings import tendencies
from tocsin.reading.warnings.modals import Clause, clause, end_of, following, gerund
from tocsin.reading.warnings.phrases import (
    BAD,
    CLOSE,
    FALL,
    GOOD,
    GROW,
    HURT,
    LET,
    LINK,
    LOSE,
    SPOIL,
    UNNAMED,
    WORSE,
    Phrases,
    Sense,
    phrases,
)

# All of it runs on the view in small letters.
_REACH = 9
"""So many words behind a verb may part it from the ill that it brings."""
_STOP = frozenset(
    {
        ".",
        ";",
        ":",
        "!",
        "?",
        '"',
        "(",
        ")",
        "which",
        "who",
        "whose",
        "if",
        "unless",
        "because",
        "while",
        "when",
        "until",
    }
    | {"although", "but", "than", "as"}
)
_LESS = frozenset({"no", "not", "without", "less", "fewer", "little", "against", "any"})
_NOBODY = late(r"(?:no\s+one|nobody|none|neither|few|nothing)\b")
_TOLD = late(
    r"\b(?:if|unless|without|any|should|sa(?:id|ys?)|saying|warn\w*|told|tells?|added|adds|argu\w+|stat(?:ed|es|ing)|announc\w+|"
    r"threat\w*|predict\w*|believ\w+|thinks?|thought|fear\w*|worr\w+|(?:such|this|that|these|it|they|which)\s+would|estimat\w+|"
    r"according|claim\w*|concern\w*|caution\w*|hopes?|expect\w*|reports?|reported|suggest\w*|vow\w*|insist\w*|risk\w*|"
    r"otherwise)\b|\b(?:up)?on\s+(?:(?:his|her|their|the)\s+)?(?:return|arrival|removal|deportation|landing)\b|\""
)
_UNSURE = late(
    r"\b(?:whether|guilty|convicted|charged|accused|arrested|sentenced|asked\s+if|den(?:y|ied|ies|ials?)(?:\s+\w+){0,4}|no|rul(?:ed|es|ing)\s+out)\s+(?:\w+\s+){0,6}$"
)
_NEVER_TOLD = frozenset({LINK, SPOIL, BAD})
"""Kinds whose "would" seldom tells of the past."""
_HAD = late(r"\bif\b[^.;]{0,60}\bhad\b[^.;]{0,80}$")
_SUBJECT = 90
"""Code points within which a subject stands; longer words before a verb are several clauses."""
_FIRE = frozenset({"ablaze", "alight", "aflame", "fire"})
_TOWARDS = frozenset(
    {
        "expose",
        "subject",
        "push",
        "drive",
        "drag",
        "send",
        "throw",
        "force",
        "encourage",
        "embolden",
        "put",
        "lead",
        "open",
    }
)
"""Verbs that bring somebody to an ill."""
_HOLDS = frozenset({"have", "leave", "see", "be"})
_SMALL = frozenset({"small", "limited", "minor", "single", "isolated", "mere", "brief", "end"})
_CAN = frozenset(
    {"trigger", "spark", "provoke", "unleash", "erupt", "explode", "escalate", "lead", "result", "plunge", "descend"}
)
"""What "can" foretells; of all else it says what is possible in general."""
_PLANS = ("plan", "vow", "prepar", "intend", "ready", "threatened", "determined", "pledge")
"""Words by which somebody is said to mean to do a harm; of other outlooks they say nothing."""
_BILL = late(
    r"\b(?:bill|draft|laws?|act|amendments?|decrees?|ordinance|regulations?|measures?|rules?|provisions?|clauses?|orders?|"
    r"decision|ruling|plan|proposal|reform|legislation)\b"
)
_ABUSE = late(
    r"[^.;]{0,110}\b(?:terroris[mt]s?|detain\w*|arrest\w*|without\s+(?:\w+\s+)?(?:charge|trial|warrant|judge|judicial|hearing|"
    r"consent|appeal)|shut(?:\s+down)?|dissol\w+|ban(?:ned|ning)?|prosecut\w+|punish\w*|surveil\w*|tap\b|strip\w*|expel\w*|"
    r"deport\w*|close[ds]?|seiz\w+|confiscat\w+|evict\w*|censor\w*|execut\w+|tortur\w+|jail\w*|impunity|extremis[mt]s?|"
    r"foreign\s+agents?|massacres?|attack\w*|kill\w*)\b"
)


_GIVEN = frozenset({"handed", "sent", "returned", "delivered", "turned"})
"""What is a harm only to people: "would be handed to the police"."""
_PERSONS = late(
    r"\b(?:he|she|they|we|i|you|applicants?|men|women|boys|girls|child(?:ren)?|famil(?:y|ies)|people|persons?|detainees?|prisoners?|refugees?|asylum[\s-]seekers?|"
    r"deportees?|migrants?|captives|hostages|deserters?|conscripts?|soldiers|who|villagers|residents|students?|journalists?|activists?|exiles|fugitives?|man|woman)\b"
)


class Outlook(NamedTuple):
    """What will come: from the modal to the last word that says so, with its harm; `start` is the modal's."""

    start: int
    end: int
    harm: str
    by: str


class _Ill(NamedTuple):
    """The harm of an outlook, and how many words of its clause say so."""

    harm: str
    last: int


def find(draft: Draft) -> list[Outlook]:
    """Give the outlooks of a draft, in order."""
    small = lowered(draft.content)
    seen = [outlook(small, modal, draft.catalogue) for modal in draft.hits.get("ahead", ())]
    tend = [tendency(small, hit, draft.catalogue) for hit in draft.hits.get("tend", ())]
    return sorted(one for one in (*seen, *tend) if one is not None)


def outlook(small: str, modal: Hit, catalogue: Catalogue) -> Outlook | None:
    """Give the ill that a modal's clause foretells, None where it foretells none; `small` is the view in small letters.

    A clause is read from its modal on: what may stand between (adverbs, a negation), the verb, and what the verb needs
    to be bad: nothing ("will starve"), an ill as its object ("will bring war"), an ill as its subject ("the shelling
    will go on"), a need as its subject ("the clinic will close"), or a negation ("will not survive").
    """
    known = phrases(catalogue)
    said = clause(small, modal, known)
    return None if said is None else _foretold(known, said)


def tendency(small: str, hit: Hit, catalogue: Catalogue) -> Outlook | None:
    """Give the ill that goes on and grows, is expected or is near; `small` is the view in small letters."""
    known = phrases(catalogue)
    said = tendencies.clause(small, hit, known)
    if said is None or said.words:
        return None if said is None else _foretold(known, said)
    subject = said.subject.rpartition(", ")[2]  # "should the talks collapse, war is all but certain"
    told = small.startswith(" that ", hit.end)  # "it is predictable that they will deny it"
    own = "" if told or len(subject) >= _SUBJECT or _NOBODY.match(subject) else subject
    harm = known.grown_in(own)
    return Outlook(hit.start, hit.end, harm, "coming") if harm and not _UNSURE.search(said.before) else None


def dreaded(small: str, cue: Hit, catalogue: Catalogue, *, near: bool = False) -> Outlook | None:
    """Give the ill that a noun such as "danger of" foretells by the verb behind it: "of losing the harvest".

    What is only `near` ("one flood away from losing", "a step nearer to disaster") has it for its object at once.
    """
    known = phrases(catalogue)
    said = gerund(small, cue, known)
    if said is not None and not (near and said.verb):
        return _foretold(known, said)
    words = following(small, cue.end)
    first = 1 if words[:1] == ["of"] else 0
    if not (first or near or small.endswith(" of", cue.start, cue.end)):
        return None
    for place in range(first, min(len(words), first + (3 if near else 4))):
        ill = known.ill(words, place)
        if words[place] in _STOP or words[place] == "," or known.is_averting(words[place]):
            return None
        if ill is not None:
            behind = "".join(words[place + ill.length : place + ill.length + 1])
            last = end_of(small, cue.end, place + ill.length)
            return None if known.is_averting(behind) else Outlook(cue.start, last, ill.harm, "risk")
    return None


def _foretold(known: Phrases, said: Clause) -> Outlook | None:
    """Give the ill of a clause, by the first meaning of its verb that makes it one."""
    if said.word == "can" and said.words[said.verb] not in _CAN:
        return None
    for sense in known.senses(said.words, said.verb):
        if said.word.startswith(_PLANS) and sense.kind != HURT:
            continue
        kind, judge = _JUDGES[sense.kind]
        ill = judge(known, said, sense)
        if ill is not None:
            if _is_over(said, sense) or _UNSURE.search(said.before):
                return None
            return Outlook(said.modal.start, said.end(ill.last), ill.harm, kind)
    return None


def _is_over(said: Clause, sense: Sense) -> bool:
    """Say whether a "would" only tells of the past, or of what might have been: "which would kill twelve"."""
    if said.word in ("would", "could", "might") and _HAD.search(said.before):
        return True
    if said.word != "would" or sense.kind in _NEVER_TOLD:
        return False
    return _TOLD.search(said.small, max(0, said.modal.start - 160), said.modal.end + 60) is None


def _own(known: Phrases, said: Clause, sense: Sense) -> _Ill:
    """Give the ill of a verb that needs nothing else, named by what follows where it names none."""
    end = said.verb + sense.length
    harm = sense.harm
    if harm == UNNAMED:
        harm = known.ill_among(said.words[end : end + 5], named=True) or harm
    return _Ill(harm, end)


def _done(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what does a harm, or befalls somebody: "will kill", "will be expelled", "will starve"."""
    end = said.verb + sense.length
    if said.negated or _NOBODY.match(said.subject) or any(known.is_averting(one) for one in said.words[end : end + 3]):
        return None
    given = said.words[said.verb] == "be" and not _GIVEN.isdisjoint(said.words[said.verb + 1 : end])
    if given and not _PERSONS.search(said.subject):
        return None
    return _own(known, said, sense)


def _been(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what will be bad: "would be fatal", "will not be a small war"."""
    return None if said.negated or _NOBODY.match(said.subject) else _own(known, said, sense)


def _grown(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what will go on, come or grow: bad where its subject is an ill."""
    harm = None if said.negated else known.grown_in(said.subject)
    return _Ill(harm, said.verb + sense.length) if harm else None


def _closed(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what will end: a loss where people need it, and an ill goes on where it does not."""
    end = said.verb + sense.length
    if said.negated:
        harm = known.ill_in(said.subject) if said.words[said.verb] in ("end", "stop", "cease") else None
        return _Ill(harm, end) if harm else None
    return _Ill(sense.harm, end) if known.need_in(said.subject) else None


def _failed(_known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what is good: a loss where it will not be."""
    failed = said.negated or _NOBODY.match(said.subject)
    return _Ill(sense.harm, said.verb + sense.length) if failed else None


def _spoilt(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what takes from its object: a loss unless the object is an ill itself."""
    end = said.verb + sense.length
    object_ = said.words[end : end + 6]
    if said.negated or _NOBODY.match(said.subject) or known.ill_among(object_[:4]):
        return None
    valued = sense.harm != UNNAMED or any(known.is_valued(object_, place) for place in range(len(object_)))
    return _Ill(sense.harm, _object_end(said, end)) if valued else None


def _lost(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what will be lost: bad where it is dear to people."""
    end = said.verb + sense.length
    for place in range(end, min(len(said.words), end + 6)):
        if said.words[place] in _STOP or said.negated:
            return None
        if known.is_dear(said.words, place):
            return _Ill(sense.harm, place + 1)
    return None


def _let(_known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what a law will allow: bad where that is an abuse of power."""
    end = said.end(said.verb + 1)
    if said.negated or not (_BILL.search(said.before) and _ABUSE.match(said.small, end)):
        return None
    return _Ill("rights-violations", _object_end(said, said.verb + sense.length))


def _brought(known: Phrases, said: Clause, sense: Sense) -> _Ill | None:
    """Judge what a verb such as "bring" has for its object: the first ill within its reach."""
    end = said.verb + sense.length
    verb = said.words[said.verb]
    if verb == "be" and sense.length == 1 and not said.subject.endswith("there"):
        return _understated(known, said, end)
    if said.negated or _NOBODY.match(said.subject):
        return None
    if verb == "set":
        burning = next((n for n in range(end, min(len(said.words), end + 8)) if said.words[n] in _FIRE), None)
        return None if burning is None else _Ill("armed-conflict", burning + 1)
    return _object(known, said, end)


def _object(known: Phrases, said: Clause, start: int) -> _Ill | None:
    """Give the first ill among the words of an object, or what it says that there will be none of."""
    words = said.words
    for place in range(start, min(len(words), start + _REACH)):
        word = words[place]
        if (
            word in _STOP
            or (word == "to" and place > start and words[said.verb] not in _TOWARDS)
            or known.is_averting(word)
        ):
            break
        if word in _LESS:
            lacks = words[said.verb] in _HOLDS and word == "no" and known.misses(words, place + 1)
            return _Ill(UNNAMED, place + 2) if lacks else None
        found = known.ill(words, place)
        if found is not None:
            after = place + found.length
            if known.is_averting("".join(words[after : after + 1])):
                break
            harm = found.harm
            if harm == UNNAMED:
                harm = known.ill_among(words[after : after + 4], named=True) or harm
            return _Ill(harm, _object_end(said, after))
    return None


def _understated(known: Phrases, said: Clause, end: int) -> _Ill | None:
    """Judge "will not be a small war any more"."""
    words = said.words[end : end + 5]
    if not said.negated or words[:1] not in (["a"], ["an"], ["the"]) or words[1:2] == [] or words[1] not in _SMALL:
        return None
    harm = known.ill_among(words)
    return _Ill(harm, end + len(words)) if harm else None


def _object_end(said: Clause, at: int) -> int:
    """Give where the words that belong to an object end: before the next mark or subordinate clause."""
    end = at
    while end < len(said.words) and end < at + 4 and said.words[end] not in _STOP and said.words[end] != ",":
        end += 1
    return end


_JUDGES: dict[str, tuple[str, Callable[[Phrases, Clause, Sense], _Ill | None]]] = {
    HURT: ("harm-ahead", _done),
    FALL: ("harm-ahead", _done),
    WORSE: ("coming", _done),
    BAD: ("harm-ahead", _been),
    LINK: ("brought", _brought),
    SPOIL: ("brought", _spoilt),
    GROW: ("coming", _grown),
    CLOSE: ("loss-ahead", _closed),
    GOOD: ("loss-ahead", _failed),
    LOSE: ("loss-ahead", _lost),
    LET: ("brought", _let),
}
OUTLOOKS = frozenset(by for by, _ in _JUDGES.values())
"""The constructions that an outlook may be."""
