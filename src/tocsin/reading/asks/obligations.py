# SPDX-License-Identifier: Apache-2.0
"""Obligations: what somebody must or should do, said without a verb of asking; an implicit ask."""
# ruff: noqa: SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass

from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence

CUES = (
    "must",
    "should",
    "needs to",
    "need to",
    "has to",
    "have to",
    "is obligated to",
    "are obligated to",
    "is obliged to",
    "are obliged to",
    "ought to",
    *(
        f"{has} {kind}{noun} to"
        for has in ("has", "have", "bears", "bear")
        for kind in (
            "a ",
            "an ",
            "the ",
            "a legal ",
            "a moral ",
            "a clear ",
            "a special ",
            "the primary ",
            "a primary ",
        )
        for noun in ("duty", "obligation", "responsibility")
    ),
    *(f"{be} {bound} to" for be in ("is", "are") for bound in ("duty-bound", "legally bound", "legally obliged")),
)
"""Modal words and phrases, in lower case."""

IMPERSONAL = tuple(
    f"{it} {adjective} {to}"
    for it in ("it is", "it's")
    for adjective in (
        "necessary",
        "imperative",
        "essential",
        "vital",
        "crucial",
        "urgent",
        "critical",
        "time",
        "high time",
    )
    for to in ("to", "that")
)
"""Impersonal phrases before an action."""

_BREAKS = frozenset(
    '" '
    ", ; : but said and which who whom whose where when if as because although though while whether than how "
    "what why that — – -".split()
)
_SUBORDINATES = frozenset(
    "which who whom whose where when if as because although though while whether than how what why".split()
)
_PRONOUNS = frozenset("i we you he she they it this these those there one who nobody everything nothing what".split())
_POINTING = frozenset({"this", "that", "these", "those"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "–", "—", '"', "but", "so"})
_FINITE = frozenset(
    "is are was were be been has have had will would may might can could does do did not said says".split()
)
_ENDS = frozenset({"end", "stop", "cease"})
"""What whatever is done must do: "The shelling must end"."""
_READY = frozenset("ready prepared willing".split())
"""What somebody has to be to do something."""
_LONGEST = 14
"""Tokens that a subject may have; longer ones hide a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Token spans: `to` the subject that has the duty (None where impersonal or passive), `action` its first token."""

    to: tuple[int, int] | None
    action: int


def find(sentence: Sentence, start: int, end: int) -> Obligation | None:
    """Read the sentence around a cue at a view span; None where it lays no duty on anybody."""
    first, after = sentence.index(start), _past_aside(sentence, sentence.index(end))
    if sentence.tokens[-1].word == "?" or after >= len(sentence.tokens):
        return None
    if sentence.word(first) in {"it", "it's"}:
        return Obligation(to=None, action=after)
    if sentence.word(first - 1) == "there":
        return _there(sentence, after)
    bound = _bound(sentence, first, after)
    return _duty(sentence, after, bound) if bound else None


def _past_aside(sentence: Sentence, after: int) -> int:
    """Pass over words between commas right behind a cue: "should, therefore, open", "must, without delay, open"."""
    if sentence.word(after) != ",":
        return after
    closing = next((at for at in range(after + 2, after + _ASIDE) if sentence.word(at) == ","), None)
    return after if closing is None else closing + 1


_ASIDE = 6
"""Tokens that an aside behind a cue may have, its commas among them."""


def _bound(sentence: Sentence, first: int, after: int) -> tuple[int, int] | None:
    """Give the subject before a cue at `first`: who has the duty, or what has to be done."""
    if sentence.word(first - 1) in {"it", "they"} and (told := _told(sentence, first - 1)) is not None:
        return told
    if sentence.word(first - 1) == "you":
        return (first - 1, first - 1) if _main(sentence, first - 1) else None
    last = _before_apposition(sentence, first)
    back = _points_back(sentence, first)
    subject = first - 1 if back else _subject(sentence, last + 1)
    if subject is None:
        return None
    done = _passive(sentence, after) or sentence.word(_verb(sentence, after)) in _ENDS
    return (subject, last) if back or done or phrases.names_somebody(sentence, subject, last) else None


def _main(sentence: Sentence, you: int) -> bool:
    """Say whether "you" is the subject of a main clause: it opens the sentence, or follows a comma and no "if"."""
    if you == 0:
        return True
    before = sentence.word(you - 1)
    return before in _CLAUSE_ENDS or (before == "and" and sentence.word(you - 2) == ",")


def _verb(sentence: Sentence, at: int) -> int:
    while sentence.grammar.is_adverb(sentence.word(at)) or sentence.word(at) in {"not", "and"}:
        at += 1
    return at


