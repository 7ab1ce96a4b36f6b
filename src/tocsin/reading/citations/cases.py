# SPDX-License-Identifier: Apache-2.0
"""Cases before international courts by the names of their parties."""

from __future__ import annotations

import re
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
_ASIDE = late(rf"{GAP}\((?:re\b|[Nn]o\.|[Nn]os\.|I{{1,3}}\)|[Mm]erits|[Jj]ust)[^()\n]{{0,60}}\)?")
"""What tells a case from others of the same parties: "(re Karsk)", "(No. 2)"."""
_FILED = late(r"\b[Nn]os?\.\s?\d+/\d\d")
_REPORT = late(
    rf",?{GAP}[\[(](?:1[89]|20)\d\d[\])]{GAP}(?:\d{{1,3}}{GAP})?[A-Z][A-Za-z.]{{1,8}}(?:{GAP}\([A-Za-z ]+\))?{GAP}\d+"
)
"""Where law reports print it: "[2014] 2 VLR 77"."""
_STAGES = late(
    rf"(?:[.,]{GAP}(?:(?:Preliminary{GAP})?(?:Objections?|Exceptions?)|Merits|Reparations|Costs)(?:,?{GAP}(?:and{GAP})?(?:Merits|Reparations|Costs))*)?"
    rf"(?:,{GAP}(?:§§?|paras?\.?){GAP}?[\d-]+)?"
)
_WHEN = late(
    rf"[.,]?{GAP}(?:(?:(?:Grand{GAP}|Trial{GAP}|Appeals{GAP})?(?:Chamber|GC){GAP})?(?:[Jj]udge?ment|[Dd]ecision|[Oo]rder|[Rr]uling){GAP})?(?:of{GAP})?\(?(?=\d|[A-Z][a-z]{{2,8}}{GAP}\d)"
)
_STRASBOURG = late(r"\[GC\]|\bGrand\s+Chamber\b")
"""What only one court has behind the names of the parties."""
_SERIES = late(rf"[.,]{GAP}Series{GAP}[A-C]{GAP}[Nn]o\.?{GAP}?\d+")
_AT = late(rf",?{GAP}(?:§§?|paras?\.?|paragraphs?|at{GAP}paras?\.?){GAP}?(?P<n>\d{{1,4}}(?:[-–]\d{{1,4}})?)")
_CASE = late(r"Case of ", re.IGNORECASE)


def find(page: Page) -> Iterator[Mention]:
    """Find cases; without a court in the text, "Veltria v. Ardesh" may be a match of football."""
    courts = {body.id for body in page.index.bodies.values() if body.kind == "court"}
    cues = [hit for hit in page.cues if hit.tag == "case"]
    heard = any(hit.tag in courts for hit in page.bodies)
    for hit in cues:
        mention = _case(page, hit, page.body_before(hit.start, courts))
        if (
            mention is not None
            and (
                heard
                or mention.date
                or _FILED.search(page.content, hit.end, mention.end)
                or _is_charged(page, mention, hit)
            )
            and not page.taken.holds(mention.start, mention.end)
        ):
            page.taken.add(mention.start, mention.end)
            yield mention


def _is_charged(page: Page, mention: Mention, hit: Hit) -> bool:
    """Say whether a case is one by itself: a prosecutor brings it, or somebody against a State."""
    words = page.content[mention.start : mention.end]
    if words.startswith(
        ("Prosecutor", "The Prosecutor", "People ", "The People", "State ", "Republic v", "R v", "R. v")
    ):
        return True
    states = page.draft.within("actor", hit.end, mention.end)
    if _CASE.match(words):
        return True
    known = any((row := page.index.catalogue.actors.get(state.tag)) and row.kind == "state" for state in states)
    return known and page.content[hit.end - 1] == "."


def _case(page: Page, hit: Hit, court: str | None) -> Mention | None:
    start = _applicant(page, hit.start)
    party = _PARTY.match(page.content, hit.end)
    if start is None or party is None:
        return None
    name = page.content[start : party.end()]
    if page.content[start - 1 : start] == "(" and name[: hit.start - start].isupper():
        return None  # a masthead's
    aside = _ASIDE.match(page.content, party.end())
    end = aside.end() if aside and aside.group().endswith(")") else party.end()
    number = _NUMBER.match(page.content, end) or _REPORT.match(page.content, end)
    end = number.end() if number else end
    when = _WHEN.match(page.content, _STAGES.match(page.content, end).end())  # type: ignore[union-attr]  # it may be empty
    date = page.date_at(when.end()) if when else None
    if date is not None:
        end = date[0]
        series = _SERIES.match(page.content, end)
        end = series.end() if series else end
    at = _AT.match(page.content, end)
    end = at.end() if at else end
    if page.content[end : end + 1] == ")" and "(" in page.content[party.end() : end]:
        end += 1
    instrument = slug(name)
    if _STRASBOURG.search(page.content, party.end(), end):
        court = "ecthr"
    if date is not None and court is None:
        instrument = f"{instrument}-{date[1]}"
    elif date is not None and court is not None:
        instrument = f"{page.index.bodies[court].prefix}-judgment-{date[1]}"
    return Mention(
        start=start,
        end=end,
        by="citation.case",
        kind="judgment",
        instrument=instrument,
        date=date[1] if date else None,
        body=court,
        pointed=_pointed(at["n"]) if at else None,
    )


def _pointed(numbers: str) -> str:
    return f"{'paras.' if numbers.strip('0123456789') else 'para.'} {numbers.replace('–', '-')}"


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
