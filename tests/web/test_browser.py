# SPDX-License-Identifier: Apache-2.0
"""The room in a real browser: from dropped files to a dossier, by keys, for every reader, and never off the machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES
from tests.web.conftest import LETTER, Person
from tocsin.desk.desks import Desk
from tocsin.ledger.queries import Query
from tocsin.ledger.recording import Judging, judge
from tocsin.records.ids import Digest
from tocsin.web.serving import link, served

pytestmark = pytest.mark.browser

RTL = (
    "نداء من مجلس أورسافا\n\n2 March 2025\n\n"
    "نحث الأمم المتحدة. We urge the United Nations to send observers to Karsk. שלום 🔔.\n"
)
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as play:
        made = play.chromium.launch(
            executable_path=os.environ.get("TOCSIN_BROWSER", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield made
        made.close()


@pytest.fixture
def open_room(tmp_path, catalogue, reader, browser):
    """Opens a room in a browser; afterwards nothing was wrong in its console and no request had left the machine."""
    at = Desk(ledger_path=tmp_path / "tocsin.db", packs=(EXAMPLES / "pack",))
    at.__dict__["catalogue"], at.__dict__["reader"] = catalogue, reader
    wrong, contexts = [], []
    with served(at, handle="lia") as held:
        held.views.patience_seconds = 60  # a machine that is busy must not make another page of one
        base = f"http://{held.address.shown}"
        person = Person(client=None, room=held, folder=tmp_path)

        def opened(**how):
            context = browser.new_context(**{"viewport": WIDE, "accept_downloads": True} | how)
            contexts.append(context)
            page = context.new_page()
            page.set_default_timeout(60_000)
            page.on("console", lambda said: wrong.extend(_wrong(said)))
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on("dialog", lambda dialog: wrong.extend([dialog.message, dialog.dismiss()]))
            page.on("request", lambda asked: wrong.extend([] if asked.url.startswith(base) else [asked.url]))
            page.goto(link(held))
            page.person, page.base = person, base
            return page

        yield opened
        for context in contexts:
            context.close()
    assert wrong == []


def _wrong(said):
    """Give what a browser complains of; that something moved is an answer, which it calls an error."""
    return [said.text] if said.type in {"error", "warning"} and "status of 409" not in said.text else []


@pytest.fixture
def page(open_room):
    return open_room()


def drop(page, *paths):
    page.goto(f"{page.base}/bring-in")
    page.set_input_files("#files", [str(path) for path in paths])
    page.wait_for_function(
        "count => document.querySelectorAll('.taking').length >= count"
        " && !document.querySelector('.t-waiting, .t-reading')",
        arg=len(paths),
        timeout=120_000,
    )


def reading(page, text=LETTER, name="letter.txt", **asked):
    digest = page.person.read(text, name)
    query = "".join(f"&{key}={value}" for key, value in asked.items())
    page.goto(f"{page.base}/documents/{digest}?{query}")
    return digest


def follow(page, link, address):
    """Follow a link and wait until the page there has run its script: a click before that goes where links go."""
    link.click()
    page.wait_for_url(address, wait_until="load")


def state(page, finding):
    with page.person.room.at.open() as held:
        return held.state(f"sha256:{finding}")


def said(page, words):
    page.locator("#told", has_text=words).wait_for()


def select(page, words):
    """Select words in the text as a person would: a range, and the event."""
    found = page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
            const nodes = [];
            let all = '';
            for (let node; (node = walker.nextNode());) {
                if (!node.parentElement.closest('.w')) continue;
                nodes.push([node, all.length]);
                all += node.data;
            }
            const start = all.indexOf(words), end = start + words.length;
            if (start < 0) return false;
            const range = document.createRange();
            for (const [node, at] of nodes) {
                if (start >= at && start < at + node.length) range.setStart(node, start - at);
                if (end > at && end <= at + node.length) range.setEnd(node, end - at);
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;
        }""",
        words,
    )
    assert found
    page.wait_for_timeout(50)


