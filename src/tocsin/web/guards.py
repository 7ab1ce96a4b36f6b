# SPDX-License-Identifier: Apache-2.0
"""Guards at the door: every request passes them before any page sees it.

1. The Host header names the address that was opened; another name bound to it (DNS rebinding) is turned away.
2. No other site asks: `Sec-Fetch-Site` and `Origin`, where a browser sends them, are this room's own.
3. Without a session only `/open` and the static files answer.
4. What changes something carries the session's token, in a header or as the form field `token`.
5. No body is longer than its page takes; but for uploads it is read here, once.
6. Every answer bears the headers of `HEADERS`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import ip_address
from secrets import compare_digest
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tocsin.errors import BadRequest
from tocsin.web.errors import NotAForm, NoToken, NotOpened, OtherHost, OtherSite, TooLarge
from tocsin.web.sessions import Session, Sessions

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What a page may load and do: nothing but its own files; no script or style stands in a page."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer."""

TOKEN = "x-tocsin-token"  # noqa: S105 - a header's name
SAFE = frozenset({"GET", "HEAD"})
MAX_BODY_BYTES = 1_000_000
MAX_UPLOAD_BYTES = 200_000_000
UPLOADS = "/bring-in/files"

Refusing = Callable[[Request, BadRequest], Response]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the room answers: host as given, port, and every name that the Host header may have."""

    host: str
    port: int

    @property
    def shown(self) -> str:
        """The address in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def names(self) -> frozenset[str]:
        """Every name that the Host header may have."""
        loopback = {f"127.0.0.1:{self.port}", f"localhost:{self.port}", f"[::1]:{self.port}"}
        return frozenset({self.shown} | (loopback if is_loopback(self.host) else set()))

    @property
    def cookie(self) -> str:
        """The session cookie's name; cookies know no ports, so the port is in it."""
        return f"tocsin-{self.port}"


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches an address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("192.0.2.7")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """The door: see the module's rules. `refusing` makes the answer to a request that is turned away."""

    def __init__(self, app: ASGIApp, *, address: Address, sessions: Sessions, refusing: Refusing) -> None:
        self._app = app
        self._address = address
        self._sessions = sessions
        self._refusing = refusing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through with its session and its body, or turn it away."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no web sockets here
            return
        guarded = _headed(send)
        try:
            receive = await self._checked(scope, receive)
        except BadRequest as error:
            await self._refusing(Request(scope), error)(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    async def _checked(self, scope: Scope, receive: Receive) -> Receive:
        headers = Headers(scope=scope)
        self._same_host(headers)
        path, safe = scope["path"], scope["method"] in SAFE
        opening = path == "/open"
        _same_site(headers, f"http://{headers.get('host')}", safe=safe, opening=opening)
        session = self._sessions.session(Request(scope).cookies.get(self._address.cookie, ""))
        scope["session"] = session or Session()
        if session is None and not opening and not path.startswith("/static/"):
            raise NotOpened
        if safe:
            return receive
        if path == UPLOADS:
            _same_token(session, headers.get(TOKEN, ""))
            return _counted(receive, MAX_UPLOAD_BYTES + MAX_BODY_BYTES)
        body = await _read(receive)
        form = _form(headers, body)
        scope["tocsin.body"], scope["tocsin.form"] = body, form
        _same_token(session, headers.get(TOKEN) or dict(form).get("token", ""))
        return _again(body)

    def _same_host(self, headers: Headers) -> None:
        host = headers.get("host", "")
        if host.lower() not in self._address.names:
            raise OtherHost(host)


def _same_site(headers: Headers, own: str, *, safe: bool, opening: bool) -> None:
    site = headers.get("sec-fetch-site", "none")
    if site not in {"same-origin", "none"} and not (opening and safe):
        raise OtherSite
    origin = headers.get("origin", own)
    # Without a referrer a form's origin is "null"; then the browser's own word on the site decides.
    if not safe and origin != own and not (origin == "null" and site == "same-origin"):
        raise OtherSite


def _same_token(session: Session | None, token: str) -> None:
    if session is None or not compare_digest(session.token.encode(), token.encode()):
        raise NoToken


def _counted(receive: Receive, limit_bytes: int) -> Receive:
    """Refuse to read on beyond a limit; what was read until then is the receiver's to throw away."""
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit_bytes:
            raise TooLarge(MAX_UPLOAD_BYTES)
        return message

    return counted


async def _read(receive: Receive) -> bytes:
    counted = _counted(receive, MAX_BODY_BYTES)
    parts: list[bytes] = []
    while True:
        message = await counted()
        if message["type"] == "http.disconnect":
            raise NotAForm("it broke off")
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _form(headers: Headers, body: bytes) -> list[tuple[str, str]]:
    if headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        return []
    try:
        return parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=5000, errors="strict")
    except ValueError as error:
        raise NotAForm(str(error)) from None


def _again(body: bytes) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return {"type": "http.disconnect"}
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _headed(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return headed


def form(scope: Scope) -> list[tuple[str, str]]:
    """Give the fields of a form that passed the guard, in order."""
    fields: list[tuple[str, str]] = scope.get("tocsin.form", [])
    return fields
