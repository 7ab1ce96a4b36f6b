# SPDX-License-Identifier: Apache-2.0
"""Quantities: a number, its bounds and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import cased
from tocsin.reading.patterns import late
from tocsin.reading.quantities import elliptic, markers
from tocsin.reading.quantities.counted import Counted, Nouns, counted, done, fate, listed, nouns_of
from tocsin.reading.quantities.numerals import GAP, WORDS, Numeral, numeral
from tocsin.records.findings import Finding, Quantity

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        name="quantity.counted",
        says="a number with its bound and the people or things that it counts",
        example="Karsk shelters ⟦about 30,000 displaced residents⟧.",
    ),
    Construction(
        name="quantity.range",
        says="two numbers that bound a third, and what they count",
        example="The flood drove out ⟦between 200 and 300 families⟧.",
    ),
    Construction(
        name="quantity.share",
        says="a part of a stated whole",
        example="By May ⟦two thirds of Karsk's 90,000 inhabitants⟧ had left.",
    ),
    Construction(
        name="quantity.per-cent",
        says="a share in the hundred, with its bound",
        example="Of the appeal ⟦not quite 32 per cent⟧ has come in.",
    ),
    Construction(
        name="quantity.money",
        says="a sum of money by its sign or its currency",
        example="The appeal seeks ⟦about $45 million⟧ for Orsava.",
    ),
    Construction(
        name="quantity.measured",
        says="a number after the noun that it measures",
        example="Orsava has ⟦a population of 120,000⟧.",
    ),
    Construction(
        name="quantity.without-noun",
        says="a number that counts what its label, or the number before it, counts",
        example="Six people died on this bank of the Issel and ⟦at least seven⟧ on the other.",
    ),
    Construction(
        name="quantity.done-to",
        says="a number of people without a noun, told by what was done to them",
        example="The shelling of Ardan wounded ⟦12⟧.",
    ),
)

_DIGITS = late(r"\d(?<![\w.,/#:@-]\d)")  # the digit first, so that the engine skips to digits
_YEAR_LEADS = frozenset(
    ("in", "since", "of", "from", "by", "until", "till", "during", "after", "before", "the", "early", "late", "mid")
)
_UNTIL = late(rf"(?:{GAP})?(?:-|–|—|{GAP}to{GAP}|{GAP}and{GAP}|{GAP}or{GAP})(?:{GAP})?(?=\d|[A-Za-z])")
_UNTIL_STARTS = frozenset((" t", " a", " o", " -", " –", " —", "\nt", "\na", "\no"))
_DASHES = frozenset("-–—")
_SHARE = late(
    rf"(?:(?P<half>half)|(?:a|one)(?:-|{GAP})(?:(?P<third>third)|(?P<quarter>quarter|fourth))"
    rf"|(?P<thirds>two(?:-|{GAP})thirds)|(?P<quarters>three(?:-|{GAP})(?:quarters|fourths))"
    rf"|(?P<percent>\d{{1,3}}(?:\.\d+)?)(?:{GAP}?%|{GAP}per{GAP}?cent))(?:{GAP}of)?"
    rf"(?:{GAP}(?!and\b|were\b|was\b|is\b|are\b|or\b|to\b|in\b)[A-Za-z][\w'-]*){{0,4}}?"
    rf"(?:{GAP}(?:estimated|about|some|approximately))?{GAP}(?=\d)",
    re.IGNORECASE,
)
_PART = {"half": (1, 2), "third": (1, 3), "quarter": (1, 4), "thirds": (2, 3), "quarters": (3, 4)}
_MEASURED = late(
    rf"(?:^|\W)((?:(?:a|the|its|total|estimated|combined|civilian|pre-war|current){GAP})*"
    rf"(?P<noun>population|death{GAP}toll|toll|(?P<disease>[a-z0-9-]+){GAP}cases|(?P<fate>dead|wounded|injured|missing)(?={GAP}at\b)|number{GAP}of{GAP}(?:the{GAP})?(?P<n>[a-z-]+(?:{GAP}(?!stands?\b|stood\b|has\b|had\b|is\b|was\b|rose\b|now\b)"
    rf"[a-z-]+)?)(?:{GAP}[\w'’-]+){{0,6}}?)),?"
    rf"{GAP}(?:(?:of|to|at|is|was|reached|reaches|stands|stood|rose|risen|has|had|climbed|passed|exceeded|exceeds|totall?ed|"
    rf"now|over|by|about|some|around|more|than|nearly|almost|approximately|at|least|an|estimated){GAP}){{1,5}}$",
    re.IGNORECASE,
)
_ELSE = late(rf"[,.;)]|{GAP}(?:and|in|on|at|near|by|during|others?|more)\b")
_MORE = late(rf"\+|{GAP}or{GAP}more\b")
_OR_SO = late(rf"{GAP}or{GAP}(?:so|thereabouts)\b", re.IGNORECASE)
_ODD = late(r"-odd\b")
_OR_MORE = late(rf"{GAP}or{GAP}(?:(?P<more>more)|so|thereabouts)\b")
_SIGNED = late(r"(?:(?:\b(?:US|A|C|NZ))?\$|[€£₽₹¥]|\b(?:USD|EUR|GBP|CHF)) ?\Z")
"""A sign of money right before a number."""
_CURRENCY = late(
    rf"{GAP}(?:(?P<whose>US|U\.S\.|American|Canadian|Australian){GAP})?"
    r"(?P<name>dollars?|euros?|pounds?|francs?|yen|roubles?|rubles?|pesos?|rupees?|dinars?|dirhams?|riyals?|lira|shillings?|USD|EUR|GBP|CHF)\b",
    re.IGNORECASE,
)
_TO_SUM = late(rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|or){GAP})(?:US)?[$€£]?(?=\d)", re.IGNORECASE)
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "₽": "roubles", "₹": "rupees", "¥": "yen"}
_NAMES = {"USD": "dollars", "EUR": "euros", "GBP": "pounds", "CHF": "francs"}
_THEM = late(rf"{GAP}of{GAP}(?:them|us|whom|you|(?:their|our|its|his|her|your){GAP}own)\b")
_OF_WHOLE = late(
    rf"{GAP}(?:out{GAP})?of{GAP}(?:(?:the|its|their|our|some|about|all|a{GAP}total{GAP}of|an{GAP}estimated){GAP}){{0,2}}(?=\d|[a-z])"
)
_HEADLESS = late(
    rf"{GAP}(?:have|has|had|are|were|was|is|remain(?:s|ed)?|live[sd]?|fled|flee|need(?:ed)?|depend(?:ed)?|left|lost|died|survived?|still|"
    r"never|did|do|lack(?:ed)?|crossed|returned|sheltered|perished|went|go|await|came|stayed|depend|rely|sleep|slept|"
    r"cannot|could|may|will|now|in\s+need|at\s+risk)\b"
)
_PER_CENT = late(
    rf"(?P<n>\d{{1,3}}(?:[.,]\d+)?)(?:{GAP}?%(?!\w)|(?:{GAP}|-)per{GAP}?cent\b)(?!{GAP}of{GAP}GDP)", re.IGNORECASE
)
_OUT_OF = late(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d|[a-z]+ (?:person|child|household|family|woman|man)) "
    r"(?:in|out of)(?: every)? $",
    re.IGNORECASE,
)
_LEADS = ("several ", "a few ", "half a ", "a ")
_GREAT = 1000
_NAME = late(
    rf"{GAP}(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z][a-z]{{2,}}\b"
)
_OF_THOSE = late(rf"{GAP}of{GAP}(?:those|these){GAP}(?P<did>\w{{2,}}(?:ed|en|wn)|held|shot|left|lost|sent)\b")
_LENGTHS = frozenset(("kilometres", "metres", "miles"))
_AREA = late(rf"{GAP}(?:square|cubic|sq\.?)\b", re.IGNORECASE)
_MONEYED = frozenset(("usd", "eur", "gbp", "us", "chf", "$", "euros", "page", "article"))
_MONEY = frozenset("$€£₽₹¥")
_ENDS = frozenset("DRPF")
"""How the letters for a currency end."""
_NOT = ("no-", "no ", "not ", "not\n")
"""Before a "one" that is nobody: "no-one", "not one of the men"."""
_TEN = 10
_FEW, _SOME = 5, 2
"""Below these, in figures and in words, a number of things that no list knows is not worth a line."""


class _Read(NamedTuple):
    """A number at its place: where its words of bound begin, and how they bound it."""

    content: str
    nouns: Nouns
    start: int
    begin: int
    number: Numeral
    sign: str

    def quantity(self, end: int, of: str, by: str, begin: int | None = None) -> Quantity:
        """Make the finding; bounds are whole numbers that the sign allows."""
        value = self.number.value
        return Quantity(
            start=self.begin if begin is None else begin,
            end=end,
            quote="",
            by=by,
            value=value,
            of=of,
            comparator=self.sign,
            low=value if self.sign in {"=", ">"} else None,
            high=value if self.sign in {"=", "<"} else None,
        )


def patterns() -> Iterator[tuple[str, str]]:
    """Give the words that numbers begin with, for the lexicon's `number` layer."""
    for word in (*WORDS, *elliptic.NONE):
        for case in cased(word):
            yield case, "word"


