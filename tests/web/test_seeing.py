# SPDX-License-Identifier: Apache-2.0
"""Pages on derived views: the command's figures, every mark open to its words, nothing shown that is withheld."""

from __future__ import annotations

import json
import re
import threading
from datetime import date
from html import unescape

import pytest
from starlette.requests import Request

from tests.web.conftest import LETTER, told
from tocsin.ledger.queries import Query
from tocsin.linking.clusters import clusters
from tocsin.linking.petitions import petitions
from tocsin.linking.standing_asks import standing_asks
from tocsin.watch.matrices import matrix
from tocsin.web.rooms import Visit
from tocsin.web.saved import file
from tocsin.web.sessions import Session
from tocsin.web.views import Given, Views, Working

SECOND = """\
Statement of the NGOs of Orsava to the United Nations

20 March 2025

On 9 December 2024 Ardesh closed the Tamar corridor.
We urge the United Nations to send an assessment mission to Orsava.
We call on Ardesh to reopen the Tamar corridor.
"""
ANSWER = """\
Statement of the Government of Ardesh

2 June 2025

Ardesh denies that it closed the Tamar corridor on 9 December 2024.
Ardesh has reopened the Tamar corridor on 1 June 2025, as the Orsava Assembly asked.
"""
PAGES = (
    "/asks/whom",
    "/asks/standing?once=yes",
    "/asks/notice",
    "/asks/notice?to=Ardesh",
    "/asks/answers",
    "/asks/positions?topic=corridor",
    "/timeline/events?once=yes",
    "/watch/risk",
    "/watch/access",
    "/watch/needs",
    "/watch/needs?place=orsava&happened-from=2025-03-01&happened-to=2025-03-31",
    "/watch/people",
    "/watch/obligations",
    "/watch/alarms",
    "/history",
    "/voices",
    "/search?q=corridor",
    "/search/facets?q=corridor",
)


@pytest.fixture
def told_of(person):
    """Three texts of three voices: the digests."""
    person.room.views.patience_seconds = 60
    return [person.read(text, f"{number}.txt") for number, text in enumerate((LETTER, SECOND, ANSWER))]


@pytest.fixture
def ledger(person, told_of):  # noqa: ARG001 - what is in it
    with person.room.at.open() as held:
        yield held


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_lives_by_the_rules(person, told_of, path):  # noqa: ARG001
    answer = person.get(path)
    assert answer.status_code == 200, told(answer)[:500]
    assert 'style="' not in answer.text
    assert re.search(r"<script(?! type=\"module\" src=\"/static/)", answer.text) is None
    for address in re.findall(r'(?:href|action)="([^"]*)"', answer.text):
        assert address.startswith(("/", "#")), address


def test_an_empty_ledger_has_pages_too(person):
    person.room.views.patience_seconds = 60
    for path in PAGES:
        answer = person.get(path)
        assert answer.status_code in {200, 422}, path
    assert "among the 0 documents" in told(person.get("/asks/whom"))


def test_a_cell_says_what_it_opens_to(person, ledger, catalogue):
    table = petitions(ledger, catalogue, Query())
    (to, by), cell = max(table.cells.items(), key=lambda item: len(item[1].asks))
    page = person.get(f"/asks/whom?cell={to}~{by}")
    said = f"{cell.voices} voice"
    assert said in told(page)
    for row in cell.asks:
        assert row.finding.quote in unescape(told(page))


def test_standing_asks_are_those_of_the_command(person, ledger):
    found = [item for item in standing_asks(ledger, person.room.at.catalogue, Query()) if len(item.makings) > 1]
    assert found
    page = person.get("/asks/standing")
    for item in found:
        assert item.id.removeprefix("sha256:") in page.text
        story = told(person.get(f"/asks/standing?id={item.id.removeprefix('sha256:')}"))
        assert all(making.ask.quote in story for making in item.makings)


