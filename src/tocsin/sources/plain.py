# SPDX-License-Identifier: Apache-2.0
"""Plain text: the decoded file is the reading text, to the character."""

from __future__ import annotations

from tocsin.records.ids import digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources import front
from tocsin.sources.decoding import decoded
from tocsin.sources.extracts import Extract


def read(data: bytes, where: str = "text") -> Extract | Problem:
    """Read plain text; a byte order mark stays, so that offsets are those of the decoded file.

    Front matter is told as parts and facts.

    >>> extract = read(b"We urge all sides to talk.")
    >>> assert isinstance(extract, Extract)
    >>> extract.text.content
    'We urge all sides to talk.'
    """
    plain = decoded(data, where)
    if isinstance(plain, Problem):
        return plain
    if not plain.content.strip("\ufeff \t\r\n"):
        return Problem(where=where, code="empty", message="there is no word in the file; check that it was saved whole")
    above = front.read(plain.content)
    text = Text(
        document=digest(data),
        version="plain/1",
        media_type="text/plain",
        content=plain.content,
        parts=above.parts,
        facts=(*plain.facts, *above.facts),
    )
    return Extract(text=text, problems=plain.problems)
