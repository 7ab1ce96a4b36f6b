# SPDX-License-Identifier: Apache-2.0
"""Laws of a State: acts, codes, decrees, constitutions and rules of procedure by name, number or date."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from tocsin.reading.citations.index import DECREES, LAWS, NUMBERED
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page, shouting
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late

CONSTRUCTIONS = (
    Construction(
        name="citation.law",
        says="an act, law, code, decree or constitution of a State, by its name, number or date",
        example="Ardesh detains them under ⟦the Public Order Act of 2019⟧.",
    ),
    Construction(
        name="citation.numbered-ruling",
        says="an order, judgment or decision known by its number and year, with the court that stands before it",
        example="The river was given rights by ⟦the Constitutional Court in Judgment T-22 of 2031⟧.",
    ),
)

_WHOLE = frozenset(("Constitution", "Basic Law"))
_RULES = frozenset(("Rules", "Regulations"))
_OWN_NAMED = frozenset(("Act", "Law", "Ordinance", "Organic Law", "Proclamation"))
_NO_NAME = frozenset(("act", "law", "ordinance", "proclamation", "organic", "no", "nos", "number"))
_JOINERS = frozenset(("of", "and", "the", "for", "on", "against", "into", "&"))
_NUMBER = late(
    rf"{GAP}(?:[Nn]os?\.?|[Nn]°|[Nn]º|[Nn]umber){GAP}?[A-Z]{{0,3}}-?\d(?:[\d/.-]*\d)?(?:/\w+(?:-\w+)*)?(?:-[A-Z]{{1,3}}\b)?"
    rf"|{GAP}\d{{1,5}}(?:[/-]\d{{2,5}})?(?![\d%])"
)
_SUBJECT = late(
    rf"{GAP}(?:on|of|for|against|concerning|regarding|relating{GAP}to){GAP}(?:the{GAP})?(?P<first>[A-Z][\w'-]*)"
    rf"(?:{GAP}(?:(?:of|and|the|in|on|for|to|with|by|against){GAP}){{0,3}}"
    rf"(?!(?:Law|Act|Code|Decree|Ordinance|Convention|Constitution)s?\b)[A-Z][\w'-]*)*"
)
_PLAIN_SUBJECT = late(
    rf"{GAP}(?:on|against){GAP}(?:the{GAP})?(?:(?!(?:was|were|is|are|has|have|had|which|that|who|in|to|by|as|adopted|passed|signed|"
    rf"so|it|they|this|its|their|remains?|would|should|could|may|will|must)\b)[a-z][a-z-]*{GAP})*?(?P<last>[a-z][a-z-]+s|[a-z-]{{7,}})(?<!ing)\b"
    rf"|{GAP}(?:on|against){GAP}(?:[a-z-]+{GAP})?[a-z]+ing{GAP}(?:in|of|with){GAP}(?:[a-z-]+{GAP})?[a-z]+s\b"
)
_TITLED = late(rf":{GAP}[A-Z][\w'-]+(?:{GAP}(?:(?:and|of|the|on|for|-|–){GAP}){{0,2}}[A-Z][\w'-]+)*")
"""The name of one of several basic laws: "Basic Law: The Wells"."""
_LAWFUL = frozenset(("press", "privacy", "witness", "victim", "service", "state", "customer"))
"""Words that name laws, though no other papers."""
_DECREED = frozenset(DECREES)
_SMALL = _DECREED | {"rules"}
_TO_THE_DAY = 10
_BY_WHOM = late(
    rf"(?:{GAP}[Nn]os?\.?{GAP}?[\w/-]+)?(?:{GAP}(?:of|by|from){GAP}(?:the{GAP})?[A-Z][\w'-]*(?:{GAP}(?:(?:of|for|and|the){GAP}){{0,2}}[A-Z][\w'-]*)*)?"
    rf"{GAP}(?:of|from|dated){GAP}(?=\d|[A-Z][a-z]+{GAP}\d)"
)
_NICK = late(r" \((?:the )?\"[A-Z][^()\"\n]{2,60}\"(?: Law| Act)?\)")
"""What people call a law: (the "Wells Law")."""
_DATED = late(
    rf",?{GAP}(?:(?:adopted|enacted|promulgated|signed|passed|issued){GAP}(?:on|in){GAP}|(?:of|dated|from){GAP})|,?{GAP}(?=(?:1[89]|20)\d\d\b)"
)
_BRACKET = late(rf"{GAP}?\((?=(?:1[89]|20)\d\d\))")
_RULING = late(
    rf"{GAP}(?:[Nn]os?\.?{GAP}?)?(?P<number>[A-Z]{{0,3}}-?\d{{1,5}})(?:{GAP}of{GAP}|/)(?P<year>(?:19|20)\d\d)\b"
)
_DOCKET = late(
    rf",?{GAP}(?:in|on){GAP}(?:(?:the{GAP})?(?:[Jj]oined{GAP})?[Cc]ases?{GAP})?(?:[Nn]os?\.?{GAP})?"
    r"(?P<number>(?:[A-Z]{1,5}[ -]?)?\d{1,5}/(?:19|20)?\d\d|[A-Z]{2,5}-\d{2}/\d\d(?:-\d\d/\d\d)?(?:-[A-Z]+)?)"
    r"(?![\d/])"
)
"""Where a court files what it rules: "in HC 2887/04", "in Case C-411/10"."""
_NUMBERED = late(
    rf"{GAP}(?:[Nn]os?\.?{GAP}?)?(?:[A-Z]{{0,3}}-?)\d{{1,5}}(?:/\d{{2,4}})?(?![\d%])(?:{GAP}(?:of{GAP})?\(?(?P<year>(?:19|20)\d\d)\b\)?)?"
)
_COURT = late(
    rf"(?:[Tt]he{GAP})?(?:[A-Z][\w'-]+{GAP}(?:of{GAP}(?:the{GAP})?)?){{0,5}}?(?:Court|Tribunal|Chamber)(?:{GAP}of{GAP}[A-Z]\w+)?"
    rf"(?:'s|,?{GAP}in(?:{GAP}its)?)?{GAP}\Z"
)
_OF_COURT = late(
    rf"{GAP}(?:of|by){GAP}(?:the{GAP})?(?:[A-Z][\w'-]+{GAP})*(?:Court|Tribunal)(?:{GAP}of{GAP}(?:the{GAP})?[A-Z]\w+)*"
)
_LETTERS = late(
    rf"\b(?P<who>CEDAW|CERD|CESCR|CRC|CAT|CCPR|CRPD|CED|CMW)(?:{GAP}Committee)?(?:'s|'|,)?(?:{GAP}in{GAP}its)?{GAP}\Z"
)
"""A committee's letters before its general comment."""
_CALLED = {"CCPR": "human-rights-committee", "CERD": "cerd-committee"}
_BESIDE = 30
_NEXT_NAME = late(rf"{GAP}(?!(?:No|Nos|NO|N)\b)[A-Z][a-z]")
_OF_STATE = late(
    rf"{GAP}(?:of|for){GAP}(?:the{GAP})?(?:[A-Z][\w'-]+(?:{GAP}(?:of{GAP}(?:the{GAP})?|and{GAP})?[A-Z][\w'-]+)*)"
)
_OF = late(rf"{GAP}of{GAP}(?:the{GAP})?")
_IN_BRACKETS = late(
    rf"{GAP}\((?:[A-Z][\w'-]*|[Ee]tc)\.?(?:(?:,{GAP}|{GAP}(?:(?:and|of|in|for|to|the|on|by){GAP}){{1,2}}|{GAP})"
    rf"(?:and{GAP})?(?:[A-Z][\w'-]*|[Ee]tc)\.?)*\){GAP}\Z"
)
"""A part of a law's name before its last word: "the Wells (Special Powers) Act"."""
_BRACKETED = 90
_NAMED_ON = late(rf"{GAP}\([A-Z][^()\n]{{2,60}}\){GAP}(?:Act|Law|Code|Ordinance)\b")
"""What shows that a word for a law is no more than the middle of its name: "Criminal Law (Reform) Act"."""
_NO_SUBJECTS = frozenset(("Code of Conduct", "Code of Ethics", "Act of God", "Act of War", "Law of War"))
_LEAD = frozenset(("the", "its", "their", "our", "his", "her", "your", "this", "that"))
_RULED = frozenset(("order", "judgment", "judgement", "ruling", "decision", "resolution", "sentence", "opinion"))
_FIGURE = late(r"\d+")
_OF_BODY = late(rf",?{GAP}(?:of|by|adopted{GAP}by){GAP}(?:the{GAP})?")
_PROCEDURE = late(
    rf"(?P<name>(?:[Rr]ules|RULES){GAP}(?:of|OF){GAP}(?:[Pp]rocedure|PROCEDURE))(?:{GAP}of{GAP}(?:the{GAP})?(?=[A-Z]))?"
)
_OWNER = late(r"[A-Z][\w-]*(?:'s|s')")
_DIGIT_START = late(r"(?:1[89]|20)\d\d")

