# SPDX-License-Identifier: Apache-2.0
"""What a room keeps in mind is what the ledger would say, after every entry."""

from __future__ import annotations

import pytest

from tests.web.conftest import LETTER


@pytest.mark.parametrize("path", ["/timeline", "/asks", "/documents", "/proposals"])
def test_a_page_shows_what_was_decided_since(person, path):
    person.read(LETTER)
    before = person.get(path).text
    person.read(LETTER.replace("famine", "collapse").replace("2 March", "4 March"), "second.txt")
    after = person.get(path).text
    assert before != after
    name, seen, _ = person.findings("claim" if path == "/timeline" else "ask")[0]
    person.post(f"/findings/{name}/judgements", {"verdict": "reject", "seen": str(seen)}, part=True)
    assert person.get(path).text != after
