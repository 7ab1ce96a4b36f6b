# SPDX-License-Identifier: Apache-2.0
"""Verbs that ask, with who asks: told apart from nouns, negations, questions and earlier asks."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tocsin.reading.asks import inflections, passives, phrases
from tocsin.reading.asks.askings import (
    BE,
    DAYS,
    DO,
    FIRST,
    HAVE,
    MODAL,
    NEGATIVE,
    THIRD,
    Left,
    Trigger,
    subject_of,
)
from tocsin.reading.asks.inflections import PAPERS, RELATIVE
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.naming import names
from tocsin.reading.patterns import late

_CONDITION = frozenset(
    {"because", "if", "unless", "whether", "since", "when", "whenever", "before", "until", "lest", "after"}
)
_DENIALS = frozenset({"deny", "denies", "denied", "denying", "cannot"})
_QUESTION = frozenset(
    "do does did will would shall should can could is are was were has have had why how what who when where "
    "which".split()
)
_UNHEARD = frozenset({"direct", "decide"})
_HEREBY = BE | {"hereby"}
_NOT_RATHER = NEGATIVE - {"rather"}
_OCCASIONS = frozenset(
    "murder murders attack attacks killing killings death deaths situation crisis moment occasion time times "
    "times abuse abuses democracy justice conscience decency morality history reality circumstances "
    "conditions task job work role urgency gravity events crime crimes honour honor logic problem problems "
    "challenge challenges emergency "
    "story market markets app form website software questionnaire".split()
)
_COUNTING = frozenset(
    "first firstly second secondly third thirdly fourth fourthly fifth finally lastly moreover".split()
)
_PRESENT = frozenset({"is", "are"})
_OF_ACCORDS = frozenset("of between on for with by reached signed concluded adopted agreed , also".split())
"""What goes on with an accord; "the Agreement Monitoring Group" is no accord."""
_OPENING = 8
"""Tokens at the head of a sentence within which an accord is named that speaks in it."""
_DATELINE = 14
"""Tokens within which a dateline ends in a dash."""
_HEARD = frozenset("indications reports rumours rumors signs suggestions claims impression hints".split())
"""What is heard of somebody: "reports that the guards want …"."""
_BESIDE = 3
"""Tokens before a verb within which its own clause ends, not another's subject."""
_ACCORDS = frozenset(
    "agreement agreements plan plans roadmap accord accords treaty treaties law laws constitution charter "
    "proposal deal memorandum protocol convention "
    "settlement programme program formula".split()
)
_EARLIER = late(
    r"(?:Back )?(?:In (?:early |mid-|late )?(?:(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b|[12]\d{3}\b)|Last (?:month|year|spring|summer|autumn|winter)\b|Earlier (?:this|in)\b|"
    r"(?:A|One|Two|Three|Several|Some) (?:weeks?|months?|years?) (?:ago|earlier|before)\b|"
    r"[Ii]n (?:its|his|her|their) (?:last|latest|previous|earlier|second-last|(?:19|20)\d\d) [a-z]+)"
)
_PAPER_OF = late(
    r"[Ii]n (?:its|his|her|their|an?|the) (?:[a-z]+ ){0,2}(?:review|order|report|resolution|judge?ment|ruling|"
    r"opinion|decision|observations|award)s?,? (?:of|from|dated|delivered|adopted|given|rendered|issued) (?:on |in )?"
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:19|20)\d\d)\b"
)
"""An earlier paper of a body's, by its date, at the head of a sentence that tells what the body asked in it."""


_YEAR = late(r"(?:19|20)\d\d\s*[:–—-]?\s+(?=[A-Z])")


def find(sentence: Sentence, offsets: list[tuple[int, str]]) -> list[Trigger]:
    """Find the triggers among the force words at view `offsets`, given with their forces, in order."""
    found: list[Trigger] = []
    if _is_question(sentence) or _RUMOUR.match(sentence.draft.content, sentence.start, sentence.end):
        return found
    for offset, force in offsets:
        index = sentence.index(offset)
        form = sentence.grammar.forms.get(sentence.word(index))
        told = form is not None and form[1] == "past" and sentence.word(index - 1) in _HEREBY
        directs = form is not None and form[0] == "direct" and form[1] in {"s", "past"}
        decides = form is not None and form[0] == "decide" and form[1] in {"s", "past"} and _binds(sentence, index)
        heard = told or decides or (directs and sentence.word(index + 1) != "that")
        if form is None or (form[0] in _UNHEARD and not heard):
            continue
        orders = form[0] in {"order", "command"} or (form[0] == "want" and sentence.word(index - 1) in {"we", "i"})
        strength = "demand" if orders and not _is_courts(sentence, index) else force
        trigger = _joined(sentence, found, index, strength, *form) or _verb(sentence, index, strength, *form)
        if trigger is not None:
            found.append(trigger)
    return found


