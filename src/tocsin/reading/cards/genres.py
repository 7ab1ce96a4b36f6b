# SPDX-License-Identifier: Apache-2.0
"""Genres: what kind of document a text is, by cues of its title, head and text and by its shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.cards import bylines, envelopes, filings, formal, heads, mastheads, officers, standpoints
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines, voices
from tocsin.reading.layout.pieces import PREAMBLE
from tocsin.reading.lexicon import Lexicon
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

GENRES = (
    "resolution",
    "review-report",
    "court-order",
    "agreement",
    "situation-report",
    "newsletter",
    "petition",
    "speech",
    "open-letter",
    "appeal",
    "statement",
    "news",
)
"""In the order that decides between equals; "other" is what none of them fits."""

_WEIGHTS = {"title": 4.0, "head": 2.0, "text": 0.7}
_MOST = {"title": 1, "head": 2, "text": 3}
"""How many cues of a zone count."""

_FIRST = 1500
_PAGES = 12000
_SUBJECT = late(r"(?:The|THE) [A-Z][\w’' -]{2,60}(?:of the [\w ,]+?|for [\w ]+?)?,(?:\n|$)")
_OPERATIVE = late(r"(?:[A-Za-z][a-z]+ly |Also |Further )?[A-Za-z][a-z]+s\b(?!,)")
_RECITAL = late(r"(?:[a-z]+ly )?(?:having|[a-z]+(?:ing|ed)|whereas|aware|mindful|conscious)\b")
_NAMED = late(
    r"\b(?:this|our|the present|the following|sent|issued|adopted|published|wrote|addressed|released|launched|signed)"
    r" (?:an? |the )?(?:[\w-]+ ){0,2}$|\bin (?:an?|their|its|his|her|the) (?:open|joint|public) $"
)
_KINDS = {
    "appeal": "appeal",
    "letter": "open-letter",
    "petition": "petition",
    "statement": "statement",
    "declaration": "statement",
    "communiqu": "statement",
}
_STAFF = late(
    r"(?:By|BY|From|FROM) (?:our|Our|OUR|a|A|the) (?:own |staff |special )?"
    r"(?:staff|reporters?|correspondents?|newsroom|news desk|newsdesk|desk|bureau|news team)",
    re.IGNORECASE,
)
_APPEALS = late(
    r"(?:(?:an?|the|urgent|open|joint|public|emergency) )*"
    r"(?:appeal|letter|petition|statement|declaration|communiqu[eé]) (?:of|from|by|to)\b",
    re.IGNORECASE,
)
"""A title that says whose appeal a mail holds: it is that, whoever mails it."""
_COMMUNIQUE = late(r"(?:(?:final|joint|press|outcome|official|the) )*communiqu[eé]\b", re.IGNORECASE)
"""What a body calls the paper in which it says what it decided."""
_IN_FULL = late(
    r"\b(?:[Ff]ull|[Cc]omplete|[Ee]ntire) (?:text|letter)\b(?: of (?:the|their|its)[^.\n]{0,40})?[^.\n]{0,30}"
    r"\b(?:below|follows|follow)\W*$"
)
"""How a paper gives way to the letter of which it told."""
_LIVE = late(r"\W*live\b\s*[:|–-]|.{0,80}\blive (?:updates|blog|coverage)\b", re.IGNORECASE)
_COURT = late(
    r"(?:THE|The) (?:[A-Z][\w-]+ ){0,3}(?:COURT|TRIBUNAL|CHAMBER|Court|Tribunal|Chamber)\b"
    r"(?! (?:of|OF) (?:Dep|DEP|Rep|REP|Com|COM|Peo|PEO))"
    r"[^.\n]{0,60},(?:$|\n)"
)
_COURTS_OWN = late(
    r"(?:(?:IN )?THE |(?:In )?[Tt]he )?(?:[A-Z][\w'’-]+ (?:(?:of|and|for|the) )*){0,5}(?:COURT|TRIBUNAL|Court|Tribunal)"
    r"(?: (?:OF|FOR|ON|of|for|on|in|IN)\b[^.,;:\n]{0,60})?(?=\n|$)"
)
_RULED = late(r"\W*(?:judge?ment|ruling|decision|order|interim order|opinion)\b[^.\n]{0,80}$", re.IGNORECASE)
"""The line below a court's name that says what it gives."""
_VERBALE = late(r"(?:\W*note verbale\b|[^.;:]{3,200}? presents? (?:its|their) (?:\w+ )?compliments to )", re.IGNORECASE)
_NOTED = late(r"\W*(?:press|media) briefing notes?\b", re.IGNORECASE)
"""What an office's spokesperson says in its name."""
_ADDRESS = late(
    r"(?:To|TO)(?: ?:|:?\s+(?:the|The|H\.?E\.?|H(?:is|er) [A-Z]\w+|Mr|Ms|Mrs|Dr|President|Prime Minister|Members)\b)"
    r"[^.?!]{3,200}\Z"
)
_CITY = late(r"[A-Z][A-Z .'-]{2,24}(?:, [A-Z][\w .]{2,20})?(?::| ?[–—]| -) [A-Z]")
_QUOTED = late(r'"[^"]*"')
_CORRESPONDENT = late(r"[A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+){1,3} in [A-ZÀ-Þ][\w' -]{2,30}$")
"""A reporter's name with the town, on a line by itself: "Mira Stell in Karsk"."""
_BYLINE = late(
    r"(?:By|BY|(?:Text|Words|Story|Report|Reporting|Reportage)(?::| by)) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}"
    r"(?:,| in | and |$|\n| \||\.$|\.\n)"
)
_RELEASED = late(
    r"\W*(?:for immediate release|(?:news and )?press release|media release|news release"
    r"|notes? to (?:the )?editors?|media"
    r" contacts?|press contacts?|media (?:inquiries|enquiries)|ends\W*$)",
    re.IGNORECASE,
)
_LETTER = late(r"\bletters?\b", re.IGNORECASE)
_CRUMBED = late(r"[>|/»›].{0,40}\b(?:press|media|news) (?:releases?|statements?)\b|\bstatements\W*$", re.IGNORECASE)
"""The site's own path to where it keeps what it releases."""
_MOVED = late(
    r"(?:THAT|That) (?:THIS|this|THE|the) (?:HOUSE|House|SENATE|Senate|PARLIAMENT|Parliament|ASSEMBLY|Assembly"
    r"|COUNCIL|Council)\b"
)
"""How a motion begins what it would have a house resolve."""
_REPLY = late(
    r"(?:reply|comment|answer|response|remark|commentary|clarification|explanation)s? (?:by|of|from) (?:the )?.{0,70}?"
    r"\b(?:department|ministry|service|spokes\w+|office|directorate|embassy|mission|secretariat)\b",
    re.IGNORECASE,
)
"""What a ministry puts out when it was asked."""
_BRIEFED = late(
    r"\W*(?:(?:highlights|transcript|summary) of (?:the )?)?(?:daily |noon |press |media "
    r"|weekly ){1,3}(?:briefing|conference)\b(?! notes?\b)",
    re.IGNORECASE,
)
_DELIVERED = late(r"\W*(?:please )?check against delivery|\W*as delivered\b", re.IGNORECASE)
_STATED = late(r"(?:\w+ )?(?:statement|address|remarks|intervention) (?:by|of|delivered)\b", re.IGNORECASE)
_SAID = late(r"\b(?:said|told|according to)\b")
_SPOKEN = ("statement", "open-letter", "appeal", "petition", "speech")
"""What people write in their own name."""
_FORMAL = ("resolution", "situation-report", "court-order", "review-report", "agreement", "newsletter")
"""Papers of a set form, which tell what others said without being a reporter's."""
_SENT = 3
"""The score from which a text tells of a letter that was sent, and is that letter whoever passes it on."""
_SURE = 4
"""The score from which a paper of a set form is one."""


