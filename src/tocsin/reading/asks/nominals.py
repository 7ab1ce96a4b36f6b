# SPDX-License-Identifier: Apache-2.0
"""Nominal triggers: "renew our call on X to do Y", "our appeal to X is to do Y"."""
# ruff: noqa: PLR0912, C901, PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import expectations, faced, frames, inverted, phrases
from tocsin.reading.asks.askings import BE, DAYS, HAVE, Trigger, main_subject
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_NOUNS = frozenset(
    "advice appeal appeals call calls demand demands petition petitions plea pleas request requests "
    "recommendation recommendations proposal proposals suggestion suggestions".split()
)
_HOPES = frozenset({"hope", "hopes", "wish", "desire", "expectation"})
_CARRIERS = frozenset(
    "supports supported endorses endorsed backs backed renew renews renewed renewing "
    "reiterate reiterates reiterated reiterating repeat repeats repeated "
    "repeating reaffirm reaffirms reaffirmed issue issues issued issuing make makes made making "
    "send sends sent sending launch launches launched launching intensify intensified directed raised raising voicing "
    "addressed addressing delivered submitted filed lodged presented voice voices voiced echo echoes echoed extend "
    "extends extended "
    "address addresses raise join joined joins amplify restate restated restates with direct directs second "
    "seconds".split()
)
_CLOSES = frozenset("ends ended closes closed concludes concluded opens opened".split())
"""Verbs that say with what a paper ends or opens."""
_TURNS = frozenset("turn turns turning turned come comes came coming approach approaches approached address".split())
_TELLS = frozenset({"include", "includes", "included", "are", "were"})
_OWN = frozenset("my our its their his her the this an a".split())
_BEFORE = frozenset(
    {
        "recall",
        "recalls",
        "recalled",
        "recalling",
        "ignored",
        "rejected",
        "rejects",
        "ignores",
        "despite",
        "disregarded",
    }
)
_DATES = DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)
_FIRST = frozenset({"i", "we", "my", "our"})
_SECONDED = frozenset({"support", "back", "endorse"})
_NEGATIVE = frozenset({"not", "never", "no", "without", "didn't", "don't"})


