# SPDX-License-Identifier: Apache-2.0
"""JSON: lists of objects as tables, entities of FollowTheMoney as documents, all else as the text that it is."""

from __future__ import annotations

import json

import pytest

from tocsin.records.problems import Problem
from tocsin.sources import formats, intake
from tocsin.sources.extracts import Extract

ARTICLE = {
    "id": "a1",
    "schema": "Article",
    "properties": {
        "title": ["Statement of the Orsava Assembly"],
        "publishedAt": ["2025-03-03"],
        "bodyText": ["We urge Ardesh to open the Tamar corridor."],
        "sourceUrl": ["https://karsk.example/a1"],
        "retrievedAt": ["2025-03-04"],
    },
}
PERSON = {"id": "p1", "schema": "Person", "properties": {"name": ["Mara Solin"]}}


def read(data: bytes, name: str = "list.json") -> Extract:
    extract = formats.read(data, name)
    assert isinstance(extract, Extract)
    return extract


@pytest.mark.parametrize("dumped", [json.dumps, lambda held: "\n".join(map(json.dumps, held))])
def test_a_list_of_objects_is_a_table_whose_cells_have_names(dumped):
    extract = read(
        dumped([{"Text": "Open the road", "Themes": ["Relief", "Roads"]}, {"Text": "Pay\nthem", "At": None}]).encode()
    )
    cells = {origin.part: extract.text.content[origin.start : origin.end] for origin in extract.text.origins}
    assert cells == {
        "A1": "Text",
        "B1": "Themes",
        "C1": "At",
        "A2": "Open the road",
        "B2": "Relief; Roads",
        "A3": "Pay them",
    }


def test_an_entity_with_words_is_a_document_from_where_it_came(tmp_path):
    (tmp_path / "crisis.ftm.json").write_text(f"{json.dumps(ARTICLE)}\n{json.dumps(PERSON)}\n", encoding="utf-8")
    listed = intake.listing([tmp_path])
    whole, article = [outcome for one in listed for outcome in intake.outcomes(one)]
    assert isinstance(whole, intake.Taken)
    assert whole.text.content == "Article: Statement of the Orsava Assembly\nPerson: Mara Solin"
    assert isinstance(article, intake.Taken)
    assert (article.source, article.retrieved_at) == ("https://karsk.example/a1", "2025-03-04")
    assert article.within == whole.text.document
    assert article.text.content.endswith("We urge Ardesh to open the Tamar corridor.")
    assert dict(article.text.facts)["published"] == "2025-03-03"
    assert json.loads(article.data) == ARTICLE


def test_a_page_inside_an_entity_is_read_as_it_is_seen():
    page = {
        "id": "h",
        "schema": "HyperText",
        "properties": {"bodyHtml": ["<p>Open <b>the road</b></p><script>x</script>"]},
    }
    assert read(json.dumps(page).encode()).text.content.strip() == "Open the road"


def test_an_entity_without_words_and_a_ledger_are_told_apart():
    said = formats.read(json.dumps(PERSON).encode(), "p.json")
    assert isinstance(said, Problem)
    assert said.code == "no-words"
    lines = b'{"seq": 1, "chain": "sha256:0"}\n{"seq": 2, "chain": "sha256:1"}\n'
    ledger = formats.read(lines, "ledger.jsonl")
    assert isinstance(ledger, Problem)
    assert "tocsin import" in ledger.message


@pytest.mark.parametrize("content", ['{"a": 1}', "[1, 2]", "no JSON at all", '[{"a": 1}]', "[" * 100_000])
def test_json_of_another_shape_is_the_text_that_it_is(content):
    assert read(content.encode()).text.content == content


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr("tocsin.sources.objects.MOST_CELLS", 3)
    said = formats.read(json.dumps([{"a": 1, "b": 2}] * 2).encode(), "list.json")
    assert isinstance(said, Problem)
    assert said.code == "too-many-cells"
