# SPDX-License-Identifier: Apache-2.0
"""Frames: the forms of mechanisms, filled with the cited facts of a dossier and with what a person says.

1. No prose is invented: a field holds cited lines, the person's own words, or the word that it is missing.
2. What a person must say (who submits, consent) comes from a TOML file, one key a field; a required field that nobody
   filled is listed.
3. Where words are limited, cited lines are left out, always the last of the longest field, and it is said how many; a
   person's words are never cut. Notes and sources are in no count.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Field
from tocsin.dossier.compositions import (
    Block,
    Composition,
    Figure,
    Items,
    Paragraph,
    Run,
    Section,
    Sentence,
    own,
    paragraph,
)
from tocsin.dossier.first_mentions import Again
from tocsin.dossier.renumbering import renumbered
from tocsin.errors import BadRequest
from tocsin.records.plurals import counted

FRAMES = ("special-procedures", "upr-submission")
"""The forms that dossiers are filled into; rows of frames.toml."""

_SECTIONS = {
    "victims": "harmed",
    "actors": "harming",
    "events": "told",
    "incidents": "told",
    "asks": "asked",
    "law": "law",
    "obligations": "obligations",
}
"""The section of a dossier that fills a field, by what the field's row names."""


class BadFill(BadRequest):
    """A file of a person's answers cannot be read, or fills a field that the form has not."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"--fill {path}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form as far as it is filled: which required fields are missing, how many words, how many lines left out."""

    composition: Composition
    missing: tuple[str, ...]
    words: int
    limit: int
    left_out: int

    @property
    def talk(self) -> Iterator[str]:
        """Say what whoever submits needs to know, line by line."""
        for name in self.missing:
            yield f"missing: {name}"
        of = f" of {self.limit:,}" if self.limit else ""
        yield f"{self.words:,} words{of}; {counted(self.left_out, 'cited line')} left out to keep the limit"
        if self.limit and self.words > self.limit:
            yield f"over the limit by {self.words - self.limit:,} words, which are a person's own; shorten them"


def answers(path: Path, catalogue: Catalogue, frame: str) -> dict[str, str]:
    """Read what a person says, by field.

    Raises:
        BadFill: The file is no TOML, a value is no text, or a key is no field of the form.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadFill(path, str(error)) from error
    known = {_key(name): name for name in catalogue.frames[frame].fields}
    for key, value in given.items():
        if key not in known:
            raise BadFill(path, f"{key}: no such field; the form has {', '.join(known)}")
        if not isinstance(value, str):
            raise BadFill(path, f"{key}: a text in quotation marks is expected")
    return {known[key]: value.strip() for key, value in given.items() if value.strip()}


def _key(name: str) -> str:
    return name.rpartition(".")[2]


def filled(frame: str, dossier: Composition, catalogue: Catalogue, *, said: Mapping[str, str]) -> Filled:
    """Fill a form from a dossier and from what a person says, by field."""
    row = catalogue.frames[frame]
    fields = [catalogue.fields[name] for name in row.fields]
    parts = {section.key: section for top in dossier.sections for section in _all(top)}
    limit = row.words_joint if any(name.endswith(".joint") for name in said) else row.words
    lines = {field.id: list(_filling(field, parts)) for field in fields}
    missing = tuple(field.name for field in fields if field.required and not said.get(field.id) and not lines[field.id])
    fixed = sum(_count(field.name) + _count(said.get(field.id, "")) for field in fields) + len(_notice(0).split())
    left_out = _cut(lines, limit - fixed) if limit else 0
    words = fixed + sum(line.words for held in lines.values() for line in held)
    body = [_field(field, said.get(field.id, ""), lines[field.id]) for field in fields]
    if missing:
        body.insert(0, _missing(missing))
    notice = own(_notice(left_out)) if left_out else own("")
    method = Section(
        key="limits",
        title="How this paper was made",
        blocks=(
            paragraph(
                "Cited lines are from the dossier of the same name; each is stated by the source named in its note.",
                f"{words:,} words{f' of {limit:,}' if limit else ''}, notes and sources not counted.",
                "Whom a line names as acting or as acted on is proposed by the reader: read each before it is sent.",
                *([notice] if left_out else []),
            ),
            paragraph(f"{dossier.title}. {dossier.clocks}"),
        ),
    )
    last = [section for section in dossier.sections if section.key == "sources"]
    made = replace(dossier, title=row.name, sections=(*body, method, *last))
    return Filled(
        composition=_renumbered(made, Again(catalogue)), missing=missing, words=words, limit=limit, left_out=left_out
    )


def _notice(left_out: int) -> str:
    return f"To keep the limit {counted(left_out, 'cited line')} left out; the dossier holds all."


def _count(words: str) -> int:
    return len(words.split())


def _all(section: Section) -> Iterator[Section]:
    yield section
    for under in section.sections:
        yield from _all(under)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A cited line of a field and the block that it is a part of; lines of one block stand together."""

    block: int
    sentences: tuple[Sentence, ...]
    wrap: Callable[[tuple[tuple[Sentence, ...], ...]], Block]

    @property
    def words(self) -> int:
        return sum(_count(one.text) for one in self.sentences)


