# SPDX-License-Identifier: Apache-2.0
"""Asks in review reports: listed recommendations with the names of those who make them.

A *lead* is the paragraph that opens a list ("The recommendations listed below enjoy the support of X:"); it tells the
status and the State under review. An entry ends where a bracket holds nothing but States; one number may hold several.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.reading.asks.states import States, states
from tocsin.reading.asks.statuses import revised, status
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Citation, Party, Time

LISTED = Construction(
    name="ask.listed-recommendation",
    says="an entry of a list that a sentence on recommendations opens, up to the bracket that names who makes it",
    example=(
        "83. The recommendations listed below enjoy the support of Veltria:\n"
        "83.1. ⟦Ratify the Convention against Torture⟧ (Spain);\n"
        "83.2. ⟦Open the crossing at Karsk⟧ (Mexico, Norway);\n"
        "83.3. ⟦Continue its reform of the courts⟧ (Chad).\n"
    ),
)

CONSTRUCTIONS: tuple[Construction, ...] = (LISTED,)

_FEWEST = 3
"""Entries with States below which a list is none."""

_WORD = late(r"ecommendation")
_BEGIN = late(r"(?:\A|\n)[ ]*(?:\n[ ]*)*(?:(\d{1,3})\.\s*)?(?=[A-Z*])")
_LEAD_END = late(r":[ ]*(?=\n)|:\s+(?=\d{1,3}[.\s])|\n[ ]*(?=\d{1,3}\.(?:\s|\d))|\n[ ]*\n")
_LABEL = late(r"^[ ]*(\d{1,3}(?:\.[ ]?\n?[ ]*\d{1,3}\b|(?=[.)])))[.)]?(?:[ ]+|[ ]*\n\s*)(?=[|\"'A-Za-z])", re.MULTILINE)
_INLINE = late(r"\s*(\d{1,3}\.[ ]?\n?\d{1,3})\.?\s+(?=[|\"'A-Za-z])")
_FIRST = late(r"(?:(\d{1,3})\.(?:[ ]?\n?(\d{1,3})[.\s])?)?[\s|]*(?:[A-Z\"'a-z]|\(?[a-z]\))")
_BRACKET = late(r"\([A-Z][^()]{2,}(?:\([^()]*\))?[^()]{0,400}\)[\d*]{0,3}\s*[;.,/\n]")
_CLOSE = late(r"^[ ]*(?:\d{1,3}\.\s+)?(?:All (?:the )?conclusions and|Annex|ANNEX|[IVX]+\.\s+\S)", re.MULTILINE)
_FURNITURE = late(r"^[ ]*(?:A/[A-Z]+/\S+(?:[ ]*\n)?|GE\.\d\S*|[Pp]age \d+|\d{1,3}|\*+[^\n]*)[ ]*$", re.MULTILINE)
_NOTE = late(r"^[ ]*\d{1,2} The recommendations? [^\n]*(?:\n(?![ ]*(?:\n|\d{1,3}\.))[^\n]*)*", re.MULTILINE)
_NO_VERB = late(r"(?:the|an?|its|their|all|any|other|those|these|of|in|with|for|as|by|on)\b")
_LINE_ENDS = late(r"[ ]*(?:\n|\Z)")
_SEPARATOR = late(r"[\s;,./|:*•–-]*")
_AFTER_GROUP = late(r"\d{0,3}\**")
_TRIGGER = late(
    r"(?:and\s+)?"
    r"(?:(?:It (?:was|is) )?[Rr]ecommend(?:ed|s)?\s+(?:that\s+|to\s+)(?:the\s+)?(?:[A-Z][\w'-]*\s+){1,4}(?=[a-z]))?"
)


@dataclass(frozen=True, slots=True)
class _Lead:
    """Where a list opens: its own span, its paragraph's number, what became of its entries."""

    start: int
    end: int
    number: int | None
    status: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A bracket that holds nothing but States."""

    start: int
    end: int
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One recommendation: its span, its number as written, who makes it."""

    start: int
    end: int
    label: str
    askers: tuple[Party, ...]


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find listed recommendations; give them and the spans of their lists, leads included."""
    del card, times, citations, read
    content = draft.content
    leads = list(_leads(draft))
    asks: list[Ask] = []
    spans: list[tuple[int, int]] = []
    known = states(draft.catalogue)
    for index, lead in enumerate(leads):
        limit = leads[index + 1].start if index + 1 < len(leads) else len(content)
        end = _list_end(content, lead, limit)
        entries = _entries(content, lead.end, end, known)
        if not entries:
            continue
        reviewed = _reviewed(draft, lead)
        told = revised(content[end : min(limit, end + 2500)], draft.catalogue)
        asks += [_ask(entry, told.get(entry.label, lead.status), reviewed) for entry in entries]
        spans.append((lead.start, end))
    if sum(bool(ask.askers) for ask in asks) < _FEWEST:
        return [], []
    return asks, spans


def _ask(entry: _Entry, became: str, reviewed: tuple[Party, ...]) -> Ask:
    return Ask(
        start=entry.start,
        end=entry.end,
        quote="",
        by=LISTED.name,
        askers=entry.askers,
        addressees=reviewed,
        force="recommend",
        status=became,
    )


def _leads(draft: Draft) -> Iterator[_Lead]:
    """Find the paragraphs that open lists: they speak of recommendations and say what became of them."""
    content = draft.content
    done = 0
    for match in _WORD.finditer(content):
        if match.start() < done:
            continue
        start, number = _paragraph(content, match.start(), done)
        if start is None:
            continue
        stop = _LEAD_END.search(content, match.end(), match.end() + 2500)
        if stop is None:
            continue
        told = status(content[start : stop.start()], draft.catalogue)
        if told is None or _CLOSE.match(content, start) or not _opens(content, stop.end(), number):
            continue
        done = stop.end()
        yield _Lead(start, stop.end(), number, told)


def _opens(content: str, at: int, number: int | None) -> bool:
    """Say whether a list begins here: an entry's number or mark, and brackets further on."""
    first = _FIRST.match(content, _separated(content, at, len(content), numbered=True))
    if first is None or not _BRACKET.search(content, at, at + 2500):
        return False
    whole, part = first.group(1), first.group(2)
    return whole is None or int(whole) == (1 if part is None or number is None else number) or part is not None


