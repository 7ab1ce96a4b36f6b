# SPDX-License-Identifier: Apache-2.0
"""Signatories: how many sign a letter, where the text says so or lists them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tocsin.reading.cards import lists, signers, signing
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_ONES = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ROUND = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SMALL = "|".join(list(_ONES)[1:])
_DIGITS = "|".join(list(_ONES)[1:10])
_UNDER_A_HUNDRED = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{_DIGITS}))?|{_SMALL}"
NUMBER = (
    rf"(?:(?:a|{_DIGITS}) (?:hundred|thousand) and (?:{_UNDER_A_HUNDRED})"
    rf"|\d{{1,3}}(?:[, ]\d{{3}})+|\d{{1,7}}|{_UNDER_A_HUNDRED}"
    r"|(?:a|one|two|three) (?:hundred|dozen|thousand))"
)
"""A count in figures or words."""
_WHO = (
    r"(?:non-governmental |nongovernmental |civil society |civic |human rights |humanitarian |international "
    r"|national |local |regional |religious |faith-based |leading "
    r"|independent |member |aid |relief |public |youth |women's |women’s |community |medical |academic |prominent "
    r"|different |former |elected |[A-Z][a-z]+ ){0,4}"
    r"(?:organi[sz]ations|NGOs|CSOs|INGOs|groups|associations|unions|agencies|charities|institutions|bodies"
    r"|entities|foundations|networks|scholars|academics|professors|writers|lawyers|jurists|journalists|doctors"
    r"|scientists"
    r"|experts|parliamentarians|lawmakers|legislators|deputies|MPs|MEPs|senators|members of (?:the )?(?:parliament"
    r"|congress|the [A-Z]\w+)|mayors|leaders|intellectuals|laureates|artists|activists|citizens|residents|people"
    r"|donors|bishops|prelates|priests|women|men|mothers|ministers|foreign ministers|scholars|reporters"
    r"|partners|defenders"
    r"|nurses|physicians|survivors|prisoners|veterans|economists|historians|rabbis|imams|pastors|companies|businesses"
    r"|cities|municipalities|activists|attorneys|academies|filmmakers|actors|musicians|sportspeople|athletes"
    r"|persons|individuals|families|signatories|states|countries|governments|delegations|churches|communities"
    r"|clergy|bishops|ambassadors|diplomats|mothers|teachers|students|workers|parties|media outlets|outlets"
    r"|newsrooms|hospitals|schools|universities)"
)
_ACTED = late(
    rf"(?P<number>{NUMBER}) (?P<who>{_WHO})\b"
    r"(?P<rest>[^.;:\n]{0,180}?)\b(?:sent|wrote|written|signed|issued|released|published|addressed|called|call"
    r"|calls|urged|urge|appealed|appeal|demanded|demand|adopted|endorsed|penned|joined|have (?:today )?(?:signed"
    r"|sent|called|urged|issued|written|appealed)|condemned|condemn|warned|warn|write|send)\b",
    re.IGNORECASE,
)
_ACTING = (
    *("sent", "send", "wrote", "writ", "sign", "issu", "released", "published", "address", "call", "urge", "appeal"),
    *("demand", "adopted", "endorsed", "penned", "joined", "condemn", "warn"),
)
"""What stands in lower case wherever those who are counted act."""
_SIGNED = late(
    rf"\b(?:signed|endorsed|co-signed|cosigned|supported|backed|undersigned|submitted) (?:by |jointly by )?(?:the"
    rf" following |more than |over |nearly |almost |some |about |a total of |a group of |a coalition of"
    rf" )?(?P<number>{NUMBER}) (?:{_WHO}|[a-z-]+)\b",
    re.IGNORECASE,
)
_OF_MANY = late(
    rf"\b(?:letter|statement|appeal|petition|declaration|communiqu[eé]|message|call|memorandum|address)\b"
    rf"(?:(?: of|[^.;:\n]{{0,40}}? (?:by|from|on behalf of)))"
    rf" (?:the |more than |over |some |about )?(?P<number>{NUMBER}) (?:{_WHO})\b",
    re.IGNORECASE,
)
_UNDERSIGNED = late(
    rf"\b[Ww]e,? (?:the )?(?:undersigned )?(?P<number>{NUMBER}) (?:undersigned )?(?:{_WHO})\b|\bthe"
    rf" (?P<second>{NUMBER}) (?:undersigned|signatory|signatories)\b",
    re.IGNORECASE,
)
_WE_ARE = late(
    rf"\b[Ww]e are (?:an? (?:\w+ )?(?:group|coalition|network|alliance|collective"
    rf"|delegation) of )?(?:more than |over |some )?"
    rf"(?P<number>{NUMBER}) (?:[a-z'’-]+,? ){{0,3}}?(?:[\w-]+ )?(?:{_WHO})\b"
)
_WROTE = late(
    rf"(?:\"|,) (?:wrote|write|said|say|warned|urged|stated) (?:more than |over "
    rf"|some )?(?P<number>{NUMBER}) (?:{_WHO})\b"
    r"[^.;:\"\n]{0,120}? in (?:an?|their|the) (?:(?:open|joint|public|urgent) )*(?:letter|appeal|message"
    r"|statement|petition)\b"
)
_COALITION = late(
    rf"\b(?:coalition|group|alliance|network|collective|platform) of (?:more than |over |some "
    rf"|about )?(?P<number>{NUMBER})"
    rf" (?:[A-Z]\w+ )?(?:{_WHO})\b"
)
_TO = late(rf"(?:More than |Over |Some )?(?P<number>{NUMBER}) (?:{_WHO}) to (?=(?:the )?[A-Z][^:\n]{{2,80}}: )")
"""A headline of who writes to whom: "15 NGOs to Foreign Minister: …"."""
_COUNTED = late(
    rf"(?P<number>{NUMBER}) (?:verified |confirmed )?(?:signatures|signatories|supporters|people have signed|have"
    rf" signed)\b",
    re.IGNORECASE,
)
# A class that folds no case opens the pattern, so that the engine skips to where a number can begin.
_BEGINS = late(
    r"[\daefnost](?<![\w.,$€£].)(?:(?<=\d)|(?:"
    + "|".join(word[1:] for word in (*list(_ONES)[1:], *_TENS))
    + r"| (?:hundred|dozen|thousand)))"
)
_SIGNING = ("sign", "names of", "endorsed", "supported", "backed", "submitted", "supporters")
"""What stands in lower case wherever somebody is said to sign, `_ACTED` and a "we" apart."""
_BEARS = late(
    rf"\b(?:bears?|carries|carry|bore|with) (?:the )?(?:names?|signatures?) of"
    rf" (?:more than |over |some |about )?(?P<number>{NUMBER})\b",
    re.IGNORECASE,
)
_CARRIES = late(
    rf"\b(?:bear(?:s|ing)?|carr(?:y|ies|ying)|bore|carried|has|have|with|gathered|collected|received|drew)"
    r" (?:already )?"
    rf"(?:more than |over |some |about |nearly |almost )?(?P<number>{NUMBER}) (?:[\w-]+ )?(?:signatures|signatories)\b",
    re.IGNORECASE,
)
_EACH = late(r"^[ \t]*[(\[](?:signed|sgd\.?|signature)[)\]]", re.IGNORECASE | re.MULTILINE)
_ROW_OF = late(r"\s+[–—•·|/]\s+|;\s+")
_BEHALF = late(
    rf"(?:[Ss]igned )?(?:[Ff]or|[Oo]n behalf of) (?:all |the |more than |over |some )*(?P<number>{NUMBER}) (?:{_WHO})\b"
    r"[^.;:]{0,60}(?=[:,]?$)",
)
_ONE_EACH = late(
    rf"\b[Ww]e,? the (?:undersigned |elected |former )?(?:mayors|bishops|governors|presidents|chiefs|heads|speakers"
    rf"|rectors|directors|chairs|headmen) of (?:the )?(?P<number>{NUMBER}) (?!of\b)[a-z-]+"
)
"""A post that each place has once."""
_FOR = late(r"(?:[Ff]or|[Oo]n behalf of) (?:the )?[A-Z][^.:;!?]{3,70}$")
_OTHERS = late(rf"(?:,|\band\b|\n)\s*(?:by )?(?P<number>{NUMBER}) (?:other\w*|more)\b", re.IGNORECASE)
_NAMES = late(r"(?:signed|endorsed|co-signed|signatories|signatures)(?: by)?\s?:?\s+", re.IGNORECASE)
_SEPARATOR = late(r"\s*(?:[;,\n]|\band\b)\s*")
_NO_ROW = late(
    r"\W*$|[^,]*,$|.*(?:@|https?:|www\.|\d{4}\b)"
    r"|(?:contact|tel|phone|e-?mail|for (?:the|and)|on behalf|date|place|done (?:at|in))\b"
    r"|(?:.{0,40}\b)?(?:sincerely|faithfully|respectfully|respect|regards|solidarity|signed|signatories)\b.{0,20}$",
    re.IGNORECASE,
)
_ONE = late(r"\bI, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+,")
_LISTED = late(
    r"(?:list of |the )?(?:signator(?:y|ies)|undersigned|signed(?: by)?|endorsed by|endorsing|signing"
    r" organi[sz]ations|signatures)\b",
    re.IGNORECASE,
)


_SIGNED_GENRES = ("appeal", "open-letter", "petition", "statement")


_SHAPES = (
    (_UNDERSIGNED, ("we ", "we,", "undersigned", "signator")),
    (_WE_ARE, ("we are ",)),
    (_ONE_EACH, ("we the ", "we, the ")),
    (_SIGNED, ("sign", "endorsed", "supported", "backed", "submitted")),
    (_CARRIES, ("signatures", "signatories")),
)
"""How an opening says how many sign, each with what stands in it in lower case."""


def value(number: str) -> int:
    """Read a whole number in figures or words.

    >>> value("1,200"), value("forty-two"), value("two hundred")
    (1200, 42, 200)
    >>> value("three hundred and six")
    306
    """
    plain = number.lower().replace(",", "").replace(" ", "" if number[0].isdigit() else " ")
    if plain.isdigit():
        return int(plain)
    total = 0
    for word in re.split(r"[ -]", plain):
        if word in _ROUND:
            total = max(total, 1) * _ROUND[word]
        else:
            total += 1 if word == "a" else _ONES.get(word, _TENS.get(word, 0))
    return total


def find(draft: Draft, blocks: Sequence[Block], genre: str) -> int | None:
    """Count those who sign: as the lead or the opening says, else as they are listed, else the one who says "I, …"."""
    content = draft.content
    others = _with_others(draft, blocks)
    if others:
        return others
    told = _opening(content, blocks[:16]) or _close(content, blocks[-8:])
    told = told or _close(content, [block for block in draft.blocks if block.role == "boilerplate"])
    if told:
        groups = told.groupdict()
        return value(told.group("number") or groups["second"])
    listed = _listed(draft, blocks)
    return _signing(draft, blocks, listed) if genre in _SIGNED_GENRES else listed


def _signing(draft: Draft, blocks: Sequence[Block], listed: int | None) -> int | None:
    """Count who sign by their names: in columns, in a list, in rows; one where somebody says "I, …"."""
    if named := lists.signing(draft, blocks):
        ones = signing.ones(draft.content[start:end] for start, end in named)
        if ones == 1:
            return ones
        return max(len(named), listed or 0)
    below = signers.count(draft, blocks) or 0
    if below > max(1, listed or 0):
        return below
    listed = listed or _each(draft, blocks) or _strung(draft, blocks) or _rows(draft, blocks)
    opening = draft.content[blocks[0].start : blocks[0].start + 3000] if blocks else ""
    return listed or (1 if _ONE.search(opening) else None)


def _opening(content: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """Find who signs in the lead or the opening."""
    for block in blocks:
        end = min(block.end, block.start + 700)
        if block.role == "list-item":
            continue
        numbers = [match.start() for match in _BEGINS.finditer(lowered(content), block.start, end)]
        if not numbers:
            continue
        words = content[block.start : end].lower()
        found = _OF_MANY.search(content, block.start, min(end, block.start + 240)) if block.role != "body" else None
        if found:
            return found
        shapes = [shape for shape, cues in _SHAPES if any(cue in words for cue in cues)]
        found = _TO.match(content, block.start, end) if block.role != "body" else None
        for shape in (*shapes, _WROTE, _COALITION):
            found = found or shape.search(content, block.start, end)
            if found and _signs(found):
                return found
        if not any(map(words.__contains__, _ACTING)):
            continue
        acting = (at for at in numbers if not content.endswith(("from ", "in ", "of "), block.start, at))
        found = next((match for at in acting if (match := _ACTED.match(content, at, end))), None)
        if found and _signs(found):
            return found
    return None


def _close(content: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """Find who signs in the last blocks."""
    for block in blocks:
        words = content[block.start : block.end].lower()
        if any(word in words for word in _SIGNING) or words.startswith(("for ", "on behalf of ")):
            found = _SIGNED.search(content, block.start, block.end) or _COUNTED.match(content, block.start, block.end)
            found = found or _BEHALF.match(content, block.start, block.end)
            found = found or _BEARS.search(content, block.start, block.end)
            if found:
                return found
    return None


def _signs(found: re.Match[str]) -> bool:
    """Say whether those counted are the ones who speak: nothing stands between that makes them victims."""
    groups = found.groupdict()
    rest = groups.get("rest") or ""
    who = (groups.get("who") or "").lower().rsplit(" ", 1)[-1]
    if who in (
        "people",
        "persons",
        "citizens",
        "residents",
        "families",
        "individuals",
        "students",
        "schools",
        "hospitals",
        "communities",
        "countries",
        "states",
        "parties",
    ):
        return rest.strip() in ("", "have", "has") or "who " in rest[:5]
    rest = _MORE_OF.sub("", rest)
    return not re.search(r"\b(?:were|was|killed|injured|that|in which|to|and)\b", rest)


_MORE_OF = late(r"^(?:,? (?:and )?(?:[a-z-]+ )?[a-z-]+s\b)+(?: from \S+ countries)?|^,? including [^,]{3,80},")
"""Others who sign too: "and policy makers from nineteen countries"."""


def _with_others(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Count "signed by the League, the Union and 214 others": those named and those that are not."""
    content = draft.content
    for block in (*blocks[:6], *blocks[-8:]):
        words = content[block.start : block.end].lower()
        if not ("sign" in words or "endorsed" in words) or not ("other" in words or "more" in words):
            continue
        lead = _NAMES.search(content, block.start, min(block.end, block.start + 900))
        found = _OTHERS.search(content, lead.end(), min(block.end, lead.end() + 400)) if lead else None
        if lead and found and not re.search(r"[.!?]\s", content[lead.end() : found.start()]):
            parts = _SEPARATOR.split(content[lead.end() : found.start()])
            named = [part for part in parts if part.removeprefix("the ")[:1].isupper()]
            return value(found["number"]) + len(named)
    return None


