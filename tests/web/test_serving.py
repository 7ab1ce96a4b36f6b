# SPDX-License-Identifier: Apache-2.0
"""`tocsin serve`: on this machine only, opened by a link that is shown, closed without a trace."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading

import httpx
import pytest
from click.testing import CliRunner

from tests.conftest import EXAMPLES
from tocsin.cli.main import main
from tocsin.web.guards import Address, is_loopback
from tocsin.web.serving import CannotServe, NotThisMachine, Serving, link, listening, serve
from tocsin.web.warming import warming


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.org", "127.0.0.1.example.org"])
def test_others_than_this_machine_are_never_answered(host, room):
    assert not is_loopback(host)
    with pytest.raises(NotThisMachine):
        serve(room.at, Serving(host=host, port=0), print, print)


def test_a_port_that_is_taken_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CannotServe, match="name another with --port"):
            listening(Serving(port=taken.getsockname()[1]))


def test_every_name_of_this_machine_is_known_and_no_other():
    assert Address(host="127.0.0.1", port=8000).names == {"127.0.0.1:8000", "localhost:8000", "[::1]:8000"}
    assert Address(host="::1", port=1).shown == "[::1]:1"


def test_the_verb_refuses_another_host_with_exit_code_2(tmp_path):
    done = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0", "--ledger", str(tmp_path / "a.db")])
    assert done.exit_code == 2
    assert "SSH tunnel" in done.output


def test_the_verb_shows_a_link_answers_it_once_and_ends_on_an_interrupt(tmp_path):
    command = [sys.executable, "-m", "tocsin", "serve", "--port", "0", "--no-browser", "--pack", str(EXAMPLES / "pack")]
    if subprocess.run([sys.executable, "-c", "import tocsin.__main__"], capture_output=True, check=False).returncode:
        command[1:3] = ["-c", "from tocsin.cli.main import main; main()"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TOCSIN_LEDGER": "", "PYTHONWARNINGS": ""},
    )
    try:
        assert process.stdout is not None
        link = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/open\?key=[\w-]{40,}", link)
        with httpx.Client() as client:
            assert client.get(link).status_code == 303
            base = link.partition("/open")[0]
            assert "holds no document yet" in client.get(f"{base}/documents").text
            assert client.get(base.replace("127.0.0.1", "localhost") + "/documents").status_code == 401
        assert httpx.get(link).status_code == 401
    finally:
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=30)
    assert out == ""
    assert "Traceback" not in said
    assert (tmp_path / "tocsin.db").exists()


@pytest.mark.usefixtures("letter")
def test_pages_say_that_the_shelf_is_being_put_up_until_it_stands(person, monkeypatch):
    asked, let = threading.Event(), threading.Event()

    def slow(*_given):
        asked.set()
        let.wait(60)

    monkeypatch.setattr("tocsin.web.warming.shelf", slow)
    person.room.views.patience_seconds = 0.01
    stop = threading.Event()
    stop.set()  # nothing but the shelf
    thread = warming(person._client.app, stop)
    try:
        assert asked.wait(60)
        for page in ("/documents", "/asks", "/asks/standing", "/api/documents"):
            answer = person.get(page)
            assert answer.status_code == (503 if page.startswith("/api") else 202)
        assert "Being worked out" in person.get("/documents").text
        assert link(person.room).startswith("http://")
    finally:
        let.set()
        thread.join()
    assert "Open letter" in person.get("/documents").text


@pytest.mark.usefixtures("letter")
def test_a_room_says_what_is_wrong_where_the_first_shelf_cannot_be_put_up(person, monkeypatch):
    def broken(*_given):
        raise RuntimeError

    monkeypatch.setattr("tocsin.web.warming.shelf", broken)
    monkeypatch.setattr("threading.excepthook", lambda _told: None)
    stop = threading.Event()
    stop.set()
    warming(person._client.app, stop).join()
    assert person.get("/documents").status_code == 200
