# SPDX-License-Identifier: Apache-2.0
"""Wishes: verbs that ask in some shapes only – want X to, would welcome, look to X to, trust that, seek."""
# ruff: noqa: ARG001, C901, PLR0911, PLR0912, SIM905 - one signature for all, one branch a shape; a word list reads best as words

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tocsin.reading.asks import frames, givers, phrases
from tocsin.reading.asks.askings import BE, Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.lexicon import Hit

_MEANT = frozenset("know understand be see realise realize remember feel think believe have hear".split())
_SELVES = frozenset("me us him her himself herself themselves myself ourselves".split())
_MODALS = frozenset("would could will can were might may should".split())
_SOUGHT = frozenset("help shelter refuge asylum treatment food water aid peace justice work office power".split())


def somebody_to(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "X to do Y" where X is known to be somebody and is asked to act, not to know."""
    found = frames.person_infinitive(sentence, trigger, first)
    if found is None or found.action is None or found.to is None or found.by != "ask.infinitive":
        return None
    verb = found.action + (2 if sentence.word(found.action) == "not" else 1)
    if sentence.word(first) in _SELVES or sentence.word(verb) in _MEANT:
        return None
    return found if phrases.names_somebody(sentence, *found.to) else None


def _want(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "by":
        return None  # "one of those most wanted by the court"
    if sentence.word(len(sentence.tokens) - 1) == ":" and trigger.first:
        for at in range(after + 1, len(sentence.tokens) - 1):
            if sentence.word(at) == "from":
                return frames.listed(sentence, at + 1)
        to = len(sentence.tokens) - 2
        listed = sentence.word(to) == "to" and phrases.names_somebody(sentence, after, to - 1)
        return frames.listed(sentence, after) if listed else None  # "We want the Council to:"
    if trigger.first and trigger.lemma == "want":
        for at in range(after + 1, min(after + 14, len(sentence.tokens) - 1)):
            if (
                sentence.word(at) == "from"
                and (colon := frames.clause_end(sentence, at))
                and sentence.word(colon) == ":"
            ):
                return frames.spoken(sentence, colon, at + 1)
    if sentence.word(after) == "to":
        if trigger.first and sentence.word(after + 1) in {"know", "hear", "learn", "be"}:
            heard = sentence.word(after + 2) in {
                "from",
                "what",
                "why",
                "who",
                "when",
                "where",
                "how",
                "whether",
                "told",
            }
            return Complement(by="ask.wish", action=after) if heard else None
        return _seen(sentence, after + 2) if sentence.word(after + 1) == "see" else None
    if trigger.first and trigger.lemma == "want" and (ends := _to_end(sentence, after)) is not None:
        return ends
    if trigger.lemma == "want" and phrases.names_thing(sentence, after):
        for at in range(after + 1, min(after + 8, len(sentence.tokens) - 1)):
            if sentence.word(at) == "from" and phrases.names_somebody(
                sentence, at + 1, frames.phrase_end(sentence, at + 1)
            ):
                return Complement(by="ask.noun", to=(at + 1, frames.phrase_end(sentence, at + 1)), action=after)
    if (
        trigger.lemma == "want"
        and sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1)) in sentence.grammar.ends
    ):
        return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)
    plain = trigger.lemma == "want" and trigger.first and trigger.index <= 1 and sentence.word(after) in {"the", "our"}
    plain = plain and sentence.infinitive(after) is None
    if plain and not phrases.names_somebody(sentence, after, phrases.head(sentence, after, len(sentence.tokens) - 1)):
        return Complement(by="ask.noun", action=after)  # "We want the river."
    if trigger.lemma == "need" and not trigger.first:
        return None
    if trigger.lemma == "want" and sentence.word(after + 1) == "more" and sentence.word(after + 2).endswith("s"):
        return Complement(by="ask.noun", action=after)  # "wants sixty more officers"
    done = _done(sentence, after) if trigger.lemma == "want" else None
    if done is not None:
        return done
    found = somebody_to(sentence, trigger, after)
    if found is None or found.to is None or trigger.first:
        return found
    if sentence.word(found.to[0]) in {"them", "it", "you", "everyone"}:
        return None
    return found


def _to_end(sentence: Sentence, first: int) -> Complement | None:
    """Read "we want the shelling of the market to end", "… to be ended"."""
    to = sentence.infinitive(first)
    if to is None or to - first > _MATTER or not phrases.names_thing(sentence, first):
        return None
    stops = sentence.word(to + 1) in {"end", "stop", "cease"}
    return Complement(by="ask.wish", action=first) if stops or sentence.word(to + 1) == "be" else None


_MATTER = 14
"""Tokens of what somebody wants to end."""


def _done(sentence: Sentence, first: int) -> Complement | None:
    """Read "want the road reopened", "wanted them freed": the end that somebody wants brought about."""
    if sentence.word(first) in _NO_END:
        return None
    for at in range(first + 1, min(first + 9, len(sentence.tokens))):
        word, before = sentence.word(at), sentence.word(at - 1)
        if word in _NO_END:
            return None
        if word in _ENDS or (word.endswith("ed") and word not in {"united", "armed", "displaced", "need", "red"}):
            if before in {"the", "a", "an"} or (sentence.tokens[at].capital and not sentence.headline):
                return None
            pronoun = at == first + 1 and before in {"them", "him", "her", "it", "us"}
            named = sentence.word(first) in {"the", "all", "every", "its"}
            placed = sentence.word(first) in {"a", "an"} and word not in _CALLED and sentence.word(at + 1) in _BEHIND
            headed = sentence.draft.blocks[sentence.block].role in {"title", "heading"} and word not in _CALLED
            somebody = pronoun or before.endswith("s") or named or placed or headed
            return Complement(by="ask.wish", action=at if pronoun else first) if somebody else None
    return None


_CALLED = frozenset("called named based used armed located born dressed headed led entitled titled".split())
"""Participles that tell of which thing there is talk, not of what is to be done with it."""
_BEHIND = frozenset("at in on to for by before within along between near . , ; as".split())
_NO_END = frozenset('to that who which whom . ; : , " for from in of and or by is are was were'.split())
_ENDS = frozenset("withdrawn brought sent built paid rebuilt given shut cut undone taught put left held out".split())


def _seen(sentence: Sentence, first: int) -> Complement | None:
    """Read "would like to see X do Y" and "want to see the road opened"."""
    for at in range(first + 1, min(first + 10, len(sentence.tokens))):
        word = sentence.word(at)
        if word in {".", ";", ",", ":", "that", "who"}:
            return None
        if word in sentence.grammar.verbs and phrases.names_somebody(sentence, first, at - 1):
            before = sentence.word(at - 1)
            if before not in sentence.grammar.nouners:
                return Complement(by="ask.wish", to=(first, at - 1), action=at)
        if word in _STATES and at > first + 1:
            return Complement(by="ask.wish", action=first)
        if word.endswith("ed") and (at > first + 1 or sentence.word(first) in {"them", "him", "her", "it"}):
            return Complement(by="ask.wish", action=first)
    return None


_STATES = frozenset("open shut free safe home back alive clean lit built rebuilt held given paid done brought".split())
"""In which state somebody would see a thing: "would like to see the school open"."""


def _like(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "to" and sentence.word(after + 1) == "see":
        return _seen(sentence, after + 2)
    if sentence.word(after) == "to" and (received := _received(sentence, after + 1)) is not None:
        return received
    if trigger.first and sentence.word(after) in {"a", "an", "your", "some"} and _would_be_owed(sentence, after):
        return Complement(by="ask.wish", action=after)
    done = _to_be_done(sentence, after) if trigger.first else None
    return _done(sentence, after) or somebody_to(sentence, trigger, after) or done


def _to_be_done(sentence: Sentence, first: int) -> Complement | None:
    """Read "we'd like three of our members to be heard": what is to be done, whoever is to do it."""
    to = sentence.infinitive(first)
    done = to is not None and to > first and sentence.word(to + 1) == "be" and sentence.is_done(to + 2)
    return Complement(by="ask.wish", action=first) if done and to is not None and to - first < _MATTER else None


def _received(sentence: Sentence, verb: int) -> Complement | None:
    """Read "would like to receive, within a month, confirmation that …", "wishes to be informed of …"."""
    if sentence.word(verb) == "be" and sentence.word(verb + 1) in {"informed", "told", "notified", "sent", "given"}:
        return Complement(by="ask.wish", action=verb)
    held = sentence.word(verb) in {"have", "get", "hear", "see"} and sentence.word(verb + 1) in _TO_HAVE
    if sentence.word(verb) not in {"receive", "obtain"} and not held:
        return None
    at = verb + 1
    if sentence.word(at) == ",":
        at = next((i + 1 for i in range(at + 2, at + _ASIDE) if sentence.word(i) == ","), at)
    return Complement(by="ask.wish", action=at) if at < len(sentence.tokens) else None


_TO_HAVE = frozenset({"an", "the", "your", "its", "their", "some"})
"""Words after "have" with which that is named which somebody is to give."""
_ASIDE = 10
"""Tokens that an aside in commas may have."""


def _welcome(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "would welcome a visit", "would appreciate it if you could …"."""
    if sentence.word(after) == "it" and sentence.word(after + 1) == "if":
        return _if(sentence, after + 2)
    if sentence.word(after) in {"the", "a", "an", "your", "any"} or phrases.names_thing(sentence, after):
        opportunity = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1))
        return None if opportunity in {"opportunity", "chance"} else Complement(by="ask.wish", action=after)
    return None


