# SPDX-License-Identifier: Apache-2.0
"""`add --spans`: what other programs marked in a text enters as proposals, if its words stand there."""

from __future__ import annotations

import json

import pytest

LETTER = """\
Statement of the Orsava Assembly

3 March 2025

The road has been shut. Ardesh owes us an open road. An open road is what we want of Ardesh.
"""
WORDS = "An open road is what we want"
AT = LETTER.index(WORDS)


@pytest.fixture
def letter(person):
    person.write("letter.txt", LETTER)
    person.run("read", "letter.txt")
    assert person.code == 0, person.err
    return person


def enter(person, held, *more):
    lines = held if isinstance(held, str) else "\n".join(json.dumps(one) for one in held)
    person.write("spans.jsonl", lines)
    person.run("add", "--spans", "spans.jsonl", "--by", "lia", *more)
    return json.loads(person.run("asks", "--json")) if person.code == 0 else person.err


def extraction(words=WORDS, start=AT, label="ask", **more):
    interval = None if start is None else {"start_pos": start, "end_pos": start + len(words)}
    one = {"extraction_class": label, "extraction_text": words, "char_interval": interval, "attributes": more}
    return {"document_id": "letter.txt", "text": LETTER, "extractions": [one]}


def of(rows, by):
    return [row for row in rows if row["by"] == by]


def test_an_extraction_enters_as_a_proposal_with_its_members(letter):
    before = {row["finding"] for row in json.loads(letter.run("asks", "--json"))}
    rows = enter(letter, [extraction(force="call", addressees="Ardesh")])
    (row,) = of(rows, "other.langextract")
    assert (row["quote"], row["state"], row["force"]) == (WORDS, "proposed", "call")
    assert row["addressees"] == [{"id": "ardesh", "name": "Ardesh"}]
    assert before < {row["finding"] for row in rows}
    letter.run("verify")
    assert letter.code == 0


def test_what_the_reader_proposed_and_people_judged_stays(letter):
    (first, *_) = json.loads(letter.run("asks", "--json")) or [None]
    if first is not None:
        letter.run("judge", "confirm", first["finding"], "--by", "lia", "--why", "read")
    rows = enter(letter, [extraction()])
    states = {row["finding"]: row["state"] for row in rows}
    assert first is None or states[first["finding"]] == "confirmed"
    again = enter(letter, [extraction()])
    assert "0 proposals entered in 1 document, 1 already there" in letter_talk(letter, [extraction()])
    assert again == rows


@pytest.mark.parametrize("verb", [("reread",), ("read", "letter.txt")])
def test_what_another_program_proposed_stays_when_the_text_is_read_again(letter, verb):
    (before,) = of(enter(letter, [extraction(force="call", addressees="Ardesh")]), "other.langextract")
    letter.run(*verb, "--pack", newer(letter))
    assert letter.code == 0, letter.err
    rows = json.loads(letter.run("asks", "--json"))
    assert of(rows, "other.langextract") == [before]
    told = letter.run("reread", "--pack", "newer", "--dry-run")
    assert "nothing to record" in letter.err, told
    letter.run("verify")
    assert letter.code == 0


def test_a_rereading_with_nothing_new_leaves_the_spans_as_the_newest(letter):
    rows = enter(letter, [extraction()])
    letter.run("reread")
    assert "nothing to record" in letter.err
    assert json.loads(letter.run("asks", "--json")) == rows
    assert enter(letter, [extraction()]) == rows


def newer(person):
    """Write a pack by which the catalogue knows one name more."""
    person.write("newer/rows.toml", '[[actor]]\nid = "ardesh"\ndemonyms = ["Ardeshite"]\nsource = "invented"\n')
    return "newer"


def letter_talk(person, held):
    person.write("spans.jsonl", "\n".join(json.dumps(one) for one in held))
    person.run("add", "--spans", "spans.jsonl", "--by", "lia")
    return person.err


