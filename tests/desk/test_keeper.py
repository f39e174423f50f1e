"""The keeper: the snapshot follows the file, and what stands is shown when the next cannot be made."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dragoman.desk import keeper as keeping
from dragoman.desk.keeper import Keeper, signature
from dragoman.desk.readings import Readings
from dragoman.desk.snapshot import Snapshot
from dragoman.document import Document
from dragoman.errors import RecordError
from dragoman.record.adding import Coding, add
from dragoman.record.store import Connection
from fakes import event as event_of
from record.samples import Coder, article


def documents(keeper: Keeper) -> int:
    """How many there are in the snapshot that stands."""
    return int(keeper.current().ask("SELECT count(*) AS n FROM documents")[0]["n"])


def put(path: Path, *numbers: int) -> None:
    """Add articles."""
    given: list[Document] = [article(number) for number in numbers]
    add(path, given, Coding(Coder, jobs=1, coder="test"))


def until(keeper: Keeper, wanted: int) -> None:
    """Wait for as many documents."""
    end = time.monotonic() + 30
    while documents(keeper) != wanted:
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(name="quick", autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_OFTEN", 0.01)
    monkeypatch.setattr(keeping, "_REST", 0)


def test_it_follows_the_file(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    put(path, 1)
    readings = Readings(path)
    keeper = Keeper(readings)
    assert keeper.shown().snapshot == 0
    assert documents(keeper) == 1
    before = keeper.shown()
    put(path, 2, 3)
    until(keeper, 3)
    assert keeper.shown() > before
    readings.close()


def test_what_stands_is_shown_when_the_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    put(path, 1)
    keeper = Keeper(Readings(path))
    assert documents(keeper) == 1
    time.sleep(0.6)
    path.write_bytes(b"no record any more")
    for _ in range(5):
        assert documents(keeper) == 1
        time.sleep(0.02)


def test_what_stands_is_shown_and_told_to_be_stale_whatever_goes_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.duckdb"
    put(path, 1)
    keeper = Keeper(Readings(path))
    assert (documents(keeper), keeper.stale) == (1, False)
    made, real = keeper.made, keeping.build
    monkeypatch.setattr(keeping, "build", lambda *_found, **_more: [][0])
    put(path, 2)
    end = time.monotonic() + 30
    while not keeper.stale:
        assert documents(keeper) == 1
        assert time.monotonic() < end
        time.sleep(0.02)
    assert (documents(keeper), keeper.made) == (1, made)
    monkeypatch.setattr(keeping, "build", real)
    until(keeper, 2)
    assert not keeper.stale


def test_without_a_record_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        Keeper(Readings(tmp_path / "none.duckdb")).current()
    assert signature(tmp_path / "none.duckdb") == ()


def test_what_is_said_while_a_snapshot_is_made_stands_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.duckdb"
    put(path, 1)
    keeper = Keeper(Readings(path))
    event = event_of("a1").to_dict()
    claim = (1, event["event_id"], "correct", "event_type", '"AID"', "ada", "", datetime(2024, 6, 1))
    real = keeping.build

    def build(found: dict[str, Any], **more: Any) -> Snapshot:
        keeper.take([claim], event)
        return real(found, **more)

    monkeypatch.setattr(keeping, "build", build)
    put(path, 2)
    until(keeper, 2)
    asked = "SELECT event_type, judged FROM events WHERE event_id = $id"
    assert keeper.current().ask(asked, {"id": event["event_id"]}) == [{"event_type": "AID", "judged": True}]
    assert keeper.shown().said >= 1


@pytest.mark.parametrize("while_reading", [True, False])
def test_closing_breaks_off_what_is_being_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, while_reading: bool
) -> None:
    path = tmp_path / "r.duckdb"
    put(path, 1)
    keeper = Keeper(Readings(path))
    stood = keeper.current()
    at_work = threading.Event()
    long = "SELECT count(*) FROM range(1000000) a, range(1000000) b"
    real = keeping.build

    def read(source: Connection) -> dict[str, Any]:
        if while_reading:
            at_work.set()
            source.execute(long)
        return {}

    def build(found: dict[str, Any], *, begun: Callable[[Connection], object], **more: Any) -> Snapshot:
        connection = duckdb.connect()
        begun(connection)
        at_work.set()
        connection.execute(long)
        return real(found, begun=begun, **more)

    monkeypatch.setattr(keeping, "read", read)
    monkeypatch.setattr(keeping, "build", build)
    put(path, 2)
    time.sleep(0.05)
    assert keeper.current() is stood
    assert at_work.wait(10)
    began = time.monotonic()
    keeper.close()
    assert time.monotonic() - began < 5
    assert not [thread for thread in threading.enumerate() if thread.name == "snapshot"]
    assert keeper.current() is stood
    assert not caplog.records