def test_the_whole_story_from_dropped_files_to_a_dossier(page):
    documents = sorted((EXAMPLES / "documents").iterdir())
    drop(page, *documents)
    assert page.locator(".t-read").count() == len(documents)
    follow(page, page.get_by_role("link", name="Documents", exact=True), "**/documents")
    assert page.locator(".shelf > li").count() == len(documents)
    follow(page, page.locator(".shelf h2 a").first, "**/documents/*")
    page.locator(".note.k-ask .open").first.click()
    page.locator(".card").get_by_role("button", name="Confirm").click()
    said(page, "Confirmed")
    follow(page, page.get_by_role("link", name="To decide"), "**/proposals")
    page.get_by_role("button", name="Choose all").click()
    page.locator(".dock").get_by_role("button", name="Confirm").click()
    page.get_by_role("heading", name="25 of 25 confirmed").wait_for()
    follow(page, page.get_by_role("link", name="Take out"), "**/take-out")
    page.get_by_label("Which").fill("Northern Union")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the dossier").click()
    dossier = Path(saved.value.path()).read_text()
    assert saved.value.suggested_filename == "dossier-northern-union.html"
    assert "Northern Union: told, warned, asked" in dossier
    with page.person.room.at.open() as held:
        assert held.counts(Query(states=("confirmed",))).total == 26
        held.verify()


def test_everything_is_done_by_keys(page):
    reading(page)
    page.keyboard.press("j")
    first = page.locator(".note.now").get_attribute("data-finding")
    page.keyboard.press("j")
    second = page.locator(".note.now").get_attribute("data-finding")
    assert first != second
    page.keyboard.press("k")
    assert page.locator(".note.now").get_attribute("data-finding") == first
    page.keyboard.press("Enter")
    page.locator(".note.now .card").wait_for()
    page.keyboard.press("c")
    said(page, "Confirmed")
    assert state(page, first).standing == "confirmed"
    page.locator(".note.now .card").wait_for()
    page.keyboard.press("u")
    said(page, "Undone: proposed")
    assert state(page, first).standing == "proposed"
    page.keyboard.press("r")
    said(page, "Rejected")
    assert state(page, first).standing == "rejected"
    assert page.locator(f"[data-finding='{first}']").count() == 0
    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("5")
    assert page.locator(".toggle.k-time").get_attribute("aria-pressed") == "true"
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    page.keyboard.type("corridor")
    page.keyboard.press("Enter")
    page.locator("mark", has_text="corridor").first.wait_for()


def test_tab_reaches_everything_and_where_it_is_can_be_seen(page):
    reading(page)
    seen = set()
    for _ in range(60):  # past the end and on from the beginning: browsers differ in where the first step goes
        page.keyboard.press("Tab")
        what = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim().slice(0, 30)]")
        if what[0] == "BODY":
            continue
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        seen.add(tuple(what))
        assert outline != "none", what
    words = {text for _, text in seen}
    assert "To the content" in words
    assert any("asks" in text for text in words)
    assert any("urge" in text for text in words)


def test_words_are_selected_and_added_and_that_is_undone(page):
    reading(page)
    select(page, "brink of famine")
    page.keyboard.press("a")
    page.locator("#adding select[name=kind]").select_option("warning")
    page.locator("#adding fieldset:not([hidden]) [name=set-harm]").select_option("famine")
    page.locator("#adding").get_by_role("button", name="Add").click()
    said(page, "Added")
    with page.person.room.at.open() as held:
        (row,) = held.rows(Query(kinds=("warning",), states=("added",)))
    assert row.entry.payload["quote"] == "brink of famine"
    page.locator("#told").get_by_role("button", name="Undo").click()
    said(page, "Undone: withdrawn")
    with page.person.room.at.open() as held:
        assert list(held.rows(Query(kinds=("warning",), states=("added",)))) == []


def test_words_are_selected_to_correct_where_a_finding_stands(page):
    reading(page)
    note = page.locator(".note.k-ask").first
    name = note.get_attribute("data-finding")
    note.locator(".open").click()
    note.locator(".card").wait_for()  # the keys work on a note once it is laid open
    page.keyboard.press("e")
    page.locator(".correcting[open]").wait_for()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    note.locator(".open").click()
    note.locator(".correcting summary").click()
    select(page, "an assessment mission")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("a")
    note.get_by_text("an assessment mission").last.wait_for()
    note.get_by_role("button", name="Keep the correction").click()
    said(page, "Corrected")
    new = state(page, state(page, name).replaced_by.removeprefix("sha256:"))
    assert new.entry.payload["quote"] == "an assessment mission"


