# SPDX-License-Identifier: Apache-2.0
"""Findings as W3C Web Annotations: position and quote selectors point at the same words."""

from __future__ import annotations

from typing import Any

from tests.ledger.contract import Clock, read
from tests.ledger.samples import CONTENT, ask_of, claim_of
from tocsin.exchange.web_annotations import annotated
from tocsin.ledger import recording
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query


def test_an_annotation_points_at_its_words_and_says_who_found_them() -> None:
    ledger = MemoryLedger(clock=Clock())
    made = read(ledger, ask_of())
    (found,) = annotated(ledger, ledger.rows(Query()))
    one: dict[str, Any] = dict(found)
    position, quote = one["target"]["selector"]
    assert CONTENT[position["start"] : position["end"]] == quote["exact"] == "open the Tamar corridor"
    assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in CONTENT
    assert one["creator"] == "urn:" + made.entries[2].subject
    assert (one["type"], one["body"]["type"], one["body"]["force"]) == ("Annotation", "Ask", "urge")


def test_what_a_person_added_has_the_person_for_creator() -> None:
    ledger = MemoryLedger(clock=Clock())
    read(ledger)
    entry = recording.add(ledger, recording_text(ledger), claim_of(), handle="anna")
    (one,) = annotated(ledger, ledger.rows(Query()))
    assert (one["id"], one["creator"]) == ("urn:" + entry.subject, "person:anna")


def recording_text(ledger: MemoryLedger) -> Any:
    (document,) = {entry.subject for entry in ledger.entries(kind="document")}
    return ledger.text(document, "plain/1")
