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