def find(sentence: Sentence, index: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read a noun of asking at a token index; None where it asks nothing."""
    word = sentence.word(index)
    if word not in _NOUNS:
        voiced = expectations.voiced(sentence, index) if word in _HOPES else None
        return voiced or inverted.find(sentence, index, force)
    growing = _growing(sentence, index)
    if growing is not None:
        return Trigger(index=index, lemma=word, force=force, form="noun"), growing
    told = faced.find(sentence, index, force) or _told(sentence, index, force) or _counted(sentence, index, force)
    if told is not None:
        return told
    bare = index > 1 and sentence.word(index - 1) in _CARRIERS and word.endswith("s")
    bare = bare or (word.endswith("s") and _lends_voice(sentence, index))
    own = index if bare else index - 1  # "made calls for people to leave"
    while own >= 0 and own > index - 4 and not _is_own(sentence.word(own)) and not bare:
        own -= 1
    possessed = sentence.word(own).endswith(("'s", "s'")) and sentence.word(own) not in _OWN
    if not bare and sentence.word(own) not in _OWN and not possessed:
        return None
    complement = _complement(sentence, index)
    if complement is None:
        return None
    owner = own
    if possessed and not bare:  # "echo the Secretary-General's call": the carrier stands before whose call it is
        own = next((at for at in range(own, max(0, own - 5), -1) if sentence.word(at - 1) in _CARRIERS), own)
    carrier = "join" if bare and _lends_voice(sentence, index) else sentence.word(own - 1)
    turned = any(sentence.word(at) in _TURNS for at in range(max(0, own - 5), own))
    carried = (carrier in _CARRIERS and (carrier != "with" or turned or sentence.word(own) in {"our", "my"})) or (
        carrier in {"and", "once"} and sentence.word(own - 2) in _CARRIERS
    )
    ended = carrier == "with" and sentence.word(own - 2) in _CLOSES
    carried = (
        carried or ended or (carrier in _SECONDED and sentence.word(own - 2) in _FIRST | {"also", "fully", "strongly"})
    )
    if not carried and complement.by != "ask.nominal-is":
        return None
    if complement.by == "ask.nominal-is" and sentence.word(own) in {"the", "a", "an", "this"}:
        return None
    near = [sentence.word(at) for at in range(max(0, own - 5), own)]
    if set(near) & (_NEGATIVE | _BEFORE):
        return None
    subject = (0, own - 2) if own >= 2 else None
    if sentence.word(own - 2) in {";", ","} and sentence.word(own - 1).endswith("s"):
        subject = main_subject(sentence) or subject  # "The Assembly requests …; reiterates its call for …"
    first = any(sentence.word(at) in _FIRST for at in range(max(0, own - 8), own + 1))
    if possessed and not bare and not first and _is_told_again(sentence, own, subject):
        subject = own, owner  # "She repeated the Government's demand that …": whose demand it is
    trigger = Trigger(index=index, lemma=word, force=force, form="noun", first=first, subject=subject)
    asked = _within(sentence, trigger, complement)
    return (trigger, Complement(by="ask.nominal", to=asked.to, action=asked.action)) if asked else None


_COUNTS = frozenset("one single only a an this these two three four few our my".split())
_ASIDE = 10
"""Tokens that an aside before "that" may have: "our request, made in March, that …"."""


def _counted(sentence: Sentence, index: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read "we have one request: that …", "I make only this plea, that …", "our request, made in March, that …"."""
    mark = sentence.word(index + 1)
    if mark not in {",", ":", "that"} or not any(sentence.word(at) in _COUNTS for at in range(index - 3, index)):
        return None
    subject = next((at for at in range(index - 1, max(-1, index - _BY), -1) if sentence.word(at) in {"we", "i"}), None)
    if subject is None or not _NEGATIVE.isdisjoint(sentence.word(at) for at in range(subject, index)):
        return None
    carried = any(sentence.word(at) in _CARRIERS | {"put", "have"} for at in range(subject, index))
    if mark == "that" and not carried:
        return None
    that = index + (1 if mark == "that" else 2)
    if mark == "," and sentence.word(that) != "that":
        that = next((at + 1 for at in range(that, that + _ASIDE) if sentence.word(at) == ","), that)
    if sentence.word(that) != "that":
        return None
    trigger = Trigger(index=index, lemma="demand", force=force, form="noun", first=True, subject=(subject, subject))
    clause = frames.clause(sentence, trigger, that + 1)
    return (trigger, replace(clause, by="ask.nominal")) if clause else None


_REPEATING = frozenset("repeats repeated repeating reiterates reiterated reiterating restated restates".split())
_HE = frozenset({"he", "she", "they", "it"})


def _is_told_again(sentence: Sentence, own: int, subject: tuple[int, int] | None) -> bool:
    """Say whether somebody passes on another's demand, and does not join in it."""
    named = subject is not None and sentence.word(subject[0]) not in _HE
    return sentence.word(own - 1) in _REPEATING or not named


_GROWING = frozenset(
    "growing mounting multiplying increasing intensifying grew grow mounted mount intensified multiplied rose "
    "came come continue continued".split()
)


def _growing(sentence: Sentence, index: int) -> Complement | None:
    """Read "calls are growing for X to do Y", "demands mounted on Monday for an inquiry": nobody is named who asks."""
    opens = index <= 1 or sentence.word(index - 1) in {"-", "–", "—"}
    if not opens or sentence.word(index) not in {"calls", "demands", "appeals", "pleas"}:
        return None
    at = index + 1
    while sentence.word(at) in BE | HAVE or sentence.grammar.is_adverb(sentence.word(at)):
        at += 1
    if sentence.word(at) not in _GROWING:
        return None
    trigger = Trigger(index=index, lemma="call", force="call", form="noun")
    for after in range(at + 1, at + _DATED):
        if sentence.word(after) == "for":
            found = frames.noun_after_for(sentence, trigger, after + 1)
            return replace(found, by="ask.nominal") if found else None
    return None


_DATED = 6
"""Tokens from the verb within which "for" says what is called for."""


_TOLD = frozenset("is are was were include includes included including remains remain being :".split())
_WHOSE = 4
"""Tokens between whose demand it is and the noun: "the doctors' first and last demand"."""


def _told(sentence: Sentence, index: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read what somebody's demand is: "the doctors' demand is the …", "among the demands of the strikers are the …"."""
    whose = next(
        (at for at in range(index - 1, index - 1 - _WHOSE, -1) if at > 0 and _ends_genitive(sentence, at)), None
    )
    last = index
    theirs = sentence.word(index - 1) in {"his", "her", "their"}
    if sentence.word(index + 1) in {"of", "from"}:
        last = next((at - 1 for at in range(index + 3, index + _BY) if sentence.word(at) in _TOLD), index)
        whose = last if last > index else None
    elif theirs:
        whose = index - 1
    elif whose is not None and sentence.word(whose) == "'":
        whose -= 1
    headed = whose is None and sentence.word(index - 1) == "the" and sentence.word(index + 1) == ":"
    if (whose is None and not headed) or sentence.word(last + 1) not in _TOLD:
        return None
    subject = None
    if whose is not None:
        subject = (index + 2, last) if last > index else (whose if theirs else _opens(sentence, whose), whose)
        if not theirs and not _is_somebody(sentence, *subject):
            return None
    trigger = Trigger(index=index, lemma=sentence.word(index), force=force, form="noun", subject=subject)
    at = last + 2
    if sentence.word(at) == "that":
        clause = frames.clause(sentence, replace(trigger, lemma="demand"), at + 1)
        return (trigger, clause) if clause else None
    ends = sentence.infinitive(at + 1) if sentence.word(at) == "for" else None
    if ends is not None and ends - at < _BY:
        return trigger, Complement(by="ask.nominal-is", action=at + 1)
    return (trigger, Complement(by="ask.nominal-is", action=at)) if _names_end(sentence, at) else None


def _is_somebody(sentence: Sentence, first: int, last: int) -> bool:
    word = sentence.word(last).removesuffix("'s")
    known = word in sentence.grammar.agents or phrases.is_people(word)
    return known or phrases.names_somebody(sentence, first, last)


def _ends_genitive(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    return word.endswith("'s") or (word == "'" and sentence.word(at - 1).endswith("s"))


def _opens(sentence: Sentence, last: int) -> int:
    """Give the first token of the name that ends at a token."""
    first = last
    while (
        first > 0 and last - first < _BY and sentence.word(first - 1) not in {",", ";", ":", '"', "and", "of", "that"}
    ):
        first -= 1
    return first


def _lends_voice(sentence: Sentence, index: int) -> bool:
    """Say whether somebody adds a voice to calls: "Chile added its voice to calls for …"."""
    voice = (
        sentence.word(index - 2) in {"voice", "voices", "weight", "name", "names"} and sentence.word(index - 1) == "to"
    )
    return voice and any(
        sentence.word(at)[:4] in {"add", "adde", "adds", "lent", "lend"} for at in (index - 4, index - 5)
    )


def _is_own(word: str) -> bool:
    return word in _OWN or word.endswith(("'s", "s'"))


def _within(sentence: Sentence, trigger: Trigger, found: Complement) -> Complement | None:
    """Look for who is asked inside "for X to do Y" and "that X do Y"; None where the clause states a fact."""
    before = sentence.word(found.action - 1) if found.action is not None else ""
    if found.action is None or before not in {"for", "that"}:
        return found
    if before == "for":
        return found if found.to else frames.noun_after_for(sentence, trigger, found.action) or found
    asked = frames.clause(sentence, trigger, found.action)
    return replace(asked, to=found.to or asked.to) if asked else None


_GOES_ON = frozenset({"on", "upon", "to", "for", "that"})
_NAMELY = 7
"""Tokens from "is" within which "namely" says what is asked."""
_BY = 10
"""Tokens within which "the call of X" names X."""


def _asks_on(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) == "for" or sentence.is_infinitive(at)


def _names_end(sentence: Sentence, at: int) -> bool:
    """Say whether a noun phrase names something to be done: "the release of …", "an inquiry into …"."""
    if sentence.word(at) not in {"the", "a", "an", "immediate", "full", "unconditional"}:
        return False
    head = phrases.head(sentence, at, len(sentence.tokens) - 1)
    return sentence.word(head) in sentence.grammar.ends


def _complement(sentence: Sentence, index: int) -> Complement | None:
    after = index + 1
    word = sentence.word(after)
    to: tuple[int, int] | None = None
    if word == "of" and (sentence.word(after + 1).isdigit() or sentence.word(after + 1) in _DATES | {"last", "this"}):
        after = next((at for at in range(after + 2, after + _DATED) if sentence.word(at) in _GOES_ON), after)
        word = sentence.word(after)  # "our call of 29 January on Ardesh to …"
    if word == "of":  # "supports the call of the Secretary-General to …"
        after = next(
            (at for at in range(after + 2, min(after + _BY, len(sentence.tokens))) if _asks_on(sentence, at)), 0
        )
        return Complement(by="ask.nominal", action=after + (sentence.word(after) == "for")) if after else None
    if word in {"on", "upon"} or (word == "to" and not sentence.is_infinitive(after)):
        for at in range(after + 1, min(after + 25, len(sentence.tokens))):
            if sentence.word(at) in {"is", "was", "remains", "for", ":"} or sentence.is_infinitive(at):
                dated = sentence.word(after) == "on" and (
                    sentence.word(after + 1) in _DATES or sentence.word(after + 1).isdigit()
                )
                to = None if dated else (after + 1, at - 1)
                after = at
                break
        else:
            return None
        word = sentence.word(after)
    if word in _TELLS and sentence.word(index).endswith("s") and _names_end(sentence, after + 1):
        return Complement(by="ask.nominal-is", to=to, action=after + 1)
    if word in {"is", "was", "remains"} and _names_end(sentence, after + 1):
        return Complement(by="ask.nominal-is", to=to, action=after + 1)
    if word in {"is", "was", "remains"}:
        namely = next((at + 1 for at in range(after + 1, after + _NAMELY) if sentence.word(at) in {"namely", "viz"}), 0)
        if namely:
            return Complement(by="ask.nominal-is", to=to, action=namely)  # "is broader, namely to publish …"
        at = after + 1
        while sentence.word(at) in {"simple", "clear", ":", "this", "that", "therefore"} and at < after + 4:
            at += 1
        if at == after + 1 and not sentence.is_infinitive(at):
            return None
        return Complement(by="ask.nominal-is", to=to, action=at) if at < len(sentence.tokens) else None
    if word == "for" or (word == "that" and index):
        return Complement(by="ask.nominal", to=to, action=after + 1) if after + 1 < len(sentence.tokens) else None
    if sentence.is_infinitive(after) or (word == "not" and sentence.is_infinitive(after + 1)):
        return Complement(by="ask.nominal", to=to, action=after)
    return None
