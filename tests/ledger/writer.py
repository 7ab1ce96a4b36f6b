# SPDX-License-Identifier: Apache-2.0
"""A writer to be killed: reads numbered texts into a ledger and reports each after it was recorded."""

from __future__ import annotations

import sys

from tests.ledger.samples import ask_of, batch_of, passage_of, text_of
from tocsin.ledger.sqlite import open_ledger


def main(path: str, count: int, prefix: str) -> None:
    """Record `count` texts, each begun with `prefix`."""
    with open_ledger(path) as ledger:
        for number in range(count):
            text = text_of(f"{prefix} {number}: open the Tamar corridor")
            ledger.append(batch_of(text, (ask_of(text.content), passage_of(text.content))))
            print(text.document, flush=True)  # noqa: T201 - its report


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
