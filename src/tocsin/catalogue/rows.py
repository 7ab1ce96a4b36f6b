# SPDX-License-Identifier: Apache-2.0
"""The rows of the catalogue, one frozen class a table; every row names its source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row has: an id unique in its table, and where the fact is from."""

    id: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Row):
    """Somebody who can warn, be warned, act or be acted on.

    `kind`: state, territory, un-organ, peace-operation, office, holder, organisation, court, parliament, ministry,
    armed-group, force, ngo, media, group, collective. A holder's name stands for the office it is `part_of`, that of a
    force – an army or police of a State – for the State; a collective is
    named by a common noun ("the parties").
    `aliases` are other names, `demonyms` adjectives and nouns for its people, `seats` capitals that stand for its
    government ("Velt City rejects …"). `part_of` ids of the bodies it is an organ or office of; `organ_of` that of
    the body with whose voice it speaks, and which it is part of: the two never bear each other out. `members` ids of
    a collective's members where it is a closed list. `since`, `until` EDTF; `iso` the ISO 3166-1 alpha-2 code.
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    organ_of: str | None = None
    members: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    iso: str | None = None

    def __post_init__(self) -> None:
        """Count the body with whose voice it speaks among those that it is part of, as a pack may leave unsaid."""
        if self.organ_of is not None and self.organ_of not in self.part_of:
            object.__setattr__(self, "part_of", (*self.part_of, self.organ_of))

    @property
    def stands_for(self) -> str:
        """The id that its names stand for: a holder's office, the State of a force, else its own."""
        return self.part_of[0] if self.kind in {"holder", "force"} and self.part_of else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Row):
    """A person's time in an office: `person` is the name, `office` the actor it speaks for (an office, else a body).

    `title` names the office where it has no row of its own ("President" of the state `office`). `since` and `until` are
    EDTF; without `until` the source knows of no end. Nobody's name makes a new actor: a row says whom a name stood for.
    """

    person: str
    office: str
    since: str
    until: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Row):
    """Somewhere: a city, region, corridor, crossing, river, bridge. `within` ids of places or states, all claimants.

    `names` are the names that the sides use where they differ: the tool's own words give all of them at first mention.
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Row):
    """A treaty, resolution, order, decision or agreement. `body` is the actor id of who adopted it, `date` EDTF."""

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    body: str | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Row):
    """A body that adopts instruments, and how their ids are made; `id` is its actor's.

    `kind` is court, organ, parliament or organisation. `prefix` begins ids of dated instruments; `kinds` maps the words
    that sources use to the one kind in the id ("decision=order"). `numbered` and `session` are the ids of resolutions
    known by number and year, or by session and number ("S/RES/{number}({year})", "A/RES/{session}/{number}").
    """

    kind: str
    name: str
    prefix: str
    aliases: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    numbered: str | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Row):
    """A type of act. `verbs` and `nouns` are forms that name it, each written out; `plover`, `huridocs` map it."""

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    plover: str | None = None
    huridocs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Force(Row):
    """A force of asking. `rank`: the stronger of two wins (1 is strongest); `verbs`, `nouns`: every inflected form."""

    name: str
    rank: int
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm(Row):
    """A kind of harm that can be warned of: `nouns` name it; `verbs`, as after "will", say that it is done."""

    name: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    factors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Row):
    """A closed list of words or phrases that a construction uses; the id starts with the construction's layer."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Row):
    """A term of a closed list, such as the responses to an ask; `list` names the list, `code` is the source's own."""

    list: str
    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Row):
    """A risk factor of the UN Framework of Analysis for Atrocity Crimes.

    `name` is the Framework's, `short` ours for tables; `crime` is all, or the crime that the factor is specific to.
    """

    name: str
    short: str
    crime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """An indicator of a risk factor; the id is the Framework's number ("13.8"), the name ours, in short."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Row):
    """A rule: what a source states that speaks to an indicator.

    `indicators` are ids of indicators, or of a factor where no one indicator fits. A claim must have one of `acts` and
    one of `modes`, a warning one of `harms`, and either one of `words` (beginnings of words, in any case); an empty
    list asks nothing, but a rule with acts is about claims and one with harms about warnings.
    """

    indicators: tuple[str, ...]
    acts: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisation(Row):
    """Which claims tell that a harm warned of came about: the id is the harm's, `acts` are those that realise it."""

    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Row):
    """By when a mechanism awaits a reply: `lasts` (ISO 8601 duration) from the day that the asking text was issued.

    It applies where one of `askers` (or an organ of theirs) asks in a document of one of `genres`, and who is asked is
    one of `addressees` or of one of `addressee_kinds`; an empty list of genres means any.
    """

    name: str
    lasts: str
    askers: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    addressee_kinds: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Access(Row):
    """What a claim of an act says of a way; the id is the act's.

    `state` is open, restricted or closed, None where the act only hinders; `eases` where the act lifts what was before
    it. `constraints` are ids of terms of the list access-constraint.
    """

    state: str | None = None
    eases: bool = False
    constraints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Row):
    """What a column of a table holds: `field` names it (docs/access.md); `tags` are HXL's, `headings` words, folded.

    A column of counts has the field `count`: `of` is what it counts, `act` the act of a claim whose row tells no state.
    """

    field: str
    tags: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    of: str | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Row):
    """A minimum: from `low` to `high` `unit` (decimals as strings) for so many `people`, for so many `days`.

    `days` 0: once, however long it lasts. `need` is water, food, medicine, shelter or sanitation; `edition` and
    `section` say where it stands. `ranking` 1 is the minimum itself; others are shown beside it.
    """

    need: str
    name: str
    unit: str
    low: str
    high: str
    people: int
    days: int
    edition: str
    section: str
    ranking: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Commodity(Row):
    """What one `of` (a unit as quantities are counted in) is worth in the `unit` of a standard: from `low` to `high`.

    `names` are what is counted, as sources write it ("tonnes of wheat flour"); an empty list means the id.
    """

    need: str
    unit: str
    low: str
    high: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Row):
    """A kind of reply to an ask. `response` and `status` are terms of the lists `response` and `answer-status`.

    `cues` are words in a row: "a|b" either, "[a]" may be missing, "…" up to five words between. Where cues of two kinds
    meet in one clause, the lower `rank` holds. `forms` are cues that count only in a paper which answers another.
    """

    name: str
    response: str
    status: str
    rank: int
    cues: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Row):
    """Something that appeals ask for, by the doing itself; its lists are cues as those of `Reply`.

    `asked` is how an ask begins, `told` how a clause speaks of the doing, `came` how anybody tells that it came about,
    `still` how it is told that it has not. `whole`: it says most of what is asked, and who does it is enough beside it.
    """

    name: str
    asked: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Row):
    """A duty that an instrument lays on a bearer, in words of ours; `pinpoints` are the places that lay it, best first.

    `bearers` are actor ids; where whoever is in a position bears it, `who` says so ("each party to the conflict").
    `since`, `until` and `deadline` are EDTF, `lasts` an ISO 8601 duration from the instrument's date to the deadline.
    `acts` are acts that a source may tell of as contrary to it, `places` where it is to be done, empty for anywhere.
    """

    instrument: str
    duty: str
    pinpoints: tuple[str, ...] = ()
    bearers: tuple[str, ...] = ()
    who: str | None = None
    beneficiary: str | None = None
    since: str | None = None
    until: str | None = None
    deadline: str | None = None
    lasts: str | None = None
    acts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Row):
    """An answer that was given in public, told as a fact in words of ours: who answered whom, when, how, about what.

    `who`, `to`, `askers` are actor ids; `asked` and `when` EDTF; `about` what was asked and `note` what was answered.
    `asks` are places of asks in documents that a ledger may hold, as "sha256:…:START:END". `response`, `status` and
    `impact` are terms. `publisher` and `at` (a symbol or URL) say where it was published, `source` how it was checked.
    """

    title: str
    who: str
    when: str
    about: str
    note: str
    response: str
    publisher: str
    at: str
    to: tuple[str, ...] = ()
    askers: tuple[str, ...] = ()
    asked: str | None = None
    asks: tuple[str, ...] = ()
    status: str | None = None
    impact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Row):
    """A form that a mechanism asks for: `fields` are ids of its fields, in order.

    `words` is how many words it may have at most, `words_joint` where several submit it together; 0 is no limit.
    """

    name: str
    fields: tuple[str, ...]
    words: int = 0
    words_joint: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Row):
    """A field of a form: the id is the form's short name, a stop and the key under which a person fills it.

    `fills` names what a dossier fills it with: victims, actors, events, incidents, asks, law or obligations; None is
    a person's to say. Without one that is `required` the mechanism does not consider the paper.
    """

    name: str
    required: bool
    fills: str | None = None
