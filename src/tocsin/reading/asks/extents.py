# SPDX-License-Identifier: Apache-2.0
"""Extents: where an action ends, and whether a trigger stands inside it."""
# ruff: noqa: C901, PLR0911, PLR0912, PLR0915 - one return a case

from __future__ import annotations

import re

from tocsin.reading.asks import inverted
from tocsin.reading.asks.askings import BE, Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Block
from tocsin.reading.patterns import late

_TELLS_ON = late(
    r",?\s+(?:and|but)\s+(?:also\s+)?(?:said|says|added|warned|stressed|noted|stated|told|condemned|expressed|welcomed|"
    r"described|accused|announced|thanked|praised|criticised|criticized|rejected|took note|recalled|reaffirmed|"
    r"reiterated|voiced|paid tribute|agreed|decided|denied)\b"
)
_TELLS_NOW = late(
    r",?\s+(?:and|but)\s+(?:also\s+)?(?:say|promises|threatens|says|adds|warns|expects|trusts|notes|welcomes|thanks|"
    r"condemns|hopes|regrets|accuses|describes|denies|claims|rejects|recalls|stands|remains|supports|pledges|offers|"
    r"undertakes|reaffirms|underlines|commends)\s+"
    r"(?=\"|the\b|that\b|its?\b|their\b|a\b|[A-Z]|ready\b|he\b|she\b|they\b|by\b|committed\b|to\b|with\b|firmly\b)"
)
_SPEAKS_ON = late(
    r",\s+let\s+(?:us|me)\b|,\s+and\s+(?:we|I)\s+(?!(?:also\s+)?(?:do|shall)\s+so\b)|"
    r"\s+and\s+(?:we|I)\s+(?:also\s+)?(?:tell|ask|urge|demand|call|appeal|beg|implore|request|invite|remind|warn|thank|"
    r"expect|hope|say|pledge|promise|offer|welcome|condemn|reject|remain|stand)\b"
    r"|,\s+and\s+would\s+(?:also\s+)?(?:remind|thank|stress|recall|point|note|add)\b"
)
_THEY_GO_ON = late(
    r",\s+and\s+(?:they|he|she|it|there)\s+[a-z]+\b|\s+and\s+(?:they|he|she|it)\s+(?:has|have|had|is|are|was|were)\b|"
    r",?\s+but\s+(?:they|he|she|it|there|nobody|no one|none)\s+[a-z]+\b|"
    r",\s+which\s+(?:they|he|she|it|the\s+[a-z]+)\s+(?:did|refused|rejected|declined|ignored|accepted|denied|granted)\b"
)
_TELLS_BESIDE = late(
    r",\s+(?:adding|noting|saying|stating|stressing|arguing|explaining|recalling|claiming|insisting|describing|"
    r"accusing|threatening|expressing|pledging|citing|pointing out|promising|welcoming|denouncing|blaming|alleging|"
    r"reiterating|voicing|vowing|condemning|calling\s+(?:it|this|them|the|that|its|his|her|their)\b)[\s:]|,\s+however\b|"
    r",\s+while\s+[a-z]+ing\b"
)
_OTHERS_DO = late(
    r"(?:,\s+(?:and|but|while|whereas|although|though)|\s+and(?=\s+(?:the\s+)?[A-Z]))\s+(?:the|a|an|his|her|its|their|some|many|others|two|both|[A-Z]\w+)"
    r"\b(?:\s(?!who\b|which\b|that\b|to\b|and\b)[\w'-]+){0,5}?\s"
    r"(?:was|were|has|had|said|says|did|would|will|refused|replied|answered|rejected|accused|denied|warned|told|"
    r"agreed|remained|continued|began|blamed|reported|announced|[a-z]{4,}ed(?=\s+(?:the|an?|its|his|her|[A-Z])))\b"
)
_NEXT_ONE = late(r";\s+(?:and\s+)?(?:our|my)\s+[a-z]+:\s")
"""What a row of announcements goes on with: "…; our warning: …"."""
_EVER_PRAY = late(
    r",?\s+(?:and\s+)?(?:for\s+(?:this|which)\s[^,;.]{2,60}?,?\s+)?(?:as\s+in\s+duty\s+bound,?\s+)?(?:the|your)\s+(?:humble\s+)?"
    r"(?:petitioners?|applicants?|memorialists?)[^,;.]{0,40}?\s(?:will|shall)\s+ever\s+pray\b",
    re.IGNORECASE,
)
"""With what a petition closes."""
_SHORTEST = 5
"""Code points that an action has at least."""
_MOST = 400
"""Code points of an action in which what others do meanwhile is looked for."""
_NEW_CLAUSE = late(
    r";\s+(?:the|its|their|his|her|it|they|he|she|we|no|nobody|this|there|those|[A-Z]\w+)\b(?:\s+[\w'-]+){0,6}?\s"
    r"(?:is|are|was|were|will|has|have|had|cannot)\s(?!to\b)"
)
_ATTRIBUTION = late(
    r"(?:,\"?|\")\s+(?:(?:he|she|they|it|the\s+[\w' -]{2,40}|(?:two|three|several|some|a|an|one|state|local|police|"
    r"officials|witnesses|residents|doctors|activists|diplomats|sources|media)\b[\w' -]{0,40}?|"
    r"[A-Z][\w'.-]+(?:\s[A-Z][\w'.-]+){0,4}|"
    r"(?:its|their|his|her)\s+[\w' -]{2,40}(?:,\s+[A-Z][\w'. -]{2,40},)?)\s+"
    r"(?:also\s+|has\s+|had\s+)?(?:said|says|added|told|stated|stressed|noted|"
    r"wrote|warned|reported|reports|concluded|tweeted)\b|according to\b)[^;]*$"
)


