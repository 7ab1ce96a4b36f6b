# SPDX-License-Identifier: Apache-2.0
"""The grammar of operative paragraphs: how one opens, where a directive verb stands, whom it addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue

_LABEL = (
    r"(?:(?:OP ?)?\(?\d{1,3}(?:\.\d{1,3})*[.:,)\]]{0,2}(?:[ ]+bis)?|\([a-z]{1,4}\)|[a-z][.)]|[ivx]{1,5}[.)]|"
    r"[IVX]{1,5}\."
    r"|[-–—•*●○▪])?[ ]*\n?[ ]*"
)
_NOT_AFTER = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "the",
        "a",
        "an",
        "of",
        "in",
        "for",
        "this",
        "these",
        "its",
        "their",
        "full",
        "to",
        "and",
        "any",
        "all",
    )
)


_NOUNS = frozenset(
    {
        "states",
        "acts",
        "takes",
        "records",
        "reviews",
        "notes",
        "is",
        "supports",
        "holds",
        "points",
        "offers",
        "shares",
        "stands",
        "honours",
        "charges",
    }
)
"""Operative verbs that are nouns as well, or too common, to end an action."""


_IN_SHAPES = {"resolves": "decide", "wishes": "request"}
"""Verbs that ask in one shape only: "resolves that the Government table a plan", "wishes to receive the file"."""


SUBJECTS = frozenset({"the", "that", "resolved", "in"})
"""The first words that `Grammar.subject` can begin with."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled patterns of one catalogue, and the force of each directive verb and noun.

    `first` are the words (lower case) that `opening` can begin with and `restating` those that `again` can: a cheap
    look before a close one. `opening` finds paragraphs that open with an operative verb; `subject` those that open with
    an organ and a directive verb, `asking` the same within a line; `minutes` is what stands above a list of minutes;
    `organ` the line that names who adopts; `second` a directive verb further on and `joint` what must stand before it;
    `again` "its call" and the like; `decides` the rest of "decides that … shall"; `decision` is the line above a
    court's numbered decisions, `infinitive` how these open ("1. To require …") and `also` how they go on ("and to urge
    …"). `thirds` gives the third person of each directive verb as it stands here, `tasking` are those that give a task.
    `passive` is a later clause whose subject is asked ("; it is also invited to …"), `participles` its forces. `clause`
    the verb of "that the parties withdraw"; `stop` a later verb that asks nothing ("and underlines the need").
    """

    first: frozenset[str]
    restating: tuple[str, ...]
    opening: re.Pattern[str]
    subject: re.Pattern[str]
    asking: re.Pattern[str]
    minutes: re.Pattern[str]
    organ: re.Pattern[str]
    second: re.Pattern[str]
    joint: re.Pattern[str]
    again: re.Pattern[str]
    decides: re.Pattern[str]
    clause: re.Pattern[str]
    stop: re.Pattern[str]
    decision: re.Pattern[str]
    infinitive: re.Pattern[str]
    also: re.Pattern[str]
    bases: dict[str, str]
    verbs: dict[str, str]
    thirds: dict[str, str]
    tasking: frozenset[str]
    nouns: dict[str, str]
    passive: re.Pattern[str]
    participles: dict[str, str]
    loud: frozenset[str]

    def quiet(self, content: str) -> str:
        """Put operative words that stand in capitals in lower case, the text's length kept: "APPEALS TO donors"."""
        return _LOUD.sub(lambda word: word.group().lower() if word.group() in self.loud else word.group(), content)


