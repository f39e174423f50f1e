"""One writer at a time, told by its process."""

import os
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.record.lock import lock_path, only_writer


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    with only_writer(path), pytest.raises(RecordError, match=rf"another process \({os.getpid()}\)"), only_writer(path):
        pass
    with only_writer(path):
        assert lock_path(path).name == "r.duckdb.lock"


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="folder does not exist"), only_writer(tmp_path / "none" / "r.duckdb"):
        pass


def test_a_lock_that_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    lock_path(path).mkdir()
    with pytest.raises(RecordError, match="cannot be written here"), only_writer(path):
        pass