_ASIDE = late(
    r"\s+[—–]\s+|,\s+(?:we|I)\s+(?:appeal|ask|beg|urge|implore|plead|say)\b(?=[^,]*,)|,\s+because\b", re.IGNORECASE
)
_BEGS = late(
    r",\s+(?:I|we)\s+(?:beg|ask|implore|beseech|urge)\s+(?:of\s+)?you\b|"
    r",\s+(?:that|this)(?:\s+is|['’]s)\s+(?:(?:all\s+)?(?:my|our)\s|all\s+(?:I|we)\b)|,\s+I\s+only\s+ask\b",
    re.IGNORECASE,
)
"""What says behind a plea that it is one: "open the gate, that is my appeal to you"."""
_SPLICE = late(
    r",\s+(?:tomorrow|the|it|they|he|she|this|there)\b(?:\s[\w'-]+){0,3}?\s(?:is|are|was|were|will|could|can|has|may)\s"
)
_AND_DID = late(r",?\s+(?:and|but)\s+(?:also\s+)?[a-z]+ed\s+(?=(?:its|his|her|their|the|a|an|that|it|to|[A-Z]\w+)\b)")
_AND_WOULD = re.compile(r",?\s+(?:and|but)\s+(?:would|will|had|has|was|is|did|does)\s+(?!not be\b)")
_AND_WE = late(
    r"(?:,?\s+(?:and|but)\s+(?:we\s+|I\s+)?(?:will|shall|have|are|am|had)\s+(?!no\b|nothing\b)"
    r"|,?\s+and\s+(?:(?:also|again|therefore|thus|further)\s+)?(?:remain|stand|look\s+forward|thank|avail|reserve|hold\s+ourselves|"
    r"enclose|attach|assure|pledge|promise|undertake|commit\s+ourselves|send\s+you|wish\s+you)\b)"
)
"""How who speaks goes on after an action: ", and will hold you to it", " and remain at your disposal"."""
_AND_YOU_WILL = late(
    r",?\s+(?:and|or)\s+(?:you|they|we|he|she|it|I|(?:the|our|your|all|many)\s+[\w' -]{2,40}?|[A-Z][\w'-]+)"
    r"\s*(?:\s(?:will|shall|would)|['’]ll)\s(?!please\b|kindly\b|you\b)"
)
"""What comes of it where a plea is heard: ", and the people of Karsk will eat", "or nobody will"."""
_RELATES = late(r"\b(?:who|whom|whose|which|that|what|where|when|if|because|as|since|those|unless|until|while)\b")
_AND_THEN = late(r",?\s+and\s+then,\s+[a-z]+ing\b")
"""What somebody does next: "not to answer, and then, turning to the owners, he said"."""
_IN_LETTER = late(
    r"(?<!,)\s+in\s+(?:an?|the|its|his|her|their)\s+(?:(?:open|joint|written|public|video|radio)\s+)?"
    r"(?:letter|message|statement|note|appeal|petition|telegram)\s+(?:to|addressed\s+to)\s+(?P<who>[^,.;:]{3,80})(?=[.;]|\Z)"
)
"""In what paper something is asked, told behind it: "a truce in a letter to the Council"."""
_BESIDE_TIME = late(
    r",\s+(?:just\s+|only\s+)?(?:an?|one|two|three|four|five|six|hours|days|weeks|months|shortly|minutes)"
    r"(?:\s+(?:days?|weeks?|hours?|months?|years?))?\s+(?:after|before)\s+|\s+[–—-]\s+\"|"
    r",\s+(?:while|whereas)\s+(?:an?|the|its|their|[A-Z])[^,.;]{2,60},\s[^,.;]{2,60},\s+(?:[a-z]+ed|besought)\b|"
    r",\s+as\s+[A-Z][\w'’-]+\s+(?:[a-z]+ed|said|warned)\b"
)
"""What is told beside an action of when it was asked or what others did: ", a day after the raid", " – "renew it""."""
_SECOND = late(r",\s+(?:and\s+)?the\s+(?:latter|second|other)\s+(?=that\b|to\b|for\b)")
_AFTER_STOP = late(r";\s+[^;]{3,60}?\s(?:say|says|said|warn|warns|warned|report|reports|reported)\b")


