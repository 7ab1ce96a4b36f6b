# SPDX-License-Identifier: Apache-2.0
"""Print the findings lines of text files: `python scripts/findings.py [--pack DIR] FILE…` (a developer's short cut)."""

import json
import sys
from pathlib import Path

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.lines import line
from tocsin.records.problems import Problem
from tocsin.sources import formats

args = sys.argv[1:]
packs = [Path(args[i + 1]) for i, a in enumerate(args) if a == "--pack"]
files = [a for i, a in enumerate(args) if a != "--pack" and (i == 0 or args[i - 1] != "--pack")]
catalogue, problems = load(packs)
for problem in problems:
    print(problem, file=sys.stderr)
reader = Reader(catalogue)
for name in files:
    extract = formats.read(Path(name).read_bytes(), name)
    if isinstance(extract, Problem):
        print(extract, file=sys.stderr)
        continue
    text = extract.text
    reading = reader.read(text)
    for found in (reading.card, *reading.findings):
        print(json.dumps(line(name, text.document, found), ensure_ascii=False))
