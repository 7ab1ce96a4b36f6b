# SPDX-License-Identifier: Apache-2.0
"""Listings as HXL-tagged CSV: a header of words, a row of hashtags, then one row a finding.

Source: HXL standard 1.1, hxlstandard.org; the hashtags are those of its core schema, the attributes of our own kind
begin with `+t_`, as the standard leaves them to whoever tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from tocsin.exchange.tables import row_of
from tocsin.ledger.listed import Listed
from tocsin.records.bounds import FIRST, LAST, bounds
from tocsin.records.findings import Ask, Citation, Claim, Count, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Json

_Column = tuple[str, str, Callable[[Listed], Json]]


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.name for party in parties)


def _ids(parties: Iterable[Party]) -> str:
    return "; ".join(party.id for party in parties)


def _of(kind: type, member: str) -> Callable[[Listed], Json]:
    def value(row: Listed) -> Json:
        held = getattr(row.finding, member) if isinstance(row.finding, kind) else None
        return _names(held) if isinstance(held, tuple) else held

    return value


def _codes(kind: type, member: str) -> Callable[[Listed], Json]:
    return lambda row: _ids(getattr(row.finding, member)) if isinstance(row.finding, kind) else None


def _day(edtf: str | None, *, last: bool = False) -> str:
    held = bounds(edtf)
    if held is None:
        return ""
    day = held.latest if last else held.earliest
    return "" if day in (FIRST, LAST) else date.fromordinal(day).isoformat()


def _happened(*, last: bool = False) -> Callable[[Listed], Json]:
    return lambda row: _day(row.finding.when, last=last) if isinstance(row.finding, Claim) else None


def _counted(part: Callable[[Count], Json]) -> Callable[[Listed], Json]:
    """Give a part of each count of a claim, in the claim's order."""

    def value(row: Listed) -> Json:
        counts = row.finding.quantities if isinstance(row.finding, Claim) else ()
        parts = ["" if (held := part(count)) is None else held for count in counts]
        return parts[0] if len(parts) == 1 else parts

    return value


_WHERE_FROM: tuple[_Column, ...] = (
    ("Published", "#date+published", lambda row: _day(row.shelved.card.issued)),
    ("Published, latest", "#date+published+end", lambda row: _day(row.shelved.card.issued, last=True)),
    ("Source", "#meta+source+name", lambda row: row.shelved.title),
    ("Issuer", "#meta+source+org", lambda row: row.shelved.issuers),
    ("Words", "#description+quote", lambda row: row.finding.quote),
    ("State", "#status+t_state", lambda row: row.row.state.standing),
    ("Document", "#meta+id+document", lambda row: row.shelved.document),
    ("Start", "#meta+t_start", lambda row: row.finding.start),
    ("End", "#meta+t_end", lambda row: row.finding.end),
    ("Finding", "#meta+id+finding", lambda row: row.row.finding),
)

COLUMNS: Mapping[str, tuple[_Column, ...]] = {
    "timeline": (
        ("From", "#date+start", _happened()),
        ("To", "#date+end", _happened(last=True)),
        ("Act", "#event+type", _of(Claim, "act")),
        ("Mode", "#event+t_mode", _of(Claim, "mode")),
        ("Place", "#loc+name", _of(Claim, "places")),
        ("Place id", "#loc+code", _codes(Claim, "places")),
        ("Said to have acted", "#group+t_actor+name", _of(Claim, "actors")),
        ("Acted on", "#group+t_target+name", _of(Claim, "targets")),
        ("Said by", "#org+t_speaker+name", _of(Claim, "speakers")),
        ("Number", "#indicator+value+num", _counted(lambda count: count.value)),
        ("Number, lowest", "#indicator+value+min", _counted(lambda count: count.low)),
        ("Number, highest", "#indicator+value+max", _counted(lambda count: count.high)),
        ("Counted", "#indicator+name", _counted(lambda count: count.of)),
        *_WHERE_FROM,
    ),
    "warnings": (
        ("Harm", "#impact+type", _of(Warning, "harm")),
        ("Horizon", "#impact+t_horizon", _of(Warning, "horizon")),
        ("Group", "#affected+group+name", _of(Warning, "group")),
        ("Place", "#loc+name", _of(Warning, "places")),
        ("Place id", "#loc+code", _codes(Warning, "places")),
        ("Said by", "#org+t_speaker+name", _of(Warning, "speakers")),
        *_WHERE_FROM,
    ),
    "asks": (
        ("Asked by", "#org+t_asker+name", _of(Ask, "askers")),
        ("Asked", "#org+t_addressee+name", _of(Ask, "addressees")),
        ("Asked, id", "#org+t_addressee+code", _codes(Ask, "addressees")),
        ("Force", "#activity+t_force", _of(Ask, "force")),
        ("By when", "#date+deadline", lambda row: _day(getattr(row.finding, "by_when", None), last=True)),
        *_WHERE_FROM,
    ),
    "law": (
        ("Instrument", "#meta+t_instrument+code", _of(Citation, "instrument")),
        ("Pinpoint", "#meta+t_pinpoint", _of(Citation, "pinpoint")),
        *_WHERE_FROM,
    ),
}
"""The columns of each listing: header, hashtag, value."""


def hxl_lines(kind: str, rows: Iterable[Listed]) -> Iterator[str]:
    r"""Write a listing as HXL, lines ended by CR LF.

    >>> list(hxl_lines("law", []))[1][:46]
    '#meta+t_instrument+code,#meta+t_pinpoint,#date'
    """
    columns: Sequence[_Column] = COLUMNS[kind]
    yield row_of([header for header, _tag, _value in columns])
    yield row_of([tag for _header, tag, _value in columns], as_is=True)
    for row in rows:
        yield row_of([value(row) for _header, _tag, value in columns])
