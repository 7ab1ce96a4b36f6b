# SPDX-License-Identifier: Apache-2.0
"""A composition as DOCX: styles, a table of contents and real footnotes.

python-docx writes no footnotes, so their part is written here: two separators that Word asks for, then one a note.

Source: ECMA-376, part 1, 17.11 (footnotes), 17.16.5.68 (TOC).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
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
from tocsin.dossier.layouts import widths
from tocsin.dossier.rasters import png, size
from tocsin.dossier.wordings import footnote, possible

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_WHEN = (1980, 1, 1, 0, 0, 0)
_HERE = "the body stands here"
_PLACE = re.compile(rb"<w:p>(?:(?!</w:p>).)*the body stands here.*?</w:p>", re.DOTALL)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_BETWEEN = f'<w:r>{_MARK}<w:t xml:space="preserve">, </w:t></w:r>'
_BORDERS = (
    '<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="BBBBBB"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="BBBBBB"/></w:tblBorders>'
)
_LAYOUT = '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1"/>'
_KINDS = {
    "name": "<w:b/>",
    "code": '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/><w:sz w:val="16"/>',
    "soft": '<w:color w:val="555555"/>',
}
_TWIPS = 9185
"""The width of the text: 162 mm."""
_WIDE = 5_832_000
"""The same in EMU, the measure of pictures."""
_PIXEL = 9525
_DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{tall}"/>'
    '<wp:docPr id="{number}" name="Picture {number}" descr="{alternative}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="picture-{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def docx_bytes(composition: Composition) -> bytes:
    """Write a composition as DOCX; the same composition gives the same bytes."""
    made = docx.Document()
    _settings(made, composition)
    body = _Body(made, composition)
    made.add_paragraph(_HERE)
    body.put()
    held = io.BytesIO()
    made.save(held)
    return _undated(held.getvalue(), body.xml.encode())


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
    for name, points in (("Footnote Text", 8.5), ("Soft", 9.5), ("Contents", 10.0), ("Cell", 9.0)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size = made.styles["Normal"], Pt(points)
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


class _Body:
    """The body of the file, as text: what python-docx would build node by node is most of a long dossier's time."""

    def __init__(self, made: Document, composition: Composition) -> None:
        self._made = made
        self._notes = {note.number: note for note in composition.notes}
        self._places: dict[int, int] = {}
        self._called: list[Note] = []
        self._pictures = 0
        numbering = made.part.numbering_part.element
        style = made.styles["List Number"].element
        self._list = int(next(style.iter(qn("w:numId"))).get(qn("w:val")))
        held = next(num for num in numbering.num_lst if num.numId == self._list)
        self._abstract = held.abstractNumId.val
        self._nums: list[str] = []
        self._next = max(num.numId for num in numbering.num_lst) + 1
        parts = [
            _paragraph("Title", _text(composition.title)),
            _paragraph("Subtitle", _text(composition.clocks)),
            *self._contents(composition.sections),
        ]
        for number, section in enumerate(composition.sections):
            parts += self._section(section, 1, bookmark=number)
        self.xml = "".join(parts)

    def put(self) -> None:
        """Put footnotes and the numbers of lists beside the body."""
        package = self._made.part.package
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, self._footnotes().encode(), package)
        self._made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        numbering = self._made.part.numbering_part.element
        for num in parse_xml(f"<w:numbering {nsdecls('w')}>{''.join(self._nums)}</w:numbering>"):
            numbering.append(num)

    def _contents(self, sections: Sequence[Section]) -> Iterator[str]:
        """Put a table of contents: a field, filled in with links, so that it reads well before anybody updates it."""
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        for index, section in enumerate(sections):
            before = mark.format("begin") + code + mark.format("separate") if index == 0 else ""
            after = mark.format("end") if index == len(sections) - 1 else ""
            link = f'<w:hyperlink w:anchor="{section.key}">{_text(section.title)}</w:hyperlink>'
            yield _paragraph("Contents", before + link + after)

    def _section(self, section: Section, level: int, *, bookmark: int | None = None) -> Iterator[str]:
        words = _text(section.title)
        if bookmark is not None:
            words = (
                f'<w:bookmarkStart w:id="{bookmark}" w:name="{section.key}"/>{words}<w:bookmarkEnd w:id="{bookmark}"/>'
            )
        yield _paragraph(f"Heading{min(level, 9)}", words)
        for block in section.blocks:
            yield from self._block(block)
        for under in section.sections:
            yield from self._section(under, level + 1)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield _paragraph("", f"{_SPACE}".join(self._sentence(one) for one in block.sentences))
        elif isinstance(block, Items):
            style, number = ("ListNumber", self._numbered()) if block.ordered else ("ListBullet", "")
            for item in block.items:
                yield _paragraph(style, self._sentence(item), number)
        elif isinstance(block, Table):
            yield from self._table(block)
        else:
            yield from self._figure(block)

    def _numbered(self) -> str:
        """Begin a list that counts from one."""
        number = self._next
        self._next += 1
        self._nums.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._abstract}"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def _figure(self, figure: Figure) -> Iterator[str]:
        """Put a picture as PNG, with its text alternative; older programs open no SVG."""
        self._pictures += 1
        width, height = size(figure.svg)
        relation, _image = self._made.part.get_or_add_image(io.BytesIO(png(figure.svg)))
        wide = min(_WIDE, int(width * _PIXEL))
        drawn = _DRAWING.format(
            wide=wide,
            tall=int(wide * height / width),
            number=self._pictures,
            alternative=_escaped(figure.alternative).replace('"', "&quot;"),
            relation=relation,
        )
        yield _paragraph("", f"<w:r>{drawn}</w:r>", "<w:keepNext/>")
        yield _paragraph("Soft", _text(figure.caption))
        if figure.data is not None:
            yield from self._table(figure.data)

    def _table(self, table: Table) -> Iterator[str]:
        wide = widths(table, _TWIPS)
        grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in wide)
        yield f'<w:tbl><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/>'
        yield f"{_BORDERS}{_LAYOUT}</w:tblPr>"
        yield f"<w:tblGrid>{grid}</w:tblGrid>"
        head = "".join(
            self._cell(_text(column, "<w:b/>"), one, right=number in table.numbers)
            for number, (column, one) in enumerate(zip(table.columns, wide, strict=True))
        )
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        for row in table.rows:
            cells = "".join(
                self._cell(self._sentence(cell), one, right=number in table.numbers)
                for number, (cell, one) in enumerate(zip(row, wide, strict=True))
            )
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        yield "</w:tbl>" + _paragraph("Soft", "")

    @staticmethod
    def _cell(words: str, wide: int, *, right: bool) -> str:
        side = '<w:jc w:val="right"/>' if right else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{_paragraph("Cell", words, side)}</w:tc>'

    def _sentence(self, sentence: Sentence) -> str:
        words = "".join(_run(run) for run in sentence.runs if run.text)
        marks = _BETWEEN.join(self._call(number) for number in sentence.notes)
        return words + marks + (_run(Run(f" {possible()}", "soft")) if sentence.possible else "")

    def _call(self, number: int) -> str:
        """Call a note: the footnote is where it is called first; from then on its number refers to it."""
        if number in self._places:
            return f"<w:r>{_MARK}<w:t>{self._places[number]}</w:t></w:r>"
        self._called.append(self._notes[number])
        self._places[number] = len(self._called)
        return f'<w:r>{_MARK}<w:footnoteReference w:id="{len(self._called) + 1}"/></w:r>'

    def _footnotes(self) -> str:
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in enumerate(("separator", "continuationSeparator"))
        )
        held = "".join(_footnote(note, index + 2) for index, note in enumerate(self._called))
        return f"<w:footnotes {nsdecls('w')}>{separators}{held}</w:footnotes>"


def _footnote(note: Note, number: int) -> str:
    runs = "".join(_run(Run(run.text, "quote" if run.kind == "quote" else "own")) for run in footnote(note) if run.text)
    words = f"<w:r>{_MARK}<w:footnoteRef/></w:r>{_SPACE}{runs}"
    return f'<w:footnote w:id="{number}">{_paragraph("FootnoteText", words)}</w:footnote>'


def _paragraph(style: str, words: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{words}</w:p>"


def _text(text: str, properties: str = "") -> str:
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def _run(run: Run) -> str:
    return _text(f"“{run.text}”" if run.kind == "quote" else run.text, _KINDS.get(run.kind, ""))


def _escaped(text: str) -> str:
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _NOT_XML.sub(" ", text)


def _undated(data: bytes, body: bytes) -> bytes:
    """Write the file's parts anew with the body in its place and without the moment of writing."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as written, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as again:
        for name in written.namelist():
            member = zipfile.ZipInfo(name, _WHEN)
            member.compress_type = zipfile.ZIP_DEFLATED
            content = written.read(name)
            if name == "word/document.xml":
                content = _PLACE.sub(lambda _: body, content, count=1)
            again.writestr(member, content)
    return held.getvalue()
