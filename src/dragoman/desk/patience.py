"""How long a caller may take to send a request: a connection that sends too slowly is ended.

In: bytes of connections, through uvicorn. Out: the same, or an end. uvicorn waits for the rest of a request as long as
the caller likes, so that a few hundred slow ones would keep all others out. A body that comes too slowly is told so
before (`guard`); what is ended here never was a request, or goes on sending after it was answered.
"""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

# Seconds for the request line and headers, and for a body: longer than `Options.max_wait`, after which the guard tells.
HEAD = 10.0
BODY = 25.0
_UNSENT = (h11.IDLE, h11.SEND_BODY)


class Patient(H11Protocol):
    """uvicorn's protocol with an end to waiting for what a caller sends."""

    head, body = HEAD, BODY
    _waits: asyncio.TimerHandle | None = None
    _for: object = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._look(self.conn.their_state)

    def data_received(self, data: bytes) -> None:
        """Wait for the rest of a request from when it began, whatever drips in."""
        super().data_received(data)
        self._look(self.conn.their_state)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there to be waited for."""
        self._look(None)
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Between two requests uvicorn's own limit of idle connections holds."""
        self._look(None)
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY:
            self._look(h11.SEND_BODY)

    def _look(self, state: object) -> None:
        """Begin a wait when what is waited for is another than before."""
        if state is self._for:
            return
        self._for = state
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None
        if state in _UNSENT:
            self._waits = self.loop.call_later(self.head if state is h11.IDLE else self.body, self._end)

    def _end(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()
