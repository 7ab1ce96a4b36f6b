# SPDX-License-Identifier: Apache-2.0
"""Citations in marked texts: ⟦…⟧ is a citation, and beside each text stand the instruments in their order."""

import re

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading import citations
from tocsin.reading.drafts import Draft
from tocsin.reading.layout.blocks import find as blocks
from tocsin.reading.lexicon import Lexicon
from tocsin.reading.naming import names
from tocsin.reading.views import view
from tocsin.records.ids import digest
from tocsin.records.texts import Text

CATALOGUE, _ = load()
LEXICON = Lexicon(
    {
        "law": citations.patterns(CATALOGUE),
        "lawbody": citations.body_patterns(CATALOGUE),
        "place": names.place_patterns(CATALOGUE),
    }
)
MARK = re.compile(r"⟦(.*?)⟧", re.DOTALL)


def cited(text):
    folded = view(text)
    draft = Draft(
        text=Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text),
        view=folded,
        catalogue=CATALOGUE,
        blocks=blocks(folded.content),
        hits=LEXICON.scan(folded.content),
    )
    return draft.content, citations.find(draft)


def check(marked, expected):
    content, found = cited(marked.replace("⟦", "").replace("⟧", ""))
    assert [content[c.start : c.end] for c in found] == MARK.findall(marked)
    assert [
        c.instrument + (f" {c.pinpoint}" if c.pinpoint else "") if c.instrument else None for c in found
    ] == expected


TREATIES = [
    ("Veltria violates ⟦the Charter of the United Nations⟧.", ["un-charter"]),
    ("Acting under ⟦Chapter VII of the Charter of the United\nNations⟧, it decides", ["un-charter ch. VII"]),
    ("under ⟦Article 33, paragraph 1, of the UN Charter⟧ both must talk", ["un-charter art. 33(1)"]),
    (
        "the rights in ⟦Chapter 6 of the UN Charter⟧, in particular ⟦part 1 of article 33⟧, fell",
        ["un-charter ch. VI", "un-charter art. 33(1)"],
    ),
    ("⟦articles 3, 9 and 13 of the Universal Declaration of Human Rights⟧", ["udhr arts. 3, 9 and 13"]),
    ("⟦Article 2 (4) of the Charter of the United Nations⟧ forbids it.", ["un-charter art. 2(4)"]),
    (
        "Ardesh ratified ⟦the Convention on the Rights of the Child⟧ and ⟦OP-CAT⟧.",
        ["convention-on-the-rights-of-the-child", "opcat"],
    ),
    (
        "to accede to ⟦the Convention for the Elimination of all forms of Discrimination\nagainst Women (CEDAW)⟧;",
        ["cedaw"],
    ),
    ("ratify ⟦the Optional Protocol to the Convention against Torture (OP-CAT)⟧ (Veltria);", ["opcat"]),
    (
        "ratify ⟦the Convention on the Rights of Persons with Disabilities⟧ and ⟦its Optional Protocol⟧",
        ["crpd", "crpd-op"],
    ),
    ("⟦the second Optional Protocol to ICCPR⟧", ["iccpr-op2"]),
    (
        "ratify ⟦ILO Convention No. 169⟧ and ⟦the 1951 Convention relating to the Status of Refugees⟧",
        ["ilo-convention-169", "refugee-convention"],
    ),
    ("parties to ⟦ILO Conventions Nos. 87⟧ and ⟦98⟧", ["ilo-convention-87", "ilo-convention-98"]),
    ("breaches of ⟦common article 3⟧ were seen", ["geneva-conventions common art. 3"]),
    (
        "⟦the Fourth Geneva Convention⟧ and ⟦Additional Protocol I⟧ protect Karsk",
        ["geneva-convention-iv", "additional-protocol-i"],
    ),
    (
        "under ⟦article 6 of the ECHR⟧ and ⟦Article 7 of the Rome Statute⟧",
        ["european-convention-on-human-rights art. 6", "rome-statute art. 7"],
    ),
    (
        "Ardesh signed ⟦the Convention on the Protection of the Issel Basin⟧.",
        ["convention-on-the-protection-of-the-issel-basin"],
    ),
    (
        "⟦the SOLAS Convention⟧, ⟦CCW Protocol V⟧ and ⟦the St. Petersburg Declaration⟧",
        ["solas", "ccw-protocol-v", "st-petersburg-declaration"],
    ),
    (
        "⟦the 4th Geneva Convention⟧ and ⟦UNGPs⟧ bind",
        ["geneva-convention-iv", "guiding-principles-on-business-and-human-rights"],
    ),
    (
        "⟦the Genocide Convention⟧ binds all. Under ⟦Article I of the Convention⟧ they must act; ⟦the Convention⟧ says so.",  # noqa: E501 - a marked text
        ["genocide-convention", "genocide-convention art. I", "genocide-convention"],
    ),
]

