# SPDX-License-Identifier: Apache-2.0
"""The reading text of a document, each stretch mapped back to its place in the original."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A stretch of the reading text and where it stands in the original.

    `start`/`end` count code points of the reading text, half-open. `page` counts from 1; `offset` counts code points of
    the decoded file (or of the page's own text layer where there is a page) at `start`; `part` names a member of a
    container (an attachment, a table cell). None where the format knows no such thing.
    """

    start: int
    end: int
    page: int | None = None
    offset: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the format itself says of a stretch: a heading, a list item, a quotation, a title, furniture.

    `kind` is one of: title, heading, item, quotation, paragraph, table, furniture. `depth` counts from 1 for headings
    and nested lists, 0 otherwise. Formats without structure (plain text) yield no parts.
    """

    start: int
    end: int
    kind: str
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is read of a document: the decoded, unnormalised characters, stored with the extractor that drew them.

    `version` is `extractor/number` (`plain/1`, `pdf-pypdfium2/1`); anchors count code points of `content`.
    `media_type` is the format as found by content. `facts` are what the container says of itself (title, author,
    published, url, subject, from, to), as (name, value) pairs, unverified. `main` are the spans of the main text, in
    order, where the format has furniture around it (HTML); empty means all of it.
    """

    document: Digest
    version: str
    media_type: str
    content: str
    origins: tuple[Origin, ...] = ()
    parts: tuple[Part, ...] = ()
    main: tuple[tuple[int, int], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