def nested(read: Sentence, held: tuple[Trigger, Complement], new: Trigger) -> bool:
    """Say whether a trigger stands inside the action of the one before it rather than beside it."""
    before, found = held
    if found.action is None or new.index <= found.action:
        return False
    between = {read.word(at) for at in range(found.action, new.index)}
    if ";" in between:
        return False
    if _is_to_be_told(read, found.action, new):
        return True
    previous = read.word(new.index - 1)
    if new.form in {"s", "past"}:
        body = before.subject is not None and read.word(before.subject[1]) not in {"we", "i"}
        if body and previous == "and" and (read.word(new.index - 2) == "," or found.by == "ask.noun"):
            return False  # "The Panel would encourage …, and trusts that …"
        return before.form == "base" and before.first
    if new.form == "base":
        at = new.index - 1
        while read.grammar.is_adverb(read.word(at)) and read.word(at) != "and":
            at -= 1
        if new.first and read.word(at) == "would" and read.word(at - 1) in {"and", ","}:
            return False
        if found.by in {"ask.for-noun", "ask.noun"} and read.word(new.index - 1) in {"and", ","}:
            return False
        if previous in {"i", "we"} or (new.subject and read.word(new.subject[1]) in {"i", "we"}):
            return False
        at = new.index - 1
        while read.grammar.is_adverb(read.word(at)) and read.word(at) != "and":
            at -= 1
        alone = read.word(new.index + 1) in {"on", "upon"} or _asks_others(read, new)
        alone = alone or (
            new.lemma == "tell" and ":" in {read.word(at) for at in range(new.index + 2, new.index + _TOLD)}
        )
        alone = alone or (read.word(new.index + 1) == "that" and read.word(new.index - 2) == ",")
        alone = alone or (read.word(new.index + 1) == "that" and new.lemma == before.lemma and at < new.index - 1)
        return not (before.form == "base" and alone and read.word(at) == "and")
    at = new.index - 1
    while at > 0 and (read.grammar.is_adverb(read.word(at)) or read.word(at) in {"and", ","}):
        at -= 1
    joined = read.word(new.index - 1) in {",", "and"} or at < new.index - 1
    if before.form == "ing":
        return not joined and not {",", "and"} <= between
    return before.form == "base" or not joined or bool(between & {"by", "including", "through"})


_TOLD = 12
"""Tokens that whom somebody tells may have, up to the colon before what is told."""


def _asks_others(read: Sentence, new: Trigger) -> bool:
    """Say whether a later verb asks somebody it names, after a comma: "…, and remind editors to name no victim"."""
    whom = read.word(new.index + 1)
    comma = read.word(new.index - 1) == "and" and read.word(new.index - 2) == ","
    return comma and whom not in _PRONOUNS and read.infinitive(new.index + 1) is not None


_PRONOUNS = frozenset({"him", "her", "it", "them", "you", "us", "me"})
_TELLING = frozenset({"tell", "inform", "convey", "assure", "remind", "say", "repeat", "notify"})


def _is_to_be_told(read: Sentence, action: int, new: Trigger) -> bool:
    """Say whether a trigger only says what somebody is to be told: "to tell the Council that we expect …"."""
    told = any(read.word(at) in _TELLING for at in range(action, action + 3))
    subject = new.subject[0] if new.subject else new.index - 1
    return told and any(read.word(at) == "that" for at in range(subject - 1, subject - 4, -1))