def _desire(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "The Elders desire that the site be listed" in their own paper."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer"
    return frames.clause(sentence, trigger, after + 1) if own and sentence.word(after) == "that" else None


def _grateful(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "if":
        return _if(sentence, after + 1)
    if word == "to" and trigger.first and any(sentence.word(at) in _MODALS for at in range(trigger.index)):
        return _received(sentence, after + 1)
    if word == "for" and (phrases.names_thing(sentence, after + 1) or _would_be_owed(sentence, after + 1)):
        return Complement(by="ask.wish", action=after + 1)
    return None


_OWED = frozenset(
    "reply response answer meeting explanation assurance assurances confirmation clarification information statement "
    "intervention attention support help assistance advice update".split()
)


def _would_be_owed(sentence: Sentence, first: int) -> bool:
    """Say whether a noun is what somebody would be grateful for in days to come: "a reply", "your intervention"."""
    would = any(sentence.word(at) in {"would", "should", "'d", "we'd", "i'd"} for at in range(max(0, first - 6), first))
    return would and is_owed(sentence, first)


def is_owed(sentence: Sentence, first: int) -> bool:
    """Say whether a noun names what a letter's reader may give its writer: "an early reply", "your support"."""
    return sentence.word(phrases.head(sentence, first, len(sentence.tokens) - 1)) in _OWED


def _if(sentence: Sentence, first: int) -> Complement | None:
    """Read "if you could do Y", "if the Council were to do Y"."""
    if sentence.word(first) == "you" and (sentence.word(first + 1).endswith("ed") or sentence.word(first + 1) in _DID):
        return Complement(by="ask.wish", to=(first, first), action=first + 1)  # "if you raised the matter"
    for at in range(first + 1, min(first + 12, len(sentence.tokens) - 1)):
        if sentence.word(at) in _MODALS:
            if sentence.word(at + 1) == "be" and not phrases.names_somebody(sentence, first, at - 1):
                return Complement(by="ask.wish", action=first)  # "if receipt of this letter could be acknowledged"
            return Complement(by="ask.wish", to=(first, at - 1), action=at)
        did = sentence.word(at).endswith("ed") or sentence.word(at) in _DID
        if did and sentence.word(at) not in _CALLED and phrases.names_somebody(sentence, first, at - 1):
            return Complement(by="ask.wish", to=(first, at - 1), action=at)  # "if the Union released the sums"
    last = len(sentence.tokens) - 1
    opened = last - first < _BREAKS_OFF and sentence.word(last) not in {".", ";", "?", "!", ","}
    return frames.listed(sentence, first) if opened and phrases.names_somebody(sentence, first, last) else None


_DID = frozenset("gave took made sent brought wrote kept put told let did spoke found saw came went met held".split())
_BREAKS_OFF = 10
"""Words of a line that breaks off before a list: "we would be grateful if the Union"."""


def _look(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "look to X to do Y", "count on X to do Y", "count on your support"."""
    told = trigger.lemma == "look" and trigger.form in {"past", "s"}
    if not trigger.first and not told and not _is_body(sentence, trigger):
        return None
    if sentence.word(after) not in ({"for"} if trigger.lemma == "wait" else {"to", "on", "upon"}):
        return None
    found = somebody_to(sentence, trigger, after + 1)
    if found is not None:
        return found
    for at in range(after + 2, min(after + 10, len(sentence.tokens))):
        if sentence.word(at) == "for" and trigger.lemma == "look":
            return Complement(by="ask.wish", to=(after + 1, at - 1), action=at + 1)
    if trigger.lemma in {"count", "rely"} and sentence.word(after + 1) == "your":
        return Complement(by="ask.wish", to=(after + 1, after + 1), action=after + 1)
    return None


def _is_body(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a body speaks for itself in the third person: "The party counts on …" in the party's own words."""
    if trigger.form != "s" or sentence.draft.blocks[sentence.block].voice != "issuer" or trigger.subject is None:
        return False
    noun = sentence.word(phrases.head(sentence, *trigger.subject))
    known = noun in sentence.grammar.agents or sentence.tokens[trigger.subject[1]].capital
    return known and noun not in {"he", "she", "they", "who"}


def _is_ours(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether those who speak name themselves: "our organisations trust that you will …"."""
    return trigger.subject is not None and sentence.word(trigger.subject[0]) in {"our", "my"}


def _trust(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "we trust that the Council will act", "The Panel trusts that Ardesh will answer"."""
    if not trigger.first and not _is_body(sentence, trigger) and not _is_ours(sentence, trigger):
        return None
    first = after + 1 if sentence.word(after) == "that" else after
    for at in range(first + 1, min(first + 16, len(sentence.tokens))):
        if sentence.word(at) in {"will", "would"}:
            somebody = phrases.names_somebody(sentence, first, at - 1) and sentence.word(first) != "it"
            return Complement(by="ask.hope", to=(first, at - 1), action=at) if somebody else None
        if sentence.word(at) in {".", ";", ":", ","}:
            break
    return None


def _push(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "for":
        if trigger.form == "ing" and sentence.word(trigger.index - 1) not in BE:
            return None  # "took part in pushing for talks"
        thing = trigger.first or phrases.names_thing(sentence, after + 1)
        return frames.noun_after_for(sentence, trigger, after + 1) if thing else None
    if sentence.word(after) in {"back", "out", "into", "aside", "forward", "through", "ahead"}:
        return None
    found = somebody_to(sentence, trigger, after)
    known = found is not None and found.to is not None and frames.is_known(sentence, *found.to)
    return found if known else None


def _clamour(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "shouted for the governor to step down", "clamoured for wages"."""
    return frames.noun_after_for(sentence, trigger, after + 1) if sentence.word(after) == "for" else None


def _require(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "we require of the company that it pay", "we require X to do": what a law requires is no ask."""
    if sentence.word(after) == "of":
        found = frames.person_infinitive(sentence, trigger, after + 1)
        found = frames.somebody_that(sentence, trigger, after + 1) or found
        return found or frames.from_somebody(sentence, after + 1)
    listed = trigger.form == "past" and sentence.draft.blocks[sentence.block].role == "list-item"
    told = replace(trigger, form="s") if listed else trigger  # in minutes: "(e) The Summit required members to pay"
    if not trigger.first and not _is_body(sentence, told):
        return None
    if sentence.word(len(sentence.tokens) - 1) == ":":
        comma = next((at for at in range(after, len(sentence.tokens)) if sentence.word(at) in {",", ":"}), after)
        to = comma - 1 - (sentence.word(comma - 1) == "to")
        somebody = to >= after and phrases.names_somebody(sentence, after, to)
        return Complement(by="ask.list", to=(after, to)) if somebody else None
    return somebody_to(sentence, trigger, after)


def _applies(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether petitioners speak of themselves: "Your petitioners pray that …", "The applicant prays that …"."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer" and trigger.subject is not None
    return own and sentence.word(trigger.subject[1] if trigger.subject else 0) in _APPLYING


_APPLYING = frozenset(
    "petitioner petitioners applicant applicants plaintiff plaintiffs claimant claimants undersigned memorialist "
    "memorialists appellant appellants complainant complainants".split()
)
_PRAYED = 16
"""Tokens from "pray" within which whom an applicant prays may be asked to act."""
_LORDSHIPS = frozenset({"your", "lordships", "lordship", "bench", "house", "honour", "honor", "you"})
"""Words by which a paper calls whom it prays."""


def _pray(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read an applicant's "pray the Court to order …", "pray that this Commission be pleased to …"."""
    if sentence.word(after) == "that" and (trigger.first or _applies(sentence, trigger)):
        verb = next((at for at in range(after + 2, after + _PRAYED) if sentence.word(at) in {"be", "may"}), None)
        organ = verb is not None and any(
            sentence.word(at) in sentence.grammar.courts | sentence.grammar.agents | _LORDSHIPS
            for at in range(after + 1, verb)
        )
        pleased = next((at + 1 for at in range(verb, verb + 6) if sentence.word(at) == "pleased"), verb) if verb else 0
        return Complement(by="ask.clause", to=(after + 1, verb - 1), action=pleased) if verb and organ else None
    if sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1)) not in sentence.grammar.courts:
        return None
    action = sentence.infinitive(after)
    return Complement(by="ask.infinitive", to=(after, action - 1), action=action) if action else None


def _seek(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read a headline's "seek UN inquiry" and anybody's "seek from X the release of …"."""
    if sentence.word(after) == "from":
        return frames.from_somebody(sentence, after + 1)
    if trigger.first and sentence.word(after) == "your":
        return Complement(by="ask.noun", to=(after, after), action=after)
    if (sentence.word(after) == "$" or sentence.word(after)[:1].isdigit()) and _is_sum(sentence, after):
        return Complement(by="ask.noun", action=after)
    noun = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1))
    if (trigger.first or trigger.form == "base") and noun in _OWED | {"undertaking", "commitment"}:
        return Complement(by="ask.noun", to=givers.from_later(sentence, after), action=after)
    wanted = noun in sentence.grammar.ends | _RULINGS
    if wanted and sentence.word(after) in {"the", "a", "an"}:
        return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)
    role = sentence.draft.blocks[sentence.block].role
    if role not in {"title", "heading"} or not phrases.names_thing(sentence, after):
        return None
    if sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1)) in _SOUGHT:
        return None
    return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)


_RULINGS = frozenset({"order", "injunction", "ruling", "warrant", "declaration"})


def _is_sum(sentence: Sentence, first: int) -> bool:
    """Say whether a sum is sought for a need: "40 million dollars for the camps", not "a tenth for the firm"."""
    words = [sentence.word(at) for at in range(first, first + 6)]
    large = not {"million", "billion", "m", "bn"}.isdisjoint(words)
    return "for" in words and (large or any(word[:1].isdigit() and word.endswith(("m", "bn", "mn")) for word in words))


def _solicit(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "we solicit from the Union a loan", "solicit the Union to act"."""
    wanted = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1)) in sentence.grammar.ends
    if wanted and sentence.word(after) in {"the", "a", "an"}:
        return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)
    if not trigger.first and not trigger.bare and not _is_body(sentence, trigger):
        return None
    if sentence.word(after) in {"from", "of"}:
        return frames.from_somebody(sentence, after + 1) or frames.listed(sentence, after + 1)
    found = somebody_to(sentence, trigger, after)
    return found or Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)


def places(read: Sentence, cues: list[Hit]) -> list[tuple[int, str]]:
    """Give where the verb of each cue stands ("would like": at "like"), with its force."""
    found = []
    for hit in cues:
        at = read.index(hit.start)
        while at < len(read.tokens) and read.tokens[at].start < hit.end and read.word(at) not in read.grammar.forms:
            at += 1
        if at < len(read.tokens):
            found.append((read.tokens[at].start, hit.tag.removeprefix("also.")))
    return found


FRAMES: Mapping[str, Callable[[Sentence, Trigger, int], Complement | None]] = {
    "want": _want,
    "need": _want,
    "like": _like,
    "welcome": _welcome,
    "appreciate": _welcome,
    "grateful": _grateful,
    "obliged": _grateful,
    "thankful": _grateful,
    "glad": _grateful,
    "pleased": _grateful,
    "require": _require,
    "wish": _like,
    "desire": _desire,
    "pray": _pray,
    "challenge": somebody_to,
    "enjoin": _push,
    "wait": _look,
    "look": _look,
    "count": _look,
    "rely": _look,
    "trust": _trust,
    "shout": _clamour,
    "clamour": _clamour,
    "clamor": _clamour,
    "push": _push,
    "lobby": _push,
    "pressure": _push,
    "seek": _seek,
    "solicit": _solicit,
}
