# SPDX-License-Identifier: Apache-2.0
"""What a format's reader gives: a text with what it carried, or the problem that stood in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tocsin.records.problems import Problem
from tocsin.records.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document inside a document: its name as the container gives it, its bytes, the type it claims to be.

    `origin` is where it came from before (a URL), `retrieved_at` when, where the container tells.
    """

    name: str
    data: bytes
    media_type: str | None = None
    origin: str | None = None
    retrieved_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What was drawn from bytes; `problems` tell what could not be (a page that is a picture) beside a good text."""

    text: Text
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[Problem, ...] = ()


Reader: TypeAlias = Callable[[bytes, str], Extract | Problem]
"""Draws the text from bytes; the second argument is where they came from, for messages and for the name's suffix."""
