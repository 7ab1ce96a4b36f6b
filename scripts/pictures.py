# SPDX-License-Identifier: Apache-2.0
"""Draw the pictures of README and docs from the example documents: needs Debian's chromium (or TOCSIN_BROWSER)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import sync_playwright

import tocsin.examples as tocsin_examples
from tocsin.cli.main import main as tocsin
from tocsin.desk.desks import Desk
from tocsin.web.serving import link, served

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


def picture(browser: str, page: Path, into: Path) -> None:
    """Draw a page, 900 by 1300 CSS pixels, by a browser that asks nobody for anything."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--window-size=900,1300",
                f"--user-data-dir={profile}",
                f"--screenshot={into}",
                page.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def room(browser: str, folder: Path) -> None:
    """Draw pages of the reading room as they stand in a browser, the way that a person would come to them."""
    examples = Path(tocsin_examples.__file__).parent
    at = Desk(ledger_path=folder / "tocsin.db", packs=(examples / "pack",))
    with (
        served(at, handle="lia") as held,
        sync_playwright() as play,
        play.chromium.launch(executable_path=browser, args=["--no-sandbox"]) as chromium,
    ):
        page = chromium.new_page(viewport={"width": 1280, "height": 1320})
        page.goto(link(held))
        page.get_by_role("link", name="Letter of 27 Orsava organisations").click()
        page.locator(".beside summary").wait_for()
        page.locator(".note.k-ask .open").last.click()
        page.get_by_text("Asked ").wait_for()
        page.screenshot(path=PICTURES / "reading.png")


def main() -> None:
    browser = os.environ.get("TOCSIN_BROWSER") or shutil.which("chromium")
    if browser is None:
        sys.exit("no chromium here; install it or name a browser in TOCSIN_BROWSER")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        CliRunner().invoke(tocsin, ["demo", "--into", folder], catch_exceptions=False)
        picture(browser, Path(folder) / "northern-union.html", PICTURES / "dossier.png")
        room(browser, Path(folder))
    print(*sorted(PICTURES.glob("*.png")), sep="\n")


if __name__ == "__main__":
    main()
