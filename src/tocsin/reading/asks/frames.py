# SPDX-License-Identifier: Apache-2.0
"""Frames: the shapes that a complement takes – somebody to do it, something to be done, a that-clause, a list."""
# ruff: noqa: C901, PLR0911, SIM905 - one branch a shape; a word list reads best as words

from __future__ import annotations

from dataclasses import dataclass, replace

from tocsin.reading.asks import asides, phrases
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.naming import names

_ASKED_ABOUT = frozenset({"whether", "why", "what", "how", "if", "where", "when", "who", "about"})
_ABOUT = frozenset({"whether", "why", "how", "if", "about"})
"""Of those, the words that do not also tell which person is meant ("those who hold the road")."""
_FINITE = frozenset("should must shall will would may might can could ought needs need has have be not".split())
_NOT_ASKED = frozenset(
    ", . ; ? ! ) by nothing very nobody little anything years months weeks days hours decades long".split()
)
_LINKS = frozenset("and or who which that whose concerned involved responsible present itself themselves alone".split())
_LINKS_ON = frozenset(
    "the a an its their his her our any all each every both no to from this these those such at once without".split()
)
_SERVICE = frozenset(
    {"read", "see", "watch", "view", "browse", "explore", "click", "subscribe", "register", "visit", "attend"}
)
_VISITORS = frozenset(
    "rapporteur rapporteurs commissioner envoy experts observers mission delegation committee council group "
    "monitors".split()
)
_TELLING = frozenset({"advise", "remind", "ask", "request"})
_INDICATIVE = frozenset("are is was were do did had know knew".split())
_SINGULAR = frozenset({"him", "her", "me", "us"})
_APPLYING = frozenset("applicant applicants petitioner petitioners plaintiff plaintiffs claimant claimants".split())
_WRITING = frozenset(
    "wrote written write writes letter letters appealed sent petition message turned approached".split()
)
_SURE = frozenset(
    {
        "urge",
        "implore",
        "beg",
        "beseech",
        "entreat",
        "exhort",
        "plead",
        "call",
        "appeal",
        "demand",
        "request",
        "ask",
        "petition",
        "press",
    }
)


