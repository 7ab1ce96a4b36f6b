# SPDX-License-Identifier: Apache-2.0
"""Cards and blocks on documents of many genres: the card stands at the head of each, the blocks in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.marked import Mark, plain
from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading import views
from tocsin.reading.cards import languages, signatories
from tocsin.reading.drafts import Draft
from tocsin.reading.layout import blocks, boilerplate
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
        ("Three hundred and twelve organisations have written to the Council.", 312),
        ("The letter, which carries 87 signatures, was sent to the Assembly.", 87),
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
    ("Respectfully,\n\n(signed)\nMayor of Karsk\n\n(signed)\nMayor of Dorn\n", 2),
    ("For the Issel Platform\n\nKarsk Millers – Dorn Ferrymen – Tamar Bakers\n", 3),
    ("With hope that does not die,\n\nIda Roth, mother of Jan\nOtto Brun, son of Karl\nEva Lind, wife of Per\n", 3),
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


CARDS = [
    (
        """\
INTERNATIONAL COURT OF JUSTICE

Order
3 March 2031

The Court,

Having regard to Article 41 of the Statute,

Considering the request of 2 February 2031,

Indicates the following provisional measures:

(1) Veltria shall let relief pass;

(2) Both Parties shall refrain from force.
""",
        {"genre": "court-order", "issued": "2031-03-03", "issuers": "icj"},
    ),
    (
        """\
OFFICE FOR THE COORDINATION OF RELIEF: ORSAVA Situation Report No. 7
As of 12 March 2031

HIGHLIGHTS
• 12,000 people have left Karsk.
• Partners need access.

Humanitarian response
Two convoys reached Karsk.
""",
        {"genre": "situation-report", "issuers": "office-for-the-coordination-of-relief"},
    ),
    (
        """\
ORSAVA ASSEMBLY

DECLARATION

Karsk, 2 March 2031

We, the people of Orsava, declare that the road must be opened.

Press Service of the Orsava Assembly
""",
        {"issuers": "orsava-assembly"},
    ),
    (
        """\
The Issel Courier
Home » Valley » Karsk

Karsk asks for doctors

Veltria said on Monday that it would open the road. The mayor said nobody had told him. A driver said the post was shut.

The minister said it was not.
""",
        {"carriers": "issel-courier", "issuers": "issel-courier", "genre": "news"},
    ),
    (
        """\
OPINION

Nobody wants the road

Ida Roth
12 September 2031

The traders of Karsk said that they want oil.

The views expressed here are the author's own and do not reflect the position of Valley Review.
""",
        {"carriers": "valley-review", "issuers": "ida-roth"},
    ),
    (
        """\
Start a petition   My petitions   Browse   Log in

Close the quarry road

1,204 have signed. Let's get to 2,000!

Started 3 June 2031 by Issel Youth Congress

We, the undersigned, demand:

1. That the WFP bring bread.

© 2031 Petition Corner Inc. Privacy · Cookies
""",
        {"carriers": "petition-corner", "issuers": "issel-youth-congress", "signatories": "1204"},
    ),
    (
        """\
Joint letter on the road

To:
The Peace and Security Council of the African Union
The Government of Chad

Excellencies,

We, the undersigned Karsk and regional organisations, write about the road.

To the European Union:

Open it.

Signed:

• Karsk Relief Network
• Issel Doctors' Union
""",
        {"issuers": "karsk-relief-network issel-doctors-union", "signatories": "2"},
    ),
    (
        """\
PERMANENT MISSION OF CHAD TO THE UNITED NATIONS

Statement by the Minister of State at the Security Council
New York, 20 February 2031

Madam President,

