# SPDX-License-Identifier: Apache-2.0
"""What goes out to others is taken by the standard's own library: the examples, all of them, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, cast

import duckdb
import hxl as libhxl
import jsonschema_rs
import pytest
from followthemoney import model
from pyld import jsonld

from tests.conftest import EXAMPLES
from tocsin import pipeline
from tocsin.catalogue.catalogue import Catalogue
from tocsin.exchange import follow_the_money, hxl, parquet, schemas, tables, web_annotations
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.reading.read import Reader
from tocsin.sources import intake

DOCUMENTS = sorted(path for path in (EXAMPLES / "documents").iterdir() if path.is_file())

ANNO = {
    "id": "@id",
    "type": "@type",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "Annotation": "oa:Annotation",
    "State": "oa:State",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "state": {"@id": "oa:hasState", "@type": "@id"},
    "creator": {"@id": "dcterms:creator", "@type": "@id"},
    "created": {"@id": "dcterms:created"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "classifying": "oa:classifying",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
}
"""The terms of the annotation vocabulary that we use, so that expanding needs no network.

Source: W3C Web Annotation Vocabulary, 2017, appendix A.
"""


@pytest.fixture
def ledger(examples: Ledger) -> Ledger:
    return examples


class TestFollowTheMoney:
    """followthemoney.tech: entities of a schema with properties of its types, tied by ids."""

    @pytest.fixture
    def entities(self, ledger: Ledger, catalogue: Catalogue) -> list[dict[str, Any]]:
        made = follow_the_money.entities(shelf(ledger, Query()).values(), listed(ledger, Query()), catalogue)
        return [dict(entity) for entity in made]

    def test_every_entity_is_valid_and_loses_nothing(self, entities: list[dict[str, Any]]) -> None:
        for entity in entities:
            proxy = model.get_proxy(entity, cleaned=False)
            proxy.schema.validate(cast("Any", entity))
            held = {name: set(values) for name, values in entity["properties"].items()}
            assert {name: set(proxy.get(name)) for name in held} == held

    def test_what_an_entity_names_is_there_and_of_the_schema_that_is_asked_for(
        self, entities: list[dict[str, Any]]
    ) -> None:
        schema_of = {entity["id"]: model[entity["schema"]] for entity in entities}
        assert len(schema_of) == len(entities)
        for entity in entities:
            for name, values in entity["properties"].items():
                prop = model[entity["schema"]].get(name)
                assert prop is not None
                if prop.type.name == "entity":
                    assert all(schema_of[value].is_a(prop.range) for value in values)

    def test_who_acts_who_is_acted_on_and_who_says_so_are_told_apart(self, entities: list[dict[str, Any]]) -> None:
        by_id = {entity["id"]: entity for entity in entities}
        links = [entity["properties"] for entity in entities if entity["schema"] == "UnknownLink"]
        assert {link["role"][0] for link in links} >= {
            "says so",
            "named as acting",
            "named as acted on",
            "asks",
            "is asked",
        }
        assert all(by_id[link["object"][0]]["schema"] == "Event" and link["subject"][0] in by_id for link in links)
        assert not any("organizer" in entity["properties"] for entity in entities)

    def test_a_claim_stays_what_somebody_told(self, entities: list[dict[str, Any]]) -> None:
        names = {entity["properties"]["name"][0] for entity in entities if entity["schema"] == "Event"}
        assert names
        assert all(name.partition(":")[0].partition(" (")[0] in TOLD for name in names)


TOLD = {"asserted", "reported", "alleged", "denied", "threatened", "warned of", "asked"}


@pytest.mark.parametrize("kind", hxl.COLUMNS)
def test_libhxl_reads_every_listing_and_its_columns(ledger: Ledger, kind: str) -> None:
    wanted = {"timeline": "claim", "warnings": "warning", "asks": "ask", "law": "citation"}[kind]
    text = "".join(hxl.hxl_lines(kind, listed(ledger, Query(kinds=(wanted,)))))
    with libhxl.make_input(io.BytesIO(text.encode()), libhxl.InputOptions(allow_local=True)) as source:
        data = libhxl.data(source)
        rows = list(data)
    assert rows
    assert [str(column.display_tag) for column in data.columns] == [tag for _head, tag, _value in hxl.COLUMNS[kind]]
    assert all(row.get("#meta+id+finding").startswith("sha256:") for row in rows)


def test_a_json_ld_processor_expands_every_annotation(ledger: Ledger) -> None:
    made = list(web_annotations.annotated(ledger, ledger.rows(Query(kinds=("ask", "claim", "warning", "citation")))))

    def load(url: str, _options: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": ANNO}}

    oa = "http://www.w3.org/ns/oa#"
    for one in made:
        (node,) = jsonld.expand(one, {"documentLoader": load})
        assert node["@type"] == [oa + "Annotation"]
        (target,) = node[oa + "hasTarget"]
        assert {kind for selector in target[oa + "hasSelector"] for kind in selector["@type"]} == {
            oa + "TextPositionSelector",
            oa + "TextQuoteSelector",
        }
        (body,) = node[oa + "hasBody"]
        assert body["urn:tocsin:findings#standing"] == [{"@value": "proposed"}]


def test_every_findings_line_keeps_to_the_published_schema(reader: Reader) -> None:
    validator = jsonschema_rs.validator_for(schemas.findings())
    found = pipeline.findings(intake.listing(DOCUMENTS), reader, pipeline.Intake())
    lines = [json.loads(line) for _outcome, written in found for line in written]
    assert lines
    for line in lines:
        validator.validate(line)


def test_the_published_schema_is_the_one_that_the_records_give() -> None:
    published = Path(__file__).parents[2] / "docs" / "schemas" / "findings.schema.json"
    assert published.read_text(encoding="utf-8") == json.dumps(schemas.findings(), indent=2) + "\n"


def test_a_line_that_is_none_is_refused_by_the_schema() -> None:
    assert not jsonschema_rs.validator_for(schemas.findings()).is_valid({"kind": "ask", "start": "0"})


def test_duckdb_counts_in_the_parquet_file_what_the_table_has(ledger: Ledger, tmp_path: Path) -> None:
    rows = [row.to_json() for row in listed(ledger, Query(kinds=("ask",)))]
    parquet.write("asks", rows, tmp_path / "asks.parquet")
    held = duckdb.read_parquet(str(tmp_path / "asks.parquet")).project("finding, addressees, quote").fetchall()
    assert [row[0] for row in held] == [row["finding"] for row in rows]
    table = list(csv.DictReader(io.StringIO("".join(tables.csv_lines("asks", rows)), newline="")))
    assert [row[2] or "" for row in held] == [row["quote"] for row in table]
