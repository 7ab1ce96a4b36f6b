# SPDX-License-Identifier: Apache-2.0
"""What leaves the ledger as a table or as annotations withholds the names of persons at risk, as listings do."""

from __future__ import annotations

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
