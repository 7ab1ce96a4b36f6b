# SPDX-License-Identifier: Apache-2.0
"""Findings as W3C Web Annotations (JSON-LD): what was found as body, its anchor as target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Row
from tocsin.records.anchors import CONTEXT
from tocsin.records.ids import Digest, Json

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_VOCABULARY = "urn:tocsin:findings#"
_PLACE = {"kind", "start", "end", "quote", "version", "ordinal"}


Hiding: TypeAlias = Callable[[Digest, Json], Json]
"""Gives a value of a document without the names that are withheld in it."""


def annotated(ledger: Ledger, rows: Iterable[Row], hidden: Hiding | None = None) -> Iterator[dict[str, Json]]:
    """Make findings annotations; a document's card has no words of its own, so it is left out.

    `hidden` withholds names from bodies and quotes; positions stay.

    Source: W3C Web Annotation Data Model, 2017: sections 3 (Annotation), 4.2.4 and 4.2.5 (selectors).
    """
    for row in rows:
        payload, document = row.entry.payload, row.entry.document
        if payload is None or document is None or payload["kind"] == "document":
            continue
        start, end, version = payload["start"], payload["end"], str(payload["version"])
        assert isinstance(start, int)
        assert isinstance(end, int)
        content = ledger.text(document, version).content
        hide = partial(hidden, document) if hidden else _shown
        yield {
            "@context": [_CONTEXT, {"@vocab": _VOCABULARY}],
            "id": _urn(row.finding),
            "type": "Annotation",
            "motivation": "classifying",
            "created": row.entry.recorded_at,
            "creator": row.entry.author if row.entry.by_person else _urn(row.entry.author),
            "body": {
                "type": str(payload["kind"]).capitalize(),
                "standing": row.state.standing,
                **{name: hide(value) for name, value in payload.items() if name not in _PLACE and value is not None},
            },
            "target": {
                "source": _urn(document),
                "state": {"type": "State", "version": version},
                "selector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": hide(content[start:end]),
                        "prefix": hide(content[max(0, start - CONTEXT) : start]),
                        "suffix": hide(content[end : end + CONTEXT]),
                    },
                ],
            },
        }


def _shown(value: Json) -> Json:
    return value


def _urn(name: str) -> str:
    return "urn:" + name
