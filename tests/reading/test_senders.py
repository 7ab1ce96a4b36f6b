# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a paper's head stands on one line
"""Who speaks and to whom by the heads of real papers: bills, titles with both parties, letters with an address."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.reading.test_cards import _text
from tocsin.reading.read import Reader
from tocsin.records.findings import Card, Party

BODY = "\n\nThe ferry at Issel has been held since May, and forty families wait on the far bank of the river for it."
RESOLVED = "RESOLUTION\n\nWhereas the ferry at Issel has been held since May;\n\nResolved, That the Senate urges Veltria to release the ferry."


@pytest.fixture(scope="module")
def card(reader: Reader) -> Callable[[str], Card]:
    return lambda content: reader.read(_text(content)).card


def ids(parties: Sequence[Party]) -> list[str]:
    return [party.id for party in parties]


def test_a_resolution_of_a_house_is_of_the_house_before_which_it_was_laid(card):
    found = card(
        "[Bills of the House]\n\nS. RES. 12\n\nOn the third year of the closing of the bridge in Ardesh.\n\nIN THE SENATE OF THE UNITED STATES\n\n"
        "March 9, 2021\n\nMr. Olm submitted the following resolution; which was referred to the Committee on Rivers\n\nMarch 24, 2021\n\n"
        "Reported by Mr. Olm, without amendment\n\n" + RESOLVED
    )
    assert (found.genre, ids(found.issuers), found.issued) == ("resolution", ["us-senate"], "2021-03-24")


def test_a_title_may_say_from_whom_behind_to_whom(card):
    found = card(
        "Open letter to the Prime Minister from the Guild of Boatmen\n\nDear Prime Minister,\n\nWe ask you to release the ferry."
        + BODY
    )
    assert not [tag for tag in ids(found.addressees) if "guild" in tag]
    assert [tag for tag in ids(found.issuers) if "guild" in tag]


def test_people_are_called_by_what_they_did(card):
    found = card(
        "OPEN LETTER FROM VELTRIAN BOATMEN WHO SERVED IN ISSEL\n\nDear Governor,\n\nWe ask you to release the ferry."
        + BODY
    )
    assert ids(found.issuers) == ["veltrian-boatmen-who-served-in-issel"]


def test_a_letters_address_names_the_office_once(card):
    found = card(
        "Letter to President Olm\n\nThe Honorable Anna Olm\n\nPresident of the United States\n\nThe White House\n\nWashington, DC\n\n"
        "Dear President Olm,\n\nPresident Olm, we urge you to release the ferry." + BODY
    )
    assert ids(found.addressees) == ["united-states-president"]


def test_an_address_names_the_office_before_who_holds_it(card):
    found = card(
        "Forty groups write\n\nTo:\n\nPresident of Algeria Anna Olm\nPrime Minister of Ethiopia Mira Stell\n\nYour Excellencies,\n\n"
        "We ask you to release the ferry." + BODY
    )
    assert {"algeria-president", "ethiopia-prime-minister"} <= set(ids(found.addressees))


def test_who_should_do_something_does_not_speak(card):
    found = card(
        "Ardesh: Veltria should raise the ferry\n\n(Karsk) – The United Nations High Commissioner for Human Rights should publicly call for an end to the "
        "siege of Issel, nine human rights organizations said today." + BODY
    )
    assert ids(found.issuers) == ["human-rights-organisations"]


def test_an_imperative_names_nobody(card):
    found = card(
        "Press conference\n\nIn light of the news from Issel, join the Ferry Movement for Bread for a press conference at the quay."
        + BODY
    )
    assert not found.issuers


def test_a_page_that_hands_on_a_statement_whole_is_that_statement(card):
    found = card(
        "Veltria's Ministry of Foreign Affairs on Tuesday issued a statement protesting the mines.\n\nThe statement reads:\n\n"
        "1. On 12 August 2031 seven soldiers stepped on a mine. Veltria condemns the use of mines.\n\n2. Veltria calls on Ardesh to clear them."
    )
    assert found.genre == "statement"


def test_a_report_addresses_nobody(card):
    found = card(
        "Forty groups urge Ardesh to open the road\n\nKARSK, 3 May 2031 (Reuters) – Forty groups called on Ardesh on Monday to open the road, a spokesman "
        'said.\n\n"Open the road," he told Reuters.' + BODY
    )
    assert (found.genre, found.addressees) == ("news", ())
