# SPDX-License-Identifier: Apache-2.0
"""How an account's claims are told: a denial whose words deny themselves is stated, not denied again."""

from __future__ import annotations

from dataclasses import replace

from tests.linking.answered import taken_in
from tocsin.ledger.listed import listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.accounts import Account, claim_of
from tocsin.linking.connections import UNSTATED
from tocsin.records.findings import Claim


def test_each_claim_of_an_account_says_in_its_own_way_how_it_is_told(reader):
    ledger = MemoryLedger()
    words = "Ardesh shelled Karsk on 3 May 2025.\n\nVeltria shelled Dolen on 4 May 2025.\n"
    taken_in(ledger, reader, "a.txt", f"Statement of the Government of Lumara\n\n6 May 2025\n\n{words}")
    rows = [row for row in listed(ledger, Query(kinds=("claim",))) if isinstance(row.finding, Claim)][:2]
    quotes = ("no village was shelled", "it had shelled the village")
    claims = tuple(
        replace(row, finding=replace(claim_of(row), quote=quote, mode="denied"))
        for row, quote in zip(rows, quotes, strict=True)
    )
    account = Account(name="Ardesh", speaker="ardesh", side="acting", claims=claims, connections=(UNSTATED, UNSTATED))
    assert account.ways == ("states, denying", "denies")
