"""`dragoman code`: what is written where, what is said, and every exit code."""

import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.cli.code import Job, code_all, parse_fields
from dragoman.document import Document, Failure
from dragoman.errors import UsageError
from dragoman.event import Event
from fakes import FakeCoder, document

EXAMPLES = Path(__file__).parents[2] / "examples"
SKIPPED = Failure("news/x.txt", "not English (de)", "skipped")


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_coded_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job = Job(sources=["news"], format="jsonl", output=tmp_path / "out.jsonl")
    assert code_all([document(1), document(2)], job, make_coder=FakeCoder) == 0
    assert [row["document_id"] for row in lines(tmp_path / "out.jsonl")] == ["doc-1", "doc-2"]
    assert capsys.readouterr().err == "dragoman: 2 documents, 2 events\n"


def test_a_failure_is_1_and_named_and_the_others_are_coded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents: list[Document | Failure] = [document(1), document(2, text="error"), SKIPPED, document(3)]
    job = Job(sources=["news"], format="jsonl", output=tmp_path / "out.jsonl")
    assert code_all(documents, job, make_coder=FakeCoder) == 1
    assert [row["document_id"] for row in lines(tmp_path / "out.jsonl")] == ["doc-1", "doc-3"]
    said = capsys.readouterr().err
    assert "dragoman: failed news/2.txt: nothing to parse\n" in said
    assert "dragoman: 2 documents, 2 events, 1 skipped (-v names them), 1 failed\n" in said
    assert "not English" not in said


def test_verbose_names_what_was_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert code_all([SKIPPED], Job(sources=["news"], verbose=True), make_coder=FakeCoder) == 0
    assert "dragoman: skipped news/x.txt: not English (de)\n" in capsys.readouterr().err


def test_statements_go_beside(tmp_path: Path) -> None:
    job = Job(sources=["news"], output=tmp_path / "out.txt", statements=tmp_path / "said.jsonl")
    assert code_all([document(1)], job, make_coder=FakeCoder) == 0
    assert lines(tmp_path / "said.jsonl") == [{"document_id": "doc-1", "said_by": "the ministry"}]


def test_statements_on_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "summit.txt", tmp_path / "story.txt")
    told = CliRunner().invoke(app, ["code", "story.txt", "-o", "out.jsonl", "--statements", "-"])
    assert told.exit_code == 0
    assert all(json.loads(line)["statement_id"] for line in told.stdout.splitlines())
    assert told.stdout.count("\n") > 0
    assert {path.name for path in tmp_path.iterdir()} == {"story.txt", "out.jsonl"}
    both = CliRunner().invoke(app, ["code", "story.txt", "--statements", "-"])
    assert both.exit_code == 2
    assert (
        both.stderr == "dragoman: --statements -: standard output has the events; name a file for them with -o FILE\n"
    )


def test_ctrl_c_is_130_and_keeps_what_is_finished(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def documents() -> Iterator[Document]:
        yield document(1)
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        time.sleep(30)
        yield document(2)

    job = Job(sources=["news"], format="jsonl", output=tmp_path / "out.jsonl", jobs=1)
    assert code_all(documents(), job, make_coder=FakeCoder) == 130
    assert [row["document_id"] for row in lines(tmp_path / "out.jsonl")] == ["doc-1"]
    assert "1 document, 1 event; stopped" in capsys.readouterr().err


def test_what_was_there_stays_where_no_document_was_finished(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> Iterator[Document]:
        raise KeyboardInterrupt
        yield document(1)

    output, said = tmp_path / "out.csv", tmp_path / "said.jsonl"
    output.write_text("keep", encoding="utf-8")
    job = Job(sources=["news"], format="csv", output=output, statements=said, jobs=1)
    assert code_all([document(1, text="error")], job, make_coder=FakeCoder) == 1
    assert code_all(stopped(), job, make_coder=FakeCoder) == 130
    assert output.read_text(encoding="utf-8") == "keep"
    assert not said.exists()
    assert f"dragoman: {output}: is as it was before: no document was finished\n" in capsys.readouterr().err
    assert code_all([SKIPPED], job, make_coder=FakeCoder) == 0
    assert output.read_text(encoding="utf-8").startswith("event_id,")


def code_beside(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of `dragoman code` in a folder with a story in it."""
    monkeypatch.chdir(folder)
    shutil.copy(EXAMPLES / "summit.txt", folder / "story.txt")
    return CliRunner().invoke(app, ["code", *arguments]).exit_code


@pytest.mark.parametrize(
    "arguments",
    [
        ["story.txt", "-o", "story.txt"],
        [".", "-o", "story.txt"],
        ["story.txt", "--statements", "story.txt"],
        ["story.txt", "-o", "b.jsonl", "--statements", "b.jsonl"],
        ["story.txt", "--actors", "own.csv", "-o", "own.csv"],
        ["story.txt", "--statements", "-"],
    ],
)
def test_nothing_is_written_over_what_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    (tmp_path / "own.csv").write_text("name\n", encoding="utf-8")
    assert code_beside(tmp_path, monkeypatch, *arguments) == 2
    assert (tmp_path / "story.txt").read_bytes() == (EXAMPLES / "summit.txt").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.csv", "story.txt"]


def test_a_folder_is_coded_into_itself_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = set()
    for _ in range(2):
        assert code_beside(tmp_path, monkeypatch, ".", "-o", "events.jsonl") == 0
        found.add((tmp_path / "events.jsonl").read_bytes())
    assert len(found) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--date", "2024-13-01"], "2024-13-01"),
        (["--format", "xlsx"], "--format 'xlsx'"),
        (["--jobs", "-3"], "--jobs -3"),
        (["--min-confidence", "7"], "--min-confidence 7.0"),
        (["--field", "text"], "--field 'text': write FIELD=NAME"),
        (["--field", "colour=body"], "'colour'"),
        (["-o", "out.xlsx"], "out.xlsx"),
        (["-o", "no/such/folder/out.csv"], "no/such/folder/out.csv: cannot be written"),
        (["--format", "parquet"], "-o FILE"),
    ],
)
def test_wrong_usage_is_2_in_one_line(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["code", "news.txt", *arguments])
    assert result.exit_code == 2
    assert result.stderr.startswith("dragoman: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_source_is_2() -> None:
    assert CliRunner().invoke(app, ["code"]).exit_code == 2


def test_a_missing_file_is_1_and_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    result = CliRunner().invoke(app, ["code", str(missing)])
    assert result.exit_code == 1
    assert f"dragoman: failed {missing}: " in result.stderr


def test_fields_are_mapped() -> None:
    assert parse_fields(["text=body", "title=a=b"]) == {"text": "body", "title": "a=b"}
    with pytest.raises(UsageError, match="FIELD=NAME"):
        parse_fields(["=body"])


def test_the_examples_in_one_process_and_in_two_give_the_same_bytes(tmp_path: Path) -> None:
    outputs = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    for jobs, output in zip(["1", "2"], outputs, strict=True):
        result = CliRunner().invoke(
            app, ["code", str(EXAMPLES), "--date", "2024-06-21", "--jobs", jobs, "-o", str(output)]
        )
        assert result.exit_code == 0, result.stderr
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert [Event.from_dict(row) for row in lines(outputs[0])]