@lru_cache(maxsize=8)
def grammar(catalogue: Catalogue, *, past: bool = False) -> Grammar:
    """Compile the grammar of a catalogue, of paragraphs in the present or of minutes in the past; made once."""
    tense = _past(catalogue) if past else str
    thirds = {
        tense(verb): verb
        for verb in (
            *_third_persons(catalogue),
            *(pair.split()[0] for pair in catalogue.list("operative.tasks")),
            *_IN_SHAPES,
        )
    }
    verbs = {tense(verb): force for verb, force in {**_third_persons(catalogue), **_IN_SHAPES}.items()}
    nouns = {noun: row.id for row in catalogue.forces.values() for noun in row.nouns if not noun.endswith("s")}
    bases = {**_bases(catalogue), "require": "demand"}
    participles = {
        **{form: row.id for row in catalogue.forces.values() for form in row.verbs if form.endswith("ed")},
        **dict.fromkeys(("called upon", "called on"), "call"),
    }
    adverbs = rf"(?:(?:{_any(catalogue.list('operative.adverbs'))}),?\s+)*"
    capital = rf"(?:(?i:{_any(catalogue.list('operative.adverbs'))}),?\s+)*"
    directive = _grouped(_any(verbs))
    tasks = dict(pair.split() for pair in catalogue.list("operative.tasks"))
    verbs = {**{tense(verb): force for verb, force in tasks.items()}, **verbs}
    bases |= {verb[:-1]: force for verb, force in tasks.items()}
    opening = _any(verbs)
    plain_verbs = [tense(verb) for verb in catalogue.list("operative.verbs")]
    plain = _any(plain_verbs)
    organs = _any(catalogue.list("operative.organs"))
    bearers = _any(catalogue.list("operative.bearers"))
    again = _any(map(tense, catalogue.list("operative.again")))
    asking_nothing = _any(tense(verb) for verb in catalogue.list("operative.verbs") if verb not in _NOUNS)
    modals = "should|must|shall|may|might|would|will|could|can|not|are|is|has|have"
    return Grammar(
        first=_first_words((*catalogue.list("operative.adverbs"), *plain_verbs, *verbs)),
        restating=tuple(tense(word)[1:] for word in catalogue.list("operative.again")),
        opening=re.compile(
            rf"^[ \x0c]*(?P<label>{_LABEL})(?P<verb>{capital}(?P<head>{_either(f'{opening}|{plain}', loud=True)})\b)",
            re.MULTILINE,
        ),
        subject=re.compile(
            rf"^[ \x0c]*(?P<label>{_LABEL})(?:In (?:the )?light of[^.;:\n]{{3,160}},\s+)?"
            r"(?P<organ>(?:[Tt]he|THE|[Tt]hat (?:this|the)|Resolved, That the)\s+"
            rf"(?:[A-Z][\w'-]+\s+){{0,4}}?(?:{organs}))\s+"
            rf"(?P<verb>{adverbs}(?P<head>{directive})\b)"
            rf"|^[ ]*(?P<house>[Tt]hat this (?:House|Senate|Assembly|Parliament|Council|Conference|Congress))\s+"
            rf"(?P<noted>{adverbs}(?:{plain})\b)",
            re.MULTILINE,
        ),
        asking=re.compile(
            rf"(?P<organ>(?:[Tt]he|[Tt]his|THE|THIS)\s+(?:[A-Z][\w'-]+\s+){{0,5}}?(?:{organs}))\s+"
            rf"(?P<verb>{adverbs}(?P<head>{directive})\b)"
        ),
        minutes=re.compile(
            rf"(?:\b(?:{organs}|it|they|It|They|Members|members|participants)|\b[A-Z][A-Z]{{2,}})\b[^\n.;]{{0,60}}[:,]?\s*\Z"
        ),
        organ=re.compile(
            rf"^[ \x0c]*The (?:[A-Z][\w'-]*\s+(?:of\s+(?:the\s+)?|and\s+)?){{0,7}}?(?:{organs})[^\n.;:]{{0,80}},[ ]*$",
            re.MULTILINE,
        ),
        second=re.compile(
            rf"(?P<head>{_grouped(_any(verbs), edged=True)})\b"
            r"(?!\s+(?:of|and|or|from|by|made|is|are|were|was|has|have|which|contained|as)\b|"
            r"\s*[.,;:)]\s*(?:[A-Z\d]|$))"
        ),
        joint=re.compile(rf"(?:\band|[,;.]|—)\s+(?:and\s+)?(?:(?:[Ii]t|[Tt]he (?:{organs}))\s+)?(?P<verb>{adverbs})\Z"),
        again=re.compile(
            rf"(?:{_either(again)})\s+{adverbs}"
            r"(?:its|the|his|their|this|all its|once again its)\s+"
            r"(?:(?!and\b|of\b)[\w'-]+,?\s+){0,4}?(?:and\s+[\w-]+\s+)?"
            rf"(?P<noun>{_any(nouns)})s?,?\s+(?P<part>to|on|upon|for|that)\b"
        ),
        decides=re.compile(
            rf"(?:,[^,;]{{0,120}},|\s+{adverbs})*\s*that,?\s+(?:[^,;]{{0,160}},\s+)?"
            rf"(?P<who>(?:(?!\bshall\b)[^;:]){{0,220}}?\b(?:{bearers}|"
            rf"[A-Z][a-z]+)\b(?:(?!\bshall\b)[^;:.]){{0,160}}?)\s+"
            rf"(?P<modal>shall)\b"
        ),
        clause=re.compile(
            rf"\s(?:(?:immediately|fully|promptly|urgently|also|further|forthwith|unconditionally|"
            rf"strictly)\s+)*{_NOT_AFTER}"
            rf"(?P<verb>(?:{modals}|{_any(catalogue.list('asks.verbs'))})\b)"
        ),
        stop=re.compile(
            rf"(?:,?\s+and|;(?:\s+and)?)\s+{adverbs}(?:{asking_nothing})\s+(?:the|its|that|their|with|once|to)\b"
            rf"|;\s+(?:and\s+)?{adverbs}(?:{plain})\s+(?:the|its|that|their|with|once)\b"
        ),
        decision=re.compile(
            r"^[ ]*(?:(?:NOW,? )?(?:THEREFORE|Therefore)[:,]?[ ]+)?(?:[A-Z][^\n.;:]{0,200}[\s,])?"
            r"(?i:decides?|resolves?|orders?|rules?|holds|declares?|disposes?|provides|has decided|"
            r"hereby orders?|hereby decides?)\b[^\n.;:]{0,80}:[ ]*$",
            re.MULTILINE,
        ),
        infinitive=re.compile(rf"(?:(?:[Tt]o|TO)\s+)?{adverbs}(?P<head>(?i:{_any(bases)}))\b"),
        also=re.compile(rf"\band\s+(?P<verb>to\s+{adverbs}(?P<head>{_any(bases)}))\b"),
        bases=bases,
        verbs=verbs,
        thirds=thirds,
        tasking=frozenset(tasks),
        nouns=nouns,
        passive=re.compile(
            rf";\s+(?:and\s+)?(?P<who>(?:[Ii]t|[Tt]hey|[Tt]he [^;,.:]{{3,60}}?))\s+(?:is|are)\s+{adverbs}"
            rf"(?P<head>{_any(participles)})\s+(?=to\s)"
        ),
        participles=participles,
        loud=frozenset(
            word.upper()
            for words in (
                *verbs,
                *plain_verbs,
                *catalogue.list("operative.adverbs"),
                *nouns,
                *map(tense, catalogue.list("operative.again")),
                *_AROUND,
            )
            for word in words.split()
        ),
    )