@lru_cache(maxsize=8)
def _cues(catalogue: Catalogue) -> Mapping[str, Lexicon]:
    """Make one lexicon a zone; the tags of its cues are the genres they speak for."""
    pairs: dict[str, list[tuple[str, str]]] = {zone: [] for zone in _WEIGHTS}
    for name, row in catalogue.words.items():
        layer, _, rest = name.partition(".")
        genre, _, zone = rest.rpartition(".")
        if layer == "genre" and zone in pairs and genre in GENRES:
            pairs[zone] += [(word, genre) for word in row.words]
    return {zone: Lexicon({"genre": cues}) for zone, cues in pairs.items()}


def find(draft: Draft, title: str | None) -> str:
    """Give the genre of a draft: the one with the highest score, "other" where nothing speaks for any."""
    scores: dict[str, float] = dict.fromkeys(GENRES, 0.0)
    blocks = [block for block in draft.blocks if block.role != "boilerplate"]
    if not blocks:
        return "other"
    start = blocks[0].start
    cues = _cues(draft.catalogue)
    head = next((block.start for block in blocks if block.role not in ("title", "dateline")), start)
    zones = {
        "title": (title or "").lower(),
        "head": draft.content[head : head + _FIRST].lower(),
        "text": draft.content[start : start + _PAGES].lower(),
    }
    for zone, words in zones.items():
        hits = {(words[hit.start : hit.end], hit.tag) for hit in cues[zone].scan(words)["genre"]}
        seen = Counter(genre for _, genre in hits)
        for genre, count in seen.items():
            scores[genre] += _WEIGHTS[zone] * min(count, _MOST[zone])
    _shape(draft, blocks, scores, title)
    best = max(GENRES, key=lambda genre: (scores[genre], -GENRES.index(genre)))
    if scores[best] >= 2:
        return best
    asks = draft.hits.get("force", [])
    return "statement" if scores["statement"] or scores["appeal"] or asks else "other"


