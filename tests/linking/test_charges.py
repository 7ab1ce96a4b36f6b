# SPDX-License-Identifier: Apache-2.0
"""Breach is told only where it is found or asserted: what is alleged, or not found, is told as that, and of whom."""

from __future__ import annotations

import pytest

from tests.ledger.contract import Clock
from tests.linking.shelves import claim
from tests.linking.test_obligations import CITED, cites, of_bridge, shelve
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger import recording
from tocsin.ledger.listed import listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.obligations import obligations
from tocsin.linking.said import Said
from tocsin.records.findings import Citation


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(clock=Clock())


def told(ledger: MemoryLedger, catalogue: Catalogue) -> list[Said]:
    """Give all that is said of the instrument, of the duty or of it as a whole."""
    return [one for duty in obligations(ledger, catalogue, Query()) for one in duty.said]


def said(ledger: MemoryLedger, catalogue: Catalogue) -> tuple[str, str | None, str] | None:
    """Give the one thing said: what, of whom, by whom."""
    found = {(one.statement.says, one.of, one.name) for one in told(ledger, catalogue)}
    assert len(found) < 2
    return next(iter(found), None)


@pytest.mark.parametrize(
    "sentence",
    [
        f"The Court did not find that Ardesh breached {CITED}.",
        f"The Court does not find, at this stage, that {CITED} was breached by Ardesh.",
        f"The Commission found no breach of {CITED} by Ardesh.",
        f"The Court is unable to conclude that Ardesh violated {CITED}.",
        f"The judges have not established that Ardesh has violated {CITED}.",
        f"There is no evidence that Ardesh violated {CITED}.",
        f"The panel declined to hold that Ardesh acted in breach of {CITED}.",
        f"It has not been proven that Ardesh violated {CITED}.",
    ],
)
def test_a_breach_that_is_not_found_is_told_as_not_found(
    ledger: MemoryLedger, catalogue: Catalogue, sentence: str
) -> None:
    cites(ledger, sentence, issuer="karsk-court")
    duty = of_bridge(ledger, catalogue)
    found = said(ledger, catalogue)
    assert found is not None
    assert found[:2] == ("unfound", "Ardesh")
    assert duty.state == "in force"
    assert duty.words == f"in force; no breach found according to 1 voice ({found[2]})"
    assert "karsk-court" in found[2]


@pytest.mark.parametrize(
    ("sentence", "of", "by"),
    [
        (
            f"On 30 May Veltria filed an application against Ardesh concerning alleged violations of {CITED}.",
            "Ardesh",
            "Veltria, as told by karsk-court",
        ),
        (
            f"On 30 May Ardesh filed an application against Veltria concerning alleged violations of {CITED}.",
            "Veltria",
            "Ardesh, as told by karsk-court",
        ),
        (
            f"Veltria instituted proceedings against Ardesh for violating {CITED}.",
            "Ardesh",
            "Veltria, as told by karsk-court",
        ),
        (f"The Court heard of the alleged breach of {CITED} by Ardesh.", "Ardesh", "karsk-court"),
        (f"Ardesh has allegedly violated {CITED}.", "Ardesh", "karsk-court"),
        (
            f"Applicants claimed that Ardesh had violated {CITED}.",
            "Ardesh",
            "Applicants, as told by karsk-court",
        ),
        (
            f"The applicant union submits that Ardesh acted contrary to {CITED}.",
            "Ardesh",
            "The applicant union, as told by karsk-court",
        ),
        (
            f"Veltria accused Ardesh of violating {CITED}.",
            "Ardesh",
            "Veltria, as told by karsk-court",
        ),
        (
            f"Ardesh accused Veltria of violating {CITED}.",
            "Veltria",
            "Ardesh, as told by karsk-court",
        ),
        (
            f"According to Veltria, Ardesh violated {CITED}.",
            "Ardesh",
            "Veltria, as told by karsk-court",
        ),
    ],
)
def test_who_alleges_a_breach_is_never_the_one_who_committed_it(
    ledger: MemoryLedger, catalogue: Catalogue, sentence: str, of: str | None, by: str
) -> None:
    cites(ledger, sentence, issuer="karsk-court")
    assert said(ledger, catalogue) == ("alleged", of, by)
    duty = of_bridge(ledger, catalogue)
    assert duty.state == "in force"
    assert not any(one.counts or one.bearer for one in told(ledger, catalogue))


