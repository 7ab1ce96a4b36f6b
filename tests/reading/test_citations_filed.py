# SPDX-License-Identifier: Apache-2.0
"""Papers cited by their file, codes by their section, cases against States, letters given to a law: marked texts."""

from __future__ import annotations

import re

import pytest

from tests.reading.test_cards import _text
from tocsin.reading.read import Reader
from tocsin.records.findings import Citation
from tocsin.records.ids import digest
from tocsin.records.texts import Text

MARKED = [
    ("The Commission granted ⟦precautionary measures No. 409-31⟧ to the drivers.", ["precautionary-measure-409-31"]),
    ("He wrote ⟦Application no. 20958/14⟧ by hand.", ["application-20958-14"]),
    ("The group found in ⟦Opinion No. 33/2031⟧ that she is held without reason.", ["opinion-no-33-2031"]),
    ("The editor was charged under ⟦section 505A of the penal code⟧.", ["penal-code sec. 505A"]),
    ("⟦Article 88 of the new association law⟧ lets a clerk close a club.", ["new-association-law art. 88"]),
    ("The march was legal under ⟦article 19 of the constitution⟧.", ["constitution art. 19"]),
    (
        "⟦Rule 55 of customary international humanitarian law⟧ asks all to let relief pass.",
        ["customary-ihl-rules rule 55"],
    ),
    (
        "See ⟦Prosecutor v. Kresk⟧. Later came ⟦Aldin and Others v. Kenya⟧.",
        ["prosecutor-v-kresk", "aldin-and-others-v-kenya"],
    ),
    (
        "⟦The Tamar Peace Agreement⟧ (TPA) ended the war, and both armies now break ⟦the TPA⟧.",
        ["tamar-peace-agreement", "tamar-peace-agreement"],
    ),
    (
        "⟦The Public Assembly and Security Act⟧ bans the march; ⟦PASA⟧ was used in May too.",
        ["public-assembly-and-security-act", "public-assembly-and-security-act"],
    ),
    (
        "⟦The decision of the Issel Boundary Commission of 13 April 2032⟧ is final.",
        ["issel-boundary-commission-decision-2032-04-13"],
    ),
    ("The Court, by ⟦its order of 10 December 2031⟧, told them to report.", ["order-2031-12-10"]),
    ("It may be lawful under ⟦Article 51 of the Charter⟧.", ["un-charter art. 51"]),
    (
        "Under ⟦the Karsk Wells (Special Powers) Act⟧ and ⟦the Police, Roads and Bridges Act 2031⟧ he is held.",
        ["karsk-wells-special-powers-act", "police-roads-and-bridges-act-2031"],
    ),
    ("She was held under ⟦the Entry into Karsk Law⟧.", ["entry-into-karsk-law"]),
    (
        "⟦The Wells Relief Act of 2031 (22 U.S.C. 2304)⟧ and ⟦section 36 of title 10, United States Code⟧ bind.",
        ["wells-relief-act-2031", "usc-10-36"],
    ),
    ("We back ⟦H. Res. 786⟧ and ⟦Public Law 117-32⟧.", ["us-hres-786", "us-public-law-117-32"]),
    (
        "The aid broke ⟦the Leahy Law⟧ and ⟦Section 620I of the Foreign Assistance Act⟧.",
        ["us-leahy-law", "us-foreign-assistance-act sec. 620I"],
    ),
    ("⟦Communique[PSC/PR/COMM.(CMLXX)] adopted at its 970th meeting held on 9 May 2031⟧ did.", ["PSC/PR/COMM.(CMLXX)"]),
    ("It has ⟦Decision [Assembly/AU/Dec.729 (XXXII)]⟧.", ["Assembly/AU/Dec.729(XXXII)"]),
    (
        "It follows ⟦Recommendation CM/Rec(2016)4⟧, ⟦ACHPR/Res. 461 (LXVII) 2020⟧ and ⟦resolution WHA73.1⟧.",
        ["CM/Rec(2016)4", "ACHPR/Res.461", "WHA73.1"],
    ),
    ("It recalls ⟦UN General Assembly resolution A/RES/64/290 of 9 July 2010⟧ here.", ["A/RES/64/290"]),
    (
        "Read ⟦CEDAW General Recommendation No. 30⟧ and ⟦the CRC Committee's General Comment No. 25⟧.",
        ["cedaw-committee-general-recommendation-30", "crc-committee-general-comment-25"],
    ),
    (
        "He broke ⟦Articles 8(2)(b)(ii), (iv) and (ix) of the Rome Statute⟧.",
        ["rome-statute arts. 8(2)(b)(ii), (iv) and (ix)"],
    ),
    (
        "They recall ⟦UN Security Council Resolutions (UNSCR) 242⟧, ⟦338⟧ and ⟦2334⟧.",
        ["S/RES/242(1967)", "S/RES/338(1973)", "S/RES/2334(2016)"],
    ),
    (
        "Both sides in Tigray broke ⟦the November 2022 Cessation of Hostilities Agreement⟧.",
        ["pretoria-agreement-2022-11-02"],
    ),
    ("Both sides in Karsk broke ⟦the Cessation of Hostilities Agreement⟧.", ["cessation-of-hostilities-agreement"]),
    (
        "The EU Parliament, in ⟦its earlier resolutions on Ilm⟧, notably ⟦those of 1 June 2031⟧[1] and ⟦3 May 2031⟧.",
        [None, "ep-resolution-2031-06-01", "ep-resolution-2031-05-03"],
    ),
    (
        "The European Parliament, in ⟦its recommendation to the Council of 7 July 2031⟧, said so.",
        ["ep-recommendation-2031-07-07"],
    ),
    ("They read ⟦the Foreign Affairs Council conclusions of 8 December 2031⟧.", ["eu-council-conclusions-2031-12-08"]),
    ("Doctors follow ⟦the Rabat Plan of Action⟧ and ⟦the 2030 Agenda⟧.", ["rabat-plan-of-action", "agenda-2030"]),
]

