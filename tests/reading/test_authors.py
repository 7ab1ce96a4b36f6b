# SPDX-License-Identifier: Apache-2.0
"""Authors: who speaks where no letterhead says so, which genre a paper's name settles, what is no title."""

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.ids import digest
from tocsin.records.texts import Text

TEXT = "The Tamar corridor has been closed since 3 May 2026. We call on Ardesh to let the lorries pass.\n\n"

SUMMIT = """COMMUNIQUÉ OF THE SUMMIT

1. The Summit said that it had met in Ardan.

2. The Summit told its members that it was concerned.

3. The Summit said that the road must open.
"""


@pytest.fixture(scope="module")
def reader():
    catalogue, _ = load([])
    return Reader(catalogue)


def _card(reader, content):
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return reader.read(text).card


@pytest.mark.parametrize(
    ("content", "issuers"),
    [
        (f"Children in Orsava: six months\nUNICEF | Situation of children, May 2026\n\n{TEXT}", ["UNICEF"]),
        (
            (
                "The killings at Karsk must be investigated\n\nSoldiers killed nine people, Amnesty International"
                f' said today.\n\n"We call on Ardesh to open an inquiry," it said.\n\n{TEXT}'
            ),
            ["Amnesty International"],
        ),
        (
            (
                "Ardesh: UN experts alarmed by arrests\n\nUN human rights experts today voiced concern at the fate of"
                ' ten ferrymen.\n\n"We urge Ardesh to release them," the experts said.'
            ),
            ["UN experts"],
        ),
        (f"COMMUNIQUÉ No. 17\n\n{TEXT}Karsk, 12 May 2026\n\nFor the OLF, the spokesman\nDaven Rusk\n", ["OLF"]),
        (f"Dear Minister,\n\nI write about the road.\n\n{TEXT}Yours,\nViktor Hallas\n", ["Viktor Hallas"]),
        (
            (
                f"Dear friends,\n\nWe are three Veltrian and international organisations with staff in Karsk.\n\n{TEXT}"
                "Respectfully,\n\nKarsk Bar Association\nOrsava Women Action Group\nIssel River Network\n"
            ),
            ["Karsk Bar Association", "Orsava Women Action Group", "Issel River Network"],
        ),
    ],
)
def test_who_speaks_is_found_without_a_letterhead(reader, content, issuers):
    assert [party.name for party in _card(reader, content).issuers] == issuers


def test_a_newsletters_body_stands_before_its_date(reader):
    content = (
        f"ORSAVA ALERT\nInternational Coalition for Orsava | 21 August 2026\n\nDear friends,\n\n{TEXT}"
        "You are receiving this because you signed up. Unsubscribe from this list.\n"
    )
    card = _card(reader, content)
    assert (card.genre, [party.name for party in card.issuers]) == (
        "newsletter",
        ["International Coalition for Orsava"],
    )


@pytest.mark.parametrize(
    ("content", "genre"),
    [
        (SUMMIT, "statement"),
        (
            f"COMMUNIQUÉ No. 17\n\n{TEXT * 3}--\nYou are receiving this message because you are on the list.\n",
            "statement",
        ),
        (
            f"Karsk must be spared\n\n{TEXT * 3}Get our newsletter. Enter your email address to receive updates.\n",
            "statement",
        ),
    ],
)
def test_what_a_paper_calls_itself_outweighs_who_mails_it(reader, content, genre):
    assert _card(reader, content).genre == genre


def test_a_papers_number_is_no_title(reader):
    content = (
        "No. 114/26\n\nThe Ministry of Foreign Affairs of Veltria presents its compliments to the Embassy of Ardesh.\n"
    )
    assert _card(reader, content).title is None


def test_who_writes_a_letter_that_news_tells_of_further_down_is_not_its_issuer(reader):
    content = (
        "Ardesh and Veltria trade blame after clash\n\nKARSK, Oct 17 (Reuters) - Soldiers exchanged fire for two hours,"
        " officials on both sides said.\n\nEach government accused the other of firing first, they said.\n\nThe army"
        " said that nobody had crossed the Issel.\n\nIn a letter to the president of the Security Council that was seen"
        " by Reuters, Prime Minister Daven Rusk asked for a meeting, diplomats said.\n"
    )
    assert "Daven Rusk" not in [party.name for party in _card(reader, content).issuers]


@pytest.mark.parametrize("where", ["(Karsk, May 3, 2026)", "(Karsk)"])
def test_who_says_it_today_below_a_place_in_brackets_speaks_and_the_place_does_not(reader, where):
    card = _card(
        reader,
        f"Ardesh: Army Must Answer\n\n{where} – Soldiers shot nine ferrymen at work, Issel Lake Watch said today.\n\n"
        '"They fired on people at work," said Anna Vesk, a director at Issel Lake Watch. "It has to be looked into."\n',
    )
    assert [party.name for party in card.issuers] == ["Issel Lake Watch"]
    assert card.carriers == ()
    assert card.genre == "statement"
