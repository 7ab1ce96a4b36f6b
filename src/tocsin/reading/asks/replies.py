# SPDX-License-Identifier: Apache-2.0
"""Replies: what a letter tells its reader of the reader's own asks, and asks together with others."""

from __future__ import annotations

from tocsin.reading.asks import antecedents
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Party

_ADVERBS = r"(?:(?:also|have|had|further|furthermore|again|therefore|rightly|kindly|then|\w+ly) ){0,3}"
_YOU_ASKED = late(
    r"\b(?:you|your (?:letter|organi[sz]ations?|union|group|committee|petition|message)) "
    rf"{_ADVERBS}(?:asked|requested|urged|called|demanded|appealed|invited|recommended|proposed|suggested|pressed|"
    r"begged|implored|petitioned|sought|wanted|wished)\b|"
    r"\A\W*(?:(?:in|with) your \w+(?: of [\w ]{3,20})?,? )?you (?:also |further |again )?"
    r"(?:ask|request|urge|call|demand|appeal|invite)\b",
)
_OURS = late(r"\b(?:we|i)\b")
_JOINED = late(
    r"\bjoin(?:s|ed|ing)? (?:(?:with|to) )?(?!us\b)(?!me\b)(?:(?!\bto\b)[\w'’.-]+ ){1,8}?in (?:\w+ly )?\Z|"
    r"\b(?:together|along|jointly) with you,? (?:we |i )?\Z|\blike you,? (?:we |i )?(?:\w+ )?\Z"
)
_HIM = frozenset({"him", "her"})
_US = late(r"(?:all of |each of )?us(?: all| both)?")
_JOINING = 90
"""Code points before a verb within which an issuer joins others in it."""


def is_told_back(read: Sentence, trigger: Trigger) -> bool:
    """Say whether a reply tells what its reader asked: "You asked the Commission to …", "You also asked us to urge …".

    What the writer asks in the same sentence is the writer's own: "As you asked, we call on …".
    """
    place = read.tokens[trigger.index].start
    small = read.draft.content[read.start : place].lower()
    if "you" not in small:
        return False
    asked = _YOU_ASKED.search(small + read.word(trigger.index))
    return asked is not None and _OURS.search(small, asked.end()) is None


def is_joined(read: Sentence, trigger: Trigger, found: Complement) -> bool:
    """Say whether the issuer asks beside others and names nobody who is asked: "We join you in calling for …"."""
    if found.to is not None:
        return False
    place = read.tokens[trigger.index].start
    return _JOINED.search(read.draft.content[max(read.start, place - _JOINING) : place].lower()) is not None


def answered(read: Sentence, trigger: Trigger, found: Complement, before: Ask | None) -> tuple[Party, ...]:
    """Give who asked just before and is asked in turn: "The President calls on us to …. We call on him to …"."""
    if found.to is None or not trigger.first or found.to[0] != found.to[1] or before is None:
        return ()
    word = read.word(found.to[0])
    near = before.end >= read.draft.blocks[read.block].start and before.voice == "issuer"
    return antecedents.fitting(read.draft, word, before.askers) if near and word in _HIM else ()


def ourselves(
    read: Sentence, trigger: Trigger, found: Complement, issuers: tuple[Party, ...], askers: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Give whom "us" is in what others ask of the issuer: "The President calls on us to …"; () for anything else."""
    if found.to is None or trigger.first or askers == issuers:
        return ()
    last = min(found.to[1], len(read.tokens) - 1)
    said = read.draft.content[read.tokens[found.to[0]].start : read.tokens[last].end].lower()
    return issuers if _US.fullmatch(said) else ()
