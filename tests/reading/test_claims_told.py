# SPDX-License-Identifier: Apache-2.0
"""Who says, denies, did and suffered what was done, and where: two sides that speak about the same deeds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reading.test_claims import PACK
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Claim
from tocsin.records.findings import Warning as Warned
from tocsin.records.ids import digest
from tocsin.records.texts import Text

HEADS = {
    "NEWS": "The Tamar Herald\n\nNews\n\n7 July 2021\n\nThe rains came late in the valley this year.\n\n",
    "MFA": "REPUBLIC OF VELTRIA\nMINISTRY OF FOREIGN AFFAIRS\n\nVelt City, 7 July 2021\n\nStatement\n\n"
    "The Ministry has studied the situation in the valley with care.\n\n",
}
TAIL = "\n\nNobody knows when the rains will end, and few believe in better times.\n"
TOLD = [
    line
    for line in (Path(__file__).parent / "claims_told.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_CHECK = re.compile(r"(\w+)(!?=)(\S+)")


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


def found(reader: Reader, content: str) -> list[Claim | Warned]:
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [one for one in reader.read(text, given="2021-07-07").findings if isinstance(one, Claim | Warned)]


def values(one: Claim | Warned, name: str) -> list[str]:
    if isinstance(one, Warned):
        held = {
            "said": [party.id for party in one.speakers][-1:],
            "for": [one.group or "-"],
            "at": [party.id for party in one.places],
        }
        return held[name] or ["-"]
    held = {
        "mode": [one.mode],
        "when": [one.when or "-"],
        "by": [party.id for party in one.actors],
        "on": [party.id for party in one.targets],
        "at": [party.id for party in one.places],
        "said": [party.id for party in one.speakers][-1:],
        "all": [party.id for party in one.speakers],
        "n": [f"{count.value}:{count.of}" for count in one.quantities],
    }
    return held[name] or ["-"]


def is_named(one: Claim | Warned, named: str) -> bool:
    name = f"warning:{one.harm}" if isinstance(one, Warned) else one.act
    return name in named.split("/") or (named == "any" and isinstance(one, Claim))


def holds(one: Claim | Warned, check: str) -> bool:
    for name, sign, wanted in _CHECK.findall(check):
        inside = set(wanted.split(",")) & set(values(one, name))
        if bool(inside) != (sign == "="):
            return False
    return True


@pytest.mark.parametrize("line", TOLD)
def test_each_side_says_what_it_says(orsava, line):
    words, _, checks = line.partition(" ;; ")
    head, _, body = words.partition("> ")
    all_found = found(orsava, HEADS[head] + body + TAIL)
    for check in checks.split(" | "):
        named, _, rest = check.partition(" ")
        if named.startswith("!"):
            assert not [one for one in all_found if is_named(one, named[1:])], all_found
        else:
            assert any(is_named(one, named) and holds(one, rest) for one in all_found), (check, all_found)
