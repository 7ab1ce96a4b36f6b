# SPDX-License-Identifier: Apache-2.0
"""What is sought in the passive: "An interim payment is therefore requested", "Your help is asked for"."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks import phrases, wishes
from tocsin.reading.asks.askings import BE, NEGATIVE, THIRD, Trigger, subject_of
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_SOUGHT = frozenset("requested sought demanded solicited urged asked called recommended proposed".split())
_PREPOSED = frozenset({"asked", "called"})
"""Participles that need their "for": "is asked for"."""
_ADVISED = frozenset({"urged", "recommended", "proposed"})
"""Participles whose subject must be something to be done: "a pause is recommended", no "guide"."""
_GOES_ON = frozenset(". ; : ! , and from of at before by within as in on so not no for with".split())
_OURS = frozenset({"us", "me", "the", "our", "all"})
_DETERMINERS = frozenset("a an the your some any no every this that these such".split())


def find(sentence: Sentence, index: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read what is sought by the participle at a token: what stands before it, in its issuer's own words."""
    word = sentence.word(index)
    if word not in _SOUGHT or sentence.draft.blocks[sentence.block].voice != "issuer":
        return None
    after = index + (2 if word in _PREPOSED else 1)
    if word in _PREPOSED and sentence.word(index + 1) != "for":
        return None
    at = index - 1
    while sentence.grammar.is_adverb(sentence.word(at)) or sentence.word(at) == "being":
        if sentence.word(at) in NEGATIVE:
            return None
        at -= 1
    if sentence.word(at) not in {"is", "are"} or not _closes(sentence, after):
        return None
    subject = subject_of(sentence, at - 1)
    if word in _ADVISED and at == index - 1:
        return None  # "is proposed" tells what others do; "is hereby proposed" does it
    if subject is None or subject[0] > subject[1] or not _is_sought(sentence, word, *subject):
        return None
    trigger = Trigger(index=index, lemma="seek", force=force, form="base", first=True)
    return trigger, Complement(by="ask.sought", to=_whom(sentence, after), action=subject[0], through=subject[1])


def _closes(sentence: Sentence, after: int) -> bool:
    """Say whether the clause ends or tells of whom, by when and why, not by whom else or to what end."""
    word = sentence.word(after)
    if word == "by":
        return sentence.word(after + 1) in _OURS or sentence.word(after + 1)[:1].isdigit()
    return word == "" or word in _GOES_ON or word.endswith("ly")


def _is_sought(sentence: Sentence, word: str, first: int, last: int) -> bool:
    """Say whether a subject is something that a reader may give or do, not somebody who is asked to act."""
    opens = sentence.word(first)
    if (
        opens == "either"
        or opens in NEGATIVE
        or opens in THIRD
        or opens in BE
        or phrases.names_somebody(sentence, first, last)
    ):
        return False
    thing = phrases.names_thing(sentence, first) or wishes.is_owed(sentence, first)
    if word in _ADVISED:
        return thing
    return thing or opens in _DETERMINERS or (sentence.tokens[first].capital and first == 0 and last > first)


def _whom(sentence: Sentence, after: int) -> tuple[int, int] | None:
    """Give whom "… is requested of the Board" names."""
    if sentence.word(after) not in {"of", "from"}:
        return None
    last = next(
        (at - 1 for at in range(after + 1, len(sentence.tokens)) if sentence.word(at) in _MARKS),
        len(sentence.tokens) - 1,
    )
    return (after + 1, last) if phrases.names_somebody(sentence, after + 1, last) else None


_MARKS = frozenset(". , ; : ! before by within in on as so to for".split())
