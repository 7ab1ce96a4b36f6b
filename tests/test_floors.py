# SPDX-License-Identifier: Apache-2.0
"""Scores may rise and never silently fall: every figure against its floor in floors.json."""

from __future__ import annotations

import json

import pytest

from scripts.score_sets import FLOORS, GOLD_SETS, SLACK, flat, scored


@pytest.mark.parametrize("name", GOLD_SETS)
def test_no_figure_is_below_its_floor(name, tmp_path):
    held = GOLD_SETS[name]
    if not held.present:
        pytest.skip(f"the set {name} is not on this machine; TOCSIN_SETS names the folder that holds it")
    rows, broken, _misses = scored(held, tmp_path)
    figures = flat(rows, broken)
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[name]
    fallen = {
        key: (figures.get(key, 0.0), floor) for key, floor in floors.items() if figures.get(key, 0) + SLACK < floor
    }
    assert not fallen, f"below the floor (reached, floor): {fallen}"
