# SPDX-License-Identifier: Apache-2.0
"""Attacks on the room, each a fault that somebody's reading room had: none does more than it should."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from urllib.parse import quote, urlencode

import pytest
from starlette.routing import Route

from tests.web.conftest import LETTER, told
from tests.web.test_seeing import ANSWER, SECOND
from tests.web.test_takings import bring, settled
from tests.web.test_words import NAMED
from tocsin.exchange import bundles
from tocsin.ledger.queries import Query
from tocsin.web.app import ROUTES

ZERO = "0" * 64


@pytest.fixture
def told_of(person):
    """Three texts of three voices: the digests."""
    return [person.read(text, f"{number}.txt") for number, text in enumerate((LETTER, SECOND, ANSWER))]


# ---- what an address says


ODD = (
    *("0000", "9999-12-31", "-0001", "2025-13", "199X", "../2025", "2025/..", "2025~", "Y12345", "٣", "𝟙"),
    *("x" * 3000, "\x00", "'\"<>", "(((", "\u202e", "%s", "{{7*7}}", "1e9", "-1", "99999999999", "NaN", "~", "ardesh~"),
    *(
        "Ardesh",
        "Orsava",
        "13 2025-03",
        ZERO,
        f"sha256:{ZERO}",
        "NOT",
        "a AND",
        'to:"',
        "kind:",
        "*",
        "a*",
        "NEAR(a b)",
    ),
)
FIELDS = (
    *("q", "to", "by", "place", "published-by", "recorded-by", "happened-from", "happened-to", "page", "cell", "event"),
    *("id", "ask", "alarm", "only", "order", "genre", "words", "at", "day", "day-last", "topic", "instrument", "state"),
    *("kind", "response", "first", "second", "of", "named", "as", "offset", "limit", "table", "issuer", "year", "act"),
)


def test_whatever_an_address_says_is_answered(person, told_of):
    chance = random.Random(11)
    finding = person.findings("ask")[0][0]
    paths = [route.path for route in ROUTES if "GET" in (route.methods or ()) and route.path != "/open"]
    for _ in range(220):
        path = chance.choice(paths)
        path = path.replace("{document}", told_of[0]).replace("{finding}", finding).replace("{number}", "0")
        path = path.replace("{name}", chance.choice(("asks.csv", "search.csv", "timeline.jsonld", "x")))
        asked = urlencode([(chance.choice(FIELDS), chance.choice(ODD)) for _ in range(3)])
        assert person.get(f"{path}?{asked}").status_code < 500, (path, asked)


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "x", "٣", "1.5"])
def test_a_number_that_is_none_leads_to_the_first_part(person, number):
    name = person.read(LETTER)
    assert person.get(f"/documents/{name}/sheets/{quote(number)}").status_code == 200


@pytest.mark.parametrize(
    "words",
    ["(" * 20_000, "NOT " * 10_000 + "a", "a OR " * 3_000 + "a", '"a" ' * 5_000, "(a OR b) " * 12, "to:" * 4_000],
    ids=["parentheses", "denials", "alternatives", "phrases", "products", "fields"],
)
def test_a_search_that_would_take_long_is_refused(person, words):
    person.read(LETTER)
    answer = person.get(f"/search?{urlencode({'q': words})}")
    assert answer.status_code == 422
    assert person.get(f"/exports/search.csv?{urlencode({'q': words})}").status_code in {400, 422}


# ---- who asks, and how


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
@pytest.mark.parametrize("path", ["/links", "/undo", "/held", "/judgements", "/settings", "/names/same"])
def test_a_simple_request_of_another_site_changes_nothing(person, kind, path):
    before = head(person)
    body = f"token={person.token}&x=" if kind == "text/plain" else '{"token": "' + person.token + '"}'
    answer = person.client.post(path, content=body, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == 403
    assert head(person) == before


def head(person):
    with person.room.at.open() as held:
        return held.head()


def test_no_page_is_changed_by_being_looked_at(person, told_of):
    before = head(person)
    finding = person.findings("ask")[0][0]
    for route in ROUTES:
        if isinstance(route, Route) and "GET" in (route.methods or ()) and route.path != "/open":
            path = route.path.replace("{document}", told_of[0]).replace("{finding}", finding).replace("{number}", "0")
            person.get(path.replace("{name}", "asks.csv") + "?do=drop&verdict=reject&id=" + finding)
    assert head(person) == before


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "/\tevil", "javascript:alert(1)", "/\r\nX: y"]
)
def test_going_back_leads_nowhere_else(person, back):
    for path, fields in (("/held", {"do": "drop"}), ("/undo", {}), ("/settings", {"handle": "lia"})):
        assert person.post(path, {**fields, "back": back}).headers["location"] == "/documents"


# ---- ids of others


def test_ids_of_other_things_are_never_taken_back_or_linked(person, told_of):
    with person.room.at.open() as held:
        readings = [entry.id.removeprefix("sha256:") for entry in held.entries(kind="reading")]
        texts = [entry.id.removeprefix("sha256:") for entry in held.entries(kind="text")]
        found = [entry.id.removeprefix("sha256:") for entry in held.entries(kind="finding")][:3]
    before = head(person)
    for name in (*readings, *texts, *found, told_of[0], ZERO):
        person.post("/undo", {"id": name})
        assert person.post("/links", {"relation": "same", "first": name, "second": ZERO}).status_code == 404
    person.post("/undo", [("id", name) for name in (*readings, *texts, *found)])
    assert head(person) == before
    assert person.post("/undo", [("id", ZERO)] * 600).status_code == 400


def test_what_these_clocks_do_not_know_is_neither_held_nor_answered(person, told_of):
    ask = person.findings("ask")[0][0]
    for path, fields in (
        ("/held?recorded-by=2001", {"id": ask}),
        ("/links?recorded-by=2001", {"relation": "same", "first": ask, "second": ask}),
        (f"/documents/{told_of[0]}/answers?recorded-by=2001", {"ask": ask, "span": "0:4", "response": "favourable"}),
    ):
        assert person.post(path, fields).status_code == 404


def test_only_actors_that_are_known_are_held_for_one(person, told_of):  # noqa: ARG001
    before = head(person)
    for first, second in (("ardesh", "x<script>"), ("../x", "ardesh"), ("", ""), ("ardesh", "nobody-at-all")):
        assert person.post("/names/same", {"first": first, "second": second}).status_code == 400
    assert head(person) == before
    assert person.post("/names/same", {"first": "ardesh", "second": "veltria"}).status_code == 303


def test_two_tabs_that_decide_the_same_decide_it_once(person, told_of):  # noqa: ARG001
    page = person.get("/asks/answers")
    name = re.findall(r'type="checkbox" name="id" value="([0-9a-f]{64})"', page.text)[0]
    assert person.post("/asks/answers", {"verdict": "confirm", "id": name}).status_code == 303
    assert person.post("/asks/answers", {"verdict": "confirm", "id": name}).status_code == 400
    finding, seen, _ = person.findings("ask")[0]
    first = person.post(f"/findings/{finding}/judgements", {"verdict": "confirm", "seen": str(seen)}, part=True)
    second = person.post(f"/findings/{finding}/judgements", {"verdict": "reject", "seen": str(seen)}, part=True)
    assert (first.status_code, second.status_code) == (200, 409)


# ---- files in and out


def test_what_is_found_runs_no_formula_in_a_table(person):
    person.read(f"=1+1 corridor\n\n＝SUM(1) corridor\n\n{LETTER}", "@cmd.txt")
    answer = person.get("/exports/search.csv?q=corridor")
    assert answer.headers["content-type"].startswith("text/csv")
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert cells
    assert not [cell for cell in cells if re.match(r"\s*(?:[=+@|＝＋＠]|-\D)", cell)]


@pytest.mark.parametrize("named", ['x"\r\nSet-Cookie: a=b', "../../etc/passwd", "\u202egpj.exe", "a;filename=b"])
def test_a_name_of_a_file_is_letters_and_nothing_else(person, told_of, named):  # noqa: ARG001
    for of in ("search", "to", "place"):
        answer = person.get(f"/take-out/dossier?{urlencode({'of': of, 'named': named, 'as': 'md'})}")
        assert "set-cookie" not in answer.headers
        if answer.status_code == 200:
            disposition = answer.headers["content-disposition"]
            assert re.fullmatch(r'attachment; filename="dossier-[A-Za-z0-9-]+\.md"', disposition)


def test_a_bundle_holds_what_it_says_and_no_name_at_risk(person, tmp_path):
    person.read(LETTER)
    person.read(NAMED, "named.txt")
    answer = person.get("/take-out/dossier?of=to&named=Ardesh&as=bundle")
    assert answer.headers["content-type"] == "application/zip"
    path = tmp_path / "bundle.zip"
    path.write_bytes(answer.content)
    assert bundles.verify(path).notes > 0
    with zipfile.ZipFile(path) as held:
        assert all(not name.startswith(("/", "..")) for name in held.namelist())
        assert not [name for name in held.namelist() if b"Marrek" in held.read(name)]


def test_an_archive_that_swells_is_refused_in_the_other_process(person):
    swelling = io.BytesIO()
    with zipfile.ZipFile(swelling, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 600_000_000)
    bring(person, swelling.getvalue(), "swelling.docx")
    (one,) = settled(person.room.takings)
    assert one.status == "rejected"
    assert one.problems


def test_what_was_expunged_is_not_given_away(person):
    name = person.read(LETTER)
    with person.room.at.open() as held:
        texts = [entry.id for entry in held.entries(kind="text")]
        held.expunge(texts, author="person:lia", reason="for somebody's safety")
    assert person.get(f"/documents/{name}").status_code == 404
    assert "brink of famine" not in person.get("/search?q=famine").text
    dossier = person.get("/take-out/dossier?of=search&named=famine&as=md")
    assert "brink of famine" not in dossier.text
    assert person.get("/exports/search.csv?q=famine").text.count("\n") == 1


# ---- names at risk


def test_a_program_cannot_write_a_withheld_name_over_the_name(person):
    person.read(NAMED, "named.txt")
    finding, seen, before = next(one for one in person.findings("claim") if "Marrek" in str(one[2]))
    shown = person.get(f"/api/findings/{finding}").json()["line"]
    assert "Marrek" not in str(shown)
    for value in ("[name withheld]", "name-withheld", "Ardesh; [name withheld]"):
        body = {"verdict": "correct", "by": "tom", "why": "x", "seen": seen, "set": {"targets": value}}
        answer = person.client.post(
            f"/api/findings/{finding}/judgements", json=body, headers={"X-Tocsin-Token": person.token}
        )
        assert answer.status_code == 400
        assert answer.json()["error"] == "NameIsWithheld"
    with person.room.at.open() as held:
        (row,) = [row for row in held.rows(Query(kinds=("claim",))) if row.finding == f"sha256:{finding}"]
    assert row.entry.payload == before
    body = {"verdict": "correct", "by": "tom", "why": "x", "seen": seen, "set": {"mode": "alleged"}}
    made = person.client.post(
        f"/api/findings/{finding}/judgements", json=body, headers={"X-Tocsin-Token": person.token}
    )
    assert "Marrek" not in made.text
    assert any("Marrek" in str(held) and held["mode"] == "alleged" for _, _, held in person.findings("claim"))


def test_what_people_did_and_what_is_held_tell_no_name_at_risk(person):
    person.read(NAMED, "named.txt")
    for kind in ("claim", "ask"):
        for name, seen, _ in person.findings(kind):
            person.post("/held", {"id": name})
            fields = {"verdict": "confirm", "seen": str(seen), "why": "Marrek is named here"}
            person.post(f"/findings/{name}/judgements", fields)
    for path in ("/history", "/watch/alarms", "/documents?words=Marrek", "/asks/answers"):
        assert "Marrek" not in told(person.get(path)).replace("Marrek is named here", ""), path
