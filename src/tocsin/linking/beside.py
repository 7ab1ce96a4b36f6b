# SPDX-License-Identifier: Apache-2.0
"""Beside: denials that fit several events are laid beside each of them, and each group has what joined it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tocsin.linking.meetings import Meeting
from tocsin.linking.ties import Tie, Ties
from tocsin.records.ids import Digest


def with_denials(
    groups: tuple[tuple[Digest, ...], ...], beside: Sequence[Meeting], told: Ties
) -> tuple[tuple[Digest, ...], ...]:
    """Lay a denial that fits several events beside each of them, and nowhere else."""
    group_of = {finding: number for number, group in enumerate(groups) for finding in group}
    more: dict[int, dict[Digest, None]] = defaultdict(dict)
    for meeting in beside:
        number = group_of[meeting.second]
        pairs = (frozenset((meeting.first, member)) for member in groups[number])
        if len(groups[group_of[meeting.first]]) == 1 and not any(pair in told.by_pair for pair in pairs):
            more[number][meeting.first] = None
    laid = frozenset(denial for held in more.values() for denial in held)
    return tuple((*group, *more.get(number, ())) for number, group in enumerate(groups) if laid.isdisjoint(group))


def with_evidence(
    groups: Iterable[tuple[Digest, ...]], meetings: Iterable[Meeting], told: Ties
) -> Iterator[tuple[tuple[Digest, ...], tuple[tuple[Meeting, ...], tuple[Tie, ...]]]]:
    """Give each group with what joined it, and what people said of its members."""
    groups = list(groups)
    groups_of: dict[Digest, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for finding in group:
            groups_of[finding].append(number)
    held: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for number in groups_of[meeting.first]:
            if number in groups_of[meeting.second]:
                held[number].append(meeting)
    for number, group in enumerate(groups):
        yield group, (tuple(held[number]), told.about(group) if told.by_pair else ())