def _shape(draft: Draft, blocks: Sequence[Block], scores: dict[str, float], title: str | None) -> None:
    """Add what the shape of a draft says: a subject line over numbered verbs, a salutation, an agency's dateline."""
    content = draft.content
    mailed = voices.is_mailed(content, draft.blocks)
    issued = _COMMUNIQUE.match(title or "") is not None
    scores["statement"] += 5 * issued
    head = content[blocks[0].start : blocks[:8][-1].end]
    parted = ("below" in head or "follow" in head) and ("text" in head or "letter" in head)
    parted = parted and any(_IN_FULL.search(content, block.start, block.end) for block in blocks[:8])
    scores["open-letter"] += 4 * parted
    if mailed:
        other = issued or _APPEALS.match(title or "") or scores["situation-report"] >= _SURE
        other = other or any(_APPEALS.match(content, block.start, block.end) for block in blocks[1:3])
        scores["newsletter"] += 2 if other else 9
    scores["resolution"] += _resolves(content, blocks) + 6 * filings.resolves(draft)
    scores["statement"] += 5 * bool(_REPLY.match(title or "")) + 6 * bool(_NOTED.match(title or ""))
    first = blocks[:8]
    opening = content[blocks[0].start : blocks[0].start + _FIRST].lower()
    for genre in {_KINDS[kind] for kind in _KINDS if _names_itself(opening, kind)}:
        scores[genre] += 3
    salutations = [block for block in blocks if block.role == "salutation"]
    if salutations and salutations[0] in blocks[:20]:
        spoken = re.match(
            r"(?:Mr|Madam|Excellenc|Distinguished|Ladies|Fellow|My fellow|Compatriots)",
            content[salutations[0].start :][:20],
        )
        letter = _LETTER.search(title or "") is not None
        scores["speech" if spoken and not letter else "open-letter"] += 2
        if spoken and _STATED.match(title or ""):
            scores["speech"] += 3
        if any(block.role == "signature" for block in blocks):
            scores["open-letter"] += 2
    carrier = [block for block in blocks if block.voice == "carrier"]
    lined = [found for block in first if block.role == "body" and (found := datelines.find(content, block.start))]
    released = _is_released(draft)
    if released:
        scores["statement"] += 3
    elif (carrier and not mailed and len(carrier) * 2 > len(blocks)) or (lined and _sayings(content, blocks)):
        scores["news"] += 5 + 2 * bool(lined)
    _framed(draft, blocks, scores, greeted=bool(salutations), released=released)
    _numbered(draft, blocks, scores, greeted=bool(salutations))
    _stand(draft, blocks, scores, released=released)


_NEWSLETTER = late(r"\bnewsletters?\b[^\n.]{0,80}$", re.MULTILINE)
_ONLY_NEWSLETTER = late(r"^\W*newsletter\W*$", re.MULTILINE)
_BRIEF = late(
    r"\b(?:brief|bulletin|update|digest|monitor|snapshot|sitrep|situation report|flash) (?:no\.?|number|#|n°) ?\d"
)
_FINDINGS = late(
    r"reports? of the (?:independent |international |united nations )*(?:commission of inquiry|fact[- ]finding mission|"
    r"panel of experts|group of experts|group of eminent experts)\b"
)
_LINES = 300
"""Code points of the lines at a paper's head that say what kind it is."""


