# SPDX-License-Identifier: Apache-2.0
"""Plain text: the decoded file is the reading text, to the character."""

from __future__ import annotations

from tocsin.records.ids import digest
from tocsin.records.texts import Text


def read(data: bytes) -> Text:
    """Read plain text in UTF-8."""
    return Text(document=digest(data), version="plain/1", media_type="text/plain", content=data.decode())
