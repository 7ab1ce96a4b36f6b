# SPDX-License-Identifier: Apache-2.0
"""Notes verbales, petitions, briefings, panels' reports and letters of many hands: who speaks to whom, and how many."""

from __future__ import annotations

import pytest

from tocsin.reading.read import Reader
from tocsin.records.findings import Card
from tocsin.records.ids import digest
from tocsin.records.texts import Text

_VERBALE = """EMBASSY OF THE REPUBLIC OF GHANA
KARSK

NOTE VERBALE No. 18/2031

The Embassy of the Republic of Ghana presents its compliments to the European Commission and has the honour to \
refer to the report that the latter published on 3 May 2031. The report said that guards crossed the Issel, said that \
a ferry sank and said that the crew was held.

The Embassy asks the Commission to correct the report. The Ministry said so; it said it twice.

Karsk, 12 May 2031
"""
_LETTER = """{sender}
Karsk, 4 March 2031

To Her Excellency the President of Ghana
To the Secretary-General of the United Nations

Subject: the ferry

Excellencies,

{opening} We ask you to reopen the ferry, and we ask the traders of Dorn not to raise their prices.

With the highest consideration,

{close}
"""
_PANEL = """Extract from the final report of the Group of Experts on Orsava, submitted to the Committee on 7 June 2031

12. The Group visited the Tamar corridor in May 2031.

13. The Group recommends:

(a) That the Government of Ghana publish the list of tolls.
"""
_PETITION = """Bridge of Bread started this petition to the Government of Ghana
25 January 2031

3,411 have signed.

Minister,

We ask you to open the mill. And we ask the bakers of Dorn to share their flour.
"""
_BRIEFING = """UNIFIL – Weekly press briefing, Karsk, Tuesday 3 June 2031
Unofficial transcript

SPOKESPERSON: Good morning. Two things. A convoy was turned back on Sunday, the driver said.

QUESTION (AFP): Who did it?

SPOKESPERSON: The guards said they had orders. We have asked for access.

QUESTION (Issel Radio): And the wounded?

SPOKESPERSON: They are in Dorn, the hospital said.
"""
_COMMITTEE = """PARLIAMENT OF VELTRIA

STANDING COMMITTEE ON RIVERS AND RELIEF

Ninth Report (Fourth Parliament)
Tolls on the Tamar corridor

Presented to Parliament on 12 May 2031

CHAPTER I

1.1 The Committee heard 14 witnesses. A trader said tolls rose; a guard said they did not; the mayor said nothing.

1.2 A driver told the Committee of five posts, and a nurse said there were seven.

RECOMMENDATIONS

1.3 The Committee recommends that the tolls be published.
"""
_ORDER = """ORDER OF THE
INTER-AMERICAN COURT OF HUMAN RIGHTS
OF MAY 3, 2031

PROVISIONAL MEASURES WITH REGARD TO GHANA

HAVING SEEN:

1. The brief of May 1, 2031.

CONSIDERING THAT:

2. The danger grows.

THE INTER-AMERICAN COURT OF HUMAN RIGHTS,

DECIDES:

1. To require the State to reopen the clinic.
"""
_BILINGUAL = ("REDO DE LA MUNTOJ", "Union of Hill Communes of Orsava")
CARDS = {
    "a note verbale": (_VERBALE, {"genre": "statement", "issuers": "ghana", "addressees": "european-commission"}),
    "a letter with a letterhead in two languages": (
        _LETTER.format(
            sender="\n".join(_BILINGUAL),
            opening="We, the mayors of eleven towns of Ghana and Chad, have never written before.",
            close="For the eleven mayors,\nIda Roth",
        ),
        {
            "genre": "open-letter",
            "issuers": "union-of-hill-communes-of-orsava",
            "addressees": "ghana-president un-secretary-general",
            "signatories": "11",
        },
    ),
    "a letter on behalf of many": (
        _LETTER.format(sender="", opening="The wells are dry.", close="Signed on behalf of 36 teachers\n\nIda Roth"),
        {"genre": "open-letter", "signatories": "36"},
    ),
    "a kind of people at their places": (
        _LETTER.format(sender="", opening="We, the nurses of Ghana and Chad, have one wish.", close="Ida Roth"),
        {"issuers": "nurses-of-ghana-and-chad"},
    ),
    "a panel's report": (
        _PANEL,
        {"genre": "review-report", "issuers": "group-of-experts-on-orsava", "issued": "2031-06-07"},
    ),
    "a petition's first line": (
        _PETITION,
        {"genre": "petition", "issuers": "bridge-of-bread", "addressees": "ghana", "signatories": "3411"},
    ),
    "a mission's briefing": (_BRIEFING, {"genre": "news", "issuers": "unifil", "carriers": "unifil"}),
    "a parliament's committee": (_COMMITTEE, {"genre": "review-report", "issued": "2031-05-12"}),
    "a magazine's issue": (
        (
            "The Issel Observer · Winter issue\n\nCold mills\n\nText: Ida Roth\nPublished 17 January 2031\n\n"
            "Otto Brun keeps his coat on. The mill has stood still for a month, he says.\n\n"
            "He told visitors that the guards had gone.\n"
        ),
        {"genre": "news", "carriers": "issel-observer", "issuers": "issel-observer"},
    ),
    "a court's order": (_ORDER, {"genre": "court-order", "issuers": "inter-american-court-of-human-rights"}),
}


def _card(content: str, reader: Reader) -> Card:
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return reader.read(text).card


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


@pytest.mark.parametrize(("content", "expected"), CARDS.values(), ids=CARDS)
def test_a_head_tells_who_speaks_to_whom(content, expected, reader):
    card = _card(content, reader)
    found = {
        "genre": card.genre,
        "issued": card.issued,
        "issuers": " ".join(party.id for party in card.issuers),
        "carriers": " ".join(party.id for party in card.carriers),
        "addressees": " ".join(sorted(party.id for party in card.addressees)),
        "signatories": str(card.signatories),
    }
    assert {name: found[name] for name in expected} == expected
