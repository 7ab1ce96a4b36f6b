# SPDX-License-Identifier: Apache-2.0
"""Papers known by their numbers: applications and measures of a file, codes by section, customary rules, goals."""

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
        name="citation.file",
        says="an application, a case, a precautionary measure, an opinion or a communication by its number",
        example="The Commission granted ⟦precautionary measures No. 409-31⟧ to the drivers.",
    ),
    Construction(
        name="citation.section-of-code",
        says="a section or article of a code or constitution that is written small, or of a law by its subject",
        example="The editor was charged under ⟦section 505A of the penal code⟧.",
    ),
    Construction(
        name="citation.customary-rule",
        says="a numbered rule of customary humanitarian law",
        example="⟦Rule 55 of customary international humanitarian law⟧ asks all to let relief pass.",
    ),
    Construction(
        name="citation.goal",
        says="a Sustainable Development Goal or Millennium Development Goal by its number",
        example="The wells of Karsk serve ⟦SDG 6⟧.",
    ),
)

_NO = rf"(?:[Nn]os?\.?|[Nn]°|[Nn]º|[Nn]umber){GAP}?"
_FILED = late(
    rf"{GAP}(?:{_NO}(?P<number>\d{{1,6}}(?:[-/.]\d{{2,4}})+|[A-Z]{{2,5}}[-/]\d{{1,3}}[-/]\d{{2,4}}(?:-[A-Z]+)*)"
    rf"|(?P<union>[CTF]-\d{{1,4}}/\d\d(?:(?:,{GAP}|,?{GAP}and{GAP})[CTF]-\d{{1,4}}/\d\d)*(?:{GAP}[A-Z][a-z]+)?)"
    rf"|(?P<bare>\d{{1,5}}[-/]\d{{2,4}}))(?![\d/-])"
)
_OF_BODY = late(rf"{GAP}(?:of|by|before){GAP}(?:the{GAP})?")
_SECTION = late(
    rf"(?:articles?|arts?\.|sections?|s\.|paragraphs?|clauses?){GAP}(?P<number>\d{{1,4}}[A-Za-z]?(?:bis"
    rf"|ter)?(?:{GAP}?\(\w{{1,4}}\))*"
    rf"(?:(?:,{GAP}|{GAP}(?:and|or|to){GAP}|-)\d{{1,4}}[A-Za-z]?(?:{GAP}?\(\w{{1,4}}\))*)*)"
    rf"{GAP}of{GAP}(?P<det>the|its|their|his|her|our|[A-Z]\w+(?:'s|'))"
    rf"{GAP}(?P<name>(?:(?!of\b|and\b|in\b|to\b|for\b|with\b|by\b)[\w'-]+{GAP}){{0,4}}?"
    r"(?:constitution|penal code|criminal code|code of criminal procedure|criminal procedure code|civil code"
    r"|labou?r code"
    r"|code|law|act|decree|ordinance))\b",
    re.IGNORECASE,
)
_CUSTOMARY = late(
    rf"[Rr]ules?{GAP}(?P<number>\d{{1,3}})(?:(?:,{GAP}|{GAP}(?:and|to){GAP}|-)\d{{1,3}})*{GAP}"
    rf"(?:of|in|under){GAP}(?:the{GAP})?(?:ICRC{GAP}?(?:'s)?{GAP}?)?(?:study{GAP}(?:on|of){GAP})?"
    rf"customary{GAP}(?:international{GAP}humanitarian{GAP}law|humanitarian{GAP}law|IHL|law|international{GAP}law)"
)
_GOAL_NUMBER = r"\d{1,2}(?:\.[\da-d]{1,2})?(?![\d%])"
_GOALS = late(
    rf"(?:(?P<of>SDGs?|MDGs?|Sustainable{GAP}Development{GAP}Goals?|Millennium{GAP}Development{GAP}Goals?)|Goals?)"
    rf"(?:{GAP}[Nn]os?\.)?(?:{GAP}[Tt]argets?)?{GAP}"
    rf"(?P<numbers>{_GOAL_NUMBER}(?:(?:,{GAP}(?:and{GAP})?|{GAP}(?:and|or|to){GAP}|-|–){_GOAL_NUMBER})*)"
    rf"(?:{GAP}of{GAP}the{GAP}(?:SDGs|Sustainable{GAP}Development{GAP}Goals))?"
)
_LAST_GOAL = 17
_OF_GOALS = late(r"\bSDGs?\b|Sustainable\s+Development|\b2030\s+Agenda|\bAgenda\s+2030")
_MEANT = frozenset({"the law", "this law", "its law", "that law", "the act", "the code", "the decree"})


