# SPDX-License-Identifier: Apache-2.0
"""How fast claims of one event are put together, against comparing the words of every two claims with rapidfuzz.

    .venv/bin/python bench/clusters.py [CLAIMS]

The ledger holds invented claims: ten a document, of a few acts, at a hundred places, over four years.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz, process

from tocsin.catalogue.catalogue import Catalogue, load
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger
from tocsin.linking.clusters import clusters
from tocsin.records.findings import Card, Claim, Party
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

CLAIMS = 50_000
A_DOCUMENT = 10
SAMPLE = 3_000
"""Claims whose words are compared each with each; the peer's time grows with the square of their number."""

ACTS = (
    "bombardment",
    "armed-attack",
    "detention",
    "blockade",
    "denial-of-relief",
    "displacement",
    "destruction-of-homes",
)
FIRST = date(2022, 1, 1).toordinal()


def filled(ledger: Ledger, catalogue: Catalogue, count: int) -> list[str]:
    """Fill a ledger with claims; give their words."""
    chance = random.Random(1)  # noqa: S311 - the same claims in every run, no secret
    places = sorted(catalogue.places)[:100]
    actors = sorted(catalogue.actors)[:40]
    words: list[str] = []
    for number in range(count // A_DOCUMENT):
        quotes = [f"event {chance.randrange(10**9)} at {chance.choice(places)}" for _ in range(A_DOCUMENT)]
        content = f"Report {number}. " + ". ".join(quotes)
        name = digest(content.encode())
        text = Text(document=name, version="plain/1", media_type="text/plain", content=content)
        run = Run(document=name, version="plain/1", reader="bench/1", catalogue=catalogue.digest)
        day = date.fromordinal(FIRST + chance.randrange(1400))
        card = Card(
            genre="news", issued=day.isoformat(), issuers=(Party(id=f"desk-{number % 50}", name=f"Desk {number % 50}"),)
        )
        found = [_claim(chance, content, quote, places, actors, day) for quote in quotes]
        original = Original(document=name, size_bytes=len(content), source=f"{number}.txt")
        ledger.append(recording.reading(original, text, run, card, found, author=run.id))
        words += quotes
    return words


def _claim(chance: random.Random, content: str, quote: str, places: list[str], actors: list[str], day: date) -> Claim:
    start = content.index(quote)
    when = chance.choice((day.isoformat(), day.isoformat(), f"{day.isoformat()}/..", day.isoformat()[:7], None))
    place, actor, target = chance.choice(places), chance.choice(actors), chance.choice(actors)
    return Claim(
        start=start,
        end=start + len(quote),
        quote=quote,
        by="bench",
        act=chance.choice(ACTS),
        when=when,
        places=(Party(id=place, name=place),),
        actors=(Party(id=actor, name=actor),) if chance.random() < 0.5 else (),
        targets=(Party(id=target, name=target),) if chance.random() < 0.5 else (),
    )


def main(count: int) -> None:
    """Print the seconds of both and how many claims a second each compares."""
    catalogue = load()[0]
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
        words = filled(ledger, catalogue, count)
        begun = time.perf_counter()
        found = clusters(ledger, catalogue, Query())
        seconds = time.perf_counter() - begun
    begun = time.perf_counter()
    for quote in words[:SAMPLE]:
        process.extractOne(quote, words[:SAMPLE], scorer=fuzz.token_set_ratio)
    peer = time.perf_counter() - begun
    ours, theirs = count / seconds, min(SAMPLE, count) / peer
    print(f"tocsin    {count:>7} claims → {len(found)} events in {seconds:6.2f} s: {ours:8.0f} claims a second")
    print(f"rapidfuzz {SAMPLE:>7} claims, each with each   in {peer:6.2f} s: {theirs:8.0f} claims a second")
    print(f"ratio     {ours / theirs:.1f} to rapidfuzz {SAMPLE} by {SAMPLE} (which slows as claims are added)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)
