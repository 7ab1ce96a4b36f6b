# SPDX-License-Identifier: Apache-2.0
"""Packs: which folders are read, and in what order."""

from __future__ import annotations

import pytest

from tocsin.catalogue import packs

ROW = '[[actor]]\nid = "orsava-assembly"\nkind = "parliament"\nname = "Orsava Assembly"\nsource = "test"\n'


def pack(folder, content=ROW):
    folder.mkdir(parents=True)
    (folder / "actors.toml").write_text(content)
    (folder / "pack.toml").write_text('name = "Orsava"\n')
    return folder


def test_without_settings_and_option_no_pack_is_read(tmp_path):
    assert packs.folders(here=tmp_path) == ()


def test_the_packs_of_the_settings_come_before_those_of_the_option(tmp_path):
    first, second = pack(tmp_path / "packs" / "orsava"), pack(tmp_path / "mine")
    (tmp_path / "tocsin.toml").write_text('packs = ["packs/orsava"]\n')
    assert packs.folders([second], here=tmp_path) == (first, second)


def test_a_pack_named_twice_is_read_once(tmp_path):
    folder = pack(tmp_path / "orsava")
    (tmp_path / "tocsin.toml").write_text('packs = ["orsava"]\n')
    assert packs.folders([folder], here=tmp_path) == (folder,)


def test_the_rows_of_a_pack_join_those_of_the_package(tmp_path):
    catalogue, problems = packs.configured([pack(tmp_path / "orsava")], here=tmp_path)
    assert catalogue.actors["orsava-assembly"].name == "Orsava Assembly"
    assert "france" in catalogue.actors
    assert problems == ()


def test_a_row_of_a_pack_adds_names_to_a_row_of_the_package(tmp_path):
    folder = pack(tmp_path / "orsava", '[[actor]]\nid = "france"\naliases = ["Hexagon"]\nsource = "test"\n')
    row = packs.configured([folder], here=tmp_path)[0].actors["france"]
    assert row.name == "France"
    assert {"French Republic", "Hexagon"} <= set(row.aliases)


@pytest.mark.parametrize("make", [lambda _: None, lambda folder: folder.mkdir()])
def test_a_folder_without_rows_is_no_pack(tmp_path, make):
    make(tmp_path / "empty")
    with pytest.raises(packs.PackNotFound, match="named in --pack"):
        packs.folders([tmp_path / "empty"], here=tmp_path)


@pytest.mark.parametrize("content", ["packs = [", 'packs = "orsava"', "packs = [1]"])
def test_settings_that_cannot_be_read_are_told_with_what_to_write(tmp_path, content):
    (tmp_path / "tocsin.toml").write_text(content)
    with pytest.raises(packs.BadSettings, match=r"write packs = \["):
        packs.folders(here=tmp_path)
