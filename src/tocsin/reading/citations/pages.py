# SPDX-License-Identifier: Apache-2.0
"""A page: a draft as the constructions of citations look at it – words before, dates after, bodies by place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from functools import cached_property

from tocsin.reading.citations.index import KINDS, Index, index
from tocsin.reading.citations.mentions import Taken
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.numbers import MONTHS
from tocsin.reading.patterns import late
from tocsin.records.findings import Time

GAP = r"(?: {1,2}| *\n *)"
"""White space inside a reference: spaces, or one line's end."""

ADOPTED = (
    r"(?:(?:issued|adopted|delivered|handed|rendered|indicated|made|given|passed|pronounced|taken|ordered|signed|"
    rf"released|granted|published|approved|prescribed|imposed|set)(?:{GAP}(?:down|out))?)"
)
"""What bodies do with their papers."""
DATED = late(rf"(?:,?{GAP}{ADOPTED})?,?{GAP}(?:dated|of|on|from|in){GAP}")
"""What stands between a paper and its date."""

_NAME = rf"[A-Z][\w'-]*(?:{GAP}(?:(?:and|of|the|in|to|for){GAP}){{0,2}}[A-Z][\w'-]*)*"
_SUBJECT = late(
    rf"{GAP}(?:on|concerning|regarding|governing|regulating|establishing|amending|(?P<to>to{GAP}(?:lay{GAP}down|amend|regulate|establish|govern|provide{GAP}for))){GAP}(?P<what>(?:the{GAP})?(?:{_NAME})(?=[\s.,;:)]|\Z)"
    rf"|(?:[\w'-]+(?:{GAP}|(?=[.,;)\n]|\Z))){{1,14}}(?=[.,;)\n]|\Z))"
)
_FINITE = late(
    r"\b(?:was|were|is|are|has|had|have|will|would|shall|must|should|can|may|that|which|who|when|where|said|to"
    r"|it|they|he|she|we|by|calls?|asks?|orders?|urges?|demands?|[a-z]{3,}ed)\b"
)
_IN_CASE = late(r"\s+in\s+(?:[Tt]he\s+)?(?=[A-Z][^.;\n]{2,60}\sv(?:s?\.|\s))")

_MONTH = "(?:" + "|".join(sorted((name for name in MONTHS), key=len, reverse=True)) + r")\.?"
_DATE = late(
    rf"(?:the{GAP})?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:{GAP}of)?{GAP}(?P<m>{_MONTH}),?{GAP}(?P<y>\d{{4}})\b"
    rf"|(?P<m2>{_MONTH}){GAP}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?{GAP}(?P<y2>\d{{4}})\b"
    rf"|(?P<m3>{_MONTH}),?{GAP}(?P<y3>\d{{4}})\b"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})\b"
    r"|(?P<d4>\d{1,2})[./](?P<m4>\d{1,2})[./](?P<y4>\d{4})\b"
    r"|(?P<y5>(?:1[89]|20)\d\d)\b(?![/\d-])",
    re.IGNORECASE,
)
_LONGEST = 60
"""No word before a reference is longer; what seems to be is an address."""
_NEXT = late(rf"{GAP}([A-Za-z'é-]+)")
_OWNER = late(r"[A-Z][\w-]*'s")
_ARTICLES = frozenset(("the", "this", "these", "those", "a", "an"))
_ACRONYM = late(r" ?\([A-Z][A-Za-z&./-]{1,11}\)")
_WITHIN = late(
    rf",?{GAP}(?:of|in){GAP}(?:the{GAP})?(?:United{GAP}Nations|UN|U\.N\.|Council{GAP}of{GAP}Europe|"
    rf"The{GAP}Hague|Strasbourg)\b(?: ?\(\w+\))?"
)


