# SPDX-License-Identifier: Apache-2.0
"""Sites: which pass, dam or camp "the pass" is – the one of that kind that the text named last, in full, before."""

from __future__ import annotations

import re

from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_KIND = (
    r"(?:pass|corridor|bridge|crossing|dam|camp|port|harbour|tunnel|road|valley|island|barrage|canal|river|bay|gorge|"
    r"reservoir|checkpoint)"
)
_THE = late(rf"\bthe\s+(?P<kind>{_KIND})\b(?!\s+(?:of|at|in|near|to)\s+[A-Z])", re.IGNORECASE)
_NAME = late(rf"(?P<name>(?:(?!The\b)[A-ZÀ-Þ][\w'’-]+\s){{1,3}}(?i:{_KIND}))\b")


def meant(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give the place that "the pass" in words [start, end) of the view stands for; () where none was named before."""
    the = _THE.search(draft.content, start, end)
    if the is None:
        return ()
    kind = the["kind"].lower()
    known = [hit for hit in draft.within("place", 0, start) if _is_of(draft.content[hit.start : hit.end], kind)]
    if known:
        last = known[-1]
        return (Party(id=last.tag, name=draft.content[last.start : last.end]),)
    named = [match for match in _NAME.finditer(draft.content, 0, start) if _is_of(match["name"], kind)]
    return (Party(id=names.slug(named[-1]["name"]), name=named[-1]["name"]),) if named else ()


def _is_of(name: str, kind: str) -> bool:
    return name.lower().endswith(f" {kind}") and name[:1].isupper()
