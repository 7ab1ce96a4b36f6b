# SPDX-License-Identifier: Apache-2.0
"""The tool's own words take no side: in dossiers, in every string that it shows, in every page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tocsin
from tests.dossier.test_dossiers import gathered
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.compositions import Composition, Paragraph, Run, Section, Sentence
from tocsin.dossier.first_mentions import FirstMentions
from tocsin.dossier.neutrality import faults, judgements
from tocsin.ledger.memory import MemoryLedger
from tocsin.records.entries import GENESIS
from tocsin.records.findings import Party

HOUSE = Path(tocsin.__file__).parent


@pytest.mark.parametrize("whom", ["northern-union", "united-nations", "ardesh", "veltria"])
def test_a_dossier_of_the_examples_has_no_fault(examples: MemoryLedger, catalogue: Catalogue, whom: str) -> None:
    assert faults(gathered(examples, catalogue, whom), catalogue) == ()


def said(*runs: Run) -> Composition:
    section = Section(key="told", title="Told", blocks=(Paragraph(sentences=(Sentence(runs=runs, notes=(1,)),)),))
    return Composition(
        title="",
        clocks="",
        sections=(section,),
        notes=(),
        sources=(),
        unconfirmed=0,
        head_seq=0,
        head_chain=GENESIS,
        recorded_at="",
        made_with="",
    )


@pytest.mark.parametrize(
    ("runs", "codes"),
    [
        ((Run("The Assembly states: "), Run("a brutal siege", "quote")), []),
        ((Run("A brutal siege, the Assembly states: "), Run("the road is shut", "quote")), ["judgement"]),
        ((Run("the road is shut", "quote"),), ["not-attributed"]),
        ((Run("9 December 2024 "), Run("the road is shut", "quote")), ["not-attributed"]),
        ((Run("At Orsava. The Assembly states: "), Run("shut", "quote")), ["one-name"]),
        ((Run("At Orsava (also Horzan). The Assembly states: "), Run("shut", "quote")), []),
        ((Run("In "), Run("The illegal road: a letter from Orsava", "name"), Run(" the Assembly asks nothing.")), []),
    ],
)
def test_faults_are_told(catalogue: Catalogue, runs: tuple[Run, ...], codes: list[str]) -> None:
    assert [fault.code for fault in faults(said(*runs), catalogue)] == codes


def test_both_names_stand_at_the_first_mention_only(catalogue: Catalogue) -> None:
    places = FirstMentions(catalogue)
    horzan, karsk = Party(id="orsava", name="Horzan"), Party(id="karsk", name="Karsk")
    assert places.all((horzan, karsk)) == "Horzan (also Orsava), Karsk"
    assert places.named(Party(id="orsava", name="Orsava")) == "Orsava"


def strings(path: Path) -> Iterator[str]:
    """Give the strings of a module that somebody may see: all but docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    shown = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in shown:
            yield node.value


SHOWN = [
    path
    for room in ("cli", "web", "desk", "dossier", "watch", "linking", "exchange")
    for path in sorted((HOUSE / room).rglob("*"))
    if path.suffix in {".py", ".html"}
]


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_string_that_is_shown_judges(catalogue: Catalogue, path: Path) -> None:
    judging = judgements(catalogue)
    if path.suffix == ".py":
        words = [text for text in strings(path) if " " in text]
    else:
        words = [re.sub(r"{[{%#].*?[}%#]}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)]
    assert [(match[0], text) for text in words for match in judging.finditer(text)] == []
