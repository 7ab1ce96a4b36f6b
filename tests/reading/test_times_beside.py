# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a marked text stands on one line
"""Times as people tell them: hours and weeks beside a day, other calendars' marks, names that only look like days."""

from __future__ import annotations

import pytest

from tests.marked import plain
from tocsin.reading.read import Reader
from tocsin.records.findings import Time
from tocsin.records.ids import digest
from tocsin.records.texts import Text


@pytest.fixture(scope="module")
def reader(catalogue):
    return Reader(catalogue)


HEAD = "Karsk, 26 February 2024\n\n"
TOLD = [
    "A shell fell at ⟦time v=2024-02-06|04:17 local time on 6 February⟧, the next at ⟦time v=2024-02-24|3 a.m. on 24 February⟧.",
    "At ⟦time v=2024-02-26|06:00 UTC today⟧ the river was low; shots were heard from dawn on ⟦time v=2024-02-22|Thursday⟧.",
    "On ⟦time v=2024-01-05|5 January at 7.30 pm⟧ a shot was heard in Karsk, as in the early hours of ⟦time v=2024-02-23|Friday⟧.",
    "Since ⟦time v=2021-02-01|1 February 2021⟧ wells are shut; the curfew began on ⟦time v=2021-03-14|14 March of that year⟧ and ended on ⟦time v=2022-05-03|3 May of the following year⟧.",
    'He said: "We thought it would last ⟦time v=P2W|two weeks⟧." It went on for ⟦time v=P2W|the last two weeks⟧.',
    "The envoys met on ⟦time v=2023-11-07|7 Nov.⟧ in Velt City. Arms should have been handed in by ⟦time v=2023-11-26|26 Nov.⟧ and were not.",
    "The next call is on ⟦time v=2024-02-28|Wednesday⟧. The last was on ⟦time v=2024-02-21|Wednesday⟧, we were told.",
    "Aftershocks came on ⟦time v=2023-06-04|June 4⟧ and ⟦time v=2023-06-06|6⟧ and on ⟦time v=2023-05-03/2023-05-04|May 3 and 4 of last year⟧.",
    "Buses left Karsk on ⟦time v=2024-02-13|13⟧, ⟦time v=2024-02-15|15⟧ and ⟦time v=2024-02-17|17 February⟧, as we saw.",
    "Nobody came on ⟦time v=2024-02-17/2024-02-18|the weekend of 17–18 February⟧, nor in ⟦time v=2024-02-05/2024-02-11|the week of 5 February⟧.",
    "The strike began on ⟦time v=2022-06-01|1-VI-2022⟧ and ended on ⟦time v=2022-06-16|16.VI.2022⟧ at the mill.",
    "The pass was shut on ⟦time v=2021-04-09|9th of April of 2021⟧ and open from ⟦time v=2023-05-04|2023 May 4⟧ for all.",
    "In ⟦time v=2022-04/2022-06|Q2 2022⟧ permits fell; in ⟦time v=2022-07/2022-09|2022 Q3⟧ and ⟦time v=2023-01/2023-06|H1 2023⟧ they rose.",
    "⟦time v=P1W|Every Friday⟧ we walk to the bridge, and ⟦time v=P2W|every other Sunday⟧ to the well.",
    "During ⟦time v=2023-11|the whole of November⟧ the trucks were stuck on the Tamar road.",
    "The stocks last until ⟦time v=2024-06-20|20.06.⟧; the boat came on ⟦time v=2024-02-05|05.02.2024⟧ to the quay.",
    "The act was signed in Ardan on ⟦time v=2023-10-22|22 de octubre de 2023⟧ by both, and on ⟦time v=2023-08-03|3 août 2023⟧ in draft.",
    "The 17 October Street office is shut. May Ilmar, 42, and June Kresk, 39, founded the Sunday Runners here.",
    "On ⟦time v=2023-06-03|June 3⟧, ⟦time v=2023-06-05|5⟧ and ⟦time v=2023-06-09|9⟧ the bridge was hit.",
    "They were in Karsk from ⟦time v=2024-02-05/2024-02-08|5 to 8 February⟧ and in Ardan ⟦time v=2024-02-09|the following day⟧.",
    "The guard is Mr. Sunday. Friday Aldin is the treasurer of the club. The 2019 seats of the hall were sold.",
]


@pytest.mark.parametrize("marked", TOLD)
def test_a_time_is_read_with_what_stands_beside_it(marked, reader):
    content, marks = plain(HEAD + marked)
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = [(one.quote, one.edtf) for one in reader.read(text).findings if isinstance(one, Time)]
    assert found == [("26 February 2024", "2024-02-26"), *((mark.quote, mark.expected["v"]) for mark in marks)]


@pytest.mark.parametrize(
    "head", ["Mailing of 18-Nov-2021", "Karsk watch, edition of 18 November 2021", "Note for file. 18 November 2021"]
)
def test_the_first_line_dates_a_mailing_an_edition_and_a_note(head, reader):
    content = f"{head}\n\nFriends, the camp at the Issel was emptied yesterday and nobody told the families of it."
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    assert reader.read(text).card.issued == "2021-11-18"
