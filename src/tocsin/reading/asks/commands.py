# SPDX-License-Identifier: Apache-2.0
"""Commands: verbs with which somebody bids – order, tell, summon, give a term, give a task."""
# ruff: noqa: ARG001, SIM905 - one signature for all; a word list reads best as words

from __future__ import annotations

from collections.abc import Callable, Mapping

from tocsin.reading.asks import frames, phrases, wishes
from tocsin.reading.asks.askings import Trigger, begins_term
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.naming import names

_ON_DAYS = [[day] for day in "monday tuesday wednesday thursday friday saturday sunday".split()]
_ORDERED = frozenset(
    "residents people civilians population villagers inhabitants families staff diplomats ambassador ambassadors "
    "journalists citizens foreigners peacekeepers doctors patients communities embassies agencies organisations "
    "organizations mission missions partners ngos charities "
    "companies shops banks importers workers townspeople ministry government state respondent defendant defendants "
    "company authorities municipality bank parties applicant applicants council department contractor refugees "
    "locals commission secretariat committee institutions".split()
)
"""Whom somebody orders as one who is not theirs to command: asked, not only commanded."""
_OWN = frozenset({"his", "her", "its", "their"})
_COMMANDED = frozenset(
    "soldiers officers fighters gunners policemen guards troopers commanders rangers prosecutors governors lawyers "
    "ministers sailors investigators inspectors militiamen servicemen gunmen paratroopers".split()
)
"""Whom their own superiors order: nothing is asked of them."""
_YIELD = frozenset({"surrender", "disarm", "capitulate", "yield"})
ORDERS = frozenset({"order", "instruct", "command"})


