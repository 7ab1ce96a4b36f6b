# SPDX-License-Identifier: Apache-2.0
"""The verb `serve`: the reading room in a browser, for one person, on this machine."""

from __future__ import annotations

import sys
import threading
import webbrowser
from pathlib import Path

import click

from tocsin.cli.desks import desk, desk_options
from tocsin.cli.talk import say, show
from tocsin.web.serving import Serving, serve


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Where to answer.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--no-browser", is_flag=True, help="Only show the link; open no browser.")
@click.option("--by", "handle", default="", metavar="HANDLE", help="Who judges and takes documents in.")
@click.option(
    "--alarms",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The alarms that are shown; else alarms.toml beside the ledger.",
)
@desk_options
def serve_(
    host: str,
    port: int,
    no_browser: bool,
    handle: str,
    alarms: Path | None,
    ledger: str,
    packs: tuple[Path, ...],
) -> None:
    """Open the reading room on a ledger in a browser. Only this machine reaches it, by a link that works once.

    Example: tocsin serve --ledger letters.db --by lia
    """

    def opened(link: str) -> None:
        say("The reading room is open; Ctrl-C closes it. This link opens it once:")
        show(link)
        sys.stdout.flush()
        if not no_browser:
            threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()

    def another(link: str) -> None:
        say("Another link:")
        show(link)

    serve(desk(ledger, packs), Serving(host=host, port=port, handle=handle, alarms=alarms), opened, another)


VERBS = (serve_,)