def within(read: Sentence, found: Complement, noun: Trigger) -> bool:
    """Say whether a noun of asking stands inside an action, not beyond a semicolon and a verb of its own."""
    if found.action is None or found.action > noun.index:
        return False
    return not any(
        read.word(at) == ";" and read.word(at + 1).endswith("s") for at in range(found.action, noun.index - 1)
    )


def end_of(read: Sentence, trigger: Trigger, start: int, following: Trigger | None, block: Block) -> int:
    """Give where an action ends: at the sentence's end, the closing quotation mark, or before the next trigger."""
    if trigger.lemma == "inverted":
        return inverted.end(read, trigger)
    behind = trigger.lemma == "cleft" and not trigger.first
    if behind and trigger.subject is not None and read.tokens[trigger.subject[0]].start > start:
        return _before_cleft(read, trigger.subject[0], start)
    end = read.end
    if following is not None:
        end = _before(read, following, start)
    content = read.draft.content
    next_one = _NEXT_ONE.search(content, start, end)
    end = next_one.start() if next_one else end
    inside = content.count('"', block.start, read.tokens[trigger.index].start) % 2 == 1
    if inside:
        closing = content.find('"', start, end)
        if closing > start and end - closing > 1:
            end = closing
        splice = _SPLICE.search(content, start + 4, end) if trigger.first else None
        end = splice.start() if splice else end
        pleads = trigger.lemma == "plea"
        if pleads and (aside := _ASIDE.search(content, start + 4, end) or _BEGS.search(content, start + 4, end)):
            end = aside.start()
    elif trigger.lemma == "plea" and (aside := _BEGS.search(content, start + 4, end)):
        end = aside.start()
    elif following is None:
        lettered = _IN_LETTER.search(content, start, end)
        end = lettered.start() if lettered and lettered.start() > start + _SHORTEST else end
        news = trigger.form in {"past", "s", "noun"} and not trigger.first
        time = _BESIDE_TIME.search(content, start, end) if news else None
        end = time.start() if time and time.start() > start + _SHORTEST else end
        second = _SECOND.search(content, start, end)
        end = second.start() if second and second.start() > start + _SHORTEST else end
        related = read.word(trigger.index - 1) in {"who", "which"} and _GOES_ON.search(content, start, end)
        end = related.start() if related and related.start() > start + _SHORTEST else end
        told = _TELLS_ON.search(content, start, end) if trigger.form in {"past", "s"} else None
        end = told.start() if told and told.start() > start + _SHORTEST else end
        did = _AND_DID.search(content, start, end) if trigger.form == "past" else None
        end = did.start() if did and did.start() > start + _SHORTEST else end
        if trigger.form in {"past", "s", "noun"} and not trigger.first:
            end = _beside(content, start, end)
        goes = (
            _AND_WOULD.search(content, start, end)
            if (trigger.form in {"past", "s", "ing"} or trigger.lemma in {"like", "wish"}) and not trigger.first
            else None
        )
        end = goes.start() if goes and goes.start() > start + _SHORTEST else end
        parallel = content.startswith(("will ", "would ", "shall ", "can "), start)  # "that Ardesh will act and will …"
        if trigger.first and not parallel and (ours := _AND_WE.search(content, start + _SHORTEST, end)) is not None:
            end = end if _RELATES.search(content, start, ours.start()) else ours.start()
        then = _AND_THEN.search(content, start + _SHORTEST, end)
        end = then.start() if then else end
        tells = trigger.form in {"s", "base"} and not trigger.first
        now = _TELLS_NOW.search(content, start, end) if tells else None
        end = now.start() if now and now.start() > start + _SHORTEST else end
        ours = _SPEAKS_ON.search(content, start, end)
        end = ours.start() if ours and ours.start() > start + _SHORTEST else end
        told_on = _THEY_GO_ON.search(content, start, end) if trigger.form in {"past", "s"} else None
        end = told_on.start() if told_on and told_on.start() > start + _SHORTEST else end
        new = _NEW_CLAUSE.search(content, start, end) if trigger.lemma != "plea" else None
        end = new.start() if new and new.start() > start + _SHORTEST else end
        prays = _EVER_PRAY.search(content, start, end) if trigger.lemma == "pray" else None
        end = prays.start() if prays else end
        why = _EXPLAINS.search(content, start, end)
        end = why.start() if why and why.start() > start + _SHORTEST else end
        other = _AFTER_STOP.search(content, start, end)
        end = other.start() if other else end
        if block.role in {"title", "heading"} or content[block.end - 1] not in '.!?:;,"':
            stop = _HEADLINE_STOP.search(content, start, end)
            end = stop.start() if stop else end
        said = _ATTRIBUTION.search(content, start, end)
        if said and said.start() > start + _SHORTEST and content.count('"', start, said.start()) % 2 == 0:
            end = said.start()
    if trigger.lemma == "plea" and (comes := _AND_YOU_WILL.search(content, start + 4, end)) is not None:
        end = end if _RELATES.search(content, start, comes.start()) else comes.start()
    if trigger.lemma == "plea" and trigger.subject is not None and read.tokens[trigger.subject[0]].start > start:
        end = min(end, read.tokens[trigger.subject[0]].start)  # "Free the ferrymen, bishops tell guards"
    return start + len(content[start:end].rstrip(" ,\n"))


