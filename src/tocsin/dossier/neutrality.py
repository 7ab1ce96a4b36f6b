# SPDX-License-Identifier: Apache-2.0
"""Neutrality: faults in the tool's own words – judgements, words of a source without whose they are, one name of two.

The words of sources stand in quotes and are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.compositions import Composition, Sentence, sentences
from tocsin.records.problems import Problem

_ATTRIBUTED = re.compile(r"(?:\S.*)?: $|\bto the ask $", re.DOTALL)


def faults(composition: Composition, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Give what stands against neutrality in a composition, in order of its sentences.

    Judgements are the words of `neutral.judgements`; a quote needs own words before it that say whose it is; a place
    with several `names` needs all of them where own words name it first.
    """
    return tuple(_faults(composition, catalogue))


def judgements(catalogue: Catalogue) -> re.Pattern[str]:
    """Find words that judge, whole words in any case."""
    words = "|".join(map(re.escape, sorted(catalogue.list("neutral.judgements"), key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _faults(composition: Composition, catalogue: Catalogue) -> Iterator[Problem]:
    judging = judgements(catalogue)
    several = {name: row.names for row in catalogue.places.values() for name in row.names if row.names}
    said: set[str] = set()
    for section in composition.sections:
        for one in sentences(section):
            own = _own(one)
            for match in judging.finditer(own):
                yield Problem(where=section.title, code="judgement", message=f"“{match[0]}” judges: {own[:80]!r}")
            if not _attributed(one):
                yield Problem(where=section.title, code="not-attributed", message=f"whose words? {one.text[:80]!r}")
            for name, names in several.items():
                if name in said or not re.search(rf"\b{re.escape(name)}\b", own):
                    continue
                said.update(names)
                if missing := [other for other in names if not re.search(rf"\b{re.escape(other)}\b", own)]:
                    message = f"{name} is named without {', '.join(missing)}: {own[:80]!r}"
                    yield Problem(where=section.title, code="one-name", message=message)


def _own(sentence: Sentence) -> str:
    return "".join(run.text if run.kind == "own" else " … " for run in sentence.runs)


def _attributed(sentence: Sentence) -> bool:
    return all(
        index > 0 and sentence.runs[index - 1].kind == "own" and _ATTRIBUTED.search(sentence.runs[index - 1].text)
        for index, run in enumerate(sentence.runs)
        if run.kind == "quote"
    )
