# SPDX-License-Identifier: Apache-2.0
"""Words of documents are only ever words, each where it stands, with names at risk withheld."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.web.conftest import LETTER, told
from tocsin.web.sheets import cuts, sheet

LIVE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>"
PAGES = ("/documents", "/asks", "/warnings", "/timeline", "/proposals", "/names", "/bring-in", "/take-out")


def tags(answer):
    """Give what a browser would make live of a page, beyond the room's own."""
    tree = parser.fromstring(answer.text)
    scripts = [script for script in tree.iter("script") if not (script.get("src") or "").startswith("/static/")]
    handlers = [one for one in tree.iter() for name in one.attrib if name.startswith("on")]
    return scripts + handlers + list(tree.iter("img", "b", "iframe", "object", "embed"))


@pytest.fixture
def hostile(person):
    return person.read(
        f"Appeal {LIVE} of the Orsava Assembly\n\n2 March 2025\n\n"
        f"We urge the Council of {LIVE} to send {LIVE} observers to Karsk.\n\n"
        f"Orsava {LIVE} is on the brink of famine. On 9 December 2024 Ardesh {LIVE} closed the Tamar corridor.\n",
        name=f"{'x' * 20}<img src=x onerror=alert(3)>.txt",
    )


def test_no_markup_of_a_document_its_title_or_its_name_is_live(person, hostile):
    paths = [*PAGES, f"/documents/{hostile}", f"/documents/{hostile}/sheets/0", "/search?q=observers"]
    paths += [f"/findings/{name}" for kind in ("ask", "warning", "claim") for name, _, _ in person.findings(kind)]
    for path in paths:
        answer = person.get(path)
        assert answer.status_code == 200, path
        assert tags(answer) == [], path
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>alert(1)" in told(person.get(f"/documents/{hostile}")).replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("path", ["/search?q={}", "/asks?to={}", "/timeline?place={}", "/{}", "/asks?published-by={}"])
def test_nothing_of_an_address_is_live(person, path):
    answer = person.get(path.format('"><script>alert(1)</script><img src=x onerror=alert(2)>'))
    assert tags(answer) == []
    assert answer.status_code in {404, 422, 200, 400}