def _rows(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Count the rows of a signature block that are made alike, a signatory each: "The Mayor of A", "The Mayor of B"."""
    content = draft.content
    rows: list[str] = []
    for block in reversed(blocks):
        if block.role not in ("signature", "list-item", "dateline"):
            break
        if block.role != "dateline":
            lines = content[block.start : block.end].split("\n")
            rows += [line.strip() for line in reversed(lines) if not _NO_ROW.match(line.strip())]
    if len(rows) < 3 or any(len(row) > 120 or row[-1] in ".?!;" for row in rows):
        return None
    first = Counter(row.removeprefix("The ").split(" ")[0].lower() for row in rows).most_common(1)[0][1]
    told = sum("," in row or "(" in row or " – " in row or " - " in row for row in rows)
    return len(rows) if first * 3 >= len(rows) * 2 or told * 4 >= len(rows) * 3 else None


def _each(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Count those who each put "(signed)" above or before their name at the end."""
    if not blocks:
        return None
    low = blocks[max(0, len(blocks) - 12)].start
    count = len(_EACH.findall(draft.content[low : blocks[-1].end]))
    return count if count > 1 else None


def _strung(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Count names strung with dashes, dots or semicolons below "Signed:" or "For the Platform" at the end."""
    content = draft.content
    for number in range(max(0, len(blocks) - 6), len(blocks) - 1):
        head = blocks[number]
        if head.end - head.start > 90:
            continue
        if not (_FOR.match(content, head.start, head.end) or _LISTED.match(content, head.start, head.end)):
            continue
        below = [content[block.start : block.end].strip() for block in blocks[number + 1 :]]
        rows = [_ROW_OF.split(line) for line in below]
        if all(len(row) > 1 and line[-1] not in ".?!" for row, line in zip(rows, below, strict=True)):
            return sum(len(row) for row in rows)
    return None


def _listed(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Count a list of signatories below its heading."""
    content = draft.content
    for number, block in enumerate(blocks):
        if block.role not in ("signature", "heading", "body") or block.end - block.start > 90:
            continue
        if not _LISTED.match(content, block.start, block.end):
            continue
        below = [other for other in blocks[number + 1 :] if other.role in ("signature", "list-item")]
        rows = sum(content.count("\n", other.start, other.end) + 1 for other in below)
        if len(below) > 1 and len(below) + number + 1 >= len(blocks) - 2:
            return rows
    return None