RESOLUTIONS = [
    ("SENATE OF LUMARA\n\nResolution 2026/31 on the Tamar corridor\n\nThe Senate recalls resolution 2025/4.", []),
    ("SENATE OF LUMARA\n\nResolution 2026/31\n\nIn the spirit of the United Nations we recall resolution 2025/4.", []),
    ("the Economic and Social Council, in ⟦resolution 2006/23⟧, asked", ["E/RES/2006/23"]),
    (
        "Recalling its ⟦resolution 547 (1984)⟧ and ⟦resolutions 503 (1982)⟧, ⟦525 (1982)⟧ and\n⟦533 (1983)⟧,",
        ["S/RES/547(1984)", "S/RES/503(1982)", "S/RES/525(1982)", "S/RES/533(1983)"],
    ),
    (
        "⟦resolutions 822⟧, ⟦853⟧, ⟦874⟧ and ⟦884 (1993)⟧ of the Security Council",
        ["S/RES/822(1993)", "S/RES/853(1993)", "S/RES/874(1993)", "S/RES/884(1993)"],
    ),
    ("⟦UN Security Council resolution 1325⟧ on women", ["S/RES/1325(2000)"]),
    ("⟦UNSCR 2254⟧ and ⟦General Assembly resolution 46/182⟧", ["S/RES/2254(2015)", "A/RES/46/182"]),
    ("the Human Rights Council, in ⟦resolution 46/1⟧, asked", ["A/HRC/RES/46/1"]),
    ("⟦General Assembly resolution 1514 (XV) of 14 December 1960⟧", ["A/RES/1514(XV)"]),
    ("its ⟦resolution 713 (1991) of 25\nSeptember 1991⟧", ["S/RES/713(1991)"]),
    ("the letters (⟦S/2023/45⟧ and ⟦A/77/123⟧), ⟦A/RES/60/1⟧", ["S/2023/45", "A/77/123", "A/RES/60/1"]),
    ("⟦Resolution 2508 (2023) of the Parliamentary Assembly of the Council of Europe⟧", ["pace-resolution-2508-2023"]),
    ("⟦OSCE Permanent Council Decision No. 1117⟧ set up the mission", ["osce-decision-1117"]),
    ("⟦paragraph 4 of resolution 2202 (2015)⟧", ["S/RES/2202(2015) para. 4"]),
]

DECISIONS = [
    ("⟦the decision of the International Court of Justice dated February 22, 2031⟧", ["icj-order-2031-02-22"]),
    (
        "⟦the final ruling given by the European Court of Human Rights on 21 December 2030⟧",
        ["ecthr-decision-2030-12-21"],
    ),
    ("⟦the order of 7 December 2021 of the International Court of Justice⟧", ["icj-order-2021-12-07"]),
    ("⟦the ICJ's judgment of 3 February 2015⟧", ["icj-judgment-2015-02-03"]),
    ("⟦the 22 February 2031 ICJ order⟧", ["icj-order-2031-02-22"]),
    ("⟦the 2004 advisory opinion of the International Court of Justice⟧", ["icj-advisory-opinion-2004"]),
    ("Ardesh violated ⟦two orders from the International Court of Justice (ICJ)⟧", [None]),
    (
        "⟦the decisions of the International Court of Justice⟧ and ⟦the European Court of Human Rights⟧ bind",
        [None, None],
    ),
    (
        "⟦the resolutions of the European Parliament of 19 January 2031⟧ and ⟦the Parliamentary Assembly of the Council of Europe (PACE) of 22 June 2031⟧",  # noqa: E501 - a marked text
        ["ep-resolution-2031-01-19", "pace-resolution-2031-06-22"],
    ),
    ("⟦the ICC arrest warrants of 17 March 2031⟧", ["icc-arrest-warrant-2031-03-17"]),
    ("⟦The ICC's founding documents⟧ say who may be tried.", [None]),
    ("Veltria rejects ⟦the ICJ orders⟧ and ⟦the PACE resolution⟧.", [None, None]),
    (
        "⟦the order of the International Court of Justice of 1 March 2031⟧ stands; ⟦the said Order⟧ is binding.",
        ["icj-order-2031-03-01", "icj-order-2031-03-01"],
    ),
]

