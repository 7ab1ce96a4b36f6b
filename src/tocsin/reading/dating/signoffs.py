# SPDX-License-Identifier: Apache-2.0
"""Sign-offs: the sentence near a paper's end that says when it was done, given, signed, adopted or handed in."""

from __future__ import annotations

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import Mention

_DONE = late(
    r"\W*(?:(?:thus|so|hereby|duly|unanimously|solemnly|it is|is) )*"
    r"(?:(?:done|signed|sealed|adopted|issued|concluded|dated|executed|promulgated|pronounced|approved|ratified|released"
    r"|delivered|ordered|agreed|resolved|proclaimed|handed (?:in|over)|presented|submitted|lodged|read out)\b"
    r"|(?:given|made|written)(?= (?:in|at|under|this|on)\b)"
    r"|in witness (?:whereof|thereof)\b"
    r"|(?:this|the present) (?:agreement|declaration|statement|accord|protocol|order|communiqu[eé]|resolution|petition"
    r"|letter|memorandum|appeal|text) (?:was|is|has been) (?:\w+ly )?(?:done|signed|adopted|issued|agreed|concluded"
    r"|approved|written|released|handed (?:in|over))\b)"
    r"[^.;:\n]{0,110}",
)
_REST = late(r"(?:[\s,]*(?:at )?\d{1,2}[:.]\d\d)?[^.;:!?\n]{0,70}[.;:]?\s*(?:\n|\Z)")
_CLAUSE = late(r"\b(?:is|are|was|were|has|have|had|will|shall|must|may|that|which|who|when|because|said)\b")
_WITNESS = ("in witness", "this ", "the present")
_LINE = 240


def dates(draft: Draft, mention: Mention) -> bool:
    """Say whether a date stands in a sentence that signs a paper off: "Given at Karsk, 3 May 2031, in two copies".

    What opens a sentence that goes on dates something else: "Adopted on 3 May, the law forbids …".
    """
    content = draft.content
    number = draft.block_at(mention.start)
    if number is None or number * 2 < len(draft.blocks):
        return False
    block = draft.blocks[number]
    if block.role == "boilerplate":
        return False
    low = max(content.rfind("\n", block.start, mention.start) + 1, content.rfind(". ", block.start, mention.start) + 2)
    low = max(low, block.start)
    if mention.start - low > _LINE:
        return False
    before = content[low : mention.start].lower()
    if _DONE.fullmatch(before) is None or (not before.startswith(_WITNESS) and _CLAUSE.search(before)):
        return False
    rest = _REST.match(content, mention.end, block.end)
    return rest is not None and _CLAUSE.search(rest.group()) is None
