# SPDX-License-Identifier: Apache-2.0
"""The context of a block: whom its heading, stem and salutation address, and who was named before."""
# ruff: noqa: PLR0911 - one return a shape

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tocsin.reading.asks import addressees, addressing, counted
from tocsin.reading.cards.addresses import parties as addressed_in
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import mentions, names, roles
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_TO = late(
    r"(?:and\s+|finally,?\s+|lastly,?\s+)?(?:attn:?\s+|attention:?\s+)?(?:to|for)\s*:?\s+(?:the\s+)?", re.IGNORECASE
)
_OF = late(r"(?:and\s+)?(?:of|from|towards)\s+(?=the\b|all\b|both\b|our\b|[A-Z])", re.IGNORECASE)
_TURNING = late(r"(?:And|Finally,?|Lastly,?)\s+to\s+[^.:;]{3,80}\.$")
_SALUTES = late(
    r"(?:dear|esteemed|distinguished|excellenc(?:y|ies)|your (?:excellency|majesty|holiness|eminence|honou?r)|"
    r"hono(?:u)?rable|hon\.|respected|"
    r"chair(?:person)?(?=,)|mr\.? (?:president|secretary-general|governor|minister|mayor|ambassador|chair\w*)|"
    r"madam\w*|ladies and gentlemen|fellow|brothers and sisters)\b",
    re.IGNORECASE,
)
_BY_NAME = late(
    r"(?:(?:and\s+)?(?:Mr|Mrs|Ms|Dr|President|General|Minister|Commander|Chairman|Governor|Mayor|Colonel|Sheikh|"
    r"Bishop|Father|"
    r"Comrade|Comrades|Excellency|Prime Minister|Secretary-General|Madam|Sirs?)\.?(?:\s+(?:of|the|and|for)|"
    r"\s+[A-ZÀ-Þ][\w'’.-]+){0,7}"
    r"[,:!]?\s*)+"
)
PRESIDING = late(
    r"(?:mr|madam|madame|mister)\.? (?:president|chair\w*|speaker)|(?:esteemed |distinguished |dear )?members of the|"
    r"excellenc|ladies|distinguished|colleagues|friends",
    re.IGNORECASE,
)
HONOURED = late(
    r"(?:your |their )?(?:excellenc(?:y|ies)|majest(?:y|ies)|holiness|eminences?|honou?rs?)\s*[,:!]?", re.IGNORECASE
)
"""A salutation that says nothing of who is greeted."""
ONE_HONOURED = late(r"(?:your )?(?:excellency|majesty|holiness|eminence|honou?r)\b", re.IGNORECASE)
FRIENDS = late(r"dear (?:friends?|supporters?|readers?|members?(?! of )|subscribers?)\b", re.IGNORECASE)
TITLED = late(
    r"(?:dear|esteemed|honou?red|respected) (?:mr|mrs|ms|madam|madame|mister|sir)\b\.?,? ?"
    r"(?:(?:vice-)?president|prime minister|minister|chair\w*|"
    r"secretary[ -]general|ambassador|commissioner|director\w*)?,?$",
    re.IGNORECASE,
)
_CLOSED = late(r"[.!?;][\"')\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """A sentence whose action stands in the list below it: "We call on the Council to:"."""

    force: str
    to: tuple[Party, ...]
    askers: tuple[Party, ...]
    voice: str
    reported: bool
    depth: int
    block: int
    used: bool = False


@dataclass(slots=True)
class Context:
    """What the walk over the blocks remembers."""

    heading: tuple[Party, ...] = ()
    listed: bool = False
    saluted: tuple[Party, ...] = ()
    named: tuple[Party, ...] = ()
    named_in: int = -1
    asker: tuple[Party, ...] = ()
    stem: Stem | None = None
    section: Stem | None = None
    letters: bool = False
    going: Stem | None = None
    turned: list[tuple[int, tuple[Party, ...]]] = field(default_factory=list)
    sections: list[Party] = field(default_factory=list)

    def clear(self) -> None:
        """Forget the list that was open."""
        self.stem, self.heading, self.listed = None, (), False


def is_salutation(draft: Draft, block: Block) -> bool:
    """Say whether a block greets its readers ("Dear Ministers,")."""
    if block.role == "salutation":
        return True
    if block.end - block.start > 160 or block.role not in {"body", "heading"}:
        return False
    text = draft.content[block.start : block.end].rstrip()
    return text.endswith((",", ":", "!")) and (_SALUTES.match(text) or _BY_NAME.fullmatch(text)) is not None


def is_short(draft: Draft, block: Block) -> bool:
    """Say whether a block looks like a heading or a line that runs into a list."""
    if block.role == "heading":
        return True
    if block.role not in {"body", "title"} or block.end - block.start > 200:
        return False
    if _CLOSED.search(draft.content, max(block.start, block.end - 4), block.end) is None:
        return True
    return _TURNING.match(draft.content, block.start, block.end) is not None


_COMPLIMENTS = late(
    r"\bpresents? (?:its|their|his|her) (?:best )?compliments to (?P<who>[^.;,]{3,120}?) and (?:has|have|wishes)\b"
)
_NOTICE = late(
    r"\b(?:[Nn]otice|[Aa]nnouncement|[Aa]lert|[Aa]dvisory|[Ii]nstructions?|NOTICE|ANNOUNCEMENT|ALERT|ADVISORY) "
    r"(?:to|for|TO|FOR) (?:all |the |ALL |THE )*"
    r"(?P<who>[A-Za-z][\w'-]*(?: (?!of\b|in\b|living\b|staying\b|at\b)[\w'-]+){0,3})"
)
"""What heads a notice: "Urgent announcement to residents of the lower town"."""
_FIRST_LINES = 400


def complimented(draft: Draft) -> tuple[Party, ...]:
    """Give to whom a note verbale presents its compliments."""
    if draft.content.find("ompliments", 0, 2 * _FIRST_LINES) < 0:
        return ()
    match = _COMPLIMENTS.search(draft.content, 0, 2 * _FIRST_LINES)
    return addressees.named(draft, *match.span("who")) if match else ()


def noticed(draft: Draft) -> tuple[Party, ...]:
    """Give whom a notice is for, by what its first lines say."""
    match = _NOTICE.search(draft.content, 0, _FIRST_LINES)
    if match is None:
        return ()
    words = match["who"]
    return addressees.named(draft, *match.span("who")) or (Party(id=names.slug(words), name=words),)


def begun(draft: Draft, *, news: bool) -> Context:
    """Give the context with which a text begins: a notice speaks to those whom it is for, as a letter does."""
    told = () if news else noticed(draft)
    return Context(saluted=told, letters=bool(told))


_BODIES = ("council", "assembly", "committee", "parliament", "commission", "conference", "congress", "senate")


def presided(draft: Draft, block: Block) -> tuple[Party, ...]:
    """Give the body whose chair a speech greets: the one named in the lines above the salutation."""
    for mention in reversed(mentions.within(draft, 0, block.start)):
        called = f"{mention.tag} {draft.content[mention.start : mention.end].lower()}"
        if any(word in called for word in _BODIES):
            return (Party(id=mention.tag, name=draft.content[mention.start : mention.end]),)
    return ()


_VOCATIVE = late(
    r"(?:(?:dear|mr|mrs|ms|madam|madame|your|honou?rable|esteemed|excellency)\b[.,]? ?)+"
    r"(?P<who>[^.,:;!?\n]{3,60})[,:!]",
    re.IGNORECASE,
)


def greeted(draft: Draft, start: int, end: int, held: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the one of those a letter is to whom "Dear Prime Minister," greets by the office that the letter names."""
    called = _VOCATIVE.match(draft.content, start, end)
    words = set(called["who"].lower().replace("-", " ").split()) if called else set()
    offices = words & _OFFICES
    if not offices:
        return ()
    named = {party.id: set(party.name.lower().replace("-", " ").replace(",", "").split()) for party in held}
    fit = [party for party in held if offices <= named[party.id]]
    fit = [party for party in fit if words <= named[party.id]] or fit
    return tuple(fit) if len(fit) == 1 else ()


_OFFICES = roles.OFFICES | {"general", "prime"}


def addresses(draft: Draft, block: Block) -> bool:
    """Say whether a block is a line that addresses somebody: "to the Council,"."""
    return is_short(draft, block) and _TO.match(draft.content, block.start, block.end) is not None


def heading_addressees(draft: Draft, block: Block, *, running: bool) -> tuple[Party, ...]:
    """Give whom a heading addresses: "To the European Union", or under a stem the bare name ("the Council to").

    `running` says that a stem or an addressing heading stands above.
    """
    text = draft.content[block.start : block.end]
    lead = _TO.match(text) or (_OF.match(text) if running else None)
    if lead is None and (block.role == "title" or not running):
        return ()
    start = block.start + (lead.end() if lead else 0)
    end = block.end
    tail = re.search(r"(?:\s+to)?\s*[:,.]?\s*$", draft.content[start:end])
    if tail:
        end = start + tail.start()
    written = addressed_in(draft, start, end) if lead is not None else ()
    found = counted.meant(draft, start, end) or written or addressees.named(draft, start, end)
    return found or _described(draft, start, end)


def _described(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give those a heading addresses by a common noun: "Of the armed actors"."""
    start, end = addressees.trimmed(draft, start, end)
    words = re.sub(r"^(?:the|all|our|both)\s+", "", draft.content[start:end].strip(), flags=re.IGNORECASE)
    words = re.sub(r"\s+(?:in|at|to|with)\s+(?:the\s+)?[A-Z].*", "", words, flags=re.DOTALL)  # "Embassies in Karsk"
    words = re.sub(r"\s+(?:abroad|elsewhere|everywhere|worldwide|overseas|here|themselves)$", "", words)
    row = draft.catalogue.words.get("asks.agents")
    if not words or len(words.split()) > 5 or row is None or words.split()[-1].lower() not in row.words:
        return ()
    return (Party(id=names.slug(words), name=words),)


_NOUN_FORCE = {
    "request": "request",
    "prayer": "request",
    "demand": "demand",
    "appeal": "appeal",
    "recommendation": "recommend",
    "proposal": "propose",
    "call": "call",
    "plea": "implore",
    "ask": "request",
    "condition": "demand",
    "requirement": "demand",
    "term": "demand",
}
_FOLLOWING = late(
    r"\b(?:the following|these|following|our|(?:two|three|four|five|six|seven) (?:\w+ )?)\s*(?:\w+ ){0,2}"
    r"(?P<noun>request|prayer|demand|appeal|recommendation|proposal|call|plea|ask)s?"
    r"(?: (?:to|of|on|for) (?P<who>[^.:;]{3,80}))?(?: (?:is|are)(?: this| these| as follows| simple| clear)?)?"
    r"\s*(?P<end>[:.])$",
    re.IGNORECASE,
)
_AS_FOLLOWS = late(
    r"\b(?P<noun>request|prayer|demand|appeal|recommendation|proposal|condition|requirement|term)s?\b[^.:;]{0,90}"
    r"\b(?:as follows|(?:is|are|was|were) (?:these|this|the following|clear|simple|plain|(?:well )?known)"
    r"|(?:remains?|stands?|(?:have|has) not changed)\b[^.:;]{0,40})\s*:$",
    re.IGNORECASE,
)
_BOUND = late(
    r"(?P<who>[A-Z][^.:;]{2,120}?)\s+(?P<modal>should|must|shall|needs? to|ha(?:s|ve) to|ought to)"
    r"(?:,? (?:now|urgently|immediately|at once|also|therefore|without delay))*\s*:$"
)
"""A line that leaves it to the list below what somebody must do: "Both sides must:"."""
_OF_WHOM = late(
    r"\b(?:(?:our|the|my) (?:\w+ )?(?P<noun>request|demand|plea|appeal|call|recommendation)s? (?:to|of|for|on)"
    r"|(?:our|my) message to"
    r"|following (?:steps|measures|actions|things) (?:is|are) (?:required|expected|asked|demanded|requested|needed)"
    r" (?:of|from)) (?P<who>[^.:;]{2,90}?)"
    r"(?: (?:is|are|remains?)(?: (?:clear|simple|this|these|short|the same))?)?\s*:$",
    re.IGNORECASE,
)
_DONE_AS = late(
    r"\b(?:it is|we|i|(?:the|this) [\w ]{3,40})(?:,? (?:accordingly|hereby|therefore|respectfully|also))*,? "
    r"(?P<verb>recommend|request|propose|demand)(?:s|ed)? (?:as follows|the following)\s*:$",
    re.IGNORECASE,
)
"""A line that leaves to the list below what is asked: "Accordingly, it is recommended as follows:"."""
_DONE_FORCE = {"recommend": "recommend", "request": "request", "propose": "propose", "demand": "demand"}
_REFLEXIVE = late(
    r"\b(?:addresse?s?|turns?|appeals?)(?: (?:ourselves|themselves|itself|myself))?"
    r"(?:,? (?:therefore|hereby|now|solemnly|jointly|urgently))*(?: to(?: (?P<who>[^.;:]{3,80}))?)?\s*[:,]?$",
    re.IGNORECASE,
)


def announced(draft: Draft, block: Block, *, listed: bool) -> tuple[str, tuple[int, int] | None] | None:
    """Read a line that announces what is asked below: "with the following requests.", "address ourselves".

    Gives the force and the span of whom it names; `listed` says that a list or an address follows.
    """
    stop = draft.content[block.end - 1]
    told = False
    if stop == ":" or (listed and stop == "."):
        tail = draft.content[max(block.start, block.end - 200) : block.end].lower()
        told = any(noun in tail for noun in _NOUN_FORCE)
    match = _FOLLOWING.search(draft.content, max(block.start, block.end - 200), block.end) if told else None
    if match and (match.group("end") == ":" or (listed and "following" in match.group().lower())):
        turned = None if match.group("who") else addressing.opening(draft, block.start, block.end)
        fronted = turned[0] if turned else None  # "To Ardesh, the Mission makes the following recommendations:"
        return _NOUN_FORCE[match.group("noun").lower()], match.span("who") if match.group("who") else fronted
    match = _AS_FOLLOWS.search(draft.content, max(block.start, block.end - 200), block.end) if told and listed else None
    if match:
        return _NOUN_FORCE[match.group("noun").lower()], None
    if stop == ":" and listed:
        match = _BOUND.match(draft.content, block.start, block.end)
        if match:
            return "demand" if match["modal"] in {"must", "shall"} else "recommend", match.span("who")
        match = _OF_WHOM.search(draft.content, max(block.start, block.end - 200), block.end)
        if match:
            return _NOUN_FORCE[(match["noun"] or "request").lower()], match.span("who")
    match = (
        _DONE_AS.search(draft.content, max(block.start, block.end - 200), block.end) if stop == ":" and listed else None
    )
    if match:
        return _DONE_FORCE[match["verb"].lower()], None
    match = _REFLEXIVE.search(draft.content, max(block.start, block.end - 160), block.end) if listed else None
    if match is None:
        return None
    return "appeal", match.span("who") if match.group("who") else None


_DO = late(
    r"(?:(?:so |but |and |now,? )?what (?:you can|can you|can i|can we|can readers|to) do(?: now| today| about it)?"
    r"(?: from (?:where you are|home|abroad|afar|here|outside|wherever you are))?|"
    r"(?:here is )?how (?:you can|can you|to) help(?: (?:us|them|now|today|from \w+))?|"
    r"take action(?: now| today)?|get involved|"
    r"act now|action (?:alert|points?|items?)|things (?:you can|to) do|your help(?: is)? needed)\s*[:.!?]?",
    re.IGNORECASE,
)


def calls_readers(draft: Draft, block: Block) -> bool:
    """Say whether a heading calls the readers themselves to act: "What you can do", "Take action"."""
    return _DO.fullmatch(draft.content, block.start, block.end) is not None


def ends_calling(draft: Draft, index: int) -> bool:
    """Say whether a paragraph's last sentence is such a heading's words: "… What can you do from where you are?"."""
    return _DO.fullmatch(draft.content, *draft.sentences(index)[-1]) is not None
