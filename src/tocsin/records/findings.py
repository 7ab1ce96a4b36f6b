# SPDX-License-Identifier: Apache-2.0
"""What reading yields: one frozen record a kind, each with its place, its words and the construction that found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor, a place or a group as a source names it.

    `id` is the catalogue's where the name is known, else a slug of the name; `name` is the source's own.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number in a claim: `value` of `of`, with bounds.

    `comparator` is one of `=` `>` `<` `~`; `low`/`high` are the whole numbers that the words allow, None where open.
    """

    value: int
    of: str
    comparator: str = "="
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A stretch of the reading text and what it was taken for.

    `start`/`end` count code points of the reading text, half-open; `quote` is the text there, to the letter;
    `by` names the construction (docs/constructions.md) or, for what a person added, `person`.
    """

    kind: ClassVar[str] = "finding"
    start: int
    end: int
    quote: str
    by: str


LIKELY = ".likely"
"""How the names of constructions end that a model of language stands behind (docs/likely.md)."""


def is_likely(by: str) -> bool:
    """Say whether what found a thing is a model of language.

    >>> is_likely("warning.likely"), is_likely("warning.risk")
    (True, False)
    """
    return by.endswith(LIKELY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Finding):
    """A block's role: title, dateline, heading, salutation, body, quotation, list-item, signature, boilerplate."""

    kind: ClassVar[str] = "passage"
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Finding):
    """Somebody asks somebody for something. The quote is the action asked for, without the trigger.

    `force` is a row of forces.toml (None for implicit); `voice` issuer or carrier; `category` McMahon's 1-5;
    `asks_for` a row of asks_for.toml or None; `reported`: an earlier ask told again; `by_when` EDTF; `condition` the
    source's words; `law` instrument ids invoked; `status` accepted, pending, noted, implemented where the text says so.
    """

    kind: ClassVar[str] = "ask"
    askers: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    force: str | None
    explicit: bool = True
    reported: bool = False
    voice: str = "issuer"
    category: int | None = None
    asks_for: str | None = None
    status: str | None = None
    by_when: str | None = None
    condition: str | None = None
    law: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning(Finding):  # noqa: A001 - the house's first word; nothing here raises Python's
    """Harm that has not happened yet, or is under way and growing.

    `harm` and `group` are rows of harms.toml (group may be a slug); `horizon` imminent, ongoing, near, conditional or
    None; `condition` the source's words.
    """

    kind: ClassVar[str] = "warning"
    harm: str
    group: str | None = None
    places: tuple[Party, ...] = ()
    horizon: str | None = None
    condition: str | None = None
    speakers: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Finding):
    """Somebody says that something was done: `act` is a row of acts.toml, `when` EDTF or None.

    `mode` is asserted, reported, alleged, denied or threatened; `speakers` run from publisher to issuer to quoted.
    """

    kind: ClassVar[str] = "claim"
    act: str
    when: str | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    places: tuple[Party, ...] = ()
    speakers: tuple[Party, ...] = ()
    mode: str = "asserted"
    quantities: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Finding):
    """A reference to law, whole with date and paragraph. `instrument` is an id, or a slug where it is not resolved."""

    kind: ClassVar[str] = "citation"
    instrument: str | None
    pinpoint: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Finding):
    """A time expression; `edtf` is ISO 8601-2 (EDTF) or an ISO 8601 duration."""

    kind: ClassVar[str] = "time"
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Finding):
    """A number of something; see `Count` for the bounds."""

    kind: ClassVar[str] = "quantity"
    value: int
    of: str
    comparator: str = "="
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The document's own facts.

    `issued` is EDTF, `issued_basis` one of given, dateline, stated, header, container, inferred or None; `evidence`
    are the spans (start, end) whose words carry an inferred date. `signatories` counts those who sign, None where
    nobody is said to. `language` is BCP-47; `title` None where there is none.
    """

    genre: str
    title: str | None = None
    issued: str | None = None
    issued_basis: str | None = None
    issuers: tuple[Party, ...] = ()
    carriers: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    signatories: int | None = None
    language: str | None = None
    evidence: tuple[tuple[int, int], ...] = ()
