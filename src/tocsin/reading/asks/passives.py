# SPDX-License-Identifier: Apache-2.0
"""Passives: "Ardesh is urged to", "it is requested that", told apart from what was only told or might be asked."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks.askings import MODAL, Left, Trigger, before_relative, subject_of
from tocsin.reading.asks.sentences import Sentence


def is_own(sentence: Sentence) -> bool:
    """Say whether a sentence stands in its issuer's own words, not in a reporter's."""
    return sentence.draft.blocks[sentence.block].voice == "issuer"


def passive(sentence: Sentence, trigger: Trigger, left: Left, after: int) -> Trigger | None:
    """Take "Ardesh is urged to": whoever the subject is, is asked; `after` is the token behind the participle."""
    if trigger.lemma in {"expect", "propose", "hope", "demand", "want"} or (
        left.has(MODAL - {"must"}) and not _to_be_asked(sentence, trigger, left)
    ):
        return None
    if trigger.lemma == "require" and sentence.word(left.index) != "you" and "you" not in left.words:
        return None
    verb = sentence.word(after + 1) if sentence.word(after) == "to" else ""
    humble = trigger.lemma == "request" and left.has(_HUMBLE)
    if trigger.lemma == "tell" and _informs(sentence, after):
        return None
    held = humble or (is_own(sentence) and verb == "visit" and left.has(_NOW))
    if verb in sentence.grammar.events and trigger.lemma in {"ask", "invite", "request"} and not held:
        return None
    relative = before_relative(sentence, left.index)
    subject = relative or subject_of(sentence, left.index)
    return replace(trigger, passive=True, subject=subject) if subject else None


def _informs(sentence: Sentence, after: int) -> bool:
    """Say whether what follows "was told" is a fact: "told by word of mouth that women would no longer be admitted"."""
    for at in range(after, min(after + _NEAR, len(sentence.tokens))):
        if sentence.word(at) == "that":
            return True
        if sentence.is_infinitive(at):
            return False
    return False


_NEAR = 9
"""Tokens behind "told" within which "that" or an infinitive stands."""
_NOW = frozenset({"is", "are"})
_HUMBLE = frozenset({"humbly", "respectfully", "kindly", "earnestly"})


def _to_be_asked(sentence: Sentence, trigger: Trigger, left: Left) -> bool:
    """Say whether a modal softens an asking ("may be advised to") or shifts a "will" back ("said X would be asked")."""
    if left.has(frozenset({"may"})):
        return trigger.lemma == "advise" and is_own(sentence)
    told = any(sentence.word(at) in REPORTING for at in range(left.index))
    return left.has(frozenset({"would"})) and told and trigger.lemma in {"ask", "request", "urge", "invite"}


REPORTING = frozenset("said told says announced added stated confirmed reported".split())
"""Verbs by which somebody is told to speak."""


def impersonal(sentence: Sentence, trigger: Trigger, left: Left) -> Trigger | None:
    """Take "it is (hereby) requested that …": who speaks asks."""
    asks = sentence.word(left.index - 1) in MODAL if left.index > 0 else False  # "less still can it be demanded"
    if (
        asks
        or left.has(frozenset({"was", "were", "been", "had", "can", "could", "cannot"}))
        or trigger.lemma
        in {
            "hope",
            "expect",
            "remind",
        }
        or (trigger.lemma == "suggest" and not is_own(sentence))
    ):
        return None
    return replace(trigger, first=True, form="base") if sentence.word(max(0, left.index)) in {"it", "is"} else None
