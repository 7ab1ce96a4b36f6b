# SPDX-License-Identifier: Apache-2.0
"""Verbs that ask, with who asks: told apart from nouns, negations, questions and earlier asks."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass, replace

from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.patterns import late

_FIRST = frozenset({"i", "we", "i'd", "we'd", "i'm", "we're", "we've", "i've", "we'll", "i'll"})
_THIRD = frozenset({"he", "she", "it", "they", "who", "both", "he's", "she's", "they're", "they've", "it's"})
_BE = frozenset({"am", "is", "are", "was", "were", "been", "being", "be", "i'm", "we're", "he's", "she's", "they're"})
_HAVE = frozenset({"have", "has", "had", "having", "we've", "i've", "they've"})
_MODAL = frozenset("will shall would must can could may might should i'd we'd we'll i'll cannot".split())
_DO = frozenset({"do", "does", "did"})
_NEGATIVE = frozenset("not n't never no longer cannot nobody none neither nor without rather instead hardly".split())
_REFUSING = frozenset(
    "refuse refused refuses decline declined declines fail failed fails stop stopped hesitate hesitated forget".split()
)
_CONDITION = frozenset({"because", "if", "unless", "whether", "when", "whenever", "before", "until", "lest", "after"})
_DENIALS = frozenset({"deny", "denies", "denied", "denying", "cannot"})
_QUESTION = frozenset(
    "do does did will would shall should can could is are was were has have had why how what who when where "
    "which".split()
)
_NOUN_FORMS = frozenset(
    "call demand request appeal petition hope press order command need want look count trust push counsel "
    "pressure lobby".split()
)
_UNHEARD = frozenset({"direct", "decide"})
_ORDERS = frozenset({"order", "instruct", "command"})
_QUIET_PARTICIPLES = frozenset("encourage invite propose suggest hope expect advise remind press".split())
_NO_PARTICIPLE_AFTER = frozenset(
    "by without of from after before against avoid stop despite while when including through for very most "
    "more a an".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight".split())
_PLURAL = frozenset("people women men children police clergy staff youth media".split())
_RELATIVE = frozenset({"that", "which"})
_PAPERS = frozenset(
    "letter letters statement statements petition petitions appeal appeals message messages resolution "
    "resolutions motion motions "
    "declaration declarations communique communiques note notes post posts tweet tweets speech speeches "
    "campaign campaigns rally "
    "rallies protest protests demonstration demonstrations memo memorandum bill vote text banners placards "
    "signs slogans calls".split()
)
_ISSUING = frozenset(
    "issued issue issues sent send sends wrote write signed sign signs adopted adopts adopt passed passes "
    "released published delivered "
    "launched launches held staged stage handed submitted tabled gave made posted approved endorsed backed "
    "carrying waving joined organised organized".split()
)
_OCCASIONS = frozenset(
    "murder murders attack attacks killing killings death deaths situation crisis moment occasion time times "
    "times abuse abuses democracy justice conscience decency morality history reality circumstances "
    "conditions task job work role urgency gravity events crime crimes honour honor logic problem problems "
    "challenge challenges emergency "
    "story market markets".split()
)
_ACCORDS = frozenset(
    "agreement agreements plan plans roadmap accord accords treaty treaties law laws constitution charter "
    "proposal deal memorandum protocol convention "
    "settlement programme program formula".split()
)
_LEADS = frozenset(
    "in on at by after before while when as if once following during since with under from meanwhile noting "
    "despite earlier also however speaking although".split()
)
_EARLIER = late(
    r"(?:Back )?(?:In (?:early |mid-|late )?(?:(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b|[12]\d{3}\b)|Last (?:month|year|spring|summer|autumn|winter)\b|Earlier (?:this|in)\b|"
    r"(?:A|One|Two|Three|Several|Some) (?:weeks?|months?|years?) (?:ago|earlier|before)\b)"
)
_OCCASION = frozenset("used uses seized rose proceeded proceeds".split())
_FARTHEST = 60  # tokens that who asks may have
_CROWDS = frozenset("gathered rallied marched protested demonstrated streets".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A verb that asks. `index` is its token; `subject` the token span (first, last) of who asks, None where unsaid.

    `passive`: the subject is the one who is asked. `first`: "I" or "we" speak.
    """

    index: int
    lemma: str
    force: str
    form: str
    passive: bool = False
    reported: bool = False
    first: bool = False
    bare: bool = False
    subject: tuple[int, int] | None = None


