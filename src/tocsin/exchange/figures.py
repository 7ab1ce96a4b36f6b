# SPDX-License-Identifier: Apache-2.0
"""Figures as HXL-tagged CSV: the table beside a picture, one row a day, a need or a count.

Source: HXL standard 1.1, hxlstandard.org; attributes of our own kind begin with `+t_`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.exchange.tables import row_of
from tocsin.records.ids import Json
from tocsin.watch.access_logs import AccessLog, day_rows

_ACCESS = (
    ("Date", "#date", "date"),
    ("Place", "#loc+name", "place"),
    ("Place id", "#loc+code", "place_id"),
    ("State", "#access+status", "state"),
    ("Certainty", "#status+t_certainty", "certainty"),
    ("Voices", "#indicator+t_voices", "voices"),
    ("Constraints", "#access+constraint+code", "constraints"),
    ("Evidence", "#meta+id+finding", "evidence"),
)


def access_lines(log: AccessLog) -> Iterator[str]:
    """Write an access log as HXL, one row a day, lines ended by CR LF."""
    yield from _lines(_ACCESS, day_rows(log))


def _lines(columns: tuple[tuple[str, str, str], ...], rows: Iterable[dict[str, Json]]) -> Iterator[str]:
    yield row_of([header for header, _tag, _name in columns])
    yield row_of([tag for _header, tag, _name in columns], as_is=True)
    for row in rows:
        yield row_of([row[name] for _header, _tag, name in columns])