AGREEMENTS = [
    ("⟦the Ceasefire Agreement of 27 July 2021⟧ broke.", ["ceasefire-agreement-2021-07-27"]),
    (
        "by ⟦a joint statement of the leaders of Veltria, Ardesh and Norland dated November 9, 2030⟧. By ⟦the tripartite declaration⟧ troops",  # noqa: E501 - a marked text
        ["trilateral-statement-2030-11-09", "trilateral-statement-2030-11-09"],
    ),
    ("⟦point 6 of the Trilateral Statement of 9 November 2030⟧", ["trilateral-statement-2030-11-09 para. 6"]),
    ("They returned to ⟦the Tamar Accords⟧.", ["tamar-accords"]),
    ("⟦the 27 July 2021 ceasefire agreement⟧ was signed", ["ceasefire-agreement-2021-07-27"]),
    ("⟦the Good Friday Agreement⟧ and ⟦the Helsinki Final Act⟧", ["good-friday-agreement", "helsinki-final-act"]),
    (
        "⟦the Karsk Agreement of 3 May 2019⟧ holds. ⟦The Agreement⟧ names the corridor.",
        ["karsk-agreement-2019-05-03", "karsk-agreement-2019-05-03"],
    ),
]

CASES = [
    ("ratify ⟦Protocol No. 12 to the European Convention on Human Rights⟧", ["echr-p12"]),
    ("through ⟦Convention No. 169⟧ and ⟦the ICCPR⟧, expressing hope", ["ilo-convention-169", "iccpr"]),
    (
        "In ⟦its Advisory Opinion of 19 July 2031⟧, the International Court of Justice found",
        ["icj-advisory-opinion-2031-07-19"],
    ),
    ("⟦the International Court of Justice's provisional measures of 26 January 2031⟧", ["icj-order-2031-01-26"]),
    ("⟦the ICC Pre-Trial Chamber's arrest warrants of 17 March 2031⟧", ["icc-arrest-warrant-2031-03-17"]),
    ("The AU Peace and Security Council, in ⟦its communiqué of 6 June 2031⟧,", ["au-psc-communique-2031-06-06"]),
    ("⟦the 1960 Treaty of Guarantee⟧ lapsed", ["treaty-of-guarantee"]),
    ("⟦Common Article 1 of the Geneva Conventions⟧", ["geneva-conventions common art. 1"]),
    ("⟦The Genocide Convention⟧ (⟦Article II⟧) obliges", ["genocide-convention", "genocide-convention art. II"]),
    ("⟦the Memorandum of Understanding between Veltria and Ardesh of 1 January 2031⟧", ["memorandum-2031-01-01"]),
    (
        "⟦EU Regulation 2016/679⟧ and ⟦Council Decision 2012/642/CFSP⟧",
        ["eu-regulation-2016-679", "eu-decision-2012-642"],
    ),
    (
        "The European Court of Human Rights, in ⟦Ilmar and Others v. Ardesh (no. 13216/05)⟧, held",
        ["ilmar-and-others-v-ardesh"],
    ),
    ("before the International Court of Justice, ⟦Veltria v. Ardesh⟧, both spoke", ["veltria-v-ardesh"]),
    (
        "⟦the ICC Statute⟧ and ⟦Article 5 of the North Atlantic Treaty⟧",
        ["rome-statute", "north-atlantic-treaty art. 5"],
    ),
    ("the Security Council knows that ⟦Article 51⟧ is no licence", ["un-charter art. 51"]),
    (
        "The Security Council adopted ⟦resolution 1325⟧ and ⟦resolution 2242 (2015)⟧",
        ["S/RES/1325(2000)", "S/RES/2242(2015)"],
    ),
]

