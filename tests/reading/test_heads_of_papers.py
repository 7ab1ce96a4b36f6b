# SPDX-License-Identifier: Apache-2.0
"""Heads of papers: a ministry below its State, an office below its body, a headline below a masthead, who signs."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.read import Reader, Reading
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

_MINISTRY = """REPUBLIC OF GHANA
MINISTRY OF THE INTERIOR AND PUBLIC SECURITY

Statement on the situation in Orsava

Karsk, 9 February 2031

The Ministry of the Interior takes note of the false information about the Tamar road. The road was closed for safety.

The Government calls on the River Front to remove its mines.
"""
_LETTER = """OPEN LETTER

To: H.E. the President of Ghana

16 February 2031

Excellency,

We, the undersigned organisations, work with families on both banks of the Issel. We ask you to open the Tamar road.

Respectfully,

Anna Kresk, Director, Issel Rights Watchers (Karsk)
Dr. Pavel Adul, Relief Without Delay (Velt City)
Sela Voss, Association of Women of Karsk
Jan Perrin, Retired Judge
"""
_RELEASE = """UNITED NATIONS
Office for the Coordination of Humanitarian Affairs

PRESS RELEASE

Officials alarmed by dwindling supplies in Karsk

KARSK, 19 February 2031 – United Nations officials voiced alarm today over the towns on the Issel.

"We call on all parties to let convoys pass," the Coordinator said.
"""
_NEWS = """ORSAVA COURIER
Independent news from the Issel

Army lets one convoy through to Karsk; Front stops another

Karsk, 3 March 2031 (Orsava Courier) – Five tankers reached Karsk on Sunday, the government said on Monday.

"We ask the Front to return our trucks," the head of the charity said. The Front said that it had no trucks.
"""
_NOTE = """UN HUMAN RIGHTS OFFICE

Press briefing note on Orsava

Geneva, 5 June 2031

We are deeply troubled by the killing of 14 villagers near Karsk. We call on all parties to respect the truce.

In reply to our letter of 21 May, the Assembly undertook to let our monitors in.
"""
_REPLY = """EUROPEAN UNION
EUROPEAN COMMISSION
Office of the President

Karsk, 6 March 2031

To: Ms. Anna Kresk, Director, Issel Rights Watchers

Subject: Your letter on Karsk

Dear Ms. Kresk,

Thank you for your letter. We encourage the parties to open the road.

Please accept the assurances of my highest consideration.
"""


@pytest.fixture(scope="module")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue)


def _read(content: str, reader: Reader) -> Reading:
    return reader.read(
        Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    )


def test_a_ministry_below_its_state_has_its_whole_name_and_the_government_is_that_states(reader):
    reading = _read(_MINISTRY, reader)
    (issuer,) = reading.card.issuers
    assert (issuer.id, issuer.name) == ("ghana", "Ghana: Ministry of the Interior and Public Security")
    (ask,) = (found for found in reading.findings if isinstance(found, Ask))
    assert [party.id for party in ask.askers] == ["ghana"]


def test_those_who_sign_for_organisations_are_these_and_none_is_lost(reader):
    issuers = [party.name for party in _read(_LETTER, reader).card.issuers]
    assert issuers == ["Issel Rights Watchers", "Relief Without Delay", "Association of Women of Karsk", "Jan Perrin"]


def test_the_office_below_the_united_nations_speaks_and_the_headline_is_the_title(reader):
    card = _read(_RELEASE, reader).card
    assert [party.id for party in card.issuers] == ["un-ocha"]
    assert card.title == "Officials alarmed by dwindling supplies in Karsk"


def test_the_headline_below_a_newspapers_name_and_motto_is_the_title(reader):
    card = _read(_NEWS, reader).card
    assert card.title == "Army lets one convoy through to Karsk; Front stops another"
    assert [party.id for party in card.carriers] == ["orsava-courier"]


def test_a_press_briefing_note_is_the_statement_of_the_office_above_it(reader):
    card = _read(_NOTE, reader).card
    assert (card.genre, [party.id for party in card.issuers]) == ("statement", ["ohchr"])


def test_a_letterhead_is_not_addressed_and_a_last_name_is_no_second_addressee(reader):
    card = _read(_REPLY, reader).card
    assert [party.id for party in card.issuers] == ["european-commission"]
    assert [party.id for party in card.addressees] == ["anna-kresk", "issel-rights-watchers"]


def test_who_is_only_spoken_of_in_a_bare_speech_is_no_issuer(reader):
    content = (
        "As Minister Kresk said on 17 April, all of this was foreseen. We thank General Oscar Fernand for "
        "his briefing. Instead, Ghanaian officials have refused to call on the River Front to give up the bridge. We "
        "urge all parties to leave the crossing.\n"
    )
    assert _read(content, reader).card.issuers == ()


@pytest.mark.parametrize(
    ("head", "court"),
    [
        ("GRAND CHAMBER\n\nCASE OF KRESK v. GHANA\n\n(Application no. 1234/31)\n\nJUDGMENT\n\nSTRASBOURG\n\n", "ecthr"),
        ("No.: ICC-09/31\n\nDate: 3 May 2031\n\nPRE-TRIAL CHAMBER I\n\nDECISION ON THE REQUEST\n\n", "icc"),
    ],
)
def test_a_court_is_known_by_how_its_papers_are_numbered(head, court, reader):
    content = (
        head + "The Court,\n\nHaving deliberated, delivers the following judgment:\n\n1. Declares the case closed.\n"
    )
    assert [party.id for party in _read(content, reader).card.issuers] == [court]
