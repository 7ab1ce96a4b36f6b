# SPDX-License-Identifier: Apache-2.0
"""Inflections: when "urge", "urges", "urged" and "urging" ask, told apart from nouns and from what is only told."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import passives, phrases
from tocsin.reading.asks.askings import (
    BE,
    DAYS,
    FIRST,
    HAVE,
    MODAL,
    NEGATIVE,
    THIRD,
    Left,
    Trigger,
    begins_term,
    first_before,
    is_plural,
    main_subject,
    subject_of,
)
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.naming import names

_REFUSING = frozenset(
    "refuse refused refuses decline declined declines fail failed fails stop stopped hesitate hesitated forget".split()
)
_NOUN_FORMS = frozenset(
    "call demand request appeal petition hope press order command need want look count trust push counsel "
    "pressure lobby".split()
)
_QUIET_PARTICIPLES = frozenset("encourage invite propose suggest hope expect advise remind press".split())
_NO_PARTICIPLE_AFTER = frozenset(
    "by without of from after against avoid stop despite when including through for very most more a an".split()
)
RELATIVE = frozenset({"that", "which"})
PAPERS = frozenset(
    "letter letters statement statements petition petitions appeal appeals message messages resolution "
    "resolutions motion motions "
    "declaration declarations communique communiques note notes post posts tweet tweets speech speeches "
    "campaign campaigns rally "
    "rallies protest protests demonstration demonstrations memo memorandum bill vote text banners placards "
    "signs slogans calls report reports editorial editorials".split()
)
_ISSUING = frozenset(
    "filed files lodged lodges presented presents circulated drafted "
    "issued issue issues sent send sends wrote write signed sign signs adopted adopts adopt passed passes "
    "released published delivered "
    "launched launches held staged stage handed submitted tabled gave made posted approved endorsed backed agreed "
    "agree carrying waving joined organised organized".split()
)
_OCCASION = frozenset("used uses seized rose proceeded proceeds dare dares dared".split())
_CROWDS = frozenset(
    "gathered rallied marched protested demonstrated streets walked came travelled traveled flew drove converged "
    "strike strikes struck vigil returned queued assembled met went crossed trekked visited wrote phoned telephoned "
    "converging marching gathering coming travelling".split()
)
_MET = frozenset("met visited phoned telephoned wrote".split())
"""Of those, verbs behind which somebody stands whom the subject turned to: "met the President to urge him"."""


def base(sentence: Sentence, trigger: Trigger, left: Left, before: str) -> Trigger | None:
    """Take "urge" where somebody asks with it now."""
    if before == "to":
        return _governed(sentence, trigger, left) or (trigger if _is_to(sentence, trigger, left) else None)
    spoken = before in FIRST or (bool(left.words) and left.words[-1] in FIRST)
    if trigger.lemma in _WISHES:
        return _wish(sentence, trigger, left, spoken=spoken)
    if left.has(MODAL):
        return _softened(sentence, trigger, left, spoken=spoken)
    if before in {"me", "us"} and sentence.word(left.index - 1) in {"let", "allow"}:
        return replace(trigger, first=True)
    if spoken:
        return replace(trigger, first=True)
    if before in THIRD or before == "undersigned":
        return replace(trigger, first=first_before(sentence, left.index))
    if left.index < 0:
        return None
    if "hereby" in left.words and left.has(frozenset({"do", "does", "did"})):
        return trigger  # "the Council does hereby petition the Government to …"
    if before in {"and", ","}:
        headed = sentence.draft.blocks[sentence.block].role == "title" and trigger.lemma in {"demand", "urge", "seek"}
        if headed and sentence.tokens[0].capital:
            return trigger
        if not _framed(sentence, trigger) or _bidden(sentence, left.index) or _bound(sentence, left.index):
            return None
        return replace(trigger, first=first_before(sentence, left.index))
    if before in sentence.grammar.nouners or before.endswith("'s") or not is_plural(sentence, left.index):
        return None
    return trigger if trigger.lemma not in _NOUN_FORMS or _framed(sentence, trigger) else None


def _softened(sentence: Sentence, trigger: Trigger, left: Left, *, spoken: bool) -> Trigger | None:
    """Take "we would ask", a body's "must request", and in news what somebody named will ask."""
    before = sentence.word(left.index)
    joined = before in {"and", ","} and left.has(frozenset({"would"})) and first_before(sentence, left.index)
    if not spoken and not joined and _organ_would(sentence, trigger, left):
        return replace(trigger, first=True)
    if not spoken and left.has(frozenset({"will", "would"})) and _is_told(sentence, trigger, left.index):
        return trigger
    return replace(trigger, first=True) if (spoken or joined) and not _able(left) else None


