# SPDX-License-Identifier: Apache-2.0
"""Spans that other programs found in a text: W3C Web Annotations, langextract's lines, spaCy's documents.

What comes out says which document is meant, where, in which words and under which label; whether these words stand
there is for whoever holds the text to see (desk/spans.py).

Source: W3C Web Annotation Data Model (2017), 4.2.4 and 4.2.5; langextract, `data.py` and `io.py` of version 1; spaCy 3,
`Doc.to_json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.records.ids import Json
from tocsin.records.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words that another program marked.

    `where` names the span in its file; `document` is what the file calls the document, `text` its whole text, either of
    them None where the file does not say; `start` counts code points of that program's text. `quote` is None where a
    position alone is told, `before` and `after` stand around it.
    """

    where: str
    reader: str
    label: str
    document: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    before: str = ""
    after: str = ""
    members: Mapping[str, Json]


def spans(data: bytes, name: str) -> Iterator[Span | Problem]:
    """Read the spans of a file, in its order; what is none of the three shapes is a problem."""
    for where, held in _objects(data, name):
        if isinstance(held, Problem):
            yield held
        elif "target" in held:
            yield from _annotation(held, where)
        elif "extractions" in held:
            yield from _extractions(held, where)
        elif "text" in held and ("ents" in held or "spans" in held):
            yield from _marked(held, where)
        else:
            message = (
                "neither a Web Annotation (target), nor langextract's (extractions), nor spaCy's (text, ents, spans)"
            )
            yield Problem(where=where, code="no-spans", message=message)


def _objects(data: bytes, name: str) -> Iterator[tuple[str, Any]]:
    """Give the objects of a file: a list, one alone, the items of a page of annotations, or one a line."""
    content = data.decode("utf-8-sig", errors="replace")
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        for number, line in enumerate(content.splitlines(), start=1):
            if line.strip():
                yield f"{name} line {number}", _parsed(line, f"{name} line {number}")
        return
    if isinstance(whole, dict):
        page = whole.get("first")
        whole = whole.get("items") or (page.get("items") if isinstance(page, dict) else None) or [whole]
    for number, one in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        where = f"{name} item {number}"
        yield where, one if isinstance(one, dict) else _no_object(where)


def _parsed(line: str, where: str) -> Any:  # noqa: ANN401 - what JSON holds
    try:
        held = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(where=where, code="no-json", message=f"this is no JSON ({error})")
    return held if isinstance(held, dict) else _no_object(where)


def _no_object(where: str) -> Problem:
    return Problem(where=where, code="no-spans", message="this is no JSON object")


def _annotation(held: Mapping[str, Any], where: str) -> Iterator[Span | Problem]:
    target = held["target"][0] if isinstance(held["target"], list) and held["target"] else held["target"]
    source = target.get("source") if isinstance(target, dict) else None
    document = source.get("id") if isinstance(source, dict) else source
    if not isinstance(target, dict) or not isinstance(document, str):
        yield Problem(where=where, code="no-target", message="the annotation names no source with a selector")
        return
    selectors = {str(one.get("type")): one for one in _all(target.get("selector")) if isinstance(one, dict)}
    position, quote = selectors.get("TextPositionSelector", {}), selectors.get("TextQuoteSelector", {})
    label, members = _body(held)
    yield Span(
        where=f"{where} ({held['id']})" if isinstance(held.get("id"), str) else where,
        reader=_creator(held),
        label=label,
        document=document.removeprefix("urn:"),
        start=_number(position.get("start")),
        end=_number(position.get("end")),
        quote=_text(quote.get("exact")),
        before=_text(quote.get("prefix")) or "",
        after=_text(quote.get("suffix")) or "",
        members=members,
    )


def _body(held: Mapping[str, Any]) -> tuple[str, dict[str, Json]]:
    """Give what an annotation says of its target: the value of a tag, or the type of a body with members."""
    for body in _all(held.get("body")):
        if isinstance(body, str):
            return body, {}
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            return str(body["value"]), {}
        if isinstance(body, dict) and isinstance(body.get("type"), str):
            return str(body["type"]), {k: v for k, v in body.items() if k not in {"type", "standing", "id", "by"}}
    return "", {}


def _creator(held: Mapping[str, Any]) -> str:
    maker = held.get("generator") or held.get("creator")
    named = maker.get("name") or maker.get("id") if isinstance(maker, dict) else maker
    return named if isinstance(named, str) and named else "web-annotation"


def _extractions(held: Mapping[str, Any], where: str) -> Iterator[Span | Problem]:
    for number, one in enumerate(_all(held["extractions"]), start=1):
        place = f"{where} extraction {number}"
        if not isinstance(one, dict) or not isinstance(one.get("extraction_text"), str):
            yield Problem(where=place, code="no-spans", message="the extraction has no words")
            continue
        told = one.get("char_interval")
        interval: Mapping[str, Any] = told if isinstance(told, dict) else {}
        attributes = one.get("attributes")
        yield Span(
            where=place,
            reader="langextract",
            label=str(one.get("extraction_class", "")),
            document=_text(held.get("document_id")),
            text=_text(held.get("text")),
            start=_number(interval.get("start_pos")),
            end=_number(interval.get("end_pos")),
            quote=one["extraction_text"],
            members=attributes if isinstance(attributes, dict) else {},
        )


def _marked(held: Mapping[str, Any], where: str) -> Iterator[Span | Problem]:
    text = str(held["text"])
    groups = {"ents": held.get("ents"), **(held["spans"] if isinstance(held.get("spans"), dict) else {})}
    for group, marks in groups.items():
        for number, one in enumerate(_all(marks), start=1):
            place = f"{where} {group} {number}"
            start, end = (
                (_number(one.get(name)) for name in ("start", "end")) if isinstance(one, dict) else (None, None)
            )
            if start is None or end is None or not 0 <= start < end <= len(text):
                yield Problem(where=place, code="no-place", message="start and end are no place in its own text")
                continue
            yield Span(
                where=place,
                reader="spacy",
                label=str(one.get("label", "")),
                text=text,
                start=start,
                end=end,
                quote=text[start:end],
                members={},
            )


def _all(held: object) -> Sequence[Any]:
    return () if held is None else held if isinstance(held, list) else [held]


def _number(held: object) -> int | None:
    return held if isinstance(held, int) and not isinstance(held, bool) else None


def _text(held: object) -> str | None:
    return held if isinstance(held, str) and held else None