@dataclass(slots=True)
class _Left:
    """What stands before a verb: its auxiliaries and adverbs passed over, up to the token `index`."""

    index: int
    words: list[str]

    def has(self, words: frozenset[str]) -> bool:
        return any(word in words for word in self.words)


def find(sentence: Sentence, offsets: list[tuple[int, str]]) -> list[Trigger]:
    """Find the triggers among the force words at view `offsets`, given with their forces, in order."""
    found: list[Trigger] = []
    if _is_question(sentence):
        return found
    for offset, force in offsets:
        index = sentence.index(offset)
        form = sentence.grammar.forms.get(sentence.word(index))
        if form is None or form[0] in _UNHEARD:
            continue
        orders = form[0] in _ORDERS or (form[0] == "want" and sentence.word(index - 1) in {"we", "i"})
        strength = "demand" if orders else force
        trigger = _joined(sentence, found, index, strength, *form) or _verb(sentence, index, strength, *form)
        if trigger is not None:
            found.append(trigger)
    return found


def _is_question(sentence: Sentence) -> bool:
    if not sentence.tokens or sentence.tokens[-1].word != "?":
        return False
    return sentence.word(0) in _QUESTION or not any(token.word in _FIRST for token in sentence.tokens)


def _joined(sentence: Sentence, found: list[Trigger], index: int, force: str, lemma: str, form: str) -> Trigger | None:
    """Join "implore and demand": two verbs with one subject and one object are one trigger, of the stronger force."""
    if not found or sentence.word(index - 1) not in {"and", "or"} or found[-1].form != form:
        return None
    before = found[-1]
    between = [sentence.word(at) for at in range(before.index + 1, index - 1)]
    if any(word not in {"on", "upon", "to", "for", ","} and not sentence.grammar.is_adverb(word) for word in between):
        return None
    ranks = sentence.grammar.ranks
    stronger = force if ranks[force] < ranks[before.force] else before.force
    found.pop()
    return replace(before, index=index, lemma=lemma, force=stronger)


def _left(sentence: Sentence, index: int) -> _Left:
    grammar = sentence.grammar
    words: list[str] = []
    at = index - 1
    while at >= 0:
        word = sentence.word(at)
        if word in _DAYS:
            at -= 2 if sentence.word(at - 1) in {"on", "late", "early"} else 1
            continue
        if word == "and" and words and words[-1].endswith("ly") and sentence.word(at - 1).endswith("ly"):
            at -= 1
            continue
        known = word in _BE or word in _HAVE or word in _MODAL or word in _DO or grammar.is_adverb(word)
        if not known and not word.endswith("n't"):
            break
        words.append("not" if word.endswith("n't") else word)
        if word in _FIRST or word in _THIRD:
            break
        at -= 1
    return _Left(index=at, words=words)


def _verb(sentence: Sentence, index: int, force: str, lemma: str, form: str) -> Trigger | None:
    left = _left(sentence, index)
    before = sentence.word(left.index)
    denied = before == "one" and sentence.word(left.index - 1) == "no"
    if denied or left.has(_NEGATIVE) or before in _NEGATIVE or _conditional(sentence, index):
        return None
    trigger = Trigger(index=index, lemma=lemma, force=force, form=form)
    made = {"base": _base, "s": _third, "past": _past, "ing": _participle}[form](sentence, trigger, left, before)
    if made is None:
        return None
    if made.subject is None and not made.bare:
        made = replace(made, subject=_subject(sentence, left.index))
    if made.subject is not None and sentence.word(made.subject[0]) in _NEGATIVE:
        return None
    spoken_of = _head_of_subject(sentence, made)
    if spoken_of in _OCCASIONS or (
        lemma == "demand"
        and form == "s"
        and spoken_of in _RELATIVE | {"this", "it"}
        and sentence.word(index + 1) not in {"of", "that", "from"}
    ):
        return None
    made = replace(made, reported=made.reported or spoken_of in _ACCORDS)
    first = made.first or before in _FIRST or _speaks_first(sentence, made)
    return replace(made, first=first, reported=made.reported or _told_again(sentence, left, before, made))


def _head_of_subject(sentence: Sentence, trigger: Trigger) -> str:
    """Give the head noun of who asks: an occasion demands nothing, an accord only tells what was asked."""
    if trigger.subject is None or trigger.passive or trigger.subject[0] > trigger.subject[1]:
        return ""
    return sentence.word(phrases.head(sentence, *trigger.subject))


