# SPDX-License-Identifier: Apache-2.0
"""Front matter is no text: its title, its day and its author are the document's, the rest is furniture."""

from __future__ import annotations

import pytest

from tocsin.records.texts import Text
from tocsin.sources import formats
from tocsin.sources.extracts import Extract

POST = """---
layout: post
author: "Ferry Union of Karsk"
date: {day}
title: {title}
tags:
- Ardesh
- Media Release
---

The union asks Ardesh to open the road.
"""


def text(content: str, name: str = "a.txt") -> Text:
    extract = formats.read(content.encode(), name)
    assert isinstance(extract, Extract)
    return extract.text


def told(held: Text) -> list[tuple[str, str]]:
    return [(part.kind, held.content[part.start : part.end]) for part in held.parts]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Ferries of Karsk ask for a road", "Ferries of Karsk ask for a road"),
        ("'Ferries: a road'", "Ferries: a road"),
        ("Ferries of Karsk\n  ask for a road", "Ferries of Karsk\n  ask for a road"),
    ],
)
def test_a_title_stands_between_furniture(name: str, written: str, title: str) -> None:
    held = text(POST.format(day="2031-03-03", title=written), name)
    parts = [part for part in told(held) if part[0] in ("furniture", "title")]
    assert [kind for kind, _words in parts] == ["furniture", "title", "furniture"]
    assert parts[1][1] == title
    assert parts[2][1].endswith("---")


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("2031-03-03 09:54:35+00:00", "2031-03-03 09:54:35+00:00"),
        ("'2031-03-03'", "2031-03-03"),
        ("March 3, 2031", "2031-03-03"),
        ("3 March 2031", "2031-03-03"),
        ("last spring", None),
    ],
)
def test_the_day_and_the_author_are_facts(day: str, published: str | None) -> None:
    facts = dict(text(POST.format(day=day, title="Karsk")).facts)
    assert (facts.get("published"), facts["author"]) == (published, "Ferry Union of Karsk")


def test_a_login_is_nobody_and_notes_are_the_texts_own():
    held = text("+++\nauthor = ferry-union\nnotes =\n  [1] Charter of Karsk, 2029.\ndraft = true\n+++\nThe road.")
    assert held.facts == ()
    furniture = [words for kind, words in told(held) if kind == "furniture"]
    assert furniture == ["+++\nauthor = ferry-union\nnotes =", "draft = true\n+++"]


def test_keys_above_an_empty_line_are_front_matter_in_markdown_alone():
    content = "Title: The road\nDate: 2031-03-03\n\nWe ask for bread."
    assert dict(text(content, "a.md").facts) == {"published": "2031-03-03"}
    assert not text(content, "a.txt").parts


@pytest.mark.parametrize(
    "content", ["---\nWe ask for bread.\n---\nThe road is shut.", "We ask.\n---\ntitle: no\n---\n", "---\ntitle: cut"]
)
def test_words_between_rules_are_text(content: str) -> None:
    assert not text(content).parts
