# SPDX-License-Identifier: Apache-2.0
"""Resolvers: who is asked and who asks, from a trigger's words, the heading above, the card, what was said before."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

import re
from functools import partial

from tocsin.reading.asks import (
    addressees,
    addressing,
    antecedents,
    attributions,
    contexts,
    counted,
    labels,
    phrases,
    speaking,
    tellings,
)
from tocsin.reading.asks.antecedents import PRONOUNS
from tocsin.reading.asks.askings import Trigger, main_subject, subject_of
from tocsin.reading.asks.contexts import Context
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.cards import mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import mentions, names
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_OWN = late(r"(?:our|your|my)\b", re.IGNORECASE)
_MEMBERS = late(
    r"(?:its|their)\s+(?:own\s+)?(?P<noun>members|supporters|followers|citizens|nationals|staff|employees|faithful|students)\Z"
)
_PLURAL = late(r"\b(?:them|they)\b", re.IGNORECASE)
_PRONOUN = late(r"(?:(?:all|both|each) of )?(?:them|it|him|her|they)(?: all| both)?", re.IGNORECASE)
_SINGULAR = late(r"(?:it|him|her|this|that)\b", re.IGNORECASE)

_GENITIVE = late(r"(?:['’]s|(?<=s)['’])\Z")
_ARMED = frozenset(
    "army navy police military militia militias rebels junta troops soldiers guards gendarmes fighters insurgents "
    "forces separatists regime paramilitaries gunmen militants".split()
)
"""Groups that no heading calls by another name."""
_FAR = 1500
"""How far back a letter's sending is looked for."""
_RULERS = late(
    r"\bthe (?:national |federal |central |caretaker |transitional |interim )?(?:government|authorities|state)\b",
    re.IGNORECASE,
)
_CALLED = late(r"\b(?:dear|esteemed|beloved|fellow)\s+(?P<who>[a-z]+(?: and [a-z]+| [a-z]+)?),", re.IGNORECASE)
_CALLED_ON = late(
    r"\byou,\s+(?!Excellenc|Majest|Sir|Madam|Honou?r|Holiness|Eminence)"
    r"(?P<who>(?:the |our |members of |Mr\.? |Madam )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3}),"
)
_CAMPAIGN = frozenset(
    "sign share write donate join forward contact email tell attend come spread post add send".split()
)
SUPPORTERS = (Party(id="supporters", name="supporters"),)
_IN_LETTER = re.compile(
    r"In (?:a|an|the|his|her|its|their) (?:\w+ )?(?:letter|message|note|appeal|call|statement|petition)\b"
)
_SPEAKS_OF = late(r"\s(?:is|are|was|were|has|have|had|will|must|should|can|may|said|says|did|does)\s")
_BARE_BODY = late(
    r"(?:the|this)\s+(?:organi[sz]ation|group|union|coalition|agency|charity|ngo|network|movement|association|"
    r"federation|"
    r"body|watchdog|bloc|party|alliance|campaign|forum|league|platform)",
    re.IGNORECASE,
)
_APPLICANTS = late(r"(?:the )?(?:applicants?|petitioners?|claimants?|plaintiffs?)\b", re.IGNORECASE)
_BESIDE = late(r"\s+and\s+(?=the\b|all\b|those\b|its\b|their\b)")
_ROW = late(
    r",\s+(?:and\s+|or\s+|as well as\s+)?(?:(?:the|all|our)\s+)?|\s+(?:and|or|as well as)\s+(?:(?:the|all|our)\s+)?"
)
_LONG_PART = 70
"""Code points up to which one of a row is a name or a noun."""
_OWN_NAME = late(r"(?:the|this|our)\s+(?P<noun>[A-Z][\w-]+(?: [A-Z][\w-]+)?)", re.IGNORECASE)
_UNNAMED = frozenset(
    {"many", "some", "others", "several", "few", "most", "nobody", "those", "who", "all", "one", "another"}
)
"""First words of subjects that are nobody whom a text names."""
_FURTHER = late(r"(?:\s+(?:also|further|furthermore|again|once|more|then|therefore|has|have|had|strongly))*\s*\Z")
_HEAD = 200
"""Code points at the head of a text that name who speaks in it."""
_ASKING = frozenset({"we", "i", "they", "he", "she", "it"})
_FORMER = late(r"the (?:former|latter)\b", re.IGNORECASE)
_SHORT = late(r"(?:the|this|that|your)(?: esteemed| honou?rable| distinguished)? (?P<noun>[A-Z][a-z]+|[a-z]{4,12})")


