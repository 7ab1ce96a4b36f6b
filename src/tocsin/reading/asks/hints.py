# SPDX-License-Identifier: Apache-2.0
"""Hints: asks that no verb of asking carries – "it would help if", "it is time that", "X would do well to"."""
# ruff: noqa: C901, PLR0911 - one return a shape

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import faced, frames, phrases, wishes
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import spaced

CUES = (
    "it would help",
    "it would be",
    "it would mean",
    "it would make",
    "would do well to",
    "be well advised to",
    "be better advised to",
    "be wise to",
    "is time that",
    "is high time that",
    "is our",
    "is my",
    "is therefore our",
    "is also our",
    "is still our",
    "it is hoped",
    "it is desired",
    "is further desired",
    "is also desired",
    "is earnestly hoped",
    "puts it to",
    "put it to",
    "from whom",
    "pressure from",
    "deadline",
    "would it be possible",
    "nothing less than",
    "nothing short of",
    "no less than",
    "You have",
    "you have",
    "any chance",
    "any possibility",
    "any hope",
    "any way",
    "would you",
    "could you",
    "can you",
    "will you not",
    "would you not",
    "could the",
    "can the",
    "would the",
    "would be appreciated",
    "would be welcome",
    "would be much appreciated",
    "would be greatly appreciated",
    "would be most welcome",
    "would be welcomed",
    "are welcome to",
    "is welcome to",
)
"""Words by which a text is searched for hints, in lower case."""

_IF = spaced(
    r"[Ii]t would (?:\w+ )?(?:help|mean (?:\w+ ){1,3}(?:to (?:us|me|them|our \w+))|"
    r"make (?:\w+ ){1,3}difference|be (?:\w+ )?"
    r"(?:of help|helpful|useful|good|best|kind|appreciated|welcome|a kindness))"
    r"(?: (?:us|all|everyone|matters))?(?: (?:(?:even|still|far) more|most|much|a (?:lot|great deal)|\w+ly)\b)*"
    r"(?: if|(?: (?:to|for) (?:\w+ ){1,3}?)?,? ?(?P<turned>\bwere)) (?P<rest>\S)"
)
_THAT = spaced(
    r"(?:[Ii]t is|it remains|[Ii]t's|is) (?:"
    r"(?:therefore |thus |also |still )?(?:our|my) (?:\w+ ){0,2}(?P<wish>wish|desire|hope|prayer|hope and prayer)"
    r"|(?:therefore |thus |also |still |hereby )?(?:our|my|their|the people's) (?:\w+ ){0,2}"
    r"(?P<claim>demand|request|plea|appeal|recommendation|call|expectation)(?: (?:to|of|on) [^.;:,]{3,60}?)?"
    r"|(?:\w+ )?(?P<hoped>hoped|desired)|(?P<time>(?:high |past |about )?time)) that (?P<rest>\S)"
)
_ADVISED = spaced(r"(?:would|will|should)?\s*(?:do well|be (?:well|better) advised|be wise) (?P<to>to) [a-z]")
_FREE = spaced(r"(?:is|are) welcome (?P<to>to) [a-z]")
_PUT = spaced(r"[Pp]uts? it to (?P<who>[^.;:]{3,120}?)(?:,[^,;:]{2,60},)?,? (?P<not>not )?(?P<to>to) [a-z]")
_WHOM = spaced(r"from whom (?:it|we|I|he|she|they|the \w+) (?P<verb>expects?|demands?|awaits?) (?P<rest>[a-z])")
_QUESTION = spaced(
    r"(?:Would it be possible for (?P<one>[^.;:,?]{2,60}?) to |Would (?P<two>you) be (?:willing|able|prepared|"
    r"so kind as|kind enough|good enough) to |(?:Can|Could|Would) (?P<three>you) "
    r"(?=(?:help|tell|send|let|confirm|explain|assist|arrange|provide|forward|raise|speak|write)\b)"
    r"|(?:Will|Would|Can|Could) (?P<four>you) (?P<not>not )(?:at least |please )?"
    r"|(?:Can|Could|Would) (?P<five>the [^.;:,?]{2,60}?) (?:please |kindly |now )?"
    r"(?=(?:tell|inform|explain|confirm|clarify|say|state|indicate|provide|give|share|list|publish|name)\b))(?P<verb>[a-z])"
)
_NO_LESS = spaced(
    r"(?:[Ww]e|I) (?:\w+ )?(?:will|shall|can|do|could|would|cannot|won't)(?: not)? "
    r"(?:accept|settle for|be satisfied with|agree to|rest (?:at|with)|content ourselves with|take) "
    r"(?:nothing less than|nothing short of|no less than) (?P<rest>\S)"
)
"""The least that somebody will take: "we will accept nothing less than the opening of the archive"."""
_TERM = spaced(
    r"[Yy]ou (?:now |all |both |still )?have (?:until [^.;:,]{2,40}?|(?:exactly |only |just )?[\w-]+(?: \w+)? "
    r"(?:hours?|days?|weeks?|months?|minutes?)) (?P<rest>to) [a-z]"
)
"""A term that is given to the reader: "you have until Friday to hand over the six"."""
_CHANCE = spaced(
    r"(?:(?:Is|Would|Might) there (?:perhaps |still |not )?(?:be )?)?[Aa]ny (?:small |slight )?"
    r"(?:chance|possibility|hope|way)(?: (?:that|of|for|to have|to get))? (?P<rest>\S)"
)
"""What is asked as a chance: "Any chance that the trams could run the heater?"."""
_WELCOMED = spaced(
    r"(?:would|will) be (?:much |greatly |highly |deeply |very much |most )?(?:appreciated|welcomed|welcome)\b"
)
"""What closes a wish: "an early reply would be appreciated"."""
_CLAIMS = {
    "demand": "demand",
    "request": "request",
    "plea": "implore",
    "appeal": "appeal",
    "recommendation": "recommend",
    "call": "call",
    "expectation": "expect",
}
_FORCES = {"wish": "hope", "hoped": "hope", "time": "insist"}
_WOULD = frozenset({"would", "will", "should", "well", "be", "might", "may"})
_MODALS = frozenset({"could", "would", "were", "might", "can", "will"})
_BREAKS = frozenset({",", ";", ":", ".", '"', "that", "and", "but", "because", "if"})


