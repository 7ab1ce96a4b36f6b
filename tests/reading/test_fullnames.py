# SPDX-License-Identifier: Apache-2.0
"""Cards: names in full, the sites that rows of links name, those addressed by their posts alone."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.read import Reader
from tocsin.records.findings import Card
from tocsin.records.ids import digest
from tocsin.records.texts import Text

STORY = (
    "The road through the Tamar corridor stayed shut on Monday for the tenth day in a row, and no bread has come.\n\n"
    "We demand that it be opened.\n"
)


@pytest.fixture(scope="module")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue)


def _card(content: str, reader: Reader) -> Card:
    return reader.read(
        Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    ).card


MINISTRIES = [
    (
        "Statement of the Ministry of Foreign Affairs of Ghana\n\n3 March 2031\n\n",
        "ghana",
        "Ministry of Foreign Affairs",
    ),
    ("Statement of the MFA of Ghana on the corridor\n\n3 March 2031\n\n", "ghana", "Ministry of Foreign Affairs"),
    (
        "Republic of Ghana | MFA | English\n\nSTATEMENT\n\nThe Ministry of Foreign Affairs notes the siege.\n\n",
        "ghana",
        "Ministry of Foreign Affairs",
    ),
]


@pytest.mark.parametrize(("head", "state", "ministry"), MINISTRIES)
def test_a_ministry_that_speaks_is_named_with_its_state(head, state, ministry, reader):
    (issuer,) = _card(head + STORY, reader).issuers
    assert (issuer.id, issuer.name) == (state, f"Ghana: {ministry}")


def test_an_organ_below_the_name_of_its_state_speaks(reader):
    head = "Republic of Ghana\nRestoration Council\nInformation Team\n\nPress Release\n\nAccra, 20 December 2031\n\n"
    (issuer,) = _card(head + "The Restoration Council demands that the road be opened.\n", reader).issuers
    assert (issuer.id, issuer.name) == ("restoration-council", "Ghana: Restoration Council")


def test_a_body_with_a_short_name_is_given_its_whole_name(reader):
    content = "AU Peace and Security Council\n\nCOMMUNIQUÉ\n\nThe Council is alarmed at the siege of Karsk.\n\n"
    names = [party.name for party in _card(content + STORY, reader).issuers]
    assert names == ["African Union Peace and Security Council"]


ROWS = [
    ("Karsk Tribune / Orsava / World", ["karsk-tribune"]),
    ("KTM Media / Karsk Tribune  >  Wire", ["karsk-tribune"]),
    ("Mayors of the Issel valley ask for bread – Karsk Tribune", ["karsk-tribune"]),
    ("Home / News / Archive", []),
    ("Republic of Ghana | MFA | English | Français", []),
]


@pytest.mark.parametrize(("row", "carriers"), ROWS)
def test_the_row_above_a_title_names_the_site(row, carriers, reader):
    content = f"{row}\n\nMayors of the Issel valley ask for bread\n\n3 March 2031\n\n{STORY}"
    assert [party.id for party in _card(content, reader).carriers] == carriers


def test_the_president_of_the_republic_is_that_of_the_land_which_the_head_names(reader):
    content = (
        "Free the millers of Ghana\n\nH.E. the President of the Republic\n\nUnity Palace\n\nDear Mr President,\n\n"
        "We, the undersigned millers, ask that our friends be freed.\n\n"
    )
    assert [party.name for party in _card(content + STORY, reader).addressees] == ["President of Ghana"]


def test_a_letter_to_somebodys_attention_is_addressed(reader):
    content = "To the attention of the Prime Minister of Ghana\n\nExcellency,\n\nAs you travel, we ask for bread.\n\n"
    assert "Prime Minister of Ghana" in [party.name for party in _card(content + STORY, reader).addressees]


def test_the_body_of_a_title_speaks_before_the_people_of_its_opening(reader):
    content = (
        "ADDRESS of the Karsk Parents' Assembly to the Northern Contact Group\n\nWe, mothers and fathers of the pupils"
        " of Karsk, gathered names under this address.\n\n"
    )
    assert [party.id for party in _card(content + STORY, reader).issuers] == ["karsk-parents-assembly"]


def test_a_name_that_ends_with_a_country_signs_as_itself(reader):
    content = f"Dear Members,\n\n{STORY}\nWith kind regards,\n\nKarsk Fuel Watch\n\nInfo Ghana Accra\n\nTamar Forum\n"
    names = [party.id for party in _card(content, reader).issuers]
    assert names == ["karsk-fuel-watch", "info-ghana-accra", "tamar-forum"]


def test_a_league_named_behind_a_clause_speaks_with_its_members(reader):
    content = (
        "Excellency,\n\nAs you travel to Velt City, the League of Tamar Lawyers (LTL), jointly with its members in the"
        " valley, the Karsk Legal Forum (KLF) and Issel Justice Watch (IJW), wishes to speak of the siege.\n\n"
    )
    names = {party.name for party in _card(content + STORY, reader).issuers}
    assert {"League of Tamar Lawyers", "Karsk Legal Forum", "Issel Justice Watch"} <= names


def test_a_page_of_a_resolution_without_its_subject_line_is_one(reader):
    content = (
        "Noting the reports of its envoys,\nDeeply disturbed that the mills of Karsk stand still,\n"
        "1. Declares that the siege is a grave violation;\n2. Strongly urges Ardesh to open the corridor;\n"
        "3. Requests its Secretary General to report by 3 May 2031.\n"
    )
    assert _card(content, reader).genre == "resolution"
