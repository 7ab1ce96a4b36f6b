# SPDX-License-Identifier: Apache-2.0
"""Askings: a verb that asks with what stands before it – its auxiliaries, and the noun phrase of who asks."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass

from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence

FIRST = frozenset({"i", "we", "i'd", "we'd", "i'm", "we're", "we've", "i've", "we'll", "i'll"})
THIRD = frozenset({"he", "she", "it", "they", "who", "both", "he's", "she's", "they're", "they've", "it's"})
BE = frozenset({"am", "is", "are", "was", "were", "been", "being", "be", "i'm", "we're", "he's", "she's", "they're"})
HAVE = frozenset({"have", "has", "had", "having", "we've", "i've", "they've"})
MODAL = frozenset("will shall would must can could may might should i'd we'd we'll i'll cannot".split())
DO = frozenset({"do", "does", "did"})
NEGATIVE = frozenset("not n't never no longer cannot nobody none neither nor without rather instead hardly".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight".split())
_PLURAL = frozenset("people women men children police clergy staff youth media".split())
_TOLD = frozenset(
    "said says told tells wrote writes sent went came met took gave held made began spoke left won lost rose fell "
    "ran got kept stood adds warns does did reads saw knew found brought built fought fears wants hopes will would "
    "can could must may".split()
)
_NOT_FINITE = frozenset("armed united displaced detained wounded injured allied need red indeed concerned".split())
_LEADS = frozenset(
    "in on at by after before while when as if once following during since with under from meanwhile noting "
    "despite earlier also however speaking although".split()
)
_FARTHEST = 60  # tokens that who asks may have


_TERMS = frozenset(
    "until till one two three four five six seven eight nine ten twelve fourteen fifteen twenty thirty ninety a an "
    "another just only".split()
)


def begins_term(sentence: Sentence, at: int) -> bool:
    """Say whether a length of time or its end may begin at a token: "until Friday", "48 hours", "a week"."""
    return sentence.word(at) in _TERMS or sentence.word(at)[:1].isdigit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A verb that asks. `index` is its token; `subject` the token span (first, last) of who asks, None where unsaid.

    `passive`: the subject is the one who is asked. `first`: "I" or "we" speak.
    """

    index: int
    lemma: str
    force: str
    form: str
    passive: bool = False
    reported: bool = False
    first: bool = False
    bare: bool = False
    subject: tuple[int, int] | None = None


@dataclass(slots=True)
class Left:
    """What stands before a verb: its auxiliaries and adverbs passed over, up to the token `index`."""

    index: int
    words: list[str]

    def has(self, words: frozenset[str]) -> bool:
        """Say whether any of these words stands before the verb."""
        return any(word in words for word in self.words)


