# SPDX-License-Identifier: Apache-2.0
"""Askers: who asks, from a trigger's subject, the quotation or turn it stands in, the card, what was said before."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re
from functools import partial

from tocsin.reading.asks import antecedents, attributions, counted, labels, phrases, speaking, tellings
from tocsin.reading.asks.antecedents import PRONOUNS
from tocsin.reading.asks.askings import Trigger, main_subject, subject_of
from tocsin.reading.asks.contexts import Context
from tocsin.reading.asks.scripts import Script
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.cards import mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_APPLICANTS = late(r"(?:the )?(?:applicants?|petitioners?|claimants?|plaintiffs?)\b", re.IGNORECASE)
_BARE_BODY = late(
    r"(?:the|this)\s+(?:organi[sz]ation|group|union|coalition|agency|charity|ngo|network|movement|association|"
    r"federation|"
    r"body|watchdog|bloc|party|alliance|campaign|forum|league|platform)",
    re.IGNORECASE,
)
_FURTHER = late(r"(?:\s+(?:also|further|furthermore|again|once|more|then|therefore|has|have|had|strongly))*\s*\Z")
_GENITIVE = late(r"(?:['’]s|(?<=s)['’])\Z")
_HEAD = 200
"""Code points at the head of a text that name who speaks in it."""
_OURS = frozenset({"my", "our"})
_OWN_NAME = late(r"(?:the|this|our)\s+(?P<noun>[A-Z][\w-]+(?: [A-Z][\w-]+)?)", re.IGNORECASE)
_SOMEBODY = late(
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Ss]ome|[Ss]everal|[Mm]any)?\s*(?P<who>(?:[\w'’-]+ ){0,4}?[\w'’-]*[a-z]"
    r"(?:man|men|[eo]rs?|ists?|ians?|ants?|mums?|dads?|parents?|people)|[Mm]ums|(?:[A-ZÀ-Þ][\w'’-]+ )+"
    r"(?:Department|Directorate|Office|Bureau|Command|Agency|Authority|Board|Service))(?=\s|\Z)"
)
"""A subject whose head is one who acts, by its ending or as a body's name."""
_NOBODY = late(
    r"\b(?:letter|paper|answer|order|number|order|matter|newsletter|poster|banner|signator\w*|water|river|other|another|"
    r"whether|offer|power|corridor|error|tower|winter|summer|december|november|october|september|covenant|moment|government)s?\Z",
    re.IGNORECASE,
)
_UNNAMED = frozenset(
    {"many", "some", "others", "several", "few", "most", "nobody", "those", "who", "all", "one", "another"}
)
"""First words of subjects that are nobody whom a text names."""
_WROTE = frozenset(
    "wrote writes written write addressed sent sends appealed turned delivered petitioned letter".split()
)
"""Words of writing to somebody, whom a participle behind them does not make the one who asks."""


