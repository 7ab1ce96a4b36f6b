# SPDX-License-Identifier: Apache-2.0
"""Withholding among documents that are handed over together: a name at risk in one is withheld in all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossier.test_kinds import read
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import dossiers, pages
from tocsin.dossier.harmed_names import HarmedNames
from tocsin.dossier.withholding import WITHHELD, Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.reading.read import Reader

HELD = """\
Statement of the Orsava Assembly

3 March 2025

Soldiers of Ardesh detained the witness Mara Solin at the Issel bridge on 1 March 2025.
"""
PASSING = """\
Statement of the Northern Contact Group

5 March 2025

We urge Ardesh to let Mara Solin and all others over the Issel bridge. Solin lives in Dolen.
"""
OFFICE = """\
Statement of Lumara

6 March 2025

President Mara Solin of Lumara said that Ardesh closed the Issel bridge on 2 March 2025.
"""


@pytest.fixture
def ledger(reader: Reader, tmp_path: Path) -> Ledger:
    made = None
    for number, text in enumerate((HELD, PASSING, OFFICE)):
        folder = tmp_path / str(number)
        folder.mkdir()
        made = read(text, reader, folder, made)
    assert made is not None
    return made


def document(ledger: Ledger, words: str) -> object:
    return next(name for name, item in shelf(ledger, Query()).items() if words in str(item.card.issuers))


def test_one_document_alone_withholds_what_is_at_risk_in_it(ledger: Ledger, catalogue: Catalogue) -> None:
    hidden = Withholding(ledger, catalogue, Query())
    assert [hidden.masked(name, "Mara Solin") for name in shelf(ledger, Query())] == [
        WITHHELD,
        "Mara Solin",
        "Mara Solin",
    ]


def test_what_is_at_risk_in_one_is_withheld_in_all_but_where_it_stands_for_one_in_office(
    ledger: Ledger, catalogue: Catalogue
) -> None:
    hidden = Withholding(ledger, catalogue, Query())
    hidden.together(shelf(ledger, Query()))
    told = [hidden.masked(name, "Mara\nSolin; Solin; Omara Solins") for name in shelf(ledger, Query())]
    assert told[:2] == [f"{WITHHELD}; {WITHHELD}; Omara Solins"] * 2
    assert told[2] == "Mara\nSolin; Solin; Omara Solins"
    assert [hidden.guards(name) for name in shelf(ledger, Query())] == [True, True, False]


def test_a_dossier_withholds_a_name_in_each_document_that_it_quotes(ledger: Ledger, catalogue: Catalogue) -> None:
    place = catalogue.places["issel-bridge"]
    hidden = Withholding(ledger, catalogue, Query())
    page = pages.html(dossiers.of_place(ledger, catalogue, place, Query(), made_with="0", withholding=hidden))
    assert f"let {WITHHELD} and all others" in page
    shown = pages.html(dossiers.of_place(ledger, catalogue, place, Query(), made_with="0"))
    assert "let Mara Solin and all others" in shown


@pytest.mark.parametrize(
    "quote",
    [
        "The witness Mara Solin and witnesses Ana Dol, Children Ira Vel; a boy Tam, the detainee the State Report.",
        "eyewitness Mara Solin, Eyewitness, Ana; the daughter Boy Captive Tam Vel Dol Orn and her child Ira.",
        "İn Dolen the witness Mara Solin stood.",
        "Nobody is named here.",
    ],
)
def test_names_after_nouns_are_those_that_looking_at_every_place_finds(
    ledger: Ledger, catalogue: Catalogue, quote: str
) -> None:
    hidden = Withholding(ledger, catalogue, Query())
    slow = [match.span() for match in hidden._after_noun.finditer(quote)]
    assert [match.span() for match in hidden._named(quote)] == slow


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Soldiers fired at a car and killed Jonas Wetter, a baker and father of two.", ["Jonas Wetter"]),
        ("A nurse, Ilka Dornen, was killed and four of her colleagues were injured.", ["Ilka Dornen"]),
        ("We heard the bells toll for Marta and Emil Kossan, killed in their bed.", ["Emil Kossan", "Marta"]),
        ("In Dolen, where Ilka Dornen died on 21 February beside her ambulance, we wept.", ["Ilka Dornen"]),
        ("They condemned the arrest of the lawyer Mara Solin on 3 March.", ["Mara Solin"]),
        ("Police arrested a teacher, Mara Solin, at the bridge.", ["Mara Solin"]),
        (
            "Police arrested nine persons, among them the teacher Mara Solin and the nurse Ilka Dornen, on Monday.",
            ["Mara Solin", "Ilka Dornen"],
        ),
        ("Nine were detained, including Jonas Wetter, Mara Solin and two others.", ["Jonas Wetter", "Mara Solin"]),
        ("Mara Solin was moved to the prison in Karsk.", ["Mara Solin"]),
        ("Two pilots, Jonas Wetter and Mara Solin, have disappeared.", ["Mara Solin", "Jonas Wetter"]),
        ("The names of the disappeared: Jonas Wetter, Mara Solin.", ["Jonas Wetter", "Mara Solin"]),
        ("These were killed:\n1. Jonas Wetter, a pilot\n2. Mara Solin (34)", ["Jonas Wetter", "Mara Solin"]),
        ("The dead include Jonas Wetter and Mara Solin.", ["Jonas Wetter", "Mara Solin"]),
        ("Mara Solin has not been seen since Monday.", ["Mara Solin"]),
        ("Jonas Wetter and Mara Solin were taken from their homes.", ["Mara Solin", "Jonas Wetter"]),
        ("The whereabouts of Jonas Wetter and Mara Solin are unknown.", ["Jonas Wetter", "Mara Solin"]),
        ("The Karsk Centre for Forcibly Displaced Northern Persons wrote.", []),
        ("Nobody was killed, said Jonas Wetter, who keeps the lamp.", []),
        ("Three people were killed near Karsk Heights on Monday.", []),
        ("The Karsk Railways Union arrested nobody.", []),
        ("Soldiers killed Karsk Railways Union members.", []),
        ("Ardesh detained nine men, the Karsk Railways Union said.", []),
    ],
)
def test_whoever_a_paper_says_was_harmed_is_found_by_one_rule(
    catalogue: Catalogue, words: str, names: list[str]
) -> None:
    assert [words[start:end] for start, end in HarmedNames(catalogue).of(words)] == names


BODY = """\
Statement of the Orsava Assembly

3 March 2025

On 2 March 2025 soldiers of Ardesh detained three volunteers of the Karsk Red Cross and the driver Mara Solin.
"""


def test_bodies_are_nobody_at_risk(reader: Reader, tmp_path: Path, catalogue: Catalogue) -> None:
    made = read(BODY, reader, tmp_path, None)
    (name,) = shelf(made, Query())
    told = Withholding(made, catalogue, Query()).masked(name, "the Karsk Red Cross and the driver Mara Solin")
    assert "Karsk Red Cross" in told
