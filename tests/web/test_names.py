# SPDX-License-Identifier: Apache-2.0
"""Names that the catalogue does not know: shown, made one more name of somebody it knows, never written elsewhere."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace

import pytest

from tests.conftest import EXAMPLES
from tests.web.conftest import LETTER, told
from tocsin.web.takings import OPEN

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
    assert answer.headers["location"] == "/names"
    assert "Read the texts again to record what changes" in told(person.get("/names"))
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


def test_a_name_that_was_added_is_known_at_once_and_in_the_texts_once_they_are_read_again(person, pack):
    person.room.views.patience_seconds = 60
    person.read(STRANGER)
    assert "Council of Free Orsava" in told(person.get("/names"))
    fields = {"name": "Council of Free Orsava", "row": "Orsava Assembly", "pack": str(pack)}
    person.post("/names/aliases", fields)
    assert "an assessment mission" in told(person.get("/asks?to=Orsava+Assembly"))
    assert "Council of Free Orsava" not in told(person.get("/names"))
    person.room.takings._at = person.room.at  # as `serve` has it: one desk, its catalogue read anew by the reader
    assert person.post("/names/reread").headers["location"] == "/bring-in"
    until = time.monotonic() + 60
    while any(one.status in OPEN for one in person.room.takings.all()) and time.monotonic() < until:
        time.sleep(0.1)
    assert [one.status for one in person.room.takings.all()] == ["read"]
    assert "Council of Free Orsava" not in told(person.get("/names"))
    assert "an assessment mission" in told(person.get("/asks?to=Orsava+Assembly"))