_PLANNED = frozenset("ask request urge call appeal demand recommend propose petition".split())


def _is_told(sentence: Sentence, trigger: Trigger, last: int) -> bool:
    """Say whether news tells of somebody named who will ask: "Velt City would ask the Council to meet"."""
    if passives.is_own(sentence) and sentence.draft.blocks[sentence.block].role != "title" and not _is_news(sentence):
        return False
    if trigger.lemma not in _PLANNED or last < 0 or sentence.word(last) in THIRD | {"you", "who", "which", "that"}:
        return False
    action = sentence.infinitive(trigger.index + 1)
    asked = action is not None and action > trigger.index + 1
    asked = asked or any(sentence.word(at) == "for" for at in range(trigger.index + 2, trigger.index + _SHORT))
    return (asked or sentence.word(trigger.index + 1) in {"for", "on", "upon", "that", "to"}) and not _bound(
        sentence, trigger.index
    )


def _is_news(sentence: Sentence) -> bool:
    """Say whether the sentence tells who says so, as news does: ", its envoy said"."""
    return any(token.word in passives.REPORTING for token in sentence.tokens)


def _is_to(sentence: Sentence, trigger: Trigger, left: Left) -> bool:
    """Say whether somebody is about to ask: "Veltria is to ask the Council for a meeting"."""
    return sentence.word(left.index - 1) in {"is", "are"} and _is_told(sentence, trigger, left.index - 2)


def _organ_would(sentence: Sentence, trigger: Trigger, left: Left) -> bool:
    """Take a body's own softened asking: "The Panel would also encourage …", "The Embassy must request …"."""
    if not passives.is_own(sentence) or not left.has(frozenset({"would", "must"})) or left.index < 0:
        return False
    if sentence.word(left.index) == "and" and trigger.lemma in _SOFTENED:
        main = main_subject(sentence)  # "The Panel urges A to act, and would ask of B that …"
        return main is not None and sentence.tokens[main[1]].capital and _finite_before(sentence, left.index)
    if left.words[-1] == "it" or sentence.word(left.index) == "it":
        return left.has(frozenset({"would"})) and trigger.lemma in {"remind", "urge", "appeal", "recommend"}
    if trigger.lemma not in _SOFTENED or sentence.headline or not sentence.tokens[left.index].capital:
        return False
    subject = subject_of(sentence, left.index)
    action = sentence.infinitive(trigger.index + 1)
    somebody = action is not None and action > trigger.index + 1  # "would ask to join" asks nobody to act
    somebody = somebody or (trigger.lemma == "advise" and sentence.word(trigger.index + 1) == "against")
    return somebody and subject is not None and subject[1] - subject[0] < _SHORT


_SOFTENED = frozenset("advise encourage urge remind recommend ask request invite appeal".split())
_SHORT = 8
"""Tokens that the name of a body may have that asks for itself."""
_OF_BODIES = frozenset({"welcome", "appreciate"})
_WISHES = frozenset({"like", "welcome", "appreciate", "grateful", "obliged", "thankful", "glad", "pleased"})