def test_events_are_those_of_the_command_and_denials_are_marked(person, ledger):
    found = clusters(ledger, person.room.at.catalogue, Query(), least=1)
    page = person.get("/timeline/events?once=yes")
    for event in found:
        assert event.id.removeprefix("sha256:")[:12] in page.text
    assert any(event.denied_by for event in found)
    assert "denied by" in told(page)


def test_a_zoom_shows_the_days_of_its_period_only(person, told_of):  # noqa: ARG001
    inside = told(person.get("/timeline/events?once=yes&happened-from=2024-12&happened-to=2024-12"))
    outside = told(person.get("/timeline/events?once=yes&happened-from=2019&happened-to=2019"))
    assert "Tamar corridor" in inside
    assert "No such event" in outside


def test_cells_of_the_matrix_are_those_of_the_command_and_open(person, ledger):
    cells = matrix(ledger, person.room.at.catalogue, Query())
    cell = next(cell for cell in cells if cell.place == "orsava")
    page = person.get(f"/watch/risk?place=orsava&cell={cell.factor}+{cell.month}")
    for item in cell.evidence:
        assert item.row.finding.quote in unescape(told(page))


def test_the_slider_becomes_a_date_in_the_address(person, told_of):  # noqa: ARG001
    day = date(2025, 3, 10).toordinal()
    answer = person.get(f"/asks/whom?day={day}&day-last={day + 100}&to=Ardesh&page=2")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/asks/whom?to=Ardesh&page=2&published-by=2025-03-10"
    assert "published-by" not in person.get(f"/asks/whom?day={day}&day-last={day}").headers["location"]
    for wrong in ("0", "99999999", "x", "٣", "-1"):
        assert person.get(f"/asks/whom?day={wrong}").headers["location"] == "/asks/whom?"


def test_the_slider_keeps_what_came_later_out(person, told_of):  # noqa: ARG001
    assert "NGOs of Orsava" in told(person.get("/asks/whom"))
    assert "NGOs of Orsava" not in told(person.get("/asks/whom?published-by=2025-03-10"))


def test_what_is_wrong_in_a_form_is_told_in_it(person, told_of):  # noqa: ARG001
    for path in (
        "/watch/access?place=nowhere-at-all",
        "/asks/notice?to=nobody-at-all",
        "/timeline/events?act=dancing",
        "/asks/whom?published-by=soon",
        "/search/facets?q=%22",
    ):
        answer = person.get(path)
        assert answer.status_code in {400, 422}, path
        assert "problem" in answer.text or "/facets" in path


def test_needs_of_a_place_ask_for_the_days_in_the_form(person, told_of):  # noqa: ARG001
    answer = person.get("/watch/needs?place=orsava")
    assert answer.status_code == 200
    assert "Say for which days" in told(answer)


def proposal(person):
    page = person.get("/asks/answers?only=proposed")
    found = re.search(r'name="id" value="([0-9a-f]{64})"', page.text)
    assert found, told(page)
    return found[1]


def test_a_proposed_answer_is_confirmed_and_that_is_undone(person, told_of):  # noqa: ARG001
    name = proposal(person)
    answer = person.post(
        "/asks/answers", {"verdict": "confirm", "id": name, "why": "it says so", "back": "/asks/answers?"}
    )
    assert answer.status_code == 303
    page = person.get(answer.headers["location"])
    assert "confirmed by lia" in told(page)
    assert "1 answer confirmed, it is recorded." in told(page)
    entry = re.search(r'name="id" value="([0-9a-f]{64})"', page.text)
    assert entry
    assert "it is recorded" not in told(person.get("/asks/answers"))  # told once
    assert person.post("/undo", {"id": entry[1], "back": "/asks/answers"}).status_code == 303
    page = person.get("/asks/answers")
    assert "The decision was withdrawn." in told(page)
    assert "confirmed by lia" not in told(page)
    assert proposal(person) == name


def test_a_refused_answer_is_proposed_no_more(person, told_of):  # noqa: ARG001
    name = proposal(person)
    assert person.post("/asks/answers", {"verdict": "refuse", "id": name}).status_code == 303
    assert name not in person.get("/asks/answers").text
    again = person.post("/asks/answers", {"verdict": "confirm", "id": name})
    assert again.status_code == 400
    assert "no longer proposed" in told(again)


