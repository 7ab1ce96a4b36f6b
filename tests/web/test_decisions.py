# SPDX-License-Identifier: Apache-2.0
"""Deciding beside the words: the same entries as the command's, refused where the ground moved."""

from __future__ import annotations

import pytest

from tests.web.conftest import told

ZERO = "0" * 64


def judge(person, finding, verdict, seen=None, **fields):
    sent = {"verdict": verdict, "why": "it says so"} | fields | ({} if seen is None else {"seen": str(seen)})
    return person.post(f"/findings/{finding}/judgements", sent, part=True)


@pytest.fixture
def ask(person, letter):  # noqa: ARG001 - the letter that it stands in
    return next(found for found in person.findings("ask") if found[2]["force"] == "urge")


def test_a_finding_is_confirmed_with_author_and_reason(person, ask):
    name, seen, _ = ask
    answer = judge(person, name, "confirm", seen)
    assert answer.status_code == 200
    state = person.state(name)
    assert state.standing == "confirmed"
    assert state.judged.author == "person:lia"
    assert state.judged.payload["reason"] == "it says so"
    assert "confirmed" in told(answer)


def test_a_finding_is_rejected_and_that_is_undone(person, ask):
    name, seen, _ = ask
    judge(person, name, "reject", seen)
    assert person.state(name).standing == "rejected"
    assert judge(person, name, "undo").status_code == 200
    assert person.state(name).standing == "proposed"
    assert len(list(person.room.at.open().entries(subject=f"sha256:{name}"))) == 3  # nothing is lost


def test_what_moved_since_it_was_seen_is_refused_with_both_versions(person, ask):
    name, seen, _ = ask
    judge(person, name, "reject", seen, why="no ask", by="tom")
    answer = judge(person, name, "confirm", seen)
    assert answer.status_code == 409
    words = told(answer)
    assert "moved since you saw it" in words
    assert "what you saw" in words
    assert "tom rejected – no ask" in words
    assert person.state(name).standing == "rejected"


def test_a_member_is_corrected_and_only_what_was_changed(person, ask):
    name, seen, payload = ask
    answer = judge(person, name, "correct", seen, **{"set-force": "call", "set-askers": "Orsava Assembly"})
    assert answer.status_code == 200
    state = person.state(name)
    assert state.standing == "corrected"
    new = person.state(state.replaced_by.removeprefix("sha256:"))
    assert new.entry.payload["force"] == "call"
    assert new.entry.payload["addressees"] == payload["addressees"]


def test_words_are_corrected_by_their_place(person, ask):
    name, seen, payload = ask
    answer = judge(person, name, "correct", seen, span=f"{payload['start'] + 3}:{payload['end']}")
    assert answer.status_code == 200
    new = person.state(person.state(name).replaced_by.removeprefix("sha256:"))
    assert new.entry.payload["quote"] == payload["quote"][3:]


@pytest.mark.parametrize("span", ["9:3", "0:0", "5:99999999", "-1:4", "x", "1:2:3", "١:٢"])
def test_a_span_that_is_none_corrects_nothing(person, ask, span):
    name, seen, _ = ask
    assert judge(person, name, "correct", seen, span=span).status_code == 400
    assert person.state(name).standing == "proposed"


def test_a_correction_that_changes_nothing_is_refused_in_the_card(person, ask):
    name, seen, _ = ask
    answer = judge(person, name, "correct", seen)
    assert answer.status_code == 400
    assert "the correction changes no member" in told(answer)


def test_an_unknown_term_is_refused_with_the_nearest(person, ask):
    name, seen, _ = ask
    answer = judge(person, name, "correct", seen, **{"set-force": "urg"})
    assert answer.status_code == 400
    assert "urge" in told(answer)


def test_words_that_the_reader_missed_are_added(person, letter):
    answer = person.post(
        f"/documents/{letter}/findings",
        {"span": "0:11", "kind": "warning", "set-harm": "famine", "set-horizon": "near"},
        part=True,
    )
    assert answer.status_code == 201
    assert "added" in told(answer)
    (added,) = [found for found in person.findings("warning") if found[2]["by"] == "person"]
    assert added[2]["quote"] == "Open letter"


@pytest.mark.parametrize(
    "fields",
    [
        {"span": "0:4", "kind": "verdict"},
        {"span": "0:999999", "kind": "ask"},
        {"kind": "ask"},
        {"span": "0:4", "kind": "warning"},
        {"span": "0:4", "kind": "warning", "set-harm": "doom"},
        {"span": "0:4", "kind": "time", "set-edtf": "someday"},
    ],
)
def test_what_cannot_be_added_is_refused(person, letter, fields):
    before = len(person.findings("warning"))
    assert person.post(f"/documents/{letter}/findings", fields, part=True).status_code == 400
    assert len(person.findings("warning")) == before


@pytest.mark.usefixtures("letter")
def test_many_are_judged_together_and_each_outcome_told(person):
    found = person.findings("ask")
    fields = [("verdict", "confirm"), ("why", "read each"), ("back", "/proposals")]
    fields += [("finding", f"{name}:{seen}") for name, seen, _ in found] + [("finding", f"{ZERO}:1")]
    answer = person.post("/judgements", fields)
    words = told(answer)
    assert f"{len(found)} of {len(found) + 1} confirmed" in words
    assert "held no such finding" in words
    assert {person.state(name).standing for name, _, _ in found} == {"confirmed"}
    undone = person.post("/judgements", [("verdict", "undo"), *(("finding", name) for name, _, _ in found)])
    assert f"{len(found)} of {len(found)} taken back" in told(undone)
    assert {person.state(name).standing for name, _, _ in found} == {"proposed"}


def test_many_refuse_what_is_no_finding(person, letter):
    for foreign in ("../x", "sha256:zz", f"{letter}x", "", "1"):
        answer = person.post("/judgements", [("verdict", "confirm"), ("finding", f"{foreign}:1")])
        assert answer.status_code == 404


def test_a_documents_id_judges_its_card_and_is_no_finding_of_its_own(person, letter):
    assert judge(person, letter, "confirm").status_code == 200
    assert person.get(f"/findings/{letter}").status_code == 404


def test_nobody_judges_without_a_handle(person, ask):
    next(iter(person.room.sessions._sessions.values())).handle = ""
    answer = judge(person, ask[0], "confirm", ask[1])
    assert answer.status_code == 400
    assert "say who judges" in told(answer)
    person.post("/settings", {"handle": "mira", "back": "/asks"})
    assert judge(person, ask[0], "confirm", ask[1]).status_code == 200
    assert person.state(ask[0]).judged.author == "person:mira"


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_going_back_never_leaves_the_room(person, back):
    answer = person.post("/settings", {"handle": "lia", "back": back})
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents")


def test_without_script_a_form_does_the_same(person, ask):
    answer = person.post(f"/findings/{ask[0]}/judgements", {"verdict": "confirm", "seen": str(ask[1])})
    assert answer.status_code == 303
    assert "read beside its words" in told(person.get(answer.headers["location"]))


def test_what_a_model_of_words_alone_vouches_for_is_called_likely_beside_the_text_and_on_its_card(person):
    said = "The next flood may well be the one from which this valley does not come back."
    document = person.read(f"Letter of the Lake Union\n\nWe have lived here for years.\n\n{said}\n")
    ((finding, _seen, payload),) = person.findings("warning")
    assert payload["by"] == "warning.likely"
    assert 's-likely" id="n-' in person.get(f"/documents/{document}").text
    assert '<span class="standing s-likely">likely</span>' in person.get(f"/findings/{finding}").text