SILENT = [
    "Karsk v Ardan was played on Sunday.",
    "The law has many sections, and section 3 of the road is closed.",
    "In case 12 people come, open the hall.",
    "The opinion of 33 doctors was heard.",
    "They met under rule 3 of the club.",
]


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


def _cited(content: str, reader: Reader) -> list[Citation]:
    lead = "We have lived in this valley for years and know its people. "
    content = lead + content
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [one for one in reader.read(text).findings if isinstance(one, Citation)]


@pytest.mark.parametrize(("marked", "instruments"), MARKED, ids=lambda value: str(value)[:40])
def test_a_citation_is_marked_whole_and_identified(marked, instruments, reader):
    found = _cited(marked.replace("⟦", "").replace("⟧", ""), reader)
    assert [one.quote for one in found] == re.findall(r"⟦(.*?)⟧", marked)
    told = [f"{one.instrument} {one.pinpoint}" if one.pinpoint else one.instrument for one in found]
    assert told == instruments


@pytest.mark.parametrize("content", SILENT)
def test_what_is_no_paper_is_not_cited(content, reader):
    assert _cited(content, reader) == []


IN_MORE_WORDS = [
    ("⟦Resolution 2417 (2018), in its sixth paragraph⟧, speaks of hunger.", ["S/RES/2417(2018) para. 6"]),
    ("In ⟦the fourth operative paragraph of resolution 2573 (2021)⟧ wells are named.", ["S/RES/2573(2021) para. 4"]),
    ("⟦Security Council resolution 1325 of 2000⟧ asks for women.", ["S/RES/1325(2000)"]),
    (
        "They ought to have known (⟦Case of the Karsk Families v. Ardesh, Judgment of January 31, 2026, para. 123⟧).",
        ["case-of-the-karsk-families-v-ardesh-2026-01-31 para. 123"],
    ),
    (
        "⟦the judgment of the European Court of Human Rights of 10 May 2021 in Ilmar v. Ardesh⟧ stands",
        ["ecthr-judgment-2021-05-10"],
    ),
    ("⟦The judgment of the General Court of 29 September 2021⟧ is on fish.", ["cjeu-judgment-2021-09-29"]),
    ("as they undertook in ⟦the joint statement of 6 January 2034⟧", ["joint-statement-2034-01-06"]),
    ("It bans reprisals, as ⟦article 20 of Protocol I⟧ does.", ["additional-protocol-i art. 20"]),
    (
        "Amend ⟦the Anti-Torture Act of 2017⟧; Ardesh passed ⟦the 2016 Wells Act⟧.",
        ["anti-torture-act-2017", "wells-act-2016"],
    ),
    (
        "⟦ILO Convention No. 29 on Forced Labour⟧ and ⟦Protocol No. 13 to the European Convention⟧",
        ["ilo-convention-29", "echr-p13"],
    ),
    ("⟦The report of the Panel of Experts (S/2032/330)⟧ lists twelve.", ["S/2032/330"]),
    (
        "⟦The Convention on the Rights of the Child⟧ and ⟦the Optional Protocol to the Convention on a communications procedure⟧",  # noqa: E501 - a marked text
        ["convention-on-the-rights-of-the-child", "crc-opic"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), IN_MORE_WORDS)
def test_references_are_read_in_the_words_of_speeches_courts_and_committees(marked, expected, reader):
    found = _cited(marked.replace("⟦", "").replace("⟧", ""), reader)
    assert [one.quote for one in found] == re.findall(r"⟦(.*?)⟧", marked)
    assert [f"{one.instrument} {one.pinpoint}" if one.pinpoint else one.instrument for one in found] == expected


def test_a_masthead_names_its_own_case_and_a_judgment_itself(reader):
    content = (
        "CASE OF THE KARSK FAMILIES v. ARDESH\n\nJUDGMENT OF MAY 3, 2031\n\n"
        "1. The Court recalls its Order of 2 May 2031. Within a year of this Judgment, Ardesh shall report.\n"
    )
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = [one.quote for one in reader.read(text).findings if isinstance(one, Citation)]
    assert found == ["its Order of 2 May 2031"]


def test_a_number_goes_on_with_the_instrument_of_the_line_above(reader):
    found = reader.read(
        _text(
            "Dear President,\nThe Boat Guild once again urges the Government of Chad to ratify ILO Convention\n87 on "
            "Freedom of Association and Protection of the Right to Organise. We wait for it.\nWe trust you.\n"
        )
    ).findings
    assert [one.instrument for one in found if one.kind == "citation"] == ["ilo-convention-87"]
