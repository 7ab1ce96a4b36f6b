# SPDX-License-Identifier: Apache-2.0
"""Mentions: the names of actors in a draft, laid out once, the longest where several overlap."""

from __future__ import annotations

from bisect import bisect_left

from tocsin.reading.drafts import Draft, Mention
from tocsin.reading.naming import acronyms
from tocsin.reading.patterns import late

_LAYERS = ("actor", "group", "demonym")
_GOES_ON = late(r"(?:'s?)? [A-Z]")
_OF_NAME = late(r" of [A-Z]")
_AGAINST = late(r"(?:\b[Pp]ro|\b[Aa]nti|\b[Nn]on|\b[Tt]rans|\b[Ii]nter)-$")
_SMALL_WORDS = frozenset({"US", "WHO", "STATE", "IT"})
_SHOUTED = late(r"[A-Z]{2,}[^a-z]* [A-Z]{2,}[^a-z]*\Z")
"""What stands before a small word in a text that is all capitals: "THEY ASKED US TO WAIT"."""
_LETTERS_BEFORE = late(r"\b(?!(?:UN|AU|EU|US|UK)-)[A-Z]{2,6}-\Z")
_COMPOUND = late(r"-[a-z]")


def within(draft: Draft, start: int, end: int) -> list[Mention]:
    """Give the mentions that lie wholly inside a view span, in order."""
    held = draft.mentions or laid(draft)
    low = bisect_left(held, start, key=_start)
    inside = []
    while held[low].start < end:
        if held[low].end <= end:
            inside.append(held[low])
        low += 1
    return inside


def _start(mention: Mention) -> int:
    return mention.start


def laid(draft: Draft) -> list[Mention]:
    """Lay out the mentions of a whole draft; a last, empty one lies beyond the end."""
    content = draft.content
    named = {hit.tag for hit in draft.hits.get("actor", ())}
    own = acronyms.bound(draft)
    unowned = _unowned(draft)
    found = [
        (_past_article(content, hit.start), -hit.end, rank, hit.tag not in named, hit.tag)
        for rank, layer in enumerate(_LAYERS)
        for hit in draft.hits.get(layer, ())
        if _stands(content, hit.start, hit.end, layer) and not (unowned and content[hit.start : hit.end] in unowned)
    ]
    found.sort(key=lambda item: item[:4])
    reach = 0
    for start, below, rank, _, tag in found:
        if start >= reach:
            # A short name that the text binds itself stands for what the text says, not for the world's best-known.
            meant = own.get(content[start:-below], tag) if rank != 1 else tag
            draft.mentions.append(Mention(start, -below, meant, _LAYERS[rank]))
            reach = -below
    draft.mentions.append(Mention(len(content) + 1, len(content) + 1, "", ""))
    return draft.mentions


def _unowned(draft: Draft) -> frozenset[str]:
    """Give the short names of organs of a land that the text does not name: "the Foreign Office" may be any land's."""
    row = draft.catalogue.words.get("naming.only-beside")
    pairs = [rule.split("=") for rule in row.words] if row else []
    texts = {short for short, _ in pairs if short in draft.content}
    if not texts:
        return frozenset()
    lands = {hit.tag for layer in ("actor", "demonym") for hit in draft.hits.get(layer, ())}
    return frozenset(short for short, land in pairs if short in texts and land not in lands)


def _past_article(content: str, start: int) -> int:
    """Begin a name after its article, so that "the Government" is no longer than "Government of Veltria"."""
    return start + 4 if content[start : start + 4].lower() == "the " else start


def _is_compound(content: str, start: int, end: int) -> bool:
    """Say whether a hit is part of a longer word: "KLF-DPA", "Veltrian-backed", "US$26 million"."""
    if content[end : end + 1] == "$":
        return True
    letters = start > 0 and content[start - 1] == "-" and content[start:end].isupper()
    if letters and _LETTERS_BEFORE.search(content, max(0, start - 9), start):
        return True
    return content[end : end + 1] == "-" and _COMPOUND.match(content, end) is not None


def _stands(content: str, start: int, end: int, layer: str) -> bool:
    """Say whether a hit names somebody here: no part of a longer name or of a compound ("pro-Veltrian")."""
    if content[start:end] in _SMALL_WORDS and _SHOUTED.search(content, max(0, start - 24), start):
        return False
    if start and content[start - 1] == "-" and _AGAINST.search(content, max(0, start - 6), start):
        return False
    if _is_compound(content, start, end):
        return False
    if layer == "group" and content[start].isupper() and not content[start + 1].isupper():
        if _GOES_ON.match(content, end):
            return False  # "Women's League"
        if " " not in content[start:end] and _OF_NAME.match(content, end):
            return False  # "Army of Karsk"
    return True
