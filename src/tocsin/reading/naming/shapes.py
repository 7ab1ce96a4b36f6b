# SPDX-License-Identifier: Apache-2.0
"""Names by their shape: what the catalogue does not know, read off its capitals and its head noun."""

from __future__ import annotations

from functools import lru_cache

from tocsin.catalogue.folding import folded
from tocsin.reading.patterns import late

_JOIN = (
    r"(?:of|for|on|against|in|to|and|the|de|la|del|al|el|e|y|et|los|las|les"
    r"|dos|da|do|des|du|pour|para|por|für|and the|of the|for the|on the|against the)"
)
_WORD = r"(?:(?:al|el|as|ash|an|ad|ar|at)-)?[A-Z\u00c0-\u00de][\w'&/.-]*(?:(?<![.'])|(?<=s')(?=\s[A-Z]))"
CAPITALISED = late(rf"{_WORD}(?:\s+(?:{_JOIN}\s+(?:the\s+)?)?{_WORD})*")
"""A run of capitalised words, with the small words that join them."""

_PERSON = late(rf"{_WORD}(?:\s+[A-Z]\.)*(?:\s+(?:(?:de|da|van|von|der|den|al|el|bin|ibn|la|del)\s+)?{_WORD}){{1,3}}")
_NOT_ASCII = late(r"[^a-z0-9]+")


_SHOUTED = late(
    r"\s(?:(?:WAS|WERE|IS|ARE|HAS|HAVE|HAD|WILL|WOULD|SHOULD|MUST|HIS|HER|ITS|THEIR|THAT|WHO|WHICH|WENT|SAID|SAYS|TOLD|TODAY|"
    r"TONIGHT|YESTERDAY|TOMORROW|NOT|BUT|AFTER|WHEN|FROM|TO|WITH|BY|IN THE|ON THE|ON [A-Z]+DAY|AT THE)\b"
    r"|(?!UNITED|ARMED|ALLIED|ASSOCIATED|COMBINED|FEDERATED|LIMITED|RED|DISPLACED|RETIRED)[A-Z]{3,}ED\b)"
)


def unshouted(name: str) -> str:
    """Cut a run of capitals in a text without small letters where the name in it ends.

    >>> unshouted("ANTON VESK WENT TONIGHT TO KARSK"), unshouted("UNITED FERRYMEN OF KARSK")
    ('ANTON VESK', 'UNITED FERRYMEN OF KARSK')
    """
    verb = _SHOUTED.search(name) if name.isupper() else None
    return name[: verb.start()] if verb else name


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """Make an id from a name that the catalogue does not know.

    >>> slug("The Société civile of Ardesh")
    'societe-civile-of-ardesh'

    British and American spelling make one id: "organization" is "organisation". What is of the United Nations or of
    the European Union begins as the catalogue's ids do.

    >>> slug("United Nations Verification Mission"), slug("U.N. envoy to Veltria")
    ('un-verification-mission', 'un-envoy-to-veltria')
    """
    made = _NOT_ASCII.sub("-", folded(name).replace("organiz", "organis")).strip("-") or "unnamed"
    for written, short in _UNIONS:
        if made.startswith(written):
            return short + made[len(written) :]
    return made


_UNIONS = (("united-nations-", "un-"), ("u-n-", "un-"), ("u-s-", "us-"), ("european-union-", "eu-"))


_TITLE = late(
    r"(?:The )?(?:(?:First|Deputy|Vice|Acting|Interim|Former|Prime|Foreign|Interior|Defen[cs]e|Finance|Health|"
    r"Education|Economy|Agriculture|Labou?r|Energy|Trade|Security|Information|Home|Transport|Environment|Brigadier|Rear|Army|Special|Resident|"
    r"Regional|Provincial|Senior|President|Vice-President|Minister|Premier|Chancellor|General|Colonel|Captain|Major|Lieutenant|"
    r"Commander|Chief|Governor|Mayor|Senator|Congress(?:man|woman)|Representative|Assembly(?:man|woman)|Delegate|Envoy|Bishop|Archbishop|Cardinal|Father|Reverend|Imam|Rabbi|"
    r"Ayatollah|Judge|Justice|Prosecutor|Director|Chair(?:man|woman|person)?|Coordinator|Speaker|Commissioner|Ambassador|"
    r"Secretary|Admiral|Marshal|Sheikh|Professor|Comrade|Cllr|Councillor|"
    r"Shri|Smt|Dame|Sir|MK|MP|MEP|Datuk|Dato|Tun|Mzee|Padre|Mullah|Maulana|"
    r"Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|Rev|Fr|Msgr|Pastor|Brother|Sister|Deacon|Canon)\b\.?[ -]+)+"
)
"""Titles before a person's name, with a capital each."""


def untitled(name: str) -> str:
    """Take the title off a person's first and last name; one name alone keeps it.

    >>> untitled("First Vice-President Anna Kresk"), untitled("President Kresk"), untitled("Director Anton Vesk")
    ('Anna Kresk', 'President Kresk', 'Anton Vesk')
    """
    title = _TITLE.match(name) if name.count(" ") > 1 else None
    rest = name[title.end() :] if title else ""
    return rest if " " in rest and person(rest) else name


def person(name: str) -> bool:
    """Say whether a name could be a person's: two to four capitalised words and no more.

    >>> person("Anna van Kresk"), person("the Council")
    (True, False)
    """
    return _PERSON.fullmatch(name) is not None