def _paragraph(content: str, offset: int, floor: int) -> tuple[int | None, int | None]:
    """Find where the paragraph around an offset starts, and its number."""
    best: tuple[int | None, int | None] = (None, None)
    for match in _BEGIN.finditer(content, max(floor, offset - 400, 0), offset):
        if match.group(1) or best[0] is None or not content[: match.start()].rstrip().endswith((",", ";")):
            best = (
                match.end() if match.group(1) is None else match.start(1),
                int(match.group(1)) if match.group(1) else None,
            )
    return best


def _list_end(content: str, lead: _Lead, limit: int) -> int:
    """Find where a list ends: at the next numbered paragraph of the report, its closing words or a new part."""
    end = limit
    close = _CLOSE.search(content, lead.end, limit)
    if close:
        end = close.start()
    if lead.number is None:
        return _narrative(content, lead.end, end)
    before = None
    for label in _LABEL.finditer(content, lead.end, end):
        number = label.group(1)
        # A list numbered 1, 2, 3 may itself come to the report's next number: there an entry bears the one before.
        if number == str(lead.number + 1) and before not in (None, str(lead.number)):
            return label.start()
        before = number
    return end


def _narrative(content: str, start: int, end: int) -> int:
    """Find where the report's own paragraph "2." follows a list under a heading whose entries are "51.12"."""
    decimal = False
    for label in _LABEL.finditer(content, start, end):
        if "." in label.group(1).strip("."):
            decimal = True
        elif decimal and content[label.end(1) : label.end(1) + 1] == ".":
            return label.start()
        else:
            return end
    return end


def _groups(content: str, start: int, end: int, known: States) -> list[_Group]:
    """Find the brackets that hold nothing but States, footnotes passed over."""
    notes = [(note.start(), note.end()) for note in _NOTE.finditer(content, start, end)]
    found: list[_Group] = []
    at = content.find("(", start, end)
    while at != -1:
        close = _closing(content, at, end)
        inside = content[at + 1 : close].rstrip(")") if close - at < 2500 else ""
        if close <= end and inside.count("(") > inside.count(")"):
            inside += ")"
        parties = known.listed(inside)
        if parties and not any(s <= at < e for s, e in notes):
            found.append(_Group(at, close, parties))
            at = content.find("(", close, end)
        else:
            at = content.find("(", at + 1, end)
    return found


def _closing(content: str, at: int, end: int) -> int:
    """Find the end of the bracket opened at an offset; one that is never closed ends before ';' or a blank line."""
    depth = 0
    for index in range(at, min(end, at + 2500)):
        char = content[index]
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return index + 1
        elif char == ";" and (_LINE_ENDS.match(content, index + 1) if depth == 1 else content[index - 1] == ")"):
            return index
    return end + 1