_CLAIMING = frozenset({"demand", "request", "urge", "ask"})
_INSISTING = _CLAIMING | {"insist", "propose"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """Token spans: `to` (first, last) of the addressee's noun phrase, `action` the first token of what is asked for.

    `action` is None where the action stands in what follows: a list, or headings. `by` names the construction.
    `through` is the last token of what is asked for, where the verb stands behind it. `lists`: a list below asks more.
    """

    by: str
    to: tuple[int, int] | None = None
    action: int | None = None
    explicit: bool = True
    through: int | None = None
    lists: bool = False


def spoken(sentence: Sentence, colon: int, first: int | None = None) -> Complement | None:
    """Read "we ask you: open the bridge": the words after a colon are the action if they begin with a verb."""
    at = colon + 1
    if sentence.word(at) == "(" or sentence.word(at + 1) == ")":  # the label of a first item
        at = next((mark + 1 for mark in range(at + 1, at + 4) if sentence.word(mark) == ")"), at)
    while sentence.word(at) in {'"', "'", "please"}:
        at += 1
    if first is not None and sentence.is_infinitive(at):
        return Complement(by="ask.infinitive", to=(first, colon - 1), action=at)
    if sentence.word(at) not in sentence.grammar.verbs and sentence.word(at) not in {"do", "don't", "let", "never"}:
        return None
    return Complement(by="ask.colon", to=None if first is None else (first, colon - 1), action=at)


def person_infinitive(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "the Government of Veltria (not) to reopen …" from token `first`."""
    if first >= len(sentence.tokens):
        return None
    action = sentence.infinitive(first)
    last = (action if action is not None else clause_end(sentence, first)) - 1
    if last < first:
        return None
    if action is not None:
        if any(_asks_too(sentence, at) for at in range(first + 2, action)):
            return None
        if sentence.word(first) in _ASKED_ABOUT or any(sentence.word(at) in _ABOUT for at in range(first, last + 1)):
            return None
        last_token = len(sentence.tokens) - 1
        if (
            trigger.lemma in {"invite", "encourage"}
            and sentence.word(action + 1) in _SERVICE
            and not (sentence.word(action + 1) == "visit" and sentence.tokens[min(action + 2, last_token)].capital)
            and sentence.word(phrases.head(sentence, first, last)) not in _VISITORS
        ):
            return None
        if trigger.lemma in _TELLING and any(_tells(sentence, at) for at in range(first, last + 1)):
            return None
        if not _may_be_asked(sentence, trigger, first, last):
            return None
        return Complement(by="ask.infinitive", to=(first, last), action=action)
    colon = last + 1
    if sentence.word(colon) == ":" and trigger.first and phrases.names_somebody(sentence, first, last):
        return spoken(sentence, colon, first)
    return None


def _tells(sentence: Sentence, at: int) -> bool:
    """Say whether a "that" begins what is told, not which of them are meant: "the states that are sending arms"."""
    which = sentence.word(at - 1).endswith("s") and sentence.word(at + 1) in {"are", "have", "were"}
    return sentence.word(at) == "that" and not which


def _asks_too(sentence: Sentence, at: int) -> bool:
    """Say whether another verb of asking stands at a token: "requesting an opinion, and … urging it to …"."""
    form = sentence.grammar.forms.get(sentence.word(at))
    return form is not None and form[1] == "ing" and form[0] in _SURE and sentence.word(at + 1) not in {"for", "of"}


def _may_be_asked(sentence: Sentence, trigger: Trigger, first: int, last: int) -> bool:
    at = phrases.head(sentence, first, last)
    if sentence.word(at) in sentence.grammar.courts and trigger.lemma in {"ask", "request", "petition", "appeal"}:
        return trigger.first or (trigger.subject is not None and sentence.word(trigger.subject[1]) in _APPLYING)
    alone = sentence.word(first) in _SINGULAR and first == last
    if not trigger.first and trigger.lemma in {"ask", "beg", "invite"} and alone:
        paper = trigger.form in {"s", "past"} and trigger.subject is not None and _is_paper(sentence, *trigger.subject)
        if paper and sentence.word(first) in {"him", "her"}:
            return True  # "The motion, passed by 81 votes, asks him to …"
        wrote = trigger.form in {"ing", "base"} and any(sentence.word(at) in _WRITING for at in range(trigger.index))
        return wrote and sentence.word(first) not in {"me", "us"}
    quoted = any(sentence.word(i) == '"' and sentence.word(i - 1) == "to" for i in range(last, last + 4))
    known = quoted or sentence.word(at) in sentence.grammar.agents
    people = phrases.is_people(sentence.word(at)) and not known
    if trigger.lemma == "encourage" and not trigger.first and people and not _is_own_body(sentence, trigger):
        return False  # "encourages settlers to move" tells what it does
    if trigger.first and trigger.lemma != "expect":
        return not phrases.names_thing(sentence, first) or phrases.names_somebody(sentence, first, last)
    if trigger.lemma in _SURE:
        return phrases.names_somebody(sentence, first, last) or not phrases.names_thing(sentence, first)
    return phrases.names_somebody(sentence, first, last)


def _is_own_body(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a body tells in its own paper what it asked: "They encouraged contributors to …"."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer" and trigger.subject is not None
    last = sentence.word(trigger.subject[1]) if trigger.subject is not None else ""
    return (
        own and trigger.form == "past" and (last in {"they", "members", "ministers"} or last in sentence.grammar.agents)
    )


_PAPERS = frozenset("motion letter petition resolution statement note order summons declaration".split())


def _is_paper(sentence: Sentence, first: int, last: int) -> bool:
    return sentence.word(phrases.head(sentence, first, last)) in _PAPERS


def clause_end(sentence: Sentence, first: int) -> int:
    """Give the index of the mark that ends the clause from token `first`."""
    at = first
    while at < len(sentence.tokens) and sentence.word(at) not in {".", ";", ":", "?", "!", '"'}:
        at += 1
    return at


def listed(sentence: Sentence, first: int, by: str = "ask.list") -> Complement | None:
    """Take the phrase from `first` as the addressee of a list that follows: "the Council:", "the Council to:"."""
    last = len(sentence.tokens) - 1
    while last >= first and sentence.word(last) in {":", "to", "the", "following", ",", "therefore"}:
        last -= 1
    ends = sentence.word(len(sentence.tokens) - 1)
    if ends in {".", ";", "?", "!"}:
        return None
    if last < first:
        return Complement(by=by)
    return Complement(by=by, to=(first, last))


def noun_after_for(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read what follows "for": something to be done, or somebody who is to do it."""
    if first >= len(sentence.tokens) or sentence.word(first) in _NOT_ASKED | {"is", "are", "was", "were", "has"}:
        return None
    if sentence.word(first) in {"it", "them", "this", "that", "more"} and sentence.word(first + 1) in {
        "",
        ".",
        ",",
        ";",
        "!",
    }:
        return None  # "he's asking for it"
    if sentence.word(first + 1) == "following" and sentence.word(first + 2) in {".", ":"}:
        return Complement(by="ask.list")  # "we ask for the following."
    if sentence.word(len(sentence.tokens) - 1) == ":" and len(sentence.tokens) - first < 9:
        return listed(sentence, len(sentence.tokens) - 1)
    action = sentence.infinitive(first)
    if action is not None and action - first < 12 and sentence.word(action + 1) != "be":
        last = action - 1
        if phrases.names_somebody(sentence, first, last) and not phrases.names_thing(sentence, first):
            return Complement(by="ask.for-somebody", to=(first, last), action=action)
    head = sentence.draft.blocks[sentence.block].role in {"title", "heading"} and not trigger.first
    if head and action is None and sentence.word(phrases.head(sentence, first, len(sentence.tokens) - 1)) in _FOLK:
        return None  # "Appeal for the people of Karsk": in whose name it is made
    if not trigger.first and sentence.word(first) in {"help", "backup"} and sentence.word(first + 1) in {"", "."}:
        return None
    return Complement(by="ask.for-noun", to=addressee_in_noun(sentence, first), action=first)


_FOLK = frozenset({"people", "peoples", "children", "victims", "families", "prisoners", "hostages", "civilians"})


def addressee_in_noun(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Give who is named in "UN action" or "action by the UN": the party just before or after the action's noun."""
    last = len(sentence.tokens) - 1
    at = phrases.head(sentence, first, last)
    noun = sentence.word(at)
    if noun in {
        "action",
        "actions",
        "intervention",
        "response",
        "support",
        "steps",
        "measures",
        "help",
        "inquiry",
        "involvement",
        "probe",
        "investigation",
        "mission",
        "resolution",
        "mediation",
        "observers",
        "monitors",
        "peacekeepers",
        "sanctions",
    }:
        if sentence.word(at + 1) in {"by", "from"}:
            return at + 2, phrase_end(sentence, at + 2)
        if at > first and sentence.tokens[first].capital and is_known(sentence, first, at - 1):
            return first, at - 1
    return None


def is_known(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the catalogue knows somebody named between two tokens."""
    found = names.parties(sentence.draft, sentence.tokens[first].start, sentence.tokens[last].end)
    return any(party.id in sentence.draft.catalogue.actors for party in found)


def phrase_end(sentence: Sentence, first: int) -> int:
    """Give the index of the last token of the name that begins at `first`."""
    at = first
    while at + 1 < len(sentence.tokens) and sentence.word(at + 1) not in {
        ",",
        ".",
        ";",
        ":",
        "to",
        "in",
        "for",
        "against",
        "after",
        "before",
        "over",
        "on",
    }:
        at += 1
    return at


def from_somebody(sentence: Sentence, first: int) -> Complement | None:
    """Read "from these structures the creation of …": the addressee runs to the determiner of the action."""
    past = asides.past(sentence, first)
    if past is not None:
        return Complement(by="ask.noun", to=(first, past[0] - 1), action=past[1])
    named = _past_known(sentence, first)
    if named is not None:
        return Complement(by="ask.noun", to=(first, named - 1), action=named)
    for at in range(first + 1, min(first + 20, len(sentence.tokens))):
        if sentence.word(at) in {"the", "a", "an", "that", "immediate", "urgent"} or (
            sentence.word(at).isalpha() and at == first + 2 and sentence.grammar.is_thing(sentence.word(at))
        ):
            before = sentence.word(at - 1)
            if before in {"of", "and", "for", "in", "to", "from", ","} and not sentence.grammar.is_thing(
                sentence.word(at + 1)
            ):
                continue
            return Complement(by="ask.noun", to=(first, at - 1), action=at)
        if sentence.word(at)[:1].isdigit() or sentence.word(at) in {"two", "three", "more", "four", "ten"}:
            return Complement(by="ask.noun", to=(first, at - 1), action=at)
    return listed(sentence, first) if sentence.word(len(sentence.tokens) - 1) == ":" else None


_WHOM = 12
"""Tokens within which a bare noun stands behind whom somebody asks."""


def _past_known(sentence: Sentence, first: int) -> int | None:
    """Give the bare noun behind a known name: "of the Lowland Union tents"."""
    for at in range(first + 1, min(first + _WHOM, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.capital or not token.word.isalpha() or token.word in _LINKS_ON | _LINKS | _PREPOSED:
            continue
        plain = sentence.tokens[at - 1].capital and not sentence.headline and token.word.endswith("s")
        return at if plain and is_known(sentence, first, at - 1) else None
    return None


_PREPOSED = frozenset("of in for on at by with from to and or that which who is are was were has had".split())


def clause(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read the clause after "that": "X (should) do Y", "Y be done"; a fact in the indicative asks nothing."""
    first = _past_fronted(sentence, first)
    for at in range(first, min(first + 30, len(sentence.tokens))):
        word = sentence.word(at)
        if word in {"is", "are"} and trigger.lemma in _CLAIMING and sentence.is_done(at + 1):
            return Complement(by="ask.clause", action=first)  # "demand that all charges are dropped"
        if word in {"has", "had", "have"} and sentence.word(at + 1) == "to" and trigger.lemma in _CLAIMING:
            somebody = phrases.names_somebody(sentence, first, at - 1)  # "demanded that all units had to leave"
            return Complement(by="ask.clause", to=(first, at - 1) if somebody else None, action=at + 2)
        if word in {"is", "are", "was", "were", "has", "had", "does", "did"} and at > first:
            return None
        if at == first:
            if (
                word in {"you", "they", "he", "she", "it"}
                and sentence.word(at + 1).replace("-", "").isalpha()
                and sentence.word(at + 1) not in _FINITE | _INDICATIVE
            ):
                return Complement(by="ask.clause", to=(first, first), action=at + 1)
            continue
        if word in {"will", "would", "may", "can", "could"} and trigger.lemma not in {
            "expect",
            "hope",
            "request",
            "ask",
        }:
            return None
        if word in {"should", "must", "shall", "will", "may", "would", "ought", "be", "not"}:
            return _clause_with(sentence, first, at)
        if (
            sentence.grammar.is_verb(word)
            and word in sentence.grammar.verbs
            and (sentence.headline or not sentence.tokens[at].capital)
            and _verbal(sentence, first, at)
        ):
            return _clause_with(sentence, first, at)
        if _after_agent(sentence, at) or _after_plural(sentence, trigger, first, at):
            return _clause_with(sentence, first, at)
        if word in {".", ";", "?", "!"}:
            return None
    if sentence.word(len(sentence.tokens) - 1) == ":":
        return Complement(
            by="ask.list", to=(first, len(sentence.tokens) - 2) if first < len(sentence.tokens) - 1 else None
        )
    return None


_FRONTED = frozenset(
    "over above beyond besides despite in with at on as given after before during from under within until".split()
)
"""What begins a phrase that stands before the subject of a clause: "that, despite the war, you …"."""
_SPANS = frozenset("hours days week weeks month months year years".split())
_WHEN = 5
_FRONT = 20
"""Tokens that such a phrase may have."""


def _past_fronted(sentence: Sentence, first: int) -> int:
    """Pass over what stands before the subject: "that over and above our trade, you will stand with …"."""
    opened = first + (sentence.word(first) == ",")
    if sentence.word(opened) not in _FRONTED:
        return first
    when = next((at for at in range(opened + 1, opened + _WHEN) if sentence.word(at) in _SPANS), None)
    if when is not None and sentence.word(opened) in {"in", "within"} and sentence.word(when + 1) in {"the", "you"}:
        return when + 1  # "that in the coming week the mayor will …"
    comma = next((at for at in range(opened + 1, opened + _FRONT) if sentence.word(at) in {",", ";", ".", ":"}), None)
    if comma is None or sentence.word(comma) != ",":
        return first
    pronoun = sentence.word(comma + 1) in {"you", "they", "he", "she", "it", "we", "all", "both"}
    return comma + 1 if pronoun or sentence.word(comma + 1) in {"the", "your", "our", "its", "their"} else first


def somebody_that(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "of the Governor that he reopen …", "to the Council that it meet": whom, and the clause asked for."""
    for at in range(first + 1, min(first + 16, len(sentence.tokens))):
        word = sentence.word(at)
        if word == "that":
            found = clause(sentence, trigger, at + 1)
            last = at - 1
            while last > first and sentence.word(last) in {",", "too", "also"}:
                last -= 1
            return replace(found, to=(first, last)) if found else None
        if word in {".", ";", ":", "?", "!"}:
            return None
    return None


def _after_agent(sentence: Sentence, at: int) -> bool:
    """Say whether an unknown word stands where the verb of an actor stands: "that the panel award damages"."""
    word = sentence.word(at)
    if not word.isalpha() or word.endswith(("s", "ed", "ing", "ly")):
        return False
    if sentence.tokens[at].capital and not sentence.headline:
        return False
    grammar = sentence.grammar  # its lists are long, so each is asked by itself
    if word in grammar.nouners or word in grammar.agents or word in _LINKS or grammar.is_adverb(word):
        return False
    after = sentence.word(at + 1)
    before = sentence.word(at - 1)
    agent = before in grammar.agents or before in grammar.courts
    return agent and (after in _LINKS_ON or after.endswith("s"))


_COUNTING = frozenset({"all", "more", "most", "few", "several", "these", "those"})


def _after_plural(sentence: Sentence, trigger: Trigger, first: int, at: int) -> bool:
    """Say whether a base form stands behind a plural, where a past would tell a fact: "asked that patrols stay"."""
    word, before = sentence.word(at), sentence.word(at - 1)
    if trigger.form not in {"past", "s"} or trigger.lemma not in _INSISTING or at == first:
        return False
    plural = before.endswith("s") and not before.endswith(("ss", "us", "'s")) and before not in sentence.grammar.nouners
    known = word in sentence.grammar.verbs and not sentence.tokens[at].capital
    return plural and known and sentence.word(at + 1) not in {"of", "and", "or", ","}


def _verbal(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether the word at `at` is the clause's verb, not a noun of the same letters."""
    before = sentence.word(at - 1)
    if before in {"two", "three", "four"} and phrases.names_somebody(sentence, first, at - 1):
        return True  # "that the two send envoys"
    if (before in sentence.grammar.nouners and before not in _COUNTING) or before in {
        "and",
        "or",
    }:
        return False
    after = sentence.word(at + 1)
    if after in {"of", "by", "is", "are"} and sentence.word(at) != "dispose":
        return False
    if phrases.names_somebody(sentence, first, at - 1) or after in _OBJECT_LEADS or after.endswith("ly"):
        return True
    return _agrees_not(sentence, first, at)


def _agrees_not(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether a base form stands behind a single thing, as only a wish has it: "that the lamp burn all night"."""
    before, word = sentence.word(at - 1), sentence.word(at)
    single = before.isalpha() and (not before.endswith("s") or before.endswith(("ss", "us")))
    if sentence.word(first) not in _SINGLE or not single or at - first > _THING or word in NOUN_VERBS | _ALIKE:
        return False
    whole = not sentence.tokens[at - 1].capital and not sentence.grammar.is_adverb(before)
    return whole and (before not in sentence.grammar.verbs or before in {"light", "ferry"}) and before not in _PREPOSED


NOUN_VERBS = frozenset(
    "act aid appeal attempt attack call change check claim comment contact control copy cut deal demand end escort "
    "feed fence fight fill focus force form fund guide hand harm heat help hope house increase lead leave link "
    "list look march mark mine move need offer order paint patch pause phone place plan plant play press protest pump "
    "purchase question raise ransom reform release report request rescue respect return review ring rule sanction "
    "search share shelter sign signal stand start state step supply support table talk tie tow trade train transfer "
    "travel trust try turn visit voice vote walk wash water welcome witness work limit limits halt study".split()
)
"""Verbs that are nouns too, so that their base form alone shows nothing."""
_ALIKE = frozenset("put set let shut hit cost read spread like food light line lock bridge market land camp".split())
"""Verbs that are the same in the past, and nouns that stand where a verb would."""
_SINGLE = frozenset("the a an this that every each no our your its their his her any".split())
_THING = 6
"""Tokens that such a thing's name may have."""


_OBJECT_LEADS = frozenset("the a an its their all to from any this his her our on with both each every".split())
"""Words with which the object of a verb begins."""


def _clause_with(sentence: Sentence, first: int, verb: int) -> Complement:
    after = verb
    while (
        sentence.word(after) in _FINITE
        or sentence.grammar.is_adverb(sentence.word(after))
        or sentence.word(after) == "to"
    ):
        if sentence.word(after) == "be":
            return Complement(by="ask.clause", to=None, action=first)
        after += 1
    if phrases.names_somebody(sentence, first, verb - 1):
        action = verb + 1 if sentence.word(verb) in {"should", "must", "shall", "will", "may", "would"} else verb
        return Complement(by="ask.clause", to=(first, verb - 1), action=action)
    return Complement(by="ask.clause", action=first)
