# SPDX-License-Identifier: Apache-2.0
"""Asks in resolutions, orders and concluding observations: operative paragraphs and their sub-lists.

An operative paragraph opens with a verb in the third person and no subject ("Urges all States to …"), or with a number
and an organ ("12. The Assembly urges …"). A preamble asks nothing: what stands between the organ's line and the first
operative paragraph is read here, and yields no ask.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.reading.asks import operative_paragraphs, operative_parties
from tocsin.reading.asks.measures import MEASURE, SHOULD, measures
from tocsin.reading.asks.operative_grammar import Grammar, grammar
from tocsin.reading.asks.operative_paragraphs import ITEM, Paragraph
from tocsin.reading.asks.operative_parties import joined
from tocsin.reading.asks.triggers import Trigger, triggers
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.names import parties, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Citation, Party, Time

OPERATIVE = Construction(
    name="ask.operative-paragraph",
    says="a paragraph that opens with a directive verb in the third person and has no subject of its own",
    example=(
        "The Security Council,\nRecalling its resolution 822 (1993),\n"
        "1. Calls upon Veltria ⟦to withdraw its forces from Orsava⟧;\n"
        "2. Requests the Secretary-General ⟦to report within thirty days⟧.\n"
    ),
)
AND_DEMANDS = Construction(
    name="ask.operative-further-verb",
    says="a second directive verb in an operative paragraph, after one that asks or one that does not",
    example=(
        "The Security Council,\n"
        "1. Condemns the shelling of Karsk and demands that Ardesh ⟦cease it at once⟧;\n"
        "2. Decides to remain seized of the matter.\n"
    ),
)
AGAIN = Construction(
    name="ask.operative-again",
    says="an operative paragraph that says an earlier ask of the same organ again, by its noun",
    example=(
        "The Security Council,\n"
        "1. Reiterates its call upon both parties ⟦to open the Tamar corridor⟧;\n"
        "2. Decides to remain seized of the matter.\n"
    ),
)
DECIDES = Construction(
    name="ask.operative-decides-shall",
    says="an operative paragraph that decides that somebody shall do something",
    example=(
        "The Security Council,\n"
        "1. Decides that all States ⟦shall prevent the sale of arms to Ardesh⟧;\n"
        "2. Decides to remain seized of the matter.\n"
    ),
)
SUB_ITEM = Construction(
    name="ask.operative-sub-item",
    says="an item of the list that an operative verb governs",
    example=(
        "The Security Council,\n"
        "1. Calls upon all States:\n(a) ⟦To end arms sales⟧;\n(b) ⟦To report every year⟧;\n"
        "2. Decides to remain seized of the matter.\n"
    ),
)
NUMBERED_ORGAN = Construction(
    name="ask.operative-organ",
    says="a numbered paragraph, or one with a list under it, in which an organ by its name asks",
    example="25. The Committee recommends that Ardesh ⟦revise its Penal Code⟧.\n",
)

INFINITIVE = Construction(
    name="ask.operative-infinitive",
    says="a numbered decision that opens with an infinitive, below a line that says who decides",
    example=(
        "THE COURT DECIDES:\n\n1. To require Ardesh ⟦to suspend the eviction⟧.\n\n"
        "2. To request Veltria ⟦to report within a month⟧.\n"
    ),
)

RESOLVED = Construction(
    name="ask.operative-resolved",
    says="what an assembly resolves to ask, or resolves that somebody else do",
    example=(
        "The Senate of Veltria\n\nWHEREAS the wells of Karsk are dry;\n\n"
        "BE IT RESOLVED, as it is hereby resolved, to urge the Government of Ardesh ⟦to reopen the canal⟧.\n"
    ),
)
MINUTES = Construction(
    name="ask.operative-minutes",
    says="a paragraph of minutes, below the name of who met, that opens with a directive verb in the past",
    example=(
        "The Committee of Ministers:\n1. noted the report of Veltria;\n"
        "2. urged Ardesh ⟦to reopen the inquiry⟧;\n3. decided to meet again in May.\n"
    ),
)

CONSTRUCTIONS: tuple[Construction, ...] = (
    OPERATIVE,
    AND_DEMANDS,
    AGAIN,
    DECIDES,
    SUB_ITEM,
    NUMBERED_ORGAN,
    INFINITIVE,
    RESOLVED,
    MINUTES,
    MEASURE,
    SHOULD,
)

_ITEM_THAT = late(r"[Tt]hat,?\s+")
_TAIL = late(r"(?:[\s;,.:_—–-]|(?<=[;,.:])\s*\d{1,3}|(?<=[\s;,])(?:and|or)\b)+\Z")
_ENDING = frozenset(";,.:_—–-dr0123456789")
"""With what a tail may end, "and" and "or" among it."""
_NEAR_END = 24
"""Characters in which most tails stand."""
# The marks first, so that the engine skips to them.
_EMPHASIS = late(r"[_*](?:(?<=_)_*|(?<=\*)\**(?=[A-Za-z])|(?<=[a-z]\*)\**)")
_SENTENCE = late(r"(?:(?<=[a-z\d)\"]{3})|(?<=[A-Z]{2}))\.\s+(?=[A-Z(])")
_BY = re.compile(
    r"(?:,\s+|\s)(?:including|in particular|inter alia|especially|notably)?,?\s*(?:by|through|inter alia by)\s*:\s*\Z"
    r"|,?\s+including\s*(?:the following)?\s*:\s*\Z"
    r"|\b(?:so(?:\s+that)?|in\s+order\s+that|which|who)\s[^.;:]{0,80}?\b(?:may|can|might|could|would|will)\s*(?:--|—|–|:)\s*\Z"
)
_ALSO_ON = late(r"(?:,|;|,?\s+and|,?\s+as well as)\s+(?:up)?on\s+(?P<who>[^,;.:]{3,100}?)\s+(?P<to>to\s+[a-z])")
_AND_THE = late(
    r",\s+and\s+(?P<who>(?:the|all|both)\s+[^,;.:]{3,80}?)\s+(?P<to>to\s+(?!the\b|an?\b|its\b|which\b|be\b)[a-z])"
)
_TO_DECIDE = late(r"[Tt][oO] [a-zA-Z](?:(?<=[.):–-] [Tt]o [a-z])|(?<=\bTO [A-Z]))")
"""A cheap look for decisions that open with an infinitive."""
_SHORTEST = 3
"""Characters of an item that may ask something."""
_FEWEST = 2
"""Bare operative paragraphs below which, without an organ's line, a text is no resolution."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What every paragraph of a document is read with; `before` are those whom the paragraph before it addressed."""

    draft: Draft
    content: str
    rules: Grammar
    askers: tuple[Party, ...]
    before: tuple[Party, ...] = ()


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find asks outside the spans `read`; give them and the spans that this finder has dealt with."""
    del times, citations  # the finder gives every ask its deadline and its law
    rules = grammar(draft.catalogue)
    content = _plain(draft.content)
    lines = operative_paragraphs.beginnings(content)
    asks: list[Ask] = []
    spans: list[tuple[int, int]] = []
    quiet = rules.quiet(content)
    for paragraph in operative_paragraphs.listed(content):
        if paragraph.organ is not None and not _inside(paragraph.start, read):
            askers = card.issuers or _named(draft, paragraph.organ)
            asks += _asks(paragraph, _Context(draft, quiet, rules, askers))
            spans.append((paragraph.start, paragraph.end))
    paragraphs = operative_paragraphs.bare(content, lines, rules)
    bare = [one for one in paragraphs if not _inside(one.start, [*read, *spans])]
    organ = _organ(draft, rules, bare)
    if bare and (organ or len(bare) >= _FEWEST):
        askers = card.issuers or (_named(draft, organ) if organ else ())
        asks += _in_order(bare, _Context(draft, quiet, rules, askers))
        spans.append((organ[0] if organ else bare[0].start, bare[-1].end))
    for paragraph in operative_paragraphs.with_organ(content, lines, rules):
        if paragraph.organ is None or _inside(paragraph.start, [*read, *spans]):
            continue
        askers = card.issuers or _named(draft, paragraph.organ)
        found = _asks(paragraph, _Context(draft, quiet, rules, askers))
        asks += found
        if found:
            spans.append((paragraph.start, paragraph.end))
    context = _Context(draft, content, rules, card.issuers)
    for paragraph in operative_paragraphs.decided(content, rules) if _TO_DECIDE.search(content) else ():
        if not _inside(paragraph.start, [*read, *spans]):
            asks += [dataclasses.replace(ask, by=INFINITIVE.name) for ask in _asks(paragraph, context)]
            spans.append((paragraph.start, paragraph.end))
    for paragraph in (
        operative_paragraphs.resolved(content, rules) if "esolved" in content or "RESOLVED" in content else ()
    ):
        found = [] if _inside(paragraph.start, [*read, *spans]) else _asks(paragraph, context)
        asks += [dataclasses.replace(ask, by=RESOLVED.name) for ask in found]
        spans += [(paragraph.start, paragraph.end)] if found else []
    past = grammar(draft.catalogue, past=True)
    minutes = [
        one for one in operative_paragraphs.minuted(content, lines, past) if not _inside(one.start, [*read, *spans])
    ]
    told = _in_order(minutes, dataclasses.replace(context, rules=past))
    asks += [dataclasses.replace(ask, by=MINUTES.name) for ask in told]
    spans += [(one.start, one.end) for one in minutes if any(one.start <= ask.start < one.end for ask in told)]
    ordered, dealt = measures(draft, card, [*read, *spans])
    return asks + ordered, spans + dealt


def _in_order(paragraphs: Sequence[Paragraph], context: _Context) -> list[Ask]:
    """Read paragraphs in their order, each knowing whom the one before it addressed."""
    asks: list[Ask] = []
    for paragraph in paragraphs:
        found = _asks(paragraph, context)
        asks += found
        if found and found[-1].addressees:
            context = dataclasses.replace(context, before=found[-1].addressees)
    return asks


def _plain(content: str) -> str:
    """Blank out what scanning and mark-up leave round verbs ("Calls_ upon", "*Urges*"), to the same length."""
    return _EMPHASIS.sub(lambda mark: " " * len(mark.group()), content) if "_" in content or "*" in content else content


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _organ(draft: Draft, rules: Grammar, bare: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Find the line that names the organ that adopts, before the first operative paragraph."""
    last = None
    for match in rules.organ.finditer(draft.content, 0, bare[0].verb if bare else 0):
        last = match.span()
    return last


