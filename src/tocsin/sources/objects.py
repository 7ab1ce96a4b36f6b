# SPDX-License-Identifier: Apache-2.0
"""JSON: a list of objects, or one a line, laid out as a table; entities of FollowTheMoney as documents of their own.

1. Each value is an origin that goes by its cell (B12), as in a spreadsheet: the keys are the first row.
2. A FollowTheMoney entity that has words (title, body) is a document, its bytes the entity's own JSON; of the others
   the schema and the name are told. Its `sourceUrl` and `retrievedAt` are where and when it came from.
3. JSON of any other shape is read as the text that it is.

Source: FollowTheMoney, schemata Document, Article and those under them (followthemoney.tech).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tocsin.records.ids import Json, canonical, digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources import html, plain
from tocsin.sources.extracts import Attachment, Extract
from tocsin.sources.tables import MOST_CELLS, column
from tocsin.sources.weaving import Weaver

MEDIA_TYPE = "application/json"

_WORDS = ("title", "author", "publisher", "publishedAt", "date", "summary", "bodyText", "bodyHtml")
"""Properties of an entity that are read, in the order in which a person would."""
_BODY = frozenset({"bodyText", "bodyHtml", "summary"})
_LEAST = 2
"""Objects that make a table."""


def read(data: bytes, where: str = "list.json") -> Extract | Problem:
    r"""Read JSON.

    >>> extract = read(b'[{"Text": "Open the road", "Session": 3}, {"Text": "Pay the teachers", "Session": 3}]')
    >>> assert isinstance(extract, Extract)
    >>> extract.text.content.splitlines()[:2], extract.text.origins[2].part
    (['Text\tSession', 'Open the road\t3'], 'A2')
    """
    extract = plain.read(data, where)
    if isinstance(extract, Problem):
        return extract
    held = _objects(extract.text.content)
    if held and all("chain" in one and "seq" in one for one in held[:_LEAST]):
        message = "this is a ledger written by `tocsin export`; `tocsin import` takes it in"
        return Problem(where=where, code="a-ledger", message=message)
    if held and all(_is_entity(one) for one in held):
        return _entity(extract.text, held[0], where) if len(held) == 1 else _entities(extract.text, held)
    if len(held) < _LEAST:
        return extract
    return _table(extract.text, held, where)


def _objects(content: str) -> list[Mapping[str, Any]]:
    """Give the objects of a list, of a member that holds one, or of lines; none where the content is something else."""
    content = content.removeprefix("\ufeff").strip()
    try:
        whole = json.loads(content)
        held = [whole] if _is_entity(whole) else whole
    except (ValueError, RecursionError):
        try:
            held = [json.loads(line) for line in content.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            return []
    if not isinstance(held, list) or not all(isinstance(one, dict) for one in held):
        return []
    return held


def _is_entity(held: object) -> bool:
    return isinstance(held, dict) and isinstance(held.get("schema"), str) and isinstance(held.get("properties"), dict)


def _values(entity: Mapping[str, Any], name: str) -> list[str]:
    held = entity["properties"].get(name) or []
    return [str(value) for value in (held if isinstance(held, list) else [held]) if str(value).strip()]


def _entity(text: Text, entity: Mapping[str, Any], where: str) -> Extract | Problem:
    """Read one entity: its words as a person would, each property an origin."""
    if not any(_values(entity, name) for name in _BODY):
        message = f"this entity ({entity['schema']}) holds no words of a document; nothing to read"
        return Problem(where=where, code="no-words", message=message)
    weaver = Weaver()
    for name in _WORDS:
        if name == "bodyHtml" and _values(entity, "bodyText"):
            continue
        for value in _values(entity, name):
            weaver.gap(2)
            weaver.add(_shown(value) if name == "bodyHtml" else value, part=f"properties.{name}")
    facts = dict(text.facts)
    published = next(iter((*_values(entity, "publishedAt"), *_values(entity, "date"))), None)
    if published:
        facts["published"] = published
    return Extract(
        text=replace(
            text,
            version="ftm/1",
            media_type=MEDIA_TYPE,
            content=weaver.content,
            origins=weaver.origins,
            facts=tuple(sorted(facts.items())),
        )
    )


def _shown(page: str) -> str:
    """Give what a reader of a page sees."""
    extract = html.read(page.encode(), "bodyHtml")
    return extract.text.content if isinstance(extract, Extract) else ""


def _entities(text: Text, held: Sequence[Mapping[str, Any]]) -> Extract:
    """Tell which entities there are; those with words are documents inside."""
    weaver = Weaver()
    for number, entity in enumerate(held, start=1):
        weaver.gap(1)
        weaver.add(f"{entity['schema']}: ")
        names = [*_values(entity, "name"), *_values(entity, "title"), str(entity.get("id", ""))]
        weaver.add(" ".join(names[0].split()), part=f"entity {number}")
    listed = replace(text, version="ftm-list/1", media_type=MEDIA_TYPE, content=weaver.content, origins=weaver.origins)
    return Extract(text=listed, attachments=tuple(_inside(held)))


def _inside(held: Iterable[Mapping[str, Any]]) -> Iterator[Attachment]:
    for entity in held:
        if any(_values(entity, name) for name in _BODY):
            name = digest(canonical(dict(entity))).removeprefix("sha256:")[:12]
            yield Attachment(
                name=f"{entity.get('id', name)}.json".replace("/", "_"),
                data=json.dumps(entity, ensure_ascii=False, sort_keys=True).encode(),
                media_type=MEDIA_TYPE,
                origin=next(iter(_values(entity, "sourceUrl")), None),
                retrieved_at=next(iter(_values(entity, "retrievedAt")), None),
            )


def _table(text: Text, held: Sequence[Mapping[str, Any]], where: str) -> Extract | Problem:
    keys = list(dict.fromkeys(key for one in held for key in one))
    if len(keys) * len(held) > MOST_CELLS:
        message = f"more than {MOST_CELLS:,} values; split it by years or places"
        return Problem(where=where, code="too-many-cells", message=message)
    weaver = Weaver()
    _row(weaver, keys, 1)
    for number, one in enumerate(held, start=2):
        weaver.add("\n")
        _row(weaver, [_words(one.get(key)) for key in keys], number)
    laid = replace(text, version="json/1", media_type=MEDIA_TYPE, content=weaver.content, origins=weaver.origins)
    return Extract(text=laid)


def _row(weaver: Weaver, values: Sequence[str], number: int) -> None:
    for place, value in enumerate(values):
        if place:
            weaver.add("\t")
        weaver.add(" ".join(value.split()), part=f"{column(place)}{number}")


def _words(value: Json) -> str:
    """Write a value in a cell: several with semicolons between, nothing for none."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return str(value.get("name") or value.get("value") or json.dumps(value, ensure_ascii=False))
    return str(value)
