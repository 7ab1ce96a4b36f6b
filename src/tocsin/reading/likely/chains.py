# SPDX-License-Identifier: Apache-2.0
"""A linear chain of words: which words of a sentence that asks say what it asks for and of whom.

Each word is in one of `STATES`; a chain weighs each state by the word and its neighbours, and by the state before it.
The table (`ask_weights.tsv`) holds the weights; docs/likely.md is its card, scripts/train_chain.py makes it from the
lines in training/.

Source: J. Lafferty, A. McCallum, F. Pereira, "Conditional Random Fields", ICML 2001.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain as chain_
from itertools import pairwise
from pathlib import Path

WEIGHTS = Path(__file__).with_name("ask_weights.tsv")
STATES = ("none", "action", "whom", "both")
"""Neither; what is asked for; who is asked; who is asked, named inside what is asked for."""
STEPS = tuple(">" + state for state in STATES)
"""Lines of the table that weigh each state after each."""
EVERYWHERE = "<all>"
"""The line of the table that weighs any word."""
PLACES = 6
"""So many words have a weight by their place, in the lines "<0>" to "<5>"."""
_EDGE = 2
"""So many words away a word still speaks for a state."""

Row = tuple[float, float, float]
"""How much more something speaks for `action`, `whom` and `both` than for `none`."""
Held = tuple[tuple[int, Row], ...]
"""What a word, a pair of words or an ending weighs, and for the word how many places away from it."""


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """What words, pairs, endings and places weigh (`rows`), and each state after each (`after`, new state first)."""

    rows: Mapping[str, Held]
    after: Sequence[tuple[float, float, float, float]]

    def states(self, words: Sequence[str]) -> list[str]:
        """Give the likeliest state of each word (Viterbi)."""
        every = range(len(STATES))
        best: list[float] = []
        came: list[list[int]] = []
        for weighed in self._weighed(words):
            own = (0.0, *weighed)
            if not best:
                best = list(own)
                continue
            told = best
            back = [max(every, key=lambda old: told[old] + row[old]) for row in self.after]
            best = [told[old] + row[old] + value for old, row, value in zip(back, self.after, own, strict=True)]
            came.append(back)
        state = max(every, key=best.__getitem__)
        found = [state]
        for back in reversed(came):
            state = back[state]
            found.append(state)
        return [STATES[one] for one in reversed(found)]

    def _weighed(self, words: Sequence[str]) -> list[list[float]]:
        """Weigh each word for each state but the first."""
        ((_, base),) = self.rows[EVERYWHERE]
        sums = [[*base] for _ in range(len(words) + 4 * _EDGE)]
        for at, held in zip(*_looked_up(words, self.rows), strict=True):
            for offset, (action, whom, both) in held:
                total = sums[at + offset]
                total[0] += action
                total[1] += whom
                total[2] += both
        return sums[2 * _EDGE : 2 * _EDGE + len(words)]


def _looked_up(words: Sequence[str], rows: Mapping[str, Held]) -> tuple[list[int], list[Held]]:
    """Give what the table holds of some words, and the place of each, with room before the first."""
    size = len(words)
    places = chain_(
        range(_EDGE, size + 3 * _EDGE), range(_EDGE + 1, size + 3 * _EDGE), range(2 * _EDGE, size + 2 * _EDGE)
    )
    found = [(place, held) for place, held in zip(places, map(rows.get, _names(words)), strict=False) if held]
    found += [(2 * _EDGE + place, rows[f"<{place}>"]) for place in range(min(size, PLACES)) if f"<{place}>" in rows]
    return [place for place, _ in found], [held for _, held in found]


def _names(words: Sequence[str]) -> list[str]:
    """Give what is looked up of some words: each, each pair, each ending; "^" and "$" stand for the edges.

    >>> _names(["let", "us"])[6:]
    ['^ ^', '^ let', 'let us', 'us $', '$ $', '-let', '-us']
    """
    padded = ["^", "^", *words, "$", "$"]
    return [*padded, *map(" ".join, pairwise(padded)), *["-" + word[-3:] for word in words]]


def runs(states: Sequence[str], *wanted: str) -> list[tuple[int, int]]:
    """Give the runs of words whose state is one of some: first word, word after the last.

    >>> runs(["none", "action", "both", "none"], "action", "both")
    [(1, 3)]
    """
    found: list[tuple[int, int]] = []
    for place, state in enumerate(states):
        if state in wanted:
            if found and found[-1][1] == place:
                found[-1] = found[-1][0], place + 1
            else:
                found.append((place, place + 1))
    return found


def parse(table: str) -> Chain:
    """Read a table of weights.

    A line is a name and what it weighs, tab between: how many places away, then the weights for `action`, `whom` and
    `both` in thousandths of log odds. The lines of `STEPS` hold a state's weight after each state. A line of another
    form raises ValueError.
    """
    rows: dict[str, Held] = {}
    after = []
    for line in table.splitlines():
        name, *weights = line.split("\t")
        if name[:2] == "# ":
            continue
        if name in STEPS:
            after.append(tuple(int(weight) / 1000 for weight in weights))
            continue
        held = []
        for weight in weights:
            offset, action, whom, both = weight.split(" ")
            held.append((int(offset), (int(action) / 1000, int(whom) / 1000, int(both) / 1000)))
        rows[name] = tuple(held)
    return Chain(rows=rows, after=after)  # type: ignore[arg-type]  # four weights a state


@lru_cache(maxsize=1)
def chain() -> Chain:
    """Give the package's chain, read once."""
    return parse(WEIGHTS.read_text(encoding="utf-8"))
