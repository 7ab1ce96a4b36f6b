# SPDX-License-Identifier: Apache-2.0
"""Short names: acronyms and terms that a text binds itself, and "the Council" after a council named in full."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming import letterheads
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late

_BINDING = late(
    r"\(\s*(?:(?:herein)?after(?:wards)?|henceforth|also known as|or simply|referred to as)?[\s,:]*"
    r"(?:referred to as\s+)?"
    r"[\"']?(?:the\s+)?[\"']?([A-Z][\w'/-]{1,24}(?:\s[A-Z][\w-]{2,20}){0,2})[\"']?\s*\)"
)
_ACRONYM = late(r"[A-Z][A-Za-z/-]*[A-Z]s?")
_WORDS = late(r"[\w'-]+")
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "against", "de", "la", "du", "des", "et"})
_BELONG = late(r"\b(?:nationals|citizens|residents|inhabitants|members|subjects|people) of (?:the )?\Z")
_BACK = 240
"""Characters before a bracket in which the name that it shortens must stand."""


def bound(draft: Draft) -> dict[str, str]:
    """Give the short names that the text itself binds, with the id each stands for; read once for a draft."""
    if "" not in draft.bound:
        draft.bound.update({"": "", **dict(_bindings(draft))})
    return draft.bound


def _bindings(draft: Draft) -> Iterator[tuple[str, str]]:
    content = draft.content
    hits = draft.hits.get("actor", [])
    yield from _beside(draft)
    yield from _of_the_head(draft)
    yield from _of_names(draft)
    for match in _BINDING.finditer(content):
        short = match.group(1)
        after = match.start() - 1 if content[match.start() - 1] == " " else match.start()
        index = bisect_left(hits, after, key=lambda h: h.end)
        begin = hits[index].start if index < len(hits) and hits[index].end == after else after
        if _BELONG.search(content, max(0, after - _BACK), begin):
            continue  # forty nationals of Veltria ("the Applicants") are not Veltria
        if index < len(hits) and hits[index].end == after and hits[index].start < after:
            longer = _longer(draft, hits[index].start, hits[index].tag, after) if _ACRONYM.fullmatch(short) else None
            yield short, slug(longer) if longer else hits[index].tag
            yield f" name {short}", longer or content[hits[index].start : after]
        elif _ACRONYM.fullmatch(short):
            name = spelled(content[max(0, after - _BACK) : after], short)
            if name:
                yield short, slug(name)
                yield f" name {short}", name
        elif len(match.group()) > len(short) + 6:
            words = content[max(0, after - _BACK) : after].rsplit("\n\n", 1)[-1]
            name = _capitals_before(words)
            if name:
                yield short, slug(name)


def _beside(draft: Draft) -> Iterator[tuple[str, str]]:
    """Give the letters that mean another body beside a body or a state that the text names."""
    content, hits = draft.content, draft.hits.get("actor", [])
    row = draft.catalogue.words.get("naming.letters-beside")
    named = draft.hits.get("demonym", ())
    tags = {hit.tag for hit in hits}
    for rule in row.words if row else ():
        meaning, _, beside = rule.partition(" beside ")
        short, _, meant = meaning.partition("=")
        if tags.isdisjoint(beside.split()):
            continue
        usual = {hit.tag for hit in (*hits, *named) if content[hit.start : hit.end] == short} - {meant}
        if not any(hit.tag in usual and content[hit.start : hit.end] != short for hit in hits):
            yield short, meant  # unless the text names in full whose letters they mostly are


def _of_the_head(draft: Draft) -> Iterator[tuple[str, str]]:
    """Give the first letters of a name at a paper's head, where the text goes by them: "Karsk Legal Aid" – "KLA"."""
    for start, end in letterheads.lines(draft):
        name = _AFTER_NAME.sub("", draft.content[start:end].strip(" .,*_"))
        words = [word for word in _WORDS.findall(name) if word.lower() not in _SMALL]
        short = "".join(word[0] for word in words)
        if not _LEAST <= len(words) <= _MOST or not short.isupper() or short == name:
            continue
        if letterheads.names_genre(name) or draft.content.count(short, end) < 1 + (short in name):
            continue
        tag = letterheads.named(draft, start, start + len(name)) or slug(name)
        yield short, tag
        yield f" name {short}", letterheads.plain(name)


def _of_names(draft: Draft) -> Iterator[tuple[str, str]]:
    """Give the first letters of a body that the text names in full, where it goes on with them alone."""
    content, actors = draft.content, draft.catalogue.actors
    seen: dict[str, Hit] = {}
    for hit in draft.hits.get("actor", ()):
        if hit.end - hit.start > _FULL and hit.tag in actors and actors[hit.tag].kind not in {"state", "territory"}:
            seen.setdefault(hit.tag, hit)
    for tag, hit in seen.items():
        short = "".join(word[0] for word in _WORDS.findall(content[hit.start : hit.end]) if word.lower() not in _SMALL)
        if len(short) < _LEAST or not short.isupper() or content.find(f" {short} ", hit.end) < 0:
            continue
        if not any(content[other.start : other.end] == short for other in draft.hits["actor"]):
            yield short, tag
            yield f" name {short}", content[hit.start : hit.end]


_FULL = 11
"""Code points that three words have at least."""
_AFTER_NAME = late(r"\s*[(|–—].*\Z", re.DOTALL)
_LEAST, _MOST = 3, 9
"""Words of a name that its first letters may stand for."""