def _entries(content: str, start: int, end: int, known: States) -> list[_Entry]:
    """Cut a list into its recommendations."""
    entries: list[_Entry] = []
    label = ""
    at = start
    for group in _groups(content, start, end, known):
        joint = content[at : group.start]
        if entries and not joint.strip(" \n,/&").removeprefix("and").strip():
            last = entries[-1]
            entries[-1] = dataclasses.replace(last, askers=_joined(last.askers, group.parties))
            at = group.end
            continue
        pieces = _pieces(content, at, group.start, label)
        for piece_start, piece_end, piece_label in pieces[:-1]:
            if _is_entry(content[piece_start:piece_end]):
                entries.append(_Entry(piece_start, piece_end, piece_label, ()))
        begin, stop, label = pieces[-1]
        if entries and len(pieces) == 1 and _runs_on(content, at, begin):
            begin = entries[-1].start
        if begin < stop:
            entries.append(_Entry(begin, stop, label, group.parties))
        at = group.end
        after = _AFTER_GROUP.match(content, at)
        at = after.end() if after else at
    for piece_start, piece_end, piece_label in _pieces(content, at, end, label)[1:]:
        if entries and _is_entry(content[piece_start:piece_end]):
            entries.append(_Entry(piece_start, piece_end, piece_label, ()))
    return entries


def _pieces(content: str, start: int, end: int, label: str) -> list[tuple[int, int, str]]:
    """Cut the stretch between two brackets at the numbers in it; the last piece is the later bracket's."""
    cuts: list[tuple[int, int, str]] = [(start, start, label)]
    inline = _INLINE.match(content, _separated(content, start, end, numbered=True), end)
    if inline:
        cuts = [(start, inline.end(), inline.group(1))]
    for match in _LABEL.finditer(content, start, end):
        before = _FURNITURE.sub("", content[start : match.start()]).rstrip()
        if match.end() > cuts[-1][1] and before[-1:] in ("", *';.):,/"'):
            cuts.append((match.start(), match.end(), match.group(1)))
    pieces = []
    for index, (_, begin, name) in enumerate(cuts):
        stop = cuts[index + 1][0] if index + 1 < len(cuts) else end
        pieces.append((_begin(content, begin, stop), _stop(content, begin, stop), "".join(name.split())))
    if len(pieces) > 1 and not _is_entry(content[pieces[0][0] : pieces[0][1]]):
        pieces = pieces[1:]
    return pieces


def _separated(content: str, start: int, end: int, *, numbered: bool = False) -> int:
    """Pass over white space, separators and furniture."""
    at = start
    while True:
        match = _SEPARATOR.match(content, at, end)
        here = match.end() if match else at
        line = _FURNITURE.match(content, here, end) if content[here - 1 : here] in ("\n", "") and not numbered else None
        if line is None or line.end() == here:
            return here
        at = line.end()


def _begin(content: str, start: int, end: int) -> int:
    """Find an entry's first word: after separators, furniture and "Recommended that X"."""
    at = _separated(content, start, end)
    trigger = _TRIGGER.match(content, at, end)
    return trigger.end() if trigger else at


def _stop(content: str, start: int, end: int) -> int:
    """Find an entry's end: before white space and a full stop."""
    return start + len(content[start:end].rstrip(" \n.;,"))


def _is_entry(text: str) -> bool:
    """Say whether a numbered stretch without a bracket is a recommendation that lost its States."""
    words = text.split()
    return len(words) > 3 and not text.startswith("*") and "The recommendation" not in text[:40]


def _runs_on(content: str, at: int, begin: int) -> bool:
    """Say whether the words after a bracket go on with its sentence: "(Chile) and the Protocol thereto (Mexico)"."""
    between = content[at:begin].strip()
    if between == "and":
        return _NO_VERB.match(content, begin) is not None
    return not between and content[begin : begin + 1].islower()


def _joined(first: tuple[Party, ...], second: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple({party.id: party for party in (*first, *second)}.values())


def _reviewed(draft: Draft, lead: _Lead) -> tuple[Party, ...]:
    """Name the State under review: the first that the lead names."""
    for hit in draft.within("actor", lead.start, lead.end):
        row = draft.catalogue.actors.get(hit.tag)
        if row is not None and row.kind == "state":
            return (Party(id=hit.tag, name=draft.content[hit.start : hit.end]),)
    return ()