_RUMOUR = late(
    r"(?:The\s+)?(?:[Cc]laim|CLAIM|Rumou?r|RUMOU?R|Myth|MYTH|Hoax|HOAX|False|FALSE|Fake|FAKE|Fiction)(?:\s*\d+)?:\s"
)
"""A label of what is told falsely: "Claim: the League has called on …"."""


def _binds(sentence: Sentence, index: int) -> bool:
    """Say whether a decision binds somebody to act: "decided that all members shall deny transit"."""
    return sentence.word(index + 1) == "that" and any(
        sentence.word(at) == "shall" for at in range(index + 3, index + _BOUND)
    )


def _is_courts(sentence: Sentence, index: int) -> bool:
    """Say whether a court orders in its own paper: it directs, where others demand."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer"
    return own and any(sentence.word(at) in sentence.grammar.courts for at in range(index))


_BOUND = 16
"""Tokens from a decision within which whom it binds "shall" act."""


def _is_question(sentence: Sentence) -> bool:
    if not sentence.tokens or sentence.tokens[-1].word != "?":
        return False
    return sentence.word(0) in _QUESTION or not any(token.word in FIRST for token in sentence.tokens)


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


def _left(sentence: Sentence, index: int) -> Left:
    grammar = sentence.grammar
    words: list[str] = []
    at = index - 1
    while at >= 0:
        word = sentence.word(at)
        if word in DAYS:
            at -= 2 if sentence.word(at - 1) in {"on", "late", "early"} else 1
            continue
        if word in {"month", "week", "year"} and sentence.word(at - 1) in {"last", "this"}:
            at -= 2  # "had last month urged"
            continue
        aside = _aside(sentence, at) if word == "," else None
        if aside is not None:
            words += [sentence.word(i) for i in range(at - 1, aside, -1)]
            at = aside - 1
            continue
        if word == "and" and words and words[-1].endswith("ly") and sentence.word(at - 1).endswith("ly"):
            at -= 1
            continue
        if word == "rather" and sentence.word(at - 1) in {"would", "'d"}:
            at -= 1
            continue
        known = word in BE or word in HAVE or word in MODAL or word in DO or word == "most" or grammar.is_adverb(word)
        if not known and not word.endswith("n't"):
            break
        words.append("not" if word.endswith("n't") else word)
        if word in FIRST or word in THIRD:
            break
        at -= 1
    return Left(index=at, words=words)


def _aside(sentence: Sentence, comma: int) -> int | None:
    """Give the comma that opens an adverb's own commas: "it is, therefore, prayed"."""
    at = comma - 1
    while sentence.grammar.is_adverb(sentence.word(at)):
        at -= 1
    opened = sentence.word(at) == "," and at < comma - 1 and sentence.word(at - 1) in BE | HAVE | MODAL
    return at if opened else None


def _verb(sentence: Sentence, index: int, force: str, lemma: str, form: str) -> Trigger | None:
    left = _left(sentence, index)
    before = sentence.word(left.index)
    denied = before == "one" and sentence.word(left.index - 1) == "no"
    unlike = _NOT_RATHER if left.has(MODAL) else NEGATIVE
    if denied or left.has(unlike) or before in unlike or (before != "before" and _conditional(sentence, index)):
        return None
    trigger = Trigger(index=index, lemma=lemma, force=force, form=form)
    made = {
        "base": inflections.base,
        "s": inflections.third,
        "past": inflections.past,
        "ing": inflections.participle,
    }[form](sentence, trigger, left, before)
    if made is None:
        return None
    if made.subject is None and not made.bare:
        made = replace(made, subject=subject_of(sentence, left.index))
    if made.subject is not None and sentence.word(made.subject[0]) in NEGATIVE:
        return None
    if _nobody_says(sentence, index):
        return None
    spoken_of = _head_of_subject(sentence, made)
    if (
        spoken_of in _OCCASIONS
        or _needs(sentence, made, spoken_of)
        or (
            lemma == "demand"
            and form == "s"
            and spoken_of in RELATIVE | {"this", "it"}
            and sentence.word(index + 1) not in {"of", "that", "from"}
            and not (spoken_of == "it" and _goes_on(sentence))
        )
    ):
        return None
    made = replace(made, reported=made.reported or _by_accord(sentence, made, spoken_of) or _resolved(sentence, made))
    first = made.first or before in FIRST or _speaks_first(sentence, made)
    return replace(made, first=first, reported=made.reported or _told_again(sentence, left, before, made))