def _named(draft: Draft, span: tuple[int, int]) -> tuple[Party, ...]:
    """Name the organ of a line, by the catalogue where it is known."""
    found = parties(draft, *span)
    if found:
        return found[:1]
    name = " ".join(draft.content[span[0] : span[1]].split()).strip(" ,").removeprefix("The ").removeprefix("the ")
    return (Party(id=slug(name), name=name),) if name else ()


def _asks(paragraph: Paragraph, context: _Context) -> list[Ask]:
    """Read one paragraph: each directive verb in it, each item under one."""
    content = context.content
    found: list[Ask] = []
    heads = list(triggers(content, paragraph.verb, paragraph.end, context.rules))
    for index, trigger in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else paragraph.end
        found += _of_trigger(trigger, end, paragraph, context)
    return found


def _of_trigger(trigger: Trigger, end: int, paragraph: Paragraph, context: _Context) -> list[Ask]:
    content = context.content
    addressees = operative_parties.asked(context.draft, trigger, paragraph, end, context.askers, context.before)
    if trigger.kind == "resolves" and not addressees:
        return []  # "resolves that a committee be formed" binds nobody else
    items = list(_items(content, trigger.action, end))
    if items and _BY.search(content, trigger.action, items[0][0]):
        items = []  # the items say how, not what: "grant access, including by:"
    rule = {"again": AGAIN, "decides": DECIDES, "resolves": RESOLVED, "further": AND_DEMANDS}.get(
        trigger.kind, NUMBERED_ORGAN if paragraph.organ else OPERATIVE
    )
    found: list[Ask] = []
    stem_end = items[0][0] if items else _sentence_end(content, trigger.action, end)
    later = context.rules.stop.search(content, trigger.action, stem_end)
    action = trigger.whom[0] if trigger.clause and trigger.whom and not addressees else trigger.action
    start, stop = _trimmed(content, action, later.start() if later else stem_end)
    if not items or len(content[start:stop].split()) > 3:
        found += _parted(start, stop, rule, trigger, addressees, context)
    for index, (label, begin, stop_item) in enumerate(items):
        if index + 1 < len(items) and _heads(content, (label, begin, stop_item), items[index + 1][0]):
            continue
        start, stop = _trimmed(content, begin, stop_item)
        that = _ITEM_THAT.match(content, start, stop)
        start = that.end() if that else start
        clause = that is not None or trigger.clause
        verb = context.rules.clause.search(content, start, stop) if clause and not addressees else None
        whom = joined(context.draft, start, verb.start()) if verb else ()
        if verb and whom:  # "recommends that: (a) Veltria ratify …"
            found.append(_ask(verb.start() + 1, stop, SUB_ITEM, trigger, whom, context))
        elif stop - start > _SHORTEST:
            found.append(_ask(start, stop, SUB_ITEM, trigger, addressees, context))
    return [ask for ask in found if ask.start < ask.end]


