"""The same question again: whole answers are kept while the snapshot stands, and told by their ETag.

In: ASGI requests that read. Out: answers from memory where they are there, 304 for who has them already.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from starlette.types import ASGIApp as App
from starlette.types import Message, Receive, Scope, Send

_MOST = 512
_LARGEST = 1 << 20
# What is never kept: files, what is coded for one caller, what tells of now.
_PASSED = ("/assets/", "/try", "/login", "/api/v1/health", "/api/v1/metrics", "/api/v1/openapi")
_FILES = (b"text/csv", b"parquet", b"arrow", b"ndjson")


class Cache:
    """ASGI middleware; `generation` tells which state of the record would be shown now."""

    def __init__(self, app: App, generation: Callable[[], int], *, start: str) -> None:
        self._app = app
        self._generation = generation
        self._start = start
        self._kept: OrderedDict[tuple[object, ...], _Answer] = OrderedDict()
        self._making: dict[tuple[object, ...], asyncio.Lock] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory or hand on and remember."""
        if scope["type"] != "http" or not _may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        shown = (scope["path"], scope["query_string"], headers.get(b"accept"), headers.get(b"hx-request"))
        key = (self._generation(), *shown)
        answer = self._kept.get(key)
        if answer is None:
            async with self._making.setdefault(key, asyncio.Lock()):
                try:
                    answer = self._kept.get(key) or await self._made(key, scope, receive)
                finally:
                    self._making.pop(key, None)
        await answer.send(scope, receive, send, known=headers.get(b"if-none-match", b""))

    async def _made(self, key: tuple[object, ...], scope: Scope, receive: Receive) -> "_Answer":
        answer = _Answer(self._etag(key))
        await self._app(scope, receive, answer.take)
        if answer.status == 200 and answer.size <= _LARGEST and key[0]:
            self._kept[key] = answer
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return answer

    def _etag(self, key: tuple[object, ...]) -> bytes:
        return b'"' + blake2b(repr((self._start, key)).encode(), digest_size=10).hexdigest().encode() + b'"'


def _may_be_kept(scope: Scope) -> bool:
    """Whether it is a page or JSON; files may be large and are sent while they are made."""
    if scope["method"] != "GET" or scope["path"].startswith(_PASSED) or b"format=" in scope["query_string"]:
        return False
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return not any(kind in accept for kind in _FILES)


class _Answer:
    """One whole answer."""

    def __init__(self, etag: bytes) -> None:
        self.etag = etag
        self.status = 500
        self.size = 0
        self._messages: list[Message] = []

    async def take(self, message: Message) -> None:
        """Keep what the application sends."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            if self.status == 200:
                more = [*self._known(), (b"vary", b"Accept, HX-Request")]
                message = {**message, "headers": [*message["headers"], *more]}
        self.size += len(message.get("body", b""))
        self._messages.append(message)

    async def send(self, _scope: Scope, _receive: Receive, send: Send, *, known: bytes) -> None:
        """Send it, or say that the caller has it."""
        if self.status == 200 and self.etag in [one.strip().removeprefix(b"W/") for one in known.split(b",")]:
            await send({"type": "http.response.start", "status": 304, "headers": self._known()})
            await send({"type": "http.response.body", "body": b""})
            return
        for message in self._messages:
            await send(message)

    def _known(self) -> list[tuple[bytes, bytes]]:
        return [(b"etag", self.etag), (b"cache-control", b"private, no-cache")]
