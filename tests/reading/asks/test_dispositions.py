# SPDX-License-Identifier: Apache-2.0
"""What courts order in the operative parts of their judgments, by the forms of several courts."""

from __future__ import annotations

import pytest

from tocsin.reading.read import Reader
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text


def asks(reader: Reader, content: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [
        (found.quote, tuple(party.id for party in found.addressees), found.force)
        for found in reader.read(text).findings
        if isinstance(found, Ask)
    ]


AMERICAN = """INTER-AMERICAN COURT OF HUMAN RIGHTS

CASE OF THE MILLERS OF KARSK v. VELTRIA

JUDGMENT OF MARCH 14, 2031
(Merits, Reparations and Costs)

1. The State argued that the millers had left the land of their own will and that it shall answer for nothing.

212. Therefore,

THE COURT

DECLARES, unanimously, that:

2. The State is responsible for the violation of the right to property.

AND ORDERS, unanimously, that:

3. This judgment constitutes, per se, a form of reparation.

4. The State shall return to the millers, within one year, the mill described in paragraph 180.

5. The State must publish the official summary of this judgment.
"""

EUROPEAN = """FIRST SECTION

CASE OF VELL AND OTHERS v. VELTRIA

(Application no. 12345/27)

JUDGMENT

STRASBOURG

4 June 2030

FOR THESE REASONS, THE COURT, UNANIMOUSLY,

1. Declares the complaint admissible;

2. Holds

(a) that the respondent State is to pay the applicants, within three months, EUR 12,000;

(b) that from the expiry of the above-mentioned three months simple interest shall be payable;

3. Dismisses the remainder of the applicants' claim.
"""

AFRICAN = """AFRICAN COURT ON HUMAN AND PEOPLES' RIGHTS

IN THE MATTER OF
VELL AND OTHERS
V.
REPUBLIC OF VELTRIA

ORDER (PROVISIONAL MEASURES)

18 NOVEMBER 2030

25. For these reasons, the Court, unanimously, orders the Respondent State to:

(a) refrain from moving the applicant;

(b) report to the Court within thirty days.

26. The Respondent State is further ordered to allow counsel to visit her.
"""

SUPREME = """SUPREME COURT OF BREVANIA

Judgment of 3 May 2031

The Court allows the petition. The Minister is ordered to release the detainee within three days. It orders Brevania to
provide a list of detainees to the Registry by 30 May 2031. The Court rejects the other request.
"""


@pytest.mark.parametrize(
    ("content", "force", "expected"),
    [
        (
            AMERICAN,
            "direct",
            [
                "shall return to the millers, within one year, the mill described in paragraph 180",
                "must publish the official summary of this judgment",
            ],
        ),
        (EUROPEAN, "decide", ["is to pay the applicants, within three months, EUR 12,000"]),
        (
            AFRICAN,
            "direct",
            [
                "refrain from moving the applicant",
                "report to the Court within thirty days",
                "to allow counsel to visit her",
            ],
        ),
    ],
    ids=["Inter-American Court", "European Court", "African Court"],
)
def test_what_a_court_orders_is_asked_of_the_state_that_the_case_is_against(reader, content, force, expected):
    found = asks(reader, content)
    assert [quote for quote, _, _ in found] == expected
    assert {to for _, to, _ in found} == {("veltria",)}
    assert {force for _, _, force in found} == {force}


def test_a_judgment_in_running_text_orders_an_officer_and_a_state(reader):
    assert asks(reader, SUPREME) == [
        ("to release the detainee within three days", ("minister",), "direct"),
        ("to\nprovide a list of detainees to the Registry by 30 May 2031", ("brevania",), "direct"),
    ]


def test_items_below_those_who_are_to_act_are_orders_and_the_next_order_is_its_own(reader):
    found = asks(
        reader,
        "AFRICAN COURT ON HUMAN AND PEOPLES' RIGHTS\n\nVELL AND OTHERS\nV.\nREPUBLIC OF VELTRIA\n\nORDER\n\n"
        "18 NOVEMBER 2030\n\n"
        "8. For these reasons,\n\nTHE COURT,\n\nUnanimously,\n\nOrders the Respondent State:\n\n"
        "i. to protect the persons named in the annex;\n\nii. to inform their families within ten days.\n\n"
        "By a majority of eight votes to two,\n\n"
        "iii. Directs the Respondent State to report to the Court by 24 June 2031.\n",
    )
    assert [quote for quote, _, _ in found] == [
        "to protect the persons named in the annex",
        "to inform their families within ten days",
        "to report to the Court by 24 June 2031",
    ]


def test_a_registrar_and_other_states_are_asked_by_their_names(reader):
    found = asks(
        reader,
        "Pre-Trial Chamber I\n\nDECISION ON COOPERATION\n\nFOR THESE REASONS, THE CHAMBER HEREBY\n\n"
        "ORDERS the Registrar to notify the Republic of Ardesh of the present decision;\n\n"
        "REQUESTS the Republic of Ardesh to surrender Mr Osman Vell to the Court.\n",
    )
    assert [(to, force) for _, to, force in found] == [(("registrar",), "direct"), (("ardesh",), "request")]
