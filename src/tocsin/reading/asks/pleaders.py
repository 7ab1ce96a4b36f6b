# SPDX-License-Identifier: Apache-2.0
"""Pleaders: where pleas are looked for – in quotations, after a turn to somebody, in letters."""
# ruff: noqa: C901, PLR0911, PLR0912, SIM905 - one branch and one return a case; a word list reads best as words

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tocsin.reading.asks import (
    addressees,
    addressing,
    announcements,
    banners,
    frames,
    labels,
    people,
    pleas,
    quotations,
    readers,
)
from tocsin.reading.asks.announcements import Announcement
from tocsin.reading.asks.askings import Trigger, subject_of
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.hearers import Hearers
from tocsin.reading.asks.pleas import Plea
from tocsin.reading.asks.readers import SUPPORTERS
from tocsin.reading.asks.scripts import Turn
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Block
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming import mentions
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_PLEADING = frozenset({"appeal", "open-letter", "statement", "petition", "speech", "newsletter"})
_ASKING = _PLEADING | {"other", "situation-report"}
_BROWSING = frozenset("visit click see note read follow view".split())
_SITE = _BROWSING | frozenset("subscribe enable check log enter select refresh consult update".split())
"""What a page asks of its visitors, and no ledger keeps."""
_READERS = frozenset({"petition", "newsletter"})
"""Genres whose imperatives are said to their readers."""
ANYWHERE = frozenset({"please", "let", "kindly"})
"""Words heard as imperatives in mid-sentence too; others only where they open a sentence or quoted words."""
LABEL = late(
    r"(?:act|take action|action|to do|your task|what to do|do)\s*:\s+|"
    r"(?:action|step|task|ask|demand|point|request|priority|way)s?\s*(?:no\.?\s*|#\s*)?(?:\d+|one|two|three|four|five)\s*[-–—:.)]+\s*",
    re.IGNORECASE,
)
"""A label before an imperative: "Action #1 -", "Step 2:"."""
CONDITION = late(
    r"(?:(?:And|But|So|Yet)\s+)?"
    r"(?i:Instead\s+of|Rather\s+than|In\s+the\s+name\s+of|For\s+the\s+sake\s+of|If|Unless|Where|Before|When|Until|Once|As\s+long\s+as|Whatever|However|Whoever|Wherever|Should\s+you|For\s+your|In\s+your\s+own)\b[^\",]{3,120},\s+"
)
"""A condition before an imperative: "If there is proof, bring it …"."""
CALLED = late(
    r"(?:(?:dear |my )?(?:(?:Mr|Mrs|Ms|Madam|Dr|Sir|Your|Prime|Honou?rable|Distinguished|Dear)\.? )?"
    r"(?:Excellenc(?:y|ies)|Ministers?|President|Chair(?:man|woman|person)?|Secretary(?:-General)?|General|Ambassadors?|"
    r"Commissioners?|Senators?|Governor|Chancellor|Speaker|Majesty|Highness|Holiness|Madam|Sir|friends|"
    r"brothers and sisters|ladies and gentlemen|colleagues|comrades|boys|girls|sons|daughters|mothers|fathers|"
    r"neighbours|children|citizens|(?:(?:members|leaders|people|citizens|"
    r"sons and daughters|men and women|"
    r"soldiers|governments|peoples) of [^,.;:\"]{2,40}))(?: [A-Z][\w'-]+){0,3}),\s+",
    re.IGNORECASE,
)
"""Whom the next words call: "Mr President, …", "People of Orsava, …"."""
JOINED = late(
    r"(?:(?:And|But|So|Then|Now|Next|Finally|Lastly|Instead|Today|Rather|Meanwhile|Until then)\b,?\s+)"
    r"(?:(?:then|now|finally|also|again|above all|instead|today|please),?\s+){0,2}"
)
"""What joins an imperative to what was said before: "And then vote against the report"."""
_NAME = 60
"""Code points that the name of whom a sentence calls may have."""
_VERB = late(r"[a-z]+\b")
_FIRST = late(r"[A-Z][a-z]+\b")
_WORD = late(r"[A-Za-z][a-z']+\b")
_SPEAKING = frozenset({"appeal", "open-letter", "petition", "newsletter"})
_PAGE = _BROWSING | frozenset("watch browse share find get have".split())
"""What opens a sentence that tells readers about the page itself."""
_OBJECT = late(
    r"(?: \w+ly| now| at once)?(?: along| by| for)? (?:to (?:us|me|the|your|[A-Z])|the|an?|all|any|every|each|both|"
    r"your|our|its|their|this|that|these|those|them|him|her|it|us|me|no|against)\b"
)
_SO_GOOD = late(r"Be (?:so )?(?:good|kind) (?:as|enough) to\b|See to it that\b")
_NOT_QUOTED = frozenset(
    "look see remember imagine think note read believe consider wait welcome understand tell say get go "
    "forget be have trust count know come try".split()
)
_LED = late(r"(?:\A|[:,.!?;]\s+|\b(?:said|says|read|reads|saying|reading|wrote|declared)\s+)\"?\Z")
_GREETED = late(
    r"(?P<who>(?:Mr\.?|Mrs\.?|Ms\.?|Madam|Minister|President|Prime Minister|Senator|Governor|Ambassador|Secretary|"
    r"General|Commissioner|Mayor|Chancellor)(?: [A-Z][\w'-]+){1,3}), (?:you|your)\b"
)
_CHANTED = late(
    r"\"\s*,?\s*[^.;\"]{0,60}?\b(?:shouted|chanted|yelled|sang|screamed|cried|shouting|chanting|singing|"
    r"banners?|placards?|signs?)\b"
)


