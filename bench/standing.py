# SPDX-License-Identifier: Apache-2.0
"""Print how fast asks are put into standing asks, against rapidfuzz on all pairs: `python bench/standing.py [ASKS]`.

The asks are invented: actions, things and bodies put together, each asked many times in other words. The peer compares
all pairs of one body's asks (`process.extract_iter` with `token_set_ratio`) and joins those above a cutoff; how well it
groups at its best cutoff is told too, by pair F1.
"""

import itertools
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from tocsin.catalogue.catalogue import load
from tocsin.linking.groupings import asked, groups
from tocsin.linking.matters import Matters
from tocsin.records.ids import Digest

ACTIONS = {
    "open": (
        "reopen {}",
        "open {} without delay",
        "the immediate reopening of {}",
        "take steps to restore traffic on {}",
    ),
    "investigate": ("investigate the shelling of {}", "an independent inquiry into the shelling of {}"),
    "send": ("send observers to {}", "the deployment of monitors at {}", "dispatch a mission of observers to {}"),
    "relieve": ("allow humanitarian aid into {}", "let relief convoys reach {}", "ensure humanitarian access to {}"),
    "withdraw": ("withdraw troops from {}", "the withdrawal of all troops from {}"),
    "rebuild": ("repair the hospital of {}", "fund repairs of the hospital in {}"),
}
"""What is asked, by wordings that ask the same."""
TAILS = ("", " as soon as possible", ", in accordance with international law", " before the winter")
PEER_LIMIT = 4_000


def invented(count: int) -> list[tuple[str, str, str]]:
    """Give asks: the body, the words, and what they ask."""
    chance = random.Random(7)  # noqa: S311 - no secret
    places = [
        f"{first}{last}" for first, last in itertools.product(("Kar", "Dol", "Ven", "Tam", "Or"), ("sk", "en", "ith"))
    ]
    bodies = [f"body-{number}" for number in range(max(4, count // 800))]
    asks = []
    for _ in range(count):
        action, place, body = chance.choice(list(ACTIONS)), chance.choice(places), chance.choice(bodies)
        words = chance.choice(ACTIONS[action]).format(place) + chance.choice(TAILS)
        asks.append((body, words, f"{body} {action} {place}"))
    return asks


def ours(matters: Matters, asks: Sequence[tuple[str, str, str]]) -> list[tuple[int, ...]]:
    """Group as `tocsin standing` does."""
    items = [
        asked(Digest(str(number)), matters.of_words(words), "", {body: frozenset({body})}, frozenset({body}))
        for number, (body, words, _what) in enumerate(asks)
    ]
    return [tuple(map(int, group)) for group in groups(items)]


def peers(asks: Sequence[tuple[str, str, str]], cutoff: int) -> list[tuple[int, ...]]:
    """Group by the likeness of all pairs of one body's asks as strings."""
    by_body: dict[str, list[int]] = defaultdict(list)
    for number, (body, _words, _what) in enumerate(asks):
        by_body[body].append(number)
    group: dict[int, list[int]] = {number: [number] for number in range(len(asks))}
    for numbers in by_body.values():
        words = [asks[number][1] for number in numbers]
        for one, said in enumerate(words):
            close = process.extract_iter(said, words[one + 1 :], scorer=fuzz.token_set_ratio, score_cutoff=cutoff)
            for _words, _score, other in close:
                first, second = group[numbers[one]], group[numbers[one + 1 + other]]
                if first is not second:
                    first += second
                    for member in second:
                        group[member] = first
    return list({id(members): tuple(members) for members in group.values()}.values())


def f1(asks: Sequence[tuple[str, str, str]], found: Iterable[Sequence[int]]) -> float:
    """Give the pair F1 against what the asks were made of."""
    same = sum(count * (count - 1) // 2 for count in _counts(what for _body, _words, what in asks).values())
    said = right = 0
    for members in found:
        said += len(members) * (len(members) - 1) // 2
        right += sum(count * (count - 1) // 2 for count in _counts(asks[one][2] for one in members).values())
    return 2 * right / max(1, said + same)


def _counts(items: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for item in items:
        counts[item] += 1
    return counts


def main(count: int) -> None:
    matters = Matters(load()[0])
    for size in (PEER_LIMIT, count):
        asks = invented(size)
        begun = time.perf_counter()
        found = ours(matters, asks)
        mine = time.perf_counter() - begun
        print(f"tocsin     {size:7} asks  {mine:7.2f} s  {len(found):6} standing asks  pair F1 {f1(asks, found):.3f}")
        if size <= PEER_LIMIT:
            begun = time.perf_counter()
            best = max((peers(asks, cutoff) for cutoff in (70, 80, 90)), key=lambda found: f1(asks, found))
            theirs = (time.perf_counter() - begun) / 3
            print(
                f"rapidfuzz  {size:7} asks  {theirs:7.2f} s  {len(best):6} groups         pair F1 {f1(asks, best):.3f}"
            )
            print(f"ratio      {theirs / mine:.2f} times tocsin's time")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
