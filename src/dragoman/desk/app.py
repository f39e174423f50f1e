"""The application: API, pages, assets, and around them the door, the cache and the counting.

In: `Options`. Out: an ASGI application for uvicorn or another server.
"""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp as App
from starlette.types import Message, Receive, Scope, Send

from dragoman.desk import errors
from dragoman.desk.api import events, ledgers, work
from dragoman.desk.api.answers import PREFIX, known_parameters, sent_as_json
from dragoman.desk.cache import Cache
from dragoman.desk.desk import Desk, opened
from dragoman.desk.guard import Guard
from dragoman.desk.options import Options
from dragoman.desk.pages import routes
from dragoman.desk.pages.views import problem
from dragoman.errors import DragomanError

log = logging.getLogger(__name__)

_ABOUT = "The record of world politics that news tell: events with the words that tell them. Terms: docs/contract.md."
_ASSETS = Path(__file__).parent / "assets"


def create(options: Options) -> App:
    """The application over one record."""
    desk = opened(options)
    app = inner(desk)
    cached = Cache(Counting(app, desk), desk.keeper.shown, start=options.secret)

    def refuse(scope: Scope, status: HTTPStatus, message: str) -> Response:
        return _told(Request({**scope, "app": app}), status, message)

    return Guard(Bodiless(cached), options, refuse)


def inner(desk: Desk) -> FastAPI:
    """The routes alone, with their schema."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Dragoman",
        version="1",
        summary=_ABOUT,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        lifespan=lifespan,
    )
    app.state.desk = desk
    for part in (events.router, ledgers.router, work.router):
        app.include_router(part, prefix=PREFIX, dependencies=[Depends(known_parameters), Depends(sent_as_json)])
    app.include_router(routes.router)
    app.mount("/assets", StaticFiles(directory=_ASSETS), name="assets")
    app.add_exception_handler(DragomanError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
    return app


class Bodiless:
    """ASGI middleware that answers HEAD as GET, without the body."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on, and leave out the body where none is asked for."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, sent)


class Counting:
    """ASGI middleware that counts answers by route, and tells nobody of what goes wrong inside but the log."""

    def __init__(self, app: App, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on and count."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.monotonic(), [0]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                status[0] = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception:
            # The caller has been told by `_unforeseen`, which knows no more than that.
            log.exception("%s %s", scope["method"], scope["path"])
            if not status[0]:
                raise
        finally:
            self._desk.counters.count(_route(scope), status[0], time.monotonic() - began)


def _route(scope: Scope) -> str:
    """The route that answered, without what a caller wrote; with its prefix, which routes of a router do not know."""
    path = getattr(scope.get("route"), "path", "other")
    inside = scope["path"].startswith(PREFIX) and not path.startswith(PREFIX)
    return PREFIX + path if inside else path


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, DragomanError)
    status = errors.status_of(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("%s: %s", request.url.path, error)
    # Where the record lies is nothing to those who read it from elsewhere.
    options = request.app.state.desk.options
    return _told(request, status, str(error).replace(str(options.record), options.record.name))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        said = f"body: is no JSON: {first['ctx']['error']} at character {first['loc'][-1] + 1}"
        return _told(request, HTTPStatus.BAD_REQUEST, said)
    where = ".".join(str(part) for part in first["loc"][1:])
    # Of a body that is no object the library tells what Python could read one from.
    said = f"{where}: {first['msg']}" if where else "body: send a JSON object"
    return _told(request, HTTPStatus.UNPROCESSABLE_ENTITY, said)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = _told(request, HTTPStatus(error.status_code), _SAID.get(error.status_code, str(error.detail)))
    response.headers.update(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers["allow"] = ", ".join(_allowed(request))
    return response


def _allowed(request: Request) -> list[str]:
    """What is done at an address, by all of its routes: the one that refused knows of itself alone."""
    routes = [route for route in request.app.routes if not isinstance(route, Mount)]
    methods = [
        method
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]
    # What is mounted, as assets are, is read alone; and what can be read is also answered without its body.
    read = ["GET", "HEAD"] if "GET" in methods or not methods else []
    return [*read, *(method for method in methods if method != "GET")]


_SAID = {404: "there is nothing at this address", 405: "this cannot be done at this address"}


def _unforeseen(request: Request, _error: Exception) -> Response:
    return _told(request, HTTPStatus.INTERNAL_SERVER_ERROR, "something went wrong here; the log of the desk tells what")


def _told(request: Request, status: HTTPStatus, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        headers = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
        return JSONResponse(errors.body(status, message), status_code=status, headers=headers)
    return problem(request, status, message)
