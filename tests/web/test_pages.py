# SPDX-License-Identifier: Apache-2.0
"""Every page is a frozen record, and its template uses exactly that record."""

from __future__ import annotations

import dataclasses
from importlib import resources
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import tocsin.web.app  # noqa: F401 - so that all pages are known
from tocsin.web.pages import Frame, Page, template

TEMPLATES = resources.files("tocsin.web") / "templates"


def pages(of=Page):
    for page in of.__subclasses__():
        yield from pages(page)
        if page.template and not page.__subclasses__():
            yield page


def used(name: str, variable: str) -> set[str]:
    """Give the members of a variable that a template and those it extends use."""
    tree = Environment(autoescape=True).parse((TEMPLATES / name).read_text())
    found = {
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == variable
    }
    for base in tree.find_all(nodes.Extends):
        for constant in base.find_all(nodes.Const):
            if isinstance(constant.value, str) and constant.value.endswith(".html"):
                found |= used(constant.value, variable)
    return found


@pytest.mark.parametrize(
    "page", list({page.__name__: page for page in pages()}.values()), ids=lambda page: page.__name__
)
def test_a_template_uses_exactly_its_page(page):
    members = {field.name for field in dataclasses.fields(page)}
    asked = used(page.template, "page")
    frame = {"section", "title"}
    assert asked - members - frame == set()
    assert members - asked - frame == set()
    assert dataclasses.fields(page)
    assert page.__dataclass_params__.frozen


def test_the_frame_is_used_whole():
    asked = set()
    for path in TEMPLATES.iterdir():
        asked |= used(path.name, "frame")
    assert asked == {field.name for field in dataclasses.fields(Frame)}


@pytest.mark.parametrize("path", sorted(Path(str(TEMPLATES)).iterdir()), ids=lambda path: path.name)
def test_no_template_holds_script_style_or_raw_words(path):
    words = path.read_text()
    for refused in (
        "|safe",
        "autoescape",
        "style=",
        "<style",
        "onclick",
        "onload",
        "javascript:",
        "http://",
        "https://",
    ):
        assert refused not in words
    assert words.count("<script") == words.count('<script type="module" src="/static/')
    assert template(path.name).environment.autoescape is True
