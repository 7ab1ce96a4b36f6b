# SPDX-License-Identifier: Apache-2.0
"""Names that the catalogue does not know: shown, made one more name of somebody it knows, never written elsewhere."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from tests.conftest import EXAMPLES
from tests.web.conftest import LETTER, told

STRANGER = LETTER.replace("We urge the United Nations", "We urge the Council of Free Orsava")


@pytest.fixture
def pack(person):
    """A pack of this room's own that can be written."""
    folder = person.folder / "pack"
    shutil.copytree(EXAMPLES / "pack", folder)
    at = person.room.at
    person.room.at = replace(at, packs=(folder,))
    person.room.at.__dict__.update({name: at.__dict__[name] for name in ("catalogue", "reader")})
    return folder


def test_a_name_that_nobody_knows_is_listed_with_how_often_it_stands(person):
    person.read(STRANGER)
    words = told(person.get("/names"))
    assert "Council of Free Orsava" in words


def test_a_name_becomes_one_more_name_of_somebody_known(person, pack):
    person.read(STRANGER)
    fields = {"name": "Council of Free Orsava", "row": "Orsava Assembly", "pack": str(pack)}
    answer = person.post("/names/aliases", fields)
    assert answer.status_code == 200
    assert "was added. Read the texts again" in told(answer)
    assert "Council of Free Orsava" in "".join(path.read_text() for path in pack.glob("**/*.toml"))
    assert person.room.at.catalogue.actors["orsava-assembly"].aliases.count("Council of Free Orsava") == 1
    again = person.post("/names/aliases", fields)
    assert again.status_code == 400
    assert "already" in told(again)


def test_an_unknown_row_is_answered_with_the_nearest(person, pack):
    answer = person.post("/names/aliases", {"name": "The Council", "row": "Orsava Asembly", "pack": str(pack)})
    assert answer.status_code == 422
    assert "orsava-assembly" in told(answer)


@pytest.mark.parametrize("elsewhere", ["/tmp", "../pack", "", "/etc"])
def test_no_folder_but_a_pack_of_this_room_is_written(person, pack, elsewhere):
    before = {path: path.read_bytes() for path in pack.glob("**/*.toml")}
    answer = person.post("/names/aliases", {"name": "The Council", "row": "orsava-assembly", "pack": elsewhere})
    assert answer.status_code == 400
    assert {path: path.read_bytes() for path in pack.glob("**/*.toml")} == before


@pytest.mark.parametrize("name", ['x"]\nid = "evil', "\n", "\u202e", "''' = 1"])
def test_a_name_stays_a_name_in_a_pack(person, pack, name):
    person.post("/names/aliases", {"name": name, "row": "orsava-assembly", "pack": str(pack)})
    assert "evil" not in person.room.at.catalogue.actors
    person.get("/names")
