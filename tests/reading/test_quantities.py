# SPDX-License-Identifier: Apache-2.0
"""Quantities in marked texts: ⟦…⟧ is a quantity, and beside each text stand sign, value and what is counted."""

import re

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.drafts import Draft
from tocsin.reading.layout.blocks import find as blocks
from tocsin.reading.lexicon import Lexicon
from tocsin.reading.quantities import finder as quantities
from tocsin.reading.views import view
from tocsin.records.findings import Time
from tocsin.records.ids import digest
from tocsin.records.texts import Text

CATALOGUE, _ = load()
LEXICON = Lexicon({"number": quantities.patterns()})
MARK = re.compile(r"⟦(.*?)⟧", re.DOTALL)


def counted(text, others=()):
    folded = view(text)
    draft = Draft(
        text=Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text),
        view=folded,
        catalogue=CATALOGUE,
        blocks=blocks(folded.content),
        hits=LEXICON.scan(folded.content),
    )
    return draft.content, quantities.find(draft, others)


FOUND = [
    ("it cost ⟦$5,000⟧ and ⟦20 euros⟧", ["= 5000 dollars", "= 20 euros"]),
    ("⟦USD 40 million⟧ of ⟦some 709 million dollars⟧ went missing", ["= 40000000 dollars", "~ 709000000 dollars"]),
    (
        "rose from ⟦$311 million⟧ to ⟦$1,092 million⟧ in six years",
        ["= 311000000 dollars", "= 1092000000 dollars"],
    ),
    ("worth ⟦about $200 to $250 million⟧ or ⟦$2-3 billion⟧", ["~ 200000000 dollars", "~ 2000000000 dollars"]),
    ("⟦Four of them⟧ received sentences of nine years", ["= 4 population"]),
    ("⟦17 Veltrian and Ardeshi nationals⟧ were held", ["= 17 nationals"]),
    (
        "⟦over 150 health and social service providers⟧ and ⟦seven lakh persons⟧",
        ["> 150 providers", "= 700000 population"],
    ),
    ("⟦110 or so families⟧ and ⟦four thousand or thereabouts shelters⟧", ["~ 110 families", "~ 4000 shelters"]),
    ("⟦two chapels⟧ were burnt", ["= 2 chapels"]),
    ("THE BOMB BROKE ⟦APPROXIMATELY 30 PERCENT⟧ OF THE WINDOWS", ["~ 30 per cent"]),
    ("the half ration is ⟦under 39 kilograms⟧", ["< 39 kilograms"]),
    ("the ⟦120-thousand population⟧ of Orsava", ["= 120000 population"]),
    ("⟦some 2 500 families⟧ fled Karsk", ["~ 2500 families"]),
    ("⟦a dozen trucks⟧ wait", ["= 12 trucks"]),
    ("holding ⟦more than a hundred Veltrian prisoners of war⟧", ["> 100 prisoners of war"]),
    ("⟦about 30,000 forcibly displaced Orsava residents⟧", ["~ 30000 displaced persons"]),
    ("signed by ⟦40 non-governmental organizations⟧", ["= 40 organisations"]),
    ("⟦more than half the region's 120,000 population⟧ left", ["> 60000 population"]),
    ("⟦two thirds of Karsk's 90,000 inhabitants⟧ left", ["= 60000 population"]),
    ("⟦60 per cent of the 50,000 residents⟧ have no water", ["= 30000 population"]),
    ("the death of ⟦four Ardeshi servicemen⟧", ["= 4 killed"]),
    ("⟦at least 12 civilians⟧ were killed and ⟦30 wounded⟧", ["> 12 killed", "= 30 injured"]),
    ("⟦between 200 and 300 families⟧", ["~ 200 families"]),
    ("⟦200–300 tents⟧ are needed", ["~ 200 tents"]),
    ("⟦hundreds of children⟧ and ⟦tens of thousands of women⟧", ["> 100 children", "> 10000 women"]),
    ("⟦1.2 million people⟧ need aid", ["= 1200000 population"]),
    ("⟦up to 45 tonnes of flour⟧ a day", ["< 45 tonnes of flour"]),
    ("with ⟦a population of 120,000⟧", ["= 120000 population"]),
    ("⟦the death toll rose to 45⟧", ["= 45 killed"]),
    ("the shelling left ⟦12 dead⟧", ["= 12 killed"]),
    ("killing ⟦two hundred and fifty soldiers⟧", ["= 250 killed"]),
    ("THE REBELS KIDNAPPED ⟦THREE JOURNALISTS⟧.", ["= 3 abducted"]),
    ("⟦One civilian⟧ was injured", ["= 1 injured"]),
    ("⟦400 hospital beds⟧ for ⟦1,500 patients⟧", ["= 400 beds", "= 1500 patients"]),
    ("⟦30.000 refugees⟧ crossed the Issel", ["= 30000 refugees"]),
    ("⟦half a million people⟧", ["= 500000 population"]),
    ("⟦100+ wounded⟧ reached Ardan", ["> 100 injured"]),
    ("⟦fewer than 20 trucks of aid⟧", ["< 20 trucks of aid"]),
]