def test_an_answer_is_decided_with_the_token_only_and_leads_nowhere_else(person, told_of):  # noqa: ARG001
    name = proposal(person)
    sent = {"verdict": "confirm", "id": name, "token": "0" * 64}
    assert person.client.post("/asks/answers", data=sent).status_code == 403
    answer = person.post("/asks/answers", {"verdict": "refuse", "id": name, "back": "//elsewhere.example"})
    assert answer.headers["location"] == "/documents"
    assert person.post("/asks/answers", {"verdict": "burn", "id": name}).status_code == 400
    assert person.post("/asks/answers", {"verdict": "confirm", "id": "../x"}).status_code == 404


def test_a_claim_shows_its_event_and_an_ask_its_proposed_answers(person, told_of):  # noqa: ARG001
    claims = [
        name for name, _, held in person.findings("claim") if held["act"] == "blockade" or "closed" in held["quote"]
    ]
    words = [told(person.get(f"/findings/{name}/event")) for name in claims]
    assert any("denied by" in one or "Corroborated" in one for one in words)
    asks = [told(person.get(f"/findings/{name}/answers")) for name, _, _ in person.findings("ask")]
    assert any("proposed, confirmed by nobody" in one for one in asks)
    for part in ("event", "answers"):
        assert person.get(f"/findings/{'0' * 64}/{part}").status_code == 404
        assert person.get(f"/findings/{claims[0]}/{part}?recorded-by=2001").status_code == 404


def test_two_texts_are_compared_word_by_word(person):
    person.room.views.patience_seconds = 60
    one = person.read(LETTER, "a.txt")
    other = person.read(LETTER.replace("on the brink of famine", "on the edge of famine"), "b.txt")
    page = person.get(f"/voices/diff?first={one}&second={other}")
    assert "<del>brink</del>" in page.text
    assert "<ins>edge</ins>" in page.text
    assert "where they differ" in told(person.get(f"/documents/{one}/prints"))
    assert person.get(f"/voices/diff?first={one}&second={'0' * 64}").status_code == 404
    assert person.get("/voices/diff?first=../../etc&second=x").status_code == 404


def test_facets_count_and_narrow(person, told_of):  # noqa: ARG001
    page = told(person.get("/search/facets?q=corridor"))
    assert "kind" in page
    assert "ask" in page
    asks = person.get("/search?q=corridor&kind=ask")
    claims = person.get("/search?q=corridor&kind=claim")
    assert "reopen the Tamar corridor" in re.sub(r"\s+", " ", told(asks))
    assert asks.text != claims.text
    assert "Nothing that this search finds is of all these" in told(person.get("/search?q=corridor&year=1999"))


def test_a_search_is_kept_by_name_beside_the_ledger_and_forgotten(person, told_of):  # noqa: ARG001
    kept = {"name": " the  corridor ", "query": "q=corridor&kind=ask&back=//elsewhere.example"}
    answer = person.post("/search/saved", kept)
    assert answer.headers["location"] == "/search?q=corridor&kind=ask"
    path = file(person.room)
    assert json.loads(path.read_text()) == {"the corridor": "q=corridor&kind=ask"}
    assert path.stat().st_mode & 0o077 == 0
    assert "the corridor" in told(person.get("/search"))
    person.post("/search/saved", {"name": "the corridor", "do": "forget"})
    assert json.loads(path.read_text()) == {}


def test_a_file_that_is_none_of_ours_is_left_alone(person):
    path = file(person.room)
    path.write_text("[1]")
    assert person.post("/search/saved", {"name": "x", "query": "q=x"}).status_code == 400
    assert path.read_text() == "[1]"
    assert person.get("/search").status_code == 200
    path.write_text('{"<script>alert(1)</script>": "q=x&next=javascript:alert(1)"}')
    page = person.get("/search").text
    assert "<script>alert" not in page
    assert "javascript:" not in page


