# SPDX-License-Identifier: Apache-2.0
"""The JSON interface answers as it is described, whatever it is asked."""

from __future__ import annotations

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.conftest import LETTER
from tocsin.web.api import OPERATIONS, description
from tocsin.web.messages import Add, Judge
from tocsin.web.shapes import NotThatShape, parsed, plain

ZERO = "0" * 64
SCHEMA = schemathesis.openapi.from_dict(json.loads(json.dumps(plain(description()))))
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
NAMES = [f"{one.method.upper()} {one.path}" for one in OPERATIONS]


@pytest.fixture
def known(person):
    """Values that mean something in this ledger."""
    document = person.read(LETTER)
    return {"document": document, "finding": person.findings("ask")[0][0]}


@pytest.mark.parametrize("name", NAMES)
def test_every_operation_answers_as_described(person, known, name):
    method, path = name.split()
    operation = SCHEMA[path][method]

    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), meant=st.booleans())
    def check(case, meant):
        if meant:
            case.path_parameters = {key: known.get(key, value) for key, value in (case.path_parameters or {}).items()}
            if isinstance(case.body, dict) and "finding" in case.body:
                case.body["finding"] = known["finding"]
        case.headers = {**(case.headers or {}), "X-Tocsin-Token": person.token}
        sent = case.as_transport_kwargs(base_url="http://127.0.0.1:8000")
        answer = person.client.request(
            sent["method"],
            sent["url"],
            params=sent.get("params"),
            json=sent.get("json"),
            content=sent.get("data"),
            headers={
                name: value
                for name, value in dict(sent.get("headers") or {}).items()
                if value.isascii() and value.isprintable()
            },
        )
        case.validate_response(answer, checks=CHECKS)

    check()


def test_the_description_names_every_route_of_the_interface(person):
    described = person.get("/api/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    assert {(path, method) for path, ways in described["paths"].items() for method in ways} == {
        (one.path, one.method) for one in OPERATIONS
    }
    json.dumps(described)


def post(person, path, body):
    return person.client.post(path, json=body, headers={"X-Tocsin-Token": person.token})


def test_a_program_judges_as_a_person_does(person, known):
    finding = person.get(f"/api/findings/{known['finding']}").json()
    body = {"verdict": "correct", "by": "tom", "why": "calls", "seen": finding["seen"], "set": {"force": "call"}}
    judged = post(person, f"/api/findings/{known['finding']}/judgements", body).json()
    assert judged["standing"] == "corrected"
    new = person.get(f"/api/findings/{judged['replaced_by'].removeprefix('sha256:')}").json()
    assert new["line"]["force"] == "call"
    history = person.get(f"/api/findings/{known['finding']}/history").json()
    assert [entry["kind"] for entry in history["entries"]] == ["finding", "judgement"]
    again = post(person, f"/api/findings/{known['finding']}/judgements", body)
    assert again.status_code == 409
    assert again.json()["error"] == "Moved"


def test_many_are_judged_and_foreign_ids_told(person, known):
    ones = [{"finding": known["finding"], "seen": None}, {"finding": ZERO}, {"finding": known["document"]}]
    body = {"verdict": "confirm", "by": "tom", "why": "read", "findings": ones}
    judged = post(person, "/api/judgements", body).json()["judged"]
    assert [one["standing"] for one in judged] == ["confirmed", None, "confirmed"]  # a document's id is its card's
    assert [bool(one["problem"]) for one in judged] == [False, True, False]


def test_a_finding_of_one_document_is_none_of_another_moment(person, known):
    assert person.get(f"/api/findings/{known['finding']}?recorded-by=2001").status_code == 404
    assert person.get(f"/findings/{known['finding']}?recorded-by=2001").status_code == 404
    assert person.get(f"/documents/{known['document']}?published-by=2001").status_code == 404


@pytest.mark.parametrize(
    ("record", "body"),
    [
        (Judge, b"{"),
        (Judge, b"[" * 100_000),
        (Judge, b"[]"),
        (Judge, b'{"verdict": "confirm", "by": "tom"}'),
        (Judge, b'{"verdict": "burn", "by": "tom", "why": "x"}'),
        (Judge, b'{"verdict": "confirm", "by": "tom", "why": "x", "seen": true}'),
        (Judge, b'{"verdict": "confirm", "by": "tom", "why": "x", "set": {"force": 1}}'),
        (Judge, b'{"verdict": "confirm", "by": "tom", "why": "x", "document": "sha256:0"}'),
        (Add, b'{"kind": "ask", "start": "0", "end": 4, "by": "tom"}'),
    ],
)
def test_a_body_of_another_shape_is_refused(record, body):
    with pytest.raises(NotThatShape):
        parsed(record, body)
