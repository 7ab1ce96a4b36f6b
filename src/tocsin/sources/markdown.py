# SPDX-License-Identifier: Apache-2.0
"""Markdown: the file's own text to the character, with headings, items and quotations as parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tocsin.records.problems import Problem
from tocsin.records.texts import Part
from tocsin.sources import front, plain
from tocsin.sources.extracts import Extract

_WORDS = re.compile(r"[^\r\n]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_PARSER = MarkdownIt("commonmark").enable("table")
_KINDS = {
    "heading_open": "heading",
    "list_item_open": "item",
    "blockquote_open": "quotation",
    "paragraph_open": "paragraph",
    "table_open": "table",
}
_LISTS = {"bullet_list_open", "ordered_list_open"}


def read(data: bytes, where: str = "text.md") -> Extract | Problem:
    """Read Markdown; an item's part ends where a list inside it begins."""
    extract = plain.read(data, where)
    if isinstance(extract, Problem):
        return extract
    content = extract.text.content
    above = front.read(content, unfenced=True)
    blanked = _WORDS.sub(" ", content[: above.end]) + content[above.end :]
    parts = (*above.parts, *_parts(content, _PARSER.parse(blanked)))
    facts = tuple(dict.fromkeys((*extract.text.facts, *above.facts)))
    text = replace(extract.text, version="markdown/1", media_type="text/markdown", parts=parts, facts=facts)
    return replace(extract, text=text)


def _parts(content: str, tokens: Sequence[Token]) -> Iterator[Part]:
    starts = [0, *(match.end() for match in _LINE_END.finditer(content)), len(content)]
    depth = 0
    for index, token in enumerate(tokens):
        if token.type in _LISTS:
            depth += 1
        elif token.type.removesuffix("_close") + "_open" in _LISTS and token.nesting < 0:
            depth -= 1
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None or (kind == "paragraph" and token.level > 0):
            continue
        first, last = token.map
        if kind == "item":
            last = _inner_list(tokens, index, last)
        start, end = _trimmed(content, starts[first], starts[min(last, len(starts) - 1)])
        if start < end:
            level = int(token.tag[1]) if kind == "heading" else depth if kind == "item" else 0
            yield Part(start=start, end=end, kind=kind, depth=level)


def _inner_list(tokens: Sequence[Token], index: int, last: int) -> int:
    level = tokens[index].level
    for token in tokens[index + 1 :]:
        if token.level <= level:
            break
        if token.type in _LISTS and token.map is not None:
            return min(last, token.map[0])
    return last


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    piece = content[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
