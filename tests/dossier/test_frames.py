# SPDX-License-Identifier: Apache-2.0
"""Forms of mechanisms: cited facts and a person's words, never prose of the tool's; what is missing is listed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from tests.dossier.kinds import corridor, region
from tests.dossier.test_kinds import checked
from tests.linking.answered import taken_in
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Frame
from tocsin.dossier import dossiers, frames, pages, parties
from tocsin.dossier.compositions import sentences
from tocsin.dossier.desks import desk
from tocsin.dossier.docx import docx_bytes
from tocsin.dossier.neutrality import faults
from tocsin.dossier.pdf import pdf
from tocsin.ledger.listed import listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.reading.read import Reader


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


def test_a_communication_names_doers_and_victims_of_acts_that_do_harm_alone(
    reader: Reader, catalogue: Catalogue
) -> None:
    ledger = MemoryLedger()
    words = (
        "On 3 May 2025 soldiers of Ardesh fired on the market at Karsk and killed four traders.\n\n"
        "On 5 May 2025 two hundred people protested before the High Commission of Veltria.\n\n"
        "On 6 May 2019 Veltria and Ardesh signed the Issel Agreement.\n"
    )
    taken_in(ledger, reader, "a.txt", f"Karsk Press\n\n8 May 2025\n\n{words}")
    record = dossiers.of_place(ledger, catalogue, catalogue.places["karsk"], Query(), made_with="0")
    told = listed(ledger, Query(kinds=("claim",)))
    every = replace(record, sections=(parties.named(desk(ledger, catalogue, Query(), None), list(told)),))
    held = {section.key: " ".join(one.text for one in sentences(section)) for section in every.sections[0].sections}
    assert "market" not in held["harmed"]
    assert "Protest" not in held["harming"]
    assert "Agreement" not in held["harming"]
    made = frames.filled("special-procedures", record, catalogue, said={}).composition
    incidents = next(section for section in made.sections if section.key == "field-circumstances")
    assert "Agreement" not in " ".join(one.text for one in sentences(incidents))
    assert "fired on the market" in " ".join(one.text for one in sentences(incidents))
