# SPDX-License-Identifier: Apache-2.0
"""Antecedents: whom "he", "it", "who" and "them" stand for by the subjects and objects beside them."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re

from tocsin.reading.asks import addressees, people, phrases, speaking
from tocsin.reading.asks.askings import Trigger, main_subject
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import roles
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

PRONOUNS = frozenset({"he", "she", "it", "they", "both", "who"})
_NEAR = 160
"""Code points before "who" within which the name that it stands for is looked for."""
_MET = frozenset(
    "accused met blamed criticised criticized confronted thanked praised visited condemned rebuked warned stopped "
    "called received welcomed summoned greeted phoned telephoned contacted approached surrounded denounced "
    "gathered wrote written".split()
)
"""Verbs whose object is then told or asked something: "met the pilots and asked them"."""
_AFTER_OBJECT = frozenset(
    {"of", "for", "and", ",", "about", "over", "in", "on", "at", "as", "after", "to", "by", "from"}
)


def meant(draft: Draft, read: Sentence, last: int) -> tuple[Party, ...]:
    """Give whom a pronoun before a verb stands for by the words near it; () where they do not tell.

    "Who" is whoever is named before it; "he" is the person who is the subject of its sentence or the one before.
    """
    word = read.word(last)
    if word == "who" and last > 1:
        end = read.tokens[last - 1 if read.word(last - 1) == "," else last].start
        return speaking.before_who(draft, max(read.start, end - _NEAR), end)
    main = main_subject(read) if last > 1 else None
    if main is not None and main[1] < last and read.word(main[1]) not in PRONOUNS:
        return _fitting(draft, word, speaking.resolve(draft, read.tokens[main[0]].start, read.tokens[main[1]].end))
    if main is not None and main[1] < last and read.word(main[1]) != word:
        return ()
    return _subject_before(draft, read.block, read.start, word)


def before(draft: Draft, block: Block, place: int, word: str) -> tuple[Party, ...]:
    """Give whom a pronoun stands for that says words quoted from a view offset: the subject of what is told before."""
    number = draft.block_at(block.start)
    return _subject_before(draft, number, place, word) if number is not None else ()


def _subject_before(  # noqa: C901, PLR0911 - one return a kind of subject
    draft: Draft, block: int, place: int, word: str
) -> tuple[Party, ...]:
    """Give the subject of the sentence before, in the same block; one with the same pronoun goes on from its own."""
    content, begin = draft.content, draft.blocks[block].start
    rules = grammar(draft.catalogue)
    for start, end in reversed(draft.sentences(block)):
        if end > place:
            continue
        if content[start] == '"' or content.count('"', begin, start) % 2:
            spoken = speaking.last_speaker(draft, end, start, word)
            if spoken:
                return _fitting(draft, word, spoken)
            continue  # words that were quoted, by whoever is spoken of before
        read = sentence(draft, rules, block, start, end)
        main = main_subject(read)
        if main is None or (read.word(main[1]) in PRONOUNS and read.word(main[1]) != word):
            return ()
        if read.word(main[1]) in PRONOUNS:
            continue
        low, high = read.tokens[main[0]].start, read.tokens[main[1]].end
        line = datelines.find(content, low)
        low = line.end if line is not None and line.end < high else low
        found = speaking.resolve(draft, low, high)
        fits = _fitting(draft, word, found)
        if fits or word not in {"he", "she"}:
            return fits
        if len(found) == 1 and people.names_one(content[low:high]):
            return found  # "The representative of Veltria said … He asked"
        apposed = _APPOSED.search(content, low, high)
        someone = people.person(draft, *apposed.span("name")) if apposed else None
        if someone is not None:
            return (someone,)
        if not found and re.search(rf"\b{word} (?:said|says|added|told|warned)\b", content[start:end]):
            continue  # "But they too lost children, he said."
        return ()
    return ()


_APPOSED = late(r",\s(?P<name>[A-ZÀ-Þ][^,]{3,60}),?\s*\Z")
"""A person's name after what the person is: "the women's representative, Anna Kresk,"."""


def _fitting(draft: Draft, word: str, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give those named if the pronoun can stand for them: "he" for one person or holder of an office alone."""
    if word in {"he", "she"}:
        return named if len(named) == 1 and _is_one(draft, named[0]) else ()
    if word == "it":
        return named if len(named) == 1 and not is_person(draft, named[0]) else ()
    return named if len(named) > 1 or (named and _is_many(draft, named[0])) else ()


def _is_many(draft: Draft, party: Party) -> bool:
    """Say whether one name is that of many: "community leaders", "the families"."""
    row = draft.catalogue.actors.get(party.id)
    if row is not None:
        return row.kind in {"group", "collective"}
    last = party.name.split(" of ")[0].split(" from ")[0].rsplit(" ", 1)[-1].lower()
    return phrases.is_people(last) or (
        last.endswith("s") and not last.endswith(("ss", "us", "is")) and " " in party.name
    )


def _is_one(draft: Draft, party: Party) -> bool:
    described = party.id not in draft.catalogue.actors and people.may_be_one(draft, party)
    return described or is_person(draft, party) or _is_surname(draft, party)


def _is_surname(draft: Draft, party: Party) -> bool:
    """Say whether a name of one word that no row knows may be a person's."""
    return party.id not in draft.catalogue.actors and person(f"X {party.name}") and not party.name.isupper()


def is_person(draft: Draft, party: Party) -> bool:
    """Say whether a party is one person or the holder of an office."""
    row = draft.catalogue.actors.get(party.id)
    if row is not None:
        return row.kind in {"office", "holder"}
    last = party.name.lower().split(" of ")[0].rsplit(" ", 1)[-1]
    office = party.id.endswith(("-president", "-prime-minister", "-king", "-chancellor"))
    return office or last in roles.OFFICES or (person(party.name) and people.person_of(draft, party.name))


def met(draft: Draft, read: Sentence, trigger: Trigger) -> tuple[Party, ...]:
    """Give whom the verb before has for its object: "accused the pilots and told them", "met him to urge him"."""
    if read.word(trigger.index - 1) not in {"and", "to"}:
        return ()
    verb = next((at for at in range(trigger.index - 2, 0, -1) if _is_met(read, at)), None)
    if verb is None:
        return ()
    first = verb + 1 + (read.word(verb + 1) in {"with", "to"})
    last = next((at for at in range(first, trigger.index) if read.word(at) in _AFTER_OBJECT), first) - 1
    if last < first:
        return ()
    span = read.tokens[first].start, read.tokens[last].end
    return addressees.named(draft, *span) or addressees.generic(read, *span)


def fitting(draft: Draft, word: str, *candidates: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the first of several that a pronoun can stand for: "he" is no land and no body, "it" no crowd."""
    for named in candidates:
        if word == "it" and any(phrases.is_people(party.name.lower().rsplit(" ", 1)[-1]) for party in named):
            continue
        if named and (word not in {"he", "she"} or (len(named) == 1 and people.may_be_one(draft, named[0]))):
            return named
    return ()


def _is_met(read: Sentence, at: int) -> bool:
    return read.word(at) in _MET and not (read.word(at) == "called" and read.word(at + 1) in {"on", "upon", "for"})
