# SPDX-License-Identifier: Apache-2.0
"""Draw the pictures of the README from the example documents: needs Debian's chromium (or TOCSIN_BROWSER)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

from tocsin.cli.main import main as tocsin

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


def main() -> None:
    browser = os.environ.get("TOCSIN_BROWSER") or shutil.which("chromium")
    if browser is None:
        sys.exit("no chromium here; install it or name a browser in TOCSIN_BROWSER")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        CliRunner().invoke(tocsin, ["demo", "--into", folder], catch_exceptions=False)
        picture(browser, Path(folder) / "northern-union.html", PICTURES / "dossier.png")
    print(PICTURES / "dossier.png")


if __name__ == "__main__":
    main()
