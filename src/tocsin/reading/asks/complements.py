# SPDX-License-Identifier: Apache-2.0
"""Complements: what follows a trigger – who is asked, and the action asked for."""
# ruff: noqa: C901, PLR0911, PLR0912, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from tocsin.reading.asks import appeals, commands, demands, expectations, frames, phrases, pleas, proposals, wishes
from tocsin.reading.asks.askings import DAYS, FIRST, THIRD, Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_ASKED_ABOUT = frozenset({"whether", "why", "what", "how", "if", "where", "when", "who", "about"})
_OBLIGED = frozenset("grateful obliged thankful glad pleased".split())
"""What somebody would be "if you could …"."""
_BARE = 6
"""Words that a line may have that ends in its verb of asking: "We therefore demand"."""
_INLINE = frozenset({"demand", "request", "recommend", "propose", "urge"})
_CLAUSED = frozenset("insist demand ask request propose urge recommend".split())
_ASIDES = frozenset("through via in at during after on yesterday , under".split())
"""What may stand between a verb and its that-clause: "insisted through its envoy that …"."""


def find(sentence: Sentence, trigger: Trigger) -> Complement | None:
    """Read what follows a trigger; None where it asks nothing."""
    after = trigger.index + 1
    while sentence.grammar.is_adverb(sentence.word(after)) and sentence.word(after) not in {
        "not",
        "all",
        "both",
        "each",
        "no",
        "more",
        "once",
    }:
        after += 1
    if trigger.passive:
        return _passive(sentence, trigger, after)
    after = _past_minimum(sentence, _past_manner(sentence, trigger, after))
    if after >= len(sentence.tokens) and trigger.first and len(sentence.tokens) <= _BARE:
        return Complement(by="ask.list", to=_spoken_to(sentence, trigger))
    last = len(sentence.tokens) - 1
    if (
        trigger.first
        and sentence.word(last) == ":"
        and sentence.word(after) in {"is", "are", "for"}
        and last - after < _BARE
    ):
        return Complement(by="ask.list")
    if sentence.word(after) in _ASKED_ABOUT and trigger.lemma not in _OBLIGED:
        return Complement(by="ask.question", action=after) if _begs_leave(sentence, trigger) else None
    if sentence.word(after) == ":" and trigger.form != "past":
        if after == len(sentence.tokens) - 1:
            return Complement(by="ask.list", to=_spoken_to(sentence, trigger))
        told = frames.spoken(sentence, after)
        return told or (demands.inline(sentence, after) if trigger.lemma in _INLINE else None)
    held = sentence.word(after) == "on" and sentence.word(after + 1).endswith("ing")
    if trigger.lemma in _CLAUSED and sentence.word(after) in _ASIDES and not held:
        after = next(
            (at for at in range(after, min(after + 14, len(sentence.tokens))) if sentence.word(at) == "that"), after
        )
    if trigger.lemma in _ORDERED and sentence.word(after) == "that":
        return None if _holds(sentence, after) else frames.clause(sentence, trigger, after + 1)
    if trigger.first and sentence.word(last) == ":" and _counts(sentence, after, last):
        return Complement(by="ask.list", to=_spoken_to(sentence, trigger))
    found = _FRAMES[trigger.lemma](sentence, trigger, after) if trigger.lemma in _FRAMES else None
    if trigger.lemma == "invite":
        found = _bidden_to(sentence, after, found) or found
    if found is not None and found.by == "ask.noun" and found.to is None and _is_told_of(sentence, trigger):
        return None  # "citizens who demand rights"
    if found is not None and found.to is not None and (steps := _announces(sentence)):
        first = found.action is None or steps - found.action <= _ANNOUNCED
        return replace(found, by="ask.list", action=None) if first else replace(found, lists=True)
    if found is None and sentence.word(last) == ":" and _ends_in_plan(sentence, after):
        return Complement(by="ask.list")
    if not trigger.first and sentence.word(after) == "that":
        found = _turned_to(sentence, trigger, after) or found
    if found is not None and found.to is None and found.by == "ask.noun" and sentence.word(0) in {"from", "of"}:
        turned = _turned_to(sentence, trigger, after)  # "From Ardesh we demand the reopening of …"
        return turned or found
    found = found or _fronted(sentence, trigger, after)
    return found or _turned_to(sentence, trigger, after) or _asked_after(sentence, trigger, after)


