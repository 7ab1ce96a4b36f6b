# SPDX-License-Identifier: Apache-2.0
"""What a reply tells its reader of the reader's own asks is nobody else's."""

from tests.reading.asks.test_clauses import reader
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

REPLY = """NORTHERN CONTACT GROUP

Ardan, 6 March 2031

To: Ms. Iva Tarn, Director, Issel Rights Watch

Dear Ms. Tarn,

"""


def asks(body: str) -> list[Ask]:
    text = REPLY + body
    read = reader().read(Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text))
    return [found for found in read.findings if isinstance(found, Ask)]


def test_what_the_reader_asked_is_told_again_and_is_the_readers():
    found = asks(
        "You asked the Group to send a mission to Karsk. You also asked us to urge the Government of Veltria to lift "
        "the ban."
    )
    assert found
    assert all(ask.reported for ask in found)
    assert {party.id for ask in found for party in ask.askers} <= {"tarn", "iva-tarn"}
    assert "tarn" not in {party.id for ask in found for party in ask.addressees}


def test_what_the_writer_asks_as_the_reader_asked_is_the_writers():
    (ask,) = asks("As you asked, we urge Ardesh to open the road.")
    assert not ask.reported
    assert [party.id for party in ask.addressees] == ["ardesh"]


def test_whom_a_writer_joins_is_not_asked():
    (ask,) = asks("We nonetheless join you in calling for the release of the seven officials.")
    assert not ask.addressees
    assert "tarn" not in {party.id for party in ask.askers}