def _nobody_says(sentence: Sentence, index: int) -> bool:
    """Say whether nobody is to say that somebody asked: "No one shall say that he asked for revenge"."""
    that = next((at for at in range(index - 1, max(1, index - _NEAR_THAT), -1) if sentence.word(at) == "that"), None)
    if that is None:
        return False
    words = [sentence.word(at) for at in range(max(0, that - 5), that)]
    nobody = "nobody" in words or any(pair == ("no", "one") for pair in pairwise(words))
    return nobody and not {"say", "claim", "pretend", "think", "believe"}.isdisjoint(words)


_NEAR_THAT = 7
"""Tokens from "that" within which somebody asks."""


def _by_accord(sentence: Sentence, trigger: Trigger, spoken_of: str) -> bool:
    """Say whether an accord only tells what was asked: "the agreement between A and B calls for …"."""
    if spoken_of in _ACCORDS:
        named = trigger.subject is not None and sentence.tokens[phrases.head(sentence, *trigger.subject)].capital
        return not (named and spoken_of in {"programme", "program"})  # "the World Food Programme appealed for …"
    if trigger.lemma != "call" or trigger.passive or trigger.form not in {"s", "past"}:
        return False
    dash = next((at + 1 for at in range(_DATELINE) if sentence.word(at) in {"-", "–", "—"}), 0)
    if sentence.word(dash) != "the":
        return False
    spoken = (at for at in range(dash + 1, min(dash + _OPENING, trigger.index)) if sentence.word(at) in _ACCORDS)
    return any(sentence.word(at + 1) in _OF_ACCORDS or at + 1 == trigger.index for at in spoken)


_GATHERED = frozenset({"summit", "conference", "meeting", "session", "mission", "force"})
"""Those who gather or are sent, who ask for themselves: "Summit demanded that"."""


def _needs(sentence: Sentence, trigger: Trigger, spoken_of: str) -> bool:
    """Say whether a matter, not somebody, calls for something: "the production of drugs calls for treatment"."""
    if trigger.form not in {"s", "past"} or trigger.subject is None:
        return False
    if trigger.lemma == "suggest" and trigger.form == "s":
        return not phrases.names_somebody(sentence, *trigger.subject)
    if trigger.lemma not in {"call", "demand"}:
        return False
    capital = any(sentence.tokens[at].capital for at in range(trigger.subject[0] + 1, trigger.subject[1] + 1))
    matter = sentence.grammar.is_thing(spoken_of) and spoken_of not in PAPERS | _ACCORDS | _GATHERED
    return matter and (sentence.headline or not capital)


