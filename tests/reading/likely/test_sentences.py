# SPDX-License-Identifier: Apache-2.0
"""The judge of whole sentences: likelihoods, its table, and that names weigh nothing."""

import math
import re

import pytest

from tocsin.reading.likely import sentences
from tocsin.reading.likely.sentences import ASKS, WARNS, judge

TABLE = "# a table for tests\n<kinds>\tasks\twarns\n<all>\t-1000\t-2000\nlet\t500\t0\nlet us\t1500\t-100\n. $\t0\t300\n"


def test_a_word_that_stands_twice_weighs_once_and_a_pair_beside_its_words() -> None:
    held = sentences.parse(TABLE)
    told = held.likelihoods(["let", "us", "let", "us", "."])
    assert told["asks"] == pytest.approx(1 / (1 + math.exp(-1.0)))
    assert told["warns"] == pytest.approx(1 / (1 + math.exp(1.8)))


def test_a_table_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        sentences.parse("<kinds>\tasks\nlet\tmany\n")


def test_the_package_tables_are_small_and_know_no_name() -> None:
    assert sentences.WEIGHTS.stat().st_size < 600_000
    assert judge().kinds == (ASKS, WARNS)
    assert not [name for name in judge().rows if re.search(r"[A-Z]", name)]


@pytest.mark.parametrize(
    "told",
    [
        "{0} is waiting. The least we expect of {1} is that {0} lets the doctors of {2} pass.",
        "{1}: the next winter in {2} may be the last for the people of {0}.",
    ],
)
def test_whoever_speaks_and_is_spoken_to_the_likelihoods_are_the_same(told: str) -> None:
    sides = [("Veltria", "Ardesh", "Karsk"), ("Ardesh", "Veltria", "Ardan"), ("Orsava", "Horzan", "Tamar")]
    for kind in (ASKS, WARNS):
        assert len({judge().likelihood(told.format(*side), kind) for side in sides}) == 1


def test_the_weights_of_a_sentence_are_told_for_its_kind_the_heaviest_first() -> None:
    told = judge().weights(["please", "open", "it", "."], ASKS)
    assert told[0].weight == judge().rows[told[0].feature][0]
    assert [abs(one.weight) for one in told] == sorted((abs(one.weight) for one in told), reverse=True)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Is it too much to ask that the Governor hand back the nets before the season opens?", ASKS),
        ("The next flood may well be the one from which this valley does not come back.", WARNS),
    ],
)
def test_a_sentence_is_of_its_kind_and_not_of_the_other(content: str, kind: str) -> None:
    (other,) = {ASKS, WARNS} - {kind}
    assert judge().likelihood(content, kind) > 0.8
    assert judge().likelihood(content, other) < 0.2
