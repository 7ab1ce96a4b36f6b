# SPDX-License-Identifier: Apache-2.0
"""Ledgers of papers said by the test: who issued them when, whom they address, what they ask, warn of and claim."""

from __future__ import annotations

from dataclasses import dataclass

from tests.ledger.contract import Clock
from tocsin.ledger import recording
from tocsin.ledger.memory import MemoryLedger
from tocsin.records.findings import Ask, Card, Claim, Finding, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest, digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text


def parties(given: str) -> tuple[Party, ...]:
    """Make parties of ids with blanks between them."""
    return tuple(Party(id=one, name=one) for one in given.split())


@dataclass
class Says:
    """A finding in waiting: its words are written into the paper's text one after another."""

    words: str
    kind: str
    members: dict[str, object]

    def at(self, start: int) -> Finding:
        place = {"start": start, "end": start + len(self.words), "quote": self.words, "by": f"{self.kind}.test"}
        made = {"ask": Ask, "warning": Warning, "claim": Claim}[self.kind]
        return made(**{**place, **self.members})  # type: ignore[no-any-return]


def ask(words: str, to: str, by: str = "", **more: object) -> Says:
    """Ask bodies for something."""
    return Says(words, "ask", {"addressees": parties(to), "askers": parties(by), "force": "urge", **more})


def warns(words: str, harm: str, at: str = "", **more: object) -> Says:
    """Warn of a harm at places."""
    return Says(words, "warning", {"harm": harm, "places": parties(at), **more})


def claims(words: str, act: str, when: str | None = None, at: str = "", by: str = "", **more: object) -> Says:
    """Claim that an act was done at places by actors."""
    members = {"act": act, "when": when, "places": parties(at), "actors": parties(by)}
    return Says(words, "claim", {**members, **more})


class Papers:
    """A ledger in memory that papers are put into."""

    def __init__(self) -> None:
        self.ledger = MemoryLedger(clock=Clock())

    def put(
        self,
        issuer: str,
        issued: str | None,
        *said: Says,
        to: str | tuple[Party, ...] = "",
        genre: str = "statement",
        head: str = "",
    ) -> Digest:
        """Record a paper; give its digest."""
        content = f"{head or f'Paper of {issuer} of {issued}'}\n"
        findings = []
        for one in said:
            findings.append(one.at(len(content)))
            content += one.words + "\n"
        name = digest(content.encode())
        addressees = parties(to) if isinstance(to, str) else to
        run = Run(document=name, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
        card = Card(genre=genre, title=head or None, issued=issued, issuers=parties(issuer), addressees=addressees)
        text = Text(document=name, version="plain/1", media_type="text/plain", content=content)
        original = Original(document=name, size_bytes=len(content), source=f"{issuer or 'nobody'}.txt")
        self.ledger.append(recording.reading(original, text, run, card, tuple(findings), author=run.id))
        return name
