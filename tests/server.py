"""A web server for tests, in the test's own process, that answers as it is told, badly too."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """What is served: bodies, statuses, headers, slow bodies, endless heads by path; what was asked for, in order."""

    url: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    endless: set[str] = field(default_factory=set)
    etags: bool = False
    asked: list[str] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    """One answer."""

    site: Site

    def do_GET(self) -> None:
        site, path = self.site, self.path
        site.asked.append(path)
        body = site.pages.get(path)
        status = site.status.get(path, 404 if body is None else 200)
        tag = f'"{hash(body)}"'
        if site.etags and status == 200 and self.headers["If-None-Match"] == tag:
            status, body = 304, b""
        if path in site.endless:
            self._send_head_without_end()
            return
        self.send_response(status)
        for name, value in ({"ETag": tag} if site.etags else {}).items():
            self.send_header(name, value)
        for name, value in site.headers.get(path, {}).items():
            self.send_header(name, value)
        self.end_headers()
        if path in site.slow:
            for byte in (body or b"")[:100]:
                time.sleep(0.05)
                self.wfile.write(bytes([byte]))
        else:
            self.wfile.write(body or b"")

    def _send_head_without_end(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
        for _ in range(200):
            time.sleep(0.05)
            self.wfile.write(b"x")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal."""


class _Quiet(ThreadingHTTPServer):
    """Clients that hang up are expected here."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is up for the block."""
    site = Site()
    handler = type("_Own", (_Handler,), {"site": site})
    with _Quiet(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        site.url = f"http://127.0.0.1:{server.server_port}"
        yield site
        server.shutdown()
        thread.join()
