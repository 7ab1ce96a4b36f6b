# SPDX-License-Identifier: Apache-2.0
"""Pictures at the command line: whole SVG with a text alternative, drawn of what is listed."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.conftest import EXAMPLES


@pytest.fixture
def examples_read(person):
    person.run("read", "--pack", EXAMPLES / "pack", EXAMPLES / "documents")
    return person


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("notice", "--entered", "--on", "2025-06-30"), "Since when bodies are addressed"),
        (("notice", "--entered", "--to", "ardesh", "--on", "2025-06-30"), "Asked of Ardesh"),
        (("watch", "--place", "orsava"), "risk factors: Orsava"),
        (
            ("watch", "--alarms", str(EXAMPLES / "alarms.toml"), "--replay", "2025-01-01", "2025-06-30"),
            "Alarms, 2025-01-01 to 2025-06-30",
        ),
        (("watch", "--alarms", str(EXAMPLES / "alarms.toml"), "--on", "2025-06-30"), "Alarms, "),
    ],
)
def test_what_is_listed_is_drawn(examples_read, words, shown):
    drawn = examples_read.run(*words, "--pack", EXAMPLES / "pack", "--svg", "-")
    assert examples_read.code == 0, examples_read.err
    root = etree.fromstring(drawn.encode())
    title, says = root.findtext("{*}title"), root.findtext("{*}desc")
    assert shown in title
    assert says
