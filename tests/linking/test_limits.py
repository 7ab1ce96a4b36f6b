# SPDX-License-Identifier: Apache-2.0
"""Limits: what grants less than was asked is no acceptance of it, and says in which words it falls short."""

from __future__ import annotations

import pytest

from tests.linking.answered import taken_in
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.proposing import proposals

ASK = """\
Open letter of the Orsava Assembly to the Government of Ardesh

2 March 2025

We urge the Government of Ardesh {}.
"""
REPLY = """\
Statement of the Government of Ardesh

20 April 2025

The Government of Ardesh {}.
"""


def proposed(reader, asked, said):
    ledger = MemoryLedger()
    taken_in(ledger, reader, "a.txt", ASK.format(asked))
    taken_in(ledger, reader, "b.txt", REPLY.format(said))
    return [(item.reply, item.reasons) for item in proposals(ledger, reader.catalogue, Query())]


@pytest.mark.parametrize(
    ("asked", "said", "kind"),
    [
        ("to keep the Issel bridge open beyond 15 May", "will keep the Issel bridge open until 15 May", "countered"),
        (
            "to keep the Issel bridge open after 15 May 2025",
            "agreed to keep the Issel bridge open until 10 May",
            "countered",
        ),
        ("to keep the Issel bridge open beyond 15 May", "will keep the Issel bridge open until 30 June", "accepted"),
        ("to keep the Issel bridge open until 30 June", "will keep the Issel bridge open until 15 May", "partly"),
        ("to keep the Issel bridge open until 15 May", "will keep the Issel bridge open until 30 June", "accepted"),
        ("to keep the Issel bridge open", "will keep the Issel bridge open until 15 May", "partly"),
        ("to reopen the Issel bridge by 1 May", "will reopen the Issel bridge by 1 June", "partly"),
        ("to reopen the Issel bridge by 1 June", "will reopen the Issel bridge by 1 May", "accepted"),
        (
            "to let 50 trucks a day cross the Issel bridge",
            "will let 20 trucks a day cross the Issel bridge",
            "partly",
        ),
        (
            "to let 20 trucks a day cross the Issel bridge",
            "will let 50 trucks a day cross the Issel bridge",
            "accepted",
        ),
        ("to reopen the Issel bridge", "will reopen the Issel bridge provided that the shelling ends", "partly"),
        ("to reopen the Issel bridge", "will reopen the Issel bridge except for lorries", "partly"),
        ("to reopen the Issel bridge", "will reopen the Issel bridge to all", "accepted"),
    ],
)
def test_what_is_granted_is_held_against_what_was_asked(reader, asked, said, kind):
    (found,) = proposed(reader, asked, said)
    assert found[0] == kind, found[1]


def test_the_reason_shows_both_limits(reader):
    ((_, reasons),) = proposed(
        reader, "to keep the Issel bridge open beyond 15 May", "will keep the Issel bridge open until 15 May"
    )
    assert any("“until 15 May”" in reason and "“beyond 15 May”" in reason for reason in reasons)


def test_what_is_done_later_than_asked_is_done(reader):
    (found,) = proposed(reader, "to reopen the Issel bridge by 1 April", "has reopened the Issel bridge on 10 April")
    assert found[0] == "done"
