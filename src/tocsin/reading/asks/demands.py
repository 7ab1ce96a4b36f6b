# SPDX-License-Identifier: Apache-2.0
"""Demands and requests: what follows demand, ask, request, insist."""
# ruff: noqa: C901, PLR0911, PLR0912, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks import frames, givers, phrases, pleas
from tocsin.reading.asks.askings import BE, Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_MEASURES = frozenset(
    "money ransom tax taxes payment payments sentence sentences verdict conviction bail bribe bribes cash fee fees "
    "rent explanation".split()
)
_WAGES = frozenset("wages salaries salary arrears pensions compensation allowances backpay benefits".split())
_NEAR = 10
"""Tokens within which "demand X to do Y" names X."""


def demand(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "demand that", "demand of X that", "demand Y (from X)"."""
    word = sentence.word(after)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word in {"from", "of"}:
        first = after + 1
        clause = frames.somebody_that(sentence, trigger, first)
        if clause is not None:
            return clause
        action = sentence.infinitive(first)
        if action is not None:
            return Complement(by="ask.infinitive", to=(first, action - 1), action=action)
        return frames.from_somebody(sentence, first)
    if sentence.is_infinitive(after):
        return None if sentence.word(after + 1) == "know" else Complement(by="ask.bare-infinitive", action=after)
    action = sentence.infinitive(after)
    if action is not None and action - after < _NEAR and phrases.names_somebody(sentence, after, action - 1):
        return Complement(by="ask.infinitive", to=(after, action - 1), action=action)
    return _demanded_noun(sentence, trigger, after)


def _demanded_noun(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if after >= len(sentence.tokens) or sentence.word(after) in {".", ","}:
        return None
    bidden = frames.clause(sentence, trigger, after)
    if bidden is not None and bidden.to is not None and frames.is_known(sentence, *bidden.to):
        return bidden  # "demanded Ardesh open the road": no "that"
    whom = givers.from_later(sentence, after) if sentence.word(after) == '"' else None
    if whom is not None:
        return Complement(by="ask.noun", to=whom, action=after)
    told = inline(sentence, after)
    if told is not None:
        return told
    if sentence.word(after) in {":", "the"} and sentence.word(after + 1) in {"", "following"}:
        return frames.listed(sentence, len(sentence.tokens) - 1)
    noun = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1))
    owed = noun in {"payment", "payments"} and any(
        sentence.word(at) in _WAGES for at in range(after, min(after + _NEAR, len(sentence.tokens)))
    )
    if (
        (noun in _MEASURES and not owed)
        or sentence.word(after)[:1].isdigit()
        or not (trigger.first or sentence.grammar.is_thing(noun) or _in_progress(sentence, trigger, after))
    ):
        return None
    ends_open = sentence.word(len(sentence.tokens) - 1) == ":"
    for at in range(len(sentence.tokens) - 1, after, -1):
        if sentence.word(at) == "from" and ends_open:
            return frames.listed(sentence, at + 1)
        if sentence.word(at) == "from" and noun in {
            "action",
            "actions",
            "answers",
            "steps",
            "help",
            "response",
            "apology",
            "explanation",
            "compensation",
        }:
            return Complement(by="ask.noun", to=(at + 1, frames.phrase_end(sentence, at + 1)), action=after)
    if ends_open and len(sentence.tokens) - after < 9:
        return frames.listed(sentence, len(sentence.tokens) - 1)
    return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)


def _in_progress(sentence: Sentence, trigger: Trigger, after: int) -> bool:
    """Say whether people are about to demand one thing: "They are demanding a slipway"."""
    return trigger.form == "ing" and sentence.word(after) in {"a", "an"} and sentence.word(trigger.index - 1) in BE


_LABELS = frozenset({"(", "-", "–", "—", "•"})


def inline(sentence: Sentence, after: int) -> Complement | None:
    """Read what stands after a colon in the same sentence: "demand: freedom for all!", "the following: 1) …; 2) …"."""
    colon = after + (2 if sentence.word(after) == "the" and sentence.word(after + 1) == "following" else 0)
    if sentence.word(colon) != ":" or colon + 2 >= len(sentence.tokens):
        return None
    at = colon + 1
    while sentence.word(at) in _LABELS or sentence.word(at + 1) == ")":
        at += (
            3 if sentence.word(at) == "(" and sentence.word(at + 2) == ")" else 2 if sentence.word(at + 1) == ")" else 1
        )
    if sentence.word(at) == "that":
        at += 1
    return Complement(by="ask.colon", action=at) if at < len(sentence.tokens) else None


def request(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "ask X to do Y", "ask X for Y", "request that", "request Y from X"."""
    word = sentence.word(after)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    told = inline(sentence, after)
    if told is not None and trigger.lemma == "request":
        return told
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1) if trigger.lemma != "request" else None
    if word == "of":
        return (
            frames.person_infinitive(sentence, trigger, after + 1)
            or frames.somebody_that(sentence, trigger, after + 1)
            or frames.from_somebody(sentence, after + 1)
        )
    if word == "from":
        return frames.from_somebody(sentence, after + 1)
    if sentence.is_infinitive(after):
        done = sentence.word(after + 2)  # "they ask to be heard"
        heard = sentence.word(after + 1) == "be" and (done.endswith("ed") or done in {"heard", "told", "given"})
        return Complement(by="ask.bare-infinitive", action=after) if trigger.first or heard else None
    bidden = frames.somebody_that(sentence, trigger, after) if trigger.lemma != "request" else None
    if bidden is not None and _is_bidden(sentence, bidden):
        return bidden  # "asked the council in a letter that it bear the cost"
    for_noun = _asked_for(sentence, trigger, after)
    found = for_noun or frames.person_infinitive(sentence, trigger, after)
    if found:
        return found
    if after >= len(sentence.tokens):
        return None
    last = len(sentence.tokens) - 1
    if sentence.word(last) in {":", "to", ","}:
        return frames.listed(sentence, after) if phrases.names_somebody(sentence, after, last - 1) else None
    spoken = _asked_aloud(sentence, trigger, after)
    if spoken is not None:
        return spoken
    if trigger.lemma == "request":
        whom = givers.from_later(sentence, after)
        if whom is not None or _is_requested(sentence, trigger, after):
            return Complement(by="ask.noun", to=whom, action=after)
    return None


