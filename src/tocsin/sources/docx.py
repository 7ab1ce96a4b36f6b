# SPDX-License-Identifier: Apache-2.0
"""DOCX: paragraphs, headings, list items and tables of the body, in order; opened only after its size is weighed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import ParseError

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from tocsin.records.ids import digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources.extracts import Extract
from tocsin.sources.formats import DOCX
from tocsin.sources.weaving import Weaver

MAX_UNPACKED_BYTES = 500_000_000
"""What a DOCX may unpack to; a library of law fits many times."""

_MAX_RATIO = 200
"""How many times its packed size a large member may unpack to; text packs ten times, a bomb a thousand."""

_SMALL_BYTES = 20_000_000
"""Members below this do no harm however well they are packed."""

_HEADING = re.compile(r"(?:heading|überschrift|titre) (\d)", re.IGNORECASE)

_TEMPLATE = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001 - as the file has it
"""When python-docx's own template was made: what a program that uses it leaves in every file says nothing."""


def read(data: bytes, where: str = "file.docx") -> Extract | Problem:
    """Read a DOCX; headers, footers and notes are no part of the reading text."""
    try:
        bomb = _weighed(data, where)
        if bomb is not None:
            return bomb
        document = docx.Document(io.BytesIO(data))
        weaver = Weaver()
        _body(document, weaver)
    except (
        zipfile.BadZipFile,
        OpcError,
        LxmlError,
        ParseError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ) as error:
        message = f"damaged, it cannot be opened as DOCX ({type(error).__name__}); save the file again"
        return Problem(where=where, code="damaged", message=message)
    if not weaver.content.strip():
        return Problem(where=where, code="no-text", message="there is no word in the document; text may be in pictures")
    text = Text(
        document=digest(data),
        version="docx/1",
        media_type=DOCX,
        content=weaver.content,
        origins=weaver.origins,
        parts=weaver.parts,
        facts=_facts(document),
    )
    return Extract(text=text)


def _weighed(data: bytes, where: str) -> Problem | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    large = [member for member in members if member.file_size > _SMALL_BYTES]
    swollen = any(member.file_size > _MAX_RATIO * max(1, member.compress_size) for member in large)
    if swollen or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        message = "unpacks to far more than any document holds (a zip bomb); it was not opened"
        return Problem(where=where, code="zip-bomb", message=message)
    return None


def _body(document: Document, weaver: Weaver) -> None:
    paragraphs = tables = 0
    was_item = False
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            tables += 1
            weaver.gap(2)
            _table(item, weaver, f"table {tables}")
            was_item = False
        else:
            paragraphs += 1
            was_item = _paragraph(item, weaver, f"paragraph {paragraphs}", was_item=was_item)


def _paragraph(paragraph: Paragraph, weaver: Weaver, part: str, *, was_item: bool) -> bool:
    """Weave a paragraph in; True where it is a list item."""
    content = paragraph.text
    if not content.strip():
        return was_item
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    depth = _depth(paragraph, style)
    weaver.gap(1 if depth and was_item else 2)
    start = weaver.at
    if depth:
        weaver.add("• ")
    weaver.add(content, part=part, offset=0)
    if depth:
        weaver.mark(start, "item", depth)
    elif style.lower() == "title":
        weaver.mark(start, "title")
    elif heading := _HEADING.match(style):
        weaver.mark(start, "heading", int(heading[1]))
    elif "quote" in style.lower():
        weaver.mark(start, "quotation")
    else:
        weaver.mark(start, "paragraph")
    return depth > 0


def _depth(paragraph: Paragraph, style: str) -> int:
    """Say how deep in lists a paragraph stands, 0 where it is no item; headings may be numbered and are none."""
    if style.lower().startswith(("heading", "title")):
        return 0
    # The library shows numbering nowhere else; number 0 takes an item out of its list.
    if paragraph._p.xpath("./w:pPr/w:numPr[not(w:numId/@w:val = '0')]"):  # noqa: SLF001
        levels = paragraph._p.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")  # noqa: SLF001
        return 1 + (int(levels[0]) if levels else 0)
    if style.lower().startswith("list") and style.lower() != "list continue":
        last = style.rsplit(" ", 1)[-1]
        return int(last) if last.isdigit() else 1
    return 0


def _table(table: Table, weaver: Weaver, part: str) -> None:
    start = weaver.at
    for number, cells in enumerate(_rows(table), 1):
        weaver.gap(1)
        for column, content in enumerate(cells, 1):
            if column > 1:
                weaver.add("\t")
            weaver.add(content, part=f"{part} row {number} cell {column}", offset=0)
    weaver.mark(start, "table")
    weaver.gap(2)


def _rows(table: Table) -> Iterator[list[str]]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) not in seen:  # noqa: SLF001 - a merged cell comes once for each column it spans
                seen.add(id(cell._tc))  # noqa: SLF001 - as above
                cells.append(cell.text)
        yield cells


def _facts(document: Document) -> tuple[tuple[str, str], ...]:
    told = document.core_properties
    facts = {"title": told.title, "author": told.author, "subject": told.subject}
    if told.created is not None and told.created.replace(tzinfo=None) != _TEMPLATE:
        facts["created"] = told.created.isoformat()
    return tuple(sorted((name, value) for name, value in facts.items() if value))
