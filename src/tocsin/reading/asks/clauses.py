# SPDX-License-Identifier: Apache-2.0
"""Asks in running text and bullets: appeals, letters, news, speeches, newsletters, petitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading import mails
from tocsin.reading.asks import duties, hints, obligations
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.walks import Walk
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import cased
from tocsin.records.findings import Ask, Card, Citation, Time

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        name="ask.infinitive",
        says="a verb that asks, whom it asks, and an infinitive: urge X (not) to do Y",
        example="We urge the Government of Veltria ⟦to reopen the Tamar corridor.⟧",
    ),
    Construction(
        name="ask.bare-infinitive",
        says="a verb that asks with an infinitive and nobody named: call to do Y",
        example="I call ⟦to engage with the mediators.⟧",
    ),
    Construction(
        name="ask.passive",
        says="who is asked stands before the verb: X was urged (by Z) to do Y",
        example="Veltria was urged by the Northern Contact Group ⟦to withdraw its armour.⟧",
    ),
    Construction(
        name="ask.clause",
        says="a verb that asks with a that-clause in the subjunctive or with should",
        example="The Orsava Assembly demands that Ardesh ⟦lift the siege of Karsk.⟧",
    ),
    Construction(
        name="ask.for-noun",
        says="call, appeal, ask or plead for something to be done",
        example="We call for ⟦the immediate release of the fishermen.⟧",
    ),
    Construction(
        name="ask.for-somebody",
        says="call for somebody to do something",
        example="We call for the Government of Ardesh ⟦to lift the siege.⟧",
    ),
    Construction(
        name="ask.noun",
        says="demand, urge, request or expect something to be done, named by a noun",
        example="We demand ⟦an end to the shelling of Karsk.⟧",
    ),
    Construction(
        name="ask.gerund",
        says="propose, suggest or recommend doing something",
        example="We propose ⟦making the old ferry a neutral crossing.⟧",
    ),
    Construction(
        name="ask.hope",
        says="I or we hope that somebody who can act will act",
        example="We hope that Veltria ⟦will return the archives.⟧",
    ),
    Construction(
        name="ask.reminder",
        says="I or we remind that something is a duty; implicit",
        example="We remind that ⟦the safety of the wounded is a duty of both sides.⟧",
    ),
    Construction(
        name="ask.colon",
        says="a verb that asks, whom it asks, a colon and the words themselves",
        example="We ask you: ⟦open the bridge.⟧",
    ),
    Construction(
        name="ask.list",
        says="a list item under a sentence or heading whose verb asks for what the items say",
        example="We call on the Northern Contact Group to:\n\n• ⟦send observers to Karsk.⟧",
    ),
    Construction(
        name="ask.nominal",
        says="a noun of asking carried by a verb: renew the call on X to do Y; our appeal to X is to do Y",
        example="We reiterate our call on Ardesh ⟦to repair the pumping station.⟧",
    ),
    Construction(
        name="ask.obligation",
        says="somebody must, should or has to do something, or it is necessary; implicit",
        example="The Government of Veltria must ⟦act before the reservoirs are empty.⟧",
    ),
    Construction(
        name="ask.wish",
        says="I or we would welcome, would be grateful for, want to see something, look to somebody for it",
        example="We would welcome ⟦a yearly report on the missing.⟧",
    ),
    Construction(
        name="ask.plea",
        says="an imperative or let-clause in quoted words, or to somebody whom the text has turned to",
        example="To the guards of the bridge we say: ⟦let the wounded pass.⟧",
    ),
    Construction(
        name="ask.cleft",
        says="what somebody wants, asks or expects of another, and the verb to be: what we ask of X is Y",
        example="What we expect from Ardesh is ⟦a list of the missing.⟧",
    ),
    Construction(
        name="ask.inverted",
        says="what is asked for stands before the verb, who asks behind it: Y was demanded by X",
        example="⟦The release of the crew⟧ was demanded on Monday by the ferrymen's union.",
    ),
    Construction(
        name="ask.question",
        says="a question or bidding with please or kindly: would X please do Y, X will kindly do Y",
        example="Would the Governor of Veltria please ⟦answer our letters?⟧",
    ),
    Construction(
        name="ask.hint",
        says="what would help, is hoped, is time, or somebody would do well to do",
        example="It would help us if the Government of Veltria ⟦were to publish the list.⟧",
    ),
    Construction(
        name="ask.sought",
        says="something that is requested, sought, demanded or asked for, in the passive",
        example="⟦An interim payment before the end of the year⟧ is therefore requested.",
    ),
    Construction(
        name="ask.imperative",
        says="an imperative with an exclamation mark, or to a reader who is addressed",
        example="⟦Stop the shelling of villages!⟧",
    ),
    Construction(
        name="ask.likely",
        says="a sentence that nothing else reads and that a model of language takes for asking; never explicit",
        example="It is surely not too much to ask that ⟦the Governor hand back the nets before the season opens.⟧",
    ),
)


_OPENING = (
    "kindly", "sign", "come", "stay", "write", "ask", "may", "make", "put", "show", "listen", "join", "spare",
    "speak", "negotiate", "talk", "convene", "name", "use", "prevent", "punish", "repair", "mr", "madam",
    "prime minister", "your excellency", "excellency", "brothers", "sisters", "friends", "gentlemen", "general",
    "president", "lend", "share", "donate", "refuse", "accept", "agree", "answer", "build", "choose", "clear",
    "ease", "fund", "hand", "heed", "lay", "lower", "pay", "raise", "reject", "reverse", "revoke", "scrap", "set",
    "settle", "shelter", "silence", "sit", "start", "step", "support", "vote", "rein", "refrain", "remain",
    "restrain", "phone", "call", "cut", "carry", "fix", "search", "bury", "receive", "treat", "get", "go", "turn",
    "reach", "spend", "sell", "shut", "sack", "swear", "order", "place",
)  # fmt: skip
"""Words that open a plea but are no banner's verb, and those that open a vocative."""


def patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the cues of implicit asks and imperatives, for the lexicon's `ask` layer."""
    for cue in obligations.CUES:
        for form in (cue, cue.upper()):
            yield form, "obligation"
    for cue in obligations.IMPERSONAL:
        for form in (cue, cue[:1].upper() + cue[1:], cue.upper()):
            yield form, "obligation"
    for cue in duties.CUES:
        yield cue, "duty"
    for cue in hints.CUES:
        for form in (cue, cue[:1].upper() + cue[1:]):
            yield form, "hint"
    yield from _also(catalogue)
    for word in (*sorted(grammar(catalogue).slogans), "please", "do not", "don't", "never", *_OPENING):
        for form in cased(word)[0 if word in {"please", "let", "kindly"} else 1 :]:
            yield form, "imperative"


def _also(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the cues of verbs that ask in some shapes only, with their force."""
    forces = {
        form: name.partition(".also.")[2]
        for name, row in catalogue.words.items()
        if name.startswith("asks.also.")
        for form in row.words
    }
    held = catalogue.words.get("asks.also-cues")
    for cue in held.words if held else ():
        force = next(forces[word] for word in cue.split() if word in forces)
        for form in cased(cue):
            yield form, f"also.{force}"


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find asks outside the spans `read`; give them and the spans that this finder has dealt with."""
    found = [
        ask
        for start, end, own in mails.parts(draft, card)
        for ask in Walk(draft, own, times, citations, read).asks(start, end)
    ]
    return found, [(ask.start, ask.end) for ask in found]
