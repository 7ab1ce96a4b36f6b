# SPDX-License-Identifier: Apache-2.0
"""A place without a row goes by the name that documents give it; what stands in texts alone is told to stand there."""

from __future__ import annotations

import pytest

from tests.linking.answered import taken_in
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.lookup import UnknownName
from tocsin.ledger.memory import MemoryLedger
from tocsin.linking.named_places import place
from tocsin.reading.read import Reader


@pytest.fixture(scope="module")
def ledger(reader: Reader) -> MemoryLedger:
    held = MemoryLedger()
    words = "Soldiers shelled the town of Ammeln on 3 May 2025. A meeting was held for Bergau."
    taken_in(held, reader, "a.txt", f"Karsk Press\n\n8 May 2025\n\n{words}\n")
    return held


def test_a_place_that_findings_name_needs_no_row(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    found = place(ledger, catalogue, "Ammeln")
    assert (found.id, found.name, found.within) == ("ammeln", "Ammeln", ())
    assert place(ledger, catalogue, "Karsk").id == "karsk"


def test_a_name_in_texts_alone_is_told_with_what_makes_it_a_place(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    with pytest.raises(UnknownName, match=r"1 document of this ledger holds these words.*\[\[place\]\] row"):
        place(ledger, catalogue, "Bergau")
    with pytest.raises(UnknownName, match="the nearest are"):
        place(ledger, catalogue, "Nowherebridge")
