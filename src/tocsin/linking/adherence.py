# SPDX-License-Identifier: Apache-2.0
"""Adherence: what sources say of whether an instrument is complied with or breached, each with its words and speaker.

1. A statement stands in the sentence that cites the instrument: a cue of `adherence.*` before the citation, with no new
   clause between them, or one after it that takes it as its subject ("the order has not been implemented").
2. What is asked, feared or supposed ("would violate", "end the violations of") tells of nothing done and is left out.
3. Whom it is said of is the party named by "by …", else the nearest subject before the cue, else who opens the main
   clause after the citation. Who is named as a target ("against …", "… civilians", "territory of …") never is; where
   nobody is left, the statement names nobody.
4. A cue of compliance that is negated tells of breach, one of breach that is denied is a denial.
5. A breach that is only alleged, or that a court does not find, is told as that, and by whom (`charges`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.linking.charges import ALLEGED, UNFOUND, Charge, Charges, against
from tocsin.linking.sentences import Sentence, Sentences
from tocsin.records.findings import Ask, Citation, Claim, Party
from tocsin.records.ids import Digest

LAPSED = "lapsed"
SAYS = ("breached", "met", "partly", "denied", UNFOUND, ALLEGED, LAPSED)
"""What a statement may say; `denied`: that there was no breach; `unfound`: that none is found; `alleged`: that one is
alleged, by nobody asserted; `lapsed`: that the instrument is in force no longer."""

_APART = re.compile(r",\s*|\s+and\s+")
_NAMED_KINDS = frozenset({"state", "territory", "armed-group"})
_FAR = 420
"""How many characters may lie between a cue and the citation it governs: a list of instruments is long."""
_NEAR = 90
_NEAR_MET = 140
"""The same for cues of compliance, whose words ("respects") are said of much else."""
_CLAUSE = re.compile(
    r"\b(?:which|who|that|because|while|although|whereas|unless|so that|in order to)\b|[;:]|\.\s", re.IGNORECASE
)
_OTHER_VERB = re.compile(
    r"\b(?:could|would|will|may|might|must|shall|should|has|have|had|is|are|was|were|in accordance with|pursuant to|"
    r"in conformity with|on the basis of|acting under)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:in the event (?:of|that)|in case (?:of|that)|if|whether|lest)\b|"
    r"\b(?:all|any|every|other|no)\s+(?:acts?|actions?|measures?|conduct)\s+$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:if|whether|unless|lest|in\s+case|in\s+the\s+event)\b[^.;]{0,60}$", re.IGNORECASE)
"""Before a citation of which it is open what became of it: "whether paragraph 4 was breached"."""
_WANTED = re.compile(
    r"\b(?:recommend\w*|ensur\w+|ask(?:s|ed)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?:up)?on|request\w*|encourag\w+|should|must|"
    r"wish\w*|intend\w*|plan(?:s|ned)?|commit(?:s|ted)?|in order to|bring|revis\w+)\b[^.;]*$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\s+(?:also\s+)?(?:said|says|stated?s?|noted|notes|call(?:s|ed)|urge[sd]|recommend(?:s|ed)|ask(?:s|ed)|expresse[sd]|"
    r"welcome[sd]|commend(?:s|ed)|recall(?:s|ed)|request(?:s|ed)|added|stresse[sd]|emphasi[sz]e[sd]|consider(?:s|ed)|believe[sd]|"
    r"reiterate[sd]|condemn(?:s|ed)|deplore[sd]|regret(?:s|ted)|enquired|inquired|referred|refers|appreciate[sd])\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:against|in|into|on|onto|from|to|within|inside|between|with|for|over|near|at|towards?|through|across|along|"
    r"(?<!government )(?<!authorities )(?<!forces )(?<!army )(?<!republic )(?<!state )(?<!ministry )(?<!troops )"
    r"(?<!president )(?<!leadership )(?<!military )(?<!kingdom )(?<!parliament )(?<!side )(?<!police )(?<!units )of)\s+"
    r"(?:the\s+|all\s+|its\s+)?$",
    re.IGNORECASE,
)
_VICTIMS = re.compile(
    r"\s+(?:and\s+[\w-]+\s+)?(?:nationals?|territor(?:y|ies)|civilians?|citizens?|population|people|villages?|villagers?|"
    r"property|children|soil|airspace|residents?|prisoners?|captives?|detainees?|refugees?|heritage|minority|women|homes)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|n't|nor|hardly)\s+(?!only\b)(?:\w+\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:(?!(?:in|on|at|from|against|near)\b)\w+\s+){0,3}$", re.IGNORECASE)
_WHOSE = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,4}$")
_JOINED = re.compile(r"^(?:,|\s+and|\s+or|,\s+and)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"[,)]\s*(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a source says of an instrument: `says` one of `SAYS`, `words` the cue, `of` whom it names, None nobody.

    `citation` is the finding that names the instrument, `claim` a claim in the same sentence (whose speaker it then
    is), `teller` who is told to say it, in the sentence's words, `acts` the acts told in it, `sentence` all its words.
    `unsettled`: it rested on a claim that a person rejected, and whose word it is nobody knows.
    """

    says: str
    words: str
    citation: Listed
    claim: Listed | None
    acts: tuple[str, ...]
    of: Party | None
    sentence: str
    teller: str | None = None
    unsettled: bool = False

    @property
    def said_by(self) -> Listed:
        """The finding whose speaker says it."""
        return self.claim or self.citation

    @property
    def instrument(self) -> str:
        """The instrument that it is about."""
        assert isinstance(self.citation.finding, Citation)
        return self.citation.finding.instrument or ""

    @property
    def pinpoints(self) -> frozenset[str]:
        """The places in the instrument that it names; empty for the whole."""
        assert isinstance(self.citation.finding, Citation)
        return pinpoints(self.citation.finding.pinpoint)


