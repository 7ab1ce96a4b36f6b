# SPDX-License-Identifier: Apache-2.0
"""Reduced passives: participles without an auxiliary behind those they befell – "two farmers assaulted in Karsk"."""

from __future__ import annotations

from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# All of it runs on the lowered view, but what says so.
_WITH_OBJECT = late(
    r"(?:shot\s+and\s+wounded|assaulted|ambushed|wounded|injured|maimed|demolished|razed|torched|ransacked|vandali[sz]ed|bulldozed|confiscated|looted|"
    r"raided|besieged|targeted|evicted|uprooted|expelled|harassed|intimidated|levelled|leveled|burned|burnt|destroyed|damaged|stormed|"
    r"shut\s+down|sealed(?:\s+off)?|seized|beaten|stoned|evacuated|displaced)\b"
)
"""Verbs that always have an object: where none follows, their subject suffers what they tell."""
_ALONE = late(
    r"(?:\s+(?:down|off|again|also|\w+ly|dead))?(?:\s*(?:[.;:)\]]|,\s+(?:and|while|as|including|when)\b|$)"
    r"|\s+(?:in|at(?!\s+(?:least|most)\b)|near|by|during|outside|inside|across|throughout|east|west|north|south|overnight|yesterday|when|while|as|and\s+(?:\w+\s+)?\w+s\s+(?:\w+ed|cut|shot|set|burnt|taken)\b|and\s+(?:\d|two|three|four|five|six|"
    r"seven|eight|nine|ten|others?|another|several|many|dozens|hundreds|(?:\w+\s+)?\w+ed\s+(?:in|at|near|by|during|on)))\b)"
)
"""What follows a verb that has no object."""
_LISTED = late(r"\b\w{3,}ed,\s+$")
"""A verb before one that goes on from it: "raided, looted and demolished twelve houses"."""
_GOES_ON = late(
    r",?(?:\s+and)?\s+\w{3,}ed\s+(?!(?:in|by|on|at|during|near|after|before|since|when|while|as|under|and|or|from|with)\b)[a-z\d]"
)
_ACTIVE = ("have ", "has ", "had ", "'ve ", "they ", "we ", "who ", "he ", "she ")
"""What stands before a verb that its subject does."""
_LATER = late(r"\s+(?:on|in)\s[^,.;]{3,30},\s+(?:[‘'\"]?(?:[A-Z][\w'’-]+\s+){1,4}\(|(?:an?|the|two|three|\d+)\s)")
"""An object behind the date, on the view itself: "killed on 3 May 2021, Ali Olm (20)"."""


def stands(view: Scene, cue: Cue) -> bool:
    """Say whether an act's word is a participle without its auxiliary, so that its subject suffers it."""
    small = lowered(view.content)
    if not cue.verb or small.endswith(_ACTIVE, view.start, cue.start):
        return False
    listed = _LISTED.search(small, max(view.start, cue.start - 24), cue.start) is not None
    return (
        not (listed and _GOES_ON.match(small, cue.end, view.end))
        and _WITH_OBJECT.match(small, cue.start) is not None
        and _ALONE.match(small, cue.end, view.end) is not None
        and not small.startswith((" and", ","), cue.end - 1)
    )


def object_later(view: Scene, cue: Cue) -> bool:
    """Say whether a verb's object stands behind its date: "killed on 3 May 2021, Ali Olm (20)"."""
    return _LATER.match(view.content, cue.end, view.end) is not None
