# SPDX-License-Identifier: Apache-2.0
"""Matrices: tables of recommendations in plain text – "Nigerian Navy | Return the boats | three months"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.names import parties, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Citation, Party, Time

MATRIX = Construction(
    name="ask.matrix",
    says="a cell under a head that says that it is recommended, or one beside a cell that says who is responsible",
    example=("Addressee | Recommendation | Timeline\nMinistry of Health | ⟦Open two clinics in Karsk⟧ | June\n"),
)

CONSTRUCTIONS: tuple[Construction, ...] = (MATRIX,)

_ROW = late(r"^[^\n|]*(?:\|[^\n|]*){1,11}$", re.MULTILINE)
_WHAT = late(
    r"(?:(?:key|main|priority|proposed)\s+)?(?P<noun>recommendation|action|ask|request|demand|measure)s?"
    r"(?:\s+(?:required|needed|requested|proposed|point))?",
    re.IGNORECASE,
)
_WHOM = late(
    r"(?:addressees?|responsible(?:\s+\w+){0,2}|responsibility|to|to whom|addressed to|directed to|"
    r"(?:lead|duty)[\w ]{0,20}|who|recipient|"
    r"(?:institution|entity|body|actor|authority|party|organi[sz]ation)s?(?:\s+concerned)?)",
    re.IGNORECASE,
)
_KEYED = late(
    r"(?:Responsible(?: \w+){0,2}|Responsibility|Addressee|Addressed to|Lead|To|Action by|Owner)\s*:\s*(?P<who>\S.*)"
)
_LABELLED = late(r"[A-Z][\w ]{1,24}:\s|No\.|\W*\d")
_FORCES = {"request": "request", "ask": "request", "demand": "demand"}
_FEWEST_WORDS = 3
"""Words that what is recommended has at least."""


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find the recommendations of tables outside the spans `read`; give them with the rows that are dealt with."""
    del times, citations  # the finder gives every ask its deadline and its law
    content = draft.content
    if (
        content.count("|") < _FEWEST_WORDS
        or re.search(r"ecommend|RECOMMEND|[Aa]ction|[Rr]equest|[Dd]emand", content) is None
    ):
        return [], []
    rows = [
        list(_cells(match))
        for match in _ROW.finditer(content)
        if not any(start <= match.start() < end for start, end in read)
    ]
    asks: list[Ask] = []
    spans: list[tuple[int, int]] = []
    columns: tuple[int, int | None, str, int] | None = None
    for cells in rows:
        head = _columns(content, cells)
        if head is not None:
            columns = head
            spans.append((cells[0][0], cells[-1][1]))
            continue
        found = _under(draft, card, cells, columns) if columns else _keyed(draft, card, cells)
        if found is not None:
            asks.append(found)
            spans.append((cells[0][0], cells[-1][1]))
    return asks, spans


def _cells(row: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the spans of a row's cells, without the white space around them."""
    at = row.start()
    for text in row.group().split("|"):
        lead = len(text) - len(text.lstrip())
        yield at + lead, at + lead + len(text.strip())
        at += len(text) + 1


def _columns(content: str, cells: Sequence[tuple[int, int]]) -> tuple[int, int | None, str, int] | None:
    """Read a head row: which column says what, which of whom, with which force, and how many there are."""
    words = [content[start:end] for start, end in cells]
    what = next((at for at, word in enumerate(words) if _WHAT.fullmatch(word)), None)
    if what is None:
        return None
    noun = _WHAT.fullmatch(words[what])
    force = _FORCES.get(noun["noun"].lower(), "recommend") if noun else "recommend"
    return what, next((at for at, word in enumerate(words) if _WHOM.fullmatch(word)), None), force, len(cells)


def _under(
    draft: Draft, card: Card, cells: Sequence[tuple[int, int]], columns: tuple[int, int | None, str, int]
) -> Ask | None:
    what, whom, force, size = columns
    if len(cells) != size or not _says(draft.content, cells[what]):
        return None
    return _ask(card, cells[what], _named(draft, cells[whom]) if whom is not None else (), force)


def _keyed(draft: Draft, card: Card, cells: Sequence[tuple[int, int]]) -> Ask | None:
    """Read a row whose cells bear their own labels: "No. 4 | Publish the lists. | Responsible: the Board"."""
    content = draft.content
    told = [_KEYED.fullmatch(content, *cell) for cell in cells]
    keyed = next((match for match in told if match is not None), None)
    what = next((cell for cell in cells if _LABELLED.match(content, *cell) is None and _says(content, cell)), None)
    if keyed is None or what is None:
        return None
    return _ask(card, what, _named(draft, keyed.span("who")), "recommend")


def _says(content: str, cell: tuple[int, int]) -> bool:
    return len(content[slice(*cell)].split()) >= _FEWEST_WORDS


def _named(draft: Draft, span: tuple[int, int]) -> tuple[Party, ...]:
    words = " ".join(draft.content[slice(*span)].split()).removeprefix("the ").removeprefix("The ")
    return parties(draft, *span) or ((Party(id=slug(words), name=words),) if words else ())


def _ask(card: Card, span: tuple[int, int], to: tuple[Party, ...], force: str) -> Ask:
    return Ask(
        start=span[0],
        end=span[1],
        quote="",
        by=MATRIX.name,
        askers=card.issuers,
        addressees=to,
        force=force,
    )