def _resolved(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether an earlier resolution tells what it asked: "Security Council resolution 9 demanded"."""
    if trigger.form != "past" or trigger.passive or trigger.subject is None:
        return False
    first, last = trigger.subject
    return any(sentence.word(at) in ("resolution", "resolutions") for at in range(first, last + 1))


def _goes_on(sentence: Sentence) -> bool:
    """Say whether "it" is a body: the sentence before begins with one, "The Network condemns … It demands …"."""
    before = [span for span in sentence.draft.sentences(sentence.block) if span[1] <= sentence.start]
    if not before and sentence.block > 0:
        before = list(sentence.draft.sentences(sentence.block - 1))
    if not before:
        return False
    start = before[-1][0]
    opening = _BODY.match(sentence.draft.content, start, before[-1][1])
    return opening is not None and bool(names.parties(sentence.draft, start, opening.end()))


_BODY = late(
    r"(?:The |This )?[A-Z][\w'-]+(?: (?:of |for |and |the )*[A-Z][\w'()-]*)*"
    r"(?= (?:also |has |had |further )*[a-z]+(?:s|ed)\b)"
)


def _head_of_subject(sentence: Sentence, trigger: Trigger) -> str:
    """Give the head noun of who asks: an occasion demands nothing, an accord only tells what was asked."""
    if trigger.subject is None or trigger.passive or trigger.subject[0] > trigger.subject[1]:
        return ""
    first, last = trigger.subject
    if sentence.word(last) in FIRST:
        return sentence.word(last)  # "Time after time, we have called on …"
    if sentence.word(trigger.index - 1) in {"to", "and"} and last >= trigger.index - _BESIDE:
        return ""  # "takes this occasion to ask", "took the chance and asked": the nearest noun is no subject
    if sentence.word(first) in _COUNTING and sentence.word(first + 1) == ",":
        first += 2  # "Secondly, the agreement called for …"
    return sentence.word(phrases.head(sentence, first, last)) if first <= last else ""


def _conditional(sentence: Sentence, index: int) -> bool:
    """Say whether "if", "when", "after" and the like govern the verb: no comma between."""
    for at in range(index - 1, max(-1, index - 16), -1):
        word = sentence.word(at)
        if word in {",", ";", ":", '"', "-", "–", "—"}:
            return False
        if word in _DENIALS and at >= index - 6:
            # "those who cannot come are asked to …": the denial is of another verb
            return word != "cannot" or not any(sentence.word(i) in BE for i in range(at + 2, index))
        if word in _CONDITION and _is_date(sentence, at + 1):
            continue  # "would wait until 22 March and called on Ardesh to …"
        if word in _CONDITION and (word not in {"after", "before", "until", "because"} or at >= index - 4):
            return not _is_main(sentence, at, index)
    return sentence.word(0) in {"should", "had"}


_HELD = frozenset(
    "think thinks say says believe believes know knows feel feels hear hears wonder wonders see sees that which who "
    "what how where why".split()
)
"""What stands before "we ask" where that is told or thought, or tells of a noun: "if you think we ask too much"."""


def _is_main(sentence: Sentence, condition: int, index: int) -> bool:
    """Say whether "I beg" is the main clause behind one without a comma: "If a doctor reads this I beg him to …"."""
    subject = next((at for at in range(index - 1, index - 4, -1) if sentence.word(at) in FIRST), None)
    if subject is None or condition > 1 or subject < condition + _OWN_CLAUSE or sentence.word(subject - 1) in _HELD:
        return False
    between = range(condition + 2, subject)
    return any(
        sentence.word(at) in BE | HAVE | MODAL
        or sentence.word(at).endswith("ed")
        or (
            sentence.word(at).endswith("s")
            and not {sentence.word(at)[:-1], sentence.word(at)[:-2]}.isdisjoint(sentence.grammar.verbs)
        )
        for at in between
    )


_OWN_CLAUSE = 4
"""Tokens that a condition has at least, with its own subject and verb."""


_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _is_date(sentence: Sentence, at: int) -> bool:
    """Say whether a day or a date stands at a token: what comes after it is no clause of "until" or "before"."""
    word = sentence.word(at)
    if word in DAYS or word in {"today", "yesterday", "tomorrow", "midnight", "noon", "dawn", "dusk"}:
        return True
    if word in _MONTHS and sentence.word(at + 1)[:1].isdigit():
        return True
    return word[:1].isdigit() and sentence.tokens[min(at + 1, len(sentence.tokens) - 1)].capital


_SINCE = late(r",\s+which\s+(?:[\w'’-]+\s+){0,4}?(?:has|have|had)\s+(?:since|already|meanwhile)\s+[a-z]+")
_CORRECTION = late(r"(?:CORRECTIONS?|Corrections?|CLARIFICATION|Clarification|ERRATUM|Erratum)\b[^.\n]{0,30}[:.—–-]")


def _is_settled(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether what was asked has long been given, or a correction only tells of it: "which it has since sent"."""
    content, block = sentence.draft.content, sentence.draft.blocks[sentence.block]
    since = _SINCE.search(content, sentence.tokens[trigger.index].end, sentence.end)
    return since is not None or _CORRECTION.match(content, block.start, sentence.end) is not None


def _is_quoted_telling(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether somebody who is quoted tells what another once asked: ""He asked for a school.""."""
    subject = trigger.subject
    if subject is None or sentence.word(subject[1]) not in {"he", "she"} or trigger.passive:
        return False
    begin = sentence.draft.blocks[sentence.block].start
    return sentence.draft.content.count('"', begin, sentence.tokens[trigger.index].start) % 2 == 1


def _told_again(sentence: Sentence, left: Left, before: str, trigger: Trigger) -> bool:
    again = sentence.grammar.earlier
    earlier = any(word in again and word != "once" for word in left.words) or (
        "once" in left.words and not left.has(frozenset({"more", "again"}))
    )
    if trigger.form == "past" and (_is_settled(sentence, trigger) or _is_quoted_telling(sentence, trigger)):
        return True
    if left.has(HAVE) and (("had" in left.words and not _shifted_back(sentence, left.index, trigger)) or earlier):
        return True
    teller = before in FIRST or (before in THIRD and not left.has(_PRESENT))
    own = sentence.word(trigger.index + 1) == "by" and sentence.word(trigger.index + 2) in {"their", "his", "her"}
    if trigger.passive and (teller or (trigger.lemma == "tell" and own)):  # "told by their doctors to …"
        return True  # "we were told to leave": those who were asked tell of it
    if trigger.form == "ing" and left.has(HAVE) and "been" in left.words:
        return True
    if trigger.form == "base" and left.has(frozenset({"did"})):
        return True  # "we did invite the police"
    if _YEAR.match(sentence.draft.content, sentence.draft.blocks[sentence.block].start, sentence.end) or (
        trigger.form == "past"
        and (
            _EARLIER.match(sentence.draft.content, sentence.start, sentence.end)
            or (
                passives.is_own(sentence)
                and not trigger.first
                and _PAPER_OF.match(sentence.draft.content, sentence.start, sentence.end)
            )
        )
    ):
        return True  # "2019 The Ministry calls on donors to …": an entry of a chronicle
    if trigger.form == "past" and earlier:
        return True
    if trigger.form == "past" and before in FIRST and not left.has(HAVE) and not trigger.passive:
        return not (_in_paper(sentence, trigger) or _in_minutes(sentence) or _on_the_day(sentence))
    if trigger.passive and before in {"which", "who"}:
        return not left.has(_PRESENT)  # "the Mission, which is invited to …"
    near = [sentence.word(at) for at in range(max(0, left.index - 3), left.index + 1)]
    if "that" in near and any(sentence.word(at) in _HEARD for at in range(max(0, left.index - 5), left.index)):
        return True
    if "past" in near and "the" in near and left.index >= 1 and sentence.word(0) != "for":
        return True
    return before in RELATIVE or (before == "who" and sentence.word(left.index - 1) != ",")


_PAPER_SAYS = late(
    r"\",?\s+(?:said|says|read|reads|stated|declared|added)\s+(?:the|a|an|their|its)\s+(?:\w+\s+)?"
    r"(?:statement|communiqu[eé]|declaration|letter|resolution|text|document|note|message)\b"
)


def _in_paper(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether quoted words are a paper's just issued: ""We called for …," said the statement"."""
    content = sentence.draft.content
    closing = content.find('"', sentence.tokens[trigger.index].start, sentence.draft.blocks[sentence.block].end)
    return closing >= 0 and _PAPER_SAYS.match(content, closing) is not None


_MINUTES = late(
    r"\b(?:Chair(?:man|woman|person)?|CHAIR(?:MAN|WOMAN|PERSON)?|Co-Chairs|CO-CHAIRS|Presidency|PRESIDENCY)['’]?[sS]?['’]?\s+"
    r"(?:Statement|STATEMENT|Summary|SUMMARY|Conclusions|CONCLUSIONS)\b|\b(?:Communiqu[eé]|COMMUNIQU[EÉ])\b"
    r"|\b(?:Summary|SUMMARY) (?:of|OF) (?:Decisions|DECISIONS|Conclusions|CONCLUSIONS)\b|\b(?:Minutes|MINUTES)\b"
)
"""What heads a paper that tells in the past what those who met then asked."""
_HEADS = 300
"""Code points at the head of a paper that say what it is."""


def _in_minutes(sentence: Sentence) -> bool:
    """Say whether "we tasked" stands in a paper on a meeting, whose own asking it is."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer"
    return own and _MINUTES.search(sentence.draft.content, 0, _HEADS) is not None


_TODAY = late(r"\b(?:[Tt]oday|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening))\b(?!['’]s)")


def _on_the_day(sentence: Sentence) -> bool:
    """Say whether a paper tells what its people asked on the day it was written: "this afternoon we called on"."""
    block = sentence.draft.blocks[sentence.block]
    return block.voice == "issuer" and _TODAY.search(sentence.draft.content, block.start, sentence.end) is not None


_SAYING = frozenset("said adding saying told added stated announced confirmed explained wrote noted stressed".split())


def _shifted_back(sentence: Sentence, subject: int, trigger: Trigger) -> bool:
    """Say whether news tells by a verb of saying what is asked: "the mayor said he had urged the governor to …"."""
    if trigger.passive or sentence.draft.blocks[sentence.block].voice == "issuer":
        return False
    for at in range(subject, max(-1, subject - 7), -1):
        if sentence.word(at) in {",", ";", ":", '"'}:
            return False
        if sentence.word(at) in _SAYING:
            return at < subject
    return False


def _speaks_first(sentence: Sentence, trigger: Trigger) -> bool:
    if trigger.subject is None or trigger.form not in {"base", "ing"}:
        return False
    first, last = trigger.subject
    return any(sentence.word(at) in FIRST for at in range(first, last + 1))
