# SPDX-License-Identifier: Apache-2.0
"""Articles beside their paper's name, papers that a body calls its own, dockets, goals, short names: marked texts."""

from __future__ import annotations

import re

import pytest

from tocsin.reading.read import Reader
from tocsin.records.findings import Citation
from tocsin.records.ids import digest
from tocsin.records.texts import Text

MARK = re.compile(r"⟦(.*?)⟧", re.DOTALL)


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


def _cited(content: str, reader: Reader) -> list[Citation]:
    lead = "We have lived in this valley for years and know its people. "
    content = lead + content
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [one for one in reader.read(text).findings if isinstance(one, Citation)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The raid breaks ⟦article 9 and article 21 of the International Covenant on Civil and Political Rights⟧.",
            ["arts. 9 and 21"],
        ),
        ("It breaks ⟦Article 9(1) as well as Article 21 of the ICCPR⟧ alike.", ["arts. 9(1) and 21"]),
        ("It breaks ⟦article 9, article 14, paragraph 3, and article 21 of the ICCPR⟧.", ["arts. 9, 14(3) and 21"]),
        (
            "See ⟦paragraph 1 of article 9, article 14 and article 21 of the Constitution of Veltria⟧.",
            ["arts. 9(1), 14 and 21"],
        ),
        ("They rely on ⟦article 6 and article 8 of the ECHR⟧.", ["arts. 6 and 8"]),
        (
            "Under ⟦the Constitution of Veltria, article 9⟧, and ⟦article 21 of the ICCPR⟧, it ends.",
            ["art. 9", "art. 21"],
        ),
        ("It breaks ⟦Article 9 of the ICCPR⟧ and ⟦Article 33 of the 1951 Refugee Convention⟧.", ["art. 9", "art. 33"]),
        ("It runs counter to ⟦UNCAT, Art. 3⟧ and ⟦the ICCPR, Article 19(3)⟧.", ["art. 3", "art. 19(3)"]),
        (
            "• ⟦1951 Refugee Convention, Art. 33⟧\n• ⟦Rome Statute – art. 8(2)(b)(xxv)⟧",
            ["art. 33", "art. 8(2)(b)(xxv)"],
        ),
        ("⟦The Arab Charter on Human Rights: Article 38⟧ speaks of food.", ["art. 38"]),
        (
            "Contrary to ⟦Art. 3 ECHR⟧, ⟦Art.8 § 2 ECHR⟧ and ⟦Art 2(7) UN Charter⟧.",
            ["art. 3", "art. 8(2)", "art. 2(7)"],
        ),
        ("In Article 33, ⟦the Refugee Convention⟧ says it.", [None]),
        (
            "Under ⟦the Refugee Convention⟧, ⟦Article 5 of the Constitution of Ardesh⟧ falls.",
            [None, "art. 5"],
        ),
        ("The displaced hold to ⟦the Guiding Principles⟧, mostly ⟦Principle 18⟧.", [None, "principle 18"]),
        ("⟦SDG 6⟧ and ⟦Goals 5 and 16⟧ ask for wells.", ["goal 6", "goals 5 and 16"]),
        ("In the second half they scored Goals 5 and 6.", []),
    ],
)
def test_an_article_belongs_to_the_paper_beside_it(marked, expected, reader):
    found = _cited(marked.replace("⟦", "").replace("⟧", ""), reader)
    assert [one.quote for one in found] == MARK.findall(marked)
    assert [one.pinpoint for one in found] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            (
                "The European Parliament,\n– having regard to ⟦its resolution of 10 March 2031 on foreign wells⟧,\n"
                "– having regard to ⟦its previous resolutions on Veltria⟧, in particular ⟦that of 16 March 2031⟧,"
            ),
            ["ep-resolution-2031-03-10", None, "ep-resolution-2031-03-16"],
        ),
        ("The European Parliament acts in line with its previous decisions.", []),
        (
            "The judges told both in ⟦their order of 23 January 2031⟧ to wait. The ICJ is shut.",
            ["icj-order-2031-01-23"],
        ),
        ("See ⟦ITLOS, Advisory Opinion of 21 May 2024⟧.", ["itlos-advisory-opinion-2024-05-21"]),
        (
            "⟦The judgment of the European Court of Human Rights in Ilmar v. Ardesh⟧ stands.",
            ["ilmar-v-ardesh"],
        ),
        (
            "It refers to ⟦Veltria v. Ardesh (re Orsava), Grand Chamber judgment of 25 June 2031⟧.",
            ["ecthr-judgment-2031-06-25"],
        ),
        ("⟦The High Court's ruling in HC 2887/31⟧ was final.", ["high-courts-ruling-in-hc-2887-31"]),
        ("What of ⟦Basic Law: The Wells and Rivers⟧?", ["basic-law-the-wells-and-rivers"]),
        (
            "The Karsk Summit met. ⟦The Karsk Process conclusions of 28 April 2031⟧ say it.",
            ["karsk-process-conclusions-2031-04-28"],
        ),
        ("The board's conclusions of 3 May 2031 were short.", []),
        (
            "By ⟦decision 1/CP.21⟧ and ⟦decisions 2/CMA.3⟧ and ⟦5/CP.29⟧ all may ask.",
            ["unfccc-decision-1-cp-21", "unfccc-decision-2-cma-3", "unfccc-decision-5-cp-29"],
        ),
        (
            "⟦Security Council resolution 242 (1967)⟧ and later ⟦497 (1981)⟧; he paid 498 (1999).",
            ["S/RES/242(1967)", "S/RES/497(1981)"],
        ),
        (
            "PACE sat. ⟦Resolution 2540 (2031)⟧ and ⟦Recommendation 2273 (2031)⟧ bind.",
            ["pace-resolution-2540-2031", "pace-recommendation-2273-2031"],
        ),
        (
            "⟦ILO Convention No. 87⟧, ⟦C98⟧ and ⟦ILO C190⟧.",
            ["ilo-convention-87", "ilo-convention-98", "ilo-convention-190"],
        ),
        ("The choir sang in C 98 times.", []),
        ("See ⟦S/2031/292, para. 12⟧. ⟦Ibid., paras. 14-16⟧.", ["S/2031/292", "S/2031/292"]),
        (
            "Read ⟦the Basic Principles on the Role of Lawyers⟧, ⟦principles 16 and 18 of which⟧ forbid it.",
            ["basic-principles-on-the-role-of-lawyers", "basic-principles-on-the-role-of-lawyers"],
        ),
        ("⟦Decree No. 2031-0072/PT-RM of 1 October 2031⟧ binds; ⟦the said decree⟧ was hidden.", ["*", "*"]),
        ("By ⟦ordinance of Minister of Wells from 20 August 2031⟧ it was shut; a decree was expected.", ["*"]),
        ('They used ⟦Law 1055 (the "Wells Law")⟧.', ["*"]),
        (
            "⟦GC I⟧ and ⟦GC IV art. 18⟧, then ⟦AP I art. 13⟧; the AP I know told me so.",
            ["*", "*", "additional-protocol-i"],
        ),
        (
            "⟦UNSCR 1244⟧ stands. Karsk holds that ⟦1244⟧ still governs, and 1244 families agree.",
            ["*", "S/RES/1244(1999)"],
        ),
        (
            "It is guaranteed by ⟦both Covenants⟧ and by ⟦the Universal Declaration⟧.",
            ["international-covenants", "udhr"],
        ),
        ("Both obey ⟦the Agreement of 5 May 2031 between Veltria and Ardesh⟧.", ["agreement-2031-05-05"]),
        ("The sides broke ⟦the ceasefire protocols signed in Karsk on 9 June 2031⟧.", ["*"]),
        (
            "In ⟦its ruling of 4 May 2031⟧ the Constitutional Court of Ardesh spoke.",
            ["constitutional-court-ruling-2031-05-04"],
        ),
        ("See ⟦Case C-72/15 Kresk⟧ and ⟦Joined Cases C-411/10 and C-493/10⟧.", ["*", "*"]),
        ("She read ⟦the Press Law of 2019⟧ aloud.", ["*"]),
        (
            "⟦Regulation (EU) 2031/821 of the European Parliament and of the Council⟧ covers it.",
            ["eu-regulation-2031-821"],
        ),
    ],
)
def test_papers_are_told_by_who_owns_them_and_how_they_are_filed(marked, expected, reader):
    found = _cited(marked.replace("⟦", "").replace("⟧", ""), reader)
    assert [one.quote for one in found] == MARK.findall(marked)
    told = [one.instrument if want != "*" else "*" for one, want in zip(found, expected, strict=True)]
    assert told == expected
