# SPDX-License-Identifier: Apache-2.0
"""The claims of a draft: sentences with an act's word, cut into clauses, each clause with its time and parties."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tocsin.reading import speakers
from tocsin.reading.claims import (
    accused,
    blames,
    breaches,
    candidates,
    denials,
    doers,
    ends,
    frames,
    groups,
    lands,
    lots,
    modes,
    openings,
    ours,
    parties,
    rebuttals,
    scenes,
    struck,
    towns,
    trials,
    unsaid,
    weights,
    whens,
)
from tocsin.reading.claims.acts import Cue, cues, likely
from tocsin.reading.claims.candidates import Sentence
from tocsin.reading.claims.counts import counts
from tocsin.reading.claims.exact import made_exact
from tocsin.reading.claims.spans import Span, spans
from tocsin.reading.claims.stories import Story, dated_behind
from tocsin.reading.claims.tolls import tolls
from tocsin.reading.claims.turns import Talk
from tocsin.reading.claims.vocabulary import Vocabulary, vocabulary
from tocsin.reading.clauses import cut
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.bounds import bounds
from tocsin.records.findings import Ask, Card, Citation, Claim, Party, Quantity, Time

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        name="claim.act-verb",
        says="A clause whose verb names an act, from its subject (if near) to its end, with its date and consequence.",
        example="⟦On 3 May 2021 Ardeshi forces shelled the market of Karsk⟧, which was crowded.",
    ),
    Construction(
        name="claim.light-verb",
        says="A clause whose verb only carries a noun that names an act: launched an attack, held a referendum.",
        example="Velt City denied that ⟦the border guards launched an attack on Karsk on 3 May 2021⟧.",
    ),
    Construction(
        name="claim.act-noun-subject",
        says="A clause whose subject names an act: the attack killed three, the blockade began.",
        example="⟦The blockade of Orsava began on 3 May 2021⟧, which nobody denies.",
    ),
    Construction(
        name="claim.act-noun",
        says="A noun phrase that names an act with its doer, its object or its date.",
        example="We deplore ⟦the Ardeshi blockade of Orsava⟧.",
    ),
    Construction(
        name="claim.toll",
        says="A label that names an act, and the numbers behind its colon, each a claim.",
        example="⟦Killed since 3 May 2021: 412 in Orsava⟧; 38 in Veltria.",
    ),
    lots.CONSTRUCTION,
    Construction(
        name="claim.answered",
        says="Who answers a question rejects what it tells of: a claim of its own, denied.",
        example="Q: The union says that Ardeshi forces shelled Karsk on 3 May 2021. A: ⟦That is a lie⟧.",
    ),
    Construction(
        name="claim.rebuttal",
        says="Who is said to have done what was just told, or is meant by it, denies it: a claim of its own, denied.",
        example="Ardesh accused Veltria of shelling Karsk on 3 May 2021, a charge that ⟦Veltria denied⟧.",
    ),
)

_SINCE = late(r"\b[Ss]ince\s$")
_LEAD = late(
    r"(?:(?:on|in|since|at|by|from|early|late|last|during|after|before|as\s+of)\s+(?:the\s+)?(?:\w+\s+of\s+)?)?",
    re.IGNORECASE,
)
_PAPERS = (
    r"(?:statements?|reports?|letters?|figures|data|videos?|footage|photos?|photographs|images|lists?|findings|study|survey|results|"
    r"communiqu[eé]s?|documents?|text|transcript|recordings?|records|album|film|book|version|images|tapes?|forecast|outlook|funds|money)"
)
_PUBLISHED = late(
    rf"\b{_PAPERS},?\s+(?:\w+\s+)?(?:that\s+(?:was|were)\s+|(?:was|were|is|are)\s+)?released\b|\breleas(?:ed|es|ing)\s+(?:[\w'-]+\s+){{0,4}}{_PAPERS}\b"
)
_BOUNDED = frozenset({"killing", "injury", "displacement", "arrest", "execution", "bombing", "destruction-of-homes"})
_AHEAD = 70
"""Code points before an act's noun in which "should" or "would" is said of it: "should agree to a ceasefire"."""
_EXACT = late(r"\d{4}-\d{2}-\d{2}")


