"""Adding: the same again changes nothing, and however it ends, the same again makes it whole."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dragoman.document import Document, Failure
from dragoman.errors import RecordError
from dragoman.record import store
from dragoman.record.adding import Coding, add, utc
from dragoman.record.importing import import_rows
from dragoman.record.record import Record
from dragoman.record.store import Connection, reading
from record.ending import Slow, add_corpus, corpus, rows
from record.samples import Coder, article, body

HERE = Path(__file__).parent
CODING = Coding(Coder, jobs=1, coder="test")
_TABLES = (
    "documents",
    "superseded",
    "signatures",
    "failures",
    "events",
    "dyads",
    "statements",
    "reviews",
    "incidents",
    "members",
    "blocks",
)


def content(path: Path) -> dict[str, list[str]]:
    """Every row of every table but the times and the runs, in an order of its own."""
    found = {}
    with reading(path) as connection:
        for table in _TABLES:
            names = [row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()]
            kept = ", ".join(f'"{name}"' for name in names if name not in ("run_id", "added_at"))
            rows = connection.execute(f"SELECT {kept} FROM {table}").fetchall()
            found[table] = sorted(map(repr, rows))
    return found


def ending(*arguments: object) -> subprocess.Popen[str]:
    """The program of record/ending.py."""
    path = os.pathsep.join([str(HERE.parent), *sys.path])
    command = [sys.executable, str(HERE / "ending.py"), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path})


@pytest.fixture(name="whole", scope="module")
def _whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What an undisturbed run leaves."""
    path = tmp_path_factory.mktemp("whole") / "r.duckdb"
    add_corpus(path, seconds=0, batch=1000)
    return content(path)


def test_the_corpus_has_of_everything(whole: dict[str, list[str]]) -> None:
    assert all(whole[table] for table in _TABLES if table != "reviews")
    assert len(whole["events"]) == 24
    assert [len(whole[table]) for table in ("members", "incidents", "dyads")] == [20, 6, 6]


