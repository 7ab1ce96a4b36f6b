# SPDX-License-Identifier: Apache-2.0
"""Who speaks by a masthead, a case's title, a report's own line or a letterhead, in papers of an invented crisis."""

from __future__ import annotations

import pytest

from tocsin.reading.read import Reader
from tocsin.records.ids import digest
from tocsin.records.texts import Text

PAPERS = {
    "a court by its masthead, the applicants by the case": (
        (
            "AFRICAN COURT ON HUMAN AND PEOPLES' RIGHTS\n\nIN THE MATTER OF\n\nLEAGUE OF WELLS AND OTHERS\n\nV.\n\n"
            "GHANA\n\nORDER\n\n1. The Applicants pray the Court to order the Respondent State to reopen the wells.\n\n"
            "THE COURT,\n\nOrders the Respondent State:\n\ni. to reopen the wells;\n\nii. to report within a month.\n"
        ),
        ("african-court",),
    ),
    "a report by the line that says who issued it": (
        (
            "ORSAVA | WEEKLY ACCESS BRIEF No. 4\nReporting period: 1 to 7 May 2024\n"
            "Issued 8 May 2024, Orsava Aid Forum Secretariat, Karsk\n\nOVERVIEW\n- Roads were closed on most days.\n\n"
            "KEY ASKS\n\nDonors\n- Release the funds.\n"
        ),
        ("orsava-aid-forum",),
    ),
    "a numbered report by the name above its number": (
        "Northern Health Relief\nSITUATION REPORT No. 2\n\n13 March 2025\n\nNine people were injured in Karsk.\n",
        ("northern-health-relief",),
    ),
    "a numbered report by the name before its number": (
        "Northern Health Relief | Flash Update #3 | 13 March 2025\n\nHIGHLIGHTS\n- Nine were injured in Karsk.\n",
        ("northern-health-relief",),
    ),
    "a numbered report by the name behind its number": (
        "Situation Report No. 7 – Northern Relief Consortium\n15 March 2025\n\nNine people were injured in Karsk.\n",
        ("northern-relief-consortium",),
    ),
    "a numbered report on a land by nobody": (
        "Ghana | Situation Report No. 7\n15 March 2025\n\nNine people were injured in Karsk.\n",
        (),
    ),
    "a ministry by the line that has its name in full": (
        (
            "Ministry of Water of Issel Bay\nKarsk, 13 March 2025\n\nTo the Secretary-General of the United Nations\n\n"
            "Excellency,\n\nThe Ministry of Water denies that the pumps of Karsk were shelled.\n\n"
            "The Ministry calls on the Union of Pilots to withdraw its letter.\n\nTomas Arl\nMinister of Water\n"
        ),
        ("ministry-of-water-of-issel-bay",),
    ),
    "a report of news without a medium by who wrote it": (
        "Bread runs out in Karsk\n\nBy Lena Orr in Karsk\n\n13 March 2025\n\nBakers closed on Monday.\n",
        ("lena-orr",),
    ),
    "organisations of a coalition by the coalition": (
        (
            "Joint open letter by 24 organizations of the Issel River Coalition\n\nKarsk, 3 May 2024\n\n"
            "Excellencies,\n\n"
            "We ask you to reopen the ferry.\n"
        ),
        ("issel-river-coalition",),
    ),
    "the undersigned by their list": (
        (
            "Joint Statement on Karsk\n\n"
            "The undersigned agencies — Kestrel Aid, Open Hand Relief and the Orsava Women's Network — "
            "are appalled by the attacks.\n\nWe call on all parties to spare the clinics.\n"
        ),
        ("kestrel-aid", "open-hand-relief", "orsava-womens-network"),
    ),
}


@pytest.mark.parametrize(("content", "issuers"), PAPERS.values(), ids=PAPERS)
def test_who_speaks_is_read_off_the_head(content, issuers, catalogue):
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    card = Reader(catalogue).read(text).card
    assert tuple(party.id for party in card.issuers) == issuers


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("Signed:\nPetra Vons\nChair, Union of Pilots of Karsk", 1),
        ("Signatories:\n\nPetra Vons\nChair, Union of Pilots of Karsk\nQuay 4, Karsk", 1),
        ("Signed:\nUnion of Pilots of Karsk\nFerry Union\nLeague of Wells", 3),
    ],
)
def test_what_somebody_is_and_for_whom_is_no_signature_of_its_own(below, count, catalogue):
    head = "OPEN LETTER\n\n14 March 2025\n\nTo the Government of Ghana\n\nWe ask you to open the quay.\n\n"
    content = f"{head}{below}\n"
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    assert Reader(catalogue).read(text).card.signatories == count
