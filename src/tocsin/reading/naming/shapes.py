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

    British and American spelling make one id: "organization" is "organisation".
    """
    return _NOT_ASCII.sub("-", folded(name).replace("organiz", "organis")).strip("-") or "unnamed"


def person(name: str) -> bool:
    """Say whether a name could be a person's: two to four capitalised words and no more.

    >>> person("Anna van Kresk"), person("the Council")
    (True, False)
    """
    return _PERSON.fullmatch(name) is not None
