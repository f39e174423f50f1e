"""The door: who may come in, what may be sent, which headers every answer has.

In: ASGI requests. Out: the same handed on, or refused, also on the way. Names of hosts are checked so that no other
page can reach a desk through a name of its own; what writes must come from the desk's own pages or say that it is
JSON.
"""

import asyncio
import hmac
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.types import ASGIApp as App
from starlette.types import Message, Receive, Scope, Send

from dragoman.desk.options import Options

Refuse = Callable[[Scope, HTTPStatus, str], App]

COOKIE = "dragoman_desk"
_OPEN = ("/assets/", "/login", "/api/v1/health")
_SAFE = ("GET", "HEAD", "OPTIONS")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}
_RAW = [(name.encode(), value.encode()) for name, value in HEADERS.items()]


class Guard:
    """ASGI middleware. `refuse` makes the application that tells a refusal."""

    def __init__(self, app: App, options: Options, refuse: Refuse) -> None:
        self._app = app
        self._options = options
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check and hand on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        refused = self._refused(scope, headers)
        app = self._refuse(scope, *refused) if refused else self._app
        limited = _Limited(receive, self._options)
        await self._limited(app, scope, limited, _with_headers(send))

    async def _limited(self, app: App, scope: Scope, receive: "_Limited", send: Send) -> None:
        """What an application says of a body that was cut off does not count."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            if begun or not receive.cut:
                begun = True
                await send(message)

        with suppress(_CutError):
            await app(scope, receive, sent)
        if receive.cut and not begun:
            await self._refuse(scope, *receive.cut)(scope, receive, _last(send))

    def _refused(self, scope: Scope, headers: dict[str, str]) -> tuple[HTTPStatus, str] | None:
        options = self._options
        if not options.token and not _local_name(headers.get("host", "")):
            return HTTPStatus.FORBIDDEN, "this desk answers under localhost and 127.0.0.1 only"
        if _length(headers) > options.max_body:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the request is over {options.max_body:,} bytes"
        if scope["method"] not in _SAFE and not _own(headers):
            return HTTPStatus.FORBIDDEN, "the request comes from another site"
        free = scope["path"].startswith(_OPEN)
        if options.token and not free and not self._known(headers):
            return HTTPStatus.UNAUTHORIZED, "give the desk's token: Authorization: Bearer TOKEN"
        return None

    def _known(self, headers: dict[str, str]) -> bool:
        given = headers.get("authorization", "")
        scheme, _, token = given.partition(" ")
        if scheme.lower() == "bearer" and same(token.strip(), self._options.token):
            return True
        return same(_cookie(headers), session(self._options))


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], *_RAW]}
        await send(message)

    return sent


def _last(send: Send) -> Send:
    """The rest of the request is not waited for: the connection ends with the answer."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], (b"connection", b"close")]}
        await send(message)

    return sent


class _CutError(Exception):
    """More came than is taken, or it came too slowly."""


class _Limited:
    """Receives no more bytes than are allowed, and none after its time; `cut` tells how it ended then."""

    def __init__(self, receive: Receive, options: Options) -> None:
        self._receive = receive
        self._most, self._left, self._wait = options.max_body, options.max_body, options.max_wait
        self._until = 0.0
        self._whole = False
        self.cut: tuple[HTTPStatus, str] | None = None

    async def __call__(self) -> Message:
        if self._whole:
            # Only the caller's leaving can come now, and an answer may take its time.
            return await self._receive()
        message = await self._in_time()
        self._whole = not message.get("more_body", False)
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.cut = HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the request is over {self._most:,} bytes"
        if self.cut:
            raise _CutError
        return message

    async def _in_time(self) -> Message:
        now = asyncio.get_running_loop().time()
        self._until = self._until or now + self._wait
        try:
            async with asyncio.timeout_at(self._until):
                return await self._receive()
        except TimeoutError:
            self.cut = HTTPStatus.REQUEST_TIMEOUT, f"the request was not there in whole after {self._wait:g} seconds"
            raise _CutError from None


def session(options: Options) -> str:
    """What the cookie of somebody who gave the token holds: nothing that the token could be read from."""
    return hmac.new(options.secret.encode(), f"session {options.token}".encode(), sha256).hexdigest()


def form_token(options: Options) -> str:
    """What every form carries, so that no other site can send it: it changes with each start of the desk."""
    return hmac.new(options.secret.encode(), b"form", sha256).hexdigest()


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell how much of them is."""
    return bool(wanted) and hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _own(headers: dict[str, str]) -> bool:
    """Whether what writes comes from a page of this desk or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == headers.get("host", "")
    except ValueError:
        return False


def _local_name(host: str) -> bool:
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return name in ("localhost", "127.0.0.1", "[::1]")


def _length(headers: dict[str, str]) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 16 else 0


def _cookie(headers: dict[str, str]) -> str:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[COOKIE].value if COOKIE in jar else ""


def _headers(scope: Scope) -> dict[str, str]:
    pairs: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in pairs}
