# SPDX-License-Identifier: Apache-2.0
"""Lists of responses: numbers name asks of an earlier document, and a report's own headings are answers."""

from __future__ import annotations

import pytest

from tests.linking.answered import taken_in
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.proposing import proposals

REPORT = """\
United Nations A/HRC/{symbol}

Report of the Working Group on the Universal Periodic Review

{state}

12 December {year}

II. Conclusions and/or recommendations

83. {lead}
83.1. Ratify the Optional Protocol to the Convention against Torture (Spain);
83.2. Grant access to all places of detention (Mexico, Norway);
83.3. Abolish the death penalty (Chile);
83.4. Adopt a law on the protection of journalists (Ghana);
83.5. Withdraw its forces from the crossing (Chad).
"""
WAITING = "The following recommendations will be examined by {state}, which will provide responses in due time:"
ADDENDUM = """\
United Nations A/HRC/58/9/Add.1

Report of the Working Group on the Universal Periodic Review

Veltria

Addendum

3 March 2025

{words}
"""


def report(state="Veltria", symbol="58/9", year=2024, lead=WAITING):
    return REPORT.format(state=state, symbol=symbol, year=year, lead=lead.format(state=state))


def answered(reader, *texts):
    ledger = MemoryLedger()
    documents = [taken_in(ledger, reader, f"{number}.txt", text) for number, text in enumerate(texts)]
    rows = {row.finding: row.entry for row in ledger.rows(Query(kinds=("ask",)))}
    found = {}
    for item in proposals(ledger, reader.catalogue, Query()):
        entry = rows[item.answer.ask]
        assert entry.document is not None
        assert entry.payload is not None
        found[documents.index(entry.document), str(entry.payload["quote"]).split()[0]] = item
    return found


@pytest.mark.parametrize(
    ("words", "verbs", "kind"),
    [
        ("Recommendations 83.1 to 83.3 enjoy the support of Veltria.", {"Ratify", "Grant", "Abolish"}, "accepted"),
        ("Veltria accepts recommendations Nos. 83.1, 83.4.", {"Ratify", "Adopt"}, "accepted"),
        ("The following recommendations are noted: 83.2, 83.4–83.5.", {"Grant", "Adopt", "Withdraw"}, "token"),
        ("Recommendations 83.3 and 83.5 do not enjoy the support of Veltria.", {"Abolish", "Withdraw"}, "refused"),
        ("83.3. Not accepted.", {"Abolish"}, "refused"),
        ("Recommendations 83.1 and 83.2 have already been implemented.", {"Ratify", "Grant"}, "done"),
    ],
)
def test_numbers_answer_the_asks_of_the_report(reader, words, verbs, kind):
    found = answered(reader, report(), ADDENDUM.format(words=words))
    assert {verb for _, verb in found} == verbs
    assert {item.reply for item in found.values()} == {kind}
    assert all("number 83." in item.reasons[0] for item in found.values())


def test_the_symbol_tells_which_report_is_meant(reader):
    words = "Recommendations 83.1 and 83.2 enjoy the support of Veltria."
    found = answered(reader, report(), report(symbol="41/7", year=2023), ADDENDUM.format(words=words))
    assert {document for document, _ in found} == {0}
    assert all("both bear the symbol A/HRC/58/9" in item.reasons for item in found.values())


def test_numbers_of_another_states_report_are_not_answered(reader):
    words = "Recommendations 83.1 and 83.2 enjoy the support of Veltria."
    found = answered(reader, report(state="Lumara", symbol="58/10"), ADDENDUM.format(words=words))
    assert found == {}


def test_numbers_of_paragraphs_of_other_papers_are_no_answer(reader):
    words = "Veltria takes note of paragraphs 83.1 and 83.2 of the report of the Secretary-General."
    assert answered(reader, report(), ADDENDUM.replace("58/9/Add.1", "58/22").format(words=words)) == {}


@pytest.mark.parametrize(
    ("lead", "kinds"),
    [
        ("The recommendations listed below enjoy the support of {state}:", {"accepted"}),
        ("The recommendations below did not enjoy the support of {state}:", {"refused"}),
        ("The following recommendations were noted by {state}:", {"token"}),
        (WAITING, set()),
    ],
)
def test_a_reports_own_headings_are_the_states_answers(reader, lead, kinds):
    found = answered(reader, report(lead=lead))
    assert {item.reply for item in found.values()} == kinds
    assert len(found) == (5 if kinds else 0)
    for item in found.values():
        assert item.answer.answerer.id == "veltria"
        assert lead.format(state="Veltria").split()[-1].strip(":") in item.answer.words.quote
