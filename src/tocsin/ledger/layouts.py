# SPDX-License-Identifier: Apache-2.0
"""A text's layout: everything of a stored text but its characters, as canonical JSON, and back."""

from __future__ import annotations

import json

from tocsin.records.ids import Digest, Json, canonical
from tocsin.records.texts import Origin, Part, Text


def layout(text: Text) -> bytes:
    """Write origins, parts, main spans, facts and media type of a text."""
    value: dict[str, Json] = {
        "media_type": text.media_type,
        "origins": [[o.start, o.end, o.page, o.offset, o.part] for o in text.origins],
        "parts": [[p.start, p.end, p.kind, p.depth] for p in text.parts],
        "main": [list(span) for span in text.main],
        "facts": [list(fact) for fact in text.facts],
    }
    return canonical(value)


def text(document: Digest, version: str, content: str, laid_out: bytes) -> Text:
    """Put a stored text together again."""
    value = json.loads(laid_out)
    return Text(
        document=document,
        version=version,
        media_type=value["media_type"],
        content=content,
        origins=tuple(
            Origin(start=start, end=end, page=page, offset=offset, part=part)
            for start, end, page, offset, part in value["origins"]
        ),
        parts=tuple(Part(start=start, end=end, kind=kind, depth=depth) for start, end, kind, depth in value["parts"]),
        main=tuple((start, end) for start, end in value["main"]),
        facts=tuple((name, told) for name, told in value["facts"]),
    )
