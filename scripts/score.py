# SPDX-License-Identifier: Apache-2.0
"""Score findings lines against gold: `score.py GOLD_DIR FINDINGS.jsonl [--json] [--misses LAYER]`.

GOLD_DIR holds NAME.json and, beside it or in the folder given with --texts, the text it annotates (docs/scoring.md).
Matching is one to one, best overlap first; overlap is intersection over union of the two spans.

- ask, claim, quantity: overlap of a half; citation: and the same instrument where gold names one
- time strict: the same span; time relaxed: any overlap; value: the same EDTF among the relaxed
- boilerplate: by character
- layers where gold is not complete (claims, quantities, warnings) are scored by recall, scaled down where there are
  more predictions than one in ROOM words; asks of kind "implicit" are never an error; an ask told again is not scored
- a quote that differs from the text at its offsets is a broken anchor: it scores nothing and is counted
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, TypeAlias

Line: TypeAlias = dict[str, Any]
"""A gold mark or a findings line, as JSON gives it."""

ROOM = {"event": 25, "quantity": 25, "warning": 40, "ask": 20}
"""Words that a document must have for each prediction, else recall is scaled."""

RECALL_LAYERS = (("event", "claim"), ("quantity", "quantity"), ("warning", "warning"))

SAME_STATE = {
    "unitedkingdomofgreatbritainandnorthernireland": "unitedkingdom",
    "uk": "unitedkingdom",
    "unitedstatesofamerica": "unitedstates",
    "usa": "unitedstates",
    "us": "unitedstates",
    "republicofkorea": "southkorea",
    "democraticpeoplesrepublicofkorea": "northkorea",
    "russianfederation": "russia",
    "syrianarabrepublic": "syria",
    "islamicrepublicofiran": "iran",
    "iranislamicrepublicof": "iran",
    "venezuelabolivarianrepublicof": "venezuela",
    "bolivarianrepublicofvenezuela": "venezuela",
    "boliviaplurinationalstateof": "bolivia",
    "plurinationalstateofbolivia": "bolivia",
    "laopeoplesdemocraticrepublic": "laos",
    "republicofmoldova": "moldova",
    "unitedrepublicoftanzania": "tanzania",
    "bruneidarussalam": "brunei",
    "czechia": "czechrepublic",
    "libyanarabjamahiriya": "libya",
    "theformeryugoslavrepublicofmacedonia": "macedonia",
    "formeryugoslavrepublicofmacedonia": "macedonia",
    "northmacedonia": "macedonia",
    "trkiye": "turkey",
    "turkiye": "turkey",
    "slovakrepublic": "slovakia",
    "democraticrepublicofthecongo": "drcongo",
    "ctedivoire": "cotedivoire",
    "ivorycoast": "cotedivoire",
    "capeverde": "caboverde",
    "eswatini": "swaziland",
    "burma": "myanmar",
    "bosniaandherzegovina": "bosniaherzegovina",
    "thestateofpalestine": "palestine",
    "stateofpalestine": "palestine",
}


def overlap(a: Line, b: Line) -> float:
    """Give the intersection over union of two spans."""
    inter = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return 0.0 if inter <= 0 else inter / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def half(a: Line, b: Line) -> float:
    """Give the overlap where it is a half or more."""
    return value if (value := overlap(a, b)) >= 0.5 else 0.0


def pair(gold: list[Line], found: list[Line], rule: Callable[[Line, Line], float]) -> list[tuple[int, int]]:
    """Pair gold with predictions one to one, best first; gives (gold index, prediction index)."""
    candidates = sorted(
        (
            (rule(g, p), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(found)
            if p["start"] < g["end"] and g["start"] < p["end"]
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for score, i, j in candidates:
        if score > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def _edge(value: str, *, last: bool) -> int | None:
    value = re.sub(r"[~?%]", "", value)
    if value in {"", ".."}:
        return 10**9 if last else -(10**9)
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?.*", value)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return dt.date(year, month, day).toordinal()
    if not last:
        return dt.date(year, month or 1, 1).toordinal()
    ends_year = not month or month == 12
    after = dt.date(year + ends_year, 1 if ends_year else month + 1, 1)
    return after.toordinal() - 1


def bounds(edtf: str | None) -> tuple[int, int] | None:
    """Give the first and last day that an EDTF value allows, as ordinals; None where it has no calendar value."""
    if not edtf or edtf.startswith("P"):
        return None
    first, _, second = edtf.partition("/")
    low, high = _edge(first, last=False), _edge(second or first, last=True)
    return None if low is None or high is None else (low, high)


def same_time(gold: str, got: str | None) -> bool:
    """Say whether two values overlap and the second is at most twice as wide (or three days)."""
    a, b = bounds(gold), bounds(got)
    if not a or not b:
        return gold == got
    return max(a[0], b[0]) <= min(a[1], b[1]) and b[1] - b[0] <= max(3, 2 * (a[1] - a[0]))


def plain(name: str | None) -> str:
    """Reduce a name or an id to letters, one form a state."""
    key = re.sub(r"[^a-z]", "", (name or "").lower().removeprefix("the "))
    return SAME_STATE.get(key, key)


def names(found: Line, member: str) -> set[str]:
    """Give the names and ids of a finding's parties as comparable keys."""
    keys = set()
    for party in found.get(member) or ():
        for name in (party.get("name"), party.get("id")) if isinstance(party, dict) else (party,):
            if name:
                keys.add(plain(name))
    return keys


