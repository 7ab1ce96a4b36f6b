# SPDX-License-Identifier: Apache-2.0
"""Warnings, by texts about many invented crises; marks name the harm and, where it matters, horizon and group."""

import dataclasses
from pathlib import Path

import pytest

from tests.marked import plain
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.reading.warnings import CONSTRUCTIONS
from tocsin.records.findings import Warning  # noqa: A004 - the house's word
from tocsin.records.ids import digest
from tocsin.records.texts import Text

LEAD = "We have lived in this valley for years and know its people. "
"""A first sentence, so that the text under test is neither title nor dateline."""

PACK = Path(__file__).parent / "asks" / "pack"

WARNED = [
    line
    for line in (Path(__file__).parent / "warnings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

SILENT = [
    "We call on the Council to act to prevent genocide.",
    "The treaty forbids the threat or use of force.",
    "The famine of 1921 killed a fifth of the province.",
    "We thank the Contact Group for its help after the flood.",
    "There was no longer any danger of shortages in Karsk.",
    "Without justice there is no peace.",
    "One more word and I leave the room.",
    "One more thing and we are done with the agenda.",
    "Sooner or later the talks will succeed.",
    "Lest we forget, the bridge was built in 1912.",
    "The book will be handed over to the winner.",
    "He is feared by all.",
    "The ministry adopted a plan for disaster risk reduction.",
    "Three people were killed in the attack on the market.",
    "The mission will help to end the conflict.",
    "They signed the agreement that ended the war.",
    "The government will not tolerate violence.",
    "The union wants measures to reduce the risk of poverty.",
    "The bill would allow farmers to sell their milk in Ardan.",
    "The coach said that his team may lose the match.",
    "We expect the parties to end the fighting and to sign.",
    "The town lies close to the river.",
    "The bank may freeze assets.",
    "He admitted to using threatening language in his letters.",
    "The mayor repeated his threat to let the tenants leave.",
    "Three guards threatened the patrol with stones.",
    "The company was at its stand at the fair in Ardan.",
    "The plan will reduce tension between the two towns.",
    "The museum is expected to open further rooms.",
    "The envoys work on de-escalating the conflict.",
    "The army entered Karsk in a steep escalation of the war that had begun in May.",
    "The envoy faces charges of war crimes in Ardan.",
    "The mayor denied plans to attack the village.",
    "The guards were facing stiff resistance, with fighting in the market.",
    "Nobody will be harmed.",
    "If we had not paid, the town would be worse off.",
    "Unless otherwise agreed, the council will meet in Ardan.",
    "If he does not play, his brother will start.",
    "They asked whether the vote would hurt the economy.",
    "The fight against hunger will continue.",
    "The talks are advancing in Ardan.",
    "The team is in danger of missing the final.",
    "They met for the de - escalation of the crisis in Orsava.",
    "They live in a climate of fear and violence.",
    "Nobody need fear reprisals.",
    "We expect exports of timber to double by June.",
    "The new bridge brings the two towns nearer to each other.",
    "It is a fact that we cannot shy away from.",
    "By June 2012 the war had entered its third year, with fighting spreading in the south.",
    "Members shall close the meeting when the list of speakers is exhausted.",
    "The attack killed the mayor, who would be buried in Ardan.",
]


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


def warnings(reader: Reader, content: str) -> list[Warning]:
    content = LEAD + content
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = reader.read(text, given="2021-06-01").findings
    return [
        dataclasses.replace(one, start=one.start - len(LEAD), end=one.end - len(LEAD))
        for one in found
        if isinstance(one, Warning)
    ]


@pytest.mark.parametrize("marked", WARNED)
def test_a_warning_is_found_with_its_harm(orsava, marked):
    content, marks = plain(marked)
    found = warnings(orsava, content)
    for mark in marks:
        near = [
            warning
            for warning in found
            if 2 * (min(warning.end, mark.end) - max(warning.start, mark.start))
            >= max(warning.end, mark.end) - min(warning.start, mark.start)
        ]
        assert near, [warning.quote for warning in found]
        for name, value in mark.expected.items():
            assert value in {getattr(warning, name) for warning in near}
    assert len(found) == len(marks)


@pytest.mark.parametrize("content", SILENT)
def test_past_harm_asks_and_legal_phrases_warn_of_nothing(orsava, content):
    assert warnings(orsava, content) == []


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda construction: construction.name)
def test_every_construction_finds_its_own_example(orsava, construction):
    before, _, rest = construction.example.partition("⟦")
    content = construction.example.replace("⟦", "").replace("⟧", "")
    found = [warning for warning in warnings(orsava, content) if warning.by == construction.name]
    assert any(
        warning.start <= len(before) + 4 and warning.end >= len(before) + rest.index("⟧") - 4 for warning in found
    )


def test_who_warns_stands_last_in_the_chain_of_speakers(orsava):
    (found,) = warnings(orsava, "The Northern Contact Group warned that the valley is on the brink of war.")
    assert found.speakers[-1].name.endswith("Northern Contact Group")


LIKELY = [
    "The next flood may well be the one from which this valley does not come back.",
    "The dam could give way at any hour, and then nothing below it will stand.",
    "One more spark and the whole valley will be up in arms.",
]


@pytest.mark.parametrize("content", LIKELY)
def test_a_sentence_of_what_may_come_that_no_construction_reads_is_likely_a_warning(orsava, content):
    (found,) = warnings(orsava, content)
    assert found.by == "warning.likely"
    assert found.quote == content[:-1]


@pytest.mark.parametrize(
    "content",
    [
        "The dam gave way at midnight, and nothing below it stood.",
        "Could the dam give way at any hour, and will nothing below it stand?",
        "The ferry will leave at nine and be back before the bakery opens.",
    ],
)
def test_what_was_what_is_asked_and_what_harms_nobody_is_no_likely_warning(orsava, content):
    assert not [found for found in warnings(orsava, content) if found.by == "warning.likely"]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Statement of the Harbour Union\n\n", ["warning.likely"]),
        ("KARSK, 3 June 2021 (Issel Press) - Traders stayed away on Friday, the mayor said.\n\n", []),
    ],
)
def test_what_pleads_is_taken_to_warn_where_news_is_not(orsava, head, found):
    content = f"{head}With this law, the ports of Sulani are heading for a long and bitter winter.\n"
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    assert [one.by for one in orsava.read(text).findings if isinstance(one, Warning)] == found


def test_a_likely_warning_names_the_condition_of_its_sentence(orsava):
    (found,) = warnings(orsava, "If the lamp goes out again, the next boat may not be so lucky.")
    assert (found.by, found.condition) == ("warning.likely", "If the lamp goes out again")


def test_a_condition_is_kept_in_the_words_of_the_source(orsava):
    (found,) = warnings(orsava, "If the pumps stop, the lower town will be flooded.")
    assert found.condition == "If the pumps stop"
    assert found.horizon == "conditional"


def test_risk_factors_are_the_framework_s_fourteen(catalogue):
    assert {factor for row in catalogue.harms.values() for factor in row.factors} <= set(range(1, 15))
