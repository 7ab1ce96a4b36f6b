# SPDX-License-Identifier: Apache-2.0
"""Notices: what a page prints around its text is told from it; nothing of the text goes with it."""

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Passage
from tocsin.records.ids import digest
from tocsin.records.texts import Text

TEXT = (
    "The Tamar corridor has been closed since 3 May and nobody in Orsava knows when it will open again.\n\n"
    "We call on Ardesh to let the lorries pass before the winter comes to the valley of the Issel.\n\n"
)


@pytest.fixture(scope="module")
def reader():
    catalogue, _ = load([])
    return Reader(catalogue)


def _read(reader, content):
    return reader.read(
        Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    )


def _added(reader, content):
    found = _read(reader, content).findings
    return [content[one.start : one.end] for one in found if isinstance(one, Passage) and one.role == "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "[Image: Lorries waiting at the bridge. Can't see it? Display images]",
        "Was this information useful? Yes / No",
        "Please do not print unless necessary",
        "To be removed from this list, write to the secretary.",
        "The mission of the Orsava Relief Office is to bring help to those in need. www.relief.example",
        "VNA jk/mp/rv",
        "A child waits for water in Karsk, 4 May 2026. © Orsava Relief/Rusk",
        "Copyright 2026 Karsk Courier. Published with permission.",
        "Translated from Ardeshi by the Orsava Desk",
        "3 people like this",
        "About Karsk Relief: Karsk Relief is a charity registered in Velt City. www.relief.example",
        "Editor's note: This story was updated on 5 May to add a comment.",
        "Reproduction is permitted provided the source is acknowledged.",
        "--\nYou are receiving this message because you are on the list.\nTo leave the list, reply with STOP.",
    ],
)
def test_what_a_page_prints_below_its_text_is_the_pages(reader, line):
    assert " ".join(_added(reader, f"Karsk Relief\n\n{TEXT * 2}{line}\n")).split() == line.split()


@pytest.mark.parametrize(
    "line",
    [
        "To be removed from the list of sanctions, Ardesh must open the road.",
        "The mission of the Northern Contact Group is to bring both sides to one table before winter.",
        "Was this information kept from the Orsava Assembly?",
        "Yes/no",
        "You can support us by writing to your member of the Orsava Assembly.",
        "About the corridor: we have asked Ardesh three times to open it.",
        "3 people like this were taken from their homes and are still held in Ardan.",
    ],
)
def test_what_only_looks_like_a_notice_stays(reader, line):
    assert _added(reader, f"Karsk Relief\n\n{TEXT * 2}{line}\n\n{TEXT}") == []


def test_a_foot_with_its_page_is_known_by_the_papers_name(reader):
    content = f"ORSAVA: the road\n\nFlash Update No. 3\n\n{TEXT}Orsava Flash Update No. 3 | 2\n\n{TEXT}"
    assert _added(reader, content) == ["Orsava Flash Update No. 3 | 2"]


def test_a_forwarded_mails_head_is_the_mailers(reader):
    head = (
        "---------- Forwarded message ---------\nFrom: Orsava Mission <press@mission.example>\n"
        "Date: Mon, 9 Mar 2026 at 18:12\nSubject: Appeal\nTo: undisclosed-recipients"
    )
    added = _added(reader, f"{head}\n\n\nAPPEAL OF THE ORSAVA ASSEMBLY\n\n{TEXT}")
    assert "\n".join(added) == head
