# SPDX-License-Identifier: Apache-2.0
"""Alarms as asked for: the rules of a person's file, what rings on a day, and what rang over some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.watch.absences import Veil
from tocsin.watch.alarm_rules import AlarmRule, alarm_rules
from tocsin.watch.alarms import Ring, RingState, rings

MOST_BYTES = 1_000_000
"""How long a file of alarms may be."""


class CannotReadAlarms(BadRequest):
    """The file of alarms cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"--alarms {path}: cannot be read ({reason}); docs/alarms.md tells what such a file holds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang:
    """A ring, and how it stood on the day asked for."""

    ring: Ring
    state: RingState


def rules(file: Path, catalogue: Catalogue) -> tuple[AlarmRule, ...]:
    """Read a file of alarms.

    Raises:
        CannotReadAlarms: It is not there, too long, or no text.
        BadAlarms: A rule of it is at fault.
    """
    try:
        with file.open("rb") as held:
            content = held.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise CannotReadAlarms(str(file), f"longer than {MOST_BYTES:,} bytes")
        return alarm_rules(content.decode(), str(file), catalogue)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotReadAlarms(str(file), getattr(error, "strerror", None) or str(error)) from None


def on(
    ledger: Ledger, catalogue: Catalogue, query: Query, wanted: Sequence[AlarmRule], day: date, *, veil: Veil | None
) -> tuple[Rang, ...]:
    """Give what rings, certainly or possibly, on a day."""
    by = day.toordinal()
    held = (Rang(ring=one, state=one.state(by)) for one in rings(ledger, catalogue, query, wanted, veil=veil))
    return tuple(one for one in held if one.state in {"rings", "possibly"})


def between(
    ledger: Ledger,
    catalogue: Catalogue,
    query: Query,
    wanted: Sequence[AlarmRule],
    days: tuple[int, int],
    *,
    veil: Veil | None,
) -> tuple[Rang, ...]:
    """Give what may have rung between two days (day numbers, both within), each as it stood on the last."""
    first, last = days
    found = (one for one in rings(ledger, catalogue, query, wanted, veil=veil) if one.within(first, last))
    return tuple(Rang(ring=one, state=one.state(last)) for one in found)