@dataclass
class Tally:
    """Counts of one layer over a set."""

    tp: float = 0
    fp: float = 0
    fn: float = 0
    judged: float = 0
    extra: Counter[str] = field(default_factory=Counter)

    def note(self, name: str, *, right: bool) -> None:
        """Count one judgement of a member."""
        self.extra[name + ":of"] += 1
        self.extra[name + ":ok"] += right

    def row(self) -> dict[str, float | int | None]:
        """Give precision, recall, F1, the size of the gold and the share right of each member."""
        p = self.judged / (self.judged + self.fp) if self.judged + self.fp else None
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else None
        f = 2 * p * r / (p + r) if p and r else (0.0 if p is not None and r is not None else None)
        out: dict[str, float | int | None] = {"precision": p, "recall": r, "f1": f, "gold": round(self.tp + self.fn)}
        for name in sorted({key.rsplit(":", 1)[0] for key in self.extra}):
            of = self.extra[name + ":of"]
            out[name] = self.extra[name + ":ok"] / of if of else None
        return out


@dataclass
class Sheet:
    """One document: its gold, its text and what was found in it; and where the counts and misses go."""

    gold: Line
    text: str
    found: list[Line]
    tallies: dict[str, Tally]
    misses: dict[str, list[tuple[str, str]]]

    def layer(self, name: str) -> list[Line]:
        """Give the gold marks of a layer."""
        return [mark for mark in self.gold["marks"] if mark["layer"] == name]

    def kind(self, name: str) -> list[Line]:
        """Give the predictions of a kind."""
        return [line for line in self.found if line["kind"] == name]

    def miss(self, layer: str, lines: Iterable[Line]) -> None:
        """Remember what was not found, or should not have been."""
        self.misses[layer] += [(self.gold["document"], line.get("quote", "")) for line in lines]


def _left(lines: list[Line], used: set[int]) -> list[Line]:
    return [line for i, line in enumerate(lines) if i not in used]


def score_paragraphs(sheet: Sheet, found: list[Line]) -> None:
    """Score asks where gold judges whole operative paragraphs."""
    tally = sheet.tallies["ask"]
    for gold in sheet.layer("ask"):
        hit = [p for p in found if gold["start"] - 12 <= p["start"] < gold["end"]]
        if hit:
            tally.tp += 1
            tally.judged += 1
            forces = {p.get("force") for p in hit}
            tally.note("force", right=gold["force"] in forces and len(forces) <= 2)
            room = 2 + len(re.findall(r"\n\s*\([a-z]+\)|;|\band\b", gold["quote"]))
            tally.fp += max(0, len(hit) - room)
        else:
            tally.fn += 1
            sheet.miss("ask", [gold])
    for gold in sheet.layer("not-ask"):
        wrong = [p for p in found if gold["start"] - 12 <= p["start"] < gold["end"] and p.get("explicit", True)]
        tally.fp += len(wrong)
        sheet.miss("ask-false", wrong)


