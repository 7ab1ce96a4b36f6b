# SPDX-License-Identifier: Apache-2.0
"""Listings: what was asked, warned of, said to have happened, cited; by the clocks; as text and as JSON."""

from __future__ import annotations

import json

import pytest


def test_asks_are_listed_by_whom_they_are_put_to(reader_of_a_letter):
    rows = json.loads(reader_of_a_letter.run("asks", "--to", "the united nations", "--json"))
    assert [row["quote"] for row in rows] == ["to send an assessment mission to Orsava."]
    assert rows[0]["force"] == "urge"
    assert rows[0]["state"] == "proposed"


def test_a_likely_warning_is_listed_where_it_is_asked_for_and_where_a_person_confirmed_it(person):
    said = "The next flood may well be the one from which this valley does not come back."
    person.write("letter.txt", f"Letter of the Lake Union\n\nWe have lived here for years.\n\n{said}\n")
    person.run("read", "letter.txt")
    assert said[:-1] not in person.run("warnings")
    told = person.run("warnings", "--implied")
    assert said[:-1] in " ".join(told.split())
    assert " · likely · warning.likely · " in told
    person.run("judge", "confirm", person.run("warnings", "--implied", "--ids").strip(), "--by", "lia", "--why", "read")
    assert " · confirmed · warning.likely · " in person.run("warnings")


def test_somebody_who_only_tells_is_known_by_name_and_asked_nothing(person):
    person.write(
        "news.txt",
        "ARDAN, 3 June 2025 (Issel Press) - Lena Vesk, a nurse, said that 12 people had been wounded.\n",
    )
    person.run("read", "news.txt")
    person.run("asks", "--by", "Lena Vesk")
    assert person.code == 0, person.err
    assert "No such ask among the 1 document of this ledger" in person.err


def test_an_unknown_body_is_a_bad_request_with_the_nearest_names(reader_of_a_letter):
    reader_of_a_letter.run("asks", "--to", "Arrdesh")
    assert reader_of_a_letter.code == 2
    assert "ardesh" in reader_of_a_letter.err


@pytest.mark.parametrize("verb", ["asks", "warnings", "timeline", "law", "sources"])
def test_what_was_not_published_yet_is_not_listed(reader_of_a_letter, verb):
    assert json.loads(reader_of_a_letter.run(verb, "--json"))
    assert json.loads(reader_of_a_letter.run(verb, "--published-by", "2025-03-01", "--json")) == []
    assert json.loads(reader_of_a_letter.run(verb, "--published-by", "2025-03-02", "--json"))
    assert json.loads(reader_of_a_letter.run(verb, "--recorded-by", "2020-01-01", "--json")) == []


def test_an_absence_names_the_documents_it_holds_for(reader_of_a_letter):
    reader_of_a_letter.run("asks", "--force", "implore")
    assert reader_of_a_letter.code == 0
    assert "No such ask among the 1 document of this ledger." in reader_of_a_letter.err


def test_the_timeline_is_in_order_and_names_who_says_so(reader_of_a_letter):
    out = reader_of_a_letter.run("timeline")
    assert "2024-12-09" in out
    assert "states" in out


def test_a_claim_outside_the_days_asked_for_is_not_listed(reader_of_a_letter):
    assert json.loads(reader_of_a_letter.run("timeline", "--from", "2026-01", "--json")) == []


def test_a_date_that_is_none_is_a_bad_request(reader_of_a_letter):
    reader_of_a_letter.run("timeline", "--from", "soon")
    assert reader_of_a_letter.code == 2
    assert "--from soon: this is no date" in reader_of_a_letter.err


def test_law_names_the_instrument_and_who_cites_it(reader_of_a_letter):
    rows = json.loads(reader_of_a_letter.run("law", "--json"))
    assert [row["instrument"] for row in rows] == ["un-charter"]


def test_search_finds_passages(reader_of_a_letter):
    rows = json.loads(reader_of_a_letter.run("search", "assessment", "mission", "--json"))
    assert len(rows) == 1
    assert "assessment mission" in rows[0]["quote"]


def test_no_ledger_is_a_bad_request(person):
    person.run("asks")
    assert person.code == 2
    assert "there is no ledger here" in person.err


def test_a_dossier_cites_every_line(reader_of_a_letter):
    reader_of_a_letter.run("dossier", "--to", "United Nations", "-o", "un.html")
    assert reader_of_a_letter.code == 0, reader_of_a_letter.err
    page = (reader_of_a_letter.folder / "un.html").read_text(encoding="utf-8")
    assert "to send an assessment mission to Orsava." in page
    assert "No answer to this ask" in page
    assert page.count('<sup id="c') == page.count('<li id="n')


