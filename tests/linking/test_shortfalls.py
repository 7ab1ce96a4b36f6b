# SPDX-License-Identifier: Apache-2.0
"""What later papers tell of a duty that was not done is shown with whose words they are, and decides nothing."""

from __future__ import annotations

import pytest

from tests.ledger.contract import Clock
from tests.linking.test_obligations import asks, shelve
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.obligation_states import Obligation
from tocsin.linking.obligations import obligations

ORDERED = {
    "ardesh": "Ardesh shall submit a report to the Court on the measures taken within one month",
    "veltria": "Veltria shall open the sluices of the Tamar dam without delay",
}


def duty_after(catalogue: Catalogue, on: str, later: str, *, issuer: str = "karsk-post") -> Obligation:
    ledger = MemoryLedger(clock=Clock())
    words = ORDERED[on]
    asks(
        ledger,
        f"The Court orders: {words}.",
        words,
        on,
        "decide",
        issuer="Northern Court of Justice",
        genre="court-order",
        day="2025-06-01",
    )
    shelve(ledger, later, issuer=issuer, day="2025-08-01")
    (duty,) = obligations(ledger, catalogue, Query())
    return duty


@pytest.mark.parametrize(
    ("on", "later"),
    [
        ("ardesh", "Ardesh has not submitted the report which the Northern Court of Justice ordered."),
        ("ardesh", "The rains came. Ardesh failed to submit the report that the Northern Court of Justice required."),
        ("ardesh", "Ardesh has yet to submit to the Northern Court of Justice its report on the measures."),
        ("ardesh", "No report has been received from Ardesh, the Northern Court of Justice said."),
        ("veltria", "Veltria did not open the sluices, as the Northern Court of Justice had ordered."),
        ("veltria", "Veltria has failed to open the sluices of the dam, despite the Northern Court of Justice."),
    ],
)
def test_what_is_told_as_not_done_is_told_with_whose_words_it_is(catalogue: Catalogue, on: str, later: str) -> None:
    duty = duty_after(catalogue, on, later)
    assert [(one.says, one.by, one.entered) for one in duty.kept] == [("not met", "karsk-post", False)]
    assert duty.state == "in force"
    assert "told as not met, confirmed by nobody, by karsk-post" in duty.words
    assert "nothing said" not in duty.words


@pytest.mark.parametrize(
    ("on", "later"),
    [
        ("ardesh", "Veltria has not submitted the report which the Northern Court of Justice ordered."),
        ("ardesh", "Ardesh has not submitted the report which the Senate ordered."),
        ("ardesh", "Ardesh has not opened the road to the report's authors, the Northern Court of Justice said."),
        ("ardesh", "Ardesh submitted the report which the Northern Court of Justice ordered."),
        ("veltria", "Ardesh did not open the sluices, as the Northern Court of Justice had ordered."),
    ],
)
def test_what_is_told_of_another_or_of_another_thing_is_no_shortfall(catalogue: Catalogue, on: str, later: str) -> None:
    assert not [one for one in duty_after(catalogue, on, later).kept if one.says == "not met"]
