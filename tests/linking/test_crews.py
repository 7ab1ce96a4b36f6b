# SPDX-License-Identifier: Apache-2.0
"""Crews: a helper gives what is worked out here, and where it fails the work is done here."""

from __future__ import annotations

import io
import marshal
import os
import subprocess
import sys

import pytest

from tests.linking.reprints import letter, planted
from tocsin.linking.crews import TASKS, crew, elsewhere, made, row, serve
from tocsin.linking.shingles import body, outline
from tocsin.linking.sketches import Sketches, outlined
from tocsin.records.ids import Digest

PORTIONS = [[letter(number), letter(number + 1)] for number in range(6)]
HERE = [TASKS["outlines"](portion) for portion in PORTIONS]


def test_what_comes_back_is_in_order_and_what_is_worked_out_here():
    with crew(len(PORTIONS)) as several:
        assert list(several.do("outlines", PORTIONS)) == HERE


def test_a_helper_does_what_it_is_asked_until_nobody_asks():
    told = io.BytesIO()
    serve(io.BytesIO(b"".join(marshal.dumps(("outlines", portion)) for portion in PORTIONS)), told)
    told.seek(0)
    assert [marshal.load(told) for _ in PORTIONS] == HERE


def test_pairs_are_measured_by_their_shingles_alone():
    one, other = body(letter(1)), body(f"Somebody wrote:\n\n{letter(1)}")
    texts = [(text.shingles.tobytes(), len(text)) for text in (one, other)]
    ((of_first, of_second, *_rest),) = TASKS["sharings"]((texts, [(0, 1)]))
    assert of_first == 1.0
    assert of_second == len(one) / len(other)


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit(1)"], ["no-such-program-anywhere"]])
def test_where_a_helper_fails_the_work_is_done_here(monkeypatch, command):
    started = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda _command, **more: started(command, **more))
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with crew(len(PORTIONS)) as several:
        assert list(several.do("outlines", PORTIONS)) == HERE


def test_an_outline_comes_back_from_its_plain_values():
    given = outlined(outline(letter(1)))
    again = made(row(given))
    assert (again.shingles, again.distinct, again.smallest) == (given.shingles, given.distinct, given.smallest)


def test_what_the_last_texts_meet_is_found_elsewhere_too():
    outlines = {Digest(item.name): outlined(outline(item.content)) for item in planted({"one": letter(1)})}
    here, shared = Sketches(), Sketches()
    here.add(outlines)
    with crew(2) as several:
        shared.add(outlines, elsewhere(several))
    told = [[(met.first, met.second, met.share, met.differ) for met in one.meetings()] for one in (here, shared)]
    assert told[0] == told[1] != []
