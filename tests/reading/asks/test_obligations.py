# SPDX-License-Identifier: Apache-2.0
"""What must be done, said without a verb of asking: what has to end, who has to be held to account."""

import pytest

from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

LETTER = (
    "The Issel Ferrymen's Union\n\n4 May 2021\n\nTo the Northern Union\n\nDear members,\n\n"
    "{}\n\nYours sincerely,\n\nAnna Vesk\n"
)
NEWS = "KARSK, 4 May 2021 (Issel Press) - The road was shut on Monday. {} The meeting ended at noon.\n"

DUTIES = [
    (LETTER, "The shelling of the mill must end.", "The shelling of the mill must end."),
    (
        LETTER,
        "Whoever fired on the mill must be held to account.",
        "Whoever fired on the mill must be held to account.",
    ),
    (LETTER, "The captives must be brought home unharmed.", "The captives must be brought home unharmed."),
    (NEWS, "The ferries end at nine and have to end there.", None),
    (LETTER, "The bread must be very old.", None),
    (NEWS, "Ardesh said on Friday that Veltria must return the boats.", "return the boats."),
    (NEWS, "Veltria announced that Ardesh must first lift its fees.", "first lift its fees."),
    (NEWS, "Ardesh sent a reminder to Veltria that it must let the inspectors in.", "let the inspectors in."),
    (NEWS, "Veltria warned Ardesh that it must open the port.", "open the port."),
    (NEWS, "Veltria said on Friday the bread that Ardesh must deliver is late.", None),
]


@pytest.mark.parametrize(("frame", "said", "asked"), DUTIES)
def test_what_has_to_be_done_is_an_ask_without_a_verb_of_asking(reader, frame, said, asked):
    content = frame.format(said)
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    found = [
        finding.quote for finding in reader.read(text).findings if isinstance(finding, Ask) and not finding.explicit
    ]
    assert found == ([asked] if asked else [])
