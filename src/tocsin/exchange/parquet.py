# SPDX-License-Identifier: Apache-2.0
"""A listing as a Parquet file, for whoever counts in DuckDB, pandas or R; needs `pip install tocsin[parquet]`."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tocsin.errors import BadRequest
from tocsin.exchange.tables import COLUMNS, words
from tocsin.records.ids import Json


class NoParquet(BadRequest):
    """Parquet is asked for where the library that writes it is not installed."""

    def __init__(self) -> None:
        super().__init__("--format parquet needs DuckDB: pip install 'tocsin[parquet]', or export csv")


def write(kind: str, rows: Iterable[Mapping[str, Json]], path: Path) -> None:
    """Write a listing; every column is text, as in CSV, but with no guard against formulas: nothing runs a cell here.

    Raises:
        NoParquet: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoParquet from error
    columns = COLUMNS[kind]
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.csv"
        with table.open("w", encoding="utf-8", newline="") as held:
            written = csv.writer(held, quoting=csv.QUOTE_ALL)
            written.writerow(columns)
            written.writerows([words(row.get(column)) for column in columns] for row in rows)
        with duckdb.connect() as engine:
            engine.read_csv(str(table), header=True, all_varchar=True, quotechar='"', escapechar='"').write_parquet(
                str(path), compression="zstd"
            )
