# SPDX-License-Identifier: Apache-2.0
"""Operative paragraphs: where they begin and end, and whether an organ is their subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.reading.asks.operative_grammar import SUBJECTS, Grammar
from tocsin.reading.patterns import late

ITEM = late(
    r"(?:^|(?<=[:;,—-])|(?<=[;,] and)|(?<=[;,] or))[ ]*\n?[ ]*"
    r"(?P<label>\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})+\.?|[a-z]\)|(?:[ivx]{1,4}|[a-h])\.(?=[ ]+[a-z])|"
    r"\d{1,2}[.)](?=[ ]+to\s)|[-–—•●○▪*](?=\s|[A-Za-z]))"
    r"[ ]*\n?[ ]*(?=\w)",
    re.MULTILINE,
)
"""The mark of an item below an operative verb."""
_LINE = late(
    r"^(?=[ \x0c]*\S)[ \x0c]*(?:(?:OP ?)?\(?\d{1,3}(?:\.\d{1,3})*[.:,)\]]{0,2}(?: bis)?"
    r"|\([a-z]{1,4}\)|[a-z][.)]|[ivx]{1,5}[.)]|[IVX]{1,5}\.|[-–—•*●○▪])?[ ]*\n?[ ]*([A-Za-z]+)",
    re.MULTILINE,
)
_INFINITIVE = late(
    r"^[ ]*(?:(?:\(?\d{1,3}[.)]|\(?[a-z]{1,4}\)|[IVX]+\.)\s+(?P<verb>To)"
    r"|(?:(?:Sole|Only|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
    r"|SOLE|FIRST|SECOND|THIRD|FOURTH|FIFTH)(?:ly)?|Article \d{1,2}|ARTICLE \d{1,2}|Art\. \d{1,2})"
    r"(?: (?:[Aa]rticle|[Pp]aragraph|ARTICLE))?[ ]?[.:,–-]{1,2}\s+(?P<also>[Tt]o|TO))"
    r"\s+[A-Za-z]",
    re.MULTILINE,
)
_RESOLVED = late(
    r"(?:^[ ]*(?:\d{1,3}[.)]\s+)?(?:(?:NOW|Now),?\s+)?(?:(?:THEREFORE|Therefore),?\s+)?"
    r"|\b(?:(?:LET|Let|let)\s+)?(?:BE|Be|be)\s+(?:IT|it)\s+(?:(?!resolved)[A-Za-z]{4,9},?\s+){0,2})"
    r"(?:RESOLVED|Resolved|(?<=\s)resolved)\b(?P<rest>[^.;:]{0,120}?)[,:]?\s+(?P<what>[Tt]o|[Tt]hat|TO|THAT)\b,?\s+",
    re.MULTILINE,
)
"""How an assembly opens what it resolves: "NOW, THEREFORE, BE IT RESOLVED, as it is hereby resolved, to …"."""
_UNTIL = late(
    r"\n[ ]*\n|\n[ ]*(?=(?:BE IT |Be it )?RESOLVED\b|Resolved\b|(?:UNANIMOUSLY )?(?:APPROVED|ADOPTED|CARRIED)\b)"
)
_HOUSE = late(
    r"^[ ]*(?:(?:RESOLVED|Resolved)\b[^.;:]{0,120}?,\s+)?[\"“']?"
    r"That (?P<house>(?:the|this) [A-Z][^.;:()\n—–]{2,60}?|Congress)\s*"
    r"(?:--?|—|–|:)?\s*\((?P<first>[1aAi])\)\s*(?=[a-z])",
    re.MULTILINE,
)
"""How a chamber opens a list of what it resolves: "Resolved, That the Senate-- (1) condemns …; (2) calls on …"."""
_RANKS = {"1": [str(n) for n in range(1, 61)], "i": ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]}
"""The marks of such a list in their order; those that are letters go by the alphabet."""
_MARGINS = late(r"\A(?:\s*(?:[A-Z]/[^\n]{2,40}|[\d-]{1,12}(?:[ ]+\d{1,3}/\d{1,3})?|[Pp]age \d+)[ ]*\n)+\s*")
_BLANK = late(r"\n[ ]*\n\s*")
_LABELLED = late(r"^[ ]*\(?\d{1,3}[.,)](?!\d|[ ]+to\b)", re.MULTILINE)
_COLON = late(r":[ ]*$", re.MULTILINE)
"""What the line ends in that says who decides."""
_GOES_ON = late(r"[a-z]|\((?:[a-z]{1,4}|[A-Z])\)|[-–—•]|\d{1,2}\.\d")
_CLOSING = frozenset(".;:,")
_FEWEST = 2
"""Minutes below which a list that tells what was done is none."""
_APART = 400
"""Code points between two minutes beyond which they are of two lists."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An operative paragraph: its span, where its verb stands and ends, whether an organ is its subject."""

    start: int
    verb: int
    end: int
    organ: tuple[int, int] | None = None
    head: int = 0


Beginnings = Sequence[tuple[int, str]]
"""Where lines start, each with its first word in lower case."""


def beginnings(content: str) -> list[tuple[int, str]]:
    """Find the lines of a text, each with its first word."""
    found = []
    at = 0
    while at < len(content):
        line = _LINE.match(content, at)
        if line is not None:
            found.append((at, line.group(1).lower()))
        at = content.find("\n", line.end() if line is not None else at) + 1 or len(content)
    return found