def find(draft: Draft, others: Sequence[Finding] = ()) -> list[Quantity]:
    """Find the quantities of a draft, in order; numbers inside `others` (times, citations) are no quantities."""
    nouns = nouns_of(draft.catalogue)
    starts = sorted({match.start() for match in _DIGITS.finditer(draft.content)} | _worded(draft))
    closed = sorted((other.start, other.end) for other in others)
    found: list[Quantity] = []
    done_to = at = 0
    for start in starts:
        while at < len(closed) and closed[at][1] <= start:
            at += 1
        if start < done_to or (at < len(closed) and closed[at][0] <= start):
            continue
        quantity = _at(draft.content, start, nouns, found[-1] if found else None)
        if quantity is not None:
            block = draft.block_at(quantity.start)
            done_to = quantity.end
            if block is None or draft.blocks[block].role != "boilerplate":
                found.append(quantity)
    return found


def _worded(draft: Draft) -> set[int]:
    starts = set()
    for hit in draft.hits.get("number", ()):
        before = draft.content[max(0, hit.start - 8) : hit.start].lower().replace("\n", " ")
        lead = next((lead for lead in _LEADS if before.endswith(lead)), "")
        starts.add(hit.start - len(lead))
    return starts


def _at(content: str, start: int, nouns: Nouns, before: Quantity | None) -> Quantity | None:
    last = _before(content, start)
    sign = _signed(content, start)
    if sign is None and _no_count(content, start, last, nouns):
        return None
    share = None if sign else _share(content, start, nouns) or _per_cent(content, start, last, nouns)
    number = numeral(content, start) if share is None else None
    if share or number is None:
        return share or _none(content, start, nouns)
    money = _money(content, start, number, sign, nouns)
    if money or (number.plain and 1800 <= number.value <= 2100 and last in _YEAR_LEADS):
        return money
    return _range(content, start, number, nouns) or _bounded(content, start, number, last, nouns, before)