def _conditional(sentence: Sentence, index: int) -> bool:
    """Say whether "if", "when", "after" and the like govern the verb: no comma between."""
    for at in range(index - 1, max(-1, index - 16), -1):
        word = sentence.word(at)
        if word in {",", ";", ":", '"', "-", "–", "—"}:
            return False
        if word in _DENIALS and at >= index - 6:
            return True
        if word in _CONDITION and (word not in {"after", "before", "until", "because"} or at >= index - 4):
            return True
    return sentence.word(0) in {"should", "had"}


def _told_again(sentence: Sentence, left: _Left, before: str, trigger: Trigger) -> bool:
    if left.has(_HAVE) and ("had" in left.words or left.has(sentence.grammar.earlier)):
        return True
    if trigger.form == "ing" and left.has(_HAVE) and "been" in left.words:
        return True
    if trigger.form == "past" and _EARLIER.match(sentence.draft.content, sentence.start, sentence.end):
        return True
    if trigger.form == "past" and left.has(sentence.grammar.earlier):
        return True
    if trigger.form == "past" and before in _FIRST and not left.has(_HAVE) and not trigger.passive:
        return True
    near = [sentence.word(at) for at in range(max(0, left.index - 3), left.index + 1)]
    if "past" in near and "the" in near and left.index >= 1 and sentence.word(0) != "for":
        return True
    return before in _RELATIVE or (before == "who" and sentence.word(left.index - 1) != ",")


def _speaks_first(sentence: Sentence, trigger: Trigger) -> bool:
    if trigger.subject is None or trigger.form not in {"base", "ing"}:
        return False
    first, last = trigger.subject
    return any(sentence.word(at) in _FIRST for at in range(first, last + 1))


def _subject(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Give the tokens of the noun phrase that ends at `last`: its apposition and what leads into the clause cut."""
    while last > 0 and sentence.word(last) == '"':
        last -= 1
    if last < 0:
        return None
    start, edge = last, max(0, last - _FARTHEST)
    while start > edge and sentence.word(start - 1) not in {";", ":", '"', "that", "—", "–", "-", "."}:
        start -= 1
    words = [sentence.word(at) for at in range(start, last + 1)]
    if words[-1] == "," and "," in words[:-1]:
        return start, start + max(0, words.index(",") - 1)
    if words[-1] in {"and", "but", ","}:
        finite = next(
            (at for at, word in enumerate(words) if at and (word in _BE or word in _HAVE or word.endswith("ed"))), None
        )
        return start, start + (finite - 1 if finite else len(words) - 1)
    commas = [at for at, word in enumerate(words) if word == ","]
    if commas and not sentence.tokens[start].capital:
        return start + commas[-1] + 1, last
    if commas and (commas[0] > 3 or words[0] in _LEADS):
        return start + commas[-1] + 1, last
    return start, last


def _base(sentence: Sentence, trigger: Trigger, left: _Left, before: str) -> Trigger | None:
    if before == "to":
        return _governed(sentence, trigger, left)
    spoken = before in _FIRST or (bool(left.words) and left.words[-1] in _FIRST)
    if trigger.lemma in _WISHES:
        return _wish(sentence, trigger, left, spoken=spoken)
    if left.has(_MODAL):
        joined = before in {"and", ","} and left.has(frozenset({"would"})) and _first_before(sentence, left.index)
        return replace(trigger, first=True) if (spoken or joined) and not _able(left) else None
    if before in {"me", "us"} and sentence.word(left.index - 1) in {"let", "allow"}:
        return replace(trigger, first=True)
    if spoken:
        return replace(trigger, first=True)
    if before in _THIRD or before == "undersigned":
        return replace(trigger, first=_first_before(sentence, left.index))
    if left.index < 0:
        return None
    if before in {"and", ","}:
        if not _framed(sentence, trigger):
            return None
        return replace(trigger, first=_first_before(sentence, left.index))
    if before in sentence.grammar.nouners or before.endswith("'s") or not _plural(sentence, left.index):
        return None
    return trigger if trigger.lemma not in _NOUN_FORMS or _framed(sentence, trigger) else None


_WISHES = frozenset({"like", "welcome", "appreciate", "grateful"})


def _wish(sentence: Sentence, trigger: Trigger, left: _Left, *, spoken: bool) -> Trigger | None:
    """Take "would like", "should welcome", "would be grateful"; refuse what only likes or welcomes."""
    if not left.has(frozenset({"would", "should", "i'd", "we'd"})):
        return None
    if spoken or (left.index > 0 and sentence.word(left.index) in {"and", ","} and _first_before(sentence, left.index)):
        return replace(trigger, first=True)
    if trigger.lemma != "like" or left.index < 0 or sentence.word(left.index) in {"what", "who", "which", "you"}:
        return None
    return replace(trigger, first=_first_before(sentence, left.index))


def _able(left: _Left) -> bool:
    """Say whether the asking is only possible: "we could ask", "we can ask" but not "I can only urge"."""
    return left.has(frozenset({"could", "might", "should"})) or (
        left.has(frozenset({"can"})) and not left.has(frozenset({"only"}))
    )


def _first_before(sentence: Sentence, last: int) -> bool:
    return any(sentence.word(at) in _FIRST for at in range(max(0, last - 40), last))


def _plural(sentence: Sentence, index: int) -> bool:
    word = sentence.word(index)
    if (word.endswith("s") and not word.endswith(("ss", "us"))) or word in _PLURAL:
        return True
    subject = _subject(sentence, index)
    if subject is not None and _heads_plural(sentence, *subject):
        return True
    # "the bishops of both shores of the Issel", "A and B": the noun that agrees stands further left.
    return sentence.tokens[index].capital and any(
        sentence.word(at) == "and" or (sentence.word(at).endswith("s") and not sentence.tokens[at].capital)
        for at in range(max(0, index - 14), index)
    )


def _heads_plural(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the head of a subject is a plural followed by what tells of it: "Traders in the town"."""
    head = phrases.head(sentence, first, last)
    word = sentence.word(head)
    if head >= last or not (word in _PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))):
        return False
    return not any(
        sentence.word(at) in _BE | _HAVE | {"who", "that", "which", ","} or sentence.word(at).endswith("ed")
        for at in range(head + 1, last + 1)
    )


