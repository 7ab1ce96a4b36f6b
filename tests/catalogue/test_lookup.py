# SPDX-License-Identifier: Apache-2.0
"""Look-up: any name finds its row; an unknown one is answered with what comes nearest."""

from __future__ import annotations

import pytest

from tocsin.catalogue import lookup
from tocsin.catalogue.catalogue import load

CATALOGUE, _ = load()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("icrc", "icrc"),
        ("ICRC", "icrc"),
        ("the International Committee of the Red Cross", "icrc"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("cote d'ivoire", "cote-divoire"),
        ("TÜRKİYE", "turkey"),
        ("burma", "myanmar"),
        ("kofi annan", "un-secretary-general"),
        ("guinea bissau", "guinea-bissau"),
    ],
)
def test_an_actor_is_found_by_id_name_or_alias_whatever_its_case_and_marks(given, expected):
    assert lookup.actor(CATALOGUE, given).id == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Kiev", "kyiv"), ("the gaza strip", "gaza-strip"), ("goma", "goma"), ("Yemen", "yemen"), ("yemen", "yemen")],
)
def test_a_place_is_a_city_a_region_or_a_state(given, expected):
    assert lookup.place(CATALOGUE, given).id == expected


def test_an_unknown_name_is_answered_with_the_five_nearest():
    with pytest.raises(lookup.UnknownName) as raised:
        lookup.actor(CATALOGUE, "Afganistan")
    assert raised.value.nearest[0] == "afghanistan"
    assert len(raised.value.nearest) == 5
    assert "afghanistan" in str(raised.value)


def test_what_the_ledger_holds_is_looked_for_among_the_nearest():
    with pytest.raises(lookup.UnknownName) as raised:
        lookup.actor(CATALOGUE, "orsava assemby", also=["orsava-assembly"])
    assert raised.value.nearest[0] == "orsava-assembly"


def test_a_name_of_two_rows_asks_for_the_id(tmp_path):
    rows = "".join(
        f'[[actor]]\nid = "{name}"\nkind = "ngo"\nname = "{name}"\naliases = ["KRC"]\nsource = "test"\n'
        for name in ("karsk-relief", "karsk-rights")
    )
    (tmp_path / "actors.toml").write_text(rows)
    catalogue, _ = load([tmp_path])
    with pytest.raises(lookup.AmbiguousName, match="karsk-relief and of karsk-rights"):
        lookup.actor(catalogue, "krc")


def test_an_unknown_place_is_no_actor():
    with pytest.raises(lookup.UnknownName):
        lookup.place(CATALOGUE, "UNHCR")
