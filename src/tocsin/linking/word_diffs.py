# SPDX-License-Identifier: Apache-2.0
"""Word diffs: what stands in one copy and not in the other, word by word; line breaks and case make no difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tocsin.linking.shingles import Body, plain
from tocsin.records.ids import Json

_FEWEST = 4
"""Equal words between two changes that are shown as part of one change: fewer would tear a sentence to shreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of two texts: `kind` is same, changed, only-first or only-second; spans are code points, half-open."""

    kind: str
    first: str
    second: str
    in_first: tuple[int, int]
    in_second: tuple[int, int]

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "kind": self.kind,
            "first": self.first,
            "second": self.second,
            "in_first": list(self.in_first),
            "in_second": list(self.in_second),
        }


def word_diff(first: tuple[Body, str], second: tuple[Body, str]) -> Iterator[Change]:
    r"""Compare two texts (main words and content), in the order of the first.

    >>> from tocsin.linking.shingles import body
    >>> one, other = "Forty trucks wait at Issel.", "Forty-one trucks wait at\nIssel today."
    >>> [(c.kind, c.first, c.second) for c in word_diff((body(one), one), (body(other), other)) if c.kind != "same"]
    [('changed', 'Forty', 'Forty-one'), ('only-second', '', 'today')]
    """
    (one, ours), (other, theirs) = first, second
    matcher = SequenceMatcher(a=[*map(plain, one.words)], b=[*map(plain, other.words)], autojunk=False)
    for tag, start, end, begin, stop in _steps(matcher):
        kind = {"equal": "same", "delete": "only-first", "insert": "only-second"}.get(tag, "changed")
        here, there = _span(one, start, end), _span(other, begin, stop)
        yield Change(
            kind=kind,
            first=" ".join(ours[slice(*here)].split()),
            second=" ".join(theirs[slice(*there)].split()),
            in_first=here,
            in_second=there,
        )


def _steps(matcher: SequenceMatcher[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Give the matcher's steps, with short equal stretches between two changes taken into one change."""
    held: tuple[str, int, int, int, int] | None = None
    steps = matcher.get_opcodes()
    for number, (tag, start, end, begin, stop) in enumerate(steps):
        inner = 0 < number < len(steps) - 1
        if tag != "equal" or (inner and end - start < _FEWEST):
            began = (tag, start, begin) if held is None else ("replace", held[1], held[3])
            held = began[0], began[1], end, began[2], stop
            continue
        if held is not None:
            yield held
            held = None
        yield tag, start, end, begin, stop
    if held is not None:
        yield held


def _span(body: Body, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return body.spans[start][0], body.spans[end - 1][1]
    at = body.spans[start][0] if start < len(body) else body.spans[-1][1] if body.spans else 0
    return at, at
