# SPDX-License-Identifier: Apache-2.0
"""The words by which a clause's parts are told apart: what opens one, what bounds a noun phrase."""

from __future__ import annotations

from tocsin.reading.claims.scenes import Scene
from tocsin.reading.claims.vocabulary import word_set

AUXILIARY = word_set(
    "has have had having is are was were be been being will would can could may might must should do does did not "
    "never also then already again later still now even further just reportedly allegedly"
)
FINITE = word_set(
    "has have had is are was were will would can could may might must should do does did began continued resorted said "
    "says told reported announced warned keeps kept led left came went took made began ended"
)
OPENS = word_set(
    "that which who whom whose when while where because although though as if whether than until unless but yet so "
    "said says saying stated states reported reports announced announces confirmed confirms told added claimed claims "
    "claim warned warns accused accuses accusing alleged alleges denied denies noted declared condemned condemns "
    "condemning believes believed say allege insist insists insisted admits admitted including since after before amid"
)
MARKS = frozenset(',;:()[]"“”—–.?!|')
PREPOSITIONS = word_set(
    "in on at during near around outside inside within from with by for against under amid despite following after "
    "before since along across through over between into to upon via toward towards without among beside throughout "
    "behind about like"
)
DETERMINERS = word_set(
    "the a an this that these those its their his her our your my some any no all both each every such"
)


_PAST = word_set("hit struck shot took cut left drove threw broke set burnt fell blew tore shook")


def bounds(view: Scene, index: int) -> bool:
    """Say whether a noun phrase cannot go on to the left over a word."""
    word = view.words[index]
    if word.low in MARKS or word.low in OPENS or word.low in FINITE or view.masked(word.start, word.end):
        return True
    held = view.acts.get(word.start)
    return held is not None and held[2] and not word.low.endswith("ing") and verbal(view, index)


def verbal(view: Scene, index: int) -> bool:
    """Say whether an act's word is the verb here: no determiner or adjective makes it a noun or an attribute."""
    before = view.words[index - 1].low if index else ""
    if before == "that" and view.words[index].low in _PAST:
        return True  # "the blast that hit the embassy"
    return (before not in DETERMINERS and before not in ("of", "and")) or view.words[index].low.endswith("ed")
