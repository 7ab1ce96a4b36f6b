# SPDX-License-Identifier: Apache-2.0
"""Grounds: what a place takes in."""

from __future__ import annotations

from tests.conftest import EXAMPLES
from tocsin.catalogue import grounds, lookup, packs


def test_a_land_takes_in_places_within_places_within_it():
    catalogue = packs.configured((EXAMPLES / "pack",))[0]
    orsava = grounds.ground(catalogue, catalogue.places["orsava"])
    assert {"orsava", "tamar-corridor", "issel-bridge"} <= orsava
    assert "velt-city" not in orsava
    assert "orsava" not in grounds.within(catalogue, {"orsava"})


def test_a_state_is_the_place_of_its_name():
    catalogue = packs.configured((EXAMPLES / "pack",))[0]
    veltria = grounds.ground(catalogue, lookup.place(catalogue, "veltria"))
    assert {"veltria", "velt-city"} <= veltria