_ALONE = frozenset((*LAWS, *NUMBERED))
"""Words that lead to a law or a ruling by themselves."""


def find(page: Page) -> Iterator[Mention]:
    """Find the laws of States that are cited."""
    for hit in page.cues:
        word = page.content[hit.start : hit.end]
        if (hit.tag != "kind" and word not in _ALONE and word.lower() not in _SMALL) or page.taken.holds(*hit[:2]):
            continue
        if word in _DECREED:
            yield from _decreed(page, hit)
            continue
        if word.lower() == "rules":
            found = list(_procedure(page, hit))
            if found:
                yield from found
                continue
        if word in LAWS:
            yield from _law(page, hit)
        elif word in NUMBERED:
            yield from _by_number(page, hit)
        elif hit.tag == "kind":
            yield from _ruling(page, hit)


def _decreed(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "ordinance of Minister of Wells from 20 August 2031", "decree No. 12 of 3 May 2031", written small."""
    named = _BY_WHOM.match(page.content, hit.end)
    when = page.date_at(named.end()) if named else None
    if when is None or len(when[1]) < _TO_THE_DAY:
        return
    start = page.led(hit.start, _LEAD | page.words("citation.decree-lead"))
    end, date = page.past_subject(when[0]), when[1]
    page.taken.add(start, end)
    made = slug(f"{page.content[hit.start : when[0]]}")
    kind = page.content[hit.start : hit.end].rstrip("s")
    yield Mention(start=start, end=end, by="citation.law", kind=kind, instrument=made, date=date)


def _procedure(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "the Committee's rules of procedure", "its rules of procedure", with the body whose they are."""
    match = _PROCEDURE.match(page.content, hit.start)
    before = page.word_before(hit.start)
    if match is None or before is None or page.taken.holds(hit.start, match.end()):
        return
    named = page.body_at(match.end()) if match.group()[-1] in " \n" else None
    owned = before[1].lower() in {"its", "their"} or _OWNER.fullmatch(before[1])
    courts = page.content[hit.start].isupper() and page.body_before(hit.start, page.index.courts)
    if not (owned or named or (courts and before[1] == "the")):
        return
    start = before[0] if owned else page.led(hit.start, _LEAD)
    start = page.led(start, _LEAD)
    end = page.whole_body(named.end) if named else match.end("name")
    body = named.tag if named else page.body_before(hit.start, page.index.bodies if owned else page.index.courts)
    prefix = page.index.bodies[body].prefix if body else ""
    page.taken.add(start, end)
    yield Mention(
        start=start,
        end=end,
        by="citation.law",
        kind="rules",
        instrument=f"{prefix}-rules-of-procedure".lstrip("-"),
        body=body,
    )


def _law(page: Page, hit: Hit) -> Iterator[Mention]:
    content = page.content
    word = content[hit.start : hit.end]
    if _NAMED_ON.match(content, hit.end):
        return
    begin, names = _named(page, hit.start)
    if begin < hit.start and page.taken.holds(begin, hit.start):
        return
    # "The River Rights Act" and "the Family Code" are laws, "family law" and "the dress code" none.
    titled = word in {"Act", "Code", "Ordinance"} and (len(names) > 1 or names[-1:] in (["Family"], ["Company"]))
    if (not titled and {name.lower() for name in names[-1:]} & page.words("citation.no-laws")) or shouting(
        content, hit
    ):
        return
    end, said = _after(page, hit, word)
    named = end
    end, date = _dated(page, end)
    if date is not None:
        end = page.past_subject(end)
    before, bare = page.word_before(begin), begin
    if before is not None and _DIGIT_START.fullmatch(before[1]):
        begin, date = before[0], date or before[1]
        named = end
    start = page.led(begin, _LEAD)
    whole = word in _WHOLE and (start < begin or (before is not None and before[1] == "whose"))
    if not (names or said or date or whole):
        return
    if not said and date is None and _NEXT_NAME.match(content, end):
        return
    if page.taken.holds(start, end) or content[hit.start : end] in _NO_SUBJECTS:
        return
    end = _of_state(page, end)
    nick = _NICK.match(content, end)
    whole_end = nick.end() if nick else end
    end = page.past_print(whole_end)
    name = content[bare : max(named, hit.end) if date else whole_end]
    if date and date[:4] not in name:
        name = f"{name} {date}"
    page.taken.add(start, end)
    yield Mention(
        start=start,
        end=end,
        by="citation.law",
        kind=word.lower(),
        instrument=_identified(page, begin, whole_end, name, own=_is_own(word, names, date, said=said)),
        date=date,
    )


def _of_state(page: Page, end: int) -> int:
    """Take "of Ardesh" after a law's name into it."""
    state = _OF.match(page.content, end)
    hits = page.draft.within("actor", state.end(), state.end() + 1) if state else []
    return hits[0].end if state and hits and hits[0].start == state.end() and page.is_state(hits[0]) else end


def _is_own(word: str, names: Sequence[str], date: str | None, *, said: bool) -> bool:
    """Say whether a law's words and year are a name of its own; many States have a "Gender Equality Act"."""
    return date is not None and word in _OWN_NAMED and bool(names or said)


def _identified(page: Page, begin: int, end: int, name: str, *, own: bool) -> str:
    """Make the id of a law: its State's, told by the words or else the one that the text names most, and its name.

    A law with a name of its `own` needs no State that only the text around it tells: "anti-corruption-act-2031".
    """
    made = slug(name)
    draft = page.draft
    inside = page.most_named(draft.within("actor", begin, end) + draft.within("demonym", begin, end))
    words = set(made.split("-"))
    if own and not inside and "no" not in words and not words <= _NO_NAME | set(filter(str.isdecimal, words)):
        return made
    state = inside or page.state
    return made if not state or (inside and state in made) else f"{state}-{made}"


def _named(page: Page, start: int) -> tuple[int, list[str]]:
    """Go back over the capitalised words of a law's name ("Prevention of Terrorism Act"), in the text's order."""
    words: list[str] = []
    at = start
    while len(words) < 9:
        before = page.word_before(at)
        if before is None:
            break
        begin, word = before
        bare = word.strip("\"'()[]")
        bracket = _IN_BRACKETS.search(page.content, max(0, at - _BRACKETED), at) if word[-1] == ")" else None
        if bracket is not None and not words:
            words.append(page.content[bracket.start() + 1 : at].strip())
            at = bracket.start() + 1
            continue
        if _is_listed(page, words, begin, word):
            words.insert(0, word)
            at = start = begin
        elif _is_name(bare, word) and (bare.lower() not in page.words("citation.no-names") or bare.lower() in _LAWFUL):
            opened = 0 if word[0] == "(" and word[-1] == ")" else len(word) - len(word.lstrip("\"'(["))
            words.insert(0, bare)
            at = start = begin + opened
            if opened and not word.endswith(")") and "(" not in word:
                break
        elif words and bare.lower() in _JOINERS and word == bare and _joins(page, begin, bare):
            words.insert(0, bare)
            at = begin
        else:
            break
    return start, words


def _joins(page: Page, begin: int, bare: str) -> bool:
    """Say whether a small word joins what stands before it to a law's name: "Prevention of", "Wells, and"."""
    inner = page.word_before(begin)
    told = inner[1].removesuffix(",") if inner and bare == "and" else inner[1] if inner else ""
    if inner is None or not _is_name(told.strip("\"'()[]"), told):
        return False
    if bare in {"on", "the", "for"} or inner[1].lower() in page.words("citation.no-names"):
        return False
    return bare not in {"and", "of"} or _within_name(page, inner[0], bare)


def _is_listed(page: Page, words: Sequence[str], begin: int, word: str) -> bool:
    """Say whether a word before a comma belongs to a law's name that lists: "the Wells, Roads and Bridges Act"."""
    bare = word.removesuffix(",")
    listing = "and" in words and (words[0] == "and" or words[0][-1] == "," or words[1:2] == ["and"])
    if bare == word or not listing or not _is_name(bare, bare):
        return False
    end = begin + len(bare)
    return not (page.draft.within("place", begin, end) or page.draft.within("actor", begin, end))


def _is_name(bare: str, word: str) -> bool:
    plain = bare.replace("-", "").replace("'", "")
    return bare[:1].isupper() and plain.isalpha() and not word.endswith((",", ";", ":", "."))


def _within_name(page: Page, begin: int, joiner: str) -> bool:
    """Say whether "Prevention of …" goes on to the left as a name: no verb or organ's name before "of" and "and"."""
    before = page.word_before(begin)
    if before is None or before[1][-1:] in ".;:":
        return joiner == "and" and False
    return not any(body.start <= begin < body.end for body in page.draft.within("actor", begin, begin + 1))


def _after(page: Page, hit: Hit, word: str) -> tuple[int, bool]:
    """Read number, subject and State after the word; say whether they tell which law it is."""
    content = page.content
    end, said = hit.end, False
    number = _NUMBER.match(content, end) if word not in _RULES else None
    if number is not None and not _DIGIT_START.fullmatch(number.group().strip()):
        end, said = number.end(), True
    titled = _TITLED.match(content, end) if word == "Basic Law" else None
    if titled is not None:
        return titled.end(), True
    if word in _WHOLE:
        state = _OF_STATE.match(content, end)
        return (state.end(), True) if state else (end, said)
    subject = _SUBJECT.match(content, end)
    if subject is not None and page.date_at(subject.start("first")) is None:
        return subject.end(), True
    plain = _PLAIN_SUBJECT.match(content, end) if word in {"Law", "Act", "Decree", "Code", "Ordinance"} else None
    if plain is not None and len(plain.group().split()) <= _LONGEST:
        return plain.end(), True
    return end, said


_LONGEST = 7
"""No subject in small letters that is told from the sentence around it has more words."""


def _dated(page: Page, end: int) -> tuple[int, str | None]:
    dated = _DATED.match(page.content, end)
    when = page.date_at(dated.end()) if dated else None
    if when is not None:
        return when
    bracket = _BRACKET.match(page.content, end)
    if bracket:
        return bracket.end() + 5, page.content[bracket.end() : bracket.end() + 4]
    return end, None


def _ruling(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "Order 004 of 2031" with "the Constitutional Court in" before it."""
    content = page.content
    kind = content[hit.start : hit.end].lower()
    if kind not in _RULED:
        return
    docket = _DOCKET.match(content, hit.end)
    docket = docket if docket and ("ase" in docket.group() or docket["number"][0].isalpha()) else None
    match = docket or _RULING.match(content, hit.end)
    if match is None:
        return
    court = _COURT.search(content[max(0, hit.start - 90) : hit.start])
    if court is None and docket is None and not content[hit.start].isupper():
        return
    start = max(0, hit.start - 90) + court.start() if court else page.led(hit.start, _LEAD)
    whose = None if court else _OF_COURT.match(content, match.end())
    yield _numbered(page, start, whose.end() if whose else match.end(), kind, match.groupdict().get("year"))


def _by_number(page: Page, hit: Hit) -> Iterator[Mention]:
    """Read "Executive Order 14203", "General Comment No. 36" and "Early Warning 12 of 2031": papers known by number."""
    match = _NUMBERED.match(page.content, hit.end)
    if match is not None:
        kind = page.content[hit.start : hit.end].lower().replace(" ", "-")
        found = _numbered(page, page.led(hit.start, _LEAD), match.end(), kind, match.group("year"))
        body = _committee(page, hit, match.end()) if kind.startswith("general-") else None
        number = _FIGURE.search(match.group())
        if body and number:
            made = f"{page.index.bodies[body].prefix}-{kind}-{number.group()}"
            found = dataclasses.replace(found, instrument=made, body=body)
        if kind.startswith("general-"):
            named = page.body_ending(found.start - 1)
            letters = _LETTERS.search(page.content, max(0, found.start - _BESIDE), found.start)
            named_at = named.start if named else letters.start() if letters else None
            start = page.owned(found.start) if named_at is None else page.led(named_at, {"the"})
            found = dataclasses.replace(found, start=start)
        yield found


def _committee(page: Page, hit: Hit, end: int) -> str | None:
    """Tell whose general comment it is: of the committee that is named beside it, or of the last one named."""
    beside = _LETTERS.search(page.content, max(0, hit.start - _BESIDE), hit.start)
    if beside:
        return f"un-{_CALLED.get(beside['who'], beside['who'].lower())}"
    after = _OF_BODY.match(page.content, end)
    named = page.body_at(after.end()) if after else None
    bodies = {pair.split()[0] for pair in page.words("citation.treaty-bodies")}
    if named is not None:
        return named.tag if named.tag in bodies else None
    return page.body_before(hit.start, bodies)


def _numbered(page: Page, start: int, end: int, kind: str, year: str | None) -> Mention:
    page.taken.add(start, end)
    return Mention(
        start=start,
        end=end,
        by="citation.numbered-ruling",
        kind=kind,
        instrument=slug(page.content[start:end].removeprefix("the ").removeprefix("its ")),
        date=year,
        numbered=True,
    )