_ORDINALS = frozenset("first second third fourth fifth firstly fourthly secondly thirdly finally lastly last".split())


_COUNTED = late(rf"(?:{'|'.join(sorted(_ORDINALS))})\s*[:,]", re.IGNORECASE)
"""A sentence that counts what is asked: "Third: …"."""
_REGARDS = frozenset({"assurances", "assurance", "consideration", "regards", "esteem"})


_THAT_IS = late(r",\s+(?:that|this)\s+is\s+(?:my|our)\s+(?P<noun>appeal|plea|request|demand)\b")
"""What says behind a plea of what kind it is: "open the gate, that is my appeal to you"."""
_NAMED_FORCES = {"appeal": "appeal", "plea": "implore", "request": "request", "demand": "demand"}


class Pleading(NamedTuple):
    """A clause that asks by its mood, as trigger and complement, with who is asked."""

    trigger: Trigger
    complement: Complement
    to: tuple[Party, ...]


class Pleader(Hearers):
    """Finds pleas for one walk; `context` is the walk's own."""

    def turn(self, read: Sentence) -> list[Pleading]:
        """Note where a sentence turns to somebody, and read what it says to them."""
        found = []
        block = self.draft.blocks[read.block]
        own = block.voice == "issuer" and block.role not in {"title", "heading"}
        for turn in addressing.turns(self.draft, read.start, read.end):
            at = read.index(turn.action)
            plea = pleas.find(read, at) or (pleas.bare(read, at) if own else None)
            to = addressing.addressed(read, self.draft, *turn.who) or self._pointed(read, turn)
            opens = turn.start == self.draft.blocks[read.block].start and bool(self._known(turn))
            if not to or not (plea or turn.said or opens or self._speaks(read, at)):
                continue
            self.context.turned.append((turn.start, to))
            if plea is not None:
                found.append(self._pleading(read, plea, read.index(turn.start), to))
        return found or self._announced(read)

    def _announced(self, read: Sentence) -> list[Pleading]:
        """Read what a clause announces before its colon: "We have one request: …", "The message was blunt: …"."""
        found = announcements.find(self.draft, read.start, read.tokens[-1].end)
        if not found:
            return self._said(read)
        return [made for told in found if (made := self._announced_by(read, told)) is not None]

    def _announced_by(self, read: Sentence, told: Announcement) -> Pleading | None:
        at = read.index(told.action)
        plea = pleas.find(read, at) or (Plea(action=at, force="call") if self._is_base(read, at) else None)
        block = self.draft.blocks[read.block]
        own = block.voice == "issuer" and told.by is None
        if told.by is not None:
            return self._of_others(read, told, plea)
        if plea is not None and told.force is not None:
            plea = replace(plea, force=told.force)
        elif plea is None and told.force is not None and own and block.role not in {"title", "heading"}:
            plea = Plea(action=at + (read.word(at) == "that"), force=told.force)
        if plea is None or plea.action >= len(read.tokens):
            return None
        named = told.who if told.who and not addressees.is_second_person(self.draft, *told.who) else None
        to = addressing.addressed(read, self.draft, *named) if named else self._addressed(read) if own else ()
        if named:
            self.context.named, self.context.named_in = to, read.block
        elif not to and self.context.named_in == read.block:
            to = self.context.named  # "Proposal to the Ministry: …. A second proposal concerns night work: …"
        return self._pleading(read, plea, plea.action, to)

    def _of_others(self, read: Sentence, told: Announcement, plea: Plea | None) -> Pleading | None:
        """Read what somebody else has one plea for: "the mayor made one plea to the crews: free the other twelve"."""
        at = read.index(told.action)
        if told.by is None or (plea is None and not (told.force and self._is_end(read, at))):
            return None
        to = addressing.addressed(read, self.draft, *told.who) if told.who else ()
        made = self._pleading(read, plea or Plea(action=at, force=told.force or "call"), at, to)
        by = subject_of(read, read.index(told.by[1]) - 1)
        return made._replace(trigger=replace(made.trigger, first=False, subject=by))

    def _is_end(self, read: Sentence, at: int) -> bool:
        """Say whether what an announcement names is a thing that can be had: "a register of the stateless"."""
        opens = read.word(at) in {"a", "an", "the", "one", "two", "three"}
        return opens and not any(read.word(i) in {"is", "are", "was", "were", "will", "has"} for i in range(at, at + 7))

    def _said(self, read: Sentence) -> list[Pleading]:
        """Read what somebody says in direct speech, in a turn or a speech: "I say it here: show the lists"."""
        turn = self.script.at(read.start)
        quoted = self.draft.content.count('"', self.draft.blocks[read.block].start, read.tokens[-1].start) % 2 == 1
        own = turn is not None or self.card.genre == "speech" or quoted
        said = announcements.spoken(self.draft, read.start, read.tokens[-1].end) if own else None
        plea = pleas.find(read, read.index(said)) if said is not None else None
        if plea is None or (turn is not None and turn.leads):
            return self._labelled(read)
        block = self.draft.blocks[read.block]
        to = turn.to if turn else self._told(read, block, read.tokens[plea.action].start) if quoted else ()
        return [self._pleading(read, plea, plea.action, to)]

    def _labelled(self, read: Sentence) -> list[Pleading]:
        """Read what a body says in a digest, after its name: "The League: stop burning the barns"."""
        label = labels.head(self.draft, read.start, read.end)
        plea = pleas.find(read, read.index(label[1])) if label else None
        if label is None or plea is None:
            return []
        made = self._pleading(read, plea, plea.action, ())
        last = read.index(label[1]) - 2
        return [made._replace(trigger=replace(made.trigger, first=False, subject=(0, last)))]

    def _is_base(self, read: Sentence, at: int) -> bool:
        """Say whether a base form opens what a clause announces, which is an imperative there."""
        word, after = read.word(at), read.word(at + 1)
        return (
            word in self.grammar.verbs and not after.endswith("s") and after not in {"is", "are", "was", "were", "of"}
        )

    def greet(self, read: Sentence) -> None:
        """Note whom a sentence calls by office and name before it speaks to them: "Minister Vell, you can …"."""
        block = self.draft.blocks[read.block]
        noticed = addressing.noticed(self.draft, read) if block.voice == "issuer" and not self.card.addressees else ()
        if noticed and not self.context.turned:
            self.context.turned.append((read.start, noticed))
            return
        called = _GREETED.match(self.draft.content, block.start, block.end) if block.voice == "issuer" else None
        if called is None or self.context.turned:
            return
        span = called.span("who")
        to = self._by_last_name(called["who"].rsplit(" ", 1)[-1]) or addressees.named(self.draft, *span)
        known = people.person(self.draft, *span)
        to = to or ((known,) if known is not None else ())
        if to:
            self.context.turned.append((called.start(), to))

    def _known(self, turn: addressing.Turn) -> bool:
        """Say whether a paragraph's first words turn to a known body of a letter: "To the Union: …"."""
        if not self.context.letters:
            return False
        return any(party.id in self.draft.catalogue.actors for party in addressees.named(self.draft, *turn.who))

    def _pointed(self, read: Sentence, turn: addressing.Turn) -> tuple[Party, ...]:
        """Give who "them" is in "We say to them: …": who is spoken of in the sentence before."""
        if self.draft.content[slice(*turn.who)].strip().lower() not in {"them", "him", "her", "it"}:
            return ()
        spans = [span for span in self.draft.sentences(read.block) if span[1] <= read.start]
        named = mentions.within(self.draft, *spans[-1])[:1] if spans else []
        return tuple(Party(id=one.tag, name=self.draft.content[one.start : one.end]) for one in named)

    def _speaks(self, read: Sentence, at: int) -> bool:
        """Say whether what follows a turn speaks to somebody: "you are encouraged", "the word …"."""
        return any(read.word(index) in {"you", "your", "we", "i"} for index in range(at, len(read.tokens)))

    def may_turn(self, start: int, end: int) -> bool:
        """Say whether a colon in a sentence may turn to somebody or open a plea, as few do, before it is cut."""
        counted = _COUNTED.match(self.draft.content, start, end) is not None
        turned = counted or bool(addressing.turns(self.draft, start, end))
        labelled = labels.head(self.draft, start, end) is not None
        return turned or labelled or bool(announcements.find(self.draft, start, end))

    def sentences(self, index: int) -> Sequence[tuple[int, int]]:
        """Give the sentences of a block that may open with an imperative: those of a letter, an appeal, a mailing."""
        block = self.draft.blocks[index]
        counts = self.draft.content.find("First", block.start, block.end) >= 0
        spoken = bool(self.script.turns) and any(block.start <= turn.start < block.end for turn in self.script.turns)
        quoted = self.draft.content.find('"', block.start, block.end) >= 0
        spoken_to = self._is_letter() or self.card.genre in _SPEAKING or counts or spoken or quoted
        return self.draft.sentences(index) if spoken_to else ()

    def hanging(self, start: int, end: int) -> list[Hit]:
        """Give the verb that opens a letter's sentence, or stands after a condition or a call, as a cue.

        "If there is proof, bring it …", "Mr President, return the …", "Return the …".
        """
        counted = _COUNTED.match(self.draft.content, start, end)
        verb = _VERB.match(self.draft.content, counted.end() + 1, end) if counted else None
        if verb is not None and self._is_bidden(verb.group(), verb.end(), end):
            return [Hit(verb.start(), verb.end(), "imperative")]
        turn = self.script.at(start)
        quoted = quotations.opened(self.draft, self.grammar, start, end)
        if quoted or not (self.context.letters or self.card.genre in _SPEAKING or turn):
            return quoted
        if turn is not None and (opened := self._opened(start, end)) is not None:
            return [opened]
        good = _SO_GOOD.match(self.draft.content, start, end)
        if good is not None:
            return [Hit(good.start(), good.start() + 2, "imperative")]
        led = (
            CONDITION.match(self.draft.content, start, end)
            or LABEL.match(self.draft.content, start, end)
            or CALLED.match(self.draft.content, start, end)
            or JOINED.match(self.draft.content, start, end)
        )
        verb = _VERB.match(self.draft.content, led.end(), end) if led else _FIRST.match(self.draft.content, start, end)
        if verb is None or not self._is_bidden(verb.group().lower(), verb.end(), end):
            return []
        return [Hit(verb.start(), verb.end(), "imperative")]

    def _opened(self, start: int, end: int) -> Hit | None:
        """Give the base form that opens what somebody speaks in a turn, past whom it calls."""
        led = CALLED.match(self.draft.content, start, end) or CONDITION.match(self.draft.content, start, end)
        verb = _WORD.match(self.draft.content, led.end() if led else start, end)
        known = verb is not None and verb.group().lower() in self.grammar.verbs
        return Hit(verb.start(), verb.end(), "imperative") if verb is not None and known else None

    def _is_bidden(self, word: str, after: int, end: int) -> bool:
        """Say whether a word is an imperative: by itself, or by the object that follows it: "use it", "keep the …"."""
        if word in {"do", "never"}:
            return word == "never" or self.draft.content.startswith(" not ", after)
        named = word not in frames.NOUN_VERBS and self.draft.content[after + 1 : after + 2].isupper()
        if named and word in self.grammar.verbs and word not in _PAGE:
            return True  # "Now ratify Convention 149"
        return word in self.grammar.slogans or (
            word in self.grammar.verbs
            and word not in _PAGE
            and _OBJECT.match(self.draft.content, after, end) is not None
        )

    def find(self, read: Sentence, block: Block, cues: list[Hit]) -> list[Pleading]:
        """Find the pleas of a sentence whose cues are given, but those at a turn."""
        if read.tokens[-1].word == "?":
            cues = self._bids_to_ask(read, cues)
            if not cues:
                return []
        turn = self.script.at(read.start)
        if turn is not None:
            return [] if turn.leads else self._bidden(read, turn, cues)
        if block.role == "title":
            return self._proclaimed(read)
        bids = any(read.word(read.index(hit.start)) == "please" for hit in cues)
        if block.role == "heading" and not bids and LABEL.match(self.draft.content, read.start, read.end) is None:
            return self._proclaimed(read, named=True)
        if any(read.word(at) == "accept" for at in range(2)) and any(t.word in _REGARDS for t in read.tokens):
            return []  # "Accept, Excellency, the assurances of …" closes a letter
        found: list[Pleading] = []
        turned = any(offset < read.start for offset, _ in self.context.turned)
        begin = 2 if read.word(0) in _ORDINALS and read.word(1) in {":", ","} else 0
        spoken_to = bool(self.context.heading) or self.context.letters or self.card.genre == "speech"
        counts = spoken_to or (begin > 0 and self._announces(read))
        turned = turned or (begin > 0 and counts and block.voice == "issuer")
        if turned and (plea := pleas.find(read, begin)) is not None:
            force = self._counted_by(read) if begin else None
            meant = (
                () if force is None or any(at < read.start for at, _ in self.context.turned) else self._addressed(read)
            )
            found.append(self._pleading(read, replace(plea, force=force or plea.force), plea.action, meant))
        for hit in cues:
            if hit.tag != "imperative":
                continue
            at = read.index(hit.start)
            if any(pleading.trigger.index <= at <= (pleading.complement.action or 0) + 2 for pleading in found):
                continue
            to = self._heard(read, block, hit, at)
            if to is None:
                continue
            greets = at <= pleas.VOCATIVE and self._greets(read, at)
            plea = pleas.find(read, at) or (pleas.find(read, 0) if greets else None)
            if plea is not None and not turned and read.word(plea.action) in {"do", "never", "don't"}:
                quoted = self.draft.content.count('"', block.start, hit.start) % 2 == 1
                plea = plea if quoted else replace(plea, force="request" if plea.force == "demand" else plea.force)
            if plea is not None:
                found.append(self._pleading(read, plea, plea.action, to))
        return found

    def _bidden(self, read: Sentence, turn: Turn, cues: list[Hit]) -> list[Pleading]:
        """Give the plea of a sentence that somebody speaks in a turn: at its head, or after whom it calls."""
        head = next((read.index(hit.start) for hit in cues if hit.tag == "imperative"), None)
        if head is None or self.draft.content.count('"', turn.start, read.start) % 2 == 1:
            return []
        before = self.draft.content[read.start : read.tokens[head].start]
        led = head <= 1 or CALLED.fullmatch(before) or CONDITION.fullmatch(before)
        plea = pleas.find(read, head) if led else pleas.find(read, 0) if head <= pleas.VOCATIVE else None
        return [self._pleading(read, plea, plea.action, turn.to)] if plea is not None else []

    def _bids_to_ask(self, read: Sentence, cues: list[Hit]) -> list[Hit]:
        """Give the cues before the colon of a question: "Ask the board one question: how many …?" bids to ask it."""
        colon = next((at for at, token in enumerate(read.tokens) if token.word == ":"), 0)
        return [hit for hit in cues if read.index(hit.start) < colon]

    def _proclaimed(self, read: Sentence, *, named: bool = False) -> list[Pleading]:
        """Give what a title pleads; a line in a row of headlines only where it says who pleads with whom (`named`)."""
        banner = banners.find(read, own=self.card.genre in _PLEADING - {"speech"} and not named)
        if banner is None or (named and (banner.who is None or not (banner.whom or banner.quoted))):
            return []
        to = self.card.addressees if banner.who is None else ()
        if banner.whom is not None:
            span = read.tokens[banner.whom[0]].start, read.tokens[banner.whom[1]].end
            to = addressees.named(self.draft, *span) or addressees.generic(read, *span)
        made = self._pleading(read, banner.plea, banner.plea.action, to)
        spoken = replace(made.trigger, first=banner.who is None, subject=banner.who)
        return [made._replace(trigger=spoken)]

    def _counted_by(self, read: Sentence) -> str | None:
        """Give the force of the noun with which the paragraph announces what it counts: "Our request is threefold."."""
        spans = [span for span in self.draft.sentences(read.block) if span[1] <= read.start]
        told = [
            announcements.noun_force(self.draft, *span) for span in spans if announcements.counted(self.draft, *span)
        ]
        return told[-1] if told else None

    def _announces(self, read: Sentence) -> bool:
        """Say whether an earlier sentence of the paragraph says that several things are asked: "three demands"."""
        spans = self.draft.sentences(read.block)
        return any(announcements.counted(self.draft, *span) for span in spans if span[1] <= read.start)

    def _greets(self, read: Sentence, at: int) -> bool:
        return any(read.word(index) == "," for index in range(at))

    def _heard(self, read: Sentence, block: Block, hit: Hit, at: int) -> tuple[Party, ...] | None:
        """Give who hears an imperative at a cue; () where nobody is named, None where it is none."""
        content = self.draft.content
        word = read.word(at)
        quoted = content.count('"', block.start, hit.start) % 2 == 1
        opens = content[hit.start - 1 : hit.start] == '"'
        before = content[read.start : hit.start]
        called = self._by_name(read.start, hit.start) if block.voice == "issuer" or quoted else ()
        if called and word not in _NOT_QUOTED and self._stands_alone(read, word, hit.end):
            return called
        after_call = bool(LABEL.fullmatch(before) or CALLED.fullmatch(before))
        first = at == 0 or (opens and at == 1) or after_call
        if not first and not quoted and CONDITION.fullmatch(before) and self._is_letter() and block.voice == "issuer":
            return self._addressed(read)
        labelled = first and at > 0 and not opens
        if labelled and not quoted and (block.voice == "issuer" or self.card.genre in _READERS):
            return self._addressed(read) or SUPPORTERS
        first = first or (at > 0 and not opens and JOINED.fullmatch(before) is not None)
        if word in {"please", "kindly"} and read.word(at - 1) == "," and read.word(at - 2) == "not":
            return None  # "Do not, please, let …": one plea
        if word in {"please", "kindly"} and not (quoted and (first or opens)):
            polite = block.voice == "issuer" and (self.card.genre in _ASKING or self.context.letters)
            if not self.context.letters and read.word(at + 1) in _SITE:
                return None
            if polite and self.card.genre in {"petition", "newsletter"} and not self.context.turned:
                return SUPPORTERS
            return self._addressed(read) if polite and (first or read.word(at - 1) in {",", "and", ";"}) else None
        if word == "let" and not first and not opens:
            condition = read.word(at - 1) == "," and {read.word(0), read.word(1)} & {"if", "unless", "as"}
            return () if condition and (quoted or block.voice == "issuer") else None
        if quoted and (first or opens) and word not in _NOT_QUOTED:
            closing = content.find('"', hit.start, block.end)
            if closing >= 0 and _CHANTED.match(content, closing, block.end):
                return None
            led = first or _LED.search(content, max(read.start, hit.start - 30), hit.start)
            return self._told(read, block, hit.start) if led else None
        if first and block.voice == "issuer" and self._stands(read, at, word):
            return self._addressed(read) if word in {"do", "never"} else ()
        if first and block.voice == "issuer" and self.card.genre in _READERS and not self.context.letters:
            return self._addressed(read) or SUPPORTERS
        spoken_to = self.context.heading or self._is_letter() or self.card.genre == "appeal"
        if not first or not spoken_to or block.voice != "issuer":
            return None
        return self._addressed(read)

    def _by_name(self, start: int, end: int) -> tuple[Party, ...]:
        """Give whom a sentence calls by a known name before its verb: "Ardesh, leave the crane alone"."""
        if self.draft.content[end - 2 : end] != ", " or end - start > _NAME:
            return ()
        known = [one for one in mentions.within(self.draft, start, end) if one.layer != "demonym"]
        whole = len(known) == 1 and known[0].start == start and known[0].end == end - 2
        return addressees.named(self.draft, start, end - 2) if whole else ()

    def _stands_alone(self, read: Sentence, word: str, after: int) -> bool:
        """Say whether a base form is a plea's verb: what it takes follows it."""
        return word in {"do", "don't", "never", "let", "please"} or (
            word in self.grammar.verbs | self.grammar.slogans
            and _OBJECT.match(self.draft.content, after, read.end) is not None
        )

    def _is_letter(self) -> bool:
        """Say whether the text speaks to somebody: it greets them, or its head says to whom the open letter is."""
        return self.context.letters or readers.is_written_to(self.draft, self.card)

    def _stands(self, read: Sentence, at: int, word: str) -> bool:
        """Say whether a plea needs no letter about it: "Prime Minister, …", "Do not, please, …", "Let X do …"."""
        plea = pleas.find(read, at)
        if plea is None:
            return False
        if plea.called is not None:
            return word in pleas.GREETED
        if word in {"let", "may"}:
            return plea.to is not None and bool(self._let(read, plea.to))
        return word == "do" and read.word(at + 2) == ","

    def _pleading(self, read: Sentence, plea: Plea, index: int, to: tuple[Party, ...]) -> Pleading:
        called = self._called(read, plea)
        turned = [party for offset, party in self.context.turned if offset <= read.tokens[plea.action].start]
        to = called or to or (turned[-1] if turned else ())
        if (told := _THAT_IS.search(self.draft.content, read.tokens[plea.action].start, read.end)) is not None:
            plea = replace(plea, force=_NAMED_FORCES[told["noun"]])
        if plea.to is not None and not turned:
            to = self._let(read, plea.to) or to
        trigger = Trigger(index=index, lemma="plea", force=plea.force, form="base", first=True)
        return Pleading(trigger, Complement(by="ask.plea", action=plea.action), to)