class Askers:
    """Resolves who asks for one walk; `context` is the walk's own and changes under it."""

    def __init__(self, draft: Draft, card: Card, context: Context, script: Script) -> None:
        self.draft = draft
        self.card = card
        self.context = context
        self.script = script

    def askers(self, read: Sentence, trigger: Trigger, block: Block) -> tuple[Party, ...]:
        """Give who asks by a trigger."""
        place = read.tokens[trigger.index].start
        spoken = self._spoken(block, place) if trigger.first else None
        if spoken is not None:
            return spoken
        if trigger.passive:
            by = self._agent(read, trigger)
            turn = self.script.at(place)
            said = turn.who if turn is not None and by is None else ()
            return by if by is not None else said or self._unnamed(read, trigger, block)
        if trigger.first or trigger.subject is None:
            own = block.voice == "issuer" or trigger.subject is None
            return (self.card.issuers if own else ()) or self.context.asker
        return self._asking(read, trigger, block, self._writer(read, trigger) or trigger.subject)

    def _spoken(self, block: Block, place: int) -> tuple[Party, ...] | None:
        """Give who says "I" or "we" inside quotation marks or in a turn; None outside both."""
        quoted = attributions.speakers(self.draft, block, place, self.context.asker)
        if quoted:
            return self.card.issuers if self._are_issuers(quoted) else quoted
        turn = self.script.at(place)
        if turn is not None and (turn.who or turn.leads):
            return turn.who
        return self._by_pronoun(block, place)

    def _by_pronoun(self, block: Block, place: int) -> tuple[Party, ...] | None:
        """Give whom "he" stands for who says the words that hold a view offset: the subject of the sentence before."""
        said = attributions.said_by_pronoun(self.draft, block, place)
        if said is None:
            return None
        found = antecedents.before(self.draft, block, said[0], said[1])
        return found or None

    def _asking(self, read: Sentence, trigger: Trigger, block: Block, subject: tuple[int, int]) -> tuple[Party, ...]:
        """Give who asks by the tokens of a verb's subject."""
        first, last = subject
        if read.word(first) in PRONOUNS and read.word(first) != "who":
            last = first  # "They further resolved to ask …"
        start, end = read.tokens[first].start, read.tokens[min(last, len(read.tokens) - 1)].end
        turn = self.script.at(start) if read.word(first) in _OURS else None
        if turn is not None and turn.who:
            return turn.who  # "My delegation asks …", in a turn
        if one := counted.one_of_two(self.draft, read.block, start):
            return one
        if trigger.form == "noun" and (whose := _GENITIVE.search(self.draft.content, start, end)):
            end = whose.start()
        named = tellings.authors(self.draft, start, read.tokens[trigger.index].start)
        named = named or speaking.resolve(self.draft, start, end, partial(self._asker_or_named, block, start))
        if self.card.genre == "court-order" and _APPLICANTS.match(self.draft.content, start, end):
            return mastheads.applicants(self.draft, self.draft.blocks) or named
        named = self._own(read, block, (start, end), named)
        if not named and read.word(last) not in PRONOUNS and (main := main_subject(read)) is not None:
            named = speaking.resolve(self.draft, read.tokens[main[0]].start, read.tokens[main[1]].end)
        if not named and read.word(last) in PRONOUNS:
            named = self._pronoun(read, block, start, last)
        if named:
            self.context.asker = named
            return named
        unnamed = read.word(first) in _UNNAMED
        if not self._speaks_itself(block) and not unnamed and read.word(last) not in PRONOUNS:
            return self._by_own_words(start, end)
        return self.card.issuers if self._speaks_itself(block) and not unnamed else ()

    def _by_own_words(self, start: int, end: int) -> tuple[Party, ...]:
        """Give who acts by their own words, where no rule knows them: "A ferryman advised them"."""
        found = _SOMEBODY.match(self.draft.content, *self._trimmed(start, end))
        name = " ".join(found["who"].split()) if found else ""
        return (Party(id=names.slug(name), name=name),) if name and not _NOBODY.search(name) else ()

    def _own(self, read: Sentence, block: Block, span: tuple[int, int], named: tuple[Party, ...]) -> tuple[Party, ...]:
        """Give the issuer for a short name of its own, and for "the organisation" who spoke last."""
        if named and self._is_own(named, *span):
            return self.card.issuers
        if len(named) == 1 and " " not in named[0].name and _BARE_BODY.fullmatch(self.draft.content, *span):
            meant = self.card.issuers if self._speaks_itself(block) else ()
            return meant or speaking.last_speaker(self.draft, span[0], self._floor(read.block)) or named
        return named or (self.card.issuers if self._is_short_for_issuer(*span) else ())

    def _pronoun(self, read: Sentence, block: Block, start: int, last: int) -> tuple[Party, ...]:
        """Give whom the pronoun at a token stands for, as the subject of a verb that asks."""
        named = labels.quoted(self.draft, block, read.start) or antecedents.meant(self.draft, read, last)
        named = self.card.issuers if self._speaks_itself(block) and self._are_issuers(named) else named
        spoke = speaking.last_speaker(self.draft, start, self._floor(read.block), read.word(last))
        turn = self.script.at(start)
        if not named and turn is not None and read.word(last) == "it":
            return turn.who  # "My country takes them in. It asks …"
        return named or antecedents.fitting(self.draft, read.word(last), spoke, self.context.asker)

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
