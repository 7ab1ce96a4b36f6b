# SPDX-License-Identifier: Apache-2.0
"""The few kinds of failure: a bad request, a broken promise; material at fault is a `Problem`, not an error."""

from __future__ import annotations


class TocsinError(Exception):
    """A failure that has a clear sentence for the person who asked."""


class BadRequest(TocsinError):  # noqa: N818 - the field's word for it, see cli/exits.py
    """What was asked cannot be done as asked; exit code 2, HTTP 4xx.

    `flags` are those that the message names by their long names; whoever typed a short one is told of that.
    """

    flags: tuple[str, ...] = ()


class BrokenPromise(TocsinError):  # noqa: N818 - a promise is broken, that is the word
    """A hash, a chain or a quote does not hold; exit code 3, HTTP 500. Nothing is written after it."""
