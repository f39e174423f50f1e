"""`dragoman serve`: the desk, a record in the browser and over an API.

In: a record and where to be reached. Out: a server that runs until Ctrl-C.
"""

import getpass
import socket
from pathlib import Path
from secrets import token_urlsafe
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.errors import DragomanError

_HELP = {
    "host": "Address to listen at; other than this machine's own, a token is needed.",
    "port": "Port.",
    "token": "What a caller must give; made and shown where others can reach the desk and none is given.",
    "fetch": "Let callers have the page of a URL coded; never one of a private network.",
}


def serve(
    record: options.Record = None,
    host: Annotated[str, typer.Option(metavar="HOST", help=_HELP["host"])] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535, help=_HELP["port"])] = 8000,
    token: Annotated[
        str, typer.Option(metavar="TOKEN", envvar="DRAGOMAN_TOKEN", help=_HELP["token"], show_default=False)
    ] = "",
    fetch: Annotated[bool, typer.Option("--fetch", metavar="", help=_HELP["fetch"])] = False,
    actors: options.Actors = None,
    verbose: options.Verbose = False,
) -> None:
    """Open the record in a browser, and serve it over an API."""
    import uvicorn

    from dragoman.desk.app import create
    from dragoman.desk.options import Options, is_local
    from dragoman.desk.patience import Patient
    from dragoman.record.store import reading
    from dragoman.settings import resolve

    chosen = resolve({"record": record, "actors": actors})
    path = Path(chosen.record)
    made = "" if token or is_local(host) else token_urlsafe(24)
    asked = Options(
        record=path, host=host, port=port, token=token or made, fetch=fetch, actors=chosen.actors,
        min_confidence=chosen.min_confidence, reviewer=getpass.getuser(),
    )  # fmt: skip
    # A record that cannot be opened is told now, not with the first page.
    with reading(path):
        pass
    _refuse_busy(host, port)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"dragoman: {path} at http://{shown}:{port}/ (Ctrl-C ends it)", err=True)
    if made:
        typer.echo(f"dragoman: token: {made}", err=True)
    uvicorn.run(
        create(asked), host=host, port=port, log_level="info" if verbose else "warning", access_log=verbose,
        server_header=False, limit_concurrency=500, timeout_keep_alive=20, http=Patient,
    )  # fmt: skip


def _refuse_busy(host: str, port: int) -> None:
    """Raises DragomanError where nobody can be answered: the port is another program's, the host none of this machine.

    The server would say so too, but only after it has been told where it is.
    """
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            pass
    except OSError as error:
        said = (error.strerror or str(error)).partition(" (while")[0]
        raise DragomanError(f"{host}, port {port}: {said}; choose another with --port or --host") from None