def pinpoints(given: str | None) -> frozenset[str]:
    """Take a pinpoint that lists several apart.

    >>> sorted(pinpoints("arts. 3 and 9(2)")), sorted(pinpoints("art. 2(1) and (3)")), pinpoints(None)
    (['art. 3', 'art. 9(2)'], ['art. 2(1)', 'art. 2(3)'], frozenset())
    """
    if not given:
        return frozenset()
    kind, _, numbers = given.partition(" ")
    if not numbers:
        return frozenset({given})
    first, *more = _APART.split(numbers)
    base = first.partition("(")[0]
    kind = f"{kind[:-2]}." if kind.endswith("s.") else kind.removesuffix("s")
    return frozenset(f"{kind} {base if number.startswith('(') else ''}{number}" for number in (first, *more))


def within(cited: Iterable[str], held: Iterable[str]) -> bool:
    """Say whether a cited place is one of those held, or lies within one, or holds one: article 33(1) and article 33.

    >>> within(["art. 33(1)"], ["art. 33"]), within(["art. 3"], ["art. 33"])
    (True, False)
    """
    return any(
        one == other or one.startswith(f"{other}(") or other.startswith(f"{one}(") for one in cited for other in held
    )


class Adherence:
    """Reads statements off the sentences that cite an instrument."""

    def __init__(self, catalogue: Catalogue, sentences: Sentences, bearers: Iterable[Party] = ()) -> None:
        """`bearers` are known by their names too: whoever bears a duty may be told to keep or break it."""
        self._sentences = sentences
        self._breach, self._breached = _words(catalogue, "breach"), _words(catalogue, "breached")
        self._met, self._carried_out = _words(catalogue, "met"), _words(catalogue, "carried-out")
        self._partly, self._denied = _words(catalogue, "partly"), _words(catalogue, "denied")
        self._lapsed, self._unbroken = _words(catalogue, LAPSED), _words(catalogue, "unbroken")
        self._charges = Charges(catalogue)
        not_told = "|".join(map(re.escape, sorted(catalogue.list("adherence.not-told"), key=len, reverse=True)))
        self._not_told = re.compile(
            rf"\b(?:{not_told})\s+(?:be\s+|the\s+|all\s+|its\s+|their\s+|further\s+)*$", re.IGNORECASE
        )
        self._names: dict[str, Party] = {}
        for row in catalogue.actors.values():
            if row.kind in _NAMED_KINDS:
                # "Four Ardeshis" are people, and mostly those acted on; "Ardeshi" forces are Ardesh.
                people = {name for name in row.demonyms if name.endswith("s") and name[:-1] in row.demonyms}
                for name in (row.name, *row.aliases, *(one for one in row.demonyms if one not in people)):
                    self._names.setdefault(name, Party(id=row.id, name=row.name))
        for party in bearers:
            if party.name[:1].isupper():
                self._names.setdefault(party.name, party)
        known = "|".join(map(re.escape, sorted(self._names, key=len, reverse=True)))
        self._named = re.compile(rf"(?<!\w)(?:{known})(?=\W|$)")

    def of(self, citation: Listed, beside: Iterable[Listed], rejected: Iterable[Listed] = ()) -> Statement | None:
        """Give what a citation's sentence says of the instrument; `beside` are findings of the document.

        `rejected` are claims of the document that a person rejected.
        """
        sentence = self._sentences.of(citation)
        lead = _lead(citation, sentence)
        inside = [row for row in beside if sentence.start <= row.finding.start < sentence.end]
        asked = [(row.finding.start - lead, row.finding.end - lead) for row in inside if isinstance(row.finding, Ask)]
        start, end = citation.finding.start - lead, citation.finding.end - lead
        cue = self._cue(sentence.words, start, end)
        if cue is None or any(begin <= cue[1] < stop for begin, stop in asked):
            return None
        says, place, words = cue
        charge = self._charges.of(sentence.words, place, end) if says in {"breached", "denied"} else Charge()
        if charge is None:
            return None
        claims = [row for row in inside if isinstance(row.finding, Claim)]
        lost = any(sentence.start <= row.finding.start < sentence.end for row in rejected)
        return Statement(
            says=charge.says or says if says == "breached" or charge.says == UNFOUND else says,
            words=words,
            citation=citation,
            claim=claims[0] if claims else None,
            acts=tuple(row.finding.act for row in claims if isinstance(row.finding, Claim)),
            of=self._whom(sentence.words, place, end, charge),
            sentence=" ".join(sentence.words.split()),
            teller=charge.by,
            unsettled=lost and not claims,
        )

    def _cue(self, words: str, start: int, end: int) -> tuple[str, int, str] | None:
        """Find the cue that governs a citation: what it says, where it stands, its words."""
        before, after = words[max(0, start - _FAR) : start], words[end : end + _NEAR]
        begin = start - len(before)
        for says, cues in (("partly", self._partly), ("breached", self._breach), ("met", self._met)):
            for match in reversed(list(cues.finditer(before))):
                far = _NEAR_MET if says == "met" else _FAR
                between = (_CLAUSE, _OTHER_VERB)
                if len(before) - match.end() > far or any(one.search(before, match.end()) for one in between):
                    continue
                if _SUPPOSED.search(before, max(0, match.start() - _NEAR), match.start()):
                    continue
                if says != "breached" and _WANTED.search(before, 0, match.start()):
                    continue
                told = not self._not_told.search(before, 0, match.start()) or self._denied.search(
                    before, max(0, match.start() - _NEAR // 2), match.start()
                )
                if not told and not self._is_suit(words, begin + match.start(), end):
                    continue
                said = self._said(says, words, begin + match.start(), before[: match.start()])
                return said, begin + match.start(), match[0]
        if _OPEN.search(before):
            return None
        follow = (
            ("partly", self._partly),
            ("denied", self._unbroken),
            ("breached", self._breached),
            ("met", self._carried_out),
            (LAPSED, self._lapsed),
        )
        for says, cues in follow:
            follows = cues.search(after)
            if follows is not None and not _CLAUSE.search(after, 0, follows.start()):
                return says, end + follows.start(), follows[0]
        return None

    def _is_suit(self, words: str, place: int, end: int) -> bool:
        """Say whether a case is brought for what stands at a place: "proceedings for violating"."""
        charge = self._charges.of(words, place, end)
        return charge is not None and charge.suit

    def _said(self, says: str, words: str, place: int, before: str) -> str:
        if says == "breached" and (
            self._denied.search(words, max(0, place - _NEAR), place + 12) or _NEGATED.search(before)
        ):
            return "denied"
        return "breached" if says == "met" and _NEGATED.search(before) else says

    def _whom(self, words: str, place: int, end: int, charge: Charge | None = None) -> Party | None:
        charge = charge or Charge()
        names = [match for match in self._named.finditer(words) if match.start() >= charge.floor]
        targets: set[int] = set()
        for number, match in enumerate(names):
            before = names[number - 1] if number else None
            joined = before is not None and _JOINED.match(words[before.end() : match.start()])
            if _TARGET.search(words, 0, match.start()) or (joined and number - 1 in targets):
                targets.add(number)
        acting = [match for match in names if not _other(words, match)]
        whose = [match for match in acting if match.end() <= place and _WHOSE.match(words[match.end() : place])]
        by = [match for match in acting if _BY.search(words, 0, match.start())]
        subjects = [
            match
            for number, match in enumerate(names)
            if number not in targets and match in acting and match.end() <= place
        ]
        opens = [
            match
            for match in names
            if match.start() >= end
            and _OPENS.search(words, end, match.start())
            and not _CLAUSE.search(words, end, match.start())
            and not _other(words, match)
        ]
        after = [match for match in by if match.start() >= end]
        if charge.suit or charge.nominal:  # who brings a case is not whom it is against
            accused = [match for match in names if against(words, match.start())]
            found = accused[:1] or whose[-1:] or after[:1]
            return self._names[found[0][0]] if found else None
        agents = [match for match in by if match.end() <= place]
        found = whose[-1:] or after[:1] or agents[-1:] or subjects[-1:] or opens[:1]
        return self._names[found[0][0]] if found else None


def _other(words: str, name: re.Match[str]) -> bool:
    """Say whether a name is that of people acted on ("Ardeshi civilians") or of who speaks ("Ardesh recalled")."""
    return bool(_VICTIMS.match(words, name.end()) or _SPEAKS.match(words, name.end()))


def _words(catalogue: Catalogue, name: str) -> re.Pattern[str]:
    words = sorted(catalogue.list(f"adherence.{name}"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b".replace(r"\ ", r"\s+"), re.IGNORECASE)


def _lead(citation: Listed, sentence: Sentence) -> int:
    """Give where the sentence's words begin in the text: it may begin with blanks, which its words leave out."""
    found = sentence.words.find(citation.finding.quote, max(0, citation.finding.start - sentence.start - _NEAR))
    return citation.finding.start - found if found >= 0 else sentence.start


def by_document(rows: Iterable[Listed]) -> Mapping[Digest, list[Listed]]:
    """Put findings together by document."""
    held: dict[Digest, list[Listed]] = {}
    for row in rows:
        held.setdefault(row.shelved.document, []).append(row)
    return held