def _passive(sentence: Sentence, after: int) -> bool:
    return sentence.word(_verb(sentence, after)) == "be"


def _duty(sentence: Sentence, after: int, subject: tuple[int, int]) -> Obligation | None:
    """Read what somebody has to do, or what has to be done, from the token after the cue."""
    verb = _verb(sentence, after)
    if sentence.word(verb) == "do" and sentence.word(verb + 1) == "with":
        return None
    if sentence.word(verb) == "be":
        if sentence.word(verb + 1) in _READY:
            return Obligation(to=subject, action=after)
        known = sentence.word(verb + 1) in sentence.grammar.cognition
        return Obligation(to=None, action=subject[0]) if sentence.is_done(verb + 1) and not known else None
    if sentence.word(verb) in _ENDS and not _ends_something(sentence, verb, subject):
        return Obligation(to=None, action=subject[0])
    known = sentence.word(verb) not in sentence.grammar.cognition and sentence.grammar.is_verb(sentence.word(verb))
    return Obligation(to=subject, action=after) if known else None


def _ends_something(sentence: Sentence, verb: int, subject: tuple[int, int]) -> bool:
    """Say whether somebody has to end a thing, "Ardesh must stop the shelling": a thing that has to end ends alone."""
    after = sentence.word(verb + 1)
    ended = after in _ENDED or after.endswith("ing") or sentence.word(verb + 2) in {"of", "on", "against"}
    return ended and phrases.names_somebody(sentence, *subject)


_ENDED = frozenset("the a an its their his her this these those all any such from using".split())
"""What may stand after "stop" before what is stopped."""


def _there(sentence: Sentence, at: int) -> Obligation | None:
    """Read "there must be an inquiry" from the token after "must"."""
    if sentence.word(at) != "be" or at + 2 >= len(sentence.tokens) or sentence.word(at + 1) in _DOUBTS:
        return None
    return Obligation(to=None, action=at + 1)


def _points_back(sentence: Sentence, cue: int) -> bool:
    """Say whether the subject is a pronoun that opens the sentence: "It must …", "They should also …"."""
    opens = cue == 1 or sentence.word(cue - 2) in {":", ";"}
    return opens and sentence.word(cue - 1) in {"it", "they"}


def _names_some(sentence: Sentence, at: int, cue: int) -> bool:
    """Say whether a token parts a noun from the names of some: "neighbours such as A", "partners, including A, B"."""
    if sentence.word(at) == "as":
        return sentence.word(at - 1) == "such"
    row = [i for i in range(max(0, at - _APPOSED), cue) if sentence.word(i) in _NAMING and sentence.word(i - 1) == ","]
    return sentence.word(at) == "," and bool(row) and (at >= row[0] - 1)


def _is_row(sentence: Sentence, comma: int, cue: int) -> bool:
    """Say whether a comma stands between names of a row before a cue: "Ardesh, Veltria and the Guild should"."""
    if sentence.word(comma) != "," or "and" not in {sentence.word(at) for at in range(comma + 1, cue)}:
        return False
    after = comma + 1 + (sentence.word(comma + 1) in {"the", "and"})
    if comma < 1 or not (sentence.tokens[comma - 1].capital and sentence.tokens[after].capital):
        return False
    first = next((at + 1 for at in range(comma - 1, -1, -1) if sentence.word(at) in _CLAUSE_ENDS), 0)
    return sentence.word(first) not in _ADVERBIALS


_ADVERBIALS = frozenset("in on at after before since with for by during as despite under while when if from".split())
"""Words with which a clause may begin that tells when or where: no row of who must begins with them."""


def _before_apposition(sentence: Sentence, cue: int) -> int:
    """Give the last token of the subject before a cue, an apposition in commas left out: "X, above all Y, must"."""
    if sentence.word(cue - 1) != ",":
        return cue - 1
    commas = [at for at in range(cue - 3, max(-1, cue - _APPOSED), -1) if sentence.word(at) == ","]
    if any(sentence.word(at + 1) in _NAMING for at in commas):
        return cue - 2  # "its partners, including A, B and C, should …": all of them
    comma = commas[0] if commas else 0
    return comma - 1 if comma > 0 and sentence.word(comma + 1) not in _CLAUSES else cue - 1


_NAMING = frozenset({"including", "notably", "particularly", "especially", "namely"})
_APPOSED = 24
"""Tokens that an apposition may have."""
_CLAUSES = frozenset("he she it they we i you there this that if when while as after before and but or so".split())