def test_a_breach_that_is_alleged_is_shown_with_who_alleges_it_and_counts_for_nothing(
    ledger: MemoryLedger, catalogue: Catalogue
) -> None:
    cites(ledger, f"Veltria alleges that Ardesh violated {CITED}.", issuer="karsk-court")
    assert of_bridge(ledger, catalogue).words == (
        "in force; a breach alleged, and counted for nothing, by Veltria, as told by karsk-court"
    )


def test_who_asserts_a_breach_in_its_own_paper_alleges_it_itself(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    cites(ledger, f"We accuse Ardesh of violating {CITED}.", issuer="veltria")
    assert said(ledger, catalogue) == ("breached", "Ardesh", "veltria")


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        (f"Ardesh has violated {CITED}, the Ferry Union believes.", "the Ferry Union, as told by karsk-post"),
        (f"The Ferry Union said that Ardesh had violated {CITED}.", "The Ferry Union, as told by karsk-post"),
        (f"The Court finds that Ardesh violated {CITED}.", "The Court, as told by karsk-post"),
        (f"It finds a violation of {CITED} by Ardesh.", "karsk-post"),
    ],
)
def test_a_breach_that_is_asserted_is_told_by_whoever_asserts_it(
    ledger: MemoryLedger, catalogue: Catalogue, sentence: str, by: str
) -> None:
    cites(ledger, sentence, issuer="karsk-post")
    assert said(ledger, catalogue) == ("breached", "Ardesh", by)


@pytest.mark.parametrize(
    "sentence",
    [
        f"The Court will examine whether {CITED} was breached.",
        f"The question is whether Ardesh violated {CITED}.",
        f"If {CITED} has been violated, the union will say so.",
    ],
)
def test_a_question_of_breach_tells_of_none(ledger: MemoryLedger, catalogue: Catalogue, sentence: str) -> None:
    cites(ledger, sentence, issuer="karsk-court")
    assert said(ledger, catalogue) is None


@pytest.mark.parametrize("sentence", [f"{CITED} was not breached by Ardesh.", f"{CITED} has not been violated."])
def test_a_breach_denied_behind_the_citation_is_a_denial(
    ledger: MemoryLedger, catalogue: Catalogue, sentence: str
) -> None:
    cites(ledger, sentence, issuer="karsk-court")
    found = said(ledger, catalogue)
    assert found is not None
    assert found[0] == "denied"


def test_a_claim_that_a_person_rejects_leaves_no_worse_one(ledger: MemoryLedger, catalogue: Catalogue) -> None:
    text = f"Ardesh shelled the bridge, in breach of {CITED}."
    start = text.index(CITED)
    citation = Citation(
        start=start,
        end=start + len(CITED),
        quote=CITED,
        by="citation.test",
        instrument="issel-agreement-2019-05-06",
        pinpoint="para. 4",
    )
    shelve(ledger, text, citation, claim(text, "shelled the bridge", "bombing", says="Veltria"), issuer="karsk-court")
    assert of_bridge(ledger, catalogue).words == "breached according to 1 voice (Veltria)"
    (row,) = listed(ledger, Query(kinds=("claim",)))
    recording.judge(ledger, row.row.finding, "reject", recording.Judging(handle="lia", reason="not theirs"))
    duty = of_bridge(ledger, catalogue)
    assert duty.state == "in force"
    assert [one.counts for one in duty.said] == [False]
