# SPDX-License-Identifier: Apache-2.0
"""A composition as DOCX: styles, a table of contents and real footnotes.

python-docx writes no footnotes, so their part is written here: two separators that Word asks for, then one a note.

Source: ECMA-376, part 1, 17.11 (footnotes), 17.16.5.68 (TOC).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle as Style
from docx.text.paragraph import Paragraph as Words

from tocsin.dossier.compositions import (
    Block,
    Composition,
    Figure,
    Items,
    Note,
    Paragraph,
    Run,
    Section,
    Sentence,
    Table,
)
from tocsin.dossier.wordings import footnote, possible

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_WHEN = (1980, 1, 1, 0, 0, 0)
_SOFT = RGBColor(0x55, 0x55, 0x55)


def docx_bytes(composition: Composition) -> bytes:
    """Write a composition as DOCX; the same composition gives the same bytes."""
    made = docx.Document()
    _settings(made, composition)
    made.add_heading(_clean(composition.title), level=0)
    made.add_paragraph(_clean(composition.clocks), style="Subtitle")
    _contents(made, composition.sections)
    notes = _Notes(composition)
    for number, section in enumerate(composition.sections):
        _section(made, section, 1, notes, bookmark=number)
    notes.put(made)
    held = io.BytesIO()
    made.save(held)
    return _undated(held.getvalue())


def _settings(made: Document, composition: Composition) -> None:
    told = composition.recorded_at
    when = datetime.fromisoformat(told) if told else datetime(1980, 1, 1, tzinfo=UTC)
    properties = made.core_properties
    properties.title, properties.author, properties.language = _clean(composition.title), "Tocsin", "en"
    properties.created = properties.modified = when.replace(tzinfo=None)
    properties.last_modified_by, properties.comments = "Tocsin", ""
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(22)
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Georgia", Pt(10.5)
    for name in ("Title", "Subtitle", *(f"Heading {level}" for level in range(1, 6))):
        _plain_style(made.styles[name])
    for name, size in (("Footnote Text", 8.5), ("Soft", 9.5), ("Contents", 10.0)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = made.styles["Normal"], Pt(size)
        style.paragraph_format.space_after = Pt(2)
    mark = made.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    footer = page.footer.paragraphs[0]
    footer.text = f"{_clean(composition.title)} · "
    _page_number(footer)


def _plain_style(style: Style) -> None:
    """Set a heading in the text's own letters, dark, without the line that the template draws under titles."""
    style.font.name, style.font.color.rgb, style.font.italic = "Georgia", RGBColor(0x1B, 0x1B, 0x1B), False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _contents(made: Document, sections: Sequence[Section]) -> None:
    """Put a table of contents: a field, filled in with links, so that it reads well before anybody updates it."""
    for index, section in enumerate(sections):
        line = made.add_paragraph(style="Contents")
        if index == 0:
            _mark(line, "begin")
            _code(line, 'TOC \\o "1-2" \\h \\z \\u')
            _mark(line, "separate")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), section.key)
        link.append(line.add_run(_clean(section.title)).element)
        line._p.append(link)  # noqa: SLF001 - python-docx makes no links
        if index == len(sections) - 1:
            _mark(line, "end")


def _bookmark(heading: Words, key: str, number: int) -> None:
    for kind in ("Start", "End"):
        mark = OxmlElement(f"w:bookmark{kind}")
        mark.set(qn("w:id"), str(number))
        if kind == "Start":
            mark.set(qn("w:name"), key)
        heading._p.append(mark)  # noqa: SLF001 - python-docx makes no bookmarks


def _page_number(paragraph: Words) -> None:
    _mark(paragraph, "begin")
    _code(paragraph, "PAGE")
    _mark(paragraph, "separate")
    paragraph.add_run("1")
    _mark(paragraph, "end")


