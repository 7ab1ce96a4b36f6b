# SPDX-License-Identifier: Apache-2.0
"""The process in which dropped files are opened and read: a line of JSON in, a line out, nothing else on its output."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tocsin import pipeline
from tocsin.desk.desks import Desk
from tocsin.errors import TocsinError
from tocsin.records.plurals import counted
from tocsin.records.problems import Problem
from tocsin.sources.intake import Listed


def main() -> None:
    """Answer every line of standard input until it ends."""
    # What a library prints must not stand among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    began: Mapping[str, Any] = json.loads(sys.stdin.readline())
    _limit(int(began["memory_bytes"]))
    at = Desk(
        ledger_path=Path(began["ledger"]), address=began["address"], packs=tuple(Path(name) for name in began["packs"])
    )
    for line in sys.stdin:
        request: Mapping[str, Any] = json.loads(line)
        try:
            outcomes = _reread(at, request) if request.get("reread") else _read(at, request)
        except (TocsinError, MemoryError) as error:
            told = str(error) or "there is not enough memory to read it; split the file"
            outcomes = [
                {
                    "source": request.get("source"),
                    "status": "rejected",
                    "document": None,
                    "findings": 0,
                    "problems": [told],
                }
            ]
        answers.write(json.dumps({"outcomes": outcomes}) + "\n")
        answers.flush()


def _limit(memory_bytes: int) -> None:
    """Bound this process where the system can: Windows has no such limits."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - absent on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(5)


def _read(at: Desk, request: Mapping[str, Any]) -> list[dict[str, Any]]:
    item = Listed(source=str(request["source"]), path=Path(request["path"]))
    how = pipeline.Intake(by=request.get("by") or None)
    with at.open(new=True) as ledger:
        return [
            {
                "source": outcome.source,
                "status": outcome.status,
                "document": outcome.document,
                "findings": outcome.findings,
                "problems": [_told(problem) for problem in (*outcome.problems, *outcome.notes)],
            }
            for outcome in pipeline.read([item], ledger, at.vault, at.reader, how)
        ]


def _told(problem: Problem) -> str:
    return str(problem)


def _reread(at: Desk, request: Mapping[str, Any]) -> list[dict[str, Any]]:
    with at.open() as ledger:
        done = list(pipeline.reread(ledger, at.reader, by=request.get("by") or None))
    changed = sum(len(item.differences) for item in done)
    read = sum(item.status in {"same", "differs"} for item in done)
    judged = sum(item.judged for item in done)
    stand = f"{counted(judged, 'judged finding')} {'stands' if judged == 1 else 'stand'}"
    told = f"{read} of {counted(len(done), 'document')} read again: {counted(changed, 'difference')}; {stand}"
    return [{"source": "", "status": "read", "document": None, "findings": 0, "problems": [told]}]


if __name__ == "__main__":
    main()
