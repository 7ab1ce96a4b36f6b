# SPDX-License-Identifier: Apache-2.0
"""Partings: one trigger that asks several things – of different people, item by item, or in the meantime."""

from __future__ import annotations

from tocsin.reading.asks import addressees, counted, frames, phrases
from tocsin.reading.asks.askings import DAYS, Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

Parted = list[tuple[tuple[int, int], tuple[Party, ...]]]
"""Spans of actions, each with whom it is asked of."""
_ASKED = Trigger(index=0, lemma="demand", force="demand", form="base", first=True)
_AND_FOR = late(r",?\s+and\s+(?=for\s)")
_LABEL = late(r"(?:(?<=[\s:;,.])|\A)\(?(?P<label>\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3}|ix|x)\)\s+")
_OF_OTHERS = late(
    r"[;,]\s+(?:and\s+)?(?:of|from)\s+(?P<who>(?!which\b|whom\b)[^,;:.]{3,60}),\s+(?=(?P<that>that\s)|to\s[a-z])"
)
"""A second clause without its verb: "of the latter, that …"."""
_TAIL = late(r"[\s,;]*(?:\b(?:and|or|as well as)\b)?[\s,;]*\Z")
_MEANWHILE = late(r",?\s+and\s+(?:in the meantime|meanwhile|until then|in the meanwhile),?\s+(?=(?:not\s+)?to\s)")
_ORDERS = (
    tuple(str(number) for number in range(1, 13)),
    tuple("abcdefgh"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
)
_BACK = 6
"""Code points before an action in which the label of its first item stands."""
_JOINTS = frozenset({",", "and"})
_ARTICLED = frozenset({"the", "all", "both", "its", "their", "other"})


def parted(read: Sentence, found: Complement, start: int, end: int, to: tuple[Party, ...]) -> Parted:
    """Part what a trigger asks into asks of their own; one alone where nothing parts it."""
    items = _items(read, start, end)
    if items:
        return [(span, to) for span in items]
    also = _AND_FOR.search(read.draft.content, start, end) if found.by == "ask.for-noun" else None
    second = frames.noun_after_for(read, _ASKED, read.index(also.end()) + 1) if also else None
    if also is not None and second is not None and second.by == "ask.for-somebody" and second.to and second.action:
        span = read.tokens[second.to[0]].start, read.tokens[second.to[1]].end
        others = addressees.named(read.draft, *span) or addressees.generic(read, *span)
        return [((start, also.start()), to), ((read.tokens[second.action].start, end), others)]
    nouns = _nouns(read, found, end, to) if found.by == "ask.noun" else []
    if nouns:
        return nouns
    again = _OF_OTHERS.search(read.draft.content, start, end)
    if again is not None and (others := _spoken_of(read, again.span("who"))) and others != to:
        then = again.end() + (5 if again["that"] else 0)
        return [((start, again.start()), to), *parted(read, found, then, end, others)]
    later = _MEANWHILE.search(read.draft.content, start, end) if found.by == "ask.infinitive" else None
    if later is not None:
        return [*_among(read, found, start, later.start(), to), ((later.end(), end), to)]
    return _among(read, found, start, end, to)


def _spoken_of(read: Sentence, span: tuple[int, int]) -> tuple[Party, ...]:
    """Give whom a phrase names who is asked in a second clause; "the latter" is whom the reader's own rule says."""
    latter = counted.one_of_two(read.draft, read.block, span[0])
    return latter or addressees.named(read.draft, *span) or addressees.generic(read, *span)


def _nouns(read: Sentence, found: Complement, end: int, to: tuple[Party, ...]) -> Parted:
    """Part "of A a date, and of B an account", where one verb turns to several: [] where it turns to one."""
    turn = read.word(found.to[0] - 1) if found.to else ""
    if found.to is None or found.action is None or turn not in {"of", "from"} or found.to[1] >= found.action:
        return []
    spans: Parted = []
    begun, held = found.action, to
    for at in range(found.action + 1, read.index(end) - 2):
        joined = read.word(at) in {"and", ",", ";"} and read.word(at + 1) == turn
        second = frames.from_somebody(read, at + 2) if joined else None
        if second is None or second.to is None or second.action is None:
            continue
        if second.to[1] - second.to[0] > _LONGEST or not phrases.names_somebody(read, *second.to):
            continue
        edge = at - 1 if read.word(at - 1) in {",", ";"} else at
        spans.append(((read.tokens[begun].start, read.tokens[edge - 1].end), held))
        named = read.tokens[second.to[0]].start, read.tokens[second.to[1]].end
        begun, held = second.action, addressees.named(read.draft, *named) or addressees.generic(read, *named)
    return [*spans, ((read.tokens[begun].start, end), held)] if spans else []


def _items(read: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """Give the items of a list that runs on in the sentence: "(1) to reopen the school; (2) to pay the teachers"."""
    content = read.draft.content
    if content.find(")", start, end) < 0:
        return []
    marks = list(_LABEL.finditer(content, max(read.start, start - _BACK), end))
    labels = tuple(mark["label"] for mark in marks)
    if len(marks) < 2 or not any(order[: len(labels)] == labels for order in _ORDERS) or marks[0].end() > start + 1:
        return []
    edges = [*(mark.start() for mark in marks[1:]), end]
    spans = []
    for mark, edge in zip(marks, edges, strict=True):
        tail = _TAIL.search(content, mark.end(), edge)
        spans.append((mark.end(), tail.start() if tail and edge != end else edge))
    return spans


def _among(
    read: Sentence, found: Complement, start: int, end: int, to: tuple[Party, ...], *, again: bool = False
) -> Parted:
    """Part "A to do X and on B to do Y" where the addressees differ; `again` after a first such parting."""
    clauses = _clauses(read, start, end, to) if found.by == "ask.clause" else []
    if clauses:
        return clauses
    first = read.index(start)
    joints = (at for at in range(first + 2, read.index(end)) if read.tokens[at].word in _JOINTS)
    for at in joints:
        named = _next_named(read, at)
        if named is None:
            continue
        preposed = read.word(named - 1) in {"on", "upon", "to"}
        inside = _is_of_both(read, at) or _is_beside(read, at) or _is_in_row(read, first, at)
        if not preposed and (found.by == "ask.clause" or inside):
            continue
        action = read.infinitive(named)
        if read.headline or action is None or action <= named:
            continue
        apposed = preposed or read.tokens[named].capital or read.word(named) in _ARTICLED
        past = _before_aside(read, named, action) if apposed else action  # the token after the name
        if past - named > _LONGEST or read.tokens[action].start >= end or not _is_phrase(read, named, past):
            continue
        others = addressees.named(read.draft, read.tokens[named].start, read.tokens[past - 1].end)
        comma = read.word(named - 2) == "," or read.word(at) == ","
        apart = again or preposed or comma or _is_gapped(read, first, at)
        group = not others and apart and phrases.names_somebody(read, named, past - 1)
        if group:
            others = addressees.generic(read, read.tokens[named].start, read.tokens[past - 1].end)
            group = preposed or bool(others)
        if (others or group) and (preposed or found.to is not None) and others != to:
            cut = read.tokens[at - 2 if read.word(at - 1) == "," else at - 1].end
            return [((start, cut), to), *_among(read, found, read.tokens[action].start, end, others, again=True)]
    return [((start, end), to)]


def _is_gapped(read: Sentence, first: int, joint: int) -> bool:
    """Say whether "and B to do Y" is asked of B: no verb before it sends or lets "A and B" do Y together."""
    before = read.word(joint - 1)
    beside = before in read.grammar.agents or phrases.is_people(before)
    words = {read.word(at) for at in range(first, joint)}
    return not (beside and before.endswith("s")) and words.isdisjoint(read.grammar.movers)


def _is_in_row(read: Sentence, first: int, joint: int) -> bool:
    """Say whether "and" ends a row of places behind a preposition: "its posts in Karsk, Ardan and Velt City to …"."""
    back = joint - 1
    while back > first and (read.tokens[back].capital or read.word(back) == ","):
        back -= 1
    return back > first and back < joint - 1 and read.word(back) in _IN


_IN = frozenset({"in", "at", "near", "from", "through", "between", "around", "outside"})


def _is_beside(read: Sentence, joint: int) -> bool:
    """Say whether "and" joins whom somebody acts with: "work with the police and the army to …"."""
    return not {"with", "between", "among"}.isdisjoint(read.word(at) for at in range(max(0, joint - _WITH), joint))


_WITH = 4
"""Tokens before a joint within which "with" or "between" joins."""


_LONGEST = 8
"""Tokens that the name of another addressee may have."""


_TO_DO = frozenset(
    {"efforts", "effort", "right", "rights", "attempts", "ability", "duty", "need", "desire", "wish", "will"}
)


def _is_of_both(read: Sentence, at: int) -> bool:
    """Say whether a noun with an infinitive of its own owns both: "the efforts of A and B to end the war"."""
    near = range(at - 2, max(0, at - 9), -1)
    if any(read.word(back) in _TO_DO and read.word(back + 1) in {"of", "by"} for back in near):
        return True
    return any(
        read.word(back) == "by" and read.word(back + 1) not in DAYS and phrases.names_somebody(read, back + 1, at - 1)
        for back in near
    )


def _next_named(read: Sentence, at: int) -> int | None:
    """Give where the name of another addressee would begin behind the joint at a token, None where it is no joint."""
    joint = read.word(at)
    after = read.word(at + 1)
    if joint == ",":
        if after in {"on", "upon"}:
            return at + 2
        return at + 1 if after in _ARTICLED and not read.is_infinitive(at + 1) else None
    if joint != "and":
        return None
    if after in {"on", "upon", "to"} and not read.is_infinitive(at + 1):
        return at + 2
    capital = read.tokens[min(at + 1, len(read.tokens) - 1)].capital
    bare = read.is_infinitive(at + 2 + (read.word(at + 2) == "not")) and (
        after in read.grammar.agents or phrases.is_people(after)
    )
    return at + 1 if capital or bare or after in _ARTICLED else None


_ASIDES = frozenset({"as", "which", "who", "whose", "in", "within", "a", "an", "the", "being", "under"})
_APPOSED = 24
"""Tokens that what is said of an addressee in commas may have."""


def _before_aside(read: Sentence, named: int, action: int) -> int:
    """Give where a name ends that something is said of before the infinitive: "to Ardesh, as guarantor, to …"."""
    if read.word(action - 1) != "," or action - named > _APPOSED:
        return action
    comma = next((at for at in range(named + 1, action - 1) if read.word(at) == ","), None)
    after = comma + 2 if comma is not None and read.word(comma + 1) == '"' else (comma or 0) + 1
    return comma if comma is not None and read.word(after) in _ASIDES else action


def _is_phrase(read: Sentence, first: int, action: int) -> bool:
    """Say whether the tokens up to an infinitive are a noun phrase: no verb, no ", and" that begins the name later."""
    words = range(first, action)
    if any(read.word(at) in read.grammar.verbs and not read.tokens[at].capital for at in words):
        return False
    # "… the roads to A and B, and C to do Y": C begins after the comma
    return not any(read.word(at) == "," and read.word(at + 1) in {"and", *_ARTICLED} for at in words)


def _clauses(read: Sentence, start: int, end: int, to: tuple[Party, ...]) -> Parted:
    """Part "that A do X and that B do Y"; [] where one clause is asked for."""
    first = read.index(start)
    for at in range(first + 3, read.index(end) - 4):
        line = (
            read.word(at + 1) == "that" and "\n" in read.draft.content[read.tokens[at].end : read.tokens[at + 1].start]
        )
        if line or (read.word(at) == "and" and read.word(at + 1) == "that"):
            second = frames.clause(read, _ASKED, at + 2)
            known = second is not None and second.to is not None and frames.is_known(read, *second.to)
            if read.word(at - 1) != "," and not known and not line:
                continue
            cut = read.tokens[at if line else at - 2 if read.word(at - 1) == "," else at - 1].end
            if (second is None or second.to is None or second.action is None) and not line and to:
                return []  # one list of ends, asked of the same people
            if second is None or second.to is None or second.action is None:
                return [((start, cut), to), ((read.tokens[at + 2].start, end), to)]
            spoken = read.tokens[second.to[0]].start, read.tokens[second.to[1]].end
            others = addressees.named(read.draft, *spoken) or addressees.generic(read, *spoken)
            return [((start, cut), to), ((read.tokens[second.action].start, end), others or to)]
    return []
