# SPDX-License-Identifier: Apache-2.0
"""Layouts: how wide the columns of a table are, by what stands in them."""

from __future__ import annotations

from tocsin.dossier.compositions import Table

_LEAST, _MOST = 6, 60
"""Characters that a column counts with at least and at most."""
_LOOKED_AT = 200
"""Rows that are looked at; those of a long table are alike."""


def widths(table: Table, total: int) -> tuple[int, ...]:
    """Part a width among columns: by the root of the most characters in each, so that no column starves another.

    >>> from tocsin.dossier.compositions import cells
    >>> widths(Table(columns=("Day", "How"), rows=(cells("1 May", "a letter to the Assembly"),)), 100)
    (23, 77)
    """
    weights = []
    for number, column in enumerate(table.columns):
        longest = max((len(row[number].text) for row in table.rows[:_LOOKED_AT]), default=0)
        word = max((len(word) for row in table.rows[:_LOOKED_AT] for word in row[number].text.split()), default=0)
        weights.append(max(_LEAST, len(column) + 2, word + 2, min(_MOST, longest) ** 0.75 * 2))
    whole = sum(weights)
    held = [int(total * weight / whole) for weight in weights]
    held[-1] += total - sum(held)
    return tuple(held)
