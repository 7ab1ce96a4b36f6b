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
