# SPDX-License-Identifier: Apache-2.0
"""Voices: copies of one text are one, two texts are two, whoever issued them; people's words outweigh the machine's."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.ledger.contract import Clock
from tests.linking.reprints import WAYS, letter, planted, reprint, resolution, score
from tests.linking.shelves import party, passage
from tocsin.catalogue.catalogue import load
from tocsin.catalogue.rows import Actor
from tocsin.ledger import recording
from tocsin.ledger.listed import listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import identities
from tocsin.linking.copy_kinds import voice_cards
from tocsin.linking.ties import OneThing
from tocsin.linking.voices import Voices, hold, voices
from tocsin.records.anchors import anchor
from tocsin.records.bounds import bounds
from tocsin.records.entries import actor_id
from tocsin.records.findings import Ask, Card, Claim, Passage
from tocsin.records.ids import Digest, digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

NOW = Query()


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger(clock=Clock())


def shelve(ledger, content, *findings, issuer="orsava-assembly", issued="2025-03-02", carrier=None, **card):
    """Record a text with a card; where no passage is given, all of it is body."""
    name = digest(content.encode())
    text = Text(document=name, version="plain/1", media_type="text/plain", content=content)
    run = Run(document=name, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
    carriers = (party(carrier),) if carrier else ()
    issuers = (party(issuer),) if issuer else ()
    made = Card(**({"genre": "open-letter", "issued": issued, "issuers": issuers, "carriers": carriers} | card))
    told = findings if any(isinstance(finding, Passage) for finding in findings) else (passage(content), *findings)
    original = Original(document=name, size_bytes=len(content), source=f"{len(ledger.versions(name))}{name[7:15]}.txt")
    ledger.append(recording.reading(original, text, run, made, told, author=run.id))
    return name


def said(content, words, *speakers, kind=Claim, **more):
    """Make a claim of words in a text, by these speakers."""
    start = content.index(words)
    place = {"start": start, "end": start + len(words), "quote": words, "by": "test"}
    who = tuple(map(party, speakers))
    if kind is Ask:
        return Ask(**place, force="urge", askers=who, **more)
    return Claim(**place, act="blockade", speakers=who, **more)


def kinds(ledger, voice):
    cards = {card.voice: card for card in voice_cards(ledger, NOW, voices(ledger, NOW))}
    return {copy.shelved.document: copy.kind for copy in cards[voice].copies}


def test_an_empty_ledger_has_no_voices_and_an_unknown_document_speaks_for_itself(ledger):
    found = voices(ledger, NOW)
    assert found.count([]) == 0
    assert found.of(Digest("sha256:x")) == "sha256:x"
    assert Voices(voice_of={}).count([Digest("a"), Digest("b")]) == 2


@pytest.mark.parametrize("way", WAYS)
def test_a_reprint_is_the_voice_of_its_text(ledger, way):
    text = letter(1)
    first = shelve(ledger, text)
    copy = shelve(ledger, reprint(text, way, random.Random(4)), issuer="press", issued="2025-03-09", carrier="press")
    other = shelve(ledger, letter(2), issuer="horzan-council")
    found = voices(ledger, NOW)
    assert found.of(copy) == first
    assert found.of(other) == other
    assert found.count([first, copy, other]) == 2
    assert [item.document for item in found.groups[first]] == [first, copy]


def test_planted_reprints_are_found_and_no_two_letters_are_merged(ledger):
    texts = planted({f"letter {number}": letter(number) for number in range(6)})
    renewals = planted({f"resolution {number}": resolution(number) for number in range(11, 16)}, ("wrapped", "inside"))
    found_in = {}
    for item in [*texts, *renewals]:
        carrier = "press" if "inside" in item.way or item.way == "all" else None
        found_in[shelve(ledger, item.content, issuer=None, issued=None, carrier=carrier)] = item.origin
    found = voices(ledger, NOW)
    result = score((origin, found.of(document)) for document, origin in found_in.items())
    assert result.f1 >= 0.95
    assert result.wrong == 0


def test_renewals_of_a_mandate_are_two_texts_however_alike(ledger):
    made = [shelve(ledger, resolution(number), genre="resolution", issued=None) for number in (11, 12, 13)]
    assert voices(ledger, NOW).count(made) == 3


def test_two_acts_of_one_body_and_different_days_are_two_even_without_a_number(ledger):
    texts = [resolution(11).replace("Resolution 11 (2015)", "Resolution"), resolution(13).partition("\n")[2]]
    days = ("2015-09-11", "2016-09-13")
    made = [shelve(ledger, text, genre="resolution", issued=day) for text, day in zip(texts, days, strict=True)]
    assert voices(ledger, NOW).count(made) == 2


def test_two_letters_of_one_issuer_that_repeat_each_other_are_two_voices(ledger):
    parts = letter(3).split("\n\n")
    later = "\n\n".join([*parts[:5], *letter(4).split("\n\n")[2:8]])
    first, second = shelve(ledger, letter(3)), shelve(ledger, later, issued="2025-05-04")
    assert voices(ledger, NOW).count([first, second]) == 2


def test_a_joint_letter_is_one_voice_with_its_signers(ledger):
    first = shelve(ledger, letter(1), signatories=27)
    shelve(ledger, f"KARSK PRESS\n\n{letter(1)}", issued="2025-03-04", carrier="press")
    (card,) = voice_cards(ledger, NOW, voices(ledger, NOW))
    assert (card.voice, card.signatories, len(card.copies)) == (first, 27, 2)


def test_kinds_of_copies_are_told_with_reasons(ledger):
    text = letter(1)
    parts = text.split("\n\n")
    first = shelve(ledger, text)
    reprinted = shelve(ledger, text.replace("\n\n", " \n "), issued="2025-03-03")
    changed = shelve(ledger, text.replace(parts[3].split()[3], "elsewhere"), issued="2025-03-04")
    part = shelve(ledger, "\n\n".join(parts[1:4]), issued="2025-03-05")
    held = kinds(ledger, first)
    assert held == {first: "earliest", reprinted: "reprint", changed: "with changes", part: "excerpt"}
    cards = list(voice_cards(ledger, NOW, voices(ledger, NOW)))
    assert all(copy.reasons for copy in cards[0].copies[1:])


def test_a_report_that_holds_a_short_letter_carries_it_and_what_stands_there_is_the_letters(ledger):
    text = letter(1)
    report = "\n\n".join([letter(number, told=40) for number in (5, 6)] + [text, letter(7, told=40)])
    inside = text.split("\n\n")[2][:40]
    own = report[1500:1540]
    short = shelve(ledger, text)
    long = shelve(ledger, report, said(report, inside), said(report, own), issuer="relief-office", issued="2025-04-01")
    found = voices(ledger, NOW)
    assert found.count([short, long]) == 2
    rows = {row.finding.quote: row for row in listed(ledger, Query(kinds=("claim",)))}
    assert found.of_finding(rows[inside]) == found.of_issuer(short) == actor_id("orsava-assembly")
    assert found.of_finding(rows[own]) == found.of_issuer(long) == actor_id("relief-office")
    words = [
        anchor(ledger.text(long, "plain/1"), report.index(quote), report.index(quote) + 9) for quote in (inside, own)
    ]
    assert [found.of_words(one) for one in words] == [found.of_issuer(short), found.of_issuer(long)]
    (card,) = (card for card in voice_cards(ledger, NOW, found) if card.voice == short)
    assert [item.document for item in card.carried_in] == [long]


def test_a_compilation_of_two_letters_does_not_make_them_one(ledger):
    letters = [shelve(ledger, letter(number), issuer=f"council-{number}") for number in (1, 2)]
    both = shelve(ledger, f"{letter(1)}\n\n{letter(2)}", issuer="press", carrier="press", issued="2025-04-01")
    found = voices(ledger, NOW)
    assert found.count(letters) == 2
    assert found.of(both) == both


def test_furniture_that_two_pages_of_one_site_share_makes_them_no_copies(ledger):
    furniture = letter(5, told=10)
    made = []
    for number in (1, 2):
        own = letter(number, told=8)
        text = f"{furniture}\n\n{own}"
        at = len(furniture)
        passages = (
            Passage(start=0, end=at, quote=furniture, by="test", role="boilerplate"),
            Passage(start=at + 2, end=len(text), quote=own, by="test", role="body"),
        )
        made.append(shelve(ledger, text, *passages, issuer=None, issued=None))
    assert voices(ledger, NOW).count(made) == 2


def test_what_a_report_tells_of_a_ministry_is_the_ministrys_voice(ledger):
    texts = [f"{letter(number)}\n\nThe road was sealed, the Ministry of Roads said." for number in (1, 2)]
    quoted = "The road was sealed"
    for number, text in enumerate(texts):
        row = said(text, quoted, "press", f"paper-{number}", "Ministry of Roads")
        shelve(ledger, text, row, issuer=f"paper-{number}")
    rows = list(listed(ledger, Query(kinds=("claim",))))
    found = voices(ledger, NOW)
    assert {found.of_finding(row) for row in rows} == {actor_id("Ministry of Roads")}
    assert found.count_findings(rows) == 1
    assert found.speakers(rows) == {"Ministry of Roads"}


def test_a_quoted_speaker_is_one_voice_with_all_its_own_texts(ledger):
    own = shelve(ledger, letter(1), issuer="Ministry of Roads", issued="2025-03-01")
    text = f"{letter(2)}\n\nThe road was sealed, the Ministry of Roads said."
    shelve(ledger, text, said(text, "The road was sealed", "paper", "Ministry of Roads"), issuer="paper")
    later = shelve(ledger, letter(3), issuer="Ministry of Roads", issued="2025-06-01")
    (row,) = listed(ledger, Query(kinds=("claim",)))
    found = voices(ledger, NOW)
    assert found.of_finding(row) == found.of_issuer(own) == found.of_issuer(later)
    assert found.count([own, later]) == 2


def test_nameless_speakers_and_the_issuer_itself_speak_with_the_documents_voice(ledger):
    text = letter(1)
    words = [text[at : at + 30] for at in (300, 400, 500)]
    asked = said(text, words[2], "Lumara", kind=Ask)
    rows = [said(text, words[0], "residents"), said(text, words[1], "assembly-of-orsava"), asked]
    name = shelve(ledger, text, *rows)
    identities.record(ledger, "assembly-of-orsava", "orsava-assembly", same=True, handle="lia", reason="renamed")
    found = voices(ledger, NOW)
    of = {row.finding.quote: found.of_finding(row) for row in listed(ledger, Query(kinds=("claim", "ask")))}
    issuer = found.of_issuer(name)
    assert of == {words[0]: issuer, words[1]: issuer, words[2]: actor_id("Lumara")}


def test_an_issuer_that_calls_itself_by_its_kind_alone_is_the_issuer(ledger):
    text = letter(1)
    words = [text[at : at + 30] for at in (300, 400)]
    rows = [said(text, words[0], "the Assembly"), said(text, words[1], "the Ministry")]
    name = shelve(ledger, text, *rows)
    found = voices(ledger, NOW)
    of = {row.finding.quote: found.of_finding(row) for row in listed(ledger, Query(kinds=("claim",)))}
    assert of[words[0]] == found.of_issuer(name)
    assert of[words[1]] != found.of_issuer(name)


def test_people_join_and_part_and_undo(ledger):
    one, other = shelve(ledger, letter(1)), shelve(ledger, letter(2), issuer="horzan-council", issued="2025-03-08")
    copy = shelve(ledger, letter(1) + "\n", issued="2025-03-05")
    before = ledger.head().recorded_at
    joined = hold(ledger, one, other, same=True, handle="lia", reason="a translation of it")
    assert voices(ledger, NOW).count([one, other, copy]) == 1
    assert kinds(ledger, one)[other] == "held"
    hold(ledger, copy, one, same=False, handle="lia", reason="another letter")
    assert voices(ledger, NOW).of(copy) == copy
    assert voices(ledger, Query(recorded_by=before)).count([one, other, copy]) == 2
    recording.retract(ledger, joined.id, handle="lia", reason="a slip")
    assert voices(ledger, NOW).count([one, other, copy]) == 3
    with pytest.raises(OneThing):
        hold(ledger, one, one, same=True, handle="lia", reason="well")


def test_the_published_clock_decides_which_copy_is_the_earliest_that_the_world_knew(ledger):
    copy = shelve(ledger, f"{letter(1)}\n", issued="2025-03-05", carrier="press")
    first = shelve(ledger, letter(1), issued="2025-03-02")
    assert voices(ledger, NOW).of(copy) == first
    day = bounds("2025-03-03")
    assert day is not None
    assert dict(voices(ledger, Query(published_by=day.latest)).voice_of) == {first: first}


def test_an_expunged_text_speaks_for_itself(ledger):
    first, copy = shelve(ledger, letter(1)), shelve(ledger, letter(1) + "\n", issued="2025-03-05")
    texts = [entry.id for entry in ledger.entries(document=copy, kind="text")]
    ledger.expunge(texts, author="person:lia", reason="safety")
    assert voices(ledger, NOW).count([first, copy]) == 2


def test_an_organ_speaks_with_the_voice_of_its_body_unless_a_person_parts_them(ledger):
    words = "The road to Karsk is closed."
    held = {
        row.id: row
        for row in (
            Actor(id="veltria", kind="state", name="Veltria", source="invented"),
            Actor(id="veltria-ministry", kind="ministry", name="Ministry", organ_of="veltria", source="invented"),
            Actor(id="veltria-court", kind="court", name="Court", part_of=("veltria",), source="invented"),
        )
    }
    catalogue = replace(load()[0], actors=held)
    for number, issuer in enumerate(held):
        content = f"{letter(number)}\n\n{words}"
        shelve(ledger, content, said(content, words, issuer), issuer=issuer)
    rows = list(listed(ledger, Query(kinds=("claim",))))
    assert voices(ledger, NOW, catalogue).count_findings(rows) == 2
    assert voices(ledger, NOW).count_findings(rows) == 3
    identities.record(ledger, "veltria", "veltria-ministry", same=False, handle="lia", reason="it speaks for itself")
    assert voices(ledger, NOW, catalogue).count_findings(rows) == 3
