# SPDX-License-Identifier: Apache-2.0
"""Reviewed listings: a CSV in which a person wrote verdicts, read row by row with the line each row begins on."""

from __future__ import annotations

import csv
import dataclasses
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from tocsin.cli.talk import say
from tocsin.desk.judgements import Asked
from tocsin.errors import BadRequest
from tocsin.records.findings import Card
from tocsin.records.lines import KINDS
from tocsin.records.plurals import counted

OWN = ("finding", "verdict", "why", "seen")
"""Columns that say what is judged and how."""

LISTED = ("kind", "state", "certainty", "source", "document", "title", "issued", "start", "end", "quote", "by")
"""Columns of listings that a reviewer leaves as they are. A card's `title` and `issued` are corrected with `--set`."""

MEMBERS = frozenset(
    {field.name for record in (*KINDS.values(), Card) for field in dataclasses.fields(record)}
    - {*LISTED, "quantities", "evidence"}
)
"""Columns that correct a member; an empty cell leaves it as it is, `null` empties it."""

_VERDICTS = {"confirmed": "confirm", "corrected": "correct", "rejected": "reject"}


class UnreadableCsv(BadRequest):
    """A file is no reviewed CSV."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; the first line names columns, one of them `finding`")


def reviewed(path: str, default: Asked) -> Iterator[Asked]:
    """Read the rows of a CSV (`-` is standard input); what a row leaves out is as in `default`.

    Where there is a column `verdict`, a row whose cell is empty was not reviewed and is passed over.

    Raises:
        UnreadableCsv: The file cannot be read, or has no column `finding`.
    """
    text = _content(path)
    first = text.partition("\n")[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = [(name or "").strip() for name in rows.fieldnames or ()]
    if "finding" not in columns:
        raise UnreadableCsv(path, "it has no column `finding`")
    if extra := sorted({name for name in columns if name} - MEMBERS - {*OWN, *LISTED}):
        say(f"{path}: passed over the columns {', '.join(extra)}")
    rows.fieldnames = columns
    line = rows.line_num + 1
    open_rows = 0
    try:
        for row in rows:
            if "verdict" in columns and not (row["verdict"] or "").strip():
                open_rows += 1
            else:
                yield _row(f"{path} line {line}", row, default)
            line = rows.line_num + 1
    except csv.Error as error:
        raise UnreadableCsv(path, f"line {line}: {error}") from None
    if open_rows:
        say(f"{path}: {counted(open_rows, 'row')} without a verdict passed over")


def _content(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableCsv(path, error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise UnreadableCsv(path, "it is not UTF-8") from None


def _row(where: str, row: dict[str, str], default: Asked) -> Asked:
    cells = {name: value.strip() for name, value in row.items() if name and isinstance(value, str) and value.strip()}
    verdict = cells.get("verdict", default.verdict).casefold()
    seen = cells.get("seen", "")
    pairs = [f"{name}={'' if value == 'null' else value}" for name, value in cells.items() if name in MEMBERS]
    verdict = _VERDICTS.get(verdict, verdict)
    return Asked(
        where=where,
        finding=cells.get("finding", ""),
        verdict=verdict,
        why=cells.get("why", default.why),
        seen=int(seen) if seen.isdigit() else default.seen,
        pairs=(*default.pairs, *pairs) if verdict == "correct" else (),
    )