LAWS = [
    (
        "held under ⟦Article 309 of the Penal Code⟧ and ⟦the Public Order Act of 2019⟧",
        ["penal-code art. 309", "public-order-act-2019"],
    ),
    ("⟦Law No. 2003-22 on the press⟧ was amended", ["law-no-2003-22-on-the-press"]),
    (
        "⟦Decree-Law 349⟧ and ⟦the 2027 Law on Foreign Agents⟧ are to go",
        ["decree-law-349", "law-on-foreign-agents-2027"],
    ),
    ("⟦section 66A of the Information Technology Act, 2000⟧,", ["information-technology-act-2000 sec. 66A"]),
    ("the right to protest, protected by ⟦Article 21 of the Constitution⟧, stands", ["constitution art. 21"]),
    ("⟦the Supreme Court in Judgment T-22 of 2031⟧ held so", ["supreme-court-in-judgment-t-22-of-2031"]),
    ("under ⟦Rule 61 of the Rules of Procedure and Evidence⟧ they met", ["rules-of-procedure-and-evidence rule 61"]),
    ("It recalls ⟦its general comment No. 36 (2018)⟧.", ["general-comment-no-36-2018"]),
    ("⟦Executive Order 14203⟧ froze them", ["executive-order-14203"]),
]
SAID_BEFORE = [
    (
        "⟦The ICJ's order of 26 January 2031⟧ binds Ardesh. ⟦The Court's order⟧ must be obeyed.",
        ["icj-order-2031-01-26"] * 2,
    ),
    (
        "The Committee against Torture met (⟦arts. 2 and 16⟧). Ratify ⟦the Optional Protocol to the Convention⟧.",
        ["convention-against-torture arts. 2 and 16", "opcat"],
    ),
    (
        "The Parliamentary Assembly of the Council of Europe met. It recalls its ⟦Resolution 2094 (2031)⟧.",
        ["pace-resolution-2094-2031"],
    ),
    ("⟦resolution 12 (2031) of the Riverine Assembly⟧ says so", ["riverine-assembly-resolution-12-2031"]),
    ("The letter of ⟦Resolution 1244⟧ is clear.", ["S/RES/1244(1999)"]),
    ("⟦Article 3 common to the Geneva Conventions⟧ binds all", ["geneva-conventions common art. 3"]),
    ("Sanctions under ⟦Article 41⟧ are for the Security Council.", ["un-charter art. 41"]),
    ("⟦the 2031 Peace and Reconciliation Agreement⟧ holds", ["peace-and-reconciliation-agreement-2031"]),
    ("⟦the November 2031 Final Peace Agreement⟧ holds", ["final-peace-agreement-2031-11"]),
]
OWN = [
    "United Nations                     A/RES/78/999\n\nGeneral Assembly\n\nThe roads are closed.",
    "Resolution 2531 (2031)¹\n\nProvisional version\n\nThe roads are closed.",
    "Resolution adopted by the General Assembly on 14 December 2031\n\nThe roads are closed.",
    "The Parties,\n\nHave agreed as follows:\n\nThis Agreement enters into force upon signature.",
]
NONE = [
    "Veltria v. Ardesh ended in a draw.",
    "The Assembly adopted a resolution and the decision pleased nobody.",
    "In order to reach agreement, the ministry said in a statement on 12 March 2031 that talks go on.",
    "The conflict resolution process needs an order of priorities.",
    "We signed a lease agreement and a loan agreement.",
    "They reached an agreement on 27 July 2021 to meet.",
    "The Committee on the Rights of the Child (CRC) met; the CRC recommended more schools.",
    "Ardesh must respect international humanitarian law; Human Rights Law is taught at the Law Society.",
    "The house resolution was to paint the walls, part 1 of the plan.",
    "The adoption of a UNSC resolution is asked for.",
]


