# SPDX-License-Identifier: Apache-2.0
"""Verbs that keep the ledger: `verify`."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin import pipeline
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.reading import progress
from tocsin.cli.talk import say, show_json


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Give the counts as a JSON array of one row.")
@desk_options
def verify(as_json: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Hash every entry, text, quote and original again; name the first broken promise and exit 3.

    An original that is not in the vault is "not held", which is no broken promise. Example: tocsin verify
    """
    at = desk(ledger, packs)
    with at.open() as held, progress(100, "verifying") as bar:

        def told(done: int, of: int) -> None:
            bar.update(int(100 * done / max(1, of)) - bar.pos)

        found = held.verify(told)
        originals = pipeline.verify_originals(held, at.vault)
    if as_json:
        show_json(
            [
                {
                    "entries": found.entries,
                    "expunged": found.expunged,
                    "texts": found.texts,
                    "quotes": found.quotes,
                    "originals": originals.held,
                    "not_held": originals.not_held,
                    "head": found.head.seq,
                    "chain": found.head.chain,
                }
            ]
        )
        return
    say(
        f"{found.entries} entries, {found.texts} texts, {found.quotes} quotes: every promise holds"
        f"{f'; {found.expunged} payloads expunged' if found.expunged else ''}"
    )
    say(f"{originals.held} originals hashed again, {originals.not_held} not held")
    say(f"head: entry {found.head.seq}, {found.head.chain}")


VERBS = (verify,)