def _mark(paragraph: Words, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run().element.append(mark)


def _code(paragraph: Words, code: str) -> None:
    told = OxmlElement("w:instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = f" {code} "
    paragraph.add_run().element.append(told)


def _section(made: Document, section: Section, level: int, notes: _Notes, *, bookmark: int | None = None) -> None:
    heading = made.add_heading(_clean(section.title), level=min(level, 9))
    if bookmark is not None:
        _bookmark(heading, section.key, bookmark)
    for block in section.blocks:
        _block(made, block, notes)
    for under in section.sections:
        _section(made, under, level + 1, notes)


def _block(made: Document, block: Block, notes: _Notes) -> None:
    if isinstance(block, Paragraph):
        paragraph = made.add_paragraph()
        for number, sentence in enumerate(block.sentences):
            _sentence(paragraph, sentence, notes, before=" " if number else "")
    elif isinstance(block, Items):
        for item in block.items:
            _sentence(made.add_paragraph(style="List Number" if block.ordered else "List Bullet"), item, notes)
    elif isinstance(block, Table):
        _table(made, block, notes)
    else:
        _figure(made, block, notes)


def _figure(made: Document, figure: Figure, notes: _Notes) -> None:
    """Say a picture in words, with its data: DOCX shows no SVG that older programs could open."""
    made.add_paragraph(_clean(f"{figure.caption} {figure.alternative}"), style="Soft")
    if figure.data is not None:
        _table(made, figure.data, notes)


def _table(made: Document, table: Table, notes: _Notes) -> None:
    held = made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, column in zip(held.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(_clean(column)).bold = True
    first = next(held._element.iter(qn("w:tr")))  # noqa: SLF001 - python-docx has no way to mark a header row
    first.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        cells = held.add_row().cells
        for cell, sentence in zip(cells, row, strict=True):
            _sentence(cell.paragraphs[0], sentence, notes)
    made.add_paragraph()


def _sentence(paragraph: Words, sentence: Sentence, notes: _Notes, *, before: str = "") -> None:
    if before:
        paragraph.add_run(before)
    for run in sentence.runs:
        _run(paragraph, run)
    for index, number in enumerate(sentence.notes):
        if index:
            paragraph.add_run(" ", style="Footnote Reference")
        notes.call(paragraph, number)
    if sentence.possible:
        _run(paragraph, Run(f" {possible()}", "soft"))


def _run(paragraph: Words, run: Run) -> None:
    written = paragraph.add_run(_clean(_quoted(run)))
    if run.kind == "name":
        written.font.bold = True
    elif run.kind == "code":
        written.font.name, written.font.size = "Courier New", Pt(8.5)
    elif run.kind == "soft":
        written.font.color.rgb = _SOFT


class _Notes:
    """The footnotes: each is written where it is called first, and referred to by its number from then on."""

    def __init__(self, composition: Composition) -> None:
        self._notes = {note.number: note for note in composition.notes}
        self._called: list[Note] = []

    def call(self, paragraph: Words, number: int) -> None:
        note = self._notes[number]
        run = paragraph.add_run(style="Footnote Reference")
        if note in self._called:
            run.text = str(self._called.index(note) + 1)
            return
        self._called.append(note)
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(len(self._called) + 1))
        run.element.append(mark)

    def put(self, made: Document) -> None:
        package = made.part.package
        xml = self._xml().encode()
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml, package)
        made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _xml(self) -> str:
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for number, (kind, mark) in enumerate(
                (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
            )
        )
        held = "".join(map(self._note, range(len(self._called))))
        return f"<w:footnotes {nsdecls('w')}>{separators}{held}</w:footnotes>"

    def _note(self, index: int) -> str:
        space = '<w:t xml:space="preserve">'
        runs = "".join(f"<w:r>{space}{_escaped(_quoted(run))}</w:t></w:r>" for run in footnote(self._called[index]))
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        return f'<w:footnote w:id="{index + 2}"><w:p>{style}{mark}<w:r>{space} </w:t></w:r>{runs}</w:p></w:footnote>'


def _quoted(run: Run) -> str:
    return f"“{run.text}”" if run.kind == "quote" else run.text


def _escaped(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(char if char >= " " or char in "\t\n" else " " for char in text if char not in "\ufffe\uffff")


def _undated(data: bytes) -> bytes:
    """Write the file's parts anew without the moment of writing."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as written, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as again:
        for name in written.namelist():
            member = zipfile.ZipInfo(name, _WHEN)
            member.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(member, written.read(name))
    return held.getvalue()
