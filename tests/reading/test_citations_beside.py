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
    ],
)
def test_papers_are_told_by_who_owns_them_and_how_they_are_filed(marked, expected, reader):
    found = _cited(marked.replace("⟦", "").replace("⟧", ""), reader)
    assert [one.quote for one in found] == MARK.findall(marked)
    assert [one.instrument for one in found] == expected
