# SPDX-License-Identifier: Apache-2.0
"""Pages on derived views in a real browser: marks open their words, the slider moves, every reader gets all of it."""

from __future__ import annotations

import pytest

from tests.web.conftest import LETTER
from tests.web.test_browser import NARROW, browser, open_room
from tests.web.test_seeing import ANSWER, PAGES, SECOND

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
