# SPDX-License-Identifier: Apache-2.0
"""Measure claims against keys made by others: `python bench/events.py [--misses LAYER]`.

MUC-3/4 answer keys (Latin American news, 1988-90), infobox facts of Wikipedia's pages on conflicts, and accusations
marked in Security Council speeches. None of them marks claims as this reader means them, so each figure says how often
a fact of the key is found in some claim of the same document; nothing is tuned to a single text. A set that is absent
is skipped with the reason. Set TOCSIN_CORPORA to the folder that holds `events`, `wikipedia_conflicts`, `speeches`.
"""

from __future__ import annotations

import csv
import os
import re
import sys
from calendar import month_name
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Card, Claim
from tocsin.records.ids import digest
from tocsin.records.texts import Text

CORPORA = Path(os.environ.get("TOCSIN_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "corpora"))
MUC_ACTS = {
    "ATTACK": "armed-attack killing mass-killing assassination execution injury bombardment destruction seizure",
    "BOMBING": "bombing bombardment armed-attack destruction",
    "KIDNAPPING": "abduction detention enforced-disappearance arrest",
    "ARSON": "arson destruction",
    "ROBBERY": "looting seizure",
    "FORCED WORK STOPPAGE": "work-stoppage blockade protest",
}
MONTHS = {name[:3].upper(): number for number, name in enumerate(month_name) if name}
DAY = re.compile(r"(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{2,4})")
TALLY: dict[str, Counter[str]] = defaultdict(Counter)
MISSES: dict[str, list[str]] = defaultdict(list)


def note(row: str, *, found: bool, what: str) -> None:
    TALLY[row]["of"] += 1
    TALLY[row]["ok"] += found
    if not found:
        MISSES[row].append(what)


def claims(reader: Reader, content: str) -> tuple[Card, list[Claim]]:
    reading = reader.read(
        Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    )
    return reading.card, [found for found in reading.findings if isinstance(found, Claim)]


def days(edtf: str | None) -> tuple[int, int] | None:
    """Give the first and last day that an EDTF value allows."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    low, high = _edge(first, 0), _edge(last or first, 1)
    return None if low is None or high is None else (low, high)


def _edge(value: str, last: int) -> int | None:
    if value in ("", ".."):
        return 10**7 if last else 0
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value.replace("~", "").replace("?", ""))
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or (12 if last else 1)), int(match[3] or (28 if last else 1))
    try:
        return date(year, month, day).toordinal() + (3 if last and not match[3] else 0)
    except ValueError:
        return None


def plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()


def same(key: str, name: str) -> bool:
    """Say whether two names share their words: one's all stand in the other."""
    a, b = set(plain(key).split()), set(plain(name).split())
    return bool(a and b) and (a <= b or b <= a)


# -- MUC -------------------------------------------------------------------------------------------------------------


def muc_texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("dev_dev-muc3-*")):
        parts = re.split(r"^(DEV-MUC3-\d+)[^\n]*\n", path.read_text(encoding="latin-1"), flags=re.MULTILINE)
        yield from zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True)


def muc_keys(folder: Path) -> dict[str, list[dict[str, str]]]:
    keys: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path in sorted(folder.glob("dev_key-dev-*.muc4")):
        for template in re.split(r"(?m)^0\.\s", path.read_text(encoding="latin-1"))[1:]:
            fields: dict[str, str] = {}
            name = ""
            for line in ("0. " + template).splitlines():
                match = re.match(r"\d+\.\s+([A-Z: ]+?)\s{2,}(.*)", line)
                if match:
                    name = match[1].strip()
                    fields[name] = match[2].strip()
                elif name and line.startswith(" ") and line.strip():
                    fields[name] += "\n" + line.strip()
            document = fields.get("MESSAGE: ID", "").split(" ")[0]
            if fields.get("INCIDENT: TYPE", "*") not in ("*", "-"):
                keys[document].append(fields)
    return keys


def fillers(value: str) -> list[list[str]]:
    """Give the alternatives of each filler of a field."""
    return [re.findall(r'"([^"]+)"', line) for line in value.split("\n") if '"' in line]


def muc(reader: Reader) -> None:
    folder = CORPORA / "events"
    keys = muc_keys(folder)
    words = found_claims = 0
    for document, content in muc_texts(folder):
        _, found = claims(reader, content)
        words += len(content.split())
        found_claims += len(found)
        for fields in keys.get(document, []):
            muc_template(document, fields, found)
    TALLY["muc claims per 100 words"].update(of=words, ok=100 * found_claims)


