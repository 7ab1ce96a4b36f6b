# SPDX-License-Identifier: Apache-2.0
"""Names that may be one actor's are suggested with a reason; names that only look alike are not."""

from __future__ import annotations

import pytest

from tocsin.linking.namesakes import Namesakes

HELD = Namesakes(
    [
        ("karsk-health", "Ministry of Health of Karsk"),
        ("rco", "Relief Coordination Office"),
        ("petrov", "Arman Petrosh"),
        ("dolen-council", "Council of Dolen"),
        ("north-karsk", "North Karsk"),
        ("battalion-12", "Battalion 12"),
        ("odc", "ODC"),
        ("grigorian", "Levon Grigoryan"),
    ]
)


@pytest.mark.parametrize(
    ("name", "actor", "reason"),
    [
        ("Karsk Health Ministry", "karsk-health", "the same words in another order"),
        ("the ministry of health of KARSK", "karsk-health", "the same name, written otherwise"),
        ("RCO", "rco", "its initials"),
        ("R.C.O.", "rco", "its initials"),
        ("Orsava Development Council", "odc", "an acronym of its words"),
        ("A. Petrosh", "petrov", "the same last name, and initials that agree"),
        ("Council of Dollen", "dolen-council", "spelled alike"),
        ("Levon Grigorian", "grigorian", "spelled alike"),
    ],
)
def test_a_name_is_suggested_with_its_reason(name, actor, reason):
    found = HELD.of("new", name)
    assert found[0].id == actor
    assert found[0].reason.startswith(reason)


@pytest.mark.parametrize("name", ["South Karsk", "Battalion 13", "B. Petrosh", "The", "…", "UN"])
def test_names_that_only_look_alike_are_not_suggested(name):
    assert HELD.of("new", name) == ()


def test_an_actor_is_not_suggested_for_itself():
    assert HELD.of("rco", "Relief Coordination Office") == ()


def test_a_last_name_alone_may_be_a_persons_who_is_named_in_full():
    held = Namesakes([("party", "Orsava Party")], persons=[("maren-oskal", "Maren Oskal"), ("arno-kell", "Arno Kell")])
    assert [(one.id, one.reason) for one in held.of("oskal", "Oskal")] == [("maren-oskal", "the last name of a person")]
    assert held.of("x", "Party") == ()