def _numbered(draft: Draft, blocks: Sequence[Block], scores: dict[str, float], *, greeted: bool) -> None:
    """Weigh the lines at the head that name a paper: "Newsletter of X", "Brief no. 31", "Report of the Mission"."""
    head = draft.content[blocks[0].start : blocks[0].start + _LINES].lower()
    if "newsletter" in head and (_NEWSLETTER.search(head) if greeted else _ONLY_NEWSLETTER.search(head)):
        scores["newsletter"] += 5
    digest = "in this e-bulletin" in head or "in this issue" in head or "in this newsletter" in head
    if digest or "e-bulletin" in head or "e-newsletter" in head:
        scores["newsletter"] += 6
    brief = None if greeted or digest else _BRIEF.search(head)
    if brief and "." not in head[head.rfind("\n", 0, brief.start()) + 1 : brief.start()]:
        scores["newsletter"] -= 5
        scores["situation-report"] += 7
    scores["review-report"] += 6 * bool(_FINDINGS.search(head))


def _stand(draft: Draft, blocks: Sequence[Block], scores: dict[str, float], *, released: bool) -> None:
    """Weigh whether somebody speaks in a text or a reporter tells what others said."""
    body = [block for block in blocks[:16] if block.role not in ("title", "dateline", "signature")]
    if not body:
        return
    own, told = standpoints.spoken(draft, body)
    if own > 1 and own * 2 > told:
        for genre in _FORMAL[:4]:
            scores[genre] *= 0.6
    elif own * 4 <= told and not released and _is_open(scores):
        if standpoints.tells_its_own(draft, body) or officers.stands_out(draft, body):
            scores["statement"] += 6
            scores["news"] *= 0.5
        elif told > 1:
            for genre in _SPOKEN:
                scores[genre] *= 0.5
            scores["news"] += 6


def _is_released(draft: Draft) -> bool:
    """Say whether a line calls a text a release, or the site's own path leads to its releases."""
    content = draft.content
    if any(_RELEASED.match(content, block.start, block.end) for block in draft.blocks):
        return True
    paths = (block for block in draft.blocks[:4] if block.role == "boilerplate")
    return any(_CRUMBED.search(content, block.start, block.end) for block in paths)


def _is_open(scores: dict[str, float]) -> bool:
    """Say whether nothing settles what a paper is: no set form, no set formula, no letter whose sending is the news."""
    sent = any(scores[genre] >= _SENT for genre in ("open-letter", "appeal", "petition"))
    return not sent and scores["statement"] < 2 * _SURE + 1 and all(scores[genre] < _SURE for genre in _FORMAL)


def _framed(draft: Draft, blocks: Sequence[Block], scores: dict[str, float], *, greeted: bool, released: bool) -> None:
    """Add what a byline, a live page, a city before a colon, a court's own line or a delivery's note says."""
    content, first = draft.content, blocks[:8]
    if any(_BYLINE.match(content, block.start) for block in first):
        scores["news"] += 3
    spoken = greeted or released or any(scores[genre] >= 2 for genre in (*_SPOKEN, *_FORMAL))
    scores["news"] += 3 * (not spoken and _is_reported(draft, first))
    if _LIVE.match(content, blocks[0].start) or any(_STAFF.match(content, block.start) for block in first):
        scores["news"] += 7
    elif any(block.role == "body" and _CITY.match(content, block.start) for block in first[:5]) and not (
        greeted or released
    ):
        scores["news"] += 5 if _sayings(content, blocks) else 0
    scores["court-order"] += _rules(content, blocks)
    small = lowered(content)[first[0].start : first[-1].end]
    diplomatic = "verbale" in small or "compliments" in small
    if diplomatic and any(_VERBALE.match(content, block.start, block.end) for block in first):
        scores["statement"] += 9
    if any(_MOVED.match(content, block.start, block.end) for block in first):
        scores["resolution"] += 5
    housed = any(_HOUSE.match(content, block.start) for block in blocks[:6])
    scores["resolution"] += 6 * (housed and _labelled(draft, blocks, "resolution"))
    laid = "IN THE " in content[: first[-1].end] and "resolution" in small and formal.chamber(draft) is not None
    scores["resolution"] += 8 * laid
    scores["statement"] += 9 * any(
        block.end - block.start < _LINES and _READS.search(content, block.start, block.end) for block in first[:4]
    )
    scores["petition"] += 5 * _labelled(draft, blocks, "petition")
    if mastheads.briefing(draft, blocks) or any(_BRIEFED.match(content, block.start) for block in first[:3]):
        scores["news"] += 6
    if greeted and (_is_written(content, first) or any(True for _ in envelopes.addressed(draft, blocks))):
        scores["open-letter"] += 4
    if any(_DELIVERED.match(content, block.start) for block in draft.blocks[:8]):
        scores["speech"] += 4


