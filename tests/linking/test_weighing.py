# SPDX-License-Identifier: Apache-2.0
"""Weighing: the likelihood that a sentence answers, its pieces, the sides alike; on invented papers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from tests.linking.answered import taken_in
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.proposing import weighed
from tocsin.linking.weighing import HEADED, LEAST, START, Said, Weighing, table

ASKING = """\
Open letter of the Orsava Assembly to the Government of {0}

2 March 2025

The snow has closed the valley.

We urge the Government of {0} to reopen the ferry over the Issel. We urge it to release the teachers.
"""
REPLY = """\
Government of {0}

Statement by the Ministry of Transport

12 March 2025

The winter was long and the people of the coast bore it with patience. The ferry will carry passengers across the
Issel again from Monday morning. The harvest of apples was good.
"""


def pairs(reader, side):
    ledger = MemoryLedger()
    for name, text in (("a.txt", ASKING), ("b.txt", REPLY)):
        taken_in(ledger, reader, name, text.format(side))
    return [pair for _held, pair in weighed(ledger, reader.catalogue, Query())]


def test_the_sentence_that_speaks_of_what_is_asked_is_the_likeliest(reader):
    found = pairs(reader, "Ardesh")
    best = max(found, key=lambda pair: pair.weighed.score)
    assert "carry passengers" in best.one.quote
    assert "ferry" in best.asked.ask.quote


def test_the_likelihood_is_the_same_whichever_side_is_asked(reader):
    scores = [[pair.weighed.score for pair in pairs(reader, side)] for side in ("Ardesh", "Veltria")]
    assert scores[0] == scores[1]


def test_the_pieces_that_speak_most_for_it_are_told(reader):
    best = max(pairs(reader, "Ardesh"), key=lambda pair: pair.weighed.score)
    assert best.weighed.score >= LEAST
    assert best.weighed.says[-1].startswith(f"likelihood {best.weighed.score:.2f}; most speaks for it: ")
    assert "both say" in best.weighed.says[0]
    for pair in pairs(reader, "Ardesh"):
        for name, value in pair.weighed.pieces.items():
            assert value >= 0 or f": {name} +" not in "".join(pair.weighed.says)
            assert value >= 0 or f", {name} +" not in "".join(pair.weighed.says)


def test_every_piece_that_is_weighed_has_a_line_in_the_table(reader):
    found = pairs(reader, "Ardesh")
    assert START in table()
    assert {name for pair in found for name in pair.weighed.pieces} <= set(table())


def test_a_year_that_both_name_tells_nothing_and_a_figure_does():
    def both(said, asked):
        return Weighing._figures(
            Said(start=0, quote=said), cast("Any", SimpleNamespace(ask=SimpleNamespace(quote=asked)))
        )

    assert both("The 40 boats are kept.", "to return the 40 boats") == {40}
    assert both("The resolution of 2024 was read.", "to comply with the order of 2024") == set()


def test_a_council_is_not_another_council_whose_words_it_shares(reader):
    ledger = MemoryLedger()
    asking = ASKING.replace(
        "the Government of {0} to reopen the ferry over the Issel",
        "members of the Harbour Council to meet on the ferry",
    )
    reply = REPLY.replace(
        "Government of {0}\n\nStatement by the Ministry of Transport", "Council of the Northern Union\n\nConclusions"
    )
    for name, text in (("a.txt", asking), ("b.txt", reply)):
        taken_in(ledger, reader, name, text.format("Ardesh"))
    heads = {
        pair.weighed.pieces[HEADED]
        for _held, pair in weighed(ledger, reader.catalogue, Query())
        if "meet" in pair.asked.ask.quote
    }
    assert heads <= {0.0}
