# SPDX-License-Identifier: Apache-2.0
"""Resolvers: who is asked and who asks, from a trigger's words, the heading above, the card, what was said before."""
# ruff: noqa: C901, PLR0911, PLR0912, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

import re

from tocsin.reading.asks import (
    addressees,
    addressing,
    antecedents,
    contexts,
    counted,
    doers,
    phrases,
    readers,
    speaking,
    turnings,
)
from tocsin.reading.asks.antecedents import PRONOUNS
from tocsin.reading.asks.askers import Askers
from tocsin.reading.asks.askings import Trigger, main_subject
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.readers import SUPPORTERS
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Block
from tocsin.reading.layout import datelines
from tocsin.reading.naming import mentions, names
from tocsin.reading.naming.headwords import book
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Party

_OWN = late(r"(?:our|your|my)\b", re.IGNORECASE)
_MEMBERS = late(
    r"(?:its|their)\s+(?:own\s+)?(?P<noun>members|supporters|followers|citizens|nationals|staff|employees|faithful|students)\Z"
)
_PLURAL = late(r"\b(?:them|they)\b", re.IGNORECASE)
_PRONOUN = late(r"(?:(?:all|both|each) of )?(?:them|it|him|her|they)(?: all| both)?", re.IGNORECASE)
_SINGULAR = late(r"(?:it|him|her|this|that)\b", re.IGNORECASE)

_ARMED = frozenset(
    "army navy police military militia militias rebels junta troops soldiers guards gendarmes fighters insurgents "
    "forces separatists regime paramilitaries gunmen militants".split()
)
"""Groups that no heading calls by another name."""
_FAR = 1500
"""How far back a letter's sending is looked for."""
_RULERS = late(
    r"\bthe (?:national |federal |central |caretaker |transitional |transition |interim )?"
    r"(?:government|authorities|state)\b"
    r"|\A(?:national|transition|transitional|interim|competent|central) authorities\b",
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
_GOES_ON = late(r"(?:[,;]|\band\b)[^.?!:]{0,40}\b(?:also|further|again|too|likewise|ask|asks|asked)\b[^.?!:]{0,30}\Z")
"""What stands between two asks of one sentence that are put to the same."""
_IN_LETTER = re.compile(
    r"In (?:a|an|the|his|her|its|their) (?:\w+ )?(?:letter|message|note|appeal|call|statement|petition)\b"
)
_SPEAKS_OF = late(r"\s(?:is|are|was|were|has|have|had|will|must|should|can|may|said|says|did|does)\s")
_BESIDE = late(r"\s+and\s+(?=the\b|all\b|those\b|its\b|their\b|[a-z]+\Z)")
_DETERMINED = frozenset({"the", "a", "an", "all", "both", "our", "your", "their", "its", "these", "those"})
_ROW = late(
    r",\s+(?:and\s+|or\s+|as well as\s+)?(?:(?:the|all|our)\s+)?|\s+(?:and|or|as well as)\s+(?:(?:the|all|our)\s+)?"
)
_PLURAL_GROUP = late(r"(?:(?:all|the|our)\s+)?(?P<group>[a-z]+(?: [a-z]+)? ?[a-z]*[^s\W]s)", re.IGNORECASE)
"""One of a row that no list knows: "auction houses"."""
_LONG_PART = 70
"""Code points up to which one of a row is a name or a noun."""
_ASKING = frozenset({"we", "i", "they", "he", "she", "it"})
_OWN_WORD = 3
"""Letters that a word of a name has more than, by which it is known."""
_YOURS_OF = late(r"[Yy]our (?:[\w-]+ ){1,3}?of (?:the )?(?=[A-Z])")
"""A reader whom a paper calls by dignity and body: "your lordships of the High Court"."""
_SHORT = late(
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Yy]our)(?: (?:[Ee]steemed|[Hh]onou?rable|[Dd]istinguished|[Aa]ugust))? "
    r"(?P<noun>[A-Z][a-z]+|[a-z]{4,12})"
)


