# SPDX-License-Identifier: Apache-2.0
"""Short forms: "the Convention", "the said Order", "the tripartite declaration", told by what was cited before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tocsin.reading.citations.agreements import FAMILY
from tocsin.reading.citations.index import KINDS
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import Page
from tocsin.reading.citations.treaties import protocol_of
from tocsin.reading.constructions import Construction
from tocsin.reading.lexicon import Hit

CONSTRUCTIONS = (
    Construction(
        name="citation.short-form",
        says="a short form of an instrument that was cited before, agreeing in kind and in the number of its parties",
        example="Under the Charter of the United Nations all are equal. ⟦The Charter⟧ binds Ardesh and Veltria alike.",
    ),
)

_POINTS = frozenset("said same aforementioned above-mentioned abovementioned aforesaid foregoing".split())
_DETS = frozenset("the this that these those both under".split())
_SIDES = {"bilateral": 2, "trilateral": 3, "tripartite": 3, "quadrilateral": 4, "quadripartite": 4}
_AGREEING = frozenset("ceasefire cease-fire peace joint truce armistice".split()) | frozenset(_SIDES)
_SUBJECTS = frozenset("ceasefire peace truce armistice".split())
_LOOSE = FAMILY - {"protocol", "treaty", "memorandum", "pact"}
_COURT = frozenset("order decision ruling judgment verdict advisory-opinion award".split())


def find(page: Page, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Find short forms among what has been cited; `mentions` are in order."""
    if not mentions and not page.bodies:
        return
    starts = [mention.start for mention in mentions]
    for hit in page.cues:
        if hit.tag not in {"kind", "name"} or page.taken.holds(hit.start, hit.end):
            continue
        kind = KINDS.get(page.content[hit.start : hit.end].lower())
        if kind is not None:
            yield from _short(page, hit, kind, mentions[: bisect_left(starts, hit.start)])


def _short(page: Page, hit: Hit, kind: str, earlier: Sequence[Mention]) -> Iterator[Mention]:
    content = page.content
    if kind == "protocol":
        yield from _protocol(page, hit, earlier)
        if page.taken.holds(hit.start, hit.end):
            return
    words: list[str] = []
    start = hit.start
    while True:
        before = page.word_before(start)
        if before is None:
            return
        start, word = before
        low = word.lower().lstrip("\"'([")
        start += len(word) - len(word.lstrip("\"'(["))
        if low in _DETS:
            break
        if low not in _POINTS and low not in _AGREEING:
            return
        words.append(low)
        if len(words) > 3:
            return
    if content[hit.end - 1] == "s" and kind not in {"convention", "measures", "accord", "agreement", "protocol"}:
        return
    capital = content[hit.start].isupper() and not content[hit.start : hit.end].isupper()
    pointed = bool(_POINTS & set(words))
    modified = bool(words) and kind in FAMILY
    if low == "under" or not (capital or pointed or modified):
        return
    if content[hit.end : hit.end + 4] in {" of t", " on t"} and not (pointed or modified):
        return
    sides = next((_SIDES[word] for word in words if word in _SIDES), None)
    said = _antecedent(kind, words, earlier)
    if said is None:
        if kind != "charter" or not capital or not any(body.tag.startswith("un-") for body in page.bodies):
            return
        instrument: str | None = "un-charter"
    else:
        instrument = said.instrument
    page.taken.add(start, hit.end)
    yield Mention(
        start=start,
        end=hit.end,
        by="citation.short-form",
        kind=kind,
        instrument=instrument,
        body=said.body if said else None,
        sides=sides,
    )


def _protocol(page: Page, hit: Hit, earlier: Sequence[Mention]) -> Iterator[Mention]:
    """Read "its Optional Protocol" by the convention before it."""
    before = page.word_before(hit.start)
    if before is None or before[1].lower() != "optional":
        return
    said = next((mention for mention in reversed(earlier) if mention.kind in {"convention", "covenant"}), None)
    if said is None or not said.instrument:
        return
    start = page.led(before[0], {"its", "the", "two", "three", "both", "first"})
    page.taken.add(start, hit.end)
    instrument = protocol_of(page, said.instrument)
    yield Mention(start=start, end=hit.end, by="citation.short-form", kind="protocol", instrument=instrument)


def _antecedent(kind: str, words: Sequence[str], earlier: Sequence[Mention]) -> Mention | None:
    """Give the last mention that agrees: the same kind first, else one of the family that the words point to."""
    sides = next((_SIDES[word] for word in words if word in _SIDES), None)
    subject = next((word.replace("-", "") for word in words if word.replace("-", "") in _SUBJECTS), None)
    agreeing = [
        mention
        for mention in earlier
        if mention.instrument and (sides is None or mention.sides is None or mention.sides == sides)
    ]
    for mention in reversed(agreeing):
        same = mention.kind == kind or (kind in _COURT and mention.kind in _COURT)
        if same and (sides is None or mention.sides or mention.date) and _about(mention, kind, subject):
            return mention
    if kind not in {"statement", "declaration", "agreement", "accord"} or not words:
        return None
    for mention in reversed(agreeing):
        if mention.kind in _LOOSE and (
            (sides is not None and mention.sides == sides)
            or (subject and subject in str(mention.instrument).replace("-", ""))
        ):
            return mention
    return None


def _about(mention: Mention, kind: str, subject: str | None) -> bool:
    """Say whether "the ceasefire agreement" may mean this: its id says ceasefire, or says nothing but its kind."""
    name = str(mention.instrument).replace("-", "")
    return subject is None or subject in name or name.startswith(kind) or mention.sides is not None
