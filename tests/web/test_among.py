# SPDX-License-Identifier: Apache-2.0
"""Among how many documents nothing was found: those that somebody spoke, not the sheets of facts told about them."""

from __future__ import annotations

from tests.facts import FACT
from tests.web.conftest import LETTER, told
from tocsin.catalogue.catalogue import load
from tocsin.desk import facts


def test_a_page_does_not_count_sheets_of_facts_among_the_documents(person, tmp_path):
    person.read(LETTER)
    pack = tmp_path / "facts"
    pack.mkdir()
    (pack / "answers.toml").write_text(FACT.format(id="note", asks="[]", response="pledged"), encoding="utf-8")
    at = person.room.at
    with at.open() as held:
        (entered,) = facts.enter(held, at.vault, load([*at.packs, pack])[0], pack, handle="lia")
    assert entered.problem is None
    assert "2 documents in this ledger" in told(person.get("/documents"))  # the sheet can be opened like any other
    assert "among the 1 document of this ledger" in told(person.get("/search?q=zeppelin"))
    assert "among the 1 document of this ledger" in told(person.get("/asks?to=european-union"))
