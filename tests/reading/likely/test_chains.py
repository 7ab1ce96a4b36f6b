# SPDX-License-Identifier: Apache-2.0
"""The chain of words: its states, its table, and the lines it was made from."""

import re
from itertools import pairwise, product
from pathlib import Path

import pytest

from tocsin.reading.likely import chains
from tocsin.reading.likely.words import words

TRAINING = Path(__file__).parents[3] / "training"
KINDS = (("action", "both"), ("whom", "both"))
TABLE = (
    "# a table for tests\n"
    ">none\t1070\t-500\t0\t-2000\n"
    ">action\t-1000\t900\t300\t100\n"
    ">whom\t-1500\t-700\t800\t-5000\n"
    ">both\t-2500\t-300\t-5000\t1200\n"
    "<all>\t0 -300 -600 -900\n"
    "<0>\t0 -200 100 0\n"
    "-pen\t0 400 0 -100\n"
    "let\t0 100 0 0\t1 0 900 0\n"
    "let us\t0 -100 700 0\t1 1500 0 0\t-2 200 0 0\t-1 0 0 300\n"
)


def test_the_states_are_those_of_the_likeliest_way_through_the_words() -> None:
    held = chains.parse(TABLE)
    found = ["please", "let", "us", "open", "it"]
    weighed = [(0.0, *row) for row in held._weighed(found)]
    ways = {}
    for way in product(range(4), repeat=len(found)):
        total = sum(weighed[place][state] for place, state in enumerate(way))
        ways[way] = total + sum(held.after[new][old] for old, new in pairwise(way))
    assert held.states(found) == [chains.STATES[state] for state in max(ways, key=lambda way: ways[way])]


def test_of_a_sentence_that_asks_the_words_are_marked() -> None:
    text = "It is surely not too much to ask that the Governor hand back the nets before the season opens."
    found, spans = words(text, 0, len(text), chains.chain().rows)
    states = chains.chain().states(found)
    told = [[text[spans[low][0] : spans[high - 1][1]] for low, high in chains.runs(states, *kind)] for kind in KINDS]
    assert told == [["the Governor hand back the nets before the season opens."], ["the Governor"]]


def test_a_sentence_of_one_word_is_marked() -> None:
    assert len(chains.chain().states(["help"])) == 1


def test_the_package_table_is_small_and_knows_no_name() -> None:
    assert chains.WEIGHTS.stat().st_size < 500_000
    held = chains.chain().rows
    named = [name for name in held if re.search(r"[A-Z]", name)]
    assert not named


def test_whoever_is_asked_the_marks_are_the_same() -> None:
    def marked(name: str) -> list[str]:
        text = f"The least we expect of {name} is that {name} lets the doctors pass."
        return chains.chain().states(words(text, 0, len(text), chains.chain().rows)[0])

    assert marked("Veltria") == marked("Ardesh")


@pytest.mark.parametrize("path", sorted(TRAINING.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_line_of_training_is_well_formed(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        label, _, text = line.partition("\t")
        where = f"{path.name}:{number}: {line}"
        assert re.fullmatch(r"N|(?=.)A?I?W?", label), where
        assert text.strip(), where
        assert text.count("{") == text.count("}"), where
        assert text.count("<") == text.count(">"), where
        assert not (label in {"N", "W"} and "{" in text), where