def test_places_are_right_in_any_script(page):
    reading(page, RTL, "rtl.txt")
    assert page.evaluate("getComputedStyle(document.querySelector('.words')).direction") == "rtl"
    select(page, "שלום 🔔")
    page.keyboard.press("l")
    page.get_by_text("The address bar names these words").wait_for()
    start = RTL.index("שלום")
    assert page.url.endswith(f"#a={start}-{start + 6}")
    page.reload()
    assert page.evaluate("CSS.highlights.has('target')")
    shown = page.evaluate("[...CSS.highlights.get('target')].map(range => range.toString()).join('')")
    assert shown == "שלום 🔔"


def test_where_somebody_judged_meanwhile_both_versions_are_shown(open_room):
    page = open_room()
    reading(page)
    note = page.locator(".note.k-ask").first
    name = note.get_attribute("data-finding")
    note.locator(".open").click()
    note.locator(".card").wait_for()
    with page.person.room.at.open() as held:
        judge(held, Digest(f"sha256:{name}"), "reject", Judging(handle="tom", reason="no ask"))
    page.locator(".card").get_by_role("button", name="Confirm").click()
    page.get_by_text("tom rejected – no ask", exact=True).wait_for()
    assert state(page, name).standing == "rejected"


def test_a_long_document_is_loaded_as_it_is_read(page):
    text = "Statement of Lumara\n\n3 March 2025\n\n" + "\n\n".join(
        f"Paragraph {number}. We urge the Government of Ardesh to reopen road {number} for {number} convoys."
        for number in range(2000)
    )
    reading(page, text, "long.txt")
    before = page.locator(".sheet[data-loaded]").count()
    assert page.locator(".sheet").count() > 8
    page.mouse.move(400, 500)
    for _ in range(30):
        page.mouse.wheel(0, 2500)
        page.wait_for_timeout(30)
    page.wait_for_function("count => document.querySelectorAll('.sheet[data-loaded]').length > count", arg=before)
    place = text.index("road 1990")
    page.goto(f"{page.url.partition('?')[0]}?at={place}#a={place}-{place + 9}")
    page.reload()
    box = page.get_by_text("Paragraph 1990.").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= WIDE["height"]


PAGES = (
    "/documents",
    "/asks?to=ardesh",
    "/warnings",
    "/timeline",
    "/search?q=corridor",
    "/proposals",
    "/names",
    "/bring-in",
    "/take-out",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reader_of_any_kind_finds_nothing_in_the_way(open_room, scheme):
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # noqa: PLC0415

    page = open_room(color_scheme=scheme)
    digest = reading(page)
    axe = Axe()
    wrong = {}
    for path in (*PAGES, f"/documents/{digest}"):
        page.goto(page.base + path)
        if path.startswith("/documents/"):
            page.keyboard.press("j")
            page.keyboard.press("Enter")
            page.locator(".card").wait_for()
            page.locator(".correcting summary").click()
        found = axe.run(page, options={"resultTypes": ["violations"]})
        if found.violations_count:
            wrong[path] = [
                (one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found.response["violations"]
            ]
    name = page.person.findings("ask")[0][0]
    page.goto(f"{page.base}/findings/{name}")
    found = axe.run(page)
    assert wrong == {}
    assert found.violations_count == 0, found.generate_report()


def test_a_narrow_screen_needs_no_scrolling_sideways(open_room):
    page = open_room(viewport=NARROW)
    digest = reading(page)
    for path in (*PAGES, f"/documents/{digest}"):
        page.goto(page.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    card = page.locator(".card")
    card.wait_for()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]


def test_a_room_that_is_closed_to_others_opens_no_second_time(open_room, browser):
    page = open_room()
    context = browser.new_context()
    other = context.new_page()
    answer = other.goto(f"{page.base}/documents")
    assert answer.status == 401
    assert "tocsin serve" in other.inner_text("main")
    context.close()


def test_markup_of_a_document_does_nothing(page):
    live = "<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>"
    digest = reading(
        page,
        f"Appeal {live} of the Orsava Assembly\n\n2 March 2025\n\nWe urge {live} the United Nations to act {live}.\n",
    )
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    for path in (*PAGES, f"/documents/{digest}", "/search?q=act"):
        page.goto(page.base + path)
    assert page.evaluate("window.frames.length") == 0


def test_a_page_prints_its_text_and_notes(page, tmp_path):
    reading(page)
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.get_by_text("We urge the United Nations").first.is_visible()
    page.pdf(path=str(tmp_path / "page.pdf"))
    assert (tmp_path / "page.pdf").stat().st_size > 5000