def _longer(draft: Draft, start: int, tag: str, end: int) -> str | None:
    """Give the body whose name a state's only ends: "Pilots' Federation of Veltria (PFV)"; None for the state."""
    row = draft.catalogue.actors.get(tag)
    if row is None or row.kind not in {"state", "territory"}:
        return None
    name = _capitals_before(draft.content[max(0, end - _BACK) : end].rsplit("\n", 1)[-1])
    if name is None or len(name) <= end - start + 3:
        return None
    head = name.removeprefix("The ").split(" ", 1)[0].lower()
    return None if head in _STATES_OWN else name.removeprefix("The ")


_STATES_OWN = frozenset(
    {"government", "republic", "kingdom", "state", "ministry", "embassy", "president", "islamic", "federal", "union"}
    | {"commonwealth", "people's", "democratic", "united", "army", "parliament"}
)
"""Words that open a name of a state or of an organ of it."""


def spelled(before: str, short: str) -> str | None:
    """Find the words before a bracket whose initials spell an acronym.

    >>> spelled("a report by the Karsk Centre for Legal Aid", "KCLA")
    'Karsk Centre for Legal Aid'
    """
    letters = [letter for letter in short.rstrip("s") if letter.isalpha()]
    words = list(_WORDS.finditer(before))
    for first in range(len(words) - 1, max(-1, len(words) - 14), -1):
        taken = [word.group() for word in words[first:]]
        initials = [part[0] for word in taken if word not in _SMALL for part in word.split("-") if part]
        if [letter.lower() for letter in initials] == [letter.lower() for letter in letters] and taken[0][0].isupper():
            return before[words[first].start() :].strip()
    return None


def _capitals_before(before: str) -> str | None:
    words = list(_WORDS.finditer(before))
    first = len(words)
    while first and (words[first - 1].group()[0].isupper() or words[first - 1].group() in _SMALL):
        first -= 1
    while first < len(words) and not words[first].group()[0].isupper():
        first += 1
    return before[words[first].start() :].strip() if first < len(words) else None


def standing_for(draft: Draft, short: str, at: int) -> str | None:
    """Give the id of the body named in full before `at` that "the Council" or the like stands for, None for none.

    The one whose name stands at the paper's head is taken, else the nearest one before with such a name.
    """
    ids = _short_forms(draft.catalogue).get(short)
    if not ids:
        return None
    hits = draft.hits.get("actor", [])
    content = draft.content
    head = draft.within("actor", 0, min(at, _head(draft)))
    own = {hit.tag for hit in head if hit.tag in ids and "/" not in content[max(0, hit.start - 1) : hit.end + 1]}
    if len(own) == 1:
        return own.pop()
    for place in range(bisect_left(hits, at, key=lambda h: h.start) - 1, -1, -1):
        hit = hits[place]
        if hit.tag in ids and content[hit.start : hit.end] != short and content[hit.start - 1] != "/":
            return hit.tag
    return None


def _head(draft: Draft) -> int:
    """Give where a paper's head ends: its first lines, down to the first paragraph."""
    held = draft.bound.get(" head")
    if held is None:
        end = 0
        for block in draft.blocks[:_HEAD_LINES]:
            told = block.end - block.start > _LINE or draft.content[block.end - 1] in '.!?"'
            if block.role in ("body", "list-item") and told:
                break
            end = block.end
        held = draft.bound[" head"] = str(end)
    return int(held)


_HEAD_LINES = 10
_LINE = 160
"""Code points up to which a block at the head is a line of it, not a paragraph."""


@lru_cache(maxsize=8)
def _short_forms(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Give the actors that each short form may stand for: the last words of a name, or those before "of" or "on"."""
    forms: dict[str, set[str]] = {}
    for row in catalogue.actors.values():
        for name in (row.name, *row.aliases):
            words = name.split(" ")
            heads = [len(words), *(at for at, word in enumerate(words) if word in {"of", "on", "for", "against", "to"})]
            for end in heads:
                for start in range(max(0, end - 3), end):
                    if words[start][:1].isupper() and (start > 0 or end < len(words)):
                        forms.setdefault(" ".join(words[start:end]), set()).add(row.id)
    return {form: frozenset(ids) for form, ids in forms.items()}


_LAND = late(
    r"\b(?:Republic|President|Government|Parliament|National\s+Assembly|Kingdom|Emirate|[Pp]eople|[Aa]uthorities|Foreign\s+Ministry)"
    r"\s+of\s+(?:the\s+)?(?=[A-Z])"
)


def _names_unknown_land(draft: Draft) -> bool:
    """Say whether a text tells of the people or organs of a land by a name that is nobody's in the catalogue."""
    for match in _LAND.finditer(draft.content):
        at = match.end()
        near = [hit for layer in ("actor", "place", "group") for hit in draft.within(layer, match.start(), at + 60)]
        if not any(hit.start <= at < hit.end for hit in near):
            return True
    return False


def the_state(draft: Draft) -> str:
    """Give the state that a text is about, and so "the Government" is of: most of its names of states; "" for none.

    A ministry's paper is about the State that its letterhead names. A text that speaks of the President or people of
    a land that the catalogue does not know is about no state: whose "the President" is could be either's.
    """
    held = draft.bound.get(" state")
    if held is None:
        actors = draft.catalogue.actors
        counts = Counter(
            hit.tag
            for hit in draft.hits.get("actor", ())
            if hit.tag in actors and actors[hit.tag].kind in {"state", "territory"}
        )
        ((first, count),) = counts.most_common(1) or (("", 0),)
        speaking, _ = letterheads.organ(draft)
        about = count >= 3 and count > 0.6 * counts.total() and not _names_unknown_land(draft)
        held = draft.bound[" state"] = speaking or (first if about else "")
    return held