def _first_words(openers: Iterable[str]) -> frozenset[str]:
    """List the first words of every adverb and operative verb."""
    return frozenset(re.split(r"[^a-z]", word.lower())[0] for word in openers)


def _third_persons(catalogue: Catalogue) -> dict[str, str]:
    """List the directive verbs in their third person ("urges") with their force."""
    found: dict[str, str] = {}
    for row in catalogue.forces.values():
        forms = set(row.verbs)
        for form in row.verbs:
            if form.endswith("s") and " " not in form and (form[:-1] in forms or form[:-2] in forms):
                found.setdefault(form, row.id)
    return found


def _bases(catalogue: Catalogue) -> dict[str, str]:
    """List the directive verbs in their base form ("urge") with their force."""
    thirds = _third_persons(catalogue)
    return {form: row.id for row in catalogue.forces.values() for form in row.verbs if f"{form}s" in thirds}


def _any(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace("\\ ", r"\s+") for word in sorted(dict.fromkeys(words), key=len, reverse=True)
    )


def _either(alternatives: str, *, loud: bool = False) -> str:
    """Match the words in lower case or with a capital; `loud` in capitals throughout as well."""
    words = [f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in alternatives.split("|")]
    words += [_LOWER.sub(lambda run: run.group().upper(), word) for word in alternatives.split("|") if loud]
    return _grouped("|".join(words))


def _grouped(alternatives: str, *, edged: bool = False) -> str:
    """Put alternatives together by their first letters, so that only those are tried that can stand at a place.

    With `edged` a word must begin there, too.
    """
    begun: dict[str, list[str]] = {}
    for word in alternatives.split("|"):
        found = _FIRST.match(word)
        if found is None:
            return rf"\b(?:{alternatives})" if edged else alternatives
        for letter in found.group().strip("[]"):
            begun.setdefault(letter, []).append(word[found.end() :])
    edge = r"(?<=\b.)" if edged else ""
    return "|".join(f"{letter}{edge}(?:{'|'.join(tails)})" for letter, tails in begun.items())


_LOUD = re.compile(r"\b[A-Z]{2,}\b")
_AROUND = ("its", "on", "upon", "for", "to", "that", "with")
"""Words that stand in capitals beside a verb in capitals."""
_FIRST = re.compile(r"[A-Za-z](?![?*+{])|\[[A-Za-z]+\]")


_LOWER = re.compile(r"(?<!\\)[a-z]+")
"""A run of letters in a pattern, no class such as white space."""


def _past(catalogue: Catalogue) -> Callable[[str], str]:
    """Give what puts a verb in the third person into the past: "urges" to "urged", "takes note" to "took note"."""
    irregular = dict(pair.split() for pair in catalogue.list("operative.past"))

    def past(verb: str) -> str:
        first, space, rest = verb.partition(" ")
        if not first.endswith("s"):
            return verb
        return irregular.get(first, f"{first[:-1]}{'d' if first.endswith('es') else 'ed'}") + space + rest

    return past