def test_an_original_is_saved_and_never_shown(person):
    name = person.read(
        "<html><body><script>alert(1)</script><p>We urge the United Nations to act.</p></body></html>", "a.html"
    )
    answer = person.get(f"/documents/{name}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_table_runs_no_formula(person):
    person.read(f"=cmd|' /C calc'!A0\n\n{LETTER}", "=1+1.txt")
    answer = person.get("/exports/asks.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="asks.csv"'
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert not [cell for cell in cells if re.match(r"[=+@|\t]|-\D", cell)]
    assert "'=1+1.txt" in cells


NAMED = """\
Statement of the Karsk Press

3 March 2025

Soldiers of Ardesh detained the journalist Ivo Marrek in Karsk on 1 March 2025.
We urge the Government of Ardesh to release Ivo Marrek. Marrek was well.
"""


def test_names_at_risk_are_withheld_everywhere_until_they_are_shown(person):
    name = person.read(NAMED, "named.txt")
    finding = person.findings("ask")[0][0]
    paths = [*PAGES, f"/documents/{name}", f"/findings/{finding}", "/search?q=release", "/exports/asks.csv"]
    paths += [
        "/exports/timeline.csv",
        "/exports/asks.jsonld",
        f"/api/findings/{finding}",
        "/api/findings",
        "/api/search?q=release",
    ]
    paths += [f"/api/findings/{finding}/history", f"/api/documents/{name}", "/take-out/dossier?of=to&named=Ardesh"]
    for path in paths:
        answer = person.get(path)
        assert answer.status_code == 200, (path, answer.text)
        assert "Marrek" not in answer.text, path
    assert "[name withheld]" in person.get(f"/documents/{name}").text
    person.post("/settings", {"names": "show"})
    assert "Marrek" in person.get(f"/documents/{name}").text


def test_a_correction_beside_a_withheld_name_keeps_the_name(person):
    person.read(NAMED, "named.txt")
    finding, seen, payload = next(found for found in person.findings("claim") if found[2]["act"] == "detention")
    assert "Marrek" in str(payload["targets"])
    card = parser.fromstring(person.get(f"/findings/{finding}").text)
    fields = {
        field.get("name"): field.get("value") or ""
        for field in card.iter("input")
        if (field.get("name") or "").startswith("set-")
    }
    answer = person.post(
        f"/findings/{finding}/judgements",
        {**fields, "set-when": "2025-03-02", "verdict": "correct", "seen": str(seen)},
        part=True,
    )
    assert answer.status_code == 200
    new = person.state(person.state(finding).replaced_by.removeprefix("sha256:"))
    assert new.entry.payload["targets"] == payload["targets"]
    assert new.entry.payload["when"] == "2025-03-02"


def test_a_run_stands_where_it_says_whatever_the_letters(person):
    text = (
        LETTER.replace("\n", "\r\n").replace("Orsava is", "𝔒rsava 🔔 İs נדרש is")
        + "\r\nWe urge the Northern Union to act.\r\n"
    )
    name = person.read(text)
    tree = parser.fromstring(person.get(f"/documents/{name}").text)
    for leaf in tree.iter("span"):
        if leaf.get("data-s"):
            start = int(leaf.get("data-s"))
            words = leaf.text or ""
            expected = text[start : start + len(words)].replace("\r\n", "\n")
            assert words.startswith(expected[:1])
            if words != "\n":
                assert words == text[start : start + len(words)]


@given(text=st.text(max_size=80), spans=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), max_size=5))
def test_every_character_stands_in_one_run(text, spans):
    withheld = []
    last = 0
    for start, length in sorted(spans):
        begin = max(start, last)
        if begin + length <= len(text):
            withheld.append((begin, begin + length))
            last = begin + length
    sheets = [sheet(text, cut, [], withheld) for cut in cuts(text, [])]
    runs = [run for one in sheets for block in one.blocks for run in block.runs]
    if text.strip():
        assert [run.start for run in runs] == [0, *(run.end for run in runs[:-1])]
        assert runs[-1].end == len(text)


def test_a_long_document_comes_in_sheets(person):
    text = "Statement of Lumara\n\n3 March 2025\n\n" + "\n\n".join(
        f"Paragraph {number}. We urge the Government of Ardesh to reopen road {number} for {number} convoys."
        for number in range(700)
    )
    name = person.read(text)
    first = person.get(f"/documents/{name}").text
    assert first.count("data-loaded") == 1
    assert first.count("sheet later") >= 2
    assert "Paragraph 650." not in first
    place = text.index("Paragraph 650.")
    there = person.get(f"/documents/{name}?at={place}-{place + 9}").text
    assert "Paragraph 650." in there
    assert there.count("data-loaded") == 1
    assert "Paragraph 1." in person.get(f"/documents/{name}/sheets/0").text


def test_other_prints_of_a_text_and_the_standing_ask_are_told_with_their_counts(person):
    first = person.read(LETTER)
    person.read(f"Eastern Herald, 4 March 2025\n\n{LETTER}\nReprinted by the Eastern Herald.\n", "reprint.txt")
    other = person.read(
        "Statement of Lumara\n\n9 March 2025\n\nWe call on the Government of Ardesh to reopen the Tamar corridor.\n",
        "lumara.txt",
    )
    assert "One voice with 1 other of the 3 documents of this ledger" in told(person.get(f"/documents/{first}/prints"))
    assert "No other print of this text among the 3" in told(person.get(f"/documents/{other}/prints"))
    asks = {payload["quote"]: name for name, _, payload in person.findings("ask")}
    reopen = next(name for quote, name in asks.items() if "reopen" in quote)
    assert "Asked 2 times in 3 documents, by 2 voices" in told(person.get(f"/findings/{reopen}/standing"))
    mission = next(name for quote, name in asks.items() if "mission" in quote)
    assert "by 1 voice" in told(person.get(f"/findings/{mission}/standing"))
