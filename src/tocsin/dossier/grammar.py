# SPDX-License-Identifier: Apache-2.0
"""The grammar of searches (docs/search.md): words, phrases, fields, AND, OR, NOT and parentheses, as alternatives."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.errors import BadRequest

FIELDS: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "to": ("addressee",),
    "by": ("asker", "speaker"),
    "actor": ("actor",),
    "target": ("target",),
    "place": ("place",),
    "force": ("force",),
    "act": ("act",),
    "harm": ("harm",),
    "group": ("group",),
    "law": ("instrument",),
    "mode": ("mode",),
    "status": ("status",),
}
"""What can stand before a colon, and the roles of findings it looks at."""

ALTERNATIVES = 64
"""More alternatives than this are no question that anybody means."""

_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<open>\()|(?P<close>\))
    |(?P<field>[A-Za-z]+):(?P<value>"[^"]*"|(?:[^\s()"]|\([^\s()"]*\))+)
    |"(?P<phrase>[^"]*)"|(?P<word>(?:[^\s()"]|\([^\s()"]*\))+)|(?P<quote>")""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"(?:arts?|articles?)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[(.]\w+\)?)*")


class BadSearch(BadRequest):
    """A search cannot be read; the message marks the place."""

    def __init__(self, query: str, start: int, end: int, reason: str) -> None:
        self.start = start
        mark = " " * start + "~" * max(0, end - start - 1) + "^"
        super().__init__(f"search: {reason}\n    {query}\n    {mark}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What has to hold together: phrases (runs of words) in the passage, (role, value) pairs of one finding in it.

    `without` are phrases that the passage must not hold, `lacking` pairs that no finding in the passage may have.
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()

    def joined(self, other: Alternative) -> Alternative:
        """Ask for both."""
        return Alternative(
            phrases=tuple(dict.fromkeys(self.phrases + other.phrases)),
            pairs=tuple(dict.fromkeys(self.pairs + other.pairs)),
            without=tuple(dict.fromkeys(self.without + other.without)),
            lacking=tuple(dict.fromkeys(self.lacking + other.lacking)),
        )


Sum = tuple[Alternative, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int
    field: str = ""


def alternatives(query: str) -> Sum:
    """Read a search into alternatives, any of which may hold.

    >>> alternatives('corridor NOT "free passage"')
    (Alternative(phrases=(('corridor',),), pairs=(), without=(('free', 'passage'),), lacking=()),)

    Raises:
        BadSearch: A parenthesis or quotation mark has no second, an operator nothing to join, a field is unknown, there
            is nothing to find, or there are more alternatives than `ALTERNATIVES`.
    """
    found = _Parser(query).parsed()
    for one in found:
        if not one.phrases and not one.pairs:
            raise BadSearch(query, 0, len(query), "say at least one word or field that is to be found")
    return found


TOKENS = 150
"""Words, fields, operators and parentheses of a search at most: the parser goes down a step with each parenthesis."""


class _Parser:
    """Goes over the tokens once, from left to right."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = _tokens(query)
        self._at = 0

    def parsed(self) -> Sum:
        if not self._tokens:
            raise BadSearch(self._query, 0, 0, "there is no word to search for")
        if len(self._tokens) > TOKENS:
            raise BadSearch(self._query, 0, 0, f"it has more than {TOKENS} words, fields and parentheses; ask in parts")
        found = self._either()
        token = self._next()
        if token is not None:
            raise self._bad(token, "this parenthesis was never opened")
        return found

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, word: str) -> bool:
        token = self._next()
        if token is not None and token.kind == "word" and token.text == word:
            self._at += 1
            return True
        return False

    def _either(self) -> Sum:
        found = self._all()
        while self._take("OR"):
            found += self._all()
        return self._bounded(found)

    def _all(self) -> Sum:
        found = self._one()
        while True:
            joined = self._take("AND")
            token = self._next()
            if token is None or token.kind == "close" or (token.kind == "word" and token.text == "OR"):
                if joined:
                    raise self._missing("AND")
                return found
            found = self._both(found, self._one())

    def _one(self) -> Sum:
        if self._take("NOT"):
            return self._bounded(_denied(self._one()))
        token = self._next()
        if token is None or token.kind == "close" or (token.kind == "word" and token.text in {"AND", "OR"}):
            raise (
                self._missing("an operator or parenthesis")
                if token is None
                else self._bad(token, "a word, a phrase or a field is missing before this")
            )
        self._at += 1
        if token.kind == "open":
            found = self._either()
            closing = self._next()
            if closing is None:
                raise self._bad(token, "this parenthesis is not closed")
            self._at += 1
            return found
        if token.kind == "field":
            return self._field(token)
        return self._words(token)

    def _field(self, token: _Token) -> Sum:
        roles = FIELDS.get(token.field.lower())
        if roles is None:
            raise self._bad(
                token, f"no field {token.field}; fields are {', '.join(FIELDS)}; quote it to find the words"
            )
        value = token.text.strip('"').strip()
        if not value:
            raise self._bad(token, "the field has no value")
        return tuple(Alternative(pairs=((role, value),)) for role in roles)

    def _words(self, token: _Token) -> Sum:
        parts = tuple(_WORD.findall(token.text))
        following = self._next()
        numbered = following is not None and following.kind == "word" and _NUMBER.fullmatch(following.text)
        if token.kind == "word" and _ARTICLE.fullmatch(token.text) and following is not None and numbered:
            self._at += 1
            number = tuple(_WORD.findall(following.text))
            return tuple(Alternative(phrases=((name, *number),)) for name in ("art", "article", "arts", "articles"))
        if not parts:
            raise self._bad(token, "there is no letter or digit in it to search for")
        return (Alternative(phrases=(parts,)),)

    def _both(self, left: Sum, right: Sum) -> Sum:
        return self._bounded(tuple(a.joined(b) for a, b in itertools.product(left, right)))

    def _bounded(self, found: Sum) -> Sum:
        if len(found) > ALTERNATIVES:
            raise BadSearch(self._query, 0, len(self._query), f"more than {ALTERNATIVES} alternatives; ask in parts")
        return found

    def _missing(self, after: str) -> BadSearch:
        end = len(self._query)
        return BadSearch(self._query, end, end, f"the search ends after {after}: something to find is missing")

    def _bad(self, token: _Token, reason: str) -> BadSearch:
        return BadSearch(self._query, token.start, token.end, reason)


def _denied(found: Sum) -> Sum:
    """Turn alternatives into their contrary: of each, one of its parts must not hold."""
    parts = [
        [
            *(Alternative(without=(phrase,)) for phrase in one.phrases),
            *(Alternative(lacking=(pair,)) for pair in one.pairs),
            *(Alternative(phrases=(phrase,)) for phrase in one.without),
            *(Alternative(pairs=(pair,)) for pair in one.lacking),
        ]
        for one in found
    ]
    denied: list[Alternative] = [Alternative()]
    for choices in parts:
        denied = [held.joined(choice) for held in denied for choice in choices]
        if len(denied) > ALTERNATIVES:
            break
    return tuple(denied)


def _tokens(query: str) -> Sequence[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or ""
        if kind == "space":
            continue
        if kind == "quote":
            raise BadSearch(query, match.start(), match.end(), "this quotation mark has no second")
        if kind == "value" and match["value"].startswith("//"):
            kind = "word"  # an address is words
        text = match["value"] if kind == "value" else match["phrase"] if kind == "phrase" else match[0]
        kind = "field" if kind == "value" else kind
        found.append(_Token(kind=kind, text=text, start=match.start(), end=match.end(), field=match["field"] or ""))
    return found
