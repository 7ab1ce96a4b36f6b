# SPDX-License-Identifier: Apache-2.0
"""Pack the vectors of English dictionary words that answers are weighed by: linking/word_vectors.txt and .bin.

From GloVe 6B, 50 dimensions (Pennington, Socher and Manning 2014, PDDL 1.0); which words are of the dictionary is told
by the index files of WordNet 3.1. What all words share – the mean and the two directions in which they differ most – is
taken away, and each number kept in one byte.

    python -m scripts.pack_word_vectors glove.6B.50d.txt WORDNET_DICT_FOLDER
"""

from __future__ import annotations

import math
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from operator import mul
from pathlib import Path

from tocsin.linking.word_senses import ROWS, WIDTH, WORDS

MOST = 30_000
"""Words that are kept, the most used first."""
SCALE = 250
SHARED, ROUNDS = 2, 200
_WORD = re.compile(r"[a-z]{3,}")
_FORMS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e")),
    *(("ied", "y"), ("er", ""), ("er", "e")),
)
_IRREGULAR = frozenset(
    {
        *(
            "children",
            "women",
            "men",
            "wives",
            "lives",
            "knives",
            "brought",
            "sent",
            "paid",
            "gave",
            "took",
            "held",
            "told",
        ),
        *(
            "went",
            "came",
            "sold",
            "built",
            "bought",
            "caught",
            "taught",
            "thrown",
            "shown",
            "freed",
            "withdrew",
            "withdrawn",
        ),
        *(
            "began",
            "begun",
            "found",
            "lost",
            "left",
            "met",
            "kept",
            "broke",
            "broken",
            "fell",
            "fallen",
            "flew",
            "flown",
        ),
        *(
            "drove",
            "driven",
            "spoke",
            "spoken",
            "chose",
            "chosen",
            "froze",
            "frozen",
            "stole",
            "stolen",
            "wrote",
            "written",
        ),
        *(
            "shook",
            "sank",
            "sunk",
            "dug",
            "fed",
            "fled",
            "lit",
            "led",
            "said",
            "shot",
            "struck",
            "stood",
            "swore",
            "sworn",
        ),
    }
)


def main() -> None:
    """Write both files."""
    lemmas = frozenset(_lemmas(Path(sys.argv[2])))
    words: list[str] = []
    rows: list[list[float]] = []
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            word, _, numbers = line.partition(" ")
            if _WORD.fullmatch(word) and _known(word, lemmas):
                words.append(word)
                rows.append([*map(float, numbers.split())])
            if len(words) == MOST:
                break
    centred(rows)
    for _ in range(SHARED):
        _without(rows, principal(rows))
    WORDS.write_text("\n".join(words) + "\n", encoding="utf-8")
    ROWS.write_bytes(b"".join(_packed(row) for row in rows))


def _lemmas(folder: Path) -> Iterator[str]:
    for part in ("noun", "verb", "adj", "adv"):
        with (folder / f"index.{part}").open(encoding="utf-8") as lines:
            yield from (line.split(maxsplit=1)[0] for line in lines if not line.startswith(" "))


def _known(word: str, lemmas: frozenset[str]) -> bool:
    if word in lemmas or word in _IRREGULAR:
        return True
    if any(word.endswith(ending) and word[: -len(ending)] + other in lemmas for ending, other in _FORMS):
        return True
    doubled = (word[: -len(ending) - 1] for ending in ("ed", "ing") if word.endswith(ending))
    return any(short in lemmas and word[len(short) - 1] == word[len(short)] for short in doubled if len(short) > 1)


def centred(rows: list[list[float]]) -> None:
    """Take the mean away from every row."""
    mean = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    for row in rows:
        row[:] = [one - other for one, other in zip(row, mean, strict=True)]


def principal(rows: list[list[float]]) -> list[float]:
    """Give the direction in which rows differ most."""
    columns = [*zip(*rows, strict=True)]
    spread = [[sum(map(mul, one, other)) for other in columns] for one in columns]
    found = [1.0] * len(columns)
    for _ in range(ROUNDS):
        found = _unit([sum(map(mul, line, found)) for line in spread])
    return found


def _without(rows: list[list[float]], way: list[float]) -> None:
    for row in rows:
        along = sum(map(mul, row, way))
        row[:] = [one - along * other for one, other in zip(row, way, strict=True)]


def _unit(row: Iterable[float]) -> list[float]:
    held = [*row]
    long = math.sqrt(sum(map(mul, held, held)))
    return [one / long for one in held]


def _packed(row: list[float]) -> bytes:
    return struct.pack(f"{WIDTH}b", *(max(-127, min(127, round(one * SCALE))) for one in _unit(row)))


if __name__ == "__main__":
    main()