def _order(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    found = wishes.somebody_to(sentence, trigger, after)
    last = len(sentence.tokens) - 1
    if found is None and sentence.word(last) == ":" and sentence.word(last - 1) == "to":
        return frames.listed(sentence, after) if phrases.names_somebody(sentence, after, last - 2) else None
    if found is None or found.to is None:
        return None
    if sentence.word(found.action or 0) == "to" and sentence.word((found.action or 0) + 1) in _YIELD:
        return found  # only an enemy is ordered to surrender
    bound = frames.is_known(sentence, *found.to) and by_court(sentence, trigger.subject)
    return found if bound or is_ordered(sentence, *found.to) else None


def by_court(sentence: Sentence, subject: tuple[int, int] | None) -> bool:
    """Say whether it is a court that orders: what it orders of a state, the state is asked to do."""
    if subject is None:
        return False
    if any(sentence.word(at) in sentence.grammar.courts for at in range(subject[0], subject[1] + 1)):
        return True
    start, end = sentence.tokens[subject[0]].start, sentence.tokens[subject[1]].end
    rows = sentence.draft.catalogue.actors
    return any(p.id in rows and rows[p.id].kind == "court" for p in names.parties(sentence.draft, start, end))


def is_ordered(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a phrase names people whom somebody orders as one who is not theirs to command."""
    noun = sentence.word(phrases.head(sentence, first, last))
    return noun in _ORDERED or (phrases.is_people(noun) and noun not in _COMMANDED and sentence.word(first) not in _OWN)


def _tell(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    found = wishes.somebody_to(sentence, trigger, after)
    if trigger.lemma in {"counsel", "caution", "warn"}:
        against = _against(sentence, trigger, after)
        if against is not None:
            return against
    if found is None and trigger.first and trigger.lemma == "tell":
        colon = frames.clause_end(sentence, after)
        told = sentence.word(colon) == ":" and phrases.names_somebody(sentence, after, colon - 1)
        return frames.spoken(sentence, colon, after) if told else None
    found = found or _told_to(sentence, trigger, after)
    if found is None or found.to is None or found.action is None or found.action - after > 10:
        return None
    words = [sentence.word(at) for at in range(after, found.action)]
    if not trigger.first and words[0] in _OWN and words[-1] in _COMMANDED | {"men", "troops", "forces", "staff"}:
        return None  # "told his men to hold the bridge"
    between = {word for at, word in enumerate(words) if word != "on" or words[at + 1 : at + 2][:1] not in _ON_DAYS}
    head = sentence.word(phrases.head(sentence, *found.to))
    people = head in sentence.grammar.agents or phrases.is_people(head)
    placed = "in" in between and head.endswith("s")
    barred = (
        {"that", ",", "about", "on"}
        if people and head.endswith(("s", "people"))
        else {"that", "of", ",", "about", "on"}
    )
    return None if between & barred or ("in" in between and not placed) else found


def _against(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "counselled members against taking the bridge", "cautions drivers against crossing"."""
    for at in range(first + 1, min(first + _AGAINST, len(sentence.tokens) - 1)):
        if sentence.word(at) == "against" and sentence.word(at + 1).endswith("ing"):
            noun = sentence.word(at - 1)
            many = noun.endswith("s") or phrases.names_somebody(sentence, first, at - 1)
            return Complement(by="ask.infinitive", to=(first, at - 1), action=at) if many else None
        if sentence.word(at) in {".", ",", ";", ":"}:
            break
    return None


_AGAINST = 9
"""Tokens that whom somebody cautions may have, and one."""
_STORIES = frozenset({"lies", "stories", "jokes", "tales", "things", "secrets", "fibs"})


def _told_to(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "has told radio stations to …", whatever the plural: only those who can act are told to."""
    if trigger.lemma != "tell" or trigger.form not in {"past", "s"}:
        return None
    action = sentence.infinitive(after)
    if action is None or action <= after or sentence.word(after) in _OWN:
        return None
    noun = sentence.word(phrases.head(sentence, after, action - 1))
    many = noun.endswith("s") and not noun.endswith("ss") and noun not in _STORIES
    return Complement(by="ask.infinitive", to=(after, action - 1), action=action) if many else None


_HEARD_OUT = frozenset(
    "explain protest discuss receive lodge hear demand express appear testify answer complain".split()
)


def _summon(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "summons these men to lay down their weapons": no envoy who is to hear a protest."""
    found = wishes.somebody_to(sentence, trigger, after)
    if found is None or found.action is None or sentence.word(found.action + 1) in _HEARD_OUT:
        return None
    return found


def _task(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "tasked the Secretariat with convening …", "mandated the Panel to mediate"."""
    if trigger.lemma == "charge" and not _is_office(sentence, after):
        return None  # "charged two men with spying"
    for at in range(after + 1, min(after + _TASKED, len(sentence.tokens) - 1)):
        if sentence.word(at) == "with" and sentence.word(at + 1).endswith("ing"):
            somebody = phrases.names_somebody(sentence, after, at - 1)
            return Complement(by="ask.gerund", to=(after, at - 1), action=at + 1) if somebody else None
    return wishes.somebody_to(sentence, trigger, after)


_OFFICES = frozenset(
    "minister ministers ministry secretariat committee commission secretary-general bureau council envoy chairperson "
    "chairman chair board government governor department director director-general cabinet representative group panel "
    "commissioner ambassador office mission delegation".split()
)


def _is_office(sentence: Sentence, first: int) -> bool:
    """Say whether those who are charged with something hold an office, in a text that is no news."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer"
    head = phrases.head(sentence, first, len(sentence.tokens) - 1)
    return own and sentence.word(head) in _OFFICES and sentence.word(first) in {"the", "its", "his", "their", "her"}


_TASKED = 14
"""Tokens that whom somebody gives a task may have, and one."""


_UNITS = frozenset(
    "hours hour days day week weeks month months minutes monday tuesday wednesday thursday friday saturday sunday "
    "tomorrow midnight noon midday dawn sunset january february march april may june july august september october "
    "november december year".split()
)


_TERMS = frozenset({"ultimatum", "deadline", "notice", "warning"})


def _give(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read an ultimatum: "gave the company until Friday to pay", "gives both sides 48 hours to withdraw"."""
    if sentence.word(after) == "by":
        return None  # "the mandate given by the Assembly on 1 March to …"
    for at in range(after + 2, min(after + 16, len(sentence.tokens))):
        unit = sentence.word(at - 1) in _UNITS or sentence.word(at - 1) in _TERMS or sentence.word(at - 1).isdigit()
        if sentence.word(at) in {".", ";", ":"}:
            return None
        if unit and sentence.is_infinitive(at):
            term = next((i for i in range(after + 1, at) if begins_term(sentence, i)), None)
            somebody = term is not None and phrases.names_somebody(sentence, after, term - 1)
            if term is None or not (somebody or sentence.word(after) in {"them", "him", "it"}):
                return None
            return Complement(by="ask.infinitive", to=(after, term - 1), action=at)
    return None


def granted(sentence: Sentence, after: int) -> int | None:
    """Give the token of the infinitive behind a term that was given: "until Friday to pay", "two weeks to answer"."""
    if not begins_term(sentence, after):
        return None
    for at in range(after + 1, min(after + 9, len(sentence.tokens))):
        if sentence.word(at) in {".", ";", ":"}:
            return None
        if sentence.is_infinitive(at):
            unit = sentence.word(at - 1)
            return at if unit in _UNITS or unit.isdigit() else None
    return None


def _resolve(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "the Senate resolves that the Ministry table a list": what somebody else is to do, no fact."""
    if sentence.word(after) != "that" or sentence.draft.blocks[sentence.block].voice != "issuer":
        return None
    for at in range(after + 2, min(after + _WHO, len(sentence.tokens))):
        word = sentence.word(at)
        if word in {"is", "are", "has", "have", "will", "was", "were", ";", ".", ":"}:
            return None
        acts = word == "shall" or word in sentence.grammar.verbs or word.removesuffix("s") in sentence.grammar.verbs
        if acts and not sentence.tokens[at].capital and sentence.word(at - 1) not in sentence.grammar.nouners:
            somebody = phrases.names_somebody(sentence, after + 1, at - 1)
            return Complement(by="ask.clause", to=(after + 1, at - 1), action=at) if somebody else None
    return None


_WHO = 20
"""Tokens from "that" within which who is to act is named."""


FRAMES: Mapping[str, Callable[[Sentence, Trigger, int], Complement | None]] = {
    "order": _order,
    "instruct": _order,
    "direct": _order,
    "command": _order,
    "tell": _tell,
    "warn": _tell,
    "caution": _tell,
    "counsel": _tell,
    "give": _give,
    "task": _task,
    "mandate": _task,
    "charge": _task,
    "resolve": _resolve,
    "entrust": _task,
    "summon": _summon,
}
