# SPDX-License-Identifier: Apache-2.0
"""Filings: whose paper it is by the sign under which it is filed, where it stands in a line of the head."""

from __future__ import annotations

import re
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Party

_PREFIX = "filed."
_HEAD = 8
"""Blocks within which the head of a paper stands, the site's own among them."""
_SHORT = 400
"""Code points up to which a block may be of the head."""
_LINE = 60
"""Code points up to which a line may be a sign with its date; a longer one tells of other papers."""


@lru_cache(maxsize=8)
def _signs(catalogue: Catalogue) -> re.Pattern[str]:
    """Make one pattern of all signs, a group for each issuer."""
    groups = (
        f"(?P<_{number}>{'|'.join(_sign(word) for word in row.words)})"
        for number, (name, row) in enumerate(sorted(catalogue.words.items()))
        if name.startswith(_PREFIX)
    )
    return re.compile(rf"(?<![\w/])(?:{'|'.join(groups)})(?![\w/])")


def _sign(word: str) -> str:
    return re.escape(word).replace(r"\#", r"\d+").replace("@", "[A-Z]{3}")


def issuer(draft: Draft) -> tuple[Party, ...]:
    """Give the body that files its papers under the sign in a line of the head."""
    found = _found(draft)
    if found is None or found.lastgroup is None:
        return ()
    tag = sorted(draft.catalogue.words)[int(found.lastgroup[1:])].removeprefix(_PREFIX)
    row = draft.catalogue.actors.get(tag)
    return (Party(id=tag, name=row.name if row else tag),)


def resolves(draft: Draft) -> bool:
    """Say whether the sign in the head is one of resolutions or of their drafts: "A/RES/", "/L.32"."""
    found = _found(draft)
    return found is not None and _RESOLVES.search(found.group()) is not None


_RESOLVES = re.compile(r"/RES/|/L\.\d")


def _found(draft: Draft) -> re.Match[str] | None:
    signs = _signs(draft.catalogue)
    for block in draft.blocks[:_HEAD]:
        for line in draft.content[block.start : block.end].split("\n") if block.end - block.start < _SHORT else ():
            found = signs.search(line) if len(line) <= _LINE or "Index:" in line else None
            if found is not None:
                return found
    return None
