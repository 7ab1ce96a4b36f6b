# SPDX-License-Identifier: Apache-2.0
"""The page of alarms: which rules of a person's file ring on a day, and when each rang, as `tocsin watch --alarms`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup

from tocsin.desk import alarms as desk
from tocsin.desk.days import on_day
from tocsin.dossier.pictures.alarm_lines import alarm_line
from tocsin.records.dates import worded
from tocsin.records.ids import Digest, digest
from tocsin.watch.alarm_rules import KINDS, AlarmRule
from tocsin.watch.alarms import Ring
from tocsin.watch.spans import edtf
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen

ROWS, DRAWN = 12, 60
"""Findings that are shown of each ring, rings that the picture draws."""

_STATES = {"rings": "rings", "possibly": "possibly rings", "ended": "rang, and ended", "not yet": "not yet"}
_ORDER = tuple(_STATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class RingRow:
    """A ring: how it stands on the day, since when, until when, what it says, and the words it rests on."""

    id: Digest
    alarm: str
    state: str
    rings: bool
    since: str
    until: str
    says: str
    rows: tuple[FindingRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule of the file: its name, what it wakes for, what it is about, whether it rings."""

    id: str
    wakes_for: str
    about: str
    rings: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmsPage(Page):
    """Alarms on a day. `file` is that of the rules, `missing` where there is none yet."""

    template: ClassVar[str] = "alarms.html"
    section: ClassVar[str] = "watch"
    asking: Asking
    file: str
    missing: bool
    day: str
    picture: Markup
    rules: tuple[RuleRow, ...]
    rows: tuple[RingRow, ...]


def _page(at: Visit, problem: str) -> AlarmsPage:
    file = at.room.alarms
    missing = not file.exists()
    day = on_day(None, at.clocks, today=datetime.now(tz=UTC).date())[0] if not problem else date.min
    rules: Sequence[AlarmRule] = () if problem or missing else desk.rules(file, at.catalogue)
    choice = (("", "any alarm"), *((rule.id, rule.id) for rule in rules))
    form = asking(at, problem, field(at, "alarm", "Alarm", choice))
    rang = _rang(at, file, rules, day) if rules else ()
    shown = [one for one in rang if at.asked.get("alarm", one.ring.alarm) == one.ring.alarm]
    shown.sort(key=lambda one: (_ORDER.index(one.state), -one.ring.day.earliest))
    return AlarmsPage(
        title="Alarms",
        asking=form,
        file=file.name,
        missing=missing,
        day=worded(day.isoformat()) if not problem else "",
        picture=_picture([one.ring for one in shown[:DRAWN]], day),
        rules=tuple(_rule(rule, rang) for rule in rules),
        rows=tuple(_row(at, one) for one in shown),
    )


def _rang(at: Visit, file: Path, rules: Sequence[AlarmRule], day: date) -> tuple[desk.Rang, ...]:
    """Give all that rang until a day; the file's own bytes are part of what it is kept by."""
    held = digest(file.read_bytes())

    def made(view: Visit) -> tuple[desk.Rang, ...]:
        days = (1, day.toordinal())
        return desk.between(view.ledger, view.catalogue, view.clocks, rules, days, veil=view.withholding)

    return at.view(("alarms", held, day), made)


def _picture(rings: Sequence[Ring], day: date) -> Markup:
    if not rings:
        return Markup()
    first = min(one.day.earliest for one in rings)
    drawn = alarm_line(rings, first, max(day.toordinal(), first + 1))
    return Markup(drawn)  # noqa: S704 - drawn here, its words escaped


def _rule(rule: AlarmRule, rang: Sequence[desk.Rang]) -> RuleRow:
    factor = f"factor {rule.factor}" if rule.factor is not None else ""
    days = f"{rule.days} days" if rule.days else ""
    words = ", ".join(f"“{word}”" for word in rule.words)
    about = [factor, rule.place or "", f"of {rule.to}" if rule.to else "", words, f"by {rule.by}" if rule.by else ""]
    return RuleRow(
        id=rule.id,
        wakes_for=KINDS[rule.kind].wakes_for,
        about=" · ".join(filter(None, [*about, days])),
        rings=sum(one.ring.alarm == rule.id and one.state in {"rings", "possibly"} for one in rang),
        address=f"?alarm={rule.id}",
    )


def _row(at: Visit, one: desk.Rang) -> RingRow:
    ring = one.ring
    return RingRow(
        id=ring.id,
        alarm=ring.alarm,
        state=_STATES[one.state],
        rings=one.state in {"rings", "possibly"},
        since=worded(edtf(ring.day), none="a day not known"),
        until=worded(edtf(ring.until), none="") if ring.until is not None else "",
        says=ring.says,
        rows=tuple(row_of(at, row) for row in ring.rows[:ROWS]),
        left_out=max(0, len(ring.rows) - ROWS),
    )


alarms = seen(_page)
