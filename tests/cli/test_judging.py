# SPDX-License-Identifier: Apache-2.0
"""Judgements in bulk: from a listing's ids and from a reviewed CSV; a row at fault is named, the others go on."""

from __future__ import annotations

import json

from click.testing import CliRunner

from tocsin.cli.main import main


def asks(person, *more):
    return json.loads(person.run("asks", "--json", *more))


def judge(person, verdict, *more, given=None):
    words = ["judge", verdict, *more, "--by", "lia"]
    result = CliRunner().invoke(main, words, prog_name="tocsin", catch_exceptions=False, input=given)
    person.code, person.out, person.err = result.exit_code, result.stdout, result.stderr
    return person


def test_the_ids_of_a_listing_are_judged_from_standard_input(reader_of_a_letter):
    ids = reader_of_a_letter.run("asks", "--ids")
    assert len(ids.splitlines()) == 2
    told = judge(reader_of_a_letter, "confirm", "-", "--why", "read each", given=ids)
    assert (told.code, told.out.count("confirmed")) == (0, 2)
    assert {row["state"] for row in asks(reader_of_a_letter)} == {"confirmed"}


def test_an_id_at_fault_is_named_with_its_line_and_the_others_go_on(reader_of_a_letter):
    first, second = reader_of_a_letter.run("asks", "--ids").splitlines()
    told = judge(reader_of_a_letter, "reject", "-", "--why", "no", given=f"{first}\nffff00\n\n{second}\n")
    assert told.code == 1
    assert "- line 2: ffff00: no finding has this id" in told.err
    assert "2 judged, 1 not" in told.err
    assert asks(reader_of_a_letter) == []


def test_a_reviewed_csv_confirms_corrects_and_rejects(reader_of_a_letter):
    first, second = asks(reader_of_a_letter)
    reader_of_a_letter.write(
        "reviewed.csv",
        "finding,verdict,why,force,addressees,quote\n"
        f"{first['finding']},correct,it implores,implore,European Union,left as it is\n"
        f'{second["finding"]},rejected,"a quotation,\nnot an ask",,,\n',
    )
    told = judge(reader_of_a_letter, "confirm", "--from", "reviewed.csv")
    assert told.code == 0, told.err
    assert "reviewed.csv line 2" in told.out
    (row,) = asks(reader_of_a_letter)
    assert (row["force"], row["addressees"][0]["name"], row["state"]) == ("implore", "European Union", "added")


def test_rows_at_fault_are_named_with_their_lines(reader_of_a_letter):
    first, second = asks(reader_of_a_letter)
    reader_of_a_letter.write(
        "reviewed.csv",
        "finding,verdict,why,force\n"
        f"{first['finding']},perhaps,well,\n"
        f"{first['finding']},,not reviewed,\n"
        f"{first['finding']},confirm,,\n"
        f"{first['finding']},correct,the same,{first['force']}\n"
        ",confirm,nobody,\n"
        f"{second['finding']},confirm,read it,\n",
    )
    told = judge(reader_of_a_letter, "confirm", "--from", "reviewed.csv")
    assert told.code == 1
    assert "line 2: 'perhaps' is no verdict" in told.err
    assert "line 4: say --why" in told.err
    assert "line 5: the correction changes no member" in told.err
    assert "line 6: : no finding has this id" in told.err
    assert "1 row without a verdict passed over" in told.err
    assert [row["state"] for row in asks(reader_of_a_letter)] == ["proposed", "confirmed"]


def test_the_same_review_twice_records_nothing_twice(reader_of_a_letter):
    name = asks(reader_of_a_letter)[0]["finding"]
    reader_of_a_letter.write("reviewed.csv", f"finding;verdict;why\n{name};confirm;read it\n")
    judge(reader_of_a_letter, "confirm", "--from", "reviewed.csv")
    told = judge(reader_of_a_letter, "confirm", "--from", "reviewed.csv", "--json")
    assert json.loads(told.out)[0]["state"] == "confirmed already"


def test_a_row_that_saw_an_older_version_is_refused(reader_of_a_letter):
    name = asks(reader_of_a_letter)[0]["finding"]
    judge(reader_of_a_letter, "confirm", name, "--why", "read it")
    reader_of_a_letter.write("reviewed.csv", f"finding,verdict,why,seen\n{name},reject,no,3\n")
    told = judge(reader_of_a_letter, "confirm", "--from", "reviewed.csv")
    assert told.code == 1
    assert "look again" in told.err


def test_a_file_that_is_no_review_is_a_bad_request(reader_of_a_letter):
    reader_of_a_letter.write("reviewed.csv", "id,verdict\n1,confirm\n")
    assert "no column `finding`" in judge(reader_of_a_letter, "confirm", "--from", "reviewed.csv").err
    assert judge(reader_of_a_letter, "confirm", "--from", "none.csv").code == 2
    reader_of_a_letter.write("latin.csv", b"finding\n\xff\n")
    assert "not UTF-8" in judge(reader_of_a_letter, "confirm", "--from", "latin.csv").err
    assert judge(reader_of_a_letter, "confirm", "--why", "no").code == 2


def test_an_addition_withdrawn_leaves_nothing(reader_of_a_letter):
    reader_of_a_letter.run("add", "letter.txt", "--at", "0:4", "--kind", "ask", "--by", "lia")
    added = [row["finding"] for row in asks(reader_of_a_letter) if row["state"] == "added"]
    assert judge(reader_of_a_letter, "undo", *added, "--why", "a slip").code == 0
    assert len(asks(reader_of_a_letter)) == 2


