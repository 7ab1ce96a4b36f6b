# SPDX-License-Identifier: Apache-2.0
"""Pinpoints: articles, paragraphs and chapters, put to the instrument they belong to."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.numbers import ONES, ORDINALS
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.pinpoint",
        says="an article, paragraph or chapter whose instrument is known from the words before it",
        example="Under the Charter of the United Nations, in particular ⟦Article 33, paragraph 1⟧, both must talk.",
    ),
)

_WORDS = ONES[1:16]
_INNER = rf"(?:{GAP}?\([0-9a-z]{{1,4}}\))*"
_NUM = (
    rf"(?:\d{{1,3}}(?:bis|ter|[a-zA-Z]\b|/\d{{1,2}}\b)?(?:\.\d{{1,2}}){{0,3}}{_INNER}"
    rf"|[IVXLC]{{1,6}}\b{_INNER}|(?:{'|'.join(_WORDS)})\b)"
)
_INNERS = r"(?:\([0-9a-z]{1,4}\))+"
"""Inner numbers of the article before them: "Article 8(2)(b)(ii), (iv) and (ix)"."""
_PIN = late(
    rf"(?P<unit>articles?|arts?\.?|paragraphs?|paras?\.?|chapters?|parts?|points?|sections?|principles?|clauses?|rules?|annex|§§?)"
    rf"(?:{GAP}|(?<=[.§]))(?:[Nn]os?\.{GAP}?)?(?P<nums>{_NUM}(?:(?:,?{GAP}(?:and|or|to){GAP}|,{GAP}|-|–)(?:{_NUM}|{_INNERS}))*)",
    re.IGNORECASE,
)
_CHAIN = late(rf",?{GAP}(?:(?:of|in){GAP}(?:the{GAP}same{GAP})?)?|,?{GAP}and{GAP}")
_BESIDE_IT = late(
    rf",?{GAP}(?:and|or|and/or|as{GAP}well{GAP}as|(?:and{GAP})?(?:also{GAP})?(?:read{GAP})?(?:together|in{GAP}conjunction){GAP}with)"
    rf"{GAP}|,{GAP}"
)
"""Between articles that one instrument behind the last of them holds: "article 9 as well as article 21 of the Code"."""
_CLOSING = late(
    rf"(?:{GAP}\([^()\n\d][^()]{{2,80}}\))?,?{GAP}(?:of|to|in|under|from|common{GAP}to){GAP}(?:(?:both|all|each){GAP}of{GAP})?"
    rf"(?:(?:the{GAP})?[Aa]nnex{GAP}(?:\w+{GAP})?(?:of|to){GAP})?(?P<whose>(?:its|their|the|that|said|same){GAP})?"
)
_OF_SOME = late(
    rf",?{GAP}of{GAP}the{GAP}(?P<kind>Convention|Covenant|Charter|Statute|Treaty|Protocol)\b(?!{GAP}(?:of|on|for|against)\b)"
)
"""A treaty that a text calls by its kind alone and names nowhere: kept as such."""
_ITS_OWN = late(rf",?{GAP}(?:of|to|in|under|from){GAP}(?:the|this|that|its|their|our|his|her|a|an|[A-Z])")
_ROMAN = {1: "I", 4: "IV", 5: "V", 9: "IX", 10: "X", 40: "XL", 50: "L", 90: "XC", 100: "C"}
_NUMBER = late(rf"{_NUM}|{_INNERS}", re.IGNORECASE)
_TREATIES = frozenset(
    {"convention", "covenant", "charter", "statute", "treaty", "protocol", "agreement", "declaration", "statement"}
    | {"act", "law", "code", "constitution", "decree", "basic law", "ordinance", "regulations"}
)
_RULES = frozenset(("rules", "regulations"))
_SETS = frozenset(("principles", "guidelines", "declaration"))
_PARTED = frozenset(("agreement", "accord", "treaty", "protocol", "memorandum", "declaration", "roadmap", "framework"))
"""Kinds whose points and sections are cited by numbers with dots."""
_SHORT = {
    "article": "art.",
    "art": "art.",
    "paragraph": "para.",
    "para": "para.",
    "§": "para.",
    "point": "para.",
    "clause": "para.",
    "part": "part",
    "chapter": "ch.",
    "section": "sec.",
    "principle": "principle",
    "rule": "rule",
    "annex": "annex",
}
_PLURALS = {"art.": "arts.", "para.": "paras.", "ch.": "chs.", "sec.": "secs.", "part": "parts", "rule": "rules"}
_PLURALS |= {"principle": "principles", "annex": "annexes"}
_INSTRUMENT_ACRONYMS = {"ECHR": "european-convention-on-human-rights", "ACHR": "american-convention-on-human-rights"}
_CHARTERS_OWN = frozenset(
    {"ch. VI", "ch. VII", "ch. VIII", "art. 2(4)", "art. 2(7)", "art. 27(3)"}
    | {"art. 39", "art. 40", "art. 41", "art. 42", "art. 51", "art. 99"}
)
_LED = late(
    r"\b(?:under|pursuant\s+to|in\s+accordance\s+with|relying\s+on|rel(?:y|ies)\s+on|by\s+virtue\s+of|breach\s+of|violation\s+of)\s+$"
)
_DOTTED = late(r"\d{1,2}(?:\.\d{1,2})+")
_BESIDE = 4
"""How far a bracket with articles may begin from the treaty that it is of."""
_IBID = late(r"\b[Ii]bid(?:em)?\.?,? (?:at )?\Z")
_OF_WHICH = late(rf",?{GAP}(?:of{GAP}which|thereof)\b")
_BACK = 80
"""How far before "article 5 of which" its paper ends."""
_IN_ITS = frozenset((", in its ", ", at its ", " in its "))
_NTH_AFTER = late(rf",?{GAP}in{GAP}(?:its|the){GAP}(?P<nth>{'|'.join(ORDINALS)}){GAP}(?:operative{GAP})?paragraph\b")
_NTH_BEFORE = late(
    rf"\b(?:the{GAP})?(?P<nth>{'|'.join(ORDINALS)}){GAP}(?:operative{GAP})?paragraph{GAP}of{GAP}(?:its{GAP})?\Z",
    re.IGNORECASE,
)
_DIRECT = late(rf",?{GAP}(?!the\b)")
"""Between an article and the name of its treaty that follows without a word: "Art. 3 ECHR"."""
_TRAILING = late(rf"(?:,|:|{GAP}[-–—])?{GAP}(?:in{GAP}(?:its{GAP})?)?")
"""Between the name of a treaty and the article that follows: "the Code, Art. 3", "the Code – Art. 3"."""
_COMMON = frozenset(("common",))
_NEAR = 400
_REACH = 20


class Pin(NamedTuple):
    """A pinpoint as it stands: its place, its units with their numbers in the text's order, those it was joined to."""

    start: int
    end: int
    parts: tuple[tuple[str, str], ...]
    before: tuple[tuple[tuple[str, str], ...], ...] = ()

    @property
    def said(self) -> str:
        """Write it in its one form, with those before it."""
        told = [_told(parts) for parts in (*self.before, self.parts)]
        return _several(told[0][0], [number for _, numbers in told for number in numbers])