def find(page: Page) -> Iterator[Mention]:
    """Find papers by their number in a file, codes by their sections and rules of customary law."""
    for hit in page.cues:
        if hit.tag == "goal":
            yield from _goals(page, hit)
        if hit.tag not in {"file", "pin"} or page.taken.holds(hit.start, hit.end):
            continue
        if hit.tag == "file":
            yield from _filed(page, hit)
        else:
            yield from _customary(page, hit) or _section(page, hit)


def _filed(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "Application no. 20958/14", "precautionary measures No. 409-31", "Opinion No. 33/2031"."""
    found = _FILED.match(page.content, hit.end)
    word = page.content[hit.start : hit.end].lower()
    capital = page.content[hit.start].isupper() and "/" in (found["bare"] or "") if found else False
    if found is None or (found["bare"] and not (word.startswith("precaution") or capital)):
        return
    number = found["number"] or found["union"] or found["bare"]
    after = _OF_BODY.match(page.content, found.end())
    named = page.body_at(after.end()) if after else None
    start = page.owned(page.led(hit.start, {"the", "its", "this", "that", "joined"}))
    page.taken.add(start, found.end())
    yield Mention(
        start=start,
        end=found.end(),
        by="citation.file",
        kind=word.rstrip("s").replace(" ", "-"),
        instrument=slug(f"{word.rstrip('s')} {number}"),
        body=named.tag if named else None,
        numbered=True,
    )


def _goals(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "SDG 13", "Sustainable Development Goals 5 and 16", and "Goal 16" where the text names the goals."""
    found = _GOALS.match(page.content, hit.start)
    if found is None or page.taken.holds(*found.span()):
        return
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", found["numbers"])]
    if max(numbers) >= _LAST_GOAL + 1 or (not found["of"] and not _OF_GOALS.search(page.content)):
        return
    start = page.led(hit.start, {"the"})
    page.taken.add(start, found.end())
    unit = "target" if "arget" in found.group() else "goal"
    yield Mention(
        start=start,
        end=found.end(),
        by="citation.goal",
        kind="goals",
        instrument="millennium-development-goals" if (found["of"] or "")[:1] == "M" else "agenda-2030",
        pointed=f"{unit}{'s' * (len(numbers) > 1)} {' '.join(found['numbers'].split())}",
    )


def _section(page: Page, hit: Hit) -> tuple[Mention, ...]:
    """Read "section 505A of the penal code", "Article 88 of the new NGO law"."""
    found = _SECTION.match(page.content, hit.start)
    if found is None or page.taken.holds(*found.span()):
        return ()
    name = " ".join(found["name"].split())
    if f"{found['det']} {name}".lower() in _MEANT or (name[:1].isupper() and name != name.upper() and " " in name):
        return ()  # "the law" that was cited before; a name in capitals is read as a law's own
    page.taken.add(*found.span())
    state = next((hit.tag for hit in page.draft.within("actor", *found.span("name"))), None)
    unit = "art." if found.group()[0] in "aA" else "sec."
    return (
        Mention(
            start=found.start(),
            end=found.end(),
            by="citation.section-of-code",
            kind=name.split()[-1].lower(),
            instrument=slug(f"{state} {name}" if state else name),
            pointed=f"{unit} {' '.join(found['number'].split())}",
        ),
    )


def _customary(page: Page, hit: Hit) -> tuple[Mention, ...]:
    """Read "Rule 156 of customary international humanitarian law"."""
    found = _CUSTOMARY.match(page.content, hit.start)
    if found is None:
        return ()
    page.taken.add(*found.span())
    return (
        Mention(
            start=found.start(),
            end=found.end(),
            by="citation.customary-rule",
            kind="rules",
            instrument="customary-ihl-rules",
            pointed=f"rule {found['number']}",
        ),
    )