def test_the_same_again_changes_nothing(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    path = tmp_path / "r.duckdb"
    add_corpus(path, seconds=0, batch=1000)
    again = add_corpus(path, seconds=0, batch=1000)
    unread = sum(isinstance(item, Failure) for item in corpus())
    assert (again.documents, again.duplicates, again.failed + again.skipped) == (0, 0, unread)
    assert again.unchanged == len(list(corpus())) - unread
    assert content(path) == whole


def test_batches_and_processes_make_no_difference(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    add(tmp_path / "r.duckdb", corpus(), Coding(partial(Slow, 0), jobs=2, coder="test", batch=3))
    assert content(tmp_path / "r.duckdb") == whole


def test_the_record_is_opened_with_one_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each opening makes the threads anew, and what the C library keeps for them is never given back."""
    told, opened = [], store._opened

    def noted(path: Path, **given: Any) -> Connection:
        connection = opened(path, **given)
        told.append(connection.execute("SELECT current_setting('threads')").fetchall())
        return connection

    add(tmp_path / "r.duckdb", [article(0)], CODING)
    monkeypatch.setattr(store, "_opened", noted)
    add(tmp_path / "r.duckdb", [article(number) for number in range(1, 5)], Coding(Coder, jobs=1, batch=2))
    # The first opening is the one that would bring an older record up to date.
    assert len(told) > 3
    assert told[1:] == [[(1,)]] * (len(told) - 1)


def test_killed_at_twenty_moments(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    moments = 20
    killing = ending("kill", tmp_path, moments)
    killing.communicate(timeout=200)
    assert killing.returncode == 0
    found = Counter[str]()
    for number in range(moments):
        path = tmp_path / f"{number}.duckdb"
        before = content(path)["documents"] if path.exists() else []
        found["none" if not before else "all" if before == whole["documents"] else "some"] += 1
        assert set(before) <= set(whole["documents"])
        add_corpus(path, seconds=0, batch=1000)
        assert content(path) == whole
    assert found["some"] >= moments // 4
    assert not list(tmp_path.glob(".*.part*"))


def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path, whole: dict[str, list[str]]) -> None:
    path = tmp_path / "full.duckdb"
    add(path, list(corpus())[:6], Coding(partial(Slow, 0), jobs=1, coder="test"))
    before = content(path)
    said, _ = ending("full", tmp_path, 40_000).communicate(timeout=120)
    assert str(path) in said
    assert "what was added before is kept" in said
    assert said.count("\n") == 1
    assert set(before["documents"]) <= set(content(path)["documents"])
    add_corpus(path, seconds=0, batch=1000)
    assert content(path) == whole


def test_a_disk_full_from_the_start_leaves_no_record(tmp_path: Path) -> None:
    said, _ = ending("full", tmp_path, 20_000).communicate(timeout=120)
    assert "cannot be" in said
    assert list(tmp_path.iterdir()) == []


# Less than an empty record, less than the log of the import.
@pytest.mark.parametrize("limit", [40_000, 800_000])
def test_an_import_on_a_full_disk_is_said_and_gone_on_with(tmp_path: Path, limit: int) -> None:
    said, _ = ending("import", tmp_path, limit).communicate(timeout=120)
    assert "import.duckdb: cannot be" in said
    done = import_rows(tmp_path / "import.duckdb", rows(3000), origin="old")
    assert done.events + done.known == len(Record(tmp_path / "import.duckdb").events(origin="old")) == 3000


def test_where_nothing_may_be_written_that_is_said_and_all_can_be_read(tmp_path: Path) -> None:
    """Folders that are read-only: without a record, with one, with one and its lock, with an old one; and a file."""
    made, folders = tmp_path / "r.duckdb", tmp_path / "folders"
    add(made, [article(1)], CODING)
    for name in ("empty", "folder", "locked", "old", "file"):
        (folders / name).mkdir(parents=True)
        if name != "empty":
            shutil.copy(HERE / "first.duckdb" if name == "old" else made, folders / name / "r.duckdb")
    (folders / "locked" / "r.duckdb.lock").touch()
    (folders / "file" / "r.duckdb").chmod(0o444)
    for folder in folders.iterdir():
        folder.chmod(0o755 if folder.name == "file" else 0o555)
    before = {path: path.read_bytes() for path in folders.glob("*/r.duckdb")}
    said, _ = ending("barred", folders, 0).communicate(timeout=120)
    for folder in folders.iterdir():
        folder.chmod(0o755)
    told = {" ".join(line.split()[:2]): line for line in said.splitlines()}
    assert len(told) == 20
    assert {name for name, line in told.items() if line.endswith(" done")} == {
        "folder read",
        "locked read",
        "file read",
    }
    assert {name for name, line in told.items() if "no such record" in line} == {"empty review", "empty read"}
    assert sum("ermission denied" in line for line in told.values()) == 15
    assert "older version" in told["old read"]
    assert {path: path.read_bytes() for path in folders.glob("*/r.duckdb")} == before


def test_others_read_while_one_writes_and_a_second_writer_is_told(tmp_path: Path) -> None:
    path = tmp_path / "slow.duckdb"
    writer = ending("slow", tmp_path, 0.1)
    seen = []
    while writer.poll() is None:
        if path.exists():
            seen.append(len(Record(path).events()))
            if len(seen) == 3:
                with pytest.raises(RecordError, match=rf"being written by another process \({writer.pid}\)"):
                    add(path, [article(1)], CODING)
        time.sleep(0.01)
    writer.communicate(timeout=60)
    assert writer.returncode == 0
    assert seen == sorted(seen)
    assert len(set(seen)) > 3
    assert len(Record(path).events()) == 20


def test_ctrl_c_keeps_what_is_finished_and_is_gone_on_with(tmp_path: Path) -> None:
    def documents() -> Iterator[Document]:
        yield article(1)
        # From here on, not from the start, which takes long on a busy machine.
        threading.Timer(3.0, os.kill, (os.getpid(), signal.SIGINT)).start()
        yield article(2, text="sleep 30")

    path = tmp_path / "r.duckdb"
    summary = add(path, documents(), Coding(Coder, jobs=2, coder="test"))
    assert summary.stopped
    assert summary.documents <= 1
    assert add(path, [article(1), article(2, text=body(2))], CODING).documents == 2 - summary.documents


def test_a_record_moved_away_while_open(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"

    def documents() -> Iterator[Document]:
        yield from (article(number) for number in range(256))
        path.rename(tmp_path / "moved.duckdb")
        yield article(999)

    with pytest.raises(RecordError, match="moved or removed while in use"):
        add(path, documents(), CODING)
    assert not path.exists()


def test_a_run_is_told(tmp_path: Path) -> None:
    add(tmp_path / "r.duckdb", [article(1)], Coding(Coder, jobs=1, coder="test", settings={"date": None}))
    with reading(tmp_path / "r.duckdb") as connection:
        (row,) = connection.execute("SELECT * EXCLUDE (run_id, started_at) FROM runs").fetchall()
        (ran,) = connection.execute("SELECT count(*) FROM runs JOIN documents USING (run_id)").fetchall()
    assert row[0] is not None
    assert row[1:] == ("add", "test", '{"date": null}')
    assert ran == (1,)


def _runs(path: Path) -> list[tuple[datetime, datetime | None]]:
    with reading(path) as connection:
        return connection.execute("SELECT started_at, finished_at FROM runs ORDER BY started_at").fetchall()


def test_a_run_has_its_own_times(tmp_path: Path) -> None:
    before = utc()

    def slowly() -> Iterator[Document]:
        yield article(1)
        time.sleep(0.3)
        yield article(2)

    add(tmp_path / "r.duckdb", slowly(), CODING)
    ((started, finished),) = _runs(tmp_path / "r.duckdb")
    assert finished is not None
    assert before <= started
    assert finished - started >= timedelta(seconds=0.3)
    assert finished <= utc()


def test_an_adding_that_found_nothing_is_told_unless_it_is_a_round_of_many(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    add(path, [article(1)], CODING)
    add(path, [article(1)], CODING)
    assert [finished is not None for _, finished in _runs(path)] == [True, True]
    add(path, [article(1)], replace(CODING, idle=False))
    assert len(_runs(path)) == 2


def test_what_cannot_be_read_fails_in_every_run_and_is_kept_once(tmp_path: Path) -> None:
    path, broken = tmp_path / "r.duckdb", Failure("a.jsonl#line 2", "is no JSON")
    for _ in range(2):
        summary = add(path, [article(1), broken], CODING)
        assert summary.failed == 1
    assert (summary.unchanged, summary.documents) == (1, 0)
    assert len(Record(path).sql("FROM failures")) == 1


def test_a_failure_goes_when_its_file_is_read_without_it(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    lines = [
        Failure("a.jsonl#line 2", "is no JSON"),
        Failure("a.jsonl#line 3", "is no JSON"),
        Failure("b.bin", "binary"),
    ]
    first = article(1, source="a.jsonl#line 1")
    add(path, [first, *lines], CODING)
    add(path, [first, article(2, source="a.jsonl#line 2"), lines[1]], CODING)
    assert [row["source"] for row in Record(path).sql("FROM failures ORDER BY source")] == ["a.jsonl#line 3", "b.bin"]
    add(path, [first, article(2, source="a.jsonl#line 2")], CODING)
    assert [row["source"] for row in Record(path).sql("FROM failures")] == ["b.bin"]


def _documents(path: Path, columns: str) -> list[tuple[Any, ...]]:
    with reading(path) as connection:
        return connection.execute(f"SELECT {columns} FROM documents ORDER BY document_id, version").fetchall()


def test_a_changed_article_is_a_new_version_and_the_old_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    add(path, [article(1), article(1, text=body(1) + " More.")], CODING)
    assert [row[:3] for row in _documents(path, "document_id, version, status")] == [
        ("a1", 1, "coded"),
        ("a1", 2, "coded"),
    ]
    assert len(Record(path).events()) == 1
    assert Record(path).ledger("dyads").dicts()[0]["reports"] == 1
    (incident,) = Record(path).incidents().dicts()
    assert (incident["reports"], incident["members"]) == (1, [row["event_id"] for row in Record(path).events()])


def test_a_changed_article_that_fails_leaves_the_old_one_standing(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    add(path, [article(1), article(1, text="error")], CODING)
    assert _documents(path, "version, status, reason") == [(1, "coded", ""), (2, "failed", "nothing to parse")]
    assert len(Record(path).events()) == 1


def test_a_text_that_no_table_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "r.duckdb"
    broken = article(1, text=body(1) + " \ud800 \x00 end")
    for _ in range(2):
        add(path, [broken], CODING)
    assert _documents(path, "text") == [(body(1) + " \ufffd \x00 end",)]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="folder does not exist"):
        add(tmp_path / "none" / "r.duckdb", [article(1)], CODING)