def _wish(sentence: Sentence, trigger: Trigger, left: Left, *, spoken: bool) -> Trigger | None:
    """Take "would like", "should welcome", "would be grateful"; refuse what only likes or welcomes."""
    if not left.has(frozenset({"would", "should", "i'd", "we'd"})):
        return None
    if spoken or (left.index > 0 and sentence.word(left.index) in {"and", ","} and first_before(sentence, left.index)):
        return replace(trigger, first=True)
    if (
        trigger.lemma not in {"like", "grateful", "obliged", "thankful", *_OF_BODIES}
        or (trigger.lemma in _OF_BODIES and not (passives.is_own(sentence) and _is_own_body(sentence, left.index)))
        or left.index < 0
        or sentence.word(left.index) in {"what", "who", "which", "you"}
    ):
        return None
    return replace(trigger, first=first_before(sentence, left.index))


def _is_own_body(sentence: Sentence, last: int) -> bool:
    """Say whether a body's name ends at a token, or who speaks names themselves: "The Panel", "my delegation"."""
    return sentence.tokens[last].capital or sentence.word(last - 1) in {"my", "our"}


def _bidden(sentence: Sentence, last: int) -> bool:
    """Say whether a reader is bidden to ask: "Write to the minister and ask that …" is one bidding."""
    opens = sentence.word(0) in sentence.grammar.verbs and not first_before(sentence, last)
    return opens and sentence.word(1) not in BE | HAVE


def _bound(sentence: Sentence, last: int) -> bool:
    """Say whether asking is what somebody else must do: "they must summon the envoy and ask for a stay"."""
    for at in range(last - 1, max(0, last - _BOUND), -1):
        if sentence.word(at) in {",", ";", ":", ".", '"'}:
            return False
        if sentence.word(at) in {"must", "should"}:
            return sentence.word(at - 1) not in FIRST
    return False


_BOUND = 24
"""Tokens from a "must" within which a second verb is bound by it too."""


def _able(left: Left) -> bool:
    """Say whether the asking is only possible: "we could ask", "we can ask" but not "I can only urge"."""
    return left.has(frozenset({"could", "might", "should"})) or (
        left.has(frozenset({"can"})) and not left.has(frozenset({"only"}))
    )


def _governed(sentence: Sentence, trigger: Trigger, left: Left) -> Trigger | None:
    """Take "would like to ask", "am writing to urge", "marched to demand"; refuse "failed to call"."""
    governor = left.index - 1
    while (
        sentence.grammar.is_adverb(sentence.word(governor))
        or sentence.word(governor) in DAYS
        or sentence.word(governor + 1) in DAYS
    ):
        governor -= 1
    if governor < 0:
        return None
    near = [sentence.word(index) for index in range(max(0, governor - 9), governor + 1)]
    governors = sentence.grammar.governors
    if near[-1] in {"and", ","} and sentence.word(0) in FIRST and _wishing(sentence, governor):
        return replace(trigger, first=True, subject=(0, 0))  # "We should like to thank you and to ask for …"
    if near[-1] in _REFUSING or set(near) & (NEGATIVE - {"no", "longer"}):
        return None
    first = any(
        sentence.word(at) in FIRST or sentence.word(at) == "me" for at in range(max(0, governor - 16), governor + 1)
    )
    went_on = near[-1] == "on" and bool({"went", "goes", "going"} & set(near))
    if (
        not (went_on or set(near) & _OCCASION)
        and near[-1] not in governors
        and not (first and set(near) & governors)
        and not set(near) & _CROWDS
        and sentence.word(left.index - 1) != "together"
        and not _serves(near)
    ):
        return None
    met = next((at for at in range(governor, max(0, governor - 9), -1) if sentence.word(at) in _MET), None)
    return replace(trigger, first=first, subject=subject_of(sentence, governor if met is None else met - 1))


def _wishing(sentence: Sentence, last: int) -> bool:
    """Say whether a sentence begins with what "we should like to …" do, among other things."""
    opening = [sentence.word(at) for at in range(1, min(5, last))]
    return not {"like", "wish", "want", "write", "writing"}.isdisjoint(opening) and NEGATIVE.isdisjoint(opening)