def _none(content: str, start: int, nouns: Nouns) -> Quantity | None:
    found = elliptic.zero(content, start, nouns) if content[start] in "nNzZ" else None
    if found is None:
        return None
    read = _Read(content=content, nouns=nouns, start=start, begin=start, number=Numeral(found[0], 0), sign="=")
    return read.quantity(*found, "quantity.without-noun")


def _bounded(
    content: str, start: int, number: Numeral, last: str, nouns: Nouns, before: Quantity | None
) -> Quantity | None:
    sign, begin = _bound(content, start, last, nouns)
    more, so = _MORE.match(content, number.end), _OR_SO.match(content, number.end) or _ODD.match(content, number.end)
    if more or so:
        number = number._replace(end=(more or so).end())  # type: ignore[union-attr]  # one of them matched
    sign = ">" if more or (sign == "=" and number.open) else "~" if so and sign == "=" else sign
    if begin != start and _before(content, begin) in nouns.numbered:
        return None
    read = _Read(content=content, nouns=nouns, start=start, begin=begin, number=number, sign=sign)
    if content[number.end : number.end + 1] == "\n":  # what stands on the line below is counted by no figure at its end
        of = elliptic.labelled(content, begin, number.end, nouns)
        if of is not None:
            return read.quantity(number.end, of, "quantity.without-noun")
    return _plain(read) or _elliptic(read, before)


