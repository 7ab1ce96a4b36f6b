# SPDX-License-Identifier: Apache-2.0
"""Which claims and warnings speak to which indicators, where, when and by whom."""

from __future__ import annotations

import pytest

from tests.watch.papers import Papers, Says, claims, warns
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger import recording
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.records.findings import Party
from tocsin.watch.indicators import Evidence, evidence
from tocsin.watch.placings import NOWHERE
from tocsin.watch.sides import NOT_KNOWN, Sides


def found(papers: Papers, catalogue: Catalogue) -> list[Evidence]:
    return list(evidence(papers.ledger, catalogue, Query()))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (claims("a convoy was turned back", "denial-of-relief"), {"13.8", "7.10"}),
        (claims("the only road was closed", "blockade"), {"13.8", "7.10"}),
        (claims("an envoy was kept waiting at the gate", "blockade"), {"13.8"}),
        (claims("villagers were killed", "killing"), {"2.1", "11.1"}),
        (claims("they will take the hill", "armed-attack", mode="threatened"), {"1.1", "13.7"}),
        (claims("an election was held", "election"), {"8.8"}),
        (claims("talks were held", "talks"), set()),
        (warns("famine looms", "famine"), {"1.3", "7.10"}),
        (warns("impunity will breed new crimes", "mass-atrocity"), {"11", "2.3"}),
    ],
)
def test_signs_fire_on_acts_modes_harms_and_words(
    papers: Papers, catalogue: Catalogue, said: Says, expected: set[str]
) -> None:
    papers.put("orsava-assembly", "2025-03-02", said)
    assert {one for item in found(papers, catalogue) for one in item.indicators} == expected


def test_what_a_model_alone_takes_for_a_warning_is_no_evidence_until_a_person_confirms_it(
    papers: Papers, catalogue: Catalogue
) -> None:
    papers.put("orsava-assembly", "2025-03-02", warns("famine looms", "famine", by="warning.likely"))
    assert not found(papers, catalogue)
    (row,) = listed(papers.ledger, Query(kinds=("warning",)))
    assert row.standing == "likely"
    recording.judge(papers.ledger, row.row.finding, "confirm", recording.Judging(handle="lia", reason="read"))
    assert {one for item in found(papers, catalogue) for one in item.indicators} == {"1.3", "7.10"}
    (row,) = listed(papers.ledger, Query(kinds=("warning",)))
    assert row.standing == "confirmed"


def test_every_sign_names_indicators_acts_and_harms_that_are_known(catalogue: Catalogue) -> None:
    for row in catalogue.signs.values():
        assert set(row.indicators) <= {*catalogue.indicators, *catalogue.factors}, row.id
        assert set(row.acts) <= set(catalogue.acts), row.id
        assert set(row.harms) <= set(catalogue.harms), row.id
        assert row.acts or row.harms or row.words, row.id


def test_the_framework_has_fourteen_factors_and_every_indicator_belongs_to_one(catalogue: Catalogue) -> None:
    assert sorted(map(int, catalogue.factors)) == list(range(1, 15))
    assert {one.partition(".")[0] for one in catalogue.indicators} <= set(catalogue.factors)


def test_what_has_no_place_stands_at_what_its_document_tells_of_most(papers: Papers, catalogue: Catalogue) -> None:
    papers.put(
        "orsava-assembly",
        "2025-03-02",
        claims("the corridor was closed", "blockade", at="tamar-corridor"),
        claims("the village was shelled", "bombardment", at="dolen"),
        warns("famine looms", "famine"),
    )
    assert [(item.places, item.placed) for item in found(papers, catalogue)] == [
        (("tamar-corridor", "orsava"), "named"),
        (("dolen", "orsava"), "named"),
        (("orsava",), "document"),
    ]


def test_where_nothing_is_placed_the_place_is_not_named(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", warns("famine looms", "famine"))
    assert [item.places for item in found(papers, catalogue)] == [(NOWHERE,)]


@pytest.mark.parametrize(
    ("mode", "stance"),
    [
        ("asserted", "states"),
        ("reported", "states"),
        ("alleged", "alleges"),
        ("denied", "denies"),
        ("threatened", "states"),
    ],
)
def test_a_mode_gives_the_stance(papers: Papers, catalogue: Catalogue, mode: str, stance: str) -> None:
    papers.put("ardesh", "2025-03-02", claims("the corridor was closed", "blockade", mode=mode))
    assert [item.stance for item in found(papers, catalogue)] == [stance]


@pytest.mark.parametrize(
    ("party", "side"),
    [
        (Party(id="orsava-assembly", name="Orsava Assembly"), "orsava"),
        (Party(id="teachers", name="Teachers of Veltria"), "veltria"),
        (Party(id="karsk-mayor", name="Mayor of Karsk"), "orsava"),
        (Party(id="un-ocha", name="OCHA"), "united-nations"),
        (Party(id="friends", name="Friends of Veltria and Ardesh"), NOT_KNOWN),
        (Party(id="nobody", name="a coalition"), NOT_KNOWN),
        (Party(id="rebels", name="rebels of Veltria"), NOT_KNOWN),
        (Party(id="front", name="Veltria Liberation Front"), NOT_KNOWN),
        (Party(id="nurses", name="nurses at a hospital in Karsk"), NOT_KNOWN),
        (Party(id="ardesh", name="Ardesh"), "ardesh"),
    ],
)
def test_a_side_is_the_land_or_the_body_that_a_party_belongs_to(catalogue: Catalogue, party: Party, side: str) -> None:
    assert Sides(catalogue).of(party) == side