def _is_bidden(sentence: Sentence, bidden: Complement) -> bool:
    """Say whether those before a that-clause are who is to act, with no infinitive between."""
    if bidden.to is None or not phrases.names_somebody(sentence, *bidden.to):
        return False
    return not any(sentence.is_infinitive(at) for at in range(bidden.to[0], bidden.to[1] + 1))


_NOT_MATTERS = frozenset(
    "anonymity asylum comment comments permission visa visas bail leave you me him her them it us one . , : ; "
    "by in on to".split()
)


def _is_requested(sentence: Sentence, trigger: Trigger, after: int) -> bool:
    """Say whether a noun after "requests" is what is asked for: "requests lists of the missing"; no "comment"."""
    noun = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1))
    if sentence.word(after) in _NOT_MATTERS or noun in _NOT_MATTERS:
        return False
    if sentence.word(after) == '"' and sentence.word(after + 1).endswith("s"):
        return True  # requested "teachers and books"
    if trigger.form != "past" or trigger.first or phrases.names_thing(sentence, after):
        return True
    head = phrases.head(sentence, after, len(sentence.tokens) - 1)
    return sentence.word(after) == "the" and sentence.word(head + 1) == "of"  # "requested the handover of the crews"


def _asked_aloud(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "I am asking the Union, send fuel at once": whom, a comma, and what is said to them."""
    if not trigger.first or trigger.lemma not in {"ask", "request"}:
        return None
    comma = next((at for at in range(after + 1, min(after + 10, len(sentence.tokens))) if sentence.word(at) == ","), 0)
    if not comma or not phrases.names_somebody(sentence, after, comma - 1):
        return None
    plea = pleas.find(sentence, comma + 1)
    if plea is None or plea.called:
        return None
    return Complement(by="ask.colon", to=(after, comma - 1), action=plea.action)


def _asked_for(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "ask X for Y": the "for" comes before any infinitive."""
    if trigger.lemma == "request":
        return None
    for at in range(after + 1, min(after + 12, len(sentence.tokens) - 1)):
        word = sentence.word(at)
        if word in {",", ".", ";", ":", "that"} or sentence.is_infinitive(at):
            return None
        if word == "for":
            if givers.is_named_for(sentence, at):
                continue  # "the Assistance Mission for Orsava": part of a name
            if sentence.word(at + 1) in {"very", "little", "nothing", "much", "so"}:
                return None  # "asked the world for very little"
            somebody = phrases.names_somebody(sentence, after, at - 1) and sentence.word(after) not in {
                "him",
                "her",
                "me",
            }
            return Complement(by="ask.for-noun", to=(after, at - 1), action=at + 1) if somebody else None
    return None


def _is_wanted(sentence: Sentence, first: int) -> bool:
    """Say whether somebody insists on something to be done, not on an opinion or a right."""
    return sentence.word(phrases.head(sentence, first, len(sentence.tokens) - 1)) in sentence.grammar.ends


def insist(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "insist on Y", "insist that", "insist attacks cease"."""
    if sentence.word(after) in {"on", "upon"} and (trigger.first or _is_wanted(sentence, after + 1)):
        return Complement(by="ask.for-noun", action=after + 1) if after + 1 < len(sentence.tokens) else None
    if sentence.word(after) == "that":
        return frames.clause(sentence, trigger, after + 1)
    for at in range(after + 1, min(after + 10, len(sentence.tokens))):
        if sentence.word(at) in {".", ",", ";", ":", "is", "are", "was", "were", "will", '"'}:
            break
        if (
            sentence.word(at) in {"cease", "stop", "end", "halt"}
            and sentence.word(at - 1) not in sentence.grammar.nouners
        ):
            return Complement(by="ask.clause", action=after)  # "insist attacks on the ferry cease"
    return None
