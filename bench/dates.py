# SPDX-License-Identifier: Apache-2.0
"""Print the share of a date recognisers' specification set that is found: `python bench/dates.py [FOLDER]`.

FOLDER holds JSON lists of cases with `Input`, `Results` (each with `Text`) and perhaps `Context.ReferenceDateTime`. The
sets that are about are conversational ("remind me at 5"); this is a regression figure, no target.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Time
from tocsin.records.ids import digest
from tocsin.records.texts import Text


def found(reader: Reader, case: dict[str, Any]) -> Iterator[bool]:
    content = case["Input"]
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    issued = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
    quotes = [f.quote.lower() for f in reader.read(text, given=issued).findings if isinstance(f, Time)]
    for result in case["Results"]:
        wanted = result["Text"].lower()
        yield any(quote in wanted or wanted in quote for quote in quotes)


def main(folder: Path) -> None:
    if not folder.is_dir():
        print(f"{folder}: not on this machine; name the folder of the set")
        return
    reader = Reader(load()[0])
    for path in sorted(folder.glob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8-sig"))
        hits = [hit for case in cases for hit in found(reader, case)]
        print(f"{path.stem:20} {sum(hits):4} of {len(hits):4}  {sum(hits) / max(1, len(hits)):.2f}")


SETS = Path(os.environ.get("TOCSIN_SETS", Path(__file__).parents[2] / "shared"))
main(Path(sys.argv[1]) if len(sys.argv) > 1 else SETS / "corpora" / "dates")
