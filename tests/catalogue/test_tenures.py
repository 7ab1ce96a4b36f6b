# SPDX-License-Identifier: Apache-2.0
"""Tenures: a name stands for an office on the days on which its holder held it, and for the person else."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.catalogue.checks import check
from tocsin.catalogue.offices import held_offices
from tocsin.catalogue.tenures import Tenures
from tocsin.errors import BadRequest
from tocsin.records.bounds import bounds
from tocsin.records.findings import Party


@pytest.fixture(scope="module")
def tenures(catalogue):
    return Tenures(catalogue)


@pytest.mark.parametrize(
    ("name", "day", "offices"),
    [
        ("Ilse Aren", "2023-03-01", ["northern-union-secretary-general"]),
        ("the former Secretary-General Ilse Aren", "2025-03-01", []),
        ("Joren Mact", "2020", ["lumara"]),
        ("Joren Mact", "2025-03", ["northern-union-secretary-general"]),
        ("Joren Mact", "2024-12-24", []),
        ("President Oskal", "2023", ["ardesh"]),
        ("President Oskal", "2020-01-01", []),
        ("Oskal", "2023", []),
        ("Kofi Annan", "1999", ["un-secretary-general"]),
        ("Kofi Annan", "2010", []),
    ],
)
def test_a_name_stands_for_the_offices_that_its_holder_had_then(tenures, name, day, offices):
    assert [one.office for one in tenures.of(name, bounds(day))] == offices


def test_a_day_that_nobody_knows_rules_nothing_out(tenures):
    assert [one.office for one in tenures.of("Ilse Aren", None)] == ["northern-union-secretary-general"]


def test_a_day_on_which_an_office_changed_hands_may_be_of_both(tenures):
    held = tenures.holders("northern-union-secretary-general", bounds("2024-12/2025-01"))
    assert [one.person for one in held] == ["Ilse Aren", "Joren Mact"]


def test_a_named_holder_after_leaving_office_is_the_person(tenures):
    party = Party(id="northern-union-secretary-general", name="Ilse Aren")
    assert tenures.stands_for(party, bounds("2023")) == party
    assert tenures.stands_for(party, bounds("2025")).id == "ilse-aren"


def test_an_office_named_without_a_person_stays_the_office(tenures):
    party = Party(id="northern-union-secretary-general", name="the Secretary-General")
    assert tenures.stands_for(party, bounds("2025")) is party


def test_who_is_named_by_a_later_office_stands_for_that_one(tenures):
    party = Party(id="northern-union-secretary-general", name="Joren Mact")
    assert tenures.stands_for(party, bounds("2020")).id == "lumara"


def test_offices_are_listed_of_a_person_a_body_and_a_day(catalogue):
    assert [one.office for one in held_offices(catalogue, "Joren Mact", None)] == [
        "lumara",
        "northern-union-secretary-general",
    ]
    assert [one.person for one in held_offices(catalogue, "Northern Union", bounds("2025-05"))] == ["Joren Mact"]
    with pytest.raises(BadRequest):
        held_offices(catalogue, "Nobody Anywhere", None)


def test_a_pack_of_ones_own_adds_tenures_and_is_checked(tmp_path):
    (tmp_path / "tenures.toml").write_text(
        '[[tenure]]\nid = "a"\nperson = "Arno Kell"\noffice = "nowhere"\n'
        'since = "2020"\nuntil = "2019"\nsource = "own"\n'
    )
    codes = {problem.code for problem in check([tmp_path]) if str(tmp_path) in problem.where}
    assert codes == {"unknown-office", "until-before-since"}
    assert Tenures(load([tmp_path])[0]).person("Mr. Arno Kell") == "arno-kell"


def test_every_tenure_of_the_package_ends_after_it_begins_and_names_its_source(catalogue):
    for row in catalogue.tenures.values():
        assert row.source
        begun, ended = bounds(row.since), bounds(row.until)
        assert begun is not None
        assert ended is None or begun.earliest <= ended.latest, row.id