def _before_cleft(read: Sentence, who: int, start: int) -> int:
    """Give where what is asked for ends before "is all that we ask", whose subject is at a token; else the end."""
    at = next((at for at in range(who - 1, max(0, who - 5), -1) if read.word(at) in BE), None)
    opened = at is None or read.tokens[at].start <= start or read.word(at - 1) == ","
    return read.end if at is None or opened else read.tokens[at - 1].end


_HEADLINE_STOP = late(r";|\s[+|]\s")
"""What parts the halves of a headline: "Council urges guards to leave + welcomes truce"."""
_EXPLAINS = late(
    r":\s+(?:an?|the|it|they|he|she|this|that|no|there|[A-Z]\w+)\b(?:\s+[\w'-]+){0,6}?"
    r"\s+(?:is|are|was|were|will|would|has|have|had|must|cannot|can)\b"
)
"""What a colon adds to say why: "… to unfreeze them: Ardesh has expelled hundreds"."""
_GOES_ON = late(r",\s+(?:is|are|was|were|has|have|had|will|must|should|may|can|did|do|does|hereby)\b")
"""How the main clause goes on behind "X, who ask for …, "."""


def _beside(content: str, start: int, end: int) -> int:
    """Give where what is told beside an action begins: ", adding that …", ", while others had refused"."""
    if content.find(",", start, end) < 0:
        return end
    for rule in (_TELLS_BESIDE, _OTHERS_DO):
        other = rule.search(content, start, min(end, start + _MOST))
        if (
            other is not None
            and other.start() > start + _SHORTEST
            and content.count('"', start, other.start()) % 2 == 0
        ):
            end = other.start()
    return end


def said_until(read: Sentence, start: int, block: Block) -> int:
    """Give where words end that a speaker is told to have said: at the closing mark, before "the envoy said"."""
    content, end = read.draft.content, read.end
    if content.count('"', block.start, start) % 2 == 1:
        closing = content.find('"', start, end)
        return closing if closing > start and end - closing > 1 else end
    said = _ATTRIBUTION.search(content, start, end)
    return said.start() if said and said.start() > start + _SHORTEST else end


_HANGS_ON = frozenset({"if", "when", "should", "since", "as", "because", "although", "though", "while", "given"})
"""Words with which a clause begins that the next trigger hangs on."""


def _clause_start(read: Sentence, at: int, start: int) -> int:
    """Go back over a condition that the next trigger hangs on: ", and if you live there, please write"."""
    if read.word(at) != ",":
        return at
    for back in range(at - 1, max(at - 24, 0), -1):
        if read.tokens[back].start <= start or read.word(back) in {";", "."}:
            break
        if read.word(back) in _HANGS_ON and read.word(back - 1) in {"and", ",", "but"}:
            return back - 1
    return at


def _before(read: Sentence, following: Trigger, start: int) -> int:
    """Give where an action ends before the next trigger: at the conjunction that joins them."""
    at = following.index - 1
    while at > 0 and read.tokens[at].start > start:
        word = read.word(at)
        if word in {"and", ",", ";", "while", "but", "."}:
            at = _clause_start(read, at, start)
            while read.word(at - 1) in {",", ";", "and"}:
                at -= 1
            return read.tokens[at].start
        at -= 1
    return read.tokens[following.index].start