_READS = late(
    r"\b(?:statement|communiqu[eé]|declaration)(?:'s)? [\w ]{0,30}(?:reads?|reading|follows|runs)"
    r"(?: as follows| in full)?(?: (?:below|here))?:?\s*\Z"
    r"|\bthe following (?:[\w-]+ ){0,2}(?:statement|communiqu[eé]|declaration)[^.\n]{0,60}:\s*\Z",
    re.IGNORECASE,
)
"""How a page gives way to the statement that it hands on whole: "The statement reads:"."""
_HOUSE = late(
    r"\W*(?:[Tt]his|THIS|[Tt]he|THE) (?:House|HOUSE|Assembly|ASSEMBLY|Senate|SENATE|Council|COUNCIL"
    r"|Parliament|Congress),"
)
"""How a resolution begins whose house does not name itself."""


def _is_reported(draft: Draft, first: Sequence[Block]) -> bool:
    """Say whether a reporter is named with a town at the head, or a medium's name stands above what people say."""
    content = draft.content
    if any(
        _CORRESPONDENT.match(line)
        for block in first
        if block.end - block.start < _LINES
        for line in content[block.start : block.end].split("\n")
    ):
        return True
    paper = bylines.masthead(draft, draft.blocks[0].start, draft.blocks[0].end)
    return paper and '"' in content and _SAID.search(content) is not None


def _labelled(draft: Draft, blocks: Sequence[Block], kind: str) -> bool:
    """Say whether a line of the head holds nothing but the name of a kind of paper, in capitals."""
    for start, end in heads.lines(draft, blocks):
        words = draft.content[start:end]
        if words.isupper() and kind in words.lower() and len(words.split()) < _LABEL_WORDS:
            return True
    return False


_LABEL_WORDS = 4


def _is_written(content: str, first: Sequence[Block]) -> bool:
    """Say whether lines above the salutation say to whom a letter goes."""
    for block in first:
        if block.role == "salutation":
            break
        if block.end - block.start < 300 and _ADDRESS.match(content, block.start, block.end):
            return True
    return False


def _names_itself(opening: str, kind: str) -> bool:
    """Say whether a text calls itself by a kind: "this urgent appeal", "sent an open letter"."""
    at = opening.find(kind)
    while at > 0:
        if _NAMED.search(opening, max(0, at - 48), at):
            return True
        at = opening.find(kind, at + 1)
    return False


def _rules(content: str, blocks: Sequence[Block]) -> float:
    """Weigh the shape of a court's paper: its name above what it gives, "The Court," on a line by itself."""
    headed = any(
        _COURTS_OWN.match(content, above.start, above.end) and _RULED.match(content, below.start, below.end)
        for above, below in pairwise(blocks[:5])
    )
    return 9 * headed + 6 * any(_COURT.fullmatch(content, block.start, block.end) for block in blocks[:40])


def _resolves(content: str, blocks: Sequence[Block]) -> float:
    """Weigh the shape of a resolution: "The Council," – recalling, noting – 1. Calls upon."""
    subject = next((n for n, block in enumerate(blocks[:16]) if _SUBJECT.match(content, block.start, block.end)), None)
    if subject is None:
        return _bare_resolves(content, blocks)
    if _COURT.match(content, blocks[subject].start, blocks[subject].end):
        return 0
    recitals = sum(
        PREAMBLE.match(content, block.start) is not None or _RECITAL.match(content, block.start) is not None
        for block in blocks[subject : subject + 12]
    )
    verbs = sum(
        _OPERATIVE.match(content, block.start) is not None and block.marker[:1].isdigit()
        for block in blocks[subject : subject + 40]
    )
    return 3 + 3 * bool(recitals) + 3 * bool(verbs) if recitals or verbs else 0


def _bare_resolves(content: str, blocks: Sequence[Block]) -> float:
    """Weigh a page of a resolution that begins below its subject line: with recitals, then numbered verbs."""
    if not PREAMBLE.match(content, blocks[0].start):
        return 0
    recitals = sum(
        PREAMBLE.match(content, block.start) is not None and content[block.end - 1] == ","
        for block in blocks[:16]
        if not block.marker
    )
    verbs = sum(
        _OPERATIVE.match(content, block.start) is not None and content[block.end - 1] in ";."
        for block in blocks[:40]
        if block.marker[:1].isdigit()
    )
    return 6 if recitals > 1 and verbs > 2 else 0


def _sayings(content: str, blocks: Sequence[Block]) -> bool:
    """Say whether a text tells what others said rather than speaking for itself."""
    words = standpoints.quiet(_QUOTED.sub("", content[blocks[0].start : blocks[0].start + _PAGES]))
    return len(_SAID.findall(words)) > len(standpoints.WE.findall(words))
