# SPDX-License-Identifier: Apache-2.0
"""The lines that the models of words are trained on: training/*.tsv, and marked texts by which asks are tested."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.marked import plain
from tocsin.catalogue.catalogue import load
from tocsin.reading.asks.likely import RUNNING
from tocsin.reading.read import Reader
from tocsin.records.ids import digest
from tocsin.records.texts import Text

LINES = Path("training")
FOLDS, RUN = 5, 20
"""Parts that lines are held out in, and lines in a row that stay in one part."""
MARKED = Path("tests/reading/asks")
_MARK = re.compile(r"[{}<>]")
_SMALL = re.compile(r"\b[a-zà-ÿ][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of training: its labels, its text without marks, which stretches of it are action and whom."""

    labels: str
    text: str
    action: tuple[tuple[int, int], ...]
    whom: tuple[tuple[int, int], ...]
    source: str


def line(given: str, source: str) -> Line:
    """Read a line: `LABELS<TAB>text` with `{action}` and `<whom>`."""
    labels, _, marked = given.partition("\t")
    text, opened = "", {}
    spans: dict[str, list[tuple[int, int]]] = {"{": [], "<": []}
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark.group() in "{<":
            opened[mark.group()] = len(text)
        else:
            kind = "{" if mark.group() == "}" else "<"
            if kind not in opened:
                raise SystemExit(f"{source}: a mark is closed that was not opened: {given}")
            spans[kind].append((opened.pop(kind), len(text)))
    if opened:
        raise SystemExit(f"{source}: a mark is not closed: {given}")
    return Line(labels, text + marked[last:], tuple(spans["{"]), tuple(spans["<"]), source)


def read() -> list[Line]:
    """Read all lines of training."""
    return [
        line(given, path.stem)
        for path in sorted(LINES.glob("*.tsv"))
        for given in path.read_text(encoding="utf-8").splitlines()
        if given.strip()
    ]


def quiet() -> list[Line]:
    """Give the sentences that ask nothing of the marked texts by which the constructions of asking are tested."""
    reader = Reader(load()[0])
    found = []
    for path in sorted(MARKED.glob("marked*.txt")):
        for marked in re.split(r"^=== .+\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            content, marks = plain(marked)
            asked = [(mark.start, mark.end) for mark in marks if mark.layer == "ask"]
            given = Text(document=digest(b""), version="plain/1", media_type="text/plain", content=content)
            for start, end, role in reader.sentences(given):
                if role in RUNNING and not any(low < end and start < high for low, high in asked):
                    found.append(Line("N", content[start:end], (), (), "marked"))
    return found


def plain_words(lines: Sequence[Line]) -> frozenset[str]:
    """Give the words that stand in small letters somewhere, so that a capital at a beginning is no name's."""
    return frozenset(word.lower() for one in lines for word in _SMALL.findall(one.text)) | {"i"}


def train(
    options: Sequence[str],
    lines: Sequence[Line],
    fitted: Callable[[Sequence[Line]], str],
    measured: Callable[[Sequence[Line], str], Counter[str]],
    target: Path,
) -> None:
    """Fit all lines and write the table; with `--measure` only count how lines are judged that were not learnt from."""
    print(Counter(one.labels for one in lines))
    if "--measure" not in options:
        target.write_text(fitted(lines), encoding="utf-8")
        print(f"{target.name}: {target.stat().st_size} bytes")
        return
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        learnt = [one for number, one in enumerate(lines) if number // RUN % FOLDS != fold]
        held = [one for number, one in enumerate(lines) if number // RUN % FOLDS == fold]
        total += measured(held, fitted(learnt))
    print(dict(sorted(total.items())))
