# SPDX-License-Identifier: Apache-2.0
"""Forms of mechanisms: cited facts and a person's words, never prose of the tool's; what is missing is listed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from tests.dossier.kinds import corridor, region
from tests.dossier.test_kinds import checked
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Frame
from tocsin.dossier import frames, pages
from tocsin.dossier.docx import docx_bytes
from tocsin.dossier.neutrality import faults
from tocsin.dossier.pdf import pdf
from tocsin.ledger.memory import MemoryLedger


@pytest.mark.parametrize("frame", frames.FRAMES)
def test_a_form_cites_every_line_of_others_and_takes_no_side(
    examples: MemoryLedger, catalogue: Catalogue, frame: str
) -> None:
    made = frames.filled(frame, region(examples, catalogue), catalogue, said={}).composition
    checked(made, examples)
    assert faults(made, catalogue) == ()
    assert pdf(made)
    assert docx_bytes(made)


def test_required_fields_that_nobody_filled_are_listed(examples: MemoryLedger, catalogue: Catalogue) -> None:
    record = corridor(examples, catalogue)
    made = frames.filled("special-procedures", record, catalogue, said={"sp.submitter": "Karsk Watch, Dolen"})
    assert "Mandates that it is sent to" in made.missing
    assert "Who submits: name and address" not in made.missing
    page = html.fromstring(pages.html(made.composition)).text_content()
    assert "Karsk Watch, Dolen" in page
    assert "Still missing" in page
    assert any(line.startswith("missing: ") for line in made.talk)


def test_words_are_counted_and_lines_left_out_until_the_limit_is_kept(
    examples: MemoryLedger, catalogue: Catalogue
) -> None:
    record = region(examples, catalogue)
    short = replace(catalogue, frames={**catalogue.frames, "upr-submission": _limited(catalogue, 300)})
    made = frames.filled("upr-submission", record, short, said={})
    assert made.left_out > 0
    assert made.words <= made.limit == 300
    assert f"{made.left_out} cited line" in html.fromstring(pages.html(made.composition)).text_content()
    checked(made.composition, examples)


def test_a_persons_words_are_never_cut(examples: MemoryLedger, catalogue: Catalogue) -> None:
    short = replace(catalogue, frames={**catalogue.frames, "upr-submission": _limited(catalogue, 100)})
    said = {"upr.submitter": "word " * 200}
    made = frames.filled("upr-submission", region(examples, catalogue), short, said=said)
    assert made.words > made.limit
    assert any(line.startswith("over the limit") for line in made.talk)


def test_a_joint_submission_may_be_longer(examples: MemoryLedger, catalogue: Catalogue) -> None:
    said = {"upr.joint": "Karsk Watch; Dolen Women"}
    made = frames.filled("upr-submission", region(examples, catalogue), catalogue, said=said)
    assert made.limit == 5630


def _limited(catalogue: Catalogue, words: int) -> Frame:
    return replace(catalogue.frames["upr-submission"], words=words)


@pytest.mark.parametrize(
    ("text", "reason"),
    [('nobody = "x"', "no such field"), ("consent = 3", "a text in quotation marks"), ("consent = ", "Invalid value")],
)
def test_a_file_that_cannot_fill_a_form_is_told(catalogue: Catalogue, tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "us.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(frames.BadFill, match=reason):
        frames.answers(path, catalogue, "special-procedures")


def test_a_file_fills_by_the_fields_own_names(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "us.toml"
    path.write_text('consent = " Given. "\nmandates = ""', encoding="utf-8")
    assert frames.answers(path, catalogue, "special-procedures") == {"sp.consent": "Given."}
