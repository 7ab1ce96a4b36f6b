# SPDX-License-Identifier: Apache-2.0
"""Pages on derived views in a real browser: marks open their words, the slider moves, every reader gets all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.conftest import LETTER
from tests.web.test_browser import NARROW, browser, open_room, said, select
from tests.web.test_seeing import ANSWER, PAGES, SECOND
from tocsin.exchange import bundles
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.answers import answers

__all__ = ["browser", "open_room"]
pytestmark = pytest.mark.browser


@pytest.fixture
def told_of(open_room):
    def opened(**how):
        page = open_room(**how)
        page.person.room.views.patience_seconds = 60
        for number, text in enumerate((LETTER, SECOND, ANSWER)):
            page.person.read(text, f"{number}.txt")
        return page

    return opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reader_of_any_kind_finds_nothing_in_the_way(told_of, scheme):
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415

    page = told_of(color_scheme=scheme)
    axe, wrong = Axe(), {}
    for path in (*PAGES, "/asks/whom?cell=ardesh~", "/watch/risk?place=orsava&cell=13+2025-03"):
        page.goto(page.base + path)
        page.evaluate(
            "document.querySelectorAll('details').forEach(one => { if (!one.closest('.who')) one.open = true })"
        )
        found = axe.run(page, options={"resultTypes": ["violations"]})
        if found.violations_count:
            wrong[path] = [
                (one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found.response["violations"]
            ]
    page.person.room.views.patience_seconds = 0
    assert wrong == {}


def test_a_narrow_screen_needs_no_scrolling_sideways(told_of):
    page = told_of(viewport=NARROW)
    for path in PAGES:
        page.goto(page.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path


def test_marks_open_their_words(told_of):
    page = told_of()
    page.goto(f"{page.base}/timeline/events?once=yes")
    mark = page.locator(".picture a[href*='event=']").first
    where = mark.get_attribute("href").partition("#")[2]
    mark.focus()
    page.keyboard.press("Enter")
    page.locator(f"#{where} details[open] blockquote").first.wait_for()
    page.goto(f"{page.base}/watch/risk")
    page.locator(".picture a").first.click()
    page.locator("#open blockquote").first.wait_for()
    page.goto(f"{page.base}/watch/access")
    page.locator(".picture a[href^='#d-']").first.click()
    assert "#d-" in page.url
    page.goto(f"{page.base}/asks/whom")
    page.locator(".crossing td a").first.click()
    page.locator("#open blockquote a, #open .from a").first.click()
    page.locator(".document").wait_for()


def test_the_slider_moves_by_keys_and_its_setting_stands_in_the_address(told_of):
    page = told_of()
    page.goto(f"{page.base}/asks/whom?by=NGOs+of+Orsava")
    slider = page.locator("#day")
    assert slider.get_attribute("aria-valuetext") == "any day"
    slider.focus()
    page.keyboard.press("Home")
    assert page.locator("#day-says").inner_text() == "2025-03-02"
    page.wait_for_url("**published-by=2025-03-02**")
    assert "day=" not in page.url
    assert "by=NGOs" in page.url
    assert page.evaluate("document.activeElement.id") == "day"


def test_the_slider_moves_without_a_script(told_of):
    page = told_of(java_script_enabled=False)
    page.goto(f"{page.base}/asks/whom")
    page.locator("#day").press("Home")
    page.get_by_role("button", name="Move").click()
    assert "published-by=2025-03-02" in page.url


def test_what_is_being_worked_out_shows_itself_when_it_is_ready(told_of):
    page = told_of()
    room = page.person.room
    room.views.patience_seconds = 0
    with room.views.held():  # however fast the machine is, the view is not ready before the page was seen
        page.goto(f"{page.base}/asks/standing?published-by=2025-03-30", wait_until="commit")
        page.get_by_text("Being worked out").wait_for()
        room.views.patience_seconds = 60
    page.get_by_role("heading", name="Standing asks").wait_for()


def test_an_answer_is_confirmed_beside_its_ask_and_undone(told_of):
    page = told_of()
    page.goto(f"{page.base}/asks/answers")
    page.get_by_role("button", name="Confirm").first.click()
    page.get_by_text("confirmed by lia").wait_for()
    page.get_by_text("1 answer confirmed, it is recorded.").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("The decision was withdrawn").wait_for()
    assert page.get_by_text("confirmed by lia").count() == 0


def test_a_search_is_narrowed_and_kept(told_of):
    page = told_of()
    page.goto(f"{page.base}/search?q=corridor")
    page.locator(".facets").get_by_role("link", name="ask", exact=True).click()
    page.wait_for_url("**kind=ask**")
    page.get_by_placeholder("a name for this search").fill("asks on the corridor")
    page.get_by_role("button", name="Keep").last.click()
    page.get_by_role("link", name="asks on the corridor").wait_for()
    page.get_by_role("button", name="Forget").click()
    page.get_by_role("button", name="Keep").last.wait_for()


def test_words_that_are_selected_are_recorded_as_an_answer_to_an_ask_that_is_chosen(told_of):
    page = told_of()
    with page.person.room.at.open() as held:
        document = next(name for name, item in shelf(held, Query()).items() if "Ardesh" in item.issuers)
    page.goto(f"{page.base}/documents/{document.removeprefix('sha256:')}")
    select(page, "has reopened the Tamar corridor")
    page.locator("#chosen").wait_for()
    page.locator("#chosen").get_by_text("Answers an ask").click()
    page.locator("#answering .askable input").first.check()
    page.locator("#answering select[name=response]").select_option("favourable")
    page.get_by_role("button", name="Record the answer").click()
    said(page, "Recorded as an answer")
    with page.person.room.at.open() as held:
        (one,) = answers(held)
    assert one.answer.words.quote == "has reopened the Tamar corridor"
    page.locator("#told").get_by_role("button", name="Undo").click()
    said(page, "the answer is withdrawn")
    with page.person.room.at.open() as held:
        assert list(answers(held)) == []


def test_an_ask_is_held_and_answered_by_keys_in_another_document(told_of):
    page = told_of()
    with page.person.room.at.open() as held:
        shelved = shelf(held, Query())
        ask = next(
            row for row in held.rows(Query(kinds=("ask",))) if "reopen" in str((row.entry.payload or {})["quote"])
        )
        document = next(name for name, item in shelved.items() if "Ardesh" in item.issuers)
    page.goto(f"{page.base}/findings/{ask.finding.removeprefix('sha256:')}")
    page.get_by_role("button", name="Link an answer").click()
    page.locator(".held").wait_for()
    page.goto(f"{page.base}/documents/{document.removeprefix('sha256:')}")
    select(page, "has reopened the Tamar corridor")
    page.keyboard.press("w")
    page.locator("#answering select[name=response]").select_option("favourable")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Record the answer").click()
    said(page, "Recorded as an answer")
    assert page.locator(".held").count() == 0
    with page.person.room.at.open() as held:
        (one,) = answers(held)
    assert one.answer.ask == ask.finding


def test_two_standing_asks_are_put_together_and_parted_and_it_is_taken_back_in_bulk(told_of):
    page = told_of()
    page.goto(f"{page.base}/asks/standing?once=yes")
    page.get_by_role("button", name="Hold to link").first.click()
    page.locator(".held").wait_for()
    page.get_by_role("button", name="Asks the same as the one held").first.click()
    page.get_by_text("The two ask the same, it is recorded.").wait_for()
    page.goto(f"{page.base}/history")
    page.get_by_role("button", name="Choose all").click()
    page.get_by_role("button", name="Take back").click()
    page.get_by_text("The decision was withdrawn.").wait_for()
    page.get_by_text("taken back", exact=False).first.wait_for()


def test_alarms_ring_beside_the_ledger(told_of):
    page = told_of()
    rules = '[[alarm]]\nid = "quiet"\nkind = "silence"\ndays = 30\n'
    page.goto(f"{page.base}/watch/alarms")
    page.get_by_role("heading", name="No rules are written yet").wait_for()
    page.person.room.alarms.write_text(rules)
    page.goto(f"{page.base}/watch/alarms")
    page.get_by_text("rings", exact=True).first.wait_for()
    page.locator(".findings details summary").first.click()
    page.locator(".findings blockquote").first.wait_for()


def test_a_bundle_is_saved_from_the_page_of_a_body(told_of):
    page = told_of()
    page.goto(f"{page.base}/asks?to=Ardesh")
    page.get_by_role("link", name="dossier").click()
    assert page.get_by_label("Which").input_value() == "Ardesh"
    page.locator("select[name=as]").select_option("bundle")
    with page.expect_download(timeout=120_000) as saved:
        page.get_by_role("button", name="Save the dossier").click()
    assert saved.value.suggested_filename == "bundle-ardesh.zip"
    assert bundles.verify(Path(saved.value.path())).notes > 0
