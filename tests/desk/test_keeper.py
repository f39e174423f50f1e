"""The keeper: the snapshot follows the file, and what stands is shown when the next cannot be made."""

import time
from pathlib import Path

import pytest

from dragoman.desk import keeper as keeping
from dragoman.desk.keeper import Keeper, signature
from dragoman.desk.readings import Readings
from dragoman.document import Document
from dragoman.errors import RecordError
from dragoman.record.adding import Coding, add
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
    assert keeper.generation() == 0
    assert documents(keeper) == 1
    before = keeper.generation()
    put(path, 2, 3)
    until(keeper, 3)
    assert keeper.generation() > before
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


def test_without_a_record_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        Keeper(Readings(tmp_path / "none.duckdb")).current()
    assert signature(tmp_path / "none.duckdb") == ()