def test_a_documents_card_is_corrected_by_its_files_name(reader_of_a_letter):
    person = reader_of_a_letter
    words = ("--issuer", "Veltria; Lumara", "--issued", "2025-03-05", "--title", "A letter")
    person.run("judge", "correct", "letter.txt", *words, "--by", "lia", "--why", "its head")
    assert person.code == 0, person.err
    (row,) = json.loads(person.run("sources", "--json"))
    assert (row["title"], row["issued"], row["issued_basis"], row["state"]) == (
        "A letter",
        "2025-03-05",
        "given",
        "corrected",
    )
    assert [party["id"] for party in row["issuers"]] == ["veltria", "lumara"]
    assert f"card {row['card'][7:19]}, corrected" in person.run("sources")
    person.run("judge", "undo", "letter.txt", "--by", "lia", "--why", "mistaken")
    assert json.loads(person.run("sources", "--json"))[0]["issued"] == "2025-03-02"


def askers(person):
    return {party["id"] for row in asks(person) for party in row["askers"]}


def test_a_corrected_issuer_reaches_those_who_ask_in_its_place_until_that_is_undone(reader_of_a_letter):
    person = reader_of_a_letter
    before = askers(person)
    person.run("judge", "correct", "letter.txt", "--issuer", "Veltria", "--by", "lia", "--why", "its head")
    assert "its text is read again with the card" in person.err
    assert askers(person) == {"veltria"} != before
    assert "Veltria → " in person.run("asks", "--by", "Veltria")
    told = person.run("why", person.run("asks", "--ids").split()[0])
    (card,) = json.loads(person.run("sources", "--json"))
    assert f"read with the card {card['card'][7:19]}, corrected by person:lia – its head" in told
    person.run("reread")
    assert "nothing to record" in person.err
    person.run("read", "letter.txt")
    assert askers(person) == {"veltria"}
    person.run("judge", "undo", "letter.txt", "--by", "lia", "--why", "mistaken")
    assert askers(person) == before
    person.run("verify")
    assert person.code == 0


def test_a_corrected_date_reaches_days_that_are_told_by_it(reader_of_a_letter):
    person = reader_of_a_letter
    person.write(
        "late.txt", "Statement of the Orsava Assembly\n\n4 March 2025\n\nYesterday Ardesh closed the bridge.\n"
    )
    person.run("read", "late.txt")
    person.run("judge", "correct", "late.txt", "--issued", "2025-03-11", "--by", "lia", "--why", "the stamp")
    days = {row["when"] for row in json.loads(person.run("timeline", "--json")) if row["source"].endswith("late.txt")}
    assert days == {"2025-03-10"}


def test_what_was_judged_stands_as_judged_though_its_documents_card_is_corrected(reader_of_a_letter):
    person = reader_of_a_letter
    first = asks(person)[0]
    judge(person, "confirm", first["finding"], "--why", "read it")
    person.run("judge", "correct", "letter.txt", "--issuer", "Veltria", "--by", "lia", "--why", "its head")
    assert "1 judged finding stands as judged" in person.err
    assert [row["askers"] for row in asks(person) if row["finding"] == first["finding"]] == [first["askers"]]


def test_what_was_corrected_is_listed_as_corrected(reader_of_a_letter):
    person = reader_of_a_letter
    name = person.run("asks", "--ids").split()[0]
    person.run("judge", "correct", name, "--set", "force=call", "--by", "lia", "--why", "calls")
    rows = json.loads(person.run("asks", "--json"))
    assert [row["corrects"] for row in rows if row["state"] == "added"] == [name]
    assert "· corrected ·" in person.run("asks")


def test_a_member_is_set_only_by_a_correction(reader_of_a_letter):
    reader_of_a_letter.run("judge", "confirm", "letter.txt", "--title", "A letter", "--by", "lia", "--why", "so")
    assert reader_of_a_letter.code == 2
    assert "say `tocsin judge correct" in reader_of_a_letter.err


def test_a_party_is_set_by_the_singular_too(reader_of_a_letter):
    person = reader_of_a_letter
    ask = person.run("asks", "--ids").split()[0]
    person.run("judge", "correct", ask, "--set", "addressee=Lumara", "--by", "lia", "--why", "its head")
    assert "Lumara" in person.run("asks")


def test_the_text_of_a_document_is_given_by_the_name_that_listings_print(reader_of_a_letter):
    person = reader_of_a_letter
    name = json.loads(person.run("sources", "--json"))[0]["document"]
    assert person.run("text", name).strip()


def test_numbers_of_a_claim_are_corrected_with_their_bounds(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("toll.txt", "Karsk Press\n\n8 May 2025\n\nOn 3 May 2025 four people were killed in Karsk.\n")
    person.run("read", "toll.txt")
    (claim,) = [row for row in json.loads(person.run("timeline", "--json")) if row["quantities"]]
    judge(person, "correct", claim["finding"], "--set", "quantities=40-45", "--why", "a later count")
    (claim,) = [row for row in json.loads(person.run("timeline", "--json")) if row["quantities"]]
    (count,) = claim["quantities"]
    assert (count["of"], count["low"], count["high"]) == ("killed", 40, 45)
    told = judge(person, "correct", claim["finding"], "--set", "quantities=many", "--why", "x")
    assert (told.code, "tuple" in told.err) == (2, False)
    assert "28 killed" in told.err


def test_a_member_that_takes_no_such_value_says_in_words_what_it_takes(reader_of_a_letter):
    first = asks(reader_of_a_letter)[0]["finding"]
    told = judge(reader_of_a_letter, "correct", first, "--set", "explicit=yes", "--why", "x")
    assert (told.code, "write true or false" in told.err) == (2, True)
    told = judge(reader_of_a_letter, "correct", first, "--set", "quantities=3 killed", "--why", "x")
    assert "an ask has no such member" in told.err