def pins(page: Page) -> Iterator[Pin]:
    """Read every pinpoint, chains ("Article 33, paragraph 1") whole."""
    done = 0
    for hit in page.cues:
        if hit.tag != "pin" or hit.start < done:
            continue
        first = _PIN.match(page.content, hit.start)
        if first is None or page.taken.holds(first.start(), first.end()):
            continue
        parts = [(_unit(first), first.group("nums"))]
        end = first.end()
        while len(parts) < 4:
            joined = _CHAIN.match(page.content, end)
            more = _PIN.match(page.content, joined.end()) if joined else None
            if more is None or page.taken.holds(more.start(), more.end()):
                break
            by = joined.group().strip(" ,\n") if joined else ""
            if (by == "and" and _rank(more) == _rank(first)) or (by in {"", "and"} and _whole(parts, more)):
                break
            parts.append((_unit(more), more.group("nums")))
            end = more.end()
        done = end
        yield Pin(hit.start, end, tuple(parts))


def _whole(parts: Sequence[tuple[str, str]], more: re.Match[str]) -> bool:
    """Say whether what follows begins another article: "article 9, article 14"."""
    articled = any(unit == "art." for unit, _ in parts)
    return articled and (_unit(more) == "art." or parts[0][0] != "art.")


def _together(page: Page, found: Sequence[Pin]) -> Iterator[tuple[Pin, ...]]:
    """Give the pinpoints in runs of one kind that stand side by side: "article 9, article 14 and article 21"."""
    run: list[Pin] = []
    for pin in found:
        if run and (
            not _BESIDE_IT.fullmatch(page.content, run[-1].end, pin.start)
            or _told(run[-1].parts)[0] != _told(pin.parts)[0]
        ):
            yield tuple(run)
            run = []
        run.append(pin)
    if run:
        yield tuple(run)