def bare(content: str, lines: Beginnings, rules: Grammar) -> list[Paragraph]:
    """Find the paragraphs that open with a verb: after a number, a blank line or the end of a paragraph."""
    tried = (rules.opening.match(content, at) for at, word in lines if word in rules.first)
    openings = [match for match in tried if match is not None and _opens(content, match)]
    found = []
    for index, match in enumerate(openings):
        limit = openings[index + 1].start() if index + 1 < len(openings) else len(content)
        end = _paragraph_end(content, match.end(), limit)
        found.append(Paragraph(match.start(), match.start("verb"), end, head=match.end()))
    return found


def minuted(content: str, lines: Beginnings, past: Grammar) -> list[Paragraph]:
    """Find the paragraphs of minutes: a list below an organ's name, told in the past ("2. urged Veltria to …")."""
    tried = (past.opening.match(content, at) for at, word in lines if word in past.first)
    openings = [match for match in tried if match is not None and match.group("label").strip()]
    runs: list[list[re.Match[str]]] = []
    for match in openings:
        if runs and match.start() - runs[-1][-1].end() < _APART:
            runs[-1].append(match)
        elif past.minutes.search(content, max(0, match.start() - _APART), match.start()):
            runs.append([match])
    found: list[Paragraph] = []
    for run in runs:
        edges = [*(match.start() for match in run[1:]), len(content)]
        spans = [_paragraph_end(content, match.end(), edge) for match, edge in zip(run, edges, strict=True)]
        if len(run) >= _FEWEST:
            found += [
                Paragraph(one.start(), one.start("verb"), end, head=one.end())
                for one, end in zip(run, spans, strict=True)
            ]
    return found


def _opens(content: str, match: re.Match[str]) -> bool:
    """Say whether an operative verb at the start of a line opens a paragraph, and is not a wrapped line or a noun."""
    verb = match.group("verb")
    label = match.group("label").strip(" \n_")
    if not label and not verb[0].isupper():
        return False
    if label and not verb[0].isupper() and label[0] not in "([-–—•":
        return False
    line = content.find("\n", match.end())
    if match["head"].isupper() and not content[match.end() : line if line >= 0 else len(content)].strip(" :"):
        return False  # a heading: "DEMANDS"
    before = content[max(0, match.start() - 200) : match.start()].rstrip(" ")
    if label:
        return True
    if not before.strip() or before.endswith("\n\n") or "\n\n" in before[-4:]:
        return True
    return before.rstrip()[-1:] in ";.:,)" or before.rstrip().endswith(("; and", ", and"))


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


def with_organ(content: str, lines: Beginnings, rules: Grammar) -> Iterator[Paragraph]:
    """Find the paragraphs in which an organ asks and that are numbered, or have a list under them."""
    matches = [
        match for at, word in lines if word in SUBJECTS and (match := rules.subject.match(content, at)) is not None
    ]
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(content)
        label = _LABELLED.search(content, match.end(), limit)
        end = _paragraph_end(content, match.end(), min(limit, label.start() if label else limit))
        body = content[match.end() : end]
        if match.group("house"):
            yield Paragraph(match.start(), match.start("noted"), end, match.span("house"))
        elif match.group("label").strip() or (":" in body and ITEM.search(body)):
            yield Paragraph(match.start(), match.start("verb"), end, match.span("organ"))


def decided(content: str, rules: Grammar) -> Iterator[Paragraph]:
    """Find the decisions that open with an infinitive, in a numbered list below "Decides:"."""
    decision = rules.decision.search(content) if _COLON.search(content) else None
    matches = list(_INFINITIVE.finditer(content, decision.end())) if decision else []
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(content)
        place = match.start("verb") if match["verb"] else match.start("also")
        yield Paragraph(match.start(), place, _paragraph_end(content, match.end(), limit))


def listed(content: str) -> Iterator[Paragraph]:
    """Find the items under "Resolved, That the Senate--", each a paragraph whose subject is the chamber."""
    for match in _HOUSE.finditer(content) if "That " in content else ():
        first = match["first"]
        marks = _RANKS.get(first) or [chr(ord(first) + more) for more in range(26)]
        begin, start = match.start("first") - 1, match.end()
        for mark in marks[1:]:
            after = re.compile(rf"(?<=[;,.:])(?:\s*and)?\s*\({mark}\)\s*(?=[a-z])").search(content, start)
            stop = content.find("Resolved", start)
            after = None if after is not None and 0 <= stop < after.start() else after
            end = (
                after.start()
                if after is not None
                else _paragraph_end(content, start, stop if stop > 0 else len(content))
            )
            yield Paragraph(begin, start, end, match.span("house"))
            if after is None:
                break
            begin, start = after.start(), after.end()


def resolved(content: str, rules: Grammar) -> Iterator[Paragraph]:
    """Find what an assembly resolves: "BE IT RESOLVED to urge …", "RESOLVED, that the Governor close …"."""
    houses = {match.start("house") for match in _HOUSE.finditer(content)}
    for match in _RESOLVED.finditer(content):
        if not match.group().strip()[:1].isupper() and not match.group().startswith("be"):
            continue
        if match.end() in houses:
            continue  # its list is read item by item
        stop = _UNTIL.search(content, match.end())
        end = stop.start() if stop else len(content)
        asked = rules.asking.match(content, match.end()) if match["what"].lower() == "that" else None
        if asked is not None:
            yield Paragraph(match.start(), asked.start("verb"), end, asked.span("organ"))
        else:
            yield Paragraph(match.start(), match.start("what"), end)