MORE = [
    ("⟦between five and seven villages⟧ burned", ["~ 5 villages"]),
    ("⟦several hundred protesters⟧ were arrested", ["> 100 detained"]),
    ("⟦Some 5.7 million Norlandese⟧ fled", ["~ 5700000 population"]),
    ("⟦14,000 individuals⟧ (⟦3,200 households⟧)", ["= 14000 population", "= 3200 households"]),
    ("⟦20% of 1,000 households⟧ have bread", ["= 200 households"]),
    ("⟦the number of displaced people reached 45,000⟧", ["= 45000 displaced people"]),
]

OTHER_WORDS = [
    ("⟦Some 70 per cent⟧ live in the north.", ["~ 70 per cent"]),
    (
        "Of the appeal ⟦not quite 32%⟧ has come in, and prices rose by ⟦9.6 percent⟧.",
        ["< 32 per cent", "= 10 per cent"],
    ),
    ("They traced ⟦no more than 16⟧ of the ⟦14,988 cases⟧ lodged.", ["< 16 cases", "= 14988 cases"]),
    ("Only ⟦3⟧ of ⟦25 wells⟧ work.", ["= 3 wells", "= 25 wells"]),
    (
        "⟦Over 700,000⟧ live away from home, ⟦not less than eleven⟧ were buried.",
        ["> 700000 population", "> 11 population"],
    ),
    ("⟦More than 3,400⟧ have been displaced.", ["> 3400 displaced persons"]),
    ("The elders buried ⟦nine of their own⟧.", ["= 9 population"]),
    ("They pay at ⟦four barricades⟧ and wrote ⟦three letters⟧.", ["= 4 barricades", "= 3 letters"]),
    ("⟦Upwards of 200 Sallir⟧ were driven over the pass.", ["> 200 population"]),
    ("They drove off ⟦some 300 head⟧ of cattle and jailed ⟦more than 20,000⟧.", ["~ 300 cattle", "> 20000 detained"]),
    ("The war cost ⟦some 70,000 lives⟧, and one lives here.", ["~ 70000 killed"]),
    ("⟦Eleven of those arrested⟧ wait, ⟦nine of those taken⟧ too.", ["= 11 detained", "= 9 population"]),
    ("⟦Between 80,000 and 110,000 Sallir⟧ live there.", ["~ 80000 population"]),
    ("Karsk has ⟦5,200 midwives⟧. It needs ⟦18,000 more⟧.", ["= 5200 medics", "= 18000 medics"]),
    ("⟦14 videos⟧ showing soldiers were verified.", ["= 14 videos"]),
    ("⟦A little over 40 herders⟧ and ⟦two brothers⟧ came.", ["> 40 herders", "= 2 brothers"]),
]

NONE = [
    "one in three children is hungry",
    "On 12 December 2022 and in May 2023 they met for 44 days.",
    "under article 33 and resolution 713 (1991), paragraph 4",
    "a 44-day offensive, aged 45 years",
    "two sides and three phases",
    "In 2020 attacks went on.",
    "two out of three children and one in every five households go hungry",
    "He earns 300,000 and waits.",
    "the first of May, at 10 a.m.",
]


