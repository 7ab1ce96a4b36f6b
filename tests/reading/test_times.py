# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a marked text stands on one line
"""Times in marked texts of many genres, each with the date of issue it is read by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marked import plain
from tocsin.catalogue.catalogue import load
from tocsin.reading.drafts import Draft
from tocsin.reading.layout.blocks import find as blocks
from tocsin.reading.lexicon import Lexicon
from tocsin.reading.read import Reader
from tocsin.reading.times import finder as times
from tocsin.reading.times.mentions import patterns
from tocsin.reading.views import view
from tocsin.records.ids import digest
from tocsin.records.texts import Text
from tocsin.records.times import days, parse

CATALOGUE, _ = load()
LEXICON = Lexicon({"time": patterns()})


def draft(content: str, facts: tuple[tuple[str, str], ...] = ()) -> Draft:
    """Lay a plain text out with the time layer alone."""
    text = Text(
        document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content, facts=facts
    )
    seen = view(content)
    return Draft(
        text=text, view=seen, catalogue=CATALOGUE, blocks=blocks(seen.content), hits=LEXICON.scan(seen.content)
    )


def read(content: str, issued: str | None) -> list[tuple[str, str]]:
    laid = draft(content)
    return [(laid.content[found.start : found.end], found.edtf) for found in times.find(laid, issued)]


def check(issued: str | None, marked: str) -> None:
    content, marks = plain(marked)
    assert read(content, issued) == [(mark.quote, mark.expected["v"]) for mark in marks]


WHOLE = [
    "The Orsava Assembly met on ⟦time v=2021-03-04|4 March 2021⟧ in Karsk.",
    "The order of ⟦time v=2021-03-04|March 4, 2021⟧, binds both States.",
    "Signed at Velt City on ⟦time v=2019-07-01|the 1st of July 2019⟧.",
    "SIGNED AT ARDAN, ⟦time v=2019-07-01|JULY 1, 2019⟧.",
    "Shelling began on ⟦time v=2020-09-05|Sept. 5, 2020⟧ near the Issel.",
    "Shelling began on ⟦time v=2020-09-05|September 5th, 2020⟧ near the Issel.",
    "The crossing was shut on ⟦time v=2021-02-11|Thursday, 11 February 2021⟧.",
    "The crossing was shut on ⟦time v=2021-02-11|11.02.2021⟧ and opened on ⟦time v=2021-03-02|2021-03-02⟧.",
    "Table of incidents: ⟦time v=2021-03-23|23/03/2021⟧ Karsk; ⟦time v=2021-03-04?|04/03/2021⟧ Orsava.",
    "The team worked from ⟦time v=2022-06-13/2022-06-15|13 to 15 June 2022⟧ in Karsk.",
    "The team worked in Karsk on ⟦time v=2022-06-13/2022-06-15|13–15 June 2022⟧.",
    "Clashes between ⟦time v=2022-05-05/2022-05-07|5 and 7 May 2022⟧ left the bridge damaged.",
    "The letters dated ⟦time v=1984-04-12/1984-04-13|12 and 13 April 1984⟧ were noted.",
    "Fighting on ⟦time v=1984-05-03|3⟧ and ⟦time v=1984-05-17|17 May 1984⟧ was condemned.",
    "Truce talks ran ⟦time v=2023-06-28/2023-07-03|28 June – 3 July 2023⟧ without result.",
    "From ⟦time v=2022-12-12|12 December 2022⟧ to ⟦time v=2023-04-23|23 April 2023⟧ the Tamar corridor was shut.",
    "From ⟦time v=2023-06-28|28 June⟧ to ⟦time v=2023-07-03|3 July 2023⟧ the Tamar corridor was shut.",
    "Between ⟦time v=2021-03|March⟧ and ⟦time v=2021-05|May 2021⟧ nobody crossed.",
    "Prices doubled in ⟦time v=2021-06/2021-07|June–July 2021⟧.",
    "On ⟦time v=2020-09-27|the night of 27 September 2020⟧ the town was shelled.",
    "By ⟦time v=2021-08|August 2021⟧ half the villages stood empty.",
    "In ⟦time v=2023-01~/2023-04~|early 2023⟧ and again in ⟦time v=2023-03-21~/2023-03-31~|late March 2023⟧ aid was turned back.",
    "In ⟦time v=2022-01/2022-06|the first half of 2022⟧ no convoy passed.",
    "Refugees of ⟦time v=199X|the 1990s⟧ and of ⟦time v=1988|1988⟧ have not come home.",
    "During ⟦time v=1994~/1996~|the mid-1990s⟧ mines were laid along the Issel.",
    "The border drawn in ⟦time v=18XX|the 19th century⟧ is disputed.",
    "In ⟦time v=2014-22|the summer of 2014⟧ and ⟦time v=2015-24|winter 2015⟧ wells ran dry.",
    "The mandate covers ⟦time v=2014/2016|2014–2016⟧ and ⟦time v=1992/1994|1992-94⟧.",
    "Since ⟦time v=2014|2014⟧, Ardesh has refused inspection; after the ⟦time v=2018|2018⟧ elections it closed the office.",
    "Horzan (⟦time v=2016|2016⟧), a report, was withdrawn.",
]

PARTIAL = [
    (
        "2031-10-04/..",
        "The war of ⟦time v=1994/1999|1994-1999⟧ is past. The minister spoke on ⟦time v=2031-09-09|9 September⟧; the law of ⟦time v=2031-01|January⟧ stands.",
    ),
    (
        "2031-04-27",
        "The party elected Olm on ⟦time v=2031-04-25|25 April⟧ as its candidate for ⟦time v=2031-06-26|the 26 June⟧ presidential election.",
    ),
    (
        "2026-06-05",
        "The envoy may come in ⟦time v=2026-09|September⟧; the school is to open in ⟦time v=2026-09|September⟧.",
    ),
    (
        "2026-06-05",
        "Talks might resume on ⟦time v=2026-12-03|3 December⟧; they may have ended in ⟦time v=2026-03|March⟧.",
    ),
    (
        "2023-07-21",
        "Independence was declared on ⟦time v=1991-09-02|September 2, 1991⟧, and put to a vote on ⟦time v=1991-12-10|December 10⟧.",
    ),
    (
        "2023-08~",
        "It set up a post on ⟦time v=2023-04-23|April 23, 2023⟧. On ⟦time v=2023-06-15|June 15⟧ it closed the road.",
    ),
    (
        "2023-01-23",
        "On ⟦time v=2022-12-20|20 December⟧ the convoy was sent back; on ⟦time v=2023-01-04|4 January⟧ another was.",
    ),
    (
        "2023-01-23",
        "The post was set up on ⟦time v=2022-12-12|12 December 2022⟧. On ⟦time v=2023-01-05|5 January⟧ it was widened.",
    ),
    ("2023-01-23", "Both sides will meet in Karsk on ⟦time v=2023-03-03|3 March⟧."),
    ("2023-11-20", "The Council asked for a report by ⟦time v=2024-02-15|15 February⟧."),
    ("2023-05-10", "Rations were halved in ⟦time v=2023-03|March⟧ and again in ⟦time v=2022-10|October⟧."),
    ("2023-05-10", "In ⟦time v=2023-05|May⟧ the wells may run dry; people march to the river."),
    ("2023-05-10", "Reservists have been called up since ⟦time v=2023-04-21~/2023-04-30~|late April⟧."),
    ("2023-05-10", "The truce of ⟦time v=2022-06|last June⟧ did not hold."),
    (
        None,
        "In ⟦time v=2022-11|November 2022⟧ the line was cut. On ⟦time v=2022-11-18|18 November⟧ it was mended, and on ⟦time v=2023-01-02|2 January⟧ cut again.",
    ),
    (
        "2024-03-02",
        "Under the accord signed in Ardan on ⟦time v=2011-11-09|9 November 2011⟧, both sides withdrew.\n\nOn ⟦time v=2024-02-27|27 February⟧ shells fell on Karsk.",
    ),
]

RELATIVE = [
    (
        "2031-04-27",
        "The tower was built on ⟦time v=2030-05-03|3 May 2030⟧. He died aboard the ship in ⟦time v=1994|1994⟧, which held scores ⟦time v=1994|that year⟧.",
    ),
    (
        "2023-09-29",
        "Ardesh took the valley ⟦time v=2023-09-18/2023-09-24|last week⟧ and the pass ⟦time v=2023-09-28|yesterday⟧.",
    ),
    (
        "2023-09-29",
        "Two drivers were held on ⟦time v=2023-09-27|Wednesday⟧ and freed on ⟦time v=2023-09-28|Thursday evening⟧, the Ombudsman said.",
    ),
    ("2023-09-29", "The envoy will arrive on ⟦time v=2023-10-02|Monday⟧."),
    ("2023-09-29", "The envoy left ⟦time v=2023-09-22|last Friday⟧."),
    ("2023-09-29", "⟦time v=2023-09-28|Last night⟧ drones struck the depot."),
    (
        "2023-09-29",
        "The Prime Minister said ⟦time v=2023-09-29|today⟧ that the road is open. Today Orsava is a test for us all.",
    ),
    (
        "2023-09-29",
        "⟦time v=2023-08|Last month⟧ and ⟦time v=2023|this year⟧ the harvest failed; ⟦time v=2022|last year⟧ it did not.",
    ),
    (
        "2023-09-29",
        "Three clinics closed ⟦time v=2023-09-26|three days ago⟧, and the last school ⟦time v=2021|two years ago⟧.",
    ),
    (
        "2023-09-29",
        "The bridge fell ⟦time v=2023-09-15|two weeks ago⟧; the mill burned ⟦time v=2023-05|four months ago⟧.",
    ),
    (
        "2023-09-29",
        "The post stood on ⟦time v=2023-06-15|15 June 2023⟧. ⟦time v=2023-06-22|A week later⟧ walls were raised; ⟦time v=2023-06-23|the next day⟧ the road was shut.",
    ),
    (
        "2023-09-29",
        "It fell on ⟦time v=2023-06-15|15 June 2023⟧. ⟦time v=2023-06-20|Five days later⟧, on ⟦time v=2023-06-20|20 June 2023⟧, it was retaken.",
    ),
    (
        "2023-09-29",
        "It closed on ⟦time v=2023-06-15|15 June 2023⟧ and since ⟦time v=2023-06-15|then⟧ nothing has come in.",
    ),
    ("2023-09-29", "The office opened in ⟦time v=2011|2011⟧ and closed ⟦time v=2014|three years later⟧."),
    (
        "2023-09-29",
        "Shots were heard on ⟦time v=2023-09-02|2 September⟧; ⟦time v=2023-09-02|that day⟧ two people died.",
    ),
    (None, "We were told yesterday that the road would open next week."),
]

LENGTHS = [
    "For ⟦time v=P8M|almost eight months⟧ now no fuel has come in.",
    "After the ⟦time v=P44D|44-day⟧ war came ⟦time v=P30Y|three decades⟧ of waiting.",
    "It took ⟦time v=P1D|a whole day⟧; it used to take ⟦time v=PT2H|a couple of hours⟧.",
    "The ceasefire held for ⟦time v=PT48H|48 hours⟧.",
    "They have lived in tents for ⟦time v=P2Y|more than two years⟧.",
    "He was sentenced to ⟦time v=P13Y|13 years⟧ in prison after ⟦time v=P6M|six months⟧' detention.",
    "The mandate is extended for a period of ⟦time v=P6M|six months⟧ and reviewed within ⟦time v=P30D|thirty days⟧.",
    "Over ⟦time v=P3W|the past three weeks⟧ eleven people starved.",
    "The siege has gone on for ⟦time v=P2Y6M|two and a half years⟧, the talks for ⟦time v=P18M|eighteen months⟧.",
    "⟦time v=P2Y|More than two years⟧ after the accord nothing is settled.",
    "A ⟦time v=P1M|month-long⟧ curfew followed ⟦time v=P6M|half a year⟧ of unrest.",
    "Water comes ⟦time v=P3D|every three days⟧.",
    "They waited for ⟦time v=P1Y|a year⟧ and ⟦time v=PT10H|ten hours⟧ at the gate.",
    "It lasted ⟦time v=P2Y3M|two years and three months⟧.",
]

NONE = [
    "Resolution 822 (1993) and resolutions 853 (1993) and 2231 (2015) are recalled.",
    "Recalling its resolutions 1325 and 2020 and decision 1989, the Committee decides.",
    "The corridor feeds 120,000 people, among them 1,300 infants and 2020 students.",
    "About 2000 families and 1950 persons have left; 1500 tents are needed.",
    "See page 2014, article 5, para. 1998 and document A/77/2012.",
    "A 12-year-old girl and a man aged 70 years, five years old when the war began, were hit.",
    "Now, currently and in recent years, months of talks have led nowhere; a second may follow.",
    "Doctors see patients twice a day and 40 trucks a day are needed, one day we shall return.",
    "It may march on; the August body of elders sits.",
    "The price rose from $1990 to €2015 per ton.",
    "The Sunday Times and the Friday Group reported the months-long blockade.",
    "Law No. 1925 on the status of Orsava and Decree 2003 remain in force.",
]


@pytest.mark.parametrize("marked", WHOLE)
def test_a_date_with_its_year_needs_nothing_else(marked):
    check(None, marked)


@pytest.mark.parametrize(("issued", "marked"), PARTIAL)
def test_a_date_without_a_year_goes_by_the_text_before_it_or_by_the_issue(issued, marked):
    check(issued, marked)


@pytest.mark.parametrize(("issued", "marked"), RELATIVE)
def test_a_relative_time_goes_by_the_issue_or_by_the_tale(issued, marked):
    check(issued, marked)


@pytest.mark.parametrize("marked", LENGTHS)
def test_a_length_of_time_is_a_duration(marked):
    check(None, marked)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_time_is_none(text):
    assert read(text, "2023-05-10") == []


WORDS = (  # noqa: SIM905 - read as lines of words
    "12 3 31 30 29 2020 1993 '89 89 199 May March June february Sept. DEC the of and to from - – / , . ( ) ; in on by "
    "until last next this early mid late end beginning first third half quarter of-the Friday SUNDAY days weeks month "
    "years a an one two twenty-one couple dozen half ago later earlier long old week day decade century 1990s 20th "
    "night morning since then yesterday today spring winter 13.02.2021 2021-02-30 5/6/07 every than more almost resolution"
).split(" ")


@given(
    st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=24).map(" ".join),
    st.sampled_from([None, "2023-07-21", "2023-08~", "2023-07-25/..", "2023", "2024-02-29"]),
)
def test_whatever_is_read_has_a_value_and_times_do_not_overlap(content, issued):
    laid = draft(content)
    end = 0
    for found in times.find(laid, issued):
        assert end <= found.start < found.end
        end = found.end
        if found.edtf.startswith("P"):
            assert days(found.edtf) > 0
        else:
            parse(found.edtf)


WITHOUT_MONTH = [
    ("2023-09-29", "The post at Karsk was shelled on ⟦time v=2023-09-15|the 15th⟧, and again."),
    ("2023-09-05", "The post at Karsk was shelled on ⟦time v=2023-08-30|the 30th⟧."),
    ("2023-09-05", "The Assembly will vote on ⟦time v=2023-09-30|the 30th⟧."),
    ("2023-09-05", "It is the 30th session of the Council and the 12th time that it meets in Ardan."),
    ("2023-09-29", "Shelled on ⟦time v=2023-08-03|3 August 2023⟧, the post fell on ⟦time v=2023-08-07|the 7th⟧."),
    ("2023-09-29", "Update 3 – ⟦time v=2023-09-09|9 September 2023⟧"),
    ("2023-09-29", "Issue 41, ⟦time v=2023-09-10|September 10, 2023⟧"),
    ("2023-09-29", "Under paragraph 9 the posts are to go."),
    ("2023-09-29", "The network has ⟦time v=2023-09-29|today⟧ been forced to close its clinic. Today nobody is safe."),
    ("2023-09-29", "Earlier ⟦time v=2023-09|this month⟧ the road was cut."),
    ("2023-09-29", "The letter was read on the Third Sunday of Advent."),
]


IN_OTHER_WORDS = [
    (
        "2023-09-29",
        "⟦time v=P1W|Another week⟧ of this, ⟦time v=P1M|one more month⟧, or ⟦time v=P2W|two further weeks⟧.",
    ),
    ("2023-09-29", "Within ⟦time v=P10D|ten (10) days⟧ or ⟦time v=PT48H|forty-eight (48) hours⟧ of the arrest."),
    ("2023-09-29", "The ⟦time v=2024|2024⟧ plan needs four million."),
    (
        "2024-09-29",
        "Done at Karsk, ⟦time v=2024-06-07|this seventh day of June in the year two thousand and twenty-four⟧.",
    ),
    ("2023-09-29", "Done on ⟦time v=2023-03-21|the twenty-first day of March two thousand and twenty-three⟧."),
    ("2023-09-29", "Given in Ardan on ⟦time v=1998-05-03|the 3rd day of May 1998⟧."),
    ("2023-09-29", "By ⟦time v=2023-08-21~/2023-08-31~|the end of August⟧ all the posts were shut."),
    ("2023-09-29", "They must leave by ⟦time v=2023-10-04|Wednesday⟧."),
    (
        "2023-09-29",
        "It fell ⟦time v=2023-09-27|the day before yesterday⟧; ⟦time v=2023-10-01|the day after tomorrow⟧ we bury them.",
    ),
    ("2023-09-29", "Over ⟦time v=2023-09-23/2023-09-24|the weekend⟧ shells fell on the mill."),
    ("2023-09-29", "In the years ⟦time v=2001|2001⟧ to ⟦time v=2005|2005⟧ the pass was open."),
]


DEADLINES = [
    "We call on Ardesh to withdraw its posts after ⟦time v=2025-05-15|15 May⟧.",
    "Veltria must open the road by ⟦time v=2025-05-15|15 May⟧ and keep it so until ⟦time v=2025-06-01|1 June⟧.",
    "The road, shut since ⟦time v=2024-12-12|12 December 2024⟧, must be open by ⟦time v=2025-05-15|15 May⟧.",
    "We urge Ardesh to free all those seized after ⟦time v=2024-05-15|15 May⟧.",
    "Those whom Veltria took before ⟦time v=2024-07-19|19 July⟧ came home.",
]


@pytest.mark.parametrize("marked", DEADLINES)
def test_a_deadline_in_an_ask_is_the_coming_one_and_what_was_done_by_then_is_past(marked):
    check("2025-03-03", marked)


@pytest.mark.parametrize(("issued", "marked"), IN_OTHER_WORDS)
def test_solemn_dates_further_lengths_and_ends_of_months_are_read(issued, marked):
    check(issued, marked)


@pytest.mark.parametrize(("issued", "marked"), WITHOUT_MONTH)
def test_a_day_without_its_month_goes_by_the_issue_and_a_number_counts_nothing_else(issued, marked):
    check(issued, marked)


def test_a_length_that_reaches_back_before_the_first_year_has_no_date(catalogue):
    content = "Karsk, 29 September 2023\n\nThe valley was settled 31 centuries ago.\n"
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    times = [one for one in Reader(catalogue).read(text).findings if one.kind == "time"]
    assert [one.quote for one in times] == ["29 September 2023"]


AS_REPORTED = [
    (
        "2014-09-27",
        "No return of ⟦time v=1956|1956⟧, ⟦time v=1968|1968⟧ or ⟦time v=2008|2008⟧ in Orsava; it floods every November.",
    ),
    ("2023-09-29", "The envoy is to be received ⟦time v=2023-09-29|today⟧. The Orsava of today is poorer than ever."),
    (
        "2023-09-29",
        "Whoever wants to help can do it ⟦time v=2023-09-29|today⟧. The threats we face today are old ones.",
    ),
    ("2023-09-29", "REBELS ⟦time v=2023-09-29|TODAY⟧ RELEASED TWO ENGINEERS IN KARSK."),
    ("2023-09-29", "⟦time v=2023-09-29|Today⟧ the Assembly sent a second letter. Today Karsk is a test of us all."),
    (
        "2024-03-01",
        "In the night of ⟦time v=2023-11-30/2023-12-01|30 November to 1 December 2023⟧ shells fell on Karsk.",
    ),
    ("2023-05-01", "On ⟦time v=2023-06-12|12 June⟧ we will march to the bridge over the Issel."),
    ("2023-09-27", "⟦time v=2023-09-30|Saturday⟧ is the day of the missing in Orsava."),
    ("2023-09-27", "They refuse to watch the polls announced for ⟦time v=2023-12|December⟧."),
    ("2023-09-27", "Convoys wait every day and once a day a guard counts them, ⟦time v=P2W|every two weeks⟧ a judge."),
    (
        "2023-09-27",
        "It is ⟦time v=P260D|two hundred and sixty days⟧ since; Ardesh was given ⟦time v=P1Y|one year⟧ to answer.",
    ),
    ("2023-09-27", "In ⟦time v=2023-01/2023-07|the first seven months of the year⟧ forty children died."),
    ("2023-09-27", "In ⟦time v=2022-01/2022-05|the first five months of 2022⟧ none did."),
    (
        "2021-09-27",
        "On ⟦time v=2021-04-12|12 April⟧ a guard came, and others on ⟦time v=2021-04-17|the 17th of the same month⟧.",
    ),
    ("2023-09-27", "Nobody in Karsk asked for a ⟦time v=2022|2022⟧ offensive, nor for a 2000 metre fence."),
    (
        None,
        "She was held on ⟦time v=2022-11-03|3 November 2022⟧. On ⟦time v=2023-06-16|16 June⟧ she fainted in the yard.",
    ),
]


@pytest.mark.parametrize(("issued", "marked"), AS_REPORTED)
def test_times_are_read_as_agencies_and_letters_write_them(issued, marked):
    check(issued, marked)


BY_THE_WEEK_AND_THE_YEAR = [
    (
        "2024-08-14",
        "That was on ⟦time v=2024-08-03|3 August⟧. ⟦time v=2024-08-05|The following Monday⟧ he was sent away.",
    ),
    ("2024-02-27", "On ⟦time v=2024-02-19|Monday of last week⟧ we handed a letter to the envoy in Karsk."),
    ("2024-09-12", "Lend us your voice ⟦time v=2024-09-15|this coming Sunday⟧."),
    (
        "2024-06-28",
        "On ⟦time v=2024-05-20|20 May⟧ they took thirty women; ⟦time v=2024-05-27|one week after⟧, in Karsk, others.",
    ),
    ("2024-06-28", "We ask the Council to hear the envoy at its ⟦time v=2024-09|September⟧ session."),
    ("2024-06-28", "The mandate runs out on ⟦time v=2024-10-31|31 October⟧."),
    ("2024-06-28", "The accord of ⟦time v=2019-08-04|4 August 2019⟧ expires on ⟦time v=2024-08-04|4 August⟧."),
    ("2024-06-28", "Ardesh shall report within ⟦time v=P1Y|one year⟧ of notification."),
    ("2024-06-28", "⟦time v=2024-06-28|Today⟧ the Issel League is 48 years old."),
    (
        "2024-06-28",
        "Wells were spoilt since ⟦time v=2024-01~|the start of the year⟧; all will be by ⟦time v=2024-12~|year-end⟧.",
    ),
    (
        "2024-06-28",
        "On ⟦time v=2023-12-31|New Year's Eve⟧ shells fell on Karsk. Hosts of our ⟦time v=2024|2024⟧ camp wait.",
    ),
    (
        "2024-06-28",
        "Trucks on ⟦time v=2024-06-17/2024-06-23|17–23 June⟧: 33 (⟦time v=2024-06-10/2024-06-16|week before⟧: 40).",
    ),
    (
        "2024-06-28",
        "⟦time v=2019-06-28|Five years ago today⟧ our sons left; we wait till ⟦time v=2024-06-20|the 20th of this month⟧.",
    ),
    ("2024-06-28", "In ⟦time v=2024-03-08/2024-03-14|the second week of March⟧ the wells ran dry."),
    ("2024-06-28", "The ⟦time v=2023/2024|2023/24⟧ school year ends on ⟦time v=2024-07-04|4 July⟧."),
    ("2024-06-28", "Come to the bridge on ⟦time v=2024-06-30|the 30th⟧ with a lamp."),
]


@pytest.mark.parametrize(("issued", "marked"), BY_THE_WEEK_AND_THE_YEAR)
def test_days_of_a_week_and_parts_of_a_year_go_by_the_issue_or_the_tale(issued, marked):
    check(issued, marked)
