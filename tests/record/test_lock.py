"""One writer at a time, told by its process."""

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from dragoman.errors import RecordError
from dragoman.record import lock
from dragoman.record.lock import lock_path, only_writer
from dragoman.record.store import make


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    with only_writer(path), pytest.raises(RecordError, match=rf"another process \({os.getpid()}\)"), only_writer(path):
        pass
    with only_writer(path):
        assert lock_path(path).name == "r.duckdb.lock"
    # There is no record that it could stand beside.
    assert list(tmp_path.iterdir()) == []


def test_beside_a_record_the_lock_stays(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    with only_writer(path):
        make(path)
    assert lock_path(path).exists()


def test_what_is_no_record_is_refused_and_nothing_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("The sea was calm.", encoding="utf-8")
    with pytest.raises(RecordError, match="is no record of dragoman"), only_writer(path):
        pass
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_that_was_dropped_before_it_was_taken_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.duckdb"
    real, taken = lock._taken, []

    def dropped(stream: BinaryIO) -> bool:
        taken.append(stream)
        if len(taken) == 1:
            lock_path(path).unlink()
        return real(stream)

    monkeypatch.setattr(lock, "_taken", dropped)
    with only_writer(path):
        assert lock_path(path).exists()
    assert len(taken) == 2


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="folder does not exist"), only_writer(tmp_path / "none" / "r.duckdb"):
        pass


def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    lock_path(path).mkdir()
    with pytest.raises(RecordError, match="cannot be written here"), only_writer(path):
        pass
