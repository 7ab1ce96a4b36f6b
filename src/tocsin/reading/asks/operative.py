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
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.asks.measures import MEASURE, SHOULD, measures
from tocsin.reading.asks.operative_grammar import SUBJECTS, Grammar, grammar
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

CONSTRUCTIONS: tuple[Construction, ...] = (
    OPERATIVE,
    AND_DEMANDS,
    AGAIN,
    DECIDES,
    SUB_ITEM,
    NUMBERED_ORGAN,
    INFINITIVE,
    MEASURE,
    SHOULD,
)

_LINE = late(
    r"^(?=[ \x0c]*\S)[ \x0c]*(?:(?:OP ?)?\(?\d{1,3}(?:\.\d{1,3})*[.:,)\]]{0,2}(?: bis)?"
    r"|\([a-z]{1,4}\)|[a-z][.)]|[ivx]{1,5}[.)]|[IVX]{1,5}\.|[-–—•*●○▪])?[ ]*\n?[ ]*([A-Za-z]+)",
    re.MULTILINE,
)
_INFINITIVE = late(
    r"^[ ]*(?:\(?\d{1,3}[.)]|\(?[a-z]{1,4}\)|[IVX]+\."
    r"|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)[.:,])\s+"
    r"(?P<verb>To)\s+[a-z]",
    re.MULTILINE,
)
_ITEM = late(
    r"(?:^|(?<=[:;,—-])|(?<=[;,] and)|(?<=[;,] or))[ ]*\n?[ ]*"
    r"(?P<label>\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})+\.?|[a-z]\)|(?:[ivx]{1,4}|[a-h])\.(?=[ ]+[a-z])|"
    r"[-–—•])"
    r"[ ]*\n?[ ]*(?=\w)",
    re.MULTILINE,
)
_ITEM_THAT = late(r"[Tt]hat,?\s+")
_TAIL = late(r"(?:[\s;,.:_—–-]|(?<=[;,.:])\s*\d{1,3}|(?<=[\s;,])(?:and|or)\b)+\Z")
_CLOSING = frozenset(".;:,")
_ENDING = frozenset(";,.:_—–-dr0123456789")
"""With what a tail may end, "and" and "or" among it."""
_NEAR_END = 24
"""Characters in which most tails stand."""
_MARGINS = late(r"\A(?:\s*(?:[A-Z]/[^\n]{2,40}|[\d-]{1,12}(?:[ ]+\d{1,3}/\d{1,3})?|[Pp]age \d+)[ ]*\n)+\s*")
# The marks first, so that the engine skips to them.
_EMPHASIS = late(r"[_*](?:(?<=_)_*|(?<=\*)\**(?=[A-Za-z])|(?<=[a-z]\*)\**)")
_PREPOSITION = late(r"\s(?:in|within|inside|from|at|outside|operating|present|belonging|located|under)\s")
_SENTENCE = late(r"(?<=[a-z\d)\"]{3})\.\s+(?=[A-Z(])")
_BLANK = late(r"\n[ ]*\n\s*")
_LABELLED = late(r"^[ ]*\(?\d{1,3}[.,)](?!\d)", re.MULTILINE)
_GOES_ON = late(r"[a-z]|\((?:[a-z]{1,4}|[A-Z])\)|[-–—•]|\d{1,2}\.\d")
_BY = re.compile(
    r"(?:,\s+|\s)(?:including|in particular|inter alia|especially|notably)?,?\s*(?:by|through|inter alia by)\s*:\s*\Z"
    r"|,?\s+including\s*(?:the following)?\s*:\s*\Z"
)
_ASIDE = late(
    r",\s+(?:jointly|in|with|as|together|where|when|if|by|through|upon|once)\b|\s(?:established|created|pursuant)\s"
)
_AND = late(r",?\s+(?:and|as well as)\s+")
_NAMED_ORGAN = re.compile(r"\b[Tt]he (?P<name>(?:[A-Z][a-z]+ )*[A-Z][a-z]+)\b")
_ALSO_ON = late(r"(?:,|;|,?\s+and|,?\s+as well as)\s+(?:up)?on\s+(?P<who>[^,;.:]{3,100}?)\s+(?P<to>to\s+[a-z])")
_AND_THE = late(
    r",\s+and\s+(?P<who>(?:the|all|both)\s+[^,;.:]{3,80}?)\s+(?P<to>to\s+(?!the\b|an?\b|its\b|which\b|be\b)[a-z])"
)
_SHORTEST = 3
"""Characters of an item that may ask something."""
_FEWEST = 2
"""Bare operative paragraphs below which, without an organ's line, a text is no resolution."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """An operative paragraph: its span, where its verb stands, whether an organ is its subject."""

    start: int
    verb: int
    end: int
    organ: tuple[int, int] | None = None


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
    beginnings = _beginnings(content, rules)
    asks: list[Ask] = []
    spans: list[tuple[int, int]] = []
    bare = [paragraph for paragraph in _bare(content, beginnings, rules) if not _inside(paragraph.start, read)]
    organ = _organ(draft, rules, bare)
    if bare and (organ or len(bare) >= _FEWEST):
        askers = card.issuers or (_named(draft, organ) if organ else ())
        context = _Context(draft, content, rules, askers)
        for paragraph in bare:
            found = _asks(paragraph, context)
            asks += found
            if found and found[-1].addressees:
                context = dataclasses.replace(context, before=found[-1].addressees)
        spans.append((organ[0] if organ else bare[0].start, bare[-1].end))
    for paragraph in _with_organ(content, beginnings, rules):
        if paragraph.organ is None or _inside(paragraph.start, [*read, *spans]):
            continue
        askers = card.issuers or _named(draft, paragraph.organ)
        found = _asks(paragraph, _Context(draft, content, rules, askers))
        asks += found
        if found:
            spans.append((paragraph.start, paragraph.end))
    for paragraph in _decided(content, rules) if ". To " in content or ") To " in content else ():
        if not _inside(paragraph.start, [*read, *spans]):
            found = _asks(paragraph, _Context(draft, content, rules, card.issuers))
            asks += [dataclasses.replace(ask, by=INFINITIVE.name) for ask in found]
            spans.append((paragraph.start, paragraph.end))
    ordered, dealt = measures(draft, card, [*read, *spans])
    return asks + ordered, spans + dealt


def _plain(content: str) -> str:
    """Blank out what scanning and mark-up leave round verbs ("Calls_ upon", "*Urges*"), to the same length."""
    return _EMPHASIS.sub(lambda mark: " " * len(mark.group()), content) if "_" in content or "*" in content else content


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _beginnings(content: str, rules: Grammar) -> list[tuple[int, str]]:
    """Find the lines whose first word, given with them, can open an operative paragraph."""
    lines = ((match.start(), match.group(1).lower()) for match in _LINE.finditer(content))
    return [(start, word) for start, word in lines if word in rules.first or word in SUBJECTS]


def _bare(content: str, beginnings: Sequence[tuple[int, str]], rules: Grammar) -> list[_Paragraph]:
    """Find the paragraphs that open with a verb: after a number, a blank line or the end of a paragraph."""
    tried = (rules.opening.match(content, at) for at, word in beginnings if word in rules.first)
    openings = [match for match in tried if match is not None and _opens(content, match)]
    found = []
    for index, match in enumerate(openings):
        limit = openings[index + 1].start() if index + 1 < len(openings) else len(content)
        found.append(_Paragraph(match.start(), match.start("verb"), _paragraph_end(content, match.end(), limit)))
    return found


def _opens(content: str, match: re.Match[str]) -> bool:
    """Say whether an operative verb at the start of a line opens a paragraph, and is not a wrapped line or a noun."""
    verb = match.group("verb")
    label = match.group("label").strip(" \n_")
    if not label and not verb[0].isupper():
        return False
    if label and not verb[0].isupper() and label[0] not in "([-–—•":
        return False
    before = content[max(0, match.start() - 200) : match.start()].rstrip(" ")
    if label:
        return True
    return not before.strip() or before.endswith("\n\n") or before.rstrip()[-1:] in ";.:,)" or "\n\n" in before[-4:]


def _paragraph_end(content: str, start: int, limit: int) -> int:
    """Find where a paragraph ends: at a blank line after which nothing of it goes on."""
    for gap in _BLANK.finditer(content, start, limit):
        if gap.end() >= limit:
            break
        closed = (
            content[: gap.start()].rstrip()[-1:] if gap.start() == 0 else content[gap.start() - 1 : gap.start()].strip()
        )
        rest = content[gap.end() : gap.end() + 160].lstrip(" ")
        if closed not in _CLOSING:  # a page ends inside a sentence: look past what stands in its margins
            rest = _MARGINS.sub("", rest)
        if not _GOES_ON.match(rest) or (closed == "." and not rest.startswith("(")):
            return gap.start()
    return limit


def _with_organ(content: str, beginnings: Sequence[tuple[int, str]], rules: Grammar) -> Iterator[_Paragraph]:
    """Find the paragraphs in which an organ asks and that are numbered, or have a list under them."""
    matches = [
        match for at, word in beginnings if word in SUBJECTS and (match := rules.subject.match(content, at)) is not None
    ]
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(content)
        label = _LABELLED.search(content, match.end(), limit)
        end = _paragraph_end(content, match.end(), min(limit, label.start() if label else limit))
        body = content[match.end() : end]
        if match.group("house"):
            yield _Paragraph(match.start(), match.start("noted"), end, match.span("house"))
        elif match.group("label").strip() or (":" in body and _ITEM.search(body)):
            yield _Paragraph(match.start(), match.start("verb"), end, match.span("organ"))


def _decided(content: str, rules: Grammar) -> Iterator[_Paragraph]:
    """Find the decisions that open with an infinitive, in a numbered list below "Decides:"."""
    decision = rules.decision.search(content)
    matches = list(_INFINITIVE.finditer(content, decision.end())) if decision else []
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(content)
        yield _Paragraph(match.start(), match.start("verb"), _paragraph_end(content, match.end(), limit))


def _organ(draft: Draft, rules: Grammar, bare: Sequence[_Paragraph]) -> tuple[int, int] | None:
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


def _asks(paragraph: _Paragraph, context: _Context) -> list[Ask]:
    """Read one paragraph: each directive verb in it, each item under one."""
    content = context.content
    found: list[Ask] = []
    heads = list(triggers(content, paragraph.verb, paragraph.end, context.rules))
    for index, trigger in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else paragraph.end
        found += _of_trigger(trigger, end, paragraph, context)
    return found


def _of_trigger(trigger: Trigger, end: int, paragraph: _Paragraph, context: _Context) -> list[Ask]:
    content = context.content
    addressees = _addressees(trigger, paragraph, context)
    items = list(_items(content, trigger.action, end))
    if items and _BY.search(content, trigger.action, items[0][0]):
        items = []  # the items say how, not what: "grant access, including by:"
    rule = {"again": AGAIN, "decides": DECIDES, "further": AND_DEMANDS}.get(
        trigger.kind, NUMBERED_ORGAN if paragraph.organ else OPERATIVE
    )
    found: list[Ask] = []
    stem_end = items[0][0] if items else _sentence_end(content, trigger.action, end)
    later = context.rules.stop.search(content, trigger.action, stem_end)
    action = trigger.whom[0] if trigger.clause and trigger.whom and not addressees else trigger.action
    start, stop = _trimmed(content, action, later.start() if later else stem_end)
    if not items or len(content[start:stop].split()) > 3:
        found += _parted(start, stop, rule, trigger, addressees, context)
    for _, begin, stop_item in items:
        start, stop = _trimmed(content, begin, stop_item)
        that = _ITEM_THAT.match(content, start, stop)
        start = that.end() if that else start
        clause = that is not None or trigger.clause
        verb = context.rules.clause.search(content, start, stop) if clause and not addressees else None
        whom = _joined(context.draft, start, verb.start()) if verb else ()
        if verb and whom:  # "recommends that: (a) Veltria ratify …"
            found.append(_ask(verb.start() + 1, stop, SUB_ITEM, trigger, whom, context))
        elif stop - start > _SHORTEST:
            found.append(_ask(start, stop, SUB_ITEM, trigger, addressees, context))
    return [ask for ask in found if ask.start < ask.end]


def _parted(
    start: int, end: int, rule: Construction, trigger: Trigger, addressees: tuple[Party, ...], context: _Context
) -> list[Ask]:
    """Part "calls on A to do X, and on B to do Y" where B is somebody else."""
    other = _ALSO_ON.search(context.content, start, end) if addressees else None
    other = other or (_AND_THE.search(context.content, start, end) if addressees else None)
    to = _joined(context.draft, *other.span("who")) if other else ()
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
    marks = list(_ITEM.finditer(content, max(start, colon.start() - 1), end))
    if not marks or (len(marks) == 1 and ":" not in content[start : marks[0].start() + 1]):
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


def _addressees(trigger: Trigger, paragraph: _Paragraph, context: _Context) -> tuple[Party, ...]:
    """Resolve whom a directive verb addresses; "it" and "them" are those named before in the paragraph."""
    if trigger.whom is None:
        return ()
    draft = context.draft
    start, end = trigger.whom
    words = " ".join(draft.content[start:end].split()).strip(" ,;")
    words = words.split(",")[0] if "," in words[:6] else words
    if words.lower() in ("him", "her", "it", "them", "he", "she", "they"):
        before = parties(draft, _past_word(draft.content, paragraph.verb), trigger.start)
        last = draft.content.rfind(";", paragraph.verb, trigger.start - 2)
        if last > 0:  # "; regrets that the Council is silent; asks it": who is named last
            before = parties(draft, last, trigger.start) or _organs_before(draft, last, trigger.start) or before
        before = before or _organs_before(draft, paragraph.verb, trigger.start) or context.before
        return before if words.lower() in ("them", "they") else before[-1:]
    place = _PREPOSITION.search(draft.content, start, end)
    head = place.start() if place else end
    found = _joined(draft, start, head)
    return tuple({party.id: party for party in reversed(found)}.values())[::-1]


def _past_word(content: str, start: int) -> int:
    """Give the offset after the word at `start`: a paragraph's verb with its capital names nobody."""
    space = content.find(" ", start)
    return space + 1 if space > 0 else start