def score_asks(sheet: Sheet) -> None:
    """Score asks by span, then what each says of its parties, force and status."""
    found = [f for f in sheet.kind("ask") if not f.get("reported")]
    if zone := sheet.gold.get("zone"):
        found = [p for p in found if zone[0] <= p["start"] < zone[1]]
    if sheet.gold.get("judge") == "paragraph":
        score_paragraphs(sheet, found)
        return
    tally = sheet.tallies["ask"]
    hard = [g for g in sheet.layer("ask") if g.get("kind") != "implicit"]
    soft = [g for g in sheet.layer("ask") if g.get("kind") == "implicit"]
    pairs = pair(hard, found, half)
    judged = sheet.gold.get("complete", 1) >= 0.95
    tally.tp += len(pairs)
    tally.fn += len(hard) - len(pairs)
    tally.judged += len(pairs) * judged
    if not judged and len(found) > len(sheet.text.split()) / ROOM["ask"]:
        tally.fn += len(pairs)
        tally.tp -= len(pairs)
    sheet.miss("ask", _left(hard, {i for i, _ in pairs}))
    if judged:
        wrong = [p for p in _left(found, {j for _, j in pairs}) if not any(overlap(p, g) > 0 for g in soft)]
        tally.fp += len(wrong)
        sheet.miss("ask-false", wrong)
    for i, j in pairs:
        _members(tally, hard[i], found[j])


def _members(tally: Tally, gold: Line, found: Line) -> None:
    if gold.get("to") is not None:
        want = {plain(x) for x in gold["to"]}
        few = len(found.get("addressees") or ()) <= len(want) + bool(gold.get("may"))
        tally.note("addressee", right=want <= names(found, "addressees") and few)
    if gold.get("force"):
        tally.note("force", right=found.get("force") == gold["force"])
    if gold.get("askers"):
        want = {plain(x) for x in gold["askers"]}
        few = bool(gold.get("may")) or len(found.get("askers") or ()) <= len(want)
        tally.note("asker", right=want <= names(found, "askers") and few)
    if gold.get("status"):
        tally.note("status", right=found.get("status") == gold["status"])


def score_citations(sheet: Sheet) -> None:
    """Score citations by span and instrument, then pinpoints."""
    gold, found = sheet.layer("citation"), sheet.kind("citation")
    if not gold:
        return
    tally = sheet.tallies["citation"]
    paragraph = sheet.gold.get("judge") == "paragraph"
    pairs = pair(gold, found, lambda g, p: half(g, p) if g.get("instrument") in {None, p.get("instrument")} else 0.0)
    tally.tp += len(pairs)
    tally.fn += len(gold) - len(pairs)
    tally.judged += len(pairs) * (not paragraph)
    if not paragraph:
        tally.fp += sum(not any(overlap(x, y) > 0 for y in gold) for x in _left(found, {j for _, j in pairs}))
    sheet.miss("citation", _left(gold, {i for i, _ in pairs}))
    for i, j in pairs:
        if gold[i].get("pinpoint"):
            tally.note("pinpoint", right=found[j].get("pinpoint") == gold[i]["pinpoint"])


def score_times(sheet: Sheet) -> None:
    """Score times by the same span, by any overlap, and by value."""
    gold, found = sheet.layer("time"), sheet.kind("time")
    if not gold:
        return
    rules: tuple[tuple[str, Callable[[Line, Line], float]], ...] = (
        ("time strict", lambda g, p: float((g["start"], g["end"]) == (p["start"], p["end"]))),
        ("time relaxed", overlap),
    )
    for name, rule in rules:
        tally, pairs = sheet.tallies[name], pair(gold, found, rule)
        tally.tp += len(pairs)
        tally.judged += len(pairs)
        tally.fn += len(gold) - len(pairs)
        tally.fp += len(found) - len(pairs)
    sheet.miss("time", _left(gold, {i for i, _ in pairs}))
    for i, j in pairs:
        tally.note("value", right=found[j].get("edtf") == gold[i]["edtf"])


def _recalled(gold: Line, found: Line) -> float:
    whole = found["start"] <= gold["start"] and gold["end"] <= found["end"]
    near = found["end"] - found["start"] <= max(400, 4 * (gold["end"] - gold["start"]))
    return half(gold, found) or 0.4 * (whole and near)


def score_recall(sheet: Sheet) -> None:
    """Score claims, quantities and warnings: recall, scaled where there are too many."""
    words = len(sheet.text.split())
    for name, kind in RECALL_LAYERS:
        gold, found = sheet.layer(name), sheet.kind(kind)
        if not gold:
            continue
        tally, pairs = sheet.tallies[name], pair(gold, found, _recalled)
        kept = len(pairs) * min(1.0, (words / ROOM[name] + len(gold)) / max(1, len(found)))
        tally.tp += kept
        tally.fn += len(gold) - kept
        sheet.miss(name, _left(gold, {i for i, _ in pairs}))
        for i, j in pairs:
            if name == "event":
                if gold[i].get("edtf"):
                    tally.note("when", right=same_time(gold[i]["edtf"], found[j].get("when")))
                tally.note("act", right=found[j].get("act") == gold[i]["type"])
            elif name == "quantity":
                tally.note("value", right=found[j].get("value") == gold[i]["value"])


