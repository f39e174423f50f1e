"""`dragoman serve`: a real server of a real record, ended by a signal; what it refuses to start with."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.record.adding import Coding, add
from record.samples import Coder, article

RUN = (sys.executable, "-c", "from dragoman.cli import main; main()", "serve")


@pytest.fixture(name="record", scope="module")
def _record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "r.duckdb"
    add(path, [article(1)], Coding(Coder, jobs=1, coder="test"))
    return path


def test_it_serves_until_it_is_ended(record: Path) -> None:
    command = [*RUN, "--record", str(record), "--port", "8479"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            told = server.stderr.readline()
            assert "http://127.0.0.1:8479/" in told
            transport = httpx.HTTPTransport(retries=40)
            with httpx.Client(transport=transport, timeout=60) as client:
                found = client.get("http://127.0.0.1:8479/api/v1/events")
            assert found.json()["total"] == 1
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=60) in (0, 130, -signal.SIGINT)


def test_where_others_reach_it_a_token_is_made_and_shown(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uvicorn.run", lambda *_args, **_more: None)
    found = CliRunner().invoke(app, ["serve", "--record", str(record), "--host", "0.0.0.0"])
    assert found.exit_code == 0
    assert re.search(r"token: [\w-]{30,}", found.output)


def test_a_record_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "none.duckdb")])
    assert found.exit_code == 1
    assert "no such record" in found.output


def test_a_port_that_is_taken_is_said_before_anything_else(record: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = CliRunner().invoke(app, ["serve", "--record", str(record), "--port", str(port)])
    assert found.exit_code == 1
    assert found.output == (
        f"dragoman: 127.0.0.1, port {port}: Address already in use; choose another with --port or --host\n"
    )


def test_a_short_token_is_refused(record: Path) -> None:
    found = CliRunner().invoke(app, ["serve", "--record", str(record), "--token", "short"])
    assert found.exit_code == 2
