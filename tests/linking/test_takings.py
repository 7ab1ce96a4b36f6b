# SPDX-License-Identifier: Apache-2.0
"""Takings: in which way sentences answer, the sides alike, and the lines from which it is learnt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tocsin.linking.reactions import Reactions
from tocsin.linking.takings import ANSWERS, KINDS, UNDONE, WAYS, WEIGHTS, judge, takings, undone

TRAINING = Path(__file__).parents[2] / "training"


REPLIES = [
    ("The Ministry cannot agree to release the files while the case is before the court.", "refused"),
    ("Nobody is being held there, and the claim is false.", "contested"),
    ("We have taken note of your letter, which is being studied.", "token"),
    ("So far only 12 of the 40 families have been able to return.", "partly"),
    ("Could you send us the names and the dates on which they were taken?", "more-asked"),
]
PROSE = ["The town lies on the left bank of the river and has two mills.", "She was born in 1961 and taught geography."]


@pytest.mark.parametrize(("words", "way"), REPLIES)
def test_the_words_of_a_sentence_tell_how_it_answers(words, way):
    told = takings(words)
    assert max(WAYS, key=told.__getitem__) == way


def test_what_replies_is_likelier_to_answer_than_other_prose():
    replies = [takings(words)[ANSWERS] for words, _ in REPLIES]
    assert sum(replies) / len(replies) > max(takings(words)[ANSWERS] for words in PROSE)


def test_what_has_not_come_about_is_undone():
    assert undone("Two weeks on, the gates are still locked and no list has been published.")
    assert not any(undone(words) for words, _ in REPLIES)


def test_who_replies_does_not_change_how_a_sentence_is_taken():
    told = "{} has no intention of withdrawing its guards from {}, whatever {} demands."
    first = takings(told.format("Veltria", "Karsk", "Ardesh"))
    assert dict(first) == dict(takings(told.format("Ardesh", "Dolen", "Veltria")))


def test_words_and_model_tell_together_how_an_ask_is_taken(reader):
    reactions = Reactions(reader.catalogue)
    assert reactions.taken("The Ministry will not open the gate.", "to open the gate").reply.id == "refused"
    assert reactions.taken("Whoever needs a blanket was given one by noon.").reply.id == "done"


def test_the_table_is_small_and_knows_no_name():
    assert judge().kinds == KINDS
    assert WEIGHTS.stat().st_size < 500_000
    assert not [name for name in judge().rows if re.search(r"[A-Z]", name)]


@pytest.mark.parametrize("path", sorted((TRAINING / "replies").glob("*.tsv")), ids=lambda path: path.stem)
def test_every_line_of_training_is_well_formed(path):
    kinds = {"N", UNDONE, *WAYS}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        label, _, text = line.partition("\t")
        assert set(label.split("/")) <= kinds, f"{path.name}:{number}: {line}"
        assert text.strip(), f"{path.name}:{number}"


@pytest.mark.parametrize("path", sorted((TRAINING / "exchanges").glob("*.txt")), ids=lambda path: path.stem)
def test_every_answer_of_an_exchange_is_to_an_ask_of_it(path):
    text = path.read_text(encoding="utf-8")
    asked = set(re.findall(r"⟦ask id=([^|⟧\s]+)\|", text))
    answered = {name for names in re.findall(r"⟦answer to=(\S+)", text) for name in names.split(",")}
    assert answered <= asked
    assert text.startswith("=== ")
    assert text.count("⟦") == text.count("⟧")
