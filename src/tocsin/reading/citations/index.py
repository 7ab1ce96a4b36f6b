# SPDX-License-Identifier: Apache-2.0
"""The index: names of instruments as a tree of their telling words; wrapping, case and small words matter not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Body, Instrument
from tocsin.reading.lexicon import cased
from tocsin.reading.patterns import late

_TOKEN = late(r"(?:[A-Z]\.){2,}|[^\W_]+(?:'s\b)?")
_GAP = late(r"\) |[ ,'\"-]*\n? *[ ,'\"-]*(?:\((?:[a-z]+|[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*)\) |\((?=[\dA-Z]))?")
_SMALL = frozenset(
    [
        "the",
        "of",
        "on",
        "for",
        "to",
        "in",
        "and",
        "all",
        "or",
        "relating",
        "concerning",
        "regarding",
        "with",
        "from",
        "against",
        "form",
        "forms",
        "including",
        "other",
        "s",
    ]
)
_STOPPED = frozenset(("no", "st"))
"""Words of names behind which a stop ends no sentence: "Convention No. 29", "St. Karsk Declaration"."""
_PREFIXES = (
    ("international",),
    ("united", "nations"),
    ("un",),
    ("council", "europe"),
    ("african", "union"),
    ("unesco",),
)
_ACRONYM = late(r"[A-Z0-9][A-Z0-9 -]*[A-Z0-9]|R-ARCSS")

KINDS: Mapping[str, str] = {
    form: kind
    for kind, forms in {
        "convention": "convention conventions",
        "covenant": "covenant covenants",
        "charter": "charter charters",
        "protocol": "protocol protocols",
        "treaty": "treaty treaties",
        "statute": "statute statutes",
        "pact": "pact pacts",
        "agreement": "agreement agreements",
        "accord": "accord accords",
        "declaration": "declaration declarations",
        "statement": "statement statements",
        "memorandum": "memorandum",
        "communique": "communiqué communique communiqués communiques",
        "resolution": "resolution resolutions",
        "order": "order orders",
        "decision": "decision decisions",
        "ruling": "ruling rulings",
        "judgment": "judgment judgments judgement judgements",
        "verdict": "verdict verdicts",
        "opinion": "opinion opinions",
        "measures": "measures",
        "warrant": "warrant warrants",
        "award": "award awards",
        "conclusions": "conclusions",
        "recommendation": "recommendation recommendations",
        "regulation": "regulation regulations",
        "directive": "directive directives",
        "documents": "documents",
        "comment": "comment comments",
        "framework": "framework",
        "act": "act",
        "roadmap": "roadmap",
        "arrangement": "arrangement arrangements",
        "understanding": "understanding understandings",
        "truce": "truce",
        "armistice": "armistice",
        "compact": "compact",
    }.items()
    for form in forms.split()
}
"""Every word that names a kind of instrument, and the one word that stands for it."""

PINS = [
    "article",
    "articles",
    "art",
    "arts",
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "chapter",
    "chapters",
    "part",
    "parts",
    "point",
    "points",
    "section",
    "sections",
    "principle",
    "principles",
    "clause",
    "clauses",
    "rule",
    "rules",
    "annex",
]
LAWS = (
    "Act",
    "Law",
    "Code",
    "Decree",
    "Decree-Law",
    "Decree-law",
    "Legislative Decree",
    "Ordinance",
    "Constitution",
    "Rules",
    "Regulations",
    "Proclamation",
    "Basic Law",
    "Organic Law",
)
"""The words that name a law, as they stand in its name."""
DECREES = ("decree", "decrees", "ordinance", "edict")
"""The words that name a law which is written small, with its day."""
NUMBERED = (
    "Executive Order",
    "Early Warning",
    "Circular",
    "General Comment",
    "General comment",
    "general comment",
    "General Recommendation",
    "General recommendation",
    "general recommendation",
    "Presidential Decree",
    "Ministerial Decree",
    "Supreme Decree",
    "Ministerial Order",
    "Military Order",
)
"""The words that name a paper which a number must tell from others, as they stand in its name."""
FILED = (
    *("application", "Application", "Applications", "applications", "precautionary measure", "precautionary measures"),
    *("Precautionary Measure", "Precautionary Measures", "Precautionary measures", "Opinion", "opinion"),
    *("Communication", "communication", "Case", "case", "Cases", "Petition", "petition", "complaint", "Complaint"),
)
"""The words that name a paper of a file, for the lexicon."""
TERMS = ("principles", "understandings", "understanding", "commitments", "arrangement", "arrangements", "consensus")
"""Words for what was agreed that a year must tell from others."""
STANDARDS = ("Principles", "Guidelines", "Recommendations")
"""Words that name a set of standards where a name of its own stands before or a subject behind."""
GOALS = ("SDG", "SDGs", "MDG", "MDGs", "Goal", "Goals", "Sustainable", "Millennium")
"""The words that a numbered goal of development begins with."""
PRINTED = (
    *(
        "U.S.C",
        "U. S. C",
        "USC",
        "States Code",
        "U.S. Code",
        "US Code",
        "Public Law",
        "Pub. L.",
        "Pub.L.",
        "P.L.",
        "P. L.",
    ),
    *(
        "H.R.",
        "H. R.",
        "H.Res.",
        "H. Res.",
        "H.RES.",
        "S.Res.",
        "S. Res.",
        "S.RES.",
        "H.J.Res.",
        "H.J. Res.",
        "H. J. Res.",
    ),
    *("S.J.Res.", "S.J. Res.", "S. J. Res.", "H.Con.Res.", "H. Con. Res.", "H.Con. Res.", "S.Con.Res.", "S. Con. Res."),
    *("EDM", "Early Day Motion"),
)
"""The ways in which statutes, bills and motions are named by where they are printed or filed."""
UNION_ACTS = ("Common Position", "Joint Action")
"""Acts of the European Union that only their number tells."""
ABBREVIATED = ("UNSCR", "UNSCRs", "SCR", "UNGAR", "Res", "res")
SYMBOLS = (
    "S",
    "A",
    "E",
    "CCPR",
    "CAT",
    "CEDAW",
    "CERD",
    "CRC",
    "CMW",
    "CRPD",
    "CED",
    "HRI",
    "AG",
    "CP",
    "PC",
    "MC",
    "PSC",
    "AHG",
    "ACHPR",
)


REGISTERS = (
    *("Assembly/AU/", "Ext/Assembly/AU/", "EX.CL/", "CM/", "Rec(", "CDL-AD(", "COM(", "JOIN(", "SWD(", "SEC("),
    *("P5_TA(", "P6_TA(", "P7_TA(", "P8_TA(", "P9_TA(", "P10_TA(", "GOV/", "INFCIRC/", "EC-M-", "C-SS-"),
    *("PC.DEC/", "MC.DEC/", "MC.DOC/", "FSC.DOC/", "FSC.DEC/"),
    *(f"WHA{number}." for number in range(40, 100)),
)
"""How the symbols of regional unions, councils and agencies begin."""


class Index:
    """What a catalogue knows of instruments and bodies, compiled for reading."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.acronyms: dict[str, str] = {}
        self.bodies: Mapping[str, Body] = catalogue.bodies
        self.kinds = {row.id: _kinds(row) for row in catalogue.bodies.values()}
        self.courts = frozenset(row.id for row in catalogue.bodies.values() if row.kind == "court")
        self.numbering = frozenset(row.id for row in catalogue.bodies.values() if "{year}" in (row.numbered or ""))
        self.dated: dict[str, list[Instrument]] = {}
        self._tree: dict[str, object] = {}
        self._words: dict[str, frozenset[str]] = {}
        years = catalogue.words.get("citation.council-years")
        pairs = [word.split() for word in years.words] if years else []
        self._firsts = [int(first) for first, _ in pairs]
        self._years = [year for _, year in pairs]
        for row in catalogue.instruments.values():
            if row.date:
                self.dated.setdefault(row.date, []).append(row)
            for name in names(catalogue, row):
                if _ACRONYM.fullmatch(name):
                    self.acronyms[name] = self.acronyms[name.replace(" ", "-")] = row.id
                else:
                    self._grow(name, row.id)

    def _grow(self, name: str, instrument: str) -> None:
        node = self._tree
        for word in telling(name):
            node = node.setdefault(word, {})  # type: ignore[assignment]  # an inner node is a dict
        node.setdefault("", instrument)

    def words(self, name: str) -> frozenset[str]:
        """Give a word list of the catalogue by its id; empty where there is none."""
        held = self._words.get(name)
        if held is None:
            row = self.catalogue.words.get(name)
            held = self._words[name] = frozenset(row.words) if row else frozenset()
        return held

    def match(self, content: str, start: int) -> tuple[str, int, int] | None:
        """Read the longest name that starts here: its id, its end and how many telling words it has."""
        node: object = self._tree
        found: tuple[str, int, int] | None = None
        depth = 0
        while True:
            token = _TOKEN.match(content, start)
            if token is None:
                return found
            word = token.group().lower()
            if depth == 0 or word not in _SMALL:
                node = node.get(_folded(word)) if isinstance(node, dict) else None
                if not isinstance(node, dict):
                    return found
                depth += 1
                held = node.get("")
                if isinstance(held, str):
                    bracket = content[token.end()] == ")" if word.isdigit() and token.end() < len(content) else False
                    found = held, token.end() + bracket, depth
            end = token.end() + (word in _STOPPED and content[token.end() : token.end() + 1] == ".")
            gap = _GAP.match(content, end)
            start = gap.end() if gap else end
            if start == token.end():
                return found

    def council_year(self, number: int) -> str | None:
        """Give the year of a Security Council resolution by its number."""
        at = bisect_right(self._firsts, number) - 1
        return self._years[at] if at >= 0 else None


