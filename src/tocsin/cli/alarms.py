# SPDX-License-Identifier: Apache-2.0
"""Alarms at the command line: which ring on a day, and when each would have rung (`tocsin watch --alarms`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tocsin.cli import cards
from tocsin.cli.clocks import NoDate
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json, write
from tocsin.desk import alarms
from tocsin.desk.days import on_day
from tocsin.desk.desks import Desk
from tocsin.dossier.pictures.alarm_lines import alarm_line
from tocsin.exchange.feeds import atom
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.fact_sheets import texts_held
from tocsin.records.bounds import bounds
from tocsin.records.ids import Json
from tocsin.records.plurals import counted
from tocsin.watch.alarm_rules import AlarmRule
from tocsin.watch.alarms import Ring
from tocsin.watch.spans import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the flags say: the file, the day or the days, and the form."""

    file: Path
    on: str | None
    replay: tuple[str, str] | None
    as_json: bool
    as_lines: bool
    feed: str | None
    picture: str | None = None


def ring(at: Desk, ledger: Ledger, query: Query, wanted: Wanted) -> None:
    """Print the rings of a file of alarms."""
    rules = alarms.rules(wanted.file, at.catalogue)
    hidden = withholding(at, ledger, query)
    if wanted.replay is not None:
        first, last = _day(wanted.replay[0], last=False), _day(wanted.replay[1], last=True)
        found = alarms.between(ledger, at.catalogue, query, rules, (first, last), veil=hidden)
        said = f"between {wanted.replay[0]} and {wanted.replay[1]}"
    else:
        day, known = on_day(wanted.on, query, today=datetime.now(tz=UTC).date())
        by = day.toordinal()
        found = alarms.on(ledger, at.catalogue, known, rules, day, veil=hidden)
        said = f"on {day}"
    rows = [(one.ring, one.state) for one in found]
    if wanted.picture is not None:
        shown = [one for one, _state in rows]
        days = [one.day.earliest for one in shown] or [datetime.now(tz=UTC).date().toordinal()]
        start, end = (first, last) if wanted.replay is not None else (min(days), max(by, min(days) + 1))
        write(wanted.picture, alarm_line(shown, start, end))
    if wanted.feed is not None:
        write(wanted.feed, atom((one for one, _state in rows), title=f"Tocsin alarms of {wanted.file.name}"))
    if "-" in {wanted.feed, wanted.picture}:
        return
    if wanted.as_lines:
        for row in _json(rows):
            show(json.dumps(row, ensure_ascii=False))
    elif wanted.as_json:
        show_json(_json(rows))
    else:
        for line in _lines(rows):
            show(line)
    _quiet(rules, rows, said, texts_held(shelf(ledger, query)))


def _day(given: str, *, last: bool) -> int:
    days = bounds(given)
    if days is None or "/" in given:
        raise NoDate("--replay", given)
    return days.latest if last else days.earliest


def _json(rows: Iterable[tuple[Ring, str]]) -> Iterator[dict[str, Json]]:
    for one, state in rows:
        yield {**one.to_json(), "state": state}


def _lines(rows: Sequence[tuple[Ring, str]]) -> Iterator[str]:
    for one, state in rows:
        sure = " (possibly)" if state == "possibly" else ""
        ended = f", until {in_words(one.until)}" if one.until is not None else ""
        yield cards.wrapped(f"{in_words(one.day)}{sure}{ended} · {one.alarm}: {one.says}", "")
        for row in one.rows[:_SHOWN]:
            yield cards.wrapped(f"“{row.finding.quote}”", "    ")
            place = f"{row.shelved.name} [{row.finding.start}:{row.finding.end}]"
            yield f"    {place} · {row.standing} · {row.row.finding.removeprefix('sha256:')[:12]}"
        if len(one.rows) > _SHOWN:
            yield f"    and {len(one.rows) - _SHOWN} more (--json gives all)"


_SHOWN = 3
"""Findings shown of each ring."""


def _quiet(rules: Sequence[AlarmRule], rows: Sequence[tuple[Ring, str]], said: str, documents: int) -> None:
    rang = {one.alarm for one, _state in rows}
    quiet = [rule.id for rule in rules if rule.id not in rang]
    if quiet:
        say(f"No ring {said} among the {counted(documents, 'document')} of this ledger: {', '.join(quiet)}")
