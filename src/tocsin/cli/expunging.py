# SPDX-License-Identifier: Apache-2.0
"""The verb `expunge`: words that endanger a person are destroyed under a recorded entry."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from tocsin import pipeline
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.people import NoSuchFinding, NotInLedger, document_named, finding_named
from tocsin.cli.talk import say
from tocsin.errors import BadRequest
from tocsin.ledger import expunging
from tocsin.ledger.expunging import Expunging
from tocsin.ledger.failures import UnknownEntry, UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.records.ids import Digest, digest
from tocsin.records.plurals import counted


class NotExpunged(BadRequest):
    """It was not said that it is meant."""

    def __init__(self) -> None:
        super().__init__("nothing was destroyed; if all of this is to be destroyed for good, say --yes")


class NothingThere(BadRequest):
    """The name is no document's, finding's or entry's."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{given}: no document, finding or entry of this ledger has this name; nothing was destroyed")


@click.command()
@click.argument("what")
@click.option("--by", "handle", required=True, metavar="HANDLE", help="Who has it destroyed.")
@click.option("--why", required=True, metavar="TEXT", help="Why; this stays, so name nobody in it.")
@click.option("--yes", is_flag=True, help="Destroy it; without this, only tell what would go.")
@desk_options
def expunge(what: str, handle: str, why: str, yes: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Destroy the words of a document, a finding or an entry for good; that it was done stays, and the chain holds.

    WHAT is a file, the name it was read by, a digest, a finding's id or an entry's id. Of a document the text, all its
    findings and the original in the vault go. Backups and exports made before are out of reach (docs/safety.md).

    Example: tocsin expunge statement.txt --by lia --why "asked by a person at risk" --yes
    """
    at = desk(ledger, packs)
    with at.open() as held:
        meant = _meant(held, what)
        originals = [name for name in meant.originals if at.vault.held(name)]
        say(f"{counted(len(meant.entries), 'entry', 'entries')}, {counted(len(originals), 'original')} in the vault")
        for line in meant.stays:
            say(line)
        if not yes:
            raise NotExpunged
        made = pipeline.expunge(held, at.vault, meant, author=f"person:{handle}", reason=why)
        say(f"destroyed; recorded as entry {made.seq}" if made else "destroyed what was left in the vault")


def _meant(ledger: Ledger, what: str) -> Expunging:
    document = _document(ledger, what)
    if document is not None:
        return expunging.of_document(ledger, document)
    try:
        finding = finding_named(ledger, what)
        ledger.state(finding)
    except (NoSuchFinding, UnknownFinding):
        try:
            return expunging.of_entry(ledger.entry(Digest(what)))
        except (UnknownEntry, ValueError):
            raise NothingThere(what) from None
    return expunging.of_finding(ledger, finding)


def _document(ledger: Ledger, what: str) -> Digest | None:
    with contextlib.suppress(NotInLedger):
        return document_named(ledger, what)
    wanted = {what, digest(Path(what).read_bytes())} if Path(what).is_file() else {what}
    found = (entry.subject for entry in ledger.entries(kind="document") if entry.subject in wanted)
    return next(found, None)  # one of which the text is gone, but not yet the original


VERBS = (expunge,)
