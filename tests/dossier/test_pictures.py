# SPDX-License-Identifier: Apache-2.0
"""Pictures: well-formed, said in words, told by pattern and letter as well as colour, the same bytes each time."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from tests.watch.papers import Papers, claims
from tocsin.dossier.pictures import access_calendars, needs_bars
from tocsin.dossier.pictures.drawing import Fill, svg, text
from tocsin.ledger.queries import Query
from tocsin.watch.access_logs import access_log
from tocsin.watch.needs import needs

SVG = "{http://www.w3.org/2000/svg}"


def calendar(catalogue, *said, issued="2025-02-10"):
    papers = Papers()
    papers.put("karsk-press", issued, *said)
    return access_log(papers.ledger, catalogue, catalogue.places["tamar-corridor"], Query())


def shut(when):
    return claims("the road was shut", "blockade", when, "tamar-corridor")


def test_a_calendar_has_a_box_a_day_and_says_in_words_what_it_shows(catalogue):
    log = calendar(catalogue, shut("2025-01-30/2025-02-02"))
    root = ET.fromstring(access_calendars.access_calendar(log))
    tips = [title.text or "" for title in root.iter(f"{SVG}title") if (title.text or "")[:4].isdigit()]
    assert [tip[:10] for tip in tips] == ["2025-01-30", "2025-01-31", "2025-02-01", "2025-02-02"]
    said = root.findtext(f"{SVG}desc") or ""
    assert "2025-01-30 to 2025-02-02 closed" in said
    assert "closed 4 days" in said
    assert root.get("role") == "img"


def test_every_state_differs_by_pattern_or_letter_and_not_by_colour_alone():
    told = {(fill.pattern, fill.letter) for fill in access_calendars.FILLS}
    assert len(told) == len(access_calendars.FILLS)
    assert len({fill.pattern for fill in needs_bars.FILLS}) == len(needs_bars.FILLS)


def test_a_picture_of_nothing_says_so(catalogue):
    assert "Nobody among the 1 document tells" in access_calendars.access_calendar(calendar(catalogue))


def test_the_same_log_gives_the_same_bytes(catalogue):
    drawn = {access_calendars.access_calendar(calendar(catalogue, shut("2025-01-30"))) for _ in range(2)}
    assert len(drawn) == 1


def test_words_of_sources_are_escaped_and_two_pictures_of_a_page_share_no_name():
    fill = Fill(name="a state", colour="#fff", pattern="dotted")
    first, second = (svg(name, [text(0, 0, "<b>&")], size=(9, 9), title="a", says="b", fills=[fill]) for name in "xy")
    ids = [{one.get("id") for one in ET.fromstring(drawn).iter() if one.get("id")} for drawn in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert "&lt;b&gt;&amp;" in first


def test_bars_say_unknown_where_it_is_unknown(catalogue):
    papers = Papers()
    papers.put("karsk-press", "2025-01-10")
    march = Query(happened_from=date(2025, 3, 1).toordinal(), happened_to=date(2025, 3, 30).toordinal())
    drawn = needs_bars.needs_bars(needs(papers.ledger, catalogue, catalogue.places["orsava"], march))
    root = ET.fromstring(drawn)
    assert [one.text for one in root.iter(f"{SVG}text")].count("unknown") == 1 + 8
    assert "needed unknown litres" in (root.findtext(f"{SVG}desc") or "")