@pytest.mark.parametrize(("marked", "expected"), [*FOUND, *MORE, *OTHER_WORDS])
def test_numbers_are_found_with_bounds_and_what_they_count(marked, expected):
    content, found = counted(marked.replace("⟦", "").replace("⟧", ""))
    assert [content[q.start : q.end] for q in found] == MARK.findall(marked)
    assert [f"{q.comparator} {q.value} {q.of}" for q in found] == expected


@pytest.mark.parametrize("text", NONE)
def test_dates_numbers_of_articles_durations_and_money_are_no_quantities(text):
    assert counted(text)[1] == []


def test_a_range_keeps_both_its_bounds():
    (found,) = counted("between 200 and 300 families")[1]
    assert (found.low, found.high) == (200, 300)


def test_a_number_inside_another_finding_is_left_alone():
    time = Time(start=0, end=8, quote="", by="time.duration", edtf="P12M")
    assert counted("12 people came", (time,))[1] == []


@pytest.mark.parametrize("construction", quantities.CONSTRUCTIONS, ids=lambda construction: construction.name)
def test_each_construction_reads_its_own_example(construction):
    content, found = counted(construction.example.replace("⟦", "").replace("⟧", ""))
    quotes = {content[q.start : q.end]: q.by for q in found}
    assert quotes[MARK.findall(construction.example)[0]] == construction.name


WITHOUT_NOUN = [
    ("⟦Six people⟧ died here and ⟦at least seven⟧ on the far bank.", ["= 6 population", "> 7 population"]),
    ("Killing ⟦six people⟧ here and ⟦at least seven⟧ on the far bank.", ["= 6 killed", "> 7 killed"]),
    (
        "⟦About 57 children⟧ were carried off, says the Forum; the army speaks of ⟦eighty or more⟧.",
        ["~ 57 children", "> 80 children"],
    ),
    ("They shot ⟦50 villagers⟧. The kin speak of ⟦up to a hundred⟧.", ["= 50 population", "< 100 population"]),
    ("⟦12 drivers⟧ were taken away; ⟦nine⟧ have been charged.", ["= 12 drivers", "= 9 drivers"]),
    ("⟦Three others⟧ were taken away.", ["= 3 population"]),
    ("⟦2,140 nurses, laboratory workers and doctors⟧ sign.", ["= 2140 nurses"]),
    ("⟦Two officers⟧ and many soldiers fell.", ["= 2 officers"]),
    (
        "Trucks that came in: ⟦33⟧ (week before: ⟦1,108⟧)\nPatients let out: ⟦none⟧\n",
        ["= 33 trucks", "= 1108 trucks", "= 0 patients"],
    ),
    (
        "⟦Eleven sailors⟧ with ⟦one boat⟧; ⟦one toilet⟧ served ⟦a hundred persons or more⟧.",
        ["= 11 sailors", "= 1 boats", "= 1 toilets", "> 100 population"],
    ),
    ("⟦Sixty-odd houses⟧ burned ⟦less than 400 metres⟧ from the mill, 30 km away.", ["~ 60 homes", "< 400 metres"]),
    ("Seventy-second session\nConcluding observations", []),
]


@pytest.mark.parametrize(("marked", "expected"), WITHOUT_NOUN)
def test_a_number_without_a_noun_counts_what_its_label_or_the_number_before_counts(marked, expected):
    content, found = counted(marked.replace("⟦", "").replace("⟧", ""))
    assert [content[q.start : q.end] for q in found] == MARK.findall(marked)
    assert [f"{q.comparator} {q.value} {q.of}" for q in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The union asks to\n1. name those killed\n2. free those detained\n3. Detained men be paid",
        "1. Free the dock workers whom the police detained\n2. Say who was killed\n3. Pay.",
        "We ask:\n\n  2) to name those\n     killed\n  3) to free all",
        "No-one was detained in Karsk and not one of the prisoners was hurt.",
    ],
)
def test_the_number_of_an_item_and_a_one_that_is_nobody_count_nothing(text):
    assert counted(text)[1] == []


def test_a_number_that_a_wrapped_line_puts_at_its_head_still_counts():
    _, found = counted("The shelling of Karsk on Monday killed\n12. The army of Ardesh denied it.")
    assert [(one.value, one.of) for one in found] == [(12, "killed")]
