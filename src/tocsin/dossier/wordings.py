# SPDX-License-Identifier: Apache-2.0
"""The tool's own words in dossiers: one place for what more than one form of a dossier says."""

from __future__ import annotations

from tocsin.dossier.compositions import Note, Run

STATES = {
    "proposed": "proposed, not confirmed",
    "confirmed": "confirmed by a person",
    "corrected": "corrected by a person",
    "added": "added by a person",
    "rejected": "rejected",
}
"""How a finding stands, in words."""

SHORT = 12
"""Words of a quote that a footnote repeats."""


def possible() -> str:
    """Say that a date's bounds reach past the day asked for."""
    return "(possible)"


def shortened(quote: str, most: int = SHORT) -> str:
    """Give the first words of a quote, with a mark where words were left out.

    >>> shortened("open the road")
    'open the road'
    """
    words = quote.split()
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + " …"


def footnote(note: Note) -> tuple[Run, ...]:
    """Word a footnote: who, which document, of when, which words, where they stand, how sure."""
    place = f"{note.place}, " if note.place else ""
    return (
        Run(f"{note.issuer}, " if note.issuer else ""),
        Run(note.title, "name"),
        Run(f", {note.issued}: "),
        Run(shortened(note.quote), "quote"),
        Run(f" {place}[{note.start}:{note.end}], {STATES.get(note.state, note.state)}. "),
        Run(note.document.removeprefix("sha256:")[:16], "code"),
    )


TOWARDS = {
    "armed-attack": "on",
    "threat": "against",
    "sanction": "against",
    "hate-speech": "against",
    "accusation": "against",
    "violation": "against",
    "protest": "against",
    "disinformation": "against",
    "cyberattack": "on",
    "appeal": "to",
    "visit": "to",
    "relief": "to",
    "relief-resumed": "to",
    "denial-of-relief": "to",
    "agreement": "with",
    "talks": "with",
    "ceasefire": "with",
}
"""The word between an act and whom it was done to; of all others "of": detention of teachers."""
