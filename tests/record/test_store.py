"""The file of a record: what is none is refused in one line, and a busy one is waited for."""

from pathlib import Path

import duckdb
import pytest

from dragoman.errors import RecordError
from dragoman.record.lock import only_writer
from dragoman.record.store import identity, make, reading, writing


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """An empty record."""
    path = tmp_path / "it's.duckdb"
    with only_writer(path):
        make(path)
    return path


def test_what_is_no_record(tmp_path: Path) -> None:
    text, empty, stranger = (tmp_path / name for name in ("text.txt", "empty.duckdb", "stranger.duckdb"))
    text.write_text("hello " * 5000, encoding="utf-8")
    empty.touch()
    duckdb.connect(str(stranger)).close()
    cases = {text: "not a DuckDB file", empty: "not a DuckDB file", stranger: "no record of dragoman"}
    cases |= {tmp_path: "is a folder", tmp_path / "none": "no such record"}
    for path, said in cases.items():
        for block in (reading, writing):
            with pytest.raises(RecordError, match=said) as caught, block(path):
                pass
            assert str(path) in str(caught.value)
            assert "\n" not in str(caught.value)
    assert text.read_text(encoding="utf-8") == "hello " * 5000


def test_a_block_is_one_transaction(path: Path) -> None:
    with writing(path) as connection:
        connection.execute("INSERT INTO superseded VALUES ('a', 1)")
    with pytest.raises(duckdb.CatalogException), writing(path) as connection:
        connection.execute("INSERT INTO superseded VALUES ('b', 1)").execute("SELECT * FROM nowhere")
    with reading(path) as connection:
        assert connection.execute("SELECT document_id FROM superseded").fetchall() == [("a",)]


def test_a_reader_cannot_write(path: Path) -> None:
    with reading(path) as connection, pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connection.execute("DELETE FROM events")


def test_a_file_held_open_by_another_is_said(path: Path) -> None:
    with reading(path), pytest.raises(RecordError, match="held open by another program"), writing(path, wait=0.1):
        pass


def test_a_file_keeps_its_identity_until_another_takes_its_name(path: Path) -> None:
    first = identity(path)
    with writing(path) as connection:
        connection.execute("INSERT INTO superseded VALUES ('a', 1)")
    assert identity(path) == first
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(RecordError, match="moved or removed"):
        identity(path)
