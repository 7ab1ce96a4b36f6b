# SPDX-License-Identifier: Apache-2.0
"""Write the example documents in their six formats, and their gold, from the marked texts in scripts/examples.

Needs the development requirements (reportlab draws the PDFs). The output is the same on every run.
"""

from __future__ import annotations

import html
import io
import json
import re
import sys
import textwrap
import zipfile
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.marked import plain  # noqa: E402 - the marks are the tests'
from tocsin.sources import formats  # noqa: E402
from tocsin.sources.extracts import Extract  # noqa: E402

EXAMPLES = ROOT / "src" / "tocsin" / "examples"
LISTS = ("to", "addressees", "issuer", "carrier")
NUMBERS = ("value", "signatories")
IDS = ("value", "signatories", "to", "type", "actor", "target", "place", "instrument", "edtf", "harm", "force")


@dataclass
class Source:
    """A marked text: its head and its blocks, each a (kind, text) pair; kind is #, ##, -, n or empty."""

    name: str
    head: dict[str, str] = field(default_factory=dict)
    blocks: list[tuple[str, str]] = field(default_factory=list)


def parse(path: Path) -> Source:
    source = Source(path.stem)
    body = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            source.head[key] = value
        else:
            body.append(line)
    for line in body:
        if line.strip():
            kind, text = re.fullmatch(r"(?:(#{1,2}|-) )?(.*)", line).groups()  # type: ignore[union-attr]  # matches all
            source.blocks.append((kind or "", text))
    return source


def as_txt(source: Source, blocks: list[tuple[str, str]]) -> bytes:
    width = int(source.head.get("wrap", "100000"))
    out = []
    for kind, text in blocks:
        wrapped = "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
        out.append({"-": "  • "}.get(kind, "") + wrapped)
    return ("\n\n".join(out) + "\n").encode()


def as_md(_source: Source, blocks: list[tuple[str, str]]) -> bytes:
    return ("\n\n".join(f"{kind} {text}" if kind else text for kind, text in blocks) + "\n").encode()


def as_html(source: Source, blocks: list[tuple[str, str]]) -> bytes:
    tags = {"#": "h1", "##": "h2", "-": "li", "": "p"}
    body = "\n".join(f"<{tags[kind]}>{html.escape(text, quote=False)}</{tags[kind]}>" for kind, text in blocks)
    body = re.sub(r"((?:<li>.*</li>\n?)+)", r"<ul>\n\1</ul>\n", body)
    site = html.escape(source.head["site"])
    title = html.escape(next(text for kind, text in blocks if kind == "#"))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title} – {site}</title>\n'
        f"<script>var tracking = true;</script></head>\n<body>\n<nav><a>Home</a> <a>World</a> <a>Sport</a></nav>\n"
        f"<main><article>\n{body}\n</article></main>\n<footer>© {site}</footer>\n</body>\n</html>\n"
    ).encode()


def as_pdf(source: Source, blocks: list[tuple[str, str]]) -> bytes:
    styles = getSampleStyleSheet()
    names = {"#": "Title", "##": "Heading2", "-": "BodyText", "": "BodyText"}
    flow: list[object] = []
    for kind, text in blocks:
        flow.append(Paragraph(("• " if kind == "-" else "") + html.escape(text, quote=False), styles[names[kind]]))
        flow.append(Spacer(1, 6))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title=source.name, invariant=1).build(flow)
    return out.getvalue()


def as_docx(_source: Source, blocks: list[tuple[str, str]]) -> bytes:
    made = docx.Document()
    styles = {"#": "Title", "##": "Heading 1", "-": "List Bullet", "": None}
    for kind, text in blocks:
        made.add_paragraph(text, style=styles[kind])
    first = io.BytesIO()
    made.save(first)
    # The zip carries the time of writing; pack it again without.
    out = io.BytesIO()
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_eml(source: Source, blocks: list[tuple[str, str]]) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = source.head["from"]
    mail["To"] = "readers@bridges-issel.example"
    mail["Subject"] = source.head["subject"]
    mail["Date"] = "Fri, 09 May 2025 09:30:00 +0000"
    mail["Message-ID"] = "<9@bridges-issel.example>"
    mail.set_content(as_txt(source, blocks).decode(), cte="8bit")
    return mail.as_bytes()


WRITERS = {"txt": as_txt, "md": as_md, "html": as_html, "pdf": as_pdf, "docx": as_docx, "eml": as_eml}


def gold(source: Source, name: str, content: str, blocks: list[tuple[str, str]]) -> dict[str, object]:
    """Find every marked stretch in the reading text, in order; white space may differ by format."""
    marks: list[dict[str, object]] = []
    place = 0
    for _kind, text in blocks:
        clean, found = plain(text)
        start, _end = locate(content, clean, place, name)
        for mark in found:
            begin, finish = within(content, start, clean, mark.start, mark.end)
            marks.append(
                {"layer": mark.layer, "start": begin, "end": finish, "quote": content[begin:finish]}
                | {key: typed(key, value) for key, value in expected(mark.layer, mark.expected).items()}
            )
        place = start
    if "site" in source.head:
        for words in ("Home World Sport", f"© {source.head['site']}"):
            start, end = locate(content, words, 0, name)
            marks.append({"layer": "boilerplate", "start": start, "end": end, "quote": content[start:end]})
    meta = {
        key: typed(key, source.head[key])
        for key in ("genre", "issuer", "carrier", "date", "addressees", "signatories", "side")
        if key in source.head
    }
    return {"document": name, "meta": meta, "marks": sorted(marks, key=lambda m: (m["start"], m["end"], m["layer"]))}


def pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))


def locate(content: str, words: str, place: int, name: str) -> tuple[int, int]:
    found = pattern(words).search(content, place)
    if found is None:
        raise ValueError(f"{name}: not in the reading text from {place}: {words[:60]!r}")
    return found.span()


def within(content: str, begin: int, clean: str, start: int, end: int) -> tuple[int, int]:
    """Map a span of the clean block to the reading text, where white space may be longer."""
    places = []
    place = begin
    for char in clean[:end]:
        if char.isspace():
            places.append(place)
            while content[place].isspace():
                place += 1
        else:
            places.append(place)
            place += 1
    return places[start], places[end - 1] + 1


def expected(layer: str, given: dict[str, str]) -> dict[str, str]:
    return {"voice": "issuer", "kind": "explicit", **given} if layer == "ask" else given


def typed(key: str, value: str) -> object:
    if key in LISTS:
        return re.split(r"[ ,]", value)
    return int(value) if key in NUMBERS else value


def main() -> None:
    for folder in ("documents", "gold"):
        for old in (EXAMPLES / folder).glob("*.*"):
            old.unlink()
        (EXAMPLES / folder).mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "scripts" / "examples").glob("*.txt")):
        source = parse(path)
        name = f"{source.name}.{source.head['format']}"
        data = WRITERS[source.head["format"]](source, [(kind, plain(text)[0]) for kind, text in source.blocks])
        (EXAMPLES / "documents" / name).write_bytes(data)
        extract = formats.read(data, name)
        assert isinstance(extract, Extract), extract
        content = extract.text.content
        made = gold(source, name, content, source.blocks)
        (EXAMPLES / "gold" / f"{source.name}.json").write_text(
            json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        print(name, len(made["marks"]), "marks")  # type: ignore[arg-type]  # a list


if __name__ == "__main__":
    main()