def _serves(near: list[str]) -> bool:
    """Say whether a paper or an office is there to ask: "the purpose of this letter is to …", "has the honour to …"."""
    if near[-1] in {"honour", "honor"}:
        return True
    return near[-1] in {"is", "was"} and bool({"purpose", "aim", "object"} & set(near)) and bool(PAPERS & set(near))


def _framed(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether what follows shows a verb: a preposition of its own, "that", or an object with an infinitive."""
    after = sentence.word(trigger.index + 1)
    if after == ":" or sentence.word(len(sentence.tokens) - 1) == ":":
        return True
    if sentence.word(trigger.index - 1) == '"' and trigger.form == "s" and after.isalpha():
        return True  # The Assembly "requests proof …"
    if trigger.lemma in {"call", "appeal"}:
        bids = trigger.lemma == "call" and after not in {"it", "him", "her", "them", "me", "us"}
        return after in {"on", "upon", "for", "to"} or (bids and sentence.infinitive(trigger.index + 1) is not None)
    if trigger.lemma in {"demand", "request", "petition"}:
        shows = after in {
            "that",
            "of",
            "the",
            "an",
            "a",
            "its",
            "their",
            "immediate",
            "urgent",
            "from",
            "to",
            "answers",
            "justice",
            "nothing",
            "full",
        }
        return shows or sentence.infinitive(trigger.index + 1) is not None
    return True


def third(sentence: Sentence, trigger: Trigger, left: Left, before: str) -> Trigger | None:
    """Take "urges" where somebody named asks, or where it opens an item of a motion."""
    if left.index < 0:
        return replace(trigger, bare=True) if _opens(sentence, trigger) else None
    if trigger.lemma not in _NOUN_FORMS:
        return trigger
    if before == ":" and _of_place(sentence, left.index):
        return None  # "Horzan: calls for calm" – a noun
    if before == "and" and not _finite_before(sentence, left.index):
        return None
    named = (
        left.index > 0 and sentence.tokens[left.index].capital and not sentence.headline
    )  # "Amnesty International wants"
    if before in sentence.grammar.nouners and before not in RELATIVE and not named:
        return None
    if before in sentence.grammar.verbs and sentence.word(left.index - 1) in MODAL | {"to"} - {"may"}:
        return None  # "must back calls for a truce"
    if before.endswith(("'s", "ing", "ous", "ic")) and not sentence.tokens[left.index].capital:
        return None
    return trigger if sentence.headline or _framed(sentence, trigger) else None


def _of_place(sentence: Sentence, colon: int) -> bool:
    """Say whether the label before a colon at a token is no body's name that could ask."""
    label = sentence.start, sentence.tokens[colon].start
    found = names.parties(sentence.draft, *label)
    rows = [sentence.draft.catalogue.actors.get(party.id) for party in found]
    return all(row is None or row.kind in {"state", "territory"} for row in rows)


def _finite_before(sentence: Sentence, last: int) -> bool:
    words = [sentence.word(at) for at in range(1, last)]
    return any(
        word in BE or word in HAVE or word.endswith("ed") or (word.endswith("s") and len(word) > 3) for word in words
    )


def _opens(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a verb at the head of an item or a clause of a motion ("Calls on …") has a frame of its own."""
    if not _stands_alone(sentence):
        return False
    after = sentence.word(trigger.index + 1)
    if trigger.lemma in {"call", "appeal"}:
        bids = trigger.lemma == "call" and sentence.infinitive(trigger.index + 2) is not None
        return bids or after in {"on", "upon"} or (trigger.lemma == "appeal" and after == "to")
    if trigger.lemma in {"demand", "request"}:
        return after in {"that", "the", "an", "its"} or sentence.infinitive(trigger.index + 1) is not None
    return trigger.lemma not in {"hope", "petition", "press"} or (trigger.lemma == "hope" and after == "that")


def _stands_alone(sentence: Sentence) -> bool:
    """Say whether a sentence is an item, a heading or one of a row of clauses that end in commas or semicolons."""
    blocks, content = sentence.draft.blocks, sentence.draft.content
    block = blocks[sentence.block]
    if block.role != "body" or content[block.end - 1] in ";,":
        return True
    return sentence.block > 0 and content[blocks[sentence.block - 1].end - 1] in ";,:"


def past(sentence: Sentence, trigger: Trigger, left: Left, before: str) -> Trigger | None:
    """Take "urged": somebody asked, or was asked."""
    after = trigger.index + 1
    if trigger.lemma == "call" and sentence.word(after) in {"on", "upon"}:
        after += 1
    if sentence.word(after) == "on" and sentence.word(after + 1) in DAYS:
        after += 2  # "donors were urged on Monday to …"
    if sentence.word(after) == "," and (left.has(BE) or before in BE):  # "are encouraged, in addition, to …"
        aside = next((at for at in range(after + 2, after + _SHORT) if sentence.word(at) == ","), None)
        after = aside + 1 if aside is not None and sentence.is_infinitive(aside + 1) else after
    left = _also_done(sentence, left, before)
    to_verb = sentence.is_infinitive(after) or (sentence.word(after) == "not" and sentence.is_infinitive(after + 1))
    if left.has(BE) or before in BE:
        if trigger.lemma == "call" and after == trigger.index + 1:
            return None
        if sentence.word(after) in {"that", ":"} and before in {"it", "is"}:
            return passives.impersonal(sentence, trigger, left)
        follows = to_verb or sentence.word(after) in {"by", "that"}
        follows = follows or (trigger.lemma == "remind" and sentence.word(after) == "of")
        follows = follows or (trigger.lemma == "give" and begins_term(sentence, after))
        follows = follows or (sentence.word(after) == "to" and sentence.word(after + 1) == ":")
        return passives.passive(sentence, trigger, left, after) if follows else None
    if to_verb and trigger.lemma != "demand":
        role = sentence.draft.blocks[sentence.block].role
        token = sentence.tokens[trigger.index]
        small = token.start + 1 == token.end or not sentence.draft.content[token.start + 1].isupper()
        if left.index >= 0 and ((sentence.headline and small) or role in {"title", "heading"}):
            return replace(trigger, passive=True, subject=subject_of(sentence, left.index))
        return None
    if before in _POLLED:
        return None  # "most callers demanded information": those who were heard, not who asks
    if left.index < 0 or before in {"as", "the", "a", "an", "his", "her", "its", "their"}:
        return None
    if sentence.word(trigger.index + 1) == "by":
        return None  # "a report ordered by the court"
    if trigger.lemma == "call" and sentence.word(trigger.index + 1) not in {"on", "upon", "for"}:
        return trigger if sentence.infinitive(trigger.index + 1) is not None else None
    return trigger


_POLLED = frozenset("callers interviewees respondents informants households surveyed interviewed".split())


def _also_done(sentence: Sentence, left: Left, before: str) -> Left:
    """Go back over what else is done to those who are asked: "are hereby put on notice and requested to …"."""
    if before != "and":
        return left
    for at in range(left.index - 1, max(0, left.index - _ALSO_DONE), -1):
        word = sentence.word(at)
        if word in {",", ";", ":", "that", "who", "which", '"'}:
            return left
        if word in {"are", "is"} and (sentence.is_done(at + 1) or sentence.word(at + 1) == "put"):
            return Left(index=at - 1, words=[*left.words, word])
    return left


_ALSO_DONE = 8
"""Tokens that what is also done may have."""


_LIBERTIES = frozenset("liberty freedom honour honor privilege duty pleasure occasion opportunity courage".split())
"""What a letter takes to ask: "we take the liberty of suggesting"."""


def participle(sentence: Sentence, trigger: Trigger, left: Left, before: str) -> Trigger | None:
    """Take "urging" where it hangs on those who ask."""
    follows = sentence.word(trigger.index + 1)
    if left.has(BE) or before in BE:
        return None if left.has(MODAL) else trigger
    if before == "by" and sentence.word(left.index - 1) in {"replied", "responded", "answered", "reacted", "countered"}:
        return trigger
    if before == "of" and sentence.word(left.index - 1) in _LIBERTIES:
        first = first_before(sentence, left.index)
        return replace(trigger, form="base", first=True, subject=None) if first else None
    quiet = trigger.lemma in _QUIET_PARTICIPLES and "that" not in (follows, sentence.word(trigger.index + 2))
    quiet = quiet and not _in_writing(sentence, trigger)
    if before in _NO_PARTICIPLE_AFTER or quiet:
        return None
    if before in {"before", "while"}:
        return trigger if sentence.word(left.index - 1) == "," or before == "while" else None
    if before == "in":
        near = [sentence.word(at) for at in range(max(0, left.index - _JOINED), left.index)]
        joined = any(word.startswith(("join", "unit", "unanim", "support", "follow", "voice", "echo")) for word in near)
        return _joining(sentence, trigger) if joined else None
    if trigger.lemma == "call" and follows not in {"on", "upon", "for"}:
        return None
    if trigger.lemma in {"demand", "press"} and before in sentence.grammar.nouners:
        return None
    said = _said_by(sentence, left.index) or _turns_to(sentence, trigger)
    return _joining(sentence, trigger) if said else None


_JOINED = 14
"""Tokens before a participle within which somebody joins others in asking."""
_JOINS = frozenset("join joins joined joining add adds added lend lends lent raise raises raised".split())
_BESIDE_VERB = frozenset("has have had also today yesterday now too again wholeheartedly fully strongly and".split())


def _joining(sentence: Sentence, trigger: Trigger) -> Trigger:
    """Give the participle with who joins others as its subject: "the Guild joins the League in calling on"."""
    near = range(max(1, trigger.index - _JOINED), trigger.index)
    verb = next((at for at in near if sentence.word(at) in _JOINS), None)
    if verb is None or not (sentence.word(verb).startswith("join") or "voice" in [sentence.word(at) for at in near]):
        return trigger
    last = verb - 1
    while last > 0 and sentence.word(last) in _BESIDE_VERB:
        last -= 1
    first = next((at + 1 for at in range(last, -1, -1) if sentence.word(at) in {",", ";", ":", "that", "and"}), 0)
    if sentence.word(last) in FIRST or not phrases.names_somebody(sentence, first, last):
        return trigger
    return replace(trigger, subject=(first, last))


def _turns_to(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a participle asks people to act, wherever it hangs: "went from room to room asking parents to …"."""
    action = sentence.infinitive(trigger.index + 1)
    if trigger.lemma not in {"ask", "urge", "beg", "implore", "plead"} or action is None or action <= trigger.index + 1:
        return False
    noun = sentence.word(action - 1)
    return noun in sentence.grammar.agents or phrases.is_people(noun)


_WRITTEN = frozenset("wrote written writes write letter letters message note cabled telegram".split())
_LETTER = 14
"""Tokens before a participle within which the letter is spoken of that invites or proposes something."""


def _in_writing(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a participle tells what a letter says: "has written to both governments inviting them to …"."""
    near = [sentence.word(at) for at in range(max(0, trigger.index - _LETTER), trigger.index)]
    return trigger.lemma in {"invite", "propose", "suggest"} and not _WRITTEN.isdisjoint(near)


def _said_by(sentence: Sentence, index: int) -> bool:
    """Say whether a participle hangs on people or on a paper just issued, not on a paper that is talked about."""
    if index < 0 or (index > 0 and sentence.tokens[index].capital) or not sentence.word(index).isalpha():
        return True
    if sentence.word(index) in {"and", "also"}:
        return True
    if sentence.word(index) not in PAPERS:
        return sentence.word(index).endswith("s") or sentence.word(index) in sentence.grammar.agents
    near = {sentence.word(at) for at in range(max(0, index - 7), index)}
    return bool(near & _ISSUING) and not near & {"your", "their"}