def put(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Put pinpoints to mentions; the rest become mentions of their own where the instrument is known."""
    by_start = {mention.start: place for place, mention in enumerate(mentions)}
    starts = [mention.start for mention in mentions]
    made = list(mentions)
    for pin in _of_runs(page, made, starts):
        place, between = _named_after(page, pin, made, by_start)
        if place is not None:
            start = page.led(pin.start, _COMMON)
            made[place] = _joined(made[place], pin, start, common=start < pin.start or "common" in between)
            continue
        if _trails(page, made, pin, bisect_left(starts, pin.start) - 1):
            continue
        own = _alone(page, pin, made[: len(mentions)], bisect_left(starts, pin.start))
        if own is not None:
            made.append(own)
    return [_at_nth(page, mention) if mention.numbered and not mention.pointed else mention for mention in made]


def _of_runs(page: Page, mentions: Sequence[Mention], starts: Sequence[int]) -> Iterator[Pin]:
    """Give every pinpoint; a run that one paper closes, as one: "article 9 and article 21 of the Covenant"."""
    by_start = {start: place for place, start in enumerate(starts)}
    for run in _together(page, list(pins(page))):
        first, last = run[0], run[-1]
        if len(run) == 1 or not (
            _named_after(page, last, mentions, by_start)[0] is not None
            or _acronym(page, last)[0]
            or _OF_SOME.match(page.content, last.end)
        ):
            yield from run
            continue
        place = bisect_left(starts, first.start) - 1
        behind = page.content[mentions[place].end : first.start] if place >= 0 else "."
        if place >= 0 and (behind.replace("\n", " ") in _IN_ITS or _TRAILING.fullmatch(behind)):
            yield from run
            continue
        yield Pin(first.start, last.end, last.parts, tuple(pin.parts for pin in run[:-1]))


def _named_after(
    page: Page, pin: Pin, mentions: Sequence[Mention], by_start: Mapping[int, int]
) -> tuple[int | None, str]:
    """Give the place of the paper that is named right after a pinpoint, and the words between them."""
    closing = _CLOSING.match(page.content, pin.end)
    if closing is not None:
        place = by_start.get(closing.end())
        if place is None and closing["whose"]:
            place = by_start.get(closing.start("whose"))
        return place, closing.group()
    direct = _DIRECT.match(page.content, pin.end)
    place = by_start.get(direct.end()) if direct else None
    if direct is None or place is None or mentions[place].kind not in _TREATIES or mentions[place].pointed:
        return None, ""
    return place, direct.group()


def _at_nth(page: Page, mention: Mention) -> Mention:
    """Put "in its sixth paragraph" to a resolution."""
    content = page.content
    after = (
        _NTH_AFTER.match(content, mention.end)
        if content[mention.end : mention.end + 5].strip(" ,\n")[:1] == "i"
        else None
    )
    near = content[max(0, mention.start - 44) : mention.start]
    before = _NTH_BEFORE.search(near) if after is None and "paragraph" in near else None
    told = after or before
    if told is None:
        return mention
    pointed = f"para. {ORDINALS.index(told['nth'].lower()) + 1}"
    start = mention.start - len(near) + before.start() if before else mention.start
    return dataclasses.replace(mention, start=start, end=after.end() if after else mention.end, pointed=pointed)


def _trails(page: Page, made: list[Mention], pin: Pin, before: int) -> bool:
    """Put a part to the paper right before it: "resolution 2165 (2014), para. 6", "the Code, in its article 9"."""
    if before < 0:
        return False
    held = made[before]
    between = page.content[held.end : pin.start]
    if held.kind in _TREATIES and not held.pointed and between.replace("\n", " ") in _IN_ITS:
        made[before] = dataclasses.replace(held, end=pin.end, pointed=pin.said)
        return True
    if held.pointed or not _follows(page, held, pin, between):
        return False
    opened = page.content[held.start : pin.end].count("(") > page.content[held.start : pin.end].count(")")
    end = pin.end + (opened and page.content[pin.end : pin.end + 1] == ")")
    made[before] = dataclasses.replace(held, end=end, pointed=pin.said)
    return True


def _follows(page: Page, held: Mention, pin: Pin, between: str) -> bool:
    """Say whether a part that stands behind a paper is the paper's."""
    if pin.parts[0][0] == "para.":
        return held.numbered and between in {", ", ",\n", " (", ", in "}
    if held.kind not in _TREATIES or not _TRAILING.fullmatch(between):
        return False
    return not _ITS_OWN.match(page.content, pin.end)


def _joined(mention: Mention, pin: Pin, start: int, *, common: bool = False) -> Mention:
    """Widen a mention by its pinpoint; a numbered resolution keeps to its number where the pinpoint is the longer."""
    pointed = f"common {pin.said}" if common else pin.said
    if mention.pointed:
        pointed = f"{pointed}, {mention.pointed}"
    size = mention.end - mention.start
    if mention.numbered and pin.start + 2 * size < mention.end + 2:
        return dataclasses.replace(mention, pointed=pointed)
    return dataclasses.replace(mention, start=start, pointed=pointed)


def _alone(page: Page, pin: Pin, mentions: Sequence[Mention], place: int) -> Mention | None:
    """Tell the instrument of a pinpoint that stands by itself."""
    units = [unit for unit, _ in pin.parts]
    own = _of_acronym(page, pin, units) or _common(page, pin, units) or _relative(page, pin, mentions[:place])
    if own is not None:
        return own
    if _ITS_OWN.match(page.content, pin.end):
        of = _OF_SOME.match(page.content, pin.end) if "art." in units else None
        return _own(pin.start, of.end(), None, of["kind"].lower(), pin.said) if of else None
    if page.content[pin.start - 1 : pin.start] == "(" and page.content[pin.end : pin.end + 1] == ")":
        beside = mentions[place - 1] if place and 0 < pin.start - mentions[place - 1].end < _BESIDE else None
        if beside and beside.instrument and beside.kind in _TREATIES and "art." in units:
            return _own(pin.start, pin.end, beside.instrument, beside.kind, pin.said)
        treaty = page.overseen() if "art." in units else None
        if treaty:
            return _own(pin.start, pin.end, treaty, "convention", pin.said)
    near = mentions[max(0, place - _REACH) : place]
    told = _of_antecedent(page, pin, near, _TREATIES) if "art." in units else None
    if units[0] == "principle" and page.content[pin.start].isupper():
        told = _of_antecedent(page, pin, near, _SETS)
    if units[0] in {"para.", "sec.", "ch."} and _DOTTED.fullmatch(pin.parts[0][1]):
        under = _LED.search(page.content, max(0, pin.start - 26), pin.start)
        told = _of_antecedent(page, pin, near, _PARTED) if under else None
    if units[0] == "rule":
        told = _of_antecedent(page, pin, near, _RULES)
    return told or _of_the_charter(page, pin, mentions) or _led(page, pin, mentions[:place], units)


def _of_acronym(page: Page, pin: Pin, units: Sequence[str]) -> Mention | None:
    """Read "article 6 of the ECHR": with an article, the court's acronym is the convention's."""
    instrument, end = _acronym(page, pin)
    if instrument is None or units[0] not in {"art.", "para."}:
        return None
    page.taken.add(pin.start, end)
    return _own(pin.start, end, instrument, "convention", pin.said)


def _acronym(page: Page, pin: Pin) -> tuple[str | None, int]:
    """Give the convention whose acronym follows a pinpoint, and where it ends."""
    closing = _CLOSING.match(page.content, pin.end) or _DIRECT.match(page.content, pin.end)
    if closing is None:
        return None, 0
    start = closing.end() + (4 if page.content.startswith("the ", closing.end()) else 0)
    return _INSTRUMENT_ACRONYMS.get(page.content[start : start + 4]), start + 4


def _relative(page: Page, pin: Pin, earlier: Sequence[Mention]) -> Mention | None:
    """Read "Ibid., para. 44", "article 5 of which", "chapter II thereof": of the paper cited last."""
    said_of = earlier[-1] if earlier else None
    if said_of is None:
        return None
    ibid = _IBID.search(page.content, max(0, pin.start - 12), pin.start)
    if ibid:
        return _own(ibid.start(), pin.end, said_of.instrument, said_of.kind, pin.said)
    which = _OF_WHICH.match(page.content, pin.end)
    near = which is not None and pin.start - said_of.end < _BACK
    return _own(pin.start, which.end(), said_of.instrument, said_of.kind, pin.said) if near and which else None


def _common(page: Page, pin: Pin, units: Sequence[str]) -> Mention | None:
    """Read "common article 3"."""
    before = page.word_before(pin.start)
    if before is None or before[1].lower() != "common" or "art." not in units:
        return None
    return _own(before[0], pin.end, "geneva-conventions", "convention", f"common {pin.said}")


def _of_the_charter(page: Page, pin: Pin, mentions: Sequence[Mention]) -> Mention | None:
    """Read a bare "Chapter VII" or "Article 51" where organs of the United Nations are named."""
    pointed = pin.said
    named = page.content[pin.start].isupper() and (
        any(body.tag.startswith("un-") for body in page.bodies)
        or any((mention.instrument or "").startswith("S/RES/") for mention in mentions)
    )
    if not named or pointed not in _CHARTERS_OWN:
        return None
    return _own(pin.start, pin.end, "un-charter", "charter", pointed)


def _of_antecedent(page: Page, pin: Pin, earlier: Sequence[Mention], kinds: frozenset[str]) -> Mention | None:
    """Take the last treaty (or what else has such parts) of the same block, if it is near."""
    block = page.draft.block_at(pin.start)
    for mention in reversed(earlier):
        if pin.start - mention.end > _NEAR or page.draft.block_at(mention.start) != block:
            return None
        if mention.kind in kinds and mention.instrument:
            return _own(pin.start, pin.end, mention.instrument, mention.kind, pin.said)
    return None


def _led(page: Page, pin: Pin, earlier: Sequence[Mention], units: Sequence[str]) -> Mention | None:
    """Read "its orders under Article 41", "in accordance with article 68": of the one treaty whose articles were cited.

    Where there are several, or none, the article is kept as such: which paper it is of, the words do not say.
    """
    if units[0] not in {"art.", "rule"} or not _LED.search(page.content, max(0, pin.start - 26), pin.start):
        return None
    cited = {mention.instrument for mention in earlier if mention.pointed and mention.kind in _TREATIES}
    if len(cited) > 1:
        last = next(m for m in reversed(earlier) if m.pointed and m.kind in _TREATIES)
        blocks = page.draft.block_at(last.start), page.draft.block_at(pin.start)
        beside = None not in blocks and 0 <= blocks[1] - blocks[0] <= 1  # type: ignore[operator]  # neither is None
        cited = {last.instrument} if beside else cited
    only = cited.pop() if len(cited) == 1 and units[0] == "art." else None
    return _own(pin.start, pin.end, only, "convention", pin.said)


def _own(start: int, end: int, instrument: str | None, kind: str, pointed: str) -> Mention:
    return Mention(start=start, end=end, by="citation.pinpoint", kind=kind, instrument=instrument, pointed=pointed)


def _unit(match: re.Match[str]) -> str:
    word = match.group("unit").lower().rstrip(".").replace("§§", "§")
    return _SHORT[word if word in _SHORT else word.removesuffix("s")]


def _rank(match: re.Match[str]) -> int:
    return {"art.": 0, "ch.": 0}.get(_unit(match), 1)


def said(parts: Sequence[tuple[str, str]]) -> str:
    """Write a pinpoint in its one form.

    >>> said((("part", "1"), ("art.", "33")))
    'art. 33(1)'
    >>> said((("ch.", "7"),)), said((("art.", "3, 9 and 13"),))
    ('ch. VII', 'arts. 3, 9 and 13')
    """
    return _several(*_told(parts))


def _told(parts: Sequence[tuple[str, str]]) -> tuple[str, list[str]]:
    """Give the unit that a pinpoint is of, and the numbers in it."""
    articles = [numbers for unit, numbers in parts if unit == "art."]
    inner = [_listed(numbers) for unit, numbers in parts if unit in {"para.", "part", "sec."}]
    if articles:
        listed = _listed(articles[0])
        if inner and len(listed) == 1:
            return "art.", [f"{listed[0]}{_joined_by_and([_bracketed(number) for number in inner[0]])}"]
        return "art.", listed
    unit, numbers = parts[0]
    listed = _listed(numbers, roman=unit == "ch.")
    if unit == "rule" and inner and len(listed) == len(inner[0]) == 1:
        return unit, [f"{listed[0]}({inner[0][0]})"]
    return unit, listed


def _bracketed(number: str) -> str:
    first, bracket, rest = number.partition("(")
    return f"({first}){bracket}{rest}"


def _several(unit: str, numbers: Sequence[str]) -> str:
    many = len(numbers) > 1 or "-" in numbers[0]
    return f"{_PLURALS[unit] if many else unit} {_joined_by_and(numbers)}"


def _joined_by_and(numbers: Sequence[str]) -> str:
    return " and ".join((", ".join(numbers[:-1]), numbers[-1])) if len(numbers) > 1 else numbers[0]


def _listed(numbers: str, *, roman: bool = False) -> list[str]:
    found: list[str] = []
    for match in _NUMBER.finditer(numbers):
        number = re.sub(r"\s", "", match.group())
        if number.lower() in _WORDS:
            number = str(_WORDS.index(number.lower()) + 1)
        if roman and number.isdigit():
            number = _roman(int(number))
        between = numbers[: match.start()].rstrip()
        if found and (between.endswith((" to", "-", "–"))):
            found[-1] += f"-{number}"
        else:
            found.append(number)
    return found


def _roman(number: int) -> str:
    made = ""
    for value in sorted(_ROMAN, reverse=True):
        while number >= value:
            made, number = made + _ROMAN[value], number - value
    return made