def is_cue(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a hit in the asks' layer is a hint's: its own cues, and "it is time that" among those of duties."""
    if hit.tag == "hint":
        return True
    return hit.tag == "obligation" and sentence.draft.content.endswith("time that", hit.start, hit.end)


def find(sentence: Sentence, start: int) -> tuple[Trigger, Complement] | None:
    """Read the hint whose cue stands at a view offset; None where nothing is asked."""
    own = sentence.draft.blocks[sentence.block].voice == "issuer"
    if sentence.tokens[-1].word == "?":
        return _polite(sentence, start) if own else None
    content = sentence.draft.content
    if match := _IF.match(content, start, sentence.end):
        first = sentence.index(match.start("rest"))
        return _turned(sentence, start, first) if match["turned"] else _if(sentence, start, first)
    if match := _TERM.match(content, start, sentence.end):
        you = sentence.index(start)
        term = Complement(by="ask.hint", to=(you, you), action=sentence.index(match.start("rest")))
        return _trigger(sentence, start, "demand"), term
    if own and (match := _NO_LESS.search(content, sentence.start, sentence.end)):
        return _trigger(sentence, start, "demand"), Complement(
            by="ask.hint", action=sentence.index(match.start("rest"))
        )
    if match := _ADVISED.match(content, start, sentence.end):
        return _advised(sentence, start, sentence.index(match.start("to")))
    if match := _FREE.match(content, start, sentence.end):
        found = _advised(sentence, start, sentence.index(match.start("to")))
        return found and (replace(found[0], force="invite"), found[1])
    if (pressed := faced.pressed(sentence, start)) is not None:
        return pressed
    if not own:
        return None
    begin = start if content[start : start + 2].lower() == "it" else max(sentence.start, start - 3)
    if match := _THAT.match(content, start, sentence.end) or _THAT.match(content, begin, sentence.end):
        desired = match["hoped"] == "desired"
        claim = match["claim"] and _CLAIMS[match["claim"]]
        force = claim or ("request" if desired else "") or next(_FORCES[name] for name in _FORCES if match[name])
        return _that(sentence, start, sentence.index(match.start("rest")), force)
    if _WELCOMED.match(content, start, sentence.end):
        return _welcomed(sentence, start)
    if match := _PUT.match(content, start, sentence.end):
        span = sentence.index(match.start("who")), sentence.index(match.end("who")) - 1
        action = sentence.index(match.start("not") if match["not"] else match.start("to"))
        return (
            (_trigger(sentence, start, "call"), Complement(by="ask.hint", to=span, action=action))
            if _who(sentence, span)
            else None
        )
    if match := _WHOM.match(content, start, sentence.end):
        return _whom(sentence, start, sentence.index(match.start("rest")), match["verb"])
    return None


def _polite(sentence: Sentence, start: int) -> tuple[Trigger, Complement] | None:
    """Read "Would it be possible for the Union to …?", "Could you let us know …?"."""
    chance = _CHANCE.match(sentence.draft.content, sentence.start, sentence.end)
    if chance is not None and start < chance.end():
        found = Complement(by="ask.question", action=sentence.index(chance.start("rest")))
        return _trigger(sentence, start, "request"), found
    match = _QUESTION.match(sentence.draft.content, start, sentence.end)
    if match is None or sentence.index(start) > 1:
        return None
    name = next(name for name in ("one", "two", "three", "four", "five") if match[name])
    who = sentence.index(match.start(name)), sentence.index(match.end(name)) - 1
    found = Complement(by="ask.question", to=who, action=sentence.index(match.start("verb")))
    return (_trigger(sentence, start, "request"), found) if _who(sentence, who) else None


def _welcomed(sentence: Sentence, start: int) -> tuple[Trigger, Complement] | None:
    """Read "an early reply to this letter would be appreciated": what is wished stands before."""
    last = sentence.index(start) - 1
    first = last
    while first > 0 and sentence.word(first - 1) not in _BREAKS:
        first -= 1
    if first >= last or not (phrases.names_thing(sentence, first) or wishes.is_owed(sentence, first)):
        return None
    return _trigger(sentence, start, "request"), Complement(by="ask.hint", action=first, through=last)


def _trigger(sentence: Sentence, start: int, force: str) -> Trigger:
    return Trigger(index=sentence.index(start), lemma="hint", force=force, form="base", first=True)


def _who(sentence: Sentence, span: tuple[int, int]) -> bool:
    reader = sentence.word(span[0]) in {"you", "your"}  # "your good offices"
    return span[1] >= span[0] and (reader or phrases.names_somebody(sentence, *span))


def _if(sentence: Sentence, start: int, first: int) -> tuple[Trigger, Complement] | None:
    """Read what would help: the clause after "if", from its verb where somebody is its subject."""
    trigger = _trigger(sentence, start, "request")
    for at in range(first + 1, min(first + 14, len(sentence.tokens))):
        if sentence.word(at) in {".", ";", ":"}:
            return None
        if sentence.word(at) in _MODALS:
            if _who(sentence, (first, at - 1)):
                return trigger, Complement(by="ask.hint", to=(first, at - 1), action=at)
            return trigger, Complement(by="ask.hint", action=first)
    return None


def _turned(sentence: Sentence, start: int, first: int) -> tuple[Trigger, Complement]:
    """Read "it would help were the Union to …", "… were the limit lifted": the condition without its "if"."""
    action = sentence.infinitive(first)
    if action is not None and action - first < _CONDITION and _who(sentence, (first, action - 1)):
        return _trigger(sentence, start, "request"), Complement(by="ask.hint", to=(first, action - 1), action=action)
    return _trigger(sentence, start, "request"), Complement(by="ask.hint", action=first)


_CONDITION = 14
"""Tokens that who is to act may have in a condition."""


def _that(sentence: Sentence, start: int, first: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read what is wished, hoped or due: the clause after "that"."""
    trigger = _trigger(sentence, start, force)
    for at in range(first + 1, min(first + 14, len(sentence.tokens)) if force == "hope" else first):
        if sentence.word(at) in _MODALS | {"may", "shall"}:
            to = (first, at - 1)
            return (trigger, Complement(by="ask.hint", to=to, action=at)) if _who(sentence, to) else None
    as_asked = Trigger(index=trigger.index, lemma="demand", force=force, form="base", first=True)
    found = frames.clause(sentence, as_asked, first)
    if found is None or found.action is None:
        return None
    return trigger, found


def _advised(sentence: Sentence, start: int, to: int) -> tuple[Trigger, Complement] | None:
    """Read "X would do well to …": who is advised stands before."""
    last = sentence.index(start) - 1
    while last >= 0 and sentence.word(last) in _WOULD:
        last -= 1
    first = last
    while first > 0 and sentence.word(first - 1) not in _BREAKS:
        first -= 1
    if last < 0 or not (_who(sentence, (first, last)) or sentence.word(last) in {"they", "you"}):
        return None
    return _trigger(sentence, start, "recommend"), Complement(by="ask.hint", to=(first, last), action=to)


def _whom(sentence: Sentence, start: int, action: int, verb: str) -> tuple[Trigger, Complement] | None:
    """Read "the guards, from whom it expects patience": who is asked stands before the comma."""
    last = sentence.index(start) - 1
    if sentence.word(last) == ",":
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST and not _opens(sentence.word(first)):
        first -= 1
    if not _who(sentence, (first, last)):
        return None
    return _trigger(sentence, start, "demand" if verb.startswith("demand") else "expect"), Complement(
        by="ask.hint", to=(first, last), action=action
    )


def _opens(word: str) -> bool:
    return word in {"the", "its", "our", "their", "all", "those", "to", "of", ",", ":"}


_LONGEST = 8