def _governed(sentence: Sentence, trigger: Trigger, left: _Left) -> Trigger | None:
    """Take "would like to ask", "am writing to urge", "marched to demand"; refuse "failed to call"."""
    governor = left.index - 1
    while (
        sentence.grammar.is_adverb(sentence.word(governor))
        or sentence.word(governor) in _DAYS
        or sentence.word(governor + 1) in _DAYS
    ):
        governor -= 1
    if governor < 0:
        return None
    near = [sentence.word(index) for index in range(max(0, governor - 9), governor + 1)]
    governors = sentence.grammar.governors
    if near[-1] in _REFUSING or set(near) & (_NEGATIVE - {"no", "longer"}):
        return None
    first = any(
        sentence.word(at) in _FIRST or sentence.word(at) == "me" for at in range(max(0, governor - 12), governor + 1)
    )
    went_on = near[-1] == "on" and bool({"went", "goes", "going"} & set(near))
    if (
        not (went_on or set(near) & _OCCASION)
        and near[-1] not in governors
        and not (first and set(near) & governors)
        and not set(near) & _CROWDS
    ):
        return None
    return replace(trigger, first=first, subject=_subject(sentence, governor))


def _framed(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether what follows shows a verb: a preposition of its own, "that", or an object with an infinitive."""
    after = sentence.word(trigger.index + 1)
    if after == ":" or sentence.word(len(sentence.tokens) - 1) == ":":
        return True
    if trigger.lemma in {"call", "appeal"}:
        return after in {"on", "upon", "for", "to"}
    if trigger.lemma in {"demand", "request", "petition"}:
        shows = after in {
            "that",
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
        }
        return shows or sentence.infinitive(trigger.index + 1) is not None
    return True


def _third(sentence: Sentence, trigger: Trigger, left: _Left, before: str) -> Trigger | None:
    if left.index < 0:
        return replace(trigger, bare=True) if _opens(sentence, trigger) else None
    if trigger.lemma not in _NOUN_FORMS:
        return trigger
    if before == "and" and not _finite_before(sentence, left.index):
        return None
    if before in sentence.grammar.nouners and before not in _RELATIVE:
        return None
    if before.endswith(("'s", "ing", "ous", "ic")) and not sentence.tokens[left.index].capital:
        return None
    return trigger if sentence.headline or _framed(sentence, trigger) else None


def _finite_before(sentence: Sentence, last: int) -> bool:
    words = [sentence.word(at) for at in range(1, last)]
    return any(
        word in _BE or word in _HAVE or word.endswith("ed") or (word.endswith("s") and len(word) > 3) for word in words
    )


def _opens(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a verb at the head of an item or a clause of a motion ("Calls on …") has a frame of its own."""
    if not _stands_alone(sentence):
        return False
    after = sentence.word(trigger.index + 1)
    if trigger.lemma in {"call", "appeal"}:
        return after in {"on", "upon"} or (trigger.lemma == "appeal" and after == "to")
    if trigger.lemma in {"demand", "request"}:
        return after in {"that", "the", "an", "its"} or sentence.infinitive(trigger.index + 1) is not None
    return trigger.lemma not in {"hope", "petition", "press"}


def _stands_alone(sentence: Sentence) -> bool:
    """Say whether a sentence is an item, a heading or one of a row of clauses that end in commas or semicolons."""
    blocks, content = sentence.draft.blocks, sentence.draft.content
    block = blocks[sentence.block]
    if block.role != "body" or content[block.end - 1] in ";,":
        return True
    return sentence.block > 0 and content[blocks[sentence.block - 1].end - 1] in ";,:"


def _past(sentence: Sentence, trigger: Trigger, left: _Left, before: str) -> Trigger | None:
    after = trigger.index + 1
    if trigger.lemma == "call" and sentence.word(after) in {"on", "upon"}:
        after += 1
    to_verb = sentence.is_infinitive(after) or (sentence.word(after) == "not" and sentence.is_infinitive(after + 1))
    if left.has(_BE) or before in _BE:
        if trigger.lemma == "call" and after == trigger.index + 1:
            return None
        follows = to_verb or sentence.word(after) in {"by", "that"}
        return _passive(sentence, trigger, left, after) if follows else None
    if to_verb and trigger.lemma != "demand":
        role = sentence.draft.blocks[sentence.block].role
        if left.index >= 0 and (sentence.headline or role in {"title", "heading"}):
            return replace(trigger, passive=True, subject=_subject(sentence, left.index))
        return None
    if left.index < 0 or before in {"as", "the", "a", "an", "his", "her", "its", "their"}:
        return None
    if trigger.lemma == "call" and sentence.word(trigger.index + 1) not in {"on", "upon", "for"}:
        return None
    return trigger


def _passive(sentence: Sentence, trigger: Trigger, left: _Left, after: int) -> Trigger | None:
    if trigger.lemma in {"expect", "propose", "hope", "demand"} or left.has(_MODAL - {"must"}):
        return None
    verb = sentence.word(after + 1) if sentence.word(after) == "to" else ""
    if verb in sentence.grammar.events and trigger.lemma in {"ask", "invite", "request"}:
        return None
    subject = _subject(sentence, left.index)
    return replace(trigger, passive=True, subject=subject) if subject else None


def _participle(sentence: Sentence, trigger: Trigger, left: _Left, before: str) -> Trigger | None:
    follows = sentence.word(trigger.index + 1)
    if left.has(_BE) or before in _BE:
        return None if left.has(_MODAL) else trigger
    if before in _NO_PARTICIPLE_AFTER or trigger.lemma in _QUIET_PARTICIPLES:
        return None
    if before == "in":
        near = [sentence.word(at) for at in range(max(0, left.index - 9), left.index)]
        joined = any(word.startswith(("join", "unit", "unanim", "support", "follow")) for word in near)
        return trigger if joined else None
    if trigger.lemma == "call" and follows not in {"on", "upon", "for"}:
        return None
    if trigger.lemma in {"demand", "press"} and before in sentence.grammar.nouners:
        return None
    return trigger if _said_by(sentence, left.index) else None


def _said_by(sentence: Sentence, index: int) -> bool:
    """Say whether a participle hangs on people or on a paper just issued, not on a paper that is talked about."""
    if index < 0 or sentence.tokens[index].capital or not sentence.word(index).isalpha():
        return True
    if sentence.word(index) in {"and", "also"}:
        return True
    if sentence.word(index) not in _PAPERS:
        return sentence.word(index).endswith("s") or sentence.word(index) in sentence.grammar.agents
    near = {sentence.word(at) for at in range(max(0, index - 7), index)}
    return bool(near & _ISSUING) and not near & {"your", "their"}
