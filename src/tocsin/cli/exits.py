# SPDX-License-Identifier: Apache-2.0
"""The one table from outcome to exit code: 0 done, 1 done with problems, 2 bad request, 3 a promise is broken."""

from __future__ import annotations

from tocsin.errors import BadRequest, BrokenPromise, TocsinError

DONE = 0
PROBLEMS = 1
BAD_REQUEST = 2
BROKEN_PROMISE = 3


def code(error: TocsinError) -> int:
    """Give the exit code of a failure.

    >>> code(BadRequest("no such actor"))
    2
    """
    if isinstance(error, BrokenPromise):
        return BROKEN_PROMISE
    if isinstance(error, BadRequest):
        return BAD_REQUEST
    return PROBLEMS