PLACES = """\
Statement of the Government of Veltria

4 March 2025

On 2 March 2025 Ardesh closed the Tamar corridor.
On 3 March 2025 armed men attacked Velt City.
The checkpoint on the Issel bridge remains.
"""


@pytest.fixture
def told_of_places(person):
    person.write("statement.txt", PLACES)
    person.run("read", "statement.txt")
    return person


def test_a_place_takes_in_what_lies_within_it(told_of_places):
    def quotes(place: str) -> str:
        return " ".join(row["quote"] for row in json.loads(told_of_places.run("timeline", "--place", place, "--json")))

    assert "Tamar corridor" in quotes("Orsava")
    assert "Velt City" not in quotes("Orsava")
    assert "Velt City" in quotes("Veltria")
    assert "Tamar corridor" in quotes("Tamar corridor")
    assert "Tamar corridor" in told_of_places.run("search", "kind:claim place:Orsava")


def test_claims_without_a_date_stand_last_under_a_line_that_says_so(told_of_places):
    out = told_of_places.run("timeline")
    dated, undated = out.split("Without a date: 1 claim, in order of publication")
    assert "Velt City" in dated
    assert "Issel bridge" in undated
    assert [row["when"] for row in json.loads(told_of_places.run("timeline", "--json"))][-1] is None
    assert "Without a date" not in told_of_places.run("timeline", "--from", "2020-01")


def test_a_listing_names_the_file_without_its_folders(person):
    path = person.write("inbox/march/letter.txt", PLACES)
    person.run("read", path)
    assert str(path) not in person.run("timeline")
    assert "    letter.txt [" in person.out
    assert f"    letter.txt · card {card(person)[7:19]}, proposed" in person.run("sources")
    assert str(path) in person.out


def card(person):
    return json.loads(person.run("sources", "--json"))[0]["card"]


def test_a_file_that_was_edited_is_another_version_of_the_first(told_of_places):
    assert "another version" not in told_of_places.run("sources")
    told_of_places.write("statement.txt", PLACES.replace("4 March", "5 March"))
    told_of_places.run("read", "statement.txt")
    first, second = json.loads(told_of_places.run("sources", "--json"))
    out = " ".join(told_of_places.run("sources").split())
    told = f"another version of statement.txt (document {first['document'][7:19]}), read on {second['taken'][:10]}"
    assert out.count("another version") == 1
    assert told in out


def test_organs_are_taken_in_where_they_are_asked_for_and_named_where_not(person):
    person.write("plea.txt", "1 March 2025\n\nWe urge the Secretary-General of the United Nations to visit Orsava.\n")
    person.run("read", "plea.txt")
    assert json.loads(person.run("asks", "--to", "United Nations", "--json")) == []
    assert "Only the body itself; --organs takes in un-secretary-general" in person.err
    assert len(json.loads(person.run("asks", "--to", "United Nations", "--organs", "--json"))) == 1
    assert "--organs" not in person.err


def test_who_asks_is_found_by_a_name_that_only_this_ledger_knows(person):
    person.write(
        "letter.txt",
        "Open letter of the Karsk Bakers Guild to Ardesh\n\n1 March 2025\n\nWe urge Ardesh to reopen the corridor.\n",
    )
    person.run("read", "letter.txt")
    assert len(json.loads(person.run("asks", "--by", "Karsk Bakers Guild", "--json"))) == 1


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("kind:foo", "no such kind; say passage, ask, warning, claim, citation, time or quantity"),
        ("mode:foo", "no such mode; say asserted, reported, alleged, denied or threatened"),
        ("status:foo", "no such status; say accepted, pending, noted or implemented"),
        ("force:foo", "force 'foo': no such term; the nearest are"),
    ],
)
def test_a_search_for_a_word_that_its_list_lacks_is_a_bad_request(reader_of_a_letter, search, told):
    reader_of_a_letter.run("search", search)
    assert reader_of_a_letter.code == 2
    assert told in reader_of_a_letter.err


def test_a_body_that_nobody_asked_is_beside_names_like_it_that_were_asked(person):
    asked = "We urge the Minister of Interior to reopen the bridge."
    person.write("letter.txt", f"Karsk Press\n\n2 March 2025\n\n{asked}\n")
    person.write(
        "reply.txt", "Ministry of Interior\n\n9 March 2025\n\nThe Ministry of Interior urges Ardesh to wait.\n"
    )
    person.run("read", "letter.txt", "reply.txt")
    person.run("asks", "--to", "Ministry of Interior")
    assert "No such ask among the 2 documents" in person.err
    assert "this ledger names: minister-of-interior;" in " ".join(person.err.split())
