# SPDX-License-Identifier: Apache-2.0
"""Short forms: "the Convention", "the said Order", "the tripartite declaration", told by what was cited before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tocsin.reading.citations.agreements import FAMILY
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.citations.treaties import protocol_of
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.short-form",
        says="a short form of an instrument that was cited before, agreeing in kind and in the number of its parties",
        example="Under the Charter of the United Nations all are equal. ⟦The Charter⟧ binds Ardesh and Veltria alike.",
    ),
)

_POINTS = frozenset(["said", "same", "aforementioned", "above-mentioned", "abovementioned", "aforesaid", "foregoing"])
_DETS = frozenset(("the", "this", "that", "these", "those", "both"))
_PLURALS = frozenset(("convention", "measures", "accord", "agreement", "protocol"))
_REACH = 60
"""How many mentions back a short form may point."""
_TO_IT = late(rf"{GAP}(?:to{GAP}(?:the{GAP}(?:same{GAP})?(?:Convention|Covenant)|it)|thereto)\b")
_OF_CHARTER = late(
    rf"(?:[Cc]hapters?{GAP}(?:VI{{1,3}})|[Aa]rticles?{GAP}(?:51|2{GAP}?\(4\)|2{GAP}?\(7\)|39|40|41|42"
    rf"|99))[^.;\n]{{0,12}}{GAP}of{GAP}the{GAP}\Z"
)
"""Chapters and articles that are so cited of one Charter only."""
_BY_ITSELF = ("Charter", "Protocol I")
"""What is told without any mention before it."""
_ROMAN = late(rf"{GAP}(?P<n>I{{1,3}})\b(?!{GAP}to\b)")
_LETTERS = late(r" ?\([\"']?(?:the )?[\"']?(?P<short>[A-Z][A-Z-]{1,8}[A-Z])[\"']?\)")
_LETTERS_WITHIN = late(r"\((?P<short>[A-Z][A-Z-]{1,8}[A-Z])\)?\Z")
_LONGER = late(rf"{GAP}(?:of|on|for|against){GAP}(?:the\b|[A-Z])")
"""What makes a name of "the Charter": it is another one than was cited."""
_OF_THE_COURT = late(rf"{GAP}of{GAP}the{GAP}(?:Court|Tribunal)\b(?!{GAP}of\b)")
_STRASBOURG = late(r"\[GC\],|\bv\. [A-Z][\w-]+(?: [A-Z][\w-]+)?,? \(?nos?\. \d+/\d\d")
"""How cases are cited of the court that oversees the European Convention on Human Rights."""
_LAW = late(
    rf"\b[Tt]h(?:e|is){GAP}(?:(?:said|same|aforementioned|aforesaid|above-mentioned){GAP}(?P<small>decree|law|act|code|ordinance)"
    rf"|(?P<big>Decree-Law|Decree|Ordinance|Law|Code|Proclamation))\b(?!{GAP}(?:[Nn]os?|on|of|for|against|in{GAP}force)\b|{GAP}[A-Z\d])"
)
_COVENANTS = late(
    rf"(?:[Bb]oth|[Tt]he(?:{GAP}two|{GAP}twin)?){GAP}(?:International{GAP}|UN{GAP})?Covenants\b(?!{GAP}(?:on|of)\b)"
)
_NAMING = late(r"\b(?!The\b)[A-Z][a-z]+")
_TOP = 500
"""How far into a text its head goes."""
_THIS = 600
"""How far back in characters "this" may point."""
_SIDES = {"bilateral": 2, "trilateral": 3, "tripartite": 3, "quadrilateral": 4, "quadripartite": 4}
_AGREEING = frozenset(["ceasefire", "cease-fire", "peace", "joint", "truce", "armistice"]) | frozenset(_SIDES)
_OWNERS = frozenset(("court's", "tribunal's", "chamber's"))
_SUBJECTS = frozenset(("ceasefire", "peace", "truce", "armistice", "joint"))
_LOOSE = FAMILY - {"protocol", "treaty", "memorandum", "pact"}
_OVERSEEN = frozenset(("convention", "covenant", "charter", "protocol", "statute"))
COURT = frozenset(["order", "decision", "ruling", "judgment", "verdict", "advisory-opinion", "award"])
"""Kinds of what courts hand down, any of which a text may call by another's word."""


