# SPDX-License-Identifier: Apache-2.0
"""Exchanges: the two sides between which answers are looked for – asks that wait, and clauses that reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Certainty
from tocsin.ledger.shelf import Shelved
from tocsin.linking.matters import Matter
from tocsin.linking.repliers import Page, Replier
from tocsin.linking.reply_cues import Told
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest

_OPENING = 400
"""Characters of a document's first passages in which its speaker may be named."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class About:
    """What an ask is about, ready to be compared: the weights of its features, their sum, the stems of their words.

    `deeds` are the doings that it asks for, `doing` the stems of the words that name them. Asks in the same words share
    one; two are one only where they are the same object.
    """

    weights: Mapping[str, float]
    stems: Mapping[str, frozenset[str]]
    total: float
    deeds: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An ask that waits for an answer, with what it is about."""

    row: Listed
    ask: Ask
    matter: Matter
    about: About

    @property
    def deeds(self) -> frozenset[str]:
        """The doings that it asks for."""
        return self.about.deeds

    @property
    def finding(self) -> Digest:
        """The ask's id."""
        return self.row.row.finding

    @property
    def shelved(self) -> Shelved:
        """The document that asks."""
        return self.row.shelved


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause that replies: where it stands, how, who replies, and what it is about.

    `deeds` are the doings that it tells of, `still` those of which it, or the sentence after it, says that they are not
    done, or not all.
    """

    page: Page
    version: str
    passage_start: int
    start: int
    quote: str
    told: Told
    replier: Replier
    matter: Matter
    weights: Mapping[str, float]
    words: frozenset[str]
    deeds: frozenset[str] = frozenset()
    still: frozenset[str] = frozenset()

    @property
    def document(self) -> Digest:
        """The document it stands in."""
        return self.page.shelved.document

    @property
    def anchor(self) -> Anchor:
        """Its place and words."""
        end = self.start + len(self.quote)
        return Anchor(document=self.document, version=self.version, start=self.start, end=end, quote=self.quote)

    @property
    def times_key(self) -> tuple[Digest, int, int]:
        """Where its times stand."""
        return self.document, self.start, self.start + len(self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The passages of a document in order: start, role and words."""

    shelved: Shelved
    version: str
    held: tuple[tuple[int, str, str], ...]

    @property
    def opening(self) -> str:
        """The first words of the document."""
        return "\n".join(quote for _, _, quote in self.held[:8])[:_OPENING]


def later(asked: Shelved, replying: Shelved) -> Certainty | None:
    """Say whether a document is later than another: certainly, possibly (of one day) or not (None)."""
    first, second = asked.published, replying.published
    if first is None or second is None or second.latest < first.earliest:
        return None
    return "certain" if second.earliest > first.latest and replying.certainty == "certain" else "possible"