@pytest.mark.parametrize("start", [AT - 40, AT + 3, None])
def test_words_that_stand_near_the_place_told_are_found(letter, start):
    (row,) = of(enter(letter, [extraction(start=start)]), "other.langextract")
    assert row["start"] == AT


def test_words_that_do_not_stand_there_are_told_and_not_recorded(letter):
    said = enter(letter, [extraction("A road that nobody wants"), extraction()])
    assert "spans.jsonl line 1 extraction 1: “A road that nobody wants” does not stand in the text at [" in said
    assert "1 proposal entered in 1 document, 0 already there, 1 problem" in said
    assert letter.code == 1


def test_words_that_stand_twice_need_a_place(letter):
    said = enter(letter, [extraction("open road", start=None)])
    assert "stands in the text 2 times, and no place is told" in said
    assert "too far from" in enter(letter, [extraction("open road", start=90_000)])


def test_a_spacy_document_is_known_by_its_text(letter):
    span = {"start": AT, "end": AT + len(WORDS), "label": "DEMAND"}
    doc = {"text": LETTER, "ents": [span], "spans": {"sc": [{**span, "label": "ODD"}]}, "tokens": []}
    said = enter(letter, [doc], "--as", "DEMAND=ask")
    assert "1 span labelled 'ODD': no kind of finding; say which with --as ODD=KIND" in said
    (row,) = of(json.loads(letter.run("asks", "--json")), "other.spacy")
    assert row["quote"] == WORDS


def annotation(source="letter.txt", **body):
    quote = {"type": "TextQuoteSelector", "exact": WORDS, "prefix": "an open road. ", "suffix": " of Ardesh"}
    target = {"source": source, "selector": [quote]}
    return {
        "type": "Annotation",
        "creator": "lia",
        "body": body or {"type": "TextualBody", "value": "ask"},
        "target": target,
    }


def test_a_web_annotation_without_a_position_is_found_by_what_stands_around(letter):
    page = {"type": "AnnotationPage", "items": [annotation()]}
    (row,) = of(enter(letter, json.dumps(page)), "other.lia")
    assert row["start"] == AT


def test_annotations_that_tocsin_wrote_come_back_into_another_ledger(letter):
    letter.run(
        "add",
        "letter.txt",
        "--at",
        f"{AT}:{AT + len(WORDS)}",
        "--kind",
        "ask",
        "--set",
        "addressees=Ardesh",
        "--by",
        "lia",
    )
    letter.run("export", "--format", "jsonld", "--kind", "asks", "-o", "asks.jsonld", "--show-names")
    letter.run("read", "letter.txt", "--ledger", "other.db")
    letter.run("add", "--spans", "asks.jsonld", "--by", "mara", "--ledger", "other.db")
    assert letter.code == 0, letter.err
    rows = json.loads(letter.run("asks", "--json", "--ledger", "other.db"))
    (row,) = [row for row in rows if row["quote"] == WORDS]
    assert (row["state"], row["addressees"]) == ("proposed", [{"id": "ardesh", "name": "Ardesh"}])


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ([annotation("https://karsk.example/elsewhere")], "is not in this ledger; read it first"),
        ([extraction(label="claim")], "act"),
        ([extraction(colour="blue")], "colour: an ask has no such member"),
        ([{"words": "none of the three"}], "neither a Web Annotation (target), nor langextract's"),
        ([{"target": {}}], "names no source"),
        ([{"text": "x", "ents": [{"start": 3, "end": 9}]}], "no place in its own text"),
        ([{"extractions": [{}]}], "the extraction has no words"),
        ("[1]", "this is no JSON object"),
        ("{broken\n{}", "this is no JSON"),
    ],
)
def test_what_is_wrong_is_told_span_by_span(letter, held, said):
    assert said in enter(letter, held)
    assert letter.code == 1


def test_a_label_is_mapped_to_a_kind_that_there_is(letter):
    assert "write LABEL=KIND, with one of" in enter(letter, [extraction()], "--as", "DEMAND=plea")
    assert letter.code == 2
