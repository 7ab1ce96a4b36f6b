# SPDX-License-Identifier: Apache-2.0
"""Plurals: how many of something, and how often, in words; one of a thing is not said to be several."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """Say how many of something.

    >>> counted(1, "document"), counted(3, "document"), counted(2, "body", "bodies")
    ('1 document', '3 documents', '2 bodies')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Say how often.

    >>> times(1), times(3)
    ('once', '3 times')
    """
    return "once" if number == 1 else f"{number} times"