def _filling(field: Field, parts: Mapping[str, Section]) -> Iterator[_Line]:
    """Give the lines that fill a field; where a form asks for incidents, no agreement and no appeal is one."""
    section = parts.get(_SECTIONS.get(field.fills or "", ""))
    return _lines(section, incidents=field.fills == "incidents")


def _lines(section: Section | None, *, incidents: bool) -> Iterator[_Line]:
    if section is None:
        return
    number = 0
    under = () if section.key == "law" else [one for one in _all(section) if one is not section]
    for one in (section, *under):
        for block in one.blocks:
            number += 1
            if not incidents or (isinstance(block, Paragraph | Items) and block.incident):
                yield from _of_block(block, number)


def _of_block(block: Block, number: int) -> Iterator[_Line]:
    """Part a block into lines; the tool's own words, which no note stands behind, are left in the dossier."""
    if isinstance(block, Figure):
        return
    if isinstance(block, Paragraph):
        if any(one.notes for one in block.sentences):
            yield _Line(block=number, sentences=block.sentences, wrap=lambda held: Paragraph(sentences=held[0]))
        return
    if isinstance(block, Items):
        ordered = block.ordered
        for item in block.items:
            if item.notes:
                yield _Line(
                    block=number,
                    sentences=(item,),
                    wrap=lambda held: Items(items=tuple(one for (one,) in held), ordered=ordered),
                )
        return
    table = block
    for row in table.rows:
        if any(cell.notes for cell in row):
            yield _Line(block=number, sentences=row, wrap=lambda held: replace(table, rows=held))


def _cut(lines: Mapping[str, list[_Line]], room: int) -> int:
    """Leave lines out until what is left has room: always the last of the field that is longest; say how many."""
    lengths = {name: sum(line.words for line in held) for name, held in lines.items()}
    cut = 0
    while sum(lengths.values()) > room and any(lines.values()):
        longest = max(lengths, key=lambda name: lengths[name])
        lengths[longest] -= lines[longest].pop().words
        cut += 1
    return cut


def _field(field: Field, said: str, lines: Iterable[_Line]) -> Section:
    told = [
        Paragraph(sentences=(Sentence(runs=(Run(" ".join(part.split()), "who"),)),))
        for part in said.split("\n\n")
        if part.strip()
    ]
    groups = [list(held) for _, held in groupby(lines, key=lambda line: line.block)]
    blocks: list[Block] = [*told, *(held[0].wrap(tuple(line.sentences for line in held)) for held in groups)]
    if not blocks:
        blocks.append(paragraph("Missing: required." if field.required else "Not filled."))
    return Section(key=f"field-{_key(field.id)}", title=field.name, blocks=tuple(blocks))


def _missing(names: tuple[str, ...]) -> Section:
    head = paragraph("Required, and filled neither by the dossier nor by a person:")
    return Section(key="missing", title="Still missing", blocks=(head, Items(items=tuple(own(name) for name in names))))


def _renumbered(made: Composition, places: Again) -> Composition:
    """Number the notes by where the form calls them first, and leave out what it does not rest on."""
    again = renumbered(made, places.sentence)
    documents = {note.document for note in again.notes}
    return replace(
        again,
        sources=tuple(source for source in made.sources if source.document in documents),
        unconfirmed=sum(note.state == "proposed" for note in again.notes),
    )
