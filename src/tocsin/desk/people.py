# SPDX-License-Identifier: Apache-2.0
"""How people name findings, documents, parties and members."""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from tocsin.catalogue import lookup
from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk import numbers
from tocsin.desk.terms import checked
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.states import STATES
from tocsin.reading.naming.names import slug
from tocsin.records.findings import Card, Finding, Party
from tocsin.records.ids import Digest, Json, digest
from tocsin.records.lines import KINDS, from_json, to_json

PARTIES = ("askers", "addressees", "actors", "targets", "places", "speakers", "issuers", "carriers")
"""Members that hold parties; as typed, names are parted by semicolons."""

_SINGULAR = {member.removesuffix("s"): member for member in PARTIES}
"""Members of parties as people write them of one: `speaker` for `speakers`."""

_ONLY_READ = frozenset({"kind", "start", "end", "quote", "by", "version", "ordinal", "reason", "evidence"})
"""Members that say where words stand and who found them, which nobody sets."""

_HOW: Mapping[str, str] = {
    **dict.fromkeys(PARTIES, "names, parted by semicolons"),
    **dict.fromkeys(("explicit", "reported"), "true or false"),
    **dict.fromkeys(("signatories", "low", "high"), "a whole number, or nothing"),
    "law": "ids of instruments, parted by semicolons (`tocsin law --json`)",
    "category": "a number from 1 to 5, or nothing",
    "quantities": f"numbers with what they count: {numbers.FORM}",
    "value": "a number: 28, 40-45, 21+, ~50",
}
"""How members are written that take more than a word."""

_BEGUN = re.compile(r"sha256:[0-9a-f]{4,}")


class BadSpan(BadRequest):
    """`--at` is no span of the text."""

    def __init__(self, given: str, size: int) -> None:
        super().__init__(f"--at {given}: write START:END, code points of a text of {size} (`tocsin text FILE`)")


class BadMember(BadRequest):
    """`--set` names what the kind does not have, or a value it cannot take."""

    def __init__(self, reason: object) -> None:
        super().__init__(f"--set {reason}")


class NotInLedger(BadRequest):
    """A document was not read into this ledger."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{given}: this document is not in the ledger; `tocsin read` it first")


class NoSuchFinding(BadRequest):
    """An id names no finding, or more than one."""

    def __init__(self, given: str, found: int) -> None:
        what = "no finding has this id" if not found else f"{found} findings begin so; give more of the id"
        super().__init__(f"{given}: {what}; listings show ids, with --json whole")


def finding_named(ledger: Ledger, given: str) -> Digest:
    """Resolve a finding's id or the beginning of one.

    Raises:
        NoSuchFinding: None or several begin so.
    """
    if not given.strip():
        raise NoSuchFinding(given, 0)
    wanted = given if given.startswith("sha256:") else f"sha256:{given}"
    if len(wanted) == len("sha256:") + 64:
        return Digest(wanted)
    found = {
        row.finding for row in ledger.rows(Query(states=STATES, superseded=True)) if row.finding.startswith(wanted)
    }
    if len(found) != 1:
        raise NoSuchFinding(given, len(found))
    return found.pop()


def document_named(ledger: Ledger, given: str) -> Digest:
    """Resolve a document: the file itself, the name it was read by (or its last part), a digest or its beginning.

    Raises:
        NotInLedger: It was not read into this ledger, or several go by what was given.
    """
    path = Path(given)
    if path.is_file() and ledger.versions(name := digest(path.read_bytes())):
        return name
    wanted = given if given.startswith("sha256:") else f"sha256:{given}"
    named: dict[Digest, None] = {}
    begun: dict[Digest, None] = {}
    for entry in ledger.entries(kind="document"):
        if entry.payload is None or entry.document is None:
            continue
        source = str(entry.payload.get("source"))
        if given in {source, entry.document}:
            return entry.document
        if Path(source).name == given:
            named[entry.document] = None
        elif _BEGUN.fullmatch(wanted) and entry.document.startswith(wanted):
            begun[entry.document] = None
    found = named or begun
    if len(found) == 1:
        return next(iter(found))
    raise NotInLedger(given)


def party(catalogue: Catalogue, given: str) -> Party:
    """Give the party that a name stands for: an actor or a place of the catalogue, else a slug of the name."""
    for find in (lookup.actor, lookup.place):
        with contextlib.suppress(lookup.UnknownName):
            return Party(id=find(catalogue, given).id, name=given)
    return Party(id=slug(given), name=given)


def members(catalogue: Catalogue, given: Iterable[str], held: Mapping[str, Json] | None = None) -> dict[str, Json]:
    """Read `member=value` pairs: parties resolved by the catalogue, numbers and yes/no as such.

    `held` are the members that a finding has so far: a number alone counts what its one number counts.

    Raises:
        BadMember: A pair has no `=`.
        BadNumber: A number cannot be read, or does not say what it counts.
    """
    found: dict[str, Json] = {}
    for pair in given:
        member, equals, value = pair.partition("=")
        if not equals:
            raise BadMember(f"{pair!r} has no =; write member=value")
        member = _SINGULAR.get(member.strip(), member.strip())
        if member in PARTIES:
            names = [name.strip() for name in value.split(";") if name.strip()]
            found[member] = [to_json(party(catalogue, name)) for name in names]
        elif member == "law":
            found[member] = [name.strip() for name in value.split(";") if name.strip()]
        elif member == "quantities":
            found[member] = list(numbers.counts(value, _counts(held)))
        elif member == "value" and value:
            found = numbers.number(member, value) | found
        elif value in {"true", "false"}:
            found[member] = value == "true"
        elif member in {"category", "signatories", "low", "high"} and re.fullmatch(r"\d+", value):
            found[member] = int(value)
        else:
            found[member] = checked(catalogue, member, value) if value else None
    return found


def _counts(held: Mapping[str, Json] | None) -> list[Mapping[str, Json]]:
    told = (held or {}).get("quantities")
    return [one for one in told if isinstance(one, Mapping)] if isinstance(told, list | tuple) else []


def made(kind: str, fields: dict[str, Json]) -> Finding | Card:
    """Make a finding of members.

    Raises:
        BadMember: The kind has no such member, lacks one it needs, or a value is of the wrong type.
    """
    record = Card if kind == "document" else KINDS[kind]
    known = {field.name for field in dataclasses.fields(record)}
    if unknown := sorted(set(fields) - known - {"kind", "version", "ordinal", "reason"}):
        article = "an" if kind[0] in "aeiou" else "a"
        only = ", ".join(sorted(known - _ONLY_READ))
        raise BadMember(f"{', '.join(unknown)}: {article} {kind} has no such member; it has only {only}")
    try:
        return from_json({"kind": kind, **fields})
    except ValueError as error:
        member = str(error).partition(":")[0]
        raise BadMember(f"{member}: write {_HOW[member]}" if member in _HOW else error) from None