def _joined(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Name each of those whom "and" joins; one whom no catalogue knows stands beside the others by its own words."""
    aside = _ASIDE.search(draft.content, start, end)
    end = aside.start() if aside is not None and aside.start() > start else end
    named = parties(draft, start, end)
    if not named:
        return _described(draft, " ".join(draft.content[start:end].split()).strip(" ,;"))
    first = _AND.search(draft.content, start, end)
    if first is None or parties(draft, start, first.start()):
        return named
    words = " ".join(draft.content[start : first.start()].split()).strip(" ,;")
    return (*_described(draft, words.removeprefix("the ")), *named)


def _organs_before(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give who stands as "the Council", with a capital, before "it"."""
    names = [match.group("name") for match in _NAMED_ORGAN.finditer(draft.content, start, end)]
    return tuple(Party(id=slug(name), name=name) for name in names)


def _described(draft: Draft, words: str) -> tuple[Party, ...]:
    """Name those whom no catalogue knows by the source's own words; things ("the discussions") are nobody."""
    name = re.split(r",| which | who | that |;|:", words)[0].strip()
    agents = _agents(draft.catalogue)
    tokens = name.split()
    somebody = any(token in agents for token in tokens) or any(token[:1].isupper() for token in tokens[1:])
    return (Party(id=slug(name), name=name),) if somebody and len(name) < 120 else ()


@lru_cache(maxsize=4)
def _agents(catalogue: Catalogue) -> frozenset[str]:
    """Give the words for those who can be asked; made once per catalogue."""
    return frozenset({*catalogue.list("operative.bearers"), *catalogue.list("asks.agents")})