_DENYING = late(r"\b(?:deny|denies|denied|denying)\b")
_SCARED = late(r"\"[\w'’-]+\"")
"""A word that is only called so: the "massacre" of Dolen."""
_NOBODY = frozenset(
    {
        "lives",
        "life",
        "injuries",
        "wounds",
        "landmine",
        "landmines",
        "mine",
        "mines",
        "water",
        "electricity",
        "power",
        "gas",
    }
)
"""What verbs of harm have for an object and is nobody: "claimed 15 lives", "stepped on a landmine"."""
_YOURS = late(r"\b(?:your|our|their|his|her|its|said)\s+(?:[\w-]+\s+){0,2}\Z")


def find(
    draft: Draft,
    card: Card,
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    asks: Sequence[Ask] = (),
    cited: Sequence[Citation] = (),
) -> list[Claim]:
    """Find the claims of a draft, in order; offsets of `times`, `quantities` and `asks` are the view's."""
    held = vocabulary(draft.catalogue)
    timed = sorted(times, key=lambda time: time.start)
    starts = [time.start for time in timed]
    asked = sorted((ask.start, ask.end) for ask in asks)
    counted = sorted(quantities, key=lambda quantity: quantity.start)
    named = sorted((citation.start, citation.end) for citation in cited)
    story = Story(issued=card.issued, entries=whens.entries(draft, times))
    talk = Talk(draft, card)
    claims: list[Claim] = []
    for sentence, named_acts in candidates.sentences(draft, talk):
        told_of = towns.taken(draft, named_acts, sentence.start)
        hits = likely(draft.content, told_of, sentence.start, sentence.end, held)
        if not hits:
            continue
        inside = timed[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if not inside and not candidates.worth(draft, sentence, hits, held):
            continue
        seen: scenes.Scene | None = None
        before = len(claims)
        # few spans become claims, and to find who says them takes as long as the rest
        turn = talk.at(sentence.start)
        own = talk.card(turn)
        voice = sentence.voice if own is card else "issuer"
        said = speakers.Chain(draft, own, voice, sentence.start, sentence.end)
        cites = _within(named, sentence.start, sentence.end)
        # the date of an instrument's name is no event's
        free = [time for time in inside if not any(low <= time.start < high for low, high in cites)]
        free = whens.compared(draft.content, sentence.start, whens.headed(draft.content, sentence.start, free))
        if not whens.dated(free) and all(_is_asked(asked, hit.start) for hit in hits):
            continue  # most of a resolution and of a review's recommendations
        for span in _spans(draft, sentence, hits, inside, held, cites):
            if not _tells(draft.content, sentence, span, asked, free, held):
                continue
            if seen is None:
                mask = (*((time.start, time.end) for time in inside), *cites)
                seen = scenes.scene(draft, sentence.start, sentence.end, mask)
            claim = _claim(draft, own, sentence._replace(voice=voice), span, free, counted, held, story, seen, said)
            claim = talk.told(claim, turn) if claim is not None else None
            if claim is not None and not _lies_ahead(claim, card):
                claims.append(claim)
                story.tell(claim, sentence.block, sentence.end, held)
        claims = dated_behind(draft.content, claims, before, held)
        claims[before:] = struck.linked(lowered(draft.content), claims[before:], held)
        claims = struck.followed(lowered(draft.content), claims, before, held)
        answer = rebuttals.find(draft, own, claims[before:], (sentence.start, sentence.end), held)
        if answer is not None:
            claims.append(answer)
            story.denied(answer.end)
    claims = lands.placed(draft, claims, held)
    return sorted((*claims, *talk.denials(claims, held)), key=attrgetter("start", "end"))


def _lies_ahead(claim: Claim, card: Card) -> bool:
    """Say whether a claim's date is after the document's: a deadline or a plan, nothing that was done."""
    when, issued = bounds(claim.when), bounds(card.issued)
    return when is not None and issued is not None and when.earliest > issued.latest and claim.mode != "threatened"


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    low = bisect_left(spans, (start, 0))
    high = bisect_left(spans, (end, 0))
    return list(spans[low:high])


def _spans(
    draft: Draft,
    sentence: Sentence,
    hits: Sequence[Hit],
    times: Sequence[Time],
    held: Vocabulary,
    cites: Sequence[tuple[int, int]],
) -> list[Span]:
    content = draft.content
    shields = [(time.start, time.end) for time in times]
    masked = (*shields, *cites)
    shields += [(at.start(), at.end() + 1) for at in _SCARED.finditer(content, sentence.start, sentence.end)]
    if masked:  # the march of "MARCH 18", the agreement of a treaty's name
        hits = [hit for hit in hits if not any(low <= hit.start and hit.end <= high for low, high in masked)]
    segments = cut(content, sentence.start, sentence.end, shields)
    found: list[list[Cue]] = []
    for segment in segments:
        inside = [hit for hit in hits if segment.start <= hit.start < segment.end]
        found.append(cues(content, inside, segment.start, segment.end, held) if inside else [])
    labelled = content.find(":", sentence.start, sentence.end) > 0
    counted = tolls(content, segments, found, sentence.end, held) if labelled else []
    if counted:
        return counted
    cut_out = lots.parted(content, spans(content, segments, found, shields, held))
    return [openings.with_number(content, sentence.start, openings.without_teller(content, span)) for span in cut_out]


def _tells(
    content: str,
    sentence: Sentence,
    span: Span,
    asked: Sequence[tuple[int, int]],
    times: Sequence[Time],
    held: Vocabulary,
) -> bool:
    """Say whether a span tells of something done: what is asked for is no claim unless it is dated past."""
    dates = whens.dated([time for time in times if span.start <= time.start < span.end])
    said = span.act in held.said and not weights.decreed(content, span)
    if (said or not dates) and _is_asked(asked, span.cue.start):
        return False
    if (
        said
        and span.act != "threat"
        and not dates
        and not breaches.told(content, span)
        and not _opens_dated(content, sentence, span, times)
    ):
        return False
    low = span.start if span.cue.verb or dates else max(sentence.start, span.cue.start - _AHEAD)
    if not span.cue.verb and (unsaid.foreseen(content, span.end) or _is_paper(content, sentence, span)):
        return False
    if span.act == "release" and _PUBLISHED.search(lowered(content), max(sentence.start, span.start - 40), span.end):
        return False
    if unsaid.untold(content, sentence.start, span, min(low, span.start), dated=bool(dates)):
        return False
    return not unsaid.prevented(content, span.cue.start) or any(time.start >= span.cue.end for time in dates)


def _opens_dated(content: str, sentence: Sentence, span: Span, times: Sequence[Time]) -> bool:
    """Say whether a deal's verb stands in a clause that a date opens: "on Friday, before the elders, they signed"."""
    return (
        span.act in _DEALS
        and span.cue.verb
        and whens.fronted(content, sentence.start, span.start, times, None) is not None
    )


def _is_asked(asked: Sequence[tuple[int, int]], place: int) -> bool:
    """Say whether a word is one of those that ask for something."""
    last = bisect_right(asked, (place, 1 << 60)) - 1
    return last >= 0 and place < asked[last][1]


def _is_paper(content: str, sentence: Sentence, span: Span) -> bool:
    """Say whether an act's noun only names a paper: "your open letter of 6 March"."""
    return (
        span.act in ("appeal", "statement")
        and _YOURS.search(lowered(content), max(sentence.start, span.cue.start - 40), span.cue.start) is not None
    )


def _parties(seen: scenes.Scene, span: Span) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give who acted and whom it was done to.

    In "the shelling of the camp killed two" who shelled whom stands about the noun, who suffered after the verb too.
    """
    cue, place, light = span.cue, (span.start, span.end), span.light
    if span.by == lots.CONSTRUCTION.name:
        return (), parties.kind(seen.content, seen.victims, *place)
    suffered = doers.targets(seen, place, cue, light) or doers.struck(seen, cue.end, span.end)
    if span.noun is None:
        owner = () if cue.verb else doers.owned(seen, cue)
        acted = () if owner else doers.actors(seen, place, cue, light)
        return acted or blames.claimed(seen, cue.start), tuple(dict.fromkeys((*owner, *suffered)))
    about = (span.start, cue.start)
    whom = (*doers.targets(seen, about, span.noun), *suffered)
    acted = doers.actors(seen, about, span.noun) or blames.claimed(seen, span.noun.start)
    return acted, tuple(dict.fromkeys(whom))


def _places(seen: scenes.Scene, span: Span, acted: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give where; those "in the custody of Ardesh" are nowhere in Ardesh for that."""
    found = scenes.places(seen, (span.start, span.end))
    if not seen.content.startswith(" of", span.cue.end):
        return found
    holders = {party.id for party in acted}
    return tuple(party for party in found if party.id not in holders)


def _without_speakers(
    suffered: tuple[Party, ...], seen: scenes.Scene, span: Span, said: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Leave out who only tells of what others suffered: who speaks, and is not named in the span itself."""
    told = {party.id for party in said} - {party.id for party in seen.named(span.start, span.end)}
    return tuple(party for party in suffered if party.id not in told)


def _claim(
    draft: Draft,
    card: Card,
    sentence: Sentence,
    span: Span,
    times: Sequence[Time],
    counted: Sequence[Quantity],
    held: Vocabulary,
    story: Story,
    seen: scenes.Scene,
    said: speakers.Chain,
) -> Claim | None:
    content = draft.content
    place = (span.start, span.end)
    whole = (sentence.start, sentence.end)
    span = made_exact(content, span, held)
    times = whens.of_rest(content, sentence.start, span.start, _of_deed(content, sentence, span, times, held))
    own = whens.own(content, span.start, span.end, span.cue.start, times, card.issued)
    entered = whens.entered(content, sentence.start, span.cue.start, times)
    own = entered if entered and not (own and whens.later(content, span.start, times)) else own
    if (
        span.act in held.said
        and own is None
        and not weights.decreed(content, span)
        and span.act != "threat"
        and not breaches.told(content, span)
        and not _opens_dated(content, sentence, span, times)
    ):
        return None
    if own is None and " " not in content[span.start : span.end].strip(" .,;"):
        return None
    when = own or _when(draft, sentence, span, times, card, held, story)
    cue = span.cue
    acted, suffered = _parties(seen, span)
    acted = acted or _they(draft, sentence, span, story, seen, held)
    acted = ours.acted(seen, card, span.start, cue, sentence.voice) or acted
    acted = tuple(party for party in groups.told_apart(seen, acted, cue.start) if not parties.is_land(draft, party))
    if span.act in doers.OWNED_BY_THE_HURT:
        suffered = tuple(party for party in suffered if not parties.is_land(draft, party))
    where = scenes.there(seen, draft.blocks[sentence.block].start, place) or _places(seen, span, acted)
    figures = counts(content, span, counted, held.people)
    # "Ardesh denies holding nine ferrymen": the denial's own verb stands in the clause
    about = (cue.start, span.end) if _DENYING.search(lowered(content), span.start, cue.start) else place
    suffered = suffered and _without_speakers(suffered, seen, span, said.parties(about))
    where = where or story.place(draft, (sentence.block, sentence.start), span, held, suffered)
    if span.act == "violation" and own is None and not breaches.laid_to(content, span, acted, draft.catalogue.actors):
        return None
    if span.act == "threat" and not acted and cue.verb and not doers.undergone(seen, cue):
        return None
    told = weights.Told(dated=bool(own), placed=bool(when), counted=bool(figures), acted=acted, suffered=suffered)
    weight = weights.weigh(content, span, held, told, seen)
    if weight < (2 if span.by == "claim.act-noun" else 1) and not (where and span.by != "claim.act-noun"):
        return None
    mode = _mode(content, whole, span, told=seen.told)
    end = denials.ended(lowered(content), whole, cue, span.end, mode)
    end = ends.of_words(content, cue.end, end, saying=span.act in held.said)
    start = span.start
    for time in times:
        if time.start == start and _SINCE.search(content, max(sentence.start, start - 8), start):
            start -= 6
        if time.end <= start and not content[time.end : start].strip(" ,") and time.start - sentence.start < 30:
            lead = content[sentence.start : time.start]
            start = sentence.start if _LEAD.fullmatch(lead) else start
    found = Claim(
        start=start,
        end=end,
        quote="",
        by=span.by,
        act=span.act,
        when=_until(whens.widened(when), span.act, card.issued),
        actors=acted,
        targets=tuple(party for party in suffered if party not in acted and party.id not in _NOBODY),
        places=where,
        speakers=said.parties(about),
        mode=mode,
        quantities=figures,
    )
    return accused.answered(draft, card, found, sentence.voice, whole, cue.start) if seen.told else found


def _they(
    draft: Draft, sentence: Sentence, span: Span, story: Story, seen: scenes.Scene, held: Vocabulary
) -> tuple[Party, ...]:
    """Give who a pronoun is that did violence, by the sentence before."""
    return () if doers.undergone(seen, span.cue) else story.doer(draft, (sentence.block, sentence.start), span, held)


def _mode(content: str, sentence: tuple[int, int], span: Span, *, told: bool) -> str:
    """Give the mode of a claim: what somebody is only charged with is alleged."""
    place, cue = (span.start, span.end), span.cue
    mode = modes.mode(content, sentence, place, cue, negatable=_negatable(content, span), told=told)
    tried = trials.charge(content, sentence[0], cue.start) if mode == "asserted" else None
    return "alleged" if tried and not trials.is_proven(tried) else mode


def _negatable(content: str, span: Span) -> bool:
    """Say whether "no" before or after an act denies it: not where the act is that something is kept from people."""
    return span.act != "denial-of-relief" and not frames.of_none(lowered(content)[span.cue.start : span.cue.end])


def _of_deed(content: str, sentence: Sentence, span: Span, times: Sequence[Time], held: Vocabulary) -> Sequence[Time]:
    """Leave out the times at which a deed was only told."""
    if span.act in held.said:
        return times
    return whens.of_deeds(content, sentence.start, span.cue.start, times)


_DEALS = frozenset({"agreement", "order", "adoption", "return", "resignation"})


def _until(when: str | None, act: str, issued: str | None) -> str | None:
    """End what is done once to each and counted on the day of writing: "300 have been killed since May"."""
    if when and when.endswith("/..") and act in _BOUNDED and issued and _EXACT.fullmatch(issued):
        return f"{when[:-2]}{issued}"
    return when


def _when(
    draft: Draft, sentence: Sentence, span: Span, times: Sequence[Time], card: Card, held: Vocabulary, story: Story
) -> str | None:
    content = draft.content
    if whens.lasting(content, span.start, span.cue.start, times):
        return None
    found = whens.after(content, span.end, sentence.end, times, card.issued) if span.by == "claim.act-noun" else None
    found = found or whens.fronted(content, sentence.start, span.start, times, card.issued)
    found = found or whens.after(content, span.end, sentence.end, times, card.issued)
    dates = whens.dated(times)
    found = found or (whens.only(content, sentence.start, dates, span.cue.end) if dates else None)
    if found or (dates and not whens.under(content, span.cue.end, dates)):
        return found or story.goes_on(content, span)
    entered = story.entries.get(sentence.block)
    return entered or story.date(draft, (sentence.block, sentence.start, sentence.end), span, held)
