# SPDX-License-Identifier: Apache-2.0
"""Counsels: imperatives in the paragraphs of a section on recommendations, which bear no mark of a list."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late

_LABEL = late(r"[*_]{0,3}(?:[A-Z][\w'’&/ -]{2,50}[*_]{0,3}:[*_]{0,3}\s+[*_]{0,3})?(?=[A-Z])")
"""What may stand before a counsel: a mark-up's stars, and the matter that it is on ("Security: Support …")."""
_TOLD = frozenset("is are was were has have had will would we i you he she they said says".split())
_NOUNS = frozenset("of by in at since during between among is are and or".split())
"""Words behind one that is a noun here: "Support of the plan", "Reports by the staff"."""
_JOINS = frozenset("for to with on".split())
_NEAR = 9
"""Tokens within which a noun's verb stands."""
_AWAY = frozenset("refrain abstain desist withdraw".split())


def find(draft: Draft, rules: Grammar, index: int) -> list[tuple[int, int]]:
    """Give the spans of the sentences that say what is to be done, if the block opens with one."""
    found: list[tuple[int, int]] = []
    for start, end in draft.sentences(index):
        label = _LABEL.match(draft.content, start, end)
        begin = label.end() if label is not None and not found else start
        read = sentence(draft, rules, index, begin, end)
        at = _bidden(read) if read.tokens and read.tokens[-1].word not in {"?", ":"} else None
        if at is not None:
            found.append((read.tokens[at].start, end))
        elif not found:
            break
    return found


def _bidden(read: Sentence) -> int | None:
    """Give the token at which an imperative's action begins; None where the sentence is none."""
    rules = read.grammar
    first = 1 if read.word(0) == "most" else 0
    while rules.is_adverb(read.word(first)) and read.word(first) not in rules.verbs:
        first += 1
    begin = first + 1 if first and read.word(first) == "," else first
    verb = begin + 2 if read.word(begin) == "do" and read.word(begin + 1) == "not" else begin
    word, after = read.word(verb), read.word(verb + 1)
    if word not in rules.verbs or word in rules.agents or after in _TOLD:
        return None
    if after in _NOUNS and not (after == "and" and read.word(verb + 2) in rules.verbs):
        return None
    if after == "from" and word not in _AWAY:
        return None
    near = (read.word(at) for at in range(verb + 2, verb + _NEAR))
    if after in _JOINS and any(told in _TOLD for told in near):
        return None  # "Support for the plan has grown"
    return begin if begin > first else 0
