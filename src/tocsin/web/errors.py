# SPDX-License-Identifier: Apache-2.0
"""The one table from failure to HTTP status, and the few failures that only a browser can meet."""

from __future__ import annotations

from collections.abc import Mapping

from tocsin.catalogue.lookup import UnknownName
from tocsin.desk.people import NoSuchFinding, NotInLedger
from tocsin.errors import BadRequest, BrokenPromise, TocsinError
from tocsin.ledger.failures import (
    LedgerBusy,
    LedgerFull,
    LedgerReadOnly,
    Moved,
    NoLedger,
    UnknownEntry,
    UnknownFinding,
    UnknownText,
)


class NoSuchPage(BadRequest):
    """An address leads nowhere."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: there is no such page; the list of documents is at /documents")


class NotOpened(BadRequest):
    """A request without a session."""

    def __init__(self) -> None:
        super().__init__("this room is opened by the link that `tocsin serve` shows; press Enter there for another")


class OtherHost(BadRequest):
    """The browser asks for another host than the one that answers: a name was bound to this address."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host[:80]!r} is not the address that `tocsin serve` shows; open the room by that one")


class OtherSite(BadRequest):
    """Another site asks."""

    def __init__(self) -> None:
        super().__init__("another site asked for this; open the page here and do it here")


class NoToken(BadRequest):
    """A change without the session's token."""

    def __init__(self) -> None:
        super().__init__("the page is older than this session, so nothing was changed; load it again and repeat")


class TooLarge(BadRequest):
    """A request is longer than its page takes."""

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"more than {limit_bytes:,} bytes; `tocsin read` takes larger files, with --max-size")


class NotAForm(BadRequest):
    """A request's body cannot be read as what it says it is."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the request cannot be read ({reason})")


class MethodRefused(BadRequest):
    """An address is asked for in a way that it does not answer."""

    def __init__(self, method: str) -> None:
        super().__init__(f"this address does not answer {method[:20]!r}")


class NameIsWithheld(BadRequest):
    """A correction would write what stands in the place of a name at risk, instead of the name."""

    def __init__(self, member: str) -> None:
        super().__init__(
            f"{member}: a name is withheld in what was shown; leave the member out and it stays, or write it anew"
        )


class NoHandle(BadRequest):
    """Somebody judges who has not said who they are."""

    def __init__(self) -> None:
        super().__init__("say who judges: a handle of your choice, at the top of the page (or `tocsin serve --by`)")


STATUS: Mapping[type[TocsinError], int] = {
    NotOpened: 401,
    NoToken: 403,
    OtherSite: 403,
    NoSuchPage: 404,
    NoSuchFinding: 404,
    NotInLedger: 404,
    UnknownEntry: 404,
    UnknownFinding: 404,
    UnknownText: 404,
    NoLedger: 404,
    MethodRefused: 405,
    Moved: 409,
    TooLarge: 413,
    OtherHost: 421,
    UnknownName: 422,
    LedgerReadOnly: 403,
    LedgerBusy: 503,
    LedgerFull: 507,
}
"""What is not named here is 400 where the request is at fault and 500 where a promise is broken."""


def status(error: TocsinError) -> int:
    """Give the HTTP status of a failure.

    >>> status(NotOpened()), status(BadRequest("no such actor")), status(BrokenPromise("a quote does not stand"))
    (401, 400, 500)
    """
    for kind in type(error).__mro__:
        if kind in STATUS:
            return STATUS[kind]
    return 500 if isinstance(error, BrokenPromise) else 400
