# SPDX-License-Identifier: Apache-2.0
"""One small text about an invented road, what a reader finds in it, and the batch that records it."""

from __future__ import annotations

from tocsin.ledger import recording
from tocsin.ledger.ledger import Batch
from tocsin.records.findings import Ask, Card, Claim, Finding, Party, Passage
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Origin, Part, Text

CONTENT = "We urge Veltria to open the Tamar corridor. On 3 March 2031 the road was closed."


def text_of(content: str = CONTENT, version: str = "plain/1") -> Text:
    return Text(
        document=digest(content.encode()),
        version=version,
        media_type="text/plain",
        content=content,
        origins=(Origin(start=0, end=3, page=1, offset=7, part="a"),),
        parts=(Part(start=0, end=2, kind="heading", depth=1),),
        main=((0, 5),),
        facts=(("title", "An appeal"),),
    )


def ask_of(content: str = CONTENT, words: str = "open the Tamar corridor", **more: object) -> Ask:
    start = content.index(words)
    place = {"start": start, "end": start + len(words), "quote": words, "by": "ask.test", "force": "urge"}
    return Ask(**({"addressees": (Party(id="veltria", name="Veltria"),)} | place | more))  # type: ignore[arg-type]


def claim_of(when: str | None = "2031-03-03") -> Claim:
    words = "the road was closed"
    start = CONTENT.index(words)
    return Claim(start=start, end=start + len(words), quote=words, by="claim.test", act="blockade", when=when)


def passage_of(content: str = CONTENT) -> Passage:
    return Passage(start=0, end=len(content), quote=content, by="passage.body", role="body")


def batch_of(text: Text, findings: tuple[Finding, ...], card: Card | None = None, *, reader: str = "reader/1") -> Batch:
    original = Original(document=text.document, size_bytes=len(text.content), source="a.txt")
    run = Run(document=text.document, version=text.version, reader=reader, catalogue=digest(b"catalogue"))
    card = card or Card(genre="appeal", issued="2031-03-10")
    return recording.reading(original, text, run, card, findings, author="person:anna")
