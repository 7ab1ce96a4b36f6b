# SPDX-License-Identifier: Apache-2.0
"""Planted reprints: a text wrapped anew, cut, corrected, in other order, inside an article."""

from __future__ import annotations

import itertools
import random
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WAYS = ("wrapped", "cut", "corrected", "ordered", "inside", "cut inside", "corrected and ordered", "all")
"""How a reprint may differ from its text."""

_NUMBER = re.compile(r"\d+")
_AGENCIES = ("KARSK, MARCH 19, KARSK PRESS.", "ARDAN, 21 March (Eastern Herald) –", "VELT CITY, March 22. VELT NEWS.")
_LEADS = (
    "An open letter that reached our newsroom on Tuesday describes how people along the corridor live.",
    "Organisations and officials in the region made public the following words, which we print as received.",
    "The document below was handed to foreign diplomats this week, a person at the meeting told this agency.",
)
_COMMENTS = (
    "Officials in {town} did not reply to {n} questions put to them before this report was published.",
    "The foreign ministry in {town} said that it had received the paper on {n} March and was studying it.",
    "Earlier this month {town} and {town} traded accusations over {n} lorries stopped near kilometre {n}.",
    "Traffic on the road to {town} fell by {n} per cent during the winter, according to an office in {town}.",
    "A spokeswoman in {town} told {n} reporters that talks about access would go on in {town} next week.",
    "Observers recall that a paper was sent round {n} years ago and that no session was held in {town}.",
)
_TOWNS = ("Ardan", "Velt City", "Karsk", "Dolen", "Lumara", "Issel", "Horzan")
_FURNITURE = (
    "Share this article",
    "Subscribe to our newsletter",
    "Leave a comment",
    "© Eastern Herald. All rights reserved.",
)
_SWAPS = {
    "urge": "call on",
    "immediately": "at once",
    "people": "inhabitants",
    "also": "further",
    "government": "cabinet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text of a set: `origin` is what it is a copy of, `way` how it was made."""

    name: str
    origin: str
    way: str
    content: str


def paragraphs(content: str) -> list[str]:
    """Cut a text into paragraphs, each on one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", content) if part.strip()]


def reprint(content: str, way: str, chance: random.Random) -> str:
    """Make a reprint of a text."""
    parts = paragraphs(content)
    if way in {"cut", "cut inside", "all"}:
        parts = _cut(parts, chance)
    if way in {"corrected", "corrected and ordered", "all"}:
        parts = parts[:1] + [_corrected(part, chance) for part in parts[1:]]
    if way in {"ordered", "corrected and ordered", "all"}:
        chance.shuffle(parts)
    if way in {"inside", "cut inside", "all"}:
        parts = _inside(parts, chance)
    if way != "ordered":
        parts += [*chance.sample(_FURNITURE, 2)]
    return "\n\n".join(textwrap.fill(part, chance.choice((48, 60, 72, 90, 400))) for part in parts) + "\n"


def _cut(parts: list[str], chance: random.Random) -> list[str]:
    """Leave out 30 to 60 % of the words, by sentences in a row."""
    sentences = [sentence for part in parts for sentence in re.split(r"(?<=[.;:!?])\s+", part)]
    wanted = chance.uniform(0.4, 0.7) * sum(len(sentence.split()) for sentence in sentences)
    start = chance.randrange(len(sentences))
    kept: list[str] = []
    for sentence in (sentences * 2)[start:]:
        if sum(len(held.split()) for held in kept) >= wanted:
            break
        kept.append(sentence)
    return [" ".join(kept[at : at + 4]) for at in range(0, len(kept), 4)]


def _corrected(part: str, chance: random.Random) -> str:
    """Change one word in about twenty, and half of the numbers; a title is left as it is."""
    words = []
    for word in part.split(" "):
        if _NUMBER.search(word) and chance.random() < 0.5:
            words.append(_NUMBER.sub(lambda found: str(int(found[0]) + chance.randrange(1, 9)), word))
        elif word.lower() in _SWAPS or chance.random() < 0.04:
            words.append(_SWAPS.get(word.lower(), f"{word[:2]}x{word[2:]}"))
        else:
            words.append(word)
    return " ".join(words)


def _inside(parts: list[str], chance: random.Random) -> list[str]:
    lead = f"{chance.choice(_AGENCIES)} {chance.choice(_LEADS)}"
    comments = [_filled(comment, chance) for comment in chance.sample(_COMMENTS, chance.randrange(1, 4))]
    return [lead, *comments[:1], "The text reads:", *parts, *comments[1:]]


def _filled(words: str, chance: random.Random) -> str:
    words = re.sub("{n}", lambda _: str(chance.randrange(2, 99)), words)
    return re.sub("{town}", lambda _: chance.choice(_TOWNS), words)


def planted(texts: Mapping[str, str], ways: Sequence[str] = WAYS, *, seed: int = 7) -> list[Planted]:
    """Give the texts and a reprint of each in each way."""
    found: list[Planted] = []
    for name, content in texts.items():
        chance = random.Random(f"{seed} {name}")
        found.append(Planted(name=name, origin=name, way="text", content=content))
        found += [
            Planted(name=f"{name}, {way}", origin=name, way=way, content=reprint(content, way, chance)) for way in ways
        ]
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How pairs that were found compare with those that were planted."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def score(origins: Iterable[tuple[str, str]]) -> Score:
    """Score documents given as (origin, voice): each pair of one origin is to be of one voice, and no other."""
    right = wrong = missed = 0
    for (origin, voice), (other, another) in itertools.combinations(origins, 2):
        right += origin == other and voice == another
        wrong += origin != other and voice == another
        missed += origin == other and voice != another
    return Score(right=right, wrong=wrong, missed=missed)


_WHO = ("the Orsava Assembly", "the Horzan Community Council", "the Council of Karsk", "the Lumara Relief Fund")
_WHOM = ("the Northern Union", "the United Nations", "the Government of Ardesh", "the Government of Veltria")
_WHEN = (
    "since {n} January",
    "for {n} weeks",
    "last Sunday",
    "on {n} March",
    "when the snow came",
    "after the talks broke off",
    "early this month",
    "twice in {n} days",
    "before the harvest",
    "while the bridge was closed",
    "every evening",
)
_SOMEBODY = (
    "{n} families",
    "a nurse from Dolen",
    "drivers of the relief trucks",
    "our {n} volunteers",
    "border guards",
    "a teacher",
    "the mayor's office",
    "shepherds above Karsk",
    "{n} children of one school",
    "a widow with {n} goats",
    "pilgrims",
    "the miller",
    "men in unmarked cars",
    "pensioners",
    "the night shift of the clinic",
    "a delegation of {n}",
)
_DID = (
    "waited in the cold for",
    "asked in vain about",
    "were told to hand over",
    "wrote down {n} times the price of",
    "carried",
    "lost",
    "queued beside the river for",
    "could not pay for",
    "shared",
    "burnt the last of",
    "were promised",
    "turned back",
    "have seen nothing of",
    "counted",
    "hid",
    "brought on mules",
)
_WHAT = (
    "insulin",
    "flour for {n} loaves",
    "heating oil",
    "schoolbooks",
    "a stamped permit",
    "{n} sacks of seed",
    "clean water",
    "diesel",
    "letters from relatives",
    "bandages",
    "baby food",
    "their own sheep",
    "a generator",
    "{n} blankets",
    "salt",
)
_THEN = (
    "and nobody wrote it down",
    "as {n} witnesses confirm",
    "which the other side denies",
    "under the eyes of the monitors",
    "although the agreement allows it",
    "without a word of reason",
    "and went home on foot",
    "near kilometre {n}",
    "so the bakery closed",
    "against a receipt in no known language",
    "until darkness fell",
    "for the {n}th time",
)


_FORMULAE = (
    "We, the undersigned, write to you in a moment of grave concern for the civilian population of the region.",
    "We remain ready to meet your representatives at any time and to provide all information that you may require.",
    "Please accept, Excellencies, the assurances of our highest consideration and of our readiness to cooperate.",
    "All parties must fully respect their obligations under humanitarian law and international human rights law.",
    "The use of starvation of civilians as a method of warfare is prohibited, and so is the denial of relief.",
    "We appeal to the conscience of all members of the international community not to look away any longer.",
    "Rapid, safe and unimpeded passage of humanitarian relief for civilians in need must be allowed and facilitated.",
    "We reserve the right to make this letter public and to bring it to the notice of other competent bodies.",
)


def _sentence(chance: random.Random) -> str:
    parts = [chance.choice(slot) for slot in (_WHEN, _SOMEBODY, _DID, _WHAT, _THEN)]
    if chance.random() < 0.5:
        parts = [*parts[1:], parts[0]]
    told = _filled(" ".join(parts), chance)
    return f"{told[0].upper()}{told[1:]}."


def letter(number: int, *, told: int = 18) -> str:
    """Write a letter of the invented crisis: its own words between formulae that all such letters have."""
    chance = random.Random(f"letter {number}")
    who, whom = chance.choice(_WHO), chance.choice(_WHOM)
    own = [_sentence(chance) for _ in range(told)]
    body = [" ".join(own[at : at + 3]) for at in range(0, told, 3)]
    opening, *closing = chance.sample(_FORMULAE, 4)
    return "\n\n".join([f"Letter of {who} to {whom}", opening, *body, *closing, who.capitalize()])


_RENEWAL = """\
Resolution {number} ({year})
of {day} {month} {year}

The Council of the Northern Union,

Recalling its resolution {before} and the Issel Agreement of 6 May 2019,

Noting from the report of the Secretary-General that in existing circumstances the presence of the monitors along
the Tamar corridor is essential not only to keep the road open but also to further the search for a settlement,

Noting also that the Governments of Ardesh and Veltria have agreed to the recommendation of the Secretary-General
that the stationing of the monitors be prolonged for a further period of six months,

1. Reaffirms the provisions of its earlier resolutions on the establishment and maintenance of the monitors;

2. Extends once more the stationing of the monitors for a further period ending on the last day of the sixth month;

3. Urges the parties concerned to act with the utmost restraint and to continue and accelerate their efforts;

4. Requests the Secretary-General to continue his mission of good offices, to keep the Council informed of the
progress made and to submit a report on the implementation of the present resolution by the {day}th.
"""


def resolution(number: int) -> str:
    """Write a resolution that renews a mandate: nearly the words of the one before, under another number."""
    month = ("March", "September")[number % 2]
    return _RENEWAL.format(number=number, before=number - 1, day=number, month=month, year=2010 + number // 2)
