# SPDX-License-Identifier: Apache-2.0
"""Strategies: texts with real phrases planted among awkward characters, and findings that stand in them."""

from __future__ import annotations

from hypothesis import strategies as st

from tocsin.records.findings import Ask, Card, Citation, Claim, Finding, Party, Passage, Time
from tocsin.records.ids import digest
from tocsin.records.texts import Text

AWKWARD = (
    "İstanbul",  # lower-cases to two characters
    "ﬁnal",  # a ligature that folds to two letters
    "cafe\u0301",  # a combining mark
    "שלום",  # right to left
    "\u202bمرحبا\u202c",  # right to left with marks of direction
    "👩\u200d🚀",  # one picture of three code points
    "𝔸rdesh",  # beyond the basic plane
    "no\u00a0break",
    "soft\u00adhyphen",
    "Аrdesh",  # the first letter is Cyrillic
    "\ufeff",
)
PHRASES = (
    "We urge the Government of Veltria to open the Tamar corridor",
    "The Orsava Assembly calls on Ardesh to withdraw",
    "on 3 March 2031",
    "warns of famine in Karsk",
    "in accordance with S/RES/9999(2031)",
)

PARTIES = st.sampled_from(("veltria", "ardesh", "orsava-assembly", "northern-contact-group")).map(
    lambda slug: Party(id=slug, name=slug.title())
)
EDTF = st.sampled_from((None, "2031", "2031-03", "2031-03-03", "2031-03-01/2031-04-02", "2031-05/..", "2030~"))


@st.composite
def contents(draw: st.DrawFn) -> str:
    """Characters of a text: phrases among awkward ones, at least one letter."""
    pieces = draw(st.lists(st.sampled_from((*AWKWARD, *PHRASES)) | st.text(max_size=8), min_size=1, max_size=12))
    return "We " + " ".join(pieces).encode("utf-8", "replace").decode()


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A stored text; its document's bytes are its characters."""
    content = draw(contents())
    return Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)


@st.composite
def findings(draw: st.DrawFn, content: str) -> Finding:
    """A finding of any kind whose quote stands in `content`."""
    start = draw(st.integers(0, len(content) - 1))
    end = draw(st.integers(start + 1, len(content)))
    place = {"start": start, "end": end, "quote": content[start:end], "by": "test.any"}
    parties = tuple(draw(st.lists(PARTIES, max_size=2, unique_by=lambda p: p.id)))
    made: Finding
    match draw(st.integers(0, 4)):
        case 0:
            made = Ask(**place, addressees=parties, force=draw(st.sampled_from((None, "urge", "demand"))))  # type: ignore[arg-type]
        case 1:
            made = Claim(**place, act="blockade", when=draw(EDTF), actors=parties)  # type: ignore[arg-type]
        case 2:
            made = Citation(**place, instrument=draw(st.sampled_from(("un-charter", "genocide-convention"))))  # type: ignore[arg-type]
        case 3:
            made = Time(**place, edtf=draw(EDTF.filter(bool)))  # type: ignore[arg-type]
        case _:
            made = Passage(**place, role=draw(st.sampled_from(("body", "heading"))))  # type: ignore[arg-type]
    return made


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """A document's facts, dated or not."""
    return Card(genre="appeal", issued=draw(EDTF), issuers=tuple(draw(st.lists(PARTIES, max_size=1))))


@st.composite
def readings(draw: st.DrawFn) -> tuple[Text, Card, tuple[Finding, ...]]:
    """A text with its card and findings."""
    text = draw(texts())
    found = draw(st.lists(findings(text.content), max_size=8))
    return text, draw(cards()), tuple(sorted(found, key=lambda f: (f.start, f.end, f.kind)))
