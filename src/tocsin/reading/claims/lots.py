# SPDX-License-Identifier: Apache-2.0
"""Lots: prisoners counted in one breath with the dead, a claim of their own: "left nine dead and seven prisoners"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.spans import Span
from tocsin.reading.constructions import Construction
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

CONSTRUCTION = Construction(
    name="claim.lot",
    says="Prisoners counted in one breath with the dead or wounded.",
    example="The battle of Karsk left nine dead and ⟦seven prisoners⟧.",
)

# They run on the lowered view.
_NUMBER = (
    r"(?:(?:about|around|some|at\s+least|more\s+than|over|nearly)\s+)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens\s+of|hundreds\s+of)"
)
_PRISONERS = late(
    rf"(?:,\s+|,?\s+(?:and|with)\s+)(?P<part>{_NUMBER}\s+(?:[\w-]+\s+)?(?P<who>prisoners(?:\s+of\s+war)?|captives|hostages|detainees))\b"
)
_HARMED = late(r"\b(?:dead|killed|wounded|injured|deaths)(?:,?\s+[^.;]{1,40})?$")
_ACTS = frozenset({"killing", "injury", "armed-attack", "bombardment", "bombing"})
_FAR = 60
"""Code points before the prisoners in which the dead are told."""


def parted(content: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Give spans of a sentence, those that count prisoners with the dead in two."""
    small = lowered(content)
    for span in spans:
        found = _PRISONERS.search(small, span.start, span.end) if span.act in _ACTS else None
        if found is None or not _HARMED.search(small, max(span.start, found.start() - _FAR), found.start()):
            yield span
            continue
        if found.start() >= span.cue.end:
            yield span._replace(end=found.start())
        else:
            yield span
        cue = Cue(*found.span("who"), "detention", verb=False)
        yield Span(
            start=found.start("part"), end=span.end, cue=cue, act=cue.act, by=CONSTRUCTION.name, segment=span.segment
        )
