# SPDX-License-Identifier: Apache-2.0
"""Checks: every fault of a row is told with its file, table, row and member."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.catalogue.checks import check

PACKS = Path(__file__).parents[2] / "packs"
GOOD = '[[actor]]\nid = "karsk-relief"\nkind = "ngo"\nname = "Karsk Relief"\nsource = "test"\n'
DUTY = '[[duty]]\nid = "karsk-duty"\ninstrument = "un-charter"\nduty = "talk"\nwho = "all"\nsource = "test"\n'

FAULTS = [
    ("missing-source", GOOD.replace('source = "test"', 'source = " "'), "karsk-relief: source"),
    ("bad-row", GOOD.replace('source = "test"\n', ""), "karsk-relief"),
    ("bad-row", GOOD + "colour = 'red'\n", "karsk-relief"),
    ("bad-row", GOOD + "aliases = 'KR'\n", "karsk-relief"),
    ("bad-row", GOOD + "since = 1999\n", "karsk-relief"),
    ("bad-row", '[[actor]]\nkind = "ngo"\n', "[[actor]] 1"),
    ("bad-id", GOOD.replace('"karsk-relief"', '"Karsk Relief"'), "Karsk Relief: id"),
    ("unknown-kind", GOOD.replace('"ngo"', '"club"'), "karsk-relief: kind"),
    ("bad-date", GOOD + 'since = "3 March"\n', "karsk-relief: since"),
    ("until-before-since", GOOD + 'since = "2020"\nuntil = "2019-05"\n', "karsk-relief: until"),
    ("unknown-part-of", GOOD + 'part_of = ["karsk-council"]\n', "karsk-relief: part_of"),
    ("unknown-members", GOOD + 'members = ["veltria"]\n', "karsk-relief: members"),
    ("part-of-itself", GOOD + 'part_of = ["karsk-relief"]\n', "karsk-relief: part_of"),
    ("alias-twice", GOOD + 'aliases = ["the United Nations"]\n', "karsk-relief: aliases"),
    ("state-incomplete", GOOD.replace('"ngo"', '"state"'), "karsk-relief: demonyms"),
    (
        "unknown-within",
        '[[place]]\nid = "karsk"\nkind = "city"\nname = "Karsk"\nwithin = ["x"]\nsource = "t"\n',
        "karsk: within",
    ),
    ("unknown-instrument", DUTY.replace("un-charter", "karsk-accord"), "karsk-duty: instrument"),
    ("no-bearer", DUTY.replace('who = "all"\n', ""), "karsk-duty: bearers"),
    ("unknown-bearers", DUTY + 'bearers = ["karsk-council"]\n', "karsk-duty: bearers"),
    ("unknown-act", DUTY + 'acts = ["mischief"]\n', "karsk-duty: acts"),
    ("unknown-table", '[[planet]]\nid = "x"\n', ""),
    ("bad-toml", "[[actor", ""),
]


@pytest.mark.parametrize(("code", "content", "where"), FAULTS, ids=[f"{f[0]}-{i}" for i, f in enumerate(FAULTS)])
def test_a_fault_is_told_with_its_place(tmp_path, code, content, where):
    path = tmp_path / "rows.toml"
    path.write_text(content)
    found = [problem for problem in check([tmp_path]) if problem.code == code and where in problem.where]
    assert found
    assert all(str(path) in problem.where for problem in found if code != "alias-twice")


def test_the_rows_of_the_package_and_of_its_packs_are_sound():
    assert check(sorted(path for path in PACKS.iterdir() if path.is_dir())) == ()


def test_a_good_row_raises_no_problem(tmp_path):
    (tmp_path / "rows.toml").write_text(GOOD)
    assert check([tmp_path]) == ()


def test_all_members_of_the_united_nations_are_rows_with_the_same_members():
    states = [row for row in load()[0].actors.values() if row.kind == "state" and not row.until]
    assert len(states) == 195
    for row in states:
        assert row.demonyms
        assert row.seats
        assert row.iso


def test_every_row_that_names_somebody_has_a_source_and_a_name():
    catalogue, _ = load()
    for actor in catalogue.actors.values():
        assert actor.source
        assert actor.name
    for place in catalogue.places.values():
        assert place.source
        assert place.name


def test_a_state_may_have_no_code(tmp_path):
    whole = GOOD.replace('"ngo"', '"state"') + 'demonyms = ["Karskan"]\nseats = ["Karsk"]\n'
    (tmp_path / "rows.toml").write_text(whole)
    assert check([tmp_path]) == ()