@lru_cache(maxsize=4)
def index(catalogue: Catalogue) -> Index:
    """Compile a catalogue once."""
    return Index(catalogue)


def names(catalogue: Catalogue, row: Instrument) -> Iterator[str]:
    """Give every name of an instrument; `{id}` in a name stands for each name of another row."""
    for name in (row.name, *row.aliases):
        parts = re.split(r"\{([a-z0-9-]+)\}", name)
        others = [(catalogue.instruments[part].name, *catalogue.instruments[part].aliases) for part in parts[1::2]]
        for choice in product(*others):
            yield "".join(plain + (choice[at] if at < len(choice) else "") for at, plain in enumerate(parts[::2]))


def telling(name: str) -> tuple[str, ...]:
    """Give the words that tell a name from others, folded to lower case and singular.

    >>> telling("Convention on the Rights of the Child")
    ('convention', 'right', 'child')
    """
    words = [token.lower() for token in _TOKEN.findall(name)]
    for prefix in _PREFIXES:
        if tuple(words[: len(prefix)]) == prefix and len(words) > len(prefix) + 2:
            words = words[len(prefix) :]
    return tuple(_folded(word) for word in words if word not in _SMALL)


def _folded(word: str) -> str:
    word = word.removesuffix("'s").replace(".", "")
    if word in {"agreements", "accords"}:  # one city may have an agreement and, of other years, agreements
        return word
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _kinds(row: Body) -> dict[str, str]:
    return {word.strip(): kind.strip() for word, _, kind in (pair.partition("=") for pair in row.kinds)}


def patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the cues of citations for the lexicon's `law` layer: kinds, pinpoints, first words of names, acronyms."""
    cues = dict.fromkeys(_first_words(catalogue), "name")
    for tag, words in (("kind", KINDS), ("pin", PINS)):
        cues.update((case, tag) for word in words for case in cased(word))
    for word in (*LAWS, *NUMBERED):
        cues.setdefault(word, "law")
    for word in DECREES:
        cues.setdefault(word, "law")
    for word in TERMS:
        cues.setdefault(word, "terms")
    for word in STANDARDS:
        cues.setdefault(word, "standard")
    cues.update((word, "resolution") for word in ABBREVIATED)
    cues.update((word, "union") for word in UNION_ACTS)
    cues.update((word, "statute") for word in PRINTED)
    cues.update((f"{symbol}/", "symbol") for symbol in SYMBOLS)
    cues.update((register, "symbol") for register in REGISTERS)
    for word in FILED:
        cues.setdefault(word, "file")
    for word in GOALS:
        cues.setdefault(word, "goal")
    cues.update((versus, "case") for versus in ("v.", "vs.", "v"))
    cues.update((acronym, "acronym") for acronym in index(catalogue).acronyms)
    yield from cues.items()


def _first_words(catalogue: Catalogue) -> Iterator[str]:
    """Give the words that names begin with as they stand in a text, plural too."""
    for row in catalogue.instruments.values():
        for name in names(catalogue, row):
            if _ACRONYM.fullmatch(name):
                continue
            begins = telling(name)[0]
            first = next((word for word in _TOKEN.findall(name) if _folded(word.lower()) == begins), begins)
            for form in (first, first + "s") if first.lower() + "s" in KINDS else (first,):
                yield form[:1].upper() + form[1:]
                yield form.upper()


def body_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every name of every body that adopts instruments, for the lexicon's `lawbody` layer."""
    for row in catalogue.bodies.values():
        for name in (row.name, *row.aliases):
            yield name, row.id
            yield name.upper(), row.id