def score_boilerplate(sheet: Sheet) -> None:
    """Score passages of role boilerplate by character, white space apart."""
    marks = sheet.layer("boilerplate")
    if not marks and not sheet.gold.get("judge_boilerplate"):
        return

    def characters(spans: Iterable[Line]) -> set[int]:
        return {i for s in spans for i in range(s["start"], s["end"]) if not sheet.text[i].isspace()}

    gold = characters(marks)
    found = characters(p for p in sheet.kind("passage") if p.get("role") == "boilerplate")
    tally = sheet.tallies["boilerplate"]
    tally.tp += len(gold & found)
    tally.judged += len(gold & found)
    tally.fn += len(gold - found)
    tally.fp += len(found - gold)


def score_card(sheet: Sheet) -> None:
    """Score the document's own facts."""
    meta, card = sheet.gold.get("meta", {}), next(iter(sheet.kind("document")), {})
    tally = sheet.tallies["document"]
    for member, got in (("date", "issued"), ("genre", "genre"), ("signatories", "signatories")):
        if meta.get(member) is not None:
            tally.note(member, right=card.get(got) == meta[member])
    for member, got in (("issuer", "issuers"), ("carrier", "carriers"), ("addressees", "addressees")):
        if meta.get(member):
            want = {plain(x) for x in meta[member]}
            tally.note(member, right=want <= names(card, got))


def _recalled_asks(tallies: dict[str, Tally]) -> tuple[float, float]:
    return tallies["ask"].tp, tallies["ask"].fn


def score(
    gold_dir: Path, lines: Iterable[Line], texts: Path | None = None
) -> tuple[dict[str, dict[str, float | int | None]], int, dict[str, list[tuple[str, str]]]]:
    """Score findings lines; gives the rows by layer, the number of broken anchors and the misses by layer."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    misses: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_source: dict[str, list[Line]] = defaultdict(list)
    for found in lines:
        by_source[PurePath(found["source"]).name].append(found)
    broken = 0
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = ((texts or path.parent) / gold["document"]).read_text(encoding="utf-8")
        kept = []
        for line in by_source.get(gold["document"], ()):
            if line["kind"] != "document" and text[line["start"] : line["end"]] != line["quote"]:
                broken += 1
            else:
                kept.append(line)
        sheet = Sheet(gold, text, kept, tallies, misses)
        before = _recalled_asks(tallies)
        for layer in (score_asks, score_citations, score_times, score_recall, score_boilerplate, score_card):
            layer(sheet)
        if side := gold.get("meta", {}).get("side"):
            # Recall by side: a reader that hears one side better than the other shows here.
            tally = tallies[f"ask, {side}"]
            after = _recalled_asks(tallies)
            tally.tp += after[0] - before[0]
            tally.fn += after[1] - before[1]
    return {name: tally.row() for name, tally in tallies.items()}, broken, misses


def table(rows: dict[str, dict[str, float | int | None]], broken: int) -> str:
    """Print the rows as text."""

    def cell(value: float | None) -> str:
        if value is None:
            return "   -  "
        return f"{value:6.3f}" if isinstance(value, float) else f"{value:6d}"

    out = []
    for name, row in rows.items():
        hidden = ("precision", "recall", "f1", "gold") if name == "document" else ()
        out.append(f"{name:13} " + "  ".join(f"{k} {cell(v)}" for k, v in row.items() if k not in hidden))
    return "\n".join([*out, f"broken anchors {broken}"])


def main() -> None:
    """Score from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("findings", help="a file, or - for standard input")
    parser.add_argument("--texts", type=Path, help="the folder of the texts, if not beside the gold")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", metavar="LAYER")
    args = parser.parse_args()
    read = sys.stdin.read() if args.findings == "-" else Path(args.findings).read_text(encoding="utf-8")
    rows, broken, misses = score(args.gold, map(json.loads, read.splitlines()), args.texts)
    if args.json:
        print(json.dumps({"layers": rows, "broken_anchors": broken}))
    elif args.misses:
        print("\n".join(f"{document}: {quote[:200]!r}" for document, quote in misses[args.misses]))
    else:
        print(table(rows, broken))


if __name__ == "__main__":
    main()
