# SPDX-License-Identifier: Apache-2.0
"""Cases before international courts by the names of their parties."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.case",
        says="a case by its parties, in a text that names an international court, or against a State",
        example="The European Court of Human Rights ruled in ⟦Ilmar and Others v. Ardesh (no. 13216/05)⟧.",
    ),
)

_JOINERS = frozenset(("and", "of", "the", "others", "&"))
_SIGNALS = frozenset(("See", "In", "Cf", "Compare", "Citing", "Under", "And", "But", "Since", "After", "Like"))
"""What may stand before a case at the head of a sentence."""
_PARTY = late(
    rf"{GAP}(?:(?:the|The){GAP})?[A-Z][\w'-]*(?:{GAP}(?:(?:and|of|the|&){GAP}){{0,2}}(?:[A-Z][\w'-]*|others))*"
)
_INITIALS = late(r"(?:[A-Z]\.)+")
_NUMBER = late(
    rf"(?:{GAP}\[GC\])?,?{GAP}?\(?(?:(?:[Aa]pp(?:lication|\.)?){GAP})?[Nn]os?\.{GAP}?\d+/\d+(?:(?:,{GAP}"
    rf"|{GAP}and{GAP})\d+/\d+)*\)?"
)
_WHEN = late(rf",?{GAP}(?:(?:judgment|decision|order|ruling){GAP})?(?:of{GAP})?\(?(?=\d)")


def find(page: Page) -> Iterator[Mention]:
    """Find cases; without a court in the text, "Veltria v. Ardesh" may be a match of football."""
    courts = {body.id for body in page.index.bodies.values() if body.kind == "court"}
    cues = [hit for hit in page.cues if hit.tag == "case"]
    heard = any(hit.tag in courts for hit in page.bodies)
    for hit in cues:
        mention = _case(page, hit, page.body_before(hit.start, courts))
        if (
            mention is not None
            and (heard or _is_charged(page, mention, hit))
            and not page.taken.holds(mention.start, mention.end)
        ):
            page.taken.add(mention.start, mention.end)
            yield mention


def _is_charged(page: Page, mention: Mention, hit: Hit) -> bool:
    """Say whether a case is one by itself: a prosecutor brings it, or somebody against a State."""
    words = page.content[mention.start : mention.end]
    if words.startswith(("Prosecutor", "The Prosecutor", "People ", "The People", "State ")):
        return True
    states = page.draft.within("actor", hit.end, mention.end)
    known = any((row := page.index.catalogue.actors.get(state.tag)) and row.kind == "state" for state in states)
    return known and page.content[hit.end - 1] == "."


def _case(page: Page, hit: Hit, court: str | None) -> Mention | None:
    start = _applicant(page, hit.start)
    party = _PARTY.match(page.content, hit.end)
    if start is None or party is None or page.content[start - 1 : start] == "(":
        return None
    name = page.content[start : party.end()]
    number = _NUMBER.match(page.content, party.end())
    end = number.end() if number else party.end()
    when = _WHEN.match(page.content, end)
    date = page.date_at(when.end()) if when else None
    if date is not None:
        end = date[0]
    instrument = slug(name)
    if date is not None and court is not None:
        instrument = f"{page.index.bodies[court].prefix}-judgment-{date[1]}"
    return Mention(
        start=start,
        end=end,
        by="citation.case",
        kind="judgment",
        instrument=instrument,
        date=date[1] if date else None,
        body=court,
    )


def _applicant(page: Page, start: int) -> int | None:
    """Go back over the capitalised words and joiners of the first party."""
    found = None
    for _ in range(8):
        before = page.word_before(start)
        if before is None:
            break
        start, word = before
        bare = word.lstrip("(\"'")
        if bare in _SIGNALS:
            break
        if bare[:1].isupper() and (bare.replace("-", "").replace("'", "").isalnum() or _INITIALS.fullmatch(bare)):
            found = start + len(word) - len(bare)
        elif bare.lower() not in _JOINERS:
            break
        if bare != word:
            break
    return found
