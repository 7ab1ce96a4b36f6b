# SPDX-License-Identifier: Apache-2.0
"""Who says a thing in news: before the verb, after it, between commas, by a pronoun, by a paper, around a quotation."""

from pathlib import Path

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.asks import tellings
from tocsin.reading.read import Reader
from tocsin.records.ids import digest
from tocsin.records.texts import Text

PACK = Path(__file__).parent / "pack"

SAID = [
    ("Nine ferrymen were held, said Anna Vesk, a nurse at the clinic in Karsk.", ["anna-vesk"]),
    ("Nine ferrymen were held, the Veltrian defence minister told the Issel Daily.", ["veltria"]),
    ("Toma Rell, who lost two barns, said shells fell on the mill.", ["toma-rell"]),
    ("UNICEF – the last agency on the island – says that flour is short.", ["unicef"]),
    (
        "According to a survey on Monday by the UN Secretary-General, 400 families fled.",
        ["un-secretary-general"],
    ),
    ("Amnesty International warned on Tuesday of more arrests.", ["amnesty-international"]),
    (
        "The International Committee of the Red Cross left Karsk. The organisation said that two guards were shot.",
        ["icrc"],
    ),
    ('"Two guards were shot," Dana Orel told reporters. "They bled to death in the yard."', ["dana-orel"]),
    ("Dana Orel reached the pass on Monday. Orel said soldiers had closed it.", ["dana-orel"]),
    ("UNICEF counted the wells. It added that half were poisoned.", ["unicef"]),
    ("A statement by Amnesty International said nine men were beaten.", ["amnesty-international"]),
    ('The wells are dry. The director, Anna Vesk: "Nobody brings us water."', ["anna-vesk"]),
    ('"The wells are dry," Toma Rell fumed. "Nobody brings us water."', ["toma-rell"]),
    (
        "ARDAN, 3 June 2021 (Issel Press) - Guards shut the road on 2 June, said Anna Vesk, a nurse in Karsk.",
        ["anna-vesk"],
    ),
    ("Soldiers shelled the mill on Monday, killing nine, said Anna Vesk, a nurse.", ["anna-vesk"]),
    ("Villagers have been told to leave, and several reports of shelling were received.", []),
]


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_the_last_sentence_is_said_by(orsava, content, expected):
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    draft = orsava._laid_out(text)
    said = tellings.told_by(draft, *draft.sentences(0)[-1])
    assert [party.id for party in said] == expected
