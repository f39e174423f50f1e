"""The copy of what a checkpoint may tear: whatever part of it was written, the record is there as it was."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError
from dragoman.record import store
from dragoman.record.adding import Coding, add
from dragoman.record.lock import only_writer
from dragoman.record.store import Connection, make, reading, writing
from dragoman.record.undo import save, undo_path
from record.samples import Coder, article

_BEGIN = 3 * 4096
_BLOCK = 1 << 18


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """A record that has had several checkpoints."""
    path = tmp_path / "r.duckdb"
    add(path, [article(number) for number in range(6)], Coding(Coder, jobs=1, batch=2))
    return path


@pytest.fixture(name="killed")
def _killed(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[bytes]]:
    """A record whose writer was killed between commit and checkpoint; and the blocks of a whole checkpoint."""
    left, close = path.with_name("killed.duckdb"), store._close

    def copied(connection: Connection, closing: Path) -> None:
        for end in ("", ".wal", ".undo"):
            shutil.copy(f"{closing}{end}", f"{left}{end}")
        close(connection, closing)

    monkeypatch.setattr(store, "_close", copied)
    with only_writer(path), writing(path) as connection:
        connection.execute("INSERT INTO superseded VALUES ('a', 1)")
    monkeypatch.setattr(store, "_close", close)
    content = path.read_bytes()[_BEGIN:]
    return left, [content[at : at + _BLOCK] for at in range(0, len(content), _BLOCK)]


def tear(path: Path, blocks: list[bytes], *, length: int) -> list[int]:
    """Write so much of each block of a checkpoint that stands where a block was in use; their numbers."""
    with duckdb.connect(str(path), config={"access_mode": "READ_ONLY"}) as connection:
        asked = connection.execute("SELECT DISTINCT block_id FROM pragma_metadata_info()").fetchall()
    numbers = [number for (number,) in asked if number < len(blocks)]
    with path.open("r+b") as file:
        for number in numbers:
            file.seek(_BEGIN + number * _BLOCK)
            file.write(blocks[number][:length])
    return numbers


def rows(path: Path) -> tuple[int, int]:
    """How many documents, and what the killed writer had added."""
    with reading(path) as connection:
        counts = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM superseded)"
        ((documents, added),) = connection.execute(counts).fetchall()
    return documents, added


@pytest.mark.parametrize("length", [8, 4096, 65_536, 131_072, _BLOCK])
def test_a_torn_block_is_put_back_when_the_record_is_read(killed: tuple[Path, list[bytes]], length: int) -> None:
    path, blocks = killed
    assert tear(path, blocks, length=length)
    if length < _BLOCK:
        with pytest.raises(duckdb.Error, match="checksum"):
            duckdb.connect(str(path), config={"access_mode": "READ_ONLY"})
    assert rows(path) == (6, 1)
    assert not undo_path(path).exists()


def test_a_torn_block_is_put_back_when_the_record_is_written(killed: tuple[Path, list[bytes]]) -> None:
    path, blocks = killed
    tear(path, blocks, length=65_536)
    assert add(path, [article(number) for number in range(8)], Coding(Coder, jobs=1)).documents == 2
    assert rows(path) == (8, 1)
    assert sorted(file.name for file in path.parent.glob("killed*")) == ["killed.duckdb", "killed.duckdb.lock"]


def test_all_that_has_room_is_copied(path: Path) -> None:
    """What our reading of the file finds is what DuckDB says."""
    save(path)
    size = undo_path(path).stat().st_size
    with duckdb.connect(str(path)) as connection:
        asked = "SELECT count(DISTINCT block_id) FROM pragma_metadata_info() WHERE free_blocks > 0"
        ((blocks,),) = connection.execute(asked).fetchall()
    assert size == 16 + _BEGIN + blocks * (16 + _BLOCK)
    assert blocks


def test_a_copy_that_is_not_whole_or_of_another_state_is_dropped(path: Path, tmp_path: Path) -> None:
    save(path)
    before = path.read_bytes()
    old = undo_path(path).read_bytes()
    for copy in (b"", old[:-1], old[:9] + b"?" + old[10:]):
        undo_path(path).write_bytes(copy)
        assert rows(path) == (6, 0)
        assert not undo_path(path).exists()
    assert path.read_bytes() == before
    with only_writer(path):
        make(tmp_path / "other.duckdb")
    undo_path(tmp_path / "other.duckdb").write_bytes(old)
    assert rows(tmp_path / "other.duckdb") == (0, 0)


def checkpoints(path: Path) -> int:
    """How many checkpoints the file has had: the header in force counts them."""
    head = path.read_bytes()[:_BEGIN]
    return max(int.from_bytes(head[page * 4096 + 8 : page * 4096 + 16], "little") for page in (1, 2))


@pytest.mark.parametrize(("commits", "rows_each"), [(0, 10), (0, 99_999), (2, 99_999)])
def test_there_is_one_checkpoint_however_much_is_written(path: Path, commits: int, rows_each: int) -> None:
    """The copy is of the state before it; earlier commits are as migrations make them."""
    insert = f"INSERT INTO superseded SELECT md5(i::VARCHAR) || repeat('x', 200), 1 FROM range({rows_each}) t(i)"
    before = checkpoints(path)
    with only_writer(path), writing(path) as connection:
        for _ in range(commits):
            connection.execute(insert)
            connection.commit()
            connection.begin()
        connection.execute(insert)
    assert checkpoints(path) == before + 1
    assert rows(path) == (6, (commits + 1) * rows_each)


def test_an_old_record_is_brought_up_to_date_in_one_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    shutil.copy(Path(__file__).parent / "first.duckdb", path)
    before = checkpoints(path)
    rows(path)
    assert checkpoints(path) == before + 1


def test_a_second_writer_leaves_the_copy_of_the_first(path: Path) -> None:
    """Also one that holds no `only_writer`, as who reviews, and gives up."""
    with only_writer(path), writing(path) as connection:
        connection.execute("INSERT INTO superseded VALUES ('a', 1)")
        copy = undo_path(path).read_bytes()
        for wait in (0.0, 0.1):
            with pytest.raises(RecordError, match="written by others"), writing(path, wait=wait):
                pass
        with pytest.raises(RecordError, match="held open"), reading(path, wait=0.0):
            pass
        assert undo_path(path).read_bytes() == copy
    assert not undo_path(path).exists()
    assert rows(path) == (6, 1)


def test_writers_at_once_wait_for_each_other(path: Path) -> None:
    """Each is told what became of its own."""

    def write(number: int) -> int:
        with writing(path) as connection:
            connection.execute("INSERT INTO superseded VALUES ('a', ?)", [number])
        return number

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(write, range(24)))
    with reading(path) as connection:
        asked = connection.execute("SELECT version FROM superseded ORDER BY version").fetchall()
    assert [number for (number,) in asked] == told
    assert not undo_path(path).exists()


def test_what_cannot_be_copied_is_said(path: Path) -> None:
    undo_path(path).mkdir()
    with pytest.raises(RecordError, match="cannot be written"), writing(path):
        pass
    assert rows(path) == (6, 0)
