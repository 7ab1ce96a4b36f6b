# SPDX-License-Identifier: Apache-2.0
"""Pictures whose marks open something: well-formed, told in words, never by colour alone, links where asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests.linking.shelves import shelf_read
from tocsin.dossier.pictures import event_lines, notice_clocks, risk_matrices
from tocsin.dossier.pictures.event_lines import Window, event_line, window
from tocsin.ledger.queries import Query
from tocsin.linking.clusters import clusters
from tocsin.watch.matrices import matrix
from tocsin.watch.notices import notices

SVG = "{http://www.w3.org/2000/svg}"
FIRST = """\
Appeal of the Orsava Assembly to the Northern Union

2 March 2025

On 9 December 2024 Ardesh closed the Tamar corridor.
We urge the Northern Union to send monitors to the Tamar corridor.
"""
SECOND = """\
Statement of Ardesh

20 March 2025

Ardesh denies that it closed the Tamar corridor on 9 December 2024.
"""


@pytest.fixture(scope="module")
def ledger(reader):
    return shelf_read(reader, FIRST, SECOND)


@pytest.fixture(scope="module")
def events(ledger, catalogue):
    return clusters(ledger, catalogue, Query(), least=1)


def whole(events):
    days = window(events)
    assert days is not None
    return days


def parsed(drawn):
    root = ET.fromstring(drawn)
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    return root


def test_a_line_of_events_marks_denials_and_says_them(events):
    days = whole(events)
    drawn = event_line(events, days)
    root = parsed(drawn)
    assert root.get("role") == "img"
    assert list(root.iter(f"{SVG}a")) == []
    assert "denied by" in drawn
    assert drawn == event_line(events, days)


def test_marks_are_links_where_that_is_asked_for(events):
    days = whole(events)
    root = parsed(event_line(events, days, link=lambda of: f"#{of}"))
    assert root.get("role") == "group"
    links = list(root.iter(f"{SVG}a"))
    assert {event.id for event in events if event.when} <= {link.get("href", "")[1:] for link in links}
    assert all(link.get("aria-label") for link in links)


def test_very_many_events_are_counted_by_period(events):
    dated = next(event for event in events if event.when)
    days = Window(first=date(2023, 1, 1).toordinal(), last=date(2024, 12, 31).toordinal())
    many = [
        replace(dated, id=f"sha256:{number}", when=f"2023-{number % 12 + 1:02}-1{number % 10}") for number in range(240)
    ]
    drawn = event_line(many, days, link=lambda of: f"?at={of}")
    parsed(drawn)
    assert 'href="?at=2023-04"' in drawn
    assert "20 events" in drawn


def test_a_clock_is_drawn_to_the_day_and_told_in_words(ledger, catalogue):
    found = notices(ledger, catalogue, Query(), day=date(2025, 6, 1))
    rows = notice_clocks.runs(found, lambda item: f"?to={item.whom.id}")
    drawn = notice_clocks.notice_clock(rows, title="Notice", on=date(2025, 6, 1))
    root = parsed(drawn)
    assert "no answer recorded for 91 days" in (root.findtext(f"{SVG}desc") or "")
    assert 'href="?to=northern-union"' in drawn
    asked = next(item for item in found if item.whom.id == "northern-union")
    assert parsed(notice_clocks.notice_clock(notice_clocks.ask_runs(asked), title="Asks", on=date(2025, 6, 1)))


def test_nobody_addressed_makes_a_picture_too():
    parsed(notice_clocks.notice_clock((), title="Notice", on=date(2025, 6, 1)))
    parsed(risk_matrices.risk_matrix((), {}))


def test_a_matrix_has_a_sign_in_every_cell_and_every_month_between(ledger, catalogue):
    cells = matrix(ledger, catalogue, Query())
    place = cells[0].place
    held = [cell for cell in cells if cell.place == place]
    drawn = risk_matrices.risk_matrix(held, {cell.factor: "x" for cell in held}, link=lambda cell: f"?{cell.month}")
    root = parsed(drawn)
    assert len(list(root.iter(f"{SVG}a"))) == len(held)
    months = risk_matrices.columns(held)
    assert len(months) == len(set(months))
    assert all(risk_matrices.mark(cell)[0].isdigit() for cell in held)


def test_fills_differ_by_pattern_and_not_by_colour_alone():
    for fills in (event_lines.FILLS, notice_clocks.FILLS, risk_matrices.FILLS):
        assert len({(fill.pattern, fill.letter) for fill in fills}) == len(fills)
