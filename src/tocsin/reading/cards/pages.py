# SPDX-License-Identifier: Apache-2.0
"""Pages: lines at a page's head that are the site's and not the paper's – menus, addresses, page numbers."""

from __future__ import annotations

from tocsin.reading.patterns import late

_ADDRESS = late(r"\W*(?:https?://|www\.)\S+\W*")
_BARRED = late(r"(?:[^|•·]*[|•·]){2,}[^|•·]*")
"""Entries of a menu parted by bars; a headline has one, before the name of the site."""
_RUN_TOGETHER = late(r"(?:[^\n]*?[a-z)](?:[A-Z][a-z]|[A-Z]{2,}[a-z& ])){2,}[^\n]*")
"""Entries of a menu with nothing between them."""
_BRACKETED = late(r"(?:\[[^\]\n]+\]\s*)+|\((?:[A-Z]{2}, ){3,}[A-Z]{2}\)")
_NUMBERED = late(
    r"(?:[A-Z][\w ]{2,40} )?(?:[Pp]age|[Ss]eite|[Pp]ágina|[Tt]ext|[Ss]ide|[Ss]ida) \d{1,5}\W*(?:of|von|de|/|av|,)?\W*"
    r"(?:\d{1,5}\b.{0,12})?"
    r"|(?:[A-Z]{1,3} ){1,3}\d{1,4}[A-Z]?, \d.{0,40}|(?:Calendar|Union Calendar|House Calendar) No\. .{0,60}"
)
"""Pages, texts of a board, columns of a gazette by their numbers."""
_FILED = late(r"[A-Z][A-Za-z ]{2,24} ?:(?: .{0,16}\d.{0,24})?")
"""A label with a number behind it, or nothing: "Procedure : 2031/44", "Texts tabled :"."""
_MENU = frozenset(
    [
        *("accessibility links", "skip to content", "skip to main content", "main menu", "menu", "home"),
        *("home page", "all news", "latest news", "breaking news", "top stories", "top news"),
        *("more news", "full text", "full story", "full article", "texts adopted", "index"),
        *("previous", "next", "search", "navigation", "site map", "sitemap"),
        *("contents", "print", "printer-friendly version", "share", "listen", "login"),
        *("log in", "subscribe", "back", "back to top", "news feed", "newsroom"),
        *("related news", "read more", "see also", "you are here", "archive", "archives"),
    ]
)
"""What links of a site are called."""
_DAY = late(
    r"(?:[A-Z] ?[a-z]+,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"[A-Z] ?[a-z]{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d\.?"
)
"""A day by itself, a letter of it maybe set apart."""
_TOGGLE = late(r".{2,30} (?:[Hh]ide/[Ss]how|[Ss]how/[Hh]ide|\[(?:hide|show)\])")


def is_furniture(words: str) -> bool:
    """Say whether a line of a page's head is the site's: an address, a menu, a page's number.

    >>> is_furniture("Home | About us | Press"), is_furniture("Ferry stopped | Karsk Post")
    (True, False)
    """
    if words.lower().strip(" :/»") in _MENU or _TOGGLE.fullmatch(words):
        return True
    shapes = (_ADDRESS, _BRACKETED, _NUMBERED, _FILED, _DAY)
    if any(shape.fullmatch(words) for shape in shapes):
        return True
    return _BARRED.fullmatch(words) is not None or _RUN_TOGETHER.fullmatch(words) is not None