def _subject(sentence: Sentence, cue: int, begun: int | None = None) -> int | None:
    """Give the first token of the subject that ends before the cue; None where it is a pronoun or no main clause's.

    `begun` is a token of the subject that is known to stand in it: "the authors of that act".
    """
    at = cue if begun is None else begun
    while at > 0 and (
        sentence.word(at - 1) not in _BREAKS
        or sentence.word(at - 1) == "and"
        or _names_some(sentence, at - 1, cue)
        or _is_row(sentence, at - 1, cue)
    ):
        at -= 1
    pointed = sentence.word(at) in _POINTING and cue - at > 1  # "these crimes", "those responsible"
    alone = sentence.word(at) in _PRONOUNS and not pointed
    if at == cue or cue - at > _LONGEST or alone or sentence.word(cue - 1) in _PRONOUNS:
        return None
    if at and sentence.word(at - 1) in _SUBORDINATES:
        return None
    # "food that the government must provide": "that" after a noun relates, after a verb it reports.
    if at > 1 and sentence.word(at - 1) == "that" and sentence.word(at - 2) in _BEFORE_NOUNS:
        return _subject(sentence, cue, at - 1)
    if at and sentence.word(at - 1) == "that" and not _reports(sentence, at - 1):
        return None
    said = next((index for index in range(cue - 2, at, -1) if sentence.word(index) in _HOLDS), None)
    at = at if said is None else said + 1  # "Sorland believes the Council should …"
    words = [sentence.word(index) for index in range(at, cue)]
    if set(words) & _FINITE or (sentence.word(cue) in {"need", "have"} and words[-1] in {"the", "a", "no", "of"}):
        return None
    return at


_DOUBTS = frozenset({"something", "someone", "other", "little", "many", "reasons"})
_BEFORE_NOUNS = frozenset({"of", "in", "by", "for", "to", "from", "behind", "on", "with"})
_HOLDS = frozenset(
    {"believe", "believes", "think", "thinks", "insist", "insists", "say", "says", "maintain", "maintains"}
)
_REPORTS = frozenset(
    "said says believe believes convinced insist insists stress stresses stressed emphasise emphasize "
    "emphasize emphasized reiterate "
    "reiterates declare declares declared added clear maintain maintains think consider affirm underline "
    "underlined argued argues noted notes stated states reiterated explained wrote writes concluded underscored warned "
    "warns tweeted agreed agree agrees maintained recalled asserted announced announces announce ruled rules held "
    "decided finds found argues argue noting insisting saying stressing adding stating feels felt suggests".split()
)
_TELLS = frozenset("told tells tell reminded reminds remind warned warns informed informs assured notified".split())
_MESSAGES = frozenset(
    "reminder reminders message warning statement declaration ultimatum view position opinion".split()
)
_TOLD = 7
"""Tokens that whom somebody tells may have: "told the Issel Daily that"."""
_WHEN = frozenset(
    "here there today yesterday tonight again repeatedly clearly late early monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
_WHERE = frozenset("on in at to during after before from via through this last".split())
_DETERMINERS = frozenset("the a an his her its their this that these those any".split())
"""Words of an aside between what somebody said and "that": "said here on Friday that"."""


def _reports(sentence: Sentence, that: int) -> bool:
    """Say whether "that" at a token opens what somebody said: "said (on Friday) that", "told the Issel Daily that"."""
    if that < 1:
        return False
    if sentence.word(that - 1) in _REPORTS:
        return True
    before = [sentence.word(at) for at in range(max(0, that - _TOLD), that)]
    if "," in before:
        return False
    if not _TELLS.isdisjoint(before) or not _MESSAGES.isdisjoint(before):
        return True
    verbs = [at for at in range(max(0, that - _TOLD), that) if sentence.word(at) in _REPORTS]
    return bool(verbs) and _is_aside(sentence, verbs[-1] + 1, that)


def _is_aside(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether nothing but when, where and to whom stands between two tokens: "on Friday", "in a letter"."""
    while at < end:
        if sentence.word(at) in _WHEN:
            at += 1
            continue
        if sentence.word(at) not in _WHERE:
            return False
        at += 1 + (sentence.word(at + 1) in _DETERMINERS)
        named = at
        while at < end and not {sentence.word(at)} & (_WHEN | _WHERE | _DETERMINERS):
            at += 1
        if at == named and sentence.word(at) not in _WHEN:
            return False
    return True


def _told(sentence: Sentence, pronoun: int) -> tuple[int, int] | None:
    """Give whom "it" stands for in "warned Ardesh that it must", "a reminder to Ardesh that they must"."""
    that = pronoun - 1
    if sentence.word(that) != "that":
        return None
    for at in range(that - 2, max(-1, that - _TOLD), -1):
        told = sentence.word(at) in _TELLS or (sentence.word(at) == "to" and _reports(sentence, that))
        if told and phrases.names_somebody(sentence, at + 1, that - 1):
            return at + 1, that - 1
    return None