@pytest.mark.parametrize(("marked", "expected"), [*TREATIES, *RESOLUTIONS, *AGREEMENTS, *CASES])
def test_instruments_are_found_whole_and_resolved(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), DECISIONS)
def test_what_courts_and_parliaments_adopted_is_found_by_body_and_date(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize(("marked", "expected"), LAWS + SAID_BEFORE)
def test_laws_and_short_forms_are_told_by_name_number_and_what_was_named_before(marked, expected):
    check(marked, expected)


IN_OTHER_WORDS = [
    (
        "He recalled ⟦the Comprehensive Agreement on the Tamar Marshes⟧, whose annex forbids it.",
        ["comprehensive-agreement-on-the-tamar-marshes"],
    ),
    ("It ratified ⟦the Protocol on Herding and Water⟧ and left.", ["protocol-on-herding-and-water"]),
    ("⟦The Issel Protocol on Safe Crossing⟧ in October was signed.", ["issel-protocol-on-safe-crossing"]),
    ("The truce under ⟦Accord No. 9⟧ and ⟦Protocol No. 3⟧ stands.", ["accord-no-9", "protocol-no-3"]),
    ("The parties keep to ⟦the seven-point plan of 3 May 2022⟧.", ["seven-point-plan-2022-05-03"]),
    ("The Contact Group's ⟦six-point proposal⟧ was handed over after a three-point turn.", ["six-point-proposal"]),
    ("Permits are due in five days, as agreed under ⟦the 2023 principles⟧.", ["principles-2023"]),
    ("This is in breach of ⟦the 2019 understandings⟧, he said.", ["understandings-2019"]),
    (
        "The Human Rights Committee, by ⟦its general comment No. 36 (2019)⟧, explains ⟦article 6 of the Covenant⟧.",
        ["ccpr-general-comment-36", "iccpr art. 6"],
    ),
    (
        "The Human Rights Committee asks, under ⟦rule 94, paragraph 2, of its rules of procedure⟧, for a reply.",
        ["ccpr-rules-of-procedure rule 94(2)"],
    ),
    (
        "The African Court on Human and Peoples' Rights recalls ⟦Article 27(2) of the Protocol⟧.",
        ["african-court-protocol art. 27(2)"],
    ),
    (
        "The European Court of Human Rights found a breach of ⟦Article 3 of the Convention⟧.",
        ["european-convention-on-human-rights art. 3"],
    ),
    (
        "⟦Rule 39 of the Rules of Court⟧ applies, as ⟦Rule 59⟧ does.",
        ["rules-of-court rule 39", "rules-of-court rule 59"],
    ),
    ("As ⟦report S/2023/423, paragraph 12⟧, has it, both fired.", ["S/2023/423 para. 12"]),
    ("They recalled ⟦AG/RES. 2999 (LI-O/22)⟧ and left.", ["AG/RES. 2999(LI-O/22)"]),
]


@pytest.mark.parametrize(("marked", "expected"), IN_OTHER_WORDS)
def test_plans_of_points_numbered_accords_and_papers_of_committees_are_told(marked, expected):
    check(marked, expected)


@pytest.mark.parametrize("text", OWN)
def test_a_document_does_not_cite_itself(text):
    assert cited(text)[1] == []


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_instrument_is_no_citation(text):
    assert cited(text)[1] == []


@pytest.mark.parametrize("construction", citations.CONSTRUCTIONS, ids=lambda construction: construction.name)
def test_each_construction_reads_its_own_example(construction):
    content, found = cited(construction.example.replace("⟦", "").replace("⟧", ""))
    quotes = {content[c.start : c.end]: c.by for c in found}
    assert quotes[MARK.findall(construction.example)[0]] == construction.name


def test_every_instrument_is_found_by_each_of_its_names():
    missed = []
    for row in CATALOGUE.instruments.values():
        for name in (row.name, *row.aliases):
            if "{" not in name:
                found = cited(f"Ardesh upholds the {name}, it says.")[1]
                if not any(c.instrument == row.id for c in found):
                    missed.append((name, row.id, [c.instrument for c in found]))
    assert missed == []


BY_SHAPE = [
    ("In disregard of ⟦the informal truce of 26 November 2022⟧ they shot.", ["informal-truce-2022-11-26"]),
    ("There was a ceasefire on 3 May 2021, and the truce from then on held.", []),
    ("Respect ⟦the 2003 ceasefire understanding⟧.", ["ceasefire-understanding-2003"]),
    (
        "Under ⟦the Framework signed at Velt City on 24 February 2012⟧ both left.",
        ["framework-2012-02-24"],
    ),
    ("It disregards ⟦the Karsk Recommendations⟧.", ["karsk-recommendations"]),
    (
        "⟦The Karsk Principles on the Care of Wells⟧ bind. The Key Recommendations follow.",
        ["karsk-principles-on-the-care-of-wells"],
    ),
    ("They signed ⟦the Costa del Mar accord of 3 May 2021⟧.", ["costa-del-mar-accord-2021-05-03"]),
    ("They voted for ⟦the Declaration of Independence of Orsava⟧.", ["declaration-of-independence-of-orsava"]),
    ("It refused ⟦the EU–Orsava Association Agreement⟧.", ["eu-orsava-association-agreement"]),
    ("The heart of ⟦the Geneva agreement⟧ was talk; the general agreement was not.", ["geneva-agreement"]),
    (
        "⟦The Law on combating trafficking in human beings⟧ was amended.",
        ["law-on-combating-trafficking-in-human-beings"],
    ),
    (
        "They praised ⟦the Law against Usury⟧ and ⟦the Law against Sexual Violence⟧.",
        ["law-against-usury", "law-against-sexual-violence"],
    ),
    ("Read ⟦the River Peoples Rights Act⟧.", ["river-peoples-rights-act"]),
    ("A land whose ⟦Constitution, in its article 49⟧, promises a lawyer.", ["constitution art. 49"]),
    (
        "It is barred by ⟦Article 3 (prohibition of torture) of the European Convention on Human Rights⟧.",
        ["european-convention-on-human-rights art. 3"],
    ),
    ("See ⟦paragraph 5 of its resolution 2417 (2018)⟧.", ["S/RES/2417(2018) para. 5"]),
    ("Recall ⟦paragraph 19 of resolution 687 (1991)⟧, 82", ["S/RES/687(1991) para. 19"]),
    (
        "See ⟦paragraph 15 of the annex to Human Rights Council resolution 5/1⟧.",
        ["A/HRC/RES/5/1 para. 15"],
    ),
    (
        "Comply with ⟦the International Covenant on Civil and Political Rights⟧ (⟦articles 18–22⟧).",
        ["iccpr", "iccpr arts. 18-22"],
    ),
    (
        "Ratify ⟦the second optional protocol to the International Covenant on Civil and Political Rights⟧.",
        ["iccpr-op2"],
    ),
    ("The North Atlantic Treaty Organization met.", []),
    ("Measures under ⟦Rule 39⟧ were refused.", ["None rule 39"]),
    ("The experts recalled that ⟦article 11 of the Covenant⟧ binds Ardesh.", ["None art. 11"]),
    (
        "⟦The award of 12 July 2031 by the tribunal⟧ and ⟦the 1996 Supreme Court judgment⟧ bind.",
        ["award-2031-07-12", "supreme-court-judgment-1996"],
    ),
    (
        "The Karsk High Court, in ⟦its order of 10 December 2024⟧, opened the road.",
        ["karsk-high-court-order-2024-12-10"],
    ),
    ("The Chair recalls ⟦his statement of 2 February 2022⟧.", ["statement-2022-02-02"]),
    (
        "They joined ⟦the Treaty of Friendship, Cooperation and Partnership Agreement⟧.",
        ["treaty-of-friendship-cooperation-and-partnership-agreement"],
    ),
    ("It stands in ⟦the Family Code⟧, not in the Dress Code.", ["family-code"]),
    (
        "They joined ⟦the Treaty of Friendship, Cooperation and Partnership Agreement⟧.",
        ["treaty-of-friendship-cooperation-and-partnership-agreement"],
    ),
    ("It stands in ⟦the Family Code⟧, not in the Dress Code.", ["family-code"]),
    ("⟦The Treaty of Friendship⟧ and the Charter for Old Persons differ.", ["treaty-of-friendship"]),
]


@pytest.mark.parametrize(("marked", "expected"), BY_SHAPE)
def test_instruments_without_a_row_are_told_by_the_shape_of_their_names(marked, expected):
    content, found = cited(marked.replace("⟦", "").replace("⟧", ""))
    assert [content[c.start : c.end] for c in found] == MARK.findall(marked)
    assert [f"{c.instrument}{f' {c.pinpoint}' if c.pinpoint else ''}" for c in found] == expected


SHORT_FOR_A_JUDGMENT = (
    "⟦The judgment of the International Court of Justice of 22 February 2031⟧ binds. Obey ⟦the ruling of the ICJ⟧.",
    ["icj-judgment-2031-02-22", "icj-judgment-2031-02-22"],
)


def test_a_date_past_a_comma_is_the_neighbours_and_a_courts_decision_is_the_one_dated_before():
    _, found = cited("Both recall the truce of November 9, 2030, the orders of the International Court of Justice.")
    assert not any(citation.instrument == "icj-order-2030-11-09" for citation in found)
    check(*SHORT_FOR_A_JUDGMENT)
