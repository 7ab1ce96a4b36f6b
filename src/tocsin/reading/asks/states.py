# SPDX-License-Identifier: Apache-2.0
"""Lists of States in brackets, "(Spain, Viet Nam and the Netherlands)", read with the slips that reports make."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.naming.names import slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_KINDS = frozenset({"state", "territory"})
_NOT_LETTERS = late(r"[^a-z]+")
_FOOTNOTE = late(r"[\s\d*]+$")
_FOR_OTHERS = late(r"\s*\(?\bon behalf of\b.*", re.DOTALL)
_LONG_FORM = late(
    r"^(?:the)?(?:federal|federative|democraticpeoples|peoples|islamic|bolivarian|plurinational|arab|united|"
    r"co-operative)?"
    r"(?:republic|kingdom|state|principality|commonwealth|union|federation|sultanate|government)s?of(?:the)?"
)
_MEANT = 0.88
"""How alike a slip must be to the name that is meant (difflib's ratio)."""


class States:
    """The States of a catalogue by every name, look-up forgiving."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_key: dict[str, str] = {}
        for row in catalogue.actors.values():
            if row.kind in _KINDS:
                for name in (row.name, *row.aliases):
                    self._by_key.setdefault(key(name), row.id)
        self._held: dict[str, str | None] = {}

    def find(self, name: str) -> str | None:
        """Give the id of a State by one of its names, written as reports write it, None where none is meant."""
        made = key(name)
        if made not in self._held:
            self._held[made] = self._look_up(made, name)
        return self._held[made]

    def _look_up(self, made: str, name: str) -> str | None:
        if len(made) < 2 or len(made) > 60:
            return None
        exact = self._exact(name)
        if exact is not None or len(made) < 5 or not name[:1].isupper():
            return exact
        near = difflib.get_close_matches(made, self._by_key, n=1, cutoff=_MEANT)
        return self._by_key[near[0]] if near else None

    def _exact(self, name: str) -> str | None:
        """Give the id of a State by a name to the letter, its long form or its inverted form."""
        made = key(name)
        outside = key(name.partition("(")[0]) if name.endswith(")") else made
        forms = (made, outside, _LONG_FORM.sub("", made))
        return next((self._by_key[form] for form in forms if form in self._by_key), None)

    def listed(self, inside: str) -> tuple[Party, ...]:
        """Read what stands in brackets as a list of States; nothing where it is something else.

        One part in three may be a name that the catalogue does not know; it is kept by its slug.
        """
        if len(inside) > 2500 or not inside.strip()[:1].isalpha():
            return ()
        named = self._split(" ".join(inside.split()))
        known = sum(party is not None for _, party in named)
        if not known or known * 3 < len(named) * 2:
            return ()
        found = [Party(id=state or slug(name), name=name) for name, state in named]
        return tuple({party.id: party for party in found}.values())

    def _split(self, inside: str) -> list[tuple[str, str | None]]:
        """Cut a list into its names, each with the State's id; "Bosnia and Herzegovina" stays whole."""
        named: list[tuple[str, str | None]] = []
        for chunk in outer(inside):
            name = _FOR_OTHERS.sub("", _FOOTNOTE.sub("", chunk)).strip(" .").removeprefix("and ").strip()
            if not name:
                continue
            if " and " not in name or self._exact(name) is not None:
                named.append((bare(name), self.find(name)))
                continue
            named += [(bare(part), self.find(part)) for part in self._halves(name)]
        return named

    def _halves(self, name: str) -> list[str]:
        """Cut at the "and" that leaves two known names; a name that holds one may be a slip; else at every one."""
        for match in re.finditer(r" and ", name):
            left, right = name[: match.start()], name[match.end() :]
            if self.find(left) and self.find(right):
                return [left, right]
        return [name] if self.find(name) else name.split(" and ")


def bare(name: str) -> str:
    """Leave out a leading article.

    >>> bare("the Netherlands")
    'Netherlands'
    """
    return re.sub(r"^[Tt]he\s+", "", name).strip()


def outer(inside: str) -> list[str]:
    """Cut at commas, semicolons and slashes that stand outside inner brackets.

    >>> outer("Iran (Islamic Republic of), Mexico; Peru")
    ['Iran (Islamic Republic of)', 'Mexico', 'Peru']
    """
    parts: list[str] = []
    depth = begin = 0
    for index, char in enumerate(inside):
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char in ",;/" and depth <= 0:
            parts.append(inside[begin:index])
            begin = index + 1
    parts.append(inside[begin:])
    return [part.strip() for part in parts if part.strip()]


def key(name: str) -> str:
    """Make the form that names are compared by: letters only, no accents, no article.

    >>> key("the Côte d'Ivoire")
    'cotedivoire'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().strip()
    return _NOT_LETTERS.sub("", plain.removeprefix("the "))


@lru_cache(maxsize=4)
def states(catalogue: Catalogue) -> States:
    """Give the States of a catalogue; made once per catalogue."""
    return States(catalogue)