class Resolver(Askers):
    """Resolves parties for one walk; `context` is the walk's own and changes under it."""

    def addressees(self, read: Sentence, trigger: Trigger, found: Complement, block: Block) -> tuple[Party, ...]:
        """Give who is asked by a trigger."""
        context = self.context
        if found.to is None:
            return self._unsaid(read, trigger, block)
        start, end = read.tokens[found.to[0]].start, read.tokens[min(found.to[1], len(read.tokens) - 1)].end
        if addressees.is_second_person(self.draft, start, end):
            whose = _YOURS_OF.match(self.draft.content, start, end) if not self.card.addressees else None
            told = addressees.named(self.draft, whose.end(), end) if whose else ()
            return told or self._spoken_to(read, trigger, found)
        if trigger.passive:
            by = re.search(r"\bby\b", self.draft.content[start:end])
            end = start + by.start() if by else end
        if trigger.form == "ing" and found.by == "ask.noun":
            sent = addressees.sent_to(self.draft, read.start, read.tokens[trigger.index].start)
            if sent:
                return sent
        if _PRONOUN.fullmatch(self.draft.content, start, addressees.trimmed(self.draft, start, end)[1]):
            return self._antecedent(read, trigger, start, end)
        told = (
            self._members(trigger, start, end)
            or counted.one_of_two(self.draft, read.block, start)
            or counted.both(self.draft, start, end, self.context.asker)
        )
        if told:
            return told
        short = _SHORT.fullmatch(self.draft.content, *addressees.trimmed(self.draft, start, end))
        meant = readers.called(self.card, short["noun"]) if short is not None and not context.heading else ()
        if meant:
            return meant
        own = self._is_heard(short) or _OWN.match(self.draft.content, start, end) is not None
        ours = own and short is None and phrases.is_people(read.word(phrases.head(read, *found.to)))
        to = context.heading if own and context.heading and not ours else addressees.named(self.draft, start, end)
        if not to and addressees.points_back(self.draft, start, end):
            return self._antecedent(read, trigger, start, end)
        if not to and found.by in {"ask.noun", "ask.for-noun"} and not addressees.generic(read, start, end):
            return self._unsaid(read, trigger, block)
        to = to or addressees.generic(read, start, end) or addressing.armed(self.draft, start, end)
        if not to and found.by in {"ask.infinitive", "ask.passive"}:
            to = addressees.by_own_words(read, start, end)
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
            to = readers.sound(to)
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
        if not any(party.id == "authorities" for party in to) or not _RULERS.search(self.draft.content[start:end]):
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
        end -= len(" alike") if self.draft.content.endswith(" alike", start, end) else 0
        joint = _BESIDE.search(self.draft.content, start, end)
        if len(to) != 1 or joint is None:
            return to
        if addressees.named(self.draft, joint.end(), end):
            first = (
                ()
                if addressees.named(self.draft, start, joint.start())
                else addressees.generic(read, start, joint.start())
            )
            return (*first, *to)
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
            if found and self._is_its_own(next(iter(found.values())), low, high):
                continue  # "the authorities of Ardesh, public figures and leaders"
            rest = None if known else _PLURAL_GROUP.fullmatch(self.draft.content, low, high)
            if rest is not None:
                known = (Party(id=names.slug(rest["group"]), name=rest["group"]),)
            if not known:
                return ()
            found |= {party.id: party for party in known if party.id not in found}
        return tuple(found.values())

    def _is_its_own(self, first: Party, start: int, end: int) -> bool:
        """Say whether a bare noun in a row that a land begins is the land's own (`names.self`): "leaders"."""
        known = book(self.draft.catalogue)
        words = self.draft.content[start:end].lower().split()
        own = words[-1] in known.itself or " ".join(words[-2:]) in known.itself
        return own and first.id in known.states and words[0] not in _DETERMINED

    def _proper(self, party: Party) -> bool:
        row = self.draft.catalogue.actors.get(party.id)
        return row is not None and row.kind not in {"collective", "group"}

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
        before = before or (self._of_capital(read, place, askers) if not plural else [])
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

    def _of_capital(self, read: Sentence, place: int, askers: set[str]) -> list[Party]:
        """Give the one land that the sentence names by its capital or what is its: "Velt City's choice is open: …"."""
        rows = self.draft.catalogue.actors
        lands = {
            one.tag: Party(id=one.tag, name=self.draft.content[one.start : one.end])
            for one in mentions.within(self.draft, read.start, place)
            if one.tag not in askers and one.tag in rows and rows[one.tag].kind in {"state", "territory"}
        }
        return list(lands.values()) if len(lands) == 1 else []

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
        turn = self.script.at(place)
        if turn is not None and turn.to:
            return turn.to
        turned = [to for offset, to in context.turned if offset <= place]
        if turned:
            return turned[-1]
        if near := turnings.told(self.draft, place, self.card.addressees):
            return near
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
        own = block.voice == "issuer"
        if own and not trigger.first and trigger.form in {"s", "base"} and (to := contexts.complimented(self.draft)):
            return to
        if own and (trigger.first or self._is_issuers(read, trigger)):
            return self._ruled(read, block) or self.reader(read.tokens[trigger.index].start)
        return ()

    def implied(
        self, read: Sentence, trigger: Trigger, found: Complement, span: tuple[int, int], last: list[Ask]
    ) -> tuple[Party, ...]:
        """Give who is to act where the verb names nobody: "an end to the raids by X", "Colleagues, …", as just before.

        A verb goes on to ask whom the one before it in its sentence asked: "asks X to come and also demands a list".
        """
        doer = doers.find(self.draft.content, *span) if found.to is None else None
        named = addressees.named(self.draft, *doer) if doer else ()
        if named:
            return named
        if (trigger.first or found.by == "ask.plea") and (called := turnings.called(self.draft, read.start, span[0])):
            return called
        on = (
            last
            and last[0].start >= read.start
            and last[0].end <= span[0]
            and found.to is None
            and not last[0].reported
        )
        goes_on = on and _GOES_ON.search(self.draft.content, last[0].end - 1, span[0])
        return last[0].addressees if goes_on and not trigger.passive else ()

    def _is_issuers(self, read: Sentence, trigger: Trigger) -> bool:
        """Say whether who signs a letter asks by its own name: "The Elders desire that …"."""
        if trigger.subject is None or trigger.passive or self.card.genre not in {"open-letter", "petition"}:
            return False
        called = {word for party in self.card.issuers for word in party.name.lower().split() if len(word) > _OWN_WORD}
        return any(read.word(at) in called for at in range(trigger.subject[0], trigger.subject[1] + 1))

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