def muc_template(document: str, fields: dict[str, str], found: Sequence[Claim]) -> None:
    kind = fields["INCIDENT: TYPE"].split("/")[0].strip()
    acts = MUC_ACTS.get(kind, "").split()
    mine = [claim for claim in found if claim.act in acts]
    note("muc incident type", found=bool(mine), what=f"{document} {kind}")
    spans = [
        (int(y) + (1900 if int(y) < 100 else 0), MONTHS.get(m.upper()), int(d))
        for d, m, y in DAY.findall(fields["INCIDENT: DATE"])
    ]
    # "- 15 MAR 89" means on or before the report's day: the text gives no date, so none can be found.
    if spans and all(month for _, month, _ in spans) and not fields["INCIDENT: DATE"].startswith("-"):
        ends = [date(year, month or 1, day).toordinal() for year, month, day in spans]
        got = [days(claim.when) for claim in mine]
        ok = any(span and span[0] <= max(ends) and min(ends) <= span[1] and span[1] - span[0] < 40 for span in got)
        note("muc date", found=ok, what=f"{document} {kind} {fields['INCIDENT: DATE']}")
    where = [
        part.split("(")[0].strip() for part in re.split(r"[:/]|\s-\s", fields["INCIDENT: LOCATION"]) if part.strip(" -")
    ]
    if where:
        ok = any(same(name, place.name) for claim in mine for place in claim.places for name in where)
        note("muc place", found=ok, what=f"{document} {kind} {where}")
    blamed = fillers(fields.get("PERP: INDIVIDUAL ID", "")) + fillers(fields.get("PERP: ORGANIZATION ID", ""))
    if blamed:
        names = [party.name for claim in mine for party in claim.actors]
        ok = any(same(name, other) for options in blamed for name in options for other in names)
        note("muc perpetrator", found=ok, what=f"{document} {kind} {blamed}")
    suffered = fillers(fields.get("HUM TGT: NAME", "")) + fillers(fields.get("HUM TGT: DESCRIPTION", ""))
    if suffered:
        names = [party.name for claim in mine for party in claim.targets]
        ok = any(same(name, other) for options in suffered for name in options for other in names)
        note("muc victim", found=ok, what=f"{document} {kind} {suffered}")
        quotes = [plain(claim.quote) for claim in mine]
        ok = any(plain(name) in quote for options in suffered for name in options for quote in quotes)
        note("muc victim in the clause", found=ok, what=f"{document} {kind} {suffered}")


# -- Wikipedia -------------------------------------------------------------------------------------------------------


def infobox(head: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for match in re.finditer(r"^    (\w+):\n      text: *(.*(?:\n        .*)*)", head, re.MULTILINE):
        fields[match[1]] = re.sub(r"\s+", " ", match[2]).strip("'\" >|-")
    return fields


def wikipedia(reader: Reader) -> None:
    for path in sorted((CORPORA / "wikipedia_conflicts").glob("*/*.md")):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        fields = infobox(head)
        content = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"[*_#]+", "", body))
        _, found = claims(reader, content)
        match = DAY.search(fields.get("date", ""))
        if match and match[2][:3].upper() in MONTHS:
            day = date(int(match[3]), MONTHS[match[2][:3].upper()], int(match[1])).toordinal()
            got = [days(claim.when) for claim in found]
            ok = any(span and span[0] <= day <= span[1] and span[1] - span[0] < 40 for span in got)
            note("wikipedia date", found=ok, what=f"{path.name} {fields['date']}")
        if fields.get("place"):
            names = [part.strip() for part in fields["place"].split(",")][:2]
            ok = any(same(name, place.name) for claim in found for place in claim.places for name in names)
            note("wikipedia place", found=ok, what=f"{path.name} {names}")
        for side in ("combatant1", "combatant2"):
            if fields.get(side):
                party = {word for word in plain(fields[side]).split() if len(word) > 3}
                stems = {word[:5] for word in party}
                got_names = [p.name for claim in found for p in (*claim.actors, *claim.targets)]
                ok = any(word[:5] in stems for name in got_names for word in plain(name).split())
                note("wikipedia combatants", found=ok, what=f"{path.name} {fields[side][:60]}")
        numbers = {
            int(number.replace(",", ""))
            for side in ("casualties1", "casualties2", "casualties3")
            for number in re.findall(r"\b\d[\d,]*\b", fields.get(side, ""))
        } - set(range(1900, 2030))
        if numbers:
            counted = {count.value for claim in found for count in claim.quantities}
            note("wikipedia casualties", found=bool(numbers & counted), what=f"{path.name} {sorted(numbers)[:5]}")


# -- speeches --------------------------------------------------------------------------------------------------------


def speeches(reader: Reader) -> None:
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (CORPORA / "speeches" / "conflict_annotations_sentences.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rows[row["file_id"]].append(row)
    held = {
        row.id: {plain(name) for name in (row.id, row.name, *row.aliases)}
        for row in reader.catalogue.actors.values()
        if row.kind == "state"
    }
    for name, sentences in rows.items():
        content, marks = "", []
        for row in sentences:
            text = re.sub(r"\s+([.,;:!?'])", r"\1", re.sub(r"\s+", " ", row["sentence_text"])).strip()
            marks.append((len(content), len(content) + len(text), row))
            content += text + " "
        _, found = claims(reader, content)
        for start, end, row in marks:
            inside = [claim for claim in found if start <= claim.start < end]
            if row["A0"] == "Direct_NegEval" and row["A2"] == "Country":
                target = row["A4"].replace("_", " ")
                ok = any(target in held.get(party.id, ()) for claim in inside for party in claim.actors)
                note("speeches accusation has a claim", found=bool(inside), what=f"{name}: {content[start:end]}")
                note("speeches the accused is the actor", found=ok, what=f"{name} {target}: {content[start:end]}")
            elif row["A0"] == "_":
                note("speeches other sentence has a claim", found=bool(inside), what="")


def main() -> None:
    reader = Reader(load()[0])
    for name, measure in (("events", muc), ("wikipedia_conflicts", wikipedia), ("speeches", speeches)):
        if (CORPORA / name).is_dir():
            measure(reader)
        else:
            print(f"{name}: skipped, {CORPORA / name} is not here")
    if sys.argv[1:2] == ["--misses"]:
        print("\n".join(MISSES[sys.argv[2]]))
        return
    for row, tally in TALLY.items():
        if tally["of"]:
            print(f"{row:38}{tally['of']:8}{tally['ok'] / tally['of']:8.3f}")


if __name__ == "__main__":
    main()
