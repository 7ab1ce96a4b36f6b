# SPDX-License-Identifier: Apache-2.0
"""Asks in lists: every stem with every mark, close together or apart, whatever ends the items."""

from __future__ import annotations

import itertools

import pytest

from tests.reading.asks.test_clauses import asks

HEAD = (
    "LAKE UNION\n\n12 March 2024\n\nTo the Lake Commission, Karsk\n\nDear Commissioners,\n\n"
    "We are an association of fishers. Forty of our boats were taken in January.\n\n"
)
TAIL = "\n\nYours faithfully,\n\nThe Lake Union\n"
ACTS = ("release the crews and return their nets", "open the ferry to traders", "publish the names of those held")
ENDS = (
    "the release of the crews and the return of their nets",
    "the opening of the ferry to traders",
    "publication of the names of those held",
)
STEMS = {
    "We call on the Lake Commission to:": ACTS,
    "The undersigned organisations urge the Government of Ardesh to:": ACTS,
    "We therefore ask you to:": ACTS,
    "The Assembly calls upon the parties:": ACTS,
    "Lake Watch calls on Veltria:": ACTS,
    "RECOMMENDATIONS": ACTS,
    "Recommendations to the Government of Ardesh": ACTS,
    "We demand:": ENDS,
    "We make the following requests:": ENDS,
    "We respectfully ask for the following.": ENDS,
    "Our demands are as follows:": ENDS,
    "Our demands": ENDS,
    "What we ask of Ardesh": ENDS,
    "What our 28 member organisations demand now": ENDS,
    "In view of this, the union asks the Government of Veltria the following:": ENDS,
}
MARKS = {
    "1.": ("1. ", "2. ", "3. "),
    "1)": ("1) ", "2) ", "3) "),
    "1-": ("1- ", "2- ", "3- "),
    "(a)": ("(a) ", "(b) ", "(c) "),
    "A.": ("A. ", "B. ", "C. "),
    "(i)": ("(i) ", "(ii) ", "(iii) "),
    **{mark: (f"{mark} ",) * 3 for mark in ("-", "–", "•", "*", "○", "→", "»", "➤", "👉")},
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("stem", STEMS)
def test_every_item_below_a_stem_is_asked(stem, mark):
    for gap, stop in itertools.product(("\n", "\n\n"), (";", ".", "")):
        items = [text[0].upper() + text[1:] + stop for text in STEMS[stem]]
        listed = gap.join(sign + item for sign, item in zip(MARKS[mark], items, strict=True))
        found = asks(f"{HEAD}{stem}{gap}{listed}{TAIL}")
        quotes = [ask.quote.strip(" ;.") for ask in found]
        assert quotes == [item.strip(" ;.") for item in items], (gap, stop)


WHOM = {
    "Our demands to Ardesh and Veltria:": "ardesh+veltria",
    "RECOMMENDATIONS\n\nFor donors:": "donors",
    "From the European Union we demand:": "european-union",
    "We ask the following of the European Union:": "european-union",
    "What we ask of the United Nations": "united-nations",
    "Our message to the European Union is clear:": "european-union",
    "Member States of the European Union should:": "eu-member-states",
    "We want the Security Council to:": "un-security-council",
    "Both sides must:": "parties",
    "All parties to the conflict are called upon to:": "parties",
    "The Government of Ardesh is urged to:": "ardesh",
    "The following steps are required of Ardesh:": "ardesh",
    "We appeal\n\nto the Security Council:": "un-security-council",
}


@pytest.mark.parametrize("stem", WHOM)
def test_a_list_is_asked_of_whom_its_stem_names(stem):
    found = asks(f"{HEAD}{stem}\n\n- open the ferry\n- publish the names{TAIL}")
    assert [ask.quote for ask in found] == ["open the ferry", "publish the names"]
    assert [{party.id for party in ask.addressees} for ask in found] == [set(WHOM[stem].split("+"))] * 2
