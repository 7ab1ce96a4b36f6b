# SPDX-License-Identifier: Apache-2.0
"""The door: who comes in, and with what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tocsin.web
from tocsin.web.app import ROUTES
from tocsin.web.guards import HEADERS, MAX_BODY_BYTES

ZERO = "0" * 64
PATHS = sorted(
    {
        route.path.replace("{document}", ZERO)
        .replace("{finding}", ZERO)
        .replace("{name}", "asks.csv")
        .replace("{number}", "0")
        for route in ROUTES
        if route.path != "/open"
    }
)


@pytest.mark.parametrize("path", PATHS)
def test_without_a_session_nothing_answers(outsider, path):
    assert outsider.get(path).status_code == 401
    assert outsider.client.post(path).status_code == 401


def test_a_link_opens_the_room_once(outsider):
    key = outsider.room.sessions.key()
    first = outsider.client.get(f"/open?key={key}")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    outsider.client.cookies.clear()
    assert outsider.client.get(f"/open?key={key}").status_code == 401
    assert outsider.get("/documents").status_code == 401


def test_a_made_up_key_or_cookie_opens_nothing(outsider):
    assert outsider.client.get("/open?key=").status_code == 401
    assert outsider.client.get("/open?key=guess").status_code == 401
    outsider.client.cookies.set("tocsin-8000", "guess")
    assert outsider.get("/documents").status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example:8000", "127.0.0.1:9000", "127.0.0.1.evil.example:8000", "", "localhost"]
)
def test_a_name_bound_to_this_address_is_turned_away(person, host):
    assert person.get("/documents", Host=host).status_code == 421
    assert person.client.get(f"/open?key={person.room.sessions.key()}", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_the_names_of_this_machine_are_answered(person, host):
    person.client.cookies.set("tocsin-8000", next(iter(person.room.sessions._sessions)), domain="")
    assert (
        person.client.get(
            "/documents", headers={"Host": host, "Cookie": f"tocsin-8000={next(iter(person.room.sessions._sessions))}"}
        ).status_code
        == 200
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_gets_nothing(person, site):
    assert person.get("/documents", Sec_Fetch_Site=site).status_code == 403
    assert person.post("/settings", {"handle": "eve"}, Sec_Fetch_Site=site).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9000", "https://127.0.0.1:8000"])
def test_a_change_from_another_origin_is_refused(person, origin):
    assert person.post("/settings", {"handle": "eve"}, Origin=origin).status_code == 403


def test_a_form_of_this_room_has_no_origin_to_tell_but_the_site(person):
    assert person.post("/settings", {"handle": "lia"}, Origin="null", Sec_Fetch_Site="same-origin").status_code == 303


CHANGES = sorted(
    route.path.replace("{document}", ZERO).replace("{finding}", ZERO)
    for route in ROUTES
    if "POST" in (route.methods or ())
)


@pytest.mark.parametrize("path", CHANGES)
@pytest.mark.parametrize("token", [None, "", "guess"])
def test_a_change_without_the_token_is_refused(person, path, token):
    sent = {} if token is None else {"token": token}
    assert person.client.post(path, data=sent, headers={"X-Tocsin-Token": token or ""}).status_code == 403


def test_every_answer_bears_the_headers(person, letter):
    for path in ("/documents", f"/documents/{letter}", "/static/room.css", "/nowhere", "/open?key=x"):
        answer = person.get(path)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_a_body_that_is_too_long_is_refused_before_it_is_read_whole(person):
    sent = 0

    def chunks():
        nonlocal sent
        for _ in range(100):
            sent += 1
            yield b"x" * 100_000

    answer = person.client.post("/settings", content=chunks(), headers={"X-Tocsin-Token": person.token})
    assert answer.status_code == 413
    assert MAX_BODY_BYTES < 100 * 100_000


def test_a_form_with_thousands_of_fields_is_refused(person):
    body = "&".join(f"a{number}=1" for number in range(6000))
    answer = person.client.post(
        "/settings",
        content=body,
        headers={"X-Tocsin-Token": person.token, "Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_other_methods_do_nothing(person, method):
    answer = person.client.request(method, "/documents", headers={"X-Tocsin-Token": person.token})
    assert answer.status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2fapp.py",
        "/static//etc/passwd",
        "/documents/..%2f..%2fetc%2fpasswd",
        "/documents/../../etc/passwd/original",
        "/exports/..%2f..%2ftocsin.db",
        "/exports/asks.db",
        "/findings/..%2f..",
        "/static/room.css%00.js",
    ],
)
def test_a_path_leads_nowhere_but_to_pages(person, path):
    assert person.get(path).status_code == 404


def test_nothing_of_this_room_asks_another_machine():
    room = Path(tocsin.web.__file__).parent
    asking = re.compile(
        r"^\s*(?:import|from)\s+(?:urllib\.request|http\.client|httpx|requests|aiohttp|ftplib)\b", re.MULTILINE
    )
    assert [path.name for path in room.glob("**/*.py") if asking.search(path.read_text())] == []
    files = [*room.glob("static/*.js"), *room.glob("static/*.css")]
    assert len(files) > 5
    outside = [
        path.name
        for path in files
        if re.search(r"(?:https?:)?//(?!\s)[\w.-]+\.\w", path.read_text().replace("SPDX", ""))
    ]
    assert outside == []
