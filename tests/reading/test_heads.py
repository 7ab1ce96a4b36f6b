# SPDX-License-Identifier: Apache-2.0
"""Heads of pages, letters, releases and reports: what a card says of them, whatever the catalogue knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tocsin.reading.cards import lists
from tocsin.reading.layout.boilerplate import furniture
from tocsin.reading.read import Reader
from tocsin.records.findings import Passage
from tocsin.records.ids import digest
from tocsin.records.texts import Text
from tocsin.sources import formats
from tocsin.sources.extracts import Extract

_FILES = [Path(__file__).parent / name for name in ("heads.txt", "papers.txt")]
DOCUMENTS = [
    document
    for file in _FILES
    for document in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
]


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.partition("\n")[0])
def test_a_card_says_what_the_head_says(document, reader):
    head, _, content = document.partition("\n----\n")
    expected = dict(line.split(": ", 1) for line in head.splitlines()[1:])
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    reading = reader.read(text)
    card = reading.card
    found = {
        "genre": card.genre,
        "issued": card.issued or "-",
        "issuers": " ".join(party.id for party in card.issuers) or "-",
        "carriers": " ".join(party.id for party in card.carriers) or "-",
        "addressees": " ".join(party.id for party in card.addressees) or "-",
        "signatories": str(card.signatories or "-"),
        "added": str(sum(isinstance(one, Passage) and one.role == "boilerplate" for one in reading.findings)),
    }
    assert {name: found[name] for name in expected} == expected


_MAIL = b"""From: Karsk Teachers Club <news@teachers.example>
To: "Mira Stell, Envoy" <stell@council.example>, Secretary-General of the United Nations <sg@un.example>
Cc: Orsava Assembly <office@assembly.example>
Date: Tue, 14 Oct 2031 09:30:00 +0200
Subject: Open the road
Content-Type: text/plain; charset=utf-8

Dear Ms Stell,

The road has been shut for three weeks. We ask you to come to Karsk and to speak with both governments.

Kind regards,
Tomas Aldin
Chair
"""


def test_a_mails_header_says_who_writes_to_whom(reader):
    extract = formats.read(_MAIL, "mail.eml")
    assert isinstance(extract, Extract)
    card = reader.read(extract.text).card
    assert [party.id for party in card.issuers] == ["karsk-teachers-club"]
    assert {"un-secretary-general", "orsava-assembly"} <= {party.id for party in card.addressees}
    assert card.issued == "2031-10-14"


def _page(meta: str, body: str) -> Text:
    page = f"<html><head>{meta}</head><body><h1>Open the road</h1><p>{body}</p></body></html>"
    extract = formats.read(page.encode(), "page.html")
    assert isinstance(extract, Extract)
    return extract.text


def test_a_pages_site_carries_it_unless_the_text_names_another(reader):
    body = "We are nurses of the hospital in Karsk. We ask the ministry to open the road for ambulances."
    site = '<meta property="og:site_name" content="Issel Watch">'
    assert [party.id for party in reader.read(_page(site, body)).card.carriers] == ["issel-watch"]
    assert reader.read(_page("", body)).card.carriers == ()


def test_only_a_body_is_taken_from_a_pages_author(reader):
    body = "Two wards are closed. The ministry must open the road for ambulances before the snow."
    named = reader.read(_page('<meta name="author" content="Karsk Nurses Union">', body)).card
    clerk = reader.read(_page('<meta name="author" content="admin7">', body)).card
    assert [party.id for party in named.issuers] == ["karsk-nurses-union"]
    assert clerk.issuers == ()


def test_a_statement_of_prose_lists_nobody(reader, catalogue):
    assert furniture(catalogue).lines
    content = (
        "Statement on the road\n\nIt has been endorsed by many: they ask for peace. Nobody has signed anything else.\n"
    )
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    draft = reader._laid_out(text)
    assert lists.signing(draft, draft.blocks) == ()
