# SPDX-License-Identifier: Apache-2.0
"""The verb `voices`: how many independent texts stand behind the documents, the copies of each, and their diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from tocsin.cli.cards import POSSIBLE, headline, wrapped
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.people import document_named
from tocsin.cli.talk import say, show, show_json
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.copy_kinds import Copy, VoiceCard, voice_cards
from tocsin.linking.voices import hold
from tocsin.linking.voices import voices as grouped
from tocsin.linking.word_diffs import Change, word_diff
from tocsin.linking.wordings import Wordings
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted

_SHORT = 12
"""Words at either end of an unchanged stretch that a diff shows."""


class NotSaid(BadRequest):
    """A person's word lacks the person or the reason."""

    def __init__(self) -> None:
        super().__init__("--same and --different are kept with who says so and why: add --by HANDLE and --why TEXT")


class NoText(BadRequest):
    """A document has no text to compare."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{given}: this ledger holds no text of it by the clocks asked for, so there is no diff")


@click.command()
@click.option("--copied", is_flag=True, help="Only voices of more than one document, or carried by another.")
@click.option("--diff", nargs=2, metavar="DOCUMENT DOCUMENT", help="Show word by word where two copies differ.")
@click.option("--same", nargs=2, metavar="DOCUMENT DOCUMENT", help="Record that two documents are one text.")
@click.option("--different", nargs=2, metavar="DOCUMENT DOCUMENT", help="Record that the first is another text.")
@click.option("--by", "--as", "handle", metavar="HANDLE", help="Who says that they are the same, or different.")
@click.option("--why", metavar="TEXT", help="Why.")
@listing_options(happened=False)
def voices(
    copied: bool,
    diff: tuple[str, str] | None,
    same: tuple[str, str] | None,
    different: tuple[str, str] | None,
    handle: str | None,
    why: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """Count the independent texts behind the documents; show the earliest text of each and its copies, with reasons.

    Reprints, excerpts, versions with changes and carriers of one text are one voice; two texts of one issuer are two.
    DOCUMENT is a file, the name it was read by, or a digest. What the machine groups is a suggestion: --same and
    --different outweigh it, and `tocsin judge undo ENTRY` withdraws them.

    Example: tocsin voices --published-by 2025-03-31

    Example: tocsin voices --diff 03-agency-report.html 04-reprint.txt
    """
    at = desk(ledger, packs)
    query = Clocks(**clocks).query()
    with at.open() as held:
        hidden = withholding(at, held, query)
        if same or different:
            _hold(held, same or different or ("", ""), same=bool(same), handle=handle, why=why)
        elif diff:
            _diff(held, query, diff, hidden, as_json=as_json)
        else:
            _list(held, query, hidden, copied=copied, as_json=as_json)


def _hold(ledger: Ledger, pair: tuple[str, str], *, same: bool, handle: str | None, why: str | None) -> None:
    if not handle or not why:
        raise NotSaid
    first, second = (document_named(ledger, given) for given in pair)
    entry = hold(ledger, first, second, same=same, handle=handle, reason=why)
    now = grouped(ledger, Query())
    one = "one voice" if now.of(first) == now.of(second) else "two voices"
    say(f"{pair[0]} and {pair[1]} are {one}; `tocsin judge undo {entry.id.removeprefix('sha256:')[:12]}` withdraws it")


def _list(ledger: Ledger, query: Query, hidden: Withholding | None, *, copied: bool, as_json: bool) -> None:
    found = grouped(ledger, query)
    held = [_withheld(card, hidden) for card in voice_cards(ledger, query, found)]
    listed = [card for card in held if not copied or len(card.copies) > 1 or card.carried_in]
    if as_json:
        show_json(card.to_json() for card in listed)
        return
    if not held:
        say(f"No voice {among(ledger, query)}.")
        return
    show(f"{counted(len(found.voice_of), 'document')} → {counted(len(held), 'voice')}")
    for line in lines(listed):
        show(line)
    say("A voice here is an independent text: two papers of one issuer are two. `timeline --together` counts speakers.")


def _withheld(card: VoiceCard, hidden: Withholding | None) -> VoiceCard:
    if hidden is None:
        return card
    copies = tuple(replace(copy, shelved=hidden.shelved(copy.shelved)) for copy in card.copies)
    return replace(card, copies=copies, carried_in=tuple(hidden.shelved(item) for item in card.carried_in))


def lines(cards: Iterable[VoiceCard]) -> Iterator[str]:
    """Give the lines of voices: the earliest text, then its copies; possible ones after all certain ones."""
    held = list(cards)
    for certainty in ("certain", "possible"):
        part = [card for card in held if card.copies[0].shelved.certainty == certainty]
        if part and certainty == "possible":
            yield ""
            yield POSSIBLE
        for card in part:
            yield ""
            yield from voice(card)


def voice(card: VoiceCard) -> Iterator[str]:
    """Give the lines of one voice."""
    earliest, *others = card.copies
    yield headline(earliest.shelved)
    signed = f" · {counted(card.signatories, 'signature')}" if card.signatories is not None else ""
    many = f" · {counted(len(card.copies), 'document')}" if others else ""
    yield f"    {earliest.shelved.source}{many}{signed}"
    for copy in others:
        yield from _copy(copy)
    for item in card.carried_in:
        yield wrapped(f"carried in {item.issued} · {item.title} – {item.issuers} ({item.source})", "    ")


def _copy(copy: Copy) -> Iterator[str]:
    kind = "held for the same" if copy.kind == "held" else copy.kind
    possible = " (possible)" if copy.shelved.certainty == "possible" else ""
    yield wrapped(f"{kind}: {headline(copy.shelved)}{possible}", "    ")
    yield wrapped(f"{copy.shelved.source} · {'; '.join(copy.reasons)}", "        ")


def _diff(ledger: Ledger, query: Query, pair: tuple[str, str], hidden: Withholding | None, *, as_json: bool) -> None:
    names = tuple(document_named(ledger, given) for given in pair)
    held = shelf(ledger, query)
    texts = Wordings(ledger, query, held)
    for given, name in zip(pair, names, strict=True):
        if name not in texts.outlines:
            raise NoText(given)
    first, second = ((texts.body(name), ledger.text(name, texts.versions[name]).content) for name in names)
    changes = [_masked(change, names, hidden) for change in word_diff(first, second)]
    if as_json:
        show_json(change.to_json() for change in changes)
        return
    for mark, name in zip("-+", names, strict=True):
        item = held[name] if hidden is None else hidden.shelved(held[name])
        show(wrapped(f"{mark} {headline(item)} ({item.source})", ""))
    for change in changes:
        for line in _change(change):
            show(line)


def _masked(change: Change, names: tuple[Digest, ...], hidden: Withholding | None) -> Change:
    if hidden is None:
        return change
    first, second = hidden.masked(names[0], change.first), hidden.masked(names[1], change.second)
    return replace(change, first=first, second=second)


def _change(change: Change) -> Iterator[str]:
    if change.kind == "same":
        words = change.first.split()
        short = len(words) <= 2 * _SHORT
        told = (
            change.first
            if short
            else " ".join([*words[:_SHORT], f"[… {len(words) - 2 * _SHORT} words …]", *words[-_SHORT:]])
        )
        yield wrapped(told, "  ")
        return
    if change.first:
        yield wrapped(f"{change.first} [{change.in_first[0]}:{change.in_first[1]}]", "- ")
    if change.second:
        yield wrapped(f"{change.second} [{change.in_second[0]}:{change.in_second[1]}]", "+ ")


VERBS = (voices,)