_PRINTED = late(
    rf"{GAP}\((?:[A-Z][A-Za-z]{{1,9}}[;,]{GAP})?"
    rf"(?=\d{{1,2}}{GAP}(?:U\.{GAP}?S\.{GAP}?C\b|USC\b|U\.S\.{GAP}Code)|P\.{GAP}?L\.|Pub\.{GAP}?L\.|Public{GAP}Law)"
    r"[^()]{4,120}(?:\([^()]*\)[^()]{0,80})*\)"
)
"""Where a law is printed, in a bracket behind its name."""


class Page:
    """What the constructions of citations share over one draft."""

    def __init__(self, draft: Draft, times: Sequence[Time]) -> None:
        self.draft = draft
        self.content = draft.content
        self.index: Index = index(draft.catalogue)
        self.taken = Taken()
        self.cues = draft.hits.get("law", [])
        self.kinds = _kinds(self.content, self.cues)
        self.bodies = draft.hits.get("lawbody", [])
        self._by_start = {hit.start: hit for hit in self.bodies}
        self._by_end = {hit.end: hit for hit in self.bodies}
        self._times = {time.start: time for time in times}
        self._before: dict[int, tuple[int, str] | None] = {}

    def words(self, name: str) -> frozenset[str]:
        """Give a word list of the catalogue by its id."""
        return self.index.words(name)

    def body_at(self, start: int) -> Hit | None:
        """Give the body whose name starts here."""
        return self._by_start.get(start)

    def body_ending(self, end: int) -> Hit | None:
        """Give the body whose name ends here."""
        return self._by_end.get(end)

    def body_before(self, offset: int, among: Container[str]) -> str | None:
        """Give the last body of some that the text has named before an offset."""
        at = bisect_right(self.bodies, offset, key=lambda hit: hit.start) - 1
        while at >= 0:
            if self.bodies[at].tag in among:
                return self.bodies[at].tag
            at -= 1
        return None

    def is_state(self, hit: Hit) -> bool:
        """Say whether a name is a State's or a territory's."""
        row = self.index.catalogue.actors.get(hit.tag)
        return row is not None and row.kind in {"state", "territory"}

    def most_named(self, hits: Iterable[Hit]) -> str:
        """Give the State that names name most often, "" where none does."""
        states = Counter(hit.tag for hit in hits if self.is_state(hit))
        return states.most_common(1)[0][0] if states else ""

    @cached_property
    def state(self) -> str:
        """The State that the whole text names most often, "" where it names none."""
        return self.most_named((*self.draft.hits.get("actor", ()), *self.draft.hits.get("demonym", ())))

    def overseen(self, kind: str | None = None) -> str | None:
        """Give the treaty of the committee or court that the text names: its "Convention" where no other was cited.

        `kind` is what the text calls it; without one, only a committee's treaty is given.
        """
        name = "citation.treaty-courts" if kind else "citation.treaty-bodies"
        pairs = [pair.split() for pair in sorted(self.words(name) | self.words("citation.treaty-bodies"))]
        rows = self.index.catalogue.instruments
        for hit in self.draft.hits.get("lawbody", ()):
            for body, treaty in pairs:
                if body == hit.tag and (kind is None or (treaty in rows and rows[treaty].kind == kind)):
                    return treaty
        return None

    def whole_body(self, end: int) -> int:
        """Go on from the end of a body's name over "(ICJ)" and "of the United Nations"."""
        for _ in range(3):
            match = _ACRONYM.match(self.content, end) or _WITHIN.match(self.content, end)
            if match is None:
                break
            end = match.end()
        return end

    def date_at(self, start: int) -> tuple[int, str] | None:
        """Read a date that starts here: its end and its EDTF; a date without a year is the times layer's to resolve."""
        match = _DATE.match(self.content, start)
        if match:
            return match.end(), _edtf(match)
        time = self._times.get(start)
        if time is not None and time.edtf[:1].isdigit() and "/" not in time.edtf:
            return time.end, time.edtf
        return None

    def word_before(self, start: int) -> tuple[int, str] | None:
        """Give the start of the word before an offset, and the word; None at a block's start."""
        if start not in self._before:
            self._before[start] = self._word_before(start)
        return self._before[start]

    def date_before(self, start: int) -> tuple[int, str] | None:
        """Read a date that ends where a reference begins: "the 22 February 2031 ICJ order"."""
        begin = start
        found: tuple[int, str] | None = None
        for _ in range(3):
            before = self.word_before(begin)
            if before is None:
                break
            begin = before[0]
            date = self.date_at(begin)
            if date is not None and not self.content[date[0] : start].strip():  # past a comma it dates the neighbour
                found = begin, date[1]
        return found

    def past_subject(self, end: int) -> int:
        """Go on from a paper's date over "on Veltria", "on the state of the wells" where no clause is told between."""
        subject = _SUBJECT.match(self.content, end)
        if subject is None or _FINITE.search(subject["what"]) or self.date_at(subject.start("what")):
            return end
        case = _IN_CASE.search(self.content, subject.start("what"), subject.end() + 60)
        close = min(subject.end(), case.start()) if case else subject.end()
        return len(self.content[:close].rstrip()) if close < len(self.content) else close

    def past_print(self, end: int) -> int:
        """Go on from a law's name over the bracket that says where it is printed: "(22 U.S.C. 2304)"."""
        found = _PRINTED.match(self.content, end)
        return found.end() if found else end

    def word_after(self, end: int) -> str:
        """Give the word after an offset in small letters, "" where a mark stands between."""
        match = _NEXT.match(self.content, end)
        return match.group(1).lower() if match else ""

    def _word_before(self, start: int) -> tuple[int, str] | None:
        content = self.content
        end = start
        while end > 0 and content[end - 1] in " \n":
            end -= 1
        if end in (start, 0) or "\n\n" in content[end:start]:
            return None
        low = max(0, end - _LONGEST)
        begin = max(content.rfind(" ", low, end), content.rfind("\n", low, end), low - 1) + 1
        return begin, content[begin:end]

    def owned(self, start: int) -> int:
        """Go back over the body whose paper it is: "the Committee's" before its general comment."""
        before = self.word_before(start)
        if before is None or not _OWNER.fullmatch(before[1]):
            return start
        named = self.body_ending(before[0] + len(before[1]) - 2)
        return self.led(named.start if named else before[0], {"the"})

    def led(self, start: int, words: Container[str]) -> int:
        """Go back over words of a list (lower case) to where the reference begins."""
        while True:
            before = self.word_before(start)
            if before is None or before[1].lstrip("\"'([").lower() not in words:
                return start
            begin, word = before
            start = begin + len(word) - len(word.lstrip("\"'(["))
            if start != begin or word.lower() in _ARTICLES:
                return start


def _kinds(content: str, cues: Sequence[Hit]) -> list[tuple[Hit, str]]:
    """Give the cues that say what kind of paper is meant, each with the kind: several layers look at no others."""
    told = ((hit, KINDS.get(content[hit.start : hit.end].lower())) for hit in cues if hit.tag in {"kind", "name"})
    return [(hit, kind) for hit, kind in told if kind is not None]


def shouting(content: str, hit: Hit) -> bool:
    """Say whether a word stands among capitals, where one more tells nothing."""
    around = content[max(0, hit.start - 60) : hit.end + 60]
    return sum(char.islower() for char in around) < len(around) / 4


def _edtf(match: re.Match[str]) -> str:
    part = match.groupdict()
    if part["iso"]:
        return part["iso"]
    if part["y5"]:
        return part["y5"]
    if part["m3"]:
        return f"{part['y3']}-{_month(part['m3']):02}"
    if part["y4"]:
        return f"{part['y4']}-{int(part['m4']):02}-{int(part['d4']):02}"
    year, month, day = (part["y"], part["m"], part["d"]) if part["y"] else (part["y2"], part["m2"], part["d2"])
    return f"{year}-{_month(month):02}-{int(day):02}"


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]
