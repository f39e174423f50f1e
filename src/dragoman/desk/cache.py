"""The same question again: whole answers are kept while the same is shown, and told by their ETag.

In: ASGI requests that read. Out: answers from memory where they are there, 304 for who has them already. When a new
snapshot stands, answers of the one before are good for some seconds more, while they are made anew behind them: else
all who read would wait for all pages at once. What a person says of an event is never left out so.
"""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from starlette.types import ASGIApp as App
from starlette.types import Message, Receive, Scope, Send

from dragoman.desk.keeper import Shown

log = logging.getLogger(__name__)

_MOST = 512
_LARGEST = 1 << 20
# Answers that are made at once: more of them take turns on the same processors, and nobody is served sooner.
_MAKERS = 4
# How long an answer of the snapshot before may be given, in seconds.
_OVERLAP = 3.0
# What is never kept: files, what is coded for one caller, what tells of now.
_PASSED = ("/assets/", "/try", "/login", "/api/v1/health", "/api/v1/metrics", "/api/v1/openapi")
_FILES = (b"text/csv", b"parquet", b"arrow", b"ndjson")
_Key = tuple[object, ...]


class Cache:
    """ASGI middleware; `shown` tells which state of the record is shown now."""

    def __init__(self, app: App, shown: Callable[[], Shown], *, start: str) -> None:
        self._app = app
        self._shown = shown
        self._start = start
        self._kept: OrderedDict[_Key, _Answer] = OrderedDict()
        self._making: dict[_Key, asyncio.Task[_Answer]] = {}
        self._makers = asyncio.Semaphore(_MAKERS)
        self._now = self._before = Shown(0, 0)
        self._changed = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory or hand on and remember."""
        if scope["type"] != "http" or not _may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = (scope["path"], scope["query_string"], headers.get(b"accept"), headers.get(b"hx-request"))
        answer = self._kept.get(key)
        if answer is None or answer.of != self._looked():
            making = self._begin(key, scope)
            if answer is None or not self._good_still(answer):
                # Who goes away does not end what others wait for.
                answer = await asyncio.shield(making)
        await answer.send(send, known=headers.get(b"if-none-match", b""))

    def _looked(self) -> Shown:
        now = self._shown()
        if now != self._now:
            self._before, self._now, self._changed = self._now, now, time.monotonic()
        return now

    def _good_still(self, answer: "_Answer") -> bool:
        """Whether it is of the snapshot before, just now, and nobody has said anything since."""
        same = answer.of == self._before and self._before.said == self._now.said
        return same and time.monotonic() - self._changed < _OVERLAP

    def _begin(self, key: _Key, scope: Scope) -> "asyncio.Task[_Answer]":
        """One answer is made once, however many ask for it."""
        now = self._looked()
        place = (*key, now)
        if place not in self._making:
            made = asyncio.create_task(self._made(key, now, dict(scope)))
            self._making[place] = made
            made.add_done_callback(lambda done: self._ended(place, done))
        return self._making[place]

    def _ended(self, place: _Key, done: "asyncio.Task[_Answer]") -> None:
        self._making.pop(place, None)
        if not done.cancelled() and done.exception() is not None:
            log.error("%s: no answer could be made", place[0], exc_info=done.exception())

    async def _made(self, key: _Key, now: Shown, scope: Scope) -> "_Answer":
        answer = _Answer(now, self._etag(key, now))
        async with self._makers:
            await self._app(scope, _nothing_more, answer.take)
        if answer.status == 200 and answer.size <= _LARGEST and now.snapshot:
            self._kept[key] = answer
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return answer

    def _etag(self, key: _Key, now: Shown) -> bytes:
        return b'"' + blake2b(repr((self._start, key, now)).encode(), digest_size=10).hexdigest().encode() + b'"'


async def _nothing_more() -> Message:
    """What a request that only reads sends: no body."""
    return {"type": "http.request", "body": b"", "more_body": False}


def _may_be_kept(scope: Scope) -> bool:
    """Whether it is a page or JSON; files may be large and are sent while they are made."""
    if scope["method"] != "GET" or scope["path"].startswith(_PASSED) or b"format=" in scope["query_string"]:
        return False
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return not any(kind in accept for kind in _FILES)


class _Answer:
    """One whole answer, and what was shown when it was begun."""

    def __init__(self, of: Shown, etag: bytes) -> None:
        self.of = of
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

    async def send(self, send: Send, *, known: bytes) -> None:
        """Send it, or say that the caller has it."""
        # "*" is any answer there is.
        if self.status == 200 and {self.etag, b"*"} & {one.strip().removeprefix(b"W/") for one in known.split(b",")}:
            await send({"type": "http.response.start", "status": 304, "headers": self._known()})
            await send({"type": "http.response.body", "body": b""})
            return
        for message in self._messages:
            await send(message)

    def _known(self) -> list[tuple[bytes, bytes]]:
        return [(b"etag", self.etag), (b"cache-control", b"private, no-cache")]