def test_names_at_risk_are_withheld_on_every_page(person):
    person.room.views.patience_seconds = 60
    person.read(
        "Statement of the NGOs of Orsava to the United Nations\n\n2 March 2025\n\n"
        "On 1 March 2025 Ardesh detained the activist Ilan Veredi in Karsk.\n"
        "The activist Ilan Veredi states that Ardesh closed the Tamar corridor on 9 December 2024.\n"
        "We urge Ardesh to release Ilan Veredi.\nWe urge the activist Ilan Veredi to leave Karsk.\n"
    )
    for path in (*PAGES, "/asks/positions?topic=release", "/search?q=release&kind=ask", "/asks/whom?cell=ardesh~"):
        assert "Veredi" not in person.get(path).text, path
    person.post("/settings", {"names": "show"})
    assert "Veredi" in person.get("/asks/whom?cell=ardesh~").text


def test_who_waits_too_long_is_told_to_come_back():
    views, gate = Views(patience_seconds=0.01), threading.Event()
    begun = []

    def slow():
        begun.append(1)
        gate.wait(5)
        return "done"

    with pytest.raises(Working):
        views.give("a", 1, slow)
    with pytest.raises(Working):
        views.give("a", 1, slow)
    gate.set()
    views.patience_seconds = 5
    assert views.give("a", 1, slow).value == "done"
    assert len(begun) == 1
    assert views.give("a", 2, lambda: "anew").value == "anew"


def test_what_stood_before_is_shown_until_it_is_worked_out_again():
    views, gate = Views(patience_seconds=5), threading.Event()
    assert views.give("a", 1, lambda: "first") == Given(value="first", behind=0)
    views.patience_seconds = 0.01

    def slow():
        gate.wait(5)
        return "second"

    assert views.give("a", 4, slow) == Given(value="first", behind=3)
    with pytest.raises(Working):
        views.give("a", 4, slow, fresh=True)
    gate.set()
    views.patience_seconds = 5
    assert views.give("a", 4, slow) == Given(value="second", behind=0)


def test_how_long_a_view_took_is_told_of_the_next_of_its_kind():
    views, gate = Views(patience_seconds=5), threading.Event()
    views.give(("whom", "2025"), 1, lambda: 1)
    views.patience_seconds = 0.01
    with pytest.raises(Working) as wait:
        views.give(("whom", "2026"), 1, lambda: gate.wait(5))
    assert wait.value.usual == 1
    gate.set()


def test_what_failed_is_told_once_and_tried_again():
    views = Views(patience_seconds=5)

    def fails():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        views.give("a", 1, fails)
    assert views.give("a", 1, lambda: 3).value == 3


def test_a_page_that_is_being_worked_out_says_so(person, told_of):  # noqa: ARG001
    person.room.views.patience_seconds = 0
    with person.room.views.held():
        answer = person.get("/asks/whom?published-by=2025-03-11")
    assert answer.status_code == 202
    assert "Being worked out" in told(answer)
    person.room.views.patience_seconds = 60
    assert person.get("/asks/whom?published-by=2025-03-11").status_code == 200


def test_what_is_worked_out_while_the_ledger_grows_is_worked_out_once_more(person, told_of):  # noqa: ARG001
    begun = []

    def made(view):
        begun.append(view.ledger.head().seq)
        if len(begun) == 1:
            person.read(LETTER.replace("2 March", "7 March"), "later.txt")
            raise KeyError("a part that was read later")
        return "whole"

    with person.room.at.open() as held:
        scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
        app = person._client.app
        visit = Visit(Request({**scope, "app": app, "session": Session()}), held)
        assert visit.view("growing", made) == "whole"
    assert len(set(begun)) == 2


def test_likely_warnings_are_listed_where_the_box_is_ticked(person):
    said = "The next flood may well be the one from which this valley does not come back"
    person.read(f"Letter of the Lake Union\n\nWe have lived here for years.\n\n{said}.\n")
    assert said not in told(person.get("/warnings"))
    listed = told(person.get("/warnings?implied=yes"))
    assert said in listed
    assert "likely ·" in listed