def _heads(content: str, item: tuple[int, int, int], below: int) -> bool:
    """Say whether an item only heads those numbered below it: "9.3 with regard to schools:" over "9.3.1"."""
    label, begin, stop = item
    mark = content[label:begin].strip()
    return content[begin:stop].rstrip().endswith(":") and content.startswith(
        mark.rstrip(".") + ".", below + len(content[below:]) - len(content[below:].lstrip())
    )


def _parted(
    start: int, end: int, rule: Construction, trigger: Trigger, addressees: tuple[Party, ...], context: _Context
) -> list[Ask]:
    """Part "calls on A to do X, and on B to do Y" where B is somebody else."""
    other = _ALSO_ON.search(context.content, start, end) if addressees else None
    other = other or (_AND_THE.search(context.content, start, end) if addressees else None)
    to = joined(context.draft, *other.span("who")) if other else ()
    if other is None or not to or set(to) == set(addressees):
        return [_ask(start, end, rule, trigger, addressees, context)]
    return [
        _ask(start, other.start(), rule, trigger, addressees, context),
        *_parted(other.start("to"), end, rule, trigger, to, context),
    ]


def _ask(
    start: int, end: int, rule: Construction, trigger: Trigger, addressees: tuple[Party, ...], context: _Context
) -> Ask:
    return Ask(
        start=start,
        end=end,
        quote="",
        by=rule.name,
        askers=context.askers,
        addressees=addressees,
        force=trigger.force,
    )


def _items(content: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Give the items of a list after a colon: label's start, item's start, item's end."""
    colon = re.compile(r":\s|:$|—|\n").search(content, start, end)
    if colon is None:
        return
    marks = list(ITEM.finditer(content, max(start, colon.start() - 1), end))
    above = content[start : marks[0].start() + 1] if marks else ""
    if not marks or (len(marks) == 1 and ":" not in above and above[:-1].strip()):
        return
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        yield mark.start(), mark.end(), stop


def _sentence_end(content: str, start: int, end: int) -> int:
    stop = _SENTENCE.search(content, start, end)
    return stop.start() if stop else end


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space, closing marks, a footnote's number and "and" before the next item."""
    text = content[start:end]
    near = max(0, len(text) - _NEAR_END)
    tail = _TAIL.search(text, near) if text[-1:].isspace() or text[-1:] in _ENDING else None
    if tail is not None and tail.start() == near:
        tail = _TAIL.search(text)
    lead = len(text) - len(text.lstrip(" \n,;:_"))
    return start + lead, start + (tail.start() if tail else len(text))
