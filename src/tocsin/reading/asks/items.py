# SPDX-License-Identifier: Apache-2.0
"""Items: what a list's item says of whom it asks – "of donors, …", "To the Union:", "that Ardesh lift …"."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tocsin.reading.asks import addressees, addressing, frames, phrases, sections
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout.lines import style
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_THAT = late(r"(?:and\s+)?(?:so\s+)?that\s+", re.IGNORECASE)
_LED = late(
    r"(?P<who>(?:The )?(?:Ministry|Ministries|Department|Office|Bureau|Government|Authority|Agency|Directorate|"
    r"Secretariat|Municipality|Governorate|Attorney General|"
    r"Parliament|Prosecutor|Commission|Council)\b[^.:;\n]{0,110})\.(?:\s+|\Z)"
)
"""A body's name that stands as a sentence before what it is to do: "Ministry of Health. Open two clinics."."""
_ARROW = late(r"\s(?:→|⇒|➔|➜|►|▶|->|=>)\s+(?=\S)")
"""What stands between a finding and what is asked because of it."""
_CONSULTED = late(r",? (?:in consultation|together|jointly|in coordination|in cooperation) with|,")
_LONGEST = 14
_OPEN = late(r"[.!?;:,)\"]\s*(?:and|or)?\s*$|\b(?:and|or)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Whom an item addresses by itself, where its action begins, and whether it only heads the items below it."""

    to: tuple[Party, ...]
    start: int
    header: bool = False
    led: bool = False


def find(draft: Draft, rules: Grammar, index: int, block: Block) -> Item:
    """Read the opening of an item."""
    arrow = _ARROW.search(draft.content, block.start, block.end)
    if arrow is not None:  # "Papers are lost. → To the Ministry: new ones"
        block = replace(block, start=arrow.end())
    read = sentence(draft, rules, index, block.start, min(block.end, block.start + 600))
    turned = None if read.is_infinitive(0) else addressing.opening(draft, block.start, block.end)
    if turned is not None:
        who, rest = turned
        to = addressees.named(draft, *who) or addressees.generic(read, *who)
        if not to and draft.content[rest - 1] == ":":
            to = addressing.addressed(read, draft, *who)
        if to:
            asked = _WITH.match(draft.content, rest, block.end)
            return Item(to=to, start=asked.end() if asked else rest, header=rest >= block.end)
    labelled = _labelled(draft, read, block)
    if labelled is not None:
        return Item(to=labelled[1], start=labelled[0])
    led = _LED.match(draft.content, block.start, block.end)
    if led is not None and not any(_acts(rules, word) for word in led["who"].split()[1:]):
        to = addressees.named(draft, *led.span("who")) or addressees.generic(read, *led.span("who"))
        words = _CONSULTED.split(led["who"])[0]
        to = to or (Party(id=names.slug(words), name=words),)
        return Item(to=to, start=led.end(), header=led.end() >= block.end, led=True)
    clause = _THAT.match(draft.content, block.start, block.end)
    if clause is not None:
        return Item(to=_subject(read, clause.end()), start=clause.end())
    action = read.infinitive(0)
    first = next((at for at in range(_LONGEST) if not rules.is_adverb(read.word(at))), 0)
    # An item that begins with a verb asks whom the stem asks: "Urgently send a mission to Velt City to monitor …".
    if action and action <= _LONGEST and read.word(first) not in rules.verbs:
        to = addressees.named(draft, block.start, read.tokens[action - 1].end)
        if to:
            return Item(to=to, start=read.tokens[action].start)
    bidden = frames.clause(read, _ASKED, 0)
    if bidden is not None and bidden.to is not None and frames.is_known(read, *bidden.to):
        return Item(to=_subject(read, block.start), start=block.start)  # "demands that:" / "1. the police release …"
    return Item(to=_modifier(read) or _giver(read), start=block.start)


def _giver(read: Sentence) -> tuple[Party, ...]:
    """Give who is to give what an item names: "visas from the Government of Ardesh for the doctors"."""
    at = next((at for at in range(1, _LONGEST) if read.word(at) in {"from", "for", "in", "of", ",", ":"}), None)
    if at is None or read.word(at) != "from" or read.word(0) in read.grammar.verbs:
        return ()
    last = frames.phrase_end(read, at + 1)
    known = frames.is_known(read, at + 1, last)
    return addressees.named(read.draft, read.tokens[at + 1].start, read.tokens[last].end) if known else ()


_ASKED = Trigger(index=0, lemma="demand", force="demand", form="base", first=True)


_WITH = late(
    r"with (?:the|an?|this|our) (?:\w+ )?(?:request|proposal|appeal|call|demand|suggestion|plea|recommendation) "
    r"(?=to\s|not\s|that\s)"
)
"""What may stand between whom an item addresses and the action: "– with the request not to …"."""
_LABEL = late(r"(?P<who>(?!(?:To|From|For|Of|As|In|On|At|By|With|And|But)\b)[A-Z][^:.;!?\n]{2,70}):\s+(?=\S)")


def _labelled(draft: Draft, read: Sentence, block: Block) -> tuple[int, tuple[Party, ...]] | None:
    """Read "Ardesh: two more crossings", "Donor governments: pay the arrears": where the action begins, and whom."""
    label = _LABEL.match(draft.content, block.start, block.end)
    if label is None:
        return None
    to = tuple(p for p in addressees.named(draft, *label.span("who")) if p.id in draft.catalogue.actors)
    last = read.index(label.end("who")) - 1
    if not to and phrases.names_somebody(read, 0, last) and not phrases.names_thing(read, 0):
        to = addressees.generic(read, *label.span("who"))
    return (label.end(), to) if to else None


def _acts(rules: Grammar, word: str) -> bool:
    """Say whether a word of what could be a body's name is a verb: "Parliament summon the company"."""
    return word.islower() and word in rules.verbs and word not in rules.agents and not rules.is_thing(word)


def _that(read: Sentence, first: int) -> tuple[int, tuple[Party, ...]]:
    """Give where the action of "One. That Ardesh lift the siege" begins, and who is to act."""
    found = frames.clause(read, _ASKED, first)
    if found is None or found.action is None or found.to is None:
        return read.tokens[first].start, ()
    return read.tokens[found.action].start, _subject(read, read.tokens[first].start)


def _subject(read: Sentence, start: int) -> tuple[Party, ...]:
    """Give who is to act in "that Ardesh lift the siege"."""
    found = frames.clause(read, _ASKED, read.index(start))
    if found is None or found.to is None:
        return ()
    span = read.tokens[found.to[0]].start, read.tokens[found.to[1]].end
    return addressees.named(read.draft, *span) or addressees.generic(read, *span)


def _modifier(read: Sentence) -> tuple[Party, ...]:
    """Give whose act an item names: "A binding Security Council resolution"."""
    first = 1 if read.word(0) in {"a", "an", "the"} else 0
    while first < len(read.tokens) - 1 and not read.tokens[first].capital and first < 4:
        first += 1
    if first >= len(read.tokens) or not read.tokens[first].capital or first == 0:
        return ()
    span = frames.addressee_in_noun(read, first)
    if span is None:
        return ()
    return addressees.named(read.draft, read.tokens[span[0]].start, read.tokens[span[1]].end)


def is_open(draft: Draft, block: Block) -> bool:
    """Say whether an item goes on in the items below it: it ends in no mark."""
    return _OPEN.search(draft.content, max(block.start, block.end - 8), block.end) is None


def end_of(draft: Draft, index: int, block: Block) -> int:
    """Give where an item ends: with the items below it, if it breaks off before them."""
    end = block.end
    if is_open(draft, block):
        for below in draft.blocks[index + 1 :]:
            if below.role != "list-item" or below.depth <= block.depth:
                break
            end = below.end
    return end


_ANNEX = late(
    r"(?:(?:list of )?(?:attach(?:ments?|ed)|enclos(?:ures?|ed)|annex(?:es|ed)?|appendix|appendices|encls?\.?)\b"
    r"(?: \w+)?\s*[:(.-]"
    r"|(?:cc|copy|copies|copied)(?: to)?\s*:|p\.? ?s\.?\s*[:.]|n\.?b\.?\s*[:.]"
    r"|(?:note|source|contact|photo|signed|date|place)s?\s*:)",
    re.IGNORECASE,
)


def closes(draft: Draft, block: Block) -> bool:
    """Say whether a line stands under a letter, past all that it asks: "Attachment: two maps", "Cc: the Assembly"."""
    return _ANNEX.match(draft.content, block.start, block.end) is not None


def below(draft: Draft, rules: Grammar, index: int, block: Block) -> tuple[int, tuple[Party, ...]] | None:
    """Read a paragraph that stands below a stem as an item would: where the action begins, and whom it asks."""
    found = _that_clause(draft, rules, index, block)
    found = found or _headless(draft, rules, index, block) or _turned(draft, rules, index, block)
    return found or ((block.start, ()) if _unmarked(draft, rules, index, block) else None)


_LONE_THAT = late(r"(?:and )?That,? (?=\S)")


def _that_clause(draft: Draft, rules: Grammar, index: int, block: Block) -> tuple[int, tuple[Party, ...]] | None:
    """Read a paragraph that is a clause by itself: "That the Ministry publish its tests."."""
    opened = _LONE_THAT.match(draft.content, block.start, block.end)
    if opened is None:
        return None
    read = sentence(draft, rules, index, block.start, min(block.end, block.start + 600))
    return _that(read, read.index(opened.end()))


_LETTERED = late(r"[A-Z][.)] ")
_RUN_ON = 260
"""Code points that a line without a mark may have that is an item."""
_TELLS = frozenset("is are was were has have had will would can could may might we i you he she they said says".split())


def _unmarked(draft: Draft, rules: Grammar, index: int, block: Block) -> bool:
    """Say whether a line below a stem is an item that bears no mark: one clause that begins with what is to be done."""
    if block.role not in {"body", "heading"} or block.end - block.start > _RUN_ON or len(draft.sentences(index)) > 1:
        return False
    after = index and block.role == "heading" and draft.blocks[index - 1].role == "list-item"
    if after and not _LETTERED.fullmatch(draft.content, max(0, block.start - 3), block.start):
        return False  # the heading of what comes after the list
    end = draft.content[block.end - 1]
    headed = draft.content[block.start : block.end].isupper() or sections.heading_force(draft, block) is not None
    if headed or end in ":?!" or draft.content.find(",", block.start, block.start + _OPENS) > 0:
        return False
    read = sentence(draft, rules, index, block.start, block.end)
    first = next((at for at in range(len(read.tokens)) if not rules.is_adverb(read.word(at))), 0)
    first += read.word(first) in {"to", "not"}
    first += read.word(first) == "to"
    acts = (
        read.word(first) in rules.verbs and read.word(first) not in rules.agents and read.word(first + 1) not in _TELLS
    )
    ends = phrases.names_thing(read, first) and all(token.word not in _TELLS for token in read.tokens)
    return acts or ends


_OPENS = 24
"""Code points at the head of a line in which a comma shows that a sentence begins: "Today, …"."""


def _headless(draft: Draft, rules: Grammar, index: int, block: Block) -> tuple[int, tuple[Party, ...]] | None:
    """Read a paragraph below a stem that is no sentence: "The Union to open its border."; action and whom it asks."""
    if block.role not in {"body", "quotation"} or draft.content[block.start].islower():
        return None
    if _THAT.match(draft.content, block.start, block.end) is not None:
        item = find(draft, rules, index, block)
        return item.start, item.to
    read = sentence(draft, rules, index, block.start, min(block.end, block.start + 400))
    turned = _TURNED.match(draft.content, block.start, block.end)
    if turned is not None and (turned.group()[0] in "FfOo" or _is_bidden(read, turned.end())):
        whom = addressing.addressed(read, draft, *turned.span("who"))
        return (turned.end(), whom) if whom else None
    counted = _COUNTED.match(draft.content, block.start, block.end)
    first = read.index(counted.end()) if counted else 0
    if counted and read.word(first) == "that":
        return _that(read, first + 1)
    if counted and (phrases.names_thing(read, first) or read.word(first) in rules.verbs):
        return counted.end(), ()
    labelled = _labelled(draft, read, block)
    if labelled is not None:
        return labelled
    action = read.infinitive(0)
    if action is None or not 0 < action <= _HEADLESS:
        return None
    before = [read.tokens[at] for at in range(action)]
    if before[0].word in rules.verbs and before[0].word not in rules.agents:
        return None  # "Ask the Union to open its border.": the verb names nobody
    told = any(token.word in _TOLD or _is_verb(rules, token.word, capital=token.capital) for token in before)
    if told or before[-1].word in {"is", "are", "in", "order"}:
        return None
    span = before[0].start, before[-1].end
    to = addressees.named(draft, *span) or addressees.generic(read, *span)
    return (read.tokens[action].start, to) if to else None


def _is_bidden(read: Sentence, offset: int) -> bool:
    """Say whether what is to be done stands at an offset, in a paragraph of one sentence, not what somebody is told."""
    at = read.index(offset)
    words = {read.word(index) for index in range(at)}
    whole = read.draft.sentences(read.block)
    bare = words.isdisjoint({"we", "i", "our", "my"}) and whole[-1][1] <= read.end and len(whole) == 1
    return bare and (read.word(at) in read.grammar.verbs or phrases.names_thing(read, at))


_TURNED = late(r"(?:From|Of|FROM|OF|To|TO|For|FOR) (?P<who>[^:.;\n]{3,90}):\s+(?:that (?:they|it|he|she) )?(?=\S)")
"""How a paragraph turns to one of those of whom the stem asks: "From the Union: teams within ten days"."""


def _turned(draft: Draft, rules: Grammar, index: int, block: Block) -> tuple[int, tuple[Party, ...]] | None:
    """Read a paragraph below a stem that names whom it asks first: "to the Union – with the request to meet;"."""
    if block.role != "body" or not draft.content[block.start].islower():
        return None
    item = find(draft, rules, index, block)
    return (item.start, item.to) if item.to and item.start > block.start and not item.header else None


_COUNTED = late(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Final|Last)(?:ly)?[,.:]\s+(?=[a-z]|That\b)"
    r"|(?:One|Two|Three|Four|Five|Six)[:.,]\s+(?=\S)"
)
"""How a paragraph counts what is asked: "Second, the repeal of the decree;"."""
_HEADLESS = 24
"""Tokens that whom such a paragraph asks may have."""
_TOLD = frozenset(
    "is are was were has have had will would can could must should may might we i you they he she".split()
)