def _elliptic(read: _Read, before: Quantity | None) -> Quantity | None:
    """Read a number that counts what a label or the number before it counts; no year, and no "one"."""
    number = read.number
    if number.value < 1 or (number.plain and (1900 <= number.value <= 2100 or number.value == 1)):
        return None
    look = elliptic.single if number.value == 1 else elliptic.find
    told = look(read.content, read.begin, number.end, before, read.nouns)
    return read.quantity(*told, "quantity.without-noun") if told else None


def _signed(content: str, start: int) -> re.Match[str] | None:
    """Find a sign of money or the letters of a currency right before a number."""
    near = content[max(0, start - 2) : start].rstrip()[-1:]
    return _SIGNED.search(content, max(0, start - 5), start) if near in _MONEY or near in _ENDS else None


def _money(content: str, start: int, number: Numeral, sign: re.Match[str] | None, nouns: Nouns) -> Quantity | None:
    """Read "$1.2 million", "some 700 million dollars", "US$ 441 million"."""
    name = _CURRENCY.match(content, number.end)
    if not (sign or name):
        return None
    begin = sign.start() if sign else start
    held = sign.group().strip() if sign else ""
    of = name["name"].lower() if name else _SIGNS.get(held[-1], _NAMES.get(held, "dollars"))
    bound, begin = _bound(content, begin, _before(content, begin), nouns)
    whole = content[number.end - 1].isalpha()  # "from $3 million to $5 million" tells two sums
    until = None if whole else _TO_SUM.match(content, number.end)
    other = numeral(content, until.end()) if until else None
    if other is not None and other.value > number.value:  # "$200 to $250 million"
        worded = content[other.end - 1].isalpha()
        scale = next((it for it in (10**9, 10**6, 10**3) if worded and other.value >= it > number.value), 1)
        name = _CURRENCY.match(content, other.end)
        number, bound = Numeral(other.end, number.value * scale), "~"
    read = _Read(content=content, nouns=nouns, start=start, begin=begin, number=number, sign=bound)
    of = _NAMES.get(of.upper(), of if of.endswith("s") or of in {"yen", "lira"} else f"{of}s")
    return read.quantity(name.end() if name else number.end, of, "quantity.money")


def _no_count(content: str, start: int, last: str, nouns: Nouns) -> bool:
    """Say whether the word before makes a number none of a count: an article's, money, "one in three"."""
    if last in nouns.numbered or (start and content[start - 1] in _MONEY):
        return True
    if _is_nobody(content, start) or markers.is_marker(content, start):
        return True
    return last in ("in", "of", "every") and _is_rate(content, start)


def _is_nobody(content: str, start: int) -> bool:
    return content[start : start + 3].lower() == "one" and content[max(0, start - 4) : start].lower().endswith(_NOT)


def _is_rate(content: str, start: int) -> bool:
    """Say whether a number is the whole of "one in three", "two out of three children": a rate, small on both sides."""
    number = numeral(content, start)
    return (
        number is not None and number.value <= _TEN and _OUT_OF.search(content[max(0, start - 24) : start]) is not None
    )