_WROTE = frozenset(
    "wrote writes written write addressed sent sends appealed turned delivered petitioned letter".split()
)
"""Words of writing to somebody, whom a participle behind them does not make the one who asks."""


class Resolver:
    """Resolves parties for one walk; `context` is the walk's own and changes under it."""

    def __init__(self, draft: Draft, card: Card, context: Context) -> None:
        self.draft = draft
        self.card = card
        self.context = context

    def addressees(self, read: Sentence, trigger: Trigger, found: Complement, block: Block) -> tuple[Party, ...]:
        """Give who is asked by a trigger."""
        context = self.context
        if found.to is None:
            return self._unsaid(read, trigger, block)
        start, end = read.tokens[found.to[0]].start, read.tokens[min(found.to[1], len(read.tokens) - 1)].end
        if addressees.is_second_person(self.draft, start, end):
            return self._spoken_to(read, trigger, found)
        if trigger.passive:
            by = re.search(r"\bby\b", self.draft.content[start:end])
            end = start + by.start() if by else end
        if trigger.form == "ing" and found.by == "ask.noun":
            sent = addressees.sent_to(self.draft, read.start, read.tokens[trigger.index].start)
            if sent:
                return sent
        if _PRONOUN.fullmatch(self.draft.content, start, addressees.trimmed(self.draft, start, end)[1]):
            return self._antecedent(read, trigger, start, end)
        told = self._members(trigger, start, end) or self._pair(read, start) or counted.both(self.draft, start, end)
        if told:
            return told
        short = _SHORT.fullmatch(self.draft.content, *addressees.trimmed(self.draft, start, end))
        own = self._is_heard(short) or _OWN.match(self.draft.content, start, end) is not None
        ours = own and short is None and phrases.is_people(read.word(phrases.head(read, *found.to)))
        to = context.heading if own and context.heading and not ours else addressees.named(self.draft, start, end)
        if not to and addressees.points_back(self.draft, start, end):
            return self._antecedent(read, trigger, start, end)
        if not to and found.by in {"ask.noun", "ask.for-noun"} and not addressees.generic(read, start, end):
            return self._unsaid(read, trigger, block)
        to = to or addressees.generic(read, start, end) or addressing.armed(self.draft, start, end)
        if short is not None and short["noun"] == "Ministry" and len(self.card.addressees) == 1:
            return self.card.addressees  # a note verbale's "the esteemed Ministry"
        if short is not None and not any(self._proper(party) for party in to):
            to = addressees.recalled(self.draft, start, short.group("noun")) or to
        to = counted.meant(self.draft, start, end) or self.domestic(read.block, start, end, to)
        to = self._with_others(read, start, end, to)
        scoped = tuple(party for party in to if party in context.heading)
        to = scoped or to
        if to:
            context.named, context.named_in = to, read.block
        return to

    def _is_heard(self, short: re.Match[str] | None) -> bool:
        """Say whether a short name may be whom the heading calls: "the Ministry"; no army is the people of a land."""
        if short is None or short["noun"][0].isupper() or short[0][:4].lower() != "the ":
            return short is not None
        noun = short["noun"]
        if any(noun in party.name.lower() for party in self.context.heading):
            return True
        return noun not in _ARMED and any(self._proper(party) for party in self.context.heading)

    def _members(self, trigger: Trigger, start: int, end: int) -> tuple[Party, ...]:
        """Give those of who asks by their noun: "the union told its members" – members of the union."""
        members = _MEMBERS.match(self.draft.content, start, end)
        if members is None or trigger.first or len(self.context.asker) != 1:
            return ()
        owner = self.context.asker[0]
        row = self.draft.catalogue.actors.get(owner.id)
        article = "" if row is not None and row.kind == "state" else "the "
        return (Party(id=f"{owner.id}-{members['noun']}", name=f"{members['noun']} of {article}{owner.name}"),)

    def _spoken_to(self, read: Sentence, trigger: Trigger, found: Complement) -> tuple[Party, ...]:
        """Give who "you" is: whom the sentence calls by name, a petition's readers, else the reader of the letter."""
        called = _CALLED.search(self.draft.content, read.start, read.end)
        if called:
            to = addressees.named(self.draft, *called.span("who")) or addressees.generic(read, *called.span("who"))
            if to:
                return to
        place = read.tokens[trigger.index].start
        office = _CALLED_ON.search(self.draft.content, read.start, read.end)
        if office and not self.reader(place):
            who = office.span("who")
            return addressees.named(self.draft, *who) or addressees.generic(read, *who)
        if found.action is not None:
            verb = read.word(found.action + 1 if read.word(found.action) == "to" else found.action)
            if self.card.genre in {"petition", "newsletter"} and verb in _CAMPAIGN and not self.context.turned:
                return SUPPORTERS
        return self.reader(place)

    def domestic(self, block: int, start: int, end: int, to: tuple[Party, ...]) -> tuple[Party, ...]:
        """Put the state for its unnamed government: "the authorities" in a text on one country."""
        if not any(party.id == "authorities" for party in to) or not _RULERS.search(self.draft.content, start, end):
            return to
        state = addressees.state_of(self.draft, start, self.draft.blocks[block].start)
        if not state:
            return to
        return tuple(dict.fromkeys(state[0] if party.id == "authorities" else party for party in to))

    def _with_others(self, read: Sentence, start: int, end: int, to: tuple[Party, ...]) -> tuple[Party, ...]:
        """Add a group known by its noun that stands beside a party by name: "the Government and the strikers"."""
        end = addressees.trimmed(self.draft, start, end)[1]
        row = self._row(read, start, end)
        if len(row) > len(to):
            return row
        joint = _BESIDE.search(self.draft.content, start, end)
        if len(to) != 1 or joint is None or addressees.named(self.draft, joint.end(), end):
            return to
        if not addressees.named(self.draft, start, joint.start()):
            return to
        return (*to, *(party for party in addressees.generic(read, joint.end(), end) if party not in to))

    def _row(self, read: Sentence, start: int, end: int) -> tuple[Party, ...]:
        """Give all whom a row of three and more names, those known by their noun too: "dockers, nurses and Ardesh"."""
        cuts = list(_ROW.finditer(self.draft.content, start, end))
        if len(cuts) < 2:
            return ()
        edges = [start, *(at for cut in cuts for at in cut.span()), end]
        found: dict[str, Party] = {}
        for low, high in zip(edges[::2], edges[1::2], strict=True):
            if high - low > _LONG_PART or high <= low:
                return ()
            known = addressees.named(self.draft, low, high) or addressees.generic(read, low, high)
            if not known:
                return ()
            found |= {party.id: party for party in known if party.id not in found}
        return tuple(found.values())

    def _proper(self, party: Party) -> bool:
        row = self.draft.catalogue.actors.get(party.id)
        return row is not None and row.kind not in {"collective", "group"}

    def _pair(self, read: Sentence, start: int) -> tuple[Party, ...]:
        """Give whom "the former" or "the latter" stands for, of the two who were named last."""
        if not _FORMER.match(self.draft.content, start):
            return ()
        begin = self.draft.blocks[read.block].start
        named = {
            mention.tag: Party(id=mention.tag, name=self.draft.content[mention.start : mention.end])
            for mention in mentions.within(self.draft, begin, start)
        }
        last = tuple(named.values())[-2:]
        if len(last) < 2:
            return ()
        return last[:1] if "former" in self.draft.content[start : start + 12].lower() else last[1:]

    def _antecedent(self, read: Sentence, trigger: Trigger, start: int, end: int) -> tuple[Party, ...]:
        """Give whom "them" or "it" stands for: whom a letter went to, else who was named last."""
        place = read.tokens[trigger.index].start
        sent = addressees.sent_to(self.draft, read.start, place)
        if sent:
            return sent
        askers = {party.id for party in self.context.asker}
        plural = _PLURAL.search(self.draft.content, start, end) is not None
        met = [party for party in antecedents.met(self.draft, read, trigger) if party.id not in askers]
        if met:
            return tuple(met)
        begun = datelines.find(self.draft.content, read.start) if read.start == self._begin(read) else None
        begin = begun.end if begun and begun.end < place else read.start
        before = [party for party in names.parties(self.draft, begin, place) if party.id not in askers]
        if plural and len(before) == 1 and antecedents.is_person(self.draft, before[0]):
            before = []  # "he asked them": not the one person who is named
        before = before or self._subject(read, place, askers)
        before = before or self._beside(read, place, askers)
        before = before or [party for party in self.subject_before(read) if party.id not in askers]
        if plural and len(before) == 1 and antecedents.is_person(self.draft, before[0]):
            before = []
        if before:
            return tuple(before[-1:]) if _SINGULAR.match(self.draft.content, start, end) else tuple(before)
        return tuple(party for party in self.context.named if party.id not in askers) or self._spoken_of(read, askers)

    def _subject(self, read: Sentence, place: int, askers: set[str]) -> list[Party]:
        """Give who acts in the main clause before a place: "President Kresk could help, and I ask her"."""
        main = main_subject(read)
        if main is None or read.tokens[main[1]].end >= place or read.word(main[1]) in PRONOUNS | {"i", "we"}:
            return []
        low, high = read.tokens[main[0]].start, read.tokens[main[1]].end
        found = self._with_others(read, low, high, speaking.resolve(self.draft, low, high))
        return [party for party in found if party.id not in askers]

    def _begin(self, read: Sentence) -> int:
        return self.draft.blocks[read.block].start

    def _beside(self, read: Sentence, place: int, askers: set[str]) -> list[Party]:
        """Give a state or body named before a verb beside who asks: "Rebuking Ardesh, Veltria asked it to …"."""
        rows = self.draft.catalogue.actors
        named = [
            Party(id=one.tag, name=self.draft.content[one.start : one.end])
            for one in mentions.within(self.draft, read.start, place)
            if one.layer == "actor" and one.tag not in askers and rows[one.tag].kind != "holder"
        ]
        return named[:1]

    def _spoken_of(self, read: Sentence, askers: set[str]) -> tuple[Party, ...]:
        """Give who is named last in the sentence before, but those who ask: "met both sides. He encouraged them …"."""
        spans = [span for span in self.draft.sentences(read.block) if span[1] <= read.start]
        named = mentions.within(self.draft, *spans[-1]) if spans else []
        kept = [one for one in named if one.tag not in askers and one.layer != "demonym"]
        return tuple(Party(id=one.tag, name=self.draft.content[one.start : one.end]) for one in kept[-1:])

    def subject_before(self, read: Sentence) -> tuple[Party, ...]:
        """Give who is spoken of first in the sentence before, in the same block: "The Governor is to come. … him"."""
        spans = [span for span in self.draft.sentences(read.block) if span[1] <= read.start]
        if not spans:
            return ()
        start, end = spans[-1]
        verb = _SPEAKS_OF.search(self.draft.content, start, end)
        return speaking.resolve(self.draft, start, verb.start()) if verb else ()

    def reader(self, place: int) -> tuple[Party, ...]:
        """Give who "you" is at a view offset: whom the text has turned to, the heading, the stem, the salutation."""
        context = self.context
        turned = [to for offset, to in context.turned if offset <= place]
        if turned:
            return turned[-1]
        if context.heading:
            return context.heading
        if context.stem and context.stem.to:
            return context.stem.to
        held = self.card.addressees
        number = self.draft.block_at(place) if len(held) > 1 else None
        block = self.draft.blocks[number] if number is not None else None
        told = contexts.greeted(self.draft, block.start, place, held) if block else ()
        told = told or context.saluted or held
        if told or self.card.genre not in {"news", "newsletter", "other"}:
            return told
        # in news "you" stands in the words of a letter: whoever it was sent to
        return addressees.last_sent_to(self.draft, max(0, place - _FAR), place)

    def _unsaid(self, read: Sentence, trigger: Trigger, block: Block) -> tuple[Party, ...]:
        if trigger.form == "ing" or _IN_LETTER.match(self.draft.content, read.start, read.end):
            sent = addressees.sent_to(self.draft, read.start, read.tokens[trigger.index].start)
            if sent:
                return sent
        told = self._which(read, trigger)
        if told is not None:
            return told
        if (trigger.first or (trigger.form == "s" and block.role == "list-item")) and self.context.heading:
            return self.context.heading
        if trigger.first and block.voice == "issuer":
            return self._ruled(read, block) or self.reader(read.tokens[trigger.index].start)
        return ()

    def _which(self, read: Sentence, trigger: Trigger) -> tuple[Party, ...] | None:
        """Give who is named before "which we ask to do it"; None where no such clause asks."""
        at = trigger.index - 2
        if at < 1 or read.word(at) not in {"which", "whom", "who"} or read.word(at + 1) not in _ASKING:
            return None
        end = read.tokens[at].start
        held = [one for one in mentions.within(self.draft, read.start, end) if one.end > end - 3]
        near = tuple(Party(id=one.tag, name=self.draft.content[one.start : one.end]) for one in held[-1:])
        return near or names.parties(self.draft, read.start, end)[-1:]

    def _ruled(self, read: Sentence, block: Block) -> tuple[Party, ...]:
        """Give the State whose Government a speech's paragraph speaks of: "The Government can do it. I ask …"."""
        if self.card.genre != "speech" or _RULERS.search(self.draft.content, block.start, read.start) is None:
            return ()
        return addressees.state_of(self.draft, read.start, block.start)[:1]

    def askers(self, read: Sentence, trigger: Trigger, block: Block) -> tuple[Party, ...]:
        """Give who asks by a trigger."""
        if trigger.first:
            spoken = attributions.speakers(self.draft, block, read.tokens[trigger.index].start, self.context.asker)
            spoken = spoken or labels.turn(self.draft, block)
            if spoken:
                return self.card.issuers if self._are_issuers(spoken) else spoken
        place = read.tokens[trigger.index].start
        if trigger.passive:
            by = self._agent(read, trigger)
            return by if by is not None else self._unnamed(read, trigger, block)
        if trigger.first or trigger.subject is None:
            own = block.voice == "issuer" or trigger.subject is None
            return (self.card.issuers if own else ()) or self.context.asker
        first, last = self._writer(read, trigger) or trigger.subject
        span = read.tokens[first].start, read.tokens[min(last, len(read.tokens) - 1)].end
        if trigger.form == "noun" and (whose := _GENITIVE.search(self.draft.content, *span)):
            span = span[0], whose.start()
        named = tellings.authors(self.draft, span[0], place)
        named = named or speaking.resolve(self.draft, *span, partial(self._asker_or_named, block, span[0]))
        if self.card.genre == "court-order" and _APPLICANTS.match(self.draft.content, *span):
            return mastheads.applicants(self.draft, self.draft.blocks) or named
        if named and self._is_own(named, *span):
            named = self.card.issuers
        elif len(named) == 1 and " " not in named[0].name and _BARE_BODY.fullmatch(self.draft.content, *span):
            meant = self.card.issuers if self._speaks_itself(block) else ()
            named = meant or speaking.last_speaker(self.draft, span[0], self._floor(read.block)) or named
        if not named and self._is_short_for_issuer(*span):
            named = self.card.issuers
        if not named and read.word(last) not in PRONOUNS and (main := main_subject(read)) is not None:
            named = speaking.resolve(self.draft, read.tokens[main[0]].start, read.tokens[main[1]].end)
        if not named and read.word(last) in PRONOUNS:
            named = labels.quoted(self.draft, block, read.start) or antecedents.meant(self.draft, read, last)
            named = self.card.issuers if self._speaks_itself(block) and self._are_issuers(named) else named
            last_named = speaking.last_speaker(self.draft, span[0], self._floor(read.block), read.word(last))
            named = named or antecedents.fitting(self.draft, read.word(last), last_named, self.context.asker)
        if named:
            self.context.asker = named
            return named
        unnamed = read.word(first) in _UNNAMED
        return self.card.issuers if self._speaks_itself(block) and not unnamed else ()

    def _writer(self, read: Sentence, trigger: Trigger) -> tuple[int, int] | None:
        """Give the tokens of who wrote, for "X wrote to Y and Z demanding …": those written to ask nothing."""
        main = main_subject(read) if trigger.form == "ing" and trigger.subject is not None else None
        if main is None or trigger.subject is None or main[1] >= trigger.subject[1]:
            return None
        between = range(main[1] + 1, trigger.index)
        wrote = next((at for at in between if read.word(at) in _WROTE), None)
        written = wrote is not None and any(read.word(at) == "to" for at in range(wrote + 1, trigger.index))
        held = any(read.word(at) in {"that", "who", ";", ":"} for at in between)
        return subject_of(read, main[1]) if written and not held else None

    def _floor(self, index: int) -> int:
        """Give how far back a pronoun may point: over this block and the two before it."""
        return self.draft.blocks[max(0, index - 2)].start

    def _asker_or_named(self, block: Block, place: int) -> tuple[Party, ...]:
        """Give who was named last in a block before a place, for "its director" and a bare "a spokesman"."""
        found = names.parties(self.draft, block.start, place) if place > block.start else ()
        return found[-1:] or self.context.asker

    def _speaks_itself(self, block: Block) -> bool:
        """Say whether a block is its issuer's own words, as all is but reports of news."""
        return block.voice == "issuer" and self.card.genre != "news"

    def _unnamed(self, read: Sentence, trigger: Trigger, block: Block) -> tuple[Party, ...]:
        """Give who asks in "X is asked to do Y": whose name heads the paragraph, whom the sentence follows."""
        told = tellings.told_by(self.draft, read.start, read.end) if block.voice == "carrier" else ()
        labelled = labels.speaker(self.draft, block, read.tokens[trigger.index].start)
        return labelled or told or self._behind(read, trigger, block)

    def _behind(self, read: Sentence, trigger: Trigger, block: Block) -> tuple[Party, ...]:
        """Give who asks in "X is asked to do Y": the issuer in a text of its own, in a report who spoke just before."""
        if self._speaks_itself(block) and self.card.issuers:
            told = read.word(trigger.index - 1) in {"was", "were", "been"}  # "residents were instructed": by whomever
            return () if told and self.card.genre == "situation-report" else self.card.issuers
        spans = [span for span in self.draft.sentences(read.block) if span[1] <= read.start]
        if block.voice != "carrier" or not spans:
            return ()
        asked = names.parties(self.draft, read.start, read.tokens[trigger.index].start)
        spoke = speaking.last_speaker(self.draft, read.start, spans[-1][0])
        return tuple(party for party in spoke if party not in asked)

    def _are_issuers(self, spoken: tuple[Party, ...]) -> bool:
        """Say whether those who speak are the issuer by its common noun: "the experts" in the UN experts' release."""
        if len(spoken) != 1 or len(self.card.issuers) != 1 or spoken[0].id in self.draft.catalogue.actors:
            return False
        called = spoken[0].name.lower().removeprefix("the ")
        return " " not in called and called in self.card.issuers[0].name.lower().split()

    def _is_short_for_issuer(self, start: int, end: int) -> bool:
        """Say whether a subject that names nobody is the issuer's head: "the Summit" of the Summit of the Union."""
        short = _OWN_NAME.fullmatch(self.draft.content, *self._trimmed(start, end))
        if short is None or len(self.card.issuers) != 1 or not short["noun"][0].isupper():
            return False
        head = f"{self.card.issuers[0].name} {self.draft.content[:_HEAD]}".lower()
        return short["noun"].lower() in head

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        content = self.draft.content
        while start < end and content[start] in ' \n,"':
            start += 1
        tail = _FURTHER.search(content, start, end)
        return start, tail.start() if tail else end

    def _is_own(self, named: tuple[Party, ...], start: int, end: int) -> bool:
        """Say whether a subject is the issuer by a short name: "the Office" in the Office's statement."""
        if len(named) != 1 or len(self.card.issuers) != 1 or named[0].id in self.draft.catalogue.actors:
            return False
        short = _OWN_NAME.fullmatch(self.draft.content, start, end)
        return short is not None and short["noun"].lower() in self.card.issuers[0].name.lower()

    def _agent(self, read: Sentence, trigger: Trigger) -> tuple[Party, ...] | None:
        """Give by whom "X is asked by Y to do Z" says that it is asked; None where it says nobody."""
        for at in range(trigger.index + 1, min(trigger.index + 4, len(read.tokens))):
            if read.word(at) == "by":
                action = read.infinitive(at + 1)
                last = action - 1 if action else at + 1
                span = read.tokens[at + 1].start, read.tokens[last].end
                named = names.parties(self.draft, *span) or speaking.resolve(self.draft, *span)
                return named if named or phrases.names_somebody(read, at + 1, last) else None
        return None
