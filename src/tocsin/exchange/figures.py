# SPDX-License-Identifier: Apache-2.0
"""Figures as HXL-tagged CSV: the table beside a picture, one row a day, a need or a count.

Source: HXL standard 1.1, hxlstandard.org; attributes of our own kind begin with `+t_`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tocsin.exchange.tables import row_of
from tocsin.records.ids import Json
from tocsin.watch.access_logs import AccessLog, day_rows
from tocsin.watch.amounts import Amount, plain
from tocsin.watch.needs import Need, Needs

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


_NEEDS = (
    ("Place", "#loc+name", "place"),
    ("Place id", "#loc+code", "place_id"),
    ("From", "#date+start", "from"),
    ("To", "#date+end", "to"),
    ("People, least", "#population+min", "people_low"),
    ("People, most", "#population+max", "people_high"),
    ("Sector", "#sector+name", "need"),
    ("Item", "#item+name", "item"),
    ("Unit", "#item+unit", "unit"),
    ("Needed, least", "#indicator+t_needed+min", "needed_low"),
    ("Needed, most", "#indicator+t_needed+max", "needed_high"),
    ("Supplied, least", "#indicator+t_supplied+min", "supplied_low"),
    ("Supplied, most", "#indicator+t_supplied+max", "supplied_high"),
    ("Lacking, least", "#indicator+t_lacking+min", "lacking_low"),
    ("Lacking, most", "#indicator+t_lacking+max", "lacking_high"),
    ("Short a person and day, least", "#indicator+t_short+min", "short_low"),
    ("Short a person and day, most", "#indicator+t_short+max", "short_high"),
    ("Standard", "#meta+t_standard", "standard"),
    ("Evidence", "#meta+id+finding", "evidence"),
)


def needs_lines(found: Needs) -> Iterator[str]:
    """Write needs as HXL, one row a standard; an empty cell is unknown, a most that is empty is open."""
    yield from _lines(_NEEDS, (_need(found, line) for line in found.lines))


def _need(found: Needs, line: Need) -> dict[str, Json]:
    items = [one.item for one in found.population.basis]
    items += [report.item for report in (*line.supplies.reports, *line.unweighed)]
    items += [rate.item for rate in line.rates]
    return {
        "place": found.place.name,
        "place_id": found.place.id,
        "from": date.fromordinal(found.first).isoformat(),
        "to": date.fromordinal(found.last).isoformat(),
        **_bounds("people", found.population.amount),
        "need": line.standard.need,
        "item": line.standard.name,
        "unit": line.standard.unit,
        **_bounds("needed", line.need),
        **_bounds("supplied", line.supplied),
        **_bounds("lacking", line.lacking),
        **_bounds("short", line.short_a_day),
        "standard": f"{line.standard.edition}: {line.standard.section}",
        "evidence": "; ".join(dict.fromkeys(item.row.finding for item in items)),
    }


def _bounds(name: str, amount: Amount | None) -> dict[str, Json]:
    return {
        f"{name}_low": None if amount is None else plain(amount.low),
        f"{name}_high": None if amount is None or amount.high is None else plain(amount.high),
    }


def _lines(columns: tuple[tuple[str, str, str], ...], rows: Iterable[dict[str, Json]]) -> Iterator[str]:
    yield row_of([header for header, _tag, _name in columns])
    yield row_of([tag for _header, tag, _name in columns], as_is=True)
    for row in rows:
        yield row_of([row[name] for _header, _tag, name in columns])