def _is_verb(rules: Grammar, word: str, *, capital: bool) -> bool:
    if capital or word in rules.agents:
        return False
    return word.endswith("ed") or (word.endswith("s") and word[:-1] in rules.verbs and word not in _NOUNS)


_NOUNS = frozenset({"states", "partners", "members", "groups", "forces", "sides", "parts", "rights", "heads", "powers"})


_JOINED = frozenset("and finally lastly also to on upon from of with we".split())
"""What may stand before whom such a paragraph asks: "and on the Union to …", "to the Union, not to …"."""


def continued(draft: Draft, rules: Grammar, index: int, block: Block) -> list[tuple[int, int, tuple[Party, ...]]]:
    """Read a paragraph that goes on with its heading's verb: "the mission to …; the agency to …"."""
    found: list[tuple[int, int, tuple[Party, ...]]] = []
    content = draft.content
    for part in re.finditer(r"[^;]+", content[block.start : block.end]) if content[block.start].islower() else ():
        read = sentence(draft, rules, index, block.start + part.start(), block.start + part.end())
        first = next((at for at in range(3) if read.word(at) not in _JOINED), 0)
        action = read.infinitive(first)
        if action is None or action <= first:
            break
        last = action - 1 - (read.word(action - 1) == ",")
        span = read.tokens[first].start, read.tokens[last].end
        to = addressees.named(draft, *span) or addressees.generic(read, *span)
        if not to:
            break
        found.append((read.tokens[action].start, read.end, to))
    return found


_RUNNING_HEAD = 120
"""Code points that a page's head may have between two items of one list."""


def turns_page(draft: Draft, index: int) -> bool:
    """Say whether a short line of junk stands between two items of one list, as a page's head does."""
    blocks = draft.blocks
    if index == 0 or index + 1 == len(blocks) or blocks[index].end - blocks[index].start > _RUNNING_HEAD:
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    parted = before.role == "list-item" and _rank(before.marker) != _rank(after.marker)
    return not parted or after.role == "heading"


def _rank(marker: str) -> tuple[str, int]:
    """Give the style of a list's marker and how deep it counts: "5.1." is one below "6."."""
    return style(marker), marker.strip(".").count(".")
