"""Readings: many read together, a writer comes in between, nobody writes or reaches other files."""

import threading
import time
from pathlib import Path

import pytest

from dragoman.desk.errors import BusyError, TooLongError
from dragoman.desk.readings import Readings
from dragoman.record.adding import Coding, add
from dragoman.record.store import writing
from record.samples import Coder, article

LONG = "SELECT sum(a.range * b.range) FROM range(300000) a, range(300000) b"


def test_a_writer_gets_its_turn_while_many_read(record: Path) -> None:
    readings, ended, read_by = Readings(record), threading.Event(), set[int]()

    def read() -> None:
        while not ended.is_set():
            with readings.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM events").fetchall()
        # Not where a question failed.
        read_by.add(threading.get_ident())

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    try:
        summary = add(record, [article(n) for n in range(5)], Coding(Coder, jobs=1, coder="test"))
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        readings.close()
    assert len(read_by) == 8
    assert summary.documents == 5


def test_it_cannot_write_or_reach_other_files(coded: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a\n1\n")
    readings = Readings(coded)
    for sql in (
        "DELETE FROM events", "CREATE TABLE t (a INTEGER)", f"SELECT * FROM read_csv('{tmp_path / 'a.csv'}')",
        f"ATTACH '{tmp_path / 'b.duckdb'}' AS b", "SET enable_external_access = true",
        f"COPY events TO '{tmp_path / 'c.csv'}'", "INSTALL httpfs",
    ):  # fmt: skip
        with readings.cursor() as cursor, pytest.raises(Exception, match=r"read-only|disabled|Cannot|cannot"):
            cursor.execute(sql)
    readings.close()
    assert not (tmp_path / "c.csv").exists()


def test_what_takes_too_long_is_ended(coded: Path) -> None:
    readings = Readings(coded)
    began = time.monotonic()
    with pytest.raises(TooLongError, match=r"0\.2 seconds"), readings.cursor(seconds=0.2) as cursor:
        cursor.execute(LONG).fetchall()
    assert time.monotonic() - began < 20
    readings.close()


def test_nobody_reads_while_it_is_paused(coded: Path) -> None:
    readings = Readings(coded, wait=0.2)
    with readings.cursor() as cursor:
        cursor.execute("SELECT 1").fetchall()
    with readings.paused(), pytest.raises(BusyError, match="written"), readings.cursor():
        pass
    with readings.cursor() as cursor:
        assert cursor.execute("SELECT 1").fetchall() == [(1,)]
        with pytest.raises(BusyError, match="read"), readings.paused():
            pass
    readings.close()


def test_the_file_is_let_go(record: Path) -> None:
    readings = Readings(record)
    with readings.cursor() as cursor:
        cursor.execute("SELECT 1").fetchall()
    with writing(record, wait=5.0) as connection:
        connection.execute("SELECT 1")
