# SPDX-License-Identifier: Apache-2.0
"""Cards and blocks on documents of many genres: the card stands at the head of each, the blocks in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.marked import Mark, plain
from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading import blocks, boilerplate, languages, signatories, views
from tocsin.reading.drafts import Draft
from tocsin.reading.read import Reader
from tocsin.records.ids import digest
from tocsin.records.texts import Text

DOCUMENTS = sorted((Path(__file__).parent / "marked").glob("*.txt"))


def _split(path: Path) -> tuple[dict[str, str], str, list[Mark]]:
    head, _, marked = path.read_text(encoding="utf-8").partition("\n----\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), *plain(marked)


def _text(content: str) -> Text:
    return Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)


def _draft(content: str, catalogue: Catalogue) -> Draft:
    view = views.view(content)
    found = blocks.find(view.content, furniture=boilerplate.furniture(catalogue))
    return Draft(text=_text(content), view=view, catalogue=catalogue, blocks=found, hits={})


@pytest.fixture(scope="module")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_cut_into_the_blocks_that_are_marked(path, catalogue):
    _, content, marks = _split(path)
    expected = [
        (
            mark.quote,
            mark.layer,
            mark.expected.get("voice", "issuer"),
            int(mark.expected["under"]) if "under" in mark.expected else None,
        )
        for mark in marks
    ]
    found = [
        (content[block.start : block.end], block.role, block.voice, block.parent)
        for block in _draft(content, catalogue).blocks
    ]
    assert found == expected


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_card_tells_what_stands_at_the_head_of_the_document(path, reader):
    expected, content, _ = _split(path)
    card = reader.read(_text(content)).card
    found = {
        "genre": card.genre,
        "title": card.title or "-",
        "issuers": " ".join(party.id for party in card.issuers) or "-",
        "carriers": " ".join(party.id for party in card.carriers) or "-",
        "addressees": " ".join(party.id for party in card.addressees) or "-",
        "signatories": str(card.signatories or "-"),
        "language": card.language or "-",
    }
    addressed = expected.pop("addressees", "-")
    assert {name: found[name] for name in expected} == expected
    assert addressed == "-" or set(addressed.split()) <= set(found["addressees"].split())


def test_in_a_language_that_is_not_read_only_passages_are_found(reader):
    content = (DOCUMENTS[0].parent / "spanish.txt").read_text(encoding="utf-8").partition("\n----\n")[2]
    reading = reader.read(_text(plain(content)[0]))
    assert reading.card.language == "es"
    assert {finding.kind for finding in reading.findings} == {"passage"}


def test_a_few_words_have_no_language():
    assert languages.find("Karsk") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Forty organisations from the Issel valley wrote to the Council on Monday.", 40),
        ("An open letter signed by more than 120 scholars was published today.", 120),
        ("We, the 35 undersigned organisations, call on Ardesh to act.", 35),
        ("Shells killed 12 people and the villagers wrote to the Council.", None),
        ("I, Mira Dolen, the Mayor of Karsk, appeal to you.", 1),
    ],
)
def test_signatories_are_counted_where_they_speak(text, count, catalogue):
    draft = _draft(text, catalogue)
    assert signatories.find(draft, draft.blocks, "appeal") == count


SIGNED = [
    ("The letter bears the names of nine priests of the diocese of Karsk.\n", 9),
    ("Signed by the Issel League, the Karsk Union and 214 others.\n", 216),
    ("3,140 have signed. Let's get to 5,000!\n", 3140),
    ("The Mayor of Karsk\nThe Mayor of Issel\nThe Mayor of Dorn\nThe Deputy Mayor of Tamar\n", 4),
    ("Anna Kresk, teacher, Karsk\nOtto Brun, doctor, Issel\nIda Roth, baker, Dorn\n", 3),
]


@pytest.mark.parametrize(("end", "expected"), SIGNED)
def test_signatories_are_counted_as_told_or_row_by_row(end, expected, reader):
    content = "Open letter on the Tamar corridor\n\nDear Minister,\n\nWe ask you to open the corridor.\n\n" + end
    assert reader.read(_text(content)).card.signatories == expected


ADDED = [
    "Home > News > Karsk",
    "Print | Send by e-mail | Previous article: Rain expected | © The Courier 2031",
    "Start a petition   My petitions   Browse   Log in",
    "The views expressed here are the author's own and not those of the Courier.",
    "Open letter of the mayors                               2/3",
    "When citing our materials, a hyperlink to courier.example is required.",
    "Got a tip? Write to our newsroom.",
    "» More from Ardesh",
]
KEPT = [
    "The road from Karsk to Dorn | open since May | is closed again, the mayors wrote to the Assembly yesterday.",
    "Reproduction of the attack was filmed by villagers who stood at the bridge over the Issel and saw it all happen.",
    "More aid, more time, more doctors: this is what the people of Karsk have asked of the Council since May.",
]


@pytest.mark.parametrize("line", [*ADDED, *KEPT])
def test_rows_of_links_running_heads_and_notices_are_boilerplate_and_sentences_are_not(line, catalogue):
    story = "The road to Karsk was closed on Monday by armed men, the mayors of the valley told a meeting."
    content = f"Mayors ask for a road\n\n{story}\n\n{story}\n\n{line}\n\n{story}\n"
    roles = {content[block.start : block.end]: block.role for block in _draft(content, catalogue).blocks}
    found = next(role for words, role in roles.items() if words.strip('"» ') in line)
    assert (found == "boilerplate") == (line in ADDED)
