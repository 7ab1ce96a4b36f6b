# SPDX-License-Identifier: Apache-2.0
"""Claims, by texts about many invented crises; marks name the act and, where it matters, when, who, whom and mode."""

import dataclasses
from pathlib import Path

import pytest

from tests.marked import plain
from tocsin.catalogue.catalogue import load
from tocsin.reading.claims import CONSTRUCTIONS
from tocsin.reading.read import Reader
from tocsin.records.findings import Claim
from tocsin.records.ids import digest
from tocsin.records.texts import Text

LEAD = "We have lived in this valley for years and know its people. "
"""A first sentence, so that the text under test is neither title nor dateline."""

PACK = Path(__file__).parent / "asks" / "pack"

CLAIMED = [
    line
    for line in (Path(__file__).parent / "claims.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

SILENT = [
    "We urge Ardesh to release all prisoners.",
    "The Council should condemn every attack.",
    "Freedom of movement must be restored.",
    "The agreement needs guarantees.",
    "We ask you to lift the blockade and to deliver food.",
    "Every State shall renounce the threat of force.",
    "The parties recalled the Prevention of Genocide and the scourge of war.",
    "They did so in order to prevent an attack on Karsk.",
    "If the corridor stays closed, nobody will come.",
    "Let the convoys be resumed before the rains.",
    "Article 3 of the Issel Agreement of 6 May 2019 is clear.",
    "The union released its report on 3 May 2021.",
    "In a statement released on 3 May 2021 the union thanked its members.",
    "Officials of nine international bodies met in Karsk on 3 May 2021.",
    "The ferrymen warn that an assault on the Karsk camp would lead to ruin.",
    "The army set out to capture the town of Karsk.",
    "Persons deprived of their liberty have the right to a lawyer.",
    "The matter was discussed in various bodies of the Northern Union.",
    "The death toll released by the Veltrian government rose.",
    "Veltria withdrew its reservation to the treaty.",
    "The Council has been seized of the question of Orsava.",
    "The ferrymen were bombarded with questions about the ferry.",
    "She read the letters by torch.",
    "Whoever abducts any person or destroys a dwelling house by fire commits an offence.",
    "Their departure was delayed by snow.",
    "The pupils of the boarding school in Karsk sang.",
    "They walked away, leaving behind the water tower and a net.",
    "Two shepherds were born tonight by phone torch.",
]


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


def claims(reader: Reader, content: str) -> list[Claim]:
    content = LEAD + content
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = reader.read(text, given="2021-07-01").findings
    return [
        dataclasses.replace(one, start=one.start - len(LEAD), end=one.end - len(LEAD))
        for one in found
        if isinstance(one, Claim)
    ]


def ids(value: object) -> object:
    return [party.id for party in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("marked", CLAIMED)
def test_a_claim_is_found_with_its_act(orsava, marked):
    content, marks = plain(marked)
    found = claims(orsava, content)
    for mark in marks:
        near = [
            claim
            for claim in found
            if 2 * (min(claim.end, mark.end) - max(claim.start, mark.start))
            >= max(claim.end, mark.end) - min(claim.start, mark.start)
        ]
        assert near, [claim.quote for claim in found]
        for name, value in mark.expected.items():
            got = [ids(getattr(claim, name)) for claim in near]
            assert any(value in one if isinstance(one, list) else value == one for one in got), got


@pytest.mark.parametrize("content", SILENT)
def test_what_is_asked_for_is_no_claim(orsava, content):
    assert claims(orsava, content) == []


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda construction: construction.name)
def test_every_construction_finds_its_own_example(orsava, construction):
    content = construction.example.replace("⟦", "").replace("⟧", "")
    assert construction.name in {claim.by for claim in claims(orsava, content)}


def test_a_sentence_without_a_date_goes_on_with_the_story_of_the_one_before(orsava):
    found = claims(orsava, "On 3 May 2021 rockets hit the market of Karsk. Nine people were killed and twenty wounded.")
    assert {claim.when for claim in found} == {"2021-05-03"}


def test_a_date_told_of_another_event_is_not_lent_to_a_later_sentence(orsava):
    found = claims(orsava, "On 3 May 2021 Veltria signed an agreement. Ardesh has detained nine fishermen.")
    assert [claim.when for claim in found if claim.act == "detention"] == [None]


def test_a_duration_is_counted_back_from_the_day_of_issue(orsava):
    found = claims(orsava, "We condemn the blockade of Karsk that has been going on for more than three months.")
    assert [claim.when for claim in found if claim.act == "blockade"] == ["2021-04~/.."]


def test_the_dead_are_counted_as_killed(orsava):
    shelled, found = claims(orsava, "Ardesh shelled Karsk on 3 May 2021, killing nine people.")
    assert (shelled.act, shelled.quantities, found.act, found.when) == ("bombardment", (), "killing", "2021-05-03")
    assert [(count.value, count.of) for count in found.quantities] == [(9, "killed")]


def test_every_list_of_weak_verbs_belongs_to_an_act_and_has_its_objects(catalogue):
    weak = {name.removeprefix("claims.weak.") for name in catalogue.words if name.startswith("claims.weak.")}
    objects = {name.removeprefix("claims.object.") for name in catalogue.words if name.startswith("claims.object.")}
    assert weak == objects
    assert weak <= set(catalogue.acts)


def test_the_classes_of_acts_name_only_acts(catalogue):
    for name, row in catalogue.words.items():
        if name.startswith("claims.class."):
            assert set(row.words) <= set(catalogue.acts)


def test_every_act_has_a_plover_type_or_none(catalogue):
    types = (
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
        "COERCE ASSAULT"
    )
    assert {row.plover for row in catalogue.acts.values()} <= {None, *types.split()}
    assert len(catalogue.acts) >= 60


def test_a_date_and_an_agreements_name_are_nobody(orsava):
    (found,) = claims(
        orsava, "On 3 May 2021, contrary to the Issel Agreement of 6 May 2019, Ardeshi forces shelled Karsk."
    )
    assert [party.id for party in found.actors] == ["ardesh"]
    assert found.when == "2021-05-03"


def test_a_season_in_a_claim_is_its_months(orsava):
    (found,) = claims(orsava, "Veltria shelled the village of Dolen in the summer of 2019.")
    assert found.when == "2019-06/2019-08"


def test_what_is_shelled_is_not_who_shells(orsava):
    (found,) = claims(orsava, "On 3 May 2021 shelling of the Karsk camp killed twelve people.")
    assert found.actors == ()
    assert "karsk" in found.targets[0].id


def test_the_wounded_are_not_counted_as_killed_nor_some_of_the_detained_again(orsava):
    found = claims(orsava, "Two guards were killed and seven were wounded in Karsk on 3 May 2021.")
    assert {(count.value, count.of) for claim in found for count in claim.quantities} == {(2, "killed"), (7, "injured")}
    found = claims(orsava, "At least 40 ferrymen, including nine children, have been detained since 3 May 2021.")
    assert (9, "children") in [(count.value, count.of) for count in found[0].quantities]


def test_what_an_ask_asks_for_and_a_letter_named_by_its_date_are_no_claims(orsava):
    asked = claims(orsava, "We urge Ardesh to open an independent investigation into the killings of 3 May 2021.")
    assert [(claim.act, claim.quote) for claim in asked] == [("killing", "the killings of 3 May 2021")]
    assert claims(orsava, "Your open letter of 6 May 2021 has reached us.") == []


def test_a_stretch_of_land_acts_on_nobody_and_is_not_killed(orsava):
    found = claims(orsava, "On 3 May 2021 the Sahel attacked the camp of Karsk.")
    assert all(party.id != "sahel" for claim in found for party in claim.actors)


def test_what_is_denied_and_what_remains_so_take_no_date_from_the_sentence_before(orsava):
    denied = claims(
        orsava,
        "Police arrested Mara Lind in Karsk on 3 May 2024. Ardesh denies that soldiers abducted pupils in Dolen.",
    )
    assert [claim.when for claim in denied if claim.mode == "denied"] == [None]
    open_ = claims(
        orsava, "Guards stopped a convoy near Karsk on 3 May 2024. The road from Karsk to Dolen remains closed."
    )
    assert all(claim.when != "2024-05-03" for claim in open_ if claim.start > 50)


def test_each_line_of_a_chronology_has_its_own_date(orsava):
    lines = (
        "3 June 2021 – Ardeshi jets strike the fish market at Karsk\n9 June – Veltria pulls its staff out of the town\n"
        "13 June – offensive on the port begins\n18 June – Ardesh frees eleven fishermen held since May"
    )
    text = (
        f"Chronology of events\n\n{lines}\n\nNothing else is known of these weeks in the valley, and few speak of them."
    )
    held = Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text)
    found = [one for one in orsava.read(held, given="2021-07-01").findings if isinstance(one, Claim)]
    assert [(one.act, one.when) for one in found] == [
        ("bombardment", "2021-06-03"),
        ("withdrawal", "2021-06-09"),
        ("armed-attack", "2021-06-13"),
        ("release", "2021-06-18"),
    ]


def test_what_our_army_did_was_done_by_whoever_writes(orsava):
    text = "REPUBLIC OF VELTRIA\n\nVelt City, 7 July 2021\n\nUnits of our army shelled the pass on 3 May 2021.\n"
    held = Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text)
    reading = orsava.read(held)
    assert [[party.id for party in one.actors] for one in reading.findings if isinstance(one, Claim)] == [["veltria"]]


@pytest.mark.parametrize(
    ("content", "act", "doers", "suffered", "where"),
    [
        ("JUDGE ILYA DORN'S MURDER SHOCKED KARSK.", "killing", [], ["judge-ilya-dorn"], None),
        ("IN KARSK MEN SUSPECTED OF KILLING ILYA DORN WERE TRIED.", "killing", ["men"], ["ilya-dorn"], ["karsk"]),
        ("TWO WOMEN WERE KILLED IN THE ATTACK IN THE PAST FEW HOURS.", "killing", [], ["women"], []),
        ("TWO WOMEN WERE KILLED IN SOUTHERN DOLEN MUNICIPALITY.", "killing", [], ["women"], ["dolen-municipality"]),
    ],
)
def test_a_text_in_capitals_is_read_as_any_other(orsava, content, act, doers, suffered, where):
    one = next(claim for claim in claims(orsava, content) if claim.act == act)
    assert ids(one.actors) == doers
    assert set(suffered) <= {party.id for party in one.targets}
    assert where is None or ids(one.places) == where
