# SPDX-License-Identifier: Apache-2.0
"""Among how many documents nothing was found: those that somebody spoke, not the sheets of facts told about them."""

from __future__ import annotations

from tests.web.conftest import LETTER, told
from tocsin.catalogue.catalogue import load
from tocsin.desk import facts

FACT = """\
[[fact]]
id = "note"
title = "Note to correspondents"
who = "united-nations"
to = ["united-nations"]
askers = ["orsava-assembly"]
asked = "2025-03-02"
about = "send an assessment mission"
asks = []
when = "2025-03-20"
note = "a mission of six was announced for May"
response = "pledged"
status = "pending"
publisher = "United Nations"
at = "https://un.example/note"
source = "invented for a test"
"""


def test_a_page_does_not_count_sheets_of_facts_among_the_documents(person, tmp_path):
    person.read(LETTER)
    pack = tmp_path / "facts"
    pack.mkdir()
    (pack / "answers.toml").write_text(FACT, encoding="utf-8")
    at = person.room.at
    with at.open() as held:
        (entered,) = facts.enter(held, at.vault, load([*at.packs, pack])[0], pack, handle="lia")
    assert entered.problem is None
    assert "2 documents in this ledger" in told(person.get("/documents"))  # the sheet can be opened like any other
    assert "among the 1 document of this ledger" in told(person.get("/search?q=zeppelin"))
    assert "among the 1 document of this ledger" in told(person.get("/asks?to=european-union"))
