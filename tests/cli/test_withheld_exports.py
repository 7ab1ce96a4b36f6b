# SPDX-License-Identifier: Apache-2.0
"""What leaves the ledger as a table or as annotations withholds the names of persons at risk, as listings do."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

LETTER = """\
Statement of the Orsava Assembly

2 March 2025

On 1 March 2025 Ardeshi border guards detained the witness Ilen Varo at the Issel bridge.
We urge the Government of Ardesh to release the witness Ilen Varo.
"""


@pytest.mark.parametrize("form", ["csv", "jsonld", "ftm", "hxl"])
def test_an_export_withholds_names_unless_they_are_to_be_shown(person, form):
    person.write("letter.txt", LETTER)
    person.run("read", "letter.txt")
    hidden = person.run("export", "--format", form, "--kind", "asks")
    assert "Varo" not in hidden
    assert "withheld" in hidden
    assert "Varo" in person.run("export", "--format", form, "--kind", "asks", "--show-names")


PASSING = """\
Statement of the Northern Contact Group

5 March 2025

On 2 March 2025 Ardesh closed the Issel bridge, as Ilen Varo had told us that it would.
"""


def test_a_bundle_and_an_export_keep_a_name_at_home_wherever_it_stands(person):
    person.write("held.txt", LETTER)
    person.write("passing.txt", PASSING)
    person.run("read", "held.txt", "passing.txt")
    assert "Varo" not in person.run("export", "--format", "csv", "--kind", "timeline")
    person.run("dossier", "--place", "Issel bridge", "--bundle", "out.zip")
    with zipfile.ZipFile(io.BytesIO((person.folder / "out.zip").read_bytes())) as archive:
        assert not [name for name in archive.namelist() if name.startswith("sources/")]
        assert len(json.loads(archive.read("manifest.json"))["documents"]) == 2
        assert not [name for name in archive.namelist() if b"Varo" in archive.read(name)]
