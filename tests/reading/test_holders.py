# SPDX-License-Identifier: Apache-2.0
"""Names of holders are bound to the office that they had on the day, and to the person on any other."""

from __future__ import annotations

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

LETTER = """\
Statement of the Orsava Assembly

{day}

{who} urged Ardesh to reopen the Tamar corridor.
"""


def askers(reader, day, who):
    content = LETTER.format(day=day, who=who)
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [party.id for found in reader.read(text).findings if isinstance(found, Ask) for party in found.askers]


def test_who_holds_an_office_on_the_day_speaks_as_the_office(reader):
    assert askers(reader, "3 March 2005", "Kofi Annan") == ["un-secretary-general"]


def test_who_has_left_an_office_speaks_as_a_person(reader):
    assert askers(reader, "3 March 2015", "Kofi Annan") == ["kofi-annan"]


def test_who_held_another_office_then_speaks_as_that(reader):
    assert askers(reader, "3 March 2012", "Kofi Annan") == ["un-special-envoy-syria"]


def test_an_office_alone_is_the_office_on_any_day(reader):
    assert askers(reader, "3 March 2015", "The UN Secretary-General") == ["un-secretary-general"]


def test_without_a_day_a_name_stands_for_the_office():
    text = "Kofi Annan urged Ardesh to reopen the corridor.\n"
    reader = Reader(load()[0])
    read = reader.read(Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text))
    assert [p.id for found in read.findings if isinstance(found, Ask) for p in found.askers] == ["un-secretary-general"]


def asked(reader, day, whom):
    head = f"Statement of the Orsava Assembly\n\n{day}\n\n"
    content = f"{head}We call on {whom} to reopen the road. {whom} must stop the war.\n"
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [[p.id for p in found.addressees] for found in reader.read(text).findings if isinstance(found, Ask)]


def test_a_family_name_beside_the_title_is_the_lands_office_on_the_days_that_it_was_held(reader):
    assert asked(reader, "3 March 2022", "President Biden") == [["united-states-president"]] * 2
    assert asked(reader, "3 March 2012", "Vice President Biden") == [["united-states-vice-president"]] * 2
    assert asked(reader, "3 March 2029", "President Biden") == [["joe-biden"]] * 2
    assert asked(reader, "3 March 2005", "President Bush") == [["united-states-president"]] * 2


def test_a_full_name_is_the_office_that_was_held_then(reader):
    assert asked(reader, "3 March 2006", "Angela Merkel")[0] == ["germany-chancellor"]


def test_a_government_by_its_leaders_name_is_the_land(reader):
    assert asked(reader, "3 March 2022", "the Biden administration")[0] == ["united-states"]
    assert asked(reader, "3 March 2022", "the Kresk administration")[0] == ["kresk-administration"]


def test_what_somebody_must_stop_is_asked_of_her_and_what_must_stop_of_nobody(reader):
    content = "Statement of the Orsava Assembly\n\n3 March 2022\n\n{} must stop{}.\n"
    for who, what, whom in (
        ("Veltria", " the shelling", ["veltria"]),
        ("The shelling", "", []),
        ("The war", " now", []),
    ):
        text = content.format(who, what)
        read = reader.read(
            Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text)
        )
        assert [[p.id for p in found.addressees] for found in read.findings if isinstance(found, Ask)] == [whom]
