# SPDX-License-Identifier: Apache-2.0
"""Times ahead: whether the words about a mention look forward – "will", "by", "the deadline"."""

from __future__ import annotations

import re

from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import Mention, Partial, Weekday
from tocsin.reading.views import lowered

# It runs on the lowered view.
_AHEAD = late(
    r"\b(?:will|shall|would|deadline|scheduled|upcoming|forthcoming|expected\s+to|expires?|planned\s+for|due\s+(?:to|on|by|for|in)"
    r"|(?:plan(?:s|ning)?|hop(?:es?|ing)|inten(?:ds?|ding)|wants?|aims?|ready|(?:be|is|are)\s+able|likely)\s+to"
    r"|(?:announced|called|slated|fixed|convened)\s+for|(?:runs?|running)\s+out\s+(?:on|in)|(?:lapses?|ends|begins|starts|opens|closes|meets|convenes|takes?\s+(?:place|effect)|enters?\s+into\s+force|falls\s+due)\s+(?:on|in|at)"
    r"|ending|terminat\w+|expir\w+|extend\w*|(?:further|additional|interim|initial|current)\s+period|decides\s+that"
    r"|(?<!\d )(?<!in )(?<!of )(?<!early )(?<!late )(?<!mid-)(?:may|might)\s+(?!have\b)(?:not\s+|also\s+)?[a-z]{3,}"
    r"|(?:is|are)\s+(?:now\s+)?to\s+(?!have\b)[a-z]{3,}|come\s+into\s+force|going\s+to|to\s+be\s+held|to\s+take\s+place|remain\s+in\s+force|set\s+for)\b"
    r"|\b(?:by|until|till|before|beyond|prior\s+to|starting\s+on|not?\s+later\s+than|up\s+to|valid\s+(?:to|until)|(?:is|are)\s+on)\s+(?:the\s+)?$"
)
_UNDONE = late(r"\b(?:should|ought\s+to|must|might|could)\s+have\s+\w+")
"""What was due and not done: "the arms should have been handed in by 26 May" looks back."""
_BOUND = late(
    r"(?:\b(?P<done>\w+ed|held|taken|shot|shut|built|seen|put|sent)\s+(?:\w+\s+){0,2}?)?"
    r"\b(?:after|from|by|until|till|before|as\s+of|not?\s+later\s+than)\s+(?:the\s+)?$"
)
"""What bounds a deadline, with the participle that makes it tell of what was done: "those seized after 15 May"."""
_BOUNDING = ("after", "from", "by", "until", "till", "before", "of", "than", "\nthe")
_SOUGHT = late(
    r"\b(?:must|should|shall|will|please|(?:call(?:s|ing)?|appeal(?:s|ing)?|urg(?:e|es|ing)|ask(?:s|ing)?|request(?:s|ing)?"
    r"|demand(?:s|ing)?|implor(?:e|es|ing)|exhort(?:s|ing)?|insist(?:s|ing)?|recommend(?:s|ing)?|press(?:es|ing)?)\b)"
)
"""What opens an ask, or a verb of what is to come."""
_MEETING = late(r"\s+(?:\w+\s+)?(?:session|summit|meeting|plenary|conference|round|elections?|deadline|review)\b")
"""What is held in a month: asked to be done at it, it is still to come."""
_COMING_POLL = late(
    r"\b(?:candidates?|bid|campaign(?:s|ing)?|run|running|standing|stand|ahead|run-up|preparations?|prepar(?:e|es|ed|ing)|nominat\w+|register\w*)\s+"
    r"(?:[^.;]{0,40}\s)?(?:for|of|to|in)\s+(?:the\s+|its\s+|their\s+)?$"
)
"""What leads to a poll that is to come: "its candidate for the 26 June election"."""
_POLL = late(
    r"\s+(?:[a-z-]+\s+){0,2}(?:elections?|polls?|vote|referendum|run-off|ballot|primary|primaries|summit|conference|congress)\b"
)
_MEANS_TO = late(r",?\s+(?:we|they|i|he|she|it|you|the\s+\w+)\s+(?:will|shall)\b")
_COMING = late(r",?\s+(?:is|marks|(?:we|they|i|he|she|it|you|the\s+\w+)\s+(?:will|shall))\b")
"""What tells of the day that a sentence opens with as one to come: "On 1 May we will march", "Saturday is …"."""
WAS = late(r",?\s+(?:\w+\s+){0,4}?(?:was|were|had|has|have|did|fell|came|stood|left)\b(?!\s+to\b)")
"""A tale that goes on in the past: "by the end of August all were shut" looks back."""
_SENTENCE = 300
"""Code points before a mention in which an ask that leads to it may open."""


def looks_ahead(content: str, mention: Mention) -> bool:
    """Say whether the words about a mention look forward."""
    low = max(0, mention.start - 60)
    before = lowered(content)[low : mention.start]
    cut = max(before.rfind(". "), before.rfind("\n\n"), before.rfind(";"))
    lead = _AHEAD.search(before[cut + 1 :])
    if lead is None and _POLL.match(lowered(content), mention.end) and _COMING_POLL.search(before, cut + 1):
        return True
    if lead is None:
        coming = _COMING if isinstance(mention.value, Weekday) else _MEANS_TO
        return coming.match(lowered(content), mention.end) is not None or _sought(content, mention)
    if _UNDONE.search(before, cut + 1):
        return False
    if not lead.group().lower().startswith(("by", "until", "till", "before")):
        return True
    bound = _bound(lowered(content), mention.start)
    done = bound is not None and bound["done"] and lead.group().lower().startswith("before")
    return not done and WAS.match(content, mention.end) is None


def _bound(small: str, at: int) -> re.Match[str] | None:
    """Find what bounds a deadline right before a place; few words do, so look at the last one first."""
    if not small[max(0, at - 24) : at].rstrip().removesuffix(" the").rstrip().endswith(_BOUNDING):
        return None
    return _BOUND.search(small, max(0, at - 60), at)


def _sought(content: str, mention: Mention) -> bool:
    """Say whether the mention bounds what an ask seeks: "we call on Ardesh to leave after 15 May"."""
    small = lowered(content)
    meeting = isinstance(mention.value, Partial) and _MEETING.match(small, mention.end)
    bound = None if meeting else _bound(small, mention.start)
    if not meeting and (bound is None or bound["done"] or WAS.match(content, mention.end)):
        return False
    before = small[max(0, mention.start - _SENTENCE) : mention.start]
    cut = max(before.rfind(". "), before.rfind("\n\n"), before.rfind(";"))
    return _SOUGHT.search(before, cut + 1) is not None