def subject_of(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Give the tokens of the noun phrase that ends at `last`: its apposition and what leads into the clause cut."""
    while last > 0 and sentence.word(last) == '"':
        last -= 1
    if last < 0:
        return None
    start, edge = last, max(0, last - _FARTHEST)
    while start > edge and sentence.word(start - 1) not in {";", ":", '"', "that", "—", "–", "-", "."}:
        start -= 1
    words = [sentence.word(at) for at in range(start, last + 1)]
    if words[-1] == "," and "," in words[:-1]:
        return start, start + max(0, words.index(",") - 1)
    if words[-1] in {"and", "but", ","}:
        return _before_joint(sentence, start, words)
    commas = [at for at, word in enumerate(words) if word == ","]
    if commas and not sentence.tokens[start].capital:
        return start + commas[-1] + 1, last
    if commas and words[0] not in _LEADS and _enumerates(sentence, start, words, commas):
        return start, last
    if commas and (commas[0] > 3 or words[0] in _LEADS):
        return _row_behind(sentence, start, words, commas) or start + commas[-1] + 1, last
    asked = next((at for at in range(start + 1, last) if _asks(sentence, at)), None)
    return (start, asked - 1) if asked else (_past_clause(sentence, start, last), last)


def _row_behind(sentence: Sentence, start: int, words: list[str], commas: list[int]) -> int | None:
    """Give where a row of names begins behind what leads in: "On Monday, the Guild, the League and the Union urged"."""
    for lead in commas[:-1]:
        rest = words[lead + 1 :]
        inner = [at for at, word in enumerate(rest) if word == ","]
        if _enumerates(sentence, start + lead + 1, rest, inner):
            return start + lead + 1
    return None


def _before_joint(sentence: Sentence, start: int, words: list[str]) -> tuple[int, int] | None:
    """Give the subject of the verb that a joint hangs the next one on: "The mayor shut the gate and urged …"."""
    if start and sentence.word(start - 1) == '"' and (told := _before_quote(sentence, start - 1)) is not None:
        return told
    if start > _SAID_THAT and sentence.word(start - 1) == "that" and _is_finite(sentence, start - 2):
        return subject_of(sentence, start - 3)  # "X said that the town had fallen and urged …"
    if words[0] in THIRD and len(words) > 1:
        return start, start  # "It holds the mayor responsible and calls on …"
    finite = _finite(sentence, start, words)
    under = _subordinate(sentence, start, words, finite) if finite else None
    return under or (start + _past_lead(words, finite), start + (finite - 1 if finite else len(words) - 1))


_SAID_THAT = 3
"""Tokens of who speaks and says, before "that"."""
_UNDER = frozenset({"after", "when", "as", "because", "while", "since", "once", "where", "although", "though"})
_JOINS = frozenset({"and", "but", "while", "whereas", "when", "as", "because", "that", "after", "before"})
_SAYS = frozenset({"said", "says", "added", "claimed", "stated", "announced", "reported", "reports", "adds", "told"})


def _subordinate(sentence: Sentence, start: int, words: list[str], finite: int) -> tuple[int, int] | None:
    """Give the subject of a clause under the main one: "The news came after the mayor shut the gate and urged …"."""
    at = next((at for at in range(len(words) - 2, finite, -1) if words[at] in _UNDER), None)
    verb = at and next((i for i in range(at + 2, len(words)) if _is_finite(sentence, start + i)), None)
    return (start + at + 1, start + verb - 1) if at and verb else None


def _past_clause(sentence: Sentence, start: int, last: int) -> int:
    """Give where a subject begins after a whole clause: "tanks stood at the gate and the mayor", "X said the army"."""
    if sentence.word(last) in THIRD:
        return start
    verb = next((at for at in range(last - 1, start, -1) if _is_finite(sentence, at)), None)
    if verb is None:
        return start
    joint = next((at for at in range(last - 1, verb, -1) if sentence.word(at) in _JOINS), None)
    if joint is not None:
        return joint + 1
    return verb + 1 if sentence.word(verb) in _SAYS else start


_BARS = frozenset(", ; : . ( ) - – — of to by from with for on in at into over upon about against that and or".split())
_NAMED = 8
"""Tokens that the name before a relative pronoun may have."""


def before_relative(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Give the tokens of whom "which" or "who" at a token tells: "the report of the Mission, which is invited to …"."""
    if sentence.word(at) not in {"which", "who"} or at == 0:
        return None
    last = at - 2 if sentence.word(at - 1) == "," else at - 1
    first = last
    while first > 0 and last - first < _NAMED and sentence.word(first - 1) not in _BARS:
        first -= 1
    return (first, last) if first <= last else None


def main_subject(sentence: Sentence) -> tuple[int, int] | None:
    """Give the tokens before the first finite verb of a sentence, past what leads into it."""
    words = [token.word for token in sentence.tokens]
    finite = _finite(sentence, 0, words) if len(words) > 1 else None
    return (_past_lead(words, finite), finite - 1) if finite else None


def _asks(sentence: Sentence, at: int) -> bool:
    """Say whether a verb of asking in the third person stands at a token: who asks twice is named before the first."""
    form = sentence.grammar.forms.get(sentence.word(at))
    return form is not None and form[1] == "s" and sentence.word(at + 1) in {"on", "upon", "the", "that", "all", "both"}


def _before_quote(sentence: Sentence, closing: int) -> tuple[int, int] | None:
    """Give the subject of the verb that quoted words hang on: "X said he would "…", and demanded"."""
    opening = next((at for at in range(closing - 1, -1, -1) if sentence.word(at) == '"'), None)
    if opening is None:
        return None
    for at in range(opening - 1, 1, -1):
        if sentence.word(at) == "who" and _is_finite(sentence, at + 1):
            last = at - 2 if sentence.word(at - 1) == "," else at - 1
            first = next((i + 1 for i in range(last, 0, -1) if _is_finite(sentence, i)), 0)
            return (first, last) if first <= last else None
    words = [sentence.word(at) for at in range(opening)]
    finite = _finite(sentence, 0, words) if len(words) > 1 else None
    return (_past_lead(words, finite), finite - 1) if finite else None


def _is_finite(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    if sentence.tokens[at].capital and not sentence.headline:
        return False
    form = sentence.grammar.forms.get(word)
    known = word in BE or word in HAVE or word in _TOLD or (form is not None and form[1] in {"past", "s"})
    return known or (word.endswith("ed") and word not in _NOT_FINITE)


def _finite(sentence: Sentence, start: int, words: list[str]) -> int | None:
    """Give the place among `words` of the first finite verb, past what leads into the clause."""
    first = words.index(",") + 1 if words[0] in _LEADS and "," in words[:-1] else 1
    found = (at for at in range(first, len(words)) if _is_finite(sentence, start + at))
    return next((at for at in found if not _is_related(words, at)), None)


def _is_related(words: list[str], at: int) -> bool:
    """Say whether a finite verb is a relative clause's: "Protesters who have blocked the road agreed …"."""
    while at > 1 and (words[at - 1] in HAVE | BE or words[at - 1].endswith("ly")):
        at -= 1
    return at > 1 and words[at - 1] == "who"


def _past_lead(words: list[str], finite: int | None) -> int:
    """Give where the subject begins after "In a message read in church, …"."""
    if finite is None or words[0] not in _LEADS:
        return 0
    for at in range(finite):
        if words[at] == "," and words[at + 1] not in _LEADS:
            return at + 1  # what stands between later commas tells more of the subject
    return 0


def _enumerates(sentence: Sentence, start: int, words: list[str], commas: list[int]) -> bool:
    """Say whether commas part a list of names ("envoys from A, the B and C"), not a clause from what leads into it."""
    tail = words[commas[-1] + 1 :]
    return "and" in tail and not any(_is_finite(sentence, start + at) for at in range(1, len(words)))


def first_before(sentence: Sentence, last: int) -> bool:
    """Say whether "I" or "we" stands before a token."""
    return any(sentence.word(at) in FIRST for at in range(max(0, last - 40), last))


def is_plural(sentence: Sentence, index: int) -> bool:
    """Say whether the noun phrase that ends at a token is a plural, so that a base form agrees with it."""
    word = sentence.word(index)
    if (word.endswith("s") and not word.endswith(("ss", "us"))) or word in _PLURAL or word.endswith(("men", "folk")):
        return True
    subject = subject_of(sentence, index)
    if subject is not None and _heads_plural(sentence, *subject):
        return True
    # "the bishops of both shores of the Issel", "A and B": the noun that agrees stands further left.
    return sentence.tokens[index].capital and any(
        sentence.word(at) == "and" or (sentence.word(at).endswith("s") and not sentence.tokens[at].capital)
        for at in range(max(0, index - 14), index)
    )


def _heads_plural(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the head of a subject is a plural followed by what tells of it: "Traders in the town"."""
    head = phrases.head(sentence, first, last)
    word = sentence.word(head)
    if head >= last or not (word in _PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))):
        return False
    return not any(
        sentence.word(at) in BE | HAVE | {"who", "that", "which", ","} or sentence.word(at).endswith("ed")
        for at in range(head + 1, last + 1)
    )