def _plain(read: _Read) -> Quantity | None:
    found = None if _THEM.match(read.content, read.number.end) else counted(read.content, read.number, read.nouns)
    if found is None:
        return _done_to(read) or _measured(read) or _of_them(read) or _of_whole(read) or _headless(read)
    if not found.known and not _worth(read):
        return None
    if found.of in _LENGTHS and read.sign == "=" and not _AREA.match(read.content, read.number.end):
        return None  # a mere distance counts nothing
    of = fate(read.content, read.begin, found, read.nouns)
    end = listed(read.content, found, read.nouns)
    more = _OR_MORE.match(read.content, end)
    if more and read.sign == "=":
        return read._replace(sign=">" if more["more"] else "~").quantity(more.end(), of, "quantity.counted")
    return read.quantity(end, of, "quantity.counted")


def _worth(read: _Read) -> bool:
    """Say whether a number of things that no list knows is worth a line: no year, and not "two sides"."""
    value, plain = read.number.value, read.number.plain
    if plain and 1900 <= value <= 2100:
        return False
    return value >= (_FEW if read.content[read.start].isdigit() else _SOME)


def _before(content: str, start: int) -> str:
    words = content[max(0, start - 24) : start].rsplit(None, 1)
    return words[-1].lower().strip("(\"'") if words else ""


def _bound(content: str, start: int, last: str, nouns: Nouns) -> tuple[str, int]:
    """Read the words of bound before a number, whose last is known: the sign, and where they begin."""
    if last not in nouns.sign_ends:
        return "=", start
    low = max(0, start - 34)
    match = nouns.bound.search(content[low:start])
    if match is None:
        return "=", start
    return nouns.signs[" ".join(match.group(1).lower().split())], low + match.start(1)


def _range(content: str, start: int, number: Numeral, nouns: Nouns) -> Quantity | None:
    """Read "between 200 and 300 families", "200-300 families", "two or three families"."""
    end = number.end
    if content[end : end + 2] not in _UNTIL_STARTS and content[end : end + 1] not in _DASHES:
        return None
    until = _UNTIL.match(content, end)
    other = numeral(content, until.end()) if until else None
    if until is None or other is None or other.value <= number.value or other.open:
        return None
    begin = _between(content, start, nouns)
    found = counted(content, other, nouns) or (_named(content, other) if begin != start else None)
    if found is None or (until.group().strip() == "and" and begin == start):
        return None
    low = number.value
    if until.group().strip() != "and" and low < 1000 and other.value % 1000 == 0 and low * 1000 <= other.value:
        low *= 1000  # "two to three thousand"
    return Quantity(
        start=begin,
        end=found.end,
        quote="",
        by="quantity.range",
        value=low,
        of=found.of,
        comparator="~",
        low=low,
        high=other.value,
    )


def _named(content: str, number: Numeral) -> Counted | None:
    """Take a name behind a great range for a people: "between 80,000 and 110,000 Sallir"."""
    name = _NAME.match(content, number.end) if number.value >= _GREAT else None
    return Counted(name.end(), "population", known=True) if name else None


def _between(content: str, start: int, nouns: Nouns) -> int:
    """Give where "between" or "from" stands before a number, else where its words of bound begin."""
    last = _before(content, start)
    if last in {"between", "from"}:
        low = max(0, start - 16)
        return low + content[low:start].lower().rfind(last)
    return _bound(content, start, last, nouns)[1]


def _done_to(read: _Read) -> Quantity | None:
    """Read a number without a noun: "12 were killed", "wounding 30"."""
    number, nouns = read.number, read.nouns
    bare = nouns.bare.match(read.content, number.end)
    if bare:
        return read.quantity(bare.end(), nouns.deeds.get(bare.group("did").lower(), "injured"), "quantity.done-to")
    deed = done(read.content, read.begin, nouns) if _ELSE.match(read.content, number.end) else None
    if deed and not (number.plain and number.value >= 1900):
        return read.quantity(number.end, deed, "quantity.done-to")
    return None