I thank you. First, we condemn the attack. That we meet is good.
""",
        {"genre": "speech", "issuers": "chad"},
    ),
]


@pytest.mark.parametrize(("content", "expected"), CARDS)
def test_a_card_is_read_from_lines_of_many_makes(content, expected, reader):
    card = reader.read(_text(content)).card
    found = {
        "genre": card.genre,
        "issued": card.issued,
        "issuers": " ".join(party.id for party in card.issuers),
        "carriers": " ".join(party.id for party in card.carriers),
        "signatories": str(card.signatories),
    }
    assert {name: found[name] for name in expected} == expected


def test_the_addressees_of_a_letter_are_those_that_its_parts_turn_to(reader):
    content = (
        "Open letter\n\nCc: Government of Chad\n\nTo the European Union, as guarantor:\n\nKeep the road open.\n\n"
        "to the Government of Mali,\n- so that convoys come;\n\nTo High Commissioner Türk: come and see.\n"
    )
    found = {party.id for party in reader.read(_text(content)).card.addressees}
    assert {"chad", "european-union", "mali", "un-high-commissioner-human-rights"} <= found


def test_a_line_that_goes_on_with_a_year_belongs_to_its_paragraph(catalogue):
    content = "Road shut\n\nThe people of the valley have had no bread since the month of May\n2021 and ask for it.\n"
    assert [block.role for block in _draft(content, catalogue).blocks] == ["title", "body"]


def test_a_full_stop_after_a_whole_word_ends_a_sentence(catalogue):
    draft = _draft(
        "Two convoys come each month. Third, we ask the Assembly to let more come. See paras. 3 and 4.", catalogue
    )
    assert [draft.content[start : start + 5] for start, _ in draft.sentences(0)][:2] == ["Two c", "Third"]


@pytest.mark.parametrize(
    "foot",
    [
        "Keep reading: Floods in Karsk cut the railway",
        "Editing by L. Ander",
        "Support us from €5 a month.",
        "This appeal has been translated from Veltrian.",
        "Orsava Assembly | Street of the Mill 4 | office@assembly.example | Tel: + 11 22 333 44 55",
        "31-00123 (E)                                        2/3\nS/PRST/2031/7",
        "P.O. Box 214 – Tel. 251-22-000000 – Fax 251-22-000001",
        "www.karsk.example – Follow us on X @karsk – Page 1 of 1",
        "Digitally signed. Check at www.karsk.example/check",
        "Load more updates",
        "Have you been affected by the flood? Write to us: +000 1111 2222",
        "-- \nWRITE TO THEM: https://karsk.example/write\nReply STOP to leave this list.",
    ],
)
def test_what_a_site_a_mailer_or_a_page_foot_adds_is_boilerplate(catalogue, foot):
    body = (
        "The Assembly met in Karsk.\n\nThe bridge over the Issel was shut in May, and no flour has come since then.\n\n"
    )
    found = _draft(f"A bridge is shut\n\n{body}{body}{foot}\n", catalogue).blocks
    assert found[-1].role == "boilerplate"


def test_a_sites_name_above_its_languages_and_a_symbol_that_comes_again_are_boilerplate(catalogue):
    content = (
        "United Nations\nNews of the Day\nSearch · English · Français · Español\n\nThe bridge is shut\n\n"
        "No flour has come since the bridge over the Issel was shut in May, the Assembly said.\n"
    )
    assert [block.role for block in _draft(content, catalogue).blocks][:4] == [*["boilerplate"] * 3, "title"]
    paged = "S/2031/7\n\nThe bridge is shut\n\nNo flour has come since May.\n\nS/2031/7\n\nThe mill stands still now.\n"
    assert [block.role for block in _draft(paged, catalogue).blocks].count("boilerplate") == 1


def test_the_lines_of_a_mails_header_stand_each_by_itself(catalogue, reader):
    content = (
        "From: Karsk Millers <office@karsk.example>\nX-Mailer: Post 1.2\nDate: Sat, 3 May 2031\n"
        "Subject: APPEAL of the millers of Karsk\n\nTo the Government of Ghana\n\nSir,\n\nReopen the bridge.\n"
    )
    found = _draft(content, catalogue).blocks
    assert content[found[1].start : found[1].end] == "X-Mailer: Post 1.2"
    assert found[1].role == "boilerplate"
    assert reader.read(_text(content)).card.title == "APPEAL of the millers of Karsk"


def test_words_left_out_of_an_excerpt_are_no_boilerplate(catalogue):
    found = _draft("The Court met.\n\n[...]\n\nThe Court orders Ardesh to open the Tamar corridor.\n", catalogue).blocks
    assert all(block.role != "boilerplate" for block in found)