def find(page: Page, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find short forms among what has been cited; `mentions` are in order."""
    yield from _abbreviated(page, mentions)
    yield from _covenants(page)
    yield from _laws(page, mentions)
    if not mentions and not page.bodies and not _tells_itself(page.content):
        return
    starts = [mention.start for mention in mentions]
    for hit, kind in page.kinds:
        if not page.taken.holds(hit.start, hit.end):
            yield from _short(page, hit, kind, _before(mentions, bisect_left(starts, hit.start)))


def _tells_itself(content: str) -> bool:
    """Say whether a text that cites nothing by name may still cite by a short form."""
    if any(map(content.__contains__, _BY_ITSELF)):
        return True
    return ("v. " in content or "[GC]," in content) and _STRASBOURG.search(content) is not None


def _abbreviated(page: Page, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find the letters that a text puts in brackets behind a name, or that a law's name begins with, further on."""
    given: dict[str, Mention] = {}
    for mention in mentions:
        if mention.instrument is None or mention.numbered:
            continue
        told = _LETTERS.match(page.content, mention.end) or _LETTERS_WITHIN.search(
            page.content, mention.start, mention.end
        )
        name = _NAMING.findall(page.content[mention.start : mention.end])
        letters = told["short"] if told else "".join(word[0] for word in name)
        if (told or len(name) > 2) and letters not in page.index.acronyms:
            given.setdefault(letters, mention)
    for letters, mention in given.items():
        at = page.content.find(letters, mention.end)
        while at >= 0:
            end = at + len(letters)
            apart = not page.content[at - 1].isalnum() and not page.content[end : end + 1].isalnum()
            bracketed = page.content[at - 1] == "(" and at - mention.end < len(letters) + 4
            if apart and not bracketed and not page.taken.holds(at, end) and not page.draft.within("actor", at, end):
                start = page.led(at, {"the"})
                page.taken.add(start, end)
                yield Mention(
                    start=start,
                    end=end,
                    by="citation.short-form",
                    kind=mention.kind,
                    instrument=mention.instrument,
                    body=mention.body,
                )
            at = page.content.find(letters, end)


def by_context(page: Page) -> Iterator[Mention]:
    """Find short names that a word of the text tells: "the Guiding Principles" where people are displaced.

    They are looked for before all else, since by their words alone some would be taken for another paper.
    """
    for row in sorted(page.words("citation.by-context")):
        name, word, instrument = row.split("|")
        at = page.content.find(name)
        if at < 0 or word not in page.content or page.index.catalogue.instruments.get(instrument) is None:
            continue
        kind = page.index.catalogue.instruments[instrument].kind
        while at >= 0:
            end = at + len(name)
            dated = page.date_before(at)
            start = page.led(dated[0] if dated else at, {"the"})
            longer = _LONGER.match(page.content, end) or page.content[end : end + 1].isalnum()
            if start < at and not longer and not page.taken.holds(start, end):
                page.taken.add(start, end)
                yield Mention(start=start, end=end, by="citation.short-form", kind=kind, instrument=instrument)
            at = page.content.find(name, end)


def _covenants(page: Page) -> Iterator[Mention]:
    """Read "both Covenants": the two of 1966."""
    for match in _COVENANTS.finditer(page.content) if "Covenants" in page.content else ():
        if not page.taken.holds(*match.span()):
            page.taken.add(*match.span())
            made = "international-covenants"
            start, end = match.span()
            yield Mention(start=start, end=end, by="citation.short-form", kind="covenant", instrument=made)


def _laws(page: Page, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find "the said decree" and "the Decree-Law" behind the law that they are short for."""
    cited = [mention for mention in mentions if mention.by == "citation.law"]
    for match in _LAW.finditer(page.content, cited[0].end) if cited else ():
        kind = (match["small"] or match["big"]).lower()
        said = next((one for one in reversed(cited) if one.kind == kind and one.end <= match.start()), None)
        if said is not None and not page.taken.holds(*match.span()):
            start, end = match.span()
            page.taken.add(start, end)
            yield Mention(start=start, end=end, by="citation.short-form", kind=kind, instrument=said.instrument)


def _before(mentions: Sequence[Mention], place: int) -> Sequence[Mention]:
    return mentions[max(0, place - _REACH) : place]


def _short(page: Page, hit: Hit, kind: str, earlier: Sequence[Mention]) -> Iterator[Mention]:
    protocol = _additional(page, hit, earlier) or _protocol(page, hit, earlier) if kind == "protocol" else None
    if protocol is not None:
        yield protocol
        return
    led = _led(page, hit.start)
    if led is None or not _pointing(page.content, hit, kind, led[1]):
        return
    start, words = led
    said = _antecedent(kind, words, earlier) or _committees(page, kind)
    end = _whole(page, hit, kind)
    this = said is not None and page.content[start : start + 4].lower() == "this"
    if this and said and (start - said.end > _THIS or _is_such(page, hit)):
        return  # "this Agreement" far from any other is the document itself, as "this Judgment" in a judgment is
    if said is None and not _is_the_charter(page, hit, kind):
        return
    page.taken.add(start, end)
    yield Mention(
        start=start,
        end=end,
        by="citation.short-form",
        kind=kind,
        instrument=said.instrument if said else "un-charter",
        body=said.body if said else None,
        sides=next((_SIDES[word] for word in words if word in _SIDES), None),
    )


def _whole(page: Page, hit: Hit, kind: str) -> int:
    """Go on over "of the Court" behind "the Statute"."""
    whose = _OF_THE_COURT.match(page.content, hit.end) if kind == "statute" else None
    return whose.end() if whose else hit.end


def _is_such(page: Page, hit: Hit) -> bool:
    """Say whether the text is by its own head what the words name: "JUDGMENT OF 3 MAY 2031"."""
    name = page.content[hit.start : hit.end].upper()
    return re.search(rf"^ *(?:FINAL |INTERIM )?{name}\b", page.content[:_TOP], re.MULTILINE) is not None


def _committees(page: Page, kind: str) -> Mention | None:
    """Give the treaty that the committee named in the text oversees."""
    treaty = page.overseen(kind) if kind in _OVERSEEN else None
    if treaty is None and kind == "convention" and _STRASBOURG.search(page.content):
        treaty = "european-convention-on-human-rights"
    row = page.index.catalogue.instruments.get(treaty) if treaty else None
    if row is None or row.kind != kind:
        return None
    return Mention(start=0, end=0, by="citation.short-form", kind=kind, instrument=row.id)


def _led(page: Page, start: int) -> tuple[int, list[str]] | None:
    """Go back to the determiner: where it begins, and the words between; None where there is none."""
    words: list[str] = []
    while len(words) < 4:
        before = page.word_before(start)
        if before is None:
            return None
        start, word = before
        bare = word.lstrip("\"'([")
        start += len(word) - len(bare)
        if bare.lower() in _DETS:
            return start, words
        if bare.lower() not in _POINTS and bare.lower() not in _AGREEING and bare.lower() not in _OWNERS:
            return None
        words.append(bare.lower())
    return None


def _pointing(content: str, hit: Hit, kind: str, words: Sequence[str]) -> bool:
    """Say whether the words point back: "the Convention", "the said order", "the tripartite declaration"."""
    if content[hit.end - 1] == "s" and kind not in _PLURALS:
        return False
    named = content[hit.start].isupper() and not content[hit.start : hit.end].isupper()
    if _OWNERS & set(words):
        return kind in COURT and content[hit.end : hit.end + 4] != " to "
    if _POINTS & set(words) or (words and kind in FAMILY):
        return True
    return named and (not _LONGER.match(content, hit.end) or _OF_THE_COURT.match(content, hit.end) is not None)


def _is_the_charter(page: Page, hit: Hit, kind: str) -> bool:
    """Say whether "the Charter" without an antecedent is the United Nations', for its organs are named."""
    named = kind == "charter" and page.content[hit.start].isupper()
    pinned = named and _OF_CHARTER.search(page.content, max(0, hit.start - 50), hit.start) is not None
    return named and (pinned or any(body.tag.startswith("un-") or body.tag == "icj" for body in page.bodies))


def _protocol(page: Page, hit: Hit, earlier: Sequence[Mention]) -> Mention | None:
    """Read "its Optional Protocol" by the convention before it."""
    before = page.word_before(hit.start)
    if before is None or before[1].lower() != "optional":
        return None
    said = next((mention for mention in reversed(earlier) if mention.kind in {"convention", "covenant"}), None)
    treaty = said.instrument if said else page.overseen()
    if not treaty:
        return None
    start = page.led(before[0], {"its", "the", "two", "three", "both", "first"})
    whole = _TO_IT.match(page.content, hit.end)
    end = whole.end() if whole else hit.end
    instrument = protocol_of(page, treaty)
    if whole and page.content[end : end + 4] == " on ":
        instrument, end = _on_what(page, treaty, end) or (instrument, end)
    page.taken.add(start, end)
    return Mention(start=start, end=end, by="citation.short-form", kind="protocol", instrument=instrument)


def _on_what(page: Page, treaty: str, end: int) -> tuple[str, int] | None:
    """Read "… to the Convention on a communications procedure": which of a convention's protocols it is."""
    name = f"Optional Protocol to the {page.index.catalogue.instruments[treaty].name}"
    found = page.index.match(f"{name}{page.content[end : end + 80]}", 0)
    return (found[0], end + found[1] - len(name)) if found and found[1] > len(name) else None


def _additional(page: Page, hit: Hit, earlier: Sequence[Mention]) -> Mention | None:
    """Read "Protocol II": the Additional Protocol, but where a treaty with numbered protocols of its own was cited."""
    number = _ROMAN.match(page.content, hit.end)
    before = page.word_before(hit.start)
    if number is None or not page.content[hit.start].isupper() or any(m.instrument == "ccw" for m in earlier):
        return None
    if before is not None and before[1].lower() == "amended":
        return None
    made = f"additional-protocol-{number['n'].lower()}"
    start = page.led(hit.start, {"the", "optional"})
    page.taken.add(start, number.end())
    return Mention(start=start, end=number.end(), by="citation.short-form", kind="protocol", instrument=made)


def _antecedent(kind: str, words: Sequence[str], earlier: Sequence[Mention]) -> Mention | None:
    """Give the last mention that agrees: the same kind first, else one of the family that the words point to."""
    sides = next((_SIDES[word] for word in words if word in _SIDES), None)
    subject = next((word.replace("-", "") for word in words if word.replace("-", "") in _SUBJECTS), None)
    agreeing = [
        mention
        for mention in earlier
        if mention.instrument and (sides is None or mention.sides is None or mention.sides == sides)
    ]
    for mention in reversed(agreeing):
        same = mention.kind == kind or (kind in COURT and mention.kind in COURT)
        if same and (sides is None or mention.sides or mention.date) and _about(mention, kind, subject):
            return mention
    if kind not in {"statement", "declaration", "agreement", "accord"} or not words:
        return None
    for mention in reversed(agreeing):
        if mention.kind in _LOOSE and (
            (sides is not None and mention.sides == sides)
            or (subject and subject in str(mention.instrument).replace("-", ""))
        ):
            return mention
    return None


def _about(mention: Mention, kind: str, subject: str | None) -> bool:
    """Say whether "the ceasefire agreement" may mean this: its id says ceasefire, or says nothing but its kind."""
    name = str(mention.instrument).replace("-", "")
    return subject is None or subject in name or name.startswith(kind) or mention.sides is not None