def _of_them(read: _Read) -> Quantity | None:
    """Read "1,400 of them", "twelve of us", "eleven of those taken"."""
    if read.number.value == 1:
        return None
    done_to = _OF_THOSE.match(read.content, read.number.end)  # "eleven of those taken"
    if done_to:
        of = read.nouns.deeds.get(done_to["did"].lower(), "population")
        return read.quantity(done_to.end(), of, "quantity.counted")
    them = _THEM.match(read.content, read.number.end)
    return read.quantity(them.end(), "population", "quantity.counted") if them else None


def _of_whole(read: _Read) -> Quantity | None:
    """Read the first number of "16 of the 90 cases": it counts what the second does."""
    whole = _OF_WHOLE.match(read.content, read.number.end)
    other = numeral(read.content, whole.end()) if whole else None
    if other is None or not 1 < read.number.value < other.value:
        return None
    if other.value <= _TEN and read.number.value < _TEN and "out" in (whole.group() if whole else ""):
        return None
    found = counted(read.content, other, read.nouns)
    return read.quantity(read.number.end, found.of, "quantity.counted") if found and found.known else None


def _headless(read: _Read) -> Quantity | None:
    """Read people without a noun: a bounded or a great number that does or suffers something."""
    number = read.number
    if (read.sign == "=" or number.value < _FEW) and (number.plain or number.value < _GREAT):
        return None
    last = _before(read.content, read.begin)
    if not _HEADLESS.match(read.content, number.end) or last in _MONEYED or last[-1:].isdigit():
        return None
    after = read.nouns.after.match(read.content, number.end)
    of = read.nouns.deeds[after.group(1).lower()] if after else "population"
    return read.quantity(number.end, of, "quantity.done-to")


def _per_cent(content: str, start: int, last: str, nouns: Nouns) -> Quantity | None:
    """Read a share whose whole is not told in figures: "some 70 per cent"."""
    match = _PER_CENT.match(content, start) if content[start].isdigit() else None
    if match is None:
        return None
    value = round(float(match.group("n").replace(",", ".")))
    sign, begin = _bound(content, start, last, nouns)
    read = _Read(content=content, nouns=nouns, start=start, begin=begin, number=Numeral(match.end(), value), sign=sign)
    return read.quantity(match.end(), "per cent", "quantity.per-cent")


def _measured(read: _Read) -> Quantity | None:
    """Read "a population of 120,000", "the death toll rose to 45"."""
    low = max(0, read.begin - 90)
    near = read.content[low : read.begin]
    if read.number.value == 1 or not any(word in near.lower() for word in ("population", "toll", "number", "cases")):
        return None
    match = _MEASURED.search(near)
    if match is None:
        return None
    of = (
        read.nouns.deeds.get((match["fate"] or "").lower())
        or (match.group("n") or "").lower()
        or (f"{match['disease'].lower()} cases" if match["disease"] else "")
        or ("population" if "pop" in match.group("noun").lower() else "killed")
    )
    return read.quantity(read.number.end, " ".join(of.split()), "quantity.measured", low + match.start(1))


def _share(content: str, start: int, nouns: Nouns) -> Quantity | None:
    """Read a part of a stated whole: "more than half the city's 90,000 inhabitants" is more than 45,000."""
    near = content[start + 1 : start + 12]
    if content[start].isdigit() and "%" not in near and "per" not in near.lower():
        return None
    match = _SHARE.match(content, start)
    whole = numeral(content, match.end()) if match else None
    found: Counted | None = counted(content, whole, nouns) if whole else None
    if match is None or whole is None or found is None or not found.known:
        return None
    name = next((name for name in _PART if match.group(name)), None)
    if name:
        value = whole.value * _PART[name][0] // _PART[name][1]
    else:
        value = round(whole.value * float(match.group("percent")) / 100)
    sign, begin = _bound(content, start, _before(content, start), nouns)
    part = Numeral(found.end, value)
    read = _Read(content=content, nouns=nouns, start=start, begin=begin, number=part, sign=sign)
    return read.quantity(found.end, found.of, "quantity.share")
