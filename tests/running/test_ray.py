"""Several workers of a real Ray give what one process gives; one that is killed costs nothing."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.document import Document, Failure
from dragoman.reading import ReadingOptions, scan
from dragoman.record.adding import Coding, add
from dragoman.running import local
from dragoman.running import ray as engine
from dragoman.running.parts import Asked, Coded, Done, results
from dragoman.running.result import Result
from dragoman.running.worker import new_coder
from dragoman.writing.jsonl import opened
from fakes import FakeCoder
from sources import STORY

# Ray leaves files and sockets to the garbage collector when it ends.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
ASKED = Asked(coder="test")
TESTS = str(Path(__file__).parents[1])


@pytest.fixture(scope="module", autouse=True)
def _two_workers() -> Iterator[None]:
    """A Ray of two workers for all tests of the file."""
    import ray

    paths = os.pathsep.join([TESTS, *sys.path])
    ray.init(
        num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100_000_000,
        runtime_env={"env_vars": {"PYTHONPATH": paths}},
    )  # fmt: skip
    yield
    ray.shutdown()


def written(folder: Path, texts: list[str]) -> Path:
    """A folder with a file for each text."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def lines(found: Iterator[Result], path: Path) -> bytes:
    """The events as `code --format jsonl` writes them."""
    with path.open("wb") as stream, opened(stream) as write:
        for result in found:
            if result.document and not result.failure:
                write(result.document, result.events)
    return path.read_bytes()


def test_one_process_two_and_ray_write_the_same_bytes(tmp_path: Path) -> None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday")
    news = written(tmp_path / "news", [STORY.replace("Thursday", day) + f" The army shelled {day}." for day in days])
    make_coder = partial(new_coder, None, 0.2)
    engine.run([news], tmp_path / "out", make_coder=make_coder, asked=ASKED, workers=2)
    ray_lines = lines(results(tmp_path / "out"), tmp_path / "ray.jsonl")
    for jobs in (1, 2):
        found = local.run(scan([news], ReadingOptions()), make_coder=make_coder, jobs=jobs)
        assert lines(found, tmp_path / f"{jobs}.jsonl") == ray_lines
    assert ray_lines.count(b"\n") >= len(days)


def test_records_made_by_one_process_two_and_ray_export_the_same_bytes(tmp_path: Path) -> None:
    days = ("Monday", "Tuesday", "Wednesday")
    texts = [f'{STORY} The army shelled {day}, and "{day} was worse", {day} Holm told reporters.' for day in days]
    news = written(tmp_path / "news", texts)
    make_coder = partial(new_coder, None, 0.2)
    engine.run([news], tmp_path / "out", make_coder=make_coder, asked=ASKED, workers=2)
    coded = Coded([tmp_path / "out"], make_coder)
    exports = [exported(tmp_path / "ray.duckdb", coded.items(), Coding(lambda: coded, jobs=1, coder="test"))]
    for jobs in (1, 2):
        coding = Coding(make_coder, jobs=jobs, coder="test")
        exports.append(exported(tmp_path / f"{jobs}.duckdb", scan([news], ReadingOptions()), coding))
    assert exports[0] == exports[1] == exports[2]
    events, statements, gdelt, parquet = exports[0]
    assert events.count(b"\n") >= len(days)
    assert statements.count(b"\n") >= len(days)
    assert gdelt
    assert parquet


def exported(record: Path, items: Iterator[Document | Failure], coding: Coding) -> list[bytes]:
    """What a record with these items exports: events as JSON lines, statements, GDELT's table, Parquet."""
    add(record, items, coding)
    files = [record.with_suffix(suffix) for suffix in (".jsonl", ".said.jsonl", ".gdelt.tsv", ".parquet")]
    formats = ("jsonl", "", "gdelt", "parquet")
    for file, format in zip(files, formats, strict=True):
        command = ["export", "-o", str(file), "--format", format] if format else ["statements", "--format", "jsonl"]
        result = CliRunner().invoke(app, [*command, "--record", str(record)])
        assert result.exit_code == 0, result.stderr
        if not format:
            file.write_bytes(result.stdout_bytes)
    return [file.read_bytes() for file in files]


def test_a_killed_worker_is_replaced_and_its_file_coded_again(tmp_path: Path) -> None:
    texts = ["calm", f"die once {tmp_path / 'mark'}", "calm", "calm"]
    news = written(tmp_path / "news", texts)
    found = engine.run([news], tmp_path / "out", make_coder=FakeCoder, asked=ASKED, workers=2)
    assert (tmp_path / "mark").exists()
    assert [item.events for item in found if isinstance(item, Done)] == [1, 1, 1, 1]


def test_a_file_that_kills_twice_fails_by_name_and_the_others_are_there(tmp_path: Path) -> None:
    news = written(tmp_path / "news", ["calm", "die", "calm"])
    found = engine.run([news], tmp_path / "out", make_coder=FakeCoder, asked=ASKED, workers=2)
    assert [bool(item.error) for item in found if isinstance(item, Done)] == [False, True, False]
    told = [r.failure for r in results(tmp_path / "out")]
    assert told[1] is not None
    assert told[1].source.endswith("01.txt")
    assert "died of it 2 times" in told[1].reason
