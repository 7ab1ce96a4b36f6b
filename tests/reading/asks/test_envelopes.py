# SPDX-License-Identifier: Apache-2.0
"""Whose minister a letter turns to: of the land of the city on its envelope, whatever land it is about."""

from tests.reading.test_cards import _text
from tocsin.records.findings import Ask

LETTER = (
    "3 May 2031\n\nHon Senator Anna Vell\nMinister for Foreign Affairs\nParliament House\nCanberra ACT 2600\n\n"
    "Dear Minister,\n\n"
    "The army of Chad has closed the ferry, and Chad has told nobody why. Chad has shut the mill.\n\n"
    "We urge you to speak with Chad.\n\nYours sincerely,\n\nLena Olm\nDirector, Lake Relief Network\n"
)


def test_a_minister_is_of_the_land_that_the_letter_is_sent_to(reader):
    found = [one for one in reader.read(_text(LETTER)).findings if isinstance(one, Ask)]
    assert [[party.id for party in one.addressees] for one in found] == [["australia-minister-for-foreign-affairs"]]
