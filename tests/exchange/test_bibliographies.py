# SPDX-License-Identifier: Apache-2.0
"""Documents as references: CSL-JSON, BibTeX, and a list in a citation style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tocsin.exchange.bibliographies import BadStyle, bibtex, csl, key, styled
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf


@pytest.fixture
def items(examples: MemoryLedger) -> Sequence[Shelved]:
    return tuple(shelf(examples, Query()).values())


def test_every_document_is_an_item_with_author_title_and_date(items: Sequence[Shelved]) -> None:
    made = {str(item["id"]): item for item in csl(items)}
    assert set(made) == {key(item) for item in items}
    resolution = next(item for item in made.values() if item["type"] == "legislation")
    assert resolution["author"]
    assert resolution["issued"] == {"date-parts": [[2025, 4, 4]]}


def test_a_date_that_is_not_sure_is_about(items: Sequence[Shelved]) -> None:
    item = replace(items[0], card=replace(items[0].card, issued="2025-03~"))
    assert next(csl([item]))["issued"] == {"date-parts": [[2025, 3]], "circa": True}
    undated = replace(items[0], card=replace(items[0].card, issued=None))
    assert "issued" not in next(csl([undated]))


def test_bibtex_escapes_what_tex_would_run(items: Sequence[Shelved]) -> None:
    item = replace(items[0], card=replace(items[0].card, title="50% of \\input{x} & _all_ #1 ~ ^"))
    (entry,) = bibtex([item])
    assert "50\\% of \\textbackslash input\\{x\\} \\& \\_all\\_ \\#1" in entry
    assert entry.startswith("@")
    assert entry.count("{") - entry.count("\\{") == entry.count("}") - entry.count("\\}")


def test_a_style_sets_every_document_once(items: Sequence[Shelved]) -> None:
    references = styled(items, "harvard-cite-them-right")
    assert len(references) == len(items)
    assert any("Northern Union" in line and "2025" in line for line in references)


def test_what_is_no_style_is_a_bad_request(items: Sequence[Shelved]) -> None:
    with pytest.raises(BadStyle):
        styled(items, "none.csl")
