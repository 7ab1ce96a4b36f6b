# SPDX-License-Identifier: Apache-2.0
"""PDF: the text layer, page by page; a wider gap between lines becomes a blank line, hyphens at line ends stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from tocsin.records.ids import digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources.extracts import Extract
from tocsin.sources.weaving import Weaver

VERSION = f"pdf-pypdfium2/{pypdfium2.version.PYPDFIUM_INFO.major}"
"""The extractor; its own major version belongs to it, since another may draw other characters."""

_WIDE = 1.4
"""How many usual line distances make a paragraph's end."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_FACTS = {"Title": "title", "Author": "author", "Subject": "subject", "CreationDate": "created"}

_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NOTHING = frozenset({"", "untitled", "anonymous", "unspecified", "(unspecified)", "(anonymous)"})
"""What programs write where nobody said anything."""


def read(data: bytes, where: str = "file.pdf") -> Extract | Problem:
    """Read a PDF; pages that are pictures are told, a PDF of nothing else is refused."""
    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        return _unopened(where, str(error))
    try:
        return _read(pdf, data, where)
    except PdfiumError as error:
        return _unopened(where, str(error))
    finally:
        pdf.close()


def _read(pdf: PdfDocument, data: bytes, where: str) -> Extract | Problem:
    weaver = Weaver()
    blank = [number for number in range(1, len(pdf) + 1) if not _page(pdf, number, weaver)]
    if weaver.at == 0:
        message = "no page has a text layer, all are pictures; run text recognition (OCR) first"
        return Problem(where=where, code="no-text-layer", message=message)
    problems: tuple[Problem, ...] = ()
    if blank:
        pages = ", ".join(map(str, blank[:20])) + (" …" if len(blank) > 20 else "")
        message = (
            f"without a text layer, empty or pictures: what may stand there is not read ({len(blank)} of {len(pdf)})"
        )
        problems = (Problem(where=f"{where} p. {pages}", code="no-text-layer", message=message),)
    text = Text(
        document=digest(data),
        version=VERSION,
        media_type="application/pdf",
        content=weaver.content,
        origins=weaver.origins,
        facts=_facts(pdf),
    )
    return Extract(text=text, problems=problems)


def _page(pdf: PdfDocument, number: int, weaver: Weaver) -> bool:
    """Weave one page in; False where it has no text."""
    page = pdf[number - 1]
    layer = page.get_textpage()
    try:
        drawn = layer.get_text_range() if layer.count_chars() else ""
        if not drawn.strip():
            return False
        weaver.gap(1)
        for start, end, lines_before in _lines(drawn, layer):
            weaver.gap(lines_before)
            # PDFium writes a hyphen that it takes for a broken word as U+FFFE or U+0002, neither of which is text.
            weaver.add(drawn[start:end].replace("\ufffe", "-").replace("\x02", "-"), page=number, offset=start)
        return True
    finally:
        layer.close()
        page.close()


def _lines(drawn: str, layer: PdfTextPage) -> Iterator[tuple[int, int, int]]:
    """Give each line of a page as (start, end, line ends before it)."""
    ends = [(match.start(), match.end()) for match in _LINE_END.finditer(drawn)] + [(len(drawn), len(drawn))]
    lines: list[tuple[int, int]] = []
    start = 0
    for end, following in ends:
        if drawn[start:end].strip():
            lines.append((start, end))
        start = following
    heights = [_baseline(layer, drawn, start, end) for start, end in lines]
    steps = [above - below for above, below in pairwise(heights) if above > below]
    usual = median(steps) if steps else 0.0
    for index, (start, end) in enumerate(lines):
        step = heights[index - 1] - heights[index] if index else 0.0
        yield start, end, 2 if index and usual and step > _WIDE * usual else 1


def _baseline(layer: PdfTextPage, drawn: str, start: int, end: int) -> float:
    """Give how high a line stands, by the lowest foot of its first letters: a comma hangs, a quotation mark floats."""
    places = [index for index in range(start, end) if drawn[index].isalnum()][:4] or [start]
    feet = []
    for index in places:
        try:
            feet.append(float(layer.get_charbox(index)[1]))
        except PdfiumError:
            continue
    return max(feet, default=0.0)


def _facts(pdf: PdfDocument) -> tuple[tuple[str, str], ...]:
    told = pdf.get_metadata_dict(skip_empty=True)
    facts = {name: str(told[key]) for key, name in _FACTS.items() if str(told.get(key, "")).lower() not in _NOTHING}
    if day := _CREATED.match(facts.pop("created", "")):
        facts["created"] = "-".join(day.groups())
    return tuple(sorted(facts.items()))


def _unopened(where: str, error: str) -> Problem:
    if "password" in error.lower() or "security" in error.lower():
        message = "encrypted with a password; save it without one and read that"
        return Problem(where=where, code="encrypted", message=message)
    message = "damaged or cut off, no page can be opened; fetch the file again from where it came"
    return Problem(where=where, code="damaged", message=message)