def _bidden_to(sentence: Sentence, after: int, found: Complement | None) -> Complement | None:
    """Read "invite the armed groups to a ceasefire, which will allow us to talk": a thing, no deed, is asked."""
    at = next((at for at in range(after + 1, after + _INVITED) if sentence.word(at) == "to"), None)
    if at is None or sentence.word(at + 1) not in {"a", "an"} or not phrases.names_somebody(sentence, after, at - 1):
        return None
    until = found.action if found is not None and found.action is not None else at
    aside = any(sentence.word(mark) in {"which", "that", "who"} for mark in range(at, until))
    return Complement(by="ask.noun", to=(after, at - 1), action=at + 1) if until == at or aside else None


_INVITED = 8
"""Tokens that whom somebody invites may have."""


def _is_told_of(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a relative clause tells what people do: "those who demand an end to the war"."""
    return trigger.form == "base" and sentence.word(trigger.index - 1) == "who"


def _fronted(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "Editors we urge not to name the victims": whom stands before who asks."""
    last = trigger.index - 2
    not_to = sentence.word(after) == "not" and sentence.is_infinitive(after + 1)
    if not (not_to or sentence.is_infinitive(after)) or sentence.word(last + 1) not in {"we", "i"} or last < 0:
        return None
    first = last
    while first > 0 and sentence.word(first - 1) not in _OPENS:
        first -= 1
    if sentence.word(last) in _OPENS or not phrases.names_somebody(sentence, first, last):
        return None
    return Complement(by="ask.infinitive", to=(first, last), action=after)


def _begs_leave(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a letter asks its reader to tell something: "May we ask what was done?"."""
    subject = next((at for at in range(trigger.index - 1, -1, -1) if sentence.word(at) in FIRST), 0)
    return trigger.first and trigger.lemma in {"ask", "inquire"} and sentence.word(subject - 1) in {"may", "might"}


_OPENS = frozenset(', ; : . " and but'.split())


_NUMBERS = frozenset("one two three four five six seven several few following these this".split())


def _counts(sentence: Sentence, after: int, last: int) -> bool:
    """Say whether a sentence ends in how many things are asked: "we ask three things:", "we demand the following:"."""
    words = {sentence.word(at) for at in range(after, last)}
    return (
        last - after <= _COUNTED
        and not words.isdisjoint(_NUMBERS)
        and not words.isdisjoint({"thing", "things", "following"} | _STEPS)
    )


_COUNTED = 12
"""Tokens from the verb within which a sentence says how many things it asks."""


def _spoken_to(sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """Give whom "Of Ardesh and Veltria, where we found refuge, we ask three things:" turns to."""
    last = len(sentence.tokens) - 2
    whom = next((at + 1 for at in range(trigger.index + 1, last) if sentence.word(at) in {"of", "from", "to"}), None)
    if whom is not None and phrases.names_somebody(sentence, whom, last):
        return whom, last  # "we ask the following of the Union:"
    if sentence.word(0) not in {"of", "from", "to"}:
        return None
    last = next((at - 1 for at in range(2, trigger.index) if sentence.word(at) == ","), trigger.index - 2)
    return (1, last) if last >= 1 and phrases.names_somebody(sentence, 1, last) else None


def _announces(sentence: Sentence) -> int:
    """Give the token of "following" where a sentence ends before the list of what it asks, else 0.

    "to take the following steps without delay:", "to take the following decisive measures:".
    """
    last = len(sentence.tokens) - 1
    if sentence.word(last) != ":":
        return 0
    for at in range(max(1, last - _ANNOUNCED), last):
        if sentence.word(at) == "following" and not _STEPS.isdisjoint(sentence.word(at + 1 + more) for more in (0, 1)):
            return at
    return 0


def _ends_in_plan(sentence: Sentence, after: int) -> bool:
    """Say whether a sentence ends in what it lays out below: "proposes, without delay, this road map:"."""
    last = len(sentence.tokens) - 2
    first = next((at for at in range(last, max(after - 1, last - _PLAN), -1) if sentence.word(at) in _THIS), None)
    return first is not None and sentence.word(last) in _STEPS | _PLANS


_THIS = frozenset({"this", "these", "following", "our"})
_PLANS = frozenset("map roadmap plan plans programme program proposals proposal agenda forward way list".split())
_PLAN = 6
"""Tokens that the name of a plan may have."""
_STEPS = frozenset("steps measures actions points demands requests recommendations".split())
_ANNOUNCED = 8
_BEGGING = frozenset("urge implore beg beseech entreat ask plead exhort".split())


def _asked_after(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "Give up the toll, we urge you", "Open one road, we implore the guards": the plea stands before."""
    subject = trigger.index - 1
    if trigger.lemma not in _BEGGING or sentence.word(subject) not in FIRST or sentence.word(subject - 1) != ",":
        return None
    opened = max((at for at in range(subject) if sentence.word(at) in {":", '"', ";"}), default=-1)
    plea = pleas.find(sentence, opened + 1)
    if plea is None or plea.called is not None:
        return None
    last = next((at - 1 for at in range(after, len(sentence.tokens)) if sentence.word(at) in _CLOSES), after)
    whom = (after, last) if last >= after and phrases.names_somebody(sentence, after, last) else None
    return Complement(by="ask.plea", to=whom, action=plea.action)


_CLOSES = frozenset(', . ; : ! " and'.split())


def _past_manner(sentence: Sentence, trigger: Trigger, after: int) -> int:
    """Pass over how and when somebody asks: "appeal with all our strength for", "called on Friday on"."""
    if sentence.word(after) == "on" and sentence.word(after + 1) in DAYS:
        return after + 2
    if sentence.word(after) in DAYS:
        return after + 1
    if sentence.word(after) == "once" and sentence.word(after + 1) in {"again", "more"}:
        return _past_manner(sentence, trigger, after + 2)
    if trigger.lemma not in _FRAMED_BY or sentence.word(after) not in _MANNERS:
        return after
    farthest = _ASIDE if sentence.word(after) == "," else _MANNER
    for at in range(after + 2, min(after + farthest, len(sentence.tokens))):
        word = sentence.word(at)
        if word in {".", ";", ":", "that", '"'} or sentence.is_infinitive(at):
            break
        if word in _FRAMED_BY[trigger.lemma]:
            return at
    return after


_MANNERS = frozenset({"with", "in", "as", "from", "at", "through", "by", "before", "today", ","})
_FRAMED_BY = {"call": frozenset({"on", "upon", "for"}), "appeal": frozenset({"to", "for"}), "plead": frozenset({"for"})}
_MANNER = 9
"""Tokens that may tell how somebody asks."""
_ASIDE = 16
"""The same between commas: "call, with all the force at our command, upon …"."""
_MINIMA = (
    ("nothing", "more", "than"),
    ("nothing", "less", "than"),
    ("nothing", "else", "than"),
    ("nothing", "other", "than"),
    ("nothing", "short", "of"),
    ("no", "more", "than"),
    ("no", "less", "than"),
    ("nothing", "but"),
)


def _past_minimum(sentence: Sentence, after: int) -> int:
    """Pass over what says that this is the least: "ask nothing more than that …", "expect no less than …"."""
    for words in _MINIMA:
        if all(sentence.word(after + at) == word for at, word in enumerate(words)):
            return after + len(words)
    return after


_HELD = frozenset("held detained remanded arrested jailed imprisoned".split())
_NEAR = 8
"""Tokens behind "that" within which a verb stands."""


def _holds(sentence: Sentence, that: int) -> bool:
    """Say whether an order takes somebody in: "ordered that he be held for 21 days" – a deed, not an ask."""
    words = [sentence.word(at) for at in range(that + 1, that + _NEAR)]
    return any(one == "be" and then in _HELD for one, then in pairwise(words))


_ORDERED = frozenset({"order", "direct", "decide", "instruct"})
_TURNED = frozenset({"ask", "demand", "request", "expect", "urge", "recommend", "propose", "beg", "want", "require"})


def _turned_to(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "To the buyers, we ask patience", "Of the banks we demand …": whom stands first, what after the verb."""
    who = trigger.index - 1
    while sentence.word(who) in {"would", "also", "must", "therefore", "do", "only"}:
        who -= 1
    if sentence.word(who) not in {"we", "i", "he", "she", "they"}:
        return None
    if not trigger.first and sentence.word(after) != "that":
        return None
    if trigger.lemma not in _TURNED and not (
        trigger.lemma == "appeal" and (sentence.is_infinitive(after) or sentence.is_infinitive(after + 1))
    ):
        return None
    last = who - 1
    first = next((at for at in range(last, max(-1, last - 14), -1) if sentence.word(at) in {"to", "of", "from"}), None)
    if first is None or (first and sentence.word(first - 1) not in {":", ",", ";", "and", "."}):
        return None
    last -= sentence.word(last) == ","
    aside = next((at for at in range(first + 1, last) if sentence.word(at) == ","), None)
    if aside is not None and sentence.word(aside + 1) in {"which", "who", "whose", "where", "as"}:
        last = aside - 1  # "To Veltria, which has given so much, we appeal …"
    if last <= first or not phrases.names_somebody(sentence, first + 1, last) or after >= len(sentence.tokens):
        return None
    if sentence.word(after) in _ASKED_ABOUT | {".", ",", ";", "you", "them", "him", "her", "it"}:
        return None
    if sentence.word(after) == "that":
        asked = frames.clause(sentence, trigger, after + 1)
        return replace(asked, to=(first + 1, last)) if asked else None
    return Complement(by="ask.noun", to=(first + 1, last), action=after)


def _passive(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "on" and sentence.word(after + 1) in DAYS:
        after += 2
    if sentence.word(after) in {"on", "upon"}:
        after += 1
    if sentence.word(after) == "to" and sentence.word(after + 1) == ":" and trigger.subject is not None:
        return Complement(by="ask.list", to=trigger.subject)  # "All parties are called upon to:"
    granted = commands.granted(sentence, after) if trigger.lemma == "give" else None
    action = granted if trigger.lemma == "give" else sentence.infinitive(after)
    if trigger.lemma == "remind" and sentence.word(after) == "of":
        action = expectations.pledged(sentence, after)
        after = after if action is None else action
    if (
        action is None
        or trigger.subject is None
        or (action not in {after, granted} and sentence.word(after) not in {"by", ",", "to", "in", *DAYS})
    ):
        return None
    first, last = trigger.subject
    if sentence.word(last) == "you":
        first = last  # "for your safety you are required to leave"
    while first < last and sentence.word(first) in {"and", "but", "while", ","}:
        first += 1
    pronoun = first == last and sentence.word(first) in THIRD
    plural = sentence.word(last).endswith("s") and not phrases.names_thing(sentence, first)
    begged = plural and trigger.lemma in _BEGGED and sentence.word(action + 1) != "be"
    if not (
        pronoun or begged or phrases.names_somebody(sentence, first, last) or _ends_in_agent(sentence, trigger.subject)
    ):
        return None
    if trigger.lemma in commands.ORDERS and not commands.is_ordered(sentence, *trigger.subject):
        return None
    return Complement(by="ask.passive", to=(first, last), action=action)


_BEGGED = frozenset({"request", "invite", "encourage", "urge", "implore", "beg", "advise", "exhort"})
"""Verbs that only people are asked with."""


def _ends_in_agent(sentence: Sentence, span: tuple[int, int]) -> bool:
    return any(sentence.word(at) in sentence.grammar.agents for at in range(span[0], span[1] + 1))


_FRAMES: Mapping[str, Callable[[Sentence, Trigger, int], Complement | None]] = {
    "call": appeals.call,
    "urge": appeals.urge,
    "exhort": appeals.urge,
    "press": appeals.press,
    "implore": appeals.press,
    "beg": appeals.press,
    "beseech": appeals.press,
    "entreat": appeals.press,
    "plead": appeals.plead,
    "appeal": appeals.appeal,
    "demand": demands.demand,
    "request": demands.request,
    "ask": demands.request,
    "petition": demands.request,
    "recommend": proposals.recommend,
    "advise": proposals.recommend,
    "propose": proposals.recommend,
    "suggest": proposals.recommend,
    "encourage": proposals.recommend,
    "invite": proposals.recommend,
    "expect": expectations.expect,
    "hope": expectations.hope,
    "insist": demands.insist,
    "remind": expectations.remind,
    **wishes.FRAMES,
    **commands.FRAMES,
}
